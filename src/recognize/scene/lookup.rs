//! How a scene is filled: every token's readings and classes, and every name of the gazetteer that begins at it.

use std::cmp::Reverse;

use super::{Hit, Scene, kind};
use crate::gazetteer::names::Node;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::vocabulary::WordId;
use crate::gazetteer::{Form, Meaning, class};
use crate::text::clitics::{self, Reading};
use crate::text::fold::letters::SEEN;
use crate::text::{Gap, TokenKind};

impl Scene<'_, '_> {
    pub(super) fn look_up_words(&mut self) {
        let mut buffer = Vec::new();
        for token in &self.text.tokens {
            self.first_reading.push(self.readings.len() as u32);
            let codes = self.text.codes_of(token);
            match token.kind {
                TokenKind::Word => {
                    let (found, count) = clitics::readings(codes);
                    for reading in &found[..count] {
                        let letters = clitics::letters(codes, *reading, &mut buffer);
                        if let Some(word) = self.gazetteer.vocabulary.get(letters) {
                            self.readings.push((*reading, word));
                        }
                    }
                }
                TokenKind::Latin | TokenKind::Number => {
                    if let Some(word) = self.gazetteer.vocabulary.get(codes) {
                        self.readings.push((Reading { cut: 0, article: false }, word));
                    }
                }
                TokenKind::Punct(_) => {}
            }
        }
        self.first_reading.push(self.readings.len() as u32);
        for at in 0..self.len() {
            let classes = self.gazetteer.classes(self.whole(at));
            let spelled = if classes == 0 { 0 } else { self.spelled(at, classes) };
            self.classes.push(spelled);
        }
    }

    pub(super) fn look_up_names(&mut self) {
        for at in 0..self.len() {
            self.first_hit.push(self.hits.len() as u32);
            let from = self.hits.len();
            for index in self.first_reading[at] as usize..self.first_reading[at + 1] as usize {
                let (reading, word) = self.readings[index];
                self.walk(at, reading, word);
            }
            self.hits[from..].sort_by_key(|hit| (Reverse(hit.last), hit.reading.cut));
            self.begins.push(self.hits[from..].iter().fold(0, |all, hit| all | kind::of(hit.meaning)));
        }
        self.first_hit.push(self.hits.len() as u32);
    }

    fn walk(&mut self, at: usize, reading: Reading, word: WordId) {
        let names = &self.gazetteer.names;
        // «سقوط» is no «س» + «قوط»: the future particle stands before verbs, and no name is one.
        if reading.cut > 0 && self.codes(at)[usize::from(reading.cut) - 1] == SEEN {
            return;
        }
        let Some(mut node) = names.step(Node::ROOT, word) else { return };
        let Some(begin) = self.begin(at, reading) else { return };
        let mut last = at;
        loop {
            for meaning in names.meanings(node) {
                // «يمنى» is no «يمني», but for those who write every final ي without dots.
                // «أودى» is no «أودي».
                let dotted = || match meaning {
                    Meaning::Nisba { shape: Shape::Masculine, .. } => true,
                    Meaning::Entry { id, form: Form::Full, .. } if last == at => self.gazetteer.known(*id).name.ends_with('ي'),
                    _ => false,
                };
                let dotless = !self.egyptian && self.text.raw_of(&self.text.tokens[last]).ends_with('ى') && dotted();
                if dotless {
                    continue;
                }
                // «رئيس «المجلس السياسي الأعلى» في صنعاء»: a name does not go on behind the mark that closes it.
                if last > at && (self.unclosed(at, last).is_some() || self.closes_outside(at, last)) {
                    continue;
                }
                let end = self.closed(at, last);
                self.hits.push(Hit { first: at, last, reading, begin, end, meaning: *meaning });
            }
            let Some(next) = self.next_in_name(last) else { return };
            let Some(step) = self.whole(next).and_then(|word| names.step(node, word)) else { return };
            node = step;
            last = next;
        }
    }

    /// The next token of a name: in the same sentence, over quotation marks and hyphens.
    fn next_in_name(&self, last: usize) -> Option<usize> {
        let mut at = last + 1;
        for _ in 0..3 {
            if !self.continues(at) {
                return None;
            }
            match self.text.tokens[at].kind {
                TokenKind::Punct('"' | '«' | '»' | '“' | '”' | '\'' | '-' | '–' | '‘' | '’') => at += 1,
                // «أ.ف.ب», «و.م.ع»: letters with stops between them.
                TokenKind::Punct('.') if self.lettered(at) => at += 1,
                TokenKind::Punct(_) => return None,
                _ => return Some(at),
            }
        }
        None
    }

    /// Whether a mark that closes quotation stands within tokens and none that opens it before.
    fn closes_outside(&self, first: usize, last: usize) -> bool {
        let mark = (first..last).find(|at| matches!(self.text.tokens[*at].kind, TokenKind::Punct('«' | '“' | '»' | '”')));
        mark.is_some_and(|at| matches!(self.text.tokens[at].kind, TokenKind::Punct('»' | '”')))
    }

    /// Whether a stop stands between two single letters without blanks.
    fn lettered(&self, at: usize) -> bool {
        let letter = |at: usize| self.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.codes == 1);
        at > 0 && letter(at - 1) && letter(at + 1) && self.text.tokens[at].gap == Gap::None && self.text.tokens[at + 1].gap == Gap::None
    }

    /// «لؤى على،», «نجله على، من»: where final ي is written ى, what a mark follows is no preposition but the name.
    fn closes_phrase(&self, at: usize) -> bool {
        self.egyptian && self.continues(at + 1) && self.is_punct(at + 1, &['،', ',', '.', ')', '؛'])
    }

    /// Folding makes «على» and «علي» one word; only the spelling with dots is the name, and no other function word is one.
    pub(super) fn spelled(&self, at: usize, classes: u16) -> u16 {
        const NAMES: u16 = class::GIVEN | class::FAMILY | class::GIVEN_AMBIGUOUS | class::FAMILY_AMBIGUOUS | class::ARABIC_GIVEN;
        // «وإيلي» is no Wylie: with a hamza on it, the second letter begins a word.
        if classes & NAMES != 0 && ["وأ", "وإ", "وآ"].iter().any(|start| self.raw(at).starts_with(start)) {
            return classes & !NAMES;
        }
        const FIRST_NAMES: u16 = class::GIVEN | class::GIVEN_AMBIGUOUS | class::ARABIC_GIVEN | class::FEMALE;
        // «حل سلمي», «جهد بشري» are no «سلمى» and «بشرى».
        let undotted = classes & (class::ARABIC_GIVEN | class::DOTTED) == class::ARABIC_GIVEN
            && self.raw(at).ends_with('ي')
            && (classes & class::COMMON != 0 || self.readings(at).iter().any(|(reading, _)| reading.cut > 0));
        if undotted && classes & class::FUNCTION == 0 {
            classes & !FIRST_NAMES
        } else if classes & class::FUNCTION == 0 {
            classes
        } else if classes & NAMES != 0 && self.raw(at).starts_with('آ') {
            // «آلان» is no «الآن».
            classes & !(class::FUNCTION | class::COMMON)
        } else if self.raw(at) == "منى" && !self.egyptian {
            // «منى» is no «مني».
            class::GIVEN | class::GIVEN_AMBIGUOUS | class::ARABIC_GIVEN | class::FEMALE
        } else if classes & class::GIVEN != 0 && (self.raw(at) == "علي" && !self.dotless || self.raw(at) == "على" && self.closes_phrase(at))
        {
            class::GIVEN | class::GIVEN_AMBIGUOUS | class::ARABIC_GIVEN | class::FAMILY
        } else {
            classes & !NAMES
        }
    }
}
