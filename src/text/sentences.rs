//! Sentence borders: line breaks, and full stops, question and exclamation marks that end a thought.

use std::ops::Range;

use super::tokens::{Gap, Text, TokenKind};

/// The most tokens of a sentence. News has hardly any of half that length; what goes on for longer is cut, so that rules which compare the parts of
/// a sentence with each other take time linear in the text, whatever the text.
pub const MOST_TOKENS: usize = 256;

/// Token ranges of the sentences of a text, in order and without holes.
///
/// A full stop ends a sentence unless it stands behind a single letter («د. أحمد», «أ.ب») or inside something without blanks (`www.un.org`);
/// closing quotation marks and brackets stay with the sentence they close. None has more than [`MOST_TOKENS`].
#[must_use]
pub fn split(text: &Text<'_>) -> Vec<Range<u32>> {
    let tokens = &text.tokens;
    let mut sentences = Vec::new();
    let mut begin = 0;
    let mut at = 0;
    while at < tokens.len() {
        if at > begin && (tokens[at].gap == Gap::Line || at - begin >= MOST_TOKENS) {
            sentences.push(begin as u32..at as u32);
            begin = at;
        }
        if ends_sentence(text, at) {
            at += 1;
            while at - begin < MOST_TOKENS && tokens.get(at).is_some_and(|next| next.gap != Gap::Line && closes(next.kind, next.gap)) {
                at += 1;
            }
            sentences.push(begin as u32..at as u32);
            begin = at;
        } else {
            at += 1;
        }
    }
    if begin < tokens.len() {
        sentences.push(begin as u32..tokens.len() as u32);
    }
    sentences
}

fn closes(kind: TokenKind, gap: Gap) -> bool {
    match kind {
        TokenKind::Punct('.' | '!' | '؟' | '?' | '…' | '»' | '”' | ')' | ']' | '}') => true,
        TokenKind::Punct('"' | '\'') => gap == Gap::None,
        _ => false,
    }
}

fn ends_sentence(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    match token.kind {
        TokenKind::Punct('؟' | '?' | '!' | '…') => true,
        TokenKind::Punct('.') => {
            let before = at.checked_sub(1).map(|before| &text.tokens[before]);
            let after = text.tokens.get(at + 1);
            let initial = before.is_some_and(|word| token.gap == Gap::None && word.kind == TokenKind::Word && word.codes == 1);
            let glued_latin = after.is_some_and(|next| next.gap == Gap::None && matches!(next.kind, TokenKind::Latin | TokenKind::Number));
            !initial && !glued_latin
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(raw: &str) -> Vec<&str> {
        let text = Text::new(raw);
        let span = |range: &Range<u32>| text.tokens[range.start as usize].begin as usize..text.tokens[range.end as usize - 1].end as usize;
        text.sentences.iter().map(|range| &raw[span(range)]).collect()
    }

    #[test]
    fn a_full_stop_ends_a_sentence_even_without_a_blank() {
        assert_eq!(sentences("وصل الوفد. غادر الوفد."), ["وصل الوفد.", "غادر الوفد."]);
        assert_eq!(sentences("«نعم».وقال"), ["«نعم».", "وقال"]);
        assert_eq!(sentences("قال \"نعم.\" ثم غادر"), ["قال \"نعم.\"", "ثم غادر"]);
    }

    #[test]
    fn initials_and_addresses_end_nothing() {
        assert_eq!(sentences("وصل د. أحمد"), ["وصل د. أحمد"]);
        assert_eq!(sentences("موقع un.org هنا"), ["موقع un.org هنا"]);
    }

    #[test]
    fn no_sentence_is_endless() {
        for text in ["كلمة ".repeat(3 * MOST_TOKENS), ".".repeat(3 * MOST_TOKENS), "«".repeat(MOST_TOKENS + 1)] {
            let text = Text::new(&text);
            assert!(text.sentences.iter().all(|range| (1..=MOST_TOKENS).contains(&range.len())), "{:?}", text.sentences);
            assert_eq!(text.sentences.iter().map(ExactSizeIterator::len).sum::<usize>(), text.tokens.len());
        }
    }

    #[test]
    fn a_line_break_ends_a_sentence() {
        assert_eq!(sentences("عنوان\nنص"), ["عنوان", "نص"]);
    }
}
