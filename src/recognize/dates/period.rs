//! Months, years and spans of them, absolute and relative.

use super::{Found, Rules, WHOLE, YearOf};
use crate::gazetteer::{Meaning, OrdinalForm, Trigger};
use crate::recognize::calendar::{self, Direction, Moment};
use crate::recognize::scene::Scene;
use crate::recognize::{numbers, phrase};
use crate::text::clitics::Reading;
use crate::text::fold::{ends, is, starts};
use crate::text::{Gap, TokenKind};

impl Rules<'_, '_, '_> {
    /// «يوليو/تموز 2024», «نوفمبر», «شهر مارس المقبل».
    pub(super) fn month_led(&self, at: usize) -> Option<Found> {
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
            (true, year) => {
                self.hijri_year(&month, year).and_then(|year| calendar::hijri_month(year, month.number as u8)).unwrap_or_default()
            }
            (false, year) => self.year_of(&month, year).map_or_else(String::new, |year| Moment::Month(year, month.number).to_string()),
        };
        Some(Found { reading, last, edtf, rule: "date.month", score: 0.92 })
    }

    /// «منتصف يونيو/حزيران الماضي», «أواخر العام الحالي», «نهاية 2015»: the precision is the month's or year's.
    pub(super) fn month_part(&self, at: usize) -> Option<Found> {
        let (reading, last) = self.triggered(at, Trigger::MonthPart)?;
        let next = last + 1;
        if !self.scene.continues(next) {
            return None;
        }
        if let Some((last, edtf)) = self.current(next) {
            return Some(Found { reading, last, edtf, rule: "date.part", score: 0.88 });
        }
        let inner =
            self.month_called(next).or_else(|| self.year_led(next)).or_else(|| self.relative(next)).or_else(|| self.era(next)).or_else(
                || {
                    let (year, last) = self.year(next)?;
                    let YearOf::Given(year) = year else { return None };
                    Some(Found { reading: WHOLE, last, edtf: Moment::Year(year).to_string(), rule: "", score: 0.0 })
                },
            )?;
        (inner.reading.cut == 0).then_some(Found { reading, last: inner.last, edtf: inner.edtf, rule: "date.part", score: 0.92 })
    }

    /// «العام», «الشهر», «السنة» behind its part, with nothing that says which: the present one («مطلع العام», «أواخر الشهر»).
    fn current(&self, at: usize) -> Option<(usize, String)> {
        let class = [Trigger::YearNoun, Trigger::MonthNoun].into_iter().find(|class| self.scene.whole_trigger(at, *class).is_some())?;
        let noun = self.scene.whole_trigger(at, class)?;
        let next = noun.next();
        let which = self.scene.continues(next)
            && (self.direction(next).is_some()
                || phrase::adjective(self.scene, next)
                || self.month(next).is_some()
                || self.year(next).is_some()
                || self.scene.is_word(next) && self.definite(next, WHOLE));
        (self.definite(at, WHOLE) && !which).then(|| (noun.last, self.shifted(class, Direction::Current)))
    }

    /// A month behind a noun that only goes before months and years, though it is an ordinary word too: «مطلع مارس», «النصف الأول من آب».
    fn month_called(&self, at: usize) -> Option<Found> {
        self.month_led(at).or_else(|| {
            let month = self.month(at).filter(|month| month.reading.cut == 0)?;
            let edtf = self.year_of(&month, &YearOf::Open).map_or_else(String::new, |year| Moment::Month(year, month.number).to_string());
            (!month.hijri).then_some(Found { reading: WHOLE, last: month.last, edtf, rule: "date.month", score: 0.9 })
        })
    }

    /// «عام 2022», «العام الماضي», «للأعوام 2023 - 2024», «أعوام 2005، و2011، و2017», «هذا العام».
    pub(super) fn year_led(&self, at: usize) -> Option<Found> {
        let (reading, noun) = self.triggered(at, Trigger::YearNoun)?;
        let next = noun + 1;
        if let Some((year, last)) = self.year(next) {
            let (edtf, last) = match year {
                YearOf::Given(year) => self.years(year, last),
                YearOf::Hijri(year) => (calendar::hijri_year(year).unwrap_or_default(), last),
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

    pub(super) fn definite(&self, at: usize, reading: Reading) -> bool {
        reading.article || starts(&self.scene.codes(at)[reading.cut as usize..], "ال")
    }

    /// Further years behind the first: a range, or a list.
    pub(super) fn years(&self, first: i16, mut last: usize) -> (String, usize) {
        let mut years = vec![first];
        let mut range = false;
        // «بين عامي 2001 و2006».
        let between = (1..=2).filter_map(|back| last.checked_sub(back)).any(|at| self.scene.raw(at) == "بين");
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
            [first, second] if range || between => format!("{first:04}/{second:04}"),
            _ => format!("{{{}}}", years.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")),
        };
        (edtf, last)
    }

    /// «الشهر الماضي», «الأسبوع المقبل», «هذا العام», «الصيف الماضي», «الأشهر الماضية», «السنوات الأخيرة».
    pub(super) fn relative(&self, at: usize) -> Option<Found> {
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
        if let Some(found) = self.part_of_year(at) {
            return Some(found);
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

    /// «الربع الأول من 2024», «النصف الثاني من العام الجاري», «صيف 2015»: months of a year; seasons by their EDTF codes 21 to 24.
    fn part_of_year(&self, at: usize) -> Option<Found> {
        if let Some((reading, last)) = self.triggered(at, Trigger::Season) {
            let of = usize::from(self.scene.continues(last + 1) && matches!(self.scene.raw(last + 1), "عام" | "العام" | "من" | "سنة"));
            let led = self
                .scene
                .continues(last + 1)
                .then(|| self.year_led(last + 1))
                .flatten()
                .and_then(|year| Some((year.edtf.parse().ok()?, year.last)));
            let (year, end): (i16, usize) = match led {
                Some(led) => led,
                None => match self.year(last + 1 + of)? {
                    (YearOf::Given(year), end) => (year, end),
                    _ => return None,
                },
            };
            let code = 21 + ["ربيع", "صيف", "خريف", "شتاء"].iter().position(|season| ends(self.scene.codes(at), season))?;
            return Some(Found { reading, last: end, edtf: format!("{year:04}-{code}"), rule: "date.season", score: 0.9 });
        }
        let (reading, last) = self.triggered(at, Trigger::QuarterNoun)?;
        // «الربع المماثل من العام الماضي».
        let like = last + 1;
        if self.scene.continues(like) && matches!(self.scene.raw(like), "المماثل" | "المقابل" | "نفسه" | "ذاته") {
            let of = like + 1;
            let year = (self.scene.continues(of) && self.scene.raw(of) == "من" && self.scene.continues(of + 1))
                .then(|| self.year_led(of + 1).map(|year| year.last).or_else(|| self.year(of + 1).map(|year| year.1)))
                .flatten()?;
            return Some(Found { reading, last: year, edtf: String::new(), rule: "date.part-of-year", score: 0.9 });
        }
        let ordinal = self.scene.whole_hits(last + 1).find_map(|hit| match hit.meaning {
            Meaning::Ordinal { value, form: OrdinalForm::Definite } if self.scene.continues(last + 1) => Some((value as i8, hit.last)),
            _ => None,
        })?;
        let of = ordinal.1 + 1;
        if !self.scene.continues(of) || self.scene.raw(of) != "من" {
            return self.fiscal(at, reading, ordinal.1);
        }
        if let Some(month) = self.month_called(of + 1).filter(|month| month.reading.cut == 0) {
            return Some(Found { reading, last: month.last, edtf: month.edtf, rule: "date.part-of-month", score: 0.92 });
        }
        let months: i8 = if ends(self.scene.codes(at), "ربع") || ends(self.scene.codes(at), "فصل") {
            3
        } else if ends(self.scene.codes(at), "نصف") {
            6
        } else {
            4
        };
        let year = self.year_led(of + 1).map(|year| (year.edtf, year.last)).or_else(|| match self.year(of + 1)? {
            (YearOf::Given(year), last) => Some((format!("{year:04}"), last)),
            _ => None,
        });
        // «من العام المالي»: which months are a state's own affair.
        let business = || {
            let noun = self.follows(of + 1, Trigger::YearNoun)?;
            let kind = matches!(self.scene.raw(noun + 1), "المالي" | "المالى" | "الدراسي" | "الدراسى" | "المالية" | "الدراسية");
            (self.scene.continues(noun + 1) && kind).then(|| (String::new(), self.direction(noun + 2).map_or(noun + 1, |(_, end)| end)))
        };
        let year = year.or_else(business)?;
        let first = (ordinal.0 - 1) * months + 1;
        let edtf = if year.0.len() == 4 && (1..=12).contains(&first) {
            format!("{0}-{first:02}/{0}-{1:02}", year.0, first + months - 1)
        } else {
            String::new()
        };
        Some(Found { reading, last: year.1, edtf, rule: "date.part-of-year", score: 0.9 })
    }

    /// «أرباح الربع الثالث بلغت», «خلال النصف الأول»: part of the business year where a word of accounts stands before it; which year the text leaves open.
    fn fiscal(&self, at: usize, reading: Reading, last: usize) -> Option<Found> {
        const ACCOUNTS: [&str; 17] = [
            "أرباح",
            "نتائج",
            "إيرادات",
            "ايرادات",
            "خسائر",
            "مبيعات",
            "صادرات",
            "واردات",
            "عائدات",
            "إنتاج",
            "نمو",
            "أداء",
            "خلال",
            "صافي",
            "خسارة",
            "بيانات",
            "أرباحه",
        ];
        let quarter = ends(self.scene.codes(at), "ربع") || ends(self.scene.codes(at), "نصف");
        let from = at.saturating_sub(4);
        let told =
            (from..at).any(|word| self.scene.is_word(word) && ACCOUNTS.contains(&self.scene.raw(word).trim_start_matches(['و', 'ل', 'ب'])));
        // «في الربع الثالث»: there are quarters of little else.
        let during =
            at > 0 && self.scene.continues(at) && matches!(self.scene.raw(at - 1), "في" | "فى" | "عن") && ends(self.scene.codes(at), "ربع");
        let whole = self.definite(at, reading) && !self.scene.is_sports(at);
        (quarter && (told || during) && whole).then(|| Found { reading, last, edtf: String::new(), rule: "date.fiscal", score: 0.86 })
    }

    pub(super) fn shifted(&self, class: Trigger, direction: Direction) -> String {
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

    /// «في 2001», «منذ 2003», «بأخرى 2010»: four digits that count nothing.
    pub(super) fn bare_year(&self, at: usize) -> Option<Found> {
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
            matches!(
                self.scene.raw(before).trim_start_matches('و'),
                "في" | "فى" | "منذ" | "حتى" | "سنة" | "من" | "إلى" | "بين" | "قبل" | "بعد" | "خلال"
            )
        });
        if counted && !introduced {
            return None;
        }
        let ranged = self.scene.is_punct(at + 1, &['-', '–']) && self.year(at + 2).is_some();
        let (edtf, last) = if introduced || ranged { self.years(year as i16, at) } else { (Moment::Year(year as i16).to_string(), at) };
        // «دستور 2011», «ميزانية 2016»: what goes by its year.
        let of_year = before.is_some_and(|before| !counted && self.goes_by_year(before));
        let score = if introduced || of_year { 0.97 } else { 0.75 };
        Some(Found { reading: WHOLE, last, edtf, rule: "date.bare-year", score })
    }

    /// Whether a noun is one that years are put behind: «دستور», «تشريعيات», «موسم»; not «رقم», «نحو», «القرار».
    fn goes_by_year(&self, at: usize) -> bool {
        const NUMBERED: [&str; 12] =
            ["رقم", "الرقم", "قرار", "القرار", "قانون", "القانون", "مرسوم", "المرسوم", "المادة", "مادة", "الفصل", "عدد"];
        use crate::gazetteer::class;
        let classes = self.scene.inflected_classes(at);
        self.scene.is_word(at)
            && classes & class::COMMON != 0
            && classes & (class::FUNCTION | class::VERB | class::SPEECH) == 0
            && !NUMBERED.iter().any(|word| self.scene.raw(at).ends_with(word))
            && self.scene.trigger(at, Trigger::Approx).is_none()
    }

    /// Whether a word behind a number is what it counts: a noun, no preposition, verb or adjective with article.
    pub(super) fn counts(&self, at: usize) -> bool {
        let classes = self.scene.inflected_classes(at);
        use crate::gazetteer::class;
        let functional = classes & (class::FUNCTION | class::VERB | class::SPEECH) != 0;
        let cut = self.scene.codes(at).first() == Some(&crate::text::fold::arabic('و'));
        !functional && !cut && !self.definite(at, WHOLE)
    }
}

fn is_conjunction(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.raw(at) == "و" || is(scene.codes(at), "و")
}
