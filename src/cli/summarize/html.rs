//! Summits as one page that needs nothing but a browser: facts on one side, on the other the articles that state them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::facts::{Fact, Tongue, facts};
use crate::cli::html::{STYLE as SHARED, escape};
use crate::proto as pb;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The whole page. The answer counts in bytes.
pub(super) fn render(answer: &pb::SummarizeSummitResponse, documents: &[pb::Document]) -> String {
    let texts: BTreeMap<&str, &str> = documents.iter().map(|document| (document.id.as_str(), document.text.as_str())).collect();
    let title = answer.summits.iter().map(|summit| escape(&summit.name)).collect::<Vec<_>>().join("، ");
    let title = if title.is_empty() { "لا قمم".to_owned() } else { title };
    let summits: String = answer.summits.iter().enumerate().map(|(number, summit)| Page::new(number, summit, &texts).render()).collect();
    let told: BTreeSet<&str> = answer.summits.iter().flat_map(|summit| &summit.document_ids).map(String::as_str).collect();
    let rest: String = documents
        .iter()
        .filter(|document| !told.contains(document.id.as_str()))
        .map(|document| {
            format!("<details><summary>{}</summary>\n<article>{}</article>\n</details>\n", escape(&document.id), escape(&document.text))
        })
        .collect();
    let rest = if rest.is_empty() { rest } else { format!("<main>\n<h2>مقالات لا تتحدث عن قمة</h2>\n{rest}</main>\n") };
    format!(
        "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{SHARED}{STYLE}</style>\n</head>\n\
         <body>\n{summits}{rest}<script>\n{SCRIPT}</script>\n</body>\n</html>\n"
    )
}

/// A place in an article: its document, where it begins and where it ends.
type Place<'a> = (&'a str, usize, usize);

/// One summit's part of the page.
struct Page<'a> {
    number: usize,
    summit: &'a pb::Summit,
    texts: &'a BTreeMap<&'a str, &'a str>,
    facts: Vec<Fact<'a>>,
    /// Every place that something rests on, with whether articles disagree there. Its rank is its number.
    places: BTreeMap<Place<'a>, bool>,
}

impl<'a> Page<'a> {
    fn new(number: usize, summit: &'a pb::Summit, texts: &'a BTreeMap<&'a str, &'a str>) -> Self {
        let facts = facts(summit, Tongue::Arabic);
        let told = facts.iter().flat_map(|fact| fact.evidence.iter().map(|evidence| (evidence, fact.conflict)));
        let sentences = summit.summary_sentences.iter().flat_map(|sentence| &sentence.evidence).map(|evidence| (evidence, false));
        let mut places = BTreeMap::new();
        for (evidence, disputed) in told.chain(sentences) {
            if let Some(place) = place(evidence, texts) {
                *places.entry(place).or_insert(false) |= disputed;
            }
        }
        Self { number, summit, texts, facts, places }
    }

    fn render(&self) -> String {
        let Self { summit, .. } = self;
        let rows: String = self.facts.iter().map(|fact| self.row(fact)).collect();
        let ids: BTreeSet<&str> = summit.document_ids.iter().map(String::as_str).chain(self.places.keys().map(|place| place.0)).collect();
        let articles: String = ids.into_iter().map(|id| self.article(id)).collect();
        format!(
            "<main>\n<header><h1>{}<small dir=\"ltr\" lang=\"en\">{}</small></h1>\n<p>{}</p>\n<p dir=\"ltr\" lang=\"en\">{}</p></header>\n\
             <div class=\"sides\">\n<section><table><tbody>\n{rows}</tbody></table></section>\n<section>{articles}</section>\n</div>\n</main>\n",
            escape(&summit.name),
            escape(&summit.name_en),
            self.paragraph("ar", &summit.summary_ar),
            self.paragraph("en", &summit.summary_en),
        )
    }

    /// The id of a place, for anchors.
    fn anchor(&self, wanted: &Place<'a>) -> String {
        format!("s{}e{}", self.number, self.places.range(..wanted).count())
    }

    /// The anchors of all that something rests on, for an attribute.
    fn anchors(&self, evidence: &'a [pb::Evidence]) -> String {
        let places = evidence.iter().filter_map(|evidence| place(evidence, self.texts));
        places.map(|place| self.anchor(&place)).collect::<Vec<_>>().join(" ")
    }

    fn row(&self, fact: &Fact<'a>) -> String {
        let class = match (fact.conflict, fact.disputed) {
            (true, _) => " class=\"conflict\"",
            (false, true) => " class=\"disputed\"",
            (false, false) => "",
        };
        let cited: String = fact.evidence.iter().map(|evidence| self.citation(evidence)).collect();
        let (label, value, places) = (escape(&fact.label), escape(&fact.value), self.anchors(fact.evidence));
        format!("<tr{class} data-places=\"{places}\"><th>{label}<td dir=\"auto\">{value}<td>{cited}</tr>\n")
    }

    fn citation(&self, evidence: &'a pb::Evidence) -> String {
        let (id, text) = (escape(&evidence.document_id), escape(&evidence.text));
        match place(evidence, self.texts) {
            Some(place) => format!("<a href=\"#{}\" title=\"{text}\">{id}</a> ", self.anchor(&place)),
            None => format!("<span title=\"{text}\">{id}</span> "),
        }
    }

    /// A summary, its sentences tied to what they rest on.
    fn paragraph(&self, language: &str, text: &str) -> String {
        let (mut shown, mut at) = (String::new(), 0);
        for sentence in self.summit.summary_sentences.iter().filter(|sentence| sentence.language == language) {
            let Some(range) = sentence.span.map(range) else { continue };
            if let (Some(before), Some(inside)) = (text.get(at..range.start), text.get(range.clone())) {
                let (before, inside, places) = (escape(before), escape(inside), self.anchors(&sentence.evidence));
                shown += &format!("{before}<span data-places=\"{places}\">{inside}</span>");
                at = range.end;
            }
        }
        shown + &escape(text.get(at..).unwrap_or_default())
    }

    /// An article cut wherever a place begins or ends, so that places may overlap.
    fn article(&self, id: &'a str) -> String {
        let text = self.texts.get(id).copied().unwrap_or_default();
        let places: Vec<_> = self.places.iter().filter(|(place, _)| place.0 == id).collect();
        let mut cuts: BTreeSet<usize> = places.iter().flat_map(|(place, _)| [place.1, place.2]).collect();
        cuts.extend([0, text.len()]);
        let cuts: Vec<_> = cuts.into_iter().collect();
        let mut prose = String::new();
        for piece in cuts.windows(2) {
            for (place, _) in places.iter().filter(|(place, _)| place.1 == piece[0]) {
                prose += &format!("<i id=\"{}\"></i>", self.anchor(place));
            }
            let around: Vec<_> = places.iter().filter(|(place, _)| place.1 <= piece[0] && piece[1] <= place.2).collect();
            let letters = escape(text.get(piece[0]..piece[1]).unwrap_or_default());
            if around.is_empty() {
                prose += &letters;
                continue;
            }
            let class = if around.iter().any(|(_, disputed)| **disputed) { "conflict" } else { "fact" };
            let anchors: Vec<_> = around.iter().map(|(place, _)| self.anchor(place)).collect();
            prose += &format!("<mark class=\"{class}\" data-places=\"{}\">{letters}</mark>", anchors.join(" "));
        }
        format!("<article><h2>{}</h2>{prose}</article>\n", escape(id))
    }
}

/// Where a piece of evidence stands, if it stands in one of the articles.
fn place<'a>(evidence: &'a pb::Evidence, texts: &BTreeMap<&str, &str>) -> Option<Place<'a>> {
    let range = range(evidence.span?);
    let text = texts.get(evidence.document_id.as_str())?.get(range.clone())?;
    (!text.is_empty()).then_some((evidence.document_id.as_str(), range.start, range.end))
}

fn range(span: pb::Span) -> Range<usize> {
    span.begin as usize..span.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::summarize::sample;

    fn page() -> String {
        render(&sample::answer(), &sample::documents())
    }

    #[test]
    fn every_fact_leads_to_its_evidence() {
        let page = page();
        let pieces = |before: &'static str| page.split(before).skip(1).map(|piece| piece.split('"').next().unwrap_or_default());
        let ids: Vec<_> = pieces(" id=\"").collect();
        assert_eq!(ids.len(), 4, "four places, each once: {ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert!(pieces("href=\"#").count() >= 7);
        let wanted = pieces("href=\"#").chain(pieces("data-places=\"").flat_map(|places| places.split(' ')));
        wanted.filter(|place| !place.is_empty()).for_each(|place| assert!(ids.contains(&place), "{place}"));
        assert!(page.contains("<span data-places=\"s0e0\">عُقدت القمة.</span>"), "{page}");
    }

    #[test]
    fn articles_are_whole_and_places_may_overlap() {
        let page = page();
        let article = page.split("<article><h2>01</h2>").nth(1).and_then(|rest| rest.split("</article>").next()).unwrap();
        assert!(article.contains("data-places=\"s0e0 s0e1\">18 وثيقة</mark>"), "{article}");
        let plain: String = article.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
        assert_eq!(plain, escape(&sample::documents()[0].text));
    }

    #[test]
    fn what_articles_say_stays_text() {
        let page = page();
        assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"));
        assert!(page.contains("قمة &lt;أستانا&gt;") && page.contains("<summary>a&quot;03</summary>"));
        assert_eq!(page.matches("<mark").count(), page.matches("</mark>").count());
        assert!(
            page.contains("<mark class=\"conflict\"") && page.contains("<tr class=\"disputed\"") && page.contains("<tr class=\"conflict\"")
        );
        for outside in ["http://", "https://", "src=", "@import"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}
