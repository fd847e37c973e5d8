//! Who is sure of what?
//!
//! "The mayor is *convinced* that rebels had left" → for `left` the source `mayor`. "It is certain that rebels had left" is nobody's view.

use super::cue::{Raw, cues_of};
use super::source::{Source, trim};
use super::verb::{is_verbal, subject};
use super::withheld;
use crate::PartText;
use language::{Dep, Pos, Tag};
use lexicon::{CueClass, Lexicon};
use model::{Modality, Stance};

/// Name of the pattern in which an adjective says what somebody holds to be so.
const RULE: &str = "attribution/conviction";

/// What an adjective or participle with a clause says of whom it describes.
pub(crate) fn read(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let adjective = parse.pos(at) == Pos::Adj || parse.tag(at) == Tag::Vbn && parse.child(at, Dep::Auxpass).is_none();
    if !adjective || !matches!(parse.dep(at), Dep::Acomp | Dep::Oprd | Dep::Acl | Dep::Advcl | Dep::Amod) {
        return None;
    }
    // "was sure that", "Brek, sure that": not "sure to win", "so sure that they sang".
    let below = |host: usize| parse.children(host).find(|&child| child > at && parse.dep(child) == Dep::Ccomp);
    // The tree may hang the clause on the verb: "is adamant *that*".
    let behind = || below(parse.head(at)).filter(|&clause| parse.subtree(clause).start == at + 1);
    let clause = below(at).or_else(behind)?;
    let told = parse.child(clause, Dep::Nsubj).or_else(|| parse.child(clause, Dep::Nsubjpass)).is_some();
    let so = parse.children(at).any(|child| child < at && parse.norm(child) == "so");
    let (cue, words) = cues_of(parse, CueClass::Adjective, at, lexicon).into_iter().next().filter(|_| told && !so)?;
    let verb = parse.head(at);
    let said = matches!(parse.dep(at), Dep::Acomp | Dep::Oprd) && is_verbal(parse, verb);
    let who = match parse.dep(at) {
        _ if said => subject(parse, verb)?,
        Dep::Amod | Dep::Acl if !is_verbal(parse, verb) => verb,
        _ => subject(parse, at)?,
    };
    // "*It* is certain that rebels had left".
    if parse.norm(who) == "it" || parse.dep(who) == Dep::Expl || who == at {
        return None;
    }
    let source = Source::at(part, who, lexicon);
    let stance = withheld::stance(part, if said { verb } else { at }, cue, lexicon);
    Some(Raw {
        head: at,
        cue: words,
        source: Some(source),
        relative: None,
        phrase_said: false,
        blames: false,
        outlet: None,
        content: std::iter::once(trim(parse, parse.subtree(clause))).collect(),
        stance: stance.unwrap_or(cue.stance),
        modality: if stance == Some(Stance::Doubts) { Modality::Claimed } else { cue.modality },
        chain: true,
        speech: false,
        only_says: true,
        rule: RULE,
    })
}
