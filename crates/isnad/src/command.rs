use crate::{
    actors, ask, claims, demo, disputes, documents, entity, events, explain, export, forecasts, places, read,
    relations, serve, sources, timeline, verify,
};
use clap::{CommandFactory, Parser, Subcommand};

/// What was typed.
#[derive(Debug, Parser)]
#[command(
    name = "isnad",
    about = "Reads reports on armed conflict into a record of who did what to whom, where, when, how many, and according to whom",
    long_about = None,
    disable_version_flag = true,
    disable_help_subcommand = false,
    max_term_width = 100,
    after_help = "Examples:
  isnad demo                               look at the demo reports in the browser
  isnad read reports/ --case mine.isnad    read a folder of reports into a case file
  isnad serve mine.isnad                   look at it in the browser
  isnad claims mine.isnad --type capture   or in the terminal
  isnad ask mine.isnad 'Who captured Velm?' ask it

Exit status: 0 fine, 1 done with problems that were told, 2 could not be done."
)]
pub struct Isnad {
    /// Print the version; with --verbose also what the program is made of and its licences
    #[arg(short = 'V', long)]
    pub version: bool,
    /// Tell more
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The subcommands, in the order in which one meets them.
#[derive(Debug, Subcommand)]
pub enum Command {
    Read(read::Args),
    Ask(ask::Args),
    Documents(documents::Args),
    Claims(claims::Args),
    Events(events::Args),
    Disputes(disputes::Args),
    Forecasts(forecasts::Args),
    Relations(relations::Args),
    Actors(actors::Args),
    Places(places::Args),
    Sources(sources::Args),
    Timeline(timeline::Args),
    Entity(entity::Args),
    Explain(explain::Args),
    Export(export::Args),
    Verify(verify::Args),
    Serve(serve::Args),
    Demo(demo::Args),
    /// Print the version, what the program is made of, and its licences
    About,
}

impl Isnad {
    /// Prints the overview of the commands to standard error.
    pub fn print_help() {
        eprintln!("{}", Isnad::command().render_help());
    }
}
