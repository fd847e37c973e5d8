//! How well are sources, cues and contents found in news whose attributions people have marked?
//!
//! `polnear DIR [SPLIT] [--misses source|cue|content]` reads `documents.jsonl` and `attributions.jsonl` of a folder (offsets
//! count code points) and prints precision, recall and F1: exact spans, and spans that share more than half of their words.
//! It measures only; nothing is learnt from the texts.

use language::English;
use lexicon::Lexicon;
use model::{PartRole, Span};
use read::PartText;
use read::attribution::{Attribution, Voices};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

/// The engine, from the pack that set-up builds.
struct Engine(English);

impl Engine {
    fn load() -> Result<Engine, Box<dyn Error>> {
        let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack");
        let bytes = std::fs::read(pack).map_err(|error| format!("{pack}: {error}; run cargo xtask setup"))?;
        Ok(Engine(English::from_pack(&bytes)?))
    }

    fn parse<'t>(&self, text: &'t str) -> language::Parse<'t> {
        self.0.parse(text)
    }
}

const FIELDS: [&str; 3] = ["source", "cue", "content"];

/// One attribution as offsets of code points: the pieces of source, cue and content.
type Pieces = [Vec<(usize, usize)>; 3];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: polnear DIR [SPLIT] [--misses FIELD]")?;
    let split = arguments.next().filter(|word| !word.starts_with("--")).unwrap_or_else(|| "dev".to_string());
    let misses = std::env::args().skip_while(|word| word != "--misses").nth(1);
    let lexicon = Lexicon::load()?;
    let engine = Engine::load()?;
    let lines = |name: &str| -> Result<Vec<Value>, Box<dyn Error>> {
        let text = std::fs::read_to_string(format!("{folder}/{name}"))?;
        text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    };
    let mut gold: BTreeMap<String, Vec<Pieces>> = BTreeMap::new();
    for row in lines("attributions.jsonl")? {
        let pieces = FIELDS.map(|field| {
            let list = row[field].as_array().map_or(&[][..], Vec::as_slice);
            let mut spans: Vec<(usize, usize)> =
                list.iter().map(|p| (number(&p["start"]), number(&p["end"]))).collect();
            spans.sort();
            spans
        });
        gold.entry(row["doc"].as_str().unwrap_or_default().to_string()).or_default().push(pieces);
    }
    let mut scores = [Score::default(); 3];
    let mut whole = Score::default();
    let mut near = [Score::default(); 3];
    for row in lines("documents.jsonl")?.iter().filter(|row| row["official_split"] == split.as_str()) {
        let text = row["text"].as_str().unwrap_or_default();
        let parts = parts(text, &engine);
        let voices = Voices::read(&parts, &lexicon);
        let found: Vec<Pieces> = voices.attributions().iter().map(|a| pieces(text, a)).collect();
        let none = Vec::new();
        let wanted = gold.get(row["id"].as_str().unwrap_or_default()).unwrap_or(&none);
        for field in 0..3 {
            // As sequence taggers are scored: each contiguous piece is a span of its own.
            let each =
                |list: &[Pieces]| list.iter().flat_map(|p| p[field].iter().map(|&s| vec![s])).collect::<BTreeSet<_>>();
            let (ours, theirs) = (each(&found), each(wanted));
            scores[field].add(ours.intersection(&theirs).count(), ours.len(), theirs.len());
            let covered = |one: &Vec<(usize, usize)>, all: &BTreeSet<Vec<(usize, usize)>>| {
                all.iter().any(|other| overlap(one, other) > 0.5)
            };
            near[field].add(0, ours.len(), theirs.len());
            near[field].right += ours.iter().filter(|o| covered(o, &theirs)).count();
            if misses.as_deref() == Some(FIELDS[field]) {
                for (mark, list) in [("-", theirs.difference(&ours)), ("+", ours.difference(&theirs))] {
                    for spans in list {
                        let words: Vec<String> =
                            spans.iter().map(|&(s, e)| text.chars().skip(s).take(e - s).collect()).collect();
                        let (start, end) = (spans[0].0.saturating_sub(60), spans[spans.len() - 1].1 + 60);
                        let around: String = text.chars().skip(start).take(end - start).collect();
                        println!("{mark} {} [{}] in: {}", row["id"], words.join(" … "), around.replace('\n', " ¶ "));
                    }
                }
            }
        }
        let triple = |list: &[Pieces]| list.iter().cloned().collect::<BTreeSet<_>>();
        let (ours, theirs) = (triple(&found), triple(wanted));
        whole.add(ours.intersection(&theirs).count(), ours.len(), theirs.len());
    }
    for field in 0..3 {
        println!("{:8} exact {}   overlapping {}", FIELDS[field], scores[field], near[field]);
    }
    println!("{:8} exact {whole}", "all");
    Ok(())
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap_or_default() as usize
}

/// How much of two lists of spans is shared, of what either covers.
fn overlap(one: &[(usize, usize)], other: &[(usize, usize)]) -> f64 {
    let shared: usize =
        one.iter().flat_map(|a| other.iter().map(move |b| a.1.min(b.1).saturating_sub(a.0.max(b.0)))).sum();
    let length = |list: &[(usize, usize)]| list.iter().map(|s| s.1 - s.0).sum::<usize>();
    shared as f64 / (length(one) + length(other) - shared).max(1) as f64
}

fn pieces(text: &str, attribution: &Attribution) -> Pieces {
    let chars = |byte: u32| text[..byte as usize].chars().count();
    let spans = |list: &[Span]| list.iter().map(|s| (chars(s.start), chars(s.end))).collect::<Vec<_>>();
    let source: Vec<Span> = attribution.source.into_iter().collect();
    [spans(&source), spans(&[attribution.cue]), spans(&attribution.content)]
}

/// Each line of the text as a part.
fn parts<'t>(text: &'t str, engine: &'t Engine) -> Vec<PartText<'t>> {
    let mut parts = Vec::new();
    let mut base = 0;
    for line in text.split('\n') {
        let inner = line.trim();
        if !inner.is_empty() {
            let lead = line.len() - line.trim_start().len();
            let index = parts.len() as u32;
            let parse = engine.parse(inner);
            parts.push(PartText {
                parse,
                base: base + lead,
                article: 0,
                part: index,
                role: PartRole::Paragraph,
                first_sentence: 0,
                notes: Default::default(),
            });
        }
        base += line.len() + 1;
    }
    parts
}

#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    ours: usize,
    theirs: usize,
}

impl Score {
    fn add(&mut self, right: usize, ours: usize, theirs: usize) {
        self.right += right;
        self.ours += ours;
        self.theirs += theirs;
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let part = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        let (p, r) = (part(self.ours), part(self.theirs));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        write!(f, "P {p:5.1} R {r:5.1} F1 {f1:5.1} ({} of {}, gold {})", self.right, self.ours, self.theirs)
    }
}
