//! Which lone names are those of people whom the document writes in full?
//!
//! "Arif Noori left. *Noori* said …": the finder may take the second for a body or a town; the first shows that it is a person. "Ida May
//! left. *May* was shot": nor is it a month.

use crate::{PartText, time};
use language::{Dep, Name, NameLabel, Parse, Pos};
use lexicon::{CalendarWord, Lexicon};
use std::collections::BTreeSet;

/// Takes the lone surnames of people for people, but for those that name a state or a body as well and those that a preposition leads to
/// as to a place.
pub(crate) fn settle<'a>(parts: Vec<PartText<'a>>, lexicon: &Lexicon) -> Vec<PartText<'a>> {
    let bodies = |name: &&Name| {
        matches!(name.label, NameLabel::Org | NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac) && name.tokens.len() > 1
    };
    let mut surnames = written(&parts, lexicon);
    for part in &parts {
        for name in part.parse.names().iter().filter(bodies) {
            surnames.remove(part.parse.word(name.tokens.end - 1));
        }
    }
    let month = |word: &&String| matches!(lexicon.calendar.get(&word.to_lowercase()), Some(CalendarWord::Month(_)));
    let months: BTreeSet<&String> = surnames.iter().filter(month).collect();
    let parts = parts.into_iter().map(|part| relabelled(part, &surnames));
    parts.map(|part| without_months(part, &months, lexicon)).collect()
}

/// Takes the surnames that are months as well for people where they stand as somebody does: "*May* was shot", not "in May", "May 3".
fn without_months<'a>(part: PartText<'a>, months: &BTreeSet<&String>, lexicon: &Lexicon) -> PartText<'a> {
    if months.is_empty() {
        return part;
    }
    let parse = &part.parse;
    let stands = |&at: &usize| {
        let alone = parse.name_of(at).is_none_or(|name| name.tokens.len() == 1 || name.label == NameLabel::Date);
        let counted = parse.children(at).any(|child| parse.dep(child) == Dep::Nummod);
        let acts = matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Poss)
            || parse.dep(at) == Dep::Pobj && parse.dep(parse.head(at)) == Dep::Agent;
        months.iter().any(|month| *month == parse.word(at)) && alone && acts && !counted
    };
    let people: Vec<usize> = (0..parse.len()).filter(stands).collect();
    if people.is_empty() {
        return part;
    }
    let mut names: Vec<Name> = parse.names().to_vec();
    names.retain(|name| !people.iter().any(|at| name.tokens.contains(at)));
    names.extend(people.iter().map(|&at| Name { tokens: at..at + 1, label: NameLabel::Person }));
    names.sort_by_key(|name| name.tokens.start);
    let parse = part.parse.with_names(names);
    PartText { times: time::of_sentences(&parse, lexicon), parse, ..part }
}

/// The last words of the names of people that a document writes in full, without those that name a state or a body as well.
pub(crate) fn written(parts: &[PartText], lexicon: &Lexicon) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for part in parts {
        let parse = &part.parse;
        for name in parse.names().iter().filter(|name| name.label == NameLabel::Person && name.tokens.len() > 1) {
            let last = name.tokens.clone().rev().find(|&at| parse.pos(at) == Pos::Propn);
            all.extend(last.map(|at| parse.word(at).to_string()).filter(|word| lexicon.names.find(word).is_none()));
        }
    }
    all
}

fn relabelled<'a>(part: PartText<'a>, surnames: &BTreeSet<String>) -> PartText<'a> {
    let mut names: Vec<Name> = part.parse.names().to_vec();
    let mut changed = false;
    for name in names.iter_mut().filter(|name| is_person(&part.parse, name, surnames)) {
        name.label = NameLabel::Person;
        changed = true;
    }
    // Or sees no name at all: "*Brek* was captured".
    let missed: Vec<usize> = (0..part.parse.len()).filter(|&at| is_missed(&part.parse, at, surnames)).collect();
    changed |= !missed.is_empty();
    names.extend(missed.into_iter().map(|at| Name { tokens: at..at + 1, label: NameLabel::Person }));
    names.sort_by_key(|name| name.tokens.start);
    if changed { PartText { parse: part.parse.with_names(names), ..part } } else { part }
}

/// True for a lone surname to whom something is done or who does it, which the finder does not see.
fn is_missed(parse: &Parse, at: usize, surnames: &BTreeSet<String>) -> bool {
    let large = |at: usize| at < parse.len() && parse.pos(at) == Pos::Propn;
    let alone = !large(at + 1) && !at.checked_sub(1).is_some_and(large);
    let bare = parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Det | Dep::Compound | Dep::Amod));
    parse.pos(at) == Pos::Propn
        && parse.name_of(at).is_none()
        && matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj)
        && (alone && bare)
        && surnames.contains(parse.word(at))
}

fn is_person(parse: &Parse, name: &Name, surnames: &BTreeSet<String>) -> bool {
    use NameLabel::{Fac, Gpe, Loc, Norp, Org, Product, WorkOfArt};
    let at = name.tokens.start;
    let place = matches!(name.label, Gpe | Loc | Fac);
    let led = at > 0 && matches!(parse.pos(at - 1), Pos::Adp | Pos::Det);
    name.tokens.len() == 1
        && parse.pos(at) == Pos::Propn
        && (matches!(name.label, Org | Norp | Product | WorkOfArt) || place)
        && !led
        && surnames.contains(parse.word(at))
}
