//! Treaties, agreements, laws and declarations the gazetteer does not know.
//!
//! | rule | example | not |
//! |---|---|---|
//! | `law.construct` | «اتفاقية سلام الدوحة», «قانون الانتخابات», «بروتوكول إنشاء القوة المشتركة» | «قانون جديد» |
//! | `law.of-year` | «اتفاقية عام 2004 بشأن التعاون …» | «اتفاق العام الماضي» |
//! | `law.named` | «إعلان أستانا», «اتفاق جنيف» | «إعلان النتائج» |
//! | `law.resolution` | «القرار 1701» | «القرار 12 للجنة» |
//! | `law.quoted` | «مبادرة "الحزام والطريق"» | «إعلان "مهم"» |

use super::candidate::Candidate;
use super::coordination;
use super::organizations::quoted;
use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{Trigger, class};
use crate::text::fold::{arabic, ends};
use crate::text::{Gap, TokenKind};

/// Proposes laws and agreements.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        resolution(scene, at, out);
        numbered(scene, at, out);
        let strong = scene.trigger(at, Trigger::LawHead);
        let Some(head) = strong.or_else(|| scene.trigger(at, Trigger::LawHeadWeak)) else { continue };
        if head.reading.cut > 0 && scene.classes(at) != 0 {
            continue;
        }
        if let Some((last, score, rule)) = body(scene, head, strong.is_some()) {
            out.extend(Candidate::spanning(scene, at, head.reading, last, EntityType::Law, score, rule));
        }
    }
}

/// «القرار 1701», «القرار رقم 2235»: a resolution of the Security Council goes by its number.
fn resolution(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    if !scene.is_word(at) || !(6..=7).contains(&scene.codes(at).len()) || !ends(scene.codes(at), "القرار") {
        return;
    }
    let head = scene.codes(at);
    let cut = (head.len() - 6) as u8;
    let next = at + 1 + usize::from(scene.continues(at + 1) && scene.raw(at + 1) == "رقم");
    let numbered =
        scene.continues(next) && scene.token(next).is_some_and(|token| token.kind == TokenKind::Number && (3..=4).contains(&token.codes));
    if numbered {
        let reading = crate::text::clitics::Reading { cut, article: false };
        out.extend(Candidate::spanning(scene, at, reading, next, EntityType::Law, 0.88, "law.resolution"));
    }
}

/// «القانون رقم 03.03 المتعلق بمكافحة الإرهاب», «القانون 63», «القانون التنظيمي رقم 59.11»: a law by its number and what it is about.
fn numbered(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    const KINDS: [&str; 6] = ["التنظيمي", "الأساسي", "العضوي", "الاتحادي", "الإطار", "الدستوري"];
    const ABOUT: [&str; 8] = ["المتعلق", "المتعلقة", "الخاص", "الخاصة", "القاضي", "بشأن", "المنظم", "الموافق"];
    if !scene.is_word(at) || !(6..=8).contains(&scene.codes(at).len()) {
        return;
    }
    let head = ["القانون", "المرسوم", "الظهير"].iter().find(|word| ends(scene.codes(at), word));
    let Some(head) = head else { return };
    let cut = scene.codes(at).len() - head.chars().count();
    if cut > 1 {
        return;
    }
    let mut next = at + 1;
    next += usize::from(scene.continues(next) && KINDS.contains(&scene.raw(next)));
    let called = scene.continues(next) && matches!(scene.raw(next), "رقم" | "عدد" | "الرقم");
    next += usize::from(called);
    let Some(mut last) = number(scene, next) else { return };
    if !called && scene.token(next).is_some_and(|token| token.codes > 4) {
        return;
    }
    let about = last + 1;
    if scene.continues(about) && ABOUT.contains(&scene.raw(about)) {
        let object = phrase::prepositional(scene, about + 1, arabic('ب'), 0).or_else(|| {
            (scene.raw(about) == "بشأن" && scene.continues(about + 1)).then(|| phrase::noun_phrase(scene, about + 1)).flatten()
        });
        last = object.map_or(last, |end| coordination::works(scene, coordination::fields(scene, end)));
    }
    let reading = crate::text::clitics::Reading { cut: cut as u8, article: false };
    out.extend(Candidate::spanning(scene, at, reading, of_its_year(scene, last), EntityType::Law, 0.97, "law.numbered"));
}

/// «القانون عدد 36 لسنة 1994», «قانون معاقبة روسيا لعام 2025»: the year that is part of a law's name; the last token.
fn of_its_year(scene: &Scene<'_, '_>, last: usize) -> usize {
    let noun = last + 1;
    let year = noun + 1;
    let dated = scene.continues(noun)
        && matches!(scene.raw(noun), "لسنة" | "لعام" | "لسنه")
        && scene.continues(year)
        && scene.token(year).is_some_and(|token| token.kind == TokenKind::Number && token.codes == 4);
    if dated { year } else { last }
}

/// A law's number, which may have parts: «03.03», «014-2016», «63»; its last token.
fn number(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let digits = |at: usize| scene.continues(at) && scene.token(at).is_some_and(|token| token.kind == TokenKind::Number);
    if !digits(at) {
        return None;
    }
    let parted =
        scene.is_punct(at + 1, &['-', '/', '.']) && digits(at + 2) && scene.token(at + 2).is_some_and(|token| token.gap == Gap::None);
    Some(if parted { at + 2 } else { at })
}

fn body(scene: &Scene<'_, '_>, head: &Hit, strong: bool) -> Option<(usize, f32, &'static str)> {
    let next = head.next();
    if !scene.continues(next) {
        return None;
    }
    let definite = head.reading.article || phrase::definite(scene, head.last, head.reading.cut as usize);
    if definite {
        return None;
    }
    if let Some(last) = quoted(scene, next) {
        return Some((last, 0.82, "law.quoted"));
    }
    if let Some(last) = of_year(scene, next) {
        return Some((last, 0.85, "law.of-year"));
    }
    if let Some(last) = phrase::place(scene, next).filter(|last| !announces(scene, *last)) {
        return Some((last, 0.83, "law.named"));
    }
    if !strong {
        return None;
    }
    let end = coordination::works(scene, coordination::fields(scene, phrase::adjectives(scene, phrase::noun_phrase(scene, next)?)));
    // «قانون المياه الرقم 192».
    let called = scene.continues(end + 1) && matches!(scene.raw(end + 1), "رقم" | "الرقم");
    if let Some(number) = called.then(|| number(scene, end + 2)).flatten() {
        return Some((of_its_year(scene, number), 0.85, "law.construct"));
    }
    Some((of_its_year(scene, end), 0.78, "law.construct"))
}

/// «إعلان موسكو سحب قواتها»: a noun directly behind the place is what is announced.
fn announces(scene: &Scene<'_, '_>, last: usize) -> bool {
    let next = last + 1;
    let classes = if scene.continues(next) && scene.is_word(next) { scene.inflected_classes(next) } else { return false };
    let owned = scene.codes(next).ends_with(&[arabic('ه'), arabic('ا')])
        || scene.codes(next).ends_with(&[arabic('ه')]) && !scene.raw(next).ends_with('ة');
    owned && classes & class::COMMON != 0 && classes & (class::FUNCTION | class::VERB) == 0
}

/// «عام 2004 بشأن التعاون بين …»: to the end of the name, which is the end of the clause.
fn of_year(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let noun = scene.whole_trigger(at, Trigger::YearNoun)?;
    let year = noun.next();
    if !scene.continues(year) || scene.token(year)?.kind != TokenKind::Number {
        return None;
    }
    let about = year + 1;
    if !scene.continues(about) || !matches!(scene.raw(about), "بشأن" | "حول" | "بخصوص" | "المتعلقة" | "الخاصة") {
        return Some(year);
    }
    let mut last = about;
    while scene.continues(last + 1) && !matches!(scene.text.tokens[last + 1].kind, TokenKind::Punct(_)) && last < about + 25 {
        last += 1;
    }
    (last > about).then_some(last)
}
