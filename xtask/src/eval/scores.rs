use anyhow::{Context, Result, ensure};
use std::fmt;

/// The head of the file.
pub const HEAD: &str = "\
# What Isnad reaches on each set, in per cent, at which commit. `cargo xtask eval … --record` writes this file.
# Origin: measured, 2026. Licence: Apache-2.0.
set\tpart\tmetric\tfigure\tcommit\tdate
";

/// One figure that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Name of the set; `gold` for the gold claims.
    pub set: String,
    /// Which of its texts.
    pub part: String,
    /// What was counted.
    pub metric: String,
    /// In per cent, with one decimal.
    pub figure: f64,
    /// The commit it belongs to.
    pub commit: String,
    /// Day of that commit.
    pub day: String,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}, {}: {:.1}", self.set, self.part, self.metric, self.figure)
    }
}

/// All figures that are kept, set by set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores(pub Vec<Score>);

impl Scores {
    /// Reads the file.
    pub fn parse(text: &str) -> Result<Scores> {
        let rest =
            text.strip_prefix(HEAD).context("expected the head of docs/scores.tsv as it was written, found another")?;
        let mut scores = Vec::new();
        for (number, line) in (HEAD.lines().count() + 1..).zip(rest.lines()) {
            let wrong = || {
                format!(
                    "docs/scores.tsv, line {number}: expected six columns with a number in the fourth, found {line:?}"
                )
            };
            let cells: Vec<&str> = line.split('\t').collect();
            let [set, part, metric, figure, commit, day] = cells[..] else { return Err(anyhow::anyhow!(wrong())) };
            let figure = figure.parse().with_context(wrong)?;
            let [set, part, metric, commit, day] = [set, part, metric, commit, day].map(str::to_string);
            scores.push(Score { set, part, metric, figure, commit, day });
        }
        Ok(Scores(scores))
    }

    /// The figures that the program `eval` printed. What is not measured is left out.
    pub fn of_json(json: &serde_json::Value, commit: &str, day: &str) -> Result<Scores> {
        let rows = json["figures"].as_array().context("expected a list of figures")?;
        ensure!(!rows.is_empty(), "expected something measured, found nothing: is the folder the right one?");
        let word = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or_default().to_string();
        let score = |row: &serde_json::Value| {
            Some(Score {
                set: word(row, "set"),
                part: word(row, "part"),
                metric: word(row, "metric"),
                figure: row["figure"].as_f64()?,
                commit: commit.to_string(),
                day: day.to_string(),
            })
        };
        Ok(Scores(rows.iter().filter_map(score).collect()))
    }

    /// The figure of the same set, part and metric.
    pub fn get(&self, of: &Score) -> Option<&Score> {
        self.0.iter().find(|score| (&score.set, &score.part, &score.metric) == (&of.set, &of.part, &of.metric))
    }

    /// The figures of the gold claims.
    pub fn gold(&self) -> impl Iterator<Item = &Score> {
        self.0.iter().filter(|score| score.set == "gold")
    }

    /// Puts figures in the place of those of their sets; other sets stay.
    pub fn replace(&mut self, found: Scores) {
        let mut sets: Vec<&str> = self.0.iter().chain(&found.0).map(|score| score.set.as_str()).collect();
        let mut seen = std::collections::BTreeSet::new();
        sets.retain(|set| seen.insert(*set));
        let of = |scores: &[Score], set: &str| scores.iter().filter(|s| s.set == set).cloned().collect::<Vec<_>>();
        let one =
            |set: &&str| Some(of(&found.0, set)).filter(|new| !new.is_empty()).unwrap_or_else(|| of(&self.0, set));
        self.0 = sets.iter().flat_map(one).collect();
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        self.0.iter().try_for_each(|s| {
            writeln!(f, "{}\t{}\t{}\t{:.1}\t{}\t{}", s.set, s.part, s.metric, s.figure, s.commit, s.day)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_a_set_are_replaced_and_those_of_others_stay() {
        let text = format!("{HEAD}a\tdev\tx\t1.0\tc1\td1\nb\tdev\tx\t2.0\tc1\td1\nb\tdev\ty\t3.0\tc1\td1\n");
        let mut scores = Scores::parse(&text).expect("scores");
        assert_eq!(scores.to_string(), text);
        let json = serde_json::json!({ "figures": [
            { "set": "b", "part": "dev", "metric": "x", "figure": 2.5 },
            { "set": "b", "part": "dev", "metric": "z", "figure": null },
            { "set": "c", "part": "all", "metric": "x", "figure": 4.0 },
        ]});
        scores.replace(Scores::of_json(&json, "c2", "d2").expect("figures"));
        let wanted = format!("{HEAD}a\tdev\tx\t1.0\tc1\td1\nb\tdev\tx\t2.5\tc2\td2\nc\tall\tx\t4.0\tc2\td2\n");
        assert_eq!(scores.to_string(), wanted);
    }

    #[test]
    fn a_broken_line_is_named() {
        let wrong = Scores::parse(&format!("{HEAD}a\tdev\tx\tmuch\tc\td\n")).expect_err("no number");
        assert!(wrong.to_string().starts_with("docs/scores.tsv, line 4"), "{wrong}");
    }
}
