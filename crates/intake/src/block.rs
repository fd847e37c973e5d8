//! Of which blocks is a text made: paragraphs, headings, list items, single lines?
//!
//! `"Korm falls\n\nThe Free Band took Korm.\nIt lies on the Tarsk."` has three: a line, and two paragraphs of a line each.
//! Where lines were broken at a fixed width, the lines of a paragraph are one block.

use lexicon::pages;
use model::{Problem, Span, Stage};
use std::ops::Range;

/// A stretch of text that belongs together, with what its form tells.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Without white space at its ends and without the mark of a list item or heading.
    pub span: Span,
    /// The words as cues are compared, see [`pages::fold`].
    pub folded: String,
    /// Number of words; in scripts that do not part them, an estimate.
    pub words: usize,
    /// It ends as a sentence does, or a sentence ends inside it.
    pub sentence: bool,
    /// It stood behind the mark of a list item.
    pub item: bool,
    /// It stood behind `#` marks: how many.
    pub heading: usize,
}

impl Block {
    /// Running text rather than a line of a menu or a heading.
    pub fn prose(&self) -> bool {
        (self.sentence && self.words >= 5) || self.words >= 20
    }
}

/// The widest line that is taken for one broken at a fixed width, in characters.
const WIDEST_WRAP: usize = 110;
/// The narrowest width that lines are broken at.
const NARROWEST_WRAP: usize = 40;

/// Cuts a text into blocks, in order. Longer ones than `longest` bytes are cut once more, with a problem.
pub(crate) fn blocks(text: &str, markdown: bool, longest: usize, problems: &mut Vec<Problem>) -> Vec<Block> {
    let lines = lines(text);
    let wrapped = wrapped_lines(text, &lines);
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let mut end = at + 1;
        while end < lines.len() && wrapped[end - 1] {
            end += 1;
        }
        let stretch = lines[at].start..lines[end - 1].end;
        at = end;
        if let Some(block) = block(text, stretch, markdown) {
            push(text, block, longest, &mut blocks, problems);
        }
    }
    blocks
}

/// The lines of a text, without white space at their ends; a blank line is an empty range.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let inner = trimmed(text, start..start + line.len());
        lines.push(inner);
        start += line.len() + 1;
    }
    lines
}

/// White space, and what has no width.
pub(crate) fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let left = inner.len() - inner.trim_start_matches(blank).len();
    let kept = inner.trim_matches(blank).len();
    range.start + left..range.start + left + kept
}

/// For each line, whether the next one goes on with it.
///
/// A line was broken when the first word of the next would have made it wider than the widest of its group. One such
/// place is chance; a group of which most places are such is text broken at a width.
fn wrapped_lines(text: &str, lines: &[Range<usize>]) -> Vec<bool> {
    let width = |line: &Range<usize>| text[line.clone()].chars().count();
    let mut wrapped = vec![false; lines.len()];
    let widths: Vec<usize> = lines.iter().map(width).collect();
    let long = widths.iter().any(|&w| w > WIDEST_WRAP);
    let full = widths.iter().copied().filter(|&w| w <= WIDEST_WRAP).max().unwrap_or(0);
    // Without a wider line, the width of the whole text tells; with one, that of each group, if the group is large.
    let mut habit = Tally::default();
    let mut groups = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = at + widths[at..].iter().take_while(|&&w| w > 0).count();
        let widest = widths[at..end].iter().copied().max().unwrap_or(0);
        let limit = if long { widest } else { full };
        if end > at + 1 && (NARROWEST_WRAP..=WIDEST_WRAP).contains(&limit) {
            let mut tally = Tally::default();
            let breaks: Vec<bool> = (at..end - 1)
                .map(|i| {
                    let next = &text[lines[i + 1].clone()];
                    let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
                    let broken = mark(next).is_none() && widths[i] + 1 + word > limit;
                    tally.places += usize::from(mark(next).is_none());
                    tally.broken += usize::from(broken);
                    broken
                })
                .collect();
            habit.places += tally.places;
            habit.broken += tally.broken;
            groups.push((at, tally, breaks));
        }
        at = end.max(at + 1);
    }
    for (at, tally, breaks) in groups {
        if tally.tells() || (!long && habit.tells()) {
            wrapped[at..at + breaks.len()].copy_from_slice(&breaks);
        }
    }
    wrapped
}

/// Places where a line is followed by another, and how many of them were broken at the width.
#[derive(Clone, Copy, Default)]
struct Tally {
    places: usize,
    broken: usize,
}

impl Tally {
    fn tells(self) -> bool {
        self.broken >= 3 && self.broken * 10 >= self.places * 6
    }
}

/// The bytes that the mark of a list item or a quotation takes at the start of a line, with the white space behind it.
pub(crate) fn mark(line: &str) -> Option<usize> {
    let mut chars = line.char_indices();
    let (_, first) = chars.next()?;
    let after = match first {
        '•' | '◦' | '▪' | '‣' | '·' | '●' | '■' | '○' | '►' => {
            return Some(skip_blank(line, first.len_utf8()));
        }
        '*' | '-' | '+' | '.' => 1,
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            (digits <= 2 && matches!(line.as_bytes().get(digits), Some(b'.' | b')'))).then_some(digits + 1)?
        }
        _ => return None,
    };
    let rest = line[after..].chars().next()?;
    if !blank(rest) {
        return None;
    }
    let end = skip_blank(line, after);
    // "-   - Text": a list in a list.
    Some(end + mark(&line[end..]).unwrap_or(0))
}

fn skip_blank(line: &str, from: usize) -> usize {
    line.len() - line[from..].trim_start_matches(blank).len()
}

fn block(text: &str, stretch: Range<usize>, markdown: bool) -> Option<Block> {
    if stretch.is_empty() {
        return None;
    }
    let line = &text[stretch.clone()];
    let hashes = if markdown { line.bytes().take_while(|&b| b == b'#').count() } else { 0 };
    let heading = if (1..=6).contains(&hashes) && line[hashes..].starts_with([' ', '\t']) { hashes } else { 0 };
    let taken = if heading > 0 { skip_blank(line, heading) } else { mark(line).unwrap_or(0) };
    let item = heading == 0 && taken > 0;
    // A line of marks alone is a block of its own, so that nothing of the text is lost.
    let inner = if taken < line.len() { stretch.start + taken..stretch.end } else { stretch };
    Some(described(text, inner, item, heading))
}

pub(crate) fn described(text: &str, inner: Range<usize>, item: bool, heading: usize) -> Block {
    let words = &text[inner.clone()];
    let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
    Block {
        span: Span::new(inner.start, inner.end),
        folded: pages::fold(words),
        words: words.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count().max(letters / 10),
        sentence: has_sentence(words),
        item,
        heading,
    }
}

/// True for a text that ends as a sentence does, or in which one ends.
pub(crate) fn has_sentence(text: &str) -> bool {
    if ends_sentence(text) {
        return true;
    }
    // "town. The", but not "U.S. Army", "Lt. Gen." or "Feb. 3": before the stop a word of the language or a long name.
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let stem = word.trim_end_matches(['"', '”', '’', '\'', ')', ']']);
        let goes_on =
            words.peek().is_some_and(|next| next.starts_with(|c: char| c.is_uppercase() || "\"“‘'(".contains(c)));
        if goes_on && stem.ends_with(['.', '!', '?']) {
            let stem = stem.trim_end_matches(['.', '!', '?']);
            let small = stem.starts_with(char::is_lowercase) && stem.len() > 1 && !stem.contains('.');
            if small || stem.len() > 5 {
                return true;
            }
        }
    }
    false
}

pub(crate) fn ends_sentence(text: &str) -> bool {
    let mut rest = text.trim_end_matches(blank);
    // A note number at the end: "… territory.[4]"
    while let Some((head, note)) = rest.strip_suffix(']').and_then(|r| r.rsplit_once('[')) {
        if note.is_empty() || note.len() > 20 {
            break;
        }
        rest = head;
    }
    let closes = |c: char| blank(c) || matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*' | '_');
    let rest = rest.trim_end_matches(closes);
    rest.ends_with(['.', '!', '?', '…', ';', ':', '。', '！', '？', '؟', '۔', '।'])
}

/// Adds a block, cut where it is longer than a reader can be asked to hold.
pub(crate) fn push(text: &str, block: Block, longest: usize, blocks: &mut Vec<Block>, problems: &mut Vec<Problem>) {
    let range = block.span.start as usize..block.span.end as usize;
    if range.len() <= longest {
        blocks.push(block);
        return;
    }
    let message = format!(
        "expected paragraphs of at most {longest} bytes, found one of {}; it was cut into pieces, at the ends of sentences \
         where there are any",
        range.len()
    );
    problems.push(Problem {
        stage: Stage::Intake,
        code: "paragraph/too-long".to_string(),
        span: Some(block.span),
        message,
    });
    let mut start = range.start;
    while start < range.end {
        let end = cut(text, start, range.end, longest);
        let piece = trimmed(text, start..end);
        if !piece.is_empty() {
            blocks.push(described(text, piece, block.item && start == range.start, 0));
        }
        start = end;
    }
}

/// Where to cut a text that begins at `start`: after at most `longest` bytes, behind a sentence, else a word, else anywhere.
fn cut(text: &str, start: usize, end: usize, longest: usize) -> usize {
    if end - start <= longest {
        return end;
    }
    let mut limit = start + longest.max(4);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let piece = &text[start..limit];
    let sentence = [". ", "! ", "? ", ".\n"].iter().filter_map(|mark| piece.rfind(mark)).max().map(|at| at + 1);
    let word = piece.rfind(blank);
    sentence.filter(|&at| at > piece.len() / 2).or(word.filter(|&at| at > 0)).map_or(limit, |at| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_up(text: &str) -> Vec<&str> {
        blocks(text, false, 1 << 16, &mut Vec::new()).iter().map(|block| block.span.of(text)).collect()
    }

    #[test]
    fn a_line_is_a_block_unless_its_lines_were_broken_at_a_width() {
        assert_eq!(
            cut_up("Korm falls\nBy Ana Velt\n\n  The town fell. \n"),
            ["Korm falls", "By Ana Velt", "The town fell."]
        );
        let text = "The Free Band said on Monday that its men had entered the town of\n\
                    Korm from the north after two weeks of fighting in the hills above\n\
                    the Tarsk, and that the garrison had left in the night. The army\n\
                    denied it.\n\n\
                    A second paragraph of the same report follows here, long enough to\n\
                    run over the end of one line.\n";
        let found = cut_up(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("The Free Band") && found[0].ends_with("denied it."));
    }

    #[test]
    fn marks_of_items_stand_outside_their_blocks() {
        let found =
            cut_up("  • One bridge\n.       Near Korm, one strike.\n-   - \"We mourn.\"\n2) Two\n- \n-5 degrees");
        assert_eq!(found, ["One bridge", "Near Korm, one strike.", "\"We mourn.\"", "Two", "-", "-5 degrees"]);
    }

    #[test]
    fn sentences_end_with_a_stop_and_abbreviations_do_not() {
        assert!(ends_sentence("It fell.”") && ends_sentence("It fell.[4]") && !ends_sentence("Battle of Korm (2016)"));
        assert!(has_sentence("It fell on Monday. The army left") && !has_sentence("Maj. Gen. Arsk visits Korm"));
    }

    #[test]
    fn a_block_that_is_too_long_is_cut_and_said_to_be() {
        let text = "One two three. ".repeat(20);
        let mut problems = Vec::new();
        let pieces = blocks(&text, false, 50, &mut problems);
        assert!(pieces.iter().all(|piece| piece.span.len() <= 50 && piece.span.of(&text).ends_with('.')));
        assert_eq!(problems[0].code, "paragraph/too-long");
    }
}
