//! Who holds which position: a title directly before a name («الرئيس الروسي فلاديمير بوتين»), behind it in apposition («نبيل العربي الأمين العام للجامعة»).

use crate::analysis::Position;
use crate::entity_type::EntityType;
use crate::gazetteer::Meaning;
use crate::recognize::{Candidate, Link, Scene};
use crate::text::fold::fold;

/// For each position mention that has a holder: (index of the position, index of the person) among the chosen.
#[must_use]
pub fn ties(scene: &Scene<'_, '_>, chosen: &[Candidate]) -> Vec<(usize, usize)> {
    let mut ties = Vec::new();
    for (at, position) in chosen.iter().enumerate().filter(|(_, candidate)| candidate.kind == EntityType::Occ) {
        let nested = chosen[..at].iter().any(|outer| outer.kind == EntityType::Occ && outer.encloses(position));
        if nested {
            continue;
        }
        let person = |found: &dyn Fn(&Candidate) -> bool| {
            chosen.iter().position(|candidate| candidate.kind == EntityType::Person && found(candidate))
        };
        let next = beyond_marks(scene, position.last + 1);
        let holder = person(&|candidate| {
            candidate.first == next && candidate.begin == scene.text.tokens[candidate.first].begin && scene.continues(next)
        })
        .or_else(|| apposed(scene, chosen, position));
        if let Some(holder) = holder {
            ties.push((at, holder));
        }
    }
    ties
}

/// Over a dash, a comma and honorifics: «أمير قطر - الشيخ تميم».
fn beyond_marks(scene: &Scene<'_, '_>, at: usize) -> usize {
    let mut at = if scene.is_punct(at, &['-', '–', '،', ',', ':']) { at + 1 } else { at };
    for _ in 0..3 {
        let honorific = scene.whole_hits(at).find(|hit| {
            matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage == crate::gazetteer::PositionUse::Honorific)
        });
        match honorific {
            Some(hit) if scene.continues(at) => at = hit.next(),
            _ => break,
        }
    }
    at
}

/// A position read whole directly behind a name, or behind a comma.
fn apposed(scene: &Scene<'_, '_>, chosen: &[Candidate], position: &Candidate) -> Option<usize> {
    if position.begin != scene.text.tokens[position.first].begin || !scene.continues(position.first) {
        return None;
    }
    let before = position.first.checked_sub(1)?;
    let before = if scene.is_punct(before, &['،', ',']) { before.checked_sub(1)? } else { before };
    chosen.iter().position(|candidate| candidate.kind == EntityType::Person && candidate.last == before)
}

/// What a position mention says: its title, country, organisation, and whether it is held in an acting capacity.
#[must_use]
pub fn position(scene: &Scene<'_, '_>, chosen: &[Candidate], at: usize) -> Position {
    let mention = &chosen[at];
    let span = mention.begin as usize..mention.end as usize;
    let title = &scene.text.raw[span.clone()];
    let inner = |kinds: &[EntityType]| {
        chosen.iter().find(|candidate| mention.encloses(candidate) && kinds.contains(&candidate.kind)).and_then(
            |candidate| match &candidate.link {
                Link::Known(id) => Some(scene.gazetteer.known(*id).key.clone()),
                Link::Local(key) => Some(key.clone()),
                Link::Text => Some(super::key::local(candidate.kind, &candidate.name(scene))),
                Link::Custom(_) => None,
            },
        )
    };
    let folded = fold(title);
    let acting = ["القائم باعمال", "بالنيابه", "بالانابه", "بالوكاله", "الموقت", "الانتقالي", "قائم باعمال"]
        .iter()
        .any(|mark| folded.windows(fold(mark).len()).any(|window| window == fold(mark)));
    Position {
        title: title.to_owned(),
        country_id: inner(&[EntityType::Gpe, EntityType::Norp]).unwrap_or_default(),
        organization_id: inner(&[EntityType::Org]).unwrap_or_default(),
        acting,
        span,
    }
}
