//! Actors that stand together: «أ وب وج».

use super::asides::{FILLERS, PREPOSITIONS};
use super::{Clauses, Group};

impl Clauses<'_, '_> {
    /// The next group of actors from a word on, in the same clause; `None` where something else stands there first.
    #[must_use]
    pub fn group(&self, from: usize) -> Option<Group> {
        let end = self.sentence.words.len();
        let mut at = from;
        let mut led = false;
        let mut in_phrase = 0;
        loop {
            if at >= end || at > from + 18 {
                return None;
            }
            if let Some(number) = self.owner[at] {
                return Some(self.run(number, led || self.actors[number].joined));
            }
            let word = self.word(at);
            if at > from && self.starts.contains(&at) || self.quoted[at] && !self.quoted[from] {
                return None;
            }
            if matches!(word, "مع" | "ومع") {
                (led, in_phrase) = (true, 0);
            } else if in_phrase > 0 {
                in_phrase -= 1;
            } else if PREPOSITIONS.contains(&word) || self.is_time(at) {
                in_phrase = 3;
            } else if !FILLERS.contains(&word) {
                return None;
            }
            at += 1;
        }
    }

    /// Everybody who stands with an actor: «أ وب وج».
    fn run(&self, first: usize, led: bool) -> Group {
        let mut people = vec![first];
        let mut next = self.actors[first].next;
        loop {
            let behind = self.over_aside(next);
            let Some(number) = self.owner.get(behind).copied().flatten() else {
                // «وكل من», «ونظيره»: honours between «و» and the name.
                let bridge = (behind..(behind + 5).min(self.sentence.words.len())).find_map(|at| self.owner[at]);
                let joined = bridge.filter(|number| {
                    let gap = behind..self.actors[*number].first;
                    self.word(behind).starts_with('و') && gap.clone().all(|at| FILLERS.contains(&self.word(at).trim_start_matches('و')))
                });
                let Some(number) = joined else { break };
                people.push(number);
                next = self.actors[number].next;
                continue;
            };
            let and = self.word(self.actors[number].first).starts_with('و') && self.carries(number, 'و');
            if number <= people[people.len() - 1] || !and {
                break;
            }
            people.push(number);
            next = self.actors[number].next;
        }
        Group { people, next, led }
    }

    /// Whether a letter is written on to the first word of somebody's name.
    fn carries(&self, number: usize, letter: char) -> bool {
        let actor = &self.actors[number];
        let word = &self.sentence.words[actor.first];
        let text = &self.view.article.text[word.range.clone()];
        text.starts_with(letter) && actor.starts_at > word.range.start
    }

    /// Somebody and who stands before with «و»: «أ وب».
    pub(super) fn together(&self, last: usize) -> Vec<usize> {
        let mut people = vec![last];
        while let Some(first) = people.first().copied().filter(|first| *first > 0 && self.carries(*first, 'و')) {
            if self.actors[first].first.saturating_sub(self.actors[first - 1].next) > 2 {
                break;
            }
            people.insert(0, first - 1);
        }
        people
    }
}
