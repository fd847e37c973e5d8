//! Which words tell of a happening, a relation or an assessment, and who fills its roles?
//!
//! "Rebels captured the town from the army." matches the frame of `capture`: actor `Rebels`, target `army`, place `town`.
//! The frames are data; here a trigger's frames are held against the tree around it.

mod asked;
mod before;
mod behind;
mod bidden;
mod blast;
mod bond;
mod carrier;
mod count;
mod doer;
mod elided;
mod fillers;
mod goal;
mod helped;
mod holder;
mod hung;
mod means;
mod members;
mod noun_doer;
mod phrase;
mod places;
mod retold;
mod settle;
mod sides;
mod speaker_at;
mod stands;
mod threat;
mod together;
mod toll;
mod topic;
mod trigger;

pub(crate) use asked::{joined_things, joined_verbs, without_asked};
pub(crate) use behind::all_behind;
pub(crate) use fillers::{Spot, fill, is_state};
pub(crate) use goal::{aim, clauses as aim_verbs, tells_deed};
pub(crate) use places::{is_place, places};
pub(crate) use retold::Doers;
pub(crate) use settle::settle;
pub(crate) use threat::will_do;
pub(crate) use trigger::{frames, in_longer_name};

use crate::claim::{Draft, Setting};
use crate::reason::{self, Field};
use crate::{class, grammar, mention, polarity, time};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Frame, NounClass, Slot, WordClass};
use model::{ClaimType, Kind, Modality};
use sides::{
    behind_roles, by_means_of, deed_before_place, fought_over, headline_passive, holders_hit, is_scene, owner_suffers,
    owners_of_hit, take_sides, told_members,
};
use trigger::{
    goes_out, is_premodifier, is_somebody, leads_to_reason, needs_hold, shaped, titled, word_class, words_of,
};

/// Drafts of all triggers of a part.
pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        let Some(class) = word_class(setting, at) else { continue };
        let named = titled(setting, at);
        let bearer = named.or_else(|| shaped(setting, at));
        if bearer.is_none()
            && (in_longer_name(setting, at)
                || is_premodifier(setting, at)
                || leads_to_reason(setting, at)
                || is_warned_of(parse, at))
        {
            continue;
        }
        let cue = setting.voices.is_cue(setting.index, at);
        let frames = frames(setting, at, class);
        // "was *under command* of the 4th Army" is read as what it is part of.
        let under = class == WordClass::Noun && parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "under";
        let stem = bearer.unwrap_or(at);
        let shapes = class == WordClass::Noun && trigger::only_shapes(setting, at);
        let carrier = if class == WordClass::Noun { carrier::of(setting, stem) } else { None };
        let somebody = class == WordClass::Noun && carrier.is_none() && is_somebody(setting, at);
        let notes = &setting.part.notes;
        let mut found: Vec<(usize, &Frame, Draft)> = Vec::new();
        for frame in frames.iter().filter(|frame| frame.class == class) {
            let pass = |why: fn(&Frame) -> String| notes.passed_entry(at, frame.line, || why(frame));
            // "expects the truce to fail", "fears a war" foresees; "expects that the truce will fail" says what is foreseen.
            let foresees = frame.claim_type == ClaimType::Forecast && !tells_clause(setting, at);
            // "announced $2 million for the agency" pays as well.
            let pays = frame.claim_type == ClaimType::Pay;
            if cue && frame.words.is_empty() && !speaks(frame.claim_type) && !foresees && !pays {
                pass(|_| "only says who speaks here".to_string());
                continue;
            }
            let Some(words) = words_of(setting, at, frame) else {
                pass(reason::further);
                continue;
            };
            let site = Spot { trigger: stem, class, words, carrier };
            let mentioned = somebody && frame.claim_type.kind() == Kind::Event
                || frame.actor == [Slot::Itself] && frame.claim_type == ClaimType::Protest && !goes_out(setting, at);
            // "General Brek *was* in Velna" is read as an appearance.
            let seen = frame.claim_type == ClaimType::PresentIn
                && parse.lemma(at) == "be"
                && grammar::subject(parse, at)
                    .is_some_and(|who| setting.names_person(mention::core(parse, setting.lexicon, who)));
            if seen {
                continue;
            }
            // "the army is *in control of* Velna": it has the control, and is not what is controlled.
            let holds =
                frame.claim_type == ClaimType::Controls && frame.place == [Slot::Described] && has_it(setting, at);
            // "*claimed* responsibility" tells of the deed; that nobody did is news of its own.
            let nobody_claims = frame.claim_type == ClaimType::Publish
                && frame.words.iter().any(|word| word == "responsibility")
                && polarity::of(setting.part, at, setting.lexicon).value == model::Polarity::Positive;
            if mentioned
                || nobody_claims
                || holds
                || goal::only_means(setting, at)
                || under && frame.claim_type == ClaimType::Leads
                || frame.named && named.is_none()
                || shapes && frame.words.is_empty() && frame.claim_type.kind() == Kind::Event
                || !needs_hold(setting, &site, frame)
            {
                continue;
            }
            if frame.dated
                && carrier.is_none_or(|carrier| time::of(setting.part, carrier.verb, setting.lexicon).is_none())
            {
                pass(|_| "no verb that carries it tells a time".to_string());
                continue;
            }
            if frame.aiming && (!goal::is_told(setting, stem) || grammar::is_habit(parse, stem)) {
                pass(|_| "no clause tells what is aimed at".to_string());
                continue;
            }
            match draft(setting, &site, frame) {
                Some(draft) => {
                    found.push((frame.words.len() * 4 + frame.needs.len() + usize::from(frame.aiming), frame, draft))
                }
                None => pass(|_| "finds nobody and nothing around the word to be about".to_string()),
            }
        }
        let found = one_kind(setting, found);
        // The frame that asks for most knows best; those that ask for as much all hold.
        let best = found.iter().map(|(asked, ..)| *asked).max().unwrap_or(0);
        for (_, frame, _) in found.iter().filter(|(asked, ..)| *asked != best) {
            notes.passed_entry(at, frame.line, || "needs less than another entry that holds".to_string());
        }
        let about_type = notes.since(0);
        let first = drafts.len();
        for (.., mut draft) in found.into_iter().filter(|(asked, ..)| *asked == best) {
            // "a joint training exercise" is one exercise, whichever of its words tells of it.
            let alike = |other: &Draft| {
                other.claim_type == draft.claim_type && (&other.target, &other.place) == (&draft.target, &draft.place)
            };
            let within = |few: &Draft, all: &Draft| few.actor.iter().all(|at| all.actor.contains(at));
            if drafts[first..].iter().any(|other| alike(other) && within(&draft, other)) {
                continue;
            }
            // "Kestria and Norland attacked": where one entry finds one of them, another all, all do.
            let fewer = (first..drafts.len()).find(|&at| alike(&drafts[at]) && within(&drafts[at], &draft));
            if let Some(fewer) = fewer.filter(|&at| !drafts[at].actor.is_empty()) {
                drafts.remove(fewer);
            }
            draft.notes.extend(about_type.iter().cloned());
            drafts.push(draft);
        }
    }
    means::read(setting, &mut drafts);
    toll::read(setting, &mut drafts);
    speaker_at::read(setting, &mut drafts);
    threat::read(setting, &mut drafts);
    asked::expected(setting, &mut drafts);
    asked::read(setting, &mut drafts);
    helped::read(setting, &mut drafts);
    bidden::read(setting, &mut drafts);
    drafts.iter_mut().for_each(|draft| owners_of_hit(setting, draft));
    elided::read(setting, &mut drafts);
    // "*no group* has admitted carrying out the raid": of what nobody did, only the clause of nobody tells.
    drafts.retain(|draft| {
        let nobody = |at: &usize| grammar::is_nobody(parse, *at) && parse.head(*at) != draft.predicate;
        draft.claim_type.kind() != Kind::Event || !draft.actor.iter().any(nobody)
    });
    let mut drafts = together::read(setting, drafts);
    blast::read(setting, &mut drafts);
    drafts
}

/// The frames without those that take for people what another one takes for a place: "captured *Ostrel*" arrests nobody, unless the
/// name finder thinks of a person.
fn one_kind<'f>(setting: Setting, found: Vec<(usize, &'f Frame, Draft)>) -> Vec<(usize, &'f Frame, Draft)> {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let is_person = |at: usize| setting.names_person(at);
    let written_out = |at: usize| setting.surnames.contains(parse.word(at));
    let is_given = |at: usize| written_out(at) || parse.name_of(at).is_some_and(|name| name.tokens.len() > 1);
    let takes = |draft: &Draft| matches!(draft.claim_type, Capture | Withdraw);
    let places: Vec<usize> =
        found.iter().filter(|(.., draft)| takes(draft)).flat_map(|(.., draft)| draft.place.clone()).collect();
    let people: Vec<usize> = found
        .iter()
        .filter(|(.., draft)| matches!(draft.claim_type, Detain | Casualties | Displace))
        .flat_map(|(.., draft)| draft.target.clone())
        .collect();
    let both = |at: &usize| parse.pos(*at) == Pos::Propn && places.contains(at) && people.contains(at);
    let keeps = |draft: &Draft| match draft.claim_type {
        // "seized *Velna*" takes no ship of that name.
        Capture => {
            let ship = |at: &usize| parse.pos(*at) == Pos::Propn && places.contains(at);
            !draft.place.iter().any(|at| both(at) && written_out(*at)) && !draft.target.iter().any(ship)
        }
        // A lone name that the text gives to nobody is rather what armies take.
        Detain => !draft.target.iter().any(|at| both(at) && !(is_person(*at) && is_given(*at))),
        Casualties | Displace => !draft.target.iter().any(both),
        _ => true,
    };
    // "were taken *prisoner*" says by a word more that they are people.
    found.into_iter().filter(|(_, frame, draft)| !frame.words.is_empty() || keeps(draft)).collect()
}

/// True for a noun that somebody is in, of something: "in *control* of the town", not "in the *hands* of the rebels".
fn has_it(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let bare = parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Det | Dep::Poss | Dep::Compound));
    parse.dep(at) == Dep::Pobj
        && parse.norm(parse.head(at)) == "in"
        && parse.tag(at) == language::Tag::Nn
        && bare
        && grammar::after(parse, at, "of").is_some()
}

/// True for a deed that somebody speaks against, whoever may do it: "warned the council against *sending* troops".
fn is_warned_of(parse: &Parse, at: usize) -> bool {
    let against = parse.head(at);
    parse.dep(at) == Dep::Pcomp && parse.norm(against) == "against" && parse.pos(parse.head(against)) == Pos::Verb
}

/// True for a verb with a clause in a finite form under it.
fn tells_clause(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(verb).any(|clause| parse.dep(clause) == Dep::Ccomp && !grammar::is_infinitive(parse, clause))
}

/// Types whose verbs are acts of speech: the deed is told apart from what it says.
pub(crate) fn speaks(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(
        claim_type,
        Accuse | Demand | Threaten | Refuse | Intent | Support | Agree | Publish | Judgement | Opposes | Cause
    )
}

/// Who does the deed that a noun tells, by the verb that carries it: "*the rebels* committed atrocities".
pub(crate) fn carrier_of(setting: Setting, noun: usize) -> Option<usize> {
    carrier::of(setting, noun).filter(|carrier| !carrier.claimed).and_then(|carrier| carrier.subject)
}

/// What fills the first slot that anything fills. Of several joined words those stay that meet the frame's needs.
fn first_filled(setting: Setting, site: &Spot, frame: &Frame, field: Field, slots: &[Slot]) -> Vec<usize> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    // "strained relations between Kestria and Morvania": those between whom something is are its sides, whoever acts on it.
    let between = Slot::Preposition("between".to_string());
    let sides = slots.contains(&between) && fill(setting, site, &between).len() > 1;
    for slot in slots.iter().filter(|slot| !sides || **slot == between) {
        notes.about(Some(field));
        let mut found = fill(setting, site, slot);
        if found.len() > 1
            && let Some(need) =
                frame.needs.iter().find(|need| need.slot == *slot && !need.not && !need.classes.is_empty())
        {
            found.retain(|&at| {
                let core = mention::core(parse, setting.lexicon, at);
                // "supported by *advisers* and air strikes": who acts does so beside what he uses.
                let acts = field == Field::Actor && class::fits(parse, setting.lexicon, core, &[NounClass::People]);
                let fits = acts || class::fits(parse, setting.lexicon, core, &need.classes);
                if !fits {
                    notes.passed(at, || format!("is not of the class {}", reason::class_words(&need.classes)));
                }
                fits
            });
        }
        // "lost nine men and *two tanks*"
        if let Some(need) = frame.needs.iter().find(|need| need.slot == *slot && need.not && !need.classes.is_empty()) {
            let bars = |at: usize| {
                class::fits(parse, setting.lexicon, mention::core(parse, setting.lexicon, at), &need.classes)
            };
            if found.iter().any(|&at| !bars(at)) {
                found.retain(|&at| !bars(at));
            }
        }
        if !found.is_empty() {
            for &at in &found {
                notes.taken(at, || reason::in_slot(slot, parse.word(site.trigger)));
            }
            return found;
        }
    }
    Vec::new()
}

/// Whose stand somebody speaks of: "the minister reaffirmed *Kestria's* support for the truce".
fn owner_of_word(setting: Setting, site: &Spot, told: ClaimType) -> Option<usize> {
    let parse = &setting.part.parse;
    if site.class != WordClass::Verb || !speaks(told) {
        return None;
    }
    let object = parse.child(site.trigger, Dep::Dobj).filter(|object| site.words.contains(object))?;
    let owner = parse.child(object, Dep::Poss)?;
    (parse.pos(owner) == Pos::Propn && fillers::is_filler(setting, owner)).then_some(owner)
}

/// Who has an aim that only a noun tells: "*the army* attacked *in a bid* to cut the road", "*troops* were sent in a bid to …".
fn aiming(setting: Setting, noun: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let head = parse.head(noun);
    let found = match parse.dep(noun) {
        // "is part of an effort to free them"
        Dep::Pobj if parse.norm(head) == "of" && matches!(parse.pos(parse.head(head)), Pos::Noun) => {
            return aiming(setting, parse.head(head));
        }
        Dep::Pobj if matches!(parse.norm(head), "in" | "with" | "as" | "for") => {
            let verb = grammar::clause_head(parse, head);
            grammar::doer(parse, verb).or_else(|| grammar::undergoer(parse, verb))
        }
        Dep::Appos => Some(head),
        Dep::Attr => grammar::subject(parse, head),
        _ => None,
    };
    let found = found.into_iter().flat_map(|at| grammar::joined(parse, at)).collect::<Vec<_>>();
    all_behind(setting, &found, |at| fillers::is_filler(setting, at))
}

fn draft(setting: Setting, site: &Spot, frame: &Frame) -> Option<Draft> {
    let kind = frame.claim_type.kind();
    let rule = match (kind, site.class) {
        (Kind::Event, WordClass::Verb) => "event/verb",
        (Kind::Event, WordClass::Noun) => "event/noun",
        (Kind::Event, WordClass::Adjective) => "event/adjective",
        (Kind::Relation, WordClass::Verb) => "relation/verb",
        (Kind::Relation, WordClass::Noun) => "relation/noun",
        (Kind::Relation, WordClass::Adjective) => "relation/adjective",
        (Kind::Assessment, WordClass::Verb) => "assessment/verb",
        (Kind::Assessment, WordClass::Noun) => "assessment/noun",
        (Kind::Assessment, WordClass::Adjective) => "assessment/adjective",
    };
    let mut draft = Draft::new(frame.claim_type, site.trigger, rule);
    let notes = &setting.part.notes;
    let mark = notes.mark();
    draft.line = Some(frame.line);
    draft.words = site.words.clone();
    draft.predicate = site.carrier.map_or(site.trigger, |carrier| carrier.verb);
    draft.actor = first_filled(setting, site, frame, Field::Actor, &frame.actor);
    if let Some(owner) = owner_of_word(setting, site, frame.claim_type) {
        draft.actor = grammar::joined(&setting.part.parse, owner);
        draft.because(notes, Field::Actor, "owns what is told");
    }
    draft.target = first_filled(setting, site, frame, Field::Target, &frame.target);
    draft.target.retain(|at| !draft.actor.contains(at));
    // "the army *was caught by surprise*": judged is whom it befell, where nobody is said to do it. Participles that judge by
    // themselves are read as such: "were outnumbered".
    if draft.claim_type == ClaimType::Judgement
        && draft.actor.is_empty()
        && site.class == WordClass::Verb
        && setting.lexicon.evaluations.adjective(setting.part.parse.norm(site.trigger)).is_none()
        && grammar::is_passive(&setting.part.parse, site.trigger)
    {
        draft.actor = std::mem::take(&mut draft.target);
        draft.because(notes, Field::Actor, "suffers what nobody is said to do");
    }
    // "falls under the command of the 4th Army" is part of the army.
    if draft.claim_type == ClaimType::PartOf {
        draft.target.retain(|&at| !crate::relation::is_command(setting, at));
    }
    // "the country experienced a war" is where it was.
    let suffers =
        |at: &usize| kind == Kind::Event && (frame.claim_type != ClaimType::Fight || !places::is_place(setting, *at));
    if let Some(sufferer) = site.carrier.and_then(|carrier| carrier.sufferer).filter(suffers)
        && draft.target.is_empty()
    {
        draft.target = grammar::joined(&setting.part.parse, sufferer);
        draft.because(notes, Field::Target, "suffers the deed by the verb that carries it");
    }
    // "has increased cooperation with Kestria": who is the subject of the verb has what its object says.
    let parse = &setting.part.parse;
    if kind != Kind::Event
        && draft.actor.is_empty()
        && site.class == WordClass::Noun
        && frame.actor.contains(&Slot::Subject)
        && parse.dep(site.trigger) == Dep::Dobj
        && let Some(doer) = grammar::doer(parse, parse.head(site.trigger))
        && behind::stands_for_itself(setting, doer)
    {
        draft.actor = grammar::joined(parse, doer);
        draft.target.retain(|at| !draft.actor.contains(at));
    }
    if draft.actor.is_empty() && draft.claim_type == ClaimType::Intent && site.class == WordClass::Noun {
        draft.actor = aiming(setting, site.trigger);
        draft.target.retain(|at| !draft.actor.contains(at));
        if !draft.actor.is_empty() {
            draft.because(notes, Field::Actor, "who does what is done with this aim has it");
        }
    }
    // "said in a report *published* on Thursday": who says it there released it.
    if draft.claim_type == ClaimType::Publish
        && draft.actor.is_empty()
        && let [thing] = draft.target.as_slice()
        && parse.dep(site.trigger) == Dep::Acl
        && parse.dep(*thing) == Dep::Pobj
        && parse.norm(parse.head(*thing)) == "in"
        && let Some(teller) = grammar::doer(parse, grammar::clause_head(parse, parse.head(*thing)))
    {
        draft.actor = grammar::joined(parse, teller);
        draft.because(notes, Field::Actor, "says what stands in it");
    }
    // "*the council's* report was published"
    if draft.claim_type == ClaimType::Publish
        && draft.actor.is_empty()
        && let [thing] = draft.target.as_slice()
        && grammar::is_passive(parse, site.trigger)
        && let Some(owner) = grammar::owner(parse, *thing)
        && class::fits(parse, setting.lexicon, *thing, &[NounClass::Publication])
    {
        draft.actor = grammar::joined(parse, owner);
        draft.because(notes, Field::Actor, "owns what was published");
    }
    // "The police chief, *Anton Brek*, announced on Friday": nobody is published.
    if draft.claim_type == ClaimType::Publish
        && draft.actor.is_empty()
        && let [teller] = draft.target.as_slice()
        && setting.names_person(mention::core(parse, setting.lexicon, *teller))
        && parse.dep(site.trigger) == Dep::Acl
    {
        draft.actor = std::mem::take(&mut draft.target);
        draft.because(notes, Field::Actor, "a person publishes and is not published");
    }
    // "enjoys the backing *of Morvania*": whose it is stands behind it, who has it before the verb.
    if matches!(draft.claim_type, ClaimType::Backs | ClaimType::Support)
        && site.class == WordClass::Noun
        && parse.dep(site.trigger) == Dep::Dobj
        && grammar::owner(parse, site.trigger).is_none()
        && let Some(of) = grammar::after(parse, site.trigger, "of")
        && class::fits(parse, setting.lexicon, of, &[NounClass::Party, NounClass::Forces, NounClass::People])
        && let Some(had) = grammar::doer(parse, parse.head(site.trigger))
    {
        draft.actor = grammar::joined(parse, of);
        draft.target = grammar::joined(parse, had);
        draft.because(notes, Field::Actor, "whose backing somebody has gives it");
    }
    // "took its crew of 20 *hostage*": the word that completes the verb is no part of whom it is done to.
    let in_object = |word: usize| parse.dep(word) == Dep::Pobj && parse.norm(parse.head(word)) == "of";
    if let Some(&last) = site.words.iter().find(|&&word| word > site.trigger && in_object(word)) {
        for at in draft.target.iter_mut().filter(|at| parse.dominates(**at, last) && **at != last) {
            *at = parse.child(last, Dep::Compound).unwrap_or(*at);
            draft.exact.push((*at, *at..*at + 1));
        }
    }
    // "members of the clan" are the members, not the clan.
    let counts = setting.lexicon.nouns.is(&parse.entry(site.trigger), lexicon::NounClass::Measure);
    if draft.actor == [site.trigger]
        && counts
        && let Some(of) = grammar::after(parse, site.trigger, "of").filter(|&of| of > site.trigger)
    {
        draft.exact.push((site.trigger, site.trigger..of + 1));
    }
    if owner_suffers(setting, site, frame) && draft.target.is_empty() {
        draft.target = std::mem::take(&mut draft.actor);
        draft.because(notes, Field::Target, "the person before a deed done to people suffers it");
    }
    if headline_passive(setting, site, frame) {
        draft.target = std::mem::take(&mut draft.actor);
        draft.because(notes, Field::Target, "a headline leaves the auxiliary of a passive out");
    }
    draft.actor = deed_before_place(setting, &draft);
    draft.actor = told_members(setting, &draft.actor);
    // "*an attempt* was made to seize the bridge": an aim acts no more than a deed.
    if kind == Kind::Event && grammar::is_infinitive(parse, site.trigger) {
        let aims = |at: usize| {
            let frames = setting.lexicon.triggers.frames(&parse.entry(at));
            let people =
                class::fits(parse, setting.lexicon, at, &[NounClass::People, NounClass::Party, NounClass::Forces]);
            !people && parse.pos(at) == Pos::Noun && frames.iter().any(|frame| frame.claim_type == ClaimType::Intent)
        };
        draft.actor.retain(|&at| !aims(at));
    }
    behind_roles(setting, &mut draft);
    // "this brings *our* contribution to $2 million"
    if draft.claim_type == ClaimType::Pay
        && draft.actor.iter().all(|&at| matches!(parse.norm(at), "this" | "that" | "it" | "which"))
        && let Some(owner) = grammar::undergoer(parse, site.trigger).and_then(|object| grammar::owner(parse, object))
    {
        draft.actor = vec![owner];
        draft.because(notes, Field::Actor, "whose money it is that the verb counts");
    }
    // "occupied the line *from the sea* to the river" tells how far.
    let reaches = [Some(site.trigger), grammar::undergoer(parse, site.trigger)]
        .into_iter()
        .flatten()
        .flat_map(|host| parse.subtree(host))
        .any(|at| parse.norm(at) == "to" && parse.dep(at) == Dep::Prep);
    if draft.claim_type == ClaimType::Capture && reaches {
        draft.target.retain(|&at| {
            let label = parse.name_of(at).map(|name| name.label);
            !matches!(label, Some(language::NameLabel::Loc | language::NameLabel::Fac))
        });
    }
    take_sides(setting, site, frame, &mut draft);
    draft.place = first_filled(setting, site, frame, Field::Place, &frame.place);
    notes.about(Some(Field::Place));
    // "the siege *of the Sunnis* on Mount Hald"
    if draft.claim_type == ClaimType::Besiege && draft.target.is_empty() {
        let people = |at: &usize| {
            parse.tag(*at) == Tag::Nnps && parse.child(*at, Dep::Det).is_some() && !fillers::is_state(setting, *at)
        };
        let (besieged, place) = std::mem::take(&mut draft.place).into_iter().partition(people);
        (draft.target, draft.place) = (besieged, place);
    }
    draft.place.retain(|&at| {
        let core = mention::core(&setting.part.parse, setting.lexicon, at);
        // "the siege of the *Sunnis* on Mount Hald"
        let people = setting.part.parse.tag(core) == Tag::Nnps
            && setting.part.parse.name_of(core).is_some_and(|name| name.label == NameLabel::Norp);
        let named = setting.part.parse.pos(core) == Pos::Propn && !people && !places::is_titled(setting, core);
        let place = places::is_place(setting, core) || named;
        if !place {
            notes.passed(at, || "is no place".to_string());
        }
        place
    });
    let (sites, actor): (Vec<usize>, Vec<usize>) =
        std::mem::take(&mut draft.actor).into_iter().partition(|&at| is_scene(setting, draft.claim_type, at));
    draft.actor = actor;
    // "the group was blamed for the *Velna* bombing": where it was is not who did it.
    if draft.actor.is_empty()
        && !sites.is_empty()
        && let Some(subject) = site.carrier.and_then(|carrier| carrier.subject)
    {
        draft.actor = grammar::joined(parse, subject);
        draft.actor.retain(|&at| fillers::is_filler(setting, at));
    }
    // "the offensive to retake *Velna*" is fought there.
    let fought = draft.claim_type == ClaimType::Fight && site.class == WordClass::Noun;
    if draft.place.is_empty() && (fought || frame.target.contains(&Slot::Goal)) {
        draft.place = goal::below(setting, site.trigger).places;
    }
    if draft.place.is_empty() {
        draft.place = if sites.is_empty() { places(setting, site) } else { sites };
    }
    // "*Velna* was the scene of a battle"
    if draft.place.is_empty()
        && draft.claim_type == ClaimType::Fight
        && let Some(scene) = site.carrier.and_then(|carrier| carrier.sufferer)
        && draft.target.is_empty()
        && places::is_place(setting, scene)
    {
        draft.place = grammar::joined(parse, scene);
    }
    // "called on Kestria to stop": whom words are for is not where they are said.
    use ClaimType::{AlliedWith, Backs, MemberOf, Opposes, PartOf};
    if speaks(draft.claim_type) || matches!(draft.claim_type, AlliedWith | Backs | MemberOf | Opposes | PartOf) {
        draft.place.retain(|at| !draft.target.contains(at) && !draft.actor.contains(at));
    }
    // "threatened to invade *Kestria*": a state is whom it is meant for.
    if draft.claim_type == ClaimType::Threaten && draft.target.is_empty() {
        let (states, places) =
            std::mem::take(&mut draft.place).into_iter().partition(|&at| fillers::is_state(setting, at));
        (draft.target, draft.place) = (states, places);
        draft.target.retain(|at| !draft.actor.contains(at));
    }
    // "the war between them": who fights is not where.
    if draft.claim_type == ClaimType::Fight {
        draft.place.retain(|at| {
            let first = std::iter::successors(Some(*at), |&at| (parse.dep(at) == Dep::Conj).then(|| parse.head(at)));
            let first = first.last().unwrap_or(*at);
            let between = parse.dep(first) == Dep::Pobj && parse.norm(parse.head(first)) == "between";
            !between || !draft.target.contains(at) && !draft.actor.contains(at)
        });
    }
    notes.about(None);
    draft.actor.extend(holder::new_holder(setting, &draft));
    by_means_of(setting, site, &mut draft);
    let hit = draft.target.clone();
    holders_hit(setting, &mut draft);
    let camps = (hit != draft.target).then_some(hit);
    fought_over(setting, frame, &mut draft);
    holder::fill(setting, &mut draft);
    // "attacked two camps of the rebels" counts the camps.
    draft.quantity = match camps {
        Some(target) => count::quantities(setting, site, frame, &Draft { target, ..draft.clone() }),
        None => count::quantities(setting, site, frame, &draft),
    };
    // "17 of its supporters were arrested": the supporters were.
    let counted = |at: &mut usize| {
        if parse.pos(*at) == Pos::Num
            && let Some(of) = grammar::after(parse, *at, "of")
        {
            *at = of;
        }
    };
    draft.target.iter_mut().for_each(counted);
    draft.actor.iter_mut().for_each(counted);
    // "The brigade lost twelve *men*": they are the brigade's, and the brigade is all that says whose.
    if frame.claim_type == ClaimType::Casualties
        && site.class == WordClass::Verb
        && frame.actor.is_empty()
        && frame.words.is_empty()
        && let [men] = draft.target[..]
        && class::fits(parse, setting.lexicon, men, &[NounClass::Forces, NounClass::People])
        && parse.pos(men) == Pos::Noun
        && !draft.quantity.is_empty()
        && parse.children(men).all(|child| !matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Poss))
        && let Some(loser) =
            grammar::doer(parse, site.trigger).filter(|&loser| parse.dep(men) == Dep::Dobj && loser != men)
    {
        draft.target = grammar::joined(parse, loser);
        draft.because(notes, Field::Target, "whose men they are");
    }
    let number = |at: &usize| setting.part.parse.pos(*at) != Pos::Num;
    draft.target.retain(number);
    draft.actor.retain(number);
    if kind == Kind::Relation && !bond::holds(setting, site, &mut draft) {
        return None;
    }
    draft.negative = frame.negative;
    // "it is *time* for the rebels to leave" is what the speaker asks.
    draft.spoken |= frame.claim_type == ClaimType::Demand && frame.actor.is_empty();
    draft.modality = frame.planned.then_some(Modality::Planned);
    if site.carrier.is_some_and(|carrier| carrier.claimed) {
        draft.modality = Some(Modality::Claimed);
    }
    // "Operation Iron Wind met with success" names one that nobody fights anywhere.
    let only_named = frame.named && draft.actor.is_empty() && draft.target.is_empty() && draft.place.is_empty();
    let stands = stands::stands(setting, site, &draft) && !(frame.counted && draft.quantity.is_empty()) && !only_named;
    // "*the agreement* between Kestria and Morvania": who agreed is told; what they agreed is the agreement.
    if frame.claim_type == ClaimType::Agree && draft.target.is_empty() && !draft.actor.is_empty() {
        let accord = |at: &&usize| class::fits(parse, setting.lexicon, **at, &[NounClass::Accord]);
        let words = std::iter::once(&site.trigger).chain(&site.words);
        draft.target = words.filter(|&&at| parse.pos(at) == Pos::Noun).find(accord).copied().into_iter().collect();
    }
    draft.notes.extend(notes.since(mark));
    stands.then_some(draft)
}
