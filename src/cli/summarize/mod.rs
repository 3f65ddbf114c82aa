//! `qimma summarize`: the summits that files tell of, shown.

mod facts;
mod html;
#[cfg(test)]
mod sample;
mod text;

use std::collections::HashMap;

use super::arguments::{Dated, Summarize, SummaryFormat};
use super::files::{self, LIMITS};
use super::json;
use crate::proto as pb;
use crate::rpc;

const ANSWER: &str = "qimma.v1.SummarizeSummitResponse";

/// Shows the summits of files.
///
/// # Errors
/// Where a file cannot be read, is no UTF-8 or is empty, two would have the same document id, the gazetteer is broken, or nothing can be
/// written.
pub fn summarize(arguments: &Summarize) -> anyhow::Result<()> {
    // A mistake in them is told before the gazetteer is loaded.
    let documents = read(&arguments.files, arguments.publish_date.as_deref())?;
    let engine = files::engine(arguments.gazetteer.as_deref())?;
    let format = arguments.format.unwrap_or(if files::terminal() { SummaryFormat::Text } else { SummaryFormat::Json });
    // Everything but JSON is drawn here, where strings are counted in bytes.
    let encoding = if format == SummaryFormat::Json { arguments.offsets.into() } else { pb::OffsetEncoding::Utf8 };
    let request = pb::SummarizeSummitRequest {
        documents: documents.clone(),
        offset_encoding: encoding.into(),
        max_summary_sentences: arguments.max_sentences.unwrap_or_default(),
        ..Default::default()
    };
    let answer = rpc::summarize(&engine, request, LIMITS).map_err(|refused| anyhow::anyhow!("{}", refused.message()))?;
    files::print(&match format {
        SummaryFormat::Json => json::render(ANSWER, &answer)?,
        SummaryFormat::Text => text::render(&answer, files::colour()),
        SummaryFormat::Html => html::render(&answer, &documents),
    })
}

/// The files as documents, each with its own day or else with `publish_date`.
fn read(files: &[Dated], publish_date: Option<&str>) -> anyhow::Result<Vec<pb::Document>> {
    let mut names: HashMap<String, String> = HashMap::new();
    let mut documents = Vec::with_capacity(files.len());
    for file in files {
        let files::Input { name, id, text } = files::read(&file.file)?;
        anyhow::ensure!(!text.is_empty(), "{name}: is empty");
        if let Some(other) = names.insert(id.clone(), name.clone()) {
            anyhow::bail!("{other} and {name} would both be the document {id}: no two files may have the same name");
        }
        let publish_date = file.publish_date.as_deref().or(publish_date).unwrap_or_default().to_owned();
        documents.push(pb::Document { id, text, publish_date, ..Default::default() });
    }
    Ok(documents)
}
