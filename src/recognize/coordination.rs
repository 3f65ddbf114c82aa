//! What «و» joins to a complement: one more field of work, place or work that the same head governs.

use super::phrase::{adjectives, definite};
use super::scene::Scene;
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::fold::letters::WAW;

/// «والخارجية» behind «الدفاع», «وكينيا» behind «أوغندا»: one more complement of a plural or double head.
#[must_use]
pub fn joined(scene: &Scene<'_, '_>, at: usize, places: bool) -> Option<usize> {
    if !scene.continues(at) || !scene.is_word(at) || scene.codes(at)[0] != WAW {
        return None;
    }
    if places {
        let place = scene.hits(at).iter().find(|hit| match hit.meaning {
            Meaning::Entry { id, form, .. } => {
                hit.reading.cut == 1 && form == Form::Full && scene.gazetteer.known(id).kind == EntityType::Gpe
            }
            _ => false,
        });
        return place.map(|hit| hit.last);
    }
    // «والمالية», «والري»: a ministry's field, though Mali and a town are called so.
    if let Some(field) = field(scene, at) {
        return Some(field);
    }
    let noun = definite(scene, at, 1) && scene.is_common(at) && !adjective_behind_waw(scene, at);
    let position = scene.hits(at).iter().any(|hit| {
        hit.reading.cut == 1
            && matches!(
                hit.meaning,
                Meaning::Position(_) | Meaning::Entry { form: Form::Full, ambiguous: false, .. } | Meaning::Nisba { .. }
            )
    });
    (noun && !position).then_some(at)
}

/// «والتشغيل», «والبحث العلمي»: one more field of work, as the lists have them.
fn field(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let field = scene.trigger(at, Trigger::Portfolio).filter(|field| field.reading.cut == 1 && scene.codes(at)[0] == WAW)?;
    Some(field.last)
}

/// Over the fields of work joined behind another, with their adjectives: «الصيانة والتشغيل», «للآثار والمتاحف»; the last token.
#[must_use]
pub fn fields(scene: &Scene<'_, '_>, mut last: usize) -> usize {
    for _ in 0..3 {
        let Some(next) = scene.continues(last + 1).then(|| field(scene, last + 1)).flatten() else { break };
        last = adjectives(scene, next);
    }
    last
}

/// Over further works joined behind one that a body or law is for: «لحرس الحدود وخفر السواحل», «غسل الأموال وتمويل الإرهاب»; the last token.
#[must_use]
pub fn works(scene: &Scene<'_, '_>, mut last: usize) -> usize {
    for _ in 0..2 {
        let at = last + 1;
        let object = at + 1;
        if !scene.continues(at) || !scene.continues(object) || !scene.is_word(at) || !scene.is_word(object) {
            break;
        }
        let codes = scene.codes(at);
        if codes[0] != WAW || codes.len() < 4 || scene.classes(at) != 0 || definite(scene, at, 1) {
            break;
        }
        let own = scene.gazetteer.classes_of(&codes[1..]);
        let other = scene.hits(at).iter().any(|hit| {
            hit.reading.cut == 1
                && match hit.meaning {
                    Meaning::Position(_) | Meaning::Entry { .. } | Meaning::Nisba { .. } | Meaning::Number(_) => true,
                    Meaning::Trigger(trigger) => matches!(trigger, Trigger::OrgHead | Trigger::OrgHeadWeak | Trigger::PlaceDesignator),
                    _ => false,
                }
        });
        let noun = own & class::COMMON != 0 && own & (class::VERB | class::SPEECH | class::FUNCTION | class::ADJECTIVE) == 0;
        if other || !noun || !definite(scene, object, 0) || !scene.is_common(object) {
            break;
        }
        last = adjectives(scene, object);
    }
    last
}

fn adjective_behind_waw(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.gazetteer.classes_of(&scene.codes(at)[3..]) & class::ADJECTIVE != 0
        && scene.gazetteer.classes_of(&scene.codes(at)[1..]) & class::COMMON == 0
}
