//! How a token may open a name: a given name, a kunya, or anything where a title or verb says that a name follows.

use super::closing_words::bou;
use super::names::{Opening, blocked, compound};
use super::scene::{Scene, kind};
use super::shapes::{family_shaped, goes_by, joins_name, unlisted};
use super::{lexicon, phrase};
use crate::entity_type::EntityType;
use crate::gazetteer::vocabulary::WordId;
use crate::gazetteer::{Form, Meaning, PositionUse, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, is};

const WHOLE: Reading = Reading { cut: 0, article: false };

/// How a token may open a name.
pub fn opening(scene: &Scene<'_, '_>, at: usize, introduced: bool, listed: bool) -> Option<(Reading, Opening)> {
    // «وعلى» is «و» + «على», whatever else is spelled so; but «سعاد» is no «س» + «عاد».
    let codes = scene.codes(at);
    let conjunction = codes[0] == arabic('و');
    let future = |cut: u8| codes[usize::from(cut) - 1] == arabic('س');
    let joined_particle = |(reading, word): &(Reading, WordId)| {
        reading.cut > 0 && scene.gazetteer.classes(Some(*word)) & class::FUNCTION != 0 && !future(reading.cut)
    };
    if scene.readings(at).iter().any(joined_particle) {
        return None;
    }
    // «آية الله محمد سعيد الحكيم»: a title of several words, whatever its first one is.
    let titled_whole = |hit: &crate::recognize::Hit| hit.len() > 1 && matches!(hit.meaning, Meaning::Position(_));
    if scene.begins(at, kind::POSITION) && scene.whole_hits(at).any(titled_whole) {
        return None;
    }
    if let Some(hit) = compound(scene, at).filter(|hit| hit.reading.cut == 0 || scene.classes(at) == 0) {
        return Some((hit.reading, Opening::Given));
    }
    // «ورد العبدالله على المحاور»: «و» and a verb of saying open a sentence, whoever is called so.
    let opens_sentence = || at == 0 || !scene.continues(at) || scene.is_punct(at - 1, &['.', '،', ':']);
    let told = || codes.len() > 2 && scene.gazetteer.classes_of(&codes[1..]) & class::SPEECH != 0;
    // «ورد ميثيكا مويندا، مدير التحالف»: before a foreign name too.
    let subject = || {
        let next = at + 1;
        let somebody = || scene.whole_hits(next).any(|hit| hit.len() == 1 && goes_by(scene, hit));
        scene.continues(next) && (phrase::definite(scene, next, 0) || unlisted(scene, next) || somebody())
    };
    if conjunction && told() && opens_sentence() && subject() {
        return None;
    }
    // «بنها» is the town, «كفله» the verb with its object: what is something whole is not cut.
    let town = || {
        scene.whole_hits(at).any(
            |hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe),
        )
    };
    let cuttable = |cut: u8| cut == 0 || !town() && (conjunction || !lexicon::inflects(scene.gazetteer, codes));
    // Places, bodies, months and the like open no person's name unless they are given names too.
    let mut choice = None;
    for (reading, word) in scene.readings(at) {
        let classes = if reading.cut == 0 { scene.classes(at) } else { scene.gazetteer.classes(Some(*word)) };
        let letters = scene.gazetteer.vocabulary.letters(*word);
        // What is cheap to know is asked first: only first names and the short words before them open a name.
        let opens = classes & class::GIVEN != 0 || letters.len() <= 3;
        // «ستاد»: the future «س» stands before no name.
        if !opens || reading.article || reading.cut > 0 && (future(reading.cut) || classes & class::FUNCTION != 0) {
            continue;
        }
        // «رفيقه سامر» is his friend where a text writes «ة».
        let owned = || {
            scene.raw(at).ends_with('ه')
                && scene.dotted_ta()
                && lexicon::classes(scene.gazetteer, &codes[..codes.len() - 1]) & class::COMMON != 0
        };
        if owned() || !cuttable(reading.cut) || reading.cut == 0 && joins_name(scene, at) {
            continue;
        }
        // «الشاعر الكبير نزار قباني»: a definite adjective before a first name describes the title, though somebody is called so.
        // «المختار العروسي»: but a family's name stands behind a first one.
        let next = at + 1;
        let first_behind = || {
            scene.continues(next)
                && (scene.classes(next) & class::GIVEN != 0 || is(scene.codes(next), "ابن"))
                && !(scene.classes(next) & class::FAMILY != 0 && phrase::definite(scene, next, 0))
        };
        if reading.cut == 0 && quality(scene, at) && first_behind() {
            continue;
        }
        // «والشيخ محمد بن كريم»: nor does a title behind «و».
        let joined_title = || {
            reading.cut == 1
                && phrase::definite(scene, at, 1)
                && scene.hits(at).iter().any(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Position(_)))
        };
        if joined_title() && first_behind() {
            continue;
        }
        if letters.len() <= 3 {
            let mother = is(letters, "أم") && !scene.raw(at).contains('آ');
            let father = is(letters, "أبو") && !scene.raw(at).contains('آ') || introduced && is(letters, "ابي");
            let either = mother && alternative(scene, at + 1);
            // «أمير أم وزير».
            if either && reading.cut == 0 {
                return None;
            }
            if father || mother && !either {
                choice = Some((*reading, Opening::Kunya));
                break;
            }
            if is(letters, "عبد") {
                choice = Some((*reading, Opening::Given));
                break;
            }
        }
        if classes & class::GIVEN == 0 {
            continue;
        }
        // «روائي هندي»: behind a noun a nisba is one, whoever is called so.
        let nisba = scene.hits(at).iter().any(|hit| hit.reading == *reading && matches!(hit.meaning, Meaning::Nisba { .. }));
        // «الرياض - تركي الغامدي»: with a family's name behind it and nothing before it.
        let family_behind = || {
            let next = at + 1;
            scene.continues(next)
                && phrase::definite(scene, next, 0)
                && scene.codes(next).ends_with(&[arabic('ي')])
                && (scene.classes(next) & class::FAMILY != 0 || scene.inflected_classes(next) & class::COMMON == 0)
                && !scene
                    .whole_hits(next)
                    .any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }) && scene.classes(next) & class::FAMILY == 0)
        };
        // «المهندس تركي المعيلش»: behind a title a definite word that is nothing else; «المهندس حنفي عبدالقوي».
        let unlisted_behind = || {
            let next = at + 1;
            introduced
                && scene.continues(next)
                && (phrase::definite(scene, next, 0) && scene.inflected_classes(next) == 0 && scene.hits(next).is_empty()
                    || scene.classes(next) & (class::ARABIC_GIVEN | class::GIVEN_AMBIGUOUS | class::COMMON) == class::ARABIC_GIVEN)
        };
        // «الأمير تركي بن عبدالله».
        let patronym = scene.continues(at + 1) && scene.whole_trigger(at + 1, Trigger::Patronym).is_some();
        let free = patronym || at == 0 || !scene.continues(at) || !scene.is_word(at - 1);
        // «الروسي إيغور كونيتسين»: behind the one's nisba no other stands, and a foreign surname follows.
        let foreign_behind =
            || introduced && at > 0 && phrase::definite(scene, at - 1, 0) && scene.continues(at + 1) && unlisted(scene, at + 1);
        if !nisba || free && (patronym || family_behind()) || foreign_behind() || unlisted_behind() {
            let ambiguous = classes & (class::GIVEN_AMBIGUOUS | class::COMMON) != 0;
            // «في كربلاء وندى الربيعي»: a family's name behind it makes it a name.
            // «لنجوى النجار» too, where the lists know the family.
            let dative = || {
                let next = at + 1;
                codes[0] == arabic('ل')
                    && scene.continues(next)
                    && scene.classes(next) & class::FAMILY != 0
                    && phrase::definite(scene, next, 0)
                    && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }))
            };
            // «ونصيرة بن حراث».
            let grown = || scene.continues(at + 1) && bou(scene, at + 1);
            let joined = reading.cut == 1 && (conjunction && (listed || family_behind() || patronym || grown()) || dative());
            if reading.cut > 0 && !joined && (ambiguous || scene.classes(at) & (class::COMMON | class::GIVEN | class::FAMILY) != 0) {
                continue;
            }
            choice = Some((*reading, if ambiguous { Opening::AmbiguousGiven } else { Opening::Given }));
            break;
        }
    }
    // «العقيد البحري جهز بن سعد»: behind a title any noun is a first name, if the father's stands behind it.
    let son = || {
        introduced
            && scene.classes(at) & (class::FUNCTION | class::SPEECH) == 0
            && !phrase::definite(scene, at, 0)
            && !scene.begins(at, kind::POSITION)
            && scene.continues(at + 2)
            && matches!(scene.raw(at + 1), "بن" | "بنت")
            && scene.classes(at + 2) & class::GIVEN != 0
    };
    if fathered(scene, at) || grown_kunya(scene, at) || son() {
        return Some((WHOLE, Opening::Given));
    }
    if choice.is_some_and(|(reading, opening)| reading.cut == 0 && opening == Opening::AmbiguousGiven) && spoken_for(scene, at) {
        return None;
    }
    // «شكر سومسافات البنك»: where a sentence or clause opens with a word that is a verb too, a foreign name behind it is its subject.
    let verb = || lexicon::classes(scene.gazetteer, codes) & (class::VERB | class::SPEECH) != 0;
    let foreign_subject = || scene.continues(at + 1) && unlisted(scene, at + 1) && scene.classes(at + 1) == 0;
    let ambiguous = choice.is_some_and(|(reading, opening)| reading.cut == 0 && opening == Opening::AmbiguousGiven);
    if ambiguous && !listed && opens_sentence() && verb() && foreign_subject() {
        return None;
    }
    // «مثنى الدليمي», «هلا الفوّال»: behind a title or where somebody signs even a particle is a first name, before a family's.
    let particle = || {
        let next = at + 1;
        let given = scene.whole(at).is_some_and(|word| scene.gazetteer.classes(Some(word)) & class::ARABIC_GIVEN != 0);
        given
            && scene.continues(next)
            && scene.is_word(next)
            && scene.classes(next) & class::FAMILY != 0
            && phrase::definite(scene, next, 0)
            && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }))
    };
    if introduced && scene.classes(at) & class::FUNCTION != 0 && particle() {
        return Some((WHOLE, Opening::AmbiguousGiven));
    }
    let position = |hit: &crate::recognize::Hit| matches!(hit.meaning, Meaning::Position(_));
    // «سمو الشيخ أحمد»: before a name an honorific is one, though Mauritanians are called so.
    let honorific =
        || phrase::definite(scene, at, 0) && scene.continues(at + 1) && scene.classes(at + 1) & (class::GIVEN | class::FAMILY) != 0;
    let titled = scene.begins(at, kind::POSITION) && scene.whole_hits(at).any(position);
    // «محافظها سلطان القحطاني», «تقرير أمين أبو وردة»: with a family's name behind it what looks like a title is a first name.
    let named = || {
        let next = at + 1;
        let family = || {
            phrase::definite(scene, next, 0)
                && (scene.classes(next) & class::FAMILY != 0 && scene.codes(next).ends_with(&[arabic('ي')]) || family_shaped(scene, next))
                && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }))
        };
        // «ونقل سلطان العطوي»: even without a title before it.
        let given = || scene.whole(at).is_some_and(|word| scene.gazetteer.classes(Some(word)) & class::ARABIC_GIVEN != 0);
        scene.continues(next)
            && !phrase::definite(scene, at, 0)
            && ((introduced || given()) && family() || introduced && scene.whole_trigger(next, Trigger::Kunya).is_some())
    };
    if let Some((reading, opening)) = choice.filter(|(_, opening)| !titled || *opening == Opening::Given && !honorific() || named()) {
        return Some((reading, opening));
    }
    if !introduced && !listed {
        return None;
    }
    let patronym = scene.whole_trigger(at, Trigger::Patronym).is_some();
    let nisba = scene.begins(at, kind::NISBA) && scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }));
    // «… لورنس أوليفيه وإليك جينيس»: behind a name «و» joins another, foreign ones too.
    let joined = listed && conjunction && codes.len() > 3 && scene.classes(at) == 0;
    if joined && !nisba && !lexicon::inflects(scene.gazetteer, &codes[1..]) && scene.gazetteer.classes_of(&codes[1..]) == 0 {
        return Some((Reading { cut: 1, article: false }, Opening::Other));
    }
    if !introduced || titled || patronym || nisba || blocked(scene, at) || quality(scene, at) {
        return None;
    }
    Some((WHOLE, Opening::Other))
}

/// «أبوالعز الحريري»: a father's name written as one word, before a family's or where the lists have the son's name.
fn grown_kunya(scene: &Scene<'_, '_>, at: usize) -> bool {
    let codes = scene.codes(at);
    let Some(son) = codes.strip_prefix(&[arabic('ا'), arabic('ب'), arabic('و')]).filter(|son| son.len() >= 4) else { return false };
    let article = son.starts_with(&[arabic('ا'), arabic('ل')]);
    scene.classes(at) & (class::COMMON | class::GIVEN | class::FAMILY) == 0 && article && scene.hits(at).is_empty()
}

/// «الناطق باسم حماس سامي أبو زهري», «القيادي في حماس»: behind a preposition a body's name is the body's, though men are called so.
#[must_use]
pub fn spoken_for(scene: &Scene<'_, '_>, at: usize) -> bool {
    let body = |hit: &crate::recognize::Hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full | Form::Short, .. } if scene.gazetteer.known(id).kind == EntityType::Org);
    at > 0
        && scene.continues(at)
        && scene.begins(at, kind::ENTRY)
        && (scene.classes(at - 1) & class::FUNCTION != 0 || matches!(scene.raw(at - 1), "باسم" | "بإسم"))
        && scene.whole_hits(at).any(body)
}

/// Whether a word is a name because its bearer's father is named behind it, whatever else the word is: «الشيخ ولد حمود», «مساعد بن يحيى», «الناني ولد اشروقه».
#[must_use]
pub fn fathered(scene: &Scene<'_, '_>, at: usize) -> bool {
    let son = at + 1;
    let father = at + 2;
    if !(2..=3).contains(&scene.token(son).map_or(0, |token| token.codes)) {
        return false;
    }
    if !scene.continues(son) || !scene.continues(father) || !scene.is_word(son) || !scene.is_word(father) {
        return false;
    }
    let moorish = match scene.raw(son) {
        "ولد" | "منت" => true,
        "بن" | "بنت" => false,
        _ => return false,
    };
    // «وتنازل خلف بن صنيتان»: behind a verb it is no preposition.
    let khalaf = || {
        is(scene.codes(at), "خلف")
            && (at == 0 || !scene.continues(at) || scene.inflected_classes(at - 1) & (class::SPEECH | class::VERB) != 0)
            && scene.whole_hits(son).all(|hit| hit.len() == 1)
    };
    if scene.classes(at) & (class::FUNCTION | class::SPEECH | class::VERB) != 0 && !khalaf() {
        return false;
    }
    let named = |at: usize| scene.classes(at) & (class::GIVEN | class::FAMILY) != 0;
    let other = |hit: &crate::recognize::Hit| {
        matches!(
            hit.meaning,
            Meaning::Number(_) | Meaning::Month { .. } | Meaning::Nisba { .. } | Meaning::Entry { form: Form::Full, ambiguous: false, .. }
        )
    };
    let year = scene.whole_trigger(father, Trigger::YearNoun).is_some() || scene.classes(father) & class::FUNCTION != 0;
    // «الذي ولد في الجزائر», «كل ولد صالح»: the verb and the noun.
    let ordinary = scene.is_common(father) && !named(father);
    let called = |at: usize| named(at) || moorish && !scene.is_common(at) && !scene.whole_hits(at).any(other);
    !year && !ordinary && !scene.whole_hits(at).any(other) && called(father) && called(at)
}

/// Whether «أم» is «or»: what follows is an adjective, a nisba or an ordinary noun («أهو أعزب أم متزوج», «ام كويتية»).
fn alternative(scene: &Scene<'_, '_>, at: usize) -> bool {
    if !scene.continues(at) || !scene.is_word(at) {
        return true;
    }
    let classes = scene.inflected_classes(at);
    let named = classes & (class::GIVEN | class::FAMILY) != 0;
    // «أمير أم وزير».
    let office = |hit: &crate::recognize::Hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage == PositionUse::Head);
    if scene.whole_hits(at).any(office) {
        return true;
    }
    let nisba = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Position(_)));
    !named && (nisba || classes & class::COMMON != 0 || quality(scene, at))
}

/// Whether a definite word is an adjective or noun of its own, though families are called so: «الكاتب الكبير», «الفريق الضيف».
pub fn quality(scene: &Scene<'_, '_>, at: usize) -> bool {
    phrase::definite(scene, at, 0) && scene.gazetteer.classes_of(&scene.codes(at)[2..]) & class::COMMON != 0
}
