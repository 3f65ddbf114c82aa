//! Whether somebody came, of all that is said of it.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::proto as pb;
use pb::{Attendance, MeetingStatus, Role, SummitStatus};

/// One sentence's word on somebody's coming: the number of its article, what it says, and itself.
pub type Said = (usize, Attendance, pb::Evidence);

/// Who sent somebody was represented; else the later article decides between there and not there, and «was there» beats «is to come».
pub fn attendance(said: &[Said]) -> Attendance {
    let has = |kind| said.iter().filter(|(_, said, _)| *said == kind).map(|(number, _, _)| *number).max();
    if has(Attendance::Represented).is_some() {
        return Attendance::Represented;
    }
    match (has(Attendance::Absent), has(Attendance::Attended)) {
        (Some(absent), Some(attended)) if attended > absent => Attendance::Attended,
        (Some(_), _) => Attendance::Absent,
        (None, Some(_)) => Attendance::Attended,
        (None, None) if has(Attendance::Expected).is_some() => Attendance::Expected,
        (None, None) if has(Attendance::Invited).is_some() => Attendance::Invited,
        (None, None) => Attendance::Unspecified,
    }
}

/// At a summit that was held, who hosts it and who met somebody there has come, whatever was only expected before.
pub fn came(summit: &mut pb::Summit) {
    // Nobody came to what was not held.
    if summit.status == SummitStatus::Cancelled as i32 || summit.status == SummitStatus::Postponed as i32 {
        for participant in summit.participants.iter_mut().filter(|participant| participant.attendance == Attendance::Attended as i32) {
            participant.attendance = Attendance::Expected.into();
        }
    }
    if summit.status != SummitStatus::Held as i32 {
        return;
    }
    let (start, end) = (summit.start_date.as_str(), summit.end_date.as_str());
    // Leaders meet on the eve too.
    let eve = start.parse::<Date>().ok().and_then(|start| start.yesterday().ok()).map(|eve| eve.to_string()).unwrap_or_default();
    let there = |meeting: &&pb::BilateralMeeting| {
        meeting.status == MeetingStatus::Held as i32
            && meeting.date.as_str() >= eve.as_str()
            && meeting.date.as_str() <= end
            && !start.is_empty()
    };
    let met: HashSet<String> = summit
        .meetings
        .iter()
        .filter(there)
        .flat_map(|meeting| [&meeting.first, &meeting.second])
        .filter_map(|person| Some(person.as_ref()?.entity_id.clone()))
        .collect();
    for participant in &mut summit.participants {
        let expected = participant.attendance == Attendance::Expected as i32 || participant.attendance == Attendance::Invited as i32;
        let sure =
            participant.role == Role::Host as i32 || participant.person.as_ref().is_some_and(|person| met.contains(&person.entity_id));
        if expected && sure {
            participant.attendance = Attendance::Attended.into();
        }
    }
}
