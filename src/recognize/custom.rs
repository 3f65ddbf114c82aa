//! The caller's own names, under the same folds and clitics as the gazetteer's.

use std::collections::HashMap;

use super::candidate::{Candidate, Link, Source};
use super::scene::Scene;
use crate::analysis::CustomEntity;
use crate::text::clitics;
use crate::text::fold::fold;

/// The words of a name behind its first, and which entity it names.
type Rest = (Vec<Vec<u8>>, usize);

/// Proposes every custom name that stands in the text. They outrank what is known: the caller asked for them.
pub fn propose(scene: &Scene<'_, '_>, custom: &[CustomEntity], out: &mut Vec<Candidate>) {
    if custom.is_empty() {
        return;
    }
    let mut names: HashMap<Vec<u8>, Vec<Rest>> = HashMap::new();
    for (at, entity) in custom.iter().enumerate() {
        for form in std::iter::once(&entity.name).chain(&entity.aliases) {
            let mut words = fold(form).split(|code| *code == b' ').map(<[u8]>::to_vec).collect::<Vec<_>>();
            if words.first().is_some_and(|first| !first.is_empty()) {
                let first = words.remove(0);
                names.entry(first).or_default().push((words, at));
            }
        }
    }
    let mut buffer = Vec::new();
    for at in 0..scene.len() {
        let codes = scene.codes(at);
        if codes.is_empty() {
            continue;
        }
        let (readings, count) = clitics::readings(codes);
        for reading in &readings[..if scene.is_word(at) { count } else { 1 }] {
            let letters = clitics::letters(codes, *reading, &mut buffer);
            let Some(choices) = names.get(letters) else { continue };
            let longest = choices
                .iter()
                .filter_map(|(rest, entity)| Some((ending(scene, at, rest)?, *entity)))
                .max_by_key(|(last, entity)| (*last, std::cmp::Reverse(*entity)));
            if let Some((last, entity)) = longest {
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

fn ending(scene: &Scene<'_, '_>, at: usize, rest: &[Vec<u8>]) -> Option<usize> {
    let mut last = at;
    for word in rest {
        let next = (last + 1..last + 3).find(|next| scene.continues(*next) && !scene.is_punct(*next, &['"', '«', '»', '“', '”', '-']))?;
        if scene.codes(next) != word.as_slice() {
            return None;
        }
        last = next;
    }
    Some(last)
}
