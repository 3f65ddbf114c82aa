//! Nationality, faith and group words: «الروسي», «مسؤولين صينيين».

use super::candidate::{Candidate, Link, Source};
use super::scene::Scene;
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, Trigger};

/// Proposes nisbas as NORP.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        for hit in scene.hits(at) {
            let Meaning::Nisba { id, shape, .. } = hit.meaning else { continue };
            let known = scene.gazetteer.known(id);
            // Adjectives of continents are no groups, people from them are: «الدول الأفريقية» against «الأفارقة».
            if known.subtype == "continent" && shape != Shape::Plural {
                continue;
            }
            // «روسيا» is the country, not «روسي» in the accusative.
            if scene.whole_hits(at).any(|whole| matches!(whole.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "country")) {
                continue;
            }
            if known.key == "western-world" && is_compass(scene, at) {
                continue;
            }
            if hit.reading.cut > 0
                && scene.whole_hits(at).any(|whole| matches!(whole.meaning, Meaning::Entry { .. } | Meaning::Nisba { .. }))
            {
                continue;
            }
            out.push(Candidate::over(hit, EntityType::Norp, 0.85, Source::Rule("norp.nisba")).linked(Link::Known(id)));
        }
    }
}

/// «غربي» is a direction behind nouns of place and behind places («الضفة الغربية», «جارة روسيا الغربية»).
fn is_compass(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > 0
        && scene.continues(at)
        && (scene.trigger(at - 1, Trigger::CompassContext).is_some()
            || scene.trigger(at - 1, Trigger::Direction).is_some()
            || scene.hits(at - 1).iter().any(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc))))
}
