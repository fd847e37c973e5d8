//! How does what a reading found become a claim?
//!
//! Readings give a [`Draft`]: tokens of one part. [`finish`] turns it into a [`Claim`] of the document: clean phrases for
//! the roles, the clause for the quote, who says so, how sure, yes or no, and an id that the same bytes always get.

use crate::class::is_ship;
use crate::frame::{Doers, speaks};
use crate::mention::{Phrase, by_names, core};
use crate::reason::Note;
use crate::{PartText, attribution::Voices, grammar, modality, name, polarity, time};
use language::{Dep, NameLabel, Parse, Pos};
use lexicon::{ActorKind, Frame, Known, Lexicon, Line, NounClass, Slot, WordClass};
use model::{
    Argument, Claim, ClaimId, ClaimType, Document, Kind, Link, Marked, Modality, Polarity, Quantity, SourceKind, Span,
    Stance, TimeWords,
};
use std::collections::BTreeSet;
use std::ops::Range;

/// What a reading may look at: one part, all voices of the document, and the tables.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s, 'a> {
    pub(crate) part: &'s PartText<'a>,
    /// Position of the part among the parts of the document.
    pub(crate) index: usize,
    pub(crate) lexicon: &'s Lexicon,
    pub(crate) voices: &'s Voices,
    /// The last words of the names of people that the document writes in full: `Brek` of "Anton Brek".
    pub(crate) surnames: &'s BTreeSet<String>,
    /// What rule after rule asks about the words of the part.
    pub(crate) entries: &'s Entries<'s>,
}

/// What is looked up once about the words of a part.
#[derive(Debug)]
pub(crate) struct Entries<'s> {
    by_word: Vec<Entry<'s>>,
    /// The spellings and dictionary forms in each sentence, and in the two words before it.
    sentences: Vec<Marks>,
}

/// What the tables have of one word.
#[derive(Clone, Copy, Debug)]
struct Entry<'s> {
    /// Under its dictionary form.
    nouns: &'s [NounClass],
    frames: &'s [Frame],
    /// Of the word as it stands.
    word: Naming<'s>,
    /// Of the whole name that it is part of; of the word where there is none.
    name: Naming<'s>,
}

/// Whom the tables have under some words.
#[derive(Clone, Copy, Debug)]
struct Naming<'s> {
    known: Option<Known<'s>>,
    /// True for the adjective of a state or people.
    people: bool,
}

impl<'s> Naming<'s> {
    fn of(words: &str, lexicon: &'s Lexicon) -> Naming<'s> {
        let bare = words.strip_prefix("the ").unwrap_or(words);
        Naming { known: lexicon.names.find(words), people: !lexicon.names.demonym(bare).is_empty() }
    }

    fn is_state(&self) -> bool {
        matches!(self.known, Some(Known::State(_))) || self.people
    }
}

impl<'s> Entries<'s> {
    /// Those of each word of a parse.
    pub(crate) fn of(parse: &Parse, lexicon: &'s Lexicon) -> Entries<'s> {
        let entry = |at: usize| {
            let lemma = parse.entry(at);
            let word = Naming::of(parse.word(at), lexicon);
            Entry { nouns: lexicon.nouns.classes(lemma), frames: lexicon.triggers.frames(lemma), word, name: word }
        };
        let mut by_word: Vec<Entry> = (0..parse.len()).map(entry).collect();
        for name in parse.names().iter().filter(|name| name.tokens.len() > 1) {
            let naming = Naming::of(parse.span(name.tokens.clone()).of(parse.text()), lexicon);
            by_word[name.tokens.clone()].iter_mut().for_each(|entry| entry.name = naming);
        }
        let words = |sentence: &Range<usize>| {
            let mut marks = Marks::default();
            for at in sentence.start.saturating_sub(2)..sentence.end {
                marks.add(parse.norm(at));
                marks.add(parse.entry(at));
            }
            marks
        };
        Entries { by_word, sentences: parse.sentences().iter().map(words).collect() }
    }
}

/// Which words a sentence may have: a mark for each, which it shares with others. Where there is none, the word is not there.
#[derive(Clone, Copy, Debug, Default)]
struct Marks([u64; 8]);

impl Marks {
    fn add(&mut self, word: &str) {
        let (block, bit) = Marks::place(word);
        self.0[block] |= 1 << bit;
    }

    fn may_have(&self, word: &str) -> bool {
        let (block, bit) = Marks::place(word);
        self.0[block] >> bit & 1 == 1
    }

    /// By its ends, its middle and its length.
    #[inline]
    fn place(word: &str) -> (usize, u32) {
        let bytes = word.as_bytes();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
        let last = bytes.len().saturating_sub(1);
        let sum = u32::from_le_bytes([byte(0), byte(last / 2), byte(last), last as u8]).wrapping_mul(0x9e37_79b1);
        ((sum >> 29) as usize, sum >> 23 & 63)
    }
}

impl<'s> Setting<'s, '_> {
    /// The classes that the table of nouns gives a word.
    pub(crate) fn nouns(&self, at: usize) -> &'s [NounClass] {
        self.entries.by_word[at].nouns
    }

    /// True when the table of nouns gives a word this class.
    pub(crate) fn is_noun(&self, at: usize, class: NounClass) -> bool {
        self.nouns(at).contains(&class)
    }

    /// The frames under the dictionary form of a word.
    pub(crate) fn frames(&self, at: usize) -> &'s [Frame] {
        self.entries.by_word[at].frames
    }

    /// Those of them that are a noun's.
    pub(crate) fn noun_frames(&self, at: usize) -> impl Iterator<Item = &'s Frame> + use<'s> {
        self.frames(at).iter().filter(|frame| frame.class == WordClass::Noun)
    }

    /// Whom the tables know under the name that a word is part of, or else under the word.
    pub(crate) fn known(&self, at: usize) -> Option<Known<'s>> {
        self.entries.by_word[at].name.known
    }

    /// True where that name, or else the word, is one of a state or its people: `Morvania`, `Morvanian`.
    pub(crate) fn is_of_state(&self, at: usize) -> bool {
        self.entries.by_word[at].name.is_state()
    }

    /// True where the word alone is one.
    pub(crate) fn is_state_alone(&self, at: usize) -> bool {
        self.entries.by_word[at].word.is_state()
    }

    /// False when a word, in small letters, is not in the sentence of another in any form. Half of a word can stand before the sentence,
    /// "counter | -attack".
    pub(crate) fn may_be_around(&self, at: usize, word: &str) -> bool {
        self.entries.sentences[self.part.parse.sentence_of(at)].may_have(word)
    }
}

impl Setting<'_, '_> {
    /// True for a name of a person: the name finder says so, or the document has written it in full elsewhere.
    pub(crate) fn names_person(&self, at: usize) -> bool {
        let parse = &self.part.parse;
        match parse.name_of(at) {
            Some(name) if name.label == NameLabel::Person => !is_ship(parse, self.lexicon, at),
            // "Brek's Fourth Army", taken for one name.
            Some(name) => {
                let owner = parse.child(at, Dep::Case).is_some();
                // "*Al-Brek*'s Falcon Front": the finder may take both for one name.
                let words = if owner { name.tokens.start..at + 1 } else { name.tokens.clone() };
                let known = self.lexicon.names.find(parse.span(words).of(parse.text()));
                (name.tokens.len() == 1 || owner) && self.surnames.contains(parse.word(at))
                    || matches!(known, Some(Known::Actor(actor)) if actor.kind == ActorKind::Person)
            }
            None => parse.pos(at) == Pos::Propn && self.surnames.contains(parse.word(at)),
        }
    }
}

/// A claim in tokens of one part.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) claim_type: ClaimType,
    /// The word the type was read from.
    pub(crate) trigger: usize,
    /// Further words of the trigger.
    pub(crate) words: Vec<usize>,
    /// The word whose modality, polarity and time are those of the claim: the trigger, or the verb that carries it.
    pub(crate) predicate: usize,
    pub(crate) actor: Vec<usize>,
    pub(crate) target: Vec<usize>,
    pub(crate) place: Vec<usize>,
    pub(crate) quantity: Vec<Quantity>,
    /// True when the trigger says that the thing ends or did not come about.
    pub(crate) negative: bool,
    /// The type of what is told where it is said not to be so: who does not keep a truce breaks it, who does not grant a request refuses it.
    pub(crate) undone: Option<ClaimType>,
    /// What the trigger says about sureness, over what stands around it.
    pub(crate) modality: Option<Modality>,
    /// The words of the quote, where they are not the clause of the predicate.
    pub(crate) quote: Option<Range<usize>>,
    /// Heads whose words fill a role as they stand, where they are part of a longer name, or more than one.
    pub(crate) exact: Vec<(usize, Range<usize>)>,
    /// False for what stands over time or is told without a day of its own.
    pub(crate) timed: bool,
    /// True when the actor is whoever speaks, where nobody else is named.
    pub(crate) spoken: bool,
    /// True when the sentence takes it for granted: it is so whatever is planned, denied or doubted around it.
    pub(crate) presupposed: bool,
    pub(crate) rule: &'static str,
    /// The entry of the lists that the type rests on.
    pub(crate) line: Option<Line>,
    /// Why it has what it has; nothing unless somebody asks.
    pub(crate) notes: Vec<Note>,
}

impl Draft {
    /// The frame of the tables that it was read by; none where a rule reads it without one.
    pub(crate) fn frame<'s>(&self, setting: Setting<'s, '_>) -> Option<&'s Frame> {
        setting.frames(self.trigger).iter().find(|frame| Some(frame.line) == self.line)
    }

    /// True where whoever does it stands behind "from" and nowhere else: "the raid drew condemnation *from the council*". Who did the raid
    /// does not do that.
    pub(crate) fn answers(&self, setting: Setting) -> bool {
        let from = |slots: &[Slot]| matches!(slots, [Slot::Preposition(word)] if word == "from");
        self.frame(setting).is_some_and(|frame| from(&frame.actor))
    }

    pub(crate) fn new(claim_type: ClaimType, trigger: usize, rule: &'static str) -> Draft {
        Draft {
            claim_type,
            trigger,
            words: Vec::new(),
            predicate: trigger,
            actor: Vec::new(),
            target: Vec::new(),
            place: Vec::new(),
            quantity: Vec::new(),
            negative: false,
            undone: None,
            modality: None,
            quote: None,
            exact: Vec::new(),
            timed: true,
            spoken: false,
            presupposed: false,
            rule,
            line: None,
            notes: Vec::new(),
        }
    }
}

/// Makes the claim of a draft. Where it has no actor, and where a fight or a capture has nobody on the other side, those told before
/// stand for them.
pub(crate) fn finish(document: &Document, setting: Setting, draft: &Draft, doers: &Doers) -> Claim {
    let Setting { part, index, lexicon, voices, .. } = setting;
    let parse = &part.parse;
    let words = draft.words.iter().copied().chain([draft.trigger]);
    let trigger = words.map(|at| part.token_span(at)).reduce(Span::cover).unwrap_or(part.token_span(draft.trigger));
    let quote = part.span(draft.quote.clone().unwrap_or_else(|| clause(setting, draft.predicate))).cover(trigger);
    let role = |heads: &[usize], acts: bool| -> Vec<Argument> {
        let exact = |at: usize| draft.exact.iter().find(|(head, _)| *head == at).map(|(_, words)| words.clone());
        let event = draft.claim_type.kind() == Kind::Event;
        let meant = |&at: &usize| {
            let core = if exact(at).is_some() { at } else { core(parse, lexicon, at) };
            let names = if event { by_names(parse, lexicon, core) } else { Vec::new() };
            if names.is_empty() { vec![core] } else { names }
        };
        let cores: BTreeSet<usize> = heads.iter().flat_map(meant).collect();
        let phrase = |at: usize| match (exact(at), part.bound_at(at)) {
            (Some(tokens), _) => Phrase { tokens, head: at },
            (None, Some(name)) => Phrase { tokens: name.clone(), head: name::head(parse, name) },
            (None, None) => Phrase::of(parse, lexicon, at),
        };
        let mut phrases: Vec<Phrase> = cores.into_iter().map(phrase).collect();
        phrases.dedup_by(|a, b| a.tokens == b.tokens);
        // "*Kestrian* rebel" tells whose rebels they are, and no other party.
        let holds = |one: &Phrase, other: &Phrase| {
            one.tokens != other.tokens && one.tokens.start <= other.tokens.start && other.tokens.end <= one.tokens.end
        };
        if acts && phrases.len() > 1 {
            let whole = phrases.clone();
            let part_of =
                |phrase: &Phrase| whole.iter().any(|other| other.head == phrase.head + 1 && holds(other, phrase));
            phrases.retain(|phrase| !part_of(phrase));
        }
        phrases.iter().map(|phrase| phrase.argument(part)).collect()
    };
    let (mut actor, mut target, mut place) =
        (role(&draft.actor, true), role(&draft.target, true), role(&draft.place, false));
    // An infinitive or a participle leaves out whom it is about: the words of the roles in the sentence belong to the quote.
    let here = part.span(parse.sentences()[parse.sentence_of(draft.trigger)].clone());
    let told = actor.iter().chain(&target).map(|argument| argument.span).filter(|span| here.contains(*span));
    let quote = told.fold(quote, Span::cover);
    // A vow or a description conveys the view of whoever makes it; a deed is told by whoever tells of it, also where the
    // verb that carries it is the telling ("announced 42 deaths").
    let mut attribution = match draft.claim_type.kind() {
        Kind::Assessment => voices.conveyed(index, draft.predicate),
        _ => voices.chain(index, voiced_at(setting, draft)),
    };
    let said = attribution.last().and_then(|link| {
        let mut sentence = parse.sentences()[parse.sentence_of(draft.trigger)].clone();
        sentence.find(|&at| link.cue.contains(part.token_span(at)))
    });
    if draft.spoken
        && actor.is_empty()
        && let Some(speaker) = attribution.last()
    {
        actor = speaker.sources.clone();
    }
    // "Per the report, Kestria was asked to stop": the report asks.
    let read_in = |link: &&Link| link.kind == SourceKind::Document && link.stance == Stance::Asserts;
    if draft.claim_type == ClaimType::Demand
        && actor.is_empty()
        && grammar::is_passive(parse, draft.trigger)
        && let Some(document) = attribution.last().filter(read_in)
    {
        actor = document.sources.clone();
    }
    let direct = voices.in_speech(index, draft.trigger, part.token_span(draft.trigger));
    // "He said the rebels must leave" tells what he demands, in the words of the text; inside his own words the demand is his.
    let asks = |link: &Link| link.stance == Stance::Asserts && !link.sources.is_empty() && link.sources == actor;
    if draft.spoken && !direct && attribution.last().is_some_and(asks) {
        attribution.pop();
    }
    // "Kestria declared martial law": what is done by saying it is told by whoever tells of it.
    let done_by_saying = draft.rule == "event/verb" && !speaks(draft.claim_type) && !draft.words.is_empty();
    if done_by_saying && voices.is_cue(index, draft.trigger) && !direct && attribution.last().is_some_and(asks) {
        attribution.pop();
    }
    if actor.is_empty() {
        actor = doers.of(setting, draft).to_vec();
    }
    if actor.is_empty() && !target.is_empty() {
        actor = doers.belligerent(document, setting, draft, &target).to_vec();
    }
    let judged = doers.judged(setting, draft);
    if !judged.is_empty() {
        actor = judged;
    }
    let helped = doers.helped(setting, draft);
    if !helped.is_empty() && helped != actor {
        target = helped.to_vec();
    }
    if target.is_empty() {
        target = doers.other_side(document, setting, draft, &actor).to_vec();
    }
    if target.is_empty() {
        target = doers.victims(setting, draft).to_vec();
    }
    if target.is_empty() {
        target = doers.office(setting, draft).to_vec();
    }

    let mut modality = modality::of(part, draft.predicate, lexicon);
    if modality.value == Modality::Fact && draft.predicate != draft.trigger {
        modality = modality::of(part, draft.trigger, lexicon);
    }
    if modality.value == Modality::Fact
        && let Some(distance) =
            voices.distance(index, draft.predicate).or_else(|| voices.distance(index, voiced_at(setting, draft)))
    {
        modality = distance;
    }
    // The purpose of a deed is a fact about who does it, whatever comes of it.
    let purpose = modality.cue.is_some_and(|cue| cue.of(&document.text).eq_ignore_ascii_case("to"));
    if draft.claim_type.kind() == Kind::Assessment && modality.value == Modality::Planned && purpose {
        modality = Marked { value: Modality::Fact, cue: None };
    }
    // A meeting or a delivery that will be is planned, whoever says so.
    if modality.value == Modality::Forecast && crate::assessment::lies_in_plan(draft.claim_type) {
        modality.value = Modality::Planned;
    }
    // What is expected is foretold, as plainly as the text may say so.
    if draft.claim_type == ClaimType::Forecast && modality.value == Modality::Fact {
        modality = Marked { value: Modality::Forecast, cue: Some(trigger) };
    }
    if let Some(value) = draft.modality {
        modality = Marked { value, cue: Some(trigger) };
    }
    let mut polarity = polarity::carried(part, draft.trigger, draft.predicate, lexicon);
    // "does not recognise the republic" refuses; "recognised the republic" supports.
    let mut claim_type = draft.claim_type;
    if draft.negative && claim_type == ClaimType::Refuse && polarity.value == Polarity::Positive {
        claim_type = ClaimType::Support;
    } else if let Some(undone) = draft.undone.filter(|_| polarity.value == Polarity::Negative) {
        // "did not comply with the treaty" breaks it, "did not accept the truce" refuses it.
        claim_type = undone;
        polarity = Marked { value: Polarity::Positive, cue: polarity.cue };
    } else if draft.negative {
        polarity = match polarity.value {
            Polarity::Positive => Marked { value: Polarity::Negative, cue: Some(trigger) },
            Polarity::Negative => Marked { value: Polarity::Positive, cue: polarity.cue },
        };
    }
    // "The army must not leave" is a demand made, whatever it asks for.
    if draft.spoken && draft.claim_type == ClaimType::Demand {
        polarity = Marked { value: Polarity::Positive, cue: None };
    }
    if draft.presupposed {
        modality = Marked { value: Modality::Fact, cue: None };
        polarity = Marked { value: Polarity::Positive, cue: None };
    }
    if place.is_empty() {
        let real = matches!(modality.value, Modality::Fact | Modality::Claimed) && polarity.value == Polarity::Positive;
        place = doers.scene(setting, draft, real).to_vec();
    }
    // A date stands at the verb ("the attack began on Friday") or at the deed ("began the Friday attack"). "Described him in March as a
    // threat" tells when it was said.
    let described = claim_type == ClaimType::Judgement && voices.is_cue(index, draft.predicate);
    let at = |word: usize| if draft.timed && !described { time::of(part, word, lexicon) } else { None };
    // "reported on Friday that he was dead", "announced 42 deaths on Friday": the day of the telling is not that of the deed.
    let voiced = voiced_at(setting, draft);
    let time = if voiced != draft.predicate && draft.claim_type == ClaimType::Casualties {
        // "since the raid began, it has announced 42 deaths": a span is that of what is counted.
        let spans = |time: &TimeWords| {
            let words = time.span.of(&document.text).to_lowercase();
            ["since ", "between ", "during ", "over ", "from "].iter().any(|lead| words.starts_with(lead))
        };
        at(voiced).or_else(|| at(draft.predicate).filter(spans))
    } else {
        // "The attack followed clashes on Thursday": the verb's day is not that of its subject.
        let verb = Some(draft.predicate).filter(|&verb| draft.trigger > verb || !time::parts(parse, verb, lexicon));
        let verb = verb.filter(|_| !time::is_another(parse, draft.trigger, lexicon));
        verb.and_then(at).or_else(|| at(draft.trigger)).or_else(|| draft.words.iter().find_map(|&word| at(word)))
    };
    // "On Tuesday the minister said that rebels must leave": his demand is of the day on which he made it.
    let told = || said.filter(|_| draft.spoken && !draft.timed).and_then(|verb| time::of(part, verb, lexicon));
    // "the deadliest raid *since 2029*": a judgement holds for the span that it compares.
    let since = || {
        let judged = draft.claim_type == ClaimType::Judgement;
        let time =
            [draft.predicate, draft.trigger].into_iter().filter(|_| judged).find_map(|at| time::of(part, at, lexicon));
        time.filter(|time| time.span.of(&document.text).to_lowercase().starts_with("since "))
    };
    // "No claims were *reported yesterday*": that they were is the news.
    let reported = || {
        let verb = parse.head(draft.trigger);
        let news = claim_type == ClaimType::Publish && parse.dep(draft.trigger) == Dep::Nsubjpass;
        (news && voices.is_cue(index, verb)).then(|| time::of(part, verb, lexicon)).flatten()
    };
    // "declared a *ceasefire in 1996*": what is agreed by saying so is agreed on the day of the accord.
    let accord = || {
        let accord = grammar::undergoer(parse, draft.trigger).filter(|at| draft.target.contains(at))?;
        let said = draft.claim_type == ClaimType::Agree && voices.is_cue(index, draft.trigger);
        said.then(|| at(accord)).flatten()
    };
    // "The *May* raid led to talks": the day is that of the raid, not of what came of it.
    let within = |time: &TimeWords| actor.iter().chain(&target).any(|argument| argument.span.contains(time.span));
    let time = time.filter(|time| claim_type != ClaimType::Cause || !within(time));
    let time = time.or_else(told).or_else(since).or_else(reported).or_else(accord);
    let mut claim = Claim {
        id: ClaimId(String::new()),
        document: document.id.clone(),
        article: part.article,
        sentence: part.sentence_of(draft.trigger),
        quote,
        claim_type,
        trigger,
        actor,
        target,
        place,
        time,
        quantity: draft.quantity.clone(),
        attribution,
        modality,
        polarity,
        rule: draft.rule.to_string(),
    };
    claim.id = id(&claim);
    claim
}

/// The word whose voice is that of the claim.
pub(crate) fn voiced_at(setting: Setting, draft: &Draft) -> usize {
    // Where a place lies is taken for granted, as the place is: "in Velna, 40 km south of Korm, he said".
    if let (ClaimType::LocatedIn, true, Some(&inner)) = (draft.claim_type, draft.presupposed, draft.actor.first()) {
        return inner;
    }
    // "*denied* responsibility for the raid" is a deed of its own, and the raid is what is denied.
    let denies = || draft.trigger != draft.predicate && setting.voices.says(setting.index, draft.predicate);
    let cue = setting.voices.is_cue(setting.index, draft.predicate) || denies();
    if draft.claim_type.kind() == Kind::Assessment || !cue {
        return draft.predicate;
    }
    // "announced | 42 deaths": the word that is told has one link more than the telling.
    let told = |word: &usize| setting.voices.chain(setting.index, *word).len();
    let further = draft.words.iter().copied().max_by_key(told).filter(|word| told(word) > told(&draft.trigger));
    further.unwrap_or(draft.trigger)
}

/// The clause a word stands in: the subtree of its verb without the clauses joined to it, or the whole sentence when the
/// verb is its root.
fn clause(setting: Setting, predicate: usize) -> Range<usize> {
    let parse = &setting.part.parse;
    let verb = grammar::clause_head(parse, predicate);
    let mut range = parse.subtree(verb);
    if parse.is_root(verb) {
        range = parse.sentences()[parse.sentence_of(verb)].clone();
    }
    if let Dep::Relcl | Dep::Acl = parse.dep(verb) {
        range.start = range.start.min(parse.head(verb));
    }
    if let Some(end) = grammar::quoted_end(parse, verb).filter(|&end| predicate < end) {
        range.end = end;
    }
    let joined = |child: &usize| {
        matches!(parse.dep(*child), Dep::Conj | Dep::Parataxis)
            && *child > verb
            && matches!(parse.pos(*child), Pos::Verb | Pos::Aux)
            && *child > predicate
            && !parse.dominates(*child, predicate)
    };
    if !parse.is_root(verb)
        && let Some(next) = parse.children(verb).find(joined)
    {
        range.end = parse.subtree(next).start.max(verb + 1).max(predicate + 1);
        while range.end > verb + 1 && matches!(parse.pos(range.end - 1), Pos::Cconj | Pos::Punct) {
            range.end -= 1;
        }
    }
    // "shelled the town late on Friday, *and*": what would have been joined is cut off by the voice that says it.
    let cut = (range.start + 1..range.end).rev().find(|&at| !matches!(parse.pos(at), Pos::Space | Pos::Cconj));
    if let Some(last) = cut.filter(|&last| last + 1 < range.end) {
        let comma = parse.pos(last) == Pos::Punct && parse.norm(last) == ",";
        range.end = last + usize::from(!comma);
    }
    while range.len() > 1 && matches!(parse.pos(range.start), Pos::Space) {
        range.start += 1;
    }
    range
}

/// Sixteen hexadecimal digits from the document, the quote, the type, the trigger and the words of the roles.
pub(crate) fn id(claim: &Claim) -> ClaimId {
    let mut hasher = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u32).to_le_bytes());
        hasher.update(bytes);
    };
    add(claim.document.0.as_bytes());
    add(claim.claim_type.as_str().as_bytes());
    let span = |span: Span| [span.start.to_le_bytes(), span.end.to_le_bytes()].concat();
    add(&span(claim.quote));
    add(&span(claim.trigger));
    for role in [&claim.actor, &claim.target, &claim.place] {
        add(&role.iter().flat_map(|argument| span(argument.span)).collect::<Vec<u8>>());
    }
    add(&claim.quantity.iter().flat_map(|quantity| span(quantity.span)).collect::<Vec<u8>>());
    add(claim.rule.as_bytes());
    ClaimId(hasher.finalize().to_hex()[..16].to_string())
}
