//! A made-up answer for the tests of how answers are shown.

use crate::proto as pb;

/// Two articles; the second holds what a page must not take for its own.
pub(super) fn documents() -> Vec<pb::Document> {
    let document = |id: &str, text: &str| pb::Document { id: id.into(), text: text.into(), ..Default::default() };
    vec![
        document("01", "وقعت القمة 18 وثيقة، وأوفد بوتين وزير خارجيته سيرغيي لافروف. قالت تركيا: \"نطمح\"."),
        document("02", "وثائق القمة 17 <script>alert(1)</script> & \"غيرها\"."),
        document("a\"03", "لا قمة هنا."),
    ]
}

/// The piece of a document that reads `text`.
fn evidence(document: usize, text: &str) -> Vec<pb::Evidence> {
    let document = &documents()[document];
    let begin = document.text.find(text).unwrap();
    let span = [begin, begin + text.len()].map(|offset| u32::try_from(offset).unwrap());
    vec![pb::Evidence { document_id: document.id.clone(), span: Some(pb::Span { begin: span[0], end: span[1] }), text: text.to_owned() }]
}

fn entity(id: &str, name: &str, name_en: &str) -> Option<pb::EntityRef> {
    Some(pb::EntityRef { entity_id: id.into(), name: name.into(), name_en: name_en.into(), ..Default::default() })
}

/// One summit of the first two, with a conflict and evidence that overlaps.
pub(super) fn answer() -> pb::SummarizeSummitResponse {
    let summary_ar = "عُقدت القمة. ووُقّعت 18 وثيقة.".to_owned();
    let first = u32::try_from("عُقدت القمة.".len()).unwrap();
    let value = |value: &str, kept, evidence| pb::ConflictingValue { value: value.into(), kept, evidence, confidence: 0.9 };
    let summit = pb::Summit {
        id: "local:summit".into(),
        name: "قمة <أستانا>".into(),
        name_en: "Astana summit".into(),
        status: pb::SummitStatus::Held.into(),
        start_date: "2024-07-03".into(),
        end_date: "2024-07-04".into(),
        document_ids: vec!["01".into(), "02".into()],
        evidence: evidence(0, "وقعت القمة 18 وثيقة"),
        participants: vec![pb::Participant {
            person: entity("vladimir-putin", "فلاديمير بوتين", "Vladimir Putin"),
            represents: entity("russia", "روسيا", "Russia"),
            role: pb::Role::Member.into(),
            attendance: pb::Attendance::Represented.into(),
            represented_by_person: entity("sergey-lavrov", "سيرغيي لافروف", "Sergey Lavrov"),
            represented_by_title: "وزير الخارجية".into(),
            evidence: evidence(0, "18 وثيقة، وأوفد بوتين وزير خارجيته سيرغيي لافروف"),
            ..Default::default()
        }],
        documents_signed: Some(pb::DocumentsSigned {
            count: 18,
            status: pb::SigningStatus::Signed.into(),
            evidence: evidence(0, "وقعت القمة 18 وثيقة"),
            ..Default::default()
        }),
        statements: vec![pb::Statement {
            speaker: entity("turkey", "تركيا", "Turkey"),
            quote: "نطمح".into(),
            evidence: evidence(0, "قالت تركيا: \"نطمح\""),
            ..Default::default()
        }],
        conflicts: vec![pb::Conflict {
            field: "documents_signed.count".into(),
            values: vec![
                value("18", true, evidence(0, "وقعت القمة 18 وثيقة")),
                value("17", false, evidence(1, "وثائق القمة 17 <script>alert(1)</script> & \"غيرها\"")),
            ],
            ..Default::default()
        }],
        summary_sentences: vec![pb::SummarySentence {
            language: "ar".into(),
            span: Some(pb::Span { begin: 0, end: first }),
            evidence: evidence(0, "وقعت القمة 18 وثيقة"),
        }],
        summary_ar,
        summary_en: "It was held & 18 documents were signed.".into(),
        ..Default::default()
    };
    pb::SummarizeSummitResponse { summits: vec![summit], unassigned_document_ids: vec!["a\"03".into()], gazetteer_version: "sample".into() }
}
