//! Whom do "I" and "we" stand for?
//!
//! "I" is who is quoted. "We" is the party for which he speaks: the state of a minister, the brigade of its commander, the
//! coalition of its spokesman. Where nobody is quoted it is who publishes, or who opened the statement: "The United States
//! condemns the attack. … We support an inquiry."

use crate::cast::{Cast, Found};
use crate::claim::{Scene, distinct, note};
use crate::office;
use crate::opening;
use crate::reason::ClaimReasons;
use crate::wording::{as_word, clean, is_in_singular, last_word, singulars, word_before};
use lexicon::{ActorKind, Antecedent, Known, Lexicon, NounClass, TitleClass};
use model::{Argument, Claim, ClaimType, Entity, EntityId, EntityKind, MentionKind};
use std::collections::{BTreeMap, BTreeSet};

/// Sentences back within which somebody who opens one can be who speaks in a text's own voice.
const STATEMENT: u32 = 4;
/// Sentences of a statement; a longer text is none.
const LENGTH: u32 = 40;
/// The rule that reads what must be done.
const MUST: &str = "event/must";
/// The rule that reads "thank you".
const THANKS: &str = "event/thanks";
const QUOTES: [char; 3] = ['"', '“', '”'];

/// True for "I" and "we".
pub(crate) fn is_speaker(words: &str, lexicon: &Lexicon) -> bool {
    let anaphor = as_word(words).and_then(|word| lexicon.anaphors.get(&word));
    anaphor.is_some_and(|anaphor| anaphor.stands_for.contains(&Antecedent::Speaker))
}

/// True for "we" and for "our soldiers".
fn is_of_speaker(argument: &Argument, scene: &Scene<'_, '_>) -> bool {
    let (text, lexicon) = (&scene.document.text, scene.roster.lexicon);
    argument.entity.is_none() && argument.span.get(text).is_some_and(|words| is_speaker(&clean(words), lexicon))
        || word_before(text, argument.span.start as usize).is_some_and(|owner| is_speaker(&owner, lexicon))
}

/// Fills "I" and "we", which are known when everybody else is.
pub(crate) fn fill(claims: &mut [Claim], scene: &Scene<'_, '_>, cast: &mut Cast, reasons: &mut [ClaimReasons]) {
    let bodies = bodies(claims, scene, cast);
    let voices = voices(claims, scene, cast);
    let sides = sides(claims, cast);
    let we = opening::we(scene);
    for (claim, reasons) in claims.iter_mut().zip(reasons) {
        if !claim.actor.iter().chain(&claim.target).any(|argument| is_of_speaker(argument, scene)) {
            continue;
        }
        let innermost = claim.attribution.last().and_then(|link| link.sources.first());
        let speaker = innermost.and_then(|first| first.entity.clone());
        let we = we.get(&claim.article).and_then(Option::as_ref);
        let body = body(speaker.as_ref(), claim, &bodies, &voices, we, scene, cast)
            .or_else(|| only_side(speaker.as_ref()?, &sides, scene, cast));
        for role in [&mut claim.actor, &mut claim.target] {
            for argument in role.iter_mut() {
                if let Some(owned) = body.as_ref().and_then(|body| ours(argument, body, scene, cast)) {
                    argument.entity = Some(owned);
                }
            }
            for argument in role.iter_mut().filter(|argument| argument.entity.is_none()) {
                let words = clean(argument.span.get(&scene.document.text).unwrap_or(""));
                if !is_speaker(&words, scene.roster.lexicon) {
                    continue;
                }
                let lower = words.to_lowercase();
                let several = scene.roster.lexicon.anaphors.get(&lower).is_some_and(|anaphor| anaphor.plural);
                let meant = if several { body.as_ref().or(speaker.as_ref()) } else { speaker.as_ref() };
                if let Some(meant) = meant.cloned() {
                    cast.journal.take();
                    cast.because(&meant, &format!("{lower} is who speaks"), None);
                    argument.entity = Some(meant);
                    reasons.arguments.retain(|told| told.span != argument.span || told.entity.is_some());
                    note(std::slice::from_ref(argument), cast, reasons);
                }
            }
            distinct(role);
        }
    }
    demanding(claims, scene);
    thanking(claims);
}

/// Gives the thanks of a speech to whoever holds it: "*Thank you*, Envoy, for your report".
fn thanking(claims: &mut [Claim]) {
    for claim in claims.iter_mut().filter(|claim| claim.rule == THANKS && claim.actor.is_empty()) {
        let speaker = claim.attribution.last().and_then(|link| link.sources.first());
        let Some(entity) = speaker.and_then(|speaker| speaker.entity.clone()) else { continue };
        let span = claim.trigger;
        claim.actor.push(Argument { span, head: span, entity: Some(entity), place: None });
    }
}

/// Gives what "must" be done in a text's own voice to who says "we" there: "We condemn the raid. … Those responsible *must* be tried."
fn demanding(claims: &mut [Claim], scene: &Scene<'_, '_>) {
    let mut own: BTreeMap<u32, EntityId> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| claim.attribution.is_empty()) {
        let we = claim.actor.iter().find(|argument| {
            argument.span.get(&scene.document.text).is_some_and(|words| words.eq_ignore_ascii_case("we"))
        });
        if let Some(entity) = we.and_then(|we| we.entity.clone()) {
            own.entry(claim.article).or_insert(entity);
        }
    }
    for claim in claims.iter_mut().filter(|claim| claim.rule == MUST && claim.actor.is_empty()) {
        let Some(entity) = own.get(&claim.article).filter(|_| claim.attribution.is_empty()) else { continue };
        let told = claim.target.iter().any(|target| target.entity.as_ref() == Some(entity));
        if !told {
            let (span, entity) = (claim.trigger, Some(entity.clone()));
            claim.actor.push(Argument { span, head: span, entity, place: None });
        }
    }
}

/// For whom somebody speaks, or nobody where a text speaks in its own voice.
fn body(
    speaker: Option<&EntityId>,
    claim: &Claim,
    bodies: &BTreeMap<EntityId, (Tie, EntityId)>,
    voices: &Voices,
    we: Option<&EntityId>,
    scene: &Scene<'_, '_>,
    cast: &mut Cast,
) -> Option<EntityId> {
    let publisher = publisher(claim, scene, cast);
    let Some(speaker) = speaker else {
        // What is quoted is somebody's who was not read.
        let sentence = scene.reading.sentences.get(claim.sentence as usize)?;
        if sentence.span.get(&scene.document.text)?.contains(QUOTES) {
            return publisher;
        }
        if we.is_some() {
            return we.cloned();
        }
        // A government that publishes speaks for its state, whoever met.
        let gathered =
            voices.gathered.get(&claim.article).filter(|(at, _)| *at < claim.sentence && publisher.is_none());
        if let Some((at, group)) = gathered {
            // "The contact group met in Velna. Norland thanks its hosts. *We* …": Norland speaks.
            let between = (claim.article, *at)..(claim.article, claim.sentence);
            if voices.states.range(between).next().is_none() {
                return Some(group.clone());
            }
        }
        let opener = opener(claim, voices, scene, cast);
        return opener
            .filter(|opener| publisher.is_none() || is_force(opener, scene, cast))
            .or(publisher)
            .or_else(|| statement(claim, voices, scene));
    };
    if let Some(state) = office_of_state(speaker, scene, cast) {
        return Some(state);
    }
    if let Some((_, body)) = bodies.get(speaker) {
        return Some(body.clone());
    }
    office::serves(speaker, claim, scene, cast)
        .or_else(|| described_body(speaker, claim, scene, cast))
        .or_else(|| unit(speaker, claim, scene, cast))
        .or(publisher)
        .or_else(|| issuer(claim, voices).filter(|_| holds_office(speaker, scene, cast)))
        .or_else(|| statement(claim, voices, scene).filter(|_| holds_office(speaker, scene, cast)))
}

/// By speaker, the states and bodies that he tells to mean, condemn or support something.
type Sides = BTreeMap<EntityId, BTreeSet<EntityId>>;

fn sides(claims: &[Claim], cast: &Cast) -> Sides {
    use ClaimType::{Accuse, Intent, Support};
    let mut sides = Sides::default();
    for claim in claims.iter().filter(|claim| matches!(claim.claim_type, Accuse | Intent | Support)) {
        let [Argument { entity: Some(actor), head, .. }] = claim.actor.as_slice() else { continue };
        let speaker = claim.attribution.last().and_then(|link| link.sources.first());
        let Some(speaker) = speaker.and_then(|first| first.entity.clone()).filter(|one| one != actor) else { continue };
        let body =
            |one: &Entity| one.kind == EntityKind::State || one.kind == EntityKind::Organisation && one.known.is_some();
        if head.start < claim.trigger.start && cast.get(actor).is_some_and(body) {
            sides.entry(speaker).or_default().insert(actor.clone());
        }
    }
    sides
}

/// The one state or body that the holder of an office speaks of so: "The UK remains committed to peace. *We* call on both sides",
/// said a minister whose state nothing else tells.
fn only_side(speaker: &EntityId, sides: &Sides, scene: &Scene<'_, '_>, cast: &Cast) -> Option<EntityId> {
    let mut all = sides.get(speaker)?.iter();
    let found = all.next()?;
    (all.next().is_none() && holds_office(speaker, scene, cast)).then(|| found.clone())
}

/// True for a speaker who is known by an office alone, "Press Secretary", or named with one: "Ambassador Dana Morrow".
fn holds_office(speaker: &EntityId, scene: &Scene<'_, '_>, cast: &Cast) -> bool {
    let titles = &scene.roster.lexicon.titles;
    let office = |title: &String| matches!(titles.class(title), Some(TitleClass::Head | TitleClass::Office));
    let alone = cast.get(speaker).is_some_and(|speaker| titles.class(&speaker.name.to_lowercase()).is_some());
    alone || scene.discourse.titles.get(speaker).is_some_and(|titles| titles.iter().any(office))
}

/// "Foreign Ministry Press Office" speaks for the state whose seat or ministry its name begins with.
fn office_of_state(speaker: &EntityId, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let entity = cast.get(speaker).filter(|one| one.kind == EntityKind::Organisation && one.known.is_none())?;
    let name = entity.name.clone();
    let names = &scene.roster.lexicon.names;
    let mut words: Vec<&str> = name.split(' ').collect();
    while words.len() > 1 {
        words.pop();
        let first = words.join(" ");
        let seat = names.seat(&first).map(|state| Found::state(state, format!("{name} speaks for {}", state.name)));
        if let Some(found) = seat.or_else(|| state_of(&first, scene.roster.lexicon)) {
            return Some(cast.add(&found));
        }
    }
    None
}

/// How much a claim tells for whom somebody speaks: the first counts most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// An office in a state.
    State,
    /// An office in a body.
    Office,
    /// A rank or profession.
    Service,
}

/// For whom each person speaks by what the document says of him.
pub(crate) fn bodies(claims: &[Claim], scene: &Scene<'_, '_>, cast: &mut Cast) -> BTreeMap<EntityId, (Tie, EntityId)> {
    let mut bodies: BTreeMap<EntityId, (Tie, EntityId)> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| matches!(claim.claim_type, ClaimType::MemberOf | ClaimType::Leads)) {
        let first = |role: &[Argument]| role.first().and_then(|argument| argument.entity.clone());
        let (Some(person), Some(body)) = (first(&claim.actor), first(&claim.target)) else { continue };
        let title = claim.trigger.get(&scene.document.text).map(str::to_lowercase).unwrap_or_default();
        let titles = &scene.roster.lexicon.titles;
        let class = titles.class(&title).or_else(|| titles.class(last_word(&title)));
        let office = matches!(class, Some(TitleClass::Head | TitleClass::Office));
        let holds = claim.claim_type == ClaimType::Leads || office;
        let spoken = if holds { represented(&body, scene, cast) } else { speaks_for(&body, scene, cast) };
        let Some(spoken) = spoken else { continue };
        let tie = match cast.get(&spoken).map(|body| body.kind) {
            _ if !holds => Tie::Service,
            Some(EntityKind::State) => Tie::State,
            _ => Tie::Office,
        };
        let kept = bodies.entry(person).or_insert((tie, spoken.clone()));
        if tie < kept.0 {
            *kept = (tie, spoken);
        }
    }
    bodies
}

/// For whom the holder of an office in a body speaks: the state whose ministry it is, else the body, such as a brigade.
fn represented(body: &EntityId, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let entity = cast.get(body)?.clone();
    let lexicon = scene.roster.lexicon;
    let nouns = singulars(last_word(before_preposition(&entity.name)));
    let people = |noun: &String| lexicon.nouns.is(noun, NounClass::People) || lexicon.nouns.is(noun, NounClass::Forces);
    match entity.kind {
        EntityKind::Organisation => {}
        // A captain speaks for his ship, a rebel leader for the rebels.
        EntityKind::Thing => return entity.name.starts_with(char::is_uppercase).then_some(entity.id),
        EntityKind::Group if nouns.iter().any(people) => return Some(entity.id),
        _ => return speaks_for(body, scene, cast),
    }
    if entity.known.is_none() && is_force(body, scene, cast) {
        return Some(entity.id);
    }
    // "a *government* spokesman"
    if entity.known.is_none() && lexicon.institutions.has(&entity.name) {
        return Some(entity.id);
    }
    // "head of the Arvian foreign ministry"
    if entity.known.is_none()
        && let Some((adjective, noun)) = entity.name.split_once(' ')
        && lexicon.institutions.has(noun)
        && let [state] = lexicon.names.demonym(adjective).as_slice()
    {
        return Some(cast.add(&Found::state(state, format!("{} is an organ of {}", entity.name, state.name))));
    }
    let proper = entity.name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() > 1;
    let office = nouns.iter().any(|noun| lexicon.titles.class(noun).is_some());
    speaks_for(body, scene, cast).or_else(|| (proper && !office).then_some(entity.id))
}

/// True for a body that fights or commands those who do: "3rd Battalion", "the coalition".
fn is_force(body: &EntityId, scene: &Scene<'_, '_>, cast: &Cast) -> bool {
    let Some(entity) = cast.get(body).filter(|entity| entity.kind == EntityKind::Organisation) else { return false };
    match scene.roster.lexicon.names.find(&entity.name) {
        Some(Known::Actor(actor)) => actor.kind == ActorKind::Force,
        Some(Known::State(_)) => false,
        None => singulars(last_word(before_preposition(&entity.name)))
            .iter()
            .any(|noun| scene.roster.lexicon.nouns.is(noun, NounClass::Forces)),
    }
}

/// True for a part of a force that only the text names: "134th Fighter Squadron", not "Arvian Army".
fn is_unit(body: &EntityId, scene: &Scene<'_, '_>, cast: &Cast) -> bool {
    let names = &scene.roster.lexicon.names;
    let Some(entity) = cast.get(body).filter(|entity| entity.known.is_none()) else { return false };
    let own = |word: &str| word.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
    let words = before_preposition(&entity.name).split(' ');
    words.clone().count() > 1
        && words.clone().all(own)
        && !words.clone().any(|word| !names.demonym(word).is_empty())
        && is_force(body, scene, cast)
}

/// The unit that was named last before somebody speaks of whom only the rank is told: "Soldiers of the *3rd Battalion* trained.
/// 'We are ready,' said Sgt. Anton Brek."
fn unit(speaker: &EntityId, claim: &Claim, scene: &Scene<'_, '_>, cast: &Cast) -> Option<EntityId> {
    let titles = &scene.roster.lexicon.titles;
    let rank = |title: &String| titles.class(title) == Some(TitleClass::Rank);
    scene.discourse.titles.get(speaker).filter(|titles| titles.iter().any(rank))?;
    let reading = scene.reading;
    let of_article = |at: u32| reading.sentences.get(at as usize).is_some_and(|other| other.article == claim.article);
    let end = reading.mentions.partition_point(|mention| mention.sentence <= claim.sentence);
    let near = (0..end).rev().take_while(|&at| {
        let sentence = reading.mentions[at].sentence;
        claim.sentence - sentence <= STATEMENT && of_article(sentence)
    });
    let mut entities = near.filter_map(|at| scene.discourse.entities[at].as_ref());
    entities.find(|entity| is_unit(entity, scene, cast)).cloned()
}

/// `Council` for "Council of Elders": the words of a name up to its first preposition.
fn before_preposition(name: &str) -> &str {
    let end = [" of ", " for ", " in ", " to "].iter().filter_map(|word| name.find(word)).min();
    &name[..end.unwrap_or(name.len())]
}

/// Who speaks in a text's own voice: the state or body that opens the sentences before. "The Coalition obeys the law of
/// war. *We* regret every loss."
fn opener(claim: &Claim, voices: &Voices, scene: &Scene<'_, '_>, cast: &Cast) -> Option<EntityId> {
    let reading = scene.reading;
    let text = &scene.document.text;
    for at in (claim.sentence.saturating_sub(STATEMENT)..claim.sentence).rev() {
        let sentence = reading.sentences.get(at as usize).filter(|sentence| sentence.article == claim.article)?;
        let words = sentence.span.get(text)?;
        // What is quoted is somebody else's.
        if words.contains(QUOTES) {
            return None;
        }
        let article = if words.to_lowercase().starts_with("the ") { 4 } else { 0 };
        let start = sentence.span.start + article;
        let first = reading.mentions.partition_point(|mention| mention.span.start < start);
        let Some(mention) = reading.mentions.get(first).filter(|mention| mention.span.start == start) else { continue };
        // "*It* is vital that": a pronoun opens no statement.
        if mention.kind == MentionKind::Pronoun {
            continue;
        }
        let entity = cast.get(scene.discourse.entities[first].as_ref()?)?;
        let fights = scene.roster.is_armed_group(&entity.name);
        let fits = match entity.kind {
            EntityKind::State => {
                voices.states.get(&(claim.article, at)).is_some_and(|states| states.contains(&entity.id))
            }
            EntityKind::Organisation => !fights && (entity.known.is_some() || is_force(&entity.id, scene, cast)),
            _ => false,
        };
        return fits.then(|| entity.id.clone());
    }
    None
}

/// Who speaks in a text's own voice.
#[derive(Default)]
struct Voices {
    /// By article and sentence, the states that condemn, call for, support or worry in it.
    states: BTreeMap<(u32, u32), BTreeSet<EntityId>>,
    /// By article, the states whose statement its first lines call it: "Truce in Velna: *Norland* statement at the council".
    statements: BTreeMap<u32, BTreeSet<EntityId>>,
    /// By article, the body whose meeting its first lines tell of, and in which sentence: "The *contact group* met in Velna".
    gathered: BTreeMap<u32, (u32, EntityId)>,
}

/// Finds who speaks so, from what the claims tell.
fn voices(claims: &[Claim], scene: &Scene<'_, '_>, cast: &Cast) -> Voices {
    use ClaimType::{Accuse, Demand, Judgement, Meet, Publish, Support};
    let mut voices = Voices::default();
    let called = |claim: &&Claim| {
        let speech = |target: &Argument| {
            let noun = target.head.get(&scene.document.text).unwrap_or("");
            is_in_singular(noun, |noun| scene.roster.lexicon.speeches.has(noun))
        };
        claim.claim_type == Publish && claim.target.iter().any(speech)
    };
    for claim in claims.iter().filter(called).filter(|claim| opens(claim, scene)) {
        let states = claim.actor.iter().filter_map(|actor| actor.entity.as_ref());
        let states = states.filter(|&actor| cast.get(actor).is_some_and(|actor| actor.kind == EntityKind::State));
        voices.statements.entry(claim.article).or_default().extend(states.cloned());
    }
    let met = |claim: &&Claim| claim.claim_type == Meet && claim.attribution.is_empty() && opens(claim, scene);
    for claim in claims.iter().filter(met) {
        let [Argument { entity: Some(actor), .. }] = claim.actor.as_slice() else { continue };
        let body = |actor: &Entity| {
            actor.kind == EntityKind::Organisation
                && actor.name.starts_with(char::is_uppercase)
                && state_of(&actor.name, scene.roster.lexicon).is_none()
        };
        if claim.target.is_empty() && cast.get(actor).is_some_and(body) {
            voices.gathered.entry(claim.article).or_insert((claim.sentence, actor.clone()));
        }
    }
    let own = |claim: &&Claim| {
        matches!(claim.claim_type, Accuse | Demand | Judgement | Support) && claim.attribution.len() < 2
    };
    for claim in claims.iter().filter(own) {
        let [Argument { entity: Some(actor), head, .. }] = claim.actor.as_slice() else { continue };
        let state = |actor: &Entity| {
            actor.kind == EntityKind::State
                || actor.kind == EntityKind::Organisation && actor.name.ends_with(" government")
        };
        if head.start < claim.trigger.start && cast.get(actor).is_some_and(state) {
            voices.states.entry((claim.article, claim.sentence)).or_default().insert(actor.clone());
        }
    }
    voices
}

/// True for a claim of the first sentences of an article.
fn opens(claim: &Claim, scene: &Scene<'_, '_>) -> bool {
    claim.sentence < first_sentence(claim, scene) + STATEMENT
}

/// The number of the first sentence of the article of a claim.
fn first_sentence(claim: &Claim, scene: &Scene<'_, '_>) -> u32 {
    scene.reading.sentences.partition_point(|sentence| sentence.article < claim.article) as u32
}

/// The one state that an article calls itself the statement of.
fn issuer(claim: &Claim, voices: &Voices) -> Option<EntityId> {
    let mut states = voices.statements.get(&claim.article)?.iter();
    let state = states.next()?;
    states.next().is_none().then(|| state.clone())
}

/// The one state that speaks so where an article begins: whose statement it is.
fn statement(claim: &Claim, voices: &Voices, scene: &Scene<'_, '_>) -> Option<EntityId> {
    let first = first_sentence(claim, scene);
    if claim.sentence - first > LENGTH {
        return None;
    }
    let opening = (claim.article, first)..(claim.article, first + STATEMENT);
    let mut opening = voices.states.range(opening).flat_map(|(_, who)| who);
    let found = opening.next()?;
    opening.all(|other| other == found).then(|| found.clone())
}

/// For whom a speaker without a name speaks: the navy for "spokesman for the Arvian navy" and "Arvian navy spokesman", also
/// "navy spokesman" where the article is about Arvia.
pub(crate) fn described_body(
    speaker: &EntityId,
    claim: &Claim,
    scene: &Scene<'_, '_>,
    cast: &mut Cast,
) -> Option<EntityId> {
    let entity = cast.get(speaker).filter(|entity| entity.known.is_none() && entity.kind == EntityKind::Person)?;
    let name = entity.name.clone();
    let roster = scene.roster;
    let class = |words: &str| roster.lexicon.titles.class(&words.to_lowercase());
    let is_office = |words: &str| matches!(class(words), Some(TitleClass::Head | TitleClass::Office));
    let behind = name.split_once(" for ").or_else(|| name.split_once(" of ")).filter(|(office, _)| is_office(office));
    let body = behind.map(|(_, body)| body).or_else(|| {
        let (body, office) = name.rsplit_once(' ')?;
        is_office(office).then_some(body)
    })?;
    let body = body.strip_prefix("the ").unwrap_or(body);
    let reason = format!("{name} speaks for it");
    if roster.lexicon.institutions.is_lone(body) {
        let found = roster.institution(scene.home.state(claim.article)?, body)?;
        return Some(cast.add(&Found { reason, ..found }));
    }
    let named = body.split(' ').any(|word| word.starts_with(char::is_uppercase));
    let force = roster.lexicon.nouns.is(last_word(body), NounClass::Forces);
    let found = roster.find(body, MentionKind::Name, None).filter(|_| named || force)?;
    let fits = matches!(found.kind, EntityKind::Organisation | EntityKind::State);
    fits.then(|| cast.add(&Found { reason, ..found }))
}

/// "our soldiers" are those of the state or body for which somebody speaks: `Arvian soldiers`, `fighters of the Tavan Front`.
fn ours(argument: &Argument, body: &EntityId, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let before = word_before(&scene.document.text, argument.span.start as usize)?;
    let anaphor = scene.roster.lexicon.anaphors.get(&before)?;
    if !anaphor.plural || !anaphor.stands_for.contains(&Antecedent::Speaker) {
        return None;
    }
    let own = cast.get(argument.entity.as_ref()?)?.clone();
    let body = cast.get(body)?.clone();
    let small = own.known.is_none() && !own.name.contains(char::is_uppercase);
    if !small || !matches!(own.kind, EntityKind::Group | EntityKind::Organisation) {
        return None;
    }
    let reason = format!("our {} are those of {}", own.name, body.name);
    let found = match scene.roster.lexicon.names.find(&body.name) {
        Some(Known::State(state)) => scene.roster.institution(state, &own.name).unwrap_or(Found {
            name: format!("{} {}", state.demonyms.first()?, own.name),
            kind: own.kind,
            known: None,
            reason: String::new(),
        }),
        _ => Found {
            name: format!("{} of the {}", own.name, body.name),
            kind: own.kind,
            known: None,
            reason: String::new(),
        },
    };
    Some(cast.add(&Found { reason, ..found }))
}

/// The state whose organ somebody belongs to, or the body itself.
pub(crate) fn speaks_for(body: &EntityId, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let entity = cast.get(body)?.clone();
    match entity.kind {
        EntityKind::State => Some(entity.id),
        EntityKind::Group => (entity.known.is_some() || entity.name.contains(char::is_uppercase)).then_some(entity.id),
        // What only this text calls a body may be a slip of the reading, unless it is a unit.
        EntityKind::Organisation => match state_of(&entity.name, scene.roster.lexicon) {
            Some(state) => Some(cast.add(&state)),
            None => (entity.known.is_some() || is_unit(body, scene, cast)).then_some(entity.id),
        },
        _ => None,
    }
}

/// The state of a government, ministry or force that publishes an article itself: "Arvian Army", "Arvian Government".
pub(crate) fn publisher(claim: &Claim, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let outlet = &scene.document.articles.get(claim.article as usize)?.outlet.as_ref()?.value;
    Some(cast.add(&publishing_state(outlet, scene.roster.lexicon)?))
}

/// The state of which an outlet is an organ.
pub(crate) fn publishing_state(outlet: &str, lexicon: &Lexicon) -> Option<Found> {
    // "Arvian Embassy in Velna", "Arvian Mission to the United Nations"
    let organ = || {
        let (adjective, noun) = before_preposition(outlet).split_once(' ')?;
        let noun = noun.to_lowercase();
        if !lexicon.institutions.has(&noun) && noun != "mission" && noun != "permanent mission" {
            return None;
        }
        let state = match (lexicon.names.find(adjective), lexicon.names.demonym(adjective).as_slice()) {
            (Some(Known::State(state)), _) => state,
            (_, [state]) => state,
            _ => return None,
        };
        Some(Found::state(state, format!("{outlet} is an organ of {}", state.name)))
    };
    state_of(outlet, lexicon).or_else(organ)
}

/// The state that an organ known to the tables belongs to.
fn state_of(name: &str, lexicon: &Lexicon) -> Option<Found> {
    let mut known = lexicon.names.find(name)?;
    // An organ of an organ of an organ of a state: no table goes deeper.
    for _ in 0..4 {
        match known {
            Known::State(state) => {
                return Some(Found::state(state, format!("{name} is an organ of {}", state.name)));
            }
            Known::Actor(actor) if matches!(actor.kind, ActorKind::Agency | ActorKind::Force) => {
                known = lexicon.names.find(actor.parent.as_deref()?)?;
            }
            Known::Actor(_) => return None,
        }
    }
    None
}
