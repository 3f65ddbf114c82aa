//! What must hold for the files of the gazetteer, beyond being readable: the build and `qimma gazetteer check` refuse them otherwise.

use std::collections::HashMap;

use super::entry::{COLUMNS, Entry};
use super::forms::folded;
use super::pattern;
use super::source::{Problem, Row, SourceFile, rows};
use crate::entity_type::EntityType;

/// Every problem of the files, in order; empty where they are sound.
///
/// Checked: the shape of each line; keys, types, codes; keys and forms claimed twice (two entities of one type may share a form only where both are
/// `ambiguous=yes`); that offices, capitals, members, seats and nisbas name entities that exist; that each file is sorted and each word stands once in it.
#[must_use]
pub fn check(files: &[SourceFile<'_>]) -> Vec<Problem> {
    let mut check = Check::default();
    for file in files {
        check.file(*file);
    }
    check.references(files);
    check.problems.sort();
    check.problems
}

#[derive(Default)]
struct Check {
    problems: Vec<Problem>,
    keys: HashMap<String, String>,
    claims: HashMap<(u8, Vec<u8>), (String, bool, String)>,
}

impl Check {
    fn file(&mut self, file: SourceFile<'_>) {
        let entities = rows(file).next().is_some_and(|row| row.has("key") && row.has("type"));
        let mut before = "";
        for row in rows(file) {
            if let Some(problem) = row.shape() {
                self.problems.push(problem);
                continue;
            }
            let first = row.first();
            if first < before {
                self.problems.push(row.problem(format!("«{first}» is not in its sorted place: it stands behind «{before}»")));
            }
            if first == before && !file.path.ends_with("triggers.tsv") && !file.path.ends_with("nisbas.tsv") {
                self.problems.push(row.problem(format!("«{first}» stands twice in this file")));
            }
            before = first;
            if entities {
                self.entity(&row);
            }
        }
    }

    fn entity(&mut self, row: &Row<'_>) {
        if let Some(missing) = COLUMNS.iter().find(|column| !row.has(column)) {
            self.problems.push(row.problem(format!("the header lacks the column {missing}")));
            return;
        }
        let entry = match Entry::read(row) {
            Ok(entry) => entry,
            Err(problem) => {
                self.problems.push(problem);
                return;
            }
        };
        let place = format!("{}:{}", row.file, row.line);
        if let Some(other) = self.keys.insert(entry.key.to_owned(), place.clone()) {
            self.problems.push(row.problem(format!("key {} stands at {other} too", entry.key)));
        }
        for column in ["name", "short", "variants"] {
            for written in row.list(column) {
                if !written.ends_with('?') {
                    self.claim(row, &entry, written, &place);
                }
            }
        }
    }

    fn claim(&mut self, row: &Row<'_>, entry: &Entry<'_>, written: &str, place: &str) {
        let spellings = match pattern::expand(written) {
            Ok(spellings) => spellings,
            Err(message) => {
                self.problems.push(row.problem(message));
                return;
            }
        };
        for spelling in spellings {
            for letters in folded(&spelling) {
                if letters.len() < 2 {
                    self.problems.push(row.problem(format!("«{spelling}» is too short to be a name")));
                    continue;
                }
                let claim = (kin(entry.kind), letters);
                match self.claims.get(&claim) {
                    Some((key, ambiguous, other)) if key != entry.key => {
                        if !(*ambiguous && entry.ambiguous) {
                            self.problems.push(row.problem(format!(
                                "«{spelling}» of {} is also a form of {key} ({other}); drop one, or mark both ambiguous=yes",
                                entry.key
                            )));
                        }
                    }
                    Some(_) => {}
                    None => {
                        self.claims.insert(claim, (entry.key.to_owned(), entry.ambiguous, place.to_owned()));
                    }
                }
            }
        }
    }

    fn references(&mut self, files: &[SourceFile<'_>]) {
        for row in files.iter().flat_map(|file| rows(*file)) {
            let attribute = |name| super::entry::attribute(row.get("attributes"), name).into_iter().flat_map(|value| value.split(','));
            let offices = attribute("office").filter_map(|office| office.split_once('@').map(|(_, of)| of));
            let named = offices.chain(attribute("capital")).chain(attribute("members")).chain(attribute("seat")).chain(row.list("entity"));
            let missing: Vec<String> = named.filter(|key| !self.keys.contains_key(*key)).map(str::to_owned).collect();
            for key in missing {
                self.problems.push(row.problem(format!("no entity has the key {key}")));
            }
        }
    }
}

/// Types whose forms may not collide: places among themselves, every other type within itself.
fn kin(kind: EntityType) -> u8 {
    match kind {
        EntityType::Gpe | EntityType::Loc | EntityType::Fac => EntityType::Gpe as u8,
        other => other as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_lines(lines: &[&str]) -> Vec<String> {
        let text = format!("{}\n{}\n", COLUMNS.join("\t"), lines.join("\n"));
        check(&[SourceFile { path: "places/x.tsv", text: &text }]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn sound_lines_pass() {
        assert!(
            check_lines(&[
                "amman\tGPE\tعمان\t-\t-\tAmman\tJO\t-\tambiguous=yes",
                "oman\tGPE\tعُمان\t-\t-\tOman\tOM\t-\tambiguous=yes; capital=amman"
            ])
            .is_empty()
        );
    }

    #[test]
    fn collisions_and_loose_ends_are_named() {
        let cases: [(&[&str], &str); 5] = [
            (&["a\tGPE\tأوفا\t-\t-\tA\t-\t-\t-", "a\tGPE\tكازان\t-\t-\tA\t-\t-\t-"], "key a stands at"),
            (&["a\tGPE\tأوفا\t-\t-\tA\t-\t-\t-", "b\tLOC\tاوفا\t-\t-\tB\t-\t-\t-"], "is also a form of a"),
            (&["a\tGPE\tأوفا\t-\t-\tA\t-\t-\tcapital=b"], "no entity has the key b"),
            (&["b\tGPE\tأوفا\t-\t-\tA\t-\t-\t-", "a\tGPE\tكازان\t-\t-\tB\t-\t-\t-"], "sorted place"),
            (&["a\tGPE\tأوفا\t-\tأو[\tA\t-\t-\t-"], "partner"),
        ];
        for (lines, says) in cases {
            let problems = check_lines(lines);
            assert!(problems.iter().any(|problem| problem.contains(says)), "{problems:?} lacks {says}");
        }
    }
}
