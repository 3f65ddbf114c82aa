//! `qimma extract`: the service's answer to a file, shown.

use std::path::Path;

use super::arguments::{Extract, Format};
use super::files::{self, Input, LIMITS};
use super::{html, json, table, text};
use crate::proto as pb;
use crate::{Engine, EntityType, rpc};

const ANSWER: &str = "qimma.v1.ExtractEntitiesResponse";

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
    let engine = files::engine(arguments.gazetteer.as_deref())?;
    let format = arguments.format.unwrap_or(if files::terminal() { Format::Text } else { Format::Json });
    let articles = arguments.files.iter().map(|file| read(file, arguments, format, &engine)).collect::<Result<Vec<_>, _>>()?;
    let colour = files::colour();
    let shown = match format {
        Format::Json => articles.iter().map(|article| json::render(ANSWER, &article.answer)).collect::<Result<_, _>>()?,
        Format::Table => headed(&articles, |article| table::render(&article.answer, colour)),
        // Asked for in so many words, colour is meant even where the output goes to a file.
        Format::Text => headed(&articles, |article| text::render(article, colour || arguments.format.is_some())),
        Format::Html => html::render(&articles),
    };
    files::print(&shown)
}

/// The articles one after the other, each under its name where there are several.
fn headed(articles: &[Article], render: impl Fn(&Article) -> String) -> String {
    match articles {
        [only] => render(only),
        many => many.iter().map(|article| format!("── {}\n\n{}", article.name, render(article))).collect::<Vec<_>>().join("\n"),
    }
}

fn read(file: &Path, arguments: &Extract, format: Format, engine: &Engine) -> anyhow::Result<Article> {
    let Input { name, id, text } = files::read(file)?;
    // Everything but JSON is drawn here, where strings are counted in bytes.
    let encoding = if format == Format::Json { arguments.offsets.into() } else { pb::OffsetEncoding::Utf8 };
    let request = pb::ExtractEntitiesRequest {
        document: Some(pb::Document {
            id,
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
