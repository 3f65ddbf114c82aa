//! Every word the gazetteer knows, as a number.

use hashbrown::HashTable;

/// Number of a known word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

/// Folded words ↔ numbers. One table, one blob of letters.
#[derive(Debug, Default)]
pub struct Vocabulary {
    letters: Vec<u8>,
    ends: Vec<u32>,
    table: HashTable<u32>,
}

impl Vocabulary {
    /// The number of a word, if it is known.
    #[must_use]
    pub fn get(&self, word: &[u8]) -> Option<WordId> {
        self.table.find(hash(word), |id| self.word(*id) == word).map(|id| WordId(*id))
    }

    /// The number of a word, given now if it has none.
    pub fn insert(&mut self, word: &[u8]) -> WordId {
        if let Some(id) = self.get(word) {
            return id;
        }
        let id = self.ends.len() as u32;
        self.letters.extend_from_slice(word);
        self.ends.push(self.letters.len() as u32);
        let (letters, ends) = (&self.letters, &self.ends);
        self.table.insert_unique(hash(word), id, |id| hash(slice(letters, ends, *id)));
        WordId(id)
    }

    /// Makes room for so many more words.
    pub fn reserve(&mut self, words: usize) {
        let (letters, ends) = (&self.letters, &self.ends);
        self.table.reserve(words, |id| hash(slice(letters, ends, *id)));
        self.ends.reserve(words);
        self.letters.reserve(words * 8);
    }

    /// How many words are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The letter codes of a word.
    #[must_use]
    pub fn letters(&self, id: WordId) -> &[u8] {
        self.word(id.0)
    }

    fn word(&self, id: u32) -> &[u8] {
        slice(&self.letters, &self.ends, id)
    }
}

fn slice<'a>(letters: &'a [u8], ends: &[u32], id: u32) -> &'a [u8] {
    let begin = if id == 0 { 0 } else { ends[id as usize - 1] as usize };
    &letters[begin..ends[id as usize] as usize]
}

/// Eight bytes at a time, multiplied and folded: words are short, so set-up costs more than mixing.
pub fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = bytes.len() as u64 ^ K;
    let mut mix = |word: u64| {
        let product = u128::from(state ^ word) * u128::from(K);
        state = (product as u64) ^ ((product >> 64) as u64);
    };
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        // The chunk has eight bytes.
        mix(u64::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3], chunk[4], chunk[5], chunk[6], chunk[7]]));
    }
    let mut last = 0_u64;
    for byte in chunks.remainder() {
        last = last << 8 | u64::from(*byte);
    }
    mix(last);
    mix(K);
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers() {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<Vec<u8>> = (0..5000_u32).map(|n| n.to_string().into_bytes()).collect();
        let ids: Vec<_> = words.iter().map(|word| vocabulary.insert(word)).collect();
        assert_eq!(vocabulary.len(), 5000);
        for (word, id) in words.iter().zip(ids) {
            assert_eq!(vocabulary.get(word), Some(id));
            assert_eq!(vocabulary.letters(id), &word[..]);
        }
        assert_eq!(vocabulary.get(b"unknown"), None);
    }
}
