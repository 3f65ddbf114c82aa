//! Who hosted, came, stayed away, met.

use super::{Teller, body, list, names, titles, who};
use crate::proto as pb;
use crate::summit::prose::clean::{english, named, quoted};
use crate::summit::prose::dates::When;
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::english::words::clauses;
use crate::summit::prose::facts::{Stage, evidence_of};
use crate::summit::prose::meetings::hubs;

/// How many stand-ins, and how many who met others, are told.
const CLAUSES: usize = 6;

impl Teller<'_> {
    /// Host and members; then guests and officials; then those of whom less is said.
    pub(super) fn present(&self, drafts: &mut Drafts) {
        let roll = &self.facts.roll;
        let host = roll.host.map(|host| format!("{} {} the {}", who(host), self.tense("hosted", "is to host", "was to host"), self.event));
        let happened = matches!(self.facts.stage, Stage::Held | Stage::Unknown);
        let members = (!roll.members.is_empty()).then(|| {
            let people = list(&roll.members);
            let be = match (matches!(self.facts.stage, Stage::Deferred | Stage::Cancelled), roll.members.len() > 1) {
                (true, true) => "were",
                (true, false) => "was",
                (false, true) => "are",
                (false, false) => "is",
            };
            match (happened, host.is_some()) {
                (true, true) => format!("which was attended by {people}"),
                (true, false) => format!("{people} attended the {}", self.event),
                (false, true) => format!("with {people} expected to attend"),
                (false, false) => format!("{people} {be} expected to attend the {}", self.event),
            }
        });
        let told: Vec<&pb::Participant> = roll.host.into_iter().chain(roll.members.iter().copied()).collect();
        let text = host.into_iter().chain(members).collect::<Vec<String>>().join(", ");
        drafts.add(Section::Present, super::capital(&text), evidence_of(&told));
        let mut told: Vec<&pb::Participant> = Vec::new();
        let mut groups = Vec::new();
        for (people, one, several) in [
            (&roll.guests, "as a guest", "as guests"),
            (&roll.observers, "as an observer", "as observers"),
            (&roll.officials, "as an organisation official", "as organisation officials"),
        ] {
            if !people.is_empty() {
                let verb = match (groups.is_empty(), self.facts.stage) {
                    (false, _) => "",
                    (true, Stage::Held | Stage::Unknown) => "took part ",
                    (true, Stage::Deferred | Stage::Cancelled) if people.len() == 1 => "was expected ",
                    (true, Stage::Deferred | Stage::Cancelled) => "were expected ",
                    (true, _) if people.len() == 1 => "is expected ",
                    (true, _) => "are expected ",
                };
                groups.push(format!("{} {verb}{}", list(people), if people.len() == 1 { one } else { several }));
                told.extend(people);
            }
        }
        drafts.add(Section::Present, super::capital(&groups.join("; ")), evidence_of(&told));
        for (people, one, several) in [
            (&roll.awaited, "had been expected to attend", "had been expected to attend"),
            (&roll.invited, "was invited", "were invited"),
            (&roll.unsaid, "is named among the participants", "are named among the participants"),
        ] {
            if !people.is_empty() {
                let verb = if people.len() == 1 { one } else { several };
                drafts.add(Section::Present, super::capital(&format!("{} {verb}", list(people))), evidence_of(people));
            }
        }
    }

    /// Who did not come, and who stood in for them.
    pub(super) fn absent(&self, drafts: &mut Drafts) {
        let roll = &self.facts.roll;
        let mut parts = Vec::new();
        if !roll.absent.is_empty() {
            let people = list(&roll.absent);
            let one = roll.absent.len() == 1;
            parts.push(match self.facts.stage {
                Stage::Held | Stage::Unknown => format!("{people} {} absent", if one { "was" } else { "were" }),
                Stage::Planned => format!("{people} {} not to attend", if one { "is" } else { "are" }),
                Stage::Postponed | Stage::Deferred | Stage::Cancelled => {
                    format!("{people} {} not to have attended", if one { "was" } else { "were" })
                }
            });
        }
        for participant in roll.represented.iter().take(CLAUSES) {
            parts.push(self.represented(participant));
        }
        let told: Vec<&pb::Participant> = roll.absent.iter().chain(roll.represented.iter().take(CLAUSES)).copied().collect();
        drafts.add(Section::Absent, super::capital(&parts.join("; ")), evidence_of(&told));
    }

    fn represented(&self, participant: &pb::Participant) -> String {
        let whom = who(participant);
        let stands_for = named(participant.represents.as_ref());
        let deputy = named(participant.represented_by_person.as_ref());
        let title = titles::english(&participant.represented_by_title, stands_for);
        let verb = self.tense("was represented by", "is to be represented by", "was to be represented by");
        match (deputy, title) {
            (Some(deputy), _) => {
                format!("{whom} {verb} {}", titles::person(&english(deputy), &participant.represented_by_title, stands_for))
            }
            (None, Some(title)) => format!("{whom} {verb} the {}", title.to_lowercase()),
            (None, None) => format!("{whom} {} a representative", self.tense("sent", "is to send", "was to send")),
        }
    }

    /// Meetings of two: held, to come, possible, ruled out.
    pub(super) fn meetings(&self, drafts: &mut Drafts) {
        let past = matches!(self.facts.stage, Stage::Held | Stage::Cancelled | Stage::Deferred | Stage::Postponed);
        for (status, phrase) in [
            (pb::MeetingStatus::Held, "held bilateral talks with"),
            (pb::MeetingStatus::Planned, if past { "was to meet" } else { "is to meet" }),
            (pb::MeetingStatus::Possible, if past { "might have met" } else { "may meet" }),
            (pb::MeetingStatus::NotPlanned, if past { "was not due to meet" } else { "is not due to meet" }),
            (pb::MeetingStatus::Unspecified, "is mentioned as meeting"),
        ] {
            let mut parts = Vec::new();
            let mut evidence = Vec::new();
            let mut margin = "";
            for hub in hubs(self.facts.summit, status).into_iter().take(CLAUSES) {
                if parts.is_empty() && status == pb::MeetingStatus::Held && self.facts.on_margin(hub.date) {
                    margin = "on the sidelines, ";
                }
                let date = When::parse(hub.date).filter(|date| self.facts.when.as_ref() != Some(date));
                let date = date.map(|date| format!(" {}", date.english())).unwrap_or_default();
                parts.push(format!("{} {phrase} {}{date}", body(hub.first), names(&hub.with)));
                evidence.extend(hub.evidence);
            }
            if !parts.is_empty() {
                drafts.add(Section::Meetings, super::capital(&format!("{margin}{}", clauses(&parts))), evidence);
            }
        }
    }

    /// Short quotes, in the words they were said in.
    pub(super) fn statements(&self, drafts: &mut Drafts) {
        for (speaker, statement) in self.facts.quotes(2) {
            let text = super::capital(&format!("{} said: {}", body(speaker), quoted(&statement.quote)));
            drafts.add(Section::Statements, text, &statement.evidence);
        }
    }
}
