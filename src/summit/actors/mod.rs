//! Who acts in a sentence: people by name, and offices that stand for the person who holds them.

mod anaphora;
mod honours;
mod lead_in;
mod short_names;

pub use honours::is_honour;

use super::article::{Article, Mention, Sentence, fold, words};
use super::cues;
use super::frame::word_at;
use super::titles::{self, Titles};
use crate::EntityType;
use crate::proto as pb;
use anaphora::{counterparts, honoured};
use honours::{HONOURS, is_nisba};
use lead_in::lead_in;
use short_names::short_names;

/// What is named after somebody.
const NAMESAKES: cues::Cues =
    &["مركز", "قصر", "قاعه", "مطار", "جامعه", "مستشفي", "شارع", "جسر", "ملعب", "مسجد", "مجمع", "مدينه", "بمطار", "بمركز"];

/// Somebody who acts.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Who.
    pub person: pb::EntityRef,
    /// Their title as the sentence gives it; empty where it does not.
    pub title: String,
    /// First word, title included.
    pub first: usize,
    /// The word behind the name.
    pub next: usize,
    /// The byte at which name or title begins; a letter written on to it stands before.
    pub starts_at: usize,
    /// Whether a preposition is written on to the first word: «برئيس البرلمان …».
    pub joined: bool,
}

/// Everybody who acts in a sentence, in order.
#[must_use]
pub fn actors(article: &Article, sentence: &Sentence, titles: &Titles) -> Vec<Actor> {
    let mentions = article.of(sentence);
    let mut actors: Vec<Actor> = Vec::new();
    for mention in mentions {
        let next = sentence.words.partition_point(|word| word.range.start < mention.range.end);
        if mention.kind == EntityType::Person {
            let inside = mentions.iter().any(|outer| {
                matches!(outer.kind, EntityType::Org | EntityType::Fac | EntityType::Law | EntityType::Event | EntityType::Occ)
                    && outer.range.start <= mention.range.start
                    && mention.range.end <= outer.range.end
            });
            if !inside && !is_namesake(article, sentence, mention) {
                let lead = lead_in(article, sentence, mention, actors.last_mut());
                let joined = is_joined(sentence, lead.first, lead.starts_at);
                let person = article.thing(mention).reference.clone();
                actors.push(Actor { person, title: lead.title, first: lead.first, next, starts_at: lead.starts_at, joined });
            }
        } else if mention.kind == EntityType::Occ && !introduces(article, mentions, mention) && !nested(mentions, mention) {
            let text = &article.text[mention.range.clone()];
            let first = word_at(sentence, mention);
            // «محمد بن راشد آل مكتوم نائب رئيس الدولة»: behind a name without a title it is that name's.
            let apart = sentence.words.get(first).is_some_and(|word| word.range.start < mention.range.start);
            let person = titles.holder(article, mention).cloned();
            let person = person.or_else(|| titles.before(article, titles::wanted(text)?, mention.range.start));
            if let Some(last) = actors.last_mut().filter(|last| last.next == first && !apart) {
                let known = titles.known_holder(article, mention).is_some_and(|known| known.entity_id == last.person.entity_id);
                let same = known || person.as_ref().is_none_or(|person| person.entity_id == last.person.entity_id);
                if same && is_honour(&last.title) {
                    (last.title, last.next) = (text.to_owned(), next);
                    continue;
                }
                // «وينوب عن الرئيس الصيني شي نائب رئيس مجلس الدولة»: who has a title has no other one behind.
                if same {
                    continue;
                }
            }
            if let Some(person) = person {
                let joined = is_joined(sentence, first, mention.range.start);
                actors.push(Actor { person, title: text.to_owned(), first, next, starts_at: mention.range.start, joined });
            }
        }
    }
    counterparts(article, sentence, titles, &mut actors);
    honoured(article, sentence, titles, &mut actors);
    short_names(article, sentence, titles, &mut actors);
    actors.sort_by_key(|actor| actor.first);
    merged(sentence, actors)
}

/// «رئيس دولة الإمارات صاحب السمو الشيخ محمد بن زايد»: an office and the name it goes with are one.
fn merged(sentence: &Sentence, actors: Vec<Actor>) -> Vec<Actor> {
    let mut merged: Vec<Actor> = Vec::with_capacity(actors.len());
    for actor in actors {
        match merged.last_mut() {
            Some(last)
                if last.person.entity_id == actor.person.entity_id && actor.first <= last.next + 5 && between(sentence, last, &actor) =>
            {
                last.next = last.next.max(actor.next);
                if last.title.is_empty() {
                    last.title = actor.title;
                }
            }
            Some(last) if actor.first < last.next => {}
            _ => merged.push(actor),
        }
    }
    merged
}

/// Whether only honours stand between two mentions of one person.
fn between(sentence: &Sentence, one: &Actor, other: &Actor) -> bool {
    sentence.words[one.next.min(other.first)..other.first].iter().all(|word| HONOURS.contains(&word.text.as_str()))
}

/// «مركز الملك عبد العزيز الدولي», «مطار رفيق الحريري»: a building's namesake.
fn is_namesake(article: &Article, sentence: &Sentence, name: &Mention) -> bool {
    let at = lead_in(article, sentence, name, None).first;
    at > 0 && cues::is(&sentence.words[at - 1].text, NAMESAKES)
}

/// Whether «بـ» or «لـ» is written on to the word a name begins with.
fn is_joined(sentence: &Sentence, first: usize, starts_at: usize) -> bool {
    let Some(word) = sentence.words.get(first).filter(|word| word.range.start < starts_at) else { return false };
    word.text.trim_start_matches(['و', 'ف']).starts_with(['ب', 'ل'])
}

/// Whether a title stands before the name it goes with; not where another title stands between: «يلتقي الملك الرئيس السيسي».
fn introduces(article: &Article, mentions: &[Mention], position: &Mention) -> bool {
    let name = mentions.iter().find(|mention| {
        mention.kind == EntityType::Person && mention.range.start >= position.range.end && mention.range.start - position.range.end <= 30
    });
    // «الرئيس التركي لقاء مع مودي»: only honours and adjectives of titles stand between.
    let plain = |name: &Mention| {
        let words = words(&article.text[position.range.end..name.range.start], 0);
        words.iter().all(|word| {
            HONOURS.contains(&word.text.as_str())
                || is_nisba(&word.text)
                || matches!(word.text.as_str(), "الاسبق" | "السابق" | "الحالي" | "ايه")
        })
    };
    // «ولي العهد والشيخ تميم» are two.
    let and = |name: &Mention| {
        let words = words(&article.text[position.range.end..name.range.start], 0);
        words.first().is_some_and(|word| word.text.starts_with('و') && !HONOURS.contains(&word.text.as_str()))
    };
    name.filter(|name| !and(name) && plain(name)).is_some_and(|name| {
        !mentions.iter().any(|other| {
            let between = other.range.start >= position.range.end && other.range.end <= name.range.start;
            other.kind == EntityType::Occ
                && between
                && !matches!(
                    fold(&article.text[other.range.clone()]).as_str(),
                    "الامير" | "السيد" | "الشيخ" | "الدكتور" | "اللواء" | "الفريق"
                )
        })
    })
}

/// Whether a title is a part of another.
fn nested(mentions: &[Mention], inner: &Mention) -> bool {
    mentions.iter().any(|outer| {
        outer.kind == EntityType::Occ
            && outer.range != inner.range
            && outer.range.start <= inner.range.start
            && inner.range.end <= outer.range.end
    })
}
