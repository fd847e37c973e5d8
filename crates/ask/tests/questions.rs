//! How questions are understood: what they ask for, of which type, and what they name. Every name is invented.

use ask::{Asked, Question, Reader, Role};
use language::English;
use lexicon::{Asks, Gazetteer, Lexicon};
use model::{ClaimType, QuantityKind, Stance};
use std::sync::OnceLock;

fn read(text: &str) -> Question {
    static DATA: OnceLock<(English, Lexicon, Gazetteer)> = OnceLock::new();
    let (english, lexicon, gazetteer) = DATA.get_or_init(|| {
        let pack = |name: &str| {
            let path = format!("{}/../../packs/{name}.pack", env!("CARGO_MANIFEST_DIR"));
            std::fs::read(path).expect("the packs: run `cargo xtask setup`")
        };
        let lexicon = Lexicon::load().expect("the lists");
        let english = English::from_pack(&pack("english")).expect("the English pack");
        let english = english.keeping(lexicon.titles.abbreviated_ranks());
        let gazetteer = Gazetteer::from_pack(&pack("gazetteer")).expect("the gazetteer");
        (english, lexicon, gazetteer)
    });
    Question::read(text, Reader { english, lexicon, gazetteer })
}

fn check(text: &str, asked: Asked, types: &[ClaimType], parts: &[(Role, &str)]) {
    let question = read(text);
    assert_eq!(question.asked, asked, "{question:#?}");
    for wanted in types {
        assert!(question.types.contains(wanted), "{text}: {wanted} of {:?}", question.types);
    }
    assert_eq!(types.is_empty(), question.types.is_empty(), "{text}: {:?}", question.types);
    let found: Vec<(Role, &str)> = question.parts.iter().map(|part| (part.role, part.words.as_str())).collect();
    assert_eq!(found, parts, "{text}");
}

#[test]
fn the_question_word_says_what_is_asked() {
    use ClaimType::*;
    check("Who shelled Velm?", Asked::Actor, &[Strike], &[(Role::Target, "Velm")]);
    check("Who was killed in Velm?", Asked::Target, &[Casualties], &[(Role::Place, "Velm")]);
    check("By whom was the bridge destroyed?", Asked::Actor, &[Destroy], &[(Role::Target, "bridge")]);
    check("Where did Norlandic troops arrive?", Asked::Place, &[Deploy], &[(Role::Actor, "Norlandic troops")]);
    check("When did Velm fall?", Asked::Time, &[Capture], &[(Role::Place, "Velm")]);
    check("Did Norland bomb Velm?", Asked::Whether, &[Strike], &[(Role::Actor, "Norland"), (Role::Target, "Velm")]);
    check("What happened in Velm?", Asked::Happening, &[], &[(Role::Place, "Velm")]);
    check("Where did the fighting take place?", Asked::Place, &[Fight], &[]);
    check("Why did the army withdraw?", Asked::Reason, &[Withdraw], &[(Role::Actor, "army")]);
}

#[test]
fn a_noun_behind_which_says_of_what_sort_it_is() {
    use ClaimType::*;
    check("Which city did the rebels capture?", Asked::Place, &[Capture], &[(Role::Actor, "rebels")]);
    check(
        "Which bridge did the rebels destroy?",
        Asked::Target,
        &[Destroy],
        &[(Role::Actor, "rebels"), (Role::Any, "bridge")],
    );
    check("In which city did the council meet?", Asked::Place, &[Meet], &[(Role::Actor, "council")]);
    let question = read("How many soldiers were killed near Velm?");
    assert_eq!((question.asked, question.what), (Asked::Quantity, Some(QuantityKind::Killed)));
    let words: Vec<&str> = question.parts.iter().map(|part| part.words.as_str()).collect();
    assert_eq!(words, ["soldiers", "Velm"]);
    // "people" says nothing of whom.
    check("How many people were killed near Velm?", Asked::Quantity, &[Casualties], &[(Role::Place, "Velm")]);
}

#[test]
fn what_stands_over_a_span_of_time_is_asked_in_the_same_way() {
    use ClaimType::*;
    check("Who controls Velm?", Asked::Actor, &[Controls], &[(Role::Place, "Velm")]);
    check("Who leads the Amber Brigade?", Asked::Actor, &[Leads], &[(Role::Target, "Amber Brigade")]);
    check(
        "Is Velm controlled by the Amber Brigade?",
        Asked::Whether,
        &[Controls],
        &[(Role::Place, "Velm"), (Role::Actor, "Amber Brigade")],
    );
    check("Who is the commander of the Amber Brigade?", Asked::Actor, &[Leads], &[(Role::Target, "Amber Brigade")]);
    let question = read("Who is Anton Brek?");
    assert_eq!((question.asked, question.parts.len()), (Asked::Happening, 1));
}

#[test]
fn who_says_so_can_be_asked_and_can_be_named() {
    use ClaimType::*;
    check(
        "Who says that Norland bombed Velm?",
        Asked::Source,
        &[Strike],
        &[(Role::Actor, "Norland"), (Role::Target, "Velm")],
    );
    let denied = read("Who denied that Norlandic troops entered Velm?");
    assert_eq!((denied.asked, denied.stance), (Asked::Source, Some(Stance::Denies)));
    let denied = read("What does Norland deny?");
    assert_eq!((denied.asked, denied.stance), (Asked::Said, Some(Stance::Denies)));
    let counted = read("According to whom were 200 people killed in Velm?");
    assert_eq!((counted.asked, counted.count), (Asked::Source, Some((Some(200.0), Some(200.0)))));
    let velm = (Role::Any, "Velm");
    check("What did aid workers say about Velm?", Asked::Said, &[], &[(Role::Source, "aid workers"), velm]);
    check(
        "What did Anton Brek say about Norland?",
        Asked::Said,
        &[],
        &[(Role::Source, "Anton Brek"), (Role::Any, "Norland")],
    );
}

#[test]
fn days_come_from_the_question_alone() {
    let question = read("How many soldiers were killed near Velm in May 2031?");
    let days = question.days.map(|days| (days.earliest.to_string(), days.latest.to_string()));
    assert_eq!(days, Some(("2031-05-01".to_string(), "2031-05-31".to_string())));
    // No day of today stands in for one that the words do not tell.
    let question = read("Who shelled Velm on Monday?");
    assert_eq!((question.days, question.vague_time.as_deref()), (None, Some("Monday")));
}

#[test]
fn words_that_are_no_question_ask_for_what_there_is() {
    let question = read("Norlandic troops in Velm");
    assert_eq!(question.asked, Asked::Happening);
    assert_eq!(question.parts.iter().map(|part| part.words.as_str()).collect::<Vec<_>>(), ["Norlandic troops", "Velm"]);
    for text in ["", "?", "…", "Who", "Who?", "which which which", "According to", "According to whom", "\u{202e}?"] {
        let _ = read(text);
    }
}

#[test]
fn every_question_word_asks_what_its_line_says() {
    let lexicon = Lexicon::load().expect("the lists");
    for (words, asks, example) in lexicon.questions.examples() {
        let question = read(example);
        let fits = match asks {
            Asks::Somebody | Asks::Thing => matches!(question.asked, Asked::Actor | Asked::Target),
            Asks::Place => question.asked == Asked::Place,
            Asks::Time => question.asked == Asked::Time,
            Asks::Quantity => question.asked == Asked::Quantity,
            Asks::Source => question.asked == Asked::Source,
            Asks::Reason => question.asked == Asked::Reason,
            Asks::Happening => question.asked == Asked::Happening,
            Asks::Anybody => question.parts.iter().all(|part| !part.words.to_lowercase().contains(words)),
        };
        assert!(fits, "{words} in “{example}”: {question:#?}");
    }
}
