//! Whom does a description stand for that names nobody?
//!
//! "the five Arvian soldiers" are `Arvian soldiers`, "Arvia's army" is the `Arvian army`, "Rebels" at the start of a
//! sentence are `rebels`. A description is its own words, without determiner and in small letters where it can be: no
//! guess is made whom it might mean.

use super::Roster;
use crate::cast::Found;
use crate::wording::{clean, is_in_singular, last_word, only_counts, singulars, small, without_possessive};
use lexicon::{ActorKind, Known, NounClass, State, Strength, TitleClass, TypeWord};
use model::{Document, EntityKind, MentionKind, QuantityKind, Span};

/// Nouns for those whom the dead leave behind.
const KIN: [&str; 2] = ["families", "relatives"];
/// Words of the longest name of a state.
const LONGEST_NAME: usize = 6;
/// Letters behind "families of" within which the dead are told.
const VICTIMS_WITHIN: usize = 70;

/// Whom the words of a description stand for by themselves. `None` for words without letters.
pub(super) fn describe(roster: &Roster<'_>, text: &str, plural: bool) -> Option<Found> {
    let words = clean(text);
    if !words.chars().any(char::is_alphabetic) || only_counts(&words.to_lowercase(), roster.lexicon) {
        return None;
    }
    if let Some(known) = roster.lexicon.names.find_whole(&words) {
        let reason = format!("{words} is known as a name of {}", known.name());
        return Some(Found { name: known.name().to_string(), kind: known.kind(), known: Some(known.key()), reason });
    }
    if let Some(town) = town(roster, &words) {
        return Some(town);
    }
    let known = || roster.behind_adjectives(&words).filter(|_| words.contains(char::is_uppercase));
    if let Some(found) = roster.members(&words).or_else(|| institution(roster, &words)).or_else(known) {
        return Some(found);
    }
    let words = of_state(roster, &words).unwrap_or(words);
    let words = by_usual_adjective(roster, &words).unwrap_or(words);
    let (words, plural) = people(roster, &words).map_or((words, plural), |people| (people, true));
    let name = in_small_letters(roster, without_judging(roster, &words));
    let kind = kind_of(roster, &words, plural);
    Some(Found { reason: format!("described as {name}"), name, kind, known: None })
}

/// Ships of a state go by the first of its own adjectives, whichever of its names and adjectives stands before them.
fn by_usual_adjective(roster: &Roster<'_>, words: &str) -> Option<String> {
    let names = &roster.lexicon.names;
    let owners = words.match_indices(' ').take(LONGEST_NAME).map(|(at, _)| (&words[..at], &words[at + 1..]));
    let known = |(first, _): &(&str, &str)| {
        matches!(names.find(first), Some(Known::State(_))) || !names.demonym(first).is_empty()
    };
    let (first, rest) = owners.filter(|(_, rest)| rest.starts_with(char::is_lowercase)).find(known)?;
    let states = match names.find(first) {
        Some(Known::State(state)) => vec![state],
        _ => names.demonym(first),
    };
    let [state] = states.as_slice() else { return None };
    let usual = state.demonyms.first().filter(|usual| usual.as_str() != first)?;
    // Where no adjective is shorter than the name, the name stays.
    let short = || matches!(names.find(usual), Some(Known::State(_)));
    (first != state.name || short()).then(|| format!("{usual} {rest}"))
}

/// The words of a description without those in front that judge: "vile attacks" are attacks.
pub(super) fn without_judging<'w>(roster: &Roster<'_>, words: &'w str) -> &'w str {
    let strong = |word: &str| roster.lexicon.evaluations.adjective(word) == Some(Strength::Strong);
    let mut words = words;
    while let Some((_, rest)) = words.split_once([' ', ',']).filter(|(first, _)| strong(first)) {
        words = rest.trim_start();
    }
    words
}

/// "the Arvian town of Tavan" is Tavan.
fn town(roster: &Roster<'_>, words: &str) -> Option<Found> {
    let (before, name) = words.split_once(" of ")?;
    // "people in the town of Tavan" are no town.
    let somebody = before.split(' ').any(|word| roster.lexicon.place_words.is_preposition(word));
    let settlement = !somebody && roster.lexicon.places.type_word(last_word(before)) == Some(TypeWord::Settlement);
    let named = name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let reason = format!("{words} is named {name}");
    (settlement && named).then(|| Found { name: name.to_string(), kind: EntityKind::Place, known: None, reason })
}

/// "envoys from Arvia" and "Arvia's envoys" are "Arvian envoys".
fn of_state(roster: &Roster<'_>, words: &str) -> Option<String> {
    let behind = words.split_once(" from ").or_else(|| words.split_once(" of "));
    let (noun, owner) = match behind {
        Some((noun, owner)) => {
            let people = |one: &str| roster.lexicon.nouns.is(one, NounClass::People);
            (!noun.contains(' ') && is_in_singular(noun, people)).then_some((noun, owner))?
        }
        None => {
            let (owner, noun) = words.split_once("'s ").or_else(|| words.split_once("’s "))?;
            is_served_by(roster, noun).then_some((noun, owner))?
        }
    };
    let Some(Known::State(state)) = roster.lexicon.names.find(owner) else { return None };
    Some(format!("{} {}", state.demonyms.first()?, noun.to_lowercase()))
}

/// "the families and friends of those who lost their lives", "the victims and their families": the families of the victims, however
/// these are told. `None` for families of others.
pub(super) fn bereaved(roster: &Roster<'_>, document: &Document, span: Span, words: &str) -> Option<Found> {
    let lexicon = roster.lexicon;
    let kin = words.split(' ').next().filter(|kin| KIN.contains(kin))?;
    let behind = document.text.get(span.start as usize..)?.split_once(kin)?.1;
    let victims = |text: &str| {
        text.split(|c: char| !c.is_alphabetic()).any(|word| {
            let counted = lexicon.numbers.counted(word);
            word == "lost"
                || matches!(counted, Some(QuantityKind::Killed | QuantityKind::Wounded))
                || is_in_singular(word, |noun| lexicon.nouns.is(noun, NounClass::Victims))
        })
    };
    let clause = &behind[..behind.find(['.', ';', ':', '"', '”', '\n']).unwrap_or(behind.len())];
    // "families and friends *of*"
    let of = clause.strip_prefix(" of ").or_else(|| {
        let (joined, rest) = clause.strip_prefix(" and ")?.split_once(" of ")?;
        (joined.split(' ').count() <= 2).then_some(rest)
    });
    let before = document.text.get(..span.start as usize)?;
    let own = || {
        let before = before.trim_end().strip_suffix("their")?.trim_end().trim_end_matches([',', ' ']);
        let before = before.strip_suffix(" and").unwrap_or(before).trim_end_matches(',');
        Some(last_word(before))
    };
    let told = match of {
        Some(of) => {
            let end = of.char_indices().nth(VICTIMS_WITHIN).map_or(of.len(), |(at, _)| at);
            victims(&of[..end])
        }
        None => own().is_some_and(victims),
    };
    let name = format!("{kin} of the victims");
    told.then(|| Found { reason: format!("described as {name}"), name, kind: EntityKind::Group, known: None })
}

/// "a joint *US-Arvian* raid" is one of two states; "Austria-Hungary" is one.
pub(super) fn two_states(roster: &Roster<'_>, words: &str) -> Option<[Found; 2]> {
    let names = &roster.lexicon.names;
    let pair = words.rsplit(' ').next()?;
    let (first, second) = pair.split_once(['-', '–'])?;
    if names.find(pair).is_some() {
        return None;
    }
    let state = |word: &str| match names.find(word) {
        Some(Known::State(state)) => Some(state),
        _ => match names.demonym(word).as_slice() {
            [state] => Some(*state),
            _ => None,
        },
    };
    let both = [(first, state(first)?), (second, state(second)?)];
    (both[0].1.name != both[1].1.name)
        .then(|| both.map(|(word, state)| Found::state(state, format!("{word} is {}", state.name))))
}

/// "the *Governments* of Arvia and Tavania" are one of each.
pub(super) fn institutions(roster: &Roster<'_>, document: &Document, span: Span) -> Option<Vec<Found>> {
    let lexicon = roster.lexicon;
    let text = document.text.get(span.start as usize..)?;
    // What stands far before an "of" is no noun.
    let mut spaces = text.match_indices(' ').map(|(space, _)| space).take(LONGEST_NAME);
    let of = spaces.find(|&space| text[space..].starts_with(" of "))?;
    let (several, mut rest) = (text[..of].to_lowercase(), &text[of + " of ".len()..]);
    let noun = singulars(&several).into_iter().find(|noun| *noun != several && lexicon.institutions.has(noun))?;
    let mut all = Vec::new();
    loop {
        rest = rest.strip_prefix("the ").unwrap_or(rest);
        let ends = rest.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at).chain([rest.len()]);
        let state = |end: &usize| match lexicon.names.find(&rest[..*end]) {
            Some(Known::State(state)) => Some((*end, state)),
            _ => None,
        };
        let ends = ends.filter(|end| rest[..*end].ends_with(char::is_alphanumeric));
        let (end, state) = ends.take(LONGEST_NAME).filter_map(|end| state(&end)).last()?;
        all.push(roster.institution(state, &noun)?);
        let behind = &rest[end..];
        let next = [", and ", " and ", ", "].iter().find_map(|joint| behind.strip_prefix(joint));
        match next.filter(|next| next.starts_with(char::is_uppercase) || next.starts_with("the ")) {
            Some(next) => rest = next,
            None => break,
        }
    }
    (all.len() > 1).then_some(all)
}

/// Whose people or government stands beside another that says it for both: "the Arvian government and *people*", "the *people* and
/// government of Arvia".
pub(super) fn shared(roster: &Roster<'_>, document: &Document, span: Span, words: &str) -> Option<Found> {
    let lexicon = roster.lexicon;
    let noun = small(words);
    let is = |class: NounClass| lexicon.nouns.is(&noun, class);
    if noun.contains([' ', '-']) || !(is(NounClass::People) && is(NounClass::Many) || lexicon.institutions.has(&noun)) {
        return None;
    }
    let large = |word: &&str| word.starts_with(char::is_uppercase);
    let of_body = |word: &str| {
        let word = word.to_lowercase();
        lexicon.institutions.has(&word) || lexicon.nouns.is(&word, NounClass::Many)
    };
    let before = || {
        let row = document.text.get(..span.start as usize)?.trim_end().strip_suffix(" and")?;
        let (rest, other) = row.rsplit_once(' ')?;
        let states = lexicon.names.demonym(last_word(rest));
        (of_body(other) && states.len() == 1).then(|| states[0])
    };
    let behind = || {
        let row = document.text.get(span.end as usize..)?.strip_prefix(" and ")?;
        let (other, rest) = row.split_once(" of ")?;
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != ' ').unwrap_or(rest.len());
        let words: Vec<&str> = rest[..end].split(' ').take_while(|word| word.starts_with(char::is_uppercase)).collect();
        let state = lexicon.names.find(&words.join(" "));
        match state {
            Some(Known::State(state)) if of_body(other) => Some(state),
            _ => None,
        }
    };
    // "the people and *government* of Arvia", where the state hangs on the first.
    let own = || {
        document.text.get(..span.start as usize)?.trim_end().strip_suffix(" and")?;
        let rest = document.text.get(span.end as usize..)?.strip_prefix(" of ")?;
        let words: Vec<&str> = rest.split([' ', ',', '.', ';']).take_while(|word| large(word)).collect();
        match lexicon.names.find(&words.join(" ")) {
            Some(Known::State(state)) => Some(state),
            _ => None,
        }
    };
    let state = before().or_else(behind).or_else(own)?;
    let name = format!("{} {noun}", state.demonyms.first()?);
    let kind = if is(NounClass::People) { EntityKind::Group } else { EntityKind::Organisation };
    Some(Found { reason: format!("{noun} of {} are told with others of it", state.name), name, kind, known: None })
}

/// True for words of small letters for those who fight for a state or hold an office of it: `soldiers`, `foreign minister`.
pub(super) fn is_served_by(roster: &Roster<'_>, words: &str) -> bool {
    let lexicon = roster.lexicon;
    let serves = |noun: &str| {
        let people = lexicon.nouns.is(noun, NounClass::People);
        let office = matches!(lexicon.titles.class(noun), Some(TitleClass::Head | TitleClass::Office));
        people && (office || lexicon.nouns.is(noun, NounClass::Forces))
    };
    !words.contains(char::is_uppercase) && is_in_singular(last_word(words), serves)
}

/// "rebel groups" and "rebel fighters" are rebels; a lone "rebel" before another noun ("rebel attack") as well.
pub(super) fn people(roster: &Roster<'_>, words: &str) -> Option<String> {
    let (before, last) = words.rsplit_once(' ')?;
    let noun = last_word(before);
    // "local militias" are no locals: those who live somewhere are called so by an adjective.
    // "community militias" are no communities, but theirs.
    let local = [NounClass::Inhabitants, NounClass::Many].iter().any(|&class| roster.lexicon.nouns.is(noun, class));
    let fits = roster.lexicon.institutions.is_membership(&last.to_lowercase()) && is_people(roster, noun) && !local;
    fits.then(|| with_s(before))
}

/// A singular noun for a human being that is written small.
pub(super) fn is_people(roster: &Roster<'_>, noun: &str) -> bool {
    let numbers = &roster.lexicon.numbers;
    // "the dead" have no plural.
    let harmed = matches!(numbers.counted(noun), Some(QuantityKind::Killed | QuantityKind::Wounded));
    !harmed
        && !noun.ends_with('s')
        && !noun.chars().any(char::is_uppercase)
        && roster.lexicon.nouns.is(noun, NounClass::People)
}

/// "Arvian army", "Arvia's army", "army of Arvia": an institution of a state, by one name however it is put.
pub(super) fn institution(roster: &Roster<'_>, words: &str) -> Option<Found> {
    let names = &roster.lexicon.names;
    let of = words.split_once(" of ").map(|(noun, owner)| (owner, noun));
    // The noun can have two words: "Arvian foreign ministry".
    let splits = words.match_indices(' ').map(|(at, _)| (&words[..at], &words[at + 1..]));
    let plain = of.into_iter().chain(splits).find(|(_, noun)| roster.lexicon.institutions.has(&noun.to_lowercase()));
    let turned = turned(roster, words);
    let (owner, noun) = turned.as_ref().map(|(owner, noun)| (*owner, noun.as_str())).or(plain)?;
    let bare = without_possessive(owner);
    let states = names.demonym(bare);
    let state = match (names.find(bare), states.as_slice()) {
        (Some(Known::State(state)), _) => state,
        (_, [state]) => state,
        // "Brek's government", where the tables know Brek for a man of one state.
        (Some(Known::Actor(person)), _) if person.kind == ActorKind::Person && bare != owner => {
            match person.countries.as_slice() {
                [iso] => names.state(iso)?,
                _ => return None,
            }
        }
        _ => names.capital(bare).filter(|_| bare != owner)?,
    };
    let found = institution_of(roster, state, &noun.to_lowercase())?;
    Some(match found.known {
        Some(_) => Found { reason: format!("{words} is known as {}", found.name), ..found },
        None => found,
    })
}

/// "ministry of defence of Arvia", "Arvian ministry of defence": the owner, and the noun as it is put more shortly, "defence ministry".
fn turned<'w>(roster: &Roster<'_>, words: &'w str) -> Option<(&'w str, String)> {
    let (before, field) = words.split_once(" of ")?;
    let split = |words: &'w str| words.rsplit_once(' ');
    let (owner, noun, field) = match field.split_once(" of ") {
        Some((field, owner)) => (owner, before, field),
        None => split(before).map(|(owner, noun)| (owner, noun, field))?,
    };
    let noun = format!("{field} {noun}").to_lowercase();
    roster.lexicon.institutions.has(&noun).then_some((owner, noun))
}

/// The institution of a state by its noun, in small letters: `Arvian army`; a regime is its `Arvian government`.
pub(super) fn institution_of(roster: &Roster<'_>, state: &State, noun: &str) -> Option<Found> {
    let names = &roster.lexicon.names;
    let adjective = state.demonyms.first()?;
    let own = format!("{adjective} {noun}");
    let name = roster.lexicon.institutions.usual(noun).map_or(own.clone(), |usual| format!("{adjective} {usual}"));
    if let Some(known) = names.find(&own).or_else(|| names.find(&name)) {
        let reason = format!("{own} is known as {}", known.name());
        return Some(Found { name: known.name().to_string(), kind: known.kind(), known: Some(known.key()), reason });
    }
    let kind = kind_of(roster, noun, noun.ends_with('s'));
    Some(Found { reason: format!("described as {name}"), name, kind, known: None })
}

/// The words in small letters, except those that are names.
fn in_small_letters(roster: &Roster<'_>, words: &str) -> String {
    let mut parts: Vec<String> = words.split(' ').map(str::to_string).collect();
    // "Tavan Guard men" begins with a name of two words, "Top Arvian leaders" does not.
    let name = parts.len() > 2
        && parts[1].starts_with(char::is_uppercase)
        && !roster.is_adjective(&parts[1])
        && !is_common(roster, &parts[0]);
    // "South Kestrian jets"
    let name = name || parts.len() > 2 && !roster.lexicon.names.demonym(&parts[..2].join(" ")).is_empty();
    if let Some(first) = parts.first_mut() {
        // "Brek's men" begins with a name, whatever sentence it begins.
        let owner = without_possessive(first);
        let named = owner != first.as_str()
            && !is_common(roster, owner)
            && roster.lexicon.anaphors.get(&owner.to_lowercase()).is_none();
        let all_capitals = first.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && first.len() > 1;
        if !all_capitals && !named && !name && !roster.is_proper(first) {
            *first = small_first(first);
        }
    }
    // "mission of the United Nations" ends with a name of two words.
    let ends_with_name = (2..=3)
        .filter(|length| *length < parts.len())
        .any(|length| roster.lexicon.names.find(&parts[parts.len() - length..].join(" ")).is_some());
    // "commanders of the Kordun Front": the whole name is written large.
    let written = parts.len() >= 3 && {
        let before = &parts[parts.len() - 2];
        let small = parts[..parts.len() - 2].iter().any(|part| part.starts_with(char::is_lowercase));
        small && before.starts_with(char::is_uppercase) && roster.lexicon.names.demonym(before).is_empty()
    };
    if let Some(last) = parts.last_mut()
        && !ends_with_name
        && !written
        && last.chars().next().is_some_and(char::is_uppercase)
        && (!roster.is_proper(last) || is_common(roster, last))
    {
        *last = small_first(last);
    }
    parts.join(" ")
}

/// A noun of the tables is no name, however it is written: "Soldiers".
pub(super) fn is_common(roster: &Roster<'_>, word: &str) -> bool {
    is_in_singular(word, |noun| !roster.lexicon.nouns.classes(noun).is_empty())
}

/// A common noun as running text has it: `rebels` for `Rebels`, and for the `REBELS` of a text in capitals.
pub(super) fn small_first(word: &str) -> String {
    if word.chars().nth(1).is_some() && !word.contains(char::is_lowercase) {
        return word.to_lowercase();
    }
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// Several of whom a word names one: `rebels` for `rebel`; a word that means several already stays.
pub(super) fn in_plural(roster: &Roster<'_>, words: &str) -> String {
    let several = is_in_singular(last_word(words), |noun| roster.lexicon.nouns.is(noun, NounClass::Many));
    if several { words.to_string() } else { with_s(words) }
}

/// `rebels`, `families`.
pub(super) fn with_s(words: &str) -> String {
    match words.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{words}s"),
    }
}

fn kind_of(roster: &Roster<'_>, words: &str, plural: bool) -> EntityKind {
    // "chief of the army" is a person: what stands before the first preposition is the head.
    let head = words.split(" of ").next().and_then(|head| head.split(" for ").next()).unwrap_or(words);
    let nouns = singulars(last_word(head));
    let classes: Vec<NounClass> = nouns.iter().flat_map(|noun| roster.lexicon.nouns.classes(noun)).copied().collect();
    let is = |class: NounClass| classes.contains(&class);
    if is(NounClass::People) {
        if plural || is(NounClass::Many) { EntityKind::Group } else { EntityKind::Person }
    } else if is(NounClass::Party) {
        if plural { EntityKind::Group } else { EntityKind::Organisation }
    } else if is(NounClass::Forces) {
        EntityKind::Group
    } else if is(NounClass::Place) || is(NounClass::Site) {
        EntityKind::Place
    } else {
        EntityKind::Thing
    }
}

/// The words of a mention or argument that names somebody, whatever kind of words they are.
pub(super) fn by_words(
    roster: &Roster<'_>,
    text: &str,
    kind: MentionKind,
    hint: Option<EntityKind>,
    plural: bool,
) -> Option<Found> {
    match kind {
        MentionKind::Name | MentionKind::Modifier => roster.find(text, kind, hint),
        MentionKind::Nominal | MentionKind::Pronoun => describe(roster, text, plural),
    }
}
