//! Languages («بالإسبانية», «اللغة الصينية», the language switch of a page) and web addresses.

use super::candidate::{Candidate, Link, Source};
use super::phrase;
use super::scene::{Scene, kind};
use crate::entity_type::EntityType;
use crate::gazetteer::{Meaning, Trigger};
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, ends, is};
use crate::text::{Gap, TokenKind};

const WHOLE: Reading = Reading { cut: 0, article: false };

/// Proposes languages and addresses.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    // Where a word joined to the last language would stand.
    let mut language = None;
    for at in 0..scene.len() {
        named(scene, at, &mut language, out);
        address(scene, at, out);
        official_site(scene, at, out);
    }
    switches(scene, out);
}

/// A language's name behind «اللغة» or «بـ»; elsewhere the word is an adjective.
fn named(scene: &Scene<'_, '_>, at: usize, language: &mut Option<usize>, out: &mut Vec<Candidate>) {
    if !scene.begins(at, kind::LANGUAGE) {
        return;
    }
    for hit in scene.hits(at) {
        let Meaning::Language { id, ambiguous } = hit.meaning else { continue };
        let behind_noun = at > 0 && scene.continues(at) && scene.is_word(at - 1) && ends(scene.codes(at - 1), "لغة");
        let by = hit.reading.cut > 0 && scene.codes(at)[hit.reading.cut as usize - 1] == arabic('ب') && !phrase::adjective(scene, at + 1);
        let spoken = phrase::definite(scene, at, hit.reading.cut as usize)
            && !(at > 0 && scene.continues(at) && scene.is_word(at - 1) && phrase::definite(scene, at - 1, 0))
            && language_verb(scene, at);
        // «بالعربية والسريانية», «إلى الأردية والهوسا»: what is joined to a language is one.
        let joined =
            hit.reading.cut == 1 && scene.codes(at)[0] == arabic('و') && *language == Some(at) && !phrase::adjective(scene, at + 1);
        let translated = at > 0 && matches!(scene.raw(at - 1), "إلى" | "الى") && scene.continues(at) && language_verb(scene, at);
        if behind_noun || by || spoken || joined || translated || !ambiguous {
            *language = Some(hit.next());
            out.push(
                Candidate::over(hit, EntityType::Language, if spoken || joined { 0.93 } else { 0.87 }, Source::Rule("language.name"))
                    .linked(Link::Known(id)),
            );
            return;
        }
    }
}

/// Whether the sentence speaks of languages before this word: «يتحدث الإسبانية», «ترجم إلى الألمانية».
fn language_verb(scene: &Scene<'_, '_>, at: usize) -> bool {
    let from = at.saturating_sub(10);
    (from..at)
        .rev()
        .take_while(|before| scene.sentence(*before) == scene.sentence(at))
        .any(|before| scene.trigger(before, Trigger::LanguageVerb).is_some())
}

/// A line that holds nothing but two-letter language codes: «Ru En», «AR | EN | FR».
fn switches(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    const CODES: [&str; 14] = ["ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "pt", "ru", "tr", "ur", "zh"];
    let mut at = 0;
    while at < scene.len() {
        let end = (at + 1..scene.len()).find(|next| scene.text.tokens[*next].gap == Gap::Line).unwrap_or(scene.len());
        let words: Vec<usize> = (at..end).filter(|token| !matches!(scene.text.tokens[*token].kind, TokenKind::Punct(_))).collect();
        let codes = words.iter().all(|word| std::str::from_utf8(scene.codes(*word)).is_ok_and(|code| CODES.contains(&code)));
        if words.len() >= 2 && codes {
            out.extend(
                words
                    .iter()
                    .filter_map(|word| Candidate::spanning(scene, *word, WHOLE, *word, EntityType::Language, 0.8, "language.switch")),
            );
        }
        at = end;
    }
}

/// `www.un.org`, `https://…`, `example.com`: something without blanks that ends in a domain or begins with a scheme.
fn address(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    const DOMAINS: [&str; 16] = ["com", "net", "org", "gov", "edu", "info", "tv", "int", "sa", "ae", "eg", "ru", "uk", "me", "io", "news"];
    let latin = |at: usize| scene.token(at).is_some_and(|token| matches!(token.kind, TokenKind::Latin | TokenKind::Number));
    if !latin(at) || at > 0 && scene.text.tokens[at].gap == Gap::None && scene.is_punct(at - 1, &['.', '/', ':', '@', '-', '_']) {
        return;
    }
    let mut last = at;
    let mut domain = scene.codes(at) == b"www" || scene.codes(at) == b"http" || scene.codes(at) == b"https";
    let mut dotted = false;
    while let Some(next) = scene.token(last + 1).filter(|next| next.gap == Gap::None) {
        match next.kind {
            TokenKind::Punct('.' | '/' | ':' | '-' | '_' | '?' | '=' | '&' | '@' | '#' | '%') => {
                let more = (last + 2..last + 5)
                    .find(|after| latin(*after))
                    .filter(|after| (last + 2..=*after).all(|token| scene.text.tokens[token].gap == Gap::None));
                let slash = scene.is_punct(last + 1, &['/']);
                match more {
                    Some(after) => {
                        dotted |= scene.is_punct(last + 1, &['.']);
                        domain |= dotted && std::str::from_utf8(scene.codes(after)).is_ok_and(|word| DOMAINS.contains(&word));
                        last = after;
                    }
                    None if slash => last += 1,
                    None => break,
                }
            }
            TokenKind::Latin | TokenKind::Number => last += 1,
            _ => break,
        }
    }
    if domain && dotted && last > at {
        out.extend(Candidate::spanning(scene, at, WHOLE, last, EntityType::Website, 0.95, "website.address"));
    }
}

/// «الموقع الرسمي لرئيس روسيا»: a site named by its owner.
fn official_site(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    let site = scene.is_word(at)
        && scene.codes(at).len() == 6
        && is(scene.codes(at), "الموقع")
        && scene.continues(at + 1)
        && ["الرسمي", "الإلكتروني", "الالكتروني"].iter().any(|word| scene.is_word(at + 1) && is(scene.codes(at + 1), word));
    if !site {
        return;
    }
    if let Some(last) = phrase::prepositional(scene, at + 2, arabic('ل'), 0).or_else(|| owner(scene, at + 2)) {
        out.extend(Candidate::spanning(scene, at, WHOLE, last, EntityType::Website, 0.85, "website.official"));
    }
}

/// «لرئيس روسيا»: a position behind «لـ».
fn owner(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let position = scene
        .continues(at)
        .then(|| scene.hits(at).iter().find(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Position(_))))
        .flatten()?;
    phrase::noun_phrase(scene, position.next())
}
