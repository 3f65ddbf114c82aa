//! Any word as a name of the caller's own: where it stands in a text between other words it is found there, at its own bytes, in any spelling that
//! differs by marks alone; and whatever the gazetteer makes of it, it makes of the marked spelling too.

#![no_main]

#[path = "../../tests/sound/mod.rs"]
mod sound;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qimma::{CustomEntity, Document, Engine, EntityType, Options};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().expect("the embedded gazetteer"));

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let word: String = text.chars().filter(|c| ('\u{621}'..='\u{63A}').contains(c) || ('\u{641}'..='\u{64A}').contains(c)).take(60).collect();
    ENGINE.lookup(&text);
    if word.chars().count() < 2 {
        return;
    }
    let marked: String = word.chars().flat_map(|c| [c, '\u{640}', '\u{651}']).collect();
    assert_eq!(format!("{:?}", ENGINE.lookup(&word)), format!("{:?}", ENGINE.lookup(&marked)), "{word}");
    let custom = [CustomEntity { id: "own".into(), kind: EntityType::Product, name: word.clone(), name_en: String::new(), aliases: Vec::new() }];
    let options = Options { custom_entities: &custom, ..Options::default() };
    for spelling in [&word, &marked] {
        let text = format!("\u{feff}🎉 12 {spelling} é");
        let analysis = ENGINE.analyze(Document { text: &text, publish_date: None }, &options, &|| false).expect("nothing stops it");
        sound::check(&text, &analysis);
        let own = analysis.entities.iter().find(|entity| entity.id == "own").unwrap_or_else(|| panic!("{spelling} is not found"));
        assert_eq!(&text[own.mentions[0].span.clone()], spelling);
    }
});
