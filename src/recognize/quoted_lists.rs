//! Names in quotation marks that stand in a row: what one of them is, all are («فودافون» و«أورنج» و«إي آند»), and so are those behind a plural noun of
//! bodies (أحزاب «الوفد» و«التجمع»).

use super::candidate::Candidate;
use super::organizations::quoted;
use super::phrase;
use super::scene::Scene;
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::TokenKind;
use crate::text::clitics::Reading;

const WHOLE: Reading = Reading { cut: 0, article: false };

/// How many names in a row are looked at.
const MOST: usize = 8;

/// How many words a name in quotation marks may have here.
const MOST_WORDS: usize = 4;

/// One name of a row: the tokens between its marks.
#[derive(Clone, Copy)]
struct Quote {
    first: usize,
    last: usize,
}

/// Proposes bodies whose names stand in a row of quotation marks.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < scene.len() {
        let row = row(scene, at);
        let Some(end) = row.last().map(|quote| quote.last) else {
            at += 1;
            continue;
        };
        // «شركة «جرين إكسبورت» و«فيتيرا»»: what one of a row is announced as, all are.
        let head = |class| row.len() > 1 && scene.trigger(at - 1, class).is_some();
        let announced = at > 0
            && scene.continues(at)
            && (scene.trigger(at - 1, Trigger::OrgPlural).is_some() || head(Trigger::OrgHead) || head(Trigger::OrgHeadWeak));
        let bodies = row.iter().filter(|quote| body(scene, **quote)).count();
        let others = row.iter().any(|quote| other(scene, *quote));
        if (announced || bodies > 0 && row.len() > 1) && !others {
            // The head's own name is found with its head.
            let own = usize::from(announced && scene.trigger(at - 1, Trigger::OrgPlural).is_none());
            for quote in row.iter().skip(own).filter(|quote| !body(scene, **quote)) {
                out.extend(Candidate::spanning(scene, quote.first, WHOLE, quote.last, EntityType::Org, 0.82, "org.quoted-list"));
            }
        }
        at = end + 1;
    }
}

/// The names in quotation marks that begin at a token, joined by «و» or commas.
fn row(scene: &Scene<'_, '_>, at: usize) -> Vec<Quote> {
    let mut row = Vec::new();
    let mut open = at;
    while row.len() < MOST {
        let Some(last) = quoted(scene, open).filter(|last| *last <= open + MOST_WORDS && phrase::skip_quotes(scene, open) > open) else {
            break;
        };
        row.push(Quote { first: open + 1, last });
        let mut next = last + 2;
        next += usize::from(scene.continues(next) && scene.is_punct(next, &['،', ',']));
        next += usize::from(scene.continues(next) && scene.raw(next) == "و");
        if next == last + 2 || !scene.continues(next) {
            break;
        }
        open = next;
    }
    row
}

/// Whether the gazetteer knows what stands between the marks as a body, in full or by its short name.
fn body(scene: &Scene<'_, '_>, quote: Quote) -> bool {
    scene.whole_hits(quote.first).any(|hit| {
        hit.last == quote.last
            && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full | Form::Short, .. } if scene.gazetteer.known(id).kind == EntityType::Org)
    })
}

/// Whether what stands between the marks is known as something else, or is a sentence.
fn other(scene: &Scene<'_, '_>, quote: Quote) -> bool {
    let known = scene.whole_hits(quote.first).any(|hit| {
        hit.last == quote.last
            && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, ambiguous: false } if !matches!(scene.gazetteer.known(id).kind, EntityType::Org | EntityType::Person | EntityType::Norp))
    });
    let sentence = (quote.first..=quote.last).any(|at| {
        !scene.is_word(at) && scene.token(at).is_none_or(|token| matches!(token.kind, TokenKind::Punct(_)))
            || scene.classes(at) & (class::FUNCTION | class::SPEECH) != 0
    });
    (known || sentence) && !body(scene, quote)
}
