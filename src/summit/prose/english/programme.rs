//! Sessions and agenda.

use super::{Teller, capital};
use crate::proto as pb;
use crate::summit::prose::clean::{clean, quoted};
use crate::summit::prose::drafts::{Drafts, Section};
use crate::summit::prose::english::words::join;
use pb::SessionFormat;

/// How many matters are told.
const MATTERS: usize = 5;

impl Teller<'_> {
    /// Sessions and agenda, one sentence.
    pub(super) fn programme(&self, drafts: &mut Drafts) {
        let summit = self.facts.summit;
        let mut sessions: Vec<String> = Vec::new();
        for session in summit.sessions.iter().filter_map(session) {
            if !sessions.contains(&session) {
                sessions.push(session);
            }
        }
        let mut matters: Vec<String> =
            summit.agenda.iter().filter(|item| !clean(&item.text).is_empty()).map(|item| quoted(&item.text)).collect();
        if matters.len() > MATTERS {
            matters.truncate(MATTERS);
            matters.push("other matters".to_owned());
        }
        let includes = self.tense("included", "includes", "was to include");
        let text = match (sessions.is_empty(), matters.is_empty()) {
            (true, true) => return,
            (false, true) => format!("the programme {includes} {}", join(&sessions)),
            (true, false) => format!("the agenda {includes} {}", join(&matters)),
            (false, false) => format!("the programme {includes} {}, with {} on the agenda", join(&sessions), join(&matters)),
        };
        let sittings = summit.sessions.iter().filter(|one| session(one).is_some()).flat_map(|session| &session.evidence);
        let evidence = sittings.chain(summit.agenda.iter().flat_map(|item| &item.evidence));
        drafts.add(Section::Programme, capital(&text), evidence);
    }
}

/// `an expanded session`.
fn session(session: &pb::Session) -> Option<String> {
    Some(match session.format() {
        SessionFormat::Narrow => "a restricted session".to_owned(),
        SessionFormat::Expanded => "an expanded session".to_owned(),
        SessionFormat::Plus => "a session in the \"plus\" format".to_owned(),
        SessionFormat::Unspecified if clean(&session.title).is_empty() => return None,
        SessionFormat::Unspecified => format!("a session called {}", quoted(&session.title)),
    })
}
