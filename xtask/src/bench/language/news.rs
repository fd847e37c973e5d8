//! What text is the engine measured on?
//!
//! News of invented wars, made from templates: always the same, some 30,000 words, with towns, people and groups that are
//! new in each article, so that about as many words are met for the first time as in real news.

use std::fmt::Write;

const ARTICLES: usize = 54;
const PARAGRAPHS: usize = 9;
const SENTENCES: usize = 3;

/// Sentences. `{t}` is a town of the article, `{p}` a person, `{g}` a group, `{c}` a country, `{n}` and `{m}` numbers, `{d}`
/// a day, `{v}` something done, `{o}` a thing, `{a}` a quality, `{w}` a weapon; `{P}` is a person and `{s}` a quarter only named once.
const TEMPLATES: [&str; 36] = [
    "At least {n} people were killed and {m} wounded when {w} struck a {a} {o} in the {s} quarter of {t} on {d}, local officials said.",
    "{g} said in a statement that its fighters had {v} a {o} near {s}, a village close to {t}, but {p} denied the report.",
    "{p}, who commands the {n}th Brigade of {c}, told reporters that the town of {t} would be retaken \"within days\".",
    "According to {P}, a {a} resident of {s} reached by telephone, the shelling began shortly after {n} a.m. and did not stop until {d}.",
    "The army of {c} has {v} more than {m} {o}s around {s} since {d}, the ministry of defence announced.",
    "It was not clear who had ordered the attack, and no group has claimed responsibility.",
    "Witnesses described seeing {w} over the {a} hills between {t}, {s} and {t2}, where {g} is believed to hold two villages.",
    "\"We didn't leave our homes for this,\" said {P}, {n}, whose brother was abducted from {t} last year.",
    "Diplomats from {c} and {c2} are expected to meet in {t2} on {d} to discuss a ceasefire that neither side has honoured.",
    "The {a} road to {t} was reportedly cut by {g}, leaving some {m} families without food, water or electricity.",
    "{p} accused {c2} of arming {g} with {w}, a charge that its foreign minister, {P}, rejected as baseless.",
    "Hospitals in {t} received {n} bodies from {s}, among them those of {m} children, the health office said.",
    "Nearly half of the {o}s that were {v} in {t2} belonged to people who had fled months earlier.",
    "If the talks fail, aid workers warn, {m} more people could be driven towards the border with {c}.",
    "Between {n} and {m} fighters withdrew from {t}, but others were said to have stayed behind in {a} clothes.",
    "A convoy of {n} trucks came under fire at {s} before it reached {t2}; the drivers, all from {c2}, survived.",
    "{g}, which split from a larger front in 2031, has about {m} members, most of them from around {s} and {t}.",
    "Earlier this month {p} vowed that {c} would never give up the {o} it had {v}.",
    "An investigator who asked not to be named said that {w} of the same type had been found in {t}, {t2} and elsewhere.",
    "The observatory, based in {c2}, counted {m} strikes on {d} alone, {n} of them on the {a} quarters of {s}.",
    "Asked whether the {o} had been {v} on purpose, {P} said he couldn't comment while the inquiry went on.",
    "By {d}, government forces had pushed {g} out of the {a} outskirts and were holding the bridge at {s}.",
    "On a field outside {s} the two sides exchanged {n} prisoners, including a nephew of {p}, under a deal brokered by {c2}.",
    "State television showed what it called the wreckage of {w}, though the pictures could not be verified.",
    "{P}, an analyst in {c2}, believes that the offensive was meant to draw troops away from {t}.",
    "Schools in {s} have been closed since {d}, and the only bakery that still worked was {v} on the same night.",
    "The commander's deputy, {P}, was arrested at the airport with ${n}.{m} million in cash, the prosecutor's office said.",
    "Not all of the {m} men who laid down their arms in {t} were soldiers, the mayor, {P}, pointed out.",
    "{c} has recalled its ambassador, expelled {n} diplomats and closed the crossings at {t2} and {s}.",
    "What had happened to the {a} {o} nobody could say; its owner, {P}, hasn't been seen since.",
    "The deputies voted by {m} to {n} to send another battalion, equipped with {w}, to the {a} district of {t}.",
    "Later that evening a second explosion, heard as far away as {t2}, destroyed a {o} on {s} street used by {g}.",
    "Of the {m} hostages taken on {d}, {n} have been freed, and the fate of the others remains unknown.",
    "He added that the fighting around {s} had been \"the heaviest in years\" and blamed {c2} for it.",
    "Photographs taken by {P} from the roof of the {s} hotel show {a} smoke rising above the {o}, where {n} guards of the {s} company had been stationed.",
    "On {d} the council condemned the killing of {P}, a {a} nurse from {t}, and called for an end to the siege.",
];

const DONE: [&str; 30] = [
    "captured",
    "shelled",
    "burned down",
    "looted",
    "evacuated",
    "rebuilt",
    "mined",
    "surrounded",
    "searched",
    "seized",
    "bombed",
    "abandoned",
    "stormed",
    "flooded",
    "blockaded",
    "raided",
    "vacated",
    "patrolled",
    "demolished",
    "occupied",
    "fenced off",
    "set alight",
    "emptied",
    "repaired",
    "sealed",
    "inspected",
    "hit twice",
    "defended",
    "handed over",
    "retaken",
];
const THINGS: [&str; 40] = [
    "checkpoint",
    "bakery",
    "warehouse",
    "barracks",
    "school",
    "market",
    "pumping station",
    "depot",
    "monastery",
    "bridge",
    "hospital",
    "radio mast",
    "power station",
    "police post",
    "cinema",
    "grain silo",
    "water tower",
    "tannery",
    "clinic",
    "post office",
    "orchard",
    "quarry",
    "ferry",
    "court house",
    "stable",
    "granary",
    "prison",
    "workshop",
    "railway yard",
    "dam",
    "cemetery",
    "tollgate",
    "library",
    "garage",
    "brickworks",
    "wool mill",
    "flour mill",
    "observatory",
    "customs shed",
    "tunnel",
];
const QUALITIES: [&str; 38] = [
    "northern",
    "crowded",
    "half-empty",
    "rebel-held",
    "wealthy",
    "elderly",
    "disputed",
    "well-known",
    "black",
    "narrow",
    "fortified",
    "young",
    "eastern",
    "silent",
    "long-besieged",
    "civilian",
    "mountainous",
    "abandoned",
    "overcrowded",
    "wooded",
    "muddy",
    "western",
    "impoverished",
    "ancient",
    "marshy",
    "barren",
    "quiet",
    "bombed-out",
    "hastily built",
    "unlit",
    "riverside",
    "southern",
    "snowbound",
    "predominantly rural",
    "notorious",
    "windowless",
    "smouldering",
    "unfinished",
];
const WEAPONS: [&str; 20] = [
    "artillery shells",
    "a drone",
    "two helicopters",
    "cruise missiles",
    "a car bomb",
    "mortar rounds",
    "122mm rockets",
    "barrel bombs",
    "anti-tank missiles",
    "fighter jets",
    "incendiary bombs",
    "a guided rocket",
    "machine guns",
    "two gunboats",
    "cluster munitions",
    "a mined lorry",
    "howitzers",
    "reconnaissance aircraft",
    "a suicide vest",
    "tank rounds",
];
const DAYS: [&str; 12] = [
    "Monday",
    "Tuesday night",
    "Wednesday",
    "Thursday morning",
    "Friday",
    "Saturday",
    "Sunday",
    "March 3",
    "Jan. 19",
    "12 July",
    "the first day of the feast",
    "October 28, 2033",
];
const FIRST: [&str; 24] = [
    "Be", "Dor", "Ka", "Lu", "Mi", "Na", "Os", "Pel", "Qa", "Ru", "Sa", "Te", "Ul", "Va", "Wen", "Ya", "Zor", "Ag",
    "Eb", "Fal", "Gri", "Hal", "Is", "Jo",
];
const MIDDLE: [&str; 16] =
    ["", "li", "ra", "men", "sto", "va", "ne", "dar", "ko", "ri", "tan", "zu", "la", "mo", "ber", "shi"];
const LAST: [&str; 20] = [
    "k", "n", "sk", "ra", "th", "dov", "mar", "lin", "ven", "qa", "rat", "ster", "lo", "ght", "jan", "pur", "burg",
    "stan", "eh", "ic",
];

/// A row of numbers that look thrown.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list[self.roll(list.len())]
    }

    fn word(&mut self) -> String {
        [self.pick(&FIRST), self.pick(&MIDDLE), self.pick(&LAST)].concat()
    }

    fn person(&mut self) -> String {
        format!("{} {}", self.word(), self.word())
    }
}

/// Who and where the reports of a war are about.
struct World {
    towns: [String; 4],
    countries: [String; 2],
    leader: String,
    group: String,
}

impl World {
    fn new(dice: &mut Dice) -> World {
        World {
            towns: [
                dice.word(),
                dice.word(),
                format!("Old {}", dice.word()),
                format!("{}-{}", dice.word(), dice.word()),
            ],
            countries: [format!("{}ia", dice.word()), format!("{}land", dice.word())],
            leader: dice.person(),
            group: format!("the {} Front", dice.word()),
        }
    }

    /// Adds paragraphs of [`SENTENCES`] sentences.
    fn tell(&self, dice: &mut Dice, paragraphs: usize, text: &mut String) {
        for paragraph in 0..paragraphs {
            if paragraph > 0 {
                text.push_str("\n\n");
            }
            for sentence in 0..SENTENCES {
                if sentence > 0 {
                    text.push(' ');
                }
                self.sentence(dice, text);
            }
        }
    }

    fn sentence(&self, dice: &mut Dice, text: &mut String) {
        let template = dice.pick(&TEMPLATES);
        let mut parts = template.split(['{', '}']);
        while let Some(plain) = parts.next() {
            text.push_str(plain);
            let _ = match parts.next() {
                Some("t" | "t2") => write!(text, "{}", self.towns[dice.roll(4)]),
                Some("c" | "c2") => write!(text, "{}", self.countries[dice.roll(2)]),
                Some("p") => write!(text, "{}", self.leader),
                Some("P") => write!(text, "{}", dice.person()),
                Some("s") => write!(text, "{}", dice.word()),
                Some("g") => write!(text, "{}", self.group),
                Some("n") => write!(text, "{}", 2 + dice.roll(48)),
                Some("m") => write!(text, "{}", 30 + dice.roll(1970)),
                Some("d") => write!(text, "{}", dice.pick(&DAYS)),
                Some("v") => write!(text, "{}", dice.pick(&DONE)),
                Some("o") => write!(text, "{}", dice.pick(&THINGS)),
                Some("a") => write!(text, "{}", dice.pick(&QUALITIES)),
                Some("w") => write!(text, "{}", dice.pick(&WEAPONS)),
                _ => Ok(()),
            };
        }
    }
}

/// The benchmark's text: articles parted by lines of `%%`, paragraphs by empty lines.
pub fn text() -> String {
    let mut dice = Dice(2031);
    let mut text = String::new();
    for article in 0..ARTICLES {
        if article > 0 {
            text.push_str("\n%%\n");
        }
        World::new(&mut dice).tell(&mut dice, PARAGRAPHS, &mut text);
    }
    text
}

/// Reports of one war; the next are of another.
const WAR: usize = 50;

/// A short report: a headline, its day within two years, three paragraphs. The same number gives the same report.
pub fn report(number: usize) -> String {
    let dice = |seed: usize| Dice((seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let world = World::new(&mut dice(number / WAR));
    let mut dice = dice(usize::MAX / 2 + number);
    let (year, month, day) = (2033 + dice.roll(2), 1 + dice.roll(12), 1 + dice.roll(28));
    let mut text = format!("News from {}\n{year}-{month:02}-{day:02}\n\n", world.towns[dice.roll(4)]);
    world.tell(&mut dice, 3, &mut text);
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn the_text_is_long_and_its_words_are_many() {
        let text = super::text();
        let words: Vec<&str> = text.split_whitespace().collect();
        let distinct: BTreeSet<&str> = words.iter().copied().collect();
        assert!(words.len() > 28_000, "{} words", words.len());
        assert!(distinct.len() * 10 > words.len(), "{} distinct words of {}", distinct.len(), words.len());
        assert!(!text.contains(['{', '}']));
        assert_eq!(text, super::text());
    }

    #[test]
    fn reports_of_one_war_are_of_the_same_places_and_differ() {
        let towns = |number| super::World::new(&mut super::Dice(number)).towns;
        assert_ne!(towns(1), towns(2));
        let reports: BTreeSet<String> = (0..200).map(super::report).collect();
        assert_eq!(reports.len(), 200);
        assert_eq!(super::report(7), super::report(7));
        assert!(reports.iter().all(|report| report.split_whitespace().count() > 60 && !report.contains(['{', '}'])));
    }
}
