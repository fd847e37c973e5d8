//! Who is named together?
//!
//! "the Arvian army, the Tavan Brigade and local fighters attacked. They …": the three stand in one row, and a plural can
//! take up all of them.

use super::candidate::Trace;
use crate::cast::Cast;
use lexicon::Titles;
use model::{Entity, EntityId, EntityKind, Mention, MentionKind};
use std::collections::BTreeSet;

/// The row in which the last mention stands.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Positions among the traces.
    members: Vec<usize>,
    end: u32,
}

/// What a row is as a whole: of mixed kinds a group.
pub(super) fn kind(members: &[&Entity]) -> EntityKind {
    let mut kinds = members.iter().map(|member| member.kind);
    let first = kinds.next().unwrap_or(EntityKind::Thing);
    if kinds.all(|kind| kind == first) { first } else { EntityKind::Group }
}

impl Row {
    /// Takes a mention in, which left the last of the traces, or begins anew with it. Gives the whole row when the mention is joined to it
    /// by "and".
    pub fn with(&mut self, text: &str, mention: &Mention, traces: &[Trace], titles: &Titles) -> Option<Trace> {
        let (trace, before) = traces.split_last()?;
        if mention.span.end <= self.end {
            // Inside a longer one: "Arvian" in "Arvian army".
            return None;
        }
        let joint = text.get(self.end as usize..mention.span.start as usize);
        let joint = joint.map_or(Joint::None, |between| self::joint(between, titles));
        let alone = mention.kind == MentionKind::Modifier
            || mention.kind == MentionKind::Pronoun
            || trace.is_row()
            || !matches!(
                trace.kind,
                EntityKind::Person | EntityKind::Organisation | EntityKind::Group | EntityKind::State
            );
        let same_sentence = self.members.last().is_some_and(|&last| traces[last].sentence == trace.sentence);
        self.end = mention.span.end;
        if alone || joint == Joint::None || !same_sentence {
            self.members.clear();
        }
        if alone {
            return None;
        }
        // "his counterparts, Anton Brek and Ivo Hald": the names are the counterparts.
        if let Some(&last) = self.members.last()
            && traces[last].plural
            && trace.kind == EntityKind::Person
            && joint == Joint::Comma
        {
            self.members.pop();
        }
        self.members.push(before.len());
        if joint != Joint::And || self.members.len() < 2 {
            return None;
        }
        let members = || self.members.iter().map(|&member| &traces[member]);
        let mut entities: Vec<EntityId> = Vec::new();
        for entity in members().flat_map(|member| &member.entities) {
            if !entities.contains(entity) {
                entities.push(entity.clone());
            }
        }
        let first = members().next()?;
        // Lists in passing, such as of the members of a body, are not taken up as a whole, but by a word that counts them.
        let acts = members().any(|member| member.acts);
        let same = members().all(|member| member.kind == first.kind);
        let kind = if same { first.kind } else { EntityKind::Group };
        let names: Vec<&str> = members().map(|member| member.name.as_str()).collect();
        let all = |entities| whole(entities, kind, names.join(" and "), trace.sentence, trace.article);
        (entities.len() > 1).then(|| Trace { first: first.first, listed: !acts, ..all(entities) })
    }
}

/// The row of those who act together in a claim. `None` for fewer than two, and for things and places.
pub(super) fn together(members: &[EntityId], cast: &Cast, sentence: u32, article: u32) -> Option<Trace> {
    let distinct: BTreeSet<&EntityId> = members.iter().collect();
    let found: Vec<&Entity> = members.iter().filter_map(|id| cast.get(id)).collect();
    let acts = |one: &&Entity| !matches!(one.kind, EntityKind::Thing | EntityKind::Place);
    let all = found.len() == members.len() && distinct.len() == members.len() && found.iter().all(acts);
    let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
    (all && members.len() > 1).then(|| whole(members.to_vec(), kind(&found), names.join(" and "), sentence, article))
}

/// The trace of several as a whole.
fn whole(entities: Vec<EntityId>, kind: EntityKind, name: String, sentence: u32, article: u32) -> Trace {
    Trace {
        entities,
        kind,
        name,
        words: Vec::new(),
        armed: false,
        institution: false,
        plural: true,
        outlet: false,
        asks: false,
        called: None,
        titles: BTreeSet::new(),
        sort: None,
        landmark: false,
        scene: false,
        sentence,
        article,
        acts: true,
        agent: false,
        passing: false,
        speaks: false,
        suffers: false,
        fights: false,
        opens: false,
        first: false,
        listed: false,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Comma,
    And,
    None,
}

/// What stands between two mentions of a row: a comma or "and", with no more than an article, owner or title behind it.
fn joint(between: &str, titles: &Titles) -> Joint {
    let mut words = between.split_whitespace().collect::<Vec<&str>>();
    let comma = between.starts_with(',');
    if comma {
        words.remove(0);
    }
    let and = words.first() == Some(&"and");
    if and {
        words.remove(0);
    }
    let rest = match words.as_slice() {
        [] => true,
        ["the" | "a" | "an" | "its" | "his" | "her" | "their" | "our"] => true,
        _ => titles.class(&words.join(" ").to_lowercase()).is_some(),
    };
    match (comma, and, rest) {
        (_, true, true) => Joint::And,
        (true, false, true) => Joint::Comma,
        _ => Joint::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lexicon::Lexicon;

    #[test]
    fn a_row_is_joined_by_commas_and_and() {
        let lexicon = Lexicon::load().expect("the tables hold");
        for (between, expected) in [
            (" and Foreign Minister ", Joint::And),
            (" and ", Joint::And),
            (", and the ", Joint::And),
            (", ", Joint::Comma),
            (" and his ", Joint::And),
            (" in ", Joint::None),
            (" and then ", Joint::None),
            (" ", Joint::None),
            ("", Joint::None),
        ] {
            assert_eq!(joint(between, &lexicon.titles), expected, "{between:?}");
        }
    }
}
