//! Which words of a headline are names, where all its words are written large, and which of a report in capitals?
//!
//! "Coalition Strikes Velna Hospital": the engine takes words written large for names and finds no verb. It is shown the headline with
//! its common words in small letters, "Coalition strikes Velna hospital", and the tree it finds is that of the headline. What stands in
//! capitals only, "REBELS SHELL CAMP", is written large first.

mod verb;

use crate::part::acronym;
use language::{NameLabel, Parse, Pos, Tag};
use lexicon::{CalendarWord, Lexicon};
use std::collections::BTreeSet;
use std::ops::{Deref, Range};

/// Words of the longest name that is looked up as one.
const LONGEST: usize = 6;

/// Large words of the shortest headline that shows how it is written.
const FEWEST: usize = 3;

/// Letters of the longest word that a headline may write small though it is none of the small words: "al", "bin".
const SHORT: usize = 3;

/// How the running text of a document writes its words.
#[derive(Debug, Default)]
pub(crate) struct Written {
    small: BTreeSet<String>,
    /// Words written large inside a sentence.
    large: BTreeSet<String>,
    /// Those of them that stand behind another, with it and a blank between.
    pairs: BTreeSet<String>,
}

impl Written {
    /// How these parts, none of which is a headline, write their words.
    pub(crate) fn of<'p, 't: 'p>(parts: impl IntoIterator<Item = &'p Parse<'t>>) -> Written {
        let mut written = Written::default();
        parts.into_iter().for_each(|parse| written.note(parse));
        written
    }

    /// Notes the words of a part that is no headline. A sentence that writes all words large tells nothing of how they are written.
    fn note(&mut self, parse: &Parse) {
        for sentence in parse.sentences().iter().filter(|sentence| !is_written_large(parse, (*sentence).clone())) {
            for at in sentence.clone() {
                let word = parse.word(at);
                if word.starts_with(char::is_lowercase) {
                    self.small.insert(word.to_string());
                }
                let anew = at == sentence.start || matches!(parse.pos(at - 1), Pos::Punct | Pos::Space);
                if !is_large(word) || anew {
                    continue;
                }
                self.large.insert(word.to_string());
                if is_large(parse.word(at - 1)) {
                    self.pairs.insert(format!("{} {word}", parse.word(at - 1)));
                }
            }
        }
    }
}

/// True for a text in capitals only, as cables and old reports are written.
pub(crate) fn is_in_capitals(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > SHORT);
    !text.contains(char::is_lowercase) && words.count() >= FEWEST
}

/// A text in capitals with all its words written large, `Rebels Shell FTA Camp` for `REBELS SHELL FTA CAMP`: what the tables know by its
/// letters, and what no word is spelled like, keeps its capitals.
fn written_large(text: &str, parse: &impl Fn(&str) -> Parse<'_>, lexicon: &Lexicon) -> String {
    let lowered = text.to_ascii_lowercase();
    let small = parse(&lowered);
    let mut shown = text.to_string();
    for token in small.tokens() {
        let word = token.span.of(text);
        let small = |(at, letter): (usize, char)| if at == 0 { letter } else { letter.to_ascii_lowercase() };
        let large: String = word.chars().enumerate().map(small).collect();
        let known = lexicon.names.find(word);
        let short = !token.listed && (known.is_some_and(|known| known.name() != large) || !word.contains(VOWELS));
        if word.starts_with('\'') {
            shown.replace_range(token.span.start as usize..token.span.end as usize, &word.to_ascii_lowercase());
        } else if word.is_ascii() && !short {
            shown.replace_range(token.span.start as usize..token.span.end as usize, &large);
        }
    }
    shown
}

const VOWELS: [char; 6] = ['A', 'E', 'I', 'O', 'U', 'Y'];

/// The parse of a headline; one that is written large, or in capitals, is read as running text would write it.
pub(crate) fn parse<'a>(
    text: &'a str,
    parse: impl Fn(&str) -> Parse<'_>,
    lexicon: &Lexicon,
    written: &impl Deref<Target = Written>,
) -> Parse<'a> {
    let shown = if is_in_capitals(text) { written_large(text, &parse, lexicon) } else { text.to_string() };
    let plain = parse(&shown);
    if !is_written_large(&plain, 0..plain.len()) {
        let plain = acronym::parse(text, &parse, lexicon);
        return verb::told(plain, |text| acronym::parse(text, &parse, lexicon), lexicon);
    }
    let words: Vec<usize> = (0..plain.len()).filter(|&at| is_large(plain.word(at)) || plain.word(at) == "A").collect();
    let lowered = in_small(&plain, &words);
    let small = parse(&lowered);
    let aligned = small.len() == plain.len();
    let named = known_names(&plain, lexicon, written);
    let common: Vec<usize> = words
        .into_iter()
        .filter(|&at| !begins(&plain, at) && aligned && !named.iter().any(|name| name.contains(&at)))
        .filter(|&at| is_common(&plain, &small, at, lexicon, written))
        .collect();
    let shown = in_small(&plain, &common);
    let plain = acronym::parse(&shown, &parse, lexicon).over(shown.clone());
    verb::told(plain, |text| acronym::parse(text, &parse, lexicon), lexicon)
}

/// True for words of which all nouns, verbs and adjectives begin with a capital.
fn is_written_large(plain: &Parse, mut words: Range<usize>) -> bool {
    let large = words.clone().filter(|&at| is_large(plain.word(at))).count();
    let small = |at: usize| {
        matches!(plain.pos(at), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj)
            && plain.word(at).len() > SHORT
            // "d'Amel" is a name.
            && !plain.word(at).contains(char::is_uppercase)
    };
    large >= FEWEST && !words.any(small)
}

/// True for a word of one capital and small letters behind it.
fn is_large(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.all(char::is_lowercase)
}

/// True at the head of a sentence, and behind a colon or an opening quote; not behind a hyphen.
fn begins(plain: &Parse, at: usize) -> bool {
    let mark = |at: usize| plain.pos(at) == Pos::Punct && plain.tag(at) != Tag::Hyph && plain.word(at) != ",";
    at == plain.sentences()[plain.sentence_of(at)].start || mark(at - 1)
}

/// The text with these words in small letters.
fn in_small(plain: &Parse, words: &[usize]) -> String {
    let mut shown = plain.text().to_string();
    for span in words.iter().map(|&at| plain.token(at).span) {
        shown[span.start as usize..span.end as usize].make_ascii_lowercase();
    }
    shown
}

/// Runs of words that the tables or the running text know as one name: "Islamic State".
fn known_names(plain: &Parse, lexicon: &Lexicon, written: &Written) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in (0..plain.len()).filter(|&start| plain.word(start) != "The") {
        for end in start + 2..=plain.len().min(start + LONGEST) {
            let span = plain.span(start..end);
            if is_large(plain.word(start)) && lexicon.names.find(span.of(plain.text())).is_some() {
                found.push(start..end);
            }
        }
        let pair = start..start + 2;
        if pair.end <= plain.len() && written.pairs.contains(plain.span(pair.clone()).of(plain.text())) {
            found.push(pair);
        }
    }
    found
}

/// True for a word that running text would write small.
fn is_common(plain: &Parse, small: &Parse, at: usize, lexicon: &Lexicon, written: &Written) -> bool {
    use Pos::{Adp, Aux, Cconj, Det, Part, Pron, Sconj};
    if matches!(small.pos(at), Adp | Aux | Cconj | Det | Part | Pron | Sconj) {
        return true;
    }
    match (written.small.contains(small.norm(at)), written.large.contains(plain.word(at))) {
        (true, false) => return true,
        (false, true) => return false,
        _ => {}
    }
    let word = small.norm(at);
    let lemma = small.entry(at);
    let listed = !lexicon.nouns.classes(lemma).is_empty()
        || !lexicon.triggers.frames(lemma).is_empty()
        || lexicon.evaluations.adjective(word).is_some();
    // "Liberation" alone is what some name of the tables is called for short, and a deed.
    let name =
        lexicon.names.find(plain.word(at)).is_some() && !listed || !lexicon.names.demonym(plain.word(at)).is_empty();
    // Before a name a title is written large everywhere.
    let next = at + 1;
    let before_name =
        next < plain.len() && is_large(plain.word(next)) && (!small.token(next).listed || is_lone(plain, next));
    let title = lexicon.titles.class(lemma).is_some() && small.tag(at) != Tag::Nns && before_name;
    let told = plain.pos(at) != Pos::Propn || matches!(small.pos(at), Pos::Verb | Pos::Adv);
    let given = lexicon.sexes.name(word).is_some() && at + 1 < plain.len() && is_large(plain.word(at + 1));
    let date = matches!(lexicon.calendar.get(word), Some(CalendarWord::Weekday(_) | CalendarWord::Month(_)));
    !name && !title && !given && !date && (listed || told || small.token(at).listed && !is_lone(plain, at))
}

/// True for what the finder takes for a person, or for a place or people of one word. The lists of words have such names as well:
/// "Brown", "Rice".
fn is_lone(plain: &Parse, at: usize) -> bool {
    use NameLabel::{Fac, Gpe, Loc, Norp, Person};
    plain.name_of(at).is_some_and(|name| {
        matches!(name.label, Gpe | Loc | Fac | Norp | Person) && (name.label == Person || name.tokens.len() == 1)
    })
}
