//! Sentences on their way into a paragraph.

use super::Sentence;
use crate::proto as pb;

/// How many sentences a paragraph has where nobody says.
const USUAL: usize = 12;
/// How many pieces of evidence a sentence carries.
const EVIDENCE: usize = 4;

/// What a sentence is about, most important first; also the order they are read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Opening,
    Present,
    Absent,
    Documents,
    Membership,
    Meetings,
    Presidency,
    Statements,
    Programme,
    Background,
    Conflicts,
}

/// Sentences in reading order.
#[derive(Debug, Default)]
pub struct Drafts {
    list: Vec<Draft>,
}

#[derive(Debug)]
struct Draft {
    section: Section,
    text: String,
    evidence: Vec<pb::Evidence>,
}

impl Drafts {
    /// Adds a sentence without its full stop.
    pub fn add<'a>(&mut self, section: Section, text: String, evidence: impl IntoIterator<Item = &'a pb::Evidence>) {
        if text.is_empty() {
            return;
        }
        let mut kept: Vec<pb::Evidence> = Vec::new();
        for piece in evidence {
            if kept.len() == EVIDENCE {
                break;
            }
            if !kept.contains(piece) {
                kept.push(piece.clone());
            }
        }
        self.list.push(Draft { section, text, evidence: kept });
    }

    /// The paragraph. Each section's first sentence goes before any section's second.
    pub fn join(self, language: &'static str, most: usize, sentences: &mut Vec<Sentence>) -> String {
        let most = if most == 0 { USUAL } else { most };
        let mut order: Vec<(usize, Section, usize)> = Vec::with_capacity(self.list.len());
        for (at, draft) in self.list.iter().enumerate() {
            let earlier = self.list[..at].iter().filter(|other| other.section == draft.section).count();
            order.push((earlier, draft.section, at));
        }
        order.sort_unstable();
        let mut keep = vec![false; self.list.len()];
        for &(_, _, at) in order.iter().take(most) {
            keep[at] = true;
        }
        let mut paragraph = String::new();
        for (draft, _) in self.list.into_iter().zip(keep).filter(|(_, keep)| *keep) {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            let start = paragraph.len();
            paragraph.push_str(&draft.text);
            if !draft.text.ends_with('.') {
                paragraph.push('.');
            }
            sentences.push(Sentence { language, span: start..paragraph.len(), evidence: draft.evidence });
        }
        paragraph
    }
}
