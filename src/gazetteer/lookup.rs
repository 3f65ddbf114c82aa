//! What a name leads to, for people: the command line asks.

use super::names::Node;
use super::{Form, Gazetteer, Meaning};
use crate::entity_type::EntityType;
use crate::text::clitics;
use crate::text::fold::fold;

/// One thing a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// What was taken off before the name: «و», «لل»; empty where nothing.
    pub proclitic: String,
    /// The entity's key; for words that are no entity what they are («month 7», «position»).
    pub key: String,
    /// The entity's type, where it is one.
    pub kind: Option<EntityType>,
    /// Canonical Arabic name.
    pub name: String,
    /// English name or empty.
    pub name_en: String,
    /// ISO 3166-1 alpha-2 code or empty.
    pub country: String,
    /// Wikidata id or empty.
    pub wikidata: String,
    /// `full`, `short`, `hint` (needs a fitting title) or empty.
    pub form: &'static str,
    /// Whether the form is also an ordinary word or another name.
    pub ambiguous: bool,
}

/// Everything a name stands for, under every reading of its proclitics, whole readings first.
#[must_use]
pub fn lookup(gazetteer: &Gazetteer, name: &str) -> Vec<Lookup> {
    let folded = fold(name);
    let mut words = folded.split(|code| *code == b' ');
    let Some(first) = words.next().filter(|first| !first.is_empty()) else { return Vec::new() };
    let rest: Option<Vec<_>> = words.map(|word| gazetteer.vocabulary.get(word)).collect();
    let Some(rest) = rest else { return Vec::new() };
    let (readings, count) = clitics::readings(first);
    let mut buffer = Vec::new();
    let mut found = Vec::new();
    for reading in &readings[..count] {
        let letters = clitics::letters(first, *reading, &mut buffer);
        let node = gazetteer.vocabulary.get(letters).and_then(|word| gazetteer.names.step(Node::ROOT, word));
        let node = rest.iter().try_fold(node, |node, word| Some(node.and_then(|node| gazetteer.names.step(node, *word))));
        let Some(node) = node.flatten() else { continue };
        let proclitic: String = first[..reading.cut as usize].iter().map(|code| crate::text::fold::letter(*code)).collect();
        found.extend(gazetteer.names.meanings(node).map(|meaning| describe(gazetteer, *meaning, &proclitic)));
    }
    found
}

fn describe(gazetteer: &Gazetteer, meaning: Meaning, proclitic: &str) -> Lookup {
    let entity = |id, form, ambiguous| {
        let known = gazetteer.known(id);
        Lookup {
            proclitic: proclitic.to_owned(),
            key: known.key.clone(),
            kind: Some(known.kind),
            name: known.name.clone(),
            name_en: known.name_en.clone(),
            country: known.country.clone(),
            wikidata: known.wikidata.clone(),
            form,
            ambiguous,
        }
    };
    let word = |key: String, ambiguous| Lookup {
        proclitic: proclitic.to_owned(),
        key,
        kind: None,
        name: String::new(),
        name_en: String::new(),
        country: String::new(),
        wikidata: String::new(),
        form: "",
        ambiguous,
    };
    match meaning {
        Meaning::Entry { id, form, ambiguous } => entity(id, form_name(form), ambiguous),
        Meaning::Nisba { id, .. } => Lookup { kind: Some(EntityType::Norp), form: "nisba", ..entity(id, "", false) },
        Meaning::Language { id, ambiguous } => entity(id, "full", ambiguous),
        Meaning::Position(id) => Lookup {
            name_en: gazetteer.positions[id.0 as usize].name_en.clone(),
            kind: Some(EntityType::Occ),
            ..word("position".to_owned(), false)
        },
        Meaning::Month { hijri, number, ambiguous } => {
            word(format!("{} month {number}", if hijri { "hijri" } else { "gregorian" }), ambiguous)
        }
        Meaning::Weekday { number, ambiguous } => word(format!("weekday {number}"), ambiguous),
        Meaning::Number(number) => word(format!("number {number:?}"), false),
        Meaning::Ordinal { value, .. } => word(format!("ordinal {value}"), false),
        Meaning::Unit(id) => word(format!("unit of {}", gazetteer.units[id as usize].code), gazetteer.units[id as usize].ambiguous),
        Meaning::Currency(id) => {
            word(format!("currency {}", gazetteer.currencies[id as usize].code), gazetteer.currencies[id as usize].ambiguous)
        }
        Meaning::Given => word("given name".to_owned(), false),
        Meaning::Trigger(trigger) => word(format!("trigger {trigger:?}"), false),
    }
}

const fn form_name(form: Form) -> &'static str {
    match form {
        Form::Full => "full",
        Form::Short => "short",
        Form::Hint => "hint",
    }
}
