//! Who is "we", "our" and "he" in the words of somebody, and for whom does he speak?

use crate::invented::{claim, document, gazetteer, mention, reading, span};
use crate::roles::{argument, name};
use lexicon::Lexicon;
use model::{Argument, ClaimType, EntityKind, Link, MentionKind, SourceKind, Span, Stance};

/// What a person says in a word.
fn said_by(source: Argument, cue: Span) -> Link {
    Link { sources: vec![source], kind: SourceKind::Person, cue, stance: Stance::Asserts, carried: false }
}

#[test]
fn we_in_quoted_words_is_the_speaker() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "\"We will win,\" said Anton Brek.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "We", MentionKind::Pronoun, None));
    reading.mentions.push(mention(text, "Anton Brek", MentionKind::Name, Some(EntityKind::Person)));
    let mut claim = claim(&reading, ClaimType::Forecast, 0);
    claim.actor.push(argument(span(text, "We")));
    claim.attribution.push(said_by(argument(span(text, "Anton Brek")), span(text, "said")));
    reading.claims.push(claim);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    assert_eq!(name(&resolution, &resolution.reading.claims[0].actor[0]), "Anton Brek (person)");
}

#[test]
fn we_in_a_governments_own_statement_is_its_state() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "We condemn it. US troops left.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "We", MentionKind::Pronoun, None));
    let mut claim = claim(&reading, ClaimType::Accuse, 0);
    claim.actor.push(argument(span(text, "We")));
    // Two words of one role that only a space parts are one party.
    claim.target.push(argument(span(text, "US")));
    claim.target.push(argument(span(text, "troops")));
    reading.claims.push(claim);
    let mut document = document(text, None);
    let outlet = |name: &str| Some(model::Known { value: name.to_string(), how: model::HowKnown::Given });
    document.articles[0].outlet = outlet("French government");
    let resolution = resolve::document(&document, reading.clone(), &lexicon, &gazetteer);
    assert_eq!(name(&resolution, &resolution.reading.claims[0].actor[0]), "France (state)");
    document.articles[0].outlet = outlet("Harbour government");
    let resolution = resolve::document(&document, reading.clone(), &lexicon, &gazetteer);
    let claim = &resolution.reading.claims[0];
    assert_eq!(name(&resolution, &claim.actor[0]), "-", "no table says whose organ that is");
    assert_eq!(claim.target.len(), 1);
    assert_eq!(name(&resolution, &claim.target[0]), "US troops (group)");
    document.articles[0].outlet = outlet("UK Government");
    let resolution = resolve::document(&document, reading, &lexicon, &gazetteer);
    assert_eq!(name(&resolution, &resolution.reading.claims[0].actor[0]), "United Kingdom (state)");
}

#[test]
fn we_is_the_one_state_of_which_the_holder_of_an_office_speaks() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (text, states, we) in [
        ("\"Peru means to win. We will win,\" said the press secretary.", &["Peru"][..], "Peru (state)"),
        (
            "\"Peru and Chile mean to win. We will win,\" said the press secretary.",
            &["Peru", "Chile"],
            "press secretary (person)",
        ),
    ] {
        let mut reading = reading(text);
        let speaker = || said_by(argument(span(text, "press secretary")), span(text, "said"));
        for state in states {
            reading.mentions.push(mention(text, state, MentionKind::Name, Some(EntityKind::State)));
            let mut aim = claim(&reading, ClaimType::Intent, 0);
            aim.trigger = span(text, "win");
            aim.actor.push(argument(span(text, state)));
            aim.attribution.push(speaker());
            reading.claims.push(aim);
        }
        reading.mentions.push(mention(text, "We", MentionKind::Pronoun, None));
        reading.mentions.push(mention(text, "press secretary", MentionKind::Nominal, Some(EntityKind::Person)));
        let mut claim = claim(&reading, ClaimType::Forecast, 0);
        claim.actor.push(argument(span(text, "We")));
        claim.attribution.push(speaker());
        reading.claims.push(claim);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        let last = resolution.reading.claims.last().unwrap();
        assert_eq!(name(&resolution, &last.actor[0]), we, "{text}");
    }
}

#[test]
fn ours_is_of_the_body_for_which_somebody_speaks() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (text, speaker, we, ours) in [
        (
            "\"We sent our soldiers,\" said an envoy of Peru.",
            "envoy of Peru",
            "Peru (state)",
            "Peruvian soldiers (group)",
        ),
        (
            "\"We sent our army,\" said the Peruvian spokesman.",
            "Peruvian spokesman",
            "Peru (state)",
            "Peruvian Army (organisation)",
        ),
        (
            "\"We sent our men,\" said a spokesman for the Taliban.",
            "spokesman for the Taliban",
            "Taliban (organisation)",
            "men of the Taliban (group)",
        ),
        ("\"We sent our men,\" said a Peruvian clerk.", "Peruvian clerk", "Peruvian clerk (person)", "men (group)"),
    ] {
        let mut reading = reading(text);
        let owned = ["soldiers", "army", "men"].into_iter().find(|noun| text.contains(*noun)).unwrap();
        reading.mentions.push(mention(text, "We", MentionKind::Pronoun, None));
        let kind = if owned == "army" { EntityKind::Organisation } else { EntityKind::Group };
        reading.mentions.push(mention(text, owned, MentionKind::Nominal, Some(kind)));
        reading.mentions.last_mut().unwrap().plural = kind == EntityKind::Group;
        reading.mentions.push(mention(text, speaker, MentionKind::Nominal, Some(EntityKind::Person)));
        let mut claim = claim(&reading, ClaimType::Deploy, 0);
        claim.actor.push(argument(span(text, "We")));
        claim.target.push(argument(span(text, owned)));
        claim.attribution.push(Link {
            sources: vec![argument(span(text, speaker))],
            kind: SourceKind::Official,
            cue: span(text, "said"),
            stance: Stance::Asserts,
            carried: false,
        });
        reading.claims.push(claim);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        let [claim] = resolution.reading.claims.as_slice() else { panic!("one claim went in") };
        assert_eq!(
            (name(&resolution, &claim.actor[0]), name(&resolution, &claim.target[0])),
            (we.to_string(), ours.to_string()),
            "{text}"
        );
    }
}

#[test]
fn we_is_the_body_of_who_speaks_or_whose_statement_it_is() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (text, mentions, office, we) in [
        // A commander speaks for his unit, whatever the rank before his name is of.
        (
            "Col. Anton Brek commands 3rd Battalion. \"We won,\" he said.",
            ["3rd Battalion", "Anton Brek"],
            Some(ClaimType::Leads),
            "3rd Battalion (organisation)",
        ),
        // So does who has only a rank, where a unit was named just before.
        (
            "Men of 3rd Battalion came. \"We won,\" said Sgt. Anton Brek.",
            ["3rd Battalion", "Anton Brek"],
            None,
            "3rd Battalion (organisation)",
        ),
        (
            "Men of 3rd Battalion came. \"We won,\" said farmer Anton Brek.",
            ["3rd Battalion", "Anton Brek"],
            None,
            "Anton Brek (person)",
        ),
        (
            "Anton Brek speaks for the coalition. \"We won,\" he said.",
            ["coalition", "Anton Brek"],
            Some(ClaimType::Leads),
            "coalition (organisation)",
        ),
    ] {
        let mut reading = reading(text);
        let spans = mentions.map(|words| span(text, words));
        for words in mentions {
            let person = words == "Anton Brek";
            let kind = if words == "coalition" { MentionKind::Nominal } else { MentionKind::Name };
            let hint = if person { EntityKind::Person } else { EntityKind::Organisation };
            reading.mentions.push(mention(text, words, kind, Some(hint)));
        }
        reading.mentions.push(mention(text, "We", MentionKind::Pronoun, None));
        reading.mentions.sort_by_key(|mention| mention.span.start);
        let head = |span: Span| Argument { head: Span { start: span.end - 4, ..span }, ..argument(span) };
        let last = |words: &str, span: Span| Argument {
            head: Span { start: span.end - words.rsplit(' ').next().unwrap().len() as u32, ..span },
            ..argument(span)
        };
        if let Some(claim_type) = office {
            let mut leads = claim(&reading, claim_type, 0);
            leads.trigger = Span::new(0, 3);
            leads.actor.push(head(spans[1]));
            leads.target.push(last(mentions[0], spans[0]));
            reading.claims.push(leads);
        }
        let mut won = claim(&reading, ClaimType::Fight, span(text, "We").start);
        won.actor.push(argument(span(text, "We")));
        won.attribution.push(said_by(head(spans[1]), span(text, "said")));
        reading.claims.push(won);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        let won = resolution.reading.claims.last().unwrap();
        assert_eq!(name(&resolution, &won.actor[0]), we, "{text}");
    }
}

#[test]
fn we_in_a_statement_is_who_opened_it() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (text, opener, kind, own, we) in [
        ("Peru condemns the raid. We mourn.", "Peru", EntityKind::Place, true, "Peru (state)"),
        // A state that does something else says nothing.
        ("Peru lost the war. We mourn.", "Peru", EntityKind::Place, false, "-"),
        (
            "The coalition obeys the rules. We mourn.",
            "coalition",
            EntityKind::Organisation,
            false,
            "coalition (organisation)",
        ),
        ("Taliban fighters came. We mourn.", "Taliban", EntityKind::Organisation, false, "-"),
        ("\"Peru condemns the raid.\" We mourn.", "Peru", EntityKind::Place, false, "-"),
    ] {
        let mut reading = reading(text);
        let named = if opener == "coalition" { MentionKind::Nominal } else { MentionKind::Name };
        reading.mentions.push(mention(text, opener, named, Some(kind)));
        reading.mentions.push(mention(text, "We", MentionKind::Pronoun, None));
        if own {
            let mut accuse = claim(&reading, ClaimType::Accuse, 0);
            accuse.trigger = span(text, "condemns");
            accuse.actor.push(argument(span(text, opener)));
            reading.claims.push(accuse);
        }
        let mut mourn = claim(&reading, ClaimType::Support, span(text, "We").start);
        mourn.actor.push(argument(span(text, "We")));
        reading.claims.push(mourn);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        let mourn = resolution.reading.claims.last().unwrap();
        assert_eq!(name(&resolution, &mourn.actor[0]), we, "{text}");
    }
}

#[test]
fn whoever_is_quoted_with_what_he_said_is_another_than_he() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Ivo Hald fled. \"He said rebels shot at us,\" said Anton Brek.";
    let mut reading = reading(text);
    let named = |words: &str| mention(text, words, MentionKind::Name, Some(EntityKind::Person));
    reading.mentions.extend([named("Ivo Hald"), named("Anton Brek"), mention(text, "He", MentionKind::Pronoun, None)]);
    reading.mentions.sort_by_key(|mention| mention.span);
    let mut claim = claim(&reading, ClaimType::Attack, text.find("shot").unwrap() as u32);
    let brek = Argument { head: span(text, "Brek"), ..argument(span(text, "Anton Brek")) };
    claim.attribution.push(said_by(brek, span(text, "said Anton")));
    claim.attribution.push(said_by(argument(span(text, "He")), span(text, "said")));
    reading.claims.push(claim);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    let links = &resolution.reading.claims[0].attribution;
    assert_eq!(name(&resolution, &links[1].sources[0]), "Ivo Hald (person)");
}

#[test]
fn he_in_quoted_words_is_another_than_the_speaker() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let of_he = |text: &str| {
        let mut reading = reading(text);
        let named = |words: &str| mention(text, words, MentionKind::Name, Some(EntityKind::Person));
        reading.mentions.extend([named("Ivo Hald"), named("Anton Brek")]);
        let mut he = mention(text, "He", MentionKind::Pronoun, None);
        he.sentence = 1;
        reading.mentions.push(he);
        let mut claim = claim(&reading, ClaimType::Attack, text.find("He").unwrap() as u32);
        claim.actor.push(argument(span(text, "He")));
        claim.attribution.push(said_by(
            Argument { head: span(text, "Brek"), ..argument(span(text, "Anton Brek")) },
            span(text, "said"),
        ));
        reading.claims.push(claim);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        name(&resolution, &resolution.reading.claims[0].actor[0])
    };
    assert_eq!(of_he("Ivo Hald fled, Anton Brek said. \"He shot at us.\""), "Ivo Hald (person)");
    assert_eq!(of_he("Ivo Hald fled, Anton Brek said. He shot at us."), "Anton Brek (person)");
}

#[test]
fn what_a_spokesman_claims_is_the_deed_of_whom_he_speaks_for() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let of_claim = |text: &str, doer: &str| {
        let mut reading = reading(text);
        reading.mentions.push(mention(text, "Anton Brek", MentionKind::Name, Some(EntityKind::Person)));
        reading.mentions.push(mention(text, "Tavan Brigade", MentionKind::Name, Some(EntityKind::Organisation)));
        let head = |words: &str, head: &str| Argument { head: span(text, head), ..argument(span(text, words)) };
        let mut member = claim(&reading, ClaimType::MemberOf, 0);
        member.trigger = span(text, "spokesman");
        member.actor.push(head("Anton Brek", "Brek"));
        member.target.push(head("Tavan Brigade", "Brigade"));
        let mut deed = claim(&reading, ClaimType::Attack, 0);
        deed.modality.value = model::Modality::Claimed;
        deed.actor.push(if doer == "Brek" { head("Anton Brek", "Brek") } else { argument(span(text, doer)) });
        deed.attribution.push(said_by(head("Anton Brek", "Brek"), span(text, "claimed")));
        if doer != "Brek" {
            reading.mentions.push(mention(text, doer, MentionKind::Pronoun, None));
        }
        reading.claims.extend([member, deed]);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        name(&resolution, &resolution.reading.claims[1].actor[0])
    };
    let claimed = "Anton Brek, spokesman of the Tavan Brigade, claimed responsibility for the raid.";
    assert_eq!(of_claim(claimed, "Brek"), "Tavan Brigade (organisation)");
    let himself = "Anton Brek, spokesman of Tavan Brigade, claimed he had shot a guard.";
    assert_eq!(of_claim(himself, "he"), "Anton Brek (person)");
}

#[test]
fn a_ministry_that_tells_what_another_state_says_may_be_of_either() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let speaker = |state: &str| {
        let text = format!("Lima, Peru, and a Peruvian port burned. {state} condemns it, the army said.");
        let text = text.as_str();
        let mut reading = reading(text);
        for place in ["Lima", "Peru", "Peruvian", state] {
            reading.mentions.push(mention(text, place, MentionKind::Name, Some(EntityKind::Place)));
        }
        reading.mentions.push(mention(text, "army", MentionKind::Nominal, Some(EntityKind::Organisation)));
        let mut claim = claim(&reading, ClaimType::Accuse, 0);
        claim.actor.push(argument(span(text, state)));
        claim.attribution.push(said_by(argument(span(text, "army")), span(text, "said")));
        reading.claims.push(claim);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        name(&resolution, &resolution.reading.claims[0].attribution[0].sources[0])
    };
    assert_eq!(speaker("Peru"), "Peruvian Army (organisation)");
    assert_eq!(speaker("Chile"), "army (organisation)");
}

#[test]
fn whoever_holds_a_speech_gives_the_thanks_in_it() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Ambassador Dana Morrow: Thank you, Anton Brek, for the report.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "Dana Morrow", MentionKind::Name, Some(EntityKind::Person)));
    reading.mentions.push(mention(text, "Anton Brek", MentionKind::Name, Some(EntityKind::Person)));
    let mut thanks = claim(&reading, ClaimType::Support, 0);
    (thanks.rule, thanks.trigger) = ("event/thanks".into(), span(text, "Thank"));
    thanks.target.push(argument(span(text, "Anton Brek")));
    thanks.attribution.push(said_by(argument(span(text, "Dana Morrow")), span(text, "Ambassador")));
    reading.claims.push(thanks);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    assert_eq!(name(&resolution, &resolution.reading.claims[0].actor[0]), "Dana Morrow (person)");
}

#[test]
fn we_in_a_speech_is_the_state_whose_statement_its_head_calls_it() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Peru statement on the truce. Ambassador Dana Morrow. We condemn the raid.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "Peru", MentionKind::Name, Some(EntityKind::State)));
    reading.mentions.push(mention(text, "Ambassador Dana Morrow", MentionKind::Name, Some(EntityKind::Person)));
    reading.mentions.push(mention(text, "We", MentionKind::Pronoun, None));
    let mut published = claim(&reading, ClaimType::Publish, 0);
    published.actor.push(argument(span(text, "Peru")));
    published.target.push(argument(span(text, "statement")));
    reading.claims.push(published);
    let mut accused = claim(&reading, ClaimType::Accuse, 2);
    accused.actor.push(argument(span(text, "We")));
    accused.attribution.push(said_by(argument(span(text, "Ambassador Dana Morrow")), span(text, "Ambassador")));
    reading.claims.push(accused);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    assert_eq!(name(&resolution, &resolution.reading.claims[1].actor[0]), "Peru (state)");
}

#[test]
fn an_office_alone_in_a_headline_is_whoever_is_named_with_it_below() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (text, names, who) in [
        ("Foreign Minister ends visit. Foreign Minister Anton Brek left.", &["Anton Brek"][..], "Anton Brek (person)"),
        (
            "Foreign Minister ends visit. Defense Minister Anton Brek left.",
            &["Anton Brek"],
            "Foreign Minister (person)",
        ),
        (
            "Foreign Minister ends visit. Foreign Minister Anton Brek met Foreign Minister Dana Morrow.",
            &["Anton Brek", "Dana Morrow"],
            "Foreign Minister (person)",
        ),
        // A state's minister is not another's.
        (
            "Foreign Minister of Peru ends visit. Foreign Minister Anton Brek left.",
            &["Anton Brek"],
            "Foreign Minister (person)",
        ),
        // Further below somebody else may hold the office.
        (
            "It is over. Foreign Minister left. Foreign Minister Anton Brek left.",
            &["Anton Brek"],
            "Foreign Minister (person)",
        ),
    ] {
        let mut reading = reading(text);
        reading.mentions.push(mention(text, "Foreign Minister", MentionKind::Name, Some(EntityKind::Person)));
        for one in names {
            reading.mentions.push(mention(text, one, MentionKind::Name, Some(EntityKind::Person)));
        }
        let mut visit = claim(&reading, ClaimType::Appear, span(text, "Foreign Minister").start);
        visit.actor.push(argument(span(text, "Foreign Minister")));
        reading.claims.push(visit);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        assert_eq!(name(&resolution, &resolution.reading.claims[0].actor[0]), who, "{text}");
    }
}

#[test]
fn we_is_the_body_whose_meeting_a_text_begins_with() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    for (text, outlet, who) in [
        ("The Kordun Council met here. We mourn.", None, "Kordun Council (organisation)"),
        // A government that publishes speaks for its state.
        ("The Kordun Council met here. We mourn.", Some("French government"), "France (state)"),
        ("We mourn. The Kordun Council met here.", None, "-"),
    ] {
        let mut reading = reading(text);
        reading.mentions.push(mention(text, "Kordun Council", MentionKind::Name, Some(EntityKind::Organisation)));
        reading.mentions.push(mention(text, "We", MentionKind::Pronoun, None));
        reading.mentions.sort_by_key(|mention| mention.span.start);
        let mut met = claim(&reading, ClaimType::Meet, span(text, "The Kordun").start);
        met.actor.push(argument(span(text, "Kordun Council")));
        reading.claims.push(met);
        let mut mourn = claim(&reading, ClaimType::Support, span(text, "We").start);
        mourn.actor.push(argument(span(text, "We")));
        reading.claims.push(mourn);
        let mut document = document(text, None);
        document.articles[0].outlet =
            outlet.map(|name| model::Known { value: name.to_string(), how: model::HowKnown::Given });
        let resolution = resolve::document(&document, reading, &lexicon, &gazetteer);
        let mourn = resolution.reading.claims.last().unwrap();
        assert_eq!(name(&resolution, &mourn.actor[0]), who, "{text}");
    }
}

#[test]
fn the_government_in_what_a_government_gives_out_is_that_of_whom_it_spoke_last() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "France mourns. France is at peace. France helps. France sent troops to Peru. They help the government.";
    for (outlet, whose) in [
        (Some("French government"), "Peruvian government (organisation)"),
        // A paper may mean either.
        (None, "French government (organisation)"),
    ] {
        let mut reading = reading(text);
        let states = text.match_indices("France").chain(text.match_indices("Peru"));
        let mut states: Vec<(u32, &str)> = states.map(|(at, name)| (at as u32, name)).collect();
        states.sort_unstable();
        for (at, name) in states {
            let state = Span { start: at, end: at + name.len() as u32 };
            let like = mention(text, name, MentionKind::Name, Some(EntityKind::Place));
            let sentence = reading.sentences.partition_point(|sentence| sentence.span.end <= at) as u32;
            reading.mentions.push(model::Mention { span: state, head: state, sentence, ..like });
        }
        reading.mentions.push(mention(text, "government", MentionKind::Nominal, Some(EntityKind::Organisation)));
        let mut help = claim(&reading, ClaimType::Support, span(text, "They").start);
        help.target.push(argument(span(text, "government")));
        reading.claims.push(help);
        let mut document = document(text, None);
        document.articles[0].outlet =
            outlet.map(|name| model::Known { value: name.to_string(), how: model::HowKnown::Given });
        let resolution = resolve::document(&document, reading, &lexicon, &gazetteer);
        assert_eq!(name(&resolution, &resolution.reading.claims[0].target[0]), whose, "{outlet:?}");
    }
}
