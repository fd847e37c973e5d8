//! Whom do words of a headline mean that only the sentences below it name?
//!
//! "Arvia blames *the group*": the Tavan Front, which the next sentence names. "*Foreign Minister* visits Velna": Anton Brek, who is named with
//! this office below.

use super::candidate::{REACH, Trace};
use super::{Discourse, Pass};
use crate::cast::Cast;
use crate::entity::Roster;
use crate::wording::{clean, word_before};
use lexicon::{Antecedent, TitleClass};
use model::{Document, EntityId, EntityKind, MentionKind, Reading, Span};
use std::collections::{BTreeMap, BTreeSet};

impl Pass<'_, '_> {
    /// "Arvia blames *the group* for the raid. … The *Tavan Front* denied it": a headline takes up the armed group that only the sentences
    /// behind it name, where they name just one.
    pub(super) fn named_later(&mut self, cast: &mut Cast) {
        for index in 0..self.reading.mentions.len() {
            let mention = &self.reading.mentions[index];
            let text = &self.document.text;
            if mention.kind != MentionKind::Nominal || mention.plural {
                continue;
            }
            let words = clean(mention.span.get(text).unwrap_or(""));
            let unknown = self.discourse.entities[index].as_ref().and_then(|id| cast.get(id));
            let bare = unknown.is_some_and(|one| one.name == words)
                && word_before(text, mention.span.start as usize).as_deref() == Some("the")
                && self
                    .roster
                    .lexicon
                    .anaphors
                    .get(&words)
                    .is_some_and(|noun| noun.stands_for == [Antecedent::Movement]);
            if !bare {
                continue;
            }
            let article = self.article(mention);
            // Where groups were named before, it is one of those, if it is not told which.
            let named = |trace: &Trace| trace.article == article && trace.armed && trace.sentence < mention.sentence;
            if self.traces.iter().any(named) {
                continue;
            }
            let near = |trace: &&Trace| {
                // "The militia, an offshoot of the Tavan Front" is another.
                let behind =
                    trace.sentence.checked_sub(mention.sentence).is_some_and(|behind| (1..=REACH).contains(&behind));
                trace.article == article && behind && trace.armed && !trace.is_row()
            };
            // Of the nearest sentence that names any.
            let Some(sentence) = self.traces.iter().filter(near).map(|trace| trace.sentence).min() else { continue };
            let mut groups = self.traces.iter().filter(near).filter(|trace| trace.sentence == sentence);
            let Some(first) = groups.next() else { continue };
            if groups.any(|other| other.entities != first.entities) {
                continue;
            }
            let [entity] = first.entities.as_slice() else { continue };
            let entity = entity.clone();
            cast.because(
                &entity,
                &format!("the {words} is {}, the only armed group named soon after", first.name),
                None,
            );
            self.discourse.told[index] = cast.journal.take();
            self.discourse.entities[index] = Some(entity);
        }
    }

    /// "*Foreign Minister* visits Velna", and below: "Foreign Minister Anton Brek …": an office alone that opens a headline is whoever is soon
    /// named with it, where one is.
    pub(super) fn office_named_later(&mut self, cast: &mut Cast) {
        let titles = &self.roster.lexicon.titles;
        let first = |article: u32| self.reading.sentences.partition_point(|sentence| sentence.article < article) as u32;
        let persons = self.traces.iter().filter(|trace| trace.kind == EntityKind::Person && !trace.is_row());
        let mut bearers: BTreeMap<(u32, &String), BTreeSet<&EntityId>> = BTreeMap::new();
        for trace in persons {
            let opening = first(trace.article);
            if !(1..=REACH).contains(&trace.sentence.saturating_sub(opening)) {
                continue;
            }
            for person in &trace.entities {
                let borne = self.titles.get(person).into_iter().flatten();
                let office =
                    |title: &&String| matches!(titles.class(title), Some(TitleClass::Head | TitleClass::Office));
                borne.filter(office).for_each(|title| {
                    bearers.entry((opening, title)).or_default().insert(person);
                });
            }
        }
        for ((sentence, title), all) in bearers {
            if let [one] = all.into_iter().collect::<Vec<_>>()[..] {
                self.discourse.offices.insert((sentence, title.clone()), one.clone());
            }
        }
        for (index, mention) in self.reading.mentions.iter().enumerate() {
            let Some(bearer) = self.discourse.office(self.document, self.reading, self.roster, mention.span) else {
                continue;
            };
            cast.because(&bearer, "is the one who is soon named with this office", None);
            self.discourse.told[index] = cast.journal.take();
            self.discourse.entities[index] = Some(bearer);
        }
    }
}

impl Discourse {
    /// Who is named below with an office that opens a headline without a name.
    pub(in crate::entity) fn office(
        &self,
        document: &Document,
        reading: &Reading,
        roster: &Roster<'_>,
        span: Span,
    ) -> Option<EntityId> {
        if self.offices.is_empty() {
            return None;
        }
        let at = reading.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        reading.sentences.get(at).filter(|sentence| sentence.span.start == span.start)?;
        let words = clean(span.get(&document.text)?);
        if !words.starts_with(char::is_uppercase) {
            return None;
        }
        // "Minister for the Coast" is soon called by his office alone; "Foreign Minister *of Peru*" may be another one's.
        let behind = document.text.get(span.end as usize..)?;
        let titles = &roster.lexicon.titles;
        let end = words.find(" for ");
        let office = words[..end.unwrap_or(words.len())].to_lowercase();
        if behind.starts_with(" of ") || titles.class(&office).is_none() {
            return None;
        }
        self.offices.get(&(at as u32, titles.full(&office).to_string())).cloned()
    }
}
