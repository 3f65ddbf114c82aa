//! Any text: the answer is sound, and the same when asked again.

#![no_main]

#[path = "../../tests/sound/mod.rs"]
mod sound;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qimma::Engine;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().expect("the embedded gazetteer"));

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let once = sound::analyze(&ENGINE, &text);
    let again = sound::analyze(&ENGINE, &text);
    assert_eq!(format!("{once:?}"), format!("{again:?}"));
});
