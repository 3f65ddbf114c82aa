//! Bodies whose names stand in quotation marks, by what stands beside them: shares, boards and profits («مجلس إدارة «هيسكو»»), a nationality that a company
//! carries («فلور» الأميركية), whoever leads them («أوربكون»، التي يرأسها …).

use std::collections::{HashMap, HashSet};

use super::candidate::{Candidate, Source};
use super::organizations::quoted;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::TokenKind;
use crate::text::clitics::Reading;
use crate::text::fold::ends;

const WHOLE: Reading = Reading { cut: 0, article: false };

/// The most words a name in quotation marks may have here.
const MOST_WORDS: usize = 4;

/// What only a company has: words directly before its name.
const OF_A_COMPANY: [&str; 12] =
    ["سهم", "أسهم", "سهما", "أرباح", "خسائر", "إيرادات", "ايرادات", "مساهمو", "مساهمي", "ربحت", "خسرت", "عمومية"];

/// Proposes bodies whose quoted names have such a neighbour.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for open in 1..scene.len() {
        if !scene.is_punct(open, &['"', '«', '“']) {
            continue;
        }
        let Some(last) = quoted(scene, open).filter(|last| *last <= open + MOST_WORDS && nameable(scene, open + 1, *last)) else {
            continue;
        };
        if vehicle(scene, open - 1) && scene.continues(open) {
            out.extend(Candidate::spanning(scene, open + 1, WHOLE, last, EntityType::Product, 0.96, "product.vehicle"));
            continue;
        }
        // «شركة «بولي هوندونغ» الصينية»: found with its head.
        let headed = [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| scene.trigger(open - 1, *class).is_some());
        if headed && !of_board(scene, open - 1) {
            continue;
        }
        if company(scene, open - 1, open) || led(scene, last + 2) || national(scene, open + 1, last) {
            out.extend(Candidate::spanning(scene, open + 1, WHOLE, last, EntityType::Org, 0.8, "org.quoted-body"));
        }
    }
}

/// «هيسكو» once more: what a text quotes as a body's name is that wherever it quotes it.
pub fn repeat(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    let between =
        |first: usize, last: usize| &scene.text.raw[scene.text.tokens[first].begin as usize..scene.text.tokens[last].end as usize];
    let mut bodies: HashMap<usize, usize> = HashMap::new();
    for candidate in out.iter().filter(|candidate| candidate.kind == EntityType::Org) {
        bodies.insert(candidate.last, candidate.first);
    }
    let mut named: HashSet<&str> = HashSet::new();
    // «(تقدم)» behind a body's name, then «تقدم» in quotation marks.
    for acronym in out.iter().filter(|candidate| candidate.source == Source::Rule("org.acronym")) {
        named.insert(between(acronym.first, acronym.last));
    }
    let mut others = Vec::new();
    for open in 0..scene.len() {
        if !scene.is_punct(open, &['"', '«', '“']) {
            continue;
        }
        let Some(last) = quoted(scene, open).filter(|last| *last <= open + MOST_WORDS && nameable(scene, open + 1, *last)) else {
            continue;
        };
        // The whole of the quotation, perhaps with the noun that announces it before the mark.
        let body = bodies.get(&last).is_some_and(|first| *first == open + 1 || *first < open);
        if body { _ = named.insert(between(open + 1, last)) } else { others.push((open + 1, last)) }
    }
    for (first, last) in others.into_iter().filter(|(first, last)| named.contains(between(*first, *last))) {
        out.extend(Candidate::spanning(scene, first, WHOLE, last, EntityType::Org, 0.78, "org.quoted-body"));
    }
}

/// Whether the words between the marks may be a name: no sentence, and nothing known as something else.
fn nameable(scene: &Scene<'_, '_>, first: usize, last: usize) -> bool {
    let words = (first..=last).all(|at| {
        matches!(scene.token(at).map(|token| token.kind), Some(TokenKind::Word | TokenKind::Latin | TokenKind::Number))
            && scene.classes(at) & (class::FUNCTION | class::SPEECH) == 0
    });
    let other = |hit: &Hit| {
        hit.last == last
            && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, ambiguous: false } if scene.gazetteer.known(id).kind != EntityType::Org)
    };
    words && !scene.whole_hits(first).any(other)
}

/// Whether a noun of a ship, vehicle or aircraft announces the name that follows: «ناقلة «أمجاد»», «مدرعات «كيربي»».
fn vehicle(scene: &Scene<'_, '_>, at: usize) -> bool {
    const VEHICLES: [&str; 20] = [
        "سفينة",
        "السفينة",
        "ناقلة",
        "الناقلة",
        "باخرة",
        "الباخرة",
        "مدرعة",
        "مدرعات",
        "سيارة",
        "غواصة",
        "الغواصة",
        "مسيرة",
        "مسيّرة",
        "طراز",
        "يخت",
        "اليخت",
        "بارجة",
        "البارجة",
        "فرقاطة",
        "الفرقاطة",
    ];
    scene.is_word(at) && VEHICLES.contains(&scene.raw(at).trim_start_matches(['و', 'ب']))
}

/// «سهم «ديرتل»», «مجلس إدارة «هيسكو»», «ربحت «ودام الغذائية»».
fn company(scene: &Scene<'_, '_>, before: usize, open: usize) -> bool {
    if !scene.is_word(before) || !scene.continues(open) {
        return false;
    }
    let board = || before > 0 && scene.continues(before) && of_board(scene, before);
    OF_A_COMPANY.iter().any(|word| scene.codes(before).len() <= 8 && ends(scene.codes(before), word)) || board()
}

/// Whether «إدارة» stands behind «مجلس», so that what follows is whose board it is.
#[must_use]
pub fn of_board(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > 0
        && scene.continues(at)
        && matches!(scene.raw(at), "إدارة" | "ادارة")
        && ["مجلس", "مجالس", "مجلسي"].iter().any(|word| ends(scene.codes(at - 1), word))
}

/// «… «أوربكون»، التي يرأسها معتز الخياط».
fn led(scene: &Scene<'_, '_>, behind: usize) -> bool {
    const LEADS: [&str; 20] = [
        "يرأسها",
        "يرأسه",
        "ترأسها",
        "ترأسه",
        "يديرها",
        "يديره",
        "تديرها",
        "تديره",
        "يقودها",
        "يقوده",
        "يتزعمها",
        "يتزعمه",
        "أسسها",
        "أسسه",
        "يملكها",
        "تملكها",
        "تمتلكها",
        "يمتلكها",
        "يترأسها",
        "يترأسه",
    ];
    let which = behind + usize::from(scene.is_punct(behind, &['،', ',']));
    scene.continues(which)
        && scene.continues(which + 1)
        && matches!(scene.raw(which), "التي" | "الذي" | "التى" | "الذى")
        && LEADS.contains(&scene.raw(which + 1))
}

/// «جي جي سي» اليابانية: a name of no ordinary words that carries a state's feminine adjective.
fn national(scene: &Scene<'_, '_>, first: usize, last: usize) -> bool {
    let behind = last + 2;
    let adjective = scene.continues(behind)
        && scene.whole_hits(behind).any(|hit| matches!(hit.meaning, Meaning::Nisba { definite: true, shape: Shape::Feminine, .. }));
    adjective && (first..=last).all(|at| scene.inflected_classes(at) & class::COMMON == 0)
}
