//! Which full names of a document does a shorter one belong to?
//!
//! `Brek` and `al-Brek` end `Anton Brek`, `Breka` stands in `Juan Breka Salan`; `Tavan` begins `Tavan Brigade`. Words are compared by their deep forms.

use lexicon::fold;
use std::collections::BTreeMap;

/// The full names of a document, the longest first, each once however it is spelled.
#[derive(Debug, Default)]
pub(super) struct FullNames {
    names: Vec<(String, Vec<String>)>,
    by_last: BTreeMap<String, Vec<usize>>,
    by_first: BTreeMap<String, Vec<usize>>,
    /// By the word before the last, where three or four make the name.
    by_middle: BTreeMap<String, Vec<usize>>,
}

impl FullNames {
    /// Orders the names: which of several a shorter one finds hangs on nothing but their words.
    pub fn new(names: Vec<String>) -> FullNames {
        let mut spellings: BTreeMap<Vec<String>, String> = BTreeMap::new();
        for name in names {
            let kept = spellings.entry(forms(&name)).or_insert_with(|| name.clone());
            if name < *kept {
                *kept = name;
            }
        }
        let mut all = FullNames {
            names: spellings.into_iter().map(|(forms, name)| (name, forms)).collect(),
            ..FullNames::default()
        };
        all.names.sort_by(|(x, a), (y, b)| (b.len(), x).cmp(&(a.len(), y)));
        for (at, (_, forms)) in all.names.iter().enumerate() {
            if let (Some(first), Some(last)) = (forms.first(), forms.last()) {
                all.by_first.entry(first.clone()).or_default().push(at);
                all.by_last.entry(last.clone()).or_default().push(at);
            }
            if let [_, .., middle, _] = forms.as_slice()
                && forms.len() <= 4
            {
                all.by_middle.entry(middle.clone()).or_default().push(at);
            }
        }
        all
    }

    /// The longer names that end with the words of this one.
    pub fn ending_with(&self, short: &str) -> Vec<&str> {
        self.ending(&forms(short))
    }

    fn ending(&self, short: &[String]) -> Vec<&str> {
        let near = short.last().and_then(|last| self.by_last.get(last));
        self.filter(near, |long| long.len() > short.len() && long.ends_with(short))
    }

    /// The longer names that begin with the words of this one.
    pub fn beginning_with(&self, short: &str) -> Vec<&str> {
        self.beginning(&forms(short))
    }

    fn beginning(&self, short: &[String]) -> Vec<&str> {
        let near = short.first().and_then(|first| self.by_first.get(first));
        self.filter(near, |long| long.len() > short.len() && long.starts_with(short))
    }

    /// The one fuller name that ends, or else begins, with these words.
    pub fn fuller(&self, name: &str) -> Option<&str> {
        let name = forms(name);
        let mut found = self.ending(&name);
        if let [lone] = &name[..]
            && found.is_empty()
        {
            found = self.beginning(&name);
            // "*Breka*" for "Juan Breka Salan": of two surnames often only the first is used.
            if found.is_empty() {
                found = self.filter(self.by_middle.get(lone), |_| true);
            }
        }
        // Several are one only when they are lengths of one name: "Ali Brek" and "Ali Hassan Brek".
        let (first, rest) = found.split_first()?;
        rest.iter().all(|other| are_one(other, first)).then_some(*first)
    }

    /// True for a name that is here, in whatever spelling.
    pub fn has(&self, name: &str) -> bool {
        let name = forms(name);
        let near = name.first().and_then(|first| self.by_first.get(first));
        !self.filter(near, |full| full == name.as_slice()).is_empty()
    }

    fn filter(&self, near: Option<&Vec<usize>>, fits: impl Fn(&[String]) -> bool) -> Vec<&str> {
        let all = near.into_iter().flatten().map(|&at| &self.names[at]);
        all.filter(|(_, forms)| fits(forms)).map(|(name, _)| name.as_str()).collect()
    }
}

/// True when one name only adds words to the other: "Ali Brek", "Ali Hassan Brek".
fn are_one(one: &str, other: &str) -> bool {
    let (one, other) = (forms(one), forms(other));
    one.first() == other.first() && one.last() == other.last() || one.ends_with(&other) || other.ends_with(&one)
}

fn forms(name: &str) -> Vec<String> {
    name.split(' ').map(fold::deep).collect()
}
