//! Candidate mentions: what rules propose and `resolve` chooses from.

use super::scene::{Hit, Scene};
use crate::analysis::{MentionKind, Value};
use crate::entity_type::EntityType;
use crate::gazetteer::EntryId;
use crate::text::clitics::Reading;

/// What found a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A name of the gazetteer.
    Known(EntryId),
    /// A rule, by its stable name `FAMILY.NAME`.
    Rule(&'static str),
    /// A name of the caller's own.
    Custom(usize),
}

/// Which entity a candidate refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// One of the gazetteer.
    Known(EntryId),
    /// One of the caller's own.
    Custom(usize),
    /// One known only by this key: candidates with the same key and type are one entity.
    Local(String),
    /// Its own text decides.
    Text,
}

/// One proposed mention.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// Raw byte at which it begins, behind any proclitic.
    pub begin: u32,
    /// Raw byte behind it.
    pub end: u32,
    /// Type.
    pub kind: EntityType,
    /// How it refers.
    pub form: MentionKind,
    /// How likely type and span are right, 0 to 1; also what decides among overlapping candidates, together with length.
    pub score: f32,
    /// What found it.
    pub source: Source,
    /// What it refers to.
    pub link: Link,
    /// Its value, for dates and numbers.
    pub value: Option<Value>,
    /// Whether its article was swallowed by «لل», so that its name begins with «ال» although its span does not.
    pub article: bool,
}

impl Candidate {
    /// A candidate over a hit of the gazetteer.
    #[must_use]
    pub fn over(hit: &Hit, kind: EntityType, score: f32, source: Source) -> Self {
        Self {
            first: hit.first,
            last: hit.last,
            begin: hit.begin,
            end: hit.end,
            kind,
            form: MentionKind::Proper,
            score,
            source,
            link: Link::Text,
            value: None,
            article: hit.reading.article,
        }
    }

    /// A candidate over tokens, the first under a reading; `None` where the reading cuts a ligature.
    #[must_use]
    pub fn spanning(
        scene: &Scene<'_, '_>,
        first: usize,
        reading: Reading,
        last: usize,
        kind: EntityType,
        score: f32,
        rule: &'static str,
    ) -> Option<Self> {
        // «مدرب «دانة سيهات»»: what would end within quotation marks ends before them.
        let last = scene.unclosed(first, last).map_or(last, |open| open - 1);
        if last < first {
            return None;
        }
        Some(Self {
            first,
            last,
            begin: scene.begin(first, reading)?,
            end: scene.closed(first, last),
            kind,
            form: MentionKind::Proper,
            score,
            source: Source::Rule(rule),
            link: Link::Text,
            value: None,
            article: reading.article,
        })
    }

    /// The same candidate referring to `link`.
    #[must_use]
    pub fn linked(mut self, link: Link) -> Self {
        self.link = link;
        self
    }

    /// The same candidate with a value.
    #[must_use]
    pub fn valued(mut self, value: Value) -> Self {
        self.value = Some(value);
        self
    }

    /// The same candidate referring in another way.
    #[must_use]
    pub fn referring(mut self, form: MentionKind) -> Self {
        self.form = form;
        self
    }

    /// Its text as a name of its own: white space folded, a swallowed article written out.
    #[must_use]
    pub fn name(&self, scene: &Scene<'_, '_>) -> String {
        let text = scene.text.raw[self.begin as usize..self.end as usize].split_whitespace().collect::<Vec<_>>().join(" ");
        if self.article { format!("ا{text}") } else { text }
    }

    /// Whether the other lies within this one, both being different spans.
    #[must_use]
    pub fn encloses(&self, other: &Self) -> bool {
        self.begin <= other.begin && other.end <= self.end && (self.begin, self.end) != (other.begin, other.end)
    }

    /// Whether they share a byte.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.begin < other.end && other.begin < self.end
    }
}
