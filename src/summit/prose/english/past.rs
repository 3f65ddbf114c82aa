//! The organiser's past.

use super::{Teller, body, capital, names, spaced};
use crate::proto as pb;
use crate::summit::prose::clean::{arabic, named};
use crate::summit::prose::dates::When;
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::english::words::{clauses, join, ordinal};
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
            let text = format!("The {} was preceded by {}", self.event, join(&parts));
            drafts.add(Section::Background, text, past.iter().flat_map(|(_, past)| &past.evidence));
        }
    }

    fn origins(&self, background: &pb::Background, drafts: &mut Drafts) {
        if self.facts.organizer.is_none() {
            return;
        }
        let mut evidence: Vec<&pb::Evidence> = Vec::new();
        let mut parts: Vec<String> = Vec::new();
        let name = |parts: &[String]| if parts.is_empty() { self.organizer("") } else { "it".to_owned() };
        if let Some(founding) = &background.founding {
            let place = named(founding.place.as_ref()).map(|place| format!("in {}", body(place))).unwrap_or_default();
            let when = When::parse(&founding.date).map(|date| date.english()).unwrap_or_default();
            if !place.is_empty() || !when.is_empty() {
                parts.push(spaced(&[&name(&parts), "was founded", &place, &when]));
                evidence.extend(&founding.evidence);
            }
        }
        let founders: Vec<&pb::EntityRef> = background.founders.iter().filter(|founder| !arabic(founder).is_empty()).collect();
        if !founders.is_empty() {
            let many = founders.len() > 1;
            let whose = if parts.is_empty() { format!("of {}", name(&parts)) } else { String::new() };
            let among = if parts.is_empty() { "were among the founders" } else { "were among its founders" };
            let among = if many { among.to_owned() } else { among.replacen("were", "was", 1) };
            parts.push(spaced(&[&names(&founders), &among, &whose]));
        }
        let mut joined: Vec<String> = Vec::new();
        for group in accessions(background) {
            let when = When::parse(group.date).map(|date| date.english()).unwrap_or_default();
            // The verb is said once: "India joined it in 2017 and Iran in 2023".
            let verb = if joined.is_empty() || when.is_empty() { format!("joined {}", name(&parts)) } else { String::new() };
            joined.push(spaced(&[&names(&group.countries), &verb, &when]));
            evidence.extend(group.evidence);
        }
        if !joined.is_empty() {
            parts.push(join(&joined));
        }
        drafts.add(Section::Background, capital(&clauses(&parts)), evidence);
    }

    /// `the 25th summit in Kuwait in March 2014`.
    fn earlier(&self, past: &pb::PastSummit) -> Option<String> {
        let place = named(past.place.as_ref()).map(|place| format!("in {}", body(place))).unwrap_or_default();
        let when = When::parse(&past.date).map(|date| date.english()).unwrap_or_default();
        if place.is_empty() && when.is_empty() {
            return None;
        }
        let which = match past.ordinal {
            0 => format!("a {}", self.event),
            number => format!("the {} {}", ordinal(number), self.event),
        };
        Some(spaced(&[&which, &place, &when]))
    }
}
