//! From tokens to candidate mentions, one file a rule family.

mod body_constructs;
mod body_ends;
mod body_links;
mod bracketed;
mod bylines;
mod calendar;
pub mod candidate;
mod closing_words;
mod clubs;
mod coordination;
mod custom;
mod dates;
mod durations;
mod events;
mod extents;
mod hints;
mod known;
mod known_support;
mod languages;
mod laws;
pub mod lexicon;
mod name_ends;
mod name_lists;
mod name_starts;
pub mod names;
mod nisbas;
mod numbers;
mod organizations;
pub mod people;
pub mod phrase;
mod places;
mod position_tails;
mod positions;
mod possessed;
mod quantities;
mod quoted_bodies;
mod quoted_lists;
pub mod scene;
mod service;
pub mod shapes;
mod surnames;
mod times;
mod tribes;
mod unlisted_places;
mod whereabouts;

use jiff::civil::Date;

use crate::analysis::CustomEntity;
pub use candidate::{Candidate, Link, Source};
pub use scene::{Hit, Scene};

/// Everything the rules propose for a text; `go_on` is asked between the families and its refusal handed on.
///
/// # Errors
/// What `go_on` said.
pub fn propose<E>(
    scene: &Scene<'_, '_>,
    published: Option<Date>,
    custom: &[CustomEntity],
    go_on: &dyn Fn() -> Result<(), E>,
) -> Result<Vec<Candidate>, E> {
    let mut out = Vec::with_capacity(scene.len() / 2);
    custom::propose(scene, custom, &mut out);
    known::propose(scene, &mut out);
    go_on()?;
    nisbas::propose(scene, &mut out);
    tribes::propose(scene, &mut out);
    go_on()?;
    dates::propose(scene, published, &mut out);
    times::propose(scene, &mut out);
    quantities::propose(scene, &mut out);
    go_on()?;
    let positions = positions::propose(scene, &mut out);
    hints::propose(scene, &positions, &mut out);
    go_on()?;
    people::propose(scene, &positions, &mut out);
    surnames::propose(scene, &mut out);
    go_on()?;
    places::propose(scene, &mut out);
    unlisted_places::propose(scene, &mut out);
    go_on()?;
    organizations::propose(scene, &mut out);
    quoted_lists::propose(scene, &mut out);
    quoted_bodies::propose(scene, &mut out);
    quoted_bodies::repeat(scene, &mut out);
    go_on()?;
    events::propose(scene, published, &mut out);
    laws::propose(scene, &mut out);
    languages::propose(scene, &mut out);
    // Where a sentence is cut for its length, tokens without a blank between them may fall apart: what belongs together stands in one sentence.
    out.retain(|candidate| scene.sentence(candidate.first) == scene.sentence(candidate.last));
    Ok(out)
}
