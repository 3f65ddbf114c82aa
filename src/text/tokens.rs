//! Tokens: words, numbers and punctuation marks with their folded letters and their place in the raw text.

use std::ops::Range;

use super::fold::{self, Class};
use super::sentences;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// An Arabic word with whatever is glued to it.
    Word,
    /// A word of another script.
    Latin,
    /// Digits, with their decimal and thousands separators.
    Number,
    /// One punctuation mark or symbol.
    Punct(char),
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    None,
    /// White space.
    Space,
    /// A line break.
    Line,
}

/// One token. Offsets fit `u32`: a text is at most 4 GiB, and the service takes far less.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First raw byte.
    pub begin: u32,
    /// Raw byte behind the last; marks that follow the last letter belong to the token.
    pub end: u32,
    /// First letter code in [`Text::codes`].
    pub first_code: u32,
    /// Number of letter codes.
    pub codes: u32,
    /// What it is.
    pub kind: TokenKind,
    /// What precedes it.
    pub gap: Gap,
}

/// A text cut into tokens and sentences.
#[derive(Debug)]
pub struct Text<'t> {
    /// The text as it was given.
    pub raw: &'t str,
    /// Letter codes of all tokens, one after the other.
    pub codes: Vec<u8>,
    /// The tokens in order.
    pub tokens: Vec<Token>,
    /// Token ranges of the sentences; together they hold every token.
    pub sentences: Vec<Range<u32>>,
}

impl<'t> Text<'t> {
    /// Cuts a text.
    #[must_use]
    pub fn new(raw: &'t str) -> Self {
        let mut text = Self { raw, codes: Vec::with_capacity(raw.len()), tokens: Vec::with_capacity(raw.len() / 8), sentences: Vec::new() };
        text.cut();
        text.sentences = sentences::split(&text);
        text
    }

    /// The letter codes of a token.
    #[must_use]
    pub fn codes_of(&self, token: &Token) -> &[u8] {
        &self.codes[token.first_code as usize..(token.first_code + token.codes) as usize]
    }

    /// The raw text of a token.
    #[must_use]
    pub fn raw_of(&self, token: &Token) -> &'t str {
        &self.raw[token.begin as usize..token.end as usize]
    }

    /// The raw byte at which a token goes on after its first `letters` codes; `None` where they end inside a ligature.
    #[must_use]
    pub fn after_letters(&self, token: &Token, letters: u32) -> Option<u32> {
        let mut left = letters as usize;
        let mut codes = Vec::new();
        for (offset, c) in self.raw_of(token).char_indices() {
            codes.clear();
            fold::push(c, &mut codes);
            if left == 0 && !codes.is_empty() {
                return Some(token.begin + offset as u32);
            }
            left = left.checked_sub(codes.len())?;
        }
        (left == 0).then_some(token.end)
    }

    fn cut(&mut self) {
        let mut gap = Gap::Line;
        let mut run = Run::default();
        let raw = self.raw;
        for (at, c) in raw.char_indices() {
            let end = (at + c.len_utf8()) as u32;
            match fold::class(c).0 {
                // «بغداد ـ زينب»: a tatweel that stretches no word is written for a dash.
                Class::Mark if c == TATWEEL && run.class.is_none() => {
                    let stretched = self.tokens.last().is_some_and(|token| token.end == at as u32 && token.kind == TokenKind::Punct('–'));
                    if stretched && let Some(dash) = self.tokens.last_mut() {
                        dash.end = end;
                    } else {
                        let first_code = self.codes.len() as u32;
                        self.tokens.push(Token { begin: at as u32, end, first_code, codes: 0, kind: TokenKind::Punct('–'), gap });
                        gap = Gap::None;
                    }
                }
                Class::Mark => run.extend(end),
                kind @ (Class::Arabic | Class::Latin | Class::Digit) => {
                    if run.class != Some(kind) {
                        self.flush(&mut run, &mut gap);
                        run = Run { class: Some(kind), begin: at as u32, end, first_code: self.codes.len() as u32 };
                    }
                    fold::push(c, &mut self.codes);
                    run.end = end;
                }
                Class::Punct if run.class == Some(Class::Digit) && separates_digits(c) && raw[end as usize..].starts_with(is_digit) => {
                    self.codes.push(if matches!(c, '.' | '٫') { b'.' } else { b',' });
                    run.end = end;
                }
                Class::Punct => {
                    self.flush(&mut run, &mut gap);
                    let first_code = self.codes.len() as u32;
                    self.tokens.push(Token { begin: at as u32, end, first_code, codes: 0, kind: TokenKind::Punct(c), gap });
                    gap = Gap::None;
                }
                Class::Space => {
                    self.flush(&mut run, &mut gap);
                    gap = gap.max(Gap::Space);
                }
                Class::Newline => {
                    self.flush(&mut run, &mut gap);
                    gap = Gap::Line;
                }
            }
        }
        self.flush(&mut run, &mut gap);
    }

    fn flush(&mut self, run: &mut Run, gap: &mut Gap) {
        let Some(class) = run.class.take() else { return };
        let kind = match class {
            Class::Digit => TokenKind::Number,
            Class::Latin => TokenKind::Latin,
            _ => TokenKind::Word,
        };
        let codes = self.codes.len() as u32 - run.first_code;
        self.tokens.push(Token { begin: run.begin, end: run.end, first_code: run.first_code, codes, kind, gap: *gap });
        *gap = Gap::None;
    }
}

/// The letters or digits being read.
#[derive(Default)]
struct Run {
    class: Option<Class>,
    begin: u32,
    end: u32,
    first_code: u32,
}

impl Run {
    /// A mark belongs to the word it stands in or behind; elsewhere it is nothing.
    fn extend(&mut self, end: u32) {
        if self.class.is_some() {
            self.end = end;
        }
    }
}

const TATWEEL: char = '\u{640}';

fn separates_digits(c: char) -> bool {
    matches!(c, '.' | ',' | '٫' | '٬')
}

fn is_digit(c: char) -> bool {
    fold::class(c).0 == Class::Digit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(raw: &str) -> Vec<&str> {
        let text = Text::new(raw);
        text.tokens.iter().map(|token| text.raw_of(token)).collect()
    }

    #[test]
    fn tokens_are_words_numbers_and_marks() {
        assert_eq!(words("قال: «نعم»، 3.4 مليارات"), ["قال", ":", "«", "نعم", "»", "،", "3.4", "مليارات"]);
        assert_eq!(words("الـ24 F-16"), ["الـ", "24", "F", "-", "16"]);
        assert_eq!(words("رسمياً."), ["رسمياً", "."]);
        assert_eq!(words("4/7/2024، 1,200."), ["4", "/", "7", "/", "2024", "،", "1,200", "."]);
    }

    #[test]
    fn a_cut_begins_at_the_letter_behind_the_marks() {
        let text = Text::new("وَبوتين");
        assert_eq!(&text.raw[text.after_letters(&text.tokens[0], 1).unwrap() as usize..], "بوتين");
    }

    #[test]
    fn no_cut_inside_a_ligature() {
        let text = Text::new("ﻷمم");
        assert_eq!(text.after_letters(&text.tokens[0], 1), None);
        assert!(text.after_letters(&text.tokens[0], 2).is_some());
    }

    #[test]
    fn marks_alone_are_no_token() {
        assert!(words("\u{200F}\u{064B}").is_empty());
        assert_eq!(words("بغداد ـ زينب ـــ نور"), ["بغداد", "ـ", "زينب", "ـــ", "نور"]);
    }
}
