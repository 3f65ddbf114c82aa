//! What somebody stands for: a country, or a body.

use super::rank::is_official;
use super::reference::reference;
use crate::proto as pb;
use crate::rpc::Analyzer;

/// What somebody stands for: the country or body of their position, else of their offices or their own country.
#[must_use]
pub fn represents(engine: &dyn Analyzer, positions: &[(String, String, String)], person: &pb::EntityRef) -> Option<pb::EntityRef> {
    let of_body = positions.iter().find(|(title, _, body)| !body.is_empty() && is_official(title)).map(|(_, _, body)| body.clone());
    // The body of an official whose title does not name it.
    let known_body = || {
        let official = positions.iter().any(|(title, _, _)| is_official(title));
        let about = engine.about(&person.entity_id).filter(|_| official)?;
        about.offices.iter().map(|(_, of)| of.clone()).find(|of| engine.about(of).is_some_and(|about| about.subtype == "international"))
    };
    // «رئيس المفوضية»: of a body that only the text names, the official's own office tells which one it is.
    let named = of_body.clone().filter(|body| !body.starts_with("local:"));
    let offices = engine.about(&person.entity_id).is_some_and(|about| !about.offices.is_empty());
    let of_body = named.or_else(known_body).or(of_body.filter(|_| !offices));
    // «التقى سعد الحريري الرئيس الموريتاني»: a title of another country beside a politician's name is the next one's.
    let about = engine.about(&person.entity_id);
    let foreign = |country: &str| {
        about.as_ref().is_some_and(|about| {
            !about.offices.is_empty()
                && !about.country_id.is_empty()
                && about.country_id != country
                && about.offices.iter().all(|(_, of)| of != country)
        })
    };
    let of_country = || {
        positions
            .iter()
            .map(|(_, country, _)| country)
            .find(|country| {
                !country.is_empty()
                    && !foreign(country)
                    && !country.starts_with("local:")
                    && engine.about(country).is_some_and(|about| !about.country_id.is_empty())
            })
            .cloned()
    };
    let office = || {
        let offices = &about.as_ref()?.offices;
        offices.iter().find(|(title, _)| !matches!(title.as_str(), "party-leader" | "coach" | "spokesperson")).map(|(_, of)| of.clone())
    };
    let own = || about.as_ref().map(|about| about.country_id.clone()).filter(|country| !country.is_empty());
    let key = of_body.or_else(of_country).or_else(office).or_else(own)?;
    Some(secretariat(engine, &reference(engine, &key)))
}

/// The body whose secretariat a commission is: the African Union's is the union itself.
#[must_use]
pub fn secretariat(engine: &dyn Analyzer, body: &pb::EntityRef) -> pb::EntityRef {
    if body.entity_id == "african-union-commission" { reference(engine, "african-union") } else { body.clone() }
}
