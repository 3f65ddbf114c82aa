//! Titles that have one plain English word; others are left out.

use crate::proto as pb;
use crate::summit::prose::clean::clean;
use crate::summit::prose::related::{generic, related};

const TITLES: [(&str, &str); 30] = [
    ("القائم بأعمال الرئيس", "Acting President"),
    ("نائب رئيس الوزراء", "Deputy Prime Minister"),
    ("رئيس مجلس الوزراء", "Prime Minister"),
    ("رئيس الوزراء", "Prime Minister"),
    ("رئيسة الوزراء", "Prime Minister"),
    ("رئيس وزراء", "Prime Minister"),
    ("رئيسة وزراء", "Prime Minister"),
    ("رئيس الحكومة", "Prime Minister"),
    ("رئيس مجلس الدولة", "Premier"),
    ("نائب الرئيس", "Vice President"),
    ("نائبة الرئيس", "Vice President"),
    ("وزير الخارجية", "Foreign Minister"),
    ("وزيرة الخارجية", "Foreign Minister"),
    ("وزير خارجية", "Foreign Minister"),
    ("وزير الدفاع", "Defence Minister"),
    ("وزير الطاقة", "Energy Minister"),
    ("وزير النفط", "Oil Minister"),
    ("وزير المالية", "Finance Minister"),
    ("الأمين العام", "Secretary-General"),
    ("أمين عام", "Secretary-General"),
    ("ولي العهد", "Crown Prince"),
    ("ولي عهد", "Crown Prince"),
    ("المستشار", "Chancellor"),
    ("المستشارة", "Chancellor"),
    ("الرئيس", "President"),
    ("الرئيسة", "President"),
    ("الملك", "King"),
    ("ملك", "King"),
    ("أمير", "Emir"),
    ("رئيس", "President"),
];
/// What may follow a title and changes nothing.
const HONOURS: [&str; 6] = ["الأمير", "الشيخ", "السيد", "السيدة", "الأميرة", "الملك"];

/// A name behind its title, where that is one of the plain ones.
pub(super) fn person(name: &str, title: &str, body: Option<&pb::EntityRef>) -> String {
    match (name.is_ascii() || name.starts_with(|c: char| c.is_alphabetic() && c < '\u{250}'), english(title, body)) {
        (true, Some(title)) => format!("{title} {name}"),
        _ => name.to_owned(),
    }
}

/// A title alone in English.
pub(super) fn english(title: &str, body: Option<&pb::EntityRef>) -> Option<&'static str> {
    let title = clean(title).replace('ى', "ي");
    TITLES.iter().find_map(|(arabic, english)| {
        let rest = title.strip_prefix(arabic)?;
        let plain = rest.is_empty() || rest.starts_with(' ');
        let plain = plain && rest.split_whitespace().all(|word| HONOURS.contains(&word) || adds_nothing(word, body));
        // «رئيس», «ملك», «أمير» say of what only with a complement.
        let whole = arabic.starts_with("ال") || arabic.contains(' ') || !rest.is_empty() || body.is_some();
        (plain && whole).then_some(*english)
    })
}

/// Whether a word only repeats who is represented. Where that is not known, an adjective of people is taken for it.
fn adds_nothing(word: &str, body: Option<&pb::EntityRef>) -> bool {
    body.is_some_and(|body| related(word, body)) || (body.is_some() && generic(word))
}
