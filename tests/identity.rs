//! One identity for all spellings, what refers back, who holds what, and what is never cut.

#![allow(clippy::unwrap_used)]

use std::sync::OnceLock;

use qimma::{Analysis, Document, Engine, EntityType, MentionKind, Options};

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::embedded().unwrap())
}

fn analyze(text: &str) -> Analysis<'static> {
    let document = Document { text, publish_date: Some(jiff::civil::date(2024, 7, 4)) };
    engine().analyze(document, &Options::default(), &|| false).unwrap()
}

/// The id of the entity that is mentioned as `text`, of that type.
fn id(analysis: &Analysis<'_>, kind: EntityType, source: &str, text: &str) -> Option<String> {
    let named = |mention: &&qimma::Mention<'_>| &source[mention.span.clone()] == text;
    analysis
        .entities
        .iter()
        .find(|entity| entity.kind == kind && entity.mentions.iter().any(|mention| named(&mention)))
        .map(|entity| entity.id.to_string())
}

#[test]
fn spellings_are_one_entity() {
    for (kind, one, other) in [
        (EntityType::Gpe, "أستانا", "أستانة"),
        (EntityType::Gpe, "بيلاروس", "بيلاروسيا"),
        (EntityType::Gpe, "قرغيزستان", "قيرغيزستان"),
        (EntityType::Person, "إمام علي رحمون", "إمام علي رحمان"),
        (EntityType::Person, "صادر جاباروف", "سادير زاباروف"),
        (EntityType::Person, "رجب طيب أردوغان", "رجب طيب إردوغان"),
        (EntityType::Person, "عبدالفتاح السيسي", "عبد الفتاح السيسي"),
    ] {
        let text = format!("وصل الوفد، وذكر البيان {one}، ثم عاد وذكر {other} مرة أخرى");
        let analysis = analyze(&text);
        let ids = (id(&analysis, kind, &text, one), id(&analysis, kind, &text, other));
        assert!(ids.0.is_some() && ids.0 == ids.1, "{one} is {:?}, {other} is {:?}", ids.0, ids.1);
    }
}

#[test]
fn parts_and_nouns_refer_back() {
    let text = "التقى القائم بأعمال الرئيس الإيراني محمد مخبر الأمين العام لمنظمة شنغهاي للتعاون. وقال مخبر إن المنظمة ستنظر في الطلب";
    let analysis = analyze(text);
    let person = id(&analysis, EntityType::Person, text, "مخبر");
    assert_eq!(person, id(&analysis, EntityType::Person, text, "محمد مخبر"));
    assert_eq!(id(&analysis, EntityType::Org, text, "المنظمة").as_deref(), Some("shanghai-cooperation-organisation"));
    let entity = analysis.entities.iter().find(|entity| Some(entity.id.to_string()) == person).unwrap();
    assert_eq!(entity.mentions.iter().map(|mention| mention.kind).collect::<Vec<_>>(), [MentionKind::Proper, MentionKind::Abbreviated]);
    let position = &entity.positions[0];
    assert_eq!((position.title.as_str(), position.country_id.as_str(), position.acting), ("القائم بأعمال الرئيس الإيراني", "iran", true));
}

#[test]
fn nothing_refers_back_to_what_was_not_named() {
    let text = "قال رجل في السوق إن المنظمة والمخبر لم يصلا بعد";
    let analysis = analyze(text);
    assert!(id(&analysis, EntityType::Org, text, "المنظمة").is_none());
    assert!(analysis.entities.iter().all(|entity| entity.kind != EntityType::Person));
}

#[test]
fn names_keep_their_first_letter() {
    for (name, key) in
        [("بيلاروس", "belarus"), ("باكستان", "pakistan"), ("وارسو", "warsaw"), ("ليبيا", "libya"), ("فرنسا", "france"), ("كندا", "canada")]
    {
        for proclitic in ["", "و", "ب", "ل"] {
            let word = format!("{proclitic}{name}");
            let text = format!("أعلن البيان أن العلاقات تتطور {word} منذ سنوات");
            let analysis = analyze(&text);
            assert_eq!(id(&analysis, EntityType::Gpe, &text, name).as_deref(), Some(key), "{word}");
        }
    }
}

#[test]
fn words_are_not_cut_into_names() {
    for text in ["زار طلاب المدرسة المتحف", "وصل والي الولاية إلى مقر عمله", "قال كاتب إن الكتاب جديد", "بدأ العمل فورا"]
    {
        let analysis = analyze(text);
        let named = [EntityType::Gpe, EntityType::Person, EntityType::Date];
        let found: Vec<_> = analysis.entities.iter().filter(|entity| named.contains(&entity.kind)).map(|entity| &entity.name).collect();
        assert!(found.is_empty(), "{found:?} in {text}");
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let started = std::time::Instant::now();
    for text in [
        "و".repeat(500_000),
        "قمة ".repeat(100_000),
        "بن ".repeat(100_000),
        "1 ".repeat(200_000),
        "«".repeat(200_000),
        "\u{202E}\u{0651}".repeat(200_000),
        "عبد ".repeat(100_000),
        "وزير ".repeat(100_000),
        "الرئيس الروسي فلاديمير بوتين، محمد علي وعلي قال إن المنظمة ".repeat(8_000),
        "الجيش الوطني العربي ".repeat(20_000),
        "العليا ".repeat(70_000),
    ] {
        let text = &text[..text.floor_char_boundary(1_000_000.min(text.len()))];
        analyze(text);
    }
    // Far above what linear time takes in an unoptimised build, far below what quadratic time would.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
