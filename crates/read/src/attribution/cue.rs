//! Which words of one part mark a source, who is the source, and what do they cover?
//!
//! "The mayor said rebels had left." → cue `said`, source `mayor`, content `rebels had left`. Pronouns are not followed and
//! nothing is carried from one sentence to the next here; see `carry`.

use super::content::{around, content_of_verb};
use super::conviction;
use super::cue_words;
use super::handover::{colons, statement};
use super::marker::{adjective, adverb, citing, noun, preposition};
use super::source::{Source, is_dumb, is_measure, object_of, trim};
use super::verb::{dictionary_forms, is_negated, is_passive, own_subject, subject, verb_words};
use super::{tail, withheld};
use crate::PartText;
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Cue, CueClass, Frame, Lexicon, NounClass, Place, Reach, Slot, WordClass};
use model::{ClaimType, Modality, SourceKind, Stance};
use std::ops::Range;

/// An attribution inside one part, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    /// The word that heads the cue.
    pub head: usize,
    /// The words of the cue.
    pub cue: Range<usize>,
    /// Who says it; `None` when nobody is named.
    pub source: Option<Source>,
    /// The relative pronoun that stands for the source in the clause of the cue.
    pub relative: Option<usize>,
    /// True when a phrase is itself what is said, as the deed that somebody is blamed for or the object of "announced".
    pub phrase_said: bool,
    /// True when it says who did a deed that is taken for granted: "blamed for", "accused of", "believed to be behind".
    pub blames: bool,
    /// The outlet or platform it was said to: `told Reuters`, `on Facebook`.
    pub outlet: Option<Source>,
    /// What is said.
    pub content: Vec<Range<usize>>,
    /// Where the source stands to it.
    pub stance: Stance,
    /// The distance of the text to it.
    pub modality: Modality,
    /// Whether it makes a link.
    pub chain: bool,
    /// True for a verb of saying that can govern a quotation.
    pub speech: bool,
    /// True when the cue itself is no deed: `said`, unlike `accused`.
    pub only_says: bool,
    /// Name of the pattern.
    pub rule: &'static str,
}

/// The verb of saying whose subject says what a participle adds, which the tree hangs on what was said: "*said* the ship was struck, adding
/// that the raid was over"; the verb itself else.
fn told_besides(parse: &Parse, at: usize, cue: &Cue, lexicon: &Lexicon) -> usize {
    let clause = parse.head(at);
    let above = parse.head(clause);
    let adds = parse.tag(at) == Tag::Vbg
        && parse.dep(at) == Dep::Advcl
        && at.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",")
        && parse.child(at, Dep::Nsubj).is_none()
        && (cue.modality, cue.stance) == (Modality::Fact, Stance::Asserts);
    let says = |cue: &Cue| cue.reach == Reach::Chain && cue.places.contains(&Place::Clause);
    let said = parse.dep(clause) == Dep::Ccomp
        && above < clause
        && lexicon.reporting.starting(CueClass::Verb, parse.entry(above)).any(says);
    if adds && said { above } else { at }
}

/// The attributions of a part, in order of their cues.
pub(crate) fn read(part: &PartText, lexicon: &Lexicon) -> Vec<Raw> {
    let parse = &part.parse;
    let mut all = Vec::new();
    for at in 0..parse.len() {
        if let Some(held) = conviction::read(part, at, lexicon) {
            all.push(held);
            continue;
        }
        match parse.pos(at) {
            Pos::Verb | Pos::Aux if parse.dep(at) != Dep::Amod => all.extend(
                tail::read(part, at, lexicon).or_else(|| citing(part, at, lexicon)).or_else(|| verb(part, at, lexicon)),
            ),
            Pos::Noun => all.extend(noun(part, at, lexicon)),
            Pos::Adv => all.extend(adverb(part, at, lexicon)),
            _ if parse.dep(at) == Dep::Amod => all.extend(adjective(part, at, lexicon)),
            _ => {}
        }
        all.extend(preposition(part, at, lexicon));
    }
    tail::cut_off(parse, &mut all);
    all.extend(statement(part, lexicon));
    let colons = colons(part, &all, lexicon);
    all.extend(colons);
    all
}

/// The lines of the table that hold for a word, each with the words of its cue; those of the longest cue only.
pub(crate) fn cues_of<'l>(
    parse: &Parse,
    class: CueClass,
    at: usize,
    lexicon: &'l Lexicon,
) -> Vec<(&'l Cue, Range<usize>)> {
    let whole = if class == CueClass::Verb { verb_words(parse, at) } else { at..at + 1 };
    let mut found: Vec<(&Cue, Range<usize>)> = Vec::new();
    for form in dictionary_forms(parse, at) {
        for cue in lexicon.reporting.starting(class, &form) {
            if found.first().is_some_and(|(first, _)| first.lemma != cue.lemma) {
                return found;
            }
            let Some(second_word) = cue.lemma.split(' ').nth(1) else {
                found.push((cue, whole.clone()));
                continue;
            };
            let second = parse.children(at).find(|&child| {
                child > at
                    && parse.norm(child) == second_word
                    && matches!(
                        parse.dep(child),
                        Dep::Prt | Dep::Prep | Dep::Advmod | Dep::Acomp | Dep::Oprd | Dep::Ccomp | Dep::Dobj
                    )
            });
            if let Some(second) = second {
                found.push((cue, whole.start..whole.end.max(second + 1)));
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// The reading that says most: a link with its content, then an attitude with its content, then a cue whose quotation is
/// still to be found.
pub(crate) fn fullest(readings: Vec<Raw>) -> Option<Raw> {
    let rank = |raw: &Raw| (raw.content.is_empty(), !raw.chain);
    readings.into_iter().min_by_key(rank)
}

pub(crate) fn verb(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let lines = cues_of(&part.parse, CueClass::Verb, at, lexicon);
    fullest(lines.into_iter().filter_map(|(cue, words)| verb_as(part, at, cue, words, lexicon)).collect())
}

/// True for a verb that tells of dead with its object: "*claimed* 3,000 lives" reports nothing.
fn kills(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    let Some(object) = parse.child(verb, Dep::Dobj) else { return false };
    lexicon.triggers.frames(parse.entry(verb)).iter().any(|frame| {
        frame.class == WordClass::Verb
            && frame.claim_type == ClaimType::Casualties
            // "announced 40 fatalities" reports those of who announces them.
            && !frame.target.contains(&Slot::Subject)
            && frame.words.iter().any(|word| *word == parse.entry(object))
    })
}

/// A verb as one line of the table reads it.
fn verb_as(part: &PartText, at: usize, cue: &Cue, words: Range<usize>, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    // "the said village", "claimed territory": a participle before its noun reports nothing.
    if parse.dep(at) == Dep::Amod || parse.dep(at) == Dep::Compound {
        return None;
    }
    // "was dismissed *as commander*": who loses an office is denied nothing.
    let office = |at: usize| lexicon.titles.relation(parse.entry(at)).is_some();
    let dismissed = cue.stance == Stance::Denies && grammar::after(parse, at, "as").is_some_and(office);
    // "*deny* the rebels the use of the road": what somebody is kept from is no statement.
    let kept_from = cue.stance == Stance::Denies && parse.child(at, Dep::Dative).is_some();
    if dismissed || kept_from || kills(parse, at, lexicon) {
        return None;
    }
    let passive = is_passive(parse, at);
    let speech = cue.places.iter().any(|place| matches!(place, Place::Clause | Place::Quote));
    let mut content = Vec::new();
    let mut rule = "attribution/reporting-verb";
    // "called on both sides to leave": the content stands after the second word of the cue.
    let second = cue.lemma.split(' ').nth(1);
    let mut phrase_said = false;
    // "reported the general to be dead": the infinitive tells more than the object alone.
    let mut places: Vec<&Place> = cue.places.iter().collect();
    places.sort_by_key(|place| match place {
        Place::Clause => 0,
        Place::Infinitive => 1,
        _ => 2,
    });
    let object = part.parse.child(at, Dep::Dobj).map(|object| part.parse.norm(object));
    // "ruled *out* an attack", "brushed *aside* the report": the object of the verb is what is said.
    let particle = second.is_some_and(|word| {
        let beside = |at: usize| matches!(parse.dep(at), Dep::Prt | Dep::Advmod);
        object.is_some() && parse.children(at).any(|child| beside(child) && parse.norm(child) == word)
    });
    let mut found = None;
    for place in places {
        content = match (place, second) {
            // "put the *toll* at forty": the second word is the object itself.
            (Place::Object, Some(word)) if object != Some(word) && !particle => {
                content_of_verb(part, at, &Place::After(word.to_string()), passive)
            }
            _ => content_of_verb(part, at, place, passive),
        };
        // "cast doubt *on the report*": the doubt is a word of the cue.
        if let (Place::After(word), Some(first)) = (place, content.first_mut())
            && first.len() > 2
            && second == Some(parse.norm(first.start))
            && parse.norm(first.start + 1) == word.as_str()
        {
            *first = trim(parse, first.start + 2..first.end);
        }
        if !content.is_empty() {
            found = Some(place);
            phrase_said = !matches!(place, Place::Clause | Place::Quote | Place::Infinitive | Place::Gerund);
            break;
        }
    }
    // "As reported by the Halden Post, …" is inserted as "as the Halden Post reported" is.
    let by_agent = passive && parse.dep(at) == Dep::Advcl && parse.child(at, Dep::Agent).is_some();
    if content.is_empty()
        && speech
        && (!passive || by_agent)
        // "The union, *who objected* to the war, left": what describes somebody says nothing of the rest.
        && !parse.children(at).any(|child| parse.dep(child) == Dep::Nsubj && grammar::is_relative(parse, child))
        // "If the clan attacks, the army will respond" says nothing.
        && parse.children(at).all(|child| parse.tag(child) != Tag::Md)
        // "discussed arms, *countering terrorism* and trade": something is done there, and nothing said.
        && (parse.tag(at) != Tag::Vbg
            || parse.child(at, Dep::Dobj).is_none_or(|object| class::fits(parse, lexicon, object, &[NounClass::People])))
        && let Some(around) = around(parse, at, &words)
    {
        content = around;
        rule = "attribution/inserted-clause";
    }
    if phrase_said {
        content = content.into_iter().map(|piece| without_medium(parse, piece, lexicon)).collect();
    }
    // "was quoted *as saying by the Halden Post*": the tree hangs who quotes him on what he does.
    let below = || {
        let leads =
            |&lead: &usize| parse.dep(lead) == Dep::Prep && cue.places.contains(&Place::After(parse.norm(lead).into()));
        // "was hailed *as a success by the government*"
        let told = |lead| parse.child(lead, Dep::Pcomp).or_else(|| parse.child(lead, Dep::Pobj));
        let said = parse.children(at).filter(leads).find_map(told)?;
        parse.children(said).find(|&by| parse.norm(by) == "by")
    };
    let by = parse.child(at, Dep::Agent).or_else(|| below().filter(|_| passive));
    let agent = by.and_then(|by| object_of(parse, by));
    let active = || {
        // "condemned the raid *saying* that": who condemns says so, and not the raid.
        let deed = parse.head(at);
        let hung = parse.dep(at) == Dep::Acl && parse.tag(at) == Tag::Vbg && parse.pos(deed) == Pos::Noun;
        if hung && parse.dep(deed) == Dep::Dobj && is_dumb(parse, deed, lexicon) {
            return subject(parse, parse.head(deed));
        }
        let named = inverted(part, at, lexicon).or_else(|| before(parse, at)).or_else(|| beside(part, at, lexicon));
        named.or_else(|| speaker(parse, told_besides(parse, at, cue, lexicon), lexicon))
    };
    let source = if passive { agent } else { active() };
    // "The explosion claimed nine lives", "as efforts continue, the dead are counted": neither has anything to say.
    let mute = |head: usize| {
        use NounClass::*;
        let lemma = parse.entry(head);
        let classes = lexicon.nouns.classes(lemma);
        parse.pos(head) == Pos::Noun
            && parse.name_of(head).is_none()
            && !classes
                .iter()
                .any(|class| matches!(class, Forces | Party | People | Place | Site | Publication | Talk | Accord))
            && lexicon.sources.noun(lemma).is_none()
    };
    // "no group claimed the attack": the attack was, and nobody spoke.
    let nobody = |head: usize| grammar::is_nobody(parse, head);
    // "The operation threatens to drive thousands out": a deed vows nothing.
    let loose = phrase_said || rule == "attribution/inserted-clause" || cue.modality == Modality::Planned;
    // "this *strengthens fears* that": a verb taken for a subject is nobody.
    if source.is_some_and(|head| parse.pos(head) == Pos::Verb && parse.name_of(head).is_none()) {
        return None;
    }
    if source.is_some_and(|head| is_measure(parse, head) || loose && (mute(head) || nobody(head))) {
        return None;
    }
    // Who says it is no part of what is said.
    if let Some(head) = source {
        let phrase = parse.subtree(head);
        for piece in content
            .iter_mut()
            .filter(|piece| piece.start < phrase.start && piece.contains(&head) && piece.end <= phrase.end)
        {
            *piece = trim(parse, piece.start..phrase.start);
        }
    }
    let source = source.map(|head| Source::at(part, head, lexicon));
    let hearsay = cue.reach == Reach::Hearsay;
    // "heard *a plane flying over*" with his own ears.
    let sensed = |clause: usize| {
        parse.dep(clause) == Dep::Ccomp
            && matches!(parse.tag(clause), Tag::Vb | Tag::Vbg)
            && parse.child(clause, Dep::Aux).is_none()
    };
    if hearsay && (content.is_empty() || parse.children(at).any(sensed)) {
        return None;
    }
    // "heard *from residents* that": they say so, whoever heard it.
    let from = || {
        let leads = |child: &usize| parse.dep(*child) == Dep::Prep && parse.norm(*child) == "from";
        let teller = parse.children(at).find(leads).and_then(|from| object_of(parse, from))?;
        Some(Source::at(part, teller, lexicon)).filter(|source| source.speaks || source.kind == SourceKind::Person)
    };
    let source = if hearsay { from() } else { source };
    if passive && source.is_none() {
        // Only words that keep their distance by themselves tell that somebody unnamed speaks.
        // "could be seen as" tells what may be said, not that it was said.
        let modal = parse.children(at).any(|child| parse.tag(child) == Tag::Md);
        // "a deal described as void" names no speaker either, but "men *accused of* the raid", "*believed to be* in the town" keep
        // their distance.
        let beside = parse.dep(at) == Dep::Acl;
        let distant = cue.modality == Modality::Claimed || found == Some(&Place::Infinitive);
        let bare = cue.modality == Modality::Forecast || beside && !distant || modal;
        // "it is not ruled out that": nobody says that it is so.
        let open = cue.stance != Stance::Asserts && is_negated(parse, at);
        if content.is_empty() || bare || open || cue.reach != Reach::Chain {
            return None;
        }
        rule = "attribution/passive";
    }
    if !passive && !hearsay && source.is_none() {
        return None;
    }
    if content.is_empty() && !speech {
        return None;
    }
    let mut chain = match cue.reach {
        Reach::Chain | Reach::Hearsay => true,
        Reach::View => false,
        Reach::Evidence => source.as_ref().is_none_or(|source| source.speaks),
    };
    if let Some(source) = &source {
        // "It emerged that": a dummy subject is nobody.
        if parse.dep(source.head) == Dep::Expl {
            return None;
        }
        if cue.reach == Reach::Evidence && !source.speaks && !source.evidence {
            chain = false;
        }
    }
    let object = parse.child(at, Dep::Dobj);
    // "reiterated *its condemnation* of the raid" condemns: what somebody holds is told by the text, not by him.
    let holds = |noun: usize| {
        use ClaimType::{Accuse, Demand, Intent, Opposes, Refuse, Support, Threaten};
        let attitude = |frame: &Frame| {
            matches!(frame.claim_type, Accuse | Demand | Intent | Opposes | Refuse | Support | Threaten)
        };
        parse.children(noun).any(|owner| parse.tag(owner) == Tag::PrpPoss)
            && lexicon.triggers.nouns(parse.entry(noun)).any(attitude)
    };
    if found == Some(&Place::Object) && object.is_some_and(holds) {
        chain = false;
    }
    if cue.places.contains(&Place::Inside) {
        let report = object.filter(|&noun| {
            matches!(
                lexicon.sources.noun(parse.lemma(noun)),
                Some(SourceKind::Document | SourceKind::Recording | SourceKind::SocialMedia)
            )
        });
        report?;
        rule = "attribution/published";
    }
    let blames = match found {
        Some(Place::After(_)) => cue.modality == Modality::Claimed,
        Some(Place::Infinitive) => passive && source.is_none(),
        _ => false,
    };
    let mut modality = cue.modality;
    if passive && source.is_none() && modality == Modality::Fact {
        modality = Modality::Claimed;
    }
    let kept = withheld::stance(part, at, cue, lexicon);
    let stance = kept.unwrap_or(cue.stance);
    if kept == Some(Stance::Doubts) {
        modality = Modality::Claimed;
    }
    let deed = cue.places.iter().any(|place| matches!(place, Place::After(word) if word == "for" || word == "of"))
        || matches!(modality, Modality::Planned)
        || stance != Stance::Asserts;
    let only_says = cue.reach != Reach::View && !deed && cue.places != [Place::Inside];
    let relative = own_subject(parse, at).filter(|&word| matches!(parse.tag(word), Tag::Wp | Tag::Wdt));
    Some(Raw {
        head: at,
        cue: cue_words::of_verb(parse, at, words, &content, lexicon),
        relative,
        phrase_said,
        blames,
        outlet: outlet(part, at, lexicon)
            .or_else(|| published(part, source.as_ref()?, lexicon))
            .or_else(|| relayed(part, at, source.as_ref(), lexicon)),
        source,
        content,
        stance,
        modality,
        chain,
        speech,
        only_says,
        rule,
    })
}

/// "the raid in a statement by its spokesman": the statement is how it was said, not what was said.
fn without_medium(parse: &Parse, piece: Range<usize>, lexicon: &Lexicon) -> Range<usize> {
    let medium = piece.clone().skip(1).find(|&prep| {
        parse.dep(prep) == Dep::Prep
            && matches!(parse.norm(prep), "in" | "on" | "via" | "through")
            && parse.child(prep, Dep::Pobj).is_some_and(|noun| {
                parse.pos(noun) == Pos::Noun
                    && matches!(
                        lexicon.sources.noun(parse.lemma(noun)),
                        Some(SourceKind::Document | SourceKind::Recording | SourceKind::SocialMedia)
                    )
            })
    });
    medium.map_or(piece.clone(), |prep| trim(parse, piece.start..prep))
}

/// The name right before a cue that the parser took for no subject of it: "In Halden, the mayor, Ruth Osei, said".
fn before(parse: &Parse, at: usize) -> Option<usize> {
    if own_subject(parse, at).is_some() || !matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp) {
        return None;
    }
    let comma = at.checked_sub(1).filter(|&comma| parse.tag(comma) == Tag::Comma)?;
    let name = parse.name_of(comma.checked_sub(1)?).filter(|name| name.label == NameLabel::Person)?;
    let start = super::source::with_rank(parse, name.tokens.start);
    let opened = start > 0 && parse.tag(start - 1) == Tag::Comma;
    (opened && name.tokens.end == comma && parse.sentence_of(start) == parse.sentence_of(at))
        .then_some(name.tokens.end - 1)
}

/// The description right before a cue, which the parser took for an apposition of the last name in what is said.
fn beside(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let noun = grammar::set_beside(&part.parse, at)?;
    Source::at(part, noun, lexicon).speaks.then_some(noun)
}

/// The source that follows an inverted verb of saying but that the parser did not take for its subject.
fn inverted(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let parse = &part.parse;
    let after = at.checked_sub(1).is_some_and(|before| matches!(parse.tag(before), Tag::Comma | Tag::CloseQuote));
    let finite = matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn);
    if !after || !finite || own_subject(parse, at).is_some() || at + 1 >= parse.len() {
        return None;
    }
    let noun = parse.children(at).find(|&child| {
        child > at
            && matches!(parse.dep(child), Dep::Dobj | Dep::Oprd | Dep::Attr | Dep::Appos | Dep::Dep | Dep::Npadvmod)
    })?;
    let next = parse.subtree(noun).start == at + 1 && matches!(parse.pos(noun), Pos::Propn | Pos::Noun);
    (next && !is_measure(parse, noun) && Source::at(part, noun, lexicon).speaks).then_some(noun)
}

/// The subject of a cue. A cue without one that a comma joins to a clause inside what another cue says goes on with the
/// source of that one, as does one behind a passive: "He noted that the house had not voted, and mentioned a court."
fn speaker(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let head = parse.head(at);
    if parse.dep(at) == Dep::Conj && own_subject(parse, at).is_none() && parse.dep(head) == Dep::Ccomp {
        let outer = parse.head(head);
        let says = !cues_of(parse, CueClass::Verb, outer, lexicon).is_empty();
        let comma = (head + 1..at)
            .any(|between| parse.head(between) == head && parse.tag(between) == Tag::Comma && between + 3 > at);
        // "He said that an inquiry had been opened and *stated* that": what is done to it states nothing.
        let turns = is_passive(parse, head) && !is_passive(parse, at) && parse.tag(at) == Tag::Vbd;
        if says && (comma || turns) && cues_of(parse, CueClass::Verb, head, lexicon).is_empty() {
            return subject(parse, outer);
        }
    }
    subject(parse, at)
}

/// The outlet that brought a recording or document to light: "The Halden Post published a video showing soldiers".
fn published(part: &PartText, source: &Source, lexicon: &Lexicon) -> Option<Source> {
    let parse = &part.parse;
    if !matches!(source.kind, SourceKind::Recording | SourceKind::Document) || parse.pos(source.head) != Pos::Noun {
        return None;
    }
    let mut at = source.head;
    for _ in 0..5 {
        if !matches!(parse.dep(at), Dep::Dobj | Dep::Pobj | Dep::Prep | Dep::Acl | Dep::Advcl) {
            return None;
        }
        at = parse.head(at);
        if let Some(outlet) = own_subject(parse, at) {
            let outlet = Source::at(part, outlet, lexicon);
            return (outlet.kind == SourceKind::Outlet && !is_passive(parse, at)).then_some(outlet);
        }
    }
    None
}

/// Through whom the words of a source come: "the mayor, *quoted by* the Halden Post,", "in a statement *carried by* Radio Velna",
/// "documents *seen by* the Halden Post".
pub(crate) fn relayed(part: &PartText, at: usize, source: Option<&Source>, lexicon: &Lexicon) -> Option<Source> {
    let parse = &part.parse;
    let medium = parse
        .children(at)
        .filter(|&child| parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "in" | "on"))
        .filter_map(|child| parse.child(child, Dep::Pobj));
    // "*Interviewed by* Radio Velna, the mayor said".
    let beside =
        parse.children(at).filter(|&child| parse.dep(child) == Dep::Advcl && is_participle(parse, child, lexicon));
    let behind = source.map(|source| source.head).into_iter().chain(medium);
    let behind = behind.filter_map(|noun| parse.children(noun).find(|&child| is_relay(parse, child, lexicon)));
    beside.chain(behind).find_map(|participle| {
        let by = parse.child(participle, Dep::Agent).and_then(|by| object_of(parse, by))?;
        let relay = Source::at(part, by, lexicon);
        (relay.speaks && parse.pos(relay.head) == Pos::Propn).then_some(relay)
    })
}

/// True for a participle behind a noun that says through whom its words come.
pub(super) fn is_relay(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    matches!(parse.dep(at), Dep::Acl | Dep::Relcl) && is_participle(parse, at, lexicon)
}

fn is_participle(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    parse.tag(at) == Tag::Vbn && lexicon.reporting.starting(CueClass::Participle, parse.norm(at)).next().is_some()
}

/// The outlet or platform that something was said to or on.
fn outlet(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Source> {
    let parse = &part.parse;
    let mut candidates: Vec<usize> = Vec::new();
    if parse.lemma(at) == "tell" {
        // Also where the parser ran the outlet into the name after it.
        let next = (at + 1..parse.len().min(at + 3)).find(|&word| parse.pos(word) == Pos::Propn);
        if let Some(word) = next.filter(|&word| lexicon.sources.is_outlet(parse.word(word))) {
            let names = vec![(word..word + 1, word)];
            return Some(Source { head: word, phrase: word..word + 1, names, ..Source::at(part, word, lexicon) });
        }
    }
    // "was quoted *by the Halden Post* as saying"
    let quoted = parse.head(parse.head(at));
    if parse.dep(at) == Dep::Pcomp && parse.norm(parse.head(at)) == "as" && is_passive(parse, quoted) {
        candidates.extend(parse.child(quoted, Dep::Agent).and_then(|by| object_of(parse, by)));
    }
    for child in parse.children(at) {
        match parse.dep(child) {
            Dep::Dobj | Dep::Dative if parse.lemma(at) == "tell" || parse.lemma(at) == "inform" => {
                candidates.push(child);
            }
            // "was quoted as saying by the Halden Post"
            Dep::Agent if !is_passive(parse, at) => candidates.extend(object_of(parse, child)),
            Dep::Prep => {
                let Some(object) = object_of(parse, child) else { continue };
                match parse.norm(child) {
                    "on" | "via" | "through" | "to" | "by" => candidates.push(object),
                    // "wrote in the Halden Post", "in an interview with the Halden Post"
                    "in" | "during" => {
                        candidates.push(object);
                        for with in
                            parse.children(object).filter(|&with| matches!(parse.norm(with), "with" | "to" | "on"))
                        {
                            candidates.extend(object_of(parse, with));
                        }
                    }
                    _ => {}
                }
            }
            // "*Speaking to the Halden Post*, the mayor said"
            Dep::Advcl => candidates.extend(spoken_to(parse, child, lexicon)),
            Dep::Nsubj => candidates.extend(parse.children(child).flat_map(|clause| spoken_to(parse, clause, lexicon))),
            _ => {}
        }
    }
    candidates.into_iter().map(|noun| Source::at(part, noun, lexicon)).find(|source| match source.kind {
        SourceKind::Outlet => parse.pos(source.head) == Pos::Propn,
        SourceKind::SocialMedia => parse.pos(source.head) == Pos::Propn,
        _ => false,
    })
}

/// To whom or where somebody speaks, in a participle beside what he says: "speaking *to the Halden Post*", "writing *in the Halden
/// Post*".
fn spoken_to(parse: &Parse, clause: usize, lexicon: &Lexicon) -> impl Iterator<Item = usize> {
    let speaks = parse.tag(clause) == Tag::Vbg
        && lexicon.reporting.starting(CueClass::Verb, parse.entry(clause)).next().is_some();
    let leads = |child: &usize| matches!(parse.norm(*child), "to" | "with" | "on" | "in" | "for");
    let prepositions =
        parse.children(clause).filter(move |child| speaks && parse.dep(*child) == Dep::Prep && leads(child));
    prepositions.filter_map(|child| object_of(parse, child))
}
