//! Serves an invented case, for the browser tests and for a look at the pages without reading anything first.
//!
//! `cargo run -p serve --example invented -- PORT [--empty]`; port 0 takes any that is free. Prints the address.

#[path = "../tests/invented/mod.rs"]
mod invented;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let port: u16 = arguments.next().as_deref().unwrap_or("0").parse()?;
    let folder = std::env::temp_dir().join(format!("isnad-invented-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("lakes.isnad");
    if arguments.next().as_deref() == Some("--empty") {
        case::Case::open_or_create(&path)?;
    } else {
        invented::write(&path);
    }
    let mut options = invented::options();
    options.address.set_port(port);
    let served = serve::run(&path, options, |address| println!("http://{address}/"));
    std::fs::remove_dir_all(&folder)?;
    Ok(served?)
}
