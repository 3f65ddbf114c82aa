//! What was held, where, when, under what.

use super::{Event, Teller, place, spaced, who};
use crate::summit::prose::agreement::{Case, Gender, join, li, ordinal};
use crate::summit::prose::clean::{arabic, clean, named, quoted};
use crate::summit::prose::dates::When;
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::facts::{Stage, evidence_of, participant_gender};

/// What a summit may be besides its number, by its stem.
const KINDS: [&str; 5] = ["طارئ", "استثنائي", "افتراضي", "وزاري", "تشاوري"];
/// How many sides meet.
const SIDES: [&str; 6] = ["ثنائي", "ثلاثي", "رباعي", "خماسي", "سداسي", "سباعي"];

impl Teller<'_> {
    /// The opening, always there.
    pub(super) fn opening(&self, drafts: &mut Drafts) {
        let summit = self.facts.summit;
        let theme = summit.themes.iter().find(|theme| !clean(&theme.text).is_empty());
        let told = self.facts.parties.all();
        let first = summit.evidence.iter().take(3).chain(theme.iter().flat_map(|theme| &theme.evidence).take(1));
        let evidence = first.chain(&summit.evidence).chain(evidence_of(&told));
        let theme = theme.map(|theme| format!("تحت شعار {}", quoted(&theme.text))).unwrap_or_default();
        let mut when = self.facts.when.as_ref().map(When::arabic).unwrap_or_default();
        // Days of which it is not clear whether they are the old or the new ones are told apart from the plan.
        let mut apart = String::new();
        if self.facts.stage == Stage::Deferred && !when.is_empty() && !self.facts.old_days() {
            let days = self.facts.when.as_ref().map(When::arabic_bare).unwrap_or_default();
            let days = days.strip_prefix("يومي ").map_or_else(|| days.clone(), |days| format!("يوما {days}"));
            apart = format!("، والموعد الوارد ل{} {days}", self.event.pronoun());
            when.clear();
        }
        let (whence, theme) = (place(summit), theme.as_str());
        let text = if self.facts.organizer.is_some() || told.is_empty() {
            self.plain(&whence, &when, theme)
        } else if let Some(name) = self.own_name() {
            self.named(&name, &whence, &when, theme)
        } else {
            self.ad_hoc(&whence, &when, theme)
        };
        drafts.add(Section::Opening, text + &apart, evidence);
    }

    /// «عُقدت القمة الرابعة والعشرون لمنظمة شنغهاي للتعاون في أستانا …».
    fn plain(&self, place: &str, when: &str, theme: &str) -> String {
        let subject = self.subject(Case::Nominative);
        let (t, held, which, it) = self.words();
        let rest = spaced(&[place, when, theme]);
        match self.facts.stage {
            Stage::Held => spaced(&[&format!("عُقد{t}"), &subject, &rest]),
            Stage::Planned => spaced(&[&format!("من المقرر أن {held}"), &subject, &rest]),
            Stage::Postponed => format!("أُرجئ{t} {subject}، ومن المقرر أن {held} {rest}"),
            Stage::Deferred | Stage::Cancelled => {
                let verb = if self.facts.stage == Stage::Cancelled { "أُلغي" } else { "أُرجئ" };
                let plan = match (rest.is_empty(), self.definite()) {
                    (true, _) => String::new(),
                    (false, true) => format!("{which} كان مقررا عقد{it} {rest}"),
                    (false, false) => format!("كان مقررا عقد{it} {rest}"),
                };
                spaced(&[&format!("{verb}{t}"), &subject, &plan])
            }
            Stage::Unknown => spaced(&["تتناول التقارير", &self.subject(Case::Oblique), &rest]),
        }
    }

    /// «عُقدت في أنقرة بتركيا في 4 سبتمبر/أيلول 2024 قمة ثنائية جمعت …».
    fn ad_hoc(&self, place: &str, when: &str, theme: &str) -> String {
        let what = format!("{} {}", self.event.bare, self.sides());
        let what = what.trim_end();
        let who = self.gathered();
        let (t, held, ..) = self.words();
        let (gathers, gathered) = self.gathering();
        match self.facts.stage {
            Stage::Held => spaced(&[&format!("عُقد{t}"), place, when, what, theme, &gathered, &who]),
            Stage::Planned => spaced(&[&format!("من المقرر أن {held}"), place, when, what, theme, gathers, &who]),
            Stage::Postponed => {
                let plan = spaced(&[place, when, theme]);
                format!("أُرجئ{t} {what} كان مقررا أن {gathers} {who}، ومن المقرر أن {held} {plan}")
            }
            Stage::Deferred => spaced(&[&format!("أُرجئ{t}"), what, "كان مقررا أن", gathers, &who, place, when, theme]),
            Stage::Cancelled => spaced(&[&format!("أُلغي{t}"), what, "كان مقررا أن", gathers, &who, place, when, theme]),
            Stage::Unknown => spaced(&["تتناول التقارير", what, gathers, &who, place, when, theme]),
        }
    }

    /// «عُقدت قمة أسمرة في …، وجمعت …».
    fn named(&self, name: &str, place: &str, when: &str, theme: &str) -> String {
        let who = self.gathered();
        let (t, held, which, it) = self.words();
        let (gathers, gathered) = self.gathering();
        let rest = spaced(&[place, when, theme]);
        match self.facts.stage {
            Stage::Held => format!("{}، و{gathered} {who}", spaced(&[&format!("عُقد{t}"), name, &rest])),
            Stage::Planned => format!("{}، و{gathers} {who}", spaced(&[&format!("من المقرر أن {held}"), name, &rest])),
            Stage::Postponed => {
                format!("أُرجئ{t} {name} {which} كان مقررا أن {gathers} {who}، ومن المقرر أن {held} {rest}")
            }
            Stage::Deferred => spaced(&[&format!("أُرجئ{t}"), name, which, "كان مقررا أن", gathers, &who, &rest]),
            Stage::Cancelled => spaced(&[&format!("أُلغي{t}"), name, which, "كان مقررا أن", gathers, &who, &rest]),
            Stage::Unknown => {
                let plan = if rest.is_empty() { String::new() } else { format!(" وعقد{it} {rest}") };
                format!("تتناول التقارير {name}{plan}، و{gathers} {who}")
            }
        }
    }

    /// Ending of the past, the passive of the future, the relative and the pronoun, in the event's gender.
    fn words(&self) -> (&'static str, &'static str, &'static str, &'static str) {
        let gender = self.event.gender;
        (gender.of("", "ت"), gender.of("يُعقد", "تُعقد"), gender.of("الذي", "التي"), self.event.pronoun())
    }

    /// «تجمع» and «جمعت».
    fn gathering(&self) -> (&'static str, String) {
        (self.event.gender.of("يجمع", "تجمع"), format!("جمع{}", self.event.gender.of("", "ت")))
    }

    /// The name of a summit that is somebody's: number, kind, organiser; or its own name.
    fn subject(&self, case: Case) -> String {
        let summit = self.facts.summit;
        let Event { definite, bare, gender } = self.event;
        let Some(organizer) = self.facts.organizer.map(arabic) else {
            let name = clean(&summit.name);
            return if name.is_empty() {
                bare.to_owned()
            } else if begins_so(&name) {
                name
            } else {
                format!("{bare} {}", quoted(&name))
            };
        };
        if begins_so(&organizer) && organizer.split(' ').next() == Some(bare) && summit.ordinal == 0 {
            return organizer;
        }
        let mut kinds = kinds(&summit.name, gender);
        if summit.ordinal > 0 {
            kinds.push(ordinal(summit.ordinal, gender, case));
        }
        if kinds.is_empty() { format!("{bare} {organizer}") } else { format!("{definite} {} {}", kinds.join(" "), li(&organizer)) }
    }

    /// Whether the subject is definite, so that a relative clause takes its pronoun.
    fn definite(&self) -> bool {
        let name = clean(&self.facts.summit.name);
        let indefinite = name.split(' ').nth(1).is_some_and(|word| {
            let word = word.strip_suffix('ة').unwrap_or(word);
            SIDES.contains(&word) || KINDS.contains(&word)
        });
        self.facts.organizer.is_some() || (!name.is_empty() && name.contains(' ') && !indefinite)
    }

    /// «ثلاثية».
    fn sides(&self) -> String {
        let feminine = self.event.gender == Gender::Feminine;
        let bare = |word: &str| -> String {
            let word = word.strip_prefix("ال").unwrap_or(word);
            word.strip_suffix('ة').unwrap_or(word).to_owned()
        };
        let said = self.facts.summit.name.split_whitespace().map(bare).find(|word| SIDES.contains(&word.as_str()));
        let counted = self.facts.parties.sides.checked_sub(2).and_then(|at| SIDES.get(at)).map(|word| (*word).to_owned());
        match said.or(counted) {
            Some(word) if feminine => format!("{word}ة"),
            Some(word) => word,
            None => String::new(),
        }
    }

    /// A name of its own, unless that only says how many or who meet.
    fn own_name(&self) -> Option<String> {
        let name = clean(&self.facts.summit.name);
        if !begins_so(&name) || !name.contains(' ') {
            return None;
        }
        let told = name.split(' ').any(|word| {
            let word = word.strip_prefix("ال").unwrap_or(word);
            let word = word.strip_suffix('ة').unwrap_or(word);
            SIDES.contains(&word) || KINDS.contains(&word)
        });
        let party = self.facts.parties.all().iter().any(|p| {
            let body = named(p.represents.as_ref()).map(arabic);
            let last = named(p.person.as_ref()).map(arabic).and_then(|name| name.rsplit(' ').next().map(str::to_owned));
            body.into_iter().chain(last).any(|part| name.contains(&part))
        });
        (!told && !party).then_some(name)
    }

    /// «الرئيس المصري عبد الفتاح السيسي بمضيفه الرئيس التركي رجب طيب أردوغان».
    fn gathered(&self) -> String {
        let parties = &self.facts.parties;
        let guests = || parties.others.iter().filter(|p| named(p.person.as_ref()).is_some()).count();
        match parties.host {
            Some(host) if guests() == parties.others.len() => {
                let stem = participant_gender(host).of("مضيف", "مضيفت");
                let theirs = match parties.others.as_slice() {
                    [one] => participant_gender(one).of("ه", "ها"),
                    [_, _] => "هما",
                    _ => "هم",
                };
                let (list, _) = self.list(&parties.others);
                format!("{list} ب{stem}{theirs} {}", who(host))
            }
            _ => join(&parties.all().iter().map(|p| who(p)).collect::<Vec<String>>()),
        }
    }
}

/// Whether a name begins with a word for a gathering.
fn begins_so(name: &str) -> bool {
    let head = name.split(' ').next().unwrap_or_default();
    matches!(head.strip_prefix("ال").unwrap_or(head), "قمة" | "اجتماع" | "مؤتمر" | "دورة" | "لقاء")
}

fn kinds(name: &str, gender: Gender) -> Vec<String> {
    let stems = name.split_whitespace().filter_map(|word| {
        let word = word.strip_prefix("ال").unwrap_or(word);
        KINDS.iter().find(|kind| word == **kind || word.strip_suffix('ة') == Some(kind))
    });
    stems.map(|stem| format!("ال{stem}{}", gender.of("", "ة"))).collect()
}
