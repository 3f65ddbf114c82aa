//! The files of entities read and folded, on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::entry::{COLUMNS, Entry};
use super::forms::folded;
use super::source::{Problem, SourceFile, rows};
use super::{Form, Known, pattern};

/// The entities of one file with their forms folded: what needs no look at other files.
pub struct Entities<'a> {
    pub file: &'a str,
    pub known: Vec<Prepared>,
    /// The letters of all forms, one after the other.
    pub letters: Vec<u8>,
}

/// One entity and its forms.
pub struct Prepared {
    pub line: u32,
    pub known: Known,
    /// Key of its capital; empty where it has none.
    pub capital: String,
    /// Where each form ends in the file's letters.
    pub forms: Vec<(u32, Form)>,
}

/// Reads and folds the files of entities on all cores, which is most of the work of loading, and hands them over in their order while others are still
/// being read.
pub fn prepare<'a>(files: &[SourceFile<'a>], mut take: impl FnMut(Entities<'a>) -> Result<(), Problem>) -> Result<(), Problem> {
    let workers = thread::available_parallelism().map_or(1, usize::from).clamp(1, 8);
    let next = AtomicUsize::new(0);
    let read_one = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        files.get(at).map(|file| (at, read_entities(*file)))
    };
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for _ in 1..workers {
            let send = send.clone();
            scope.spawn(move || while read_one().is_some_and(|done| send.send(done).is_ok()) {});
        }
        drop(send);
        let mut read: Vec<Option<Result<Entities<'a>, Problem>>> = files.iter().map(|_| None).collect();
        for at in 0..files.len() {
            while read[at].is_none() {
                // What others have read comes first; where nobody has, this thread reads too, and waits once every file is somebody's.
                let done = receive.try_recv().ok().or_else(read_one).or_else(|| receive.recv().ok());
                // No file and nobody reading: a reader panicked, and the scope hands that on.
                let Some((which, entities)) = done else { return Ok(()) };
                read[which] = Some(entities);
            }
            if let Some(entities) = read[at].take() {
                take(entities?)?;
            }
        }
        Ok(())
    })
}

fn read_entities(file: SourceFile<'_>) -> Result<Entities<'_>, Problem> {
    let mut entities = Entities { file: file.path, known: Vec::new(), letters: Vec::new() };
    for row in rows(file).take_while(|row| row.has("key") && row.has("type")) {
        debug_assert!(COLUMNS.iter().all(|column| row.has(column)), "{}", row.file);
        let entry = Entry::read(&row)?;
        let offices =
            entry.attribute("office").into_iter().flat_map(|offices| offices.split(',')).filter_map(|office| office.split_once('@'));
        let known = Known {
            key: entry.key.to_owned(),
            kind: entry.kind,
            name: entry.name.to_owned(),
            name_en: entry.name_en.to_owned(),
            country: entry.country.to_owned(),
            wikidata: entry.wikidata.to_owned(),
            subtype: entry.attribute("kind").unwrap_or_default().to_owned(),
            offices: offices.map(|(title, of)| (title.to_owned(), of.to_owned())).collect(),
            ambiguous: entry.ambiguous,
            noun: entry.attribute("noun") == Some("yes"),
            not_behind: entry.attribute("notbehind").into_iter().flat_map(|words| words.split(',')).map(str::to_owned).collect(),
            capital: false,
            members: entry.attribute("members").into_iter().flat_map(|keys| keys.split(',')).map(str::to_owned).collect(),
        };
        let mut forms = Vec::new();
        for (column, form) in [("name", Form::Full), ("variants", Form::Full), ("short", Form::Short)] {
            for written in row.list(column) {
                let (written, form) = written.strip_suffix('?').map_or((written, form), |hint| (hint, Form::Hint));
                let mut keep = |spelling: &str| {
                    for letters in folded(spelling) {
                        entities.letters.extend_from_slice(&letters);
                        forms.push((entities.letters.len() as u32, form));
                    }
                };
                if pattern::is_plain(written) {
                    keep(written);
                } else {
                    pattern::expand(written).map_err(|message| row.problem(message))?.iter().for_each(|spelling| keep(spelling));
                }
            }
        }
        let capital = entry.attribute("capital").unwrap_or_default().to_owned();
        entities.known.push(Prepared { line: row.line, known, capital, forms });
    }
    Ok(entities)
}
