//! Durations of several units: «ساعة و28 دقيقة», «سنتين وستة أشهر».

use super::candidate::{Candidate, Source};
use super::numbers;
use super::quantities::unit;
use super::scene::{Hit, Scene, kind};
use crate::analysis::Value;
use crate::entity_type::EntityType;
use crate::gazetteer::Meaning;
use crate::text::TokenKind;
use crate::text::clitics::Reading;
use crate::text::fold::arabic;

/// Units of time, smallest first, as the units' file names them.
const TIMES: [&[&str]; 7] = [&["ثانية"], &["دقيقة"], &["ساعة"], &["يوم", "ليلة"], &["أسبوع"], &["شهر"], &["سنة", "عام"]];

/// One term of a duration: where it ends, the place of its unit among [`TIMES`], and the unit's own hit where a number stands before it.
struct Term<'s> {
    reading: Reading,
    last: usize,
    size: usize,
    unit: Option<&'s Hit>,
    /// How many; `None` of a number that is not whole.
    count: Option<u64>,
}

/// How many of the next smaller unit of [`TIMES`] make one; 0 where that differs from month to month.
const SMALLER: [u64; 7] = [0, 60, 60, 24, 7, 0, 12];

/// A duration in its smallest unit, where the calendar does not matter: «ساعة و28 دقيقة» → 88 minutes.
fn in_smallest(terms: &[Term<'_>]) -> Option<Value> {
    let mut sum = 0_u64;
    let smallest = terms.last()?.size;
    for term in terms {
        let each = (smallest + 1..=term.size).try_fold(1_u64, |each, size| each.checked_mul(SMALLER[size]).filter(|each| *each > 0))?;
        sum = sum.checked_add(term.count?.checked_mul(each)?)?;
    }
    Some(Value::Quantity { decimal: sum.to_string(), unit: TIMES[smallest][0].to_owned() })
}

/// «ساعتين و6 دقائق», «ساعة و28 دقيقة», «سنتين وستة أشهر»: units of time that go down, joined by «و», are one duration.
pub fn duration(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) -> Option<usize> {
    if scene.token(at)?.kind != TokenKind::Number && !scene.begins(at, kind::UNIT | kind::NUMBER) {
        return None;
    }
    let first = term(scene, at, false)?;
    let mut terms = vec![first];
    while let Some(before) = terms.last().filter(|_| terms.len() < 4) {
        let next = before.last + 1;
        if !scene.continues(next) || !scene.is_word(next) || scene.codes(next)[0] != arabic('و') {
            break;
        }
        let digits = scene.codes(next).len() == 1;
        let Some(term) = term(scene, next + usize::from(digits), !digits).filter(|term| term.size < before.size) else { break };
        terms.push(term);
    }
    let last = terms.last().filter(|_| terms.len() > 1)?.last;
    let whole = Candidate::spanning(scene, at, terms[0].reading, last, EntityType::Quantity, 0.94, "quantity.duration");
    out.extend(whole.map(|found| match in_smallest(&terms) {
        Some(value) => found.valued(value),
        None => found,
    }));
    out.extend(
        terms
            .iter()
            .filter_map(|term| term.unit)
            .map(|unit| Candidate::over(unit, EntityType::Unit, 0.9, Source::Rule("unit.in-quantity"))),
    );
    Some(last)
}

/// A number with a unit of time, a dual, or the unit alone: «6 دقائق», «ساعتين», «ساعة». `joined`: behind «و» of the same word.
fn term<'s>(scene: &'s Scene<'_, '_>, at: usize, joined: bool) -> Option<Term<'s>> {
    let size = |hit: &Hit| match hit.meaning {
        Meaning::Unit(id) => TIMES.iter().position(|names| names.contains(&scene.gazetteer.units[id as usize].name.as_str())),
        _ => None,
    };
    let cut = u8::from(joined);
    if let Some(number) = numbers::parse(scene, at).filter(|number| number.reading.cut == cut || !joined) {
        let unit = unit(scene, number.last + 1)?;
        return Some(Term {
            reading: number.reading,
            last: unit.last,
            size: size(unit)?,
            unit: Some(unit),
            count: number.decimal.parse().ok(),
        });
    }
    // The article makes it a point in time: «الساعة والدقيقة».
    let hit = scene.hits(at).iter().find(|hit| hit.reading.cut == cut && !hit.reading.article && size(hit).is_some())?;
    let letters = &scene.codes(at)[usize::from(cut)..];
    if letters.starts_with(&[arabic('ا'), arabic('ل')]) {
        return None;
    }
    let dual = letters.ends_with(&[arabic('ي'), arabic('ن')]) || letters.ends_with(&[arabic('ا'), arabic('ن')]);
    Some(Term {
        reading: hit.reading,
        last: hit.last,
        size: size(hit)?,
        unit: (!dual).then_some(hit),
        count: Some(if dual { 2 } else { 1 }),
    })
}
