//! The sittings a summit has.

use super::headed;
use crate::EntityType;
use crate::proto as pb;
use crate::summit::article::Sentence;
use crate::summit::people::View;
use crate::summit::{cues, frame};

/// Nouns of sittings.
const NOUNS: cues::Cues = &[
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
            let noun = (at.saturating_sub(4)..at).rev().find(|noun| cues::is(&words[*noun].text, NOUNS));
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

/// Whether a word belongs to the name of the organiser.
fn in_name(view: &View<'_>, sentence: &Sentence, at: usize) -> bool {
    let word = &sentence.words[at].range;
    view.article.of(sentence).iter().any(|mention| {
        let holds = mention.range.start <= word.start && word.end <= mention.range.end;
        mention.kind == EntityType::Org && holds && view.article.thing(mention).reference.entity_id == view.organizer
    })
}
