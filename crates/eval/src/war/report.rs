//! What do the papers make of it? Reports tell a story with fields left out and figures that differ; some are copies, some rewrite
//! or cite one that came before.

use super::War;
use super::chance::Chance;
use super::story::{Happening, Story, story};
use super::world::{World, province};
use fuse::{FuseArticle, FuseClaim, FuseLink, FuseQuantity};
use jiff::civil::Date;
use lexicon::Sign;
use model::{
    ClaimId, ClaimType, DocumentId, EntityId, Modality, Polarity, QuantityKind, Resolved, SourceKind, Stance, TimeRange,
};

/// The most reports on one story.
const MOST: usize = 40;

/// All reports.
pub(super) fn told(world: &World, documents: usize, chance: &mut Chance) -> War {
    let mut war = War {
        claims: Vec::new(),
        truth: Vec::new(),
        articles: Vec::new(),
        copies: Vec::new(),
        entities: world.entities.clone(),
        kin: world.kin.clone(),
        places: world.places.clone(),
    };
    let mut number = 0;
    while war.articles.len() < documents {
        number += 1;
        let story = story(world, number, chance);
        // Most stories are told by few, some by many.
        let most = 1 + chance.below(MOST);
        let reports = (1 + chance.below(most).min(chance.below(most))).min(documents - war.articles.len());
        let first = war.articles.len();
        for _ in 0..reports {
            report(world, &mut war, &story, first, chance);
        }
    }
    war
}

fn id(of: &str, number: usize) -> String {
    blake3::hash(format!("{of} {number}").as_bytes()).to_hex()[..16].to_string()
}

fn after(day: Date, days: usize) -> Date {
    day.checked_add(jiff::Span::new().days(days as i64)).unwrap_or(day)
}

/// Where a report has its claims from.
enum From {
    Own,
    Copy(usize),
    Rewrite(usize),
    Cites(usize),
}

fn report(world: &World, war: &mut War, story: &Story<'_>, first: usize, chance: &mut Chance) {
    let at = war.articles.len();
    let outlet = chance.of_ranked(&world.outlets).clone();
    let earlier = |chance: &mut Chance| first + chance.below(at - first);
    let from = match chance.below(100) {
        _ if at == first => From::Own,
        0..20 => From::Copy(earlier(chance)),
        20..35 => From::Rewrite(earlier(chance)),
        35..50 => From::Cites(earlier(chance)),
        _ => From::Own,
    };
    let base = match from {
        From::Own => None,
        From::Copy(of) | From::Rewrite(of) | From::Cites(of) => war.articles[of].published,
    };
    let published = after(base.unwrap_or(story.day), chance.below(3));
    let document = DocumentId(id("report", at));
    war.articles.push(FuseArticle {
        document: document.clone(),
        article: 0,
        outlet: Some(outlet.clone()),
        taken_from: Vec::new(),
        published: Some(published),
    });
    match from {
        From::Own => own(world, war, story, &document, published, chance),
        From::Copy(of) => {
            war.copies.push((war.articles[of].document.clone(), document.clone()));
            retell(war, of, &document, |_, claim| Some(claim), chance);
        }
        // Sentences go, sources and doubt with them.
        From::Rewrite(of) => retell(
            war,
            of,
            &document,
            |chance, mut claim| {
                if chance.in_hundred(50) {
                    claim.chain.clear();
                    claim.modality = Modality::Fact;
                }
                (!chance.in_hundred(20)).then_some(claim)
            },
            chance,
        ),
        From::Cites(of) => {
            let cited = war.articles[of].outlet.clone();
            retell(
                war,
                of,
                &document,
                |chance, mut claim| {
                    claim.chain.insert(0, link(cited.iter().cloned().collect(), SourceKind::Outlet, Stance::Asserts));
                    (!chance.in_hundred(30)).then_some(claim)
                },
                chance,
            );
        }
    }
}

fn link(sources: Vec<EntityId>, kind: SourceKind, stance: Stance) -> FuseLink {
    FuseLink { sources, kind, stance }
}

/// The claims of a report once more, in another one.
fn retell(
    war: &mut War,
    of: usize,
    document: &DocumentId,
    change: impl Fn(&mut Chance, FuseClaim) -> Option<FuseClaim>,
    chance: &mut Chance,
) {
    let source = war.articles[of].document.clone();
    // The reports of a story stand at the end, and there are few of them.
    let from = war.claims.iter().rposition(|claim| claim.document == source).map_or(0, |at| at + 1);
    let count = war.claims[..from].iter().rev().take_while(|claim| claim.document == source).count();
    for at in from - count..from {
        let (claim, truth) = (war.claims[at].clone(), war.truth[at]);
        if let Some(claim) = change(chance, claim) {
            let id = ClaimId(id("claim", war.claims.len()));
            war.claims.push(FuseClaim { id, document: document.clone(), ..claim });
            war.truth.push(truth);
        }
    }
}

/// A report that tells a story by itself.
fn own(world: &World, war: &mut War, story: &Story<'_>, document: &DocumentId, published: Date, chance: &mut Chance) {
    let mut sentence = 0;
    let wanted = 9 + chance.below(7);
    let chain = said_by(story, chance);
    let claim = |war: &War, sentence: u32, of: ClaimType| FuseClaim {
        sentence,
        ..FuseClaim::new(ClaimId(id("claim", war.claims.len())), document.clone(), of)
    };
    for (n, happening) in story.happenings.iter().enumerate() {
        if n > 0 && chance.in_hundred(25) {
            continue;
        }
        let mut one = claim(war, sentence, happening.claim_type);
        let negative = filled(&mut one, happening, story, published, &chain, chance);
        war.claims.push(one);
        war.truth.push(happening.number ^ u64::from(negative));
        sentence += 1;
        // Told again further down, with less.
        if happening.claim_type == ClaimType::Casualties && chance.in_hundred(20) {
            let mut again = war.claims[war.claims.len() - 1].clone();
            again.id = ClaimId(id("claim", war.claims.len()));
            again.sentence = sentence + 4;
            again.actors.clear();
            again.chain.clear();
            war.claims.push(again);
            war.truth.push(happening.number ^ u64::from(negative));
        }
    }
    // What stands behind the story, and what the paper makes of it.
    while (sentence as usize) < wanted {
        let of = *chance.of(&[
            ClaimType::Backs,
            ClaimType::Opposes,
            ClaimType::Controls,
            ClaimType::PresentIn,
            ClaimType::Leads,
            ClaimType::Judgement,
            ClaimType::Intent,
        ]);
        let mut one = claim(war, sentence, of);
        let truth = background(world, &mut one, story, chance);
        war.claims.push(one);
        war.truth.push(truth);
        sentence += 1;
    }
}

/// A relation or judgement; the same words tell the same of it wherever they stand.
fn background(world: &World, claim: &mut FuseClaim, story: &Story<'_>, chance: &mut Chance) -> u64 {
    let state = story.state;
    let party = state.parties[if chance.in_hundred(50) { story.sides.0 } else { story.sides.1 }].clone();
    let mut of_place = false;
    match claim.claim_type {
        ClaimType::Backs => {
            claim.actors.push(chance.of_ranked(&world.states).id.clone());
            claim.targets.push(party);
        }
        ClaimType::Opposes | ClaimType::Judgement | ClaimType::Intent => {
            claim.actors.push(party);
            claim.targets.push(chance.of(&state.parties).clone());
        }
        ClaimType::Leads => {
            claim.actors.push(chance.of(&state.spokesmen).clone());
            claim.targets.push(party);
        }
        _ => {
            claim.actors.push(party);
            claim.places.push(story.town.clone());
            of_place = true;
        }
    }
    if claim.claim_type == ClaimType::Intent {
        claim.modality = Modality::Planned;
        claim.deed = Some(ClaimType::Capture);
        claim.places.push(story.town.clone());
        of_place = true;
    }
    if claim.claim_type.kind() == model::Kind::Relation && chance.in_hundred(3) {
        claim.polarity = Polarity::Negative;
    }
    let what = format!(
        "{} {} {:?} {:?} {:?}",
        claim.claim_type,
        claim.polarity,
        claim.actors,
        claim.targets,
        of_place.then_some(&story.town.id)
    );
    let hash = blake3::hash(what.as_bytes());
    u64::from_le_bytes(hash.as_bytes()[..8].try_into().unwrap_or_default())
}

/// Who told the paper; nobody, for half of them.
fn said_by(story: &Story<'_>, chance: &mut Chance) -> Vec<FuseLink> {
    match chance.below(8) {
        0 | 1 => vec![link(vec![story.state.ministry.clone()], SourceKind::Official, Stance::Asserts)],
        2 => vec![link(vec![chance.of_ranked(&story.state.spokesmen).clone()], SourceKind::Person, Stance::Asserts)],
        3 => vec![link(vec![story.state.parties[story.sides.1].clone()], SourceKind::Organisation, Stance::Asserts)],
        4 => vec![link(Vec::new(), SourceKind::Anonymous, Stance::Asserts)],
        _ => Vec::new(),
    }
}

/// Fills a claim with what a paper has of a happening. True when it tells that it did not happen.
fn filled(
    claim: &mut FuseClaim,
    happening: &Happening,
    story: &Story<'_>,
    published: Date,
    chain: &[FuseLink],
    chance: &mut Chance,
) -> bool {
    let named = |name: &Option<EntityId>, other: &Option<EntityId>, chance: &mut Chance| -> Vec<EntityId> {
        match other {
            Some(other) if chance.in_hundred(15) => vec![other.clone()],
            _ => name.iter().cloned().collect(),
        }
    };
    if !chance.in_hundred(30) {
        claim.actors = named(&happening.actor, &happening.actor_as, chance);
        if let Some(other) = happening.other_actor.as_ref().filter(|_| chance.in_hundred(40)) {
            claim.actors = vec![other.clone()];
        }
    }
    if !chance.in_hundred(15) {
        claim.targets = named(&happening.target, &happening.target_as, chance);
    }
    if happening.claim_type == ClaimType::Fight && chance.in_hundred(15) {
        std::mem::swap(&mut claim.actors, &mut claim.targets);
    }
    match chance.below(100) {
        0..65 => claim.places.push(story.town.clone()),
        65..78 => claim.places.push(province(story.town)),
        78..80 => claim.places.push(chance.of(&story.state.towns).clone()),
        _ => {}
    }
    claim.time = match chance.below(100) {
        0..50 => Some((happening.day, happening.day)),
        50..55 => Some((after(happening.day, 1), after(happening.day, 1))),
        55..62 => Some((happening.day.first_of_month(), happening.day.last_of_month().min(published))),
        _ => None,
    }
    .filter(|(from, until)| from <= until)
    .map(|(earliest, latest)| TimeRange { earliest, latest, resolved: Resolved::Stated });
    if let Some(count) = happening.count.filter(|_| !chance.in_hundred(10)) {
        let told = if chance.in_hundred(25) { count + 1 + chance.below(9) as u32 } else { count };
        let open = chance.in_hundred(15);
        claim.quantities.push(FuseQuantity {
            what: QuantityKind::Killed,
            min: Some(f64::from(told)),
            max: (!open).then(|| f64::from(told)),
            more: chance.in_hundred(2),
            vague: false,
        });
    }
    claim.chain = chain.to_vec();
    match claim.claim_type {
        ClaimType::Deploy if chance.in_hundred(10) => drop(claim.signs.insert(Sign::GoesOn)),
        ClaimType::Agree => drop(claim.signs.insert(Sign::Truce)),
        ClaimType::Fight if happening.long => {
            claim.signs.insert(Sign::Long);
            if chance.in_hundred(40) {
                claim.signs.insert(Sign::Begins);
            }
        }
        _ => {}
    }
    match chance.below(100) {
        0..15 => claim.modality = Modality::Claimed,
        15..19 => claim.modality = Modality::Possible,
        19..22 => {
            let accused = story.state.parties[story.sides.0].clone();
            claim.chain.push(link(vec![accused], SourceKind::Organisation, Stance::Denies));
        }
        22..24 => {
            claim.polarity = Polarity::Negative;
            return true;
        }
        _ => {}
    }
    false
}
