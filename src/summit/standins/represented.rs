//! Who represents somebody, or a country: «مثّل أ ب».

use super::Pair;
use super::deputies::{carried, over, stranger, title_at, wording};
use crate::EntityType;
use crate::summit::clause::{Clauses, Subject};
use crate::summit::frame::word_at;
use crate::summit::{cues, members};

/// «مثّل أ ب», «غاب أ، ويمثله ب», «ب ممثلا عن أ», «مثّل سوريا ب».
pub fn represented(clauses: &Clauses<'_, '_>, at: usize) -> Option<Pair> {
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
            return Some(Pair::new(absent, Some(group.people[0]), title));
        }
        if let Some((title, stranger)) = stranger(clauses, at + 1) {
            return Some(Pair { stranger: Some(stranger), ..Pair::new(absent, None, title) });
        }
        let (deputy, title) = match far() {
            Some((number, title)) => (Some(number), title),
            None => (None, title_at(clauses, at + 1).map(|(title, _)| title).or_else(|| wording(clauses, at + 1, at + 7))?),
        };
        return Some(Pair::new(absent, deputy, title));
    }
    if matches!(bare, "ممثلا" | "ممثله" | "ممثلين") {
        let absent = clauses.group(at + if words.get(at + 1).is_some_and(|word| word.text == "عن") { 2 } else { 1 })?;
        let deputy = (0..clauses.actors.len()).rev().find(|number| clauses.actors[*number].next <= at)?;
        return Some(Pair::new(absent.people[0], Some(deputy), String::new()));
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
            return Some(Pair { stranger: Some(stranger), ..Pair::new(first.people[0], None, title) });
        }
        let second = clauses.group(behind)?;
        return Some(Pair::new(first.people[0], Some(second.people[0]), String::new()));
    }
    country(clauses, at)
}

/// «مثّل سوريا وزير الخارجية ب»: whom only a country is named for.
fn country(clauses: &Clauses<'_, '_>, at: usize) -> Option<Pair> {
    let words = &clauses.sentence.words;
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
