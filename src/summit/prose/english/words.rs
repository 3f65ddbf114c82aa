//! English articles, numbers, lists.

use crate::proto as pb;
use crate::summit::prose::clean::english;

/// Words that only names of institutions hold.
const BODIES: [&str; 36] = [
    "Organisation",
    "Organization",
    "Union",
    "League",
    "Nations",
    "Council",
    "Association",
    "Group",
    "Community",
    "Commission",
    "Bank",
    "Fund",
    "Committee",
    "Conference",
    "Cooperation",
    "Alliance",
    "Forum",
    "Agency",
    "Commonwealth",
    "Secretariat",
    "Authority",
    "Movement",
    "Office",
    "Assembly",
    "Parliament",
    "Court",
    "Programme",
    "Program",
    "Initiative",
    "Dialogue",
    "Organisations",
    "States",
    "Partnership",
    "Confederation",
    "Ministry",
    "Government",
];
/// Countries with an article.
const COUNTRIES: [&str; 14] = [
    "Netherlands",
    "Philippines",
    "Maldives",
    "Comoros",
    "Gambia",
    "Bahamas",
    "Vatican",
    "Seychelles",
    "Emirates",
    "Kingdom",
    "Republic",
    "Islands",
    "Federation",
    "Congo",
];
/// Kinds of building, which take an article.
const BUILDINGS: [&str; 18] = [
    "Palace",
    "Centre",
    "Center",
    "Hall",
    "Hotel",
    "Complex",
    "Headquarters",
    "House",
    "Stadium",
    "Castle",
    "Arena",
    "Resort",
    "Academy",
    "Kremlin",
    "Secretariat",
    "Auditorium",
    "Building",
    "Mosque",
];

/// A country, organisation or person with the article it needs.
pub(super) fn body(entity: &pb::EntityRef) -> String {
    let name = english(entity);
    let words: Vec<&str> = name.split(' ').collect();
    let last = words.last().copied().unwrap_or_default();
    // "Republic of the Congo" begins with what "Dominican Republic" ends with.
    let country = COUNTRIES.contains(&last) && (last != "Congo" || words.len() > 1) || name.contains("Republic of ");
    let numbered = name.strip_prefix('G').is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()));
    let institution = words.iter().any(|word| BODIES.contains(word)) || short(&name) || numbered;
    if country || institution { the(&name) } else { name }
}

/// An organisation with the article it needs: all but spoken acronyms and names of one word.
pub(super) fn organisation(name: &str) -> String {
    let capitals = name.chars().all(|c| c.is_ascii_uppercase() || !c.is_alphanumeric());
    let numbered = name.chars().any(|c| c.is_ascii_digit());
    let latin = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if latin && (name.contains(' ') || numbered && name.starts_with('G') || capitals && short(name)) { the(name) } else { name.to_owned() }
}

/// A building with the article it needs.
pub(super) fn building(name: &str) -> String {
    if name.is_ascii() && name.split(' ').any(|word| BUILDINGS.contains(&word)) { the(name) } else { name.to_owned() }
}

/// An acronym said letter by letter: `EU`.
fn short(name: &str) -> bool {
    (2..=3).contains(&name.len()) && name.chars().all(|c| c.is_ascii_uppercase())
}

fn the(name: &str) -> String {
    match name.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => format!("the {name}"),
    }
}

/// `1st`, `22nd`, `113th`.
pub(super) fn ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Up to ten in words.
pub(super) fn number(number: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn join<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// Clauses: `a; b; c`.
pub(super) fn clauses(items: &[String]) -> String {
    match items {
        [one, two] if !one.contains(" and ") && !two.contains(" and ") => format!("{one}, and {two}"),
        _ => items.join("; "),
    }
}
