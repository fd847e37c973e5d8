//! Which paper, agency or firm is the state's?

use super::belonging::draft;
use super::{is_state_word, label};
use crate::claim::{Draft, Setting};
use language::{Dep, NameLabel, Pos};
use lexicon::NounClass;
use model::{ClaimType, SourceKind};

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    (0..parse.len()).filter(|&at| parse.pos(at) == Pos::Noun).filter_map(|at| owned(setting, at)).collect()
}

/// "state news agency Velna Press", "Kestria's state-run broadcaster, Radio Velna": it is the state's.
fn owned(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let start = parse.subtree(at).start;
    let mut before = start.max(at.saturating_sub(6))..at;
    let state = before.find(|&word| matches!(parse.norm(word), "state" | "government"))?;
    // "the state-owned oil company Orlneft"
    let held = parse.word(state + 1) == "-" && {
        let compound = setting.lexicon.compounds.get(parse.lower(state + 2));
        parse.norm(state + 2) == "owned" || compound.is_some_and(|compound| compound.claim_type == ClaimType::Controls)
    };
    let outlet =
        parse.pos(at) == Pos::Noun && setting.lexicon.sources.noun(parse.entry(at)) == Some(SourceKind::Outlet);
    let body = held && parse.pos(at) == Pos::Noun && setting.is_noun(at, NounClass::Party);
    if !(outlet && (held || parse.norm(state) == "state") || body) {
        return None;
    }
    let is_name = |word: &usize| {
        (parse.pos(*word) == Pos::Propn || label(parse, *word) == Some(NameLabel::Org))
            && label(parse, *word) != Some(NameLabel::Person)
    };
    let named = match parse.dep(at) {
        Dep::Compound => Some(parse.head(at)).filter(|&name| name > at),
        Dep::Appos => Some(parse.head(at)),
        _ => parse.children(at).find(|&child| child > at && parse.dep(child) == Dep::Appos).or_else(|| {
            // The tree may make a second subject of the name right behind.
            Some(at + 1).filter(|&name| name < parse.len() && parse.head(name) == parse.head(at) && is_name(&name))
        }),
    };
    // "the state-run *Velna Press* agency"
    let within = || Some(at - 1).filter(|&name| name > state && parse.head(name) == at);
    let named = named.filter(is_name).or_else(|| within().filter(is_name))?;
    let nation = (start..state).find(|&word| {
        is_state_word(setting, word) || parse.dep(word) == Dep::Poss && label(parse, word) == Some(NameLabel::Gpe)
    });
    let owner = nation.unwrap_or(state);
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", named, owner);
    draft.target = vec![owner];
    draft.exact = vec![(owner, owner..owner + 1)];
    draft.exact.extend(parse.name_of(named).map(|name| (named, name.tokens.clone())));
    Some(draft)
}
