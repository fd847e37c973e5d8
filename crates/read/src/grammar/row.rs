//! Who stands in a row with somebody, also where the tree loses some of them?
//!
//! "The army, *the police* and *the guard* left": who stands beside the army. Appositions, days and clauses that stand in a row
//! make the parser cut it; here it is whole again.

use super::gerund::is_object_beside;
use super::subject::{lends, row_at_day};
use super::{after, is_counted, owner, set_beside};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use std::ops::Range;

/// The word and the words joined to it by `and`, `or` or commas, in order of the text.
pub(crate) fn joined(parse: &Parse, at: usize) -> Vec<usize> {
    let mut all = vec![at];
    let mut next = 0;
    while next < all.len() {
        let head = all[next];
        // "killing nine people, *police* and medics said": they say it, and are none of the killed.
        let says = |child: usize| {
            let end = parse.subtree(child).end;
            end < parse.len() && set_beside(parse, end) == Some(child)
        };
        let nominal = |child: &usize| {
            parse.dep(*child) == Dep::Conj
                && !says(*child)
                && matches!(parse.pos(*child), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Adj | Pos::X)
                && lends(parse, *child).is_none_or(|verb| lends(parse, head) == Some(verb))
        };
        // "the 9th Division, *Fort Hald, Kestria*" is stationed there.
        let address = |child: usize| {
            let and = |at: usize| parse.child(at, Dep::Cc).is_some();
            let place = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Gpe);
            !and(head) && !and(child) && parse.child(child, Dep::Appos).is_some_and(place)
        };
        // "a truck, a tank and two guns" is a list also where the tree takes the second for an apposition.
        let listed = |child: &usize| {
            parse.dep(*child) == Dep::Appos
                && parse.pos(head) == Pos::Noun
                && is_counted(parse, head)
                && is_counted(parse, *child)
        };
        let more = parse.children(head).filter(|child| nominal(child) && !address(*child) || listed(child));
        // "of shelling the town and *killing civilians*" shells no civilians.
        let more: Vec<usize> = more.filter(|&child| !is_object_beside(parse, child)).collect();
        all.extend(more);
        all.extend(last_at_day(parse, head));
        next += 1;
    }
    if parse.children(at).any(|child| parse.dep(child) == Dep::Appos && parse.pos(child) == Pos::Propn) {
        all.extend(names_listed(parse, at));
    }
    all.extend(bodies_listed(parse, at));
    all.extend(name_before(parse, at));
    all.extend(first_of_row(parse, at));
    all.extend(behind_apposition(parse, at));
    all.extend(cut_row(parse, at));
    if row_at_day(parse, parse.head(at)).first() == Some(&at) {
        for other in row_at_day(parse, parse.head(at)).into_iter().skip(1) {
            all.extend(joined(parse, other));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The first of a row of subjects, where the tree takes the second for the subject: "*the army*, the navy and the guard attacked".
fn first_of_row(parse: &Parse, at: usize) -> Option<usize> {
    let verb = parse.head(at);
    // "*649 soldiers*, 255 guards and three clerks died"
    let determined = |noun: usize| {
        let counted = parse.tag(noun) == Tag::Nns && parse.child(noun, Dep::Nummod).is_some();
        parse.pos(noun) == Pos::Noun && (parse.child(noun, Dep::Det).is_some() || counted)
    };
    let start = parse.subtree(at).start;
    let comma = start.checked_sub(1).filter(|&comma| parse.word(comma) == ",")?;
    let first = parse.children(verb).find(|&child| {
        matches!(parse.dep(child), Dep::Nsubj | Dep::Dep)
            && child < at
            && parse.subtree(child).end == comma
            && determined(child)
    });
    let several = determined(at) || parse.tag(at) == Tag::Nns;
    first.filter(|_| parse.dep(at) == Dep::Nsubj && several && parse.child(at, Dep::Conj).is_some())
}

/// The name that a noun is joined to, where the tree hangs it below the noun: "*Kordun Security Forces* and Tavan insurgents".
pub(crate) fn name_before(parse: &Parse, noun: usize) -> Option<usize> {
    let name = |&child: &usize| {
        parse.dep(child) == Dep::Nmod && parse.tag(child) == Tag::Nnps && parse.child(child, Dep::Conj).is_some()
    };
    parse.children(noun).take_while(|&child| child < noun).find(name).filter(|_| parse.tag(noun) == Tag::Nns)
}

/// Who is joined to a name behind the apposition that a comma closes, where the tree joins him to the apposition: "Anton Brek, the mayor,
/// and *three guards*".
fn behind_apposition(parse: &Parse, at: usize) -> Vec<usize> {
    let apposed = parse.children(at).filter(|&child| parse.dep(child) == Dep::Appos && child > at);
    let joined = apposed.flat_map(|apposed| {
        let closed = parse.child(apposed, Dep::Cc).is_some_and(|and| {
            let comma = and.checked_sub(1).is_some_and(|comma| parse.tag(comma) == Tag::Comma);
            parse.word(and) == "and" && comma && parse.tag(apposed) == Tag::Nn
        });
        parse.children(apposed).filter(move |&other| closed && parse.dep(other) == Dep::Conj)
    });
    joined.filter(|&other| parse.pos(at) == Pos::Propn && is_counted(parse, other)).collect()
}

/// The first of two subjects that `and` joins, where the tree cuts the row behind it: "*Anton Brek*, the mayor, and three guards".
fn cut_row(parse: &Parse, at: usize) -> Option<usize> {
    let role = parse.dep(at);
    if !matches!(role, Dep::Nsubj | Dep::Nsubjpass) {
        return None;
    }
    let start = parse.subtree(at).start;
    let and = start.checked_sub(1).filter(|&and| parse.dep(and) == Dep::Cc && parse.word(and) == "and")?;
    let first = parse.head(and);
    (first < and
        && parse.dep(first) == role
        && parse.head(first) == parse.head(at)
        && parse.child(first, Dep::Conj).is_none())
    .then_some(first)
}

/// The last of a row of places, which the tree takes for a part of the day behind it: "Morvania, Kestria and *Norland* March 15".
fn last_at_day(parse: &Parse, before: usize) -> Option<usize> {
    let and = parse.child(before, Dep::Cc).filter(|&and| and > before && parse.word(and) == "and")?;
    let label = |at: usize| parse.name_of(at).map(|name| name.label);
    let place = (and + 1..parse.len()).find(|&at| !matches!(parse.pos(at), Pos::Det))?;
    let last = parse.name_of(place)?.tokens.end - 1;
    let day = parse.head(last);
    let open = parse.children(before).all(|child| parse.dep(child) != Dep::Conj || child < and);
    (open
        && parse.dep(last) == Dep::Compound
        && day == last + 1
        && matches!(label(last), Some(NameLabel::Gpe | NameLabel::Loc))
        && matches!(label(day), Some(NameLabel::Date)))
    .then_some(last)
}

/// The names that follow a name in a list, where the tree takes the second for an apposition: "Morvania, *Kestria*, *Norland* and
/// *Vesmark*". Two places after a place may only say where it lies.
fn names_listed(parse: &Parse, first: usize) -> Vec<usize> {
    let Some(name) = parse.name_of(first) else { return Vec::new() };
    let mut least = match name.label {
        NameLabel::Gpe => 3,
        NameLabel::Org | NameLabel::Norp | NameLabel::Person => 2,
        _ => return Vec::new(),
    };
    let word = |at: usize| if at < parse.len() { parse.norm(at) } else { "" };
    let mut heads = Vec::new();
    let mut end = name.tokens.end;
    let mut closed = false;
    while !closed {
        let mut next = end;
        let comma = word(next) == ",";
        next += usize::from(comma);
        closed = matches!(word(next), "and" | "or");
        if !comma && !closed {
            break;
        }
        next += usize::from(closed);
        let beyond = next + usize::from(word(next) == "the");
        let listed = match (beyond < parse.len()).then(|| parse.name_of(beyond)).flatten() {
            Some(listed) if listed.label == name.label && listed.tokens.start >= next => listed.tokens.clone(),
            // The engine does not know every name of a row of people. One between two others may be an office.
            None if name.label == NameLabel::Person => {
                least = 3;
                full_name(parse, beyond)
            }
            _ => return Vec::new(),
        };
        let outside = |&at: &usize| parse.is_root(at) || !listed.contains(&parse.head(at));
        heads.extend(listed.clone().rev().find(|at| outside(at) && parse.pos(*at) == Pos::Propn));
        end = listed.end;
    }
    if closed && heads.len() >= least { heads } else { Vec::new() }
}

/// The proper nouns from a token on that no name of the engine takes up, where there are at least two.
fn full_name(parse: &Parse, start: usize) -> Range<usize> {
    let part = |&at: &usize| parse.pos(at) == Pos::Propn && parse.name_of(at).is_none();
    let end = (start..parse.len()).take_while(part).last().map_or(start, |last| last + 1);
    if end - start > 1 { start..end } else { start..start }
}

/// The bodies that follow the name of one in a list, where the tree takes the second for an apposition: "Kestria, *the Morvanian
/// regime* and *the Kordun Front*". One of them is named, so that "Velna, the capital and the largest town" is one.
fn bodies_listed(parse: &Parse, first: usize) -> Vec<usize> {
    let body = |at: usize| {
        let label = parse.name_of(at).map(|name| name.label);
        parse.pos(at) == Pos::Propn && matches!(label, Some(NameLabel::Gpe | NameLabel::Org | NameLabel::Norp))
    };
    let named = |at: usize| body(at) || parse.pos(at) == Pos::Propn && parse.child(at, Dep::Det).is_some();
    let told = |at: usize| {
        let the = parse.child(at, Dep::Det).is_some_and(|det| parse.norm(det) == "the");
        body(at) || matches!(parse.pos(at), Pos::Noun | Pos::Propn) && the
    };
    let listed = || {
        let second = parse.children(first).find(|&child| child > first && parse.dep(child) == Dep::Appos)?;
        parse.child(second, Dep::Cc).filter(|&and| parse.norm(and) == "and")?;
        let more: Vec<usize> = joined(parse, second).into_iter().filter(|&at| at >= second).collect();
        (more.len() > 1 && more.iter().all(|&at| told(at)) && more.iter().any(|&at| named(at))).then_some(more)
    };
    if body(first) { listed().unwrap_or_default() } else { Vec::new() }
}

/// The first half of a word that a hyphen joins, where the tree takes the halves for words of one standing: `ex` of "his *ex*-wife".
pub(crate) fn prefix(parse: &Parse, last: usize) -> Option<usize> {
    let first = last.checked_sub(2)?;
    let touches = parse.word(last - 1) == "-" && !parse.token(first).space_after && !parse.token(last - 1).space_after;
    let level = parse.head(first) == parse.head(last) && parse.dep(first) == parse.dep(last);
    (touches && level && parse.pos(last) == Pos::Noun).then_some(first)
}

/// The second of two sides right before the clause that describes it and that the tree hangs on the first: "the war between the army and
/// *rebels* who had taken Velna".
pub(super) fn second_side(parse: &Parse, first: usize, relative: usize) -> Option<usize> {
    let between = parse.dep(first) == Dep::Pobj && parse.norm(parse.head(first)) == "between";
    let second = parse.child(first, Dep::Conj).filter(|&second| between && second + 1 == relative)?;
    matches!(parse.pos(second), Pos::Noun | Pos::Propn).then_some(second)
}

/// Whose a bare noun of a row is, where the first of the row has the owner: "*Kestria*'s sovereignty, unity and integrity".
pub(crate) fn row_owner(parse: &Parse, noun: usize) -> Option<usize> {
    let first = row_start(parse, noun);
    let bare = parse.children(noun).all(|child| !matches!(parse.dep(child), Dep::Det | Dep::Poss));
    owner(parse, first).filter(|_| first != noun && bare)
}

/// Of whom a noun of a row is, where another of the row says it: "the rights and the safety of *the villagers*".
pub(crate) fn row_of(parse: &Parse, noun: usize) -> Option<usize> {
    let next = |at: usize| parse.children(at).find(|&child| parse.dep(child) == Dep::Conj && is_noun(parse, child));
    let row = std::iter::successors(Some(row_start(parse, noun)), |&at| next(at));
    row.filter(|&at| at != noun).filter_map(|at| after(parse, at, "of")).find(|&of| of > noun)
}

/// The first noun of the row that a noun stands in.
pub(crate) fn row_start(parse: &Parse, noun: usize) -> usize {
    let mut first = noun;
    while parse.dep(first) == Dep::Conj && is_noun(parse, parse.head(first)) && parse.head(first) < first {
        first = parse.head(first);
    }
    first
}

fn is_noun(parse: &Parse, at: usize) -> bool {
    matches!(parse.pos(at), Pos::Noun | Pos::Propn)
}
