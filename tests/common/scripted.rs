//! An engine that marks every word, and misbehaves where the text tells it to. The released binary knows nothing of it.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use qimma::rpc::Analyzer;
use qimma::{Analysis, Document, Entity, EntityType, Interrupted, Mention, MentionKind, Options};

/// Panics, with the text in the message, as a slice out of bounds would.
pub const PANIC: &str = "panic";
/// Works until it is told to stop.
pub const STALL: &str = "stall";
/// Works until another document that says the same is in work beside it.
pub const MEET: &str = "meet";
/// Followed by a number: works so many milliseconds.
pub const SLEEP: &str = "sleep ";

/// The engine, and what has become of its work.
#[derive(Clone, Default)]
pub struct Scripted(Arc<Counts>);

#[derive(Default)]
struct Counts {
    begun: AtomicUsize,
    stopped: AtomicUsize,
    meeting: AtomicUsize,
}

impl Scripted {
    /// How many documents were taken into work.
    pub fn begun(&self) -> usize {
        self.0.begun.load(Ordering::SeqCst)
    }

    /// How many were given up because they were told to.
    pub fn stopped(&self) -> usize {
        self.0.stopped.load(Ordering::SeqCst)
    }

    pub async fn wait_until_begun(&self, count: usize) {
        super::within(async {
            while self.begun() < count {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        })
        .await;
    }

    pub async fn wait_until_stopped(&self, count: usize) {
        super::within(async {
            while self.stopped() < count {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        })
        .await;
    }

    fn work_until(&self, done: impl Fn() -> bool, stop: &dyn Fn() -> bool) -> Result<(), Interrupted> {
        while !done() {
            if stop() {
                self.0.stopped.fetch_add(1, Ordering::SeqCst);
                return Err(Interrupted);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Ok(())
    }
}

impl Analyzer for Scripted {
    fn analyze<'g>(&'g self, document: Document<'_>, _: &Options<'_>, stop: &dyn Fn() -> bool) -> Result<Analysis<'g>, Interrupted> {
        self.0.begun.fetch_add(1, Ordering::SeqCst);
        let text = document.text;
        if text == PANIC {
            panic!("secret of the inside: {text}");
        } else if text == STALL {
            self.work_until(|| false, stop)?;
        } else if text == MEET {
            self.0.meeting.fetch_add(1, Ordering::SeqCst);
            self.work_until(|| self.0.meeting.load(Ordering::SeqCst) >= 2, stop)?;
        } else if let Some(millis) = text.strip_prefix(SLEEP) {
            let end = Instant::now() + Duration::from_millis(millis.parse().unwrap());
            self.work_until(|| Instant::now() >= end, stop)?;
        }
        Ok(words(text))
    }

    fn gazetteer_version(&self) -> &str {
        "scripted"
    }

    fn gazetteer_counts(&self) -> Vec<(EntityType, u32)> {
        vec![(EntityType::Person, 1)]
    }
}

/// Every word a person, every line a sentence.
fn words<'g>(text: &str) -> Analysis<'g> {
    let mut known = HashMap::new();
    let mut entities: Vec<Entity<'g>> = Vec::new();
    let (mut at, mut sentences) = (0, Vec::new());
    for line in text.split_inclusive('\n') {
        let sentence = sentences.len();
        sentences.push(at..at + line.len());
        let mut inside = 0;
        for word in line.split_whitespace() {
            let begin = at + inside + line[inside..].find(word).unwrap();
            inside = begin - at + word.len();
            let index = *known.entry(word.to_owned()).or_insert(entities.len());
            if index == entities.len() {
                entities.push(entity(word));
            }
            entities[index].mentions.push(mention(begin..begin + word.len(), sentence));
        }
        at += line.len();
    }
    Analysis { entities, sentences, language: "ar", language_supported: true }
}

fn entity<'g>(word: &str) -> Entity<'g> {
    Entity {
        id: format!("local:{word}").into(),
        kind: EntityType::Person,
        name: word.to_owned().into(),
        name_en: "".into(),
        wikidata_id: "".into(),
        country_code: "".into(),
        salience: 0.0,
        link_confidence: 0.0,
        mentions: Vec::new(),
        positions: Vec::new(),
        value: None,
    }
}

fn mention<'g>(span: std::ops::Range<usize>, sentence: usize) -> Mention<'g> {
    Mention {
        proclitic: span.start..span.start,
        span,
        kind: MentionKind::Proper,
        confidence: 1.0,
        source: "rule:test.word".into(),
        parent: -1,
        sentence: u32::try_from(sentence).unwrap(),
        explanation: String::new(),
    }
}
