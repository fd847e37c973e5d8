//! Which things does a list name, as it is written?
//!
//! "The group includes the carrier Lasta (C 4), the cruiser Orvek and ships of the 4th Squadron": trees break such lists at brackets and
//! numbers, and take what follows for appositions; commas and the last `and` tell where they go on.

use language::{Parse, Pos, Tag};

/// The heads of a list as it is written, from one of its words on, whatever the tree makes of it: "the carrier *Lasta* (C 4), *Wing*
/// (W) 3, the cruiser *Orvek* and *ships* of the squadron". Only that word where no joining word closes the list.
pub(crate) fn written(parse: &Parse, first: usize) -> Vec<usize> {
    let end = parse.sentences()[parse.sentence_of(first)].end;
    let word = |at: usize| if at < end { parse.norm(at) } else { "" };
    let mut heads = vec![first];
    let mut at = past_noun(parse, first, end);
    let mut closed = false;
    while !closed {
        let comma = word(at) == ",";
        at += usize::from(comma);
        closed = matches!(word(at), "and" | "or" | "&");
        at += usize::from(closed);
        if !comma && !closed {
            return vec![first];
        }
        let Some(head) = noun_from(parse, at, end) else { return vec![first] };
        // "the Guard, *an* alliance of clans, and the Lions": what is said of one is none of them.
        if !matches!(word(at), "a" | "an" | "its" | "their") {
            heads.push(head);
        }
        at = past_noun(parse, head, end);
    }
    heads
}

/// The heads of the list whose first noun phrase begins at a token.
pub(crate) fn behind(parse: &Parse, start: usize) -> Vec<usize> {
    if start >= parse.len() {
        return Vec::new();
    }
    let end = parse.sentences()[parse.sentence_of(start)].end;
    noun_from(parse, start, end).map(|first| written(parse, first)).unwrap_or_default()
}

/// The head of the noun phrase that begins at a token.
fn noun_from(parse: &Parse, start: usize, end: usize) -> Option<usize> {
    let within = |&at: &usize| {
        matches!(parse.pos(at), Pos::Det | Pos::Adj | Pos::Num | Pos::Noun | Pos::Propn)
            || matches!(parse.tag(at), Tag::Pos | Tag::Hyph | Tag::Vbn)
    };
    let run = (start..end.min(start + 9)).take_while(within);
    run.filter(|&at| matches!(parse.pos(at), Pos::Noun | Pos::Propn)).last()
}

/// One past a noun and what hangs behind it: the rest of its name, a number in brackets, "of the squadron".
fn past_noun(parse: &Parse, noun: usize, end: usize) -> usize {
    let mut at = parse.name_of(noun).map_or(noun + 1, |name| name.tokens.end.max(noun + 1));
    // "the carrier *USS Lasta*"
    while at < end && parse.pos(noun) == Pos::Noun && parse.pos(at) == Pos::Propn {
        at += 1;
    }
    if at < end && parse.word(at) == "(" {
        at = (at..end.min(at + 6)).find(|&close| parse.word(close) == ")").map_or(at, |close| close + 1);
        at += usize::from(at < end && parse.pos(at) == Pos::Num);
    }
    if at < end
        && parse.norm(at) == "of"
        && let Some(object) = noun_from(parse, at + 1, end)
    {
        return past_noun(parse, object, end);
    }
    at
}
