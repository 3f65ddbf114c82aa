//! Decades and centuries.

use super::{Found, Rules, WHOLE};
use crate::gazetteer::{Meaning, Trigger};
use crate::recognize::calendar::{self, Direction, Moment};
use crate::text::fold::{rest_behind, starts};

impl Rules<'_, '_, '_> {
    /// «التسعينيات», «ثمانينيات القرن الماضي», «القرن العشرين», «القرن الـ19».
    pub(super) fn era(&self, at: usize) -> Option<Found> {
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
        // «القرن الخامس الميلادي», «القرن الثالث الهجري», «القرن الأول قبل الميلاد»: of the Hijri ones and those before Christ the value is left open.
        let next = last + 1;
        let reckoned = |words: &[&str]| self.scene.continues(next) && words.contains(&self.scene.raw(next));
        if reckoned(&["الميلادي", "الهجري"]) {
            let base = base.filter(|_| self.scene.raw(next) == "الميلادي");
            let edtf = base.map_or_else(String::new, |base| Moment::Century(base).to_string());
            return Some(Found { reading, last: next, edtf, rule: "date.century", score: 0.9 });
        }
        if reckoned(&["قبل"]) && self.scene.continues(next + 1) && self.scene.raw(next + 1) == "الميلاد" {
            return Some(Found { reading, last: next + 1, edtf: String::new(), rule: "date.century", score: 0.9 });
        }
        let edtf = base.map_or_else(String::new, |base| Moment::Century(base).to_string());
        Some(Found { reading, last, edtf, rule: "date.century", score: 0.9 })
    }

    /// «عام 652», «سنة 751 هـ», «221 - 207 قبل الميلاد»: years of three digits, and those before Christ, whose EDTF counts a year 0 (207 BC is −0206).
    pub(super) fn early(&self, at: usize) -> Option<Found> {
        let led = self.triggered(at, Trigger::YearNoun);
        let first = led.map_or(at, |(_, noun)| noun + 1);
        if led.is_some() && !self.scene.continues(first) {
            return None;
        }
        let one = self.digits(first, 9999).filter(|year| *year > 0)?;
        let dashed = self.scene.is_punct(first + 1, &['-', '–']) && self.scene.continues(first + 2);
        let two = if dashed { self.digits(first + 2, 9999).filter(|year| *year > 0) } else { None };
        let last = if two.is_some() { first + 2 } else { first };
        let reading = led.map_or(WHOLE, |(reading, _)| reading);
        let found = |last, edtf| Some(Found { reading, last, edtf, rule: "date.early-year", score: 0.95 });
        let before_christ = self.scene.continues(last + 2)
            && self.scene.raw(last + 1) == "قبل"
            && matches!(self.scene.raw(last + 2), "الميلاد" | "الميلادية");
        if before_christ {
            let year = |year: u32| if year == 1 { "0000".to_owned() } else { format!("-{:04}", year - 1) };
            return found(last + 2, two.map_or_else(|| year(one), |end| format!("{}/{}", year(one), year(end))));
        }
        let early = led.is_some() && two.is_none() && (100..1000).contains(&one) && self.scene.codes(first).len() == 3;
        if !early {
            return None;
        }
        if let Some(last) = self.follows(first + 1, Trigger::HijriMark) {
            return found(last, calendar::hijri_year(one as i32).unwrap_or_default());
        }
        found(self.follows(first + 1, Trigger::GregorianMark).unwrap_or(first), format!("{one:04}"))
    }

    /// «القرن العشرين» → 19; «القرن الماضي» → the one before the publication's.
    pub(super) fn century(&self, at: usize) -> Option<(usize, Option<i16>)> {
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
}

/// The decade a word names: «الستينيات» → 60.
fn decade_of(letters: &[u8]) -> Option<i16> {
    const STEMS: [(&str, i16); 8] =
        [("عشرين", 20), ("ثلاثين", 30), ("اربعين", 40), ("خمسين", 50), ("ستين", 60), ("سبعين", 70), ("ثمانين", 80), ("تسعين", 90)];
    let bare = rest_behind(letters, "ال").unwrap_or(letters);
    STEMS.iter().find(|(stem, _)| starts(bare, stem)).map(|(_, value)| *value)
}
