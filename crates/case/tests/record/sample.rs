//! Documents made by hand, with everything a document can have.

use jiff::civil::Date;
use model::*;

/// The bytes at which `words` stand in `text`.
pub fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {text:?}"));
    Span::new(start, start + words.len())
}

pub const TEXT: &str = "Rebels leave Borova\n\nTAVAN — “At least 42 rebels may have left Borova on Feb. 3,” a source close to \
    the army told the Tavan Courier. The mayor denied it.\n\nSubscribe now!";

pub fn entity(kind: EntityKind, name: &str) -> Entity {
    let id = name.bytes().fold(7_u64, |h, b| h.wrapping_mul(1_099_511_628_211).wrapping_add(u64::from(b)));
    Entity {
        id: EntityId(format!("{id:016x}")),
        name: name.to_string(),
        kind,
        known: None,
        reasons: vec!["same name".to_string()],
    }
}

pub fn place() -> Place {
    Place {
        id: PlaceId("geonames:4200001".to_string()),
        name: "Borova".to_string(),
        class: PlaceClass::Settlement,
        point: Some((48.25, 37.5)),
        radius_km: Some(3.5),
        country: Some("XX".to_string()),
        within: vec![PlaceId("admin1:XX.01".to_string())],
        runners_up: vec!["geonames:4200009".to_string()],
    }
}

/// A document with a number in its text, so that each number makes another document.
pub fn document(number: u32, file: &str) -> Document {
    let text = format!("{TEXT}\n\nNo. {number}");
    let mixed = u128::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_0c0b_1234_5678);
    let sha256 = format!("{mixed:064x}");
    let sha256: String = sha256.chars().rev().collect();
    let known = |value: &str, how| Some(Known { value: value.to_string(), how });
    Document {
        id: DocumentId(sha256[..16].to_string()),
        sha256,
        file: file.to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        articles: vec![Article {
            title: known("Rebels leave Borova", HowKnown::Text(at(&text, "Rebels leave Borova"))),
            outlet: known("Tavan Courier", HowKnown::Sidecar(2)),
            authors: vec![
                Known { value: "Ada Lind".to_string(), how: HowKnown::PageData("author".to_string()) },
                Known { value: "Bo Stern".to_string(), how: HowKnown::Given },
            ],
            published: Some(Known { value: Date::constant(2031, 2, 5), how: HowKnown::Given }),
            dateline: known("TAVAN", HowKnown::Text(at(&text, "TAVAN"))),
            taken_from: known("Arvian Agency", HowKnown::Given).into_iter().collect(),
            translated: known("Translated from the Arvic", HowKnown::Given),
            url: None,
            language: Some("en".to_string()),
            parts: vec![
                Part { span: at(&text, "Rebels leave Borova"), role: PartRole::Headline },
                Part {
                    span: Span::new(at(&text, "TAVAN").start as usize, at(&text, "it.").end as usize),
                    role: PartRole::Paragraph,
                },
            ],
        }],
        asides: vec![Aside { span: at(&text, "Subscribe now!"), reason: AsideReason::Offer }],
        problems: vec![Problem {
            stage: Stage::Intake,
            code: "charset/replaced".to_string(),
            span: Some(at(&text, "—")),
            message: "expected a dash, found another".to_string(),
        }],
        text,
    }
}

/// What a reader could find in [`document`].
pub fn resolution(document: &Document) -> Resolution {
    let text = &document.text;
    let rebels = entity(EntityKind::Group, "rebels");
    let army = entity(EntityKind::Organisation, "Tavan Army");
    let courier = entity(EntityKind::Organisation, "Tavan Courier");
    let place = place();
    let who = |words: &str, entity: Option<&Entity>| Argument {
        span: at(text, words),
        head: at(text, words),
        entity: entity.map(|e| e.id.clone()),
        place: None,
    };
    let claim = |n: u32, words: &str, claim_type| Claim {
        id: ClaimId(format!("{}{n:04x}", &document.id.0[..12])),
        document: document.id.clone(),
        article: 0,
        sentence: n,
        quote: at(text, words),
        claim_type,
        trigger: at(text, words),
        actor: Vec::new(),
        target: Vec::new(),
        place: Vec::new(),
        time: None,
        quantity: Vec::new(),
        attribution: Vec::new(),
        modality: Marked { value: Modality::Fact, cue: None },
        polarity: Marked { value: Polarity::Positive, cue: None },
        rule: "event/verb".to_string(),
    };
    let borova = Argument { place: Some(place.id.clone()), ..who("Borova", None) };
    let mut headline = claim(0, "Rebels leave Borova", ClaimType::Withdraw);
    headline.trigger = at(text, "leave");
    headline.actor = vec![who("Rebels", Some(&rebels))];
    headline.place = vec![borova.clone()];
    let mut left = claim(1, "At least 42 rebels may have left Borova on Feb. 3", ClaimType::Withdraw);
    left.trigger = at(text, "left");
    left.actor = vec![who("At least 42 rebels", Some(&rebels))];
    left.place = vec![borova];
    left.time = Some(TimeWords {
        span: at(text, "Feb. 3"),
        range: Some(TimeRange {
            earliest: Date::constant(2031, 2, 3),
            latest: Date::constant(2031, 2, 3),
            resolved: Resolved::FromPublication,
        }),
        value: Some("2031-02-03".to_string()),
    });
    left.quantity =
        vec![Quantity { what: QuantityKind::Fighters, min: Some(42.0), max: None, span: at(text, "At least 42") }];
    left.attribution = vec![
        Link {
            sources: vec![who("the Tavan Courier", Some(&courier))],
            kind: SourceKind::Outlet,
            cue: at(text, "told"),
            stance: Stance::Asserts,
            carried: false,
        },
        Link {
            sources: vec![who("a source close to the army", None)],
            kind: SourceKind::Anonymous,
            cue: at(text, "told"),
            stance: Stance::Asserts,
            carried: true,
        },
    ];
    left.modality = Marked { value: Modality::Possible, cue: Some(at(text, "may")) };
    let mut denied = claim(2, "The mayor denied it.", ClaimType::Refuse);
    denied.actor = vec![who("The mayor", None)];
    denied.target = vec![who("the army", Some(&army))];
    denied.polarity = Marked { value: Polarity::Negative, cue: Some(at(text, "denied")) };
    let mention = |words: &str, kind, sentence| Mention {
        span: at(text, words),
        head: at(text, words),
        kind,
        hint: (kind == MentionKind::Name).then_some(EntityKind::Organisation),
        plural: words.ends_with('s'),
        sentence,
    };
    let mut entities = vec![rebels.clone(), army.clone(), courier.clone()];
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    let sentence = |words: &str, part| Sentence { span: at(text, words), article: 0, part };
    Resolution {
        reading: Reading {
            sentences: vec![
                sentence("Rebels leave Borova", 0),
                sentence(
                    "“At least 42 rebels may have left Borova on Feb. 3,” a source close to the army told the Tavan Courier.",
                    1,
                ),
                sentence("The mayor denied it.", 1),
            ],
            mentions: vec![
                mention("Rebels", MentionKind::Nominal, 0),
                mention("Tavan Courier", MentionKind::Name, 1),
                mention("it", MentionKind::Pronoun, 2),
            ],
            claims: vec![headline, left, denied],
            times: Vec::new(),
            problems: vec![Problem {
                stage: Stage::Read,
                code: "sentence/quote".to_string(),
                span: None,
                message: "expected an end of the quotation, found none".to_string(),
            }],
        },
        mention_entities: vec![Some(rebels.id), Some(courier.id), None],
        mention_places: vec![None, None, None],
        entities,
        places: vec![place],
    }
}

/// One event of the withdrawal claims of some documents.
pub fn event(resolutions: &[&Resolution]) -> Event {
    let mut claims: Vec<ClaimId> =
        resolutions.iter().flat_map(|r| r.reading.claims[..2].iter().map(|c| c.id.clone())).collect();
    claims.sort();
    let first = resolutions[0];
    Event {
        id: EventId(claims[0].0.clone()),
        claim_type: ClaimType::Withdraw,
        actors: first.reading.claims[0].actor[0].entity.iter().cloned().collect(),
        targets: Vec::new(),
        places: vec![first.places[0].id.clone()],
        time: first.reading.claims[1].time.as_ref().and_then(|t| t.range),
        origins: vec![Origin {
            key: "outlet:Tavan Courier".to_string(),
            name: "Tavan Courier".to_string(),
            claims: claims.clone(),
            certain: true,
            stand: Stand::Third,
        }],
        origin_count: OriginCount { certain: 1, possible: 1 },
        reasons: vec!["The same rebels left the same town.".to_string(); claims.len() - 1],
        claims,
        grade: Grade::Weak,
        whole: None,
        apart: Vec::new(),
    }
}

/// An event with a dispute about its claims, a toll, a forecast and a course, each as small as can be.
pub fn fusion(event: Event) -> Fusion {
    let (first, last) = (event.claims[0].clone(), event.claims[event.claims.len() - 1].clone());
    let day = Date::constant(2031, 2, 3);
    let side = |says: &str, claim: &ClaimId| Side { says: says.to_string(), claims: vec![claim.clone()] };
    Fusion {
        echoes: vec![Echo {
            event: event.id.clone(),
            from: first.clone(),
            claim: last.clone(),
            by: Passage::Cites,
            changes: vec![EchoChange {
                what: Turn::DoubtDropped,
                says: "claimed before, stated plainly here".to_string(),
            }],
        }],
        disputes: vec![Dispute {
            id: DisputeId("00000000000000d1".to_string()),
            kind: DisputeKind::Number,
            strength: Strength::Contradiction,
            event: event.id.clone(),
            sides: vec![side("42", &first), side("at least 50", &last)],
            reason: "The figures exclude each other.".to_string(),
        }],
        tolls: vec![Toll {
            event: event.id.clone(),
            what: QuantityKind::Persons,
            figures: vec![Figure {
                claim: first.clone(),
                min: Some(42.0),
                max: None,
                origin: "Tavan Courier".to_string(),
                day: Some(day),
                stand: FigureStand::Whole,
            }],
            low: Some(42.0),
            best: Some(42.0),
            high: None,
            reason: "All figures that stand are one.".to_string(),
        }],
        forecasts: vec![Forecast {
            claim: first.clone(),
            also: Vec::new(),
            holders: event.actors.clone(),
            conditional: true,
            horizon: Some(day),
            outcome: Outcome::CameTrue,
            evidence: vec![Evidence {
                claim: last.clone(),
                shows: Outcome::CameTrue,
                reason: "Told later of the same town.".to_string(),
            }],
            reason: "Later claims tell that it came.".to_string(),
        }],
        courses: vec![Course {
            relation: event.id.clone(),
            first: Some((day, first)),
            last: Some((day, last.clone())),
            changes: vec![Change { day, claim: last, reason: "It is told not to be so.".to_string() }],
        }],
        events: vec![event],
    }
}
