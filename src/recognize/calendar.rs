//! Calendar arithmetic and EDTF: from what a date expression says to a value, with the publication date as anchor.

use std::fmt;

use icu_calendar::Date as IcuDate;
use icu_calendar::cal::Hijri;
use icu_calendar::cal::hijri::UmmAlQura;
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A value in EDTF, at the precision the text gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A day.
    Day(Date),
    /// A month.
    Month(i16, i8),
    /// A year.
    Year(i16),
    /// An ISO week.
    Week(ISOWeekDate),
    /// A decade, by its first year: `199X`.
    Decade(i16),
    /// A century, by its first two digits: `19XX`.
    Century(i16),
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Week(week) => write!(f, "{:04}-W{:02}", week.year(), week.week()),
            Self::Decade(year) => write!(f, "{:03}X", year / 10),
            Self::Century(century) => write!(f, "{century:02}XX"),
        }
    }
}

/// Where an adjective points: «الماضي», «الجاري», «المقبل».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before the publication.
    Past,
    /// The one it was published in.
    Current,
    /// After it.
    Next,
}

/// The day of the week meant by a bare or directed weekday (Monday 1): the nearest one, the earlier of two equally near.
#[must_use]
pub fn weekday(published: Date, number: u8, direction: Option<Direction>) -> Option<Date> {
    let wanted = Weekday::from_monday_one_offset(number as i8).ok()?;
    let back = i64::from(published.weekday().since(wanted));
    let days = match direction {
        None if back <= 3 => -back,
        None => 7 - back,
        Some(Direction::Current) => 0 - back,
        Some(Direction::Past) if back == 0 => -7,
        Some(Direction::Past) => -back,
        Some(Direction::Next) => 7 - back,
    };
    published.checked_add(days.days()).ok()
}

/// The year of a month named without one: the nearest such month, or the next or last one where an adjective says so.
#[must_use]
pub fn year_of_month(published: Date, month: i8, direction: Option<Direction>) -> i16 {
    published.year() + years_off(published.month(), month, direction)
}

/// How many years from that of the month `now` a month named without a year lies, in either calendar.
fn years_off(now: i8, month: i8, direction: Option<Direction>) -> i16 {
    match direction {
        Some(Direction::Past) => -i16::from(month >= now),
        Some(Direction::Next) => i16::from(month <= now),
        Some(Direction::Current) => 0,
        None => match month - now {
            ahead if ahead > 6 => -1,
            ahead if ahead < -6 => 1,
            _ => 0,
        },
    }
}

/// The ISO week so many weeks from the publication's.
#[must_use]
pub fn week(published: Date, weeks: i64) -> Option<ISOWeekDate> {
    Some(published.checked_add((7 * weeks).days()).ok()?.iso_week_date())
}

/// The month so many months from the publication's.
#[must_use]
pub fn month(published: Date, months: i64) -> Option<(i16, i8)> {
    let date = published.first_of_month().checked_add(months.months()).ok()?;
    Some((date.year(), date.month()))
}

/// A day of the Hijri calendar as Saudi Arabia reckons it (Umm al-Qura), as Gregorian date.
#[must_use]
pub fn hijri_day(year: i32, month: u8, day: u8) -> Option<Date> {
    let date = IcuDate::try_new_hijri_with_calendar(year, month, day, Hijri::<UmmAlQura>::default()).ok()?;
    let days = date.to_rata_die().to_i64_date() - EPOCH;
    Date::constant(1970, 1, 1).checked_add(days.days()).ok()
}

/// The Hijri year and month of a day.
fn hijri_month_of(date: Date) -> Option<(i32, i8)> {
    // A Hijri year has some eleven days less than a Gregorian one; the year after the estimate is tried first.
    let guess = (i32::from(date.year()) - 622) * 33 / 32;
    let year = (guess - 1..=guess + 2).rev().find(|year| hijri_day(*year, 1, 1).is_some_and(|first| first <= date))?;
    let month = (1..=12_u8).rev().find(|month| hijri_day(year, *month, 1).is_some_and(|first| first <= date))?;
    Some((year, month as i8))
}

/// The Hijri year of a month named without one: the nearest such month, or the one an adjective points at.
#[must_use]
pub fn hijri_year_of_month(published: Date, month: i8, direction: Option<Direction>) -> Option<i32> {
    let (year, now) = hijri_month_of(published)?;
    Some(year + i32::from(years_off(now, month, direction)))
}

/// The days of a Hijri month as an interval of Gregorian ones, in EDTF.
#[must_use]
pub fn hijri_month(year: i32, month: u8) -> Option<String> {
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    hijri_span((year, month), next)
}

/// The days of a Hijri year as an interval of Gregorian ones, in EDTF.
#[must_use]
pub fn hijri_year(year: i32) -> Option<String> {
    hijri_span((year, 1), (year + 1, 1))
}

fn hijri_span(from: (i32, u8), before: (i32, u8)) -> Option<String> {
    let first = hijri_day(from.0, from.1, 1)?;
    let last = hijri_day(before.0, before.1, 1)?.yesterday().ok()?;
    Some(format!("{first}/{last}"))
}

/// 1 January 1970 as fixed day number (Reingold and Dershowitz).
const EPOCH: i64 = 719_163;

#[cfg(test)]
mod tests {
    use super::*;

    const THURSDAY: Date = Date::constant(2024, 7, 4);

    #[test]
    fn weekdays_are_the_nearest_or_where_the_adjective_points() {
        for (number, direction, want) in [
            (4, None, "2024-07-04"),
            (3, None, "2024-07-03"),
            (5, None, "2024-07-05"),
            (1, None, "2024-07-01"),
            (7, None, "2024-07-07"),
            (4, Some(Direction::Past), "2024-06-27"),
            (4, Some(Direction::Next), "2024-07-11"),
            (3, Some(Direction::Next), "2024-07-10"),
        ] {
            assert_eq!(weekday(THURSDAY, number, direction).unwrap().to_string(), want, "{number} {direction:?}");
        }
    }

    #[test]
    fn months_without_a_year_are_the_nearest() {
        assert_eq!(year_of_month(THURSDAY, 5, None), 2024);
        assert_eq!(year_of_month(THURSDAY, 12, Some(Direction::Past)), 2023);
        assert_eq!(year_of_month(THURSDAY, 3, Some(Direction::Next)), 2025);
        assert_eq!(year_of_month(Date::constant(2024, 1, 9), 12, None), 2023);
        assert_eq!(year_of_month(Date::constant(2024, 12, 9), 1, None), 2025);
    }

    #[test]
    fn moments_are_edtf() {
        for (moment, want) in [
            (Moment::Day(THURSDAY), "2024-07-04"),
            (Moment::Month(2023, 11), "2023-11"),
            (Moment::Week(week(THURSDAY, -1).unwrap()), "2024-W26"),
            (Moment::Decade(1990), "199X"),
            (Moment::Century(19), "19XX"),
        ] {
            assert_eq!(moment.to_string(), want);
        }
    }

    #[test]
    fn hijri_days_follow_the_umm_al_qura_calendar() {
        assert_eq!(hijri_day(1436, 10, 19).unwrap(), Date::constant(2015, 8, 4));
        assert_eq!(hijri_day(1445, 9, 1).unwrap(), Date::constant(2024, 3, 11));
        assert_eq!(hijri_day(1445, 13, 1), None);
    }

    #[test]
    fn hijri_months_and_years_are_intervals_of_the_common_calendar() {
        assert_eq!(hijri_month(1445, 9).unwrap(), "2024-03-11/2024-04-09");
        assert_eq!(hijri_month(1444, 12).unwrap(), "2023-06-19/2023-07-18");
        assert_eq!(hijri_year(1445).unwrap(), "2023-07-19/2024-07-06");
        assert_eq!(hijri_year_of_month(THURSDAY, 9, None), Some(1445));
        assert_eq!(hijri_year_of_month(THURSDAY, 1, None), Some(1446));
        assert_eq!(hijri_year_of_month(THURSDAY, 9, Some(Direction::Next)), Some(1446));
        assert_eq!(hijri_year_of_month(THURSDAY, 12, Some(Direction::Past)), Some(1444));
    }
}
