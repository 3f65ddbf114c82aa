//! Days: by number, by weekday, relative to the publication.

use jiff::civil::Date;

use super::{Found, Rules, WHOLE};
use crate::gazetteer::{Meaning, OrdinalForm, Trigger};
use crate::recognize::calendar::{self, Direction, Moment};
use crate::text::clitics::Reading;
use crate::text::fold::is;
use crate::text::{Gap, TokenKind};

impl Rules<'_, '_, '_> {
    /// «04/07/2024», «4 - 7 - 2024», «2024-07-04», «19 / 10 / 1436هـ», with what the other calendar says behind «الموافق».
    pub(super) fn numeric(&self, at: usize) -> Option<Found> {
        let (edtf, last) = self.numeric_day(at)?;
        let (edtf, last) = match self.corresponding(last + 1) {
            Some((other, end)) => (if other.is_empty() { edtf } else { other }, end),
            None => (edtf, last),
        };
        Some(Found { reading: WHOLE, last, edtf, rule: "date.numeric", score: 0.95 })
    }

    pub(super) fn numeric_day(&self, at: usize) -> Option<(String, usize)> {
        if let Some(found) = self.dotted_day(at) {
            return Some(found);
        }
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

    /// «18.05.2023», which is one token.
    fn dotted_day(&self, at: usize) -> Option<(String, usize)> {
        let token = self.scene.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let parts: Vec<&str> = std::str::from_utf8(self.scene.text.codes_of(token)).ok()?.split('.').collect();
        let [day, month, year] = parts[..] else { return None };
        if day.len() > 2 || month.len() > 2 || year.len() != 4 {
            return None;
        }
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        Some((date.to_string(), at))
    }

    /// Whether the verb before a weekday tells of what has happened: «هوت الأسهم الاثنين», against «يجتمع الاثنين», «سيعلن الاثنين».
    fn told(&self, at: usize) -> bool {
        use crate::gazetteer::class;
        let from = at.saturating_sub(10);
        let verb = (from..at).rev().take_while(|before| self.scene.sentence(*before) == self.scene.sentence(at)).find(|before| {
            let classes = self.scene.inflected_classes(*before);
            self.scene.is_word(*before) && classes & (class::VERB | class::SPEECH) != 0 && classes & class::FUNCTION == 0
        });
        verb.is_some_and(|verb| {
            let stem = self.scene.raw(verb).trim_start_matches(['و', 'ف']);
            !stem.starts_with(['ي', 'ت', 'ن', 'س'])
        })
    }

    /// «الموافق 4 / 8 / 2015م», «الموافق لـ 4 أغسطس 2015».
    pub(super) fn corresponding(&self, at: usize) -> Option<(String, usize)> {
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
    pub(super) fn days(&self, at: usize) -> Option<(Reading, Vec<u32>, bool, usize)> {
        let mut first = at;
        let mut reading = WHOLE;
        // «الـ28», «بـ28»: the article or preposition is a word of its own for the tokeniser.
        let glued =
            self.scene.is_word(at) && self.scene.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number && next.gap == Gap::None);
        if glued {
            let codes = self.scene.codes(at);
            let cut = codes.len().checked_sub(2).filter(|cut| is(&codes[*cut..], "ال"))?;
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
            let at = if matches!(self.scene.codes(at.min(self.scene.len() - 1)), codes if is(codes, "و")) { at + 1 } else { at };
            match self.digits(at, 31).filter(|day| *day > days[days.len() - 1]) {
                Some(day) => days.push(day),
                None => break,
            }
            range |= joined;
            last = at;
        }
        Some((reading, days, range, last))
    }

    pub(super) fn day_number(&self, at: usize) -> Option<u32> {
        if let Some(day) = self.digits(at, 31) {
            return (day > 0).then_some(day);
        }
        None
    }

    /// «4 يوليو/تموز 2024», «3 و4 يوليو», «الأول من يناير», «في الثالث عشر من رجب».
    pub(super) fn day_and_month(&self, at: usize) -> Option<Found> {
        let (reading, days, range, last) = match self.days(at) {
            Some(found) => found,
            None => {
                let hit =
                    self.scene.hits(at).iter().find(|hit| matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. }))?;
                let Meaning::Ordinal { value, .. } = hit.meaning else { return None };
                let mut value = value;
                let mut last = hit.last;
                let tens = self.scene.hits(last + 1).iter().find_map(|hit| match hit.meaning {
                    Meaning::Ordinal { value, form: OrdinalForm::Tens } if hit.reading.cut == 1 => Some((value, hit.last)),
                    _ => None,
                });
                if let Some((tens, end)) = tens {
                    value += tens;
                    last = end;
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
        // «يوم 25 الجاري»: the day of this month.
        if let Some((Direction::Current, end)) = self.direction(next).filter(|_| next == last + 1) {
            let day = self.published.and_then(|date| Date::new(date.year(), date.month(), days[0] as i8).ok());
            return Some(Found {
                reading,
                last: end,
                edtf: day.map_or_else(String::new, |day| day.to_string()),
                rule: "date.day-of-month",
                score: 0.93,
            });
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
        // «بين 9 و15 نوفمبر».
        let range = range || days.len() == 2 && at > 0 && self.scene.continues(at) && self.scene.raw(at - 1) == "بين";
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
    pub(super) fn day_led(&self, at: usize) -> Option<Found> {
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
            // «غدا المشروع عبئا»: the verb.
            let opens = at == 0 || !self.scene.continues(at);
            if class == Trigger::Tomorrow && opens && self.scene.continues(next) && self.definite(next, WHOLE) {
                return None;
            }
            // «اليوم الثاني من زيارة» counts days and is no date.
            if class == Trigger::Today
                && self.scene.continues(next)
                && self.scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. }))
            {
                return None;
            }
            let tail = self.weekday_tail(next);
            let day = self.published_edtf(|date| Some(Moment::Day(date.checked_add(jiff::Span::new().days(shift)).ok()?)));
            // «اليوم نفسه», «اليوم ذاته».
            let same = class == Trigger::Today && self.scene.continues(next) && matches!(self.scene.raw(next), "نفسه" | "ذاته");
            if same {
                return Some(Found { reading, last: next, edtf: String::new(), rule: "date.same-day", score: 0.85 });
            }
            // «لـ«اليوم»»: the paper.
            if class == Trigger::Today
                && at > 0
                && self.scene.is_punct(at - 1, &['"', '«', '“'])
                && self.scene.is_punct(next, &['"', '»', '”'])
            {
                return None;
            }
            // «أمس (الأربعاء)».
            let bracketed = || {
                let inside = self.scene.is_punct(next, &['(']) && self.scene.continues(next + 1) && self.scene.is_punct(next + 2, &[')']);
                inside.then(|| self.weekday_tail(next + 1)).flatten().filter(|day| day.last == next + 1)
            };
            if let Some(day_name) = bracketed() {
                let edtf = if day.is_empty() { day_name.edtf } else { day };
                return Some(Found { reading, last: next + 2, edtf, rule: "date.relative-day", score: 0.9 });
            }
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
    pub(super) fn weekday_tail(&self, at: usize) -> Option<Found> {
        if !self.scene.continues(at) {
            return None;
        }
        self.weekday(at, false)
    }

    pub(super) fn weekday_led(&self, at: usize) -> Option<Found> {
        self.weekday(at, true)
    }

    pub(super) fn weekday(&self, at: usize, alone: bool) -> Option<Found> {
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
        // «صلاة الجمعة», «خطبة الجمعة» are held on any of them.
        let held = |at: usize| ["صلاة", "صلاتي", "خطبة", "خطب", "خطيب"].iter().any(|word| self.scene.raw(at).ends_with(word));
        if dated.is_none() && number == 5 && at > 0 && self.scene.continues(at) && hit.reading.cut == 0 && held(at - 1) {
            return None;
        }
        if let Some(dated) = dated.filter(|dated| dated.reading.cut == 0 || self.scene.codes(next).len() == 2) {
            return Some(Found { reading: hit.reading, last: dated.last, edtf: dated.edtf, rule: "date.weekday-day", score: 0.96 });
        }
        let joined = self.scene.hits(last + 1).iter().find_map(|hit| match hit.meaning {
            Meaning::Weekday { number, .. } if hit.reading.cut == 1 => Some((number, hit.last)),
            _ => None,
        });
        let joined = joined.filter(|_| self.scene.continues(last + 1) && !alone);
        let second = joined.map(|(number, _)| number);
        last = joined.map_or(last, |(_, end)| end);
        let direction = self.direction(last + 1);
        if let Some((_, end)) = direction {
            last = end;
        }
        // «الأحد بعد المقبل»: the one a week after the next.
        let later = self.scene.continues(last + 2) && self.scene.raw(last + 1) == "بعد" && direction.is_none();
        let after_next = if later { self.follows(last + 2, Trigger::Next) } else { None };
        if let Some(end) = after_next.filter(|_| second.is_none()) {
            let edtf = self.published.map_or_else(String::new, |date| {
                let next = calendar::weekday(date, number, Some(Direction::Next));
                next.and_then(|day| day.checked_add(jiff::Span::new().days(7)).ok()).map_or_else(String::new, |day| day.to_string())
            });
            return Some(Found { reading: hit.reading, last: end, edtf, rule: "date.weekday", score: 0.92 });
        }
        let direction = direction.map(|(direction, _)| direction);
        let behind = |date: Date| calendar::weekday(date, number, None).is_some_and(|day| day > date);
        let told = direction.is_none() && second.is_none() && self.published.is_some_and(behind) && self.told(at);
        let direction = if told { Some(Direction::Past) } else { direction };
        let edtf = self.published.map_or_else(String::new, |date| {
            let first = calendar::weekday(date, number, direction).map_or_else(String::new, |day| day.to_string());
            match second.and_then(|number| calendar::weekday(date, number, direction)) {
                Some(end) => format!("{first}/{end}"),
                None => first,
            }
        });
        Some(Found { reading: hit.reading, last, edtf, rule: "date.weekday", score: 0.9 })
    }
}
