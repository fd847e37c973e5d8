//! After which place is a body called?
//!
//! `Velna` of "Velna Police Department", "University of Velna", "Bar Association of Velna Judges": who bears the name of a town or a
//! province in a name of his own is there. Only the words of the name are looked at; whether a table has the place is for
//! others to say. A people is no place: "Arvian Police" is called after none.

use crate::wording::singulars;
use lexicon::{Known, Lexicon, NounClass, TypeWord};

/// A part of a name that can be that of a place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its words.
    pub name: String,
    /// True where the word behind it says by itself that it is one: "*Velna* City Council".
    pub sure: bool,
    /// True where a noun stands behind it or nothing, so that it is a whole name: not of "*George* Velna University".
    pub whole: bool,
}

/// The parts of the name of a public body that can be places, longest first.
pub(crate) fn called_after(words: &str, lexicon: &Lexicon) -> Vec<Part> {
    let Lexicon { nouns, places, names, titles, place_words, .. } = lexicon;
    let tokens: Vec<&str> = words.split(' ').collect();
    if tokens.len() < 2 || matches!(names.find(words), Some(Known::Actor(_))) {
        return Vec::new();
    }
    let lower: Vec<String> = tokens.iter().map(|word| word.to_lowercase()).collect();
    let classes =
        |at: usize| singulars(&lower[at]).iter().flat_map(|one| nouns.classes(one).to_vec()).collect::<Vec<_>>();
    let noun = |at: usize| !classes(at).is_empty() || places.type_word(&lower[at]).is_some();
    let public = |at: usize| {
        let classes = classes(at);
        let body = classes.iter().any(|class| matches!(class, NounClass::Party | NounClass::Site | NounClass::Place));
        body && !classes.contains(&NounClass::Publication) || places.type_word(&lower[at]).is_some()
    };
    // "*Central* Bank", "*Miss* Velna County": a word that is no name is none of a place either.
    let common = |at: usize| {
        noun(at)
            || place_words.is_part(&lower[at])
            || titles.class(&lower[at]).is_some()
            || places.short_name(tokens[at]).is_some() && tokens[at].contains(char::is_lowercase)
    };
    let large = |at: usize| tokens[at].starts_with(char::is_uppercase);
    let mut found = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let end = (start..tokens.len()).find(|&at| !large(at)).unwrap_or(tokens.len());
        let behind_of = start > 0
            && (lower[start - 1] == "of" || start > 1 && lower[start - 1] == "the" && lower[start - 2] == "of");
        for stop in (start + 1..=end).rev() {
            let rest = if start == 0 { stop..tokens.len() } else { 0..start };
            let name = tokens[start..stop].join(" ");
            if start > 0 && !behind_of || !rest.into_iter().any(public) || stop - start == 1 && common(start) {
                continue;
            }
            if !names.demonym(&name).is_empty() && names.find(&name).is_none() {
                continue;
            }
            let kind = |at: usize| lower.get(at).and_then(|word| places.type_word(word)).filter(|_| at < end);
            // "*Velna County* Sheriff" is called after the county, "*Velna* City Council" after the town.
            let county = |kind: Option<TypeWord>| kind == Some(TypeWord::County);
            if county(kind(stop)) {
                continue;
            }
            let sure = kind(stop) == Some(TypeWord::Settlement) || stop - start > 1 && county(kind(stop - 1));
            let whole = sure || stop == end || noun(stop) || titles.class(&lower[stop]).is_some();
            found.push(Part { name, sure, whole });
        }
        start = end + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::called_after;
    use lexicon::Lexicon;

    fn parts(words: &str) -> Vec<String> {
        let lexicon = Lexicon::load().unwrap();
        let whole = called_after(words, &lexicon).into_iter().filter(|part| part.whole);
        whole.map(|part| format!("{}{}", part.name, if part.sure { "!" } else { "" })).collect()
    }

    #[test]
    fn a_public_body_is_called_after_what_stands_before_its_nouns_or_behind_of() {
        assert_eq!(parts("Velna Police Department"), ["Velna Police", "Velna"]);
        assert_eq!(parts("Old Velna City Council"), ["Old Velna City", "Old Velna!"]);
        assert_eq!(parts("University of Velna"), ["Velna"]);
        assert_eq!(parts("Velna County Sheriff Department"), ["Velna County Sheriff", "Velna County!"]);
        assert_eq!(parts("Velna Department of Transport"), ["Velna"]);
    }

    #[test]
    fn firms_papers_and_peoples_are_called_after_no_place() {
        assert_eq!(parts("Velna Analytica"), [""; 0]);
        assert_eq!(parts("Velna Times"), [""; 0]);
        assert_eq!(parts("Peruvian Police"), [""; 0]);
        assert_eq!(parts("Velna"), [""; 0]);
    }
}
