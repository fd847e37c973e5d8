//! Who says what a verb reports?
//!
//! "said the mayor", "was reported by the mayor", "condemned the raid, saying" → the word that heads who says it.

use super::super::source::{Source, is_dumb, is_measure, object_of, with_rank};
use super::super::verb::{is_passive, own_subject, subject};
use super::cues_of;
use super::line::Line;
use super::told::Told;
use crate::{PartText, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Cue, CueClass, Lexicon, NounClass, Place, Reach};
use model::{Modality, SourceKind, Stance};

/// The word that heads who says it.
pub(super) fn read(line: Line) -> Option<usize> {
    let Line { part, at, cue, lexicon, passive } = line;
    let parse = &part.parse;
    if passive {
        let by = parse.child(at, Dep::Agent).or_else(|| quoted_by(line));
        return by.and_then(|by| object_of(parse, by));
    }
    if let Some(deed) = judged_deed(line) {
        return subject(parse, parse.head(deed));
    }
    let named = inverted(part, at, lexicon).or_else(|| before(parse, at)).or_else(|| beside(part, at, lexicon));
    named.or_else(|| speaker(parse, told_besides(parse, at, cue, lexicon), lexicon))
}

/// Who told it: "heard *from residents* that": they say so, whoever heard it.
pub(super) fn heard_from(line: Line) -> Option<Source> {
    let Line { part, at, lexicon, .. } = line;
    let parse = &part.parse;
    let leads = |child: &usize| parse.dep(*child) == Dep::Prep && parse.norm(*child) == "from";
    let teller = parse.children(at).find(leads).and_then(|from| object_of(parse, from))?;
    Some(Source::at(part, teller, lexicon)).filter(|source| source.speaks || source.kind == SourceKind::Person)
}

/// True for a word that says nothing, though it stands where who says it does.
pub(super) fn says_nothing(line: Line, told: &Told, head: usize) -> bool {
    let parse = &line.part.parse;
    // "The operation threatens to drive thousands out": a deed vows nothing.
    let loose = || told.is_phrase() || told.inserted || line.cue.modality == Modality::Planned;
    is_deed(parse, head)
        || is_measure(parse, head)
        // "no group claimed the attack": the attack was, and nobody spoke.
        || loose() && (is_mute(parse, head, line.lexicon) || grammar::is_nobody(parse, head))
}

/// "this *strengthens fears* that": a verb taken for a subject is nobody.
fn is_deed(parse: &Parse, head: usize) -> bool {
    parse.pos(head) == Pos::Verb && parse.name_of(head).is_none()
}

/// "The explosion claimed nine lives", "as efforts continue, the dead are counted": neither has anything to say.
fn is_mute(parse: &Parse, head: usize, lexicon: &Lexicon) -> bool {
    use NounClass::*;
    let lemma = parse.entry(head);
    parse.pos(head) == Pos::Noun
        && parse.name_of(head).is_none()
        && !lexicon
            .nouns
            .classes(lemma)
            .iter()
            .any(|class| matches!(class, Forces | Party | People | Place | Site | Publication | Talk | Accord))
        && lexicon.sources.noun(lemma).is_none()
}

/// "was quoted *as saying by the Halden Post*": the tree hangs who quotes him on what he does.
fn quoted_by(line: Line) -> Option<usize> {
    let Line { part, at, cue, .. } = line;
    let parse = &part.parse;
    let leads =
        |&lead: &usize| parse.dep(lead) == Dep::Prep && cue.places.contains(&Place::After(parse.norm(lead).into()));
    // "was hailed *as a success by the government*"
    let told = |lead| parse.child(lead, Dep::Pcomp).or_else(|| parse.child(lead, Dep::Pobj));
    let said = parse.children(at).filter(leads).find_map(told)?;
    parse.children(said).find(|&by| parse.norm(by) == "by")
}

/// The deed on which a participle hangs, of whoever judges it: "condemned the *raid* saying that": who condemns says so, and not the raid.
fn judged_deed(line: Line) -> Option<usize> {
    let Line { part, at, lexicon, .. } = line;
    let parse = &part.parse;
    let deed = parse.head(at);
    let hung = parse.dep(at) == Dep::Acl && parse.tag(at) == Tag::Vbg && parse.pos(deed) == Pos::Noun;
    (hung && parse.dep(deed) == Dep::Dobj && is_dumb(parse, deed, lexicon)).then_some(deed)
}

/// The verb of saying whose subject says what a participle adds, which the tree hangs on what was said: "*said* the ship was struck, adding
/// that the raid was over"; the verb itself else.
fn told_besides(parse: &Parse, at: usize, cue: &Cue, lexicon: &Lexicon) -> usize {
    let clause = parse.head(at);
    let above = parse.head(clause);
    let adds = parse.tag(at) == Tag::Vbg
        && parse.dep(at) == Dep::Advcl
        && at.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",")
        && parse.child(at, Dep::Nsubj).is_none()
        && (cue.modality, cue.stance) == (Modality::Fact, Stance::Asserts);
    let says = |cue: &Cue| cue.reach == Reach::Chain && cue.places.contains(&Place::Clause);
    let said = parse.dep(clause) == Dep::Ccomp
        && above < clause
        && lexicon.reporting.starting(CueClass::Verb, parse.entry(above)).any(says);
    if adds && said { above } else { at }
}

/// The name right before a cue that the parser took for no subject of it: "In Halden, the mayor, Ruth Osei, said".
fn before(parse: &Parse, at: usize) -> Option<usize> {
    if own_subject(parse, at).is_some() || !matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp) {
        return None;
    }
    let comma = at.checked_sub(1).filter(|&comma| parse.tag(comma) == Tag::Comma)?;
    let name = parse.name_of(comma.checked_sub(1)?).filter(|name| name.label == NameLabel::Person)?;
    let start = with_rank(parse, name.tokens.start);
    let opened = start > 0 && parse.tag(start - 1) == Tag::Comma;
    (opened && name.tokens.end == comma && parse.sentence_of(start) == parse.sentence_of(at))
        .then_some(name.tokens.end - 1)
}

/// The description right before a cue, which the parser took for an apposition of the last name in what is said.
fn beside(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let noun = grammar::set_beside(&part.parse, at)?;
    Source::at(part, noun, lexicon).speaks.then_some(noun)
}

/// The source that follows an inverted verb of saying but that the parser did not take for its subject.
fn inverted(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let parse = &part.parse;
    let after = at.checked_sub(1).is_some_and(|before| matches!(parse.tag(before), Tag::Comma | Tag::CloseQuote));
    let finite = matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn);
    if !after || !finite || own_subject(parse, at).is_some() || at + 1 >= parse.len() {
        return None;
    }
    let noun = parse.children(at).find(|&child| {
        child > at
            && matches!(parse.dep(child), Dep::Dobj | Dep::Oprd | Dep::Attr | Dep::Appos | Dep::Dep | Dep::Npadvmod)
    })?;
    let next = parse.subtree(noun).start == at + 1 && matches!(parse.pos(noun), Pos::Propn | Pos::Noun);
    (next && !is_measure(parse, noun) && Source::at(part, noun, lexicon).speaks).then_some(noun)
}

/// The subject of a cue. A cue without one that a comma joins to a clause inside what another cue says goes on with the
/// source of that one, as does one behind a passive: "He noted that the house had not voted, and mentioned a court."
fn speaker(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let head = parse.head(at);
    if parse.dep(at) == Dep::Conj && own_subject(parse, at).is_none() && parse.dep(head) == Dep::Ccomp {
        let outer = parse.head(head);
        let says = !cues_of(parse, CueClass::Verb, outer, lexicon).is_empty();
        let comma = (head + 1..at)
            .any(|between| parse.head(between) == head && parse.tag(between) == Tag::Comma && between + 3 > at);
        // "He said that an inquiry had been opened and *stated* that": what is done to it states nothing.
        let turns = is_passive(parse, head) && !is_passive(parse, at) && parse.tag(at) == Tag::Vbd;
        if says && (comma || turns) && cues_of(parse, CueClass::Verb, head, lexicon).is_empty() {
            return subject(parse, outer);
        }
    }
    subject(parse, at)
}
