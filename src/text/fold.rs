//! Spelling folds: every spelling that Arabic readers take for the same word becomes the same *letter codes*, one byte a letter.
//!
//! | folded | to |
//! |---|---|
//! | hamza seats أ إ آ ٱ, ؤ, ئ | ا, و, ي |
//! | ة, ى | ه, ي |
//! | Persian and Urdu letters ک گ ی پ چ ژ ڤ ہ | ك ك ي ب ج ز ف ه |
//! | presentation forms (ﻻ, ﷲ …) | the letters they show |
//! | tatweel, vowel marks, tanwin, dagger alef, bidi and zero-width marks | nothing |
//! | Latin capitals, accented Latin letters | small letters without accents |
//! | Arabic-Indic and Persian digits | 0–9 |
//!
//! Codes: ASCII letters and digits stand for themselves, Arabic letters U+0621…U+064A are 0x80…0xA9.
//! Letters of other scripts keep their UTF-8 bytes behind [`FOREIGN`], so that they never equal an Arabic code.

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_canonical, decompose_compatible};

/// Goes before the UTF-8 bytes of a letter that is neither Arabic nor Latin.
pub const FOREIGN: u8 = 0x1F;

/// What a character is to the tokeniser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// An Arabic letter.
    Arabic,
    /// A letter of another script.
    Latin,
    /// A decimal digit.
    Digit,
    /// Carries no letter of its own: marks, tatweel, bidi and zero-width controls.
    Mark,
    /// White space other than a line break.
    Space,
    /// A line break.
    Newline,
    /// Anything else.
    Punct,
}

/// The code of an Arabic letter of the basic block after folding.
#[must_use]
pub const fn arabic(letter: char) -> u8 {
    let folded = match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' | 'ی' | 'ې' | 'ے' => 'ي',
        'ة' | 'ہ' | 'ۀ' | 'ە' | 'ھ' => 'ه',
        'ک' | 'گ' | 'ڪ' => 'ك',
        'پ' => 'ب',
        'چ' => 'ج',
        'ژ' => 'ز',
        'ڤ' | 'ڢ' => 'ف',
        'ڨ' => 'ق',
        other => other,
    };
    (folded as u32 - 0x0621 + 0x80) as u8
}

/// Codes of the letters that affixes are made of.
pub mod letters {
    use super::arabic;

    /// ا
    pub const ALEF: u8 = arabic('ا');
    /// ب
    pub const BA: u8 = arabic('ب');
    /// ت
    pub const TA: u8 = arabic('ت');
    /// س
    pub const SEEN: u8 = arabic('س');
    /// ف
    pub const FA: u8 = arabic('ف');
    /// ك
    pub const KAF: u8 = arabic('ك');
    /// ل
    pub const LAM: u8 = arabic('ل');
    /// م
    pub const MIM: u8 = arabic('م');
    /// ن
    pub const NUN: u8 = arabic('ن');
    /// ه
    pub const HA: u8 = arabic('ه');
    /// و
    pub const WAW: u8 = arabic('و');
    /// ي
    pub const YA: u8 = arabic('ي');
}

/// A code as a letter again, for messages and dumps.
#[must_use]
pub fn letter(code: u8) -> char {
    if code >= 0x80 { char::from_u32(u32::from(code) - 0x80 + 0x0621).unwrap_or('?') } else { code as char }
}

/// The class of a character, with its letter code where it is one letter of one byte.
#[must_use]
pub fn class(c: char) -> (Class, Option<u8>) {
    TABLE.get(c as usize).copied().unwrap_or_else(|| classify(c))
}

/// [`classify`] of everything up to the end of the Arabic block: Latin and Arabic are what news is made of.
static TABLE: LazyLock<Vec<(Class, Option<u8>)>> = LazyLock::new(|| ('\0'..='\u{06FF}').map(classify).collect());

fn classify(c: char) -> (Class, Option<u8>) {
    match c {
        // «أوبك+» is another body than «أوبك»: the sign is part of names.
        '+' => (Class::Latin, Some(b'+')),
        'a'..='z' | 'A'..='Z' => (Class::Latin, Some(c.to_ascii_lowercase() as u8)),
        '0'..='9' => (Class::Digit, Some(c as u8)),
        '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => (Class::Arabic, Some(arabic(c))),
        '\u{0660}'..='\u{0669}' => (Class::Digit, Some((c as u32 - 0x0660) as u8 + b'0')),
        '\u{06F0}'..='\u{06F9}' => (Class::Digit, Some((c as u32 - 0x06F0) as u8 + b'0')),
        '\n' | '\r' | '\u{0085}' | '\u{2028}' | '\u{2029}' => (Class::Newline, None),
        ' ' | '\t' | '\u{00A0}' => (Class::Space, None),
        _ => rare(c),
    }
}

fn rare(c: char) -> (Class, Option<u8>) {
    match c {
        '\u{0640}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}' => (Class::Mark, None),
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{061C}' | '\u{FEFF}' | '\u{00AD}' => {
            (Class::Mark, None)
        }
        '\u{0300}'..='\u{036F}' | '\u{FE00}'..='\u{FE0F}' | '\u{0000}' => (Class::Mark, None),
        'ٱ' | 'ی' | 'ې' | 'ے' | 'ہ' | 'ۀ' | 'ە' | 'ھ' | 'ک' | 'گ' | 'ڪ' | 'پ' | 'چ' | 'ژ' | 'ڤ' | 'ڢ' | 'ڨ' => {
            (Class::Arabic, Some(arabic(c)))
        }
        '\u{0671}'..='\u{06D3}' | '\u{0750}'..='\u{077F}' => (Class::Arabic, None),
        '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}' => {
            if decomposed(c, true).any(|part| matches!(class(part).0, Class::Arabic)) {
                (Class::Arabic, None)
            } else {
                (Class::Mark, None)
            }
        }
        _ if c.is_whitespace() => (Class::Space, None),
        _ if c.is_alphabetic() => (Class::Latin, None),
        _ => (Class::Punct, None),
    }
}

fn decomposed(c: char, compatible: bool) -> impl Iterator<Item = char> {
    let mut parts = ['\0'; 20];
    let mut count = 0;
    let mut keep = |part: char| {
        if count < parts.len() && part != c {
            parts[count] = part;
            count += 1;
        }
    };
    if compatible {
        decompose_compatible(c, &mut keep)
    } else {
        decompose_canonical(c, &mut keep)
    }
    parts.into_iter().take(count)
}

/// Appends the letter codes of one letter or digit; marks, spaces and punctuation append nothing.
pub fn push(c: char, codes: &mut Vec<u8>) {
    push_of(c, class(c), codes);
}

/// [`push`] of a character whose class is known.
fn push_of(c: char, class_of: (Class, Option<u8>), codes: &mut Vec<u8>) {
    match class_of {
        (Class::Arabic | Class::Latin | Class::Digit, Some(code)) => codes.push(code),
        (Class::Arabic, None) => {
            let before = codes.len();
            for part in decomposed(c, true) {
                if let (Class::Arabic, Some(code)) = class(part) {
                    codes.push(code);
                }
            }
            if codes.len() == before {
                push_foreign(c, codes);
            }
        }
        (Class::Latin, None) => {
            let base = decomposed(c, false).find(char::is_ascii_alphabetic);
            match base.or(latin_base(c)) {
                Some(base) => codes.push(base.to_ascii_lowercase() as u8),
                None => push_foreign(c, codes),
            }
        }
        _ => {}
    }
}

/// Latin letters that Unicode does not decompose: the Turkish dotless i, ø, ł.
const fn latin_base(c: char) -> Option<char> {
    Some(match c {
        'ı' => 'i',
        'ø' | 'Ø' => 'o',
        'ł' | 'Ł' => 'l',
        'đ' | 'Đ' => 'd',
        'ß' => 's',
        _ => return None,
    })
}

fn push_foreign(c: char, codes: &mut Vec<u8>) {
    codes.push(FOREIGN);
    codes.extend_from_slice(c.to_lowercase().next().unwrap_or(c).encode_utf8(&mut [0; 4]).as_bytes());
}

/// The codes of a word or of several, words separated by one space each, punctuation dropped: the key under which names are compared.
#[must_use]
pub fn fold(text: &str) -> Vec<u8> {
    let mut codes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match class(c) {
            (Class::Space | Class::Newline | Class::Punct, _) => {
                if codes.last().is_some_and(|last| *last != b' ') {
                    codes.push(b' ');
                }
            }
            (Class::Arabic | Class::Latin | Class::Digit, Some(code)) => codes.push(code),
            other => push_of(c, other, &mut codes),
        }
    }
    if codes.last() == Some(&b' ') {
        codes.pop();
    }
    codes
}

/// Whether letter codes spell a word; nothing is allocated, so rules may ask often.
#[must_use]
pub fn is(codes: &[u8], word: &str) -> bool {
    rest_behind(codes, word).is_some_and(<[u8]>::is_empty)
}

/// Whether letter codes begin with a word's.
#[must_use]
pub fn starts(codes: &[u8], word: &str) -> bool {
    rest_behind(codes, word).is_some()
}

/// Whether letter codes end with a word's, which is one of plain letters.
#[must_use]
pub fn ends(codes: &[u8], word: &str) -> bool {
    codes.len().checked_sub(word.chars().count()).is_some_and(|from| is(&codes[from..], word))
}

/// What is left of letter codes behind a word of plain letters.
#[must_use]
pub fn rest_behind<'c>(codes: &'c [u8], word: &str) -> Option<&'c [u8]> {
    let mut rest = codes;
    for c in word.chars() {
        let (first, more) = rest.split_first()?;
        if class(c).1 != Some(*first) {
            return None;
        }
        rest = more;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for (one, other) in [
            ("أستانا", "استانا"),
            ("الكريملِن", "الكريملن"),
            ("قمّة", "قمه"),
            ("إيران", "ايران"),
            ("مصطفى", "مصطفي"),
            ("مؤتمر", "موتمر"),
            ("کابل", "كابل"),
            ("الـــعراق", "العراق"),
            ("ﻻجئ", "لاجئ"),
            ("سوريا\u{200F}", "سوريا"),
            ("Erdoğan", "erdogan"),
            ("٢٠٢٤", "2024"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (one, other) in [("عمان", "عمون"), ("قطر", "قطرة"), ("شي", "شيء"), ("Москва", "Минск")] {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn punctuation_separates_words() {
        assert_eq!(fold("منظمة \"شنغهاي\" للتعاون"), fold("منظمة شنغهاي  للتعاون"));
    }
}
