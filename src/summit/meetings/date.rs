//! The day of a meeting.

use crate::EntityType;
use crate::summit::article::Sentence;
use crate::summit::clause::Clauses;
use crate::summit::cues;
use crate::summit::frame::word_at;
use crate::summit::people::View;

/// The day its clause gives, else the day of the same breath: the nearest to the cue.
pub fn date(clauses: &Clauses<'_, '_>, cue: usize) -> String {
    let (view, sentence): (&View<'_>, &Sentence) = (clauses.view, clauses.sentence);
    let clause = clauses.clause(cue);
    let days = view
        .article
        .of(sentence)
        .iter()
        .filter(|mention| mention.kind == EntityType::Date && view.article.thing(mention).value.len() == 10);
    let days: Vec<_> = days.map(|mention| (word_at(sentence, mention), view.article.thing(mention).value.as_str())).collect();
    if let Some((_, day)) = days.iter().filter(|(here, _)| clause.contains(here)).min_by_key(|(here, _)| here.abs_diff(cue)) {
        return (*day).to_owned();
    }
    // «وصل أ أمس وأجرى محادثات مع ب»: the day of the clause it goes on from, not over a comma.
    let joined = sentence.words[clause.start].text.starts_with('و') && clause.start > 0 && !clauses.is_marked(clause.start);
    if let Some((_, day)) = days.iter().rev().find(|(here, _)| joined && *here < clause.start) {
        return (*day).to_owned();
    }
    // «قبل الافتتاح»: the first day.
    let opening = ["قبل الافتتاح", "قبيل الافتتاح", "عقب الافتتاح", "بعد الافتتاح", "قبل انطلاق", "قبيل انطلاق", "قبل الجلسه", "عقب الجلسه"];
    let words = &sentence.words[clause];
    let opens = opening.iter().any(|phrase| cues::phrase(words, phrase).is_some());
    view.start.filter(|_| opens).map(|start| start.to_string()).unwrap_or_default()
}
