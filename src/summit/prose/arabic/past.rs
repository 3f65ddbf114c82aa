//! The organiser's past.

use super::{Teller, names, pronoun, spaced};
use crate::proto as pb;
use crate::summit::prose::agreement::{Case, clauses, gender, ordinal};
use crate::summit::prose::clean::{arabic, named};
use crate::summit::prose::dates::When;
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::facts::accessions;

/// How many earlier summits are told.
const SUMMITS: usize = 4;

impl Teller<'_> {
    /// Founding and accessions; earlier summits.
    pub(super) fn background(&self, drafts: &mut Drafts) {
        let Some(background) = &self.facts.summit.background else { return };
        self.origins(background, drafts);
        let past: Vec<(String, &pb::PastSummit)> =
            background.past_summits.iter().filter_map(|past| Some((self.earlier(past)?, past))).take(SUMMITS).collect();
        if !past.is_empty() {
            let parts: Vec<String> = past.iter().map(|(text, _)| text.clone()).collect();
            let text = format!("{} {}", self.event.gender.of("وسبقته", "وسبقتها"), clauses(&parts));
            drafts.add(Section::Background, text, past.iter().flat_map(|(_, past)| &past.evidence));
        }
    }

    fn origins(&self, background: &pb::Background, drafts: &mut Drafts) {
        let Some(body) = self.facts.organizer else { return };
        let (name, it) = (arabic(body), pronoun(Some(body)));
        let mut evidence: Vec<&pb::Evidence> = Vec::new();
        let mut parts = Vec::new();
        if let Some(founding) = &background.founding {
            let place = named(founding.place.as_ref()).map(|place| format!("في {}", arabic(place))).unwrap_or_default();
            let when = When::parse(&founding.date).map(|date| date.arabic()).unwrap_or_default();
            if !place.is_empty() || !when.is_empty() {
                parts.push(spaced(&[gender(body).of("تأسس", "تأسست"), &name, &place, &when]));
                evidence.extend(&founding.evidence);
            }
        }
        let founders: Vec<&pb::EntityRef> = background.founders.iter().filter(|founder| !arabic(founder).is_empty()).collect();
        if !founders.is_empty() {
            let whose = if parts.is_empty() { format!("مؤسسي {name}") } else { format!("مؤسسي{it}") };
            parts.push(format!("من {whose} {}", names(&founders)));
        }
        let mut dated = false;
        for group in accessions(background) {
            let whither = if parts.is_empty() { format!("إلى {name}") } else { format!("إلي{it}") };
            let joined = group.countries.first().map_or("انضمت", |first| gender(first).of("انضم", "انضمت"));
            let when = When::parse(group.date).map(|date| date.arabic()).unwrap_or_default();
            // The verb is said once: «وانضمت إليها الهند عام 2017، وإيران عام 2023».
            let (joined, whither) = if dated && !when.is_empty() { ("", "") } else { (joined, whither.as_str()) };
            parts.push(spaced(&[joined, whither, &names(&group.countries), &when]));
            dated = !when.is_empty();
            evidence.extend(group.evidence);
        }
        if !parts.is_empty() {
            drafts.add(Section::Background, format!("و{}", clauses(&parts)), evidence);
        }
    }

    /// «القمة الخامسة والعشرون في الكويت في مارس/آذار 2014».
    fn earlier(&self, past: &pb::PastSummit) -> Option<String> {
        let place = named(past.place.as_ref()).map(|place| format!("في {}", arabic(place))).unwrap_or_default();
        let when = When::parse(&past.date).map(|date| date.arabic()).unwrap_or_default();
        if place.is_empty() && when.is_empty() {
            return None;
        }
        let which = match past.ordinal {
            0 => self.event.bare.to_owned(),
            number => format!("{} {}", self.event.definite, ordinal(number, self.event.gender, Case::Nominative)),
        };
        Some(spaced(&[&which, &place, &when]))
    }
}
