//! What do the claims of read texts come to together?

use crate::chain::{Chain, Read};
use fuse::{FuseArticle, FuseClaim, FuseInput, Reader};
use model::{Entity, EntityId, Fusion, Place, PlaceId, Span};
use std::collections::BTreeMap;

/// Joins the claims of texts as `isnad read` joins those of a case, but for copies, which are not looked for.
pub fn fusion(chain: &Chain, reads: &[Read]) -> Fusion {
    let mut places: BTreeMap<PlaceId, Place> = BTreeMap::new();
    let mut entities: BTreeMap<EntityId, Entity> = BTreeMap::new();
    let mut articles = Vec::new();
    for read in reads {
        places.extend(read.resolution.places.iter().map(|place| (place.id.clone(), place.clone())));
        entities.extend(read.resolution.entities.iter().map(|entity| (entity.id.clone(), entity.clone())));
        for (at, article) in read.document.articles.iter().enumerate() {
            let outlet = article.outlet.as_ref().map(|known| resolve::outlet(&known.value, &chain.lexicon));
            let taken_from: Vec<Entity> =
                article.taken_from.iter().map(|known| resolve::outlet(&known.value, &chain.lexicon)).collect();
            articles.push(FuseArticle {
                document: read.document.id.clone(),
                article: at as u32,
                outlet: outlet.as_ref().map(|outlet| outlet.id.clone()),
                taken_from: taken_from.iter().map(|outlet| outlet.id.clone()).collect(),
                published: article.published.as_ref().map(|known| known.value),
            });
            entities.extend(outlet.into_iter().chain(taken_from).map(|outlet| (outlet.id.clone(), outlet)));
        }
    }
    let reader = Reader::new(&places, &chain.lexicon);
    let mut claims: Vec<FuseClaim> = Vec::new();
    for read in reads {
        let words = |span: Span| read.document.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        let reading = &read.resolution.reading;
        for claim in &reading.claims {
            let sentence = |n: u32| reading.sentences.get(n as usize).map(|s| words(s.span)).unwrap_or_default();
            let (here, next) = (sentence(claim.sentence), sentence(claim.sentence + 1));
            claims.push(reader.claim(claim, words(claim.quote), here, next));
        }
    }
    let entities: Vec<Entity> = entities.into_values().collect();
    let kin = fuse::kin(&entities, &chain.lexicon);
    let names: Vec<(PlaceId, String)> = places.values().map(|p| (p.id.clone(), p.name.clone())).collect();
    fuse::fusion(&FuseInput {
        claims: &claims,
        articles: &articles,
        copies: &[],
        entities: &entities,
        kin: &kin,
        places: &names,
    })
}
