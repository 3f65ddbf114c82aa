//! Keys for entities the gazetteer does not know: readable, and the same for the same name in every document.

use crate::entity_type::EntityType;
use crate::text::fold::{fold, letter};

/// `local:person-jyms-mwjwmy`: the type and a plain transliteration of the folded name.
#[must_use]
pub fn local(kind: EntityType, name: &str) -> String {
    let mut key = format!("local:{}-", kind.as_str().to_ascii_lowercase());
    for code in fold(name) {
        match letter(code) {
            ' ' => key.push('-'),
            c => key.push_str(latin(c)),
        }
    }
    key
}

fn latin(c: char) -> &'static str {
    const ASCII: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    match c {
        'ا' => "a",
        'ء' => "",
        'ب' => "b",
        'ت' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' => "h",
        'خ' => "kh",
        'د' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' => "z",
        'س' => "s",
        'ش' => "sh",
        'ص' => "s",
        'ض' => "d",
        'ط' => "t",
        'ظ' => "z",
        'ع' => "a",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ه' => "h",
        'و' => "w",
        'ي' => "y",
        _ => ASCII.find(c).map_or("", |at| &ASCII[at..=at]),
    }
}
