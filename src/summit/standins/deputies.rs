//! Who comes for somebody: a name, else an office as it is written.

use crate::EntityType;
use crate::proto as pb;
use crate::summit::article::fold;
use crate::summit::clause::{Clauses, Subject};
use crate::summit::cues;
use crate::summit::frame::word_at;

/// How a title begins that is sent in somebody's place.
const TITLES: cues::Cues = &[
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
];
/// Words of titles with a pronoun that means who sends.
const OWNED: cues::Cues = &[
    "خارجيته",
    "خارجيتها",
    "وزرايه",
    "دفاعه",
    "عهده",
    "نايبه",
    "نايبها",
    "وزيره",
    "ماليته",
    "حكومته",
    "حكومتها",
    "وزرايها",
    "نايبته",
    "داخليته",
    "ممثله",
    "مبعوثه",
];

/// The first of the people who go on acting at a verb.
pub fn carried(clauses: &Clauses<'_, '_>, verb: usize) -> Option<usize> {
    match clauses.carried(verb) {
        Subject::People(people) => people.first().copied(),
        _ => None,
    }
}

/// A title that begins at a word or just behind it: the office that is sent where no name is.
pub fn title_at(clauses: &Clauses<'_, '_>, from: usize) -> Option<(String, usize)> {
    let sentence = clauses.sentence;
    let title = clauses.view.article.of(sentence).iter().find(|mention| {
        let here = word_at(sentence, mention);
        mention.kind == EntityType::Occ && here >= from && here <= from + 2
    })?;
    let text = clauses.view.article.text[title.range.clone()].to_owned();
    Some((text, sentence.words.partition_point(|word| word.range.start < title.range.end)))
}

/// What is written between a verb and a name: «كبير مستشاريه لشؤون المناخ»; up to six words.
pub fn wording(clauses: &Clauses<'_, '_>, from: usize, to: usize) -> Option<String> {
    let words = &clauses.sentence.words;
    let to = to.min(words.len()).min(from + 6);
    let to = (from + 1..to)
        .find(|at| clauses.is_marked(*at) || clauses.starts_at(*at) || matches!(words[*at].text.as_str(), "بدلا" | "نيابه" | "عوضا"))
        .unwrap_or(to);
    let title = cues::is(words.get(from)?.text.as_str(), TITLES);
    (title && to > from).then(|| clauses.view.article.text[words[from].range.start..words[to - 1].range.end].to_owned())
}

/// A title and, behind it to the clause's end, two to four words that are nobody's known name: «نائبته ناديا كالفينيو».
pub fn stranger(clauses: &Clauses<'_, '_>, from: usize) -> Option<(String, pb::EntityRef)> {
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
    let entity_id = format!("local:person-{}", fold(&name).replace(' ', "-"));
    Some((text[title.range.clone()].to_owned(), pb::EntityRef { entity_id, name, ..Default::default() }))
}

/// Who is sent: the group at a word, else the first name behind a title that is not known as one.
pub fn deputy_at(clauses: &Clauses<'_, '_>, from: usize) -> Option<usize> {
    if let Some(group) = clauses.group(from) {
        return Some(group.people[0]);
    }
    let end = clauses.clause(from).end.min(from + 9);
    let number = (0..clauses.actors.len()).find(|number| clauses.actors[*number].first >= from && clauses.actors[*number].first < end)?;
    wording(clauses, from, clauses.actors[number].first).map(|_| number)
}

/// Over what stands between who sends and who is sent: «عنه», «لتمثيله».
pub fn over(clauses: &Clauses<'_, '_>, mut at: usize) -> usize {
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

/// Whether a title holds a pronoun, which means who sends: «وزير خارجيته», «نائبه».
#[must_use]
pub fn is_owned(title: &str) -> bool {
    fold(title).split(' ').any(|word| OWNED.contains(&word))
}
