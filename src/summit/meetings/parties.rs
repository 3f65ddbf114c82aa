//! Who meets whom, by a verb or by a noun of meeting.

use super::agent::{carried, holder, owner};
use super::words::{ADJECTIVES, VERBS, gathers, is_owned};
use crate::proto as pb;
use crate::summit::clause::{Clauses, Group, Subject};
use crate::summit::cues;

/// People who meet: one with each of the others, and the word behind the last of them.
pub struct Parties {
    /// Who meets the others.
    pub one: pb::EntityRef,
    /// Whom they meet.
    pub others: Vec<pb::EntityRef>,
    /// The word behind the last.
    pub next: usize,
}

impl Parties {
    fn new(clauses: &Clauses<'_, '_>, one: usize, others: &[usize], next: usize) -> Self {
        Self::with(clauses, clauses.person(one).clone(), others, next)
    }

    fn with(clauses: &Clauses<'_, '_>, one: pb::EntityRef, others: &[usize], next: usize) -> Self {
        Self { one, others: others.iter().map(|number| clauses.person(*number).clone()).collect(), next }
    }

    /// Two who stand together and meet each other.
    fn pair(clauses: &Clauses<'_, '_>, group: &Group) -> Self {
        Self::new(clauses, group.people[0], &group.people[1..2], group.next)
    }
}

/// «التقى أ ب», «اجتمع أ بـب», «سيلتقي أ وب», «كما التقى ج».
pub fn by_verb(clauses: &Clauses<'_, '_>, cue: usize, host: Option<&pb::EntityRef>) -> Option<Parties> {
    let word = clauses.sentence.words[cue].text.as_str();
    let joined = word.starts_with(['و', 'ف']);
    let first = clauses.group(cue + 1);
    let before = if joined { Subject::Nobody } else { clauses.before(cue) };
    let Some(first) = first else {
        // «الرئيسان أ وب سيلتقيان»
        let Subject::People(people) = before else { return None };
        let dual = word.ends_with("ان") || word.ends_with('ا');
        return (dual && people.len() == 2).then(|| Parties::new(clauses, people[0], &[people[1]], cue + 1));
    };
    if let Subject::People(subject) = &before {
        return Some(Parties::new(clauses, subject[0], &first.people, first.next));
    }
    if !first.led {
        if let Some(second) = clauses.group(clauses.behind(first.next)) {
            return Some(Parties::new(clauses, first.people[0], &second.people, second.next));
        }
        // «يجتمع أ وب»: they meet each other.
        if first.people.len() == 2 && cues::is(word.trim_start_matches(['و', 'ف']), VERBS) && !follows(clauses, cue) {
            return Some(Parties::pair(clauses, &first));
        }
    }
    // «لن يلتقي رئيس المجلس أيا من الضيوف»: whom he meets has no name.
    if clauses.sentence.words.get(first.next).is_some_and(|word| matches!(word.text.as_str(), "ايا" | "احدا" | "اي" | "ضيوفه" | "ضيفيه"))
    {
        return None;
    }
    // «ويستقبل رئيس الوزراء ضيوفه …»: a sentence that begins so names its subject, not whom he meets.
    if !first.led && cue <= 1 && !follows(clauses, cue) {
        return None;
    }
    let subject = carried(clauses, cue, host)?;
    Some(Parties::with(clauses, subject, &first.people, first.next))
}

/// Whether a verb goes on with the subject before: «كما التقى», «ثم اجتمع».
fn follows(clauses: &Clauses<'_, '_>, cue: usize) -> bool {
    cue > 0 && matches!(clauses.sentence.words[cue - 1].text.as_str(), "كما" | "ثم")
}

/// «عقد أ لقاء مع ب», «لقاء بين أ وب», «لقاؤه بنظيره», «يجمع لقاء أ وب».
pub fn by_noun(clauses: &Clauses<'_, '_>, cue: usize, host: Option<&pb::EntityRef>) -> Option<Parties> {
    let words = &clauses.sentence.words;
    let clause = clauses.clause(cue);
    let far = clause.end.min(cue + 22);
    let mut behind = cue + 1;
    while behind < far && ADJECTIVES.contains(&words[behind].text.as_str()) {
        behind += 1;
    }
    let next_cue = (cue + 1..far).find(|at| !clauses.is_name(*at) && (cues::is(&words[*at].text, VERBS))).unwrap_or(far);
    let find = |wanted: &[&str]| (cue + 1..next_cue).find(|at| !clauses.is_name(*at) && wanted.contains(&words[*at].text.as_str()));
    let with = find(&["مع"]);
    if let Some(between) = find(&["بين"]).filter(|between| with.is_none_or(|with| *between < with) && *between < cue + 12) {
        let first = clauses.group(between + 1)?;
        let mut people = first.people.clone();
        if people.len() == 1 && words.get(first.next).is_some_and(|word| word.text == "وبين") {
            people.extend(clauses.group(first.next + 1)?.people);
        }
        let [one, other] = people[..] else { return None };
        return Some(Parties::new(clauses, one, &[other], clauses.actors[other].next));
    }
    let direct = clauses.group(behind).filter(|group| with.is_none_or(|with| clauses.actors[group.people[0]].first > with));
    // «يجمع لقاء أ وب», «لاجتماع يضم أ وب»
    let gathered = words[cue.saturating_sub(3)..cue].iter().any(|word| gathers(&word.text));
    if let Some(group) = direct.as_ref().filter(|group| gathered && group.people.len() == 2) {
        return Some(Parties::pair(clauses, group));
    }
    if words.get(behind).is_some_and(|word| gathers(&word.text))
        && let Some(group) = clauses.group(behind + 1)
        && group.people.len() == 2
    {
        return Some(Parties::pair(clauses, &group));
    }
    let own = is_owned(&words[cue].text);
    let partners = if let Some(with) = with {
        // «لقاء أ مع ب»
        if let Some(subject) = clauses.group(behind).filter(|group| clauses.actors[group.people[0]].next <= with && !group.led) {
            let partners = clauses.group(with + 1)?;
            return Some(Parties::new(clauses, subject.people[0], &partners.people, partners.next));
        }
        clauses.group(with + 1)?
    } else {
        direct.filter(|group| group.led || own || words[cue].text.starts_with("لل"))?
    };
    let next = partners.next;
    let one = if own { owner(clauses, cue, next, host) } else { holder(clauses, cue, host) }?;
    Some(Parties::with(clauses, one, &partners.people, next))
}
