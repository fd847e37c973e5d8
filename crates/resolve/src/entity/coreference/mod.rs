//! Which mentions take up somebody who was mentioned before?
//!
//! "The Front for Arvia attacked Tavan. The group said it had lost two men." Both `group` and `it` are the front: the
//! last one of the right kind and number, who is rather somebody that acts than somebody in passing. "Anton Brek and Ivo
//! Hald met. They agreed": `They` are both. Where nobody fits within the last sentences, a pronoun stands for nobody and a
//! description for its own words. Each word that took somebody up keeps whom else it was weighed against.

mod agent;
mod candidate;
mod described;
mod landmark;
mod later;
mod owner;
mod pair;
mod party;
mod quote;
mod roles;
mod row;
mod sex;
mod shared;
mod topic;
mod trace;

use super::{Deeds, Roster, argument, description};
use crate::cast::{Cast, Found};
use crate::reason::Told;
use crate::surroundings::Home;
use crate::wording::{clean, is_in_singular, last_word, singulars, small};
use candidate::{Ask, Candidate, Trace, best, candidates};
use lexicon::{ActorKind, Anaphor, Antecedent, Known, Lexicon, NounClass, TypeWord};
use model::{ClaimType, Document, EntityId, EntityKind, Mention, MentionKind, Reading, SourceKind, Span};
use pair::Ordered;
use roles::{entered, heads, opposite, together, told};
use row::Row;
use sex::Sexes;
use std::collections::{BTreeMap, BTreeSet};

/// Whom each mention stands for.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// By index of the mention. Empty where several are meant, see [`rows`](Discourse::rows).
    pub entities: Vec<Option<EntityId>>,
    /// Mentions that stand for several, by index.
    pub rows: BTreeMap<usize, Vec<EntityId>>,
    /// Titles that stood with a person's name, in small letters.
    pub titles: BTreeMap<EntityId, BTreeSet<String>>,
    /// Who is named below with an office that opens a headline, by the sentence and the office in small letters.
    offices: BTreeMap<(u32, String), EntityId>,
    /// Why, by index of the mention; nothing unless somebody asks.
    told: Vec<Told>,
    /// Index of the mention by its head.
    pub(super) by_head: BTreeMap<Span, usize>,
    /// Index of the mention by all its words.
    pub(super) by_words: BTreeMap<Span, usize>,
}

impl Discourse {
    /// The entity of the mention with this head.
    pub fn entity(&self, head: Span) -> Option<&EntityId> {
        self.by_head.get(&head).and_then(|&index| self.entities[index].as_ref())
    }

    /// Notes again why a mention stands for whom it stands for.
    pub(super) fn note_again(&self, mention: usize, cast: &mut Cast) {
        cast.journal.again(&self.told[mention]);
    }

    /// Whom a mention stands for: nobody, one, or several.
    pub fn all(&self, mention: usize) -> Vec<EntityId> {
        match self.rows.get(&mention) {
            Some(row) => row.clone(),
            None => self.entities[mention].iter().cloned().collect(),
        }
    }
}

/// Tells whom the mentions of a document stand for.
pub(crate) fn resolve(
    document: &Document,
    reading: &Reading,
    roster: &Roster<'_>,
    home: &Home<'_>,
    deeds: &Deeds,
    cast: &mut Cast,
) -> Discourse {
    let mut pass = Pass {
        deeds,
        document,
        reading,
        roster,
        home,
        // What lies somewhere or matters to somebody does nothing, nor does a part that only stands beside its sort: "has an armed
        // wing, *the Tavan Brigades*".
        acting: heads(&reading.claims, |claim| match claim.claim_type {
            ClaimType::LocatedIn | ClaimType::ImportantTo => Vec::new(),
            ClaimType::PartOf if roles::is_beside(document, claim) => Vec::new(),
            _ => claim.actor.iter().map(|argument| argument.head).collect(),
        }),
        suffering: heads(&reading.claims, |claim| match claim.claim_type {
            ClaimType::Attack | ClaimType::Casualties | ClaimType::Detain | ClaimType::Displace => {
                claim.target.iter().map(|argument| argument.head).collect()
            }
            _ => Vec::new(),
        }),
        fighting: heads(&reading.claims, |claim| match claim.claim_type {
            ClaimType::Attack
            | ClaimType::Besiege
            | ClaimType::Capture
            | ClaimType::Casualties
            | ClaimType::Fight
            | ClaimType::Strike => claim.actor.iter().map(|argument| argument.head).collect(),
            _ => Vec::new(),
        }),
        assessed: heads(&reading.claims, |claim| match claim.claim_type {
            ClaimType::Judgement | ClaimType::Cause | ClaimType::Forecast => {
                claim.actor.iter().map(|argument| argument.head).collect()
            }
            _ => Vec::new(),
        }),
        asking: heads(&reading.claims, |claim| match claim.claim_type {
            ClaimType::Accuse | ClaimType::Demand | ClaimType::Support | ClaimType::Threaten => {
                claim.actor.iter().map(|argument| argument.head).collect()
            }
            _ => Vec::new(),
        }),
        speaking: heads(&reading.claims, |claim| {
            claim.attribution.iter().flat_map(|link| link.sources.iter().map(|source| source.head)).collect()
        }),
        outlets: heads(&reading.claims, |claim| {
            let outlets = claim.attribution.iter().filter(|link| link.kind == SourceKind::Outlet);
            outlets.flat_map(|link| link.sources.iter().map(|source| source.head)).collect()
        }),
        undergoing: heads(&reading.claims, |claim| claim.target.iter().map(|argument| argument.head).collect()),
        placing: heads(&reading.claims, |claim| claim.place.iter().map(|argument| argument.head).collect()),
        opposite: opposite(document, &reading.claims),
        entered: entered(document, &reading.claims),
        told: told(&reading.claims),
        quoted: quote::speakers(document, reading),
        traces: Vec::new(),
        titles: BTreeMap::new(),
        topics: BTreeMap::new(),
        states: BTreeMap::new(),
        row: Row::default(),
        sexes: Sexes::default(),
        together: together(reading),
        discourse: Discourse::default(),
    };
    for (index, mention) in reading.mentions.iter().enumerate() {
        pass.pass_sentences(mention.sentence, cast);
        pass.discourse.by_head.entry(mention.head).or_insert(index);
        pass.discourse.by_words.entry(mention.span).or_insert(index);
        let entities = pass.mention(mention, cast);
        pass.keep_topic(mention, &entities, cast);
        pass.trace(mention, &entities, cast);
        match entities.as_slice() {
            [one] => pass.discourse.entities.push(Some(one.clone())),
            several => {
                pass.discourse.entities.push(None);
                if !several.is_empty() {
                    pass.discourse.rows.insert(index, several.to_vec());
                }
            }
        }
        pass.discourse.told.push(cast.journal.take());
    }
    pass.named_later(cast);
    pass.office_named_later(cast);
    Discourse { titles: pass.titles, ..pass.discourse }
}

/// The noun of the list of anaphors that some words end with, in the singular; else the words, in small letters.
fn singular(words: &str, lexicon: &Lexicon) -> String {
    let noun = last_word(words);
    let mut found = small(noun).into_owned();
    is_in_singular(noun, |form| {
        let known = lexicon.anaphors.get(form).is_some();
        if known {
            found = form.to_string();
        }
        known
    });
    found
}

/// The noun that a body is called by: `council` for "Council of Elders" and "Kordun Council", `group` for "monitoring group".
fn called(name: &str, lexicon: &Lexicon) -> Option<String> {
    let leads = |&at: &usize| [" of ", " for ", " on ", " in "].iter().any(|word| name[at..].starts_with(word));
    let core = name.match_indices(' ').map(|(space, _)| space).find(leads);
    let core = &name[..core.unwrap_or(name.len())];
    let noun = singular(core, lexicon);
    // "monitoring group" is a description, and its noun says what it is.
    if last_word(core).starts_with(char::is_lowercase) {
        return Some(noun);
    }
    lexicon.anaphors.get(&noun).is_some_and(|anaphor| anaphor.own).then_some(noun)
}

/// What a place is by its words: "Tavan province" and "breakaway region of Tavan" a region, "Tavan airport" a site; `None` for "Tavan".
fn sort(name: &str, lexicon: &Lexicon) -> Option<Antecedent> {
    let described = name.split_once(" of ").and_then(|(noun, _)| sort(noun, lexicon));
    if described.is_some() {
        return described;
    }
    let nouns = singulars(last_word(name));
    if let Some(kind) = nouns.iter().find_map(|noun| lexicon.places.type_word(noun)) {
        return Some(match kind {
            TypeWord::Settlement => Antecedent::Settlement,
            TypeWord::Site => Antecedent::Site,
            TypeWord::Division | TypeWord::County | TypeWord::Part => Antecedent::Region,
        });
    }
    let first = name.split(' ').next().unwrap_or("");
    if lexicon.places.region(name).is_some() || lexicon.place_words.is_direction(&first.to_lowercase()) {
        return Some(Antecedent::Region);
    }
    let is = |class: NounClass| nouns.iter().any(|noun| lexicon.nouns.is(noun, class));
    if is(NounClass::Site) {
        return Some(Antecedent::Site);
    }
    is(NounClass::Place).then_some(Antecedent::Region)
}

/// Notes who else was thought of, with what spoke for him, when somebody asks.
fn note(found: &[Candidate], chosen: Option<usize>, sentence: u32, cast: &mut Cast) {
    let taken = chosen.map(|at| &found[at]);
    for candidate in found.iter().filter(|other| taken.is_none_or(|taken| taken.entities != other.entities)) {
        let back = sentence.saturating_sub(candidate.sentence);
        cast.journal.passed(candidate.name, || candidate.why_not(taken.map(|taken| taken.score), back));
    }
}

pub(super) struct Pass<'p, 'l> {
    document: &'p Document,
    reading: &'p Reading,
    roster: &'p Roster<'l>,
    home: &'p Home<'l>,
    deeds: &'p Deeds,
    acting: BTreeSet<Span>,
    /// Heads of those to whom force is done.
    suffering: BTreeSet<Span>,
    /// Heads of those who do force.
    fighting: BTreeSet<Span>,
    /// Heads of who or what is judged or explained.
    assessed: BTreeSet<Span>,
    speaking: BTreeSet<Span>,
    /// Heads of those who ask, accuse, threaten or support somebody.
    asking: BTreeSet<Span>,
    outlets: BTreeSet<Span>,
    /// Heads of those to whom something is done.
    undergoing: BTreeSet<Span>,
    placing: BTreeSet<Span>,
    opposite: BTreeMap<Span, BTreeSet<Span>>,
    /// The words for those who enter, leave or invade a place, by its head.
    entered: BTreeMap<Span, Vec<Span>>,
    /// The heads of those who say what a head stands in.
    told: BTreeMap<Span, Vec<Span>>,
    /// Heads of who speaks by the heads that stand in what he is quoted with.
    quoted: BTreeMap<Span, BTreeSet<Span>>,
    traces: Vec<Trace>,
    /// Titles that stood with a person's name.
    titles: BTreeMap<EntityId, BTreeSet<String>>,
    /// Whom an article is about.
    topics: BTreeMap<u32, EntityId>,
    /// Code of the state whose adjective stood with a person's name or title.
    states: BTreeMap<EntityId, String>,
    row: Row,
    sexes: Sexes,
    /// Those who act together in a claim, by its sentence; of sentences that are not passed yet.
    together: BTreeMap<u32, BTreeSet<Vec<Span>>>,
    discourse: Discourse,
}

impl Pass<'_, '_> {
    fn mention(&mut self, mention: &Mention, cast: &mut Cast) -> Vec<EntityId> {
        let Some(text) = mention.span.get(&self.document.text) else { return Vec::new() };
        let words = clean(text);
        if let Some(both) = description::two_states(self.roster, &words) {
            return both.iter().map(|state| cast.add(state)).collect();
        }
        if mention.kind != MentionKind::Pronoun
            && let Some(all) = description::institutions(self.roster, self.document, mention.span)
        {
            return all.iter().map(|one| cast.add(one)).collect();
        }
        if mention.kind == MentionKind::Nominal
            && let Some(all) = argument::several(self.roster, &words)
        {
            return all.iter().map(|one| cast.add(one)).collect();
        }
        let found = match mention.kind {
            MentionKind::Pronoun => {
                // The tagger tells a pronoun from an abbreviation: "HE" in a text that is all in capitals.
                let word = words.to_lowercase();
                if let Some(one) = Ordered::of(&word) {
                    return self.of_two(mention, one, cast);
                }
                let anaphor = self.roster.lexicon.anaphors.get(&word);
                return anaphor.map_or(Vec::new(), |anaphor| self.taken_up(mention, &words, anaphor, cast));
            }
            MentionKind::Nominal
                if let Some(deed) =
                    self.deeds.find(self.document, self.reading, self.roster.lexicon, mention.span, mention.head) =>
            {
                Some(deed)
            }
            MentionKind::Nominal
                if let Some(kin) = description::bereaved(self.roster, self.document, mention.span, &words) =>
            {
                Some(kin)
            }
            MentionKind::Nominal | MentionKind::Name
                if let Some(own) = description::shared(self.roster, self.document, mention.span, &words) =>
            {
                Some(own)
            }
            MentionKind::Nominal => {
                let entities = self.description(mention, &words, cast);
                if !entities.is_empty() || self.is_told(mention) {
                    return entities;
                }
                // "insurgent" in "insurgent-held" are insurgents.
                let joined =
                    self.document.text.get(mention.span.end as usize..).is_some_and(|rest| rest.starts_with('-'));
                if joined && description::is_people(self.roster, &words) {
                    description::describe(self.roster, &description::in_plural(self.roster, &words), true)
                } else {
                    description::describe(self.roster, text, mention.plural)
                }
            }
            // "the *rebel* leader" leads rebels.
            MentionKind::Name | MentionKind::Modifier
                if description::is_people(self.roster, &words) && self.leads_title(mention) =>
            {
                description::describe(self.roster, &description::in_plural(self.roster, &words), true)
            }
            MentionKind::Name if let Some(entity) = self.title_bearer(mention, &words, cast) => return vec![entity],
            MentionKind::Name if let Some(entity) = self.short_name(mention, &words, cast) => return vec![entity],
            MentionKind::Name if let Some(full) = self.shared_surname(mention, &words) => {
                self.roster.find(&full, mention.kind, Some(EntityKind::Person))
            }
            // "the *Army's* operation" is told with a capital, and is the army all the same.
            MentionKind::Name if let Some(found) = self.written_large(mention, &words, cast) => Some(found),
            // "killed an Arvian": a man of that state, not the state.
            MentionKind::Name if self.is_one_of_a_people(mention, &words) => {
                let reason = format!("an {words} is one of its people");
                Some(Found { name: words.clone(), kind: EntityKind::Person, known: None, reason })
            }
            MentionKind::Name | MentionKind::Modifier => self.roster.find(text, mention.kind, mention.hint),
        };
        let Some(mut found) = found else { return Vec::new() };
        // "Tavan said": the government there.
        let acts = self.speaking.contains(&mention.head) || self.acting.contains(&mention.head);
        let lone = found.kind == EntityKind::Person && found.known.is_none() && !found.name.contains(' ');
        if (found.kind == EntityKind::Place || lone)
            && acts
            && !self.placing.contains(&mention.head)
            && let Some(state) = self.roster.lexicon.names.capital(&words)
        {
            found = Found::state(state, format!("{words} acts for the government of {}", state.name));
        }
        let id = cast.add(&found);
        if found.kind == EntityKind::Person {
            let titles = self.titles_before(mention, text);
            self.titles.entry(id.clone()).or_default().extend(titles);
            if let Some(state) = self.state_before(mention, text) {
                self.states.entry(id.clone()).or_insert(state);
            }
        }
        vec![id]
    }

    /// The best of those mentioned before who can be meant by a word.
    fn taken_up(&mut self, mention: &Mention, words: &str, anaphor: &Anaphor, cast: &mut Cast) -> Vec<EntityId> {
        let ask = Ask {
            anaphor,
            noun: &singular(words, self.roster.lexicon),
            sentence: mention.sentence,
            article: self.article(mention),
            nominal: mention.kind == MentionKind::Nominal,
            bound: self.bound(mention).into_iter().chain(self.speakers(mention)).collect(),
            // "*It* is run by the council", which holds it and leads it: no more a place than a body.
            place: self.placing.contains(&mention.head) && !self.undergoing.contains(&mention.head),
            suffers: self.suffering.contains(&mention.head) && !self.acting.contains(&mention.head),
            assessed: self.assessed.contains(&mention.head),
            fights: self.fighting.contains(&mention.head),
            asks: self.asking.contains(&mention.head),
            counted: false,
            tellers: self.tellers(mention),
            sex: self.roster.lexicon.sexes.word(&words.to_lowercase()),
            topic: self.topics.get(&self.article(mention)).cloned(),
        };
        let found = candidates(&self.traces, &ask, &self.sexes);
        let mut chosen = self.partner(mention, words, &found).or_else(|| best(&found));
        if chosen.is_none()
            && ask.nominal
            && anaphor.stands_for == [Antecedent::Settlement]
            && let Some(trace) = self.scene(ask.article)
        {
            let reason = format!("{} is {}, where most of the article plays", words.to_lowercase(), trace.name);
            trace.entities.iter().for_each(|entity| cast.because(entity, &reason, None));
            return trace.entities.clone();
        }
        if chosen.is_none()
            && ask.nominal
            && anaphor.stands_for == [Antecedent::Movement]
            && !anaphor.plural
            && let Some(trace) = self.only_group(ask.article)
        {
            let reason = format!("{} is {}, the only armed group named before", words.to_lowercase(), trace.name);
            trace.entities.iter().for_each(|entity| cast.because(entity, &reason, None));
            return trace.entities.clone();
        }
        // A title or an office can mean anybody; where two persons are near, it is not told which.
        if let Some(at) = chosen
            && ask.nominal
            && self.is_person(&found[at], cast)
            && found.iter().any(|other| self.is_person(other, cast) && other.entities != found[at].entities)
        {
            chosen = None;
        }
        note(&found, chosen, ask.sentence, cast);
        let entities = chosen.map_or(Vec::new(), |at| found[at].entities.to_vec());
        if let Some(at) = chosen {
            let reason = format!("{} takes up {}, mentioned before", words.to_lowercase(), found[at].name);
            entities.iter().for_each(|entity| cast.because(entity, &reason, None));
        }
        entities
    }

    /// True for a word right before a title: "the *rebel* leader".
    fn leads_title(&self, mention: &Mention) -> bool {
        let rest = self.document.text.get(mention.span.end as usize..).unwrap_or("");
        let next = rest.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
        next.is_some_and(|word| self.roster.lexicon.titles.class(word).is_some())
    }

    /// The town that the article has named most often so far, twice at least; of equal ones the last.
    fn scene(&self, article: u32) -> Option<&Trace> {
        let towns = self.traces.iter().filter(|trace| {
            let town = trace.sort.is_none_or(|sort| sort == Antecedent::Settlement);
            trace.article == article && trace.kind == EntityKind::Place && town && !trace.plural && !trace.landmark
        });
        let mut told: Vec<(usize, &Trace)> = Vec::new();
        for trace in towns {
            match told.iter_mut().find(|(_, town)| town.entities == trace.entities) {
                Some(town) => *town = (town.0 + 1, trace),
                None => told.push((1, trace)),
            }
        }
        let most = told.into_iter().filter(|(times, _)| *times > 1);
        most.max_by_key(|(times, town)| (*times, town.sentence)).map(|(_, town)| town)
    }

    /// The armed group of an article that has named just one so far.
    fn only_group(&self, article: u32) -> Option<&Trace> {
        let mut groups = self.traces.iter().filter(|trace| trace.article == article && trace.armed && !trace.is_row());
        let last = groups.next_back()?;
        groups.all(|other| other.entities == last.entities).then_some(last)
    }

    fn is_person(&self, candidate: &Candidate, cast: &Cast) -> bool {
        matches!(candidate.entities, [one] if cast.get(one).is_some_and(|one| one.kind == EntityKind::Person))
    }

    /// Who stands in another role of a claim in which this word stands, as far as it is told. What somebody owns can do
    /// something to him, so possessives are bound by nobody.
    fn bound(&self, mention: &Mention) -> Vec<EntityId> {
        let text = &self.document.text;
        let owns = text
            .get(mention.span.end as usize..)
            .is_some_and(|rest| rest.starts_with(' ') && self.owns(mention.span.get(text).unwrap_or("")));
        let heads = self.opposite.get(&mention.head).filter(|_| !owns);
        let mentions = heads.into_iter().flatten().filter_map(|head| self.discourse.by_head.get(head));
        let known = self.discourse.entities.len();
        // "Founded by *a group of* clerks, it …": so is what they are counted by, and "the *leadership* of the group" is not the group.
        let whole = (0..known).rev().take_while(|&at| self.reading.mentions[at].sentence == mention.sentence);
        let within = |at: &usize| {
            let span = self.reading.mentions[*at].span;
            let outer = span.contains(mention.span) && span != mention.span;
            outer || heads.into_iter().flatten().any(|head| span.contains(*head))
        };
        let whole = whole.filter(within);
        let from = |spans: &Vec<Span>| {
            let inside = |one: &Mention| spans.iter().any(|span| span.overlaps(one.span));
            (0..known).filter(|&at| inside(&self.reading.mentions[at])).collect::<Vec<_>>()
        };
        let own = self.entered.get(&mention.head).map(from).unwrap_or_default();
        // "sailed for *Tavan*, where it will join a fleet": nothing is where it is itself.
        let before = text.get(..mention.span.start as usize).filter(|_| mention.kind == MentionKind::Pronoun);
        let where_it = before.and_then(|before| before.strip_suffix(", where ")).and_then(|before| {
            let mut here = (0..known).rev().take_while(|&at| self.reading.mentions[at].sentence == mention.sentence);
            here.find(|&at| self.reading.mentions[at].span.end as usize == before.len())
        });
        let all = mentions.filter(|&&at| at < known).copied().chain(own).chain(whole).chain(where_it);
        all.flat_map(|at| self.discourse.all(at)).collect()
    }

    /// Those who say what a word stands in, as far as they stand before it.
    fn tellers(&self, mention: &Mention) -> Vec<EntityId> {
        let heads = self.told.get(&mention.head).into_iter().flatten().filter(|head| **head != mention.head);
        let mentions = heads.filter_map(|head| self.discourse.by_head.get(head));
        mentions.filter(|&&at| at < self.discourse.entities.len()).flat_map(|&at| self.discourse.all(at)).collect()
    }

    /// True for "its", "their".
    fn owns(&self, words: &str) -> bool {
        matches!(words.to_lowercase().as_str(), "its" | "his" | "her" | "their" | "our" | "my" | "your")
    }

    /// True for a body that its words give to a state, and for one that nothing says is none: "Arvian Army", "the army", not "Tavan
    /// Liberation Army", which only a force of the tables is.
    fn is_of_state(&self, name: &str) -> bool {
        let names = &self.roster.lexicon.names;
        let large = |word: &str| word.starts_with(char::is_uppercase);
        match names.find(name) {
            Some(Known::Actor(actor)) => actor.kind != ActorKind::ArmedGroup,
            Some(Known::State(_)) => true,
            None => {
                let of_state =
                    |word: &str| !names.demonym(word).is_empty() || matches!(names.find(word), Some(Known::State(_)));
                name.split(' ').count() < 3 || !name.split(' ').all(large) || name.split(' ').any(of_state)
            }
        }
    }

    /// True for a mention with nothing but an article before it.
    fn opens_sentence(&self, mention: &Mention) -> bool {
        let start = self.reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.span.start);
        let before = self.document.text.get(start as usize..mention.span.start as usize).unwrap_or("");
        // `The mayor said: "The truce …`
        let before = before.rsplit(['"', '“']).next().unwrap_or("").trim();
        matches!(before, "" | "The" | "This" | "A" | "An" | "That" | "These" | "Those" | "Such" | "Today's" | "Today’s")
    }

    fn article(&self, mention: &Mention) -> u32 {
        self.reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.article)
    }
}
