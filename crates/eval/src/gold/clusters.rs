//! Are the mentions of one party one entity in the reading, and those of two parties two?
//!
//! The gold files give the forms that name an entity, not where they stand, so each form is looked for in the articles that
//! gold claims are about: longer forms first, none inside another, none that two entities share. A place where a form
//! stands is a gold mention. "the Grey Guard … the Guard … Velna" of two entities gives three mentions; a reading that takes
//! the Guard for another party than the Grey Guard keeps all three apart, and half of what belongs together is found.
//!
//! Counted is B³: for each gold mention, how many of those that the reading takes for the same are the same (precision), and
//! how many of the same it takes for the same (recall), each as a mean over all mentions of all texts.

use crate::chain::Read;
use model::Span;
use std::collections::BTreeMap;

/// A gold entity, by the forms that name it.
#[derive(Clone, Debug)]
pub struct Party {
    /// As they stand in the text.
    pub forms: Vec<String>,
}

/// Sums over mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clusters {
    /// Of the shares of what was taken for the same that is the same.
    pub precision: f64,
    /// Of the shares of the same that were taken for the same.
    pub recall: f64,
    /// How many mentions.
    pub mentions: usize,
    /// How many of them the reading has as mentions at all.
    pub found: usize,
}

impl Clusters {
    /// Adds those of another text.
    pub fn add(&mut self, other: Clusters) {
        self.precision += other.precision;
        self.recall += other.recall;
        self.mentions += other.mentions;
        self.found += other.found;
    }

    /// Of a mention, on average.
    pub fn mean_precision(self) -> f64 {
        if self.mentions == 0 { 0.0 } else { self.precision / self.mentions as f64 }
    }

    /// Of a mention, on average.
    pub fn mean_recall(self) -> f64 {
        if self.mentions == 0 { 0.0 } else { self.recall / self.mentions as f64 }
    }

    /// The clusters of one text: gold mentions by the entity they belong to, and whom the reading takes them for. One that
    /// the reading has not found, or takes for nobody, is by itself.
    pub fn of(mentions: &[(usize, Option<&str>)]) -> Clusters {
        let (mut golds, mut founds, mut both) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (gold, found) in mentions {
            *golds.entry(*gold).or_insert(0usize) += 1;
            if let Some(found) = found {
                *founds.entry(*found).or_insert(0usize) += 1;
                *both.entry((*gold, *found)).or_insert(0usize) += 1;
            }
        }
        let mut all = Clusters { mentions: mentions.len(), ..Clusters::default() };
        for (gold, found) in mentions {
            let (shared, taken) = found.map_or((1, 1), |found| (both[&(*gold, found)], founds[found]));
            all.precision += shared as f64 / taken as f64;
            all.recall += shared as f64 / golds[gold] as f64;
            all.found += usize::from(found.is_some());
        }
        all
    }
}

/// The clusters of one text. `within`: where gold claims stand; only articles that hold one of them are looked at.
pub fn measure(parties: &[Party], within: &[Span], read: &Read) -> Clusters {
    let told: Vec<(usize, Option<&str>)> =
        occurrences(parties, within, read).into_iter().map(|(party, span)| (party, entity(span, read))).collect();
    Clusters::of(&told)
}

/// Where the forms of each party stand, by its place in the list; in order of the text.
fn occurrences(parties: &[Party], within: &[Span], read: &Read) -> Vec<(usize, Span)> {
    let text = &read.document.text;
    let mut forms: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for (at, party) in parties.iter().enumerate() {
        for form in &party.forms {
            let form = without_article(form);
            forms.entry(form).and_modify(|of| *of = of.filter(|of| *of == at)).or_insert(Some(at));
        }
    }
    let mut forms: Vec<(&str, Option<usize>)> = forms.into_iter().filter(|(form, _)| !form.is_empty()).collect();
    forms.sort_by_key(|(form, _)| (std::cmp::Reverse(form.len()), *form));
    let articles: Vec<u32> = read
        .resolution
        .reading
        .sentences
        .iter()
        .filter(|sentence| within.iter().any(|claim| claim.overlaps(sentence.span)))
        .map(|sentence| sentence.article)
        .collect();
    let sentences = read.resolution.reading.sentences.iter().filter(|sentence| articles.contains(&sentence.article));
    let mut found: Vec<(usize, Span)> = Vec::new();
    for sentence in sentences {
        let words = sentence.span.get(text).unwrap_or("");
        let mut taken: Vec<(Span, Option<usize>)> = Vec::new();
        for (form, party) in &forms {
            for (at, _) in words.match_indices(form) {
                let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                if letter(words[..at].chars().next_back()) || letter(words[at + form.len()..].chars().next()) {
                    continue;
                }
                let start = sentence.span.start + at as u32;
                let span = Span { start, end: start + form.len() as u32 };
                if !taken.iter().any(|(other, _)| other.overlaps(span)) {
                    taken.push((span, *party));
                }
            }
        }
        found.extend(taken.into_iter().filter_map(|(span, party)| Some((party?, span))));
    }
    found.sort_by_key(|(_, span)| span.start);
    found
}

/// "The Guard" and "the Guard" are one form.
fn without_article(form: &str) -> &str {
    let form = form.trim();
    ["The ", "the ", "A ", "a ", "An ", "an "].iter().find_map(|article| form.strip_prefix(article)).unwrap_or(form)
}

/// The words of a span up to its head: `Guard of Velna` up to `Guard`, `chief, Anton Brek` up to `chief`.
fn core(span: Span, text: &str) -> Span {
    let words = span.get(text).unwrap_or("");
    let end = BEHIND.iter().filter_map(|word| words.find(word)).min().unwrap_or(words.len());
    Span { start: span.start, end: span.start + end as u32 }
}

/// What comes behind the head of a noun phrase.
const BEHIND: [&str; 14] = [
    ",",
    " (",
    " about ",
    " against ",
    " at ",
    " between ",
    " by ",
    " for ",
    " from ",
    " in ",
    " near ",
    " of ",
    " on ",
    " to ",
];

/// Whom the reading takes the words of a span for: by its mention there, else by an argument of a claim. Of several that
/// have the head of the span, the one that shares most words with it.
pub fn entity(span: Span, read: &Read) -> Option<&str> {
    let resolution = &read.resolution;
    let core = core(span, &read.document.text);
    let shared = |other: Span| other.end.min(span.end).saturating_sub(other.start.max(span.start));
    let fit = |other: Span, head: Span| {
        (other == span || core.contains(head) && other.end >= core.end)
            .then(|| (shared(other), std::cmp::Reverse(other.end - other.start), std::cmp::Reverse(other.start)))
    };
    let mentions = resolution.reading.mentions.iter().enumerate();
    let best = mentions.filter_map(|(at, mention)| Some((fit(mention.span, mention.head)?, at))).max();
    if let Some((_, at)) = best {
        let place = || resolution.mention_places.get(at)?.as_ref().map(|place| place.0.as_str());
        let entity = resolution.mention_entities.get(at)?.as_ref().map(|entity| entity.0.as_str());
        if let Some(found) = entity.or_else(place) {
            return Some(found);
        }
    }
    let arguments = resolution.reading.claims.iter().flat_map(|claim| claim.actor.iter().chain(&claim.target));
    let best = arguments
        .filter_map(|argument| Some((fit(argument.span, argument.head)?, argument.entity.as_ref()?.0.as_str())))
        .max();
    best.map(|(_, entity)| entity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_that_are_taken_apart_or_together_cost() {
        let near = |clusters: Clusters, precision: f64, recall: f64| {
            assert!((clusters.mean_precision() - precision).abs() < 1e-9, "{clusters:?}");
            assert!((clusters.mean_recall() - recall).abs() < 1e-9, "{clusters:?}");
        };
        near(Clusters::of(&[(0, Some("a")), (0, Some("a")), (1, Some("b"))]), 1.0, 1.0);
        // All in one: each of the two right for two of three, the third for one of three.
        near(Clusters::of(&[(0, Some("a")), (0, Some("a")), (1, Some("a"))]), 5.0 / 9.0, 1.0);
        // All apart, one of them not found.
        near(Clusters::of(&[(0, Some("a")), (0, None), (1, Some("b"))]), 1.0, 2.0 / 3.0);
        assert_eq!(Clusters::of(&[(0, Some("a")), (0, None)]).found, 1);
    }

    #[test]
    fn the_head_of_a_form_stands_before_what_follows() {
        let core = |text: &str| core(Span::new(0, text.len()), text).len();
        assert_eq!([core("Guard of Velna"), core("chief, Anton Brek"), core("Anton Brek")], [5, 5, 10]);
    }

    #[test]
    fn forms_are_one_with_and_without_article() {
        assert_eq!(["The Guard", "a raid", "Theo Brek"].map(without_article), ["Guard", "raid", "Theo Brek"]);
    }
}
