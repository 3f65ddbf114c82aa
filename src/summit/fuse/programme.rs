//! What a summit is about: themes, sessions, agenda.

use super::merge::{add_evidence, conflict, merge};
use crate::proto as pb;
use crate::summit::article::same_words;
use crate::summit::people::View;
use crate::summit::programme;

/// Themes, sessions and agenda; of several themes the last one told is kept.
pub fn programme(views: &[View<'_>], summit: &mut pb::Summit) {
    for view in views {
        for theme in programme::themes(view) {
            merge(&mut summit.themes, theme, |known, new| same_words(&known.text, &new.text), |theme| &mut theme.evidence);
        }
        for session in programme::sessions(view) {
            let plain = |format: i32| format == pb::SessionFormat::Narrow as i32 || format == pb::SessionFormat::Expanded as i32;
            let same = |known: &pb::Session, new: &pb::Session| {
                known.format == new.format && (plain(new.format) || same_words(&known.title, &new.title))
            };
            merge(&mut summit.sessions, session, same, |session| &mut session.evidence);
        }
        for item in programme::agenda(view) {
            let full = summit.agenda.len() >= 20;
            match summit.agenda.iter_mut().find(|known| same_words(&known.text, &item.text)) {
                Some(known) => add_evidence(&mut known.evidence, item.evidence),
                None if !full => summit.agenda.push(item),
                None => {}
            }
        }
    }
    if summit.themes.len() > 1 {
        let last = summit.themes.len() - 1;
        let values = summit.themes.iter().enumerate().map(|(at, theme)| (theme.text.clone(), at == last, theme.evidence.clone())).collect();
        summit.conflicts.push(conflict("themes", values));
    }
}
