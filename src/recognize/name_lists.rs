//! Where names stand in a row: what opens a list, where its next name begins, and how far back a name reaches.

use super::name_starts::spoken_for;
use super::names::{Name, Opening};
use super::people::{accusative, said};
use super::scene::Scene;
use super::shapes::{transliterated, unlisted};
use super::{lexicon, tribes};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, PositionUse, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::arabic;

/// How many first names may stand before what was found of a name.
const MOST_BACK: usize = 3;

/// The last token of somebody the gazetteer knows by this name alone.
pub fn known_person(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let person = |hit: &&crate::recognize::Hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, ambiguous: false } if scene.gazetteer.known(id).kind == EntityType::Person);
    scene.hits(at).iter().filter(person).map(|hit| hit.last).max()
}

/// Where the next name of a list may begin: behind a comma, or behind an aside («فلوران مالودا (7) ولويس ساها»).
pub fn next_listed(scene: &Scene<'_, '_>, next: usize) -> Option<usize> {
    if !scene.continues(next) {
        return None;
    }
    if scene.is_punct(next, &['(']) {
        let close = (next + 2..next + 5).find(|at| scene.is_punct(*at, &[')'])).filter(|close| scene.continues(close + 1))?;
        return Some(close + 1 + usize::from(scene.is_punct(close + 1, &['،', ','])));
    }
    Some(next + usize::from(scene.is_punct(next, &['،', ','])))
}

/// The given names directly before a name that was found further on: «محسن الشهيبي», «منى عبد الغني», whose first word is an ordinary one too.
/// `listed`: where the last list went on, so that «و» may join a name there.
pub fn reach_back(scene: &Scene<'_, '_>, at: usize, name: &Name, listed: Option<usize>) -> Option<(usize, Reading)> {
    if name.reading.cut > 0 || name.opens == Opening::Other && name.known == 0 {
        return None;
    }
    let mut found = None;
    let farthest = at.saturating_sub(MOST_BACK);
    let mut at = at;
    while at > farthest && scene.continues(at) && scene.is_word(at - 1) {
        let before = at - 1;
        let whole = scene.classes(before);
        let position =
            scene.hits(before).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_) | Meaning::Nisba { .. } | Meaning::Number(_)));
        let tribe = before > 0 && scene.continues(before) && tribes::is_head(scene, before - 1);
        if tribe
            || position
            || country(scene, before)
            || spoken_for(scene, before)
            || whole & class::FUNCTION != 0
            || scene.whole_trigger(before, Trigger::Patronym).is_some()
        {
            break;
        }
        // «هارسون فورد», «دونكان هانتر»: a foreign first name that nobody listed.
        let foreign = scene.classes(at) & (class::GIVEN | class::ARABIC_GIVEN) == class::GIVEN && name.opens == Opening::Given;
        if foreign && found.is_none() && unlisted(scene, before) {
            return Some((before, Reading { cut: 0, article: false }));
        }
        if whole & class::GIVEN != 0 {
            // «كتبت رنا نجم الدين»: no verb stands behind a verb of saying.
            if whole & (class::VERB | class::SPEECH) != 0 && listed != Some(before) && !said(scene, before) {
                break;
            }
            if accusative(scene, before) && accusative(scene, at) {
                break;
            }
            // «كفله محمد»: a verb with its object.
            if scene.raw(before).ends_with('ه') && lexicon::inflects(scene.gazetteer, scene.codes(before)) {
                break;
            }
            // «عهد يلتسين», «حياة لوركا»: an ordinary Arabic word governs a foreign name.
            if whole & class::COMMON != 0 && foreign_alone(scene, at, name) {
                break;
            }
            // «محافظ عدن نايف البكري»: behind an office or noun of place a town is one, though women are called so.
            if town(scene, before) && before > 0 && scene.continues(before) && governs_place(scene, before - 1) {
                break;
            }
            found = Some((before, Reading { cut: 0, article: false }));
            at = before;
            continue;
        }
        // A proclitic ends the way back: nothing of the name stands before it.
        let joined = scene.readings(before).iter().find(|(reading, word)| {
            let classes = scene.gazetteer.classes(Some(*word));
            let conjunction = reading.cut == 1 && scene.codes(before)[0] == arabic('و');
            reading.cut == 1
                && !reading.article
                && classes & class::GIVEN != 0
                && classes & class::FUNCTION == 0
                && (classes & (class::VERB | class::SPEECH) == 0 || conjunction && listed == Some(before))
                && (classes & class::COMMON == 0 || conjunction)
        });
        let entry = scene.whole_hits(before).any(|hit| matches!(hit.meaning, Meaning::Entry { .. }));
        if let Some((reading, _)) = joined.filter(|_| whole == 0 && !entry) {
            found = Some((before, *reading));
        }
        break;
    }
    found
}

/// Whether a name is one foreign word.
fn foreign_alone(scene: &Scene<'_, '_>, at: usize, name: &Name) -> bool {
    name.words == 1 && scene.classes(at) & class::ARABIC_GIVEN == 0 && transliterated(scene, at)
}

/// Whether «كل من», «بينهم» opens a list just before a token.
pub fn opener(scene: &Scene<'_, '_>, at: usize) -> bool {
    let before = if scene.is_punct(at - 1, &[':']) { at.saturating_sub(2) } else { at - 1 };
    (before.saturating_sub(1)..=before).any(|start| scene.trigger(start, Trigger::ListOpener).is_some_and(|hit| hit.last == before))
}

/// Whether a token is a town's name.
pub fn town(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene
        .whole_hits(at)
        .any(|hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe))
}

/// Whether a noun at a token governs a place: «محافظ», «أهالي», «مدينة».
pub fn governs_place(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hits(at).iter().any(|hit| match hit.meaning {
        Meaning::Position(id) => scene.gazetteer.positions[id.0 as usize].usage == PositionUse::Head,
        Meaning::Trigger(Trigger::PlaceContext | Trigger::PlaceDesignator | Trigger::PlaceDesignatorWeak) => true,
        _ => false,
    })
}

/// Whether a token is a country's name.
pub fn country(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene
        .whole_hits(at)
        .any(|hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "country"))
}
