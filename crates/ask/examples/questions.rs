//! Prints how questions are understood: `cargo run -p ask --example questions -- "Who shelled Velm?" "Where …?"`.

use ask::{Question, Reader};
use language::English;
use lexicon::{Gazetteer, Lexicon};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pack = |name: &str| {
        let path = format!("{}/../../packs/{name}.pack", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(&path).map_err(|error| format!("packs/{name}.pack: {error}; run `cargo xtask setup`"))
    };
    let lexicon = Lexicon::load()?;
    let english = English::from_pack(&pack("english")?)?.keeping(lexicon.titles.abbreviated_ranks());
    let gazetteer = Gazetteer::from_pack(&pack("gazetteer")?)?;
    for text in std::env::args().skip(1) {
        let question = Question::read(&text, Reader { english: &english, lexicon: &lexicon, gazetteer: &gazetteer });
        println!("{text}\n  {} · {:?} · {:?}", question.asked.as_str(), question.types, question.deed);
        for part in &question.parts {
            println!("  {}: {}{}", part.role.as_str(), part.words, if part.is_name { " (name)" } else { "" });
        }
        println!(
            "  {:?} {:?} {:?} {:?} {:?}",
            question.days, question.vague_time, question.what, question.count, question.stance
        );
    }
    Ok(())
}
