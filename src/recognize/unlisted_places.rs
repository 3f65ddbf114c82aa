//! Places no list has: a word of foreign shape where the sentence wants a place («في كاسونغو», «بين أياغوز وتاتشنغ», «بمنطقة دانوشا»).
//!
//! | rule | example | not |
//! |---|---|---|
//! | `place.unlisted` | «في مانغوتشي على النهر», «قرب تشيتوان» | «في إطار», «في ويكيبيديا» |
//! | `place.joined` | «في ثيولو ومولانجي» | «في باريس وتوماس يقول» |

use super::candidate::Candidate;
use super::scene::Scene;
use super::shapes::unlisted;
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, ends};

const WHOLE: Reading = Reading { cut: 0, article: false };

/// How many unlisted places may be joined behind the first.
const MOST_JOINED: usize = 6;

/// Proposes places that no list has.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 1..scene.len() {
        // What is cheap to know is asked first: this is asked of every word.
        if !scene.continues(at) || !scene.is_word(at) {
            continue;
        }
        let known = known_place(scene, at);
        if known.is_none() && (scene.inflected_classes(at) != 0 || !scene.hits(at).is_empty()) || !leads(scene, at - 1) {
            continue;
        }
        if let Some(last) = name(scene, at) {
            out.extend(Candidate::spanning(scene, at, WHOLE, last, EntityType::Gpe, 0.62, "place.unlisted"));
            joined(scene, last + 1, out);
        } else if let Some(last) = known {
            joined(scene, last + 1, out);
        }
    }
}

/// Whether a word says that a place comes next: «في», «قرب», «بلدة», «شمالي», «سكان».
fn leads(scene: &Scene<'_, '_>, before: usize) -> bool {
    // «عشائر», «جامعة» go before other names too.
    if !scene.is_word(before) || ["عشائر", "قبائل", "جامعة", "قطار"].iter().any(|word| ends(scene.codes(before), word)) {
        return false;
    }
    let within = matches!(scene.raw(before), "في" | "فى" | "وفي" | "وفى" | "قرب");
    within
        || [Trigger::PlaceContext, Trigger::PlaceDesignatorWeak, Trigger::Direction]
            .iter()
            .any(|class| scene.trigger(before, *class).is_some_and(|hit| hit.last == before))
}

/// One or two words that no list knows and whose letters are a foreign name's, nobody's name beside them.
fn name(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let proper = |at: usize| scene.continues(at) && unlisted(scene, at) && scene.hits(at).is_empty() && scene.codes(at).len() >= 4;
    if !proper(at) {
        return None;
    }
    let last = if proper(at + 1) { at + 1 } else { at };
    let next = last + 1;
    let named =
        scene.continues(next) && scene.is_word(next) && scene.classes(next) & (class::GIVEN | class::FAMILY) != 0 && !scene.is_common(next);
    (!named && !proper(next)).then_some(last)
}

/// A place the gazetteer knows that begins at a token.
fn known_place(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let place = |hit: &&super::scene::Hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe);
    scene.whole_hits(at).find(place).map(|hit| hit.last)
}

/// «ومولانجي» behind a place: one more of them, as long as «و» goes on.
fn joined(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    let mut at = at;
    for _ in 0..MOST_JOINED {
        if !scene.continues(at) || !scene.is_word(at) || scene.codes(at)[0] != arabic('و') {
            return;
        }
        if let Some(hit) = scene.hits(at).iter().find(|hit| {
            hit.reading.cut == 1
                && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe)
        }) {
            at = hit.next();
            continue;
        }
        let next = at + 1;
        let named = scene.continues(next)
            && scene.is_word(next)
            && (scene.classes(next) & (class::GIVEN | class::FAMILY) != 0 || unlisted(scene, next));
        if !unlisted(scene, at) || !scene.hits(at).is_empty() || scene.codes(at).len() < 5 || named {
            return;
        }
        out.extend(Candidate::spanning(scene, at, Reading { cut: 1, article: false }, at, EntityType::Gpe, 0.6, "place.joined"));
        at = next;
    }
}
