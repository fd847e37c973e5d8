//! Who is told only as the agent of a passive?
//!
//! "Colin Holt was jailed by District Judge *Liam Brek*. He …": `He` is rather Holt, of whom the sentence tells.

use super::Pass;
use model::Mention;

impl Pass<'_, '_> {
    /// True for somebody right behind "by", but for his titles, an article or an owner, and what else tells of him: "by a small *council*",
    /// "by his deputy, *Liam Brek*".
    pub(super) fn is_agent(&self, mention: &Mention) -> bool {
        let before = self.words_before(mention).rev();
        let mut before = before.skip_while(|word| word.starts_with(char::is_uppercase)).take(4);
        let lead = |word: &str| matches!(word, "a" | "an" | "the" | "his" | "her" | "its" | "their");
        match before.next() {
            Some("by") => true,
            Some(word) if lead(word) => before.next() == Some("by"),
            Some(_) => before.find(|word| lead(word)).is_some() && before.next() == Some("by"),
            None => false,
        }
    }
}
