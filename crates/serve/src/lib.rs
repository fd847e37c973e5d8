//! How does a person see the record in a browser?
//!
//! [`run`] serves one case file on a loopback address: a web app, embedded in the binary, and its data under `/api`. Every
//! page has a permalink and a JSON twin: `/documents/0f3a…` shows what `/api/documents/0f3a…` says. The API is described
//! at `/api/openapi.json`; all its errors have one shape. Nothing is written but decisions on who is who, where they are taken;
//! nothing is fetched from elsewhere.
//!
//! Two invariants: text of a document reaches the page as text nodes only, and the security policy of every answer forbids
//! whatever else it might try; SQL stays in `case`.
//!
//! ```no_run
//! let options = serve::Options::default();
//! serve::run("towns.isnad".as_ref(), options, |address| println!("http://{address}/"))?;
//! # Ok::<(), serve::ServeError>(())
//! ```

mod asked;
mod assets;
mod error;
mod guard;
mod knowledge;
mod page;
mod pool;
mod segment;

pub use guard::CONTENT_SECURITY_POLICY;
pub use knowledge::Knowledge;
pub use page::{Asker, Explainer, Joiner, Notice};

use axum::Router;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use thiserror::Error;

/// The description of the API, an OpenAPI 3.1 document in JSON.
pub const OPENAPI: &str = include_str!("../openapi.json");

/// Where and for whom a case is served.
#[derive(Clone, Debug)]
pub struct Options {
    /// Address and port; port 0 takes any that is free.
    pub address: SocketAddr,
    /// Must be true for an address that other machines can reach.
    pub allow_remote: bool,
    /// Host names, without port, that are answered besides `localhost` and addresses in numbers.
    pub hosts: Vec<String>,
    /// What else the binary is made of, for the page about it.
    pub notices: Vec<Notice>,
    /// Who tells why a claim says what it says; without one nothing is explained.
    pub explainer: Option<Explainer>,
    /// Who answers questions; without one nothing is answered.
    pub asker: Option<Asker>,
    /// What is known beforehand of names and places; without it pages show the case alone.
    pub knowledge: Option<Arc<Knowledge>>,
    /// Joins claims anew after a decision; without one no decisions are taken.
    pub joiner: Option<Joiner>,
}

impl Default for Options {
    /// This machine only, on port 4848.
    fn default() -> Options {
        Options {
            address: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 4848),
            allow_remote: false,
            hosts: Vec::new(),
            notices: Vec::new(),
            explainer: None,
            asker: None,
            knowledge: None,
            joiner: None,
        }
    }
}

/// A case cannot be served.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The address can be reached from other machines, which was not allowed.
    #[error(
        "expected an address of this machine only, found {0}: everybody who reaches it could read the case. Leave the address \
         out, or allow it with --allow-remote"
    )]
    Remote(SocketAddr),
    /// The case file cannot be used.
    #[error(transparent)]
    Case(#[from] case::CaseError),
    /// The address cannot be listened on.
    #[error("expected to listen on {address}: {source}. Choose another port, or port 0 for any that is free")]
    Listen {
        /// What was asked for.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// The server stopped.
    #[error("the server stopped: {0}")]
    Stopped(#[from] std::io::Error),
}

/// Serves the case file at `path` until the program is interrupted; calls `ready` with the address once it answers.
///
/// Errors when the file is no case, when the address is not free, and when it is not a loopback address and
/// [`Options::allow_remote`] is false.
pub fn run(path: &Path, options: Options, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    if !options.address.ip().is_loopback() && !options.allow_remote {
        return Err(ServeError::Remote(options.address));
    }
    let address = options.address;
    let router = router(path, options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let served = runtime.block_on(async {
        let told = |source| ServeError::Listen { address, source };
        let listener = tokio::net::TcpListener::bind(address).await.map_err(told)?;
        ready(listener.local_addr().map_err(told)?);
        axum::serve(listener, router).with_graceful_shutdown(interrupted()).await?;
        Ok(())
    });
    // A browser keeps its connections open; nothing is lost when they end with the program.
    runtime.shutdown_background();
    served
}

async fn interrupted() {
    // Without a signal handler the program ends on interruption all the same, only less politely.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// The service of [`run`] by itself, for tests and for embedding.
///
/// Errors when the file at `path` is no case.
pub fn router(path: &Path, options: Options) -> Result<Router, ServeError> {
    let pool = pool::Pool::open(path)?;
    let hosts: guard::Hosts = Arc::from(options.hosts);
    let state = page::Site {
        pool: Arc::new(pool),
        notices: Arc::from(options.notices),
        explainer: options.explainer,
        asker: options.asker,
        knowledge: options.knowledge,
        joiner: options.joiner,
    };
    Ok(page::routes(state).layer(axum::middleware::from_fn_with_state(hosts, guard::guard)))
}
