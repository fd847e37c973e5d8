//! Which words make a claim, of what type, and which places around them in the sentence fill its roles?
//!
//! One line of `data/en/events.tsv` is one [`Frame`]: `besiege`, a verb, `besiege`, actor from the subject, place from the
//! object. `relations.tsv` and `assessments.tsv` have the same columns. A word can have several frames; each one whose
//! needs are met makes a claim.

use crate::lookup::Lookup;
use crate::{LexiconError, Line, NounClass, Table};
use model::{ClaimType, QuantityKind};
use std::collections::BTreeSet;

const COLUMNS: [&str; 11] =
    ["lemma", "class", "words", "type", "actor", "target", "place", "needs", "count", "mark", "example"];

const MARKS: [&str; 10] =
    ["aiming", "back", "counted", "dated", "granted", "idle", "kept", "named", "negative", "planned"];

/// What sort of word a trigger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordClass {
    /// A verb in any form.
    Verb,
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
}

/// A place around a trigger from which a role is filled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Who does it: the subject of an active verb, the agent of a passive one, the possessor, agent or nationality of a
    /// noun.
    Subject,
    /// To whom it is done: the object of an active verb, the subject of a passive one, what follows `of` after a noun.
    Object,
    /// The indirect object.
    Dative,
    /// The subject of the clause below the trigger: "urged *the rebels* to leave".
    Clause,
    /// The object of the clause below the trigger: "wants to expel *the army*".
    Goal,
    /// The noun whose description the trigger is: "*the fighters*, members of …".
    Described,
    /// The trigger's own noun: in "its allies" the allies.
    Itself,
    /// Where it is, whichever preposition tells it: "stayed *in*, *near*, *outside Velna*".
    Where,
    /// What follows this preposition.
    Preposition(String),
}

/// A condition on the words that fill a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The slot it looks at.
    pub slot: Slot,
    /// The filler must be of one of these classes; of any when there are none.
    pub classes: Vec<NounClass>,
    /// True when it must not be of one of them instead.
    pub not: bool,
}

/// Where the number of a claim is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// True: the number of the target. False: of the actor.
    pub target: bool,
    /// What it counts, where the trigger says so; `None` where the noun does.
    pub what: Option<QuantityKind>,
}

/// What one trigger stands for and where its roles stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Dictionary form of the trigger.
    pub lemma: String,
    /// What sort of word it is.
    pub class: WordClass,
    /// Dictionary forms of words that must hang below it: a particle, a preposition, a noun of a fixed phrase.
    pub words: Vec<String>,
    /// The type of claim it makes.
    pub claim_type: ClaimType,
    /// Slots of the actor, best first.
    pub actor: Vec<Slot>,
    /// Slots of the target, best first.
    pub target: Vec<Slot>,
    /// Slots of the place, best first; places told by the usual prepositions are found without them.
    pub place: Vec<Slot>,
    /// Conditions, all of which must hold.
    pub needs: Vec<Need>,
    /// Where its number is read.
    pub count: Option<Count>,
    /// True when the words say that the thing ends or did not come about: "lifted the siege".
    pub negative: bool,
    /// True when the words speak of what is to come: "plans to". A threat holds only where a verb says so: "*will* respond with force".
    pub planned: bool,
    /// True when it holds only with a number: "the killing of 12 farmers".
    pub counted: bool,
    /// True when it holds only with a verb that carries it and a time there: "the operation began on Monday".
    pub dated: bool,
    /// True when it tells that what was asked is granted: whoever does not, refuses it.
    pub granted: bool,
    /// True when it tells that what was agreed is kept: whoever does not, breaks it.
    pub kept: bool,
    /// True when it holds only before a name that it says the sort of: "Operation Iron Wind".
    pub named: bool,
    /// True when it holds only with a clause that tells the aim: "works to free them", not "works at the port".
    pub aiming: bool,
    /// True when what is taken is taken back from whoever had taken it: "recaptured the town".
    pub back: bool,
    /// True when the words together tell nothing of the kind that the trigger alone tells: "a heart attack".
    pub idle: bool,
    /// A sentence, with invented names, that the frame reads.
    pub example: String,
    /// Where it stands in the tables.
    pub line: Line,
}

/// The frames by trigger.
#[derive(Clone, Debug, Default)]
pub struct Triggers {
    frames: Lookup<Vec<Frame>>,
    lemmas: BTreeSet<String>,
}

impl Triggers {
    pub(crate) fn load() -> Result<Triggers, LexiconError> {
        let mut triggers = Triggers::default();
        for (file, text) in [
            ("en/assessments.tsv", include_str!("../../../data/en/assessments.tsv")),
            ("en/events.tsv", include_str!("../../../data/en/events.tsv")),
            ("en/relations.tsv", include_str!("../../../data/en/relations.tsv")),
        ] {
            triggers.add(file, text)?;
        }
        Ok(triggers)
    }

    fn add(&mut self, file: &'static str, text: &str) -> Result<(), LexiconError> {
        for row in Table::parse(file, text, &COLUMNS)?.rows() {
            let slots = |column: usize| -> Result<Vec<Slot>, LexiconError> {
                row.list(column).into_iter().map(|word| Slot::parse(word).map_err(|text| row.error(text))).collect()
            };
            let mut needs = Vec::new();
            for need in row.list(7) {
                let wrong = || row.error(format!("expected needs as slot:class,class or slot:*, found {need:?}"));
                let (slot, classes) = need.split_once(':').ok_or_else(wrong)?;
                let (not, classes) = classes.strip_prefix('!').map_or((false, classes), |classes| (true, classes));
                let words = classes.split(',').filter(|word| *word != "*");
                needs.push(Need {
                    slot: Slot::parse(slot).map_err(|text| row.error(text))?,
                    classes: words.map(|word| NounClass::parse(word).ok_or_else(wrong)).collect::<Result<_, _>>()?,
                    not,
                });
            }
            let mark = row.list(9);
            if let Some(word) = mark.iter().find(|word| !MARKS.contains(word)) {
                return Err(row.error(format!("expected the marks {}, found {word:?}", MARKS.join(", "))));
            }
            let frame = Frame {
                lemma: row.cell(0).to_string(),
                class: row.closed(1, "verb, noun or adjective", WordClass::parse)?,
                words: row.cell(2).split_whitespace().map(str::to_string).collect(),
                claim_type: row.closed(3, "a claim type", ClaimType::parse)?,
                actor: slots(4)?,
                target: slots(5)?,
                place: slots(6)?,
                needs,
                count: if row.cell(8).is_empty() {
                    None
                } else {
                    Some(row.closed(8, "actor or target, with or without a kind of quantity", Count::parse)?)
                },
                negative: mark.contains(&"negative"),
                planned: mark.contains(&"planned"),
                counted: mark.contains(&"counted"),
                dated: mark.contains(&"dated"),
                granted: mark.contains(&"granted"),
                kept: mark.contains(&"kept"),
                named: mark.contains(&"named"),
                aiming: mark.contains(&"aiming"),
                back: mark.contains(&"back"),
                idle: mark.contains(&"idle"),
                example: row.cell(10).to_string(),
                line: Line { file, line: row.line() },
            };
            if frame.example.is_empty() {
                return Err(row.error("expected an example sentence, found none".to_string()));
            }
            self.lemmas.insert(frame.lemma.clone());
            self.frames.or_default(frame.lemma.clone()).push(frame);
        }
        Ok(())
    }

    /// The frames of a word, by its dictionary form.
    pub fn frames(&self, lemma: &str) -> &[Frame] {
        self.frames.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The frames of a word as a noun.
    pub fn nouns<'s>(&'s self, lemma: &str) -> impl Iterator<Item = &'s Frame> + use<'s> {
        self.frames(lemma).iter().filter(|frame| frame.class == WordClass::Noun)
    }

    /// Every frame, by trigger.
    pub fn all(&self) -> impl Iterator<Item = &Frame> {
        self.lemmas.iter().flat_map(|lemma| self.frames(lemma))
    }
}

impl WordClass {
    fn parse(word: &str) -> Option<WordClass> {
        match word {
            "verb" => Some(WordClass::Verb),
            "noun" => Some(WordClass::Noun),
            "adjective" => Some(WordClass::Adjective),
            _ => None,
        }
    }
}

impl Slot {
    fn parse(word: &str) -> Result<Slot, String> {
        match word {
            "subject" => Ok(Slot::Subject),
            "object" => Ok(Slot::Object),
            "dative" => Ok(Slot::Dative),
            "clause" => Ok(Slot::Clause),
            "goal" => Ok(Slot::Goal),
            "described" => Ok(Slot::Described),
            "itself" => Ok(Slot::Itself),
            "where" => Ok(Slot::Where),
            _ if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                Ok(Slot::Preposition(word.to_string()))
            }
            _ => Err(format!("expected a slot or a preposition, found {word:?}")),
        }
    }
}

impl Count {
    fn parse(word: &str) -> Option<Count> {
        let (role, what) = match word.split_once(':') {
            Some((role, what)) => (role, Some(QuantityKind::parse(what)?)),
            None => (word, None),
        };
        match role {
            "target" => Some(Count { target: true, what }),
            "actor" => Some(Count { target: false, what }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_read_and_what_it_does_not_know_is_refused() {
        let head = COLUMNS.join("\t");
        let mut triggers = Triggers::default();
        let line = "take\tverb\tcontrol\tcapture\tsubject\tfrom\tof\tof:place,site\ttarget:killed\tnegative\tThey did.";
        triggers.add("t.tsv", &format!("{head}\n{line}\n")).unwrap();
        let frame = &triggers.frames("take")[0];
        assert_eq!(frame.words, ["control"]);
        assert_eq!(frame.place, [Slot::Preposition("of".to_string())]);
        assert_eq!(frame.needs[0].classes, [NounClass::Place, NounClass::Site]);
        assert_eq!(frame.count, Some(Count { target: true, what: Some(QuantityKind::Killed) }));
        assert!(frame.negative && !frame.planned);
        let wrong = line.replace("capture", "captured");
        let error = Triggers::default().add("t.tsv", &format!("{head}\n{wrong}\n")).unwrap_err();
        assert_eq!(error.to_string(), "t.tsv:2: expected a claim type, found \"captured\"");
    }
}
