//! Does a verb report something, as one line of the table reads it?
//!
//! "The mayor *said* rebels had left." → an attribution to the mayor; "was dismissed *as commander*" → none, though "dismissed" can deny.

use super::super::source::Source;
use super::super::verb::{is_negated, is_passive, own_subject};
use super::super::{cue_words, withheld};
use super::told::Told;
use super::{Raw, outlet, teller, told};
use crate::{PartText, grammar};
use language::{Dep, Parse, Tag};
use lexicon::{Cue, Frame, Lexicon, Place, Reach, Slot, WordClass};
use model::{ClaimType, Modality, SourceKind, Stance};
use std::ops::Range;

/// A verb, and the line of the table that reads it.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) part: &'a PartText<'a>,
    pub(super) at: usize,
    pub(super) cue: &'a Cue,
    pub(super) passive: bool,
    pub(super) lexicon: &'a Lexicon,
}

impl<'a> Line<'a> {
    /// The particle or complement of the cue: "called *on*".
    pub(super) fn second(self) -> Option<&'a str> {
        self.cue.lemma.split(' ').nth(1)
    }

    /// True for a verb of saying that can govern a quotation.
    pub(super) fn speech(self) -> bool {
        self.cue.places.iter().any(|place| matches!(place, Place::Clause | Place::Quote))
    }
}

/// What a verb says and who says so; `words` are those of the cue.
pub(super) fn read(part: &PartText, at: usize, cue: &Cue, words: Range<usize>, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    if reports_nothing(parse, at, cue, lexicon) {
        return None;
    }
    let line = Line { part, at, cue, passive: is_passive(parse, at), lexicon };
    let mut told = told::read(line, &words);
    let head = teller::read(line);
    if head.is_some_and(|head| teller::says_nothing(line, &told, head)) {
        return None;
    }
    if let Some(head) = head {
        told::without_teller(parse, head, &mut told.content);
    }
    let source = match cue.reach {
        Reach::Hearsay if is_heard_himself(line, &told) => return None,
        Reach::Hearsay => teller::heard_from(line),
        _ => head.map(|head| Source::at(part, head, lexicon)),
    };
    if !is_told_by(line, &told, source.as_ref()) || told.content.is_empty() && !line.speech() {
        return None;
    }
    let published = cue.places.contains(&Place::Inside);
    if published && !shows_report(line) {
        return None;
    }
    let unnamed = line.passive && source.is_none();
    let kept = withheld::stance(part, at, cue, lexicon);
    let stance = kept.unwrap_or(cue.stance);
    let modality = match cue.modality {
        _ if kept == Some(Stance::Doubts) => Modality::Claimed,
        Modality::Fact if unnamed => Modality::Claimed,
        own => own,
    };
    Some(Raw {
        head: at,
        cue: cue_words::of_verb(parse, at, words, &told.content, lexicon),
        relative: own_subject(parse, at).filter(|&word| matches!(parse.tag(word), Tag::Wp | Tag::Wdt)),
        phrase_said: told.is_phrase(),
        blames: blames(line, &told, unnamed),
        outlet: outlet::read(part, at, source.as_ref(), lexicon),
        chain: is_link(line, source.as_ref()) && !says_what_he_holds(line, &told),
        speech: line.speech(),
        only_says: only_says(cue, modality, stance),
        rule: match told.inserted {
            _ if published => "attribution/published",
            _ if unnamed => "attribution/passive",
            true => "attribution/inserted-clause",
            false => "attribution/reporting-verb",
        },
        source,
        content: told.content,
        stance,
        modality,
    })
}

/// True for a verb that is no cue where it stands, whatever stands around it.
fn reports_nothing(parse: &Parse, at: usize, cue: &Cue, lexicon: &Lexicon) -> bool {
    describes(parse, at)
        || cue.stance == Stance::Denies && (takes_office(parse, at, lexicon) || keeps_from(parse, at))
        || kills(parse, at, lexicon)
}

/// "the said village", "claimed territory": a participle before its noun reports nothing.
fn describes(parse: &Parse, at: usize) -> bool {
    matches!(parse.dep(at), Dep::Amod | Dep::Compound)
}

/// "was dismissed *as commander*": who loses an office is denied nothing.
fn takes_office(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    grammar::after(parse, at, "as").is_some_and(|office| lexicon.titles.relation(parse.entry(office)).is_some())
}

/// "*deny* the rebels the use of the road": what somebody is kept from is no statement.
fn keeps_from(parse: &Parse, at: usize) -> bool {
    parse.child(at, Dep::Dative).is_some()
}

/// True for a verb that tells of dead with its object: "*claimed* 3,000 lives" reports nothing.
fn kills(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    let Some(object) = parse.child(verb, Dep::Dobj) else { return false };
    lexicon.triggers.frames(parse.entry(verb)).iter().any(|frame| {
        frame.class == WordClass::Verb
            && frame.claim_type == ClaimType::Casualties
            // "announced 40 fatalities" reports those of who announces them.
            && !frame.target.contains(&Slot::Subject)
            && frame.words.iter().any(|word| *word == parse.entry(object))
    })
}

/// "heard *a plane flying over*" with his own ears: that, or nothing, was heard, and no report.
fn is_heard_himself(line: Line, told: &Told) -> bool {
    let parse = &line.part.parse;
    let sensed = |clause: usize| {
        parse.dep(clause) == Dep::Ccomp
            && matches!(parse.tag(clause), Tag::Vb | Tag::Vbg)
            && parse.child(clause, Dep::Aux).is_none()
    };
    told.content.is_empty() || parse.children(line.at).any(sensed)
}

/// True where somebody says it, named or not.
fn is_told_by(line: Line, told: &Told, source: Option<&Source>) -> bool {
    match source {
        // "It emerged that": a dummy subject is nobody.
        Some(source) => line.part.parse.dep(source.head) != Dep::Expl,
        None if line.passive => is_told_by_unnamed(line, told),
        None => line.cue.reach == Reach::Hearsay,
    }
}

/// Only words that keep their distance by themselves tell that somebody unnamed speaks: "it *was claimed* that".
fn is_told_by_unnamed(line: Line, told: &Told) -> bool {
    !told.content.is_empty()
        && line.cue.reach == Reach::Chain
        && line.cue.modality != Modality::Forecast
        && !describes_without_distance(line, told)
        && !may_be_said(line)
        && !is_left_open(line)
}

/// "a deal described as void" names no speaker, but "men *accused of* the raid", "*believed to be* in the town" keep their distance.
fn describes_without_distance(line: Line, told: &Told) -> bool {
    let distant = line.cue.modality == Modality::Claimed || told.place == Some(&Place::Infinitive);
    line.part.parse.dep(line.at) == Dep::Acl && !distant
}

/// "could be seen as" tells what may be said, not that it was said.
fn may_be_said(line: Line) -> bool {
    let parse = &line.part.parse;
    parse.children(line.at).any(|child| parse.tag(child) == Tag::Md)
}

/// "it is not ruled out that": nobody says that it is so.
fn is_left_open(line: Line) -> bool {
    line.cue.stance != Stance::Asserts && is_negated(&line.part.parse, line.at)
}

/// "published *a report* describing the attack": only of what tells something can a part be told.
fn shows_report(line: Line) -> bool {
    let Line { part, at, lexicon, .. } = line;
    let parse = &part.parse;
    parse.child(at, Dep::Dobj).is_some_and(|noun| {
        matches!(
            lexicon.sources.noun(parse.lemma(noun)),
            Some(SourceKind::Document | SourceKind::Recording | SourceKind::SocialMedia)
        )
    })
}

/// True where the words make a link: "the army *showed* that", but not "the wreck *showed* that".
fn is_link(line: Line, source: Option<&Source>) -> bool {
    match line.cue.reach {
        Reach::Chain | Reach::Hearsay => true,
        Reach::View => false,
        Reach::Evidence => source.is_none_or(|source| source.speaks),
    }
}

/// "reiterated *its condemnation* of the raid" condemns: what somebody holds is told by the text, not by him.
fn says_what_he_holds(line: Line, told: &Told) -> bool {
    use ClaimType::{Accuse, Demand, Intent, Opposes, Refuse, Support, Threaten};
    let Line { part, at, lexicon, .. } = line;
    let parse = &part.parse;
    let attitude =
        |frame: &Frame| matches!(frame.claim_type, Accuse | Demand | Intent | Opposes | Refuse | Support | Threaten);
    let holds = |noun: usize| {
        parse.children(noun).any(|owner| parse.tag(owner) == Tag::PrpPoss)
            && lexicon.triggers.nouns(parse.entry(noun)).any(attitude)
    };
    told.place == Some(&Place::Object) && parse.child(at, Dep::Dobj).is_some_and(holds)
}

/// "blamed *for the raid*", "believed *to be behind the raid*": the deed is taken for granted.
fn blames(line: Line, told: &Told, unnamed: bool) -> bool {
    match told.place {
        Some(Place::After(_)) => line.cue.modality == Modality::Claimed,
        Some(Place::Infinitive) => unnamed,
        _ => false,
    }
}

/// True for a cue that is no deed itself: `said`, unlike `accused`.
fn only_says(cue: &Cue, modality: Modality, stance: Stance) -> bool {
    let blamed = |place: &Place| matches!(place, Place::After(word) if word == "for" || word == "of");
    let deed = cue.places.iter().any(blamed) || modality == Modality::Planned || stance != Stance::Asserts;
    cue.reach != Reach::View && !deed && cue.places != [Place::Inside]
}
