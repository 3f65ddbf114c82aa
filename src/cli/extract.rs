//! `qimma extract`: the service's answer to a file, shown.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use anyhow::Context;

use super::arguments::{Extract, Format};
use super::{html, json, table, text};
use crate::proto as pb;
use crate::rpc::{self, Limits};
use crate::{Engine, EntityType};

/// A file is here already: nothing is gained by refusing a long one.
const LIMITS: Limits = Limits { text_bytes: u32::MAX, request_bytes: usize::MAX };

/// One article and the service's answer to it.
pub(super) struct Article {
    /// Its name, for headings.
    pub name: String,
    pub text: String,
    pub answer: pb::ExtractEntitiesResponse,
}

/// Shows the entities of files.
///
/// # Errors
/// Where a file cannot be read or is no UTF-8, the gazetteer is broken, or nothing can be written.
pub fn extract(arguments: &Extract) -> anyhow::Result<()> {
    let engine = match &arguments.gazetteer {
        Some(folder) => Engine::from_folder(folder)?,
        None => Engine::embedded()?,
    };
    let terminal = io::stdout().is_terminal();
    let format = arguments.format.unwrap_or(if terminal { Format::Text } else { Format::Json });
    let articles = arguments.files.iter().map(|file| read(file, arguments, format, &engine)).collect::<Result<Vec<_>, _>>()?;
    // https://no-color.org
    let colour = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let shown = match format {
        Format::Json => articles.iter().map(|article| json::render(&article.answer)).collect::<Result<_, _>>()?,
        Format::Table => headed(&articles, |article| table::render(&article.answer, colour)),
        // Asked for in so many words, colour is meant even where the output goes to a file.
        Format::Text => headed(&articles, |article| text::render(article, colour || arguments.format.is_some())),
        Format::Html => html::render(&articles),
    };
    match io::stdout().write_all(shown.as_bytes()) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output"),
    }
}

/// The articles one after the other, each under its name where there are several.
fn headed(articles: &[Article], render: impl Fn(&Article) -> String) -> String {
    match articles {
        [only] => render(only),
        many => many.iter().map(|article| format!("── {}\n\n{}", article.name, render(article))).collect::<Vec<_>>().join("\n"),
    }
}

fn read(file: &Path, arguments: &Extract, format: Format, engine: &Engine) -> anyhow::Result<Article> {
    let name = if file == Path::new("-") { "stdin".to_owned() } else { file.display().to_string() };
    let text = if file == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(file)
    };
    let text = text.with_context(|| name.clone())?;
    // Everything but JSON is drawn here, where strings are counted in bytes.
    let encoding = if format == Format::Json { arguments.offsets.into() } else { pb::OffsetEncoding::Utf8 };
    let id = file.file_stem().map_or_else(|| name.clone(), |stem| stem.to_string_lossy().into_owned());
    let request = pb::ExtractEntitiesRequest {
        document: Some(pb::Document {
            id: if id == "-" { name.clone() } else { id },
            text: text.clone(),
            publish_date: arguments.publish_date.clone().unwrap_or_default(),
            ..Default::default()
        }),
        offset_encoding: encoding.into(),
        types: arguments.types.iter().map(|&kind: &EntityType| kind as i32).collect(),
        flat: arguments.flat,
        min_confidence: arguments.min_confidence,
        explain: arguments.explain,
        ..Default::default()
    };
    let answer = rpc::extract(engine, request, LIMITS).map_err(|refused| anyhow::anyhow!("{name}: {}", refused.message()))?;
    Ok(Article { name, text, answer })
}
