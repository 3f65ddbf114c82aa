//! Parts of known names that need a fitting title: «الرئيس الأسد», «الوزير الراحل الفيصل».

use super::candidate::{Candidate, Link, Source};
use super::phrase;
use super::positions::Found;
use super::scene::Scene;
use crate::analysis::MentionKind;
use crate::entity_type::EntityType;
use crate::gazetteer::{EntryId, Form, Meaning, class};
use crate::text::fold::is;

/// Proposes hint forms directly behind a position; among several bearers the one whose country or office the position names.
pub fn propose(scene: &Scene<'_, '_>, positions: &[Found], out: &mut Vec<Candidate>) {
    for position in positions.iter().filter(|position| !position.plural) {
        let at = position.last + 1;
        if !scene.continues(at) || scene.classes(at) & class::FUNCTION != 0 {
            continue;
        }
        let bearers: Vec<_> = scene
            .whole_hits(at)
            .filter_map(|hit| match hit.meaning {
                Meaning::Entry { id, form: Form::Hint | Form::Short, .. } if scene.gazetteer.known(id).kind == EntityType::Person => {
                    Some((hit, id))
                }
                _ => None,
            })
            .collect();
        let Some((hit, id)) = bearers.iter().max_by_key(|(hit, id)| (hit.last, fit(scene, position, *id), std::cmp::Reverse(*id))) else {
            continue;
        };
        let fits = fit(scene, position, *id);
        let title = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Position(_)));
        // «الرئيس صالح»: behind a definite title an indefinite word is no adjective of it.
        let apposed = fits == 1
            && phrase::definite(scene, position.last, 0)
            && !phrase::definite(scene, at, 0)
            && scene.classes(at) & (class::VERB | class::SPEECH) == 0;
        // «المهندس مصطفى …»: a first name alone is anybody's.
        let anybody = fits == 0 && scene.classes(at) & class::ARABIC_GIVEN != 0;
        if title && !apposed || anybody || fits < 2 && scene.is_common(at) && !apposed || fits == 0 && bearers.len() > 1 {
            continue;
        }
        // «الرئيس عون» was two men: who of them it is another text may tell.
        let several = bearers.iter().filter(|(_, id)| fit(scene, position, *id) == fits).count() > 1;
        if apposed && several && scene.is_common(at) {
            out.push(Candidate::over(hit, EntityType::Person, 0.84, Source::Rule("person.title-name")));
            continue;
        }
        let score = if fits > 0 { 0.92 } else { 0.84 };
        out.push(
            Candidate::over(hit, EntityType::Person, score, Source::Known(*id))
                .linked(Link::Known(*id))
                .referring(MentionKind::Abbreviated),
        );
    }
}

/// How well a bearer fits a position: 2 for its country or body named in it, 1 for an office of its kind.
fn fit(scene: &Scene<'_, '_>, position: &Found, id: EntryId) -> u8 {
    let known = scene.gazetteer.known(id);
    let named = (position.first..=position.last).flat_map(|at| scene.hits(at)).any(|hit| {
        let (Meaning::Nisba { id: of, .. } | Meaning::Entry { id: of, .. }) = hit.meaning else { return false };
        let of = scene.gazetteer.known(of);
        of.kind != EntityType::Person
            && (!of.country.is_empty() && of.country == known.country || known.offices.iter().any(|(_, entity)| *entity == of.key))
    });
    let title = match scene.codes(position.first) {
        codes if is(codes, "الرئيس") => "president",
        codes if is(codes, "الملك") => "monarch",
        _ => "",
    };
    let office = known.offices.iter().any(|(office, _)| office == title);
    if named { 2 } else { u8::from(office) }
}
