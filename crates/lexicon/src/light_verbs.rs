//! Which verbs only carry a noun that tells the deed?
//!
//! `data/en/light_verbs.tsv`: `carry` with `out` before "an attack" says who did it; `suffer` says to whom; `erupt` only that
//! it happened.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// What the subject of a light verb is to the deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightSubject {
    /// Who does it: "carried out an attack".
    Actor,
    /// To whom it is done: "suffered an attack".
    Target,
    /// To whom it is done where it is a place; whoever else is one looks on: "the village, a nurse witnessed an attack".
    Scene,
    /// The deed itself: "an attack took place".
    Deed,
    /// Its object does it: "was involved in an attack", "embroiled both in a war".
    Object,
    /// The deed itself, which its object does: "the offensive involved two brigades".
    Joint,
    /// Who does it with its object: "used helicopters to bomb the village".
    Means,
    /// The deed itself, which is laid on whom its object names: "the raid bears the hallmarks of the rebels".
    Laid,
}

/// One light verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LightVerb {
    /// A particle or preposition it must have.
    pub word: Option<String>,
    /// What its subject is.
    pub subject: LightSubject,
    /// A sentence it is read in.
    pub example: String,
}

/// The light verbs by dictionary form.
#[derive(Clone, Debug, Default)]
pub struct LightVerbs {
    verbs: Lookup<Vec<LightVerb>>,
}

impl LightVerbs {
    pub(crate) fn load() -> Result<LightVerbs, LexiconError> {
        let mut all = LightVerbs::default();
        let text = include_str!("../../../data/en/light_verbs.tsv");
        for row in Table::parse("en/light_verbs.tsv", text, &["verb", "word", "subject", "example"])?.rows() {
            let subject =
                row.closed(2, "actor, target, scene, deed, object, joint, means or laid", |word| match word {
                    "actor" => Some(LightSubject::Actor),
                    "target" => Some(LightSubject::Target),
                    "scene" => Some(LightSubject::Scene),
                    "deed" => Some(LightSubject::Deed),
                    "object" => Some(LightSubject::Object),
                    "joint" => Some(LightSubject::Joint),
                    "means" => Some(LightSubject::Means),
                    "laid" => Some(LightSubject::Laid),
                    _ => None,
                })?;
            let word = Some(row.cell(1)).filter(|word| !word.is_empty()).map(str::to_string);
            let verb = LightVerb { word, subject, example: row.cell(3).to_string() };
            all.verbs.or_default(row.cell(0).to_string()).push(verb);
        }
        Ok(all)
    }

    /// True for a noun by which one can deny a part in a deed: `involvement`, `role`.
    pub fn involves(&self, noun: &str) -> bool {
        self.verbs.get("deny").into_iter().flatten().any(|verb| verb.word.as_deref() == Some(noun))
    }

    /// The entry of a verb, given which words hang on it; one that asks for a word goes before one that does not.
    pub fn find(&self, lemma: &str, has: impl Fn(&str) -> bool) -> Option<&LightVerb> {
        self.find_for(lemma, has, |_| true)
    }

    /// The same, among the entries whose subject can be this: rebels *began* an assault, an assault *began*.
    pub fn find_for(
        &self,
        lemma: &str,
        has: impl Fn(&str) -> bool,
        can_be: impl Fn(LightSubject) -> bool,
    ) -> Option<&LightVerb> {
        let entries = || self.verbs.get(lemma).into_iter().flatten().filter(|verb| can_be(verb.subject));
        let asking = entries().find(|verb| verb.word.as_deref().is_some_and(&has));
        asking.or_else(|| entries().find(|verb| verb.word.is_none()))
    }
}
