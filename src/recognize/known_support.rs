//! What a sentence says for or against a known name that is an ordinary word too.

use super::known::entry;
use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::Gap;
use crate::text::fold::{arabic, starts};

/// Whether a sentence speaks of vehicles, and a word that names their maker too does not date anything in it.
pub fn makes(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    const MADE: [&str; 9] = ["سيارات", "سيارة", "السيارات", "السيارة", "مركبة", "مركبات", "المركبة", "طراز", "طرازات"];
    let sentence = &scene.text.sentences[scene.sentence(hit.first) as usize];
    let made = || {
        (sentence.start as usize..sentence.end as usize)
            .any(|at| scene.is_word(at) && MADE.contains(&scene.raw(at).trim_start_matches(['و', 'ل', 'ب'])))
    };
    let number = |at: usize| scene.token(at).is_some_and(|token| token.kind == crate::text::TokenKind::Number);
    let next = hit.next();
    let before = hit.first.checked_sub(1);
    let month = before.is_some_and(|before| number(before) || scene.is_punct(before, &['/', '(']))
        || number(next)
        || scene.is_punct(next, &['/', ')', '(']);
    let directed =
        scene.continues(next) && [Trigger::Past, Trigger::Next, Trigger::Current].iter().any(|class| scene.triggered(next, *class));
    hit.reading.cut == 0 && !month && !directed && made()
}

/// «المكتب السياسي لحماس», «الجناح العسكري للقاعدة»: a part of it stands before.
pub fn part_of_it(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let cut = hit.reading.cut as usize;
    let behind_lam = cut > 0 && scene.codes(hit.first)[cut - 1] == arabic('ل');
    let part = |at: usize| {
        scene.is_word(at) && ["المكتب", "الجناح", "القيادة", "الذراع", "الجهاز"].contains(&scene.raw(at).trim_start_matches(['و', 'ب']))
    };
    behind_lam && (1..=2).any(|back| hit.first >= back && scene.continues(hit.first + 1 - back) && part(hit.first - back))
}

/// Whether «و» joins a body to another of its kind just before.
pub fn beside(scene: &Scene<'_, '_>, hit: &Hit, kind: &str) -> bool {
    let joined = hit.reading.cut == 1 && scene.codes(hit.first)[0] == arabic('و') && hit.first > 0 && scene.continues(hit.first);
    joined
        && scene.hits(hit.first - 1).iter().any(|other| {
            matches!(other.meaning, Meaning::Entry { id, form: Form::Full | Form::Short, .. }
                if scene.gazetteer.known(id).subtype == kind && scene.gazetteer.known(id).kind == EntityType::Org)
                && other.reading.cut == 0
        })
}

/// Whether a body's short name that is an ordinary word too is believed: its whole name stands elsewhere («قناة الجزيرة … الجزيرة»), it is spoken to or
/// for («قال للجزيرة», «مراسل الجزيرة»), somebody is of it («مقاتلي طالبان»), or it acts as only a name can («إن حماس ستقبل»).
pub fn supported(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let Meaning::Entry { id, .. } = hit.meaning else { return false };
    let known = scene.gazetteer.known(id);
    let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
    let definite = hit.reading.article || starts(letters, "ال");
    let before = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first) && scene.is_word(hit.first - 1));
    let next = hit.next();
    let adjective = scene.continues(next)
        && scene.is_word(next)
        && (phrase::definite(scene, next, 0) && definite && phrase::adjective(scene, next)
            || !definite && scene.classes(next) & (class::ADJECTIVE | class::GIVEN) == class::ADJECTIVE);
    // «بحماس», «في حماس», «شبه الجزيرة», «هذه القاعدة».
    let placed = hit.reading.cut > 0 && scene.codes(hit.first)[hit.reading.cut as usize - 1] == arabic('ب')
        || before.is_some_and(|before| {
            matches!(scene.raw(before), "في" | "فى" | "شبه" | "هذه" | "هذا" | "تلك")
                || scene.trigger(before, Trigger::PlaceDesignator).is_some()
        });
    // «أعضاء الوفد المرافق»: a party's name that a noun with the article follows is the noun.
    let attended = known.subtype == "party"
        && definite
        && scene.continues(next)
        && scene.is_word(next)
        && phrase::definite(scene, next, 0)
        && scene.is_common(next);
    if adjective || attended || placed || hit.len() > 1 {
        return false;
    }
    let governed = before.is_some_and(|before| scene.trigger(before, Trigger::MemberNoun).is_some());
    match known.subtype.as_str() {
        "channel" | "newspaper" | "agency" => {
            // «قال الجميل للجزيرة إن».
            let cut = hit.reading.cut as usize;
            let verb = || {
                (1..=4)
                    .filter_map(|back| hit.first.checked_sub(back))
                    .take_while(|at| scene.sentence(*at) == scene.sentence(hit.first))
                    .any(|at| scene.inflected_classes(at) & class::SPEECH != 0)
            };
            let told = cut > 0 && scene.codes(hit.first)[cut - 1] == arabic('ل') && super::people::speaks(scene, next) && verb();
            // «في مقابلة خاصة مع الجزيرة».
            let talk = before.is_some_and(|before| scene.raw(before) == "مع")
                && (2..=4)
                    .filter_map(|back| hit.first.checked_sub(back))
                    .any(|at| ["مقابلة", "حديث", "حوار", "اتصال", "تصريح"].iter().any(|word| scene.raw(at).ends_with(word)));
            let spoken = talk
                || told
                || hit.reading.cut > 0
                    && before.is_some_and(|before| {
                        scene.inflected_classes(before) & class::SPEECH != 0 || scene.trigger(before, Trigger::PersonNoun).is_some()
                    });
            let reporter = before.is_some_and(|before| scene.trigger(before, Trigger::MediaNoun).is_some());
            scene.names_whole(id) || spoken || reporter
        }
        // «طالبان والقاعدة»: beside another of its kind.
        // «سيارات نيسان», «مركبة نيسان الجديدة»: a maker where the sentence speaks of what it makes, and no month.
        "company" => !definite && !known.ambiguous && makes(scene, hit),
        "armed-group" | "party" if beside(scene, hit, &known.subtype) || part_of_it(scene, hit) => true,
        "armed-group" | "party" => scene.names_whole(id) || governed || !definite && hit.reading.cut == 0 && phrase::acts(scene, hit.first),
        _ => false,
    }
}

/// An agency or paper in a dateline: «عمان - بترا», «(وات)», «/العمانية/», «أديس أبابا / الأناضول».
pub fn dateline(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let medium = matches!(scene.gazetteer.known(entry(hit)).subtype.as_str(), "agency" | "newspaper" | "channel");
    let from = hit.first.saturating_sub(8);
    let near_line_start = (from..=hit.first).any(|at| scene.text.tokens[at].gap == Gap::Line);
    let led = hit.first > 0 && scene.continues(hit.first) && scene.is_punct(hit.first - 1, &['-', '–', '/', '(', ':', '+']);
    let next = hit.next();
    let closed = !scene.continues(next) || scene.is_punct(next, &['-', '–', '/', ')', ':', '،', '+']);
    medium && near_line_start && led && closed
}
