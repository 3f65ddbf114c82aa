//! Documents, membership, the chair.

use super::{Teller, names, pronoun};
use crate::proto as pb;
use crate::summit::prose::agreement::{Case, DOCUMENT, Gender, clauses, counted, gender, join};
use crate::summit::prose::clean::{arabic, clean, named, quoted};
use crate::summit::prose::dates::When;
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::facts::{Stage, adopted, changes};
use pb::{MembershipChangeKind as Kind, SigningStatus};

/// How many documents are told by name.
const DOCUMENTS: usize = 6;

impl Teller<'_> {
    /// What was signed.
    pub(super) fn documents(&self, drafts: &mut Drafts) {
        let Some(signed) = &self.facts.summit.documents_signed else { return };
        let named: Vec<String> =
            signed.named.iter().filter(|document| !clean(&document.name).is_empty()).map(|document| quoted(&document.name)).collect();
        let count = usize::try_from(signed.count).unwrap_or_default();
        let list = join(&named[..named.len().min(DOCUMENTS)]);
        let what = match (count, named.len()) {
            (0, 0) => return,
            (0, _) => list,
            (_, 0) => counted(count, &DOCUMENT, Case::Oblique),
            (_, known) => {
                let relation = match known {
                    2 if count == 2 => "هما",
                    _ if known == count => "هي",
                    _ if known < count => "بينها",
                    _ => "وورد ذكر",
                };
                format!("{}، {relation} {list}", counted(count, &DOCUMENT, Case::Oblique))
            }
        };
        let (past, future) = if adopted(signed) { ("واعتمد", "يعتمد") } else { ("ووقّع", "يوقّع") };
        let text = match (signed.status(), self.facts.stage) {
            (SigningStatus::Signed, _) => format!("{past} المشاركون {what}"),
            (SigningStatus::Expected, Stage::Held | Stage::Deferred | Stage::Cancelled) => {
                format!("وكان منتظرا أن {future} المشاركون {what}")
            }
            (SigningStatus::Expected, _) => format!("ومن المنتظر أن {future} المشاركون {what}"),
            (SigningStatus::Unspecified, _) => format!("وتشير التقارير إلى {what}"),
        };
        drafts.add(Section::Documents, text, signed.evidence.iter().chain(signed.named.iter().flat_map(|document| &document.evidence)));
    }

    /// Who joined, applied, left.
    pub(super) fn membership(&self, drafts: &mut Drafts) {
        let organizer = self.facts.organizer;
        let groups = changes(self.facts.summit);
        let mut parts: Vec<String> = Vec::new();
        let mut last = None;
        for group in &groups {
            let date = When::parse(group.date).map(|date| format!(" {}", date.arabic())).unwrap_or_default();
            let repeated = last == Some(group.kind) && !date.is_empty();
            last = (!date.is_empty()).then_some(group.kind);
            if repeated && matches!(group.kind, Kind::Joined | Kind::Left | Kind::Suspended) {
                let what = if group.kind == Kind::Suspended { "عضوية " } else { "" };
                parts.push(format!("{what}{}{date}", names(&group.countries)));
                continue;
            }
            let it = |preposition: &str, attached: &str| {
                if parts.is_empty() {
                    format!("{preposition} {}", self.organizer("المنظمة"))
                } else {
                    format!("{attached}{}", pronoun(organizer))
                }
            };
            let countries = names(&group.countries);
            let first = group.countries.first().map_or(Gender::Feminine, |country| gender(country));
            let text = match group.kind {
                Kind::Unspecified => continue,
                Kind::Expected => format!("من المقرر أن {} {countries} {}", first.of("ينضم", "تنضم"), it("إلى", "إلي")),
                Kind::Applied => format!("{} {countries} بطلب للانضمام {}", first.of("تقدم", "تقدمت"), it("إلى", "إلي")),
                Kind::Joined => format!("{} {countries} {}", first.of("انضم", "انضمت"), it("إلى", "إلي")),
                Kind::Suspended => format!("عُلّقت عضوية {countries} {}", it("في", "في")),
                Kind::Left => format!("{} {countries} {}", first.of("انسحب", "انسحبت"), it("من", "من")),
                Kind::Observer => format!("{} {countries} صفة مراقب {}", first.of("نال", "نالت"), it("لدى", "لدي")),
            };
            parts.push(text + &date);
        }
        if !parts.is_empty() {
            let evidence = groups.iter().flat_map(|group| group.evidence.iter().copied());
            drafts.add(Section::Membership, format!("و{}", clauses(&parts)), evidence);
        }
    }

    /// The chair passing on.
    pub(super) fn presidency(&self, drafts: &mut Drafts) {
        let Some(transfer) = &self.facts.summit.presidency_transfer else { return };
        let date = When::parse(&transfer.date);
        let coming = match (&date, &self.facts.when) {
            (Some(date), Some(when)) if self.facts.stage == Stage::Held => date.after(when),
            _ => matches!(self.facts.stage, Stage::Planned | Stage::Postponed),
        };
        // The United Nations have no chair that passes on; their conferences do.
        let body = self.facts.organizer.filter(|body| body.entity_id != "united-nations");
        let chair = body.map_or_else(|| format!("رئاسة {}", self.event.definite), |body| format!("رئاسة {}", arabic(body)));
        let text = match (named(transfer.from_country.as_ref()), named(transfer.to_country.as_ref())) {
            (None, None) => return,
            (Some(from), Some(to)) => {
                format!("{} {chair} من {} إلى {}", if coming { "وتنتقل" } else { "وانتقلت" }, arabic(from), arabic(to))
            }
            (None, Some(to)) => {
                let verb = if coming { gender(to).of("ويتسلم", "وتتسلم") } else { gender(to).of("وتسلم", "وتسلمت") };
                format!("{verb} {} {chair}", arabic(to))
            }
            (Some(from), None) => {
                let verb =
                    if coming { gender(from).of("ويسلّم", "وتسلّم") } else { gender(from).of("وسلّم", "وسلّمت") };
                format!("{verb} {} {chair}", arabic(from))
            }
        };
        let text = date.map_or_else(|| text.clone(), |date| format!("{text} {}", date.arabic_term()));
        drafts.add(Section::Presidency, text, &transfer.evidence);
    }
}
