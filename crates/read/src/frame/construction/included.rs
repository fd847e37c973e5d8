//! Who is named as one of several who do or suffer a deed?
//!
//! "Police arrested four activists, including *Anton Brek*": of the activists and of Brek alike. "… four activists, including *two
//! students*": who is counted is told apart, as are the dead (`groups.rs`).

use crate::claim::{Draft, Setting};
use crate::frame::fillers::is_known;
use crate::frame::fillers::is_state;
use crate::{class, grammar, list, quantity};
use language::{NameLabel, Pos};
use lexicon::NounClass;
use model::{ClaimType, Kind};

/// Adds those who are named among them to the parties of each draft.
pub(in crate::frame) fn named(setting: Setting, drafts: &mut [Draft]) {
    use ClaimType::*;
    for draft in drafts {
        let between = matches!(draft.claim_type, AlliedWith | Opposes | Backs);
        if draft.claim_type.kind() == Kind::Relation && !between {
            continue;
        }
        // Of the dead and hit each group is told apart.
        let apart = matches!(draft.claim_type, Casualties | Attack | Strike);
        // What stands behind the verb is about whom it is done to, where there is somebody: "several states backed *the plan*, including
        // Kestria" tells who did.
        let things = draft.target.iter().copied().filter(|&at| is_thing(setting, at)).collect::<Vec<usize>>();
        let late = if things.len() == draft.target.len() { draft.actor.last() } else { draft.target.last() };
        let late = late.copied();
        let roles = [Some(&mut draft.actor), Some(&mut draft.target).filter(|_| !apart)];
        for role in roles.into_iter().flatten() {
            let mut more = Vec::new();
            for &at in role.iter().filter(|at| !things.contains(at)) {
                more.extend(among(setting, at, at));
                if late == Some(at) {
                    more.extend(
                        std::iter::once(draft.predicate)
                            .chain(things.clone())
                            .flat_map(|host| among(setting, at, host)),
                    );
                }
            }
            more.retain(|at| !role.contains(at));
            role.extend(more);
        }
    }
}

/// True for a deed, an accord or whatever else nobody can be one of.
fn is_thing(setting: Setting, at: usize) -> bool {
    use NounClass::{Forces, Party, People, Place, Site};
    let parse = &setting.part.parse;
    parse.pos(at) == Pos::Noun && !class::fits(parse, setting.lexicon, at, &[Forces, Party, People, Place, Site])
}

/// One draft for each group of the detained that has a number of its own, and for those without a name behind `including`.
pub(in crate::frame) fn counted(setting: Setting, draft: Draft) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let count = |at: usize| quantity::of(setting.part, at, setting.lexicon);
    let of_group = |at: usize| Draft { target: vec![at], quantity: count(at).into_iter().collect(), ..draft.clone() };
    let numbered = draft.target.len() > 1 && draft.target.iter().all(|&at| count(at).is_some());
    let mut all: Vec<Draft> =
        if numbered { draft.target.iter().map(|&at| of_group(at)).collect() } else { vec![draft.clone()] };
    for &at in &draft.target {
        let first = [at, draft.predicate].into_iter().find_map(|host| grammar::included(parse, host, at));
        let members = first.map(|first| grammar::joined(parse, first)).unwrap_or_default();
        all.extend(members.into_iter().filter(|&at| parse.pos(at) == Pos::Noun).map(of_group));
    }
    all
}

/// The places that are named as parts of one: `Velna` of "northern Kestria, including *Velna*".
pub(crate) fn named_parts(setting: Setting, place: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    // "captured *most* of northern Kestria, including Velna": the tree may hang it on what is captured.
    let hosts = [Some(place), grammar::counting(parse, place), grammar::whole(parse, place)];
    let first = hosts.into_iter().flatten().find_map(|host| grammar::included(parse, host, place));
    let Some(first) = first else { return Vec::new() };
    // What is in a place is one, whatever the name finder takes it for.
    let named = |&at: &usize| {
        let label = parse.name_of(at).map(|name| name.label);
        let body = matches!(label, Some(NameLabel::Norp | NameLabel::Org)) && is_known(setting, at);
        parse.pos(at) == Pos::Propn && !body && !is_state(setting, at)
    };
    grammar::joined(parse, first).into_iter().filter(named).collect()
}

/// The names behind the `including` that hangs on a word and stands behind several.
fn among(setting: Setting, several: usize, host: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    if parse.pos(several) != Pos::Noun || parse.name_of(several).is_some() {
        return Vec::new();
    }
    let Some(first) = grammar::included(parse, host, several) else { return Vec::new() };
    let (joined, written) = (grammar::joined(parse, first), list::written(parse, first));
    let names = if written.len() > joined.len() { written } else { joined };
    let named = |&name: &usize| {
        use NameLabel::{Gpe, Norp, Org, Person};
        let label = parse.name_of(name).map(|name| name.label);
        parse.pos(name) == Pos::Propn && matches!(label, Some(Person | Org | Gpe | Norp))
    };
    names.into_iter().filter(named).collect()
}
