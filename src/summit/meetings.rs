//! Meetings of two on the margins, and whether they came about.

use super::actors::{Actor, actors};
use super::article::Sentence;
use super::frame::{self, word_at};
use super::{cues, people::View};
use crate::EntityType;
use crate::proto as pb;
use pb::MeetingStatus;

/// Every meeting of two that an article tells of.
#[must_use]
pub fn meetings(view: &View<'_>) -> Vec<pb::BilateralMeeting> {
    let mut all = Vec::new();
    for (_, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let actors = actors(view.article, sentence, view.titles);
        let words = &sentence.words;
        let mut at = 0;
        let mut host: Option<pb::EntityRef> = None;
        while let Some(cue) = cues::find(words, at, cues::MEET) {
            at = cue + 1;
            if actors.iter().any(|actor| actor.first <= cue && cue < actor.next) {
                continue;
            }
            let Some((mut first, others, last)) = parties(view, sentence, &actors, cue) else { continue };
            // «أجرت ماي … مباحثات مع أ، كما التقت ب»: the subject goes on.
            if let Some(host) = host.take().filter(|_| cue > 0 && matches!(words[cue - 1].text.as_str(), "كما" | "ثم") && others.len() == 1)
            {
                first = host;
            }
            host = Some(first.clone());
            let status = status(view, sentence, cue);
            let date = if status == MeetingStatus::NotPlanned { String::new() } else { date(view, sentence, cue) };
            for other in others.iter().filter(|other| other.entity_id != first.entity_id) {
                all.push(pb::BilateralMeeting {
                    first: Some(first.clone()),
                    second: Some(other.clone()),
                    date: date.clone(),
                    status: status.into(),
                    evidence: vec![view.article.evidence(sentence)],
                    confidence: if status == MeetingStatus::Held { 0.85 } else { 0.8 },
                });
            }
            at = at.max(last);
        }
    }
    all
}

/// Who meets whom at a cue: one, the others, and the word behind the last of them.
fn parties(view: &View<'_>, sentence: &Sentence, actors: &[Actor], cue: usize) -> Option<(pb::EntityRef, Vec<pb::EntityRef>, usize)> {
    let words = &sentence.words;
    let word = words[cue].text.trim_start_matches(['و', 'ف']);
    let right: Vec<&Actor> = actors.iter().filter(|actor| actor.first > cue).collect();
    let left: Vec<&Actor> = actors.iter().filter(|actor| actor.next <= cue).collect();
    let with = (cue + 1..words.len().min(cue + 24)).find(|at| matches!(words[*at].text.as_str(), "مع" | "ومع"));
    let between = (cue + 1..words.len().min(cue + 8)).find(|at| words[*at].text == "بين");
    // A list of partners ends where the sentence goes on with another verb.
    let listed = |from: usize| -> Vec<&Actor> {
        let mut list: Vec<&Actor> = Vec::new();
        for actor in right.iter().filter(|actor| actor.first >= from) {
            let since = list.last().map_or(from, |last| last.next);
            let gap = &words[since.min(actor.first)..actor.first];
            let broken = !list.is_empty()
                && (gap.len() > if list.len() == 1 { 7 } else { 4 }
                    || cues::any(gap, cues::SAY)
                    || cues::any(gap, cues::MEET)
                    || cues::any(gap, &["قبل", "بعد", "بحضور", "حيث", "بينما", "فيما", "الذي", "التي", "خلال"]));
            if broken || list.is_empty() && actor.first > from + 12 {
                break;
            }
            list.push(actor);
        }
        list
    };
    let refs = |list: &[&Actor]| list.iter().map(|actor| actor.person.clone()).collect::<Vec<_>>();
    let verb = cues::is(
        word,
        &[
            "التقي",
            "التقت",
            "يلتقي",
            "تلتقي",
            "سيلتقي",
            "ستلتقي",
            "اجتمع",
            "اجتمعت",
            "يجتمع",
            "سيجتمع",
            "استقبل",
            "يستقبل",
            "سيستقبل",
            "التقيا",
            "يلتقيا",
            "تباحث",
            "يتباحث",
            "اجري",
            "يجري",
        ],
    );
    if let Some(between) = between {
        let list = listed(between + 1);
        let (one, rest) = list.split_first()?;
        let end = rest.last()?.next;
        return Some((one.person.clone(), refs(&rest[..1]), end));
    }
    if let Some(with) = with {
        let partners = listed(with + 1);
        let end = partners.last()?.next;
        let subject = right.iter().find(|actor| actor.first > cue && actor.next <= with).copied();
        // «في لقائه مع فلان، رحب علان»: the pronoun's name stands behind.
        let own = word.ends_with('ه') && !matches!(word, "محادثه");
        let behind = || {
            right
                .iter()
                .find(|actor| actor.first >= end && partners.iter().all(|partner| partner.person.entity_id != actor.person.entity_id))
                .copied()
        };
        let person =
            subject.map(|actor| actor.person.clone()).or_else(|| if own { behind().map(|actor| actor.person.clone()) } else { None });
        let near = || {
            left.iter()
                .rev()
                .filter(|actor| view.can_lead(&actor.person) && !cues::any(&words[actor.next..cue], cues::SAY))
                .find(|actor| cue - actor.next < 14)
                .map(|actor| actor.person.clone())
        };
        let person = person.or_else(near).or_else(|| view.topic.clone())?;
        return Some((person, refs(&partners), end));
    }
    // «يجمع لقاء عباس والسيسي»
    let gathers = cue > 0
        && words[cue.saturating_sub(3)..cue].iter().any(|word| cues::is(&word.text, &["يجمع", "جمع", "سيجمع", "تجمع", "جمعت", "ستجمع"]));
    if !verb && !gathers {
        return None;
    }
    let list = listed(cue + 1);
    // «يلتقي برئيس البرلمان …»: the verb's object carries «بـ», its subject was named before.
    let first = list.first()?;
    let object = first.joined;
    if list.len() >= 2 && !object {
        let end = list.last()?.next;
        return Some((list[0].person.clone(), refs(&list[1..]), end));
    }
    let subject = left.last().filter(|actor| cue - actor.next < 10).map(|actor| actor.person.clone()).or_else(|| view.topic.clone())?;
    Some((subject, refs(&list[..1]), first.next))
}

fn status(view: &View<'_>, sentence: &Sentence, cue: usize) -> MeetingStatus {
    let words = &sentence.words;
    let before = &words[cue.saturating_sub(9)..cue];
    let close = &words[cue.saturating_sub(4)..cue];
    let word = &words[cue].text;
    // What is said behind belongs to this meeting until the next is told of.
    let until = cues::find(words, cue + 6, cues::MEET).unwrap_or(words.len()).min(cue + 24);
    let behind = &words[cue..words.len().min(until)];
    let unlikely = cues::phrase(before, "لم يستبعد").is_some()
        || cues::phrase(before, "لا يستبعد").is_some()
        || cues::phrase(before, "لم تستبعد").is_some();
    if !unlikely {
        let never = cues::phrase(before, "غير المخطط").is_some()
            || cues::phrase(before, "غير المقرر").is_some()
            || cues::phrase(before, "غير المتوقع").is_some()
            || cues::phrase(before, "ليس من").is_some()
            || cues::phrase(before, "ليس مقررا").is_some()
            || cues::any(
                close,
                &["لن", "لم", "ولن", "ولم", "استبعد", "استبعدت", "نفي", "نفت", "عدم", "الغي", "الغيت", "الغاء", "لا", "دون", "ليس"],
            )
            || cues::phrase(behind, "لم يكن مدرجا").is_some()
            || cues::phrase(behind, "ليس مدرجا").is_some();
        if never {
            return MeetingStatus::NotPlanned;
        }
    }
    let past =
        matches!(word.trim_start_matches(['و', 'ف']), "التقي" | "التقت" | "اجتمع" | "اجتمعت" | "استقبل" | "التقيا" | "تباحث" | "اجري");
    let may = unlikely
        || before
            .iter()
            .enumerate()
            .any(|(at, one)| cues::is(&one.text, &["قد"]) && before.get(at + 1).map_or(word, |next| &next.text).starts_with(['ي', 'ت']));
    if may || cues::any(close, &["ربما", "المحتمل", "ممكن", "يمكن", "احتمال", "الممكن", "المرجح"]) {
        return MeetingStatus::Possible;
    }
    if cues::is_future(word) || cues::any(before, cues::PLANNED) && !past || before.iter().any(|one| cues::is_future(&one.text)) && !past {
        return MeetingStatus::Planned;
    }
    let imperfect = word.trim_start_matches(['و', 'ف']).starts_with(['ي', 'ت']) && !past;
    let ahead = view.article.published.zip(view.start).is_some_and(|(published, start)| published < start);
    if imperfect || ahead && !past && !cues::any(before, &["عقد", "عقدت", "اجري", "اجرت", "عقدا", "كان", "كانت"])
    {
        return MeetingStatus::Planned;
    }
    MeetingStatus::Held
}

/// The day a sentence gives: the nearest to the cue.
fn date(view: &View<'_>, sentence: &Sentence, cue: usize) -> String {
    let days = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Date);
    let day =
        days.filter(|mention| view.article.thing(mention).value.len() == 10).min_by_key(|mention| word_at(sentence, mention).abs_diff(cue));
    day.map(|mention| view.article.thing(mention).value.clone()).unwrap_or_default()
}
