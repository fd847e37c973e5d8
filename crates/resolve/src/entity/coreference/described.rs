//! Whom does a description take up: "the group", "the minister", "both sides", "his country", "the army"?
//!
//! "Foreign Minister Anton Brek … the minister" by the title, "Arvian army … the army" by the head word, "both sides" by
//! who was just named together or stood against each other, "his country" by whose person he is, "the government" by the
//! state that the article is about. A description with something behind it, "the spokesman for the navy", says itself
//! whom it means.

use super::candidate::{REACH, Trace};
use super::{Pass, description};
use crate::cast::{Cast, Found};
use crate::entity::argument::JOINT;
use crate::wording::{clean, last_word, singulars, word_before};
use lexicon::{Anaphor, Antecedent, Known};
use model::{Claim, ClaimType, EntityId, EntityKind, Mention, MentionKind};
use std::collections::BTreeSet;

/// Sentences back within which a description with the same head word can take somebody up.
const FAR_REACH: u32 = 30;
/// Words at most between a title and the name of its holder, with the title: "Secretary of State for the Far North Anton Brek".
const REMIT: usize = 9;
/// Words at most between somebody and what he is told to be, with the `as`: "was founded in secret as a splinter group".
const AS_WHAT: usize = 6;

impl Pass<'_, '_> {
    /// Whom a description with "the", "this", "his" or "both" takes up. Empty for nobody.
    pub(super) fn description(&mut self, mention: &Mention, words: &str, cast: &mut Cast) -> Vec<EntityId> {
        if let Some(entity) = self.apposition(mention, cast) {
            return vec![entity];
        }
        if let Some((pronoun, anaphor)) = self.is_of_pronoun(mention) {
            let word = pronoun.span.get(&self.document.text).unwrap_or("");
            return self.taken_up(&pronoun, word, &anaphor, cast);
        }
        if let Some(institution) = self.of_person(mention, words, cast) {
            return vec![institution];
        }
        let before = word_before(&self.document.text, mention.span.start as usize);
        if let Some(found) = self.bare_of_home(mention, words, before.as_deref(), cast) {
            return vec![cast.add(&found)];
        }
        let Some(before) = before else { return Vec::new() };
        if before == "the"
            && let Some(attackers) = self.attackers(mention, words, cast)
        {
            return attackers;
        }
        if mention.plural
            && let Some(size) = self.size(mention, &before)
        {
            return self.together(mention, words, size, cast);
        }
        if before == "the"
            && let Some(all) = self.merged(mention, words, cast)
        {
            return all;
        }
        // "the pair" is one word for two.
        let pair = || self.roster.lexicon.anaphors.get(&words.to_lowercase()).is_some_and(|anaphor| anaphor.plural);
        if !mention.plural && (matches!(before.as_str(), "each" | "either" | "neither") || before == "the" && pair()) {
            return self.together(mention, words, 2, cast);
        }
        if self.owns(&before) {
            return self.owned(mention, words, cast).into_iter().collect();
        }
        let pointing = matches!(before.as_str(), "this" | "these");
        if !pointing && !matches!(before.as_str(), "the" | "that" | "those") || self.is_told_behind(mention) {
            return Vec::new();
        }
        if let Some(all) = self.joint(mention, words) {
            all.iter().for_each(|one| cast.because(one, &format!("the {words} is theirs together"), None));
            return all;
        }
        let head = last_word(words).to_lowercase();
        let bare = !words.contains(' ');
        if !bare
            && !mention.plural
            && let Some(bearer) = self.title_bearer(mention, words, cast)
        {
            return vec![bearer];
        }
        let own = || self.roster.lexicon.anaphors.get(&head).is_some_and(|anaphor| anaphor.own);
        match self.same_head(self.article(mention), mention.sentence, words, bare).as_slice() {
            [] => {}
            [entity] => {
                cast.because(entity, &format!("the {words} takes up the words with the same head"), None);
                return vec![entity.clone()];
            }
            // Two are called so, and were just spoken of: it is not told which.
            several
                if !bare || own() || several.iter().filter(|entity| self.is_near(mention, entity)).nth(1).is_some() =>
            {
                for entity in several {
                    let name = cast.get(entity).map_or_else(String::new, |entity| entity.name.clone());
                    cast.journal.passed(&name, || format!("is one of {} that are called so", several.len()));
                }
                return Vec::new();
            }
            _ => {}
        }
        let nouns = singulars(&head);
        // "The ministers met … the ministers" are those two.
        let several =
            || self.roster.lexicon.anaphors.get(&head).is_some_and(|anaphor| anaphor.plural && !anaphor.counted);
        if bare && mention.plural && before == "the" && several() {
            let pair = self.together(mention, words, 2, cast);
            if !pair.is_empty() {
                return pair;
            }
        }
        if bare
            && mention.plural
            && before == "the"
            && let Some(fighters) = self.fighters(mention, words, cast)
        {
            return vec![fighters];
        }
        if let Some(group) = self.described_group(mention, words, cast) {
            return vec![group];
        }
        if pointing && self.roster.lexicon.institutions.is_membership(&head) {
            let group = self.armed_group(mention, words, cast);
            // What is pointed at can only be the one group there is, however long ago it was named.
            let only = || {
                let trace = self.only_group(self.article(mention))?;
                let entity = trace.entities.first()?;
                cast.because(entity, &format!("these {words} are of {}, the only armed group", trace.name), None);
                Some(entity.clone())
            };
            return group.or_else(only).into_iter().collect();
        }
        if !pointing && let Some(found) = self.of_home(mention, words, cast) {
            return vec![cast.add(&found)];
        }
        let anaphor = nouns.iter().find_map(|noun| self.roster.lexicon.anaphors.get(noun)).cloned();
        if !bare {
            // "this barbaric group": what is pointed at was just named, and is only judged here.
            let named = words.split(' ').any(|word| self.roster.is_name(word));
            let judged = pointing && !mention.plural && !named;
            // "retook the fortified city": where something happens was named before, and is only described here.
            let scene = !named && !mention.plural && self.is_scene(mention, words);
            return match anaphor.filter(|_| judged || scene) {
                Some(anaphor) => self.taken_up(mention, words, &anaphor, cast),
                None => Vec::new(),
            };
        }
        if !mention.plural
            && let Some(entity) = self.by_title(mention, &nouns)
        {
            cast.because(&entity, &format!("the {words} takes up the person with that title"), None);
            return vec![entity];
        }
        let Some(anaphor) = anaphor.filter(|_| !mention.plural) else { return Vec::new() };
        let found = self.taken_up(mention, words, &anaphor, cast);
        if found.is_empty() && anaphor.stands_for == [Antecedent::State] {
            return self.home(mention, words).map(|found| cast.add(&found)).into_iter().collect();
        }
        found
    }

    /// The pronoun behind a description that opens the sentence and tells what he is: "*A native of Tavan*, he joined the army". Not
    /// "a clerk fled, he said".
    fn is_of_pronoun(&self, mention: &Mention) -> Option<(Mention, Anaphor)> {
        if mention.hint != Some(EntityKind::Person) || mention.plural {
            return None;
        }
        let text = &self.document.text;
        let before: Vec<&str> = self.words_before(mention).collect();
        let mentions = &self.reading.mentions;
        let from = mentions.partition_point(|other| other.span.start < mention.span.end);
        let one = |other: &&Mention| other.sentence == mention.sentence && other.kind == MentionKind::Pronoun;
        let pronoun = mentions[from..].iter().take_while(|other| other.sentence == mention.sentence).find(one)?;
        let between = text.get(mention.span.end as usize..pronoun.span.start as usize)?;
        let inside = between.strip_suffix(", ")?;
        let lead = ["at", "for", "from", "in", "of", "to", "with"];
        let told = inside.is_empty() || inside.split(' ').nth(1).is_some_and(|word| lead.contains(&word));
        let word = pronoun.span.get(text)?.to_lowercase();
        let fits = matches!(before.first(), Some(&("A" | "An" | "The")))
            && before.len() < AS_WHAT
            && matches!(word.as_str(), "he" | "she")
            && told
            && !inside.contains(',')
            && !self.speaking.contains(&pronoun.head);
        let anaphor = self.roster.lexicon.anaphors.get(&word).filter(|_| fits)?;
        Some((pronoun.clone(), anaphor.clone()))
    }

    /// True for words for where something happens that only describe it: not "the nearby town", "the northern town".
    fn is_scene(&self, mention: &Mention, words: &str) -> bool {
        let place_words = &self.roster.lexicon.place_words;
        let leads = |word: &str| {
            place_words.is_preposition(word) || place_words.is_direction(word) || place_words.is_relative(word)
        };
        let small = |word: &str| word.starts_with(char::is_lowercase);
        self.placing.contains(&mention.head) && words.split(' ').all(|word| small(word) && !leads(word))
    }

    /// "the spokesman for the navy", "the families of the dead": what stands behind tells who is meant. Not "fought the army
    /// for two days", "accused the army of murder".
    fn is_told_behind(&self, mention: &Mention) -> bool {
        let rest = self.document.text.get(mention.span.end as usize..).unwrap_or("");
        // "the government *and people of Arvia*"
        let mut joined = rest.split(' ').take(5).skip_while(|word| *word != "of").skip(1);
        if rest.starts_with(" and ") && joined.next().is_some_and(|owner| owner.starts_with(char::is_uppercase)) {
            return true;
        }
        // "the network *led by Ivo Hald*"
        let led = ["led by", "formerly led by", "headed by", "commanded by", "founded by"];
        if rest.strip_prefix(' ').is_some_and(|rest| led.iter().any(|led| rest.starts_with(led))) {
            return true;
        }
        let Some(lead) = [" for ", " of ", " to the "].into_iter().find(|lead| rest.starts_with(lead)) else {
            return false;
        };
        let next = rest[lead.len()..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let named = next.starts_with(char::is_uppercase)
            || matches!(next, "a" | "an" | "the" | "this" | "that" | "its" | "his" | "her" | "their");
        let lexicon = self.roster.lexicon;
        let noun = last_word(mention.span.get(&self.document.text).unwrap_or("")).to_lowercase();
        let party = lexicon.institutions.is_lone(&noun)
            || lexicon.anaphors.get(&noun).is_some_and(|anaphor| {
                let body = |who: &Antecedent| {
                    matches!(who, Antecedent::Organisation | Antecedent::Movement | Antecedent::State)
                };
                anaphor.stands_for.iter().any(body)
            })
            || lexicon.institutions.is_membership(&noun);
        // A body is told behind by a name or a whole field: "the front for the liberation of Arvia".
        let body = lead != " for " || next == "the" || next.starts_with(char::is_uppercase);
        !party || lead == " to the " || named && body
    }

    /// "Rebels raided Tavan … the attackers": who did the violence told last, of the same number.
    fn attackers(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<Vec<EntityId>> {
        use ClaimType::{Attack, Besiege, Casualties, Fight, Strike};
        let anaphor = self.roster.lexicon.anaphors.get(&words.to_lowercase())?;
        if !anaphor.stands_for.contains(&Antecedent::Attacker) {
            return None;
        }
        // "the attackers *behind* the raid": the words behind them tell whose deed is meant.
        let rest = self.document.text.get(mention.span.end as usize..).unwrap_or("");
        if rest.starts_with(" behind ") || rest.starts_with(" who ") {
            return None;
        }
        let article = self.article(mention);
        let before = |claim: &&Claim| {
            claim.article == article
                && claim.trigger.start < mention.span.start
                && mention.sentence.saturating_sub(claim.sentence) <= REACH
                && matches!(claim.claim_type, Attack | Besiege | Casualties | Fight | Strike)
                // "killed ten of the *attackers*": who hits them is not they.
                && !claim.target.iter().any(|target| target.head == mention.head)
        };
        let bound = self.bound(mention);
        let mut told = self.reading.claims.iter().filter(before).collect::<Vec<&Claim>>();
        told.sort_by_key(|claim| std::cmp::Reverse(claim.trigger.start));
        let doers = told.into_iter().map(|claim| {
            let mentions = claim.actor.iter().filter_map(|actor| self.discourse.by_head.get(&actor.head));
            mentions.flat_map(|&at| self.told(at)).collect::<Vec<EntityId>>()
        });
        let fits = |doers: &Vec<EntityId>| {
            let single = |id: &EntityId| cast.get(id).is_some_and(|one| one.kind == EntityKind::Person);
            let apart = !doers.iter().any(|doer| bound.contains(doer));
            apart && !doers.is_empty() && (doers.len() == 1 && doers.iter().all(single)) != anaphor.plural
        };
        let found = { doers }.find(fits)?;
        for entity in &found {
            cast.because(entity, &format!("{words} take up who did the violence told last"), None);
        }
        Some(found)
    }

    /// Whom a mention stands for that was already passed.
    pub(super) fn told(&self, at: usize) -> Vec<EntityId> {
        if at < self.discourse.entities.len() { self.discourse.all(at) } else { Vec::new() }
    }

    /// "the country": the state that the article is about.
    fn home(&self, mention: &Mention, words: &str) -> Option<Found> {
        let state = self.home.state(self.article(mention))?;
        Some(Found::state(state, format!("the {words} that the article is about")))
    }

    /// "the newspaper Arvian Times", "a group called the Free Dawn", "Anton Brek, the head of the mission", "the Tavan Front is a group": a
    /// description right before a name, behind a name and a comma, or said of whoever stands before it, is of that one.
    fn apposition(&mut self, mention: &Mention, cast: &mut Cast) -> Option<EntityId> {
        if mention.plural {
            return None;
        }
        let text = &self.document.text;
        let beside = |from: u32, to: u32| text.get(from as usize..to as usize);
        // Mentions stand in order of the text, so those of one sentence stand together.
        let mentions = &self.reading.mentions;
        let from = mentions.partition_point(|other| other.sentence < mention.sentence);
        let beside_it = mentions[from..].iter().enumerate().take_while(|(_, other)| other.sentence == mention.sentence);
        let names = beside_it.filter(|(_, other)| {
            matches!(other.kind, MentionKind::Name | MentionKind::Pronoun) && !other.span.overlaps(mention.span)
        });
        for (at, other) in names {
            let words = other.span.get(text)?;
            let name = other.kind == MentionKind::Name;
            let ahead = beside(mention.span.end, other.span.start);
            let called = ahead.is_some_and(|between| self.is_called(mention, other, between));
            let before = called || ahead == Some(" ") || ahead == Some(", ") && self.opens_sentence(mention);
            let between = beside(other.span.end, mention.span.start);
            let behind = match other.hint {
                Some(EntityKind::Person) => matches!(between, Some(", the " | ", a " | ", an " | ", ")),
                Some(EntityKind::Organisation) => matches!(between, Some(", a " | ", an ")),
                _ => false,
            };
            let behind = name && behind && self.ends_apposition(mention);
            let next = mentions.get(from + at + 1).is_none_or(|next| next.span.start >= mention.span.start);
            let said = between.is_some_and(|between| is_said_of(between, next));
            if !(name && before || behind || said) {
                continue;
            }
            let id = match self.discourse.entities.get(from + at).filter(|_| said) {
                Some(told) => told.clone()?,
                None => {
                    let found = self.roster.find(words, other.kind, other.hint)?;
                    let fits = mention.hint == Some(found.kind)
                        && matches!(found.kind, EntityKind::Person | EntityKind::Organisation);
                    // What a group is called is a body, though nothing else says so.
                    if !(fits || called && found.kind == EntityKind::Thing) {
                        continue;
                    }
                    cast.add(&found)
                }
            };
            let kind = cast.get(&id).map(|one| one.kind);
            let same = kind == mention.hint && matches!(kind, Some(EntityKind::Person | EntityKind::Organisation));
            if same || called && kind == Some(EntityKind::Thing) {
                cast.because(&id, "a description stands beside the name", None);
                if let Some(head) = mention.head.get(text) {
                    self.titles.entry(id.clone()).or_default().insert(head.to_lowercase());
                }
                return Some(id);
            }
        }
        None
    }

    /// True for "an Arvian" that is a name by itself, of which nothing more follows.
    pub(super) fn is_one_of_a_people(&self, mention: &Mention, words: &str) -> bool {
        let before = word_before(&self.document.text, mention.span.start as usize);
        let one = before.is_some_and(|before| matches!(before.as_str(), "a" | "an" | "another"));
        let rest = self.document.text.get(mention.span.end as usize..).unwrap_or("");
        let next = rest.strip_prefix(' ').map_or("", |rest| rest.split(' ').next().unwrap_or(""));
        // "an Arvian Guard" names a body.
        let ends = !next.starts_with(char::is_uppercase);
        one && ends && !rest.starts_with('-') && self.roster.lexicon.names.demonym(words).len() == 1
    }

    /// True for somebody who was mentioned within reach of a word.
    fn is_near(&self, mention: &Mention, entity: &EntityId) -> bool {
        let near =
            self.traces.iter().rev().take_while(|trace| mention.sentence.saturating_sub(trace.sentence) <= REACH);
        near.flat_map(|trace| &trace.entities).any(|one| one == entity)
    }

    /// True for what somebody is only told to be: "*As commander of the fleet*, he sailed", "Orvek *became commander*". "It was a *guard*"
    /// tells who it was.
    pub(super) fn is_told(&self, mention: &Mention) -> bool {
        let before = self.document.text.get(..mention.span.start as usize).unwrap_or("");
        let bare = before.trim_end().rsplit(char::is_whitespace);
        let mut words = bare.skip_while(|word| matches!(*word, "a" | "an" | "former"));
        let told = match words.next() {
            Some("As") => true,
            Some("became" | "is" | "was") => {
                words.next().is_some_and(|who| !matches!(who.to_lowercase().as_str(), "it" | "that" | "there" | "this"))
            }
            _ => false,
        };
        mention.hint == Some(EntityKind::Person) && !mention.plural && told
    }

    /// True where a description can be an apposition by what follows it: not "according to Anton Brek, the attacker | managed to flee".
    fn ends_apposition(&self, mention: &Mention) -> bool {
        let rest = self.document.text.get(mention.span.end as usize..).unwrap_or("");
        let mut words = rest.split_whitespace();
        let lead = ["and", "at", "for", "from", "in", "of", "on", "to", "who", "with"];
        !rest.starts_with(' ') || words.next().is_none_or(|word| lead.contains(&word))
    }

    /// "the jihadist group", "the extremist movement": the armed group that was named last, which is only told what it is; "the
    /// rights group" the body that fights nobody.
    fn described_group(&mut self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let (before, noun) = words.rsplit_once(' ')?;
        let anaphors = &self.roster.lexicon.anaphors;
        let two = format!("{} {noun}", last_word(before)).to_lowercase();
        if let Some(anaphor) = anaphors.get(&two).filter(|_| !mention.plural).cloned() {
            return self.taken_up(mention, words, &anaphor, cast).pop();
        }
        let anaphor = anaphors.get(&noun.to_lowercase())?;
        let group = self.roster.lexicon.institutions.is_membership(noun)
            && anaphor.stands_for.iter().any(|who| matches!(who, Antecedent::Organisation | Antecedent::Movement))
            && !mention.plural
            && before.split(' ').all(|word| word.starts_with(char::is_lowercase));
        if group { self.armed_group(mention, words, cast) } else { None }
    }

    /// "these terrorists": the armed group that was named last.
    fn armed_group(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let article = self.article(mention);
        let near =
            self.traces.iter().rev().take_while(|trace| mention.sentence.saturating_sub(trace.sentence) <= REACH);
        let trace = near.filter(|trace| trace.article == article).find(|trace| trace.armed)?;
        let entity = trace.entities.first()?;
        cast.because(entity, &format!("these {words} are of {}, named before", trace.name), None);
        Some(entity.clone())
    }

    /// The army after "Arvian army": the parties whose name or description is about the same noun and has all words.
    /// Where only one of them was just spoken of, that one.
    pub(super) fn same_head(&self, article: u32, sentence: u32, words: &str, bare: bool) -> Vec<EntityId> {
        let head = last_word(words).to_lowercase();
        let said: Vec<String> = words.split(' ').map(str::to_lowercase).collect();
        let mut found: Vec<(&Trace, &EntityId)> = Vec::new();
        for trace in self.traces.iter().rev() {
            if trace.article != article || sentence.saturating_sub(trace.sentence) > FAR_REACH {
                break;
            }
            let [entity] = trace.entities.as_slice() else { continue };
            // Most share no word with it, and need no closer look.
            let has_head = |word: &str| word.len() == head.len() && word.to_lowercase() == head;
            if !trace.name.split(' ').any(has_head) && !trace.words.contains(&head) {
                continue;
            }
            let name: Vec<String> = trace.name.split(' ').map(str::to_lowercase).collect();
            let fuller = |name: &[String]| {
                // "member of the Arvian parliament" is about the member, not about the parliament.
                // So is "effort to slow the army" about the effort.
                let behind = |word: &String| {
                    matches!(
                        word.as_str(),
                        "about" | "against" | "between" | "by" | "for" | "from" | "in" | "of" | "on" | "to" | "with"
                    )
                };
                let core = name.iter().position(behind).map_or(name, |at| &name[..at]);
                let ends = core.last().is_some_and(|last| *last == head);
                ends && name.len() > said.len() && said.iter().all(|word| name.contains(word))
            };
            // "the Arvian forces" after "Arvian government forces" may be others; bare "the forces" are these.
            let others = !bare && trace.kind == EntityKind::Group;
            // "the Arvian government" is no "Arvian puppet government".
            let small = trace.name.split(' ').any(|word| word == head);
            let others = others || !bare && small && description::institution(self.roster, words).is_some();
            // "the army" and "the armed forces" are a state's, not the "Free Kestrian Army" that fights it.
            let institutions = &self.roster.lexicon.institutions;
            let others = others || trace.armed && (institutions.has(&head) || institutions.is_lone(&said.join(" ")));
            if !fuller(&name) && !fuller(&trace.words) || trace.kind == EntityKind::Place && bare || others {
                continue;
            }
            if !found.iter().any(|(_, other)| *other == entity) {
                found.push((trace, entity));
            }
        }
        if let [(last, _), (next, _), ..] = found.as_slice()
            && sentence.saturating_sub(last.sentence) <= 1
            && sentence.saturating_sub(next.sentence) > 1
        {
            found.truncate(1);
        }
        found.into_iter().map(|(_, entity)| entity.clone()).collect()
    }

    /// "A joint Arvian and Belmarkian patrol … *the patrol*", "*the joint patrol*": both whose it was told to be.
    fn joint(&self, mention: &Mention, words: &str) -> Option<Vec<EntityId>> {
        let said: Vec<String> = words.split(' ').map(str::to_lowercase).collect();
        let article = self.article(mention);
        let near =
            |trace: &&Trace| trace.article == article && mention.sentence.saturating_sub(trace.sentence) <= REACH;
        let last = self.traces.iter().rev().take_while(near).find(|trace| trace.words.last() == said.last())?;
        let own = |word: &&String| !JOINT.contains(&word.as_str());
        let told = last.is_row() && said.iter().filter(own).all(|word| last.words.contains(word));
        told.then(|| last.entities.clone())
    }

    fn by_title(&self, mention: &Mention, nouns: &[String]) -> Option<EntityId> {
        let article = self.article(mention);
        let near =
            self.traces.iter().rev().take_while(|trace| mention.sentence.saturating_sub(trace.sentence) <= FAR_REACH);
        let persons = near.filter(|trace| trace.article == article && trace.kind == EntityKind::Person);
        persons.flat_map(|trace| trace.entities.as_slice()).find_map(|entity| {
            let titles = self.titles.get(entity)?;
            nouns.iter().any(|noun| titles.contains(noun)).then(|| entity.clone())
        })
    }

    /// Titles before a name, inside its words or outside: `minister` for "Foreign Minister Anton Brek".
    pub(super) fn titles_before(&self, mention: &Mention, text: &str) -> BTreeSet<String> {
        let names = &self.roster.lexicon.names;
        let inside = names.after_titles(text);
        let mut titles: BTreeSet<String> = BTreeSet::new();
        let plain = |word: &str| word.to_lowercase().replace('-', " ");
        for word in self.words_before(mention).rev().take(4) {
            if names.title(&word.to_lowercase()).is_none() {
                break;
            }
            titles.insert(plain(word));
        }
        let large = |word: &&str| word.starts_with(char::is_uppercase);
        let leads = |word: &&str| large(word) || matches!(*word, "of" | "for" | "the" | "and" | "&" | "to");
        let remit: Vec<&str> = self.words_before(mention).rev().take_while(leads).take(REMIT).collect();
        // "*Secretary* of State Anton Brek", "*Minister* for the North Ida Sand"
        if titles.is_empty() {
            let title = remit.iter().map(|word| word.to_lowercase()).find(|word| names.title(word).is_some());
            titles.extend(title);
        }
        // "*Foreign Minister* Anton Brek", "*Special Envoy* for the North Ida Sand": he is also called by both words.
        let inner = text[..inside].split_whitespace().rev();
        let whole: Vec<&str> = inner.chain(remit).collect();
        let pairs = whole.windows(2).map(|pair| plain(&format!("{} {}", pair[1], pair[0])));
        titles.extend(pairs.filter(|pair| names.title(pair).is_some()));
        titles.extend(text[..inside].split_whitespace().map(|word| word.trim_matches('.').to_lowercase()));
        titles.into_iter().map(|title| self.roster.lexicon.titles.full(&title).to_string()).collect()
    }

    /// The state whose name or adjective stands with a person: inside its words or right before it.
    pub(super) fn state_before(&self, mention: &Mention, text: &str) -> Option<String> {
        let names = &self.roster.lexicon.names;
        let state_of = |word: &str| -> Option<String> {
            let word = clean(word);
            match (names.find(&word), names.demonym(&word).as_slice()) {
                (Some(Known::State(state)), _) => Some(state.iso.clone()),
                (_, [state]) => Some(state.iso.clone()),
                _ => None,
            }
        };
        if let Some(state) = text.split(' ').find_map(state_of) {
            return Some(state);
        }
        let titled = self.words_before(mention).rev().take_while(|word| {
            names.title(&word.to_lowercase()).is_some() || word.chars().next().is_some_and(char::is_uppercase)
        });
        titled.take(5).find_map(state_of)
    }

    /// The words of its sentence before a mention.
    pub(super) fn words_before(&self, mention: &Mention) -> impl DoubleEndedIterator<Item = &str> {
        let from = self.reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.span.start);
        let before = self.document.text.get(from as usize..mention.span.start as usize).unwrap_or("");
        before.split_whitespace().map(|word| word.trim_matches([',', '.', '’', '\'']))
    }
}

/// True for the words between somebody and a description that says what he is: "Brek *was the* leader", "Brek *served as* clerk"; `next` when
/// nobody else is mentioned between.
fn is_said_of(between: &str, next: bool) -> bool {
    // "Tavan Front (*TF*) is a group"
    let short = between.trim_start().starts_with(['(', ')']).then(|| between.split_once(')')).flatten();
    let between = short.map_or(between, |(_, behind)| behind);
    let words: Vec<&str> = between.split_whitespace().filter(|word| *word != "former").collect();
    let words = match words.as_slice() {
        [words @ .., "a" | "an" | "the"] => words,
        words => words,
    };
    match words {
        ["is" | "was" | "became" | "remains" | "remained"] | ["has" | "had", "been"] => true,
        [.., "as"] => next && words.len() < AS_WHAT && !between.contains(','),
        _ => false,
    }
}
