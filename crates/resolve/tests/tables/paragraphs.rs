//! Who does what paragraphs tell without a subject.

use crate::invented::{claim, document, gazetteer, mention, reading, span};
use crate::roles::name;
use lexicon::Lexicon;
use model::{ClaimType, EntityKind, MentionKind, Span};

#[test]
fn a_paragraph_without_a_subject_is_of_whoever_stands_alone_before() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let whose = |opening: &str, verb: &str| {
        let text = format!("{opening}\n{verb} the raid.");
        let text = text.as_str();
        let mut reading = reading(text);
        let end = opening.len() as u32;
        reading.sentences[0].span = Span::new(0, opening.len());
        reading.sentences.truncate(1);
        reading
            .sentences
            .push(model::Sentence { span: Span { start: end + 1, end: text.len() as u32 }, ..reading.sentences[0] });
        reading.mentions.push(mention(text, "Kordun Council", MentionKind::Name, Some(EntityKind::Organisation)));
        let mut accuse = claim(&reading, ClaimType::Accuse, end + 1);
        (accuse.sentence, accuse.trigger) = (1, span(text, verb));
        reading.claims.push(accuse);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        resolution.reading.claims[0].actor.first().map(|actor| name(&resolution, actor))
    };
    let council = Some("Kordun Council (organisation)".to_string());
    assert_eq!(whose("The Kordun Council,", "Condemns"), council);
    assert_eq!(whose("The Kordun Council,", "Deploring"), council);
    assert_eq!(whose("The Kordun Council met.", "Condemns"), None);
    assert_eq!(whose("The Kordun Council,", "Condemned"), None);
}
