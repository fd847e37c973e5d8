//! Which words name a source, and what sort of source is it?
//!
//! `A senior official close to the palace` → `senior official close to the palace`, official. `The mayor, Ruth Osei,` →
//! `Ruth Osei`, official. Sources that stand side by side are several arguments of one link.

use crate::name::portfolio;
use crate::{PartText, grammar, mention};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{ActorKind, CueClass, Frame, Known, Lexicon, NounClass, Sense, TitleClass, WordClass};
use model::{Argument, ClaimType, Modality, SourceKind};
use std::ops::Range;

/// How the words of a source refer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    /// By name, or by a description that stands for itself.
    Full,
    /// By a noun that can point back: `the newspaper`, `the sources`.
    Nominal,
    /// By `he` or `she`.
    Person,
    /// By `it`.
    Thing,
    /// By `they`.
    Plural,
    /// By `I` or `we`.
    Speaker,
}

/// A source as its words stand in one part.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// The head word of the whole phrase.
    pub head: usize,
    /// The whole noun phrase, with article, apposition and clauses.
    pub phrase: Range<usize>,
    /// The clean phrases, side by side: words and head word of each.
    pub names: Vec<(Range<usize>, usize)>,
    /// What sort of source the first one is.
    pub kind: SourceKind,
    /// How the words refer.
    pub reference: Reference,
    /// True when the words can be a source at all: a name, a person, a body, a document.
    pub speaks: bool,
    /// True when the words name a thing that shows something without speaking: a tape, a report.
    pub evidence: bool,
}

impl Source {
    /// Reads the noun phrase around a word.
    pub fn at(part: &PartText, head: usize, lexicon: &Lexicon) -> Source {
        let parse = &part.parse;
        let phrase = phrase(parse, head);
        let phrase = with_closing_comma(parse, phrase);
        let reference = reference(parse, head);
        // The words of a statement are those of who issued it: "Osei's statement", "reports from the hospital".
        // "Ruth Osei, spokeswoman of the council": the parser may hang the verb on the description.
        let end = parse.subtree(head).end;
        let own = end < parse.len() && grammar::set_beside(parse, end) == Some(head);
        let described = (parse.dep(head) == Dep::Appos && parse.pos(parse.head(head)) == Pos::Propn && !own)
            .then(|| parse.head(head));
        let paper = paper_of(parse, head, lexicon);
        // "The brother of the mayor, *Anton Brek*, said"
        let held = || mention::held_by(parse, lexicon, head);
        // "The members of *the council* said"
        let whole = || {
            let core = mention::core(parse, lexicon, head);
            let named = parse.pos(core) == Pos::Propn && core != head;
            (named && lexicon.institutions.is_membership(parse.norm(head))).then_some(core)
        };
        let issuer = issuer(parse, head, lexicon).or(paper).or(described).or_else(held).or_else(whole);
        let named = issuer.unwrap_or(head);
        let reference = issuer.map_or(reference, |issuer| self::reference(parse, issuer));
        // "the Committee of Morvania and Kestria" is one, where the tables know it.
        let bound = part.bound_at(named);
        let apart = |noun: &usize| *noun == named || bound.is_none_or(|name| !name.contains(noun));
        let nouns = side_by_side(parse, named).into_iter().filter(apart);
        let names: Vec<_> = nouns
            .map(|noun| match bound {
                Some(name) if noun == named => (name.clone(), noun),
                _ => clean(parse, noun, lexicon),
            })
            .collect();
        // "said Master Sgt. | Adam Reyes": a rank's full stop may be taken for the end of the sentence.
        let (names, named, phrase) = match cut_name(parse, named) {
            Some(name) => (vec![(name.clone(), name.end - 1)], name.end - 1, phrase.start..name.end),
            None => (names, named, phrase),
        };
        let head = named;
        let first = names.first().map_or(head, |name| name.1);
        let (kind, known) = kind(parse, head, first, lexicon);
        let kind = if paper.is_some() { SourceKind::Outlet } else { kind };
        let named = parse.pos(first) == Pos::Propn || parse.name_of(first).is_some_and(|name| is_party(name.label));
        let speaks = reference != Reference::Full && reference != Reference::Nominal || known || named;
        let evidence = matches!(kind, SourceKind::Recording | SourceKind::Document) && known;
        Source { head, phrase, names, kind, reference, speaks, evidence }
    }

    /// The arguments of its link, in document-wide bytes.
    pub fn arguments(&self, part: &PartText) -> Vec<Argument> {
        self.names.iter().map(|(words, head)| argument(part, words.clone(), *head)).collect()
    }
}

/// The person's name behind a rank or title whose full stop was taken for the end of the sentence.
fn cut_name(parse: &Parse, title: usize) -> Option<Range<usize>> {
    let sentence = &parse.sentences()[parse.sentence_of(title)];
    let stop = |at: usize| matches!(parse.word(at), "." | "") || parse.pos(at) == Pos::Space;
    let ends = (title + 1..sentence.end).all(stop);
    let short = parse.pos(title) == Pos::Propn && parse.word(title).trim_end_matches('.').len() <= 5;
    if !ends || !short || sentence.end >= parse.len() {
        return None;
    }
    let name =
        parse.names().iter().find(|name| name.tokens.end > sentence.end && name.tokens.start <= sentence.end + 4)?;
    let start = name.tokens.start.max(sentence.end);
    let lead = (sentence.end..start).all(|at| stop(at) || parse.pos(at) == Pos::Propn);
    (name.label == NameLabel::Person && lead).then_some(start..name.tokens.end)
}

/// The first word of a name with the ranks before it that the recogniser leaves out: `Gen.` in "Gen. Anton Brek".
pub(crate) fn with_rank(parse: &Parse, name: usize) -> usize {
    let rank = |at: usize| {
        parse.pos(at) == Pos::Propn
            && parse.dep(at) == Dep::Compound
            && parse.head(at) >= name
            && parse.name_of(at).is_none()
    };
    (0..name).rev().take_while(|&at| rank(at)).last().unwrap_or(name)
}

/// The outlet for which somebody without a name speaks: "a Tavan Courier *reporter* at the scene", "a *correspondent* of Radio Velna".
fn paper_of(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<usize> {
    if parse.pos(noun) != Pos::Noun || !lexicon.nouns.is(parse.entry(noun), NounClass::Press) {
        return None;
    }
    let behind = |child: usize| {
        let leads = matches!(parse.norm(child), "of" | "from" | "for" | "with");
        (leads && parse.dep(child) == Dep::Prep).then(|| object_of(parse, child)).flatten()
    };
    let beside = |child: usize| matches!(parse.dep(child), Dep::Compound | Dep::Nmod | Dep::Poss).then_some(child);
    parse.children(noun).filter_map(|child| beside(child).or_else(|| behind(child))).find(|&name| {
        let body = parse.name_of(name).is_some_and(|name| name.label == NameLabel::Org);
        let outlet = || lexicon.sources.in_name(parse.lower(name)) == Some(SourceKind::Outlet);
        parse.pos(name) == Pos::Propn && (body || outlet() || kind(parse, name, name, lexicon).0 == SourceKind::Outlet)
    })
}

/// Who issued the document that a noun stands for, where its words say so.
fn issuer(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<usize> {
    let kind = lexicon.sources.noun(parse.entry(noun));
    if kind != Some(SourceKind::Document) || parse.pos(noun) != Pos::Noun {
        return None;
    }
    let own_words = is_own_words(parse, noun, lexicon);
    // "The ministry *issued a statement* which said"
    let verb = parse.head(noun);
    let issues = |frame: &Frame| frame.class == WordClass::Verb && frame.claim_type == ClaimType::Publish;
    let relative = parse.child(noun, Dep::Relcl).is_some();
    if own_words
        && relative
        && parse.dep(noun) == Dep::Dobj
        && lexicon.triggers.frames(parse.entry(verb)).iter().any(issues)
    {
        let who = super::verb::subject(parse, verb).filter(|_| !super::verb::is_passive(parse, verb));
        return who.filter(|&who| matches!(parse.pos(who), Pos::Noun | Pos::Propn));
    }
    parse.children(noun).find_map(|child| match parse.dep(child) {
        Dep::Poss if own_words => Some(child),
        // "an army statement", "a foreign ministry statement"
        Dep::Compound if own_words && child + 1 == noun => {
            let speaks = matches!(
                lexicon.sources.noun(parse.entry(child)),
                Some(SourceKind::Official | SourceKind::Organisation)
            );
            let named = parse.name_of(child).is_some_and(|name| matches!(name.label, NameLabel::Org | NameLabel::Gpe));
            (speaks || named).then_some(child)
        }
        // "reports from Velna" are nobody's that is known.
        Dep::Prep if matches!(parse.norm(child), "by" | "from") => object_of(parse, child).filter(|&object| {
            let place = parse.name_of(object).is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Loc));
            !(parse.norm(child) == "from" && place)
        }),
        // Whoever has seen or carried it has not written it.
        Dep::Acl if parse.tag(child) == Tag::Vbn && !super::cue::outlet::is_relay(parse, child, lexicon) => {
            let by = parse.children(child).find(|&by| matches!(parse.norm(by), "by" | "from"));
            // "sent by *e-mail*, *fax*"
            let means = |noun: usize| {
                let alone = parse.children(noun).all(|word| parse.dep(word) == Dep::Punct);
                alone && parse.tag(noun) == Tag::Nn && is_dumb(parse, noun, lexicon)
            };
            by.and_then(|by| object_of(parse, by)).filter(|&noun| !means(noun))
        }
        _ => None,
    })
}

/// True for a document in which its issuer speaks: a statement, where "the board's report found" lets the report speak for itself.
pub(crate) fn is_own_words(parse: &Parse, noun: usize, lexicon: &Lexicon) -> bool {
    let lemma = parse.entry(noun);
    lexicon.sources.noun(lemma) == Some(SourceKind::Document)
        && lexicon.reporting.starting(CueClass::Noun, lemma).all(|cue| cue.modality == Modality::Fact)
}

/// True for a noun for what says nothing: neither somebody nor a source nor what is written.
pub(crate) fn is_dumb(parse: &Parse, noun: usize, lexicon: &Lexicon) -> bool {
    use NounClass::{Forces, Party, People, Publication};
    let lemma = parse.entry(noun);
    lexicon.sources.noun(lemma).is_none()
        && ![Forces, Party, People, Publication].iter().any(|&class| lexicon.nouns.is(lemma, class))
}

/// True for words that cannot be a source: numbers, times, amounts.
pub(crate) fn is_measure(parse: &Parse, head: usize) -> bool {
    use NameLabel::*;
    let label = parse.name_of(head).map(|name| name.label);
    parse.pos(head) == Pos::Num || matches!(label, Some(Date | Time | Cardinal | Ordinal | Percent | Money | Quantity))
}

/// An argument that nobody has resolved yet.
pub(crate) fn argument(part: &PartText, words: Range<usize>, head: usize) -> Argument {
    Argument { span: part.span(words), head: part.token_span(head), entity: None, place: None }
}

fn is_party(label: NameLabel) -> bool {
    use NameLabel::*;
    matches!(label, Person | Org | Gpe | Norp | Fac | Loc | Product | WorkOfArt)
}

fn reference(parse: &Parse, head: usize) -> Reference {
    match (parse.tag(head), parse.norm(head)) {
        (Tag::Prp | Tag::PrpPoss, "he" | "she" | "his" | "her" | "him") => Reference::Person,
        (Tag::Prp | Tag::PrpPoss, "it" | "its") => Reference::Thing,
        (Tag::Prp | Tag::PrpPoss, "they" | "their" | "them") => Reference::Plural,
        (Tag::Prp | Tag::PrpPoss, _) => Reference::Speaker,
        (Tag::Nn | Tag::Nns, _) if points_back(parse, head) => Reference::Nominal,
        _ => Reference::Full,
    }
}

/// True for a noun with `the`, `this` or `that` and nothing that tells which one.
fn points_back(parse: &Parse, head: usize) -> bool {
    let mut definite = false;
    for child in parse.children(head) {
        match parse.dep(child) {
            Dep::Det => definite = matches!(parse.norm(child), "the" | "this" | "that" | "these" | "those"),
            Dep::Punct | Dep::Amod => {}
            Dep::Compound if parse.pos(child) == Pos::Noun => {}
            _ => return false,
        }
    }
    definite
}

/// The nouns of a coordination, the first one first.
fn side_by_side(parse: &Parse, head: usize) -> Vec<usize> {
    let mut all = vec![head];
    let mut at = head;
    while let Some(next) = parse.children(at).find(|&child| {
        let one_name = parse.name_of(at).is_some_and(|name| name.tokens.contains(&child));
        parse.dep(child) == Dep::Conj && !one_name && matches!(parse.pos(child), Pos::Noun | Pos::Propn | Pos::Pron)
    }) {
        all.push(next);
        at = next;
        if all.len() > 8 {
            break;
        }
    }
    all
}

/// The whole phrase of a head word, without punctuation at its ends.
pub(crate) fn phrase(parse: &Parse, head: usize) -> Range<usize> {
    let mut range = parse.subtree(head);
    // "even the mayor": what weighs the whole phrase is no part of it.
    for child in parse.children(head) {
        if parse.dep(child) == Dep::Advmod && child == range.start {
            range.start = child + 1;
        }
    }
    // A clause that the parser hung below the noun but that stands apart is no part of the name.
    for child in parse.children(head) {
        if child > head && matches!(parse.dep(child), Dep::Ccomp | Dep::Parataxis | Dep::Advcl) {
            range.end = range.end.min(parse.subtree(child).start.max(head + 1));
        }
    }
    trim(parse, range)
}

/// A comma closes an apposition that a comma opened: `Ruth Osei, the mayor,`.
fn with_closing_comma(parse: &Parse, phrase: Range<usize>) -> Range<usize> {
    let opened =
        phrase.clone().any(|at| parse.tag(at) == Tag::Comma && at + 1 < phrase.end && parse.pos(at + 1) != Pos::Cconj);
    let closes = phrase.end < parse.len() && parse.tag(phrase.end) == Tag::Comma;
    if opened && closes { phrase.start..phrase.end + 1 } else { phrase }
}

/// Without punctuation and spaces at the ends.
pub(crate) fn trim(parse: &Parse, mut range: Range<usize>) -> Range<usize> {
    let loose = |at: usize| {
        matches!(parse.pos(at), Pos::Punct | Pos::Space)
            && !matches!(parse.tag(at), Tag::OpenQuote | Tag::CloseQuote | Tag::CloseBracket | Tag::OpenBracket)
    };
    while range.len() > 1 && loose(range.start) {
        range.start += 1;
    }
    while range.len() > 1 && loose(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// The words of a source without article, apposition and clauses, and their head. A person's name wins over the title
/// or role it stands beside.
pub(crate) fn clean(parse: &Parse, head: usize, lexicon: &Lexicon) -> (Range<usize>, usize) {
    let person = |word: usize| {
        parse.name_of(word).filter(|name| name.label == NameLabel::Person).map(|name| name.tokens.clone())
    };
    if let Some(name) = person(head) {
        return (without_article(parse, name, head), head);
    }
    // "The mayor, Ruth Osei," names the person in an apposition; a description after a name stays behind.
    for child in parse.children(head).filter(|&child| parse.dep(child) == Dep::Appos && child > head) {
        if let Some(name) = person(child) {
            return (without_article(parse, name, child), child);
        }
    }
    // "a commander *identified as Ruth Osei*"
    let called = parse.children(head).filter(|&child| parse.dep(child) == Dep::Acl && parse.tag(child) == Tag::Vbn);
    if let Some(at) = called.filter_map(|called| named_as(parse, called, lexicon)).find(|&at| at > head)
        && lexicon.nouns.is(parse.entry(head), NounClass::People)
        && parse.pos(head) == Pos::Noun
    {
        let name = parse.name_of(at).map_or(at..at + 1, |name| name.tokens.clone());
        return (without_article(parse, name, at), at);
    }
    // "A doctor from Halden, Ruth Osei,": the parser may hang the name on the place before it.
    let deep = parse.subtree(head).find(|&at| {
        at > head
            && parse.dep(at) == Dep::Appos
            && person(at).is_some_and(|name| {
                let start = with_rank(parse, name.start);
                start > head + 1 && parse.tag(start - 1) == Tag::Comma
            })
            && parse.pos(parse.head(at)) == Pos::Propn
            && parse.dep(parse.head(at)) == Dep::Pobj
            && parse.head(parse.head(parse.head(at))) == head
    });
    let described = parse.pos(head) == Pos::Noun || lexicon.titles.class(parse.entry(head)).is_some();
    if let Some(at) = deep.filter(|_| described)
        && let Some(name) = person(at)
    {
        return (without_article(parse, name, at), at);
    }
    // "Minister for Africa Ruth Osei": what follows an office is the name, also where it is not recognised as one.
    let named = portfolio::holder_of(parse, lexicon, head).unwrap_or(head);
    if let Some(name) = portfolio::holder(parse, lexicon, named) {
        return (name, named);
    }
    let mut start = head;
    for child in parse.children(head).filter(|&child| child < head) {
        if matches!(parse.dep(child), Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Poss | Dep::Nummod | Dep::Case) {
            start = start.min(parse.subtree(child).start);
        }
    }
    if let Some(name) = parse.name_of(head) {
        start = start.min(name.tokens.start);
    }
    if let Some(prefix) = grammar::prefix(parse, head) {
        start = start.min(parse.subtree(prefix).start);
    }
    let mut end = head + 1;
    let titled = lexicon.titles.class(parse.entry(head)).is_some();
    let about_deed = |prep: usize| {
        titled && parse.child(prep, Dep::Pobj).is_some_and(|noun| lexicon.nouns.is(parse.lower(noun), NounClass::Deed))
    };
    let thing = parse.pos(head) == Pos::Noun
        && matches!(lexicon.sources.noun(parse.lemma(head)), Some(SourceKind::Recording | SourceKind::Document));
    for child in parse.children(head).filter(|&child| child > head) {
        let keeps = match parse.dep(child) {
            // A tape is named by what it is, not by where it comes from and what is on it.
            Dep::Prep if thing => {
                parse.norm(child) == "of"
                    && parse.child(child, Dep::Pobj).is_some_and(|owner| parse.pos(owner) == Pos::Propn)
            }
            // "accused by the mayor *of shelling it*": what he says is no part of who he is.
            Dep::Prep if parse.child(child, Dep::Pcomp).is_some() => false,
            // "statement by the spokesman *on the attack*": what he speaks of.
            Dep::Prep if parse.norm(child) == "on" && about_deed(child) => false,
            Dep::Prep => {
                matches!(parse.norm(child), "of" | "in" | "for" | "from" | "at" | "within" | "inside" | "near" | "on")
                    && child <= end + 2
            }
            Dep::Advmod | Dep::Amod => {
                parse.norm(child) == "near" || lexicon.senses.has(parse.norm(child), Sense::Familiar)
            }
            Dep::Case | Dep::Compound => true,
            _ => false,
        };
        if !keeps || child > end + 2 {
            continue;
        }
        end = end.max(parse.subtree(child).end);
    }
    if let Some(name) = parse.name_of(head) {
        end = end.max(name.tokens.end);
    }
    // A comma ends the name: what follows describes it.
    if let Some(comma) = (head + 1..end).find(|&at| parse.tag(at) == Tag::Comma) {
        end = comma;
    }
    (without_article(parse, trim(parse, start..end), head), head)
}

/// The name by which a participle says that somebody is known: "identified *as Ruth Osei*", "named *Ruth Osei*".
fn named_as(parse: &Parse, participle: usize, lexicon: &Lexicon) -> Option<usize> {
    if !lexicon.senses.has(parse.lemma(participle), Sense::Names) {
        return None;
    }
    let lead = parse.children(participle).find(|&lead| parse.dep(lead) == Dep::Prep && parse.norm(lead) == "as");
    let behind = lead.map_or(participle, |lead| lead);
    let names = |child: &usize| {
        matches!(parse.dep(*child), Dep::Oprd | Dep::Pobj | Dep::Dobj | Dep::Attr) && parse.pos(*child) == Pos::Propn
    };
    parse.children(behind).find(names)
}

fn without_article(parse: &Parse, mut words: Range<usize>, head: usize) -> Range<usize> {
    while words.start < head && (parse.pos(words.start) == Pos::Det || parse.pos(words.start) == Pos::Punct) {
        words.start += 1;
    }
    while words.end > head + 1 && parse.tag(words.end - 1) == Tag::Pos {
        words.end -= 1;
    }
    words
}

/// What sort of source it is, and whether the words say so.
fn kind(parse: &Parse, head: usize, first: usize, lexicon: &Lexicon) -> (SourceKind, bool) {
    let sources = &lexicon.sources;
    let label = parse.name_of(first).map(|name| name.label);
    let words = clean(parse, first, lexicon).0;
    let name = words.clone().map(|at| parse.word(at)).collect::<Vec<_>>().join(" ");
    if sources.is_outlet(&name) || sources.is_outlet(parse.word(first)) {
        return (SourceKind::Outlet, true);
    }
    // "the UN refugee agency" is known for a body, whatever its noun says.
    if let Some(Known::Actor(actor)) = lexicon.names.find(&name)
        && matches!(actor.kind, ActorKind::ArmedGroup | ActorKind::Body | ActorKind::Party)
    {
        return (SourceKind::Organisation, true);
    }
    let common = |at: usize| sources.noun(parse.entry(at));
    // "*Sgt.* Brek said"
    let rank = |at: usize| lexicon.titles.class(parse.lower(at)) == Some(TitleClass::Rank);
    let title = || {
        let around = parse.children(first).chain(parse.children(head)).chain([head]);
        around
            .filter(|&at| matches!(parse.dep(at), Dep::Compound | Dep::Appos | Dep::Nmod) || at == head)
            .flat_map(|at| parse.subtree(at).start..=at)
            .any(|at| at != first && (common(at) == Some(SourceKind::Official) || rank(at)))
    };
    if parse.pos(first) == Pos::Noun {
        let is = |class: NounClass| lexicon.nouns.is(parse.entry(first), class);
        // "aid agencies" bring no news, as "news agencies" do.
        let press =
            |at: usize| sources.noun(parse.entry(at)).is_some() || lexicon.nouns.is(parse.entry(at), NounClass::Press);
        let before = |at: usize| parse.dep(at) == Dep::Compound && parse.pos(at) == Pos::Noun && !press(at);
        if common(first) == Some(SourceKind::Outlet)
            && is(NounClass::Party)
            && !is(NounClass::Press)
            && parse.children(first).any(before)
        {
            return (SourceKind::Organisation, true);
        }
        return match common(first) {
            // "Hospital sources", "official media": the head decides, but bare sources of an office stay unnamed.
            Some(kind) => (kind, true),
            None => match label {
                Some(NameLabel::Norp | NameLabel::Gpe) => (SourceKind::Organisation, true),
                // "a shopkeeper said": not known to speak for what he shows, but a person where he says it.
                _ if is(NounClass::People) || parse.tag(first) == Tag::Nns && !is(NounClass::Party) => {
                    (SourceKind::Person, false)
                }
                _ => (SourceKind::Organisation, false),
            },
        };
    }
    let word = parse.lower(first);
    // "the Tarn Observatory", "Velna News"; "Emily Post" can be somebody.
    let definite = parse.children(first).any(|child| parse.norm(child) == "the");
    let outlet = sources.noun(word) == Some(SourceKind::Outlet);
    let told = sources.in_name(word).filter(|_| (definite || outlet) && words.len() > 1);
    // "Radio Velna", taken for a person.
    let leads = || {
        (words.len() > 1).then(|| sources.noun(parse.lower(words.start)))?.filter(|kind| *kind == SourceKind::Outlet)
    };
    let told = told.or_else(leads);
    match label {
        Some(NameLabel::Person | NameLabel::Gpe) if told.is_some() => (told.unwrap_or(SourceKind::Organisation), true),
        Some(NameLabel::Person) => (if title() { SourceKind::Official } else { SourceKind::Person }, true),
        Some(NameLabel::Gpe) => (SourceKind::Official, true),
        _ => {
            let by_word = words.rev().find_map(|at| sources.in_name(parse.lower(at)));
            match by_word {
                Some(kind) => (kind, true),
                None if common(first) == Some(SourceKind::SocialMedia) => (SourceKind::SocialMedia, true),
                None if title() || common(first) == Some(SourceKind::Official) => (SourceKind::Official, true),
                None => (SourceKind::Organisation, label.is_some()),
            }
        }
    }
}

/// The first noun at or below a preposition: `to the mayor` → `mayor`.
pub(crate) fn object_of(parse: &Parse, preposition: usize) -> Option<usize> {
    let mut at = preposition;
    for _ in 0..3 {
        if let Some(found) = parse.child(at, Dep::Pobj) {
            let last = parse.children(at).find(|&last| grammar::prefix(parse, last) == Some(found));
            return Some(last.unwrap_or(found));
        }
        at = parse.child(at, Dep::Prep)?;
    }
    None
}
