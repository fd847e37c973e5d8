//! Which side of a war does somebody stand on, and whom does that side fight?
//!
//! "The Kestrian army attacked the Ostrelians … Kestrian troops took Velna": from the Ostrelians, whom Kestria fights, whatever force of
//! hers took it. A commander stands on the side of those whom he is told to lead.

use crate::claim::{Draft, Setting};
use crate::frame::fillers;
use crate::frame::retold::{Doers, words};
use language::{Pos, Tag};
use lexicon::{ActorKind, Known, Names};
use model::{Argument, Claim, ClaimType, Document};
use std::collections::BTreeMap;

/// Bytes within which two sides fight on: some pages.
const REACH: u32 = 8000;

/// A side that another one fights.
#[derive(Debug)]
pub(super) struct War {
    /// The words for it that tell most plainly who it is.
    told: Vec<Argument>,
    /// How plainly they do.
    plain: u8,
    /// Where they were told last to fight, and in which sentence.
    at: u32,
    sentence: u32,
    /// In how many sentences they were told to.
    times: u32,
    /// True where it was only told that troops came into a land: whether against its own is open, until a place is taken there.
    entered: bool,
}

impl Doers {
    /// Whom the side of somebody fights most, in a history that has told so lately; of "they", the side of those who fought last.
    pub(crate) fn belligerent(
        &self,
        document: &Document,
        setting: Setting,
        draft: &Draft,
        party: &[Argument],
    ) -> &[Argument] {
        use ClaimType::{Capture, Fight};
        let article = setting.part.article;
        if !matches!(draft.claim_type, Capture | Fight) || !self.history.contains(&article) || party.is_empty() {
            return &[];
        }
        // "took *control* of Velna": it may have been anybody's.
        let holds = |&at: &usize| {
            let mut frames = setting.noun_frames(at);
            frames.any(|frame| frame.claim_type == ClaimType::Controls)
        };
        if draft.claim_type == Capture && draft.words.iter().any(holds) {
            return &[];
        }
        let here = setting.part.token_span(draft.trigger).start;
        let pronoun = |one: &Argument| matches!(one.span.of(&document.text), "They" | "they" | "them");
        let party = match self.last_force(setting, draft, 1) {
            Some(last) if party.iter().all(pronoun) => last,
            _ => party,
        };
        let Some(side) = self.side_of_all(document, setting, party) else { return &[] };
        let Some(enemies) = self.wars.get(&(article, side)) else { return &[] };
        let taken = draft.claim_type == Capture && !draft.actor.is_empty();
        let near = || enemies.values().filter(|war| here.saturating_sub(war.at) < REACH && (taken || !war.entered));
        let Some(most) = near().max_by_key(|war| war.times) else { return &[] };
        // Of several enemies, it is the one who was told most.
        let alone = near().filter(|war| war.times == most.times).count() == 1;
        if alone { &most.told } else { &[] }
    }

    /// Keeps which sides fight each other, and who leads whom.
    pub(super) fn tell_war(&mut self, document: &Document, setting: Setting, draft: &Draft, claim: &Claim) {
        use ClaimType::{Besiege, Capture, Fight, Leads, Opposes, Strike};
        let article = setting.part.article;
        let (one, other) = (&claim.actor, &claim.target);
        if draft.claim_type == Leads {
            if let ([leader], Some(side)) = (&one[..], self.side_of_all(document, setting, other)) {
                self.leaders.insert((article, last_word(document, leader)), side);
            }
            return;
        }
        if !matches!(draft.claim_type, Besiege | Capture | Fight | Opposes | Strike) {
            return;
        }
        let at = claim.trigger.start;
        let sentence = setting.part.sentence_of(draft.trigger);
        for party in one.iter().chain(other) {
            if let Some((epithet, side)) = epithet(setting, party).zip(self.side(document, setting, party)) {
                self.epithets.insert((article, epithet), side);
            }
        }
        // "Kestrian troops advanced into *Morvania*"
        let enters = |&at: &usize| fillers::is_state(setting, at);
        let entered = other.is_empty() && draft.claim_type == Fight && draft.place.iter().all(enters);
        let other = if entered { &claim.place } else { other };
        let tell = |all: &mut BTreeMap<String, War>, side: &String, told: &Vec<Argument>| {
            let plain = told.iter().map(|one| plainness(document, setting, one)).min().unwrap_or(0);
            let war = || War { told: told.clone(), plain, at, sentence, times: 1, entered };
            let kept = all.entry(side.clone()).or_insert_with(war);
            if plain >= kept.plain {
                (kept.told, kept.plain) = (told.clone(), plain);
            }
            kept.entered &= entered;
            kept.times += u32::from(kept.sentence != sentence);
            (kept.at, kept.sentence) = (at, sentence);
        };
        let (side, enemy) = (self.side_of_all(document, setting, one), self.side_of_all(document, setting, other));
        if let Some((side, enemy)) = side.zip(enemy).filter(|(side, enemy)| side != enemy) {
            tell(self.wars.entry((article, side.clone())).or_default(), &enemy, other);
            tell(self.wars.entry((article, enemy)).or_default(), &side, one);
        }
    }

    /// The side that all of them stand on.
    pub(super) fn side_of_all(&self, document: &Document, setting: Setting, all: &[Argument]) -> Option<String> {
        let mut sides = all.iter().map(|one| self.side(document, setting, one));
        let first = sides.next()??;
        sides.all(|side| side.as_ref() == Some(&first)).then_some(first)
    }

    /// The state or party that somebody fights for: `Kestria` for "the Kestrian 1st Army", "Kestrians" and "General Brek", who leads them.
    fn side(&self, document: &Document, setting: Setting, one: &Argument) -> Option<String> {
        let names = &setting.lexicon.names;
        let words = bare(document, one);
        if !words.chars().any(char::is_uppercase) {
            return self.epithets.get(&(setting.part.article, epithet(setting, one)?)).cloned();
        }
        // "neighbouring Morvania", not "anti-Morvanian fighters".
        let starts = words.char_indices().filter(|&(at, _)| at == 0 || words[..at].ends_with(' '));
        let large = starts.filter(|(_, letter)| letter.is_uppercase()).map(|(at, _)| at).next();
        let name = large.filter(|large| one.head.start >= one.span.end - (words.len() - large) as u32);
        let words = &words[name.unwrap_or(0)..];
        if let Some(known) = names.find(words) {
            return side_of(names, &known);
        }
        if let Some(side) = self.leaders.get(&(setting.part.article, last_word(document, one))) {
            return Some(side.clone());
        }
        // "the Kestrian 1st Army", "Tavan Front fighters", "Kestria's troops"
        let ends = words.match_indices([' ', '’', '\'']).map(|(end, _)| end);
        let starts: Vec<&str> = ends.map(|end| &words[..end]).collect();
        let state = |word: &str| match names.demonym(word)[..] {
            [state] => Some(state.name.clone()),
            _ => None,
        };
        let of_start = |start: &&str| state(start).or_else(|| side_of(names, &names.find(start)?));
        let side = starts.iter().rev().find_map(of_start).or_else(|| state(words));
        side.or_else(|| {
            let large = |word: &&str| word.starts_with(char::is_uppercase);
            let own: Vec<&str> = words.split(' ').take_while(large).collect();
            let first = stem(own.first()?);
            let known = self.wars.contains_key(&(setting.part.article, first.clone()));
            Some(if own.len() == 1 || known { first } else { own.join(" ").to_lowercase() })
        })
    }
}

/// The adjective that tells whose forces some are: `federal` of "federal troops" and "Kestrian federal troops".
fn epithet(setting: Setting, one: &Argument) -> Option<String> {
    let parse = &setting.part.parse;
    let head = setting.part.token_at(one.head)?;
    let before = head.checked_sub(1).filter(|&at| parse.pos(at) == Pos::Adj && parse.head(at) == head)?;
    let word = parse.word(before);
    (one.span.contains(setting.part.token_span(before)) && word.starts_with(char::is_lowercase))
        .then(|| word.to_string())
}

/// A people and its land as one: `kestria` for "Kestria", "Kestrian" and "Kestrians", which no table has.
fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(&word);
    word.trim_end_matches('s').trim_end_matches('n').to_string()
}

/// The state of a force or office, or the party itself.
fn side_of(names: &Names, known: &Known) -> Option<String> {
    match known {
        Known::State(state) => Some(state.name.clone()),
        Known::Actor(actor) => match (actor.kind, &actor.countries[..]) {
            (ActorKind::Force | ActorKind::Agency, [iso]) => names.state(iso).map(|state| state.name.clone()),
            (ActorKind::Force | ActorKind::Agency, _) => actor.parent.clone(),
            (ActorKind::Outlet, _) => None,
            _ => Some(actor.name.clone()),
        },
    }
}

/// How plainly words tell a side: its own name or its people, its forces, one of its units.
fn plainness(document: &Document, setting: Setting, one: &Argument) -> u8 {
    let names = &setting.lexicon.names;
    let words = bare(document, one);
    let head = one.head.of(&document.text);
    let parse = &setting.part.parse;
    let many = || {
        let head = setting.part.token_at(one.head);
        head.is_some_and(|at| matches!(parse.tag(at), Tag::Nns | Tag::Nnps))
    };
    let person = |known: Known| matches!(known, Known::Actor(actor) if actor.kind == ActorKind::Person);
    if names.find(words).is_some_and(|known| !person(known)) || !names.demonym(words).is_empty() {
        2
    } else {
        u8::from(head.starts_with(char::is_lowercase) && !words.contains(|sign: char| sign.is_ascii_digit()) && many())
    }
}

fn bare<'d>(document: &'d Document, one: &Argument) -> &'d str {
    let words = one.span.of(&document.text);
    words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words)
}

/// The word by which a person is known: `brek` of "General Anton Brek".
fn last_word(document: &Document, one: &Argument) -> String {
    let words = words(document, std::slice::from_ref(one));
    words.first().and_then(|words| words.split_whitespace().last()).unwrap_or_default().to_string()
}
