//! From tokens to candidate mentions, one file a rule family.

mod calendar;
pub mod candidate;
mod dates;
mod events;
mod known;
mod languages;
mod laws;
pub mod lexicon;
mod nisbas;
mod numbers;
mod organizations;
mod people;
mod phrase;
mod places;
mod positions;
mod quantities;
pub mod scene;
mod times;

pub use candidate::{Candidate, Link, Source};
pub use scene::{Hit, Scene};

/// Everything the rules propose for a text.
#[must_use]
pub fn propose(scene: &Scene<'_, '_>, published: Option<jiff::civil::Date>) -> Vec<Candidate> {
    let mut out = Vec::with_capacity(scene.len() / 2);
    known::propose(scene, &mut out);
    nisbas::propose(scene, &mut out);
    dates::propose(scene, published, &mut out);
    times::propose(scene, &mut out);
    quantities::propose(scene, &mut out);
    let positions = positions::propose(scene, &mut out);
    people::propose(scene, &positions, &mut out);
    places::propose(scene, &mut out);
    organizations::propose(scene, &mut out);
    events::propose(scene, published, &mut out);
    laws::propose(scene, &mut out);
    languages::propose(scene, &mut out);
    out
}
