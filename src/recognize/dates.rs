//! Dates: days, months, years, weeks, decades and centuries, absolute and relative, in both month systems and in Hijri.
//!
//! The rules build on each other: a month reference («يوليو/تموز من العام الجاري») is part of a day («يومي 3 و4 يوليو»), which may follow a weekday.

use jiff::civil::Date;

use super::calendar::{self, Direction, Moment};
use super::candidate::Candidate;
use super::numbers;
use super::scene::Scene;
use crate::analysis::Value;
use crate::entity_type::EntityType;
use crate::gazetteer::{Meaning, OrdinalForm, Trigger};
use crate::text::clitics::Reading;
use crate::text::{Gap, TokenKind};

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
    Open,
}

struct Rules<'s, 'a, 'g> {
    scene: &'s Scene<'a, 'g>,
    published: Option<Date>,
}

const WHOLE: Reading = Reading { cut: 0, article: false };

impl Rules<'_, '_, '_> {
    fn date(&self, at: usize) -> Option<Found> {
        let found = self.numeric(at).or_else(|| self.day_led(at)).or_else(|| self.weekday_led(at)).or_else(|| self.day_and_month(at));
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
            YearOf::Hijri(_) => None,
            YearOf::Directed(direction) => self.published.map(|date| calendar::year_of_month(date, month.number, Some(*direction))),
            YearOf::Open => self.published.map(|date| calendar::year_of_month(date, month.number, None)),
        }
    }

    fn day_edtf(&self, month: &Month, year: &YearOf, day: u32) -> Option<String> {
        if let (true, YearOf::Hijri(year)) = (month.hijri, year) {
            return calendar::hijri_day(*year, month.number as u8, day as u8).map(|date| date.to_string());
        }
        if month.hijri {
            return None;
        }
        Date::new(self.year_of(month, year)?, month.number, day as i8).ok().map(|date| date.to_string())
    }

    /// «04/07/2024», «4 - 7 - 2024», «2024-07-04», «19 / 10 / 1436هـ», with what the other calendar says behind «الموافق».
    fn numeric(&self, at: usize) -> Option<Found> {
        let (edtf, last) = self.numeric_day(at)?;
        let (edtf, last) = match self.corresponding(last + 1) {
            Some((other, end)) => (if other.is_empty() { edtf } else { other }, end),
            None => (edtf, last),
        };
        Some(Found { reading: WHOLE, last, edtf, rule: "date.numeric", score: 0.95 })
    }

    fn numeric_day(&self, at: usize) -> Option<(String, usize)> {
        let one = self.digits(at, 2100)?;
        let separated = |at: usize| self.scene.is_punct(at, &['/', '-', '–', '\\']) && self.scene.continues(at + 1);
        if !separated(at + 1) || !separated(at + 3) {
            return None;
        }
        let two = self.digits(at + 2, 31)?;
        let three = self.digits(at + 4, 2100)?;
        let (day, year_at) = if one > 1000 { (three, at) } else { (one, at + 4) };
        let year = one.max(three);
        if !(1..=31).contains(&day) || !(1..=31).contains(&two) || year < 1000 {
            return None;
        }
        let mark = |class| self.follows(year_at + 1, class);
        let mut last = at + 4;
        let hijri = (1300..1500).contains(&year);
        if year_at == last {
            last = mark(Trigger::HijriMark).or_else(|| mark(Trigger::GregorianMark)).unwrap_or(last);
        }
        let date =
            if hijri { calendar::hijri_day(year as i32, two as u8, day as u8) } else { Date::new(year as i16, two as i8, day as i8).ok() };
        Some((date.map_or_else(String::new, |date| date.to_string()), last))
    }

    /// «الموافق 4 / 8 / 2015م», «الموافق لـ 4 أغسطس 2015».
    fn corresponding(&self, at: usize) -> Option<(String, usize)> {
        let mut next = self.follows(at, Trigger::Corresponding)? + 1;
        if self.scene.is_word(next) && self.scene.codes(next).len() == 1 {
            next += 1;
        }
        if let Some((edtf, last)) = self.numeric_day(next) {
            return Some((edtf, last));
        }
        let found = self.day_and_month(next)?;
        Some((found.edtf, found.last))
    }

    /// The days before a month: «4», «3 و4», «28 - 29», «الـ28 و29», «الأول من», «من 3 إلى 5»; with the last token.
    fn days(&self, at: usize) -> Option<(Reading, Vec<u32>, bool, usize)> {
        let mut first = at;
        let mut reading = WHOLE;
        // «الـ28», «بـ28»: the article or preposition is a word of its own for the tokeniser.
        let glued =
            self.scene.is_word(at) && self.scene.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number && next.gap == Gap::None);
        if glued {
            let codes = self.scene.codes(at);
            let article = crate::text::fold::fold("ال");
            let cut = codes.len().checked_sub(2).filter(|cut| codes[*cut..] == article)?;
            reading = Reading { cut: cut as u8, article: false };
            first = at + 1;
        }
        let mut days = vec![self.day_number(first)?];
        let mut last = first;
        let mut range = false;
        loop {
            let next = last + 1;
            if !self.scene.continues(next) {
                break;
            }
            let (joined, at) =
                if self.scene.is_punct(next, &['-', '–', '/']) || self.scene.raw(next) == "إلى" || self.scene.raw(next) == "الى" {
                    (true, next + 1)
                } else if self.scene.raw(next) == "و" || self.scene.raw(next) == "والـ" || self.scene.is_punct(next, &['،', ',']) {
                    (false, next + 1)
                } else {
                    break;
                };
            let at = if matches!(self.scene.codes(at.min(self.scene.len() - 1)), codes if codes == crate::text::fold::fold("و")) {
                at + 1
            } else {
                at
            };
            match self.digits(at, 31).filter(|day| *day > days[days.len() - 1]) {
                Some(day) => days.push(day),
                None => break,
            }
            range |= joined;
            last = at;
        }
        Some((reading, days, range, last))
    }

    fn day_number(&self, at: usize) -> Option<u32> {
        if let Some(day) = self.digits(at, 31) {
            return (day > 0).then_some(day);
        }
        None
    }

    /// «4 يوليو/تموز 2024», «3 و4 يوليو», «الأول من يناير», «في الثالث عشر من رجب».
    fn day_and_month(&self, at: usize) -> Option<Found> {
        let (reading, days, range, last) = match self.days(at) {
            Some(found) => found,
            None => {
                let hit =
                    self.scene.hits(at).iter().find(|hit| matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. }))?;
                let Meaning::Ordinal { value, .. } = hit.meaning else { return None };
                let mut value = value;
                let mut last = hit.last;
                if let Some(tens) = self
                    .scene
                    .hits(last + 1)
                    .iter()
                    .find(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Tens, .. }))
                {
                    if let Meaning::Ordinal { value: tens_value, .. } = tens.meaning {
                        value += tens_value;
                        last = tens.last;
                    }
                }
                if value > 31 || self.scene.token(last + 1).is_none() || self.scene.raw(last + 1) != "من" {
                    return None;
                }
                (hit.reading, vec![value], false, last)
            }
        };
        let mut next = last + 1;
        if self.scene.continues(next) && self.scene.raw(next) == "من" {
            next += 1;
        }
        if let Some(noun) = self.follows(next, Trigger::MonthNoun) {
            next = noun + 1;
        }
        if !self.scene.continues(next) {
            return None;
        }
        let Some(month) = self.month(next).filter(|month| month.reading.cut == 0) else {
            // «الـ28 من الشهر الجاري».
            let (direction, end) =
                self.direction(next).filter(|_| next > last + 1 && self.scene.whole_trigger(next - 1, Trigger::MonthNoun).is_some())?;
            let shift = match direction {
                Direction::Past => -1,
                Direction::Current => 0,
                Direction::Next => 1,
            };
            let day = self
                .published
                .and_then(|date| calendar::month(date, shift))
                .and_then(|(year, month)| Date::new(year, month, days[0] as i8).ok());
            return Some(Found {
                reading,
                last: end,
                edtf: day.map_or_else(String::new, |day| day.to_string()),
                rule: "date.day-of-month",
                score: 0.93,
            });
        };
        let (year, mut end) = self.year_after(month.last + 1);
        let ends: Option<Vec<String>> = days.iter().map(|day| self.day_edtf(&month, &year, *day)).collect();
        let consecutive = days.windows(2).all(|pair| pair[1] == pair[0] + 1);
        let mut edtf = match ends.as_deref() {
            None | Some([]) => String::new(),
            Some([one]) => one.clone(),
            Some([first, .., last]) if range || consecutive => format!("{first}/{last}"),
            Some(list) => format!("{{{}}}", list.join(",")),
        };
        if let Some((other, last)) = self.corresponding(end + 1) {
            end = last;
            if !other.is_empty() {
                edtf = other;
            }
        }
        Some(Found { reading, last: end, edtf, rule: "date.day-month", score: 0.96 })
    }

    /// What begins with «اليوم», «أمس», «غدا», «يوم», «يومي».
    fn day_led(&self, at: usize) -> Option<Found> {
        let shifts = [
            (Trigger::BeforeYesterday, -2),
            (Trigger::AfterTomorrow, 2),
            (Trigger::Today, 0),
            (Trigger::Yesterday, -1),
            (Trigger::Tomorrow, 1),
        ];
        let plain = self.triggered(at, Trigger::DayNoun);
        for (class, shift) in shifts {
            let led = plain.filter(|(_, last)| self.scene.continues(last + 1) && class != Trigger::Today && self.scene.raw(at) != "اليوم");
            let (reading, shifted) = match led.and_then(|(reading, last)| self.follows(last + 1, class).map(|last| (reading, last))) {
                Some(found) => found,
                None => match self.triggered(at, class) {
                    Some(found) => found,
                    None => continue,
                },
            };
            let next = shifted + 1;
            // «اليوم الثاني من زيارة» counts days and is no date.
            if class == Trigger::Today
                && self.scene.continues(next)
                && self.scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. }))
            {
                return None;
            }
            let tail = self.weekday_tail(next);
            let day = self.published_edtf(|date| Some(Moment::Day(date.checked_add(jiff::Span::new().days(shift)).ok()?)));
            let (last, edtf) = tail.map_or((shifted, String::new()), |tail| (tail.last, tail.edtf));
            let edtf = if edtf.is_empty() || !day.is_empty() { day } else { edtf };
            return Some(Found { reading, last, edtf, rule: "date.relative-day", score: 0.9 });
        }
        let (reading, last) = plain?;
        let mut found = self.weekday_tail(last + 1).or_else(|| {
            let tail = self.scene.continues(last + 1).then(|| self.numeric(last + 1).or_else(|| self.day_and_month(last + 1))).flatten()?;
            (tail.reading.cut == 0).then_some(tail)
        })?;
        found.reading = reading;
        Some(found)
    }

    /// A weekday, what directs it, and the day it stands for: «الخميس 4 يوليو/تموز 2024», «الأربعاء والخميس», «الأربعاء المقبل».
    fn weekday_tail(&self, at: usize) -> Option<Found> {
        if !self.scene.continues(at) {
            return None;
        }
        self.weekday(at, false)
    }

    fn weekday_led(&self, at: usize) -> Option<Found> {
        self.weekday(at, true)
    }

    fn weekday(&self, at: usize, alone: bool) -> Option<Found> {
        let hit =
            self.scene.hits(at).iter().find(|hit| matches!(hit.meaning, Meaning::Weekday { .. }) && (alone || hit.reading.cut == 0))?;
        let Meaning::Weekday { number, .. } = hit.meaning else { return None };
        if alone && hit.reading.cut > 0 && self.scene.whole(at).is_some() {
            return None;
        }
        let mut last = hit.last;
        // Behind it may stand the day itself, perhaps in brackets or behind a comma.
        let mut next = last + 1;
        if self.scene.is_punct(next, &['،', ',', '-', '–'])
            && self.scene.token(next + 1).is_some_and(|token| token.kind == TokenKind::Number)
        {
            next += 1;
        }
        let dated = if self.scene.continues(next) { self.numeric(next).or_else(|| self.day_and_month(next)) } else { None };
        if let Some(dated) = dated.filter(|dated| dated.reading.cut == 0 || self.scene.codes(next).len() == 2) {
            return Some(Found { reading: hit.reading, last: dated.last, edtf: dated.edtf, rule: "date.weekday-day", score: 0.96 });
        }
        let mut second = None;
        if let Some(other) =
            self.scene.hits(last + 1).iter().find(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Weekday { .. }))
        {
            if self.scene.continues(last + 1) && !alone {
                if let Meaning::Weekday { number, .. } = other.meaning {
                    second = Some(number);
                    last = other.last;
                }
            }
        }
        let direction = self.direction(last + 1);
        if let Some((_, end)) = direction {
            last = end;
        }
        let direction = direction.map(|(direction, _)| direction);
        let edtf = self.published.map_or_else(String::new, |date| {
            let first = calendar::weekday(date, number, direction).map_or_else(String::new, |day| day.to_string());
            match second.and_then(|number| calendar::weekday(date, number, direction)) {
                Some(end) => format!("{first}/{end}"),
                None => first,
            }
        });
        Some(Found { reading: hit.reading, last, edtf, rule: "date.weekday", score: 0.9 })
    }

    /// «يوليو/تموز 2024», «نوفمبر», «شهر مارس المقبل».
    fn month_led(&self, at: usize) -> Option<Found> {
        let (reading, month, led) = match self.triggered(at, Trigger::MonthNoun) {
            Some((reading, last)) if self.scene.continues(last + 1) => match self.month(last + 1).filter(|month| month.reading.cut == 0) {
                Some(month) => (reading, month, true),
                None => return None,
            },
            _ => {
                let month = self.month(at)?;
                (month.reading, month, false)
            }
        };
        let (year, last) = self.year_after(month.last + 1);
        let fixed = !matches!(year, YearOf::Open);
        if month.ambiguous && !led && !fixed {
            return None;
        }
        if reading.cut > 0 && !led && self.scene.whole(at).is_some() {
            return None;
        }
        let edtf = match (month.hijri, &year) {
            (true, YearOf::Hijri(_)) | (true, _) => String::new(),
            (false, year) => self.year_of(&month, year).map_or_else(String::new, |year| Moment::Month(year, month.number).to_string()),
        };
        Some(Found { reading, last, edtf, rule: "date.month", score: 0.92 })
    }

    /// «منتصف يونيو/حزيران الماضي», «أواخر العام الحالي», «نهاية 2015»: the precision is the month's or year's.
    fn month_part(&self, at: usize) -> Option<Found> {
        let (reading, last) = self.triggered(at, Trigger::MonthPart)?;
        let next = last + 1;
        if !self.scene.continues(next) {
            return None;
        }
        let inner =
            self.month_led(next).or_else(|| self.year_led(next)).or_else(|| self.relative(next)).or_else(|| self.era(next)).or_else(
                || {
                    let (year, last) = self.year(next)?;
                    let YearOf::Given(year) = year else { return None };
                    Some(Found { reading: WHOLE, last, edtf: Moment::Year(year).to_string(), rule: "", score: 0.0 })
                },
            )?;
        (inner.reading.cut == 0).then_some(Found { reading, last: inner.last, edtf: inner.edtf, rule: "date.part", score: 0.92 })
    }

    /// «عام 2022», «العام الماضي», «للأعوام 2023 - 2024», «أعوام 2005، و2011، و2017», «هذا العام».
    fn year_led(&self, at: usize) -> Option<Found> {
        let (reading, noun) = self.triggered(at, Trigger::YearNoun)?;
        let next = noun + 1;
        if let Some((year, last)) = self.year(next) {
            let (edtf, last) = match year {
                YearOf::Given(year) => self.years(year, last),
                _ => (String::new(), last),
            };
            return Some(Found { reading, last, edtf, rule: "date.year", score: 0.95 });
        }
        let definite = self.definite(at, reading);
        let (direction, last) = self.direction(next).filter(|_| definite)?;
        let edtf = match self.shifted_year(direction) {
            YearOf::Given(year) => Moment::Year(year).to_string(),
            _ => String::new(),
        };
        Some(Found { reading, last, edtf, rule: "date.relative-year", score: 0.93 })
    }

    fn definite(&self, at: usize, reading: Reading) -> bool {
        reading.article || self.scene.codes(at)[reading.cut as usize..].starts_with(&crate::text::fold::fold("ال"))
    }

    /// Further years behind the first: a range, or a list.
    fn years(&self, first: i16, mut last: usize) -> (String, usize) {
        let mut years = vec![first];
        let mut range = false;
        loop {
            let mut next = last + 1;
            let dash = self.scene.is_punct(next, &['-', '–', '/'])
                || self.scene.continues(next) && matches!(self.scene.raw(next), "إلى" | "الى" | "حتى");
            if dash || self.scene.is_punct(next, &['،', ',']) {
                next += 1;
            }
            let joined = self.scene.continues(next)
                && self.scene.raw(next) == "و"
                && self.scene.token(next + 1).is_some_and(|token| token.kind == TokenKind::Number);
            if joined {
                next += 1;
            }
            if next == last + 1 {
                break;
            }
            let Some((YearOf::Given(year), end)) = self.year(next) else { break };
            if year <= years[years.len() - 1] || !dash && !joined && !self.scene.is_punct(next - 1, &['،', ',']) {
                break;
            }
            range |= dash;
            years.push(year);
            last = end;
        }
        let edtf = match years[..] {
            [one] => Moment::Year(one).to_string(),
            [first, second] if range => format!("{first:04}/{second:04}"),
            _ => format!("{{{}}}", years.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")),
        };
        (edtf, last)
    }

    /// «الشهر الماضي», «الأسبوع المقبل», «هذا العام», «الصيف الماضي», «الأشهر الماضية», «السنوات الأخيرة».
    fn relative(&self, at: usize) -> Option<Found> {
        if let Some((reading, last)) = self.triggered(at, Trigger::This) {
            let next = last + 1;
            if !self.scene.continues(next) {
                return None;
            }
            for class in [Trigger::YearNoun, Trigger::MonthNoun, Trigger::WeekNoun, Trigger::Season] {
                if let Some(hit) = self.scene.whole_trigger(next, class).filter(|_| self.definite(next, WHOLE)) {
                    let edtf = self.shifted(class, Direction::Current);
                    return Some(Found { reading, last: hit.last, edtf, rule: "date.this", score: 0.88 });
                }
            }
            return None;
        }
        let singles = [Trigger::MonthNoun, Trigger::WeekNoun, Trigger::Season, Trigger::CenturyNoun, Trigger::DecadeNoun];
        for class in singles {
            let Some((reading, last)) = self.triggered(at, class) else { continue };
            if !self.definite(at, reading) {
                continue;
            }
            if let Some((direction, end)) = self.direction(last + 1) {
                return Some(Found { reading, last: end, edtf: self.shifted(class, direction), rule: "date.relative", score: 0.93 });
            }
        }
        for class in [Trigger::DayPlural, Trigger::WeekPlural, Trigger::MonthPlural, Trigger::YearPlural] {
            let Some((reading, last)) = self.triggered(at, class) else { continue };
            let mut end = last;
            if let Some(number) = numbers::parse(self.scene, last + 1).filter(|_| self.scene.continues(last + 1)) {
                end = number.last;
            }
            if let Some((direction, end)) =
                self.direction(end + 1).filter(|(direction, _)| *direction != Direction::Current && self.definite(at, reading))
            {
                let _ = direction;
                return Some(Found { reading, last: end, edtf: String::new(), rule: "date.relative-span", score: 0.85 });
            }
        }
        None
    }

    fn shifted(&self, class: Trigger, direction: Direction) -> String {
        let shift = match direction {
            Direction::Past => -1,
            Direction::Current => 0,
            Direction::Next => 1,
        };
        self.published_edtf(|date| {
            Some(match class {
                Trigger::YearNoun => Moment::Year(date.year() + shift as i16),
                Trigger::MonthNoun => {
                    let (year, month) = calendar::month(date, shift)?;
                    Moment::Month(year, month)
                }
                Trigger::WeekNoun => Moment::Week(calendar::week(date, shift)?),
                Trigger::CenturyNoun => Moment::Century(date.year() / 100 + shift as i16),
                Trigger::DecadeNoun => Moment::Decade((date.year() / 10 + shift as i16) * 10),
                _ => return None,
            })
        })
    }

    /// «التسعينيات», «ثمانينيات القرن الماضي», «القرن العشرين», «القرن الـ19».
    fn era(&self, at: usize) -> Option<Found> {
        if let Some((reading, last)) = self.triggered(at, Trigger::Decade) {
            let letters = &self.scene.codes(at)[reading.cut as usize..];
            let decade = decade_of(letters);
            let next = last + 1;
            let of = usize::from(self.scene.continues(next) && self.scene.raw(next) == "من");
            let century = self.scene.continues(next).then(|| self.century(next + of)).flatten();
            let (last, base) = century.map_or((last, Some(19)), |(end, base)| (end, base));
            let edtf = match (decade, base) {
                (Some(decade), Some(base)) => Moment::Decade(base * 100 + decade).to_string(),
                _ => String::new(),
            };
            return Some(Found { reading, last, edtf, rule: "date.decade", score: 0.9 });
        }
        let (reading, _) = self.triggered(at, Trigger::CenturyNoun)?;
        let (last, base) = self.century(at)?;
        let edtf = base.map_or_else(String::new, |base| Moment::Century(base).to_string());
        Some(Found { reading, last, edtf, rule: "date.century", score: 0.9 })
    }

    /// «القرن العشرين» → 19; «القرن الماضي» → the one before the publication's.
    fn century(&self, at: usize) -> Option<(usize, Option<i16>)> {
        let noun = self.scene.trigger(at, Trigger::CenturyNoun)?.last;
        if let Some((direction, last)) = self.direction(noun + 1) {
            let shift = if direction == Direction::Past { -1 } else { 0 };
            return Some((last, self.published.map(|date| date.year() / 100 + shift)));
        }
        if !self.scene.continues(noun + 1) {
            return None;
        }
        let mut value = 0;
        let mut last = noun;
        for step in 0..2 {
            let hit =
                self.scene.hits(last + 1).iter().find(|hit| matches!(hit.meaning, Meaning::Ordinal { .. }) && hit.reading.cut == step);
            let Some(Meaning::Ordinal { value: part, .. }) = hit.map(|hit| hit.meaning) else { break };
            value += part;
            last = hit.map_or(last, |hit| hit.last);
        }
        if value == 0 {
            let (_, days, _, end) = self.days(noun + 1)?;
            value = days[0];
            last = end;
        }
        Some((last, Some(value as i16 - 1)))
    }

    /// «في 2001», «منذ 2003», «بأخرى 2010»: four digits that count nothing.
    fn bare_year(&self, at: usize) -> Option<Found> {
        let token = self.scene.token(at)?;
        if token.kind != TokenKind::Number || self.scene.codes(at).len() != 4 {
            return None;
        }
        let year = self.digits(at, 2039).filter(|year| *year >= 1900)?;
        let before = at.checked_sub(1).filter(|_| self.scene.continues(at));
        let glued = token.gap == Gap::None
            && before.is_some_and(|before| !self.scene.is_punct(before, &['(', '"', '«', '،']) && !is_conjunction(self.scene, before));
        if glued {
            return None;
        }
        let counted = self.scene.continues(at + 1) && self.scene.is_word(at + 1) && self.counts(at + 1);
        let introduced = before.is_some_and(|before| {
            matches!(self.scene.raw(before), "في" | "فى" | "منذ" | "حتى" | "سنة" | "من" | "إلى" | "بين" | "قبل" | "بعد" | "خلال")
        });
        if counted && !introduced {
            return None;
        }
        let (edtf, last) = if introduced { self.years(year as i16, at) } else { (Moment::Year(year as i16).to_string(), at) };
        Some(Found { reading: WHOLE, last, edtf, rule: "date.bare-year", score: if introduced { 0.9 } else { 0.75 } })
    }

    /// Whether a word behind a number is what it counts: a noun, no preposition, verb or adjective with article.
    fn counts(&self, at: usize) -> bool {
        let classes = self.scene.inflected_classes(at);
        use crate::gazetteer::class;
        let functional = classes & (class::FUNCTION | class::VERB | class::SPEECH) != 0;
        let cut = self.scene.codes(at).first() == Some(&crate::text::fold::arabic('و'));
        !functional && !cut && !self.definite(at, WHOLE)
    }
}

fn is_conjunction(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.raw(at) == "و" || scene.codes(at) == crate::text::fold::fold("و")
}

/// The decade a word names: «الستينيات» → 60.
fn decade_of(letters: &[u8]) -> Option<i16> {
    const STEMS: [(&str, i16); 8] =
        [("عشرين", 20), ("ثلاثين", 30), ("اربعين", 40), ("خمسين", 50), ("ستين", 60), ("سبعين", 70), ("ثمانين", 80), ("تسعين", 90)];
    let bare = letters.strip_prefix(&crate::text::fold::fold("ال")[..]).unwrap_or(letters);
    STEMS.iter().find(|(stem, _)| bare.starts_with(&crate::text::fold::fold(stem))).map(|(_, value)| *value)
}
