//! Makes the English pack from the model's unpacked folder: `cargo run -p language --features compile --example pack -- FOLDER FILE`.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, file] = arguments.as_slice() else {
        return Err("expected the model's folder and the pack to write".into());
    };
    let pack = language::compile::compile(&|name| std::fs::read(Path::new(folder).join(name)).ok())?;
    language::English::from_pack(&pack)?;
    std::fs::write(file, &pack)?;
    println!("{file}: {} bytes", pack.len());
    Ok(())
}
