//! An article on a terminal: its entities in colour, a legend, a table.
//!
//! The text is printed in the order it is read, as every program prints it: the terminal, where it knows Arabic, lays it out from right
//! to left. Nothing Latin is put between its words, since that would tear a line apart.

use super::extract::Article;
use super::marks::{Step, walk};
use super::{palette, table};
use crate::proto::{self as pb, EntityType};

const BOLD: u8 = 1;
const UNDERLINED: u8 = 4;

/// The whole view of an article.
pub(super) fn render(article: &Article, colour: bool) -> String {
    let mut shown = String::new();
    let mut open: Vec<EntityType> = Vec::new();
    for step in walk(&article.text, &article.answer) {
        match step {
            Step::Open(mark) => open.push(mark.entity.r#type()),
            Step::Close => {
                open.pop();
            }
            Step::Text(range) => shown += &lines(&article.text[range], &open, colour),
        }
    }
    if !shown.ends_with('\n') {
        shown.push('\n');
    }
    format!("{shown}\n{}\n{}", legend(&article.answer, colour), table::render(&article.answer, colour))
}

/// A piece of text in the colour of the innermost entity it belongs to; underlined where that one lies inside another.
fn lines(text: &str, open: &[EntityType], colour: bool) -> String {
    let Some(&innermost) = open.last() else {
        return text.to_owned();
    };
    let attributes: &[u8] = if open.len() > 1 { &[BOLD, UNDERLINED] } else { &[BOLD] };
    // A colour that is still on at the end of a line would spill over the rest of the window.
    let painted =
        text.split('\n').map(|line| if line.is_empty() { String::new() } else { palette::paint(line, innermost, attributes, colour) });
    painted.collect::<Vec<_>>().join("\n")
}

fn legend(answer: &pb::ExtractEntitiesResponse, colour: bool) -> String {
    let mut kinds: Vec<_> = answer.entities.iter().map(|entity| entity.r#type()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let names = kinds.into_iter().map(|kind| palette::paint(palette::name(kind), kind, &[BOLD], colour));
    let nested = answer.entities.iter().flat_map(|entity| &entity.mentions).any(|mention| mention.parent >= 0);
    let note = (colour && nested).then(|| "(underlined: inside another)".to_owned());
    names.chain(note).collect::<Vec<_>>().join("  ") + "\n"
}
