//! The chair of an organisation passing on.

use super::frame::word_at;
use super::people::View;
use super::{actors, affiliation, cues};
use crate::EntityType;
use crate::proto as pb;

/// The chair passing from one country to another.
#[must_use]
pub fn transfer(view: &View<'_>) -> Option<pb::PresidencyTransfer> {
    let chair: cues::Cues = &["رياسه", "الرياسه", "رياستها", "رياسته", "برياسه", "بالرياسه", "لرياسه"];
    let passes: cues::Cues = &[
        "ستنتقل",
        "تنتقل",
        "انتقلت",
        "انتقال",
        "تسلم",
        "تسلمت",
        "يتسلم",
        "تتسلم",
        "ستتسلم",
        "سيتسلم",
        "تسليم",
        "سلم",
        "سلمت",
        "يسلم",
        "تولت",
        "تتولي",
        "ستتولي",
        "خلفا",
        "تسلمها",
        "تسلمه",
        "تسلما",
        "انتقلت",
        "ستسلم",
        "تستلم",
        "استلم",
        "استلمت",
        "يستلم",
        "سيسلم",
        "تخلف",
        "يخلف",
        "تولي",
        "يتولي",
        "سيتولي",
    ];
    for (number, sentence) in view.article.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.boilerplate) {
        let words = &sentence.words;
        let Some(verb) = cues::find(words, 0, passes).filter(|_| cues::any(words, chair)) else { continue };
        let found = actors::actors(view.article, sentence, view.titles);
        // Countries by name, or by who leads them.
        let mut parties: Vec<(usize, pb::EntityRef)> = view
            .article
            .of(sentence)
            .iter()
            .filter(|mention| mention.kind == EntityType::Gpe)
            .filter(|mention| {
                let here = word_at(sentence, mention);
                !found.iter().any(|actor| actor.first <= here && here < actor.next)
            })
            .map(|mention| (word_at(sentence, mention), view.article.thing(mention).reference.clone()))
            .filter(|(_, country)| view.engine.about(&country.entity_id).is_some_and(|about| about.subtype == "country"))
            .collect();
        for actor in &found {
            let is_state = |country: &pb::EntityRef| view.engine.about(&country.entity_id).is_some_and(|about| about.subtype == "country");
            if let Some(country) = affiliation::represents(view.engine, &view.positions_of(&actor.person), &actor.person).filter(is_state) {
                parties.push((actor.first, country));
            }
        }
        // «… فلان الذي سلمت بلاده الرئاسة إلى …»
        let is_state = |country: &pb::EntityRef| view.engine.about(&country.entity_id).is_some_and(|about| about.subtype == "country");
        if let Some(land) = cues::find(words, verb, &["بلاده", "بلادها"]).filter(|land| *land <= verb + 2)
            && let Some(actor) = found.iter().rev().find(|actor| actor.next <= verb)
            && let Some(country) = affiliation::represents(view.engine, &view.positions_of(&actor.person), &actor.person).filter(is_state)
        {
            parties.retain(|(at, _)| *at > land);
            parties.push((land, country));
        }
        parties.sort_by_key(|(at, _)| *at);
        parties.dedup_by(|a, b| a.1.entity_id == b.1.entity_id);
        let preposition = |at: usize| words[at.saturating_sub(4)..at].iter().map(|word| word.text.as_str()).collect::<Vec<_>>();
        let from = parties.iter().find(|(at, _)| {
            let near = preposition(*at);
            near.contains(&"من")
                || near.contains(&"عن")
                || near.contains(&"خلفا")
                || words.get(*at).is_some_and(|word| word.text.starts_with("ل") && near.contains(&"خلفا"))
        });
        let to = parties
            .iter()
            .find(|(at, country)| preposition(*at).contains(&"الي") && from.is_none_or(|(_, from)| from.entity_id != country.entity_id));
        let gives = cues::any(words, &["سلم", "سلمت", "يسلم", "تسليم", "ستسلم", "سيسلم"]);
        let (from, to) = match (from, to) {
            (Some(from), Some(to)) => (from.1.clone(), to.1.clone()),
            (Some(from), None) => {
                let Some(to) = parties.iter().find(|(_, country)| country.entity_id != from.1.entity_id) else { continue };
                (from.1.clone(), to.1.clone())
            }
            (None, Some(to)) => {
                let Some(from) = parties.iter().rev().find(|(at, country)| country.entity_id != to.1.entity_id && *at < to.0) else {
                    continue;
                };
                (from.1.clone(), to.1.clone())
            }
            (None, None) if gives && parties.len() >= 2 => (parties[0].1.clone(), parties[1].1.clone()),
            _ => continue,
        };
        let date = date(view, number, verb);
        return Some(pb::PresidencyTransfer {
            from_country: Some(from),
            to_country: Some(to),
            date,
            evidence: vec![view.article.evidence(sentence)],
            confidence: 0.85,
        });
    }
    None
}

/// When it passes: the day nearest to the verb; «في اليوم نفسه» is the day told before; what passed at the sitting passed on its first day.
fn date(view: &View<'_>, number: usize, verb: usize) -> String {
    let sentence = &view.article.sentences[number];
    let words = &sentence.words;
    let dated = |sentence: &super::article::Sentence| {
        let dates = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Date);
        dates
            .map(|mention| (word_at(sentence, mention), view.article.thing(mention).value.clone()))
            .filter(|(_, value)| !value.is_empty())
            .collect::<Vec<_>>()
    };
    let same = ["اليوم نفسه", "اليوم ذاته", "نفس اليوم", "الموعد نفسه"].iter().any(|phrase| cues::phrase(words, phrase).is_some());
    if same && number > 0 {
        let day = |earlier: usize| dated(&view.article.sentences[earlier]).into_iter().rev().find(|(_, value)| value.len() == 10);
        let before = (0..number).rev().take(3).find_map(day);
        return before.map(|(_, value)| value).unwrap_or_default();
    }
    // «على أن تبدأ مهام الرئاسة في الأول من ديسمبر», «اعتبارا من …»: from then on it holds.
    let effect = cues::find(words, verb, &["تبدا", "يبدا", "اعتبارا", "ابتداء", "رسميا"]);
    if let Some((_, value)) = effect.and_then(|effect| dated(sentence).into_iter().find(|(here, _)| *here > effect && *here < effect + 9)) {
        return value;
    }
    // What a relative clause dates is something else.
    let until = (verb..words.len()).find(|at| super::clause::RELATIVE.contains(&words[*at].text.as_str())).unwrap_or(words.len());
    let near = dated(sentence).into_iter().filter(|(here, _)| *here < until).min_by_key(|(here, _)| here.abs_diff(verb));
    if let Some((_, value)) = near {
        return value;
    }
    let past = cues::is(&words[verb].text, &["تسلم", "تسلمت", "استلم", "استلمت", "سلم", "سلمت", "انتقلت", "تولي", "تولت"]);
    let sitting = cues::any(words, &["الجلسه", "القمه", "الافتتاح", "الدوره", "الافتتاحيه"]);
    if past && sitting { view.start.map(|start| start.to_string()).unwrap_or_default() } else { String::new() }
}
