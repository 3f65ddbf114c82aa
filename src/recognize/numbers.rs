//! Numbers in digits and in words: «24», «3.4 مليارات», «أربع», «ثلاثة آلاف ومئتين», «خمسة وعشرين مليونا».

use super::scene::Scene;
use crate::gazetteer::{Meaning, NumberWord};
use crate::text::TokenKind;
use crate::text::clitics::Reading;
use crate::text::fold::starts;

/// A number in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// First token.
    pub first: usize,
    /// How the first token is read.
    pub reading: Reading,
    /// Last token.
    pub last: usize,
    /// Decimal digits, `.` as separator.
    pub decimal: String,
    /// Whether it is digits alone, without scale words.
    pub plain_digits: bool,
    /// Whether its first word carries the article: «الثلاثة».
    pub definite: bool,
}

/// The number that begins at a token.
#[must_use]
pub fn parse(scene: &Scene<'_, '_>, at: usize) -> Option<Number> {
    let token = scene.token(at)?;
    if token.kind == TokenKind::Number { digits(scene, at) } else { words(scene, at) }
}

fn digits(scene: &Scene<'_, '_>, at: usize) -> Option<Number> {
    let whole = Reading { cut: 0, article: false };
    let mut value = Decimal::read(scene.codes(at))?;
    let mut last = at;
    let mut plain_digits = true;
    while let Some(scale) = scale_at(scene, last + 1) {
        value.scale(scale.0)?;
        last = scale.1;
        plain_digits = false;
    }
    // «41 ألفا و200», «3 ملايين و500 ألف»: what is smaller than the scale is added.
    if !plain_digits && let Some((rest, end)) = remainder(scene, last) {
        value = Decimal { digits: value.plus(rest)?, fraction: 0 };
        last = end;
    }
    Some(Number { first: at, reading: whole, last, decimal: value.to_string(), plain_digits, definite: false })
}

/// «و200», «و500 ألف» behind a scale word that is greater: its value and last token.
fn remainder(scene: &Scene<'_, '_>, scale: usize) -> Option<(u64, usize)> {
    let (least, _) = scale_at(scene, scale)?;
    let and = scale + 1;
    let joined = scene.continues(and) && scene.raw(and) == "و";
    let number = joined.then(|| scene.token(and + 1)).flatten().filter(|token| token.kind == TokenKind::Number)?;
    let mut rest: u64 = std::str::from_utf8(scene.text.codes_of(number)).ok()?.parse().ok()?;
    let mut last = and + 1;
    while let Some((scale, end)) = scale_at(scene, last + 1) {
        rest = rest.checked_mul(scale)?;
        last = end;
    }
    (rest > 0 && rest < least).then_some((rest, last))
}

fn scale_at(scene: &Scene<'_, '_>, at: usize) -> Option<(u64, usize)> {
    if !scene.continues(at) {
        return None;
    }
    scene.whole_hits(at).find_map(|hit| match hit.meaning {
        Meaning::Number(NumberWord::Scale(scale)) => Some((scale, hit.last)),
        _ => None,
    })
}

/// A run of number words: terms joined by «و», each scale multiplying what stands since the scale before.
fn words(scene: &Scene<'_, '_>, at: usize) -> Option<Number> {
    let (first_word, reading, mut last) = word_at(scene, at, false)?;
    let definite = starts(&scene.codes(at)[reading.cut as usize..], "ال") && !matches!(first_word, NumberWord::Scale(1000));
    let mut total: u64 = 0;
    let mut group: u64 = 0;
    let mut word = first_word;
    loop {
        match word {
            NumberWord::Unit(value) | NumberWord::Tens(value) => group += u64::from(value),
            NumberWord::Hundreds(value) => group += u64::from(value),
            NumberWord::Dual(value) => total = total.checked_add(value)?,
            NumberWord::Scale(scale) => {
                total = total.checked_add(group.max(1).checked_mul(scale)?)?;
                group = 0;
            }
        }
        let Some((next, next_last)) = next_word(scene, last + 1, word) else { break };
        word = next;
        last = next_last;
    }
    // «مليون و200 ألف».
    if group == 0
        && matches!(word, NumberWord::Scale(_))
        && let Some((rest, end)) = remainder(scene, last)
    {
        total = total.checked_add(rest)?;
        last = end;
    }
    let decimal = total.checked_add(group)?.to_string();
    Some(Number { first: at, reading, last, decimal, plain_digits: false, definite })
}

/// The next term: a scale directly behind («أربعة آلاف»), or any term behind «و» («مئة وخمسة»).
fn next_word(scene: &Scene<'_, '_>, at: usize, before: NumberWord) -> Option<(NumberWord, usize)> {
    if !scene.continues(at) {
        return None;
    }
    if let Some((scale, last)) = scale_at(scene, at) {
        return Some((NumberWord::Scale(scale), last));
    }
    if let NumberWord::Unit(_) = before
        && let Some((word @ NumberWord::Hundreds(100), reading, last)) = word_at(scene, at, false)
        && reading.cut == 0
    {
        return Some((word, last));
    }
    let (word, reading, last) = word_at(scene, at, true)?;
    // «ثلاثة وأربعة» are two numbers: after a unit only tens follow.
    let joins = matches!(
        (before, word),
        (NumberWord::Unit(_), NumberWord::Tens(_))
            | (NumberWord::Scale(_) | NumberWord::Dual(_), _)
            | (NumberWord::Hundreds(_), NumberWord::Unit(_) | NumberWord::Tens(_))
    );
    (reading.cut == 1 && joins).then_some((word, last))
}

fn word_at(scene: &Scene<'_, '_>, at: usize, joined: bool) -> Option<(NumberWord, Reading, usize)> {
    scene.hits(at).iter().find_map(|hit| match hit.meaning {
        Meaning::Number(word) if !joined || hit.reading.cut == 1 && scene.codes(at)[0] == crate::text::fold::arabic('و') => {
            Some((word, hit.reading, hit.last))
        }
        _ => None,
    })
}

/// A decimal number as digits and the place of its point: exact, whatever its size.
struct Decimal {
    digits: String,
    fraction: usize,
}

impl Decimal {
    /// Reads `1,200.5`; a single comma or point before three digits separates thousands, another one a fraction.
    fn read(codes: &[u8]) -> Option<Self> {
        let separators: Vec<usize> = (0..codes.len()).filter(|at| !codes[*at].is_ascii_digit()).collect();
        let digits: String = codes.iter().filter(|code| code.is_ascii_digit()).map(|code| *code as char).collect();
        if digits.len() > 30 {
            return None;
        }
        let fraction = match separators[..] {
            [] => 0,
            [one] => {
                let after = codes.len() - one - 1;
                let thousands = after == 3 && codes[one] == b',' && one <= 3;
                if thousands { 0 } else { after }
            }
            [.., last] => {
                let mixed = codes[last] != codes[separators[0]];
                if mixed { codes.len() - last - 1 } else { 0 }
            }
        };
        Some(Self { digits, fraction })
    }

    /// The digits of the sum with a whole number; `None` where this is no whole number.
    fn plus(&self, other: u64) -> Option<String> {
        let whole: u64 = (self.fraction == 0).then(|| self.digits.parse().ok()).flatten()?;
        Some(whole.checked_add(other)?.to_string())
    }

    fn scale(&mut self, factor: u64) -> Option<()> {
        let zeros = factor.ilog10() as usize;
        if self.digits.len() + zeros > 40 {
            return None;
        }
        let shift = zeros.min(self.fraction);
        self.fraction -= shift;
        self.digits.extend(std::iter::repeat_n('0', zeros - shift));
        Some(())
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, fraction) = self.digits.split_at(self.digits.len() - self.fraction);
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        f.write_str(if whole.is_empty() { "0" } else { whole })?;
        if fraction.is_empty() { Ok(()) } else { write!(f, ".{fraction}") }
    }
}
