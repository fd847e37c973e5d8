//! Why does a claim say what it says?
//!
//! "Rebels captured the bridge on Monday." Its actor is `Rebels`, for they stand in the slot `subject` of the frame at
//! `data/en/events.tsv:70`; `Monday` was looked at for the place and passed over, for it is no place. While it reads, a
//! reading notes in [`Notes`] what it takes and what it passes over; without somebody who asks, nothing is kept. What the
//! finished claim and the tree say by themselves is added by `explanation`.

mod chain;
mod counts;
mod entries;
mod explanation;
mod roles;
mod sureness;

use crate::claim::Draft;
use lexicon::{Frame, Line, Need, NounClass, Slot};
use model::Span;
use std::cell::{Cell, RefCell};
use std::fmt;

/// A field of a claim, as far as it has reasons of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The type, with its trigger.
    Type,
    /// Who does it.
    Actor,
    /// Whom or what it is done to.
    Target,
    /// Where.
    Place,
    /// When.
    Time,
    /// How many.
    Quantity,
    /// Who says so.
    Attribution,
    /// How sure.
    Modality,
    /// Whether it is or is not.
    Polarity,
    /// The words that make the claim.
    Quote,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Field::Type => "type",
            Field::Actor => "actor",
            Field::Target => "target",
            Field::Place => "place",
            Field::Time => "time",
            Field::Quantity => "quantity",
            Field::Attribution => "attribution",
            Field::Modality => "modality",
            Field::Polarity => "polarity",
            Field::Quote => "quote",
        })
    }
}

/// Something that was taken for a field or passed over, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The words it is about; `None` when it is about no words of the text.
    pub span: Option<Span>,
    /// Why, as the end of a sentence: `"the subject of “captured”"`, `"is no place"`.
    pub why: String,
    /// The entry of the lists that it rests on.
    pub line: Option<Line>,
    /// The way through the tree from the words to the trigger: `"Velna →pobj→ near →prep→ captured"`. Empty where there is none.
    pub path: String,
    /// Of a cue of a source: the words that the source is said to say.
    pub covers: Vec<Span>,
}

impl Reason {
    fn of(span: Span, why: String) -> Reason {
        Reason { span: Some(span), ..Reason::none(why) }
    }

    fn none(why: String) -> Reason {
        Reason { span: None, why, line: None, path: String::new(), covers: Vec::new() }
    }
}

/// The reasons of one field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldReasons {
    /// The field.
    pub field: Field,
    /// What fills it.
    pub taken: Vec<Reason>,
    /// What was looked at for it, and does not.
    pub passed: Vec<Reason>,
    /// Of a role: what else of the sentence could stand in it, where no slot of the trigger leads to.
    pub elsewhere: Vec<Reason>,
}

/// The reasons of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// Index, among the parts of the document, of the part it stands in.
    pub part: usize,
    /// Token of the part that its type was read from.
    pub trigger: usize,
    /// Its fields in order, those without words among them.
    pub fields: Vec<FieldReasons>,
}

/// A reason while its part is read, in tokens.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    pub(crate) field: Field,
    pub(crate) at: Option<usize>,
    pub(crate) taken: bool,
    pub(crate) why: String,
    pub(crate) line: Option<Line>,
}

/// What the readings of a part note down. Empty, and of no cost, unless somebody asks for reasons.
#[derive(Debug, Default)]
pub struct Notes {
    kept: Option<RefCell<Vec<Note>>>,
    about: Cell<Option<Field>>,
}

impl Notes {
    /// Notes that are kept.
    pub(crate) fn kept() -> Notes {
        Notes { kept: Some(RefCell::new(Vec::new())), about: Cell::new(None) }
    }

    /// True when somebody asks for reasons.
    pub(crate) fn are_kept(&self) -> bool {
        self.kept.is_some()
    }

    /// Says for which field words are looked for from here on; `None` when for no field of a claim.
    pub(crate) fn about(&self, field: Option<Field>) {
        self.about.set(field);
    }

    /// Notes that a word fills the field that is looked for.
    pub(crate) fn taken(&self, at: usize, why: impl FnOnce() -> String) {
        self.add(self.about.get(), true, at, why, None);
    }

    /// Notes that a word was looked at and does not fill the field that is looked for.
    pub(crate) fn passed(&self, at: usize, why: impl FnOnce() -> String) {
        self.add(self.about.get(), false, at, why, None);
    }

    /// Notes that an entry does not make the claim.
    pub(crate) fn passed_entry(&self, at: usize, line: Line, why: impl FnOnce() -> String) {
        self.add(Some(Field::Type), false, at, why, Some(line));
    }

    fn add(&self, field: Option<Field>, taken: bool, at: usize, why: impl FnOnce() -> String, line: Option<Line>) {
        if let (Some(kept), Some(field)) = (&self.kept, field) {
            let note = Note { field, at: Some(at), taken, why: why(), line };
            let mut kept = kept.borrow_mut();
            if !kept.contains(&note) {
                kept.push(note);
            }
        }
    }

    /// How many notes there are, to be given to [`Notes::since`].
    pub(crate) fn mark(&self) -> usize {
        self.kept.as_ref().map_or(0, |kept| kept.borrow().len())
    }

    /// Takes the notes made since a mark out; no field is looked for from here on.
    pub(crate) fn since(&self, mark: usize) -> Vec<Note> {
        self.about(None);
        self.kept.as_ref().map_or_else(Vec::new, |kept| {
            let mut kept = kept.borrow_mut();
            let mark = mark.min(kept.len());
            kept.split_off(mark)
        })
    }
}

impl Draft {
    /// Notes why a role has just those words it has.
    pub(crate) fn because(&mut self, notes: &Notes, field: Field, why: &str) {
        if !notes.are_kept() {
            return;
        }
        let heads = match field {
            Field::Actor => &self.actor,
            Field::Target => &self.target,
            Field::Place => &self.place,
            _ => return,
        };
        let note = |&at: &usize| Note { field, at: Some(at), taken: true, why: why.to_string(), line: None };
        let notes: Vec<Note> = heads.iter().map(note).collect();
        self.notes.extend(notes);
    }
}

/// A slot of a trigger in words.
pub(crate) fn in_slot(slot: &Slot, trigger: &str) -> String {
    match slot {
        Slot::Subject => format!("who does it: subject slot of “{trigger}”"),
        Slot::Object => format!("to whom it is done: object slot of “{trigger}”"),
        Slot::Dative => format!("indirect object of “{trigger}”"),
        Slot::Clause => format!("subject of the clause below “{trigger}”"),
        Slot::Goal => format!("object of the clause below “{trigger}”"),
        Slot::Described => format!("the noun that “{trigger}” describes"),
        Slot::Itself => format!("“{trigger}” itself"),
        Slot::Where => format!("where it is: after a preposition of place at “{trigger}”"),
        Slot::Preposition(word) => format!("after “{word}” at “{trigger}”"),
    }
}

/// Which of a frame's needs is not met, in words.
pub(crate) fn unmet(need: &Need) -> String {
    let slot = match &need.slot {
        Slot::Subject => "subject",
        Slot::Object => "object",
        Slot::Dative => "dative",
        Slot::Clause => "clause",
        Slot::Goal => "goal",
        Slot::Described => "described",
        Slot::Itself => "itself",
        Slot::Where => "where",
        Slot::Preposition(word) => word,
    };
    match (need.not, need.classes.is_empty()) {
        (false, true) => format!("needs words in the slot {slot}"),
        (false, false) => format!("needs {} in the slot {slot}", class_words(&need.classes)),
        (true, true) => format!("needs the slot {slot} to be empty"),
        (true, false) => format!("needs no {} in the slot {slot}", class_words(&need.classes)),
    }
}

/// The further words that a frame asks for.
pub(crate) fn further(frame: &Frame) -> String {
    format!("needs the words “{}” as well", frame.words.join(" "))
}

/// Classes of nouns by their words in the tables.
pub(crate) fn class_words(classes: &[NounClass]) -> String {
    let word = |class: &NounClass| NounClass::ALL.iter().find(|(_, all)| all == class).map_or("", |(word, _)| word);
    classes.iter().map(word).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_kept_only_when_asked_for_and_only_about_a_field() {
        let none = Notes::default();
        none.about(Some(Field::Actor));
        none.taken(1, || unreachable!("nobody asks"));
        assert!(none.since(0).is_empty());
        let kept = Notes::kept();
        kept.taken(1, || unreachable!("about no field"));
        kept.about(Some(Field::Actor));
        kept.taken(1, || "a".to_string());
        let mark = kept.mark();
        kept.passed(2, || "b".to_string());
        kept.passed(2, || "b".to_string());
        let later = kept.since(mark);
        assert_eq!(later.len(), 1, "the same note is kept once");
        assert!(!later[0].taken);
        assert_eq!(kept.since(0).len(), 1);
    }
}
