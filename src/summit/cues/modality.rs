//! Words that deny, and words and verb forms for what is to come.

use super::Cues;

/// Saying no.
pub const NOT: Cues =
    &["لن", "لم", "ليس", "ليست", "غير", "دون", "عدم", "نفي", "نفت", "نافيا", "استبعد", "استبعدت", "مستبعدا", "بدون", "ولن", "ولم", "الا"];
/// What is to come.
pub const PLANNED: Cues = &[
    "المقرر",
    "المنتظر",
    "المتوقع",
    "المزمع",
    "المرتقب",
    "مقرر",
    "يعتزم",
    "تعتزم",
    "يخطط",
    "تخطط",
    "سوف",
    "متوقع",
    "ينتظر",
    "يتوقع",
    "غدا",
    "المقرره",
    "المرتقبه",
    "المزمعه",
    "مرتقب",
];

/// Whether a word is an imperfect of what is to come: «سيلتقي», «ستشارك».
#[must_use]
pub fn is_future(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let mut letters = bare.chars();
    letters.next() == Some('س') && matches!(letters.next(), Some('ي' | 'ت' | 'ن')) && bare.chars().count() >= 5
}
