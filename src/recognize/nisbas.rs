//! Nationality, faith and group words: «الروسي», «مسؤولين صينيين».

use super::candidate::{Candidate, Link, Source};
use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::fold::{arabic, rest_behind};

/// Proposes nisbas as NORP.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        for hit in scene.hits(at) {
            let Meaning::Nisba { id, shape, .. } = hit.meaning else { continue };
            let known = scene.gazetteer.known(id);
            // Adjectives of continents are no groups, people from them are: «الدول الأفريقية» against «الأفارقة».
            let region = known.kind == EntityType::Loc && !matches!(known.key.as_str(), "arab-world" | "western-world" | "islamic-world");
            if region && shape != Shape::Plural {
                continue;
            }
            // «روسيا» is the country, not «روسي» in the accusative.
            if scene.whole_hits(at).any(|whole| matches!(whole.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "country")) {
                continue;
            }
            if known.key == "western-world" && is_compass(scene, at) {
                continue;
            }
            if is_ordinary(scene, hit) {
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

/// «مالي», «سريان», «قمري» are ordinary words too: only behind a position, a body or a person's noun are they nationalities.
fn is_ordinary(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    if hit.len() > 1 {
        return false;
    }
    let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
    let bare = rest_behind(letters, "ال").unwrap_or(letters);
    let masculine = bare.strip_suffix(&[arabic('ه')]).unwrap_or(bare);
    let ambiguous = [letters, bare, masculine].iter().any(|form| scene.gazetteer.classes_of(form) & class::COMMON_AMBIGUOUS != 0);
    if !ambiguous {
        return false;
    }
    let before = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first));
    !before.is_some_and(|before| {
        scene.hits(before).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_) | Meaning::Nisba { .. } | Meaning::Entry { .. }))
            || [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| {
                scene.trigger(before, *class).is_some() && phrase::definite(scene, before, 0) && !scene.raw(before).ends_with("المؤسسة")
            })
    })
}

/// «غربي» is a direction behind nouns of place and behind places («الضفة الغربية», «جارة روسيا الغربية»).
fn is_compass(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > 0
        && scene.continues(at)
        && (scene.trigger(at - 1, Trigger::CompassContext).is_some()
            || scene.trigger(at - 1, Trigger::Direction).is_some()
            || scene.hits(at - 1).iter().any(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc))))
}
