//! Which runs of words are names, and of what?
//!
//! One move per token: a name begins, goes on, ends, stands alone, or there is none. A name never crosses the start of a
//! sentence.

use crate::kernel::WIDTH;
use crate::pack::{Pack, PackError};
use crate::scorer::{HIDDEN, Memory, Scorer, best};
use crate::{Name, NameLabel};
use std::ops::Range;

const SLOTS: usize = 3;

/// The name finder.
#[derive(Clone)]
pub(crate) struct Names {
    scorer: Scorer<SLOTS>,
    labels: Vec<Option<NameLabel>>,
    /// Moves: begin, in, last, alone, none.
    actions: [Range<usize>; 5],
}

impl Names {
    pub(crate) fn open(pack: &Pack) -> Result<Names, PackError> {
        let words = pack.section::<u32>("names.actions")?;
        let (rows, _) = words.as_chunks::<2>();
        let labels: Vec<Option<NameLabel>> = rows
            .iter()
            .map(|&[_, label]| label.checked_sub(1).and_then(|at| NameLabel::ALL.get(at as usize).copied()))
            .collect();
        let mut actions: [Range<usize>; 5] = Default::default();
        for (action, range) in actions.iter_mut().enumerate() {
            let from = rows.partition_point(|row| (row[0] as usize) < action + 1);
            *range = from..rows.partition_point(|row| (row[0] as usize) <= action + 1);
        }
        // A name goes on and ends with the label it began with, so the three lists must run side by side.
        let side_by_side = labels[actions[0].clone()] == labels[actions[1].clone()]
            && labels[actions[0].clone()] == labels[actions[2].clone()];
        if actions.iter().any(|range| range.start == range.end) || !side_by_side {
            return Err(PackError::Damaged { what: "the moves for names do not read".to_owned() });
        }
        Ok(Names { scorer: Scorer::open(pack, "names", labels.len())?, labels, actions })
    }

    /// Appends what the decoder needs of each row.
    pub(crate) fn project(&self, rows: &[[f32; WIDTH]], projected: &mut Vec<[f32; HIDDEN]>) {
        self.scorer.project(rows, projected);
    }

    /// The names of a text from its projected rows. `starts` tells where sentences start.
    pub(crate) fn find(
        &self,
        projected: &[[f32; HIDDEN]],
        is_space: &[bool],
        starts: &[bool],
        memory: &mut Memory,
    ) -> Vec<Name> {
        let count = is_space.len();
        let mut scores = self.scorer.over(projected, memory);
        let [begin, inside, last, alone, none] = &self.actions;
        // The move for a single token without a label is never valid.
        let alone = alone.start..alone.end - usize::from(self.labels[alone.end - 1].is_none());
        let mut names = Vec::new();
        let mut open: Option<(usize, usize)> = None;
        for at in 0..count {
            let slots = [Some(at as u32), open.map(|(start, _)| start as u32), open.map(|_| at as u32 - 1)];
            let scores = scores.of(slots);
            let goes_on = at + 1 < count && !starts[at + 1];
            let when = |valid: bool, range: Range<usize>| if valid { range } else { 0..0 };
            let one = |range: &Range<usize>, place: usize| range.start + place..range.start + place + 1;
            let chosen = match open {
                Some((_, place)) => best(scores, [when(goes_on, one(inside, place)), one(last, place)]),
                None => {
                    let word = !is_space[at];
                    best(scores, [when(goes_on && word, begin.clone()), when(word, alone.clone()), none.clone()])
                }
            };
            let Some(chosen) = chosen else { continue };
            let mut close = |start: usize| {
                if let Some(label) = self.labels[chosen] {
                    names.push(Name { tokens: start..at + 1, label });
                }
            };
            if begin.contains(&chosen) {
                open = Some((at, chosen - begin.start));
            } else if last.contains(&chosen) {
                if let Some((start, _)) = open.take() {
                    close(start);
                }
            } else if alone.contains(&chosen) {
                close(at);
            }
        }
        names
    }
}
