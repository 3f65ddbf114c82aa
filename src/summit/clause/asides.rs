//! What may stand between a verb and who it is of: fillers, prepositional phrases, times, what is said of somebody between commas.

use super::{Clauses, RELATIVE};
use crate::EntityType;
use crate::summit::cues::Cues;

/// Words between a verb and its subject or object that are neither: adverbs, particles, honours.
pub(super) const FILLERS: Cues = &[
    "قد",
    "سوف",
    "ايضا",
    "كذلك",
    "بدوره",
    "بدورها",
    "ايضاا",
    "كل",
    "كلا",
    "من",
    "صاحب",
    "صاحبه",
    "السمو",
    "سمو",
    "جلاله",
    "الجلاله",
    "حضره",
    "معالي",
    "فخامه",
    "الدكتور",
    "الدكتوره",
    "د",
    "الشيخ",
    "السيد",
    "السيده",
    "الامير",
    "العماد",
    "الملكي",
    "اخاه",
    "اخيه",
    "اخوه",
    "اخوانه",
    "الرييسان",
    "الرييسين",
    "الزعيمان",
    "الزعيمين",
    "الجلاله",
    "امس",
    "اليوم",
    "غدا",
    "غد",
    "الاول",
    "مساء",
    "صباح",
    "صباحا",
    "ظهر",
    "فجر",
    "ليل",
    "عصر",
    "يوم",
    "الاحد",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "السبت",
    "حاليا",
    "لاحقا",
    "سابقا",
    "هناك",
    "هنا",
    "رسميا",
    "مجددا",
    "هاتفيا",
    "كان",
    "كانت",
    "كما",
    "هو",
    "هي",
    "نفسه",
    "نفسها",
    "ذلك",
    "اول",
    "بعد",
    "اي",
    "الجاري",
    "المقبل",
    "الماضي",
    "الحالي",
    "مباشره",
    "اولا",
    "المحترم",
    "الموقر",
    "الحاكم",
    "المفدي",
    "الطرفان",
    "فقط",
    "وحده",
    "معا",
    "نظيره",
    "بنظيره",
    "نظيرته",
    "ضيفه",
    "مضيفه",
    "القايد",
    "عنها",
    "بها",
    "معه",
];
/// Prepositions whose phrase stands between: «على هامش القمة», «قبل الافتتاح», «في لقاء قصير».
pub(super) const PREPOSITIONS: Cues = &[
    "في",
    "فى",
    "علي",
    "قبل",
    "قبيل",
    "بعد",
    "عقب",
    "خلال",
    "اثناء",
    "لدي",
    "عند",
    "عشيه",
    "منذ",
    "حتي",
    "اثر",
    "ضمن",
    "اليوم",
    "بعيد",
    "وسط",
    "الي",
    "عبر",
    "عن",
];

impl Clauses<'_, '_> {
    /// Behind a name, over what is said of it between commas.
    #[must_use]
    pub fn behind(&self, at: usize) -> usize {
        if at < self.sentence.words.len() { self.over_aside(at) } else { at }
    }

    /// Behind somebody's name: the word at which what is said of them between commas ends («، المشارك في القمة، »).
    pub(super) fn over_aside(&self, at: usize) -> usize {
        let word = self.word(at);
        let bare = word.trim_start_matches('و');
        let aside = RELATIVE.contains(&word)
            || self.mark[at]
                && (bare.starts_with("المشارك")
                    || bare.starts_with("المتوقع")
                    || bare.starts_with("المدعو")
                    || bare == "ضيف"
                    || bare == "ضيفه"
                    || bare == "رييس");
        if !aside {
            return at;
        }
        (at + 1..self.sentence.words.len()).find(|next| self.mark[*next]).unwrap_or(at)
    }

    /// Whether a word belongs to a date or a time.
    pub(super) fn is_time(&self, at: usize) -> bool {
        let start = self.sentence.words[at].range.start;
        self.view.article.of(self.sentence).iter().any(|mention| {
            matches!(mention.kind, EntityType::Date | EntityType::Time) && mention.range.start <= start && start < mention.range.end
        })
    }
}
