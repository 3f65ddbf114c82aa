//! `qimma gazetteer`.

use std::path::Path;

use super::arguments::Gazetteer;
use crate::{Engine, Lookup, check_gazetteer};

/// Looks into the gazetteer.
///
/// # Errors
/// Where it is broken or cannot be read, or where a name is unknown.
pub fn gazetteer(command: &Gazetteer) -> anyhow::Result<()> {
    match command {
        Gazetteer::Lookup { name, gazetteer } => lookup(name, gazetteer.as_deref()),
        Gazetteer::Check { folder } => check(folder),
    }
}

fn lookup(name: &str, folder: Option<&Path>) -> anyhow::Result<()> {
    let engine = folder.map_or_else(Engine::embedded, Engine::from_folder)?;
    let found = engine.lookup(name);
    anyhow::ensure!(!found.is_empty(), "«{name}» leads to nothing, whole or behind a proclitic");
    for hit in found {
        println!("{}", line(&hit));
    }
    Ok(())
}

/// One meaning a line: `PERSON vladimir-putin فلاديمير بوتين (Vladimir Putin) RU, short form, behind «و»`.
fn line(hit: &Lookup) -> String {
    let mut parts = vec![hit.kind.map_or_else(|| "WORD".to_owned(), |kind| kind.as_str().to_owned()), hit.key.clone(), hit.name.clone()];
    if !hit.name_en.is_empty() {
        parts.push(format!("({})", hit.name_en));
    }
    parts.extend([hit.country.clone(), hit.wikidata.clone()]);
    let mut line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if !hit.form.is_empty() && hit.form != "full" {
        line.push_str(&format!(", {} form", hit.form));
    }
    if hit.ambiguous {
        line.push_str(", ambiguous");
    }
    if !hit.proclitic.is_empty() {
        line.push_str(&format!(", behind «{}»", hit.proclitic));
    }
    line
}

fn check(folder: &Path) -> anyhow::Result<()> {
    let problems = check_gazetteer(Some(folder))?;
    for problem in &problems {
        eprintln!("{}", folder.join(problem).display());
    }
    anyhow::ensure!(problems.is_empty(), "{} problems", problems.len());
    let engine = Engine::from_folder(folder)?;
    for (kind, count) in engine.gazetteer_counts() {
        println!("{:8} {count:6}", kind.as_str());
    }
    println!("{}: no problems, version {}", folder.display(), engine.gazetteer_version());
    Ok(())
}
