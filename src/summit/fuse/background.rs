//! The organiser's story: founding, founders, earlier summits, counts.

use super::merge::{add_date, add_evidence, keep, merge};
use crate::proto as pb;
use crate::summit::article::same_words;
use crate::summit::people::View;
use crate::summit::story;

/// What the articles tell of before; of a summit without organiser only the earlier ones.
pub fn background(views: &[View<'_>], summit: &mut pb::Summit) {
    let mut background = pb::Background::default();
    for view in views {
        if view.organizer.is_empty() {
            background.past_summits.extend(story::past_summits(view));
            continue;
        }
        if let Some((founding, founders)) = story::founding(view) {
            match &mut background.founding {
                Some(known) => {
                    add_date(&mut known.date, founding.date);
                    known.place = known.place.take().or(founding.place);
                    add_evidence(&mut known.evidence, founding.evidence);
                }
                known => *known = Some(founding),
            }
            if founders.len() > background.founders.len() {
                background.founders = founders;
            }
        }
        for past in story::past_summits(view) {
            let same = |known: &&mut pb::PastSummit| {
                known.date.get(..4) == past.date.get(..4)
                    && (known.ordinal == past.ordinal || known.ordinal == 0 || past.ordinal == 0)
                    && (known.place == past.place || known.place.is_none() || past.place.is_none())
            };
            match background.past_summits.iter_mut().find(same) {
                Some(known) => {
                    add_date(&mut known.date, past.date);
                    known.place = known.place.take().or(past.place);
                    known.ordinal = known.ordinal.max(past.ordinal);
                    add_evidence(&mut known.evidence, past.evidence);
                }
                None => keep(&mut background.past_summits, past),
            }
        }
        for count in story::counts(view) {
            let same = |known: &pb::Count, new: &pb::Count| known.value == new.value && same_words(&known.label, &new.label);
            merge(&mut background.counts, count, same, |count| &mut count.evidence);
        }
    }
    summit.background = Some(background);
}
