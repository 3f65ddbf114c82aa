//! Dates as the news of each language writes them.

use jiff::civil::Date;

/// Both systems of month names.
const ARABIC: [&str; 12] = [
    "يناير/كانون الثاني",
    "فبراير/شباط",
    "مارس/آذار",
    "أبريل/نيسان",
    "مايو/أيار",
    "يونيو/حزيران",
    "يوليو/تموز",
    "أغسطس/آب",
    "سبتمبر/أيلول",
    "أكتوبر/تشرين الأول",
    "نوفمبر/تشرين الثاني",
    "ديسمبر/كانون الأول",
];
const ENGLISH: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// 2024.
    Year(i16),
    /// 2024-07.
    Month(i16, i8),
    /// 2024-07-04.
    Day(Date),
}

/// What an EDTF string says, as far as news words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// One point.
    At(Point),
    /// From one point to another of the same kind.
    Span(Point, Point),
    /// Several points.
    Each(Vec<Point>),
}

impl Point {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches(['~', '?', '%']);
        let text = text.split_once('T').map_or(text, |(day, _)| day);
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?.parse::<i16>().ok()?;
        let Some(month) = parts.next() else { return Some(Self::Year(year)) };
        let month = month.parse::<i8>().ok().filter(|month| (1..=12).contains(month))?;
        let Some(day) = parts.next() else { return Some(Self::Month(year, month)) };
        let day = day.parse::<i8>().ok()?;
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, month, day).ok().map(Self::Day)
    }

    fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// Year, month and day, those left open as their first.
    fn first(self) -> (i16, i8, i8) {
        match self {
            Self::Year(year) => (year, 1, 1),
            Self::Month(year, month) => (year, month, 1),
            Self::Day(day) => (day.year(), day.month(), day.day()),
        }
    }

    fn same_kind(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// «4 يوليو/تموز 2024», «يوليو/تموز 2024», «عام 2024».
    fn arabic(self, with_year: bool) -> String {
        let year = |text: String, year: i16| if with_year { format!("{text} {year}") } else { text };
        match self {
            Self::Year(year) => format!("عام {year}"),
            Self::Month(y, month) => year(name(&ARABIC, month).to_owned(), y),
            Self::Day(day) => year(format!("{} {}", day.day(), name(&ARABIC, day.month())), day.year()),
        }
    }

    /// `4 July 2024`, `July 2024`, `2024`.
    fn english(self, with_year: bool) -> String {
        let year = |text: String, year: i16| if with_year { format!("{text} {year}") } else { text };
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month(y, month) => year(name(&ENGLISH, month).to_owned(), y),
            Self::Day(day) => year(format!("{} {}", day.day(), name(&ENGLISH, day.month())), day.year()),
        }
    }
}

fn name(names: &[&'static str; 12], month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
}

impl When {
    /// Reads an EDTF string; nothing where it is empty or of a kind that is not worded here.
    pub fn parse(edtf: &str) -> Option<Self> {
        let edtf = edtf.trim();
        if let Some(list) = edtf.strip_prefix(['{', '[']) {
            let points: Option<Vec<Point>> = list.trim_end_matches(['}', ']']).split(',').map(Point::parse).collect();
            let points = points.filter(|points| points.iter().all(|point| point.same_kind(points[0])))?;
            return match points.as_slice() {
                [] => None,
                [point] => Some(Self::At(*point)),
                _ => Some(Self::Each(points)),
            };
        }
        match edtf.split_once('/') {
            None => Point::parse(edtf).map(Self::At),
            Some((from, to)) => Self::between(Point::parse(from)?, Point::parse(to)?),
        }
    }

    /// The days of a summit; either may be empty.
    pub fn days(start: &str, end: &str) -> Option<Self> {
        match (Point::parse(start), Point::parse(end)) {
            (Some(start), Some(end)) => Self::between(start, end).or(Some(Self::At(start))),
            (start, end) => start.or(end).map(Self::At),
        }
    }

    fn between(from: Point, to: Point) -> Option<Self> {
        if !from.same_kind(to) || from > to {
            return None;
        }
        Some(if from == to { Self::At(from) } else { Self::Span(from, to) })
    }

    /// Whether it begins after the last day of `other`.
    pub fn after(&self, other: &Self) -> bool {
        let first = match self {
            Self::At(point) | Self::Span(point, _) => Some(*point),
            Self::Each(points) => points.iter().min().copied(),
        };
        let last = match other {
            Self::At(point) | Self::Span(_, point) => Some(*point),
            Self::Each(points) => points.iter().max().copied(),
        };
        matches!((first, last), (Some(first), Some(last)) if first.first() > last.first())
    }

    /// Whether an Arabic text begins with this date: its day or its month within the first words.
    pub fn begins(&self, text: &str) -> bool {
        let (Self::At(first) | Self::Span(first, _)) = self else { return false };
        let (year, month, day) = first.first();
        let digits = |word: &str| {
            word.chars().filter_map(|c| c.to_digit(10).or_else(|| indic(c))).take(9).fold(0, |sum, digit| sum * 10 + i64::from(digit))
        };
        text.split_whitespace().take(4).any(|word| match first {
            Point::Day(_) if digits(word) == i64::from(day) => true,
            Point::Year(_) => digits(word) == i64::from(year),
            _ => name(&ARABIC, month).split('/').any(|name| word.contains(name)),
        })
    }

    /// «في 28 نوفمبر/تشرين الثاني 2024», «يومي 3 و4 يوليو/تموز 2024».
    pub fn arabic(&self) -> String {
        match self {
            Self::At(year @ Point::Year(_)) => year.arabic(true),
            Self::At(point) => format!("في {}", point.arabic(true)),
            Self::Span(Point::Year(from), Point::Year(to)) => format!("بين عامي {from} و{to}"),
            Self::Span(Point::Day(from), Point::Day(to)) if follows(*from, *to) && same_month(*from, *to) => {
                format!("يومي {} و{}", from.day(), Point::Day(*to).arabic(true))
            }
            Self::Span(Point::Day(from), Point::Day(to)) if follows(*from, *to) => {
                format!("يومي {} و{}", Point::Day(*from).arabic(from.year() != to.year()), Point::Day(*to).arabic(true))
            }
            Self::Span(Point::Day(from), Point::Day(to)) if same_month(*from, *to) => {
                format!("من {} إلى {}", from.day(), Point::Day(*to).arabic(true))
            }
            Self::Span(from, to) => format!("من {} إلى {}", from.arabic(from.year() != to.year()), to.arabic(true)),
            Self::Each(points) if points.iter().all(|point| matches!(point, Point::Year(_))) => {
                let years: Vec<String> = points.iter().map(|point| point.year().to_string()).collect();
                format!("{} {}", if years.len() == 2 { "عامي" } else { "أعوام" }, years.join(" و"))
            }
            Self::Each(points) => {
                let points: Vec<String> = points.iter().map(|point| point.arabic(true)).collect();
                format!("في {}", points.join(" و"))
            }
        }
    }

    /// The term something runs for, or when it happens: «للفترة من يوليو/تموز 2024 إلى يوليو/تموز 2025».
    pub fn arabic_term(&self) -> String {
        match self {
            Self::Span(Point::Year(from), Point::Year(to)) if from + 1 == *to => format!("لعامي {from} و{to}"),
            Self::Span(from, to) => format!("للفترة من {} إلى {}", from.arabic(true), to.arabic(true)),
            Self::At(Point::Year(year)) => format!("لعام {year}"),
            Self::At(_) | Self::Each(_) => self.arabic(),
        }
    }

    /// The date without a preposition, for a list of values.
    pub fn arabic_bare(&self) -> String {
        let text = self.arabic();
        text.strip_prefix("في ").map(str::to_owned).unwrap_or(text)
    }

    /// `on 28 November 2024`, `on 3–4 July 2024`, `in July 2024`.
    pub fn english(&self) -> String {
        match self {
            Self::At(point @ Point::Day(_)) => format!("on {}", point.english(true)),
            Self::At(point) => format!("in {}", point.english(true)),
            Self::Span(Point::Year(from), Point::Year(to)) => format!("between {from} and {to}"),
            Self::Span(Point::Day(from), Point::Day(to)) if follows(*from, *to) && same_month(*from, *to) => {
                format!("on {}–{}", from.day(), Point::Day(*to).english(true))
            }
            Self::Span(Point::Day(from), Point::Day(to)) if follows(*from, *to) => {
                format!("on {} and {}", Point::Day(*from).english(from.year() != to.year()), Point::Day(*to).english(true))
            }
            Self::Span(Point::Day(from), Point::Day(to)) if same_month(*from, *to) => {
                format!("from {} to {}", from.day(), Point::Day(*to).english(true))
            }
            Self::Span(from, to) => format!("from {} to {}", from.english(from.year() != to.year()), to.english(true)),
            Self::Each(points) => {
                let preposition = if points.iter().any(|point| matches!(point, Point::Day(_))) { "on" } else { "in" };
                let mut points: Vec<String> = points.iter().map(|point| point.english(true)).collect();
                let last = points.pop().unwrap_or_default();
                format!("{preposition} {} and {last}", points.join(", "))
            }
        }
    }

    /// The term something runs for, or when it happens: `for 2024–2025`.
    pub fn english_term(&self) -> String {
        match self {
            Self::Span(Point::Year(from), Point::Year(to)) => format!("for {from}–{to}"),
            Self::Span(from, to) => format!("for the term from {} to {}", from.english(true), to.english(true)),
            Self::At(Point::Year(year)) => format!("for {year}"),
            Self::At(_) | Self::Each(_) => self.english(),
        }
    }

    /// The date without a preposition, for a list of values.
    pub fn english_bare(&self) -> String {
        let text = self.english();
        ["on ", "in "].iter().find_map(|word| text.strip_prefix(word)).map(str::to_owned).unwrap_or(text)
    }
}

/// An Arabic-Indic digit.
fn indic(c: char) -> Option<u32> {
    ('\u{660}'..='\u{669}').contains(&c).then(|| u32::from(c) - 0x660)
}

fn follows(from: Date, to: Date) -> bool {
    from.tomorrow().is_ok_and(|next| next == to)
}

fn same_month(from: Date, to: Date) -> bool {
    (from.year(), from.month()) == (to.year(), to.month())
}

#[cfg(test)]
mod tests {
    use super::When;

    #[test]
    fn arabic_dates() {
        let say = |text| When::parse(text).map(|when| when.arabic()).unwrap_or_default();
        assert_eq!(say("2024-11-28"), "في 28 نوفمبر/تشرين الثاني 2024");
        assert_eq!(say("2024-07-03/2024-07-04"), "يومي 3 و4 يوليو/تموز 2024");
        assert_eq!(say("2024-11-11/2024-11-22"), "من 11 إلى 22 نوفمبر/تشرين الثاني 2024");
        assert_eq!(say("2024-06-30/2024-07-01"), "يومي 30 يونيو/حزيران و1 يوليو/تموز 2024");
        assert_eq!(say("2024-06-28/2024-07-02"), "من 28 يونيو/حزيران إلى 2 يوليو/تموز 2024");
        assert_eq!(say("2024-12-30/2025-01-02"), "من 30 ديسمبر/كانون الأول 2024 إلى 2 يناير/كانون الثاني 2025");
        assert_eq!(say("2023-11"), "في نوفمبر/تشرين الثاني 2023");
        assert_eq!(say("2012"), "عام 2012");
        assert_eq!(say("{2005,2011,2017}"), "أعوام 2005 و2011 و2017");
        assert_eq!(say("{2005,2011}"), "عامي 2005 و2011");
        for odd in ["", "2024-W26", "2024-02-30", "2024-13", "أمس", "2024-07-04/..", "{}", "2024-07-04/2024-07-03"] {
            assert_eq!(When::parse(odd), None, "{odd}");
        }
        let term = |text| When::parse(text).map(|when| when.arabic_term()).unwrap_or_default();
        assert_eq!(term("2024/2025"), "لعامي 2024 و2025");
        assert_eq!(term("2024-07/2025-07"), "للفترة من يوليو/تموز 2024 إلى يوليو/تموز 2025");
    }

    #[test]
    fn english_dates() {
        let say = |text| When::parse(text).map(|when| when.english()).unwrap_or_default();
        assert_eq!(say("2024-11-28"), "on 28 November 2024");
        assert_eq!(say("2024-07-03/2024-07-04"), "on 3–4 July 2024");
        assert_eq!(say("2024-11-11/2024-11-22"), "from 11 to 22 November 2024");
        assert_eq!(say("2024-06-30/2024-07-01"), "on 30 June and 1 July 2024");
        assert_eq!(say("2024-06-28/2024-07-02"), "from 28 June to 2 July 2024");
        assert_eq!(say("2024-12-31/2025-01-01"), "on 31 December 2024 and 1 January 2025");
        assert_eq!(say("2023-11"), "in November 2023");
        assert_eq!(say("{2005,2011,2017}"), "in 2005, 2011 and 2017");
    }
}
