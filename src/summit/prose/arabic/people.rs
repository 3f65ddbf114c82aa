//! Who hosted, came, stayed away, met.

use super::{Teller, arabic, names, person_of, title, who};
use crate::proto as pb;
use crate::summit::prose::agreement::{Gender, clauses};
use crate::summit::prose::clean::{named, quoted, same};
use crate::summit::prose::dates::When;
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::facts::{Stage, evidence_of, participant_gender};
use crate::summit::prose::meetings::{Hub, hubs};

/// How many stand-ins, and how many who met others, are told.
const CLAUSES: usize = 6;

impl Teller<'_> {
    /// Host and members; then guests and officials; then those of whom less is said.
    pub(super) fn present(&self, drafts: &mut Drafts) {
        let roll = &self.facts.roll;
        let it = self.event.pronoun();
        let mut told: Vec<&pb::Participant> = roll.host.into_iter().collect();
        let mut parts = Vec::new();
        if let Some(host) = roll.host {
            let gender = participant_gender(host);
            let verb = self.tense(
                gender.of("استضاف", "استضافت"),
                gender.of("يستضيف", "تستضيف"),
                gender.of("كان مقررا أن يستضيف", "كان مقررا أن تستضيف"),
            );
            parts.push(format!("{verb} {} {}", self.event.definite, who(host)));
        }
        if !roll.members.is_empty() {
            let (list, gender) = self.list(&roll.members);
            let object = if parts.is_empty() { format!(" {}", self.event.definite) } else { it.to_owned() };
            parts.push(format!("{}{object} {list}", self.attend(gender)));
            told.extend(&roll.members);
        }
        add_clauses(drafts, Section::Present, &parts, &told);
        let mut told: Vec<&pb::Participant> = Vec::new();
        let mut groups = Vec::new();
        for (of, people) in [("من الضيوف", &roll.guests), ("من المراقبين", &roll.observers), ("من مسؤولي المنظمات", &roll.officials)]
        {
            if !people.is_empty() {
                groups.push(format!("{of} {}", self.list(people).0));
                told.extend(people);
            }
        }
        if !groups.is_empty() {
            let text = match (self.tense("حضر", "من المتوقع أن يحضر", "كان متوقعا أن يحضر"), parts.is_empty())
            {
                (verb, true) => format!("و{verb}{it} {}", clauses(&groups)),
                (verb @ "حضر", false) => format!("كما {verb}{it} {}", clauses(&groups)),
                (verb, false) => format!("و{verb}{it} أيضا {}", clauses(&groups)),
            };
            drafts.add(Section::Present, text, evidence_of(&told));
        }
        if !roll.awaited.is_empty() {
            let (list, gender) = self.list(&roll.awaited);
            let text = format!("وكان متوقعا أن {}{it} {list}", gender.of("يحضر", "تحضر"));
            drafts.add(Section::Present, text, evidence_of(&roll.awaited));
        }
        if !roll.invited.is_empty() {
            let text = format!("ووُجهت الدعوة إلى {}", self.list(&roll.invited).0);
            drafts.add(Section::Present, text, evidence_of(&roll.invited));
        }
        if !roll.unsaid.is_empty() {
            let text = format!("ويُذكر بين المشاركين {}", self.list(&roll.unsaid).0);
            drafts.add(Section::Present, text, evidence_of(&roll.unsaid));
        }
    }

    fn attend(&self, gender: Gender) -> &'static str {
        match self.facts.stage {
            Stage::Held | Stage::Unknown => gender.of("حضر", "حضرت"),
            Stage::Planned | Stage::Postponed => gender.of("من المتوقع أن يحضر", "من المتوقع أن تحضر"),
            Stage::Deferred | Stage::Cancelled => gender.of("كان متوقعا أن يحضر", "كان متوقعا أن تحضر"),
        }
    }

    /// Who did not come, and who stood in for them.
    pub(super) fn absent(&self, drafts: &mut Drafts) {
        let roll = &self.facts.roll;
        let mut parts = Vec::new();
        if !roll.absent.is_empty() {
            let (list, gender) = self.list(&roll.absent);
            let event = self.event.definite;
            parts.push(match self.facts.stage {
                Stage::Held | Stage::Unknown => format!("{} عن {event} {list}", gender.of("غاب", "غابت")),
                Stage::Planned => format!("{} عن {event} {list}", gender.of("يغيب", "تغيب")),
                Stage::Postponed | Stage::Deferred | Stage::Cancelled => format!("أُعلن غياب {list} عن {event}"),
            });
        }
        let mut last = "";
        for (verb, rest) in roll.represented.iter().take(CLAUSES).map(|participant| self.represented(participant)) {
            // The same verb is said once: «وناب عن … وعن …».
            let repeated = verb == last && rest.starts_with("عن ");
            parts.push(if repeated { rest } else { format!("{verb} {rest}") });
            last = verb;
        }
        let told: Vec<&pb::Participant> = roll.absent.iter().chain(roll.represented.iter().take(CLAUSES)).copied().collect();
        add_clauses(drafts, Section::Absent, &parts, &told);
    }

    /// A verb and what stands behind it.
    fn represented(&self, participant: &pb::Participant) -> (&'static str, String) {
        let whom = who(participant);
        let title = title(&participant.represented_by_title);
        let deputy = named(participant.represented_by_person.as_ref());
        let gender = deputy.map_or_else(|| participant_gender(&titled(&title)), |deputy| self.facts.gender(deputy));
        let deputy = match deputy {
            Some(deputy) => person_of(deputy, &title, None),
            None if !title.is_empty() => title,
            None => {
                let mine = participant_gender(participant);
                let lost = mine.of("كان مقررا أن يوفد", "كان مقررا أن توفد");
                let verb = self.tense(mine.of("أوفد", "أوفدت"), mine.of("يوفد", "توفد"), lost);
                return (verb, format!("{whom} من يمثل{}", mine.of("ه", "ها")));
            }
        };
        if named(participant.person.as_ref()).is_none() {
            let lost = gender.of("كان مقررا أن يمثّل", "كان مقررا أن تمثّل");
            return (self.tense(gender.of("مثّل", "مثّلت"), gender.of("يمثّل", "تمثّل"), lost), format!("{whom} {deputy}"));
        }
        let lost = gender.of("كان مقررا أن ينوب", "كان مقررا أن تنوب");
        (self.tense(gender.of("ناب", "نابت"), gender.of("ينوب", "تنوب"), lost), format!("عن {whom} {deputy}"))
    }

    /// Meetings of two: held, to come, possible, ruled out.
    pub(super) fn meetings(&self, drafts: &mut Drafts) {
        let held = self.facts.stage == Stage::Held;
        let lost = matches!(self.facts.stage, Stage::Cancelled | Stage::Deferred | Stage::Postponed);
        self.meetings_of(drafts, pb::MeetingStatus::Held, |first, gender, rest, margin| {
            let margin = if margin { format!(" على هامش {}", self.event.definite) } else { String::new() };
            format!("{} {first}{margin} محادثات ثنائية مع {rest}", gender.of("عقد", "عقدت"))
        });
        self.meetings_of(drafts, pb::MeetingStatus::Planned, |first, gender, rest, _| {
            let plan = if held || lost { "كان مقررا" } else { "من المقرر" };
            format!("{plan} أن {} {first} مع {rest}", gender.of("يجتمع", "تجتمع"))
        });
        self.meetings_of(drafts, pb::MeetingStatus::Possible, |first, gender, rest, _| {
            let plan = if held || lost { "كان محتملا" } else { "من المحتمل" };
            format!("{plan} أن {} {first} مع {rest}", gender.of("يجتمع", "تجتمع"))
        });
        self.meetings_of(drafts, pb::MeetingStatus::NotPlanned, |first, _, rest, _| {
            let plan = if held || lost { "لم يكن مقررا" } else { "ليس من المقرر" };
            format!("{plan} عقد لقاء بين {first} و{rest}")
        });
        self.meetings_of(drafts, pb::MeetingStatus::Unspecified, |first, _, rest, _| format!("ورد ذكر لقاء بين {first} و{rest}"));
    }

    fn meetings_of(&self, drafts: &mut Drafts, status: pb::MeetingStatus, clause: impl Fn(&str, Gender, &str, bool) -> String) {
        let hubs = hubs(self.facts.summit, status);
        let between = matches!(status, pb::MeetingStatus::NotPlanned | pb::MeetingStatus::Unspecified);
        let told: Vec<&Hub<'_>> = hubs.iter().take(CLAUSES).collect();
        let parts: Vec<String> = told
            .iter()
            .enumerate()
            .map(|(at, hub)| {
                let mut rest = names(&hub.with);
                if between && hub.with.len() > 1 {
                    rest = format!("كل من {rest}");
                }
                if let Some(date) = When::parse(hub.date).filter(|date| self.facts.when.as_ref() != Some(date)) {
                    rest = format!("{rest} {}", date.arabic());
                }
                clause(&arabic(hub.first), self.facts.gender(hub.first), &rest, at == 0 && self.facts.on_margin(hub.date))
            })
            .collect();
        if !parts.is_empty() {
            drafts.add(Section::Meetings, format!("و{}", clauses(&parts)), told.iter().flat_map(|hub| hub.evidence.iter().copied()));
        }
    }

    /// Short quotes.
    pub(super) fn statements(&self, drafts: &mut Drafts) {
        for (speaker, statement) in self.facts.quotes(2) {
            let known = self.facts.summit.participants.iter().any(|p| p.person.as_ref().is_some_and(|person| same(person, speaker)));
            let said_she = !known
                && statement.evidence.iter().any(|piece| piece.text.split_whitespace().any(|word| word == "وقالت" || word == "قالت"));
            let gender = if said_she { Gender::Feminine } else { self.facts.gender(speaker) };
            let quote = quoted(&statement.quote);
            let text = format!("و{} {}: {quote}", gender.of("قال", "قالت"), arabic(speaker));
            drafts.add(Section::Statements, text, &statement.evidence);
        }
    }
}

/// Somebody of whom the title alone is known, for its gender.
fn titled(title: &str) -> pb::Participant {
    let person = pb::EntityRef { name: title.to_owned(), ..pb::EntityRef::default() };
    pb::Participant { person: Some(person), title: title.to_owned(), ..pb::Participant::default() }
}

/// Adds clauses about participants as one sentence.
fn add_clauses(drafts: &mut Drafts, section: Section, parts: &[String], told: &[&pb::Participant]) {
    if !parts.is_empty() {
        drafts.add(section, format!("و{}", clauses(parts)), evidence_of(told));
    }
}
