//! What does each field say, and what does each of its words stand for?

use crate::explanation::{Cell, Entry, FieldExplanation, Passage, PassedName, StandsFor, Value};
use lexicon::Line;
use model::{Argument, Claim, Document, Link, Quantity, Resolution, Span, TimeRange};
use read::reason::{Field, FieldReasons, Reason};
use resolve::{ClaimReasons, Told as Because};

/// A claim that was read and resolved again, with the reasons of resolving it.
pub(crate) struct Told<'t> {
    pub document: &'t Document,
    pub resolution: &'t Resolution,
    pub claim: &'t Claim,
    pub resolved: &'t ClaimReasons,
}

impl Told<'_> {
    /// The explanation of a field.
    pub fn field(&self, reasons: &FieldReasons) -> FieldExplanation {
        let mut passed: Vec<Value> = reasons.passed.iter().map(|reason| self.bare(reason)).collect();
        let mut values = Vec::new();
        for (at, reason) in reasons.taken.iter().enumerate() {
            match self.value(reasons.field, at, reason) {
                Some(value) => values.push(value),
                None => passed.push(Value {
                    why: format!("{}, but stands for one that is there already", reason.why),
                    ..self.bare(reason)
                }),
            }
        }
        FieldExplanation {
            field: reasons.field.to_string(),
            values,
            passed,
            elsewhere: reasons.elsewhere.iter().map(|reason| self.bare(reason)).collect(),
        }
    }

    /// What a reason has taken, with what it comes to; `None` for words that no role of the resolved claim has.
    fn value(&self, field: Field, at: usize, reason: &Reason) -> Option<Value> {
        let mut value = self.bare(reason);
        match field {
            Field::Type if at == 0 => value.value = Some(self.claim.claim_type.to_string()),
            Field::Type | Field::Quote => {}
            Field::Actor => value.stands_for = vec![self.stands_for(filler(&self.claim.actor, reason)?)],
            Field::Target => value.stands_for = vec![self.stands_for(filler(&self.claim.target, reason)?)],
            Field::Place => value.stands_for = vec![self.lies(filler(&self.claim.place, reason)?)],
            Field::Time => {
                let range = self.claim.time.as_ref().and_then(|time| time.range);
                value.value = Some(range.map_or("no day that can be told".to_string(), days));
                if let Some(why) = &self.resolved.time {
                    value.why = format!("{}; {why}", value.why);
                }
            }
            Field::Quantity => value.value = self.claim.quantity.get(at).map(amount),
            Field::Attribution => {
                if let Some(link) = self.claim.attribution.get(at) {
                    value.value = Some(link_words(link));
                    value.stands_for = link.sources.iter().map(|source| self.stands_for(source)).collect();
                }
            }
            Field::Modality => value.value = Some(self.claim.modality.value.to_string()),
            Field::Polarity => value.value = Some(self.claim.polarity.value.to_string()),
        }
        Some(value)
    }

    fn bare(&self, reason: &Reason) -> Value {
        Value {
            words: reason.span.map(|span| self.passage(span)),
            value: None,
            why: reason.why.clone(),
            path: reason.path.clone(),
            entry: reason.line.and_then(entry),
            covers: reason.covers.iter().map(|&span| self.passage(span)).collect(),
            stands_for: Vec::new(),
        }
    }

    fn passage(&self, span: Span) -> Passage {
        let words = span.get(&self.document.text).unwrap_or("").to_string();
        Passage { start: span.start, end: span.end, words }
    }

    /// Whom the words of an argument stand for.
    fn stands_for(&self, argument: &Argument) -> StandsFor {
        let entity = argument.entity.as_ref();
        let found = self.resolution.entities.iter().find(|one| Some(&one.id) == entity);
        let mut told = self.resolved.arguments.iter().filter(|told| told.span == argument.span);
        let told = told.clone().find(|told| told.entity.as_ref() == entity).or_else(|| told.next());
        StandsFor {
            id: entity.map(|id| id.0.clone()),
            name: found.map(|one| one.name.clone()),
            kind: found.map(|one| one.kind.as_str().to_string()),
            ..self.because(argument.span, told.map(|told| &told.told), found.map(|one| one.name.as_str()))
        }
    }

    /// Which place the words of an argument stand for.
    fn lies(&self, argument: &Argument) -> StandsFor {
        let place = argument.place.as_ref();
        let found = self.resolution.places.iter().find(|one| Some(&one.id) == place);
        let told = self.resolved.places.iter().find(|(span, _)| *span == argument.span).map(|(_, told)| told);
        StandsFor {
            id: place.map(|id| id.0.clone()),
            name: found.map(|one| one.name.clone()),
            kind: found.map(|one| one.class.as_str().to_string()),
            ..self.because(argument.span, told, None)
        }
    }

    fn because(&self, span: Span, told: Option<&Because>, taken: Option<&str>) -> StandsFor {
        let passed =
            told.map_or(&[][..], |told| &told.passed).iter().filter(|passed| Some(passed.name.as_str()) != taken);
        StandsFor {
            words: self.passage(span),
            id: None,
            name: None,
            kind: None,
            because: told.map(|told| told.because.clone()).unwrap_or_default(),
            passed: passed.map(|one| PassedName { name: one.name.clone(), why: one.why.clone() }).collect(),
        }
    }
}

/// The argument whose words a reason is about. Arguments that stand side by side were joined to one.
fn filler<'c>(role: &'c [Argument], reason: &Reason) -> Option<&'c Argument> {
    role.iter().find(|argument| reason.span.is_some_and(|span| argument.span.contains(span)))
}

fn entry(line: Line) -> Option<Entry> {
    let found = lexicon::entry::at(line)?;
    let cells = found.cells.iter().map(|(column, text)| Cell { column: column.to_string(), text: text.to_string() });
    Some(Entry { line: line.to_string(), cells: cells.collect() })
}

fn days(range: TimeRange) -> String {
    match range.earliest == range.latest {
        true => range.earliest.to_string(),
        false => format!("{} to {}", range.earliest, range.latest),
    }
}

fn amount(quantity: &Quantity) -> String {
    let what = quantity.what;
    match (quantity.min, quantity.max) {
        (Some(min), Some(max)) if min == max => format!("{what}: {min}"),
        (Some(min), Some(max)) => format!("{what}: {min} to {max}"),
        (Some(min), None) => format!("{what}: {min} or more"),
        (None, Some(max)) => format!("{what}: {max} or fewer"),
        (None, None) => what.to_string(),
    }
}

fn link_words(link: &Link) -> String {
    format!("{}, {}", link.kind, link.stance)
}
