//! What is the dictionary form of a word?
//!
//! `troops` as a noun is `troop`: the suffix rules of its part of speech propose forms, those in the word list come
//! first, and the list of irregular forms (`fled`, `flee`) before them. Proper names keep their spelling.

use crate::Pos;
use crate::characters::{Characters, LETTER};
use crate::hash;
use crate::morph::Features;
use crate::pack::{Pack, PackError, Slice, Strings, Table};

/// Parts of speech that have rules, by their names in the pack.
pub(crate) const WITH_RULES: &[(Pos, &str)] =
    &[(Pos::Adj, "adj"), (Pos::Adv, "adv"), (Pos::Noun, "noun"), (Pos::Punct, "punct"), (Pos::Verb, "verb")];

#[derive(Clone)]
struct Rules {
    /// Old and new ending.
    endings: Vec<(String, String)>,
    /// Hashes of the known forms.
    index: Table,
    /// Hash of a form to its place in the words.
    exceptions: Table,
}

/// The rules and word lists.
#[derive(Clone)]
pub(crate) struct Lemmas {
    by_pos: Vec<(Pos, Rules)>,
    /// Lists of irregular forms: a count, then so many strings.
    words: Slice<u32>,
}

impl Lemmas {
    pub(crate) fn open(pack: &Pack, strings: &Strings) -> Result<Lemmas, PackError> {
        let mut by_pos = Vec::new();
        for (pos, name) in WITH_RULES {
            let words = pack.section::<u32>(&format!("lemma.{name}.endings"))?;
            let (pairs, _) = words.as_chunks::<2>();
            let endings =
                pairs.iter().map(|&[old, new]| (strings.get(old).to_owned(), strings.get(new).to_owned())).collect();
            let index = Table::open(pack, &format!("lemma.{name}.index"))?;
            let exceptions = Table::open(pack, &format!("lemma.{name}.exceptions"))?;
            by_pos.push((*pos, Rules { endings, index, exceptions }));
        }
        Ok(Lemmas { by_pos, words: pack.section("lemma.words")? })
    }

    fn exceptions<'a>(&'a self, rules: &Rules, lower: &str) -> &'a [u32] {
        let words = &*self.words;
        let at = rules.exceptions.get(hash::of_bytes(lower.as_bytes())).map(|at| at as usize);
        let list = at.and_then(|at| words.get(at + 1..at + 1 + *words.get(at)? as usize));
        list.unwrap_or_default()
    }

    /// True for a form in small letters that the word lists have, or of a word that they have: `troops`.
    pub(crate) fn list(&self, lower: &str) -> bool {
        self.by_pos.iter().any(|(_, rules)| {
            let has = |form: &str| rules.index.get(hash::of_bytes(form.as_bytes())).is_some();
            let formed = |(old, new): &(String, String)| {
                lower.strip_suffix(old.as_str()).is_some_and(|stem| has(&format!("{stem}{new}")))
            };
            has(lower) || !self.exceptions(rules, lower).is_empty() || rules.endings.iter().any(formed)
        })
    }

    /// The dictionary form of a word for which no attribute rule set one.
    pub(crate) fn lemma(
        &self,
        text: &str,
        lower: &str,
        pos: Pos,
        morph: &str,
        strings: &Strings,
        characters: &Characters,
    ) -> Box<str> {
        if matches!(pos, Pos::None | Pos::Space) || is_base_form(pos, Features(morph)) {
            return lower.into();
        }
        let Some((_, rules)) = self.by_pos.iter().find(|(known, _)| *known == pos) else {
            return if pos == Pos::Propn { text.into() } else { lower.into() };
        };
        let (mut forms, mut reserve): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for (old, new) in &rules.endings {
            let Some(stem) = lower.strip_suffix(old.as_str()) else { continue };
            let form = format!("{stem}{new}");
            if form.is_empty() {
                continue;
            }
            if rules.index.get(hash::of_bytes(form.as_bytes())).is_some() {
                forms.insert(0, form);
            } else if !form.chars().all(|character| characters.is(character, LETTER)) {
                forms.push(form);
            } else {
                reserve.push(form);
            }
        }
        let mut first = forms.first().map(String::as_str);
        // Irregular forms go to the front one after another, so the last one not yet proposed stands first.
        let mut fronted: Vec<&str> = Vec::new();
        for &form in self.exceptions(rules, lower) {
            let form = strings.get(form);
            if !forms.iter().any(|known| known == form) && !fronted.contains(&form) {
                fronted.push(form);
                first = Some(form);
            }
        }
        first.or(reserve.first().map(String::as_str)).unwrap_or(text).into()
    }
}

/// True for a word that is its own dictionary form.
fn is_base_form(pos: Pos, morph: Features<'_>) -> bool {
    let is = |name: &str, value: &str| morph.get(name) == Some(value);
    let form = match pos {
        Pos::Noun => is("Number", "Sing"),
        Pos::Verb => is("VerbForm", "Fin") && is("Tense", "Pres") && morph.get("Number").is_none(),
        _ => false,
    };
    form || is("VerbForm", "Inf") || is("Degree", "Pos")
}
