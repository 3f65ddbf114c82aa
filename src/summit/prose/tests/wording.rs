//! Wording: what is left out, cut short, agrees with its noun.

use super::samples::{entity, organisation, participant, person, putin, rich, russia};
use super::{has, sound};
use crate::proto as pb;
use pb::{Attendance, MembershipChangeKind, Role, SummitStatus};

#[test]
fn a_summit_of_which_nothing_is_known_has_one_clean_sentence() {
    let mut summit = pb::Summit::default();
    let prose = sound(&summit, 0);
    assert_eq!((prose.ar.as_str(), prose.en.as_str()), ("تتناول التقارير قمة.", "The reports tell of a summit."));
    summit.status = SummitStatus::Held.into();
    summit.organizer = Some(organisation());
    let prose = sound(&summit, 0);
    assert_eq!(prose.ar, "عُقدت قمة منظمة شنغهاي للتعاون.");
    assert_eq!(prose.en, "The Shanghai Cooperation Organisation summit was held.");
    summit.status = SummitStatus::Cancelled.into();
    assert_eq!(sound(&summit, 0).ar, "أُلغيت قمة منظمة شنغهاي للتعاون.");
}

#[test]
fn blank_facts_are_left_out() {
    let mut summit = pb::Summit { status: SummitStatus::Held.into(), organizer: Some(organisation()), ..pb::Summit::default() };
    summit.themes.push(pb::Theme { text: " «» ".into(), ..pb::Theme::default() });
    summit.participants.push(pb::Participant { title: "الرئيس".into(), ..pb::Participant::default() });
    summit.sessions.push(pb::Session::default());
    summit.agenda.push(pb::AgendaItem { text: "،".into(), ..pb::AgendaItem::default() });
    summit.documents_signed = Some(pb::DocumentsSigned::default());
    summit.membership_changes.push(pb::MembershipChange::default());
    summit.meetings.push(pb::BilateralMeeting { first: Some(putin()), ..pb::BilateralMeeting::default() });
    summit.statements.push(pb::Statement { quote: "كلام".into(), ..pb::Statement::default() });
    summit.background = Some(pb::Background {
        founding: Some(pb::Founding::default()),
        past_summits: vec![pb::PastSummit::default()],
        accessions: vec![pb::Accession::default()],
        ..pb::Background::default()
    });
    summit.presidency_transfer = Some(pb::PresidencyTransfer::default());
    summit.conflicts.push(pb::Conflict { field: "participants[7].attendance".into(), ..pb::Conflict::default() });
    summit.conflicts.push(pb::Conflict { field: "nonsense[".into(), ..pb::Conflict::default() });
    assert_eq!(sound(&summit, 0).ar, "عُقدت قمة منظمة شنغهاي للتعاون.");
}

#[test]
fn verbs_agree_with_countries() {
    let mut summit = pb::Summit { status: SummitStatus::Held.into(), organizer: Some(organisation()), ..pb::Summit::default() };
    let change = |name: &str, kind: MembershipChangeKind| pb::MembershipChange {
        country: Some(entity(name, name, name)),
        kind: kind.into(),
        ..pb::MembershipChange::default()
    };
    summit.membership_changes = vec![
        change("العراق", MembershipChangeKind::Joined),
        change("مصر", MembershipChangeKind::Applied),
        change("لبنان", MembershipChangeKind::Left),
    ];
    let prose = sound(&summit, 0);
    has(&prose.ar, "وانضم العراق إلى منظمة شنغهاي للتعاون، وتقدمت مصر بطلب للانضمام إليها، وانسحب لبنان منها.");
    summit.organizer = Some(entity("au", "الاتحاد الأفريقي", "African Union"));
    has(&sound(&summit, 0).ar, "وانضم العراق إلى الاتحاد الأفريقي، وتقدمت مصر بطلب للانضمام إليه، وانسحب لبنان منه.");
}

#[test]
fn many_names_are_cut_short() {
    let mut summit = pb::Summit { status: SummitStatus::Held.into(), organizer: Some(organisation()), ..pb::Summit::default() };
    for number in 0..20 {
        let name = format!("فلان{number}");
        let who = entity(&name, &name, &name);
        summit.participants.push(participant(who, russia(), "الرئيس الروسي", Role::Member, Attendance::Attended));
    }
    let prose = sound(&summit, 0);
    has(&prose.ar, "فلان7، و12 مشاركا آخر.");
    assert!(!prose.ar.contains("فلان8"));
    has(&prose.en, "and 12 others attended the summit.");
}

#[test]
fn conflicts_are_worded() {
    let mut summit = rich();
    let value = |value: &str| pb::ConflictingValue { value: value.into(), ..pb::ConflictingValue::default() };
    let conflict = |field: &str, one: &str, other: &str| pb::Conflict {
        field: field.into(),
        values: vec![value(one), value(other)],
        ..pb::Conflict::default()
    };
    summit.conflicts = vec![
        conflict("end_date", "2024-11-22", "2024-11-24"),
        conflict("participants[1].attendance", "ATTENDED", "ATTENDANCE_ABSENT"),
        conflict("host_city", "astana", "سمرقند"),
    ];
    let prose = sound(&summit, 40);
    has(
        &prose.ar,
        "وتختلف المصادر في موعد اختتام القمة بين 22 نوفمبر/تشرين الثاني 2024 و24 نوفمبر/تشرين الثاني 2024، وفي مشاركة الرئيس الروسي فلاديمير بوتين بين الحضور والغياب، وفي المدينة المضيفة بين أستانا وسمرقند.",
    );
    has(&prose.en, "The sources differ on when the summit ended (22 November 2024 or 24 November 2024)");
}

#[test]
fn women_take_feminine_verbs() {
    let mut summit = rich();
    let italy = entity("italy", "إيطاليا", "Italy");
    let meloni = participant(person("جورجيا ميلوني", "Giorgia Meloni"), italy, "رئيسة الوزراء الإيطالية", Role::Host, Attendance::Attended);
    summit.participants[0] = meloni;
    summit.statements =
        vec![pb::Statement {
            speaker: Some(person("جورجيا ميلوني", "Giorgia Meloni")), quote: "نعم".into(), ..pb::Statement::default()
        }];
    let ar = sound(&summit, 40).ar;
    has(&ar, "واستضافت القمة رئيسة الوزراء الإيطالية جورجيا ميلوني، وحضرها");
    has(&ar, "وقالت جورجيا ميلوني: \"نعم\".");
}
