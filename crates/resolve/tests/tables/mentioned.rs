use crate::invented::{document, gazetteer, mention, reading};
use lexicon::Lexicon;
use model::EntityKind::{Group, Organisation, Person, Place};
use model::MentionKind::{Modifier, Name};
use model::{EntityKind, MentionKind};

/// The id of the place of the last mention of a text, and of what else it names.
fn place(text: &str, mentions: &[(&str, MentionKind, Option<EntityKind>)]) -> String {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut reading = reading(text);
    reading.mentions = mentions.iter().map(|&(words, kind, hint)| mention(text, words, kind, hint)).collect();
    let last = reading.mentions.last().unwrap().span;
    reading.mentions.sort_by_key(|mention| mention.span.start);
    let at = reading.mentions.iter().position(|mention| mention.span == last).unwrap();
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    resolution.mention_places[at].clone().map_or("none".to_string(), |id| id.0)
}

const PERU: (&str, MentionKind, Option<EntityKind>) = ("Peru", Name, Some(Place));
const MONTAVIA: (&str, MentionKind, Option<EntityKind>) = ("Montavia", Name, Some(Place));

#[test]
fn a_name_before_a_noun_has_its_place_and_a_people_has_none() {
    assert_eq!(place("Tavan police left Peru.", &[PERU, ("Tavan", Modifier, Some(Place))]), "geonames:11");
    assert_eq!(place("Peruvian police left Tavan.", &[("Peruvian", Modifier, Some(Group))]), "none");
}

#[test]
fn what_heads_a_report_or_stands_in_a_row_of_places_is_one() {
    let heads = |hint| place("TAVAN — A fire broke out in Peru.", &[PERU, ("TAVAN", Name, hint)]);
    assert_eq!((heads(None), heads(Some(Person))), ("geonames:11".to_string(), "geonames:11".to_string()));
    assert_eq!(place("TAVAN is rich in Peru.", &[PERU, ("TAVAN", Name, Some(Person))]), "none");
    assert_eq!(place("TAVAN (AP) — A fire broke out in Peru.", &[PERU, ("TAVAN", Name, Some(Person))]), "geonames:11");
    let row = |text| place(text, &[PERU, ("Lima", Name, Some(Place)), ("Tavan", Name, Some(Person))]);
    assert_eq!(row("In Peru, fires broke out near Lima, Tavan and others."), "geonames:11");
    assert_eq!(row("In Peru, fires broke out near Lima when Tavan left."), "none");
    let from = |text| place(text, &[MONTAVIA, ("Anton Brek", Name, Some(Person)), ("Tavan", Name, Some(Person))]);
    assert_eq!(from("Montavia: Anton Brek, 41, of Tavan was hurt."), "geonames:11");
    assert_eq!(from("Montavia: Anton Brek heard of a Tavan who was hurt."), "none");
}

#[test]
fn who_speaks_in_a_transcript_and_what_stands_behind_a_year_is_no_place() {
    let speaker = |text| place(text, &[PERU, ("TAVAN", Name, Some(Person))]);
    assert_eq!(speaker("TAVAN: We left Peru."), "none");
    assert_eq!(speaker("TAVAN (smiling): We left Peru."), "none");
    assert_eq!(speaker("Peru wept. It rained. It snowed. TAVAN — we left."), "none");
    let from = |text| place(text, &[MONTAVIA, ("Tavan", Name, Some(Person))]);
    assert_eq!(from("Montavia: In the spring of 2014, of Tavan nothing was heard."), "none");
    assert_eq!(from("Montavia: Resolution 41 of Tavan was read."), "none");
}

/// The id of the place of the last mention, and of the one before it, of two sentences that stand in one article or in two.
fn in_articles(text: &str, mentions: &[(&str, EntityKind)], articles: u32) -> [String; 2] {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut reading = reading(text);
    let second = reading.sentences[1].span.start;
    reading.sentences[1].article = articles - 1;
    reading.mentions = mentions.iter().map(|&(words, hint)| mention(text, words, Name, Some(hint))).collect();
    let last = reading.mentions.last_mut().unwrap();
    let at = second + text[second as usize..].find(mentions.last().unwrap().0).unwrap() as u32;
    last.span = model::Span::new(at as usize, at as usize + mentions.last().unwrap().0.len());
    (last.head, last.sentence) = (last.span, 1);
    let mut document = document(text, None);
    document.articles = vec![document.articles[0].clone(); articles as usize];
    let resolution = resolve::document(&document, reading, &lexicon, &gazetteer);
    let id = |at: usize| resolution.mention_places[at].clone().map_or("none".to_string(), |id| id.0);
    [id(mentions.len() - 2), id(mentions.len() - 1)]
}

#[test]
fn what_one_article_tells_of_a_name_is_not_told_in_another() {
    let names = [("Peru", Place), ("Tavan", Place), ("Tavan", Person)];
    let told = |articles| in_articles("Peru sent troops to Tavan. There Tavan wept.", &names, articles);
    assert_eq!(told(1), ["geonames:11", "geonames:11"]);
    assert_eq!(told(2), ["geonames:11", "none"]);
    // A row is one of the article that it stands in.
    let names = [("Montavia", Place), ("Orlmark", Place), ("Vesk", Place), ("Peru", Place)];
    let row =
        |articles| in_articles("Fires broke out in Montavia, Orlmark and Vesk. Then Peru wept.", &names, articles);
    assert_eq!((row(1), row(2)), (row(2), ["admin1:PE.02".to_string(), "geonames:1".to_string()]));
}

#[test]
fn people_are_told_by_where_they_are_from() {
    let of = |text| place(text, &[PERU, ("Tavan", Modifier, Some(Organisation))]);
    assert_eq!(of("Tavan residents left Peru."), "geonames:11");
    assert_eq!(of("Tavan shares fell in Peru."), "none");
    let senator = |words, text| place(text, &[PERU, (words, Name, None)]);
    assert_eq!(senator("R-Tavan", "A senator (R-Tavan) left Peru."), "geonames:11");
    assert_eq!(senator("Orl-Tavan", "A senator (Orl-Tavan) left Peru."), "none");
}

#[test]
fn a_name_that_is_a_place_once_is_one_elsewhere() {
    let text = "Troops entered Tavan in Peru, and Tavan wept.";
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut reading = reading(text);
    let named = |words, hint| mention(text, words, Name, Some(hint));
    reading.mentions = vec![named("Tavan", Place), named("Peru", Place), named("Tavan", Person)];
    let at = text.rfind("Tavan").unwrap();
    reading.mentions[2].span = model::Span::new(at, at + 5);
    reading.mentions[2].head = reading.mentions[2].span;
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let ids: Vec<&str> = resolution.mention_places.iter().map(|id| id.as_ref().map_or("none", |id| &id.0)).collect();
    assert_eq!(ids, ["geonames:11", "geonames:1", "geonames:11"]);
}

#[test]
fn a_body_is_where_the_place_is_after_which_it_is_called() {
    let body = |text, words| place(text, &[MONTAVIA, (words, Name, Some(Organisation))]);
    assert_eq!(body("In Montavia the Tavan City Council met.", "Tavan City Council"), "geonames:11");
    assert_eq!(body("In Montavia the University of Tavan met.", "University of Tavan"), "geonames:11");
    // No word says that these are where it is.
    assert_eq!(body("In Montavia the Tavan Analytica met.", "Tavan Analytica"), "none");
    // Nothing in the article lies near it.
    assert_eq!(place("The Tavan City Council met.", &[("Tavan City Council", Name, Some(Organisation))]), "none");
}

#[test]
fn a_province_that_shares_its_name_with_a_city_is_meant_in_a_row_of_provinces() {
    let vesk = |text, other| place(text, &["Montavia", other, "Vesk"].map(|name| (name, Name, Some(Place))));
    assert_eq!(vesk("Fires broke out in Montavia, Vesk and Orlmark.", "Orlmark"), "admin1:PE.02");
    assert_eq!(vesk("Fires broke out in Montavia and in Norwall. Vesk sent help.", "Norwall"), "geonames:21");
}

#[test]
fn a_name_alone_does_not_speak_for_the_country_of_the_largest_place_that_has_it() {
    // Said often, Ostrel would make the article one on France.
    let text = "Ostrel, Ostrel, Ostrel, Ostrel: a fire near Port Brand, Deir al-Mur and Tavan in Peru.";
    let mentions = ["Port Brand", "Deir al-Mur", "Peru", "Tavan", "Ostrel"].map(|name| (name, Name, Some(Place)));
    assert_eq!(place(text, &mentions), "geonames:20");
}

#[test]
fn the_last_but_one_of_a_list_holds_only_what_lies_in_it() {
    let lima = |text, last| place(text, &["Montavia", last, "Lima"].map(|name| (name, Name, Some(Place))));
    assert_eq!(lima("Fires broke out in Lima, Montavia, and Norwall.", "Norwall"), "geonames:15");
    assert_eq!(lima("Fires broke out in Lima, Montavia. Norwall wept.", "Norwall"), "name:Lima");
    let tavan = |text| place(text, &["Montavia", "Norwall", "Tavan"].map(|name| (name, Name, Some(Place))));
    assert_eq!(tavan("Fires broke out in Tavan, Montavia, and Norwall."), "geonames:11");
}

#[test]
fn a_village_does_not_speak_for_its_own_country_where_the_text_tells_another() {
    let village = |text, other| place(text, &[(other, Name, Some(Place)), ("Deir al-Mur", Name, Some(Place))]);
    assert_eq!(village("Norwall sent troops to Deir al-Mur.", "Norwall"), "name:Deir al-Mur");
    assert_eq!(village("Lima sent troops to Deir al-Mur.", "Lima"), "geonames:13");
}

#[test]
fn a_body_that_is_told_as_a_place_is_in_the_large_town_after_which_it_is_called() {
    let body = |words, hint| {
        let text = format!("France wept. The {words} met.");
        place(&text, &[("France", Name, Some(Place)), (words, Name, Some(hint))])
    };
    assert_eq!(body("Vesk Police Department", Place), "geonames:21");
    assert_eq!(body("Hold Police Department", Place), "none");
    assert_eq!(body("Vesk Police Department", Organisation), "none");
}

#[test]
fn a_province_with_the_name_of_a_city_is_meant_where_another_name_tells_the_province() {
    let halm = |text, other| place(text, &["France", other, "Halm"].map(|name| (name, Name, Some(Place))));
    assert_eq!(halm("France sent help to Pa. and so did Halm.", "Pa."), "admin1:US.PA");
    assert_eq!(halm("France sent help to Peru and so did Halm.", "Peru"), "geonames:24");
}
