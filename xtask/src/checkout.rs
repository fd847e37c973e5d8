use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders of one checkout.
#[derive(Debug)]
pub struct Checkout {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo builds; `target/` unless the user's cargo says otherwise.
    pub target: PathBuf,
}

impl Checkout {
    /// The checkout this program was built from.
    pub fn find() -> Result<Checkout> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_path_buf();
        if !root.join("Cargo.toml").is_file() {
            bail!(
                "expected the checkout at {}, found none: was it moved? Run `cargo clean` and the task again",
                root.display()
            );
        }
        let metadata = cargo_metadata(&root, &["--no-deps"])?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
        Ok(Checkout { target: target.into(), root })
    }

    /// A path below the root.
    pub fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// Where set-up keeps what it downloads.
    pub fn downloads(&self) -> PathBuf {
        self.target.join("downloads")
    }

    /// A program that cargo built in a profile's folder: `debug` or `release`.
    pub fn built(&self, profile: &str, program: &str) -> PathBuf {
        self.target.join(profile).join(format!("{program}{}", env::consts::EXE_SUFFIX))
    }

    /// A call of cargo in the root.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(cargo());
        command.current_dir(&self.root);
        command
    }
}

/// What `cargo metadata` says about a workspace.
pub fn cargo_metadata(root: &Path, arguments: &[&str]) -> Result<serde_json::Value> {
    let out = Command::new(cargo())
        .args(["metadata", "--format-version", "1"])
        .args(arguments)
        .current_dir(root)
        .output()
        .context("cargo could not be started")?;
    if !out.status.success() {
        bail!("cargo metadata failed:\n{}", String::from_utf8_lossy(&out.stderr).trim());
    }
    serde_json::from_slice(&out.stdout).context("cargo metadata did not answer in JSON")
}

fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
