//! A sentence as clauses: where they begin, who is the subject of a verb, and who are its objects.
//!
//! Arabic news puts the verb first and lets the subject go on unsaid: «التقى أ ب أمس، كما أجرى محادثات مع ج». Whoever wants to know who does what needs the
//! clause, what stands between commas in the middle of it, and the subject of the clause before.

mod asides;
mod boundaries;
mod coordination;
mod subjects;
mod verbs;

use std::ops::Range;

use super::actors::{Actor, actors};
use super::article::Sentence;
use super::cues::Cues;
use super::people::View;
use super::quotations::quotations;
use crate::proto as pb;

/// Pronouns that begin a relative clause.
pub const RELATIVE: Cues = &["الذي", "الذى", "التي", "التى", "الذين", "اللذين", "اللذان"];

/// Who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// People, as numbers of the sentence's actors.
    People(Vec<usize>),
    /// Somebody who is no person of a name: «القادة», «مسؤول».
    Other,
    /// Nobody is named.
    Nobody,
}

/// Actors that stand together: «أ وب وج».
#[derive(Clone, Debug)]
pub struct Group {
    /// Numbers of the actors.
    pub people: Vec<usize>,
    /// The word behind the last.
    pub next: usize,
    /// Whether «مع», «ب», «إلى» leads it.
    pub led: bool,
}

/// A sentence read for its clauses.
pub struct Clauses<'v, 'a> {
    /// The article it stands in.
    pub view: &'v View<'a>,
    /// The sentence.
    pub sentence: &'v Sentence,
    /// Who acts in it.
    pub actors: Vec<Actor>,
    /// Of each word the actor it belongs to.
    owner: Vec<Option<usize>>,
    /// Of each word whether it stands in quotation marks.
    quoted: Vec<bool>,
    /// Of each word the text between the word before and it holds a comma or more.
    mark: Vec<bool>,
    /// Words that begin a clause.
    starts: Vec<usize>,
}

impl<'v, 'a> Clauses<'v, 'a> {
    /// Reads a sentence.
    #[must_use]
    pub fn new(view: &'v View<'a>, sentence: &'v Sentence) -> Self {
        let actors = actors(view.article, sentence, view.titles);
        let words = &sentence.words;
        let mut owner = vec![None; words.len() + 1];
        for (number, actor) in actors.iter().enumerate() {
            owner[actor.first..actor.next.min(words.len())].fill(Some(number));
        }
        let mut quoted = vec![false; words.len() + 1];
        for range in quotations(view.article, sentence) {
            let long = view.article.text[range.clone()].split_whitespace().count() > 3;
            for (at, word) in words.iter().enumerate().filter(|_| long) {
                quoted[at] |= range.start <= word.range.start && word.range.end <= range.end;
            }
        }
        let mut mark = vec![false; words.len() + 1];
        for at in 1..words.len() {
            let gap = &view.article.text[words[at - 1].range.end..words[at].range.start];
            mark[at] = gap.contains(['،', ',', '؛', ':', '.', '…', '–', '-']) && !gap.trim().is_empty();
        }
        let mut clauses = Self { view, sentence, actors, owner, quoted, mark, starts: Vec::new() };
        clauses.starts = (0..words.len()).filter(|at| clauses.begins(*at)).collect();
        clauses
    }

    fn word(&self, at: usize) -> &str {
        self.sentence.words.get(at).map_or("", |word| word.text.as_str())
    }

    /// Somebody who acts, by number.
    #[must_use]
    pub fn person(&self, number: usize) -> &pb::EntityRef {
        &self.actors[number].person
    }

    /// The words of the clause that holds a word.
    #[must_use]
    pub fn clause(&self, at: usize) -> Range<usize> {
        let begin = self.starts.iter().copied().rfind(|start| *start <= at).unwrap_or(0);
        let end = self.starts.iter().copied().find(|start| *start > at).unwrap_or(self.sentence.words.len());
        begin..end
    }

    /// Whether a word belongs to somebody's name or title.
    #[must_use]
    pub fn is_name(&self, at: usize) -> bool {
        self.owner[at].is_some()
    }

    /// Whether a word stands in a quotation.
    #[must_use]
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted[at]
    }

    /// Whether a word begins a clause.
    #[must_use]
    pub fn starts_at(&self, at: usize) -> bool {
        self.starts.contains(&at)
    }

    /// Whether a comma, colon or full stop stands before a word.
    #[must_use]
    pub fn is_marked(&self, at: usize) -> bool {
        self.mark[at]
    }
}
