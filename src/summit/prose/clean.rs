//! Words of the facts made fit for a sentence.

use crate::proto as pb;

/// One line without edge punctuation, outer quotation marks, doubled spaces and invisible marks.
pub fn clean(text: &str) -> String {
    let line = one_line(text);
    let mut rest = line.as_str();
    loop {
        let before = rest;
        rest = rest.trim_matches(|c: char| c.is_whitespace() || ",،;؛:-–—".contains(c)).trim_start_matches('.');
        if !abbreviated(rest) {
            rest = rest.trim_end_matches('.');
        }
        for (open, close) in [('«', '»'), ('"', '"'), ('“', '”')] {
            if let Some(inner) = rest.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
                && !inner.contains(open)
                && !inner.contains(close)
            {
                rest = inner;
            }
            // One that lost its other half.
            if rest.matches(open).count() + rest.matches(close).count() == if open == close { 2 } else { 1 } {
                rest = rest.trim_matches([open, close]);
            }
        }
        if rest == before {
            return rest.to_owned();
        }
    }
}

/// Whether a text ends in an abbreviation, whose full stop belongs to it: `Washington, D.C.`.
fn abbreviated(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    let letters = word.split_terminator('.').all(|part| part.len() == 1 && part.chars().all(|c| c.is_ascii_uppercase()));
    letters && word.matches('.').count() > 1
}

/// Text in quotation marks, those inside it of another kind.
pub fn quoted(text: &str) -> String {
    let mut text = clean(text);
    if text.is_empty() {
        return text;
    }
    let mut open = false;
    text = text
        .chars()
        .map(|c| match c {
            '“' => '«',
            '”' => '»',
            '"' => {
                open = !open;
                if open { '«' } else { '»' }
            }
            c => c,
        })
        .collect();
    format!("\"{text}\"")
}

/// Words parted by single spaces, without marks of direction.
fn one_line(text: &str) -> String {
    let invisible = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let start = line.len();
        if start > 0 {
            line.push(' ');
        }
        let bare = line.len();
        line.extend(word.chars().filter(|&c| !invisible(c)));
        if line.len() == bare {
            line.truncate(start);
        }
    }
    line
}

/// Arabic name; empty where there is none.
pub fn arabic(entity: &pb::EntityRef) -> String {
    let name = clean(&entity.name);
    if name.is_empty() { clean(&entity.name_en) } else { name }
}

/// English name, or the Arabic one for want of it; empty where there is none.
pub fn english(entity: &pb::EntityRef) -> String {
    let name = clean(&entity.name_en);
    if name.is_empty() { clean(&entity.name) } else { name }
}

/// An entity that has a name.
pub fn named(entity: Option<&pb::EntityRef>) -> Option<&pb::EntityRef> {
    entity.filter(|entity| !arabic(entity).is_empty())
}

/// Whether both are one entity.
pub fn same(a: &pb::EntityRef, b: &pb::EntityRef) -> bool {
    if a.entity_id.is_empty() || b.entity_id.is_empty() { arabic(a) == arabic(b) } else { a.entity_id == b.entity_id }
}
