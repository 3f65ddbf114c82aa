//! Who acts in a sentence: people by name, and offices that stand for the person who holds them.

use super::article::{Article, Mention, Sentence, fold};
use super::frame::word_at;
use super::titles::{self, Office, Titles, Wanted};
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
    /// The byte at which name or title begins; a letter written on to it stands before.
    pub starts_at: usize,
    /// Whether a preposition is written on to the first word: «برئيس البرلمان …».
    pub joined: bool,
}

/// Whether a title ends with a pronoun: «وزير خارجيته», «رئيس وزرائها».
#[must_use]
pub fn is_owned(title: &str) -> bool {
    ["ه", "ها", "هم", "هما"].iter().any(|pronoun| title.trim_end().ends_with(pronoun))
}

/// Words of honour and of counterparts between a title and a name, or in its place.
const HONOURS: super::cues::Cues = &[
    "صاحب",
    "صاحبه",
    "السمو",
    "سمو",
    "جلاله",
    "الجلاله",
    "حضره",
    "معالي",
    "فخامه",
    "دوله",
    "سعاده",
    "الدكتور",
    "الدكتوره",
    "د",
    "الشيخ",
    "السيد",
    "السيده",
    "الامير",
    "العماد",
    "اللواء",
    "الفريق",
    "المهندس",
    "الملكي",
    "اخاه",
    "اخيه",
    "اخوه",
    "خادم",
    "الحرمين",
    "الشريفين",
    "نظيره",
    "نظيرها",
    "نظيرته",
    "نظيرتها",
    "نظيريه",
    "نظيريها",
    "ضيفه",
    "ضيفها",
    "مضيفه",
    "المستشار",
    "المستشاره",
    "الزعيم",
    "الزعيمه",
    "المكلف",
    "الجديد",
    "المنتخب",
    "الموقت",
    "بالوكاله",
    "بالانابه",
    "المرشد",
];
/// Honours that make a title of the nisba behind them: «المستشار الألماني».
const TITLED: super::cues::Cues = &["المستشار", "المستشاره", "الزعيم", "الزعيمه"];

/// Everybody who acts in a sentence, in order.
#[must_use]
pub fn actors(article: &Article, sentence: &Sentence, titles: &Titles) -> Vec<Actor> {
    let mentions = article.of(sentence);
    let mut actors: Vec<Actor> = Vec::new();
    for mention in mentions {
        let next = sentence.words.partition_point(|word| word.range.start < mention.range.end);
        if mention.kind == EntityType::Person {
            let inside = mentions.iter().any(|outer| {
                matches!(outer.kind, EntityType::Org | EntityType::Fac | EntityType::Law | EntityType::Event | EntityType::Occ)
                    && outer.range.start <= mention.range.start
                    && mention.range.end <= outer.range.end
            });
            // «مركز الملك عبد العزيز الدولي», «مطار رفيق الحريري»: a building's namesake.
            let namesake = {
                let at = lead_in(article, sentence, mention, None).first;
                at > 0
                    && super::cues::is(
                        &sentence.words[at - 1].text,
                        &[
                            "مركز",
                            "قصر",
                            "قاعه",
                            "مطار",
                            "جامعه",
                            "مستشفي",
                            "شارع",
                            "جسر",
                            "ملعب",
                            "مسجد",
                            "مجمع",
                            "مدينه",
                            "بمطار",
                            "بمركز",
                        ],
                    )
            };
            if !inside && !namesake {
                let lead = lead_in(article, sentence, mention, actors.last_mut());
                let joined = is_joined(sentence, lead.first, lead.starts_at);
                let person = article.thing(mention).reference.clone();
                actors.push(Actor { person, title: lead.title, first: lead.first, next, starts_at: lead.starts_at, joined });
            }
        } else if mention.kind == EntityType::Occ && !introduces(article, mentions, mention) && !nested(mentions, mention) {
            let text = &article.text[mention.range.clone()];
            let first = word_at(sentence, mention);
            // «محمد بن راشد آل مكتوم نائب رئيس الدولة»: behind a name without a title it is that name's.
            let apart = sentence.words.get(first).is_some_and(|word| word.range.start < mention.range.start);
            let person = titles.holder(article, mention).cloned();
            let person = person.or_else(|| titles.before(article, titles::wanted(text)?, mention.range.start));
            if let Some(last) = actors.last_mut().filter(|last| last.next == first && !apart) {
                let known = titles.known_holder(article, mention).is_some_and(|known| known.entity_id == last.person.entity_id);
                let same = known || person.as_ref().is_none_or(|person| person.entity_id == last.person.entity_id);
                if same && is_honour(&last.title) {
                    (last.title, last.next) = (text.to_owned(), next);
                    continue;
                }
                // «وينوب عن الرئيس الصيني شي نائب رئيس مجلس الدولة»: who has a title has no other one behind.
                if same {
                    continue;
                }
            }
            if let Some(person) = person {
                let joined = is_joined(sentence, first, mention.range.start);
                actors.push(Actor { person, title: text.to_owned(), first, next, starts_at: mention.range.start, joined });
            }
        }
    }
    counterparts(article, sentence, titles, &mut actors);
    honoured(article, sentence, titles, &mut actors);
    short_names(article, sentence, titles, &mut actors);
    actors.sort_by_key(|actor| actor.first);
    // «رئيس دولة الإمارات صاحب السمو الشيخ محمد بن زايد»: an office and the name it goes with are one.
    let mut merged: Vec<Actor> = Vec::with_capacity(actors.len());
    for actor in actors {
        match merged.last_mut() {
            Some(last)
                if last.person.entity_id == actor.person.entity_id && actor.first <= last.next + 5 && between(sentence, last, &actor) =>
            {
                last.next = last.next.max(actor.next);
                if last.title.is_empty() {
                    last.title = actor.title;
                }
            }
            Some(last) if actor.first < last.next => {}
            _ => merged.push(actor),
        }
    }
    merged
}

/// Whether only honours stand between two mentions of one person.
fn between(sentence: &Sentence, one: &Actor, other: &Actor) -> bool {
    sentence.words[one.next.min(other.first)..other.first].iter().all(|word| HONOURS.contains(&word.text.as_str()))
}

/// Whether a title only honours: «الأمير», «الشيخ», or there is none.
#[must_use]
pub fn is_honour(title: &str) -> bool {
    fold(title).split_whitespace().all(|word| HONOURS.contains(&word))
}

/// What stands before a name and belongs to it.
struct Lead {
    first: usize,
    starts_at: usize,
    title: String,
}

/// Titles, nisbas and honours directly before a name: «نائب رئيس الوزراء وزير الخارجية أ», «والبيلاروسي ب», «ونظيره الصيني ج».
fn lead_in(article: &Article, sentence: &Sentence, name: &Mention, mut before: Option<&mut Actor>) -> Lead {
    let words = &sentence.words;
    let mentions = article.of(sentence);
    let mut lead = Lead { first: word_at(sentence, name), starts_at: name.range.start, title: String::new() };
    while lead.first > 0 && lead.first < words.len() && words[lead.first].range.start >= lead.starts_at {
        let at = lead.first - 1;
        let word = &words[at];
        // What belongs to the name before is not this one's.
        if before
            .as_ref()
            .is_some_and(|before| at < before.next && before.next <= lead.first && is_honour(&lead.title) && !before.title.is_empty())
        {
            break;
        }
        let gap = &article.text[word.range.end..lead.starts_at.max(word.range.end)];
        if !gap.trim_matches([' ', '-', '–', '\u{a0}']).is_empty() {
            break;
        }
        let holds = |mention: &&Mention| mention.range.start < word.range.end && word.range.start < mention.range.end;
        let title = mentions.iter().find(|mention| mention.kind == EntityType::Occ && holds(mention));
        let nisba = mentions.iter().find(|mention| mention.kind == EntityType::Norp && holds(mention));
        let bare = word.text.trim_start_matches(['و', 'ف']);
        let bare = if HONOURS.contains(&bare) { bare } else { bare.trim_start_matches(['ب', 'ل']) };
        if let Some(title) = title {
            let first = word_at(sentence, title);
            let text = &article.text[title.range.clone()];
            // «خليفة بن زايد رئيس دولة الإمارات صاحب السمو محمد بن راشد»: it is the name's before, where that has no other.
            if let Some(before) = before.as_mut().filter(|before| {
                before.next == first
                    && words[first].range.start == title.range.start
                    && is_honour(&before.title)
                    && lead.first < word_at(sentence, name)
            }) {
                (before.title, before.next) = (text.to_owned(), lead.first);
                break;
            }
            // «يلتقي الملك الرئيس السيسي»: a ruler's bare title before another office is somebody else.
            if !is_honour(&lead.title) && titles::wanted(text).is_some() && titles::office(&lead.title).is_some() {
                break;
            }
            if is_honour(&lead.title) {
                lead.title = text.to_owned();
            }
            (lead.first, lead.starts_at) = (first, title.range.start);
        } else if let Some(nisba) = nisba {
            (lead.first, lead.starts_at) = (word_at(sentence, nisba), nisba.range.start);
        } else if lead.first == word_at(sentence, name)
            && is_nisba(&word.text)
            && at > 0
            && TITLED.iter().any(|titled| words[at - 1].text.ends_with(titled))
        {
            // «والمستشار الألماني أولاف شولتس»
            (lead.first, lead.starts_at) = (at, word.range.start);
        } else if HONOURS.contains(&bare) && before.as_ref().is_none_or(|before| before.next <= at) {
            let starts_at = word.range.end - letters_behind(&article.text[word.range.clone()], &word.text, bare);
            if lead.title.is_empty() && TITLED.contains(&bare) && lead.first < word_at(sentence, name) {
                lead.title = article.text[starts_at..words[word_at(sentence, name) - 1].range.end].to_owned();
            }
            (lead.first, lead.starts_at) = (at, starts_at);
        } else {
            // «الأمين التنفيذي للأمم المتحدة المعني بتغير المناخ سيمون ستيل»
            let title = mentions.iter().rev().find(|mention| mention.kind == EntityType::Occ && mention.range.end <= word.range.start);
            let next = title.map(|title| words.partition_point(|word| word.range.start < title.range.end));
            let Some((title, next)) = title.zip(next).filter(|(_, next)| *next <= at && lead.first - next <= 5 && lead.title.is_empty())
            else {
                break;
            };
            let plain = article.text[title.range.end..lead.starts_at].chars().all(|c| c.is_alphanumeric() || c == ' ');
            if !plain
                || !super::cues::is(&words[next].text, &["المعني", "المعنيه", "المكلف", "المكلفه", "الخاص", "المختص", "لشوون", "للشوون"])
            {
                break;
            }
            lead.title = article.text[title.range.start..words[lead.first - 1].range.end].to_owned();
            (lead.first, lead.starts_at) = (word_at(sentence, title), title.range.start);
        }
    }
    lead
}

/// Whether a word looks like a people's adjective: «الألماني», «النمساوية».
fn is_nisba(word: &str) -> bool {
    word.starts_with("ال") && (word.ends_with('ي') || word.ends_with("يه")) && word.chars().count() > 5
}

/// How many bytes of a word the end of its folded spelling takes.
fn letters_behind(raw: &str, folded: &str, end: &str) -> usize {
    let skipped = folded.chars().count() - end.chars().count();
    raw.char_indices().nth(skipped).map_or(0, |(at, _)| raw.len() - at)
}

/// «يلتقي شي …», «مع يون», «وقالت ماي»: one name alone, of somebody whom an article of the summit names in full.
fn short_names(article: &Article, sentence: &Sentence, titles: &Titles, actors: &mut Vec<Actor>) {
    let words = &sentence.words;
    for at in 0..words.len() {
        let word = words[at].text.as_str();
        let taken =
            |start: usize, end: usize| article.of(sentence).iter().any(|mention| mention.range.start < end && start < mention.range.end);
        if word.chars().count() < 2
            || taken(words[at].range.start, words[at].range.end)
            || actors.iter().any(|actor| actor.first <= at && at < actor.next)
        {
            continue;
        }
        let before = at.checked_sub(1).map_or("", |before| words[before].text.as_str());
        // Where only a name can stand; a long foreign name may stand anywhere.
        let sure = super::cues::is(before, super::cues::MEET)
            || super::cues::is(before, super::cues::SAY)
            || super::cues::is(before, &["مع", "بين", "عن", "كان", "كانت", "ان", "لكن"])
            || actors
                .iter()
                .any(|actor| actor.next == at && actor.first > 0 && super::cues::is(&words[actor.first - 1].text, super::cues::MEET));
        // «وقال الرئيس عون», «وعقد عون لقاء»: a leader's last name behind a title or a verb.
        let title = article.of(sentence).iter().find(|mention| {
            mention.kind == EntityType::Occ
                && at > 0
                && mention.range.end == words[at - 1].range.end
                && titles::wanted(&article.text[mention.range.clone()]).is_some()
        });
        let verb = super::cues::is(before, super::cues::SAY)
            || super::cues::is(before, super::cues::MEET)
            || super::cues::is(before, &["عقد", "اجري", "مع"]);
        if let Some(person) = titles.surnamed(word).filter(|_| title.is_some() || verb) {
            let first = title.map_or(at, |title| word_at(sentence, title));
            let starts_at = title.map_or(words[at].range.start, |title| title.range.start);
            let text = title.map(|title| article.text[title.range.clone()].to_owned()).unwrap_or_default();
            actors.retain(|actor| actor.first != first);
            actors.push(Actor {
                person: person.clone(),
                title: text,
                first,
                next: at + 1,
                starts_at,
                joined: is_joined(sentence, first, starts_at),
            });
            continue;
        }
        let bare = word.strip_prefix(['و', 'ب']).filter(|rest| rest.chars().count() >= 3).unwrap_or(word);
        let Some((person, prefix)) = [(word, 0), (bare, 'و'.len_utf8())].into_iter().find_map(|(name, prefix)| {
            let person = titles.named(name)?;
            (sure || name.chars().count() >= 4).then_some((person, prefix))
        }) else {
            continue;
        };
        let joined = prefix > 0 && word.starts_with('ب');
        let starts_at = words[at].range.start + prefix;
        actors.push(Actor { person: person.clone(), title: String::new(), first: at, next: at + 1, starts_at, joined });
    }
}

/// «التقى نظيره التركي», «مع المسؤول الصيني»: by the country of the nisba.
fn counterparts(article: &Article, sentence: &Sentence, titles: &Titles, actors: &mut Vec<Actor>) {
    const WORDS: super::cues::Cues =
        &["نظيره", "نظيرها", "بنظيره", "لنظيره", "نظيرته", "بنظيرته", "نظيرتها", "بنظيرها", "المسوول", "الزعيم", "الزعيمه", "القايد"];
    let words = &sentence.words;
    for mention in article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Norp) {
        let here = word_at(sentence, mention);
        // «مع المسؤول الصيني» is who was named; «قال المسؤول الأردني» need not be.
        let official = here > 1 && matches!(words[here - 1].text.as_str(), "المسوول" | "القايد") && words[here - 2].text != "مع";
        let counterpart = here > 0 && super::cues::is(&words[here - 1].text, WORDS) && !official;
        let next = words.partition_point(|word| word.range.start < mention.range.end);
        if !counterpart || actors.iter().any(|actor| actor.first <= here && here < actor.next) {
            continue;
        }
        let like = actors.iter().filter(|actor| actor.next <= here).max_by_key(|actor| actor.next);
        let like: Option<Office> = like.and_then(|actor| titles::office(&actor.title));
        if let Some(person) = titles.leader_of(&article.thing(mention).reference.entity_id, like) {
            let first = here - 1;
            let word = &words[first];
            let skip = if word.text.starts_with('و') && !word.text.starts_with("وا") { 'و'.len_utf8() } else { 0 };
            let joined = word.text.starts_with('ب') || word.text.starts_with("وب");
            let starts_at = word.range.start + skip;
            actors.push(Actor { person: person.clone(), title: String::new(), first, next, starts_at, joined });
        }
    }
}

/// «وقال سموه», «جلالته»: whom the honour is due, the last one named before.
fn honoured(article: &Article, sentence: &Sentence, titles: &Titles, actors: &mut Vec<Actor>) {
    const HONOURS: super::cues::Cues = &["سموه", "جلالته", "فخامته", "سموها", "جلالتها"];
    for (at, word) in sentence.words.iter().enumerate().filter(|(_, word)| HONOURS.contains(&word.text.as_str())) {
        if actors.iter().any(|actor| actor.first <= at + 1 && at <= actor.next) {
            continue;
        }
        let wanted = match word.text.as_str() {
            "سموه" | "سموها" => Wanted::Prince,
            "فخامته" => Wanted::Head("رييس"),
            _ => Wanted::King,
        };
        if let Some(person) = titles.before(article, wanted, word.range.start) {
            actors.push(Actor { person, title: String::new(), first: at, next: at + 1, starts_at: word.range.start, joined: false });
        }
    }
}

/// Whether «بـ» or «لـ» is written on to the word a name begins with.
fn is_joined(sentence: &Sentence, first: usize, starts_at: usize) -> bool {
    let Some(word) = sentence.words.get(first).filter(|word| word.range.start < starts_at) else { return false };
    word.text.trim_start_matches(['و', 'ف']).starts_with(['ب', 'ل'])
}

/// Whether a title stands before the name it goes with; not where another title stands between: «يلتقي الملك الرئيس السيسي».
fn introduces(article: &Article, mentions: &[Mention], position: &Mention) -> bool {
    let name = mentions.iter().find(|mention| {
        mention.kind == EntityType::Person && mention.range.start >= position.range.end && mention.range.start - position.range.end <= 30
    });
    // «الرئيس التركي لقاء مع مودي»: only honours and adjectives of titles stand between.
    let plain = |name: &Mention| {
        let words = super::article::words(&article.text[position.range.end..name.range.start], 0);
        words.iter().all(|word| {
            HONOURS.contains(&word.text.as_str())
                || is_nisba(&word.text)
                || matches!(word.text.as_str(), "الاسبق" | "السابق" | "الحالي" | "ايه")
        })
    };
    // «ولي العهد والشيخ تميم» are two.
    let and = |name: &Mention| {
        let words = super::article::words(&article.text[position.range.end..name.range.start], 0);
        words.first().is_some_and(|word| word.text.starts_with('و') && !HONOURS.contains(&word.text.as_str()))
    };
    name.filter(|name| !and(name) && plain(name)).is_some_and(|name| {
        !mentions.iter().any(|other| {
            let between = other.range.start >= position.range.end && other.range.end <= name.range.start;
            other.kind == EntityType::Occ
                && between
                && !matches!(
                    fold(&article.text[other.range.clone()]).as_str(),
                    "الامير" | "السيد" | "الشيخ" | "الدكتور" | "اللواء" | "الفريق"
                )
        })
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
    // «التقى سعد الحريري الرئيس الموريتاني»: a title of another country beside a politician's name is the next one's.
    let about = engine.about(&person.entity_id);
    let foreign = |country: &str| {
        about.as_ref().is_some_and(|about| {
            !about.offices.is_empty()
                && !about.country_id.is_empty()
                && about.country_id != country
                && about.offices.iter().all(|(_, of)| of != country)
        })
    };
    let of_country = || {
        positions
            .iter()
            .map(|(_, country, _)| country)
            .find(|country| {
                !country.is_empty()
                    && !foreign(country)
                    && !country.starts_with("local:")
                    && engine.about(country).is_some_and(|about| !about.country_id.is_empty())
            })
            .cloned()
    };
    let office = || {
        let offices = &about.as_ref()?.offices;
        offices.iter().find(|(title, _)| !matches!(title.as_str(), "party-leader" | "coach" | "spokesperson")).map(|(_, of)| of.clone())
    };
    let own = || about.as_ref().map(|about| about.country_id.clone()).filter(|country| !country.is_empty());
    let key = of_body.or_else(of_country).or_else(office).or_else(own)?;
    Some(secretariat(engine, &reference(engine, &key)))
}

/// The body whose secretariat a commission is: the African Union's is the union itself.
#[must_use]
pub fn secretariat(engine: &dyn Analyzer, body: &pb::EntityRef) -> pb::EntityRef {
    if body.entity_id == "african-union-commission" { reference(engine, "african-union") } else { body.clone() }
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
    let minister = |title: &String| matches!(first(title).as_str(), "وزير" | "الوزير" | "وزيره" | "الوزيره" | "وزيري" | "وزيرا" | "وزيرين");
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
