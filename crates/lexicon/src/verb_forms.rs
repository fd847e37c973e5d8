//! Which verb is a form of, where tagger and lemmatiser leave it as it stands, and what is its past?
//!
//! "retook" is a form of `retake`: `data/en/irregular_verbs.tsv` has `take took taken`, and a prefix changes nothing.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// Prefixes with which a verb keeps its forms.
const PREFIXES: [&str; 9] = ["fore", "inter", "mis", "out", "over", "re", "un", "under", "with"];

/// Past tenses and participles that are not made with -ed.
#[derive(Clone, Debug, Default)]
pub struct VerbForms {
    verbs: Lookup<String>,
    pasts: Lookup<String>,
}

impl VerbForms {
    pub(crate) fn load() -> Result<VerbForms, LexiconError> {
        let text = include_str!("../../../data/en/irregular_verbs.tsv");
        let mut forms = VerbForms::default();
        for row in Table::parse("en/irregular_verbs.tsv", text, &["verb", "past", "participle"])?.rows() {
            forms.pasts.insert(row.cell(0), row.cell(1).to_string());
            for form in [row.cell(1), row.cell(2)] {
                if form.is_empty() {
                    return Err(row.error("expected a form of the verb, found nothing".to_string()));
                }
                forms.verbs.or_insert(form.to_string(), row.cell(0).to_string());
            }
        }
        Ok(forms)
    }

    /// The verb that a past tense or participle in small letters belongs to: `"retook"` to `"retake"`. `None` for the forms of
    /// regular verbs.
    pub fn verb(&self, form: &str) -> Option<String> {
        if let Some(verb) = self.verbs.get(form) {
            return Some(verb.clone());
        }
        let verb = |prefix: &&str| Some(format!("{prefix}{}", self.verbs.get(form.strip_prefix(*prefix)?)?));
        PREFIXES.iter().find_map(verb)
    }

    /// The past tense of a verb in small letters: `"retook"` of `"retake"`, `"shelled"` of `"shell"`, `"banned"` of `"ban"`.
    pub fn past(&self, verb: &str) -> String {
        if let Some(past) = self.pasts.get(verb) {
            return past.clone();
        }
        let irregular = |prefix: &&str| Some(format!("{prefix}{}", self.pasts.get(verb.strip_prefix(*prefix)?)?));
        if let Some(past) = PREFIXES.iter().find_map(irregular) {
            return past;
        }
        let is_vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
        let end: Vec<char> = verb.chars().rev().take(3).collect();
        match end.as_slice() {
            ['e', ..] => format!("{verb}d"),
            ['y', before, ..] if !is_vowel(before) => format!("{}ied", &verb[..verb.len() - 1]),
            // A short verb doubles its last letter.
            [last, vowel, before] if verb.chars().filter(is_vowel).count() == 1 && is_vowel(vowel) => {
                let doubles = !is_vowel(last) && !is_vowel(before) && !matches!(last, 'w' | 'x' | 'y' | 'h');
                if doubles { format!("{verb}{last}ed") } else { format!("{verb}ed") }
            }
            _ => format!("{verb}ed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_changes_nothing() {
        let forms = VerbForms::load().expect("the table");
        for (form, verb) in [("took", "take"), ("retook", "retake"), ("overrun", "overrun"), ("withdrew", "withdraw")] {
            assert_eq!(forms.verb(form).as_deref(), Some(verb), "{form}");
        }
        for (verb, past) in [
            ("take", "took"),
            ("retake", "retook"),
            ("shell", "shelled"),
            ("ban", "banned"),
            ("seize", "seized"),
            ("deny", "denied"),
            ("bomb", "bombed"),
            ("destroy", "destroyed"),
            ("report", "reported"),
        ] {
            assert_eq!(forms.past(verb), past);
        }
        assert_eq!(forms.verb("attacked"), None);
        assert_eq!(forms.verb("red"), None);
    }
}
