//! Which rank a title gives: an office of a body, a seat at a summit.

use super::article::fold;
use crate::proto as pb;
use crate::rpc::Analyzer;

/// How titles of bodies' offices begin.
const OFFICIALS: &[&str] = &[
    "الامين العام",
    "الامينه العامه",
    "امين عام",
    "الامين التنفيذي",
    "المدير العام",
    "المديره العامه",
    "مدير",
    "مديره",
    "رييس بنك",
    "رييسه بنك",
    "رييس البنك",
    "رييسه المفوضيه",
    "رييس المفوضيه",
    "رييس مفوضيه",
    "رييسه مفوضيه",
    "رييس المجلس الاوروبي",
    "المفوض",
    "رييسه صندوق",
    "رييس صندوق",
    "السكرتير العام",
];
/// Ranks that speak at a summit but do not sit at it.
const LOW: &[&str] = &[
    "متحدث",
    "المتحدث",
    "ناطق",
    "الناطق",
    "مساعد",
    "مستشار",
    "المستشار",
    "مسوول",
    "سفير",
    "السفير",
    "مبعوث",
    "المبعوث",
    "صحفي",
    "محلل",
    "الخبير",
    "خبير",
    "مدرب",
    "ناشط",
    "الكاتب",
    "مراسل",
];

/// Whether a title is an office of a body, not of a state.
#[must_use]
pub fn is_official(title: &str) -> bool {
    let title = fold(title);
    OFFICIALS.iter().any(|head| title.starts_with(head))
}

/// Whether somebody is of the rank that sits at a summit: by title, else by offices.
#[must_use]
pub fn is_leader(engine: &dyn Analyzer, positions: &[(String, String, String)], person: &pb::EntityRef, ministers: bool) -> bool {
    let titles: Vec<String> = positions.iter().map(|(title, _, _)| fold(title)).collect();
    // The article of «للمتحدث» is swallowed by its lam.
    let first = |title: &String| {
        let word = title.split(' ').next().unwrap_or_default();
        word.strip_prefix("لم").map_or(word, |rest| &word[word.len() - rest.len() - 'م'.len_utf8()..]).to_owned()
    };
    if !titles.is_empty()
        && titles.iter().all(|title| {
            LOW.contains(&first(title).as_str()) && !title.starts_with("المستشار الالماني") && !title.starts_with("المستشار النمساوي")
        })
    {
        return false;
    }
    let minister = |title: &String| matches!(first(title).as_str(), "وزير" | "الوزير" | "وزيره" | "الوزيره" | "وزيري" | "وزيرا" | "وزيرين");
    if !titles.is_empty() && titles.iter().all(|title| minister(title) && !title.starts_with("الوزير الاول")) {
        return ministers;
    }
    if titles.iter().any(|title| !LOW.contains(&first(title).as_str())) {
        return true;
    }
    engine.about(&person.entity_id).is_some_and(|about| {
        about.offices.iter().any(|(office, _)| {
            matches!(office.as_str(), "president" | "prime-minister" | "monarch" | "crown-prince" | "secretary-general" | "head")
        })
    })
}
