//! What does a running `isnad serve` answer?
//!
//! The demo waits for its first page, a benchmark asks it one address after the other: `server.get("/api/overview")` gives the status
//! line and the body.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long the server may take until its first page.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a page may take.
const LONGEST: Duration = Duration::from_secs(600);

/// A running `isnad serve`, stopped when dropped.
#[derive(Debug)]
pub struct Server {
    /// The program.
    pub process: Child,
    /// `http://127.0.0.1:40123`, without a path.
    pub address: String,
}

impl Server {
    /// Starts the server on a free port and waits for the line that tells its address.
    pub fn start(isnad: &Path, case: &Path) -> Result<Server> {
        let mut process = Command::new(isnad)
            .arg("serve")
            .arg(case)
            .args(["--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} could not be started", isnad.display()))?;
        let mut said = String::new();
        if let Some(stdout) = process.stdout.take() {
            let mut stdout = BufReader::new(stdout);
            let mut line = String::new();
            while stdout.read_line(&mut line).is_ok_and(|length| length > 0) {
                if let Some(address) = address_in(&line) {
                    // The pipe stays read, so that the server can go on printing.
                    std::thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()));
                    return Ok(Server { process, address });
                }
                said.push_str(&line);
                line.clear();
            }
        }
        let status = process.wait()?;
        bail!("expected the server to tell its address, found that it ended with {status}\n{said}");
    }

    /// Waits until the server answers with its first page.
    pub fn first_page(&self) -> Result<()> {
        let start = Instant::now();
        loop {
            match self.get("/") {
                Ok((status, _)) if status.starts_with("HTTP/1.1 200") => return Ok(()),
                Ok((status, _)) => bail!("expected a page from the server, found {status:?}"),
                Err(error) if start.elapsed() > PATIENCE => return Err(error),
                Err(_) => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    /// The status line and the body of the answer to a path.
    pub fn get(&self, path: &str) -> Result<(String, Vec<u8>)> {
        let host = self.address.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).context("the server does not answer")?;
        stream.set_read_timeout(Some(LONGEST))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").context("expected the head of an answer")?;
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        Ok((head.lines().next().unwrap_or_default().to_string(), answer.split_off(end + 4)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The address in a line of the server: scheme, host and port.
fn address_in(line: &str) -> Option<String> {
    let from = &line[line.find("http://")?..];
    let host = &from["http://".len()..];
    let end = host
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '[' | ']' | '-')))
        .unwrap_or(host.len());
    Some(format!("http://{}", host[..end].trim_end_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_what_the_server_says() {
        assert_eq!(address_in("Serving demo.isnad at http://127.0.0.1:40123/ …\n").unwrap(), "http://127.0.0.1:40123");
        assert_eq!(address_in("http://[::1]:80.\n").unwrap(), "http://[::1]:80");
        assert_eq!(address_in("loading\n"), None);
    }
}
