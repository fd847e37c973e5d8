//! Which statement would answer a question?
//!
//! "Which city did the rebels capture?" → "the rebels captured the city", with the words that stand for what is asked: a statement
//! is what the readers of reports can read. "How many soldiers were killed?" → "five soldiers were killed"; "Was Velm shelled by rebels?"
//! → "Velm was shelled by rebels".
//!
//! Question words are those of the lexicon; where words go is told by the tree of the question.

use language::{Dep, Parse, Pos};
use lexicon::{Asks, Lexicon, WordClass};
use model::Span;
use std::ops::Range;

/// The statement, and what of it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    /// The statement, with a stop.
    pub text: String,
    /// What the question word asks for; `Anybody` of a question after yes or no.
    pub asks: Asks,
    /// The words that stand for what is asked, where they are words of the statement.
    pub asked: Option<Span>,
    /// A noun behind the question word that says of what sort it is: `bridge` of "which bridge".
    pub sort: Option<String>,
}

/// The words at the head of a question that ask.
struct Head {
    /// The tokens of it.
    tokens: Range<usize>,
    asks: Asks,
    /// What stands for them in the statement, with the words of it that are asked.
    stand_in: Option<String>,
    /// The noun behind the question word, where it says more than the question word does.
    sort: Option<String>,
    /// A preposition that goes where they go.
    before: Option<String>,
}

/// Puts a question into the form of a statement. What is no question stays as it is and asks for any deed.
pub(crate) fn of(parse: &Parse<'_>, lexicon: &Lexicon) -> Statement {
    let end = (0..parse.len()).rev().find(|&at| parse.pos(at) != Pos::Punct).map_or(0, |at| at + 1);
    let plain =
        |order: Vec<Word>, asks| Statement { text: stop(words(parse, &order).0), asks, asked: None, sort: None };
    if let Some(start) = after_according_to(parse, lexicon, end) {
        return plain(turned(parse, lexicon, start, end), Asks::Source);
    }
    let Some(head) = head(parse, lexicon, end) else {
        let is_asked = is_auxiliary(parse, 0);
        let order = if is_asked { turned(parse, lexicon, 0, end) } else { (0..end).map(Word::Token).collect() };
        return plain(order, if is_asked { Asks::Anybody } else { Asks::Happening });
    };
    let next = head.tokens.end;
    let Some(stand_in) = head.stand_in else { return plain(turned(parse, lexicon, next, end), head.asks) };
    let before = head.before.map(|word| format!("{word} ")).unwrap_or_default();
    let mut order;
    if is_moved(parse, next, end) || !before.is_empty() {
        order = turned(parse, lexicon, next, end);
        let verb = order.iter().position(|word| matches!(word, Word::Past(_) | Word::Third(_) | Word::Verb(_)));
        // "What did they speak of?" keeps its place; all else that was moved is the object of the verb.
        let stranded = end > next && parse.pos(end - 1) == Pos::Adp && parse.children(end - 1).next().is_none();
        let at = verb.filter(|_| !stranded && before.is_empty()).map_or(order.len(), |verb| verb + 1);
        order.insert(at, Word::Asked(format!("{before}{stand_in}"), before.len()));
    } else {
        order = vec![Word::Asked(stand_in, 0)];
        order.extend((next..end).map(Word::Token));
    }
    let (text, asked) = words(parse, &order);
    // Who is counted is named by the question; only the count is asked.
    let asked = asked.filter(|_| head.asks != Asks::Quantity);
    Statement { text: stop(text), asks: head.asks, asked, sort: head.sort }
}

/// A word of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    /// A token as it stands.
    Token(usize),
    /// The verb as it stands.
    Verb(usize),
    /// The verb, in the past: "did shell" is "shelled".
    Past(String),
    /// The verb of one who does it now: "does shell" is "shells".
    Third(String),
    /// What stands for the words that ask; the bytes of a preposition before it.
    Asked(String, usize),
}

/// The first token behind "according to whom", "according to which source".
fn after_according_to(parse: &Parse<'_>, lexicon: &Lexicon, end: usize) -> Option<usize> {
    let asks = end > 3 && parse.norm(0).eq_ignore_ascii_case("according") && parse.norm(1) == "to";
    let wh = lexicon.questions.asks(&parse.word(2.min(parse.len().checked_sub(1)?)).to_lowercase());
    (asks && matches!(wh, Some(Asks::Somebody | Asks::Thing)))
        .then(|| (3..end).find(|&at| is_auxiliary(parse, at)).unwrap_or(3))
}

fn head(parse: &Parse<'_>, lexicon: &Lexicon, end: usize) -> Option<Head> {
    let questions = &lexicon.questions;
    let lower = |at: usize| parse.word(at).to_lowercase();
    // "In which city", "by whom"
    let led = end > 1 && parse.pos(0) == Pos::Adp && questions.asks(&lower(1)).is_some();
    let first = usize::from(led);
    if first >= end {
        return None;
    }
    let before = led.then(|| lower(0));
    let two = (first + 1 < end).then(|| format!("{} {}", lower(first), lower(first + 1)));
    let (asks, mut next) = match two.as_deref().and_then(|two| questions.asks(two)) {
        Some(asks) => (asks, first + 2),
        None => (
            questions.asks(&lower(first)).filter(|asks| *asks != Asks::Anybody && *asks != Asks::Happening)?,
            first + 1,
        ),
    };
    // A noun: "which city", "whose troops", "how many soldiers". Its words go on until something that is no part of it.
    let noun_start = next;
    let takes_noun = matches!(asks, Asks::Quantity) || matches!(lower(first).as_str(), "which" | "what" | "whose");
    let mut noun = None;
    while takes_noun && next < end && !is_auxiliary(parse, next) {
        let pos = parse.pos(next);
        if matches!(pos, Pos::Noun | Pos::Propn) && !is_verb_here(parse, next, end) {
            noun = Some(next);
        } else if !matches!(pos, Pos::Adj | Pos::Num | Pos::Noun | Pos::Propn) || is_verb_here(parse, next, end) {
            break;
        }
        next += 1;
    }
    let next = noun.map_or(noun_start, |noun| noun + 1);
    let told = noun.map(|noun| words(parse, &(noun_start..noun + 1).map(Word::Token).collect::<Vec<_>>()).0);
    let of_noun = noun.map(|noun| parse.lemma(noun).to_lowercase()).and_then(|lemma| questions.asks(&lemma));
    let sort = told.clone().filter(|_| of_noun.is_none() && matches!(asks, Asks::Thing | Asks::Somebody));
    let asks = match of_noun {
        Some(of_noun) if asks == Asks::Thing && of_noun != Asks::Anybody && of_noun != Asks::Happening => of_noun,
        _ => asks,
    };
    let stand_in = match (asks, told) {
        (Asks::Quantity, Some(noun)) => Some(format!("five {noun}")),
        (Asks::Time | Asks::Reason | Asks::Source, _) => None,
        (Asks::Place, None) => None,
        (Asks::Somebody, Some(noun)) => Some(format!("the {noun}")),
        (Asks::Somebody, None) => Some("someone".to_string()),
        (_, Some(noun)) => Some(format!("the {noun}")),
        (_, None) => Some("something".to_string()),
    };
    // "on what day": the day is asked, and no word of the statement stands for it.
    let before = before.filter(|_| stand_in.is_some());
    Some(Head { tokens: 0..next, asks, stand_in, sort, before })
}

/// A noun by its tag that is the verb of the question: the only word that can be, as no verb follows.
fn is_verb_here(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    parse.is_root(at) && !(at + 1..end).any(|later| matches!(parse.pos(later), Pos::Verb | Pos::Aux))
}

fn is_auxiliary(parse: &Parse<'_>, at: usize) -> bool {
    at < parse.len()
        && (parse.pos(at) == Pos::Aux || matches!(parse.lemma(at), "do" | "be" | "have"))
        && (matches!(parse.dep(at), Dep::Aux | Dep::Auxpass)
            || parse.is_root(at)
            || matches!(parse.dep(at), Dep::Ccomp))
}

/// True when what is asked was moved to the front: behind the auxiliary at `next` the verb has a subject of its own.
fn is_moved(parse: &Parse<'_>, next: usize, end: usize) -> bool {
    if next >= end || !is_auxiliary(parse, next) {
        return false;
    }
    if parse.lemma(next) == "do" {
        return true;
    }
    let verb = parse.head(next);
    let fronted = !parse.is_root(next) || parse.lemma(next) != "be";
    fronted && (next + 1..end).any(|at| matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass) && parse.head(at) == verb)
}

/// The tokens from `start` in the order of a statement: an auxiliary at the front goes before its verb, or behind the subject; "do"
/// goes into the verb, for a bare verb behind a name is easily taken for a noun.
fn turned(parse: &Parse<'_>, lexicon: &Lexicon, start: usize, end: usize) -> Vec<Word> {
    let order = |from: usize, to: usize| (from..to).map(Word::Token);
    if start >= end || !is_auxiliary(parse, start) {
        return order(start, end).collect();
    }
    if let Some(verb) = verb(parse, lexicon, start, end) {
        let mut all: Vec<Word> = order(start + 1, verb).collect();
        let infinitive = parse.word(verb).to_lowercase();
        match parse.word(start).to_lowercase().as_str() {
            "did" => all.push(Word::Past(lexicon.verb_forms.past(&infinitive))),
            "does" => all.push(Word::Third(third(&infinitive))),
            "do" => all.push(Word::Verb(verb)),
            _ => {
                // A second auxiliary stays behind the first one: "have been shelled".
                let first = (start + 1..verb).find(|&at| is_auxiliary(parse, at)).unwrap_or(verb);
                all = order(start + 1, first).collect();
                all.push(Word::Token(start));
                all.extend(order(first, verb));
                all.push(Word::Verb(verb));
            }
        }
        all.extend(order(verb + 1, end));
        return all;
    }
    let subject = parse
        .children(start)
        .find(|&child| child > start && matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl));
    let behind = subject.map_or(end, |subject| parse.subtree(subject).end.min(end)).max(start + 1);
    let mut all: Vec<Word> = order(start + 1, behind).collect();
    all.push(Word::Token(start));
    all.extend(order(behind, end));
    all
}

/// The verb that an auxiliary at the front belongs to: by the tree, else the first word behind the subject that can be one.
fn verb(parse: &Parse<'_>, lexicon: &Lexicon, start: usize, end: usize) -> Option<usize> {
    let head = parse.head(start);
    // Something stands between as the subject: of "did aid workers say" the verb is not "aid".
    if head > start + 1 && head < end && parse.pos(head) == Pos::Verb {
        return Some(head);
    }
    if matches!(parse.lemma(start), "be" | "have") {
        return None;
    }
    (start + 2..end).find(|&at| {
        let word = parse.word(at);
        let known = lexicon.triggers.frames(word).iter().any(|frame| frame.class == WordClass::Verb);
        parse.pos(at) == Pos::Verb || known && parse.pos(at) != Pos::Propn
    })
}

/// "shells", "reaches", "carries".
fn third(verb: &str) -> String {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    match verb.strip_suffix('y') {
        Some(stem) if !stem.ends_with(vowel) => format!("{stem}ies"),
        _ if ["s", "x", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end)) => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

/// The words of a statement, with the spaces that the text has around them, and where the words that are asked stand.
fn words(parse: &Parse<'_>, order: &[Word]) -> (String, Option<Span>) {
    let mut text = String::new();
    let mut asked = None;
    let mut last: Option<usize> = None;
    for word in order {
        let at = if let Word::Token(at) | Word::Verb(at) = word { Some(*at) } else { None };
        let joined = last
            .zip(at)
            .is_some_and(|(last, at)| last + 1 == at && parse.token(last).span.end == parse.token(at).span.start);
        if !text.is_empty() && !joined {
            text.push(' ');
        }
        match word {
            Word::Token(at) if is_auxiliary(parse, *at) => text.push_str(&parse.word(*at).to_lowercase()),
            Word::Token(at) | Word::Verb(at) => text.push_str(parse.word(*at)),
            Word::Past(verb) | Word::Third(verb) => text.push_str(verb),
            Word::Asked(words, before) => {
                asked = Some(Span::new(text.len() + before, text.len() + words.len()));
                text.push_str(words);
            }
        }
        last = at;
    }
    (text, asked)
}

fn stop(mut text: String) -> String {
    text.push('.');
    text
}
