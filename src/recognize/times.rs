//! Times of day: «الساعة الخامسة مساء», «10:30 بتوقيت غرينتش», «مساء» before a date.

use super::candidate::Candidate;
use super::dates;
use super::numbers;
use super::scene::{Scene, kind};
use crate::entity_type::EntityType;
use crate::gazetteer::{Meaning, NumberWord, OrdinalForm, Trigger};
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, is};
use crate::text::{Gap, TokenKind};

/// Proposes every time of day.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    const LEADS: u128 = kind::trigger(Trigger::Hour) | kind::trigger(Trigger::Daypart) | kind::ORDINAL | kind::NUMBER;
    for at in 0..scene.len() {
        if scene.text.tokens[at].kind != TokenKind::Number && !scene.begins(at, LEADS) {
            continue;
        }
        if let Some((reading, last, rule)) =
            filed(scene, at).or_else(|| hour(scene, at)).or_else(|| ordinal_hour(scene, at)).or_else(|| daypart(scene, at))
        {
            out.extend(Candidate::spanning(scene, at, reading, last, EntityType::Time, 0.93, rule));
        }
    }
}

/// «1745 ت م»: the hour at which an agency files, in its universal time; four digits without a colon.
fn filed(scene: &Scene<'_, '_>, at: usize) -> Option<(Reading, usize, &'static str)> {
    let token = scene.token(at).filter(|token| token.kind == TokenKind::Number && token.codes == 4)?;
    let value: u32 = std::str::from_utf8(scene.text.codes_of(token)).ok()?.parse().ok()?;
    let zone = scene.continues(at + 1)
        && (scene.raw(at + 1) == "تم" || scene.raw(at + 1) == "ت" && scene.continues(at + 2) && scene.raw(at + 2) == "م");
    let clock = value / 100 < 24 && value % 100 < 60;
    // The guide's span is the hour alone.
    (zone && clock).then_some((Reading { cut: 0, article: false }, at, "time.filed"))
}

/// «الساعة» and what it names, or a clock time in digits.
fn hour(scene: &Scene<'_, '_>, at: usize) -> Option<(Reading, usize, &'static str)> {
    let whole = Reading { cut: 0, article: false };
    let (reading, mut last) = match scene.trigger(at, Trigger::Hour) {
        Some(hit) => {
            let next = hit.next();
            if !scene.continues(next) {
                return None;
            }
            let named = clock(scene, next).or_else(|| {
                let definite = scene.whole_hits(next).find(|hit| matches!(hit.meaning, Meaning::Ordinal { .. }));
                definite
                    .map(|hit| hit.last)
                    .or_else(|| scene.raw(at).ends_with("الساعة").then(|| numbers::parse(scene, next).map(|number| number.last)).flatten())
            })?;
            (hit.reading, fraction(scene, named))
        }
        None => (whole, clock(scene, at).filter(|last| *last > at)?),
    };
    loop {
        let next = last + 1;
        if !scene.continues(next) {
            break;
        }
        let more = scene.whole_trigger(next, Trigger::Daypart).or_else(|| scene.whole_trigger(next, Trigger::Timezone)).map(|hit| hit.last);
        match more {
            Some(end) => last = end,
            None => break,
        }
    }
    if at > 0
        && scene.is_punct(at - 1, &['('])
        && scene.is_punct(last + 1, &[')'])
        && reading == whole
        && scene.trigger(at, Trigger::Hour).is_none()
    {
        return None;
    }
    Some((reading, last, "time.hour"))
}

/// «الثامنة مساء», «التاسعة والنصف صباحا»: an hour by its ordinal, with the part of the day behind it.
fn ordinal_hour(scene: &Scene<'_, '_>, at: usize) -> Option<(Reading, usize, &'static str)> {
    let hour = scene.hits(at).iter().find(|hit| match hit.meaning {
        Meaning::Ordinal { value, form: OrdinalForm::Definite } => value <= 12,
        Meaning::Number(NumberWord::Unit(1)) => true,
        _ => false,
    })?;
    if !scene.codes(hour.first).ends_with(&[arabic('ه')]) || hour.reading.cut > 0 && scene.whole(at).is_some() {
        return None;
    }
    let last = fraction(scene, hour.last);
    let part = scene.continues(last + 1).then(|| scene.whole_trigger(last + 1, Trigger::Daypart)).flatten()?;
    Some((hour.reading, part.last, "time.ordinal-hour"))
}

/// «والنصف», «والربع», «إلا ربعا» behind an hour.
fn fraction(scene: &Scene<'_, '_>, last: usize) -> usize {
    let next = last + 1;
    if !scene.continues(next) || !scene.is_word(next) {
        return last;
    }
    if ["والنصف", "والربع", "والثلث", "ونصف", "وربع", "وثلث"].iter().any(|word| is(scene.codes(next), word)) {
        return next;
    }
    // «الرابعة وعشرين دقيقة», «الثامنة و20 دقيقة».
    let minutes = || {
        let number = scene.hits(next).iter().find(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Number(_)));
        let digits = scene.raw(next) == "و" && scene.token(next + 1).is_some_and(|token| token.kind == TokenKind::Number);
        let unit = number.map(super::scene::Hit::next).or(digits.then_some(next + 2))?;
        let minute = scene.continues(unit) && matches!(scene.raw(unit), "دقيقة" | "دقائق");
        (minute && scene.codes(next)[0] == arabic('و')).then_some(unit)
    };
    if let Some(last) = minutes() {
        return last;
    }
    let except = scene.raw(next) == "إلا"
        && scene.continues(next + 1)
        && ["ربعا", "الربع", "ربع", "ثلثا", "الثلث"].iter().any(|word| is(scene.codes(next + 1), word));
    if except { next + 1 } else { last }
}

/// «10:30»: hours and minutes; or a plain hour of at most 24.
fn clock(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let number = |at: usize, most: u32| -> Option<u32> {
        let token = scene.token(at)?;
        let codes = scene.codes(at);
        let value =
            (token.kind == TokenKind::Number && codes.len() <= 2).then(|| std::str::from_utf8(codes).ok()?.parse().ok()).flatten()?;
        (value <= most).then_some(value)
    };
    number(at, 24)?;
    let minutes =
        scene.is_punct(at + 1, &[':']) && scene.token(at + 2).is_some_and(|token| token.gap == Gap::None) && number(at + 2, 59).is_some();
    Some(if minutes { at + 2 } else { at })
}

/// «صباح الجمعة», «نهار اليوم الخميس»: the part of the day before a date.
fn daypart(scene: &Scene<'_, '_>, at: usize) -> Option<(Reading, usize, &'static str)> {
    let hit = scene.trigger(at, Trigger::Daypart)?;
    if hit.reading.cut > 0 && scene.whole(at).is_some() {
        return None;
    }
    let midnight = ["منتصف الليل", "منتصف ليل"].contains(&&scene.text.raw[hit.begin as usize..hit.end as usize]);
    let until =
        at > 0 && scene.continues(at) && matches!(scene.raw(at - 1), "حتى" | "عند" | "منذ") && super::phrase::definite(scene, hit.last, 0);
    let dated = scene.continues(hit.next()) && dates::begins(scene, hit.next());
    (dated || midnight || until).then_some((hit.reading, hit.last, "time.daypart"))
}
