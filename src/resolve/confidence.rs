//! From a candidate's score to a probability.
//!
//! Scores rank candidates; they say little about how often a rule is right. `reliability.tsv` counts that: on the project's own marked articles
//! (`tests/articles/marked`), how many mentions each rule found and how many of them a reader had marked just so. A rule with few of them is believed
//! mostly by its score: the estimate is the posterior mean under a beta prior worth [`PRIOR`] mentions around what mentions of that score are worth.
//! `docs/calibration.md` shows how the result holds on articles that took no part in it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::entity_type::EntityType;
use crate::gazetteer::Gazetteer;
use crate::recognize::{Candidate, Link, Source};

/// How many mentions the prior weighs.
const PRIOR: f32 = 12.0;
/// Nothing is certain.
const MOST: f32 = 0.99;

/// Found and right, by rule.
static RELIABILITY: LazyLock<HashMap<&'static str, (f32, f32)>> = LazyLock::new(|| {
    let lines = include_str!("reliability.tsv").lines().skip(1);
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?)))
        })
        .collect()
});

/// Probability that a candidate's type and span are right, 0 to 1.
#[must_use]
pub fn of(gazetteer: &Gazetteer, candidate: &Candidate) -> f32 {
    let prior = worth(candidate.score);
    let rule = match candidate.source {
        // The caller's own names are believed as far as their spelling is.
        Source::Custom(_) => return candidate.score.clamp(0.0, MOST),
        Source::Rule(rule) => rule,
        Source::Known(id) => known(if let Link::Known(_) = candidate.link { gazetteer.known(id).kind } else { candidate.kind }),
    };
    let (found, right) = RELIABILITY.get(rule).copied().unwrap_or_default();
    // Within a rule, a better score than its usual one still tells something.
    ((right + PRIOR * prior) / (found + PRIOR)).clamp(0.0, MOST)
}

/// What mentions of a score are worth on average, whatever their rule: read off the same articles, made monotone.
fn worth(score: f32) -> f32 {
    const POINTS: [(f32, f32); 6] = [(0.5, 0.45), (0.6, 0.6), (0.7, 0.85), (0.85, 0.89), (0.92, 0.95), (1.0, 0.98)];
    let mut last = POINTS[0];
    for point in POINTS {
        if score <= point.0 {
            let share = if point.0 > last.0 { (score - last.0) / (point.0 - last.0) } else { 0.0 };
            return last.1 + share.clamp(0.0, 1.0) * (point.1 - last.1);
        }
        last = point;
    }
    last.1
}

fn known(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "gazetteer.PERSON",
        EntityType::Org => "gazetteer.ORG",
        EntityType::Gpe => "gazetteer.GPE",
        EntityType::Loc => "gazetteer.LOC",
        EntityType::Fac => "gazetteer.FAC",
        EntityType::Norp => "gazetteer.NORP",
        EntityType::Event => "gazetteer.EVENT",
        EntityType::Law => "gazetteer.LAW",
        EntityType::Product => "gazetteer.PRODUCT",
        EntityType::Website => "gazetteer.WEBSITE",
        _ => "gazetteer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn better_scores_are_worth_more() {
        let worths: Vec<f32> = (0..=20).map(|step| worth(step as f32 / 20.0)).collect();
        assert!(worths.windows(2).all(|pair| pair[0] <= pair[1]), "{worths:?}");
        assert!((worth(0.85) - 0.89).abs() < 1e-6);
    }

    #[test]
    fn the_table_is_read() {
        assert!(RELIABILITY.len() > 40);
        assert!(RELIABILITY.values().all(|(found, right)| right <= found));
    }
}
