//! What do `Morvania-backed`, `rebel-held` and `anti-Morvania` say?
//!
//! The table of compounds says which side acts; the noun behind is the other side, or the place.

use crate::claim::{Draft, Setting};
use language::{Dep, Parse, Pos};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for hyphen in 1..parse.len().saturating_sub(1) {
        if !matches!(parse.word(hyphen), "-" | "–" | "‑") {
            continue;
        }
        let (left, right) = (hyphen - 1, hyphen + 1);
        let touching = parse.token(left).span.end == parse.token(hyphen).span.start
            && parse.token(hyphen).span.end == parse.token(right).span.start;
        if !touching {
            continue;
        }
        let (left_word, right_word) = (parse.word(left).to_lowercase(), parse.word(right).to_lowercase());
        let (part, name) = match setting.lexicon.compounds.get(&right_word) {
            Some(compound) if !matches!(parse.pos(left), Pos::Adv | Pos::Num) => (compound, left),
            _ => match setting.lexicon.compounds.get(&left_word) {
                Some(compound) if matches!(left_word.as_str(), "pro" | "anti") => (compound, right),
                _ => continue,
            },
        };
        let Some(noun) = noun_behind(parse, right) else { continue };
        let mut draft = Draft::new(part.claim_type, hyphen + 1, "relation/compound");
        draft.words = vec![left];
        draft.timed = false;
        draft.quote = Some(left..noun + 1);
        let place = matches!(part.claim_type, ClaimType::Controls | ClaimType::Besiege);
        if part.name_acts {
            draft.actor = vec![name];
            if place { draft.place = vec![noun] } else { draft.target = vec![noun] }
        } else {
            draft.actor = vec![noun];
            draft.target = vec![name];
        }
        drafts.push(draft);
    }
    drafts
}

/// The noun that a compound stands before.
fn noun_behind(parse: &Parse, at: usize) -> Option<usize> {
    let mut walk = at;
    for _ in 0..4 {
        let head = parse.head(walk);
        if head > at && matches!(parse.pos(head), Pos::Noun | Pos::Propn) {
            return Some(head);
        }
        if head == walk || parse.dep(walk) == Dep::Root {
            break;
        }
        walk = head;
    }
    let mut next = at + 1;
    while next < parse.len()
        && matches!(parse.pos(next), Pos::Adj | Pos::Punct | Pos::Propn | Pos::Noun)
        && next < at + 5
    {
        let ends = next + 1 >= parse.len() || !matches!(parse.pos(next + 1), Pos::Noun | Pos::Propn);
        if matches!(parse.pos(next), Pos::Noun | Pos::Propn) && ends {
            return Some(next);
        }
        next += 1;
    }
    None
}
