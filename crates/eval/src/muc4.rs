//! How well are the incident templates of MUC-4 filled?
//!
//! A report of 1990 on "a bomb that peasants say the army threw" has a template: type `BOMBING`, perpetrators, targets,
//! victims, weapon. Ours are made from claims: those of one incident type in a report make one template. Actors that are organisations or
//! states are `PerpOrg`, others `PerpInd`; who is killed or seized is a `Victim`, as is any other target that is a person
//! or group; other targets are `Target`. Instruments are no role of a claim, so `Weapon` stays empty.
//!
//! Counted as the scorer of GTT does: templates are paired when their types agree, best pair first; then
//! the type and each entity of a role counts once. An entity is right when one of its names is one of the answer key's
//! strings (exact), or when one of the two holds the other word for word (contained). Templates and fills that the key marks as optional
//! count when they are found and are not missed when they are not.

use crate::chain::{Chain, Read};
use crate::labels::Labels;
use crate::set::Folder;
use crate::{Counts, Figure, Lines};
use anyhow::Result;
use case::query::{ArgumentRow, ClaimRow};
use model::{ClaimType, Modality, Polarity};
use serde::Deserialize;
use std::collections::BTreeMap;

const SET: &str = "muc4";

/// The roles that strings fill, in the order of the figures.
const ROLES: [&str; 5] = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"];

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    official_split: String,
    date: Option<String>,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Row {
    doc: String,
    optional: bool,
    slots: BTreeMap<String, Vec<String>>,
    fills: Vec<Fill>,
}

#[derive(Debug, Deserialize)]
struct Fill {
    slot: String,
    optional: bool,
    mentions: Vec<Mention>,
}

#[derive(Debug, Deserialize)]
struct Mention {
    text: String,
}

/// One entity of a role: all its names, as words in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filler {
    names: Vec<Vec<String>>,
    optional: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Template {
    /// More than one where the key allows either.
    types: Vec<String>,
    optional: bool,
    /// In the order of [`ROLES`].
    roles: [Vec<Filler>; 5],
}

/// Measures TST1 and TST2 as the dev part, TST3 and TST4 as the test part.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let labels = Labels::of(SET)?;
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let mut keys: BTreeMap<String, Vec<Template>> = BTreeMap::new();
    for row in folder.lines::<Row>("templates.jsonl")?.rows {
        keys.entry(row.doc.clone()).or_default().push(key(&row));
    }
    let mut figures = Vec::new();
    for part in ["dev", "test"] {
        let texts: Vec<&Text> = texts.rows.iter().filter(|text| text.official_split == part).collect();
        let documents =
            texts.iter().map(|text| chain.report(&format!("{}.txt", text.id), &text.text, text.date.as_deref(), None));
        let reads = chain.read(documents.collect::<Result<Vec<_>>>()?)?;
        let mut scores = [Score::default(), Score::default()];
        for (text, read) in texts.iter().zip(&reads) {
            let none = Vec::new();
            let keys = keys.get(&text.id).unwrap_or(&none);
            let found = templates(read, &labels);
            scores[0].add(&found, keys, equal);
            scores[1].add(&found, keys, contained);
        }
        let [exact, contained] = scores;
        figures.push(Figure::f1(SET, part, "all slots, exact, micro F1", exact.all()));
        figures.push(Figure::f1(SET, part, "all slots, contained, micro F1", contained.all()));
        figures.push(Figure::f1(SET, part, "incident type, F1", contained.types));
        for (role, counts) in ROLES.iter().zip(contained.roles) {
            figures.push(Figure::f1(SET, part, &format!("{role}, contained, F1"), counts));
        }
    }
    Ok(figures)
}

/// A template of the answer key.
fn key(row: &Row) -> Template {
    let types = row.slots.get("type").into_iter().flatten();
    let mut template = Template {
        types: types
            .flat_map(|of| of.split('/'))
            .map(|of| of.trim().trim_start_matches('?').trim().to_string())
            .collect(),
        optional: row.optional,
        ..Template::default()
    };
    for fill in &row.fills {
        let role = match fill.slot.as_str() {
            "perp_individual" => 0,
            "perp_organization" => 1,
            "phys_target" => 2,
            "human_target_name" => 3,
            "instrument" => 4,
            // Descriptions are read from the slot, which says whose they are.
            _ => continue,
        };
        let names = fill.mentions.iter().map(|mention| words(&mention.text)).collect();
        template.roles[role].push(Filler { names, optional: fill.optional });
    }
    for entry in row.slots.get("human_target_description").into_iter().flatten() {
        let (described, named) = entry.split_once("\": \"").unwrap_or((entry, ""));
        let names = |text: &str| text.split('"').map(words).filter(|w| !w.is_empty()).collect::<Vec<_>>();
        let (described, named) = (names(described.trim_start_matches('?')), names(named));
        let known = template.roles[3].iter_mut().find(|victim| named.iter().any(|name| victim.names.contains(name)));
        match known {
            Some(victim) => victim.names.extend(described),
            None if described.is_empty() => {}
            None => template.roles[3].push(Filler { names: described, optional: entry.starts_with('?') }),
        }
    }
    template
}

/// The templates that the claims of a report come to.
fn templates(read: &Read, labels: &Labels) -> Vec<Template> {
    let mut templates: BTreeMap<&'static str, Template> = BTreeMap::new();
    for claim in read.claims.iter().filter(|claim| is_told(claim)) {
        let Some(label) = labels.of_claim(claim) else { continue };
        let template = templates.entry(label).or_default();
        template.types = vec![label.to_string()];
        for actor in &claim.actor {
            let role = usize::from(is_of(actor, &["organisation", "state"]));
            put(&mut template.roles[role], actor);
        }
        let of_people = [ClaimType::Casualties, ClaimType::Detain].iter().any(|of| of.as_str() == claim.claim_type);
        for target in &claim.target {
            let person = of_people || is_of(target, &["person", "group"]);
            put(&mut template.roles[if person { 3 } else { 2 }], target);
        }
    }
    templates.into_values().collect()
}

/// True for what is told as having happened, and for threats.
fn is_told(claim: &ClaimRow) -> bool {
    let told = [Modality::Fact, Modality::Claimed].iter().any(|of| of.as_str() == claim.modality);
    claim.claim_type == ClaimType::Threaten.as_str() || (told && claim.polarity == Polarity::Positive.as_str())
}

fn is_of(argument: &ArgumentRow, kinds: &[&str]) -> bool {
    argument.entity.as_ref().is_some_and(|entity| kinds.contains(&entity.kind.as_str()))
}

/// Adds an entity, or its words to the entity of that name.
fn put(role: &mut Vec<Filler>, argument: &ArgumentRow) {
    let mut names = vec![words(&argument.words)];
    names.extend(argument.name().map(words));
    names.retain(|name| !name.is_empty());
    match role.iter_mut().find(|filler| names.iter().any(|name| filler.names.contains(name))) {
        Some(filler) => filler.names.extend(names),
        None if names.is_empty() => {}
        None => role.push(Filler { names, optional: false }),
    }
}

/// The words of a name in lower case, without articles and marks.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.filter(|word| !matches!(word.as_str(), "the" | "a" | "an")).collect()
}

type Same = fn(&Filler, &Filler) -> bool;

fn equal(found: &Filler, key: &Filler) -> bool {
    found.names.iter().any(|name| key.names.contains(name))
}

fn contained(found: &Filler, key: &Filler) -> bool {
    let holds = |long: &[String], short: &[String]| long.windows(short.len().max(1)).any(|words| words == short);
    found.names.iter().any(|one| key.names.iter().any(|other| holds(one, other) || holds(other, one)))
}

#[derive(Clone, Copy, Debug, Default)]
struct Score {
    types: Counts,
    roles: [Counts; 5],
}

impl Score {
    fn all(self) -> Counts {
        let mut all = self.types;
        self.roles.iter().for_each(|counts| all.add(*counts));
        all
    }

    /// Adds the templates of one report and of its key.
    fn add(&mut self, found: &[Template], keys: &[Template], same: Same) {
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for (f, one) in found.iter().enumerate() {
            for (k, key) in keys.iter().enumerate().filter(|(_, key)| one.types.iter().any(|of| key.types.contains(of)))
            {
                let right = (0..ROLES.len()).map(|role| roles(&one.roles[role], &key.roles[role], same).right).sum();
                pairs.push((right, f, k));
            }
        }
        pairs.sort_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut mates, mut used) = (BTreeMap::new(), vec![false; keys.len()]);
        for (_, f, k) in pairs {
            if !mates.contains_key(&f) && !used[k] {
                mates.insert(f, k);
                used[k] = true;
            }
        }
        let none = Template::default();
        for (f, one) in found.iter().enumerate() {
            let key = mates.get(&f).map(|&k| &keys[k]);
            self.types.add(Counts::new(usize::from(key.is_some()), 1, usize::from(key.is_some())));
            for role in 0..ROLES.len() {
                self.roles[role].add(roles(&one.roles[role], &key.unwrap_or(&none).roles[role], same));
            }
        }
        for (key, _) in keys.iter().zip(used).filter(|(key, used)| !used && !key.optional) {
            self.types.add(Counts::new(0, 0, 1));
            for role in 0..ROLES.len() {
                self.roles[role].add(roles(&[], &key.roles[role], same));
            }
        }
    }
}

/// The entities of one role, each used once.
fn roles(found: &[Filler], key: &[Filler], same: Same) -> Counts {
    let mut used = vec![false; key.len()];
    for filler in found {
        if let Some(at) = (0..key.len()).find(|&at| !used[at] && same(filler, &key[at])) {
            used[at] = true;
        }
    }
    let right = used.iter().filter(|used| **used).count();
    let marked = key.iter().zip(&used).filter(|(filler, used)| **used || !filler.optional).count();
    Counts::new(right, found.len(), marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filler(names: &[&str], optional: bool) -> Filler {
        Filler { names: names.iter().map(|name| words(name)).collect(), optional }
    }

    fn template(of: &str, perp: &[Filler], victims: &[Filler], optional: bool) -> Template {
        let roles = [perp.to_vec(), Vec::new(), Vec::new(), victims.to_vec(), Vec::new()];
        Template { types: vec![of.to_string()], optional, roles }
    }

    #[test]
    fn names_are_equal_or_contained() {
        let key = filler(&["MAYOR ANTON BREK", "THE MAYOR"], false);
        assert!(equal(&filler(&["the mayor"], false), &key));
        assert!(!equal(&filler(&["Anton Brek"], false), &key) && contained(&filler(&["Anton Brek"], false), &key));
        assert!(!contained(&filler(&["major"], false), &key), "whole words");
    }

    #[test]
    fn templates_are_paired_by_type_and_each_entity_counts_once() {
        let found = [
            template(
                "ATTACK",
                &[filler(&["rebels"], false)],
                &[filler(&["Anton Brek"], false), filler(&["him"], false)],
                false,
            ),
            template("BOMBING", &[], &[], false),
        ];
        let keys = [
            template(
                "ATTACK",
                &[filler(&["rebels"], false)],
                &[filler(&["Anton Brek"], false), filler(&["aide"], true)],
                false,
            ),
            template("KIDNAPPING", &[filler(&["guerrillas"], false)], &[], false),
            template("ROBBERY", &[filler(&["thieves"], false)], &[], true),
        ];
        let mut score = Score::default();
        score.add(&found, &keys, equal);
        assert_eq!(score.types, Counts::new(1, 2, 2));
        assert_eq!(score.roles[0], Counts::new(1, 1, 2));
        // `him` is wrong; the optional aide is not missed.
        assert_eq!(score.roles[3], Counts::new(1, 2, 1));
        assert_eq!(score.all(), Counts::new(3, 5, 5));
    }

    #[test]
    fn a_description_with_a_name_is_one_victim() {
        let row: Row = serde_json::from_str(
            r#"{"doc":"D","optional":false,"slots":{"type":["BOMBING / ATTACK"],
                "human_target_description":["\"MAYOR OF VELNA\": \"ANTON BREK\"","?\"PEASANTS\" / \"FARMERS\""]},
                "fills":[{"slot":"human_target_name","optional":false,"mentions":[{"text":"ANTON BREK"}]},
                         {"slot":"human_target_description","optional":false,"mentions":[{"text":"MAYOR OF VELNA"}]}]}"#,
        )
        .expect("a row");
        let key = key(&row);
        assert_eq!(key.types, ["BOMBING", "ATTACK"]);
        assert_eq!(
            key.roles[3],
            [filler(&["Anton Brek", "mayor of Velna"], false), filler(&["peasants", "farmers"], true)]
        );
    }
}
