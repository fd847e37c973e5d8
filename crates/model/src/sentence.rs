use crate::Span;

/// A sentence of an article, as the language engine cut it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the document's text.
    pub span: Span,
    /// Index of its article in [`Document::articles`](crate::Document).
    pub article: u32,
    /// Index of its part in [`Article::parts`](crate::Article).
    pub part: u32,
}
