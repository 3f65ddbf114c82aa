//! Which known body a found name is, and the short names that stand beside long ones.

use super::candidate::{Candidate, Link};
use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{EntryId, Form, Meaning, class};
use crate::resolve::key;
use crate::text::TokenKind;
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, ends};

/// The known body that a classifier only announces: «جماعة "أنصار الشريعة"», «شركة أرامكو».
pub fn inner_name(scene: &Scene<'_, '_>, head: &Hit, candidate: &Candidate) -> Option<EntryId> {
    let next = phrase::skip_quotes(scene, head.next());
    scene.whole_hits(next).find_map(|hit| match hit.meaning {
        Meaning::Entry { id, form: Form::Full | Form::Short, .. } => {
            let classifier = ["company", "club", "newspaper", "agency", "channel", "armed-group", "party", "bank"]
                .contains(&scene.gazetteer.known(id).subtype.as_str());
            (classifier && scene.gazetteer.known(id).kind == EntityType::Org && hit.last == candidate.last).then_some(id)
        }
        _ => None,
    })
}

/// «حكومة الرئيس جاكوب زوما» is the government of the country that he leads.
pub fn government(scene: &Scene<'_, '_>, head: &Hit, candidate: &Candidate) -> Option<EntryId> {
    if !ends(scene.codes(head.last), "حكومة") {
        return None;
    }
    let leads = |office: &&(String, String)| matches!(office.0.as_str(), "president" | "prime-minister" | "monarch");
    (head.next()..=candidate.last).flat_map(|at| scene.whole_hits(at)).find_map(|hit| {
        let Meaning::Entry { id, .. } = hit.meaning else { return None };
        let country = scene.gazetteer.known(id).offices.iter().find(leads)?;
        scene.gazetteer.governments.get(&country.1).copied()
    })
}

/// «مصرف التنمية الجديد لدول بريكس»: a bank's or international body's name with what it is for is the same body.
pub fn extended(scene: &Scene<'_, '_>, known: &Hit, candidate: &Candidate) -> Option<EntryId> {
    let Meaning::Entry { id, ambiguous: false, .. } = known.meaning else { return None };
    let kind = matches!(scene.gazetteer.known(id).subtype.as_str(), "bank" | "international");
    let next = known.next();
    (kind && candidate.last > known.last && scene.is_word(next) && scene.codes(next)[0] == arabic('ل')).then_some(id)
}

/// The body's own short name directly behind its long one: «وكالة الأنباء السودانية «سونا»», «وكالة الأنباء الرسمية سونا».
pub fn alias(scene: &Scene<'_, '_>, last: usize) -> Option<(usize, EntryId)> {
    let at = phrase::skip_quotes(scene, last + 1);
    if !scene.continues(last + 1) || !scene.continues(at) {
        return None;
    }
    let hit = scene.whole_hits(at).find(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Org && scene.gazetteer.known(id).subtype == "agency"))?;
    let agency = (last.saturating_sub(4)..=last).any(|at| scene.raw(at).ends_with("وكالة"));
    let Meaning::Entry { id, .. } = hit.meaning else { return None };
    agency.then_some((hit.last, id))
}

/// An acronym in brackets behind a body's name: «(إيقاد)», «(SCO)», «(آي سي آي)»; the same body.
pub fn acronym(scene: &Scene<'_, '_>, first: usize, head: &Hit, last: usize, out: &mut Vec<Candidate>) {
    let Some(begin) = scene.begin(first, head.reading) else { return };
    let name = &scene.text.raw[begin as usize..scene.closed(first, last) as usize];
    let link = Link::Local(key::local(EntityType::Org, name));
    out.extend(bracketed(scene, first, last).map(|found| found.linked(link)));
}

/// The same behind a name that the gazetteer has: «بيت التمويل الكويتي (بيتك)».
pub fn known_acronym(scene: &Scene<'_, '_>, hit: &Hit, id: EntryId, out: &mut Vec<Candidate>) {
    out.extend(bracketed(scene, hit.first, hit.last).map(|found| found.linked(Link::Known(id))));
}

/// The short name in brackets behind a body's.
fn bracketed(scene: &Scene<'_, '_>, first: usize, last: usize) -> Option<Candidate> {
    // Behind the name or the mark that closes it: «مؤسسة "سيمبيوسيس" (Symbiosis)».
    let last = if scene.is_punct(last + 1, &['"', '»', '”']) && scene.continues(last + 1) { last + 1 } else { last };
    if !scene.is_punct(last + 1, &['(']) || !scene.continues(last + 2) {
        return None;
    }
    let close = (last + 2..last + 9).take_while(|at| scene.continues(*at)).find(|at| scene.is_punct(*at, &[')']))?;
    let other = scene.whole_hits(last + 2).any(|hit| match hit.meaning {
        Meaning::Entry { id, form, .. } => form == Form::Full && scene.gazetteer.known(id).kind != EntityType::Org,
        Meaning::Nisba { .. } | Meaning::Number(_) | Meaning::Month { .. } | Meaning::Weekday { .. } => true,
        _ => false,
    });
    // «(تقدم)», «(أشغال)»: an ordinary word made of the name's initials, or one of its own words.
    let spelled = close == last + 3 && scene.is_word(last + 2) && abbreviates(scene, scene.codes(last + 2), first, last);
    let short = (last + 2..close).all(|at| {
        let token = &scene.text.tokens[at];
        match token.kind {
            TokenKind::Latin => token.codes <= 8,
            TokenKind::Word => close == last + 3 && scene.inflected_classes(at) & class::COMMON == 0 || token.codes <= 3,
            _ => false,
        }
    });
    let latin = close <= last + 8 && (last + 2..close).all(|at| scene.token(at).is_some_and(|token| token.kind == TokenKind::Latin));
    if other || !short && !latin && !spelled || close == last + 2 {
        return None;
    }
    let whole = Reading { cut: 0, article: false };
    Candidate::spanning(scene, last + 2, whole, close - 1, EntityType::Org, 0.8, "org.acronym")
}

/// Whether letters are the initials of a name's words, articles aside, or one of these words.
fn abbreviates(scene: &Scene<'_, '_>, letters: &[u8], first: usize, last: usize) -> bool {
    let bare = |at: usize| {
        let codes = scene.codes(at);
        if phrase::definite(scene, at, 0) { &codes[2..] } else { codes }
    };
    let words = || (first..=last).filter(|at| scene.is_word(*at));
    words().any(|at| at > first && bare(at) == letters) || letters.len() >= 3 && words().map(|at| bare(at)[0]).eq(letters.iter().copied())
}
