//! Names of ordinary words between a title and a sign that nothing but a name stood there: «قال اللواء وديعة الله إن», «الدكتور ناصر معرفية، الرئيس
//! التنفيذي».

use super::names::{Name, Opening};
use super::people::{accusative, speaks};
use super::scene::{Hit, Scene};
use super::shapes::{imperfect, joined_word, unlisted};
use super::{lexicon, phrase};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, PositionUse, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, is};

/// The most words between the two signs.
const MOST_WORDS: usize = 4;

/// What stands on both sides of a name.
#[derive(Clone, Copy)]
pub struct Brackets<'a> {
    /// Whether a verb of saying stands before the title, so that its holder is who says something.
    pub told: bool,
    /// Whether a title stands between that verb and the name.
    pub titled: bool,
    /// Where an office begins that may stand behind its holder's name.
    pub offices: &'a [bool],
}

impl Brackets<'_> {
    /// Whether a name ends before a token: what was said begins, or an office in apposition to a last word that could not govern it.
    fn close(self, scene: &Scene<'_, '_>, end: usize) -> bool {
        // «وصفت المتحدثة ماريا زاخاروفا العقوبات «إشارة»»: a mark of quotation may stand behind an object.
        if self.told && speaks(scene, end) && !scene.is_punct(end, &['"', '«', '“']) {
            return true;
        }
        let office = |at: usize| scene.continues(at) && self.offices.get(at).copied().unwrap_or(false);
        let comma = scene.continues(end) && scene.is_punct(end, &['،', ',']);
        comma && office(end + 1) || office(end) && (self.told || phrase::definite(scene, end - 1, 0) || is(scene.codes(end - 1), "الله"))
    }
}

/// A name by its brackets alone, of words that would open none by themselves: «اللواء وديعة الله», «الملك حمد».
pub fn between(scene: &Scene<'_, '_>, at: usize, brackets: Brackets<'_>) -> Option<Name> {
    if !brackets.told || !scene.is_word(at) || phrase::definite(scene, at, 0) || place_or_body(scene, at) {
        return None;
    }
    let end = (at..at + MOST_WORDS + 1).find(|word| !fits(scene, *word, at))?;
    let words = end - at;
    if words == 0 || words > MOST_WORDS || !brackets.close(scene, end) {
        return None;
    }
    let known = (at..end).filter(|word| scene.classes(*word) & (class::GIVEN | class::FAMILY) != 0).count();
    let sign = |word: usize| is(scene.codes(word), "الله") || unlisted(scene, word);
    let sure = known > 0 && (words > 1 || speaks(scene, end)) || words > 1 && (at..end).any(sign);
    let noun = |word: usize| scene.classes(word) & class::COMMON != 0 && scene.classes(word) & (class::GIVEN | class::FAMILY) == 0;
    // «ليلة أمس», «مرة أخرى»: and no two ordinary words more than a name has.
    let ordinary = (at..end).filter(|word| noun(*word)).count();
    // «وقال وسيط مصري إن»: without a title the name must open like one.
    let nisba = |word: usize| scene.whole_hits(word).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }));
    let opens = scene.classes(at) & class::GIVEN != 0 && words > 1 && !(at..end).any(nisba);
    (sure && ordinary < 2 && (brackets.titled || opens)).then_some(Name {
        reading: Reading { cut: 0, article: false },
        last: end - 1,
        known,
        words,
        patronym: false,
        shaped: false,
        opens: Opening::AmbiguousGiven,
    })
}

/// The same name with the one word, or the one compound with «الله», that still stands before the closing sign: «ناصر معرفية», «بهاء حسب الله».
pub fn stretched(scene: &Scene<'_, '_>, name: Name, brackets: Brackets<'_>) -> Name {
    let more = name.last + 1;
    // «حسب الله», whatever «حسب» is alone.
    let servant = scene.continues(more) && scene.continues(more + 1) && is(scene.codes(more + 1), "الله");
    if name.words >= MOST_WORDS || name.opens == Opening::Other || !servant && !fits(scene, more, name.last) {
        return name;
    }
    let end = if servant { more + 2 } else { more + 1 };
    let classes = scene.classes(more);
    // «قال الشيخ محمد صراحة إن»: a noun may be an adverb.
    let adverb = end == more + 1 && scene.raw(more).ends_with('ة') && classes & class::COMMON != 0 && classes & class::ADJECTIVE == 0;
    if adverb || place_or_body(scene, more) || !brackets.close(scene, end) {
        return name;
    }
    Name { last: end - 1, words: name.words + (end - more), ..name }
}

/// Whether a word may stand in a name whose extent other signs give: no particle, number, day, title, verb or noun with an ending.
fn fits(scene: &Scene<'_, '_>, at: usize, first: usize) -> bool {
    if !scene.is_word(at) || at > first && !scene.continues(at) || scene.raw(at) == "على" {
        return false;
    }
    if at > first && is(scene.codes(at), "الله") {
        return true;
    }
    let classes = scene.classes(at);
    let named = classes & (class::GIVEN | class::FAMILY) != 0;
    let other = |hit: &Hit| match hit.meaning {
        Meaning::Number(_) | Meaning::Ordinal { .. } | Meaning::Weekday { .. } | Meaning::Month { .. } => true,
        Meaning::Position(id) => scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Role,
        Meaning::Trigger(trigger) => trigger == Trigger::Daypart,
        _ => false,
    };
    let verb = scene.inflected_classes(at) & (class::SPEECH | class::VERB) != 0 || imperfect(scene.codes(at));
    let ending = accusative(scene, at) || scene.raw(at).ends_with(['ه', 'ً']) && lexicon::inflects(scene.gazetteer, scene.codes(at));
    let joined = scene.codes(at)[0] == arabic('و') || joined_word(scene, at);
    classes & class::FUNCTION == 0
        && !scene.whole_hits(at).any(other)
        && (named || phrase::definite(scene, at, 0) || !verb && !ending && !joined)
}

/// Whether a place or body the gazetteer knows stands at a token, and nobody is called so.
fn place_or_body(scene: &Scene<'_, '_>, at: usize) -> bool {
    let other = |hit: &Hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full | Form::Short, .. } if scene.gazetteer.known(id).kind != EntityType::Person);
    scene.classes(at) & (class::GIVEN | class::FAMILY) == 0 && scene.hits(at).iter().any(other)
}
