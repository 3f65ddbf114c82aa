//! Checks the gazetteer and bundles it into the library; compiles the protocol for the server.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/entity_type.rs"]
#[allow(dead_code, missing_docs)]
mod entity_type;
#[path = "src/text"]
#[allow(dead_code, missing_docs)]
mod text {
    #[path = "fold.rs"]
    pub mod fold;
}
#[path = "src/gazetteer"]
#[allow(dead_code, missing_docs)]
mod gazetteer {
    #[path = "check.rs"]
    pub mod check;
    #[path = "entry.rs"]
    pub mod entry;
    #[path = "forms.rs"]
    pub mod forms;
    #[path = "pattern.rs"]
    pub mod pattern;
    #[path = "source.rs"]
    pub mod source;
}

#[cfg(feature = "server")]
#[path = "build/protocol.rs"]
mod protocol;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    bundle_gazetteer(&root.join("gazetteer"), &out.join("gazetteer.rs"));
    #[cfg(feature = "server")]
    protocol::compile().unwrap_or_else(|error| panic!("{error}"));
}

/// Refuses a gazetteer with problems; else writes the list of its files for the library to embed.
fn bundle_gazetteer(folder: &Path, target: &Path) {
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = gazetteer::source::read_folder(folder).unwrap_or_else(|message| panic!("{message}"));
    let sources: Vec<_> = files.iter().map(|(path, text)| gazetteer::source::SourceFile { path, text }).collect();
    let problems = gazetteer::check::check(&sources);
    if !problems.is_empty() && env::var_os("QIMMA_SKIP_GAZETTEER_CHECK").is_none() {
        for problem in problems.iter().take(50) {
            println!("cargo::error=gazetteer/{problem}");
        }
        println!("cargo::error={} problems in the gazetteer", problems.len());
        return;
    }
    let mut list = String::from("&[\n");
    for (path, _) in &files {
        let full = folder.join(path);
        println!("cargo::rerun-if-changed={}", full.display());
        writeln!(list, "    SourceFile {{ path: {path:?}, text: include_str!({:?}) }},", full.display().to_string())
            .expect("writing to a string");
    }
    list.push(']');
    fs::write(target, list).expect("OUT_DIR is writable");
}
