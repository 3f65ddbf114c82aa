//! From the files of the gazetteer to its look-up tables.

use super::forms::{folded, other_bank};
use super::keys::Keys;
use super::names::Names;
use super::prepare::{Entities, Prepared, prepare};
use super::source::{Problem, Row, SourceFile, rows};
use super::vocabulary::{Vocabulary, WordId, hash};
use super::{EntryId, Gazetteer, Known, Meaning, Measure, NumberWord, OrdinalForm, Position, PositionId, PositionUse, Trigger};
use super::{class, letters, nisba};
use crate::entity_type::EntityType;
use crate::text::fold::{arabic, fold};

/// Builds the tables from all files.
///
/// # Errors
/// The first malformed line, with file and line; [`super::check`] lists all of them and looks deeper.
pub fn load(files: &[SourceFile<'_>]) -> Result<Gazetteer, Problem> {
    let mut builder = Builder::default();
    // About a word every forty bytes of the files, a name every twenty: growing the tables step by step would cost a fifth of the time.
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    builder.vocabulary.reserve(bytes / 40);
    builder.names.reserve(bytes / 20);
    builder.keys.reserve(&[], bytes / 120);
    // Nisbas and office holders name entities, so the entities come first.
    prepare(files, |entities| builder.entities(entities))?;
    for file in files {
        for row in rows(*file).filter(|row| !(row.has("key") && row.has("type"))) {
            builder.word(&row)?;
        }
    }
    Ok(builder.finish(files))
}

#[derive(Default)]
struct Builder {
    known: Vec<Known>,
    positions: Vec<Position>,
    units: Vec<Measure>,
    currencies: Vec<Measure>,
    vocabulary: Vocabulary,
    classes: Vec<u16>,
    names: Names<Meaning>,
    letters: letters::Builder,
    keys: Keys,
    capitals: Vec<String>,
    /// Countries that have a capital: the states of today.
    states: Vec<EntryId>,
    /// Names of banks under the other word for a bank.
    banks: Vec<(Vec<u8>, Meaning)>,
    /// The words of the name at hand.
    buffer: Vec<WordId>,
}

impl Builder {
    fn known(&self, id: EntryId) -> &Known {
        &self.known[id.0 as usize]
    }

    fn words(&mut self, letters: &[u8]) -> Vec<WordId> {
        let ids = letters.split(|code| *code == b' ').filter(|word| !word.is_empty()).map(|word| self.vocabulary.insert(word)).collect();
        self.classes.resize(self.vocabulary.len(), 0);
        ids
    }

    fn name(&mut self, letters: &[u8], meaning: Meaning) {
        let mut words = std::mem::take(&mut self.buffer);
        words.clear();
        words.extend(letters.split(|code| *code == b' ').filter(|word| !word.is_empty()).map(|word| self.vocabulary.insert(word)));
        self.classes.resize(self.vocabulary.len(), 0);
        if !words.is_empty() {
            self.names.insert(&words, meaning);
        }
        self.buffer = words;
    }

    fn classify(&mut self, letters: &[u8], bits: u16) {
        for word in letters.split(|code| *code == b' ').filter(|word| !word.is_empty()) {
            let word = self.vocabulary.insert(word);
            self.classes.resize(self.vocabulary.len(), 0);
            self.classes[word.0 as usize] |= bits;
        }
    }

    fn entities(&mut self, entities: Entities<'_>) -> Result<(), Problem> {
        let mut begin = 0;
        for Prepared { line, known, capital, forms } in entities.known {
            let id = EntryId(self.known.len() as u32);
            if !capital.is_empty() {
                self.states.push(id);
                self.capitals.push(capital);
            }
            for (end, form) in forms {
                let letters = &entities.letters[begin..end as usize];
                begin = end as usize;
                let one_word = !letters.contains(&b' ');
                let ambiguous = known.ambiguous && (one_word || known.kind != EntityType::Person);
                let meaning = Meaning::Entry { id, form, ambiguous };
                self.name(letters, meaning);
                if known.kind == EntityType::Org && !ambiguous {
                    self.banks.extend(other_bank(letters).map(|letters| (letters, meaning)));
                }
            }
            self.known.push(known);
            if !self.keys.push_last(&self.known) {
                let message = format!("key {} stands twice", self.known(id).key);
                return Err(Problem { file: entities.file.to_owned(), line, message });
            }
        }
        Ok(())
    }

    fn word(&mut self, row: &Row<'_>) -> Result<(), Problem> {
        if let Some(problem) = row.shape() {
            return Err(problem);
        }
        let name = row.file.rsplit('/').next().unwrap_or(row.file);
        let ambiguous = row.get("ambiguous") == "yes";
        match name {
            "given-names.tsv" => self.given(row, ambiguous),
            "family-names.tsv" => {
                let bits = class::FAMILY | if ambiguous { class::FAMILY_AMBIGUOUS } else { 0 };
                let letters = fold(row.get("name"));
                if row.get("origin") == "ar" {
                    self.letters.native(&letters);
                } else {
                    self.letters.foreign(&letters);
                }
                if !letters.contains(&b' ') {
                    self.classify(&letters, bits);
                }
            }
            "nisbas.tsv" => self.nisba(row)?,
            "months.tsv" => {
                let meaning = Meaning::Month { hijri: row.get("calendar") == "hijri", number: parse(row, "number")?, ambiguous };
                self.name(&fold(row.get("month")), meaning);
            }
            "weekdays.tsv" => {
                let meaning = Meaning::Weekday { number: parse(row, "number")?, ambiguous };
                self.name(&fold(row.get("weekday")), meaning);
            }
            "numbers.tsv" => self.number(row)?,
            "ordinals.tsv" => self.ordinal(row)?,
            "positions.tsv" => self.position(row)?,
            "units.tsv" | "currencies.tsv" => self.measure(row, name == "units.tsv", ambiguous),
            "languages.tsv" => self.language(row, ambiguous),
            "triggers.tsv" => {
                let class = row.get("class");
                let trigger = Trigger::parse(class).ok_or_else(|| row.problem(format!("unknown trigger class {class}")))?;
                let letters = fold(row.get("word"));
                if matches!(trigger, Trigger::Preposition | Trigger::Conjunction) && !letters.contains(&b' ') {
                    self.classify(&letters, class::FUNCTION | class::COMMON);
                }
                self.name(&letters, Meaning::Trigger(trigger));
            }
            _ if name.starts_with("common-") => self.common(row, name, ambiguous),
            _ => return Err(row.problem("no rule reads this file; gazetteer/README.md lists the known ones")),
        }
        Ok(())
    }

    fn given(&mut self, row: &Row<'_>, ambiguous: bool) {
        let mut bits = class::GIVEN;
        if ambiguous {
            bits |= class::GIVEN_AMBIGUOUS;
        }
        if row.get("origin") == "ar" {
            bits |= class::ARABIC_GIVEN;
        }
        if row.get("gender") == "f" {
            bits |= class::FEMALE;
        }
        if row.get("name").ends_with('ي') {
            bits |= class::DOTTED;
        }
        for letters in folded(row.get("name")) {
            if bits & class::ARABIC_GIVEN != 0 {
                self.letters.native(&letters);
            } else {
                self.letters.foreign(&letters);
            }
            if letters.contains(&b' ') {
                self.name(&letters, Meaning::Given);
            } else {
                self.classify(&letters, bits);
            }
        }
    }

    fn nisba(&mut self, row: &Row<'_>) -> Result<(), Problem> {
        let key = row.get("entity");
        let id = self.by_key(row, key)?;
        let plurals: Vec<&str> = row.list("plurals").collect();
        for form in nisba::inflect(row.get("nisba"), &plurals) {
            self.name(
                &form.letters,
                Meaning::Nisba { id, definite: form.definite, shape: form.shape, ambiguous: row.get("ambiguous") == "yes" },
            );
        }
        Ok(())
    }

    fn by_key(&self, row: &Row<'_>, key: &str) -> Result<EntryId, Problem> {
        self.keys.get(&self.known, key).ok_or_else(|| row.problem(format!("no entity has the key {key}")))
    }

    fn number(&mut self, row: &Row<'_>) -> Result<(), Problem> {
        let word = match row.get("kind") {
            "unit" => NumberWord::Unit(parse(row, "value")?),
            "tens" => NumberWord::Tens(parse(row, "value")?),
            "hundreds" => NumberWord::Hundreds(parse(row, "value")?),
            "scale" => NumberWord::Scale(parse(row, "value")?),
            "dual" => NumberWord::Dual(parse(row, "value")?),
            other => return Err(row.problem(format!("unknown kind {other}"))),
        };
        let letters = fold(row.get("number"));
        self.classify(&letters, class::FUNCTION | class::COMMON);
        self.name(&letters, Meaning::Number(word));
        self.name(&[&[arabic('ا'), arabic('ل')], &letters[..]].concat(), Meaning::Number(word));
        Ok(())
    }

    fn ordinal(&mut self, row: &Row<'_>) -> Result<(), Problem> {
        let form = match row.get("form") {
            "indefinite" => OrdinalForm::Indefinite,
            "definite" => OrdinalForm::Definite,
            "compound" => OrdinalForm::Compound,
            "tens" => OrdinalForm::Tens,
            other => return Err(row.problem(format!("unknown form {other}"))),
        };
        let letters = fold(row.get("ordinal"));
        self.classify(&letters, class::COMMON);
        self.name(&letters, Meaning::Ordinal { value: parse(row, "value")?, form });
        Ok(())
    }

    fn position(&mut self, row: &Row<'_>) -> Result<(), Problem> {
        let usage = match row.get("use") {
            "title" => PositionUse::Title,
            "honorific" => PositionUse::Honorific,
            "role" => PositionUse::Role,
            "head" => PositionUse::Head,
            other => return Err(row.problem(format!("unknown use {other}"))),
        };
        let form = row.get("form");
        let id = PositionId(self.positions.len() as u32);
        let letters = fold(form);
        let definite = letters.rsplit(|code| *code == b' ').next().is_some_and(|last| {
            // «والأمن», but no «والي».
            let last = last.strip_prefix(&[arabic('و')]).filter(|rest| rest.len() > 3).unwrap_or(last);
            last.starts_with(&[arabic('ا'), arabic('ل')])
        });
        // «الفريق أول»: a rank's grade takes no article.
        let definite = definite || row.get("class") == "military" && letters.starts_with(&[arabic('ا'), arabic('ل')]);
        self.positions.push(Position {
            usage,
            plural: row.get("number") != "sg",
            definite,
            class: row.get("class").to_owned(),
            name_en: row.get("name_en").to_owned(),
        });
        if !letters.contains(&b' ') {
            self.classify(&letters, class::COMMON);
        }
        self.name(&letters, Meaning::Position(id));
        Ok(())
    }

    fn measure(&mut self, row: &Row<'_>, unit: bool, ambiguous: bool) {
        let (list, column, code) = if unit { (&mut self.units, "unit", "dimension") } else { (&mut self.currencies, "currency", "code") };
        let id = list.len() as u32;
        list.push(Measure { name: row.get(column).to_owned(), code: row.get(code).to_owned(), ambiguous });
        let meaning = if unit { Meaning::Unit(id) } else { Meaning::Currency(id) };
        for form in std::iter::once(row.get(column)).chain(row.list("plurals")).chain(row.list("symbol")) {
            let letters = fold(form);
            self.name(&letters, meaning);
            if !unit && !letters.starts_with(&[arabic('ا'), arabic('ل')]) {
                self.name(&[&[arabic('ا'), arabic('ل')], &letters[..]].concat(), meaning);
            }
            if !letters.contains(&b' ') {
                self.classify(&letters, class::COMMON);
            }
        }
    }

    fn language(&mut self, row: &Row<'_>, ambiguous: bool) {
        let (name, key) = (row.get("language"), row.get("key"));
        // A language has a row for each of its names.
        if let Some(id) = self.keys.get(&self.known, key) {
            if self.known[id.0 as usize].kind == EntityType::Language {
                self.name(&fold(name), Meaning::Language { id, ambiguous });
            }
            return;
        }
        let id = EntryId(self.known.len() as u32);
        self.known.push(Known {
            key: key.to_owned(),
            kind: EntityType::Language,
            name: name.to_owned(),
            name_en: String::new(),
            country: String::new(),
            wikidata: String::new(),
            subtype: "language".to_owned(),
            offices: Vec::new(),
            ambiguous,
            noun: false,
            not_behind: Vec::new(),
            capital: false,
            members: Vec::new(),
        });
        self.keys.push_last(&self.known);
        self.name(&fold(name), Meaning::Language { id, ambiguous });
    }

    fn common(&mut self, row: &Row<'_>, file: &str, ambiguous: bool) {
        let pos = row.get("pos");
        let mut bits = class::COMMON;
        if ambiguous {
            bits |= class::COMMON_AMBIGUOUS;
        }
        if matches!(pos, "prep" | "conj" | "pron" | "part") || file == "common-function.tsv" && pos == "adv" {
            bits |= class::FUNCTION;
        }
        if pos == "verb" {
            bits |= class::VERB;
            if file == "common-verbs-speech.tsv" {
                bits |= class::SPEECH;
            }
        }
        if pos == "adj" {
            bits |= class::ADJECTIVE;
        }
        let letters = fold(row.get("word"));
        if !letters.contains(&b' ') {
            if !ambiguous {
                self.letters.ordinary(&letters);
            }
            self.classify(&letters, bits);
        }
    }

    fn finish(mut self, files: &[SourceFile<'_>]) -> Gazetteer {
        let content =
            files.iter().fold(0, |state: u64, file| state.rotate_left(7) ^ hash(file.path.as_bytes()) ^ hash(file.text.as_bytes()));
        for key in &self.capitals {
            if let Some(id) = self.keys.get(&self.known, key) {
                self.known[id.0 as usize].capital = true;
            }
        }
        // «مصرف المغرب» is not «بنك المغرب»: a name that somebody has is nobody else's.
        for (letters, meaning) in std::mem::take(&mut self.banks) {
            let words = self.words(&letters);
            if !self.names.contains(&words) {
                self.names.insert(&words, meaning);
            }
        }
        let government = |(id, known): (u32, &Known)| Some((known.key.strip_prefix("government-of-")?.to_owned(), EntryId(id)));
        let governments = (0..).zip(&self.known).filter_map(government).collect();
        let mut countries = std::collections::HashMap::new();
        for id in &self.states {
            let known = self.known(*id);
            // Of England and the United Kingdom, both «GB», the one with a government is the state.
            if known.subtype == "country" && self.keys.get(&self.known, &format!("government-of-{}", known.key)).is_some() {
                countries.insert(known.country.clone(), *id);
            }
        }
        Gazetteer {
            keys: self.keys,
            countries,
            governments,
            known: self.known,
            positions: self.positions,
            units: self.units,
            currencies: self.currencies,
            vocabulary: self.vocabulary,
            classes: self.classes,
            names: self.names,
            letters: self.letters.finish(),
            version: format!("{:08x}", content >> 32),
        }
    }
}

fn parse<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> Result<T, Problem> {
    let cell = row.get(column);
    cell.parse().map_err(|_| row.problem(format!("«{cell}» is no {column}")))
}
