//! Where a reporter signs, and where a relative is named: what says that a name begins without title or verb.

use super::scene::Scene;
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::Gap;
use crate::text::fold::letters::BA;

/// Whether a noun with its pronoun says whose relative, friend or rival is named: «شقيقه», «زميلتها».
pub fn related(scene: &Scene<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| scene.triggered(*before, Trigger::PersonNoun) && scene.continues(at));
    let noun = before.and_then(|before| scene.trigger(before, Trigger::PersonNoun));
    noun.is_some_and(|noun| noun.last + 1 == at && ["ه", "ها", "هما", "هم"].iter().any(|pronoun| scene.raw(noun.last).ends_with(pronoun)))
}

/// «بقيادة دوفوري سوباراو», «برئاسة نورة العلي»: whether a word stands before a token that is followed by who leads.
pub fn led(scene: &Scene<'_, '_>, at: usize) -> bool {
    const LEADING: [&str; 6] = ["بقيادة", "برئاسة", "بزعامة", "بإدارة", "بإشراف", "بإمرة"];
    at > 0 && scene.codes(at - 1).first() == Some(&BA) && scene.continues(at) && LEADING.contains(&scene.raw(at - 1))
}

/// «وليد الشافعي - كابل»: whether a line, whose first token this is, holds nothing but a name, a dash and a place.
pub fn signs_before_place(scene: &Scene<'_, '_>, at: usize) -> bool {
    if scene.classes(at) & class::GIVEN == 0 {
        return false;
    }
    let dash = (at + 2..at + 5).find(|mark| scene.is_punct(*mark, &['-', '–', '—']));
    dash.is_some_and(|dash| {
        scene.hits(dash + 1).iter().any(|hit| {
            let ends = scene.token(hit.next()).is_none_or(|next| next.gap == Gap::Line);
            ends && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe)
        })
    })
}

/// «سلمى الخطيب»: whether a line, whose first token this is, holds nothing but a first name and a family's.
pub fn signs_alone(scene: &Scene<'_, '_>, at: usize) -> bool {
    let given = scene.whole(at).is_some_and(|word| scene.gazetteer.classes(Some(word)) & class::ARABIC_GIVEN != 0);
    if !given {
        return false;
    }
    let end = (at + 1..at + 5).find(|word| scene.token(*word).is_none_or(|token| token.gap == Gap::Line) || scene.is_punct(*word, &['/']));
    end.is_some_and(|end| {
        end > at + 1 && (at + 1..end).all(|word| scene.is_word(word) && scene.classes(word) & (class::GIVEN | class::FAMILY) != 0)
    })
}

/// Whether a reporter signs here: behind a dash or colon in a line's first words, behind «كتب», «تصوير». `line`: the first token of the line.
pub fn signed(scene: &Scene<'_, '_>, at: usize, line: usize) -> bool {
    /// How far into its line a signature may begin.
    const FIRST_WORDS: usize = 6;
    /// How many tokens a line of signatures may have.
    const SHORT: usize = 18;
    const WORDS: [&str; 8] = ["كتب", "كتبت", "تصوير", "بقلم", "متابعة", "تقرير", "حوار", "أجراه"];
    // A line of nothing but signatures may hold several: «حائل - خالد الرشيدان، بقعاء - مفلح المطيرد».
    let short = || (line + 1..line + SHORT).any(|token| scene.token(token).is_none_or(|token| token.gap == Gap::Line));
    if at > line + FIRST_WORDS && !(at < line + SHORT && short()) {
        return false;
    }
    let Some(mark) = at.checked_sub(1).filter(|_| scene.continues(at)) else { return false };
    // «جنيف - من سلمى بوهالي».
    let from = mark > 1 && scene.raw(mark) == "من" && scene.continues(mark);
    let mark = if from { mark - 1 } else { mark };
    // «(أ ف ب) - من كامي برتييه».
    if from && mark > 0 && scene.is_punct(mark, &['-', '–', '—']) && scene.is_punct(mark - 1, &[')']) {
        return true;
    }
    let dashed = scene.is_punct(mark, &['-', '–', '—', ':', '_', 'ـ']);
    let word = if dashed { mark.checked_sub(1) } else { Some(mark) };
    let Some(word) = word.filter(|word| scene.is_word(*word)) else { return false };
    let place = || {
        (word.saturating_sub(2)..=word).flat_map(|first| scene.hits(first)).any(|hit| {
            hit.last == word
                && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe)
        })
    };
    let behind_mark = || word > 0 && scene.is_punct(word - 1, &['-', '–', '—', '/', '(']);
    if !dashed && !scene.raw(word).starts_with("كتب") && !behind_mark() {
        return false;
    }
    line <= word && (WORDS.contains(&scene.raw(word)) || dashed && place())
}
