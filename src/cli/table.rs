//! The entities of an article as a table.

use unicode_width::UnicodeWidthStr;

use super::marks::value;
use super::palette;
use crate::proto as pb;

/// Arabic comes last: a terminal that lays lines out by direction would else carry the columns behind it to the other side.
const HEAD: [&str; 6] = ["TYPE", "MENTIONS", "ID", "ENGLISH", "VALUE", "NAME"];

/// Longest cell, in columns of the terminal.
const WIDEST: usize = 44;

/// One line an entity, in the order of their first mention.
pub(super) fn render(answer: &pb::ExtractEntitiesResponse, colour: bool) -> String {
    if answer.entities.is_empty() {
        return "no entities\n".to_owned();
    }
    let rows: Vec<[String; 6]> = answer.entities.iter().map(row).collect();
    let widths: [usize; 6] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].width()).chain([HEAD[column].width()]).max().unwrap_or(0));
    let head = line(&HEAD.map(str::to_owned), &widths, |head| head);
    let mut table = if colour { format!("\x1b[2m{}\x1b[0m\n", head.trim_end()) } else { head };
    for (row, entity) in rows.iter().zip(&answer.entities) {
        table += &line(row, &widths, |kind| palette::paint(&kind, entity.r#type(), &[1], colour));
    }
    table
}

fn row(entity: &pb::Entity) -> [String; 6] {
    [
        palette::name(entity.r#type()).to_owned(),
        entity.mentions.len().to_string(),
        cut(&entity.id, WIDEST),
        cut(&entity.name_en, WIDEST),
        cut(&value(entity), WIDEST),
        cut(&entity.name.split_whitespace().collect::<Vec<_>>().join(" "), WIDEST),
    ]
}

fn line(cells: &[String; 6], widths: &[usize; 6], first: impl Fn(String) -> String) -> String {
    let mut line = String::new();
    for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let blanks = " ".repeat(width - cell.width());
        match column {
            0 => line += &(first(cell.clone()) + &blanks),
            // Numbers stand to the right, the last column needs no blanks behind it.
            1 => line += &format!("  {blanks}{cell}"),
            5 => line += &format!("  {cell}"),
            _ => line += &format!("  {cell}{blanks}"),
        }
    }
    line.trim_end().to_owned() + "\n"
}

/// A cell of at most `widest` columns.
pub(super) fn cut(cell: &str, widest: usize) -> String {
    if cell.width() <= widest {
        return cell.to_owned();
    }
    let mut short = String::new();
    for letter in cell.chars() {
        if short.width() + 2 > widest {
            break;
        }
        short.push(letter);
    }
    short + "…"
}
