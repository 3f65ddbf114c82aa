//! Where the articles disagree, read back from the path of the field.

use super::clean::{arabic, clean, named};
use super::dates::When;
use super::facts::Facts;
use crate::proto as pb;

/// How many disagreements are told.
const MOST: usize = 4;

/// What is in dispute.
#[derive(Debug)]
pub enum Topic<'a> {
    Start,
    End,
    Status,
    Ordinal,
    City,
    Country,
    Venue,
    Organizer,
    Documents,
    Signing,
    Attendance(&'a pb::Participant),
    Deputy(&'a pb::Participant),
    Meeting(&'a pb::EntityRef, &'a pb::EntityRef),
    MeetingDate(&'a pb::EntityRef, &'a pb::EntityRef),
    Change(&'a pb::EntityRef),
    ChangeDate(&'a pb::EntityRef),
    Accession(&'a pb::EntityRef),
    Presidency,
    PresidencyDate,
    Founding,
    FoundingPlace,
    PastDate,
    PastPlace,
}

/// One of the values in dispute.
#[derive(Debug, PartialEq)]
pub enum Value<'a> {
    Date(When),
    Count(usize),
    Ordinal(u32),
    Entity(&'a pb::EntityRef),
    /// An Arabic name that is no entity of the summit.
    Name(&'a str),
    /// Last part of an enum value's name, as in the protocol.
    Word(&'static str),
}

/// One disagreement.
#[derive(Debug)]
pub struct Dispute<'a> {
    pub topic: Topic<'a>,
    /// The value that was kept first.
    pub values: Vec<Value<'a>>,
    conflict: &'a pb::Conflict,
}

/// What holds the value of a field.
#[derive(Clone, Copy)]
enum Kind {
    Date,
    Count,
    Ordinal,
    Entity,
    Word,
}

/// Disagreements that can be put in words.
pub fn disputes<'a>(facts: &Facts<'a>) -> Vec<Dispute<'a>> {
    let readable = facts.summit.conflicts.iter().filter_map(|conflict| {
        let (topic, kind) = topic(facts.summit, &conflict.field)?;
        let kept = conflict.values.iter().filter(|value| value.kept);
        let others = conflict.values.iter().filter(|value| !value.kept);
        let mut values = Vec::new();
        for value in kept.chain(others).filter_map(|value| read(facts, &value.value, kind)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        Some(Dispute { topic, values, conflict })
    });
    readable.take(MOST).collect()
}

/// What the disagreements rest on.
pub fn evidence<'a>(disputes: &[Dispute<'a>]) -> Vec<&'a pb::Evidence> {
    disputes.iter().flat_map(|d| d.conflict.evidence.iter().chain(d.conflict.values.iter().flat_map(|value| &value.evidence))).collect()
}

/// `participants[2].attendance` as `participants`, 2, `attendance`.
fn split(field: &str) -> (&str, usize, &str) {
    let Some((list, rest)) = field.split_once('[') else { return (field, 0, "") };
    let Some((index, rest)) = rest.split_once(']') else { return (field, 0, "") };
    (list, index.parse().unwrap_or(usize::MAX), rest.trim_start_matches('.'))
}

fn topic<'a>(summit: &'a pb::Summit, field: &str) -> Option<(Topic<'a>, Kind)> {
    let field = field.trim().trim_end_matches(".name").trim_end_matches(".entity_id");
    let (list, at, part) = split(field);
    Some(match (list, part) {
        ("start_date", _) => (Topic::Start, Kind::Date),
        ("end_date", _) => (Topic::End, Kind::Date),
        ("status", _) => (Topic::Status, Kind::Word),
        ("ordinal", _) => (Topic::Ordinal, Kind::Ordinal),
        ("host_city", _) => (Topic::City, Kind::Entity),
        ("host_country", _) => (Topic::Country, Kind::Entity),
        ("venue", _) => (Topic::Venue, Kind::Entity),
        ("organizer", _) => (Topic::Organizer, Kind::Entity),
        ("documents_signed.count", _) => (Topic::Documents, Kind::Count),
        ("documents_signed.status", _) => (Topic::Signing, Kind::Word),
        ("participants", "attendance") => (Topic::Attendance(summit.participants.get(at)?), Kind::Word),
        ("participants", "represented_by_person") => (Topic::Deputy(summit.participants.get(at)?), Kind::Entity),
        ("meetings", part @ ("status" | "date")) => {
            let meeting = summit.meetings.get(at)?;
            let (first, second) = (named(meeting.first.as_ref())?, named(meeting.second.as_ref())?);
            if part == "date" { (Topic::MeetingDate(first, second), Kind::Date) } else { (Topic::Meeting(first, second), Kind::Word) }
        }
        ("membership_changes", part @ ("kind" | "date")) => {
            let country = named(summit.membership_changes.get(at)?.country.as_ref())?;
            if part == "date" { (Topic::ChangeDate(country), Kind::Date) } else { (Topic::Change(country), Kind::Word) }
        }
        ("background.accessions", "date") => {
            (Topic::Accession(named(summit.background.as_ref()?.accessions.get(at)?.country.as_ref())?), Kind::Date)
        }
        ("background.past_summits", "date") => (Topic::PastDate, Kind::Date),
        ("background.past_summits", "place") => (Topic::PastPlace, Kind::Entity),
        ("background.founding.date", _) => (Topic::Founding, Kind::Date),
        ("background.founding.place", _) => (Topic::FoundingPlace, Kind::Entity),
        ("presidency_transfer.date", _) => (Topic::PresidencyDate, Kind::Date),
        ("presidency_transfer.to_country" | "presidency_transfer.from_country", _) => (Topic::Presidency, Kind::Entity),
        _ => return None,
    })
}

/// Values of the enums that may be in dispute.
const WORDS: [&str; 17] = [
    "ATTENDED",
    "EXPECTED",
    "INVITED",
    "ABSENT",
    "REPRESENTED",
    "NOT_PLANNED",
    "HELD",
    "PLANNED",
    "POSSIBLE",
    "POSTPONED",
    "CANCELLED",
    "SIGNED",
    "APPLIED",
    "JOINED",
    "SUSPENDED",
    "LEFT",
    "OBSERVER",
];

fn read<'a>(facts: &Facts<'a>, value: &'a str, kind: Kind) -> Option<Value<'a>> {
    let value = value.trim();
    match kind {
        Kind::Date => When::parse(value).map(Value::Date),
        Kind::Count => value.parse().ok().filter(|count| *count > 0).map(Value::Count),
        Kind::Ordinal => value.parse().ok().filter(|number| *number > 0).map(Value::Ordinal),
        Kind::Word => WORDS.iter().find(|word| value.to_ascii_uppercase().ends_with(*word)).map(|word| Value::Word(word)),
        Kind::Entity => {
            let known = facts.entities().find(|entity| entity.entity_id == value || arabic(entity) == clean(value));
            known.map(Value::Entity).or_else(|| (!value.is_empty() && !value.is_ascii()).then_some(Value::Name(value)))
        }
    }
}
