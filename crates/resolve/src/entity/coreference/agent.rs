//! Who is told only as the agent of a passive?
//!
//! "Colin Holt was jailed by District Judge *Liam Brek*. He …": `He` is rather Holt, of whom the sentence tells.

use super::Pass;
use model::Mention;

impl Pass<'_, '_> {
    /// True for a person right behind "by", but for his titles.
    pub(super) fn is_agent(&self, mention: &Mention) -> bool {
        let words = self.words_before(mention);
        let before = words.into_iter().rev().find(|word| !word.starts_with(char::is_uppercase));
        before.is_some_and(|word| word == "by")
    }
}
