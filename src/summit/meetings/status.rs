//! Whether a meeting came about, is to, may, or will not.

use super::words::{VERBS, is_meeting};
use crate::proto::MeetingStatus;
use crate::summit::clause::Clauses;
use crate::summit::cues;

/// Phrases before a meeting that is not to be.
const UNPLANNED: cues::Cues = &[
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
];
/// Words close before a meeting that does not come about.
const DENYING: cues::Cues =
    &["لن", "لم", "استبعد", "استبعدت", "نفي", "نفت", "الغي", "الغيت", "الغاء", "لا", "دون", "ليس", "سقط", "تعذر", "نفيا", "نافيا"];
/// Phrases behind a meeting that is not to be.
const FAILING: cues::Cues =
    &["لم يكن مدرجا", "ليس مدرجا", "غير مدرج", "غير مطروح", "غير وارد", "غير مقرر", "لم يعقد", "ليس مخططا", "لن يعقد", "الغي"];
/// Verbs of meeting in the perfect.
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

/// Whether it came about, is to, may, or will not.
pub fn status(clauses: &Clauses<'_, '_>, cue: usize, next: usize) -> MeetingStatus {
    let words = &clauses.sentence.words;
    let clause = clauses.clause(cue);
    let before = &words[clause.start.max(cue.saturating_sub(14))..cue];
    let close = &words[clause.start.max(cue.saturating_sub(5))..cue];
    let word = words[cue].text.trim_start_matches(['و', 'ف']);
    let until = (next..words.len()).find(|at| cues::is(&words[*at].text, VERBS) || is_meeting(&words[*at].text)).unwrap_or(words.len());
    // What the next clause tells is another's, but for «ولم يكن مدرجا».
    let other = (clause.end..words.len())
        .find(|at| !words[*at].text.starts_with("ولم") && clauses.starts_at(*at))
        .filter(|at| !words[*at].text.starts_with('و'))
        .unwrap_or(words.len());
    let behind = &words[cue..until.min(cue + 30).min(other).max(cue)];
    let holds = |part, phrases: &[&str]| phrases.iter().any(|phrase| cues::phrase(part, phrase).is_some());
    let unlikely = holds(before, &["لم يستبعد", "لا يستبعد", "لم تستبعد", "لا تستبعد", "ما اذا كان", "لم يتقرر", "لم يتضح", "لم يحسم"]);
    let never = holds(before, UNPLANNED)
        || cues::any(close, DENYING) && !holds(close, &["لا يزال", "لا تزال", "لم يلبث"])
        || cues::any(close, &["نفت", "نفي"]);
    let denied = cues::any(before, &["نفي", "نفت"]) && holds(behind, &["قد ادرج"]);
    let never = never || denied || holds(behind, FAILING) && !cues::any(behind, &["ينف"]);
    if never && !unlikely {
        return MeetingStatus::NotPlanned;
    }
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
    if imperfect && !held || clauses.view.is_ahead() && !past && !held {
        return MeetingStatus::Planned;
    }
    MeetingStatus::Held
}
