//! Texts with their mentions marked: `⟦TYPE|link|text⟧`, nested.

/// A marked mention: byte span in the text without marks, type, and what stands in the second field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    pub begin: usize,
    pub end: usize,
    pub kind: String,
    pub extra: String,
}

/// The text without its marks, and the marks by (begin, −end).
///
/// # Panics
/// Where a mark is not closed or lacks a field.
pub fn parse(marked: &str) -> (String, Vec<Mark>) {
    let mut text = String::with_capacity(marked.len());
    let mut open: Vec<Mark> = Vec::new();
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '⟦' => {
                let (kind, after) = rest.split_once('|').expect("a mark has a type");
                let (extra, after) = after.split_once('|').expect("a mark has a second field");
                open.push(Mark { begin: text.len(), end: 0, kind: kind.to_owned(), extra: extra.to_owned() });
                rest = after;
            }
            '⟧' => {
                let mut mark = open.pop().expect("a mark opens before it closes");
                mark.end = text.len();
                marks.push(mark);
            }
            _ => text.push(c),
        }
    }
    assert!(open.is_empty(), "a mark is not closed in {marked}");
    marks.sort_by_key(|mark| (mark.begin, std::cmp::Reverse(mark.end)));
    (text, marks)
}
