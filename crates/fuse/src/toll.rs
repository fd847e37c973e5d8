//! Who says how many, and what do the figures of one happening come to?
//!
//! One report has five dead on 4 May, another at least seven, and the first says on 6 May that there were six: a ledger of
//! three figures, of which the first is revised. Low is the least lower bound of the figures that stand, high the greatest upper
//! bound, best the figure with most origins.

use crate::FuseQuantity;
use crate::fusion::All;
use crate::origin::behind;
use crate::setting::Set;
use jiff::civil::Date;
use lexicon::Sign;
use model::{EntityId, Figure, FigureStand, Modality, QuantityKind, Stance, Toll};
use std::collections::{BTreeMap, BTreeSet};

/// The tolls of all events, sorted by event and what is counted.
pub(crate) fn tolls(all: &All<'_>) -> Vec<Toll> {
    let mut tolls = Vec::new();
    for (at, members) in all.groups.iter().enumerate() {
        let mut counted: BTreeMap<QuantityKind, Vec<Entry>> = BTreeMap::new();
        for set in members.iter().map(|&at| &all.claims[at]) {
            for (what, quantity) in counts(&set.claim.quantities) {
                counted.entry(what).or_default().push(Entry::new(set, quantity, all));
            }
        }
        for (what, entries) in counted {
            tolls.push(toll(at, what, entries, all));
        }
    }
    tolls
}

/// What a claim counts; several figures for one thing in one claim are parts that add up: "three generals and a colonel".
pub(crate) fn counts(quantities: &[FuseQuantity]) -> BTreeMap<QuantityKind, FuseQuantity> {
    let mut counts: BTreeMap<QuantityKind, FuseQuantity> = BTreeMap::new();
    for quantity in quantities.iter().filter(|q| q.min.is_some() || q.max.is_some()) {
        counts
            .entry(quantity.what)
            .and_modify(|sum| {
                sum.min = sum.min.zip(quantity.min).map(|(x, y)| x + y);
                sum.max = sum.max.zip(quantity.max).map(|(x, y)| x + y);
                sum.vague = false;
            })
            .or_insert(*quantity);
    }
    counts
}

struct Entry {
    figure: Figure,
    /// What makes two figures of one origin.
    origin: String,
    /// Copies of one text count once.
    text: String,
    /// The outlet of its article.
    outlet: Option<EntityId>,
    /// Its text takes the figure back.
    withdrawn: bool,
}

impl Entry {
    fn new(set: &Set<'_>, quantity: FuseQuantity, all: &All<'_>) -> Entry {
        let claim = set.claim;
        let (name, origin) = behind(claim, all.sources);
        let told = matches!(claim.modality, Modality::Fact | Modality::Claimed | Modality::Possible);
        let stand = if claim.stance() != Stance::Asserts || !told {
            FigureStand::Denied
        } else if quantity.more {
            FigureStand::More
        } else {
            FigureStand::Whole
        };
        Entry {
            figure: Figure {
                claim: claim.id.clone(),
                min: quantity.min,
                max: quantity.max,
                origin: name,
                day: set.published,
                stand,
            },
            origin,
            text: all.sources.copy_group(&claim.document).0.clone(),
            outlet: set.outlet.cloned(),
            withdrawn: claim.has(Sign::Withdrawn),
        }
    }
}

fn toll(event: usize, what: QuantityKind, mut entries: Vec<Entry>, all: &All<'_>) -> Toll {
    entries.sort_by(|x, y| (x.figure.day, &x.figure.claim).cmp(&(y.figure.day, &y.figure.claim)));
    // A figure is revised when its origin has another one on a later day.
    let mut by_origin: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.figure.stand == FigureStand::Whole) {
        by_origin.entry(&entry.origin).or_default().push(entry);
    }
    let later = |one: &Entry, other: &Entry| one.figure.day.zip(other.figure.day).is_some_and(|(x, y)| x < y);
    let revised: Vec<bool> = entries
        .iter()
        .map(|one| {
            let other_later = |other: &&Entry| later(one, other) && bounds(&one.figure) != bounds(&other.figure);
            one.figure.stand == FigureStand::Whole
                && (by_origin[one.origin.as_str()].iter().any(other_later) || withdrawn(one, &entries))
        })
        .collect();
    for (entry, revised) in entries.iter_mut().zip(revised) {
        if revised {
            entry.figure.stand = FigureStand::Revised;
        }
    }
    let standing: Vec<&Entry> = entries.iter().filter(|entry| entry.figure.stand == FigureStand::Whole).collect();
    let low = standing.iter().filter_map(|e| e.figure.min.or(e.figure.max)).min_by(f64::total_cmp);
    let open = standing.iter().any(|e| e.figure.max.is_none());
    let high = standing.iter().filter_map(|e| e.figure.max).max_by(f64::total_cmp).filter(|_| !open);
    let best = best(&standing);
    Toll {
        event: all.ids[event].clone(),
        what,
        low,
        best: best.as_ref().and_then(|best| best.figure.min.or(best.figure.max)),
        high,
        reason: best.map(|best| best.reason).unwrap_or_default(),
        figures: entries.into_iter().map(|entry| entry.figure).collect(),
    }
}

/// Its own text takes it back, or a later one of the same paper.
fn withdrawn(one: &Entry, entries: &[Entry]) -> bool {
    let by = |other: &Entry| {
        other.withdrawn
            && other.outlet == one.outlet
            && bounds(&other.figure) == bounds(&one.figure)
            && one.figure.day <= other.figure.day
    };
    one.withdrawn || one.outlet.is_some() && entries.iter().any(by)
}

struct Best {
    figure: Figure,
    reason: String,
}

/// The figure with most origins, copies counted once; on a tie the later, then the lower.
fn best(standing: &[&Entry]) -> Option<Best> {
    let mut values: Vec<&Entry> = Vec::new();
    for entry in standing {
        if !values.iter().any(|other| bounds(&other.figure) == bounds(&entry.figure)) {
            values.push(entry);
        }
    }
    let weigh = |entry: &&Entry| -> (usize, Option<Date>) {
        let same = || standing.iter().filter(|other| bounds(&other.figure) == bounds(&entry.figure));
        let origins: BTreeSet<&str> = same().map(|e| e.origin.as_str()).collect();
        let texts: BTreeSet<&str> = same().map(|e| e.text.as_str()).collect();
        (origins.len().min(texts.len()), same().filter_map(|e| e.figure.day).max())
    };
    let number = |entry: &&Entry| entry.figure.min.or(entry.figure.max).unwrap_or_default();
    let chosen = values.iter().max_by(|x, y| weigh(x).cmp(&weigh(y)).then(number(y).total_cmp(&number(x))))?;
    let origins = weigh(chosen).0;
    let rival = values.iter().filter(|other| bounds(&other.figure) != bounds(&chosen.figure));
    let reason = match rival.map(&weigh).max() {
        None => "All figures that stand are one.".to_string(),
        Some(other) if other.0 < origins => format!("Best is the figure with most origins, {origins}."),
        Some(other) if other.1 < weigh(chosen).1 => {
            format!("Best is the latest of the figures with {origins} {}.", plural(origins))
        }
        Some(_) => format!("Best is the lowest of the latest figures with {origins} {}.", plural(origins)),
    };
    Some(Best { figure: chosen.figure.clone(), reason })
}

fn plural(origins: usize) -> &'static str {
    if origins == 1 { "origin" } else { "origins" }
}

fn bounds(figure: &Figure) -> (Option<u64>, Option<u64>) {
    (figure.min.map(f64::to_bits), figure.max.map(f64::to_bits))
}

/// "5", "at least 6", "at most 9", "5 to 9"
pub(crate) fn words(min: Option<f64>, max: Option<f64>) -> String {
    match (min, max) {
        (Some(x), Some(y)) if x == y => x.to_string(),
        (Some(x), Some(y)) => format!("{x} to {y}"),
        (Some(x), None) => format!("at least {x}"),
        (None, Some(y)) => format!("at most {y}"),
        (None, None) => "no number".to_string(),
    }
}
