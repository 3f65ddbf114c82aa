//! Words of honour, and adjectives that titles are made of.

use crate::summit::article::fold;
use crate::summit::cues::Cues;

/// Words of honour and of counterparts between a title and a name, or in its place.
pub const HONOURS: Cues = &[
    "صاحب",
    "صاحبه",
    "السمو",
    "سمو",
    "جلاله",
    "الجلاله",
    "حضره",
    "معالي",
    "فخامه",
    "دوله",
    "سعاده",
    "الدكتور",
    "الدكتوره",
    "د",
    "الشيخ",
    "السيد",
    "السيده",
    "الامير",
    "العماد",
    "اللواء",
    "الفريق",
    "المهندس",
    "الملكي",
    "اخاه",
    "اخيه",
    "اخوه",
    "خادم",
    "الحرمين",
    "الشريفين",
    "نظيره",
    "نظيرها",
    "نظيرته",
    "نظيرتها",
    "نظيريه",
    "نظيريها",
    "ضيفه",
    "ضيفها",
    "مضيفه",
    "المستشار",
    "المستشاره",
    "الزعيم",
    "الزعيمه",
    "المكلف",
    "الجديد",
    "المنتخب",
    "الموقت",
    "بالوكاله",
    "بالانابه",
    "المرشد",
];
/// Honours that make a title of the nisba behind them: «المستشار الألماني».
pub const TITLED: Cues = &["المستشار", "المستشاره", "الزعيم", "الزعيمه"];

/// Whether a title only honours: «الأمير», «الشيخ», or there is none.
#[must_use]
pub fn is_honour(title: &str) -> bool {
    fold(title).split_whitespace().all(|word| HONOURS.contains(&word))
}

/// Whether a word looks like a people's adjective: «الألماني», «النمساوية».
pub fn is_nisba(word: &str) -> bool {
    word.starts_with("ال") && (word.ends_with('ي') || word.ends_with("يه")) && word.chars().count() > 5
}
