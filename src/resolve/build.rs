//! Chosen candidates become entities with their mentions.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{confidence, holders, key};
use crate::analysis::{CustomEntity, Entity, Mention, MentionKind, Options};
use crate::entity_type::EntityType;
use crate::gazetteer::Gazetteer;
use crate::recognize::{Candidate, Link, Scene, Source};
use crate::text::fold::fold;

/// The most positions of one person that are reported; no text gives more by honest means.
const MOST_POSITIONS: usize = 32;

/// Groups chosen candidates, ordered by (begin, −end), into entities in order of first mention.
#[must_use]
pub fn entities<'g>(scene: &Scene<'_, 'g>, chosen: &[Candidate], options: &Options<'_>) -> Vec<Entity<'g>> {
    let reported: Vec<&Candidate> = report(scene, chosen, options);
    let parents = parents(&reported);
    let mut index: HashMap<(EntityType, Cow<'g, str>), usize> = HashMap::new();
    let mut entities: Vec<Entity<'g>> = Vec::new();
    for (candidate, parent) in reported.iter().zip(parents) {
        let id = identity(scene, candidate, options.custom_entities);
        let mention = mention(scene, candidate, parent, options);
        // Numbers and dates are each their own entity unless value and text agree; the key sees to that.
        let at = *index.entry((candidate.kind, id.clone())).or_insert_with(|| {
            entities.push(entity(scene.gazetteer, candidate, id, options.custom_entities, &mention));
            entities.len() - 1
        });
        if let (Link::Text | Link::Local(_), MentionKind::Proper) = (&candidate.link, mention.kind) {
            // The longest proper mention names an unknown entity best.
            let name = candidate.name(scene);
            if name.chars().count() > entities[at].name.chars().count() {
                entities[at].name = Cow::Owned(name);
            }
        }
        entities[at].mentions.push(mention);
    }
    for (position, person) in holders::ties(scene, chosen) {
        let id = identity(scene, &chosen[person], options.custom_entities);
        if let Some(entity) = index.get(&(EntityType::Person, id)).map(|at| &mut entities[*at]) {
            let held = holders::position(scene, chosen, position);
            if entity.positions.len() < MOST_POSITIONS && entity.positions.iter().all(|known| known.title != held.title) {
                entity.positions.push(held);
            }
        }
    }
    weigh(&mut entities, scene.text.raw.len());
    entities
}

fn report<'c>(scene: &Scene<'_, '_>, chosen: &'c [Candidate], options: &Options<'_>) -> Vec<&'c Candidate> {
    let excluded: HashSet<Vec<u8>> = options.excluded_names.iter().map(|name| fold(name)).collect();
    let mut reported: Vec<&Candidate> = Vec::with_capacity(chosen.len());
    let mut outer_end = 0;
    for candidate in chosen {
        if !options.types.contains(candidate.kind)
            || options.min_confidence > 0.0 && confidence::of(scene.gazetteer, candidate) < options.min_confidence
        {
            continue;
        }
        if !excluded.is_empty() {
            let folded = fold(&scene.text.raw[candidate.begin as usize..candidate.end as usize]);
            if excluded.contains(&folded) {
                continue;
            }
        }
        if options.flat && candidate.begin < outer_end {
            continue;
        }
        outer_end = outer_end.max(candidate.end);
        reported.push(candidate);
    }
    reported
}

/// For each mention the position of the one that most closely encloses it, −1 at the top.
fn parents(reported: &[&Candidate]) -> Vec<i32> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(reported.len());
    for (at, candidate) in reported.iter().enumerate() {
        while open.last().is_some_and(|outer| reported[*outer].end < candidate.end || reported[*outer].end <= candidate.begin) {
            open.pop();
        }
        parents.push(open.last().map_or(-1, |outer| *outer as i32));
        open.push(at);
    }
    parents
}

fn mention<'g>(scene: &Scene<'_, 'g>, candidate: &Candidate, parent: i32, options: &Options<'_>) -> Mention<'g> {
    let token = &scene.text.tokens[candidate.first];
    let source: Cow<'g, str> = match candidate.source {
        Source::Known(id) => Cow::Owned(format!("gazetteer:{}", scene.gazetteer.known(id).key)),
        Source::Rule(name) => Cow::Owned(format!("rule:{name}")),
        Source::Custom(at) => Cow::Owned(format!("custom:{}", options.custom_entities[at].id)),
    };
    let proclitic: Range<usize> =
        if candidate.begin > token.begin && candidate.begin < token.end { token.begin as usize..candidate.begin as usize } else { 0..0 };
    Mention {
        span: candidate.begin as usize..candidate.end as usize,
        kind: candidate.form,
        proclitic,
        confidence: confidence::of(scene.gazetteer, candidate),
        explanation: if options.explain { explain(&source, candidate) } else { String::new() },
        source,
        parent,
        sentence: scene.sentence(candidate.first),
    }
}

fn explain(source: &str, candidate: &Candidate) -> String {
    format!(
        "{source} proposed {} tokens as {} with score {:.2}",
        candidate.last + 1 - candidate.first,
        candidate.kind.as_str(),
        candidate.score
    )
}

fn identity<'g>(scene: &Scene<'_, 'g>, candidate: &Candidate, custom: &[CustomEntity]) -> Cow<'g, str> {
    match &candidate.link {
        Link::Known(id) => Cow::Borrowed(scene.gazetteer.known(*id).key.as_str()),
        Link::Custom(at) => Cow::Owned(custom[*at].id.clone()),
        Link::Local(key) => Cow::Owned(key.clone()),
        Link::Text => Cow::Owned(key::local(candidate.kind, &candidate.name(scene))),
    }
}

fn entity<'g>(
    gazetteer: &'g Gazetteer,
    candidate: &Candidate,
    id: Cow<'g, str>,
    custom: &[CustomEntity],
    mention: &Mention<'_>,
) -> Entity<'g> {
    let mut entity = Entity {
        id,
        kind: candidate.kind,
        name: Cow::Borrowed(""),
        name_en: Cow::Borrowed(""),
        wikidata_id: Cow::Borrowed(""),
        country_code: Cow::Borrowed(""),
        salience: 0.0,
        link_confidence: 0.0,
        mentions: Vec::new(),
        positions: Vec::new(),
        value: candidate.value.clone(),
    };
    match candidate.link {
        Link::Known(known) => {
            let known = gazetteer.known(known);
            entity.name = Cow::Borrowed(&known.name);
            entity.name_en = Cow::Borrowed(&known.name_en);
            entity.wikidata_id = Cow::Borrowed(&known.wikidata);
            entity.country_code = Cow::Borrowed(&known.country);
            entity.link_confidence = mention.confidence;
        }
        Link::Custom(at) => {
            entity.name = Cow::Owned(custom[at].name.clone());
            entity.name_en = Cow::Owned(custom[at].name_en.clone());
            entity.link_confidence = mention.confidence;
        }
        Link::Local(_) | Link::Text => {}
    }
    entity
}

/// Salience: each mention weighs more the earlier it stands, a name more than a number; shares of the whole.
fn weigh(entities: &mut [Entity<'_>], length: usize) {
    let weight = |entity: &Entity<'_>| -> f32 {
        let class = match entity.kind {
            EntityType::Person | EntityType::Org | EntityType::Event => 1.0,
            EntityType::Gpe | EntityType::Law | EntityType::Loc | EntityType::Fac | EntityType::Product => 0.8,
            EntityType::Norp | EntityType::Occ | EntityType::Money => 0.4,
            _ => 0.15,
        };
        entity.mentions.iter().map(|mention| class * (1.5 - mention.span.start as f32 / length.max(1) as f32)).sum()
    };
    let weights: Vec<f32> = entities.iter().map(weight).collect();
    let total: f32 = weights.iter().sum();
    for (entity, weight) in entities.iter_mut().zip(weights) {
        entity.salience = if total > 0.0 { weight / total } else { 0.0 };
    }
}
