//! From candidates to entities.

pub mod build;
pub mod choose;
mod confidence;
mod corefer;
mod holders;
pub mod key;
mod nominals;
mod summits;

use crate::entity_type::EntityType;
use crate::recognize::{Candidate, Link, Scene};

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
    drop_creeds(scene, &mut chosen);
    chosen
}

/// In a body's name only an adjective of a people stands for one: «الجيش المصري», «الأحزاب الكردية», but no «الإسلامية» in «الحركة الإسلامية», no «الاشتراكي» in
/// «الحزب الاشتراكي», no «الحوثي» in «جماعة الحوثي».
fn drop_creeds(scene: &Scene<'_, '_>, chosen: &mut Vec<Candidate>) {
    let creed = |candidate: &Candidate| {
        candidate.kind == EntityType::Norp
            && match candidate.link {
                Link::Known(id) => {
                    let known = scene.gazetteer.known(id);
                    known.kind == EntityType::Org || matches!(known.subtype.as_str(), "faith" | "movement")
                }
                _ => false,
            }
    };
    // A body that encloses it stands before it, and no more than a dozen mentions nest or stand between.
    let within = |at: usize| {
        let inner = &chosen[at];
        let encloses = |outer: &Candidate| outer.kind == EntityType::Org && outer.begin <= inner.begin && inner.end <= outer.end;
        creed(inner) && chosen[at.saturating_sub(12)..at].iter().any(encloses)
    };
    let dropped: Vec<bool> = (0..chosen.len()).map(within).collect();
    let mut dropped = dropped.into_iter();
    chosen.retain(|_| !dropped.next().unwrap_or(false));
}
