//! What was signed, and how many documents.

use std::collections::BTreeMap;

use super::merge::{MOST_FACTS, add_evidence, conflict};
use crate::proto as pb;
use crate::summit::article::words;
use crate::summit::documents;
use crate::summit::people::View;

/// The documents of all articles as one; where they count differently, that is a conflict.
pub fn documents(views: &[View<'_>], summit: &mut pb::Summit) {
    let documents: Vec<(usize, pb::DocumentsSigned)> = views
        .iter()
        .enumerate()
        .flat_map(|(number, view)| documents::documents(view).into_iter().map(move |found| (number, found)))
        .collect();
    if documents.is_empty() {
        return;
    }
    let mut fused = pb::DocumentsSigned { confidence: 0.85, ..Default::default() };
    let mut counts: BTreeMap<u32, (usize, Vec<pb::Evidence>)> = BTreeMap::new();
    let mut names = Vec::new();
    for (number, found) in documents {
        if found.count > 0 {
            let entry = counts.entry(found.count).or_default();
            entry.0 = entry.0.max(number + 1);
            add_evidence(&mut entry.1, found.evidence.clone());
        }
        for document in found.named {
            let own = folded(&document.name);
            let known = names.iter().position(|known: &String| known.contains(&own) || own.contains(known));
            match known {
                Some(known) => add_evidence(&mut fused.named[known].evidence, document.evidence),
                None if names.len() < MOST_FACTS => {
                    fused.named.push(document);
                    names.push(own);
                }
                None => {}
            }
        }
        // Signed once said, it is signed.
        if fused.status != pb::SigningStatus::Signed as i32 {
            fused.status = found.status;
        }
        add_evidence(&mut fused.evidence, found.evidence);
    }
    // The later article knows better; of one article's counts the larger.
    if let Some((count, _)) = counts.iter().max_by_key(|(count, (number, _))| (*number, **count)) {
        fused.count = *count;
    }
    if counts.len() > 1 {
        let kept = fused.count;
        summit.conflicts.push(conflict(
            "documents_signed.count",
            counts.into_iter().map(|(count, (_, evidence))| (count.to_string(), count == kept, evidence)).collect(),
        ));
    }
    summit.documents_signed = Some(fused);
}

/// The words of a name, for comparing.
fn folded(text: &str) -> String {
    words(text, 0).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}
