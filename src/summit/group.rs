//! Which summit an article is about, and which articles are about the same one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::article::{Article, Mention, Sentence};
use super::{cues, days, frame, place};
use crate::EntityType;
use crate::rpc::Analyzer;

/// What an article's summit is known by.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// Key of the organiser; empty for an ad-hoc summit.
    pub organizer: String,
    /// Which one it is; 0 where not said.
    pub ordinal: u32,
    /// First day, where the article fixes it.
    pub start: Option<Date>,
    /// Key of the host city or country; empty where not said.
    pub place: String,
    /// Keys of the heads of state and government named in it.
    pub leaders: BTreeSet<String>,
}

/// Adjectives and short names behind «قمة» and the organiser they stand for.
const NAMED: [(&str, &str); 26] = [
    ("العربيه", "arab-league"),
    ("عربيه", "arab-league"),
    ("الخليجيه", "gulf-cooperation-council"),
    ("خليجيه", "gulf-cooperation-council"),
    ("الافريقيه", "african-union"),
    ("افريقيه", "african-union"),
    ("الاسلاميه", "organisation-of-islamic-cooperation"),
    ("اسلاميه", "organisation-of-islamic-cooperation"),
    ("الاوروبيه", "european-union"),
    ("اوروبيه", "european-union"),
    ("الاوربيه", "european-union"),
    ("الاطلسيه", "nato"),
    ("السبع", "g7"),
    ("العشرين", "g20"),
    ("المناخ", "united-nations"),
    ("للمناخ", "united-nations"),
    ("كوب", "united-nations"),
    ("الفرنكوفونيه", "organisation-internationale-de-la-francophonie"),
    ("فرنكوفونيه", "organisation-internationale-de-la-francophonie"),
    ("الفرانكفونيه", "organisation-internationale-de-la-francophonie"),
    ("الفرانكوفونيه", "organisation-internationale-de-la-francophonie"),
    ("بريكس", "brics"),
    ("اسيان", "asean"),
    ("اوبك", "opec-plus"),
    ("الناتو", "nato"),
    ("ايغاد", "igad"),
];

/// Words behind «قمة» that make it one of a few parties.
const AD_HOC: cues::Cues = &["ثناييه", "الثناييه", "ثلاثيه", "الثلاثيه", "رباعيه", "الرباعيه", "خماسيه", "الخماسيه", "مشتركه"];

/// The organiser of an article's summits by weight; bodies that hold summits only.
fn organizers(engine: &dyn Analyzer, article: &Article) -> BTreeMap<String, f32> {
    let mut weights: BTreeMap<String, f32> = BTreeMap::new();
    for (number, sentence) in article.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.boilerplate) {
        let weight = match number {
            0 => 4.0,
            1..=3 => 2.0,
            _ => 1.0,
        } * if frame::is_past(sentence) { 0.3 } else { 1.0 };
        for (key, near) in named_organizers(engine, article, sentence) {
            *weights.entry(key).or_default() += weight * near;
        }
    }
    weights
}

/// The organisers that stand beside a summit noun in a sentence, and how near.
fn named_organizers(engine: &dyn Analyzer, article: &Article, sentence: &Sentence) -> Vec<(String, f32)> {
    let mut found = Vec::new();
    let words = &sentence.words;
    let summits: Vec<usize> = (0..words.len()).filter(|at| cues::is(&words[*at].text, cues::SUMMIT)).collect();
    for at in &summits {
        for next in words.iter().skip(at + 1).take(3) {
            found.extend(NAMED.iter().filter(|(word, _)| next.text == *word).map(|(_, key)| ((*key).to_owned(), 1.0)));
        }
    }
    let sittings = (0..words.len()).filter(|at| cues::is(&words[*at].text, cues::SITTING));
    // «القادة العرب», «القادة الخليجيون»: leaders of a body by the people's name.
    for (at, word) in words.iter().enumerate() {
        let people = [
            ("العرب", "arab-league"),
            ("الخليجيون", "gulf-cooperation-council"),
            ("الخليجيين", "gulf-cooperation-council"),
            ("الافارقه", "african-union"),
            ("الاوروبيون", "european-union"),
            ("الاوروبيين", "european-union"),
        ];
        let leaders = at > 0 && cues::is(&words[at - 1].text, &["القاده", "الزعماء", "قاده", "زعماء", "للقاده"]);
        found.extend(people.iter().filter(|(name, _)| leaders && word.text == *name).map(|(_, key)| ((*key).to_owned(), 1.0)));
    }
    let nouns: Vec<(usize, f32)> = summits.iter().map(|at| (*at, 1.0)).chain(sittings.map(|at| (at, 0.5))).collect();
    for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Org) {
        let id = &article.thing(mention).reference.entity_id;
        if !holds_summits(engine, id) {
            continue;
        }
        let here = words.partition_point(|word| word.range.start < mention.range.start);
        let led =
            words[here.saturating_sub(4)..here].iter().any(|word| cues::is(&word.text, &["قاده", "زعماء", "روساء", "لقاده", "القاده"]));
        let beside = if led {
            1.0
        } else if summits.is_empty() {
            0.0
        } else {
            0.7
        };
        let nearest = nouns.iter().filter(|(at, _)| *at < here + 4 && here < at + 8).map(|(_, near)| *near).fold(beside, f32::max);
        if nearest > 0.0 {
            // The European Council is the Union's summit.
            let id = if id == "european-council" { "european-union" } else { id };
            found.push((id.to_owned(), nearest * if mention.nominal { 0.5 } else { 1.0 }));
        }
    }
    found
}

/// Whether an organisation is one of states.
fn holds_summits(engine: &dyn Analyzer, id: &str) -> bool {
    engine
        .about(id)
        .is_some_and(|about| matches!(about.subtype.as_str(), "international" | "union") && id != "united-nations-security-council")
}

/// Whether a sentence speaks of a summit of another organiser only.
#[must_use]
pub fn is_other(engine: &dyn Analyzer, article: &Article, sentence: &Sentence, organizer: &str) -> bool {
    if !cues::any(&sentence.words, cues::SUMMIT) {
        return false;
    }
    // Only what the summit's noun governs: the UN's secretary-general at a summit makes it nobody else's.
    let mut named: Vec<(String, f32)> = Vec::new();
    for at in (0..sentence.words.len()).filter(|at| cues::is(&sentence.words[*at].text, cues::SUMMIT)) {
        for next in sentence.words.iter().skip(at + 1).take(2) {
            named.extend(NAMED.iter().filter(|(word, _)| next.text == *word).map(|(_, key)| ((*key).to_owned(), 1.0)));
        }
        for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Org && !mention.nominal) {
            let here = frame::word_at(sentence, mention);
            let id = &article.thing(mention).reference.entity_id;
            // «القمة الأمين العام لمنظمة أوبك», «القمة، إن الاتحاد …» is not that body's summit.
            let titled = article.of(sentence).iter().any(|outer| {
                outer.kind == EntityType::Occ && outer.range.start <= mention.range.start && mention.range.end <= outer.range.end
            });
            let behind =
                article.text.get(sentence.words[at].range.end..mention.range.start).is_some_and(|gap| !gap.contains(['،', ',', ':', '.']));
            if here > at && here <= at + 3 && !titled && behind && holds_summits(engine, id) {
                named.push((id.clone(), 1.0));
            }
        }
    }
    !named.is_empty() && named.iter().all(|(key, near)| !key.starts_with(organizer) && *near >= 0.5) && !organizer.is_empty()
}

/// The people of an article who lead a state: who holds an office of that kind, by the text or the gazetteer.
#[must_use]
pub fn leaders(engine: &dyn Analyzer, article: &Article) -> BTreeSet<String> {
    let mut leaders = BTreeSet::new();
    for sentence in article.sentences.iter().filter(|sentence| !sentence.boilerplate) {
        for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Person) {
            let thing = article.thing(mention);
            if is_leader(engine, article, mention) {
                leaders.insert(thing.reference.entity_id.clone());
            }
        }
    }
    leaders
}

fn is_leader(engine: &dyn Analyzer, article: &Article, mention: &Mention) -> bool {
    let thing = article.thing(mention);
    let titled = thing.positions.iter().any(|(title, _, _)| {
        let title = super::article::fold(title);
        let head = ["الرييس", "رييس", "الملك", "ملك", "امير", "سلطان", "السلطان", "العاهل", "عاهل", "المستشار", "ولي", "الريس"];
        let first = title.split(' ').next().unwrap_or_default();
        head.contains(&first)
            && !["برلمان", "البرلمان", "مجلس", "لجنه", "نادي", "اتحاد", "الاتحاد", "شركه", "بلديه", "حزب"]
                .iter()
                .any(|word| title.contains(word) && !title.contains("مجلس الوزراء"))
    });
    let known = engine.about(&thing.reference.entity_id).is_some_and(|about| {
        about.offices.iter().any(|(office, _)| matches!(office.as_str(), "president" | "prime-minister" | "monarch" | "crown-prince"))
    });
    titled || known
}

/// What an article is about; `None` where it tells of no summit.
#[must_use]
pub fn subject(engine: &dyn Analyzer, article: &Article) -> Option<Subject> {
    let weights = organizers(engine, article);
    // What the headline calls by a part of its name: «قمة "الأمن الجماعي"».
    let mut weights = weights;
    for (number, sentence) in article.sentences.iter().enumerate().take(6).filter(|(_, sentence)| !sentence.boilerplate) {
        for at in (0..sentence.words.len()).filter(|at| cues::is(&sentence.words[*at].text, cues::SUMMIT)) {
            let behind: Vec<&str> = sentence.words.iter().skip(at + 1).take(2).map(|word| word.text.as_str()).collect();
            let phrase = behind.join(" ");
            let part = behind.len() == 2 && !["دول", "منظمه", "مجموعه", "قاده", "في"].contains(&behind[0]);
            for thing in article.things.iter().filter(|thing| thing.kind == EntityType::Org && part) {
                let key = &thing.reference.entity_id;
                if super::article::fold(&thing.reference.name).contains(&phrase) && holds_summits(engine, key) {
                    *weights.entry(key.clone()).or_default() += if number < 2 { 3.0 } else { 1.0 };
                }
            }
        }
    }
    let leaders = leaders(engine, article);
    let leaders_enough = leaders.len() >= 2;
    let early = article.sentences.iter().take(4).any(|sentence| cues::any(&sentence.words, cues::SUMMIT));
    let enough = if early && leaders_enough {
        1.2
    } else if early {
        2.0
    } else {
        3.0
    };
    let best = weights.iter().max_by(|a, b| a.1.total_cmp(b.1).then_with(|| b.0.cmp(a.0)));
    let ad_hoc = ad_hoc(article, &leaders);
    let organizer = match best {
        Some((key, weight)) if *weight >= enough && *weight * 1.5 >= ad_hoc => key.clone(),
        _ if ad_hoc >= 2.0 => String::new(),
        _ => return None,
    };
    // Somebody must sit at a summit: leaders, or the body's own sittings told at length.
    if leaders.is_empty() && best.is_none_or(|(_, weight)| *weight < 4.0) {
        return None;
    }
    let place = place::place(engine, article, &organizer).map(|place| place.entity_id).unwrap_or_default();
    let start = days::days(engine, article, &organizer).first().map(|days| days.start);
    let ordinal = frame::ordinal(engine, article, &organizer).map_or(0, |(ordinal, _)| ordinal);
    Some(Subject { organizer, ordinal, start, place, leaders })
}

/// How surely an article tells of a summit of a few parties.
fn ad_hoc(article: &Article, leaders: &BTreeSet<String>) -> f32 {
    if leaders.len() < 2 {
        return 0.0;
    }
    let mut weight = 0.0;
    for (number, sentence) in
        article.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.boilerplate && !frame::is_past(sentence))
    {
        let words = &sentence.words;
        let place = if number < 4 { 2.0 } else { 1.0 };
        for at in 0..words.len() {
            if !cues::is(&words[at].text, cues::SUMMIT) {
                continue;
            }
            let qualified = words.iter().skip(at + 1).take(2).any(|word| AD_HOC.contains(&word.text.as_str()));
            let between =
                words.iter().skip(at + 1).take(4).any(|word| matches!(word.text.as_str(), "بين" | "تجمع" | "جمعت" | "ستجمع" | "مع"));
            let held =
                at > 0 && cues::is(&words[at - 1].text, &["عقد", "عقدا", "يعقد", "يعقدان", "عقدوا", "يعقدون", "سيعقد", "استضاف", "تعقد"]);
            let city = article.of(sentence).iter().any(|mention| {
                mention.kind == EntityType::Gpe && words.get(at + 1).is_some_and(|word| word.range.start == mention.range.start)
            });
            weight += place * (f32::from(u8::from(qualified)) * 2.0 + f32::from(u8::from(between || held || city)));
        }
    }
    weight
}

/// Whether two articles tell of the same summit.
#[must_use]
pub fn same(one: &Subject, one_published: Option<Date>, other: &Subject, other_published: Option<Date>) -> bool {
    if one.organizer != other.organizer {
        return false;
    }
    if one.ordinal > 0 && other.ordinal > 0 && one.ordinal != other.ordinal {
        return false;
    }
    let apart = |a: Option<Date>, b: Option<Date>| a.zip(b).map(|(a, b)| days_between(a, b));
    let close = match (apart(one.start, other.start), apart(one_published, other_published)) {
        (Some(days), _) => days <= 60,
        (None, Some(days)) => days <= 60,
        (None, None) => true,
    } || one.ordinal > 0 && one.ordinal == other.ordinal;
    if one.organizer.is_empty() {
        let shared = one.leaders.intersection(&other.leaders).count();
        return close && (shared >= 2 || shared >= 1 && one.place == other.place && !one.place.is_empty());
    }
    close
}

/// Days between two dates.
#[must_use]
pub fn days_between(a: Date, b: Date) -> i32 {
    (a - b).get_days().abs()
}
