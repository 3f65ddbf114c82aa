//! How far a body's name goes: its adjectives of kind, what it is for, where it sits or was sent.

use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, Trigger};
use crate::text::fold::{arabic, ends};

/// What of a body's kind goes by where it sits: «محكمة الاستئناف بطنجة», «كلية الطب بالمنصورة», «لجنة الصحة بمجلس الشورى», «بعثة الأمم المتحدة في الكونغو».
pub fn seat(scene: &Scene<'_, '_>, head: &Hit, last: usize) -> usize {
    const SEATED: [&str; 14] = [
        "محكمة",
        "المحكمة",
        "كلية",
        "غرفة",
        "الغرفة",
        "دائرة",
        "مديرية",
        "لجنة",
        "اللجنة",
        "نيابة",
        "النيابة",
        "إدارة",
        "معهد",
        "المديرية",
    ];
    const SENT: [&str; 6] = ["بعثة", "البعثة", "سفارة", "السفارة", "قنصلية", "القنصلية"];
    let next = last + 1;
    if !scene.continues(next) || !scene.is_word(next) {
        return last;
    }
    let kind = |words: &[&str]| words.iter().any(|word| ends(scene.codes(head.last), word));
    let place = |hit: &&Hit, cut: u8| {
        hit.reading.cut == cut
            && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, ambiguous } if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe)
                && (!ambiguous || hit.reading.article || phrase::definite(scene, hit.first, cut as usize) || scene.speaks_of(&scene.gazetteer.known(id).country)))
    };
    if kind(&SENT) && matches!(scene.raw(next), "في" | "فى" | "لدى") && scene.continues(next + 1) {
        return scene.hits(next + 1).iter().find(|hit| place(hit, 0)).map_or(last, |hit| hit.last);
    }
    if !kind(&SEATED) || scene.codes(next)[0] != arabic('ب') {
        return last;
    }
    // «بمجلس النواب»: part of a greater body.
    let part = || {
        let council = scene.hits(next).iter().any(|hit| {
            hit.reading.cut == 1
                && match hit.meaning {
                    Meaning::Entry { id, form: Form::Full, .. } => scene.gazetteer.known(id).kind == EntityType::Org,
                    Meaning::Trigger(trigger) => trigger == Trigger::OrgHead && hit.len() == 1,
                    _ => false,
                }
        });
        council.then(|| phrase::prepositional(scene, next, arabic('ب'), 0)).flatten()
    };
    scene.hits(next).iter().find(|hit| place(hit, 1)).map(|hit| hit.last).or_else(part).unwrap_or(last)
}

/// Whether a definite adjective says of what kind something is: «الطبي», «المالية», «الابتدائية»; not «الحالي», «الجديد», «السابقة».
pub fn kind_adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    const OF_STATE: [&str; 12] =
        ["الحالي", "الحالية", "التالي", "التالية", "الرئيسي", "الرئيسية", "الأساسي", "الأساسية", "الثاني", "الثانية", "الموالي", "الموالية"];
    let codes = scene.codes(at.min(scene.len() - 1));
    scene.continues(at)
        && phrase::adjective(scene, at)
        && (codes.ends_with(&[arabic('ي')]) || codes.ends_with(&[arabic('ي'), arabic('ه')]))
        && !OF_STATE.contains(&scene.raw(at))
        && scene.whole_trigger(at, Trigger::Former).is_none()
        && !scene
            .whole_hits(at)
            .any(|hit| matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Ordinal { .. } | Meaning::Number(_) | Meaning::Position(_)))
}

/// Whether an adjective agrees with a head: feminine with feminine, masculine with masculine.
pub fn agrees_in_gender(scene: &Scene<'_, '_>, head: &Hit, at: usize) -> bool {
    let feminine = |at: usize| scene.codes(at).ends_with(&[arabic('ه')]) || scene.codes(at).ends_with(&[arabic('ا'), arabic('ت')]);
    feminine(head.last) == feminine(at)
}

/// «للأبحاث», «للتكنولوجيا» behind a name: what its bearer does.
pub fn tail_with_article(scene: &Scene<'_, '_>, last: usize) -> usize {
    let next = last + 1;
    let tailed = scene.continues(next) && scene.is_word(next) && scene.codes(next).starts_with(&[arabic('ل'), arabic('ل')]);
    if tailed { phrase::tail(scene, last, 1) } else { last }
}

/// «في لبنان», «في تركمانستان» behind a body's name.
pub fn place_tail(scene: &Scene<'_, '_>, last: usize) -> usize {
    let next = last + 1;
    let inside = scene.continues(next) && matches!(scene.raw(next), "في" | "فى") && scene.continues(next + 1);
    if !inside {
        return last;
    }
    let country = scene
        .whole_hits(next + 1)
        .find(|hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "country"));
    country.map_or(last, |hit| hit.last)
}
