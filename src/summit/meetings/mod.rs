//! Meetings of two on the margins, and whether they came about.

mod agent;
mod date;
mod parties;
mod status;
mod words;

use super::clause::Clauses;
use super::people::View;
use super::{cues, frame};
use crate::proto as pb;
use date::date;
use parties::{by_noun, by_verb};
use pb::MeetingStatus;
use status::status;
use words::{VERBS, is_meeting};

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
            .find(|at| !clauses.is_name(*at) && (cues::is(&sentence.words[*at].text, VERBS) || is_meeting(&sentence.words[*at].text)))
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
