//! One name of somebody, read in an article that does not name them in full, by the other articles on the same summit.

use std::collections::{HashMap, HashSet};

use super::article::{Article, Thing, fold};
use crate::EntityType;
use crate::rpc::Analyzer;

/// Gives people of whom an article writes a single name («الشيخ تميم») the identity of the one leader whom another article of the summit names in full.
pub fn relink(engine: &dyn Analyzer, articles: &mut [Article]) {
    let leader = |thing: &Thing| {
        thing.kind == EntityType::Person
            && (!thing.positions.is_empty()
                || thing.positions.iter().any(|(title, _, _)| super::titles::office(title).is_some())
                || engine.about(&thing.reference.entity_id).is_some_and(|about| {
                    about.offices.iter().any(|(office, _)| {
                        matches!(
                            office.as_str(),
                            "president"
                                | "prime-minister"
                                | "monarch"
                                | "crown-prince"
                                | "secretary-general"
                                | "minister"
                                | "foreign-minister"
                        )
                    })
                }))
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
    let mut listed: HashSet<String> = HashSet::new();
    for article in articles.iter() {
        let called = called(article);
        for (number, thing) in article.things.iter().enumerate().filter(|(_, thing)| leader(thing)) {
            let full = called[number].iter().any(|range| article.text[range.clone()].contains(' '));
            let known = !thing.reference.entity_id.starts_with("local:");
            if (full
                || known
                    && thing.reference.name.contains(' ')
                    && engine.about(&thing.reference.entity_id).is_some_and(|about| !about.offices.is_empty()))
                && listed.insert(thing.reference.entity_id.clone())
            {
                leaders.push(thing.clone());
            }
        }
    }
    // First and last names. Of several leaders of one name none is meant, so three are enough to tell: one may be the person asked about.
    let mut single: HashMap<String, Vec<usize>> = HashMap::new();
    let mut whole: HashMap<String, usize> = HashMap::new();
    for (number, leader) in leaders.iter().enumerate() {
        let folded = fold(&leader.reference.name);
        if folded.contains(' ') && !leader.reference.entity_id.starts_with("local:") {
            whole.entry(folded.clone()).or_insert(number);
        }
        let name = folded.replace("عبد ال", "عبدال");
        for word in [name.split(' ').next(), name.split(' ').next_back()].into_iter().flatten() {
            let known = single.entry(word.to_owned()).or_default();
            if known.len() < 3 && !known.contains(&number) {
                known.push(number);
            }
        }
    }
    for article in articles.iter_mut() {
        let called = called(article);
        for (number, places) in called.iter().enumerate() {
            let thing = &article.things[number];
            if thing.kind != EntityType::Person {
                continue;
            }
            // A name in full that is somebody's of another article: «شوكت ميرضيائيف» cut from what stood behind.
            if thing.reference.entity_id.starts_with("local:") {
                let known = whole.get(&fold(&thing.reference.name)).map(|number| &leaders[*number]);
                if let Some(known) = known {
                    article.things[number].reference = known.reference.clone();
                    continue;
                }
            }
            let heads = |id: &str| {
                engine.about(id).is_some_and(|about| {
                    about
                        .offices
                        .iter()
                        .any(|(office, _)| matches!(office.as_str(), "president" | "prime-minister" | "monarch" | "crown-prince"))
                })
            };
            if heads(&article.things[number].reference.entity_id) {
                continue;
            }
            // Known only by the one word.
            let texts: Vec<&str> = places.iter().map(|range| article.text[range.clone()].trim()).collect();
            let Some(word) = texts.first().map(|text| fold(text)) else { continue };
            if texts.iter().any(|text| text.contains(' ')) {
                continue;
            }
            let own = &article.things[number].reference.entity_id;
            let mut same =
                single.get(&word).into_iter().flatten().map(|one| &leaders[*one]).filter(|leader| leader.reference.entity_id != *own);
            if let (Some(one), None) = (same.next(), same.next())
                && (own.starts_with("local:") || heads(&one.reference.entity_id))
            {
                article.things[number].reference = one.reference.clone();
            }
        }
    }
}
