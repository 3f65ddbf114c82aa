//! Who takes over the presidency.

use super::merge::{add_date, add_evidence};
use crate::proto as pb;
use crate::summit::people::View;
use crate::summit::presidency;

/// The transfer that is told last, with what other articles tell of the same one.
pub fn presidency(views: &[View<'_>], summit: &mut pb::Summit) {
    for transfer in views.iter().filter_map(presidency::transfer) {
        match &mut summit.presidency_transfer {
            Some(known) if known.to_country == transfer.to_country => {
                add_date(&mut known.date, transfer.date);
                add_evidence(&mut known.evidence, transfer.evidence);
            }
            known => *known = Some(transfer),
        }
    }
}
