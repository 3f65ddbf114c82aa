//! One more statement of a fact merged into those known: how many are kept, their evidence, and what is a conflict.

use crate::proto as pb;
use crate::summit::article::ends_alike;

/// The most facts of a kind that one summit has: more than a hundred articles state.
pub const MOST_FACTS: usize = 1000;
/// The most participants and meetings: the paragraphs compare them with each other, and must still be written in time.
pub const MOST_PEOPLE: usize = 400;
/// The most pieces of evidence that one fact has.
const MOST_EVIDENCE: usize = 250;

/// A fact told again adds its evidence to the one known; a new one is kept where there is room.
pub fn merge<F>(known: &mut Vec<F>, mut fact: F, same: impl Fn(&F, &F) -> bool, evidence: impl Fn(&mut F) -> &mut Vec<pb::Evidence>) {
    match known.iter_mut().find(|known| same(known, &fact)) {
        Some(known) => add_evidence(evidence(known), std::mem::take(evidence(&mut fact))),
        None => keep(known, fact),
    }
}

/// A new fact, where there is room.
pub fn keep<F>(known: &mut Vec<F>, fact: F) {
    if known.len() < MOST_FACTS {
        known.push(fact);
    }
}

/// Evidence that is not among a fact's yet, where there is room.
pub fn add_evidence(known: &mut Vec<pb::Evidence>, more: Vec<pb::Evidence>) {
    for evidence in more {
        if known.len() < MOST_EVIDENCE && !known.iter().any(|one| one.span == evidence.span && one.document_id == evidence.document_id) {
            known.push(evidence);
        }
    }
}

/// The fuller of two dates: the one told to the day before one told to the year.
pub fn add_date(known: &mut String, date: String) {
    if date.len() > known.len() {
        *known = date;
    }
}

/// A field on which the articles disagree: each value, whether it is the one kept, and what it rests on.
pub fn conflict(field: &str, values: Vec<(String, bool, Vec<pb::Evidence>)>) -> pb::Conflict {
    let evidence = values.iter().flat_map(|(_, _, evidence)| evidence.iter().cloned()).collect();
    let values =
        values.into_iter().map(|(value, kept, evidence)| pb::ConflictingValue { value, kept, evidence, confidence: 0.8 }).collect();
    pb::Conflict { field: field.to_owned(), values, evidence, confidence: 0.8 }
}

/// Whether two references are one person: by key, or by a name that ends the other.
pub fn same_person(one: &Option<pb::EntityRef>, other: &Option<pb::EntityRef>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    if one.entity_id == other.entity_id {
        return true;
    }
    let local = one.entity_id.starts_with("local:") || other.entity_id.starts_with("local:");
    local && ends_alike(&one.name, &other.name)
}
