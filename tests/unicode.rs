//! What holds of every answer holds for any text: for characters at random, and for the letters, marks and words that rules look for in any order.

#![allow(clippy::unwrap_used)]

mod sound;

use std::sync::LazyLock;

use proptest::prelude::*;
use qimma::rpc::{self, Limits};
use qimma::{Engine, proto as pb};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

/// Every word that a rule looks for, every number, month, day, unit, nisba and position.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for file in
        ["triggers", "numbers", "ordinals", "months", "weekdays", "units", "currencies", "nisbas", "languages", "../titles/positions"]
    {
        let text = std::fs::read_to_string(format!("gazetteer/words/{file}.tsv")).unwrap();
        let cells = text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(['\t', '|']));
        words.extend(
            cells
                .filter(|cell| cell.chars().any(|c| ('\u{621}'..='\u{64A}').contains(&c)) && !cell.contains(['[', '(']))
                .map(str::to_owned),
        );
    }
    words.sort();
    words.dedup();
    assert!(words.len() > 5_000, "{}", words.len());
    words
});

/// Texts of words that mean something to rules, with marks and noise between them.
fn news() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => (0..WORDS.len()).prop_map(|at| WORDS[at].clone()),
        2 => "[ء-ي]{1,6}",
        1 => "[0-9٠-٩]{1,5}([.,/][0-9]{1,4}){0,3}",
        1 => "[a-zA-Z+.]{1,5}",
        1 => "[«»\"“”()،.:؛/–$%٪!؟…-]{1,3}",
        1 => "[\u{64B}-\u{652}\u{640}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}\0]{1,3}",
    ];
    let glue =
        prop_oneof![6 => Just(" "), 1 => Just(""), 1 => Just(" و"), 1 => Just(" لل"), 1 => Just("، "), 1 => Just("\n"), 1 => Just(". ")];
    prop::collection::vec((word, glue), 1..60).prop_map(|parts| parts.into_iter().map(|(word, glue)| word + glue).collect())
}

fn summarize(texts: Vec<String>) {
    let document = |(at, text): (usize, String)| pb::Document {
        id: at.to_string(),
        text: if at == 0 {
            format!("انطلقت في المنامة القمة العربية الثالثة والثلاثون بمشاركة الرئيس المصري عبد الفتاح السيسي. {text}")
        } else {
            text
        },
        publish_date: format!("2024-05-{:02}", 10 + at),
        ..Default::default()
    };
    let documents: Vec<pb::Document> = texts.into_iter().enumerate().map(document).collect();
    let request = pb::SummarizeSummitRequest { documents: documents.clone(), ..Default::default() };
    let answer = rpc::summarize(&*ENGINE, request, Limits { text_bytes: u32::MAX, request_bytes: usize::MAX }).unwrap();
    sound::check_summits(&documents, &answer);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters(text in prop::collection::vec(any::<char>(), 0..200)) {
        sound::analyze(&ENGINE, &text.into_iter().collect::<String>());
    }

    #[test]
    fn any_characters_of_arabic(text in "[\u{600}-\u{6FF}\u{750}-\u{77F}\u{FB50}-\u{FDFF}\u{FE70}-\u{FEFF}\u{200B}-\u{200F} \n.،]{0,300}") {
        sound::analyze(&ENGINE, &text);
    }

    #[test]
    fn any_words_of_news(text in news()) {
        sound::analyze(&ENGINE, &text);
    }

    #[test]
    fn any_text_before_and_behind_another_leaves_spans_right(before in news(), behind in "\\PC{0,40}") {
        sound::analyze(&ENGINE, &format!("{behind}{before}{behind}"));
    }

    #[test]
    fn any_articles(texts in prop::collection::vec(news(), 1..5)) {
        summarize(texts);
    }
}

/// The seeds of the fuzz targets, and whatever they once found.
#[test]
fn the_corpus_of_the_fuzz_targets() {
    let mut read = 0;
    for target in ["extract", "fold", "summarize"] {
        for file in std::fs::read_dir(format!("fuzz/corpus/{target}")).unwrap() {
            let text = String::from_utf8_lossy(&std::fs::read(file.unwrap().path()).unwrap()).into_owned();
            sound::analyze(&ENGINE, &text);
            let _ = ENGINE.lookup(&text);
            summarize(text.split('\u{c}').filter(|part| !part.is_empty()).map(str::to_owned).collect());
            read += 1;
        }
    }
    assert!(read > 0);
}
