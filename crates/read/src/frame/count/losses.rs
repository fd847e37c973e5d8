//! Whose are the dead, wounded and captured that a verb of loss, or a noun for losses, only counts?
//!
//! "The army withdrew, having lost *300 killed* and *40 captured*" → they are the army's; "the battle cost the rebels *over 300 killed*" → the
//! rebels'.

use crate::claim::{Draft, Setting};
use crate::frame::{fillers, together};
use crate::{grammar, quantity};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{LightSubject, Sense, Slot};
use model::{ClaimType, Quantity, QuantityKind};

/// Words at most between a count and its verb in the tree.
const REACH: usize = 8;
/// Words within which a verb names whom it costs something.
const LEAD: usize = 6;

/// Gives counts under a verb of loss those who had it, and drops what the verb alone tells of them.
pub(in crate::frame) fn read(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut drafts = summed(setting, drafts);
    let mut told: Vec<(usize, usize)> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let Some(count) = counted(setting, draft) else { continue };
        let Some((verb, sufferer)) = loss_over(setting, draft.trigger) else { continue };
        let parse = &setting.part.parse;
        let counts = |&one: &usize| parse.pos(one) == Pos::Num || one == draft.trigger;
        let own = draft.target.iter().any(|one| !counts(one) && Some(*one) != grammar::doer(parse, verb));
        if own || draft.target == [sufferer] && !draft.quantity.is_empty() && draft.trigger == verb {
            continue;
        }
        let several = draft.claim_type == ClaimType::Casualties && is_both(setting, draft.trigger);
        let draft = &mut drafts[at];
        draft.target = vec![sufferer];
        draft.actor.clear();
        let what = if several { QuantityKind::Persons } else { kind(draft, &count) };
        draft.quantity = vec![Quantity { what, ..count }];
        told.push((verb, at));
        if several {
            let other = draft.trigger + 2;
            gone.extend((0..drafts.len()).filter(|&one| drafts[one].trigger == other));
        }
    }
    // "lost 300 killed": the verb tells nothing that the dead do not.
    for (at, draft) in drafts.iter().enumerate() {
        let with = |(verb, one): &(usize, usize)| {
            let same = |count: &Quantity| drafts[*one].quantity.iter().any(|other| other.span.overlaps(count.span));
            *verb == draft.trigger && *one != at && (draft.quantity.is_empty() || draft.quantity.iter().any(same))
        };
        if draft.claim_type == ClaimType::Casualties && told.iter().any(with) {
            gone.push(at);
        }
    }
    together::without(drafts, &gone)
}

/// Gives the counts that a noun for losses sums up to those who had them: "*Kestrian* losses were 300 killed and 500 wounded", "the army's
/// casualties amounted to 40 dead".
fn summed(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut gone: Vec<usize> = Vec::new();
    for noun in 0..parse.len() {
        let frames = || setting.noun_frames(noun);
        if parse.tag(noun) != Tag::Nns || !matches!(parse.dep(noun), Dep::Nsubj | Dep::Nsubjpass) {
            continue;
        }
        let losses = frames().any(|frame| frame.claim_type == ClaimType::Casualties);
        let verb = match parse.head(noun) {
            aux if parse.dep(aux) == Dep::Auxpass => parse.head(aux),
            verb => verb,
        };
        let said = parse.lemma(verb) == "be" || setting.lexicon.senses.has(parse.lemma(verb), Sense::Total);
        let said = said || parse.children(verb).any(|aux| parse.dep(aux) == Dep::Auxpass && parse.lemma(aux) == "be");
        if !losses || !said {
            continue;
        }
        let before = |&child: &usize| child < noun && fillers::is_state(setting, child);
        let owner = grammar::owner(parse, noun).or_else(|| parse.children(noun).find(before));
        let Some(owner) = owner.filter(|&owner| fillers::is_filler(setting, owner) || parse.pos(owner) == Pos::Adj)
        else {
            continue;
        };
        let end = parse.sentences()[parse.sentence_of(noun)].end;
        let mut found = false;
        for draft in drafts.iter_mut().filter(|draft| (noun + 1..end).contains(&draft.trigger)) {
            let Some(count) = counted(setting, draft) else { continue };
            let what = setting.lexicon.numbers.counted(parse.norm(draft.trigger)).unwrap_or(count.what);
            draft.target = vec![owner];
            draft.actor.clear();
            draft.quantity = vec![Quantity { what, ..count }];
            found = true;
        }
        // "were 300 *killed* and 500 wounded", taken for the verb: the noun tells of them.
        let first = quantity::right_before(setting.part, verb, setting.lexicon);
        if drafts.iter().all(|draft| draft.trigger != verb)
            && let Some(count) = first
            && let Some(draft) = drafts.iter_mut().find(|draft| draft.trigger == noun)
        {
            let what = setting.lexicon.numbers.counted(parse.norm(verb)).unwrap_or(count.what);
            draft.target = vec![owner];
            draft.quantity = vec![Quantity { what, ..count }];
            continue;
        }
        // What the noun and its verb tell is told by the counts.
        let alone = |draft: &Draft| draft.trigger == noun || draft.trigger == verb && draft.quantity.is_empty();
        gone.extend((0..drafts.len()).filter(|&at| found && alone(&drafts[at])));
    }
    together::without(drafts, &gone)
}

fn kind(draft: &Draft, count: &Quantity) -> QuantityKind {
    draft.quantity.first().map_or(count.what, |told| told.what)
}

/// The number right before the participle that tells of the dead, wounded or captured, or that a verb of loss has for its object.
fn counted(setting: Setting, draft: &Draft) -> Option<Quantity> {
    if !matches!(draft.claim_type, ClaimType::Casualties | ClaimType::Detain) {
        return None;
    }
    let alone = || loses(setting, draft.trigger).then(|| draft.quantity.first().cloned()).flatten();
    quantity::right_before(setting.part, draft.trigger, setting.lexicon).or_else(alone)
}

/// True for "300 *dead and wounded*", of whom nobody says how many are which.
fn is_both(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let what = |word: usize| setting.lexicon.numbers.counted(parse.norm(word));
    let second = at + 2;
    second < parse.len() && parse.pos(at + 1) == Pos::Cconj && what(second).is_some() && what(second) != what(at)
}

/// The verb of loss over a count, and who had the loss: the subject of "lost", the object of "cost".
fn loss_over(setting: Setting, count: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let above = (0..REACH).try_fold(count, |at, _| match loses(setting, at) {
        true => Err(at),
        false if is_inside(parse, at) => Ok(parse.head(at)),
        false => Ok(at),
    });
    let verb = above.err().or_else(|| before(setting, count))?;
    let light = setting.lexicon.light_verbs.find(parse.lemma(verb), |_| false);
    let sufferer = match light {
        Some(_) => grammar::doer(parse, verb).and_then(|doer| match parse.pos(doer) {
            // "withdrew, having lost 300 killed, *200* wounded": the tree takes a count for who lost them.
            Pos::Num => grammar::subject(parse, parse.head(parse.head(doer))),
            _ => Some(doer),
        })?,
        None => parse.children(verb).find(|&child| {
            matches!(parse.dep(child), Dep::Dobj | Dep::Dative) && parse.pos(child) != Pos::Num && child > verb
        })?,
    };
    (fillers::is_filler(setting, sufferer) && parse.pos(sufferer) != Pos::Num && sufferer <= count.max(verb + LEAD))
        .then_some((verb, sufferer))
}

/// The verb of loss before a row of counts that the tree takes apart: "having *lost* 300 killed, 200 wounded".
fn before(setting: Setting, count: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let start = parse.sentences()[parse.sentence_of(count)].start;
    let of_row = |&at: &usize| {
        matches!(parse.pos(at), Pos::Num | Pos::Punct | Pos::Cconj | Pos::Adv | Pos::Adp)
            || quantity::right_before(setting.part, at, setting.lexicon).is_some()
    };
    let row = (start..count).rev().take_while(of_row).last()?;
    row.checked_sub(1).filter(|&verb| verb >= start && loses(setting, verb))
}

/// True for a word between a count and its verb.
fn is_inside(parse: &Parse, at: usize) -> bool {
    use Dep::{Acl, Advcl, Advmod, Amod, Appos, Ccomp, Conj, Dobj, Nummod, Oprd, Pobj, Prep, Xcomp};
    let bare = parse.tag(at) != Tag::Vbd || parse.dep(at) == Conj;
    bare && matches!(
        parse.dep(at),
        Acl | Advcl | Advmod | Amod | Appos | Ccomp | Conj | Dobj | Nummod | Oprd | Pobj | Prep | Xcomp
    )
}

/// True for a verb whose subject has what its object tells, or that the tables know to tell of a loss of whoever is its object.
fn loses(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    if parse.pos(verb) != Pos::Verb {
        return false;
    }
    let light = setting.lexicon.light_verbs.find(parse.lemma(verb), |_| false);
    let frames = setting.frames(verb);
    let costs = frames.iter().any(|frame| {
        frame.claim_type == ClaimType::Casualties
            && frame.words.is_empty()
            && frame.actor.is_empty()
            && frame.target == [Slot::Object]
    });
    light.map_or(costs, |light| light.subject == LightSubject::Target)
}
