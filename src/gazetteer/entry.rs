//! One entity of the gazetteer.

use super::source::{Problem, Row, parts};
use crate::entity_type::EntityType;

/// The columns of a file of entities.
pub const COLUMNS: [&str; 9] = ["key", "type", "name", "short", "variants", "name_en", "country", "wikidata", "attributes"];

/// One known entity, as its line says.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Stable key.
    pub key: &'a str,
    /// Type.
    pub kind: EntityType,
    /// Canonical Arabic name.
    pub name: &'a str,
    /// English name or empty.
    pub name_en: &'a str,
    /// ISO 3166-1 alpha-2 code or empty.
    pub country: &'a str,
    /// Wikidata id or empty.
    pub wikidata: &'a str,
    /// The attributes cell.
    pub attributes: &'a str,
    /// Whether its bare name is also an ordinary word or another name.
    pub ambiguous: bool,
}

impl<'a> Entry<'a> {
    /// Reads a line of an entity file.
    ///
    /// # Errors
    /// Where the key, type, code or an attribute is malformed.
    pub fn read(row: &Row<'a>) -> Result<Self, Problem> {
        if let Some(problem) = row.shape() {
            return Err(problem);
        }
        let kind = row.get("type");
        let entry = Self {
            key: row.get("key"),
            kind: EntityType::parse(kind).ok_or_else(|| row.problem(format!("unknown type {kind}")))?,
            name: row.get("name"),
            name_en: row.get("name_en"),
            country: row.get("country"),
            wikidata: row.get("wikidata"),
            attributes: row.get("attributes"),
            ambiguous: attribute(row.get("attributes"), "ambiguous") == Some("yes"),
        };
        match entry.fault() {
            Some(fault) => Err(row.problem(fault)),
            None => Ok(entry),
        }
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        attribute(self.attributes, name)
    }

    fn fault(&self) -> Option<String> {
        let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if !parts(self.key, b'-').all(word) {
            return Some(format!("key «{}» is not lower-case ASCII words joined by -", self.key));
        }
        if self.name.is_empty() {
            return Some("no canonical name".to_owned());
        }
        if self.name.contains(['[', ']', '(', ')', '|', '?']) {
            return Some(format!("the canonical name «{}» holds a pattern", self.name));
        }
        if !(self.country.is_empty() || self.country.len() == 2 && self.country.bytes().all(|b| b.is_ascii_uppercase())) {
            return Some(format!("«{}» is no ISO 3166-1 alpha-2 code", self.country));
        }
        if !(self.wikidata.is_empty() || self.wikidata.strip_prefix('Q').is_some_and(|digits| digits.parse::<u64>().is_ok())) {
            return Some(format!("«{}» is no Wikidata id", self.wikidata));
        }
        let bad =
            pairs(self.attributes).find(|pair| !pair.is_empty() && !pair.split_once('=').is_some_and(|(k, v)| word(k) && !v.is_empty()));
        bad.map(|pair| format!("attribute «{pair}» is not key=value"))
    }
}

/// The value of an attribute in a cell of `key=value` pairs separated by `; `.
#[must_use]
pub fn attribute<'a>(cell: &'a str, name: &str) -> Option<&'a str> {
    pairs(cell).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

/// The `key=value` pairs of a cell.
fn pairs(cell: &str) -> impl Iterator<Item = &str> {
    parts(cell, b';').enumerate().map(|(at, pair)| if at == 0 { pair } else { pair.strip_prefix(' ').unwrap_or(pair) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::source::{SourceFile, rows};

    fn read(line: &str) -> Result<String, String> {
        let text = format!("{}\n{line}\n", COLUMNS.join("\t"));
        let row = rows(SourceFile { path: "places/x.tsv", text: &text }).next().unwrap();
        Entry::read(&row)
            .map(|entry| format!("{} {} {:?}", entry.key, entry.country, entry.attribute("capital")))
            .map_err(|p| p.to_string())
    }

    #[test]
    fn a_line_becomes_an_entry() {
        assert_eq!(read("russia\tGPE\tروسيا\t-\t-\tRussia\tRU\tQ159\tkind=country; capital=moscow").unwrap(), "russia RU Some(\"moscow\")");
    }

    #[test]
    fn faults_are_named() {
        for (line, says) in [
            ("Russia\tGPE\tروسيا\t-\t-\tRussia\tRU\t-\t-", "key «Russia»"),
            ("russia\tSTATE\tروسيا\t-\t-\tRussia\tRU\t-\t-", "unknown type"),
            ("russia\tGPE\tروسيا\t-\t-\tRussia\tRUS\t-\t-", "ISO 3166-1"),
            ("russia\tGPE\tروسيا\t-\t-\tRussia\tRU\tP12\t-", "Wikidata"),
            ("russia\tGPE\tروس(ي)ا\t-\t-\tRussia\tRU\t-\t-", "holds a pattern"),
            ("russia\tGPE\tروسيا\t-\t-\tRussia\tRU\t-\tcapital", "key=value"),
            ("russia\tGPE\tروسيا", "3 cells"),
        ] {
            let message = read(line).unwrap_err();
            assert!(message.starts_with("places/x.tsv:2: ") && message.contains(says), "{message}");
        }
    }
}
