//! Do the words assert something, or do they only mention it?
//!
//! "The murder of the mayor shocked Velna" tells of a deed with somebody in it; in "after the murder" the deed is only named
//! again and makes no claim.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::goal;
use crate::frame::{Spot, retold};
use crate::{class, grammar, time};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{Frame, NounClass, Slot, WordClass};
use model::{ClaimType, Kind, PartRole};

/// True when the words assert something: a trigger with nobody and nothing around it only mentions.
pub(in crate::frame) fn stands(setting: Setting, site: &Spot, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let named = |heads: &[usize]| heads.iter().any(|&at| parse.pos(at) != Pos::Pron);
    let filled = !draft.actor.is_empty() || !draft.target.is_empty() || !draft.place.is_empty();
    match draft.claim_type.kind() {
        Kind::Relation => {
            let ends = [&draft.actor, &draft.target, &draft.place].iter().filter(|heads| !heads.is_empty()).count();
            // "one of the camps is near Velna" is nobody's presence.
            let somebody = site.class != WordClass::Verb || !draft.actor.is_empty();
            // "the division had two brigades" has them nowhere, "stay out of politics" stays nowhere.
            let nowhere =
                draft.claim_type == ClaimType::PresentIn && matches!(parse.lemma(site.trigger), "have" | "stay");
            let somebody = somebody && !(nowhere && draft.place.is_empty());
            let alone = matches!(draft.claim_type, ClaimType::ImportantTo | ClaimType::PresentIn) && somebody;
            use ClaimType::{AlliedWith, Opposes};
            let sides = !matches!(draft.claim_type, AlliedWith | Opposes)
                || !draft.actor.is_empty() && !draft.target.is_empty();
            // "Tarn replaced *Brek*": what he leads now is told where Brek is said to lead it.
            let follows = retold::successor::succeeds(setting, draft)
                && somebody
                && grammar::undergoer(parse, site.trigger).is_some();
            return ends >= 2 && sides || (alone || follows) && ends >= 1;
        }
        Kind::Assessment => {
            // "efforts to end the war stalled": an aim is one whoever has it.
            let aim = draft.claim_type == ClaimType::Intent
                && site.class == WordClass::Noun
                && goal::is_told(setting, site.trigger);
            return !draft.actor.is_empty() || aim || draft.claim_type == ClaimType::Cause && !draft.target.is_empty();
        }
        Kind::Event => {}
    }
    if draft.claim_type == ClaimType::Demand && reports(setting, site.trigger) {
        return false;
    }
    // "151 were wounded", "the toll rose to 42", "the loss of innocent lives"
    let lives = draft.claim_type == ClaimType::Casualties && !site.words.is_empty() && site.class == WordClass::Noun;
    if lives
        || matches!(draft.claim_type, ClaimType::Casualties | ClaimType::Detain | ClaimType::Displace)
            && !draft.quantity.is_empty()
    {
        return true;
    }
    if draft.claim_type == ClaimType::Casualties && is_none(setting, site.trigger) {
        return true;
    }
    // "twin bombs exploded": that a weapon goes off is told, whomever it hit.
    if site.class == WordClass::Verb
        && draft.claim_type == ClaimType::Attack
        && setting.part.role != PartRole::Headline
        && grammar::doer(parse, site.trigger)
            .is_some_and(|weapon| class::fits(parse, setting.lexicon, weapon, &[NounClass::Arms]))
    {
        return true;
    }
    if site.class == WordClass::Verb {
        // A fixed phrase says enough by itself: "the sanctions were lifted".
        return filled || !site.words.is_empty() && grammar::is_passive(parse, site.trigger);
    }
    if setting.part.role == PartRole::Headline {
        return true;
    }
    let definite = parse.children(site.trigger).any(|child| {
        parse.dep(child) == Dep::Det
            && matches!(parse.norm(child), "the" | "this" | "that" | "these" | "those" | "such")
            || parse.tag(child) == Tag::PrpPoss
    });
    if let Some(carrier) = site.carrier {
        // "the operation began on Monday"
        // "The attack came two weeks before the vote" is told anew, whoever did it; wars and fighting go on.
        let anew = parse.dep(site.trigger) == Dep::Nsubj
            && matches!(draft.claim_type, ClaimType::Attack | ClaimType::Strike | ClaimType::Withdraw)
            && parse.head(site.trigger) == carrier.verb
            && carrier.subject.is_none();
        return filled || !definite || anew || time::of(setting.part, carrier.verb, setting.lexicon).is_some();
    }
    // "after much outrage", "hopes for an agreement" name nobody who would accuse or agree.
    // "despite peace accords *in 1998*": that there were some then is told.
    if !filled && draft.claim_type == ClaimType::Agree && !definite && is_dated(setting, site.trigger) {
        return true;
    }
    if !filled && matches!(draft.claim_type, ClaimType::Accuse | ClaimType::Agree) {
        return false;
    }
    // "told a news *conference*": they only listen.
    let told = matches!(parse.dep(site.trigger), Dep::Dobj | Dep::Dative);
    if told && draft.claim_type == ClaimType::Meet && setting.voices.is_cue(setting.index, parse.head(site.trigger)) {
        return false;
    }
    // A heading of a word or two tells of nothing.
    if parse.len() < 4 {
        return filled;
    }
    // Deeds in general, and those that only go with another: "the planning of strikes", "sentenced to death".
    if !filled && !is_told(setting, site.trigger) {
        return false;
    }
    // "before *the April 15* attack", "since the coup *in 2009*": a day tells which one.
    let dated = || {
        let day = |at: usize| matches!(parse.name_of(at).map(|name| name.label), Some(NameLabel::Date));
        let own = |child: usize| {
            day(child) && matches!(parse.dep(child), Dep::Compound | Dep::Nmod | Dep::Nummod | Dep::Amod)
        };
        let led = |child: usize| {
            parse.dep(child) == Dep::Prep
                && parse.child(child, Dep::Pobj).is_some_and(day)
                && parse.norm(child) != "for"
        };
        parse.children(site.trigger).any(|child| own(child) || led(child))
    };
    use ClaimType::{Attack, Capture, Casualties, Strike};
    if matches!(draft.claim_type, Attack | Capture | Strike) && dated() {
        return true;
    }
    // "until his death *in 2016*", "his death *in a raid*": how and when somebody died is told of nobody twice.
    if draft.claim_type == Casualties && !draft.target.is_empty() && (dated() || is_in_deed(setting, site.trigger)) {
        return true;
    }
    // "the group confirmed his death"
    let confirmed =
        parse.dep(site.trigger) == Dep::Dobj && setting.voices.is_cue(setting.index, parse.head(site.trigger));
    !definite || confirmed && filled || named(&draft.actor) || named(&draft.target) || !draft.place.is_empty()
}

/// True for a noun that tells in which new deed it came about: "his death in *a raid*".
fn is_in_deed(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    let new = |deed: usize| {
        parse.children(deed).any(|child| parse.dep(child) == Dep::Det && matches!(parse.norm(child), "a" | "an"))
            && class::fits(parse, setting.lexicon, deed, &[NounClass::Deed])
    };
    let mut led = parse.children(noun).filter(|&child| parse.norm(child) == "in");
    led.any(|within| parse.child(within, Dep::Pobj).is_some_and(new))
}

/// True for a noun that tells when it was: "peace accords *in 1998*".
pub(in crate::frame) fn is_dated(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    let years = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Date);
    let mut led = parse.children(noun).filter(|&child| parse.norm(child) == "in");
    led.any(|within| parse.child(within, Dep::Pobj).is_some_and(years))
}

/// True for a verb by which its subject is what its object says: "the raid *constitutes* a crime".
pub(crate) fn equates(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let judges = |frame: &Frame| {
        let of_object = frame.class == WordClass::Verb && frame.target == [Slot::Object];
        of_object && frame.claim_type == ClaimType::Judgement && frame.words.is_empty()
    };
    parse.child(verb, Dep::Dobj).is_some()
        && setting.lexicon.evaluations.is_carrier(parse.entry(verb))
        && setting.frames(verb).iter().any(judges)
}

/// True for a noun of which there is none: "*no injuries* were reported", "there were *no casualties*".
pub(in crate::frame) fn is_none(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    let none = |child: usize| parse.dep(child) == Dep::Det && parse.norm(child) == "no";
    parse.pos(noun) == Pos::Noun
        && matches!(parse.dep(noun), Dep::Attr | Dep::Dobj | Dep::Nsubjpass)
        && parse.children(noun).any(none)
}

/// True for a verb whose clause is a statement, as in "told Radio Velna that rebels had left": nothing is asked for.
fn reports(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    // "demanded that all sides *stop*": a verb that only asks has no statement.
    let says = setting.voices.is_cue(setting.index, verb);
    parse.child(verb, Dep::Ccomp).is_some_and(|clause| {
        let finite = |at: usize| matches!(parse.tag(at), Tag::Vbd | Tag::Vbz) || parse.tag(at) == Tag::Vbp && says;
        let infinitive = parse.children(clause).any(|child| parse.tag(child) == Tag::To || parse.tag(child) == Tag::Md);
        !infinitive
            && (finite(clause) || parse.children(clause).any(|child| parse.dep(child) == Dep::Aux && finite(child)))
    })
}

/// True for a verb or a noun that tells who came to harm: "was *killed* in a raid", "the *death* of Brek in a raid".
fn hurts(setting: Setting, word: usize) -> bool {
    let parse = &setting.part.parse;
    let frames = setting.frames(word);
    let class = match parse.pos(word) {
        Pos::Verb => WordClass::Verb,
        Pos::Noun if grammar::after(parse, word, "of").is_some() => WordClass::Noun,
        _ => return false,
    };
    let harm = |frame: &Frame| frame.class == class && frame.claim_type == ClaimType::Casualties;
    frames.iter().any(|frame| harm(frame) && frame.words.is_empty())
}

/// What tells of the harm done in a deed behind "in", on whatever the tree hangs it: "the *death* of Brek in a raid".
pub(in crate::frame) fn of_harm(setting: Setting, preposition: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let mut host = parse.head(preposition);
    if parse.dep(host) == Dep::Pobj && parse.norm(parse.head(host)) == "of" {
        host = parse.head(parse.head(host));
    }
    // "killed nine rebels | *in air strikes*"
    if parse.dep(host) == Dep::Dobj {
        host = parse.head(host);
    }
    // "announced the death of Brek | *in a raid*"
    let object = parse.child(host, Dep::Dobj).filter(|&object| object < preposition);
    [Some(host), object].into_iter().flatten().find(|&at| hurts(setting, at))
}

/// True for a noun of which a sentence tells something: what somebody does, what there is, what is reported.
///
/// "they feared strikes", "after a week of fighting", "reports of shelling"; not "in a strike", "the terms of talks".
fn is_told(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    let head = parse.head(noun);
    let dated = parse
        .children(noun)
        .any(|child| matches!(parse.name_of(child).map(|name| name.label), Some(NameLabel::Date | NameLabel::Time)));
    let exists = parse.children(head).any(|child| parse.dep(child) == Dep::Expl);
    match parse.dep(noun) {
        _ if dated => true,
        // "it was an attack" only says what it was; "a war is under way" tells of it.
        Dep::Nsubj | Dep::Nsubjpass => parse.lemma(head) != "be" || parse.child(head, Dep::Attr).is_none(),
        Dep::Attr => exists,
        Dep::Dobj => !equates(setting, head),
        Dep::Conj => is_told(setting, head),
        Dep::Pobj => match parse.norm(head) {
            "of" => {
                let above = parse.head(head);
                let lemma = parse.entry(above);
                setting.lexicon.nouns.is(lemma, NounClass::Measure)
                    || setting.lexicon.nouns.is(lemma, NounClass::Publication)
                    || setting.lexicon.triggers.frames(lemma).iter().any(|frame| frame.claim_type == ClaimType::Accuse)
                    || matches!(parse.name_of(above).map(|name| name.label), Some(NameLabel::Date | NameLabel::Time))
            }
            // "were killed *in an ambush*", "announced the death of Brek *in an air strike*"
            "in" if of_harm(setting, head).is_some() => true,
            "in" | "on" | "for" | "to" | "as" | "from" => false,
            _ => true,
        },
        _ => true,
    }
}
