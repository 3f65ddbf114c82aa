//! What refers back: a part of a person's name after the whole («مخبر»), a name's first words for the whole.

use std::collections::HashMap;

use crate::analysis::MentionKind;
use crate::entity_type::EntityType;
use crate::gazetteer::{Meaning, class};
use crate::recognize::{Candidate, Link, Scene, people, phrase, shapes};
use crate::text::fold::{arabic, fold, is};
use crate::text::{Gap, TokenKind};

/// How many names of the text are looked at for a longer form.
pub const WINDOW: usize = 256;

/// A part of a name that stood whole somewhere in the text.
struct Part {
    /// Where the whole stands, by first token, and what it refers to.
    wholes: Vec<(usize, Link)>,
    /// Whether the part is also an ordinary word.
    ordinary: bool,
}

/// Proposes what refers back to the chosen mentions.
#[must_use]
pub fn propose(scene: &Scene<'_, '_>, chosen: &[Candidate]) -> Vec<Candidate> {
    let mut out = Vec::new();
    people(scene, chosen, &mut out);
    super::nominals::propose(scene, chosen, &mut out);
    out
}

/// The link that all mentions of a candidate's entity share.
pub fn lasting(scene: &Scene<'_, '_>, candidate: &Candidate) -> Link {
    match &candidate.link {
        Link::Text => Link::Local(super::key::local(candidate.kind, &candidate.name(scene))),
        link => link.clone(),
    }
}

/// Links what the rules found to a longer name of the same thing in this text: «وزارة الخارجية» after «وزارة الخارجية الروسية», «السفير يوسف» after
/// «علاء يوسف».
pub fn link_short_forms(scene: &Scene<'_, '_>, chosen: &mut [Candidate]) {
    let open = |candidate: &Candidate| candidate.link == Link::Text && matches!(candidate.kind, EntityType::Person | EntityType::Org);
    if !chosen.iter().any(open) {
        return;
    }
    let names: Vec<(EntityType, Vec<u8>, Link, usize)> = chosen
        .iter()
        .filter(|candidate| {
            matches!(candidate.kind, EntityType::Person | EntityType::Org)
                && candidate.last > candidate.first
                && candidate.form == MentionKind::Proper
        })
        .map(|candidate| (candidate.kind, fold(&candidate.name(scene)), lasting(scene, candidate), candidate.first))
        .collect();
    for candidate in chosen.iter_mut().filter(|candidate| open(candidate)) {
        let own = fold(&candidate.name(scene));
        let extends = |whole: &[u8]| match candidate.kind {
            EntityType::Org => whole.len() > own.len() && whole.starts_with(&own) && whole[own.len()] == b' ',
            _ => whole.len() > own.len() && whole.ends_with(&own) && whole[whole.len() - own.len() - 1] == b' ',
        };
        let matches = |(kind, whole, _, _): &&(EntityType, Vec<u8>, Link, usize)| *kind == candidate.kind && extends(whole);
        // A short form stands near its long one; looking further would make long texts slow.
        let here = names.partition_point(|name| name.3 < candidate.first);
        let nearest =
            names[here.saturating_sub(WINDOW)..here].iter().rev().find(matches).or_else(|| names.iter().take(WINDOW).find(matches));
        if let Some((_, _, link, _)) = nearest {
            candidate.link = link.clone();
            if candidate.kind == EntityType::Person {
                candidate.form = MentionKind::Abbreviated;
            }
        }
    }
}

fn people(scene: &Scene<'_, '_>, chosen: &[Candidate], out: &mut Vec<Candidate>) {
    let mut parts: HashMap<Vec<u8>, Part> = HashMap::new();
    for whole in chosen.iter().filter(|candidate| candidate.kind == EntityType::Person && candidate.last > candidate.first) {
        let link = lasting(scene, whole);
        for (letters, ordinary) in parts_of(scene, whole) {
            let part = parts.entry(letters).or_insert(Part { wholes: Vec::new(), ordinary });
            part.wholes.push((whole.first, link.clone()));
        }
    }
    if parts.is_empty() {
        return;
    }
    // Within a whole name its last word calls nobody back.
    let mut whole = vec![false; scene.len()];
    for candidate in chosen.iter().filter(|candidate| candidate.kind == EntityType::Person && candidate.last > candidate.first) {
        whole[candidate.first..=candidate.last].fill(true);
    }
    // Most words begin no part: their first two letters say so.
    let mut starts: Vec<[u8; 2]> = parts.keys().map(|part| start_of(part)).collect();
    starts.sort_unstable();
    // Once: in a text without a second line it is the whole of it.
    let headline = scene.text.tokens.iter().skip(1).position(|token| token.gap == Gap::Line).map_or(scene.len(), |end| end + 1);
    let mut letters = Vec::new();
    for (at, within) in whole.into_iter().enumerate() {
        if within || scene.token(at).is_none_or(|token| token.kind != TokenKind::Word) {
            continue;
        }
        for cut in 0..=2_usize.min(scene.codes(at).len().saturating_sub(2)) {
            if cut > 0 && !is_proclitic(&scene.codes(at)[..cut]) {
                break;
            }
            letters.clear();
            letters.extend_from_slice(&scene.codes(at)[cut..]);
            let found = starts.binary_search(&start_of(&letters)).is_ok();
            if let Some((last, part)) = found.then(|| match_part(scene, at, &mut letters, &parts)).flatten() {
                out.extend(mention(scene, at, cut, last, part, headline));
                break;
            }
            // «للسيسي»: the article behind «لل».
            if cut == 1 && scene.codes(at).starts_with(&[arabic('ل'), arabic('ل')]) {
                letters.clear();
                letters.push(arabic('ا'));
                letters.extend_from_slice(&scene.codes(at)[1..]);
                if let Some((last, part)) = match_part(scene, at, &mut letters, &parts) {
                    out.extend(mention(scene, at, cut, last, part, headline));
                    break;
                }
            }
        }
    }
}

fn is_proclitic(codes: &[u8]) -> bool {
    let one = |code: u8, set: &[char]| set.iter().any(|letter| arabic(*letter) == code);
    match codes {
        [code] => one(*code, &['و', 'ف', 'ب', 'ك', 'ل']),
        [first, second] => one(*first, &['و', 'ف']) && one(*second, &['ب', 'ك', 'ل']),
        _ => false,
    }
}

/// The first two letters of a part's first word; 0 for the second where there is but one.
fn start_of(part: &[u8]) -> [u8; 2] {
    let second = part.get(1).copied().filter(|letter| *letter != b' ');
    [part.first().copied().unwrap_or_default(), second.unwrap_or_default()]
}

/// The longest part of one or two words at a token.
fn match_part<'p>(scene: &Scene<'_, '_>, at: usize, letters: &mut Vec<u8>, parts: &'p HashMap<Vec<u8>, Part>) -> Option<(usize, &'p Part)> {
    let one = parts.get(letters.as_slice());
    if scene.continues(at + 1) && scene.is_word(at + 1) {
        letters.push(b' ');
        letters.extend_from_slice(scene.codes(at + 1));
        if let Some(part) = parts.get(letters.as_slice()) {
            return Some((at + 1, part));
        }
    }
    one.map(|part| (at, part))
}

/// A mention of a person by a part of the name; the first line of the text ends before the token `headline`.
fn mention(scene: &Scene<'_, '_>, at: usize, cut: usize, last: usize, part: &Part, headline: usize) -> Option<Candidate> {
    // The nearest whole before, else the first one behind.
    let before = part.wholes.partition_point(|(first, _)| *first < at);
    let (whole, link) = part.wholes.get(before.saturating_sub(1))?;
    let before = *whole < at;
    let distance = scene.sentence(at).abs_diff(scene.sentence(*whole));
    // «مبارك يبحث مع رئيس سلوفينيا»: in the headline the name comes before its whole, and a verb behind it.
    let headed = !before && at < headline && headed(scene, at, last);
    if part.ordinary && !headed && (!before || distance > 30) {
        return None;
    }
    // «السيد» as a word of its own, «العربي» before a noun: an ordinary word behind which the sentence goes on as a noun phrase is none.
    let classes = scene.classes(at);
    let rest = scene.gazetteer.classes_of(&scene.codes(at)[cut..]);
    let dotted = scene.raw(at).ends_with('ي') && !scene.dotless_final_ya();
    if cut > 0 && rest & class::FUNCTION != 0 && !dotted {
        return None;
    }
    if classes & class::FUNCTION != 0 || cut > 0 && classes & (class::GIVEN | class::FAMILY) != 0 {
        return None;
    }
    // «الأصولي المصري», «البر الصيني»: behind a definite noun a nisba is one, though somebody is called so.
    let nisba = || scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { definite: true, .. }));
    let noun = || at > 0 && scene.continues(at) && scene.is_word(at - 1) && (0..=2).any(|cut| phrase::definite(scene, at - 1, cut));
    // «جائزة نوبل» is named after him.
    if cut == 0 && (nisba() && noun() || people::titles_thing(scene, at)) {
        return None;
    }
    if part.ordinary && (cut > 0 && classes & class::COMMON != 0 || !speaks_for_person(scene, at)) {
        return None;
    }
    let score = match (part.ordinary, before) {
        (false, true) => 0.86,
        (false, false) => 0.8,
        (true, _) => 0.66,
    };
    let reading = crate::text::clitics::Reading { cut: cut as u8, article: false };
    // A given name before it, or a family name behind it, makes it another's whole name or this one's in other letters.
    let names = |at: usize| scene.classes(at) & (class::GIVEN | class::FAMILY) != 0 || shapes::name_shaped(scene, at);
    if cut == 0
        && at > 0
        && scene.continues(at)
        && scene.is_word(at - 1)
        && scene.readings(at - 1).iter().all(|(reading, _)| reading.cut == 0)
        && scene.classes(at - 1) & (class::COMMON | class::FUNCTION) == 0
        && names(at - 1)
    {
        return Candidate::spanning(scene, at - 1, reading, last, EntityType::Person, score - 0.1, "person.before-part");
    }
    if scene.continues(last + 1)
        && scene.is_word(last + 1)
        && scene.classes(last + 1) & (class::GIVEN | class::FAMILY) != 0
        && !scene.is_common(last + 1)
    {
        return Candidate::spanning(scene, at, reading, last + 1, EntityType::Person, score - 0.15, "person.behind-part");
    }
    let candidate = Candidate::spanning(scene, at, reading, last, EntityType::Person, score, "person.part-of-name")?;
    Some(candidate.linked(link.clone()).referring(MentionKind::Abbreviated))
}

/// Whether a word opens the first line, by itself or joined to who does, and a verb stands behind it.
fn headed(scene: &Scene<'_, '_>, at: usize, last: usize) -> bool {
    let joined = || {
        (1..=4).filter_map(|back| at.checked_sub(back)).any(|first| {
            scene.hits(first).iter().any(|hit| {
                hit.last + 1 == at
                    && matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
            })
        })
    };
    let verb = last + 1;
    (at == 0 || scene.codes(at)[0] == arabic('و') && joined())
        && scene.continues(verb)
        && scene.is_word(verb)
        && !phrase::definite(scene, verb, 0)
        && (scene.inflected_classes(verb) & (class::VERB | class::SPEECH) != 0 && scene.inflected_classes(verb) & class::FUNCTION == 0
            || shapes::imperfect(scene.codes(verb)) && scene.classes(verb) & (class::GIVEN | class::FAMILY) == 0)
}

/// Whether what stands before an ordinary word lets it be a person: a verb, a position, a mark, the sentence's beginning.
fn speaks_for_person(scene: &Scene<'_, '_>, at: usize) -> bool {
    if at == 0 || !scene.continues(at) || !scene.is_word(at - 1) {
        return true;
    }
    let before = scene.inflected_classes(at - 1);
    let position = scene.hits(at - 1).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_) | Meaning::Nisba { .. }));
    let particle = before & class::FUNCTION != 0 && !matches!(scene.raw(at - 1), "على" | "في" | "فى");
    before & (class::VERB | class::SPEECH) != 0 || position || particle
}

/// Parts under which a person goes on in news: the last word with what belongs to it («بن سلمان», «آل ثاني», «أبو الغيط»), and of
/// names in family-first order the first word («شي جين بينغ» → «شي»).
fn parts_of(scene: &Scene<'_, '_>, whole: &Candidate) -> Vec<(Vec<u8>, bool)> {
    let words: Vec<usize> = (whole.first..=whole.last).filter(|at| scene.is_word(*at)).collect();
    let Some((&last, before)) = words.split_last() else { return Vec::new() };
    let mut parts = Vec::new();
    let binds = |at: &usize| {
        ["بن", "ابن", "آل", "أبو", "ابو", "بو", "عبد", "دي", "دا", "فان", "فون", "أبا"].iter().any(|word| is(scene.codes(*at), word))
    };
    let last_codes = scene.codes(last).to_vec();
    let classes = scene.classes(last);
    // A bare given name at the end («محمد بن راشد») calls nobody back; a family name or an unknown word does.
    let given_only = classes & class::GIVEN != 0 && classes & class::FAMILY == 0 && classes & class::ARABIC_GIVEN != 0;
    let inflected = scene.inflected_classes(last);
    let ordinary = inflected & class::COMMON != 0;
    let function = inflected & class::FUNCTION != 0;
    if let Some(binder) = before.last().filter(|at| binds(at)) {
        let mut joined = scene.codes(*binder).to_vec();
        joined.push(b' ');
        joined.extend_from_slice(&last_codes);
        parts.push((joined, false));
    } else if let Some(first) = before.last().filter(|_| ["الدين", "الله", "الإسلام", "الرحمن"].iter().any(|word| is(&last_codes, word)))
    {
        // «شمس الدين» is one name.
        let mut joined = scene.codes(*first)[if before.len() == 1 { leading_cut(scene, whole) } else { 0 }..].to_vec();
        joined.push(b' ');
        joined.extend_from_slice(&last_codes);
        parts.push((joined, false));
    } else if !function && last_codes.len() >= 2 && !(given_only && before.len() >= 2) {
        // An Arabic given name in last place («محمد علي») is somebody else's first name too.
        parts.push((last_codes, ordinary || classes & class::ARABIC_GIVEN != 0));
    }
    let first = words[0];
    let first_codes = &scene.codes(first)[leading_cut(scene, whole)..];
    let family_first = first_codes.len() <= 4 && scene.gazetteer.classes_of(first_codes) & class::ARABIC_GIVEN == 0 && words.len() <= 3;
    let east_asian = family_first && words[1..].iter().all(|at| scene.codes(*at).len() <= 6) && known_east_asian(scene, whole);
    if east_asian {
        parts.push((first_codes.to_vec(), false));
    }
    parts
}

fn leading_cut(scene: &Scene<'_, '_>, whole: &Candidate) -> usize {
    let token = &scene.text.tokens[whole.first];
    let raw = &scene.text.raw[token.begin as usize..whole.begin as usize];
    fold(raw).len()
}

fn known_east_asian(scene: &Scene<'_, '_>, whole: &Candidate) -> bool {
    match whole.link {
        Link::Known(id) => {
            matches!(scene.gazetteer.known(id).country.as_str(), "CN" | "KR" | "KP" | "VN" | "TW" | "HK" | "SG" | "KH" | "MM")
        }
        _ => {
            // A Chinese minister is introduced as one: a nisba or place of the region stands just before the name.
            let from = whole.first.saturating_sub(4);
            (from..whole.first).flat_map(|at| scene.hits(at)).any(|hit| {
                let (Meaning::Nisba { id, .. } | Meaning::Entry { id, .. }) = hit.meaning else { return false };
                matches!(scene.gazetteer.known(id).key.as_str(), "china" | "south-korea" | "north-korea" | "vietnam" | "taiwan" | "cambodia" | "myanmar")
            }) || (whole.last + 1..(whole.last + 4).min(scene.len())).flat_map(|at| scene.hits(at)).any(|hit| {
                matches!(hit.meaning, Meaning::Nisba { id, .. } if matches!(scene.gazetteer.known(id).key.as_str(), "china" | "south-korea" | "north-korea" | "vietnam"))
            })
        }
    }
}
