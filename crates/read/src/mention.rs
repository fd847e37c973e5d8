//! Which words stand for a person, a group, a place or a thing, and what sort of thing do they look like?
//!
//! "the five Morvanian soldiers who fled" is the mention `Morvanian soldiers` with the head `soldiers`: without article,
//! number and relative clause. `hundreds of protesters` is `protesters`; `the local police chief, Anton Brek` is `Anton Brek`.

use crate::{PartText, class, grammar, portfolio};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{CalendarWord, Frame, Lexicon, NounClass, TitleClass, WordClass};
use model::{Argument, ClaimType, EntityKind, Mention, MentionKind};
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
                    && !lexicon.place_words.is_direction(&parse.lower(start));
                tokens.start = if large && known(tokens.start) && !known(start) { tokens.start } else { start };
            }
            tokens.end = right_edge(parse, lexicon, head, tokens.end);
            return Phrase { tokens, head };
        }
        let start = left_edge(parse, lexicon, head, head);
        Phrase { tokens: start..right_edge(parse, lexicon, head, head + 1), head }
    }

    /// The argument of a claim that the phrase fills.
    pub(crate) fn argument(&self, part: &PartText) -> Argument {
        Argument { span: part.span(self.tokens.clone()), head: part.token_span(self.head), entity: None, place: None }
    }
}

/// Names of people, parties, places and things, not of numbers and days.
fn is_naming(label: NameLabel) -> bool {
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
fn trimmed(parse: &Parse, lexicon: &Lexicon, tokens: Range<usize>) -> Range<usize> {
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
    // "*Near* Velna, two strikes hit": the tree takes the preposition for a part of the name.
    if start < head && opens_sentence(parse, start) && leads_in(parse, lexicon, start) {
        start += 1;
    }
    start
}

/// True for "near" before a name; "south" begins one.
fn leads_in(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let word = parse.lower(at);
    lexicon.place_words.is_preposition(&word) && !lexicon.place_words.is_relative(&word)
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
    if parse.tag(at) == Tag::PrpPoss || matches!(parse.pos(at), Pos::Det | Pos::Num) || parse.tag(at) == Tag::Pdt {
        return false;
    }
    if grammar::name_before(parse, head) == Some(top) {
        return parse.child(top, Dep::Conj).is_some_and(|last| parse.subtree(last).contains(&at));
    }
    match parse.dep(top) {
        // "a *joint* Kestrian-Morvanian raid"
        Dep::Amod if parse.pos(head) == Pos::Adj && !lexicon.place_words.is_direction(parse.norm(top)) => false,
        // "by *freeing* towns"
        Dep::Amod if grammar::gerund_object(parse, top) == Some(head) => false,
        // "*Foreign Secretary* statement" tells whose it is.
        Dep::Compound | Dep::Nmod if is_publication(parse, lexicon, head) => {
            let holder = lexicon.titles.class(&parse.entry(top)).is_some();
            !holder && parse.name_of(top).is_none_or(|name| name.label != NameLabel::Person)
        }
        // "*UN* Kestria sanctions": two whom the tables know are two.
        Dep::Compound if is_other_name(parse, lexicon, head, top) => false,
        // "a *72-hour* truce" is measured, not named by it.
        Dep::Compound | Dep::Nmod => {
            parse.tag(top.saturating_sub(1)) != Tag::Hyph || parse.child(top, Dep::Nummod).is_none()
        }
        Dep::Amod => {
            // "*12-year-old* boys" are measured as well.
            let measured = parse.subtree(top).any(|part| parse.pos(part) == Pos::Num);
            !measured && !lexicon.nouns.is_plain(parse.norm(top)) && !matches!(parse.tag(top), Tag::Jjs | Tag::Jjr)
        }
        // "Kestria's *Kordun* province" has a name of its own.
        Dep::Poss => {
            let own =
                |child: usize| matches!(parse.dep(child), Dep::Compound | Dep::Nmod) && parse.pos(child) == Pos::Propn;
            let named = lexicon.nouns.is(&parse.entry(head), NounClass::Place) && parse.children(head).any(own);
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

/// True for a name that the tables know before another that they know, where they know no name of both.
pub(crate) fn is_other_name(parse: &Parse, lexicon: &Lexicon, head: usize, before: usize) -> bool {
    let (Some(first), Some(second)) = (parse.name_of(before), parse.name_of(head)) else { return false };
    let known = |tokens: Range<usize>| lexicon.names.find(parse.span(tokens).of(parse.text())).is_some();
    first.tokens.end == second.tokens.start
        && known(first.tokens.clone())
        && known(second.tokens.clone())
        && !known(first.tokens.start..second.tokens.end)
}

fn is_publication(parse: &Parse, lexicon: &Lexicon, head: usize) -> bool {
    lexicon.nouns.is(&parse.entry(head), NounClass::Publication)
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
    let published = is_publication(parse, lexicon, head);
    let lemma = parse.entry(head);
    let people = lexicon.nouns.is(&lemma, NounClass::People)
        || matches!(lexicon.titles.class(&lemma), Some(TitleClass::Head | TitleClass::Office));
    // "all parties *to the ceasefire*"
    let sides = parse.tag(head) == Tag::Nns && lexicon.nouns.classes(&lemma) == [NounClass::Party];
    let bound = |of: usize| {
        let agreed = |object: usize| class::fits(parse, lexicon, object, &[NounClass::Accord, NounClass::Deed]);
        sides && parse.norm(of) == "to" && parse.child(of, Dep::Pobj).is_some_and(agreed)
    };
    let leads = |word: &str| {
        word == "of"
            || people && word == "for" && parse.tag(head) == Tag::Nn
            // "the ambassador *to Kestria*"
            || word == "to" && lexicon.titles.class(&lemma) == Some(TitleClass::Office)
            || published && matches!(word, "about" | "on")
            || people && word == "from" && parse.tag(head) == Tag::Nns
    };
    // "cleared the city of *Velna* of rebels": a town is named without what it is cleared of.
    let sort = parse.head(parse.head(head));
    let town = parse.pos(head) == Pos::Propn
        && parse.dep(head) == Dep::Pobj
        && parse.norm(parse.head(head)) == "of"
        && parse.pos(sort) == Pos::Noun
        && lexicon.nouns.classes(&parse.entry(sort)) == [NounClass::Place];
    // "a camp in *Kestria* of the Front": a state has its whole name already.
    let state = || {
        let name = parse.name_of(head).filter(|name| name.label == NameLabel::Gpe && name.tokens.end == head + 1);
        let words = name.map(|name| parse.span(name.tokens.clone()).of(parse.text()));
        words.is_some_and(|words| matches!(lexicon.names.find(words), Some(lexicon::Known::State(_))))
    };
    let of = parse.children(head).find(|&child| child == end && leads(parse.norm(child)) && !town && !state());
    // "the operation *to free Velna*": its aim tells which.
    if parse.pos(head) == Pos::Noun
        && class::fits(parse, lexicon, head, &[NounClass::Deed])
        && let Some(aim) = parse.children(head).find(|&child| {
            parse.dep(child) == Dep::Acl && grammar::is_infinitive(parse, child) && parse.subtree(child).start == end
        })
        && let Some(object) = parse.child(aim, Dep::Dobj)
        && object - end <= 6
    {
        let all = parse.subtree(aim).end;
        return if all - end <= AIM_WORDS { all } else { Phrase::of(parse, lexicon, object).tokens.end };
    }
    // The tree may hang "to" on the verb.
    let Some(of) = of.or_else(|| (end < parse.len() && bound(end)).then_some(end)) else { return end };
    let Some(object) = parse.child(of, Dep::Pobj) else { return end };
    let named = parse.name_of(object).is_some_and(|name| is_naming(name.label)) || parse.pos(object) == Pos::Propn;
    // "ministry of defence *of Kestria*"
    let field = parse.pos(head) == Pos::Noun
        && lexicon.nouns.is(&parse.entry(head), NounClass::Office)
        && parse.children(object).all(|child| parse.dep(child) == Dep::Prep);
    if !named && is_accused(parse, lexicon, head) {
        return end;
    }
    // "the *murder* of villagers", not "a *force* of 900 men" or "in *front* of a base".
    let thing = parse.norm(of) == "of"
        && parse.pos(head) == Pos::Noun
        && parse.child(object, Dep::Nummod).is_none()
        && !lexicon.nouns.is(&lemma, NounClass::Place);
    let told = (people || published || field || bound(of) || thing)
        && parse.pos(object) == Pos::Noun
        && parse.children(object).all(|child| !parse.dep(child).eq(&Dep::Relcl));
    // "the *3rd Battalion* of the Royal Regiment": a number names it.
    let digit = |at: usize| parse.word(at).starts_with(|first: char| first.is_ascii_digit());
    let first = parse.name_of(head).map_or(head, |name| name.tokens.start).min(head.saturating_sub(1));
    let numbered = parse.pos(head) == Pos::Propn
        && lexicon.nouns.is(&lemma, NounClass::Forces)
        && (last || (first..head).any(|at| digit(at) && parse.dominates(head, at)));
    if !named && !told || numbered || parse.children(object).any(|child| parse.dep(child) == Dep::Conj) {
        return end;
    }
    let inner = Phrase::of(parse, lexicon, object).tokens;
    let inner = if field && inner.end == object + 1 { right_edge(parse, lexicon, head, object + 1) } else { inner.end };
    if inner - end > 6 { end } else { inner }
}

/// True for who is accused: "accused the *rebels* of an attack" tells behind "of" what he did, not which rebels.
fn is_accused(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    parse.dep(at) == Dep::Dobj && {
        let frames = lexicon.triggers.frames(&parse.entry(parse.head(at)));
        frames.iter().any(|frame| frame.claim_type == ClaimType::Accuse)
    }
}

/// The head that a noun phrase is really about: `protesters` in "hundreds of protesters", the name in "the chief, Anton
/// Brek", the antecedent of a relative pronoun.
pub(crate) fn core(parse: &Parse, lexicon: &Lexicon, at: usize) -> usize {
    let mut at = grammar::antecedent(parse, at);
    if let Some(name) = portfolio::holder_of(parse, lexicon, at) {
        return name;
    }
    for _ in 0..4 {
        let lemma = parse.entry(at);
        // "a brutal, senseless *attack*": the tree may take what judges for the noun.
        if parse.pos(at) == Pos::Noun
            && parse.tag(at) == Tag::Nn
            && lexicon.evaluations.adjective(parse.norm(at)).is_some()
            && lexicon.nouns.classes(&lemma).is_empty()
            && at + 1 < parse.len()
            && matches!(parse.word(at + 1), "," | "and")
            && let Some(noun) = parse.children(at).find(|&child| {
                child > at && matches!(parse.dep(child), Dep::Appos | Dep::Conj) && parse.pos(child) == Pos::Noun
            })
        {
            at = noun;
            continue;
        }
        let counted = parse.pos(at) == Pos::Num
            || lexicon.nouns.is(&lemma, NounClass::Measure)
            || matches!(parse.norm(at), "some" | "much");
        let named = parse.name_of(at).is_some_and(|name| is_naming(name.label));
        if counted
            && !named
            && let Some(object) = grammar::whole(parse, at)
            && object != at
            && !(lexicon.nouns.is(&lemma, NounClass::Party)
                && parse.tag(object) != Tag::Nns
                && parse.tag(object) != Tag::Nnps)
        {
            at = object;
            continue;
        }
        if let Some(person) = appointed(parse, lexicon, at) {
            at = person;
            continue;
        }
        // "our ally *Kestria*": the name right behind says who.
        if parse.pos(at) == Pos::Noun
            && !named
            && parse.tag(at) == Tag::Nn
            && lexicon.nouns.is(&lemma, NounClass::Party)
            && let Some(apposed) = parse.child(at, Dep::Appos).filter(|&child| {
                parse.subtree(child).start == at + 1
                    && parse.name_of(child).is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Org))
            })
        {
            at = apposed;
            continue;
        }
        // The same where the tree hangs the name on the verb: "thank our ally *Kestria* for its help".
        if parse.pos(at) == Pos::Noun
            && !named
            && parse.tag(at) == Tag::Nn
            && lexicon.nouns.is(&lemma, NounClass::Party)
            && at + 1 < parse.len()
            && let Some(name) =
                parse.name_of(at + 1).filter(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Org))
            && parse.child(at, Dep::Poss).is_some()
            && name.tokens.start == at + 1
            && let Some(head) = name.tokens.clone().find(|&token| parse.head(token) == parse.head(at))
            && parse.dep(head) == Dep::Npadvmod
        {
            at = head;
            continue;
        }
        // "The Minister, Anna Velk" is written as a name, but "the wife of the minister, Mara Dovic," is the wife's.
        let office = || lexicon.titles.class(&lemma).is_some();
        let outer = parse.head(parse.head(at));
        let of = parse.dep(at) == Dep::Pobj && matches!(parse.norm(parse.head(at)), "of" | "for");
        let other = of && parse.head(at) != at && held_by(parse, lexicon, outer).is_some();
        if (parse.pos(at) == Pos::Noun || office())
            && !named
            && !other
            && let Some(apposed) = parse.children(at).find(|&child| {
                parse.dep(child) == Dep::Appos
                    && parse.name_of(child).is_some_and(|name| {
                        // "the commander, 5th Fleet," commands it.
                        let body = name.label == NameLabel::Org && child > at + 1 && office();
                        is_naming(name.label) && name.label != NameLabel::Norp && !body
                    })
            })
        {
            at = apposed;
            continue;
        }
        // "the manager of Radio Velna, Anton Brek": the tree hangs the person on the station.
        if let Some(holder) = held_by(parse, lexicon, at).filter(|_| !named) {
            at = holder;
            continue;
        }
        // "Anton Brek, spokesman of the navy, said": the spokesman is Anton Brek; "the Guard, a militia based in Velna": the Guard is.
        // "Brek, *a Marylander*", written as a name.
        // "Brek, *the Kestrian* who shot him": one of a people by an article.
        let indefinite = || parse.children(at).any(|child| matches!(parse.norm(child), "a" | "an"));
        let people = || {
            let one = |child: usize| matches!(parse.norm(child), "a" | "an" | "the");
            parse.tag(at) != Tag::Nnps
                && !lexicon.names.demonym(parse.word(at)).is_empty()
                && parse.children(at).any(one)
        };
        if ((parse.pos(at) == Pos::Noun || indefinite()) && !named || people()) && parse.dep(at) == Dep::Appos {
            let label = parse.name_of(parse.head(at)).map(|name| name.label);
            // "the Base *movement*, an affiliate of the Front"
            let called = parse.pos(parse.head(at)) == Pos::Noun
                && lexicon.nouns.is(&parse.entry(parse.head(at)), NounClass::Party)
                && parse.child(parse.head(at), Dep::Compound).is_some_and(|name| parse.pos(name) == Pos::Propn);
            let body = (matches!(label, Some(NameLabel::Org | NameLabel::Norp))
                && parse.pos(parse.head(at)) == Pos::Propn
                || called)
                && parse.tag(at) == Tag::Nn
                && lexicon.nouns.is(&lemma, NounClass::Party);
            if label == Some(NameLabel::Person) || body {
                at = parse.head(at);
            }
        }
        break;
    }
    at
}

/// Who is made what a title says, where the tree makes one phrase of both: "named *Anton Brek* commander of the army".
pub(crate) fn appointed(parse: &Parse, lexicon: &Lexicon, title: usize) -> Option<usize> {
    let verb = parse.head(title);
    if parse.pos(title) != Pos::Noun || !matches!(parse.dep(title), Dep::Dobj | Dep::Oprd) || title == 0 {
        return None;
    }
    let name = title - 1;
    let person = parse.pos(name) == Pos::Propn
        && parse.dep(name) == Dep::Compound
        && parse.head(name) == title
        && parse.name_of(name).is_some_and(|name| name.label == NameLabel::Person);
    let frames = || lexicon.triggers.frames(&parse.entry(verb));
    let appoints = |frame: &Frame| frame.claim_type == ClaimType::Recruit && frame.class == WordClass::Verb;
    (person && frames().iter().any(appoints)).then_some(name)
}

/// The person behind "the manager of Radio Velna, *Anton Brek*", where the apposition hangs on what the office is of.
pub(crate) fn held_by(parse: &Parse, lexicon: &Lexicon, office: usize) -> Option<usize> {
    let lemma = parse.entry(office);
    let holds = lexicon.nouns.is(&lemma, NounClass::People) || lexicon.titles.class(&lemma).is_some();
    if parse.tag(office) != Tag::Nn || !holds {
        return None;
    }
    let body = grammar::after(parse, office, "of").or_else(|| grammar::after(parse, office, "for"))?;
    let is_person = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person);
    if is_person(body) {
        return None;
    }
    parse.children(body).find(|&child| parse.dep(child) == Dep::Appos && is_person(child))
}

/// True for the adverb that takes up a place told before: "the army sent troops *there*".
pub(crate) fn is_there(parse: &Parse, at: usize) -> bool {
    parse.norm(at) == "there" && parse.dep(at) == Dep::Advmod && parse.pos(at) == Pos::Adv
}

/// All mentions of a part: names, noun phrases and pronouns, in order of the text, outer before inner.
pub(crate) fn all(part: &PartText, lexicon: &Lexicon) -> Vec<Mention> {
    let parse = &part.parse;
    let mut mentions: Vec<Mention> = Vec::new();
    for at in 0..parse.len() {
        let day = parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
        let kind = match parse.pos(at) {
            // "*Kestria Guard* fighters" are of the Kestria Guard.
            Pos::Propn if parse.dep(at) == Dep::Compound && is_name_before(parse, at) => MentionKind::Modifier,
            Pos::Propn | Pos::Noun if parse.dep(at) == Dep::Compound => continue,
            // "*separatist* shelling"
            Pos::Noun if parse.dep(at) == Dep::Amod && lexicon.nouns.is(&parse.entry(at), NounClass::People) => {
                continue;
            }
            // A month is nobody.
            Pos::Propn if day => continue,
            Pos::Propn => MentionKind::Name,
            Pos::Noun if parse.name_of(at).is_some_and(|name| is_naming(name.label)) => MentionKind::Name,
            Pos::Noun => MentionKind::Nominal,
            Pos::Pron if parse.tag(at) == Tag::Prp => MentionKind::Pronoun,
            Pos::Pron if parse.tag(at) == Tag::PrpPoss => MentionKind::Pronoun,
            _ if is_there(parse, at) => MentionKind::Pronoun,
            Pos::Adj if parse.name_of(at).is_some_and(|name| name.label == NameLabel::Norp) => MentionKind::Modifier,
            _ => continue,
        };
        if kind == MentionKind::Nominal && !is_party_or_place(parse, lexicon, at) && !is_thing(parse, lexicon, at) {
            continue;
        }
        let bound = part.bound_at(at);
        if bound.is_some_and(|name| crate::name::head(parse, name) != at) {
            continue;
        }
        let kind = if bound.is_some() { MentionKind::Name } else { kind };
        let phrase = if let Some(name) = bound {
            Phrase { tokens: name.clone(), head: at }
        } else if kind == MentionKind::Modifier {
            let name = parse.name_of(at).filter(|_| parse.pos(at) == Pos::Propn);
            Phrase { tokens: name.map_or(at..at + 1, |name| trimmed(parse, lexicon, name.tokens.clone())), head: at }
        } else {
            Phrase::of(parse, lexicon, at)
        };
        let plural = matches!(parse.tag(at), Tag::Nns | Tag::Nnps)
            || matches!(parse.norm(at), "they" | "their" | "them" | "we" | "our" | "us");
        mentions.push(Mention {
            span: part.span(phrase.tokens),
            head: part.token_span(at),
            kind,
            hint: hint(parse, lexicon, at),
            plural,
            sentence: part.sentence_of(at),
        });
    }
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end), mention.head));
    mentions.dedup_by(|a, b| a.span == b.span);
    mentions
}

/// Divides names that hold two: where `Anton Brek` and `Morvania` were read in the one name "Morvania Anton Brek", each is a
/// mention, and the whole is none.
pub(crate) fn divide<'d>(
    part: &PartText,
    lexicon: &Lexicon,
    exact: impl Iterator<Item = &'d (usize, Range<usize>)>,
    mentions: &mut Vec<Mention>,
) {
    let parse = &part.parse;
    let mut divided = false;
    for (head, words) in exact {
        let span = part.span(words.clone());
        let inside = |mention: &Mention| mention.span.contains(span) && mention.span != span;
        if mentions.iter().any(|mention| mention.span == span) || !mentions.iter().any(inside) {
            continue;
        }
        let head_span = part.token_span(*head);
        mentions.retain(|mention| !(mention.head == head_span && inside(mention)));
        divided = true;
        mentions.push(Mention {
            span,
            head: head_span,
            kind: MentionKind::Name,
            hint: hint(parse, lexicon, *head),
            plural: false,
            sentence: part.sentence_of(*head),
        });
    }
    if divided {
        mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end), mention.head));
    }
}

/// True for the last word of a whole name that stands before the noun it tells about: not of "*Anton* Brek".
fn is_name_before(parse: &Parse, at: usize) -> bool {
    parse.name_of(at).is_some_and(|name| {
        let told = matches!(name.label, NameLabel::Gpe | NameLabel::Loc | NameLabel::Norp | NameLabel::Org);
        told && name.tokens.end == at + 1
    })
}

/// Things that claims are about: arms, vehicles, deeds, agreements, publications.
fn is_thing(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    use NounClass::*;
    let lemma = parse.entry(at);
    lexicon.nouns.classes(&lemma).iter().any(|class| matches!(class, Arms | Vehicle | Deed | Accord | Publication))
}

fn is_party_or_place(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    use NounClass::*;
    class::fits(parse, lexicon, at, &[People, Forces, Party, Place, Site])
}

/// What a mention looks like by itself.
fn hint(parse: &Parse, lexicon: &Lexicon, at: usize) -> Option<EntityKind> {
    if portfolio::holder(parse, lexicon, at).is_some() {
        return Some(EntityKind::Person);
    }
    if class::is_ship(parse, lexicon, at) {
        return Some(EntityKind::Thing);
    }
    if let Some(name) = parse.name_of(at) {
        match name.label {
            NameLabel::Person => return Some(EntityKind::Person),
            NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac => return Some(EntityKind::Place),
            NameLabel::Org => return Some(EntityKind::Organisation),
            NameLabel::Norp => return Some(EntityKind::Group),
            NameLabel::Product | NameLabel::Event | NameLabel::Law | NameLabel::WorkOfArt => {
                return Some(EntityKind::Thing);
            }
            _ => {}
        }
    }
    let classes = lexicon.nouns.classes(&parse.entry(at));
    let is = |class: NounClass| classes.contains(&class);
    if is(NounClass::People) {
        Some(if is(NounClass::Many) || matches!(parse.tag(at), Tag::Nns | Tag::Nnps) {
            EntityKind::Group
        } else {
            EntityKind::Person
        })
    } else if is(NounClass::Party) {
        Some(EntityKind::Organisation)
    } else if is(NounClass::Forces) {
        Some(EntityKind::Group)
    } else if is(NounClass::Place) || is(NounClass::Site) {
        Some(EntityKind::Place)
    } else if is_thing(parse, lexicon, at) {
        Some(EntityKind::Thing)
    } else {
        None
    }
}
