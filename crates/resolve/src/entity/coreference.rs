//! Which mentions take up somebody who was mentioned before?
//!
//! "The Front for Arvia attacked Tavan. The group said it had lost two men." Both `group` and `it` are the front: the
//! last one of the right kind and number, who is rather somebody that acts than somebody in passing. Where nobody fits
//! within the last sentences, a pronoun stands for nobody and a description for its own words.

use super::{Roster, description};
use crate::cast::{Cast, Found};
use crate::reason::Told;
use crate::wording::{as_word, clean, last_word, singulars, word_before};
use lexicon::{Anaphor, Antecedent, NounClass};
use model::{Claim, Document, EntityId, EntityKind, Mention, MentionKind, Reading, SourceKind, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Sentences back within which a word can take somebody up.
const REACH: u32 = 3;
/// Sentences back within which a description with the same head word can.
const FAR_REACH: u32 = 30;

/// Whom each mention stands for.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// By index of the mention.
    pub entities: Vec<Option<EntityId>>,
    /// Why, by index of the mention; nothing unless somebody asks.
    told: Vec<Told>,
    /// Index of the mention by its head.
    by_head: BTreeMap<Span, usize>,
    /// Index of the mention by all its words.
    by_words: BTreeMap<Span, usize>,
}

/// Somebody mentioned, as what comes after can take him up.
#[derive(Debug)]
struct Trace {
    entity: EntityId,
    kind: EntityKind,
    name: String,
    /// The words it was mentioned by, in small letters.
    words: Vec<String>,
    armed: bool,
    plural: bool,
    outlet: bool,
    sentence: u32,
    article: u32,
    /// Acts in a claim or says something.
    acts: bool,
    /// Only an adjective: "Arvian" in "Arvian officials".
    passing: bool,
    first: bool,
}

/// Tells whom the mentions of a document stand for.
pub(crate) fn resolve(document: &Document, reading: &Reading, roster: &Roster<'_>, cast: &mut Cast) -> Discourse {
    let mut pass = Pass {
        document,
        reading,
        roster,
        acting: heads(&reading.claims, |claim| claim.actor.iter().map(|argument| argument.head).collect()),
        speaking: heads(&reading.claims, |claim| {
            claim.attribution.iter().flat_map(|link| link.sources.iter().map(|source| source.head)).collect()
        }),
        outlets: heads(&reading.claims, |claim| {
            let outlets = claim.attribution.iter().filter(|link| link.kind == SourceKind::Outlet);
            outlets.flat_map(|link| link.sources.iter().map(|source| source.head)).collect()
        }),
        traces: Vec::new(),
        titles: BTreeMap::new(),
    };
    let mut discourse = Discourse::default();
    for (index, mention) in reading.mentions.iter().enumerate() {
        discourse.by_head.entry(mention.head).or_insert(index);
        discourse.by_words.entry(mention.span).or_insert(index);
        let entity = pass.mention(mention, cast);
        if let Some(entity) = &entity {
            pass.trace(mention, entity, cast);
        }
        discourse.entities.push(entity);
        discourse.told.push(cast.journal.take());
    }
    discourse
}

fn heads(claims: &[Claim], of: impl Fn(&Claim) -> Vec<Span>) -> BTreeSet<Span> {
    claims.iter().flat_map(of).collect()
}

struct Pass<'p, 'l> {
    document: &'p Document,
    reading: &'p Reading,
    roster: &'p Roster<'l>,
    acting: BTreeSet<Span>,
    speaking: BTreeSet<Span>,
    outlets: BTreeSet<Span>,
    traces: Vec<Trace>,
    /// Titles that stood with a person's name.
    titles: BTreeMap<EntityId, BTreeSet<String>>,
}

impl Pass<'_, '_> {
    fn mention(&mut self, mention: &Mention, cast: &mut Cast) -> Option<EntityId> {
        let text = mention.span.get(&self.document.text)?;
        let words = clean(text);
        let found = match mention.kind {
            MentionKind::Pronoun => {
                let anaphor = self.roster.lexicon.anaphors.get(&as_word(&words)?)?;
                return self.taken_up(mention, &words, anaphor, cast);
            }
            MentionKind::Nominal => {
                if let Some(entity) = self.description(mention, &words, cast) {
                    return Some(entity);
                }
                // "insurgent" in "insurgent-held" are insurgents.
                let joined =
                    self.document.text.get(mention.span.end as usize..).is_some_and(|rest| rest.starts_with('-'));
                if joined && description::is_people(self.roster, &words) {
                    description::describe(self.roster, &format!("{words}s"), true)?
                } else {
                    description::describe(self.roster, text, mention.plural)?
                }
            }
            MentionKind::Name | MentionKind::Modifier => self.roster.find(text, mention.kind, mention.hint)?,
        };
        let id = cast.add(&found);
        if found.kind == EntityKind::Person {
            let titles = self.titles_before(mention, text);
            self.titles.entry(id.clone()).or_default().extend(titles);
        }
        Some(id)
    }

    /// Whom a description with "the" or "this" takes up.
    fn description(&mut self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        if let Some(entity) = self.apposition(mention, cast) {
            return Some(entity);
        }
        let before = word_before(&self.document.text, mention.span.start as usize)?;
        let pointing = matches!(before.as_str(), "this" | "these");
        let owned = matches!(before.as_str(), "its" | "his" | "her" | "their");
        if !pointing && !owned && !matches!(before.as_str(), "the" | "that" | "those") {
            return None;
        }
        let head = last_word(words).to_lowercase();
        let bare = !words.contains(' ');
        if owned {
            // "his country" is a state named before; other things that somebody has are not.
            let anaphor = self
                .roster
                .lexicon
                .anaphors
                .get(&head)
                .filter(|anaphor| bare && anaphor.stands_for.as_slice() == [Antecedent::State])?;
            return self.taken_up(mention, words, anaphor, cast);
        }
        match self.same_head(mention, words, &head, bare).as_slice() {
            [] => {}
            [entity] => {
                cast.because(entity, &format!("the {words} takes up the words with the same head"), None);
                return Some(entity.clone());
            }
            // Two are called so: it is not told which.
            several => {
                for entity in several {
                    let name = cast.get(entity).map_or_else(String::new, |entity| entity.name.clone());
                    cast.journal.passed(&name, || format!("is one of {} that are called so", several.len()));
                }
                return None;
            }
        }
        let nouns = singulars(&head);
        if pointing && self.roster.lexicon.names.is_membership(&head) {
            return self.armed_group(mention, words, cast);
        }
        if !bare {
            // "this barbaric group": what is pointed at was just named, and is only judged here.
            let judged = pointing && !mention.plural && !words.split(' ').any(|word| self.roster.is_name(word));
            let anaphor = nouns.iter().find_map(|noun| self.roster.lexicon.anaphors.get(noun)).filter(|_| judged)?;
            return self.taken_up(mention, words, anaphor, cast);
        }
        if let Some(entity) = self.by_title(mention, &nouns) {
            cast.because(&entity, &format!("the {words} takes up the person with that title"), None);
            return Some(entity);
        }
        let anaphor = nouns.iter().find_map(|noun| self.roster.lexicon.anaphors.get(noun))?;
        if mention.plural {
            return None;
        }
        self.taken_up(mention, words, anaphor, cast)
    }

    /// "the newspaper Arvian Times", "Anton Brek, the head of the mission": a description right before a name, or behind
    /// a person's name and a comma, is of that one.
    fn apposition(&mut self, mention: &Mention, cast: &mut Cast) -> Option<EntityId> {
        if mention.plural {
            return None;
        }
        let text = &self.document.text;
        let beside = |from: u32, to: u32| text.get(from as usize..to as usize);
        // Mentions stand in order of the text, so those of one sentence stand together.
        let mentions = &self.reading.mentions;
        let from = mentions.partition_point(|other| other.sentence < mention.sentence);
        let beside_it = mentions[from..].iter().take_while(|other| other.sentence == mention.sentence);
        let names = beside_it.filter(|other| other.kind == MentionKind::Name && !other.span.overlaps(mention.span));
        for other in names {
            let words = other.span.get(text)?;
            let before =
                other.span.start >= mention.span.end && beside(mention.span.end, other.span.start) == Some(" ");
            let behind = other.span.end <= mention.span.start
                && other.hint == Some(EntityKind::Person)
                && matches!(beside(other.span.end, mention.span.start), Some(", the " | ", a " | ", an " | ", "));
            if !before && !behind {
                continue;
            }
            let found = self.roster.find(words, other.kind, other.hint)?;
            let fits = match mention.hint {
                Some(EntityKind::Person) => found.kind == EntityKind::Person,
                Some(EntityKind::Organisation) => found.kind == EntityKind::Organisation,
                _ => false,
            };
            if fits {
                let id = cast.add(&found);
                cast.because(&id, "a description stands beside the name", None);
                if let Some(head) = mention.head.get(text) {
                    self.titles.entry(id.clone()).or_default().insert(head.to_lowercase());
                }
                return Some(id);
            }
        }
        None
    }

    /// "these terrorists": the armed group that was named last.
    fn armed_group(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let article = self.article(mention);
        let near =
            self.traces.iter().rev().take_while(|trace| mention.sentence.saturating_sub(trace.sentence) <= REACH);
        let trace = near.filter(|trace| trace.article == article).find(|trace| trace.armed)?;
        cast.because(&trace.entity, &format!("these {words} are of {}, named before", trace.name), None);
        Some(trace.entity.clone())
    }

    /// The army after "Arvian army": the parties whose name or description ends with the same noun and has all words.
    /// Where only one of them was just spoken of, that one.
    fn same_head(&self, mention: &Mention, words: &str, head: &str, bare: bool) -> Vec<EntityId> {
        let article = self.article(mention);
        let said: Vec<String> = words.split(' ').map(str::to_lowercase).collect();
        let mut found: Vec<&Trace> = Vec::new();
        for trace in self.traces.iter().rev() {
            if trace.article != article || mention.sentence.saturating_sub(trace.sentence) > FAR_REACH {
                break;
            }
            let name: Vec<String> = trace.name.split(' ').map(str::to_lowercase).collect();
            let fuller = |name: &[String]| {
                let ends = name.last().is_some_and(|last| last == head);
                ends && name.len() > said.len() && said.iter().all(|word| name.contains(word))
            };
            // "the Arvian forces" after "Arvian government forces" may be others; bare "the forces" are these.
            let others = !bare && trace.kind == EntityKind::Group;
            if !fuller(&name) && !fuller(&trace.words) || trace.kind == EntityKind::Place && bare || others {
                continue;
            }
            if !found.iter().any(|other| other.entity == trace.entity) {
                found.push(trace);
            }
        }
        if let [last, next, ..] = found.as_slice()
            && mention.sentence.saturating_sub(last.sentence) <= 1
            && mention.sentence.saturating_sub(next.sentence) > 1
        {
            found.truncate(1);
        }
        found.into_iter().map(|trace| trace.entity.clone()).collect()
    }

    fn by_title(&self, mention: &Mention, nouns: &[String]) -> Option<EntityId> {
        let article = self.article(mention);
        let near =
            self.traces.iter().rev().take_while(|trace| mention.sentence.saturating_sub(trace.sentence) <= FAR_REACH);
        near.filter(|trace| trace.article == article && trace.kind == EntityKind::Person)
            .find(|trace| {
                let titles = self.titles.get(&trace.entity);
                titles.is_some_and(|titles| nouns.iter().any(|noun| titles.contains(noun)))
            })
            .map(|trace| trace.entity.clone())
    }

    /// The best of those mentioned before who can be meant by a word.
    fn taken_up(&self, mention: &Mention, words: &str, anaphor: &Anaphor, cast: &mut Cast) -> Option<EntityId> {
        let article = self.article(mention);
        let mut best: Option<(i32, &Trace)> = None;
        for trace in self.traces.iter().rev() {
            let back = mention.sentence.saturating_sub(trace.sentence);
            if trace.article != article || back > REACH {
                break;
            }
            let Some(fit) = fit(anaphor, trace) else {
                cast.journal.passed(&trace.name, || format!("cannot be meant by “{words}”"));
                continue;
            };
            // "A general spoke. The envoy left.": two offices without a name are two persons.
            let named = trace.name.chars().next().is_some_and(char::is_uppercase);
            if mention.kind == MentionKind::Nominal && trace.kind == EntityKind::Person && !named {
                cast.journal.passed(&trace.name, || "has no name, so it may be another one".to_string());
                continue;
            }
            let score = likelihood(fit, trace, back);
            // From the last to the first: an equal one that is nearer stays.
            if best.is_none_or(|(before, _)| score > before) {
                best = Some((score, trace));
            }
        }
        let (score, trace) = best?;
        self.note_others(mention, anaphor, score, trace, cast);
        // A title or an office can mean anybody; where two persons are near, it is not told which.
        if mention.kind == MentionKind::Nominal && trace.kind == EntityKind::Person {
            let near =
                self.traces.iter().rev().take_while(|other| mention.sentence.saturating_sub(other.sentence) <= REACH);
            if near.filter(|other| other.kind == EntityKind::Person).any(|other| other.entity != trace.entity) {
                return None;
            }
        }
        let reason = format!("{} takes up {}, mentioned before", words.to_lowercase(), trace.name);
        cast.because(&trace.entity, &reason, None);
        Some(trace.entity.clone())
    }

    /// Notes who else could have been taken up, when somebody asks.
    fn note_others(&self, mention: &Mention, anaphor: &Anaphor, score: i32, taken: &Trace, cast: &mut Cast) {
        if !cast.journal.is_kept() {
            return;
        }
        let article = self.article(mention);
        for trace in self.traces.iter().rev() {
            let back = mention.sentence.saturating_sub(trace.sentence);
            if trace.article != article || back > REACH {
                break;
            }
            let Some(fit) = fit(anaphor, trace).filter(|_| trace.entity != taken.entity) else { continue };
            let less = likelihood(fit, trace, back);
            let acts = if trace.acts { "acts" } else { "does not act" };
            let place = match back {
                0 => "in the same sentence".to_string(),
                1 => "in the sentence before".to_string(),
                _ => format!("{back} sentences before"),
            };
            cast.journal.passed(&trace.name, || format!("is less likely: {acts} {place} ({less} against {score})"));
        }
    }

    fn trace(&mut self, mention: &Mention, entity: &EntityId, cast: &Cast) {
        let Some(entity) = cast.get(entity) else { return };
        let text = mention.span.get(&self.document.text).unwrap_or("");
        let last = singulars(last_word(&entity.name));
        let group = last.iter().any(|noun| self.roster.lexicon.nouns.is(noun, NounClass::People));
        let first = self.traces.last().is_none_or(|trace| trace.sentence != mention.sentence);
        self.traces.push(Trace {
            entity: entity.id.clone(),
            kind: entity.kind,
            name: entity.name.clone(),
            words: clean(text).split(' ').map(str::to_lowercase).collect(),
            armed: self.roster.is_armed_group(&entity.name),
            plural: mention.plural && text != entity.name
                || entity.kind == EntityKind::Group
                || group && mention.plural,
            outlet: self.outlets.contains(&mention.head) || self.roster.is_outlet(&entity.name),
            sentence: mention.sentence,
            article: self.article(mention),
            acts: self.acting.contains(&mention.head) || self.speaking.contains(&mention.head),
            passing: mention.kind == MentionKind::Modifier,
            first,
        });
    }

    fn article(&self, mention: &Mention) -> u32 {
        self.reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.article)
    }

    /// Titles before a name, inside its words or outside: `minister` for "Foreign Minister Anton Brek".
    fn titles_before(&self, mention: &Mention, text: &str) -> BTreeSet<String> {
        let names = &self.roster.lexicon.names;
        let inside = names.after_titles(text);
        let from = self.reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.span.start);
        let before = self.document.text.get(from as usize..mention.span.start as usize).unwrap_or("");
        let mut titles: BTreeSet<String> = BTreeSet::new();
        for word in before.split_whitespace().rev().take(4) {
            let word = word.trim_matches([',', '.', '’', '\'']).to_lowercase();
            if names.title(&word).is_none() {
                break;
            }
            titles.insert(word);
        }
        titles.extend(text[..inside].split_whitespace().map(|word| word.trim_matches('.').to_lowercase()));
        titles
    }
}

/// How well somebody fits a word: `None` for not at all.
fn fit(anaphor: &Anaphor, trace: &Trace) -> Option<i32> {
    use EntityKind::*;
    let fits = |wanted: &Antecedent| -> Option<i32> {
        match (wanted, trace.kind) {
            (Antecedent::Organisation, Organisation) if !trace.outlet || anaphor.stands_for.len() > 1 => Some(2),
            (Antecedent::Organisation, Group) if !trace.plural && !anaphor.plural => Some(1),
            (Antecedent::Outlet, Organisation) if trace.outlet => Some(2),
            (Antecedent::State, State) => Some(if anaphor.plural { -2 } else { 2 }),
            (Antecedent::Settlement | Antecedent::Region | Antecedent::Site, Place) => {
                Some(if anaphor.stands_for.len() > 3 { -2 } else { 1 })
            }
            (Antecedent::Person, Person) if !trace.plural => Some(2),
            (Antecedent::People, Group) => Some(2),
            (Antecedent::People, Person) if trace.plural => Some(2),
            _ => None,
        }
    };
    anaphor.stands_for.iter().filter_map(fits).max()
}

/// How likely somebody so many sentences back is taken up, by how well he fits: who acts rather than who stands in passing.
fn likelihood(fit: i32, trace: &Trace, back: u32) -> i32 {
    fit - 4 * back as i32 + 3 * i32::from(trace.acts) + i32::from(trace.first) - 3 * i32::from(trace.passing)
}

impl Discourse {
    /// The entity of the mention with this head.
    pub fn entity(&self, head: Span) -> Option<&EntityId> {
        self.by_head.get(&head).and_then(|&index| self.entities[index].as_ref())
    }

    /// Whom a mention stands for, with the reasons noted again.
    fn of_mention(&self, index: usize, cast: &mut Cast) -> Option<EntityId> {
        cast.journal.again(&self.told[index]);
        self.entities[index].clone()
    }

    /// Whom the words of an argument stand for: what their mention does, else what they say.
    pub fn argument(
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
            return self.of_mention(at, cast);
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
                return self.of_mention(index, cast);
            }
            if let Some(entity) = &self.entities[index]
                && mention.span.contains(span)
            {
                cast.journal.again(&self.told[index]);
                return Some(entity.clone());
            }
            let found: Found =
                description::by_words(roster, span.get(&document.text)?, mention.kind, mention.hint, mention.plural)?;
            return Some(cast.add(&found));
        }
        let text = span.get(&document.text)?;
        let capital = head.get(&document.text).is_some_and(|head| head.chars().next().is_some_and(char::is_uppercase));
        let words = clean(text);
        if as_word(&words).is_some_and(|word| roster.lexicon.anaphors.get(&word).is_some()) {
            return None;
        }
        // "rebel" in "rebel attack" and "rebel-held" are rebels.
        if !words.contains(' ') && description::is_people(roster, &words) {
            let found = description::describe(roster, &format!("{words}s"), true)?;
            return Some(cast.add(&found));
        }
        let kind =
            if capital && roster.is_proper(last_word(&words)) { MentionKind::Name } else { MentionKind::Nominal };
        let plural = words.ends_with('s');
        let found = description::by_words(roster, text, kind, None, plural)?;
        Some(cast.add(&found))
    }
}
