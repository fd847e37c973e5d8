//! Does every report get a reading that keeps its promises, whatever its words are?

#[path = "promises/check.rs"]
mod check;

use eval::chain::Chain;
use proptest::prelude::*;
use std::sync::LazyLock;

static CHAIN: LazyLock<Chain> = LazyLock::new(|| Chain::load().expect("the packs and tables"));

/// The words of the examples of all frames, which the rules look for.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut words: Vec<&str> =
        CHAIN.lexicon.triggers.all().flat_map(|frame| frame.example.trim_end_matches('.').split(' ')).collect();
    words.sort_unstable();
    words.dedup();
    words
});

/// Sentences of words that rules look for, in any order, between odd pieces.
fn jumbled() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "said",
        "that",
        "“",
        "”",
        "\"",
        "’s",
        "which",
        "who",
        "and",
        "of",
        "for",
        "to",
        "not",
        "12",
        "at least",
        "between 4 and 8",
        "12th",
        "Near",
        ",",
        ".",
        ".",
        ":",
        "(",
        ")",
        "-",
        "–",
        "on Friday",
        "in May",
        "will",
        "must",
        "its",
        "they",
        "é",
        "中",
        "\n\n",
        "👍🏽",
        "Gen.",
        "Lt.",
        "$5 million",
    ]);
    let word = (0..WORDS.len()).prop_map(|at| WORDS[at]);
    let piece = prop_oneof![1 => odd, 3 => word];
    prop::collection::vec(piece, 1..70).prop_map(|pieces| pieces.join(" "))
}

/// A report is refused, or read so that it keeps its promises.
fn read(text: &str) {
    if let Ok(document) = CHAIN.report("report.txt", text, Some("2031-03-05"), None) {
        check::promises(&document, &CHAIN.resolution(&document).expect("a reading"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn jumbled_words_keep_the_promises(text in jumbled()) {
        read(&text);
    }

    #[test]
    fn any_text_keeps_the_promises(text in "\\PC*") {
        read(&text);
    }
}

/// An object that opens its text has no word before it.
#[test]
fn an_object_at_the_start_keeps_the_promises() {
    read("12th $5 million Paratroopers put ,");
}
