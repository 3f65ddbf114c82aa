//! Paragraphs in Arabic and English, rendered from a summit's facts alone.

use std::ops::Range;

use crate::proto as pb;

mod agreement;
mod arabic;
mod clean;
mod conflicts;
mod dates;
mod drafts;
mod english;
mod facts;
mod meetings;
mod related;
#[cfg(test)]
mod tests;

use drafts::Drafts;

/// Both paragraphs, and what each of their sentences rests on.
#[derive(Debug, Default)]
pub struct Prose {
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
    /// Sentences of both, Arabic first, in order.
    pub sentences: Vec<Sentence>,
}

/// One sentence of a paragraph.
#[derive(Debug)]
pub struct Sentence {
    /// `ar` or `en`.
    pub language: &'static str,
    /// Bytes of that paragraph.
    pub span: Range<usize>,
    /// The evidence of the facts it tells.
    pub evidence: Vec<pb::Evidence>,
}

/// Renders both paragraphs, at most `most` sentences each, most important first; 0 leaves the number open.
#[must_use]
pub fn render(summit: &pb::Summit, most: usize) -> Prose {
    let facts = facts::Facts::of(summit);
    let mut prose = Prose::default();
    let mut drafts = Drafts::default();
    arabic::tell(&facts, &mut drafts);
    prose.ar = drafts.join("ar", most, &mut prose.sentences);
    let mut drafts = Drafts::default();
    english::tell(&facts, &mut drafts);
    prose.en = drafts.join("en", most, &mut prose.sentences);
    prose
}
