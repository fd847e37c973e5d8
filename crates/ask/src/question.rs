//! What does a question ask for, and what does it say itself?
//!
//! "Which city did the rebels capture in May 2031?" → a place; type `capture`; actor "rebels"; the days of May 2031.

use crate::statement::{self, Statement};
use language::{Dep, English, NameLabel, Parse, Pos};
use lexicon::{Asks, CueClass, Gazetteer, Lexicon, Reach, WordClass};
use model::{
    Argument, Article, Claim, ClaimType, Document, DocumentId, Format, PartRole, QuantityKind, Resolution, Span,
    Stance, TimeRange,
};
use std::collections::BTreeSet;

/// What a question wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Who or what does it.
    Actor,
    /// To whom or what.
    Target,
    /// Where.
    Place,
    /// When.
    Time,
    /// How many.
    Quantity,
    /// According to whom.
    Source,
    /// What somebody said.
    Said,
    /// Whether it is so.
    Whether,
    /// Why.
    Reason,
    /// What there is at all.
    Happening,
}

impl Asked {
    /// The word for it in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Asked::Actor => "who",
            Asked::Target => "whom",
            Asked::Place => "where",
            Asked::Time => "when",
            Asked::Quantity => "how many",
            Asked::Source => "according to whom",
            Asked::Said => "what was said",
            Asked::Whether => "whether",
            Asked::Reason => "why",
            Asked::Happening => "what happened",
        }
    }
}

/// Where something that a question names stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Who does it.
    Actor,
    /// To whom.
    Target,
    /// Where.
    Place,
    /// Who says so.
    Source,
    /// The question does not tell.
    Any,
}

impl Role {
    /// The word for it in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Actor => "actor",
            Role::Target => "target",
            Role::Place => "place",
            Role::Source => "source",
            Role::Any => "any",
        }
    }
}

/// Somebody, something or some place that a question names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its words, without article.
    pub words: String,
    /// Where it stands.
    pub role: Role,
    /// True when the words are a name, not a description.
    pub is_name: bool,
}

/// A question as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// As it was asked.
    pub text: String,
    /// What it asks for.
    pub asked: Asked,
    /// The types of claims that answer it; empty: any.
    pub types: Vec<ClaimType>,
    /// The word that tells the deed, in its dictionary form.
    pub deed: Option<String>,
    /// What it names.
    pub parts: Vec<Part>,
    /// The days it speaks of.
    pub days: Option<TimeRange>,
    /// Words for a time without days that can be told.
    pub vague_time: Option<String>,
    /// What is counted, where it asks how many.
    pub what: Option<QuantityKind>,
    /// A count that it gives itself, as bounds.
    pub count: Option<(Option<f64>, Option<f64>)>,
    /// A stance that it asks for: "Who denied that …", "What does the army deny?".
    pub stance: Option<Stance>,
}

/// What questions are read with.
#[derive(Clone, Copy)]
pub struct Reader<'r> {
    /// The language engine.
    pub english: &'r English,
    /// The lists.
    pub lexicon: &'r Lexicon,
    /// The places.
    pub gazetteer: &'r Gazetteer,
}

impl Question {
    /// Reads a question. Words that are no question are taken for one after all that is told of what they name.
    pub fn read(text: &str, reader: Reader<'_>) -> Question {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let statement = statement::of(&reader.english.parse(&text), reader.lexicon);
        Reading::of(&statement, reader).question(text)
    }
}

/// The statement that would answer a question, as the readers of reports read it.
struct Reading<'r, 's> {
    statement: &'s Statement,
    reader: Reader<'r>,
    parse: Parse<'s>,
    resolution: Resolution,
    /// The token that tells the deed.
    deed: Option<usize>,
    /// The object of a verb that asks for a happening with it: `place` of "take place".
    taken_place: Option<usize>,
    /// True when it is a verb of saying whose content is asked for or follows.
    says: bool,
}

impl<'r, 's> Reading<'r, 's> {
    fn of(statement: &'s Statement, reader: Reader<'r>) -> Reading<'r, 's> {
        let parse = reader.english.parse(&statement.text);
        let document = document(&statement.text);
        let read = read::document(&document, reader.english, reader.lexicon);
        let resolution = resolve::document(&document, read, reader.lexicon, reader.gazetteer);
        let mut reading = Reading { statement, reader, parse, resolution, deed: None, taken_place: None, says: false };
        reading.find_deed();
        reading
    }

    /// The root; below a verb of saying, what is said.
    fn find_deed(&mut self) {
        let Some(root) = self.root() else { return };
        // "report" behind "does" is a verb, whatever its tag says.
        if !matches!(self.parse.pos(root), Pos::Verb | Pos::Aux) && self.parse.child(root, Dep::Aux).is_none() {
            return;
        }
        self.deed = Some(root);
        self.taken_place = self.parse.child(root, Dep::Dobj).filter(|&object| {
            let words = format!("{} {}", self.parse.lemma(root), self.parse.norm(object)).to_lowercase();
            self.reader.lexicon.questions.asks(&words) == Some(Asks::Happening)
        });
        // "The fighting took place": its noun tells the deed.
        let subject = self.parse.child(root, Dep::Nsubj).filter(|_| self.is_happening());
        if let Some(subject) = subject.filter(|&subject| !self.frames(subject).is_empty()) {
            self.deed = Some(subject);
            return;
        }
        if self.cue(root).is_none() {
            return;
        }
        let content = self.parse.children(root).find(|&child| self.parse.dep(child) == Dep::Ccomp);
        let object =
            |at: usize| self.is_asked(at) && self.parse.dep(at) != Dep::Nsubj && self.parse.dep(at) != Dep::Nsubjpass;
        let asked = self.statement.asks == Asks::Thing && (0..self.parse.len()).any(object);
        match content {
            Some(content) => {
                self.deed = Some(content);
                self.says = true;
            }
            None if asked => self.says = true,
            None => {}
        }
    }

    fn root(&self) -> Option<usize> {
        (0..self.parse.len()).find(|&at| self.parse.is_root(at))
    }

    /// The stance of a verb of saying.
    fn cue(&self, at: usize) -> Option<Stance> {
        let lemma = self.parse.lemma(at).to_lowercase();
        let mut cues = self.reader.lexicon.reporting.starting(CueClass::Verb, &lemma);
        cues.find(|cue| cue.lemma == lemma && cue.reach == Reach::Chain).map(|cue| cue.stance)
    }

    /// True for a token of the words that stand for what is asked.
    fn is_asked(&self, at: usize) -> bool {
        let span = self.parse.token(at).span;
        self.statement.asked.is_some_and(|asked| asked.start <= span.start && span.end <= asked.end)
    }

    fn question(self, text: String) -> Question {
        let claims = self.claims();
        let (mut types, deed, by_title) = self.types(&claims);
        let mut parts = self.parts(&claims, by_title);
        if let Some(sort) = &self.statement.sort {
            parts.push(Part { words: sort.clone(), role: Role::Any, is_name: false });
        }
        let asked = self.asked(&claims, types.is_empty(), by_title);
        if matches!(asked, Asked::Said | Asked::Happening) && self.is_empty_deed() {
            types.clear();
        }
        let with_days = self.resolution.reading.times.iter().find(|time| time.range.is_some());
        let days = claims.iter().find_map(|claim| claim.time.as_ref()?.range).or(with_days.and_then(|time| time.range));
        let vague = self.resolution.reading.times.first().filter(|_| days.is_none());
        let quantity = claims.iter().flat_map(|claim| &claim.quantity).next();
        let root = self.root();
        Question {
            asked,
            deed: deed.filter(|_| !types.is_empty() && !self.is_empty_deed()),
            types,
            parts,
            days,
            vague_time: vague.map(|time| time.span.of(&self.statement.text).to_string()),
            what: quantity.filter(|_| asked == Asked::Quantity).map(|quantity| quantity.what),
            count: quantity.filter(|_| asked != Asked::Quantity).map(|quantity| (quantity.min, quantity.max)),
            stance: root
                .filter(|_| matches!(asked, Asked::Source | Asked::Said) && self.says)
                .and_then(|root| self.cue(root))
                .filter(|stance| *stance != Stance::Asserts),
            text,
        }
    }

    /// The claims of the statement that tell the deed: all of them where none does.
    fn claims(&self) -> Vec<&Claim> {
        let all = &self.resolution.reading.claims;
        let Some(deed) = self.deed else { return all.iter().collect() };
        if self.says && self.cue(deed).is_some() {
            return Vec::new();
        }
        let at = self.parse.token(deed).span;
        let of_deed: Vec<&Claim> =
            all.iter().filter(|claim| claim.trigger.start <= at.start && at.end <= claim.trigger.end).collect();
        // "The agreement was signed" is told by both words.
        let near = |claim: &&Claim| claim.trigger.start <= at.end && at.start <= claim.trigger.end;
        match (of_deed.is_empty(), all.iter().any(|claim| near(&claim))) {
            (false, _) => of_deed,
            (true, true) => all.iter().filter(near).collect(),
            (true, false) => all.iter().collect(),
        }
    }

    /// The types that the claims of the statement have, else those that its words can tell; the deed's
    /// dictionary form; and whether the types are those of a title ("the commander of").
    fn types(&self, claims: &[&Claim]) -> (Vec<ClaimType>, Option<String>, bool) {
        let lexicon = self.reader.lexicon;
        let told = self.deed.map(|at| self.lemma(at));
        let mut types: Vec<ClaimType> = claims.iter().map(|claim| claim.claim_type).collect();
        if types.is_empty() && !self.is_empty_deed() {
            types.extend(self.deed.into_iter().flat_map(|at| self.frames(at)));
        }
        let mut by_title = false;
        let identity = self.deed.is_some_and(|at| self.parse.lemma(at) == "be");
        if types.is_empty() && identity {
            // "Who is the commander of the front?"
            let nouns = (0..self.parse.len()).filter(|&at| self.parse.pos(at) == Pos::Noun);
            types.extend(nouns.filter_map(|at| lexicon.titles.relation(&self.parse.lemma(at).to_lowercase())));
            by_title = !types.is_empty();
        }
        if types.is_empty() && identity {
            use ClaimType::*;
            types.extend(match self.statement.asks {
                Asks::Somebody | Asks::Thing => &[Leads, MemberOf, PartOf][..],
                Asks::Place => &[PresentIn, LocatedIn, Deploy, Appear],
                _ => &[],
            });
        }
        let mut seen = BTreeSet::new();
        types.retain(|claim_type| seen.insert(*claim_type));
        (types, told, by_title)
    }

    /// True for "happen", "take place".
    fn is_happening(&self) -> bool {
        self.root().filter(|_| self.deed == self.root()).is_some_and(|at| {
            let lemma = self.parse.lemma(at).to_lowercase();
            self.reader.lexicon.questions.asks(&lemma) == Some(Asks::Happening) || self.taken_place.is_some()
        })
    }

    /// A word's dictionary form, in small letters.
    fn lemma(&self, at: usize) -> String {
        let lemma = self.parse.lemma(at).to_lowercase();
        self.reader.lexicon.verb_forms.verb(&self.parse.word(at).to_lowercase()).unwrap_or(lemma)
    }

    /// The types of the deeds that a verb, or a noun in its place, can tell alone.
    fn frames(&self, at: usize) -> Vec<ClaimType> {
        let class = if self.parse.pos(at) == Pos::Noun { WordClass::Noun } else { WordClass::Verb };
        let lemma = self.lemma(at);
        let frames = self.reader.lexicon.triggers.frames(&lemma);
        let alone = frames.iter().filter(|frame| frame.class == class && frame.words.is_empty());
        alone.map(|frame| frame.claim_type).collect()
    }

    /// True when the verb tells no deed of its own: "happen", "say", "be".
    fn is_empty_deed(&self) -> bool {
        self.deed.is_none_or(|at| {
            let lemma = self.parse.lemma(at).to_lowercase();
            self.is_happening()
                || matches!(lemma.as_str(), "be" | "have" | "do" | "know")
                || self.says && self.cue(at).is_some()
        })
    }

    fn asked(&self, claims: &[&Claim], untyped: bool, by_title: bool) -> Asked {
        match self.statement.asks {
            Asks::Source => return Asked::Source,
            Asks::Reason => return Asked::Reason,
            Asks::Quantity => return Asked::Quantity,
            Asks::Time => return Asked::Time,
            Asks::Happening => return Asked::Happening,
            Asks::Place if self.statement.asked.is_none() => return Asked::Place,
            Asks::Anybody => return Asked::Whether,
            _ => {}
        }
        // "Who is Anton Brek?" asks for what there is of him.
        let identity = claims.is_empty() && !by_title && self.deed.is_some_and(|at| self.parse.lemma(at) == "be");
        if self.is_happening() || identity && matches!(self.statement.asks, Asks::Somebody | Asks::Thing) {
            return Asked::Happening;
        }
        let holds = |arguments: &[Argument]| {
            let asked = self.statement.asked;
            arguments.iter().any(|a| asked.is_some_and(|asked| asked.start <= a.head.start && a.head.end <= asked.end))
        };
        if self.says {
            let subject = self.root().and_then(|root| self.parse.child(root, Dep::Nsubj));
            return if subject.is_some_and(|at| self.is_asked(at)) { Asked::Source } else { Asked::Said };
        }
        if self.statement.asks == Asks::Place {
            return Asked::Place;
        }
        if claims.iter().any(|claim| holds(&claim.actor)) {
            return Asked::Actor;
        }
        if claims.iter().any(|claim| holds(&claim.target)) {
            return Asked::Target;
        }
        if claims.iter().any(|claim| holds(&claim.place)) {
            return Asked::Place;
        }
        let dep = (0..self.parse.len()).find(|&at| self.is_asked(at) && !self.is_asked(self.parse.head(at)));
        match dep.map(|at| self.parse.dep(at)) {
            Some(Dep::Nsubjpass | Dep::Dobj | Dep::Pobj | Dep::Dative) => Asked::Target,
            _ if untyped && self.statement.asks == Asks::Thing => Asked::Happening,
            _ => Asked::Actor,
        }
    }

    /// Names and nouns of the statement, each with its describing words, that are not the deed, a time, or what is asked.
    fn parts(&self, claims: &[&Claim], by_title: bool) -> Vec<Part> {
        let parse = &self.parse;
        let times = &self.resolution.reading.times;
        let in_time = |at: usize| {
            let span = parse.token(at).span;
            times.iter().any(|time| time.span.start <= span.start && span.end <= time.span.end)
        };
        let deeds: BTreeSet<Span> = claims.iter().map(|claim| claim.trigger).collect();
        let is_deed = |at: usize| {
            let span = parse.token(at).span;
            Some(at) == self.deed
                || Some(at) == self.taken_place
                || deeds.iter().any(|deed| deed.start <= span.start && span.end <= deed.end)
        };
        let mut parts = Vec::new();
        let mut taken = vec![false; parse.len()];
        for at in 0..parse.len() {
            // A name is taken at its head: "the Amber Front" at its last word.
            let name = parse.name_of(at).filter(|name| is_of_somebody(name.label));
            if name.is_some_and(|name| name.tokens.contains(&parse.head(at)) && parse.head(at) != at) {
                continue;
            }
            let noun = matches!(parse.pos(at), Pos::Noun | Pos::Propn) || name.is_some();
            let titles = &self.reader.lexicon.titles;
            let noun = noun && !(by_title && titles.relation(&parse.lemma(at).to_lowercase()).is_some());
            let inside = parse.head(at) > at && self.describes(at);
            if !noun || inside || taken[at] || self.is_asked(at) || in_time(at) || is_deed(at) {
                continue;
            }
            let mut first = at;
            while first > 0 && self.belongs(first - 1, at) && !self.is_asked(first - 1) && !in_time(first - 1) {
                first -= 1;
            }
            let last = parse.name_of(at).map_or(at, |name| name.tokens.end.max(at + 1) - 1);
            (first..=last).for_each(|one| taken[one] = true);
            let words = parse.span(first..last + 1).of(parse.text()).trim_end_matches("'s").trim_end_matches("’s");
            let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
            let words =
                ["the ", "The ", "a ", "an "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
            if words.is_empty() || self.says_nobody(first, last) {
                continue;
            }
            let is_name = parse.name_of(at).is_some() || parse.pos(at) == Pos::Propn;
            parts.push(Part {
                words: words.to_string(),
                role: if by_title { Role::Target } else { self.role(at, claims) },
                is_name,
            });
        }
        parts
    }

    /// True for a word that stands before a noun as a part of what it says: `Georgian` in "the Georgian army".
    fn describes(&self, at: usize) -> bool {
        let dep = self.parse.dep(at);
        matches!(dep, Dep::Compound | Dep::Amod | Dep::Nmod) && !self.is_asked(at)
    }

    fn belongs(&self, at: usize, noun: usize) -> bool {
        let parse = &self.parse;
        let same_name = parse.name_of(noun).is_some_and(|name| name.tokens.contains(&at));
        let mut above = at;
        while self.describes(above) && parse.head(above) > above && parse.head(above) <= noun {
            above = parse.head(above);
        }
        let lemma = parse.lemma(at).to_lowercase();
        let plain = parse.pos(at) == Pos::Det || self.reader.lexicon.nouns.is_plain(&lemma);
        (same_name || above == noun && above != at || matches!(parse.word(at), "-" | "–")) && !plain
    }

    fn says_nobody(&self, first: usize, last: usize) -> bool {
        first == last && {
            let lemma = self.parse.lemma(first).to_lowercase();
            let asks = &self.reader.lexicon.questions;
            asks.asks(&lemma).or(asks.asks(self.parse.norm(first))) == Some(Asks::Anybody)
        }
    }

    fn role(&self, at: usize, claims: &[&Claim]) -> Role {
        let span = self.parse.token(at).span;
        let holds =
            |arguments: &[Argument]| arguments.iter().any(|a| a.span.start <= span.start && span.end <= a.span.end);
        for claim in claims {
            if holds(&claim.actor) {
                return Role::Actor;
            }
            if holds(&claim.target) {
                return Role::Target;
            }
            if holds(&claim.place) {
                return Role::Place;
            }
            if claim.attribution.iter().any(|link| holds(&link.sources)) {
                return Role::Source;
            }
        }
        let parse = &self.parse;
        let head = parse.head(at);
        match parse.dep(at) {
            Dep::Nsubj if parse.is_root(head) && self.says => Role::Source,
            Dep::Pobj if self.reader.lexicon.place_words.is_certain(parse.norm(head)) => Role::Place,
            Dep::Nsubj if Some(head) == self.deed && !self.is_empty_deed() => Role::Actor,
            Dep::Dobj | Dep::Nsubjpass if Some(head) == self.deed && !self.is_empty_deed() => Role::Target,
            _ => Role::Any,
        }
    }
}

/// True for names of somebody, something or some place, not of numbers and times.
fn is_of_somebody(label: NameLabel) -> bool {
    use NameLabel::*;
    matches!(label, Person | Norp | Fac | Org | Gpe | Loc | Product | Event | WorkOfArt | Law)
}

/// A document of one paragraph, of no day.
fn document(text: &str) -> Document {
    let part = model::Part { span: Span::new(0, text.len()), role: PartRole::Paragraph };
    let article = Article {
        title: None,
        outlet: None,
        authors: Vec::new(),
        published: None,
        dateline: None,
        taken_from: Vec::new(),
        translated: None,
        url: None,
        language: None,
        parts: vec![part],
    };
    Document {
        id: DocumentId("question".to_string()),
        sha256: String::new(),
        file: "question".to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        text: text.to_string(),
        articles: vec![article],
        asides: Vec::new(),
        problems: Vec::new(),
    }
}
