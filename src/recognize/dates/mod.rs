//! Dates: days, months, years, weeks, decades and centuries, absolute and relative, in both month systems and in Hijri.
//!
//! The rules build on each other: a month reference («يوليو/تموز من العام الجاري») is part of a day («يومي 3 و4 يوليو»), which may follow a weekday.

mod day;
mod era;
mod period;

use jiff::civil::Date;

use crate::analysis::Value;
use crate::entity_type::EntityType;
use crate::gazetteer::{Meaning, Trigger};
use crate::recognize::calendar::{self, Direction, Moment};
use crate::recognize::candidate::Candidate;
use crate::recognize::scene::{Scene, kind};
use crate::text::TokenKind;
use crate::text::clitics::Reading;

/// A date expression from its first token on.
#[derive(Clone, Debug)]
struct Found {
    reading: Reading,
    last: usize,
    edtf: String,
    rule: &'static str,
    score: f32,
}

/// Proposes every date.
pub fn propose(scene: &Scene<'_, '_>, published: Option<Date>, out: &mut Vec<Candidate>) {
    let rules = Rules { scene, published };
    let mut at = 0;
    while at < scene.len() {
        match rules.date(at) {
            Some(found) => {
                let candidate = Candidate::spanning(scene, at, found.reading, found.last, EntityType::Date, found.score, found.rule);
                out.extend(candidate.map(|candidate| candidate.valued(Value::Date { edtf: found.edtf })));
                at = found.last + 1;
            }
            None => at += 1,
        }
    }
}

/// Whether a date expression begins at a token; the rules for times of day ask.
pub fn begins(scene: &Scene<'_, '_>, at: usize) -> bool {
    Rules { scene, published: None }.date(at).is_some()
}

/// A month named in the text.
struct Month {
    reading: Reading,
    last: usize,
    number: i8,
    hijri: bool,
    ambiguous: bool,
}

/// What follows a day or month and fixes its year.
enum YearOf {
    Given(i16),
    Hijri(i32),
    Directed(Direction),
    /// «من العام نفسه»: a year named before.
    Same,
    Open,
}

struct Rules<'s, 'a, 'g> {
    scene: &'s Scene<'a, 'g>,
    published: Option<Date>,
}

const WHOLE: Reading = Reading { cut: 0, article: false };

impl Rules<'_, '_, '_> {
    fn date(&self, at: usize) -> Option<Found> {
        const LEADS: u128 = kind::TRIGGERS | kind::MONTH | kind::WEEKDAY | kind::ORDINAL;
        let digits = |at: usize| self.scene.token(at).is_some_and(|token| token.kind == TokenKind::Number);
        // Most words begin no date; of those that mean nothing only the article or a preposition glued to digits does.
        if !self.scene.begins(at, LEADS) && !digits(at) && !digits(at + 1) {
            return None;
        }
        let found = self
            .early(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.day_led(at))
            .or_else(|| self.weekday_led(at))
            .or_else(|| self.day_and_month(at));
        let found = found
            .or_else(|| self.month_part(at))
            .or_else(|| self.month_led(at))
            .or_else(|| self.year_led(at))
            .or_else(|| self.relative(at));
        found.or_else(|| self.era(at)).or_else(|| self.bare_year(at))
    }

    fn published_edtf(&self, moment: impl Fn(Date) -> Option<Moment>) -> String {
        self.published.and_then(moment).map_or_else(String::new, |moment| moment.to_string())
    }

    fn triggered(&self, at: usize, class: Trigger) -> Option<(Reading, usize)> {
        self.scene.trigger(at, class).map(|hit| (hit.reading, hit.last))
    }

    fn follows(&self, at: usize, class: Trigger) -> Option<usize> {
        (self.scene.continues(at)).then(|| self.scene.whole_trigger(at, class)).flatten().map(|hit| hit.last)
    }

    /// A digit token of at most `most`, with its value.
    fn digits(&self, at: usize, most: u32) -> Option<u32> {
        let token = self.scene.token(at)?;
        if token.kind != TokenKind::Number {
            return None;
        }
        let codes = self.scene.codes(at);
        if codes.len() > 4 {
            return None;
        }
        let value: u32 = std::str::from_utf8(codes).ok()?.parse().ok()?;
        (value <= most).then_some(value)
    }

    /// A year in digits: four of them, 1000 to 2100; with the last token, a mark of its calendar included.
    fn year(&self, at: usize) -> Option<(YearOf, usize)> {
        if !self.scene.continues(at) || self.scene.codes(at).len() != 4 {
            return None;
        }
        let year = self.digits(at, 2100).filter(|year| *year >= 1000)?;
        let mark = |class| self.follows(at + 1, class);
        if let Some(last) = mark(Trigger::HijriMark) {
            return Some((YearOf::Hijri(year as i32), last));
        }
        let last = mark(Trigger::GregorianMark).unwrap_or(at);
        Some((if (1300..1500).contains(&year) { YearOf::Hijri(year as i32) } else { YearOf::Given(year as i16) }, last))
    }

    fn direction(&self, at: usize) -> Option<(Direction, usize)> {
        let directed = |class, direction| self.follows(at, class).map(|last| (direction, last));
        directed(Trigger::Past, Direction::Past)
            .or_else(|| directed(Trigger::Next, Direction::Next))
            .or_else(|| directed(Trigger::Current, Direction::Current))
    }

    /// A month name, with the other system's name behind it: «يوليو/تموز», «شباط (فبراير)», «أكتوبر - تشرين الأول».
    fn month(&self, at: usize) -> Option<Month> {
        let mut month = self.scene.hits(at).iter().find_map(|hit| match hit.meaning {
            Meaning::Month { hijri, number, ambiguous } => {
                Some(Month { reading: hit.reading, last: hit.last, number: number as i8, hijri, ambiguous })
            }
            _ => None,
        })?;
        let next = month.last + 1;
        let bracket = self.scene.is_punct(next, &['(']);
        if (bracket || self.scene.is_punct(next, &['/', '-', '–', '\\'])) && self.scene.continues(next + 1) {
            let other = self
                .scene
                .whole_hits(next + 1)
                .find(|hit| matches!(hit.meaning, Meaning::Month { number, .. } if number as i8 == month.number));
            if let Some(other) = other {
                let closed = other.last + 1;
                if !bracket {
                    month.last = other.last;
                    month.ambiguous = false;
                } else if self.scene.is_punct(closed, &[')']) {
                    month.last = closed;
                    month.ambiguous = false;
                }
            }
        }
        if let Some(other) = self
            .scene
            .continues(next)
            .then(|| {
                self.scene.whole_hits(next).find(|hit| matches!(hit.meaning, Meaning::Month { number, .. } if number as i8 == month.number))
            })
            .flatten()
        {
            month.last = other.last;
            month.ambiguous = false;
        }
        Some(month)
    }

    /// What fixes the year behind a month: «2024», «عام 2024», «من عام 2013», «الماضي», «من العام الجاري», «هذا العام».
    fn year_after(&self, at: usize) -> (YearOf, usize) {
        let open = (YearOf::Open, at - 1);
        if !self.scene.continues(at) {
            return open;
        }
        if let Some((year, last)) = self.year(at) {
            return (year, last);
        }
        if self.scene.is_punct(at, &['،', ',', '/', '-']) {
            return self.year(at + 1).filter(|_| self.scene.is_punct(at, &['،', ',', '/'])).unwrap_or(open);
        }
        if let Some((direction, last)) = self.direction(at) {
            return (YearOf::Directed(direction), last);
        }
        let of = usize::from(self.scene.raw(at) == "من");
        let Some(noun) = self.follows(at + of, Trigger::YearNoun) else { return open };
        if let Some((year, last)) = self.year(noun + 1) {
            return (year, last);
        }
        if self.scene.continues(noun + 1) && matches!(self.scene.raw(noun + 1), "نفسه" | "ذاته" | "نفسها" | "ذاتها") {
            return (YearOf::Same, noun + 1);
        }
        match self.direction(noun + 1) {
            Some((direction, last)) => (self.shifted_year(direction), last),
            None => open,
        }
    }

    fn shifted_year(&self, direction: Direction) -> YearOf {
        let shift = match direction {
            Direction::Past => -1,
            Direction::Current => 0,
            Direction::Next => 1,
        };
        self.published.map_or(YearOf::Open, |date| YearOf::Given(date.year() + shift))
    }

    fn year_of(&self, month: &Month, year: &YearOf) -> Option<i16> {
        match year {
            YearOf::Given(year) => Some(*year),
            YearOf::Hijri(_) | YearOf::Same => None,
            YearOf::Directed(direction) => self.published.map(|date| calendar::year_of_month(date, month.number, Some(*direction))),
            YearOf::Open => self.published.map(|date| calendar::year_of_month(date, month.number, None)),
        }
    }

    /// The Hijri year of a Hijri month.
    fn hijri_year(&self, month: &Month, year: &YearOf) -> Option<i32> {
        match year {
            YearOf::Hijri(year) => Some(*year),
            YearOf::Given(_) | YearOf::Same => None,
            YearOf::Directed(direction) => calendar::hijri_year_of_month(self.published?, month.number, Some(*direction)),
            YearOf::Open => calendar::hijri_year_of_month(self.published?, month.number, None),
        }
    }

    fn day_edtf(&self, month: &Month, year: &YearOf, day: u32) -> Option<String> {
        if month.hijri {
            let year = self.hijri_year(month, year)?;
            return calendar::hijri_day(year, month.number as u8, day as u8).map(|date| date.to_string());
        }
        Date::new(self.year_of(month, year)?, month.number, day as i8).ok().map(|date| date.to_string())
    }
}
