//! The articles as the rules look at them, with what is told over all of them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::EntityType;
use crate::proto as pb;
use crate::rpc::Analyzer;
use crate::summit::article::Article;
use crate::summit::people::View;
use crate::summit::titles::Titles;
use crate::summit::{cues, frame, group};

/// A view of each article.
pub fn views<'a>(
    engine: &'a dyn Analyzer,
    articles: &[&'a Article],
    organizer: &'a str,
    titles: &'a Titles,
    start: Option<Date>,
) -> Vec<View<'a>> {
    let ministerial = ministerial(articles);
    articles.iter().map(|article| View { engine, article, organizer, titles, start, topic: topic(engine, article), ministerial }).collect()
}

/// Whether it is ministers who sit: «قمتهم الوزارية», «الاجتماع الوزاري», «وزراء تحالف …»; not where leaders are told of as often.
fn ministerial(articles: &[&Article]) -> bool {
    let (mut ministers, mut leaders) = (0, 0);
    for sentence in articles.iter().flat_map(|article| article.sentences.iter().take(6)).filter(|sentence| !sentence.boilerplate) {
        let words = &sentence.words;
        ministers += usize::from(
            frame::sits(sentence)
                && cues::any(words, &["الوزاريه", "الوزاري", "وزاريه", "وزراء", "الوزراء"])
                && cues::phrase(words, "رييس الوزراء").is_none(),
        );
        leaders += usize::from(cues::any(words, &["قاده", "القاده", "زعماء", "الزعماء", "الرييس", "روساء", "الروساء", "الملك", "العاهل"]));
    }
    ministers > leaders && ministers > 0
}

/// The person an article is mostly about: of those who lead a state the one it names most often.
fn topic(engine: &dyn Analyzer, article: &Article) -> Option<pb::EntityRef> {
    let leaders = group::leaders(engine, article);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (order, mention) in article.mentions.iter().enumerate().filter(|(_, mention)| mention.kind == EntityType::Person) {
        let id = article.thing(mention).reference.entity_id.as_str();
        if leaders.contains(id) && !article.sentences[mention.sentence].boilerplate {
            let entry = counts.entry(id).or_insert((0, order));
            entry.0 += 1;
        }
    }
    let (id, _) = counts.into_iter().max_by_key(|(_, (count, order))| (*count, std::cmp::Reverse(*order)))?;
    article.things.iter().find(|thing| thing.reference.entity_id == id).map(|thing| thing.reference.clone())
}
