//! Whose surname stands only behind another's?
//!
//! "*Anton* and Mara Brek were killed": Anton is a Brek as well.

use super::Pass;
use crate::wording::clean;
use model::{EntityKind, Mention, MentionKind};

impl Pass<'_, '_> {
    /// The full name of somebody of whom only the given name stands before "and" and a full name.
    pub(super) fn shared_surname(&self, mention: &Mention, given: &str) -> Option<String> {
        let is_given = |word: &str| self.roster.lexicon.sexes.name(&word.to_lowercase()).is_some();
        if given.contains(' ') || mention.kind != MentionKind::Name || !is_given(given) {
            return None;
        }
        // "Hamid and Mara Brek met", where the document writes whose surname it is.
        let alone = self.roster.find(given, mention.kind, mention.hint);
        if alone.is_some_and(|found| found.name.contains(' ')) {
            return None;
        }
        let text = &self.document.text;
        let start = mention.span.end + " and ".len() as u32;
        text.get(mention.span.end as usize..start as usize).filter(|between| *between == " and ")?;
        let at = self.reading.mentions.partition_point(|other| other.span.start < start);
        let other = self.reading.mentions.get(at).filter(|other| other.span.start == start)?;
        let full = clean(other.span.get(text)?);
        let (first, surname) = full.split_once(' ')?;
        let plain = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(' ');
        let fits = other.kind == MentionKind::Name && (other.hint == Some(EntityKind::Person) || is_given(first));
        (fits && plain(first) && plain(surname)).then(|| format!("{given} {surname}"))
    }
}
