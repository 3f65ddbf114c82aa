//! The Arabic paragraph.

use super::agreement::{Case, Gender, OTHER, bi, counted, gender, join, li};
use super::clean::{arabic, clean, named};
use super::conflicts;
use super::drafts::{Drafts, Section};
use super::facts::{Facts, Stage, participant_gender};
use super::related::identifies;
use crate::proto as pb;

mod dispute;
mod opening;
mod outcome;
mod past;
mod people;
mod programme;

/// How many names are told one by one, and how many are where there are more than that.
const NAMES: (usize, usize) = (10, 8);

/// What the gathering calls itself.
#[derive(Clone, Copy, Debug)]
struct Event {
    definite: &'static str,
    bare: &'static str,
    gender: Gender,
}

impl Event {
    fn of(name: &str) -> Self {
        let head = name.split_whitespace().next().unwrap_or_default();
        match head.strip_prefix("ال").unwrap_or(head) {
            "اجتماع" => Self { definite: "الاجتماع", bare: "اجتماع", gender: Gender::Masculine },
            "مؤتمر" => Self { definite: "المؤتمر", bare: "مؤتمر", gender: Gender::Masculine },
            _ => Self { definite: "القمة", bare: "قمة", gender: Gender::Feminine },
        }
    }

    /// «ها» or «ه».
    fn pronoun(self) -> &'static str {
        self.gender.of("ه", "ها")
    }
}

/// Facts and the word for the gathering.
struct Teller<'a> {
    facts: &'a Facts<'a>,
    event: Event,
}

/// Tells all there is.
pub fn tell(facts: &Facts<'_>, drafts: &mut Drafts) {
    let teller = Teller { facts, event: Event::of(&facts.summit.name) };
    teller.opening(drafts);
    teller.present(drafts);
    teller.absent(drafts);
    teller.documents(drafts);
    teller.membership(drafts);
    teller.meetings(drafts);
    teller.presidency(drafts);
    teller.statements(drafts);
    teller.programme(drafts);
    teller.background(drafts);
    let disputes = conflicts::disputes(facts);
    drafts.add(Section::Conflicts, dispute::sentence(&disputes, facts), conflicts::evidence(&disputes));
}

impl Teller<'_> {
    /// One of three ways to put a verb: what happened, what is to happen, what was to happen.
    fn tense<'t>(&self, past: &'t str, future: &'t str, lost: &'t str) -> &'t str {
        match self.facts.stage {
            Stage::Held | Stage::Unknown => past,
            Stage::Planned | Stage::Postponed => future,
            Stage::Deferred | Stage::Cancelled => lost,
        }
    }

    /// The organisation by name, or `otherwise`.
    fn organizer(&self, otherwise: &str) -> String {
        self.facts.organizer.map_or_else(|| otherwise.to_owned(), arabic)
    }

    /// Participants one behind the other, the many cut short, and the gender a verb before them takes.
    fn list(&self, people: &[&pb::Participant]) -> (String, Gender) {
        let gender = people.first().map_or(Gender::Masculine, |first| participant_gender(first));
        let names: Vec<String> = people.iter().map(|participant| who(participant)).collect();
        (shorten(names), gender)
    }
}

/// Names one behind the other; of many, the first ones and how many more there are.
fn shorten(mut names: Vec<String>) -> String {
    if names.len() > NAMES.0 {
        let more = names.split_off(NAMES.1).len();
        names.push(counted(more, &OTHER, Case::Nominative));
    }
    join(&names)
}

/// Names of entities one behind the other.
fn names(entities: &[&pb::EntityRef]) -> String {
    join(&entities.iter().map(|entity| arabic(entity)).collect::<Vec<String>>())
}

/// Forms of address that news leaves out.
const ADDRESS: [&str; 9] = ["حضرة", "صاحب", "صاحبة", "فخامة", "معالي", "سعادة", "جلالة", "سمو", "سيادة"];

fn title(text: &str) -> String {
    let text = clean(text);
    let mut words: Vec<&str> = text.split(' ').collect();
    while let Some(at) = words.iter().position(|word| ADDRESS.contains(word)).filter(|&at| at == 0) {
        let owner = matches!(words.remove(at), "صاحب" | "صاحبة");
        while owner && words.first().is_some_and(|word| matches!(*word, "السمو" | "الجلالة" | "الفخامة" | "المعالي" | "الملكي"))
        {
            words.remove(0);
        }
    }
    words.join(" ")
}

/// A participant by title, name and what they represent, so far as the title does not say it.
fn who(participant: &pb::Participant) -> String {
    let body = named(participant.represents.as_ref());
    match (named(participant.person.as_ref()), body) {
        (Some(person), body) => person_of(person, &participant.title, body),
        (None, Some(body)) => arabic(body),
        (None, None) => String::new(),
    }
}

fn person_of(person: &pb::EntityRef, title_text: &str, body: Option<&pb::EntityRef>) -> String {
    let name = arabic(person);
    let title = title(title_text);
    if title.is_empty() || title.contains(&name) {
        let name = if title.is_empty() { name } else { title.clone() };
        return match body.filter(|body| !identifies(&name, body)) {
            Some(body) => format!("{name} ({})", arabic(body)),
            None => name,
        };
    }
    let Some(body) = body.filter(|body| !identifies(&title, body)) else { return format!("{title} {name}") };
    let body = arabic(body);
    if matches!(title.as_str(), "الأمين العام" | "الأمينة العامة") {
        format!("{title} {} {name}", li(&body))
    } else if !title.split(' ').any(|word| word.starts_with("ال") || word.starts_with("لل")) {
        // A title without article waits for its complement: «رئيس كازاخستان».
        format!("{title} {body} {name}")
    } else {
        format!("{title} {name} ({body})")
    }
}

/// «في أستانا بكازاخستان»; empty where no place is known.
fn place(summit: &pb::Summit) -> String {
    let country = named(summit.host_country.as_ref()).map(arabic);
    let city = named(summit.host_city.as_ref()).map(arabic);
    let town = match (city, country) {
        (Some(city), Some(country)) if city.contains(&country) || country.contains(&city) => format!("في {city}"),
        (Some(city), Some(country)) => format!("في {city} {}", bi(&country)),
        (Some(one), None) | (None, Some(one)) => format!("في {one}"),
        (None, None) => String::new(),
    };
    match named(summit.venue.as_ref()).map(arabic) {
        Some(venue) => spaced(&[&format!("في {venue}"), &town]),
        None => town,
    }
}

/// Parts with single spaces between those that are not empty.
fn spaced(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
}

/// «منها»/«منه» after an organisation.
fn pronoun(body: Option<&pb::EntityRef>) -> &'static str {
    body.map_or(Gender::Feminine, gender).of("ه", "ها")
}
