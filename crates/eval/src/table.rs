//! How do figures look side by side?

use crate::{Figure, Published};
use serde_json::{Value, json};
use std::fmt;

/// The figures of a run, and the sets that were passed over.
#[derive(Debug)]
pub struct Table {
    /// The figures, in order of the sets.
    pub figures: Vec<Figure>,
    /// What was passed over, and why.
    pub skipped: Vec<(String, String)>,
    /// What others reach.
    pub published: Published,
}

impl Table {
    /// The same for programs: figures in per cent with one decimal.
    pub fn json(&self) -> Value {
        let figures = self.figures.iter().map(|figure| {
            let best = self.published.best(figure.set, &figure.part, &figure.metric);
            json!({
                "set": figure.set, "part": figure.part, "metric": figure.metric,
                "figure": figure.value.map(|value| percent(value).parse::<f64>().unwrap_or(100.0 * value)),
                "note": figure.note,
                "best": best.map(|best| best.figure), "best_what": best.map(|best| best.what),
            })
        });
        let skipped = self.skipped.iter().map(|(set, why)| json!({ "set": set, "why": why }));
        json!({ "figures": figures.collect::<Vec<_>>(), "skipped": skipped.collect::<Vec<_>>() })
    }
}

/// In per cent, with one decimal.
fn percent(value: f64) -> String {
    format!("{:.1}", 100.0 * value)
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |of: &dyn Fn(&Figure) -> usize, least: usize| self.figures.iter().map(of).fold(least, usize::max);
        let (set, part, metric) =
            (width(&|x| x.set.len(), 3), width(&|x| x.part.len(), 4), width(&|x| x.metric.len(), 6));
        writeln!(f, "{:set$}  {:part$}  {:metric$}  figure   best  what", "set", "part", "metric")?;
        for figure in &self.figures {
            let best = self.published.best(figure.set, &figure.part, &figure.metric);
            let value = figure.value.map_or("–".to_string(), percent);
            write!(f, "{:set$}  {:part$}  {:metric$}  {value:>6}", figure.set, figure.part, figure.metric)?;
            match best {
                Some(best) => writeln!(f, "  {:>5}  ({}) best: {}", best.figure, figure.note, best.what)?,
                None => writeln!(f, "         ({})", figure.note)?,
            }
        }
        self.skipped.iter().try_for_each(|(set, why)| writeln!(f, "{set}: skipped, {why}"))
    }
}
