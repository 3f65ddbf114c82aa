//! Family names and first names that stand alone where the sentence treats them as somebody: «وأكد الحريري», «اغتيال الحريري», «توقف محفوظ عن الكتابة».

use std::collections::HashMap;

use super::candidate::{Candidate, Link, Source};
use super::scene::{Hit, Scene};
use super::{lexicon, people, phrase, shapes};
use crate::analysis::MentionKind;
use crate::entity_type::EntityType;
use crate::gazetteer::{EntryId, Form, Meaning, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::letters::{ALEF, WAW};

const WHOLE: Reading = Reading { cut: 0, article: false };
/// Places in a text that must treat an ordinary word as somebody before it is believed to be a name.
const ENOUGH: u32 = 2;

/// What a text says about one word.
#[derive(Default)]
struct Word {
    /// Where it stands.
    at: Vec<usize>,
    /// Where it stands behind a verb, a noun that asks for a person, or between «أن» and a verb.
    acts: u32,
}

/// Proposes words that the lists know as names of people, wherever the text treats them so often enough: once for a word that is nothing else, twice
/// for one that is an ordinary word too.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    let mut words: HashMap<&[u8], Word> = HashMap::new();
    for at in 0..scene.len() {
        if !eligible(scene, at) {
            continue;
        }
        let word = words.entry(scene.codes(at)).or_default();
        word.at.push(at);
        word.acts += acts(scene, at);
    }
    for word in words.into_values() {
        let first = word.at[0];
        let ordinary = is_ordinary(scene, first);
        if word.acts < if ordinary { ENOUGH } else { 1 } {
            continue;
        }
        let bearer = bearer(scene, first);
        for at in word.at {
            if ordinary && acts(scene, at) == 0 && !free(scene, at) {
                continue;
            }
            let score = if ordinary { 0.58 } else { 0.62 };
            out.extend(candidate(scene, at, score, bearer));
        }
    }
}

fn candidate(scene: &Scene<'_, '_>, at: usize, score: f32, bearer: Option<EntryId>) -> Option<Candidate> {
    let candidate = Candidate::spanning(scene, at, WHOLE, at, EntityType::Person, score, "person.surname-alone")?;
    Some(match bearer {
        Some(id) => {
            let mut candidate = candidate.linked(Link::Known(id)).referring(MentionKind::Abbreviated);
            candidate.source = Source::Known(id);
            candidate
        }
        None => candidate,
    })
}

/// Whether a word may be somebody's name by itself: the gazetteer has a bearer, or the lists call it a name; nothing else of a newsroom's nouns.
fn eligible(scene: &Scene<'_, '_>, at: usize) -> bool {
    if !scene.is_word(at) || scene.codes(at).len() < 3 {
        return false;
    }
    let classes = scene.classes(at);
    if classes & (class::FUNCTION | class::VERB | class::SPEECH) != 0 {
        return false;
    }
    let hint = hints(scene, at).next().is_some();
    if !hint && (classes & (class::GIVEN | class::FAMILY) == 0 || phrase::definite(scene, at, 0)) {
        return false;
    }
    let other = scene.whole_hits(at).any(|hit| match hit.meaning {
        Meaning::Entry { id, form, .. } => hit.len() > 1 || form == Form::Full && scene.gazetteer.known(id).kind != EntityType::Person,
        Meaning::Given => hit.len() > 1,
        _ => true,
    });
    // «محمد علي»: a first or family name on either side makes it part of a longer one.
    let name = |at: usize| scene.is_word(at) && scene.classes(at) & (class::GIVEN | class::FAMILY) != 0 && !scene.is_common(at);
    let beside = at > 0 && scene.continues(at) && name(at - 1) || scene.continues(at + 1) && name(at + 1);
    !other && !beside && !described(scene, at) && !inflected(scene, at)
}

/// Whether a word is a noun in a sentence's object or behind a proclitic, though somebody is called so: «حلا», «وزنه», «بأعلى», «حياة», «أفخم».
fn inflected(scene: &Scene<'_, '_>, at: usize) -> bool {
    let classes = scene.classes(at);
    let codes = scene.codes(at);
    let object = lexicon::inflects(scene.gazetteer, codes) && codes.ends_with(&[ALEF])
        || classes & class::COMMON != 0 && scene.raw(at).ends_with('ة');
    let owned = scene.raw(at).ends_with('ه') && lexicon::inflects(scene.gazetteer, codes);
    let comparative = classes & class::COMMON != 0 && codes.len() == 4 && scene.raw(at).starts_with('أ');
    object || owned || comparative || shapes::joined_word(scene, at)
}

/// The people whom a word names once something else speaks for them.
fn hints<'s>(scene: &'s Scene<'_, '_>, at: usize) -> impl Iterator<Item = EntryId> + 's {
    scene.whole_hits(at).filter_map(|hit: &Hit| match hit.meaning {
        Meaning::Entry { id, form: Form::Hint | Form::Short, .. }
            if hit.len() == 1 && scene.gazetteer.known(id).kind == EntityType::Person =>
        {
            Some(id)
        }
        _ => None,
    })
}

/// The one bearer, or the one whose country the text speaks of.
fn bearer(scene: &Scene<'_, '_>, at: usize) -> Option<EntryId> {
    // A first name alone is anybody's.
    if scene.classes(at) & class::ARABIC_GIVEN != 0 {
        return None;
    }
    let mut near = hints(scene, at).filter(|id| {
        let country = &scene.gazetteer.known(*id).country;
        !country.is_empty() && scene.mentions_country(country)
    });
    match (near.next(), near.next()) {
        (Some(id), None) => Some(id),
        _ => None,
    }
}

fn is_ordinary(scene: &Scene<'_, '_>, at: usize) -> bool {
    let codes = scene.codes(at);
    let bare = if phrase::definite(scene, at, 0) { scene.gazetteer.classes_of(&codes[2..]) } else { 0 };
    (scene.inflected_classes(at) | bare) & class::COMMON != 0
}

/// How much what stands around a word makes it somebody who acts: 0 for nothing, [`ENOUGH`] for a sign that needs no other.
fn acts(scene: &Scene<'_, '_>, at: usize) -> u32 {
    let Some(before) = at.checked_sub(1).filter(|before| scene.continues(at) && scene.is_word(*before)) else { return 0 };
    let definite = phrase::definite(scene, at, 0);
    // «اغتيال الحريري», «وأكد الحريري»: a family's name with the article and a bearer in the news.
    let sure = if definite && scene.classes(at) & class::GIVEN == 0 { ENOUGH } else { 1 };
    if scene.trigger(before, Trigger::PersonNoun).is_some() {
        return sure;
    }
    let classes = scene.inflected_classes(before);
    if classes & class::SPEECH != 0 && scene.classes(before) & class::GIVEN == 0 {
        // «وأوضح الصدر أن»: what stands between the verb and what is said is who says it.
        let says = people::speaks(scene, at + 1);
        return if says {
            ENOUGH
        } else if scene.is_common(at) {
            1
        } else {
            sure
        };
    }
    // Of definite nouns any may stand behind another verb; behind «عاشوا» comes what they live.
    let verb = classes & class::VERB != 0
        && classes & (class::FUNCTION | class::GIVEN | class::FAMILY) == 0
        && !scene.codes(before).ends_with(&[WAW, ALEF]);
    if verb && !definite {
        return 1;
    }
    if !phrase::acts(scene, at) {
        return 0;
    }
    // «أن الكاظمي سيوفد وزيره»: with the article only where the text speaks of the bearer's country.
    if definite { bearer(scene, at).map_or(0, |_| ENOUGH) } else { 1 }
}

/// Whether an ordinary word's neighbours at least allow a name: no noun before it that it could describe, no noun behind it that it could govern.
fn free(scene: &Scene<'_, '_>, at: usize) -> bool {
    let before = at > 0 && scene.continues(at) && scene.is_word(at - 1);
    let particle = before && scene.inflected_classes(at - 1) & (class::FUNCTION | class::VERB | class::SPEECH) != 0;
    !before || particle
}

/// Whether an adjective or a complement follows that only a noun takes.
fn described(scene: &Scene<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    let definite = phrase::definite(scene, at, 0);
    let nisba = definite && scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { definite: true, .. }));
    nisba && scene.continues(next)
        || scene.continues(next)
            && scene.is_word(next)
            && phrase::definite(scene, next, 0)
            && scene.is_common(next)
            && (definite && phrase::adjective(scene, next) || !definite && is_ordinary(scene, at))
}
