//! Which several are meant by one word?
//!
//! "Morvania attacked Kestria. *The two countries* agreed on a truce": as many as the word counts, and where it says that they are
//! opposed, those who were told to fight.

use super::Pass;
use super::candidate::{Ask, Candidate, REACH, Trace, candidates};
use crate::cast::Cast;
use crate::entity::description;
use crate::wording::{last_word, singulars, word_before};
use lexicon::{Antecedent, NumberWord};
use model::{ClaimType, EntityId, EntityKind, Mention};
use std::collections::BTreeSet;

/// Which of two that were named before: "the *former*", "the *latter*".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ordered {
    Former,
    Latter,
}

impl Ordered {
    /// By the word, in small letters.
    pub(super) fn of(word: &str) -> Option<Ordered> {
        match word {
            "former" => Some(Ordered::Former),
            "latter" => Some(Ordered::Latter),
            _ => None,
        }
    }
}

impl Pass<'_, '_> {
    /// "Arvia asked Belmark for help. *The latter* refused": the last of those who were named before, of the sentence before where this one
    /// has not named two. "The former" is the one before the last; of three or more it is nobody.
    pub(super) fn of_two(&self, mention: &Mention, one: Ordered, cast: &mut Cast) -> Vec<EntityId> {
        let article = self.article(mention);
        let mut all: Vec<(u32, &EntityId)> = Vec::new();
        let near = |trace: &&Trace| {
            trace.article == article && mention.sentence.checked_sub(trace.sentence).is_some_and(|back| back <= 1)
        };
        // The traces stand in the order of the text: only the last of them are near.
        let last: Vec<&Trace> = self.traces.iter().rev().take_while(near).collect();
        for trace in last.into_iter().rev() {
            let somebody = matches!(
                trace.kind,
                EntityKind::Person | EntityKind::Organisation | EntityKind::Group | EntityKind::State
            );
            if let [entity] = trace.entities.as_slice()
                && somebody
                && !trace.passing
                && !trace.scene
                // Whoever is named again stands where he was named first.
                && !all.contains(&(trace.sentence, entity))
            {
                all.push((trace.sentence, entity));
            }
        }
        let here: Vec<&EntityId> =
            all.iter().filter(|(sentence, _)| *sentence == mention.sentence).map(|(_, one)| *one).collect();
        let before: Vec<&EntityId> =
            all.iter().filter(|(sentence, _)| *sentence != mention.sentence).map(|(_, one)| *one).collect();
        let two = if before.len() > 1 && !is_of_others(&here, &before) { before } else { here };
        let [former, latter] = two.as_slice() else { return Vec::new() };
        let (entity, word) = if one == Ordered::Former { (*former, "former") } else { (*latter, "latter") };
        cast.because(entity, &format!("is the {word} of those just named"), None);
        vec![entity.clone()]
    }

    /// "The Front merged with the Guard. *The combined force* took Tavan": all who were named together last, whatever their number.
    pub(super) fn merged(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<Vec<EntityId>> {
        let anaphor = self.roster.lexicon.anaphors.get(&words.to_lowercase())?;
        if !anaphor.plural || !words.contains(' ') {
            return None;
        }
        let near = |trace: &&Trace| {
            trace.article == self.article(mention)
                && mention.sentence.checked_sub(trace.sentence).is_some_and(|back| back <= REACH)
                && trace.is_row()
                && matches!(trace.kind, EntityKind::Organisation | EntityKind::Group | EntityKind::State)
        };
        let entities = self.traces.iter().rev().find(near)?.entities.clone();
        for entity in &entities {
            cast.because(entity, &format!("the {words} is of those named together before"), None);
        }
        Some(entities)
    }

    /// How many "both sides", "the two countries", "all three parties" are. `None` for "reinforced by two divisions", which takes
    /// nobody up.
    pub(super) fn size(&self, mention: &Mention, before: &str) -> Option<usize> {
        if before == "both" {
            return Some(2);
        }
        let number = match self.roster.lexicon.numbers.word(before) {
            Some(NumberWord::Value(number)) => number,
            _ => before.parse().ok()?,
        };
        let text = &self.document.text[..mention.span.start as usize];
        let lead = word_before(text, text.trim_end().len() - before.len())?;
        let told = matches!(lead.as_str(), "the" | "these" | "those" | "all");
        (told && (2.0..=9.0).contains(&number)).then_some(number as usize)
    }

    /// "both sides", "the three countries": those of that number who were named together last; also the two who stood against or
    /// beside each other.
    pub(super) fn together(&self, mention: &Mention, words: &str, size: usize, cast: &mut Cast) -> Vec<EntityId> {
        let noun = last_word(words).to_lowercase();
        let anaphors = &self.roster.lexicon.anaphors;
        // "each *side*" is one of the sides.
        let several = (!mention.plural).then(|| description::with_s(&noun));
        let words_for = several.into_iter().chain([noun.clone()]).chain(singulars(&noun));
        let anaphor = { words_for }.find_map(|noun| anaphors.get(&noun));
        let Some(anaphor) = anaphor.filter(|_| !words.contains(' ')) else { return Vec::new() };
        let plural = lexicon::Anaphor { plural: true, counted: false, own: false, ..anaphor.clone() };
        let ask = Ask {
            anaphor: &plural,
            noun: &noun,
            sentence: mention.sentence,
            article: self.article(mention),
            nominal: true,
            bound: self.bound(mention),
            place: false,
            suffers: false,
            assessed: false,
            fights: false,
            asks: false,
            counted: true,
            tellers: Vec::new(),
            sex: None,
            topic: None,
        };
        let rows = candidates(&self.traces, &ask, &self.sexes);
        // "their troops and the troops allied to them" are one side, whatever two words there are for it.
        let apart = |row: &Candidate| {
            let names = row.entities.iter().filter_map(|id| cast.get(id));
            let nouns: BTreeSet<String> = names.map(|one| last_word(&one.name).to_lowercase()).collect();
            size != 2 || nouns.len() > 1
        };
        let row = rows.into_iter().find(|row| row.excluded.is_none() && row.entities.len() == size && apart(row));
        let pair = row.map(|row| (row.sentence, row.entities.to_vec()));
        let opposed = if size == 2 { self.opposed(mention, &plural, cast) } else { None };
        let nearest = match (pair, opposed) {
            (Some(pair), Some(opposed)) if pair.0 >= opposed.0 => Some(pair),
            (pair, opposed) => opposed.or(pair),
        };
        // "the ministers" are two who were just named, "the two ministers" the only two.
        let told =
            mention.plural && word_before(&self.document.text, mention.span.start as usize).as_deref() == Some("the");
        let only = || if told { None } else { self.only_row(self.article(mention), size, anaphor) };
        let found = nearest.map(|(_, entities)| entities).or_else(only).unwrap_or_default();
        for entity in &found {
            cast.because(entity, &format!("{words} are the {size} that were named together before"), None);
        }
        found
    }

    /// The only persons of that number that an article has named together, however long ago: "Brek and Hald … *the two men*".
    fn only_row(&self, article: u32, size: usize, anaphor: &lexicon::Anaphor) -> Option<Vec<EntityId>> {
        let row = |trace: &&Trace| {
            trace.article == article && trace.kind == EntityKind::Person && trace.entities.len() == size && size > 1
        };
        let people = anaphor.stands_for.contains(&Antecedent::Person);
        let mut rows = self.traces.iter().filter(row).filter(|_| people).map(|trace| &trace.entities);
        let first = rows.next()?;
        rows.all(|other| other == first).then(|| first.clone())
    }

    /// The two parties of the last claim before a mention that has just two.
    pub(super) fn opposed(
        &self,
        mention: &Mention,
        anaphor: &lexicon::Anaphor,
        cast: &Cast,
    ) -> Option<(u32, Vec<EntityId>)> {
        let fits = |kind: EntityKind| {
            anaphor.stands_for.iter().any(|wanted| match wanted {
                Antecedent::Organisation | Antecedent::Movement => {
                    matches!(kind, EntityKind::Organisation | EntityKind::Group)
                }
                Antecedent::State => kind == EntityKind::State,
                Antecedent::Person => kind == EntityKind::Person,
                Antecedent::People => kind == EntityKind::Group,
                _ => false,
            })
        };
        let (article, bound) = (self.article(mention), self.bound(mention));
        let mut best: Option<(u32, Vec<EntityId>)> = None;
        for claim in &self.reading.claims {
            let near = claim.article == article
                && are_sides(claim.claim_type)
                && claim.sentence < mention.sentence
                && mention.sentence - claim.sentence <= REACH;
            if !near || best.as_ref().is_some_and(|(sentence, _)| *sentence > claim.sentence) {
                continue;
            }
            let heads = claim.actor.iter().chain(&claim.target).map(|argument| argument.head);
            let told: Vec<EntityId> =
                heads.filter_map(|head| self.discourse.by_head.get(&head)).flat_map(|&at| self.told(at)).collect();
            let two: BTreeSet<&EntityId> = told.iter().collect();
            let all_fit = told.iter().all(|id| cast.get(id).is_some_and(|entity| fits(entity.kind)));
            let apart = two.iter().all(|id| !bound.contains(id));
            // Whoever calls on "the sides" is none of them.
            let person = |id: &&EntityId| cast.get(id).is_some_and(|entity| entity.kind == EntityKind::Person);
            let alike = two.iter().all(person) || !two.iter().any(person);
            if two.len() == 2 && told.len() == 2 && all_fit && apart && alike {
                best = Some((claim.sentence, told));
            }
        }
        best
    }

    /// "The rebels and *their* families", "government forces and *their* allies": who stands right before the "and" is meant.
    pub(super) fn partner(&self, mention: &Mention, words: &str, found: &[Candidate]) -> Option<usize> {
        let text = self.document.text.get(..mention.span.start as usize)?;
        let end = text.strip_suffix(" and ").filter(|_| self.owns(words))?.len() as u32;
        let at = self.reading.mentions.partition_point(|other| other.span.start < mention.span.start);
        let before = (0..at).rev().take(3).find(|&at| self.reading.mentions[at].span.end == end)?;
        let told = self.discourse.all(before);
        found.iter().position(|candidate| candidate.excluded.is_none() && candidate.entities == told)
    }
}

/// True for a sentence that has named two others itself than the one before.
fn is_of_others(here: &[&EntityId], before: &[&EntityId]) -> bool {
    here.iter().filter(|one| !before.contains(one)).count() > 1
}

/// False for claims whose two parties are no sides to each other: who helps and whom, an office and its body.
fn are_sides(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    !matches!(claim_type, Backs | Leads | MemberOf | PartOf | Pay | Recruit | Supply | Support)
}
