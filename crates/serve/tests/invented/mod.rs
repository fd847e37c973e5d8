//! A case about a war that never was, for the tests of the API and of the pages: every form that a claim, a chain, a
//! figure and a page can have, and one document that tries to run in the reader's browser.

mod asked;
mod explained;
mod reports;
mod sheet;

use case::{Case, Entry, NearDuplicate};
use model::*;
use sheet::Sheet;
use std::path::Path;

/// Text that must reach a page as text.
pub const HOSTILE: &str = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><a href=\"javascript:alert(1)\">here</a>";

/// How the case is served: with explanations of its claims.
pub fn options() -> serve::Options {
    serve::Options {
        explainer: Some(serve::Explainer::new(explained::explanation)),
        asker: Some(serve::Asker::new(asked::reply)),
        joiner: Some(serve::Joiner::new(join)),
        ..serve::Options::default()
    }
}

/// Writes the case to a new file at `path`.
pub fn write(path: &Path) {
    let mut case = Case::open_or_create(path).expect("a new case file");
    let sheets = reports::all();
    for sheet in &sheets {
        let signatures = vec![Vec::new(); sheet.document.articles.len()];
        let entry = Entry { document: &sheet.document, signatures: &signatures, resolution: &sheet.resolution };
        case.add(&[entry], "test", false).expect("a document that can be added");
    }
    case.refuse("photo.txt", "intake/binary", "expected text, found the bytes of a picture: give the text beside it")
        .expect("a file that can be refused");
    assert!(store_events(&mut case, &sheets));
}

/// Puts the events in again that a decision took away. They name entities, and not those that are one with others now.
fn join(case: &mut Case) -> Result<(), String> {
    let decided = case.decisions().map_err(|error| error.to_string())?;
    let away: Vec<String> = decided
        .into_iter()
        .filter(|row| row.in_force && row.what == "merge")
        .filter_map(|row| row.other.map(|other| other.id))
        .collect();
    let mut sheets = reports::all();
    for claim in sheets.iter_mut().flat_map(|sheet| &mut sheet.resolution.reading.claims) {
        for role in [&mut claim.actor, &mut claim.target] {
            role.retain(|argument| argument.entity.as_ref().is_none_or(|entity| !away.contains(&entity.0)));
        }
    }
    store_events(case, &sheets).then_some(()).ok_or_else(|| "other documents".to_string())
}

fn store_events(case: &mut Case, sheets: &[Sheet]) -> bool {
    let known = case.documents_sha256().expect("a hash of the documents");
    let copies = [NearDuplicate {
        one: (sheets[1].document.id.clone(), 0),
        other: (sheets[2].document.id.clone(), 0),
        similarity: 0.94,
    }];
    case.replace_events(&known, &fusion(sheets), &copies, "test").expect("events that can be added")
}

/// One event of the claims about the ambush by origin, and one of each other claim.
fn events(sheets: &[Sheet]) -> Vec<Event> {
    let ambush = |sheet: &Sheet| -> Vec<ClaimId> {
        let claims = sheet.resolution.reading.claims.iter();
        claims.filter(|c| c.claim_type == ClaimType::Casualties).map(|c| c.id.clone()).collect()
    };
    let origin = |key: &str, name: &str, certain, mut claims: Vec<ClaimId>| {
        claims.sort();
        Origin { key: key.into(), name: name.into(), claims, certain, stand: Stand::Third }
    };
    let mut origins = vec![
        origin("entity:guard", "a source close to the Northern Guard", false, ambush(&sheets[0])),
        origin(
            "entity:ministry",
            "Ministry of Defence of Velmark",
            true,
            [ambush(&sheets[1]), ambush(&sheets[2])].concat(),
        ),
        origin("entity:front", "Kestrin Front", true, ambush(&sheets[3])),
    ];
    origins.sort_by(|a, b| a.key.cmp(&b.key));
    let mut joined: Vec<ClaimId> = origins.iter().flat_map(|o| o.claims.iter().cloned()).collect();
    joined.sort();
    let of = |wanted: &[ClaimId]| {
        let claims = sheets.iter().flat_map(|s| &s.resolution.reading.claims);
        claims.filter(|c| wanted.contains(&c.id)).cloned().collect::<Vec<_>>()
    };
    let event = |claims: Vec<ClaimId>, claim_type, origins: Vec<Origin>, count: OriginCount| {
        let told = of(&claims);
        let named = |role: fn(&model::Claim) -> &Vec<model::Argument>| {
            let mut ids: Vec<_> = told.iter().flat_map(|c| role(c).iter().filter_map(|a| a.entity.clone())).collect();
            ids.sort();
            ids.dedup();
            ids
        };
        let mut places: Vec<_> = told.iter().flat_map(|c| c.place.iter().filter_map(|a| a.place.clone())).collect();
        places.sort();
        places.dedup();
        Event {
            id: EventId(claims[0].0.clone()),
            claim_type,
            actors: named(|c| &c.actor),
            targets: named(|c| &c.target),
            places,
            time: told.iter().find_map(|c| c.time.as_ref().and_then(|t| t.range)),
            origins,
            origin_count: count,
            reasons: vec![
                "both tell of soldiers killed on the same road on days that can be one".into();
                claims.len() - 1
            ],
            claims,
            grade: if count.certain > 1 { Grade::Fair } else { Grade::Weak },
            whole: None,
            apart: Vec::new(),
        }
    };
    let mut events =
        vec![event(joined.clone(), ClaimType::Casualties, origins, OriginCount { certain: 2, possible: 3 })];
    for sheet in sheets {
        let name = sheet.document.articles.first().and_then(|a| a.outlet.as_ref()).map_or("", |o| o.value.as_str());
        for claim in sheet.resolution.reading.claims.iter().filter(|c| !joined.contains(&c.id)) {
            let origin = origin(&format!("outlet:{name}"), name, true, vec![claim.id.clone()]);
            let count = OriginCount { certain: 1, possible: 1 };
            events.push(event(vec![claim.id.clone()], claim.claim_type, vec![origin], count));
        }
    }
    events
}

/// The events with a dispute on the dead of the ambush, their figures, the mayor's forecast and every relation on its day.
fn fusion(sheets: &[Sheet]) -> Fusion {
    let events = events(sheets);
    let claims: Vec<&Claim> = sheets.iter().flat_map(|sheet| &sheet.resolution.reading.claims).collect();
    let dead: Vec<&&Claim> =
        claims.iter().filter(|c| c.claim_type == ClaimType::Casualties && !c.quantity.is_empty()).collect();
    let home = |claim: &ClaimId| {
        let event = events.iter().find(|event| event.claims.contains(claim)).expect("an event of every claim");
        event.id.clone()
    };
    let (first, last) = (dead[0], dead[dead.len() - 1]);
    let side = |says: &str, claim: &Claim| Side { says: says.into(), claims: vec![claim.id.clone()] };
    let figure = |claim: &Claim, stand| Figure {
        claim: claim.id.clone(),
        min: claim.quantity[0].min,
        max: claim.quantity[0].max,
        origin: "Ministry of Defence of Velmark".into(),
        day: Some(jiff::civil::date(2031, 3, 6)),
        stand,
    };
    let foretold: Vec<&&Claim> = claims.iter().filter(|c| c.claim_type == ClaimType::Forecast).collect();
    let shown =
        |outcome| Evidence { claim: last.id.clone(), shows: outcome, reason: "Told later of the same road.".into() };
    let courses = events.iter().filter(|event| event.claim_type.kind() == Kind::Relation).map(|event| {
        let days = event.time.map(|time| (time.earliest, time.latest));
        Course {
            relation: event.id.clone(),
            first: days.map(|(first, _)| (first, event.claims[0].clone())),
            last: days.map(|(_, last)| (last, event.claims[0].clone())),
            changes: vec![Change {
                day: jiff::civil::date(2031, 3, 9),
                claim: last.id.clone(),
                reason: "The front is told to leave the hills.".into(),
            }],
        }
    });
    Fusion {
        echoes: vec![Echo {
            event: home(&first.id),
            from: first.id.clone(),
            claim: last.id.clone(),
            by: Passage::Cites,
            changes: vec![EchoChange { what: Turn::FigureChanged, says: "killed: at least 5 became 3".into() }],
        }],
        disputes: vec![Dispute {
            id: DisputeId("d000000000000001".into()),
            kind: DisputeKind::Number,
            strength: Strength::Contradiction,
            event: home(&first.id),
            sides: vec![side("at least 5", first), side("3", last)],
            reason: "The figures for killed exclude each other: 3 against at least 5.".into(),
        }],
        tolls: vec![Toll {
            event: home(&first.id),
            what: QuantityKind::Killed,
            figures: dead
                .iter()
                .enumerate()
                .map(|(n, c)| figure(c, if n == 1 { FigureStand::Revised } else { FigureStand::Whole }))
                .collect(),
            low: Some(3.0),
            best: Some(5.0),
            high: None,
            reason: "Best is the figure with most origins, 2.".into(),
        }],
        forecasts: foretold
            .iter()
            .enumerate()
            .map(|(n, claim)| Forecast {
                claim: claim.id.clone(),
                also: Vec::new(),
                holders: claim.attribution.iter().flat_map(|l| &l.sources).filter_map(|s| s.entity.clone()).collect(),
                conditional: true,
                horizon: Some(jiff::civil::date(2031, 3, 20)),
                outcome: if n == 0 { Outcome::DidNot } else { Outcome::Open },
                evidence: if n == 0 { vec![shown(Outcome::DidNot)] } else { Vec::new() },
                reason: "Later claims tell that it did not come, or that the opposite did.".into(),
            })
            .collect(),
        courses: courses.collect(),
        events,
    }
}
