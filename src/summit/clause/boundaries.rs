//! Where clauses begin.

use super::Clauses;
use crate::summit::cues::{self, Cues};

/// Conjunctions that begin a clause wherever they stand.
const CONJUNCTIONS: Cues =
    &["كما", "فيما", "بينما", "حيث", "اذ", "ثم", "لكن", "لكنه", "لكنها", "غير", "بيد", "علما", "مما", "بعدما", "قبلما"];

impl Clauses<'_, '_> {
    /// Whether a clause begins at a word.
    pub(super) fn begins(&self, at: usize) -> bool {
        if at == 0 {
            return true;
        }
        if self.owner[at].is_some() || self.quoted[at] {
            return false;
        }
        let word = self.word(at);
        if matches!(word, "في" | "فى") && self.word(at + 1) == "حين" {
            return true;
        }
        if CONJUNCTIONS.contains(&word) {
            return word != "غير" || matches!(self.word(at + 1), "ان" | "انه" | "انها");
        }
        let led = word.starts_with(['و', 'ف'])
            && word.chars().count() > 3
            && !matches!(word, "وقع" | "وقعت" | "وصل" | "وصلت" | "وصف" | "وافق" | "وافقت");
        led && (self.is_verb(at)
            || self.mark[at] && matches!(word, "وقد" | "ولن" | "ولم" | "ولا" | "وليس" | "ومن" | "وكان" | "وكانت" | "وسوف" | "وكذلك" | "وان"))
            || led && cues::is_future(word)
            || matches!(word, "ولن" | "ولم" | "وقد" | "وان" | "وانه" | "وانها") && self.mark[at]
            || self.mark[at] && self.is_verb(at) && cues::is(word, &["التقي", "التقت", "قال", "قالت", "اجتمع"])
    }
}
