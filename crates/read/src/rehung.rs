//! Which words does the tree hang wrongly, as the words beside them show?
//!
//! "were killed in Morvanian *shelling* near Velna": the parser takes the noun for what the dead did. "attacked the capital *Velna*": it
//! takes the name for a measure of the attack.

use language::{Dep, NameLabel, Parse, Pos, Rehang, Tag};
use lexicon::{Lexicon, NounClass, TitleClass};
use model::ClaimType;

/// The parse with such words where they belong.
pub(crate) fn settle<'t>(parse: Parse<'t>, lexicon: &Lexicon) -> Parse<'t> {
    let mut changes = Vec::new();
    for at in 1..parse.len() {
        changes.extend(deed_behind_adjective(&parse, at, lexicon).into_iter().flatten());
        changes.extend(name_behind_noun(&parse, at, lexicon));
        changes.extend(name_before_letters(&parse, at, lexicon));
    }
    if changes.is_empty() { parse } else { parse.rehung(&changes) }
}

/// "in Morvanian *shelling* of the town": a preposition, whose it is, and a noun for an attack that could be a verb form.
fn deed_behind_adjective(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<[Rehang; 2]> {
    let whose = at - 1;
    let preposition = whose.checked_sub(1)?;
    let attack = |claim_type| matches!(claim_type, ClaimType::Attack | ClaimType::Strike);
    let noun = lexicon.triggers.nouns(parse.norm(at)).any(|frame| attack(frame.claim_type));
    let capital = parse.word(whose).starts_with(char::is_uppercase) && parse.pos(whose) == Pos::Propn;
    let leads = parse.dep(whose) == Dep::Pobj && parse.head(whose) == preposition;
    let person = parse.name_of(whose).is_some_and(|name| name.label == NameLabel::Person);
    let fits = parse.tag(at) == Tag::Vbg
        && matches!(parse.dep(at), Dep::Advcl | Dep::Acl | Dep::Pcomp)
        && parse.child(at, Dep::Dobj).is_none()
        && parse.children(whose).all(|child| child == at)
        && matches!(parse.norm(preposition), "after" | "by" | "during" | "from" | "in" | "of");
    (noun && capital && leads && !person && fits).then(|| {
        let kind = Some((Pos::Noun, Tag::Nn));
        [
            Rehang { at, head: preposition, dep: Dep::Pobj, kind, lemma: Some(parse.norm(at).into()) },
            Rehang { at: whose, head: at, dep: Dep::Amod, kind: None, lemma: None },
        ]
    })
}

/// "the Kestrian capital *Velna*": a name right behind a noun for a place, both of which the tree hangs on one word.
fn name_behind_noun(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let name = parse.name_of(at).filter(|name| name.tokens.end == at + 1 && name.tokens.start > 0)?;
    let noun = name.tokens.start - 1;
    let place = lexicon.nouns.is(&parse.entry(noun), NounClass::Place) && parse.tag(noun) == Tag::Nn;
    let beside = parse.head(at) == parse.head(noun) && matches!(parse.dep(at), Dep::Npadvmod | Dep::Dep | Dep::Oprd);
    let filled = matches!(parse.dep(noun), Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Pobj | Dep::Attr);
    let times = matches!(name.label, NameLabel::Date | NameLabel::Time);
    (place && beside && filled && !times && parse.pos(at) == Pos::Propn).then_some(Rehang {
        at,
        head: noun,
        dep: Dep::Appos,
        kind: None,
        lemma: None,
    })
}

/// "Anton *Brek* MP visited": a name is no attribute of the letters of an office behind it.
fn name_before_letters(parse: &Parse, at: usize, lexicon: &Lexicon) -> Vec<Rehang> {
    let name = at - 1;
    let letters = parse.word(at).chars().all(char::is_uppercase)
        && lexicon.titles.class(&parse.lower(at)) == Some(TitleClass::Office);
    let person = parse.name_of(name).is_some_and(|name| name.label == NameLabel::Person);
    if !letters || !person || parse.head(name) != at || parse.dep(name) != Dep::Compound {
        return Vec::new();
    }
    let hung = |at: usize, head: usize, dep: Dep| Rehang { at, head, dep, kind: None, lemma: None };
    let above = if parse.is_root(at) { name } else { parse.head(at) };
    let others = parse.children(at).filter(|&child| child != name).map(|child| hung(child, name, parse.dep(child)));
    [hung(name, above, parse.dep(at)), hung(at, name, Dep::Appos)].into_iter().chain(others).collect()
}
