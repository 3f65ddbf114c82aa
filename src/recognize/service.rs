//! Where the holder of an office serves, and whether a holder is named behind it.

use super::organizations;
use super::phrase;
use super::positions::Found;
use super::scene::Scene;
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, PositionUse, Trigger, class};
use crate::text::fold::arabic;

/// Where the holder of an office serves: «قاضي التحقيق لدى محكمة …», «وزير الإعلام في حكومة … زياد مكاري», «أستاذة النحت في الجامعة اللبنانية». Behind «لدى» always; behind «في»,
/// which may be where something happened, only with the holder's name behind it or where the office stands in apposition.
pub fn service(scene: &Scene<'_, '_>, found: &Found) -> Option<usize> {
    let at = found.last + 1;
    if !scene.continues(at + 1) || !scene.is_word(at) {
        return None;
    }
    let accredited = scene.raw(at) == "لدى";
    let joined = scene.codes(at)[0] == arabic('ب') && !scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Entry { .. }));
    let last = if accredited || matches!(scene.raw(at), "في" | "فى") {
        let state = scene.trigger(at + 1, Trigger::StateNominal).map(|hit| hit.last);
        state.filter(|_| accredited).or_else(|| institution(scene, at + 1))?
    } else if joined {
        phrase::prepositional(scene, at, arabic('ب'), 0)?
    } else {
        return None;
    };
    let apposed = found.first > 0
        && scene.is_punct(found.first - 1, &['،', ',', '(', '–', '-'])
        && scene.is_punct(last + 1, &['،', ',', '.', ':', ')', '–', '-']);
    (accredited || apposed || scene.continues(last + 1) && holder_follows(scene, last + 1)).then_some(last)
}

/// A body, a building or a place, where somebody serves.
fn institution(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    const HEADS: [Trigger; 4] = [Trigger::OrgHead, Trigger::OrgHeadWeak, Trigger::FacHead, Trigger::OrgNominal];
    let headed = HEADS.iter().any(|class| scene.whole_trigger(at, *class).is_some());
    phrase::place(scene, at)
        .or_else(|| phrase::known(scene, at).map(|hit| phrase::nisbas(scene, hit.next(), false).unwrap_or(hit.last)))
        .or_else(|| organizations::begins(scene, at))
        .or_else(|| headed.then(|| phrase::noun_phrase(scene, at)).flatten())
        .map(|last| phrase::tail(scene, last, 0))
}

/// Whether somebody's name, or what introduces it, begins at a token.
pub fn holder_follows(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.continues(at)
        && (scene.classes(at) & class::GIVEN != 0 && scene.classes(at) & (class::FUNCTION | class::VERB) == 0
            || scene.whole_hits(at).any(|hit| match hit.meaning {
                Meaning::Position(id) => {
                    let position = &scene.gazetteer.positions[id.0 as usize];
                    position.usage == PositionUse::Honorific || position.class == "military"
                }
                Meaning::Entry { id, form: Form::Full, .. } => scene.gazetteer.known(id).kind == EntityType::Person,
                _ => false,
            }))
}
