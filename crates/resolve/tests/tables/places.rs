use crate::invented::{claim, document, gazetteer, mention, reading, rows, span};
use lexicon::Lexicon;
use model::{Argument, ClaimType, EntityKind, MentionKind, PlaceClass, Reading};

fn arrival(text: &str, speaks_of: &str, words: &str) -> Reading {
    let mut reading = reading(text);
    if !speaks_of.is_empty() {
        reading.mentions.push(mention(text, speaks_of, MentionKind::Name, None));
    }
    let place = span(text, words);
    let mut claim = claim(&reading, ClaimType::Deploy, place.start);
    claim.place.push(Argument { span: place, head: place, entity: None, place: None });
    reading.claims.push(claim);
    reading
}

#[test]
fn words_mean_the_place_that_the_article_speaks_of() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut wrong = Vec::new();
    for (_, row) in rows(include_str!("places.md")) {
        let [text, speaks_of, words, expected] = row.as_slice() else { panic!("expected four cells: {row:?}") };
        let resolution =
            resolve::document(&document(text, None), arrival(text, speaks_of, words), &lexicon, &gazetteer);
        let claim = &resolution.reading.claims[0];
        let found = claim.place.first().map_or("none".to_string(), |argument| {
            let place = resolution.places.iter().find(|place| Some(&place.id) == argument.place.as_ref());
            let place = place.unwrap_or_else(|| panic!("expected a place of the words that stay: {text}"));
            let within: Vec<&str> = place.within.iter().map(|id| id.0.as_str()).collect();
            format!("{} {} in {}", place.id.0, place.class.as_str(), within.join(" "))
        });
        if found.trim_end() != expected.trim_end() {
            wrong.push(format!("{words} in {text:?}: expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The id of the place that words mean in a text that names France, Peru, their provinces, Ostrel and the Drina.
fn place_of(words: &str, text: &str) -> String {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut reading = arrival(text, "", words);
    for name in ["Drina", "France", "Montavia", "Norwall", "Ostrel", "Peru"] {
        reading.mentions.extend(text.match_indices(name).map(|(at, _)| {
            let span = model::Span::new(at, at + name.len());
            model::Mention { span, head: span, ..mention(text, name, MentionKind::Name, None) }
        }));
    }
    reading.mentions.sort_by_key(|mention| mention.span.start);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let claim = &resolution.reading.claims[0];
    claim.place[0].place.clone().map_or("none".to_string(), |id| id.0)
}

#[test]
fn a_city_known_far_from_it_is_meant_where_its_country_is_spoken_of_less_than_that_of_a_town_of_its_name() {
    let text = |around: &str| format!("Peru, Peru, Peru and France: {around}troops went to Ostrel.");
    assert_eq!(place_of("Ostrel", &text("")), "geonames:19");
    assert_eq!(place_of("Ostrel", &text("a fire broke out in Montavia, and ")), "geonames:20");
    assert_eq!(place_of("Ostrel", "Troops went to Ostrel, Peru."), "geonames:20");
}

#[test]
fn a_quarter_that_many_towns_have_is_no_town_of_a_country_spoken_of_in_passing() {
    assert_eq!(place_of("Old City", "Peru sent troops to the Old City."), "geonames:18");
    assert_eq!(
        place_of("Old City", "France, France, France, France, Paris, Norwall and Peru: troops went to the Old City."),
        "name:Old City"
    );
}

#[test]
fn other_places_of_the_name_are_kept() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Peru sent troops to Tavan.";
    let resolution = resolve::document(&document(text, None), arrival(text, "Peru", "Tavan"), &lexicon, &gazetteer);
    let tavan = resolution.places.iter().find(|place| place.name == "Tavan").unwrap();
    assert_eq!((tavan.class, tavan.name.as_str()), (PlaceClass::Settlement, "Tavan"));
    assert_eq!(tavan.runners_up, ["geonames:12"]);
    assert_eq!((tavan.point, tavan.radius_km), (Some((-10.0, -75.0)), Some(7.0)));
    assert_eq!(tavan.country.as_deref(), Some("PE"));
}

#[test]
fn what_stands_behind_a_name_says_where_it_lies_and_each_name_has_its_place() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "A fire in Tavan, Montavia, killed two; Paris sent help to Tavan.";
    let mut reading = reading(text);
    for name in ["Tavan", "Montavia", "Paris"] {
        reading.mentions.push(mention(text, name, MentionKind::Name, Some(EntityKind::Place)));
    }
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let found: Vec<Option<&str>> =
        resolution.mention_places.iter().map(|place| place.as_ref().map(|id| id.0.as_str())).collect();
    assert_eq!(found, [Some("geonames:11"), Some("admin1:PE.01"), Some("name:Paris")]);
}

#[test]
fn a_place_says_all_that_spoke_for_it_and_against_the_others() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Troops went to Tavan, Montavia, and to Port Brand.";
    let mut reading = arrival(text, "", "Tavan");
    for name in ["Tavan", "Montavia", "Port Brand"] {
        reading.mentions.push(mention(text, name, MentionKind::Name, Some(EntityKind::Place)));
    }
    let (_, reasons) = resolve::explained(&document(text, None), reading, &lexicon, &gazetteer);
    let (_, told) = &reasons[0].places[0];
    let (because, passed) = (told.because.join("\n"), &told.passed[0].why);
    assert!(
        because.contains("; lies in what stands behind the name; the article speaks of its province; another name"),
        "{because}"
    );
    assert!(passed.contains("; does not lie in what stands behind the name"), "{passed}");
}

#[test]
fn a_town_with_its_country_behind_it_goes_before_a_river_of_its_name() {
    assert_eq!(place_of("Drina", "Troops went to Drina, France."), "geonames:22");
    assert_eq!(place_of("Drina", "Troops went to Drina, Peru."), "name:Drina River");
    assert_eq!(place_of("Drina", "Troops from France went to the Drina."), "name:Drina River");
}

#[test]
fn a_province_can_bear_the_name_of_a_people_that_had_a_state() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (people, expected) in [("Asante", "admin1:PE.04"), ("Soviet", "geonames:1")] {
        let words = format!("{people} region of Peru");
        let text = format!("Troops went to the {words}.");
        let mut reading = arrival(&text, "Peru", &words);
        reading.claims[0].place[0].head = span(&text, "region");
        let resolution = resolve::document(&document(&text, None), reading, &lexicon, &gazetteer);
        let place = resolution.reading.claims[0].place[0].place.clone();
        assert_eq!(place.map(|id| id.0).as_deref(), Some(expected), "{words}");
    }
}

/// The names of the places that words mean in a text on Peru.
fn places_of(words: &str) -> Vec<String> {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = format!("Peruvian troops went to {words}.");
    let mut reading = arrival(&text, "Peruvian", words);
    let place = &mut reading.claims[0].place[0];
    if let Some(at) = words.rfind(' ') {
        place.head.start += at as u32 + 1;
    }
    let resolution = resolve::document(&document(&text, None), reading, &lexicon, &gazetteer);
    let name = |argument: &Argument| {
        let place = resolution.places.iter().find(|place| Some(&place.id) == argument.place.as_ref());
        place.map_or("-".to_string(), |place| place.name.clone())
    };
    resolution.reading.claims[0].place.iter().map(name).collect()
}

#[test]
fn a_word_that_is_said_once_is_that_of_each_place_of_a_row() {
    assert_eq!(places_of("northern and eastern Peru"), ["northern Peru", "eastern Peru"]);
    assert_eq!(places_of("northern, central and eastern Peru"), ["northern Peru", "central Peru", "eastern Peru"]);
    assert_eq!(places_of("Tavan, Hold and Port Brand areas"), ["Tavan", "Hold", "Port Brand"]);
    assert_eq!(places_of("Orl and Vesk provinces"), ["Orl province", "Vesk province"]);
    assert_eq!(places_of("North and South Korea"), ["North Korea", "South Korea"]);
}
