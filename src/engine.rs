//! The engine: a gazetteer and the pipeline over it.

use std::path::Path;

use crate::analysis::{About, Analysis, Document, Options};
use crate::entity_type::EntityType;
use crate::gazetteer::lookup::{self, Lookup};
use crate::gazetteer::source::{self, SourceFile};
use crate::gazetteer::{Gazetteer, check, load};
use crate::recognize::{self, Scene};
use crate::resolve;
use crate::text::{Text, TokenKind};

/// Why an analysis was given up: the caller's `stop` said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the analysis was interrupted")]
pub struct Interrupted;

/// The stages of an analysis, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The raw text becomes folded tokens and sentences.
    Fold,
    /// Names are looked up in the gazetteer.
    LookUp,
    /// The rules propose mentions.
    Recognize,
    /// The proposals become entities.
    Resolve,
    /// The entities become an answer.
    Build,
}

impl Stage {
    /// Its name, for those who measure.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fold => "fold",
            Self::LookUp => "look up",
            Self::Recognize => "recognize",
            Self::Resolve => "resolve",
            Self::Build => "build",
        }
    }
}

/// Why a gazetteer could not be loaded.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct LoadError {
    message: String,
}

/// Every problem of a folder of gazetteer files, or of the embedded ones where none is given, as `file:line: what`.
///
/// # Errors
/// Where a file cannot be read.
pub fn check_gazetteer(folder: Option<&Path>) -> Result<Vec<String>, LoadError> {
    let read = folder.map(source::read_folder).transpose().map_err(|message| LoadError { message })?;
    let owned: Vec<SourceFile<'_>> = read.iter().flatten().map(|(path, text)| SourceFile { path, text }).collect();
    let files = if folder.is_some() { &owned[..] } else { crate::embedded::FILES };
    Ok(check::check(files).iter().map(ToString::to_string).collect())
}

/// A loaded gazetteer and the rules over it. Immutable; share it behind an `Arc`.
#[derive(Debug)]
pub struct Engine {
    gazetteer: Gazetteer,
}

impl Engine {
    /// The engine over the gazetteer compiled into the binary.
    ///
    /// # Errors
    /// Where the embedded data are broken, which the build's own check excludes.
    pub fn embedded() -> Result<Self, LoadError> {
        Self::from_files(crate::embedded::FILES)
    }

    /// The engine over a folder of gazetteer files in place of the embedded ones.
    ///
    /// # Errors
    /// Where a file cannot be read or breaks a rule of `gazetteer/README.md`; the message names file and line.
    pub fn from_folder(folder: &Path) -> Result<Self, LoadError> {
        let files = source::read_folder(folder).map_err(|message| LoadError { message })?;
        let files: Vec<SourceFile<'_>> = files.iter().map(|(path, text)| SourceFile { path, text }).collect();
        Self::from_files(&files)
    }

    /// The same, and every file looked at as deeply as by [`check_gazetteer`]: for a folder that a running server is to take over, where a copy
    /// that broke off half-way must not pass for a smaller gazetteer.
    ///
    /// # Errors
    /// Where a file cannot be read, there is none, or something is wrong with one; the message names the first problems with file and line.
    pub fn from_checked_folder(folder: &Path) -> Result<Self, LoadError> {
        /// As many as a line of log bears.
        const NAMED: usize = 5;

        let files = source::read_folder(folder).map_err(|message| LoadError { message })?;
        if files.is_empty() {
            return Err(LoadError { message: format!("{}: no .tsv file in any folder of it", folder.display()) });
        }
        let files: Vec<SourceFile<'_>> = files.iter().map(|(path, text)| SourceFile { path, text }).collect();
        let problems = check::check(&files);
        if !problems.is_empty() {
            let named: Vec<_> = problems.iter().take(NAMED).map(ToString::to_string).collect();
            let more = problems.len() - named.len();
            let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
            return Err(LoadError { message: format!("{}{more}", named.join("; ")) });
        }
        Self::from_files(&files)
    }

    fn from_files(files: &[SourceFile<'_>]) -> Result<Self, LoadError> {
        let gazetteer = load::load(files).map_err(|problem| LoadError { message: problem.to_string() })?;
        Ok(Self { gazetteer })
    }

    /// Version of the loaded gazetteer: a short content hash.
    #[must_use]
    pub fn gazetteer_version(&self) -> &str {
        &self.gazetteer.version
    }

    /// How many gazetteer entries of each type are loaded, in the order of [`EntityType::ALL`]; types without entries are left out.
    #[must_use]
    pub fn gazetteer_counts(&self) -> Vec<(EntityType, u32)> {
        let count = |kind| self.gazetteer.known.iter().filter(|known| known.kind == kind).count() as u32;
        EntityType::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
    }

    /// What the gazetteer says about an entity; `None` where it does not know the key.
    #[must_use]
    pub fn about(&self, id: &str) -> Option<About> {
        let known = self.gazetteer.keyed(id)?;
        let country = self.gazetteer.countries.get(&known.country).map(|id| self.gazetteer.known(*id).key.clone());
        Some(About {
            id: known.key.clone(),
            name: known.name.clone(),
            name_en: known.name_en.clone(),
            wikidata_id: known.wikidata.clone(),
            country_code: known.country.clone(),
            country_id: country.unwrap_or_default(),
            subtype: known.subtype.clone(),
            members: known.members.clone(),
            offices: known.offices.clone(),
        })
    }

    /// Everything a name leads to, under every reading of its proclitics; empty where it is unknown.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<Lookup> {
        lookup::lookup(&self.gazetteer, name)
    }

    /// Finds the entities of a document. The same input gives the same answer, whatever ran before or beside it.
    /// `stop` is asked between the stages and between the families of rules; where it says true, the work ends.
    ///
    /// # Errors
    /// [`Interrupted`] where `stop` said so.
    pub fn analyze<'g>(
        &'g self,
        document: Document<'_>,
        options: &Options<'_>,
        stop: &dyn Fn() -> bool,
    ) -> Result<Analysis<'g>, Interrupted> {
        self.analyze_in_stages(document, options, stop, &|_| {})
    }

    /// The same for whoever wants to know how long each stage takes: `begin` is told as one begins, which ends the one before. The last ends with
    /// the call.
    ///
    /// # Errors
    /// [`Interrupted`] where `stop` said so.
    pub fn analyze_in_stages<'g>(
        &'g self,
        document: Document<'_>,
        options: &Options<'_>,
        stop: &dyn Fn() -> bool,
        begin: &dyn Fn(Stage),
    ) -> Result<Analysis<'g>, Interrupted> {
        let go_on = || if stop() { Err(Interrupted) } else { Ok(()) };
        go_on()?;
        begin(Stage::Fold);
        let text = Text::new(document.text);
        go_on()?;
        begin(Stage::LookUp);
        let scene = Scene::new(&text, &self.gazetteer);
        go_on()?;
        begin(Stage::Recognize);
        let candidates = recognize::propose(&scene, document.publish_date, options.custom_entities, &go_on)?;
        go_on()?;
        begin(Stage::Resolve);
        let chosen = resolve::resolve(&scene, candidates);
        go_on()?;
        begin(Stage::Build);
        let arabic = text.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
        let words = text.tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Latin)).count();
        let supported = arabic * 2 > words;
        let sentences = text
            .sentences
            .iter()
            .map(|range| text.tokens[range.start as usize].begin as usize..text.tokens[range.end as usize - 1].end as usize);
        Ok(Analysis {
            entities: resolve::build::entities(&scene, &chosen, options),
            sentences: sentences.collect(),
            language: if supported { "ar" } else { "und" },
            language_supported: supported,
        })
    }
}
