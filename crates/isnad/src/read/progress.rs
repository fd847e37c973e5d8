use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::collections::BTreeMap;
use std::fmt;
use std::io::IsTerminal;

/// How many files ended how. The first four add up to the files that were looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Read, nothing amiss.
    pub read: u64,
    /// Read, with something that could not be read as it should.
    pub read_with_problems: u64,
    /// Not taken in.
    pub refused: u64,
    /// In the case before, or a second time among the files.
    pub same: u64,
    /// Of the last, how many were read by another version of the program.
    pub older: u64,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.read + self.read_with_problems + self.refused + self.same;
        let files = if all == 1 { "file" } else { "files" };
        write!(
            f,
            "{all} {files}: {} read, {} read with problems, {} refused, {} already in the case",
            self.read, self.read_with_problems, self.refused, self.same
        )
    }
}

/// What is shown while files are read: a bar on a terminal, else only what went wrong.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar of `files` steps, hidden when standard error is no terminal.
    pub fn new(files: u64) -> Progress {
        let target =
            if std::io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(files), target);
        let style = ProgressStyle::with_template("{wide_bar} {pos} of {len} files, {msg}{rate}, {eta} left");
        if let Ok(style) = style {
            let rate = |state: &ProgressState, out: &mut dyn fmt::Write| {
                // Nothing can be done about a bar that cannot be drawn.
                let _ = write!(out, "{:.1} a second", state.per_sec());
            };
            bar.set_style(style.with_key("rate", rate));
        }
        Progress { bar }
    }

    /// One file more has ended.
    pub fn step(&self, tally: &Tally) {
        let amiss = tally.refused + tally.read_with_problems;
        if amiss > 0 {
            self.bar.set_message(format!("{amiss} with problems, "));
        }
        self.bar.inc(1);
    }

    /// A line above the bar.
    pub fn say(&self, line: &str) {
        self.bar.suspend(|| eprintln!("{line}"));
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// What is to be said of reports, kept until all before them have ended: which thread is quicker makes no difference.
#[derive(Debug, Default)]
pub struct Sayings {
    next: usize,
    waiting: BTreeMap<usize, Option<String>>,
}

impl Sayings {
    /// The report at this place has ended, with something to say of it or nothing.
    pub fn add(&mut self, at: usize, line: Option<String>) {
        self.waiting.insert(at, line);
    }

    /// The lines whose turn has come.
    pub fn ready(&mut self) -> impl Iterator<Item = String> {
        let mut lines = Vec::new();
        while let Some(line) = self.waiting.remove(&self.next) {
            lines.extend(line);
            self.next += 1;
        }
        lines.into_iter()
    }

    /// All lines that are left, where some reports were not read.
    pub fn rest(self) -> impl Iterator<Item = String> {
        self.waiting.into_values().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::Sayings;

    #[test]
    fn what_is_said_comes_in_the_order_of_the_reports() {
        let mut sayings = Sayings::default();
        sayings.add(2, Some("c".to_string()));
        sayings.add(0, None);
        assert_eq!(sayings.ready().collect::<Vec<_>>(), Vec::<String>::new());
        sayings.add(1, Some("b".to_string()));
        assert_eq!(sayings.ready().collect::<Vec<_>>(), ["b", "c"]);
        sayings.add(4, Some("e".to_string()));
        assert_eq!(sayings.ready().count(), 0);
        assert_eq!(sayings.rest().collect::<Vec<_>>(), ["e"]);
    }
}
