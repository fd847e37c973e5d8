//! By what is a deed explained?
//!
//! "Kestria closed the border *because of* the raid", "*in response to* the raid", "*for lack of* water", "*fearing* a raid, Kestria
//! closed the border", "the raid is *why* Kestria closed the border": who did it is the actor, who or what explains it the target.

use super::is_verb;
use crate::claim::{Draft, Setting};
use crate::frame::all_behind;
use crate::{class, grammar};
use language::{Dep, Parse, Pos, Tag};
use lexicon::Slot;
use model::ClaimType;

/// `told` are the drafts that frames have made.
pub(crate) fn read(setting: Setting, told: &[Draft]) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        let before = grammar::leading(parse, at);
        let mut leads = setting.lexicon.causes.after(&before, parse.norm(at));
        let Some((deed, reason)) = leads.find_map(|next| explained(setting, at, next)) else { continue };
        let verb = grammar::clause_head(parse, deed);
        // "expressed concern *over the raid*": what somebody speaks against does not explain that he does.
        let behind = all_behind(setting, &reason, |_| true);
        let spoken = |draft: &Draft| {
            let told = matches!(draft.claim_type, ClaimType::Accuse | ClaimType::Judgement);
            let against = told && draft.predicate == verb;
            // "is *concerned* over the raid", "voiced *concern* over the raids and the siege"
            let head = parse.head(at);
            let felt = parse.norm(at) == "over"
                && draft.claim_type == ClaimType::Judgement
                && (draft.trigger == head || draft.words.contains(&head));
            against && (felt || draft.target == reason || draft.target == behind)
        };
        let again = |draft: &Draft| draft.claim_type == ClaimType::Cause && draft.trigger == at || spoken(draft);
        // "*In response to the raid*, the mayor said": why he speaks explains nothing he says.
        let lead = matches!(parse.dep(at), Dep::Prep | Dep::Pobj);
        // "the agency said, *based on interviews*": it tells what it says by.
        let by = |&reason: &usize| {
            use lexicon::NounClass::{Publication, Talk};
            parse.norm(at) == "based" && class::fits(parse, setting.lexicon, reason, &[Publication, Talk])
        };
        let why_said = (at < verb && lead || reason.iter().all(by)) && setting.voices.says(setting.index, verb);
        if !is_verb(parse, verb) || told.iter().any(again) || why_said {
            continue;
        }
        let doer = grammar::doer(parse, verb).or_else(|| grammar::undergoer(parse, verb));
        let Some(actor) = doer else { continue };
        let mut draft = Draft::new(ClaimType::Cause, at, "assessment/cause");
        draft.actor = all_behind(setting, &grammar::joined(parse, actor), |_| true);
        draft.target = all_behind(setting, &reason, |_| true);
        // "because of *his* ties to the clan": he does not explain himself.
        if let [reason] = reason[..]
            && grammar::owner(parse, reason).is_some_and(|owner| is_his_own(parse, owner) && draft.target == [owner])
        {
            let other = ["to", "with", "on", "against", "of", "over"]
                .iter()
                .find_map(|word| grammar::after(parse, reason, word));
            // "its attacks *on villagers*" are what explains it.
            let deed = class::fits(parse, setting.lexicon, reason, &[lexicon::NounClass::Deed]);
            let other = other.filter(|_| !deed);
            draft.target = other.map_or(vec![reason], |other| grammar::joined(parse, other));
        }
        draft.predicate = verb;
        draft.timed = false;
        drafts.push(draft);
    }
    drafts
}

/// The word explained and the heads of what explains it.
fn explained(setting: Setting, at: usize, next: &str) -> Option<(usize, Vec<usize>)> {
    let parse = &setting.part.parse;
    // "because rebels came": the clause explains.
    if parse.dep(at) == Dep::Mark {
        let reason = parse.head(at);
        let deed = parse.head(reason);
        if matches!(parse.norm(at), "as" | "since") && !is_standing(parse, at, reason, deed) {
            return None;
        }
        // "because *the road* was mined": where nobody does it, what it befell explains.
        let told = grammar::doer(parse, reason).or_else(|| grammar::undergoer(parse, reason));
        // "because *they* feared the army": what those who did it had to do with explains it.
        let own = told.is_some_and(|told| is_again(parse, told, grammar::subject(parse, deed)));
        let other = || parse.child(reason, Dep::Dobj).or_else(|| named_below(parse, reason));
        let told = if own { other().or(told) } else { told };
        return (deed != reason).then(|| (deed, told.into_iter().collect()));
    }
    // "since May", "as a base" explain nothing.
    if matches!(parse.norm(at), "as" | "since") {
        return None;
    }
    // "that is why rebels came": what it is explains.
    let (deed, says) = (parse.head(at), parse.head(parse.head(at)));
    if parse.dep(at) == Dep::Advmod && parse.lemma(says) == "be" && matches!(parse.dep(deed), Dep::Ccomp | Dep::Advcl) {
        return parse.child(says, Dep::Nsubj).map(|reason| (deed, vec![reason]));
    }
    if next == "by" || parse.tag(at) == Tag::Vbg {
        return moved(setting, at, next);
    }
    if next.is_empty() && parse.pos(at) == Pos::Noun {
        return named(setting, at);
    }
    if next.is_empty() {
        // "because of the raid", "over the raid".
        // "protests *over the raid*" are about it, and nothing that is told of them besides is explained by it.
        let about = || {
            let told = parse.head(at);
            let aside = !matches!(parse.dep(told), Dep::Dobj | Dep::Pobj) || is_protest(setting, told);
            parse.pos(told) == Pos::Noun && aside
        };
        // "is *furious* over the raid" tells of what somebody feels so.
        let feeling = parse.pos(parse.head(at)) == Pos::Adj;
        // "presided *over* the parade": the verb goes with it, whatever it tells.
        let goes_with = || {
            let over = |slot: &Slot| matches!(slot, Slot::Preposition(word) if word == "over");
            let frames = setting.frames(parse.head(at));
            frames.iter().any(|frame| [&frame.actor, &frame.target].into_iter().flatten().any(over))
        };
        if parse.norm(at) == "over" && (!matches!(parse.dep(at), Dep::Prep) || feeling || about() || goes_with()) {
            return None;
        }
        // The tree may hang what follows on "because" or on "of".
        let of = || parse.children(at).find(|&child| parse.norm(child) == "of");
        let object = grammar::object_of(parse, at).or_else(|| of().and_then(|of| grammar::object_of(parse, of)));
        // "because of *falling* ill", "because of losing *the port*"
        let gerund = || {
            let mut below = parse.children(at).chain(of().into_iter().flat_map(|of| parse.children(of)));
            below.find(|&child| parse.dep(child) == Dep::Pcomp && parse.tag(child) == Tag::Vbg)
        };
        if object.is_none()
            && let Some(gerund) = gerund()
        {
            return Some((parse.head(at), vec![parse.child(gerund, Dep::Dobj).unwrap_or(gerund)]));
        }
        let object = object?;
        if parse.norm(at) == "over"
            && !class::fits(parse, setting.lexicon, object, &[lexicon::NounClass::Deed, lexicon::NounClass::Accord])
        {
            return None;
        }
        return Some((parse.head(at), grammar::joined(parse, object)));
    }
    // "due to", "in response to", "as a result of".
    let below = parse.children(at).find(|&child| parse.norm(child) == next);
    // "killed him in *revenge for* the raid": the tree may hang the preposition elsewhere.
    let beside = || (at + 1 < parse.len() && parse.norm(at + 1) == next).then_some(at + 1);
    let preposition = below.or_else(beside)?;
    // "*Due* to the war, …": the tree may hang what follows on the first word.
    let object = grammar::object_of(parse, preposition)
        .or_else(|| parse.child(at, Dep::Pobj).filter(|&object| object > preposition))?;
    // "a settlement based on trust" describes, and so does "the report is based on rumours"; what is done is explained.
    let published = || {
        use lexicon::NounClass::{Deed, Forces, Party, People};
        let subject = grammar::undergoer(parse, at).filter(|_| parse.child(at, Dep::Auxpass).is_some());
        // "*Kestria's* policy is based on fear" explains what Kestria does.
        let owned = |subject: usize| parse.child(subject, Dep::Poss).is_some();
        let acts = |subject: usize| class::fits(parse, setting.lexicon, subject, &[Deed, Forces, Party, People]);
        subject.is_some_and(|subject| !owned(subject) && !acts(subject))
    };
    // "is *aware of* the danger" tells what somebody knows or feels, and nothing that he does.
    let felt = next == "of" && parse.pos(at) == Pos::Adj && parse.dep(at) == Dep::Acomp;
    if parse.dep(at) == Dep::Acl || felt || published() {
        return None;
    }
    let mut deed = at;
    for _ in 0..3 {
        deed = parse.head(deed);
        if is_verb(parse, deed) || parse.is_root(deed) {
            break;
        }
    }
    // "thanks to the truce" stands by itself before or behind the clause; "was the result of the truce" is said of its subject.
    let said = parse.dep(at) == Dep::Attr && is_verb(parse, parse.head(at));
    if matches!(parse.pos(at), Pos::Noun) && !said && !matches!(parse.dep(at), Dep::Pobj | Dep::Npadvmod) {
        return None;
    }
    Some((deed, grammar::joined(parse, object)))
}

/// True for a noun that tells of a protest.
fn is_protest(setting: Setting, noun: usize) -> bool {
    let mut frames = setting.noun_frames(noun);
    frames.any(|frame| frame.claim_type == ClaimType::Protest)
}

/// True for a pronoun of possession that can take up who did the deed explained.
fn is_his_own(parse: &Parse, owner: usize) -> bool {
    matches!(parse.norm(owner), "his" | "her" | "its" | "their")
}

/// True for a clause with "since" or "as" that tells no time but how things stand: "retreated, *since* they had no boats".
fn is_standing(parse: &Parse, mark: usize, reason: usize, deed: usize) -> bool {
    let start = parse.subtree(reason).start;
    let apart = start == parse.sentences()[parse.sentence_of(mark)].start
        || start.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",");
    let helped = |at: usize, lemma: &str| {
        parse.children(at).any(|aux| matches!(parse.dep(aux), Dep::Aux | Dep::Auxpass) && parse.lemma(aux) == lemma)
    };
    let stands = matches!(parse.lemma(reason), "be" | "have" | "lack" | "need") && !grammar::is_passive(parse, reason);
    let denied = parse.children(reason).any(|child| parse.dep(child) == Dep::Neg);
    let able = super::modal(parse, reason).is_some();
    // "as *you* may know" explains nothing.
    let subject = parse.child(reason, Dep::Nsubj).filter(|&subject| parse.norm(subject) != "you");
    let own = subject.is_some() || parse.child(reason, Dep::Expl).is_some();
    // "just as we will not rest", "as were the murders" and "as it is" compare.
    let before = mark.checked_sub(1).is_some_and(|before| parse.norm(before) == "just");
    let turned = parse.child(reason, Dep::Nsubj).is_some_and(|subject| subject > reason);
    let bare = !parse.children(reason).any(|child| child > reason && parse.dep(child) != Dep::Punct);
    let compares = before || turned || stands && bare;
    own && !compares && apart && parse.dep(reason) == Dep::Advcl && (stands || denied || able) && !helped(deed, "have")
}

/// True for a pronoun that can stand for the subject of the clause before.
fn is_again(parse: &Parse, pronoun: usize, subject: Option<usize>) -> bool {
    parse.pos(pronoun) == Pos::Pron
        && matches!(parse.norm(pronoun), "he" | "it" | "she" | "they")
        && subject.is_some_and(|subject| subject < pronoun)
}

/// The first name in the clause under a verb: "because they feared that *Kestria* would attack".
fn named_below(parse: &Parse, verb: usize) -> Option<usize> {
    let clause = parse.child(verb, Dep::Ccomp).or_else(|| parse.child(verb, Dep::Xcomp))?;
    parse.child(clause, Dep::Nsubj).filter(|&at| parse.pos(at) == Pos::Propn)
}

/// "The rebels withdrew, *fearing* a raid", "*alarmed* by the raid, the rebels withdrew": what moved them to it explains it.
fn moved(setting: Setting, at: usize, next: &str) -> Option<(usize, Vec<usize>)> {
    let parse = &setting.part.parse;
    let deed = match parse.dep(at) {
        Dep::Advcl => parse.head(at),
        // "The rebels, fearing a raid, withdrew"
        Dep::Acl if at > 0 && parse.word(at - 1) == "," => grammar::clause_head(parse, parse.head(at)),
        _ => return None,
    };
    let helped =
        |child: usize| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass | Dep::Mark | Dep::Prep) && child < at;
    if parse.children(at).any(helped) {
        return None;
    }
    let feared = || {
        let clause = parse.child(at, Dep::Ccomp)?;
        parse.child(clause, Dep::Nsubj).or_else(|| parse.child(clause, Dep::Nsubjpass))
    };
    let reason =
        if next.is_empty() { parse.child(at, Dep::Dobj).or_else(feared)? } else { grammar::after(parse, at, next)? };
    Some((deed, grammar::joined(parse, reason)))
}

/// "declined *for security reasons*", "acted *out of fear*": the noun itself explains, where a word before it says which.
fn named(setting: Setting, at: usize) -> Option<(usize, Vec<usize>)> {
    let parse = &setting.part.parse;
    let which = |child: usize| child < at && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Nmod);
    let plural = parse.tag(at) == Tag::Nns;
    if plural && !parse.children(at).any(which) {
        return None;
    }
    let deed = grammar::clause_head(parse, parse.head(at));
    // "in response", "as a result": to what, or of what, was told before, and the noun itself explains nothing; a feeling does:
    // "out of revenge".
    let felt = grammar::leading(parse, at).ends_with(" of");
    let points_back = |noun: &str| setting.lexicon.causes.after("", noun).any(|next| !next.is_empty());
    let reason = if !plural && !felt && points_back(parse.norm(at)) { Vec::new() } else { vec![at] };
    (deed != at).then_some((deed, reason))
}
