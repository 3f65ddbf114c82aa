//! Nisbas: adjectives of countries, cities, peoples and faiths («كازاخستاني») in all their forms.

use crate::text::fold::{arabic, fold};

/// Gender and number of a nisba form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// روسي.
    Masculine,
    /// روسية.
    Feminine,
    /// روسيان، روسيين.
    Dual,
    /// روس، روسيون: people.
    Plural,
}

/// One inflected form, folded.
#[derive(Debug, PartialEq, Eq)]
pub struct NisbaForm {
    /// Words separated by one space.
    pub letters: Vec<u8>,
    /// With the article.
    pub definite: bool,
    /// Gender and number.
    pub shape: Shape,
}

/// Endings that follow the final ي of a nisba. «روسيين» is dual or plural; people in the news are rarely two.
const ENDINGS: [(&str, Shape); 8] = [
    ("", Shape::Masculine),
    ("ا", Shape::Masculine),
    ("ه", Shape::Feminine),
    ("ون", Shape::Plural),
    ("ين", Shape::Plural),
    ("ان", Shape::Dual),
    ("تان", Shape::Dual),
    ("ات", Shape::Plural),
];

/// Every form of a nisba: each ending, with and without the article; of a compound («كوري جنوبي», «جنوب أفريقي») the adjectives agree.
/// Irregular plurals come as they are.
#[must_use]
pub fn inflect(nisba: &str, plurals: &[&str]) -> Vec<NisbaForm> {
    // «ألماني» folds to letters that look like an article; the data write none.
    let words: Vec<Vec<u8>> = fold(nisba).split(|code| *code == b' ').map(<[u8]>::to_vec).collect();
    let mut forms = Vec::new();
    for definite in [false, true] {
        for (ending, shape) in ENDINGS {
            if words.iter().all(|word| !ends_in_ya(word)) && !ending.is_empty() {
                continue;
            }
            let letters = words
                .iter()
                .enumerate()
                .map(|(at, word)| inflect_word(word, ending, definite && (at == 0 || ends_in_ya(&words[0]))))
                .collect::<Vec<_>>();
            forms.push(NisbaForm { letters: letters.join(&b' '), definite, shape });
        }
        for plural in plurals {
            let letters = inflect_word(&fold(plural), "", definite);
            forms.push(NisbaForm { letters, definite, shape: Shape::Plural });
        }
    }
    forms
}

fn ends_in_ya(word: &[u8]) -> bool {
    word.last() == Some(&arabic('ي'))
}

fn inflect_word(word: &[u8], ending: &str, definite: bool) -> Vec<u8> {
    let article: &[u8] = if definite { &[arabic('ا'), arabic('ل')] } else { &[] };
    let ending = if ends_in_ya(word) { fold(ending) } else { Vec::new() };
    [article, word, &ending].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(nisba: &str, plurals: &[&str], form: &str) -> bool {
        inflect(nisba, plurals).iter().any(|found| found.letters == fold(form))
    }

    #[test]
    fn nisbas_inflect() {
        for form in ["كازاخستاني", "الكازاخستانية", "كازاخستانيين", "الكازاخستانيون", "كازاخستانيا", "الكازاخستانيات"]
        {
            assert!(has("كازاخستاني", &[], form), "{form}");
        }
        assert!(has("تركي", &["أتراك"], "الأتراك"));
        assert!(has("ألماني", &["ألمان"], "الألماني") && has("ألماني", &["ألمان"], "الألمان"));
        assert!(has("كوري جنوبي", &[], "الكورية الجنوبية"));
        assert!(has("كوري جنوبي", &[], "كوريين جنوبيين"));
        assert!(has("جنوب أفريقي", &[], "الجنوب أفريقية"));
    }

    #[test]
    fn other_words_are_no_forms() {
        assert!(!has("روسي", &[], "روسيا والصين"));
        assert!(!has("تركي", &["أتراك"], "تراك"));
        assert!(!has("كوري جنوبي", &[], "الكورية جنوبية"));
    }
}
