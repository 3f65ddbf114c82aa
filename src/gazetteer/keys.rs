//! Entities by their keys.

use hashbrown::HashTable;

use super::vocabulary::hash;
use super::{EntryId, Known};

/// A table of the keys that a list of entities holds; the list goes with every question, so that no key is kept twice.
#[derive(Debug, Default)]
pub struct Keys(HashTable<EntryId>);

impl Keys {
    /// Makes room for so many more keys.
    pub fn reserve(&mut self, known: &[Known], keys: usize) {
        self.0.reserve(keys, |id| hash(key_of(known, *id).as_bytes()));
    }

    /// The entity with a key.
    #[must_use]
    pub fn get(&self, known: &[Known], key: &str) -> Option<EntryId> {
        self.0.find(hash(key.as_bytes()), |id| key_of(known, *id) == key).copied()
    }

    /// Adds the last of the entities; `false` where another already has its key.
    pub fn push_last(&mut self, known: &[Known]) -> bool {
        let Some(last) = known.last() else { return false };
        let new = self.get(known, &last.key).is_none();
        if new {
            let id = EntryId(known.len() as u32 - 1);
            self.0.insert_unique(hash(last.key.as_bytes()), id, |id| hash(key_of(known, *id).as_bytes()));
        }
        new
    }
}

fn key_of(known: &[Known], id: EntryId) -> &str {
    &known[id.0 as usize].key
}
