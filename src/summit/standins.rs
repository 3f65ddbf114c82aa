//! Who comes for whom: «أوفد أ ب», «ناب عن أ ب», «مثّل أ ب», «أناب أ عنه ب», «ب نيابة عن أ».

use super::clause::{Clauses, Subject};
use super::cues;
use super::frame::word_at;
use super::members;
use super::people::Seen;
use crate::EntityType;
use crate::proto as pb;
use pb::Attendance;

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

/// The first of the people who go on acting at a verb.
fn carried(clauses: &Clauses<'_, '_>, verb: usize) -> Option<usize> {
    match clauses.carried(verb) {
        Subject::People(people) => people.first().copied(),
        _ => None,
    }
}

/// A title that begins at a word or just behind it: the office that is sent where no name is.
fn title_at(clauses: &Clauses<'_, '_>, from: usize) -> Option<(String, usize)> {
    let sentence = clauses.sentence;
    let title = clauses.view.article.of(sentence).iter().find(|mention| {
        let here = word_at(sentence, mention);
        mention.kind == EntityType::Occ && here >= from && here <= from + 2
    })?;
    let text = clauses.view.article.text[title.range.clone()].to_owned();
    Some((text, sentence.words.partition_point(|word| word.range.start < title.range.end)))
}

/// What is written between a verb and a name: «كبير مستشاريه لشؤون المناخ»; up to six words.
fn wording(clauses: &Clauses<'_, '_>, from: usize, to: usize) -> Option<String> {
    let words = &clauses.sentence.words;
    let to = to.min(words.len()).min(from + 6);
    let to = (from + 1..to)
        .find(|at| clauses.is_marked(*at) || clauses.starts_at(*at) || matches!(words[*at].text.as_str(), "بدلا" | "نيابه" | "عوضا"))
        .unwrap_or(to);
    let title = cues::is(
        words.get(from)?.text.as_str(),
        &[
            "كبير",
            "مسوول",
            "مسوولون",
            "محافظ",
            "مبعوث",
            "سفير",
            "نايب",
            "وكيل",
            "وزير",
            "وفد",
            "مساعد",
            "مستشار",
            "ممثل",
            "رييس",
            "المبعوث",
            "السفير",
            "نايبه",
            "وزيره",
            "ولي",
            "مندوب",
            "نايبته",
            "وزيرته",
            "مبعوثه",
            "سفيره",
            "مساعده",
            "ممثله",
        ],
    );
    (title && to > from).then(|| clauses.view.article.text[words[from].range.start..words[to - 1].range.end].to_owned())
}

/// A title and, behind it to the clause's end, two to four words that are nobody's known name: «نائبته ناديا كالفينيو».
fn stranger(clauses: &Clauses<'_, '_>, from: usize) -> Option<(String, pb::EntityRef)> {
    let words = &clauses.sentence.words;
    let title = words
        .get(from)
        .filter(|word| matches!(word.text.as_str(), "نايبه" | "نايبته" | "نايبها" | "وزيره" | "مبعوثه" | "ممثله" | "سفيره"))?;
    let end = (from + 1..words.len()).find(|at| clauses.is_marked(*at) || clauses.starts_at(*at)).unwrap_or(words.len());
    let name = from + 1..end;
    let plain = name.clone().all(|at| {
        !clauses.is_name(at)
            && words[at].text.chars().count() > 1
            && !matches!(words[at].text.as_str(), "في" | "الي" | "علي" | "من" | "لدي")
    });
    if !(2..=4).contains(&name.len()) || !plain {
        return None;
    }
    let text = &clauses.view.article.text;
    let name = text[words[name.start].range.start..words[name.end - 1].range.end].to_owned();
    let entity_id = format!("local:person-{}", super::article::fold(&name).replace(' ', "-"));
    Some((text[title.range.clone()].to_owned(), pb::EntityRef { entity_id, name, ..Default::default() }))
}

/// Who is sent: the group at a word, else the first name behind a title that is not known as one.
fn deputy_at(clauses: &Clauses<'_, '_>, from: usize) -> Option<usize> {
    if let Some(group) = clauses.group(from) {
        return Some(group.people[0]);
    }
    let end = clauses.clause(from).end.min(from + 9);
    let number = (0..clauses.actors.len()).find(|number| clauses.actors[*number].first >= from && clauses.actors[*number].first < end)?;
    wording(clauses, from, clauses.actors[number].first).map(|_| number)
}

/// Over what stands between who sends and who is sent: «عنه», «لتمثيله».
fn over(clauses: &Clauses<'_, '_>, mut at: usize) -> usize {
    while clauses
        .sentence
        .words
        .get(at)
        .is_some_and(|word| matches!(word.text.as_str(), "عنه" | "عنها" | "لتمثيله" | "لتمثيلها" | "بدلا" | "منه" | "اليها" | "اليه"))
    {
        at += 1;
    }
    at
}

/// «أوفد أ ب», «أ أوفد ب», «غاب أ، وأوفد ب», «ب الذي أوفده أ».
fn sent(clauses: &Clauses<'_, '_>, at: usize) -> Option<Pair> {
    let words = &clauses.sentence.words;
    let word = words[at].text.as_str();
    let bare = word.trim_start_matches(['و', 'ف']);
    if cues::is(bare.trim_end_matches("ها").trim_end_matches('ه'), cues::SEND) && bare.ends_with(['ه', 'ا']) && !cues::is(bare, cues::SEND)
    {
        // «صالح آل الشيخ، الذي أوفده الملك»
        let Subject::People(deputy) = clauses.before(at) else { return None };
        let absent = clauses.group(at + 1)?;
        return Some(Pair {
            absent: Some(absent.people[0]),
            country: None,
            deputy: deputy.last().copied(),
            title: String::new(),
            stranger: None,
        });
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
    let pair = |absent: usize, deputy: Option<usize>, title: String| {
        Some(Pair { absent: Some(absent), country: None, deputy, title, stranger: None })
    };
    if let Subject::People(people) = before {
        let absent = *people.last()?;
        let deputy = first.as_ref().map(|group| group.people[0]);
        return pair(
            absent,
            deputy,
            own.or_else(|| title_at(clauses, at + 1)).filter(|_| deputy.is_none()).map(|(title, _)| title).unwrap_or_default(),
        );
    }
    if own.is_some() || pronoun {
        let absent = carried(clauses, at)?;
        let first = deputy_at(clauses, over(clauses, at + 1));
        let title = own.map(|(title, _)| title).or_else(|| title_at(clauses, over(clauses, at + 1)).map(|(title, _)| title));
        let title =
            title.or_else(|| wording(clauses, over(clauses, at + 1), first.map_or(words.len(), |number| clauses.actors[number].first)));
        return pair(absent, first, title.unwrap_or_default());
    }
    let Some(first) = first else {
        let (title, _) = title_at(clauses, at + 1)?;
        return pair(carried(clauses, at)?, None, title);
    };
    let behind = over(clauses, clauses.behind(first.next));
    if let Some(second) = clauses.group(behind).filter(|_| !first.led) {
        return pair(first.people[0], Some(second.people[0]), String::new());
    }
    if let Some((title, _)) = title_at(clauses, behind) {
        return pair(first.people[0], None, title);
    }
    pair(carried(clauses, at)?, Some(first.people[0]), String::new())
}

/// «ناب عن أ ب، وعن ج د», «ب نيابة عن أ», «بدلا من أ».
fn stood(clauses: &Clauses<'_, '_>, at: usize) -> Option<Vec<Pair>> {
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
            return Some(vec![Pair { absent: Some(absent), country: None, deputy: Some(deputy), title: String::new(), stranger: None }]);
        }
        let title = (verb? + 1..at).find_map(|from| wording(clauses, from, at))?;
        return Some(vec![Pair { absent: Some(absent), country: None, deputy: None, title, stranger: None }]);
    }
    if matches!(next, "عنه" | "عنها") {
        let deputy = clauses.group(at + 2).map(|group| group.people[0]);
        let title = deputy.is_none().then(|| title_at(clauses, at + 2)).flatten().map(|(title, _)| title).unwrap_or_default();
        return Some(vec![Pair { absent: Some(carried(clauses, at)?), country: None, deputy, title, stranger: None }]);
    }
    let mut pairs = Vec::new();
    let mut from = at + 2;
    while let Some(first) = clauses.group(from) {
        let behind = clauses.behind(first.next);
        let second = clauses.group(behind);
        let title = if second.is_none() { title_at(clauses, behind) } else { None };
        let next = second.as_ref().map(|group| group.next).or(title.as_ref().map(|(_, next)| *next)).unwrap_or(behind);
        pairs.push(Pair {
            absent: Some(first.people[0]),
            country: None,
            deputy: second.map(|group| group.people[0]),
            title: title.map(|(title, _)| title).unwrap_or_default(),
            stranger: None,
        });
        // «وعن ج د»
        if words.get(next).is_none_or(|word| word.text != "وعن") {
            break;
        }
        from = next + 1;
    }
    Some(pairs)
}

/// «مثّل أ ب», «غاب أ، ويمثله ب», «ب ممثلا عن أ», «مثّل سوريا ب».
fn represented(clauses: &Clauses<'_, '_>, at: usize) -> Option<Pair> {
    let words = &clauses.sentence.words;
    let word = words[at].text.as_str();
    let bare = word.trim_start_matches(['و', 'ف', 'س']);
    if !cues::is(word, cues::REPRESENT) {
        return None;
    }
    if matches!(bare, "مثله" | "مثلها" | "مثلته" | "مثلتها" | "يمثله" | "تمثله" | "يمثلها" | "تمثلها")
    {
        let deputy = clauses.group(at + 1);
        let end = deputy.as_ref().map_or(words.len(), |group| clauses.actors[group.people[0]].first);
        let far = || {
            let number =
                (0..clauses.actors.len()).find(|number| clauses.actors[*number].first > at && clauses.actors[*number].first < at + 8)?;
            wording(clauses, at + 1, clauses.actors[number].first).map(|title| (number, title))
        };
        let absent = match clauses.before(at) {
            Subject::People(people) if word == bare => *people.last()?,
            _ => carried(clauses, at)?,
        };
        if let Some(group) = deputy {
            let title = wording(clauses, at + 1, end).unwrap_or_default();
            return Some(Pair { absent: Some(absent), country: None, deputy: Some(group.people[0]), title, stranger: None });
        }
        if let Some((title, stranger)) = stranger(clauses, at + 1) {
            return Some(Pair { absent: Some(absent), country: None, deputy: None, title, stranger: Some(stranger) });
        }
        let (deputy, title) = match far() {
            Some((number, title)) => (Some(number), title),
            None => (None, title_at(clauses, at + 1).map(|(title, _)| title).or_else(|| wording(clauses, at + 1, at + 7))?),
        };
        return Some(Pair { absent: Some(absent), country: None, deputy, title, stranger: None });
    }
    if matches!(bare, "ممثلا" | "ممثله" | "ممثلين") {
        let absent = clauses.group(at + if words.get(at + 1).is_some_and(|word| word.text == "عن") { 2 } else { 1 })?;
        let deputy = (0..clauses.actors.len()).rev().find(|number| clauses.actors[*number].next <= at)?;
        return Some(Pair { absent: Some(absent.people[0]), country: None, deputy: Some(deputy), title: String::new(), stranger: None });
    }
    // «منظمات دولية مثل …» is «such as»: the verb begins its clause.
    let opens =
        at == 0 || word.starts_with('و') || clauses.starts_at(at) || cues::is(&words[at - 1].text, &["فيما", "كما", "بينما", "حيث", "قد"]);
    if !opens && matches!(bare, "مثل" | "مثلت") {
        return None;
    }
    if let Some(first) = clauses.group(at + 1).filter(|group| !group.led) {
        let behind = over(clauses, clauses.behind(first.next));
        if let Some((title, stranger)) = stranger(clauses, behind) {
            return Some(Pair { absent: Some(first.people[0]), country: None, deputy: None, title, stranger: Some(stranger) });
        }
        let second = clauses.group(behind)?;
        return Some(Pair {
            absent: Some(first.people[0]),
            country: None,
            deputy: Some(second.people[0]),
            title: String::new(),
            stranger: None,
        });
    }
    // «مثّل سوريا وزير الخارجية ب»
    let (here, country) = members::countries(clauses.view, clauses.sentence).into_iter().find(|(here, _)| *here == at + 1)?;
    // Behind the whole of the country's name: «المملكة العربية السعودية».
    let mention = clauses
        .view
        .article
        .of(clauses.sentence)
        .iter()
        .find(|mention| mention.kind == EntityType::Gpe && word_at(clauses.sentence, mention) == here)?;
    let behind = words.partition_point(|word| word.range.start < mention.range.end);
    let deputy = clauses.group(behind).map(|group| group.people[0]);
    // «ويمثل كازاخستان في القمة رئيسها أ»: he comes himself.
    let own = |number: usize| {
        let first = clauses.actors[number].first;
        words[first.saturating_sub(1)..=first].iter().any(|word| cues::is(&word.text, cues::OWN_LEADER))
    };
    if deputy.is_some_and(own) {
        return None;
    }
    let title = deputy
        .is_none()
        .then(|| title_at(clauses, behind).map(|(title, _)| title).or_else(|| wording(clauses, behind, behind + 6)))
        .flatten();
    // «نيابة عن أ», «بدلا من أ» behind names whom: that rule tells it.
    if (behind..words.len()).any(|at| matches!(words[at].text.as_str(), "نيابه" | "بدلا" | "عوضا")) {
        return None;
    }
    Some(Pair { absent: None, country: Some(country), deputy, title: title.unwrap_or_default(), stranger: None })
}

/// Whether a title ends with a pronoun, which means who sends: «وزير خارجيته», «نائبه».
fn is_owned(title: &str) -> bool {
    super::article::fold(title).split(' ').any(|word| {
        matches!(
            word,
            "خارجيته"
                | "خارجيتها"
                | "وزرايه"
                | "دفاعه"
                | "عهده"
                | "نايبه"
                | "نايبها"
                | "وزيره"
                | "ماليته"
                | "حكومته"
                | "حكومتها"
                | "وزرايها"
                | "نايبته"
                | "داخليته"
                | "ممثله"
                | "مبعوثه"
        )
    })
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
