//! Does every text get a parse that keeps its promises, the same whatever was read before and wherever?

#[path = "promises/check.rs"]
mod check;

use language::{English, tree};
use proptest::prelude::*;
use std::sync::LazyLock;

fn pack() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack");
    std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}: run cargo xtask setup"))
}

fn fresh() -> English {
    English::from_pack(&pack()).expect("a sound pack")
}

static USED: LazyLock<English> = LazyLock::new(fresh);

/// Pieces that the tokenizer treats each in a way of its own, letters, and anything.
fn pieces() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "don't", "U.S.", "e.g.", "10km", "$5", "US$", "http://", "a.co/b?c", "10.0.0.1", "...", "--", "'s", "’s", ":)",
        "(", ")", "\"", "-", "/", "...)", "°C.", "²", "\u{a0}", "\u{3000}", "\u{2028}", "\n", "\t", "  ", "\u{1c}",
        "👍🏽", "é", "e\u{301}", "Ж", "中", "ا", "\u{0}", "\u{feff}", "\u{202e}", "gonna", "c'mon", "Mr.", "a.m.",
        "AAAA", "0,1", "x.Y",
    ]);
    let word = prop::sample::select(vec![
        "the", "army", "said", "that", "rebels", "had", "captured", "Kesh", "on", "Friday", "and", "it", "was", "not",
        "who", "killed", "12", "of", "them", ",", ".", "he", "which", "Norland", "to", "be",
    ]);
    let piece = prop_oneof![
        3 => odd.prop_map(str::to_owned),
        4 => word.prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-zA-Z0-9.'-]{1,12}",
    ];
    let glue = prop::sample::select(vec!["", " ", " ", " ", "\n"]);
    prop::collection::vec((piece, glue), 0..60)
        .prop_map(|parts| parts.into_iter().map(|(piece, glue)| piece + glue).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_keeps_the_promises(text in "\\PC*") {
        check::promises(&text, &USED.parse(&text));
    }

    #[test]
    fn odd_texts_keep_the_promises(text in pieces()) {
        let parse = USED.parse(&text);
        check::promises(&text, &parse);
        for sentence in 0..parse.sentences().len() {
            prop_assert!(tree(&parse, sentence).lines().count() >= parse.sentences()[sentence].len());
        }
    }

    #[test]
    fn any_bytes_keep_the_promises(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        check::promises(&text, &USED.parse(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Neither what was read before nor the place of a text among others changes it.
    #[test]
    fn a_parse_does_not_depend_on_what_was_read_before(texts in prop::collection::vec(pieces(), 1..6)) {
        let fresh = fresh();
        for text in texts.iter().rev() {
            prop_assert_eq!(fresh.parse(text), USED.parse(text));
        }
    }
}

#[test]
fn threads_get_the_same_parse() {
    let texts: Vec<String> =
        (0..8).map(|at| format!("Colonel {at} said his {at} men had left Kesh on 1{at} May.").repeat(at + 1)).collect();
    let alone: Vec<_> = texts.iter().map(|text| USED.parse(text)).collect();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| texts.iter().zip(&alone).for_each(|(text, alone)| assert_eq!(USED.parse(text), *alone)));
        }
    });
}

/// Texts that are long in one direction or another are read in bounded time, deep trees included.
#[test]
fn long_texts_are_read() {
    let long = [
        "a ".repeat(6_000),
        "(".repeat(6_000),
        "....".repeat(5_000) + "(((((",
        "x".repeat(100_000),
        "a@".repeat(6_000),
        "a.b".repeat(6_000),
        "\n ".repeat(6_000),
        "He said that ".repeat(900),
        "the man who saw ".repeat(900),
        ":)".repeat(3_000),
    ];
    for text in &long {
        check::promises(text, &USED.parse(text));
    }
}

#[test]
fn a_pack_that_is_not_sound_is_refused() {
    let pack = pack();
    let message = |bytes: &[u8]| match English::from_pack(bytes) {
        Ok(_) => "no error".to_owned(),
        Err(error) => error.to_string(),
    };
    assert!(message(b"").contains("expected it to start with `isnad-en`"));
    assert!(message(b"PK\x03\x04 something else").contains("this is not an English pack"));
    assert!(message(&pack[..40]).contains("it ends within its head"));
    assert!(message(&pack[..pack.len() / 2]).contains("checksum"));
    let mut changed = pack.clone();
    changed[pack.len() / 3] ^= 1;
    assert!(message(&changed).contains("checksum"));
    let mut newer = pack;
    newer[8] += 1;
    assert!(message(&newer).contains("format version"));
}
