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
