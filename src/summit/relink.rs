//! One name of somebody, read in an article that does not name them in full, by the other articles on the same summit.

use std::collections::HashMap;

use super::article::{Article, Thing, fold};
use crate::EntityType;
use crate::rpc::Analyzer;

/// Gives people of whom an article writes a single name («الشيخ تميم») the identity of the one leader whom another article of the summit names in full.
pub fn relink(engine: &dyn Analyzer, articles: &mut [Article]) {
    let leader = |thing: &Thing| {
        thing.kind == EntityType::Person
            && engine.about(&thing.reference.entity_id).is_some_and(|about| {
                about.offices.iter().any(|(office, _)| {
                    matches!(
                        office.as_str(),
                        "president" | "prime-minister" | "monarch" | "crown-prince" | "secretary-general" | "minister" | "foreign-minister"
                    )
                })
            })
    };
    // What each thing is called wherever it is mentioned.
    let called = |article: &Article| {
        let mut texts: Vec<Vec<std::ops::Range<usize>>> = vec![Vec::new(); article.things.len()];
        for mention in &article.mentions {
            texts[mention.thing].push(mention.range.clone());
        }
        texts
    };
    let mut leaders: Vec<Thing> = Vec::new();
    for article in articles.iter() {
        let called = called(article);
        for (number, thing) in article.things.iter().enumerate().filter(|(_, thing)| leader(thing)) {
            let full = called[number].iter().any(|range| article.text[range.clone()].contains(' '));
            if full && !leaders.iter().any(|known| known.reference.entity_id == thing.reference.entity_id) {
                leaders.push(thing.clone());
            }
        }
    }
    // First and last names; of several leaders of one name none is meant.
    let mut single: HashMap<String, Option<usize>> = HashMap::new();
    for (number, leader) in leaders.iter().enumerate() {
        let name = fold(&leader.reference.name).replace("عبد ال", "عبدال");
        for word in [name.split(' ').next(), name.split(' ').next_back()].into_iter().flatten() {
            let known = single.entry(word.to_owned()).or_insert(Some(number));
            if *known != Some(number) {
                *known = None;
            }
        }
    }
    for article in articles.iter_mut() {
        let called = called(article);
        for (number, places) in called.iter().enumerate() {
            let thing = &article.things[number];
            if thing.kind != EntityType::Person || leader(thing) {
                continue;
            }
            // Known only by the one word.
            let texts: Vec<&str> = places.iter().map(|range| article.text[range.clone()].trim()).collect();
            let Some(word) = texts.first().map(|text| fold(text)) else { continue };
            if texts.iter().any(|text| text.contains(' ')) {
                continue;
            }
            if let Some(Some(one)) = single.get(&word) {
                article.things[number].reference = leaders[*one].reference.clone();
            }
        }
    }
}
