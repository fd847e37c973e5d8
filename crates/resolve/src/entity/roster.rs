//! Which names does a document use, and which of them are one?
//!
//! "Front for the Liberation of Arvia (FLA) … the FLA" is one party; "Gen. Anton Brek … Brek" is one person. A name that
//! the tables know gets the table's name; any other the fullest form that the document has.

use super::full_names::FullNames;
use super::numbered::Numbered;
use super::written::{definite, is_definite, located, proper_words};
use super::{description, short_forms};
use crate::cast::Found;
use crate::place::Places;
use crate::wording::{clean, is_in_singular, last_word, singulars, without_possessive};
use lexicon::{ActorKind, Known, Lexicon, Month, NounClass, State, TitleClass, fold};
use model::{Document, EntityKind, Mention, MentionKind, Reading};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Times that a name must be taken for a person's, to be one wherever it stands.
const VOTES: usize = 2;

/// A name, how it is mentioned, and what it looks like.
type Asked = (String, MentionKind, Option<EntityKind>);

/// The names of a document.
#[derive(Debug)]
pub(crate) struct Roster<'l> {
    pub lexicon: &'l Lexicon,
    /// Abbreviation in brackets to the name before it.
    acronyms: BTreeMap<String, String>,
    /// First letters of a name of three words or more to that name; `None` where several have them.
    initials: BTreeMap<String, Option<String>>,
    /// Full names of persons.
    persons: FullNames,
    /// Other names of two words or more.
    others: FullNames,
    /// Deep form to the fullest spelling in the document.
    spellings: BTreeMap<String, String>,
    /// Adjectives that stand before names: of states, peoples and faiths.
    adjectives: BTreeSet<String>,
    /// Deep forms of names that stand where only a place can stand.
    located: BTreeSet<String>,
    /// Words, in lower case, that the document has with a capital inside a sentence.
    proper: BTreeSet<String>,
    /// Deep forms of the last words of names that are a person's wherever they stand.
    voted: BTreeSet<String>,
    /// Deep forms of names that mostly stand behind "the", as no person's do: "the Tavan Minh".
    definite: BTreeSet<String>,
    /// Names of a number and a unit that are those of another country's unit.
    numbered: Numbered,
    /// Year and month of the document.
    month: Option<Month>,
    /// Whom names were found to stand for: a document has the same ones again and again.
    found: RefCell<BTreeMap<Asked, Found>>,
}

impl<'l> Roster<'l> {
    /// Reads the names of a document.
    pub fn of(document: &Document, reading: &Reading, lexicon: &'l Lexicon, places: &mut Places<'_>) -> Roster<'l> {
        let mut roster = Roster {
            lexicon,
            acronyms: short_forms::spelled(&document.text),
            initials: BTreeMap::new(),
            persons: FullNames::default(),
            others: FullNames::default(),
            spellings: BTreeMap::new(),
            adjectives: BTreeSet::new(),
            located: located(document, reading, lexicon, places),
            proper: proper_words(document, reading),
            voted: BTreeSet::new(),
            definite: definite(document, reading),
            numbered: Numbered::of(document, reading, lexicon, places),
            month: document
                .articles
                .iter()
                .find_map(|article| article.published.as_ref())
                .map(|day| (day.value.year(), day.value.month())),
            found: RefCell::default(),
        };
        roster.voted = roster.vote(document, reading);
        let (mut persons, mut others) = (Vec::new(), Vec::new());
        for mention in &reading.mentions {
            let Some(text) = mention.span.get(&document.text) else { continue };
            match mention.kind {
                MentionKind::Name => match roster.add(document, mention, text) {
                    // "the Chief of the Defence Force" is no name of which "Defence Force" is a part.
                    Some((EntityKind::Person, name)) if roster.is_office_of(&name) => {}
                    Some((EntityKind::Person, name)) => persons.push(name),
                    Some((_, name)) => others.push(name),
                    None => {}
                },
                MentionKind::Modifier if matches!(mention.hint, None | Some(EntityKind::Group)) => {
                    roster.adjectives.insert(fold::plain(text));
                }
                MentionKind::Modifier | MentionKind::Nominal | MentionKind::Pronoun => {}
            }
        }
        roster.persons = FullNames::new(persons);
        roster.others = FullNames::new(others);
        roster
    }

    /// True for an office and what it is of, written as a name: "Chief of the Defence Force".
    fn is_office_of(&self, name: &str) -> bool {
        let office = name.split_once(" of ").and_then(|(office, _)| self.lexicon.titles.class(&office.to_lowercase()));
        matches!(office, Some(TitleClass::Head | TitleClass::Office))
    }

    /// The last words of names that are those of persons: where "Porfirio Brek" and "Brek" are taken now for a person, now for a body, both
    /// are a person, if they stand beside "he" or "his" and never behind "the". A body is seldom called by the last word of its name alone.
    fn vote(&self, document: &Document, reading: &Reading) -> BTreeSet<String> {
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        let mut men: BTreeMap<String, usize> = BTreeMap::new();
        let he = |span: model::Span| {
            let mut words = span.get(&document.text).unwrap_or("").split(|c: char| !c.is_alphabetic());
            words.any(|word| ["he", "him", "his", "she", "her"].iter().any(|he| word.eq_ignore_ascii_case(he)))
        };
        let (mut full, mut short, mut bodies) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for mention in reading.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let Some(name) = mention.span.get(&document.text).map(clean) else { continue };
            if !self.may_be_person(&name) || matches!(mention.hint, Some(EntityKind::Place | EntityKind::State)) {
                continue;
            }
            let last = fold::deep(last_word(&name));
            if is_definite(document, mention) {
                bodies.insert(last.clone());
            }
            if mention.hint == Some(EntityKind::Person) {
                *taken.entry(last.clone()).or_default() += 1;
            }
            if name.contains(' ') { &mut full } else { &mut short }.insert(last.clone());
            if reading.sentences.get(mention.sentence as usize).is_some_and(|sentence| he(sentence.span)) {
                *men.entry(last).or_default() += 1;
            }
        }
        let person = |(last, times): &(String, usize)| {
            *times >= VOTES
                && full.contains(last)
                && short.contains(last)
                && !bodies.contains(last)
                && men.get(last).is_some_and(|times| *times >= VOTES)
        };
        taken.into_iter().filter(person).map(|(last, _)| last).collect()
    }

    /// True for a name of which no word is a common noun, and that the tables do not know.
    fn may_be_person(&self, name: &str) -> bool {
        let plain = |word: &str| {
            word.starts_with(char::is_uppercase)
                && word.chars().filter(|letter| letter.is_uppercase()).count() < word.chars().count()
                && singulars(word).iter().all(|noun| self.lexicon.nouns.classes(&noun.to_lowercase()).is_empty())
        };
        (1..=3).contains(&name.split(' ').count())
            && name.split(' ').all(plain)
            && self.lexicon.names.find(name).is_none()
    }

    /// What a name looks like: a person where most of the document takes it for one.
    fn seems(&self, name: &str, hint: Option<EntityKind>) -> Option<EntityKind> {
        let definite = || self.lexicon.names.after_titles(name) == 0 && self.definite.contains(&fold::deep(name));
        if hint == Some(EntityKind::Person) && definite() {
            return Some(EntityKind::Organisation);
        }
        let unsure = matches!(hint, None | Some(EntityKind::Organisation));
        let person = unsure && self.may_be_person(name) && self.voted.contains(&fold::deep(last_word(name)));
        if person { Some(EntityKind::Person) } else { hint }
    }

    /// Takes in a name. A full name of somebody is given back with what it is.
    fn add(&mut self, document: &Document, mention: &Mention, text: &str) -> Option<(EntityKind, String)> {
        let name = clean(text);
        if let Some(short) = short_forms::bracketed(&document.text, mention.span.end as usize)
            && fold::plain(&short) != fold::plain(&name)
            && name.contains(' ')
            && !self.is_end_of_longer(document, mention, &name, &short)
        {
            self.acronyms.entry(short).or_insert_with(|| name.clone());
        }
        if self.located.contains(&fold::deep(&name)) {
            return None;
        }
        if let Some(letters) = initials(&name).filter(|_| mention.hint != Some(EntityKind::Person)) {
            let kept = self.initials.entry(letters).or_insert_with(|| Some(name.clone()));
            if kept.as_ref().is_some_and(|kept| fold::plain(kept) != fold::plain(&name)) {
                *kept = None;
            }
        }
        let titled = self.titled(&name);
        let seems = self.seems(&name, mention.hint);
        let hint = if titled.is_some() { Some(EntityKind::Person) } else { seems };
        let name = if seems == Some(EntityKind::Person) { self.person(&name) } else { titled.unwrap_or(name) };
        let fullest = self.spellings.entry(fold::deep(&name)).or_insert_with(|| name.clone());
        if name.chars().count() > fullest.chars().count() {
            *fullest = name.clone();
        }
        let known = self.lexicon.names.find(&name);
        if !name.contains(' ') || known.is_some_and(|known| known.kind() != EntityKind::Person) {
            return None;
        }
        match hint {
            Some(EntityKind::Person) => Some((EntityKind::Person, name)),
            Some(EntityKind::Organisation) | None => Some((EntityKind::Organisation, name)),
            _ => None,
        }
    }

    /// The person's name behind an office or rank, whatever the words were taken for: "Secretary of Defense Ivo Hald".
    fn titled(&self, name: &str) -> Option<String> {
        let at = self.lexicon.names.after_titles(name);
        let rest = &name[at..];
        let words: Vec<&str> = rest.split(' ').filter(|word| !self.lexicon.pages.is_name_particle(word)).collect();
        let names = words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase));
        // "General Brek" is somebody, "General Motors" a firm.
        let lone = || self.may_be_person(rest) && !rest.ends_with('s');
        let counts = (2..=3).contains(&words.len()) || words.len() == 1 && (rest.contains(' ') || lone());
        let person = at > 0 && counts && names && !self.is_institution(rest);
        let noun = || is_in_singular(last_word(rest), |noun| !self.lexicon.nouns.classes(noun).is_empty());
        (person && !noun()).then(|| rest.to_string())
    }

    /// A person's name without titles, ranks and adjectives of states before it.
    pub fn person(&self, name: &str) -> String {
        let mut rest = name;
        loop {
            rest = &rest[self.lexicon.names.after_titles(rest)..];
            match rest.split_once(' ') {
                Some((first, after)) if after.contains(' ') && self.is_adjective(first) => rest = after,
                // "President of Arvia Anton Brek"
                Some(("of", after)) => match after.split_once(' ') {
                    Some((state, after)) if self.is_state(state) => rest = after,
                    _ => return rest.to_string(),
                },
                _ => return rest.to_string(),
            }
        }
    }

    fn is_state(&self, word: &str) -> bool {
        matches!(self.lexicon.names.find(word), Some(Known::State(_)))
    }

    /// True for the adjective of a state or people: `Arvian`.
    pub fn is_adjective(&self, word: &str) -> bool {
        !self.lexicon.names.demonym(word).is_empty() || self.adjectives.contains(&fold::plain(word))
    }

    /// True for a word that is part of a name: it has a capital where no sentence begins.
    pub fn is_proper(&self, word: &str) -> bool {
        // "Arvian-backed" begins with a name.
        let word = without_possessive(word);
        let first = word.split('-').next().unwrap_or(word);
        self.proper.contains(&word.to_lowercase())
            || self.lexicon.names.find(first).is_some()
            || self.is_adjective(first)
    }

    /// Whom a name or an adjective of a party stands for. `None` for words without letters.
    pub fn find(&self, text: &str, kind: MentionKind, hint: Option<EntityKind>) -> Option<Found> {
        let name = clean(text);
        if !name.chars().any(char::is_alphabetic) {
            return None;
        }
        let asked = (name, kind, hint);
        if let Some(found) = self.found.borrow().get(&asked) {
            return Some(found.clone());
        }
        let found = self.meant(&asked.0, kind, hint);
        self.found.borrow_mut().insert(asked, found.clone());
        Some(found)
    }

    fn meant(&self, name: &str, kind: MentionKind, hint: Option<EntityKind>) -> Found {
        if let Some(full) = self.acronyms.get(name)
            && fold::plain(full) != fold::plain(name)
        {
            let mut found = self.named(full, kind, None);
            found.reason = format!("{name} stands in brackets after {full}");
            return found;
        }
        if let Some(Some(full)) = self.initials.get(name)
            && !self.is_state(name)
        {
            let mut found = self.named(full, kind, None);
            found.reason = format!("{name} are the first letters of {full}");
            return found;
        }
        // "*Rioters* burned cars" begins with a common noun, whatever name sounds like it.
        if !self.proper.contains(&name.to_lowercase())
            && is_in_singular(name, |noun| !self.lexicon.nouns.classes(noun).is_empty())
            && self.lexicon.names.is_by_sound(name)
        {
            return self.named(&name.to_lowercase(), kind, hint);
        }
        self.named(name, kind, hint)
    }

    fn named(&self, name: &str, kind: MentionKind, hint: Option<EntityKind>) -> Found {
        if self.numbered.is_foreign(name) {
            let reason = format!("named {name}; the document does not speak of the country whose unit is known by it");
            return Found { reason, name: self.spelling(name), kind: EntityKind::Organisation, known: None };
        }
        let hint = self.seems(name, hint);
        let names = &self.lexicon.names;
        if let Some(found) = self.known(name, kind) {
            return found;
        }
        // "Teresa Brek met the mayor. *Teresa* was calm", also where the finder takes her for a place.
        if self.lexicon.sexes.name(&name.to_lowercase()).is_some()
            && hint == Some(EntityKind::Place)
            && names.find(name).is_none()
            && self.persons.ending_with(name).is_empty()
            && let Some(full) = self.persons.fuller(name)
        {
            return self.named(full, kind, Some(EntityKind::Person));
        }
        if self.located.contains(&fold::deep(name)) && names.find(name).is_none() {
            let name = self.spelling(name);
            return Found {
                reason: format!("{name} stands where a place is named"),
                name,
                kind: EntityKind::Place,
                known: None,
            };
        }
        let person = self.person(name);
        let titled = person != name
            && (self.titled(name).is_some()
                || self.persons.has(&person)
                || !self.persons.ending_with(&person).is_empty());
        let bare = if hint == Some(EntityKind::Person) || titled { person } else { name.to_string() };
        // "the Secretary-General", whatever the name finder takes it for.
        let office = self.lexicon.titles.class(&name.to_lowercase());
        let titled = titled || matches!(office, Some(TitleClass::Head | TitleClass::Office));
        let hint = if titled { Some(EntityKind::Person) } else { hint };
        if bare != name
            && let Some(known) = names.find(&bare)
            && (known.kind() == EntityKind::Person || !names.is_short(&bare))
            && !self.is_another(&bare, &known)
        {
            return table(known, &bare);
        }
        if matches!(hint, Some(EntityKind::Person) | Some(EntityKind::Organisation) | Some(EntityKind::Group) | None)
            && let Some(full) = self.persons.fuller(&bare)
            // The Secretary-General is not the Deputy Secretary-General.
            && (office.is_none() || full.starts_with(&bare))
        {
            let reason = format!("{bare} is part of the name {full}");
            return match names.find(full).filter(|known| known.kind() == EntityKind::Person) {
                Some(known) => Found { reason, ..table(known, full) },
                None => Found { name: self.spelling(full), kind: EntityKind::Person, known: None, reason },
            };
        }
        if let Some(known) = self.holder(name, &bare) {
            return Found::known(known, format!("{name} is known by the office"));
        }
        let several = !self.persons.ending_with(&bare).is_empty();
        if let Some(known) = names.find(&bare).filter(|_| !several || !names.is_short(&bare)) {
            return table(known, &bare);
        }
        if let Some(found) = self.members(&bare) {
            return found;
        }
        // "Tavan" is the town, though a "Tavan Relief Fund" is named as well.
        if !matches!(hint, Some(EntityKind::Person | EntityKind::Place | EntityKind::State))
            && let [full] = self.others.beginning_with(&bare).as_slice()
            && !self.is_deed(full)
            // "the Union" is no "Union Navy", but has it.
            && !self.is_institution(full)
        {
            let reason = format!("{bare} begins the name {full}");
            return Found { name: self.spelling(full), kind: EntityKind::Organisation, known: None, reason };
        }
        let person = self.persons.has(&bare);
        let hint = if person && hint.is_none() { Some(EntityKind::Person) } else { hint };
        let kind = hint.filter(|_| !self.is_institution(&bare)).unwrap_or_else(|| self.kind_of(&bare));
        // An adjective and a common noun name an institution: "Arvian Army" and "Arvian army" are one.
        if kind != EntityKind::Person
            && let Some(found) = description::institution(self, &bare)
        {
            return found;
        }
        let name = self.spelling(&bare);
        Found { reason: format!("named {name}"), name, kind, known: None }
    }

    /// Whom the tables know under a name, by itself or behind an adjective: `Hezbollah` in `Lebanese Hezbollah`.
    fn known(&self, name: &str, kind: MentionKind) -> Option<Found> {
        let names = &self.lexicon.names;
        // Of several with one abbreviation the one that the document names in full.
        let named = |known: &Known<'_>| self.spellings.contains_key(&fold::deep(known.name()));
        if let Some(known) = names.shared(name).into_iter().find(named) {
            return Some(table(known, name));
        }
        if let Some(known) = names.find_whole(name).filter(|known| !self.is_another(name, known)) {
            return Some(table(known, name));
        }
        let states = names.demonym(name);
        if let [state] = states.as_slice() {
            // "Turkish" is Turkey's; "Turks" are people.
            let first = state.demonyms.first().is_some_and(|first| fold::plain(first) == fold::plain(name));
            let adjective = first || !name.ends_with('s');
            let reason = format!("{name} is the adjective of {}", state.name);
            if kind == MentionKind::Modifier || adjective {
                return Some(Found { reason, ..table(Known::State(state), name) });
            }
            let reason = format!("{name} are people of {}", state.name);
            return Some(Found { name: name.to_string(), kind: EntityKind::Group, known: None, reason });
        }
        if let Some(state) = names.seat(name) {
            let reason = format!("{name} stands for the government of {}", state.name);
            return Some(Found { reason, ..table(Known::State(state), name) });
        }
        let words: Vec<&str> = name.split(' ').collect();
        // "a free Arvia" is Arvia, "northern Arvia" a part of it.
        let small = words.iter().take_while(|word| word.starts_with(char::is_lowercase)).count();
        if small > 0
            && words[..small].iter().all(|word| !self.lexicon.place_words.is_direction(word) && *word != "and")
            && let Some(known @ Known::State(_)) = names.find(&words[small..].join(" "))
        {
            return Some(table(known, name));
        }
        self.behind_adjectives(name)
    }

    /// Whom the tables know by the words behind adjectives: `Hezbollah` in `Lebanese Hezbollah`, the league in "Arvian-backed Tavan League".
    pub fn behind_adjectives(&self, name: &str) -> Option<Found> {
        let names = &self.lexicon.names;
        let words: Vec<&str> = name.split(' ').collect();
        for skip in 1..words.len().min(4) {
            let adjective = |word: &&str| self.is_adjective(without_possessive(word)) || self.is_compound(word);
            let lead = words[..skip].iter().all(adjective) || without_possessive(words[skip - 1]) != words[skip - 1];
            let rest = words[skip..].join(" ");
            if lead
                && let Some(known) = names.find_whole(&rest)
                && known.kind() == EntityKind::Organisation
                && !words[..skip].iter().any(|word| self.is_foreign(without_possessive(word), &known))
            {
                return Some(table(known, &rest));
            }
        }
        None
    }

    /// True for a surname of the tables that the document writes in full for somebody else: "President Ida Brek … Brek" is not Anton Brek.
    fn is_another(&self, name: &str, known: &Known<'_>) -> bool {
        let surname = known.kind() == EntityKind::Person && !name.contains(' ');
        surname && self.persons.fuller(name).is_some_and(|full| fold::plain(full) != fold::plain(known.name()))
    }

    /// True for "Arvian-led", which only describes what bears the name behind it.
    fn is_compound(&self, word: &str) -> bool {
        word.rsplit_once('-').is_some_and(|(_, part)| self.lexicon.compounds.get(&part.to_lowercase()).is_some())
    }

    /// True for the adjective of a state that a force known by the name behind it does not belong to: the "4th Division" of another army.
    fn is_foreign(&self, adjective: &str, known: &Known<'_>) -> bool {
        let states = self.lexicon.names.demonym(adjective);
        let Known::Actor(actor) = known else { return false };
        matches!(actor.kind, ActorKind::Agency | ActorKind::Force)
            && !states.is_empty()
            && !actor.countries.is_empty()
            && !states.iter().any(|state| actor.countries.contains(&state.iso))
    }

    /// "our army" said by a man of a state: its institution by the noun.
    pub fn institution(&self, state: &State, noun: &str) -> Option<Found> {
        self.lexicon.institutions.has(noun).then(|| description::institution_of(self, state, noun)).flatten()
    }

    /// "Houthi fighters" are the Houthis, "Hezbollah militants" Hezbollah: only of armed groups, not of states' forces.
    pub fn members(&self, text: &str) -> Option<Found> {
        let (group, noun) = text.rsplit_once(' ')?;
        if !self.lexicon.institutions.is_membership(&noun.to_lowercase()) {
            return None;
        }
        // "ISK terrorist group" is two nouns behind the name.
        let twice =
            group.rsplit_once(' ').filter(|(_, noun)| self.lexicon.institutions.is_membership(&noun.to_lowercase()));
        let group = without_possessive(twice.map_or(group, |(group, _)| group));
        let full = self.acronyms.get(group).map_or(group, String::as_str);
        let found = self.known(full, MentionKind::Modifier)?;
        match self.lexicon.names.find(&found.name)? {
            Known::Actor(actor) if actor.kind == ActorKind::ArmedGroup => {
                Some(Found { reason: format!("{noun} of {} stand for it", actor.name), ..found })
            }
            _ => None,
        }
    }

    /// "Foreign Minister Brek": the only one of that name who held such an office.
    fn holder(&self, name: &str, bare: &str) -> Option<Known<'l>> {
        let titles = name.strip_suffix(bare).filter(|titles| !titles.is_empty() && !bare.contains(' '))?;
        let titles: Vec<String> = titles.split_whitespace().map(str::to_lowercase).collect();
        let person = self.lexicon.offices.holder(bare, &titles, self.month)?;
        self.lexicon.names.find(person)
    }

    /// Year and month of the document.
    pub fn month(&self) -> Option<Month> {
        self.month
    }

    /// True for a name of an armed group in the tables.
    pub fn is_armed_group(&self, name: &str) -> bool {
        matches!(self.lexicon.names.find(name), Some(Known::Actor(actor)) if actor.kind == ActorKind::ArmedGroup)
    }

    /// True for a word that names or describes somebody by name.
    pub fn is_name(&self, word: &str) -> bool {
        self.lexicon.names.find(word).is_some() || self.is_adjective(word)
    }

    /// The fullest spelling of a name in the document.
    fn spelling(&self, name: &str) -> String {
        self.spellings.get(&fold::deep(name)).cloned().unwrap_or_else(|| name.to_string())
    }

    fn is_institution(&self, name: &str) -> bool {
        self.lexicon.institutions.has(&last_word(name).to_lowercase())
    }

    /// True for what happened: the "Falcon Brigade Incident" is no brigade.
    fn is_deed(&self, name: &str) -> bool {
        let last = last_word(name.split(" of ").next().unwrap_or(name)).to_lowercase();
        is_in_singular(&last, |noun| self.lexicon.nouns.classes(noun) == [NounClass::Deed])
    }

    /// What a name without a label looks like by its last word.
    fn kind_of(&self, name: &str) -> EntityKind {
        let classes = |word: &str| -> Vec<NounClass> {
            singulars(word).iter().flat_map(|noun| self.lexicon.nouns.classes(noun).to_vec()).collect()
        };
        // "helicopters of the navy" are helicopters.
        let found = classes(last_word(name.split(" of ").next().unwrap_or(name)));
        if found.contains(&NounClass::Party) || found.contains(&NounClass::Forces) {
            EntityKind::Organisation
        } else if found.contains(&NounClass::Place) || found.contains(&NounClass::Site) {
            EntityKind::Place
        } else if found
            .iter()
            .any(|class| matches!(class, NounClass::Accord | NounClass::Deed | NounClass::Arms | NounClass::Vehicle))
        {
            EntityKind::Thing
        } else {
            EntityKind::Organisation
        }
    }
}

fn table(known: Known<'_>, name: &str) -> Found {
    let reason = if fold::plain(name) == fold::plain(known.name()) {
        format!("named {}", known.name())
    } else {
        format!("{name} is known as a name of {}", known.name())
    };
    Found { name: known.name().to_string(), kind: known.kind(), known: Some(known.key()), reason }
}

/// `FLA` for "Front for the Liberation of Arvia". `None` for a name of less than three words with a capital.
fn initials(name: &str) -> Option<String> {
    let large = name.split(' ').filter(|word| word.starts_with(char::is_uppercase));
    let letters: String = large.filter_map(|word| word.chars().next()).collect();
    (letters.chars().count() > 2).then_some(letters)
}
