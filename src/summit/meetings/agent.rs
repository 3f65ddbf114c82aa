//! Who meets somebody where the verb or noun of meeting does not name them.

use crate::proto as pb;
use crate::summit::clause::{Clauses, Subject};
use crate::summit::cues;

/// The one who goes on acting: the subject of the verb before, who met somebody before, whom the article is about.
pub fn carried(clauses: &Clauses<'_, '_>, cue: usize, host: Option<&pb::EntityRef>) -> Option<pb::EntityRef> {
    if let Subject::People(people) = clauses.carried(cue)
        && let Some(person) = people.iter().map(|number| clauses.person(*number)).find(|person| clauses.view.can_lead(person))
    {
        return Some(person.clone());
    }
    host.cloned().or_else(|| clauses.view.topic.clone())
}

/// «في لقائه مع ب، رحب أ»: whom the pronoun means; behind where the sentence begins with it, else before.
pub fn owner(clauses: &Clauses<'_, '_>, cue: usize, next: usize, host: Option<&pb::EntityRef>) -> Option<pb::EntityRef> {
    let before = clauses.actors.iter().rev().find(|actor| actor.next <= cue && clauses.view.can_lead(&actor.person));
    if let Some(actor) = before {
        return Some(actor.person.clone());
    }
    let verb = (next..clauses.sentence.words.len()).find(|at| clauses.is_verb(*at)).filter(|_| cue <= 2);
    match verb.map(|verb| clauses.own_subject(verb)) {
        Some(Subject::People(people)) => Some(clauses.person(people[0]).clone()),
        _ => host.cloned().or_else(|| clauses.view.topic.clone()),
    }
}

/// Who holds a meeting with somebody: the subject of the verb that leads the noun, else who stands before it.
pub fn holder(clauses: &Clauses<'_, '_>, cue: usize, host: Option<&pb::EntityRef>) -> Option<pb::EntityRef> {
    let clause = clauses.clause(cue);
    let verb = (clause.start.max(cue.saturating_sub(12))..cue)
        .rev()
        .find(|at| clauses.is_verb(*at) && !cues::is(&clauses.sentence.words[*at].text, cues::SAY));
    if let Some(verb) = verb {
        match clauses.own_subject(verb) {
            Subject::People(people) => {
                // «عقد وزير الخارجية المصري أ لقاء»: also those who are no leaders meet.
                return Some(clauses.person(people[0]).clone());
            }
            Subject::Other => return None,
            Subject::Nobody => {}
        }
    }
    let near =
        clauses.actors.iter().rev().find(|actor| actor.next <= cue && actor.first >= clause.start && clauses.view.can_lead(&actor.person));
    if verb.is_none()
        && let Some(near) = near
    {
        return Some(near.person.clone());
    }
    carried(clauses, cue, host)
}
