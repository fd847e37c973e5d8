//! Which claims are paired with which gold ones, and what do the pairs agree in?
//!
//! Counts what `score.py` beside the gold claims counts, to the last digit.

use super::claim::Claim;
use super::clusters::Clusters;
use super::fields;
use super::names::Aliases;
use crate::Counts;
use crate::counts::harmonic;
use std::collections::{BTreeMap, BTreeSet};

/// One line of the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// How many claims there are.
    Number(usize),
    /// Precision, recall and F1.
    Found(Counts),
    /// Mean over the pairs in which either claim has the field, and how many those are.
    Mean(Option<f64>, usize),
    /// Whom mentions are taken for.
    Clusters(Clusters),
}

impl Value {
    /// The number that is compared from one version to the next.
    pub fn figure(self) -> Option<f64> {
        match self {
            Value::Number(_) => None,
            Value::Found(counts) => Some(counts.f1()),
            Value::Mean(mean, _) => mean,
            Value::Clusters(all) => Some(harmonic(all.mean_precision(), all.mean_recall())),
        }
    }

    /// As `score.py --json` writes it.
    pub fn json(self) -> serde_json::Value {
        match self {
            Value::Number(number) => number.into(),
            Value::Found(counts) => serde_json::json!({
                "p": thousandths(counts.precision()), "r": thousandths(counts.recall()), "f1": thousandths(counts.f1())
            }),
            Value::Clusters(all) => serde_json::json!({
                "p": thousandths(all.mean_precision()), "r": thousandths(all.mean_recall()),
                "f1": self.figure().map(thousandths), "n": all.mentions
            }),
            Value::Mean(mean, n) => serde_json::json!({ "accuracy": mean.map(thousandths), "n": n }),
        }
    }
}

/// Rounded to three places, half to even.
pub fn thousandths(value: f64) -> f64 {
    format!("{value:.3}").parse().unwrap_or(value)
}

/// Scores claims of a system against gold claims. Both have their file and span; `cut` leaves out claims of the system
/// that stand outside of what the gold claims of their file cover, for a page that holds several articles.
pub fn score(gold: &[Claim], found: &[Claim], aliases: &Aliases, cut: bool) -> Vec<(String, Value)> {
    let covered = covered(gold);
    let found: Vec<&Claim> = found
        .iter()
        .filter(|claim| match covered.get(claim.file.as_str()) {
            None => false,
            Some(&(start, end)) => !cut || (claim.end > start && claim.start < end),
        })
        .collect();
    let pairs = pairs(gold, &found, aliases);
    let pair = |&(g, f): &(usize, usize)| (&gold[g], found[f]);

    let strict: Vec<(usize, usize)> = pairs.iter().copied().filter(|p| pair(p).0.r#type == pair(p).1.r#type).collect();
    let who: Vec<(usize, usize)> =
        strict.iter().copied().filter(|p| who_right(pair(p).0, pair(p).1, aliases)).collect();
    let sourced: Vec<(usize, usize)> = who
        .iter()
        .copied()
        .filter(|p| {
            let (gold, found) = pair(p);
            agrees(fields::origin(&found.attribution, &gold.attribution, aliases))
        })
        .collect();
    let whole: Vec<(usize, usize)> = sourced
        .iter()
        .copied()
        .filter(|p| {
            let (gold, found) = pair(p);
            agrees(fields::time(found.time.as_ref(), gold.time.as_ref()))
                && agrees(fields::quantity(&found.quantity, &gold.quantity))
                && found.polarity == gold.polarity
        })
        .collect();
    let of_all = |list: &[(usize, usize)]| Value::Found(Counts::new(list.len(), found.len(), gold.len()));
    let mut out: Vec<(String, Value)> = Vec::new();
    let mut add = |name: &str, value| out.push((name.to_string(), value));
    add("gold", Value::Number(gold.len()));
    add("claims", Value::Number(found.len()));
    add("detected (type right)", of_all(&strict));
    add("detected (type near)", of_all(&pairs));
    add("who did what to whom", of_all(&who));
    add("... and according to whom", of_all(&sourced));
    add("... and when, how many, yes or no", of_all(&whole));

    for (name, role) in ROLES {
        let mut counts = Counts::default();
        pairs.iter().map(pair).for_each(|(gold, found)| counts.add(fields::names(role(found), role(gold), aliases)));
        add(&format!("{name} (of paired)"), Value::Found(counts));
    }
    let mut mean = |name: &str, of: &dyn Fn(&Claim, &Claim) -> Option<f64>| {
        let values: Vec<f64> = pairs.iter().map(pair).filter_map(|(gold, found)| of(found, gold)).collect();
        let mean = (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
        add(&format!("{name} (of paired)"), Value::Mean(mean, values.len()));
    };
    mean("time", &|found, gold| fields::time(found.time.as_ref(), gold.time.as_ref()));
    mean("quantity", &|found, gold| fields::quantity(&found.quantity, &gold.quantity));
    mean("attribution chain", &|found, gold| fields::chain(&found.attribution, &gold.attribution, aliases));
    mean("attribution origin", &|found, gold| fields::origin(&found.attribution, &gold.attribution, aliases));
    mean("modality", &|found, gold| Some(fields::truth(found.modality == gold.modality)));
    mean("polarity", &|found, gold| Some(fields::truth(found.polarity == gold.polarity)));
    for kind in ["event", "relation", "assessment"] {
        let right = strict.iter().filter(|p| pair(p).0.kind == kind).count();
        let found = found.iter().filter(|claim| claim.kind == kind).count();
        let marked = gold.iter().filter(|claim| claim.kind == kind).count();
        add(&format!("{kind}s (type right)"), Value::Found(Counts::new(right, found, marked)));
    }
    out
}

type Role = fn(&Claim) -> &[String];

/// The roles that hold names.
const ROLES: [(&str, Role); 3] =
    [("actor", |claim| &claim.actor), ("target", |claim| &claim.target), ("place", |claim| &claim.place)];

/// From the first to the last code point that a gold claim of each file covers.
fn covered(gold: &[Claim]) -> BTreeMap<&str, (usize, usize)> {
    let mut covered: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for claim in gold {
        let span = covered.entry(&claim.file).or_insert((usize::MAX, 0));
        *span = (span.0.min(claim.start), span.1.max(claim.end));
    }
    covered
}

/// Pairs of a gold claim and one of the system: of the same kind, of a near type, with spans that overlap by half of the
/// shorter one. The best pair is made first, then the best of what is left.
pub(super) fn pairs(gold: &[Claim], found: &[&Claim], aliases: &Aliases) -> Vec<(usize, usize)> {
    let mut possible: Vec<(f64, usize, usize)> = Vec::new();
    for (g, one) in gold.iter().enumerate() {
        for (f, other) in found.iter().enumerate() {
            if one.file != other.file || one.kind != other.kind {
                continue;
            }
            let overlap = one.end.min(other.end).saturating_sub(one.start.max(other.start));
            let shorter = (other.end - other.start).min(one.end - one.start);
            if overlap == 0 || (overlap as f64) < 0.5 * shorter as f64 {
                continue;
            }
            let types = fields::types(&other.r#type, &one.r#type);
            if types == 0.0 {
                continue;
            }
            let mut likeness = 2.0 * types;
            for (_, role) in ROLES {
                let counts = fields::names(role(other), role(one), aliases);
                likeness += if counts.found + counts.marked > 0 { half_shared(counts) } else { 0.25 };
            }
            possible.push((likeness, g, f));
        }
    }
    possible.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut mated, mut used) = (BTreeSet::new(), BTreeSet::new());
    possible.retain(|&(_, g, f)| {
        let free = !mated.contains(&g) && !used.contains(&f);
        if free {
            mated.insert(g);
            used.insert(f);
        }
        free
    });
    possible.into_iter().map(|(_, g, f)| (g, f)).collect()
}

fn half_shared(counts: Counts) -> f64 {
    (2 * counts.right) as f64 / (counts.found + counts.marked) as f64
}

/// True when half of the actors and half of the targets are shared.
fn who_right(gold: &Claim, found: &Claim, aliases: &Aliases) -> bool {
    ROLES[..2].iter().all(|(_, role)| {
        let counts = fields::names(role(found), role(gold), aliases);
        counts.found + counts.marked == 0 || half_shared(counts) >= 0.5
    })
}

/// True for a field that both leave out or that is right.
fn agrees(score: Option<f64>) -> bool {
    score.is_none_or(|score| score == 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(id: &str, at: (usize, usize), kind: &str, of: &str, actor: &[&str], target: &[&str]) -> Claim {
        let names = |list: &[&str]| list.iter().map(|n| n.to_string()).collect();
        Claim {
            id: id.to_string(),
            doc: String::new(),
            file: "a.txt".to_string(),
            quote: String::new(),
            start: at.0,
            end: at.1,
            kind: kind.to_string(),
            r#type: of.to_string(),
            actor: names(actor),
            target: names(target),
            place: Vec::new(),
            time: None,
            quantity: Vec::new(),
            attribution: Vec::new(),
            modality: "fact".to_string(),
            polarity: "positive".to_string(),
        }
    }

    fn value(score: &[(String, Value)], name: &str) -> Value {
        score.iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name} is in the score")).1
    }

    #[test]
    fn a_pair_needs_kind_type_and_half_of_the_shorter_span() {
        let gold = [
            claim("g1", (0, 20), "event", "capture", &["rebels"], &["bridge"]),
            claim("g2", (30, 50), "event", "strike", &["Kestria"], &["Velna"]),
            claim("g3", (60, 70), "relation", "leads", &["Brek"], &["guard"]),
        ];
        let found = [
            claim("f1", (10, 40), "event", "capture", &["rebels"], &["road"]),
            claim("f2", (30, 50), "event", "fight", &["Kestria"], &["Velna"]),
            claim("f3", (60, 70), "event", "fight", &["Brek"], &["guard"]),
            claim("f4", (90, 99), "event", "meet", &[], &[]),
        ];
        let score = score(&gold, &found, &Aliases::default(), true);
        // f3 is of another kind; f4 lies behind the last gold claim.
        assert_eq!(value(&score, "claims"), Value::Number(3));
        assert_eq!(value(&score, "detected (type right)"), Value::Found(Counts::new(1, 3, 3)));
        assert_eq!(value(&score, "detected (type near)"), Value::Found(Counts::new(2, 3, 3)));
        // The target of f1 is wrong, and a near type does not count here.
        assert_eq!(value(&score, "who did what to whom"), Value::Found(Counts::new(0, 3, 3)));
        assert_eq!(value(&score, "actor (of paired)"), Value::Found(Counts::new(2, 2, 2)));
        assert_eq!(value(&score, "target (of paired)"), Value::Found(Counts::new(1, 2, 2)));
        assert_eq!(value(&score, "time (of paired)"), Value::Mean(None, 0));
        assert_eq!(value(&score, "modality (of paired)"), Value::Mean(Some(1.0), 2));
        assert_eq!(value(&score, "events (type right)"), Value::Found(Counts::new(1, 3, 2)));
        assert_eq!(value(&score, "relations (type right)"), Value::Found(Counts::new(0, 0, 1)));
    }

    #[test]
    fn the_best_pair_is_made_first() {
        let gold = [claim("g", (0, 20), "event", "attack", &["rebels"], &["convoy"])];
        let found = [
            claim("near", (0, 20), "event", "strike", &["rebels"], &["convoy"]),
            claim("exact", (0, 20), "event", "attack", &["rebels"], &["convoy"]),
        ];
        let score = score(&gold, &found, &Aliases::default(), false);
        assert_eq!(value(&score, "detected (type right)"), Value::Found(Counts::new(1, 2, 1)));
        assert_eq!(value(&score, "who did what to whom"), Value::Found(Counts::new(1, 2, 1)));
    }

    #[test]
    fn numbers_are_rounded_to_thousandths() {
        assert_eq!([thousandths(2.0 / 3.0), thousandths(0.0625), thousandths(1.0)], [0.667, 0.062, 1.0]);
        let json = Value::Found(Counts::new(1, 3, 3)).json();
        assert_eq!(json.to_string(), r#"{"f1":0.333,"p":0.333,"r":0.333}"#);
    }
}
