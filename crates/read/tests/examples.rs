//! Every frame, compound, word of explanation, noun, title and noun of a source reads its own example.

use model::{Article, ClaimType, Document, DocumentId, Format, Part, PartRole, Span};

#[path = "readings/pack.rs"]
mod pack;

fn document(text: &str) -> Document {
    let part = Part { span: Span::new(0, text.len()), role: PartRole::Paragraph };
    let article = Article {
        title: None,
        outlet: None,
        authors: Vec::new(),
        published: None,
        dateline: None,
        taken_from: Vec::new(),
        translated: None,
        url: None,
        language: None,
        parts: vec![part],
    };
    Document {
        id: DocumentId("0000000000000000".to_string()),
        sha256: "0".repeat(64),
        file: "example.txt".to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        text: text.to_string(),
        articles: vec![article],
        asides: Vec::new(),
        problems: Vec::new(),
    }
}

#[test]
fn every_frame_reads_its_example() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let mut unread = Vec::new();
    for frame in lexicon.triggers.all() {
        let document = document(&frame.example);
        let reading = read::document(&document, &english, &lexicon);
        if frame.idle == reading.claims.iter().any(|claim| claim.claim_type == frame.claim_type) {
            unread.push(format!("{} {}: {}", frame.lemma, frame.claim_type, frame.example));
        }
    }
    assert!(unread.is_empty(), "{} examples are not read:\n{}", unread.len(), unread.join("\n"));
}

/// The examples that do not give a claim of their type.
fn unread<'e>(examples: impl Iterator<Item = (&'e str, model::ClaimType)>) -> Vec<String> {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let reads = |example: &str, claim_type: model::ClaimType| {
        let document = document(example);
        read::document(&document, &english, &lexicon).claims.iter().any(|claim| claim.claim_type == claim_type)
    };
    examples
        .filter(|(example, claim_type)| !reads(example, *claim_type))
        .map(|(example, claim_type)| format!("{claim_type}: {example}"))
        .collect()
}

#[test]
fn every_compound_reads_its_example() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let unread = unread(lexicon.compounds.all().map(|(_, compound)| (compound.example.as_str(), compound.claim_type)));
    assert!(unread.is_empty(), "{} examples are not read:\n{}", unread.len(), unread.join("\n"));
}

#[test]
fn every_word_of_explanation_reads_its_example() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let causes = lexicon.causes.examples().iter().map(|example| (example.as_str(), model::ClaimType::Cause));
    let unread = unread(causes);
    assert!(unread.is_empty(), "{} examples are not read:\n{}", unread.len(), unread.join("\n"));
}

#[test]
fn every_word_that_judges_judges_in_its_example_and_no_plain_word_does() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let mut wrong = Vec::new();
    for (word, strength, example) in lexicon.evaluations.examples() {
        let reading = read::document(&document(example), &english, &lexicon);
        let held = example.to_lowercase();
        let judges = reading.claims.iter().any(|claim| claim.claim_type == model::ClaimType::Judgement);
        if judges == (*strength == lexicon::Strength::Plain) || !word.split(' ').all(|part| held.contains(part)) {
            wrong.push(format!("{word}: {example}"));
        }
    }
    assert!(wrong.is_empty(), "{} examples are misread:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is read from an example, and what is read of it by a lexicon that lacks something.
fn with_and_without(
    english: &language::English,
    example: &str,
    lexicon: &mut lexicon::Lexicon,
    swap: impl FnMut(&mut lexicon::Lexicon),
) -> (model::Reading, model::Reading) {
    let mut swap = swap;
    let document = document(example);
    let with = read::document(&document, english, lexicon);
    swap(lexicon);
    let without = read::document(&document, english, lexicon);
    swap(lexicon);
    (with, without)
}

#[test]
fn every_noun_matters_in_its_example() {
    let mut lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let nouns = lexicon.nouns.clone();
    let mut wrong = Vec::new();
    for (noun, example) in nouns.examples() {
        let mut rest = nouns.without(noun);
        let (with, without) = with_and_without(&english, example, &mut lexicon, |lexicon| {
            std::mem::swap(&mut lexicon.nouns, &mut rest);
        });
        if with == without {
            wrong.push(format!("{noun}: {example}"));
        }
    }
    assert!(wrong.is_empty(), "{} nouns change nothing:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_title_tells_what_its_line_says() {
    let mut lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let titles = lexicon.titles.clone();
    let mut wrong = Vec::new();
    for (title, example) in titles.examples() {
        let mut rest = titles.without(title);
        let (with, without) = with_and_without(&english, example, &mut lexicon, |lexicon| {
            std::mem::swap(&mut lexicon.titles, &mut rest);
        });
        let told =
            titles.relation(title).is_none_or(|relation| with.claims.iter().any(|claim| claim.claim_type == relation));
        if with == without || !told {
            wrong.push(format!("{title}: {example}"));
        }
    }
    assert!(wrong.is_empty(), "{} titles say nothing:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_noun_of_a_source_names_its_sort() {
    let mut lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let sources = lexicon.sources.clone();
    let mut wrong = Vec::new();
    for (noun, example) in sources.examples() {
        let mut rest = sources.without(noun);
        let (with, without) = with_and_without(&english, example, &mut lexicon, |lexicon| {
            std::mem::swap(&mut lexicon.sources, &mut rest);
        });
        let count = |reading: &model::Reading, kind| {
            reading.claims.iter().flat_map(|claim| &claim.attribution).filter(|link| link.kind == kind).count()
        };
        let kinds = sources.noun(noun).into_iter().chain(sources.in_name(noun));
        let named = kinds.clone().all(|kind| count(&with, kind) > 0);
        if !named || kinds.clone().all(|kind| count(&with, kind) == count(&without, kind)) {
            wrong.push(format!("{noun}: {example}"));
        }
    }
    assert!(wrong.is_empty(), "{} nouns name no source of their sort:\n{}", wrong.len(), wrong.join("\n"));
}

/// A part that holds a sentence.
fn part(sentence: &str) -> read::PartText<'_> {
    static ENGLISH: std::sync::LazyLock<language::English> = std::sync::LazyLock::new(pack::english);
    static LEXICON: std::sync::LazyLock<lexicon::Lexicon> =
        std::sync::LazyLock::new(|| lexicon::Lexicon::load().unwrap());
    read::PartText::new(ENGLISH.parse(sentence), PartRole::Paragraph, &LEXICON)
}

#[test]
fn every_word_that_counts_counts_in_its_example() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let mut wrong = Vec::new();
    for line in lexicon.numbers.examples() {
        let part = part(&line.example);
        let counts: Vec<model::Quantity> =
            (0..part.parse.len()).filter_map(|at| read::quantity::of(&part, at, &lexicon)).collect();
        let any = |fits: &dyn Fn(&model::Quantity) -> bool| counts.iter().any(fits);
        let read = match (line.part.as_str(), line.bound, line.min) {
            (_, Some(lexicon::Bound::Min), _) => any(&|count| count.min.is_some() && count.max.is_none()),
            (_, Some(lexicon::Bound::Max), _) => any(&|count| count.min.is_none() && count.max.is_some()),
            (_, Some(lexicon::Bound::Both), _) => any(&|count| count.min.is_some() && count.min == count.max),
            ("sum" | "size", ..) => any(&|count| count.min.is_some()),
            ("vague", _, Some(_)) => any(&|count| (count.min, count.max) == (line.min, line.max)),
            ("value" | "scale", _, Some(number)) if number > 0.0 => {
                any(&|count| count.max == count.min && count.min.is_some_and(|min| min % number == 0.0))
            }
            _ => counts.is_empty(),
        };
        let held = line.example.to_lowercase().contains(&line.word);
        if !read || !held {
            wrong.push(format!("{} {}: {} {counts:?}", line.word, line.part, line.example));
        }
    }
    assert!(wrong.is_empty(), "{} examples are misread:\n{}", wrong.len(), wrong.join("\n"));
}

/// The words of every expression of time and of every time of a claim in a sentence.
fn times(sentence: &str, lexicon: &lexicon::Lexicon) -> (Vec<String>, Vec<String>) {
    let part = part(sentence);
    let found = read::time::expressions(&part.parse, 0, lexicon);
    let expressions = found.into_iter().map(|one| part.parse.span(one.tokens).of(sentence).to_lowercase());
    let claimed = (0..part.parse.len()).filter_map(|at| read::time::of(&part, at, lexicon));
    (expressions.collect(), claimed.map(|time| time.span.of(sentence).to_lowercase()).collect())
}

#[test]
fn every_word_of_the_calendar_says_when_in_its_example() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let mut wrong = Vec::new();
    for (word, example) in lexicon.calendar.examples() {
        let (expressions, claimed) = times(example, &lexicon);
        if !expressions.iter().chain(&claimed).any(|words| words.replace('.', "").contains(word)) {
            wrong.push(format!("{word}: {example} {expressions:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} examples are misread:\n{}", wrong.len(), wrong.join("\n"));
}

/// The types of the claims that have a time.
fn dated(text: &str, lexicon: &lexicon::Lexicon) -> Vec<ClaimType> {
    let reading = read::document(&document(text), &pack::english(), lexicon);
    reading.claims.iter().filter(|claim| claim.time.is_some()).map(|claim| claim.claim_type).collect()
}

#[test]
fn every_word_around_a_time_does_its_part_in_its_example() {
    use lexicon::TimeWord;
    let lexicon = lexicon::Lexicon::load().unwrap();
    let mut wrong = Vec::new();
    for (word, part, example) in lexicon.time_words.examples() {
        let (expressions, claimed) = times(example, &lexicon);
        let holds = |all: &[String]| all.iter().any(|words| words.contains(word.as_str()));
        let read = match part {
            TimeWord::Keep | TimeWord::Anchor => holds(&claimed),
            TimeWord::Drop => claimed.iter().any(|words| !words.starts_with(word.as_str())),
            TimeWord::Widen => holds(&claimed) || holds(&expressions),
            TimeWord::Points | TimeWord::Spans | TimeWord::Reckoning | TimeWord::Zone => holds(&expressions),
            // Behind the verb stands the deed that the days are counted from; both clauses are of one day.
            TimeWord::Comes | TimeWord::Meanwhile => {
                use ClaimType::{Attack, Capture, Fight};
                dated(example, &lexicon).iter().any(|told| matches!(told, Attack | Capture | Fight))
            }
            TimeWord::Stretch => dated(example, &lexicon).contains(&ClaimType::Fight),
            // The raid is of no day.
            TimeWord::Apart | TimeWord::Other => !dated(example, &lexicon).contains(&ClaimType::Attack),
            // The vote or the truce has the time, and so has the deed behind.
            TimeWord::With => {
                use ClaimType::{Attack, Detain, Fight};
                dated(example, &lexicon).iter().any(|told| matches!(told, Attack | Detain | Fight))
            }
        };
        if !read || !example.to_lowercase().contains(word.as_str()) {
            wrong.push(format!("{word} {part:?}: {example} {expressions:?} {claimed:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} examples are misread:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_sentence_that_breaks_off_anywhere_is_read() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let calendar = lexicon.calendar.examples().iter().map(|(_, example)| example.as_str());
    let around = lexicon.time_words.examples().iter().map(|(.., example)| example.as_str());
    let counts = lexicon.numbers.examples().iter().map(|line| line.example.as_str());
    let openers =
        ["It was the first day of May", "in nineteen ninety-six", "the year-earlier quarter", "at 10 p.m. on Friday"];
    for sentence in calendar.chain(around).chain(counts).chain(openers) {
        for (end, _) in sentence.char_indices().filter(|(_, c)| matches!(c, ' ' | '-' | ',' | '.')) {
            for end in [end, end + 1] {
                let document = document(&sentence[..end]);
                let reading = read::document(&document, &english, &lexicon);
                assert!(reading.times.iter().all(|time| time.span.get(&document.text).is_some()), "{}", document.text);
            }
        }
    }
}

#[test]
fn a_word_that_is_nothing_but_an_ending_is_read() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let endings = [
        "a", "d", "ed", "eed", "es", "er", "ies", "ing", "ly", "men", "non-", "pro-", "re-", "s", "'s", "’s", "y",
        "ééd", "ཿཿed",
    ];
    let frames = [
        "The army will {} the town if rebels {}.",
        "{} said that the {} would {} three {} in {}.",
        "{} rebels {}ed the {}'s {}, killing {} of {}.",
        "{}-{} {} ({}), {} and {} were {}.",
    ];
    for (frame, ending) in frames.iter().flat_map(|frame| endings.iter().map(move |ending| (frame, ending))) {
        let sentence = frame.replace("{}", ending);
        for text in [sentence.to_uppercase(), sentence] {
            let document = document(&text);
            let reading = read::document(&document, &english, &lexicon);
            assert!(reading.claims.iter().all(|claim| claim.quote.get(&text).is_some()), "{text}");
        }
    }
}
