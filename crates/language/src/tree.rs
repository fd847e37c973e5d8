//! What does a parse look like?

use crate::Parse;
use std::fmt::Write;

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;
/// The line for each way in which a cell is left.
const LINES: [char; 16] = [' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼'];

/// The branches of a tree, a line for each word, all of one width. `heads` gives each word its head, a root itself.
///
/// ```text
///  ┌► The
/// ┌┴► fighters
/// ├── seized
/// └─► it
/// ```
///
/// One line down joins a head with all that depend on it. A head that is out of range counts as a root.
pub fn branches(heads: &[usize]) -> Vec<String> {
    let depends = |at: usize| heads[at] != at && heads[at] < heads.len();
    // What each head joins: its words from the first to the last.
    let mut joins: Vec<(usize, usize, usize)> = (0..heads.len()).map(|at| (at, at, at)).collect();
    for at in (0..heads.len()).filter(|&at| depends(at)) {
        let (_, first, last) = &mut joins[heads[at]];
        (*first, *last) = (at.min(*first), at.max(*last));
    }
    joins.retain(|(_, first, last)| first < last);
    joins.sort_by_key(|&(_, first, last)| (last - first, first));
    // A longer line stands further out than all that it touches.
    let mut levels: Vec<usize> = Vec::with_capacity(joins.len());
    for (at, &(_, first, last)) in joins.iter().enumerate() {
        let touched = joins[..at].iter().zip(&levels).filter(|((_, from, to), _)| *from <= last && first <= *to);
        levels.push(1 + touched.map(|(_, level)| *level).max().unwrap_or(0));
    }
    let width = levels.iter().copied().max().unwrap_or(0);
    let mut cells = vec![vec![0u8; width]; heads.len()];
    for (&(head, first, last), level) in joins.iter().zip(&levels) {
        let column = width - level;
        for row in first..=last {
            if row > first {
                cells[row][column] |= UP;
            }
            if row < last {
                cells[row][column] |= DOWN;
            }
            if row == head || depends(row) && heads[row] == head {
                cells[row][column] |= RIGHT;
                cells[row][column + 1..].iter_mut().for_each(|cell| *cell |= LEFT | RIGHT);
            }
        }
    }
    let line = |(at, row): (usize, &Vec<u8>)| {
        let mut line: String = row.iter().map(|&cell| LINES[usize::from(cell)]).collect();
        let touched = row.iter().any(|cell| cell & RIGHT != 0);
        line.push(if depends(at) {
            '►'
        } else if touched {
            '─'
        } else {
            ' '
        });
        line
    };
    cells.iter().enumerate().map(line).collect()
}

/// One sentence of a parse as plain text: a word a line with its branches, tag, lemma and relation, then its names.
///
/// `sentence` is a position in [`Parse::sentences`]; there is nothing to print for one past the end.
pub fn tree(parse: &Parse<'_>, sentence: usize) -> String {
    let mut out = String::new();
    let Some(range) = parse.sentences().get(sentence) else { return out };
    let heads: Vec<usize> = range.clone().map(|at| parse.head(at) - range.start).collect();
    for (at, branches) in range.clone().zip(branches(&heads)) {
        let (token, word) = (parse.token(at), parse.word(at).escape_debug());
        let _ = writeln!(out, "{branches} {word}  {} {} {}", token.tag.as_str(), token.lemma, token.dep.as_str());
    }
    for name in parse.names().iter().filter(|name| range.contains(&name.tokens.start)) {
        let words = parse.span(name.tokens.clone()).of(parse.text());
        let _ = writeln!(out, "{} = {}", words.escape_debug(), name.label.as_str());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::branches;

    #[test]
    fn an_arrow_leads_from_each_head_to_what_depends_on_it() {
        let drawn = |heads: &[usize]| branches(heads).join("\n");
        assert_eq!(drawn(&[1, 2, 2, 2]), " ┌►\n┌┴►\n├──\n└─►");
        assert_eq!(drawn(&[0]), " ");
        assert_eq!(drawn(&[]), "");
        // Two roots, and a head that is not there.
        assert_eq!(drawn(&[0, 0, 9]), "┌─\n└►\n  ");
        // Lines that cross.
        assert_eq!(drawn(&[2, 3, 2, 2]), "┌─►\n│┌►\n├┼─\n└┴►");
    }
}
