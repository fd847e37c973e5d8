//! Whom, what and which places of the record can the words of a question mean?
//!
//! "Saakashvili" → the person `Mikheil Saakashvili`; "Norland" → the state, the places in it, and what is of it: "Norlandic troops";
//! "Velm" → the town. Each meaning keeps how it was found, for one that is only of it answers less well.

use crate::question::Part;
use case::query::Named;
use case::{Case, CaseError};
use lexicon::{Known, Lexicon, NounClass, fold};
use std::collections::BTreeMap;

/// How some words come to mean somebody, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// It is called so.
    Name,
    /// It lies there.
    Inside,
    /// Another word for the same forces: `soldiers` for `troops` of one army.
    Alike,
    /// The words are a part of its name.
    PartOfName,
    /// It is of that state.
    Of,
}

impl How {
    /// What a claim with such a meaning is worth beside one that has the very thing.
    pub fn weight(self) -> f64 {
        match self {
            How::Name => 1.0,
            How::Inside => 0.9,
            How::Alike | How::PartOfName => 0.8,
            How::Of => 0.6,
        }
    }

    /// In a word, for answers.
    pub fn as_str(self) -> &'static str {
        match self {
            How::Name => "name",
            How::Inside => "inside",
            How::Alike => "the same forces",
            How::PartOfName => "part of the name",
            How::Of => "of it",
        }
    }
}

/// What a part of a question can mean.
#[derive(Clone, Debug)]
pub(crate) struct Meaning {
    /// The part.
    pub part: Part,
    /// Ids of entities and places, with how.
    pub ids: BTreeMap<String, How>,
    /// The same with names, the best first, then by name.
    pub named: Vec<(Named, How)>,
    /// Outlets that are called so.
    pub outlets: Vec<String>,
    /// The words, folded, each in the form that singular and plural share.
    pub words: Vec<String>,
}

impl Meaning {
    /// True when nobody and nothing of the record is called so.
    pub fn is_unknown(&self) -> bool {
        self.ids.is_empty() && self.outlets.is_empty()
    }
}

/// The names of a record.
pub(crate) struct Names {
    entities: Vec<Name>,
    places: Vec<(Name, Vec<String>)>,
    outlets: Vec<String>,
}

struct Name {
    named: Named,
    known: Option<String>,
    plain: String,
    deep: String,
    words: Vec<String>,
}

impl Name {
    fn of(named: Named, known: Option<String>) -> Name {
        let (plain, deep) = (fold::plain(&named.name), fold::deep(&named.name));
        Name { words: forms(&plain), named, known, plain, deep }
    }
}

impl Names {
    /// All names of a case.
    pub fn of(case: &Case) -> Result<Names, CaseError> {
        let entities = case.entity_names()?.into_iter().map(|(named, known)| Name::of(named, known)).collect();
        let places = case.place_names()?.into_iter().map(|(named, within)| (Name::of(named, None), within)).collect();
        Ok(Names { entities, places, outlets: case.outlets()? })
    }

    /// What a part of a question can mean.
    pub fn meaning(&self, part: &Part, case: &Case, lexicon: &Lexicon) -> Result<Meaning, CaseError> {
        let plain = fold::plain(&part.words);
        let words = forms(&plain);
        let known = lexicon.names.find(&part.words).filter(|_| part.is_name || plain.contains(' '));
        let key = known.map(Known::key);
        let deep = Some(fold::deep(&part.words)).filter(|deep| part.is_name && deep.len() > 3);
        let mut found: BTreeMap<String, (Named, How)> = BTreeMap::new();
        let mut add = |named: &Named, how: How| {
            let entry = found.entry(named.id.clone()).or_insert_with(|| (named.clone(), how));
            entry.1 = entry.1.min(how);
        };
        let called = case.called(&part.words)?;
        let is = |name: &Name| {
            name.plain == plain
                || deep.as_ref().is_some_and(|deep| *deep == name.deep)
                || name.words == words
                || key.is_some() && name.known == key
                || called.binary_search(&name.named.id).is_ok()
        };
        // "Saakashvili", "the Security Council", "Santa Rosa": a name is shortened at one of its ends.
        let in_name = |name: &Name| {
            let longer = name.words.len() > words.len() && !words.is_empty();
            longer
                && match part.is_name {
                    true => name.words.starts_with(&words) || name.words.ends_with(&words),
                    false => words.iter().all(|word| name.words.contains(word)),
                }
        };
        let state = known.and_then(|known| match known {
            Known::State(state) => Some(state.iso.clone()),
            Known::Actor(_) => None,
        });
        let of_state = |name: &Name| {
            let of = |word: &str| lexicon.names.demonym(word).iter().any(|one| Some(&one.iso) == state.as_ref());
            state.is_some() && name.named.name.split(' ').any(of)
        };
        let troops = |word: &String| {
            let is = |class| lexicon.nouns.is(word, class);
            is(NounClass::Forces) && !is(NounClass::Vehicle) && !is(NounClass::Office)
        };
        let forces = |words: &[String]| words.len() > 1 && words.last().is_some_and(troops);
        let alike = |name: &Name| {
            forces(&words) && forces(&name.words) && words[..words.len() - 1] == name.words[..name.words.len() - 1]
        };
        for name in &self.entities {
            if is(name) {
                add(&name.named, How::Name);
            } else if alike(name) {
                add(&name.named, How::Alike);
            } else if in_name(name) {
                add(&name.named, How::PartOfName);
            } else if of_state(name) {
                add(&name.named, How::Of);
            }
        }
        let places: Vec<&String> =
            self.places.iter().filter(|(name, _)| is(name)).map(|(name, _)| &name.named.id).collect();
        for (name, within) in &self.places {
            if is(name) {
                add(&name.named, How::Name);
            } else if within.iter().any(|id| places.contains(&id)) {
                add(&name.named, How::Inside);
            } else if part.is_name && in_name(name) {
                add(&name.named, How::PartOfName);
            }
        }
        let outlet = |outlet: &&String| {
            let name = fold::plain(outlet);
            name == plain || part.is_name && forms(&name).ends_with(&words)
        };
        let mut named: Vec<(Named, How)> = found.values().cloned().collect();
        named.sort_by(|(a, x), (b, y)| (x, &a.name, &a.id).cmp(&(y, &b.name, &b.id)));
        Ok(Meaning {
            part: part.clone(),
            ids: found.into_iter().map(|(id, (_, how))| (id, how)).collect(),
            named,
            outlets: self.outlets.iter().filter(outlet).cloned().collect(),
            words,
        })
    }
}

/// The words of a folded name, each without the ending of its plural.
pub(crate) fn forms(plain: &str) -> Vec<String> {
    let words = plain.split(' ').filter(|word| !matches!(*word, "the" | "of" | "a" | "an" | ""));
    words.map(|word| word.strip_suffix('s').filter(|one| one.len() > 2).unwrap_or(word).to_string()).collect()
}
