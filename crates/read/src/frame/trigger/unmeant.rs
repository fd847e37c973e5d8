//! Which entry fits a word, but is not meant where the word stands?
//!
//! "The villagers need *help*": `help` is support, yet here none is given.

use crate::claim::Setting;
use crate::frame::construction::threat;
use crate::frame::fillers::goal;
use crate::frame::{Spot, trigger};
use crate::{class, grammar, mention, polarity, relation};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Frame, LightSubject, NounClass, Sense, Slot, WordClass};
use model::{ClaimType, Kind, Polarity};

/// An entry that fits a word, and where the word stands.
#[derive(Clone, Copy)]
pub(super) struct Fit<'f, 's, 'a> {
    pub(in crate::frame) setting: Setting<'s, 'a>,
    /// The word.
    pub(in crate::frame) at: usize,
    /// Where its roles are: at the word, or at the name that it heads.
    pub(in crate::frame) site: &'f Spot,
    pub(in crate::frame) frame: &'f Frame,
    /// All entries of the word.
    pub(in crate::frame) all: &'f [Frame],
}

/// True where the words around say that the entry is not meant.
pub(super) fn here(fit: Fit) -> bool {
    let signs: &[fn(Fit) -> bool] = match fit.frame.claim_type {
        ClaimType::Accuse | ClaimType::Detain => &[will_be_held],
        ClaimType::AlliedWith => &[is_part_of_place],
        ClaimType::Cause => &[tells_when, does_harm],
        ClaimType::Controls => &[has_it],
        ClaimType::Demand => &[is_called, presses_by_arms],
        ClaimType::Fight => &[carries_deed, is_blamed_on, is_of_sort],
        ClaimType::Leads => &[is_under_command],
        ClaimType::PresentIn => &[is_somewhere, happens_before],
        ClaimType::Protest => &[stays_in],
        ClaimType::Publish => &[claims_responsibility, is_how_it_is_said],
        ClaimType::Recruit => &[is_named_as, names_for_nothing],
        ClaimType::Support => &[is_lacking],
        ClaimType::Threaten => &[is_done],
        _ => &[],
    };
    signs.iter().any(|sign| sign(fit)) || goal::only_means(fit.setting, fit.at) || is_weighed(fit)
}

/// "hard *for the rebels to flee*": how it would be for them is told, not that they do.
fn is_weighed(fit: Fit) -> bool {
    let Fit { setting, at, frame, .. } = fit;
    let parse = &setting.part.parse;
    let above = parse.head(at);
    let for_whom = |child: usize| parse.norm(child) == "for" && matches!(parse.dep(child), Dep::Mark | Dep::Prep);
    frame.claim_type.kind() == Kind::Event
        && frame.class == WordClass::Verb
        && grammar::is_infinitive(parse, at)
        && parse.pos(above) == Pos::Adj
        && (parse.children(at).any(for_whom) || parse.children(above).any(|child| child < at && for_whom(child)))
}

/// "on the eastern *side* of Velna", "on the Morvanian *side* of the border": where, not with whom.
fn is_part_of_place(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    let which = |child: usize| parse.dep(child) == Dep::Amod && child < at;
    fit.site.class == WordClass::Noun
        && parse.dep(at) == Dep::Pobj
        && parse.norm(parse.head(at)) == "on"
        && parse.children(at).any(which)
        && grammar::after(parse, at, "of").is_some()
}

/// "said *in a statement*" only tells how it was said.
fn is_how_it_is_said(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    let verb = parse.head(parse.head(at));
    fit.site.class == WordClass::Noun
        && parse.dep(at) == Dep::Pobj
        && parse.norm(parse.head(at)) == "in"
        && verb < at
        && setting.voices.is_cue(setting.index, verb)
        && parse.children(at).all(|child| matches!(parse.norm(child), "a" | "an"))
}

/// "received *fire* engines": the word of the entry only tells of what sort another is.
fn is_of_sort(fit: Fit) -> bool {
    let parse = &fit.setting.part.parse;
    let Spot { class, words, .. } = fit.site;
    let of_sort = |&word: &usize| {
        let noun = parse.head(word);
        parse.dep(word) == Dep::Compound && noun > word && !words.contains(&noun) && parse.head(noun) == fit.at
    };
    *class == WordClass::Verb && words.iter().any(of_sort)
}

/// "*fought off* an attack": the verb tells who suffers the deed that its object tells.
fn carries_deed(fit: Fit) -> bool {
    let Fit { setting, at, site, .. } = fit;
    let parse = &setting.part.parse;
    let has = |word: &str| parse.children(at).any(|child| parse.norm(child) == word);
    let light = setting.lexicon.light_verbs.find(parse.entry(at), has);
    let light = light.filter(|light| light.subject == LightSubject::Target && site.class == WordClass::Verb);
    let Some(particle) = light.and_then(|light| light.word.as_deref()) else { return false };
    let object = parse.child(at, Dep::Dobj).or_else(|| grammar::after(parse, at, particle));
    object.is_some_and(|object| {
        let frames = setting.noun_frames(object);
        parse.pos(object) == Pos::Noun && setting.is_noun(object, NounClass::Deed) && frames.count() > 0
    })
}

/// "will be *held accountable*" foresees, "will *hold* them *accountable*" vows; nobody accuses yet.
fn will_be_held(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    threat::will(parse, at) && holds_to_account(parse, at, &fit.site.words)
}

/// True for a verb that stands with "accountable", "responsible" or "to account", among its children or the words of its entry.
pub(in crate::frame) fn holds_to_account(parse: &Parse, verb: usize, words: &[usize]) -> bool {
    let accountable = |child: usize| matches!(parse.norm(child), "accountable" | "responsible");
    let to_account = || grammar::after(parse, verb, "to").is_some_and(|to| parse.norm(to) == "account");
    parse.children(verb).chain(words.iter().copied()).any(accountable) || to_account()
}

/// "*following* the raid" tells when.
fn tells_when(fit: Fit) -> bool {
    fit.setting.part.parse.norm(fit.at) == "following"
}

/// "the raid *caused* deaths", "the storm *resulted in* damage", "*forced* the plane to land": that is told by its own noun, and explains nobody's conduct.
fn does_harm(fit: Fit) -> bool {
    use ClaimType::{Capture, Casualties, Destroy, Detain, Displace};
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    let harms = |effect: usize| {
        let frames = setting.noun_frames(effect);
        let forced = parse.lemma(at) == "force";
        let vehicle = || forced && class::fits(parse, setting.lexicon, effect, &[NounClass::Vehicle]);
        frames.into_iter().any(|frame| matches!(frame.claim_type, Capture | Casualties | Destroy | Detain | Displace))
            || vehicle()
    };
    let behind = ["in", "to"].iter().find_map(|word| grammar::after(parse, at, word));
    let effect = parse.child(at, Dep::Dobj).or_else(|| parse.child(at, Dep::Nsubjpass)).or(behind);
    effect.is_some_and(|effect| harms(mention::core(parse, setting.lexicon, effect)))
}

/// "the army is *in control of* Velna", not "in the *hands* of the rebels": it has the control, and is not what is controlled.
fn has_it(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    let bare = parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Det | Dep::Poss | Dep::Compound));
    fit.frame.place == [Slot::Described]
        && is_inside(fit)
        && parse.tag(at) == Tag::Nn
        && bare
        && grammar::after(parse, at, "of").is_some()
}

/// "a group *called* the Movement for Peace" asks for none.
fn is_called(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    (parse.dep(at) == Dep::Acl || grammar::is_passive(parse, at)) && parse.child(at, Dep::Oprd).is_some()
}

/// "*troops* put pressure on the rebels": they press by arms, and ask for nothing.
fn presses_by_arms(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    let troops =
        |doer: usize| parse.tag(doer) == Tag::Nns && class::fits(parse, setting.lexicon, doer, &[NounClass::Forces]);
    fit.frame.words == ["pressure"] && grammar::doer(parse, at).is_some_and(troops)
}

/// "blamed the *attack* on the rebels": on whom it was is not told.
fn is_blamed_on(fit: Fit) -> bool {
    let attacks = |other: &Frame| other.class == fit.site.class && other.claim_type == ClaimType::Attack;
    fit.site.carrier.is_some_and(|carrier| carrier.claimed) && fit.all.iter().any(attacks)
}

/// "was *under command* of the 4th Army" is read as what it is part of.
fn is_under_command(fit: Fit) -> bool {
    let parse = &fit.setting.part.parse;
    fit.site.class == WordClass::Noun && parse.dep(fit.at) == Dep::Pobj && parse.norm(parse.head(fit.at)) == "under"
}

/// "General Brek *was* in Velna" is read as an appearance.
fn is_somewhere(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    let is_person = |who: usize| relation::is_person(setting, mention::core(parse, setting.lexicon, who));
    parse.lemma(at) == "be" && grammar::subject(parse, at).is_some_and(is_person)
}

/// "signed it *in the presence of* the envoy": he was there when they did, as whoever met them.
fn happens_before(fit: Fit) -> bool {
    let parse = &fit.setting.part.parse;
    fit.site.class == WordClass::Noun && is_inside(fit) && grammar::after(parse, fit.at, "of").is_some()
}

/// "*protesters* wept": who protests by name is in the streets only where he goes out.
fn stays_in(fit: Fit) -> bool {
    fit.frame.actor == [Slot::Itself] && !trigger::goes_out(fit.setting, fit.at)
}

/// "*claimed* responsibility" tells of the deed; that nobody did is news of its own.
fn claims_responsibility(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    fit.frame.words.iter().any(|word| word == "responsibility")
        && polarity::of(setting.part, at, setting.lexicon).value == Polarity::Positive
}

/// "the officer was *named as* Anton Brek", "*named* the officer *as* Anton Brek": who he is, and no office that he gets.
fn is_named_as(fit: Fit) -> bool {
    let Fit { setting, at, .. } = fit;
    let parse = &setting.part.parse;
    // "named her *as his successor*" gives what no table has.
    let passive = grammar::is_passive(parse, at);
    let no_office = |whom: usize| {
        setting.names_person(whom) || passive && setting.lexicon.titles.relation(parse.entry(whom)).is_none()
    };
    parse.lemma(at) == "name" && grammar::after(parse, at, "as").is_some_and(no_office)
}

/// "The ministry *named* the soldier": only a person gives an office without saying which.
fn names_for_nothing(fit: Fit) -> bool {
    let Fit { setting, at, frame, .. } = fit;
    let parse = &setting.part.parse;
    let by_body =
        frame.needs.iter().any(|need| !need.not && need.slot == Slot::Subject && need.classes == [NounClass::Party]);
    let office =
        |child: usize| parse.dep(child) == Dep::Oprd && setting.lexicon.titles.relation(parse.entry(child)).is_some();
    by_body && parse.lemma(at) == "name" && !parse.children(at).any(office)
}

/// "the villagers need *help*" tells that none is given.
fn is_lacking(fit: Fit) -> bool {
    let parse = &fit.setting.part.parse;
    let stem = fit.site.trigger;
    let verb = parse.head(stem);
    // "*requested* support from the army": it is asked for, and not given yet.
    let asked = || {
        let frames = fit.setting.frames(verb);
        let holds = |frame: &Frame| frame.words.iter().all(|word| word.as_str() == parse.lemma(stem));
        frames
            .iter()
            .any(|frame| frame.class == WordClass::Verb && frame.claim_type == ClaimType::Demand && holds(frame))
    };
    fit.site.class == WordClass::Noun
        && matches!(parse.dep(stem), Dep::Dobj | Dep::Nsubjpass)
        && (fit.setting.lexicon.senses.has(parse.lemma(verb), Sense::Lacks) || asked())
}

/// "*will* respond with force" threatens; "responded with force" tells what was done.
fn is_done(fit: Fit) -> bool {
    let Fit { setting, at, frame, .. } = fit;
    let voiced = || setting.voices.chain(setting.index, at).last().is_some_and(|link| !link.sources.is_empty());
    frame.planned && !(threat::lies_ahead(setting, at) && (!frame.actor.is_empty() || voiced()))
}

/// True for a word under "in".
fn is_inside(fit: Fit) -> bool {
    let parse = &fit.setting.part.parse;
    parse.dep(fit.at) == Dep::Pobj && parse.norm(parse.head(fit.at)) == "in"
}
