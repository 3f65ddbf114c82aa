//! How foreign the letters of a word look: a model of three letters in a row, counted from the gazetteer's own lists.
//!
//! A name that nobody listed («غرايموند», «باتريغاس») is told from an Arabic word that nobody listed («أهدر») by its sequences of letters. The two sides are
//! the foreign given and family names, and the ordinary words, as they stand and with the affixes they are met with, beside the Arabic names. Each side is an interpolated model
//! of letter trigrams (Jelinek and Mercer 1980, with the weight of the shorter context after Witten and Bell 1991, here a constant); what counts is the logarithm of
//! how much likelier the word is as a foreign name.

use crate::text::fold::arabic;

/// Letters of the Arabic block from hamza to ya, and the edge of a word.
const LETTERS: usize = 43;

/// Where a word begins and ends.
const EDGE: usize = 42;

/// How many times a longer context must have been seen to weigh as much as the shorter one.
const WEIGHT: f32 = 4.0;

/// Sequences of up to three letters of one kind of words, counted.
struct Counts {
    three: Vec<u32>,
    two: Vec<u32>,
    one: Vec<u32>,
}

impl Default for Counts {
    fn default() -> Counts {
        Counts { three: vec![0; LETTERS * LETTERS * LETTERS], two: vec![0; LETTERS * LETTERS], one: vec![0; LETTERS] }
    }
}

impl Counts {
    fn count(&mut self, letters: impl Iterator<Item = usize>) {
        let (mut before, mut last) = (EDGE, EDGE);
        for letter in letters.chain([EDGE]) {
            self.three[(before * LETTERS + last) * LETTERS + letter] += 1;
            self.two[last * LETTERS + letter] += 1;
            self.one[letter] += 1;
            (before, last) = (last, letter);
        }
    }

    /// How likely each letter is behind each two, as a logarithm.
    fn likelihoods(&self) -> Vec<f32> {
        let all = self.one.iter().sum::<u32>() as f32;
        let single: Vec<f32> = self.one.iter().map(|seen| (*seen as f32 + WEIGHT / LETTERS as f32) / (all + WEIGHT)).collect();
        let smooth = |seen: &[u32], shorter: &[f32]| -> Vec<f32> {
            let sum = seen.iter().sum::<u32>() as f32 + WEIGHT;
            seen.iter().zip(shorter).map(|(seen, shorter)| (*seen as f32 + WEIGHT * shorter) / sum).collect()
        };
        let pairs: Vec<Vec<f32>> = self.two.chunks(LETTERS).map(|seen| smooth(seen, &single)).collect();
        let triples = self.three.chunks(LETTERS).enumerate();
        triples.flat_map(|(context, seen)| smooth(seen, &pairs[context % LETTERS])).map(f32::ln).collect()
    }
}

/// What a word may be joined to: proclitics and article, pronouns and endings.
const PREFIXES: [&str; 11] = ["و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "بال", "لل", ""];
const SUFFIXES: [&str; 12] = ["ه", "ها", "هم", "نا", "ات", "ين", "ون", "ان", "ا", "ي", "ت", ""];

/// Counts words for the model.
#[derive(Default)]
pub struct Builder {
    foreign: Counts,
    native: Counts,
    words: usize,
}

impl Builder {
    /// Counts a foreign name; names of several words word by word.
    pub fn foreign(&mut self, folded: &[u8]) {
        for word in folded.split(|code| *code == b' ').filter(|word| word.len() > 1) {
            self.foreign.count(indices(word));
        }
    }

    /// Counts an Arabic name.
    pub fn native(&mut self, folded: &[u8]) {
        for word in folded.split(|code| *code == b' ') {
            self.native.count(indices(word));
        }
    }

    /// Counts an ordinary word, as it stands and with an affix on either side, each in turn.
    pub fn ordinary(&mut self, folded: &[u8]) {
        let prefix = PREFIXES[self.words % PREFIXES.len()];
        let suffix = SUFFIXES[self.words / PREFIXES.len() % SUFFIXES.len()];
        self.words += 1;
        self.native.count(indices(folded));
        let affix = |written: &'static str| written.chars().map(|letter| usize::from(arabic(letter)) - 0x80);
        self.native.count(affix(prefix).chain(indices(folded)).chain(affix(suffix)));
    }

    /// The model of what was counted.
    #[must_use]
    pub fn finish(&self) -> Letters {
        let native = self.native.likelihoods();
        Letters { odds: self.foreign.likelihoods().iter().zip(native).map(|(foreign, native)| foreign - native).collect() }
    }
}

fn indices(codes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    codes.iter().filter(|code| **code >= 0x80).map(|code| usize::from(*code) - 0x80).filter(|index| *index < EDGE)
}

/// The model: the logarithm of how much likelier a letter is in a foreign name than in an Arabic word, behind each two letters.
#[derive(Default)]
pub struct Letters {
    odds: Vec<f32>,
}

impl Letters {
    /// The natural logarithm of the odds that folded letters are a foreign name and no Arabic word: above 0 rather a name, at 2 three of four unlisted words that
    /// get there are names. 0 for everything where no list was loaded.
    #[must_use]
    pub fn foreign(&self, codes: &[u8]) -> f32 {
        if self.odds.is_empty() {
            return 0.0;
        }
        let (mut before, mut last, mut sum) = (EDGE, EDGE, 0.0);
        for letter in indices(codes).chain([EDGE]) {
            sum += self.odds[(before * LETTERS + last) * LETTERS + letter];
            (before, last) = (last, letter);
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use crate::text::fold::fold;

    #[test]
    fn foreign_names_nobody_listed_look_foreign() {
        let gazetteer = crate::gazetteer::load::load(crate::embedded::FILES).expect("the embedded gazetteer loads");
        for name in ["غرايموند", "باتريغاس", "ماجونغ", "غرافيتش", "روبنسكي", "تشانغوو"] {
            assert!(gazetteer.letters.foreign(&fold(name)) > 1.0, "{name}: {}", gazetteer.letters.foreign(&fold(name)));
        }
    }

    #[test]
    fn arabic_words_nobody_listed_do_not() {
        let gazetteer = crate::gazetteer::load::load(crate::embedded::FILES).expect("the embedded gazetteer loads");
        for word in ["أهدر", "فاستعصمت", "لمتعهديها", "يستطلعونه", "وانطفأت", "بمحتسبيهم"] {
            assert!(gazetteer.letters.foreign(&fold(word)) < 0.0, "{word}: {}", gazetteer.letters.foreign(&fold(word)));
        }
    }
}
