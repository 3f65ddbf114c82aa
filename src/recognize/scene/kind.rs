//! What may begin at a token, a bit each: the classes of triggers in the low bits, what else a name may mean in the high ones.

use crate::gazetteer::{Meaning, Trigger};

/// An entity's name.
pub const ENTRY: u128 = 1 << 127;
/// A position or honorific.
pub const POSITION: u128 = 1 << 126;
/// A nisba.
pub const NISBA: u128 = 1 << 125;
/// A month's name.
pub const MONTH: u128 = 1 << 124;
/// A day of the week.
pub const WEEKDAY: u128 = 1 << 123;
/// A number word.
pub const NUMBER: u128 = 1 << 122;
/// An ordinal word.
pub const ORDINAL: u128 = 1 << 121;
/// A unit of measure or time.
pub const UNIT: u128 = 1 << 120;
/// A currency.
pub const CURRENCY: u128 = 1 << 119;
/// A language.
pub const LANGUAGE: u128 = 1 << 118;
/// A given name of several words.
pub const GIVEN: u128 = 1 << 117;
/// Any trigger.
pub const TRIGGERS: u128 = GIVEN - 1;

/// The bit of a class of triggers.
#[must_use]
pub const fn trigger(class: Trigger) -> u128 {
    1 << class as u8
}

/// The bit of a meaning.
#[must_use]
pub const fn of(meaning: Meaning) -> u128 {
    match meaning {
        Meaning::Entry { .. } => ENTRY,
        Meaning::Position(_) => POSITION,
        Meaning::Nisba { .. } => NISBA,
        Meaning::Month { .. } => MONTH,
        Meaning::Weekday { .. } => WEEKDAY,
        Meaning::Number(_) => NUMBER,
        Meaning::Ordinal { .. } => ORDINAL,
        Meaning::Unit(_) => UNIT,
        Meaning::Currency(_) => CURRENCY,
        Meaning::Language { .. } => LANGUAGE,
        Meaning::Given => GIVEN,
        Meaning::Trigger(class) => trigger(class),
    }
}
