//! Proclitics: the readings of a word with «و» or «ف» and then «ب», «ك», «ل» or «لل» taken off.
//!
//! A reading is only a possibility. Look-up or grammar must confirm what is left: «بيلاروس» keeps its first letter because no «يلاروس» exists.

use super::fold::letters::{ALEF, BA, FA, KAF, LAM, SEEN, WAW};

/// One way to read a word: how many letters are proclitics, and what begins behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Letters taken off.
    pub cut: u8,
    /// The rest is to be read with an article that the spelling «لل» swallowed: «للأمم» is ل + «الأمم», and its name begins at the second lam.
    pub article: bool,
}

/// The most readings a word can have.
pub const MOST: usize = 9;

/// The readings of a word, the whole word first, then by growing cut. A rest has at least two letters.
#[must_use]
pub fn readings(codes: &[u8]) -> ([Reading; MOST], usize) {
    let mut found = [Reading { cut: 0, article: false }; MOST];
    let mut count = 1;
    let mut add = |cut: usize, article: bool| {
        if codes.len() >= cut + 2 && count < MOST {
            found[count] = Reading { cut: cut as u8, article };
            count += 1;
        }
    };
    let after_preposition = |from: usize, add: &mut dyn FnMut(usize, bool)| match codes.get(from) {
        Some(&BA | &KAF) => add(from + 1, false),
        Some(&LAM) => {
            // «لل»: an article («للأمم»), or the name's own lam behind the preposition («للندن»).
            if codes.get(from + 1) == Some(&LAM) {
                add(from + 1, true);
            }
            add(from + 1, false);
        }
        // The future «س» stands before imperfects only, which no name begins with; it is for telling verbs from names.
        Some(&SEEN) => add(from + 1, false),
        _ => {}
    };
    after_preposition(0, &mut add);
    if matches!(codes.first(), Some(&WAW | &FA)) {
        add(1, false);
        after_preposition(1, &mut add);
    }
    (found, count)
}

/// The letters of a reading: the rest, with its article written out where «لل» swallowed it.
pub fn letters<'a>(codes: &'a [u8], reading: Reading, buffer: &'a mut Vec<u8>) -> &'a [u8] {
    let rest = &codes[reading.cut as usize..];
    if !reading.article {
        return rest;
    }
    buffer.clear();
    buffer.push(ALEF);
    buffer.extend_from_slice(rest);
    buffer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::{fold, letter};

    fn read(word: &str) -> Vec<String> {
        let codes = fold(word);
        let (found, count) = readings(&codes);
        let mut buffer = Vec::new();
        found[..count].iter().map(|reading| letters(&codes, *reading, &mut buffer).iter().map(|code| letter(*code)).collect()).collect()
    }

    #[test]
    fn every_possible_cut_is_a_reading() {
        assert_eq!(read("وبوتين"), ["وبوتين", "بوتين", "وتين"]);
        assert_eq!(read("للأمم"), ["للامم", "الامم", "لامم"]);
        assert_eq!(read("وللندن"), ["وللندن", "للندن", "الندن", "لندن"]);
        assert_eq!(read("فرنسا"), ["فرنسا", "رنسا"]);
        assert_eq!(read("أستانا"), ["استانا"]);
    }

    #[test]
    fn one_letter_is_no_rest() {
        assert_eq!(read("بن"), ["بن"]);
        assert_eq!(read("و"), ["و"]);
    }
}
