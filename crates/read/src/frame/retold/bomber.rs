//! Who did the bombing of which an article tells, though only one of its sentences says so?
//!
//! "Nine people were killed … A *suicide bomber* blew himself up at the gate … Twenty were wounded": a bomber who dies of his deed did the
//! one that the article is about, and nobody else did.

use super::Doers;
use crate::PartText;
use crate::claim::{Draft, Setting};
use crate::mention::Phrase;
use language::{Dep, Parse, Tag};
use lexicon::{Antecedent, Lexicon, WordClass};
use model::{Argument, ClaimType};
use std::collections::BTreeSet;

impl Doers {
    /// Nobody yet, but for the lone bombers of the articles.
    pub(crate) fn of_parts(parts: &[PartText], lexicon: &Lexicon) -> Doers {
        let mut doers = Doers::default();
        let mut several: BTreeSet<u32> = BTreeSet::new();
        for part in parts {
            for at in (0..part.parse.len()).filter(|&at| is_bomber(&part.parse, at, lexicon)) {
                if part.parse.tag(at) == Tag::Nns {
                    several.insert(part.article);
                } else {
                    let bomber = || Phrase::of(&part.parse, lexicon, at).argument(part);
                    doers.bomber.entry(part.article).or_insert_with(bomber);
                }
            }
        }
        doers.bomber.retain(|article, _| !several.contains(article));
        doers
    }

    /// The lone bomber of an article, for a deed or its dead of whom nobody is said to be the doer.
    pub(super) fn bomber(&self, setting: Setting, draft: &Draft) -> Option<&[Argument]> {
        let bomber = self.bomber.get(&setting.part.article)?;
        let harm = matches!(draft.claim_type, ClaimType::Attack | ClaimType::Casualties);
        // "a suicide attack *in May*" of another year is another's.
        let other = crate::time::is_another(&setting.part.parse, draft.trigger, setting.lexicon);
        (harm && !other && !super::dies_otherwise(setting, draft)).then_some(std::slice::from_ref(bomber))
    }
}

/// True for whoever is called by a deed that he does not survive: "a *suicide bomber*", as "a suicide attack" is called.
fn is_bomber(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    let attacker = |word: &str| {
        lexicon.anaphors.get(word).is_some_and(|anaphor| anaphor.stands_for.contains(&Antecedent::Attacker))
    };
    let deed = |sort: usize| {
        lexicon.triggers.all().any(|frame| {
            frame.class == WordClass::Noun
                && frame.claim_type == ClaimType::Attack
                && frame.words.iter().any(|word| word == parse.norm(sort))
        })
    };
    attacker(&parse.entry(at)) && parse.children(at).any(|sort| parse.dep(sort) == Dep::Compound && deed(sort))
}
