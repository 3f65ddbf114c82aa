//! What the paragraphs read like.

mod outcome;
mod paragraphs;
mod samples;
mod wording;

use super::{Prose, render};
use crate::proto as pb;

/// What holds of all prose.
fn sound(summit: &pb::Summit, most: usize) -> Prose {
    let prose = render(summit, most);
    for (language, paragraph) in [("ar", &prose.ar), ("en", &prose.en)] {
        let parts: Vec<&str> = prose.sentences.iter().filter(|s| s.language == language).map(|s| &paragraph[s.span.clone()]).collect();
        assert_eq!(parts.join(" "), *paragraph);
        assert!(
            !parts.is_empty() && parts.iter().all(|part| part.ends_with('.') && !part.ends_with("..") && part.trim() == *part),
            "{paragraph}"
        );
        for bad in ["  ", "،،", "، ،", " .", " ،", "()", "\"\"", ",,", " ,", "( ", ";."] {
            assert!(!paragraph.contains(bad), "{bad:?} in {paragraph}");
        }
        if most > 0 {
            assert!(parts.len() <= most, "{paragraph}");
        }
        assert!(parts.len() <= 12.max(most));
    }
    prose
}

fn has(paragraph: &str, part: &str) {
    assert!(paragraph.contains(part), "{part}\nnot in\n{paragraph}");
}
