//! Whom does somebody fight, where a sentence does not say it?
//!
//! "Jets struck the Tavan Front … The army has freed dozens of villages": from the only enemy that the report knows. In a history,
//! where others come and go, only those who were told to fight it.

use crate::claim::{Draft, Setting};
use crate::frame::fillers;
use crate::frame::retold::{Doers, named, takes, words};
use crate::mention;
use language::{Dep, Pos};
use model::{Argument, ClaimType, Document, Span};
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
    /// True once the party itself was named, not only its men.
    by_name: bool,
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
        use ClaimType::{Besiege, Capture, Fight, Intent, Strike};
        if let Some(holder) = self.holder(document, setting, draft, actor) {
            return holder;
        }
        let aims = draft.claim_type == Intent && !draft.place.is_empty() && takes(setting, draft);
        if !matches!(draft.claim_type, Besiege | Capture | Fight | Strike) && !aims || actor.is_empty() {
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
        if !matches!(draft.claim_type, Besiege | Capture | Fight | Strike) {
            return;
        }
        let [enemy] = &claim.target[..] else { return };
        let Some((name, told)) = party(document, setting, enemy) else { return };
        let by = claim.actor.iter().filter(|one| is_named(document, one)).map(|one| named(document, setting, one));
        let by: Vec<String> = by.collect();
        // Who was attacked in a history by nobody knows whom is not therefore whom everybody fights.
        let article = setting.part.article;
        let history = self.history.contains(&article);
        if history && claim.actor.is_empty() && draft.claim_type != Capture && !self.enemy.contains_key(&article) {
            return;
        }
        let kept = self.enemy.entry(article).or_insert_with(|| Enemy {
            name: name.clone(),
            told: vec![told.clone()],
            by: BTreeSet::new(),
            by_name: false,
            several: false,
        });
        // "Tavan Front fighters" were struck: that tells whose they are, and whom everybody fights as long as nobody else is told of.
        let other = kept.name != name;
        if told.span == enemy.span {
            kept.several = kept.by_name && (kept.several || other);
            if other {
                kept.by.clear();
            }
            (kept.name, kept.told, kept.by_name) = (name, vec![told], true);
        } else if other {
            kept.several |= !kept.by_name;
            return;
        } else {
            kept.told = vec![told];
        }
        kept.by.extend(by);
    }
}

/// True for what was done in a year long before the report's, or in a year of its own in a report without a day.
pub(super) fn is_long_past(document: &Document, claim: &model::Claim) -> bool {
    claim.time.as_ref().is_some_and(|time| has_year_before(document, claim.article, time.span, HISTORY))
}

/// True for words with a year that lies so many before that of their report, and with any in a report without a day.
pub(super) fn has_year_before(document: &Document, article: u32, words: Span, years: i16) -> bool {
    let published = document.articles[article as usize].published.as_ref().map(|day| day.value.year());
    let numbers = words.of(&document.text).split(|sign: char| !sign.is_ascii_digit());
    let mut named = numbers.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse::<i16>().ok());
    named.any(|year| published.is_none_or(|day| year + years <= day))
}

/// The party that words name, as the tables have it, else in lower case, with its own words: of "the Tavan Front" and of "Tavan Front
/// fighters"; of no state and no person.
fn party(document: &Document, setting: Setting, argument: &Argument) -> Option<(String, Argument)> {
    let Setting { part, lexicon, .. } = setting;
    let parse = &part.parse;
    let head = part.token_at(argument.head)?;
    let party = |&at: &usize| {
        let title = |child: usize| child < at && lexicon.titles.class(parse.entry(child)).is_some();
        parse.pos(at) == Pos::Propn
            && !fillers::is_state(setting, at)
            && !setting.names_person(at)
            && !parse.children(at).any(title)
    };
    if party(&mention::core(parse, lexicon, head)) {
        return Some((named(document, setting, argument), argument.clone()));
    }
    let own = |child: &usize| *child < head && matches!(parse.dep(*child), Dep::Compound | Dep::Nmod);
    let child = parse.children(head).filter(own).find(party).filter(|_| parse.pos(head) == Pos::Noun)?;
    let words = parse.name_of(child).map_or(child..child + 1, |name| name.tokens.clone());
    let own = Argument { span: part.span(words), head: part.token_span(child), ..argument.clone() };
    Some((named(document, setting, &own), own))
}

/// True for somebody with a name: "Kordun Army", "the Kordun Army", not "the army".
fn is_named(document: &Document, argument: &Argument) -> bool {
    argument.head.of(&document.text).starts_with(char::is_uppercase)
}
