//! Meetings of two on the margins, and whether they came about.

use super::article::Sentence;
use super::clause::{Clauses, Subject};
use super::frame::{self, word_at};
use super::{cues, people::View};
use crate::EntityType;
use crate::proto as pb;
use pb::MeetingStatus;

/// Verbs whose subject and object meet.
const VERBS: cues::Cues = &[
    "التقي",
    "التقت",
    "التقيا",
    "التقوا",
    "يلتقي",
    "تلتقي",
    "يلتقيان",
    "سيلتقي",
    "ستلتقي",
    "سيلتقيان",
    "يلتقيا",
    "التقاه",
    "اجتمع",
    "اجتمعت",
    "اجتمعا",
    "يجتمع",
    "تجتمع",
    "سيجتمع",
    "ستجتمع",
    "يجتمعان",
    "سيجتمعان",
    "استقبل",
    "استقبلت",
    "يستقبل",
    "تستقبل",
    "سيستقبل",
    "ستستقبل",
    "تباحث",
    "تباحثت",
    "يتباحث",
    "سيتباحث",
    "تباحثا",
    "قابل",
    "قابلت",
    "يقابل",
    "سيقابل",
    "يلتق",
    "تلتق",
];
/// Nouns of meeting.
const NOUNS: cues::Cues = &[
    "لقاء",
    "لقاءا",
    "لقاءات",
    "لقاءين",
    "لقاوه",
    "لقايه",
    "لقاءه",
    "لقاوها",
    "لقايها",
    "لقاءها",
    "اللقاء",
    "للقاء",
    "بلقاء",
    "لقاوهما",
    "اجتماعا",
    "اجتماع",
    "الاجتماع",
    "اجتماعه",
    "اجتماعها",
    "اجتماعين",
    "اجتماعات",
    "اجتماعاته",
    "لاجتماع",
    "باجتماع",
    "مباحثات",
    "المباحثات",
    "محادثات",
    "المحادثات",
    "محادثه",
    "مباحثاته",
    "محادثاته",
    "محادثاتها",
    "مباحثاتها",
    "مشاورات",
    "لقاءاته",
    "لقاءاتها",
    "موعد",
    "خلوه",
];
/// What stands between a noun of meeting and those who meet.
const ADJECTIVES: cues::Cues = &[
    "ثنايي",
    "ثناييا",
    "ثناييه",
    "الثنايي",
    "الثناييه",
    "منفصل",
    "منفصلا",
    "منفصله",
    "اخر",
    "اخري",
    "قصير",
    "قصيرا",
    "مطول",
    "مطولا",
    "مغلق",
    "مغلقا",
    "مغلقه",
    "رسمي",
    "رسميا",
    "رسميه",
    "جانبي",
    "جانبيا",
    "جانبيه",
    "ودي",
    "وديا",
    "عمل",
    "خاص",
    "خاصا",
    "مهم",
    "مهما",
    "محتمل",
    "المحتمل",
    "المرتقب",
    "مرتقب",
    "موسعه",
    "موسعا",
    "سياسيه",
    "مصغر",
    "مماثل",
    "مماثلا",
];
/// Who is meant by a pronoun of a noun: «لقائه», «اجتماعها».
fn is_owned(noun: &str) -> bool {
    cues::is(
        noun,
        &[
            "لقاوه",
            "لقايه",
            "لقاءه",
            "لقاوها",
            "لقايها",
            "لقاءها",
            "اجتماعه",
            "اجتماعها",
            "اجتماعاته",
            "مباحثاته",
            "محادثاته",
            "محادثاتها",
            "مباحثاتها",
            "لقاءاته",
            "لقاءاتها",
        ],
    )
}

/// People who meet: one with each of the others, and the word behind the last of them.
struct Parties {
    one: pb::EntityRef,
    others: Vec<pb::EntityRef>,
    next: usize,
}

/// Every meeting of two that an article tells of.
#[must_use]
pub fn meetings(view: &View<'_>) -> Vec<pb::BilateralMeeting> {
    let mut all = Vec::new();
    let mut before: Option<(usize, pb::EntityRef)> = None;
    for (number, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let clauses = Clauses::new(view, sentence);
        // Who met somebody in this sentence or in the one before.
        let mut host = before.take().filter(|(last, _)| *last + 1 == number).map(|(_, host)| host);
        let mut from = 0;
        while let Some(cue) = (from..sentence.words.len())
            .find(|at| !clauses.is_name(*at) && (cues::is(&sentence.words[*at].text, VERBS) || cues::is(&sentence.words[*at].text, NOUNS)))
        {
            from = cue + 1;
            let verb = cues::is(&sentence.words[cue].text, VERBS);
            let parties = if verb { by_verb(&clauses, cue, host.as_ref()) } else { by_noun(&clauses, cue, host.as_ref()) };
            let Some(parties) = parties else { continue };
            let status = status(&clauses, cue, parties.next);
            let date = if status == MeetingStatus::NotPlanned { String::new() } else { date(&clauses, cue) };
            for other in parties.others.iter().filter(|other| other.entity_id != parties.one.entity_id) {
                all.push(pb::BilateralMeeting {
                    first: Some(parties.one.clone()),
                    second: Some(other.clone()),
                    date: date.clone(),
                    status: status.into(),
                    evidence: vec![view.article.evidence(sentence)],
                    confidence: if status == MeetingStatus::Held { 0.85 } else { 0.8 },
                });
            }
            from = from.max(parties.next);
            host = Some(parties.one.clone());
            before = Some((number, parties.one));
        }
        // Who acts alone in a sentence is whom the next one goes on with.
        if before.is_none()
            && let Some(person) = clauses.lead()
        {
            before = Some((number, person));
        }
    }
    all
}

/// «التقى أ ب», «اجتمع أ بـب», «سيلتقي أ وب», «كما التقى ج».
fn by_verb(clauses: &Clauses<'_, '_>, cue: usize, host: Option<&pb::EntityRef>) -> Option<Parties> {
    let person = |number: usize| clauses.actors[number].person.clone();
    let persons = |list: &[usize]| list.iter().map(|number| person(*number)).collect::<Vec<_>>();
    let word = clauses.sentence.words[cue].text.as_str();
    let joined = word.starts_with(['و', 'ف']);
    let first = clauses.group(cue + 1);
    let before = if joined { Subject::Nobody } else { clauses.before(cue) };
    let Some(first) = first else {
        // «الرئيسان أ وب سيلتقيان»
        let Subject::People(people) = before else { return None };
        let dual = word.ends_with("ان") || word.ends_with('ا');
        return (dual && people.len() == 2).then(|| Parties { one: person(people[0]), others: vec![person(people[1])], next: cue + 1 });
    };
    if let Subject::People(subject) = &before {
        return Some(Parties { one: person(subject[0]), others: persons(&first.people), next: first.next });
    }
    if !first.led {
        if let Some(second) = clauses.group(clauses.behind(first.next)) {
            return Some(Parties { one: person(first.people[0]), others: persons(&second.people), next: second.next });
        }
        // «يجتمع أ وب»: they meet each other.
        if first.people.len() == 2 && cues::is(word.trim_start_matches(['و', 'ف']), VERBS) && !follows(clauses, cue) {
            return Some(Parties { one: person(first.people[0]), others: vec![person(first.people[1])], next: first.next });
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
    Some(Parties { one: subject, others: persons(&first.people), next: first.next })
}

/// Whether a verb goes on with the subject before: «كما التقى», «ثم اجتمع».
fn follows(clauses: &Clauses<'_, '_>, cue: usize) -> bool {
    cue > 0 && matches!(clauses.sentence.words[cue - 1].text.as_str(), "كما" | "ثم")
}

/// The one who goes on acting: the subject of the verb before, who met somebody before, whom the article is about.
fn carried(clauses: &Clauses<'_, '_>, cue: usize, host: Option<&pb::EntityRef>) -> Option<pb::EntityRef> {
    if let Subject::People(people) = clauses.carried(cue)
        && let Some(person) = people.iter().map(|number| &clauses.actors[*number].person).find(|person| clauses.view.can_lead(person))
    {
        return Some(person.clone());
    }
    host.cloned().or_else(|| clauses.view.topic.clone())
}

/// «عقد أ لقاء مع ب», «لقاء بين أ وب», «لقاؤه بنظيره», «يجمع لقاء أ وب».
fn by_noun(clauses: &Clauses<'_, '_>, cue: usize, host: Option<&pb::EntityRef>) -> Option<Parties> {
    let words = &clauses.sentence.words;
    let person = |number: usize| clauses.actors[number].person.clone();
    let persons = |list: &[usize]| list.iter().map(|number| person(*number)).collect::<Vec<_>>();
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
        return Some(Parties { one: person(one), others: vec![person(other)], next: clauses.actors[other].next });
    }
    let direct = clauses.group(behind).filter(|group| with.is_none_or(|with| clauses.actors[group.people[0]].first > with));
    // «يجمع لقاء أ وب», «لاجتماع يضم أ وب»
    let gathers = words[cue.saturating_sub(3)..cue].iter().any(|word| gather(&word.text));
    if let Some(group) = direct.as_ref().filter(|group| gathers && group.people.len() == 2) {
        return Some(Parties { one: person(group.people[0]), others: vec![person(group.people[1])], next: group.next });
    }
    if words.get(behind).is_some_and(|word| gather(&word.text))
        && let Some(group) = clauses.group(behind + 1)
        && group.people.len() == 2
    {
        return Some(Parties { one: person(group.people[0]), others: vec![person(group.people[1])], next: group.next });
    }
    let own = is_owned(&words[cue].text);
    let partners = if let Some(with) = with {
        // «لقاء أ مع ب»
        if let Some(subject) = clauses.group(behind).filter(|group| clauses.actors[group.people[0]].next <= with && !group.led) {
            let partners = clauses.group(with + 1)?;
            return Some(Parties { one: person(subject.people[0]), others: persons(&partners.people), next: partners.next });
        }
        clauses.group(with + 1)?
    } else {
        direct.filter(|group| group.led || own || words[cue].text.starts_with("لل"))?
    };
    let next = partners.next;
    let one = if own { owner(clauses, cue, next, host) } else { holder(clauses, cue, host) }?;
    Some(Parties { one, others: persons(&partners.people), next })
}

fn gather(word: &str) -> bool {
    cues::is(word, &["يجمع", "جمع", "سيجمع", "تجمع", "جمعت", "ستجمع", "يضم", "ضم", "سيضم"])
}

/// «في لقائه مع ب، رحب أ»: whom the pronoun means; behind where the sentence begins with it, else before.
fn owner(clauses: &Clauses<'_, '_>, cue: usize, next: usize, host: Option<&pb::EntityRef>) -> Option<pb::EntityRef> {
    let before = clauses.actors.iter().rev().find(|actor| actor.next <= cue && clauses.view.can_lead(&actor.person));
    if let Some(actor) = before {
        return Some(actor.person.clone());
    }
    let verb = (next..clauses.sentence.words.len()).find(|at| clauses.is_verb(*at)).filter(|_| cue <= 2);
    match verb.map(|verb| clauses.own_subject(verb)) {
        Some(Subject::People(people)) => Some(clauses.actors[people[0]].person.clone()),
        _ => host.cloned().or_else(|| clauses.view.topic.clone()),
    }
}

/// Who holds a meeting with somebody: the subject of the verb that leads the noun, else who stands before it.
fn holder(clauses: &Clauses<'_, '_>, cue: usize, host: Option<&pb::EntityRef>) -> Option<pb::EntityRef> {
    let clause = clauses.clause(cue);
    let verb = (clause.start.max(cue.saturating_sub(12))..cue)
        .rev()
        .find(|at| clauses.is_verb(*at) && !cues::is(&clauses.sentence.words[*at].text, cues::SAY));
    if let Some(verb) = verb {
        match clauses.own_subject(verb) {
            Subject::People(people) => {
                // «عقد وزير الخارجية المصري أ لقاء»: also those who are no leaders meet.
                return Some(clauses.actors[people[0]].person.clone());
            }
            Subject::Other => return None,
            Subject::Nobody => {}
        }
    }
    let near =
        clauses.actors.iter().rev().find(|actor| actor.next <= cue && actor.first >= clause.start && clauses.view.can_lead(&actor.person));
    if verb.is_none()
        && let Some(near) = near
    {
        return Some(near.person.clone());
    }
    carried(clauses, cue, host)
}

/// Whether it came about, is to, may, or will not.
fn status(clauses: &Clauses<'_, '_>, cue: usize, next: usize) -> MeetingStatus {
    let words = &clauses.sentence.words;
    let clause = clauses.clause(cue);
    let before = &words[clause.start.max(cue.saturating_sub(14))..cue];
    let close = &words[clause.start.max(cue.saturating_sub(5))..cue];
    let word = words[cue].text.trim_start_matches(['و', 'ف']);
    let until =
        (next..words.len()).find(|at| cues::is(&words[*at].text, VERBS) || cues::is(&words[*at].text, NOUNS)).unwrap_or(words.len());
    // What the next clause tells is another's, but for «ولم يكن مدرجا».
    let other = (clause.end..words.len())
        .find(|at| !words[*at].text.starts_with("ولم") && clauses.starts_at(*at))
        .filter(|at| !words[*at].text.starts_with('و'))
        .unwrap_or(words.len());
    let behind = &words[cue..until.min(cue + 30).min(other).max(cue)];
    let holds = |part, phrases: &[&str]| phrases.iter().any(|phrase| cues::phrase(part, phrase).is_some());
    let unlikely = holds(before, &["لم يستبعد", "لا يستبعد", "لم تستبعد", "لا تستبعد", "ما اذا كان", "لم يتقرر", "لم يتضح", "لم يحسم"]);
    let never = holds(
        before,
        &[
            "غير المخطط",
            "غير المقرر",
            "غير المتوقع",
            "غير المرجح",
            "ليس من",
            "ليس مقررا",
            "ليس هناك",
            "لا توجد",
            "لا يوجد",
            "لا خطط",
            "لا نيه",
            "عدم وجود",
            "لم يكن",
            "لم تكن",
            "لا يتضمن",
            "لا تتضمن",
            "لم يتضمن",
            "لم يخطط",
            "لا يعتزم",
            "لا تعتزم",
            "لا يخطط",
            "عدم عقد",
            "ليس لديه",
            "ليس لديها",
            "لا يعتزمان",
        ],
    ) || cues::any(
        close,
        &["لن", "لم", "استبعد", "استبعدت", "نفي", "نفت", "الغي", "الغيت", "الغاء", "لا", "دون", "ليس", "سقط", "تعذر", "نفيا", "نافيا"],
    ) && !holds(close, &["لا يزال", "لا تزال", "لم يلبث"])
        || cues::any(close, &["نفت", "نفي"]);
    let fails = ["لم يكن مدرجا", "ليس مدرجا", "غير مدرج", "غير مطروح", "غير وارد", "غير مقرر", "لم يعقد", "ليس مخططا", "لن يعقد", "الغي"];
    let denied = cues::any(before, &["نفي", "نفت"]) && holds(behind, &["قد ادرج"]);
    let never = never || denied || holds(behind, &fails) && !cues::any(behind, &["ينف"]);
    if never && !unlikely {
        return MeetingStatus::NotPlanned;
    }
    const PAST: cues::Cues = &[
        "التقي",
        "التقت",
        "اجتمع",
        "اجتمعت",
        "استقبل",
        "استقبلت",
        "التقيا",
        "تباحث",
        "تباحثت",
        "اجتمعا",
        "تباحثا",
        "قابل",
        "قابلت",
        "التقاه",
        "التقوا",
    ];
    let past = cues::is(word, PAST);
    let may = unlikely
        || before
            .iter()
            .enumerate()
            .any(|(at, one)| cues::is(&one.text, &["قد"]) && before.get(at + 1).map_or(word, |next| &next.text).starts_with(['ي', 'ت']))
        || cues::find(behind, 1, &["قد"])
            .is_some_and(|at| behind.get(at + 1).is_some_and(|next| next.text.starts_with(['ي', 'ت'])) && at < 8);
    if may || cues::any(before, &["ربما", "المحتمل", "ممكن", "يمكن", "احتمال", "احتمالا", "الممكن", "المرجح", "يرجح", "محتمل"])
    {
        return MeetingStatus::Possible;
    }
    if past && (!cues::any(close, &["ان"]) || cues::any(close, &["كان"])) {
        return MeetingStatus::Held;
    }
    let led = before.iter().any(|one| cues::is_future(&one.text));
    if cues::is_future(word) || cues::any(before, cues::PLANNED) || led {
        return MeetingStatus::Planned;
    }
    let held = cues::any(before, &["عقد", "عقدت", "اجري", "اجرت", "عقدا", "اجريا", "جري", "جرت", "تخلل", "شهد", "شهدت", "كان", "كانت"]);
    let imperfect = cues::is(word, VERBS) && word.starts_with(['ي', 'ت']) && !past
        || before.iter().rev().take(6).any(|one| cues::is(&one.text, &["يعقد", "تعقد", "يجري", "تجري", "يسبق", "يجمع", "تجمع", "يعقدان"]));
    let ahead = clauses.view.article.published.zip(clauses.view.start).is_some_and(|(published, start)| published < start);
    if imperfect && !held || ahead && !past && !held {
        return MeetingStatus::Planned;
    }
    MeetingStatus::Held
}

/// The day its clause gives, else the day of the same breath: the nearest to the cue.
fn date(clauses: &Clauses<'_, '_>, cue: usize) -> String {
    let (view, sentence): (&View<'_>, &Sentence) = (clauses.view, clauses.sentence);
    let clause = clauses.clause(cue);
    let days = view
        .article
        .of(sentence)
        .iter()
        .filter(|mention| mention.kind == EntityType::Date && view.article.thing(mention).value.len() == 10);
    let days: Vec<_> = days.map(|mention| (word_at(sentence, mention), view.article.thing(mention).value.as_str())).collect();
    if let Some((_, day)) = days.iter().filter(|(here, _)| clause.contains(here)).min_by_key(|(here, _)| here.abs_diff(cue)) {
        return (*day).to_owned();
    }
    // «وصل أ أمس وأجرى محادثات مع ب»: the day of the clause it goes on from, not over a comma.
    let joined = sentence.words[clause.start].text.starts_with('و') && clause.start > 0 && !clauses.is_marked(clause.start);
    if let Some((_, day)) = days.iter().rev().find(|(here, _)| joined && *here < clause.start) {
        return (*day).to_owned();
    }
    // «قبل الافتتاح»: the first day.
    let opening = ["قبل الافتتاح", "قبيل الافتتاح", "عقب الافتتاح", "بعد الافتتاح", "قبل انطلاق", "قبيل انطلاق", "قبل الجلسه", "عقب الجلسه"];
    let words = &sentence.words[clause];
    let opens = opening.iter().any(|phrase| cues::phrase(words, phrase).is_some());
    view.start.filter(|_| opens).map(|start| start.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bali, key};

    /// Every meeting of a sentence: who, with whom, whether, when.
    fn told(sentence: &str) -> Vec<String> {
        let meetings = bali(sentence).meetings;
        let line = |meeting: &crate::proto::BilateralMeeting| {
            let status = meeting.status().as_str_name().trim_start_matches("MEETING_STATUS_").to_owned();
            format!("{} {} {status} {}", key(&meeting.first), key(&meeting.second), meeting.date).trim().to_owned()
        };
        meetings.iter().map(line).collect()
    }

    #[test]
    fn a_verb_has_a_subject_and_objects() {
        assert_eq!(told("والتقى بايدن نظيره الصيني يوم الاثنين."), ["joe-biden xi-jinping HELD 2022-11-14"]);
        assert_eq!(told("واجتمع ماكرون، المشارك في القمة، بأردوغان أمس."), ["emmanuel-macron recep-tayyip-erdogan HELD 2022-11-15"]);
        assert_eq!(
            told("والتقى مودي أمس ماكرون، كما أجرى محادثات مع أردوغان."),
            ["narendra-modi emmanuel-macron HELD 2022-11-15", "narendra-modi recep-tayyip-erdogan HELD"]
        );
        assert_eq!(told("وعقد الرئيس التركي لقاء ثنائيا مع مودي."), ["recep-tayyip-erdogan narendra-modi HELD"]);
    }

    #[test]
    fn who_meets_may_stand_together() {
        assert_eq!(told("وقد يجتمع بايدن وأردوغان غدا."), ["joe-biden recep-tayyip-erdogan POSSIBLE 2022-11-17"]);
        assert_eq!(told("ولم يُعقد أي لقاء بين ماكرون ومودي."), ["emmanuel-macron narendra-modi NOT_PLANNED"]);
        assert_eq!(told("ومن المقرر أن يلتقي أردوغان اليوم ماكرون."), ["recep-tayyip-erdogan emmanuel-macron PLANNED 2022-11-16"]);
    }

    #[test]
    fn what_is_denied_is_not_planned_and_what_is_not_ruled_out_is_possible() {
        assert_eq!(told("وقال البيت الأبيض إنه ليس من المقرر أن يلتقي بايدن أردوغان."), ["joe-biden recep-tayyip-erdogan NOT_PLANNED"]);
        assert_eq!(told("ولم يستبعد مسؤول أن يعقد مودي لقاء مع ماكرون."), ["narendra-modi emmanuel-macron POSSIBLE"]);
        assert_eq!(told("وألغي اللقاء الذي كان مقررا بين شي وماكرون."), ["xi-jinping emmanuel-macron NOT_PLANNED"]);
    }

    #[test]
    fn what_is_no_meeting_of_two_is_none() {
        assert!(told("وعقد القادة جلسة موسعة مع ممثلي الشركات.").is_empty());
        assert!(told("وقال ماكرون إن القمة ناجحة، وشكر مودي على دعوته.").is_empty());
    }
}
