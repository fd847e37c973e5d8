//! What does the engine make of ordinary sentences and of words that are hard to cut?

use language::{Dep, English, NameLabel, Pos, Rehang, Tag, tree};
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack");
    let pack = std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}: run cargo xtask setup"));
    English::from_pack(&pack).expect("a sound pack")
});

fn words(text: &str) -> Vec<&str> {
    let parse = ENGLISH.parse(text);
    parse.tokens().iter().map(|token| token.span.of(text)).collect()
}

#[test]
fn marks_are_cut_from_both_ends_of_a_word() {
    assert_eq!(words("\"We won't,\" he said."), ["\"", "We", "wo", "n't", ",", "\"", "he", "said", "."]);
    assert_eq!(words("(Qasra-based)..."), ["(", "Qasra", "-", "based", ")", "..."]);
    assert_eq!(words("It cost $4.5m, i.e. US$5."), ["It", "cost", "$", "4.5", "m", ",", "i.e.", "US$", "5", "."]);
    assert_eq!(words("some 20km away"), ["some", "20", "km", "away"]);
    assert_eq!(words("a :) b"), ["a", ":)", "b"]);
}

#[test]
fn addresses_stay_whole() {
    for address in [
        "https://example.org/news/2031-01-20?id=7#top",
        "example.co.uk",
        "www.example.com:8080/a",
        "press@example.org",
        "user:secret@example.org/a",
        "8.8.4.4",
        "ftp://files.example.net:8021/x",
    ] {
        assert_eq!(words(address), [address]);
    }
    assert_eq!(words("army.Kesh/Luneth,then").len(), 7);
}

#[test]
fn abbreviations_that_are_kept_keep_their_stop_and_end_no_sentence() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack");
    let english = English::from_pack(&std::fs::read(path).expect("the pack")).expect("a sound pack");
    let english = english.keeping(["Sgt.".to_string(), "Lt.".to_string()]);
    let text = "The guards (Lt. Brek's) saw Sgt. Morant, too.";
    let parse = english.parse(text);
    let words: Vec<&str> = parse.tokens().iter().map(|token| token.span.of(text)).collect();
    assert_eq!(words, ["The", "guards", "(", "Lt.", "Brek", "'s", ")", "saw", "Sgt.", "Morant", ",", "too", "."]);
    assert_eq!(parse.sentences().len(), 1);
}

#[test]
fn white_space_beyond_one_space_is_a_token() {
    assert_eq!(words(" a  b\n\nc "), [" ", "a", " ", "b", "\n\n", "c"]);
    assert_eq!(words(""), [""; 0]);
}

#[test]
fn a_sentence_has_a_tree_and_names() {
    let text = "Gen. Ilya Morant said on Friday that two soldiers weren't wounded. They had fled.";
    let parse = ENGLISH.parse(text);
    assert_eq!(parse.sentences().len(), 2);
    let at = |word: &str| (0..parse.len()).find(|&at| parse.word(at) == word).expect("a word of the text");
    assert_eq!((parse.tag(at("said")), parse.pos(at("said")), parse.lemma(at("said"))), (Tag::Vbd, Pos::Verb, "say"));
    assert!(parse.is_root(at("said")));
    assert_eq!(parse.dep(at("soldiers")), Dep::Nsubjpass);
    assert_eq!(parse.head(at("soldiers")), at("wounded"));
    assert_eq!((parse.lemma(at("n't")), parse.norm(at("n't"))), ("not", "not"));
    assert_eq!(parse.token(at("n't")).morph, "Polarity=Neg");
    let name = parse.name_of(at("Morant")).expect("a name");
    assert_eq!((parse.span(name.tokens.clone()).of(text), name.label), ("Ilya Morant", NameLabel::Person));
    assert_eq!(parse.lemma(at("fled")), "flee");
}

#[test]
fn a_tree_prints_a_word_a_line() {
    let parse = ENGLISH.parse("Two soldiers were wounded near Old Harbour.");
    let expected = [
        "  ┌► Two  CD two nummod",
        "┌─┴► soldiers  NNS soldier nsubjpass",
        "├──► were  VBD be auxpass",
        "├─── wounded  VBN wound ROOT",
        "├┬─► near  IN near prep",
        "││┌► Old  NNP Old compound",
        "│└┴► Harbour  NNP Harbour pobj",
        "└──► .  . . punct",
        "Two = CARDINAL",
        "Old Harbour = LOC",
        "",
    ]
    .join("\n");
    assert_eq!(tree(&parse, 0), expected);
    assert_eq!(tree(&parse, 1), "");
}

#[test]
fn words_stand_where_they_stand_in_a_text_with_more() {
    let (text, shown) = ("Twelve Front (FTA) men re-took é (F) it.", "Twelve Front men retook é it.");
    let cuts = [12..18, 25..26, 33..37];
    let parse = ENGLISH.parse(shown).within(text, &cuts);
    let words: Vec<&str> = (0..parse.len()).map(|at| parse.word(at)).collect();
    assert_eq!(words, ["Twelve", "Front", "men", "re-took", "é", "it", "."]);
    assert_eq!((parse.text(), parse.norm(3)), (text, "retook"));
}

#[test]
fn words_hang_where_they_are_told_to_and_never_below_themselves() {
    let heads = |parse: &language::Parse<'_>| (0..parse.len()).map(|at| parse.head(at)).collect::<Vec<usize>>();
    let hung = |at: usize, head: usize| Rehang { at, head, dep: Dep::Dobj, kind: None, lemma: None };
    let parse = ENGLISH.parse("Rebels captured the town.");
    assert_eq!(heads(&parse), [1, 1, 3, 1, 1]);
    let parse = parse.rehung(&[hung(4, 3)]);
    assert_eq!((heads(&parse), parse.dep(4)), (vec![1, 1, 3, 1, 3], Dep::Dobj));
    let parse = parse.rehung(&[hung(1, 3)]);
    assert_eq!(heads(&parse), [1, 1, 3, 1, 3], "the verb would hang below its own object");
}
