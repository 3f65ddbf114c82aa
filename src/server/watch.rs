//! Files that change under a running server.
//!
//! They are looked at from time to time. Notices from the kernel would come sooner, yet they stay out on network file systems, and the number of those who may ask for
//! them is small on many machines; the links by which a cluster swaps the files of a ConfigMap are followed here like any others.

use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tokio::sync::Notify;

/// What files look like from outside: enough to tell that one of them was written to or swapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look(Vec<(PathBuf, u64, Option<SystemTime>)>);

/// How deep below a path files are looked at: the gazetteer is folders of files.
const DEPTH: usize = 2;

impl Look {
    /// Looks at files, and at the files in folders.
    pub fn at(paths: &[PathBuf]) -> Self {
        let mut seen = Vec::new();
        for path in paths {
            look(path, DEPTH, &mut seen);
        }
        seen.sort();
        Self(seen)
    }
}

fn look(path: &Path, depth: usize, seen: &mut Vec<(PathBuf, u64, Option<SystemTime>)>) {
    // What cannot be looked at is as good as away; the reload will say what is wrong with it.
    let Ok(about) = fs::metadata(path) else { return };
    if !about.is_dir() {
        seen.push((path.to_owned(), about.len(), about.modified().ok()));
    } else if depth > 0 {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            look(&entry.path(), depth - 1, seen);
        }
    }
}

/// Notifies `changed` each time the files differ from what they were at `loaded` and have stood still for `interval`: a copy at work is waited for.
pub(super) async fn watch(paths: Vec<PathBuf>, mut loaded: Look, interval: Duration, changed: &Notify) -> Infallible {
    let mut before = loaded.clone();
    loop {
        tokio::time::sleep(interval).await;
        let paths = paths.clone();
        let Ok(now) = tokio::task::spawn_blocking(move || Look::at(&paths)).await else { continue };
        if now == before && now != loaded {
            loaded = now.clone();
            changed.notify_one();
        }
        before = now;
    }
}
