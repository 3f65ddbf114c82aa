//! Bodies by a head in the construct state: «وزارة الخارجية», «شركة أرامكو», «حزب "الغد"», and the names that only a head makes names.

use super::body_ends::{agrees_in_gender, charged, feminine, kind_adjective, place_tail, tail_with_article, without_holders_nisba};
use super::coordination;
use super::organizations::{further_fields, unit_number};
use super::people;
use super::phrase;
use super::scene::{Hit, Scene};
use super::shapes;
use super::whereabouts::prominent;
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, PositionUse, Trigger, class};
use crate::text::TokenKind;
use crate::text::fold::ends;
use crate::text::fold::letters::LAM;

/// A head in the construct state with the phrase or name it governs.
pub fn construct_body(scene: &Scene<'_, '_>, head: &Hit, strong: bool) -> Option<(usize, f32, &'static str)> {
    let next = head.next();
    if !scene.continues(next) {
        return None;
    }
    let building = scene.whole_trigger(head.first, Trigger::FacHead).is_some();
    if let Some(hit) = named(scene, next, building) {
        // «شركة توتال الفرنسية»: a proper name is whole without its nisba.
        let own = scene.whole_hits(phrase::skip_quotes(scene, next)).any(|known| {
            known.last == hit && matches!(known.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Org)
        });
        // «جامعة ريغنسبورغ الألمانية»: of what goes by a proper name the adjective tells where it is.
        let proper = ["جامعة", "شركة", "بنك", "مصرف", "مستشفى", "مجموعة", "نادي", "فريق", "دار"]
            .iter()
            .any(|word| ends(scene.codes(head.last), word));
        let from = scene.whole_hits(hit).any(|nisba| matches!(nisba.meaning, Meaning::Nisba { definite: true, .. }));
        // «شركة أرامكو السعودية»: but of what is known with it, it is part of the name.
        let hit = if proper && from && !own && hit > next { hit - 1 } else { hit };
        let last = phrase::nisbas(scene, hit + 1, false).filter(|_| (strong || !own) && !proper).unwrap_or(hit);
        let last = without_holders_nisba(scene, head.last, last);
        // «بورصة أستانا الدولية».
        let national = scene.continues(last + 1)
            && scene.whole_trigger(last + 1, Trigger::National).is_some()
            && matches!(scene.raw(last + 1), "الدولية" | "الدولي" | "المركزي" | "المركزية");
        let last = if national { last + 1 } else { last };
        // «شركة الراجحي المالية», «نادي أبها الأدبي», «مدرسة مابونجو الابتدائية».
        let of_kind = kind_adjective(scene, last + 1) && agrees_in_gender(scene, head, last + 1);
        let last = if of_kind { last + 1 } else { last };
        // «مركز الخليج للأبحاث», «شركة دانة الشرق للعقارات».
        let last = tail_with_article(scene, last);
        return Some((last, 0.84, "org.named"));
    }
    if strong {
        // «حزب والده» is no body; «وزارة خارجيته» is.
        let owned = |last: usize| {
            scene.raw(last).ends_with('ه')
                && scene.dotted_ta()
                && !["وزارة", "وزارتي", "حكومة", "إدارة"].iter().any(|word| ends(scene.codes(head.last), word))
        };
        let Some(inner) = phrase::noun_phrase(scene, next).filter(|last| !owned(*last)) else {
            // «جامعة ريكو», «منظمة جرين موتوريست»: nothing but a name may stand there.
            let last = unknown_name(scene, next)?;
            return Some((tail_with_article(scene, last), 0.76, "org.named"));
        };
        // «وزارة الأشغال لتطوير شارع دمشق»: behind a ministry a purpose is the sentence's.
        let ministry = ["وزارة", "وزارتي"].iter().any(|word| ends(scene.codes(head.last), word));
        let purpose = |at: usize| {
            ministry
                && scene.is_word(at)
                && scene.codes(at)[0] == LAM
                && scene.classes(at) == 0
                && !scene.codes(at).starts_with(&[LAM, LAM])
                && !phrase::affairs(scene, at)
        };
        let inner = (next + 1..=inner).find(|at| purpose(*at)).map_or(inner, |at| at - 1);
        let mut last = phrase::adjectives(scene, inner);
        last = further_fields(scene, last, 3);
        // «نائب رئيس مجلس الوزراء للشؤون الاقتصادية»: the deputy's field.
        let deputy = || (head.first.saturating_sub(4)..head.first).any(|at| scene.triggered(at, Trigger::Deputy));
        if let Some(affairs) = (next + 1..=last + 1).find(|at| scene.continues(*at) && phrase::affairs(scene, *at)).filter(|_| deputy()) {
            return Some((affairs - 1, 0.82, "org.construct"));
        }
        let tailed = if scene.continues(last + 1) && purpose(last + 1) { last } else { phrase::tail(scene, last, 1) };
        last = if tailed > last { coordination::works(scene, coordination::fields(scene, tailed)) } else { last };
        let last = without_holders_nisba(scene, head.last, charged(scene, last));
        return Some((place_tail(scene, last), 0.82, "org.construct"));
    }
    // «شركة الفجر للأوراق المالية», «دار الشروق للنشر»: a trade behind «لل» makes any noun a name.
    let firm = ["شركة", "مؤسسة", "دار", "مجموعة", "معهد"].iter().any(|word| ends(scene.codes(head.last), word));
    let noun = |at: usize| {
        scene.classes(at) & class::COMMON != 0
            && scene.classes(at) & (class::ADJECTIVE | class::VERB | class::FUNCTION) == 0
            && !scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Number(_)))
    };
    if firm && scene.is_word(next) && (phrase::definite(scene, next, 0) && !phrase::adjective(scene, next) || noun(next)) {
        let last = tail_with_article(scene, next);
        if last > next {
            return Some((last, 0.78, "org.named"));
        }
    }
    if let Some(last) = weak_construct(scene, head, next) {
        return Some((last, 0.78, "org.construct"));
    }
    let last = unknown_name(scene, next)?;
    let of_kind = kind_adjective(scene, last + 1) && agrees_in_gender(scene, head, last + 1);
    Some((tail_with_article(scene, last + usize::from(of_kind)), 0.7, "org.named"))
}

/// Behind a weak head: a trade and its place («شركة كهرباء إربد»), a phrase with its acronym («شركة تسويق النفط (سومو)»), a noun with an adjective that can only be
/// the head's («حركة التحول المتحدة»).
fn weak_construct(scene: &Scene<'_, '_>, head: &Hit, next: usize) -> Option<usize> {
    if !scene.is_word(next) || scene.classes(next) & (class::FUNCTION | class::SPEECH) != 0 {
        return None;
    }
    // «فرقة المشاة الرابعة», «كتيبة المدرعات الثانية».
    let military = ["فرقة", "لواء", "كتيبة", "فوج", "فيلق", "سرية"].iter().any(|word| ends(scene.codes(head.last), word));
    if military && scene.is_common(next) && phrase::definite(scene, next, 0) && unit_number(scene, next + 1) {
        return Some(next + 1);
    }
    let noun = scene.is_common(next) && !phrase::adjective(scene, next);
    let indefinite = noun && !phrase::definite(scene, next, 0) && scene.classes(next) & (class::ADJECTIVE | class::VERB) == 0;
    let company = ["شركة", "شبكة", "رابطة", "قوة", "محطة"].iter().any(|word| ends(scene.codes(head.last), word));
    if company
        && indefinite
        && scene.continues(next + 1)
        && let Some(place) = phrase::place(scene, next + 1)
    {
        return Some(tail_with_article(scene, phrase::nisbas(scene, place + 1, false).unwrap_or(place)));
    }
    let bracketed = |last: usize| {
        let word = last + 2;
        let name = scene.token(word).is_some_and(|token| token.kind == TokenKind::Latin)
            || scene.is_word(word) && !scene.is_common(word) && scene.classes(word) & (class::GIVEN | class::FAMILY) == 0;
        scene.is_punct(last + 1, &['('])
            && scene.continues(word)
            && scene.is_punct(last + 3, &[')'])
            && name
            && scene
                .hits(word)
                .iter()
                .all(|hit| !matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Month { .. } | Meaning::Weekday { .. }))
    };
    if let Some(last) = phrase::noun_phrase(scene, next).filter(|last| bracketed(*last)) {
        return Some(last);
    }
    let others =
        noun && phrase::definite(scene, next, 0) && feminine(scene, head.last) && !feminine(scene, next) && scene.codes(next).len() >= 5;
    (others && kind_or_quality(scene, next + 1) && feminine(scene, next + 1)).then_some(next + 1)
}

/// Whether an adjective with the article stands here that names are made with: of kind, or «المتحدة», «الجديدة»; none of time or state.
fn kind_or_quality(scene: &Scene<'_, '_>, at: usize) -> bool {
    kind_adjective(scene, at) || scene.continues(at) && matches!(scene.raw(at), "المتحدة" | "الموحدة" | "المشتركة" | "المستقلة" | "الحرة")
}

/// A known name or a position with its holder's name behind a head: «إدارة ترامب», «حكومة الرئيس جاكوب زوما», «شركة أرامكو».
fn named(scene: &Scene<'_, '_>, at: usize, building: bool) -> Option<usize> {
    let position = scene
        .whole_hits(at)
        .find(|hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Head));
    if let Some(position) = position {
        // «حكومة الرئيس زوما», but no «جيش الإمام علي», «فريق الرئيس بوش».
        let governs = ["حكومة", "إدارة", "ادارة", "مكتب"].iter().any(|head| ends(scene.codes(at - 1), head));
        if !governs {
            // «جامعة الملك فهد», «مؤسسة الملك عبدالعزيز».
            const AFTER: [&str; 10] = ["جامعة", "مؤسسة", "مستشفى", "مدرسة", "كلية", "معهد", "مركز", "مكتبة", "أكاديمية", "جمعية"];
            let after = at > 0 && AFTER.iter().any(|head| ends(scene.codes(at - 1), head));
            return if after { super::places::named_after(scene, at) } else { None };
        }
        let next = phrase::nisbas(scene, position.next(), false).map_or(position.next(), |last| last + 1);
        return scene.continues(next).then(|| people::introduced(scene, next)).flatten();
    }
    // «فريق سباليتي» is his team, no body of that name.
    let team = ["فريق", "منتخب"].iter().any(|head| ends(scene.codes(at - 1), head));
    let hit = scene.whole_hits(at).find(|hit| match hit.meaning {
        Meaning::Entry { id, form, ambiguous } => {
            let kind = scene.gazetteer.known(id).kind;
            let place = !building && matches!(kind, EntityType::Gpe | EntityType::Loc);
            // «حركة القمر», «تنظيم الري»: a minor place whose name is a word is that word.
            let ordinary = hit.len() == 1 && scene.is_common(at) && !prominent(scene.gazetteer.known(id));
            !ordinary
                && form != Form::Hint
                && (place || matches!(kind, EntityType::Org | EntityType::Person))
                && !(ambiguous && hit.len() == 1 && kind == EntityType::Org)
                && !(kind == EntityType::Person && team)
        }
        _ => false,
    });
    hit.map(|hit| hit.last)
}

/// «عصابة توبع أفرادها»: a word that no list has, whose letters are an Arabic one's.
fn plainly_arabic(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_word(at)
        && scene.classes(at) & (class::GIVEN | class::FAMILY) == 0
        && scene.whole_hits(at).next().is_none()
        && !phrase::definite(scene, at, 0)
        && !shapes::transliterated(scene, at)
}

/// One to three words behind a weak head that are no ordinary words: «شركة هاليبرتون», «فريق ليفربول».
fn unknown_name(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let foreign = |at: usize| {
        scene.continues(at)
            && matches!(scene.token(at).map(|token| token.kind), Some(TokenKind::Word | TokenKind::Latin))
            && scene.inflected_classes(at) & (class::FUNCTION | class::VERB) == 0
            && (!scene.is_common(at) || scene.classes(at) & class::COMMON == 0 && scene.classes(at) & (class::GIVEN | class::FAMILY) != 0)
            && scene.readings(at).iter().all(|(reading, _)| reading.cut == 0)
            && !plainly_arabic(scene, at)
            && !scene.whole_hits(at).any(|hit| {
                matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Month { .. } | Meaning::Weekday { .. } | Meaning::Number(_))
            })
    };
    if !foreign(at) {
        return None;
    }
    let mut last = at;
    // «بلدية دياس أليو سامبا»: a first name with another word behind it is somebody's.
    let somebody = |at: usize| scene.classes(at) & (class::GIVEN | class::COMMON) == class::GIVEN && foreign(at + 1);
    while last < at + 2 && foreign(last + 1) && !somebody(last + 1) {
        last += 1;
    }
    Some(last)
}
