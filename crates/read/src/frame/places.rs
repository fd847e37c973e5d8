//! Where did it happen?
//!
//! A place hangs on the trigger, its carrier, its object or its verb by a preposition of place: `in Velna`, `near the
//! bridge`, `on the outskirts of Ostrel`, `14 km north of Velna`.

mod elsewhere;
pub(super) mod settle;
pub(super) mod standing;
mod topic;

use crate::claim::{Draft, Setting};
use crate::frame::Spot;
use crate::frame::fillers::{is_known, is_state};
use crate::frame::trigger::carrier;
use crate::relation::is_alliance;
use crate::{class, grammar, mention, time};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{Frame, NounClass, Slot, TitleClass, TypeWord, WordClass};
use model::{ClaimType, SourceKind};

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
        site.class == WordClass::Noun
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
    if let Some(place) =
        verb_above(setting, site).and_then(|verb| opening(setting, verb).or_else(|| lost(setting, verb)))
    {
        return vec![place];
    }
    for host in hosts {
        let mut found: Vec<usize> = parse
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
        // "the attack 40 miles *west of Velna*"
        if found.is_empty() {
            let off = |aside: usize| parse.children(aside).find(|&of| leads_off(setting, aside, of));
            let asides = parse.children(host).filter(|&child| parse.dep(child) == Dep::Advmod);
            found.extend(asides.filter_map(|aside| place_after(setting, off(aside)?)));
        }
        // "shelled *the town of Velna* in northern Kestria": what the town lies in is not told of the deed.
        if !found.is_empty()
            && matches!(parse.dep(host), Dep::Dobj | Dep::Nsubjpass)
            && let Some(town) = town_itself(setting, host)
        {
            notes.taken(town, || format!("is itself a place at “{}”", parse.word(site.trigger)));
            return listed(setting, town);
        }
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

/// The town that an object names: `Velna` for "the town of Velna" and "Velna".
fn town_itself(setting: Setting, object: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let name = match parse.pos(object) {
        Pos::Propn => object,
        _ => {
            let settles = setting.lexicon.places.type_word(parse.entry(object)) == Some(TypeWord::Settlement);
            grammar::after(parse, object, "of").filter(|_| settles)?
        }
    };
    let place = parse.pos(name) == Pos::Propn && is_named_place(setting, name) && !is_state(setting, name);
    (place && !setting.names_person(name)).then_some(name)
}

/// The place that a clause with "where" tells of: "*Velna*, where rebels attacked a convoy".
fn where_of(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let tells = |&child: &usize| parse.dep(child) == Dep::Advmod && parse.norm(child) == "where" && child < verb;
    let place = scene(setting, verb);
    let told = parse.dep(verb) == Dep::Relcl && place < verb && parse.children(verb).any(|child| tells(&child));
    told.then_some(place).filter(|&place| is_place(setting, place) && !is_state(setting, place))
}

/// The noun that a clause with "where" describes: "the *provinces* bordering Kestria, where rebels attacked", though the tree hangs it on
/// what these lie at.
pub(super) fn scene(setting: Setting, verb: usize) -> usize {
    let parse = &setting.part.parse;
    let nearest = parse.head(verb);
    let lies = parse.head(nearest);
    let located = || {
        let frames = setting.frames(lies);
        frames.iter().any(|frame| frame.claim_type == model::ClaimType::LocatedIn)
    };
    let beside = parse.dep(nearest) == Dep::Dobj && parse.dep(lies) == Dep::Acl && located();
    if beside { parse.head(lies) } else { nearest }
}

/// Takes the ends of a stretch for nobody from whom it is taken: "secured the road *from Ostrel to Velna*".
pub(super) fn without_ends(setting: Setting, draft: &mut Draft) {
    let parse = &setting.part.parse;
    let end = |at: usize| {
        let from = parse.head(at);
        let onward = |host: usize| parse.children(host).any(|to| to > at && parse.norm(to) == "to");
        parse.norm(from) == "from" && (onward(from) || onward(at)) && !is_state(setting, at)
    };
    if draft.claim_type == ClaimType::Capture {
        draft.target.retain(|&at| !end(at));
    }
}

/// True for the last word of "*Velna Airfield* bombing", "*Velna Market* attack".
pub(super) fn is_named_site(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let word = parse.entry(at);
    let named = |child: usize| parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn;
    parse.pos(at) == Pos::Propn && setting.lexicon.nouns.is(word, NounClass::Site) && parse.children(at).any(named)
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
    let leads = parse.pos(first) == Pos::Propn && setting.lexicon.place_words.is_preposition(parse.lower(first));
    (leads && first < place).then_some(place)
}

/// The place in "In *Velna* rebels attacked", which the tree takes for a part of the subject.
fn lost(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let subject = parse.child(verb, Dep::Nsubj).filter(|&subject| parse.tag(subject) == Tag::Nns)?;
    let lead = parse.children(verb).find(|&child| grammar::has_lost_object(parse, child, subject))?;
    let day = |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
    let name = (lead + 1..subject).take_while(|&at| parse.pos(at) == Pos::Propn).last()?;
    let leads = setting.lexicon.place_words.is_preposition(parse.lower(lead));
    (leads && !day(name)).then_some(name)
}

/// True for a name and for a noun with one: "the *Velna* road", "the city of *Velna*"; not for a name that only tells whose it is:
/// "a *Morvania Guard* base", "a *Morvania* army base".
pub(super) fn names(setting: Setting, at: usize) -> bool {
    use NameLabel::{Norp, Org};
    let parse = &setting.part.parse;
    let name = |at: usize| parse.pos(at) == Pos::Propn;
    let site = || setting.is_noun(at, NounClass::Site);
    let whose = |child: usize| {
        let label = parse.name_of(child).map(|name| name.label);
        parse.pos(at) == Pos::Noun && (matches!(label, Some(Norp | Org)) || is_state(setting, child)) && site()
    };
    name(at)
        || parse.children(at).any(|child| name(child) && !whose(child))
        || grammar::after(parse, at, "of").is_some_and(name)
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
    let first = [noun, place].into_iter().find_map(|host| grammar::included(parse, host, place));
    first.filter(|_| such(noun)).map_or(Vec::new(), |first| grammar::joined(parse, first))
}

/// True for a word of a name that the name finder takes for a place.
pub(super) fn is_named_place(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let name = parse.name_of(at);
    name.is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
        && !class::names_fight(parse, setting.lexicon, at)
}

/// True for the name of a place and for a noun of place with a name: "the Velna *district*".
pub(super) fn names_place(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    is_named_place(setting, at)
        || parse.pos(at) == Pos::Noun
            && names(setting, at)
            && class::fits(parse, setting.lexicon, at, &[NounClass::Place])
}

/// Places without those behind a comma that only tell where the one before lies: "in the city of Velna, *in southern Morvania*".
pub(super) fn without_wider(setting: Setting, mut places: Vec<usize>) -> Vec<usize> {
    let parse = &setting.part.parse;
    places.sort_unstable();
    let lies_in = |inner: usize, outer: usize| {
        let preposition = parse.head(outer);
        let before = preposition.checked_sub(1).filter(|&comma| parse.norm(comma) == ",");
        // "a base at Velna, *in* the province of Hald"; in "in Morvania, *near Velna*" the second is the narrower one.
        let same = parse.norm(preposition) == parse.norm(parse.head(inner));
        before.is_some_and(|comma| parse.subtree(inner).end == comma || parse.subtree(parse.head(inner)).end == comma)
            && (same || parse.norm(preposition) == "in" && !is_state(setting, inner))
    };
    let named = |at: usize| names_place(setting, at) || parse.pos(at) == Pos::Propn && is_place(setting, at);
    let mut kept: Vec<usize> = Vec::new();
    for place in places {
        if !kept.last().is_some_and(|&inner| named(inner) && lies_in(inner, place)) {
            kept.push(place);
        }
    }
    kept
}

/// The town before the comma of a state that tells where it lies: `Velna` for "a blast in Velna, *Morvania*", in a headline also for
/// "Velna, *Morvania* bomb kills two".
pub(super) fn town_before(setting: Setting, state: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let first = parse.name_of(state).map_or(state, |name| name.tokens.start.min(state));
    let town = first.checked_sub(2).filter(|_| parse.word(first - 1) == ",")?;
    let sentence = parse.sentences()[parse.sentence_of(state)].clone();
    let opens = || {
        sentence.contains(&town)
            && (sentence.start..=town).all(|at| parse.pos(at) == Pos::Propn)
            && parse.dep(state) == Dep::Compound
    };
    let named = parse.pos(town) == Pos::Propn && !is_state(setting, town) && (is_named_place(setting, town) || opens());
    let list = (state + 1..sentence.end).take(2).any(|at| matches!(parse.norm(at), "and" | "or"));
    (named && is_state(setting, state) && !list && !setting.names_person(town)).then_some(town)
}

/// The places without a state that only tells where the one beside it lies: "near Velna, *Morvania*", "in *Morvania*, near Velna".
pub(super) fn without_state_around(setting: Setting, places: &mut Vec<usize>) {
    let parse = &setting.part.parse;
    let town = |at: usize| is_named_place(setting, at) && !is_state(setting, at);
    let first = |at: usize| parse.name_of(at).map_or(at, |name| name.tokens.start.min(at));
    let comma = |at: usize| at > 0 && parse.word(at - 1) == ",";
    let list = |at: usize| at < parse.len() && matches!(parse.norm(at), "and" | "or" | ",");
    let all = places.clone();
    places.retain(|&state| {
        let behind = all.iter().any(|&inner| {
            town(inner) && inner + 2 == first(state) && comma(first(state)) && {
                // "Velna, Morvania and Ostrel" is a list; "near Velna, Morvania, destroying two trucks" is none.
                let next = state + 1;
                !list(next) || parse.word(next) == "," && all.iter().all(|&third| third <= state)
            }
        });
        let before = all.iter().any(|&inner| {
            let preposition = parse.head(inner);
            town(inner) && state + 2 == preposition && comma(preposition) && parse.dep(preposition) == Dep::Prep
        });
        !(is_state(setting, state) && (behind || before))
    });
}

/// True for a preposition of place. What is between two named places is a border, a road or an accord, and in neither.
pub(super) fn tells_place(setting: Setting, preposition: usize) -> bool {
    let parse = &setting.part.parse;
    let apart = || {
        let object = grammar::object_of(parse, preposition);
        object.is_some_and(|object| is_named_place(setting, object) && grammar::joined(parse, object).len() > 1)
    };
    // "the ambassador *to* Kestria"
    let office = || {
        let title = parse.entry(parse.head(preposition));
        parse.pos(parse.head(preposition)) == Pos::Noun && setting.lexicon.titles.class(title).is_some()
    };
    // "the raid that the mayor blamed *on* Kestria" was not there.
    let laid = parse.norm(preposition) == "on" && carrier::lays(setting, parse.head(preposition));
    // "forded the stream *at 10 A.M.*"
    let hour = |at: usize| matches!(parse.lower(at), "a.m." | "p.m.");
    if laid || grammar::object_of(parse, preposition).is_some_and(hour) || topic::leads_to(setting, preposition) {
        return false;
    }
    let words = &setting.lexicon.place_words;
    // "was killed 20 km *from* Velna"
    let unit = |at: usize| words.is_distance(parse.entry(at)) || words.is_distance(parse.lower(at));
    if parse.norm(preposition) == "from" && preposition.checked_sub(1).is_some_and(unit) {
        return true;
    }
    words.is_preposition(parse.norm(preposition))
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

/// The place after a preposition, also through `north of`, `the outskirts of` and `outside of`.
pub(super) fn place_after(setting: Setting, preposition: usize) -> Option<usize> {
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
    if let Some(name) = between_commas(setting, object) {
        return Some(name);
    }
    // "fought on *the side of* Morvania" was not there; "on the *eastern* side of Velna" was.
    let ally = is_alliance(setting, object, WordClass::Noun) && parse.norm(preposition) == "on";
    if ally && parse.children(object).all(|child| parse.dep(child) != Dep::Amod) {
        return None;
    }
    let mut at = object;
    for _ in 0..3 {
        let lemma = parse.entry(at);
        let named = parse.name_of(at).map(|name| name.label);
        // "at the Battle *of Velna*"
        let battle = |at: usize| {
            parse.pos(at) == Pos::Propn
                && setting.lexicon.nouns.is(lemma, NounClass::Deed)
                && grammar::after(parse, at, "of").is_some()
        };
        if matches!(named, Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
            && !is_titled(setting, at)
            && !battle(at)
        {
            // "set out on the *Southern Expedition*"
            return (!class::names_fight(parse, setting.lexicon, at)).then_some(at);
        }
        let Setting { lexicon, .. } = setting;
        // "the Hald area of Velna" has a name of its own.
        let named = parse.children(at).any(|child| parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn);
        let relative = lexicon.place_words.is_relative(lemma) || lexicon.nouns.is(lemma, NounClass::Measure);
        // "in the republic of *Velna*": the sort of land is no place by itself.
        let land = parse.pos(at) == Pos::Noun
            && lexicon.places.type_word(lemma).is_some()
            && !lexicon.nouns.is(lemma, NounClass::Place)
            && !lexicon.nouns.is(lemma, NounClass::Site)
            && grammar::after(parse, at, "of").is_some_and(|inner| is_named_place(setting, inner));
        if battle(at) || land || relative && !named {
            match grammar::whole(parse, at).or_else(|| off(setting, at)) {
                Some(inner) => at = inner,
                None => break,
            }
        } else {
            break;
        }
    }
    // "took to the streets *of Velna*": what has streets is a place, though the name finder takes it for somebody.
    let has_parts = || {
        let label = parse.name_of(at).map(|name| name.label);
        at != object
            && parse.pos(at) == Pos::Propn
            && matches!(label, None | Some(NameLabel::Person))
            && setting.lexicon.place_words.is_relative(parse.entry(object))
    };
    // "shot them down in *self-defence*" is nowhere.
    let own = at > 1 && parse.tag(at - 1) == Tag::Hyph && parse.norm(at - 2) == "self";
    let place = (is_place(setting, at) || has_parts()) && !own;
    if !place {
        setting.part.notes.passed(at, || format!("stands after “{}” but is no place", parse.norm(preposition)));
    }
    place.then_some(at)
}

/// The name of a town between commas behind its noun, wherever the tree hangs it: "in the provincial capital, *Velna*, rebels attacked".
pub(crate) fn between_commas(setting: Setting, noun: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let comma = |at: usize| at < parse.len() && parse.word(at) == ",";
    if parse.tag(noun) != Tag::Nn || !comma(noun + 1) {
        return None;
    }
    let name = parse.name_of(noun + 2)?;
    let lone = name.tokens.start == noun + 2 && comma(name.tokens.end);
    let place = matches!(name.label, NameLabel::Gpe | NameLabel::Loc) && parse.pos(noun) == Pos::Noun;
    let head = name.tokens.end - 1;
    let town = || setting.lexicon.places.type_word(parse.entry(noun)) == Some(TypeWord::Settlement);
    (lone && place && town() && !is_state(setting, head)).then_some(head)
}

/// The land that a war within it is called after: "the *Kestrian* Civil War", "the *Kestrian* War of Independence", "the *Kestrian* conflict";
/// two lands are the sides of theirs, and "the Kestrian offensive" is Kestria's.
pub(super) fn land_of_war(setting: Setting, site: &Spot, frame: &Frame) -> Option<usize> {
    let parse = &setting.part.parse;
    let noun = site.trigger;
    let sides = frame.actor.contains(&Slot::Preposition("between".to_string()));
    let capital = parse.word(noun).starts_with(char::is_uppercase);
    // "a battle *in the Kestrian Civil War*" tells of the battle.
    let above = parse.head(parse.head(noun));
    let part = parse.dep(noun) == Dep::Pobj
        && matches!(parse.norm(parse.head(noun)), "in" | "of")
        && class::fits(parse, setting.lexicon, above, &[NounClass::Deed]);
    let within = (frame.actor.is_empty() || sides && capital) && !part;
    if frame.claim_type != ClaimType::Fight || site.class != WordClass::Noun || !within {
        return None;
    }
    // The name finder takes the whole name for one: its words are looked up alone.
    let land = |&child: &usize| {
        let names = &setting.lexicon.names;
        let word = parse.word(child);
        let alone = parse.name_of(child).is_some_and(|name| {
            name.tokens.len() == 1 && matches!(name.label, NameLabel::Gpe | NameLabel::Loc | NameLabel::Norp)
        });
        let state = || matches!(names.find(word), Some(lexicon::Known::State(_))) || !names.demonym(word).is_empty();
        matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Nmod) && (alone || state())
    };
    let mut lands = parse.children(noun).filter(|&child| child < noun).filter(land);
    let first = lands.next()?;
    let hyphen = parse.children(first).any(|child| matches!(parse.word(child), "-" | "–"))
        || matches!(parse.word(first + 1), "-" | "–");
    (lands.next().is_none() && !hyphen).then_some(first)
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
                .class(parse.entry(child))
                .is_some_and(|class| class != TitleClass::Portfolio || parse.tag(at) != Tag::Nns)
    })
}

/// True for a name before which stands who has it: "rebel-held *Velm*".
pub(super) fn is_held(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let held = |child: usize| {
        let frames = setting.frames(child);
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
            && setting.lexicon.place_words.is_preposition(parse.lower(name.tokens.start))
    };
    if parse.name_of(at).is_some_and(led) || is_held(setting, at) {
        return true;
    }
    match parse.name_of(at).map(|name| name.label) {
        _ if is_titled(setting, at) || class::is_medium(parse, setting.lexicon, at) => return false,
        // "at 1430 *GMT*" tells an hour.
        _ if time::is_zone(parse, at) && parse.child(at, Dep::Nummod).is_some() => return false,
        // "fired two missiles at *the motor vessel Lasta*"
        _ if class::is_ship(parse, setting.lexicon, at) => return false,
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
