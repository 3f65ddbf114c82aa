//! Articles as one page that needs nothing but a browser.

use std::collections::BTreeMap;

use super::extract::Article;
use super::marks::{Mark, Step, value, walk};
use super::palette;
use crate::proto::{self as pb, EntityType};

pub(super) const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The whole page.
pub(super) fn render(articles: &[Article]) -> String {
    let title = articles.iter().map(|article| escape(&article.name)).collect::<Vec<_>>().join(", ");
    let shades: String = (1..=21)
        .filter_map(|number| EntityType::try_from(number).ok())
        .map(|kind| {
            let (hue, strength) = palette::hue(kind);
            format!(".{}{{--hue:{hue};--strength:{strength}%}}\n", palette::name(kind))
        })
        .collect();
    let body: String = articles.iter().map(article).collect();
    format!(
        "<!doctype html>\n<html lang=\"ar\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>\n{STYLE}{shades}</style>\n</head>\n<body>\n{body}<script>\n{SCRIPT}</script>\n</body>\n</html>\n"
    )
}

fn article(article: &Article) -> String {
    let name = escape(&article.name);
    let (legend, prose, table) = (legend(&article.answer), prose(article), table(&article.answer));
    format!(
        "<main>\n<header dir=\"ltr\"><h1>{name}</h1><nav>{legend}</nav></header>\n<article dir=\"rtl\">{prose}</article>\n{table}</main>\n"
    )
}

/// The types that occur, each a switch.
fn legend(answer: &pb::ExtractEntitiesResponse) -> String {
    let mut counts: BTreeMap<EntityType, usize> = BTreeMap::new();
    for entity in &answer.entities {
        *counts.entry(entity.r#type()).or_default() += entity.mentions.len();
    }
    let buttons = counts.into_iter().map(|(kind, count)| {
        let name = palette::name(kind);
        format!("<button class=\"{name}\" data-type=\"{name}\" aria-pressed=\"true\">{name} <b>{count}</b></button>")
    });
    buttons.collect()
}

fn prose(article: &Article) -> String {
    let mut prose = String::new();
    for step in walk(&article.text, &article.answer) {
        match step {
            Step::Open(mark) => prose += &opening(&mark),
            Step::Close => prose += "</mark>",
            Step::Text(range) => prose += &escape(&article.text[range]),
        }
    }
    prose
}

fn opening(mark: &Mark<'_>) -> String {
    let (entity, kind) = (mark.entity, palette::name(mark.entity.r#type()));
    let english = if entity.name_en.is_empty() { String::new() } else { format!(" · {}", entity.name_en) };
    let shown = value(entity);
    let value = if shown.is_empty() { String::new() } else { format!(" = {shown}") };
    let why = if mark.mention.explanation.is_empty() { &mark.mention.source } else { &mark.mention.explanation };
    let tip = escape(&format!("{kind}{english}{value}\n{}\n{why}", entity.id));
    format!("<mark class=\"{kind}\" data-type=\"{kind}\" data-id=\"{}\" data-tip=\"{tip}\">", escape(&entity.id))
}

fn table(answer: &pb::ExtractEntitiesResponse) -> String {
    let rows: String = answer.entities.iter().map(row).collect();
    format!(
        "<table dir=\"ltr\"><thead><tr><th>Type<th>Name<th>English<th>Id<th>Value<th>Mentions</tr></thead>\n<tbody>\n{rows}</tbody></table>\n"
    )
}

fn row(entity: &pb::Entity) -> String {
    let kind = palette::name(entity.r#type());
    format!(
        "<tr data-type=\"{kind}\" data-id=\"{id}\"><td><mark class=\"{kind}\">{kind}</mark><td dir=\"rtl\">{name}<td>{english}<td><code>{id}</code><td>{value}<td>{mentions}</tr>\n",
        id = escape(&entity.id),
        name = escape(&entity.name),
        english = escape(&entity.name_en),
        value = escape(&value(entity)),
        mentions = entity.mentions.len(),
    )
}

/// Text as it may stand in an element or in an attribute between double quotes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
