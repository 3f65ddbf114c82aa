//! Who stands in for somebody: «ناب عن أ ب».

use super::Pair;
use super::deputies::{carried, title_at, wording};
use crate::summit::clause::Clauses;
use crate::summit::cues;

/// «ناب عن أ ب، وعن ج د», «ب نيابة عن أ», «بدلا من أ».
pub fn stood(clauses: &Clauses<'_, '_>, at: usize) -> Option<Vec<Pair>> {
    let words = &clauses.sentence.words;
    let word = words[at].text.as_str();
    let next = words.get(at + 1).map_or("", |word| word.text.as_str());
    let instead = matches!(word, "بدلا" | "عوضا") && matches!(next, "من" | "عن");
    // «الرئيس بالنيابة» is an acting one.
    let stands = cues::is(word, cues::STAND_IN) && matches!(next, "عن" | "عنه" | "عنها");
    if !stands && !instead {
        return None;
    }
    let noun = instead || matches!(word, "نيابه" | "بالنيابه");
    if noun {
        let absent = clauses.group(at + 2)?.people[0];
        let clause = clauses.clause(at);
        // Who comes stands before: behind the verb of representing, or as the subject of the clause.
        let verb = (clause.start..at).rev().find(|verb| cues::is(&words[*verb].text, cues::REPRESENT) || clauses.is_verb(*verb));
        let deputy = (0..clauses.actors.len())
            .rev()
            .find(|number| clauses.actors[*number].next <= at && clauses.actors[*number].first >= clause.start);
        let deputy = deputy.or_else(|| carried(clauses, at)).filter(|deputy| *deputy != absent);
        if let Some(deputy) = deputy {
            return Some(vec![Pair::new(absent, Some(deputy), String::new())]);
        }
        let title = (verb? + 1..at).find_map(|from| wording(clauses, from, at))?;
        return Some(vec![Pair::new(absent, None, title)]);
    }
    if matches!(next, "عنه" | "عنها") {
        let deputy = clauses.group(at + 2).map(|group| group.people[0]);
        let title = deputy.is_none().then(|| title_at(clauses, at + 2)).flatten().map(|(title, _)| title).unwrap_or_default();
        return Some(vec![Pair::new(carried(clauses, at)?, deputy, title)]);
    }
    let mut pairs = Vec::new();
    let mut from = at + 2;
    while let Some(first) = clauses.group(from) {
        let behind = clauses.behind(first.next);
        let second = clauses.group(behind);
        let title = if second.is_none() { title_at(clauses, behind) } else { None };
        let next = second.as_ref().map(|group| group.next).or(title.as_ref().map(|(_, next)| *next)).unwrap_or(behind);
        pairs.push(Pair::new(first.people[0], second.map(|group| group.people[0]), title.map(|(title, _)| title).unwrap_or_default()));
        // «وعن ج د»
        if words.get(next).is_none_or(|word| word.text != "وعن") {
            break;
        }
        from = next + 1;
    }
    Some(pairs)
}
