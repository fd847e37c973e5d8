//! Whom does a judgement touch?
//!
//! "The raid was a blow *to the clan*", "the treaty between *Morvania* and *Kestria* is void": who stands behind a preposition of the
//! word that judges, else whom its clause names, else those whom the judged deed was done to.

use super::judgement::EVALUATION;
use crate::claim::{Draft, Setting};
use crate::frame::{all_behind, is_place, is_state};
use crate::{class, grammar, mention};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::NounClass;
use model::ClaimType;

/// Words behind the one that judges within which somebody is touched by it.
const REACH: usize = 14;

/// Fills the targets of judgements that have none yet, and drops what only seems to happen in the words of a judgement.
pub(crate) fn settle(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    // "was poorly *equipped*", "was *in* a desperate position"
    let judging: Vec<usize> =
        drafts.iter().filter(|draft| draft.rule == EVALUATION).map(|draft| draft.trigger).collect();
    let states = judging.iter().filter(|&&at| parse.dep(at) == Dep::Prep).filter_map(|&at| parse.child(at, Dep::Pobj));
    let states: Vec<usize> = states.collect();
    let seeming = |draft: &Draft| match draft.claim_type {
        ClaimType::Appear | ClaimType::LocatedIn | ClaimType::PresentIn => {
            draft.place.iter().any(|place| states.contains(place))
        }
        ClaimType::Supply | ClaimType::Recruit => {
            judging.contains(&draft.trigger) && parse.child(draft.trigger, Dep::Auxpass).is_some()
        }
        _ => false,
    };
    drafts.retain(|draft| !seeming(draft));
    drafts.iter_mut().for_each(|draft| burdened(setting, draft));
    super::aimed::settle(setting, drafts);
    let weighs = |draft: &Draft| matches!(draft.claim_type, ClaimType::Judgement | ClaimType::Intent);
    for draft in drafts.iter_mut().filter(|draft| weighs(draft) && draft.target.is_empty()) {
        draft.target = given_to(setting, draft);
        if draft.target.is_empty() {
            draft.target = named_in_clause(setting, draft);
        }
        if draft.target.is_empty() && draft.claim_type == ClaimType::Judgement {
            draft.target = draft.actor.iter().flat_map(|&deed| done_to(setting, deed)).collect();
        }
        draft.target.retain(|at| !draft.actor.contains(at));
    }
    again(setting, drafts);
    drafts.iter_mut().for_each(|draft| concerned(setting, draft));
    drafts.iter_mut().for_each(|draft| won_or_lost(setting, draft));
    // "are a sign that the army *is far* from victory" judges once.
    let shown: Vec<_> =
        drafts.iter().filter_map(|draft| shown(setting, draft)).map(|clause| parse.subtree(clause)).collect();
    let again = |draft: &Draft| {
        draft.claim_type == ClaimType::Judgement && shown.iter().any(|clause| clause.contains(&draft.trigger))
    };
    drafts.retain(|draft| !again(draft));
    // "they are *known* for their cruelty" judges them once.
    let whole: Vec<_> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Judgement)
        .map(|draft| (draft.trigger, parse.subtree(draft.trigger), draft.actor.clone()))
        .collect();
    let own = |draft: &Draft, judged: &[usize]| {
        let theirs = |&at: &usize| matches!(parse.norm(at), "his" | "her" | "its" | "their");
        draft.rule == "assessment/noun"
            && draft.claim_type == ClaimType::Judgement
            && (draft.actor == judged || draft.actor.iter().all(theirs))
    };
    let within = |draft: &Draft| {
        whole
            .iter()
            .any(|(at, words, judged)| *at != draft.trigger && words.contains(&draft.trigger) && own(draft, judged))
    };
    drafts.retain(|draft| !within(draft));
}

/// Drops aims that only tell on what the verb above aims at, of the same party: "committed to working with Kestria *to counter* terror".
fn again(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    let aims: Vec<_> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Intent && !draft.target.is_empty())
        .map(|draft| (draft.trigger, draft.actor.clone(), draft.target.clone()))
        .collect();
    drafts.retain(|draft| {
        let above = |(trigger, actor, target): &(usize, Vec<usize>, Vec<usize>)| {
            *trigger < draft.trigger
                && parse.dominates(*trigger, draft.trigger)
                && *actor == draft.actor
                && *target == draft.target
        };
        draft.rule != "assessment/purpose" || !aims.iter().any(above)
    });
}

/// Who is given what is judged: "the jets give *the army* an edge".
fn given_to(setting: Setting, draft: &Draft) -> Vec<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let dative = parse.child(draft.predicate, Dep::Dative).or_else(|| parse.child(draft.trigger, Dep::Dative));
    let whom = dative.and_then(|at| if parse.pos(at) == Pos::Adp { grammar::object_of(parse, at) } else { Some(at) });
    let mut whom = whom.map_or(Vec::new(), |whom| grammar::joined(parse, whom));
    whom.retain(|&at| parse.pos(at) != Pos::Pron && class::fits(parse, setting.lexicon, at, &[Forces, Party, People]));
    whom
}

/// "The meeting marks a change in *Kestria's* approach": where what is judged is nobody's deed and no party, whom it touches is judged;
/// "the talks are a sign that *Kestria* is weak" says it outright.
fn concerned(setting: Setting, draft: &mut Draft) {
    use NounClass::{Publication, Talk};
    let parse = &setting.part.parse;
    let [judged] = draft.actor[..] else { return };
    if draft.claim_type != ClaimType::Judgement || parse.pos(judged) != Pos::Noun {
        return;
    }
    let sign = shown(setting, draft).and_then(|clause| grammar::subject(parse, clause));
    let sign = sign.map_or(Vec::new(), |at| grammar::joined(parse, at));
    let classes = class::classes(parse, setting.lexicon, judged);
    // What a whole sentence says in the present it says of its subject.
    let says = draft.rule == "assessment/statement";
    let abstraction = classes.only(&[Publication, Talk])
        && !says
        && parse.name_of(judged).is_none()
        && parse.child(judged, Dep::Poss).is_none();
    let party = |&at: &usize| parse.pos(at) == Pos::Propn && !is_said_by(parse, at);
    if !sign.is_empty() {
        draft.actor = sign;
        draft.target.clear();
    } else if abstraction && !draft.target.is_empty() && draft.target.iter().all(party) {
        draft.actor = std::mem::take(&mut draft.target);
    }
    draft.target.retain(|at| !draft.actor.contains(at));
}

/// "The battle was a victory *by the army*", "was a defeat *for the army*": a deed is said to be what somebody won or lost, and he is judged.
fn won_or_lost(setting: Setting, draft: &mut Draft) {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let said = draft.trigger;
    let party = |&at: &usize| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]);
    let outcome = || {
        let frames = setting.noun_frames(said);
        let mut frames = frames.filter(|frame| frame.words.is_empty());
        frames.any(|frame| frame.claim_type == ClaimType::Fight)
            && setting.lexicon.evaluations.noun(parse.entry(said)).is_some()
    };
    if draft.claim_type != ClaimType::Judgement
        || parse.dep(said) != Dep::Attr
        || draft.actor.iter().any(party)
        || !outcome()
    {
        return;
    }
    let whose = ["by", "for", "of"].into_iter().find_map(|word| grammar::after(parse, said, word).filter(party));
    if let Some(whose) = whose {
        draft.actor = grammar::joined(parse, whose);
        draft.target.retain(|at| !draft.actor.contains(at));
    }
}

/// The clause that says of somebody what a judgement is a sign of: "is proof that Kestria *is* weak".
fn shown(setting: Setting, draft: &Draft) -> Option<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let said = draft.trigger;
    let that = |clause: &usize| {
        *clause > said
            && matches!(parse.dep(*clause), Dep::Acl | Dep::Ccomp | Dep::Relcl)
            && parse.children(*clause).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that")
    };
    if draft.claim_type != ClaimType::Judgement || parse.dep(said) != Dep::Attr || parse.pos(said) != Pos::Noun {
        return None;
    }
    let clause = parse.children(said).find(that)?;
    let about = grammar::subject(parse, clause)?;
    let party = parse.pos(about) != Pos::Pron && class::fits(parse, setting.lexicon, about, &[Forces, Party, People]);
    party.then_some(clause)
}

/// "The army *is plagued by desertion*", "the police *were outnumbered by the gangs*": what nobody does is said of whom it befalls, as is what
/// one party is beside another.
fn burdened(setting: Setting, draft: &mut Draft) {
    use NounClass::{Forces, Party, People, Place};
    let parse = &setting.part.parse;
    let verb = draft.trigger;
    let abstraction = |&at: &usize| {
        let bare = parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Det | Dep::Poss | Dep::Nummod));
        bare && !class::fits(parse, setting.lexicon, at, &[Forces, Party, People, Place])
    };
    if draft.claim_type != ClaimType::Judgement
        || draft.rule != "assessment/verb"
        || !grammar::is_passive(parse, verb)
        || grammar::agent(parse, verb).is_none_or(|agent| !draft.actor.contains(&agent))
    {
        return;
    }
    let party = |&at: &usize| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]);
    if let Some(sufferer) = grammar::undergoer(parse, verb)
        && (draft.actor.iter().all(abstraction) || draft.actor.iter().all(party) && party(&sufferer))
    {
        let stronger = std::mem::take(&mut draft.actor);
        draft.actor = all_behind(setting, &grammar::joined(parse, sufferer), |_| true);
        draft.target = stronger;
        draft.target.retain(party);
    }
}

/// What follows `for`, `to`, `of` or `with` when it is a party, person or accord.
pub(super) fn about(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    // "dependent *on Kestria*"
    let relies = |word: &str| word == "on" && parse.pos(at) == Pos::Adj;
    for word in ["for", "to", "of", "with", "against", "on", "by", "about", "over", "at", "in"] {
        if let Some(object) = grammar::after(parse, at, word) {
            let mut found = grammar::joined(parse, object);
            // "a blow to *the council's* efforts", "a threat to the security *of the union*"
            if matches!(word, "for" | "to" | "against") {
                found = all_behind(setting, &found, |_| true);
                found.retain(|&at| parse.tag(at) != Tag::PrpPoss);
            }
            found.retain(|&at| {
                use NounClass::*;
                let accord = || {
                    matches!(word, "to" | "with" | "of" | "against")
                        && class::fits(parse, setting.lexicon, at, &[Accord])
                };
                (class::fits(parse, setting.lexicon, at, &[People, Party, Forces]) || accord())
                    && !(matches!(word, "in" | "at" | "on") && is_place(setting, at) && !relies(word))
                    && !parse
                        .name_of(at)
                        .is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Cardinal))
                    && parse.tag(at) != Tag::Vbg
            });
            if !found.is_empty() {
                return found;
            }
        }
    }
    felt(setting, at)
}

/// About what somebody is said to feel: "the council is alarmed *at the arrests*", "Kestria is concerned *about the situation*", "remains
/// concerned *by the attacks*", which the tree may hang on the verb.
fn felt(setting: Setting, at: usize) -> Vec<usize> {
    use NounClass::{Party, People};
    let parse = &setting.part.parse;
    let somebody = grammar::subject(parse, parse.head(at))
        .is_some_and(|who| parse.pos(who) == Pos::Pron || class::fits(parse, setting.lexicon, who, &[People, Party]));
    let feels = parse.pos(at) == Pos::Adj || parse.tag(at) == Tag::Vbn;
    if parse.dep(at) != Dep::Acomp || !feels || !somebody {
        return Vec::new();
    }
    let told = |about: &usize| {
        let day = |name: &language::Name| matches!(name.label, NameLabel::Date | NameLabel::Time | NameLabel::Cardinal);
        matches!(parse.pos(*about), Pos::Noun | Pos::Propn)
            && !is_place(setting, *about)
            && !parse.name_of(*about).is_some_and(day)
    };
    let about = ["about", "over", "at", "by"].into_iter().find_map(|word| grammar::after(parse, at, word));
    let by = || grammar::after(parse, parse.head(at), "by").filter(|&by| by > at);
    about.or_else(by).filter(told).map(|about| grammar::joined(parse, about)).unwrap_or_default()
}

/// The first party with a name behind the word that judges: "was the first raid *involving Kestrian troops*".
fn named_in_clause(setting: Setting, draft: &Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    let from = draft.trigger.max(draft.predicate);
    let judged: Vec<usize> = draft.actor.iter().map(|&at| mention::core(parse, setting.lexicon, at)).collect();
    let within = |&child: &usize| {
        use Dep::{Acl, Acomp, Attr, Dobj, Oprd, Pcomp, Pobj, Prep, Xcomp};
        child >= from && matches!(parse.dep(child), Prep | Attr | Acomp | Dobj | Pobj | Pcomp | Acl | Xcomp | Oprd)
    };
    let complement = parse.children(draft.predicate).chain(parse.children(draft.trigger)).filter(within);
    let named = |at: usize| parse.pos(at) == Pos::Propn || is_of_state(setting, at) || is_of_name(setting, at);
    let party = |&at: &usize| {
        named(at)
            && !matches!(parse.dep(at), Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Attr)
            && !judged.contains(&at)
            && class::fits(parse, setting.lexicon, at, &[NounClass::People, NounClass::Party, NounClass::Forces])
            && (!(is_place(setting, at) || stands_where(setting, at)) || is_concerned(setting, at))
            && !is_said_by(parse, at)
            && !parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Cardinal))
    };
    let found =
        complement.flat_map(|child| parse.subtree(child)).filter(|&at| (from..from + REACH).contains(&at)).find(party);
    let mut found = found.map_or(Vec::new(), |at| grammar::joined(parse, at));
    found.retain(|&at| named(at) && !judged.contains(&at));
    found
}

/// True for a noun with the adjective of a state before it: "Kestrian troops".
fn is_of_state(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let adjective =
        |child: usize| child < at && matches!(parse.dep(child), Dep::Amod | Dep::Compound) && is_state(setting, child);
    parse.pos(at) == Pos::Noun && parse.children(at).any(adjective)
}

/// True for people and bodies with the name of what they are of: "the people *of Velna*".
fn is_of_name(setting: Setting, at: usize) -> bool {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    parse.pos(at) == Pos::Noun
        && class::classes(parse, setting.lexicon, at).any(&[Forces, Party, People])
        && grammar::after(parse, at, "of").is_some_and(|of| parse.pos(of) == Pos::Propn)
}

/// True for a state that is owner, object or party of something, and does not only tell where it is: "between *Morvania* and Kestria".
fn is_concerned(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let mut first = at;
    while parse.dep(first) == Dep::Conj && matches!(parse.pos(parse.head(first)), Pos::Noun | Pos::Propn) {
        first = parse.head(first);
    }
    is_state(setting, at)
        && match parse.dep(first) {
            Dep::Poss | Dep::Dobj => true,
            Dep::Pobj => matches!(
                parse.norm(parse.head(first)),
                "against" | "between" | "for" | "to" | "toward" | "towards" | "with"
            ),
            _ => false,
        }
}

/// True for a word that can be a place behind a preposition of place.
fn stands_where(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let head = parse.head(at);
    parse.dep(at) == Dep::Pobj
        && setting.lexicon.place_words.is_preposition(parse.norm(head))
        && class::fits(parse, setting.lexicon, at, &[NounClass::Place])
}

/// True for who says it: "according to *Anton Brek*".
fn is_said_by(parse: &Parse, at: usize) -> bool {
    let preposition = parse.head(at);
    parse.dep(at) == Dep::Pobj
        && (parse.norm(preposition) == "by" || parse.norm(parse.head(preposition)) == "according")
}

/// Those to whom a judged deed was done: "the campaign against *the Front* goes on well".
pub(super) fn done_to(setting: Setting, deed: usize) -> Vec<usize> {
    use NounClass::{Accord, Deed, Forces, Party, People, Place};
    let parse = &setting.part.parse;
    let tells = || {
        let frames = setting.frames(deed).iter();
        let mut nouns = frames.filter(|frame| frame.class == lexicon::WordClass::Noun);
        nouns.any(|frame| frame.claim_type.kind() == model::Kind::Event)
    };
    if !class::fits(parse, setting.lexicon, deed, &[Deed, Accord]) && !tells() {
        return Vec::new();
    }
    let whom = ["against", "on", "between", "with", "of"].iter().find_map(|word| grammar::after(parse, deed, word));
    // "*Brek's* murder is unacceptable": a person whose death or arrest it is suffered it.
    let suffered = || {
        use ClaimType::{Casualties, Detain};
        let frames = setting.frames(deed);
        let done_to = frames
            .iter()
            .any(|frame| frame.class == lexicon::WordClass::Noun && matches!(frame.claim_type, Casualties | Detain));
        grammar::owner(parse, deed).filter(|&owner| done_to && setting.names_person(owner))
    };
    let whom = whom.or_else(suffered);
    let mut found = whom.map_or(Vec::new(), |whom| grammar::joined(parse, whom));
    let place = |at: usize| class::fits(parse, setting.lexicon, at, &[Place]) && !is_state(setting, at);
    found.retain(|&at| class::fits(parse, setting.lexicon, at, &[People, Party, Forces]) && !place(at));
    found
}
