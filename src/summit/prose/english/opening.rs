//! What was held, where, when, under what.

use super::{Teller, capital, place, spaced, who};
use crate::summit::prose::clean::{clean, english, quoted};
use crate::summit::prose::dates::When;
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::english::words::{join, ordinal, organisation};
use crate::summit::prose::facts::{Stage, evidence_of};

/// What a summit may be besides its number, by the Arabic stem.
const KINDS: [(&str, &str); 5] =
    [("طارئ", "emergency"), ("استثنائي", "extraordinary"), ("افتراضي", "virtual"), ("وزاري", "ministerial"), ("تشاوري", "consultative")];
/// How many sides meet.
const SIDES: [(&str, &str); 6] = [
    ("ثنائي", "bilateral"),
    ("ثلاثي", "trilateral"),
    ("رباعي", "four-way"),
    ("خماسي", "five-way"),
    ("سداسي", "six-way"),
    ("سباعي", "seven-way"),
];

impl Teller<'_> {
    /// The opening, always there.
    pub(super) fn opening(&self, drafts: &mut Drafts) {
        let summit = self.facts.summit;
        let theme = summit.themes.iter().find(|theme| !clean(&theme.text).is_empty());
        let told = self.facts.parties.all();
        let first = summit.evidence.iter().take(3).chain(theme.iter().flat_map(|theme| &theme.evidence).take(1));
        let evidence = first.chain(&summit.evidence).chain(evidence_of(&told));
        let theme = theme.map(|theme| format!("under the theme {}", quoted(&theme.text))).unwrap_or_default();
        let mut when = self.facts.when.as_ref().map(When::english).unwrap_or_default();
        // Days of which it is not clear whether they are the old or the new ones are told apart from the plan.
        let mut apart = String::new();
        if self.facts.stage == Stage::Deferred && !when.is_empty() && !self.facts.old_days() {
            let days = self.facts.when.as_ref().map(When::english_bare).unwrap_or_default();
            apart = format!("; the date given for it is {days}");
            when.clear();
        }
        let mut place = place(summit);
        if place.contains(", ") && !(when.is_empty() && theme.is_empty()) {
            place.push(',');
        }
        let rest = spaced(&[&place, &when, &theme]);
        let subject = capital(&self.subject());
        let text = match self.facts.stage {
            Stage::Held => spaced(&[&subject, "was held", &rest]),
            Stage::Planned => spaced(&[&subject, "is to be held", &rest]),
            Stage::Postponed => format!("{subject} was postponed and is to be held {rest}"),
            Stage::Deferred | Stage::Cancelled => {
                let verb = if self.facts.stage == Stage::Cancelled { "cancelled" } else { "postponed" };
                let plan = if rest.is_empty() { String::new() } else { format!("{subject}, planned {rest}, was {verb}") };
                if plan.is_empty() { format!("{subject} was {verb}") } else { plan }
            }
            Stage::Unknown => spaced(&["The reports tell of", &self.subject(), &rest]),
        };
        drafts.add(Section::Opening, text + &apart, evidence);
    }

    /// `the 24th summit of the Shanghai Cooperation Organisation`.
    fn subject(&self) -> String {
        let summit = self.facts.summit;
        let mut kinds = words(&summit.name, &KINDS);
        if let Some(organizer) = self.facts.organizer {
            if summit.ordinal > 0 {
                kinds.insert(0, ordinal(summit.ordinal));
            }
            let name = english(organizer);
            if kinds.is_empty() {
                return format!("the {} {}", name.strip_prefix("The ").unwrap_or(&name), self.event);
            }
            kinds.push(self.event.to_owned());
            return format!("the {} of {}", kinds.join(" "), organisation(&name));
        }
        let parties = self.facts.parties.all();
        let own = clean(&summit.name_en);
        if !own.is_empty() {
            // What it calls itself, with its article where it ends like a common noun.
            let common = own.split(' ').next_back().is_some_and(|word| matches!(word, "Summit" | "summit" | "Conference" | "Meeting"));
            let own = if common && !own.starts_with("The ") { format!("the {own}") } else { own };
            return if parties.is_empty() { own } else { format!("{own} of {}", self.gathered()) };
        }
        let sides = words(&summit.name, &SIDES).into_iter().next();
        let sides =
            sides.or_else(|| self.facts.parties.sides.checked_sub(2).and_then(|at| SIDES.get(at)).map(|(_, word)| (*word).to_owned()));
        kinds.extend(sides);
        kinds.push(self.event.to_owned());
        let what = kinds.join(" ");
        let article = if what.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
        if parties.is_empty() { format!("{article} {what}") } else { format!("{article} {what} of {}", self.gathered()) }
    }

    /// The parties, the host named as such.
    fn gathered(&self) -> String {
        let parties = &self.facts.parties;
        let mut names: Vec<String> = parties.others.iter().map(|p| who(p)).collect();
        if let Some(host) = parties.host {
            names.push(format!("{} {}", if names.len() == 1 { "host" } else { "their host" }, who(host)));
        }
        join(&names)
    }
}

/// English for the words of a name that the table knows.
fn words(name: &str, table: &[(&str, &str)]) -> Vec<String> {
    let known = name.split_whitespace().filter_map(|word| {
        let word = word.strip_prefix("ال").unwrap_or(word);
        table.iter().find(|(stem, _)| word == *stem || word.strip_suffix('ة') == Some(stem))
    });
    known.map(|(_, english)| (*english).to_owned()).collect()
}
