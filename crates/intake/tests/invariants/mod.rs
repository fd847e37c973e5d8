//! What must hold of every document, whatever the file was.

use model::{Document, Span};

/// Panics when spans lie outside the text, cut characters, overlap, are padded with white space or leave words uncovered.
pub fn check(document: &Document) {
    let text = &document.text;
    let parts = document.articles.iter().flat_map(|article| article.parts.iter().map(|part| part.span));
    let mut spans: Vec<Span> = parts.chain(document.asides.iter().map(|aside| aside.span)).collect();
    spans.sort();
    let mut end = 0;
    for span in &spans {
        let words = span.get(text).unwrap_or_else(|| panic!("{span:?} is not of the text of {} bytes", text.len()));
        assert!(!words.is_empty() && words.trim() == words, "{span:?} is empty or padded: {words:?}");
        assert!(span.start as usize >= end, "{span:?} overlaps the one before it, which ends at {end}");
        check_gap(&text[end..span.start as usize]);
        end = span.end as usize;
    }
    check_gap(&text[end..]);
    for article in &document.articles {
        assert!(!article.parts.is_empty(), "an article has parts");
        assert!(article.parts.windows(2).all(|pair| pair[0].span < pair[1].span), "parts stand in order");
    }
    assert!(document.asides.windows(2).all(|pair| pair[0].span < pair[1].span), "asides stand in order");
    for problem in &document.problems {
        assert!(problem.span.is_none_or(|span| span.get(text).is_some()), "{problem:?} points outside the text");
    }
}

/// Between spans there is white space and the marks of items and headings.
fn check_gap(gap: &str) {
    for word in gap.split(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')) {
        let number =
            word.strip_suffix(['.', ')']).is_some_and(|n| n.len() <= 2 && n.bytes().all(|b| b.is_ascii_digit()));
        assert!(number || word.chars().all(|c| "•◦▪‣·●■○►*-+.#".contains(c)), "not covered: {word:?} in {gap:?}");
    }
}
