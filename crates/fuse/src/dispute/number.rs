//! How many? Figures of one toll whose bounds exclude each other.

use super::Draft;
use crate::fusion::All;
use crate::toll::words;
use model::{DisputeKind, Figure, FigureStand, Strength, Toll};

pub(super) fn find(all: &All<'_>, tolls: &[Toll], drafts: &mut Vec<Draft>) {
    for toll in tolls {
        let standing: Vec<&Figure> = toll.figures.iter().filter(|f| f.stand == FigureStand::Whole).collect();
        let mut sides = sides(&standing);
        let position = |figure: &Figure| all.position(&figure.claim).unwrap_or_default();
        let mut strength = Strength::Contradiction;
        if sides.len() < 2 {
            sides = magnitudes(&standing, all, &position);
            strength = Strength::Tension;
        }
        if sides.len() < 2 {
            continue;
        }
        let said: Vec<String> = sides.iter().map(|side| words(side.min, side.max)).collect();
        drafts.push(Draft {
            kind: DisputeKind::Number,
            strength,
            reason: format!("The figures for {} exclude each other: {}.", toll.what, said.join(" against ")),
            sides: sides
                .iter()
                .zip(said)
                .map(|(side, says)| (says, side.figures.iter().map(|figure| position(figure)).collect()))
                .collect(),
        });
    }
}

/// Figures that can be true together, and the bounds that all of them allow.
struct Compatible<'f> {
    min: Option<f64>,
    max: Option<f64>,
    figures: Vec<&'f Figure>,
}

impl Compatible<'_> {
    fn allows(&self, figure: &Figure) -> bool {
        let below = |max: Option<f64>, min: Option<f64>| max.zip(min).is_some_and(|(max, min)| max < min);
        !below(self.max, figure.min) && !below(figure.max, self.min)
    }
}

/// The smallest sets: a figure that every other side allows as well says nothing here.
fn sides<'f>(figures: &[&'f Figure]) -> Vec<Compatible<'f>> {
    let mut sorted = figures.to_vec();
    let low = |figure: &Figure| figure.min.unwrap_or(0.0);
    let high = |figure: &Figure| figure.max.unwrap_or(f64::INFINITY);
    sorted.sort_by(|x, y| low(x).total_cmp(&low(y)).then(high(x).total_cmp(&high(y))).then(x.claim.cmp(&y.claim)));
    let mut sides: Vec<Compatible<'f>> = Vec::new();
    for figure in sorted {
        match sides.iter_mut().find(|side| side.allows(figure)) {
            Some(side) => {
                side.min = [side.min, figure.min].into_iter().flatten().max_by(f64::total_cmp);
                side.max = [side.max, figure.max].into_iter().flatten().min_by(f64::total_cmp);
                side.figures.push(figure);
            }
            None => sides.push(Compatible { min: figure.min, max: figure.max, figures: vec![figure] }),
        }
    }
    let kept: Vec<Vec<&Figure>> = (0..sides.len())
        .map(|at| {
            let others = || sides.iter().enumerate().filter(|(other, _)| *other != at);
            sides[at].figures.iter().copied().filter(|figure| others().any(|(_, side)| !side.allows(figure))).collect()
        })
        .collect();
    for (side, kept) in sides.iter_mut().zip(kept) {
        side.figures = kept;
    }
    sides.retain(|side| !side.figures.is_empty());
    sides
}

/// "Hundreds" against "thousands": words for orders of magnitude, which no bound tells apart.
fn magnitudes<'f>(figures: &[&'f Figure], all: &All<'_>, position: &dyn Fn(&Figure) -> usize) -> Vec<Compatible<'f>> {
    let vague = |figure: &&&Figure| {
        let quantities = &all.claims[position(figure)].claim.quantities;
        quantities.iter().any(|q| q.vague && q.min == figure.min)
    };
    let mut sides: Vec<Compatible<'f>> = Vec::new();
    for figure in figures.iter().filter(vague) {
        match sides.iter_mut().find(|side| side.min == figure.min) {
            Some(side) => side.figures.push(figure),
            None => sides.push(Compatible { min: figure.min, max: None, figures: vec![figure] }),
        }
    }
    sides.sort_by(|x, y| x.min.unwrap_or_default().total_cmp(&y.min.unwrap_or_default()));
    let far = sides.windows(2).all(|pair| pair[0].min.zip(pair[1].min).is_some_and(|(x, y)| y >= 5.0 * x));
    if far { sides } else { Vec::new() }
}
