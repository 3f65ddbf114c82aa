//! What the sources disagree on.

use super::{body, who};
use crate::summit::prose::conflicts::{Dispute, Topic, Value};
use crate::summit::prose::dates::When;
use crate::summit::prose::english::words::ordinal;

/// `The sources differ on the number of documents (16 or 14)`; empty where nothing is in dispute.
pub(super) fn sentence(disputes: &[Dispute<'_>], event: &str) -> String {
    let parts: Vec<String> = disputes.iter().map(|dispute| clause(dispute, event)).collect();
    if parts.is_empty() { String::new() } else { format!("The sources differ on {}", super::join(&parts)) }
}

fn clause(dispute: &Dispute<'_>, event: &str) -> String {
    let topic = match &dispute.topic {
        Topic::Start => format!("when the {event} began"),
        Topic::End => format!("when the {event} ended"),
        Topic::Status => format!("the fate of the {event}"),
        Topic::Ordinal => format!("the number of the {event}"),
        Topic::City => "the host city".to_owned(),
        Topic::Country => "the host country".to_owned(),
        Topic::Venue => "the venue".to_owned(),
        Topic::Organizer => "the organiser".to_owned(),
        Topic::Documents => "the number of documents".to_owned(),
        Topic::Signing => "the signing of documents".to_owned(),
        Topic::Attendance(p) => format!("the attendance of {}", who(p)),
        Topic::Deputy(p) => format!("who represented {}", who(p)),
        Topic::Meeting(a, b) => format!("a meeting between {} and {}", body(a), body(b)),
        Topic::MeetingDate(a, b) => format!("the date of a meeting between {} and {}", body(a), body(b)),
        Topic::Change(country) => format!("the membership of {}", body(country)),
        Topic::ChangeDate(country) => format!("the date of the change in the membership of {}", body(country)),
        Topic::Accession(country) => format!("when {} joined", body(country)),
        Topic::Presidency => "the handover of the presidency".to_owned(),
        Topic::PresidencyDate => "the date of the handover of the presidency".to_owned(),
        Topic::Founding => "the founding date".to_owned(),
        Topic::FoundingPlace => "the place of the founding".to_owned(),
        Topic::PastDate => format!("the date of an earlier {event}"),
        Topic::PastPlace => format!("the place of an earlier {event}"),
    };
    let values: Vec<String> = dispute.values.iter().map(worded).collect();
    if values.len() < 2 { topic } else { format!("{topic} ({})", values.join(" or ")) }
}

fn worded(value: &Value<'_>) -> String {
    match value {
        Value::Date(date) => When::english_bare(date),
        Value::Count(count) => count.to_string(),
        Value::Ordinal(number) => ordinal(*number),
        Value::Entity(entity) => body(entity),
        Value::Name(name) => (*name).to_owned(),
        Value::Word(word) => word.to_ascii_lowercase().replace('_', " "),
    }
}
