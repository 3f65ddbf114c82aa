//! The motto a summit is held under.

use super::headed;
use crate::proto as pb;
use crate::summit::people::View;
use crate::summit::{cues, frame};

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
