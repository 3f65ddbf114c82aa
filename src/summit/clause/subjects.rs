//! Whose verb it is: the subject before it, behind it, or carried on from the verb before.

use super::asides::FILLERS;
use super::{Clauses, Group, RELATIVE, Subject};
use crate::EntityType;
use crate::proto as pb;
use crate::summit::cues;

impl Clauses<'_, '_> {
    /// Who stands before a verb as its subject.
    #[must_use]
    pub fn before(&self, verb: usize) -> Subject {
        self.subject_before(verb).map_or(Subject::Nobody, Subject::People)
    }

    /// The leader with whom a sentence begins, alone: as the subject of its first verb, or behind «وكان».
    #[must_use]
    pub fn lead(&self) -> Option<pb::EntityRef> {
        let verb = (0..self.sentence.words.len().min(4)).find(|at| self.is_verb(*at));
        let people = match verb.map(|verb| self.own_subject(verb)) {
            Some(Subject::People(people)) => people,
            None => self.introduced()?.people,
            _ => return None,
        };
        let [person] = people[..] else { return None };
        let person = &self.actors[person].person;
        self.view.can_lead(person).then(|| person.clone())
    }

    /// The subject of the verb before, which goes on.
    #[must_use]
    pub fn carried(&self, verb: usize) -> Subject {
        // Behind «فيما», «بينما» somebody else acts, and must be named.
        let mut before = verb;
        while before > 0 {
            before -= 1;
            if matches!(self.word(before), "فيما" | "بينما" | "حين") {
                return Subject::Nobody;
            }
            // «… الذي شارك في القمة، كما التقى …»: the relative clause has a subject of its own.
            let relative = before > 0 && RELATIVE.contains(&self.word(before - 1));
            if self.is_verb(before) && !self.quoted[before] && !relative {
                // «وأبلغ العاهل أنه …»: whom it is told stands behind.
                let told = cues::is(self.word(before), &["ابلغ", "ابلغت", "اخبر"]) && before > 0;
                match self.own_subject(before) {
                    Subject::Nobody => {}
                    Subject::People(_) if told && self.word(before).starts_with('و') => {}
                    found => return found,
                }
            }
        }
        // «وكان أ أول المنسحبين، إذ …»
        match self.introduced().filter(|_| verb > 1) {
            Some(group) => Subject::People(group.people),
            None => Subject::Nobody,
        }
    }

    /// Who is named behind the copula or particle with which a sentence begins: «وكان أ …», «أما أ …».
    fn introduced(&self) -> Option<Group> {
        matches!(self.word(0), "وكان" | "وكانت" | "كان" | "كانت" | "اما").then(|| self.group(1))?
    }

    /// The subject that stands beside a verb: before it without «و», else behind.
    #[must_use]
    pub fn own_subject(&self, verb: usize) -> Subject {
        let word = self.word(verb);
        let joined = word.starts_with(['و', 'ف']) && !matches!(word, "وقع" | "وقعت" | "وصل" | "وصلت" | "وصف" | "وافق");
        // «، الذي قال البيت الأبيض إنه …», «لكن متحدثا باسم … ذكر أن …»: somebody else speaks.
        let relative = verb > 0 && RELATIVE.contains(&self.word(verb - 1));
        let begin = self.clause(verb).start;
        let anonymous =
            (begin..verb).take(3).any(|at| cues::is(self.word(at).trim_end_matches('ا'), cues::ANONYMOUS) && self.owner[at].is_none());
        if anonymous && verb - begin <= 8 && !(begin..verb).any(|at| self.is_verb(at) || self.owner[at].is_some())
            || relative && self.names_a_body(verb + 1)
        {
            return Subject::Other;
        }
        if !joined && let Some(before) = self.subject_before(verb) {
            return Subject::People(before);
        }
        if let Some(group) = self.group(verb + 1).filter(|group| !group.led) {
            return Subject::People(group.people);
        }
        // «عقد القادة …», «قال مسؤول …»: somebody, but nobody of a name.
        let next = self.word(verb + 1);
        let body = self.names_a_body(verb + 1);
        let body = body && !cues::is(word, &["غادر", "غادرت", "زار", "زارت", "وصل", "وصلت", "دخل", "عاد", "سيصل", "سيزور"]);
        let other = body && !self.quoted[verb + 1]
            || !next.is_empty()
                && !self.starts.contains(&(verb + 1))
                && !self.mark[verb + 1]
                && !self.quoted[verb + 1]
                && !self.is_verb(verb + 1)
                && (next.starts_with("ال") && !FILLERS.contains(&next) || cues::is(next, cues::ANONYMOUS));
        if other { Subject::Other } else { Subject::Nobody }
    }

    /// Whether a body, a state or a people stands at a word.
    fn names_a_body(&self, at: usize) -> bool {
        let Some(word) = self.sentence.words.get(at) else { return false };
        self.view.article.of(self.sentence).iter().any(|mention| {
            matches!(mention.kind, EntityType::Org | EntityType::Gpe | EntityType::Norp)
                && word.range.start <= mention.range.start
                && mention.range.start < word.range.end
        })
    }

    /// «إن أ يعتزم», «أ، الذي حضر القمة، التقى», «وكان أ قد التقى».
    fn subject_before(&self, verb: usize) -> Option<Vec<usize>> {
        let mut at = verb;
        while at > 0 {
            let before = at - 1;
            if let Some(number) = self.owner[before] {
                let people = self.together(number);
                let dual = self.word(verb).ends_with('ا') || self.word(verb).ends_with("ان");
                let one = people[people.len() - 1];
                let lead = self.actors[people[0]].first;
                // «لقاء مع ب تناول …»: behind a preposition is no subject.
                let governed =
                    lead > 0 && matches!(self.word(lead - 1), "مع" | "بين" | "عن" | "الي" | "من" | "علي") || self.actors[people[0]].joined;
                let verbal = lead > 0 && self.is_verb(lead - 1) || governed;
                let relative = at < verb && (at..verb).any(|at| RELATIVE.contains(&self.word(at)));
                // Behind a verb the name is that verb's own subject or object, unless a relative pronoun or «قد» hands it on.
                if relative || !verbal || self.actors[one].next < verb {
                    return Some(if relative && !dual { vec![one] } else { people });
                }
                return None;
            }
            let word = self.word(before);
            let aside = self.mark[at] && !matches!(word, "قد");
            if matches!(word, "قد" | "لن" | "لم" | "لا" | "سوف" | "كان" | "ايضا" | "بدوره" | "اليوم" | "امس" | "ما")
                || RELATIVE.contains(&word)
            {
                at = before;
                continue;
            }
            // Over what stands between commas: «أ، المشارك في القمة، التقى».
            if aside {
                let open = (0..before).rev().find(|open| self.mark[open + 1] || self.owner[*open].is_some())?;
                let number = self.owner[open]?;
                let first = open + 1;
                if self.over_aside(first) == at {
                    return Some(self.together(number));
                }
            }
            return None;
        }
        None
    }
}
