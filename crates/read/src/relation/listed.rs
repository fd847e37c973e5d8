//! Who is told to belong to a body by a list of its people, or by what most of it is?
//!
//! "senior Guard commanders, including Anton Brek": he is of the Guard. "Most of the Guard were Sand fighters": the fighters are.

use super::belonging::{draft, is_organisation};
use super::members::members;
use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use language::{Dep, Pos, Tag};
use lexicon::{ActorKind, Known, NounClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let noun = |at: &usize| parse.pos(*at) == Pos::Noun && parse.tag(*at) == Tag::Nns;
    (0..parse.len()).filter(noun).filter_map(|at| named(setting, at).or_else(|| most(setting, at))).collect()
}

/// "Guard commanders such as *Anton Brek* and *Ida Sand*", "commanders of the Guard, including *Anton Brek*".
fn named(setting: Setting, people: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if !is_people(setting, people) {
        return None;
    }
    let before = |&child: &usize| child < people && matches!(parse.dep(child), Dep::Compound | Dep::Poss | Dep::Nmod);
    let body = parse.children(people).filter(before).find(|&body| is_body(setting, body));
    let body = body.or_else(|| grammar::after(parse, people, "of").filter(|&body| is_body(setting, body)))?;
    let mut names = members(parse, setting.lexicon, people)?;
    names.retain(|&name| setting.names_person(name));
    let first = *names.first()?;
    let mut draft = draft(ClaimType::MemberOf, people, "relation/of", first, body);
    draft.quote = Some(body.min(people)..*names.last()? + 1);
    draft.actor = names;
    draft.target = vec![body];
    Some(draft)
}

/// "Most of the Guard were Sand *fighters*", "the majority of the Guard are *children*".
fn most(setting: Setting, people: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let be = parse.head(people);
    if parse.dep(people) != Dep::Attr || parse.lemma(be) != "be" || !is_people(setting, people) {
        return None;
    }
    let share = grammar::subject(parse, be)
        .filter(|&share| parse.norm(share) == "most" || setting.is_noun(share, NounClass::Measure))?;
    let body = grammar::after(parse, share, "of").filter(|&body| is_body(setting, body))?;
    let mut draft = draft(ClaimType::MemberOf, be, "relation/of", people, body);
    draft.quote = Some(share..people + 1);
    draft.target = vec![body];
    Some(draft)
}

fn is_people(setting: Setting, at: usize) -> bool {
    class::fits(&setting.part.parse, setting.lexicon, at, &[NounClass::People])
}

/// True for the name of a body with people.
fn is_body(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let known = || setting.lexicon.names.find(parse.word(at));
    let actor = || matches!(known(), Some(Known::Actor(actor)) if actor.kind != ActorKind::Person);
    parse.pos(at) == Pos::Propn
        && (is_organisation(setting, at) || class::names_body(parse, setting.lexicon, at) || actor())
}
