//! Who takes part, stays away, or sends somebody.

use super::actors::Actor;
use super::affiliation::{represents, secretariat};
use super::article::{Article, Sentence};
use super::clause::Clauses;
use super::frame::word_at;
use super::rank::{is_leader, is_official};
use super::standins::standins;
use super::titles::Titles;
use super::{cues, frame};
use crate::EntityType;
use crate::proto as pb;
use crate::rpc::Analyzer;
use pb::Attendance;

/// One sentence's word on one participant.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Who; `None` for a country alone.
    pub person: Option<pb::EntityRef>,
    /// For whom.
    pub represents: Option<pb::EntityRef>,
    /// Title in the text.
    pub title: String,
    /// Whether the text calls them a guest or observer.
    pub role: pb::Role,
    /// Whether they come.
    pub attendance: Attendance,
    /// Who comes for them.
    pub by_person: Option<pb::EntityRef>,
    /// Title of who comes for them.
    pub by_title: String,
    /// The sentence.
    pub evidence: pb::Evidence,
}

/// What the rules for one article look at.
pub struct View<'a> {
    /// Knowledge.
    pub engine: &'a dyn Analyzer,
    /// The article.
    pub article: &'a Article,
    /// Key of the organiser.
    pub organizer: &'a str,
    /// Titles over all articles.
    pub titles: &'a Titles,
    /// Whether it is ministers who sit at it.
    pub ministerial: bool,
    /// First day of the summit, where known.
    pub start: Option<jiff::civil::Date>,
    /// The person the article is mostly about.
    pub topic: Option<pb::EntityRef>,
}

impl View<'_> {
    /// The positions of a person, over the whole article.
    #[must_use]
    pub fn positions_of(&self, person: &pb::EntityRef) -> Vec<(String, String, String)> {
        self.titles.positions(person)
    }

    /// Whether somebody is of the rank that sits at a summit.
    #[must_use]
    pub fn can_lead(&self, person: &pb::EntityRef) -> bool {
        is_leader(self.engine, &self.positions_of(person), person, self.ministerial)
    }

    /// Whether the article came out before the summit, so that what an imperfect tells is still to come.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.article.published.zip(self.start).is_some_and(|(published, start)| published < start)
    }

    /// What a sentence says of somebody's coming.
    #[must_use]
    pub fn seen(&self, actor: &Actor, sentence: &Sentence, attendance: Attendance) -> Seen {
        let positions = self.positions_of(&actor.person);
        // «الأمين التنفيذي للأمم المتحدة المعني بـ… فلان»: the body its title names.
        let named = self.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Org && is_official(&actor.title)).find(
            |mention| {
                let here = word_at(sentence, mention);
                here >= actor.first && here < actor.next
            },
        );
        let official = positions.iter().any(|(title, _, body)| !body.is_empty() && is_official(title)) || is_official(&actor.title);
        Seen {
            represents: {
                let body = named.map(|body| secretariat(self.engine, &self.article.thing(body).reference));
                // «رئيس المفوضية»: a body that only the text names says less than who its official is known to be.
                let known = body.as_ref().is_some_and(|body| !body.entity_id.starts_with("local:"));
                if known { body } else { represents(self.engine, &positions, &actor.person).or(body) }
            },
            title: if actor.title.is_empty() {
                positions.first().map(|(title, _, _)| title.clone()).unwrap_or_default()
            } else {
                // «مراقب رئيس الوزراء المجري»: how he comes is no title.
                actor.title.trim_start_matches("مراقب ").to_owned()
            },
            person: Some(actor.person.clone()),
            role: if official { pb::Role::OrganizationOfficial } else { pb::Role::Unspecified },
            attendance,
            by_person: None,
            by_title: String::new(),
            evidence: self.article.evidence(sentence),
        }
    }
}

/// Everybody the article has something to say about.
#[must_use]
pub fn participants(view: &View<'_>) -> Vec<Seen> {
    let mut all = Vec::new();
    let mut listing: Option<(usize, Attendance, pb::Role)> = None;
    for (number, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let clauses = Clauses::new(view, sentence);
        let actors = &clauses.actors;
        // A list broken by a full stop goes on: «… ورئيس الوزراء. ووزير خارجيته فلان».
        let before = listing.take();
        let goes_on = before.filter(|(last, _, _)| {
            let verbs = [cues::ATTEND, cues::SAY, cues::MEET, cues::ABSENT, cues::SEND].iter().any(|list| cues::any(&sentence.words, list));
            let previous = &view.article.sentences[*last];
            *last + 1 == number && !verbs && !view.article.text[previous.range.end..sentence.range.start].contains('\n')
        });
        let sent = standins(&clauses, &mut all);
        let this = number;
        for (number, actor) in actors.iter().enumerate() {
            let sits = view.can_lead(&actor.person) || is_official(&actor.title);
            if sent.contains(&number) || !sits || gone(sentence, actor) {
                continue;
            }
            let found = attends(&clauses, actor);
            if let Some((attendance, role)) = found.filter(|(attendance, _)| *attendance != Attendance::Absent) {
                listing = Some((this, attendance, role));
            }
            if let Some((attendance, role)) = found.or_else(|| goes_on.map(|(_, attendance, role)| (attendance, role))) {
                let mut seen = view.seen(actor, sentence, attendance);
                // «بان كي مون ضيفا على القمة»: the head of another body may be a guest.
                let own = seen.represents.as_ref().is_some_and(|of| of.entity_id == view.organizer);
                if seen.role == pb::Role::Unspecified || role != pb::Role::Unspecified && !own {
                    seen.role = role;
                }
                all.push(seen);
            }
        }
        countries(view, sentence, actors, &mut all);
    }
    all
}

/// «وفاة الرئيس …», «خليفة للرئيس …»: named, not there.
fn gone(sentence: &Sentence, actor: &Actor) -> bool {
    let before = &sentence.words[actor.first.saturating_sub(3)..actor.first];
    let behind = sentence.words.get(actor.next).map_or("", |word| word.text.as_str());
    cues::any(
        before,
        &["وفاه", "مقتل", "رحيل", "اغتيال", "الراحل", "خليفه", "خلفا", "سلفه", "ذكري", "اعدام", "عهد", "خلف", "اداره", "زمن", "وفاته"],
    ) || before.iter().any(|word| word.text == "للرييس" && cues::any(before, &["خليفه"]))
        || matches!(behind, "السابق" | "الراحل" | "الاسبق")
}

/// Whether somebody comes, by the cue that governs their name: the nearest before it, else one directly behind.
fn attends(clauses: &Clauses<'_, '_>, actor: &Actor) -> Option<(Attendance, pb::Role)> {
    let (view, actors) = (clauses.view, &clauses.actors);
    let words = &clauses.sentence.words;
    let lists: [cues::Cues; 6] = [cues::ATTEND, cues::ABSENT, cues::MEET, cues::SAY, cues::SEND, cues::STAND_IN];
    let governs = |at: &usize| lists.iter().any(|list| cues::is(&words[*at].text, list));
    let inside = |at: &usize| actors.iter().any(|other| other.first <= *at && *at < other.next);
    let before = (0..actor.first).rev().filter(|at| !inside(at)).find(governs);
    let behind = || (actor.next..words.len().min(actor.next + 4)).filter(|at| !inside(at)).find(governs);
    let relative = words.get(actor.next).is_some_and(|word| matches!(word.text.as_str(), "الذي" | "التي" | "الذى"));
    let adjacent = behind().filter(|at| {
        relative
            && *at == actor.next + 1
            && cues::is(&words[*at].text, cues::ATTEND)
            && before.is_none_or(|before| !cues::is(&words[before].text, cues::ATTEND))
            || before.is_none()
            // «أكدت الجامعة أن أ سيحضر»: what is said of him is his.
            || cues::is(&words[*at].text, cues::ATTEND)
                && *at <= actor.next + 1
                && before.is_some_and(|before| cues::is(&words[before].text, cues::SAY) && cues::any(&words[before..actor.first], &["ان", "بان"]))
            || cues::is(&words[*at].text, cues::ATTEND)
                && words[*at].text != "للمشاركه"
                && words[*at].text != "لحضور"
                && *at <= actor.next + 1
                && before.is_some_and(|before| actor.first - before > 6)
    });
    // «أ، الذي كان مقررا أن يشارك في القمة، »
    let later = || (actor.next + 2..words.len().min(actor.next + 8)).find(|at| relative && cues::is(&words[*at].text, cues::ATTEND));
    // «ويمثل كازاخستان في القمة رئيسها أ»
    let own = words[actor.first.saturating_sub(1)..=actor.first].iter().any(|word| cues::is(&word.text, cues::OWN_LEADER));
    let own = own && words[actor.first.saturating_sub(8)..actor.first].iter().any(|word| cues::is(&word.text, cues::REPRESENT));
    if own {
        return Some((if view.is_ahead() { Attendance::Expected } else { Attendance::Attended }, pb::Role::Unspecified));
    }
    let at = later().or(adjacent).or(before)?;
    let word = words[at].text.as_str();
    let around = &words[at.saturating_sub(6)..at];
    let negated = cues::any(&words[at.saturating_sub(2)..at], cues::NOT) && !cues::any(around, &["يستبعد"]);
    let clause = clauses.clause(at);
    // «شارك ضيفا …», «… فلان بصفة مراقب»: beside the verb or behind the name.
    let tail = &words[actor.next.min(words.len())..words.len().min(actor.next + 4)];
    let tail = &tail[..tail.iter().position(|word| word.text.starts_with("وال") || word.text == "كما").unwrap_or(tail.len())];
    let guest = cues::any(tail, &["ضيفا", "ضيف", "ضيفه", "كضيف", "كضيفه", "ضيفين", "ضيوفا"])
        || cues::any(
            &words[at.saturating_sub(3).max(clause.start)..(at + 3).min(clause.end)],
            &["ضيوف", "ضيفا", "ضيف", "ضيفه", "ضيوفا", "المدعوين", "المدعوون", "مدعوا", "دعوه"],
        );
    // «يشارك بصفة مراقب أ وب»
    let between = &words[at..(actor.first + 1).max(at).min(at + 8).min(words.len())];
    let observer = cues::any(between, &["مراقب", "مراقبا"])
        || cues::any(around, &["مراقب", "مراقبا", "المراقبه", "المراقبين"])
        || cues::any(tail, &["مراقب", "مراقبا", "كمراقب"]);
    let role = if observer {
        pb::Role::Observer
    } else if guest {
        pb::Role::Guest
    } else {
        pb::Role::Unspecified
    };
    // «لا صحة لما نشر عن توجيه دعوة إلى …»
    if cues::phrase(&words[at.saturating_sub(9)..at], "لا صحه").is_some()
        || cues::any(&words[at.saturating_sub(5)..at], &["نفي", "نافيا", "نفت"])
    {
        return None;
    }
    // «وكان أ أول المنسحبين، وأبلغ ب …»: a clause of its own is not governed by the one before.
    if cues::is(word, cues::ABSENT) && at < actor.first && clauses.clause(actor.first).start > at {
        return None;
    }
    // «اعتذر عن الموعد السابق» says nothing of the new one.
    if cues::phrase(words, "الموعد السابق").is_some() {
        return None;
    }
    // Who is not invited has not stayed away.
    const INVITING: cues::Cues = &["المدعوين", "المدعوون", "دعوه", "الدعوه", "الدعوات", "وجهت", "دعا", "دعت"];
    let uninvited = cues::any(&words[at.saturating_sub(5).max(clause.start)..at], cues::NOT);
    if uninvited && cues::is(word, INVITING) {
        return None;
    }
    if cues::is(word, cues::ABSENT) || negated && cues::is(word, cues::ATTEND) {
        // «أبلغ أ أنه لن يحضر»: not who is told of it.
        let told = at > actor.next && cues::any(&words[actor.next..at], &["انه", "انها", "بانه", "بانها"]);
        let told = told && (0..actor.first).rev().take(3).any(|verb| cues::is(&words[verb].text, &["ابلغ", "ابلغت", "اخبر", "اطلع"]));
        return (!told).then_some((Attendance::Absent, role));
    }
    if negated {
        return None;
    }
    let planned = cues::is_future(word)
        || cues::any(around, cues::PLANNED)
        || cues::is(word, cues::PLANNED)
        || cues::any(around, &["سيجري", "سيعقد"]);
    let coming = if planned || view.is_ahead() { Attendance::Expected } else { Attendance::Attended };
    if cues::is(word, cues::ATTEND) {
        // Beside a summit noun, or in a sentence that goes on listing who comes.
        let invited = cues::is(word, INVITING);
        if cues::is(word, &["دعا", "دعت", "وجهت"]) && !cues::any(words, cues::SUMMIT) {
            return None;
        }
        return Some((if invited { Attendance::Invited } else { coming }, role));
    }
    // Who meets there or speaks there is there.
    let here = cues::any(words, cues::SUMMIT) || cues::any(words, &["كلمته", "كلمتها", "الجلسه", "جلسه", "الافتتاحيه", "الختاميه"]);
    if cues::is(word, cues::MEET) && cues::any(around, &["الغي", "الغيت", "سقط", "الغاء"]) {
        return None;
    }
    if cues::is(word, cues::MEET) && !cues::any(around, &["غير", "استبعد", "ليس"]) {
        let possible = cues::any(around, &["قد", "ربما", "المحتمل"]);
        return Some((if possible { Attendance::Expected } else { coming }, role));
    }
    // The organiser's own head speaks where the summit is.
    if cues::is(word, cues::SAY) && !view.organizer.is_empty() {
        let of = view.seen(actor, clauses.sentence, coming).represents;
        let official = is_official(&actor.title) || view.positions_of(&actor.person).iter().any(|(title, _, _)| is_official(title));
        let head = official && of.is_some_and(|of| of.entity_id == view.organizer);
        if head && (actor.first == at + 1) {
            return Some((coming, role));
        }
    }
    if cues::is(word, cues::SAY) && here && (cues::any(words, &["كلمته", "كلمتها", "كلمه", "الافتتاحيه", "الختاميه", "الجلسه"]))
    {
        return Some((coming, role));
    }
    None
}

/// Countries that stay away without a name: «أرمينيا لن تشارك».
fn countries(view: &View<'_>, sentence: &Sentence, actors: &[Actor], all: &mut Vec<Seen>) {
    let words = &sentence.words;
    for mention in view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Gpe) {
        let reference = &view.article.thing(mention).reference;
        if view.engine.about(&reference.entity_id).is_none_or(|about| about.subtype != "country") {
            continue;
        }
        let here = word_at(sentence, mention);
        if actors.iter().any(|actor| actor.first <= here && here <= actor.next) {
            continue;
        }
        let behind = (here + 1..words.len().min(here + 4)).find(|at| cues::is(&words[*at].text, cues::ATTEND));
        // «وقررت ليبيا مقاطعة القمة»
        let boycotts = words.get(here + 1).is_some_and(|word| cues::is(&word.text, &["مقاطعه", "الغياب", "التغيب", "قاطعت"]));
        let away = boycotts
            || behind.is_some_and(|at| cues::any(&words[here + 1..at], &["لن", "لم", "ولن", "ولم"]))
            || here > 0 && cues::is(&words[here - 1].text, cues::ABSENT)
            || here > 1
                && cues::is(&words[here - 1].text, cues::ATTEND)
                && cues::is(&words[here - 2].text, &["لن", "لم", "عدم", "ولن", "ولم", "دون"]);
        if away {
            all.push(Seen {
                person: None,
                represents: Some(reference.clone()),
                title: String::new(),
                role: pb::Role::Unspecified,
                attendance: Attendance::Absent,
                by_person: None,
                by_title: String::new(),
                evidence: view.article.evidence(sentence),
            });
        }
    }
}
