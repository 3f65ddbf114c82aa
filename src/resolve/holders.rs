//! Who holds which position: a title directly before a name («الرئيس الروسي فلاديمير بوتين»), behind it in apposition («نبيل العربي الأمين العام للجامعة»).

use std::collections::HashMap;

use crate::analysis::Position;
use crate::entity_type::EntityType;
use crate::gazetteer::Meaning;
use crate::recognize::{Candidate, Link, Scene};
use crate::text::fold::fold;

/// For each position mention that has a holder: (index of the position, index of the person) among the chosen.
#[must_use]
pub fn ties(scene: &Scene<'_, '_>, chosen: &[Candidate]) -> Vec<(usize, usize)> {
    let people = || chosen.iter().enumerate().filter(|(_, candidate)| candidate.kind == EntityType::Person);
    let by_first: HashMap<usize, usize> = people().map(|(at, person)| (person.first, at)).collect();
    let by_last: HashMap<usize, usize> = people().map(|(at, person)| (person.last, at)).collect();
    let mut ties = Vec::new();
    for (at, position) in chosen.iter().enumerate().filter(|(_, candidate)| candidate.kind == EntityType::Occ) {
        // What encloses it stands directly before it in the order of the chosen.
        let nested = chosen[at.saturating_sub(NEAR)..at].iter().any(|outer| outer.kind == EntityType::Occ && outer.encloses(position));
        if nested {
            continue;
        }
        let next = beyond_marks(scene, position.last + 1);
        let whole = |person: &&usize| chosen[**person].begin == scene.text.tokens[chosen[**person].first].begin;
        let holder = by_first
            .get(&next)
            .filter(whole)
            .filter(|_| scene.continues(next))
            .or_else(|| apposed(scene, position).and_then(|last| by_last.get(&last)));
        ties.extend(holder.map(|holder| (at, *holder)));
    }
    ties
}

/// How many neighbours in the order of the chosen may enclose a mention: nesting is never deeper.
const NEAR: usize = 16;

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

/// The last token of a name that a position read whole stands directly behind, or behind a comma.
fn apposed(scene: &Scene<'_, '_>, position: &Candidate) -> Option<usize> {
    if position.begin != scene.text.tokens[position.first].begin || !scene.continues(position.first) {
        return None;
    }
    let before = position.first.checked_sub(1)?;
    if scene.is_punct(before, &['،', ',']) { before.checked_sub(1) } else { Some(before) }
}

/// What a position mention says: its title, country, organisation, and whether it is held in an acting capacity.
#[must_use]
pub fn position(scene: &Scene<'_, '_>, chosen: &[Candidate], at: usize) -> Position {
    let mention = &chosen[at];
    let span = mention.begin as usize..mention.end as usize;
    let title = &scene.text.raw[span.clone()];
    let inner = |kinds: &[EntityType]| {
        let inside = chosen[at + 1..].iter().take_while(|candidate| candidate.begin < mention.end);
        inside.filter(|candidate| mention.encloses(candidate)).find(|candidate| kinds.contains(&candidate.kind)).and_then(|candidate| {
            match &candidate.link {
                Link::Known(id) => Some(scene.gazetteer.known(*id).key.clone()),
                Link::Local(key) => Some(key.clone()),
                Link::Text => Some(super::key::local(candidate.kind, &candidate.name(scene))),
                Link::Custom(_) => None,
            }
        })
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
