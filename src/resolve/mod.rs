//! From candidates to entities.

pub mod build;
pub mod choose;
pub mod key;

use crate::analysis::Options;
use crate::recognize::{Candidate, Scene};

/// Chooses among the candidates and resolves what refers back.
#[must_use]
pub fn resolve(scene: &Scene<'_, '_>, candidates: Vec<Candidate>, options: &Options<'_>) -> Vec<Candidate> {
    let _ = options;
    choose::choose(candidates, scene.len())
}
