//! Which expressions of time stand in a sentence, and which words look like one but are none?

use lexicon::Lexicon;
use read::time::expressions;

#[path = "readings/pack.rs"]
mod pack;

/// A sentence, a word of it, and the words that say when what it tells was; `-` for none.
const CLAUSES: &[(&str, &str, &str)] = &[
    ("A picture taken on March 3 shows soldiers patrolling the port.", "patrolling", "March 3"),
    ("A picture taken on March 3 showed what soldiers had destroyed.", "destroyed", "-"),
    ("Smoke rose over Velna on March 5 during shelling by rebels.", "shelling", "March 5"),
    ("Rebels have been present in the valley since 2029.", "present", "since 2029"),
    ("The February 27 border agreement between Morvania and Kestria held.", "agreement", "February 27"),
    ("The raid came two days after rebels captured Tavan.", "captured", "two days after"),
    ("The army left two days after rebels captured Tavan.", "captured", "-"),
    ("On Friday rebels took Velna, the army shelled Ostrel and thousands fled.", "shelled", "Friday"),
    ("On Friday, as rebels advanced on Velna, the army fled.", "advanced", "Friday"),
    ("On Friday the army fled, because rebels advanced on Velna.", "advanced", "-"),
    ("It came on 2 March, when a man entered the base, detonating a bomb.", "detonating", "2 March"),
    ("Rebels claimed responsibility for Friday's attack on the port.", "attack", "Friday"),
    ("The minister announced a plan to be shown on Friday.", "announced", "-"),
    ("Rebels have taken five villages in the past few weeks.", "taken", "the past few weeks"),
    ("Rebels have killed 40 people since the start of the war.", "killed", "since the start of the war"),
    ("Rebels have killed 40 people since the war began.", "killed", "since the war began"),
    ("Six soldiers died in the first week of the operation.", "died", "the first week of the operation"),
    ("Over the course of 2030, rebels attacked Velna.", "attacked", "2030"),
    ("As recently as last week, the army shelled Velna.", "shelled", "last week"),
    ("The attack followed clashes in Velna on Thursday.", "attack", "-"),
    ("Fighting that began on Monday has killed 40 people.", "Fighting", "Monday"),
    ("Osei orchestrated the 2029 bombing of the embassy.", "bombing", "2029"),
    ("The speech came a week after an attack that halved the output.", "halved", "-"),
    ("General Anton Osei (1980–2029) was killed by rebels.", "killed", "-"),
    ("Ten people were killed and 20 were wounded when rebels set off a bomb on 25 January.", "killed", "25 January"),
    (
        "Ten people were killed and at least 20 injured in a car bomb attack on Friday outside the court.",
        "killed",
        "Friday",
    ),
    ("Ten people were killed in Tavan and 20 were wounded in Velna on Thursday.", "killed", "-"),
    ("Gunmen killed seven people in Velna in the first such raid since 2029.", "killed", "-"),
    ("A bomb killed seven people on Monday in the deadliest attack since 2029.", "attack", "Monday"),
    ("Rebels have killed seven people since 2029.", "killed", "since 2029"),
    ("The council voted to keep the mission in Velna until June 2031.", "voted", "-"),
    ("Rebels shelled Velna at 9:30 am (0630 GMT) Tuesday.", "shelled", "Tuesday"),
    ("Rebels targeted a patrol with a truck fitted with a bomb in Velna district Monday.", "targeted", "Monday"),
    ("The envoy came to Velna to meet the president Saturday.", "came", "Saturday"),
    ("The army attacked rebels led by General Anton Brek in April 2031.", "attacked", "April 2031"),
    ("The army attacked rebels led by General Anton Brek in April 2031.", "led", "-"),
    ("The government announced a plan to be launched Saturday.", "announced", "-"),
];

#[test]
fn a_clause_has_the_time_that_belongs_to_it() {
    let lexicon = Lexicon::load().unwrap();
    let english = pack::english();
    let mut wrong = Vec::new();
    for (sentence, word, expected) in CLAUSES {
        let part = read::PartText::new(english.parse(sentence), model::PartRole::Paragraph, &lexicon);
        let at =
            (0..part.parse.len()).find(|&at| part.parse.word(at) == *word).expect("the word stands in its sentence");
        let found = read::time::of(&part, at, &lexicon);
        let found = found.as_ref().map_or("-", |time| time.span.of(sentence));
        if found != *expected {
            wrong.push(format!("{word} in {sentence:?}: expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A sentence and its expressions, each with what it is.
const SENTENCES: &[(&str, &[&str])] = &[
    ("On Feb. 3 the army captured the town.", &["Feb. 3 (Date)"]),
    ("On 3 February 2031 the army left.", &["3 February 2031 (Date)"]),
    ("It met from 4 May 2031 to 3 June 2031.", &["4 May 2031 (Date)", "3 June 2031 (Date)"]),
    ("Rebels fled on Friday, March 7, 2031.", &["Friday, March 7, 2031 (Date)"]),
    ("Rebels fled on the night of 3 May.", &["the night of 3 May (Time)"]),
    ("Rebels fled at 10:35 a.m. on Friday.", &["10:35 a.m. on Friday (Time)"]),
    ("Rebels fled early in the morning.", &["early in the morning (Time)"]),
    ("Rebels fled on Friday night.", &["Friday night (Time)"]),
    ("Rebels fled at dawn.", &["dawn (Time)"]),
    ("Rebels fled in the early 1990s.", &["the early 1990s (Date)"]),
    ("Rebels fled in late 2014 and early last year.", &["late 2014 (Date)", "early last year (Date)"]),
    ("By the end of the year rebels had captured Velna.", &["the end of the year (Date)"]),
    ("Rebels fled three weeks ago.", &["three weeks ago (Date)"]),
    ("Rebels fled two days later.", &["two days later (Date)"]),
    ("Rebels fled over the weekend.", &["the weekend (Date)"]),
    ("Rebels fled in the second week of July.", &["the second week of July (Date)"]),
    ("Rebels fled in March of last year.", &["March of last year (Date)"]),
    ("Rebels fled on Christmas Day.", &["Christmas Day (Date)"]),
    ("Rebels fled on the 18th.", &["the 18th (Date)"]),
    ("Rebels fled on 24 January of the same year.", &["24 January of the same year (Date)"]),
    ("Rebels fled in the last week of August.", &["the last week of August (Date)"]),
    ("Rebels fled in 2024–25.", &["2024–25 (Date)"]),
    ("The march of the 12th Brigade may go on.", &[]),
    ("It fought for nearly three years.", &["nearly three years (Duration)"]),
    ("It fought for weeks.", &["weeks (Duration)"]),
    ("It fought over the past two months.", &["the past two months (Duration)"]),
    ("It made a two-day visit.", &["two-day (Duration)"]),
    ("It shelled the port every day and each Thursday.", &["every day (Set)", "each Thursday (Set)"]),
    ("It has recently grown, and now it will fall.", &["recently (Date)", "now (Date)"]),
    // Ages, counts, names and shares are no times.
    ("A 10-year-old boy, 55 years old, fled.", &[]),
    ("About 2000 soldiers and three-quarters of the guards fled.", &[]),
    ("Rebels came as soon as the guards left.", &[]),
    ("The base of the 18th Brigade fell.", &[]),
    ("They spend $2 million a year on it.", &[]),
    ("It fell in the mid-1990s.", &["the mid-1990s (Date)"]),
    ("It fell in this year's third quarter.", &["this year's third quarter (Date)"]),
    ("It may fall in next year's first quarter.", &["next year's first quarter (Date)"]),
    ("It fell in the 2031 quarter.", &["the 2031 quarter (Date)"]),
    ("It fell in the 2031 second quarter.", &["the 2031 second quarter (Date)"]),
    ("It fell in the last half of 2031.", &["the last half of 2031 (Date)"]),
    ("Rebels shelled the port after 1800 GMT on Saturday.", &["1800 GMT on Saturday (Time)"]),
    ("Rebels shelled the port at 0400 local time.", &["0400 local time (Time)"]),
    ("Sales for the last half of 2031 and for 2032 fell.", &["the last half of 2031 (Date)", "2032 (Date)"]),
    ("It will close by year end.", &["year end (Date)"]),
    ("It will close around year-end.", &["year-end (Date)"]),
    ("It will be in place by year's end.", &["year's end (Date)"]),
    ("He said on the show \"This Week\" that rebels fled.", &[]),
    ("It fell at mid-afternoon yesterday.", &["mid-afternoon yesterday (Time)"]),
    ("It fell within eight trading days.", &["eight trading days (Duration)"]),
    ("It fell at noon Saturday.", &["noon Saturday (Time)"]),
    ("The bold spring of the well fell dry.", &[]),
];

#[test]
fn sentences_hold_the_expressions_that_say_when() {
    let lexicon = Lexicon::load().unwrap();
    let english = pack::english();
    let mut wrong = Vec::new();
    for (sentence, expected) in SENTENCES {
        let parse = english.parse(sentence);
        let words = |tokens: std::ops::Range<usize>| parse.span(tokens).of(sentence);
        let found: Vec<String> = (0..parse.sentences().len())
            .flat_map(|at| expressions(&parse, at, &lexicon))
            .map(|one| format!("{} ({:?})", words(one.tokens), one.sort))
            .collect();
        if found != *expected {
            wrong.push(format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), SENTENCES.len(), wrong.join("\n"));
}
