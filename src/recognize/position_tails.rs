//! What stands behind an office and belongs to it: «للأمم المتحدة», «لدى العراق», «للشؤون الدولية», «والهجرة», «باسم الكرملين», «ل«الوفد»».

use super::coordination;
use super::organizations;
use super::phrase;
use super::positions::complement;
use super::scene::{Hit, Scene};
use crate::gazetteer::{Form, Meaning, Position, PositionUse, Trigger, class};
use crate::text::fold::{arabic, is};

/// «النائب الجمهوري عن ولاية تكساس»: what a member of parliament sits for.
pub fn constituency(scene: &Scene<'_, '_>, position: &Position, at: usize) -> Option<usize> {
    let seat = position.class == "parliament" && scene.continues(at) && scene.raw(at) == "عن" && scene.continues(at + 1);
    seat.then(|| phrase::place(scene, at + 1)).flatten()
}

/// «والهجرة», «وتقنية المعلومات»: a further field of a ministry.
pub fn portfolio(scene: &Scene<'_, '_>, position: &Position, at: usize) -> Option<usize> {
    if position.class != "minister" {
        return None;
    }
    // «والتونسيين بالخارج».
    let expatriates = || {
        let abroad = scene.continues(at + 1) && matches!(scene.raw(at + 1), "بالخارج" | "المقيمين");
        (abroad && scene.is_word(at) && scene.codes(at)[0] == arabic('و')).then_some(at)
    };
    let last = coordination::joined(scene, at, false).or_else(expatriates).or_else(|| {
        // «وتقنية المعلومات», «وإصلاح المستشفيات».
        let noun = scene.continues(at + 1)
            && scene.is_word(at)
            && scene.codes(at)[0] == arabic('و')
            && scene.classes(at) == 0
            && (scene.codes(at).ends_with(&[arabic('ه')])
                || scene.gazetteer.classes_of(&scene.codes(at)[1..]) & (class::VERB | class::SPEECH) == 0)
            && phrase::definite(scene, at + 1, 0);
        let head = noun && scene.gazetteer.classes_of(&scene.codes(at)[1..]) & class::COMMON != 0;
        head.then(|| phrase::noun_phrase(scene, at + 1)).flatten()
    })?;
    let last = phrase::adjectives(scene, last);
    let abroad = scene.continues(last + 1) && scene.raw(last + 1) == "بالخارج";
    Some(if abroad { last + 1 } else { last })
}

/// Up to two prepositional objects: «للأمم المتحدة», «إلى اليمن», «لكرة القدم», «لرئيس مجلس الوزراء».
pub fn tails(scene: &Scene<'_, '_>, mut last: usize, hit: &Hit, position: &Position, nested: bool) -> usize {
    // «رئيس الاتحاد الدولي لكرة اليد»: a body's object is anything its name says.
    let body = (hit.first..=last)
        .any(|at| scene.whole_trigger(at, Trigger::OrgHead).is_some() || scene.whole_trigger(at, Trigger::OrgHeadWeak).is_some());
    for round in 0..2 {
        let at = last + 1;
        let object = scene
            .continues(at)
            .then(|| {
                scene
                    .hits(at)
                    .iter()
                    .find(|hit| hit.reading.cut == 1 && scene.codes(at)[0] == arabic('ل') && matches!(hit.meaning, Meaning::Position(_)))
            })
            .flatten();
        if let Some(object) = object.filter(|_| !nested && round == 0) {
            last = phrase::noun_phrase(scene, object.next()).unwrap_or(object.last);
            continue;
        }
        let next = prepositional(scene, at)
            .or_else(|| if scene.continues(at) { quoted_object(scene, at) } else { None })
            .filter(|_| !nested || named(scene, at))
            .or_else(|| {
                // «الناطق الإعلامي لقيادة حرس الحدود»: a spokesman is somebody's.
                let speaks = matches!(scene.raw(hit.first).trim_start_matches(['و', 'ل']), "الناطق" | "المتحدث" | "الناطقة" | "المتحدثة")
                    && hit.len() > 1;
                if (body || speaks) && !nested { phrase::prepositional(scene, at, arabic('ل'), 0) } else { None }
            });
        // «رئيس الأبحاث في شركة الراجحي», «قائد المقاومة في تعز»: where a head of something serves.
        let next = next.or_else(|| {
            let body = scene.continues(at + 1)
                && !nested
                && round == 0
                && matches!(scene.raw(at), "في" | "فى")
                && (position.usage == PositionUse::Head || position.class == "business")
                && [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| scene.whole_trigger(at + 1, *class).is_some());
            body.then(|| phrase::noun_phrase(scene, at + 1)).flatten()
        });
        let next = next.or_else(|| {
            let abroad = scene.continues(at + 1)
                && !nested
                && (matches!(scene.raw(at), "إلى" | "الى" | "لدى") && position.class == "diplomat"
                    || matches!(scene.raw(at), "في" | "فى") && round == 1);
            abroad.then(|| phrase::place(scene, at + 1)).flatten()
        });
        match next {
            Some(next) => last = coordination::fields(scene, next),
            None => break,
        }
    }
    last
}

/// «باسم الكرملين» behind an adjective: «الناطق الرسمي باسم الرئاسة».
pub fn governed(scene: &Scene<'_, '_>, at: usize, depth: usize) -> Option<usize> {
    let word = scene.continues(at) && scene.is_word(at) && ["باسم", "بإسم", "بأعمال"].iter().any(|word| is(scene.codes(at), word));
    // «الناطق باسمه».
    if scene.continues(at) && matches!(scene.raw(at), "باسمه" | "باسمها" | "باسمهم") {
        return Some(at);
    }
    if word { complement(scene, at + 1, depth) } else { None }
}

/// «للأمم المتحدة», «للشؤون الدولية», «بوزارة الخارجية», «لدى العراق», «في بغداد».
pub fn prepositional(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    // «لـ» and «بـ» lead to a body, a place, or affairs; another noun is the verb's object, not the position's.
    let leads = scene.continues(at)
        && scene.is_word(at)
        && scene.hits(at).iter().any(|hit| {
            hit.reading.cut == 1
                && matches!(
                    hit.meaning,
                    Meaning::Entry { form: Form::Full | Form::Short, .. }
                        | Meaning::Trigger(Trigger::OrgHead | Trigger::OrgHeadWeak | Trigger::PlaceDesignator | Trigger::OrgNominal)
                )
                || hit.reading.article
        });
    let affairs = scene.continues(at) && ["لشؤون", "للشؤون", "لشئون", "للشئون", "لحقوق"].contains(&scene.raw(at));
    for preposition in ['ل', 'ب'] {
        if let Some(last) = phrase::prepositional(scene, at, arabic(preposition), 0).filter(|_| leads || affairs) {
            return Some(last);
        }
    }
    let at_place = scene.continues(at) && scene.raw(at) == "لدى";
    at_place.then(|| phrase::known(scene, at + 1).filter(|_| scene.continues(at + 1)).map(|hit| hit.last)).flatten()
}

/// A name in quotation marks of at most four words, none of them a verb: the token before the closing mark.
pub fn short_quote(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let last = organizations::quoted(scene, at)?;
    let named = |word: usize| !scene.is_word(word) || scene.classes(word) & (class::VERB | class::SPEECH | class::FUNCTION) == 0;
    (last <= at + 4 && (at + 1..=last).all(named)).then_some(last)
}

/// «ل«فودافون مصر»»: the preposition stands alone before the mark.
fn quoted_object(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let alone = scene.continues(at + 1) && matches!(scene.raw(at), "ل" | "لـ" | "ب" | "بـ" | "في" | "فى");
    let last = if alone { short_quote(scene, at + 1) } else { None }?;
    // «رئيس المصلحة ل«النهار»: …»: who is spoken to.
    let medium = scene.whole_hits(at + 2).any(|hit| {
        hit.last == last
            && matches!(hit.meaning, Meaning::Entry { id, .. } if ["newspaper", "channel", "agency"].contains(&scene.gazetteer.known(id).subtype.as_str()))
    });
    (!medium).then_some(last)
}

/// Whether what stands behind a preposition is a known name, which belongs to the nearest position.
fn named(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hits(at).iter().any(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Entry { .. }))
}
