//! How near are the claims of a reading to those that careful people wrote down?
//!
//! `eval --gold DIR --texts DIR`: DIR holds `200.jsonl` with the gold claims of the text whose name begins with `200`, and
//! `200.entities.json` with all forms of its names. Claims are compared as exports show them.

mod claim;
mod clusters;
mod docs;
mod fields;
mod happenings;
mod names;
mod score;

pub use docs::Docs;
pub use score::{Value, score, thousandths};

use crate::chain::{self, Chain, Read};
use crate::points::Points;
use crate::{Figure, Lines, Wrong};
use anyhow::{Context, Result, anyhow, bail, ensure};
use claim::Claim;
use clusters::{Clusters, Party};
use intake::Found;
use model::Span;
use names::Aliases;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The parts that the set's README makes: one to develop on, one to test on. All is all there is.
const PARTS: [(&str, Option<&str>); 3] = [("dev", Some("000,001,200-225")), ("test", Some("230-260")), ("all", None)];

/// The score of one part.
#[derive(Debug)]
pub struct Part {
    /// `dev`, `test`, `all`, or the list of documents that was asked for.
    pub name: String,
    /// Every line of the score.
    pub score: Vec<(String, Value)>,
}

impl Part {
    /// As `score.py --json` writes it.
    pub fn json(&self) -> serde_json::Value {
        self.score.iter().map(|(name, value)| (name.clone(), value.json())).collect::<serde_json::Map<_, _>>().into()
    }

    /// The lines that are shares, as figures; rounded, as people compare them.
    pub fn figures(&self) -> Vec<Figure> {
        let note = |value: Value| match value {
            Value::Found(counts) => {
                format!("P {:.1} R {:.1}", 100.0 * counts.precision(), 100.0 * counts.recall())
            }
            Value::Mean(_, n) => format!("of {n}"),
            Value::Clusters(all) => {
                let (precision, recall) = (100.0 * all.mean_precision(), 100.0 * all.mean_recall());
                format!("P {precision:.1} R {recall:.1}, {} of {} mentions found", all.found, all.mentions)
            }
            Value::Number(n) => n.to_string(),
        };
        let rows = self.score.iter().filter(|(_, value)| !matches!(value, Value::Number(_)));
        rows.map(|(name, value)| Figure {
            set: "gold",
            part: self.name.clone(),
            metric: name.clone(),
            value: value.figure().map(thousandths),
            note: note(*value),
        })
        .collect()
    }
}

/// Reads the texts and scores their claims: the three parts of the set, or the documents asked for. `claims` scores a file that
/// `isnad export --format claims` wrote, in place of reading.
pub fn measure(
    chain: &Chain,
    folder: &Path,
    texts: &[PathBuf],
    docs: Option<&Docs>,
    claims: Option<&Path>,
) -> Result<(Vec<Part>, Vec<Figure>)> {
    let texts = Texts::of(texts)?;
    let wanted: Vec<(String, Option<Docs>)> = match docs {
        Some(docs) => vec![(docs.to_string(), Some(docs.clone()))],
        None => PARTS
            .iter()
            .map(|(name, list)| Ok((name.to_string(), list.map(str::parse::<Docs>).transpose()?)))
            .collect::<Result<_>>()?,
    };
    let all = Gold::load(folder, &texts, docs)?;
    ensure!(
        !all.claims.is_empty(),
        "expected files such as 200.jsonl with gold claims in {}, found none{}: name the folder that holds them",
        folder.display(),
        docs.map(|docs| format!(" of {docs}")).unwrap_or_default()
    );
    let (found, reads) = match claims {
        Some(file) => (Lines::<Claim>::read(file)?.rows, Vec::new()),
        None => read(chain, &texts, &all.files())?,
    };
    all.check(&found)?;
    let mut parts = Vec::new();
    for (name, docs) in wanted {
        let gold = Gold::load(folder, &texts, docs.as_ref())?;
        if gold.claims.is_empty() {
            continue;
        }
        let mut score = score(&gold.claims, &found, &gold.aliases, docs.is_some());
        // An export of claims does not hold the mentions.
        if !reads.is_empty() {
            score.push(("entities, B³".to_string(), Value::Clusters(gold.clusters(&reads))));
        }
        parts.push(Part { name, score });
    }
    // The two texts whose happenings were marked.
    let number = |file: &str| file.chars().take_while(char::is_ascii_digit).collect::<String>();
    let told: Docs = HAPPENINGS.parse()?;
    let mut reads = reads;
    reads.retain(|read| told.has(&number(read.document.file.rsplit('/').next().unwrap_or_default())));
    let fusion =
        (!reads.is_empty() && folder.join("events.json").exists()).then(|| crate::fused::fusion(chain, &reads));
    let marked = Gold::load(folder, &texts, Some(&HAPPENINGS.parse()?))?;
    let ours: Vec<&Claim> = found.iter().collect();
    let pairs = score::pairs(&marked.claims, &ours, &marked.aliases);
    let pairs = pairs.iter().map(|&(g, f)| (marked.claims[g].id.clone(), ours[f].id.clone())).collect();
    let happenings =
        happenings::measure(chain, folder, &marked.claims, &marked.aliases, &pairs, fusion.as_ref(), &reads)?;
    Ok((parts, happenings))
}

/// The documents whose happenings and disputes were marked.
const HAPPENINGS: &str = "000,001";

/// What the program reads in these files, and the claims as its export gives them.
fn read(chain: &Chain, texts: &Texts, files: &BTreeSet<String>) -> Result<(Vec<Claim>, Vec<Read>)> {
    let context = intake::Context::new(&chain.lexicon, &texts.sidecars);
    let documents = texts
        .files
        .iter()
        .filter(|(name, _)| files.contains(*name))
        .map(|(_, text)| intake::load(&text.found, &context).map_err(|refusal| anyhow!("{refusal}")))
        .collect::<Result<Vec<_>>>()?;
    let reads = chain.read(documents)?;
    let lines = String::from_utf8(chain::export(&reads)?)?;
    let claims = lines.lines().map(|line| serde_json::from_str(line).context("a line of the export of claims"));
    Ok((claims.collect::<Result<_>>()?, reads))
}

/// The texts that the gold claims are about.
struct Texts {
    files: BTreeMap<String, Text>,
    sidecars: intake::Sidecars,
}

struct Text {
    found: Found,
    text: String,
}

impl Texts {
    fn of(folders: &[PathBuf]) -> Result<Texts> {
        let finds = intake::find(folders);
        let mut files = BTreeMap::new();
        for found in finds.files {
            let intake::Source::File(path) = &found.source else { continue };
            let text = std::fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            let name = found.name.rsplit('/').next().unwrap_or_default().to_string();
            files.insert(name, Text { found, text });
        }
        ensure!(
            !files.is_empty(),
            "expected texts in the folders given with --texts, found none: name the folders that hold the texts of the gold claims"
        );
        Ok(Texts { files, sidecars: finds.sidecars })
    }

    /// The one text whose name begins with a document's number.
    fn of_number(&self, number: &str) -> Option<&str> {
        self.files.keys().find(|name| name.starts_with(number)).map(String::as_str)
    }
}

/// The gold claims of some documents.
struct Gold {
    claims: Vec<Claim>,
    aliases: Aliases,
    /// The entities of each text.
    parties: BTreeMap<String, Vec<Party>>,
    /// Characters of each text, to compare quotes with.
    texts: BTreeMap<String, Vec<char>>,
}

#[derive(Deserialize)]
struct GoldEntity {
    name: String,
    mentions: Vec<String>,
}

impl Gold {
    fn load(folder: &Path, texts: &Texts, docs: Option<&Docs>) -> Result<Gold> {
        let entries =
            std::fs::read_dir(folder).with_context(|| format!("expected gold claims in {}", folder.display()))?;
        let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        files.retain(|path| path.extension().is_some_and(|end| end == "jsonl"));
        files.sort();
        let mut gold =
            Gold { claims: Vec::new(), aliases: Aliases::default(), parties: BTreeMap::new(), texts: BTreeMap::new() };
        for file in files {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if docs.is_some_and(|docs| !docs.has(&stem)) {
                continue;
            }
            gold.add(&file, texts)?;
            let entities = file.with_extension("entities.json");
            if entities.exists() {
                let text = std::fs::read_to_string(&entities).with_context(|| format!("{}", entities.display()))?;
                let list: Vec<GoldEntity> = serde_json::from_str(&text).map_err(|error| Wrong {
                    file: entities.clone(),
                    line: error.line(),
                    expected: "a list of entities with name and mentions".to_string(),
                    found: error.to_string(),
                    remedy: "Lay the file there as its publisher gives it".to_string(),
                })?;
                for entity in &list {
                    gold.aliases.add(&entity.name, &entity.name);
                    entity.mentions.iter().for_each(|form| gold.aliases.add(form, &entity.name));
                }
                if let Some(name) = texts.of_number(&stem) {
                    let parties = list.into_iter().map(|entity| Party { forms: entity.mentions });
                    gold.parties.insert(name.to_string(), parties.collect());
                }
            }
        }
        Ok(gold)
    }

    fn add(&mut self, file: &Path, texts: &Texts) -> Result<()> {
        let lines = Lines::<Claim>::read(file)?;
        for (row, claim) in lines.rows.iter().enumerate() {
            let number: String = claim.doc.chars().take_while(char::is_ascii_digit).collect();
            let expected = "a doc that begins with the number of a text in the folders given with --texts";
            let name = texts.of_number(&number).filter(|_| !number.is_empty());
            let name = name.ok_or_else(|| lines.wrong(row, expected, format!("{:?}", claim.doc)))?.to_string();
            let text = &texts.files[&name].text;
            let at = text.find(&claim.quote).ok_or_else(|| {
                lines.wrong(row, &format!("a quote that stands in {name}"), format!("{:?}", claim.quote))
            })?;
            let start = text[..at].chars().count();
            let end = start + claim.quote.chars().count();
            self.texts.entry(name.clone()).or_insert_with(|| text.chars().collect());
            self.claims.push(Claim { file: name, start, end, ..claim.clone() });
        }
        Ok(())
    }

    /// How the mentions of the entities are told apart and together.
    fn clusters(&self, reads: &[Read]) -> Clusters {
        let mut all = Clusters::default();
        for read in reads {
            let name = read.document.file.rsplit('/').next().unwrap_or_default();
            let Some(parties) = self.parties.get(name) else { continue };
            let points = Points::new(&read.document.text);
            let claims = self.claims.iter().filter(|claim| claim.file == name);
            let within: Vec<Span> =
                claims.map(|claim| Span { start: points.byte(claim.start), end: points.byte(claim.end) }).collect();
            all.add(clusters::measure(parties, &within, read));
        }
        all
    }

    fn files(&self) -> BTreeSet<String> {
        self.claims.iter().map(|claim| claim.file.clone()).collect()
    }

    /// Stops when the span of a claim is not where its quote stands: then nothing could be paired as it should.
    fn check(&self, found: &[Claim]) -> Result<()> {
        for claim in found {
            let Some(text) = self.texts.get(&claim.file) else { continue };
            let there = text.get(claim.start..claim.end).map(|chars| chars.iter().collect::<String>());
            if there.as_deref() != Some(claim.quote.as_str()) {
                bail!(
                    "claim {}: expected its quote at {} to {} of {}, found {:?}: export the claims of these very texts",
                    claim.id,
                    claim.start,
                    claim.end,
                    claim.file,
                    there.unwrap_or_default()
                );
            }
        }
        Ok(())
    }
}
