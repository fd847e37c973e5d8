//! When? Days told for one happening that exclude each other, and one toll that is said to have fallen in different spans.

use super::Draft;
use crate::event::days;
use crate::fusion::All;
use crate::link::{SLACK_DAYS, days_between, distance};
use crate::setting::Set;
use jiff::civil::Date;
use model::{ClaimType, DisputeKind, DocumentId, Kind, Resolved, Strength, TimeRange};
use std::collections::BTreeMap;

/// Spans that begin so many days apart are not the same span told twice.
const SPAN_DAYS: i32 = 3;

pub(super) fn find(all: &All<'_>, drafts: &mut Vec<Draft>) {
    for members in all.groups {
        let dated: Vec<(usize, TimeRange)> = members
            .iter()
            .filter(|&&at| all.claims[at].claim.is_so() && all.claims[at].claim.claim_type.kind() == Kind::Event)
            .filter_map(|&at| all.claims[at].claim.time.map(|time| (at, time)))
            .collect();
        let mut sides: Vec<(TimeRange, Vec<usize>)> = Vec::new();
        let mut sorted = dated.clone();
        sorted.sort_by_key(|(at, time)| (time.earliest, time.latest, *at));
        for (at, time) in sorted {
            match sides.iter_mut().find(|(side, _)| days_between(*side, time) <= SLACK_DAYS) {
                Some((side, claims)) => {
                    side.earliest = side.earliest.max(time.earliest);
                    side.latest = side.latest.min(time.latest).max(side.earliest);
                    claims.push(at);
                }
                None => sides.push((time, vec![at])),
            }
        }
        if sides.len() == 1 {
            next_days(&dated, all, drafts);
        }
        if sides.len() > 1 && !revised(&sides, all) {
            let said: Vec<String> = sides.iter().map(|(time, _)| days(time.earliest, time.latest)).collect();
            drafts.push(Draft {
                kind: DisputeKind::Date,
                strength: Strength::Contradiction,
                reason: format!("One happening is told of days that exclude each other: {}.", said.join(" against ")),
                sides: said.into_iter().zip(sides.into_iter().map(|(_, claims)| claims)).collect(),
            });
        }
        let mut by_document: BTreeMap<&DocumentId, Vec<(usize, TimeRange)>> = BTreeMap::new();
        for &(at, time) in &dated {
            if all.claims[at].claim.claim_type == ClaimType::Casualties {
                by_document.entry(&all.claims[at].claim.document).or_default().push((at, time));
            }
        }
        for (n, (left, x), dated) in
            by_document.values().flat_map(|dated| dated.iter().enumerate().map(move |(n, one)| (n, one, dated)))
        {
            for (right, y) in &dated[n + 1..] {
                if spans_differ(&all.claims[*left], *x, &all.claims[*right], *y) {
                    let (one, other) = (days(x.earliest, x.latest), days(y.earliest, y.latest));
                    drafts.push(Draft {
                        kind: DisputeKind::Date,
                        strength: Strength::Tension,
                        reason: format!("One article lets the same toll fall in {one} and in {other}."),
                        sides: vec![(one, vec![*left]), (other, vec![*right])],
                    });
                }
            }
        }
    }
}

/// One report has Monday, another Tuesday: midnight or another clock can lie between, so it is a tension.
fn next_days(dated: &[(usize, TimeRange)], all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut days: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for &(at, time) in dated.iter().filter(|(_, time)| time.earliest == time.latest) {
        days.entry(time.earliest).or_default().push(at);
    }
    let sides: Vec<(TimeRange, Vec<usize>)> = days
        .into_iter()
        .map(|(day, claims)| (TimeRange { earliest: day, latest: day, resolved: Resolved::Stated }, claims))
        .collect();
    let one_article =
        sides.iter().flat_map(|(_, claims)| claims).all(|&at| all.claims[at].same_article(&all.claims[sides[0].1[0]]));
    if sides.len() < 2 || one_article || revised(&sides, all) {
        return;
    }
    let said: Vec<String> = sides.iter().map(|(time, _)| time.earliest.to_string()).collect();
    drafts.push(Draft {
        kind: DisputeKind::Date,
        strength: Strength::Tension,
        reason: format!("One happening is told of days next to each other: {}.", said.join(" and ")),
        sides: said.into_iter().zip(sides.into_iter().map(|(_, claims)| claims)).collect(),
    });
}

/// One origin that tells another day later revises what it said.
fn revised(sides: &[(TimeRange, Vec<usize>)], all: &All<'_>) -> bool {
    let origin = |at: usize| crate::origin::behind(all.claims[at].claim, all.sources).1;
    let first = sides.iter().flat_map(|(_, claims)| claims).map(|&at| origin(at)).next();
    let one_origin = sides.iter().flat_map(|(_, claims)| claims).all(|&at| Some(origin(at)) == first);
    let published = |claims: &[usize]| claims.iter().filter_map(|&at| all.claims[at].published).min();
    let apart = sides.windows(2).all(|pair| published(&pair[0].1) != published(&pair[1].1));
    one_origin && apart
}

/// "since 1 May" and "in the past week" of the same dead in one article.
fn spans_differ(a: &Set<'_>, x: TimeRange, b: &Set<'_>, y: TimeRange) -> bool {
    let span = |time: TimeRange| (time.latest - time.earliest).get_days() >= SPAN_DAYS;
    a.same_article(b)
        && span(x)
        && span(y)
        && distance(x.latest, y.latest) <= SLACK_DAYS
        && distance(x.earliest, y.earliest) >= SPAN_DAYS
}
