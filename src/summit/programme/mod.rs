//! What a summit is about: themes, sessions, agenda.

mod agenda;
mod enumeration;
mod sessions;
mod themes;

pub use agenda::agenda;
pub use sessions::sessions;
pub use themes::themes;

use std::ops::Range;

use super::article::{Article, Sentence};
use super::cues;
use super::quotations::quotations;

/// A quotation behind «شعار», «عنوان»; whether it names a sitting or the summit.
fn headed(article: &Article, sentence: &Sentence) -> Vec<(Range<usize>, bool)> {
    let plus =
        sentence.words.iter().any(|word| matches!(word.text.as_str(), "بلس" | "بلاس")) || article.text[sentence.range.clone()].contains('+');
    quotations(article, sentence)
        .into_iter()
        .filter_map(|range| {
            let before = sentence.words.partition_point(|word| word.range.end <= range.start);
            let lead = &sentence.words[before.saturating_sub(3)..before];
            let sitting = lead.iter().any(|word| matches!(word.text.as_str(), "عنوان" | "بعنوان"))
                && (plus || cues::any(&sentence.words[before.saturating_sub(8)..before], &["جلسه", "الجلسه"]));
            cues::any(lead, &["الشعار", "شعار", "شعارها", "شعاره", "عنوان", "بعنوان", "وشعارها", "عنوانها"]).then_some((range, sitting))
        })
        .collect()
}
