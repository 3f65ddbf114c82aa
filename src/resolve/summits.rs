//! One summit under two names: «قمة أوفا» and the «قمة بريكس» that the text places in Ufa.

use std::collections::HashMap;

use crate::entity_type::EntityType;
use crate::recognize::{Candidate, Link, Scene};

/// What the rule for events calls a summit it knows by organiser or place, and year.
const PREFIX: &str = "local:event-summit-";

/// How many mentions behind a summit's name are looked at for its place.
const NEAR: usize = 24;

/// Gives a summit that is named by its place the key of the one an organiser holds there: both in the same year, the place named behind the
/// organiser's summit in its sentence, and no other organiser's summit said to be there.
pub fn unite(scene: &Scene<'_, '_>, chosen: &mut [Candidate]) {
    let summits: Vec<(usize, &str)> = chosen.iter().enumerate().filter_map(|(at, candidate)| Some((at, summit(candidate)?))).collect();
    if summits.len() < 2 {
        return;
    }
    // Which summit takes place where: its own key by place and year; none where several do.
    let mut held: HashMap<String, Option<&str>> = HashMap::new();
    for &(at, key) in &summits {
        let event = &chosen[at];
        let Some((owner, year)) = key.rsplit_once('-') else { continue };
        for place in chosen[at + 1..].iter().take(NEAR).take_while(|later| scene.sentence(later.first) == scene.sentence(event.last)) {
            if let Link::Known(id) = place.link {
                let known = scene.gazetteer.known(id);
                if place.kind == EntityType::Gpe && place.begin >= event.end && owner != known.key {
                    let there = held.entry(format!("{}-{year}", known.key)).or_insert(Some(key));
                    if *there != Some(key) {
                        *there = None;
                    }
                }
            }
        }
    }
    let renamed: Vec<(usize, String)> =
        summits.iter().filter_map(|(at, key)| Some((*at, format!("{PREFIX}{}", held.get(*key).copied().flatten()?)))).collect();
    for (at, key) in renamed {
        chosen[at].link = Link::Local(key);
    }
}

fn summit(candidate: &Candidate) -> Option<&str> {
    match &candidate.link {
        Link::Local(key) if candidate.kind == EntityType::Event => key.strip_prefix(PREFIX),
        _ => None,
    }
}
