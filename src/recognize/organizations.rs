//! Organisations the gazetteer does not know: a head noun with what it governs.
//!
//! | rule | example | not |
//! |---|---|---|
//! | `org.construct` | «وزارة الخارجية الروسية», «مجلس الأمة الجزائري» | «مجلس جديد» |
//! | `org.definite` | «الحكومة اليمنية», «المحكمة العليا» | «الحكومة الحالية» |
//! | `org.quoted` | «حركة "فتح الجديدة"» | «كلمة "فتح"» |
//! | `org.named` | «شركة أرامكو», «إدارة ترامب» | «شركة كبيرة», «إدارة الأزمة» |

use super::candidate::Candidate;
use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, PositionUse, Trigger, class};
use crate::text::TokenKind;
use crate::text::fold::arabic;

/// Proposes organisations.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        let strong = scene.trigger(at, Trigger::OrgHead);
        let Some(head) = strong.or_else(|| scene.trigger(at, Trigger::OrgHeadWeak)) else { continue };
        if head.reading.cut > 0 && scene.classes(at) != 0 {
            continue;
        }
        if let Some((last, score, rule)) = body(scene, head, strong.is_some()) {
            out.extend(Candidate::spanning(scene, at, head.reading, last, EntityType::Org, score, rule));
        }
    }
}

fn body(scene: &Scene<'_, '_>, head: &Hit, strong: bool) -> Option<(usize, f32, &'static str)> {
    let definite = head.reading.article || phrase::definite(scene, head.last, if head.len() == 1 { head.reading.cut as usize } else { 0 });
    if let Some(last) = quoted(scene, head.next()) {
        return Some((place_tail(scene, last), 0.85, "org.quoted"));
    }
    if definite { definite_body(scene, head, strong) } else { construct_body(scene, head, strong) }
}

/// A name in quotation marks of at most six words; gives the token before the closing mark.
pub fn quoted(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let TokenKind::Punct(open) = scene.token(at)?.kind else { return None };
    let close = match open {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => return None,
    };
    if !scene.continues(at) {
        return None;
    }
    (at + 2..at + 9).take_while(|end| scene.continues(*end)).find(|end| scene.is_punct(*end, &[close])).map(|end| end - 1)
}

/// «الحكومة اليمنية», «المحكمة العليا للقضاء», «اللجنة الأولمبية الدولية».
fn definite_body(scene: &Scene<'_, '_>, head: &Hit, strong: bool) -> Option<(usize, f32, &'static str)> {
    let mut last = head.last;
    let mut proper = false;
    loop {
        let next = last + 1;
        if !scene.continues(next) {
            break;
        }
        if let Some(hit) = scene.whole_hits(next).find(|hit| matches!(hit.meaning, Meaning::Nisba { definite: true, .. })) {
            last = hit.last;
            proper = true;
        } else if strong && (scene.whole_trigger(next, Trigger::National).is_some() && scene.whole_trigger(next, Trigger::Current).is_none() || last > head.last && phrase::adjective(scene, next)) {
            proper |= scene.raw(next) != "الجديدة" && scene.raw(next) != "الجديد";
            last = next;
        } else {
            break;
        }
    }
    if let Some(tail) = phrase::prepositional(scene, last + 1, arabic('ل'), 0).filter(|_| last > head.last) {
        last = tail;
    }
    (proper && last > head.last).then_some((last, 0.82, "org.definite"))
}

/// A head in the construct state with the phrase or name it governs.
fn construct_body(scene: &Scene<'_, '_>, head: &Hit, strong: bool) -> Option<(usize, f32, &'static str)> {
    let next = head.next();
    if !scene.continues(next) {
        return None;
    }
    if let Some(hit) = named(scene, next) {
        let last = phrase::nisbas(scene, hit + 1, false).unwrap_or(hit);
        return Some((last, 0.84, "org.named"));
    }
    if strong {
        let inner = phrase::noun_phrase(scene, next)?;
        let mut last = phrase::adjectives(scene, inner);
        if let Some(joined) = phrase::joined(scene, last + 1, false) {
            last = phrase::adjectives(scene, joined);
        }
        last = phrase::tail(scene, last, 1);
        return Some((place_tail(scene, last), 0.82, "org.construct"));
    }
    unknown_name(scene, next).map(|last| (last, 0.7, "org.named"))
}

/// «في لبنان», «في تركمانستان» behind a body's name.
fn place_tail(scene: &Scene<'_, '_>, last: usize) -> usize {
    let next = last + 1;
    let inside = scene.continues(next) && matches!(scene.raw(next), "في" | "فى") && scene.continues(next + 1);
    if !inside {
        return last;
    }
    let country = scene.whole_hits(next + 1).find(|hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "country"));
    country.map_or(last, |hit| hit.last)
}

/// A known name or a position with a holder's name behind a head: «إدارة ترامب», «حكومة الرئيس جاكوب زوما», «شركة أرامكو».
fn named(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let mut at = at;
    let position = scene.whole_hits(at).find(|hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Head));
    if let Some(hit) = position {
        at = hit.next();
        if !scene.continues(at) {
            return None;
        }
    }
    let hit = scene.whole_hits(at).find(|hit| match hit.meaning {
        Meaning::Entry { id, form, ambiguous } => {
            let kind = scene.gazetteer.known(id).kind;
            let person = kind == EntityType::Person && (form != Form::Hint || position.is_some());
            (person || position.is_none() && matches!(kind, EntityType::Gpe | EntityType::Org | EntityType::Loc)) && !(ambiguous && hit.len() == 1 && kind == EntityType::Org)
        }
        _ => false,
    });
    hit.map(|hit| hit.last)
}

/// One to three words behind a weak head that are no ordinary words: «شركة هاليبرتون», «فريق ليفربول».
fn unknown_name(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let foreign = |at: usize| {
        scene.continues(at)
            && matches!(scene.token(at).map(|token| token.kind), Some(TokenKind::Word | TokenKind::Latin))
            && scene.inflected_classes(at) & (class::COMMON | class::FUNCTION | class::VERB) == 0
            && scene.readings(at).iter().all(|(reading, _)| reading.cut == 0)
            && !scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Month { .. } | Meaning::Weekday { .. } | Meaning::Number(_)))
    };
    if !foreign(at) {
        return None;
    }
    let mut last = at;
    while last < at + 2 && foreign(last + 1) {
        last += 1;
    }
    Some(last)
}
