//! Prints the parse of a text: `cargo run -p language --example parse -- "Two soldiers were wounded."`.

use language::{English, tree};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::env::args().skip(1).collect::<Vec<String>>().join(" ");
    let pack = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack"))
        .map_err(|error| format!("packs/english.pack: {error}; run `cargo xtask setup`"))?;
    let english = English::from_pack(&pack)?;
    let parse = english.parse(&text);
    println!("{:>3}  {:<18} {:<18} {:<6} {:<6} {:<10} {:>4}  name", "", "word", "lemma", "pos", "tag", "dep", "head");
    for (at, token) in parse.tokens().iter().enumerate() {
        let name = parse.name_of(at).map_or("", |name| name.label.as_str());
        println!(
            "{at:>3}  {:<18} {:<18} {:<6} {:<6} {:<10} {:>4}  {name}",
            parse.word(at).escape_debug().to_string(),
            token.lemma,
            token.pos.as_str(),
            token.tag.as_str(),
            token.dep.as_str(),
            token.head
        );
    }
    for sentence in 0..parse.sentences().len() {
        println!("\n{}", tree(&parse, sentence));
    }
    Ok(())
}
