//! Who comes for whom: «أوفد أ ب», «ناب عن أ ب», «مثّل أ ب», «أناب أ عنه ب», «ب نيابة عن أ».

mod deputies;
mod represented;
mod sent;
mod stood;

use super::clause::Clauses;
use super::cues;
use super::people::Seen;
use crate::proto as pb;
use pb::Attendance;
use represented::represented;
use sent::sent;
use stood::stood;

/// Somebody and who comes for them.
struct Pair {
    /// Number of the actor who stays away; `None` where only a country is named.
    absent: Option<usize>,
    /// The country that is spoken for, where nobody is named.
    country: Option<pb::EntityRef>,
    /// Number of the actor who comes.
    deputy: Option<usize>,
    /// Their title in the text.
    title: String,
    /// A name behind the title that nobody is known by: «نائبه تييموكو ميليت كونيه».
    stranger: Option<pb::EntityRef>,
}

impl Pair {
    fn new(absent: usize, deputy: Option<usize>, title: String) -> Self {
        Self { absent: Some(absent), country: None, deputy, title, stranger: None }
    }
}

/// Who sends whom in a sentence; gives the actors that are spoken for or speak for others.
pub fn standins(clauses: &Clauses<'_, '_>, all: &mut Vec<Seen>) -> Vec<usize> {
    let words = &clauses.sentence.words;
    let mut used = Vec::new();
    for at in 0..words.len() {
        if clauses.is_name(at) || clauses.is_quoted(at) || at > 0 && cues::is(&words[at - 1].text, cues::NOT) {
            continue;
        }
        let mut pairs = Vec::new();
        if let Some(pair) = sent(clauses, at) {
            pairs.push(pair);
        } else if let Some(list) = stood(clauses, at) {
            pairs.extend(list);
        } else if let Some(pair) = represented(clauses, at) {
            pairs.push(pair);
        }
        for pair in pairs {
            if pair.absent.is_none_or(|absent| !used.contains(&absent)) {
                note(clauses, pair, &mut used, all);
            }
        }
    }
    used
}

/// Takes down who is represented, by whom; nobody where neither name nor title is known.
fn note(clauses: &Clauses<'_, '_>, pair: Pair, used: &mut Vec<usize>, all: &mut Vec<Seen>) {
    let view = clauses.view;
    let actor = |number: usize| &clauses.actors[number];
    if pair.title.is_empty() && pair.deputy.is_none() {
        return;
    }
    let title = if pair.title.is_empty() { pair.deputy.map(|deputy| actor(deputy).title.clone()).unwrap_or_default() } else { pair.title };
    let by_person = pair.deputy.map(|deputy| actor(deputy).person.clone()).or(pair.stranger);
    used.extend(pair.deputy);
    if let Some(absent) = pair.absent {
        if !view.can_lead(&actor(absent).person) {
            return;
        }
        let mut seen = view.seen(actor(absent), clauses.sentence, Attendance::Represented);
        (seen.by_person, seen.by_title) = (by_person, title);
        used.push(absent);
        all.push(seen);
    } else if let Some(country) = pair.country {
        all.push(Seen {
            person: None,
            represents: Some(country),
            title: String::new(),
            role: pb::Role::Unspecified,
            attendance: Attendance::Represented,
            by_person,
            by_title: title,
            evidence: view.article.evidence(clauses.sentence),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bali, key};

    /// Who is represented: who, by whom, under which title.
    fn told(sentence: &str) -> Vec<String> {
        let participants = bali(sentence).participants;
        let sent = participants.iter().filter(|one| one.attendance() == crate::proto::Attendance::Represented);
        sent.map(|one| {
            let who = if one.person.is_some() { key(&one.person) } else { key(&one.represents) };
            format!("{who} {} {}", key(&one.represented_by_person), one.represented_by_title)
        })
        .collect()
    }

    #[test]
    fn who_sends_is_represented() {
        assert_eq!(told("وأوفد الرئيس الروسي فلاديمير بوتين وزير خارجيته سيرغي لافروف."), ["vladimir-putin sergei-lavrov وزير خارجيته"]);
        assert_eq!(
            told("وغاب الرئيس الروسي فلاديمير بوتين عن القمة، وأناب عنه وزير الخارجية سيرغي لافروف."),
            ["vladimir-putin sergei-lavrov وزير الخارجية"]
        );
    }

    #[test]
    fn who_stands_in_comes_before_or_behind() {
        assert_eq!(told("وناب عن الرئيس الروسي فلاديمير بوتين وزير الخارجية سيرغي لافروف."), ["vladimir-putin sergei-lavrov وزير الخارجية"]);
        assert_eq!(
            told("ومثّل روسيا وزير الخارجية سيرغي لافروف نيابة عن الرئيس فلاديمير بوتين."),
            ["vladimir-putin sergei-lavrov وزير الخارجية"]
        );
        assert_eq!(told("ويغيب عن القمة الرئيس الروسي فلاديمير بوتين، ويمثله كبير مستشاريه."), ["vladimir-putin - كبير مستشاريه"]);
    }

    #[test]
    fn who_comes_himself_is_not_represented() {
        assert!(told("ويمثل روسيا في القمة رئيسها فلاديمير بوتين.").is_empty());
        assert!(told("واعتذر الرئيس الروسي فلاديمير بوتين عن عدم الحضور ولم يوفد أحدا مكانه.").is_empty());
        assert!(told("وشاركت منظمات دولية مثل البنك الدولي.").is_empty());
    }
}
