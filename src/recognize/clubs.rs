//! Clubs whose names are ordinary words too: where a sentence treats one as a club («فاز الاتحاد», «مدرب الهلال»).

use std::collections::HashSet;

use super::known::entry;
use super::phrase;
use super::scene::{Hit, Scene};
use crate::gazetteer::{EntryId, Form, Meaning, PositionUse, Trigger, class};
use crate::text::fold::{arabic, ends};

/// Clubs that play somewhere in the text, whatever else their names mean.
#[must_use]
pub fn playing(scene: &Scene<'_, '_>) -> HashSet<EntryId> {
    let club = |hit: &&Hit| {
        matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).subtype == "club")
            && scene.is_sports(hit.first)
            && (hit.len() > 1 || plays(scene, hit))
    };
    (0..scene.len()).flat_map(|at| scene.hits(at)).filter(club).map(entry).collect()
}

/// Whether a club that plays elsewhere in the text may do so here.
#[must_use]
pub fn may_play(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let cut = hit.reading.cut as usize;
    let glued = hit.reading.article || cut > 0 && scene.codes(hit.first)[cut - 1] == arabic('ب');
    !glued && !placed(scene, hit.first) && !described(scene, hit)
}

/// Whether a club's name that is an ordinary word too stands where a club does in a sentence about sport: behind «فريق», «مدرب», «على», a verb or another
/// club, not behind a noun that it completes («إنتاج النفط», «أسواق المدينة»).
#[must_use]
pub fn plays(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    if placed(scene, hit.first) || described(scene, hit) {
        return false;
    }
    let word = hit.len() == 1 && scene.is_common(hit.first);
    if !word {
        return true;
    }
    let sentence = scene.sentence(hit.first);
    let range = &scene.text.sentences[sentence as usize];
    let other = |at: usize| {
        scene.hits(at).iter().any(|other| {
            matches!(other.meaning, Meaning::Entry { id, form, .. }
                if scene.gazetteer.known(id).subtype == "club" && (form != Form::Hint || at != hit.first) && id != entry(hit))
        })
    };
    let sport =
        (range.start as usize..range.end as usize).any(|at| at != hit.first && (scene.trigger(at, Trigger::Sport).is_some() || other(at)));
    let Some(before) = hit.first.checked_sub(1).filter(|before| scene.continues(hit.first) && scene.is_word(*before)) else { return sport };
    let leads = scene.trigger(before, Trigger::Sport).is_some()
        || scene.trigger(before, Trigger::SportsHead).is_some()
        || scene.hits(before).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_)))
        || other(before) && !scene.is_common(before);
    // «للنفط», «بالوحدة»: behind a glued preposition it is the word.
    let with = hit.reading.cut > 0 && scene.codes(hit.first)[hit.reading.cut as usize - 1] == arabic('ب');
    let goals = scene.raw(before) == "أهداف";
    if leads && !with && !goals {
        return true;
    }
    let glued = hit.reading.article || hit.reading.cut > 0 && scene.codes(hit.first)[hit.reading.cut as usize - 1] != arabic('و');
    let classes = scene.inflected_classes(before);
    let player = verb_of_sport(scene, before) || OPPONENTS.contains(&scene.raw(before));
    let noun = classes & class::COMMON != 0 && classes & (class::FUNCTION | class::VERB | class::SPEECH) == 0 && !player;
    sport && !glued && !noun
}

/// Who a club plays against, before its name: «ضيفه الاتفاق».
const OPPONENTS: [&str; 9] = ["ضيفه", "مضيفه", "منافسه", "غريمه", "خصمه", "نظيره", "جاره", "ضيفته", "التقليدي"];

/// Whether a token is what clubs do: «تغلب», «فاز», «يواجه».
fn verb_of_sport(scene: &Scene<'_, '_>, at: usize) -> bool {
    const VERBS: [&str; 26] = [
        "تغلب",
        "سجل",
        "تأهل",
        "لعب",
        "فاز",
        "خسر",
        "تعادل",
        "واجه",
        "يواجه",
        "استضاف",
        "يستضيف",
        "حقق",
        "أحرز",
        "هزم",
        "انتزع",
        "يلتقي",
        "التقى",
        "تصدر",
        "كسب",
        "سقط",
        "تعثر",
        "توج",
        "يلعب",
        "يخوض",
        "خطف",
        "عمق",
    ];
    let raw = scene.raw(at);
    scene.is_word(at) && (VERBS.contains(&raw) || raw.strip_prefix(['و', 'ف']).is_some_and(|rest| VERBS.contains(&rest)))
}

/// Whether a club's name is the noun of something done together: «التعاون», «الاتفاق», «الوحدة», «الاتحاد».
fn ends_like_masdar(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    ["التعاون", "الاتفاق", "الوحدة", "الاتحاد", "التضامن"].iter().any(|word| ends(scene.codes(hit.first), word))
}

/// «التعاون الاقتصادي», «الاتفاق الذي»: an ordinary word that is described is no club's name; a nisba may follow one («الاتحاد السعودي»).
fn described(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let next = hit.next();
    let own = scene.classes(hit.first) | scene.inflected_classes(hit.first);
    // «المركب الرياضي», «وزير الشباب»: behind a definite noun it is an adjective, behind an office its complement.
    if let Some(before) =
        hit.first.checked_sub(1).filter(|_| hit.reading.cut == 0 && scene.continues(hit.first) && scene.is_word(hit.first - 1))
    {
        let office =
            scene.hits(before).iter().any(
                |hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Role),
            ) && !["مدرب", "رئيس", "قائد", "مدير", "نجم"].iter().any(|office| ends(scene.codes(before), office));
        let opponent = OPPONENTS.contains(&scene.raw(before));
        let noun = (0..=1).any(|cut| phrase::definite(scene, before, cut))
            && scene.is_common(before)
            && !opponent
            && scene.trigger(before, Trigger::Sport).is_none();
        if office || noun && phrase::definite(scene, hit.first, 0) {
            return true;
        }
    }
    let nisba = |at: usize| scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }));
    // «النجم البرازيلي» is no Tunisian club.
    let country = &scene.gazetteer.known(entry(hit)).country;
    let abroad = scene.continues(next)
        && scene
            .whole_hits(next)
            .find_map(|hit| match hit.meaning {
                Meaning::Nisba { id, definite: true, .. } => Some(scene.gazetteer.known(id)),
                _ => None,
            })
            .is_some_and(|of| of.subtype == "country" && !of.country.is_empty() && of.country != *country);
    // «التعاون مع الحكم», «الاتفاق على موعد»: unless a verb of sport stands before it («تعادل التعاون مع ضيفه»).
    let played = hit.first > 0 && scene.continues(hit.first) && verb_of_sport(scene, hit.first - 1);
    let between =
        !played && scene.continues(next) && ["بين", "مع", "على", "بشأن", "حول"].contains(&scene.raw(next)) && ends_like_masdar(scene, hit);
    if abroad || between {
        return true;
    }
    hit.len() == 1
        && own & class::COMMON != 0
        && scene.continues(next)
        && scene.is_word(next)
        && (["الذي", "التي", "الذى", "التى"].contains(&scene.raw(next))
            || phrase::definite(scene, next, 0) && phrase::adjective(scene, next) && !nisba(next))
}

/// Whether a token stands where a place stands: behind «في», «مدينة».
fn placed(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > 0
        && scene.continues(at)
        && (matches!(scene.raw(at - 1), "في" | "فى" | "إلى" | "الى") || scene.trigger(at - 1, Trigger::PlaceDesignator).is_some())
}

/// Whether a town's name is its club's: «حارس مرمى مانشستر», «ليفربول (إنجلترا) - بوردو (فرنسا)» in a text about sport.
#[must_use]
pub fn by_its_town(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    const OF: [&str; 16] = [
        "لاعب",
        "مدرب",
        "حارس",
        "مرمى",
        "مهاجم",
        "مدافع",
        "هداف",
        "جماهير",
        "تشكيلة",
        "شباك",
        "لاعبي",
        "لاعبو",
        "صفوف",
        "فريق",
        "نادي",
        "زميله",
    ];
    if hit.len() > 1 {
        return false;
    }
    let before = hit.first.checked_sub(1).filter(|_| hit.reading.cut == 0 && scene.continues(hit.first));
    let played = before.is_some_and(|before| scene.is_word(before) && OF.iter().any(|word| ends(scene.codes(before), word)));
    let next = hit.next();
    let country = |at: usize| {
        scene.whole_hits(at).any(|hit| {
            matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "country")
                && scene.is_punct(hit.next(), &[')'])
        })
    };
    let listed = scene.is_punct(next, &['(']) && scene.continues(next + 1) && country(next + 1);
    // «روما (إيطاليا) - ليون (فرنسا)»: who plays whom.
    let paired = listed && (scene.is_punct(next + 3, &['-', '–']) || before.is_some_and(|before| scene.is_punct(before, &['-', '–'])));
    scene.is_sports(hit.first) && (played || listed || beaten(scene, hit) && club_of(scene, hit).is_some()) || paired
}

/// «بفوزه على نجران», «تعادل أمام الخليج», «رئيس نجران»: a town whose club is known where only a club can be beaten, met or presided over.
fn beaten(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    const WON: [&str; 12] = ["فوز", "فوزه", "فوزها", "الفوز", "تغلب", "تغلبه", "انتصار", "انتصاره", "يتغلب", "فاز", "تفوق", "بفوزه"];
    const MET: [&str; 12] = ["خسر", "خسارة", "خسارته", "تعادل", "تعادله", "نقطة", "هزيمة", "مباراته", "مباراة", "لقاء", "سقط", "تعثر"];
    let Some(before) = hit.first.checked_sub(1).filter(|_| hit.reading.cut == 0 && scene.continues(hit.first)) else { return false };
    let earlier = |words: &[&str], back: usize| {
        (before.saturating_sub(back)..before).any(|at| {
            scene.sentence(at) == scene.sentence(hit.first) && words.iter().any(|word| scene.is_word(at) && ends(scene.codes(at), word))
        })
    };
    match scene.raw(before) {
        "على" => earlier(&WON, 1),
        "أمام" => earlier(&MET, 4),
        "مع" => earlier(&["تعادل", "تعادله"], 3),
        "رئيس" => true,
        _ => false,
    }
}

/// The one club that goes by these letters in a town's country.
#[must_use]
pub fn club_of(scene: &Scene<'_, '_>, town: &Hit) -> Option<EntryId> {
    let country = &scene.gazetteer.known(entry(town)).country;
    let mut clubs = scene.hits(town.first).iter().filter_map(|hit| match hit.meaning {
        Meaning::Entry { id, .. }
            if hit.last == town.last
                && hit.reading == town.reading
                && scene.gazetteer.known(id).subtype == "club"
                && scene.gazetteer.known(id).country == *country =>
        {
            Some(id)
        }
        _ => None,
    });
    match (clubs.next(), clubs.next()) {
        (Some(id), None) => Some(id),
        _ => None,
    }
}
