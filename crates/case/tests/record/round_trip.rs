use crate::sample::{document, event, fusion, resolution};
use case::query::{ClaimFilter, DocumentFilter, EntityFilter, EventFilter, Facets, PlaceFilter, Slice, SourceFilter};
use case::{Added, Case, Entry, EventState, Stand, Stored};
use model::{ClaimType, Document, Resolution};

fn add(case: &mut Case, document: &Document, resolution: &Resolution) -> Added {
    let signatures = vec![vec![1, 2, u64::MAX]];
    let entry = Entry { document, signatures: &signatures, resolution };
    case.add(&[entry], "1", false).unwrap()[0]
}

#[test]
fn a_document_comes_back_as_it_went_in() {
    let mut case = Case::in_memory().unwrap();
    let (document, other) = (document(1, "a.txt"), document(2, "b.txt"));
    let resolution = resolution(&document);
    assert_eq!(add(&mut case, &document, &resolution), Added::New);
    assert_eq!(add(&mut case, &other, &self::resolution(&other)), Added::New);
    let stored = case.stored(&document.id).unwrap().unwrap();
    let signatures = vec![vec![1, 2, u64::MAX]];
    let reading = "1".to_string();
    assert_eq!(stored, Stored { document: document.clone(), signatures, resolution, reading, whole: true });
    let claim = &stored.resolution.reading.claims[0].id.0;
    assert_eq!(case.claim_ids(claim, 9).unwrap(), [claim.as_str()]);
    assert_eq!(case.claim_ids("", 2).unwrap().len(), 2);
    assert!(case.claim_ids("no", 9).unwrap().is_empty() && case.claim_ids("%", 9).unwrap().is_empty());
    let verified = case.verify().unwrap();
    assert_eq!(verified.findings, []);
    assert_eq!((verified.documents, verified.claims), (2, 6));
    assert_eq!(case.stand(&document).unwrap(), Stand::Known);
    let before = case.dump().unwrap();
    assert_eq!(add(&mut case, &document, &self::resolution(&document)), Added::Known);
    assert_eq!(case.dump().unwrap(), before);
}

#[test]
fn all_claims_are_handed_on_as_they_were_read_with_their_sentences() {
    let mut case = Case::in_memory().unwrap();
    for (number, file) in [(1, "a.txt"), (2, "b.txt"), (3, "c.txt")] {
        let document = document(number, file);
        add(&mut case, &document, &resolution(&document));
    }
    let mut found = Vec::new();
    let words = |words: &str| words.to_string();
    case.each_stored_claim(|claim, quote, sentence, next| {
        found.push((claim, words(quote), words(sentence), words(next)))
    })
    .unwrap();
    let mut read = Vec::new();
    for id in case.document_ids().unwrap() {
        let Stored { document, resolution, .. } = case.stored(&id).unwrap().unwrap();
        let sentence = |n: u32| resolution.reading.sentences.get(n as usize).map_or("", |s| s.span.of(&document.text));
        for claim in &resolution.reading.claims {
            let (here, next) = (sentence(claim.sentence), sentence(claim.sentence + 1));
            read.push((claim.clone(), words(claim.quote.of(&document.text)), words(here), words(next)));
        }
    }
    assert_eq!(found.len(), 9);
    assert_eq!(found, read);
}

#[test]
fn what_is_counted_when_claims_are_joined_is_what_is_counted_when_it_is_asked_for() {
    let mut case = Case::in_memory().unwrap();
    let (one, two) = (document(1, "x/a.txt"), document(2, "x/b.txt"));
    let (first, second) = (resolution(&one), resolution(&two));
    add(&mut case, &one, &first);
    add(&mut case, &two, &second);
    let told = |case: &Case| {
        let types = ClaimType::ALL.iter().map(|of| ClaimFilter { types: vec![*of], ..Default::default() });
        let filters = std::iter::once(ClaimFilter::default()).chain(types);
        let facets: Vec<Facets> = filters.map(|filter| case.facets(&filter, 100).unwrap()).collect();
        (facets, case.entities(&EntityFilter::default()).unwrap())
    };
    let asked = told(&case);
    assert!(asked.0[0].actor.iter().any(|actor| actor.count > 1));
    let documents = case.documents_sha256().unwrap();
    assert!(case.replace_events(&documents, &fusion(event(&[&first, &second])), &[], "1").unwrap());
    assert_eq!(told(&case), asked);
}

#[test]
fn questions_are_answered() {
    let mut case = Case::in_memory().unwrap();
    let (one, two) = (document(1, "x/a.txt"), document(2, "x/b.txt"));
    let (first, second) = (resolution(&one), resolution(&two));
    add(&mut case, &one, &first);
    add(&mut case, &two, &second);
    assert_eq!(case.event_state().unwrap(), EventState::Missing);
    let event = event(&[&first, &second]);
    let documents = case.documents_sha256().unwrap();
    assert!(case.replace_events(&documents, &fusion(event.clone()), &[], "1").unwrap());
    assert_eq!(case.event_state().unwrap(), EventState::Current);
    assert_eq!(case.verify().unwrap().findings, []);

    let overview = case.overview().unwrap();
    assert_eq!((overview.documents, overview.claims, overview.events), (2, 6, 1));
    let count = |filter: ClaimFilter| case.claims(&filter).unwrap().total;
    assert_eq!(count(ClaimFilter { types: vec![ClaimType::Withdraw], ..Default::default() }), 4);
    assert_eq!(count(ClaimFilter { actor: Some("rebel".into()), ..Default::default() }), 4);
    assert_eq!(count(ClaimFilter { target: Some("Tavan Army".into()), ..Default::default() }), 2);
    assert_eq!(count(ClaimFilter { place: Some("geonames:4200001".into()), ..Default::default() }), 4);
    assert_eq!(count(ClaimFilter { source: Some("courier".into()), ..Default::default() }), 2);
    assert_eq!(count(ClaimFilter { text: Some("borova LEFT".into()), ..Default::default() }), 2);
    assert_eq!(count(ClaimFilter { text: Some("\"left borova\"".into()), ..Default::default() }), 2);
    assert_eq!(count(ClaimFilter { text: Some("\"borova left\"".into()), ..Default::default() }), 0);
    assert_eq!(count(ClaimFilter { document: Some("a.txt".into()), ..Default::default() }), 3);
    assert_eq!(count(ClaimFilter { event: Some(event.id.0.clone()), ..Default::default() }), 4);
    assert_eq!(count(ClaimFilter { to: Some("2031-02-02".parse().unwrap()), ..Default::default() }), 0);
    let page = case.claims(&ClaimFilter { slice: Slice { offset: 1, limit: Some(2) }, ..Default::default() }).unwrap();
    assert_eq!((page.total, page.rows.len(), page.rows[0].n), (6, 2, 1));
    assert_eq!(page.rows[0].attribution[0].sources[0].name(), Some("Tavan Courier"));
    assert_eq!(case.claim(&page.rows[0].id).unwrap().as_ref(), Some(&page.rows[0]));

    let documents = case.documents(&DocumentFilter { text: Some("mayor".into()), ..Default::default() }).unwrap();
    assert_eq!((documents.total, documents.rows[0].file.as_str()), (2, "x/a.txt"));
    assert_eq!(
        case.documents(&DocumentFilter { outlet: Some("tavan courier".into()), ..Default::default() }).unwrap().total,
        2
    );
    let events = case.events(&EventFilter { actor: Some("rebels".into()), ..Default::default() }).unwrap();
    assert_eq!((events.total, events.rows[0].claims, events.rows[0].documents), (1, 4, 2));
    let page = case.event(&event.id.0).unwrap().unwrap();
    assert_eq!((page.origins.len(), page.origins[0].claims.len(), page.other.len()), (1, 4, 0));
    let entities = case.entities(&EntityFilter { in_claims: true, ..Default::default() }).unwrap();
    assert_eq!(
        entities.rows.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(),
        ["rebels", "Tavan Army", "Tavan Courier"]
    );
    assert_eq!(case.entity(&entities.rows[0].id).unwrap().unwrap().aliases[0].words, "Rebels");
    let sources = case.sources(&SourceFilter::default()).unwrap();
    assert_eq!(
        sources.rows.iter().map(|s| (s.name.as_deref().unwrap(), s.claims, s.innermost)).collect::<Vec<_>>(),
        [("Tavan Courier", 2, 0), ("a source close to the army", 2, 2)]
    );
    assert_eq!(case.places(&PlaceFilter::default()).unwrap().rows[0].claims, 4);
    assert_eq!(case.document("none").unwrap(), None);
}
