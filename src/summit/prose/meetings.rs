//! Meetings of two, gathered round whoever had several.

use super::clean::{named, same};
use crate::proto as pb;

/// One who met several others.
#[derive(Debug)]
pub struct Hub<'a> {
    /// Who.
    pub first: &'a pb::EntityRef,
    /// With whom, in order.
    pub with: Vec<&'a pb::EntityRef>,
    /// The one date of them all; empty where they have several or none.
    pub date: &'a str,
    /// What says so.
    pub evidence: Vec<&'a pb::Evidence>,
}

/// The meetings of one status, those with the most shared party first.
pub fn hubs(summit: &pb::Summit, status: pb::MeetingStatus) -> Vec<Hub<'_>> {
    let mut rest: Vec<(&pb::BilateralMeeting, &pb::EntityRef, &pb::EntityRef)> = summit
        .meetings
        .iter()
        .filter(|meeting| meeting.status() == status)
        .filter_map(|meeting| Some((meeting, named(meeting.first.as_ref())?, named(meeting.second.as_ref())?)))
        .filter(|(_, first, second)| !same(first, second))
        .collect();
    let mut hubs = Vec::new();
    loop {
        let mut best: Option<(usize, &pb::EntityRef)> = None;
        for candidate in rest.iter().flat_map(|(_, first, second)| [*first, *second]) {
            let count = rest.iter().filter(|(_, first, second)| same(first, candidate) || same(second, candidate)).count();
            if best.is_none_or(|(most, _)| count > most) {
                best = Some((count, candidate));
            }
        }
        let Some((_, hub)) = best else { return hubs };
        let (mine, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, first, second)| same(first, hub) || same(second, hub));
        rest = others;
        let mut with: Vec<&pb::EntityRef> = Vec::new();
        for other in mine.iter().map(|(_, first, second)| if same(first, hub) { *second } else { *first }) {
            if !with.iter().any(|known| same(known, other)) {
                with.push(other);
            }
        }
        let date = mine.first().map_or("", |(meeting, ..)| meeting.date.as_str());
        let date = if mine.iter().all(|(meeting, ..)| meeting.date == date) { date } else { "" };
        let evidence = mine.iter().flat_map(|(meeting, ..)| &meeting.evidence).collect();
        hubs.push(Hub { first: hub, with, date, evidence });
    }
}
