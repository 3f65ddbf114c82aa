//! What ends a name: another name, a relative, a formula, a noun with its complement, the end of the phrase.

use super::name_starts::quality;
use super::names::compound;
use super::phrase;
use super::scene::Scene;
use super::shapes::{joined_word, name_shaped};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::fold::{arabic, is};

/// Whether tokens are the whole name of somebody the gazetteer knows.
#[must_use]
pub fn complete(scene: &Scene<'_, '_>, first: usize, last: usize) -> bool {
    last > first && scene.hits(first).iter().any(|hit| {
        hit.last == last
            && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
    })
}

/// Whether somebody else's name begins at a token: «عبد الفتاح السيسي آبي أحمد».
#[must_use]
pub fn starts_another(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.whole_hits(at).any(|hit| {
        hit.len() > 1
            && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
    })
}

/// Whether a word behind the whole name of somebody known is no further part of it: «قيس سعيّد الضيف», «بشارة الراعي النواب», «ديونكوندا تراوري ديانغو سيسوكو».
#[must_use]
pub fn leaves(scene: &Scene<'_, '_>, at: usize) -> bool {
    if !scene.is_word(at) {
        return false;
    }
    let noun = quality(scene, at) && !scene.codes(at).ends_with(&[arabic('ي')]);
    let next = at + 1;
    let foreign = scene.classes(at) & (class::GIVEN | class::ARABIC_GIVEN | class::FAMILY | class::COMMON) == class::GIVEN
        && scene.continues(next)
        && scene.is_word(next)
        && name_shaped(scene, next);
    noun || foreign
}

/// What stands behind a name and is none: «صباح أمس», «طيب الله ثراه», «رحمه الله».
#[must_use]
pub fn formula(scene: &Scene<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    if !scene.continues(next) || !scene.is_word(next) {
        return false;
    }
    let named = scene.classes(next) & (class::GIVEN | class::FAMILY) != 0;
    // «تياني فجر الخميس».
    let day = scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Weekday { .. }));
    // «الشيخ محمد عبدالله المبارك الصباح مؤكدا»: the rulers of Kuwait.
    let house = scene.raw(at) == "الصباح" && !day && scene.classes(at - 1) & (class::GIVEN | class::FAMILY) != 0;
    let daypart = scene.whole_trigger(at, Trigger::Daypart).is_some() && (!named || day) && !house;
    let blessing = scene.raw(next) == "الله" && compound(scene, at).is_none() && scene.classes(at) & class::COMMON != 0;
    daypart || blessing
}

/// Whether a phrase has ended before a token: a mark, a preposition or particle, also one joined to its noun («بالمرتبة»), a position.
#[must_use]
pub fn closes(scene: &Scene<'_, '_>, at: usize) -> bool {
    !scene.continues(at)
        || !scene.is_word(at)
        || scene.classes(at) & class::FUNCTION != 0
        || scene.classes(at) == 0 && scene.codes(at)[0] == arabic('ب') && joined_word(scene, at)
        || scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Position(_)))
}

/// Whether a mark, «و» or a preposition ends a phrase before a token; a title could not stand so far from its holder's name.
#[must_use]
pub fn ends_phrase(scene: &Scene<'_, '_>, at: usize) -> bool {
    let office = || {
        scene.codes(at)[0] == arabic('و')
            && scene.hits(at).iter().any(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Position(_)))
    };
    !scene.continues(at)
        || scene.is_punct(at, &['،', ',', '.', ')', '(', ':'])
        || scene.is_word(at)
            && (matches!(scene.raw(at), "من" | "في" | "أن" | "إن" | "إلى")
                || scene.whole_trigger(at, Trigger::Daypart).is_some()
                || office())
}

/// Whether «ابن» says whose relative somebody is and does not go on with the name: «صدام حسين ابن عمه», «سامي يوسف ابن رجل بسيط».
#[must_use]
pub fn kin(scene: &Scene<'_, '_>, at: usize) -> bool {
    let relative = |letters: &[u8]| {
        ["عم", "خال", "اخ", "اخت", "عمه", "خاله", "اخيه", "اخته", "عمته", "خالته", "عمها", "اخيها"].iter().any(|word| is(letters, word))
    };
    let next = at + 1;
    let noun = scene.is_common(next) && scene.classes(next) & (class::GIVEN | class::FAMILY) == 0 && !phrase::definite(scene, next, 0);
    is(scene.codes(at), "ابن") && (relative(scene.codes(next)) || noun)
}

/// Whether an ordinary word governs the next one, so that it is no name: «جيولي صاحب الهدف», «زيدان أفضل لاعب».
#[must_use]
pub fn governs(scene: &Scene<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    if !scene.continues(next) || !scene.is_word(next) || scene.classes(at) & class::COMMON == 0 {
        return false;
    }
    // «سالم الرشيدي» is a name, though a nisba could be made of what is left.
    let family = phrase::definite(scene, next, 0)
        && scene.codes(next).ends_with(&[arabic('ي')])
        && scene.classes(next) == 0
        && scene.gazetteer.classes_of(&scene.codes(next)[2..]) & class::COMMON == 0;
    if family {
        return false;
    }
    let classes = scene.inflected_classes(next);
    let noun =
        classes & class::COMMON != 0 && classes & (class::FUNCTION | class::VERB | class::SPEECH | class::GIVEN | class::FAMILY) == 0;
    let position = scene.hits(next).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_) | Meaning::Nisba { .. }));
    let comparative = scene.codes(at).len() == 4 && scene.codes(at)[0] == arabic('ا') && scene.classes(at) & class::ADJECTIVE != 0;
    // «كثير العيال»: an adjective with what it is said of.
    let described =
        scene.classes(at) & class::ADJECTIVE != 0 && phrase::definite(scene, next, 0) && classes & (class::GIVEN | class::FAMILY) == 0;
    // «العروسي عودة ميناء»: behind a family's name a noun with its complement.
    let closed = at > 0 && phrase::definite(scene, at - 1, 0) && scene.codes(at - 1).ends_with(&[arabic('ي')]);
    comparative && (noun || position) || noun && !position && (phrase::definite(scene, next, 0) || closed) || described && !position
}

/// Whether a noun stands at a token, so that «على» before it is the preposition.
#[must_use]
pub fn goes_on(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.continues(at)
        && scene.is_word(at)
        && (scene.is_common(at) || phrase::definite(scene, at, 0))
        && scene.classes(at) & (class::GIVEN | class::FAMILY) == 0
}
