//! When a summit is held.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::merge::{add_evidence, conflict};
use crate::proto as pb;
use crate::summit::article::Article;
use crate::summit::days::Days;
use crate::summit::group;

/// The days most is said for: both ends together before single days; what is said of other ends is a conflict.
pub fn days(articles: &[&Article], spans: &[(usize, Days<'_>)], summit: &mut pb::Summit) -> Option<(Date, Date)> {
    let mut whole: BTreeMap<(Date, Date), (f32, Vec<pb::Evidence>)> = BTreeMap::new();
    let evidence = |number: &usize, days: &Days<'_>| articles[*number].evidence(days.sentence);
    for (number, days) in spans.iter().filter(|(_, days)| days.whole) {
        let entry = whole.entry((days.start, days.end)).or_default();
        entry.0 += days.weight + 0.1 * *number as f32;
        add_evidence(&mut entry.1, vec![evidence(number, days)]);
    }
    let best = whole.iter().max_by(|a, b| a.1.0.total_cmp(&b.1.0)).map(|(days, _)| *days);
    if let Some(best) = best {
        for (field, end) in [("start_date", false), ("end_date", true)] {
            let mut values: BTreeMap<Date, Vec<pb::Evidence>> = BTreeMap::new();
            for ((first, last), (_, evidence)) in &whole {
                values.entry(if end { *last } else { *first }).or_default().extend(evidence.iter().cloned());
            }
            let kept = if end { best.1 } else { best.0 };
            if values.len() > 1 {
                summit
                    .conflicts
                    .push(conflict(field, values.into_iter().map(|(day, evidence)| (day.to_string(), day == kept, evidence)).collect()));
            }
        }
        for (number, days) in spans.iter().filter(|(_, days)| days.whole && (days.start, days.end) == best) {
            add_evidence(&mut summit.evidence, vec![evidence(number, days)]);
        }
        // It went on longer than was planned: who tells of its end on the day or after knows.
        let late = spans.iter().filter(|(number, days)| {
            days.ends
                && days.weight >= 1.4
                && days.end > best.1
                && group::days_between(days.end, best.1) <= 14
                && articles[*number].published >= Some(days.end)
        });
        if let Some((number, last)) = late.max_by_key(|(_, days)| days.end)
            && !summit.conflicts.iter().any(|conflict| conflict.field == "end_date")
        {
            let said = whole.iter().filter(|((_, end), _)| *end == best.1).flat_map(|(_, (_, evidence))| evidence.clone()).collect();
            let values = vec![(best.1.to_string(), false, said), (last.end.to_string(), true, vec![evidence(number, last)])];
            summit.conflicts.push(conflict("end_date", values));
            return Some((best.0, last.end));
        }
        return Some(best);
    }
    let mut single: BTreeMap<Date, f32> = BTreeMap::new();
    for (_, days) in spans {
        *single.entry(days.start).or_default() += days.weight;
    }
    let best = single.iter().max_by(|a, b| a.1.total_cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(day, _)| *day)?;
    let near: Vec<Date> = spans
        .iter()
        .filter(|(_, days)| days.weight >= 1.4 && group::days_between(days.start, best) <= 3)
        .map(|(_, days)| days.start)
        .collect();
    for (number, days) in spans.iter().filter(|(_, days)| days.start == best) {
        add_evidence(&mut summit.evidence, vec![evidence(number, days)]);
    }
    let start = near.iter().copied().min().unwrap_or(best).min(best);
    let end = near.iter().copied().max().unwrap_or(best).max(best);
    Some((start, end))
}
