//! What the commands that read articles share: the engine, a file as a document, what is printed.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use anyhow::Context;

use crate::Engine;
use crate::rpc::Limits;

/// A file is here already: nothing is gained by refusing a long one.
pub(super) const LIMITS: Limits = Limits { text_bytes: u32::MAX, request_bytes: usize::MAX };

/// One article as it was read.
pub(super) struct Input {
    /// Its name, for headings and errors.
    pub name: String,
    /// Its name without folder and ending, for the answer.
    pub id: String,
    pub text: String,
}

/// The engine with the gazetteer in `folder`, or the one built in.
pub(super) fn engine(folder: Option<&Path>) -> anyhow::Result<Engine> {
    Ok(match folder {
        Some(folder) => Engine::from_folder(folder)?,
        None => Engine::embedded()?,
    })
}

/// Reads a file; `-` is standard input.
pub(super) fn read(file: &Path) -> anyhow::Result<Input> {
    if file == Path::new("-") {
        let (name, mut text) = ("stdin".to_owned(), String::new());
        io::stdin().read_to_string(&mut text).context("stdin")?;
        return Ok(Input { id: name.clone(), name, text });
    }
    let name = file.display().to_string();
    let text = fs::read_to_string(file).with_context(|| name.clone())?;
    let id = file.file_stem().map_or_else(|| name.clone(), |stem| stem.to_string_lossy().into_owned());
    Ok(Input { name, id, text })
}

/// Whether a person looks at the output.
pub(super) fn terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether that person wants colours: <https://no-color.org>.
pub(super) fn colour() -> bool {
    terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Writes to standard output.
pub(super) fn print(shown: &str) -> anyhow::Result<()> {
    match io::stdout().write_all(shown.as_bytes()) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output"),
    }
}
