//! Summits that the tests tell of.

use crate::proto as pb;
use pb::{Attendance, MeetingStatus, MembershipChangeKind, Role, SigningStatus, SummitStatus};

pub fn entity(id: &str, name: &str, name_en: &str) -> pb::EntityRef {
    pb::EntityRef { entity_id: id.into(), name: name.into(), name_en: name_en.into(), ..pb::EntityRef::default() }
}

pub fn evidence(text: &str) -> Vec<pb::Evidence> {
    vec![pb::Evidence { document_id: "1".into(), span: Some(pb::Span { begin: 0, end: 9 }), text: text.into() }]
}

fn kazakhstan() -> pb::EntityRef {
    entity("kazakhstan", "كازاخستان", "Kazakhstan")
}

pub fn russia() -> pb::EntityRef {
    entity("russia", "روسيا", "Russia")
}

pub fn organisation() -> pb::EntityRef {
    entity("sco", "منظمة شنغهاي للتعاون", "Shanghai Cooperation Organisation")
}

pub fn person(name: &str, name_en: &str) -> pb::EntityRef {
    entity(name_en, name, name_en)
}

pub fn participant(who: pb::EntityRef, of: pb::EntityRef, title: &str, role: Role, attendance: Attendance) -> pb::Participant {
    pb::Participant {
        evidence: evidence(&who.name),
        person: Some(who),
        represents: Some(of),
        title: title.into(),
        role: role.into(),
        attendance: attendance.into(),
        ..pb::Participant::default()
    }
}

pub fn putin() -> pb::EntityRef {
    person("فلاديمير بوتين", "Vladimir Putin")
}

fn tokayev() -> pb::EntityRef {
    person("قاسم جومارت توكاييف", "Kassym-Jomart Tokayev")
}

fn xi() -> pb::EntityRef {
    person("شي جين بينغ", "Xi Jinping")
}

fn meeting(first: pb::EntityRef, second: pb::EntityRef, status: MeetingStatus) -> pb::BilateralMeeting {
    pb::BilateralMeeting {
        first: Some(first),
        second: Some(second),
        status: status.into(),
        evidence: evidence("لقاء"),
        ..pb::BilateralMeeting::default()
    }
}

/// A summit of which little is left out.
pub fn rich() -> pb::Summit {
    let china = entity("china", "الصين", "China");
    let india = entity("india", "الهند", "India");
    let mut modi =
        participant(person("ناريندرا مودي", "Narendra Modi"), india.clone(), "رئيس الوزراء", Role::Member, Attendance::Represented);
    modi.represented_by_person = Some(person("سوبرامانيام جايشانكار", "S. Jaishankar"));
    modi.represented_by_title = "وزير الخارجية".into();
    pb::Summit {
        name: "القمة الرابعة والعشرون لمنظمة شنغهاي للتعاون".into(),
        organizer: Some(organisation()),
        ordinal: 24,
        host_city: Some(entity("astana", "أستانا", "Astana")),
        host_country: Some(kazakhstan()),
        venue: Some(entity("independence-palace", "قصر الاستقلال", "Independence Palace")),
        start_date: "2024-07-03".into(),
        end_date: "2024-07-04".into(),
        status: SummitStatus::Held.into(),
        themes: vec![pb::Theme {
            text: "«تعزيز الحوار متعدد الأطراف»".into(), evidence: evidence("شعار"), ..pb::Theme::default()
        }],
        participants: vec![
            participant(tokayev(), kazakhstan(), "رئيس كازاخستان", Role::Host, Attendance::Attended),
            participant(putin(), russia(), "الرئيس الروسي", Role::Member, Attendance::Attended),
            participant(xi(), china.clone(), "الرئيس", Role::Member, Attendance::Attended),
            modi,
            participant(
                person("تشانغ مينغ", "Zhang Ming"),
                organisation(),
                "الأمين العام",
                Role::OrganizationOfficial,
                Attendance::Attended,
            ),
        ],
        sessions: vec![
            pb::Session { title: "ضيقة النطاق".into(), format: pb::SessionFormat::Narrow.into(), ..pb::Session::default() },
            pb::Session { title: "شنغهاي بلس".into(), format: pb::SessionFormat::Plus.into(), ..pb::Session::default() },
        ],
        agenda: vec![
            pb::AgendaItem { text: "الوضع في أفغانستان".into(), ..pb::AgendaItem::default() },
            pb::AgendaItem { text: "مكافحة الإرهاب.".into(), ..pb::AgendaItem::default() },
        ],
        documents_signed: Some(pb::DocumentsSigned {
            count: 24,
            named: vec![pb::NamedDocument { name: "«إعلان أستانا»".into(), ..pb::NamedDocument::default() }],
            status: SigningStatus::Signed.into(),
            evidence: evidence("ووقع القادة 24 وثيقة"),
            ..pb::DocumentsSigned::default()
        }),
        membership_changes: vec![pb::MembershipChange {
            country: Some(entity("belarus", "بيلاروسيا", "Belarus")),
            kind: MembershipChangeKind::Joined.into(),
            date: "2024-07-04".into(),
            ..pb::MembershipChange::default()
        }],
        meetings: vec![
            meeting(putin(), xi(), MeetingStatus::Held),
            meeting(tokayev(), putin(), MeetingStatus::Held),
            meeting(xi(), person("ناريندرا مودي", "Narendra Modi"), MeetingStatus::NotPlanned),
        ],
        statements: vec![
            pb::Statement { speaker: Some(putin()), quote: "قال كلاما".into(), reported: true, ..pb::Statement::default() },
            pb::Statement {
                speaker: Some(tokayev()), quote: "\"المنظمة جسر بين الشرق والغرب.\"".into(), ..pb::Statement::default()
            },
        ],
        background: Some(pb::Background {
            founding: Some(pb::Founding {
                date: "2001-06-15".into(),
                place: Some(entity("shanghai", "شنغهاي", "Shanghai")),
                ..pb::Founding::default()
            }),
            founders: vec![kazakhstan(), russia(), china],
            accessions: vec![pb::Accession { country: Some(india), date: "2017".into(), ..pb::Accession::default() }],
            past_summits: vec![pb::PastSummit {
                date: "2022-09".into(),
                place: Some(entity("samarkand", "سمرقند", "Samarkand")),
                ordinal: 22,
                ..pb::PastSummit::default()
            }],
            counts: Vec::new(),
        }),
        presidency_transfer: Some(pb::PresidencyTransfer {
            from_country: Some(kazakhstan()),
            to_country: Some(entity("china", "الصين", "China")),
            date: "2024/2025".into(),
            ..pb::PresidencyTransfer::default()
        }),
        conflicts: vec![pb::Conflict {
            field: "documents_signed.count".into(),
            values: vec![
                pb::ConflictingValue { value: "2".into(), ..pb::ConflictingValue::default() },
                pb::ConflictingValue { value: "24".into(), kept: true, ..pb::ConflictingValue::default() },
            ],
            ..pb::Conflict::default()
        }],
        evidence: evidence("انعقاد"),
        ..pb::Summit::default()
    }
}

/// Three leaders in Asmara, no organiser.
pub fn ad_hoc(status: SummitStatus) -> pb::Summit {
    let egypt = entity("egypt", "مصر", "Egypt");
    let somalia = entity("somalia", "الصومال", "Somalia");
    let eritrea = entity("eritrea", "إريتريا", "Eritrea");
    let came = Attendance::Attended;
    pb::Summit {
        status: status.into(),
        host_city: Some(entity("asmara", "أسمرة", "Asmara")),
        host_country: Some(eritrea.clone()),
        start_date: "2024-10-10".into(),
        end_date: "2024-10-10".into(),
        participants: vec![
            participant(person("إسياس أفورقي", "Isaias Afwerki"), eritrea, "الرئيس", Role::Host, came),
            participant(person("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"), egypt, "الرئيس المصري", Role::Member, came),
            participant(person("حسن شيخ محمود", "Hassan Sheikh Mohamud"), somalia, "الرئيس الصومالي", Role::Member, came),
        ],
        ..pb::Summit::default()
    }
}
