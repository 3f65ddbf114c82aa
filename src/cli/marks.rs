//! Mentions as they lie in a text: a tree, outer ones before inner ones.

use std::cmp::Reverse;
use std::ops::Range;

use crate::proto as pb;

/// One mention in its place.
#[derive(Clone, Copy)]
pub(super) struct Mark<'a> {
    pub begin: usize,
    pub end: usize,
    pub entity: &'a pb::Entity,
    pub mention: &'a pb::Mention,
}

/// What a walk through a text comes upon.
pub(super) enum Step<'a> {
    Open(Mark<'a>),
    Text(Range<usize>),
    Close,
}

/// The mentions of an answer in bytes, ordered by (begin, -end): an enclosing one comes before what it encloses.
pub(super) fn sorted(answer: &pb::ExtractEntitiesResponse) -> Vec<Mark<'_>> {
    let mut marks: Vec<_> = answer
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (entity, mention)))
        .filter_map(|(entity, mention)| {
            let span = mention.span?;
            Some(Mark { begin: span.begin as usize, end: span.end as usize, entity, mention })
        })
        .collect();
    marks.sort_by_key(|mark| (mark.begin, Reverse(mark.end)));
    marks
}

/// Walks `text` from its beginning to its end. Every `Open` has its `Close`, properly nested.
pub(super) fn walk<'a>(text: &str, answer: &'a pb::ExtractEntitiesResponse) -> Vec<Step<'a>> {
    let mut walk = Walk { at: 0, open: Vec::new(), steps: Vec::new() };
    for mark in sorted(answer) {
        walk.close_until(mark.begin);
        // Mentions nest; one that did not could not be drawn as a box in boxes.
        if walk.open.last().is_some_and(|outer| mark.end > outer.end) {
            continue;
        }
        walk.text_until(mark.begin);
        walk.steps.push(Step::Open(mark));
        walk.open.push(mark);
    }
    walk.close_until(text.len());
    walk.text_until(text.len());
    walk.steps
}

struct Walk<'a> {
    at: usize,
    open: Vec<Mark<'a>>,
    steps: Vec<Step<'a>>,
}

impl<'a> Walk<'a> {
    fn text_until(&mut self, end: usize) {
        if self.at < end {
            self.steps.push(Step::Text(self.at..end));
            self.at = end;
        }
    }

    fn close_until(&mut self, place: usize) {
        while let Some(mark) = self.open.pop_if(|mark| mark.end <= place) {
            self.text_until(mark.end);
            self.steps.push(Step::Close);
        }
    }
}

/// What a value comes to, in one short string; empty where there is none.
pub(super) fn value(entity: &pb::Entity) -> String {
    use pb::entity::Value;
    match &entity.value {
        Some(Value::Date(date)) => date.edtf.clone(),
        Some(Value::Number(number)) => number.decimal.clone(),
        Some(Value::Money(money)) => join(&money.decimal, &money.currency_code),
        Some(Value::Quantity(quantity)) => join(&quantity.decimal, &quantity.unit),
        None => String::new(),
    }
}

fn join(number: &str, unit: &str) -> String {
    format!("{number} {unit}").trim().to_owned()
}
