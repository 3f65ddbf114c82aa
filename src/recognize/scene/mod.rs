//! What rules look at: the tokens of a text with everything the gazetteer says about them.

mod around;
pub mod kind;
mod lookup;

use std::cell::Cell;
use std::collections::HashSet;

use crate::gazetteer::vocabulary::WordId;
use crate::gazetteer::{EntryId, Gazetteer, Meaning, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::{Gap, Text, Token, TokenKind};

use super::lexicon;

/// A name of the gazetteer found in the text, under one reading of its first token.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// First token.
    pub first: usize,
    /// Last token; quotation marks that belong to the name may follow within `end`.
    pub last: usize,
    /// How the first token is read.
    pub reading: Reading,
    /// Raw byte at which the name begins, behind its proclitic.
    pub begin: u32,
    /// Raw byte behind the name, with a closing quotation mark whose opening one stands inside.
    pub end: u32,
    /// What it stands for.
    pub meaning: Meaning,
}

impl Hit {
    /// The token behind the name.
    #[must_use]
    pub fn next(&self) -> usize {
        self.last + 1
    }

    /// How many tokens it takes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.last + 1 - self.first
    }
}

/// A text with its hits.
pub struct Scene<'a, 'g> {
    /// The text.
    pub text: &'a Text<'a>,
    /// The gazetteer.
    pub gazetteer: &'g Gazetteer,
    /// Known readings of all tokens, in token order.
    readings: Vec<(Reading, WordId)>,
    /// Where each token's readings begin in `readings`; one more than tokens.
    first_reading: Vec<u32>,
    /// All hits, by first token, longer before shorter.
    hits: Vec<Hit>,
    first_hit: Vec<u32>,
    /// What begins at each token, a bit each (see [`kind`]): most questions end here.
    begins: Vec<u128>,
    /// See [`Self::classes`].
    classes: Vec<u16>,
    /// Sentence of each token.
    sentence: Vec<u32>,
    /// See [`Self::dotless_final_ya`].
    dotless: bool,
    /// See [`Self::dotless_adjectives`].
    egyptian: bool,
    /// See [`Self::dotted_ta`].
    dotted: bool,
    /// See [`Self::is_sports`], by sentence.
    sports: Vec<bool>,
    /// ISO codes of the countries that are named or whose nisba stands in the text.
    countries: Vec<String>,
    /// ISO codes of the countries of places named in it that are nothing else, these countries included.
    lands: Vec<String>,
    /// Bodies that stand in the text under a whole name of several words.
    wholes: HashSet<EntryId>,
    /// What [`Self::inflected_classes`] found, once it was asked.
    inflected: Vec<Cell<Option<u16>>>,
}

impl<'a, 'g> Scene<'a, 'g> {
    /// Looks up every token and every name.
    #[must_use]
    pub fn new(text: &'a Text<'a>, gazetteer: &'g Gazetteer) -> Self {
        let mut scene = Self {
            text,
            gazetteer,
            readings: Vec::with_capacity(text.tokens.len() * 2),
            first_reading: Vec::with_capacity(text.tokens.len() + 1),
            hits: Vec::with_capacity(text.tokens.len()),
            first_hit: Vec::with_capacity(text.tokens.len() + 1),
            begins: Vec::with_capacity(text.tokens.len()),
            classes: Vec::with_capacity(text.tokens.len()),
            sentence: vec![0; text.tokens.len()],
            egyptian: text.tokens.iter().any(|token| matches!(text.raw_of(token), "فى" | "التى" | "الذى" | "وفى")),
            dotted: text.raw.contains('ة'),
            sports: Vec::new(),
            countries: Vec::new(),
            lands: Vec::new(),
            wholes: HashSet::new(),
            inflected: vec![Cell::new(None); text.tokens.len()],
            dotless: text.tokens.iter().any(|token| matches!(text.raw_of(token), "إلي" | "الي" | "حتي" | "مستوي" | "أخري" | "اخري")),
        };
        for (number, range) in text.sentences.iter().enumerate() {
            scene.sentence[range.start as usize..range.end as usize].fill(number as u32);
        }
        scene.look_up_words();
        scene.look_up_names();
        scene.countries = scene.named_countries();
        scene.lands = scene.named_lands();
        scene.wholes = scene.whole_bodies();
        scene.sports = scene.sport_sentences();
        scene
    }

    /// Whether this text writes final ى as ي («إلي», «حتي»), so that «علي» is mostly the preposition «على».
    #[must_use]
    pub fn dotless_final_ya(&self) -> bool {
        self.dotless
    }

    /// Whether this text writes final ي as ى («فى», «التى»), so that «المصرى» may be an adjective.
    #[must_use]
    pub fn dotless_adjectives(&self) -> bool {
        self.egyptian
    }

    /// Whether this text writes «ة» at all, so that an «ه» at the end is a pronoun.
    #[must_use]
    pub fn dotted_ta(&self) -> bool {
        self.dotted
    }

    /// Number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.tokens.len()
    }

    /// A token; `None` behind the last.
    #[must_use]
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.text.tokens.get(at)
    }

    /// The letter codes of a token.
    #[must_use]
    pub fn codes(&self, at: usize) -> &[u8] {
        self.text.codes_of(&self.text.tokens[at])
    }

    /// The raw text of a token.
    #[must_use]
    pub fn raw(&self, at: usize) -> &'a str {
        self.text.raw_of(&self.text.tokens[at])
    }

    /// The sentence a token stands in.
    #[must_use]
    pub fn sentence(&self, at: usize) -> u32 {
        self.sentence[at]
    }

    /// Whether a token is an Arabic word.
    #[must_use]
    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether a token is one of these marks.
    #[must_use]
    pub fn is_punct(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.token(at), Some(Token { kind: TokenKind::Punct(c), .. }) if marks.contains(c))
    }

    /// Whether a token follows the one before it in the same sentence and line.
    #[must_use]
    pub fn continues(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.text.tokens[at].gap != Gap::Line && self.sentence[at] == self.sentence[at - 1]
    }

    /// Known readings of a token, the whole word first.
    #[must_use]
    pub fn readings(&self, at: usize) -> &[(Reading, WordId)] {
        match (self.first_reading.get(at), self.first_reading.get(at + 1)) {
            (Some(begin), Some(end)) => &self.readings[*begin as usize..*end as usize],
            _ => &[],
        }
    }

    /// The word as a whole, where it is known.
    #[must_use]
    pub fn whole(&self, at: usize) -> Option<WordId> {
        self.readings(at).first().filter(|(reading, _)| reading.cut == 0).map(|(_, word)| *word)
    }

    /// Classes of the word as a whole.
    #[must_use]
    pub fn classes(&self, at: usize) -> u16 {
        self.classes.get(at).copied().unwrap_or_default()
    }

    /// Names that begin at a token, longer ones first.
    #[must_use]
    pub fn hits(&self, at: usize) -> &[Hit] {
        match (self.first_hit.get(at), self.first_hit.get(at + 1)) {
            (Some(begin), Some(end)) => &self.hits[*begin as usize..*end as usize],
            _ => &[],
        }
    }

    /// Names that begin at a token read whole, longer ones first.
    pub fn whole_hits(&self, at: usize) -> impl Iterator<Item = &Hit> {
        self.hits(at).iter().filter(|hit| hit.reading.cut == 0)
    }

    /// Whether any trigger of a class begins at a token.
    #[must_use]
    pub fn triggered(&self, at: usize, class: Trigger) -> bool {
        self.begins(at, kind::trigger(class))
    }

    /// Whether anything of these kinds begins at a token: bits of [`kind`].
    #[must_use]
    pub fn begins(&self, at: usize, kinds: u128) -> bool {
        self.begins.get(at).is_some_and(|begin| begin & kinds != 0)
    }

    /// The longest trigger of a class that begins at a token, proclitics allowed.
    #[must_use]
    pub fn trigger(&self, at: usize, class: Trigger) -> Option<&Hit> {
        self.triggered(at, class).then(|| self.hits(at).iter().find(|hit| hit.meaning == Meaning::Trigger(class))).flatten()
    }

    /// The longest trigger of a class that begins at a token read whole.
    #[must_use]
    pub fn whole_trigger(&self, at: usize, class: Trigger) -> Option<&Hit> {
        self.triggered(at, class).then(|| self.whole_hits(at).find(|hit| hit.meaning == Meaning::Trigger(class))).flatten()
    }

    /// Whether a token is an ordinary word, in any inflection, with or without proclitics and article.
    #[must_use]
    pub fn is_common(&self, at: usize) -> bool {
        self.inflected_classes(at) & class::COMMON != 0
    }

    /// All classes of a token under inflection.
    #[must_use]
    pub fn inflected_classes(&self, at: usize) -> u16 {
        self.inflected[at].get().unwrap_or_else(|| {
            let classes = self.spelled(at, lexicon::classes(self.gazetteer, self.codes(at)));
            self.inflected[at].set(Some(classes));
            classes
        })
    }

    /// How foreign a token's letters look, as a logarithm of odds: see [`crate::gazetteer::letters::Letters::foreign`].
    #[must_use]
    pub fn foreignness(&self, at: usize) -> f32 {
        self.gazetteer.letters.foreign(self.codes(at))
    }

    /// Raw byte at which a reading of a token begins; `None` inside a ligature.
    #[must_use]
    pub fn begin(&self, at: usize, reading: Reading) -> Option<u32> {
        let token = &self.text.tokens[at];
        if reading.cut == 0 { Some(token.begin) } else { self.text.after_letters(token, u32::from(reading.cut)) }
    }

    /// The quotation mark within tokens that neither closes within them nor directly behind them; of plain ones the last of an odd number.
    #[must_use]
    pub fn unclosed(&self, first: usize, last: usize) -> Option<usize> {
        let mut open: Option<(usize, char)> = None;
        for at in first..=last {
            let TokenKind::Punct(mark) = self.text.tokens[at].kind else { continue };
            open = match (mark, open) {
                ('"', Some((_, '"'))) | ('»' | '”', _) => None,
                ('"', None) => Some((at, '"')),
                ('«', _) => Some((at, '»')),
                ('“', _) => Some((at, '”')),
                (_, open) => open,
            };
        }
        open.filter(|(_, close)| !(self.continues(last + 1) && self.is_punct(last + 1, &[*close]))).map(|(at, _)| at)
    }

    /// The end of a name, with the quotation mark that closes one opened inside it.
    #[must_use]
    pub fn closed(&self, first: usize, last: usize) -> u32 {
        let end = self.text.tokens[last].end;
        let mut open = None;
        for token in &self.text.tokens[first..=last] {
            if let TokenKind::Punct(c) = token.kind {
                match (c, open) {
                    ('"', Some('"')) | ('»', _) | ('”', _) => open = None,
                    ('"', _) => open = Some('"'),
                    ('«', _) => open = Some('»'),
                    ('“', _) => open = Some('”'),
                    _ => {}
                }
            }
        }
        match (open, self.token(last + 1)) {
            (Some(mark), Some(token)) if self.continues(last + 1) && token.kind == TokenKind::Punct(mark) => token.end,
            _ => end,
        }
    }
}
