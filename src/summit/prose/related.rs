//! Whether the words of a title already say whom its holder represents.

use super::clean::arabic;
use crate::proto as pb;

/// Words that tell no country from another.
const GENERIC: [&str; 16] = [
    "جمهوريه",
    "دوله",
    "مملكه",
    "سلطنه",
    "ولايات",
    "متحده",
    "عربيه",
    "منظمه",
    "مجموعه",
    "اتحاد",
    "مجلس",
    "رابطه",
    "اسلاميه",
    "جنوبيه",
    "شماليه",
    "جزر",
];
/// Countries whose people are called by another stem.
const STEMS: [(&str, &[&str]); 8] = [
    ("US", &["امير", "امري"]),
    ("GB", &["بريط"]),
    ("AE", &["امار"]),
    ("SA", &["سعود"]),
    ("CF", &["افريق"]),
    ("CI", &["ايفو", "عاج"]),
    ("NL", &["هولن"]),
    ("CZ", &["تشيك"]),
];

/// A word without article, prefixes and differences of spelling.
fn fold(word: &str) -> String {
    let word = word.strip_prefix("لل").or_else(|| word.strip_prefix("بال")).or_else(|| word.strip_prefix("ال")).unwrap_or(word);
    word.chars()
        .filter(|c| !('\u{64b}'..='\u{652}').contains(c) && c.is_alphanumeric())
        .map(|c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            c => c,
        })
        .collect()
}

/// Whether a word stands for an entity by name or adjective: «الروسي» for روسيا.
pub fn related(word: &str, entity: &pb::EntityRef) -> bool {
    let word = fold(word);
    if word.chars().count() < 3 || GENERIC.contains(&word.as_str()) {
        return false;
    }
    let stems = STEMS.iter().find(|(code, _)| *code == entity.country_code).map_or(&[][..], |(_, stems)| stems);
    if stems.iter().any(|stem| word.starts_with(stem)) {
        return true;
    }
    arabic(entity).split(' ').map(fold).any(|part| {
        let stem: String = part.chars().take(3).collect();
        stem.chars().count() == 3 && !GENERIC.contains(&part.as_str()) && word.starts_with(&stem)
    })
}

/// Whether a word of a country's full name says nothing by itself: «دولة».
pub fn generic(word: &str) -> bool {
    GENERIC.contains(&fold(word).as_str())
}

/// Whether a title says by itself whom its holder represents.
pub fn identifies(title: &str, entity: &pb::EntityRef) -> bool {
    title.split(' ').any(|word| related(word, entity))
}
