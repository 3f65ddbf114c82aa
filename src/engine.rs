//! The engine: a gazetteer and the pipeline over it.

use crate::analysis::{Analysis, Document, Options};

/// Why an analysis was given up: the caller's `stop` said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the analysis was interrupted")]
pub struct Interrupted;

/// Why a gazetteer could not be loaded.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct LoadError {
    message: String,
}

/// A loaded gazetteer and the rules over it. Immutable; share it behind an `Arc`.
#[derive(Debug)]
pub struct Engine {}

impl Engine {
    /// The engine over the gazetteer compiled into the binary.
    ///
    /// # Errors
    /// Where the embedded data are broken, which the build's own check excludes.
    pub fn embedded() -> Result<Self, LoadError> {
        Ok(Self {})
    }

    /// The engine over a folder of gazetteer files in place of the embedded ones.
    ///
    /// # Errors
    /// Where a file cannot be read or breaks a rule of `gazetteer/README.md`; the message names file and line.
    pub fn from_folder(folder: &std::path::Path) -> Result<Self, LoadError> {
        Err(LoadError { message: format!("{}: not yet", folder.display()) })
    }

    /// Version of the loaded gazetteer: a short content hash.
    #[must_use]
    pub fn gazetteer_version(&self) -> &str {
        "0"
    }

    /// How many gazetteer entries of each type are loaded.
    #[must_use]
    pub fn gazetteer_counts(&self) -> Vec<(crate::EntityType, u32)> {
        Vec::new()
    }

    /// Finds the entities of a document. The same input gives the same answer, whatever ran before or beside it.
    /// `stop` is asked now and then (at least every few milliseconds); where it says true, the work ends.
    ///
    /// # Errors
    /// [`Interrupted`] where `stop` said so.
    pub fn analyze<'g>(
        &'g self,
        document: Document<'_>,
        options: &Options<'_>,
        stop: &dyn Fn() -> bool,
    ) -> Result<Analysis<'g>, Interrupted> {
        let _ = (document, options);
        if stop() {
            return Err(Interrupted);
        }
        Ok(Analysis { entities: Vec::new(), sentences: Vec::new(), language: "und", language_supported: false })
    }
}
