//! Who are the members of a group that the text goes on to name?
//!
//! "its allies, including *the Guard* and *the Falcon Brigade*", "groups such as *the Guard*", "fighters known as *the Falcon
//! Brigade*": a relation of the group is one of those it names.

use super::belonging::larger_unit;
use crate::claim::{Draft, Setting};
use crate::{class, grammar, list, mention};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{ActorKind, Known, Lexicon, NounClass, Sense};
use model::{ClaimType, Kind};

/// Puts those a group names in the place of the group, in the roles of relations.
pub(crate) fn named(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type.kind() == Kind::Relation) {
        for role in [&mut draft.actor, &mut draft.target] {
            *role = role
                .iter()
                .flat_map(|&at| members(&setting.part.parse, setting.lexicon, at).unwrap_or(vec![at]))
                .collect();
        }
        draft.target.retain(|at| !draft.actor.contains(at));
        // "*The strait* is one of the world's most vital waterways", and matters to the world.
        if let (ClaimType::ImportantTo, [at]) = (draft.claim_type, &draft.actor[..]) {
            let (parse, at) = (&setting.part.parse, *at);
            let one = parse.norm(parse.head(parse.head(at))) == "one";
            draft.target.extend(grammar::owner(parse, at).filter(|_| one && draft.target.is_empty()));
            draft.actor = vec![one_of(parse, at).unwrap_or(at)];
        }
        if draft.claim_type == ClaimType::ImportantTo {
            draft.target = draft.target.iter().filter_map(|&at| concerned(setting, at)).collect();
        }
        // "at Fort Hald, Kestria, and *Gen. Anton Brek*": the tree makes one row of places and people.
        let person = |&at: &usize| {
            let name = setting.part.parse.name_of(at);
            name.is_some_and(|name| name.label == NameLabel::Person && name.tokens.len() > 1)
        };
        if !draft.place.iter().all(person) {
            draft.place.retain(|at| !person(at));
        }
        // "the 2nd Battalion, *7th Regiment*, commanded by Brek": he leads the battalion.
        if let (ClaimType::Leads, [larger]) = (draft.claim_type, &draft.target[..]) {
            let (parse, larger) = (&setting.part.parse, *larger);
            let smaller = parse.head(larger);
            if parse.dep(larger) == Dep::Appos && larger_unit(setting, smaller).is_some_and(|(_, unit)| unit == larger)
            {
                draft.target = vec![smaller];
            }
        }
        // "the Union's members, including Kestria", "the Velna Rifles, serving with the 2nd Division": a state or a body is a part of it.
        let parse = &setting.part.parse;
        let body = |&at: &usize| {
            let name = parse.name_of(at);
            let state = name.is_some_and(|name| name.label == NameLabel::Gpe);
            let words = name.map(|name| parse.span(name.tokens.clone()).of(parse.text()));
            let known = words.and_then(|words| setting.lexicon.names.find(words));
            let body = matches!(known, Some(Known::Actor(actor)) if actor.kind != ActorKind::Person);
            state || body || parse.pos(at) == Pos::Propn && class::names_body(parse, setting.lexicon, at)
        };
        let ends = !draft.actor.is_empty() && !draft.target.is_empty();
        if draft.claim_type == ClaimType::MemberOf && ends && draft.actor.iter().all(body) {
            draft.claim_type = ClaimType::PartOf;
        }
    }
    // "captured key towns": which they are the text does not say.
    let parse = &setting.part.parse;
    let some = |at: &usize| matches!(parse.tag(*at), Tag::Nns | Tag::Nnps) && parse.name_of(*at).is_none();
    // "It is vital that they go": nothing is said of a place.
    // "one of the most vital waterways" is one of them.
    let one = |at: usize| parse.norm(parse.head(at)) == "of" && parse.norm(parse.head(parse.head(at))) == "one";
    let nothing = |at: &usize| some(at) && !one(*at) || matches!(parse.norm(*at), "it" | "this" | "that");
    // "The road is vital to the army" is told with whom it matters to.
    let matters = |draft: &&Draft| draft.claim_type == ClaimType::ImportantTo && !draft.target.is_empty();
    let told: Vec<usize> = drafts.iter().filter(matters).map(|draft| draft.trigger).collect();
    // "dozens of members of the Front": the front is no part of itself.
    let itself = |draft: &Draft| {
        let core = |at: &usize| mention::core(parse, setting.lexicon, *at);
        let people = setting.is_noun(draft.trigger, NounClass::People);
        people && !draft.actor.is_empty() && draft.actor.iter().all(|at| draft.target.contains(&core(at)))
    };
    // "the armed wing of the Front, the Falcons," is told by its name.
    let part = |draft: &&Draft| draft.claim_type == ClaimType::PartOf;
    let named: Vec<usize> =
        drafts.iter().filter(part).filter(|draft| draft.actor != [draft.trigger]).map(|draft| draft.trigger).collect();
    let unnamed = |draft: &Draft| draft.actor == [draft.trigger] && named.contains(&draft.trigger);
    drafts.retain(|draft| draft.claim_type != ClaimType::PartOf || !itself(draft) && !unnamed(draft));
    // "*no* member of the Union has said so": who none is belongs to nobody.
    let none = |at: &usize| parse.child(*at, Dep::Det).is_some_and(|word| parse.norm(word) == "no");
    drafts.retain(|draft| draft.claim_type != ClaimType::MemberOf || !draft.actor.iter().any(none));
    drafts.retain(|draft| {
        draft.claim_type != ClaimType::ImportantTo
            || !draft.target.is_empty()
            || !draft.actor.iter().all(nothing) && !told.contains(&draft.trigger)
    });
    drafts
}

/// To whom a place matters that is vital to something of his: "vital to *Kestria's* exports", "crucial for *Morvanian* operations"; nobody where
/// the thing is nobody's.
fn concerned(setting: Setting, thing: usize) -> Option<usize> {
    use NounClass::{Forces, Party, People, Place};
    let parse = &setting.part.parse;
    if parse.pos(thing) != Pos::Noun || class::fits(parse, setting.lexicon, thing, &[Forces, Party, People, Place]) {
        return Some(thing);
    }
    let party = |&child: &usize| {
        let sort = child < thing && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Nmod);
        let name = parse.name_of(child).map(|name| name.label);
        sort && matches!(name, Some(NameLabel::Gpe | NameLabel::Norp | NameLabel::Org))
    };
    grammar::owner(parse, thing).or_else(|| parse.children(thing).find(party))
}

/// What is said to be one of several: `strait` for the waterways of "the *strait* is one of the waterways".
fn one_of(parse: &Parse, several: usize) -> Option<usize> {
    let of = parse.head(several);
    let one = parse.head(of);
    let said = parse.norm(of) == "of" && parse.norm(one) == "one";
    match parse.dep(one) {
        Dep::Attr if said => grammar::subject(parse, parse.head(one)),
        Dep::Appos if said => Some(parse.head(one)),
        _ => None,
    }
}

/// The names that a plural noun introduces.
pub(super) fn members(parse: &Parse, lexicon: &Lexicon, group: usize) -> Option<Vec<usize>> {
    if parse.pos(group) != Pos::Noun || !matches!(parse.tag(group), Tag::Nns | Tag::Nn) {
        return None;
    }
    // "towns in Kestria including Velna": the list may hang on what stands between.
    let between = parse.children(group).filter(|&child| parse.dep(child) == Dep::Prep && child > group);
    let hosts = [group].into_iter().chain(between.filter_map(|child| grammar::object_of(parse, child)));
    let introduced = hosts.flat_map(|host| parse.children(host)).filter(|&child| child > group).find_map(|child| {
        let word = parse.norm(child);
        match parse.dep(child) {
            Dep::Prep if matches!(word, "including" | "like") => grammar::object_of(parse, child),
            // "such as": `such` hangs on `as`.
            Dep::Prep if word == "as" && child > 0 && parse.norm(child - 1) == "such" => {
                grammar::object_of(parse, child)
            }
            Dep::Acl if lexicon.senses.has(parse.lemma(child), Sense::Names) => {
                parse.child(child, Dep::Oprd).or_else(|| grammar::after(parse, child, "as"))
            }
            _ => None,
        }
    })?;
    let (joined, written) = (grammar::joined(parse, introduced), list::written(parse, introduced));
    let all = if written.len() > joined.len() { written } else { joined };
    let names: Vec<usize> = all.into_iter().filter(|&at| parse.pos(at) == Pos::Propn).collect();
    (!names.is_empty()).then_some(names)
}
