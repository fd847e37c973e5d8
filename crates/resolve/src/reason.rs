//! Why do words stand for just this one, and who else was thought of?
//!
//! "The Front attacked Tavan. It said …": `It` takes up the front, mentioned before; Tavan was thought of and is less likely.
//! A [`Journal`] notes it while the words are looked up, when somebody asks; else it stays empty and costs nothing.

use model::{EntityId, Span};

/// Why some words stand for what they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Why, one reason after the other; empty where nobody could be told.
    pub because: Vec<String>,
    /// Who or what else was thought of.
    pub passed: Vec<Passed>,
}

/// Somebody or something that words might have stood for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Its name, or id where it has none.
    pub name: String,
    /// Why not.
    pub why: String,
}

/// Whom the words of one argument stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArgumentTold {
    /// The words.
    pub span: Span,
    /// Whom they were found to stand for.
    pub entity: Option<EntityId>,
    /// Why.
    pub told: Told,
}

/// The reasons of one claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimReasons {
    /// Those of its actors, targets and sources, in no special order.
    pub arguments: Vec<ArgumentTold>,
    /// Those of its places.
    pub places: Vec<(Span, Told)>,
    /// How its days came about.
    pub time: Option<String>,
}

/// Reasons as they arise. Empty, and of no cost, unless somebody asks for them.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    kept: Option<Told>,
}

impl Journal {
    /// One that keeps what is noted.
    pub(crate) fn kept() -> Journal {
        Journal { kept: Some(Told::default()) }
    }

    /// True when somebody asks for reasons.
    pub(crate) fn is_kept(&self) -> bool {
        self.kept.is_some()
    }

    /// Notes why.
    pub(crate) fn because(&mut self, why: impl FnOnce() -> String) {
        if let Some(kept) = &mut self.kept {
            let why = why();
            if !kept.because.contains(&why) {
                kept.because.push(why);
            }
        }
    }

    /// Notes who was thought of and is not meant.
    pub(crate) fn passed(&mut self, name: &str, why: impl FnOnce() -> String) {
        if let Some(kept) = &mut self.kept
            && !kept.passed.iter().any(|passed| passed.name == name)
        {
            kept.passed.push(Passed { name: name.to_string(), why: why() });
        }
    }

    /// Notes again what was noted of the same words before.
    pub(crate) fn again(&mut self, told: &Told) {
        if self.kept.is_some() {
            told.because.iter().for_each(|why| self.because(|| why.clone()));
            told.passed.iter().for_each(|passed| self.passed(&passed.name, || passed.why.clone()));
        }
    }

    /// What was noted since the last time.
    pub(crate) fn take(&mut self) -> Told {
        self.kept.as_mut().map(std::mem::take).unwrap_or_default()
    }
}
