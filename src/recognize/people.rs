//! People the gazetteer does not know: names by what introduces them, and by their own grammar (`names.rs`).

use super::candidate::Candidate;
use super::lexicon;
use super::names::{Name, Opening, blocked, name_shaped, parse, parse_led, transliterated};
use super::positions::Found;
use super::scene::Scene;
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Meaning, Trigger, class};
use crate::text::fold::rest_behind;

/// The last token of the name that something before it introduces.
#[must_use]
pub fn introduced(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    parse(scene, at, true).filter(|name| name.reading.cut == 0).map(|name| name.last)
}

/// What surrounds a token and says that a name may begin there.
#[derive(Clone, Copy, Default)]
struct Lead {
    /// How surely the position before it introduces a name, 0 where none does.
    title: f32,
    /// A verb of saying stands before it.
    said: bool,
    /// A definite nisba stands before it: «التشيكي توماس بيرديتش».
    hailed: bool,
    /// A name ended just before it, with a comma or «و» between.
    listed: bool,
}

impl Lead {
    /// Whether unknown words may open a name here.
    fn introduces(self) -> bool {
        self.title > 0.0 || self.said || self.hailed
    }
}

/// Proposes names that stand behind a position, honorific or role, behind a verb of saying, in lists, and chains that open with a given name.
pub fn propose(scene: &Scene<'_, '_>, positions: &[Found], out: &mut Vec<Candidate>) {
    let mut leads = vec![Lead::default(); scene.len() + 1];
    for position in positions {
        if let Some(at) = name_place(scene, position.last + 1) {
            leads[at].title = leads[at].title.max(if position.plural { 0.5 } else { position.strength });
        }
    }
    let mut listed = None;
    for (at, lead) in leads.iter_mut().enumerate().take(scene.len()) {
        lead.said = said(scene, at);
        lead.hailed = at > 0
            && scene.continues(at)
            && scene.hits(at - 1).iter().any(|hit| {
                hit.last + 1 == at
                    && matches!(hit.meaning, Meaning::Nisba { definite: true, shape: Shape::Masculine | Shape::Feminine, .. })
            });
        lead.listed = listed == Some(at) || at > 0 && scene.continues(at) && opener(scene, at);
        let Some((name, score, rule)) = best(scene, at, *lead).or_else(|| apposed(scene, at, positions)) else { continue };
        let next = name.last + 1;
        listed = scene.continues(next).then(|| next + usize::from(scene.is_punct(next, &['،', ','])));
        out.extend(Candidate::spanning(scene, at, name.reading, name.last, EntityType::Person, score, rule));
    }
}

/// Whether «كل من», «بينهم» opens a list just before a token.
fn opener(scene: &Scene<'_, '_>, at: usize) -> bool {
    let before = if scene.is_punct(at - 1, &[':']) { at.saturating_sub(2) } else { at - 1 };
    (before.saturating_sub(1)..=before).any(|start| scene.trigger(start, Trigger::ListOpener).is_some_and(|hit| hit.last == before))
}

/// Whether a verb of saying stands before a token, perhaps with a colon between («كتب: …»).
fn said(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| scene.continues(at)) else { return false };
    let verb =
        if scene.is_punct(before, &[':', '-', '–']) { before.checked_sub(1).filter(|_| scene.continues(before)) } else { Some(before) };
    verb.is_some_and(|verb| scene.inflected_classes(verb) & class::SPEECH != 0)
}

/// Where the name behind a position begins: over a dash or comma and over honorifics.
fn name_place(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let at = if scene.is_punct(at, &['-', '–', '،', ',', ':']) && scene.continues(at) { at + 1 } else { at };
    scene.continues(at).then_some(at)
}

/// «لو جيوي وزير المالية الصيني», «هو كوندابور كاماث»: two to four words that are no ordinary ones, directly before a position or behind «هو».
fn apposed(scene: &Scene<'_, '_>, at: usize, positions: &[Found]) -> Option<(Name, f32, &'static str)> {
    if !scene.is_word(at) || blocked(scene, at) || scene.classes(at) & class::FUNCTION != 0 {
        return None;
    }
    let copula =
        at > 0 && scene.continues(at) && ["هو", "هي", "وهو", "وهي", "يدعى", "تدعى", "اسمه", "اسمها", "المدعو"].contains(&scene.raw(at - 1));
    let name = parse(scene, at, true).filter(|name| name.words >= 2 && name.reading.cut == 0)?;
    let next = if scene.is_punct(name.last + 1, &['،', ',']) { name.last + 2 } else { name.last + 1 };
    let position = scene.continues(next)
        && positions.iter().any(|position| position.first == next && position.marked && position.reading.cut == 0 && position.last > next);
    let shaped = (at..=name.last).all(|word| name_shaped(scene, word));
    let rule = if position { "person.before-position" } else { "person.copula" };
    ((copula || position) && shaped).then_some((name, 0.66, rule))
}

fn best(scene: &Scene<'_, '_>, at: usize, lead: Lead) -> Option<(Name, f32, &'static str)> {
    let name = parse_led(scene, at, lead.introduces(), lead.listed)?;
    let share = name.known as f32 / name.words as f32;
    let certain = name.opens == Opening::Given || name.known > 0;
    if lead.title > 0.0 {
        if name.words == 1 && (scene.is_common(at) && name.opens != Opening::Given || !certain && !transliterated(scene.codes(at))) {
            return None;
        }
        let score = if certain { 0.85 + 0.05 * share } else { 0.55 + 0.2 * lead.title };
        return Some((name, score, "person.title-name"));
    }
    if name.words == 1 {
        return single(scene, &name, lead);
    }
    match name.opens {
        Opening::Given | Opening::AmbiguousGiven if name.patronym => Some((name, 0.86, "person.patronym")),
        Opening::Given => Some((name, 0.72 + 0.15 * share, "person.given-name")),
        Opening::AmbiguousGiven
            if name.known >= 2 && !all_ordinary(scene, &name, at) || name.shaped || lead.listed || lead.said || lead.hailed =>
        {
            Some((name, 0.6 + 0.1 * share, "person.given-name"))
        }
        Opening::Kunya => Some((name, 0.9, "person.kunya")),
        Opening::Other if lead.listed && name.reading.cut == 1 && (at + 1..=name.last).all(|word| name_shaped(scene, word)) => {
            Some((name, 0.64, "person.listed"))
        }
        Opening::Other if name.reading.cut == 0 && (lead.said || lead.hailed) && (at..=name.last).all(|word| name_shaped(scene, word)) => {
            Some((name, 0.66, "person.said"))
        }
        _ => None,
    }
}

/// Whether every word of a name is an ordinary word too: «سلام عادل», «عيد مبارك».
fn all_ordinary(scene: &Scene<'_, '_>, name: &Name, first: usize) -> bool {
    (first..=name.last).all(|at| {
        let codes = scene.codes(at);
        let bare = scene.gazetteer.classes_of(rest_behind(codes, "ال").unwrap_or(codes));
        (scene.classes(at) | bare) & class::COMMON != 0
    })
}

/// One word alone: a given name that is nothing else, or a foreign-looking word that said something.
fn single(scene: &Scene<'_, '_>, name: &Name, lead: Lead) -> Option<(Name, f32, &'static str)> {
    let at = name.last;
    let foreign = name.opens == Opening::Given && scene.classes(at) & class::ARABIC_GIVEN == 0 && name.reading.cut == 0;
    if foreign && scene.codes(at).len() >= 4 && !lexicon::inflects(scene.gazetteer, scene.codes(at)) {
        return Some((*name, 0.58, "person.given-alone"));
    }
    let speaks = scene.continues(at + 1)
        && (["أن", "إن", "ان", "انه", "أنه", "إنه", "بأن"].contains(&scene.raw(at + 1)) || scene.is_punct(at + 1, &[':']));
    let shaped = name.opens == Opening::Other && transliterated(scene.codes(at)) && scene.codes(at).len() >= 4
        || name.opens == Opening::Given && name.reading.cut == 0;
    (lead.said && !lead.hailed && speaks && shaped).then_some((*name, 0.6, "person.said"))
}
