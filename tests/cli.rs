//! What the command prints.

#![allow(clippy::unwrap_used)]

mod common;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use common::{ASTANA, Server, document};
use qimma::proto as pb;

const FILE: &str = "tests/articles/astana.txt";

fn qimma(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qimma")).args(arguments).output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = qimma(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(arguments: &[&str]) -> String {
    let output = qimma(arguments);
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

#[tokio::test]
async fn the_json_is_the_answer_of_the_service() {
    let json: serde_json::Value =
        serde_json::from_str(&printed(&["extract", FILE, "--publish-date=2024-07-05", "--offsets=utf32"])).unwrap();
    let document = pb::Document { publish_date: "2024-07-05".into(), ..document("astana", ASTANA) };
    let request =
        pb::ExtractEntitiesRequest { document: Some(document), offset_encoding: pb::OffsetEncoding::Utf32.into(), ..Default::default() };
    let answer = Server::start_real().await.client().await.extract_entities(request).await.unwrap().into_inner();
    assert_eq!(json["documentId"], "astana");
    assert_eq!(json["gazetteerVersion"], answer.gazetteer_version);
    let entities = json["entities"].as_array().unwrap();
    assert_eq!(entities.len(), answer.entities.len());
    for (json, entity) in entities.iter().zip(&answer.entities) {
        assert_eq!(json["id"], entity.id);
        assert_eq!(json["type"], entity.r#type().as_str_name());
        let span = entity.mentions[0].span.unwrap();
        // proto3 JSON leaves out what is zero.
        assert_eq!(json["mentions"][0]["span"]["begin"].as_u64().unwrap_or(0), u64::from(span.begin));
        assert_eq!(json["mentions"][0]["text"], entity.mentions[0].text);
    }
}

#[test]
fn standard_input_is_a_file_too() {
    let mut process = Command::new(env!("CARGO_BIN_EXE_qimma"))
        .args(["extract", "-", "--format=json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    process.stdin.take().unwrap().write_all(ASTANA.as_bytes()).unwrap();
    let output = process.wait_with_output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["documentId"], "stdin");
}

#[test]
fn the_text_is_the_article_with_colours() {
    let text = printed(&["extract", FILE, "--format=text"]);
    assert!(text.contains("\x1b["), "asked for by name, it is coloured even here");
    let mut plain = String::new();
    let mut escape = false;
    for letter in text.chars() {
        match (escape, letter) {
            (false, '\x1b') => escape = true,
            (false, letter) => plain.push(letter),
            (true, 'm') => escape = false,
            (true, _) => {}
        }
    }
    assert!(plain.starts_with(ASTANA), "nothing is lost of it, and nothing is put between its words");
    assert!(plain.contains("vladimir-putin"));
}

#[test]
fn a_table_is_plain_where_nobody_looks() {
    let table = printed(&["extract", FILE, "--format=table"]);
    assert!(table.starts_with("TYPE") && !table.contains('\x1b'));
    assert!(table.lines().any(|line| line.starts_with("PERSON") && line.ends_with("فلاديمير بوتين")), "{table}");
}

#[test]
fn the_page_needs_nothing_else_and_escapes_what_it_shows() {
    let folder = std::env::temp_dir().join(format!("qimma-cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("evil.txt");
    std::fs::write(&file, format!("{ASTANA}<script>alert(1)</script> & \"")).unwrap();
    let page = printed(&["extract", file.to_str().unwrap(), "--format=html"]);
    std::fs::remove_dir_all(folder).unwrap();
    assert!(page.contains(r#"dir="rtl""#) && page.contains("vladimir-putin"));
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>alert"));
    for outside in ["http://", "https://", "src=", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<mark").count(), page.matches("</mark>").count());
}

const SUMMIT: [&str; 2] = ["tests/summits/gcc/01.txt@2016-12-06", "tests/summits/gcc/02.txt"];

fn summarized(arguments: &[&str]) -> String {
    printed(&[&["summarize"], &SUMMIT[..], &["--publish-date=2016-12-08"], arguments].concat())
}

#[test]
fn the_json_of_summits_is_the_answer_of_the_service() {
    let json: serde_json::Value = serde_json::from_str(&summarized(&["--max-sentences=2", "--offsets=utf16"])).unwrap();
    let read = |file: &str| std::fs::read_to_string(format!("tests/summits/gcc/{file}.txt")).unwrap();
    let document = |file: &str, date: &str| pb::Document { publish_date: date.into(), ..document(file, &read(file)) };
    let request = pb::SummarizeSummitRequest {
        documents: vec![document("01", "2016-12-06"), document("02", "2016-12-08")],
        offset_encoding: pb::OffsetEncoding::Utf16.into(),
        max_summary_sentences: 2,
        ..Default::default()
    };
    let limits = qimma::rpc::Limits { text_bytes: u32::MAX, request_bytes: usize::MAX };
    let answer = qimma::rpc::summarize(&qimma::Engine::embedded().unwrap(), request, limits).unwrap();
    assert_eq!(json["gazetteerVersion"], answer.gazetteer_version);
    assert_eq!(json["summits"].as_array().map_or(0, Vec::len), answer.summits.len());
    for (i, summit) in answer.summits.iter().enumerate() {
        let json = &json["summits"][i];
        assert_eq!(json["id"], summit.id);
        assert_eq!(json["startDate"].as_str().unwrap_or_default(), summit.start_date);
        assert_eq!(json["summaryAr"].as_str().unwrap_or_default(), summit.summary_ar);
        assert_eq!(json["evidence"][0]["span"]["end"].as_u64(), summit.evidence.first().map(|it| it.span.unwrap().end.into()));
    }
}

#[test]
fn summits_are_shown_as_text_and_as_a_page() {
    let text = summarized(&["--format=text"]);
    assert!(text.contains("FACT") || text.starts_with("no summits\n"), "{text}");
    assert!(!text.contains('\x1b'), "plain where nobody looks");
    let page = summarized(&["--format=html"]);
    assert!(page.contains(r#"dir="rtl""#) && page.contains("قصر الصخير"), "the articles are in it");
    for outside in ["http://", "https://", "src=", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<mark").count(), page.matches("</mark>").count());
}

#[test]
fn what_is_wrong_with_articles_on_summits_is_named() {
    assert!(refused(&["summarize", SUMMIT[0], "no/such/file"]).contains("no/such/file"));
    let twice = refused(&["summarize", SUMMIT[0], "tests/summits/nato/01.txt"]);
    assert!(twice.contains("gcc/01.txt") && twice.contains("nato/01.txt") && twice.contains("same name"), "{twice}");
    assert!(refused(&["summarize", "tests/summits/gcc/01.txt@6/12/2016"]).contains("YYYY-MM-DD"));
    assert!(refused(&["summarize", SUMMIT[0], "--publish-date=6/12/2016"]).contains("YYYY-MM-DD"));
    assert!(refused(&["summarize", SUMMIT[0], "--max-sentences=0"]).contains("--max-sentences"));
    assert!(refused(&["summarize", SUMMIT[0], "--format=table"]).contains("html"), "says what there is");
}

#[test]
fn types_can_be_picked() {
    let table = printed(&["extract", FILE, "--format=table", "--type=gpe,date"]);
    assert!(table.lines().skip(1).all(|line| line.starts_with("GPE") || line.starts_with("DATE")), "{table}");
    assert!(refused(&["extract", FILE, "--type=planet"]).contains("PERSON"), "says what there is");
}

#[test]
fn errors_name_what_is_wrong() {
    assert!(refused(&["extract", "no/such/file"]).contains("no/such/file"));
    assert!(refused(&["extract", FILE, "--publish-date=4/7/2024"]).contains("YYYY-MM-DD"));
    assert!(refused(&["extract", FILE, "--gazetteer=no/such/folder"]).contains("no/such/folder"));
    assert!(refused(&["serve", "--listen=nonsense"]).contains("--listen"));
}

#[test]
fn help_names_every_setting() {
    let help = printed(&["serve", "--help"]);
    for setting in ["--listen", "QIMMA_LISTEN", "--queue", "--drain-delay", "--drain-timeout", "--max-text-bytes", "127.0.0.1:50051"] {
        assert!(help.contains(setting), "{setting}");
    }
}

#[test]
fn a_name_can_be_looked_up() {
    assert!(printed(&["gazetteer", "lookup", "بوتين"]).contains("vladimir-putin"));
    assert!(printed(&["gazetteer", "lookup", "استانا"]).contains("astana"), "in another spelling");
    assert!(refused(&["gazetteer", "lookup", "غغغغغ"]).contains("nothing"));
}

#[test]
fn the_gazetteer_can_be_checked() {
    assert!(printed(&["gazetteer", "check"]).contains("no problems"));
    assert!(refused(&["gazetteer", "check", "no/such/folder"]).contains("no/such/folder"));
}
