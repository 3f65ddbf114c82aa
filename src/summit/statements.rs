//! What was said: quotations with their speakers, and speech that is reported.

use super::clause::{Clauses, Subject};
use super::people::View;
use super::quotations::quotations;
use super::{cues, frame};
use crate::proto as pb;

/// Verbs of saying that take their matter with a preposition or as an object, and how it begins.
const MATTER: [(cues::Cues, &[&str]); 7] = [
    (&["دعا", "دعت", "داعيا", "داعيه", "يدعو", "تدعو", "لفت", "لفتت", "لافتا", "اشار", "اشارت", "مشيرا", "تطرق"], &["الي"]),
    (&["حذر", "حذرت", "محذرا", "محذره"], &["من"]),
    (&["شدد", "شددت", "مشددا", "اكد", "اكدت", "موكدا", "حث", "حثت", "اصر", "اصرت", "الح"], &["علي"]),
    (&["اعرب", "اعربت", "عبر", "عبرت", "معربا"], &["عن"]),
    (
        &[
            "طالب",
            "طالبت",
            "مطالبا",
            "تعهد",
            "تعهدت",
            "متعهدا",
            "رحب",
            "رحبت",
            "مرحبا",
            "اشاد",
            "اشادت",
            "مشيدا",
            "نوه",
            "ندد",
            "نددت",
            "وعد",
        ],
        &["ب"],
    ),
    (&["اقترح", "اقترحت", "مقترحا", "ادان", "ادانت", "انتقد", "انتقدت", "عارض", "عارضت", "جدد", "جددت", "ناشد"], &[""]),
    (&["قال"], &[]),
];
/// Verbs of saying beside those of the list.
const MORE: cues::Cues = &[
    "اتهم",
    "اتهمت",
    "اقترح",
    "اقترحت",
    "اصر",
    "اصرت",
    "انتقد",
    "انتقدت",
    "عارض",
    "عارضت",
    "ادان",
    "ادانت",
    "ناشد",
    "وعد",
    "قوله",
    "قولها",
    "مطالبا",
    "واصفا",
    "واصفه",
    "ابلغ",
    "ابلغت",
    "ابلغه",
    "عبر",
    "عبرت",
    "متعهدا",
    "مرحبا",
    "مشيدا",
    "معربا",
    "ندد",
    "نددت",
    "ختم",
    "زاد",
    "راي",
    "توعد",
    "تساءل",
    "رد",
];
/// Participles, which go on with the subject of their sentence.
const PARTICIPLES: cues::Cues = &[
    "مضيفا",
    "مضيفه",
    "قايلا",
    "قايله",
    "موكدا",
    "موكده",
    "مشيرا",
    "مشيره",
    "مشددا",
    "محذرا",
    "محذره",
    "داعيا",
    "داعيه",
    "نافيا",
    "معتبرا",
    "معتبره",
    "لافتا",
    "موضحا",
    "موضحه",
    "مطالبا",
    "واصفا",
    "واصفه",
    "متعهدا",
    "مرحبا",
    "مشيدا",
    "معربا",
];

/// Every statement of an article.
#[must_use]
pub fn statements(view: &View<'_>) -> Vec<pb::Statement> {
    let mut all = Vec::new();
    let mut last: Option<(usize, pb::EntityRef)> = None;
    for (number, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let clauses = Clauses::new(view, sentence);
        let words = &sentence.words;
        let mut before = last.take().filter(|(spoke, _)| *spoke + 1 == number).map(|(_, speaker)| speaker);
        let quotes: Vec<_> = quotations(view.article, sentence)
            .into_iter()
            .filter_map(|range| Some((words.iter().position(|word| word.range.start >= range.start)?, range)))
            .collect();
        let verbs: Vec<usize> = (0..words.len())
            .filter(|at| {
                !clauses.is_name(*at)
                    && !clauses.is_quoted(*at)
                    && (cues::is(&words[*at].text, cues::SAY) || cues::is(&words[*at].text, MORE))
            })
            .collect();
        for (turn, verb) in verbs.iter().copied().enumerate() {
            let until = verbs.get(turn + 1).copied().unwrap_or(words.len());
            let Some(speaker) = speaker(&clauses, verb, before.as_ref()) else { continue };
            let mut quoted = false;
            for (at, range) in quotes.iter().filter(|(at, _)| *at > verb && *at < until) {
                if !is_speech(view, words, range, *at) {
                    continue;
                }
                quoted = true;
                all.push(statement(view, sentence, &speaker, range.clone(), false));
            }
            if let Some(range) = (!quoted).then(|| reported(&clauses, verb)).flatten() {
                all.push(statement(view, sentence, &speaker, range, true));
            }
            before = Some(speaker.clone());
            last = Some((number, speaker));
        }
        // «وشارك في القمة أ. وقال للصحافيين: …»
        if last.is_none() && verbs.is_empty() {
            last = clauses.lead().map(|lead| (number, lead));
        }
    }
    all
}

fn statement(
    view: &View<'_>,
    sentence: &super::article::Sentence,
    speaker: &pb::EntityRef,
    range: std::ops::Range<usize>,
    reported: bool,
) -> pb::Statement {
    pb::Statement {
        speaker: Some(speaker.clone()),
        quote: view.article.text[range].to_owned(),
        evidence: vec![view.article.evidence(sentence)],
        confidence: if reported { 0.75 } else { 0.85 },
        reported,
    }
}

/// Whether a quotation is speech: a name in quotation marks is none, a motto is a theme.
fn is_speech(view: &View<'_>, words: &[super::article::Word], range: &std::ops::Range<usize>, at: usize) -> bool {
    let names: cues::Cues =
        &["شعار", "عنوان", "بعنوان", "منظمه", "قمه", "مجموعه", "اعلان", "مركز", "وثيقه", "ميثاق", "اتفاق", "صحيفه", "قناه"];
    view.article.text[range.clone()].split_whitespace().count() >= 3 && !cues::any(&words[at.saturating_sub(2)..at], names)
}

/// Who says it.
fn speaker(clauses: &Clauses<'_, '_>, verb: usize, before: Option<&pb::EntityRef>) -> Option<pb::EntityRef> {
    let words = &clauses.sentence.words;
    let word = words[verb].text.as_str();
    let person = |people: &[usize]| people.first().map(|number| clauses.actors[*number].person.clone());
    // «نقل مكتب … عن أ قوله»
    if matches!(word, "قوله" | "قولها") {
        let actor = clauses.actors.iter().rev().find(|actor| actor.next <= verb)?;
        let from = actor.first > 0 && words[actor.first - 1].text == "عن";
        return from.then(|| actor.person.clone());
    }
    if cues::is(word, PARTICIPLES) {
        let since = (0..verb).rev().find(|at| matches!(words[*at].text.as_str(), "فيما" | "بينما")).unwrap_or(0);
        // The main verb's subject, not of those who are spoken of.
        let main = (since..verb).find(|at| clauses.is_verb(*at) || cues::is(&words[*at].text, MORE));
        return match clauses.own_subject(main?) {
            Subject::People(people) => person(&people),
            Subject::Other => None,
            Subject::Nobody => before.cloned(),
        };
    }
    if words.get(verb + 1).is_some_and(|word| cues::is(&word.text, cues::ANONYMOUS)) {
        return None;
    }
    match clauses.own_subject(verb) {
        Subject::People(people) => person(&people),
        // «وشارك أ في الافتتاح ودعا القادة إلى …»: who acted before calls on them.
        Subject::Other if word.starts_with('و') && cues::is(word, &["دعا", "دعت", "طالب", "طالبت", "حث", "حثت", "ناشد"]) => {
            match clauses.carried(verb) {
                Subject::People(people) => person(&people),
                _ => None,
            }
        }
        Subject::Other => None,
        // «وأضاف: …», «ودعا إلى …»: who spoke last goes on.
        Subject::Nobody => match clauses.carried(verb) {
            Subject::People(people) => person(&people),
            Subject::Other => None,
            Subject::Nobody => before.filter(|_| verb <= 1 || word.starts_with('و')).cloned(),
        },
    }
}

/// The bytes of what a verb reports: behind «إن», or behind the preposition it takes.
fn reported(clauses: &Clauses<'_, '_>, verb: usize) -> Option<std::ops::Range<usize>> {
    let words = &clauses.sentence.words;
    let word = words[verb].text.trim_start_matches(['و', 'ف']);
    let group = clauses.group(verb + 1).filter(|group| !group.led);
    let from = group.map_or(verb + 1, |group| clauses.behind(group.next));
    // «واقترح في كلمته …»
    let speech = matches!(words.get(from).map_or("", |word| word.text.as_str()), "في" | "خلال")
        && words.get(from + 1).is_some_and(|word| {
            matches!(word.text.as_str(), "كلمته" | "كلمتها" | "خطابه" | "تصريح" | "تصريحات" | "الجلسه" | "القمه" | "بيان")
        });
    let from = if speech { from + 2 } else { from };
    let reach = words.len().min(from + 14);
    let over =
        matches!(words.get(from).map_or("", |word| word.text.as_str()), "القاده" | "الدول" | "المجتمع" | "الاعضاء" | "حركه" | "الاطراف");
    let that = (from..reach)
        .take_while(|at| !clauses.is_quoted(*at) && (*at == from || !clauses.starts_at(*at)))
        .find(|at| matches!(words[*at].text.as_str(), "ان" | "انه" | "انها" | "بان" | "انهم" | "بانه" | "بانها" | "انهما"));
    let by = MATTER.iter().find(|(verbs, _)| cues::is(word, verbs)).map(|(_, leads)| *leads);
    let matter = by.and_then(|leads| {
        (from..words.len().min(from + 8)).take_while(|at| *at == from || !clauses.starts_at(*at)).find_map(|at| {
            let text = words[at].text.as_str();
            leads.iter().find_map(|lead| match *lead {
                "" => (at == from && !over).then_some(at),
                "ب" => (text.starts_with('ب') && text.chars().count() >= 3 && !matches!(text, "بها" | "بان" | "بين" | "بعد" | "بذلك"))
                    .then_some(at),
                lead => (text == lead).then_some(at),
            })
        })
    });
    let first = match (that, matter) {
        (Some(that), Some(matter)) if matter <= that => matter,
        (Some(that), _) => that + 1,
        (None, Some(matter)) => matter,
        (None, None) => return None,
    };
    // «حذر من أن …»
    let behind = usize::from(
        matter == Some(first) && words.get(first).is_some_and(|word| matches!(word.text.as_str(), "من" | "الي" | "علي" | "عن")),
    );
    let first = if words.get(first + behind).is_some_and(|word| matches!(word.text.as_str(), "ان" | "انه" | "انها")) {
        first + behind + 1
    } else {
        first
    };
    let begin = words.get(first)?.range.start;
    // It ends where another speaks, or something else is told.
    let end = (first + 1..words.len())
        .find(|at| {
            let word = words[*at].text.as_str();
            clauses.starts_at(*at)
                && (matches!(word, "فيما" | "بينما" | "كما")
                    || cues::is(word, cues::SAY) && !matches!(word, "وان")
                    || clauses.is_marked(*at) && clauses.is_verb(*at) && clauses.own_subject(*at) != Subject::Nobody)
                || clauses.is_marked(*at) && cues::is(word, PARTICIPLES)
        })
        .map_or(clauses.sentence.range.end, |at| words[at].range.start);
    let text = &clauses.view.article.text[begin..end];
    let trimmed = text.trim_end_matches(['.', '،', ' ', '\n', '؛', ',']);
    (trimmed.split_whitespace().count() >= 3).then(|| begin..begin + trimmed.len())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bali, key};

    /// Who says what in a sentence; `~` marks what is reported.
    fn told(sentence: &str) -> Vec<String> {
        let line =
            |said: &crate::proto::Statement| format!("{} {}{}", key(&said.speaker), if said.reported { "~" } else { "" }, said.quote);
        bali(sentence).statements.iter().map(line).collect()
    }

    #[test]
    fn a_quotation_is_its_speakers() {
        assert_eq!(told("وقال ماكرون: «نريد عالما أكثر عدلا»."), ["emmanuel-macron نريد عالما أكثر عدلا"]);
        assert_eq!(
            told("وأكد مودي أن الهند مستعدة للحوار مع الجميع. وأضاف: «بابنا مفتوح للجميع»."),
            ["narendra-modi ~الهند مستعدة للحوار مع الجميع", "narendra-modi بابنا مفتوح للجميع"]
        );
        assert_eq!(told("وعارض ماكرون الفكرة، معتبرا أن الوقت لم يحن بعد."), ["emmanuel-macron ~الوقت لم يحن بعد"]);
    }

    #[test]
    fn a_verb_brings_its_preposition() {
        assert_eq!(told("ودعا أردوغان إلى إصلاح مجلس الأمن."), ["recep-tayyip-erdogan ~إلى إصلاح مجلس الأمن"]);
        assert_eq!(told("وحذر مودي من أن العالم ينقسم من جديد."), ["narendra-modi ~العالم ينقسم من جديد"]);
        assert_eq!(told("وشارك ماكرون في الافتتاح وطالب بسد فجوة التمويل."), ["emmanuel-macron ~بسد فجوة التمويل"]);
    }

    #[test]
    fn who_has_no_name_says_nothing() {
        assert!(told("وقال دبلوماسي إن لقاء بايدن وشي «لم يتقرر حتى الآن».").is_empty());
        assert!(told("وقالت الرئاسة الفرنسية إن ماكرون سيعود الليلة.").is_empty());
        assert!(told("ووقع القادة «إعلان بالي للتنمية المستدامة».").is_empty());
    }
}
