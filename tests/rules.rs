//! Each rule family on a table of its own: what it marks and what it must not, as `tests/rules/*.txt` say.

#![allow(clippy::unwrap_used)]

mod marked;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use qimma::{Document, Engine, Options, Value};

/// One mention as the tables compare it: begin, end, type, and the value where the table gives one.
type Found = (usize, usize, String, String);

fn mentions(engine: &Engine, text: &str, published: jiff::civil::Date) -> BTreeSet<Found> {
    let document = Document { text, publish_date: Some(published) };
    let analysis = engine.analyze(document, &Options::default(), &|| false).unwrap();
    let value = |value: &Option<Value>| match value {
        Some(Value::Date { edtf }) => edtf.clone(),
        Some(Value::Number { decimal } | Value::Quantity { decimal, .. }) => decimal.clone(),
        Some(Value::Money { decimal, currency_code }) => format!("{decimal} {currency_code}").trim_end().to_owned(),
        None => String::new(),
    };
    let all = analysis.entities.iter().flat_map(|entity| entity.mentions.iter().map(move |mention| (entity, mention)));
    all.map(|(entity, mention)| (mention.span.start, mention.span.end, entity.kind.as_str().to_owned(), value(&entity.value))).collect()
}

/// What is wrong with a table; empty where every line holds.
fn check(engine: &Engine, path: &Path) -> (usize, usize, Vec<String>) {
    let table = fs::read_to_string(path).unwrap();
    let head = |name: &str| table.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    let types: Vec<&str> = head("# types:").unwrap().split(',').map(str::trim).collect();
    let published = head("# publish_date:").unwrap().parse().unwrap();
    let (mut positive, mut negative, mut wrong) = (0, 0, Vec::new());
    for line in table.lines() {
        if let Some(marked) = line.strip_prefix("+ ") {
            positive += 1;
            let (text, marks) = marked::parse(marked);
            let found: BTreeSet<Found> =
                mentions(engine, &text, published).into_iter().filter(|found| types.contains(&found.2.as_str())).collect();
            let spans: BTreeSet<_> = found.iter().map(|found| (found.0, found.1, found.2.clone())).collect();
            let wanted: BTreeSet<_> = marks
                .iter()
                .filter(|mark| types.contains(&mark.kind.as_str()))
                .map(|mark| (mark.begin, mark.end, mark.kind.clone()))
                .collect();
            for (begin, end, kind) in spans.symmetric_difference(&wanted) {
                let what = if wanted.contains(&(*begin, *end, kind.clone())) { "misses" } else { "adds" };
                wrong.push(format!("{}: {what} {kind} «{}» in: {text}", path.display(), &text[*begin..*end]));
            }
            for mark in marks.iter().filter(|mark| !mark.extra.is_empty()) {
                if let Some(found) = found.iter().find(|found| (found.0, found.1, &found.2) == (mark.begin, mark.end, &mark.kind))
                    && found.3 != mark.extra
                {
                    wrong.push(format!("{}: «{}» is {}, not {}", path.display(), &text[mark.begin..mark.end], mark.extra, found.3));
                }
            }
        } else if let Some(rest) = line.strip_prefix("- ") {
            negative += 1;
            let (kinds, text) = rest.split_once(' ').unwrap();
            for (begin, end, kind, _) in mentions(engine, text, published) {
                if kinds.split(',').any(|unwanted| unwanted == kind) {
                    wrong.push(format!("{}: adds {kind} «{}» in: {text}", path.display(), &text[begin..end]));
                }
            }
        }
    }
    (positive, negative, wrong)
}

#[test]
fn every_family_marks_what_its_table_says() {
    let engine = Engine::embedded().unwrap();
    let mut paths: Vec<_> = fs::read_dir("tests/rules")
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in &paths {
        let (positive, negative, problems) = check(&engine, path);
        println!("{}: {positive} positive, {negative} negative, {} wrong", path.display(), problems.len());
        assert!(positive >= 40 && negative >= 40, "{} holds {positive} positive and {negative} negative examples", path.display());
        wrong.extend(problems);
    }
    assert!(!paths.is_empty());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
