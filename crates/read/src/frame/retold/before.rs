//! What was told right before that is judged here by a word that only takes it up?
//!
//! "The *bombing in Velna* killed nine. This cowardly act …": the bombing is judged. "*Kestria* closed the crossing. The decision is
//! unacceptable": Kestria is, by what it did.

use crate::claim::{Draft, Setting};
use crate::frame::speaks;
use crate::mention::Phrase;
use crate::{class, grammar};
use language::{Dep, Pos};
use lexicon::{HedgeClass, NounClass, WordClass};
use model::{Argument, Claim, ClaimType, Kind, Modality, Polarity};
use std::collections::BTreeMap;

/// What the sentences of a document tell to have been done, by their number.
#[derive(Debug, Default)]
pub(super) struct Before {
    told: BTreeMap<u32, Vec<Event>>,
}

/// Sentences back within which "this attack" takes up a deed of its kind: "*The raid* … The minister said: … This was an attack on us".
const BACK: u32 = 4;

/// A deed of a sentence.
#[derive(Debug)]
struct Event {
    article: u32,
    claim_type: ClaimType,
    /// The words of the deed or accord, where a noun tells of it.
    deed: Option<Argument>,
    doers: Vec<Argument>,
}

/// What a judgement says that something before is: what somebody did, or how he did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sought {
    Deed,
    Doer,
}

impl Before {
    /// Keeps the deed of a claim, in the order of those of its sentence.
    pub(in crate::frame) fn tell(&mut self, setting: Setting, draft: &Draft, claim: &Claim) {
        let real = matches!(claim.modality.value, Modality::Fact | Modality::Claimed)
            && claim.polarity.value == Polarity::Positive;
        if draft.claim_type.kind() != Kind::Event || !real {
            return;
        }
        let doers = if draft.actor.iter().all(|&at| acts(setting, at)) { claim.actor.clone() } else { Vec::new() };
        let deed = noun(setting, draft).map(|at| {
            let part = setting.part;
            Phrase::of(&part.parse, setting.lexicon, at).argument(part)
        });
        if deed.is_some() || !doers.is_empty() {
            let event = Event { article: claim.article, claim_type: claim.claim_type, deed, doers };
            self.told.entry(claim.sentence).or_default().push(event);
        }
    }

    /// What is judged where the words of the draft only take it up; empty where they do not, or nothing was told.
    pub(in crate::frame) fn judged(&self, setting: Setting, draft: &Draft) -> Vec<Argument> {
        let [judged] = draft.actor[..] else { return Vec::new() };
        if draft.claim_type != ClaimType::Judgement {
            return Vec::new();
        }
        let Some(sought) = sought(setting, draft, judged) else { return Vec::new() };
        let part = setting.part;
        let said = if part.parse.pos(judged) == Pos::Noun { judged } else { said_to_be(setting, draft) };
        let here = part.sentence_of(judged);
        // "the truce was signed. *This* is a breakthrough": what it is said to be need not be its own name.
        let evaluates = said != judged && setting.lexicon.evaluations.noun(part.parse.entry(said)).is_some();
        let of_article =
            |event: &&Event| event.article == part.article && (evaluates || can_be(setting, said, event.claim_type));
        // "The battle was a draw, but *it* was a disaster for the army": told in the same sentence.
        let of = |sentence: u32| self.told.get(&sentence).into_iter().flatten();
        // What somebody only said is no deed: "The minister *welcomed* it. This was an attack on us all", but "The move was wrong".
        let chosen = sought == Sought::Doer && said == judged;
        let deed = |event: &&Event| chosen || event.deed.is_some() || !speaks(event.claim_type);
        // Of several deeds of a sentence the first is taken up by any word, another by its own.
        let first_or_named = |sentence: u32| {
            let first = of(sentence).filter(deed).take(1).filter(of_article);
            let others = of(sentence).filter(deed).skip(1).filter(of_article);
            first.chain(others.filter(|event| is_same(setting, said, event.claim_type)))
        };
        let within = of(here).find(|event| {
            let before = |deed: &Argument| deed.span.end <= part.token_span(judged).start;
            part.parse.norm(judged) == "it" && event.deed.as_ref().is_some_and(before)
        });
        let within = within.filter(of_article);
        let before = || here.checked_sub(1).and_then(|before| first_or_named(before).next());
        // "This was a cowardly *attack*" may take up an attack told a little further back.
        let further = || {
            let named = sought == Sought::Deed && tells_event(setting, said);
            let back = (2..=BACK).filter_map(|back| here.checked_sub(back));
            if named { back.flat_map(first_or_named).find(|event| event.deed.is_some()) } else { None }
        };
        let Some(event) = within.or_else(before).or_else(further) else {
            return last_subject(setting, judged, said).into_iter().collect();
        };
        // "Both sides signed an accord. *It* is a first step": what they did stands by itself.
        let sought = if said != judged && event.claim_type == ClaimType::Agree { Sought::Deed } else { sought };
        match (&event.deed, event.doers.as_slice()) {
            (Some(deed), doers) if sought == Sought::Deed || doers.is_empty() => vec![deed.clone()],
            (_, doers) => doers.to_vec(),
        }
    }
}

/// The accord or deed that the sentence before is about, where nothing is told to happen: "*The Dorin Accord* sets out a plan. This is a
/// great step".
fn last_subject(setting: Setting, judged: usize, said: usize) -> Option<Argument> {
    let part = setting.part;
    let parse = &part.parse;
    let before = parse.sentence_of(judged).checked_sub(1)?;
    let root = parse.sentences()[before].clone().find(|&at| parse.is_root(at))?;
    let subject = grammar::doer(parse, root).or_else(|| grammar::undergoer(parse, root))?;
    let named = class::fits(parse, setting.lexicon, subject, &[NounClass::Accord]) && parse.pos(subject) == Pos::Propn;
    (named && can_be(setting, said, ClaimType::Agree))
        .then(|| Phrase::of(parse, setting.lexicon, subject).argument(part))
}

/// True for who can do something; a pronoun stands for whom it means.
fn acts(setting: Setting, at: usize) -> bool {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    parse.pos(at) == Pos::Pron || class::fits(parse, setting.lexicon, at, &[People, Party, Forces])
}

/// The noun that tells the deed or the accord of a draft.
fn noun(setting: Setting, draft: &Draft) -> Option<usize> {
    let parse = &setting.part.parse;
    let tells = |at: &usize| {
        matches!(parse.pos(*at), Pos::Noun | Pos::Propn)
            && class::fits(parse, setting.lexicon, *at, &[NounClass::Deed, NounClass::Accord])
    };
    let signed = || grammar::undergoer(parse, draft.trigger).filter(|_| draft.claim_type == ClaimType::Agree);
    Some(draft.trigger).filter(|_| draft.rule == "event/noun").filter(tells).or_else(|| signed().filter(tells))
}

/// What a judged word takes up: "*this* is a mistake", "*it* was an atrocity", "*such* behaviour", "*the decision*". `None` for a word
/// that stands for somebody or something of its own.
fn sought(setting: Setting, draft: &Draft, judged: usize) -> Option<Sought> {
    let parse = &setting.part.parse;
    if parse.pos(judged) == Pos::Noun {
        let determiner =
            parse.children(judged).find(|&child| matches!(parse.dep(child), Dep::Det | Dep::Predet | Dep::Amod))?;
        let told_further = parse.children(judged).any(|child| {
            child > judged && matches!(parse.dep(child), Dep::Prep | Dep::Acl | Dep::Relcl | Dep::Appos)
                || matches!(parse.dep(child), Dep::Poss | Dep::Compound | Dep::Nummod)
        });
        let points = matches!(parse.norm(determiner), "this" | "that" | "these" | "those" | "such");
        let takes_up = points || parse.norm(determiner) == "the" && is_course(setting, judged);
        return if takes_up && !told_further { abstraction(setting, judged) } else { None };
    }
    let said = said_to_be(setting, draft);
    match parse.norm(judged) {
        "this" | "that" if parse.pos(judged) == Pos::Pron && parse.pos(said) == Pos::Adj => Some(Sought::Deed),
        "this" | "that" | "it" if parse.pos(judged) == Pos::Pron && parse.pos(said) == Pos::Noun => {
            let evaluates = setting.lexicon.evaluations.noun(parse.entry(said)).is_some();
            let among = said != draft.trigger;
            let sought = abstraction(setting, said);
            // "one of the worst *incidents*" is a deed.
            let sought = if among { sought.map(|_| Sought::Deed) } else { sought };
            sought.filter(|_| evaluates || among || !class::classes(parse, setting.lexicon, said).is_empty())
        }
        _ => None,
    }
}

/// What somebody or something is said to be: "one of the worst *incidents*".
fn said_to_be(setting: Setting, draft: &Draft) -> usize {
    let parse = &setting.part.parse;
    let among = || grammar::after(parse, draft.trigger, "of").filter(|&among| parse.pos(among) == Pos::Noun);
    // "It *constitutes* a violation of the charter"
    let carried = || {
        let carries = setting.lexicon.evaluations.is_carrier(parse.entry(draft.trigger));
        parse.child(draft.trigger, Dep::Dobj).filter(|_| carries && parse.pos(draft.trigger) == Pos::Verb)
    };
    let among = if matches!(parse.norm(draft.trigger), "one" | "some") { among() } else { carried() };
    among.unwrap_or(draft.trigger)
}

/// True for a noun that tells an event by itself: `attack`; not `act`.
fn tells_event(setting: Setting, noun: usize) -> bool {
    let mut frames = setting.noun_frames(noun);
    frames.any(|frame| frame.claim_type.kind() == Kind::Event)
}

/// What a noun that is no party and no place takes up: "act", "attack" and "accord" the deed, "decision" and "behaviour" who did it.
fn abstraction(setting: Setting, noun: usize) -> Option<Sought> {
    use NounClass::{
        Accord, Aid, Arms, Deed, Forces, Gain, Money, Party, People, Place, Publication, Site, Talk, Vehicle, Victims,
    };
    let parse = &setting.part.parse;
    let classes = class::classes(parse, setting.lexicon, noun);
    let other = [Aid, Arms, Forces, Money, Party, People, Place, Publication, Site, Talk, Vehicle, Victims];
    if parse.name_of(noun).is_some() || classes.any(&other) {
        return None;
    }
    let done = classes.any(&[Accord, Deed]);
    let own = classes.has(Gain) || is_course(setting, noun);
    Some(if done && !own { Sought::Deed } else { Sought::Doer })
}

/// True when a deed of a type can be called by a noun: "this act" can be any, "this attack" no treaty.
fn can_be(setting: Setting, noun: usize, told: ClaimType) -> bool {
    use ClaimType::{Agree, Attack, Capture, Casualties, Destroy, Fight, Meet, Strike};
    let parse = &setting.part.parse;
    let lemma = parse.entry(noun);
    let group = |claim_type: ClaimType| match claim_type {
        Attack | Capture | Casualties | Destroy | Fight | Strike => Attack,
        Agree | Meet => Agree,
        other => other,
    };
    let frames = setting.lexicon.triggers.frames(lemma).iter().filter(|frame| frame.class == WordClass::Noun);
    let mut events =
        frames.map(|frame| frame.claim_type).filter(|claim_type| claim_type.kind() == Kind::Event).peekable();
    match events.peek() {
        Some(_) => events.any(|claim_type| group(claim_type) == group(told)),
        None => group(told) == Agree || !setting.lexicon.nouns.is(lemma, NounClass::Accord),
    }
}

/// True where a noun tells of a deed of this very type; attacks and strikes are both called attacks.
fn is_same(setting: Setting, noun: usize, told: ClaimType) -> bool {
    use ClaimType::{Attack, Strike};
    let same = |of: ClaimType| of == told || matches!((of, told), (Attack, Strike) | (Strike, Attack));
    let mut frames = setting.noun_frames(noun);
    frames.any(|frame| same(frame.claim_type))
}

/// True for what somebody decides on: "the decision", "the move".
fn is_course(setting: Setting, noun: usize) -> bool {
    let lemma = setting.part.parse.entry(noun);
    let frames = setting.lexicon.triggers.frames(lemma);
    frames.iter().any(|frame| frame.class == WordClass::Noun && frame.claim_type == ClaimType::Intent)
        || setting.lexicon.hedges.get(HedgeClass::Noun, lemma).is_some()
}
