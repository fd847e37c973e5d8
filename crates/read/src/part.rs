//! Which text is parsed, and where in its document does it stand?
//!
//! Each part of an article (headline, paragraph, list item, caption) is parsed as a text of its own, so that no sentence
//! runs over its end. Token spans of a part are bytes of the part; [`PartText::span`] shifts them to the document.

mod acronym;
mod footnote;
mod headline;
mod left_out;

use crate::name::{movement, proper, surname, toponym, vessel};
use crate::reason::Notes;
use crate::time::{self, SentenceTimes};
use crate::{name, rehung};
use headline::Written;
use language::{Parse, Pos, Tag};
use lexicon::Lexicon;
use model::{Document, Part, PartRole, Sentence, Span};
use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

/// One part of an article with its parse.
#[derive(Debug)]
pub struct PartText<'a> {
    /// The parse of the part's own text.
    pub parse: Parse<'a>,
    /// Byte offset of the part in the document's text.
    pub base: usize,
    /// Index of its article in the document.
    pub article: u32,
    /// Index of the part in its article.
    pub part: u32,
    /// What the part is to its article.
    pub role: PartRole,
    /// Index, in the reading, of the part's first sentence.
    pub first_sentence: u32,
    /// Runs of tokens that the tables know as one name though a word such as `and` parts them.
    pub bound: Vec<Range<usize>>,
    /// The times of each sentence.
    pub(crate) times: Vec<SentenceTimes>,
    /// What is noted while it is read, for those who ask why.
    pub notes: Notes,
}

impl<'a> PartText<'a> {
    /// The parts of all articles of a document, in order of the articles and of their parts.
    ///
    /// `parse` is the language engine; a part whose span does not lie in the document's text is left out.
    pub fn all(document: &'a Document, parse: impl Fn(&str) -> Parse<'_>, lexicon: &Lexicon) -> Vec<PartText<'a>> {
        let parts = document.articles.iter().zip(0u32..).flat_map(|(article, at)| {
            let parts = article.parts.iter().zip(0u32..);
            parts.filter_map(move |(part, index)| Some((at, index, part, part.span.get(&document.text)?)))
        });
        let head = |part: &Part| matches!(part.role, PartRole::Headline | PartRole::Heading);
        let (heads, running): (Vec<_>, Vec<_>) =
            parts.partition(|(_, _, part, text)| head(part) || headline::is_in_capitals(text));
        let running = running.into_iter().map(|(article, at, part, text)| {
            let read = acronym::parse(text, &parse, lexicon);
            (article, at, part, read)
        });
        let mut parsed: Vec<_> = running.collect();
        // The running text tells how its headline would be written, if the headline is one of those that ask.
        let written = LazyCell::new(|| Written::of(parsed.iter().map(|(.., read)| read)));
        let heads = heads.into_iter().map(|(article, at, part, text)| {
            let read = headline::parse(text, &parse, lexicon, &written);
            (article, at, part, read)
        });
        let heads: Vec<_> = heads.collect();
        parsed.extend(heads);
        parsed.sort_by_key(|&(article, at, ..)| (article, at));
        let named = proper::named(parsed.iter().map(|(.., parse)| parse));
        let mut texts: Vec<PartText<'a>> = Vec::new();
        let mut sentences = 0;
        for (article, at, part, parse) in parsed {
            let count = parse.sentences().len() as u32;
            texts.push(PartText {
                base: part.span.start as usize,
                article,
                part: at,
                first_sentence: sentences,
                ..PartText::among(parse, part.role, &named, lexicon)
            });
            sentences += count;
        }
        let texts = toponym::settle(surname::settle(texts, lexicon), lexicon);
        movement::settle(vessel::settle(texts, lexicon), lexicon)
    }

    /// A text that is the only part of its document and begins it.
    pub fn new(parse: Parse<'a>, role: PartRole, lexicon: &Lexicon) -> PartText<'a> {
        let named = proper::named([&parse]);
        PartText::among(parse, role, &named, lexicon)
    }

    /// A text of a document in which these words are names.
    fn among(parse: Parse<'a>, role: PartRole, named: &BTreeSet<String>, lexicon: &Lexicon) -> PartText<'a> {
        let parse = parse.with_lemmas(|parse, at| singular(parse, at, lexicon).or_else(|| verb(parse, at, lexicon)));
        let parse = rehung::settle(proper::settle(parse, role, named, lexicon), lexicon);
        let names = name::all(&parse, lexicon);
        let parse = parse.with_names(names);
        PartText {
            bound: name::bound(&parse, lexicon),
            times: time::of_sentences(&parse, lexicon),
            parse,
            base: 0,
            article: 0,
            part: 0,
            role,
            first_sentence: 0,
            notes: Notes::default(),
        }
    }

    /// The bound name a token is part of.
    pub(crate) fn bound_at(&self, at: usize) -> Option<&Range<usize>> {
        self.bound.iter().find(|name| name.contains(&at))
    }

    /// Where a run of tokens stands in the document. Panics for an empty run.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.parse.span(tokens).shifted(self.base)
    }

    /// Where one token stands in the document.
    pub fn token_span(&self, at: usize) -> Span {
        self.parse.token(at).span.shifted(self.base)
    }

    /// The token with these bytes of the document.
    pub(crate) fn token_at(&self, span: Span) -> Option<usize> {
        let first = self.parse.tokens().partition_point(|token| token.span.shifted(self.base).start < span.start);
        let same = (first..self.parse.len()).take_while(|&at| self.token_span(at).start == span.start);
        { same }.find(|&at| self.token_span(at) == span)
    }

    /// Index in the reading of the sentence a token stands in.
    pub fn sentence_of(&self, at: usize) -> u32 {
        self.first_sentence + self.parse.sentence_of(at) as u32
    }

    /// Its sentences, as the reading lists them.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        self.parse.sentences().iter().map(|tokens| Sentence {
            span: self.span(tokens.clone()),
            article: self.article,
            part: self.part,
        })
    }
}

/// The dictionary form of a plural that the language model gets wrong and the tables know: `base` for "bases", which it takes
/// for the plural of `basis`.
fn singular(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<String> {
    // `tax` for "taxes", which it takes for that of `taxis`.
    let known = |noun: &str| !lexicon.nouns.classes(noun).is_empty() || !lexicon.triggers.frames(noun).is_empty();
    if parse.tag(at) == Tag::Nns && parse.entry(at).ends_with("xis") && !known(parse.entry(at)) {
        return parse.lower(at).strip_suffix("es").filter(|noun| known(noun)).map(str::to_string);
    }
    if parse.tag(at) != Tag::Nns || !lexicon.nouns.classes(parse.entry(at)).is_empty() {
        return None;
    }
    let singular = parse.lower(at).strip_suffix('s')?.to_string();
    (!lexicon.nouns.classes(&singular).is_empty()).then_some(singular)
}

/// The dictionary form of a verb whose silent `e` the language model drops: `rape` for "raped", which could not be a form of `rap`.
fn verb(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<String> {
    if parse.pos(at) != Pos::Verb {
        return None;
    }
    let forms = &lexicon.verb_forms;
    let word = parse.norm(at);
    let short = parse.entry(at);
    if word == short {
        return None;
    }
    // `reoccupy` for "reoccupied"; who died does `die`.
    let known = || !lexicon.triggers.frames(short).is_empty();
    if let Some(stem) =
        short.strip_suffix("ie").filter(|stem| stem.len() > 2 && word == format!("{short}d") && !known())
    {
        return Some(format!("{stem}y"));
    }
    if short.ends_with('e') {
        return None;
    }
    let ending = match parse.tag(at) {
        Tag::Vbd | Tag::Vbn => "ed",
        Tag::Vbg => "ing",
        _ => return None,
    };
    if word.strip_suffix(ending) != Some(short) {
        return None;
    }
    let long = format!("{short}e");
    let doubles = forms.past(short).len() > short.len() + "ed".len();
    (doubles && (ending == "ing" || word == forms.past(&long))).then_some(long)
}
