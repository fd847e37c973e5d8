//! Whom a pronoun takes up, by what those before it did.

use crate::invented::{claim, document, gazetteer, mention, reading, span};
use crate::roles::{argument, name};
use lexicon::Lexicon;
use model::{Argument, ClaimType, EntityKind, MentionKind};

#[test]
fn they_after_a_meeting_are_those_who_met() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "Anton Brek met Ivo Hald. They agreed.";
    let they = |claim_type: ClaimType| {
        let mut reading = reading(text);
        for person in ["Anton Brek", "Ivo Hald"] {
            reading.mentions.push(mention(text, person, MentionKind::Name, Some(EntityKind::Person)));
        }
        let mut they = mention(text, "They", MentionKind::Pronoun, None);
        (they.plural, they.sentence) = (true, 1);
        reading.mentions.push(they);
        let mut met = claim(&reading, claim_type, 0);
        met.actor.push(Argument { head: span(text, "Brek"), ..argument(span(text, "Anton Brek")) });
        met.target.push(Argument { head: span(text, "Hald"), ..argument(span(text, "Ivo Hald")) });
        let mut agreed = claim(&reading, ClaimType::Agree, 25);
        agreed.actor.push(argument(span(text, "They")));
        reading.claims.extend([met, agreed]);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        let agreed = resolution.reading.claims.iter().find(|claim| claim.claim_type == ClaimType::Agree).unwrap();
        agreed.actor.iter().map(|argument| name(&resolution, argument)).collect::<Vec<String>>()
    };
    assert_eq!(they(ClaimType::Meet), ["Anton Brek (person)", "Ivo Hald (person)"]);
    assert_ne!(they(ClaimType::Detain), ["Anton Brek (person)", "Ivo Hald (person)"]);
}

#[test]
fn they_after_members_of_a_body_are_the_body() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let whose = |noun: &str| {
        let text = format!("The {noun} of the Kordun Council met. They left.");
        let text = text.as_str();
        let mut reading = reading(text);
        reading.mentions.push(mention(text, "Kordun Council", MentionKind::Name, Some(EntityKind::Organisation)));
        let words = format!("{noun} of the Kordun Council");
        let mut members = mention(text, &words, MentionKind::Nominal, Some(EntityKind::Group));
        (members.plural, members.head) = (true, span(text, noun));
        reading.mentions.push(members);
        let mut they = mention(text, "They", MentionKind::Pronoun, None);
        (they.plural, they.sentence) = (true, 1);
        reading.mentions.push(they);
        let mut left = claim(&reading, ClaimType::Withdraw, text.len() as u32 - 10);
        left.actor.push(argument(span(text, "They")));
        reading.claims.push(left);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        name(&resolution, &resolution.reading.claims[0].actor[0])
    };
    assert_eq!(whose("members"), "Kordun Council (organisation)");
    // Wrong: its critics are none of the council, and "they" should be the critics.
    assert_eq!(whose("critics"), "Kordun Council (organisation)");
}

#[test]
fn whoever_drives_them_out_is_none_of_them() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "The army met rebels and drove them out.";
    let mut reading = reading(text);
    reading.mentions.push(mention(text, "army", MentionKind::Nominal, Some(EntityKind::Organisation)));
    let mut rebels = mention(text, "rebels", MentionKind::Nominal, Some(EntityKind::Group));
    rebels.plural = true;
    reading.mentions.push(rebels);
    let mut them = mention(text, "them", MentionKind::Pronoun, None);
    them.plural = true;
    reading.mentions.push(them);
    let mut drove = claim(&reading, ClaimType::Cause, 24);
    drove.actor.push(argument(span(text, "them")));
    drove.target.push(argument(span(text, "army")));
    reading.claims.push(drove);
    let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
    assert_eq!(name(&resolution, &resolution.reading.claims[0].actor[0]), "rebels (group)");
}

#[test]
fn the_bomb_that_nobody_is_told_to_have_laid_is_no_doer() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let actors = |word: &str| {
        let text = format!("A bomb went off. {word} killed nine.");
        let text = text.as_str();
        let mut reading = reading(text);
        let mut killed = claim(&reading, ClaimType::Casualties, text.len() as u32 - 12);
        killed.actor.push(argument(span(text, word)));
        reading.claims.push(killed);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        resolution.reading.claims[0].actor.len()
    };
    assert_eq!(actors("It"), 0);
    assert_eq!(actors("He"), 1);
}

#[test]
fn whoever_asked_before_goes_on_to_ask() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let text = "The Tavan Union asked clerks and nurses for help. They urged calm.";
    let they = |claim_type: ClaimType| {
        let mut reading = reading(text);
        reading.mentions.push(mention(text, "Tavan Union", MentionKind::Name, Some(EntityKind::Organisation)));
        for group in ["clerks", "nurses"] {
            let mut group = mention(text, group, MentionKind::Nominal, Some(EntityKind::Group));
            group.plural = true;
            reading.mentions.push(group);
        }
        let mut they = mention(text, "They", MentionKind::Pronoun, None);
        (they.plural, they.sentence) = (true, 1);
        reading.mentions.push(they);
        let mut asked = claim(&reading, claim_type, 16);
        asked.actor.push(Argument { head: span(text, "Union"), ..argument(span(text, "Tavan Union")) });
        let mut help = claim(&reading, ClaimType::Deploy, 26);
        help.actor.extend([argument(span(text, "clerks")), argument(span(text, "nurses"))]);
        let mut urged = claim(&reading, claim_type, 55);
        urged.sentence = 1;
        urged.actor.push(argument(span(text, "They")));
        reading.claims.extend([asked, help, urged]);
        let resolution = resolve::document(&document(text, None), reading, &lexicon, &gazetteer);
        let urged = resolution.reading.claims.last().unwrap();
        urged.actor.iter().map(|argument| name(&resolution, argument)).collect::<Vec<String>>()
    };
    assert_eq!(they(ClaimType::Demand), ["Tavan Union (organisation)"]);
    assert_eq!(they(ClaimType::Capture), ["clerks (group)", "nurses (group)"]);
}
