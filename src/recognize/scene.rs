//! What rules look at: the tokens of a text with everything the gazetteer says about them.

use std::cell::Cell;
use std::collections::HashSet;

use crate::entity_type::EntityType;
use crate::gazetteer::names::Node;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::vocabulary::WordId;
use crate::gazetteer::{EntryId, Form, Gazetteer, Meaning, Trigger, class};
use crate::text::clitics::{self, Reading};
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
    /// Classes of the triggers that begin at each token, a bit each: most questions end here.
    triggers: Vec<u128>,
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
            triggers: Vec::with_capacity(text.tokens.len()),
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

    /// Whether the text around a token is about sport, so that «ليفربول» and «الأهلي» are clubs there.
    #[must_use]
    pub fn is_sports(&self, at: usize) -> bool {
        self.sports.get(self.sentence[at] as usize).copied().unwrap_or_default()
    }

    /// The sentences that are about sport: one word of it in sixty, over two sentences before and behind.
    fn sport_sentences(&self) -> Vec<bool> {
        const AROUND: usize = 2;
        let sentences = &self.text.sentences;
        let words = |range: &std::ops::Range<u32>| {
            (range.start as usize..range.end as usize).filter(|at| self.trigger(*at, Trigger::Sport).is_some()).count()
        };
        let counts: Vec<usize> = sentences.iter().map(words).collect();
        (0..sentences.len())
            .map(|at| {
                let window = at.saturating_sub(AROUND)..(at + AROUND + 1).min(sentences.len());
                let tokens = sentences[window.end - 1].end as usize - sentences[window.start].start as usize;
                let found: usize = counts[window].iter().sum();
                found >= 2 && found * 60 > tokens
            })
            .collect()
    }

    /// Whether a country is named in this text, or its nisba used.
    #[must_use]
    pub fn mentions_country(&self, code: &str) -> bool {
        self.countries.iter().any(|known| known == code)
    }

    /// Whether a country, its nisba or a place in it that is nothing else stands in this text.
    #[must_use]
    pub fn speaks_of(&self, code: &str) -> bool {
        self.lands.iter().any(|known| known == code)
    }

    /// Whether a country or a place in it is named, its nisba aside.
    #[must_use]
    pub fn names_place_of(&self, code: &str) -> bool {
        self.hits.iter().any(|hit| {
            matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. }
                if self.gazetteer.known(id).country == code && matches!(self.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc))
                && !self.hits(hit.first).iter().any(|other| matches!(other.meaning, Meaning::Nisba { .. }))
        })
    }

    fn named_lands(&self) -> Vec<String> {
        let mut codes = self.countries.clone();
        for hit in &self.hits {
            let Meaning::Entry { id, form: Form::Full, ambiguous: false } = hit.meaning else { continue };
            let known = self.gazetteer.known(id);
            let place = matches!(known.kind, EntityType::Gpe | EntityType::Loc) && !known.country.is_empty();
            if place && !codes.contains(&known.country) && self.classes(hit.first) & (class::COMMON | class::GIVEN | class::FAMILY) == 0 {
                codes.push(known.country.clone());
            }
        }
        codes
    }

    /// Whether a body's whole name, of several words, stands somewhere in the text: «حركة حماس», «قناة الجزيرة».
    #[must_use]
    pub fn names_whole(&self, id: EntryId) -> bool {
        self.wholes.contains(&id)
    }

    fn whole_bodies(&self) -> HashSet<EntryId> {
        let whole = |hit: &Hit| match hit.meaning {
            Meaning::Entry { id, form: Form::Full, ambiguous: false }
                if hit.len() > 1 && self.gazetteer.known(id).kind == EntityType::Org =>
            {
                Some(id)
            }
            _ => None,
        };
        self.hits.iter().filter_map(whole).collect()
    }

    fn named_countries(&self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for hit in &self.hits {
            let id = match hit.meaning {
                Meaning::Nisba { id, .. } => id,
                Meaning::Entry { id, .. } if self.gazetteer.known(id).subtype == "country" => id,
                _ => continue,
            };
            let code = &self.gazetteer.known(id).country;
            if !code.is_empty() && !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        codes
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
        self.spelled(at, self.gazetteer.classes(self.whole(at)))
    }

    /// Folding makes «على» and «علي» one word; only the spelling with dots is the name, and no other function word is one.
    fn spelled(&self, at: usize, classes: u16) -> u16 {
        const NAMES: u16 = class::GIVEN | class::FAMILY | class::GIVEN_AMBIGUOUS | class::FAMILY_AMBIGUOUS | class::ARABIC_GIVEN;
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
        } else if classes & class::GIVEN != 0 && self.raw(at) == "علي" && !self.dotless {
            class::GIVEN | class::GIVEN_AMBIGUOUS | class::ARABIC_GIVEN | class::FAMILY
        } else {
            classes & !NAMES
        }
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
        self.triggers.get(at).is_some_and(|classes| classes & 1 << class as u8 != 0)
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
        let known = self.inflected[at].get();
        let classes = known.unwrap_or_else(|| lexicon::classes(self.gazetteer, self.codes(at)));
        self.inflected[at].set(Some(classes));
        self.spelled(at, classes)
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

    fn look_up_words(&mut self) {
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
    }

    fn look_up_names(&mut self) {
        for at in 0..self.len() {
            self.first_hit.push(self.hits.len() as u32);
            let from = self.hits.len();
            for index in self.first_reading[at] as usize..self.first_reading[at + 1] as usize {
                let (reading, word) = self.readings[index];
                self.walk(at, reading, word);
            }
            self.hits[from..].sort_by_key(|hit| (std::cmp::Reverse(hit.last), hit.reading.cut));
            let classes = self.hits[from..].iter().map(|hit| match hit.meaning {
                Meaning::Trigger(class) => 1_u128 << class as u8,
                _ => 0,
            });
            self.triggers.push(classes.fold(0, |all, one| all | one));
        }
        self.first_hit.push(self.hits.len() as u32);
    }

    fn walk(&mut self, at: usize, reading: Reading, word: WordId) {
        let names = &self.gazetteer.names;
        let Some(mut node) = names.step(Node::ROOT, word) else { return };
        let Some(begin) = self.begin(at, reading) else { return };
        let mut last = at;
        loop {
            for meaning in names.meanings(node) {
                // «يمنى» is no «يمني», but for those who write every final ي without dots.
                let dotless = matches!(meaning, Meaning::Nisba { shape: Shape::Masculine, .. })
                    && !self.egyptian
                    && self.text.raw_of(&self.text.tokens[last]).ends_with('ى');
                if dotless {
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

    /// Whether a stop stands between two single letters without blanks.
    fn lettered(&self, at: usize) -> bool {
        let letter = |at: usize| self.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.codes == 1);
        at > 0 && letter(at - 1) && letter(at + 1) && self.text.tokens[at].gap == Gap::None && self.text.tokens[at + 1].gap == Gap::None
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
