//! Summits on a terminal: paragraphs, then a table of facts.

use unicode_width::UnicodeWidthStr;

use super::facts::{Fact, Tongue, facts};
use crate::cli::table::cut;
use crate::proto as pb;

const HEAD: [&str; 3] = ["FACT", "VALUE", "EVIDENCE"];

/// Longest cells, in columns of the terminal.
const WIDEST: [usize; 3] = [32, 96, 48];

/// Stands where a fact rests on the same sentences as the one above it.
const DITTO: &str = "〃";

/// Ends a cell of Arabic: without it a terminal that lays lines out by direction would carry the next column to its other side.
const LEFT_TO_RIGHT: char = '\u{200E}';

/// The whole view of an answer.
pub(super) fn render(answer: &pb::SummarizeSummitResponse, colour: bool) -> String {
    let mut parts: Vec<_> = answer.summits.iter().map(|summit| render_summit(summit, colour)).collect();
    if answer.summits.is_empty() {
        parts.push("no summits\n".to_owned());
    }
    if !answer.unassigned_document_ids.is_empty() {
        parts.push(format!("no summit in: {}\n", answer.unassigned_document_ids.join(", ")));
    }
    parts.join("\n")
}

fn render_summit(summit: &pb::Summit, colour: bool) -> String {
    // Each on a line of its own: Arabic and Latin on one would change places.
    let names: Vec<_> =
        [&summit.name, &summit.name_en].into_iter().filter(|name| !name.is_empty()).map(|name| bold(name, colour)).collect();
    let heading = format!("{}\n{} · {}\n", names.join("\n"), summit.id, summit.document_ids.join(", "));
    let paragraphs = [&summit.summary_ar, &summit.summary_en].into_iter().filter(|paragraph| !paragraph.is_empty()).cloned();
    [heading]
        .into_iter()
        .chain(paragraphs.map(|paragraph| paragraph + "\n"))
        .chain([table(&facts(summit, Tongue::English), colour)])
        .collect::<Vec<_>>()
        .join("\n")
}

/// One line a fact.
fn table(facts: &[Fact<'_>], colour: bool) -> String {
    let mut rows: Vec<[String; 3]> = Vec::with_capacity(facts.len());
    let mut above: &[pb::Evidence] = &[];
    for fact in facts {
        let label = if fact.disputed && !fact.conflict { format!("{} (!)", fact.label) } else { fact.label.clone() };
        let told = if fact.evidence == above && !above.is_empty() { DITTO.to_owned() } else { cite(fact.evidence) };
        above = fact.evidence;
        rows.push([cell(&label, WIDEST[0]), cell(&fact.value, WIDEST[1]), told]);
    }
    let widths: [usize; 2] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].width()).chain([HEAD[column].width()]).max().unwrap_or(0));
    let head = line(&HEAD.map(str::to_owned), widths);
    let head = if colour { format!("\x1b[2m{}\x1b[0m\n", head.trim_end()) } else { head };
    head + &rows.iter().map(|row| line(row, widths)).collect::<String>()
}

/// The first sentence, and how many there are besides.
fn cite(evidence: &[pb::Evidence]) -> String {
    let Some(first) = evidence.first() else {
        return String::new();
    };
    let more = if evidence.len() > 1 { format!(" +{}", evidence.len() - 1) } else { String::new() };
    format!("{}{more}: {}", first.document_id, cell(&first.text, WIDEST[2]))
}

fn cell(text: &str, widest: usize) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), widest)
}

fn line(cells: &[String; 3], widths: [usize; 2]) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        let mark = if cell.is_ascii() { String::new() } else { LEFT_TO_RIGHT.to_string() };
        line += &format!("{cell}{mark}{}  ", " ".repeat(width - cell.width()));
    }
    (line + &cells[2]).trim_end().to_owned() + "\n"
}

fn bold(text: &str, colour: bool) -> String {
    if colour { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::summarize::sample;

    #[test]
    fn paragraphs_then_facts_then_what_is_left() {
        let shown = render(&sample::answer(), false).replace(LEFT_TO_RIGHT, "");
        let place = |text: &str| shown.find(text).unwrap_or_else(|| panic!("{text:?} is not in\n{shown}"));
        let order =
            ["قمة <أستانا>\nAstana summit\n", "ووُقّعت 18 وثيقة.", "18 documents were signed.", "FACT ", "start date", "no summit in: a\"03"];
        assert!(order.map(place).is_sorted(), "{shown}");
        assert!(shown.contains("documents (!)") && shown.contains("01: وقعت القمة 18 وثيقة"), "{shown}");
        assert!(
            shown.lines().any(|line| line.starts_with("conflict documents_signed.count") && line.contains("17") && line.contains("02: ")),
            "{shown}"
        );
        assert!(!shown.contains('\x1b') && render(&sample::answer(), true).contains('\x1b'));
    }

    #[test]
    fn nothing_found_is_said() {
        assert_eq!(render(&pb::SummarizeSummitResponse::default(), true), "no summits\n");
    }
}
