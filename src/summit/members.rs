//! The organiser's story: founding, who joined and when, summits before this one; and who joins now.

use super::article::Sentence;
use super::cues;
use super::frame::{self, word_at};
use super::people::View;
use crate::EntityType;
use crate::proto as pb;
use pb::MembershipChangeKind as Kind;

/// Countries of a sentence in order, each with its word.
fn countries(view: &View<'_>, sentence: &Sentence) -> Vec<(usize, pb::EntityRef)> {
    let named = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Gpe);
    let mut list: Vec<(usize, pb::EntityRef)> = named
        .map(|mention| (word_at(sentence, mention), view.article.thing(mention).reference.clone()))
        .filter(|(_, country)| {
            view.engine
                .about(&country.entity_id)
                .is_some_and(|about| about.subtype == "country" && !about.country_id.is_empty() && about.country_id == about.id)
        })
        .collect();
    list.dedup_by(|a, b| a.1.entity_id == b.1.entity_id);
    list
}

fn dates<'a>(view: &'a View<'_>, sentence: &'a Sentence) -> Vec<(usize, &'a str)> {
    let dates = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Date);
    dates
        .map(|mention| (word_at(sentence, mention), view.article.thing(mention).value.as_str()))
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// Whether a sentence speaks of the organiser: by name, by its noun, or by no body at all.
fn of_organizer(view: &View<'_>, sentence: &Sentence) -> bool {
    let bodies: Vec<_> = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Org).collect();
    let noun = cues::any(
        &sentence.words,
        &["المنظمه", "التجمع", "المجموعه", "المجلس", "الرابطه", "الاتحاد", "الجامعه", "التكتل", "الحلف", "للمنظمه", "عضويه", "العضويه"],
    );
    bodies.iter().any(|mention| view.article.thing(mention).reference.entity_id == view.organizer) || noun || bodies.is_empty()
}

/// Founding and founders.
#[must_use]
pub fn founding(view: &View<'_>) -> Option<(pb::Founding, Vec<pb::EntityRef>)> {
    let founded: cues::Cues =
        &["تاسس", "تاسست", "انشيت", "انشي", "تاسيس", "تاسيسها", "تاسيسه", "اسست", "اسسها", "اسسته", "انشيء", "وتاسس", "المؤسسه"];
    let mut best: Option<(pb::Founding, Vec<pb::EntityRef>)> = None;
    for (number, sentence) in view.article.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.boilerplate) {
        let words = &sentence.words;
        let Some(at) = cues::find(words, 0, founded) else { continue };
        if !of_organizer(view, sentence) {
            continue;
        }
        let year = dates(view, sentence).into_iter().filter(|(here, _)| *here > at).min_by_key(|(here, _)| *here - at);
        let Some((_, date)) = year.filter(|(here, value)| here - at < 12 && value.len() >= 4 && value.as_bytes()[0].is_ascii_digit())
        else {
            continue;
        };
        let place = view.article.of(sentence).iter().find(|mention| {
            let here = word_at(sentence, mention);
            let led = here > 0 && matches!(words[here - 1].text.as_str(), "في" | "فى" | "بمدينه" | "مدينه")
                || words.get(here).is_some_and(|word| word.range.start < mention.range.start && word.text.starts_with('ب'));
            let city = view.engine.about(&view.article.thing(mention).reference.entity_id).is_some_and(|about| about.subtype != "country");
            mention.kind == EntityType::Gpe && here > at && led && city
        });
        // Founders stand behind «من قبل», «بمبادرة من», «كانت تضم»; in the next sentence too.
        let mut evidence = vec![view.article.evidence(sentence)];
        let mut founders = founders_in(view, sentence, at);
        if founders.is_empty()
            && let Some(next) = view.article.sentences.get(number + 1)
            && let Some(had) = cues::find(&next.words, 0, &["تضم", "ضمت", "تضمنت", "يضم"])
            && cues::any(&next.words[..had], &["البدايه", "كانت", "كان", "حينها", "انذاك"])
        {
            founders = founders_in(view, next, had);
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

/// The countries of an enumeration that begins at a cue and ends where the sentence tells who joined later.
fn founders_in(view: &View<'_>, sentence: &Sentence, at: usize) -> Vec<pb::EntityRef> {
    let words = &sentence.words;
    let by = cues::phrase(words, "من قبل")
        .or_else(|| cues::phrase(words, "بمبادره من"))
        .or_else(|| cues::find(words, at, &["ضمت", "تضم", "بمشاركه", "بعضويه", "ضم", "مؤسسوها", "الموسسه"]));
    let direct = cues::find(words, at, &["من"]).filter(|from| countries(view, sentence).iter().any(|(here, _)| *here == from + 1));
    let Some(from) = by.filter(|by| *by >= at).or(direct) else { return Vec::new() };
    let until = (from + 1..words.len())
        .find(|at| {
            cues::is(&words[*at].text, &["انضمت", "انضم", "تنضم", "ينضم", "التحقت", "ثم", "لاحقا", "قبل"]) && words[*at].text != "قبل"
                || words[*at].text == "قبل" && words.get(at + 1).is_some_and(|next| next.text == "ان")
        })
        .unwrap_or(words.len());
    let mut list: Vec<pb::EntityRef> =
        countries(view, sentence).into_iter().filter(|(here, _)| *here > from && *here < until).map(|(_, country)| country).collect();
    let mut seen = std::collections::HashSet::new();
    list.retain(|country| seen.insert(country.entity_id.clone()));
    if list.len() >= 2 { list } else { Vec::new() }
}

/// What one sentence says of somebody's membership.
#[derive(Clone, Debug)]
pub struct Step {
    /// Who.
    pub country: pb::EntityRef,
    /// What.
    pub kind: Kind,
    /// When, as EDTF; empty where not fixed.
    pub date: String,
    /// The sentence.
    pub evidence: pb::Evidence,
}

/// Every step of membership an article tells of, past ones too.
#[must_use]
pub fn steps(view: &View<'_>) -> Vec<Step> {
    let mut all = Vec::new();
    for sentence in view.article.sentences.iter().filter(|sentence| !sentence.boilerplate) {
        if !of_organizer(view, sentence) || view.organizer.is_empty() {
            continue;
        }
        let words = &sentence.words;
        let list = countries(view, sentence);
        if list.is_empty() {
            continue;
        }
        for at in 0..words.len() {
            let Some((kind, reach)) = step_at(words, at) else { continue };
            let negated =
                cues::any(&words[at.saturating_sub(3)..at], &["لم", "لن", "ولم", "نفي", "نافيا", "نفت", "دون", "عدم", "رفض", "ينف"]);
            if negated || cues::phrase(&words[at.saturating_sub(6)..at], "لم تتخذ").is_some() || cues::any(words, &["نفي", "نفت", "نافيا"])
            {
                continue;
            }
            // The next step begins a clause of its own.
            let end = (at + reach..words.len()).find(|next| step_at(words, *next).is_some() && *next > at + 2).unwrap_or(words.len());
            let behind: Vec<_> = list.iter().filter(|(here, _)| *here > at && *here < end && *here < at + 26).collect();
            let before: Vec<_> = list.iter().filter(|(here, _)| *here < at && at - *here <= 7).collect();
            // «بيلاروس تقدمت بطلب»: the subject stands before; else behind.
            let joined = words[at].text.starts_with('و');
            let subject_first = behind.is_empty() || !joined && before.last().is_some_and(|(here, _)| at - here <= 2);
            let chosen: Vec<&(usize, pb::EntityRef)> =
                if subject_first { before.last().copied().into_iter().collect() } else { run(words, &behind) };
            let Some(last) = chosen.last() else { continue };
            let date = dates(view, sentence)
                .into_iter()
                .filter(|(here, _)| *here > at && *here < end || *here < at && at - *here < 8)
                .min_by_key(|(here, _)| here.abs_diff(last.0))
                .map(|(_, date)| date.to_owned())
                .unwrap_or_default();
            for (_, country) in chosen {
                all.push(Step { country: country.clone(), kind, date: date.clone(), evidence: view.article.evidence(sentence) });
            }
        }
    }
    all
}

/// An unbroken enumeration from the first country on: only «و», commas and adjectives between.
fn run<'c>(words: &[super::article::Word], list: &[&'c (usize, pb::EntityRef)]) -> Vec<&'c (usize, pb::EntityRef)> {
    let mut chosen: Vec<&'c (usize, pb::EntityRef)> = Vec::new();
    for country in list {
        if let Some(last) = chosen.last() {
            let gap = country.0.saturating_sub(last.0);
            let breaks = cues::any(&words[last.0 + 1..country.0], &["في", "من", "الي", "علي", "بعد", "قبل", "مع", "جاره", "حليفه"]);
            if gap > 3 || breaks {
                break;
            }
        }
        chosen.push(country);
    }
    chosen
}

/// Which step a word begins, and how many words its cue takes.
fn step_at(words: &[super::article::Word], at: usize) -> Option<(Kind, usize)> {
    let word = words[at].text.trim_start_matches(['و', 'ف']);
    let next = words.get(at + 1).map_or("", |word| word.text.as_str());
    let behind = &words[at + 1..words.len().min(at + 5)];
    let member = |range: &[super::article::Word]| {
        cues::any(range, &["عضويه", "العضويه", "عضوا", "عضوه", "عضويتها", "عضويه", "للعضويه", "عضويته", "عضو", "بعضويه", "وعضويه"])
    };
    let expected = || {
        let before = &words[at.saturating_sub(5)..at];
        cues::any(before, cues::PLANNED) || cues::is_future(&words[at].text)
    };
    Some(match word {
        "انضمت" | "انضم" | "التحقت" | "تبعتهما" | "تبعتها" | "تلتها" | "تلتهما" => (Kind::Joined, 1),
        "تنضم" | "ستنضم" | "سينضم" | "ينضم" | "لانضمام" | "بانضمام" | "انضمام" => {
            let before = &words[at.saturating_sub(5)..at];
            if cues::any(before, &["طلب", "طلبا", "بطلب", "طلبات", "بطلبات", "تقدمت", "تقدم"]) {
                return None;
            }
            if word.ends_with("نضمام") {
                if cues::any(before, &["قبول", "اقر", "اقرت", "رسميا", "اعلن", "اعلنت", "وافق", "وافقت"])
                {
                    (Kind::Joined, 1)
                } else if expected() {
                    (Kind::Expected, 1)
                } else {
                    return None;
                }
            } else if words.get(at.wrapping_sub(1)).is_some_and(|word| word.text == "ان")
                && words.get(at.wrapping_sub(2)).is_some_and(|word| word.text == "قبل")
            {
                (Kind::Joined, 1)
            } else {
                (Kind::Expected, 1)
            }
        }
        "منح" | "منحت" | "منحها" | "تمنح" | "قبول" | "قبلت" | "تقبل"
            if member(behind) || behind.iter().any(|word| word.text == "عضويه") =>
        {
            if expected() || cues::any(&words[at.saturating_sub(3)..at], &["سيتم", "ستمنح"]) {
                (Kind::Expected, 2)
            } else if cues::any(behind, &["مراقب", "المراقب"]) {
                (Kind::Observer, 2)
            } else {
                (Kind::Joined, 2)
            }
        }
        "تصبح" | "ستصبح" | "اصبحت" | "اصبح" | "باتت" | "يصبح" if member(&words[at + 1..words.len().min(at + 7)]) => {
            if word.starts_with("ا") || word == "باتت" {
                (Kind::Joined, 1)
            } else {
                (Kind::Expected, 1)
            }
        }
        "دعوه" | "دعا" | "دعت"
            if cues::phrase(&words[at..], "الي العضويه").is_some()
                || cues::phrase(&words[at..], "الي الانضمام").is_some()
                || cues::phrase(&words[at..], "للانضمام").is_some() =>
        {
            (Kind::Expected, 1)
        }
        "تقدمت" | "تقدم" | "قدمت" | "طلبت" if cues::any(behind, &["بطلب", "طلب", "طلبا", "بطلبات", "طلبات", "الانضمام", "بطلبها"]) => {
            (Kind::Applied, 2)
        }
        "علقت" | "تعليق" | "علق" | "علقوا" | "جمدت" | "تجميد" | "المعلقه" | "جمد"
            if cues::any(behind, &["عضويه", "عضويتها", "عضويته", "مشاركتها", "المشاركه", "انشطتها", "مشاركه"]) || next == "عضويه" =>
        {
            (Kind::Suspended, 1)
        }
        "انسحبت" | "انسحاب" | "انسحب" | "خرجت" | "غادرت"
            if cues::any(&words[at + 1..words.len().min(at + 4)], &["من", "منها", "منه", "المنظمه", "رسميا"])
                && !cues::any(behind, &["القوات", "الاراضي", "الاتفاق", "الاتفاقيه"]) =>
        {
            (Kind::Left, 1)
        }
        "مراقبا" | "مراقبه" | "مراقب"
            if cues::any(&words[at.saturating_sub(4)..at], &["صفه", "وضع", "عضوا", "منحت", "منح", "نالت", "بصفه", "حصلت"]) =>
        {
            (Kind::Observer, 1)
        }
        _ => return None,
    })
}

/// Summits before this one.
#[must_use]
pub fn past_summits(view: &View<'_>) -> Vec<pb::PastSummit> {
    let mut all = Vec::new();
    for sentence in view.article.sentences.iter().filter(|sentence| !sentence.boilerplate) {
        let words = &sentence.words;
        let has = cues::any(words, cues::SUMMIT) || cues::any(words, &["الدوره", "الاجتماع", "دورتها", "دوره"]);
        if !has || super::group::is_other(view.engine, view.article, sentence, view.organizer) {
            continue;
        }
        // «… للمرة الثالثة … بعد عامي 1999 و2008»
        if cues::phrase(words, "للمره").is_some() {
            let host = countries(view, sentence).into_iter().next().map(|(_, country)| country);
            for (_, value) in dates(view, sentence) {
                for year in value.trim_matches(['{', '}']).split(',').filter(|year| year.len() == 4 && value.contains('{')) {
                    all.push(pb::PastSummit {
                        date: year.to_owned(),
                        place: host.clone(),
                        ordinal: 0,
                        evidence: vec![view.article.evidence(sentence)],
                        confidence: 0.85,
                    });
                }
            }
            continue;
        }
        let marker = (0..words.len()).find(|at| {
            let word = words[*at].text.as_str();
            let summit = cues::is(word, cues::SUMMIT) || matches!(word, "الدوره" | "الاجتماع" | "دوره");
            let after = words
                .iter()
                .skip(at + 1)
                .take(3)
                .any(|word| matches!(word.text.as_str(), "السابقه" | "الماضيه" | "السابق" | "الماضي" | "الاخيره"));
            summit && after
        });
        let pluperfect = words.first().is_some_and(|word| matches!(word.text.as_str(), "وكانت" | "كانت" | "وكان" | "كان"))
            && cues::any(&words[..words.len().min(14)], &["قد", "عقدت", "استضافت", "استضافها", "احتضنت", "انعقدت", "عقد"]);
        if marker.is_none() && !pluperfect && !frame::is_older(view.article, sentence) {
            continue;
        }
        let from = marker.unwrap_or(0);
        let place = view.article.of(sentence).iter().find(|mention| {
            let here = word_at(sentence, mention);
            let about = view.engine.about(&view.article.thing(mention).reference.entity_id);
            mention.kind == EntityType::Gpe && here > from && about.is_some_and(|about| about.subtype != "country") && here - from < 14
        });
        let date = dates(view, sentence).into_iter().filter(|(here, _)| *here > from && *here - from < 18).min_by_key(|(here, _)| *here);
        let ordinal = view
            .article
            .of(sentence)
            .iter()
            .find(|mention| mention.kind == EntityType::Ordinal && word_at(sentence, mention) < from + 5)
            .and_then(|mention| view.article.thing(mention).value.parse().ok());
        if place.is_none() && date.is_none() || date.is_none() && ordinal.is_none() {
            continue;
        }
        let past = date.is_none_or(|(_, value)| view.start.is_none_or(|start| value < start.to_string().as_str()));
        if past {
            all.push(pb::PastSummit {
                date: date.map(|(_, value)| value.to_owned()).unwrap_or_default(),
                place: place.map(|mention| view.article.thing(mention).reference.clone()),
                ordinal: ordinal.filter(|ordinal| *ordinal > 1).unwrap_or_default(),
                evidence: vec![view.article.evidence(sentence)],
                confidence: 0.8,
            });
        }
    }
    all
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
