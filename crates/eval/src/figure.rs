use crate::Counts;
use serde::Serialize;

/// One measured number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Name of the set, the same as that of its folder.
    pub set: &'static str,
    /// Which of its texts: `dev`, `test`, or a corpus it is made of.
    pub part: String,
    /// What was counted: `"cue, exact F1"`.
    pub metric: String,
    /// From 0 to 1. `None` where it cannot be told, with the reason in [`Figure::note`].
    pub value: Option<f64>,
    /// What it was counted over, or why there is no number.
    pub note: String,
}

impl Figure {
    /// The F1 of counts.
    pub fn f1(set: &'static str, part: &str, metric: &str, counts: Counts) -> Figure {
        let note = format!(
            "P {:.1} R {:.1}, {} right of {}, {} marked",
            100.0 * counts.precision(),
            100.0 * counts.recall(),
            counts.right,
            counts.found,
            counts.marked
        );
        Figure { set, part: part.to_string(), metric: metric.to_string(), value: Some(counts.f1()), note }
    }

    /// A share: `right` of `all`.
    pub fn share(set: &'static str, part: &str, metric: &str, right: usize, all: usize) -> Figure {
        let value = (all > 0).then(|| right as f64 / all as f64);
        let note = format!("{right} of {all}");
        Figure { set, part: part.to_string(), metric: metric.to_string(), value, note }
    }

    /// What is not measured, and why.
    pub fn none(set: &'static str, metric: &str, why: &str) -> Figure {
        Figure {
            set,
            part: "all".to_string(),
            metric: metric.to_string(),
            value: None,
            note: format!("not measured: {why}"),
        }
    }
}
