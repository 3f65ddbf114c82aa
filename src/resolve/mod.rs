//! From candidates to entities.

pub mod build;
pub mod choose;
mod confidence;
mod corefer;
mod holders;
pub mod key;
mod nominals;
mod summits;

use crate::recognize::{Candidate, Scene};

/// Chooses among the candidates and resolves what refers back.
#[must_use]
pub fn resolve(scene: &Scene<'_, '_>, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let chosen = choose::choose(candidates.clone(), scene.len());
    let back = corefer::propose(scene, &chosen);
    let mut all = candidates;
    all.extend(back);
    let mut chosen = choose::choose(all, scene.len());
    corefer::link_short_forms(scene, &mut chosen);
    summits::unite(scene, &mut chosen);
    chosen
}
