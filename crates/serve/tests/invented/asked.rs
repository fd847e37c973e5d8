//! Answers about the invented case, from questions that are understood beforehand: every form an answer can have.

use ask::{Asked, Part, Question, Reply, Role};
use case::Case;
use lexicon::Lexicon;
use model::{ClaimType, QuantityKind};
use std::sync::OnceLock;

/// Answers; a question that is not one of these asks what there is of the thing called so.
pub fn reply(case: &Case, text: &str) -> Result<Reply, String> {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| Lexicon::load().expect("the lists of the program"));
    ask::answer(case, &question(text), lexicon).map_err(|error| error.to_string())
}

fn question(text: &str) -> Question {
    let part = |words: &str, role, is_name| Part { words: words.to_string(), role, is_name };
    let lindow = || part("Lindow", Role::Place, true);
    let (asked, types, deed, parts) = match text {
        "How many soldiers were killed near Lindow?" => {
            let soldiers = part("soldiers", Role::Target, false);
            (Asked::Quantity, vec![ClaimType::Casualties], "kill", vec![soldiers, lindow()])
        }
        "Did the Kestrin Front attack the convoy?" => {
            let parts = vec![part("Kestrin Front", Role::Actor, true), part("convoy", Role::Target, false)];
            (Asked::Whether, vec![ClaimType::Attack], "attack", parts)
        }
        "Who captured Bellwick?" => {
            (Asked::Actor, vec![ClaimType::Capture], "capture", vec![part("Bellwick", Role::Place, true)])
        }
        "Who besieged Lindow?" => (Asked::Actor, vec![ClaimType::Besiege], "besiege", vec![lindow()]),
        _ => (Asked::Happening, Vec::new(), "", vec![part(text, Role::Any, true)]),
    };
    Question {
        text: text.to_string(),
        what: (asked == Asked::Quantity).then_some(QuantityKind::Killed),
        asked,
        types,
        deed: Some(deed.to_string()).filter(|deed| !deed.is_empty()),
        parts,
        days: None,
        vague_time: None,
        count: None,
        stance: None,
    }
}
