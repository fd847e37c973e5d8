//! Does the manual show the help as the program prints it?
//!
//! `docs/commands.md` holds the help of each command, word for word. `RENEW_MANUAL=1 cargo test -p isnad --test manual` writes it
//! anew; read the difference before it is taken in.

use model::{ClaimType, Kind};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

const MANUAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/commands.md");

const HEAD: &str = "# The commands

The help of the program, as `isnad help COMMAND` prints it. A test keeps this page in step.

A case file is one SQLite file. It can be copied, mailed and opened by any program that knows SQLite; the comments in
[its schema](../crates/case/schema) tell what each table holds. While it is being written, `FILE-wal` and `FILE-shm`
stand beside it. Copy it when no `isnad read` is running, or copy the three together.

**What is the same everywhere.** The same reports, read by the same version of the program, give the same record: the same ids,
the same lists, the same exports byte for byte, whatever the order of the files, the number of jobs or runs, and the interruptions
between. The bytes of the case file itself are not the same: rows keep the order in which they came.
";

fn help_of(command: &[&str]) -> String {
    let out =
        Command::new(env!("CARGO_BIN_EXE_isnad")).args(command).arg("--help").env("COLUMNS", "100").output().unwrap();
    assert!(out.status.success(), "isnad {} --help", command.join(" "));
    let text = String::from_utf8(out.stdout).unwrap();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_string()
}

/// The names of the commands, from the overview.
fn subcommands(overview: &str) -> Vec<String> {
    let lines = overview.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names =
        lines.take_while(|line| !line.is_empty()).filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_string).collect()
}

#[test]
fn the_manual_shows_the_help_of_every_command() {
    let overview = help_of(&[]);
    let commands = subcommands(&overview);
    assert!(commands.len() >= 6, "expected the commands in the overview, found {commands:?}");
    let mut manual = String::from(HEAD);
    let _ = write!(manual, "\n## isnad\n\n```text\n{overview}\n```\n");
    for command in &commands {
        let help = help_of(&[command]);
        let _ = write!(manual, "\n## isnad {command}\n\n```text\n{help}\n```\n");
        for action in subcommands(&help) {
            let _ =
                write!(manual, "\n### isnad {command} {action}\n\n```text\n{}\n```\n", help_of(&[command, &action]));
        }
    }
    manual.push_str("\n## Types of claims\n\nFor `--type`, in the words of `data/vocabulary/claim_types.tsv`.\n");
    let lexicon = lexicon::Lexicon::load().unwrap();
    for kind in Kind::ALL {
        let _ = write!(manual, "\n### {kind}\n\n| type | what |\n| --- | --- |\n");
        for claim_type in ClaimType::ALL.iter().filter(|t| t.kind() == *kind) {
            let _ = writeln!(manual, "| `{claim_type}` | {} |", lexicon.vocabulary.claim_type(*claim_type).meaning);
        }
    }
    if std::env::var_os("RENEW_MANUAL").is_some() {
        fs::create_dir_all(Path::new(MANUAL).parent().unwrap()).unwrap();
        fs::write(MANUAL, &manual).unwrap();
    }
    let found = fs::read_to_string(MANUAL).unwrap_or_default().replace("\r\n", "\n");
    let differs =
        manual.lines().zip(found.lines().chain(std::iter::repeat(""))).find(|(wanted, found)| wanted != found);
    assert!(
        found == manual,
        "docs/commands.md is out of step; renew it with `RENEW_MANUAL=1 cargo test -p isnad --test manual`.\n\
         First difference (program, manual): {differs:?}"
    );
}

#[test]
fn every_command_that_a_document_shows_is_one() {
    let commands = subcommands(&help_of(&[]));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut shown = 0;
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "demo/README.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        for (at, line) in (1..).zip(text.lines()) {
            for (start, _) in line.match_indices("isnad ") {
                // Code only: what stands in a code block at the start of a line, or between backquotes.
                let (before, call) = (&line[..start], &line[start + "isnad ".len()..]);
                if !before.is_empty() && !before.ends_with('`') && !before.ends_with("release/") {
                    continue;
                }
                let name = call.split([' ', '`']).next().unwrap_or_default();
                let is_option = name.starts_with('-') || name == "help" || name.is_empty();
                assert!(is_option || commands.iter().any(|it| it == name), "{document}:{at}: there is no isnad {name}");
                let help =
                    help_of(&[name].into_iter().filter(|it| commands.iter().any(|c| c == it)).collect::<Vec<_>>());
                for option in
                    call.split(['`', '#']).next().unwrap_or_default().split_whitespace().filter(|w| w.starts_with("--"))
                {
                    assert!(help.contains(option), "{document}:{at}: isnad {name} has no {option}");
                }
                shown += 1;
            }
        }
    }
    assert!(shown >= 5, "expected the README to show the commands, found {shown}");
}

#[test]
fn every_command_has_examples() {
    for command in subcommands(&help_of(&[])).iter().filter(|name| *name != "about") {
        assert!(help_of(&[command]).contains("Examples:\n  isnad "), "isnad help {command} shows no example");
    }
    let help = help_of(&["export"]);
    for format in export::Format::ALL {
        let line = format!("  {:9} {}", format.as_str(), format.about());
        assert!(help.contains(&line), "{line}");
    }
}
