use crate::{Problem, Span};
use jiff::civil::Date;

/// The first 16 hexadecimal digits of the SHA-256 of a file's bytes: the same bytes are the same document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub String);

/// One file as it was taken in: its text, which never changes again, and what of it is article and what is not.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// From [`Document::sha256`].
    pub id: DocumentId,
    /// SHA-256 of the file's bytes, 64 hexadecimal digits in lower case.
    pub sha256: String,
    /// Path relative to what the user named, with `/` between folders: `"2020/003.txt"`; `"stdin"` for standard input.
    pub file: String,
    /// What kind of file it was.
    pub format: Format,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// Label of the encoding the bytes were decoded from, in lower case: `"utf-8"`, `"windows-1252"`.
    pub charset: String,
    /// The text as loaded. For a text file all of it, line ends as `\n`; for HTML the text taken from the page.
    pub text: String,
    /// The articles in order of their first part. A page can hold several, or none.
    pub articles: Vec<Article>,
    /// The spans that are not article, in order. Parts and asides do not overlap, and together cover all but white space
    /// and the marks before list items and headings (`•`, `1.`, `##`).
    pub asides: Vec<Aside>,
    /// What could not be taken in as it should.
    pub problems: Vec<Problem>,
}

/// The kinds of file that intake reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, kept as written.
    Markdown,
    /// A web page.
    Html,
}

/// One article of a document, with what is known about it. `None` means that nothing states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Headline, without markup.
    pub title: Option<Known<String>>,
    /// Who published it.
    pub outlet: Option<Known<String>>,
    /// Who wrote it, in order.
    pub authors: Vec<Known<String>>,
    /// The day it was published. Never the day of a file or of today.
    pub published: Option<Known<Date>>,
    /// Where a report says it was written: `"BEIRUT"`.
    pub dateline: Option<Known<String>>,
    /// Whose report it says it passes on: the agency of `"BEIRUT (Agency) —"`, the paper of "First published in …".
    pub taken_from: Vec<Known<String>>,
    /// The line that says it was translated: "Translated from the Arabic by …".
    pub translated: Option<Known<String>>,
    /// Address it was published at.
    pub url: Option<Known<String>>,
    /// ISO 639-1 code of its language as recognised: `"en"`. `None` when too short to tell.
    pub language: Option<String>,
    /// What is read, in order of the text, without overlaps.
    pub parts: Vec<Part>,
}

/// A stretch of an article that is read by itself: no sentence runs over its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// What it is to the article.
    pub role: PartRole,
}

/// What a part is to its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartRole {
    /// The article's title where it stands in the text.
    Headline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// The words under a picture. It speaks for the picture, not for the article.
    Caption,
}

/// A stretch of a document that is not article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it stands.
    pub span: Span,
    /// Why it is not read.
    pub reason: AsideReason,
}

/// Why a stretch of text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AsideReason {
    /// Menus, links to other pages, "read more".
    Navigation,
    /// Subscriptions, memberships, newsletters, appeals for money.
    Offer,
    /// Words about the author.
    AuthorBox,
    /// Who wrote it and when, above or below the article: kept as the article's data, not read for claims.
    Byline,
    /// Readers' comments.
    Comment,
    /// Lists of tags, topics or categories.
    Tags,
    /// Sharing buttons, counters and other parts of the page's own furniture.
    Furniture,
    /// Copyright and legal notices.
    Legal,
    /// The same words a second time on the page, as a caption or title that is repeated.
    Repeated,
    /// In a language that is not read.
    OtherLanguage,
}

/// A value and how it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Known<T> {
    /// The value.
    pub value: T,
    /// How it is known.
    pub how: HowKnown,
}

/// How a value about an article is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HowKnown {
    /// The document's own text says so, here.
    Text(Span),
    /// The page's own data says so; the name of the field, such as `"article:published_time"`.
    PageData(String),
    /// A `reports.csv` beside the file says so; its line, from 1.
    Sidecar(u32),
    /// The user said so when the file was read.
    Given,
}

/// Words in exports and data files for a list of this file, and the way back.
macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal,)+ }) => {
        impl $name {
            /// Every value.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word for it in data files, the case file and exports.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }

            /// The value a word stands for; `None` when the list has no such word.
            pub fn parse(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

words! { Format { Text = "text", Markdown = "markdown", Html = "html", } }

words! {
    PartRole {
        Headline = "headline",
        Heading = "heading",
        Paragraph = "paragraph",
        ListItem = "list_item",
        Caption = "caption",
    }
}

words! {
    AsideReason {
        Navigation = "navigation",
        Offer = "offer",
        AuthorBox = "author_box",
        Byline = "byline",
        Comment = "comment",
        Tags = "tags",
        Furniture = "furniture",
        Legal = "legal",
        Repeated = "repeated",
        OtherLanguage = "other_language",
    }
}
