//! Who joins a body, leaves it, is suspended or watches: steps of membership, past and present.

use super::article::Sentence;
use super::cues;
use super::frame::word_at;
use super::people::View;
use crate::EntityType;
use crate::proto as pb;
use pb::MembershipChangeKind as Kind;

/// Verbs of states.
const STATE_VERBS: cues::Cues = &[
    "قررت",
    "جمدت",
    "علقت",
    "طلبت",
    "رفضت",
    "وافقت",
    "ابدت",
    "تقدمت",
    "انسحبت",
    "انضمت",
    "وقعت",
    "استضافت",
    "تستضيف",
    "تسلمت",
    "تتسلم",
    "سلمت",
    "ابلغت",
];

/// Countries of a sentence in order, each with its word.
#[must_use]
pub fn countries(view: &View<'_>, sentence: &Sentence) -> Vec<(usize, pb::EntityRef)> {
    let named = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Gpe);
    let mut list: Vec<(usize, pb::EntityRef)> = named
        .filter_map(|mention| {
            let here = word_at(sentence, mention);
            let reference = &view.article.thing(mention).reference;
            let about = view.engine.about(&reference.entity_id)?;
            if about.subtype == "country" {
                return Some((here, reference.clone()));
            }
            // «وأعلنت يريفان …»: a capital that acts is its country.
            let acts =
                here > 0 && (cues::is(&sentence.words[here - 1].text, cues::SAY) || cues::is(&sentence.words[here - 1].text, STATE_VERBS));
            (acts && !about.country_id.is_empty()).then(|| (here, super::reference::reference(view.engine, &about.country_id)))
        })
        .collect();
    // «عضوية مالي»: a country's name that is an adjective too, where only a country can stand.
    for at in 1..sentence.words.len() {
        let led = cues::is(&sentence.words[at - 1].text, &["عضويه", "انضمام", "انسحاب", "مشاركه"]);
        if led && sentence.words[at].text == "مالي" && !list.iter().any(|(here, _)| *here == at) {
            list.push((at, super::reference::reference(view.engine, "mali")));
        }
    }
    list.sort_by_key(|(here, _)| *here);
    list
}

/// Dates of a sentence that the text fixes, each with its word.
#[must_use]
pub fn dates<'a>(view: &'a View<'_>, sentence: &'a Sentence) -> Vec<(usize, &'a str)> {
    let dates = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Date);
    dates
        .map(|mention| (word_at(sentence, mention), view.article.thing(mention).value.as_str()))
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// Whether a sentence speaks of the organiser: by name, by its noun, or by no body at all.
#[must_use]
pub fn of_organizer(view: &View<'_>, sentence: &Sentence) -> bool {
    let bodies: Vec<_> = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Org).collect();
    let noun = cues::any(
        &sentence.words,
        &["المنظمه", "التجمع", "المجموعه", "المجلس", "الرابطه", "الاتحاد", "الجامعه", "التكتل", "الحلف", "للمنظمه", "عضويه", "العضويه"],
    );
    bodies.iter().any(|mention| view.article.thing(mention).reference.entity_id == view.organizer) || noun || bodies.is_empty()
}

/// What one sentence says of somebody's membership.
#[derive(Clone, Debug)]
pub struct Step {
    /// Who.
    pub country: pb::EntityRef,
    /// What.
    pub kind: Kind,
    /// When, as EDTF; empty where not fixed.
    pub date: String,
    /// The sentence.
    pub evidence: pb::Evidence,
}

/// Every step of membership an article tells of, past ones too.
#[must_use]
pub fn steps(view: &View<'_>) -> Vec<Step> {
    let mut all = Vec::new();
    for sentence in view.article.sentences.iter().filter(|sentence| !sentence.boilerplate) {
        if !of_organizer(view, sentence) || view.organizer.is_empty() {
            continue;
        }
        let words = &sentence.words;
        // «رئيس وزراء تيمور الشرقية»: a country in a title does nothing.
        let titles = view.article.of(sentence).iter().filter(|mention| mention.kind == EntityType::Occ);
        let titles: Vec<_> =
            titles.map(|mention| word_at(sentence, mention)..words.partition_point(|word| word.range.start < mention.range.end)).collect();
        let mut list = countries(view, sentence);
        list.retain(|(here, _)| !titles.iter().any(|title| title.contains(here)));
        if list.is_empty() {
            continue;
        }
        let mut last_kind: Option<Kind> = None;
        for at in 0..words.len() {
            // «علقت عضوية مالي في يونيو وعضوية السودان في أكتوبر»
            let again = last_kind.filter(|kind| *kind == Kind::Suspended && matches!(words[at].text.as_str(), "وعضويه" | "ومشاركه"));
            let Some((kind, reach)) = step_at(words, at).or(again.map(|kind| (kind, 1))) else { continue };
            last_kind = Some(kind);
            let negated =
                cues::any(&words[at.saturating_sub(3)..at], &["لم", "لن", "ولم", "نفي", "نافيا", "نفت", "دون", "عدم", "رفض", "ينف"]);
            if negated || cues::phrase(&words[at.saturating_sub(6)..at], "لم تتخذ").is_some() || cues::any(words, &["نفي", "نفت", "نافيا"])
            {
                continue;
            }
            // The next step begins a clause of its own.
            let end = (at + reach..words.len()).find(|next| step_at(words, *next).is_some() && *next > at + 2).unwrap_or(words.len());
            let behind: Vec<_> = list.iter().filter(|(here, _)| *here > at && *here < end && *here < at + 26).collect();
            let before: Vec<_> = list.iter().filter(|(here, _)| *here < at && at - *here <= 9).collect();
            let next = words.get(at + 1).map_or("", |word| word.text.as_str());
            // «انضمت إليها بيلاروس»: whom the pronoun does not mean stands behind.
            let pronoun = matches!(next, "اليها" | "اليه" | "اليهم" | "لها" | "له" | "منها" | "منه" | "بها" | "به" | "اليهما");
            let own = words[at].text.ends_with("انضمامها")
                || words[at].text.ends_with("انضمامه")
                || next.ends_with("يتها")
                || next.ends_with("كتها");
            // «بيلاروس تقدمت بطلب»: the subject stands before; else behind.
            let joined = words[at].text.starts_with('و') || words[at].text.starts_with('ف');
            let near = before.last().is_some_and(|(here, _)| at - here <= 2);
            let several = words[at].text.ends_with("متا") || words[at].text.ends_with("موا");
            let subject_first =
                !before.is_empty() && (behind.is_empty() || own || several || !joined && !pronoun && near && kind != Kind::Suspended);
            let chosen: Vec<&(usize, pb::EntityRef)> = if subject_first { last_run(words, &before, several) } else { run(words, &behind) };
            let Some(last) = chosen.last() else { continue };
            let told = dates(view, sentence);
            // «عضوية مالي وغينيا في 2021 وبوركينا فاسو في يناير 2022»: each with the date behind it.
            let more: Vec<&(usize, pb::EntityRef)> = behind
                .iter()
                .copied()
                .filter(|(here, _)| !subject_first && *here > last.0 && words[*here].text.starts_with('و') && kind == Kind::Suspended)
                .filter(|(here, _)| told.iter().any(|(date, _)| *date > last.0 && date < here) && told.iter().any(|(date, _)| date > here))
                .collect();
            for (here, country) in more {
                let date = told.iter().find(|(date, _)| date > here).map(|(_, date)| (*date).to_owned()).unwrap_or_default();
                all.push(Step { country: country.clone(), kind, date, evidence: view.article.evidence(sentence) });
            }
            let date = dates(view, sentence)
                .into_iter()
                .filter(|(here, _)| *here > at && *here < end || *here < at && at - *here < 8)
                .min_by_key(|(here, _)| here.abs_diff(last.0))
                .map(|(_, date)| date.to_owned())
                .unwrap_or_default();
            for (_, country) in chosen {
                all.push(Step { country: country.clone(), kind, date: date.clone(), evidence: view.article.evidence(sentence) });
            }
        }
    }
    all
}

/// An unbroken enumeration from the first country on: only «و», commas and adjectives between.
fn run<'c>(words: &[super::article::Word], list: &[&'c (usize, pb::EntityRef)]) -> Vec<&'c (usize, pb::EntityRef)> {
    let mut chosen: Vec<&'c (usize, pb::EntityRef)> = Vec::new();
    for country in list {
        if let Some(last) = chosen.last() {
            let gap = country.0.saturating_sub(last.0);
            let breaks = cues::any(&words[last.0 + 1..country.0], &["في", "من", "الي", "علي", "بعد", "قبل", "مع", "جاره", "حليفه"]);
            if gap > 3 || breaks {
                break;
            }
        }
        chosen.push(country);
    }
    chosen
}

/// The country that stands last before a verb, and with a verb of several who stands beside it.
fn last_run<'c>(words: &[super::article::Word], list: &[&'c (usize, pb::EntityRef)], several: bool) -> Vec<&'c (usize, pb::EntityRef)> {
    let from = list.iter().rposition(|country| {
        let at = country.0;
        !several
            || list.iter().any(|other| other.0 < at && at - other.0 <= 3) && !words[at].text.starts_with('و')
            || !words[at].text.starts_with('و')
    });
    list[from.unwrap_or(list.len() - 1)..].to_vec()
}

/// «منح … صفة مراقب», «… وضع مراقب»: a status with the noun that makes it one.
fn grants(words: &[super::article::Word]) -> bool {
    (1..words.len()).any(|at| {
        matches!(words[at].text.as_str(), "مراقب" | "المراقب") && matches!(words[at - 1].text.as_str(), "صفه" | "وضع" | "عضو" | "مقعد")
    })
}

/// Which step a word begins, and how many words its cue takes.
fn step_at(words: &[super::article::Word], at: usize) -> Option<(Kind, usize)> {
    let word = words[at].text.trim_start_matches(['و', 'ف']);
    let next = words.get(at + 1).map_or("", |word| word.text.as_str());
    let behind = &words[at + 1..words.len().min(at + 5)];
    let member = |range: &[super::article::Word]| {
        cues::any(range, &["عضويه", "العضويه", "عضوا", "عضوه", "عضويتها", "عضويه", "للعضويه", "عضويته", "عضو", "بعضويه", "وعضويه", "العضو"])
    };
    let expected = || {
        let before = &words[at.saturating_sub(5)..at];
        cues::any(before, cues::PLANNED) || cues::is_future(&words[at].text)
    };
    Some(match word {
        "عاد" | "عادت" if matches!(next, "اليه" | "اليها") => (Kind::Joined, 1),
        "انضمامها" | "انضمامه" if at > 0 && cues::is(&words[at - 1].text, &["بعد", "منذ", "عقب"]) => {
            (Kind::Joined, 1)
        }
        "المنضمين" | "المنضمه" | "المنضمون" => (Kind::Joined, 1),
        "انضمت" | "انضم" | "انضمتا" | "انضما" | "انضموا" | "التحقت" | "تبعتهما" | "تبعتها" | "تلتها" | "تلتهما" => {
            (Kind::Joined, 1)
        }
        "تنضم" | "ستنضم" | "سينضم" | "ينضم" | "لانضمام" | "بانضمام" | "انضمام" => {
            let before = &words[at.saturating_sub(5)..at];
            if cues::any(before, &["طلب", "طلبا", "بطلب", "طلبات", "بطلبات", "تقدمت", "تقدم"]) {
                return None;
            }
            // «وافق على إحالة بروتوكول انضمام السويد»: it is on its way.
            if at > 0 && cues::is(&words[at - 1].text, &["بروتوكول", "ملف", "مساله", "محادثات", "مفاوضات", "قضيه", "معاهده"])
            {
                let way = cues::any(before, &["وافق", "وافقت", "صادق", "احاله", "وقع", "وقعت", "توقيع"]);
                return way.then_some((Kind::Expected, 1));
            }
            if word.ends_with("نضمام") {
                if cues::any(before, &["قبول", "اقر", "اقرت", "رسميا", "اعلن", "اعلنت", "وافق", "وافقت"])
                {
                    (Kind::Joined, 1)
                } else if expected() {
                    (Kind::Expected, 1)
                } else {
                    return None;
                }
            } else if words.get(at.wrapping_sub(1)).is_some_and(|word| word.text == "ان")
                && words.get(at.wrapping_sub(2)).is_some_and(|word| word.text == "قبل")
            {
                (Kind::Joined, 1)
            } else {
                (Kind::Expected, 1)
            }
        }
        "منح" | "منحت" | "منحها" | "تمنح" | "قبول" | "قبلت" | "تقبل"
            if member(behind)
                || grants(&words[at + 1..words.len().min(at + 9)])
                || cues::any(&words[at.saturating_sub(4)..at], &["مراقب", "المراقب"]) =>
        {
            if expected() || cues::any(&words[at.saturating_sub(3)..at], &["سيتم", "ستمنح"]) {
                (Kind::Expected, 2)
            } else if cues::any(&words[at.saturating_sub(4)..words.len().min(at + 9)], &["مراقب", "المراقب"]) {
                (Kind::Observer, 2)
            } else {
                (Kind::Joined, 2)
            }
        }
        "تصبح" | "ستصبح" | "اصبحت" | "اصبح" | "باتت" | "يصبح" if member(&words[at + 1..words.len().min(at + 7)]) => {
            if word.starts_with("ا") || word == "باتت" {
                (Kind::Joined, 1)
            } else {
                (Kind::Expected, 1)
            }
        }
        "دعوه" | "دعا" | "دعت"
            if cues::phrase(&words[at..], "الي العضويه").is_some()
                || cues::phrase(&words[at..], "الي الانضمام").is_some()
                || cues::phrase(&words[at..], "للانضمام").is_some() =>
        {
            (Kind::Expected, 1)
        }
        "تقدمت" | "تقدم" | "قدمت" | "طلبت" if cues::any(behind, &["بطلب", "طلب", "طلبا", "بطلبات", "طلبات", "الانضمام", "بطلبها"]) => {
            (Kind::Applied, 2)
        }
        "علقت" | "تعليق" | "علق" | "علقوا" | "جمدت" | "تجميد" | "المعلقه" | "جمد"
            if cues::any(behind, &["عضويه", "عضويتها", "عضويته", "مشاركتها", "المشاركه", "انشطتها", "مشاركه"]) || next == "عضويه" =>
        {
            (Kind::Suspended, 1)
        }
        "انسحبت" | "انسحاب" | "انسحب" | "خرجت" | "غادرت"
            if cues::any(&words[at + 1..words.len().min(at + 4)], &["من", "منها", "منه", "المنظمه", "رسميا"])
                && !cues::any(behind, &["القوات", "الاراضي", "الاتفاق", "الاتفاقيه"]) =>
        {
            (Kind::Left, 1)
        }
        "مراقبا" | "مراقبه" | "مراقب"
            if cues::any(&words[at.saturating_sub(4)..at], &["صفه", "وضع", "عضوا", "منحت", "منح", "نالت", "بصفه", "حصلت"]) =>
        {
            (Kind::Observer, 1)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bali, key};

    /// Changes and accessions: who, what, when.
    fn told(sentence: &str) -> Vec<String> {
        let summit = bali(sentence);
        let changes = summit.membership_changes.iter().map(|change| {
            format!(
                "{} {} {}",
                key(&change.country),
                change.kind().as_str_name().trim_start_matches("MEMBERSHIP_CHANGE_KIND_"),
                change.date
            )
        });
        let accessions = summit.background.iter().flat_map(|background| &background.accessions);
        changes.chain(accessions.map(|joined| format!("{} joined {}", key(&joined.country), joined.date))).collect()
    }

    #[test]
    fn each_suspended_member_has_its_date() {
        assert_eq!(
            told("وعلقت المجموعة عضوية النيجر وغينيا في 2021 وبوركينا فاسو في يناير 2022."),
            ["niger SUSPENDED 2021", "guinea SUSPENDED 2021", "burkina-faso SUSPENDED 2022-01"]
        );
        assert_eq!(told("وأعلنت يريفان في فبراير 2022 تجميد مشاركتها في المجموعة."), ["armenia SUSPENDED 2022-02"]);
    }

    #[test]
    fn who_joins_stands_before_or_behind() {
        assert_eq!(told("وكانت بلغاريا ورومانيا قد انضمتا إلى المجموعة عام 2007."), ["bulgaria joined 2007", "romania joined 2007"]);
        assert_eq!(told("ومنحت القمة جمهورية أذربيجان صفة مراقب في المجموعة."), ["azerbaijan OBSERVER "]);
    }

    #[test]
    fn what_is_denied_or_watched_is_no_step() {
        assert!(told("ونفى المتحدث أن تكون أرمينيا قد انسحبت من المجموعة.").is_empty());
        assert!(told("ويحضر رئيس وزراء أرمينيا نيكول باشينيان الاجتماعات بصفة مراقب.").is_empty());
    }
}
