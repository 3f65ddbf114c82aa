//! Where a summit is held: city or country, and the building.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::article::{Article, Mention, Sentence};
use super::cues;
use super::frame::{sits, telling, word_at};
use crate::EntityType;
use crate::proto as pb;
use crate::rpc::Analyzer;

/// The city or country that an article's summit is held in.
#[must_use]
pub fn place(engine: &dyn Analyzer, article: &Article, organizer: &str) -> Option<pb::EntityRef> {
    let places = places(engine, article, organizer);
    places.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.entity_id.cmp(&a.0.entity_id))).map(|(place, _)| place)
}

/// Where an article's summit may be held, each with how much speaks for it.
#[must_use]
pub fn places(engine: &dyn Analyzer, article: &Article, organizer: &str) -> Vec<(pb::EntityRef, f32)> {
    let mut weights: BTreeMap<String, (f32, pb::EntityRef)> = BTreeMap::new();
    let jordanian = LazyCell::new(|| is_jordanian(article));
    for (number, sentence) in telling(engine, article, organizer) {
        let words = &sentence.words;
        if !sits(sentence) && !cues::any(words, cues::HOLDING) {
            continue;
        }
        let first = if number < 4 { 2.0 } else { 1.0 };
        for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Gpe || is_island(engine, article, mention))
        {
            let here = word_at(sentence, mention);
            let before = here.checked_sub(1).map_or("", |at| words[at].text.as_str());
            let led = matches!(
                before,
                "في" | "فى"
                    | "العاصمه"
                    | "بالعاصمه"
                    | "مدينه"
                    | "بمدينه"
                    | "الي"
                    | "عاصمه"
                    | "مدينتي"
                    | "منتجع"
                    | "بمنتجع"
                    | "جزيره"
            );
            let inside = led || words.get(here).is_some_and(|word| word.text.starts_with('ب') && word.range.start < mention.range.start);
            // «الحرب في غزة», «إعمار غزة» is what they speak of.
            let topic =
                here > 1 && matches!(before, "في" | "فى") && is_topic(&words[here - 2].text) || elsewhere(article, sentence, mention);
            // «في بيان إن …» is no town.
            if topic || words.get(here).is_some_and(|word| word.text == "بيان") {
                continue;
            }
            let named = cues::is(before, cues::SUMMIT);
            let about = engine.about(&article.thing(mention).reference.entity_id);
            let city = about.as_ref().is_some_and(|about| about.subtype != "country");
            // «تستعد جزيرة جربة لاحتضان القمة»
            let next = words.partition_point(|word| word.range.start < mention.range.end);
            let hosts = words.iter().skip(next).take(2).any(|word| {
                cues::is(&word.text, &["لاحتضان", "لاستضافه", "تستضيف", "تحتضن", "تستقبل", "استضافت", "احتضنت", "ستستضيف", "ستحتضن"])
            });
            let hosting = hosts
                || here > 0
                    && words[..here].iter().rev().take(3).any(|word| {
                        cues::is(
                            &word.text,
                            &[
                                "تستضيف",
                                "استضافت",
                                "تحتضن",
                                "احتضنت",
                                "استضافه",
                                "احتضنتها",
                                "استضافتها",
                                "يستضيف",
                                "تستضيفها",
                                "تسضيف",
                                "تستقبل",
                            ],
                        )
                    });
            let weight = if named {
                4.0
            } else if hosting {
                3.0
            } else if inside {
                2.0
            } else {
                0.0
            };
            let weight = weight * first * if city { 1.5 } else { 0.6 } * if cues::any(words, cues::SUMMIT) { 1.5 } else { 1.0 };
            if weight > 0.0 {
                let reference = place_of(engine, article, mention, &jordanian);
                weights.entry(reference.entity_id.clone()).or_insert((0.0, reference)).0 += weight;
            }
        }
        // «في العاصمة الأردنية»: a country's capital.
        for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Norp) {
            let here = word_at(sentence, mention);
            let country = &article.thing(mention).reference.entity_id;
            let capital = here > 0 && matches!(words[here - 1].text.as_str(), "العاصمه" | "بالعاصمه");
            if capital && engine.about(country).is_some_and(|about| about.subtype == "country") {
                weights.entry(country.clone()).or_insert((0.0, super::reference::reference(engine, country))).0 += 1.2 * first;
            }
        }
        narrow(engine, article, sentence, &mut weights);
    }
    weights.into_values().map(|(weight, place)| (place, weight)).collect()
}

/// What is going on somewhere else than the summit.
fn is_topic(word: &str) -> bool {
    cues::is(
        word,
        &[
            "الحرب",
            "حرب",
            "القتال",
            "الاوضاع",
            "اوضاع",
            "الوضع",
            "الازمه",
            "ازمه",
            "النار",
            "العدوان",
            "النزاع",
            "الصراع",
            "التطورات",
            "الاقتتال",
            "المعارك",
            "السلام",
            "الهدنه",
            "الانساني",
            "الانسانيه",
            "الانقلاب",
            "التصعيد",
            "الاستقرار",
            "الفوضي",
        ],
    )
}

/// Whether a place is part of another name: «الحرب في غزة», «المستشفى المعمداني في غزة»; the summit's own name is none of these.
fn elsewhere(article: &Article, sentence: &Sentence, mention: &Mention) -> bool {
    article.of(sentence).iter().any(|outer| {
        let holds = outer.range.start <= mention.range.start && mention.range.end <= outer.range.end && outer.range != mention.range;
        let before = outer.kind == EntityType::Fac
            && outer.range.end < mention.range.start
            && matches!(article.text[outer.range.end..mention.range.start].trim(), "في" | "فى")
            && super::article::fold(&article.text[outer.range.clone()]).starts_with("المستشفي");
        holds && outer.kind == EntityType::Event && !article.thing(outer).reference.entity_id.contains("summit") || before
    })
}

/// Whether «عمان» is rather the city than the sultanate in an article.
fn is_jordanian(article: &Article) -> bool {
    let jordan = article.things.iter().any(|thing| thing.reference.entity_id == "jordan" || thing.reference.country_code == "JO");
    jordan && !article.things.iter().any(|thing| thing.kind == EntityType::Norp && thing.reference.entity_id == "oman")
}

/// Which place a mention means for a summit.
#[must_use]
pub fn known(engine: &dyn Analyzer, article: &Article, mention: &Mention) -> pb::EntityRef {
    place_of(engine, article, mention, &LazyCell::new(|| is_jordanian(article)))
}

/// «عمّان» with its shadda, or told of beside Jordan, is the city, not the sultanate.
fn place_of(
    engine: &dyn Analyzer,
    article: &Article,
    mention: &Mention,
    jordanian: &LazyCell<bool, impl FnOnce() -> bool>,
) -> pb::EntityRef {
    let reference = &article.thing(mention).reference;
    if reference.entity_id == "oman" {
        let raw = &article.text[mention.range.clone()];
        if !raw.contains("سلطن") && (raw.contains("م\u{651}") || **jordanian && !raw.contains("ع\u{64F}")) {
            return super::reference::reference(engine, "amman");
        }
    }
    reference.clone()
}

/// «في نوسا دوا بجزيرة بالي»: the town is where it is, not the island round it.
fn narrow(engine: &dyn Analyzer, article: &Article, sentence: &Sentence, weights: &mut BTreeMap<String, (f32, pb::EntityRef)>) {
    let words = &sentence.words;
    let places: Vec<&Mention> =
        article.of(sentence).iter().filter(|mention| matches!(mention.kind, EntityType::Gpe | EntityType::Loc)).collect();
    for pair in places.windows(2) {
        let (inner, outer) = (pair[0], pair[1]);
        let wide = word_at(sentence, outer);
        let noun = words.get(wide).is_some_and(|word| {
            matches!(word.text.as_str(), "جزيره" | "بجزيره" | "محافظه" | "بمحافظه" | "ولايه" | "بولايه" | "اقليم" | "باقليم")
        }) || wide > 0 && matches!(words[wide - 1].text.as_str(), "بجزيره" | "بمحافظه" | "بولايه" | "باقليم" | "جزيره");
        let behind = article.text.get(inner.range.end..outer.range.start).is_some_and(|gap| gap.chars().count() <= 12);
        let (inner, outer) = (article.thing(inner).reference.clone(), article.thing(outer).reference.entity_id.clone());
        if noun && behind && inner.entity_id != outer && engine.about(&inner.entity_id).is_some_and(|about| about.subtype != "country") {
            let more = weights.get(&outer).map_or(0.0, |(weight, _)| *weight);
            weights.entry(inner.entity_id.clone()).or_insert((0.0, inner)).0 += more + 6.0;
        }
    }
}

/// Islands and resorts hold summits too.
fn is_island(engine: &dyn Analyzer, article: &Article, mention: &Mention) -> bool {
    mention.kind == EntityType::Loc
        && engine.about(&article.thing(mention).reference.entity_id).is_some_and(|about| about.subtype == "island")
}

/// The building it is held in.
#[must_use]
pub fn venue<'a>(engine: &'a dyn Analyzer, article: &'a Article, organizer: &'a str) -> Option<(pb::EntityRef, &'a Sentence)> {
    let unnamed = || {
        telling(engine, article, organizer).filter(|(_, sentence)| cues::any(&sentence.words, cues::HOLDING) || sits(sentence)).find_map(
            |(_, sentence)| {
                // Where two met is not where all did.
                let two = cues::any(&sentence.words, &["لقاء", "لقاءا", "خلوه", "محادثات", "مباحثات", "التقي", "التقت"]);
                let two = two && !cues::any(&sentence.words, cues::SUMMIT);
                let reference = building(article, sentence, two)?;
                Some((reference, sentence))
            },
        )
    };
    let named = telling(engine, article, organizer)
        .filter(|(_, sentence)| sits(sentence) && cues::any(&sentence.words, cues::HOLDING))
        .find_map(|(_, sentence)| {
            let building = article.of(sentence).iter().find(|mention| {
                let here = word_at(sentence, mention);
                let before = here.checked_sub(1).map_or("", |at| sentence.words[at].text.as_str());
                let led = matches!(before, "في" | "فى" | "داخل" | "مقر")
                    || cues::is(before, &["يستضيفها", "يحتضنها", "تحتضنها", "احتضنها", "استضافها", "يستضيفه", "ويستقبل"])
                    || sentence.words.get(here).is_some_and(|word| word.text.starts_with('ب'));
                // «لا في القصر الرئاسي كما أعلن»
                let not = here > 1 && words_before(sentence, here).iter().any(|word| word.text == "لا");
                mention.kind == EntityType::Fac && led && !not
            })?;
            Some((article.thing(building).reference.clone(), sentence))
        });
    // A hall or palace is told more closely than a resort.
    let near = named.filter(|(venue, _)| !super::article::fold(&venue.name).contains("منتجع"));
    near.or_else(unnamed)
}

fn words_before(sentence: &Sentence, at: usize) -> &[super::article::Word] {
    &sentence.words[at.saturating_sub(2)..at]
}

/// «في مركز ساندتون للمؤتمرات»: a building that nobody listed, by its noun behind «في».
fn building(article: &Article, sentence: &Sentence, two: bool) -> Option<pb::EntityRef> {
    let words = &sentence.words;
    let at = (1..words.len()).find(|at| {
        let noun = matches!(
            words[*at].text.as_str(),
            "مركز"
                | "مجمع"
                | "قصر"
                | "قاعه"
                | "مبني"
                | "مقر"
                | "منتجع"
                | "فندق"
                | "المجمع"
                | "القصر"
                | "ملعب"
                | "قلعه"
        );
        let before = words[at - 1].text.as_str();
        let led = matches!(before, "في" | "فى" | "داخل")
            || cues::is(before, &["يستضيفها", "يحتضنها", "تحتضنها", "احتضنها", "استضافها", "يستضيفه", "يستقبل"]);
        // «لدى وصولهم إلى مجمع طريق الحرير»
        let arrive = before == "الي"
            && words[at.saturating_sub(4)..*at].iter().any(|word| word.text.starts_with("وصول") || cues::is(&word.text, &["وصل", "وصلوا"]));
        let home = words.get(at + 1).is_some_and(|next| matches!(next.text.as_str(), "اقامه" | "اقامته" | "عمله"));
        // Beside a meeting of two it must receive the leaders or the sitting.
        let all = cues::any(&words[at.saturating_sub(5)..*at], &["الجلسه", "القاده", "قاده"])
            || words.iter().skip(at + 1).take(4).any(|word| matches!(word.text.as_str(), "القاده" | "قاده"));
        noun && (led || arrive) && (!two || all) && !home && !(*at > 1 && words[at - 2].text == "لا")
    })?;
    let stop: cues::Cues = &[
        "في",
        "فى",
        "من",
        "علي",
        "الي",
        "بمدينه",
        "اعمال",
        "بحضور",
        "بمشاركه",
        "قمه",
        "القمه",
        "وسط",
        "تحت",
        "التي",
        "الذي",
        "اليوم",
        "امس",
        "غدا",
        "حيث",
        "برياسه",
        "علي",
        "قاده",
    ];
    let last = (at + 1..words.len().min(at + 4))
        .take_while(|next| {
            let gap = &article.text[words[next - 1].range.end..words[*next].range.start];
            !cues::is(&words[*next].text, stop) && !words[*next].text.starts_with("با") && !gap.contains(['،', '.', '(', ':'])
        })
        .last()?;
    let name = article.text[words[at].range.start..words[last].range.end].to_owned();
    Some(pb::EntityRef {
        entity_id: format!("local:fac-{}", words[at..=last].iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("-")),
        name,
        ..Default::default()
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{key, summit};

    /// City, country, venue.
    fn held(sentence: &str) -> String {
        let text = format!("{sentence}\n\nويشارك في القمة الرئيس الأميركي جو بايدن والرئيس الفرنسي إيمانويل ماكرون.\n");
        let found = summit(&text, "2022-11-14");
        format!("{} {} {}", key(&found.host_city), key(&found.host_country), found.venue.map(|venue| venue.name).unwrap_or_default())
            .trim()
            .to_owned()
    }

    #[test]
    fn the_town_on_the_island_and_the_capital_by_its_country() {
        assert_eq!(held("تنطلق غدا قمة مجموعة العشرين في نوسا دوا بجزيرة بالي."), "nusa-dua indonesia");
        assert_eq!(held("تستعد جزيرة جربة لاحتضان قمة مجموعة العشرين غدا."), "djerba tunisia");
        assert_eq!(held("تنطلق غدا قمة مجموعة العشرين في عمّان بدعوة من الأردن."), "amman jordan");
    }

    #[test]
    fn what_is_spoken_of_is_not_where() {
        assert_eq!(held("تنطلق غدا في روما قمة مجموعة العشرين لبحث الحرب في غزة."), "rome italy");
    }

    #[test]
    fn the_building_that_receives_them() {
        assert_eq!(held("تنطلق غدا في روما قمة مجموعة العشرين التي يحتضنها مركز المؤتمرات الكبير."), "rome italy مركز المؤتمرات الكبير");
        assert_eq!(held("تنطلق غدا في روما قمة مجموعة العشرين.\n\nواجتمع بايدن بماكرون في مقر إقامة السفير."), "rome italy");
    }
}
