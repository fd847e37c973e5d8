//! Who can a third person in somebody's own words not be?
//!
//! `A gunman fled. Her husband said, "He shot at us."`: whoever is quoted says "I" of himself, so `He` is another.

use super::Pass;
use crate::wording::last_word;
use model::{Document, EntityId, Mention, MentionKind, Reading, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The heads of who speaks, by each head that stands in what he is quoted with.
pub(super) fn speakers(document: &Document, reading: &Reading) -> BTreeMap<Span, BTreeSet<Span>> {
    let mut speakers: BTreeMap<Span, BTreeSet<Span>> = BTreeMap::new();
    for claim in &reading.claims {
        let Some(link) = claim.attribution.last() else { continue };
        for argument in claim.actor.iter().chain(&claim.target) {
            if is_quoted(&document.text, argument.head.start as usize) {
                speakers.entry(argument.head).or_default().extend(link.sources.iter().map(|source| source.head));
            }
        }
    }
    // `"*She* said a bomb hit the house," Brek told us.`: nor is she Brek.
    for claim in &reading.claims {
        for (outer, inner) in claim.attribution.iter().zip(claim.attribution.iter().skip(1)) {
            let quoted = inner.sources.iter().filter(|source| is_quoted(&document.text, source.head.start as usize));
            for source in quoted {
                let heads = outer.sources.iter().map(|outer| outer.head).filter(|&head| head != source.head);
                speakers.entry(source.head).or_default().extend(heads);
            }
        }
    }
    speakers
}

/// True for a place of a text inside quotation marks that its paragraph has opened.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let before = before.rsplit('\n').next().unwrap_or("");
    let count = |mark: char| before.matches(mark).count();
    count('“') > count('”') || count('"') % 2 == 1
}

impl Pass<'_, '_> {
    /// Who is quoted with a pronoun of the third person.
    pub(super) fn speakers(&self, mention: &Mention) -> Vec<EntityId> {
        let heads = self.quoted.get(&mention.head).filter(|_| mention.kind == MentionKind::Pronoun);
        let mut speakers = Vec::new();
        for head in heads.into_iter().flatten() {
            match self.discourse.by_head.get(head).filter(|&&at| at < self.discourse.entities.len()) {
                Some(&at) => speakers.extend(self.discourse.all(at)),
                // "…," Brek said: his name comes later.
                None => {
                    let name = head.get(&self.document.text).unwrap_or("");
                    let his = self.traces.iter().filter(|trace| !trace.is_row() && last_word(&trace.name) == name);
                    speakers.extend(his.flat_map(|trace| trace.entities.iter().cloned()));
                }
            }
        }
        speakers
    }
}
