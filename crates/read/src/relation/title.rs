//! Who holds which office of what?
//!
//! "Morvanian President Anton Brek", "Anton Brek, the head of Kestria's navy", "the general manager of Radio Velna, Dr Ida
//! Sand", "Anton Brek is the leader of the opposition": the holder leads or belongs to what stands beside the title. A rank
//! says so only where the text names what it is of.

use super::{head_of, label};
use crate::claim::{Draft, Setting};
use crate::grammar;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, TitleClass};
use model::ClaimType;
use std::ops::Range;

/// A title where it stands: its words, and what they say.
struct Title {
    words: Range<usize>,
    class: TitleClass,
    relation: ClaimType,
}

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < parse.len() {
        let Some(title) = title_at(setting, at) else {
            at += 1;
            continue;
        };
        at = title.words.end;
        let inside = parse.name_of(title.words.end - 1).is_some_and(|name| {
            matches!(name.label, NameLabel::Org | NameLabel::Law | NameLabel::Event)
                && name.tokens.end > title.words.end
        });
        if inside {
            continue;
        }
        let Some((holder, mut span)) = holder(setting, &title) else { continue };
        if drafts.last().is_some_and(|before| before.actor == [holder]) && title.class == TitleClass::Rank {
            continue;
        }
        let body = organisation(setting, &title, holder);
        let known = |draft: &Draft| {
            draft.actor == [holder] && draft.quote.as_ref().is_some_and(|quote| quote.end >= span.start)
        };
        if title.class == TitleClass::Rank && drafts.iter().any(known) {
            continue;
        }
        if title.class == TitleClass::Rank && body.is_empty() {
            continue;
        }
        for &word in &body {
            span.start = span.start.min(word);
            span.end = span.end.max(word + 1);
        }
        let mut draft = Draft::new(title.relation, title.words.end - 1, "relation/title");
        draft.actor = vec![holder];
        draft.target = body;
        draft.quote = Some(span);
        draft.timed = false;
        drafts.push(draft);
    }
    drafts
}

/// The longest title that starts at a word.
fn title_at(setting: Setting, at: usize) -> Option<Title> {
    let parse = &setting.part.parse;
    (1..=3).rev().find_map(|length| {
        if at + length > parse.len() {
            return None;
        }
        let mut words: Vec<String> = (at..at + length).map(|at| parse.word(at).to_lowercase()).collect();
        if length == 1 && parse.tag(at) == Tag::Nns {
            return None;
        }
        if let Some(last) = words.last_mut()
            && matches!(parse.tag(at + length - 1), Tag::Nns | Tag::Nnps)
        {
            *last = parse.lemma(at + length - 1).to_lowercase();
        }
        let words = words.join(" ");
        let class = setting.lexicon.titles.class(&words)?;
        let relation = setting.lexicon.titles.relation(&words)?;
        let nominal = matches!(parse.pos(at + length - 1), Pos::Noun | Pos::Propn);
        nominal.then_some(Title { words: at..at + length, class, relation })
    })
}

/// True for a word of a person's name, or of a name that nothing says is no person.
fn is_person(parse: &Parse, at: usize) -> bool {
    match label(parse, at) {
        Some(NameLabel::Person) => true,
        Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Fac | NameLabel::Product | NameLabel::WorkOfArt) | None => {
            parse.pos(at) == Pos::Propn
        }
        _ => false,
    }
}

fn surely_person(parse: &Parse, at: usize) -> bool {
    label(parse, at) == Some(NameLabel::Person)
}

/// The head of the name that starts at a word.
fn name_from(parse: &Parse, at: usize) -> (usize, usize) {
    if let Some(name) = parse.name_of(at) {
        let tokens = at..name.tokens.end;
        let end = tokens.end - usize::from(parse.tag(tokens.end - 1) == Tag::Pos);
        return (head_of(parse, at..end.max(at + 1)), end.max(at + 1));
    }
    let mut end = at + 1;
    while end < parse.len() && parse.pos(end) == Pos::Propn && parse.name_of(end).is_none() {
        end += 1;
    }
    (head_of(parse, at..end), end)
}

/// Who holds the title, and the words from title to name.
fn holder(setting: Setting, title: &Title) -> Option<(usize, Range<usize>)> {
    let parse = &setting.part.parse;
    let titles = &setting.lexicon.titles;
    let (start, end) = (title.words.start, title.words.end);
    // After the title, over further titles and styles: "commander Maj. Gen. Anton Brek".
    let mut at = end;
    while at < parse.len()
        && (titles.class(&parse.word(at).to_lowercase()).is_some() && !parse.word(at).chars().all(char::is_lowercase)
            || parse.word(at) == "." && at > end)
    {
        at += 1;
    }
    let capital = |at: usize| parse.word(at).chars().next().is_some_and(char::is_uppercase);
    if at < parse.len() && is_person(parse, at) && capital(at) && parse.tag(end - 1) != Tag::Nns {
        let (head, stop) = name_from(parse, at);
        if label(parse, at) != Some(NameLabel::Gpe) || parse.dep(end - 1) == Dep::Compound {
            return Some((head, start..stop));
        }
    }
    let head = end - 1;
    // "the head of the navy, Anton Brek", "Minister of Information Anton Brek".
    let phrase_end = parse.subtree(head).end;
    for apposed in parse.children(head).filter(|&child| parse.dep(child) == Dep::Appos) {
        if surely_person(parse, apposed) {
            return Some((apposed, start..apposed + 1));
        }
    }
    if let Some(of) = parse.children(head).find(|&child| child == end && matches!(parse.norm(child), "of" | "for")) {
        let stop = parse.subtree(of).end.min(parse.len());
        let found = (of + 1..stop.max(of + 1)).find(|&at| surely_person(parse, at));
        let limit = (stop..(stop + 2).min(parse.len())).find(|&at| surely_person(parse, at));
        if let Some(person) = found.or(limit) {
            let (name, name_end) = name_from(parse, person);
            return Some((name, start..name_end));
        }
    }
    // "Anton Brek, the head of the navy".
    if parse.dep(head) == Dep::Appos {
        let before = parse.head(head);
        if is_person(parse, before) && before < start {
            return Some((before, before..phrase_end.max(end)));
        }
    }
    // "Anton Brek is the leader of the opposition".
    if matches!(parse.dep(head), Dep::Attr | Dep::Oprd) {
        let subject = grammar::subject(parse, parse.head(head))?;
        let person = is_person(parse, subject)
            || parse.pos(subject) == Pos::Pron && matches!(parse.norm(subject), "he" | "she" | "i" | "who");
        return person.then_some((subject, subject.min(start)..end.max(subject + 1)));
    }
    None
}

/// What the title is of.
fn organisation(setting: Setting, title: &Title, holder: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let head = title.words.end - 1;
    let is_body = |at: usize| {
        at != holder
            && !surely_person(parse, at)
            && matches!(parse.pos(at), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Pron)
            && parse.word(at).chars().any(char::is_alphabetic)
            && setting.lexicon.titles.class(&parse.word(at).to_lowercase()).is_none()
    };
    for word in ["of", "for", "at", "in", "to", "with"] {
        if let Some(object) = grammar::after(parse, head, word)
            && (is_body(object) || word == "of" && is_portfolio_phrase(setting, object))
        {
            if is_portfolio_phrase(setting, object) {
                break;
            }
            return grammar::joined(parse, object).into_iter().filter(|&at| is_body(at)).collect();
        }
    }
    // Before the title: "Falcon Brigade commander", "Morvanian foreign minister", "Kestria's president".
    let mut at = title.words.start;
    for _ in 0..5 {
        if at == 0 {
            break;
        }
        at -= 1;
        if parse.tag(at) == Tag::Pos || parse.pos(at) == Pos::Punct && parse.tag(at) == Tag::Hyph {
            continue;
        }
        if parse.tag(at) == Tag::PrpPoss {
            return vec![at];
        }
        let named = matches!(
            label(parse, at),
            Some(NameLabel::Norp | NameLabel::Gpe | NameLabel::Org | NameLabel::Fac | NameLabel::Loc)
        );
        if named || parse.pos(at) == Pos::Propn && is_body(at) {
            let tokens = parse.name_of(at).map_or(at..at + 1, |name| name.tokens.start..at + 1);
            return vec![head_of(parse, tokens)];
        }
        let party = setting.lexicon.nouns.classes(&parse.lemma(at).to_lowercase());
        if parse.pos(at) == Pos::Noun && party.iter().any(|class| matches!(class, NounClass::Party | NounClass::Forces))
        {
            return vec![at];
        }
        if !matches!(parse.pos(at), Pos::Adj | Pos::Noun) || is_body(at) && parse.head(at) < at {
            break;
        }
    }
    Vec::new()
}

/// True for "Defence" in "Minister of Defence".
fn is_portfolio_phrase(setting: Setting, at: usize) -> bool {
    let word = setting.part.parse.word(at).to_lowercase();
    setting.lexicon.titles.class(&word) == Some(TitleClass::Portfolio)
}
