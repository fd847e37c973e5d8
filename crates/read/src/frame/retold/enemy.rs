//! Whom does somebody fight, where a sentence does not say it?
//!
//! "Jets struck the Tavan Front … The army has freed dozens of villages": from the only enemy that the report knows. In a history,
//! where others come and go, only those who were told to fight it.

use super::{Doers, named, takes, words};
use crate::claim::{Draft, Setting};
use crate::frame::fillers;
use crate::mention;
use language::Pos;
use model::{Argument, ClaimType, Document};
use std::collections::BTreeSet;

/// Years after which what was done is history.
const HISTORY: i16 = 2;

/// Bytes within which whoever fought somebody fights him still: in a history others come.
pub(super) const CHAPTER: u32 = 2000;

/// The two sides that an article tells to fight.
#[derive(Debug)]
pub(super) struct Sides {
    pub(super) names: BTreeSet<String>,
    /// Who was told first to fight the other.
    pub(super) first: Vec<Argument>,
    /// Where they were told last to fight.
    pub(super) told: u32,
    /// True once others were told to fight as well.
    pub(super) several: bool,
}

/// The party that an article tells force to be used against.
#[derive(Debug)]
pub(super) struct Enemy {
    /// As the tables have it, else as it is written, in lower case.
    name: String,
    told: Vec<Argument>,
    /// Those with a name who were told to fight it, as the tables have them, else in lower case.
    by: BTreeSet<String>,
    /// True once force was told to be used against somebody else as well, or by this party.
    several: bool,
}

impl Doers {
    /// Whom somebody fights, or from whom he takes a place, who was told before to fight a side that this sentence does not name.
    pub(crate) fn other_side(
        &self,
        document: &Document,
        setting: Setting,
        draft: &Draft,
        actor: &[Argument],
    ) -> &[Argument] {
        let aims = draft.claim_type == ClaimType::Intent && !draft.place.is_empty() && takes(setting, draft);
        if !matches!(draft.claim_type, ClaimType::Fight | ClaimType::Capture) && !aims || actor.is_empty() {
            return &[];
        }
        let article = setting.part.article;
        let here = setting.part.token_span(draft.trigger).start;
        let near = |side: &[Argument]| side.iter().all(|one| here.saturating_sub(one.span.start) < CHAPTER);
        if let Some(side) = self.against.get(&(article, words(document, actor))).filter(|side| near(side)) {
            return side;
        }
        // "Jets struck the Tavan Front … The army has freed dozens of villages": from the only enemy there is.
        // In a history, another party with a name than those who were told to fight it may have other enemies.
        let history = self.history.contains(&article);
        let fights = |enemy: &Enemy, one: &Argument| {
            !history
                || enemy.by.is_empty()
                || !is_named(document, one)
                || enemy.by.contains(&named(document, setting, one))
        };
        let apart = |enemy: &&Enemy| {
            !enemy.several && actor.iter().all(|one| named(document, setting, one) != enemy.name && fights(enemy, one))
        };
        if let Some(enemy) = self.enemy.get(&article).filter(apart).filter(|enemy| near(&enemy.told)) {
            return &enemy.told;
        }
        self.belligerent(document, setting, draft, actor)
    }

    /// Keeps who fights whom.
    pub(super) fn tell_sides(&mut self, document: &Document, setting: Setting, claim: &model::Claim) {
        let both = claim.actor.iter().chain(&claim.target);
        let names: BTreeSet<String> = both.map(|side| named(document, setting, side)).collect();
        let kept = self.sides.entry(setting.part.article).or_insert_with(|| Sides {
            names: names.clone(),
            first: claim.actor.clone(),
            told: claim.trigger.start,
            several: names.len() != 2,
        });
        kept.several |= kept.names != names;
        kept.told = claim.trigger.start;
    }

    /// Keeps against whom force is used.
    pub(super) fn tell_enemy(&mut self, document: &Document, setting: Setting, draft: &Draft, claim: &model::Claim) {
        use ClaimType::{Besiege, Capture, Fight, Strike};
        let parse = &setting.part.parse;
        if !matches!(draft.claim_type, Besiege | Capture | Fight | Strike) {
            return;
        }
        let name = |&at: &usize| {
            let core = mention::core(parse, setting.lexicon, at);
            let title = |child: usize| child < core && setting.lexicon.titles.class(&parse.entry(child)).is_some();
            parse.pos(core) == Pos::Propn
                && !fillers::is_state(setting, core)
                && !setting.names_person(core)
                && !parse.children(core).any(title)
        };
        let [enemy] = &claim.target[..] else { return };
        if !draft.target.iter().all(name) {
            return;
        }
        let by = claim.actor.iter().filter(|one| is_named(document, one)).map(|one| named(document, setting, one));
        let by: Vec<String> = by.collect();
        let name = named(document, setting, enemy);
        // Who was attacked in a history by nobody knows whom is not therefore whom everybody fights.
        let article = setting.part.article;
        let history = self.history.contains(&article);
        if history && claim.actor.is_empty() && draft.claim_type != Capture && !self.enemy.contains_key(&article) {
            return;
        }
        let kept = self.enemy.entry(article).or_insert_with(|| Enemy {
            name: name.clone(),
            told: claim.target.clone(),
            by: BTreeSet::new(),
            several: false,
        });
        kept.several |= kept.name != name;
        kept.told = claim.target.clone();
        kept.by.extend(by);
    }
}

/// True for what was done in a year long before the report's, or in a year of its own in a report without a day.
pub(super) fn is_long_past(document: &Document, setting: Setting, claim: &model::Claim) -> bool {
    let published = document.articles[setting.part.article as usize].published.as_ref().map(|day| day.value.year());
    let words = claim.time.as_ref().map_or("", |time| time.span.of(&document.text));
    let years = words.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years = years.filter_map(|digits| digits.parse::<i16>().ok());
    years.any(|year| published.is_none_or(|day| year + HISTORY <= day))
}

/// True for somebody with a name: "Kordun Army", "the Kordun Army", not "the army".
fn is_named(document: &Document, argument: &Argument) -> bool {
    argument.head.of(&document.text).starts_with(char::is_uppercase)
}
