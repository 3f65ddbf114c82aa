//! Any text as one to eight articles, split at form feeds, the first of them told to be of a summit: all evidence is where it says.

#![no_main]

#[path = "../../tests/sound/mod.rs"]
mod sound;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qimma::rpc::{self, Limits};
use qimma::{Engine, proto as pb};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().expect("the embedded gazetteer"));

const OPENING: &str = "انطلقت في المنامة اليوم الخميس القمة العربية الثالثة والثلاثون بمشاركة الرئيس المصري عبد الفتاح السيسي والعاهل الأردني الملك عبد الله الثاني. ";

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let documents: Vec<pb::Document> = text
        .split('\u{c}')
        .take(8)
        .enumerate()
        .map(|(at, part)| pb::Document {
            id: at.to_string(),
            text: format!("{}{part}", if at % 2 == 0 { OPENING } else { " " }),
            publish_date: format!("2024-05-{:02}", 14 + at),
            ..Default::default()
        })
        .collect();
    let request = pb::SummarizeSummitRequest { documents: documents.clone(), ..Default::default() };
    let answer = rpc::summarize(&*ENGINE, request, Limits { text_bytes: 1 << 20, request_bytes: 1 << 27 }).expect("the request is valid");
    sound::check_summits(&documents, &answer);
});
