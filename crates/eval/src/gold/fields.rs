//! How near is one field of a claim to the gold one? `None` where neither says anything.

use super::claim::{Link, Quantity, Source, Time};
use super::names::Aliases;
use crate::Counts;

/// Types that two careful people could take for each other.
const NEAR: [&[&str]; 13] = [
    &["fight", "strike", "attack", "casualties", "destroy"],
    &["deploy", "present_in", "recruit", "appear", "withdraw"],
    &["capture", "controls", "besiege"],
    &["backs", "support", "supply", "allied_with"],
    &["leads", "member_of", "part_of"],
    &["accuse", "threaten", "demand", "refuse"],
    &["agree", "meet"],
    &["cause", "judgement"],
    &["intent", "forecast"],
    &["quit", "refuse"],
    &["pay", "supply"],
    &["displace", "withdraw"],
    &["opposes", "fight"],
];

/// 1 for the same type, a half for a near one.
pub fn types(found: &str, gold: &str) -> f64 {
    let near = || NEAR.iter().any(|group| group.contains(&found) && group.contains(&gold));
    if found == gold {
        1.0
    } else if near() {
        0.5
    } else {
        0.0
    }
}

/// How many names of two lists stand for one another, each used once.
pub fn names(found: &[String], gold: &[String], aliases: &Aliases) -> Counts {
    let mut left: Vec<&String> = gold.iter().collect();
    let mut right = 0;
    for name in found {
        if let Some(at) = left.iter().position(|other| aliases.same(name, other)) {
            left.remove(at);
            right += 1;
        }
    }
    Counts::new(right, found.len(), gold.len())
}

/// The same days.
pub fn time(found: Option<&Time>, gold: Option<&Time>) -> Option<f64> {
    match (found, gold) {
        (None, None) => None,
        (Some(found), Some(gold)) => Some(truth(found == gold)),
        _ => Some(0.0),
    }
}

/// The same quantities, as a share of all that either has.
pub fn quantity(found: &[Quantity], gold: &[Quantity]) -> Option<f64> {
    let (found, gold) = (each_once(found), each_once(gold));
    if found.is_empty() && gold.is_empty() {
        return None;
    }
    let both = found.iter().filter(|one| gold.contains(one)).count();
    Some(both as f64 / (found.len() + gold.len() - both) as f64)
}

fn each_once(list: &[Quantity]) -> Vec<&Quantity> {
    let mut once: Vec<&Quantity> = Vec::new();
    for quantity in list {
        if !once.contains(&quantity) {
            once.push(quantity);
        }
    }
    once
}

/// The whole chain: sources in order, stances equal.
pub fn chain(found: &[Link], gold: &[Link], aliases: &Aliases) -> Option<f64> {
    if found.is_empty() && gold.is_empty() {
        return None;
    }
    let same = |(a, b): (&Link, &Link)| source(&a.source, &b.source, aliases) && a.stance == b.stance;
    Some(truth(found.len() == gold.len() && found.iter().zip(gold).all(same)))
}

/// The innermost source.
pub fn origin(found: &[Link], gold: &[Link], aliases: &Aliases) -> Option<f64> {
    match (found.last(), gold.last()) {
        (None, None) => None,
        (Some(found), Some(gold)) => Some(truth(source(&found.source, &gold.source, aliases))),
        _ => Some(0.0),
    }
}

fn source(one: &Source, other: &Source, aliases: &Aliases) -> bool {
    one.names().iter().any(|a| other.names().iter().any(|b| aliases.same(a, b)))
}

/// 1 for true.
pub fn truth(value: bool) -> f64 {
    f64::from(u8::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(names: &[&str], stance: &str) -> Link {
        let names = names.iter().map(|n| n.to_string()).collect();
        Link { source: Source::Several(names), stance: stance.to_string() }
    }

    #[test]
    fn near_types_count_half() {
        assert_eq!([types("fight", "fight"), types("fight", "strike"), types("fight", "meet")], [1.0, 0.5, 0.0]);
    }

    #[test]
    fn each_gold_name_is_used_once() {
        let list = |names: &[&str]| names.iter().map(|n| n.to_string()).collect::<Vec<_>>();
        let counts = names(&list(&["Brek", "Brek", "Velna"]), &list(&["Brek", "Ostrel"]), &Aliases::default());
        assert_eq!(counts, Counts::new(1, 3, 2));
    }

    #[test]
    fn quantities_are_shared_by_kind_and_bounds() {
        let count = |what: &str, min, max| Quantity { what: what.to_string(), min, max };
        let (ten, five) = (count("killed", Some(10.0), None), count("wounded", Some(5.0), Some(5.0)));
        assert_eq!(quantity(&[], &[]), None);
        assert_eq!(quantity(&[ten.clone(), ten.clone()], std::slice::from_ref(&ten)), Some(1.0));
        assert_eq!(quantity(&[ten.clone(), five.clone()], &[ten]), Some(0.5));
        assert_eq!(quantity(&[], &[five]), Some(0.0));
    }

    #[test]
    fn a_chain_is_right_as_a_whole_and_an_origin_is_its_last_link() {
        let aliases = Aliases::default();
        let (radio, brek) = (link(&["Ostrel Radio"], "asserts"), link(&["Anton Brek", "aides"], "denies"));
        let gold = [radio.clone(), brek.clone()];
        assert_eq!(chain(&gold, &gold, &aliases), Some(1.0));
        assert_eq!(chain(&gold[1..], &gold, &aliases), Some(0.0));
        assert_eq!(origin(&gold[1..], &gold, &aliases), Some(1.0));
        assert_eq!(chain(&[radio.clone(), link(&["Anton Brek"], "asserts")], &gold, &aliases), Some(0.0), "the stance");
        assert_eq!((chain(&[], &[], &aliases), origin(&[], &gold, &aliases)), (None, Some(0.0)));
    }
}
