//! Who may ask the case file, and how many at once?
//!
//! SQLite blocks while it answers, so questions run on threads of their own; a few connections, opened to read only, are
//! kept and lent out; whoever writes gets one of his own. Each sees the record as it was when its question began, also while `isnad read` adds to the file.

use crate::error::ApiError;
use case::{Case, CaseError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

/// Questions that are answered at the same time; more than a few only wait for the same disk.
const CONNECTIONS: usize = 4;

/// The connections to one case file.
pub(crate) struct Pool {
    path: PathBuf,
    idle: Arc<Mutex<Vec<Case>>>,
    seats: Arc<Semaphore>,
    /// One writes at a time.
    pen: Arc<Semaphore>,
}

impl Pool {
    /// Opens the case file; brings an older schema up to date where the file may be written.
    pub(crate) fn open(path: &Path) -> Result<Pool, CaseError> {
        let first = Case::open(path)?.another()?;
        Ok(Pool {
            path: path.to_path_buf(),
            idle: Arc::new(Mutex::new(vec![first])),
            seats: Arc::new(Semaphore::new(CONNECTIONS)),
            pen: Arc::new(Semaphore::new(1)),
        })
    }

    /// Name of the case file, without folders.
    pub(crate) fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    /// Runs `question` on a connection, away from the threads that serve.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Case) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let seat = Arc::clone(&self.seats).acquire_owned().await.map_err(ApiError::case_file)?;
        let (idle, path) = (Arc::clone(&self.idle), self.path.clone());
        let answered = tokio::task::spawn_blocking(move || {
            let kept = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let case = match kept {
                Some(case) => case,
                None => Case::view(&path)?,
            };
            let answer = question(&case);
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(case);
            drop(seat);
            answer
        });
        answered.await.map_err(ApiError::case_file)?
    }

    /// Runs `work` on a connection that may write, away from the threads that serve, one after the other.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Case) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let pen = Arc::clone(&self.pen).acquire_owned().await.map_err(ApiError::case_file)?;
        let path = self.path.clone();
        let done = tokio::task::spawn_blocking(move || {
            let mut case = Case::open(&path)?;
            if !case.is_writable() {
                return Err(ApiError::no_decision("a case file that cannot be written"));
            }
            let done = work(&mut case);
            drop(pen);
            done
        });
        done.await.map_err(ApiError::case_file)?
    }
}
