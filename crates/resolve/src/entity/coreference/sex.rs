//! Who is told to be a woman, and who a man?
//!
//! "A man held a woman. *She* fled": the words tell it, so do a title ("Mrs Dovic"), a given name ("Teresa Dovic") and the pronoun
//! that took somebody up before. A pronoun may have been read wrong, so that it only makes the other sex less likely.

use super::Pass;
use crate::wording::{clean, last_word, singulars, word_before};
use lexicon::{Lexicon, Sex};
use model::{EntityId, EntityKind, Mention, MentionKind};
use std::collections::BTreeMap;

/// What is told of each person so far.
#[derive(Debug, Default)]
pub(super) struct Sexes {
    known: BTreeMap<EntityId, Told>,
}

/// What is told of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub sex: Sex,
    /// By words or by two pronouns, not only by one that took him up.
    pub sure: bool,
}

impl Sexes {
    pub fn get(&self, entity: &EntityId) -> Option<Told> {
        self.known.get(entity).copied()
    }

    fn add(&mut self, entity: &EntityId, told: Told) {
        match self.known.get_mut(entity) {
            Some(before) if told.sure && !before.sure => *before = told,
            // A second pronoun of the same sex.
            Some(before) => before.sure |= before.sex == told.sex,
            None => {
                self.known.insert(entity.clone(), told);
            }
        }
    }
}

/// What the noun of a description tells: `mother` in "the mother of the boy".
pub(super) fn of_words(words: &str, lexicon: &Lexicon) -> Option<Sex> {
    let core = words.split_once(" of ").map_or(words, |(core, _)| core);
    singulars(last_word(core)).iter().find_map(|noun| lexicon.sexes.word(noun))
}

impl Pass<'_, '_> {
    /// Notes what a mention tells of the person it stands for.
    pub(super) fn note_sex(&mut self, mention: &Mention, entity: &EntityId, kind: EntityKind, name: &str) {
        let text = &self.document.text;
        if kind != EntityKind::Person || mention.plural {
            return;
        }
        let words = clean(mention.span.get(text).unwrap_or(""));
        let lexicon = self.roster.lexicon;
        let told = match mention.kind {
            MentionKind::Pronoun => lexicon.sexes.word(&words.to_lowercase()).map(|sex| Told { sex, sure: false }),
            MentionKind::Nominal => of_words(&words, lexicon).map(|sex| Told { sex, sure: true }),
            MentionKind::Name | MentionKind::Modifier => {
                let title = word_before(text, mention.span.start as usize);
                let title = title.and_then(|title| lexicon.sexes.word(&title));
                let inside = || words.split(' ').next().and_then(|first| lexicon.sexes.word(&first.to_lowercase()));
                let given = || {
                    let (first, _) = name.split_once(' ')?;
                    lexicon.sexes.name(&first.to_lowercase())
                };
                title.or_else(inside).or_else(given).map(|sex| Told { sex, sure: true })
            }
        };
        if let Some(told) = told {
            self.sexes.add(entity, told);
        }
    }
}
