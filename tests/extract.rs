//! One document, as a client would ask.

#![allow(clippy::unwrap_used)]

mod common;

use common::{ASTANA, Server, document, mentions};
use qimma::proto as pb;
use qimma::proto::EntityType;
use qimma::proto::entity::Value;

async fn extract(request: pb::ExtractEntitiesRequest) -> pb::ExtractEntitiesResponse {
    Server::start_real().await.client().await.extract_entities(request).await.unwrap().into_inner()
}

fn astana() -> pb::ExtractEntitiesRequest {
    let document = pb::Document { publish_date: "2024-07-05".into(), ..document("astana-1", ASTANA) };
    pb::ExtractEntitiesRequest { document: Some(document), ..Default::default() }
}

fn find<'a>(answer: &'a pb::ExtractEntitiesResponse, id: &str, kind: EntityType) -> &'a pb::Entity {
    let found = answer.entities.iter().find(|entity| entity.id == id && entity.r#type() == kind);
    found.unwrap_or_else(|| panic!("{id} {kind:?} in {:?}", answer.entities.iter().map(|e| (&e.id, e.r#type())).collect::<Vec<_>>()))
}

#[tokio::test]
async fn a_visit() {
    let answer = extract(astana()).await;
    assert_eq!(answer.document_id, "astana-1");
    assert_eq!((answer.language.as_str(), answer.language_supported), ("ar", true));
    assert!(!answer.gazetteer_version.is_empty());
    assert!(answer.sentences.len() >= 2);

    let putin = find(&answer, "vladimir-putin", EntityType::Person);
    assert_eq!((putin.name.as_str(), putin.name_en.as_str()), ("فلاديمير بوتين", "Vladimir Putin"));
    assert_eq!(putin.mentions[0].text, "فلاديمير بوتين");
    assert!(putin.mentions.iter().any(|mention| mention.text == "بوتين"), "the part of the name is the same person");
    assert_eq!(find(&answer, "astana", EntityType::Gpe).country_code, "KZ");
    find(&answer, "kassym-jomart-tokayev", EntityType::Person);

    let date = answer.entities.iter().find(|entity| entity.r#type() == EntityType::Date).expect("a date");
    let edtf = answer.entities.iter().filter_map(|entity| match &entity.value {
        Some(Value::Date(date)) => Some(date.edtf.as_str()),
        _ => None,
    });
    assert!(edtf.clone().any(|edtf| edtf == "2024-07-04"), "{date:?}");
}

#[tokio::test]
async fn entities_stand_in_the_order_of_their_first_mention() {
    let answer = extract(astana()).await;
    let first: Vec<_> = answer.entities.iter().map(|entity| entity.mentions[0].span.unwrap().begin).collect();
    assert!(first.is_sorted(), "{first:?}");
    assert!(first.len() > 3);
    for entity in &answer.entities {
        assert!(entity.mentions.is_sorted_by_key(|mention| mention.span.unwrap().begin));
    }
}

#[tokio::test]
async fn a_parent_is_a_place_in_the_order_of_begin_and_length() {
    let answer = extract(astana()).await;
    let mut ordered: Vec<_> = mentions(&answer).collect();
    ordered.sort_by_key(|mention| (mention.span.unwrap().begin, std::cmp::Reverse(mention.span.unwrap().end)));
    let mut nested = 0;
    for mention in &ordered {
        if let Ok(parent) = usize::try_from(mention.parent) {
            let (outer, inner) = (ordered[parent].span.unwrap(), mention.span.unwrap());
            assert!(outer.begin <= inner.begin && inner.end <= outer.end && outer != inner, "{outer:?} {inner:?}");
            nested += 1;
        }
        assert!((mention.sentence as usize) < answer.sentences.len());
    }
    assert!(nested > 0, "«الرئيس الروسي» holds «الروسي»");
}

#[tokio::test]
async fn only_the_types_asked_for() {
    let answer = extract(pb::ExtractEntitiesRequest { types: vec![EntityType::Gpe.into()], ..astana() }).await;
    assert!(!answer.entities.is_empty());
    assert!(answer.entities.iter().all(|entity| entity.r#type() == EntityType::Gpe));
}

#[tokio::test]
async fn outermost_mentions_only() {
    let answer = extract(pb::ExtractEntitiesRequest { flat: true, ..astana() }).await;
    assert!(mentions(&answer).count() > 3);
    let mut spans: Vec<_> = mentions(&answer).map(|mention| mention.span.unwrap()).collect();
    spans.sort_by_key(|span| span.begin);
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].begin));
    assert!(mentions(&answer).all(|mention| mention.parent == -1));
}

#[tokio::test]
async fn confidence_is_a_threshold() {
    let answer = extract(pb::ExtractEntitiesRequest { min_confidence: 0.9, ..astana() }).await;
    assert!(mentions(&answer).all(|mention| mention.confidence >= 0.9));
}

#[tokio::test]
async fn names_of_the_callers_own() {
    let custom = pb::CustomEntity {
        id: "crm-42".into(),
        r#type: EntityType::Org.into(),
        name: "مؤسسة النخيل الذهبي".into(),
        name_en: "Golden Palm".into(),
        aliases: vec!["النخيل الذهبي".into()],
    };
    let text = "وقعت مؤسسة النخيل الذهبي عقدا في القاهرة، وقالت للنخيل الذهبي شركتان إنهما تنتظران.";
    let request = pb::ExtractEntitiesRequest { document: Some(document("d", text)), custom_entities: vec![custom], ..Default::default() };
    let answer = extract(request.clone()).await;
    let found = find(&answer, "crm-42", EntityType::Org);
    assert_eq!(found.name_en, "Golden Palm");
    assert!(found.mentions.iter().all(|mention| mention.source == "custom:crm-42"), "{found:?}");
    assert_eq!(found.mentions[0].text, "مؤسسة النخيل الذهبي");

    let without = extract(pb::ExtractEntitiesRequest { custom_entities: vec![], ..request }).await;
    assert!(without.entities.iter().all(|entity| entity.id != "crm-42"), "for that call alone");
}

#[tokio::test]
async fn names_that_are_not_wanted() {
    // Another spelling of the same letters.
    let answer = extract(pb::ExtractEntitiesRequest { excluded_names: vec!["استانا".into()], ..astana() }).await;
    assert!(mentions(&answer).all(|mention| mention.text != "أستانا"));
    find(&answer, "vladimir-putin", EntityType::Person);
}

#[tokio::test]
async fn an_explanation_changes_nothing_else() {
    let plain = extract(astana()).await;
    let mut explained = extract(pb::ExtractEntitiesRequest { explain: true, ..astana() }).await;
    assert!(mentions(&explained).all(|mention| !mention.explanation.is_empty()));
    for mention in explained.entities.iter_mut().flat_map(|entity| &mut entity.mentions) {
        mention.explanation.clear();
    }
    assert_eq!(explained, plain);
}

#[tokio::test]
async fn what_the_server_can_do() {
    let answer = Server::start_real().await.client().await.get_capabilities(pb::GetCapabilitiesRequest {}).await.unwrap().into_inner();
    assert_eq!(answer.entity_types.len(), 21);
    assert_eq!(answer.offset_encodings.len(), 3);
    assert_eq!(answer.languages, ["ar"]);
    let limits = answer.limits.unwrap();
    assert_eq!((limits.max_text_bytes, limits.max_documents, limits.max_custom_entities), (1 << 20, 100, 1000));
    assert_eq!(answer.gazetteer_version, extract(astana()).await.gazetteer_version);
    assert!(answer.gazetteer_counts.iter().any(|count| count.r#type() == EntityType::Gpe && count.count > 190), "every country");
    assert_eq!(answer.server_version, env!("CARGO_PKG_VERSION"));
}
