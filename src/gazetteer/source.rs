//! The files of the gazetteer as rows of cells, with file and line for every complaint.

use std::path::Path;
use std::{fmt, fs};

/// One file of the gazetteer.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Path relative to the gazetteer's folder, with `/`: `places/countries.tsv`.
    pub path: &'a str,
    /// Its whole text.
    pub text: &'a str,
}

/// What is wrong with a line of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File, relative to the gazetteer's folder.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// What, for the person who mends it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// The most columns a file has.
const MOST_COLUMNS: usize = 12;

/// One data line.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The file it stands in.
    pub file: &'a str,
    /// Line, from 1.
    pub line: u32,
    columns: [&'a str; MOST_COLUMNS],
    cells: [&'a str; MOST_COLUMNS],
    /// How many columns the header has and how many cells the line.
    counts: (usize, usize),
}

impl<'a> Row<'a> {
    /// The cell of a column; `""` where it is empty (`-`) or the file has no such column.
    #[must_use]
    pub fn get(&self, column: &str) -> &'a str {
        let cell = self.columns.iter().position(|name| *name == column).map_or("", |at| self.cells[at]);
        if cell == "-" { "" } else { cell }
    }

    /// The first cell, by which files are sorted.
    #[must_use]
    pub fn first(&self) -> &'a str {
        self.cells[0]
    }

    /// The forms of a cell that lists several, separated by `|`.
    pub fn list(&self, column: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        parts(self.get(column), b'|').filter(|form| !form.is_empty())
    }

    /// Whether the file has that column.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains(&column)
    }

    /// A complaint about this line.
    #[must_use]
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem { file: self.file.to_owned(), line: self.line, message: message.into() }
    }

    /// Whether the line has as many cells as its header, none of them blank or with blanks at an edge.
    #[must_use]
    pub fn shape(&self) -> Option<Problem> {
        let (want, have) = self.counts;
        if want != have || want > MOST_COLUMNS {
            return Some(self.problem(format!("{have} cells under a header of {want} columns (at most {MOST_COLUMNS})")));
        }
        let blank = self.cells[..have]
            .iter()
            .any(|cell| cell.is_empty() || cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace));
        blank.then(|| self.problem("an empty cell or blanks at a cell's edge (an empty cell is written -)"))
    }
}

/// The parts of a text between marks. Loading splits a million times, and [`str::split`] is slow at parts of a few bytes.
pub fn parts(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut begin = 0;
    let ends = memchr::memchr_iter(mark, text.as_bytes()).chain(std::iter::once(text.len()));
    ends.map(move |end| &text[std::mem::replace(&mut begin, end + 1)..end])
}

/// The tab-separated parts of a line, and how many there are.
fn split(line: &str) -> ([&str; MOST_COLUMNS], usize) {
    let mut cells = [""; MOST_COLUMNS];
    let mut count = 0;
    for part in parts(line, b'\t') {
        if let Some(cell) = cells.get_mut(count) {
            *cell = part;
        }
        count += 1;
    }
    (cells, count)
}

/// The data lines of a file, comments and header left out.
pub fn rows<'a>(file: SourceFile<'a>) -> impl Iterator<Item = Row<'a>> {
    let mut lines = file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().is_empty() && !line.starts_with('#'));
    let (columns, want) = split(lines.next().map_or("", |(_, line)| line));
    lines.map(move |(number, line)| {
        let (cells, have) = split(line);
        Row { file: file.path, line: number as u32 + 1, columns, cells, counts: (want, have) }
    })
}

/// The files of a gazetteer folder as (path relative to it, text), sorted by path.
///
/// # Errors
/// A message with the path where a folder or file cannot be read as UTF-8.
pub fn read_folder(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let failed = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let mut files = Vec::new();
    for section in fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let section = section.map_err(|error| failed(folder, error))?.path();
        if !section.is_dir() {
            continue;
        }
        for file in fs::read_dir(&section).map_err(|error| failed(&section, error))? {
            let path = file.map_err(|error| failed(&section, error))?.path();
            let relative = path.strip_prefix(folder).ok().and_then(Path::to_str).map(|relative| relative.replace('\\', "/"));
            if let Some(relative) = relative.filter(|relative| relative.ends_with(".tsv")) {
                let text = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
                files.push((relative, text));
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_know_their_columns_and_lines() {
        let file = SourceFile { path: "a.tsv", text: "# note\nkey\tname\n\nx\t-\ny\tس\n" };
        let read: Vec<_> = rows(file).map(|row| (row.line, row.get("key"), row.get("name"))).collect();
        assert_eq!(read, [(4, "x", ""), (5, "y", "س")]);
    }

    #[test]
    fn a_row_of_the_wrong_shape_is_named() {
        let file = SourceFile { path: "a.tsv", text: "key\tname\nx\ny\t \nz\tس\n" };
        let problems: Vec<_> = rows(file).filter_map(|row| row.shape()).map(|problem| problem.to_string()).collect();
        assert_eq!(problems.len(), 2);
        assert!(problems[0].starts_with("a.tsv:2: "), "{problems:?}");
    }
}
