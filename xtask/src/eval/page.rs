//! How do the kept figures look on the page of the manual?
//!
//! Between two marks of `docs/accuracy.md` stand two tables: the gold claims, and every other set beside the best
//! published figure. What stands around them is written by people.

use super::scores::{Score, Scores};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const BEGIN: &str = "<!-- scores: written by `cargo xtask eval --record` -->\n";
const END: &str = "<!-- scores: end -->\n";

/// The page with the tables of these figures.
pub fn with_table(page: &str, scores: &Scores, published: &str) -> Result<String> {
    let expected = || format!("expected the marks {} and {} in docs/accuracy.md", BEGIN.trim(), END.trim());
    let (before, rest) = page.split_once(BEGIN).with_context(expected)?;
    let (_, after) = rest.split_once(END).with_context(expected)?;
    Ok(format!("{before}{BEGIN}{}{END}{after}", tables(scores, published)))
}

fn tables(scores: &Scores, published: &str) -> String {
    let best: BTreeMap<[&str; 3], (&str, &str)> = published
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [set, part, metric, figure, what] = cells[..] else { return None };
            Some(([set, part, metric], (figure, what)))
        })
        .collect();
    let mut text = String::new();
    gold(scores, &mut text);
    text.push_str(
        "\n| set | part | measure | Isnad | best published | by |\n| --- | --- | --- | ---: | ---: | --- |\n",
    );
    for score in scores.0.iter().filter(|score| score.set != "gold") {
        let key = [score.set.as_str(), score.part.as_str(), score.metric.as_str()];
        let (figure, what) = best.get(&key).copied().unwrap_or_default();
        let [set, part, metric] = key;
        let _ = writeln!(text, "| {set} | {part} | {metric} | {:.1} | {figure} | {what} |", score.figure);
    }
    text
}

/// The gold claims, a column for each part.
fn gold(scores: &Scores, text: &mut String) {
    let Some(first) = scores.gold().next() else { return };
    let each = |of: fn(&Score) -> &str| {
        let mut words: Vec<&str> = Vec::new();
        scores.gold().map(of).for_each(|word| {
            if !words.contains(&word) {
                words.push(word);
            }
        });
        words
    };
    let (parts, metrics) = (each(|score| &score.part), each(|score| &score.metric));
    let _ = writeln!(text, "Gold claims, as of commit {} of {}:\n", first.commit, first.day);
    let _ = writeln!(text, "| gold claims | {} |\n| --- |{}", parts.join(" | "), " ---: |".repeat(parts.len()));
    for metric in metrics {
        let cell = |part: &&str| {
            let found = scores.gold().find(|score| score.metric == metric && score.part == *part);
            found.map_or(String::new(), |score| format!("{:.1}", score.figure))
        };
        let _ = writeln!(text, "| {metric} | {} |", parts.iter().map(cell).collect::<Vec<_>>().join(" | "));
    }
}

#[cfg(test)]
mod tests {
    use super::super::scores::HEAD;
    use super::*;

    #[test]
    fn the_tables_stand_between_their_marks() {
        let rows = "gold\tdev\tfound\t60.0\tc\td\ngold\ttest\tfound\t50.0\tc\td\nwars\tall\tdays\t70.0\tc\td\n";
        let scores = Scores::parse(&format!("{HEAD}{rows}")).expect("scores");
        let page = format!("above\n{BEGIN}stale\n{END}below\n");
        let made = with_table(&page, &scores, "# head\nwars\tall\tdays\t90.0\tsomebody\n").expect("a page");
        assert!(made.starts_with("above\n") && made.ends_with("below\n") && !made.contains("stale"), "{made}");
        assert!(made.contains("| found | 60.0 | 50.0 |"), "{made}");
        assert!(made.contains("| wars | all | days | 70.0 | 90.0 | somebody |"), "{made}");
        assert!(with_table("no marks", &scores, "").is_err());
    }

    #[test]
    fn the_page_agrees_with_the_kept_figures() {
        let file = |below: &str| {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(below);
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{below}: {error}"))
        };
        let (page, scores) = (file(super::super::PAGE), Scores::parse(&file(super::super::SCORES)).expect("scores"));
        let made = with_table(&page, &scores, &file(super::super::PUBLISHED)).expect("a page");
        assert_eq!(made, page, "`cargo xtask eval --record` writes the tables of docs/accuracy.md");
    }
}
