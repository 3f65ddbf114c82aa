//! The English paragraph.

use super::clean::{clean, english, named};
use super::conflicts;
use super::drafts::{Drafts, Section};
use super::facts::{Facts, Stage};
use crate::proto as pb;

mod dispute;
mod opening;
mod outcome;
mod past;
mod people;
mod programme;
mod titles;
mod words;

use words::{body, join, number};

/// How many names are told one by one, and how many are where there are more than that.
const NAMES: (usize, usize) = (10, 8);

struct Teller<'a> {
    facts: &'a Facts<'a>,
    /// What the gathering calls itself.
    event: &'static str,
}

/// Tells all there is.
pub fn tell(facts: &Facts<'_>, drafts: &mut Drafts) {
    let teller = Teller { facts, event: event(&facts.summit.name) };
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
    drafts.add(Section::Conflicts, dispute::sentence(&disputes, teller.event), conflicts::evidence(&disputes));
}

fn event(name: &str) -> &'static str {
    let head = name.split_whitespace().next().unwrap_or_default();
    match head.strip_prefix("ال").unwrap_or(head) {
        "اجتماع" => "meeting",
        "مؤتمر" => "conference",
        _ => "summit",
    }
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

    /// The organisation with its article, or `otherwise`.
    fn organizer(&self, otherwise: &str) -> String {
        self.facts.organizer.map_or_else(|| otherwise.to_owned(), |entity| words::organisation(&english(entity)))
    }
}

/// Participants one behind the other, the many cut short.
fn list(people: &[&pb::Participant]) -> String {
    let mut names: Vec<String> = people.iter().map(|participant| who(participant)).collect();
    if names.len() > NAMES.0 {
        let more = names.split_off(NAMES.1).len();
        names.push(format!("{} others", number(more)));
    }
    join(&names)
}

/// Names of people one behind the other.
fn names(entities: &[&pb::EntityRef]) -> String {
    join(&entities.iter().map(|entity| body(entity)).collect::<Vec<String>>())
}

/// A participant by title and name and what they represent.
fn who(participant: &pb::Participant) -> String {
    let stands_for = named(participant.represents.as_ref());
    match (named(participant.person.as_ref()), stands_for) {
        (Some(person), Some(stands_for)) => {
            let name = titles::person(&english(person), &participant.title, Some(stands_for));
            // "Abdullah II of Jordan" says it already.
            if name.contains(&english(stands_for)) { name } else { format!("{name} of {}", body(stands_for)) }
        }
        (Some(person), None) => titles::person(&english(person), &participant.title, None),
        (None, Some(stands_for)) => body(stands_for),
        (None, None) => String::new(),
    }
}

/// `at the Independence Palace in Astana, Kazakhstan`; empty where no place is known.
fn place(summit: &pb::Summit) -> String {
    let country = named(summit.host_country.as_ref()).map(body);
    let city = named(summit.host_city.as_ref()).map(|city| clean(&english(city)));
    let town = match (city, country) {
        (Some(city), Some(country)) if city.contains(&country) || country.contains(&city) => format!("in {city}"),
        (Some(city), Some(country)) => format!("in {city}, {country}"),
        (Some(one), None) | (None, Some(one)) => format!("in {one}"),
        (None, None) => String::new(),
    };
    match named(summit.venue.as_ref()).map(|venue| words::building(&english(venue))) {
        Some(venue) => spaced(&[&format!("at {venue}"), &town]),
        None => town,
    }
}

/// Parts with single spaces between those that are not empty.
fn spaced(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
}

/// A sentence with its first letter large.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
