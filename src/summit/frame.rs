//! A summit's frame in one article: which one it is, where, when, and whether it was held.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::article::{Article, Mention, Sentence};
use super::{cues, group};
use crate::EntityType;
use crate::proto as pb;
use crate::rpc::Analyzer;

/// Whether a sentence tells of something before: another summit, a founding.
#[must_use]
pub fn is_past(sentence: &Sentence) -> bool {
    let words = &sentence.words;
    let before = ["السابقه", "الماضيه", "سابقه", "سابقتها", "الاخيره", "الفايته"];
    let summit_before = (0..words.len()).any(|at| {
        cues::is(&words[at].text, cues::SUMMIT) && words.iter().skip(at + 1).take(2).any(|word| before.contains(&word.text.as_str()))
    });
    let pluperfect = words.first().is_some_and(|word| matches!(word.text.as_str(), "وكانت" | "وكان" | "كانت"))
        && words.iter().skip(1).take(9).any(|word| word.text == "قد" || matches!(word.text.as_str(), "اخر" | "اول" | "عقدت" | "استضافت"));
    let told = cues::any(words, cues::SUMMIT) || cues::any(words, &["الدوره", "الاجتماع", "زياره", "زار", "دورتها"]);
    summit_before
        || pluperfect && told
        || cues::phrase(words, "للمره").is_some()
        || cues::any(words, &["تاسس", "تاسست", "انشيت", "انشي", "تاسيس", "تاسيسها", "تاسيسه"])
}

/// Sentences of an article that tell of its own summit as it is now.
pub fn telling<'a>(engine: &'a dyn Analyzer, article: &'a Article, organizer: &'a str) -> impl Iterator<Item = (usize, &'a Sentence)> {
    let tells = move |sentence: &Sentence| {
        !sentence.boilerplate
            && !is_past(sentence)
            && !is_older(article, sentence)
            && !group::is_other(engine, article, sentence, organizer)
    };
    article.sentences.iter().enumerate().filter(move |(_, sentence)| tells(sentence))
}

/// «وعُقدت القمة الرابعة والأربعون في الدوحة في ديسمبر 2023»: a summit all of whose dates lie well before the article.
#[must_use]
pub fn is_older(article: &Article, sentence: &Sentence) -> bool {
    let Some(then) = article.published.and_then(|published| published.checked_sub(jiff::Span::new().days(60)).ok()) else { return false };
    let then = then.to_string();
    let held = cues::any(&sentence.words, cues::SUMMIT) || cues::any(&sentence.words, &["الدوره", "دورتها"]);
    let mut dates =
        article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Date).map(|mention| article.thing(mention).value.as_str());
    let dated: Vec<&str> = dates.by_ref().filter(|value| value.len() >= 7 && value.as_bytes()[0].is_ascii_digit()).collect();
    held && cues::any(&sentence.words, cues::HOLDING)
        && !dated.is_empty()
        && dated.iter().all(|value| *value < &then[..value.len().min(then.len())])
}

fn sits(sentence: &Sentence) -> bool {
    cues::any(&sentence.words, cues::SUMMIT) || cues::any(&sentence.words, cues::SITTING)
}

/// Which summit it is, with the sentence that says so.
#[must_use]
pub fn ordinal<'a>(engine: &'a dyn Analyzer, article: &'a Article, organizer: &'a str) -> Option<(u32, &'a Sentence)> {
    for (_, sentence) in telling(engine, article, organizer) {
        for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Ordinal) {
            let here = word_at(sentence, mention);
            let noun = sentence.words[here.saturating_sub(4)..here].iter().any(|word| {
                cues::is(&word.text, cues::SUMMIT)
                    || cues::is(&word.text, &["الاجتماع", "اجتماع", "الدوره", "دورته", "دورتها", "اجتماعهم", "اجتماعها", "دوره", "الموتمر"])
            });
            let value: Option<u32> = article.thing(mention).value.parse().ok();
            // «القمة الأولى بينهما» counts meetings of two, a first day is no summit.
            if let Some(value) = value.filter(|value| noun && *value > 1 && *value < 200 && !organizer.is_empty()) {
                return Some((value, sentence));
            }
        }
    }
    None
}

/// The word at which a mention begins, or the one behind it.
#[must_use]
pub fn word_at(sentence: &Sentence, mention: &Mention) -> usize {
    let at = sentence.words.partition_point(|word| word.range.end <= mention.range.start);
    at.min(sentence.words.len())
}

/// The city or country that an article's summit is held in.
#[must_use]
pub fn place(engine: &dyn Analyzer, article: &Article, organizer: &str) -> Option<pb::EntityRef> {
    let places = places(engine, article, organizer);
    places.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.entity_id.cmp(&a.0.entity_id))).map(|(place, _)| place)
}

/// Where an article's summit may be held, each with how much speaks for it.
#[must_use]
pub fn places(engine: &dyn Analyzer, article: &Article, organizer: &str) -> Vec<(pb::EntityRef, f32)> {
    let mut weights: BTreeMap<&str, (f32, &pb::EntityRef)> = BTreeMap::new();
    for (number, sentence) in telling(engine, article, organizer) {
        let words = &sentence.words;
        if !sits(sentence) && !cues::any(words, cues::HOLDING) {
            continue;
        }
        let first = if number < 4 { 2.0 } else { 1.0 };
        for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Gpe || is_island(engine, article, mention))
        {
            let here = word_at(sentence, mention);
            let before = here.checked_sub(1).map_or("", |at| words[at].text.as_str());
            let inside = matches!(
                before,
                "في" | "فى"
                    | "العاصمه"
                    | "بالعاصمه"
                    | "مدينه"
                    | "بمدينه"
                    | "الي"
                    | "عاصمه"
                    | "مدينتي"
                    | "منتجع"
                    | "بمنتجع"
            ) || words.get(here).is_some_and(|word| word.text.starts_with('ب') && word.range.start < mention.range.start);
            let named = cues::is(before, cues::SUMMIT);
            let about = engine.about(&article.thing(mention).reference.entity_id);
            let city = about.as_ref().is_some_and(|about| about.subtype != "country");
            let hosting = here > 0
                && words[..here].iter().rev().take(3).any(|word| {
                    cues::is(
                        &word.text,
                        &[
                            "تستضيف",
                            "استضافت",
                            "تحتضن",
                            "احتضنت",
                            "استضافه",
                            "احتضنتها",
                            "استضافتها",
                            "يستضيف",
                            "تستضيفها",
                            "تسضيف",
                            "تستقبل",
                        ],
                    )
                });
            let weight = if named {
                4.0
            } else if hosting {
                3.0
            } else if inside {
                2.0
            } else {
                0.0
            };
            let weight = weight * first * if city { 1.5 } else { 0.6 } * if cues::any(words, cues::SUMMIT) { 1.5 } else { 1.0 };
            if weight > 0.0 {
                let reference = &article.thing(mention).reference;
                let entry = weights.entry(reference.entity_id.as_str()).or_insert((0.0, reference));
                entry.0 += weight;
            }
        }
    }
    weights.into_values().map(|(weight, place)| (place.clone(), weight)).collect()
}

/// Islands and resorts hold summits too.
fn is_island(engine: &dyn Analyzer, article: &Article, mention: &Mention) -> bool {
    mention.kind == EntityType::Loc
        && engine.about(&article.thing(mention).reference.entity_id).is_some_and(|about| about.subtype == "island")
}

/// The building it is held in.
#[must_use]
pub fn venue<'a>(engine: &'a dyn Analyzer, article: &'a Article, organizer: &'a str) -> Option<(pb::EntityRef, &'a Sentence)> {
    let unnamed = || {
        telling(engine, article, organizer).filter(|(_, sentence)| cues::any(&sentence.words, cues::HOLDING) || sits(sentence)).find_map(
            |(_, sentence)| {
                let reference = building(article, sentence)?;
                Some((reference, sentence))
            },
        )
    };
    let named = telling(engine, article, organizer)
        .filter(|(_, sentence)| sits(sentence) && cues::any(&sentence.words, cues::HOLDING))
        .find_map(|(_, sentence)| {
            let building = article.of(sentence).iter().find(|mention| {
                let here = word_at(sentence, mention);
                let before = here.checked_sub(1).map_or("", |at| sentence.words[at].text.as_str());
                let led = matches!(before, "في" | "فى" | "داخل" | "مقر")
                    || sentence.words.get(here).is_some_and(|word| word.text.starts_with('ب'));
                mention.kind == EntityType::Fac && led
            })?;
            Some((article.thing(building).reference.clone(), sentence))
        });
    named.or_else(unnamed)
}

/// «في مركز ساندتون للمؤتمرات»: a building that nobody listed, by its noun behind «في».
fn building(article: &Article, sentence: &Sentence) -> Option<pb::EntityRef> {
    let words = &sentence.words;
    let at = (1..words.len()).find(|at| {
        let noun = matches!(words[*at].text.as_str(), "مركز" | "قصر" | "قاعه" | "مبني" | "مقر" | "منتجع" | "فندق" | "المجمع" | "القصر");
        noun && matches!(words[at - 1].text.as_str(), "في" | "فى" | "داخل")
    })?;
    let stop: cues::Cues = &[
        "في",
        "فى",
        "من",
        "علي",
        "الي",
        "بمدينه",
        "اعمال",
        "بحضور",
        "بمشاركه",
        "قمه",
        "القمه",
        "تحت",
        "التي",
        "الذي",
        "اليوم",
        "امس",
        "غدا",
        "حيث",
        "برياسه",
        "علي",
        "قاده",
    ];
    let last = (at + 1..words.len().min(at + 4))
        .take_while(|next| {
            let gap = &article.text[words[next - 1].range.end..words[*next].range.start];
            !cues::is(&words[*next].text, stop) && !words[*next].text.starts_with("با") && !gap.contains(['،', '.', '(', ':'])
        })
        .last()?;
    let name = article.text[words[at].range.start..words[last].range.end].to_owned();
    Some(pb::EntityRef {
        entity_id: format!("local:fac-{}", words[at..=last].iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("-")),
        name,
        ..Default::default()
    })
}

/// Days of a summit as one sentence gives them.
#[derive(Clone, Debug)]
pub struct Days<'a> {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Whether the sentence gives both ends.
    pub whole: bool,
    /// How surely these are the summit's days.
    pub weight: f32,
    /// Where it is said.
    pub sentence: &'a Sentence,
}

/// How much longer than a day it lasts: «يومين», «ثلاثة أيام».
fn lasting(words: &[super::article::Word]) -> Option<jiff::Span> {
    let days = if cues::any(words, &["يومين", "ليومين", "اليومين"]) {
        1
    } else if cues::phrase(words, "ثلاثه ايام").is_some() {
        2
    } else {
        return None;
    };
    Some(jiff::Span::new().days(days))
}

/// What an article says of its summit's days, surest first.
#[must_use]
pub fn days<'a>(engine: &'a dyn Analyzer, article: &'a Article, organizer: &'a str) -> Vec<Days<'a>> {
    let mut found: Vec<Days<'_>> = Vec::new();
    for (number, sentence) in telling(engine, article, organizer) {
        let words = &sentence.words;
        let put_off = sits(sentence) && cues::any(words, cues::POSTPONED);
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
            days.push((first, last, word_at(sentence, mention)));
        }
        // «تأجيل القمة … إلى 19 و20 نوفمبر»
        let new_day =
            days.iter().find(|(_, _, at)| words[at.saturating_sub(3)..*at].iter().any(|word| matches!(word.text.as_str(), "الي" | "حتي")));
        if let Some((first, last, _)) = new_day.copied().filter(|_| put_off) {
            found.push(Days { start: first, end: last, whole: first != last, weight: 3.0, sentence });
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
        let summit = noun.is_some();
        let until = days.iter().skip(1).find(|(_, _, at)| {
            words[at.saturating_sub(3)..*at].iter().any(|word| matches!(word.text.as_str(), "حتي" | "الي" | "وحتي" | "لغايه"))
        });
        let (start, end) = match until {
            Some((_, until, _)) if *until >= first => (first, *until),
            _ => match lasting(words) {
                // «اختتم أمس … على مدى يومين» tells the last day, «تنطلق اليوم … وتستمر يومين» the first.
                Some(more) if first == last && cues::any(words, &["ختام", "اختتم", "اختتمت", "اختتموا", "انهي", "انهت"]) => {
                    (first.checked_sub(more).unwrap_or(first), last)
                }
                Some(more) if first == last => (first, first.checked_add(more).unwrap_or(last)),
                _ => (first, last),
            },
        };
        // A meeting of two on the day before is not the summit.
        let near = words[..at].iter().rev().take(14).any(|word| {
            cues::is(&word.text, cues::SUMMIT) || cues::is(&word.text, cues::SITTING) || cues::is(&word.text, &["قاده", "القاده", "اعضاء"])
        });
        let meeting = cues::any(words, &["ثناييه", "ثنائيه", "ثنايي", "مباحثات", "محادثات"]) && !summit;
        let weight = f32::from(u8::from(start != end)) * 2.0
            + f32::from(u8::from(summit))
            + f32::from(u8::from(near))
            + if number < 5 { 0.5 } else { 0.0 }
            - if meeting { 2.0 } else { 0.0 };
        if weight > 0.4 {
            found.push(Days { start, end, whole: start != end, weight, sentence });
        }
    }
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    found
}

/// Whether an article calls its summit off or puts it off, with the sentence.
#[must_use]
pub fn called_off<'a>(engine: &'a dyn Analyzer, article: &'a Article, organizer: &'a str) -> Option<(pb::SummitStatus, &'a Sentence)> {
    for (_, sentence) in telling(engine, article, organizer).take(8) {
        let words = &sentence.words;
        for at in (0..words.len())
            .filter(|at| cues::is(&words[*at].text, cues::SUMMIT) || cues::is(&words[*at].text, &["الاجتماع", "انعقادها", "عقدها"]))
        {
            let around = &words[at.saturating_sub(4)..(at + 6).min(words.len())];
            let negated = cues::any(around, cues::NOT);
            let behind = &words[at.saturating_sub(3)..(at + 3).min(words.len())];
            for (list, status) in [(cues::CANCELLED, pb::SummitStatus::Cancelled), (cues::POSTPONED, pb::SummitStatus::Postponed)] {
                if cues::any(behind, list) && !negated {
                    return Some((status, sentence));
                }
            }
        }
    }
    None
}
