//! Which words stand for a person, a group, a place or a thing, and what sort of thing do they look like?
//!
//! "the five Morvanian soldiers who fled" is the mention `Morvanian soldiers` with the head `soldiers`: without article,
//! number and relative clause. `hundreds of protesters` is `protesters`; `the local police chief, Anton Brek` is `Anton Brek`.

mod called;
mod phrase;

pub(crate) use called::by_names;
pub(crate) use phrase::{Phrase, is_held, is_other_name};

use crate::name::portfolio;
use crate::{PartText, class, grammar, rehung};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Frame, Lexicon, NounClass, TitleClass, WordClass};
use model::{ClaimType, EntityKind, Mention, MentionKind, Span};
use phrase::{is_naming, trimmed};
use std::ops::Range;

/// The head that a noun phrase is really about: `protesters` in "hundreds of protesters", the name in "the chief, Anton
/// Brek", the antecedent of a relative pronoun.
pub(crate) fn core(parse: &Parse, lexicon: &Lexicon, at: usize) -> usize {
    let mut at = grammar::antecedent(parse, at);
    if let Some(name) = portfolio::holder_of(parse, lexicon, at) {
        return name;
    }
    for _ in 0..4 {
        let lemma = parse.entry(at);
        // "a brutal, senseless *attack*": the tree may take what judges for the noun.
        if parse.pos(at) == Pos::Noun
            && parse.tag(at) == Tag::Nn
            && lexicon.evaluations.adjective(parse.norm(at)).is_some()
            && lexicon.nouns.classes(lemma).is_empty()
            && at + 1 < parse.len()
            && matches!(parse.word(at + 1), "," | "and")
            && let Some(noun) = parse.children(at).find(|&child| {
                child > at && matches!(parse.dep(child), Dep::Appos | Dep::Conj) && parse.pos(child) == Pos::Noun
            })
        {
            at = noun;
            continue;
        }
        let counted = parse.pos(at) == Pos::Num
            || lexicon.nouns.is(lemma, NounClass::Measure)
            || matches!(parse.norm(at), "some" | "much");
        let named = parse.name_of(at).is_some_and(|name| is_naming(name.label));
        if counted
            && !named
            && let Some(object) = grammar::whole(parse, at)
            && object != at
            && !(lexicon.nouns.is(lemma, NounClass::Party)
                && parse.tag(object) != Tag::Nns
                && parse.tag(object) != Tag::Nnps)
        {
            at = object;
            continue;
        }
        if let Some(person) = appointed(parse, lexicon, at) {
            at = person;
            continue;
        }
        // "our ally *Kestria*": the name right behind says who.
        if parse.pos(at) == Pos::Noun
            && !named
            && parse.tag(at) == Tag::Nn
            && lexicon.nouns.is(lemma, NounClass::Party)
            && let Some(apposed) = parse.child(at, Dep::Appos).filter(|&child| {
                parse.subtree(child).start == at + 1
                    && parse.name_of(child).is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Org))
            })
        {
            at = apposed;
            continue;
        }
        // The same where the tree hangs the name on the verb: "thank our ally *Kestria* for its help".
        if parse.pos(at) == Pos::Noun
            && !named
            && parse.tag(at) == Tag::Nn
            && lexicon.nouns.is(lemma, NounClass::Party)
            && at + 1 < parse.len()
            && let Some(name) =
                parse.name_of(at + 1).filter(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Org))
            && parse.child(at, Dep::Poss).is_some()
            && name.tokens.start == at + 1
            && let Some(head) = name.tokens.clone().find(|&token| parse.head(token) == parse.head(at))
            && parse.dep(head) == Dep::Npadvmod
        {
            at = head;
            continue;
        }
        // "The Minister, Anna Velk" is written as a name, but "the wife of the minister, Mara Dovic," is the wife's.
        let office = || lexicon.titles.class(lemma).is_some();
        let outer = parse.head(parse.head(at));
        let of = parse.dep(at) == Dep::Pobj && matches!(parse.norm(parse.head(at)), "of" | "for");
        let other = of && parse.head(at) != at && held_by(parse, lexicon, outer).is_some();
        // "the Tavan *district*, Ostrel province": it has its name, and what follows is where it lies.
        // "the Kordun *capital*, Velna", is that of Kordun.
        let called = parse.child(at, Dep::Compound).is_some_and(|name| parse.pos(name) == Pos::Propn)
            && lexicon.places.type_word(lemma).is_some()
            && !rehung::is_chief_town(parse, at, lexicon);
        if (parse.pos(at) == Pos::Noun || office())
            && !named
            && !other
            && !called
            && let Some(apposed) = parse.children(at).find(|&child| {
                parse.dep(child) == Dep::Appos
                    && parse.name_of(child).is_some_and(|name| {
                        // "the commander, 5th Fleet," commands it.
                        let body = name.label == NameLabel::Org && child > at + 1 && office();
                        is_naming(name.label) && name.label != NameLabel::Norp && !body
                    })
            })
        {
            at = apposed;
            continue;
        }
        // "the manager of Radio Velna, Anton Brek": the tree hangs the person on the station.
        if let Some(holder) = held_by(parse, lexicon, at).filter(|_| !named) {
            at = holder;
            continue;
        }
        // "Anton Brek, spokesman of the navy, said": the spokesman is Anton Brek; "the Guard, a militia based in Velna": the Guard is.
        // "Brek, *a Marylander*", written as a name.
        // "Brek, *the Kestrian* who shot him": one of a people by an article.
        let indefinite = || parse.children(at).any(|child| matches!(parse.norm(child), "a" | "an"));
        let people = || {
            let one = |child: usize| matches!(parse.norm(child), "a" | "an" | "the");
            parse.tag(at) != Tag::Nnps
                && !lexicon.names.demonym(parse.word(at)).is_empty()
                && parse.children(at).any(one)
        };
        if ((parse.pos(at) == Pos::Noun || indefinite()) && !named || people()) && parse.dep(at) == Dep::Appos {
            let label = parse.name_of(parse.head(at)).map(|name| name.label);
            // "the Base *movement*, an affiliate of the Front"
            let called = parse.pos(parse.head(at)) == Pos::Noun
                && lexicon.nouns.is(parse.entry(parse.head(at)), NounClass::Party)
                && parse.child(parse.head(at), Dep::Compound).is_some_and(|name| parse.pos(name) == Pos::Propn);
            let body = (matches!(label, Some(NameLabel::Org | NameLabel::Norp))
                && parse.pos(parse.head(at)) == Pos::Propn
                || called)
                && parse.tag(at) == Tag::Nn
                && lexicon.nouns.is(lemma, NounClass::Party);
            if label == Some(NameLabel::Person) || body {
                at = parse.head(at);
            }
        }
        break;
    }
    at
}

/// Who is made what a title says, where the tree makes one phrase of both: "named *Anton Brek* commander of the army".
pub(crate) fn appointed(parse: &Parse, lexicon: &Lexicon, title: usize) -> Option<usize> {
    let verb = parse.head(title);
    if parse.pos(title) != Pos::Noun || !matches!(parse.dep(title), Dep::Dobj | Dep::Oprd) || title == 0 {
        return None;
    }
    let name = title - 1;
    let person = parse.pos(name) == Pos::Propn
        && parse.dep(name) == Dep::Compound
        && parse.head(name) == title
        && parse.name_of(name).is_some_and(|name| name.label == NameLabel::Person);
    let frames = || lexicon.triggers.frames(parse.entry(verb));
    let appoints = |frame: &Frame| frame.claim_type == ClaimType::Recruit && frame.class == WordClass::Verb;
    // "joined the *Tavan* army": an army is nobody's title.
    let lemma = parse.entry(title);
    let office = lexicon.titles.class(lemma).is_some() || lexicon.nouns.is(lemma, NounClass::People);
    (person && office && frames().iter().any(appoints)).then_some(name)
}

/// The person behind "the manager of Radio Velna, *Anton Brek*", where the apposition hangs on what the office is of.
pub(crate) fn held_by(parse: &Parse, lexicon: &Lexicon, office: usize) -> Option<usize> {
    if !matches!(parse.tag(office), Tag::Nn | Tag::Nnp) || parse.dep(office) == Dep::Compound {
        return None;
    }
    let lemma = parse.entry(office);
    if !lexicon.nouns.is(lemma, NounClass::People) && lexicon.titles.class(lemma).is_none() {
        return None;
    }
    // "its commander *in chief*, Anton Brek"
    let chief =
        grammar::after(parse, office, "in").filter(|_| office + 2 < parse.len() && parse.norm(office + 2) == "chief");
    let of = || grammar::after(parse, office, "of").or_else(|| grammar::after(parse, office, "for"));
    if let Some(name) = chief.filter(|&chief| parse.name_of(chief).is_some_and(|name| name.label == NameLabel::Person))
    {
        return Some(name);
    }
    let body = chief.or_else(of)?;
    let is_person = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person);
    if is_person(body) {
        return None;
    }
    let apposed = |at: usize| parse.dep(at) == Dep::Appos && is_person(at);
    let deeper = || {
        // "The envoy of the secretary for Kestria and head of the mission, *Anton Brek*," hangs on the last of them.
        let last = |at: &usize| {
            let mut start = parse.name_of(*at).map_or(*at, |name| name.tokens.start);
            // "…, *Ambassador* Anton Brek,"
            let title = |word: usize| lexicon.titles.class(parse.lower(word)).is_some();
            while start > office + 1 && title(start - 1) {
                start -= 1;
            }
            let set = |at: usize| at < parse.len() && parse.word(at) == ",";
            apposed(*at) && start > office + 1 && set(start - 1) && set(at + 1) && !is_person(parse.head(*at))
        };
        let words = parse.subtree(office);
        let one = (words.start..words.end.min(parse.len())).filter(last).collect::<Vec<_>>();
        <[usize; 1]>::try_from(one).ok().map(|[one]| one)
    };
    parse.children(body).find(|&child| apposed(child)).or_else(deeper)
}

/// True for the adverb that takes up a place told before: "the army sent troops *there*".
pub(crate) fn is_there(parse: &Parse, at: usize) -> bool {
    parse.norm(at) == "there" && parse.dep(at) == Dep::Advmod && parse.pos(at) == Pos::Adv
}

/// True for "Brek met Hald. *Both* agreed to leave."
fn is_both(parse: &Parse, at: usize) -> bool {
    parse.norm(at) == "both" && matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass)
}

/// True for "Brek met Hald. *The latter* agreed to leave."
fn is_of_two(parse: &Parse, at: usize) -> bool {
    let noun = matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj | Dep::Dative | Dep::Conj);
    let led = at > 0 && parse.norm(at - 1) == "the" && parse.head(at - 1) == at;
    noun && led && matches!(parse.norm(at), "former" | "latter") && parse.pos(at) != Pos::Propn
}

/// All mentions of a part: names, noun phrases and pronouns, in order of the text, outer before inner.
pub(crate) fn all(part: &PartText, lexicon: &Lexicon) -> Vec<Mention> {
    let parse = &part.parse;
    let mut mentions: Vec<Mention> = Vec::new();
    for at in 0..parse.len() {
        let day = parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
        let bound = part.bound_at(at);
        let kind = match parse.pos(at) {
            _ if bound.is_some_and(|name| crate::name::head(parse, name) == at) => MentionKind::Name,
            _ if is_of_two(parse, at) => MentionKind::Pronoun,
            // "*Kestria Guard* fighters" are of the Kestria Guard.
            Pos::Propn if parse.dep(at) == Dep::Compound && is_name_before(parse, at) => MentionKind::Modifier,
            Pos::Propn | Pos::Noun if parse.dep(at) == Dep::Compound => continue,
            // "*separatist* shelling"
            Pos::Noun if parse.dep(at) == Dep::Amod && lexicon.nouns.is(parse.entry(at), NounClass::People) => {
                continue;
            }
            // A month is nobody.
            Pos::Propn if day => continue,
            Pos::Propn => MentionKind::Name,
            Pos::Noun if parse.name_of(at).is_some_and(|name| is_naming(name.label)) => MentionKind::Name,
            Pos::Noun => MentionKind::Nominal,
            Pos::Pron if parse.tag(at) == Tag::Prp => MentionKind::Pronoun,
            Pos::Pron if parse.tag(at) == Tag::PrpPoss => MentionKind::Pronoun,
            _ if is_there(parse, at) || is_both(parse, at) => MentionKind::Pronoun,
            // "shot *a Morvanian*" tells of somebody.
            Pos::Adj if is_one_of_people(parse, at) => MentionKind::Nominal,
            Pos::Adj if parse.name_of(at).is_some_and(|name| name.label == NameLabel::Norp) => MentionKind::Modifier,
            _ => continue,
        };
        if kind == MentionKind::Nominal
            && !is_party_or_place(parse, lexicon, at)
            && !is_thing(parse, lexicon, at)
            && !is_one_of_people(parse, at)
        {
            continue;
        }
        // "the “emir” *(leader)*" says what a word means, and is nobody.
        let glosses = kind == MentionKind::Nominal
            && at > 0
            && parse.word(at - 1) == "("
            && at + 1 < parse.len()
            && parse.word(at + 1) == ")";
        // "was chosen as *leader* of the party": what somebody becomes is nobody else, whom a pronoun could stand for.
        let becomes = kind == MentionKind::Nominal
            && parse.dep(at) == Dep::Pobj
            && parse.norm(parse.head(at)) == "as"
            && lexicon
                .titles
                .class(parse.entry(at))
                .is_some_and(|class| matches!(class, TitleClass::Head | TitleClass::Office));
        // "went *into exile*": a state somebody is in.
        let state = kind == MentionKind::Nominal
            && parse.tag(at) == Tag::Nn
            && parse.dep(at) == Dep::Pobj
            && matches!(parse.norm(parse.head(at)), "in" | "into" | "from")
            && parse.children(at).all(|child| parse.dep(child) == Dep::Prep)
            && lexicon.nouns.classes(parse.entry(at)) == [NounClass::People];
        if glosses || becomes || state {
            continue;
        }
        if bound.is_some_and(|name| crate::name::head(parse, name) != at) {
            continue;
        }
        let phrase = if let Some(name) = bound {
            Phrase { tokens: name.clone(), head: at }
        } else if kind == MentionKind::Modifier {
            let name = parse.name_of(at).filter(|_| parse.pos(at) == Pos::Propn);
            Phrase { tokens: name.map_or(at..at + 1, |name| trimmed(parse, lexicon, name.tokens.clone())), head: at }
        } else {
            Phrase::of(parse, lexicon, at)
        };
        let plural = matches!(parse.tag(at), Tag::Nns | Tag::Nnps)
            || matches!(parse.norm(at), "they" | "their" | "them" | "we" | "our" | "us" | "both");
        mentions.push(Mention {
            span: part.span(phrase.tokens),
            head: part.token_span(at),
            kind,
            hint: hint(parse, lexicon, at),
            plural,
            sentence: part.sentence_of(at),
        });
    }
    mentions.extend((1..parse.len()).filter_map(|at| short_form(part, at)));
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end), mention.head));
    mentions.dedup_by(|a, b| a.span == b.span);
    mentions
}

/// The short form that stands in brackets between two words of a name, and is none of the words of the parse: `FTA` in "Free Tavan Army
/// (FTA) fighters".
fn short_form(part: &PartText, at: usize) -> Option<Mention> {
    let parse = &part.parse;
    let gap = parse.token(at - 1).span.end as usize..parse.token(at).span.start as usize;
    let between = parse.text().get(gap.clone())?;
    let form = between.trim().strip_prefix('(')?.strip_suffix(')')?;
    let start = gap.start + between.find('(')? + 1;
    let span = Span::new(start, start + form.len()).shifted(part.base);
    let hint = Some(EntityKind::Organisation);
    let sentence = part.sentence_of(at);
    Some(Mention { span, head: span, kind: MentionKind::Name, hint, plural: false, sentence })
}

/// Divides names that hold two: where `Anton Brek` and `Morvania` were read in the one name "Morvania Anton Brek", each is a
/// mention, and the whole is none.
pub(crate) fn divide<'d>(
    part: &PartText,
    lexicon: &Lexicon,
    exact: impl Iterator<Item = &'d (usize, Range<usize>)>,
    mentions: &mut Vec<Mention>,
) {
    let parse = &part.parse;
    let mut divided = false;
    for (head, words) in exact {
        let span = part.span(words.clone());
        let inside = |mention: &Mention| mention.span.contains(span) && mention.span != span;
        if mentions.iter().any(|mention| mention.span == span) || !mentions.iter().any(inside) {
            continue;
        }
        let head_span = part.token_span(*head);
        mentions.retain(|mention| !(mention.head == head_span && inside(mention)));
        divided = true;
        mentions.push(Mention {
            span,
            head: head_span,
            kind: MentionKind::Name,
            hint: hint(parse, lexicon, *head),
            plural: false,
            sentence: part.sentence_of(*head),
        });
    }
    if divided {
        mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end), mention.head));
    }
}

/// True for the adjective of a people that stands alone for one of it.
fn is_one_of_people(parse: &Parse, at: usize) -> bool {
    let people = parse.name_of(at).is_some_and(|name| name.label == NameLabel::Norp && name.tokens.len() == 1);
    let one = || parse.children(at).any(|child| child + 1 == at && matches!(parse.norm(child), "a" | "an" | "another"));
    people && one() && matches!(parse.dep(at), Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Pobj | Dep::Conj)
}

/// True for the last word of a whole name that stands before the noun it tells about: not of "*Anton* Brek".
fn is_name_before(parse: &Parse, at: usize) -> bool {
    parse.name_of(at).is_some_and(|name| {
        let told = matches!(name.label, NameLabel::Gpe | NameLabel::Loc | NameLabel::Norp | NameLabel::Org);
        told && name.tokens.end == at + 1
    })
}

/// Things that claims are about: arms, vehicles, deeds, agreements, publications.
fn is_thing(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    use NounClass::*;
    let lemma = parse.entry(at);
    lexicon.nouns.classes(lemma).iter().any(|class| matches!(class, Arms | Vehicle | Deed | Accord | Publication))
}

fn is_party_or_place(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    use NounClass::*;
    class::fits(parse, lexicon, at, &[People, Forces, Party, Place, Site])
}

/// What a mention looks like by itself.
fn hint(parse: &Parse, lexicon: &Lexicon, at: usize) -> Option<EntityKind> {
    if portfolio::holder(parse, lexicon, at).is_some() {
        return Some(EntityKind::Person);
    }
    if class::is_ship(parse, lexicon, at) {
        return Some(EntityKind::Thing);
    }
    if let Some(name) = parse.name_of(at) {
        match name.label {
            NameLabel::Person => return Some(EntityKind::Person),
            NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac => return Some(EntityKind::Place),
            NameLabel::Org => return Some(EntityKind::Organisation),
            NameLabel::Norp if is_one_of_people(parse, at) => return Some(EntityKind::Person),
            NameLabel::Norp => return Some(EntityKind::Group),
            NameLabel::Product | NameLabel::Event | NameLabel::Law | NameLabel::WorkOfArt => {
                return Some(EntityKind::Thing);
            }
            _ => {}
        }
    }
    let classes = lexicon.nouns.classes(parse.entry(at));
    let is = |class: NounClass| classes.contains(&class);
    if is(NounClass::People) {
        Some(if is(NounClass::Many) || matches!(parse.tag(at), Tag::Nns | Tag::Nnps) {
            EntityKind::Group
        } else {
            EntityKind::Person
        })
    } else if is(NounClass::Party) {
        Some(EntityKind::Organisation)
    } else if is(NounClass::Forces) {
        Some(EntityKind::Group)
    } else if is(NounClass::Place) || is(NounClass::Site) {
        Some(EntityKind::Place)
    } else if is_thing(parse, lexicon, at) {
        Some(EntityKind::Thing)
    } else {
        None
    }
}
