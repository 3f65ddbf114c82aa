//! Names of the gazetteer where they stand in the text.

use super::candidate::{Candidate, Link, Source};
use super::scene::{Hit, Scene};
use crate::analysis::MentionKind;
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, class};

/// Proposes every name of the gazetteer that stands in the text and that its surroundings do not rule out.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        for hit in scene.hits(at) {
            let Meaning::Entry { id, form, ambiguous } = hit.meaning else { continue };
            let known = scene.gazetteer.known(id);
            let Some(score) = score(scene, hit, known.kind, form, ambiguous) else { continue };
            let mut candidate = Candidate::over(hit, known.kind, score, Source::Known(id)).linked(Link::Known(id));
            if form != Form::Full && known.kind == EntityType::Person {
                candidate = candidate.referring(MentionKind::Abbreviated);
            }
            out.push(candidate);
        }
    }
}

/// How likely a hit is the entity it names; `None` where it is not worth proposing.
fn score(scene: &Scene<'_, '_>, hit: &Hit, kind: EntityType, form: Form, ambiguous: bool) -> Option<f32> {
    if form == Form::Hint {
        return None;
    }
    let mut score: f32 = match (kind, form) {
        (EntityType::Person, Form::Full) => 0.97,
        (EntityType::Person, _) => 0.9,
        (EntityType::Gpe, _) => 0.95,
        (_, Form::Full) => 0.95,
        _ => 0.88,
    };
    if hit.len() == 1 {
        let classes = scene.classes(hit.first);
        if hit.reading.cut > 0 {
            // A cut is believed only where the whole word is nothing else.
            if scene.whole_hits(hit.first).any(|whole| matches!(whole.meaning, Meaning::Entry { .. } | Meaning::Nisba { .. } | Meaning::Month { .. })) {
                return None;
            }
            if classes & (class::COMMON | class::GIVEN | class::FAMILY) != 0 {
                return None;
            }
            score -= 0.02;
        }
        if ambiguous {
            score = if kind == EntityType::Gpe { 0.7 } else { 0.4 };
        }
    }
    (score >= 0.5).then_some(score)
}
