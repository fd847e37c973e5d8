//! What would stand in the reports? For each claim a clause that names its fields, so that a case file can hold the war.
//!
//! "Army of Arvia 0, strike against Front 3 of Arvia 0 in Tavan 0 2 17 on 2031-05-03, said Ministry of Arvia 0." Nobody writes so; the
//! words are there to be pointed at.

use super::War;
use anyhow::Result;
use fuse::FuseClaim;
use jiff::civil::Date;
use lexicon::{Lexicon, Sign};
use model::{
    Argument, Claim, Document, Entity, EntityId, Link, Marked, Place, PlaceClass, PlaceId, Quantity, Reading,
    Resolution, Sentence, SourceKind, Span, Stance, TimeWords,
};
use std::collections::{BTreeMap, BTreeSet};

impl War {
    /// Hands on each report with its reading. The claims must stand as they were made, those of a report together.
    pub fn each_report(
        &self,
        lexicon: &Lexicon,
        mut each: impl FnMut(Document, Resolution) -> Result<()>,
    ) -> Result<()> {
        let names = Names::new(self);
        let sidecars = intake::Sidecars::default();
        let mut from = 0;
        for (n, article) in self.articles.iter().enumerate() {
            let count = self.claims[from..].iter().take_while(|claim| claim.document == article.document).count();
            let claims = &self.claims[from..from + count];
            from += count;
            let mut page = Page::new(&names);
            let outlet = article.outlet.as_ref().map_or("nobody", |id| names.entity(id)).to_string();
            claims_of(claims, &mut page);
            // Papers differ in what stands under a text.
            page.words(&format!(" This is report {n} of {outlet}."));
            let mut context = intake::Context::new(lexicon, &sidecars);
            context.given = intake::Given { published: article.published, outlet: Some(outlet) };
            let name = format!("{n:06}.txt");
            let document = intake::document(&name, page.text.as_bytes(), None, &context)
                .map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
            anyhow::ensure!(document.text == page.text, "a text changed when it was taken in: {name}");
            let resolution = page.resolution(&document, self);
            each(document, resolution)?;
        }
        Ok(())
    }
}

struct Names<'a> {
    entities: BTreeMap<&'a EntityId, &'a Entity>,
    places: BTreeMap<&'a PlaceId, &'a str>,
    within: BTreeMap<&'a PlaceId, &'a [PlaceId]>,
}

impl<'a> Names<'a> {
    fn new(war: &'a War) -> Names<'a> {
        let placed = war.claims.iter().flat_map(|claim| &claim.places);
        Names {
            entities: war.entities.iter().map(|entity| (&entity.id, entity)).collect(),
            places: war.places.iter().map(|(id, name)| (id, name.as_str())).collect(),
            within: placed.map(|place| (&place.id, place.within.as_slice())).collect(),
        }
    }

    fn entity(&self, id: &EntityId) -> &str {
        self.entities.get(id).map_or("somebody", |entity| entity.name.as_str())
    }
}

/// A text that is being written, with the claims in it.
struct Page<'a> {
    names: &'a Names<'a>,
    text: String,
    sentences: Vec<Span>,
    claims: Vec<Claim>,
    entities: BTreeSet<&'a EntityId>,
    places: BTreeSet<&'a PlaceId>,
}

fn claims_of<'a>(claims: &'a [FuseClaim], page: &mut Page<'a>) {
    let mut order: Vec<&FuseClaim> = claims.iter().collect();
    order.sort_by_key(|claim| claim.sentence);
    let mut rest = order.as_slice();
    while let Some(first) = rest.first() {
        // What a copy left out leaves a gap.
        while page.sentences.len() < first.sentence as usize {
            let span = page.words("Nothing else was told. ");
            page.sentences.push(Span { end: span.end - 1, ..span });
        }
        let count = rest.iter().take_while(|claim| claim.sentence == first.sentence).count();
        let start = page.text.len();
        for (n, claim) in rest[..count].iter().enumerate() {
            if n > 0 {
                page.words("; ");
            }
            page.claim(claim);
        }
        page.words(".");
        page.sentences.push(Span::new(start, page.text.len()));
        page.words(" ");
        rest = &rest[count..];
    }
}

impl<'a> Page<'a> {
    fn new(names: &'a Names<'a>) -> Page<'a> {
        Page {
            names,
            text: String::new(),
            sentences: Vec::new(),
            claims: Vec::new(),
            entities: BTreeSet::new(),
            places: BTreeSet::new(),
        }
    }

    fn words(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    fn parties(&mut self, before: &str, ids: &'a [EntityId]) -> Vec<Argument> {
        let mut arguments = Vec::new();
        for (n, id) in ids.iter().enumerate() {
            self.words(if n == 0 { before } else { " and " });
            let span = self.words(self.names.entity(id));
            self.entities.insert(id);
            arguments.push(Argument { span, head: span, entity: Some(id.clone()), place: None });
        }
        arguments
    }

    fn day(&mut self, earliest: Date, latest: Date) -> Span {
        self.words(&if earliest == latest { earliest.to_string() } else { format!("{earliest} to {latest}") })
    }

    fn claim(&mut self, of: &'a FuseClaim) {
        let start = self.text.len();
        let actor = self.parties("", &of.actors);
        let signs = if of.signs.contains(&Sign::GoesOn) { " still" } else { "" };
        self.words(if of.polarity == model::Polarity::Negative { " did not" } else { " did" });
        self.words(signs);
        self.words(" ");
        let trigger = self.words(of.claim_type.as_str());
        let target = self.parties(" to ", &of.targets);
        let mut place = Vec::new();
        for one in &of.places {
            self.words(" in ");
            let span = self.words(self.names.places.get(&one.id).copied().unwrap_or("a place"));
            self.places.insert(&one.id);
            self.places.extend(&one.within);
            place.push(Argument { span, head: span, entity: None, place: Some(one.id.clone()) });
        }
        let time = of.time.map(|range| {
            self.words(" on ");
            TimeWords { span: self.day(range.earliest, range.latest), range: Some(range), value: None }
        });
        let mut quantity = Vec::new();
        for count in &of.quantities {
            self.words(", ");
            let number = count.min.or(count.max).unwrap_or_default();
            let words = format!(
                "{}{number}{}",
                if count.max.is_none() { "at least " } else { "" },
                if count.more { " more" } else { "" }
            );
            let span = self.words(&words);
            self.words(&format!(" {}", count.what));
            quantity.push(Quantity { what: count.what, min: count.min, max: count.max, span });
        }
        let quote = Span::new(start, self.text.len());
        let mut attribution = Vec::new();
        for link in &of.chain {
            self.words(", ");
            let cue = self.words(match link.stance {
                Stance::Asserts => "said",
                Stance::Denies => "denied",
                Stance::Doubts => "doubted",
            });
            let sources = self.parties(" ", &link.sources);
            if link.kind == SourceKind::Anonymous {
                self.words(" somebody");
            }
            attribution.push(Link { sources, kind: link.kind, cue, stance: link.stance, carried: false });
        }
        self.claims.push(Claim {
            id: of.id.clone(),
            document: of.document.clone(),
            article: 0,
            sentence: of.sentence,
            quote,
            claim_type: of.claim_type,
            trigger,
            actor,
            target,
            place,
            time,
            quantity,
            attribution,
            modality: Marked { value: of.modality, cue: None },
            polarity: Marked { value: of.polarity, cue: None },
            rule: "invented/clause".to_string(),
        });
    }

    fn resolution(self, document: &Document, war: &War) -> Resolution {
        let names = self.names;
        let mut claims = self.claims;
        claims.iter_mut().for_each(|claim| claim.document = document.id.clone());
        let sentences = self.sentences.into_iter().map(|span| Sentence { span, article: 0, part: 0 }).collect();
        let place = |id: &&PlaceId| Place {
            id: (*id).clone(),
            name: names.places.get(*id).map_or(id.0.clone(), |name| (*name).to_string()),
            class: PlaceClass::Settlement,
            point: None,
            radius_km: None,
            country: None,
            within: names.within.get(*id).map(|within| within.to_vec()).unwrap_or_default(),
            runners_up: Vec::new(),
        };
        let of_kin = war.kin.iter().filter(|(part, _)| self.entities.contains(part)).map(|(_, whole)| whole);
        let entities: BTreeSet<&EntityId> = self.entities.iter().copied().chain(of_kin).collect();
        Resolution {
            reading: Reading { sentences, claims, ..Reading::default() },
            entities: entities.into_iter().filter_map(|id| names.entities.get(id)).map(|e| (*e).clone()).collect(),
            places: self.places.iter().map(place).collect(),
            ..Resolution::default()
        }
    }
}
