//! Who takes part: one participant of all that is said of a person or country.

use std::collections::HashSet;

use super::attendance::{Said, attendance};
use super::merge::{MOST_PEOPLE, add_evidence, conflict, same_person};
use crate::proto as pb;
use crate::rpc::Analyzer;
use crate::summit::people::{self, Seen, View};
use crate::summit::terms;
use pb::{Attendance, Role};

/// Everybody of whose coming something is said, with their role; deputies stand beside those they come for.
pub fn participants(engine: &dyn Analyzer, views: &[View<'_>], organizer: &str, summit: &mut pb::Summit) {
    let members = engine.about(organizer).map(|about| about.members).unwrap_or_default();
    let host = summit.host_country.as_ref().map(|country| country.entity_id.clone()).unwrap_or_default();
    let all = gather(views);
    let deputies: HashSet<String> =
        all.iter().filter_map(|(known, _)| Some(known.represented_by_person.as_ref()?.entity_id.clone())).collect();
    // A country whose leader is told of by name needs no line of its own.
    let led: HashSet<String> = all
        .iter()
        .filter(|(known, _)| known.person.is_some())
        .filter_map(|(known, _)| Some(known.represents.as_ref()?.entity_id.clone()))
        .collect();
    let mut hosted = false;
    for (mut known, said) in all {
        let id = known.person.as_ref().map(|person| person.entity_id.clone()).unwrap_or_default();
        let country = known.represents.as_ref().map(|of| of.entity_id.clone()).unwrap_or_default();
        if deputies.contains(&id) || known.person.is_none() && led.contains(&country) {
            continue;
        }
        let attendance = attendance(&said);
        if attendance == Attendance::Unspecified {
            continue;
        }
        let field = format!("participants[{}].attendance", summit.participants.len());
        let kinds: HashSet<Attendance> = said.iter().map(|(_, attendance, _)| *attendance).collect();
        if kinds.contains(&Attendance::Absent) && kinds.contains(&Attendance::Attended) {
            let value = |kind: Attendance| {
                (
                    kind.as_str_name().trim_start_matches("ATTENDANCE_").to_owned(),
                    kind == attendance,
                    said.iter().filter(|(_, said, _)| *said == kind).map(|(_, _, evidence)| evidence.clone()).collect(),
                )
            };
            summit.conflicts.push(conflict(&field, vec![value(Attendance::Attended), value(Attendance::Absent)]));
        }
        known.attendance = attendance.into();
        let flagged = Role::try_from(known.role).unwrap_or_default();
        let official = flagged == Role::OrganizationOfficial && engine.about(&country).is_none_or(|about| about.subtype != "country");
        let there = !matches!(attendance, Attendance::Absent | Attendance::Represented);
        let role = if official {
            Role::OrganizationOfficial
        } else if !host.is_empty() && country == host && !hosted && there && known.person.is_some() {
            hosted = true;
            Role::Host
        } else if flagged == Role::Observer {
            Role::Observer
        } else if terms::was_member(organizer, &country, &summit.start_date).unwrap_or(organizer.is_empty() || members.contains(&country))
            || members.is_empty() && flagged != Role::Guest
        {
            Role::Member
        } else {
            Role::Guest
        };
        known.role = role.into();
        for (_, _, evidence) in said {
            add_evidence(&mut known.evidence, vec![evidence]);
        }
        known.confidence = 0.85;
        summit.participants.push(known);
    }
}

/// What all articles say of each person and country.
fn gather(views: &[View<'_>]) -> Vec<(pb::Participant, Vec<Said>)> {
    let mut all: Vec<(pb::Participant, Vec<Said>)> = Vec::new();
    for (number, view) in views.iter().enumerate() {
        for seen in people::participants(view) {
            let at = all.iter().position(|(known, _)| match (&known.person, &seen.person) {
                (Some(_), Some(_)) => same_person(&known.person, &seen.person),
                (None, None) => known.represents == seen.represents,
                _ => false,
            });
            if at.is_none() && all.len() == MOST_PEOPLE {
                continue;
            }
            let at = at.unwrap_or_else(|| {
                all.push((
                    pb::Participant { person: seen.person.clone(), represents: seen.represents.clone(), ..Default::default() },
                    Vec::new(),
                ));
                all.len() - 1
            });
            let (known, said) = &mut all[at];
            tell(known, &seen);
            said.push((number, seen.attendance, seen.evidence));
        }
    }
    all
}

/// What one sentence adds to a participant.
fn tell(known: &mut pb::Participant, seen: &Seen) {
    if known.represents.is_none() {
        known.represents.clone_from(&seen.represents);
    }
    if seen.title.chars().count() > known.title.chars().count() {
        known.title.clone_from(&seen.title);
    }
    if seen.role != Role::Unspecified {
        known.role = seen.role.into();
    }
    if known.represented_by_person.is_none() {
        known.represented_by_person.clone_from(&seen.by_person);
    }
    if known.represented_by_title.is_empty() {
        known.represented_by_title.clone_from(&seen.by_title);
    }
}
