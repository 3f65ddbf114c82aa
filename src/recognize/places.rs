//! Places beyond the gazetteer's names: designators, buildings, natural features.
//!
//! | rule | example | not |
//! |---|---|---|
//! | `place.designated` | «مدينة شنغهاي», «ولاية "غرداية"» | «مدينة كبيرة», «المدينة» |
//! | `place.building` | «مطار كينغداو الدولي», «شارع الحمرا» | «مطار جديد» |
//! | `place.feature` | «جبال الأنديز», «نهر دريسا» | «جبال عالية» |

use super::candidate::{Candidate, Link};
use super::organizations::quoted;
use super::phrase;
use super::scene::{Hit, Scene};
use super::whereabouts::prominent;
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::TokenKind;
use crate::text::fold::{arabic, ends};

/// Proposes places.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        designated(scene, at, out);
        quoted_region(scene, at, out);
        headed(scene, at, Trigger::FacHead, EntityType::Fac, "place.building", out);
        headed(scene, at, Trigger::LocHead, EntityType::Loc, "place.feature", out);
        common_name(scene, at, out);
        quarters(scene, at, out);
    }
}

fn believable(scene: &Scene<'_, '_>, head: &Hit) -> bool {
    head.reading.cut == 0 || scene.classes(head.first) == 0
}

/// «مدينة شنغهاي»: the designator belongs to the name of a known place, and of an unknown one that is no ordinary word.
fn designated(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    let Some(head) = scene.trigger(at, Trigger::PlaceDesignator).filter(|head| believable(scene, head)) else { return };
    let open = head.next();
    let next = phrase::skip_quotes(scene, open);
    if !scene.continues(open) || !scene.continues(next) {
        return;
    }
    let known = scene.whole_hits(next).find(|hit| match hit.meaning {
        // «ولاية عثمانية»: behind the noun an adjective, whatever town is called so.
        Meaning::Entry { id, form, .. } => {
            let adjective = !prominent(scene.gazetteer.known(id))
                && scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { definite: false, .. }));
            form == Form::Full
                && matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc)
                && !(adjective && open == next)
        }
        _ => false,
    });
    if let Some(hit) = known {
        let Meaning::Entry { id, .. } = hit.meaning else { return };
        let last = constituted(scene, head, hit.last);
        let candidate = Candidate::spanning(scene, at, head.reading, last, EntityType::Gpe, 0.95, "place.designated");
        out.extend(candidate.map(|candidate| close(scene, candidate.linked(Link::Known(id)), open)));
        return;
    }
    let strong = !["حي", "لواء", "قضاء", "دولة", "جزر", "إقليم", "مديرية", "ناحية", "مخيم"].contains(&scene.raw(at));
    let last = quoted(scene, open).or_else(|| strong.then(|| unknown(scene, next)).flatten());
    if let Some(last) = last {
        let candidate = Candidate::spanning(scene, at, head.reading, last, EntityType::Gpe, 0.8, "place.designated");
        out.extend(candidate.map(|candidate| close(scene, candidate, open)));
    }
}

/// «جمهورية البرازيل الاتحادية», «جمهورية باكستان الإسلامية»: what a state calls itself belongs to its name; the last token.
fn constituted(scene: &Scene<'_, '_>, head: &Hit, mut last: usize) -> usize {
    const STATES: [&str; 11] = [
        "الاتحادية",
        "الإسلامية",
        "الاسلامية",
        "الديمقراطية",
        "الشعبية",
        "الاشتراكية",
        "الفيدرالية",
        "الفدرالية",
        "البوليفارية",
        "التعاونية",
        "الهاشمية",
    ];
    let state = ["جمهورية", "مملكة"].iter().any(|word| ends(scene.codes(head.first), word));
    while state && scene.continues(last + 1) && STATES.contains(&scene.raw(last + 1)) {
        last += 1;
    }
    last
}

/// «منطقة "طوردا"»: the designator stays outside, so do the quotation marks.
fn quoted_region(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    let Some(head) = scene.trigger(at, Trigger::PlaceDesignatorWeak).filter(|head| believable(scene, head)) else { return };
    if let Some(last) = quoted(scene, head.next()).filter(|last| *last < head.next() + 4) {
        let whole = crate::text::clitics::Reading { cut: 0, article: false };
        out.extend(Candidate::spanning(scene, head.next() + 1, whole, last, EntityType::Loc, 0.75, "place.quoted"));
    }
}

/// «مدينة «عنتيبي»»: the closing mark belongs to the span once the opening one stands inside it.
fn close(scene: &Scene<'_, '_>, mut candidate: Candidate, open: usize) -> Candidate {
    if scene.is_punct(open, &['"', '«', '“']) {
        candidate.end = scene.closed(candidate.first, candidate.last);
    }
    candidate
}

/// One or two words that are no ordinary words.
fn unknown(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let proper = |at: usize| {
        scene.continues(at)
            && matches!(scene.token(at).map(|token| token.kind), Some(TokenKind::Word | TokenKind::Latin))
            && (scene.inflected_classes(at) & class::COMMON == 0 || no_accusative(scene, at))
            && !scene.whole_hits(at).any(|hit| {
                matches!(
                    hit.meaning,
                    Meaning::Nisba { .. } | Meaning::Weekday { .. } | Meaning::Month { .. } | Meaning::Number(_) | Meaning::Ordinal { .. }
                )
            })
            && scene.readings(at).iter().all(|(reading, word)| {
                reading.cut == 0
                    || scene.classes(at) == 0
                        && scene.codes(at)[0] != arabic('و')
                        && scene.hits(at).is_empty()
                        && scene.gazetteer.classes(Some(*word)) & (class::COMMON | class::FUNCTION) == 0
            })
    };
    proper(at).then(|| {
        if proper(at + 1) && !phrase::definite(scene, at + 1, 0) && scene.classes(at + 1) == 0 && scene.classes(at) == 0 {
            at + 1
        } else {
            at
        }
    })
}

/// «قرية مشطا»: behind a noun that governs it, what looks like a noun in the accusative is none.
fn no_accusative(scene: &Scene<'_, '_>, at: usize) -> bool {
    let raw = scene.raw(at);
    scene.classes(at) == 0
        && scene.codes(at).len() >= 4
        && raw.ends_with('ا')
        && !["ها", "نا", "هما"].iter().any(|owner| raw.ends_with(owner))
}

/// «كنيسة مار جرجس», «دير القديس مقار»: named after a saint.
fn saint(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let saint = scene.continues(at + 1)
        && scene.is_word(at)
        && matches!(scene.raw(at), "مار" | "القديس" | "القديسة" | "الأنبا" | "السيدة" | "مارت")
        && scene.is_word(at + 1)
        && scene.classes(at + 1) & class::FUNCTION == 0;
    saint.then_some(at + 1)
}

/// «حي الثقبة», «أحياء الجلوية والفيصلية والعنود»: quarters of a town, whatever else their names mean.
fn quarters(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    const GENERAL: [&str; 12] =
        ["المدينة", "العاصمة", "البلدة", "القرية", "المحافظة", "المنطقة", "المخيم", "الجاليات", "الأسد", "القصبة", "البلد", "المدن"];
    if !scene.is_word(at) || scene.codes(at).len() > 6 {
        return;
    }
    let word = scene.raw(at).trim_start_matches(['و', 'ب', 'ل']);
    if !matches!(word, "حي" | "حيي" | "أحياء" | "احياء") {
        return;
    }
    let name = |at: usize, cut: usize| {
        scene.continues(at)
            && scene.is_word(at)
            && phrase::definite(scene, at, cut)
            && scene.classes(at) & class::FUNCTION == 0
            && !GENERAL.contains(&scene.raw(at).trim_start_matches('و'))
            && !scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Position(_)))
    };
    let mut next = at + 1;
    let mut cut = 0;
    while name(next, cut) {
        let reading = crate::text::clitics::Reading { cut: cut as u8, article: false };
        out.extend(Candidate::spanning(scene, next, reading, next, EntityType::Loc, 0.82, "place.quarter"));
        if word == "حي" {
            return;
        }
        next += 1;
        cut = 1;
    }
}

/// «القصر الجمهوري», «الملعب الأولمبي»: a building by a name that many places have.
fn common_name(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    let Some(hit) = scene.trigger(at, Trigger::FacName).filter(|head| believable(scene, head)) else { return };
    out.extend(Candidate::spanning(scene, at, hit.reading, hit.last, EntityType::Fac, 0.85, "place.seat"));
}

/// «مستشفى عنك العام», «مستشفى أبو سليم للحوادث»: what kind of building it is.
fn kinds(scene: &Scene<'_, '_>, last: usize) -> usize {
    let next = last + 1;
    // «الجامعى», as Egyptian papers spell it.
    let raw = scene.continues(next).then(|| scene.raw(next));
    let dotted = raw.and_then(|raw| raw.strip_suffix('ى')).map(|stem| format!("{stem}ي"));
    let kind = scene.continues(next)
        && matches!(
            dotted.as_deref().or(raw).unwrap_or_default(),
            "العام"
                | "التخصصي"
                | "المركزي"
                | "الجامعي"
                | "التعليمي"
                | "الحكومي"
                | "الجمهوري"
                | "الوطني"
                | "العسكري"
                | "الميداني"
                | "الإقليمي"
        );
    let last = if kind { next } else { last };
    let tail = scene.continues(last + 1)
        && scene.is_word(last + 1)
        && ["للأطفال", "للحوادث", "للأورام", "للولادة", "للطوارئ"].contains(&scene.raw(last + 1));
    last + usize::from(tail)
}

/// «طريق بيشة - تثليث السريع»: a road goes on to its other end; the last token.
fn road(scene: &Scene<'_, '_>, head: usize, last: usize) -> usize {
    if !ends(scene.codes(head), "طريق") || !scene.is_punct(last + 1, &['-', '–']) || !scene.continues(last + 2) {
        return last;
    }
    phrase::place(scene, last + 2).or_else(|| unknown(scene, last + 2)).unwrap_or(last)
}

/// «جسر الملك عبدالله», «شارع الأمير محمد»: named after somebody with his title.
pub fn named_after(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let title = scene.whole_hits(at).find(|hit| {
        hit.len() == 1
            && matches!(scene.raw(at), "الملك" | "الأمير" | "الشيخ" | "الإمام" | "السلطان" | "الملكة" | "الأميرة" | "الشهيد" | "الرئيس")
            && matches!(hit.meaning, Meaning::Position(_))
    })?;
    super::people::introduced(scene, title.next()).filter(|_| scene.continues(title.next()))
}

fn headed(scene: &Scene<'_, '_>, at: usize, class: Trigger, kind: EntityType, rule: &'static str, out: &mut Vec<Candidate>) {
    let Some(head) = scene.trigger(at, class).filter(|head| believable(scene, head)) else { return };
    let open = head.next();
    // «هدف عن طريق مروان الشماخ»: no road.
    let means = at > 0 && scene.continues(at) && scene.raw(at) == "طريق" && scene.raw(at - 1) == "عن";
    if means || !scene.continues(open) || head.reading.article || phrase::definite(scene, head.last, head.reading.cut as usize) {
        return;
    }
    let next = phrase::skip_quotes(scene, open);
    let named = scene.whole_hits(next).find(|hit| match hit.meaning {
        Meaning::Entry { id, form, .. } => {
            let other = scene.gazetteer.known(id).kind;
            // «جسر بري», «متحف مركزي»: a town's name without article that is a word too is the word.
            let word = hit.len() == 1
                && open == next
                && scene.is_common(next)
                && !phrase::definite(scene, next, 0)
                && !prominent(scene.gazetteer.known(id));
            form == Form::Full
                && !word
                && (matches!(other, EntityType::Gpe | EntityType::Loc) || kind == EntityType::Fac && other == EntityType::Person)
        }
        _ => false,
    });
    // «مستشفى الثورة», «ملعب الشرائع»: after a thing with the article.
    let thing = || {
        const AFTER: [&str; 4] = ["مستشفى", "مسجد", "جامع", "ملعب"];
        const GENERAL: [&str; 18] = [
            "المدينة",
            "البلدة",
            "القرية",
            "المعركة",
            "القتال",
            "العمل",
            "النادي",
            "الفريق",
            "الأطفال",
            "النساء",
            "الولادة",
            "الحرب",
            "المعارك",
            "المباراة",
            "التدريب",
            "الجامعة",
            "المنطقة",
            "الصراع",
        ];
        let plain = AFTER.iter().any(|word| ends(scene.codes(at), word)) && phrase::definite(scene, next, 0) && open == next;
        (plain
            && scene.is_word(next)
            && !GENERAL.contains(&scene.raw(next))
            && !phrase::adjective(scene, next)
            && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Position(_))))
        .then_some(next)
    };
    // «جسر وادي الأحسبة», «سد وادي العقيق»: named after a valley or mountain.
    let feature = || {
        let inner = scene.whole_trigger(next, Trigger::LocHead).filter(|_| kind == EntityType::Fac && open == next)?;
        let name = inner.next();
        let definite = || (scene.is_word(name) && phrase::definite(scene, name, 0) && !phrase::adjective(scene, name)).then_some(name);
        (scene.continues(name)).then(|| phrase::place(scene, name).or_else(|| unknown(scene, name)).or_else(definite)).flatten()
    };
    let after = || (kind == EntityType::Fac).then(|| named_after(scene, next).or_else(thing)).flatten();
    let last = named
        .map(|hit| road(scene, at, hit.last))
        .or_else(|| quoted(scene, open))
        .or_else(feature)
        .or_else(|| if kind == EntityType::Fac { saint(scene, next) } else { None })
        .or_else(|| unknown(scene, next))
        .or_else(after);
    if let Some(last) = last {
        let last = if kind == EntityType::Fac { kinds(scene, phrase::adjectives(scene, last)) } else { last };
        out.extend(Candidate::spanning(scene, at, head.reading, last, kind, if named.is_some() { 0.86 } else { 0.75 }, rule));
    }
}
