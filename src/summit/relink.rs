//! One name of somebody, read in an article that does not name them in full, by the other articles on the same summit.

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
    let mut leaders: Vec<Thing> = Vec::new();
    for article in articles.iter() {
        for (number, thing) in article.things.iter().enumerate().filter(|(_, thing)| leader(thing)) {
            let full = article.mentions.iter().any(|mention| mention.thing == number && article.text[mention.range.clone()].contains(' '));
            let known = !thing.reference.entity_id.starts_with("local:");
            if (full
                || known
                    && thing.reference.name.contains(' ')
                    && engine.about(&thing.reference.entity_id).is_some_and(|about| !about.offices.is_empty()))
                && !leaders.iter().any(|known| known.reference.entity_id == thing.reference.entity_id)
            {
                leaders.push(thing.clone());
            }
        }
    }
    for article in articles.iter_mut() {
        for number in 0..article.things.len() {
            let thing = &article.things[number];
            if thing.kind != EntityType::Person {
                continue;
            }
            // A name in full that is somebody's of another article: «شوكت ميرضيائيف» cut from what stood behind.
            if thing.reference.entity_id.starts_with("local:") {
                let name = fold(&thing.reference.name);
                let known = leaders.iter().find(|leader| {
                    name.contains(' ') && fold(&leader.reference.name) == name && !leader.reference.entity_id.starts_with("local:")
                });
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
            let texts: Vec<&str> = article
                .mentions
                .iter()
                .filter(|mention| mention.thing == number)
                .map(|mention| article.text[mention.range.clone()].trim())
                .collect();
            let Some(word) = texts.first().map(|text| fold(text)) else { continue };
            if texts.iter().any(|text| text.contains(' ')) {
                continue;
            }
            let own = article.things[number].reference.entity_id.clone();
            let mut same = leaders.iter().filter(|leader| leader.reference.entity_id != own).filter(|leader| {
                let name = fold(&leader.reference.name).replace("عبد ال", "عبدال");
                name.split(' ').next() == Some(&word) || name.split(' ').next_back() == Some(&word)
            });
            if let (Some(one), None) = (same.next(), same.next())
                && (article.things[number].reference.entity_id.starts_with("local:") || heads(&one.reference.entity_id))
            {
                article.things[number].reference = one.reference.clone();
            }
        }
    }
}
