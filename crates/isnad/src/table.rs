//! How are rows shown to people?
//!
//! On a terminal as columns that fit its width; elsewhere one row a line with tabs between the cells and nothing cut, so that
//! other programs can read it.

use console::{Term, measure_text_width, truncate_str};
use std::io::{self, IsTerminal, Write};

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What stands above it.
    pub head: &'static str,
    /// How much of the width that is left over it takes, against other columns; 0 keeps it as wide as its widest cell.
    pub share: usize,
    /// True for numbers: they stand at the right.
    pub right: bool,
    /// Left out on a terminal that is narrower.
    pub from: usize,
}

impl Column {
    /// As wide as its widest cell.
    pub const fn narrow(head: &'static str) -> Column {
        Column { head, share: 0, right: false, from: 0 }
    }

    /// A number.
    pub const fn number(head: &'static str) -> Column {
        Column { head, share: 0, right: true, from: 0 }
    }

    /// Left out on a terminal of fewer than `width` columns.
    pub const fn from(self, width: usize) -> Column {
        Column { from: width, ..self }
    }

    /// Takes `share` of what is left over.
    pub const fn wide(head: &'static str, share: usize) -> Column {
        Column { head, share, right: false, from: 0 }
    }
}

/// Room for a column of words below which nothing can be read.
const LEAST: usize = 8;

/// Prints rows to standard output.
pub fn print(columns: &[Column], rows: &[Vec<String>]) -> io::Result<()> {
    let stdout = io::stdout();
    let text = if stdout.is_terminal() { laid_out(columns, rows, width()) } else { plain(columns, rows) };
    stdout.lock().write_all(text.as_bytes())
}

/// Columns of the terminal; of a hundred where nobody looks.
pub fn width() -> usize {
    if !io::stdout().is_terminal() {
        return 100;
    }
    Term::stdout().size_checked().map_or(80, |(_, columns)| usize::from(columns))
}

/// Prints rows as JSON, one a line.
pub fn print_json<T: serde::Serialize>(rows: &[T]) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for row in rows {
        serde_json::to_writer(&mut out, row).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// Prints text as it is.
pub fn print_text(text: &str) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_bytes())
}

/// Says, on a terminal, which part of all rows was shown.
pub fn print_rest(shown: usize, offset: u64, total: u64, what: &str) {
    if io::stdout().is_terminal() || offset + (shown as u64) < total {
        match (shown, total) {
            (_, 0) => eprintln!("no {what}"),
            _ if shown as u64 == total => eprintln!("{total} {what}"),
            (0, _) => eprintln!("none of {total} {what} from {offset}"),
            _ => eprintln!(
                "{} to {} of {total} {what}; --limit and --offset give others",
                offset + 1,
                offset + shown as u64
            ),
        }
    }
}

fn plain(columns: &[Column], rows: &[Vec<String>]) -> String {
    let mut text = columns.iter().map(|c| c.head).collect::<Vec<_>>().join("\t");
    text.push('\n');
    for row in rows {
        text.push_str(&row.iter().map(|cell| one_line(cell)).collect::<Vec<_>>().join("\t"));
        text.push('\n');
    }
    text
}

fn laid_out(columns: &[Column], rows: &[Vec<String>], width: usize) -> String {
    let shown = |i: &usize| columns[*i].from <= width;
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| (0..columns.len()).filter(shown).filter_map(|i| row.get(i)).map(|cell| one_line(cell)).collect())
        .collect();
    let columns: Vec<Column> = (0..columns.len()).filter(shown).map(|i| columns[i]).collect();
    let widths = widths(&columns, &rows, width);
    let heads: Vec<String> = columns.iter().map(|c| c.head.to_string()).collect();
    let mut text = String::new();
    for row in std::iter::once(&heads).chain(&rows) {
        let mut line = String::new();
        for ((cell, column), width) in row.iter().zip(&columns).zip(&widths) {
            let cell = truncate_str(cell, *width, "…");
            let gap = " ".repeat(width.saturating_sub(measure_text_width(&cell)));
            let (before, after) = if column.right { (gap.as_str(), "") } else { ("", gap.as_str()) };
            line.push_str(&format!("{before}{cell}{after}  "));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn widths(columns: &[Column], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let natural: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(i, column)| {
            let cells = rows.iter().filter_map(|row| row.get(i)).map(|cell| measure_text_width(cell));
            cells.chain([measure_text_width(column.head)]).max().unwrap_or(0)
        })
        .collect();
    let gaps = 2 * columns.len().saturating_sub(1);
    let fixed: usize = natural.iter().zip(columns).filter(|(_, c)| c.share == 0).map(|(w, _)| w).sum();
    let mut left = width.saturating_sub(fixed + gaps);
    let mut shares: usize = columns.iter().map(|c| c.share).sum();
    let mut widths = natural.clone();
    // A column that needs less than its share leaves the rest to the others: the neediest are laid out last.
    let mut order: Vec<usize> = (0..columns.len()).filter(|i| columns[*i].share > 0).collect();
    order.sort_by_key(|i| natural[*i] / columns[*i].share);
    for i in order {
        let share = columns[i].share;
        widths[i] = natural[i].min((left * share / shares.max(1)).max(LEAST));
        left = left.saturating_sub(widths[i]);
        shares -= share;
    }
    widths
}

/// Line ends and tabs inside a cell become spaces, other control characters are shown as such: a text cannot steer the
/// terminal.
fn one_line(cell: &str) -> String {
    let spaced = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_width_and_cut_what_is_too_long() {
        let columns = [Column::number("n"), Column::wide("who", 1), Column::wide("quote", 2)];
        let rows = [vec!["7".into(), "rebels".into(), "the rebels left the town\nof Borova on Monday".into()]];
        assert_eq!(laid_out(&columns, &rows, 32), "n  who     quote\n7  rebels  the rebels left the …\n");
        assert_eq!(
            laid_out(&columns, &rows, 200),
            "n  who     quote\n7  rebels  the rebels left the town of Borova on Monday\n"
        );
    }

    #[test]
    fn a_pipe_gets_whole_cells_between_tabs() {
        let columns = [Column::narrow("a"), Column::narrow("b")];
        assert_eq!(plain(&columns, &[vec!["x\ty".into(), "\u{1b}[31mred".into()]]), "a\tb\nx y\t\u{fffd}[31mred\n");
    }
}
