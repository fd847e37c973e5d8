//! Who is blamed by those who say that he did it?
//!
//! "The minister said that *Kestria was responsible for* the raid", ""The rebels *bear the responsibility for* these deaths," he said":
//! whoever says so accuses. Where nobody says it, the deed alone is told; who says it of himself owns up to it.

use super::modal;
use crate::claim::{Draft, Setting};
use crate::{class, grammar, mention};
use language::{Dep, Parse, Pos};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for word in 0..parse.len() {
        let Some(verb) = blaming(parse, word) else { continue };
        // "the responsibility *lies with* Kestria"
        let lies = parse.dep(word) == Dep::Nsubj;
        let blamed = if lies { grammar::after(parse, verb, "with") } else { grammar::subject(parse, verb) };
        let Some(blamed) = blamed.filter(|&blamed| parse.pos(blamed) != Pos::Pron) else { continue };
        use NounClass::{Forces, Party, People};
        let core = mention::core(parse, setting.lexicon, blamed);
        let party =
            parse.pos(core) == Pos::Propn || class::fits(parse, setting.lexicon, core, &[Forces, Party, People]);
        let said = setting.voices.chain(setting.index, verb).last().is_some_and(|link| !link.sources.is_empty());
        if !party
            || !said
            || parse.child(verb, Dep::Neg).is_some()
            || modal(parse, verb).is_some()
            || !lies && !for_deed(setting, word)
        {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Accuse, word, "event/blame");
        // "The minister *said* that they were responsible" tells of the accusing; in his own speech he speaks.
        let says = parse.head(verb);
        let told = parse.dep(verb) == Dep::Ccomp && setting.voices.is_cue(setting.index, says);
        let speaker = grammar::doer(parse, says).filter(|_| told && verb > says);
        match speaker {
            Some(speaker) => {
                draft.trigger = says;
                draft.predicate = says;
                draft.words = vec![word];
                draft.actor = grammar::joined(parse, speaker);
            }
            None => {
                draft.predicate = verb;
                draft.spoken = true;
                draft.timed = false;
            }
        }
        draft.target = grammar::joined(parse, blamed);
        drafts.push(draft);
    }
    drafts
}

/// The verb of "*was* responsible", "*bears* responsibility", "responsibility *lies* with".
fn blaming(parse: &Parse, word: usize) -> Option<usize> {
    let verb = parse.head(word);
    let fits = match parse.norm(word) {
        "responsible" => parse.dep(word) == Dep::Acomp && parse.lemma(verb) == "be",
        "responsibility" if parse.dep(word) == Dep::Nsubj => matches!(parse.lemma(verb), "lie" | "lay" | "rest"),
        "responsibility" => parse.dep(word) == Dep::Dobj && matches!(parse.lemma(verb), "bear" | "have" | "share"),
        _ => false,
    };
    fits.then_some(verb)
}

/// True where a deed stands behind "for": nobody is blamed who is "responsible for *training*" of his own.
fn for_deed(setting: Setting, word: usize) -> bool {
    let parse = &setting.part.parse;
    use ClaimType::{Accuse, Attack, Casualties, Destroy, Detain, Displace, Fight, Quit, Strike};
    let harms = |at: usize| {
        let frames = setting.frames(at);
        frames.iter().any(|frame| {
            frame.class == WordClass::Noun
                && matches!(
                    frame.claim_type,
                    Accuse | Attack | Casualties | Destroy | Detain | Displace | Fight | Quit | Strike
                )
        })
    };
    let told =
        grammar::after(parse, word, "for").is_some_and(|deed| grammar::joined(parse, deed).into_iter().any(harms));
    told || parse
        .children(word)
        .filter(|&child| parse.dep(child) == Dep::Prep && parse.norm(child) == "for")
        .any(|preposition| parse.child(preposition, Dep::Pcomp).is_some())
}
