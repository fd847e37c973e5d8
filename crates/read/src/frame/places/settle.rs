//! Where did it happen that names no place of its own?
//!
//! "Rebels attacked. They shelled the port in Velna, killing five" → the five died in Velna: drafts take the place that their clause
//! names, the only one of their sentence, or that of the deed they are told with. What is done by words stands nowhere.

use crate::claim::{Draft, Setting};
use crate::frame::construction::included::named_parts;
use crate::frame::fillers::is_state;
use crate::frame::places::elsewhere::{is_elsewhere, is_over_deed};
use crate::frame::places::scene;
use crate::frame::places::{
    is_named_place, is_named_site, listed, names, names_place, place_after, tells_place, topic, town_before,
    without_state_around, without_wider,
};
use crate::reason::Field;
use crate::{class, grammar, time};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::NounClass;
use model::{ClaimType, Kind};

/// Gives drafts that name no place the places that their clause names, or the only one that their sentence names.
pub(crate) fn settle(setting: Setting, drafts: &mut [Draft]) {
    let notes = &setting.part.notes;
    drafts.iter_mut().filter(|draft| stands_nowhere(draft.claim_type)).for_each(|draft| draft.place.clear());
    for draft in drafts.iter_mut().filter(|draft| happens_somewhere(draft.claim_type)) {
        draft.place.retain(|&at| !is_hit(setting, draft.claim_type, at));
        if matches!(draft.claim_type, ClaimType::Demand | ClaimType::Sanction) {
            // "called *on Morvania* to withdraw *from Velna*", "imposed sanctions *on Morvania*": whom it befalls is no place, what he is
            // to leave is.
            let whom = draft.target.clone();
            draft.place.retain(|at| !whom.contains(at));
            if draft.place.is_empty() && draft.claim_type == ClaimType::Demand {
                draft.place = to_leave(setting, draft.predicate).into_iter().collect();
            }
        }
        let about: Vec<usize> = draft.place.iter().copied().filter(|&at| topic::holds(setting, draft, at)).collect();
        if !about.is_empty() {
            draft.place.retain(|at| !about.contains(at));
            continue;
        }
        let ends = both_ends(setting, draft);
        if !ends.is_empty() {
            draft.place = ends;
        }
        let towns: Vec<usize> = draft.place.iter().filter_map(|&at| town_of_site(setting, at)).collect();
        let further: Vec<usize> = towns.into_iter().filter(|town| !draft.place.contains(town)).collect();
        draft.place.extend(further);
        // "shelled northern Kestria, including *Velna*"
        let parts: Vec<usize> = draft.place.iter().flat_map(|&at| named_parts(setting, at)).collect();
        let parts: Vec<usize> = parts.into_iter().filter(|part| !draft.place.contains(part)).collect();
        draft.place.extend(parts);
        // "a hospital in Velna" is in Velna; a hospital and no more is all that is said.
        if draft.place.iter().any(|&at| names(setting, at)) {
            continue;
        }
        // "The brigade's *headquarters* will move to Velna": a house is where its own words say.
        if draft.claim_type == ClaimType::PresentIn
            && draft.place.is_empty()
            && draft.rule == "relation/noun"
            && class::fits(&setting.part.parse, setting.lexicon, draft.trigger, &[NounClass::Site])
        {
            continue;
        }
        let mark = notes.mark();
        notes.about(Some(Field::Place));
        // "air strikes on *Velna* by Morvania": the town that is struck is where it was.
        let town = |&at: &usize| is_named_place(setting, at) && !is_state(setting, at);
        if draft.claim_type == ClaimType::Strike
            && draft.place.is_empty()
            && !draft.target.is_empty()
            && draft.target.iter().all(town)
        {
            draft.place = draft.target.clone();
            draft.place.iter().for_each(|&at| notes.taken(at, || "is itself what is struck".to_string()));
        }
        let place = draft.place.clone();
        draft.actor.retain(|&at| !(place.contains(&at) && is_named_site(setting, at)));
        let named = of_clause(setting, draft);
        if !named.is_empty() {
            let undergoer = grammar::undergoer(&setting.part.parse, draft.trigger);
            draft.place.retain(|&at| Some(at) == undergoer && draft.claim_type != ClaimType::Controls);
            draft.place.extend(named);
        }
        if draft.place.is_empty() {
            draft.place = witness(setting, draft).into_iter().collect();
        }
        if draft.place.is_empty() {
            draft.place = draft.target.iter().filter_map(|&at| town_of_its_own(setting, at)).collect();
            draft.place.iter().for_each(|&at| notes.taken(at, || "is the town whose site it befalls".to_string()));
        }
        if draft.place.is_empty() && draft.line.is_some() && draft.claim_type != ClaimType::Judgement {
            draft.place = only_place(setting, draft);
        }
        let about: Vec<usize> = draft.place.iter().copied().filter(|&at| topic::holds(setting, draft, at)).collect();
        draft.place.retain(|at| !about.contains(at));
        draft.place.retain(|&at| {
            let nowhere = is_bare(setting, at);
            if nowhere {
                notes.passed(at, || "tells what sort of place it is, but not which".to_string());
            }
            !nowhere
        });
        notes.about(None);
        draft.notes.extend(notes.since(mark));
    }
    // "We call on *Kestria* to protect civilians": who is asked is where none of it is.
    let asks = |draft: &&Draft| draft.claim_type == ClaimType::Demand;
    let asked: Vec<usize> = drafts.iter().filter(asks).flat_map(|draft| draft.target.clone()).collect();
    let events = drafts.iter_mut().filter(|draft| draft.claim_type.kind() == Kind::Event);
    events.for_each(|draft| draft.place.retain(|at| !asked.contains(at)));
    shared(setting, drafts);
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type != ClaimType::LocatedIn) {
        without_state_around(setting, &mut draft.place);
        // "hit the village of Velna in *the Hald district*"; a house and its town are both named.
        let all = draft.place.clone();
        let within = |outer: usize| {
            let parse = &setting.part.parse;
            let site = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::Site]);
            let town = |at: usize| is_named_place(setting, at) && !site(at);
            let holds = |&inner: &usize| town(inner) && parse.head(parse.head(outer)) == inner;
            let led = parse.dep(outer) == Dep::Pobj && matches!(parse.norm(parse.head(outer)), "in" | "of" | "near");
            led && all.iter().any(|inner| *inner != outer && holds(inner))
        };
        draft.place.retain(|&outer| !within(outer));
        if let [state] = draft.place[..]
            && !draft.target.contains(&state)
            && let Some(town) = town_before(setting, state)
        {
            draft.place = vec![town];
        }
    }
}

/// The place that a verb says a deed took place in: "*Velna* saw heavy fighting", "*Velna* was rocked by a blast", "a blast rocked
/// *Velna*", "the war that gripped *Kestria*".
pub(in crate::frame) fn witness(setting: Setting, draft: &Draft) -> Option<usize> {
    let parse = &setting.part.parse;
    // "a *series* of blasts"
    let measure = |at: usize| setting.is_noun(at, NounClass::Measure);
    let whole = parse.head(parse.head(draft.trigger));
    let part = parse.dep(draft.trigger) == Dep::Pobj && parse.norm(parse.head(draft.trigger)) == "of" && measure(whole);
    let deed = if part { whole } else { draft.trigger };
    let above = parse.head(deed);
    let verb = if matches!(parse.dep(deed), Dep::Pobj) { parse.head(above) } else { above };
    let is_witness = |verb: usize| setting.lexicon.place_words.is_witness(parse.entry(verb));
    let clause = parse.children(deed).find(|&child| {
        let told = parse.dep(child) == Dep::Relcl && child > deed && is_witness(child);
        told && parse.child(child, Dep::Nsubj).is_some_and(|which| grammar::is_relative(parse, which))
    });
    let verb = clause.unwrap_or(verb);
    let sees = is_witness(verb) && draft.claim_type.kind() == Kind::Event;
    let place = match parse.dep(deed) {
        _ if clause.is_some() => parse.child(verb, Dep::Dobj),
        Dep::Dobj => parse.child(verb, Dep::Nsubj),
        Dep::Pobj if parse.dep(above) == Dep::Agent => parse.child(verb, Dep::Nsubjpass),
        Dep::Nsubj => parse.child(verb, Dep::Dobj),
        _ => None,
    };
    let place = place.filter(|&at| sees && (is_named_place(setting, at) || names_place(setting, at)))?;
    setting.part.notes.taken(place, || format!("is where it was, as “{}” says", parse.word(verb)));
    Some(place)
}

/// Where a site or a division with a name lies: `Velna` for "the Sand Mosque in Velna", `Hald` for "Velna district of Hald".
fn town_of_site(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let site = setting.is_noun(at, NounClass::Site);
    let part = setting.lexicon.place_words.is_relative(parse.entry(at));
    let division = parse.children(at).any(|child| parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn);
    let whole = division && !part && !site;
    let in_town = |&child: &usize| {
        let leads = if whole { parse.norm(child) == "of" } else { tells_place(setting, child) };
        parse.dep(child) == Dep::Prep && child > at && leads
    };
    let inner = parse.children(at).filter(in_town).find_map(|child| place_after(setting, child));
    // "a *Velna* mosque" is one of those in Velna; "the Velna mosque" is a name.
    let one = parse.children(at).any(|child| parse.dep(child) == Dep::Det && matches!(parse.norm(child), "a" | "an"));
    let before = |&child: &usize| {
        child < at && matches!(parse.dep(child), Dep::Compound | Dep::Nmod) && is_named_place(setting, child)
    };
    let town = parse.children(at).find(before).filter(|&town| one && site && !is_state(setting, town));
    let town = town.or_else(|| town_of_its_own(setting, at));
    if town.is_some() {
        return town;
    }
    inner.filter(|&town| {
        (site || whole) && names(setting, at) && is_named_place(setting, town) && !is_state(setting, town)
    })
}

/// The town that has a site: `Velna` for "*Velna's* market".
fn town_of_its_own(setting: Setting, at: usize) -> Option<usize> {
    let site = setting.is_noun(at, NounClass::Site);
    let owner = grammar::owner(&setting.part.parse, at).filter(|_| site)?;
    (is_named_place(setting, owner) && !is_state(setting, owner)).then_some(owner)
}

/// Gives deeds of force without a place that of the deed they are told with: "fought *to free* the town", "advanced and
/// *encircled* the town", "took the town, *aided by* jets".
fn shared(setting: Setting, drafts: &mut [Draft]) {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let linked = |one: usize, other: usize| {
        let bare = parse.children(other).all(|child| !matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
        parse.head(other) == one
            && match parse.dep(other) {
                Dep::Xcomp => true,
                Dep::Conj | Dep::Advcl | Dep::Acl => bare && parse.pos(other) == Pos::Verb,
                _ => false,
            }
    };
    for at in 0..drafts.len() {
        // "*visited Ostrel* and met the mayor", "visited Ostrel to meet the mayor"
        if drafts[at].claim_type == Meet && drafts[at].place.is_empty() {
            let verb = grammar::clause_head(parse, drafts[at].predicate);
            let visit = drafts.iter().find(|other| {
                let above = grammar::clause_head(parse, other.predicate);
                other.claim_type == Appear && other.actor == drafts[at].actor && linked(above, verb)
            });
            let place = visit.map(|visit| visit.place.clone()).unwrap_or_default();
            give(setting, &mut drafts[at], place);
            continue;
        }
        let takes = matches!(drafts[at].claim_type, Fight | Strike | Attack | Support | Casualties | Destroy);
        // "destroyed a *rebel-held* building near Velm"
        let held = drafts[at].claim_type == Controls && !drafts[at].place.iter().any(|&place| names(setting, place));
        if !(takes && drafts[at].place.is_empty() || held) {
            continue;
        }
        let verb = grammar::clause_head(parse, drafts[at].predicate);
        // "shelled the town, killing five and *injuring* two"
        let first = if parse.dep(verb) == Dep::Conj { parse.head(verb) } else { verb };
        let other = drafts.iter().position(|other| {
            let below = grammar::clause_head(parse, other.predicate);
            // "*entered the town* and killed ten"
            let came =
                matches!(other.claim_type, Appear | Deploy) && linked(below, verb) && parse.dep(verb) == Dep::Conj;
            let gives = matches!(other.claim_type, Capture | Besiege | Fight | Strike | Attack | Destroy) || came;
            gives
                && other.place.iter().any(|&place| names(setting, place))
                && (below == verb
                    || linked(verb, below)
                    || linked(below, verb)
                    || linked(below, first)
                    || is_described(setting, other.trigger, verb))
        });
        let Some(other) = other else { continue };
        let place = drafts[other].place.clone();
        give(setting, &mut drafts[at], place);
    }
}

/// Gives a draft the place of the deed that it is told with.
fn give(setting: Setting, draft: &mut Draft, place: Vec<usize>) {
    let notes = &setting.part.notes;
    let mark = notes.mark();
    notes.about(Some(Field::Place));
    place.iter().for_each(|&at| notes.taken(at, || "is where the deed is that it is told with".to_string()));
    notes.about(None);
    draft.place = place;
    draft.notes.extend(notes.since(mark));
}

/// True for the verb of a clause about the deed that a noun before it tells, whatever word between the tree hangs it on: "the *attack* on
/// Velna on 3 May, which *killed* two".
fn is_described(setting: Setting, deed: usize, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let which = |child: usize| parse.dep(child) == Dep::Nsubj && matches!(parse.norm(child), "which" | "that");
    let above = parse.head(verb);
    let verbs = |at: usize| parse.pos(at) == Pos::Verb && !matches!(parse.dep(at), Dep::Amod | Dep::Compound);
    parse.dep(verb) == Dep::Relcl
        && parse.children(verb).any(which)
        && parse.pos(deed) == Pos::Noun
        && deed <= above
        && !(deed..=above).any(verbs)
}

/// True for what is hit and tells no more of where than whose it is: "air strikes on *rebel positions*".
fn is_hit(setting: Setting, claim_type: ClaimType, at: usize) -> bool {
    let parse = &setting.part.parse;
    let led = parse.dep(at) == Dep::Pobj && matches!(parse.norm(parse.head(at)), "on" | "at" | "against");
    let inside = parse.children(at).any(|child| parse.dep(child) == Dep::Prep || parse.dep(child) == Dep::Relcl);
    let whose = |child: usize| {
        use NounClass::{Forces, Party, People};
        let label = parse.name_of(child).map(|name| name.label);
        matches!(label, Some(NameLabel::Norp | NameLabel::Org))
            || class::fits(parse, setting.lexicon, child, &[Forces, Party, People])
    };
    let party = parse.children(at).any(whose);
    let several = parse.tag(at) == Tag::Nns;
    claim_type == ClaimType::Strike && party && several && led && !inside && !names(setting, at)
}

/// True for a common noun by itself: "captured *villages*", "returned to *base*".
fn is_bare(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let tells = |child: usize| {
        matches!(parse.dep(child), Dep::Det | Dep::Poss | Dep::Compound | Dep::Nmod | Dep::Amod | Dep::Appos | Dep::Acl)
            || matches!(parse.dep(child), Dep::Nummod | Dep::Prep | Dep::Relcl)
    };
    parse.pos(at) == Pos::Noun && parse.name_of(at).is_none() && !parse.children(at).any(tells)
}

/// False for what is done by words or stands anywhere: a place beside it is that of what it is about.
fn happens_somewhere(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    !matches!(claim_type, Accuse | Publish | Leads | MemberOf | PartOf | AlliedWith | Backs | LocatedIn | ImportantTo)
}

/// True for what is told or holds between parties, wherever they are.
fn stands_nowhere(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Accuse | Publish | MemberOf | PartOf)
}

/// The places that a clause names behind prepositions of place, those of the clauses in it left out.
fn of_clause(setting: Setting, draft: &Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    let mut found: Vec<usize> = Vec::new();
    let verb = grammar::clause_head(parse, draft.predicate);
    // "ambushed them in Velna and killed two": what is joined without a subject of its own is done there too.
    let above = parse.head(verb);
    let joined = parse.dep(verb) == Dep::Conj
        && matches!(parse.pos(above), Pos::Verb | Pos::Aux)
        && parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
    // "Morvania, *where* a civil war is under way"
    let where_at = |child: usize| child < verb && parse.norm(child) == "where";
    let scene = scene(setting, verb);
    if parse.dep(verb) == Dep::Relcl && parse.children(verb).any(where_at) && names_place(setting, scene) {
        found.extend(listed(setting, scene));
    }
    let mut open = if joined { vec![above, verb] } else { vec![verb] };
    while let Some(at) = open.pop() {
        for child in parse.children(at) {
            // "*ministers* meeting in Ostrel denounced the raid": the meeting of the tellers is where they are.
            let tells = is_teller(setting, child) && draft.trigger != parse.head(child);
            if tells && !parse.subtree(child).contains(&draft.trigger) {
                continue;
            }
            let clause = matches!(parse.dep(child), Dep::Conj | Dep::Advcl | Dep::Relcl | Dep::Ccomp | Dep::Parataxis)
                && matches!(parse.pos(child), Pos::Verb | Pos::Aux);
            // "took Velna, a town *south of Ostrel*": what a town lies near is not where anything was done.
            let off = |word: usize| setting.lexicon.place_words.is_relative(parse.norm(word));
            // "entered *Velna Airfield, the largest base in Morvania*": so does what tells more of a place with a name.
            let more = |word: usize| is_told_of(setting, at, word) && !parse.subtree(word).contains(&draft.trigger);
            let beside = parse.dep(child) == Dep::Appos
                && parse.pos(child) == Pos::Noun
                && (parse.children(child).any(off) || more(child));
            let about =
                is_over_deed(setting, draft.claim_type, child) && !parse.subtree(child).contains(&draft.trigger);
            if clause || beside || about || is_telling(setting, child) || is_before(setting, draft, child) {
                continue;
            }
            open.push(child);
            // "the people of Velna" are there; the president of Morvania is not where it says.
            let titled = || setting.lexicon.titles.relation(parse.entry(at)).is_some();
            let of = parse.norm(child) == "of"
                && parse.pos(at) == Pos::Noun
                && draft.place.is_empty()
                && !titled()
                && !class::fits(parse, setting.lexicon, at, &[NounClass::Party, NounClass::Forces]);
            if parse.dep(child) == Dep::Prep
                && (of || tells_place(setting, child))
                && let Some(place) = place_after(setting, child)
                && names_place(setting, place)
                && !(of && is_state(setting, place))
            {
                found.extend(listed(setting, place));
            }
        }
    }
    found.retain(|&at| !draft.actor.contains(&at) && !draft.target.contains(&at) && !is_elsewhere(setting, draft, at));
    found.sort_unstable();
    found.dedup();
    found.iter().for_each(|&at| notes.taken(at, || "is named in the clause as a place".to_string()));
    found
}

/// True for whoever only tells what is claimed: "The raid was claimed *by rebels in Velna*", "*ministers in Ostrel* denounced the
/// raid". Where he is says nothing of the deed.
fn is_teller(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    matches!(parse.dep(at), Dep::Agent | Dep::Nsubj)
        && (setting.voices.is_cue(setting.index, verb) || time::speaks(parse, verb, setting.lexicon))
}

/// The verb of telling whose teller or whose own place a word stands in: "As the ministry announced *in Ostrel*, aid will be sent".
fn told_by(setting: Setting, word: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let mut at = word;
    while !parse.is_root(at) && !matches!(parse.pos(at), Pos::Verb | Pos::Aux) {
        if is_teller(setting, at) {
            return Some(parse.head(at));
        }
        at = parse.head(at);
    }
    setting.voices.is_cue(setting.index, at).then_some(at)
}

/// The place of the sentence, when a preposition of place leads to just one named place in it, or to one list of them.
fn only_place(setting: Setting, draft: &Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    let at = draft.trigger;
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let founded = draft.claim_type == ClaimType::Recruit && parse.dep(at) == Dep::Advcl && at < parse.head(at);
    let found: Vec<usize> = sentence
        .filter(|&word| parse.dep(word) == Dep::Prep && tells_place(setting, word))
        .filter_map(|word| {
            // "the town of Velna in the province of Hald"
            let inner = Some(parse.head(word)).filter(|&inner| names_place(setting, inner));
            // "entered *Velna Airfield*, the largest base in Morvania"
            let told = || {
                let noun = parse.head(word);
                let airfield = (parse.dep(noun) == Dep::Appos).then(|| parse.head(noun))?;
                (is_told_of(setting, airfield, noun) && !parse.subtree(noun).contains(&at)).then_some(airfield)
            };
            // "visited the town of Velna in the province of Hald"
            let before = |head: usize| parse.child(head, Dep::Dobj).filter(|&town| parse.subtree(town).end == word);
            let town = before(parse.head(word)).filter(|&town| names_place(setting, town));
            inner.or(town).or_else(told).or_else(|| place_after(setting, word))
        })
        .filter(|&place| names_place(setting, place) || is_named_site(setting, place))
        // "*Kestria and Norland* on June 21 imposed sanctions on *Morvania*": who does it and whom it befalls is not where.
        .filter(|&place| !draft.actor.contains(&place) && !draft.target.contains(&place))
        .filter(|&place| !is_tellers(setting, place))
        .filter(|&place| told_by(setting, place).is_none_or(|verb| verb == at))
        .filter(|&place| !is_elsewhere(setting, draft, place))
        // "*Founded in 1990*, the group fought in Velna": where it was founded is not told.
        .filter(|&place| !founded || parse.dominates(at, place))
        .collect();
    let mut found = without_wider(setting, found);
    found.dedup();
    let notes = &setting.part.notes;
    match found.as_slice() {
        [one] => {
            notes.taken(*one, || "is the only place that the sentence names".to_string());
            listed(setting, *one)
        }
        several => {
            several.iter().for_each(|&at| notes.passed(at, || "is one of several places of the sentence".to_string()));
            Vec::new()
        }
    }
}

/// True for a phrase at the head of a clause that says after or before what something was done by words: "*after the fall of Velna*
/// the government declared a truce". Where the one was says nothing of the other.
fn is_before(setting: Setting, draft: &Draft, phrase: usize) -> bool {
    use ClaimType::*;
    let parse = &setting.part.parse;
    phrase < draft.trigger
        && matches!(draft.claim_type, Agree | Demand | Meet | Pay | Quit | Refuse | Sanction | Support | Threaten)
        && parse.dep(phrase) == Dep::Prep
        && matches!(parse.norm(phrase), "after" | "before" | "following" | "since")
        && !parse.subtree(phrase).contains(&draft.trigger)
}

/// True for a preposition that says who says so: "*according* to the ministry".
fn is_telling(setting: Setting, at: usize) -> bool {
    setting.part.parse.dep(at) == Dep::Prep && setting.voices.is_cue(setting.index, at)
}

/// True for where those are who say so, which is not where it was: "…, according to the ministry *in Velna*".
fn is_tellers(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let mut at = at;
    while !parse.is_root(at) && !is_telling(setting, at) {
        at = parse.head(at);
    }
    is_telling(setting, at)
}

/// True for a noun beside the name of a place or a site that tells more of it: "Velna Airfield, *the largest base* in Morvania".
fn is_told_of(setting: Setting, name: usize, noun: usize) -> bool {
    let sort = [NounClass::Place, NounClass::Site];
    let fits = |at: usize| class::fits(&setting.part.parse, setting.lexicon, at, &sort);
    setting.part.parse.pos(name) == Pos::Propn && fits(name) && fits(noun)
}

/// The place that somebody is asked to leave or to stay out of: "told the powers to leave *Velna*", "to withdraw from *Velna*".
fn to_leave(setting: Setting, demand: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let verb = parse.children(demand).find(|&child| parse.dep(child) == Dep::Xcomp && child > demand)?;
    let frames = setting.frames(verb);
    let leaves = frames.iter().any(|frame| matches!(frame.claim_type, ClaimType::Withdraw | ClaimType::Deploy));
    let from = || parse.children(verb).find(|&child| parse.dep(child) == Dep::Prep && parse.norm(child) == "from");
    let place = parse.child(verb, Dep::Dobj).or_else(|| grammar::object_of(parse, from()?))?;
    (leaves && is_named_place(setting, place)).then_some(place)
}

/// Where people left and where they came to, where a verb tells of both: "fled *from Velna to Ostrel*", "fled *Velna for Ostrel*".
fn both_ends(setting: Setting, draft: &Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    let verb = grammar::clause_head(parse, draft.predicate);
    let ends = parse.children(verb).filter_map(|child| match parse.dep(child) {
        Dep::Prep if matches!(parse.norm(child), "from" | "to" | "into" | "for") => place_after(setting, child),
        Dep::Dobj => Some(child),
        _ => None,
    });
    let mut ends: Vec<usize> = ends.filter(|&end| is_named_place(setting, end)).collect();
    ends.sort_unstable();
    // "the people displaced *from Velna*"
    let left = || draft.place.is_empty() && parse.norm(parse.head(ends[0])) == "from";
    let told = ends.len() > 1 || ends.len() == 1 && left();
    if told && draft.claim_type == ClaimType::Displace { ends } else { Vec::new() }
}
