//! Noun phrases as far as names need them: what a head noun governs, and where it ends.
//!
//! A construct chain runs over indefinite nouns to one definite noun or name («رؤساء أجهزة الاستخبارات»); adjectives agree with the head in
//! definiteness and follow the chain («الهيئة الإقليمية»), so a word without the article ends a definite phrase.

use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, PositionUse, Trigger, class};
use crate::text::fold::arabic;
use crate::text::fold::letters::{ALEF, BA, HA, LAM, SEEN, TA, WAW, YA};

/// How deep constructs may nest: «مساعد وزير خارجية جمهورية …».
const DEPTH: usize = 5;

/// Whether a word carries the article, behind `cut` letters.
#[must_use]
pub fn definite(scene: &Scene<'_, '_>, at: usize, cut: usize) -> bool {
    let codes = scene.codes(at);
    // «ألمانيا» and «إلغاء» fold to the same letters; the article has no hamza.
    let hamza = || {
        let raw = scene.raw(at);
        let letter =
            if cut == 0 { raw.chars().next() } else { raw.chars().filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | 'ـ')).nth(cut) };
        matches!(letter, Some('أ' | 'إ' | 'آ'))
    };
    codes.len() > cut + 3 && codes[cut..].starts_with(&[ALEF, LAM]) && !hamza()
}

/// A known place, organisation or building that begins at a token read whole.
#[must_use]
pub fn known<'s>(scene: &'s Scene<'_, '_>, at: usize) -> Option<&'s Hit> {
    scene.whole_hits(at).find(|hit| match hit.meaning {
        Meaning::Entry { id, form, ambiguous } => {
            let kind = scene.gazetteer.known(id).kind;
            let led = at > 0
                && scene.continues(at)
                && [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| scene.trigger(at - 1, *class).is_some());
            let word = !led
                && hit.len() == 1
                && (ambiguous || form != Form::Full)
                && scene.classes(at) & class::COMMON != 0
                && kind != EntityType::Gpe;
            !word && form != Form::Hint && matches!(kind, EntityType::Gpe | EntityType::Org | EntityType::Loc | EntityType::Fac)
        }
        _ => false,
    })
}

/// A place at a token, with a designator before it where there is one: «جمهورية كازاخستان», «باكستان».
#[must_use]
pub fn place(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let is_place = |hit: &&Hit| match hit.meaning {
        Meaning::Entry { id, form, .. } => {
            form == Form::Full && matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc)
        }
        _ => false,
    };
    // «جامعة حلوان» is no town called Djamaa.
    let head = || [Trigger::OrgHead, Trigger::OrgHeadWeak, Trigger::FacHead].iter().any(|class| scene.triggered(at, *class));
    if let Some(hit) = scene.whole_hits(at).find(is_place).filter(|hit| hit.len() > 1 || !head()) {
        return Some(hit.last);
    }
    let designator = scene.whole_trigger(at, Trigger::PlaceDesignator)?;
    let next = skip_quotes(scene, designator.next());
    if !scene.continues(next) {
        return None;
    }
    scene.whole_hits(next).find(is_place).map(|hit| hit.last)
}

/// Over one opening quotation mark.
#[must_use]
pub fn skip_quotes(scene: &Scene<'_, '_>, at: usize) -> usize {
    at + usize::from(scene.is_punct(at, &['"', '«', '“']))
}

/// A definite nisba at a token, with further ones joined by «و» where `several` holders are meant: «الروسي», «الصيني والروسي».
#[must_use]
pub fn nisbas(scene: &Scene<'_, '_>, at: usize, several: bool) -> Option<usize> {
    if !scene.continues(at) {
        return None;
    }
    let nisba = |at: usize, cut: u8| {
        scene
            .hits(at)
            .iter()
            .find(|hit| hit.reading.cut == cut && matches!(hit.meaning, Meaning::Nisba { definite: true, .. }))
            .map(|hit| hit.last)
    };
    let mut last = nisba(at, 0)?;
    while several && scene.continues(last + 1) {
        match nisba(last + 1, 1) {
            Some(next) => last = next,
            None => break,
        }
    }
    Some(last)
}

/// Whether a token is an adjective with the article that can agree with a definite head.
#[must_use]
pub fn adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    if !scene.continues(at) || !scene.is_word(at) || !definite(scene, at, 0) || scene.classes(at) & class::FUNCTION != 0 {
        return false;
    }
    // «حزب الشعب الحاكم», «الرئيس المعزول»: what has become of something is no part of its name.
    const FATE: [&str; 12] = [
        "الحاكم",
        "الحاكمة",
        "المعزول",
        "المعزولة",
        "المخلوع",
        "المخلوعة",
        "المنحل",
        "المنحلة",
        "المحظور",
        "المحظورة",
        "المنتهية",
        "المنصرف",
    ];
    if matches!(scene.codes(at).get(2), Some(letter) if [arabic('م'), arabic('ح')].contains(letter)) && FATE.contains(&scene.raw(at)) {
        return false;
    }
    // «الناطق الرسمي المنجي الحرباوي»: a first name with the article, before a family's name.
    let next = at + 1;
    let family = || {
        scene.continues(next)
            && scene.is_word(next)
            && scene.classes(next) & class::FAMILY != 0
            && definite(scene, next, 0)
            && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }))
    };
    if scene.classes(at) & class::ARABIC_GIVEN != 0 && family() {
        return false;
    }
    let date = [Trigger::Today, Trigger::Past, Trigger::Next, Trigger::DayNoun, Trigger::YearNoun, Trigger::MonthNoun, Trigger::WeekNoun];
    if date.iter().any(|class| scene.whole_trigger(at, *class).is_some()) {
        return false;
    }
    let position =
        |hit: &Hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Head);
    let weekday = |hit: &Hit| matches!(hit.meaning, Meaning::Weekday { .. });
    // «الإنتاج الفني»: an adjective before it is who does the work.
    let technical = matches!(scene.raw(at), "الفني" | "الفنية");
    if technical || scene.whole_trigger(at, Trigger::National).is_some() || scene.whole_trigger(at, Trigger::Former).is_some() {
        return true;
    }
    let bare = scene.gazetteer.classes_of(&scene.codes(at)[2..]);
    let named = |hit: &Hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, ambiguous } if !ambiguous && (bare & class::ADJECTIVE == 0 || scene.gazetteer.known(id).kind == EntityType::Person));
    if scene.whole_hits(at).any(|hit| position(hit) || weekday(hit) || named(hit)) {
        return false;
    }
    if scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. })) {
        return true;
    }
    let codes = scene.codes(at);
    if bare & class::ADJECTIVE != 0 {
        return true;
    }
    let own = scene.classes(at) | bare;
    // «المستشفى» ends in ى, which only Egyptian spelling writes for the ي of an adjective.
    let relative = codes.ends_with(&[YA]) && (!scene.raw(at).ends_with('ى') || scene.dotless_adjectives()) || codes.ends_with(&[YA, HA]);
    relative && codes.len() >= 6 && (scene.is_common(at) || codes.ends_with(&[YA, HA])) && own & (class::GIVEN | class::FAMILY) == 0
}

/// The last of the adjectives that follow, or `last` itself.
#[must_use]
pub fn adjectives(scene: &Scene<'_, '_>, mut last: usize) -> usize {
    // More than six adjectives are no name but an attack.
    for _ in 0..6 {
        if let Some(hit) = scene
            .continues(last + 1)
            .then(|| scene.whole_hits(last + 1).find(|hit| matches!(hit.meaning, Meaning::Nisba { definite: true, .. })))
            .flatten()
        {
            last = hit.last;
        } else if let Some(end) = manifold(scene, last + 1) {
            last = end;
        } else if let Some(end) = ordinal(scene, last + 1) {
            last = end;
        } else if adjective(scene, last + 1) || joined_adjective(scene, last + 1) || plural_adjective(scene, last + 1) {
            last += 1;
        } else {
            return last;
        }
    }
    last
}

/// «المستشارين السياسيين»: the plural of a relative adjective behind that of a noun for people.
#[must_use]
pub fn plural_adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    let plural = |codes: &[u8]| codes.ends_with(&[YA, arabic('ن')]) || codes.ends_with(&[WAW, arabic('ن')]);
    let relative = |codes: &[u8]| codes.len() >= 8 && plural(codes) && codes[..codes.len() - 2].ends_with(&[YA]);
    scene.continues(at)
        && scene.is_word(at)
        && definite(scene, at, 0)
        && plural(scene.codes(at - 1))
        && relative(scene.codes(at))
        && scene.gazetteer.classes_of(&scene.codes(at)[2..scene.codes(at).len() - 2]) & (class::COMMON | class::ADJECTIVE) != 0
}

/// «المتعددة الجنسيات», «متعددة الأطراف»: an adjective with what there are many of.
fn manifold(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    const MANY: [&str; 6] = ["المتعددة", "المتعدد", "متعددة", "متعدد", "المتعدده", "متعدده"];
    let plural = scene.continues(at) && MANY.contains(&scene.raw(at)) && scene.continues(at + 1) && definite(scene, at + 1, 0);
    plural.then_some(at + 1)
}

/// «الثالثة», «الحادية عشرة»: the last token of an ordinal.
fn ordinal(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let number = scene.whole_hits(at).find(|hit| matches!(hit.meaning, Meaning::Ordinal { .. }));
    number.filter(|_| scene.continues(at) && definite(scene, at, 0)).map(|hit| hit.last)
}

/// «والثقافية» behind «الاجتماعية»: one more adjective of the same head.
fn joined_adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    if !scene.continues(at) || !scene.is_word(at) || !definite(scene, at, 1) || scene.codes(at)[0] != WAW {
        return false;
    }
    let codes = &scene.codes(at)[1..];
    let before = scene.codes(at - 1);
    // Agreement: both feminine or both masculine relative adjectives.
    let feminine = |codes: &[u8]| codes.ends_with(&[YA, HA]);
    let bare = scene.gazetteer.classes_of(&codes[2..]);
    feminine(codes) && feminine(before) && codes.len() > 5 && bare & (class::GIVEN | class::FAMILY) == 0
}

/// A noun with an attached pronoun that closes a construct: «خارجيته», «بلادهم».
fn possessed(scene: &Scene<'_, '_>, at: usize) -> bool {
    let codes = scene.codes(at);
    const SUFFIXES: [&[u8]; 3] = [&[HA, ALEF], &[HA, arabic('م')], &[HA]];
    let suffix = SUFFIXES.into_iter().find(|suffix| codes.ends_with(suffix) && codes.len() >= suffix.len() + 3);
    suffix.is_some_and(|suffix| {
        let stem = &codes[..codes.len() - suffix.len()];
        let restored = stem.strip_suffix(&[arabic('ت')]).map(|stem| [stem, &[HA]].concat());
        // «وزرائها», «أعضاؤه»: the seat of a final hamza.
        let seated = || match stem {
            [rest @ .., ALEF, YA | WAW] => Some([rest, &[ALEF, arabic('ء')]].concat()),
            _ => None,
        };
        let known = |letters: &[u8]| scene.gazetteer.classes_of(letters) & class::COMMON != 0;
        !known(codes)
            && (known(stem)
                || restored.is_some_and(|restored| known(&restored) || restored.len() > 4)
                || seated().is_some_and(|noun| known(&noun)))
    })
}

/// Whether a token may stand inside a construct as indefinite noun.
fn construct_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    let classes = scene.classes(at);
    if classes & (class::FUNCTION | class::SPEECH) != 0
        || classes & class::VERB != 0 && classes & class::ADJECTIVE == 0 && scene.whole_trigger(at, Trigger::OrgHead).is_none()
    {
        return false;
    }
    let codes = scene.codes(at);
    let proclitic = matches!(codes[0], WAW) && scene.whole(at).is_none();
    classes & class::COMMON != 0
        && !proclitic
        && codes.len() > 2
        && !scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }))
}

/// The last token of the noun phrase that begins at a token read whole; `None` where none does.
#[must_use]
pub fn noun_phrase(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    noun_phrase_at(scene, at, 0)
}

fn noun_phrase_at(scene: &Scene<'_, '_>, at: usize, depth: usize) -> Option<usize> {
    let at = if scene.is_punct(at, &['"', '«', '“']) { at + 1 } else { at };
    if depth > DEPTH || !scene.continues(at) || !(scene.is_word(at) || known(scene, at).is_some()) {
        return None;
    }
    if let Some(last) = place(scene, at) {
        return Some(last);
    }
    if let Some(hit) = known(scene, at) {
        return Some(hit.last);
    }
    if let Some(last) = super::organizations::military_unit(scene, at) {
        return Some(last);
    }
    if definite(scene, at, 0) {
        let classes = scene.classes(at);
        let named = !holders(scene, at)
            && scene
                .whole_hits(at)
                .any(|hit| matches!(hit.meaning, Meaning::Entry { id, form, .. } if scene.gazetteer.known(id).kind == EntityType::Person && (form != Form::Hint || !scene.is_common(at))));
        if classes & class::FUNCTION != 0
            || named
            || !(scene.is_common(at) || adjective(scene, at) || scene.whole_trigger(at, Trigger::OrgHead).is_some() || holders(scene, at))
        {
            return None;
        }
        let last = adjectives(scene, at);
        return Some(tail(scene, last, depth));
    }
    if possessed(scene, at) {
        return Some(at);
    }
    // «رئيس شركة "كازموناي غاز"», «صندوق "سامروك كازينا"».
    let head = [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| scene.whole_trigger(at, *class).is_some());
    if let Some(last) = head.then(|| super::organizations::quoted(scene, at + 1)).flatten() {
        return Some(last);
    }
    // «مستشفى كمال عدوان الطبيب حسام …»: somebody's name governs nothing.
    let somebody = || {
        scene.whole_hits(at).any(|hit| hit.len() > 1 && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Person))
    };
    if (construct_noun(scene, at) || scene.whole_trigger(at, Trigger::OrgHead).is_some()) && !somebody() {
        let inner = noun_phrase_at(scene, at + 1, depth + 1)?;
        let body = scene.whole_trigger(at, Trigger::OrgHead).is_some() || scene.whole_trigger(at, Trigger::OrgHeadWeak).is_some();
        return Some(if body { tail(scene, inner, depth + 1) } else { inner });
    }
    None
}

/// Whether a token names several holders of an office: «مجلس النواب», «رابطة القضاة».
fn holders(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene
        .whole_hits(at)
        .any(|hit| hit.len() == 1 && matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].plural))
}

/// What a noun phrase takes behind it: «لـ» with its object («الهيئة الإقليمية لمكافحة الإرهاب»), «التابعة لـ…».
#[must_use]
pub fn tail(scene: &Scene<'_, '_>, last: usize, depth: usize) -> usize {
    prepositional(scene, last + 1, LAM, depth).unwrap_or(last)
}

/// A word with a glued preposition and the phrase it governs: «للأمم المتحدة», «لمكافحة الإرهاب», «بوزارة الخارجية».
#[must_use]
pub fn prepositional(scene: &Scene<'_, '_>, at: usize, preposition: u8, depth: usize) -> Option<usize> {
    if depth > DEPTH || !scene.continues(at) || !scene.is_word(at) {
        return None;
    }
    let codes = scene.codes(at);
    if codes[0] != preposition || codes.len() < 4 || scene.classes(at) & (class::GIVEN | class::FAMILY) != 0 {
        return None;
    }
    // «للحصول على», «لوكالة فرانس برس».
    if preposition == LAM && (scene.triggered(at, Trigger::Purpose) || addressee(scene, at)) {
        return None;
    }
    // A known name behind the preposition.
    let hit = scene.hits(at).iter().find(|hit| match hit.meaning {
        Meaning::Entry { id, form, .. } => {
            hit.reading.cut == 1
                && form != Form::Hint
                && matches!(
                    scene.gazetteer.known(id).kind,
                    EntityType::Gpe | EntityType::Org | EntityType::Loc | EntityType::Fac | EntityType::Event | EntityType::Law
                )
        }
        _ => false,
    });
    if let Some(hit) = hit {
        return Some(hit.last);
    }
    if scene.classes(at) & (class::FUNCTION | class::VERB | class::SPEECH) != 0 {
        return None;
    }
    // «للشؤون الدولية»: the article behind the preposition.
    let article = preposition == LAM && codes.starts_with(&[LAM, LAM]) || preposition == BA && codes[1..].starts_with(&[ALEF, LAM]);
    if article {
        if scene.is_common(at) {
            return Some(adjectives(scene, at));
        }
        return None;
    }
    let designated = scene
        .hits(at)
        .iter()
        .find(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Trigger(Trigger::PlaceDesignator | Trigger::OrgHead)));
    let own = scene.gazetteer.classes_of(&codes[1..]);
    // «ليكون الرابع»: a verb.
    let verbal = own & (class::VERB | class::SPEECH) != 0 && own & class::ADJECTIVE == 0 || own & class::FUNCTION != 0;
    let noun = designated.is_some() || own & class::COMMON != 0 && !verbal;
    if noun { noun_phrase_at(scene, at + 1, depth + 1).filter(|last| *last > at) } else { None }
}

/// «للشؤون», «لشؤون»: what follows is the field of a position.
#[must_use]
pub fn affairs(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!(scene.raw(at), "للشؤون" | "لشؤون" | "للشئون" | "لشئون")
}

/// «قالت الوزارة لوكالة فرانس برس»: who is spoken to.
fn addressee(scene: &Scene<'_, '_>, at: usize) -> bool {
    const MEDIA: [&str; 11] = ["لوكالة", "لصحيفة", "لجريدة", "لمجلة", "لقناة", "لإذاعة", "لاذاعة", "لراديو", "لتلفزيون", "لموقع", "لشبكة"];
    MEDIA.contains(&scene.raw(at))
}

/// Whether a demonstrative stands before a token: «هذه», «لتلك».
#[must_use]
pub fn pointed(scene: &Scene<'_, '_>, at: usize) -> bool {
    const THESE: [&str; 10] = ["هذا", "هذه", "ذلك", "تلك", "بهذا", "بهذه", "لهذا", "لهذه", "وهذا", "وهذه"];
    at > 0 && scene.continues(at) && THESE.contains(&scene.raw(at - 1))
}

/// Whether a word stands between «أن» and a verb, as only a subject does: «إن ألونسو أعاق السائق».
#[must_use]
pub fn acts(scene: &Scene<'_, '_>, at: usize) -> bool {
    const THAT: [&str; 10] = ["أن", "إن", "ان", "لكن", "ولكن", "بأن", "بان", "وأن", "وان", "وإن"];
    let next = at + 1;
    // «سيوفد» stands in no list with its «س».
    let future = |codes: &[u8]| codes.len() >= 5 && codes[0] == SEEN && [YA, TA].contains(&codes[1]);
    at > 0
        && scene.continues(at)
        && THAT.contains(&scene.raw(at - 1))
        && scene.continues(next)
        && scene.is_word(next)
        && (scene.inflected_classes(next) & (class::VERB | class::SPEECH) != 0
            || ["لن", "لم", "قد", "سوف"].contains(&scene.raw(next))
            || scene.classes(next) == 0 && future(scene.codes(next)))
}
