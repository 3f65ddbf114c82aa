//! Where quotation marks stand in a sentence.

use std::ops::Range;

use super::article::{Article, Sentence};

/// Marks that open a quotation.
pub const OPENING: [char; 4] = ['"', '«', '“', '„'];

/// Quotations of a sentence: the bytes between the marks.
#[must_use]
pub fn quotations(article: &Article, sentence: &Sentence) -> Vec<Range<usize>> {
    let text = &article.text[sentence.range.clone()];
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            None if OPENING.contains(&c) => open = Some((at + c.len_utf8(), c)),
            Some((begin, mark)) => {
                let closes = matches!((mark, c), ('"', '"') | ('«', '»') | ('“' | '„', '”') | ('“', '"'));
                if closes {
                    found.push(sentence.range.start + begin..sentence.range.start + at);
                    open = None;
                }
            }
            None => {}
        }
    }
    found
}
