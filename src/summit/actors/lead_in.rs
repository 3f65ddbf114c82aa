//! Titles, peoples' adjectives and honours that lead in a name.

use super::Actor;
use super::honours::{HONOURS, TITLED, is_honour, is_nisba};
use crate::EntityType;
use crate::summit::article::{Article, Mention, Sentence};
use crate::summit::frame::word_at;
use crate::summit::{cues, titles};

/// What stands before a name and belongs to it.
pub struct Lead {
    /// First word.
    pub first: usize,
    /// The byte at which it begins.
    pub starts_at: usize,
    /// The title among it; empty where there is none.
    pub title: String,
}

/// Titles, nisbas and honours directly before a name: «نائب رئيس الوزراء وزير الخارجية أ», «والبيلاروسي ب», «ونظيره الصيني ج».
pub fn lead_in(article: &Article, sentence: &Sentence, name: &Mention, mut before: Option<&mut Actor>) -> Lead {
    let words = &sentence.words;
    let mentions = article.of(sentence);
    let mut lead = Lead { first: word_at(sentence, name), starts_at: name.range.start, title: String::new() };
    while lead.first > 0 && lead.first < words.len() && words[lead.first].range.start >= lead.starts_at {
        let at = lead.first - 1;
        let word = &words[at];
        // What belongs to the name before is not this one's.
        if before
            .as_ref()
            .is_some_and(|before| at < before.next && before.next <= lead.first && is_honour(&lead.title) && !before.title.is_empty())
        {
            break;
        }
        let gap = &article.text[word.range.end..lead.starts_at.max(word.range.end)];
        if !gap.trim_matches([' ', '-', '–', '\u{a0}']).is_empty() {
            break;
        }
        let holds = |mention: &&Mention| mention.range.start < word.range.end && word.range.start < mention.range.end;
        let title = mentions.iter().find(|mention| mention.kind == EntityType::Occ && holds(mention));
        let nisba = mentions.iter().find(|mention| mention.kind == EntityType::Norp && holds(mention));
        let bare = word.text.trim_start_matches(['و', 'ف']);
        let bare = if HONOURS.contains(&bare) { bare } else { bare.trim_start_matches(['ب', 'ل']) };
        if let Some(title) = title {
            let first = word_at(sentence, title);
            let text = &article.text[title.range.clone()];
            // «خليفة بن زايد رئيس دولة الإمارات صاحب السمو محمد بن راشد»: it is the name's before, where that has no other.
            if let Some(before) = before.as_mut().filter(|before| {
                before.next == first
                    && words[first].range.start == title.range.start
                    && is_honour(&before.title)
                    && lead.first < word_at(sentence, name)
            }) {
                (before.title, before.next) = (text.to_owned(), lead.first);
                break;
            }
            // «يلتقي الملك الرئيس السيسي»: a ruler's bare title before another office is somebody else.
            if !is_honour(&lead.title) && titles::wanted(text).is_some() && titles::office(&lead.title).is_some() {
                break;
            }
            if is_honour(&lead.title) {
                lead.title = text.to_owned();
            }
            (lead.first, lead.starts_at) = (first, title.range.start);
        } else if let Some(nisba) = nisba {
            (lead.first, lead.starts_at) = (word_at(sentence, nisba), nisba.range.start);
        } else if lead.first == word_at(sentence, name)
            && is_nisba(&word.text)
            && at > 0
            && TITLED.iter().any(|titled| words[at - 1].text.ends_with(titled))
        {
            // «والمستشار الألماني أولاف شولتس»
            (lead.first, lead.starts_at) = (at, word.range.start);
        } else if HONOURS.contains(&bare) && before.as_ref().is_none_or(|before| before.next <= at) {
            let starts_at = word.range.end - letters_behind(&article.text[word.range.clone()], &word.text, bare);
            if lead.title.is_empty() && TITLED.contains(&bare) && lead.first < word_at(sentence, name) {
                lead.title = article.text[starts_at..words[word_at(sentence, name) - 1].range.end].to_owned();
            }
            (lead.first, lead.starts_at) = (at, starts_at);
        } else {
            // «الأمين التنفيذي للأمم المتحدة المعني بتغير المناخ سيمون ستيل»
            let title = mentions.iter().rev().find(|mention| mention.kind == EntityType::Occ && mention.range.end <= word.range.start);
            let next = title.map(|title| words.partition_point(|word| word.range.start < title.range.end));
            let Some((title, next)) = title.zip(next).filter(|(_, next)| *next <= at && lead.first - next <= 5 && lead.title.is_empty())
            else {
                break;
            };
            let plain = article.text[title.range.end..lead.starts_at].chars().all(|c| c.is_alphanumeric() || c == ' ');
            if !plain || !cues::is(&words[next].text, &["المعني", "المعنيه", "المكلف", "المكلفه", "الخاص", "المختص", "لشوون", "للشوون"])
            {
                break;
            }
            lead.title = article.text[title.range.start..words[lead.first - 1].range.end].to_owned();
            (lead.first, lead.starts_at) = (word_at(sentence, title), title.range.start);
        }
    }
    lead
}

/// How many bytes of a word the end of its folded spelling takes.
fn letters_behind(raw: &str, folded: &str, end: &str) -> usize {
    let skipped = folded.chars().count() - end.chars().count();
    raw.char_indices().nth(skipped).map_or(0, |(at, _)| raw.len() - at)
}
