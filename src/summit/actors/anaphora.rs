//! Nouns that stand for somebody named before: «نظيره التركي», «سموه».

use super::Actor;
use crate::EntityType;
use crate::summit::article::{Article, Sentence};
use crate::summit::cues;
use crate::summit::frame::word_at;
use crate::summit::titles::{self, Office, Titles, Wanted};

/// «التقى نظيره التركي», «مع المسؤول الصيني»: by the country of the nisba.
pub fn counterparts(article: &Article, sentence: &Sentence, titles: &Titles, actors: &mut Vec<Actor>) {
    const WORDS: cues::Cues =
        &["نظيره", "نظيرها", "بنظيره", "لنظيره", "نظيرته", "بنظيرته", "نظيرتها", "بنظيرها", "المسوول", "الزعيم", "الزعيمه", "القايد"];
    let words = &sentence.words;
    for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Norp) {
        let here = word_at(sentence, mention);
        // «مع المسؤول الصيني» is who was named; «قال المسؤول الأردني» need not be.
        let official = here > 1 && matches!(words[here - 1].text.as_str(), "المسوول" | "القايد") && words[here - 2].text != "مع";
        let counterpart = here > 0 && cues::is(&words[here - 1].text, WORDS) && !official;
        let next = words.partition_point(|word| word.range.start < mention.range.end);
        if !counterpart || actors.iter().any(|actor| actor.first <= here && here < actor.next) {
            continue;
        }
        let like = actors.iter().filter(|actor| actor.next <= here).max_by_key(|actor| actor.next);
        let like: Option<Office> = like.and_then(|actor| titles::office(&actor.title));
        if let Some(person) = titles.leader_of(&article.thing(mention).reference.entity_id, like) {
            let first = here - 1;
            let word = &words[first];
            let skip = if word.text.starts_with('و') && !word.text.starts_with("وا") { 'و'.len_utf8() } else { 0 };
            let joined = word.text.starts_with('ب') || word.text.starts_with("وب");
            let starts_at = word.range.start + skip;
            actors.push(Actor { person: person.clone(), title: String::new(), first, next, starts_at, joined });
        }
    }
}

/// «وقال سموه», «جلالته»: whom the honour is due, the last one named before.
pub fn honoured(article: &Article, sentence: &Sentence, titles: &Titles, actors: &mut Vec<Actor>) {
    const HONOURS: cues::Cues = &["سموه", "جلالته", "فخامته", "سموها", "جلالتها"];
    for (at, word) in sentence.words.iter().enumerate().filter(|(_, word)| HONOURS.contains(&word.text.as_str())) {
        if actors.iter().any(|actor| actor.first <= at + 1 && at <= actor.next) {
            continue;
        }
        let wanted = match word.text.as_str() {
            "سموه" | "سموها" => Wanted::Prince,
            "فخامته" => Wanted::Head("رييس"),
            _ => Wanted::King,
        };
        if let Some(person) = titles.before(article, wanted, word.range.start) {
            actors.push(Actor { person, title: String::new(), first: at, next: at + 1, starts_at: word.range.start, joined: false });
        }
    }
}
