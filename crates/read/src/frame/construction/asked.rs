//! What are the single things that somebody asks for?
//!
//! "The envoy urged the rebels to free the nurses and leave the town" → two demands, one for each thing; "called for a truce and
//! the release of the nurses" → two as well; "their demands include an inquiry and new elections" → one for each.

use crate::claim::{Draft, Setting};
use crate::frame::construction::threat::will_do;
use crate::frame::fillers::behind::all_behind;
use crate::{class, grammar, mention, modality};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{NounClass, Sense};
use model::{ClaimType, Kind};

/// Turns what a speaker expects of others into what he asks of them: "*we expect* the rebels to free the nurses".
pub(in crate::frame) fn expected(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Forecast) {
        let verb = draft.trigger;
        let speaker = grammar::subject(parse, verb).filter(|&at| matches!(parse.norm(at), "i" | "we"));
        let clause = parse
            .children(verb)
            .find(|&child| matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp) && grammar::is_infinitive(parse, child));
        let (Some(speaker), Some(clause)) = (speaker, clause) else { continue };
        let Some(asked) = parse.child(clause, Dep::Nsubj).or_else(|| parse.child(verb, Dep::Dobj)) else { continue };
        use NounClass::{Forces, Party, People};
        if parse.pos(verb) != Pos::Verb || !class::fits(parse, setting.lexicon, asked, &[Forces, Party, People]) {
            continue;
        }
        draft.claim_type = ClaimType::Demand;
        draft.rule = "event/verb";
        draft.actor = vec![speaker];
        draft.target = grammar::joined(parse, asked);
    }
}

/// The drafts without the deeds that are only asked for or refused: "urged the rebels to *leave*", "the rebels must *leave*" and "the
/// rebels refused to *leave*" tell of no leaving.
pub(crate) fn without_asked(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let asked: Vec<usize> = drafts
        .iter()
        .filter(|draft| {
            let refused = draft.claim_type == ClaimType::Refuse && draft.rule == "event/verb" && draft.words.is_empty();
            let threatens = draft.claim_type == ClaimType::Threaten && draft.rule == "event/verb";
            draft.claim_type == ClaimType::Demand || refused || threatens
        })
        .flat_map(|draft| {
            if draft.rule == "event/must" {
                return vec![draft.predicate];
            }
            // "reiterated its *call* on the rebels to leave"
            let hosts = hosts(parse, draft);
            let clauses = hosts.into_iter().flat_map(|host| parse.children(host).map(move |child| (host, child)));
            let clauses = clauses.filter(|&(host, child)| {
                child > host
                    && (matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Advcl)
                        // "the *request* to extradite him"
                        || parse.dep(child) == Dep::Acl && (draft.rule == "event/noun" || host != draft.trigger))
                    && (grammar::is_infinitive(parse, child)
                        || matches!(parse.tag(child), Tag::Vb | Tag::Vbp)
                        || is_to_be_done(parse, child)
                        || draft.claim_type == ClaimType::Threaten && will_do(parse, child))
                    // "repeated its *call* on the rebels to leave": the tree may take what is asked for a purpose.
                    && (parse.dep(child) != Dep::Advcl
                        || parse.child(child, Dep::Mark).is_some()
                        || draft.claim_type == ClaimType::Demand && draft.words.iter().any(|&word| word > draft.trigger))
            });
            clauses
                .flat_map(|(_, clause)| {
                    // "call on all sides to *stop fighting*"
                    let below = parse.child(clause, Dep::Xcomp).filter(|&verb| parse.tag(verb) == Tag::Vbg);
                    let verbs = std::iter::once(clause).chain(below).chain(joined_verbs(parse, clause));
                    verbs.chain(gerunds(parse, clause)).collect::<Vec<usize>>()
                })
                .collect()
        })
        .collect();
    // "asked for *a meeting* of the council", "demanded *the release* of the nurses", "the call for *a truce*": what is asked for is yet to come.
    let wanted: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Demand && matches!(draft.rule, "event/noun" | "event/verb"))
        .flat_map(|draft| {
            let object = parse.child(draft.trigger, Dep::Dobj);
            let named = object.is_none_or(|object| draft.words.contains(&object));
            let after = || hosts(parse, draft).into_iter().find_map(|host| grammar::after(parse, host, "for"));
            object.into_iter().chain(named.then(after).flatten()).collect::<Vec<usize>>()
        })
        .flat_map(|thing| asked_things(parse, thing))
        .collect();
    // "the breakdown of the *truce*", "a broadcast of the *speech*": the noun only says of what.
    let within = |noun: &Draft, other: &Draft| {
        use ClaimType::{Agree, Demand, Publish, Quit, Refuse};
        let told = match noun.claim_type {
            Agree => matches!(other.claim_type, Quit | Refuse),
            Demand => other.claim_type == Refuse && noun.actor.is_empty(),
            Publish => other.claim_type == Publish && other.rule == "event/noun",
            _ => false,
        };
        // "denounced the agreement between Kestria and Morvania" tells who agreed.
        let sides = noun.actor.len() + noun.target.iter().filter(|&&at| at != noun.trigger).count() > 1;
        told && !sides
            && other.trigger != noun.trigger
            && [&other.target, &other.words].iter().any(|words| words.contains(&noun.trigger))
    };
    let named: Vec<usize> =
        drafts.iter().filter(|noun| drafts.iter().any(|other| within(noun, other))).map(|noun| noun.trigger).collect();
    // "rejected *talks* with the rebels", "ruled out a *meeting*": what is refused does not come about.
    let refused: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Refuse && draft.rule == "event/verb")
        .flat_map(|draft| {
            let object = grammar::undergoer(parse, draft.trigger).map_or(Vec::new(), |at| grammar::joined(parse, at));
            draft.target.iter().copied().chain(object).collect::<Vec<usize>>()
        })
        .collect();
    // "threatened *a strike*", "threatened Kestria with *war*"
    let threatened: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Threaten && draft.rule == "event/verb")
        .flat_map(|draft| {
            let with = grammar::after(parse, draft.trigger, "with");
            parse.child(draft.trigger, Dep::Dobj).into_iter().chain(with)
        })
        .flat_map(|thing| grammar::joined(parse, thing))
        .collect();
    use ClaimType::{
        Agree, Attack, Capture, Demand, Deploy, Detain, Fight, Investigate, Meet, Protest, Publish, Quit, Sanction,
        Strike, Withdraw,
    };
    let to_come = |draft: &Draft| {
        draft.rule == "event/noun"
            && (wanted.contains(&draft.trigger)
                && matches!(draft.claim_type, Agree | Capture | Deploy | Detain | Investigate | Meet | Quit | Withdraw)
                || refused.contains(&draft.trigger) && matches!(draft.claim_type, Agree | Meet | Withdraw)
                || threatened.contains(&draft.trigger)
                    && matches!(draft.claim_type, Attack | Fight | Protest | Strike | Sanction)
                || named.contains(&draft.trigger) && matches!(draft.claim_type, Agree | Demand | Publish))
    };
    let told = |draft: &Draft| {
        let deed = draft.claim_type.kind() == Kind::Event
            && !matches!(draft.claim_type, ClaimType::Demand | ClaimType::Refuse)
            || draft.claim_type == ClaimType::Backs && draft.predicate == draft.trigger;
        !deed || !asked.contains(&draft.predicate) && !to_come(draft)
    };
    drafts.into_iter().filter(told).collect()
}

/// Gives demands the parties who alone can do what is asked for: "demanded the surrender of *the rebels*", "urged an end to raids by *the
/// army*".
pub(in crate::frame) fn addressed(setting: Setting, drafts: &mut [Draft]) {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let party = |&at: &usize| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]);
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Demand && draft.target.is_empty()) {
        let own = Some(draft.trigger).filter(|&at| parse.pos(at) == Pos::Noun && parse.dep(at) != Dep::Nsubj);
        let object = || parse.child(draft.trigger, Dep::Dobj).filter(|object| !draft.words.contains(object));
        let thing = if draft.rule == "event/verb" { object().or(own) } else { None };
        let Some(mut thing) = thing else { continue };
        // "an end *to the raids*", "a halt *to the shelling*"
        let ends = setting.lexicon.senses.has(parse.lemma(thing), Sense::Stop);
        let ended = || grammar::after(parse, thing, "to").or_else(|| grammar::after(parse, thing, "of"));
        let by = grammar::after(parse, thing, "by").filter(|_| ends);
        if let Some(deed) = ended().filter(|_| ends) {
            thing = deed;
        }
        let happens = setting.noun_frames(thing).any(|frame| frame.claim_type.kind() == Kind::Event);
        if class::fits(parse, setting.lexicon, thing, &[NounClass::Deed]) || happens {
            draft.target = all_behind(setting, &[thing], |_| false);
            // "an end to raids *by the army*", where the tree hangs the doer on the end.
            if let Some(doer) = by.filter(|_| draft.target.is_empty()) {
                draft.target = grammar::joined(parse, doer);
            }
            draft.target.retain(|at| party(at) && !draft.actor.contains(at));
        }
    }
}

/// True for what is asked to be done: "demanded that the general *be arrested*".
fn is_to_be_done(parse: &Parse, verb: usize) -> bool {
    let mut helpers = parse.children(verb).filter(|&child| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass));
    let bare = |helper: usize| parse.norm(helper) == "be" && parse.dep(helper) == Dep::Auxpass;
    helpers.next().is_some_and(bare) && helpers.next().is_none()
}

/// One draft more for each further thing asked for in the same words.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    let mut more = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.claim_type == ClaimType::Demand) {
        for thing in further(setting, draft) {
            let taken = drafts.iter().any(|other| other.claim_type == ClaimType::Demand && other.trigger == thing);
            if taken {
                continue;
            }
            let mut copy = draft.clone();
            copy.trigger = thing;
            copy.words = Vec::new();
            // "called for the return *of the nurses* and an inquiry": whom the first thing is about is not asked for the next.
            if parse.pos(thing) == Pos::Noun {
                copy.target.retain(|&at| {
                    let of = parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "of";
                    !of && !matches!(parse.dep(at), Dep::Amod | Dep::Compound | Dep::Nmod | Dep::Poss)
                });
            }
            // It is asked for as surely as the first.
            copy.modality = copy.modality.or(Some(modality::of(setting.part, draft.predicate, setting.lexicon).value));
            // The day of what is asked for is not the day of asking.
            copy.timed = false;
            copy.quote = Some(parse.subtree(thing));
            more.push(copy);
        }
    }
    drafts.extend(more);
}

/// The second and later things: verbs joined to the first one asked for, or nouns joined to the first.
fn further(setting: Setting, draft: &Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    // "their demands include …"
    let above = parse.head(draft.trigger);
    if draft.rule == "event/noun"
        && parse.dep(draft.trigger) == Dep::Nsubj
        && matches!(parse.lemma(above), "be" | "include")
        && let Some(first) = parse.child(above, Dep::Dobj).or_else(|| parse.child(above, Dep::Attr))
    {
        return grammar::joined(parse, first).into_iter().skip(1).collect();
    }
    let hosts = hosts(parse, draft);
    let clause =
        hosts.iter().flat_map(|&host| parse.children(host).filter(move |&child| child > host)).find(|&child| {
            matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Acl)
                && matches!(parse.pos(child), Pos::Verb | Pos::Aux)
        });
    if let Some(clause) = clause {
        let more = gerunds(parse, clause).into_iter().skip(1);
        return joined_verbs(parse, clause).into_iter().chain(more).collect();
    }
    let object = parse.child(draft.trigger, Dep::Dobj).filter(|object| !draft.words.contains(object));
    // "urged an end to the raids, *a truce* and talks": the tree may have a second object.
    let second = object.and_then(|first| {
        let parted = |at: usize| parse.subtree(at).start.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",");
        let beside = |&at: &usize| parse.dep(at) == Dep::Dobj && at > first && parted(at);
        parse.children(draft.trigger).find(beside)
    });
    let leads = || hosts.iter().flat_map(|&host| ["for", "on"].map(|word| (host, word)));
    let after = || leads().find_map(|(host, word)| grammar::after(parse, host, word));
    let Some(first) = object.or_else(after) else { return Vec::new() };
    let asked = |at: &usize| {
        use NounClass::{Forces, Party, People};
        let core = mention::core(parse, setting.lexicon, *at);
        !class::fits(parse, setting.lexicon, core, &[People, Party, Forces])
    };
    let rows = std::iter::once(first).chain(second).flat_map(|at| asked_things(parse, at));
    let all: Vec<usize> = rows.filter(asked).collect();
    if all.first() == Some(&first) { all[1..].to_vec() } else { Vec::new() }
}

/// The words that can lead to what is asked for: the trigger, and a noun of it.
fn hosts(parse: &Parse, draft: &Draft) -> Vec<usize> {
    let nouns = draft.words.iter().copied().filter(|&word| parse.pos(word) == Pos::Noun);
    std::iter::once(draft.trigger).chain(nouns).collect()
}

/// What is asked for in one row, where the tree hangs the later things on words of the first: "the release of the nurses, *the return* of the
/// dead and *an end* to the raids".
fn asked_things(parse: &Parse, first: usize) -> Vec<usize> {
    let sentence = parse.sentences()[parse.sentence_of(first)].clone();
    let own = |at: usize| ["of", "to", "for"].iter().find_map(|word| grammar::after(parse, at, word)).is_some();
    // A row goes on as it began: an article, a noun and what it is of.
    let next = |&at: &usize| {
        let start = parse.subtree(at).start;
        parse.pos(at) == Pos::Noun
            && matches!(parse.dep(at), Dep::Appos | Dep::Dep)
            && parse.child(at, Dep::Det).is_some_and(|article| article == start)
            && start > first
            && parse.word(start - 1) == ","
            && own(at)
    };
    let later = (first + 1..sentence.end).filter(next);
    let mut all = joined_things(parse, first);
    all.extend(later.flat_map(|at| joined_things(parse, at)));
    all.sort_unstable();
    all.dedup();
    all
}

/// A thing and those joined to it, in order of the text. In "an inquiry, *the return* of the dead and *the payment* of damages" the tree
/// takes the second for an apposition.
pub(crate) fn joined_things(parse: &Parse, first: usize) -> Vec<usize> {
    let mut all = grammar::joined(parse, first);
    let mut next = 0;
    while next < all.len() {
        let row = |child: &usize| {
            let thing = parse.pos(*child) == Pos::Noun && parse.pos(first) == Pos::Noun;
            thing && matches!(parse.dep(*child), Dep::Conj | Dep::Appos)
        };
        let more: Vec<usize> = parse.children(all[next]).filter(row).collect();
        all.extend(more);
        next += 1;
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The gerunds behind a preposition of a verb, in order of the text: "to focus on *ending* the war, *protecting* villagers and *preventing* raids".
fn gerunds(parse: &Parse, verb: usize) -> Vec<usize> {
    // "to focus *their efforts* on ending the war"
    let hosts = [Some(verb), parse.child(verb, Dep::Dobj)].into_iter().flatten();
    let prepositions =
        hosts.flat_map(|host| parse.children(host).filter(move |&child| child > host && parse.dep(child) == Dep::Prep));
    let first = prepositions.filter_map(|child| parse.child(child, Dep::Pcomp)).find(|&at| parse.tag(at) == Tag::Vbg);
    let mut all: Vec<usize> = first.into_iter().collect();
    let mut next = 0;
    while next < all.len() {
        let row = |&child: &usize| {
            child > all[next] && parse.tag(child) == Tag::Vbg && matches!(parse.dep(child), Dep::Conj | Dep::Advcl)
        };
        let more: Vec<usize> = parse.children(all[next]).filter(row).collect();
        all.extend(more);
        next += 1;
    }
    all
}

/// The verbs joined to one, in order of the text.
pub(crate) fn joined_verbs(parse: &Parse, first: usize) -> Vec<usize> {
    let mut all = vec![first];
    // "called on them to leave, *release* the nurses and pay": the tree may join the rest to the verb above.
    let above = parse.head(first);
    all.extend(parse.children(above).filter(|&verb| grammar::bare_with(parse, verb, above) == Some(first)));
    let mut next = 0;
    while next < all.len() {
        let joined = parse
            .children(all[next])
            .filter(|&child| parse.dep(child) == Dep::Conj && matches!(parse.pos(child), Pos::Verb | Pos::Aux));
        all.extend(joined.collect::<Vec<usize>>());
        next += 1;
    }
    all[1..].to_vec()
}
