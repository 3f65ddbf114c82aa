//! When a summit is held, sentence by sentence.

use jiff::civil::Date;

use super::article::{Article, Sentence};
use super::frame::{sits, telling, word_at};
use super::{cues, group};
use crate::EntityType;
use crate::rpc::Analyzer;

/// Days of a summit as one sentence gives them.
#[derive(Clone, Debug)]
pub struct Days<'a> {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Whether the sentence gives both ends.
    pub whole: bool,
    /// Whether it tells of the end alone.
    pub ends: bool,
    /// How surely these are the summit's days.
    pub weight: f32,
    /// Where it is said.
    pub sentence: &'a Sentence,
}

/// «بين العاشر والثاني عشر من يونيو»: the first day of a span that is named by its number alone before the last.
fn opening(article: &Article, sentence: &Sentence, last: &super::article::Mention, day: Date) -> Option<Date> {
    let numbers = article.of(sentence).iter().filter(|mention| matches!(mention.kind, EntityType::Ordinal | EntityType::Cardinal));
    let number = numbers.filter(|mention| mention.range.end <= last.range.start).max_by_key(|mention| mention.range.end)?;
    let gap = article.text.get(number.range.end..last.range.start)?.trim();
    let at = word_at(sentence, number);
    let led = at > 0 && matches!(sentence.words[at - 1].text.as_str(), "بين" | "من" | "يومي" | "ايام");
    let first: i8 = article.thing(number).value.parse().ok()?;
    (led && matches!(gap, "و" | "إلى" | "الى" | "حتى" | "وحتى") && first >= 1 && first < day.day())
        .then(|| Date::new(day.year(), day.month(), first).ok())
        .flatten()
}

/// Ending.
const ENDING: cues::Cues = &[
    "ختام",
    "اختتم",
    "اختتمت",
    "اختتموا",
    "انهي",
    "انهت",
    "انتهت",
    "انتهي",
    "اختتام",
    "الستار",
    "اختتمها",
    "يختتمون",
    "يختتم",
    "تختتم",
    "انهوا",
];

/// How much longer than a day it lasts: «يومين», «ثلاثة أيام».
fn lasting(words: &[super::article::Word]) -> Option<jiff::Span> {
    let (at, days) = cues::find(words, 0, &["يومين", "ليومين", "اليومين"])
        .map(|at| (at, 1))
        .or_else(|| cues::phrase(words, "ثلاثه ايام").map(|at| (at, 2)))?;
    // «قبل يومين», «بعد يومين من التمديد» do not tell how long it lasts.
    let before = at > 0 && matches!(words[at - 1].text.as_str(), "قبل" | "منذ");
    let other =
        words[at..words.len().min(at + 5)].iter().any(|word| matches!(word.text.as_str(), "التمديد" | "التاجيل" | "وصوله" | "التاخير"));
    (!before && !other).then(|| jiff::Span::new().days(days))
}

/// What an article says of its summit's days, surest first.
#[must_use]
pub fn days<'a>(engine: &'a dyn Analyzer, article: &'a Article, organizer: &'a str) -> Vec<Days<'a>> {
    let mut found: Vec<Days<'_>> = Vec::new();
    for (number, sentence) in telling(engine, article, organizer) {
        let words = &sentence.words;
        // «كان مقررا أن تنتهي القمة يوم الجمعة»: it did not.
        if cues::any(words, &["كان", "كانت"]) && cues::any(words, &["مقررا", "المفترض", "مفترضا"]) && !cues::postponed(words)
        {
            continue;
        }
        let put_off = sits(sentence) && cues::postponed(words);
        let held = cues::any(words, cues::HOLDING)
            && (sits(sentence) || cues::any(words, &["تستمر", "يستمر", "تختتم", "يختتم", "القاده", "قاده"]));
        if !put_off && !held {
            continue;
        }
        let mut days: Vec<(Date, Date, usize)> = Vec::new();
        for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Date) {
            let value = &article.thing(mention).value;
            let (first, last) = value.split_once('/').unwrap_or((value, value));
            let (Ok(first), Ok(last)) = (first.parse::<Date>(), last.parse::<Date>()) else { continue };
            if value.len() < 10 || article.published.is_some_and(|published| group::days_between(published, first) > 500) {
                continue;
            }
            let first = opening(article, sentence, mention, first).unwrap_or(first);
            days.push((first, last, word_at(sentence, mention)));
        }
        // «تأجيل القمة … إلى 19 و20 نوفمبر»
        let new_day =
            days.iter().find(|(_, _, at)| words[at.saturating_sub(3)..*at].iter().any(|word| matches!(word.text.as_str(), "الي" | "حتي")));
        if let Some((first, last, _)) = new_day.copied().filter(|_| put_off) {
            found.push(Days { start: first, end: last, whole: first != last, ends: false, weight: 3.0, sentence });
            continue;
        }
        // The day told behind the summit's noun is the summit's.
        let noun = cues::find(words, 0, cues::SUMMIT);
        days.sort_by_key(|(day, end, at)| {
            let far = article.published.is_some_and(|published| group::days_between(published, *day) > 45);
            (far, day == end, noun.map_or(*at, |noun| if *at > noun { *at - noun } else { noun - *at + 2 }))
        });
        // «وتستمر حتى …» tells the other end.
        let ends = |at: usize| words[at.saturating_sub(3)..at].iter().any(|word| matches!(word.text.as_str(), "حتي" | "وحتي" | "لغايه"));
        if days.len() > 1 {
            days.sort_by_key(|(_, _, at)| ends(*at));
        }
        let Some(&(first, last, at)) = days.first() else { continue };
        // «غدا الثلاثاء وبعد غد», «أمس السبت … واليوم الأحد»: two days in a row.
        let row = days.iter().skip(1).find(|(day, _, other)| {
            let (from, to) = (at.min(*other), at.max(*other));
            group::days_between(*day, first) <= 6 && words[to].text.starts_with('و') && to - from <= 6
        });
        let (first, last) = row.map_or((first, last), |(day, _, _)| (first.min(*day), last.max(*day)));
        // «التي أنهت الأجهزة تجهيزها» ends something else, and what begins does not end.
        let ending = (0..words.len())
            .any(|at| cues::is(&words[at].text, ENDING) && !(at > 0 && super::clause::RELATIVE.contains(&words[at - 1].text.as_str())));
        let over = ending && !cues::any(words, &["تنطلق", "انطلقت", "تبدا", "تستمر", "يستمر", "ينطلق"]);
        let summit = noun.is_some();
        let until = days.iter().skip(1).find(|(_, _, at)| {
            words[at.saturating_sub(3)..*at].iter().any(|word| matches!(word.text.as_str(), "حتي" | "الي" | "وحتي" | "لغايه"))
        });
        let (start, end) = match until {
            Some((_, until, _)) if *until >= first => (first, *until),
            _ => match lasting(words) {
                // «اختتم أمس … على مدى يومين» tells the last day, «تنطلق اليوم … وتستمر يومين» the first.
                Some(more) if first == last && over => (first.checked_sub(more).unwrap_or(first), last),
                Some(more) if first == last => (first, first.checked_add(more).unwrap_or(last)),
                _ => (first, last),
            },
        };
        // A meeting of two on the day before is not the summit.
        let near = words[..at].iter().rev().take(14).any(|word| {
            cues::is(&word.text, cues::SUMMIT) || cues::is(&word.text, cues::SITTING) || cues::is(&word.text, &["قاده", "القاده", "اعضاء"])
        });
        let meeting = cues::any(words, &["ثناييه", "ثنائيه", "ثنايي", "مباحثات", "محادثات"]) && !summit;
        // «في شقها الرئاسي يومي الثلاثاء والأربعاء» is a part of it.
        let part =
            words[at.saturating_sub(5)..at].iter().any(|word| cues::is(&word.text, &["شقها", "الشق", "شقه", "زياره", "جولته", "لجلسه"]));
        let weight = f32::from(u8::from(start != end)) * if part { 0.0 } else { 2.0 }
            + f32::from(u8::from(summit))
            + f32::from(u8::from(near))
            + if number < 5 { 0.5 } else { 0.0 }
            - if meeting { 2.0 } else { 0.0 };
        if weight > 0.4 {
            found.push(Days { start, end, whole: start != end && !part, ends: over && start == end, weight, sentence });
        }
    }
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::summit;

    fn days(sentence: &str) -> String {
        let text = format!("{sentence}\n\nويشارك في القمة الرئيس الأميركي جو بايدن والرئيس الفرنسي إيمانويل ماكرون.\n");
        let found = summit(&text, "2022-11-14");
        format!("{} {}", found.start_date, found.end_date)
    }

    #[test]
    fn both_ends_in_many_words() {
        assert_eq!(days("تنطلق غدا الثلاثاء في بالي قمة مجموعة العشرين وتستمر حتى 16 نوفمبر."), "2022-11-15 2022-11-16");
        assert_eq!(days("تستضيف إندونيسيا غدا الثلاثاء وبعد غد قمة مجموعة العشرين."), "2022-11-15 2022-11-16");
        assert_eq!(days("تعقد قمة مجموعة العشرين في بالي بين الخامس عشر والسادس عشر من نوفمبر."), "2022-11-15 2022-11-16");
        assert_eq!(days("تنطلق غدا في بالي قمة مجموعة العشرين تحت شعار «من أجل عالم أفضل» وتستمر يومين."), "2022-11-15 2022-11-16");
    }

    #[test]
    fn a_part_of_it_is_not_the_whole() {
        assert_eq!(
            days(
                "تنطلق غدا في بالي قمة مجموعة العشرين.\n\nومن المتوقع أن يحضر في شقها الرئاسي يومي 18 و19 نوفمبر رئيس الوزراء الهندي ناريندرا مودي."
            ),
            "2022-11-15 2022-11-15"
        );
    }
}
