//! Words that go on with an Arabic name though no list of families has them: a word somebody in the news goes by, «خلف» between a first name and a
//! family's, Gulf and Maghrebi names in «بو».

use super::name_ends::{closes, ends_phrase};
use super::names::{Name, Opening, compound};
use super::phrase;
use super::scene::Scene;
use super::shapes::{family_shaped, joined_word};
use crate::entity_type::EntityType;
use crate::gazetteer::{Meaning, Trigger, class};
use crate::text::fold::{arabic, is, starts};

/// How many words of the names an Arabic one begins with: a first name, a first name of two words («عبد العالي»), two first names.
const MOST_BEGUN: usize = 3;

/// Whether an unlisted word goes on with a name that has begun with Arabic first names.
#[must_use]
pub fn goes_on_with(scene: &Scene<'_, '_>, at: usize, name: &Name, introduced: bool) -> bool {
    let begun = name.opens == Opening::Given || introduced && name.opens == Opening::AmbiguousGiven;
    begun
        && name.words <= MOST_BEGUN
        && name.known == name.words
        && arabic_before(scene, at)
        && (called(scene, at, name) || bou(scene, at) || khalaf(scene, at))
        || name.patronym && behind_father(scene, at)
}

/// Whether the word before a token is an Arabic first name or the second half of one.
#[must_use]
pub fn arabic_before(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.classes(at - 1) & class::ARABIC_GIVEN != 0
        || at >= 2
            && (is(scene.codes(at - 2), "عبد")
                || phrase::definite(scene, at - 1, 0) && compound(scene, at - 2).is_some_and(|hit| hit.last + 1 == at))
}

/// «أحمد الشيب.», «بطرس صفير»: whether somebody in the news goes by a word. An ordinary word must end its phrase too.
fn called(scene: &Scene<'_, '_>, at: usize, name: &Name) -> bool {
    let hint = scene.whole_hits(at).any(|hit| {
        hit.len() == 1 && matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
    });
    let other = scene.whole_hits(at).any(|hit| {
        matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind != EntityType::Person)
            || matches!(hit.meaning, Meaning::Position(_) | Meaning::Number(_) | Meaning::Weekday { .. } | Meaning::Month { .. })
    });
    let marked = || scene.is_punct(at + 1, &['،', ',', '.', '(', ')']) || phrase::definite(scene, at, 0) && closes(scene, at + 1);
    hint && !other && (!scene.is_common(at) || name.opens == Opening::Given && marked())
}

/// «سعد بورشيد», «نسيمة بوهبيلة»: «بو», a father's, grown together with what he is called by; «بوجود» is «ب» + «وجود».
#[must_use]
pub fn bou(scene: &Scene<'_, '_>, at: usize) -> bool {
    let codes = scene.codes(at);
    scene.is_word(at)
        && codes.len() >= 5
        && starts(codes, "بو")
        && !joined_word(scene, at)
        && scene.inflected_classes(at) & class::COMMON == 0
        && scene
            .hits(at)
            .iter()
            .all(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Person))
        && !codes.ends_with(&[arabic('ا')])
}

/// «خالد بن نايف الرشيدان،», «منصور بن فهد الغالب ورئيس …»: a definite noun behind the father's name closes the son's, where the phrase ends with it.
fn behind_father(scene: &Scene<'_, '_>, at: usize) -> bool {
    const DESCRIBING: [&str; 7] = ["الراحل", "السابق", "الحالي", "الجديد", "الكبير", "المذكور", "نفسه"];
    let other = |hit: &super::scene::Hit| {
        matches!(
            hit.meaning,
            Meaning::Nisba { .. } | Meaning::Position(_) | Meaning::Ordinal { .. } | Meaning::Number(_) | Meaning::Weekday { .. }
        )
    };
    let near = (at - 2..at).any(|word| scene.whole_trigger(word, Trigger::Patronym).is_some());
    near && phrase::definite(scene, at, 0)
        && ends_phrase(scene, at + 1)
        && scene.classes(at) & class::FUNCTION == 0
        && !DESCRIBING.contains(&scene.raw(at))
        && !scene.raw(at).ends_with('ة')
        && !scene.whole_hits(at).any(other)
}

/// «عامر خلف العزاوي»: between a first name and a family's «خلف» is no preposition.
fn khalaf(scene: &Scene<'_, '_>, at: usize) -> bool {
    let family = |at: usize| {
        phrase::definite(scene, at, 0) && scene.classes(at) & class::FAMILY != 0 && scene.codes(at).ends_with(&[arabic('ي')])
            || family_shaped(scene, at)
    };
    is(scene.codes(at), "خلف") && scene.continues(at + 1) && scene.is_word(at + 1) && family(at + 1)
}

/// Whether a token is an ordinary noun as it stands, without article, ending or any other use.
#[must_use]
pub fn bare_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    const NO_NOUN: u16 = class::FUNCTION | class::VERB | class::SPEECH | class::ADJECTIVE;
    let titled = at >= 2
        && (at.saturating_sub(4)..at - 1).any(|first| {
            scene.hits(first).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_)) && phrase::definite(scene, hit.last, 0))
        });
    // «آدم رجال، المتحدث باسم …»: with an office in apposition.
    let apposed = scene.is_punct(at + 1, &['،', ','])
        && scene
            .hits(at + 2)
            .iter()
            .any(|hit| hit.reading.cut == 0 && matches!(hit.meaning, Meaning::Position(_)) && phrase::definite(scene, hit.first, 0));
    (titled || apposed)
        && scene.classes(at) & class::COMMON != 0
        && scene.classes(at) & NO_NOUN == 0
        && scene.hits(at).is_empty()
        && scene.codes(at).len() >= 3
        && !scene.codes(at).ends_with(&[arabic('ا')])
        && !scene.raw(at).ends_with(['ة', 'ه'])
}
