//! Nationality, faith and group words: «الروسي», «مسؤولين صينيين».

use super::candidate::{Candidate, Link, Source};
use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::TokenKind;
use crate::text::fold::{arabic, ends};

/// Proposes nisbas as NORP.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    for at in 0..scene.len() {
        for hit in scene.hits(at) {
            let Meaning::Nisba { id, shape, .. } = hit.meaning else { continue };
            let known = scene.gazetteer.known(id);
            // Adjectives of continents are no groups, people from them are: «الدول الأفريقية» against «الأفارقة».
            let region = known.kind == EntityType::Loc
                && !matches!(known.key.as_str(), "arab-world" | "western-world" | "islamic-world")
                && !of_one_korea(scene, hit, &known.key);
            if region && shape != Shape::Plural {
                continue;
            }
            // «روسيا» is the country, not «روسي» in the accusative; but «العلاقات السعودية», «سائحا بريطانيا» agree with their noun.
            let agrees = agrees_with_noun(scene, hit);
            if agrees {
                out.push(Candidate::over(hit, EntityType::Norp, 0.97, Source::Rule("norp.agreeing")).linked(Link::Known(id)));
                continue;
            }
            if scene.whole_hits(at).any(|whole| matches!(whole.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "country")) {
                continue;
            }
            if known.key == "western-world" && is_compass(scene, at) {
                continue;
            }
            if is_ordinary(scene, hit) || of_district(scene, hit) || adverb(scene, hit) || names_medium(scene, hit) {
                continue;
            }
            if hit.reading.cut > 0
                && scene.whole_hits(at).any(|whole| matches!(whole.meaning, Meaning::Entry { .. } | Meaning::Nisba { .. }))
            {
                continue;
            }
            out.push(Candidate::over(hit, EntityType::Norp, 0.85, Source::Rule("norp.nisba")).linked(Link::Known(id)));
        }
    }
}

/// «قناة العربية»: a medium goes by the word, of whom nothing is said.
fn names_medium(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let before = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first));
    before.is_some_and(|before| {
        scene.hits(before).iter().any(|body| {
            body.last == hit.last
                && matches!(body.meaning, Meaning::Entry { id, form: Form::Full, .. } if matches!(scene.gazetteer.known(id).subtype.as_str(), "channel" | "newspaper" | "magazine"))
        })
    })
}

/// «عربيا، قالت الوزيرة»: an accusative that opens a sentence says in which field, of whom nothing is said.
fn adverb(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let at = hit.first;
    let opens = at == 0 || !scene.continues(at) || scene.is_punct(at - 1, &['.', '؛', ':', '«', '"']);
    opens && hit.reading.cut <= 1 && scene.raw(at).ends_with(['ا', 'ً']) && scene.is_punct(hit.next(), &['،', ',', ':', '-', '–'])
}

/// «الجانب الكوري» is one of the two Koreas where the text names it; «الحرب الكورية» is the peninsula's.
fn of_one_korea(scene: &Scene<'_, '_>, hit: &Hit, key: &str) -> bool {
    let named = || scene.mentions_country("KR") || scene.mentions_country("KP");
    let both = || hit.first > 0 && ["الحرب", "الجزيرة", "الأزمة", "القضية", "القمة"].contains(&scene.raw(hit.first - 1));
    key == "korean-peninsula" && named() && !both()
}

/// A nisba that is also its country's name stands for the people where it agrees with the noun before it.
fn agrees_with_noun(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let country = scene.whole_hits(hit.first).any(
        |whole| matches!(whole.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).subtype == "country"),
    );
    if !country || hit.reading.cut > 0 || hit.first == 0 || !scene.continues(hit.first) {
        return false;
    }
    let before = hit.first - 1;
    // «19 إيطاليا»: behind 11 to 99 what is counted stands in the accusative.
    if scene.text.tokens[before].kind == TokenKind::Number {
        let tens = scene.codes(before).len() == 2 && !scene.raw(before).starts_with('0') && scene.raw(before) != "10";
        return tens && ends(scene.codes(hit.first), "يا");
    }
    if !scene.is_word(before) {
        return false;
    }
    if of_its_city(scene, hit) || of_its_company(scene, hit) {
        return true;
    }
    let classes = scene.inflected_classes(before);
    let noun = classes & class::COMMON != 0 && classes & (class::FUNCTION | class::VERB | class::SPEECH) == 0;
    let definite =
        |at: usize| (0..=1).any(|cut| phrase::definite(scene, at, cut)) || scene.codes(at).starts_with(&[arabic('ل'), arabic('ل')]);
    if phrase::definite(scene, hit.first, 0) {
        let feminine = ends(scene.codes(before), "ات") || ends(scene.codes(before), "ه");
        // «المصارف السعودية»: of things any plural is feminine.
        let things = ends(scene.codes(hit.first), "ه") && phrase::definite(scene, before, 0) && scene.codes(before).len() >= 6;
        return noun && definite(before) && (feminine == ends(scene.codes(hit.first), "ه") || things);
    }
    // «سائحا بريطانيا»: both in the indefinite accusative.
    noun && !definite(before)
        && ends(scene.codes(before), "ا")
        && ends(scene.codes(hit.first), "يا")
        && scene.codes(before).len() > 3
        && classes & class::ADJECTIVE == 0
        && person_noun(scene, before)
}

/// «أرامكو السعودية», «وكالة الأنباء السعودية»: in the name of a body of that country.
fn of_its_company(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let Meaning::Nisba { id, .. } = hit.meaning else { return false };
    let country = &scene.gazetteer.known(id).country;
    let from = hit.first.saturating_sub(4);
    (from..hit.first).flat_map(|at| scene.hits(at)).any(|body| {
        let Meaning::Entry { id, form, .. } = body.meaning else { return false };
        let known = scene.gazetteer.known(id);
        form != Form::Hint
            && (body.last == hit.first || body.last + 1 == hit.first)
            && known.kind == EntityType::Org
            && known.country == *country
    })
}

/// «جدة السعودية», «حلب السورية»: behind a city of that country.
fn of_its_city(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let Meaning::Nisba { id, .. } = hit.meaning else { return false };
    let country = &scene.gazetteer.known(id).country;
    let from = hit.first.saturating_sub(3);
    phrase::definite(scene, hit.first, 0)
        && (from..hit.first).flat_map(|at| scene.hits(at)).any(|city| {
            let Meaning::Entry { id, form: Form::Full, .. } = city.meaning else { return false };
            let known = scene.gazetteer.known(id);
            city.last + 1 == hit.first && known.kind == EntityType::Gpe && known.subtype != "country" && known.country == *country
        })
}

/// Whether a noun in the accusative is a person's: «سائحا», «جنديا».
fn person_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hits(at).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_)))
        || scene.raw(at).ends_with("ا") && scene.gazetteer.classes_of(&scene.codes(at)[..scene.codes(at).len() - 1]) & class::COMMON != 0
}

/// «مالي», «سريان», «قمري» are ordinary words too: only behind a position, a body or a person's noun are they nationalities.
fn is_ordinary(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    if hit.len() > 1 {
        return false;
    }
    let Meaning::Nisba { ambiguous, .. } = hit.meaning else { return false };
    if !ambiguous {
        return false;
    }
    // «السوق المالية»: a nationality only where the text speaks of the country by another word.
    let Meaning::Nisba { id, .. } = hit.meaning else { return false };
    let country = &scene.gazetteer.known(id).country;
    let spoken = country.is_empty() || scene.names_place_of(country);
    if !spoken && phrase::definite(scene, hit.first, hit.reading.cut as usize) {
        return true;
    }
    let before = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first));
    // «وزير المالية» is a construct: an adjective with the article wants a noun with it.
    if phrase::definite(scene, hit.first, hit.reading.cut as usize)
        && before.is_some_and(|before| !(0..=1).any(|cut| phrase::definite(scene, before, cut)))
    {
        return true;
    }
    !before.is_some_and(|before| {
        scene.hits(before).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_) | Meaning::Nisba { .. } | Meaning::Entry { .. }))
            || [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| {
                scene.trigger(before, *class).is_some() && phrase::definite(scene, before, 0) && !scene.raw(before).ends_with("المؤسسة")
            })
    })
}

/// «محافظ الغربية», «محافظة الشرقية»: a province named by its direction.
fn of_district(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    hit.first > 0
        && scene.continues(hit.first)
        && hit.reading.cut == 0
        && ["محافظ", "محافظة", "محافظات", "محافظتي", "مديرية", "أهالي"].iter().any(|word| ends(scene.codes(hit.first - 1), word))
        && scene
            .whole_hits(hit.first)
            .any(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe))
}

/// «غربي» is a direction behind nouns of place and behind places («الضفة الغربية», «جارة روسيا الغربية»).
fn is_compass(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > 0
        && scene.continues(at)
        && (scene.trigger(at - 1, Trigger::CompassContext).is_some()
            || scene.trigger(at - 1, Trigger::Direction).is_some()
            || scene.hits(at - 1).iter().any(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc))))
}
