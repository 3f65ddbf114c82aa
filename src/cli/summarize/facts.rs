//! A summit as a list of facts, each one line in Arabic or in English with the sentences it rests on.

use crate::proto as pb;

/// The language that labels and names are in. What an article words stays as it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    Arabic,
    English,
}

/// A word in English and in Arabic.
type Words = (&'static str, &'static str);

/// One fact, or one of the values that articles disagree on.
pub(super) struct Fact<'a> {
    /// What is told.
    pub label: String,
    /// What is told of it.
    pub value: String,
    /// Who tells it.
    pub evidence: &'a [pb::Evidence],
    /// Whether articles disagree on it.
    pub disputed: bool,
    /// Whether it is a value of a conflict and no fact of its own.
    pub conflict: bool,
}

/// Everything that is known of a summit, in the order of its fields; the conflicts last, one line a value.
pub(super) fn facts(summit: &pb::Summit, tongue: Tongue) -> Vec<Fact<'_>> {
    let mut list = List { facts: Vec::new(), conflicts: &summit.conflicts, tongue };
    list.identity(summit);
    list.programme(summit);
    list.people(summit);
    if let Some(background) = &summit.background {
        list.background(background);
    }
    list.conflicts();
    list.facts
}

struct List<'a> {
    facts: Vec<Fact<'a>>,
    conflicts: &'a [pb::Conflict],
    tongue: Tongue,
}

impl<'a> List<'a> {
    /// Adds a fact at the path of its field. One that says nothing is left out.
    fn add(&mut self, path: &str, label: Words, value: String, evidence: &'a [pb::Evidence]) {
        if value.is_empty() {
            return;
        }
        let disputed = self.conflicts.iter().any(|conflict| within(path, &conflict.field) || within(&conflict.field, path));
        self.facts.push(Fact { label: self.word(label).to_owned(), value, evidence, disputed, conflict: false });
    }

    fn word(&self, words: Words) -> &'static str {
        match self.tongue {
            Tongue::English => words.0,
            Tongue::Arabic => words.1,
        }
    }

    fn name(&self, entity: Option<&pb::EntityRef>) -> String {
        let Some(entity) = entity else {
            return String::new();
        };
        let names = match self.tongue {
            Tongue::English => [&entity.name_en, &entity.name, &entity.entity_id],
            Tongue::Arabic => [&entity.name, &entity.name_en, &entity.entity_id],
        };
        names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default()
    }

    fn names(&self, entities: &[pb::EntityRef]) -> String {
        let names: Vec<_> = entities.iter().map(|entity| self.name(Some(entity))).collect();
        names.join(self.word((", ", "، ")))
    }

    fn identity(&mut self, summit: &'a pb::Summit) {
        let evidence = summit.evidence.as_slice();
        let status = match summit.status() {
            pb::SummitStatus::Unspecified => ("", ""),
            pb::SummitStatus::Planned => ("planned", "مقررة"),
            pb::SummitStatus::Held => ("held", "عُقدت"),
            pb::SummitStatus::Postponed => ("postponed", "أُجّلت"),
            pb::SummitStatus::Cancelled => ("cancelled", "أُلغيت"),
        };
        self.add("status", ("status", "الحالة"), self.word(status).to_owned(), evidence);
        self.add("organizer", ("organizer", "الجهة المنظمة"), self.name(summit.organizer.as_ref()), evidence);
        self.add("ordinal", ("ordinal", "رقم الدورة"), number(summit.ordinal), evidence);
        self.add("start_date", ("start date", "تاريخ البدء"), summit.start_date.clone(), evidence);
        self.add("end_date", ("end date", "تاريخ الختام"), summit.end_date.clone(), evidence);
        self.add("venue", ("venue", "المقر"), self.name(summit.venue.as_ref()), evidence);
        self.add("host_city", ("city", "المدينة"), self.name(summit.host_city.as_ref()), evidence);
        self.add("host_country", ("country", "البلد"), self.name(summit.host_country.as_ref()), evidence);
    }

    fn programme(&mut self, summit: &'a pb::Summit) {
        for (i, theme) in summit.themes.iter().enumerate() {
            self.add(&format!("themes[{i}]"), ("theme", "الشعار"), theme.text.clone(), &theme.evidence);
        }
        for (i, item) in summit.agenda.iter().enumerate() {
            self.add(&format!("agenda[{i}]"), ("agenda", "جدول الأعمال"), item.text.clone(), &item.evidence);
        }
        for (i, session) in summit.sessions.iter().enumerate() {
            let format = match session.format() {
                pb::SessionFormat::Unspecified => ("", ""),
                pb::SessionFormat::Narrow => ("narrow", "بالصيغة الضيقة"),
                pb::SessionFormat::Expanded => ("expanded", "بالصيغة الموسعة"),
                pb::SessionFormat::Plus => ("plus", "بصيغة «بلس»"),
            };
            let value = join(&[&session.title, self.word(format), &session.date]);
            self.add(&format!("sessions[{i}]"), ("session", "جلسة"), value, &session.evidence);
        }
        if let Some(documents) = &summit.documents_signed {
            let status = match documents.status() {
                pb::SigningStatus::Unspecified => ("", ""),
                pb::SigningStatus::Signed => ("signed", "وُقّعت أو اعتُمدت"),
                pb::SigningStatus::Expected => ("expected", "يُنتظر توقيعها"),
            };
            let value = join(&[&number(documents.count), self.word(status)]);
            self.add("documents_signed", ("documents", "الوثائق"), value, &documents.evidence);
            for (i, named) in documents.named.iter().enumerate() {
                self.add(&format!("documents_signed.named[{i}]"), ("document", "وثيقة"), named.name.clone(), &named.evidence);
            }
        }
        if let Some(transfer) = &summit.presidency_transfer {
            let countries = [self.name(transfer.from_country.as_ref()), self.name(transfer.to_country.as_ref())];
            let value = join(&[&countries.join(self.word((" → ", " ← "))), &transfer.date]);
            self.add("presidency_transfer", ("presidency", "انتقال الرئاسة"), value, &transfer.evidence);
        }
    }

    fn people(&mut self, summit: &'a pb::Summit) {
        for (i, participant) in summit.participants.iter().enumerate() {
            let value = self.participant(participant);
            self.add(&format!("participants[{i}]"), ("participant", "مشارك"), value, &participant.evidence);
        }
        for (i, change) in summit.membership_changes.iter().enumerate() {
            let kind = match change.kind() {
                pb::MembershipChangeKind::Unspecified => ("", ""),
                pb::MembershipChangeKind::Expected => ("is to join", "ستنضم"),
                pb::MembershipChangeKind::Applied => ("has applied", "طلبت الانضمام"),
                pb::MembershipChangeKind::Joined => ("has joined", "انضمت"),
                pb::MembershipChangeKind::Suspended => ("suspended", "عُلّقت عضويتها"),
                pb::MembershipChangeKind::Left => ("has left", "انسحبت"),
                pb::MembershipChangeKind::Observer => ("has become an observer", "صارت مراقبا"),
            };
            let value = join(&[&self.name(change.country.as_ref()), self.word(kind), &change.date]);
            self.add(&format!("membership_changes[{i}]"), ("membership", "العضوية"), value, &change.evidence);
        }
        for (i, meeting) in summit.meetings.iter().enumerate() {
            let status = match meeting.status() {
                pb::MeetingStatus::Unspecified => ("", ""),
                pb::MeetingStatus::Held => ("held", "عُقد"),
                pb::MeetingStatus::Planned => ("planned", "مقرر"),
                pb::MeetingStatus::Possible => ("possible", "محتمل"),
                pb::MeetingStatus::NotPlanned => ("not planned", "غير مقرر"),
            };
            let pair = [self.name(meeting.first.as_ref()), self.name(meeting.second.as_ref())].join(" – ");
            let value = join(&[&pair, self.word(status), &meeting.date]);
            self.add(&format!("meetings[{i}]"), ("meeting", "لقاء"), value, &meeting.evidence);
        }
        for (i, statement) in summit.statements.iter().enumerate() {
            let quote = if statement.reported { statement.quote.clone() } else { format!("«{}»", statement.quote) };
            let value = format!("{}: {quote}", self.name(statement.speaker.as_ref()));
            self.add(&format!("statements[{i}]"), ("statement", "تصريح"), value, &statement.evidence);
        }
    }

    fn participant(&self, participant: &pb::Participant) -> String {
        let role = match participant.role() {
            pb::Role::Unspecified => ("", ""),
            pb::Role::Host => ("host", "مضيف"),
            pb::Role::Member => ("member", "عضو"),
            pb::Role::Observer => ("observer", "مراقب"),
            pb::Role::Guest => ("guest", "ضيف"),
            pb::Role::OrganizationOfficial => ("official of an organisation", "مسؤول في منظمة"),
        };
        let attendance = match participant.attendance() {
            pb::Attendance::Unspecified => ("", ""),
            pb::Attendance::Attended => ("attended", "حضر"),
            pb::Attendance::Expected => ("expected", "يُنتظر حضوره"),
            pb::Attendance::Invited => ("invited", "مدعو"),
            pb::Attendance::Absent => ("absent", "غاب"),
            pb::Attendance::Represented => ("represented", "أناب عنه"),
        };
        let deputy = [participant.represented_by_title.clone(), self.name(participant.represented_by_person.as_ref())];
        let deputy = deputy.join(" ").trim().to_owned();
        let attendance = match (self.word(attendance), self.tongue) {
            (word, _) if deputy.is_empty() => word.to_owned(),
            (word, Tongue::English) => format!("{word} by {deputy}"),
            (word, Tongue::Arabic) => format!("{word} {deputy}"),
        };
        let (person, represents) = (self.name(participant.person.as_ref()), self.name(participant.represents.as_ref()));
        join(&[&person, &participant.title, &represents, self.word(role), &attendance])
    }

    fn background(&mut self, background: &'a pb::Background) {
        let mut evidence: &[pb::Evidence] = &[];
        if let Some(founding) = &background.founding {
            evidence = &founding.evidence;
            let value = join(&[&self.name(founding.place.as_ref()), &founding.date]);
            self.add("background.founding", ("founded", "التأسيس"), value, evidence);
        }
        self.add("background.founders", ("founders", "المؤسسون"), self.names(&background.founders), evidence);
        for (i, accession) in background.accessions.iter().enumerate() {
            let value = join(&[&self.name(accession.country.as_ref()), &accession.date]);
            self.add(&format!("background.accessions[{i}]"), ("joined later", "انضم لاحقا"), value, &accession.evidence);
        }
        for (i, past) in background.past_summits.iter().enumerate() {
            let ordinal = if past.ordinal == 0 { String::new() } else { format!("#{}", past.ordinal) };
            let value = join(&[&ordinal, &self.name(past.place.as_ref()), &past.date]);
            self.add(&format!("background.past_summits[{i}]"), ("earlier summit", "قمة سابقة"), value, &past.evidence);
        }
        for (i, count) in background.counts.iter().enumerate() {
            let value = join(&[&count.label, &count.value]);
            self.add(&format!("background.counts[{i}]"), ("figure", "رقم"), value, &count.evidence);
        }
    }

    fn conflicts(&mut self) {
        for conflict in self.conflicts {
            let label = format!("{} {}", self.word(("conflict", "تعارض")), conflict.field);
            for value in &conflict.values {
                let kept = if value.kept { self.word(("kept", "المعتمد")) } else { "" };
                let value_shown = join(&[&value.value, kept]);
                self.facts.push(Fact {
                    label: label.clone(),
                    value: value_shown,
                    evidence: &value.evidence,
                    disputed: true,
                    conflict: true,
                });
            }
        }
    }
}

/// Whether the path `inner` is `outer` or leads through it.
fn within(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// What is there of the parts, on one line.
fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// A number, where there is one.
fn number(number: u32) -> String {
    if number == 0 { String::new() } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::summarize::sample;

    #[test]
    fn a_fact_knows_whether_articles_disagree_on_it() {
        for (inner, outer, wanted) in [
            ("themes[0]", "themes", true),
            ("participants[2].attendance", "participants[2]", true),
            ("participants[21]", "participants[2]", false),
            ("start_date", "start_date", true),
        ] {
            assert_eq!(within(inner, outer), wanted, "{inner} {outer}");
        }
        let answer = sample::answer();
        let disputed: Vec<_> = facts(&answer.summits[0], Tongue::English)
            .into_iter()
            .filter(|fact| fact.disputed)
            .map(|fact| format!("{}: {}", fact.label, fact.value))
            .collect();
        assert_eq!(
            disputed,
            ["documents: 18 · signed", "conflict documents_signed.count: 18 · kept", "conflict documents_signed.count: 17"]
        );
    }

    #[test]
    fn both_languages_tell_the_same() {
        let answer = sample::answer();
        let [english, arabic] = [Tongue::English, Tongue::Arabic].map(|tongue| facts(&answer.summits[0], tongue));
        assert_eq!(english.len(), arabic.len());
        let line = |facts: &[Fact<'_>], label: &str| facts.iter().find(|fact| fact.label == label).map(|fact| fact.value.clone());
        assert_eq!(
            line(&english, "participant").as_deref(),
            Some("Vladimir Putin · Russia · member · represented by وزير الخارجية Sergey Lavrov")
        );
        assert_eq!(line(&arabic, "مشارك").as_deref(), Some("فلاديمير بوتين · روسيا · عضو · أناب عنه وزير الخارجية سيرغيي لافروف"));
    }
}
