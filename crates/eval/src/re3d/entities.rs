//! How well are the entities that people marked found, with their types?
//!
//! "The Kestrian army shelled a town" marks `The Kestrian army` as `Organisation` and `a town` as `Location`. Ours are the
//! mentions of a reading, the times, and the numbers and sums of money that the language engine finds. A mention is without
//! its article, numbers and judging adjectives, and the set's entity is with them: the words of the phrase before the head
//! are taken in. One inside another of the same phrase ("Kestrian") is left out, since the set marks the longer one. What our
//! kinds are called there stands in `data/entity_types.tsv`.
//!
//! Exact: the very borders and type. Relaxed: a shared word and the type, each marked entity met once.

use crate::chain::{Chain, Read};
use crate::{Counts, Figure};
use anyhow::{Context, Result};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Antecedent, Lexicon, NounClass, Table};
use model::{EntityKind, Mention, MentionKind, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What people marked of less sureness than this is left out.
pub(super) const SURE: f64 = 0.5;

/// Borders in bytes, and type.
pub(super) type Entity = (u32, u32, &'static str);

/// What our kinds are called in the set.
#[derive(Debug)]
pub(super) struct Types(BTreeMap<(&'static str, &'static str), &'static str>);

impl Types {
    pub fn of(set: &str) -> Result<Types> {
        let text = include_str!("../../data/entity_types.tsv");
        let table = Table::parse("entity_types.tsv", text, &["set", "ours", "as", "theirs"]).context("data of eval")?;
        let rows = table.rows().iter().filter(|row| row.cell(0) == set);
        Ok(Types(rows.map(|row| ((row.cell(1), row.cell(2)), row.cell(3))).collect()))
    }

    /// The type of a kind that stands somewhere in a way, else of that kind however it stands.
    fn get(&self, ours: &str, way: &str) -> Option<&'static str> {
        let found = self.0.iter().find(|((kind, how), _)| *kind == ours && *how == way);
        found.or_else(|| self.0.iter().find(|((kind, how), _)| *kind == ours && how.is_empty())).map(|(_, of)| *of)
    }

    /// The set's own word for a type.
    pub fn name(&self, theirs: &str) -> Option<&'static str> {
        self.0.values().find(|of| **of == theirs).copied()
    }
}

/// The figures of the texts, each with the entities that people marked in it.
pub(super) fn figures(set: &'static str, all: &[(BTreeSet<Entity>, BTreeSet<Entity>)]) -> Vec<Figure> {
    let (mut exact, mut relaxed) = (Counts::default(), Counts::default());
    let mut each: BTreeMap<&str, Counts> = BTreeMap::new();
    for (found, marked) in all {
        exact.add(Counts::new(found.intersection(marked).count(), found.len(), marked.len()));
        for (of, counts) in overlapping(found, marked) {
            relaxed.add(counts);
            each.entry(of).or_default().add(counts);
        }
    }
    let mut figures = vec![
        Figure::f1(set, "all", "entities, exact, micro F1", exact),
        Figure::f1(set, "all", "entities, relaxed, micro F1", relaxed),
    ];
    let each = each.into_iter().filter(|(_, counts)| counts.marked >= 20);
    figures.extend(each.map(|(of, counts)| Figure::f1(set, "all", &format!("{of}, relaxed F1"), counts)));
    figures
}

/// Counts by type of those that share a word. The pair that shares most is made first.
fn overlapping(found: &BTreeSet<Entity>, marked: &BTreeSet<Entity>) -> BTreeMap<&'static str, Counts> {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    found.iter().for_each(|one| counts.entry(one.2).or_default().found += 1);
    marked.iter().for_each(|one| counts.entry(one.2).or_default().marked += 1);
    let shared = |one: &Entity, other: &Entity| one.1.min(other.1).saturating_sub(one.0.max(other.0));
    let mut pairs: Vec<(u32, &Entity, &Entity)> = Vec::new();
    for one in marked {
        pairs.extend(found.iter().filter(|other| other.2 == one.2 && shared(one, other) > 0).map(|other| {
            // Of equal ones the one with fewer words that are not shared.
            let both = (one.1 - one.0) + (other.1 - other.0);
            (2000 * shared(one, other) / both, one, other)
        }));
    }
    pairs.sort_by_key(|(share, one, other)| (std::cmp::Reverse(*share), *one, *other));
    let (mut met, mut used) = (BTreeSet::new(), BTreeSet::new());
    for (_, one, other) in pairs {
        if !met.contains(one) && !used.contains(other) {
            met.insert(one);
            used.insert(other);
            counts.entry(one.2).or_default().right += 1;
        }
    }
    counts
}

/// The entities of a reading, as the set would mark them.
pub(super) fn found(chain: &Chain, types: &Types, read: &Read) -> BTreeSet<Entity> {
    let resolution = &read.resolution;
    let reading = &resolution.reading;
    let acting: BTreeSet<Span> = reading.claims.iter().flat_map(acting).collect();
    let mut found = BTreeSet::new();
    // "now", "soon" and "recently" are no times there.
    let dated = |time: &&model::TimeExpression| time.value.as_ref().is_none_or(|value| !value.ends_with("_REF"));
    for time in reading.times.iter().filter(dated) {
        found.extend(types.get("time", "").map(|of| (time.span.start, time.span.end, of)));
    }
    let times: Vec<Span> = reading.times.iter().map(|time| time.span).collect();
    let mut from = 0;
    for (number, sentence) in reading.sentences.iter().enumerate() {
        let parse = chain.parse(sentence.span.get(&read.document.text).unwrap_or(""));
        let at = |span: Span| span.shifted(sentence.span.start as usize);
        for name in parse.names() {
            let ours = match name.label {
                NameLabel::Cardinal | NameLabel::Quantity | NameLabel::Percent => "number",
                NameLabel::Money => "money",
                _ => continue,
            };
            let span = at(parse.span(name.tokens.clone()));
            if !times.iter().any(|time| time.overlaps(span)) {
                found.extend(types.get(ours, "").map(|of| (span.start, span.end, of)));
            }
        }
        let mentions = reading.mentions[from..].iter().take_while(|mention| mention.sentence as usize == number);
        let count = mentions.clone().count();
        let phrases: Vec<(usize, Span)> =
            mentions.enumerate().map(|(i, mention)| (from + i, phrase(&parse, mention, sentence.span.start))).collect();
        from += count;
        for (index, span) in &phrases {
            let mention = &reading.mentions[*index];
            let inside = |(other, outer): &(usize, Span)| {
                other != index && outer.contains(*span) && outer.len() > span.len() && is_part(mention, *outer, read)
            };
            let owns = tag_of(&parse, mention, sentence.span.start) == Some(Tag::PrpPoss);
            if owns || phrases.iter().any(inside) || times.iter().any(|time| time.contains(*span)) {
                continue;
            }
            let kind = resolution.mention_entities[*index]
                .as_ref()
                .and_then(|id| resolution.entities.iter().find(|entity| entity.id == *id))
                .map(|entity| entity.kind)
                .or(mention.hint);
            let theirs = label(types, &chain.lexicon, mention, kind, acting.contains(&mention.head), read);
            found.extend(theirs.map(|of| (span.start, span.end, of)));
        }
    }
    found
}

/// True for an adjective or name inside the words of another phrase, before its head.
fn is_part(mention: &Mention, outer: Span, read: &Read) -> bool {
    let heads = &read.resolution.reading.mentions;
    mention.kind != MentionKind::Pronoun
        && heads.iter().any(|other| other.head.start > mention.head.start && outer.contains(other.head))
        && !read.document.text[mention.span.start as usize..outer.end as usize].contains(" of ")
}

fn acting(claim: &model::Claim) -> Vec<Span> {
    let sources = claim.attribution.iter().flat_map(|link| &link.sources);
    claim.actor.iter().chain(&claim.target).chain(sources).map(|argument| argument.head).collect()
}

fn label(
    types: &Types,
    lexicon: &Lexicon,
    mention: &Mention,
    kind: Option<EntityKind>,
    acts: bool,
    read: &Read,
) -> Option<&'static str> {
    let adjective = mention.kind == MentionKind::Modifier && matches!(mention.hint, None | Some(EntityKind::Group));
    if adjective {
        return types.get("adjective", "");
    }
    let head = mention.head.get(&read.document.text)?.to_lowercase();
    // Who speaks is known in claims only.
    if mention.kind == MentionKind::Pronoun && kind.is_none() {
        let anaphor = lexicon.anaphors.get(&head)?;
        let kind = match anaphor.stands_for.first()? {
            Antecedent::Speaker if anaphor.plural => EntityKind::Group,
            Antecedent::Speaker | Antecedent::Person => EntityKind::Person,
            _ => return None,
        };
        return types.get(kind.as_str(), "");
    }
    let is = |class: NounClass| {
        let one = head.strip_suffix("es").or(head.strip_suffix('s')).unwrap_or(&head);
        let forms = [head.as_str(), head.strip_suffix('s').unwrap_or(&head), one];
        forms.iter().any(|form| lexicon.nouns.is(form, class))
    };
    let thing = kind.is_none_or(|kind| kind == EntityKind::Thing);
    if thing || mention.kind == MentionKind::Nominal && is(NounClass::Vehicle) {
        let classes = [("arms", NounClass::Arms), ("vehicle", NounClass::Vehicle), ("accord", NounClass::Accord)];
        return classes.iter().find(|(_, class)| is(*class)).and_then(|(ours, _)| types.get(ours, ""));
    }
    types.get(kind?.as_str(), if acts { "acting" } else { "" })
}

fn tag_of(parse: &Parse<'_>, mention: &Mention, base: u32) -> Option<Tag> {
    let at = parse.tokens().iter().position(|token| token.span.start + base == mention.head.start)?;
    Some(parse.tag(at))
}

/// The phrase of a mention with the words before its head that belong to it.
fn phrase(parse: &Parse<'_>, mention: &Mention, base: u32) -> Span {
    let (start, end) = (mention.head.start.saturating_sub(base), mention.head.end.saturating_sub(base));
    let Some(head) = parse.tokens().iter().position(|token| token.span.start == start && token.span.end == end) else {
        return mention.span;
    };
    if mention.kind == MentionKind::Modifier || mention.kind == MentionKind::Pronoun {
        return mention.span;
    }
    let left = parse
        .children(head)
        .filter(|&child| {
            child < head
                && (matches!(
                    parse.dep(child),
                    Dep::Det | Dep::Amod | Dep::Nummod | Dep::Compound | Dep::Poss | Dep::Nmod
                ) || parse.tag(child) == Tag::Pdt)
        })
        .map(|child| parse.subtree(child).start)
        .min();
    let Some(left) = left else { return mention.span };
    let left = if parse.pos(left) == Pos::Punct { left + 1 } else { left };
    let start = parse.token(left).span.start + base;
    Span { start: start.min(mention.span.start), end: mention.span.end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_entity_is_met_once_by_the_one_that_shares_most() {
        let marked = BTreeSet::from([(0, 10, "Person"), (20, 30, "Location")]);
        let found = BTreeSet::from([(0, 10, "Person"), (4, 10, "Person"), (24, 30, "Weapon")]);
        let counts = overlapping(&found, &marked);
        assert_eq!(counts["Person"], Counts::new(1, 2, 1));
        assert_eq!(counts["Location"], Counts::new(0, 0, 1));
        assert_eq!(counts["Weapon"], Counts::new(0, 1, 0));
        let figures = figures("re3d", &[(found, marked)]);
        assert_eq!(figures[0].note, "P 33.3 R 50.0, 1 right of 3, 2 marked");
        assert_eq!(figures[1].note, "P 33.3 R 50.0, 1 right of 3, 2 marked");
    }

    #[test]
    fn the_table_of_types_is_sound() {
        let types = Types::of("re3d").expect("types");
        assert_eq!((types.get("state", "acting"), types.get("state", "")), (Some("Organisation"), Some("Location")));
        assert_eq!((types.get("person", "acting"), types.get("unknown", "")), (Some("Person"), None));
    }
}
