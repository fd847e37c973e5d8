//! Made-up reports on a made-up war.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.roll(all.len() as u64) as usize]
    }
}

const WHO: &[&str] =
    &["The Velian army", "Rebels of the Amber Front", "A border brigade", "Militiamen from Tavan", "The Harbour Guard"];
const DEED: &[&str] = &[
    "captured the town of Borova",
    "shelled the village of Korm",
    "withdrew from the bridge at Dray",
    "killed at least 12 soldiers near Port Amel",
    "sent 300 fighters to the Sule valley",
    "attacked a convoy on the coast road",
    "released nine prisoners in Tavan",
];
const WHEN: &[&str] = &["on Monday", "on 3 March 2031", "last week", "in early February", "on the following day"];
const SAYS: &[&str] = &[
    ", the governor of Tavan said",
    ", according to the Amber Front",
    "",
    ", a source close to the army told the Tavan Courier",
    ", officials in Port Amel claimed",
    "",
];
const OUTLETS: &[&str] = &["Tavan Courier", "Port Amel Post", "Velian Wire", "The Korm Gazette"];

/// Writes `number` reports of about `sentences` sentences, with a `reports.csv` that gives outlet and day of most.
pub fn write(folder: &Path, number: u64, sentences: u64, seed: u64) {
    let mut dice = Dice(seed);
    let head = "file,title,outlet,date\n";
    let mut beside = [("north", head.to_string()), ("south", head.to_string())];
    for n in 0..number {
        let mut text = format!("Day {n} of the war in Velia\n\n");
        for s in 0..sentences {
            let _ = write!(text, "{} {} {}{}. ", dice.pick(WHO), dice.pick(DEED), dice.pick(WHEN), dice.pick(SAYS));
            if s % 4 == 3 {
                text.push_str("\n\n");
            }
        }
        let (side, csv) = &mut beside[usize::from(n % 3 != 0)];
        let name = format!("report-{n:03}.txt");
        fs::create_dir_all(folder.join(&side)).unwrap();
        fs::write(folder.join(&side).join(&name), text).unwrap();
        if n % 5 != 4 {
            let _ = writeln!(csv, "{name},,{},2031-03-{:02}", dice.pick(OUTLETS), 1 + n % 28);
        }
    }
    for (side, csv) in beside {
        fs::write(folder.join(side).join("reports.csv"), csv).unwrap();
    }
}
