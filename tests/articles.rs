//! The engine on articles whose mentions were marked by hand, independently of its rules: what it finds, and under one identity across articles.

#![allow(clippy::unwrap_used)]

mod marked;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;

use marked::Mark;
use qimma::{Document, Engine, Options, Value};

/// Found, right and wanted mentions.
#[derive(Default)]
struct Counts {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Counts {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64
    }
}

struct Article {
    name: String,
    published: jiff::civil::Date,
    text: String,
    marks: Vec<Mark>,
}

fn articles() -> Vec<Article> {
    let mut files: Vec<_> = fs::read_dir("tests/articles/marked").unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let whole = fs::read_to_string(path).unwrap();
        let (head, marked) = whole.split_once("\n\n").unwrap();
        let published = head.lines().find_map(|line| line.strip_prefix("# publish_date: ")).unwrap().parse().unwrap();
        let (text, marks) = marked::parse(marked);
        Article { name: path.display().to_string(), published, text, marks }
    };
    files.iter().map(read).collect()
}

/// The figures below are floors a little under what was measured when they were set: a change that falls under one has broken something.
#[test]
fn the_engine_finds_what_a_reader_marks() {
    let engine = Engine::embedded().unwrap();
    let mut by_kind: BTreeMap<String, Counts> = BTreeMap::new();
    let mut dates = (0, 0);
    let mut links: HashMap<(usize, usize, usize), (String, String)> = HashMap::new();
    for (number, article) in articles().iter().enumerate() {
        let document = Document { text: &article.text, publish_date: Some(article.published) };
        let analysis = engine.analyze(document, &Options::default(), &|| false).unwrap();
        let mut found = BTreeSet::new();
        for entity in &analysis.entities {
            for mention in &entity.mentions {
                let key = (mention.span.start, mention.span.end, entity.kind.as_str().to_owned());
                let wanted = article.marks.iter().find(|mark| (mark.begin, mark.end, mark.kind.clone()) == key);
                if let (Some(Mark { extra, .. }), Some(Value::Date { edtf })) = (wanted, &entity.value)
                    && !extra.is_empty()
                {
                    dates.0 += usize::from(edtf == extra);
                    dates.1 += 1;
                } else if let Some(mark) = wanted.filter(|mark| !mark.extra.is_empty()) {
                    links.insert((number, mark.begin, mark.end), (mark.extra.clone(), entity.id.to_string()));
                }
                found.insert(key);
            }
        }
        let wanted: BTreeSet<_> = article.marks.iter().map(|mark| (mark.begin, mark.end, mark.kind.clone())).collect();
        for key in found.union(&wanted) {
            for kind in [key.2.as_str(), "ALL"] {
                let counts = by_kind.entry(kind.to_owned()).or_default();
                counts.found += usize::from(found.contains(key));
                counts.wanted += usize::from(wanted.contains(key));
                counts.right += usize::from(found.contains(key) && wanted.contains(key));
            }
        }
        assert!(!article.marks.is_empty(), "{} has no marks", article.name);
    }
    for (kind, counts) in &by_kind {
        println!("{kind:10} F1 {:.3} ({} right of {} found, {} wanted)", counts.f1(), counts.right, counts.found, counts.wanted);
    }
    let identity = b_cubed(&links);
    println!("links B3 F1 {identity:.3}, dates {} of {}", dates.0, dates.1);
    assert!(by_kind["ALL"].f1() >= 0.88, "F1 over all types fell to {:.3}", by_kind["ALL"].f1());
    for kind in ["PERSON", "GPE", "ORG", "OCC", "DATE", "MONEY", "PERCENT"] {
        assert!(by_kind[kind].f1() >= 0.80, "F1 of {kind} fell to {:.3}", by_kind[kind].f1());
    }
    assert!(identity >= 0.94, "links fell to {identity:.3}");
    assert!(dates.0 * 100 >= dates.1 * 93, "{} of {} dates have the right value", dates.0, dates.1);
}

/// B-cubed F1 (Bagga and Baldwin 1998) of found against marked identities.
fn b_cubed(links: &HashMap<(usize, usize, usize), (String, String)>) -> f64 {
    let count = |key: &dyn Fn(&(String, String)) -> String| {
        let mut sizes: HashMap<String, f64> = HashMap::new();
        links.values().for_each(|link| *sizes.entry(key(link)).or_default() += 1.0);
        sizes
    };
    let (wanted, found) = (count(&|link| link.0.clone()), count(&|link| link.1.clone()));
    let both = count(&|link| format!("{}\n{}", link.0, link.1));
    let mean = |size: &dyn Fn(&(String, String)) -> f64| {
        links.values().map(|link| both[&format!("{}\n{}", link.0, link.1)] / size(link)).sum::<f64>() / links.len() as f64
    };
    let (precision, recall) = (mean(&|link| found[&link.1]), mean(&|link| wanted[&link.0]));
    2.0 * precision * recall / (precision + recall)
}
