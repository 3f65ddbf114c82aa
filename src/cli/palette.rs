//! A colour for each type: kindred types have kindred colours.

use crate::proto::EntityType::{self, *};

/// The type's name as people know it: `PERSON`.
pub(super) fn name(kind: EntityType) -> &'static str {
    let name = kind.as_str_name();
    name.strip_prefix("ENTITY_TYPE_").unwrap_or(name)
}

/// Hue in degrees, and how strong the colour is in percent. The page makes its light and dark shades from it.
pub(super) fn hue(kind: EntityType) -> (u16, u8) {
    match kind {
        Unspecified => (0, 0),
        Person => (215, 85),
        Occ => (265, 55),
        Norp => (190, 60),
        Org => (28, 90),
        Gpe => (145, 60),
        Loc => (100, 45),
        Fac => (75, 55),
        Event => (350, 75),
        Law => (325, 55),
        Product => (300, 45),
        Language => (175, 45),
        Website => (200, 40),
        Date => (48, 95),
        Time => (40, 70),
        Cardinal | Ordinal | Percent => (225, 25),
        Quantity | Unit => (240, 30),
        Money | Curr => (160, 40),
    }
}

/// The nearest of the terminal's 256 colours that reads well on black and on white.
pub(super) fn ansi(kind: EntityType) -> u8 {
    match kind {
        Unspecified => 7,
        Person => 33,
        Occ => 135,
        Norp => 37,
        Org => 172,
        Gpe => 35,
        Loc => 71,
        Fac => 106,
        Event => 167,
        Law => 169,
        Product => 133,
        Language => 43,
        Website => 74,
        Date => 178,
        Time => 179,
        Cardinal | Ordinal | Percent => 67,
        Quantity | Unit => 104,
        Money | Curr => 72,
    }
}

/// `text` in the type's colour, with further attributes of the terminal (`1` is bold, `4` underlined).
pub(super) fn paint(text: &str, kind: EntityType, attributes: &[u8], colour: bool) -> String {
    if !colour {
        return text.to_owned();
    }
    let mut codes: Vec<String> = attributes.iter().map(u8::to_string).collect();
    codes.push(format!("38;5;{}", ansi(kind)));
    format!("\x1b[{}m{text}\x1b[0m", codes.join(";"))
}
