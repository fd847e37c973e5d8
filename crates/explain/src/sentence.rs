//! What does a sentence look like, word by word, and which words are those of the claim?

use crate::explanation::{Sentence, TokenRow};
use model::{Claim, Span};
use read::PartText;

/// The sentence of a trigger, with the fields of the claim that each of its words belongs to.
pub(crate) fn of(part: &PartText, trigger: usize, claim: &Claim) -> Sentence {
    let parse = &part.parse;
    let tokens = parse.sentences()[parse.sentence_of(trigger)].clone();
    let span = part.span(tokens.clone());
    let fields = fields(claim);
    let range = tokens.clone();
    let rows = tokens.clone().map(|at| {
        let (token, span) = (parse.token(at), part.token_span(at));
        let inside = fields.iter().filter(|(_, words)| words.contains(span)).map(|(field, _)| *field);
        let mut fields: Vec<String> = inside.map(str::to_string).collect();
        fields.dedup();
        TokenRow {
            start: span.start,
            end: span.end,
            word: parse.word(at).to_string(),
            lemma: token.lemma.to_string(),
            pos: token.pos.as_str().to_string(),
            tag: token.tag.as_str().to_string(),
            tag_means: token.tag.meaning().to_string(),
            label: token.dep.as_str().to_string(),
            label_means: token.dep.meaning().to_string(),
            head: (parse.head(at) - tokens.start) as u32,
            name: parse.name_of(at).map(|name| name.label.as_str().to_string()),
            fields,
        }
    });
    let tokens = rows.collect();
    Sentence { start: span.start, end: span.end, words: parse.span(range).of(parse.text()).to_string(), tokens }
}

/// The words of a claim's fields, in order of the fields.
fn fields(claim: &Claim) -> Vec<(&'static str, Span)> {
    let mut all = vec![("trigger", claim.trigger)];
    for (field, role) in [("actor", &claim.actor), ("target", &claim.target), ("place", &claim.place)] {
        all.extend(role.iter().map(|argument| (field, argument.span)));
    }
    all.extend(claim.time.iter().map(|time| ("time", time.span)));
    all.extend(claim.quantity.iter().map(|quantity| ("quantity", quantity.span)));
    for link in &claim.attribution {
        all.extend(link.sources.iter().map(|source| ("source", source.span)));
        all.push(("cue", link.cue));
    }
    all.extend(claim.modality.cue.map(|cue| ("modality", cue)));
    all.extend(claim.polarity.cue.map(|cue| ("polarity", cue)));
    all
}
