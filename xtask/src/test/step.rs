use super::count::{self, Count};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::Instant;

/// The checks of one run, in order, with what came of them.
#[derive(Debug, Default)]
pub struct Steps {
    count: Count,
    failed: Vec<String>,
    skipped: Vec<String>,
}

impl Steps {
    /// Runs a check, shows what it prints and counts its tests.
    pub fn run(&mut self, name: &str, command: &mut Command) {
        println!("── {name}");
        let start = Instant::now();
        match counted(command) {
            Ok((fine, mut count)) => {
                // What printed no count is one check; what failed without a failed test failed as a whole.
                if fine && count == Count::default() {
                    count.passed = 1;
                }
                if !fine && count.failed == 0 {
                    count.failed = 1;
                }
                if count.failed > 0 {
                    self.failed.push(format!("{name}: {} failed", count.failed));
                }
                self.count.add(count);
                let seconds = start.elapsed().as_secs();
                println!("   {name}: {} passed, {} failed in {seconds} s", count.passed, count.failed);
            }
            Err(error) => self.fail(name, &format!("could not be started: {error}")),
        }
    }

    /// Counts a check that could not run as failed.
    pub fn fail(&mut self, name: &str, why: &str) {
        println!("── {name}\n   {why}");
        self.count.failed += 1;
        self.failed.push(format!("{name}: {why}"));
    }

    /// Sets a check aside, with the reason.
    pub fn skip(&mut self, name: &str, why: &str) {
        println!("── {name}\n   skipped: {why}");
        self.skipped.push(format!("{name}: {why}"));
    }

    /// Prints what failed and was skipped and, as the last line, the count.
    pub fn close(&self) -> ExitCode {
        println!();
        self.skipped.iter().for_each(|line| println!("skipped  {line}"));
        self.failed.iter().for_each(|line| println!("failed   {line}"));
        println!("{} passed, {} failed", self.count.passed, self.count.failed);
        if self.count.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Runs a command, passes its output on and adds up the counts in it.
fn counted(command: &mut Command) -> std::io::Result<(bool, Count)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let stdout = child.stdout.take().map(|from| thread::spawn(|| pass_on(from, std::io::stdout())));
    let stderr = child.stderr.take().map(|from| thread::spawn(|| pass_on(from, std::io::stderr())));
    let mut count = Count::default();
    for reader in [stdout, stderr].into_iter().flatten() {
        count.add(reader.join().unwrap_or_default());
    }
    Ok((child.wait()?.success(), count))
}

fn pass_on(from: impl Read, mut to: impl Write) -> Count {
    let mut count = Count::default();
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
        // A reader of ours that has gone away must not stop the check.
        let _ = to.write_all(&line);
        if let Some(found) = count::of_line(&String::from_utf8_lossy(&line)) {
            count.add(found);
        }
        line.clear();
    }
    count
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_check_counts_its_tests_or_itself_and_a_broken_one_fails() {
        let mut steps = Steps::default();
        steps.run("counted", &mut shell("echo '3 passed, 0 failed'; echo 'ℹ pass 2' >&2"));
        steps.run("plain", &mut shell("exit 0"));
        assert_eq!(steps.count, Count { passed: 6, failed: 0 });
        steps.run("broken", &mut shell("echo '4 passed'; exit 1"));
        steps.run("absent", &mut Command::new("/no/such/program"));
        assert_eq!(steps.count, Count { passed: 10, failed: 2 });
        steps.skip("aside", "nothing to look at");
        assert_eq!(steps.failed.len(), 2);
        assert_eq!(steps.close(), ExitCode::FAILURE);
    }
}
