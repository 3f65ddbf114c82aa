//! Tribes and clans by the noun before them: «قبيلة حرب», «قبائل شهران وأكلب وبني سلول», «عشيرة الجبور».

use super::candidate::Candidate;
use super::name_ends::closes;
use super::scene::Scene;
use super::shapes::imperfect;
use crate::entity_type::EntityType;
use crate::gazetteer::{Meaning, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::arabic;

/// Words that open a tribe's name of two: «بني سلول», «آل مرة», «البو متيوت».
const OPENERS: [&str; 5] = ["بني", "بنو", "آل", "البو", "ألبو"];

/// The most tribes one noun may introduce.
const MOST: usize = 12;

/// Proposes the tribes behind «قبيلة» and its like, with those that «و» and commas join behind several.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for head in 0..scene.len() {
        if !is_head(scene, head) {
            continue;
        }
        let several = scene.triggered(head, Trigger::TribesNoun);
        let mut next = Some((head + 1, 0));
        for _ in 0..MOST {
            let Some((at, cut)) = next else { break };
            let Some(last) = tribe(scene, at, cut) else { break };
            let reading = Reading { cut: cut as u8, article: false };
            out.extend(Candidate::spanning(scene, at, reading, last, EntityType::Norp, 0.9, "norp.tribe"));
            next = if several { joined(scene, last) } else { None };
        }
    }
}

/// Whether a noun at a token introduces tribes.
#[must_use]
pub fn is_head(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.triggered(at, Trigger::TribeNoun) || scene.triggered(at, Trigger::TribesNoun)
}

/// The last token of the tribe's name that begins behind `cut` letters of a token.
#[must_use]
pub fn tribe(scene: &Scene<'_, '_>, at: usize, cut: usize) -> Option<usize> {
    if !scene.continues(at) || !scene.is_word(at) {
        return None;
    }
    let opener = OPENERS.iter().any(|word| scene.raw(at).chars().skip(cut).eq(word.chars()));
    if opener {
        return (scene.continues(at + 1) && scene.is_word(at + 1) && scene.classes(at + 1) & class::FUNCTION == 0).then_some(at + 1);
    }
    let letters = &scene.codes(at)[cut..];
    let classes = scene.gazetteer.classes_of(letters);
    let named = classes & (class::GIVEN | class::FAMILY) != 0;
    let described = scene.hits(at).iter().any(|hit| {
        usize::from(hit.reading.cut) <= cut && matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Ordinal { .. } | Meaning::Position(_))
    });
    let place = scene.hits(at).iter().any(|hit| {
        usize::from(hit.reading.cut) == cut
            && matches!(hit.meaning, Meaning::Entry { id, ambiguous: false, .. } if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc))
    });
    // «قبائل شهران وأكلب», «قبيلة حرب فهد بن سعد»: an ordinary noun where the name ends with it.
    let noun = classes & (class::ADJECTIVE | class::VERB | class::SPEECH) == 0
        && !letters.starts_with(&[arabic('ا'), arabic('ل')])
        && (closes(scene, at + 1)
            || scene.codes(at + 1)[0] == arabic('و')
            || scene.classes(at + 1) & class::GIVEN != 0 && scene.classes(at + 1) & class::FUNCTION == 0);
    let ordinary = classes & class::COMMON != 0 && !named && !noun || cut == 0 && classes == 0 && scene.is_common(at);
    let possible = letters.len() >= 2 && !imperfect(letters) && classes & class::FUNCTION == 0 && !ordinary && !described && !place;
    possible.then_some(at)
}

/// Where the next tribe of a list begins, and behind how many letters.
fn joined(scene: &Scene<'_, '_>, last: usize) -> Option<(usize, usize)> {
    let next = last + 1;
    if !scene.continues(next) {
        return None;
    }
    if scene.is_word(next) && scene.codes(next)[0] == arabic('و') && scene.codes(next).len() > 2 {
        return Some((next, 1));
    }
    let comma = scene.is_punct(next, &['،', ',']) && scene.continues(next + 1) && scene.is_word(next + 1);
    comma.then(|| (next + 1, usize::from(scene.codes(next + 1)[0] == arabic('و') && scene.whole(next + 1).is_none())))
}
