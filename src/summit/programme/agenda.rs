//! What a summit deals with.

use std::ops::Range;

use super::enumeration::{split, strip_and};
use crate::EntityType;
use crate::proto as pb;
use crate::summit::article::{Sentence, Word};
use crate::summit::clause::RELATIVE;
use crate::summit::frame::{self, word_at};
use crate::summit::people::View;
use crate::summit::{cues, quotations};

/// Verbs and nouns of dealing with a matter.
const DEALING: cues::Cues = &[
    "يبحث",
    "تبحث",
    "يناقش",
    "تناقش",
    "سيناقش",
    "ستناقش",
    "سيبحث",
    "ستبحث",
    "بحث",
    "بحثت",
    "بحثوا",
    "ناقش",
    "ناقشت",
    "ناقشوا",
    "يناقشون",
    "يبحثون",
    "سيناقشون",
    "لمناقشه",
    "لبحث",
    "مناقشه",
    "يتناول",
    "تتناول",
    "تناولت",
    "تناول",
    "ستتناول",
    "يستعرض",
    "تستعرض",
    "سيستعرض",
    "تتصدر",
    "يتصدر",
    "وتصدر",
    "تصدر",
    "تصدرت",
    "سيبحثون",
    "وبحث",
    "يتضمن",
    "تركز",
    "يركز",
    "ستركز",
    "تطرقت",
    "تتطرق",
    "تتصدرها",
    "يتصدرها",
    "تتصدره",
    "خصصت",
    "خصص",
    "المخصصه",
    "مخصصه",
];
/// Who deals with it.
const DEALERS: cues::Cues = &[
    "القاده",
    "قاده",
    "المشاركون",
    "المشاركين",
    "زعماء",
    "الزعماء",
    "رؤساء",
    "روساء",
    "الاجتماع",
    "المجتمعون",
    "القمه",
    "الوزراء",
    "الرييسان",
    "الجانبان",
    "الدول",
    "الطرفان",
    "الاعضاء",
    "المداولات",
    "جلسه",
    "الدورة",
];
/// What stands between such a verb and the matter: who deals with it, and where.
const BETWEEN: cues::Cues = &[
    "القمه",
    "القاده",
    "قاده",
    "المشاركون",
    "زعماء",
    "الدول",
    "الاعضاء",
    "جدول",
    "الاعمال",
    "اعمال",
    "القمه",
    "الاجتماع",
    "المجتمعون",
    "روساء",
    "ايضا",
    "كذلك",
    "خلال",
    "الرييسان",
    "الجانبان",
    "اعمالها",
    "في",
    "الطرفان",
    "الوزراء",
    "الزعماء",
    "خلالها",
    "خلاله",
    "الروساء",
    "الوزراء",
    "علي",
    "الملفات",
];

/// What it deals with: the clause behind «يبحث», «جدول الأعمال».
#[must_use]
pub fn agenda(view: &View<'_>) -> Vec<pb::AgendaItem> {
    let mut items = Vec::new();
    for (number, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let words = &sentence.words;
        if let Some(range) = headlined(words).filter(|_| number == 0) {
            items.push(item(view, sentence, strip_and(&view.article.text[range]), 0.7));
        }
        let dealers = cues::any(words, cues::SUMMIT) || cues::any(words, DEALERS);
        // «ثلاثة ملفات: …», «على رأسها: …»: the list behind the colon.
        let matters = listed(view, sentence).filter(|_| dealers).or_else(|| dealt(view, sentence, dealers));
        let Some(matters) = matters else { continue };
        for part in split(&view.article.text[matters.clone()]) {
            let text = &view.article.text[matters.start + part.start..matters.start + part.end];
            if text.split_whitespace().count() >= 2 && items.len() < 12 {
                items.push(item(view, sentence, text, 0.75));
            }
        }
    }
    items
}

fn item(view: &View<'_>, sentence: &Sentence, text: &str, confidence: f32) -> pb::AgendaItem {
    pb::AgendaItem { text: text.to_owned(), evidence: vec![view.article.evidence(sentence)], confidence }
}

/// What stands behind «يبحث القادة …», «على جدول أعمالها …», to the end of the sentence.
fn dealt(view: &View<'_>, sentence: &Sentence, dealers: bool) -> Option<Range<usize>> {
    let words = &sentence.words;
    let agenda =
        cues::phrase(words, "جدول الاعمال").or_else(|| cues::phrase(words, "جدول اعمال")).or_else(|| cues::phrase(words, "جدول اعمالها"));
    let verb = cues::find(words, 0, DEALING);
    let verb = verb.or_else(|| {
        // «ويسعى الأعضاء إلى الاتفاق على …»
        let seek = cues::find(words, 0, &["يسعي", "تسعي", "سيسعي", "ستسعي", "يامل", "يسعون"])?;
        cues::phrase(&words[seek..], "الاتفاق علي").map(|agree| seek + agree + 1)
    });
    let mut at = match (agenda, verb) {
        (Some(agenda), Some(verb)) if verb > agenda => Some(verb),
        (Some(agenda), _) => Some(agenda + 1),
        (None, Some(verb)) if dealers => Some(verb),
        _ => None,
    }?;
    if at > 0 && cues::any(&words[at.saturating_sub(2)..at], cues::NOT) {
        return None;
    }
    // «أقرت أربع وثائق، تتصدرها …» lists documents; what two talk of is theirs.
    let two =
        cues::any(words, &["ثنايي", "الثنايي", "ثناييه", "نظيره", "نظيرته", "البلدين", "لقاء", "لقاءه"]) && !cues::any(words, cues::SUMMIT);
    if cues::any(&words[at.saturating_sub(3)..at], cues::DOCUMENT) || two && agenda.is_none() {
        return None;
    }
    // «وبحثت القمة، التي استمرت يوما، تداعيات …»; «خصصت لبحث …»
    if words.get(at + 1).is_some_and(|word| cues::is(&word.text, &["لبحث", "لمناقشه", "مناقشه", "بحث"])) {
        at += 1;
    }
    // Over the subject: «تبحث القمة …», «يتصدر جدول الأعمال …», «سيناقش زعماء الدول الأعضاء في منظمة …».
    while words.get(at + 1).is_some_and(|word| BETWEEN.contains(&word.text.as_str())) {
        at += 1;
    }
    if words.get(at + 1).is_some_and(|word| RELATIVE.contains(&word.text.as_str())) {
        let close = (at + 2..words.len()).find(|next| view.article.text[words[next - 1].range.end..words[*next].range.start].contains('،'));
        at = close? - 1;
    }
    let inside = view
        .article
        .of(sentence)
        .iter()
        .find(|mention| mention.kind == EntityType::Org && word_at(sentence, mention) == at + 1 && at > 0 && words[at].text == "في");
    if let Some(organization) = inside {
        at = words.partition_point(|word| word.range.end <= organization.range.end).saturating_sub(1);
    }
    let first = words.get(at + 1)?;
    Some(first.range.start..sentence.range.end)
}

/// «قمة المناخ … وتمويل الدول الفقيرة في الصدارة»: what a headline says stands in front.
fn headlined(words: &[Word]) -> Option<Range<usize>> {
    let phrases = ["في الصداره", "علي الطاوله", "في صداره", "في الواجهه"];
    let end = phrases.iter().find_map(|phrase| cues::phrase(words, phrase))?;
    let from = (0..end).rev().find(|at| words[*at].text.starts_with('و') && words[*at].text.chars().count() > 3)?;
    (end > from + 1).then(|| words[from].range.start..words[end - 1].range.end)
}

/// «تركز المداولات على ثلاثة ملفات: …»: what stands behind the colon.
fn listed(view: &View<'_>, sentence: &Sentence) -> Option<Range<usize>> {
    let words = &sentence.words;
    let at = cues::find(words, 0, &["ملفات", "قضايا", "محاور", "بنود", "مواضيع", "موضوعات", "الملفات", "القضايا"])?;
    let from = words[at].range.end;
    let colon = view.article.text[from..sentence.range.end].find(':').map(|colon| from + colon)?;
    // Only a word or two may stand between: «ملفات رئيسية:».
    let near = words[at + 1..].iter().take_while(|word| word.range.end <= colon).count() <= 2;
    let quoted = view.article.text[colon..].trim_start_matches([':', ' ']).starts_with(quotations::OPENING);
    (near && !quoted).then_some(colon + 1..sentence.range.end)
}
