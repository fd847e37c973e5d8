//! What belongs to a deed that a noun tells, though the tree hangs it on another word?
//!
//! "March saw protests *by students against the law*": the tree hangs the doer on the verb and the other side on the students.

use crate::claim::Setting;
use crate::frame::fillers::is_state;
use crate::frame::is_place;
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos};
use lexicon::{HedgeClass, NounClass, Slot};
use model::ClaimType;

/// Who does a deed, where `by` does not hang on it.
pub(in crate::frame) fn agent(setting: Setting, deed: usize) -> Option<usize> {
    behind_victim(setting, deed)
        .or_else(|| in_apposition(setting, deed))
        .or_else(|| on_the_count(setting, deed))
        .or_else(|| on_the_verb(setting, deed))
        .or_else(|| behind_agent(setting, deed))
        .or_else(|| came_from(setting, deed))
}

/// On the noun that counts it: "dozens of arrests *by police*".
fn on_the_count(setting: Setting, deed: usize) -> Option<usize> {
    let by = counting(setting, deed).and_then(|count| grammar::agent(&setting.part.parse, count));
    // "a total of 40 strikes, *largely by drones*" is beside the point.
    let parse = &setting.part.parse;
    by.filter(|&agent| agent > deed && acts(setting, agent) && (deed..agent).all(|at| parse.word(at) != ","))
}

/// The noun that counts a deed: `dozens` of "dozens of *arrests*".
fn counting(setting: Setting, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let of = parse.head(deed);
    let count = parse.head(of);
    let counted = parse.dep(deed) == Dep::Pobj
        && parse.norm(of) == "of"
        && parse.pos(count) == Pos::Noun
        && (setting.is_noun(count, NounClass::Measure)
            || parse.name_of(count).is_some_and(|name| name.label == NameLabel::Cardinal));
    counted.then_some(count)
}

/// Behind whom it is done to: "the arrest of three clerks *by the police*", "the offensive against the rebels *by the army*".
fn behind_victim(setting: Setting, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let leads = |&child: &usize| {
        child > deed
            && parse.dep(child) == Dep::Prep
            && matches!(parse.norm(child), "against" | "at" | "from" | "in" | "into" | "of" | "on" | "to")
    };
    // "an inquiry into the conduct of the war *by all sides*": theirs is the conduct.
    let own = |lead: usize, victim: usize| {
        parse.norm(lead) == "into"
            && grammar::after(parse, victim, "of").is_some()
            && !class::fits(parse, setting.lexicon, victim, &[NounClass::Place, NounClass::Site])
    };
    let object = |lead: usize| grammar::object_of(parse, lead).filter(|&victim| !own(lead, victim));
    let victims = parse.children(deed).filter(leads).filter_map(object);
    let mut victims = victims.filter(|&victim| {
        victim > deed && !class::fits(parse, setting.lexicon, victim, &[NounClass::Deed, NounClass::Publication])
    });
    victims.find_map(|victim| grammar::after(parse, victim, "by")).filter(|&agent| acts(setting, agent))
}

/// In what is said of it beside it: "the raid, the first *by the rebels* this year, began at dawn".
fn in_apposition(setting: Setting, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let beside = |&child: &usize| {
        child > deed
            && parse.dep(child) == Dep::Appos
            && (matches!(parse.pos(child), Pos::Adj | Pos::Num)
                || class::fits(parse, setting.lexicon, child, &[NounClass::Deed]))
    };
    let beside = parse.children(deed).find(beside)?;
    grammar::agent(parse, beside).filter(|&agent| acts(setting, agent))
}

/// On the verb whose object it is, or that says that it was: "welcomed the deployment to Lasta *by Kestria*". The agent of a passive does what the verb tells.
fn on_the_verb(setting: Setting, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let verb = verb_over(setting, deed)?;
    let by = |&child: &usize| {
        child > deed && parse.norm(child) == "by" && matches!(parse.dep(child), Dep::Prep | Dep::Agent)
    };
    let by = parse.children(verb).find(by)?;
    // "rejected the ban on marches, *by the way*": nothing but what belongs to the deed stands between.
    let plain = (deed + 1..by).all(|at| parse.pos(at) != Pos::Verb && parse.word(at) != ",");
    grammar::object_of(parse, by).filter(|&agent| plain && acts(setting, agent))
}

/// From whom a deed came by which something was done: "was killed by mortar fire *from the rebels*".
fn behind_agent(setting: Setting, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let by = parse.head(deed);
    let verb = parse.head(by);
    let from = |&child: &usize| child == deed + 1 && parse.norm(child) == "from";
    let agent = parse.dep(deed) == Dep::Pobj && parse.dep(by) == Dep::Agent;
    let from = parse.children(verb).find(from).filter(|_| agent)?;
    grammar::object_of(parse, from).filter(|&doer| acts(setting, doer))
}

/// From whom an attack came: "came under attack *from the rebels*", "heavy fire *from army positions*". A place only tells from where.
fn came_from(setting: Setting, deed: usize) -> Option<usize> {
    use ClaimType::{Attack, Fight, Strike};
    let parse = &setting.part.parse;
    let mut frames = setting.noun_frames(deed);
    let hits = frames.any(|frame| matches!(frame.claim_type, Attack | Fight | Strike));
    let lead = |&child: &usize| child > deed && parse.norm(child) == "from" && parse.dep(child) == Dep::Prep;
    // "came under attack *from* the rebels": the tree may hang it on the verb.
    let under = parse.head(deed);
    let above = (parse.dep(deed) == Dep::Pobj && parse.norm(under) == "under").then(|| parse.head(under));
    let from = parse.children(deed).chain(above.into_iter().flat_map(|verb| parse.children(verb))).find(lead)?;
    // "seized power in a coup *from the council*": from whom the verb takes something.
    let takes = |verb: usize| {
        let from = |slot: &Slot| matches!(slot, Slot::Preposition(word) if word == "from");
        setting.frames(verb).iter().any(|frame| frame.target.iter().any(from))
    };
    let hits = hits && !(parse.dep(deed) == Dep::Pobj && parse.norm(under) == "in" && takes(parse.head(under)));
    let doer = grammar::object_of(parse, from).filter(|_| hits)?;
    let state = above.is_some() && is_state(setting, doer);
    (acts(setting, doer) && (state || !is_place(setting, doer))).then_some(doer)
}

/// To whom a deed is done, where the preposition does not hang on it: "attacks by the rebels *on a camp*".
pub(in crate::frame) fn object(setting: Setting, deed: usize, word: &str) -> Option<usize> {
    if !matches!(word, "against" | "at" | "into" | "on" | "over" | "to") {
        return None;
    }
    let parse = &setting.part.parse;
    let day = |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
    let doer = parse.children(deed).filter(|&child| child > deed && parse.norm(child) == "by");
    let doer = doer.filter_map(|by| grammar::object_of(parse, by)).next();
    let behind = doer.and_then(|doer| grammar::after(parse, doer, word));
    // "the delivery of rifles *to the militia* by Kestria", "the deployment of 300 soldiers *to Morvania*"
    let given = || {
        use NounClass::{Aid, Arms, Forces, Money, People, Vehicle};
        let thing = grammar::after(parse, deed, "of").filter(|&thing| thing > deed && matches!(word, "into" | "to"))?;
        let sent = [Aid, Arms, Forces, Money, People, Vehicle];
        let thing = class::fits(parse, setting.lexicon, thing, &sent).then_some(thing)?;
        grammar::after(parse, thing, word)
    };
    let behind = behind.or_else(given);
    let beside = || {
        let verb = verb_over(setting, deed)?;
        let by = parse.children(verb).find(|&child| child > deed && parse.norm(child) == "by")?;
        let doer = grammar::object_of(parse, by).filter(|&doer| acts(setting, doer))?;
        let on_verb = || {
            let lead = parse.children(verb).find(|&child| child > by && parse.norm(child) == word)?;
            grammar::object_of(parse, lead)
        };
        grammar::after(parse, doer, word).or_else(on_verb)
    };
    // "authorised the deployment of soldiers *to Morvania*": the tree may hang where they go on the verb that only orders or tells it.
    let on_order = || {
        let verb =
            verb_over(setting, deed).filter(|_| parse.dep(deed) == Dep::Dobj && matches!(word, "into" | "to"))?;
        let orders = setting.lexicon.hedges.get(HedgeClass::Verb, parse.entry(verb)).is_some()
            || setting.voices.is_cue(setting.index, verb);
        let lead = parse.children(verb).find(|&child| child > deed && parse.norm(child) == word)?;
        let place = |&at: &usize| class::fits(parse, setting.lexicon, at, &[NounClass::Place]);
        grammar::object_of(parse, lead).filter(place).filter(|_| orders && parse.subtree(deed).end == lead)
    };
    // "broke the militia's grip *on Velna*": what stands right behind such a noun is what is held.
    let held = || {
        let frames = setting.noun_frames(deed);
        let mut holds = frames.filter(|frame| frame.claim_type == ClaimType::Controls);
        let verb = verb_over(setting, deed).filter(|_| parse.dep(deed) == Dep::Dobj && holds.next().is_some())?;
        let lead = parse.children(verb).find(|&child| child == deed + 1 && parse.norm(child) == word)?;
        grammar::object_of(parse, lead)
    };
    // "were killed in an air strike *on a market*": right behind a deed in which something was done.
    let within = || {
        let lead = parse.head(deed);
        let verb = parse.head(lead);
        let inside = parse.dep(deed) == Dep::Pobj
            && matches!(parse.norm(lead), "in" | "by" | "during")
            && matches!(parse.pos(verb), Pos::Verb)
            && matches!(word, "against" | "on");
        let next = parse.subtree(deed).end;
        let on = parse.children(verb).find(|&child| inside && child == next && parse.norm(child) == word)?;
        grammar::object_of(parse, on)
    };
    behind.or_else(beside).or_else(on_order).or_else(held).or_else(within).filter(|&object| !day(object))
}

/// The active verb whose object a deed is, by itself or behind a preposition, or that tells of it: "there were protests".
fn verb_over(setting: Setting, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let deed = counting(setting, deed).unwrap_or(deed);
    let head = parse.head(deed);
    let verb = match parse.dep(deed) {
        Dep::Dobj => head,
        Dep::Attr if parse.children(head).any(|there| parse.dep(there) == Dep::Expl) => head,
        Dep::Pobj if parse.dep(head) == Dep::Prep && parse.norm(head) != "by" => parse.head(head),
        _ => return None,
    };
    (matches!(parse.pos(verb), Pos::Verb | Pos::Aux) && verb < deed && !grammar::is_passive(parse, verb))
        .then_some(verb)
}

fn acts(setting: Setting, at: usize) -> bool {
    use NounClass::{Forces, Party, People};
    class::fits(&setting.part.parse, setting.lexicon, at, &[Forces, Party, People])
}
