//! Where was a person seen to speak?
//!
//! "Brek told reporters in Velna that the war was over" says that Brek was in Velna. What he says is told by its own words.

use crate::claim::{Draft, Setting};
use crate::reason::Field;
use crate::{class, grammar};
use language::{Dep, NameLabel};
use lexicon::NounClass;
use model::ClaimType;

/// Adds the appearances of those who are told to say something somewhere.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    for verb in (0..parse.len()).filter(|&at| setting.voices.is_cue(setting.index, at)) {
        let told = drafts.iter().any(|draft| draft.predicate == verb && draft.claim_type == ClaimType::Appear);
        let Some(place) = place(setting, verb).filter(|_| !told) else { continue };
        let Some(speaker) = grammar::doer(parse, verb).and_then(|speaker| person(setting, speaker)) else { continue };
        let mut draft = Draft::new(ClaimType::Appear, verb, "event/verb");
        draft.actor = vec![speaker];
        draft.place = vec![place];
        draft.because(&setting.part.notes, Field::Place, "a person speaks there");
        drafts.push(draft);
    }
}

/// The town or house in which somebody speaks: "told reporters *in Velna*", "said on Friday *at the airport of Velna*".
fn place(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let named = |at: &usize| {
        let label = parse.name_of(*at).map(|name| name.label);
        matches!(label, Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
    };
    // "said *the blast in Velna*" speaks of it; "told *reporters* in Velna" speaks to them there.
    let hears = |&object: &usize| {
        use NounClass::{People, Press, Talk};
        class::fits(parse, setting.lexicon, object, &[People, Press, Talk])
    };
    let hosts = [verb].into_iter().chain(parse.child(verb, Dep::Dobj).filter(hears));
    let content = parse.child(verb, Dep::Ccomp).filter(|&content| content > verb);
    let mut leading = hosts.flat_map(|host| parse.children(host)).filter(|&preposition| {
        let before = content.is_none_or(|content| preposition < parse.subtree(content).start);
        before && preposition > verb && matches!(parse.norm(preposition), "at" | "in")
    });
    leading.find_map(|preposition| grammar::object_of(parse, preposition).filter(named))
}

/// A person by name, or by the name beside what he is: "a spokesman, *Anton Brek*, told".
fn person(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let name = |&at: &usize| setting.names_person(at);
    Some(at).filter(name).or_else(|| parse.child(at, Dep::Appos).filter(name))
}
