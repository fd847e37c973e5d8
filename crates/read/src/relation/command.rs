//! Who commands a unit, and which larger unit is it of, where histories only put them beside it?
//!
//! "the 3rd Brigade (Colonel Anton Brek)", "the 3rd Brigade, Major Brek commanding,", "the 5th Division of General Brek", "command of
//! the 2nd Army passed to Brek": he leads the unit. "the 9th Brigade (2nd Army)": the brigade is part of the army.

use super::belonging::{draft, is_organisation, is_unit};
use super::label;
use super::membership::is_titled;
use crate::claim::{Draft, Setting};
use crate::grammar;
use language::{Dep, NameLabel, Pos};
use lexicon::{NounClass, Sense, TitleClass};
use model::ClaimType;
use std::ops::Range;

/// The longest text in brackets that is looked at, in tokens.
const LONGEST: usize = 9;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if parse.norm(at) == "command" && parse.dep(at) == Dep::Nsubj {
            drafts.extend(passed_to(setting, at));
        }
        if parse.norm(at) == "at" {
            drafts.extend(at_head(setting, at));
        }
        drafts.extend(commanding(setting, at));
        if names_unit(setting, at) {
            drafts.extend(in_brackets(setting, at).or_else(|| behind_mark(setting, at)));
            drafts.extend(of_commander(setting, at));
        }
    }
    drafts
}

/// True for the last word of the name of a unit.
fn names_unit(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let forces = || setting.lexicon.nouns.is(parse.norm(at), NounClass::Forces);
    parse.pos(at) == Pos::Propn && (is_unit(setting, at) || forces())
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
    let ranked = first > open + 1;
    let person = parse.word(end) == ")"
        && words.len() <= 3
        && (words.len() > 1 || ranked || setting.surnames.contains(parse.word(last)))
        && (ranked || label(parse, last) == Some(NameLabel::Person) || words.len() > 1 && label(parse, last).is_none())
        && (ranked || words.clone().all(unknown));
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

/// "the 3rd Brigade, *Colonel Anton Brek*,", "3rd Brigade: Colonel Anton Brek": a rank and a name behind the name of a unit.
fn behind_mark(setting: Setting, unit: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let mark = parse.name_of(unit).map_or(unit + 1, |name| name.tokens.end.max(unit + 1));
    let words = ranked_name(setting, mark + 1)?;
    let (last, next) = (words.end - 1, words.end);
    let heading = || {
        let sentence = &parse.sentences()[parse.sentence_of(unit)];
        (sentence.start..unit).all(|at| !matches!(parse.pos(at), Pos::Verb | Pos::Aux))
    };
    let beside = match parse.word(mark) {
        // "the 3rd Brigade, General Brek *and* the police" is a list.
        "," => {
            let apposed = parse.dep(last) == Dep::Appos
                && setting
                    .part
                    .bound_at(unit)
                    .map_or(parse.head(last) == unit, |name| name.contains(&parse.head(last)));
            let listed = parse.children(last).any(|child| matches!(parse.dep(child), Dep::Cc | Dep::Conj));
            apposed && !listed
        }
        ":" | "–" | "—" => heading(),
        _ => false,
    };
    let ends = next >= parse.len() || parse.pos(next) == Pos::Punct;
    (beside && ends).then(|| leads(setting, unit, last, words))
}

/// "the 3rd Brigade, Major Anton Brek *commanding*,", "the 3rd Brigade …; Major Brek *in command*": the unit before, or that of which the
/// sentence tells.
fn commanding(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let told = match parse.norm(at) {
        "commanding" => parse.child(at, Dep::Dobj).is_none(),
        "in" => {
            at + 1 < parse.len() && parse.norm(at + 1) == "command" && grammar::after(parse, at + 1, "of").is_none()
        }
        _ => false,
    };
    let sentence = &parse.sentences()[parse.sentence_of(at)];
    let words = (at.saturating_sub(LONGEST)..at)
        .filter(|_| told)
        .filter_map(|start| ranked_name(setting, start))
        .find(|words| words.end == at)?;
    let mark =
        (sentence.start..words.start).rev().find(|&mark| parse.pos(mark) == Pos::Punct && parse.word(mark) != ".")?;
    let before = mark.checked_sub(1).filter(|&before| parse.word(mark) == "," && names_unit(setting, before));
    let root = (sentence.start..at).find(|&root| parse.is_root(root) && names_unit(setting, root));
    before.or(root).map(|unit| leads(setting, unit, words.end - 1, words))
}

/// The name behind a rank that begins at a word: `Anton Brek` at "Colonel Anton Brek".
fn ranked_name(setting: Setting, start: usize) -> Option<Range<usize>> {
    let parse = &setting.part.parse;
    let own = |&at: &usize| parse.pos(at) == Pos::Propn && parse.word(at).starts_with(char::is_uppercase);
    let first = (start..parse.len()).take_while(|&at| is_rank(setting, at)).last()? + 1;
    let initial = |at: usize| parse.word(at).len() == 2 && parse.word(at).ends_with('.');
    let end = (first..parse.len()).take_while(|at| own(at) || initial(*at)).last()? + 1;
    ((1..=4).contains(&(end - first)) && own(&(end - 1)) && !names_unit(setting, end - 1)).then_some(first..end)
}

fn leads(setting: Setting, unit: usize, person: usize, words: Range<usize>) -> Draft {
    let mut draft = draft(ClaimType::Leads, unit, "relation/of", person, unit);
    draft.target = vec![unit];
    draft.exact.push((person, words));
    draft.exact.extend(without_article(setting, unit).map(|words| (unit, words)));
    draft
}

/// The words of the name of a unit, as the finder has them.
fn without_article(setting: Setting, unit: usize) -> Option<Range<usize>> {
    let parse = &setting.part.parse;
    let name = parse.name_of(unit)?.tokens.clone();
    let start = name.clone().find(|&word| parse.pos(word) != Pos::Det)?;
    Some(start..name.end)
}

/// "The brigade landed with Colonel Anton Brek *at its head*", "With Ida Sand *at the helm*, the ministry …".
fn at_head(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let place = at + 2 < parse.len()
        && matches!(parse.norm(at + 1), "its" | "their" | "the")
        && matches!(parse.norm(at + 2), "head" | "helm");
    let person =
        at.checked_sub(1).filter(|&person| place && (setting.names_person(person) || is_titled(setting, person)))?;
    let with = (at.saturating_sub(LONGEST)..person).rev().find(|&with| parse.norm(with) == "with")?;
    let body = |&body: &usize| {
        is_organisation(setting, body)
            || setting.is_noun(body, NounClass::Forces)
            || matches!(parse.norm(body), "it" | "they")
    };
    let above = parse.head(with);
    let led = Some(above).filter(body).or_else(|| grammar::subject(parse, above).filter(body))?;
    let mut draft = draft(ClaimType::Leads, at + 2, "relation/under", person, led);
    draft.target = vec![led];
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
    let moves = setting.lexicon.senses.has(parse.lemma(verb), Sense::Passes);
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
