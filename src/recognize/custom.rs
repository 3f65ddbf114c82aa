//! The caller's own names, under the same folds and clitics as the gazetteer's.

use std::collections::HashMap;

use super::candidate::{Candidate, Link, Source};
use super::scene::Scene;
use crate::analysis::CustomEntity;
use crate::text::clitics;
use crate::text::fold::fold;

/// The caller's names as a tree of folded words: what a token costs does not grow with the number of names.
struct Names(Vec<Node>);

#[derive(Default)]
struct Node {
    /// The name that ends here.
    entity: Option<usize>,
    /// How names go on.
    next: HashMap<Vec<u8>, usize>,
}

impl Names {
    fn new(custom: &[CustomEntity]) -> Self {
        let mut nodes = vec![Node::default()];
        for (at, entity) in custom.iter().enumerate() {
            for form in std::iter::once(&entity.name).chain(&entity.aliases) {
                let mut node = 0;
                for word in fold(form).split(|code| *code == b' ').filter(|word| !word.is_empty()) {
                    let new = nodes.len();
                    node = *nodes[node].next.entry(word.to_vec()).or_insert(new);
                    if node == new {
                        nodes.push(Node::default());
                    }
                }
                // Of two entities with one name the first is meant.
                nodes[node].entity.get_or_insert(at);
            }
        }
        // A name without letters is no name.
        nodes[0].entity = None;
        Self(nodes)
    }

    /// The longest name that begins with `first`, which stands at a token: its last token and its entity.
    fn find(&self, scene: &Scene<'_, '_>, at: usize, first: &[u8]) -> Option<(usize, usize)> {
        let mut node = &self.0[*self.0[0].next.get(first)?];
        let mut last = at;
        let mut found = node.entity.map(|entity| (at, entity));
        while !node.next.is_empty() {
            let marks = ['"', '«', '»', '“', '”', '-'];
            let Some(next) = (last + 1..last + 3).find(|next| scene.continues(*next) && !scene.is_punct(*next, &marks)) else { break };
            let Some(step) = node.next.get(scene.codes(next)) else { break };
            node = &self.0[*step];
            last = next;
            found = node.entity.map(|entity| (last, entity)).or(found);
        }
        found
    }
}

/// Proposes every custom name that stands in the text. They outrank what is known: the caller asked for them.
pub fn propose(scene: &Scene<'_, '_>, custom: &[CustomEntity], out: &mut Vec<Candidate>) {
    if custom.is_empty() {
        return;
    }
    let names = Names::new(custom);
    let mut buffer = Vec::new();
    for at in 0..scene.len() {
        let codes = scene.codes(at);
        if codes.is_empty() {
            continue;
        }
        let (readings, count) = clitics::readings(codes);
        for reading in &readings[..if scene.is_word(at) { count } else { 1 }] {
            if let Some((last, entity)) = names.find(scene, at, clitics::letters(codes, *reading, &mut buffer)) {
                let candidate = Candidate::spanning(scene, at, *reading, last, custom[entity].kind, 2.0, "custom");
                out.extend(candidate.map(|mut candidate| {
                    candidate.source = Source::Custom(entity);
                    candidate.linked(Link::Custom(entity))
                }));
                break;
            }
        }
    }
}
