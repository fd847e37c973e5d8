//! Which words around a head belong to it?
//!
//! "the *army* of Morvania, which fled" → "the army of Morvania": what describes the head belongs to it; what tells something
//! new of it does not.

use crate::name::portfolio;
use crate::{PartText, class, grammar};
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{CalendarWord, Lexicon, NounClass, TitleClass, TypeWord};
use model::{Argument, ClaimType};
use std::ops::Range;

/// The most words of an aim that tells which deed is meant.
const AIM_WORDS: usize = 9;

/// A noun phrase: its words and its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) tokens: Range<usize>,
    pub(crate) head: usize,
}

impl Phrase {
    /// The clean phrase of a head word.
    pub(crate) fn of(parse: &Parse, lexicon: &Lexicon, head: usize) -> Phrase {
        if let Some(tokens) = portfolio::holder(parse, lexicon, head) {
            return Phrase { tokens, head };
        }
        if let Some(name) = parse.name_of(head).filter(|name| is_naming(name.label)) {
            let mut tokens = trimmed(parse, lexicon, name.tokens.clone());
            if !tokens.contains(&head) {
                return Phrase { tokens: head..head + 1, head };
            }
            if name.label == NameLabel::Person {
                return Phrase { tokens, head };
            }
            if !tokens.clone().any(|at| at > head) || parse.pos(head) == Pos::Propn {
                let start = left_edge(parse, lexicon, head, tokens.start);
                let known = |start: usize| lexicon.names.find(parse.span(start..tokens.end).of(parse.text())).is_some();
                // "*New* UN measures": what is only written large since it opens the sentence is no part of a known name.
                let large = start + 1 == tokens.start
                    && parse.pos(start) == Pos::Propn
                    && opens_sentence(parse, start)
                    && !lexicon.place_words.is_direction(parse.lower(start));
                tokens.start = if large && known(tokens.start) && !known(start) { tokens.start } else { start };
            }
            tokens.end = right_edge(parse, lexicon, head, tokens.end);
            return Phrase { tokens, head };
        }
        // "*Kestrian civilian* casualties": whose the civilians are.
        let before = head.checked_sub(1).filter(|&before| {
            matches!(parse.dep(head), Dep::Amod | Dep::Compound)
                && lexicon.nouns.is(parse.entry(head), NounClass::People)
                && parse.head(before) == parse.head(head)
                && !lexicon.names.demonym(parse.word(before)).is_empty()
        });
        let start = left_edge(parse, lexicon, head, before.unwrap_or(head));
        Phrase { tokens: start..right_edge(parse, lexicon, head, head + 1), head }
    }

    /// The argument of a claim that the phrase fills.
    pub(crate) fn argument(&self, part: &PartText) -> Argument {
        Argument { span: part.span(self.tokens.clone()), head: part.token_span(self.head), entity: None, place: None }
    }
}

/// Names of people, parties, places and things, not of numbers and days.
pub(super) fn is_naming(label: NameLabel) -> bool {
    !matches!(
        label,
        NameLabel::Cardinal
            | NameLabel::Date
            | NameLabel::Money
            | NameLabel::Ordinal
            | NameLabel::Percent
            | NameLabel::Quantity
            | NameLabel::Time
    )
}

/// A name without an article before and a possessive ending after it, nor the preposition that opens a sentence with it.
pub(super) fn trimmed(parse: &Parse, lexicon: &Lexicon, tokens: Range<usize>) -> Range<usize> {
    let mut tokens = tokens;
    if tokens.len() > 1 && opens_sentence(parse, tokens.start) && leads_in(parse, lexicon, tokens.start) {
        tokens.start += 1;
    }
    while tokens.len() > 1
        && (parse.pos(tokens.start) == Pos::Det
            || parse.pos(tokens.start) == Pos::Punct
            || matches!(parse.tag(tokens.start), Tag::PrpPoss | Tag::Pos))
    {
        tokens.start += 1;
    }
    // "4th Division of the | Kestrian army"
    while tokens.len() > 1 && matches!(parse.pos(tokens.end - 1), Pos::Adp | Pos::Det) {
        tokens.end -= 1;
    }
    // The bracket that closes "NFA (K)" is part of it.
    let closes =
        |tokens: &Range<usize>| parse.word(tokens.end - 1) == ")" && tokens.clone().any(|at| parse.word(at) == "(");
    while tokens.len() > 1
        && (parse.tag(tokens.end - 1) == Tag::Pos || parse.pos(tokens.end - 1) == Pos::Punct && !closes(&tokens))
    {
        tokens.end -= 1;
    }
    tokens
}

/// The first word of the modifiers that touch `start` and belong to the phrase of `head`.
fn left_edge(parse: &Parse, lexicon: &Lexicon, head: usize, start: usize) -> usize {
    let mut start = start;
    while start > 0 {
        let before = start - 1;
        if belongs(parse, lexicon, head, before) {
            start = before;
            continue;
        }
        // "*Kestrian* ‘peacekeepers’": quotation marks around a word do not part it from what stands before.
        let scare = before > 0
            && before + 1 == head
            && matches!(parse.word(before), "'" | "‘" | "’" | "“" | "\"")
            && head + 1 < parse.len()
            && matches!(parse.word(head + 1), "'" | "’" | "”" | "\"")
            && belongs(parse, lexicon, head, before - 1);
        if scare {
            start = before - 1;
            continue;
        }
        // "*emergency* first responders": a noun in front of the words that a phrase leaves out holds them in it.
        let held = before > 0
            && parse.head(before) == head
            && parse.dep(before) == Dep::Amod
            && parse.pos(before - 1) == Pos::Noun
            && matches!(parse.dep(before - 1), Dep::Compound | Dep::Nmod)
            && parse.head(before - 1) == head
            && belongs(parse, lexicon, head, before - 1);
        if !held {
            break;
        }
        start = before - 1;
    }
    // A hyphen, possessive ending or stray mark cannot open a phrase.
    while start < head
        && (parse.pos(start) == Pos::Punct || parse.tag(start) == Tag::Pos || parse.pos(start) == Pos::Cconj)
    {
        start += 1;
    }
    // "On *Friday* rebels attacked": the tree takes the day for a part of the name.
    let day = |at: usize| {
        let word = lexicon.calendar.get(parse.word(at).trim_end_matches('.').to_lowercase().as_str());
        matches!(word, Some(CalendarWord::Weekday(_) | CalendarWord::Month(_))) && parse.pos(at) == Pos::Propn
    };
    if start < head && start > 0 && day(start) && parse.pos(start - 1) == Pos::Adp && parse.tag(head) == Tag::Nns {
        start += 1;
    }
    // "On *3 May* rebels attacked", "In *Velna* rebels attacked": the tree leaves the preposition without its name.
    let lead = start.checked_sub(if start > 1 && parse.pos(start - 1) == Pos::Num { 2 } else { 1 });
    if lead.is_some_and(|lead| grammar::has_lost_object(parse, lead, head)) && parse.tag(head) == Tag::Nns {
        start += (start..head).take_while(|&at| parse.pos(at) == Pos::Propn).count();
    }
    // "For *several years* rebels attacked": how long is no part of who.
    if let Some(span) = parse.name_of(start).filter(|name| matches!(name.label, NameLabel::Date | NameLabel::Time))
        && (start < span.tokens.end && span.tokens.end <= head)
        && span.tokens.start > 0
        && parse.pos(span.tokens.start - 1) == Pos::Adp
        && parse.tag(head) == Tag::Nns
    {
        start = span.tokens.end;
    }
    // "*Near* Velna, two strikes hit": the tree takes the preposition for a part of the name.
    if start < head && opens_sentence(parse, start) && leads_in(parse, lexicon, start) {
        start += 1;
    }
    start
}

/// True for "near" before a name; "south" begins one.
fn leads_in(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let word = parse.lower(at);
    lexicon.place_words.is_preposition(word) && !lexicon.place_words.is_relative(word)
}

/// True for the first word of a sentence; marks before it, such as the dash of a list, do not count.
fn opens_sentence(parse: &Parse, at: usize) -> bool {
    let first = parse.sentences()[parse.sentence_of(at)].start;
    (first..at).all(|before| matches!(parse.pos(before), Pos::Punct | Pos::Sym | Pos::Space))
}

fn belongs(parse: &Parse, lexicon: &Lexicon, head: usize, at: usize) -> bool {
    if !parse.dominates(head, at) {
        return false;
    }
    // The modifier of the head under which the word stands decides.
    let mut top = at;
    while parse.head(top) != head {
        top = parse.head(top);
    }
    if tells_unit(parse, lexicon, head, at) {
        return true;
    }
    if parse.tag(at) == Tag::PrpPoss || matches!(parse.pos(at), Pos::Det | Pos::Num) || parse.tag(at) == Tag::Pdt {
        return false;
    }
    // "a *four-year-old* truce": the tree may hang what measures it on a word before it.
    let measures = |&over: &usize| {
        parse.dep(over) == Dep::Amod
            && parse.head(over) != head
            && parse.subtree(over).any(|part| parse.pos(part) == Pos::Num)
    };
    if std::iter::successors(Some(at), |&at| (at != top).then(|| parse.head(at))).any(|over| measures(&over)) {
        return false;
    }
    if grammar::name_before(parse, head) == Some(top) {
        return parse.child(top, Dep::Conj).is_some_and(|last| parse.subtree(last).contains(&at));
    }
    match parse.dep(top) {
        // "the *rebel* Tavan Front" tells what sort of body it is.
        Dep::Compound | Dep::Nmod | Dep::Amod if is_sort_of_body(parse, lexicon, head, top) => false,
        // "a *joint* Kestrian-Morvanian raid"
        Dep::Amod if parse.pos(head) == Pos::Adj && !lexicon.place_words.is_direction(parse.norm(top)) => false,
        // "*fierce* rebel attacks" tells how the attacks were.
        Dep::Amod
            if is_doer_before(parse, lexicon, head) && lexicon.evaluations.adjective(parse.norm(top)).is_some() =>
        {
            false
        }
        // "by *freeing* towns"
        Dep::Amod if grammar::gerund_object(parse, top) == Some(head) => false,
        // "*Foreign Secretary* statement" tells whose it is.
        Dep::Compound | Dep::Nmod if is_publication(parse, lexicon, head) => {
            let holder = lexicon.titles.class(parse.entry(top)).is_some();
            !holder && parse.name_of(top).is_none_or(|name| name.label != NameLabel::Person)
        }
        // "*UN* Kestria sanctions": two whom the tables know are two.
        Dep::Compound if is_other_name(parse, lexicon, head, top) => false,
        // "the *capital* Velna" is Velna.
        Dep::Compound | Dep::Nmod if is_sort_of_town(parse, lexicon, head, top) => false,
        // "a *72-hour* truce" is measured, not named by it.
        Dep::Compound | Dep::Nmod => {
            parse.tag(top.saturating_sub(1)) != Tag::Hyph || parse.child(top, Dep::Nummod).is_none()
        }
        // "*rebel-held* Tavan" tells who holds the town, not which it is.
        Dep::Amod if parse.pos(head) == Pos::Propn && is_held(parse, lexicon, top) => false,
        // "the *moderate* Tavan Front", "*besieged* Tavan"
        Dep::Amod if describes_name(parse, lexicon, head, top) => false,
        Dep::Amod => {
            // "*12-year-old* boys" are measured as well.
            let measured = parse.subtree(top).any(|part| parse.pos(part) == Pos::Num);
            !measured && !lexicon.nouns.is_plain(parse.norm(top)) && !matches!(parse.tag(top), Tag::Jjs | Tag::Jjr)
        }
        // "Kestria's *Kordun* province" has a name of its own.
        Dep::Poss => {
            let own =
                |child: usize| matches!(parse.dep(child), Dep::Compound | Dep::Nmod) && parse.pos(child) == Pos::Propn;
            let lemma = parse.entry(head);
            let place = lexicon.nouns.is(lemma, NounClass::Place) || lexicon.nouns.is(lemma, NounClass::Site);
            let named = place && parse.children(head).any(own);
            let noun = parse.pos(head) == Pos::Noun || parse.word(head).starts_with(char::is_lowercase);
            // "*Sunday's* elections" are told by their day.
            let day = parse.name_of(top).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
            noun && !named && !day && (parse.name_of(top).is_some() || parse.pos(top) == Pos::Propn)
        }
        Dep::Punct => parse.tag(at) == Tag::Hyph,
        Dep::Npadvmod | Dep::Advmod => at + 1 < parse.len() && parse.tag(at + 1) == Tag::Hyph,
        _ => false,
    }
}

/// True for a small adjective before a name that tells no part of it: "the *moderate* Tavan Front", "*restive* Tavan", "the *volatile* Tavan
/// district"; "northern Tavan" is a part of Tavan.
fn describes_name(parse: &Parse, lexicon: &Lexicon, head: usize, before: usize) -> bool {
    use NameLabel::{Fac, Gpe, Loc, Norp, Org, Person};
    let small = parse.word(before).starts_with(char::is_lowercase);
    if !small || lexicon.place_words.is_direction(parse.norm(before)) {
        return false;
    }
    match parse.pos(head) {
        Pos::Propn => {
            let name = parse.name_of(head).filter(|name| !name.tokens.contains(&before));
            name.is_some_and(|name| matches!(name.label, Fac | Gpe | Loc | Norp | Org | Person))
        }
        // A noun of place has its name right before it.
        Pos::Noun => {
            let own = |child: usize| child + 1 == head && parse.dep(child) == Dep::Compound;
            let named = parse.children(head).any(|child| own(child) && parse.pos(child) == Pos::Propn);
            named && lexicon.places.type_word(parse.entry(head)).is_some()
        }
        _ => false,
    }
}

/// True for the end of a compound that says who holds or besieges what it stands before: "rebel-*held*".
pub(crate) fn is_held(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let compound = lexicon.compounds.get(parse.norm(at));
    let held = |claim_type| matches!(claim_type, ClaimType::Controls | ClaimType::Besiege);
    at > 0 && parse.tag(at - 1) == Tag::Hyph && compound.is_some_and(|compound| held(compound.claim_type))
}

/// True for a noun before the deed that it does: "*rebel* attacks", "*army* shelling", wherever the tree hangs it.
fn is_doer_before(parse: &Parse, lexicon: &Lexicon, head: usize) -> bool {
    let deed = |at: usize| lexicon.nouns.is(parse.entry(at), NounClass::Deed);
    let next = head + 1;
    parse.pos(head) == Pos::Noun
        && (parse.dep(head) == Dep::Compound && deed(parse.head(head))
            || next < parse.len() && parse.tag(next) == Tag::Vbg && lexicon.nouns.is(parse.norm(next), NounClass::Deed))
}

/// True for a name that the tables know before another that they know, where they know no name of both.
pub(crate) fn is_other_name(parse: &Parse, lexicon: &Lexicon, head: usize, before: usize) -> bool {
    let (Some(first), Some(second)) = (parse.name_of(before), parse.name_of(head)) else { return false };
    let known = |tokens: Range<usize>| lexicon.names.find(parse.span(tokens).of(parse.text())).is_some();
    first.tokens.end == second.tokens.start
        && known(first.tokens.clone())
        && known(second.tokens.clone())
        && !known(first.tokens.start..second.tokens.end)
}

/// True for a small word for people or a party before a body's name that does not have it: "the *opposition* Tavan Front".
fn is_sort_of_body(parse: &Parse, lexicon: &Lexicon, head: usize, before: usize) -> bool {
    let body = |name: &&Name| name.label == NameLabel::Org && !name.tokens.contains(&before);
    let people = [NounClass::People, NounClass::Forces, NounClass::Party];
    parse.name_of(head).filter(body).is_some_and(|name| name.tokens.end == head + 1)
        && !lexicon.nouns.is(parse.entry(before), NounClass::Vehicle)
        && matches!(parse.pos(before), Pos::Adj | Pos::Noun)
        && parse.word(before).starts_with(char::is_lowercase)
        && people.iter().any(|&class| lexicon.nouns.is(parse.entry(before), class))
}

/// True for a small noun for a town before the name of one.
fn is_sort_of_town(parse: &Parse, lexicon: &Lexicon, head: usize, before: usize) -> bool {
    let town = parse.name_of(head).is_some_and(|name| name.label == NameLabel::Gpe && !name.tokens.contains(&before));
    town && parse.pos(before) == Pos::Noun && lexicon.places.type_word(parse.norm(before)) == Some(TypeWord::Settlement)
}

/// True for the number of a unit, of which there is one: "the *54* division".
fn tells_unit(parse: &Parse, lexicon: &Lexicon, head: usize, at: usize) -> bool {
    let number = parse.word(at);
    parse.dep(at) == Dep::Nummod
        && at + 1 == head
        && parse.tag(head) == Tag::Nn
        && number != "1"
        && number.len() <= 3
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && lexicon.nouns.is(parse.entry(head), NounClass::Forces)
        && parse.children(head).any(|child| parse.norm(child) == "the" && child < at)
}

fn is_publication(parse: &Parse, lexicon: &Lexicon, head: usize) -> bool {
    lexicon.nouns.is(parse.entry(head), NounClass::Publication)
}

/// One past the last word: what follows `of` belongs to the phrase when it is a short name, or tells which people are meant
/// ("families of the victims", "parties to the truce"); what a text is on as well ("statement on the raid"), and where people are from.
fn right_edge(parse: &Parse, lexicon: &Lexicon, head: usize, end: usize) -> usize {
    // "Task Force *12*"
    let numbered = end < parse.len()
        && parse.pos(head) == Pos::Propn
        && parse.dep(end) == Dep::Nummod
        && parse.head(end) == head
        && parse.word(end).bytes().all(|byte| byte.is_ascii_digit());
    let last = numbered;
    let end = end + usize::from(numbered);
    let lemma = parse.entry(head);
    let published = || is_publication(parse, lexicon, head);
    let people = || {
        lexicon.nouns.is(lemma, NounClass::People)
            || matches!(lexicon.titles.class(lemma), Some(TitleClass::Head | TitleClass::Office))
    };
    // "all parties *to the ceasefire*"
    let sides = || parse.tag(head) == Tag::Nns && lexicon.nouns.classes(lemma) == [NounClass::Party];
    let bound = |of: usize| {
        let agreed = |object: usize| class::fits(parse, lexicon, object, &[NounClass::Accord, NounClass::Deed]);
        parse.norm(of) == "to" && sides() && parse.child(of, Dep::Pobj).is_some_and(agreed)
    };
    let leads = |word: &str| {
        word == "of"
            || word == "for" && parse.tag(head) == Tag::Nn && people()
            // "the border *with Kestria*"
            || word == "with" && parse.tag(head) == Tag::Nn && lexicon.places.type_word(lemma) == Some(TypeWord::Site)
            // "the ambassador *to Kestria*"
            || word == "to" && lexicon.titles.class(lemma) == Some(TitleClass::Office)
            || matches!(word, "about" | "on") && published()
            || word == "from" && parse.tag(head) == Tag::Nns && people() && !is_moved(parse, lexicon, head)
    };
    // "cleared the city of *Velna* of rebels": a town is named without what it is cleared of.
    let sort = parse.head(parse.head(head));
    let town = parse.pos(head) == Pos::Propn
        && parse.dep(head) == Dep::Pobj
        && parse.norm(parse.head(head)) == "of"
        && parse.pos(sort) == Pos::Noun
        && lexicon.nouns.classes(parse.entry(sort)) == [NounClass::Place];
    // "a camp in *Kestria* of the Front": a state has its whole name already.
    let state = || {
        let name = parse.name_of(head).filter(|name| name.label == NameLabel::Gpe && name.tokens.end == head + 1);
        let words = name.map(|name| parse.span(name.tokens.clone()).of(parse.text()));
        words.is_some_and(|words| matches!(lexicon.names.find(words), Some(lexicon::Known::State(_))))
    };
    let of = parse.children(head).find(|&child| child == end && leads(parse.norm(child)) && !town && !state());
    if let Some(told) = told_behind(parse, lexicon, head, end) {
        return told;
    }
    // "the operation *to free Velna*": its aim tells which.
    if parse.pos(head) == Pos::Noun
        && let Some(aim) = parse.children(head).find(|&child| {
            parse.dep(child) == Dep::Acl && grammar::is_infinitive(parse, child) && parse.subtree(child).start == end
        })
        && let Some(object) = parse.child(aim, Dep::Dobj)
        && object - end <= 6
        && class::fits(parse, lexicon, head, &[NounClass::Deed])
    {
        let all = parse.subtree(aim).end;
        return if all - end <= AIM_WORDS { all } else { Phrase::of(parse, lexicon, object).tokens.end };
    }
    // The tree may hang "to" on the verb.
    let Some(of) = of.or_else(|| (end < parse.len() && bound(end)).then_some(end)) else { return end };
    let Some(object) = parse.child(of, Dep::Pobj) else { return end };
    // "the statement *on Monday*" tells when it was made.
    if parse.name_of(object).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time)) {
        return end;
    }
    let named = parse.name_of(object).is_some_and(|name| is_naming(name.label)) || parse.pos(object) == Pos::Propn;
    // "ministry of defence *of Kestria*"
    let field = parse.pos(head) == Pos::Noun
        && lexicon.nouns.is(parse.entry(head), NounClass::Office)
        && parse.children(object).all(|child| parse.dep(child) == Dep::Prep);
    if !named && is_accused(parse, lexicon, head) {
        return end;
    }
    // "the *murder* of villagers", not "a *force* of 900 men" or "in *front* of a base".
    let thing = parse.norm(of) == "of"
        && parse.pos(head) == Pos::Noun
        && parse.child(object, Dep::Nummod).is_none()
        && !lexicon.nouns.is(lemma, NounClass::Place);
    let told = parse.pos(object) == Pos::Noun
        && (thing || field || people() || published() || bound(of))
        && parse.children(object).all(|child| !parse.dep(child).eq(&Dep::Relcl));
    // "the *3rd Battalion* of the Royal Regiment": a number names it.
    let digit = |at: usize| parse.word(at).starts_with(|first: char| first.is_ascii_digit());
    let first = parse.name_of(head).map_or(head, |name| name.tokens.start).min(head.saturating_sub(1));
    let numbered = parse.pos(head) == Pos::Propn
        && lexicon.nouns.is(lemma, NounClass::Forces)
        && (last || (first..head).any(|at| digit(at) && parse.dominates(head, at)));
    if !named && !told || numbered || parse.children(object).any(|child| parse.dep(child) == Dep::Conj) {
        return end;
    }
    let inner = Phrase::of(parse, lexicon, object).tokens;
    let inner = if field && inner.end == object + 1 { right_edge(parse, lexicon, head, object + 1) } else { inner.end };
    if inner - end > 6 { end } else { inner }
}

/// One past what tells which people are meant where their noun tells nothing: "people *in the convoy*". What has a name is where they are.
fn told_behind(parse: &Parse, lexicon: &Lexicon, head: usize, end: usize) -> Option<usize> {
    if parse.pos(head) != Pos::Noun || end != head + 1 {
        return None;
    }
    let preposition = parse.children(head).find(|&child| child == end && parse.dep(child) == Dep::Prep)?;
    if !lexicon.nouns.is_vague(parse.entry(head)) {
        return None;
    }
    let object = parse.child(preposition, Dep::Pobj)?;
    let leads =
        matches!(parse.norm(preposition), "aboard" | "at" | "in" | "inside" | "on" | "under" | "with" | "without");
    let named = parse.name_of(object).is_some() || parse.pos(object) != Pos::Noun;
    let stop = parse.subtree(preposition).end;
    let short = stop - end <= TOLD_WORDS;
    (leads && short && !named && !class::fits(parse, lexicon, object, &[NounClass::Deed])).then_some(stop)
}

/// Words at most of what tells which people are meant.
const TOLD_WORDS: usize = 6;

/// True for those whose leaving a noun tells: "the withdrawal of the *rebels* from Velna" tells what they leave, not where they are from.
fn is_moved(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    use ClaimType::{Capture, Displace, Withdraw};
    let of = parse.head(at);
    let leaves = |noun: usize| {
        let mut frames = lexicon.triggers.nouns(parse.entry(noun));
        frames.any(|frame| matches!(frame.claim_type, Capture | Displace | Withdraw))
    };
    parse.dep(at) == Dep::Pobj && parse.norm(of) == "of" && leaves(parse.head(of))
}

/// True for who is accused: "accused the *rebels* of an attack" tells behind "of" what he did, not which rebels; "condemned the *killing* of
/// villagers" tells which killing.
fn is_accused(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let classes = class::classes(parse, lexicon, at);
    let deed = !classes.is_empty() && classes.only(&[NounClass::Deed]);
    parse.dep(at) == Dep::Dobj && !deed && {
        let frames = lexicon.triggers.frames(parse.entry(parse.head(at)));
        frames.iter().any(|frame| frame.claim_type == ClaimType::Accuse)
    }
}
