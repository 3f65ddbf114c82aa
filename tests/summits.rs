//! `SummarizeSummit` on articles written for it, against the facts that a careful editor expects of them; and what holds of every answer.
//!
//! `cargo test --test summits -- --nocapture` prints what was right, and every miss.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use prost::Message;
use prost_reflect::{DescriptorPool, DynamicMessage, MessageDescriptor};
use qimma::Engine;
use qimma::proto as pb;
use qimma::proto::OffsetEncoding::{Utf8, Utf16, Utf32};
use qimma::rpc::{self, Limits};
use serde_json::{Value, json};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

/// A folder of articles and what is expected of them.
struct Case {
    name: String,
    documents: Vec<pb::Document>,
    expected: Value,
}

fn cases() -> Vec<Case> {
    let mut folders: Vec<_> =
        fs::read_dir("tests/summits").unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders.iter().map(|folder| case(folder)).collect()
}

fn case(folder: &Path) -> Case {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let expected: Value = serde_json::from_str(&fs::read_to_string(folder.join("expected.json")).unwrap())
        .unwrap_or_else(|error| panic!("{name}/expected.json: {error}"));
    let mut articles: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .collect();
    articles.sort();
    let document = |path: &std::path::PathBuf| {
        let id = path.file_stem().unwrap().to_string_lossy().into_owned();
        let publish_date = text(&expected["documents"][&id], "publish_date").to_owned();
        assert!(!publish_date.is_empty(), "{name}/expected.json: no publish_date of {id}");
        pb::Document { id, text: fs::read_to_string(path).unwrap(), publish_date, ..Default::default() }
    };
    Case { documents: articles.iter().map(document).collect(), name, expected }
}

fn ask(documents: Vec<pb::Document>, encoding: pb::OffsetEncoding) -> pb::SummarizeSummitResponse {
    let request = pb::SummarizeSummitRequest { documents, offset_encoding: encoding.into(), ..Default::default() };
    rpc::summarize(&*ENGINE, request, Limits { text_bytes: u32::MAX, request_bytes: usize::MAX }).unwrap()
}

// ---- What is expected against what is found.

/// One expected fact.
struct Point {
    /// What kind of fact: `participants.role`.
    kind: &'static str,
    /// Which one.
    wanted: String,
    found: String,
    right: bool,
}

/// Expected facts that belong together; the first tells which found thing they are about.
#[derive(Default)]
struct Points(Vec<Point>);

impl Points {
    fn add(&mut self, kind: &'static str, wanted: impl Into<String>, found: impl Into<String>, right: bool) {
        self.0.push(Point { kind, wanted: wanted.into(), found: found.into(), right });
    }

    /// A field that must be exactly as expected, where anything is.
    fn exact(&mut self, kind: &'static str, of: &str, wanted: &Value, found: &str) {
        let wanted = match wanted {
            Value::Null => return,
            Value::String(wanted) => wanted.clone(),
            other => other.to_string(),
        };
        self.add(kind, format!("{of} {wanted}").trim(), found, wanted == found);
    }

    /// The points of whichever candidate fits best. Where none has the first point right all are wrong, and `near` says what there was.
    fn best<T: Default>(&mut self, candidates: &[T], near: impl FnOnce() -> String, judge: impl Fn(&T) -> Points) {
        let judged = candidates.iter().map(judge_by(&judge)).filter(|points| points.0[0].right);
        let best = judged.max_by_key(|points| points.0.iter().filter(|point| point.right).count());
        let points = best.unwrap_or_else(|| {
            let mut none = judge(&T::default());
            none.0.iter_mut().for_each(|point| (point.right, point.found) = (false, String::new()));
            none.0[0].found = near();
            none
        });
        self.0.extend(points.0);
    }

    fn right(&self) -> usize {
        self.0.iter().filter(|point| point.right).count()
    }
}

/// Names the closure's type for the iterator above.
fn judge_by<'j, T>(judge: &'j impl Fn(&T) -> Points) -> impl Fn(&T) -> Points + 'j {
    move |candidate| judge(candidate)
}

/// A text of an expected thing; empty where it has none.
fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// A list of an expected thing; empty where it has none.
fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The list's texts.
fn texts<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    list(value, key).iter().map(|item| item.as_str().unwrap()).collect()
}

fn id(entity: Option<&pb::EntityRef>) -> &str {
    entity.map_or("", |entity| entity.entity_id.as_str())
}

fn name(entity: Option<&pb::EntityRef>) -> &str {
    entity.map_or("", |entity| entity.name.as_str())
}

/// The value of an enum without the name of the enum: `HELD`.
fn bare(name: &'static str, prefix: &str) -> &'static str {
    name.strip_prefix(prefix).unwrap()
}

fn short(found: &str) -> String {
    let line = found.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > 160 { line.chars().take(159).chain(['…']).collect() } else { line }
}

fn joined<'t>(found: impl Iterator<Item = &'t str>) -> String {
    found.map(|text| format!("«{text}»")).collect::<Vec<_>>().join(" ")
}

/// Letters and digits alone, the spellings of one letter made one, words a space apart.
fn fold(text: &str) -> String {
    let letters: String = text
        .chars()
        .filter(|letter| !matches!(letter, '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{200B}'..='\u{200F}' | '\u{2066}'..='\u{2069}'))
        .map(|letter| match letter {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' | 'ئ' | 'ی' => 'ي',
            'ؤ' => 'و',
            'ة' => 'ه',
            '\u{0660}'..='\u{0669}' => char::from(b'0' + u8::try_from(u32::from(letter) - 0x0660).unwrap()),
            letter if letter.is_alphanumeric() => letter,
            _ => ' ',
        })
        .collect();
    let words = letters.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    // «عبدالله» and «عبد الله» are one name.
    words.strip_prefix("عبد ال").map_or(words.clone(), |rest| format!("عبدال{rest}")).replace(" عبد ال", " عبدال")
}

/// Whether two names are one, or the words of one stand in a row in the other.
fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (format!(" {} ", fold(one)), format!(" {} ", fold(other)));
    one.trim() != "" && other.trim() != "" && (one.contains(&other) || other.contains(&one))
}

/// Whether one text holds the other, both folded. What is found may be the shorter one, but not less than half of what is expected.
fn alike(wanted: &str, found: &str) -> bool {
    let (wanted, found) = (fold(wanted), fold(found));
    found.contains(&wanted) || (wanted.contains(&found) && found.len() * 2 >= wanted.len())
}

fn summit_points(wanted: &Value, summit: &pb::Summit) -> Points {
    let mut points = Points::default();
    points.add(
        "organizer",
        text(wanted, "organizer"),
        id(summit.organizer.as_ref()),
        text(wanted, "organizer") == id(summit.organizer.as_ref()),
    );
    let ids: BTreeSet<_> = summit.document_ids.iter().map(String::as_str).collect();
    let documents = texts(wanted, "documents");
    points.add("documents", documents.join(" "), summit.document_ids.join(" "), documents.into_iter().collect::<BTreeSet<_>>() == ids);
    points.exact("status", "", &wanted["status"], bare(summit.status().as_str_name(), "SUMMIT_STATUS_"));
    points.exact("ordinal", "", &wanted["ordinal"], &summit.ordinal.to_string());
    points.exact("host_city", "", &wanted["host_city"], id(summit.host_city.as_ref()));
    points.exact("host_country", "", &wanted["host_country"], id(summit.host_country.as_ref()));
    if !text(wanted, "venue").is_empty() {
        let (wanted, found) = (text(wanted, "venue"), name(summit.venue.as_ref()));
        points.add("venue", wanted, found, alike(wanted, found));
    }
    points.exact("start_date", "", &wanted["start_date"], &summit.start_date);
    points.exact("end_date", "", &wanted["end_date"], &summit.end_date);
    for theme in texts(wanted, "themes") {
        let found = || summit.themes.iter().map(|theme| theme.text.as_str());
        points.add("themes", theme, joined(found()), found().any(|found| alike(theme, found)));
    }
    for item in texts(wanted, "agenda") {
        let found = || summit.agenda.iter().map(|item| item.text.as_str());
        points.add("agenda", item, joined(found()), found().any(|found| alike(item, found)));
    }
    people_points(wanted, summit, &mut points);
    programme_points(wanted, summit, &mut points);
    if let Some(wanted) = wanted.get("background") {
        background_points(wanted, &summit.background.clone().unwrap_or_default(), &mut points);
    }
    for conflict in list(wanted, "conflicts") {
        let (field, values) = (text(conflict, "field"), texts(conflict, "values"));
        let near = || joined(summit.conflicts.iter().map(|conflict| conflict.field.as_str()));
        points.best(&summit.conflicts, near, |found| {
            let mut points = Points::default();
            points.add("conflicts", field, &found.field, found.field.starts_with(field));
            let there = || found.values.iter().map(|value| value.value.as_str());
            let all = values.iter().all(|wanted| there().any(|value| alike(wanted, value)));
            points.add("conflicts.values", format!("{field} {}", values.join(" / ")), joined(there()), all);
            points
        });
    }
    points
}

fn people_points(wanted: &Value, summit: &pb::Summit, points: &mut Points) {
    for participant in list(wanted, "participants") {
        let person = text(participant, "person");
        points.best(&summit.participants, String::new, |found| {
            let mut points = Points::default();
            let right = if person.is_empty() {
                text(participant, "represents") == id(found.represents.as_ref())
            } else {
                same_name(person, name(found.person.as_ref()))
            };
            points.add("participants", person, name(found.person.as_ref()), right);
            points.exact("participants.represents", person, &participant["represents"], id(found.represents.as_ref()));
            points.exact("participants.role", person, &participant["role"], bare(found.role().as_str_name(), "ROLE_"));
            let attendance = bare(found.attendance().as_str_name(), "ATTENDANCE_");
            points.exact("participants.attendance", person, &participant["attendance"], attendance);
            let (deputy, came) = (text(participant, "represented_by_person"), name(found.represented_by_person.as_ref()));
            if !deputy.is_empty() {
                points.add("participants.represented_by_person", format!("{person}: {deputy}"), came, same_name(deputy, came));
            }
            let (title, held) = (text(participant, "represented_by_title"), found.represented_by_title.as_str());
            if !title.is_empty() {
                points.add("participants.represented_by_title", format!("{person}: {title}"), held, alike(title, held));
            }
            points
        });
    }
    for person in texts(wanted, "not_participants") {
        let found = summit
            .participants
            .iter()
            .find(|found| same_name(person, name(found.person.as_ref())) && found.attendance() != pb::Attendance::Absent);
        points.add("not_participants", person, found.map_or("", |found| found.attendance().as_str_name()), found.is_none());
    }
    for change in list(wanted, "membership_changes") {
        let country = text(change, "country");
        let near = || joined(summit.membership_changes.iter().map(|change| id(change.country.as_ref())));
        points.best(&summit.membership_changes, near, |found| {
            let mut points = Points::default();
            points.exact("membership_changes", "", &change["country"], id(found.country.as_ref()));
            points.exact("membership_changes.kind", country, &change["kind"], bare(found.kind().as_str_name(), "MEMBERSHIP_CHANGE_KIND_"));
            points.exact("membership_changes.date", country, &change["date"], &found.date);
            points
        });
    }
    for meeting in list(wanted, "meetings") {
        let pair = [text(meeting, "first"), text(meeting, "second")];
        let of = pair.join(" – ");
        points.best(&summit.meetings, String::new, |found| {
            let mut points = Points::default();
            let (first, second) = (name(found.first.as_ref()), name(found.second.as_ref()));
            let right = [[first, second], [second, first]].iter().any(|found| same_name(pair[0], found[0]) && same_name(pair[1], found[1]));
            points.add("meetings", of.as_str(), format!("{first} – {second}"), right);
            points.exact("meetings.status", &of, &meeting["status"], bare(found.status().as_str_name(), "MEETING_STATUS_"));
            points.exact("meetings.date", &of, &meeting["date"], &found.date);
            points
        });
    }
    for statement in list(wanted, "statements") {
        let (speaker, contains) = (text(statement, "speaker"), text(statement, "contains"));
        let of = |found: &pb::Statement| same_name(speaker, name(found.speaker.as_ref()));
        let near = || joined(summit.statements.iter().filter(|found| of(found)).map(|found| found.quote.as_str()));
        points.best(&summit.statements, near, |found| {
            let mut points = Points::default();
            let right = of(found) && fold(&found.quote).contains(&fold(contains));
            points.add("statements", format!("{speaker}: {contains}"), found.quote.as_str(), right);
            points.exact("statements.reported", &format!("{speaker}: {contains}:"), &statement["reported"], &found.reported.to_string());
            points
        });
    }
}

fn programme_points(wanted: &Value, summit: &pb::Summit, points: &mut Points) {
    for session in list(wanted, "sessions") {
        let title = text(session, "title");
        let near = || joined(summit.sessions.iter().map(|session| session.title.as_str()));
        points.best(&summit.sessions, near, |found| {
            let mut points = Points::default();
            points.exact("sessions.format", title, &session["format"], bare(found.format().as_str_name(), "SESSION_FORMAT_"));
            if !title.is_empty() {
                points.add("sessions.title", title, found.title.as_str(), alike(title, &found.title));
            }
            points
        });
    }
    if let Some(wanted) = wanted.get("documents_signed") {
        let found = summit.documents_signed.clone().unwrap_or_default();
        points.exact("documents_signed.count", "", &wanted["count"], &found.count.to_string());
        points.exact("documents_signed.status", "", &wanted["status"], bare(found.status().as_str_name(), "SIGNING_STATUS_"));
        for named in texts(wanted, "named") {
            let found = || found.named.iter().map(|found| found.name.as_str());
            points.add("documents_signed.named", named, joined(found()), found().any(|found| alike(named, found)));
        }
    }
    if let Some(wanted) = wanted.get("presidency_transfer") {
        let found = summit.presidency_transfer.clone().unwrap_or_default();
        points.exact("presidency_transfer.from", "", &wanted["from"], id(found.from_country.as_ref()));
        points.exact("presidency_transfer.to", "", &wanted["to"], id(found.to_country.as_ref()));
        points.exact("presidency_transfer.date", "", &wanted["date"], &found.date);
    }
}

fn background_points(wanted: &Value, background: &pb::Background, points: &mut Points) {
    let founding = background.founding.clone().unwrap_or_default();
    points.exact("background.founding.date", "", &wanted["founding_date"], &founding.date);
    points.exact("background.founding.place", "", &wanted["founding_place"], id(founding.place.as_ref()));
    for country in texts(wanted, "founders") {
        let found = || background.founders.iter().map(|found| found.entity_id.as_str());
        points.add("background.founders", country, joined(found()), found().any(|found| found == country));
    }
    for accession in list(wanted, "accessions") {
        let near = || joined(background.accessions.iter().map(|found| id(found.country.as_ref())));
        points.best(&background.accessions, near, |found| {
            let mut points = Points::default();
            points.exact("background.accessions", "", &accession["country"], id(found.country.as_ref()));
            points.exact("background.accessions.date", text(accession, "country"), &accession["date"], &found.date);
            points
        });
    }
    for past in list(wanted, "past_summits") {
        let near = || joined(background.past_summits.iter().map(|found| id(found.place.as_ref())));
        points.best(&background.past_summits, near, |found| {
            let mut points = Points::default();
            let place = text(past, "place");
            points.exact("background.past_summits", "", &past["place"], id(found.place.as_ref()));
            points.exact("background.past_summits.date", place, &past["date"], &found.date);
            points.exact("background.past_summits.ordinal", place, &past["ordinal"], &found.ordinal.to_string());
            points
        });
    }
}

/// Everything expected of a case, and what was found beyond it.
fn judge(case: &Case) -> (Points, Vec<String>) {
    let answer = ask(case.documents.clone(), Utf8);
    let wanted = list(&case.expected, "summits");
    let mut points = Points::default();
    points.add("number of summits", wanted.len().to_string(), answer.summits.len().to_string(), wanted.len() == answer.summits.len());
    let unassigned = texts(&case.expected, "unassigned");
    let found: BTreeSet<_> = answer.unassigned_document_ids.iter().map(String::as_str).collect();
    points.add(
        "unassigned",
        unassigned.join(" "),
        answer.unassigned_document_ids.join(" "),
        unassigned.into_iter().collect::<BTreeSet<_>>() == found,
    );
    let (mut taken, mut more) = (BTreeSet::new(), Vec::new());
    for wanted in wanted {
        let documents = texts(wanted, "documents");
        let shared = |summit: &pb::Summit| summit.document_ids.iter().filter(|id| documents.contains(&id.as_str())).count();
        let fits =
            answer.summits.iter().enumerate().filter(|(i, summit)| {
                !taken.contains(i) && id(summit.organizer.as_ref()) == text(wanted, "organizer") && shared(summit) > 0
            });
        if let Some((i, summit)) = fits.max_by_key(|(_, summit)| shared(summit)) {
            taken.insert(i);
            points.0.extend(summit_points(wanted, summit).0);
            more.extend(beyond(wanted, summit));
        } else {
            // Without their summit all its facts are missed; one line tells of them.
            let mut missed = summit_points(wanted, &pb::Summit::default()).0;
            missed.iter_mut().for_each(|point| *point = Point { right: false, wanted: String::new(), found: String::new(), ..*point });
            missed[0].wanted = format!("{} from {}: {} facts", text(wanted, "organizer"), documents.join(" "), missed.len());
            missed[0].found = joined(answer.summits.iter().map(|summit| id(summit.organizer.as_ref())));
            points.0.extend(missed);
        }
    }
    (points, more)
}

/// What was found and is not expected. Nothing wrong in itself: expectations are partial.
fn beyond(wanted: &Value, summit: &pb::Summit) -> Vec<String> {
    let people = texts_of(wanted, "participants", "person");
    let named = |found: &pb::EntityRef| people.iter().any(|person| same_name(person, &found.name));
    let participants = summit.participants.iter().filter(|found| !found.person.as_ref().is_some_and(named));
    let participants = participants.map(|found| {
        let who = found.person.as_ref().or(found.represents.as_ref());
        format!("participant {} {}", name(who), bare(found.attendance().as_str_name(), "ATTENDANCE_"))
    });
    let fields = texts_of(wanted, "conflicts", "field");
    let conflicts = summit.conflicts.iter().filter(|found| !fields.iter().any(|field| found.field.starts_with(field)));
    let conflicts =
        conflicts.map(|found| format!("conflict {} {}", found.field, joined(found.values.iter().map(|value| value.value.as_str()))));
    let meetings = summit.meetings.iter().filter(|found| {
        !list(wanted, "meetings").iter().any(|meeting| {
            let pair = [name(found.first.as_ref()), name(found.second.as_ref())];
            ["first", "second"].iter().all(|side| pair.iter().any(|found| same_name(text(meeting, side), found)))
        })
    });
    let meetings = meetings.map(|found| {
        let status = bare(found.status().as_str_name(), "MEETING_STATUS_");
        format!("meeting {} – {} {status}", name(found.first.as_ref()), name(found.second.as_ref()))
    });
    participants.chain(meetings).chain(conflicts).collect()
}

fn texts_of<'v>(value: &'v Value, things: &str, key: &str) -> Vec<&'v str> {
    list(value, things).iter().map(|thing| text(thing, key)).collect()
}

/// A summit that is just what is expected, to judge the judge by.
fn ideal(wanted: &Value) -> pb::Summit {
    let entity = |value: &Value| json!({"entityId": value, "name": value});
    let each = |of: &Value, key: &str, make: &dyn Fn(&Value) -> Value| Value::Array(list(of, key).iter().map(make).collect());
    let some = |value: &Value, make: &dyn Fn(&Value) -> Value| if value.is_null() { Value::Null } else { make(value) };
    let word = |prefix: &str, value: &Value| some(value, &|value| json!(format!("{prefix}_{}", value.as_str().unwrap())));
    let worded = |value: &Value| json!({"text": format!("… {}", value.as_str().unwrap())});
    let summit = json!({
        "documentIds": wanted["documents"],
        "organizer": entity(&wanted["organizer"]),
        "status": word("SUMMIT_STATUS", &wanted["status"]),
        "ordinal": wanted["ordinal"],
        "hostCity": some(&wanted["host_city"], &entity),
        "hostCountry": some(&wanted["host_country"], &entity),
        "venue": some(&wanted["venue"], &entity),
        "startDate": wanted["start_date"],
        "endDate": wanted["end_date"],
        "themes": each(wanted, "themes", &worded),
        "agenda": each(wanted, "agenda", &worded),
        "participants": each(wanted, "participants", &|it| json!({
            "person": entity(&it["person"]),
            "represents": entity(&it["represents"]),
            "role": word("ROLE", &it["role"]),
            "attendance": word("ATTENDANCE", &it["attendance"]),
            "representedByPerson": some(&it["represented_by_person"], &entity),
            "representedByTitle": it["represented_by_title"],
        })),
        "sessions": each(wanted, "sessions", &|it| json!({"format": word("SESSION_FORMAT", &it["format"]), "title": it["title"]})),
        "documentsSigned": some(&wanted["documents_signed"], &|it| json!({
            "count": it["count"],
            "status": word("SIGNING_STATUS", &it["status"]),
            "named": each(it, "named", &|name| json!({"name": name})),
        })),
        "membershipChanges": each(wanted, "membership_changes", &|it| json!({
            "country": entity(&it["country"]), "kind": word("MEMBERSHIP_CHANGE_KIND", &it["kind"]), "date": it["date"],
        })),
        "meetings": each(wanted, "meetings", &|it| json!({
            "first": entity(&it["second"]),
            "second": entity(&it["first"]),
            "date": it["date"],
            "status": word("MEETING_STATUS", &it["status"]),
        })),
        "statements": each(wanted, "statements", &|it| json!({
            "speaker": entity(&it["speaker"]), "quote": format!("… {} …", text(it, "contains")), "reported": it["reported"],
        })),
        "background": some(&wanted["background"], &|it| json!({
            "founding": {"date": it["founding_date"], "place": some(&it["founding_place"], &entity)},
            "founders": each(it, "founders", &entity),
            "accessions": each(it, "accessions", &|it| json!({"country": entity(&it["country"]), "date": it["date"]})),
            "pastSummits": each(it, "past_summits", &|it| json!({
                "place": some(&it["place"], &entity), "date": it["date"], "ordinal": it["ordinal"],
            })),
        })),
        "presidencyTransfer": some(&wanted["presidency_transfer"], &|it| json!({
            "fromCountry": entity(&it["from"]), "toCountry": entity(&it["to"]), "date": it["date"],
        })),
        "conflicts": each(wanted, "conflicts", &|it| json!({
            "field": it["field"], "values": each(it, "values", &|value| json!({"value": value})),
        })),
    });
    DynamicMessage::deserialize(descriptor("Summit"), summit).unwrap().transcode_to().unwrap()
}

#[test]
fn the_judge_accepts_what_is_expected_and_nothing_else() {
    for case in cases() {
        for wanted in list(&case.expected, "summits") {
            let wrong = |summit: &pb::Summit| summit_points(wanted, summit).0.into_iter().filter(|point| !point.right);
            let ideal = ideal(wanted);
            let missed: Vec<_> = wrong(&ideal).map(|point| format!("{}: {}", point.kind, point.wanted)).collect();
            assert!(missed.is_empty(), "{}: {missed:?}", case.name);
            let kinds: BTreeSet<_> = wrong(&pb::Summit::default()).map(|point| point.kind).collect();
            let all: BTreeSet<_> = summit_points(wanted, &ideal).0.into_iter().map(|point| point.kind).collect();
            // Nobody is among the attendees of a summit without participants, and an ad-hoc summit has no organizer.
            let free = |kind: &str| kind == "not_participants" || kind == "organizer";
            assert_eq!(all.difference(&kinds).filter(|kind| !free(kind)).count(), 0, "{}: {all:?} {kinds:?}", case.name);
        }
    }
}

#[test]
fn summits_have_the_facts_an_editor_expects() {
    let (mut right, mut expected) = (0, 0);
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut table = String::new();
    for case in cases() {
        let (points, more) = judge(&case);
        println!("\n== {}: {} of {}", case.name, points.right(), points.0.len());
        for point in points.0.iter().filter(|point| !point.right).filter(|point| !point.wanted.is_empty() || !point.found.is_empty()) {
            println!("  miss {}: {} | found {}", point.kind, point.wanted, short(&point.found));
        }
        more.iter().for_each(|more| println!("  more {}", short(more)));
        for point in &points.0 {
            let kind = kinds.entry(point.kind).or_default();
            *kind = (kind.0 + usize::from(point.right), kind.1 + 1);
        }
        table += &row(&case.name, points.right(), points.0.len());
        right += points.right();
        expected += points.0.len();
    }
    println!();
    kinds.iter().for_each(|(kind, (right, expected))| print!("{}", row(kind, *right, *expected)));
    println!("\n{table}{}", row("ALL", right, expected));
    assert_eq!(right, expected, "every expected fact is right");
}

fn row(what: &str, right: usize, expected: usize) -> String {
    format!("{what:40} {right:4} of {expected:4}  {:5.1}%\n", 100.0 * right as f64 / expected.max(1) as f64)
}

// ---- What holds of every answer.

/// The answer as proto3 JSON.
fn shown(answer: &pb::SummarizeSummitResponse) -> Value {
    let message = DynamicMessage::decode(descriptor("SummarizeSummitResponse"), answer.encode_to_vec().as_slice()).unwrap();
    serde_json::to_value(message).unwrap()
}

fn descriptor(message: &str) -> MessageDescriptor {
    static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| DescriptorPool::decode(pb::FILE_DESCRIPTOR_SET).unwrap());
    POOL.get_message_by_name(&format!("qimma.v1.{message}")).unwrap()
}

/// The value without some of its fields, wherever they stand.
fn without(value: Value, fields: &[&str]) -> Value {
    match value {
        Value::Object(object) => {
            let kept = object.into_iter().filter(|(field, _)| !fields.contains(&field.as_str()));
            Value::Object(kept.map(|(field, value)| (field, without(value, fields))).collect())
        }
        Value::Array(array) => Value::Array(array.into_iter().map(|value| without(value, fields)).collect()),
        other => other,
    }
}

/// Every piece of evidence in an answer: its document, its span, its text.
fn evidence(value: &Value, found: &mut Vec<(String, pb::Span, String)>) {
    match value {
        Value::Object(object) if object.contains_key("documentId") => {
            found.push((text(value, "documentId").to_owned(), span(&value["span"]), text(value, "text").to_owned()));
        }
        Value::Object(object) => object.values().for_each(|value| evidence(value, found)),
        Value::Array(array) => array.iter().for_each(|value| evidence(value, found)),
        _ => {}
    }
}

/// proto3 JSON leaves out what is zero.
fn span(value: &Value) -> pb::Span {
    let [begin, end] = ["begin", "end"].map(|side| u32::try_from(value[side].as_u64().unwrap_or(0)).unwrap());
    pb::Span { begin, end }
}

/// The text at a span, as a client of that encoding would take it.
fn slice(text: &str, span: pb::Span, encoding: pb::OffsetEncoding) -> String {
    let (begin, end) = (span.begin as usize, span.end as usize);
    match encoding {
        Utf16 => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[begin..end]).unwrap(),
        Utf32 => text.chars().skip(begin).take(end - begin).collect(),
        _ => text[begin..end].to_owned(),
    }
}

#[test]
fn the_order_of_documents_changes_nothing() {
    for Case { name, documents, .. } in cases() {
        let answer = ask(documents.clone(), Utf8);
        let reversed: Vec<_> = documents.iter().rev().cloned().collect();
        let mut turned = documents;
        turned.rotate_left(1);
        for other in [reversed, turned] {
            let ids: Vec<_> = other.iter().map(|document| document.id.clone()).collect();
            assert_eq!(shown(&ask(other, Utf8)), shown(&answer), "{name} in the order {ids:?}");
        }
    }
}

#[test]
fn an_article_that_comes_twice_is_no_second_witness() {
    for Case { name, documents, .. } in cases() {
        let answer = ask(documents.clone(), Utf8);
        for document in &documents {
            let copy = pb::Document { id: format!("{}-again", document.id), ..document.clone() };
            let twice = ask(documents.iter().cloned().chain([copy.clone()]).collect(), Utf8);
            let facts = |answer: &pb::SummarizeSummitResponse| without(shown(answer)["summits"].clone(), &["evidence", "documentIds"]);
            assert_eq!(facts(&twice), facts(&answer), "{name} with {} twice", document.id);
            let tells = |id: &str| twice.summits.iter().map(|summit| summit.document_ids.iter().any(|it| it == id)).collect::<Vec<_>>();
            assert_eq!(tells(&copy.id), tells(&document.id), "{name}: {} and its copy tell of the same summits", document.id);
            let left = |id: &str| twice.unassigned_document_ids.iter().any(|it| it == id);
            assert_eq!(left(&copy.id), left(&document.id), "{name}: {} and its copy", document.id);
        }
    }
}

#[test]
fn evidence_is_the_document_at_its_span_in_every_encoding() {
    for Case { name, documents, .. } in cases() {
        // Every offset moved by characters of each width.
        let documents: Vec<_> =
            documents.into_iter().map(|document| pb::Document { text: format!("🎉é {}", document.text), ..document }).collect();
        let answers = [Utf8, Utf16, Utf32].map(|encoding| (encoding, ask(documents.clone(), encoding)));
        for (encoding, answer) in &answers {
            let mut found = Vec::new();
            evidence(&shown(answer), &mut found);
            assert!(answer.summits.is_empty() || !found.is_empty(), "{name}");
            for (id, span, quoted) in found {
                let document = documents.iter().find(|document| document.id == id).unwrap_or_else(|| panic!("{name}: no document {id}"));
                assert!(!quoted.is_empty(), "{name}/{id}: {span:?}");
                assert_eq!(slice(&document.text, span, *encoding), quoted, "{name}/{id} in {encoding:?}");
            }
            for summit in &answer.summits {
                for sentence in &summit.summary_sentences {
                    let summary = if sentence.language == "ar" { &summit.summary_ar } else { &summit.summary_en };
                    let told = slice(summary, sentence.span.unwrap(), *encoding);
                    assert!(!told.trim().is_empty() && summary.contains(&told), "{name} in {encoding:?}: {told:?}");
                }
            }
        }
        let [utf8, utf16, utf32] = answers.map(|(_, answer)| without(shown(&answer), &["span"]));
        assert!(utf8 == utf16 && utf8 == utf32, "{name}: the encoding changes nothing but the numbers");
    }
}

#[test]
fn a_hundred_long_articles_take_seconds() {
    let articles: Vec<_> = cases().into_iter().flat_map(|case| case.documents).collect();
    let long = (0..100).map(|i| {
        let article = &articles[i % articles.len()];
        let times = 20_000_usize.div_ceil(article.text.len() + 1);
        pb::Document { id: i.to_string(), text: vec![article.text.as_str(); times].join("\n"), ..article.clone() }
    });
    let long: Vec<_> = long.collect();
    LazyLock::force(&ENGINE);
    let begun = Instant::now();
    let answer = ask(long, Utf8);
    let took = begun.elapsed();
    println!("{} summits of 100 articles of 20 kB in {took:?}", answer.summits.len());
    assert!(took < Duration::from_secs(10), "{took:?}");
}
