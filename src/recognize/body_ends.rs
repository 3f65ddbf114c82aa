//! How far a body's name goes: its adjectives of kind, what it is for, where it sits or was sent.

use super::coordination;
use super::scene::{Hit, Scene};
use super::{phrase, shapes};
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, Trigger, class};
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
    // «لجنة القوات المسلحة في مجلس الشيوخ».
    let committee = kind(&["لجنة", "اللجنة"]) && matches!(scene.raw(next), "في" | "فى") && scene.continues(next + 1);
    if committee {
        let council = |hit: &&Hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "parliament");
        let named = || {
            matches!(scene.raw(next + 1), "مجلس" | "البرلمان" | "برلمان" | "الكونغرس" | "الكنيست")
                .then(|| phrase::noun_phrase(scene, next + 1))
                .flatten()
        };
        return scene.whole_hits(next + 1).find(council).map(|hit| hit.last).or_else(named).unwrap_or(last);
    }
    // «المحكمة العامة في الليث», «النيابة العامة البيئية في البقاع».
    let court = kind(&["محكمة", "المحكمة", "نيابة", "النيابة"]) && matches!(scene.raw(next), "في" | "فى") && scene.continues(next + 1);
    if court {
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
    // «محكمة الاستئناف بمنطقة حائل».
    let region = || {
        let designator = scene.hits(next).iter().find(|hit| {
            hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Trigger(Trigger::PlaceDesignatorWeak | Trigger::PlaceDesignator))
        })?;
        let known = |hit: &&Hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe);
        scene.continues(designator.next()).then(|| scene.whole_hits(designator.next()).find(known).map(|hit| hit.last)).flatten()
    };
    scene.hits(next).iter().find(|hit| place(hit, 1)).map(|hit| hit.last).or_else(region).or_else(part).unwrap_or(last)
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

/// Whether a word ends as feminine ones do: in «ة», or in «ات».
pub fn feminine(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.codes(at).ends_with(&[arabic('ه')]) || scene.codes(at).ends_with(&[arabic('ا'), arabic('ت')])
}

/// Whether an adjective agrees with a head: feminine with feminine, masculine with masculine.
pub fn agrees_in_gender(scene: &Scene<'_, '_>, head: &Hit, at: usize) -> bool {
    feminine(scene, head.last) == feminine(scene, at)
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

/// «المعنية بتوفير اللقاح», «المختصة في جرائم الفساد»: with what a body is charged; the last token.
pub fn charged(scene: &Scene<'_, '_>, last: usize) -> usize {
    const CHARGED: [&str; 6] = ["المعني", "المعنية", "المختص", "المختصة", "المكلف", "المكلفة"];
    let word = last + 1;
    let next = word + 1;
    if !scene.continues(word) || !scene.continues(next) || !CHARGED.contains(&scene.raw(word)) || !scene.is_word(next) {
        return last;
    }
    let with = phrase::prepositional(scene, next, arabic('ب'), 0);
    let within = || {
        let inside = matches!(scene.raw(next), "في" | "فى") && scene.continues(next + 1);
        inside.then(|| phrase::noun_phrase(scene, next + 1)).flatten()
    };
    with.or_else(within).map_or(last, |end| coordination::works(scene, coordination::fields(scene, end)))
}

/// «لجنة العقوبات الألماني غونتر زاوتر»: a masculine adjective of a country behind a feminine body, before somebody's name, says where he is from.
pub fn without_holders_nisba(scene: &Scene<'_, '_>, head: usize, last: usize) -> usize {
    let masculine = scene
        .whole_hits(last)
        .any(|hit| hit.last == last && matches!(hit.meaning, Meaning::Nisba { definite: true, shape: Shape::Masculine, .. }));
    let next = last + 1;
    let named =
        || scene.continues(next) && scene.is_word(next) && (scene.classes(next) & class::GIVEN != 0 || shapes::unlisted(scene, next));
    if last > head + 1 && masculine && feminine(scene, head) && named() { last - 1 } else { last }
}
