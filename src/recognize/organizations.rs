//! Organisations the gazetteer does not know: a head noun with what it governs.
//!
//! | rule | example | not |
//! |---|---|---|
//! | `org.construct` | «وزارة الخارجية الروسية», «مجلس الأمة الجزائري» | «مجلس جديد» |
//! | `org.definite` | «الحكومة اليمنية», «المحكمة العليا» | «الحكومة الحالية» |
//! | `org.quoted` | «حركة "فتح الجديدة"» | «كلمة "فتح"» |
//! | `org.named` | «شركة أرامكو», «إدارة ترامب» | «شركة كبيرة», «إدارة الأزمة» |

use super::body_constructs::construct_body;
use super::body_ends::{agrees_in_gender, charged, feminine, kind_adjective, place_tail, seat};
use super::body_links::{acronym, alias, extended, government, inner_name};
use super::candidate::{Candidate, Link};
use super::coordination;
use super::phrase;
use super::quoted_bodies::of_board;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, OrdinalForm, PositionUse, Trigger, class};
use crate::text::TokenKind;
use crate::text::fold::{arabic, ends};

/// Proposes organisations.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        state_body(scene, at, out);
        let strong = scene.trigger(at, Trigger::OrgHead);
        let Some(head) = strong.or_else(|| scene.trigger(at, Trigger::OrgHeadWeak)) else { continue };
        let strong = strong.is_some() || headed_by_somebody(scene, head);
        if head.reading.cut > 0 && scene.classes(at) != 0 || possessed(scene, head) || under_minister(scene, at) || of_board(scene, at) {
            continue;
        }
        // A known name goes as far as it goes.
        let known = scene.hits(at).iter().find(|hit| {
            hit.reading == head.reading
                && hit.len() > 1
                && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Org)
        });
        let Some((last, score, rule)) = body(scene, head, strong) else { continue };
        let last = seat(scene, head, last);
        // «مجلس الإدارة», «هيئة التدريس», «هيئة الدفاع» are no bodies of the news but part of one.
        let board = |at: usize| {
            scene.continues(at)
                && ["إدارة", "ادارة", "الإدارة", "الادارة", "التدريس", "الدفاع", "المحلفين", "المحكمين"].contains(&scene.raw(at))
        };
        let within = ["مجلس", "هيئة"].iter().any(|word| ends(scene.codes(head.last), word)) && head.len() == 1 && board(head.next());
        if within && !scene.whole_hits(head.next()).any(|hit| hit.len() > 1 && matches!(hit.meaning, Meaning::Entry { .. })) {
            continue;
        }
        if pointed_at(scene, head, rule) || other_known(scene, head, last) {
            continue;
        }
        // «بعثة الأمم المتحدة في الكونغو»: another body than the one known by its beginning.
        let seated = known.is_some_and(|known| last > known.last && seat(scene, head, known.last) == last);
        // «لجنة الشؤون التعليمية والبحث العلمي»: one more field of the same.
        let wider = known.is_some_and(|known| last > known.last && coordination::fields(scene, known.last) == last);
        // «شركة الزامل للخدمات البحرية»: what a firm does belongs to its name.
        let trade = known.is_some_and(|known| {
            let next = known.next();
            last > known.last && scene.continues(next) && scene.is_word(next) && scene.codes(next).starts_with(&[arabic('ل'), arabic('ل')])
        });
        let firm = ["شركة", "مجموعة", "مؤسسة", "دار"].iter().any(|word| ends(scene.codes(head.last), word));
        if seated || wider || trade && firm || known.is_none_or(|known| last <= known.last || scene.is_punct(last, &['"', '»', '”'])) {
            let alias = alias(scene, last);
            let last = alias.map_or(last, |(last, _)| last);
            acronym(scene, at, head, last, out);
            let candidate = Candidate::spanning(scene, at, head.reading, last, EntityType::Org, score, rule);
            out.extend(candidate.map(|candidate| {
                let announced = || inner_name(scene, head, &candidate).or_else(|| government(scene, head, &candidate));
                let tailed = || known.and_then(|known| extended(scene, known, &candidate));
                let link = alias.map(|(_, id)| id).or_else(announced).or_else(tailed).map_or(Link::Text, Link::Known);
                candidate.linked(link)
            }));
        }
    }
}

/// «الدفاع المدني», «رئاسة الجمهورية»: what every state has by the same name; with its country's adjective where it carries one.
fn state_body(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    directorate(scene, at, out);
    let Some(hit) = scene.trigger(at, Trigger::StateBody) else { return };
    let last = phrase::nisbas(scene, hit.next(), false).filter(|last| agrees_in_gender(scene, hit, *last)).unwrap_or(hit.last);
    out.extend(Candidate::spanning(scene, at, hit.reading, last, EntityType::Org, 0.8, "org.state-body"));
}

/// The field that somebody directs for a region is its directorate.
fn directorate(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    let whole = crate::text::clitics::Reading { cut: 0, article: false };
    if let Some(last) = directed(scene, at) {
        out.extend(Candidate::spanning(scene, at, whole, last, EntityType::Org, 0.84, "org.directorate"));
    }
}

/// «مدير عام الشؤون الصحية بالمنطقة», «مدير التعليم بمنطقة تبوك»: the last token of the directorate that begins behind a director's title.
#[must_use]
pub fn directed(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    const FIELDS: [&str; 12] =
        ["التعليم", "الصحة", "الشرطة", "المرور", "الجوازات", "الأوقاف", "الزراعة", "المياه", "الطرق", "البريد", "السجون", "الجمارك"];
    const DIRECTORS: [&str; 6] = ["مدير", "مديرة", "مدير عام", "باسم", "ومدير", "مساعد"];
    if at == 0 || !scene.continues(at) || !scene.is_word(at) {
        return None;
    }
    let health = scene.continues(at + 1) && scene.raw(at) == "الشؤون" && scene.raw(at + 1) == "الصحية";
    if !health && !FIELDS.contains(&scene.raw(at)) {
        return None;
    }
    let before = if scene.raw(at - 1) == "عام" && at > 1 && scene.continues(at - 1) { at - 2 } else { at - 1 };
    if !DIRECTORS.contains(&scene.raw(before)) && !DIRECTORS.iter().any(|word| scene.raw(before).strip_prefix(['و', 'ل']) == Some(word)) {
        return None;
    }
    let field = at + usize::from(health);
    let next = field + 1;
    let region = || {
        if !scene.continues(next) || !scene.is_word(next) {
            return None;
        }
        if matches!(scene.raw(next), "بالمنطقة" | "بالمحافظة") {
            return Some(next);
        }
        let named = |hit: &Hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe);
        let designated = matches!(scene.raw(next), "بمنطقة" | "بمحافظة" | "بمدينة") && scene.continues(next + 1);
        if designated {
            return scene.whole_hits(next + 1).find(|hit| named(hit)).map(|hit| hit.last);
        }
        scene.hits(next).iter().find(|hit| hit.reading.cut == 1 && scene.codes(next)[0] == arabic('ب') && named(hit)).map(|hit| hit.last)
    };
    Some(region().unwrap_or(field))
}

/// The last token of a body that begins at a token read whole, by head and what it governs.
#[must_use]
pub fn begins(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let strong = scene.whole_trigger(at, Trigger::OrgHead);
    let head = strong.or_else(|| scene.whole_trigger(at, Trigger::OrgHeadWeak))?;
    body(scene, head, strong.is_some()).map(|(last, _, _)| seat(scene, head, last))
}

/// «مدير مركز السياسات البترولية», «رئيس شعبة المستوردين»: what somebody heads is a body.
fn headed_by_somebody(scene: &Scene<'_, '_>, head: &Hit) -> bool {
    let body =
        ["مركز", "معهد", "شعبة", "دائرة", "مديرية", "مدرسة", "شبكة", "دار", "غرفة"].iter().any(|word| ends(scene.codes(head.last), word));
    let before = head.first.saturating_sub(1);
    let spoken_for = || ["باسم", "بإسم"].contains(&scene.raw(before));
    body && head.first > 0
        && head.reading.cut == 0
        && scene.continues(head.first)
        && (spoken_for()
            || scene.hits(before).iter().any(|hit| {
                hit.len() == 1
                    && matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage == PositionUse::Head)
            }))
}

/// «هذه المؤسسة المالية» points at something of the kind, it does not name it.
fn pointed_at(scene: &Scene<'_, '_>, head: &Hit, rule: &str) -> bool {
    rule == "org.definite" && phrase::pointed(scene, head.first)
}

/// «قناة السويس» is known as something else that begins here.
fn other_known(scene: &Scene<'_, '_>, head: &Hit, last: usize) -> bool {
    scene.hits(head.first).iter().any(|hit| {
        hit.reading == head.reading
            && hit.len() > 1
            && hit.last >= last
            && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, ambiguous: false } if !matches!(scene.gazetteer.known(id).kind, EntityType::Org | EntityType::Person))
    })
}

/// «وزيرة الخارجية الأميركية»: behind a minister the field is part of the title, no ministry by its short name.
#[must_use]
pub fn under_minister(scene: &Scene<'_, '_>, at: usize) -> bool {
    const MINISTERS: [&str; 6] = ["وزير", "وزيرة", "وزيري", "وزيرا", "وزراء", "وزيرتي"];
    // «الشؤون الداخلية اللبنانية»: an adjective.
    let adjective =
        at > 0 && scene.continues(at) && matches!(scene.raw(at - 1), "الشؤون" | "للشؤون" | "بالشؤون" | "والشؤون" | "العلاقات" | "السياسة");
    adjective && ["الخارجية", "الداخلية"].contains(&scene.raw(at))
        || at > 0
            && scene.continues(at)
            && scene.is_word(at - 1)
            && ["الخارجية", "الداخلية"].contains(&scene.raw(at))
            && MINISTERS.iter().any(|title| ends(scene.codes(at - 1), title))
}

/// «وحده الرئيس»: where a text writes «ة», an «ه» at the end is the pronoun.
fn possessed(scene: &Scene<'_, '_>, head: &Hit) -> bool {
    scene.raw(head.last).ends_with('ه') && !phrase::definite(scene, head.last, 0) && scene.dotted_ta()
}

fn body(scene: &Scene<'_, '_>, head: &Hit, strong: bool) -> Option<(usize, f32, &'static str)> {
    let definite = head.reading.article || phrase::definite(scene, head.last, if head.len() == 1 { head.reading.cut as usize } else { 0 });
    // «إن الحكومة «ملتزمة بما وقعته»»: what a state body says.
    let open = head.next();
    let sentence = || {
        let verb = scene.continues(open + 1) && scene.inflected_classes(open + 1) & (class::VERB | class::SPEECH | class::FUNCTION) != 0;
        verb || quoted(scene, open).is_some_and(|last| last > open + 4)
    };
    let speech = definite && (scene.trigger(head.first, Trigger::StateNominal).is_some() || sentence());
    if let Some(last) = quoted(scene, head.next()).filter(|_| !speech) {
        let closed = last + 1;
        let tailed =
            scene.continues(closed + 1) && scene.is_word(closed + 1) && scene.codes(closed + 1).starts_with(&[arabic('ل'), arabic('ل')]);
        let last = if tailed { phrase::tail(scene, closed, 1) } else { last };
        return Some((place_tail(scene, last), 0.85, "org.quoted"));
    }
    if definite { definite_body(scene, head, strong) } else { construct_body(scene, head, strong) }
}

/// A name in quotation marks of at most six words; gives the token before the closing mark.
pub fn quoted(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let TokenKind::Punct(open) = scene.token(at)?.kind else { return None };
    let close = match open {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => return None,
    };
    if !scene.continues(at) {
        return None;
    }
    (at + 2..at + 9).take_while(|end| scene.continues(*end)).find(|end| scene.is_punct(*end, &[close])).map(|end| end - 1)
}

/// «الحكومة اليمنية», «المحكمة العليا للقضاء», «اللجنة الأولمبية الدولية», «القوة العربية المشتركة», «الأمانة العامة للجامعة».
fn definite_body(scene: &Scene<'_, '_>, head: &Hit, strong: bool) -> Option<(usize, f32, &'static str)> {
    let mut last = head.last;
    let mut proper = false;
    let mut national = 0;
    loop {
        let next = last + 1;
        if !scene.continues(next) {
            break;
        }
        if let Some(hit) = scene
            .whole_hits(next)
            .find(|hit| matches!(hit.meaning, Meaning::Nisba { definite: true, shape, .. } if agrees(scene, head, shape)))
        {
            last = hit.last;
            proper = true;
        } else if scene.whole_trigger(next, Trigger::National).is_some()
            && !["الجديد", "الجديدة"].contains(&scene.raw(next))
            && !other_gender(scene, head, next)
        {
            national += 1;
            proper |= strong || national >= 2;
            last = next;
        } else {
            break;
        }
    }
    // «المحكمة الجزائية»: courts go by what they judge.
    let court = ["المحكمة", "النيابة"].iter().any(|word| ends(scene.codes(head.last), word));
    if court && last == head.last && kind_adjective(scene, last + 1) {
        last += 1;
        proper = true;
    }
    // «المجلس الشعبي الولائي», «الحزب الليبرالي الراديكالي»: a further adjective of kind, none of state («الحاكم», «الحالي»).
    while last > head.last && kind_adjective(scene, last + 1) && agrees_in_gender(scene, head, last + 1) {
        last += 1;
    }
    // «المعهد الوطني العالي للموسيقى»: one more adjective before what it is for; «التابع لـ» tells whose it is.
    let for_what = |at: usize| scene.continues(at) && scene.is_word(at) && scene.codes(at).starts_with(&[arabic('ل'), arabic('ل')]);
    if last > head.last && phrase::adjective(scene, last + 1) && for_what(last + 2) && !scene.raw(last + 1).starts_with("التابع") {
        last += 1;
    }
    // «اللواء اليمني» is mostly an officer.
    if matches!(scene.raw(head.last).trim_start_matches(['و', 'ب']), "اللواء" | "الفوج") && !unit_number(scene, head.next()) {
        return None;
    }
    let adjectives = last > head.last
        || phrase::adjective(scene, last + 1)
            && scene.continues(last + 2)
            && scene.is_word(last + 2)
            && scene.codes(last + 2)[0] == arabic('ل');
    if (last == head.last || head.len() == 2)
        && let Some(last) = unit(scene, head)
    {
        return Some((last, 0.8, "org.unit"));
    }
    if !adjectives && (head.len() == 1 || unit_number(scene, last + 1)) {
        return None;
    }
    // «الأمين العام المساعد للجامعة العربية للشؤون الاجتماعية»: what the holder is for.
    let portfolio = head.reading.cut > 0 && scene.continues(last + 1) && scene.raw(last + 1) == "للشؤون";
    // «برنامج البنك التجاري لأوراق الدين»: what the programme is for.
    let programme = head.first > 0
        && scene.continues(head.first)
        && ["برنامج", "تأسيس", "مشروع", "خطة", "مبادرة", "اجتماع"].iter().any(|word| scene.raw(head.first - 1).ends_with(word));
    let portfolio = portfolio || programme;
    // «المكتب السياسي لحركة حماس», «القيادة العامة للجيش السوري»: part of a body, whatever its adjective.
    let part = |at: usize| {
        scene.continues(at)
            && scene.is_word(at)
            && scene.codes(at)[0] == arabic('ل')
            && scene.hits(at).iter().any(|hit| {
                hit.reading.cut == 1
                    && match hit.meaning {
                        Meaning::Entry { id, form: Form::Full, .. } => scene.gazetteer.known(id).kind == EntityType::Org,
                        _ => false,
                    }
            })
    };
    if phrase::adjective(scene, last + 1) && part(last + 2) && !scene.raw(last + 1).starts_with("التابع") {
        last += 1;
    }
    let whose = last > head.last && part(last + 1);
    if let Some(tail) = phrase::prepositional(scene, last + 1, arabic('ل'), 0).filter(|_| !portfolio) {
        // «الجهاز القومي لتنظيم الاتصالات», «الإدارة العامة للجمارك».
        let office = ["الجهاز", "الإدارة", "الادارة", "المكتب", "المركز", "السلطة", "المنتدى", "المصلحة", "المجموعة", "الصندوق"]
            .iter()
            .any(|word| ends(scene.codes(head.last), word));
        proper |= head.len() > 1 || (strong || office) && national > 0 || whose;
        last = tail;
        // «للتنمية والإصلاح», «للتقويم والاعتماد الأكاديمي».
        if !whose {
            last = coordination::works(scene, further_fields(scene, last, 1));
        }
    }
    let charged = charged(scene, last);
    proper |= charged > last && strong;
    (proper && charged > head.last).then_some((charged, 0.82, "org.definite"))
}

/// Over what is joined to a body's field by «و» and is one more of them: those the lists have, and up to `most` others.
pub fn further_fields(scene: &Scene<'_, '_>, last: usize, most: usize) -> usize {
    let mut last = coordination::fields(scene, last);
    for _ in 0..most {
        let Some(joined) = coordination::joined(scene, last + 1, false).filter(|joined| field(scene, *joined)) else { break };
        last = coordination::fields(scene, phrase::adjectives(scene, joined));
    }
    last
}

/// Whether a joined word is a field of work: a masdar with the article, no body and nobody.
fn field(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.inflected_classes(at) & (class::GIVEN | class::FAMILY) == 0
        && scene.trigger(at, Trigger::OrgHead).is_none()
        && scene.trigger(at, Trigger::StateNominal).is_none()
        && scene.trigger(at, Trigger::OrgNominal).is_none()
}

/// «شريحة الصندوق الأولى»: a feminine ordinal behind a masculine head is the noun's before it.
fn other_gender(scene: &Scene<'_, '_>, head: &Hit, at: usize) -> bool {
    scene.raw(at) == "الأولى" && !feminine(scene, head.last)
}

/// A nisba agrees with its head: feminine with a feminine noun or the plural of a thing, masculine with a masculine one.
fn agrees(scene: &Scene<'_, '_>, head: &Hit, shape: Shape) -> bool {
    let feminine = feminine(scene, head.first);
    let masculine_plural = ["القوات", "المخابرات", "الاستخبارات"].contains(&scene.raw(head.first));
    match shape {
        Shape::Feminine => feminine || masculine_plural,
        Shape::Masculine => !feminine,
        Shape::Dual | Shape::Plural => false,
    }
}

/// Military units go by number: «الفرقة الرابعة مشاة», «اللواء الأول مدرع».
fn unit(scene: &Scene<'_, '_>, head: &Hit) -> Option<usize> {
    // «المنطقة العسكرية الخامسة».
    let region = head.len() == 2 && scene.raw(head.last) == "العسكرية";
    if !region && !military(scene, head.first) {
        return None;
    }
    unit_end(scene, head.last)
}

/// Whether a word with the article names a military unit once its number stands behind it.
fn military(scene: &Scene<'_, '_>, at: usize) -> bool {
    ["الفرقة", "اللواء", "الكتيبة", "الفيلق", "الجيش", "الفوج", "السرية", "للفرقة", "الأسطول"]
        .contains(&scene.raw(at).trim_start_matches(['و', 'ب']))
}

/// «قائد اللواء 26»: the last token of a military unit that begins at a token.
#[must_use]
pub fn military_unit(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    if military(scene, at) { unit_end(scene, at) } else { None }
}

/// Over the arm and number behind the noun that ends at `head`.
fn unit_end(scene: &Scene<'_, '_>, head: usize) -> Option<usize> {
    let arm = [
        "مشاة",
        "مدرعة",
        "مدرع",
        "مدرعات",
        "مظليين",
        "ميكانيكية",
        "آلية",
        "حرس",
        "ميكا",
        "ميكانيك",
        "صواريخ",
        "مدفعية",
        "حزم",
        "عمالقة",
        "صاعقة",
        "مغاوير",
        "جبلي",
        "بحري",
        "دعم",
        "حماية",
    ];
    // «الفرقة المدرعة الأولى»: its arm before its number.
    let mut last = head + 1;
    while last < head + 3 && !unit_number(scene, last) && arm_noun(scene, last) {
        last += 1;
    }
    if !unit_number(scene, last) {
        return None;
    }
    // «الفرقة 101 المحمولة جوا».
    let airborne =
        scene.continues(last + 2) && matches!(scene.raw(last + 1), "المحمولة" | "المحمول") && scene.raw(last + 2).starts_with("جو");
    if airborne {
        return Some(last + 2);
    }
    let armed = scene.continues(last + 1) && arm.contains(&scene.raw(last + 1).trim_end_matches('ا'));
    Some(if armed { last + 1 } else { last })
}

/// Whether a word with the article may say of which arm a unit is: «المدرعة», «المؤللة».
fn arm_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.continues(at) && phrase::definite(scene, at, 0) && (phrase::adjective(scene, at) || scene.is_common(at))
}

/// Whether a number of a military unit stands at a token: digits, or an ordinal with the article.
pub fn unit_number(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.continues(at) && scene.token(at).is_some_and(|token| token.kind == TokenKind::Number && token.codes <= 3)
        || scene.continues(at)
            && scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. }))
}
