//! Whom is a text about?
//!
//! "The *Tavan Front* (TF) is an armed group. … The council banned the group. *It* merged with …": a text that begins by saying what somebody
//! is goes on about him, whoever else acts between.

use super::Pass;
use crate::cast::Cast;
use model::{EntityId, EntityKind, Mention};

/// Sentences from the first within which a text says what it is about: a title may stand before.
const OPENING: u32 = 2;

impl Pass<'_, '_> {
    /// Keeps whom an article says at its beginning to be something.
    pub(super) fn keep_topic(&mut self, mention: &Mention, entities: &[EntityId], cast: &Cast) {
        let article = self.article(mention);
        let first = self.reading.sentences.partition_point(|sentence| sentence.article < article) as u32;
        let [entity] = entities else { return };
        let who = cast.get(entity).is_some_and(|one| matches!(one.kind, EntityKind::Organisation | EntityKind::Person));
        let opens = mention.sentence < first + OPENING && self.opens_sentence(mention);
        let rest = self.document.text.get(mention.span.end as usize..).unwrap_or("");
        if who && opens && says_what(rest) {
            self.topics.entry(article).or_insert_with(|| entity.clone());
        }
    }
}

/// True for words that begin by saying what somebody is: " (TF) is an armed group".
fn says_what(rest: &str) -> bool {
    let behind = rest.trim_start().strip_prefix('(').and_then(|inside| inside.split_once(')'));
    let rest = behind.map_or(rest, |(_, behind)| behind).trim_start();
    let said = rest.strip_prefix("is ").or_else(|| rest.strip_prefix("was "));
    said.is_some_and(|said| ["a ", "an ", "the "].iter().any(|article| said.starts_with(article)))
}

#[cfg(test)]
mod tests {
    use super::says_what;

    #[test]
    fn a_definition_says_what_somebody_is() {
        for rest in [" is a group", " (TF) is an armed group", " (Tavan: Front) was the largest group"] {
            assert!(says_what(rest), "{rest}");
        }
        for rest in ["", " (", " is active", " was founded", "'s leader is a clerk", " (TF", ", who is a clerk, left"] {
            assert!(!says_what(rest), "{rest}");
        }
    }
}
