//! Who takes part, stays away, or sends somebody.

use super::actors::{Actor, Titles, actors, is_leader, is_official, represents};
use super::article::{Article, Sentence, fold};
use super::frame::word_at;
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
    /// First day of the summit, where known.
    pub start: Option<jiff::civil::Date>,
    /// The person the article is mostly about.
    pub topic: Option<pb::EntityRef>,
}

impl View<'_> {
    /// The positions of a person, over the whole article.
    #[must_use]
    pub fn positions_of(&self, person: &pb::EntityRef) -> Vec<(String, String, String)> {
        self.positions(person)
    }

    /// Whether somebody is of the rank that sits at a summit.
    #[must_use]
    pub fn can_lead(&self, person: &pb::EntityRef) -> bool {
        self.leads(person)
    }

    /// Whether the article came out before the summit.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.is_before()
    }

    fn positions(&self, person: &pb::EntityRef) -> Vec<(String, String, String)> {
        self.article.person(&person.entity_id).map(|thing| thing.positions.clone()).unwrap_or_default()
    }

    fn leads(&self, person: &pb::EntityRef) -> bool {
        is_leader(self.engine, &self.positions(person), person, self.organizer.starts_with("opec"))
    }

    /// Whether what an imperfect tells is still to come.
    fn is_before(&self) -> bool {
        self.article.published.zip(self.start).is_some_and(|(published, start)| published < start)
    }

    fn seen(&self, actor: &Actor, sentence: &Sentence, attendance: Attendance) -> Seen {
        let positions = self.positions(&actor.person);
        let official = positions.iter().any(|(title, _, body)| !body.is_empty() && is_official(title)) || is_official(&actor.title);
        Seen {
            represents: represents(self.engine, &positions, &actor.person),
            title: if actor.title.is_empty() {
                positions.first().map(|(title, _, _)| title.clone()).unwrap_or_default()
            } else {
                actor.title.clone()
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
        let actors = actors(view.article, sentence, view.titles);
        // A list broken by a full stop goes on: «… ورئيس الوزراء. ووزير خارجيته فلان».
        let before = listing.take();
        let goes_on = before.filter(|(last, _, _)| {
            let verbs = [cues::ATTEND, cues::SAY, cues::MEET, cues::ABSENT, cues::SEND].iter().any(|list| cues::any(&sentence.words, list));
            let previous = &view.article.sentences[*last];
            *last + 1 == number && !verbs && !view.article.text[previous.range.end..sentence.range.start].contains('\n')
        });
        let sent = represented(view, sentence, &actors, &mut all);
        let this = number;
        for (number, actor) in actors.iter().enumerate() {
            if sent.contains(&number) || !view.leads(&actor.person) || gone(sentence, actor) {
                continue;
            }
            let found = attends(view, sentence, actor, &actors);
            if let Some((attendance, role)) = found.filter(|(attendance, _)| *attendance != Attendance::Absent) {
                listing = Some((this, attendance, role));
            }
            if let Some((attendance, role)) = found.or_else(|| goes_on.map(|(_, attendance, role)| (attendance, role))) {
                let mut seen = view.seen(actor, sentence, attendance);
                if seen.role == pb::Role::Unspecified {
                    seen.role = role;
                }
                all.push(seen);
            }
        }
        countries(view, sentence, &actors, &mut all);
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
fn attends(view: &View<'_>, sentence: &Sentence, actor: &Actor, actors: &[Actor]) -> Option<(Attendance, pb::Role)> {
    let words = &sentence.words;
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
            || cues::is(&words[*at].text, cues::ATTEND) && *at <= actor.next + 1 && before.is_some_and(|before| actor.first - before > 6)
    });
    let at = adjacent.or(before)?;
    let word = words[at].text.as_str();
    let around = &words[at.saturating_sub(6)..at];
    let negated = cues::any(&words[at.saturating_sub(2)..at], cues::NOT) && !cues::any(around, &["يستبعد"]);
    let guest = cues::any(
        &words[at.saturating_sub(3)..(at + 3).min(words.len())],
        &["ضيوف", "ضيفا", "ضيف", "ضيفه", "ضيوفا", "المدعوين", "المدعوون", "مدعوا", "دعوه"],
    );
    let observer = cues::any(around, &["مراقب", "مراقبا", "المراقبه", "المراقبين"]);
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
    if cues::is(word, cues::ABSENT) || negated && cues::is(word, cues::ATTEND) {
        return Some((Attendance::Absent, role));
    }
    if negated {
        return None;
    }
    let planned = cues::is_future(word)
        || cues::any(around, cues::PLANNED)
        || cues::is(word, cues::PLANNED)
        || cues::any(around, &["سيجري", "سيعقد"]);
    let coming = if planned || view.is_before() { Attendance::Expected } else { Attendance::Attended };
    if cues::is(word, cues::ATTEND) {
        // Beside a summit noun, or in a sentence that goes on listing who comes.
        let invited = cues::is(word, &["المدعوين", "المدعوون", "دعوه", "دعا", "دعت"]);
        if cues::is(word, &["دعا", "دعت"]) && !cues::any(words, cues::SUMMIT) {
            return None;
        }
        return Some((if invited { Attendance::Invited } else { coming }, role));
    }
    // Who meets there or speaks there is there.
    let here = cues::any(words, cues::SUMMIT) || cues::any(words, &["كلمته", "كلمتها", "الجلسه", "جلسه", "الافتتاحيه", "الختاميه"]);
    if cues::is(word, cues::MEET) && !cues::any(around, &["غير", "استبعد", "ليس"]) {
        let possible = cues::any(around, &["قد", "ربما", "المحتمل"]);
        return Some((if possible { Attendance::Expected } else { coming }, role));
    }
    if cues::is(word, cues::SAY) && here && (cues::any(words, &["كلمته", "كلمتها", "كلمه", "الافتتاحيه", "الختاميه", "الجلسه"]))
    {
        return Some((coming, role));
    }
    None
}

/// Who sends whom; gives the actors that are spoken for.
fn represented(view: &View<'_>, sentence: &Sentence, actors: &[Actor], all: &mut Vec<Seen>) -> Vec<usize> {
    let words = &sentence.words;
    let mut used = Vec::new();
    for at in 0..words.len() {
        let word = words[at].text.as_str();
        let sends = cues::is(word, cues::SEND);
        let next = words.get(at + 1).map_or("", |word| word.text.as_str());
        // «الرئيس بالنيابة» is an acting one.
        let stands = cues::is(word, cues::STAND_IN) && matches!(next, "عن" | "عنه" | "عنها");
        // «منظمات دولية مثل …» is «such as»: the verb begins its clause.
        let opens = at == 0 || word.starts_with('و') || cues::is(&words[at - 1].text, &["فيما", "كما", "بينما", "حيث", "وقد", "قد"]);
        let stands_for = cues::is(word, cues::REPRESENT) && (opens || !matches!(word, "مثل" | "مثلت"));
        if !sends && !stands && !stands_for || cues::any(&words[at.saturating_sub(1)..at], cues::NOT) {
            continue;
        }
        let after: Vec<usize> = (0..actors.len()).filter(|number| actors[*number].first > at && actors[*number].first < at + 30).collect();
        let before: Vec<usize> = (0..actors.len()).filter(|number| actors[*number].next <= at).collect();
        // The office that is sent: «وزير خارجيته», the first behind the cue that nobody who is absent holds.
        let office = |from: usize, to: usize| {
            view.article.of(sentence).iter().find(|mention| {
                let here = word_at(sentence, mention);
                mention.kind == EntityType::Occ && here >= from && here < to
            })
        };
        let text = |mention: &super::article::Mention| view.article.text[mention.range.clone()].to_owned();
        let (absent, deputy, title) = if sends {
            let own = office(at + 1, at + 4).filter(|mention| {
                fold(&text(mention))
                    .split(' ')
                    .any(|word| word.ends_with("ته") || word.ends_with("ه") && word != "الدوله" || word.ends_with("تها"))
            });
            let elided = own.is_some_and(|mention| {
                let title = fold(&text(mention));
                let pronoun = ["خارجيته", "خارجيتها", "وزرايه", "دفاعه", "عهده", "نايبه", "وزيره", "ماليته", "حكومته", "حكومتها"];
                title.split(' ').any(|word| pronoun.contains(&word))
            });
            // «اعتذر فلان عن عدم الحضور، وأوفد …», «غاب فلان … وأناب عنه …»
            let stayed = before.last().is_some_and(|last| {
                let earlier = &words[..at];
                actors[*last].next + 16 > at
                    && (cues::any(earlier, cues::ABSENT) || cues::any(earlier, &["لن", "لم", "ولن", "ولم", "فلم", "فلن"]))
            });
            // «إن الرئيس جوزيف عون أوفد رئيس الحكومة نواف سلام»
            let ahead_of_verb = before.last().is_some_and(|last| actors[*last].next == at && after.len() < 2);
            let elided = elided || ahead_of_verb || stayed && after.len() < 2 || stayed && matches!(next, "عنه" | "عنها");
            if elided {
                let Some(absent) = before.last().copied() else { continue };
                (absent, after.first().copied(), own.map(text).unwrap_or_default())
            } else {
                let Some(absent) = after.first().copied() else { continue };
                let deputy = after.get(1).copied();
                let title = office(actors[absent].next, deputy.map_or(actors[absent].next + 6, |deputy| actors[deputy].next))
                    .map(text)
                    .unwrap_or_default();
                (absent, deputy, title)
            }
        } else if stands {
            // «ناب عن أ ب», «ب نيابة عن أ»
            let Some(absent) = after.first().copied() else { continue };
            let deputy = after.get(1).copied().or_else(|| before.last().copied());
            let title = deputy.map(|deputy| actors[deputy].title.clone()).unwrap_or_default();
            (absent, deputy, title)
        } else {
            // «مثّل أ ب»; «ب ممثلا عن أ»
            if matches!(word.trim_start_matches(['و', 'س']), "مثله" | "مثلها" | "يمثله" | "تمثله" | "يمثلها" | "لتمثيله")
            {
                let (Some(absent), Some(deputy)) = (before.last().copied(), after.first().copied()) else { continue };
                let title = actors[deputy].title.clone();
                finish(view, sentence, actors, (absent, Some(deputy), title), &mut used, all);
                continue;
            }
            let for_whom = cues::is(word, &["ممثلا", "ممثله", "ممثلين"]);
            let Some(first) = after.first().copied() else { continue };
            if for_whom {
                let Some(deputy) = before.last().copied() else { continue };
                (first, Some(deputy), actors[deputy].title.clone())
            } else {
                let Some(second) = after.get(1).copied() else { continue };
                (first, Some(second), actors[second].title.clone())
            }
        };
        finish(view, sentence, actors, (absent, deputy, title), &mut used, all);
        // «وناب عن أ ب، وعن ج د»
        let mut pair = deputy;
        while let Some(last) = pair.filter(|_| stands) {
            let and = words.get(actors[last].next).is_some_and(|word| word.text == "وعن");
            if !and || last + 2 >= actors.len() {
                break;
            }
            finish(view, sentence, actors, (last + 1, Some(last + 2), actors[last + 2].title.clone()), &mut used, all);
            pair = Some(last + 2);
        }
    }
    used
}

/// Notes that one actor is spoken for by another or by an office.
fn finish(
    view: &View<'_>,
    sentence: &Sentence,
    actors: &[Actor],
    found: (usize, Option<usize>, String),
    used: &mut Vec<usize>,
    all: &mut Vec<Seen>,
) {
    let (absent, deputy, title) = found;
    if !view.leads(&actors[absent].person) || title.is_empty() && deputy.is_none() {
        return;
    }
    let mut seen = view.seen(&actors[absent], sentence, Attendance::Represented);
    seen.by_person = deputy.map(|deputy| actors[deputy].person.clone());
    seen.by_title = if title.is_empty() { deputy.map(|deputy| actors[deputy].title.clone()).unwrap_or_default() } else { title };
    used.push(absent);
    used.extend(deputy);
    all.push(seen);
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
        let away = behind.is_some_and(|at| cues::any(&words[here + 1..at], &["لن", "لم", "ولن", "ولم"]))
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
