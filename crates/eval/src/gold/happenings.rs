//! How near are the events and disputes of a record to those that careful people made of the gold claims?
//!
//! `events.json` says which gold claims are about one happening, `disputes.json` which disagree. Our claims stand for the gold
//! ones they are paired with; the same is asked once more with the gold claims themselves put into the fuse, so that what
//! reading misses and what joining misses can be told apart.

use super::claim::Claim;
use super::names::{Aliases, norm};
use crate::Figure;
use crate::chain::{Chain, Read};
use crate::coreference::{Clusters, b_cubed, muc};
use anyhow::{Context, Result};
use fuse::{FuseArticle, FuseClaim, FuseInput, FuseLink, FusePlace, FuseQuantity};
use jiff::civil::Date;
use lexicon::Sign;
use model::{
    ClaimId, ClaimType, DocumentId, Entity, EntityId, EntityKind, Fusion, Modality, PlaceId, Polarity, QuantityKind,
    Resolved, SourceKind, Stance, TimeRange,
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Debug, Deserialize)]
struct GoldEvent {
    claims: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct GoldDispute {
    id: String,
    claims: Vec<String>,
}

/// The figures, where the folder has the two files. `pairs` is our claims' ids by gold id.
pub fn measure(
    chain: &Chain,
    folder: &Path,
    gold: &[Claim],
    aliases: &Aliases,
    pairs: &BTreeMap<String, String>,
    ours: Option<&Fusion>,
    reads: &[Read],
) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    let events: Vec<GoldEvent> = match load(&folder.join("events.json"))? {
        Some(events) => events,
        None => return Ok(figures),
    };
    let disputes: Vec<GoldDispute> = load(&folder.join("disputes.json"))?.unwrap_or_default();
    let own: BTreeMap<String, String> = gold.iter().map(|claim| (claim.id.clone(), claim.id.clone())).collect();
    let given = given(chain, gold, aliases, reads);
    let fusions = [("read", ours, pairs), ("claims given", Some(&given), &own)];
    for (how, fusion, pairs) in fusions {
        let Some(fusion) = fusion else { continue };
        let marked: Clusters = events
            .iter()
            .map(|event| event.claims.iter().filter(|id| pairs.contains_key(*id)).cloned().collect())
            .filter(|cluster: &BTreeSet<String>| !cluster.is_empty())
            .collect();
        let known: BTreeSet<&String> = marked.iter().flatten().collect();
        let back: BTreeMap<&str, &String> = pairs.iter().map(|(gold, ours)| (ours.as_str(), gold)).collect();
        let golden = |claims: &[ClaimId]| -> BTreeSet<String> {
            claims.iter().filter_map(|id| back.get(id.0.as_str())).map(|id| (*id).clone()).collect()
        };
        let mut found: Clusters = fusion
            .events
            .iter()
            .map(|event| golden(&event.claims).into_iter().filter(|id| known.contains(id)).collect())
            .collect();
        found.retain(|cluster| !cluster.is_empty());
        let (b, links) = (b_cubed(&found, &marked), muc(&found, &marked));
        let note = format!(
            "P {:.1} R {:.1}, {} claims in {} happenings; of links F1 {:.1}",
            100.0 * b.precision,
            100.0 * b.recall,
            known.len(),
            marked.len(),
            100.0 * links.f1()
        );
        figures.push(Figure {
            set: "happenings",
            part: "000,001".to_string(),
            metric: format!("happenings, {how}, B³ F1"),
            value: Some(b.f1()),
            note,
        });
        let missed: Vec<&str> = disputes
            .iter()
            .filter(|dispute| {
                let has = |side: &model::Side| {
                    golden(&side.claims)
                        .iter()
                        .filter(|id| dispute.claims.contains(id))
                        .cloned()
                        .collect::<BTreeSet<_>>()
                };
                let found = |ours: &model::Dispute| {
                    let sides: Vec<BTreeSet<String>> = ours.sides.iter().map(has).filter(|s| !s.is_empty()).collect();
                    sides.len() >= 2 && sides.iter().flatten().collect::<BTreeSet<_>>().len() >= 2
                };
                !fusion.disputes.iter().any(found)
            })
            .map(|dispute| dispute.id.as_str())
            .collect();
        let right = disputes.len() - missed.len();
        let mut figure =
            Figure::share("happenings", "000,001", &format!("disputes, {how}, found"), right, disputes.len());
        figure.note += &format!("; not {}", missed.join(", "));
        figures.push(figure);
    }
    Ok(figures)
}

fn load<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Option<T>> {
    if !path.exists() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{}", path.display())).map(Some)
}

/// The gold claims put together. Names are what they stand for; places lie in each other as the gold claims say.
fn given(chain: &Chain, gold: &[Claim], aliases: &Aliases, reads: &[Read]) -> Fusion {
    let texts: BTreeMap<String, Text> =
        reads.iter().map(|read| (number(&read.document.file), Text::of(read))).collect();
    let party = |name: &String| EntityId(aliases.canonical(&norm(name)).join(" "));
    let place = |name: &String| PlaceId(format!("name:{}", aliases.canonical(&norm(name)).join(" ")));
    let mut inside: BTreeMap<PlaceId, BTreeSet<PlaceId>> = BTreeMap::new();
    for claim in gold.iter().filter(|claim| claim.r#type == "located_in") {
        for inner in &claim.actor {
            inside.entry(place(inner)).or_default().extend(claim.place.iter().map(place));
        }
    }
    let mut names: BTreeMap<EntityId, Entity> = BTreeMap::new();
    for name in gold.iter().flat_map(|claim| claim.actor.iter().chain(&claim.target)) {
        let known = chain.lexicon.names.find(name);
        names.entry(party(name)).or_insert_with(|| Entity {
            id: party(name),
            name: name.clone(),
            kind: known.map_or(EntityKind::Group, |known| known.kind()),
            known: known.map(|known| known.key()),
            reasons: Vec::new(),
        });
    }
    let mut articles: BTreeMap<DocumentId, FuseArticle> = BTreeMap::new();
    let claims: Vec<FuseClaim> = gold
        .iter()
        .filter_map(|claim| {
            let document = DocumentId(claim.doc.clone());
            let text = texts.get(&number(&claim.doc));
            articles.entry(document.clone()).or_insert(FuseArticle {
                document: document.clone(),
                article: 0,
                outlet: None,
                taken_from: Vec::new(),
                published: text.and_then(|text| text.published),
            });
            let mut made = FuseClaim::new(ClaimId(claim.id.clone()), document, ClaimType::parse(&claim.r#type)?);
            // Without the text: quotes of one sentence overlap, and ten words or so make a step.
            let sentence = text.and_then(|text| text.sentence(claim.start));
            made.sentence = sentence.map_or((claim.start / 120) as u32, |(n, _)| n as u32);
            made.actors = claim.actor.iter().map(party).collect();
            made.targets = claim.target.iter().map(party).collect();
            made.places = claim
                .place
                .iter()
                .map(place)
                .map(|id| FusePlace { within: inside.get(&id).into_iter().flatten().cloned().collect(), id })
                .collect();
            let day = |day: &Option<String>| day.as_ref().and_then(|day| day.parse::<Date>().ok());
            made.time = claim.time.as_ref().and_then(|time| {
                Some(TimeRange { earliest: day(&time.start)?, latest: day(&time.end)?, resolved: Resolved::Stated })
            });
            made.quantities = claim
                .quantity
                .iter()
                .filter_map(|q| {
                    let what = QuantityKind::parse(&q.what)?;
                    Some(FuseQuantity { what, min: q.min, max: q.max, more: false, vague: false })
                })
                .collect();
            made.modality = Modality::parse(&claim.modality)?;
            made.polarity = Polarity::parse(&claim.polarity)?;
            made.chain = claim
                .attribution
                .iter()
                .map(|link| FuseLink {
                    sources: link.source.names().iter().map(party).collect(),
                    kind: SourceKind::Organisation,
                    stance: Stance::parse(&link.stance).unwrap_or(Stance::Asserts),
                })
                .collect();
            made.signs = chain.lexicon.signs.find(&claim.quote).into_iter().map(|(sign, _)| sign).collect();
            if let Some((_, words)) = sentence {
                let first =
                    |(sign, range): &(Sign, std::ops::Range<usize>)| *sign == Sign::Contrast && range.start == 0;
                made.signs.extend(chain.lexicon.signs.find(words).iter().filter(|s| first(s)).map(|(sign, _)| *sign));
            }
            made.retold = claim.quote.to_lowercase().starts_with("the ") || claim.quote.contains(" the ");
            Some(made)
        })
        .collect();
    let entities: Vec<Entity> = names.into_values().collect();
    let kin = fuse::kin(&entities, &chain.lexicon);
    let articles: Vec<FuseArticle> = articles.into_values().collect();
    fuse::fusion(&FuseInput {
        claims: &claims,
        articles: &articles,
        copies: &[],
        entities: &entities,
        kin: &kin,
        places: &[],
    })
}

/// The number that a document of the gold claims is known by.
fn number(file: &str) -> String {
    file.rsplit('/').next().unwrap_or_default().chars().take_while(char::is_ascii_digit).collect()
}

/// The sentences of a text with their first code points, and its day.
struct Text {
    sentences: Vec<(usize, String)>,
    published: Option<Date>,
}

impl Text {
    fn of(read: &Read) -> Text {
        let text = &read.document.text;
        let (mut at, mut points) = (0, 0);
        let mut sentences = Vec::new();
        for sentence in &read.resolution.reading.sentences {
            let (start, end) = (sentence.span.start as usize, sentence.span.end as usize);
            points += text.get(at..start).unwrap_or_default().chars().count();
            at = start.max(at);
            sentences.push((points, text.get(start..end).unwrap_or_default().to_string()));
        }
        let published = read.document.articles.iter().find_map(|article| article.published.as_ref());
        Text { sentences, published: published.map(|known| known.value) }
    }

    /// The sentence that a code point stands in, and its number.
    fn sentence(&self, point: usize) -> Option<(usize, &str)> {
        let after = self.sentences.partition_point(|(start, _)| *start <= point);
        let n = after.checked_sub(1)?;
        Some((n, self.sentences[n].1.as_str()))
    }
}
