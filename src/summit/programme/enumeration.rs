//! The parts of an enumeration: «الأمن، والاقتصاد، والطاقة».

use std::ops::Range;

use crate::summit::article::fold;

/// The parts of an enumeration: at commas, at the end of the clause; a leading «و» and marks are left off.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let end = text.find(['.', '؛', ';', '\n', ':']).unwrap_or(text.len());
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, c) in text[..end].char_indices().filter(|(_, c)| matches!(c, '،' | ',')).chain([(end, '،')]) {
        let part = &text[from..at];
        let head = strip_and(part.trim_start());
        let begin = at - head.len();
        let tail = part.trim_end().len();
        let stop = from + tail;
        let clause = [
            "خلال",
            "موكدا",
            "مضيفا",
            "مشيرا",
            "قال",
            "قالت",
            "وذلك",
            "بحسب",
            "وفق",
            "في حين",
            "بعد",
            "علي هامش",
            "فيما",
            "بينما",
            "حيث",
            "قبل ان",
            "على ان",
            "علي ان",
            "كما",
            "غير ان",
        ]
        .iter()
        .any(|word| fold(head.trim()).starts_with(word));
        if clause || is_clause(part.trim_start()) {
            break;
        }
        if begin < stop {
            let skipped = text[begin..stop].len() - text[begin..stop].trim_start().len();
            parts.push(begin + skipped..stop);
        }
        from = at + c.len_utf8();
    }
    parts
}

/// Cuts «و» off before a part of a list, not off a word that begins with it: «وضع», «وقف».
pub fn strip_and(part: &str) -> &str {
    const ROOTED: [&str; 18] = [
        "وضع",
        "وقف",
        "وقوع",
        "وحده",
        "وصول",
        "واقع",
        "ورقه",
        "وثيقه",
        "وساطه",
        "وزراء",
        "وزير",
        "ولايه",
        "وكاله",
        "وقعوا",
        "وجود",
        "وسائل",
        "وسايل",
        "وضعيه",
    ];
    let first = fold(part.split_whitespace().next().unwrap_or_default());
    if ROOTED.contains(&first.as_str()) { part } else { part.strip_prefix('و').unwrap_or(part) }
}

/// Whether a part of a list is a clause with a verb of several: «ووقعوا …», «وأرجأوا …».
fn is_clause(part: &str) -> bool {
    let first = fold(part.split_whitespace().next().unwrap_or_default());
    first.chars().count() > 4 && (first.ends_with("وا") || first.ends_with("عها") && first.starts_with('و'))
}
