use lexicon::{LexiconError, Table};

/// The best figure that somebody published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Best {
    set: &'static str,
    part: &'static str,
    metric: &'static str,
    /// In per cent, as published.
    pub figure: &'static str,
    /// Which system, and what of it does not compare.
    pub what: &'static str,
}

/// What published systems reach: `data/published.tsv`.
#[derive(Clone, Debug)]
pub struct Published(Vec<Best>);

impl Published {
    /// Reads the table that the crate carries.
    pub fn load() -> Result<Published, LexiconError> {
        let text = include_str!("../data/published.tsv");
        let table = Table::parse("published.tsv", text, &["set", "part", "metric", "figure", "what"])?;
        let best = |row: &lexicon::Row<'static>| Best {
            set: row.cell(0),
            part: row.cell(1),
            metric: row.cell(2),
            figure: row.cell(3),
            what: row.cell(4),
        };
        Ok(Published(table.rows().iter().map(best).collect()))
    }

    /// The best figure for a metric of a part of a set.
    pub fn best(&self, set: &str, part: &str, metric: &str) -> Option<&Best> {
        self.0.iter().find(|best| (best.set, best.part, best.metric) == (set, part, metric))
    }
}

#[cfg(test)]
mod tests {
    use super::Published;
    use crate::SETS;

    #[test]
    fn the_table_speaks_of_sets_that_are_measured() {
        let published = Published::load().expect("the table");
        let foreign: Vec<_> = published.0.iter().filter(|best| SETS.iter().all(|set| set.name != best.set)).collect();
        assert!(foreign.is_empty(), "no such set: {foreign:?}");
    }
}
