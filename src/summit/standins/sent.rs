//! Who sends somebody: «أوفد أ ب».

use super::Pair;
use super::deputies::{carried, deputy_at, is_owned, over, title_at, wording};
use crate::summit::clause::{Clauses, Subject};
use crate::summit::cues;

/// «أوفد أ ب», «أ أوفد ب», «غاب أ، وأوفد ب», «ب الذي أوفده أ».
pub fn sent(clauses: &Clauses<'_, '_>, at: usize) -> Option<Pair> {
    let words = &clauses.sentence.words;
    let word = words[at].text.as_str();
    let bare = word.trim_start_matches(['و', 'ف']);
    if cues::is(bare.trim_end_matches("ها").trim_end_matches('ه'), cues::SEND) && bare.ends_with(['ه', 'ا']) && !cues::is(bare, cues::SEND)
    {
        // «صالح آل الشيخ، الذي أوفده الملك»
        let Subject::People(deputy) = clauses.before(at) else { return None };
        let absent = clauses.group(at + 1)?;
        return Some(Pair::new(absent.people[0], deputy.last().copied(), String::new()));
    }
    if !cues::is(word, cues::SEND) {
        return None;
    }
    let joined = word != bare;
    let first = clauses.group(at + 1);
    let before = if joined { Subject::Nobody } else { clauses.before(at) };
    let own = title_at(clauses, at + 1).filter(|(title, _)| is_owned(title));
    // «وأناب عنه ب»: whom the pronoun means was named.
    let pronoun = words.get(at + 1).is_some_and(|word| matches!(word.text.as_str(), "عنه" | "عنها"));
    if let Subject::People(people) = before {
        let absent = *people.last()?;
        let deputy = first.as_ref().map(|group| group.people[0]);
        return Some(Pair::new(
            absent,
            deputy,
            own.or_else(|| title_at(clauses, at + 1)).filter(|_| deputy.is_none()).map(|(title, _)| title).unwrap_or_default(),
        ));
    }
    if own.is_some() || pronoun {
        let absent = carried(clauses, at)?;
        let first = deputy_at(clauses, over(clauses, at + 1));
        let title = own.map(|(title, _)| title).or_else(|| title_at(clauses, over(clauses, at + 1)).map(|(title, _)| title));
        let title =
            title.or_else(|| wording(clauses, over(clauses, at + 1), first.map_or(words.len(), |number| clauses.actors[number].first)));
        return Some(Pair::new(absent, first, title.unwrap_or_default()));
    }
    let Some(first) = first else {
        let (title, _) = title_at(clauses, at + 1)?;
        return Some(Pair::new(carried(clauses, at)?, None, title));
    };
    let behind = over(clauses, clauses.behind(first.next));
    if let Some(second) = clauses.group(behind).filter(|_| !first.led) {
        return Some(Pair::new(first.people[0], Some(second.people[0]), String::new()));
    }
    if let Some((title, _)) = title_at(clauses, behind) {
        return Some(Pair::new(first.people[0], None, title));
    }
    Some(Pair::new(carried(clauses, at)?, Some(first.people[0]), String::new()))
}
