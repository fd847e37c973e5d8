//! Which lines of text does a web page show, and what does it state of itself?
//!
//! `<nav><a>Home</a></nav><p>Korm <b>fell</b>.</p>` shows two lines: `"Home"`, in a menu, and `"Korm fell."`.
//!
//! The page is read tag by tag, without a tree: time and memory grow with its length whatever it holds, and how deep its
//! elements lie in each other is known before anything has to walk down them.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use lexicon::pages::{CueKind, Pages};
use std::cell::RefCell;

/// What a web page shows and states.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What it shows, line by line.
    pub lines: Vec<Line>,
    /// What it states of itself: name and value of each field, in order.
    pub fields: Vec<(String, String)>,
    /// Its blocks of JSON.
    pub json: Vec<String>,
    /// Tags that open an element.
    pub tags: usize,
    /// Most elements open at once.
    pub depth: usize,
    /// Elements open at each tag, all together.
    pub nesting: usize,
}

/// A line of text that a page shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// Its words, with single spaces.
    pub text: String,
    /// Level of the heading it is; 0 for none.
    pub heading: usize,
    /// It is an item of a list.
    pub item: bool,
    /// What the nearest element around it that is known by its name says it is.
    pub container: Option<CueKind>,
    /// How many of its characters are links, in bytes.
    pub linked: usize,
}

/// Reads a page.
pub(crate) fn page(html: &str, pages: &Pages) -> Page {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(Reader::new(pages))), TokenizerOpts::default());
    // The reader never asks for a script to be run, so one call takes all.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.end_line();
    reader.page
}

struct Sink<'a>(RefCell<Reader<'a>>);

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => reader.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return reader.open(&tag),
            Token::TagToken(tag) => reader.close(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// An element that is open.
struct Open {
    name: String,
    container: Option<CueKind>,
    hidden: bool,
}

struct Reader<'a> {
    pages: &'a Pages,
    page: Page,
    open: Vec<Open>,
    line: Line,
    /// Text of an element that shows none: a title, a script of JSON.
    aside: Option<String>,
    links: usize,
}

/// Elements without an end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements whose text a page does not show.
const UNSHOWN: [&str; 13] = [
    "script", "style", "template", "svg", "math", "select", "iframe", "object", "audio", "video", "textarea", "head",
    "noscript",
];
/// Elements that stand inside a line.
const INLINE: [&str; 36] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
];

/// Elements that may stand in the head of a page.
const HEAD: [&str; 6] = ["head", "title", "script", "style", "noscript", "template"];

/// How far down the open elements the one that an end tag names is looked for.
const REACH: usize = 64;

impl<'a> Reader<'a> {
    fn new(pages: &'a Pages) -> Reader<'a> {
        let line = Line { text: String::new(), heading: 0, item: false, container: None, linked: 0 };
        Reader { pages, page: Page::default(), open: Vec::new(), line, aside: None, links: 0 }
    }

    fn open(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        self.page.tags += 1;
        self.page.nesting += self.open.len();
        self.field(tag);
        if VOID.contains(&name) {
            match name {
                // A line end inside a sentence is a space; after one it parts two lines.
                "br" if crate::block::ends_sentence(&self.line.text) || self.line.text.is_empty() => self.end_line(),
                "br" => self.text(" "),
                "hr" => self.end_line(),
                _ => {}
            }
            return TokenSinkResult::Continue;
        }
        if tag.self_closing && self.open.iter().any(|open| matches!(open.name.as_str(), "svg" | "math")) {
            return TokenSinkResult::Continue;
        }
        let inline = INLINE.contains(&name);
        if !inline {
            self.end_line();
            self.end_implied(name);
        }
        let raw = match name {
            "title" => Some(RawKind::Rcdata),
            "textarea" => Some(RawKind::Rcdata),
            "style" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
            "script" => Some(RawKind::ScriptData),
            _ => None,
        };
        let json =
            name == "script" && value(tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"));
        if (name == "title" && self.open.iter().all(|open| open.name != "svg")) || json {
            self.aside = Some(String::new());
        }
        let outer = self.open.last();
        let hidden =
            outer.is_some_and(|open| open.hidden) || UNSHOWN.contains(&name) || name == "title" || is_hidden(tag);
        let container = self.container(tag, name).or(outer.and_then(|open| open.container));
        if name == "a" {
            self.links += 1;
        }
        self.open.push(Open { name: name.to_string(), container, hidden });
        self.page.depth = self.page.depth.max(self.open.len());
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }

    fn close(&mut self, name: &str) {
        if matches!(name, "title" | "script")
            && let Some(text) = self.aside.take()
        {
            match name {
                "title" => self.page.fields.push(("tag:title".to_string(), text.trim().to_string())),
                _ => self.page.json.push(text),
            }
        }
        let reach = self.open.len().saturating_sub(REACH);
        let Some(at) = self.open[reach..].iter().rposition(|open| open.name == name).map(|at| reach + at) else {
            return;
        };
        if self.open[at..].iter().any(|open| !INLINE.contains(&open.name.as_str())) {
            self.end_line();
        }
        let links = self.open[at..].iter().filter(|open| open.name == "a").count();
        self.links = self.links.saturating_sub(links);
        self.open.truncate(at);
    }

    /// A paragraph, item, row or cell ends where the next begins.
    fn end_implied(&mut self, name: &str) {
        let ends: &[&str] = match name {
            "li" => &["p", "li"],
            "dt" | "dd" => &["p", "dt", "dd"],
            "tr" => &["p", "td", "th", "tr"],
            "td" | "th" => &["p", "td", "th"],
            "option" => &["option"],
            _ => &["p"],
        };
        while self.open.last().is_some_and(|open| ends.contains(&open.name.as_str())) {
            self.open.pop();
        }
        // What cannot stand in the head of a page ends it.
        if !HEAD.contains(&name)
            && let Some(at) = self.open.iter().take(3).position(|open| open.name == "head")
        {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(aside) = &mut self.aside {
            aside.push_str(text);
            return;
        }
        let outer = self.open.last();
        if outer.is_some_and(|open| open.hidden) {
            return;
        }
        let before = self.line.text.len();
        for c in text.chars() {
            if crate::block::blank(c) {
                if !self.line.text.is_empty() && !self.line.text.ends_with(' ') {
                    self.line.text.push(' ');
                }
            } else if c != '\u{ad}' {
                if self.line.text.is_empty() {
                    self.line.container = outer.and_then(|open| open.container);
                    let block = self.open.iter().rev().find(|open| !INLINE.contains(&open.name.as_str()));
                    self.line.heading = block.map_or(0, |open| heading(&open.name));
                    let mut blocks = self.open.iter().rev().filter(|open| !INLINE.contains(&open.name.as_str()));
                    self.line.item = blocks.by_ref().take(2).any(|open| open.name == "li");
                }
                self.line.text.push(c);
            }
        }
        if self.links > 0 {
            self.line.linked += self.line.text.len() - before;
        }
    }

    fn end_line(&mut self) {
        let kept = self.line.text.trim_end().len();
        self.line.text.truncate(kept);
        let line = Line { text: std::mem::take(&mut self.line.text), ..self.line.clone() };
        self.line.linked = 0;
        if line.text.is_empty() {
            return;
        }
        if line.heading == 1 {
            self.page.fields.push(("tag:h1".to_string(), line.text.clone()));
        }
        self.page.lines.push(line);
    }

    /// Notes what a tag states of the page.
    fn field(&mut self, tag: &Tag) {
        let named = match &*tag.name {
            "meta" => {
                let name = value(tag, "property").or(value(tag, "name")).or(value(tag, "itemprop"));
                name.zip(value(tag, "content")).map(|(name, content)| (name.to_ascii_lowercase(), content))
            }
            "link" => value(tag, "rel").zip(value(tag, "href")).map(|(rel, href)| (format!("link:{rel}"), href)),
            "time" => {
                let published = value(tag, "itemprop").is_some_and(|prop| prop.eq_ignore_ascii_case("datePublished"));
                let marked = published || has(tag, "pubdate");
                value(tag, "datetime").filter(|_| marked).map(|day| ("tag:time".to_string(), day))
            }
            _ => None,
        };
        if let Some((name, value)) = named {
            self.page.fields.push((name, value.trim().to_string()));
        }
    }

    /// What an element says by its name, class or id that its text is.
    fn container(&self, tag: &Tag, name: &str) -> Option<CueKind> {
        if matches!(name, "html" | "body" | "main" | "article") {
            return None;
        }
        let words = [value(tag, "class"), value(tag, "id"), value(tag, "role")];
        let mut words = words.iter().flatten().flat_map(|value| value.split_whitespace());
        self.pages.container(name).or_else(|| {
            words.find_map(|word| {
                let parts = word.split(['-', '_']).filter(|part| part.len() > 2);
                self.pages.container(word).or_else(|| parts.rev().find_map(|part| self.pages.container(part)))
            })
        })
    }
}

fn heading(name: &str) -> usize {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => usize::from(level - b'0'),
        _ => 0,
    }
}

fn is_hidden(tag: &Tag) -> bool {
    let style = value(tag, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    has(tag, "hidden") || style.contains("display:none")
}

fn has(tag: &Tag, name: &str) -> bool {
    tag.attrs.iter().any(|attribute| &*attribute.name.local == name)
}

fn value(tag: &Tag, name: &str) -> Option<String> {
    let attribute = tag.attrs.iter().find(|attribute| &*attribute.name.local == name)?;
    Some(attribute.value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use lexicon::Lexicon;

    fn read(html: &str) -> Page {
        page(html, &Lexicon::load().unwrap().pages)
    }

    fn lines(html: &str) -> Vec<String> {
        read(html).lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_page_shows_lines() {
        let html = "<html><head><title>T &amp; U</title><script>var a = '<p>no</p>';</script><body>\
            <nav><ul><li><a href=/>Home</a><li>World</ul></nav><h1>Korm <i>falls</i></h1>\
            <p>The town&nbsp;fell\non Monday.<br>The army left<br>at night.<p hidden>Not shown<div style='display: none'>Nor this</div>";
        assert_eq!(lines(html), ["Home", "World", "Korm falls", "The town fell on Monday.", "The army left at night."]);
        let page = read(html);
        assert_eq!(page.fields[0], ("tag:title".to_string(), "T & U".to_string()));
        assert!(page.lines[0].item && page.lines[0].linked == 4);
        assert_eq!(page.lines[0].container, Some(CueKind::Aside(model::AsideReason::Navigation)));
        assert_eq!((page.lines[2].heading, page.lines[2].container), (1, None));
    }

    #[test]
    fn a_page_that_never_ends_its_elements_is_read_in_a_moment() {
        let html = "<div><b>".repeat(200_000) + "Korm fell." + &"</i>".repeat(200_000);
        let page = read(&html);
        assert_eq!((page.depth, page.lines.len()), (400_000, 1));
        assert_eq!(lines("<table><tr><td>a<td>b<tr><td>c</table>d"), ["a", "b", "c", "d"]);
    }
}
