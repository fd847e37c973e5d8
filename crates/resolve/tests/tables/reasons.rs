use crate::invented::{claim, document, gazetteer, mention, reading, span};
use lexicon::Lexicon;
use model::{Argument, ClaimType, EntityKind, MentionKind, TimeWords};

fn argument(span: model::Span) -> Argument {
    Argument { span, head: span, entity: None, place: None }
}

#[test]
fn what_words_stand_for_has_its_reason_and_those_who_were_thought_of() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Anton Brek met Ivo Hald. He left for Tavan on Friday. Peru sent him.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "Anton Brek", MentionKind::Name, Some(EntityKind::Person)));
    reading.mentions.push(mention(text, "Ivo Hald", MentionKind::Name, Some(EntityKind::Person)));
    reading.mentions.push(mention(text, "He", MentionKind::Pronoun, None));
    reading.mentions.push(mention(text, "Peru", MentionKind::Name, None));
    let mut met = claim(&reading, ClaimType::Meet, 0);
    met.actor.push(argument(span(text, "Brek")));
    let mut left = claim(&reading, ClaimType::Deploy, span(text, "He").start);
    left.actor.push(argument(span(text, "He")));
    left.place.push(argument(span(text, "Tavan")));
    left.time = Some(TimeWords { span: span(text, "Friday"), range: None, value: None });
    reading.claims.extend([met, left]);
    let document = document(text, Some("2031-03-10"));
    let (resolution, reasons) = resolve::explained(&document, reading.clone(), &lexicon, &gazetteer);
    assert_eq!(resolution, resolve::document(&document, reading, &lexicon, &gazetteer), "reasons change nothing");

    let he = &reasons[1].arguments[0];
    assert_eq!(he.span, span(text, "He"));
    assert_eq!(he.told.because, ["he takes up Anton Brek, mentioned before"]);
    let passed: Vec<String> = he.told.passed.iter().map(|passed| format!("{}: {}", passed.name, passed.why)).collect();
    let why = "is less likely in the sentence before: kind and number +2, sentences between -4 (-2 against 2)";
    assert_eq!(passed, [format!("Ivo Hald: {why}")]);

    let (place, told) = &reasons[1].places[0];
    assert_eq!(*place, span(text, "Tavan"));
    assert!(told.because[0].starts_with("Tavan (settlement in PE, geonames:11): spelled so"), "{:?}", told.because);
    assert_eq!(told.passed[0].name, "Tavan (settlement in FR, geonames:12)");
    assert!(told.passed[0].why.contains("does not speak of its country"), "{}", told.passed[0].why);

    assert_eq!(reasons[1].time.as_deref(), Some("counted from 2031-03-10, the day of the article"));
    assert_eq!(reasons[0].time, None);
}

#[test]
fn a_place_that_no_table_has_is_told_by_what_it_is_named_beside() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Peru sent troops to the Ganta Mill in Tavan.";
    let mut reading = reading(text);
    let named = ["Peru", "Ganta Mill", "Tavan"];
    let named = named.map(|words| mention(text, words, MentionKind::Name, Some(EntityKind::Place)));
    reading.mentions.extend(named);
    let mut sent = claim(&reading, ClaimType::Deploy, 0);
    sent.place.push(argument(span(text, "Ganta Mill")));
    reading.claims.push(sent);
    let (resolution, reasons) = resolve::explained(&document(text, None), reading, &lexicon, &gazetteer);
    let because = &reasons[0].places[0].1.because;
    assert_eq!(because.last().unwrap(), "Ganta Mill is in or near Tavan: the words behind it say so");
    // What only stands beside it gives it no point.
    let mill = resolution.places.iter().find(|place| place.name == "Ganta Mill").unwrap();
    assert_eq!((mill.point, mill.radius_km), (None, None));
}
