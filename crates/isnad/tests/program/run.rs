use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The program, with nothing typed yet and no terminal around it.
pub fn isnad() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isnad"));
    command.stdin(Stdio::null()).env_remove("RUST_BACKTRACE");
    command
}

/// What came of a command.
pub struct Said {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Runs the program in `folder` with these words.
pub fn run(folder: &Path, words: &[&str]) -> Said {
    said(&isnad().current_dir(folder).args(words).output().unwrap())
}

pub fn said(output: &Output) -> Said {
    Said {
        status: output.status.code(),
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        err: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// The record of a case as text.
pub fn dump(path: &Path) -> String {
    case::Case::view(path).unwrap().dump().unwrap()
}
