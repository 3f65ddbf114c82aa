//! Who acts in a sentence: people by name, and offices that stand for the person who holds them.

use std::collections::HashMap;

use super::article::{Article, Mention, Sentence, fold};
use super::frame::word_at;
use crate::EntityType;
use crate::proto as pb;
use crate::rpc::Analyzer;

/// Somebody who acts.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Who.
    pub person: pb::EntityRef,
    /// Their title as the sentence gives it; empty where it does not.
    pub title: String,
    /// First word, title included.
    pub first: usize,
    /// The word behind the name.
    pub next: usize,
    /// Whether a preposition is written on to the first word: «برئيس البرلمان …».
    pub joined: bool,
}

/// People by their titles, over all articles of a summit: «الرئيس الروسي» → Vladimir Putin. Titles of several people stand for nobody.
pub struct Titles(HashMap<String, Option<pb::EntityRef>>);

impl Titles {
    /// Collects the titles of the articles.
    pub fn new<'a>(articles: impl Iterator<Item = &'a Article>) -> Self {
        let mut titles: HashMap<String, Option<pb::EntityRef>> = HashMap::new();
        for article in articles {
            for thing in article.things.iter().filter(|thing| thing.kind == EntityType::Person) {
                // «وزير خارجيته» is not the office of who it stands behind.
                for (title, _, _) in thing.positions.iter().filter(|(title, _, _)| !is_owned(title)) {
                    let entry = titles.entry(fold(title)).or_insert_with(|| Some(thing.reference.clone()));
                    if entry.as_ref().is_some_and(|known| known.entity_id != thing.reference.entity_id) {
                        *entry = None;
                    }
                }
            }
        }
        Self(titles)
    }

    /// The one leader whose title carries a nisba: «التركي» → who is «الرئيس التركي».
    fn leader_of(&self, nisba: &str) -> Option<&pb::EntityRef> {
        let mut found: Option<&pb::EntityRef> = None;
        for (title, person) in &self.0 {
            let leads = ["الرييس", "رييس الوزراء", "رييسه الوزراء", "العاهل", "الملك", "الامير", "المستشار", "المستشاره"]
                .iter()
                .any(|head| title.starts_with(head));
            let Some(person) = person.as_ref().filter(|_| leads && title.split(' ').any(|word| word == nisba)) else { continue };
            if found.is_some_and(|known| known.entity_id != person.entity_id) {
                return None;
            }
            found = Some(person);
        }
        found
    }

    /// Who holds the office of a title.
    fn holder(&self, title: &str) -> Option<&pb::EntityRef> {
        let folded = fold(title);
        // A bare «الرئيس» may be anybody's.
        if !folded.contains(' ') {
            return None;
        }
        self.0.get(&folded)?.as_ref()
    }
}

/// Whether a title ends with a pronoun: «وزير خارجيته», «رئيس وزرائها».
#[must_use]
pub fn is_owned(title: &str) -> bool {
    ["ه", "ها", "هم", "هما"].iter().any(|pronoun| title.trim_end().ends_with(pronoun))
}

/// Everybody who acts in a sentence, in order.
#[must_use]
pub fn actors(article: &Article, sentence: &Sentence, titles: &Titles) -> Vec<Actor> {
    let mentions = article.of(sentence);
    let mut actors: Vec<Actor> = Vec::new();
    for mention in mentions {
        if mention.kind == EntityType::Person {
            let position = title_before(article, mentions, mention);
            let first = word_at(sentence, position.unwrap_or(mention));
            let title = position.map(|position| article.text[position.range.clone()].to_owned()).unwrap_or_default();
            let next = sentence.words.partition_point(|word| word.range.start < mention.range.end);
            let inside = mentions.iter().any(|outer| {
                matches!(outer.kind, EntityType::Org | EntityType::Fac | EntityType::Law | EntityType::Event | EntityType::Occ)
                    && outer.range.start <= mention.range.start
                    && mention.range.end <= outer.range.end
            });
            if !inside {
                let joined = is_joined(sentence, position.unwrap_or(mention), first);
                actors.push(Actor { person: article.thing(mention).reference.clone(), title, first, next, joined });
            }
        } else if mention.kind == EntityType::Occ && !introduces(mentions, mention) && !nested(mentions, mention) {
            if let Some(person) = titles.holder(&article.text[mention.range.clone()]) {
                let next = sentence.words.partition_point(|word| word.range.start < mention.range.end);
                let title = article.text[mention.range.clone()].to_owned();
                let first = word_at(sentence, mention);
                actors.push(Actor { person: person.clone(), title, first, next, joined: is_joined(sentence, mention, first) });
            } else if let Some(person) = ruler_before(article, mention) {
                let first = word_at(sentence, mention);
                let next = sentence.words.partition_point(|word| word.range.start < mention.range.end);
                let title = article.text[mention.range.clone()].to_owned();
                actors.push(Actor { person, title, first, next, joined: is_joined(sentence, mention, first) });
            }
        }
    }
    // «التقى نظيره التركي»: his counterpart, by the country of the nisba.
    for mention in mentions.iter().filter(|mention| mention.kind == EntityType::Norp) {
        let here = word_at(sentence, mention);
        let counterpart = here > 0
            && matches!(
                sentence.words[here - 1].text.as_str(),
                "نظيره" | "نظيرها" | "بنظيره" | "ونظيره" | "لنظيره" | "نظيرته" | "بنظيرته" | "نظيرتها"
            );
        let next = sentence.words.partition_point(|word| word.range.start < mention.range.end);
        if counterpart && !actors.iter().any(|actor| actor.first <= next + 1 && actor.first >= here) {
            let nisba = fold(&article.text[mention.range.clone()]);
            if let Some(person) = titles.leader_of(&nisba) {
                actors.push(Actor { person: person.clone(), title: String::new(), first: here - 1, next, joined: false });
            }
        }
    }
    actors.sort_by_key(|actor| actor.first);
    // «رئيس دولة الإمارات صاحب السمو الشيخ محمد بن زايد»: an office and the name it goes with are one.
    let mut merged: Vec<Actor> = Vec::with_capacity(actors.len());
    for actor in actors {
        match merged.last_mut() {
            Some(last) if last.person.entity_id == actor.person.entity_id && actor.first <= last.next + 5 => {
                last.next = last.next.max(actor.next);
                if last.title.is_empty() {
                    last.title = actor.title;
                }
            }
            _ => merged.push(actor),
        }
    }
    merged
}

fn is_joined(sentence: &Sentence, mention: &Mention, first: usize) -> bool {
    sentence
        .words
        .get(first)
        .is_some_and(|word| word.range.start < mention.range.start && (word.text.starts_with('ب') || word.text.starts_with("وب")))
}

/// «وقال الملك»: a bare title stands for who carried it last.
fn ruler_before(article: &Article, title: &Mention) -> Option<pb::EntityRef> {
    let bare = fold(&article.text[title.range.clone()]);
    let head = match bare.as_str() {
        "الملك" => "ملك",
        "الامير" => "امير",
        "السلطان" => "سلطان",
        "الرييس" => "رييس",
        _ => return None,
    };
    let earlier =
        article.mentions.iter().rev().filter(|mention| mention.kind == EntityType::Person && mention.range.end <= title.range.start);
    earlier.take(12).find_map(|mention| {
        let thing = article.thing(mention);
        let carries = thing.positions.iter().any(|(title, _, _)| {
            let title = fold(title);
            let first = title.split(' ').next().unwrap_or_default();
            first == head || first.strip_prefix("ال") == Some(head)
        });
        carries.then(|| thing.reference.clone())
    })
}

/// The position that stands directly before a name.
fn title_before<'a>(article: &Article, mentions: &'a [Mention], name: &Mention) -> Option<&'a Mention> {
    mentions
        .iter()
        .filter(|mention| mention.kind == EntityType::Occ && mention.range.end <= name.range.start)
        .filter(|mention| !nested(mentions, mention))
        .max_by_key(|mention| mention.range.end)
        .filter(|mention| {
            let between = &article.text[mention.range.end..name.range.start];
            between.chars().count() <= 24
                && !between.contains(['،', '.', ':', '؛', '"', '«', '\n'])
                && !super::article::words(between, 0)
                    .iter()
                    .any(|word| super::cues::is(&word.text, &["مع", "في", "من", "ان", "الي", "علي", "عن", "بين"]))
        })
}

fn introduces(mentions: &[Mention], position: &Mention) -> bool {
    mentions.iter().any(|mention| {
        mention.kind == EntityType::Person && mention.range.start >= position.range.end && mention.range.start - position.range.end <= 30
    })
}

fn nested(mentions: &[Mention], inner: &Mention) -> bool {
    mentions.iter().any(|outer| {
        outer.kind == EntityType::Occ
            && outer.range != inner.range
            && outer.range.start <= inner.range.start
            && inner.range.end <= outer.range.end
    })
}

/// What somebody stands for: the country or body of their position, else of their offices or their own country.
#[must_use]
pub fn represents(engine: &dyn Analyzer, positions: &[(String, String, String)], person: &pb::EntityRef) -> Option<pb::EntityRef> {
    let of_body = positions.iter().find(|(title, _, body)| !body.is_empty() && is_official(title)).map(|(_, _, body)| body.clone());
    // The body of an official whose title does not name it.
    let known_body = || {
        let official = positions.iter().any(|(title, _, _)| is_official(title));
        let about = engine.about(&person.entity_id).filter(|_| official)?;
        about.offices.iter().map(|(_, of)| of.clone()).find(|of| engine.about(of).is_some_and(|about| about.subtype == "international"))
    };
    let of_body = of_body.or_else(known_body);
    let of_country =
        || positions.iter().map(|(_, country, _)| country).find(|country| !country.is_empty() && !country.starts_with("local:")).cloned();
    let about = engine.about(&person.entity_id);
    let office = || {
        let offices = &about.as_ref()?.offices;
        offices.iter().find(|(title, _)| !matches!(title.as_str(), "party-leader" | "coach" | "spokesperson")).map(|(_, of)| of.clone())
    };
    let own = || about.as_ref().map(|about| about.country_id.clone()).filter(|country| !country.is_empty());
    let key = of_body.or_else(of_country).or_else(office).or_else(own)?;
    Some(reference(engine, &key))
}

/// An entity of the gazetteer as the answer refers to it.
#[must_use]
pub fn reference(engine: &dyn Analyzer, key: &str) -> pb::EntityRef {
    engine.about(key).map_or_else(
        || pb::EntityRef { entity_id: key.to_owned(), ..Default::default() },
        |about| pb::EntityRef {
            entity_id: about.id,
            name: about.name,
            name_en: about.name_en,
            wikidata_id: about.wikidata_id,
            country_code: about.country_code,
        },
    )
}

/// Whether a title is an office of a body, not of a state.
#[must_use]
pub fn is_official(title: &str) -> bool {
    let title = fold(title);
    [
        "الامين العام",
        "الامينه العامه",
        "امين عام",
        "الامين التنفيذي",
        "المدير العام",
        "المديره العامه",
        "مدير",
        "مديره",
        "رييس بنك",
        "رييسه بنك",
        "رييس البنك",
        "رييسه المفوضيه",
        "رييس المفوضيه",
        "رييس مفوضيه",
        "رييسه مفوضيه",
        "رييس المجلس الاوروبي",
        "المفوض",
        "رييسه صندوق",
        "رييس صندوق",
        "السكرتير العام",
    ]
    .iter()
    .any(|head| title.starts_with(head))
}

/// Whether somebody is of the rank that sits at a summit: by title, else by offices.
#[must_use]
pub fn is_leader(engine: &dyn Analyzer, positions: &[(String, String, String)], person: &pb::EntityRef, ministers: bool) -> bool {
    let low = [
        "متحدث",
        "المتحدث",
        "ناطق",
        "الناطق",
        "مساعد",
        "مستشار",
        "المستشار",
        "مسوول",
        "سفير",
        "السفير",
        "مبعوث",
        "المبعوث",
        "صحفي",
        "محلل",
        "الخبير",
        "خبير",
        "مدرب",
        "ناشط",
        "الكاتب",
        "مراسل",
    ];
    let titles: Vec<String> = positions.iter().map(|(title, _, _)| fold(title)).collect();
    // The article of «للمتحدث» is swallowed by its lam.
    let first = |title: &String| {
        let word = title.split(' ').next().unwrap_or_default();
        word.strip_prefix("لم").map_or(word, |rest| &word[word.len() - rest.len() - 'م'.len_utf8()..]).to_owned()
    };
    if !titles.is_empty()
        && titles.iter().all(|title| {
            low.contains(&first(title).as_str()) && !title.starts_with("المستشار الالماني") && !title.starts_with("المستشار النمساوي")
        })
    {
        return false;
    }
    let minister = |title: &String| matches!(first(title).as_str(), "وزير" | "الوزير" | "وزيره" | "الوزيره");
    if !titles.is_empty() && titles.iter().all(|title| minister(title) && !title.starts_with("الوزير الاول")) {
        return ministers;
    }
    if titles.iter().any(|title| !low.contains(&first(title).as_str())) {
        return true;
    }
    engine.about(&person.entity_id).is_some_and(|about| {
        about.offices.iter().any(|(office, _)| {
            matches!(office.as_str(), "president" | "prime-minister" | "monarch" | "crown-prince" | "secretary-general" | "head")
        })
    })
}
