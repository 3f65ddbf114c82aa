//! Which summit it is: organiser, number, place, days, status, and its name.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::days::days;
use super::host::host;
use super::merge::{add_evidence, conflict};
use crate::proto as pb;
use crate::rpc::Analyzer;
use crate::summit::article::{Article, fold};
use crate::summit::days::Days;
use crate::summit::reference::reference;
use crate::summit::{cues, days as told, frame, group, place};
use pb::SummitStatus;

/// Organiser, number, place, days, status; gives the days.
pub fn frame(engine: &dyn Analyzer, articles: &[&Article], organizer: &str, summit: &mut pb::Summit) -> Option<(Date, Date)> {
    if !organizer.is_empty() {
        summit.organizer = Some(reference(engine, organizer));
    }
    let mut ordinals: BTreeMap<u32, Vec<pb::Evidence>> = BTreeMap::new();
    let mut places: BTreeMap<String, (f32, pb::EntityRef)> = BTreeMap::new();
    let mut spans: Vec<(usize, Days<'_>)> = Vec::new();
    for (number, article) in articles.iter().enumerate() {
        if let Some((ordinal, sentence)) = frame::ordinal(engine, article, organizer) {
            ordinals.entry(ordinal).or_default().push(article.evidence(sentence));
        }
        for (place, weight) in place::places(engine, article, organizer) {
            places.entry(place.entity_id.clone()).or_insert((0.0, place)).0 += weight;
        }
        spans.extend(told::days(engine, article, organizer).into_iter().map(|days| (number, days)));
        // The later article knows where it came to be held.
        // A hall is told more closely than a resort.
        let closer = |venue: &pb::EntityRef| summit.venue.is_none() || !fold(&venue.name).contains("منتجع");
        if let Some((venue, sentence)) = place::venue(engine, article, organizer).filter(|(venue, _)| closer(venue)) {
            summit.venue = Some(venue);
            add_evidence(&mut summit.evidence, vec![article.evidence(sentence)]);
        }
        // The first sentence that speaks of the summit names it.
        if let Some((_, sentence)) =
            frame::telling(engine, article, organizer).find(|(_, sentence)| cues::any(&sentence.words, cues::SUMMIT))
        {
            add_evidence(&mut summit.evidence, vec![article.evidence(sentence)]);
        }
    }
    ordinal(ordinals, summit);
    host(engine, places, summit);
    let days = days(articles, &spans, summit);
    status(engine, articles, organizer, &spans, days, summit)
}

/// The number most articles give; another is a conflict.
fn ordinal(ordinals: BTreeMap<u32, Vec<pb::Evidence>>, summit: &mut pb::Summit) {
    if let Some((ordinal, evidence)) = ordinals.iter().max_by_key(|(ordinal, evidence)| (evidence.len(), **ordinal)) {
        summit.ordinal = *ordinal;
        add_evidence(&mut summit.evidence, evidence.clone());
    }
    if ordinals.len() > 1 {
        let kept = summit.ordinal;
        let values = ordinals.into_iter().map(|(ordinal, evidence)| (ordinal.to_string(), ordinal == kept, evidence)).collect();
        summit.conflicts.push(conflict("ordinal", values));
    }
}

/// Whether it is held, to come, or called off, and on which days then; gives the days.
fn status(
    engine: &dyn Analyzer,
    articles: &[&Article],
    organizer: &str,
    spans: &[(usize, Days<'_>)],
    days: Option<(Date, Date)>,
    summit: &mut pb::Summit,
) -> Option<(Date, Date)> {
    let latest = articles.iter().filter_map(|article| article.published).max();
    let off = articles.iter().rev().find_map(|article| frame::called_off(engine, article, organizer).map(|found| (*article, found)));
    // Put off, it is held on the later days.
    let days = match &off {
        Some((_, (SummitStatus::Postponed, _))) => spans.iter().map(|(_, days)| (days.start, days.end)).max().or(days),
        _ => days,
    };
    // The days it was put off from are no other word on the days it was put off to.
    if let Some((_, (SummitStatus::Postponed, _))) = &off {
        let far = |value: &str| days.zip(value.parse::<Date>().ok()).is_some_and(|((start, _), day)| group::days_between(start, day) > 45);
        summit.conflicts.retain(|conflict| !conflict.field.ends_with("_date") || !conflict.values.iter().any(|value| far(&value.value)));
    }
    if let Some((start, end)) = days {
        summit.start_date = start.to_string();
        summit.end_date = end.to_string();
    }
    let status = match (&off, days, latest) {
        (Some((_, (status, _))), _, _) => *status,
        (None, Some((start, _)), Some(latest)) if latest < start => SummitStatus::Planned,
        (None, Some(_), _) => SummitStatus::Held,
        _ => SummitStatus::Unspecified,
    };
    if let Some((article, (_, sentence))) = off {
        add_evidence(&mut summit.evidence, vec![article.evidence(sentence)]);
    }
    summit.status = status.into();
    days
}

/// Its key and its names: by organiser and year, else by place and day.
pub fn name(summit: &mut pb::Summit, start: Option<Date>) {
    let year = start.map(|start| start.year().to_string()).unwrap_or_default();
    let place = summit.host_city.as_ref().or(summit.host_country.as_ref());
    let key = summit.organizer.as_ref().or(place).map(|of| of.entity_id.clone()).unwrap_or_default();
    let date = if summit.organizer.is_some() { year } else { summit.start_date.clone() };
    summit.id = ["summit", &key, &date].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let of = summit.organizer.as_ref().or(place);
    summit.name = of.map_or_else(|| "قمة".to_owned(), |of| format!("قمة {}", of.name));
    summit.name_en = of.filter(|of| !of.name_en.is_empty()).map(|of| format!("{} summit", of.name_en)).unwrap_or_default();
}
