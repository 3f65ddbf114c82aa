//! A summit's frame in one article: which sentences tell of it, which one it is, whether it was called off. `place` and `days` tell where and when.

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
    // «وكانت ميركل قد التقت هولاند قبل القمة» tells of this one.
    let held = cues::any(&words[..words.len().min(4)], cues::SUMMIT)
        || words.iter().skip(1).take(9).any(|word| {
            cues::is(&word.text, &["عقدت", "انعقدت", "استضافت", "احتضنت", "استضافها", "احتضنتها", "عقد", "انعقد", "زار", "زياره", "اخر"])
        });
    let pluperfect = pluperfect && held;
    let told = cues::any(words, cues::SUMMIT) || cues::any(words, &["الدوره", "الاجتماع", "زياره", "زار", "دورتها"]);
    summit_before
        || pluperfect && told
        || cues::phrase(words, "للمره").is_some_and(|at| words.get(at + 1).is_none_or(|next| next.text != "الاولي"))
        // «واقترح تأسيس مصرف عربي» is to come.
        || !words.first().is_some_and(|word| cues::is(&word.text, cues::SAY) || cues::is(&word.text, &["قرر", "قررت", "اتفق", "اتفقت"])) && cues::any(words, &["تاسس", "تاسست", "انشيت", "انشي", "تاسيس", "تاسيسها", "تاسيسه"])
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

/// Whether a sentence speaks of a summit or a sitting.
#[must_use]
pub fn sits(sentence: &Sentence) -> bool {
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
                let told = if status == pb::SummitStatus::Postponed { cues::postponed(behind) } else { cues::any(behind, list) };
                if told && !negated {
                    return Some((status, sentence));
                }
            }
        }
    }
    None
}
