//! Whom do the words of a role stand for?
//!
//! What their mention does, where the words are one; else what they say: "rebel" in "rebel attack" are rebels, "Arvia" in
//! "Arvia's army" is Arvia, "the Arvian and Belmarkian armies" are two.

use super::coreference::Discourse;
use super::{Roster, description};
use crate::cast::{Cast, Found};
use crate::wording::{as_word, clean, is_in_singular, last_word, singulars, without_possessive};
use lexicon::{ActorKind, Known, NounClass, TitleClass};
use model::{Document, EntityId, EntityKind, MentionKind, Reading, Span};

impl Discourse {
    /// Whom the words of an argument stand for. Empty for nobody, several for a pronoun or phrase that names several.
    pub fn argument(
        &self,
        document: &Document,
        reading: &Reading,
        roster: &Roster<'_>,
        cast: &mut Cast,
        span: Span,
        head: Span,
    ) -> Vec<EntityId> {
        let words = span.get(&document.text).map(clean).unwrap_or_default();
        if let Some(several) = several(roster, &words) {
            return several.iter().map(|found| cast.add(found)).collect();
        }
        if let Some(both) = owner_and_unit(roster, &words) {
            return both.iter().map(|found| cast.add(found)).collect();
        }
        if let Some(found) = one_of_two(roster, document, span) {
            return vec![cast.add(&found)];
        }
        if let Some(&index) = self.by_words.get(&span)
            && self.rows.contains_key(&index)
        {
            self.note_again(index, cast);
            return self.all(index);
        }
        if let Some(kin) = description::bereaved(roster, document, span, &words) {
            return vec![cast.add(&kin)];
        }
        self.one(document, reading, roster, cast, span, head).into_iter().collect()
    }

    fn one(
        &self,
        document: &Document,
        reading: &Reading,
        roster: &Roster<'_>,
        cast: &mut Cast,
        span: Span,
        head: Span,
    ) -> Option<EntityId> {
        // "Gen." alone is the person whose name follows.
        if let Some(text) = span.get(&document.text)
            && roster.lexicon.names.title(text.trim_end_matches('.')).is_some()
            && let at = reading.mentions.partition_point(|next| next.span.start < span.end)
            && let Some(next) = reading.mentions.get(at)
            && next.kind == MentionKind::Name
            && next.hint == Some(EntityKind::Person)
            && next.span.start <= span.end + 2
        {
            self.note_again(at, cast);
            return self.entities[at].clone();
        }
        if let Some(bearer) = self.office(document, reading, roster, span) {
            cast.because(&bearer, "is the one who is soon named with this office", None);
            return Some(bearer);
        }
        // The owner in "Arvia's army" is Arvia, though the words are one name.
        if let Some(after) = document.text.get(head.end as usize..span.end as usize)
            && (after.starts_with("'s ") || after.starts_with("’s "))
        {
            let owner = Span { start: span.start, end: head.end };
            let found = description::by_words(roster, owner.get(&document.text)?, MentionKind::Name, None, false)?;
            return Some(cast.add(&found));
        }
        if let Some(&index) = self.by_words.get(&span).or_else(|| self.by_head.get(&head)) {
            let mention = &reading.mentions[index];
            if mention.span == span || mention.kind == MentionKind::Pronoun {
                self.note_again(index, cast);
                return self.entities[index].clone();
            }
            if let Some(entity) = &self.entities[index]
                && mention.span.contains(span)
            {
                self.note_again(index, cast);
                return Some(entity.clone());
            }
            let text = span.get(&document.text)?;
            // "*Its foreign minister* said": the mention leaves the owner out.
            if let Some(entity) = &self.entities[index]
                && clean(text) == clean(mention.span.get(&document.text)?)
            {
                self.note_again(index, cast);
                return Some(entity.clone());
            }
            let found = description::by_words(roster, text, mention.kind, mention.hint, mention.plural)?;
            return Some(cast.add(&found));
        }
        let text = span.get(&document.text)?;
        let capital = head.get(&document.text).is_some_and(|head| head.chars().next().is_some_and(char::is_uppercase));
        let words = clean(text);
        if as_word(&words).is_some_and(|word| roster.lexicon.anaphors.get(&word).is_some()) {
            return None;
        }
        // "rebel" in "rebel attack" and "rebel-held" are rebels, also at the start of a sentence.
        // "Tavan" in "anti-Tavan" opens no sentence.
        let inside = document.text[..head.start as usize].ends_with('-') && !description::is_common(roster, &words);
        let proper = words.contains(' ') || inside || roster.is_proper(&words);
        let words = if proper { words } else { description::small_first(&words) };
        // "Arvian rebel" in "Arvian rebel attacks"
        let owner = words.rsplit_once(' ').map(|(owner, _)| owner);
        let owned = owner.is_none_or(|owner| !roster.lexicon.names.demonym(owner).is_empty());
        if owned && description::is_people(roster, last_word(&words)) {
            let found = description::describe(roster, &description::in_plural(roster, &words), true)?;
            return Some(cast.add(&found));
        }
        let kind =
            if capital && roster.is_proper(last_word(&words)) { MentionKind::Name } else { MentionKind::Nominal };
        let plural = words.ends_with('s');
        let found = description::by_words(roster, text, kind, None, plural)?;
        Some(cast.add(&found))
    }
}

/// Words at most of what two parties have together: "armies", "security forces".
const NOUN: usize = 3;

/// What stands before the parties that have something together: "a *joint* Arvian and Belmarkian patrol".
pub(super) const JOINT: [&str; 3] = ["combined", "joint", "mixed"];

/// "Arvian and Belmarkian armies", "rebel and terrorist groups", "a combined Arvian and coalition force": each party by itself, where
/// every word before the noun is of the same sort. `None` for one party: "command and control units", "Ministry of Health and Sport".
pub(super) fn several(roster: &Roster<'_>, words: &str) -> Option<Vec<Found>> {
    let words = match words.split_once(' ') {
        Some((first, rest)) if JOINT.contains(&first.to_lowercase().as_str()) => rest,
        _ => words,
    };
    let (before, last) = words.rsplit_once(" and ")?;
    if let Some(units) = named_units(roster, words) {
        return Some(units);
    }
    if let Some(named) = twin_states(roster, words).or_else(|| numbered_units(roster, words)) {
        return Some(named);
    }
    let names = &roster.lexicon.names;
    // The last party can have two words: "UN and *African Union* troops".
    let known = |name: &str| matches!(names.find(name), Some(Known::Actor(_) | Known::State(_)));
    let whole = last.match_indices(' ').map(|(at, _)| at).rfind(|&at| last[..at].contains(' ') && known(&last[..at]));
    let (last, noun) = match whole {
        Some(at) => (&last[..at], &last[at + 1..]),
        None => last.split_once(' ')?,
    };
    let owners: Vec<&str> = before.split(", ").chain([last]).map(|owner| owner.trim_end_matches(',')).collect();
    let nouns = &roster.lexicon.nouns;
    let head = last_word(noun);
    let is = |class: &NounClass| is_in_singular(head, |noun| nouns.is(noun, *class));
    let is_party = [NounClass::People, NounClass::Party, NounClass::Forces].iter().any(is);
    let plural = head.ends_with('s') || head.ends_with("men");
    // "an Arvian and Belmarkian *patrol*" is of both.
    let force = || is(&NounClass::Forces) && !is(&NounClass::People) && !noun.contains(char::is_uppercase);
    if !is_party || !plural && !force() || owners.iter().any(|owner| owner.contains(' ') && !known(owner)) {
        return None;
    }
    // "Arvian and NATO troops"
    let body = |owner: &str| matches!(names.find(owner), Some(Known::Actor(actor)) if actor.kind != ActorKind::Person);
    let is_state = |owner: &str| matches!(names.find(owner), Some(Known::State(_)));
    let states = |owner: &str| names.demonym(without_possessive(owner)).len() == 1 || is_state(owner) || body(owner);
    if owners.iter().all(|owner| states(owner)) {
        // The noun of an institution or an office stands in the singular with each: "armies", "the Arvian army".
        let one = |noun: &String| {
            let office = matches!(roster.lexicon.titles.class(noun), Some(TitleClass::Head | TitleClass::Office));
            roster.lexicon.institutions.has(noun) || office && *noun != head
        };
        let single = singulars(head).into_iter().find(one);
        let noun = match single {
            Some(single) => format!("{}{single}", &noun[..noun.len() - head.len()]),
            None => noun.to_string(),
        };
        return owners.iter().map(|owner| description::describe(roster, &format!("{owner} {noun}"), true)).collect();
    }
    // "government and rebel forces": a body is a party by its own word.
    let body = |owner: &str| {
        !owner.ends_with('s') && (nouns.is(owner, NounClass::Party) || nouns.is(owner, NounClass::Forces))
    };
    if !owners.iter().all(|owner| states(owner) || description::is_people(roster, owner) || body(owner)) {
        return None;
    }
    let last = owners.len() - 1;
    let words = |(at, owner): (usize, &&str)| match body(owner) && !description::is_people(roster, owner) && at < last {
        true => description::describe(roster, owner, false),
        false => description::describe(roster, &format!("{owner} {noun}"), true),
    };
    owners.iter().enumerate().map(words).collect()
}

/// "North and South Orl": two states that share a word, each by its name.
fn twin_states(roster: &Roster<'_>, words: &str) -> Option<Vec<Found>> {
    let (first, second) = words.split_once(" and ").filter(|(first, _)| !first.contains(' '))?;
    let (_, shared) = second.split_once(' ')?;
    let state = |name: &str| match roster.lexicon.names.find(name) {
        Some(Known::State(state)) => Some(Found::state(state, format!("{words} are two states"))),
        _ => None,
    };
    Some(vec![state(&format!("{first} {shared}"))?, state(second)?])
}

/// "3rd and 4th Brigades", "the 2nd, 3rd and 5th battalions": each unit by its number.
fn numbered_units(roster: &Roster<'_>, words: &str) -> Option<Vec<Found>> {
    let (before, last) = words.rsplit_once(" and ")?;
    let (last, noun) = last.split_once(' ')?;
    let unit = singulars(noun)
        .into_iter()
        .find(|one| !one.ends_with('s') && roster.lexicon.nouns.is(last_word(one), NounClass::Forces))?;
    // As it is written: "Brigade", "battalion".
    let unit = noun.get(..unit.len())?;
    let numbers: Vec<&str> = before.split(", ").chain([last]).map(|number| number.trim_end_matches(',')).collect();
    let ordinal = |number: &&str| {
        number.starts_with(|first: char| first.is_ascii_digit()) && number.ends_with(char::is_alphabetic)
    };
    if !numbers.iter().all(ordinal) {
        return None;
    }
    let named =
        |number: &&str| roster.find(&format!("{number} {unit}"), MentionKind::Name, Some(EntityKind::Organisation));
    numbers.iter().map(named).collect()
}

/// "XYZ and ABC troops", "3rd Division and Task Force Anvil units": each by its name, where all are called by letters or by a word for a
/// unit.
fn named_units(roster: &Roster<'_>, words: &str) -> Option<Vec<Found>> {
    let nouns = &roster.lexicon.nouns;
    let (owners, noun) = words.rsplit_once(' ')?;
    let forces = |word: &str| nouns.is(word, NounClass::Forces);
    let plural = noun.starts_with(char::is_lowercase) && noun.ends_with('s');
    if !plural || !is_in_singular(noun, |noun| forces(noun)) || !owners.contains(" and ") {
        return None;
    }
    let letters = |owner: &str| owner.len() > 1 && owner.chars().all(|c| c.is_uppercase() || c == '-');
    let called = |owner: &str| {
        let large = |word: &str| word.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        owner.split(' ').all(large) && owner.split(' ').any(|word| forces(&word.to_lowercase()))
    };
    let owners: Vec<&str> = owners.split(" and ").collect();
    // "US and UN troops" are those of each.
    let known = owners.iter().all(|owner| letters(owner) && roster.lexicon.names.find(owner).is_some());
    if known || !owners.iter().all(|owner| letters(owner) || called(owner)) {
        return None;
    }
    owners.iter().map(|owner| roster.find(owner, MentionKind::Name, Some(EntityKind::Organisation))).collect()
}

/// "Arvian Army convoy of the 6th Mountain Regiment": whose it is, and the unit.
fn owner_and_unit(roster: &Roster<'_>, words: &str) -> Option<[Found; 2]> {
    let (before, unit) = words.split_once(" of ")?;
    let (owner, noun) = before.rsplit_once(' ')?;
    let forces = |noun: &str| is_in_singular(noun, |noun| roster.lexicon.nouns.is(noun, NounClass::Forces));
    let named = |name: &str| name.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
    let unit = unit.strip_prefix("the ").unwrap_or(unit);
    if !noun.starts_with(char::is_lowercase) || !forces(noun) || !named(unit) || !forces(last_word(unit)) {
        return None;
    }
    // "*Mechanized* units of the 2nd Army", "*lightly armed* soldiers of the Guard": of what sort they are.
    let body = |word: &str| named(word) && forces(&word.to_lowercase());
    if roster.lexicon.names.find(owner).is_none() && !owner.split(' ').any(body) {
        return None;
    }
    let owner =
        roster.find(owner, MentionKind::Modifier, None).filter(|found| found.kind == EntityKind::Organisation)?;
    Some([owner, roster.find(unit, MentionKind::Name, Some(EntityKind::Organisation))?])
}

/// "Arvian" or "Belmarkian armies" in "the Arvian and Belmarkian armies", "Arvian" in "a joint Arvian and coalition force": the noun behind
/// is that of each.
fn one_of_two(roster: &Roster<'_>, document: &Document, span: Span) -> Option<Found> {
    let text = span.get(&document.text)?;
    let words = match text.split_once(' ') {
        Some((first, rest)) if JOINT.contains(&first) => rest,
        _ => text,
    };
    let before = document.text.get(..span.start as usize)?.strip_suffix(" and ");
    let behind = document.text.get(span.end as usize..)?.strip_prefix(" and ");
    let is_state = |word: &str| roster.lexicon.names.demonym(word).len() == 1;
    let is = |word: &str, class: NounClass| is_in_singular(word, |noun| roster.lexicon.nouns.is(noun, class));
    let party = |word: &str| is_state(word) || is(word, NounClass::Party);
    let mut both = match (words.split_once(' '), before, behind) {
        (Some((owner, noun)), Some(before), _) if party(owner) && is_state(last_word(before)) => {
            several(roster, &clean(&format!("{} and {owner} {noun}", last_word(before))))?
        }
        (None, _, Some(behind)) if is_state(words) => {
            let (other, rest) = behind.split_once(' ').filter(|(other, _)| party(other))?;
            // "coalition *security force*": up to the word for what is theirs.
            let ends = rest.char_indices().filter(|(_, c)| !c.is_alphabetic()).map(|(at, _)| at).chain([rest.len()]);
            let theirs = |noun: &str| [NounClass::Forces, NounClass::People].iter().any(|class| is(noun, *class));
            let end = { ends }
                .take(NOUN)
                .find(|&end| theirs(last_word(&rest[..end])) || is(last_word(&rest[..end]), NounClass::Party))?;
            several(roster, &clean(&format!("{words} and {other} {}", &rest[..end])))?
        }
        _ => return None,
    };
    if words.contains(' ') { both.pop() } else { both.into_iter().next() }
}
