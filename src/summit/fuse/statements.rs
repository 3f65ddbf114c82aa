//! What was said.

use super::merge::{merge, same_person};
use crate::proto as pb;
use crate::summit::article::same_words;
use crate::summit::people::View;
use crate::summit::statements;

/// The statements of all articles; the same words of the same speaker are one.
pub fn statements(views: &[View<'_>], summit: &mut pb::Summit) {
    let same =
        |known: &pb::Statement, new: &pb::Statement| same_person(&known.speaker, &new.speaker) && same_words(&known.quote, &new.quote);
    for statement in views.iter().flat_map(statements::statements) {
        merge(&mut summit.statements, statement, same, |statement| &mut statement.evidence);
    }
}
