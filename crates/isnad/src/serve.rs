//! `isnad serve`: the record in a browser.

use crate::engine::Engine;
use crate::{Ended, about, ask, explain, join};
use case::Case;
use serve::{Asker, Explainer, Joiner};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Look at a case in the browser
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad serve mine.isnad
  isnad serve mine.isnad --port 0       any port that is free

Only programs on this machine can reach it, unless --allow-remote says otherwise. Ctrl-C ends it. Nothing is written to the \
case but the events, when they are missing, and what you decide on the page of an actor; with --allow-remote and another address \
nobody decides. Nothing is fetched from elsewhere.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    #[command(flatten)]
    at: At,
}

/// Where to serve.
#[derive(Clone, Debug, clap::Args)]
pub struct At {
    /// The port; 0 takes any that is free
    #[arg(long, value_name = "PORT", default_value_t = 4848)]
    port: u16,
    /// The address to listen on
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    address: IpAddr,
    /// Allow an address that other machines can reach: everybody who reaches it can read the case
    #[arg(long)]
    allow_remote: bool,
    /// Answer also to this host name; may be given several times
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
}

/// Serves a case; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    join::before_showing(&mut case)?;
    drop(case);
    at(&args.case, &args.at)
}

/// Serves the case file at `path` until interrupted.
pub fn at(path: &Path, at: &At) -> anyhow::Result<Ended> {
    let (explainer, asker) = readers();
    let options = serve::Options {
        address: SocketAddr::new(at.address, at.port),
        allow_remote: at.allow_remote,
        hosts: at.host.clone(),
        notices: about::notices(),
        explainer: Some(explainer),
        asker: Some(asker),
        knowledge: Some(Arc::new(Engine::knowledge(&Case::open(path)?)?)),
        // Whoever can be reached from elsewhere lets nobody change the case.
        joiner: at.address.is_loopback().then(joiner),
    };
    serve::run(path, options, |address| {
        println!("{} at http://{address}/ (Ctrl-C ends it)", path.display());
    })?;
    Ok(Ended::Fine)
}

/// Joins the claims again after a decision.
fn joiner() -> Joiner {
    Joiner::new(|case| join::before_showing(case).map_err(|error| format!("{error:#}")))
}

/// Explains claims and answers questions with the data that the program carries, which is unpacked when it is first needed.
fn readers() -> (Explainer, Asker) {
    let engine: Arc<OnceLock<Result<Engine, String>>> = Arc::default();
    let shared = Arc::clone(&engine);
    let explainer = Explainer::new(move |case, claim| {
        explain::of(case, claim, unpacked(&shared, case)?).map_err(|error| format!("{error:#}"))
    });
    let asker = Asker::new(move |case, question| {
        ask::reply(case, question, unpacked(&engine, case)?).map_err(|error| format!("{error:#}"))
    });
    (explainer, asker)
}

fn unpacked<'e>(engine: &'e OnceLock<Result<Engine, String>>, case: &Case) -> Result<&'e Engine, String> {
    let engine = engine.get_or_init(|| Engine::of(case).map_err(|error| format!("{error:#}")));
    engine.as_ref().map_err(String::clone)
}
