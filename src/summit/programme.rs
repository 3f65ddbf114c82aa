//! What a summit is about: themes, sessions, agenda.

use std::ops::Range;

use super::article::{Article, Sentence, fold, words};
use super::cues;
use super::frame::{self, word_at};
use super::people::View;
use crate::EntityType;
use crate::proto as pb;

const OPENING: [char; 4] = ['"', '«', '“', '„'];

/// Quotations of a sentence: the bytes between the marks.
#[must_use]
pub fn quotations(article: &Article, sentence: &Sentence) -> Vec<Range<usize>> {
    let text = &article.text[sentence.range.clone()];
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            None if OPENING.contains(&c) => open = Some((at + c.len_utf8(), c)),
            Some((begin, mark)) => {
                let closes = matches!((mark, c), ('"', '"') | ('«', '»') | ('“' | '„', '”') | ('“', '"'));
                if closes {
                    found.push(sentence.range.start + begin..sentence.range.start + at);
                    open = None;
                }
            }
            None => {}
        }
    }
    found
}

/// A quotation behind «شعار», «عنوان»; whether it names a sitting or the summit.
fn headed(article: &Article, sentence: &Sentence) -> Vec<(Range<usize>, bool)> {
    let plus =
        sentence.words.iter().any(|word| matches!(word.text.as_str(), "بلس" | "بلاس")) || article.text[sentence.range.clone()].contains('+');
    quotations(article, sentence)
        .into_iter()
        .filter_map(|range| {
            let before = sentence.words.partition_point(|word| word.range.end <= range.start);
            let lead = &sentence.words[before.saturating_sub(3)..before];
            let sitting = lead.iter().any(|word| matches!(word.text.as_str(), "عنوان" | "بعنوان"))
                && (plus || cues::any(&sentence.words[before.saturating_sub(8)..before], &["جلسه", "الجلسه"]));
            cues::any(lead, &["الشعار", "شعار", "شعارها", "شعاره", "عنوان", "بعنوان", "وشعارها", "عنوانها"]).then_some((range, sitting))
        })
        .collect()
}

/// What the summit is held under.
#[must_use]
pub fn themes(view: &View<'_>) -> Vec<pb::Theme> {
    let mut themes = Vec::new();
    for (_, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        for (range, sitting) in headed(view.article, sentence) {
            // The motto of next year's chair is not this summit's.
            let next = cues::any(&sentence.words, &["رياستها", "رياسته", "لرياستها", "لرياسته", "المقبل", "المقبله", "القادم", "القادمه"])
                && !cues::any(&sentence.words, cues::SUMMIT);
            if !sitting && !next {
                themes.push(pb::Theme {
                    text: view.article.text[range].to_owned(),
                    evidence: vec![view.article.evidence(sentence)],
                    confidence: 0.9,
                });
            }
        }
    }
    themes
}

/// The sittings it has.
#[must_use]
pub fn sessions(view: &View<'_>) -> Vec<pb::Session> {
    let mut sessions = Vec::new();
    for (_, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let words = &sentence.words;
        let text = &view.article.text;
        let mut add = |format: pb::SessionFormat, title: String| {
            sessions.push(pb::Session {
                format: format.into(),
                title,
                date: String::new(),
                evidence: vec![view.article.evidence(sentence)],
                confidence: 0.85,
            });
        };
        let nouns: cues::Cues = &[
            "جلسه",
            "الجلسه",
            "بجلسه",
            "جلستين",
            "جلسات",
            "صيغتين",
            "صيغه",
            "اجتماع",
            "الاجتماع",
            "اجتماعين",
            "جلسته",
            "لجلسه",
            "بصيغه",
            "اجتماعا",
            "القمه",
            "لقاء",
            "بلقاء",
            "جلستان",
            "وجلسه",
            "بصيغتين",
        ];
        for at in 0..words.len() {
            let format = match words[at].text.trim_start_matches('و') {
                "مغلقه" | "مغلقا" | "المغلقه" | "مغلق" | "المغلق" | "مصغره" | "المصغره" | "مصغر" | "المصغر" | "ضيقه" | "الضيقه" | "ضيق"
                | "مضيقه" | "مصغرا" | "مقتصره" => pb::SessionFormat::Narrow,
                "علنيه" | "عامه" if at > 0 && cues::is(&words[at - 1].text, &["جلسه", "وجلسه", "افتتاحيه", "بجلسه"]) => {
                    pb::SessionFormat::Unspecified
                }
                "موسعه" | "الموسعه" | "موسع" | "الموسع" | "موسعا" => pb::SessionFormat::Expanded,
                // «تحالف أوبك بلس» is a body's name.
                "بلس" | "بلاس" if !in_name(view, sentence, at) => pb::SessionFormat::Plus,
                _ => continue,
            };
            let noun = (at.saturating_sub(4)..at).rev().find(|noun| cues::is(&words[*noun].text, nouns));
            if format == pb::SessionFormat::Plus {
                let first = at.saturating_sub(1);
                add(format, text[words[first].range.start..words[at].range.end].to_owned());
            } else if let Some(noun) = noun.filter(|noun| {
                // «قمة موسعة» in a headline is the summit itself.
                !cues::is(&words[*noun].text, &["القمه"]) || cues::any(words, &["انطلاق"])
            }) {
                let near = at - noun <= 1 || format == pb::SessionFormat::Unspecified;
                let first = if near { noun } else { at };
                let from = words[first].range.start;
                // «جلسة ضيقة النطاق», «جلسة عامة ختامية»
                let tail = words.get(at + 1).filter(|next| {
                    let more = matches!(next.text.as_str(), "النطاق" | "ختاميه" | "افتتاحيه" | "علنيه");
                    more && text[words[at].range.end..next.range.start].trim().is_empty()
                });
                let end = tail.map_or(words[at].range.end, |next| next.range.end);
                let mut title = &text[from..end];
                // «بجلسة», «وبلقاء»: what is joined to the noun, but not the noun's own lam.
                while let Some(rest) = title.strip_prefix(['و', 'ب', 'ل']).filter(|_| !title.starts_with("لقاء")) {
                    title = rest;
                }
                add(format, title.to_owned());
            }
        }
        for (range, sitting) in headed(view.article, sentence) {
            if sitting {
                let plus = text[sentence.range.clone()].contains('+') || cues::any(words, &["بلس", "بلاس"]);
                add(if plus { pb::SessionFormat::Plus } else { pb::SessionFormat::Unspecified }, text[range].to_owned());
            }
        }
    }
    sessions
}

fn in_name(view: &View<'_>, sentence: &Sentence, at: usize) -> bool {
    let word = &sentence.words[at].range;
    view.article.of(sentence).iter().any(|mention| {
        let holds = mention.range.start <= word.start && word.end <= mention.range.end;
        mention.kind == EntityType::Org && holds && view.article.thing(mention).reference.entity_id == view.organizer
    })
}

/// What it deals with: the clause behind «يبحث», «جدول الأعمال».
#[must_use]
pub fn agenda(view: &View<'_>) -> Vec<pb::AgendaItem> {
    let verbs: cues::Cues = &[
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
    let mut items = Vec::new();
    for (number, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let words = &sentence.words;
        if let Some(range) = headlined(words).filter(|_| number == 0) {
            let text = strip_and(&view.article.text[range]).to_owned();
            items.push(pb::AgendaItem { text, evidence: vec![view.article.evidence(sentence)], confidence: 0.7 });
        }
        let agenda = cues::phrase(words, "جدول الاعمال")
            .or_else(|| cues::phrase(words, "جدول اعمال"))
            .or_else(|| cues::phrase(words, "جدول اعمالها"));
        let verb = cues::find(words, 0, verbs);
        let subject = cues::any(words, cues::SUMMIT)
            || cues::any(
                words,
                &[
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
                ],
            );
        // «ثلاثة ملفات: …», «على رأسها: …»: the list behind the colon.
        if let Some(range) = listed(view, sentence).filter(|_| subject) {
            for part in split(&view.article.text[range.clone()]) {
                let text = &view.article.text[range.start + part.start..range.start + part.end];
                if text.split_whitespace().count() >= 2 && items.len() < 12 {
                    items.push(pb::AgendaItem { text: text.to_owned(), evidence: vec![view.article.evidence(sentence)], confidence: 0.75 });
                }
            }
            continue;
        }
        let verb = verb.or_else(|| {
            // «ويسعى الأعضاء إلى الاتفاق على …»
            let seek = cues::find(words, 0, &["يسعي", "تسعي", "سيسعي", "ستسعي", "يامل", "يسعون"])?;
            cues::phrase(&words[seek..], "الاتفاق علي").map(|agree| seek + agree + 1)
        });
        let Some(mut at) = (match (agenda, verb) {
            (Some(agenda), Some(verb)) if verb > agenda => Some(verb),
            (Some(agenda), _) => Some(agenda + 1),
            (None, Some(verb)) if subject => Some(verb),
            _ => None,
        }) else {
            continue;
        };
        if at > 0 && cues::any(&words[at.saturating_sub(2)..at], cues::NOT) {
            continue;
        }
        // «أقرت أربع وثائق، تتصدرها …» lists documents; what two talk of is theirs.
        let two = cues::any(words, &["ثنايي", "الثنايي", "ثناييه", "نظيره", "نظيرته", "البلدين", "لقاء", "لقاءه"])
            && !cues::any(words, cues::SUMMIT);
        if cues::any(&words[at.saturating_sub(3)..at], cues::DOCUMENT) || two && agenda.is_none() {
            continue;
        }
        // «وبحثت القمة، التي استمرت يوما، تداعيات …»; «خصصت لبحث …»
        if words.get(at + 1).is_some_and(|word| cues::is(&word.text, &["لبحث", "لمناقشه", "مناقشه", "بحث"])) {
            at += 1;
        }
        // Over the subject: «تبحث القمة …», «يتصدر جدول الأعمال …», «سيناقش زعماء الدول الأعضاء في منظمة …».
        let skip = [
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
        while words.get(at + 1).is_some_and(|word| skip.contains(&word.text.as_str())) {
            at += 1;
        }
        if words.get(at + 1).is_some_and(|word| super::clause::RELATIVE.contains(&word.text.as_str())) {
            let close =
                (at + 2..words.len()).find(|next| view.article.text[words[next - 1].range.end..words[*next].range.start].contains('،'));
            let Some(close) = close else { continue };
            at = close - 1;
        }
        let inside =
            view.article.of(sentence).iter().find(|mention| {
                mention.kind == EntityType::Org && word_at(sentence, mention) == at + 1 && at > 0 && words[at].text == "في"
            });
        if let Some(organization) = inside {
            at = words.partition_point(|word| word.range.end <= organization.range.end).saturating_sub(1);
        }
        let Some(first) = words.get(at + 1) else { continue };
        let stretch = &view.article.text[first.range.start..sentence.range.end];
        for part in split(stretch) {
            let begin = first.range.start + part.start;
            let text = &view.article.text[begin..first.range.start + part.end];
            if text.split_whitespace().count() >= 2 && items.len() < 12 {
                items.push(pb::AgendaItem { text: text.to_owned(), evidence: vec![view.article.evidence(sentence)], confidence: 0.75 });
            }
        }
    }
    items
}

/// «قمة المناخ … وتمويل الدول الفقيرة في الصدارة»: what a headline says stands in front.
fn headlined(words: &[super::article::Word]) -> Option<Range<usize>> {
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
    let quoted = view.article.text[colon..].trim_start_matches([':', ' ']).starts_with(OPENING);
    (near && !quoted).then_some(colon + 1..sentence.range.end)
}

/// The parts of an enumeration: at commas, at the end of the clause; a leading «و» and marks are left off.
fn split(text: &str) -> Vec<Range<usize>> {
    let end = text.find(['.', '؛', ';', '\n', ':']).unwrap_or(text.len());
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, c) in text[..end].char_indices().filter(|(_, c)| matches!(c, '،' | ',')).chain([(end, '،')]) {
        let part = &text[from..at];
        let head = strip_and(part.trim_start());
        let begin = at - head.len();
        let tail = part.trim_end().len();
        let stop = from + tail;
        let clause = [
            "خلال",
            "موكدا",
            "مضيفا",
            "مشيرا",
            "قال",
            "قالت",
            "وذلك",
            "بحسب",
            "وفق",
            "في حين",
            "بعد",
            "علي هامش",
            "فيما",
            "بينما",
            "حيث",
            "قبل ان",
            "على ان",
            "علي ان",
            "كما",
            "غير ان",
        ]
        .iter()
        .any(|word| fold(head.trim()).starts_with(word));
        if clause || is_clause(part.trim_start()) {
            break;
        }
        if begin < stop {
            let skipped = text[begin..stop].len() - text[begin..stop].trim_start().len();
            parts.push(begin + skipped..stop);
        }
        from = at + c.len_utf8();
    }
    parts
}

/// Cuts «و» off before a part of a list, not off a word that begins with it: «وضع», «وقف».
fn strip_and(part: &str) -> &str {
    const ROOTED: [&str; 18] = [
        "وضع",
        "وقف",
        "وقوع",
        "وحده",
        "وصول",
        "واقع",
        "ورقه",
        "وثيقه",
        "وساطه",
        "وزراء",
        "وزير",
        "ولايه",
        "وكاله",
        "وقعوا",
        "وجود",
        "وسائل",
        "وسايل",
        "وضعيه",
    ];
    let first = fold(part.split_whitespace().next().unwrap_or_default());
    if ROOTED.contains(&first.as_str()) { part } else { part.strip_prefix('و').unwrap_or(part) }
}

/// Whether a part of a list is a clause with a verb of several: «ووقعوا …», «وأرجأوا …».
fn is_clause(part: &str) -> bool {
    let first = fold(part.split_whitespace().next().unwrap_or_default());
    first.chars().count() > 4 && (first.ends_with("وا") || first.ends_with("عها") && first.starts_with('و'))
}

/// The words of a name, for comparing.
#[must_use]
pub fn folded(text: &str) -> String {
    words(text, 0).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}
