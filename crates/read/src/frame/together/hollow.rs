//! Which drafts say nothing of anybody?
//!
//! "Attacked an *army camp*" tells of no camp that stands anywhere in particular, "discussed *efforts* to reach a truce" of an aim that nobody
//! has, "help those *affected* by the fighting" judges nobody.

use crate::claim::{Draft, Setting};
use crate::frame::places::is_titled;
use crate::frame::trigger::unmeant::holds_to_account;
use crate::{class, grammar};
use language::{Dep, Tag};
use lexicon::NounClass;
use model::{ClaimType, PartRole, QuantityKind};

/// True for what says nothing of anybody: a camp, a base or people that are nowhere in particular ("attacked an *army camp*", "*thousands of
/// residents* fled"), an aim that nobody has ("discussed *efforts* to reach a truce"). "The *presence* of foreign forces" is news without a
/// place.
pub(crate) fn says_nothing(setting: Setting, draft: &Draft) -> bool {
    let whose = !draft.actor.is_empty() || !draft.target.is_empty();
    // "had not heard *any* at the depot"
    let parse = &setting.part.parse;
    let any = |at: usize| parse.norm(at) == "any" && grammar::after(parse, at, "of").is_none();
    if draft.claim_type == ClaimType::Appear && draft.actor.iter().all(|&at| any(at)) && whose {
        return true;
    }
    if is_of_anybody(setting, draft) {
        return true;
    }
    match (draft.claim_type, draft.rule) {
        // "talks are *to resume*": nobody has an aim, and nothing is aimed at
        (ClaimType::Intent, "assessment/purpose") => !whose && draft.place.is_empty(),
        (ClaimType::Intent, "assessment/noun") => {
            !whose && draft.place.is_empty() && setting.part.parse.dep(draft.trigger) == Dep::Dobj
        }
        // "here *we discuss* the war": who writes so meets nobody
        (ClaimType::Meet, "event/verb") => {
            let we = |&at: &usize| parse.norm(at) == "we";
            let own_voice = || setting.voices.chain(setting.index, draft.trigger).is_empty();
            draft.target.is_empty() && draft.actor.iter().all(we) && !draft.actor.is_empty() && own_voice()
        }
        // "it is vital *to hold* those responsible to account": nobody accuses yet
        (ClaimType::Accuse, "event/verb") => {
            // "*continued* to hold them responsible" does.
            let told = parse.dep(draft.trigger) == Dep::Xcomp && parse.lemma(parse.head(draft.trigger)) != "be";
            let infinitive = grammar::is_infinitive(parse, draft.trigger) && !told;
            infinitive && holds_to_account(parse, draft.trigger, &draft.words)
        }
        // "in case *anything* went wrong", "let *me* be clear", "help *those affected* by the fighting"
        (ClaimType::Judgement, _) => {
            let alone = |words: &[&str]| matches!(draft.actor[..], [at] if words.contains(&parse.norm(at)));
            let let_me = alone(&["me", "us"]) && draft.actor.iter().all(|&at| parse.dep(at) == Dep::Nsubj);
            let those = || draft.target.iter().any(|&at| parse.norm(at) == "those");
            alone(&["anything", "something"]) || let_me || parse.dep(draft.trigger) == Dep::Acl && those()
        }
        // "*Schools* were closed": nobody is cut off in them.
        (ClaimType::Besiege, "event/verb") => !whose && draft.place.is_empty(),
        (ClaimType::PresentIn, "relation/noun") => {
            let nouns = [NounClass::People, NounClass::Site];
            draft.place.is_empty() && class::fits(&setting.part.parse, setting.lexicon, draft.trigger, &nouns)
        }
        // A headline "Ten *conflicts* to watch" tells of no fight, nor does who "does not seek *war*".
        (ClaimType::Fight, "event/noun") if is_unwanted(setting, draft) => true,
        (ClaimType::Fight, "event/noun") => {
            let head = matches!(setting.part.role, PartRole::Headline | PartRole::Heading);
            head && !whose && draft.place.is_empty()
        }
        // "*General Brek* stands at the peak of his power"
        (ClaimType::LocatedIn, "relation/verb") => draft.actor.iter().all(|&at| {
            let long = setting.part.parse.name_of(at).is_some_and(|name| name.tokens.len() > 1);
            setting.names_person(at) && (long || is_titled(setting, at))
        }),
        // "died of a wound *sustained* in the raid": whose it was is told beside it
        (ClaimType::Casualties, "event/verb") if !whose && draft.quantity.is_empty() => {
            matches!(parse.dep(draft.trigger), Dep::Acl | Dep::Relcl)
        }
        // "injuries suffered *by a bomb*": it caused them
        (ClaimType::Casualties, _) => {
            let arms = |&at: &usize| {
                let classes = class::classes(&setting.part.parse, setting.lexicon, at);
                !classes.is_empty() && classes.only(&[NounClass::Arms])
            };
            !draft.target.is_empty() && draft.target.iter().all(arms) && draft.quantity.is_empty()
        }
        // "a Kestrian *service member*" is a soldier of Kestria's
        (ClaimType::MemberOf, "relation/noun") if is_soldier(setting, draft.trigger) => true,
        // "*members of the party* left", "*the members* of the council": that they belong to it is not said
        (ClaimType::MemberOf, "relation/noun") => {
            let parse = &setting.part.parse;
            let told = |child: usize| match parse.dep(child) {
                Dep::Det => parse.norm(child) != "the" || grammar::after(parse, draft.trigger, "of").is_none(),
                dep => matches!(dep, Dep::Nummod | Dep::Relcl | Dep::Acl),
            };
            draft.actor == [draft.trigger]
                && parse.tag(draft.trigger) == Tag::Nns
                && setting.lexicon.institutions.is_membership(parse.norm(draft.trigger))
                && !parse.children(draft.trigger).any(told)
        }
        // "*elements of the Front* attacked": parts of no kind are the whole
        (ClaimType::PartOf, "relation/noun") => {
            let parse = &setting.part.parse;
            let measure = setting.is_noun(draft.trigger, NounClass::Measure);
            draft.actor == [draft.trigger] && parse.tag(draft.trigger) == Tag::Nns && measure
        }
        // "*EU partners*": partners from there, and not whose
        (ClaimType::AlliedWith, "relation/noun") => {
            let parse = &setting.part.parse;
            let kind = |&at: &usize| matches!(parse.dep(at), Dep::Amod | Dep::Compound | Dep::Nmod);
            draft.target == [draft.trigger] && draft.actor.iter().all(kind) && !draft.actor.is_empty()
        }
        _ => false,
    }
}

/// True for a fight that nobody is told to do and somebody does not want: "does not seek *war*", "has no desire for *war*".
fn is_unwanted(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let verb = grammar::clause_head(parse, draft.trigger);
    let denied = |at: usize| parse.children(at).any(|child| parse.dep(child) == Dep::Neg || parse.norm(child) == "no");
    let aims = |at: usize| {
        let mut frames = setting.frames(at).iter();
        frames.any(|frame| frame.claim_type == ClaimType::Intent)
    };
    let head = parse.head(draft.trigger);
    let wanted = match parse.dep(draft.trigger) {
        Dep::Dobj => (head == verb && aims(verb)).then_some(verb),
        Dep::Pobj => Some(parse.head(head)).filter(|&noun| aims(noun)),
        _ => None,
    };
    draft.actor.is_empty() && draft.target.is_empty() && wanted.is_some_and(denied)
}

/// True for what whoever it may be does: "*those who commit* atrocities must be tried" tells of none.
fn is_of_anybody(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let mut verb = grammar::clause_head(parse, draft.predicate);
    let told =
        |verb: usize| parse.children(verb).any(|aux| matches!(parse.dep(aux), Dep::Aux | Dep::Auxpass | Dep::Neg));
    let mut bare = parse.tag(verb) == Tag::Vbp && !told(verb);
    while parse.dep(verb) == Dep::Conj {
        verb = parse.head(verb);
        bare &= matches!(parse.tag(verb), Tag::Vbp | Tag::Vb) && !told(verb);
    }
    let who = |child: usize| parse.dep(child) == Dep::Nsubj && parse.norm(child) == "who";
    bare && draft.rule.starts_with("event/")
        && parse.dep(verb) == Dep::Relcl
        && parse.norm(parse.head(verb)) == "those"
        && parse.children(verb).any(who)
}

/// True for a noun of two words that counts soldiers: "service *member*".
fn is_soldier(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    let first = noun.checked_sub(1).filter(|&first| parse.dep(first) == Dep::Compound && parse.head(first) == noun);
    let counted =
        |first: usize| setting.lexicon.numbers.counted(&format!("{} {}", parse.norm(first), parse.entry(noun)));
    first.and_then(counted) == Some(QuantityKind::Fighters)
}
