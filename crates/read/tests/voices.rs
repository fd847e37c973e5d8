//! What the readings of sources, sureness, counts and times find in the examples of `readings/*.md` and of the data tables.
//!
//! An example is a quoted text (`>`; each paragraph a part, `> #` a headline) and a table. Its first column names a word of
//! the text, `word#2` its second occurrence; the others say what is found there:
//! `chain` the links as `name (kind, stance when not asserts, carried)` joined by ` > `, `?` for an unnamed source, `-` for
//! the document's own voice; `cue` the words of the innermost cue that covers it, `-` for none; `modality` with the distance of sources; `polarity`; `count` as `what min..max`; `time` the
//! words.

use language::English;
use lexicon::{CueClass, Lexicon, Reach};
use model::{Link, Modality, PartRole, Polarity, Stance};
use read::PartText;
use read::attribution::{Attribution, Voices};
use read::{modality, polarity, quantity, time};
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(|| {
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack");
    let bytes = std::fs::read(pack).unwrap_or_else(|error| panic!("{pack}: {error}; run cargo xtask setup"));
    let english = English::from_pack(&bytes).unwrap_or_else(|error| panic!("{pack}: {error}; run cargo xtask setup"));
    english.keeping(LEXICON.titles.abbreviated_ranks())
});

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::load().unwrap());

/// The parts of a text, one for each line.
fn parts(text: &str) -> Vec<PartText<'_>> {
    let mut parts = Vec::new();
    let mut base = 0;
    for line in text.split('\n') {
        let (role, skip) = if line.starts_with("# ") { (PartRole::Headline, 2) } else { (PartRole::Paragraph, 0) };
        if !line.is_empty() {
            let parse = ENGLISH.parse(&line[skip..]);
            let part = parts.len() as u32;
            let mut text = PartText::new(parse, role, &LEXICON);
            (text.base, text.part) = (base + skip, part);
            parts.push(text);
        }
        base += line.len() + 1;
    }
    parts
}

/// Part and token of a word, `word#2` for its second occurrence.
fn find(parts: &[PartText], word: &str) -> Option<(usize, usize)> {
    let (word, nth) = match word.split_once('#') {
        Some((word, nth)) => (word, nth.parse::<usize>().ok()?),
        None => (word, 1),
    };
    let all = parts.iter().enumerate().flat_map(|(p, part)| (0..part.parse.len()).map(move |t| (p, t)));
    all.filter(|&(p, t)| parts[p].parse.word(t) == word).nth(nth - 1)
}

fn link(link: &Link, text: &str) -> String {
    let names: Vec<&str> = link.sources.iter().map(|source| source.span.of(text)).collect();
    let mut marks = vec![link.kind.as_str()];
    if link.stance != Stance::Asserts {
        marks.push(link.stance.as_str());
    }
    if link.carried {
        marks.push("carried");
    }
    let name = if names.is_empty() { "?".to_string() } else { names.join(" + ") };
    format!("{name} ({})", marks.join(", "))
}

fn found(column: &str, text: &str, parts: &[PartText], voices: &Voices, (part, token): (usize, usize)) -> String {
    let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    match column {
        "chain" => {
            let links: Vec<String> = voices.chain(part, token).iter().map(|l| link(l, text)).collect();
            if links.is_empty() { "-".to_string() } else { links.join(" > ") }
        }
        "cue" => {
            let span = parts[part].token_span(token);
            let covers = |attribution: &&Attribution| attribution.content.iter().any(|piece| piece.contains(span));
            let inner = voices
                .attributions()
                .iter()
                .filter(covers)
                .min_by_key(|attribution| attribution.content.iter().map(|piece| piece.len()).sum::<usize>());
            inner.map_or("-".to_string(), |attribution| attribution.cue.of(text).to_string())
        }
        "modality" => {
            let own = modality::of(&parts[part], token, &LEXICON);
            let distance = voices.distance(part, token).filter(|_| own.value == Modality::Fact);
            distance.map_or(own.value, |marked| marked.value).to_string()
        }
        "polarity" => polarity::of(&parts[part], token, &LEXICON).value.to_string(),
        "count" => quantity::of(&parts[part], token, &LEXICON)
            .map_or("-".to_string(), |q| format!("{} {}..{}", q.what, number(q.min), number(q.max))),
        "time" => time::of(&parts[part], token, &LEXICON).map_or("-".to_string(), |t| t.span.of(text).to_string()),
        other => format!("(no column {other})"),
    }
}

/// Checks every example of a file; returns how many cells were compared and what differs.
fn check(markdown: &str) -> (usize, Vec<String>) {
    let (mut cells, mut wrong) = (0, Vec::new());
    let mut text: Vec<&str> = Vec::new();
    let mut columns: Vec<&str> = Vec::new();
    for line in markdown.lines().chain([""]) {
        if let Some(quoted) = line.strip_prefix('>') {
            if !columns.is_empty() {
                text.clear();
                columns.clear();
            }
            text.push(quoted.trim());
        } else if let Some(row) = line.strip_prefix('|') {
            let row: Vec<&str> = row.trim_end_matches('|').split('|').map(str::trim).collect();
            if columns.is_empty() {
                columns = row;
                continue;
            }
            if row.iter().all(|cell| cell.chars().all(|c| c == '-')) {
                continue;
            }
            let text = text.join("\n");
            let parts = parts(&text);
            let voices = Voices::read(&parts, &LEXICON);
            let Some(place) = find(&parts, row[0]) else {
                wrong.push(format!("no word {:?} in: {text}", row[0]));
                continue;
            };
            for (column, expected) in columns.iter().zip(&row).skip(1) {
                cells += 1;
                let found = found(column, &text, &parts, &voices, place);
                if found != *expected {
                    wrong.push(format!("{text}\n  {} of {:?}: expected {expected}, found {found}", column, row[0]));
                }
            }
        }
    }
    (cells, wrong)
}

fn check_file(markdown: &str) {
    let (cells, wrong) = check(markdown);
    assert!(cells > 20, "the file holds examples: {cells}");
    assert!(wrong.is_empty(), "{} of {cells} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn sources_cover_what_they_say() {
    check_file(include_str!("readings/attribution.md"));
}

#[test]
fn words_tell_how_sure_and_whether() {
    check_file(include_str!("readings/modality.md"));
}

#[test]
fn counts_have_their_bounds() {
    check_file(include_str!("readings/quantity.md"));
}

#[test]
fn times_belong_to_their_words() {
    check_file(include_str!("readings/time.md"));
}

#[test]
fn a_wrong_table_is_noticed() {
    let (cells, wrong) = check("> The mayor said rebels had left.\n\n| word | chain |\n| left | nobody (person) |\n");
    assert_eq!((cells, wrong.len()), (1, 1));
}

/// The cue of every line of the table is found in its own example.
#[test]
fn each_reporting_word_is_a_cue_in_its_example() {
    let mut missing = Vec::new();
    for cue in LEXICON.reporting.cues() {
        let parts = parts(&cue.example);
        let voices = Voices::read(&parts, &LEXICON);
        let first = cue.lemma.split(' ').next().unwrap();
        // An attitude makes no link.
        let fits = |attribution: &&Attribution| cue.reach != Reach::View || attribution.links.is_empty();
        let hit = voices.attributions().iter().filter(fits).any(|attribution| {
            // A participle puts the link of whom the words come through before that of the source.
            if cue.class == CueClass::Participle {
                return attribution.links.len() == 2;
            }
            (0..parts[0].parse.len()).any(|token| {
                let lemma = parts[0].parse.lemma(token).to_lowercase();
                attribution.cue.contains(parts[0].token_span(token))
                    && (lemma == first || parts[0].parse.norm(token).starts_with(first))
            })
        });
        if !hit {
            missing.push(format!("{}: {}", cue.lemma, cue.example));
        }
    }
    assert!(missing.is_empty(), "{} without their cue:\n{}", missing.len(), missing.join("\n"));
}

/// Every hedge makes some word of its own example less than plain fact.
#[test]
fn each_hedge_works_in_its_example() {
    let mut missing = Vec::new();
    for hedge in LEXICON.hedges.all() {
        let parts = parts(&hedge.example);
        let voices = Voices::read(&parts, &LEXICON);
        let hit = (0..parts[0].parse.len()).any(|token| {
            modality::of(&parts[0], token, &LEXICON).value != Modality::Fact || voices.distance(0, token).is_some()
        });
        if !hit {
            missing.push(format!("{} ({:?}): {}", hedge.word, hedge.class, hedge.example));
        }
    }
    assert!(missing.is_empty(), "{} without effect:\n{}", missing.len(), missing.join("\n"));
}

/// Every negation negates some word of its own example.
#[test]
fn each_negation_works_in_its_example() {
    let mut missing = Vec::new();
    for negation in LEXICON.negations.all() {
        let parts = parts(&negation.example);
        let hit =
            (0..parts[0].parse.len()).any(|token| polarity::of(&parts[0], token, &LEXICON).value == Polarity::Negative);
        if !hit {
            missing.push(format!("{} ({:?}): {}", negation.word, negation.class, negation.example));
        }
    }
    assert!(missing.is_empty(), "{} without effect:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn each_noun_for_a_speech_names_whose_words_follow() {
    for line in LEXICON.speeches.lines() {
        let text = format!("# {line}\nThe militia shelled the town on Monday.");
        let parts = parts(&text);
        let (part, token) = find(&parts, "shelled").unwrap();
        assert!(!Voices::read(&parts, &LEXICON).chain(part, token).is_empty(), "{line}");
    }
}
