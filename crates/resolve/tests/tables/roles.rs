//! What words mean depends on the role they stand in.

use crate::invented::{claim, document, gazetteer, mention, reading, span};
use lexicon::Lexicon;
use model::{Argument, ClaimType, EntityKind, Link, MentionKind, Resolution, SourceKind, Span, Stance};

pub(crate) fn argument(span: Span) -> Argument {
    Argument { span, head: span, entity: None, place: None }
}

pub(crate) fn name(resolution: &Resolution, argument: &Argument) -> String {
    let entity = resolution.entities.iter().find(|entity| Some(&entity.id) == argument.entity.as_ref());
    entity.map_or("-".to_string(), |entity| format!("{} ({})", entity.name, entity.kind.as_str()))
}

#[test]
fn a_capital_that_acts_is_its_government_and_one_that_is_taken_is_the_city() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Lima blamed Santiago. Lima was taken.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "Lima", MentionKind::Name, Some(EntityKind::Place)));
    reading.mentions.push(mention(text, "Santiago", MentionKind::Name, Some(EntityKind::Place)));
    let mut accuse = claim(&reading, ClaimType::Accuse, 0);
    accuse.actor.push(argument(span(text, "Lima")));
    accuse.target.push(argument(span(text, "Santiago")));
    let mut taken = claim(&reading, ClaimType::Capture, 22);
    let again = Span::new(22, 26);
    taken.target.push(argument(again));
    taken.place.push(argument(again));
    reading.claims.extend([accuse, taken]);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let [accuse, taken] = resolution.reading.claims.as_slice() else { panic!("two claims went in") };
    assert_eq!(name(&resolution, &accuse.actor[0]), "Peru (state)");
    assert_eq!(name(&resolution, &accuse.target[0]), "Chile (state)");
    assert!(!name(&resolution, &taken.target[0]).contains("state"));
    assert_eq!(taken.place[0].place.as_ref().map(|id| id.0.as_str()), Some("geonames:15"));
}

#[test]
fn what_lies_around_a_town_may_stand_before_its_noun() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let place = |text: &str, words: &str, head: &str, names: [&str; 2]| {
        let mut reading = reading(text);
        for name in names {
            reading.mentions.push(mention(text, name, MentionKind::Name, Some(EntityKind::Place)));
        }
        let mut taken = claim(&reading, ClaimType::Capture, 0);
        taken.place.push(Argument { span: span(text, words), head: span(text, head), entity: None, place: None });
        reading.claims.push(taken);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        let named = resolution.reading.claims[0].place[0].place.clone();
        named.map(|id| id.0)
    };
    let inner =
        place("Troops took the Montavia town of Tavan.", "Montavia town of Tavan", "town", ["Montavia", "Tavan"]);
    assert_eq!(inner.as_deref(), Some("geonames:11"));
    let outer = place("Troops took Hold town of Peru.", "Hold town of Peru", "town", ["Hold", "Peru"]);
    assert_ne!(outer.as_deref(), Some("geonames:1"), "a state is no town");
}

#[test]
fn a_source_that_is_not_named_has_a_name_that_says_so() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text =
        "It was seen as a loss. It reportedly fell. Sources said so. Initial reports say so. The report says so.";
    let mut reading = reading(text);
    let link = |cue: &str, sources: Vec<Argument>| Link {
        sources,
        kind: SourceKind::Anonymous,
        cue: span(text, cue),
        stance: Stance::Asserts,
        carried: false,
    };
    for (at, link) in [
        (0, link("was seen as", Vec::new())),
        (24, link("reportedly", Vec::new())),
        (44, link("said", vec![argument(span(text, "Sources"))])),
        (60, Link { kind: SourceKind::Document, ..link("say", vec![argument(span(text, "Initial reports"))]) }),
        (84, Link { kind: SourceKind::Document, ..link("says", vec![argument(Span::new(88, 94))]) }),
    ] {
        let mut claim = claim(&reading, ClaimType::Judgement, at);
        claim.attribution.push(link);
        reading.claims.push(claim);
    }
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let found: Vec<String> =
        resolution.reading.claims.iter().map(|claim| name(&resolution, &claim.attribution[0].sources[0])).collect();
    let reports = "unnamed reports (group)";
    assert_eq!(found[..4], ["unnamed observers (group)", reports, reports, reports]);
    assert_ne!(found[4], reports, "the report is one that the text knows");
}

#[test]
fn resolving_twice_changes_nothing() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Lima blamed Santiago.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "Lima", MentionKind::Name, Some(EntityKind::Place)));
    let mut accuse = claim(&reading, ClaimType::Accuse, 0);
    accuse.actor.push(argument(span(text, "Lima")));
    accuse.attribution.push(Link {
        sources: Vec::new(),
        kind: SourceKind::Anonymous,
        cue: span(text, "blamed"),
        stance: Stance::Asserts,
        carried: false,
    });
    reading.claims.push(accuse);
    let document = document(text, None);
    let once = resolve::document(&document, reading, &lexicon, &gazetteer);
    let twice = resolve::document(&document, once.reading.clone(), &lexicon, &gazetteer);
    assert_eq!(once, twice);
}

#[test]
fn an_outlet_is_the_same_whether_it_publishes_or_is_cited() {
    let lexicon = Lexicon::load().unwrap();
    let one = resolve::outlet("the Associated Press", &lexicon);
    let other = resolve::outlet("AP", &lexicon);
    assert_eq!((one.id, one.name.as_str()), (other.id, "Associated Press"));
    assert_eq!(resolve::outlet("Arvian Times", &lexicon).known, None);
}

#[test]
fn nobody_is_against_himself_and_who_was_weighed_is_kept() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Hisb al-Nour left. Tavan Front fights against it.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "Hisb al-Nour", MentionKind::Name, Some(EntityKind::Organisation)));
    reading.mentions.push(mention(text, "Tavan Front", MentionKind::Name, Some(EntityKind::Organisation)));
    let it = Span::new(text.len() - 3, text.len() - 1);
    reading.mentions.push(model::Mention {
        span: it,
        head: it,
        kind: MentionKind::Pronoun,
        hint: None,
        plural: false,
        sentence: 1,
    });
    let mut fight = claim(&reading, ClaimType::Fight, 20);
    let front = span(text, "Tavan Front");
    fight.actor.push(Argument { head: span(text, "Front"), ..argument(front) });
    fight.target.push(argument(it));
    reading.claims.push(fight);
    let (resolution, reasons) = resolve::explained(&document(text, None), reading, &lexicon, &gazetteer);
    assert_eq!(name(&resolution, &resolution.reading.claims[0].target[0]), "Hisb al-Nour (organisation)");
    let [_, it] = reasons[0].arguments.as_slice() else { panic!("two arguments went in") };
    let passed: Vec<(&str, &str)> =
        it.told.passed.iter().map(|passed| (passed.name.as_str(), passed.why.as_str())).collect();
    assert_eq!(passed, [("Tavan Front", "has another role in the same claim")]);
}

/// A claim by a title: who holds it, and the words of the title.
fn titled(text: &str, reading: &model::Reading, claim_type: ClaimType, person: &str, title: &str) -> model::Claim {
    let mut claim = claim(reading, claim_type, span(text, person).start);
    let words = span(text, person);
    let last = person.rsplit(' ').next().unwrap_or(person);
    let head = Span { start: words.end - last.len() as u32, ..words };
    claim.actor.push(Argument { head, ..argument(words) });
    claim.trigger = span(text, title);
    claim.rule = "relation/title".to_string();
    claim
}

#[test]
fn a_title_is_of_what_the_table_the_text_or_the_publisher_says() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "President Alberto Fujimori spoke. Minister Anton Brek left. Commander Ivo Hald came.";
    let mut reading = reading(text);
    for person in ["Alberto Fujimori", "Anton Brek", "Ivo Hald"] {
        reading.mentions.push(mention(text, person, MentionKind::Name, Some(EntityKind::Person)));
    }
    reading.claims.push(titled(text, &reading, ClaimType::Leads, "Alberto Fujimori", "President"));
    reading.claims.push(titled(text, &reading, ClaimType::MemberOf, "Anton Brek", "Minister"));
    reading.claims.push(titled(text, &reading, ClaimType::Leads, "Ivo Hald", "Commander"));
    let mut document = document(text, None);
    let targets = |document: &model::Document| -> Vec<String> {
        let resolution = resolve::document(document, reading.clone(), &lexicon, &gazetteer);
        let claims = &resolution.reading.claims;
        claims.iter().map(|claim| claim.target.first().map_or("-".to_string(), |one| name(&resolution, one))).collect()
    };
    // "President" in an article about Peru is Peru's by the table; a minister may be of anything.
    assert_eq!(targets(&document), ["Peru (state)", "-", "-"]);
    document.articles[0].outlet =
        Some(model::Known { value: "UK Government".to_string(), how: model::HowKnown::Given });
    assert_eq!(targets(&document), ["Peru (state)", "United Kingdom (state)", "-"]);
}

#[test]
fn a_convoy_of_a_unit_is_whose_it_is_and_the_unit() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Rebels attacked a Peruvian Army convoy of 6th Rifle Regiment and a column of trucks.";
    let mut reading = reading(text);
    let mut attack = claim(&reading, ClaimType::Attack, 0);
    let convoy = span(text, "Peruvian Army convoy of 6th Rifle Regiment");
    attack.target.push(Argument { head: span(text, "convoy"), ..argument(convoy) });
    attack.target.push(Argument { head: span(text, "column"), ..argument(span(text, "column of trucks")) });
    reading.claims.push(attack);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let found: Vec<String> =
        resolution.reading.claims[0].target.iter().map(|argument| name(&resolution, argument)).collect();
    assert_eq!(
        found,
        ["Peruvian Army (organisation)", "6th Rifle Regiment (organisation)", "column of trucks (group)"]
    );
}

#[test]
fn the_sort_of_soldiers_of_a_unit_is_no_owner_of_them() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Mechanized units of the 6th Rifle Regiment attacked.";
    let mut reading = reading(text);
    let mut attack = claim(&reading, ClaimType::Attack, 0);
    let units = span(text, "Mechanized units of the 6th Rifle Regiment");
    attack.actor.push(Argument { head: span(text, "units"), ..argument(units) });
    reading.claims.push(attack);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    assert_eq!(resolution.reading.claims[0].actor.len(), 1);
}

#[test]
fn what_is_judged_on_is_the_deed_that_opened_the_sentence_before() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "The truce between Lima and Tavan Front holds. It is a success.";
    for (claim_type, it) in [(ClaimType::Judgement, "truce (thing)"), (ClaimType::Fight, "Tavan Front (organisation)")]
    {
        let mut reading = reading(text);
        reading.mentions.push(mention(text, "truce", MentionKind::Nominal, Some(EntityKind::Thing)));
        reading.mentions.push(mention(text, "Tavan Front", MentionKind::Name, Some(EntityKind::Organisation)));
        reading.mentions.push(mention(text, "It", MentionKind::Pronoun, None));
        let mut judged = claim(&reading, claim_type, span(text, "It").start);
        judged.actor.push(argument(span(text, "It")));
        reading.claims.push(judged);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        assert_eq!(name(&resolution, &resolution.reading.claims[0].actor[0]), it);
    }
}

#[test]
fn what_several_deeds_are_judged_on_is_told_of_those_that_opened_the_sentence_before() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "These raids struck Tavan Front. They are a success.";
    for (claim_type, they) in
        [(ClaimType::Judgement, "raids (thing)"), (ClaimType::Fight, "Tavan Front (organisation)")]
    {
        let mut reading = reading(text);
        let mut raids = mention(text, "raids", MentionKind::Nominal, Some(EntityKind::Thing));
        raids.plural = true;
        reading.mentions.push(raids);
        reading.mentions.push(mention(text, "Tavan Front", MentionKind::Name, Some(EntityKind::Organisation)));
        reading.mentions.push(mention(text, "They", MentionKind::Pronoun, None));
        let mut judged = claim(&reading, claim_type, span(text, "They").start);
        judged.actor.push(argument(span(text, "They")));
        reading.claims.push(judged);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        assert_eq!(name(&resolution, &resolution.reading.claims[0].actor[0]), they);
    }
}

#[test]
fn attackers_are_those_who_attacked_and_a_deed_by_any_noun_is_the_one_an_article_is_about() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "The May 2031 Tavan suicide bombing shook Peru. Rebels did it. The attackers fled. They condemned this cowardly attack.";
    let mut reading = reading(text);
    let at = |words: &str| span(text, words);
    for (words, sentence) in [("Rebels", 1), ("attackers", 2), ("cowardly attack", 3)] {
        let mut mention = mention(text, words, MentionKind::Nominal, None);
        (mention.plural, mention.sentence) = (words.ends_with('s'), sentence);
        mention.head = at(words.rsplit(' ').next().unwrap());
        if words == "cowardly attack" {
            mention.head = Span { start: mention.span.end - 6, end: mention.span.end };
        }
        reading.mentions.push(mention);
    }
    let mut bombing = claim(&reading, ClaimType::Attack, at("suicide bombing").start);
    bombing.trigger = at("suicide bombing");
    let mut done = claim(&reading, ClaimType::Attack, at("Rebels").start);
    done.actor.push(argument(at("Rebels")));
    let mut fled = claim(&reading, ClaimType::Withdraw, at("attackers").start);
    fled.actor.push(argument(at("attackers")));
    let mut accused = claim(&reading, ClaimType::Accuse, at("cowardly").start);
    let deed = at("cowardly attack");
    accused.target.push(Argument { head: Span { start: deed.end - 6, end: deed.end }, ..argument(deed) });
    reading.claims.extend([bombing, done, fled, accused]);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let [.., fled, accused] = resolution.reading.claims.as_slice() else { panic!("four claims went in") };
    assert_eq!(name(&resolution, &fled.actor[0]), "rebels (group)");
    assert_eq!(name(&resolution, &accused.target[0]), "May 2031 Tavan suicide bombing (thing)");
}

#[test]
fn a_deed_without_a_name_is_told_by_those_it_is_on() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (words, expected) in [
        ("attacks on aid workers", "attacks on aid workers (thing)"),
        ("attacks against the aid workers", "attacks against aid workers (thing)"),
        ("attacks by aid workers", "attacks (thing)"),
    ] {
        let text = format!("They condemned {words}.");
        let mut reading = reading(&text);
        for (words, kind) in [("attacks", EntityKind::Thing), ("aid workers", EntityKind::Group)] {
            let mut mention = mention(&text, words, MentionKind::Nominal, Some(kind));
            mention.plural = true;
            reading.mentions.push(mention);
        }
        let mut accused = claim(&reading, ClaimType::Accuse, 5);
        accused.target.push(argument(span(&text, "attacks")));
        reading.claims.push(accused);
        let resolution = resolve::document(&document(&text, None), reading, &lexicon, &gazetteer);
        assert_eq!(name(&resolution, &resolution.reading.claims[0].target[0]), expected);
    }
}

#[test]
fn whoever_asks_both_sides_is_neither_of_them() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Lima and Santiago met. Tavan Front joined Hisb al-Nour. Tavan Front warned both sides.";
    let mut reading = reading(text);
    for name in ["Tavan Front", "Hisb al-Nour"] {
        reading.mentions.push(mention(text, name, MentionKind::Name, Some(EntityKind::Organisation)));
    }
    let again = text.rfind("Tavan Front").unwrap();
    let again = Span::new(again, again + 11);
    let mut speaker = mention(text, "Tavan Front", MentionKind::Name, Some(EntityKind::Organisation));
    let mut sides = mention(text, "sides", MentionKind::Nominal, Some(EntityKind::Group));
    let speaker_head = Span::new(again.end as usize - "Front".len(), again.end as usize);
    (speaker.span, speaker.head, speaker.sentence) = (again, speaker_head, 2);
    (sides.plural, sides.sentence) = (true, 2);
    reading.mentions.extend([speaker, sides]);
    let mut joined = claim(&reading, ClaimType::Recruit, 23);
    joined.actor.push(Argument { head: span(text, "Front"), ..argument(span(text, "Tavan Front")) });
    joined.target.push(Argument { head: span(text, "al-Nour"), ..argument(span(text, "Hisb al-Nour")) });
    let mut warned = claim(&reading, ClaimType::Demand, 55);
    warned.actor.push(Argument { head: speaker_head, ..argument(again) });
    warned.target.push(argument(span(text, "sides")));
    reading.claims.extend([joined, warned]);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let [_, warned] = resolution.reading.claims.as_slice() else { panic!("two claims went in") };
    assert_eq!(name(&resolution, &warned.actor[0]), "Tavan Front (organisation)");
    assert_eq!(name(&resolution, &warned.target[0]), "sides (group)");
}

#[test]
fn the_country_that_troops_enter_is_not_their_own() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (verb, meant) in
        [("entered", Some("name:Chile")), ("went into", Some("name:Chile")), ("stayed in", Some("geonames:1"))]
    {
        let text = format!("War came to Chile. Peruvian troops {verb} the country.");
        let mut reading = reading(&text);
        reading.mentions.push(mention(&text, "Chile", MentionKind::Name, Some(EntityKind::Place)));
        reading.mentions.push(mention(&text, "Peruvian", MentionKind::Modifier, Some(EntityKind::Group)));
        let mut troops = mention(&text, "Peruvian troops", MentionKind::Nominal, Some(EntityKind::Group));
        troops.plural = true;
        troops.head = span(&text, "troops");
        reading.mentions.push(troops);
        reading.mentions.push(mention(&text, "country", MentionKind::Nominal, Some(EntityKind::Place)));
        let mut enter = claim(&reading, ClaimType::Deploy, span(&text, "Peruvian").start);
        enter.trigger = span(&text, verb.split(' ').next().unwrap());
        enter.actor.push(Argument { head: span(&text, "troops"), ..argument(span(&text, "Peruvian troops")) });
        enter.place.push(argument(span(&text, "country")));
        reading.claims.push(enter);
        let resolution = resolve::document(&document(&text, None), reading, &lexicon, &gazetteer);
        let place = resolution.reading.claims[0].place[0].place.as_ref();
        assert_eq!(place.map(|id| id.0.as_str()), meant, "{verb}");
    }
}

#[test]
fn a_place_without_a_name_does_no_force() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "They crossed the plain. It killed ten men.";
    for (claim_type, meant) in [(ClaimType::Fight, "- "), (ClaimType::Judgement, "plain ")] {
        let mut reading = reading(text);
        reading.mentions.push(mention(text, "plain", MentionKind::Nominal, Some(EntityKind::Place)));
        reading.mentions.push(mention(text, "It", MentionKind::Pronoun, None));
        let mut kill = claim(&reading, claim_type, span(text, "It").start);
        kill.actor.push(argument(span(text, "It")));
        reading.claims.push(kill);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        let told = format!("{} ", name(&resolution, &resolution.reading.claims[0].actor[0]));
        assert!(told.starts_with(meant), "{told}");
    }
}
