//! Names of one or more words as a trie over word numbers: each name with what it stands for.

use hashbrown::HashTable;

use super::vocabulary::WordId;

/// A place in the trie. The root is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node(u32);

impl Node {
    /// Where every name begins.
    pub const ROOT: Self = Self(0);
}

struct Edge {
    parent: u32,
    word: WordId,
    child: u32,
}

/// The trie. `T` is what a name stands for; a name may stand for several things.
pub struct Names<T> {
    edges: HashTable<Edge>,
    /// First meaning of each node in `meanings`, or `NONE`.
    first: Vec<u32>,
    meanings: Vec<(T, u32)>,
}

const NONE: u32 = u32::MAX;

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { edges: HashTable::new(), first: vec![NONE], meanings: Vec::new() }
    }
}

impl<T: Copy + PartialEq> Names<T> {
    /// Makes room for so many more words of names.
    pub fn reserve(&mut self, words: usize) {
        self.edges.reserve(words, |edge| hash(edge.parent, edge.word));
        self.first.reserve(words);
        self.meanings.reserve(words);
    }

    /// Adds a name; the same meaning twice is kept once.
    pub fn insert(&mut self, words: &[WordId], meaning: T) {
        let mut at = Node::ROOT;
        for word in words {
            at = match self.step(at, *word) {
                Some(next) => next,
                None => {
                    let child = self.first.len() as u32;
                    self.first.push(NONE);
                    self.edges
                        .insert_unique(hash(at.0, *word), Edge { parent: at.0, word: *word, child }, |edge| hash(edge.parent, edge.word));
                    Node(child)
                }
            };
        }
        if self.meanings(at).all(|known| *known != meaning) {
            self.meanings.push((meaning, self.first[at.0 as usize]));
            self.first[at.0 as usize] = self.meanings.len() as u32 - 1;
        }
    }

    /// Whether a name stands for something.
    #[must_use]
    pub fn contains(&self, words: &[WordId]) -> bool {
        let end = words.iter().try_fold(Node::ROOT, |node, word| self.step(node, *word));
        end.is_some_and(|node| self.meanings(node).next().is_some())
    }

    /// The node behind one more word.
    #[must_use]
    pub fn step(&self, node: Node, word: WordId) -> Option<Node> {
        self.edges.find(hash(node.0, word), |edge| edge.parent == node.0 && edge.word == word).map(|edge| Node(edge.child))
    }

    /// What the name that ends at a node stands for; nothing where none ends there.
    pub fn meanings(&self, node: Node) -> impl Iterator<Item = &T> {
        let mut at = self.first[node.0 as usize];
        std::iter::from_fn(move || {
            let (meaning, next) = self.meanings.get(at as usize)?;
            at = *next;
            Some(meaning)
        })
    }
}

fn hash(parent: u32, word: WordId) -> u64 {
    let key = u64::from(parent) << 32 | u64::from(word.0);
    let product = u128::from(key ^ 0x9E37_79B9_7F4A_7C15) * 0xD6E8_FEB8_6659_FD93;
    (product as u64) ^ ((product >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_share_beginnings_and_keep_their_meanings_apart() {
        let mut names = Names::default();
        let w = WordId;
        names.insert(&[w(1), w(2)], 'a');
        names.insert(&[w(1)], 'b');
        names.insert(&[w(1), w(2)], 'c');
        names.insert(&[w(1), w(2)], 'c');
        let one = names.step(Node::ROOT, w(1)).unwrap();
        let two = names.step(one, w(2)).unwrap();
        assert_eq!(names.meanings(one).collect::<String>(), "b");
        let mut both: Vec<_> = names.meanings(two).copied().collect();
        both.sort_unstable();
        assert_eq!(both, ['a', 'c']);
        assert!(names.step(two, w(1)).is_none());
        assert!(names.step(Node::ROOT, w(2)).is_none());
    }
}
