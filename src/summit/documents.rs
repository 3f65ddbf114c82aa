//! What was signed or is to be: how many documents, and which.

use super::cues;
use super::frame::{self, word_at};
use super::people::View;
use crate::EntityType;
use crate::proto as pb;

/// How many documents were signed or are to be, and which.
#[must_use]
pub fn documents(view: &View<'_>) -> Vec<pb::DocumentsSigned> {
    let mut all = Vec::new();
    for (_, sentence) in frame::telling(view.engine, view.article, view.organizer) {
        let words = &sentence.words;
        let Some(sign) = cues::find(words, 0, cues::SIGN) else { continue };
        if cues::any(&words[sign.saturating_sub(2)..sign], &["لم", "لن", "ولم", "دون", "رفض", "عدم"]) {
            continue;
        }
        let mentions = view.article.of(sentence);
        let mut count = 0;
        for at in 0..words.len() {
            if !cues::is(&words[at].text, cues::DOCUMENT) || at + 14 < sign || at > sign + 24 {
                continue;
            }
            let dual = cues::is(
                &words[at].text,
                &["وثيقتين", "وثيقتان", "مذكرتين", "مذكرتان", "مذكرتي", "اتفاقيتين", "اتفاقيتان", "قرارين", "اعلانين"],
            );
            let numbered = mentions.iter().filter(|mention| mention.kind == EntityType::Cardinal).find_map(|mention| {
                let here = word_at(sentence, mention);
                let beside =
                    here < at && at - here <= 2 && !words.get(at + 1).is_some_and(|next| matches!(next.text.as_str(), "اخري" | "اضافيه"))
                        || here > at && here - at <= 4 && cues::any(&words[at + 1..here], &["الموقعه", "عددها", "وعددها"]);
                beside.then(|| view.article.thing(mention).value.parse::<u32>().ok()).flatten()
            });
            let value = numbered.unwrap_or(if dual { 2 } else { 0 });
            if value > 0 && value < 1000 && count == 0 {
                count = value;
            }
        }
        let mut named: Vec<String> = mentions
            .iter()
            .filter(|mention| mention.kind == EntityType::Law && word_at(sentence, mention) + 2 >= sign)
            .map(|mention| view.article.text[mention.range.clone()].to_owned())
            .collect();
        // «إعلان المنامة», «البيان الختامي», also in quotation marks.
        for at in sign..words.len().min(sign + 26) {
            let text = words[at].text.as_str();
            let kinds = ["اعلان", "البيان", "بيان", "بيانا", "ميثاق", "خطه"];
            let word = [text, text.trim_start_matches('و'), text.trim_start_matches(['و', 'ب'])]
                .into_iter()
                .find(|word| kinds.contains(word))
                .unwrap_or(text);
            // «"وثيقة صيانة الأمن القومي"»: a name of its own in quotation marks.
            let quote =
                super::quotations::quotations(view.article, sentence).into_iter().find(|range| range.start == words[at].range.start);
            if let Some(range) = quote.filter(|_| {
                matches!(
                    words[at].text.as_str(),
                    "وثيقه"
                        | "اتفاق"
                        | "اتفاقيه"
                        | "ميثاق"
                        | "مذكره"
                        | "خطه"
                        | "استراتيجيه"
                        | "خارطه"
                        | "اعلان"
                        | "بروتوكول"
                        | "معاهده"
                )
            }) {
                let name = view.article.text[range].trim().to_owned();
                named.retain(|known| !name.contains(known.as_str()));
                named.push(name);
                continue;
            }
            if matches!(word, "اعلان" | "البيان" | "بيان" | "بيانا" | "ميثاق" | "خطه") {
                let last = words[at + 1..]
                    .iter()
                    .take(3)
                    .take_while(|next| {
                        !matches!(
                            next.text.as_str(),
                            "في" | "من"
                                | "علي"
                                | "الذي"
                                | "التي"
                                | "الى"
                                | "الي"
                                | "و"
                                | "يوكد"
                                | "اليوم"
                                | "تضمن"
                                | "بشان"
                        )
                    })
                    .take_while(|next| !next.text.starts_with("وال") && !next.text.starts_with("و"))
                    .take(if word.starts_with("البيان") || word == "بيانا" || word == "بيان" { 1 } else { 3 })
                    .last();
                if let Some(last) = last {
                    let from = words[at].range.start;
                    let name = view.article.text[from..last.range.end].trim_start_matches('و');
                    let name = if word == name.split(' ').next().map(super::article::fold).unwrap_or_default() {
                        name
                    } else {
                        name.trim_start_matches('ب')
                    };
                    let name = name.split(['،', '.', '«', '(', '»', '"', ':', '؛']).next().unwrap_or(name).trim();
                    if name.contains(' ') && !named.iter().any(|known| known.contains(name) || name.contains(known.as_str())) {
                        named.push(name.to_owned());
                    }
                }
            }
        }
        // «ثلاث وثائق، أبرزها هدف باكو للتمويل وقواعد …»: the first of the list.
        if named.is_empty()
            && count > 0
            && let Some(lead) = cues::find(words, sign, &["ابرزها", "منها", "بينها", "مقدمتها", "اهمها", "ابرزهما"])
        {
            let stretch = words[lead + 1..].iter().take(5).take_while(|word| {
                let begins = word.text.starts_with('و') && word.range.start > words[lead + 1].range.start;
                let gap = view.article.text[words[lead].range.end..word.range.start].contains(['،', '.', '؛', ':']);
                !begins && !gap && !matches!(word.text.as_str(), "في" | "التي" | "الذي" | "علي" | "الي")
            });
            if let Some(last) = stretch.last() {
                named.push(view.article.text[words[lead + 1].range.start..last.range.end].to_owned());
            }
        }
        // «هما «إعلان الرياض» ومذكرة تفاهم بشأن الدفاع الجوي»: the others of the list.
        if let Some(lead) = cues::find(words, sign, &["هما", "هي", "ابرزها", "منها", "بينها", "مقدمتها", "اهمها"]).filter(|_| count > 0)
        {
            for at in lead + 2..words.len().min(lead + 20) {
                let one =
                    cues::is(&words[at].text, &["ومذكره", "واتفاقيه", "وميثاق", "واستراتيجيه", "وخطه", "وبروتوكول", "وخارطه", "واعلان"]);
                if !one || !words[at].text.starts_with('و') {
                    continue;
                }
                let last = (at + 1..words.len().min(at + 7))
                    .take_while(|next| {
                        let gap = &view.article.text[words[next - 1].range.end..words[*next].range.start];
                        !gap.contains(['،', '.', '؛', ':', '«', '"', '('])
                            && !matches!(words[*next].text.as_str(), "التي" | "الذي" | "تمتد" | "وفق" | "خلال" | "في")
                    })
                    .last();
                if let Some(last) = last {
                    let name = view.article.text[words[at].range.start..words[last].range.end].trim_start_matches('و').to_owned();
                    if !named.iter().any(|known| known.contains(&name) || name.contains(known.as_str())) {
                        named.push(name);
                    }
                }
            }
        }
        if count == 0 && named.is_empty() {
            continue;
        }
        let word = words[sign].text.as_str();
        let around = &words[sign.saturating_sub(7)..sign];
        let past = cues::is(
            word,
            &[
                "وقع",
                "وقعت",
                "وقعوا",
                "وقعا",
                "اعتمد",
                "اعتمدت",
                "اعتمدوا",
                "تبنت",
                "تبنوا",
                "اقر",
                "اقرت",
                "اقروا",
                "اصدر",
                "اصدرت",
                "صدر",
                "صدرت",
                "ابرم",
                "ابرما",
                "الموقعه",
                "تبني",
                "صادق",
                "صادقوا",
                "بتوقيع",
            ],
        );
        let planned = cues::any(around, cues::PLANNED)
            || around.iter().any(|one| cues::is_future(&one.text))
            || cues::is_future(word)
            || word.starts_with('ي')
            || view.is_ahead() && !past;
        let status =
            if planned && (!past || cues::any(around, cues::PLANNED)) { pb::SigningStatus::Expected } else { pb::SigningStatus::Signed };
        let evidence = vec![view.article.evidence(sentence)];
        let named = named.into_iter().map(|name| pb::NamedDocument { name, evidence: evidence.clone(), confidence: 0.8 }).collect();
        all.push(pb::DocumentsSigned { count, named, status: status.into(), evidence, confidence: 0.85 });
    }
    all
}
