//! A span, taken from the document in the caller's own units, is the mention's text: in all three encodings.

#![allow(clippy::unwrap_used)]

mod common;

use common::scripted::Scripted;
use common::{Server, document, mentions};
use proptest::prelude::{Strategy, any};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use qimma::proto as pb;
use qimma::proto::OffsetEncoding::{Unspecified, Utf8, Utf16, Utf32};

/// The text at a span, as a client of that encoding would take it.
fn slice(text: &str, span: &pb::Span, encoding: pb::OffsetEncoding) -> String {
    let (begin, end) = (span.begin as usize, span.end as usize);
    match encoding {
        Unspecified | Utf8 => text[begin..end].to_owned(),
        Utf16 => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[begin..end]).unwrap(),
        Utf32 => text.chars().skip(begin).take(end - begin).collect(),
    }
}

/// Checks every span of the answers to `text`; how many mentions there were.
async fn check(client: &mut common::Client, text: &str) -> usize {
    let mut seen = Vec::new();
    for encoding in [Unspecified, Utf8, Utf16, Utf32] {
        let request =
            pb::ExtractEntitiesRequest { document: Some(document("doc", text)), offset_encoding: encoding.into(), ..Default::default() };
        let answer = client.extract_entities(request).await.unwrap().into_inner();
        for mention in mentions(&answer) {
            assert_eq!(slice(text, &mention.span.unwrap(), encoding), mention.text, "{encoding:?} in {text:?}");
        }
        for position in answer.entities.iter().flat_map(|entity| &entity.positions) {
            assert_eq!(slice(text, &position.span.unwrap(), encoding), position.title, "{encoding:?} in {text:?}");
        }
        for pair in answer.sentences.windows(2) {
            assert!(pair[0].end <= pair[1].begin, "{encoding:?} in {text:?}");
        }
        let texts: Vec<_> = mentions(&answer).map(|mention| mention.text.clone()).collect();
        seen.push(texts);
    }
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "the encoding changes nothing but the numbers");
    seen[0].len()
}

#[tokio::test]
async fn of_every_word() {
    let server = Server::start(Scripted::default(), &[]).await;
    let mut client = server.client().await;
    for text in ["a b", "\u{feff}زار 🎉 مصر", "é e\u{301} 𝄞𝄞 ﻻ", "كلمة\r\n‏كلمة\u{200f} 👨‍👩‍👧 آخر", "ـــ ٢٠٢٤"]
    {
        assert!(check(&mut client, text).await > 0, "{text:?}");
    }
}

#[tokio::test]
async fn of_any_text() {
    let server = Server::start(Scripted::default(), &[]).await;
    let mut client = server.client().await;
    let mut runner = TestRunner::deterministic();
    for _ in 0..100 {
        let text: String = proptest::collection::vec(any::<char>(), 1..60).new_tree(&mut runner).unwrap().current().into_iter().collect();
        check(&mut client, &text).await;
    }
}

#[tokio::test]
async fn of_articles() {
    let server = Server::start_real().await;
    let mut client = server.client().await;
    for text in [common::ASTANA, include_str!("articles/cairo.txt"), include_str!("articles/mixed.txt")] {
        assert!(check(&mut client, text).await > 0, "{text:?}");
        // The same with every offset moved by a character of each width.
        check(&mut client, &format!("🎉é\u{feff}{text}")).await;
    }
}

#[tokio::test]
async fn a_long_text_takes_no_time_to_convert() {
    let server = Server::start(Scripted::default(), &[]).await;
    let mut client = server.client().await.max_decoding_message_size(usize::MAX);
    // Some hundred thousand offsets: a conversion that begins at the start for each would take minutes.
    let request = pb::ExtractEntitiesRequest {
        document: Some(document("doc", &"كم 🎉 ".repeat(90_000))),
        offset_encoding: Utf16.into(),
        ..Default::default()
    };
    let answer = common::within(client.extract_entities(request)).await.unwrap().into_inner();
    assert_eq!(mentions(&answer).count(), 180_000);
}
