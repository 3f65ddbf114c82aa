//! What the sentences need of a summit, chosen the same way for both languages.

use super::agreement::{Gender, gender, is_body};
use super::clean::{arabic, clean, named, same};
use super::dates::When;
use crate::proto as pb;
use pb::{Attendance, Role, SigningStatus, SummitStatus};

/// Where a summit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Unknown,
    Planned,
    Held,
    /// Put off to days that are told.
    Postponed,
    /// Put off; the days that are told, if any, need not be the new ones.
    Deferred,
    Cancelled,
}

/// The parties of an ad-hoc summit.
#[derive(Debug, Default)]
pub struct Parties<'a> {
    /// Who hosts the others, where that is a person.
    pub host: Option<&'a pb::Participant>,
    /// All others.
    pub others: Vec<&'a pb::Participant>,
    /// How many sides there are; 0 where that is not known.
    pub sides: usize,
}

impl<'a> Parties<'a> {
    /// All of them, the host first.
    pub fn all(&self) -> Vec<&'a pb::Participant> {
        self.host.into_iter().chain(self.others.iter().copied()).collect()
    }
}

/// Who came and who did not.
#[derive(Debug, Default)]
pub struct Roll<'a> {
    pub host: Option<&'a pb::Participant>,
    /// Came, or is to come where the summit is.
    pub members: Vec<&'a pb::Participant>,
    pub guests: Vec<&'a pb::Participant>,
    pub observers: Vec<&'a pb::Participant>,
    pub officials: Vec<&'a pb::Participant>,
    /// Was to come to a summit that was held; whether they did is not said.
    pub awaited: Vec<&'a pb::Participant>,
    pub invited: Vec<&'a pb::Participant>,
    /// Nothing is said of their coming.
    pub unsaid: Vec<&'a pb::Participant>,
    pub absent: Vec<&'a pb::Participant>,
    /// Sent somebody.
    pub represented: Vec<&'a pb::Participant>,
}

/// A summit and what follows from its facts.
#[derive(Debug)]
pub struct Facts<'a> {
    pub summit: &'a pb::Summit,
    pub stage: Stage,
    pub organizer: Option<&'a pb::EntityRef>,
    /// Its days.
    pub when: Option<When>,
    pub parties: Parties<'a>,
    pub roll: Roll<'a>,
}

impl<'a> Facts<'a> {
    /// Looks a summit over.
    pub fn of(summit: &'a pb::Summit) -> Self {
        let stage = stage(summit);
        let organizer = named(summit.organizer.as_ref());
        let parties = if organizer.is_some() { Parties::default() } else { parties(summit, stage) };
        let roll = roll(summit, stage, &parties);
        Self { summit, stage, organizer, when: When::days(&summit.start_date, &summit.end_date), parties, roll }
    }

    /// Every entity of the summit.
    pub fn entities(&self) -> impl Iterator<Item = &'a pb::EntityRef> {
        let summit = self.summit;
        let places = [&summit.organizer, &summit.host_city, &summit.host_country, &summit.venue].into_iter().flatten();
        let people = summit.participants.iter().flat_map(|p| [&p.person, &p.represents, &p.represented_by_person]).flatten();
        let meetings = summit.meetings.iter().flat_map(|m| [&m.first, &m.second]).flatten();
        places.chain(people).chain(meetings).chain(self.countries())
    }

    /// Every country or organisation that takes part or changes its standing.
    fn countries(&self) -> impl Iterator<Item = &'a pb::EntityRef> {
        let summit = self.summit;
        let changes = summit.membership_changes.iter().filter_map(|change| change.country.as_ref());
        let transfer = summit.presidency_transfer.iter().flat_map(|t| [&t.from_country, &t.to_country]).flatten();
        let past = summit.background.iter().flat_map(|b| b.founders.iter().chain(b.accessions.iter().filter_map(|a| a.country.as_ref())));
        let represented = summit.participants.iter().filter_map(|p| p.represents.as_ref());
        let host = summit.host_country.iter().chain(&summit.organizer);
        host.chain(represented).chain(changes).chain(transfer).chain(past)
    }

    /// Gender of whoever acts: a person, a country or an organisation.
    pub fn gender(&self, entity: &pb::EntityRef) -> Gender {
        if is_body(entity) || self.countries().any(|country| same(country, entity)) {
            return gender(entity);
        }
        let title = self.summit.participants.iter().find_map(|p| match (&p.person, &p.represented_by_person) {
            (Some(person), _) if same(person, entity) => Some(p.title.as_str()),
            (_, Some(person)) if same(person, entity) => Some(p.represented_by_title.as_str()),
            _ => None,
        });
        person_gender(&arabic(entity), title.unwrap_or_default())
    }

    /// Whether the days of a deferred summit are those it was put off from, as far as the text shows.
    pub fn old_days(&self) -> bool {
        put_off_to(self.summit) == Some(false)
    }

    /// Whether a meeting of that date was on the margins of the summit, not before it or long after.
    pub fn on_margin(&self, date: &str) -> bool {
        self.stage == Stage::Held
            && match (When::parse(date), &self.when) {
                (Some(date), Some(when)) => !date.after(when) && !when.after(&date),
                _ => date.is_empty(),
            }
    }

    /// Statements that are quoted and short enough to print, at most `most`, each of another speaker.
    pub fn quotes(&self, most: usize) -> Vec<(&'a pb::EntityRef, &'a pb::Statement)> {
        const LONGEST: usize = 160;
        let mut quotes: Vec<(&pb::EntityRef, &pb::Statement)> = Vec::new();
        // A whole sentence says more than a few words out of one.
        let whole = |statement: &&pb::Statement| statement.quote.split_whitespace().count() > 3;
        let (whole, parts): (Vec<_>, Vec<_>) = self.summit.statements.iter().filter(|statement| !statement.reported).partition(whole);
        for statement in whole.into_iter().chain(parts) {
            let Some(speaker) = named(statement.speaker.as_ref()) else { continue };
            let length = clean(&statement.quote).chars().count();
            let spoke = quotes.iter().any(|(known, _)| same(known, speaker));
            if (1..=LONGEST).contains(&length) && !spoke && quotes.len() < most {
                quotes.push((speaker, statement));
            }
        }
        quotes
    }
}

/// Gender of a participant.
pub fn participant_gender(participant: &pb::Participant) -> Gender {
    match (named(participant.person.as_ref()), named(participant.represents.as_ref())) {
        (Some(person), _) => person_gender(&arabic(person), &participant.title),
        (None, Some(body)) => gender(body),
        (None, None) => Gender::Masculine,
    }
}

/// The evidence of some participants.
pub fn evidence_of<'a>(participants: &[&'a pb::Participant]) -> Vec<&'a pb::Evidence> {
    // The first of each before the second of any, so that all of them have their say.
    let most = participants.iter().map(|participant| participant.evidence.len()).max().unwrap_or_default();
    (0..most).flat_map(|at| participants.iter().filter_map(move |participant| participant.evidence.get(at))).collect()
}

/// What puts a summit off.
const POSTPONING: [&str; 12] = ["تأجيل", "إرجاء", "ارجاء", "أرجأ", "أرجئ", "أُرجئ", "يرجئ", "تأجل", "تتأجل", "أجلت", "أُجلت", "تؤجل"];

const FEMININE_TITLES: [&str; 22] = [
    "رئيسة",
    "وزيرة",
    "مستشارة",
    "ملكة",
    "أميرة",
    "أمينة",
    "مفوضة",
    "نائبة",
    "ممثلة",
    "مندوبة",
    "مديرة",
    "سيدة",
    "مبعوثة",
    "سفيرة",
    "شيخة",
    "حاكمة",
    "منسقة",
    "متحدثة",
    "ناطقة",
    "دكتورة",
    "رئيستها",
    "وزيرتها",
];
const FEMININE_NAMES: [&str; 34] = [
    "أورسولا",
    "جورجيا",
    "جورجا",
    "أنغيلا",
    "أنجيلا",
    "كريستالينا",
    "نغوزي",
    "كامالا",
    "كلوديا",
    "تيريزا",
    "ليز",
    "جاسيندا",
    "سامية",
    "لويز",
    "نجلاء",
    "كريستين",
    "كايا",
    "ميته",
    "إليزابيث",
    "مارغريت",
    "هيلاري",
    "كوندوليزا",
    "مادلين",
    "أنالينا",
    "ديلما",
    "كريستينا",
    "إيلين",
    "روبرتا",
    "فيديريكا",
    "كاثرين",
    "مايا",
    "سناء",
    "ماغدالينا",
    "بايتونغتارن",
];

fn person_gender(name: &str, title: &str) -> Gender {
    let title = title.split_whitespace().next().unwrap_or_default();
    let title = title.strip_prefix("ال").unwrap_or(title);
    let given = name.split(' ').next().unwrap_or_default();
    if FEMININE_TITLES.contains(&title) || (title.is_empty() && FEMININE_NAMES.contains(&given)) {
        Gender::Feminine
    } else {
        Gender::Masculine
    }
}

fn stage(summit: &pb::Summit) -> Stage {
    let came = |attendance| summit.participants.iter().any(|participant| participant.attendance() == attendance);
    let signing = summit.documents_signed.as_ref().map(pb::DocumentsSigned::status);
    match summit.status() {
        SummitStatus::Planned => Stage::Planned,
        SummitStatus::Held => Stage::Held,
        SummitStatus::Postponed if put_off_to(summit) == Some(true) => Stage::Postponed,
        SummitStatus::Postponed => Stage::Deferred,
        SummitStatus::Cancelled => Stage::Cancelled,
        SummitStatus::Unspecified if came(Attendance::Attended) || signing == Some(SigningStatus::Signed) => Stage::Held,
        SummitStatus::Unspecified if came(Attendance::Expected) || signing == Some(SigningStatus::Expected) => Stage::Planned,
        SummitStatus::Unspecified => Stage::Unknown,
    }
}

/// Whether the days told are those a summit was put off to: a sentence that puts it off names its first day or month behind «إلى».
/// Nothing where no sentence puts it off.
fn put_off_to(summit: &pb::Summit) -> Option<bool> {
    let when = When::days(&summit.start_date, &summit.end_date)?;
    let mut found = None;
    for text in summit.evidence.iter().map(|piece| piece.text.as_str()) {
        let Some(at) = POSTPONING.iter().filter_map(|word| text.find(word)).min() else { continue };
        let target = text[at..].split(" إلى ").skip(1);
        if target.into_iter().any(|rest| when.begins(rest)) {
            return Some(true);
        }
        found = Some(false);
    }
    found
}

/// Whether a participant has a name to be told by.
fn told(participant: &pb::Participant) -> bool {
    named(participant.person.as_ref()).is_some() || named(participant.represents.as_ref()).is_some()
}

fn stayed_away(participant: &pb::Participant) -> bool {
    matches!(participant.attendance(), Attendance::Absent | Attendance::Represented)
}

/// Whom a participant stands for, or who they are for want of that.
fn side(participant: &pb::Participant) -> Option<&pb::EntityRef> {
    named(participant.represents.as_ref()).or_else(|| named(participant.person.as_ref()))
}

fn parties(summit: &pb::Summit, stage: Stage) -> Parties<'_> {
    let mut sides: Vec<&pb::Participant> = Vec::new();
    for participant in summit.participants.iter().filter(|p| matches!(p.role(), Role::Host | Role::Member) && told(p)) {
        let known = sides.iter_mut().find(|known| matches!((side(known), side(participant)), (Some(a), Some(b)) if same(a, b)));
        match known {
            // A person tells more than a country alone.
            Some(known) if named(known.person.as_ref()).is_none() && participant.person.is_some() => *known = participant,
            Some(_) => {}
            None => sides.push(participant),
        }
    }
    let mut parties = Parties { sides: sides.len(), ..Parties::default() };
    if stage == Stage::Held {
        parties.sides = sides.iter().filter(|participant| participant.attendance() != Attendance::Absent).count();
        sides.retain(|participant| !stayed_away(participant));
    }
    if sides.len() < 2 {
        return Parties::default();
    }
    let host = sides.iter().position(|p| p.role() == Role::Host);
    if let Some(at) = host {
        let host = sides.remove(at);
        if named(host.person.as_ref()).is_some() && !stayed_away(host) {
            parties.host = Some(host);
        } else {
            sides.insert(0, host);
        }
    }
    parties.others = sides;
    parties
}

fn roll<'a>(summit: &'a pb::Summit, stage: Stage, parties: &Parties<'a>) -> Roll<'a> {
    let mut roll = Roll::default();
    let party = |p: &pb::Participant| parties.all().iter().any(|known| std::ptr::eq(*known, p));
    for p in summit.participants.iter().filter(|p| told(p)) {
        let sent = named(p.represented_by_person.as_ref()).is_some() || !clean(&p.represented_by_title).is_empty();
        match p.attendance() {
            Attendance::Represented => roll.represented.push(p),
            Attendance::Absent if sent => roll.represented.push(p),
            Attendance::Absent => roll.absent.push(p),
            _ if party(p) => {}
            _ if p.role() == Role::Host && roll.host.is_none() => roll.host = Some(p),
            Attendance::Expected if stage == Stage::Held => roll.awaited.push(p),
            Attendance::Invited => roll.invited.push(p),
            Attendance::Unspecified => roll.unsaid.push(p),
            Attendance::Attended | Attendance::Expected => match p.role() {
                Role::Guest => roll.guests.push(p),
                Role::Observer => roll.observers.push(p),
                Role::OrganizationOfficial => roll.officials.push(p),
                Role::Unspecified | Role::Host | Role::Member => roll.members.push(p),
            },
        }
    }
    roll
}

/// Countries to which the same happened at the same time.
#[derive(Debug)]
pub struct Group<'a> {
    pub kind: pb::MembershipChangeKind,
    pub date: &'a str,
    pub countries: Vec<&'a pb::EntityRef>,
    pub evidence: Vec<&'a pb::Evidence>,
}

fn group<'a>(
    facts: impl Iterator<Item = (pb::MembershipChangeKind, &'a str, Option<&'a pb::EntityRef>, &'a Vec<pb::Evidence>)>,
) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (kind, date, country, evidence) in facts {
        let Some(country) = named(country) else { continue };
        match groups.iter_mut().find(|group| group.kind == kind && group.date == date) {
            Some(group) => {
                group.countries.push(country);
                group.evidence.extend(evidence);
            }
            None => groups.push(Group { kind, date, countries: vec![country], evidence: evidence.iter().collect() }),
        }
    }
    // The same kind side by side, in the order they first come in.
    let kinds: Vec<pb::MembershipChangeKind> = groups.iter().map(|group| group.kind).collect();
    groups.sort_by_key(|group| kinds.iter().position(|kind| *kind == group.kind));
    groups
}

/// Changes in who belongs to the organiser; those without a kind are left out.
pub fn changes(summit: &pb::Summit) -> Vec<Group<'_>> {
    let known = summit.membership_changes.iter().filter(|change| change.kind() != pb::MembershipChangeKind::Unspecified);
    group(known.map(|change| (change.kind(), change.date.as_str(), change.country.as_ref(), &change.evidence)))
}

/// Who joined after the founding.
pub fn accessions(background: &pb::Background) -> Vec<Group<'_>> {
    let joined = pb::MembershipChangeKind::Joined;
    group(background.accessions.iter().map(|one| (joined, one.date.as_str(), one.country.as_ref(), &one.evidence)))
}

/// Whether the text speaks of adopting documents and not of signing them.
pub fn adopted(signed: &pb::DocumentsSigned) -> bool {
    let mut adopted = false;
    for word in signed.evidence.iter().flat_map(|piece| piece.text.split_whitespace()) {
        let word: String = word.chars().filter(|c| ('\u{621}'..='\u{64a}').contains(c)).collect();
        // «توقع» is "expects" as well as "signs" and proves nothing.
        let bare =
            ["وب", "و", "ف", "ب", "ل", "س"].iter().find_map(|prefix| word.strip_prefix(prefix).filter(|rest| rest.chars().count() > 3));
        let bare = bare.unwrap_or(&word);
        let bare = bare.strip_prefix("ال").unwrap_or(bare);
        if ["وقع", "وقعوا", "وقعت", "وقعا", "يوقع", "يوقعوا", "يوقعون", "توقيع", "موقعة"].iter().any(|sign| bare == *sign || word == *sign)
            || word == "ووقع"
        {
            return false;
        }
        let adopting = ["اعتمد", "اعتمدت", "اعتمدوا", "اعتماد", "أقر", "أقرت", "أقروا", "إقرار", "تبنى", "تبنت", "تبني", "يعتمد"];
        adopted |= adopting.contains(&bare) || adopting.contains(&word.as_str());
    }
    adopted
}
