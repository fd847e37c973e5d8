//! Which stretches of a text stand between quotation marks?
//!
//! "We hold the town," he said. → `We hold the town,`. Straight and curly marks, two apostrophes, single marks around whole
//! phrases, marks doubled as tables write them, and quotations that run over several paragraphs, of which each opens with a mark
//! and only the last one closes.
//! Apostrophes inside words are no marks. What is quoted, speech or a single scare-quoted word, is not decided here.

use crate::PartText;
use model::Span;
use std::ops::Range;

/// One stretch between quotation marks in one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// Index of the part.
    pub part: usize,
    /// From the opening to the closing mark, both inside; bytes of the document.
    pub span: Span,
    /// The tokens between the marks.
    pub tokens: Range<usize>,
    /// True when the part ends before the quotation is closed.
    pub open: bool,
    /// True when it goes on from an open quotation in the part before.
    pub goes_on: bool,
}

/// The quotations of all parts, in order.
pub(crate) fn find(parts: &[PartText]) -> Vec<Quotation> {
    let mut all: Vec<Quotation> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let before_open = all.last().is_some_and(|last: &Quotation| last.open && last.part + 1 == index)
            && index > 0
            && parts[index - 1].article == part.article;
        for (at, (span, closed)) in marked(part.parse.text()).into_iter().enumerate() {
            let tokens = tokens_inside(part, span, closed);
            if tokens.is_empty() {
                continue;
            }
            let goes_on = at == 0 && before_open && span.start == 0;
            all.push(Quotation { part: index, span: span.shifted(part.base), tokens, open: !closed, goes_on });
        }
    }
    unmarked(parts, &mut all);
    all
}

/// Paragraphs inside a quotation that do not repeat the opening mark: from one that is left open to the one that closes it.
fn unmarked(parts: &[PartText], all: &mut Vec<Quotation>) {
    let mut added = Vec::new();
    for open in all.iter().filter(|quotation| quotation.open) {
        let article = parts[open.part].article;
        let mut between = Vec::new();
        for (index, part) in parts.iter().enumerate().skip(open.part + 1).take(LONGEST) {
            if part.article != article || part.parse.is_empty() {
                break;
            }
            let own = all.iter().any(|quotation| quotation.part == index);
            let text = part.parse.text();
            // A full stop may follow the mark: "… holds the town”."
            let closes = text.trim_end_matches(['.', ',', ' ']).ends_with(['"', '”']) && !own;
            if own {
                break;
            }
            between.push(index);
            if closes {
                added.extend(between.iter().map(|&index| {
                    let part = &parts[index];
                    let span = Span::new(0, part.parse.text().len());
                    let last = Some(&index) == between.last();
                    Quotation {
                        part: index,
                        span: span.shifted(part.base),
                        tokens: tokens_inside(part, span, last),
                        open: !last,
                        goes_on: true,
                    }
                }));
                break;
            }
        }
    }
    all.extend(added.into_iter().filter(|quotation: &Quotation| !quotation.tokens.is_empty()));
    all.sort_by_key(|quotation| (quotation.part, quotation.span));
}

/// How many paragraphs a quotation may run over without a mark.
const LONGEST: usize = 12;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Straight,
    Curly,
    Single,
    Apostrophes,
    Angle,
}

/// Spans with their marks, and whether each was closed.
fn marked(text: &str) -> Vec<(Span, bool)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut open: Option<(usize, Mark)> = None;
    let doubled = text.contains("\"\"");
    let mut at = 0;
    while at < chars.len() {
        let (byte, c) = chars[at];
        let before = at.checked_sub(1).map(|i| chars[i].1);
        let width = match c {
            '\'' if chars.get(at + 1).is_some_and(|n| n.1 == '\'') => 2,
            '"' => chars[at..].iter().take_while(|n| n.1 == '"').count(),
            _ => 1,
        };
        // A line of a table stands in marks itself, and each mark inside is doubled.
        if c == '"' && width == 1 && doubled && (at == 0 || at + 1 == chars.len()) {
            at += 1;
            continue;
        }
        let after = chars.get(at + width).map(|n| n.1);
        let end = byte + chars[at..at + width].iter().map(|n| n.1.len_utf8()).sum::<usize>();
        let word_before = before.is_some_and(char::is_alphanumeric);
        let word_after = after.is_some_and(char::is_alphanumeric);
        let close = |open: &mut Option<(usize, Mark)>, found: &mut Vec<(Span, bool)>| {
            if let Some((start, _)) = open.take() {
                found.push((Span::new(start, end), true));
            }
        };
        match (c, open) {
            ('“' | '„', None) => open = Some((byte, Mark::Curly)),
            ('“', Some((_, Mark::Straight))) => {}
            ('“', Some((start, _))) => {
                // A new opening mark inside an open quotation: a new paragraph of the same speech.
                found.push((Span::new(start, byte), false));
                open = Some((byte, Mark::Curly));
            }
            ('”', Some((_, Mark::Curly | Mark::Straight))) => close(&mut open, &mut found),
            ('«', None) => open = Some((byte, Mark::Angle)),
            ('»', Some((_, Mark::Angle))) => close(&mut open, &mut found),
            ('"', None) if !after.is_none_or(char::is_whitespace) => open = Some((byte, Mark::Straight)),
            ('"', Some((start, Mark::Straight | Mark::Curly))) if byte > start + 1 => close(&mut open, &mut found),
            ('\'', None) if width == 2 && !word_before => open = Some((byte, Mark::Apostrophes)),
            ('\'', Some((_, Mark::Apostrophes))) if width == 2 => close(&mut open, &mut found),
            ('‘', None) if !word_before && word_after => open = Some((byte, Mark::Single)),
            ('’', Some((_, Mark::Single)))
                if !(word_after || before == Some('s') && single_closes_later(&chars, at)) =>
            {
                close(&mut open, &mut found);
            }
            _ => {}
        }
        at += width;
    }
    if let Some((start, mark)) = open {
        // An unclosed single mark is an apostrophe: "the ’90s".
        if mark != Mark::Single {
            found.push((Span::new(start, text.len()), false));
        }
    }
    found
}

/// True when a later single mark closes after punctuation: then this one is a possessive ("the workers’ camp").
fn single_closes_later(chars: &[(usize, char)], at: usize) -> bool {
    for (i, &(_, c)) in chars.iter().enumerate().skip(at + 1) {
        match c {
            '‘' => return false,
            '’' if chars.get(i + 1).is_none_or(|n| !n.1.is_alphanumeric()) && ",.!?".contains(chars[i - 1].1) => {
                return true;
            }
            _ => {}
        }
    }
    false
}

fn tokens_inside(part: &PartText, span: Span, closed: bool) -> Range<usize> {
    let tokens = part.parse.tokens();
    let text = part.parse.text();
    let mut start = tokens.partition_point(|t| t.span.start < span.start);
    let mut end = tokens.partition_point(|t| t.span.end <= span.end);
    let is_mark = |at: usize| tokens[at].span.of(text).chars().all(|c| "\"“”„‘’'«»`".contains(c) || c.is_whitespace());
    while start < end && is_mark(start) {
        start += 1;
    }
    while closed && start < end && is_mark(end - 1) {
        end -= 1;
    }
    start..end.max(start)
}
