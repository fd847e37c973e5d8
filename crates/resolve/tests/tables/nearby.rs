use crate::invented::{document, gazetteer, mention, reading};
use lexicon::Lexicon;
use model::{EntityKind, MentionKind, Place, Span};

/// Beside which place the last of some names of places is named, and why.
fn beside(text: &str, names: &[&str]) -> Option<(Place, String)> {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut reading = reading(text);
    for (at, words) in names.iter().enumerate() {
        let before = names[..at].iter().filter(|other| *other == words).count();
        let (start, _) = text.match_indices(words).nth(before).unwrap();
        let span = Span::new(start, start + words.len());
        let sentence = reading.sentences.iter().position(|sentence| sentence.span.end > span.start).unwrap() as u32;
        let named = mention(text, words, MentionKind::Name, Some(EntityKind::Place));
        reading.mentions.push(model::Mention { span, head: span, sentence, ..named });
    }
    let last = reading.mentions.last().unwrap().span;
    reading.mentions.sort_by_key(|mention| mention.span.start);
    let at = reading.mentions.iter().position(|mention| mention.span == last).unwrap();
    let document = document(text, None);
    let resolution = resolve::document(&document, reading, &lexicon, &gazetteer);
    resolve::nearby(&document, &resolution).swap_remove(at).map(|nearby| (nearby.place, nearby.because))
}

fn point(text: &str, names: &[&str]) -> Option<(f64, f64)> {
    beside(text, names).and_then(|(place, _)| place.point)
}

const TAVAN: Option<(f64, f64)> = Some((-10.0, -75.0));
const LIMA: Option<(f64, f64)> = Some((-12.0, -77.0));

#[test]
fn a_place_that_no_table_has_is_where_the_words_behind_it_say() {
    let text = "In Lima, Peru, a fire was seen from the Ganta Mill in Tavan.";
    assert_eq!(point(text, &["Lima", "Peru", "Tavan", "Ganta Mill"]), TAVAN);
    let (mill, because) = beside(text, &["Lima", "Peru", "Tavan", "Ganta Mill"]).unwrap();
    assert_eq!(because, "Ganta Mill is in or near Tavan: the words behind it say so");
    assert_eq!((mill.id.0.as_str(), mill.within[0].0.as_str()), ("name:Ganta Mill", "geonames:11"));
    // A place of the tables has its own.
    assert_eq!(point("Lima, Peru, and Tavan.", &["Lima", "Peru", "Tavan"]), None);
}

#[test]
fn else_it_is_beside_the_nearest_town_of_its_sentence_or_text_and_the_circle_is_wider() {
    let names = ["Peru", "Lima", "Tavan", "Ganta Mill"];
    let near =
        |text| beside(text, &names).map(|(place, because)| (place.point, place.radius_km, place.within.len(), because));
    let because = "no table has Ganta Mill; its sentence names Tavan".to_string();
    let text = "Lima is in Peru. A crowd from Tavan met at the Ganta Mill.";
    assert_eq!(near(text), Some((TAVAN, Some(157.0), 0, because)));
    let because = "no table has Ganta Mill; Lima is the nearest place that the text names".to_string();
    let text = "Tavan is in Peru, and so is Lima. A crowd met at the Ganta Mill.";
    assert_eq!(near(text), Some((LIMA, Some(320.0), 0, because)));
}

#[test]
fn a_name_has_one_place_and_one_that_holds_that_of_a_town_is_called_after_it() {
    let text = "Peru: a crowd met at the Ganta Mill in Tavan. Lima sent help to the Ganta Mill.";
    assert_eq!(point(text, &["Peru", "Tavan", "Lima", "Ganta Mill", "Ganta Mill"]), TAVAN);
    let text = "Peru and Tavan wept. Lima sent help to the Ganta Mill Tavan.";
    let because = beside(text, &["Peru", "Tavan", "Lima", "Ganta Mill Tavan"]).map(|(_, because)| because);
    assert_eq!(because.as_deref(), Some("Ganta Mill Tavan is called after Tavan, which the text names"));
}
