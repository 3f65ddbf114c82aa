//! What must hold of every answer, whatever the text. The fuzz targets use it too.

#![allow(dead_code, missing_docs, clippy::unwrap_used)]

use std::collections::HashMap;
use std::ops::Range;

use qimma::proto as pb;
use qimma::{Analysis, Document, Engine, Options};

/// Analyses a text and checks the answer; the day is fixed so that relative dates are resolved.
pub fn analyze<'g>(engine: &'g Engine, text: &str) -> Analysis<'g> {
    let document = Document { text, publish_date: Some(jiff::civil::date(2024, 7, 4)) };
    let analysis = engine.analyze(document, &Options::default(), &|| false).unwrap();
    check(text, &analysis);
    analysis
}

/// Spans lie in the text and on its characters, mentions nest, parents and sentences are what they say, numbers are in their ranges.
pub fn check(text: &str, analysis: &Analysis<'_>) {
    let mut last = 0;
    for sentence in &analysis.sentences {
        assert!(sentence.start >= last && !text[sentence.clone()].is_empty(), "sentence {sentence:?} after {last}");
        last = sentence.end;
    }
    let mut mentions: Vec<_> = analysis.entities.iter().flat_map(|entity| &entity.mentions).collect();
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let mut open: Vec<(usize, &Range<usize>)> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        assert!(!text[mention.span.clone()].is_empty(), "an empty mention at {:?}", mention.span);
        assert!((0.0..=1.0).contains(&mention.confidence), "confidence {}", mention.confidence);
        assert!(mention.source.contains(':'), "source {}", mention.source);
        let proclitic = &text[mention.proclitic.clone()];
        assert!(proclitic.is_empty() || mention.proclitic.end == mention.span.start, "the proclitic {proclitic} is elsewhere");
        let sentence = &analysis.sentences[mention.sentence as usize];
        assert!(sentence.start <= mention.span.start && mention.span.end <= sentence.end, "{:?} outside of {sentence:?}", mention.span);
        open.retain(|(_, outer)| outer.end > mention.span.start);
        for (_, outer) in &open {
            assert!(mention.span.end <= outer.end, "{:?} and {outer:?} cross", mention.span);
        }
        let parent = open.last().map_or(-1, |(parent, _)| *parent as i32);
        assert_eq!(mention.parent, parent, "parent of {:?}", mention.span);
        open.push((at, &mention.span));
    }
    let mut seen = HashMap::new();
    let mut first = 0;
    for entity in &analysis.entities {
        assert!(!entity.id.is_empty() && !entity.mentions.is_empty());
        assert!(seen.insert((&entity.id, entity.kind), ()).is_none(), "{} comes twice", entity.id);
        assert!(entity.mentions.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start), "mentions of {} out of order", entity.id);
        assert!(entity.mentions[0].span.start >= first, "{} is out of order", entity.id);
        first = entity.mentions[0].span.start;
        assert!((0.0..=1.0).contains(&entity.link_confidence) && (0.0..=1.0).contains(&entity.salience), "{}", entity.id);
        for position in &entity.positions {
            assert_eq!(text[position.span.clone()], position.title, "position of {}", entity.id);
        }
    }
    let salience: f32 = analysis.entities.iter().map(|entity| entity.salience).sum();
    assert!(salience < 1.01, "salience sums to {salience}");
}

/// Every piece of evidence is where it says in one of the documents, and every sentence of a paragraph is a stretch of it.
pub fn check_summits(documents: &[pb::Document], answer: &pb::SummarizeSummitResponse) {
    let texts: HashMap<&str, &str> = documents.iter().map(|document| (document.id.as_str(), document.text.as_str())).collect();
    let evidence = |pieces: &[pb::Evidence]| {
        for piece in pieces {
            let span = piece.span.unwrap();
            assert_eq!(texts[piece.document_id.as_str()][span.begin as usize..span.end as usize], piece.text);
        }
    };
    let mut ids: Vec<&str> = answer.unassigned_document_ids.iter().map(String::as_str).collect();
    for summit in &answer.summits {
        assert!(!summit.id.is_empty() && !summit.document_ids.is_empty());
        ids.extend(summit.document_ids.iter().map(String::as_str));
        evidence(&summit.evidence);
        summit.participants.iter().for_each(|fact| evidence(&fact.evidence));
        summit.meetings.iter().for_each(|fact| evidence(&fact.evidence));
        summit.statements.iter().for_each(|fact| evidence(&fact.evidence));
        summit.agenda.iter().for_each(|fact| evidence(&fact.evidence));
        summit.sessions.iter().for_each(|fact| evidence(&fact.evidence));
        summit.themes.iter().for_each(|fact| evidence(&fact.evidence));
        summit.membership_changes.iter().for_each(|fact| evidence(&fact.evidence));
        summit.conflicts.iter().for_each(|fact| evidence(&fact.evidence));
        for sentence in &summit.summary_sentences {
            let paragraph = if sentence.language == "ar" { &summit.summary_ar } else { &summit.summary_en };
            let span = sentence.span.unwrap();
            assert!(!paragraph[span.begin as usize..span.end as usize].is_empty());
            evidence(&sentence.evidence);
        }
    }
    // Every document is in exactly one place.
    ids.sort_unstable();
    let mut all: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    all.sort_unstable();
    assert_eq!(ids, all);
}
