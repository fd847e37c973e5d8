//! Who commands a unit, and which larger unit is it of, where histories only put them beside it?
//!
//! "the 3rd Brigade (Colonel Anton Brek)", "the 5th Division of General Brek", "command of the 2nd Army passed to Brek": he
//! leads the unit. "the 9th Brigade (2nd Army)": the brigade is part of the army.

use super::belonging::{draft, is_organisation, is_unit};
use super::label;
use super::membership::is_titled;
use crate::claim::{Draft, Setting};
use crate::grammar;
use language::{Dep, NameLabel, Pos};
use lexicon::{NounClass, TitleClass};
use model::ClaimType;

/// The longest text in brackets that is looked at, in tokens.
const LONGEST: usize = 9;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if parse.norm(at) == "command" && parse.dep(at) == Dep::Nsubj {
            drafts.extend(passed_to(setting, at));
        }
        let forces = || setting.lexicon.nouns.is(parse.norm(at), NounClass::Forces);
        if parse.pos(at) == Pos::Propn && (is_unit(setting, at) || forces()) {
            drafts.extend(in_brackets(setting, at));
            drafts.extend(of_commander(setting, at));
        }
    }
    drafts
}

/// "the 3rd Brigade (Colonel Anton Brek)", "the 9th Brigade (2nd Army, Northern Front)".
fn in_brackets(setting: Setting, unit: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let open = parse.name_of(unit).map_or(unit + 1, |name| name.tokens.end.max(unit + 1));
    if open + 2 >= parse.len() || parse.word(open) != "(" {
        return None;
    }
    let ends = |at: &usize| matches!(parse.word(*at), ")" | "," | ";");
    let end = (open + 2..parse.len().min(open + LONGEST)).find(ends)?;
    let first = (open + 1..end).find(|&word| !is_rank(setting, word))?;
    let words = first..end;
    let named = words.clone().all(|word| {
        parse.pos(word) == Pos::Propn || parse.word(word).starts_with(|first: char| first.is_ascii_digit())
    });
    let (last, larger) = (end - 1, is_organisation(setting, end - 1) && words.len() > 1);
    // "(Brek)", "(Anton Brek)": words that are no nouns.
    let unknown = |word: usize| {
        let word = parse.norm(word);
        setting.lexicon.nouns.classes(word).is_empty() && setting.lexicon.titles.class(word).is_none()
    };
    let person = parse.word(end) == ")"
        && words.len() <= 3
        && (words.len() > 1 || first > open + 1 || setting.surnames.contains(parse.word(last)))
        && (label(parse, last) == Some(NameLabel::Person) || words.len() > 1 && label(parse, last).is_none())
        && words.clone().all(unknown);
    if !named || !larger && !person {
        return None;
    }
    let told = if larger { ClaimType::PartOf } else { ClaimType::Leads };
    let (actor, target) = if larger { (unit, last) } else { (last, unit) };
    let mut draft = draft(told, open, "relation/of", actor, target);
    draft.target = vec![target];
    draft.exact.push((last, words));
    Some(draft)
}

/// "the 5th Division of General Anton Brek".
fn of_commander(setting: Setting, unit: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let person = grammar::after(parse, unit, "of").filter(|&person| is_titled(setting, person))?;
    if parse.children(person).any(|child| parse.dep(child) == Dep::Poss) || is_organisation(setting, person) {
        return None;
    }
    let mut draft = draft(ClaimType::Leads, unit, "relation/of", person, unit);
    draft.target = vec![unit];
    let name = parse.name_of(unit).and_then(|name| name.tokens.clone().find(|&word| parse.pos(word) != Pos::Det));
    let start = name.unwrap_or(unit).min(unit);
    draft.exact.push((unit, start..unit + 1));
    Some(draft)
}

/// "command of the division passed to General Brek": he leads it from then on.
fn passed_to(setting: Setting, command: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let verb = parse.head(command);
    let moves = matches!(parse.lemma(verb), "pass" | "fall" | "go" | "devolve" | "transfer" | "shift");
    let person = grammar::after(parse, verb, "to")
        .filter(|&to| moves && (setting.names_person(to) || is_titled(setting, to)))?;
    let mut draft = Draft::new(ClaimType::Leads, command, "relation/under");
    draft.actor = vec![person];
    draft.target = grammar::after(parse, command, "of").into_iter().collect();
    draft.predicate = verb;
    Some(draft)
}

/// True for a rank or its full stop before a name.
fn is_rank(setting: Setting, at: usize) -> bool {
    let word = setting.part.parse.word(at);
    matches!(word, "." | "-") || setting.lexicon.titles.class(&word.to_lowercase()) == Some(TitleClass::Rank)
}
