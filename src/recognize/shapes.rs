//! Shapes of words: what looks like a foreign name, an Arabic word, a verb, a word behind a proclitic.

use super::phrase;
use super::scene::{Hit, Scene};
use super::whereabouts::prominent;
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, class};
use crate::text::fold::{arabic, letters};

/// Odds above which letters may be a foreign name's where something else says that a name stands there: nine of ten names nobody listed are above it.
const MAYBE_FOREIGN: f32 = -2.0;

/// Odds above which letters outweigh what an ending or proclitic taken off would leave.
const SURELY_FOREIGN: f32 = 2.0;

/// Whether no list knows a word, as it stands or inflected, nor what is left of it behind «و», «ل», «ب».
#[must_use]
pub fn unknown(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.codes(at).len() >= 3
        && scene.inflected_classes(at) == 0
        && scene.hits(at).is_empty()
        && !phrase::definite(scene, at, 0)
        && scene.readings(at).iter().all(|(_, word)| scene.gazetteer.classes(Some(*word)) & (class::COMMON | class::FUNCTION) == 0)
        && !scene.raw(at).ends_with(['ة', 'ً'])
}

/// «بيتر كينيون», «برونو موتان»: behind a foreign first name the plural of a nisba or a dual is a surname that happens to look like one.
#[must_use]
pub fn surname_by_chance(scene: &Scene<'_, '_>, at: usize) -> bool {
    let codes = scene.codes(at);
    let plural = scene
        .whole_hits(at)
        .any(|hit| hit.len() == 1 && matches!(hit.meaning, Meaning::Nisba { definite: false, shape: Shape::Plural, .. }));
    let ending = codes.ends_with(&[arabic('ا'), arabic('ن')]);
    plural || ending && scene.readings(at).is_empty() && transliterated(scene, at) && !imperfect(codes)
}

/// Whether an unknown word has the shape of an imperfect verb: «يتقمص», «سيعلن».
#[must_use]
pub fn imperfect(codes: &[u8]) -> bool {
    let stem = codes.strip_prefix(&[arabic('س')]).unwrap_or(codes);
    stem.first() == Some(&arabic('ي')) && (4..=7).contains(&stem.len())
}

/// Whether an unknown word probably begins with a proclitic: what is left behind «و», «ب», «ل» is known.
/// Behind a title a foreign name may begin like that («أوهورو كنياتا»), unless the rest is an ordinary word or a place.
#[must_use]
pub fn proclitic(scene: &Scene<'_, '_>, at: usize, introduced: bool) -> bool {
    let conjunction = scene.codes(at)[0] == arabic('و');
    scene.readings(at).iter().any(|(reading, word)| {
        let ordinary = scene.gazetteer.classes(Some(*word)) & (class::COMMON | class::FUNCTION) != 0;
        // «السيد عباس بداوي»: a town of which the text does not speak proves nothing.
        let far = |id| {
            let known = scene.gazetteer.known(id);
            matches!(known.kind, EntityType::Gpe | EntityType::Loc) && !prominent(known) && !scene.speaks_of(&known.country)
        };
        let named = scene.hits(at).iter().any(|hit| {
            hit.reading == *reading
                && match hit.meaning {
                    Meaning::Entry { id, .. } => !far(id),
                    Meaning::Nisba { .. } => true,
                    _ => false,
                }
        });
        // «كافنر», «سالفي»: «ك» and «س» hardly stand before a name, so another name behind them proves nothing.
        let first = scene.codes(at)[0];
        let prefix = reading.cut > 1 || [arabic('ب'), arabic('ل'), arabic('ف')].contains(&first);
        let ordinary = ordinary && !(introduced && strange(scene, at));
        // «ديفيد كاليسا»: directly behind a foreign first name «ك» and «س» are letters of the next.
        let foreign_before = at > 0 && scene.continues(at) && scene.classes(at - 1) & (class::GIVEN | class::ARABIC_GIVEN) == class::GIVEN;
        let named = named && !(foreign_before && [arabic('ك'), arabic('س')].contains(&first));
        let prefix = prefix && !(foreign_before && first == arabic('ك'));
        reading.cut > 0 && (!introduced && prefix || conjunction || ordinary || named)
    })
}

/// Whether no list has a word as it stands and its letters are a foreign name's, whatever an ending or proclitic taken off would leave.
#[must_use]
pub fn strange(scene: &Scene<'_, '_>, at: usize) -> bool {
    // «بإزالة», «لشؤون»: a hamza within is no transliteration's.
    let hamza = || scene.raw(at).chars().skip(1).any(|letter| matches!(letter, 'أ' | 'إ' | 'ؤ' | 'ء' | 'ة' | 'ى'));
    scene.classes(at) == 0
        && scene.codes(at).len() >= 4
        && scene.foreignness(at) > SURELY_FOREIGN
        && !phrase::definite(scene, at, 0)
        && !hamza()
}

/// Whether a word is an ordinary one behind a proclitic too: «بدور», «كوسيلة», «ويلي».
#[must_use]
pub fn joined_word(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene
        .readings(at)
        .iter()
        .any(|(reading, word)| reading.cut > 0 && scene.gazetteer.classes(Some(*word)) & (class::COMMON | class::FUNCTION) != 0)
}

/// Whether a word that no list knows, under no reading, has the shape of a foreign name.
#[must_use]
pub fn unlisted(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_word(at)
        && scene.readings(at).is_empty()
        && scene.inflected_classes(at) == 0
        && transliterated(scene, at)
        && !imperfect(scene.codes(at))
        && !arabic_made(scene.raw(at))
        && !owned(scene, at)
}

/// «فيلمي», «بداياتي», «زواجك»: an ordinary noun of mine or yours, as people speak in interviews.
fn owned(scene: &Scene<'_, '_>, at: usize) -> bool {
    let codes = scene.codes(at);
    let noun = codes.strip_suffix(&[letters::KAF]).or_else(|| codes.strip_suffix(&[letters::YA]));
    let common = |letters: &[u8]| {
        letters.len() >= 3 && scene.gazetteer.classes_of(letters) & (class::COMMON | class::FUNCTION | class::VERB) == class::COMMON
    };
    let plural = |noun: &[u8]| {
        noun.strip_suffix(&[letters::ALEF, letters::TA]).is_some_and(|one| common(one) || common(&[one, &[letters::HA]].concat()))
    };
    noun.is_some_and(|noun| common(noun) || plural(noun))
}

/// Whether a word is built as only Arabic ones are: a hamza within («تألق»), an object or owner behind («أجراها», «دورا» with its tanwin).
#[must_use]
pub fn arabic_made(raw: &str) -> bool {
    let within = raw.char_indices().any(|(at, letter)| at > 0 && matches!(letter, 'أ' | 'ئ' | 'ؤ' | 'ً'));
    within || ["ها", "هما", "هم", "هن"].iter().any(|ending| raw.ends_with(ending) && raw.chars().count() > 4)
}

/// «وندى» is no Wendy: «و» and a first name that ends in ى.
#[must_use]
pub fn joins_name(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.raw(at).ends_with('ى')
        && scene.codes(at)[0] == arabic('و')
        && scene.readings(at).iter().any(|(reading, word)| reading.cut == 1 && scene.gazetteer.classes(Some(*word)) & class::GIVEN != 0)
}

/// Whether a word's letters look like a foreign name's in Arabic letters.
#[must_use]
pub fn transliterated(scene: &Scene<'_, '_>, at: usize) -> bool {
    let codes = scene.codes(at);
    codes.len() >= 3 && !codes.starts_with(&[arabic('ا'), arabic('ل')]) && scene.foreignness(at) > MAYBE_FOREIGN
}

/// Whether a word may be part of a name nobody listed: known as a name, or of foreign shape and no ordinary word.
#[must_use]
pub fn name_shaped(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.classes(at) & (class::GIVEN | class::FAMILY) != 0 || transliterated(scene, at) && (!scene.is_common(at) || strange(scene, at))
}

/// «استقبل محمد بن زايد السيسي»: whether a word alone is somebody's name in the news.
#[must_use]
pub fn goes_by(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    matches!(hit.meaning, Meaning::Entry { id, form: Form::Full | Form::Short, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
}

/// Whether a definite word has a family name's ending and is no country's adjective, date or office: «المبطي», «المسري»; not «الماضي», «الثاني».
#[must_use]
pub fn family_shaped(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_word(at)
        && phrase::definite(scene, at, 0)
        && scene.codes(at).len() >= 5
        && scene.codes(at).ends_with(&[arabic('ي')])
        && !scene.whole_hits(at).any(|hit| {
            matches!(
                hit.meaning,
                Meaning::Nisba { .. } | Meaning::Position(_) | Meaning::Trigger(_) | Meaning::Ordinal { .. } | Meaning::Number(_)
            ) || goes_by(scene, hit)
        })
        && scene.classes(at) & class::COMMON == 0
}
