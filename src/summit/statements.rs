//! What was said: quotations with their speakers, and speech that is reported.

use super::actors::{Actor, actors};
use super::people::View;
use super::programme::quotations;
use super::{cues, frame};
use crate::proto as pb;

/// Every statement of an article.
#[must_use]
pub fn statements(view: &View<'_>) -> Vec<pb::Statement> {
    let mut all = Vec::new();
    let mut last: Option<pb::EntityRef> = None;
    for (_, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let actors = actors(view.article, sentence, view.titles);
        let words = &sentence.words;
        let mut spoke = None;
        let mut quoted_from = usize::MAX;
        for range in quotations(view.article, sentence) {
            let at = words.partition_point(|word| word.range.end <= range.start);
            let quote = &view.article.text[range.clone()];
            let verb = (0..at).rev().find(|word| cues::is(&words[*word].text, cues::SAY));
            let Some(verb) = verb else { continue };
            // A name in quotation marks is no statement; a motto is a theme.
            let short = quote.split_whitespace().count() < 3;
            let motto = cues::any(&words[at.saturating_sub(3)..at], &["شعار", "عنوان", "بعنوان", "منظمه", "قمه", "مجموعه", "اعلان", "مركز"]);
            if short || motto {
                continue;
            }
            let Some(speaker) =
                speaker(words, &actors, verb, at).or_else(|| spoke.clone()).or_else(|| bare(words, verb).then(|| last.clone()).flatten())
            else {
                continue;
            };
            all.push(pb::Statement {
                speaker: Some(speaker.clone()),
                quote: quote.to_owned(),
                evidence: vec![view.article.evidence(sentence)],
                confidence: 0.85,
                reported: false,
            });
            quoted_from = quoted_from.min(at);
            spoke = Some(speaker.clone());
            last = Some(speaker);
        }
        // «قال فلان إن …»: reported, where nothing of it is quoted.
        let mut from = 0;
        while let Some(verb) = cues::find(words, from, cues::SAY) {
            from = verb + 1;
            let that = (verb + 1..words.len().min(verb + 22)).find(|at| {
                matches!(words[*at].text.as_str(), "ان" | "انه" | "انها" | "بان" | "انهم" | "بانه" | "بانها" | "من" | "الي" | "علي")
            });
            let Some(that) = that else { continue };
            if quoted_from != usize::MAX
                && that <= quoted_from
                && quoted_from < that + 40
                && quotations(view.article, sentence).iter().any(|range| range.len() > 40)
            {
                continue;
            }
            if matches!(words[that].text.as_str(), "من" | "الي" | "علي")
                && !cues::is(&words[verb].text, &["حذر", "حذرت", "محذرا", "دعا", "دعت", "شدد", "شددت", "اكد", "اشار", "اشارت"])
            {
                continue;
            }
            let Some(speaker) = speaker(words, &actors, verb, that).or_else(|| (verb == 0 && that <= 2).then(|| last.clone()).flatten())
            else {
                continue;
            };
            let Some(first) = words.get(that + 1) else { continue };
            // The clause ends where another speaker begins.
            let stretch = &view.article.text[first.range.start..sentence.range.end];
            let end = ["، فيما", "، بينما", "، وقال", "، وأضاف", "؛", "، كما أكد", "، وأكد"]
                .iter()
                .filter_map(|mark| stretch.find(mark))
                .min()
                .unwrap_or(stretch.len());
            let quote = stretch[..end].trim_end_matches(['.', '،', ' ', '\n', '»', '"']);
            if quote.split_whitespace().count() >= 3 {
                all.push(pb::Statement {
                    speaker: Some(speaker.clone()),
                    quote: quote.to_owned(),
                    evidence: vec![view.article.evidence(sentence)],
                    confidence: 0.75,
                    reported: true,
                });
            }
            last = Some(speaker);
            from = that + 1;
        }
    }
    all
}

/// Who says it: the first who stands between the verb and what is said, else who stands directly before the verb.
fn speaker(words: &[super::article::Word], actors: &[Actor], verb: usize, said: usize) -> Option<pb::EntityRef> {
    const PARTICIPLES: cues::Cues = &[
        "مضيفا",
        "مضيفه",
        "قايلا",
        "قائلا",
        "قايله",
        "قائله",
        "موكدا",
        "مؤكدا",
        "موكده",
        "مشيرا",
        "مشيره",
        "مشددا",
        "محذرا",
        "داعيا",
        "نافيا",
        "معتبرا",
        "لافتا",
        "موضحا",
    ];
    // «قال مسؤول في رئاسة …»: who is not named is nobody.
    let anonymous: cues::Cues = &[
        "مسوول",
        "مصدر",
        "دبلوماسي",
        "دبلوماسيون",
        "متحدث",
        "ناطق",
        "مصادر",
        "مسوولون",
        "بيان",
        "تقرير",
        "خبير",
        "محللون",
        "مراقبون",
        "صحيفه",
        "دبلوماسيين",
    ];
    if words.get(verb + 1).is_some_and(|word| cues::is(&word.text, anonymous)) {
        return None;
    }
    let between = actors.iter().find(|actor| actor.first > verb && actor.first < said);
    // «استقبل فلان علانا، مضيفا: …»: a participle goes on with the subject of the sentence.
    if between.is_none() && cues::is(&words[verb].text, PARTICIPLES) {
        // Behind «فيما», «بينما» somebody else has spoken.
        let since = (0..verb).rev().find(|at| cues::is(&words[*at].text, &["فيما", "بينما", "حين", "لكن", "غير"])).unwrap_or(0);
        return actors.iter().find(|actor| actor.first >= since && actor.first < verb).map(|actor| actor.person.clone());
    }
    let before = || actors.iter().rev().find(|actor| actor.next <= verb && verb - actor.next <= 3);
    between.or_else(before).map(|actor| actor.person.clone())
}

/// «وأضاف: …»: a verb with nobody behind it goes on with who spoke last.
fn bare(words: &[super::article::Word], verb: usize) -> bool {
    verb <= 1 && cues::is(&words[verb].text, &["اضاف", "اضافت", "تابع", "تابعت", "قال", "قالت", "اوضح", "اوضحت", "ختم", "زاد"])
}
