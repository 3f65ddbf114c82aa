//! Common nouns that stand for an organisation: «المنظمة» after «منظمة شنغهاي للتعاون», «حكومته», «الفريق» for a club.

use std::collections::HashMap;

use crate::analysis::MentionKind;
use crate::entity_type::EntityType;
use crate::gazetteer::{Meaning, Trigger};
use crate::recognize::phrase;
use crate::recognize::{Candidate, Hit, Link, Scene, Source};

use super::corefer::{WINDOW, lasting};
use crate::text::fold::{arabic, fold, is as spelled};

/// An organisation of the text: where it stands, the noun that heads its name, and what it refers to.
struct Body {
    first: usize,
    head: Vec<u8>,
    link: Link,
}

/// Proposes definite nouns for the organisation mentioned last whose name they head; «المجموعة» and «التجمع» also for an international one headed by
/// another noun, «الفريق» for a club. State bodies («الحكومة») need no antecedent.
pub fn propose(scene: &Scene<'_, '_>, chosen: &[Candidate], out: &mut Vec<Candidate>) {
    let bodies: Vec<Body> = chosen
        .iter()
        .filter(|candidate| candidate.kind == EntityType::Org && candidate.form == MentionKind::Proper)
        .map(|candidate| Body { first: candidate.first, head: head(scene, candidate), link: lasting(scene, candidate) })
        .collect();
    // «رئيس البلدية», «مدير الشرطة»: what an office is of is a body, named before or not.
    let offices: HashMap<usize, usize> =
        chosen.iter().filter(|candidate| candidate.kind == EntityType::Occ).map(|candidate| (candidate.last, candidate.first)).collect();
    for at in 0..scene.len() {
        let believable = |hit: &&Hit| hit.reading.cut == 0 || scene.classes(at) == 0;
        let state = scene.trigger(at, Trigger::StateNominal).filter(believable);
        let Some(hit) = state.or_else(|| scene.trigger(at, Trigger::OrgNominal).filter(believable)) else { continue };
        if state.is_none() && (is_group(scene, hit) || is_adjective(scene, hit) || is_described(scene, hit)) {
            continue;
        }
        let Some(link) = antecedent(scene, &bodies, hit).or_else(|| {
            let definite = phrase::definite(scene, hit.first, 0) && hit.reading.cut == 0;
            let next = hit.next();
            let kind =
                scene.continues(next) && scene.is_word(next) && phrase::definite(scene, next, 0) && scene.raw(next).ends_with(['ي', 'ة']);
            let held = hit.first > 0
                && scene
                    .hits(hit.first - 1)
                    .iter()
                    .any(|office| office.last + 1 == hit.first && matches!(office.meaning, Meaning::Position(_)));
            let governed = definite && held && !kind && offices.get(&hit.last).is_some_and(|first| *first < hit.first);
            (state.is_some() || governed).then_some(Link::Text)
        }) else {
            continue;
        };
        let candidate = Candidate::over(hit, EntityType::Org, 0.78, Source::Rule("org.nominal")).linked(link);
        out.push(candidate.referring(MentionKind::Nominal));
    }
}

/// «المجموعة الثالثة» is a group of a tournament.
fn is_group(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let next = hit.next();
    scene.continues(next) && scene.whole_hits(next).any(|next| matches!(next.meaning, Meaning::Ordinal { .. }))
}

/// «القوة العسكرية», «المجموعة الدولية»: with an adjective it is another thing of the kind.
fn is_described(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let next = hit.next();
    scene.continues(next) && scene.is_word(next) && phrase::definite(scene, next, 0) && phrase::adjective(scene, next)
}

/// «الجريمة المنظمة»: behind a definite noun the word is an adjective.
fn is_adjective(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let at = hit.first;
    hit.reading.cut == 0
        && at > 0
        && scene.continues(at)
        && scene.is_word(at - 1)
        && (0..=1).any(|cut| phrase::definite(scene, at - 1, cut))
}

/// The body a noun stands for: the nearest before with that head, then one of its kind, then the first behind.
fn antecedent(scene: &Scene<'_, '_>, bodies: &[Body], hit: &Hit) -> Option<Link> {
    let noun = one_word(noun(scene, hit));
    let is = |words: &[&str]| words.iter().any(|word| spelled(&noun, word));
    let kind = if is(&["نادي", "فريق"]) {
        Some("club")
    } else if is(&["مجموعة", "تجمع", "تكتل"]) {
        Some("international")
    } else {
        None
    };
    let headed = |body: &&Body| body.head == noun;
    // «فريقه» is whoever's he plays for; «باستخدام القوة» is no force of the text.
    let owned = !hit.reading.article && !scene.codes(hit.first)[hit.reading.cut as usize..].starts_with(&[arabic('ا'), arabic('ل')]);
    let kind = kind.filter(|_| !owned);
    let used = || {
        hit.first > 0
            && scene.continues(hit.first)
            && ["استخدام", "منطلق", "وسائل", "لغة", "مبدأ", "موازين", "منطق"].iter().any(|word| scene.raw(hit.first - 1).ends_with(word))
    };
    if is(&["قوة"]) && used() {
        return None;
    }
    let alike = |body: &&Body| kind.is_some_and(|kind| matches!(body.link, Link::Known(id) if scene.gazetteer.known(id).subtype == kind));
    let here = bodies.partition_point(|body| body.first < hit.first);
    let before = &bodies[here.saturating_sub(WINDOW)..here];
    let nearest = before.iter().rev().find(headed).or_else(|| before.iter().rev().find(alike));
    nearest.or_else(|| bodies.iter().take(WINDOW).find(headed)).map(|body| body.link.clone())
}

/// One word for heads that mean the same: «المصرف» after «بنك التنمية».
fn one_word(head: Vec<u8>) -> Vec<u8> {
    if spelled(&head, "مصرف") { fold("بنك") } else { head }
}

/// The noun itself, without its article or pronoun: «المنظمة» → «منظمة», «حكومته» → «حكومة».
fn noun(scene: &Scene<'_, '_>, hit: &Hit) -> Vec<u8> {
    let codes = &scene.codes(hit.first)[hit.reading.cut as usize..];
    if hit.reading.article {
        return codes[1..].to_vec();
    }
    if let Some(bare) = codes.strip_prefix(&[arabic('ا'), arabic('ل')]) {
        return bare.to_vec();
    }
    let owned =
        ["تهم", "تها", "ته"].iter().find_map(|suffix| codes.strip_suffix(&fold(suffix)[..])).map(|stem| [stem, &fold("ه")].concat());
    owned.or_else(|| codes.strip_suffix(&fold("ه")[..]).map(<[u8]>::to_vec)).unwrap_or_else(|| codes.to_vec())
}

/// The noun a body's name is headed by, without its article: by its canonical name where it is known, else as it stands.
fn head(scene: &Scene<'_, '_>, candidate: &Candidate) -> Vec<u8> {
    let name = match candidate.link {
        Link::Known(id) => fold(&scene.gazetteer.known(id).name),
        _ => fold(&candidate.name(scene)),
    };
    let first = name.split(|code| *code == b' ').next().unwrap_or_default();
    one_word(first.strip_prefix(&[arabic('ا'), arabic('ل')]).unwrap_or(first).to_vec())
}
