//! Names of the gazetteer where they stand in the text.

use std::collections::HashSet;

use super::body_links::known_acronym;
use super::candidate::{Candidate, Link, Source};
use super::clubs::{by_its_town, club_of, may_play, playing, plays};
use super::extents::{behind, behind_classifier, goes_on, preposition, untitled, with_first_name, without_nisba, without_owner};
use super::known_support::{dateline, supported};
use super::scene::{Hit, Scene};
use super::shapes::{family_shaped, goes_by};
use super::whereabouts::{located, opens_dateline, plausible, prominent, quarter};
use super::{lexicon, phrase};
use crate::analysis::MentionKind;
use crate::entity_type::EntityType;
use crate::gazetteer::vocabulary::WordId;
use crate::gazetteer::{EntryId, Form, Meaning, OrdinalForm, PositionUse, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, starts};

/// Proposes every name of the gazetteer that stands in the text and that its surroundings do not rule out.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    let named = Named { clubs: playing(scene), places: settled(scene) };
    for at in 0..scene.len() {
        for hit in scene.hits(at) {
            let Meaning::Entry { id, form, ambiguous } = hit.meaning else { continue };
            let known = scene.gazetteer.known(id);
            // A series of summits is no summit; the rule for events knows which one is meant.
            if known.kind == EntityType::Event && known.subtype == "summit" {
                continue;
            }
            let Some(score) = score(scene, hit, known.kind, form, ambiguous, &named) else { continue };
            if known.kind == EntityType::Org && hit.len() > 1 {
                known_acronym(scene, hit, id, out);
            }
            // «الاتحاد» is the club of the country that the text is about.
            let here = known.subtype == "club" && !known.country.is_empty() && scene.mentions_country(&known.country);
            let score = if here { score + 0.01 } else { score };
            // «شبه جزيرة القرم» is land, «القرم» a territory.
            let peninsula = known.kind == EntityType::Gpe
                && hit.len() > 2
                && scene.raw(hit.first + 1) == "جزيرة"
                && scene.raw(hit.first).ends_with("شبه");
            let kind = if peninsula || quarter(scene, hit, known) { EntityType::Loc } else { known.kind };
            let mut candidate = Candidate::over(hit, kind, score, Source::Known(id)).linked(Link::Known(id));
            if known.kind == EntityType::Gpe && known.subtype != "country" && by_its_town(scene, hit) {
                let club = Candidate::over(hit, EntityType::Org, 0.97, Source::Rule("org.club"));
                out.push(match club_of(scene, hit) {
                    Some(id) => club.linked(Link::Known(id)),
                    None => club,
                });
            }
            let inner = match known.kind {
                EntityType::Product => behind_classifier(scene, hit),
                EntityType::Norp => behind(scene, hit, &["قبيلة", "قبائل", "عشيرة", "عشائر"]),
                EntityType::Gpe => behind(scene, hit, &["حي", "حيي", "أحياء"]),
                _ => None,
            };
            if let Some(first) = inner {
                if known.kind == EntityType::Gpe {
                    candidate.kind = EntityType::Loc;
                }
                candidate.first = first;
                candidate.begin = scene.text.tokens[first].begin;
                candidate.end = scene.text.tokens[candidate.last].end;
                candidate.article = false;
            }
            if let Some(last) = without_owner(scene, hit, known).or_else(|| without_nisba(scene, hit, known)) {
                candidate.last = last;
                candidate.end = scene.closed(hit.first, last);
            }
            // «دورة ألعاب جنوب شرق آسيا الخامسة والعشرين», «مؤتمر الأطراف الثامن والعشرين»: which one of a series.
            if known.kind == EntityType::Event && hit.len() > 1 {
                let which = scene.whole_hits(hit.next()).find(|next| {
                    scene.continues(next.first) && matches!(next.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. })
                });
                if let Some(which) = which {
                    // «الخامسة والعشرين».
                    let tens = scene.hits(which.next()).iter().find(|tens| {
                        tens.reading.cut == 1
                            && scene.continues(tens.first)
                            && matches!(tens.meaning, Meaning::Ordinal { .. } | Meaning::Number(_))
                    });
                    candidate.last = tens.map_or(which.last, |tens| tens.last);
                    candidate.end = scene.closed(hit.first, candidate.last);
                }
            }
            if known.kind == EntityType::Person {
                if form != Form::Full {
                    candidate = candidate.referring(MentionKind::Abbreviated);
                }
                untitled(scene, hit, &mut candidate);
                if let Some(whole) = with_first_name(scene, hit, known, &candidate) {
                    candidate = whole;
                }
            }
            out.push(candidate);
        }
    }
}

/// What a text surely names somewhere, so that it may be named elsewhere in it by the bare word.
struct Named {
    /// Clubs that play in it.
    clubs: HashSet<EntryId>,
    /// Places whose names are words too.
    places: HashSet<EntryId>,
}

/// Places whose names are ordinary words or people's names too, where one sentence of the text treats them as places: who reads «محافظ بيشة» takes «جسر بيشة»
/// for the place too (one sense in one discourse: Gale, Church and Yarowsky 1992).
fn settled(scene: &Scene<'_, '_>) -> HashSet<EntryId> {
    let mut places = HashSet::new();
    for hit in (0..scene.len()).flat_map(|at| scene.hits(at)) {
        let Meaning::Entry { id, form: Form::Full, .. } = hit.meaning else { continue };
        let known = scene.gazetteer.known(id);
        let place = matches!(known.kind, EntityType::Gpe | EntityType::Loc) && hit.len() == 1;
        if !place || hit.reading.cut > 0 || hit.first == 0 || !scene.continues(hit.first) {
            continue;
        }
        let before = hit.first - 1;
        let led = [Trigger::PlaceDesignator, Trigger::PlaceDesignatorWeak, Trigger::PlaceContext]
            .iter()
            .any(|class| scene.trigger(before, *class).is_some())
            || !known.noun && located(scene, hit, known, scene.classes(hit.first));
        if led && scene.speaks_of(&known.country) && plausible(scene, hit, known) {
            places.insert(id);
        }
    }
    places
}

/// How likely a hit is the entity it names; `None` where it is not worth proposing.
fn score(scene: &Scene<'_, '_>, hit: &Hit, kind: EntityType, form: Form, ambiguous: bool, named: &Named) -> Option<f32> {
    // «(واس)» is the agency, not «و» and a paper of two letters.
    if kind == EntityType::Org && hit.reading.cut > 0 && hit.len() == 1 && scene.codes(hit.first).len() < hit.reading.cut as usize + 3 {
        return None;
    }
    if form == Form::Hint {
        // Media go by a bare adjective or noun in quotation marks: «وبحسب "الفرنسية"», «لـ«اليوم»».
        let club = kind == EntityType::Org
            && scene.is_sports(hit.first)
            && scene.gazetteer.known(entry(hit)).subtype == "club"
            && (plays(scene, hit) || named.clubs.contains(&entry(hit)) && may_play(scene, hit));
        let body = kind == EntityType::Org && (quoted(scene, hit) || dateline(scene, hit) || supported(scene, hit));
        return (body || club).then_some(if club { 0.97 } else { 0.95 });
    }
    if kind == EntityType::Person && (preposition(scene, hit) || goes_on(scene, hit)) {
        return None;
    }
    // «البنك الأهلي السعودي» is no club.
    let bank =
        hit.first > 0 && scene.continues(hit.first) && ["البنك", "المصرف", "للبنك", "والبنك", "بالبنك"].contains(&scene.raw(hit.first - 1));
    if bank && kind == EntityType::Org && scene.gazetteer.known(entry(hit)).subtype == "club" {
        return None;
    }
    // «صادرات النفط العراقي» are no club.
    let club = || kind == EntityType::Org && scene.gazetteer.known(entry(hit)).subtype == "club";
    if ambiguous && hit.len() > 1 && club() && !scene.is_sports(hit.first) {
        return None;
    }
    if kind == EntityType::Org && super::organizations::under_minister(scene, hit.first) {
        return None;
    }
    // «فهد آل خليفة»: behind a first name a house is the end of somebody's name.
    let member = kind == EntityType::Norp
        && hit.first > 0
        && scene.continues(hit.first)
        && scene.whole_trigger(hit.first, Trigger::Patronym).is_some()
        && scene.classes(hit.first - 1) & class::GIVEN != 0;
    if member {
        return None;
    }
    // «هذا المصرف الدولي» points at something of the kind, it does not name it.
    let pointed =
        kind == EntityType::Org && hit.reading.cut == 0 && starts(scene.codes(hit.first), "ال") && phrase::pointed(scene, hit.first);
    if pointed {
        return None;
    }
    let mut score: f32 = match (kind, form) {
        (EntityType::Person, Form::Full) => 0.97,
        (EntityType::Person, _) => 0.9,
        (EntityType::Gpe, _) => 0.95,
        (_, Form::Full) => 0.95,
        _ => 0.88,
    };
    // «محمد بن عبدالرحمن الطبيشي», «فاطمة الزهراء بنعيسى»: with a further name behind it somebody else's.
    if kind == EntityType::Person && form == Form::Full && hit.len() > 1 && further_name(scene, hit.next()) {
        score -= 0.2;
    }
    if hit.len() == 1 {
        // Behind somebody's first name a family name is that other person's.
        let behind_given =
            hit.first > 0 && scene.continues(hit.first) && hit.reading.cut == 0 && scene.classes(hit.first - 1) & class::GIVEN != 0;
        if kind == EntityType::Person && form == Form::Short && behind_given {
            return None;
        }
        // «إلتون جوزيه» is no Altun: a family's name does not come first.
        let ahead = scene.continues(hit.next())
            && scene.is_word(hit.next())
            && scene.classes(hit.next()) & (class::GIVEN | class::FAMILY) != 0
            && scene.classes(hit.next()) & (class::COMMON | class::FUNCTION) == 0
            && !scene
                .whole_hits(hit.next())
                .any(|next| matches!(next.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Person));
        // «مجموعات سنية» are Sunni, whoever is called Sneh.
        let nisba = scene.whole_hits(hit.first).any(|whole| matches!(whole.meaning, Meaning::Nisba { .. }));
        // «السفير بيرول أقغون»: nor before a word no list has.
        let first = kind == EntityType::Person
            && form == Form::Short
            && scene.continues(hit.next())
            && super::shapes::unlisted(scene, hit.next())
            && scene.foreignness(hit.next()) > 2.0;
        if kind == EntityType::Person && form == Form::Short && (ahead || nisba || first) {
            return None;
        }
        // «وسوف» is «و» + «سوف», whoever else is called so.
        let function = |(reading, word): &(Reading, WordId)| reading.cut > 0 && scene.gazetteer.classes(Some(*word)) & class::FUNCTION != 0;
        if kind == EntityType::Person && scene.readings(hit.first).iter().any(function) {
            return None;
        }
        let whole = scene.classes(hit.first);
        if hit.reading.cut > 0 {
            // A cut is believed only where the whole word is nothing else.
            if scene
                .whole_hits(hit.first)
                .any(|whole| matches!(whole.meaning, Meaning::Entry { .. } | Meaning::Nisba { .. } | Meaning::Month { .. }))
            {
                return None;
            }
            // «وكابيلا» is «و» + «كابيلا», not «وك» + «أبيلا».
            if scene
                .hits(hit.first)
                .iter()
                .any(|other| other.reading.cut > 0 && other.reading.cut < hit.reading.cut && matches!(other.meaning, Meaning::Entry { .. }))
            {
                return None;
            }
            let earlier = 0..hit.reading.cut as usize;
            // «وآسيا» looks like a verb with an ending; a continent is nothing else behind «و».
            let sure = matches!(scene.gazetteer.known(entry(hit)).subtype.as_str(), "country" | "continent" | "region")
                && scene.codes(hit.first)[0] == arabic('و')
                && !ambiguous;
            if whole & (class::COMMON | class::GIVEN | class::FAMILY) != 0
                || whole == 0 && !sure && earlier.clone().any(|cut| lexicon::inflects(scene.gazetteer, &scene.codes(hit.first)[cut..]))
            {
                return None;
            }
            score -= 0.02;
        }
        let own = scene
            .readings(hit.first)
            .iter()
            .find(|(reading, _)| *reading == hit.reading)
            .map_or(0, |(_, word)| scene.gazetteer.classes(Some(*word)));
        let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
        let minor = matches!(kind, EntityType::Gpe | EntityType::Loc) && !prominent(scene.gazetteer.known(entry(hit)));
        let inflected =
            minor && own == 0 && !starts(letters, "ال") && lexicon::inflects(scene.gazetteer, letters) && !no_dual(scene, hit, letters);
        if matches!(kind, EntityType::Gpe | EntityType::Loc) && !plausible(scene, hit, scene.gazetteer.known(entry(hit))) {
            return None;
        }
        if swallowed_article(scene, hit) {
            return None;
        }
        if ambiguous || own & class::COMMON != 0 || inflected {
            score = ordinary(scene, hit, kind, own, named)?;
        }
    }
    // «بشمال شرق أفريقيا» is not East Africa.
    let direction = |at: usize| scene.triggered(at, Trigger::Direction);
    if hit.len() > 1 && hit.first > 0 && scene.continues(hit.first) && direction(hit.first) && direction(hit.first - 1) {
        return None;
    }
    // «بيان إن …» is no «بـ» + «يان إن».
    if kind != EntityType::Person
        && hit.len() > 1
        && hit.reading.cut > 0
        && scene.classes(hit.first) & class::COMMON != 0
        && !starts(&scene.codes(hit.first)[1..], "ال")
    {
        return None;
    }
    // «نصر الله» is a town too.
    let somebody = hit.len() > 1 && ambiguous && matches!(kind, EntityType::Gpe | EntityType::Loc) && hit.reading.cut == 0;
    if somebody && scene.classes(hit.first) & (class::GIVEN | class::FAMILY) != 0 {
        score = ordinary(scene, hit, kind, 0, named)?;
    }
    (score >= 0.5).then_some(score)
}

/// «بفوزه على نجران», «رئيس نجران»: in the genitive a dual ends in «ين», so that what ends in «ان» there is a name.
fn no_dual(scene: &Scene<'_, '_>, hit: &Hit, letters: &[u8]) -> bool {
    if !letters.ends_with(&[arabic('ا'), arabic('ن')]) || hit.first == 0 || !scene.continues(hit.first) {
        return false;
    }
    let before = hit.first - 1;
    let cut = usize::from(hit.reading.cut);
    let joined = cut > 0 && matches!(scene.codes(hit.first)[cut - 1], letter if letter == arabic('ب') || letter == arabic('ل'));
    let preposition = cut == 0
        && matches!(scene.raw(before), "على" | "من" | "في" | "فى" | "إلى" | "الى" | "عن" | "نحو" | "بين" | "مع" | "لدى" | "أمام" | "ضد");
    let classes = scene.inflected_classes(before);
    let construct = cut == 0
        && (scene.hits(before).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_)))
            || classes & class::COMMON != 0
                && classes & (class::FUNCTION | class::VERB | class::SPEECH | class::ADJECTIVE) == 0
                && !phrase::definite(scene, before, 0));
    joined || preposition || construct
}

/// Whether a word can only go on with a name: a family's name that is nothing else, or what ends like one.
fn further_name(scene: &Scene<'_, '_>, at: usize) -> bool {
    if !scene.continues(at) || !scene.is_word(at) {
        return false;
    }
    let classes = scene.classes(at);
    let named = classes & (class::FAMILY | class::ARABIC_GIVEN) != 0
        && classes & (class::COMMON | class::FUNCTION | class::FAMILY_AMBIGUOUS | class::GIVEN_AMBIGUOUS) == 0;
    let somebody = scene
        .whole_hits(at)
        .any(|hit| hit.len() > 1 || matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Position(_)) || goes_by(scene, hit));
    !somebody && (named || family_shaped(scene, at))
}

/// The entity of a hit that has one.
pub fn entry(hit: &Hit) -> EntryId {
    match hit.meaning {
        Meaning::Entry { id, .. } => id,
        _ => unreachable!("only hits of entities are scored"),
    }
}

/// «للحج» is ل + «الحج», not «لحج»: where the reading with the article is a word, the name's own lam is not believed.
fn swallowed_article(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let own_lam = hit.reading.cut > 0 && !hit.reading.article;
    own_lam
        && scene
            .readings(hit.first)
            .iter()
            .any(|(reading, word)| reading.article && reading.cut == hit.reading.cut && scene.gazetteer.classes(Some(*word)) != 0)
        || own_lam && hit.reading.cut > 0 && {
            let codes = scene.codes(hit.first);
            let cut = hit.reading.cut as usize;
            codes[cut - 1] == arabic('ل') && codes[cut] == arabic('ل') && scene.gazetteer.classes_of(&codes[cut + 1..]) & class::COMMON != 0
        }
}

/// The score of a name that is also an ordinary word or somebody's name: its neighbours must speak for it.
fn ordinary(scene: &Scene<'_, '_>, hit: &Hit, kind: EntityType, own: u16, named: &Named) -> Option<f32> {
    let Meaning::Entry { id, .. } = hit.meaning else { return None };
    let known = scene.gazetteer.known(id);
    let before = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first));
    let led = |class| before.is_some_and(|before| scene.trigger(before, class).is_some());
    match kind {
        EntityType::Gpe | EntityType::Loc => {
            if led(Trigger::PlaceDesignator) || led(Trigger::PlaceDesignatorWeak) || opens_dateline(scene, hit) {
                return Some(0.85);
            }
            let prominent = prominent(known);
            if !prominent && located(scene, hit, known, own) {
                return Some(0.8);
            }
            let function = own & (class::FUNCTION | class::VERB) != 0;
            if named.places.contains(&id) && !function && again(scene, hit, own) {
                return Some(0.75);
            }
            (prominent && !function).then_some(if known.ambiguous { 0.72 } else { 0.94 })
        }
        EntityType::Org => {
            let club = scene.is_sports(hit.first)
                && known.subtype == "club"
                && (plays(scene, hit) || named.clubs.contains(&id) && may_play(scene, hit));
            (quoted(scene, hit) || dateline(scene, hit) || club || supported(scene, hit)).then_some(0.97)
        }
        _ => None,
    }
}

/// Whether a place that the text has named may be meant once more: no part of somebody's name, no adjective of a definite noun.
fn again(scene: &Scene<'_, '_>, hit: &Hit, own: u16) -> bool {
    let person = |at: usize| scene.classes(at) & (class::GIVEN | class::FAMILY) != 0 && scene.classes(at) & class::COMMON == 0;
    let next = hit.next();
    if scene.continues(next) && scene.is_word(next) && (person(next) || scene.whole_trigger(next, Trigger::Patronym).is_some()) {
        return false;
    }
    let Some(before) = hit.first.checked_sub(1).filter(|before| scene.continues(hit.first) && scene.is_word(*before)) else {
        return own & class::COMMON == 0;
    };
    let classes = scene.inflected_classes(before);
    let construct = classes & class::COMMON != 0
        && classes & (class::FUNCTION | class::VERB | class::SPEECH | class::ADJECTIVE) == 0
        && !phrase::definite(scene, before, 0);
    let introduced = scene
        .hits(before)
        .iter()
        .any(|hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Head));
    !person(before) && !introduced && (own & class::COMMON == 0 && own & class::GIVEN == 0 || construct && hit.reading.cut == 0)
}

/// Whether a hit fills a pair of quotation marks.
fn quoted(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let marked = hit.first > 0
        && scene.continues(hit.first)
        && scene.is_punct(hit.first - 1, &['"', '«', '“'])
        && scene.is_punct(hit.next(), &['"', '»', '”']);
    // «(الجزيرة)»: the source of a picture or a report.
    let source = hit.first > 0 && scene.continues(hit.first) && scene.is_punct(hit.first - 1, &['(']) && scene.is_punct(hit.next(), &[')']);
    marked || source && matches!(scene.gazetteer.known(entry(hit)).subtype.as_str(), "agency" | "newspaper" | "channel")
}
