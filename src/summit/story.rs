//! The organiser's story: where, when and by whom it was founded, the summits before this one, and figures told of it.

use super::article::{Sentence, Word};
use super::cues;
use super::frame::{self, word_at};
use super::members::{countries, dates, of_organizer};
use super::people::View;
use crate::EntityType;
use crate::proto as pb;

/// Founding, wherever it stands.
const FOUNDED: cues::Cues =
    &["تاسس", "تاسست", "انشيت", "انشي", "تاسيس", "تاسيسها", "تاسيسه", "اسست", "اسسها", "اسسته", "انشيء", "الموسسه", "انشاها"];
/// Founding where a body is spoken of directly behind: «أُطلق الاتحاد», «وُلد التحالف».
const BORN: cues::Cues = &["اطلق", "اطلقت", "ولد", "ولدت", "قام", "قامت", "ظهر", "ظهرت", "ابصر", "ابصرت"];
const BODIES: cues::Cues = &[
    "المنظمه",
    "التجمع",
    "المجموعه",
    "المجلس",
    "الرابطه",
    "الاتحاد",
    "الجامعه",
    "التكتل",
    "الحلف",
    "التحالف",
    "الكتله",
    "المبادره",
    "الهييه",
    "النور",
];

/// The word of a sentence that tells of a founding.
fn founded(words: &[Word]) -> Option<usize> {
    cues::find(words, 0, FOUNDED)
        .or_else(|| {
            (0..words.len())
                .find(|at| cues::is(&words[*at].text, BORN) && words.get(at + 1).is_some_and(|next| BODIES.contains(&next.text.as_str())))
        })
        // «تستند المنظمة إلى معاهدة وقعت في …»
        .or_else(|| {
            let basis = cues::find(words, 0, &["تستند", "يستند", "تقوم", "قامت", "استندت"])?;
            let treaty = cues::find(words, basis, &["معاهده", "ميثاق", "اتفاقيه"]).filter(|treaty| *treaty < basis + 6)?;
            cues::find(words, treaty, &["وقعت", "وقع", "ابرمت", "ابرم", "الموقعه", "الموقع"]).filter(|signed| *signed < treaty + 5)
        })
}

/// Founding and founders.
#[must_use]
pub fn founding(view: &View<'_>) -> Option<(pb::Founding, Vec<pb::EntityRef>)> {
    let mut best: Option<(pb::Founding, Vec<pb::EntityRef>)> = None;
    for (number, sentence) in view.article.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.boilerplate) {
        let words = &sentence.words;
        let Some(at) = founded(words) else { continue };
        if !of_organizer(view, sentence) {
            continue;
        }
        let year = dates(view, sentence).into_iter().filter(|(here, _)| *here > at).min_by_key(|(here, _)| *here - at);
        let Some((_, date)) = year.filter(|(here, value)| here - at < 18 && value.len() >= 4 && value.as_bytes()[0].is_ascii_digit())
        else {
            continue;
        };
        let place = view.article.of(sentence).iter().find(|mention| {
            let here = word_at(sentence, mention);
            let led = here > 0 && matches!(words[here - 1].text.as_str(), "في" | "فى" | "بمدينه" | "مدينه" | "العاصمه" | "بالعاصمه")
                || words.get(here).is_some_and(|word| word.range.start < mention.range.start && word.text.starts_with('ب'));
            let city = view.engine.about(&view.article.thing(mention).reference.entity_id).is_some_and(|about| about.subtype != "country");
            mention.kind == EntityType::Gpe && here > at && here < at + 14 && led && city
        });
        // Founders stand behind «على يد», «بمبادرة من», «كانت تضم», before «الدول المؤسسة»; in the next sentence too.
        let mut evidence = vec![view.article.evidence(sentence)];
        let mut founders = founders(view, sentence, at);
        if founders.is_empty()
            && let Some(next) = view.article.sentences.get(number + 1)
            && let Some(had) = cues::find(&next.words, 0, &["تضم", "ضمت", "تضمنت", "يضم", "الموسسه", "الموسسون", "الموسسين", "موسسيها"])
            && (cues::any(&next.words[..had], &["البدايه", "كانت", "كان", "حينها", "انذاك"]) || next.words[had].text.contains("موسس"))
        {
            founders = self::founders(view, next, 0);
            evidence.push(view.article.evidence(next));
        }
        let founding = pb::Founding {
            date: date.to_owned(),
            place: place.map(|mention| view.article.thing(mention).reference.clone()),
            evidence,
            confidence: 0.9,
        };
        let better = best.as_ref().is_none_or(|(known, of)| (founding.date.len(), founders.len()) > (known.date.len(), of.len()));
        if better {
            best = Some((founding, founders));
        }
    }
    best
}

/// The countries of an enumeration that a word or two calls founders, up to where the sentence tells who joined later.
fn founders(view: &View<'_>, sentence: &Sentence, at: usize) -> Vec<pb::EntityRef> {
    const LEADS: cues::Cues = &[
        "من",
        "يد",
        "ايدي",
        "بين",
        "ضمت",
        "تضم",
        "بمشاركه",
        "بعضويه",
        "ضم",
        "هي",
        "هم",
        "وهي",
        "منها",
        "بينها",
        "ابرزها",
        "هما",
        "بتوقيع",
        "قبل",
        "تضمنت",
        "باتفاق",
    ];
    let words = &sentence.words;
    let until = (at + 1..words.len())
        .find(|at| cues::is(&words[*at].text, &["انضمت", "انضم", "تنضم", "ينضم", "التحقت", "ثم", "لاحقا", "توسعت", "توسع"]))
        .unwrap_or(words.len());
    let all: Vec<(usize, pb::EntityRef)> = countries(view, sentence).into_iter().filter(|(here, _)| *here > at && *here < until).collect();
    let mut runs: Vec<Vec<&(usize, pb::EntityRef)>> = Vec::new();
    for country in &all {
        let close = runs.last().and_then(|run| run.last()).is_some_and(|last| {
            let gap = &words[(last.0 + 1).min(country.0)..country.0];
            country.0 - last.0 <= 4
                && !cues::any(gap, &["كانت", "كان", "ثم", "قبل", "بعد", "اضافه"])
                && !gap.iter().any(|word| matches!(word.text.as_str(), "في" | "فى" | "الي" | "علي" | "مع" | "عن"))
        });
        match runs.last_mut().filter(|_| close) {
            Some(run) => run.push(country),
            None => runs.push(vec![country]),
        }
    }
    for run in runs.iter().filter(|run| run.len() >= 2) {
        let (first, last) = (run[0].0, run[run.len() - 1].0);
        let led = words[first.saturating_sub(4).max(at)..first].iter().any(|word| LEADS.contains(&word.text.as_str()));
        let called = words[last..(last + 6).min(words.len())].iter().any(|word| word.text.contains("موسس"));
        if led || called {
            let mut seen = std::collections::HashSet::new();
            return run.iter().map(|(_, country)| country.clone()).filter(|country| seen.insert(country.entity_id.clone())).collect();
        }
    }
    Vec::new()
}

const SITTINGS: cues::Cues = &["الدوره", "الاجتماع", "دورتها", "دوره", "القمتان", "القمتين", "القمتان"];
const BEFORE: cues::Cues = &["السابقه", "الماضيه", "السابق", "الماضي", "الاخيره", "السابقتان", "السابقتين", "الماضيتان", "الماضيتين"];

/// Summits before this one.
#[must_use]
pub fn past_summits(view: &View<'_>) -> Vec<pb::PastSummit> {
    let mut all = Vec::new();
    for sentence in view.article.sentences.iter().filter(|sentence| !sentence.boilerplate) {
        let words = &sentence.words;
        let has = cues::any(words, cues::SUMMIT) || cues::any(words, SITTINGS);
        if !has || super::group::is_other(view.engine, view.article, sentence, view.organizer) {
            continue;
        }
        let past = |date: &str, place: Option<pb::EntityRef>, ordinal: u32| pb::PastSummit {
            date: date.to_owned(),
            place,
            ordinal,
            evidence: vec![view.article.evidence(sentence)],
            confidence: 0.8,
        };
        // «… للمرة الثالثة … بعد عامي 1999 و2008»
        if cues::phrase(words, "للمره").is_some() {
            let host = countries(view, sentence).into_iter().next().map(|(_, country)| country);
            for (_, value) in dates(view, sentence) {
                for year in value.trim_matches(['{', '}']).split(',').filter(|year| year.len() == 4 && value.contains('{')) {
                    all.push(past(year, host.clone(), 0));
                }
            }
            continue;
        }
        let is_noun = |at: usize| cues::is(&words[at].text, cues::SUMMIT) || cues::is(&words[at].text, SITTINGS);
        let marker =
            (0..words.len()).find(|at| is_noun(*at) && words.iter().skip(at + 1).take(4).any(|word| BEFORE.contains(&word.text.as_str())));
        let pluperfect = words.first().is_some_and(|word| matches!(word.text.as_str(), "وكانت" | "كانت" | "وكان" | "كان"))
            && cues::any(&words[..words.len().min(16)], &["قد", "عقدت", "استضافت", "استضافها", "احتضنت", "انعقدت", "عقد", "احتضنتها"]);
        if marker.is_none() && !pluperfect && !frame::is_older(view.article, sentence) {
            continue;
        }
        // The sitting it tells of: that called former, else the first.
        let noun = marker.or_else(|| (0..words.len()).find(|at| is_noun(*at))).unwrap_or(0);
        let from = if marker.is_some() { noun } else { 0 };
        let near = dates(view, sentence).into_iter().filter(|(here, _)| *here > from && *here - from < 18);
        let date = near.min_by_key(|(here, _)| *here).map(|(_, value)| value);
        let place = place(view, sentence, from);
        let ordinals: Vec<u32> = view
            .article
            .of(sentence)
            .iter()
            .filter(|mention| mention.kind == EntityType::Ordinal)
            .filter(|mention| {
                let here = word_at(sentence, mention);
                here > noun && here < noun + 8
            })
            .filter_map(|mention| view.article.thing(mention).value.parse().ok())
            .filter(|ordinal| *ordinal > 1 && *ordinal < 200)
            .collect();
        if place.is_none() && date.is_none() || date.is_none() && ordinals.is_empty() {
            continue;
        }
        if date.is_some_and(|value| view.start.is_some_and(|start| value >= start.to_string().as_str())) {
            continue;
        }
        // What met on the days before it is not a summit before.
        let eve = |day: jiff::civil::Date| view.start.is_some_and(|start| super::group::days_between(start, day) <= 12);
        if date.is_some_and(|value| value.parse().is_ok_and(eve)) {
            continue;
        }
        // «القمتان السابقتان، الرابعة والأربعون والخامسة والأربعون»
        let two = words[noun].text.ends_with("تان") || words[noun].text.ends_with("تين");
        let date = date.unwrap_or_default();
        if two && ordinals.len() >= 2 {
            all.extend(ordinals.iter().take(2).map(|ordinal| past(date, place.clone(), *ordinal)));
        } else {
            all.push(past(date, place, ordinals.first().copied().unwrap_or_default()));
        }
    }
    all
}

/// Where an earlier sitting was: the first city behind, else a country; «المدينة نفسها» is the last one named.
fn place(view: &View<'_>, sentence: &Sentence, from: usize) -> Option<pb::EntityRef> {
    let words = &sentence.words;
    let near = || {
        view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Gpe).filter(|mention| {
            let here = word_at(sentence, mention);
            here > from && here - from < 16
        })
    };
    let is_city = |mention: &super::article::Mention| {
        view.engine.about(&view.article.thing(mention).reference.entity_id).is_some_and(|about| about.subtype != "country")
    };
    let city = near().find(|mention| is_city(mention));
    let country = || {
        near().find(|mention| {
            let here = word_at(sentence, mention);
            here > 0 && matches!(words[here - 1].text.as_str(), "في" | "فى")
                || words[here].text.starts_with('ب') && words[here].range.start < mention.range.start
        })
    };
    if let Some(mention) = city.or_else(country) {
        return Some(super::place::known(view.engine, view.article, mention));
    }
    let same = ["المدينه نفسها", "المدينه ذاتها", "العاصمه نفسها", "نفس المدينه", "العاصمه ذاتها"]
        .iter()
        .any(|phrase| cues::phrase(words, phrase).is_some());
    let before = view
        .article
        .mentions
        .iter()
        .rev()
        .find(|mention| mention.kind == EntityType::Gpe && mention.range.end <= sentence.range.start && is_city(mention));
    before.filter(|_| same).map(|mention| view.article.thing(mention).reference.clone())
}

/// Figures told of the organiser: «تضم تسع دول», «40% من سكان العالم».
#[must_use]
pub fn counts(view: &View<'_>) -> Vec<pb::Count> {
    let mut all = Vec::new();
    for sentence in view.article.sentences.iter().filter(|sentence| !sentence.boilerplate) {
        let words = &sentence.words;
        if view.organizer.is_empty()
            || !of_organizer(view, sentence)
            || !cues::any(words, &["تضم", "ضمت", "يضم", "تمثل", "يمثل", "انضمت", "اعضايها", "عضوا", "دوله"])
            || frame::is_past(sentence) && !cues::any(words, &["تضم", "تمثل"])
        {
            continue;
        }
        for mention in view.article.of(sentence).iter().filter(|mention| matches!(mention.kind, EntityType::Cardinal | EntityType::Percent))
        {
            let here = word_at(sentence, mention);
            let next = sentence.words.partition_point(|word| word.range.start < mention.range.end);
            let label: Vec<&super::article::Word> = words[next..].iter().take(4).collect();
            let (Some(first), Some(last)) = (label.first(), label.last()) else { continue };
            let text = &view.article.text[first.range.start..last.range.end];
            let label = text.split(['،', '.', '؛', '(', ':']).next().unwrap_or(text).trim();
            let states = cues::any(&words[here..words.len().min(here + 3)], &["دول", "دوله", "عضوا", "اعضاء"])
                || mention.kind == EntityType::Percent;
            let value = &view.article.thing(mention).value;
            if states && !label.is_empty() && !value.is_empty() && all.len() < 6 {
                all.push(pb::Count {
                    label: label.to_owned(),
                    value: value.clone(),
                    evidence: vec![view.article.evidence(sentence)],
                    confidence: 0.75,
                });
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bali, key};

    /// Founding: date, place, founders.
    fn founded(sentence: &str) -> String {
        let background = bali(sentence).background.unwrap_or_default();
        let founding = background.founding.unwrap_or_default();
        let founders: Vec<_> = background.founders.iter().map(|country| country.entity_id.as_str()).collect();
        format!("{} {} {}", founding.date, key(&founding.place), founders.join(" ")).trim().to_owned()
    }

    #[test]
    fn founders_are_led_or_called_so() {
        assert_eq!(founded("وتأسست المجموعة في برلين في ديسمبر 1999 على يد ألمانيا وكندا."), "1999-12 berlin germany canada");
        assert_eq!(founded("وتأسست المجموعة في 1999 من دولتين هما ألمانيا وكندا، ثم انضمت إليها إيطاليا."), "1999 - germany canada");
        assert_eq!(
            founded("وتأسست المجموعة في برلين في ديسمبر 1999، وكانت ألمانيا وكندا الدول المؤسسة لها."),
            "1999-12 berlin germany canada"
        );
        assert_eq!(
            founded("وتستند المجموعة إلى معاهدة وقعت في برلين في 15 مايو 1992 بين ألمانيا وكندا."),
            "1992-05-15 berlin germany canada"
        );
    }

    #[test]
    fn who_joined_later_is_no_founder() {
        assert_eq!(founded("وتأسست المجموعة في برلين في ديسمبر 1999، وانضمت إليها إيطاليا والمكسيك عام 2001."), "1999-12 berlin");
    }

    #[test]
    fn two_former_summits_are_two() {
        let past = bali("وعقدت القمتان السابقتان، الخامسة عشرة والسادسة عشرة، في روما في أكتوبر 2021.")
            .background
            .unwrap_or_default()
            .past_summits;
        let past: Vec<_> = past.iter().map(|past| format!("{} {} {}", key(&past.place), past.date, past.ordinal)).collect();
        assert_eq!(past, ["rome 2021-10 15", "rome 2021-10 16"]);
        assert!(
            bali("وكان بايدن وشي قد اجتمعا عشية القمة في 14 نوفمبر.")
                .background
                .is_none_or(|background| background.past_summits.is_empty())
        );
    }
}
