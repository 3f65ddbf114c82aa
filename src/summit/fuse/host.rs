//! Where a summit is held.

use std::collections::BTreeMap;

use crate::proto as pb;
use crate::rpc::Analyzer;
use crate::summit::reference::reference;

/// The city or country most is said for; of a country the city told of, where one is.
pub fn host(engine: &dyn Analyzer, places: BTreeMap<String, (f32, pb::EntityRef)>, summit: &mut pb::Summit) {
    let best = |places: &mut dyn Iterator<Item = &(f32, pb::EntityRef)>| {
        places
            .max_by(|a, b| {
                let city = || is_city(engine, &a.1).cmp(&is_city(engine, &b.1));
                a.0.total_cmp(&b.0).then_with(city).then_with(|| b.1.entity_id.cmp(&a.1.entity_id))
            })
            .map(|(_, place)| place.clone())
    };
    let Some(mut place) = best(&mut places.values()) else { return };
    if !is_city(engine, &place) {
        let country = place.entity_id.clone();
        let inside = |of: &&(f32, pb::EntityRef)| {
            is_city(engine, &of.1) && engine.about(&of.1.entity_id).is_some_and(|about| about.country_id == country)
        };
        // Capitals that share their country's name.
        let namesake = [("kuwait", "kuwait-city"), ("tunisia", "tunis"), ("algeria", "algiers"), ("djibouti", "djibouti-city")];
        let namesake = || namesake.iter().find(|(of, _)| *of == country).map(|(_, city)| reference(engine, city));
        match best(&mut places.values().filter(inside)).or_else(namesake) {
            Some(city) => place = city,
            None => {
                summit.host_country = Some(place);
                return;
            }
        }
    }
    let about = engine.about(&place.entity_id).unwrap_or_default();
    summit.host_country = (!about.country_id.is_empty()).then(|| reference(engine, &about.country_id));
    summit.host_city = Some(place);
}

fn is_city(engine: &dyn Analyzer, place: &pb::EntityRef) -> bool {
    engine.about(&place.entity_id).is_some_and(|about| about.subtype != "country")
}
