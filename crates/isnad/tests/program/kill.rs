//! Whatever moment the program ends at, no finished document is lost and the next run goes on.

use crate::reports::{self, Dice};
use crate::run::{dump, isnad, run};
use case::Case;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Kills that must hit a program at work.
const KILLS: u32 = 28;

#[test]
fn a_killed_run_loses_nothing_and_the_next_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    reports::write(&folder.path().join("reports"), 16, 24, 7);
    let words = |case: &str| ["read", "reports", "--case", case, "--jobs", "2"].map(str::to_string);

    let start = Instant::now();
    let whole = run(folder.path(), &words("whole.isnad").each_ref().map(String::as_str));
    // What a run takes, in microseconds; it follows the machine's load, so that kills go on hitting programs at work.
    let mut takes = start.elapsed().as_micros() as u64;
    assert_eq!(
        (whole.status, whole.err.lines().next()),
        (Some(0), Some("16 files: 16 read, 0 read with problems, 0 refused, 0 already in the case"))
    );
    let expected = dump(&folder.path().join("whole.isnad"));

    let mut dice = Dice(20_310_303);
    let (mut kills, mut between, mut round) = (0, 0, 0);
    while kills < KILLS {
        round += 1;
        assert!(round < 60, "{kills} kills in {round} rounds: the program ends before it can be killed");
        let name = format!("killed-{round}.isnad");
        let path = folder.path().join(&name);
        loop {
            let mut child = isnad()
                .current_dir(folder.path())
                .args(words(&name))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            sleep(Duration::from_micros(dice.roll(takes)));
            let ended = child.try_wait().unwrap().is_some();
            child.kill().unwrap();
            let status = child.wait().unwrap();
            if ended || status.success() {
                takes = takes * 4 / 5;
                break;
            }
            kills += 1;
            if !path.exists() {
                takes = takes * 6 / 5;
                continue;
            }
            // The file may have been made and not yet be a case: then it is as good as none, and the next run makes it.
            let Ok(case) = Case::open(&path) else {
                assert_eq!(std::fs::metadata(&path).unwrap().len(), 0, "only an empty file is no case");
                continue;
            };
            assert_eq!(case.verify().unwrap().findings, []);
            let documents = case.overview().unwrap().documents;
            between += u32::from(0 < documents && documents < 16);
        }
        let last = run(folder.path(), &words(&name).each_ref().map(String::as_str));
        assert_eq!(last.status, Some(0), "{}", last.err);
        assert!(dump(&path) == expected, "the record of {name} differs from that of an undisturbed run");
        assert_eq!(run(folder.path(), &["verify", &name]).status, Some(0));
    }
    assert!(between >= KILLS / 5, "only {between} of {kills} kills came between the first and the last document");
}
