//! Meetings of two.

use super::merge::{MOST_PEOPLE, add_evidence, same_person};
use crate::proto as pb;
use crate::summit::meetings;
use crate::summit::people::View;
use pb::MeetingStatus;

/// One meeting of two a day; what came about beats what was planned for the same day or for none.
pub fn meetings(views: &[View<'_>]) -> Vec<pb::BilateralMeeting> {
    let mut merged: Vec<pb::BilateralMeeting> = Vec::new();
    for meeting in views.iter().flat_map(meetings::meetings) {
        let pair = |known: &pb::BilateralMeeting| {
            same_person(&known.first, &meeting.first) && same_person(&known.second, &meeting.second)
                || same_person(&known.first, &meeting.second) && same_person(&known.second, &meeting.first)
        };
        let same =
            merged.iter_mut().find(|known| pair(known) && (known.date == meeting.date || known.date.is_empty() || meeting.date.is_empty()));
        let Some(known) = same else {
            if merged.len() < MOST_PEOPLE {
                merged.push(meeting);
            }
            continue;
        };
        let rank = |status: i32| match MeetingStatus::try_from(status).unwrap_or_default() {
            MeetingStatus::Held => 4,
            MeetingStatus::NotPlanned => 3,
            MeetingStatus::Planned => 2,
            MeetingStatus::Possible => 1,
            MeetingStatus::Unspecified => 0,
        };
        if rank(meeting.status) > rank(known.status) {
            known.status = meeting.status;
            if !meeting.date.is_empty() {
                known.date.clone_from(&meeting.date);
            }
        }
        if known.date.is_empty() {
            known.date = meeting.date;
        }
        add_evidence(&mut known.evidence, meeting.evidence);
    }
    merged
}
