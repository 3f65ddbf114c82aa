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
                    1 if count == 1 => "هي",
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
            (SigningStatus::Expected, Stage::Held | Stage::Cancelled) => format!("وكان منتظرا أن {future} المشاركون {what}"),
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
        for group in &groups {
            let it = |preposition: &str, attached: &str| {
                if parts.is_empty() {
                    format!("{preposition} {}", self.organizer("المنظمة"))
                } else {
                    format!("{attached}{}", pronoun(organizer))
                }
            };
            let list = names(&group.countries);
            let first = group.countries.first().map_or(Gender::Feminine, |country| gender(country));
            let mut text = match group.kind {
                Kind::Unspecified => continue,
                Kind::Expected => format!("من المقرر أن {} {list} {}", first.of("ينضم", "تنضم"), it("إلى", "إلي")),
                Kind::Applied => format!("{} {list} بطلب للانضمام {}", first.of("تقدم", "تقدمت"), it("إلى", "إلي")),
                Kind::Joined => format!("{} {list} {}", first.of("انضم", "انضمت"), it("إلى", "إلي")),
                Kind::Suspended => format!("عُلّقت عضوية {list} {}", it("في", "في")),
                Kind::Left => format!("{} {list} {}", first.of("انسحب", "انسحبت"), it("من", "من")),
                Kind::Observer => format!("{} {list} صفة مراقب {}", first.of("نال", "نالت"), it("لدى", "لدي")),
            };
            if let Some(date) = When::parse(group.date) {
                text = format!("{text} {}", date.arabic());
            }
            parts.push(text);
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
        let chair = self.facts.organizer.map_or_else(|| format!("رئاسة {}", self.event.definite), |body| format!("رئاسة {}", arabic(body)));
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
