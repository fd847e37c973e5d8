//! Which words tell of a happening, a relation or an assessment, and who fills its roles?
//!
//! "Rebels captured the town from the army." matches the frame of `capture`: actor `Rebels`, target `army`, place `town`.
//! The frames are data; here a trigger's frames are held against the tree around it.

mod asked;
mod behind;
mod carrier;
mod fillers;
mod goal;
mod holder;
mod places;
mod retold;
mod stands;
mod together;
mod toll;

pub(crate) use behind::all_behind;
pub(crate) use fillers::{Spot, fill};
pub(crate) use goal::aim;
pub(crate) use places::{is_place, places};
pub(crate) use retold::Doers;

use crate::claim::{Draft, Setting};
use crate::reason::{self, Field};
use crate::{grammar, mention, quantity};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Frame, NounClass, Slot, WordClass};
use model::{ClaimType, Kind, Modality, PartRole, Quantity, QuantityKind};

/// Drafts of all triggers of a part.
pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        let Some(class) = word_class(setting, at) else { continue };
        let bearer = titled(setting, at);
        if bearer.is_none()
            && (in_longer_name(setting, at) || is_premodifier(setting, at) || leads_to_reason(setting, at))
        {
            continue;
        }
        let cue = setting.voices.is_cue(setting.index, at);
        let frames = frames(setting, at, class);
        let stem = bearer.unwrap_or(at);
        let carrier = if class == WordClass::Noun { carrier::of(setting, stem) } else { None };
        let somebody = class == WordClass::Noun && carrier.is_none() && is_somebody(setting, at);
        let notes = &setting.part.notes;
        let mut found: Vec<(usize, &Frame, Draft)> = Vec::new();
        for frame in frames.iter().filter(|frame| frame.class == class) {
            let pass = |why: fn(&Frame) -> String| notes.passed_entry(at, frame.line, || why(frame));
            if cue && frame.words.is_empty() && !speaks(frame.claim_type) {
                pass(|_| "only says who speaks here".to_string());
                continue;
            }
            let Some(words) = words_of(setting, at, frame) else {
                pass(reason::further);
                continue;
            };
            let site = Spot { trigger: stem, class, words, carrier };
            let mentioned = somebody && frame.claim_type.kind() == Kind::Event;
            if mentioned || frame.named && bearer.is_none() || !needs_hold(setting, &site, frame) {
                continue;
            }
            match draft(setting, &site, frame) {
                Some(draft) => found.push((frame.words.len() * 4 + frame.needs.len(), frame, draft)),
                None => pass(|_| "finds nobody and nothing around the word to be about".to_string()),
            }
        }
        // The frame that asks for most knows best; those that ask for as much all hold.
        let best = found.iter().map(|(asked, ..)| *asked).max().unwrap_or(0);
        for (_, frame, _) in found.iter().filter(|(asked, ..)| *asked != best) {
            notes.passed_entry(at, frame.line, || "needs less than another entry that holds".to_string());
        }
        let about_type = notes.since(0);
        for (.., mut draft) in found.into_iter().filter(|(asked, ..)| *asked == best) {
            draft.notes.extend(about_type.iter().cloned());
            drafts.push(draft);
        }
    }
    toll::read(setting, &mut drafts);
    asked::read(setting, &mut drafts);
    together::read(setting, drafts)
}

/// Types whose verbs are acts of speech: the deed is told apart from what it says.
fn speaks(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Accuse | Demand | Threaten | Refuse | Intent | Support | Agree | Publish | Judgement)
}

/// True for a word of a longer name of a body, person or place, which tells of no deed: "the Committee to *Protect* …".
pub(crate) fn in_longer_name(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    if setting.part.role == PartRole::Headline || !matches!(parse.pos(at), Pos::Propn | Pos::Verb) {
        return false;
    }
    parse.name_of(at).is_some_and(|name| {
        use NameLabel::*;
        name.tokens.len() > 1 && matches!(name.label, Org | Person | Gpe | Fac | Loc | Product | WorkOfArt | Law | Norp)
    })
}

/// The name that a word before it says the sort of: `Wind` in "*Exercise* Iron Wind", "*Operation* Iron Wind".
fn titled(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let head = parse.head(at);
    let first = at == 0 || parse.head(at - 1) != head || parse.dep(at - 1) != Dep::Compound;
    let title = parse.word(at).starts_with(char::is_uppercase) || parse.pos(at) == Pos::Noun;
    (parse.dep(at) == Dep::Compound && parse.pos(head) == Pos::Propn && head > at && first && title)
        .then_some(head)
        .filter(|_| {
            let frames = setting.lexicon.triggers.frames(&parse.lemma(at).to_lowercase());
            frames.iter().any(|frame| frame.named)
        })
}

/// True for a verb or noun that only stands before a noun: "*advancing* units", "the *death* toll".
fn is_premodifier(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let noun = matches!(parse.pos(at), Pos::Noun | Pos::Propn) && matches!(parse.dep(at), Dep::Compound | Dep::Nmod);
    // `led` of "Morvania-led" is read with its name.
    let compound = at > 1
        && matches!(parse.word(at - 1), "-" | "–" | "‑")
        && parse.token(at - 2).span.end == parse.token(at - 1).span.start
        && parse.token(at - 1).span.end == parse.token(at).span.start
        && setting.lexicon.compounds.get(&parse.word(at).to_lowercase()).is_some();
    // "the *murdered* journalist", "the *advancing* units".
    let bare = parse.head(at) > at && parse.children(at).next().is_none();
    let participle = matches!(parse.tag(at), Tag::Vbg) || parse.tag(at) == Tag::Vbn && bare;
    compound || parse.dep(at) == Dep::Amod && participle || noun && setting.part.role != PartRole::Headline
}

/// True for those who do or suffer something, by a noun that tells a deed elsewhere: "gunmen attacked the *patrol*".
fn is_somebody(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let acts = match parse.dep(at) {
        Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj => true,
        Dep::Pobj => parse.dep(parse.head(at)) == Dep::Agent,
        _ => false,
    };
    acts && setting.lexicon.nouns.is(&parse.lemma(at).to_lowercase(), NounClass::Forces)
}

/// True for a word that only leads from a deed to what explains it: "*thanks* to the truce".
fn leads_to_reason(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let leads = setting
        .lexicon
        .causes
        .after(parse.norm(at))
        .is_some_and(|next| !next.is_empty() && at + 1 < parse.len() && parse.norm(at + 1) == next);
    let bare = parse.children(at).all(|child| child > at) && (at == 0 || parse.dep(at - 1) != Dep::Prep);
    leads && bare
}

/// The frames of a word, by its lemma or what the lemma should be.
fn frames<'s>(setting: Setting<'s, '_>, at: usize, class: WordClass) -> &'s [Frame] {
    let parse = &setting.part.parse;
    let triggers = &setting.lexicon.triggers;
    let word = parse.word(at).to_lowercase();
    // "the *fighting* between them" is taken for a form of "fight".
    if class == WordClass::Noun && parse.pos(at) == Pos::Verb {
        return triggers.frames(&word);
    }
    let mut frames = triggers.frames(&parse.lemma(at).to_lowercase());
    // Title case keeps a plural as it stands, and "hopes" may be taken for a form of "hop".
    if frames.is_empty()
        && let Some(singular) = word.strip_suffix('s')
    {
        frames = triggers.frames(singular);
    }
    if frames.is_empty()
        && class == WordClass::Verb
        && let Some(verb) = setting.lexicon.verb_forms.verb(&word)
    {
        frames = triggers.frames(&verb);
    }
    frames
}

/// Whether a word can be a trigger, as what. Where the tag of a word and its place in the tree disagree, the tree is right.
fn word_class(setting: Setting, at: usize) -> Option<WordClass> {
    let parse = &setting.part.parse;
    let has = |dep: Dep| parse.child(at, dep).is_some();
    match parse.pos(at) {
        // "was *overrun* by rebels"
        Pos::Noun | Pos::Adj if has(Dep::Auxpass) && has(Dep::Nsubjpass) => Some(WordClass::Verb),
        // "*fighting* between the army and the rebels has killed 200"
        Pos::Verb
            if parse.tag(at) == Tag::Vbg
                && matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj)
                && !has(Dep::Dobj)
                && !has(Dep::Nsubj)
                && !setting.lexicon.triggers.frames(&parse.word(at).to_lowercase()).is_empty() =>
        {
            Some(WordClass::Noun)
        }
        Pos::Verb | Pos::Aux if !matches!(parse.dep(at), Dep::Aux | Dep::Auxpass) => Some(WordClass::Verb),
        Pos::Noun => Some(WordClass::Noun),
        Pos::Propn => Some(WordClass::Noun),
        Pos::Adj => Some(WordClass::Adjective),
        _ => None,
    }
}

/// The tokens of the further words of a frame, all of which must hang below the trigger or each other.
fn words_of(setting: Setting, at: usize, frame: &Frame) -> Option<Vec<usize>> {
    let parse = &setting.part.parse;
    let mut found: Vec<usize> = Vec::new();
    for word in &frame.words {
        let matches = |child: &usize| {
            (parse.lemma(*child).eq_ignore_ascii_case(word) || parse.norm(*child) == word)
                && !matches!(parse.dep(*child), Dep::Nsubj | Dep::Nsubjpass | Dep::Conj)
                && !governs(parse, *child)
        };
        let mut hosts = vec![at];
        hosts.extend(&found);
        hosts.extend(parse.children(at).filter(|&child| {
            matches!(
                parse.dep(child),
                Dep::Prep
                    | Dep::Prt
                    | Dep::Dobj
                    | Dep::Oprd
                    | Dep::Ccomp
                    | Dep::Xcomp
                    | Dep::Compound
                    | Dep::Amod
                    | Dep::Nmod
            )
        }));
        hosts.extend(grammar::for_clause(parse, at));
        let objects: Vec<usize> = hosts.iter().filter_map(|&host| parse.child(host, Dep::Pobj)).collect();
        hosts.extend(objects);
        let hit = hosts.iter().find_map(|&host| parse.children(host).find(|child| matches(child) && *child != at));
        // The object of a passive stands as its subject: "a siege was lifted".
        let raised = || {
            (frame.class == WordClass::Verb)
                .then(|| grammar::undergoer(parse, at))
                .flatten()
                .filter(|&object| parse.lemma(object).eq_ignore_ascii_case(word))
        };
        found.push(hit.or_else(raised)?);
    }
    Some(found)
}

/// True for a preposition with words of its own where the frame asks for a particle: "took command *on* Friday" is not "took *on*
/// the rebels", "held exercises *off* the coast" not "held *off* the rebels".
fn governs(parse: &Parse, at: usize) -> bool {
    // "described the raid *as* a crime"
    if parse.dep(at) != Dep::Prep || matches!(parse.norm(at), "as" | "for") {
        return false;
    }
    let Some(object) = parse.child(at, Dep::Pobj) else { return false };
    let between = parse.child(parse.head(at), Dep::Dobj).is_some_and(|done_to| done_to < at);
    use NameLabel::*;
    between || parse.name_of(object).is_some_and(|name| matches!(name.label, Date | Time | Loc | Gpe))
}

fn needs_hold(setting: Setting, site: &Spot, frame: &Frame) -> bool {
    let parse = &setting.part.parse;
    frame.needs.iter().all(|need| {
        let holds = fill(setting, site, &need.slot).into_iter().any(|at| {
            let core = mention::core(parse, setting.lexicon, at);
            need.classes.is_empty()
                || need.classes.contains(&NounClass::Many) && is_many(setting, at)
                || mention::fits(parse, setting.lexicon, at, &need.classes)
                || mention::fits(parse, setting.lexicon, core, &need.classes)
        });
        if holds == need.not {
            setting.part.notes.passed_entry(site.trigger, frame.line, || reason::unmet(need));
        }
        holds != need.not
    })
}

/// True for more than one: a plural, or a count of people.
fn is_many(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let core = mention::core(parse, setting.lexicon, at);
    matches!(parse.tag(core), Tag::Nns | Tag::Nnps)
        || parse.pos(core) == Pos::Num
        || matches!(parse.norm(core), "they" | "we" | "people" | "crowd")
}

/// What fills the first slot that anything fills. Of several joined words those stay that meet the frame's needs.
fn first_filled(setting: Setting, site: &Spot, frame: &Frame, field: Field, slots: &[Slot]) -> Vec<usize> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    for slot in slots {
        notes.about(Some(field));
        let mut found = fill(setting, site, slot);
        if found.len() > 1
            && let Some(need) =
                frame.needs.iter().find(|need| need.slot == *slot && !need.not && !need.classes.is_empty())
        {
            found.retain(|&at| {
                let core = mention::core(parse, setting.lexicon, at);
                let fits = mention::fits(parse, setting.lexicon, core, &need.classes);
                if !fits {
                    notes.passed(at, || format!("is not of the class {}", reason::class_words(&need.classes)));
                }
                fits
            });
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
    draft.target = first_filled(setting, site, frame, Field::Target, &frame.target);
    draft.target.retain(|at| !draft.actor.contains(at));
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
    if kind == Kind::Relation
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
    // "members of the clan" are the members, not the clan.
    let counts = setting.lexicon.nouns.is(&parse.lemma(site.trigger).to_lowercase(), lexicon::NounClass::Measure);
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
    behind_roles(setting, &mut draft);
    take_sides(setting, site, &mut draft);
    draft.place = first_filled(setting, site, frame, Field::Place, &frame.place);
    notes.about(Some(Field::Place));
    draft.place.retain(|&at| {
        let core = mention::core(&setting.part.parse, setting.lexicon, at);
        let named = setting.part.parse.pos(core) == Pos::Propn && !places::is_titled(setting, core);
        let place = places::is_place(setting, core) || named;
        if !place {
            notes.passed(at, || "is no place".to_string());
        }
        place
    });
    let (sites, actor): (Vec<usize>, Vec<usize>) =
        std::mem::take(&mut draft.actor).into_iter().partition(|&at| is_scene(setting, draft.claim_type, at));
    draft.actor = actor;
    if draft.place.is_empty() && frame.target.contains(&Slot::Goal) {
        draft.place = goal::below(setting, site.trigger).places;
    }
    if draft.place.is_empty() {
        draft.place = if sites.is_empty() { places(setting, site) } else { sites };
    }
    notes.about(None);
    draft.actor.extend(holder::new_holder(setting, &draft));
    by_means_of(setting, site, &mut draft);
    fought_over(setting, &mut draft);
    holder::fill(setting, &mut draft);
    draft.quantity = quantities(setting, site, frame, &draft);
    let number = |at: &usize| setting.part.parse.pos(*at) != Pos::Num;
    draft.target.retain(number);
    draft.actor.retain(number);
    draft.negative = frame.negative;
    draft.modality = frame.planned.then_some(Modality::Planned);
    if site.carrier.is_some_and(|carrier| carrier.claimed) {
        draft.modality = Some(Modality::Claimed);
    }
    let stands = stands::stands(setting, site, &draft) && !(frame.counted && draft.quantity.is_empty());
    if stands && draft.place.is_empty() {
        notes.about(Some(Field::Place));
        draft.place = places::only_place(setting, site.trigger);
    }
    draft.notes.extend(notes.since(mark));
    stands.then_some(draft)
}

/// True for a place that a headline or a compound puts where the doer stands: "*Velna* bomb kills three". States act.
fn is_scene(setting: Setting, claim_type: ClaimType, at: usize) -> bool {
    use ClaimType::*;
    let parse = &setting.part.parse;
    matches!(claim_type, Attack | Casualties | Strike | Destroy)
        && matches!(parse.dep(at), Dep::Compound | Dep::Nmod | Dep::Amod)
        && parse.name_of(at).is_some_and(|name| match name.label {
            NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac => !fillers::is_state(setting, at),
            // A single name that no table has is rather the place of a deed than who did it.
            NameLabel::Org | NameLabel::Person => {
                name.tokens.len() == 1 && parse.pos(at) != Pos::Adj && !fillers::is_known(setting, at)
            }
            _ => false,
        })
}

/// What is fought over is where it is fought, not the other side: "the assault on *Velna*".
fn fought_over(setting: Setting, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.claim_type != ClaimType::Fight {
        return;
    }
    let is_scene = |at: usize| {
        let label = parse.name_of(at).map(|name| name.label);
        let named = matches!(label, Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac));
        let town = setting.lexicon.nouns.is(&parse.lemma(at).to_lowercase(), lexicon::NounClass::Place);
        (named || label.is_none() && town) && !fillers::is_state(setting, at)
    };
    let (scenes, sides): (Vec<usize>, Vec<usize>) =
        std::mem::take(&mut draft.target).into_iter().partition(|&at| is_scene(at));
    draft.target = sides;
    if draft.place.is_empty() {
        draft.place = scenes;
    }
}

/// Who does a deed that serves as a means, and to whom: "the coalition supports the army *with air strikes*" are the coalition's
/// strikes; "the army advanced *with Morvanian air support*" is support of the army.
fn by_means_of(setting: Setting, site: &Spot, draft: &mut Draft) {
    use ClaimType::{Attack, Backs, Fight, Strike, Supply, Support};
    let parse = &setting.part.parse;
    if site.class != WordClass::Noun || site.carrier.is_some() {
        return;
    }
    let Some((verb, _)) = holder::user(setting, site.trigger) else { return };
    let all = |at: Option<usize>| at.map_or(Vec::new(), |at| grammar::joined(parse, at));
    match draft.claim_type {
        // "was shocked by the raid" tells no means.
        Strike | Attack | Fight if draft.actor.is_empty() && !grammar::is_passive(parse, verb) => {
            draft.actor = all(grammar::doer(parse, verb));
        }
        Support | Backs | Supply if draft.target.is_empty() && !draft.actor.is_empty() => {
            let helped = if grammar::is_passive(parse, verb) {
                grammar::undergoer(parse, verb)
            } else {
                grammar::doer(parse, verb)
            };
            draft.target = all(helped);
            draft.target.retain(|at| !draft.actor.contains(at));
        }
        _ => {}
    }
}

/// The deed that a relative clause is about, where the tree hung the clause on the place of the deed: in "an attack at the
/// base which killed six" it was the attack that killed.
fn deed_before_place(setting: Setting, draft: &Draft) -> Vec<usize> {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let [at] = draft.actor.as_slice() else { return draft.actor.clone() };
    let relative = parse.dep(draft.trigger) == Dep::Relcl && parse.head(draft.trigger) == *at;
    if !relative || !matches!(draft.claim_type, Attack | Casualties | Strike | Destroy | Displace) {
        return draft.actor.clone();
    }
    let acts = |at: usize| {
        use lexicon::NounClass::{Arms, Deed, Forces, Party, People, Vehicle};
        mention::fits(parse, setting.lexicon, at, &[Arms, Deed, Forces, Party, People, Vehicle])
    };
    let mut walk = *at;
    for _ in 0..4 {
        if acts(walk) {
            return vec![walk];
        }
        let above = parse.head(walk);
        if !matches!(parse.dep(walk), Dep::Pobj | Dep::Prep) || above == walk {
            break;
        }
        walk = above;
    }
    draft.actor.clone()
}

/// Those who are listed: "the states that struck the town *include* Morvania and Kestria".
fn told_members(setting: Setting, heads: &[usize]) -> Vec<usize> {
    let parse = &setting.part.parse;
    let members = |at: usize| {
        let verb = parse.head(at);
        let lists = parse.dep(at) == Dep::Nsubj && parse.lemma(verb) == "include" && parse.pos(at) == Pos::Noun;
        let named: Vec<usize> = lists
            .then(|| parse.child(verb, Dep::Dobj))
            .flatten()
            .map_or(Vec::new(), |object| grammar::joined(parse, object))
            .into_iter()
            .filter(|&object| parse.pos(object) == Pos::Propn)
            .collect();
        if named.is_empty() { vec![at] } else { named }
    };
    heads.iter().flat_map(|&at| members(at)).collect()
}

/// Two sides that fight or oppose each other: the first is the actor, the others the target.
///
/// "clashes between the army and the rebels", "the army and the rebels clashed".
fn take_sides(setting: Setting, site: &Spot, draft: &mut Draft) {
    use ClaimType::{AlliedWith, Fight, Opposes};
    if !matches!(draft.claim_type, AlliedWith | Fight | Opposes) || !draft.target.is_empty() {
        return;
    }
    // "the Morvania-Kestria axis".
    let parse = &setting.part.parse;
    if site.class == WordClass::Noun
        && let [one] = draft.actor[..]
        && parse.head(one) == site.trigger
        && let Some(other) = parse
            .children(one)
            .find(|&child| child + 2 == one && parse.tag(child + 1) == Tag::Hyph && parse.pos(child) == Pos::Propn)
    {
        draft.actor = vec![other];
        draft.target = vec![one];
        draft.exact.extend([(other, other..other + 1), (one, one..one + 1)]);
    }
    if draft.actor.len() < 2 {
        return;
    }
    let between = !fill(setting, site, &Slot::Preposition("between".to_string())).is_empty();
    let together = draft.actor.len() == 2 && draft.claim_type != Fight;
    if between || together {
        draft.target = draft.actor.split_off(1);
    }
}

/// Puts the parties behind deeds and abstract nouns into the roles.
fn behind_roles(setting: Setting, draft: &mut Draft) {
    use ClaimType::*;
    let kind = draft.claim_type.kind();
    let notes = &setting.part.notes;
    notes.about(Some(Field::Actor));
    let by_force = matches!(draft.claim_type, Attack | Besiege | Capture | Destroy | Fight | Strike);
    draft.actor = behind::all_behind(setting, &draft.actor, |at| {
        let accord = || mention::fits(&setting.part.parse, setting.lexicon, at, &[NounClass::Accord]);
        kind != Kind::Event || !(behind::is_deed_or_weapon(setting, at) || by_force && accord())
    });
    notes.about(Some(Field::Target));
    match (kind, draft.claim_type) {
        (_, Cause) => draft.target = behind::all_behind(setting, &draft.target, |_| true),
        (Kind::Assessment, _) => draft.target = behind::all_behind(setting, &draft.target, |_| false),
        (_, Opposes | Backs | AlliedWith | Fight | Strike | Attack | Demand | Threaten | Besiege)
        | (_, Accuse | Capture | Refuse | Sanction | Support) => {
            draft.target = behind::all_behind(setting, &draft.target, |_| true);
        }
        _ => {}
    }
    // "blew *himself* up"
    let itself = |at: usize| {
        let norm = setting.part.parse.norm(at);
        setting.part.parse.pos(at) == Pos::Pron && (norm.ends_with("self") || norm.ends_with("selves"))
    };
    draft.target.retain(|&at| !draft.actor.contains(&at) && !itself(at));
}

/// True for "the general's murder": the person before a deed done to people suffers it.
fn owner_suffers(setting: Setting, site: &Spot, frame: &Frame) -> bool {
    let parse = &setting.part.parse;
    use ClaimType::*;
    site.class == WordClass::Noun
        && matches!(frame.claim_type, Attack | Casualties | Detain | Displace)
        && frame.target.contains(&Slot::Preposition("of".to_string()))
        && grammar::agent(parse, site.trigger).is_none()
        && grammar::owner(parse, site.trigger).is_some_and(|owner| {
            matches!(parse.name_of(owner).map(|name| name.label), Some(NameLabel::Person))
                || parse.pos(owner) == Pos::Propn
                    && parse.name_of(owner).is_none_or(|name| name.tokens.len() == 1 && name.label == NameLabel::Org)
                    && !fillers::is_known(setting, owner)
                || matches!(parse.norm(owner), "his" | "her" | "my")
                || parse.name_of(owner).is_none()
                    && setting.lexicon.nouns.is(parse.lemma(owner), lexicon::NounClass::People)
                    && !setting.lexicon.nouns.is(parse.lemma(owner), lexicon::NounClass::Forces)
        })
}

/// True for "General killed in Velna": headlines leave out the auxiliary of a passive.
fn headline_passive(setting: Setting, site: &Spot, frame: &Frame) -> bool {
    let parse = &setting.part.parse;
    setting.part.role == PartRole::Headline
        && site.class == WordClass::Verb
        && matches!(parse.tag(site.trigger), Tag::Vbd | Tag::Vbn)
        && frame.actor.first() == Some(&Slot::Subject)
        && frame.target.first() == Some(&Slot::Object)
        && !grammar::is_passive(parse, site.trigger)
        && grammar::undergoer(parse, site.trigger).is_none()
}

/// The numbers of a claim: those of the role that the frame counts, of the trigger itself, or of all roles.
fn quantities(setting: Setting, site: &Spot, frame: &Frame, draft: &Draft) -> Vec<Quantity> {
    let of = |heads: &[usize]| -> Vec<Quantity> { heads.iter().filter_map(|&at| counted(setting, at)).collect() };
    let mut found = match frame.count {
        Some(count) => {
            let mut found = of(if count.target { &draft.target } else { &draft.actor });
            if site.class == WordClass::Noun && found.is_empty() {
                found = of(&[site.trigger]);
            }
            // "claimed nine lives"
            if found.is_empty() {
                found = of(&site.words);
            }
            if count.what == Some(QuantityKind::Money) {
                found = money(setting, site);
            }
            if let Some(what) = count.what {
                found.iter_mut().for_each(|quantity| quantity.what = what);
            }
            found
        }
        None if frame.claim_type == ClaimType::Pay => money(setting, site),
        None if frame.claim_type.kind() == Kind::Assessment => Vec::new(),
        None => {
            let mut found = of(&draft.actor);
            // Who is attacked is counted with the dead and wounded; what is hit is counted here.
            let people = matches!(frame.claim_type, ClaimType::Attack | ClaimType::Strike | ClaimType::Fight);
            let things =
                |quantity: &Quantity| !people || matches!(quantity.what, QuantityKind::Sites | QuantityKind::Vehicles);
            found.extend(of(&draft.target).into_iter().filter(things));
            found.extend(of(&draft.place));
            use ClaimType::{Deploy, PresentIn, Supply, Withdraw};
            if matches!(frame.claim_type, Deploy | PresentIn | Supply | Withdraw) {
                found.extend(of(&fill(setting, site, &Slot::Object)));
            }
            found
        }
    };
    found.sort_by_key(|quantity| quantity.span);
    found.dedup();
    found
}

/// The sums of money at a trigger, its verb and their objects.
fn money(setting: Setting, site: &Spot) -> Vec<Quantity> {
    let parse = &setting.part.parse;
    let host = site.carrier.map_or(site.trigger, |carrier| carrier.verb);
    let range = parse.subtree(host);
    let mut found: Vec<Quantity> = Vec::new();
    for name in parse.names().iter().filter(|name| name.label == NameLabel::Money && range.contains(&name.tokens.start))
    {
        let sum = name.tokens.clone().find_map(|at| quantity::of(setting.part, at, setting.lexicon));
        found.extend(sum.or_else(|| counted(setting, parse.head(name.tokens.end - 1))));
    }
    found.truncate(1);
    found
}

/// The count of a noun, looked for at the noun itself and at the word it is the core of.
fn counted(setting: Setting, at: usize) -> Option<Quantity> {
    let core = mention::core(&setting.part.parse, setting.lexicon, at);
    quantity::of(setting.part, at, setting.lexicon)
        .or_else(|| (core != at).then(|| quantity::of(setting.part, core, setting.lexicon)).flatten())
}
