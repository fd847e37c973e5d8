//! Who is on which side of a deed, where the slots of its frame do not say so plainly?
//!
//! "clashes between the army and the rebels": the army is the actor, the rebels are the target. "the general's murder": the general
//! suffers it. "the assault on Velna": Velna is where it happens.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::{behind, holder};
use crate::frame::{Spot, fill, fillers, places};
use crate::reason::Field;
use crate::{class, grammar, mention};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{Frame, LightSubject, NounClass, Slot, WordClass};
use model::{ClaimType, Kind, PartRole};

/// True for a place that a headline or a compound puts where the doer stands: "*Velna* bomb kills three". States act, but not
/// where their plain name stands before what no state is said to do: "*Kestria* bomb kills three".
pub(in crate::frame) fn is_scene(setting: Setting, claim_type: ClaimType, at: usize) -> bool {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let violent = matches!(claim_type, Attack | Casualties | Strike | Destroy);
    claim_type.kind() == Kind::Event
        && matches!(parse.dep(at), Dep::Compound | Dep::Nmod | Dep::Amod)
        && parse.name_of(at).is_some_and(|name| match name.label {
            NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac => {
                !fillers::is_state(setting, at) || matches!(claim_type, Attack | Casualties) && is_struck(setting, at)
            }
            _ if !violent => false,
            // A single name that no table has is rather the place of a deed than who did it.
            NameLabel::Org | NameLabel::Person => {
                // An abbreviation is of a body: "*TLF* attacks".
                let large = |at: usize| parse.word(at).chars().all(|letter| !letter.is_lowercase());
                let short = large(at) && !large(parse.head(at));
                name.tokens.len() == 1 && parse.pos(at) != Pos::Adj && !short && !fillers::is_known(setting, at)
            }
            _ => false,
        })
}

/// True for a state in whose land an attack was that says of nobody else whom it was on: "*Kestria* convoy attack". "US attack" is one
/// of theirs, "Kestria attack on the port" may be.
fn is_struck(setting: Setting, state: usize) -> bool {
    let parse = &setting.part.parse;
    let deed = parse.head(state);
    let short = parse.word(state).chars().all(|letter| !letter.is_lowercase());
    let adjective = parse.pos(state) == Pos::Adj || !setting.lexicon.names.demonym(parse.word(state)).is_empty();
    let whom = ["on", "against"].iter().any(|against| grammar::after(parse, deed, against).is_some());
    parse.pos(deed) == Pos::Noun && !short && !adjective && !whom
}

/// Whose the place is that was hit is not who hit it: "the *police academy* bombing", "the *army base* attack".
pub(in crate::frame) fn owners_of_hit(setting: Setting, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.rule != "event/noun" || !matches!(draft.claim_type, ClaimType::Attack | ClaimType::Strike) {
        return;
    }
    let owned = |at: usize| {
        let next = at + 1;
        let before = |at: usize| matches!(parse.dep(at), Dep::Compound | Dep::Nmod | Dep::Amod);
        let stands = next < draft.trigger && before(at) && before(next) && parse.pos(next) == Pos::Noun;
        let hit =
            stands && !draft.words.contains(&next) && class::fits(parse, setting.lexicon, next, &[NounClass::Site]);
        hit.then_some(next)
    };
    let hit: Vec<usize> = draft.actor.iter().filter_map(|&at| owned(at)).collect();
    if hit.is_empty() {
        return;
    }
    draft.actor.retain(|&at| owned(at).is_none());
    if draft.target.is_empty() {
        draft.target = hit;
    }
}

/// What is fought over is where it is fought, not the other side: "the assault on *Velna*".
/// Who is defeated is a side, whatever else bears his name.
/// Gives the places that stood as what is hit.
pub(in crate::frame) fn fought_over(setting: Setting, frame: &Frame, draft: &mut Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    // "attacked *eastern* Kestria": a part of a state is where it was.
    let in_part = |at: usize| {
        let direction = |child: usize| setting.lexicon.place_words.is_direction(parse.norm(child));
        parse.children(at).any(|child| child < at && direction(child))
    };
    let named = |at: usize| {
        let label = parse.name_of(at).map(|name| name.label);
        (matches!(label, Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac)) || places::is_held(setting, at))
            && (!fillers::is_state(setting, at) || in_part(at))
            && !setting.surnames.contains(parse.word(at))
            && !class::is_ship(parse, setting.lexicon, at)
    };
    // What is hit is where it is hit as well: "the bombardment of *Velna*".
    if matches!(draft.claim_type, ClaimType::Attack | ClaimType::Strike) {
        let hit: Vec<usize> = draft.target.iter().copied().filter(|&at| named(at)).collect();
        draft.place.splice(0..0, hit);
        draft.place.dedup();
    }
    let party = |need: &&lexicon::Need| {
        let places = [NounClass::Place, NounClass::Site];
        need.slot == Slot::Object && !need.not && !need.classes.iter().any(|class| places.contains(class))
    };
    let beaten = frame.class == WordClass::Verb && frame.needs.iter().any(|need| party(&need));
    if draft.claim_type != ClaimType::Fight || beaten {
        return Vec::new();
    }
    // "fought with *great courage*" fought nobody.
    draft.target.retain(|&at| {
        use NounClass::{Forces, Party, People};
        parse.dep(at) != Dep::Pobj
            || parse.norm(parse.head(at)) != "with"
            || parse.pos(at) != Pos::Noun
            || class::fits(parse, setting.lexicon, at, &[Forces, Party, People])
    });
    let is_scene = |at: usize| {
        let label = parse.name_of(at).map(|name| name.label);
        let town = setting.is_noun(at, lexicon::NounClass::Place);
        // "attacked *a village*": which is not told is hit, and is nowhere.
        let which = |child: usize| {
            let told = matches!(parse.dep(child), Dep::Det | Dep::Poss) && !matches!(parse.norm(child), "a" | "an");
            // "attacked *rebel-held* territory": those who hold it are hit.
            let compound = setting.lexicon.compounds.get(parse.lower(child));
            let held =
                compound.is_some_and(|compound| compound.claim_type == ClaimType::Controls && compound.name_acts);
            told || held || parse.norm(child) == "of" || parse.pos(child) == Pos::Propn
        };
        // "attacked *the home of a judge*"
        let whose = grammar::after(parse, at, "of")
            .is_some_and(|of| class::fits(parse, setting.lexicon, of, &[NounClass::People]) && !named(of));
        let hit = matches!(parse.dep(at), Dep::Dobj | Dep::Nsubjpass) && (whose || !parse.children(at).any(which));
        named(at) || label.is_none() && town && !hit && !fillers::is_state(setting, at)
    };
    // "between the army and the *Kordun Front*", "Kestria and *Morvania* were at war": the second side, whatever the name is taken for.
    let second = |at: usize| {
        let first = draft.actor.iter().find(|&&first| grammar::joined(parse, first).contains(&at));
        first.is_some_and(|&first| {
            parse.dep(first) == Dep::Nsubj || !is_scene(first) && parse.norm(parse.head(first)) == "between"
        })
    };
    let (scenes, sides): (Vec<usize>, Vec<usize>) = draft.target.iter().partition(|&&at| is_scene(at) && !second(at));
    // "attacked the *Morvanian* positions": whoever holds them is fought.
    let holder = |&at: &usize| {
        let many = parse.pos(at) == Pos::Noun && parse.tag(at) == Tag::Nns;
        let whose = |child: usize| child < at && parse.name_of(child).is_some_and(|name| name.label == NameLabel::Norp);
        let adjective =
            parse.children(at).find(|&child| matches!(parse.dep(child), Dep::Amod | Dep::Compound) && whose(child));
        let held = setting.is_noun(at, NounClass::Site);
        adjective.filter(|_| many && held && frame.class == WordClass::Verb)
    };
    // "Morvanian rebels attacked the Morvanian positions" attacked no Morvanians.
    let own = |at: usize| {
        let told = |&doer: &usize| {
            parse.norm(doer) == parse.norm(at) || parse.children(doer).any(|word| parse.norm(word) == parse.norm(at))
        };
        draft.actor.iter().any(told)
    };
    let holders: Vec<usize> = scenes.iter().filter_map(holder).filter(|&at| !own(at)).collect();
    let sides = if sides.is_empty() { holders } else { sides };
    // "the assault on Velna and *Ostrel*": what stands in a row with a town is one, whatever it is taken for.
    let row: Vec<usize> = scenes.iter().flat_map(|&at| places::listed(setting, at)).collect();
    let (joined, sides): (Vec<usize>, Vec<usize>) = sides.into_iter().partition(|at| row.contains(at));
    let scenes: Vec<usize> = scenes.into_iter().chain(joined).collect();
    draft.target = sides;
    // "attacked Velna, 12 miles from *Ostrel*" was in Velna.
    let measured = |&at: &usize| {
        let behind = |&scene: &usize| {
            let words = scene + 1..at;
            scene < at && words.into_iter().any(|word| setting.lexicon.place_words.is_distance(parse.entry(word)))
        };
        scenes.iter().any(behind)
    };
    if draft.place.iter().all(measured) {
        draft.place = scenes.clone();
    }
    scenes
}

/// Who does a deed that serves as a means, and to whom: "the coalition supports the army *with air strikes*" are the coalition's
/// strikes; "the army advanced *with Morvanian air support*" is support of the army.
pub(in crate::frame) fn by_means_of(setting: Setting, site: &Spot, draft: &mut Draft) {
    use ClaimType::{Attack, Backs, Fight, Strike, Supply, Support};
    let parse = &setting.part.parse;
    if site.class != WordClass::Noun || site.carrier.is_some() {
        return;
    }
    let Some((verb, preposition)) = holder::user(setting, site.trigger) else { return };
    // "monitors *documented* support through the supply of rifles": who reports it has no part in it.
    if setting.voices.is_cue(setting.index, verb) && matches!(draft.claim_type, Support | Backs | Supply) {
        return;
    }
    let all = |at: Option<usize>| at.map_or(Vec::new(), |at| grammar::joined(parse, at));
    match draft.claim_type {
        // "was shocked by the raid", "left in ruins by the shelling", "remains concerned by the raids" tell no means.
        Strike | Attack | Fight
            if draft.actor.is_empty()
                && !grammar::is_passive(parse, verb)
                && parse.dep(preposition) != Dep::Agent
                && parse.child(verb, Dep::Acomp).is_none() =>
        {
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
pub(in crate::frame) fn deed_before_place(setting: Setting, draft: &Draft) -> Vec<usize> {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let [at] = draft.actor.as_slice() else { return draft.actor.clone() };
    let relative = parse.dep(draft.trigger) == Dep::Relcl && parse.head(draft.trigger) == *at;
    if !relative || !matches!(draft.claim_type, Attack | Casualties | Strike | Destroy | Displace) {
        return draft.actor.clone();
    }
    let acts = |at: usize| {
        use lexicon::NounClass::{Arms, Deed, Forces, Party, People, Vehicle};
        let town = parse.pos(at) == Pos::Propn && places::is_place(setting, at) && !fillers::is_state(setting, at);
        !town && class::fits(parse, setting.lexicon, at, &[Arms, Deed, Forces, Party, People, Vehicle])
    };
    // "the raid on Velna, *which* killed six": what is told of a deed's aim between commas is told of the deed.
    let on = parse.head(*at);
    let aimed_at = parse.pos(*at) == Pos::Propn
        && parse.dep(*at) == Dep::Pobj
        && matches!(parse.norm(on), "against" | "at" | "in" | "near" | "on")
        && class::fits(parse, setting.lexicon, parse.head(on), &[NounClass::Deed])
        && !fillers::is_state(setting, *at);
    if aimed_at {
        return vec![parse.head(on)];
    }
    let mut walk = *at;
    for _ in 0..6 {
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

/// Those who are listed: "the states that struck the town *include* Morvania and Kestria", and whose aircraft or ships act.
pub(in crate::frame) fn told_members(setting: Setting, heads: &[usize]) -> Vec<usize> {
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
        // "was bombed by jets *of the air force*"
        let crew = || {
            let vehicles = parse.pos(at) == Pos::Noun && class::fits(parse, setting.lexicon, at, &[NounClass::Vehicle]);
            // "jets *belonging to* the coalition"
            let belongs = |&child: &usize| parse.dep(child) == Dep::Acl && parse.lemma(child) == "belong";
            let owner = || parse.children(at).find(belongs).and_then(|belongs| grammar::after(parse, belongs, "to"));
            let whose = grammar::after(parse, at, "of").or_else(owner).filter(|_| vehicles);
            whose.filter(|&whose| class::fits(parse, setting.lexicon, whose, &[NounClass::Forces, NounClass::Party]))
        };
        match crew() {
            Some(crew) if named.is_empty() => vec![crew],
            _ if named.is_empty() => vec![at],
            _ => named,
        }
    };
    heads.iter().flat_map(|&at| members(at)).collect()
}

/// Whom an attack on a place of theirs is on: "attacked *army* positions", "strikes against camps *of the Kordun Front*". What is not held
/// by forces or a named party stands for itself.
pub(in crate::frame) fn holders_hit(setting: Setting, draft: &mut Draft) {
    use ClaimType::{Attack, Fight, Strike};
    let parse = &setting.part.parse;
    if !matches!(draft.claim_type, Attack | Fight | Strike) {
        return;
    }
    let fights = draft.claim_type == Fight;
    let party = |at: &usize| {
        let named = parse.name_of(*at).is_some_and(|name| matches!(name.label, NameLabel::Norp | NameLabel::Org));
        named || parse.pos(*at) == Pos::Noun && class::fits(parse, setting.lexicon, *at, &[NounClass::Forces])
    };
    let holder = |at: usize| {
        let site = setting.is_noun(at, NounClass::Site);
        if !site || parse.name_of(at).is_some() || !(fights || parse.tag(at) == Tag::Nns) {
            return None;
        }
        let before = parse.children(at).find(|child| *child < at && parse.dep(*child) == Dep::Compound && party(child));
        before.or_else(|| grammar::after(parse, at, "of").filter(party))
    };
    for at in &mut draft.target {
        if let Some(holder) = holder(*at) {
            *at = holder;
        }
    }
}

/// The deeds of which a publication tells: *attacks* of "reports of attacks on villagers"; any other word stands for itself.
fn told_of(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let of = grammar::after(parse, at, "of").filter(|&of| {
        class::fits(parse, setting.lexicon, at, &[NounClass::Publication])
            && class::fits(parse, setting.lexicon, of, &[NounClass::Deed])
    });
    of.map_or(vec![at], |of| grammar::joined(parse, of))
}

/// Puts the parties behind deeds and abstract nouns into the roles.
pub(in crate::frame) fn behind_roles(setting: Setting, draft: &mut Draft) {
    use ClaimType::*;
    let kind = draft.claim_type.kind();
    let notes = &setting.part.notes;
    notes.about(Some(Field::Actor));
    // "the crash, *caused by fog*": what the verb tells of it explains the crash itself.
    let told = draft.actor.clone();
    let by_force = matches!(draft.claim_type, Attack | Besiege | Capture | Destroy | Detain | Fight | Strike);
    draft.actor = behind::all_behind(setting, &draft.actor, |at| {
        let accord =
            || class::fits(&setting.part.parse, setting.lexicon, at, &[NounClass::Accord, NounClass::Publication]);
        kind != Kind::Event || !(behind::is_deed_or_weapon(setting, at) || by_force && accord())
    });
    let agent = grammar::agent(&setting.part.parse, draft.trigger);
    if draft.claim_type == Cause && agent.is_some_and(|agent| draft.actor.contains(&agent)) {
        draft.actor = told;
    }
    // "supported by *Morvanian* jets": whose they are supports.
    if matches!(draft.claim_type, Support | Backs) {
        draft.actor = draft.actor.iter().flat_map(|&at| owners_of_arms(setting, at)).collect();
        draft.actor.dedup();
    }
    notes.about(Some(Field::Target));
    // "condemned *reports* of a massacre" condemns the massacre.
    if draft.claim_type == Accuse {
        let parse = &setting.part.parse;
        draft.target = draft.target.iter().flat_map(|&at| told_of(setting, at)).collect();
        // "appalled by the *news that* a nurse was taken" accuses whoever took her.
        let news = |at: usize| {
            let that = |clause: usize| parse.child(clause, Dep::Mark).is_some_and(|mark| parse.norm(mark) == "that");
            let mut clauses = parse.children(at).filter(|&child| matches!(parse.dep(child), Dep::Acl | Dep::Ccomp));
            parse.pos(at) == Pos::Noun && clauses.any(that)
        };
        draft.target = behind::all_behind(setting, &draft.target, |at| !news(at));
    }
    match (kind, draft.claim_type) {
        (_, Cause) => {
            // What is explained does not stand behind what explains it.
            let actor = draft.actor.clone();
            let reason = |at: usize| {
                let behind = behind::all_behind(setting, &[at], |_| true);
                if behind.iter().any(|at| actor.contains(at)) { vec![at] } else { behind }
            };
            draft.target = draft.target.iter().flat_map(|&at| reason(at)).collect();
            draft.target.sort_unstable();
            draft.target.dedup();
        }
        // "violates *the treaty*" is held against it.
        (_, Judgement) => {
            let parse = &setting.part.parse;
            // "is alarmed *by the raid*": what somebody feels is about the deed, whoever did it.
            let felt = grammar::undergoer(parse, draft.trigger).is_some_and(|whom| draft.actor.contains(&whom));
            if felt {
                draft.target = draft.target.iter().flat_map(|&at| told_of(setting, at)).collect();
            }
            // "was disturbed by those *reports*" does not say by what.
            let empty = |at| {
                let classes = class::classes(parse, setting.lexicon, at);
                !classes.is_empty() && classes.only(&[NounClass::Publication])
            };
            let accord = |at| felt && !empty(at) || class::fits(parse, setting.lexicon, at, &[NounClass::Accord]);
            draft.target = behind::all_behind(setting, &draft.target, accord);
            if felt && draft.target.iter().any(|&at| behind::stands_for_itself(setting, at)) {
                draft.target.retain(|&at| behind::stands_for_itself(setting, at));
            }
        }
        (Kind::Assessment, _) => draft.target = behind::all_behind(setting, &draft.target, |_| false),
        // "threatened *further attacks*" says whom only where they are on somebody.
        (_, Threaten) => {
            let parse = &setting.part.parse;
            // "threatened action *against Kestria*"
            let against = |at: usize| {
                let whom = grammar::after(parse, at, "against").or_else(|| grammar::after(parse, at, "on"));
                whom.filter(|_| behind::is_deed_or_weapon(setting, at))
                    .map_or(vec![at], |at| grammar::joined(parse, at))
            };
            draft.target = draft.target.iter().flat_map(|&at| against(at)).collect();
            draft.target = behind::all_behind(setting, &draft.target, |at| !behind::is_deed_or_weapon(setting, at));
        }
        // "reaffirmed *their* backing for the plan" supports not them; "we commend *their* courage and sacrifice" does.
        (_, Support) => {
            let parse = &setting.part.parse;
            draft.target = behind::all_behind(setting, &draft.target, |_| true);
            let speaks = draft.actor.iter().any(|&at| matches!(parse.norm(at), "i" | "we"));
            let theirs = |at: usize| speaks && matches!(parse.norm(at), "her" | "his" | "its" | "their");
            if draft.target.iter().any(|&at| theirs(at)) {
                draft.target.retain(|&at| theirs(at) || behind::stands_for_itself(setting, at));
            }
            draft.target.retain(|&at| parse.tag(at) != Tag::PrpPoss || theirs(at));
        }
        // "struck *two missiles* of the clan" hit the missiles.
        (_, Strike | Attack) => {
            let arms = |at: usize| class::fits(&setting.part.parse, setting.lexicon, at, &[NounClass::Arms]);
            let (hit, others): (Vec<usize>, Vec<usize>) = draft.target.iter().partition(|&&at| arms(at));
            draft.target = behind::all_behind(setting, &others, |_| true);
            draft.target.extend(hit);
            draft.target.sort_unstable();
        }
        // "ruled out *talks* with the rebels", "rejected *an accord* with Kestria": with whom tells whom it is meant for.
        (_, Refuse) => {
            let parse = &setting.part.parse;
            let partner = |at: usize| {
                let talks = class::fits(parse, setting.lexicon, at, &[NounClass::Talk, NounClass::Accord]);
                let with = grammar::after(parse, at, "with").filter(|_| talks);
                // "an offer of talks *from Kestria*", where the tree hangs the giver on what is offered
                let given = || {
                    let thing = ["of", "to", "for"].into_iter().find_map(|word| grammar::after(parse, at, word))?;
                    grammar::after(parse, thing, "from").filter(|_| !behind::stands_for_itself(setting, thing))
                };
                let whom = with.or_else(given).filter(|&whom| behind::stands_for_itself(setting, whom));
                whom.map_or(vec![at], |whom| grammar::joined(parse, whom))
            };
            draft.target = draft.target.iter().flat_map(|&at| partner(at)).collect();
            draft.target = behind::all_behind(setting, &draft.target, |_| true);
        }
        (_, Opposes | Backs | AlliedWith | Fight | Demand | Besiege) | (_, Accuse | Capture | Sanction) => {
            draft.target = behind::all_behind(setting, &draft.target, |_| true);
        }
        _ => {}
    }
    // "called for *a truce*" asks nobody by name.
    if draft.claim_type == Demand {
        use NounClass::{Forces, Party, People};
        let parse = &setting.part.parse;
        draft.target.retain(|&at| {
            let core = mention::core(parse, setting.lexicon, at);
            parse.pos(core) == Pos::Propn
                || parse.name_of(core).is_some()
                || class::fits(parse, setting.lexicon, core, &[Forces, Party, People])
        });
    }
    // "blew *himself* up"
    let itself = |at: usize| {
        let norm = setting.part.parse.norm(at);
        setting.part.parse.pos(at) == Pos::Pron && (norm.ends_with("self") || norm.ends_with("selves"))
    };
    draft.target.retain(|&at| !draft.actor.contains(&at) && !itself(at));
}

/// Those whose weapons or vehicles a word names: `Morvanian` of "Morvanian jets and artillery", else the word itself.
fn owners_of_arms(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let mut first = at;
    while parse.dep(first) == Dep::Conj && parse.pos(parse.head(first)) == Pos::Noun {
        first = parse.head(first);
    }
    let arms = |at: usize| {
        parse.pos(at) == Pos::Noun && class::fits(parse, setting.lexicon, at, &[NounClass::Vehicle, NounClass::Arms])
    };
    if !arms(at) || !arms(first) {
        return vec![at];
    }
    let spot = Spot::noun(first);
    let mut owners = fill(setting, &spot, &Slot::Subject);
    owners.extend(grammar::after(parse, first, "from").filter(|_| owners.is_empty()));
    owners.retain(|&owner| owner != first && owner != at);
    if owners.is_empty() { vec![at] } else { owners }
}

/// True for an attack by which one force fights another: "the *garrison* repulsed an *attack* by the *brigade*".
pub(in crate::frame) fn is_of_forces(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let forces = |&at: &usize| class::classes(parse, setting.lexicon, at).any(&[NounClass::Forces]);
    let fight = |class: WordClass, at: usize| {
        let frames = setting.frames(at).iter();
        frames
            .filter(move |frame| frame.class == class && frame.claim_type == ClaimType::Fight && frame.words.is_empty())
    };
    // "came under attack from rebels" only suffers it.
    let wards_off = fight(WordClass::Verb, draft.predicate).any(|frame| frame.target.contains(&Slot::Object))
        && fight(WordClass::Noun, draft.trigger).next().is_some();
    draft.claim_type == ClaimType::Attack
        && !draft.actor.is_empty()
        && draft.words.is_empty()
        && draft.actor.iter().chain(&draft.target).all(forces)
        && wards_off
}

/// True for "the general's murder": the person before a deed done to people suffers it.
pub(in crate::frame) fn owner_suffers(setting: Setting, site: &Spot, frame: &Frame) -> bool {
    let parse = &setting.part.parse;
    use ClaimType::*;
    // "Brek's attack was repulsed": nobody wards off what befalls another.
    let target = |subject| subject == LightSubject::Target;
    let verb = parse.head(site.trigger);
    let warded_off = parse.dep(site.trigger) == Dep::Nsubjpass
        && setting.lexicon.light_verbs.find_for(parse.entry(verb), |_| false, target).is_some();
    site.class == WordClass::Noun
        && !warded_off
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

/// Whom a deed befalls by whose it is, where its doer stands behind: "*Brek's* arrest by the police".
pub(in crate::frame) fn owner_before_agent(setting: Setting, site: &Spot, frame: &Frame) -> Option<usize> {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let suffered = site.class == WordClass::Noun
        && matches!(frame.claim_type, Attack | Casualties | Detain | Displace)
        && frame.target.contains(&Slot::Preposition("of".to_string()));
    let owner = grammar::owner(parse, site.trigger).filter(|_| suffered)?;
    let agent = grammar::agent(parse, site.trigger).filter(|&agent| agent > site.trigger && agent != owner)?;
    use NounClass::{Forces, Party, People};
    (fillers::is_filler(setting, owner) && class::fits(parse, setting.lexicon, agent, &[Forces, Party, People]))
        .then_some(owner)
}

/// Who is held where the tree names a thing, or the words of the trigger say it: "holds *dozens of hostages*".
pub(in crate::frame) fn held_people(setting: Setting, site: &Spot, draft: &mut Draft) {
    use ClaimType::{Casualties, Detain};
    let parse = &setting.part.parse;
    if matches!(draft.claim_type, Detain | Casualties) && parse.dep(site.trigger) == Dep::Acl {
        for at in &mut draft.target {
            *at = people_of_thing(setting, *at).unwrap_or(*at);
        }
    }
    if draft.claim_type == Detain && draft.target.is_empty() {
        let told = |&word: &usize| {
            parse.tag(word) == Tag::Nns && class::fits(parse, setting.lexicon, word, &[NounClass::People])
        };
        draft.target = site.words.iter().copied().find(told).into_iter().collect();
    }
}

/// The people before a thing that the tree takes for who was arrested: "*the owner* of the boat seized by police".
fn people_of_thing(setting: Setting, at: usize) -> Option<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let people = |at: usize| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]);
    let of = parse.head(at);
    let led = parse.dep(at) == Dep::Pobj && parse.norm(of) == "of" && parse.pos(at) == Pos::Noun && !people(at);
    Some(parse.head(of)).filter(|&whose| led && parse.pos(whose) == Pos::Noun && people(whose))
}

/// True for "General killed in Velna": headlines leave out the auxiliary of a passive.
pub(in crate::frame) fn headline_passive(setting: Setting, site: &Spot, frame: &Frame) -> bool {
    let parse = &setting.part.parse;
    setting.part.role == PartRole::Headline
        && site.class == WordClass::Verb
        && matches!(parse.tag(site.trigger), Tag::Vbd | Tag::Vbn)
        && frame.actor.first() == Some(&Slot::Subject)
        && frame.target.first() == Some(&Slot::Object)
        && !grammar::is_passive(parse, site.trigger)
        && grammar::undergoer(parse, site.trigger).is_none()
}
