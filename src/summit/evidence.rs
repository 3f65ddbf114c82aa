//! Evidence in the caller's unit: rules write byte spans, here they are converted, each document's in one pass.

use std::collections::HashMap;

use super::article::Article;
use super::prose::Prose;
use crate::proto as pb;
use crate::rpc::convert::{Encoding, Offsets};

/// Puts the paragraphs into a summit and all its spans into the caller's unit.
pub fn finish(summit: &mut pb::Summit, prose: Prose, articles: &[&Article], twins: &HashMap<String, Vec<String>>, encoding: Encoding) {
    let ends = |language: &str| {
        prose
            .sentences
            .iter()
            .filter(|sentence| sentence.language == language)
            .flat_map(|sentence| [sentence.span.start, sentence.span.end])
            .collect::<Vec<_>>()
    };
    let ar = Offsets::new(&prose.ar, encoding, ends("ar").into_iter());
    let en = Offsets::new(&prose.en, encoding, ends("en").into_iter());
    summit.summary_sentences = prose
        .sentences
        .into_iter()
        .map(|sentence| pb::SummarySentence {
            language: sentence.language.to_owned(),
            span: Some(if sentence.language == "ar" { ar.span(&sentence.span) } else { en.span(&sentence.span) }),
            evidence: sentence.evidence,
        })
        .collect();
    summit.summary_ar = prose.ar;
    summit.summary_en = prose.en;
    // What one article states its twins state too.
    if !twins.is_empty() {
        for list in lists(summit) {
            let more: Vec<pb::Evidence> = list
                .iter()
                .flat_map(|evidence| {
                    let others = twins.get(&evidence.document_id).into_iter().flatten();
                    others.map(|id| pb::Evidence { document_id: id.clone(), ..evidence.clone() })
                })
                .collect();
            list.extend(more);
        }
        let ids: Vec<String> = summit
            .document_ids
            .iter()
            .flat_map(|id| std::iter::once(id.clone()).chain(twins.get(id).into_iter().flatten().cloned()))
            .collect();
        summit.document_ids = ids;
    }
    let mut offsets: HashMap<String, Vec<usize>> = HashMap::new();
    each(summit, &mut |evidence| {
        if let Some(span) = &evidence.span {
            offsets.entry(evidence.document_id.clone()).or_default().extend([span.begin as usize, span.end as usize]);
        }
    });
    let named = articles.iter().flat_map(|article| {
        let others = twins.get(&article.id).into_iter().flatten();
        std::iter::once(&article.id).chain(others).map(|id| (id.as_str(), &article.text))
    });
    let tables: HashMap<&str, Offsets> =
        named.filter_map(|(id, text)| Some((id, Offsets::new(text, encoding, offsets.get(id)?.iter().copied())))).collect();
    each(summit, &mut |evidence| {
        if let (Some(span), Some(table)) = (evidence.span, tables.get(evidence.document_id.as_str())) {
            evidence.span = Some(table.span(&(span.begin as usize..span.end as usize)));
        }
    });
}

/// Every piece of evidence in a summit.
fn each(summit: &mut pb::Summit, visit: &mut dyn FnMut(&mut pb::Evidence)) {
    lists(summit).into_iter().flatten().for_each(visit);
}

/// Every list of evidence in a summit.
fn lists(summit: &mut pb::Summit) -> Vec<&mut Vec<pb::Evidence>> {
    let mut lists: Vec<&mut Vec<pb::Evidence>> = vec![&mut summit.evidence];
    lists.extend(summit.themes.iter_mut().map(|fact| &mut fact.evidence));
    lists.extend(summit.participants.iter_mut().map(|fact| &mut fact.evidence));
    lists.extend(summit.sessions.iter_mut().map(|fact| &mut fact.evidence));
    lists.extend(summit.agenda.iter_mut().map(|fact| &mut fact.evidence));
    if let Some(signed) = &mut summit.documents_signed {
        lists.push(&mut signed.evidence);
        lists.extend(signed.named.iter_mut().map(|fact| &mut fact.evidence));
    }
    lists.extend(summit.membership_changes.iter_mut().map(|fact| &mut fact.evidence));
    lists.extend(summit.meetings.iter_mut().map(|fact| &mut fact.evidence));
    lists.extend(summit.statements.iter_mut().map(|fact| &mut fact.evidence));
    if let Some(background) = &mut summit.background {
        lists.extend(background.founding.iter_mut().map(|fact| &mut fact.evidence));
        lists.extend(background.accessions.iter_mut().map(|fact| &mut fact.evidence));
        lists.extend(background.past_summits.iter_mut().map(|fact| &mut fact.evidence));
        lists.extend(background.counts.iter_mut().map(|fact| &mut fact.evidence));
    }
    lists.extend(summit.presidency_transfer.iter_mut().map(|fact| &mut fact.evidence));
    for conflict in &mut summit.conflicts {
        lists.push(&mut conflict.evidence);
        lists.extend(conflict.values.iter_mut().map(|value| &mut value.evidence));
    }
    lists.extend(summit.summary_sentences.iter_mut().map(|sentence| &mut sentence.evidence));
    lists
}
