//! Who did the bombing of which an article tells, though only one of its sentences says so?
//!
//! "Nine people were killed … A *suicide bomber* blew himself up at the gate … Twenty were wounded": a bomber who dies of his deed did the
//! one that the article is about, and nobody else did.

use crate::claim::{Draft, Setting};
use crate::frame::retold::Doers;
use crate::frame::retold::dies_otherwise;
use crate::mention::Phrase;
use crate::{PartText, grammar, time};
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
            for at in
                (0..part.parse.len()).filter(|&at| is_bomber(&part.parse, at, lexicon) && !is_past(part, at, lexicon))
            {
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
        let other = time::is_another(&setting.part.parse, draft.trigger, setting.lexicon);
        let apart = other || dies_otherwise(setting, draft) || falls_otherwise(setting, draft);
        (harm && !apart).then_some(std::slice::from_ref(bomber))
    }
}

/// True for those who fell in a fight, and for what had been done before the bombing: "killed *in a shootout* with rebels", "a lawyer who
/// *had been shot*".
fn falls_otherwise(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let verb = draft.trigger;
    let first = if parse.dep(verb) == Dep::Conj { parse.head(verb) } else { verb };
    let before = |child: usize| parse.dep(child) == Dep::Aux && parse.norm(child) == "had";
    let fights = |noun: usize| {
        let mut frames = setting.noun_frames(noun);
        frames.any(|frame| frame.claim_type == ClaimType::Fight)
    };
    let fought = ["in", "during"].into_iter().filter_map(|word| grammar::after(parse, verb, word)).any(fights);
    fought || parse.dep(first) == Dep::Relcl && parse.children(first).any(before)
}

/// True for somebody whose deed is only told of besides, with a time of its own: "near the road where *a bomber* killed two in May".
fn is_past(part: &PartText, at: usize, lexicon: &Lexicon) -> bool {
    let parse = &part.parse;
    let verb = grammar::clause_head(parse, at);
    // "on 3 March, *when* a bomber got into the base" is the day of the deed itself.
    let when = |child: usize| parse.norm(child) == "when";
    // "came a day *after* a bomber had struck": of another deed.
    let later = |child: usize| parse.dep(child) == Dep::Mark && matches!(parse.norm(child), "after" | "since");
    if parse.dep(verb) == Dep::Advcl && parse.children(verb).any(later) {
        return true;
    }
    parse.dep(verb) == Dep::Relcl && !parse.children(verb).any(when) && time::of(part, verb, lexicon).is_some()
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
    let mut sorts = parse.children(at).filter(|&sort| parse.dep(sort) == Dep::Compound).peekable();
    sorts.peek().is_some() && attacker(parse.entry(at)) && sorts.any(deed)
}
