//! Organisations the gazetteer does not know: a head noun with what it governs.
//!
//! | rule | example | not |
//! |---|---|---|
//! | `org.construct` | «وزارة الخارجية الروسية», «مجلس الأمة الجزائري» | «مجلس جديد» |
//! | `org.definite` | «الحكومة اليمنية», «المحكمة العليا» | «الحكومة الحالية» |
//! | `org.quoted` | «حركة "فتح الجديدة"» | «كلمة "فتح"» |
//! | `org.named` | «شركة أرامكو», «إدارة ترامب» | «شركة كبيرة», «إدارة الأزمة» |

use super::body_ends::{agrees_in_gender, charged, kind_adjective, place_tail, seat, tail_with_article, without_holders_nisba};
use super::body_links::{acronym, alias, extended, government, inner_name};
use super::candidate::{Candidate, Link};
use super::people;
use super::phrase;
use super::scene::{Hit, Scene};
use super::shapes;
use super::whereabouts::prominent;
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, OrdinalForm, PositionUse, Trigger, class};
use crate::text::TokenKind;
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, ends};

/// Proposes organisations.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        share(scene, at, out);
        state_body(scene, at, out);
        let strong = scene.trigger(at, Trigger::OrgHead);
        let Some(head) = strong.or_else(|| scene.trigger(at, Trigger::OrgHeadWeak)) else { continue };
        let strong = strong.is_some() || headed_by_somebody(scene, head);
        if head.reading.cut > 0 && scene.classes(at) != 0 || possessed(scene, head) || under_minister(scene, at) {
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
        let wider = known.is_some_and(|known| last > known.last && phrase::fields(scene, known.last) == last);
        if seated || wider || known.is_none_or(|known| last <= known.last || scene.is_punct(last, &['"', '»', '”'])) {
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
    let Some(hit) = scene.trigger(at, Trigger::StateBody) else { return };
    let last = phrase::nisbas(scene, hit.next(), false).filter(|last| agrees_in_gender(scene, hit, *last)).unwrap_or(hit.last);
    out.extend(Candidate::spanning(scene, at, hit.reading, last, EntityType::Org, 0.8, "org.state-body"));
}

/// The last token of a body that begins at a token read whole, by head and what it governs.
#[must_use]
pub fn begins(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let strong = scene.whole_trigger(at, Trigger::OrgHead);
    let head = strong.or_else(|| scene.whole_trigger(at, Trigger::OrgHeadWeak))?;
    body(scene, head, strong.is_some()).map(|(last, _, _)| seat(scene, head, last))
}

/// «ارتفع سهم «ديرتل»»: what has shares is a company; the word is no part of its name.
fn share(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    let shares = scene.is_word(at)
        && (3..=5).contains(&scene.codes(at).len())
        && scene.continues(at + 1)
        && scene.is_punct(at + 1, &['"', '«', '“'])
        && ["سهم", "أسهم", "سهما"].iter().any(|word| ends(scene.codes(at), word));
    if let Some(last) = shares.then(|| quoted(scene, at + 1)).flatten() {
        let whole = Reading { cut: 0, article: false };
        out.extend(Candidate::spanning(scene, at + 2, whole, last, EntityType::Org, 0.8, "org.share"));
    }
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
        } else if scene.whole_trigger(next, Trigger::National).is_some() && !["الجديد", "الجديدة"].contains(&scene.raw(next)) {
            national += 1;
            proper |= strong || national >= 2;
            last = next;
        } else {
            break;
        }
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
    if !adjectives && head.len() == 1 && !unit_number(scene, last + 1) {
        return None;
    }
    if !adjectives && unit_number(scene, last + 1) {
        return unit(scene, head).map(|last| (last, 0.8, "org.unit"));
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
        let office =
            ["الجهاز", "الإدارة", "الادارة", "المكتب", "المركز", "السلطة", "المنتدى"].iter().any(|word| ends(scene.codes(head.last), word));
        proper |= head.len() > 1 || (strong || office) && national > 0 || whose;
        last = tail;
        // «للتنمية والإصلاح», «للتقويم والاعتماد الأكاديمي».
        if !whose {
            last = phrase::works(scene, further_fields(scene, last, 1));
        }
    }
    let charged = charged(scene, last);
    proper |= charged > last && strong;
    (proper && charged > head.last).then_some((charged, 0.82, "org.definite"))
}

/// Over what is joined to a body's field by «و» and is one more of them: those the lists have, and up to `most` others.
fn further_fields(scene: &Scene<'_, '_>, last: usize, most: usize) -> usize {
    let mut last = phrase::fields(scene, last);
    for _ in 0..most {
        let Some(joined) = phrase::joined(scene, last + 1, false).filter(|joined| field(scene, *joined)) else { break };
        last = phrase::fields(scene, phrase::adjectives(scene, joined));
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

/// A nisba agrees with its head: feminine with a feminine noun or the plural of a thing, masculine with a masculine one.
fn agrees(scene: &Scene<'_, '_>, head: &Hit, shape: Shape) -> bool {
    let codes = scene.codes(head.first);
    let feminine = codes.ends_with(&[arabic('ه')]) || codes.ends_with(&[arabic('ا'), arabic('ت')]);
    let masculine_plural = ["القوات", "المخابرات", "الاستخبارات"].contains(&scene.raw(head.first));
    match shape {
        Shape::Feminine => feminine || masculine_plural,
        Shape::Masculine => !feminine,
        Shape::Dual | Shape::Plural => false,
    }
}

/// Military units go by number: «الفرقة الرابعة مشاة», «اللواء الأول مدرع».
fn unit(scene: &Scene<'_, '_>, head: &Hit) -> Option<usize> {
    let military = ["الفرقة", "اللواء", "الكتيبة", "الفيلق", "الجيش", "الفوج", "السرية", "للفرقة", "الأسطول"]
        .contains(&scene.raw(head.first).trim_start_matches(['و', 'ب']));
    if !military {
        return None;
    }
    let arm = ["مشاة", "مدرعة", "مدرع", "مدرعات", "مظليين", "ميكانيكية", "آلية", "حرس", "ميكا", "ميكانيك", "صواريخ", "مدفعية"];
    let last = head.next();
    let armed = scene.continues(last + 1) && arm.contains(&scene.raw(last + 1).trim_end_matches('ا'));
    Some(if armed { last + 1 } else { last })
}

fn unit_number(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.continues(at) && scene.token(at).is_some_and(|token| token.kind == TokenKind::Number && token.codes <= 3)
        || scene.continues(at)
            && scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. }))
}

/// A head in the construct state with the phrase or name it governs.
fn construct_body(scene: &Scene<'_, '_>, head: &Hit, strong: bool) -> Option<(usize, f32, &'static str)> {
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
        let hit = if proper && from && hit > next { hit - 1 } else { hit };
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
        let mut last = phrase::adjectives(scene, inner);
        last = further_fields(scene, last, 3);
        // «نائب رئيس مجلس الوزراء للشؤون الاقتصادية»: the deputy's field.
        let deputy = || (head.first.saturating_sub(4)..head.first).any(|at| scene.triggered(at, Trigger::Deputy));
        if let Some(affairs) = (next + 1..=last + 1).find(|at| scene.continues(*at) && phrase::affairs(scene, *at)).filter(|_| deputy()) {
            return Some((affairs - 1, 0.82, "org.construct"));
        }
        let tailed = phrase::tail(scene, last, 1);
        last = if tailed > last { phrase::works(scene, phrase::fields(scene, tailed)) } else { last };
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
    let feminine = |at: usize| scene.codes(at).ends_with(&[arabic('ه')]) || scene.codes(at).ends_with(&[arabic('ا'), arabic('ت')]);
    let others = noun && phrase::definite(scene, next, 0) && feminine(head.last) && !feminine(next) && scene.codes(next).len() >= 5;
    (others && kind_or_quality(scene, next + 1) && feminine(next + 1)).then_some(next + 1)
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
