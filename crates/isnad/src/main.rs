//! The `isnad` program: what was typed, and which crate does it. One file for each subcommand, glue only.

mod about;
mod actors;
mod ask;
mod carried;
mod claims;
mod command;
mod demo;
mod disputes;
mod documents;
mod engine;
mod entity;
mod events;
mod explain;
mod export;
mod filters;
mod forecasts;
mod join;
mod knowledge;
mod places;
mod read;
mod relations;
mod serve;
mod sources;
mod table;
mod timeline;
mod verify;

use clap::Parser;
use command::{Command, Isnad};
use std::process::ExitCode;

/// How a command ended, as the program's exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    /// 0: all went well.
    Fine = 0,
    /// 1: it was done, with problems that were told.
    WithProblems = 1,
    /// 2: it could not be done.
    Not = 2,
}

fn main() -> ExitCode {
    let isnad = Isnad::parse();
    let ended = run(&isnad).unwrap_or_else(|error| {
        if is_closed_pipe(&error) {
            return Ended::Fine;
        }
        eprintln!("isnad: {error:#}");
        Ended::Not
    });
    ExitCode::from(ended as u8)
}

fn run(isnad: &Isnad) -> anyhow::Result<Ended> {
    if isnad.version {
        about::print(isnad.verbose)?;
        return Ok(Ended::Fine);
    }
    match &isnad.command {
        Some(Command::Read(args)) => read::run(args, isnad.verbose),
        Some(Command::Ask(args)) => ask::run(args),
        Some(Command::Documents(args)) => documents::run(args),
        Some(Command::Claims(args)) => claims::run(args),
        Some(Command::Events(args)) => events::run(args),
        Some(Command::Disputes(args)) => disputes::run(args),
        Some(Command::Forecasts(args)) => forecasts::run(args),
        Some(Command::Relations(args)) => relations::run(args),
        Some(Command::Actors(args)) => actors::run(args),
        Some(Command::Places(args)) => places::run(args),
        Some(Command::Sources(args)) => sources::run(args),
        Some(Command::Timeline(args)) => timeline::run(args),
        Some(Command::Entity(args)) => entity::run(args),
        Some(Command::Explain(args)) => explain::run(args),
        Some(Command::Export(args)) => export::run(args),
        Some(Command::Verify(args)) => verify::run(args),
        Some(Command::Serve(args)) => serve::run(args),
        Some(Command::Demo(args)) => demo::run(args),
        Some(Command::About) => Ok(about::print(true).map(|()| Ended::Fine)?),
        None => {
            Isnad::print_help();
            Ok(Ended::Not)
        }
    }
}

/// True when the reader of the output has gone: `isnad claims … | head` is not a failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>();
        io.is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
