//! Which words name a source, and what do they cover?
//!
//! "A source close to the palace told the Halden Post that troops had left." → for `left` the chain [`Halden Post`, `source
//! close to the palace`]. "It added that the road was open." → for `open` the same chain again, carried.
//!
//! Read in three steps: what each part says by itself (`cue`, with `verb`, `source` and `quotation`), what goes on from one
//! sentence to the next (`carry`), and which of it covers each word (this file). A flat sentence after an attributed one is
//! the document's own voice again; so are titles and appositions inside indirect speech. Quotation marks alone attribute
//! nothing: a quotation needs a speaker.

mod address;
mod antecedent;
mod carry;
mod content;
mod conviction;
mod cue;
mod cue_words;
mod handover;
mod marker;
mod quotation;
mod source;
mod speech;
mod tail;
pub(crate) mod verb;
mod withheld;

use crate::PartText;
use crate::grammar;
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Lexicon, NounClass, WordClass};
use model::{Argument, ClaimType, Link, Marked, Modality, SourceKind, Span, Stance};
use verb::is_verbal;

/// Who is said to say what, as one cue marks it. Spans are bytes of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Index of the part in which the cue stands.
    pub part: usize,
    /// The words that name the source where the cue stands, with article, apposition and clauses; `None` when unnamed.
    pub source: Option<Span>,
    /// The words that mark it.
    pub cue: Span,
    /// What is said, in pieces, in order of the text; it may run over several parts.
    pub content: Vec<Span>,
    /// The pieces in which nothing is presupposed: quotations and whole statements.
    pub asserted: Vec<Span>,
    /// True when a phrase is itself what is said ("announced the start of …", "blamed them for the attack"): then only names
    /// and what stands before nouns are presupposed.
    pub phrase_said: bool,
    /// True when it says who did a deed that is taken for granted ("blamed them for", "believed to be behind"): what is told of the
    /// deed besides is the document's.
    pub blames: bool,
    /// Where whoever says it stands to it.
    pub stance: Stance,
    /// The links it puts on what it covers, outermost first: the outlet it was said to, then the source. Empty for an
    /// attitude ("supports", "urged"), which is no link.
    pub links: Vec<Link>,
    /// The distance that the cue puts between the text and the content.
    pub modality: Modality,
    /// Name of the pattern: `"attribution/according-to"`.
    pub rule: &'static str,
}

/// The voices of a document: who is said to say what.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    attributions: Vec<Attribution>,
    /// For each part and token the attributions that cover it, outermost first.
    covering: Vec<Vec<Vec<u32>>>,
    /// For each part the tokens that are cues and no deeds of their own.
    cues: Vec<Vec<usize>>,
    /// For each part the head words of cues, with the attribution each one makes.
    heads: Vec<Vec<(usize, usize)>>,
}

impl Voices {
    /// Reads the voices of the parts of a document, in order.
    pub fn read(parts: &[PartText], lexicon: &Lexicon) -> Voices {
        let carried = carry::read(parts, lexicon);
        let covering =
            parts.iter().enumerate().map(|(at, part)| cover(at, part, &carried.attributions, lexicon)).collect();
        Voices { attributions: carried.attributions, covering, cues: carried.cues, heads: carried.heads }
    }

    /// All attributions, in order of their cues; attitudes that make no link are among them.
    pub fn attributions(&self) -> &[Attribution] {
        &self.attributions
    }

    /// The links whose content covers this token, outermost first; spans are bytes of the document.
    pub fn chain(&self, part: usize, token: usize) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for attribution in self.covering(part, token) {
            // "said there was no evidence that": whoever says so doubts it.
            if attribution.links.is_empty() && attribution.stance == Stance::Doubts && attribution.rule == marker::NOUN
            {
                links.iter_mut().rev().take(1).for_each(|last| last.stance = attribution.stance);
            }
            for link in &attribution.links {
                // A speaker who is named again inside his own speech is one link; "unconfirmed reports that" are reports once.
                let again = |before: &&mut Link| {
                    same_sources(before, link) && (!link.sources.is_empty() || before.stance == link.stance)
                };
                // "denied reports that", "doubted the rumours of": the reports are what is denied.
                let denied = link.sources.is_empty() && links.last().is_some_and(|last| last.stance != Stance::Asserts);
                if denied {
                    continue;
                }
                match links.iter_mut().find(again) {
                    // "Brek said he doubted that": what he says is his doubt.
                    Some(before) if link.stance != Stance::Asserts => before.stance = link.stance,
                    Some(_) => {}
                    None => links.push(link.clone()),
                }
            }
        }
        links
    }

    /// The chain of what the word at this token itself conveys: for a cue ("vowed", "described as") the links it stands in
    /// and its own; for any other word its chain.
    pub fn conveyed(&self, part: usize, token: usize) -> Vec<Link> {
        let mut links = self.chain(part, token);
        let cue = self.heads.get(part).and_then(|heads| heads.iter().find(|(head, _)| *head == token));
        if let Some(attribution) = cue.and_then(|&(_, at)| self.attributions.get(at)) {
            let own = attribution.links.iter().filter(|link| !links.iter().any(|before| same_sources(before, link)));
            links.extend(own.cloned().collect::<Vec<_>>());
        }
        links
    }

    /// The distance that the reporting words put between the text and what they cover: that of the innermost words that
    /// keep one.
    pub fn distance(&self, part: usize, token: usize) -> Option<Marked<Modality>> {
        self.covering(part, token)
            .filter(|attribution| attribution.modality != Modality::Fact)
            .last()
            .map(|attribution| Marked { value: attribution.modality, cue: Some(attribution.cue) })
    }

    /// True for a word that marks a source, which is therefore no event of its own.
    pub fn is_cue(&self, part: usize, token: usize) -> bool {
        self.cues.get(part).is_some_and(|cues| cues.binary_search(&token).is_ok())
    }

    /// True for a word that marks a source and tells what the source says.
    pub(crate) fn says(&self, part: usize, token: usize) -> bool {
        let heads = self.heads.get(part).into_iter().flatten();
        heads
            .filter(|(head, _)| *head == token)
            .any(|&(_, at)| self.attributions.get(at).is_some_and(|attribution| !attribution.content.is_empty()))
    }

    /// True when an attribution puts its links on a token: what it says, but for what it takes for granted.
    pub(crate) fn covers(&self, part: usize, token: usize, attribution: &Attribution) -> bool {
        self.covering(part, token).any(|one| one == attribution)
    }

    /// True for a word of direct speech: in the quotation marks or the whole statement of the innermost source.
    pub(crate) fn in_speech(&self, part: usize, token: usize, span: Span) -> bool {
        let innermost = self.covering(part, token).filter(|attribution| !attribution.links.is_empty()).last();
        innermost.is_some_and(|attribution| {
            attribution.part != part || attribution.asserted.iter().any(|piece| piece.contains(span))
        })
    }

    /// The head word of the cue of an attribution, by its position, when it stands in this part.
    pub(crate) fn head_of(&self, part: usize, attribution: usize) -> Option<usize> {
        self.heads.get(part)?.iter().find(|(_, at)| *at == attribution).map(|(head, _)| *head)
    }

    fn covering(&self, part: usize, token: usize) -> impl Iterator<Item = &Attribution> {
        let list = self.covering.get(part).and_then(|tokens| tokens.get(token)).map_or(&[][..], Vec::as_slice);
        list.iter().filter_map(|&at| self.attributions.get(at as usize))
    }
}

fn same_sources(one: &Link, other: &Link) -> bool {
    let heads = |link: &Link| link.sources.iter().map(|source| source.head).collect::<Vec<_>>();
    heads(one) == heads(other)
}

/// The attributions that cover each token of a part, outermost first.
fn cover(index: usize, part: &PartText, all: &[Attribution], lexicon: &Lexicon) -> Vec<Vec<u32>> {
    if part.parse.is_empty() {
        return Vec::new();
    }
    // A document of many articles has many attributions, and a part the few whose words it shares.
    let whole = part.span(0..part.parse.len());
    let here: Vec<usize> =
        (0..all.len()).filter(|&at| all[at].content.iter().any(|piece| piece.overlaps(whole))).collect();
    (0..part.parse.len())
        .map(|token| {
            let span = part.token_span(token);
            let inside: Vec<usize> = here
                .iter()
                .copied()
                .filter(|&at| all[at].content.iter().any(|piece| piece.contains(span)))
                .filter(|&at| !is_own_voice(index, part, token, &all[at], lexicon))
                .collect();
            let mut ranked: Vec<(usize, bool, std::cmp::Reverse<usize>, usize)> = inside
                .iter()
                .map(|&at| {
                    let cue = all[at].cue;
                    let outer = inside
                        .iter()
                        .filter(|&&other| other != at && all[other].content.iter().any(|piece| piece.contains(cue)));
                    let length = all[at].content.iter().map(|piece| piece.len()).sum();
                    // "The paper, citing officials, reported": the officials told the paper, wherever they stand.
                    (outer.count(), all[at].rule == marker::CITING, std::cmp::Reverse(length), at)
                })
                .collect();
            ranked.sort();
            ranked.into_iter().map(|(.., at)| at as u32).collect()
        })
        .collect()
}

/// True for what indirect speech presupposes, which the document itself says: titles, appositions, names, what hangs inside
/// a noun phrase with `the`, `this` or an owner ("said *the attack in Halden* was over"), and what sets the time ("*before he
/// was flown out*"). The phrase that is itself what is said ("reported the presence of officers") is not presupposed.
fn is_own_voice(index: usize, part: &PartText, token: usize, attribution: &Attribution, lexicon: &Lexicon) -> bool {
    let span = part.token_span(token);
    if attribution.part != index || attribution.asserted.iter().any(|piece| piece.contains(span)) {
        return false;
    }
    let parse = &part.parse;
    let inside = |at: usize| attribution.content.iter().any(|piece| piece.contains(part.token_span(at)));
    // "made progress in *freeing* the districts" tells a deed, whatever the tree hangs it on.
    let deed = parse.dep(token) == Dep::Amod && grammar::gerund_object(parse, token) == Some(parse.head(token));
    // "Norland-backed rebels": what stands before a noun describes it.
    if matches!(parse.dep(token), Dep::Amod | Dep::Compound | Dep::Nmod)
        && !deed
        && inside(parse.head(token))
        && token < parse.head(token)
    {
        return true;
    }
    let mut at = if deed { parse.head(parse.head(token)) } else { token };
    for _ in 0..parse.len() {
        let noun = matches!(parse.pos(at), Pos::Noun | Pos::Propn);
        let head = parse.head(at);
        // "cited Anton Brek, the chief of police, as saying"
        // "announced 42 deaths, *a steep rise*"
        let told = attribution.phrase_said && parse.pos(head) == Pos::Noun && inside(head);
        if noun && parse.dep(at) == Dep::Appos && (parse.pos(head) == Pos::Propn || told) {
            return true;
        }
        if head == at || !inside(head) {
            return attribution.stance == Stance::Denies && noun && is_turned_down(parse, token, at, lexicon);
        }
        if noun && parse.pos(at) == Pos::Propn && !matches!(parse.dep(at), Dep::Attr | Dep::Oprd) {
            return true;
        }
        // "after the war": what a time is told from is taken for granted.
        let from = parse.dep(at) == Dep::Pobj && matches!(parse.norm(head), "after" | "before" | "since" | "following");
        if noun && from {
            return true;
        }
        // Of words joined by "and" the first one tells for all.
        if noun && parse.dep(at) == Dep::Conj && matches!(parse.pos(head), Pos::Noun | Pos::Propn) {
            at = head;
            continue;
        }
        // "claimed responsibility for *the raid*" says that somebody did it; "announced the next phase of *their offensive*" takes it for
        // granted.
        // "shows *his part in the attacks*"
        let part = || parse.dep(at) == Dep::Pobj && matches!(parse.norm(head), "for" | "in");
        if noun && !(attribution.phrase_said && (attribution.modality == Modality::Claimed || part())) {
            // "the number of casualties" and "the toll" tell how many, they do not take them for granted.
            let lemma = parse.entry(at);
            if lexicon.nouns.is(lemma, NounClass::Measure) || lexicon.numbers.is_sum(lemma) {
                return false;
            }
            if is_definite(parse, at) && !matches!(parse.dep(at), Dep::Attr | Dep::Oprd) {
                return true;
            }
        }
        // "accused of *the raid that killed nine*": that nine were killed is not what they are accused of.
        if attribution.blames && matches!(parse.dep(at), Dep::Relcl | Dep::Acl) && describes_deed(parse, at, lexicon) {
            return true;
        }
        // A clause asserts for itself, but not one that tells which one is meant or when it was.
        let goes_up = match parse.dep(at) {
            Dep::Compound
            | Dep::Amod
            | Dep::Nmod
            | Dep::Poss
            | Dep::Appos
            | Dep::Prep
            | Dep::Pobj
            | Dep::Pcomp
            | Dep::Conj => parse.pos(head) != Pos::Verb || parse.dep(at) == Dep::Conj,
            Dep::Acl => parse.tag(at) == Tag::Vbn || parse.tag(at) == Tag::Vb,
            // What is told of a name besides is told by the document: "Halden, where the talks were held,".
            Dep::Relcl => !follows_comma(parse, at) || parse.pos(head) == Pos::Propn,
            Dep::Advcl if sets_time(parse, at) => return true,
            _ => false,
        };
        if !goes_up {
            return false;
        }
        at = head;
    }
    false
}

/// True for a demand or an offer that is turned down with all that it asks for, and for an accusation that is, though not for what it
/// says: "rejected *the rebels' demand for a truce*", "dismissed *accusations* that the army had used gas".
fn is_turned_down(parse: &Parse, token: usize, noun: usize, lexicon: &Lexicon) -> bool {
    let frames = lexicon.triggers.frames(parse.entry(noun));
    let tells = |claim_type: ClaimType| {
        frames.iter().any(|frame| frame.class == WordClass::Noun && frame.claim_type == claim_type)
    };
    let asked = tells(ClaimType::Demand) || lexicon.nouns.is(parse.entry(noun), NounClass::Accord);
    matches!(parse.dep(noun), Dep::Dobj | Dep::Nsubjpass) && (asked || token == noun && tells(ClaimType::Accuse))
}

/// True for a clause about a deed, also where the parser hung it on the place behind: "the bombing *at a shrine that killed nine*".
fn describes_deed(parse: &Parse, clause: usize, lexicon: &Lexicon) -> bool {
    let mut noun = parse.head(clause);
    for _ in 0..4 {
        if lexicon.nouns.is(parse.entry(noun), NounClass::Deed) {
            return is_verbal(parse, clause);
        }
        let preposition = parse.head(noun);
        if parse.dep(noun) != Dep::Pobj || parse.dep(preposition) != Dep::Prep {
            return false;
        }
        noun = parse.head(preposition);
    }
    false
}

/// True for a clause that a comma sets off.
fn follows_comma(parse: &Parse, clause: usize) -> bool {
    let start = parse.subtree(clause).start;
    start > 0 && parse.tag(start - 1) == Tag::Comma
}

/// True for a clause with `before`, `after`, `when`, `while` or `since` and a verb in a finite form. One that brings somebody new
/// in is said like the rest: "said it struck back after *gunmen* had shelled the village", "said nine died when *a mine* went off".
/// So is one that sets another thing beside: "said four died, *while* nine were wounded in Velna".
fn sets_time(parse: &Parse, clause: usize) -> bool {
    let new = parse.children(clause).filter(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass)).any(
        |subject| {
            let determined = |child: usize| matches!(parse.dep(child), Dep::Det | Dep::Poss);
            let indefinite =
                |child: usize| parse.dep(child) == Dep::Det && matches!(parse.norm(child), "a" | "an" | "another");
            parse.tag(subject) == Tag::Nns && !parse.children(subject).any(determined)
                || parse.tag(subject) == Tag::Nn && parse.children(subject).any(indefinite)
        },
    );
    let opens = parse.children(clause).find(|&child| {
        matches!(parse.dep(child), Dep::Mark | Dep::Advmod)
            && matches!(parse.norm(child), "before" | "after" | "when" | "while" | "since" | "until")
    });
    let beside = opens.is_some_and(|word| parse.norm(word) == "while" && follows_comma(parse, clause));
    let finite = matches!(parse.tag(clause), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn);
    // "should stay *until the rebels leave*": what has not come about yet is not taken for granted.
    let coming = parse.children(parse.head(clause)).any(|aux| parse.tag(aux) == Tag::Md);
    opens.is_some() && finite && !new && !beside && !coming
}

/// True for a noun that points at something known: with `the` or an owner.
fn is_definite(parse: &Parse, noun: usize) -> bool {
    parse.children(noun).any(|child| match parse.dep(child) {
        Dep::Det => matches!(parse.norm(child), "the" | "this" | "that" | "these" | "those"),
        Dep::Poss => true,
        _ => false,
    })
}

/// A link as one source or group of sources makes it.
pub(crate) fn link(sources: Vec<Argument>, kind: SourceKind, cue: Span, stance: Stance, carried: bool) -> Link {
    Link { sources, kind, cue, stance, carried }
}
