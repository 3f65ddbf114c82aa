//! Who joined, is to join, or left.

use std::collections::HashSet;

use jiff::civil::Date;

use super::merge::{add_date, add_evidence};
use crate::proto as pb;
use crate::summit::members::{self, Step};
use crate::summit::people::View;
use pb::{MembershipChangeKind as Kind, Role};

/// Steps of the past are the organiser's story, steps of now are the summit's.
pub fn membership(views: &[View<'_>], start: Option<Date>, summit: &mut pb::Summit) {
    let steps: Vec<Step> = views.iter().flat_map(members::steps).collect();
    let founders: HashSet<String> =
        summit.background.iter().flat_map(|background| background.founders.iter().map(|founder| founder.entity_id.clone())).collect();
    let year = start.map(|start| start.year().to_string()).unwrap_or_default();
    let mut accessions: Vec<pb::Accession> = Vec::new();
    let mut changes: Vec<pb::MembershipChange> = Vec::new();
    let dated: HashSet<String> = steps
        .iter()
        .filter(|step| step.kind == Kind::Joined && step.date.len() == 10 && step.date.starts_with(&year) && !year.is_empty())
        .map(|step| step.country.entity_id.clone())
        .collect();
    for step in steps {
        let past = !step.date.is_empty() && !year.is_empty() && !step.date.starts_with(&year) && step.date < year;
        let told = step.date.is_empty() && !dated.contains(&step.country.entity_id);
        if step.kind == Kind::Joined && (past || told) {
            if founders.contains(&step.country.entity_id) {
                continue;
            }
            match accessions.iter_mut().find(|known| known.country.as_ref() == Some(&step.country)) {
                Some(known) => {
                    add_date(&mut known.date, step.date);
                    add_evidence(&mut known.evidence, vec![step.evidence]);
                }
                None => accessions.push(pb::Accession {
                    country: Some(step.country),
                    date: step.date,
                    evidence: vec![step.evidence],
                    confidence: 0.85,
                }),
            }
            continue;
        }
        match changes.iter_mut().find(|known| known.country.as_ref() == Some(&step.country) && known.kind == step.kind as i32) {
            Some(known) => {
                add_date(&mut known.date, step.date);
                add_evidence(&mut known.evidence, vec![step.evidence]);
            }
            None => changes.push(pb::MembershipChange {
                country: Some(step.country),
                kind: step.kind.into(),
                date: step.date,
                evidence: vec![step.evidence],
                confidence: 0.85,
            }),
        }
    }
    // Who is to join is not a member yet, whatever today's lists say.
    let to_join = |id: &str| {
        changes.iter().any(|change| {
            change.country.as_ref().is_some_and(|country| country.entity_id == id)
                && (change.kind == Kind::Expected as i32 || change.kind == Kind::Applied as i32)
        }) && !changes
            .iter()
            .any(|change| change.country.as_ref().is_some_and(|country| country.entity_id == id) && change.kind == Kind::Joined as i32)
    };
    for participant in &mut summit.participants {
        let country = participant.represents.as_ref().map(|of| of.entity_id.as_str()).unwrap_or_default();
        if participant.role == Role::Member as i32 && summit.organizer.is_some() && to_join(country) {
            participant.role = Role::Guest.into();
        }
    }
    changes.sort_by(|a, b| a.date.cmp(&b.date).then(a.kind.cmp(&b.kind)));
    summit.membership_changes = changes;
    let background = summit.background.get_or_insert_default();
    background.accessions = accessions;
    if *background == pb::Background::default() {
        summit.background = None;
    }
}
