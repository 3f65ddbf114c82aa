//! Sessions and agenda.

use super::Teller;
use crate::proto as pb;
use crate::summit::prose::agreement::{clauses, join};
use crate::summit::prose::clean::{clean, quoted};
use crate::summit::prose::drafts::{Drafts, Section};
use pb::SessionFormat;

/// How many matters are told.
const MATTERS: usize = 5;

impl Teller<'_> {
    /// Sessions and agenda, one sentence.
    pub(super) fn programme(&self, drafts: &mut Drafts) {
        let summit = self.facts.summit;
        let mut parts = Vec::new();
        let mut sessions: Vec<String> = Vec::new();
        for session in summit.sessions.iter().filter_map(session) {
            if !sessions.contains(&session) {
                sessions.push(session);
            }
        }
        if let Some(first) = sessions.first() {
            let feminine = first.split(' ').next().is_some_and(|head| head.ends_with('ة'));
            let (past, future) = if feminine { ("عُقدت", "تُعقد") } else { ("عُقد", "يُعقد") };
            let lost = if feminine { "كان مقررا أن تُعقد" } else { "كان مقررا أن يُعقد" };
            parts.push(format!("{} خلال {} {}", self.tense(past, future, lost), self.event.definite, join(&sessions)));
        }
        let mut matters: Vec<String> = summit.agenda.iter().map(|item| clean(&item.text)).filter(|text| !text.is_empty()).collect();
        if !matters.is_empty() {
            let more = matters.len() > MATTERS;
            matters.truncate(MATTERS);
            if more {
                matters.push("ملفات أخرى".to_owned());
            }
            let lies = self.tense("كان على", "على", "كان على");
            let it = if sessions.is_empty() {
                format!("{lies} جدول أعمال {}", self.event.definite)
            } else {
                format!("{lies} جدول أعمال{}", self.event.pronoun())
            };
            parts.push(format!("{it} {}", join(&matters)));
        }
        if !parts.is_empty() {
            let sittings = summit.sessions.iter().filter(|one| session(one).is_some()).flat_map(|session| &session.evidence);
            let evidence = sittings.chain(summit.agenda.iter().flat_map(|item| &item.evidence));
            drafts.add(Section::Programme, format!("و{}", clauses(&parts)), evidence);
        }
    }
}

/// «جلسة موسعة».
fn session(session: &pb::Session) -> Option<String> {
    let title = clean(&session.title);
    if title.is_empty() {
        return Some(match session.format() {
            SessionFormat::Unspecified => return None,
            SessionFormat::Narrow => "جلسة ضيقة".to_owned(),
            SessionFormat::Expanded => "جلسة موسعة".to_owned(),
            SessionFormat::Plus => "جلسة بصيغة \"بلس\"".to_owned(),
        });
    }
    let head = title.split(' ').next().unwrap_or_default();
    let bare = head.strip_prefix("ال").unwrap_or(head);
    if matches!(
        bare,
        "جلسة"
            | "جلستان"
            | "جلسات"
            | "اجتماع"
            | "لقاء"
            | "قمة"
            | "دورة"
            | "مأدبة"
            | "طاولة"
            | "حفل"
            | "افتتاح"
            | "ختام"
    ) {
        return Some(title);
    }
    // An adjective of the sitting: «موسعة»; with its article it needs one before it.
    let adjective = bare.ends_with('ة') && !title.contains(['«', '"']);
    Some(match (adjective, head == bare) {
        (true, true) => format!("جلسة {title}"),
        (true, false) => format!("الجلسة {title}"),
        (false, _) => format!("جلسة {}", quoted(&title)),
    })
}
