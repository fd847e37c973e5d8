//! Where did it happen?
//!
//! A place hangs on the trigger, its carrier, its object or its verb by a preposition of place: `in Velna`, `near the
//! bridge`, `on the outskirts of Ostrel`, `14 km north of Velna`.

use super::Spot;
use super::fillers::{is_known, is_state};
use super::topic;
use crate::claim::{Draft, Setting};
use crate::reason::Field;
use crate::{class, grammar, mention, time};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, TitleClass, WordClass};
use model::{ClaimType, Kind, SourceKind};

/// The heads of the places of a trigger.
pub(crate) fn places(setting: Setting, site: &Spot) -> Vec<usize> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    let mut hosts = vec![site.trigger];
    hosts.extend(&site.words);
    if let Some(carrier) = site.carrier {
        hosts.extend(carrier.noun);
        hosts.push(carrier.verb);
    }
    let verb =
        if site.class == WordClass::Verb { Some(site.trigger) } else { site.carrier.map(|carrier| carrier.verb) };
    if let Some(verb) = verb {
        hosts.extend(parse.children(verb).filter(|&child| {
            matches!(parse.dep(child), Dep::Dobj | Dep::Nsubjpass | Dep::Dative | Dep::Advmod | Dep::Npadvmod)
        }));
        // What is said of the main verb at the front holds for verbs joined to it.
        let mut at = verb;
        for _ in 0..3 {
            if !matches!(parse.dep(at), Dep::Conj | Dep::Xcomp) {
                break;
            }
            at = parse.head(at);
            if !matches!(parse.pos(at), Pos::Verb | Pos::Aux) {
                break;
            }
            hosts.push(at);
        }
    }
    // What is wanted or asked for has its place in the clause below: "told them to leave the town in the valley".
    let mut below = verb.unwrap_or(site.trigger);
    for _ in 0..3 {
        let Some(next) = parse.children(below).find(|&child| {
            matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Acl | Dep::Relcl) && child > below
        }) else {
            break;
        };
        hosts.push(next);
        hosts.extend(parse.child(next, Dep::Dobj));
        below = next;
    }
    // A noun happens where the verb above it says.
    let name = parse.children(site.trigger).find(|&child| {
        let label = parse.name_of(child).map(|name| name.label);
        verb.is_none()
            && parse.dep(child) == Dep::Compound
            && (matches!(label, Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
                || is_named_site(setting, child))
            && !is_state(setting, child)
            && parse.name_of(site.trigger).is_none_or(|own| !own.tokens.contains(&child))
    });
    if let Some(name) = name {
        notes.taken(name, || format!("is the name of a place before “{}”", parse.word(site.trigger)));
        return vec![name];
    }
    if let Some(place) = verb_above(setting, site).and_then(|verb| opening(setting, verb)) {
        return vec![place];
    }
    for host in hosts {
        let found: Vec<usize> = parse
            .children(host)
            .filter_map(|child| match parse.dep(child) {
                Dep::Prep | Dep::Agent if tells_place(setting, child) || leads_off(setting, host, child) => {
                    place_after(setting, child)
                }
                // "sent troops *there*"
                Dep::Advmod => mention::is_there(parse, child).then_some(child),
                _ => None,
            })
            .collect();
        if !found.is_empty() {
            let found = without_wider(setting, found);
            let all: Vec<usize> = found.into_iter().flat_map(|at| listed(setting, at)).collect();
            for &at in &all {
                notes.taken(at, || format!("stands after a preposition of place at “{}”", parse.word(host)));
            }
            return all;
        }
    }
    verb_above(setting, site).and_then(|verb| where_of(setting, verb)).into_iter().collect()
}

/// The place that a clause with "where" tells of: "*Velna*, where rebels attacked a convoy".
fn where_of(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let tells = |&child: &usize| parse.dep(child) == Dep::Advmod && parse.norm(child) == "where" && child < verb;
    let place = parse.head(verb);
    let told = parse.dep(verb) == Dep::Relcl && place < verb && parse.children(verb).any(|child| tells(&child));
    told.then_some(place).filter(|&place| is_place(setting, place) && !is_state(setting, place))
}

/// True for the last word of "*Velna Airfield* bombing", "*Velna Market* attack".
fn is_named_site(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let word = parse.entry(at);
    let named = |child: usize| parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn;
    parse.pos(at) == Pos::Propn && setting.lexicon.nouns.is(&word, NounClass::Site) && parse.children(at).any(named)
}

/// The verb of a trigger's clause.
fn verb_above(setting: Setting, site: &Spot) -> Option<usize> {
    let parse = &setting.part.parse;
    let verb = grammar::clause_head(parse, site.carrier.map_or(site.trigger, |carrier| carrier.verb));
    (parse.pos(verb) == Pos::Verb).then_some(verb)
}

/// The place in "*Near Velna*, one raid hit two trucks", where the tree takes the preposition for a part of the name.
fn opening(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let mut top = verb;
    while parse.dep(top) == Dep::Conj && matches!(parse.pos(parse.head(top)), Pos::Verb | Pos::Aux) {
        top = parse.head(top);
    }
    let place = grammar::fronted(parse, top)?;
    let first = parse.subtree(place).start;
    let leads = parse.pos(first) == Pos::Propn && setting.lexicon.place_words.is_preposition(&parse.lower(first));
    (leads && first < place).then_some(place)
}

/// Gives drafts that name no place the places that their clause names, or the only one that their sentence names.
pub(crate) fn settle(setting: Setting, drafts: &mut [Draft]) {
    let notes = &setting.part.notes;
    drafts.iter_mut().filter(|draft| stands_nowhere(draft.claim_type)).for_each(|draft| draft.place.clear());
    for draft in drafts.iter_mut().filter(|draft| happens_somewhere(draft.claim_type)) {
        draft.place.retain(|&at| !is_hit(setting, draft.claim_type, at));
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
        // "a hospital in Velna" is in Velna; a hospital and no more is all that is said.
        if draft.place.iter().any(|&at| names(setting, at)) {
            continue;
        }
        let mark = notes.mark();
        notes.about(Some(Field::Place));
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
        if draft.place.is_empty() && draft.line.is_some() && draft.claim_type.kind() != Kind::Assessment {
            draft.place = only_place(setting, draft.trigger);
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
    shared(setting, drafts);
}

/// The place that a verb says a deed took place in: "*Velna* saw heavy fighting", "*Velna* was rocked by a blast", "a blast rocked
/// *Velna*".
fn witness(setting: Setting, draft: &Draft) -> Option<usize> {
    let parse = &setting.part.parse;
    // "a *series* of blasts"
    let measure = |at: usize| setting.lexicon.nouns.is(&parse.entry(at), NounClass::Measure);
    let whole = parse.head(parse.head(draft.trigger));
    let part = parse.dep(draft.trigger) == Dep::Pobj && parse.norm(parse.head(draft.trigger)) == "of" && measure(whole);
    let deed = if part { whole } else { draft.trigger };
    let above = parse.head(deed);
    let verb = if matches!(parse.dep(deed), Dep::Pobj) { parse.head(above) } else { above };
    let sees = setting.lexicon.place_words.is_witness(&parse.entry(verb)) && draft.claim_type.kind() == Kind::Event;
    let place = match parse.dep(deed) {
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
    let site = setting.lexicon.nouns.is(&parse.entry(at), NounClass::Site);
    let part = setting.lexicon.place_words.is_relative(&parse.entry(at));
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
    if town.is_some() {
        return town;
    }
    inner.filter(|&town| {
        (site || whole) && names(setting, at) && is_named_place(setting, town) && !is_state(setting, town)
    })
}

/// Gives deeds of force without a place that of the deed they are told with: "fought *to free* the town", "advanced and
/// *encircled* the town", "took the town, *aided by* jets".
fn shared(setting: Setting, drafts: &mut [Draft]) {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
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
            let gives = matches!(other.claim_type, Capture | Besiege | Fight | Strike | Attack | Destroy);
            let below = grammar::clause_head(parse, other.predicate);
            gives
                && other.place.iter().any(|&place| names(setting, place))
                && (below == verb || linked(verb, below) || linked(below, verb) || linked(below, first))
        });
        let Some(other) = other else { continue };
        let mark = notes.mark();
        notes.about(Some(Field::Place));
        let place = drafts[other].place.clone();
        place.iter().for_each(|&at| notes.taken(at, || "is where the deed is that it is told with".to_string()));
        notes.about(None);
        let about = notes.since(mark);
        drafts[at].place = place;
        drafts[at].notes.extend(about);
    }
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

/// True for a name and for a noun with one: "the *Velna* road", "the city of *Velna*"; not for a name that only tells whose it is:
/// "a *Morvania Guard* base", "a *Morvania* army base".
pub(super) fn names(setting: Setting, at: usize) -> bool {
    use NameLabel::{Norp, Org};
    let parse = &setting.part.parse;
    let name = |at: usize| parse.pos(at) == Pos::Propn;
    let site = || setting.lexicon.nouns.is(&parse.entry(at), NounClass::Site);
    let whose = |child: usize| {
        let label = parse.name_of(child).map(|name| name.label);
        parse.pos(at) == Pos::Noun && (matches!(label, Some(Norp | Org)) || is_state(setting, child)) && site()
    };
    name(at)
        || parse.children(at).any(|child| name(child) && !whose(child))
        || grammar::after(parse, at, "of").is_some_and(name)
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
    if parse.dep(verb) == Dep::Relcl && parse.children(verb).any(where_at) && names_place(setting, above) {
        found.extend(listed(setting, above));
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
            let beside =
                parse.dep(child) == Dep::Appos && parse.pos(child) == Pos::Noun && parse.children(child).any(off);
            if clause || beside || is_telling(setting, child) {
                continue;
            }
            open.push(child);
            // "the people of Velna" are there; the president of Morvania is not where it says.
            let of = parse.norm(child) == "of"
                && parse.pos(at) == Pos::Noun
                && draft.place.is_empty()
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
    found.retain(|at| !draft.actor.contains(at) && !draft.target.contains(at));
    found.sort_unstable();
    found.dedup();
    found.iter().for_each(|&at| notes.taken(at, || "is named in the clause as a place".to_string()));
    found
}

/// A place with those joined to it: "in Velna, Ostrel and *Tavan*" names three, whatever the name finder takes the third for.
pub(super) fn listed(setting: Setting, place: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let mut all = grammar::joined(parse, place);
    // "Velna and a small *part of* Tavan"
    all.iter_mut().filter(|at| **at != place && setting.lexicon.place_words.is_relative(parse.lemma(**at))).for_each(
        |at| {
            *at = grammar::after(parse, *at, "of").unwrap_or(*at);
        },
    );
    all.extend(examples(setting, place));
    all.retain(|&at| {
        let beside = parse.pos(at) == Pos::Propn
            && is_named_place(setting, place)
            && parse.name_of(at).is_none_or(|name| {
                use NameLabel::{Norp, Org, Person, Product, WorkOfArt};
                matches!(name.label, Norp | Org | Person | Product | WorkOfArt)
            })
            && !is_known(setting, at)
            && !is_titled(setting, at)
            && parse.children(at).all(|child| parse.dep(child) != Dep::Det);
        at == place || is_place(setting, at) || beside
    });
    all
}

/// Places that a clause names as some of those in a place: "key towns in Hald *including Velna and Tavan*".
fn examples(setting: Setting, place: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let noun = parse.head(parse.head(place));
    let such = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::Place]) && parse.tag(at) == Tag::Nns;
    let noun = if such(place) { place } else { noun };
    let lists = |&child: &usize| parse.dep(child) == Dep::Prep && parse.norm(child) == "including";
    let listed = parse.children(noun).chain(parse.children(place)).find(lists).filter(|_| such(noun));
    let first = listed.and_then(|child| parse.child(child, Dep::Pobj));
    first.map_or(Vec::new(), |first| grammar::joined(parse, first))
}

/// True for a word of a name that the name finder takes for a place.
fn is_named_place(setting: Setting, at: usize) -> bool {
    let name = setting.part.parse.name_of(at);
    name.is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
}

/// True for the name of a place and for a noun of place with a name: "the Velna *district*".
fn names_place(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    is_named_place(setting, at)
        || parse.pos(at) == Pos::Noun
            && names(setting, at)
            && class::fits(parse, setting.lexicon, at, &[NounClass::Place])
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
fn only_place(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let found: Vec<usize> = sentence
        .filter(|&word| parse.dep(word) == Dep::Prep && tells_place(setting, word))
        .filter_map(|word| {
            // "the town of Velna in the province of Hald"
            let inner = Some(parse.head(word)).filter(|&inner| names_place(setting, inner));
            // "visited the town of Velna in the province of Hald"
            let before = |head: usize| parse.child(head, Dep::Dobj).filter(|&town| parse.subtree(town).end == word);
            let town = before(parse.head(word)).filter(|&town| names_place(setting, town));
            inner.or(town).or_else(|| place_after(setting, word))
        })
        .filter(|&place| names_place(setting, place) && !is_tellers(setting, place))
        .filter(|&place| told_by(setting, place).is_none_or(|verb| verb == at))
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

/// Places without those behind a comma that only tell where the one before lies: "in the city of Velna, *in southern Morvania*".
fn without_wider(setting: Setting, mut places: Vec<usize>) -> Vec<usize> {
    let parse = &setting.part.parse;
    places.sort_unstable();
    let lies_in = |inner: usize, outer: usize| {
        let preposition = parse.head(outer);
        let before = preposition.checked_sub(1).filter(|&comma| parse.norm(comma) == ",");
        before.is_some_and(|comma| parse.subtree(inner).end == comma || parse.subtree(parse.head(inner)).end == comma)
            && parse.norm(preposition) == parse.norm(parse.head(inner))
    };
    let mut kept: Vec<usize> = Vec::new();
    for place in places {
        if !kept.last().is_some_and(|&inner| names_place(setting, inner) && lies_in(inner, place)) {
            kept.push(place);
        }
    }
    kept
}

/// True for a preposition of place. What is between two named places is a border, a road or an accord, and in neither.
fn tells_place(setting: Setting, preposition: usize) -> bool {
    let parse = &setting.part.parse;
    let apart = || {
        let object = grammar::object_of(parse, preposition);
        object.is_some_and(|object| is_named_place(setting, object) && grammar::joined(parse, object).len() > 1)
    };
    // "the ambassador *to* Kestria"
    let office = || {
        let title = parse.entry(parse.head(preposition));
        parse.pos(parse.head(preposition)) == Pos::Noun && setting.lexicon.titles.class(&title).is_some()
    };
    if topic::leads_to(setting, preposition) {
        return false;
    }
    setting.lexicon.place_words.is_preposition(parse.norm(preposition))
        && !(parse.norm(preposition) == "between" && apart())
        && !(parse.norm(preposition) == "to" && office())
}

/// True for the "of" behind a direction or a preposition that stands as an adverb: "north *of* Velna", "just outside *of* Velna".
fn leads_off(setting: Setting, host: usize, of: usize) -> bool {
    let parse = &setting.part.parse;
    let word = parse.norm(host);
    let words = &setting.lexicon.place_words;
    parse.norm(of) == "of" && (words.is_relative(word) || words.is_preposition(word))
}

/// What "the area" lies off: `Velna` for "the areas *north and west of Velna*".
fn off(setting: Setting, area: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let direction = parse.tokens().len().min(area + 2) - 1;
    let of = (direction + 1..parse.len().min(direction + 4)).find(|&of| parse.norm(of) == "of")?;
    let leads =
        setting.lexicon.place_words.is_relative(parse.norm(direction)) && leads_off(setting, parse.head(of), of);
    let place = grammar::object_of(parse, of).filter(|_| leads)?;
    is_named_place(setting, place).then_some(place)
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
    if ends.len() < 2 || draft.claim_type != ClaimType::Displace { Vec::new() } else { ends }
}

/// The place after a preposition, also through `north of`, `the outskirts of` and `outside of`.
fn place_after(setting: Setting, preposition: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let object = match grammar::object_of(parse, preposition) {
        Some(object) => object,
        None => {
            // "out of the town", "in and around the town"
            let next = parse.children(preposition).find(|&child| {
                let joined = parse.dep(child) == Dep::Conj && parse.pos(child) == Pos::Adp && child <= preposition + 2;
                parse.dep(child) == Dep::Prep || joined
            })?;
            grammar::object_of(parse, next)?
        }
    };
    let mut at = object;
    for _ in 0..3 {
        let lemma = parse.entry(at);
        let named = parse.name_of(at).map(|name| name.label);
        // "at the Battle *of Velna*"
        let battle = |at: usize| {
            parse.pos(at) == Pos::Propn
                && setting.lexicon.nouns.is(&lemma, NounClass::Deed)
                && grammar::after(parse, at, "of").is_some()
        };
        if matches!(named, Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
            && !is_titled(setting, at)
            && !battle(at)
        {
            return Some(at);
        }
        let Setting { lexicon, .. } = setting;
        // "the Hald area of Velna" has a name of its own.
        let named = parse.children(at).any(|child| parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn);
        let relative = lexicon.place_words.is_relative(&lemma) || lexicon.nouns.is(&lemma, NounClass::Measure);
        if battle(at) || relative && !named {
            match grammar::after(parse, at, "of").or_else(|| off(setting, at)) {
                Some(inner) => at = inner,
                None => break,
            }
        } else {
            break;
        }
    }
    let place = is_place(setting, at);
    if !place {
        setting.part.notes.passed(at, || format!("stands after “{}” but is no place", parse.norm(preposition)));
    }
    place.then_some(at)
}

/// True for a name with a title before it: "General *Brek*".
pub(super) fn is_titled(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(at).any(|child| {
        child < at
            && matches!(parse.dep(child), Dep::Compound | Dep::Nmod)
            // "the oil fields": what a minister is for names nobody.
            && setting
                .lexicon
                .titles
                .class(&parse.entry(child))
                .is_some_and(|class| class != TitleClass::Portfolio || parse.tag(at) != Tag::Nns)
    })
}

/// True for a name before which stands who has it: "rebel-held *Velm*".
pub(super) fn is_held(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let held = |child: usize| {
        let frames = setting.lexicon.triggers.frames(&parse.entry(child));
        parse.dep(child) == Dep::Amod
            && parse.tag(child) == Tag::Vbn
            && child >= 2
            && parse.norm(child - 1) == "-"
            && frames.iter().any(|frame| frame.claim_type == ClaimType::Controls)
    };
    parse.pos(at) == Pos::Propn && parse.children(at).any(held)
}

/// True for words that can stand for a place.
pub(crate) fn is_place(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    // "*Near Velna*, two strikes hit": a preposition within a name tells that it is a place.
    let led = |name: &language::Name| {
        use NameLabel::*;
        // "*between Friday* and Tuesday" tells no place.
        !matches!(name.label, Date | Time | Money | Percent | Cardinal | Ordinal | Quantity)
            && parse.dep(name.tokens.start) == Dep::Prep
            && setting.lexicon.place_words.is_preposition(&parse.lower(name.tokens.start))
    };
    if parse.name_of(at).is_some_and(led) || is_held(setting, at) {
        return true;
    }
    match parse.name_of(at).map(|name| name.label) {
        _ if is_titled(setting, at) => return false,
        _ if class::fits(parse, setting.lexicon, at, &[NounClass::Deed]) && parse.pos(at) == Pos::Propn => {
            return false;
        }
        _ if class::is_town(parse, setting.lexicon, at) => return true,
        Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac) => return true,
        // "Kordun Front" is a body, though a front is a place.
        Some(NameLabel::Org) if setting.lexicon.sources.noun(parse.norm(at)) == Some(SourceKind::Organisation) => {
            return false;
        }
        Some(
            NameLabel::Date
            | NameLabel::Time
            | NameLabel::Person
            | NameLabel::Money
            | NameLabel::Percent
            | NameLabel::Cardinal
            | NameLabel::Ordinal
            | NameLabel::Quantity
            | NameLabel::Norp,
        ) => return false,
        _ => {}
    }
    class::fits(parse, setting.lexicon, at, &[NounClass::Place, NounClass::Site])
}
