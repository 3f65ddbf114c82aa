//! Offices with their holder's master as a pronoun: «مساعده نيل كاشكاري», «أمينها العام», «مدربها الألماني».

use super::phrase;
use super::positions::{Found, agrees};
use super::scene::Scene;
use super::service::{holder_follows, service};
use crate::gazetteer::names::Node;
use crate::gazetteer::{Meaning, OrdinalForm, PositionUse, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::arabic;
use crate::text::fold::letters::{ALEF, FA, HA, LAM, MIM, WAW, YA};

/// «مساعده نيل كاشكاري», «أمينها العام اللواء رعد»: a position with its pronoun, where its holder is named next.
#[must_use]
pub fn possessed(scene: &Scene<'_, '_>, at: usize) -> Option<(Found, usize)> {
    /// What goes with an office only: «رئيسها التنفيذي» needs no name behind it.
    const OF_OFFICE: [&str; 7] = ["العام", "العامة", "التنفيذي", "التنفيذية", "الفني", "المنتدب", "المنتدبة"];
    if !scene.is_word(at) || !scene.raw(at).ends_with(['ه', 'ا', 'م']) {
        return None;
    }
    // «مساعده» is nobody of the family «مساعدة», where a text writes «ة».
    let pronoun = scene.raw(at).ends_with('ه') && scene.dotted_ta();
    let names = if pronoun { class::GIVEN } else { class::GIVEN | class::FAMILY };
    if scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Trigger(Trigger::PersonNoun)))
        || scene.classes(at) & (names | class::FUNCTION) != 0
        || !scene.continues(at + 1)
    {
        return None;
    }
    // «ونائبه», «وسفيرها»; but «وكيلها» is no «كيل».
    let letters = scene.codes(at);
    let joined = matches!(letters[0], WAW | LAM | FA) && scene.classes(at) == 0;
    let (cut, office) = match usage(scene, letters) {
        None if joined => (1_u8, usage(scene, &letters[1..])),
        office => (0, office),
    };
    let codes = &letters[usize::from(cut)..];
    // «رئيسها التنفيذى», as Egyptian papers spell it.
    let adjective = scene.raw(at + 1);
    let official =
        OF_OFFICE.contains(&adjective) || adjective.strip_suffix('ى').is_some_and(|stem| OF_OFFICE.contains(&format!("{stem}ي").as_str()));
    // «معاونه النائب علي حسن خليل»: another office of the same man.
    let another = scene.whole_hits(at + 1).any(|hit| matches!(hit.meaning, Meaning::Position(_))) && !official;
    if !office.is_some_and(|usage| usage == PositionUse::Head || official) {
        return None;
    }
    let described = official
        || !another
            && phrase::adjective(scene, at + 1)
            && agrees(scene, at, at)
            && scene.whole_trigger(at + 1, Trigger::National).is_none()
        || matches!(scene.raw(at + 1), "السابق" | "السابقة" | "الأول" | "الأولى")
        || scene.whole_hits(at + 1).any(|hit| matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. }));
    let mut last = at + usize::from(described);
    // «وكيلها للشؤون التنموية».
    let affairs = scene.continues(last + 1) && phrase::affairs(scene, last + 1);
    if let Some(end) = phrase::prepositional(scene, last + 1, arabic('ل'), 0).filter(|_| affairs) {
        last = end;
    }
    let dual = codes.ends_with(&[HA, MIM, ALEF]);
    // «عم اللاعب ومدربه», «منصب نائبته»: what is nothing but an office needs no name behind it.
    let core = owned(scene, codes).any(|meaning| matches!(meaning, Meaning::Trigger(Trigger::OfficeNoun)));
    let reading = Reading { cut, article: false };
    let mut found = Found { first: at, reading, last, marked: true, plural: false, strength: 0.8, honorific: false };
    // «سفيرها لدى أنقرة محمد فرازمند».
    let accredited = scene.continues(last + 1) && scene.raw(last + 1) == "لدى";
    let serves = if accredited { service(scene, &found) } else { None };
    found.last = serves.unwrap_or(last);
    // Behind «و» and where a family is called so, it wants more than the office.
    let alone = (dual || core) && cut == 0 && scene.classes(at) & class::FAMILY == 0;
    let held = official || affairs || alone || serves.is_some() || holder_follows(scene, last + 1);
    held.then_some((found, at))
}

/// What a word means without the pronoun at its end; of «نائبته» the «ت» is a «ة».
fn owned<'s>(scene: &'s Scene<'_, '_>, codes: &'s [u8]) -> impl Iterator<Item = &'s Meaning> {
    const PRONOUNS: [&[u8]; 5] = [&[YA, HA, MIM, ALEF], &[HA, MIM, ALEF], &[HA, ALEF], &[HA, MIM], &[HA]];
    let stems = PRONOUNS.iter().filter_map(|pronoun| codes.strip_suffix(*pronoun).filter(|stem| stem.len() >= 4));
    let nodes = stems.filter_map(|stem| {
        let feminine = || {
            let stem = [stem.strip_suffix(&[arabic('ت')])?, &[HA]].concat();
            scene.gazetteer.vocabulary.get(&stem)
        };
        scene.gazetteer.names.step(Node::ROOT, scene.gazetteer.vocabulary.get(stem).or_else(feminine)?)
    });
    nodes.flat_map(|node| scene.gazetteer.names.meanings(node))
}

/// How the one office is used that a word names without its pronoun.
fn usage(scene: &Scene<'_, '_>, codes: &[u8]) -> Option<PositionUse> {
    owned(scene, codes).find_map(|meaning| match meaning {
        Meaning::Position(id) => {
            Some(&scene.gazetteer.positions[id.0 as usize]).filter(|position| !position.plural).map(|position| position.usage)
        }
        _ => None,
    })
}
