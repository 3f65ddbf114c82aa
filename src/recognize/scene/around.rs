//! What a text as a whole says about a name in it: whether it is about sport, which countries and bodies it names.

use std::collections::HashSet;

use super::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{EntryId, Form, Meaning, Trigger, class};

impl Scene<'_, '_> {
    /// Whether the text around a token is about sport, so that «ليفربول» and «الأهلي» are clubs there.
    #[must_use]
    pub fn is_sports(&self, at: usize) -> bool {
        self.sports.get(self.sentence[at] as usize).copied().unwrap_or_default()
    }

    /// The sentences that are about sport: one word of it in sixty, over two sentences before and behind.
    pub(super) fn sport_sentences(&self) -> Vec<bool> {
        const AROUND: usize = 2;
        let sentences = &self.text.sentences;
        let words = |range: &std::ops::Range<u32>| {
            (range.start as usize..range.end as usize).filter(|at| self.trigger(*at, Trigger::Sport).is_some()).count()
        };
        let counts: Vec<usize> = sentences.iter().map(words).collect();
        (0..sentences.len())
            .map(|at| {
                let window = at.saturating_sub(AROUND)..(at + AROUND + 1).min(sentences.len());
                let tokens = sentences[window.end - 1].end as usize - sentences[window.start].start as usize;
                let found: usize = counts[window].iter().sum();
                found >= 2 && found * 60 > tokens
            })
            .collect()
    }

    /// Whether a country is named in this text, or its nisba used.
    #[must_use]
    pub fn mentions_country(&self, code: &str) -> bool {
        self.countries.iter().any(|known| known == code)
    }

    /// Whether a country, its nisba or a place in it that is nothing else stands in this text.
    #[must_use]
    pub fn speaks_of(&self, code: &str) -> bool {
        self.lands.iter().any(|known| known == code)
    }

    /// Whether a country or a place in it is named, its nisba aside.
    #[must_use]
    pub fn names_place_of(&self, code: &str) -> bool {
        self.hits.iter().any(|hit| {
            matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. }
                if self.gazetteer.known(id).country == code && matches!(self.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc))
                && !self.hits(hit.first).iter().any(|other| matches!(other.meaning, Meaning::Nisba { .. }))
        })
    }

    pub(super) fn named_lands(&self) -> Vec<String> {
        let mut codes = self.countries.clone();
        for hit in &self.hits {
            let Meaning::Entry { id, form: Form::Full, ambiguous: false } = hit.meaning else { continue };
            let known = self.gazetteer.known(id);
            let place = matches!(known.kind, EntityType::Gpe | EntityType::Loc) && !known.country.is_empty();
            if place && !codes.contains(&known.country) && self.classes(hit.first) & (class::COMMON | class::GIVEN | class::FAMILY) == 0 {
                codes.push(known.country.clone());
            }
        }
        codes
    }

    /// Whether a body's whole name, of several words, stands somewhere in the text: «حركة حماس», «قناة الجزيرة».
    #[must_use]
    pub fn names_whole(&self, id: EntryId) -> bool {
        self.wholes.contains(&id)
    }

    pub(super) fn whole_bodies(&self) -> HashSet<EntryId> {
        let whole = |hit: &Hit| match hit.meaning {
            Meaning::Entry { id, form: Form::Full, ambiguous: false }
                if hit.len() > 1 && self.gazetteer.known(id).kind == EntityType::Org =>
            {
                Some(id)
            }
            _ => None,
        };
        self.hits.iter().filter_map(whole).collect()
    }

    pub(super) fn named_countries(&self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for hit in &self.hits {
            let id = match hit.meaning {
                Meaning::Nisba { id, .. } => id,
                Meaning::Entry { id, .. } if self.gazetteer.known(id).subtype == "country" => id,
                _ => continue,
            };
            let code = &self.gazetteer.known(id).country;
            if !code.is_empty() && !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        codes
    }
}
