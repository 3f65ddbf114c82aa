//! Documents, membership, the chair.

use super::{Teller, body, capital, names};
use crate::proto as pb;
use crate::summit::prose::clean::{arabic, clean, english, named, quoted};
use crate::summit::prose::dates::When;
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::english::words::{clauses, join, number};
use crate::summit::prose::facts::{Stage, adopted, changes};
use pb::{MembershipChangeKind as Kind, SigningStatus};

/// How many documents are told by name.
const DOCUMENTS: usize = 6;

impl Teller<'_> {
    /// What was signed.
    pub(super) fn documents(&self, drafts: &mut Drafts) {
        let Some(signed) = &self.facts.summit.documents_signed else { return };
        let named: Vec<String> =
            signed.named.iter().map(|document| self.document(&document.name)).filter(|name| !name.is_empty()).collect();
        let count = usize::try_from(signed.count).unwrap_or_default();
        let list = join(&named[..named.len().min(DOCUMENTS)]);
        let counted = format!("{} {}", number(count), if count == 1 { "document" } else { "documents" });
        let what = match (count, named.len()) {
            (0, 0) => return,
            (0, _) => list,
            (_, 0) => counted,
            (count, known) if known == count => format!("{counted}: {list}"),
            (count, known) if known < count => format!("{counted}, including {list}"),
            _ => format!("{counted}; named are {list}"),
        };
        let verb = if adopted(signed) { "adopt" } else { "sign" };
        let text = match (signed.status(), self.facts.stage) {
            (SigningStatus::Signed, _) => format!("the participants {verb}ed {what}"),
            (SigningStatus::Expected, Stage::Held | Stage::Deferred | Stage::Cancelled) => {
                format!("the participants were to {verb} {what}")
            }
            (SigningStatus::Expected, _) => format!("the participants are to {verb} {what}"),
            (SigningStatus::Unspecified, _) => format!("the reports mention {what}"),
        };
        let evidence = signed.evidence.iter().chain(signed.named.iter().flat_map(|document| &document.evidence));
        drafts.add(Section::Documents, capital(&text), evidence);
    }

    /// `the Astana Declaration`, where the Arabic name says just that; else the Arabic name.
    fn document(&self, name: &str) -> String {
        let name = clean(name);
        let (head, place) = name.split_once(' ').unwrap_or((&name, ""));
        let kind = match head {
            "إعلان" => Some("Declaration"),
            "بيان" => Some("Statement"),
            "ميثاق" => Some("Charter"),
            "اتفاق" | "اتفاقية" => Some("Agreement"),
            "مبادرة" => Some("Initiative"),
            _ => None,
        };
        let known = self.facts.entities().find(|entity| arabic(entity) == place && !entity.name_en.is_empty());
        match (kind, known) {
            (Some(kind), Some(known)) => format!("the {} {kind}", english(known)),
            _ => quoted(&name),
        }
    }

    /// Who joined, applied, left.
    pub(super) fn membership(&self, drafts: &mut Drafts) {
        let groups = changes(self.facts.summit);
        let mut parts: Vec<String> = Vec::new();
        let mut last = None;
        for group in &groups {
            let again = last.replace(group.kind) == Some(group.kind);
            let it = if parts.is_empty() { self.organizer("the organisation") } else { "it".to_owned() };
            let countries = names(&group.countries);
            let many = group.countries.len() > 1;
            let (is, has) = if many { ("are", "have") } else { ("is", "has") };
            let date = When::parse(group.date).map(|date| format!(" {}", date.english())).unwrap_or_default();
            parts.push(match group.kind {
                Kind::Unspecified => continue,
                Kind::Expected => format!("{countries} {is} to join {it}{date}"),
                Kind::Applied if date.is_empty() => format!("{countries} {has} applied to join {it}"),
                Kind::Applied => format!("{countries} applied to join {it}{date}"),
                Kind::Joined => format!("{countries} joined {it}{date}"),
                Kind::Suspended if again => format!("that of {countries} was suspended{date}"),
                Kind::Suspended => format!("the membership of {countries} in {it} was suspended{date}"),
                Kind::Left => format!("{countries} left {it}{date}"),
                Kind::Observer => format!("{countries} became {} at {it}{date}", if many { "observers" } else { "an observer" }),
            });
        }
        let evidence = groups.iter().flat_map(|group| group.evidence.iter().copied());
        drafts.add(Section::Membership, capital(&clauses(&parts)), evidence);
    }

    /// The chair passing on.
    pub(super) fn presidency(&self, drafts: &mut Drafts) {
        let Some(transfer) = &self.facts.summit.presidency_transfer else { return };
        let date = When::parse(&transfer.date);
        let coming = match (&date, &self.facts.when) {
            (Some(date), Some(when)) if self.facts.stage == Stage::Held => date.after(when),
            _ => matches!(self.facts.stage, Stage::Planned | Stage::Postponed),
        };
        let chair = match self.facts.organizer {
            // The United Nations have no chair that passes on; their conferences do.
            Some(body) if body.entity_id != "united-nations" => format!("the presidency of {}", self.organizer("")),
            _ => format!("the presidency of the {}", self.event),
        };
        let verb = |past: &'static str, future: &'static str| if coming { future } else { past };
        let text = match (named(transfer.from_country.as_ref()), named(transfer.to_country.as_ref())) {
            (None, None) => return,
            (Some(from), Some(to)) => format!("{chair} {} from {} to {}", verb("passed", "is to pass"), body(from), body(to)),
            (None, Some(to)) => format!("{} {} {chair}", body(to), verb("took over", "is to take over")),
            (Some(from), None) => format!("{} {} {chair}", body(from), verb("handed over", "is to hand over")),
        };
        let date = date.map(|date| format!(" {}", date.english_term())).unwrap_or_default();
        drafts.add(Section::Presidency, capital(&format!("{text}{date}")), &transfer.evidence);
    }
}
