//! Which claims of the case are about one happening? Hands the record to `fuse` and stores its events.

use crate::knowledge;
use case::{Case, EventState, NearDuplicate, StoredArticle};
use fuse::{FuseArticle, FuseInput};
use intake::Signature;
use lexicon::Lexicon;
use model::{DocumentId, Place, PlaceId};
use std::collections::BTreeMap;

/// Joins the claims when documents changed since it was done, or when another version of the program did it.
/// True when something was done.
pub fn if_needed(case: &mut Case, lexicon: &Lexicon) -> anyhow::Result<bool> {
    let current = case.event_state()? == EventState::Current;
    let reading = knowledge::version(&case.knowledge()?);
    let same_version = case.event_version()?.is_none_or(|version| version == reading);
    if current && same_version {
        return Ok(false);
    }
    // Another program may add documents while this one joins; then what was joined is of no use, and it is done again.
    while !join(case, lexicon, &reading)? {}
    Ok(true)
}

/// For a command that shows events: joins when needed and when the file can be written; else says that it cannot.
pub fn before_showing(case: &mut Case) -> anyhow::Result<()> {
    if case.event_state()? == EventState::Current {
        return Ok(());
    }
    if !case.is_writable() {
        eprintln!(
            "{}: claims on one happening have not been joined since documents were added, and the file cannot be written: \
             there are no events to show",
            case.path().display()
        );
        return Ok(());
    }
    let lexicon = knowledge::lexicon(&case.knowledge()?)?;
    if_needed(case, &lexicon).map(drop)
}

fn join(case: &mut Case, lexicon: &Lexicon, reading: &str) -> anyhow::Result<bool> {
    let documents = case.documents_sha256()?;
    let places: BTreeMap<PlaceId, Place> = case.all_places()?.into_iter().map(|p| (p.id.clone(), p)).collect();
    let reader = fuse::Reader::new(&places, lexicon);
    let mut claims = Vec::new();
    case.each_stored_claim(|claim, quote, sentence, next| {
        claims.push(reader.claim(&claim, quote, sentence, next));
    })?;
    let stored = case.articles()?;
    let mut entities = case.all_entities()?;
    let merged = case.merged_entities()?;
    let mut articles = Vec::with_capacity(stored.len());
    for article in &stored {
        let entity = |name: &str| {
            let mut outlet = resolve::outlet(name, lexicon);
            if let Some(into) = merged.get(&outlet.id) {
                outlet.id = into.clone();
            }
            outlet
        };
        let outlet = article.outlet.as_deref().map(entity);
        let taken_from: Vec<model::Entity> = article.taken_from.iter().map(|name| entity(name)).collect();
        articles.push(FuseArticle {
            document: article.document.clone(),
            article: article.article,
            outlet: outlet.as_ref().map(|o| o.id.clone()),
            taken_from: taken_from.iter().map(|from| from.id.clone()).collect(),
            published: article.published,
        });
        entities.extend(outlet.into_iter().chain(taken_from));
    }
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    entities.dedup_by(|a, b| a.id == b.id);
    let near_duplicates = near_duplicates(&stored);
    let copies: Vec<(DocumentId, DocumentId)> =
        near_duplicates.iter().map(|pair| (pair.one.0.clone(), pair.other.0.clone())).collect();
    let names: Vec<(PlaceId, String)> = places.values().map(|p| (p.id.clone(), p.name.clone())).collect();
    let kin = fuse::kin(&entities, lexicon);
    let input = FuseInput {
        claims: &claims,
        articles: &articles,
        copies: &copies,
        entities: &entities,
        kin: &kin,
        places: &names,
    };
    let fusion = fuse::fusion(&input);
    Ok(case.replace_events(&documents, &fusion, &near_duplicates, reading)?)
}

/// Articles of different documents of which one stands in the other, wholly or mostly.
fn near_duplicates(articles: &[StoredArticle]) -> Vec<NearDuplicate> {
    let signed: Vec<((DocumentId, u32), Signature)> = articles
        .iter()
        .filter_map(|a| Some(((a.document.clone(), a.article), Signature::from_values(&a.signature)?)))
        .collect();
    intake::similar(&signed)
        .into_iter()
        .filter(|pair| pair.a.0 != pair.b.0)
        .map(|pair| NearDuplicate { one: pair.a, other: pair.b, similarity: pair.containment })
        .collect()
}
