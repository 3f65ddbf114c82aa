//! What is known of the world: entities, words and what they stand for.

pub mod check;
pub mod entry;
mod forms;
pub mod keys;
pub mod letters;
pub mod load;
pub mod lookup;
pub mod names;
pub mod nisba;
pub mod pattern;
mod prepare;
pub mod source;
pub mod trigger;
pub mod vocabulary;

use std::collections::HashMap;

use crate::entity_type::EntityType;
use keys::Keys;
use names::Names;
pub use trigger::Trigger;
use vocabulary::{Vocabulary, WordId};

/// Number of a known entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub u32);

/// How a form stands for its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The canonical name or another full form.
    Full,
    /// A part that stands alone.
    Short,
    /// A part that needs a fitting title or the full name beside it.
    Hint,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// A known entity.
    Entry {
        /// Which.
        id: EntryId,
        /// By what kind of form.
        form: Form,
        /// Whether the form is also an ordinary word or another name.
        ambiguous: bool,
    },
    /// A position or honorific.
    Position(PositionId),
    /// The adjective of a country, city, people or faith.
    Nisba {
        /// Of which entity.
        id: EntryId,
        /// With the article.
        definite: bool,
        /// Gender and number.
        shape: nisba::Shape,
        /// Whether it is also an ordinary word.
        ambiguous: bool,
    },
    /// A month.
    Month {
        /// Whether of the Hijri calendar.
        hijri: bool,
        /// 1 to 12.
        number: u8,
        /// Whether it is also an ordinary word.
        ambiguous: bool,
    },
    /// A day of the week, Monday 1.
    Weekday {
        /// 1 to 7.
        number: u8,
        /// Whether it is also an ordinary word.
        ambiguous: bool,
    },
    /// A number word.
    Number(NumberWord),
    /// An ordinal word.
    Ordinal {
        /// Its value.
        value: u32,
        /// How it is built.
        form: OrdinalForm,
    },
    /// A unit of measure or time.
    Unit(u32),
    /// A currency.
    Currency(u32),
    /// A language.
    Language {
        /// Which.
        id: EntryId,
        /// Whether the bare word is also an adjective.
        ambiguous: bool,
    },
    /// A given name of several words.
    Given,
    /// A trigger.
    Trigger(Trigger),
}

/// A number word: see `words/numbers.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// 1 to 19.
    Unit(u8),
    /// 20 to 90.
    Tens(u8),
    /// 100 to 900.
    Hundreds(u16),
    /// Multiplies what stands before it.
    Scale(u64),
    /// Two of a scale.
    Dual(u64),
}

/// How an ordinal is built: see `words/ordinals.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrdinalForm {
    /// «ثالث زيارة».
    Indefinite,
    /// «الدورة الثالثة».
    Definite,
    /// Only before tens.
    Compound,
    /// «العشرون».
    Tens,
}

/// Number of a position form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PositionId(pub u32);

/// One inflected form of a position.
#[derive(Clone, Debug)]
pub struct Position {
    /// How it may be used.
    pub usage: PositionUse,
    /// Whether it names several holders.
    pub plural: bool,
    /// Whether its last word carries the article, so that no construct follows.
    pub definite: bool,
    /// Its class, as the data say: `state`, `minister`.
    pub class: String,
    /// English name or empty.
    pub name_en: String,
}

/// How a position word is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionUse {
    /// Directly before a name or with a complement; a mention.
    Title,
    /// Before a name, no mention.
    Honorific,
    /// A profession that introduces a name.
    Role,
    /// Heads a position with a complement.
    Head,
}

/// A known entity, owned.
#[derive(Clone, Debug)]
pub struct Known {
    /// Stable key.
    pub key: String,
    /// Type.
    pub kind: EntityType,
    /// Canonical Arabic name.
    pub name: String,
    /// English name or empty.
    pub name_en: String,
    /// ISO code or empty.
    pub country: String,
    /// Wikidata id or empty.
    pub wikidata: String,
    /// `kind` attribute: `city`, `party`; empty where none.
    pub subtype: String,
    /// Keys and titles of what a person holds or held: (title, entity key).
    pub offices: Vec<(String, String)>,
    /// Whether the bare name is also something else.
    pub ambiguous: bool,
    /// Whether the name is also a noun that governs others: «قطر الأنبوب».
    pub noun: bool,
    /// Words behind which the name is another word: «صلاة المغرب».
    pub not_behind: Vec<String>,
    /// Whether it is some country's capital.
    pub capital: bool,
    /// Keys of an international body's members.
    pub members: Vec<String>,
}

/// A unit or currency.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Canonical Arabic name.
    pub name: String,
    /// ISO 4217 code of a currency, dimension of a unit; may be empty.
    pub code: String,
    /// Whether the bare word is also something else.
    pub ambiguous: bool,
}

/// Word classes, one bit each.
pub mod class {
    /// A given name.
    pub const GIVEN: u16 = 1;
    /// A given name that is also an ordinary word.
    pub const GIVEN_AMBIGUOUS: u16 = 2;
    /// A family name.
    pub const FAMILY: u16 = 4;
    /// A family name that is also an ordinary word.
    pub const FAMILY_AMBIGUOUS: u16 = 8;
    /// An ordinary word.
    pub const COMMON: u16 = 16;
    /// An ordinary word that is also a name.
    pub const COMMON_AMBIGUOUS: u16 = 32;
    /// A function word: never inside a person's name.
    pub const FUNCTION: u16 = 64;
    /// A verb.
    pub const VERB: u16 = 128;
    /// A verb of saying.
    pub const SPEECH: u16 = 256;
    /// An Arabic given name, whose bearers' further names are Arabic too.
    pub const ARABIC_GIVEN: u16 = 512;
    /// Part of some multi-word given name.
    pub const FEMALE: u16 = 1024;
    /// An adjective.
    pub const ADJECTIVE: u16 = 2048;
    /// A given name that the lists write with «ي» at its end: «بشري» is one of them, but «بشرى» alone is none with «ي».
    pub const DOTTED: u16 = 4096;
}

/// The loaded gazetteer.
pub struct Gazetteer {
    /// All entities.
    pub known: Vec<Known>,
    /// All position forms.
    pub positions: Vec<Position>,
    /// All units.
    pub units: Vec<Measure>,
    /// All currencies.
    pub currencies: Vec<Measure>,
    /// Words ↔ numbers.
    pub vocabulary: Vocabulary,
    /// Classes of each word, by number.
    pub classes: Vec<u16>,
    /// Names of one or more words.
    pub names: Names<Meaning>,
    /// How foreign letters look.
    pub letters: letters::Letters,
    /// All entities by their keys.
    pub keys: Keys,
    /// Countries, by ISO 3166-1 alpha-2 code.
    pub countries: HashMap<String, EntryId>,
    /// Governments, by the key of their country.
    pub governments: HashMap<String, EntryId>,
    /// Content hash, eight hexadecimal digits.
    pub version: String,
}

impl Gazetteer {
    /// An entity.
    #[must_use]
    pub fn known(&self, id: EntryId) -> &Known {
        &self.known[id.0 as usize]
    }

    /// The entity with a key.
    #[must_use]
    pub fn keyed(&self, key: &str) -> Option<&Known> {
        self.keys.get(&self.known, key).map(|id| self.known(id))
    }

    /// The classes of a word; none where it is unknown.
    #[must_use]
    pub fn classes(&self, word: Option<WordId>) -> u16 {
        word.map_or(0, |word| self.classes[word.0 as usize])
    }

    /// The classes of a word by its letters.
    #[must_use]
    pub fn classes_of(&self, letters: &[u8]) -> u16 {
        self.classes(self.vocabulary.get(letters))
    }
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gazetteer").field("version", &self.version).field("known", &self.known.len()).finish_non_exhaustive()
    }
}
