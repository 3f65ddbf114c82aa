//! Looking for cues among words.

use super::Cues;
use crate::summit::article::Word;

/// Whether a word is one of the cues, «و» or «ف» before it allowed.
#[must_use]
pub fn is(word: &str, cues: Cues) -> bool {
    cues.contains(&word)
        || ['و', 'ف'].iter().any(|letter| word.strip_prefix(*letter).is_some_and(|rest| rest.chars().count() >= 2 && cues.contains(&rest)))
}

/// Where the words hold one of the cues, from a position on.
#[must_use]
pub fn find(words: &[Word], from: usize, cues: Cues) -> Option<usize> {
    (from..words.len()).find(|at| is(&words[*at].text, cues))
}

/// Whether the words hold one of the cues.
#[must_use]
pub fn any(words: &[Word], cues: Cues) -> bool {
    find(words, 0, cues).is_some()
}

/// Where the words hold a phrase; its first word may carry «و» or «ف».
#[must_use]
pub fn phrase(words: &[Word], phrase: &str) -> Option<usize> {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    (0..words.len()).find(|at| {
        wanted.iter().enumerate().all(|(offset, want)| {
            words.get(at + offset).is_some_and(|word| {
                word.text == *want || offset == 0 && ['و', 'ف'].iter().any(|letter| word.text.strip_prefix(*letter) == Some(want))
            })
        })
    })
}
