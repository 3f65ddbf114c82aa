//! From tokens to candidate mentions, one file a rule family.

pub mod candidate;
mod known;
pub mod lexicon;
mod nisbas;
pub mod scene;

pub use candidate::{Candidate, Link, Source};
pub use scene::{Hit, Scene};

/// Everything the rules propose for a text.
#[must_use]
pub fn propose(scene: &Scene<'_, '_>, published: Option<jiff::civil::Date>) -> Vec<Candidate> {
    let _ = published;
    let mut out = Vec::with_capacity(scene.len() / 2);
    known::propose(scene, &mut out);
    nisbas::propose(scene, &mut out);
    out
}
