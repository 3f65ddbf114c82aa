//! One name alone, of somebody whom an article of the summit names in full.

use super::{Actor, is_joined};
use crate::EntityType;
use crate::summit::article::{Article, Sentence};
use crate::summit::cues;
use crate::summit::frame::word_at;
use crate::summit::titles::{self, Titles};

/// «يلتقي شي …», «مع يون», «وقالت ماي»: one name alone, of somebody whom an article of the summit names in full.
pub fn short_names(article: &Article, sentence: &Sentence, titles: &Titles, actors: &mut Vec<Actor>) {
    let words = &sentence.words;
    for at in 0..words.len() {
        let word = words[at].text.as_str();
        let taken =
            |start: usize, end: usize| article.of(sentence).iter().any(|mention| mention.range.start < end && start < mention.range.end);
        if word.chars().count() < 2
            || taken(words[at].range.start, words[at].range.end)
            || actors.iter().any(|actor| actor.first <= at && at < actor.next)
        {
            continue;
        }
        let before = at.checked_sub(1).map_or("", |before| words[before].text.as_str());
        // Where only a name can stand; a long foreign name may stand anywhere.
        let sure = cues::is(before, cues::MEET)
            || cues::is(before, cues::SAY)
            || cues::is(before, &["مع", "بين", "عن", "كان", "كانت", "ان", "لكن"])
            || actors.iter().any(|actor| actor.next == at && actor.first > 0 && cues::is(&words[actor.first - 1].text, cues::MEET));
        // «وقال الرئيس عون», «وعقد عون لقاء»: a leader's last name behind a title or a verb.
        let title = article.of(sentence).iter().find(|mention| {
            mention.kind == EntityType::Occ
                && at > 0
                && mention.range.end == words[at - 1].range.end
                && titles::wanted(&article.text[mention.range.clone()]).is_some()
        });
        let verb = cues::is(before, cues::SAY) || cues::is(before, cues::MEET) || cues::is(before, &["عقد", "اجري", "مع"]);
        if let Some(person) = titles.surnamed(word).filter(|_| title.is_some() || verb) {
            let first = title.map_or(at, |title| word_at(sentence, title));
            let starts_at = title.map_or(words[at].range.start, |title| title.range.start);
            let text = title.map(|title| article.text[title.range.clone()].to_owned()).unwrap_or_default();
            actors.retain(|actor| actor.first != first);
            actors.push(Actor {
                person: person.clone(),
                title: text,
                first,
                next: at + 1,
                starts_at,
                joined: is_joined(sentence, first, starts_at),
            });
            continue;
        }
        let bare = word.strip_prefix(['و', 'ب']).filter(|rest| rest.chars().count() >= 3).unwrap_or(word);
        let Some((person, prefix)) = [(word, 0), (bare, 'و'.len_utf8())].into_iter().find_map(|(name, prefix)| {
            let person = titles.named(name)?;
            (sure || name.chars().count() >= 4).then_some((person, prefix))
        }) else {
            continue;
        };
        let joined = prefix > 0 && word.starts_with('ب');
        let starts_at = words[at].range.start + prefix;
        actors.push(Actor { person: person.clone(), title: String::new(), first: at, next: at + 1, starts_at, joined });
    }
}
