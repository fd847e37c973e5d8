//! Which words of a headline are its verbs?
//!
//! "Rebels attack port, kill ten": the engine takes a verb without an ending for a noun, and what a comma joins for an apposition. It is
//! shown "Rebels attacked port and killed ten", and each word of that stands where the headline has it.

use language::{Parse, Pos, Tag};
use lexicon::{Lexicon, WordClass};
use model::Span;

/// Words of the longest line that is read as a headline is.
const LONGEST: usize = 30;

/// The parse of a headline of which `plain` is the parse as it is written.
pub(super) fn told<'a>(plain: Parse<'a>, parse: impl Fn(&str) -> Parse<'_>, lexicon: &Lexicon) -> Parse<'a> {
    let edits: Vec<Option<String>> = edits(&plain, lexicon);
    if edits.iter().all(Option::is_none) {
        return plain;
    }
    let mut shown = String::new();
    let mut from = 0;
    for (token, edit) in plain.tokens().iter().zip(&edits) {
        shown.push_str(&plain.text()[from..token.span.start as usize]);
        shown.push_str(edit.as_deref().unwrap_or(token.span.of(plain.text())));
        from = token.span.end as usize;
    }
    shown.push_str(&plain.text()[from..]);
    let told = parse(&shown);
    let spans: Vec<Span> = plain.tokens().iter().map(|token| token.span).collect();
    if told.len() == spans.len() { told.standing(plain.text().to_string(), &spans) } else { plain }
}

/// What each word is shown as that is not shown as it stands.
fn edits(plain: &Parse, lexicon: &Lexicon) -> Vec<Option<String>> {
    let mut edits = vec![None; plain.len()];
    let ends = (0..plain.len()).next_back().is_some_and(|last| plain.word(last) == ".");
    if plain.len() > LONGEST || ends {
        return edits;
    }
    let finite = |at: usize| matches!(plain.tag(at), Tag::Vbz | Tag::Vbd | Tag::Vbp | Tag::Md);
    for sentence in plain.sentences() {
        // Whether the part up to here has a verb.
        let mut told = false;
        for at in sentence.clone() {
            let before = at.checked_sub(1).filter(|before| sentence.contains(before));
            let Some(before) = before else { continue };
            let next = (at + 1 < sentence.end).then_some(at + 1);
            let comma = plain.word(before) == ",";
            let verb = matches!(plain.pos(at), Pos::Verb | Pos::Aux);
            let later = (at + 1..sentence.end).take_while(|&word| plain.word(word) != ",").any(finite);
            let plural = matches!(plain.tag(before), Tag::Nns | Tag::Nnps);
            let bare = !verb && (plural && !told || comma && told) && !later && next.is_some();
            if bare && is_verb(plain, at, lexicon) && next.is_some_and(|next| goes_on(plain, next)) {
                edits[at] =
                    plural.then(|| lexicon.verb_forms.past(plain.lower(at))).or_else(|| past(plain, at, lexicon));
            }
            if comma && told && (verb && plain.tag(at) != Tag::Vbg || edits[at].is_some()) {
                edits[before] = Some(" and".to_string());
                // "arrests" behind "and" could be a noun.
                if matches!(plain.tag(at), Tag::Vb | Tag::Vbp | Tag::Vbz) && verb {
                    edits[at] = past(plain, at, lexicon);
                }
            }
            told |= verb || edits[at].is_some();
        }
    }
    edits
}

/// True for a small word that is spelled as a verb which tells of a deed.
fn is_verb(plain: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    let word = plain.lower(at);
    let tells = |verb: &str| lexicon.triggers.frames(verb).iter().any(|frame| frame.class == WordClass::Verb);
    plain.word(at).chars().all(char::is_lowercase) && (tells(word) || word.strip_suffix('s').is_some_and(tells))
}

/// The past of the verb behind a comma, also in the third person: `killed` for "kill" and "kills".
fn past(plain: &Parse, at: usize, lexicon: &Lexicon) -> Option<String> {
    let word = plain.lower(at);
    let tells = |verb: &str| lexicon.triggers.frames(verb).iter().any(|frame| frame.class == WordClass::Verb);
    let verb = if tells(word) { word } else { word.strip_suffix('s')? };
    Some(lexicon.verb_forms.past(verb))
}

/// True for a word with which what a verb is done to can begin.
fn goes_on(plain: &Parse, next: usize) -> bool {
    matches!(plain.pos(next), Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj | Pos::Det | Pos::Pron | Pos::Adp)
}
