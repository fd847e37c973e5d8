//! Who else in a record may be the same?
//!
//! "Anton Brek" of one report and "Gen. Brek" of another are two entities when nothing in either text ties them. Whether
//! they are one is for a person to say: [`alike`] lists who may be meant, with what speaks for it and what against.
//!
//! Names are compared, no texts: `Brek` is a part of `Anton Brek`, `FLA` the first letters of `Front for the Liberation of
//! Arvia`, `Brekh` one letter away from `Brek`. That two stand beside each other in claims speaks against it.

use lexicon::fold;
use model::{EntityId, EntityKind};

/// Others that are given at most, the likeliest first.
const MOST: usize = 8;
/// Letters from which on a name that differs by one letter is worth a look.
const LONG: usize = 6;

/// Somebody of a record, as far as names go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Somebody {
    /// Who.
    pub id: EntityId,
    /// The canonical name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Key of the knowledge entry; `None`: known only from the texts.
    pub known: Option<String>,
}

/// Somebody else who may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Who.
    pub other: Somebody,
    /// What speaks for it, one sentence each.
    pub speaks_for: Vec<String>,
    /// What speaks against it.
    pub speaks_against: Vec<String>,
}

/// Those of `all` who may be the same as `one`, the likeliest first. `together` tells in how many claims two of them stand
/// beside each other in different roles.
pub fn alike(one: &Somebody, all: &[Somebody], together: impl Fn(&EntityId) -> u64) -> Vec<Alike> {
    let mine = Forms::of(&one.name);
    let mut found: Vec<(u32, Alike)> = Vec::new();
    for other in all.iter().filter(|other| other.id != one.id && may_share(one.kind, other.kind)) {
        let Some((weight, why)) = likeness(one, &mine, other) else { continue };
        let mut against = Vec::new();
        let mut weight = weight;
        match (&one.known, &other.known) {
            (Some(here), Some(there)) if here != there => {
                against.push(format!("the lists know {} and {} as two", one.name, other.name));
                weight = 0;
            }
            _ => {}
        }
        if one.kind != other.kind {
            against.push(format!("taken for two kinds: {} and {}", one.kind.as_str(), other.kind.as_str()));
            weight = weight.saturating_sub(1);
        }
        found.push((weight, Alike { other: other.clone(), speaks_for: vec![why], speaks_against: against }));
    }
    found.sort_by(|(x, a), (y, b)| {
        y.cmp(x).then_with(|| (&a.other.name, &a.other.id).cmp(&(&b.other.name, &b.other.id)))
    });
    let mut found: Vec<Alike> = found.into_iter().take(MOST).map(|(_, alike)| alike).collect();
    for alike in &mut found {
        match together(&alike.other.id) {
            0 => {}
            1 => alike.speaks_against.push("a claim has them beside each other, in two roles".to_string()),
            several => {
                alike.speaks_against.push(format!("{several} claims have them beside each other, in two roles"));
            }
        }
    }
    found
}

/// A person is never a thing, a place no person; groups and organisations are told apart by a word.
fn may_share(one: EntityKind, other: EntityKind) -> bool {
    use EntityKind::{Group, Organisation, Place, State};
    let collective = |kind| matches!(kind, Group | Organisation);
    one == other
        || collective(one) && collective(other)
        || [one, other] == [State, Place]
        || [one, other] == [Place, State]
}

/// The forms in which a name is compared.
struct Forms {
    deep: String,
    words: Vec<String>,
}

impl Forms {
    fn of(name: &str) -> Forms {
        let words = name.split(' ').map(fold::deep).filter(|word| !word.is_empty()).collect();
        Forms { deep: fold::deep(name), words }
    }
}

/// What two names share, and how much that says.
fn likeness(one: &Somebody, mine: &Forms, other: &Somebody) -> Option<(u32, String)> {
    let theirs = Forms::of(&other.name);
    if mine.deep == theirs.deep {
        return Some((5, format!("{} and {} are spelled alike", one.name, other.name)));
    }
    for (short, long, short_name, long_name) in
        [(mine, &theirs, &one.name, &other.name), (&theirs, mine, &other.name, &one.name)]
    {
        if is_initials(short_name, long_name) {
            return Some((4, format!("{short_name} are the first letters of {long_name}")));
        }
        // Small words describe: "rebels" is no short name of "rebels of the north", "leaders of the Front" are not the Front.
        let named =
            short_name.chars().any(char::is_uppercase) && long_name.chars().next().is_some_and(char::is_uppercase);
        let part = !short.words.is_empty()
            && short.words.len() < long.words.len()
            && named
            && short.words.iter().any(|word| word.chars().count() > 2);
        let ends = part && long.words.ends_with(&short.words);
        let begins = part && long.words.starts_with(&short.words);
        if ends && one.kind == EntityKind::Person {
            return Some((4, format!("{short_name} ends the name {long_name}")));
        }
        if ends || begins {
            return Some((3, format!("{short_name} is a part of the name {long_name}")));
        }
    }
    let close = mine.deep.chars().count() >= LONG && is_one_letter_away(&mine.deep, &theirs.deep);
    close.then(|| (2, format!("{} and {} differ by one letter", one.name, other.name)))
}

/// True when the letters of `short` are the first letters of the words of `long`, small words left out or not.
fn is_initials(short: &str, long: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.len() < 2 || letters.iter().any(|c| c.is_lowercase()) {
        return false;
    }
    let initials = |capitals: bool| -> Vec<char> {
        let first = long.split([' ', '-']).filter_map(|word| word.chars().next());
        first.filter(|c| c.is_alphabetic() && (!capitals || c.is_uppercase())).flat_map(char::to_uppercase).collect()
    };
    initials(true) == letters || initials(false) == letters
}

/// True when one letter put in, taken out or exchanged makes one of the other.
fn is_one_letter_away(one: &str, other: &str) -> bool {
    let (short, long): (Vec<char>, Vec<char>) = match one.chars().count() <= other.chars().count() {
        true => (one.chars().collect(), other.chars().collect()),
        false => (other.chars().collect(), one.chars().collect()),
    };
    if long.len() - short.len() > 1 || short == long {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    let rest = if short.len() == long.len() { &short[same + 1..] } else { &short[same..] };
    rest == &long[same + 1..]
}

#[cfg(test)]
mod tests {
    use super::{Somebody, alike};
    use model::{EntityId, EntityKind};

    fn somebody(name: &str, kind: EntityKind) -> Somebody {
        Somebody { id: EntityId(name.to_string()), name: name.to_string(), kind, known: None }
    }

    fn names(one: &str, kind: EntityKind, others: &[(&str, EntityKind)]) -> Vec<String> {
        let all: Vec<Somebody> = others.iter().map(|(name, kind)| somebody(name, *kind)).collect();
        alike(&somebody(one, kind), &all, |_| 0).into_iter().map(|alike| alike.other.name).collect()
    }

    #[test]
    fn parts_initials_and_spellings_of_a_name_may_be_the_same() {
        use EntityKind::{Organisation, Person};
        assert_eq!(names("Anton Brek", Person, &[("Brek", Person), ("Ivo Brek", Person)]), ["Brek"]);
        assert_eq!(names("Brek", Person, &[("Anton Brek", Person), ("Ivo Brek", Person)]), ["Anton Brek", "Ivo Brek"]);
        let front = "Front for the Liberation of Arvia";
        assert_eq!(names("FLA", Organisation, &[(front, Organisation), ("Arvian Front", Organisation)]), [front]);
        assert_eq!(names("Kestrin Front", Organisation, &[("Kestrim Front", Organisation)]), ["Kestrim Front"]);
    }

    #[test]
    fn descriptions_and_other_kinds_are_not() {
        use EntityKind::{Group, Person, Place};
        assert!(names("rebels", Group, &[("rebels of the north", Group)]).is_empty());
        assert!(names("Kestrin Front", Group, &[("leaders of the Kestrin Front", Group)]).is_empty());
        assert!(names("Tavan", Place, &[("Ada Tavan", Person)]).is_empty());
    }

    #[test]
    fn what_speaks_against_it_is_told() {
        let mut here = somebody("Brek", EntityKind::Person);
        let mut there = somebody("Anton Brek", EntityKind::Person);
        let told = alike(&here, std::slice::from_ref(&there), |_| 2);
        assert_eq!(told[0].speaks_for, ["Brek ends the name Anton Brek"]);
        assert_eq!(told[0].speaks_against, ["2 claims have them beside each other, in two roles"]);
        (here.known, there.known) = (Some("actor:Brek".into()), Some("actor:Anton Brek".into()));
        let told = alike(&here, &[there], |_| 0);
        assert_eq!(told[0].speaks_against, ["the lists know Brek and Anton Brek as two"]);
    }
}
