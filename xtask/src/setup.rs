//! What must be there before the workspace compiles?
//!
//! The packs (language model and gazetteer, fetched and converted) and the built front end. Both become part of the binary,
//! which then never touches the network.

use crate::checkout::Checkout;
use crate::client::Clients;
use crate::{packs as packing, web as front};
use anyhow::{Context, Result};
use std::time::Instant;

/// Packs and front end.
pub fn all(checkout: &Checkout) -> Result<()> {
    packs(checkout)?;
    web(checkout)
}

/// The packs in `packs/`.
pub fn packs(checkout: &Checkout) -> Result<()> {
    step("packs", || packing::make(checkout, &Clients::of_this_machine()))
}

/// The front end in `crates/serve/web/dist`.
pub fn web(checkout: &Checkout) -> Result<()> {
    step("front end", || front::build(checkout, &Clients::of_this_machine()))
}

fn step(name: &str, make: impl FnOnce() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    let done = make().with_context(|| format!("set-up of the {name}"))?;
    if done {
        println!("{name}: made in {:.1} s", start.elapsed().as_secs_f64());
    } else {
        println!("{name}: up to date");
    }
    Ok(())
}
