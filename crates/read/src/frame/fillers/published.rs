//! Who gives out what?
//!
//! "*The council's* report was published", "issued *a statement* on the raid", "said in a report *published* on Thursday".

use crate::claim::{Draft, Setting};
use crate::frame::Spot;
use crate::reason::Field;
use crate::{class, grammar, mention};
use language::{Dep, Pos};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

/// Fills the roles of what was published by the words around it.
pub(in crate::frame) fn read(setting: Setting, site: &Spot, draft: &mut Draft) {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    if draft.claim_type != ClaimType::Publish {
        return;
    }
    // "said in a report *published* on Thursday": who says it there released it.
    if draft.actor.is_empty()
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
    if draft.actor.is_empty()
        && let [thing] = draft.target.as_slice()
        && grammar::is_passive(parse, site.trigger)
        && let Some(owner) = grammar::owner(parse, *thing)
        && class::fits(parse, setting.lexicon, *thing, &[NounClass::Publication])
    {
        draft.actor = grammar::joined(parse, owner);
        draft.because(notes, Field::Actor, "owns what was published");
    }
    // "issued *a statement* on the raid": it is what was published.
    if site.class == WordClass::Verb {
        let published = |&&word: &&usize| {
            parse.pos(word) == Pos::Noun && class::fits(parse, setting.lexicon, word, &[NounClass::Publication])
        };
        // "on the war and *the truce*"
        let on_it = |&at: &usize| {
            let lead = parse.head(grammar::row_start(parse, at));
            matches!(parse.norm(lead), "on" | "about" | "of")
        };
        if draft.target.iter().all(on_it)
            && let Some(&published) = site.words.iter().find(published)
        {
            draft.target = vec![published];
        }
    }
    // "The police chief, *Anton Brek*, announced on Friday": nobody is published.
    if draft.actor.is_empty()
        && let [teller] = draft.target.as_slice()
        && setting.names_person(mention::core(parse, setting.lexicon, *teller))
        && parse.dep(site.trigger) == Dep::Acl
    {
        draft.actor = std::mem::take(&mut draft.target);
        draft.because(notes, Field::Actor, "a person publishes and is not published");
    }
}
