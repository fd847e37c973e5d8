//! What does a reading promise of any report?

use model::{Argument, Document, Resolution, Span};

/// Panics when a promise is broken.
pub fn promises(document: &Document, resolution: &Resolution) {
    let text = document.text.as_str();
    let stands = |span: Span, what: &str| {
        assert!(span.start < span.end && span.get(text).is_some(), "{what} at {span:?} is a piece of the text");
    };
    let reading = &resolution.reading;
    for mention in &reading.mentions {
        stands(mention.span, "a mention");
        stands(mention.head, "the head of a mention");
        assert!((mention.sentence as usize) < reading.sentences.len(), "a mention has a sentence");
    }
    for claim in &reading.claims {
        let told = |argument: &Argument, role: &str| {
            stands(argument.span, role);
            stands(argument.head, role);
            if let Some(entity) = &argument.entity {
                let known = resolution.entities.iter().any(|one| one.id == *entity);
                assert!(known, "{role} of {} stands for somebody of the resolution", claim.id.0);
            }
        };
        stands(claim.quote, "a quote");
        stands(claim.trigger, "a trigger");
        assert!(claim.quote.contains(claim.trigger), "the quote holds the trigger of {}", claim.id.0);
        assert!((claim.sentence as usize) < reading.sentences.len(), "{} has a sentence", claim.id.0);
        assert!((claim.article as usize) < document.articles.len(), "{} has an article", claim.id.0);
        claim.actor.iter().for_each(|argument| told(argument, "an actor"));
        claim.target.iter().for_each(|argument| told(argument, "a target"));
        claim.place.iter().for_each(|argument| told(argument, "a place"));
        claim.time.iter().for_each(|time| stands(time.span, "a time"));
        claim.modality.cue.iter().for_each(|&cue| stands(cue, "a cue of modality"));
        claim.polarity.cue.iter().for_each(|&cue| stands(cue, "a cue of polarity"));
        for quantity in &claim.quantity {
            stands(quantity.span, "a quantity");
            let ordered = quantity.min.zip(quantity.max).is_none_or(|(min, max)| min <= max);
            assert!(ordered, "the bounds of a quantity of {} stand in order", claim.id.0);
        }
        for link in &claim.attribution {
            stands(link.cue, "the cue of a source");
            link.sources.iter().for_each(|source| told(source, "a source"));
        }
    }
}
