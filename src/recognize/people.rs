//! People the gazetteer does not know: names by what introduces them, and by their own grammar (`names.rs`).

use super::bracketed::{Brackets, between, stretched};
use super::bylines::{led, related, signed, signs_alone, signs_before_place};
use super::candidate::Candidate;
use super::name_lists::{country, governs_place, known_person, next_listed, opener, reach_back, town};
use super::names::{Name, Opening, blocked, parse, parse_led};
use super::positions::Found;
use super::scene::Scene;
use super::shapes::{arabic_made, joined_word, name_shaped, strange, transliterated, unknown};
use super::{lexicon, phrase, tribes};
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, Trigger, class};
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, is, rest_behind};
use crate::text::{Gap, TokenKind};

/// The last token of the name that something before it introduces.
#[must_use]
pub fn introduced(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    parse(scene, at, true).filter(|name| name.reading.cut == 0).map(|name| name.last)
}

/// How far behind the first word of a name its bearer's office may begin.
const MOST_APPOSED: usize = 6;

/// What surrounds a token and says that a name may begin there.
#[derive(Clone, Copy, Default)]
struct Lead {
    /// How surely the position before it introduces a name, 0 where none does.
    title: f32,
    /// Whether one holder's title stands before it, and a verb of saying before that: «قال اللواء …».
    told: bool,
    /// A verb of saying stands before it.
    said: bool,
    /// An honorific stands before it, behind which hardly anything but a name comes.
    honored: bool,
    /// A definite nisba stands before it: «التشيكي توماس بيرديتش».
    hailed: bool,
    /// A noun of somebody's people stands before it: «زميله أنغلوس باتريغاس».
    related: bool,
    /// A name ended just before it, with a comma or «و» between.
    listed: bool,
    /// It stands where a reporter signs: «الرياض - تركي الغامدي», «كتبت - نهى عبد الحليم».
    signed: bool,
}

impl Lead {
    /// Whether unknown words may open a name here.
    fn introduces(self) -> bool {
        self.title > 0.0 || self.said || self.hailed || self.signed || self.related
    }
}

/// Proposes names that stand behind a position, honorific or role, behind a verb of saying, in lists, and chains that open with a given name.
pub fn propose(scene: &Scene<'_, '_>, positions: &[Found], out: &mut Vec<Candidate>) {
    let mut leads = vec![Lead::default(); scene.len() + 1];
    for position in positions {
        // «القيادي في حركة حماس»: behind the noun of a body comes the body's name.
        let speaks_for = ["باسم", "بإسم"].contains(&scene.raw(position.last));
        let wants_body = speaks_for
            || !phrase::definite(scene, position.last, 0)
                && [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| scene.whole_trigger(position.last, *class).is_some());
        if let Some(at) = name_place(scene, position.last + 1).filter(|_| !wants_body) {
            leads[at].title = leads[at].title.max(if position.plural { 0.5 } else { position.strength });
            // «وقال الناطق باسم الشرطة العميد …»: of titles in a row the first one counts.
            let before = leads[position.first];
            leads[at].told |= !position.plural && (said(scene, position.first) || before.told);
            leads[at].honored |= position.honorific;
        }
    }
    // Where an office begins that may stand behind its holder's name.
    let mut offices = vec![false; scene.len() + 1];
    for position in positions {
        offices[position.first] |= position.marked && position.reading.cut == 0 && position.last > position.first;
    }
    let mut listed = None;
    let mut was_listed = None;
    let mut line = 0;
    for (at, lead) in leads.iter_mut().enumerate().take(scene.len()) {
        if scene.text.tokens[at].gap == Gap::Line {
            line = at;
        }
        lead.said = said(scene, at);
        lead.hailed = at > 0
            && scene.continues(at)
            && scene.hits(at - 1).iter().any(|hit| {
                hit.last + 1 == at
                    && matches!(hit.meaning, Meaning::Nisba { definite: true, shape: Shape::Masculine | Shape::Feminine, .. })
            });
        lead.related = related(scene, at) || led(scene, at);
        if listed == Some(at) {
            was_listed = listed;
        }
        // «قبيلة حرب فهد بن سعد»: the tribe comes first.
        if at > 0 && scene.continues(at) && tribes::is_head(scene, at - 1) {
            continue;
        }
        lead.signed = signed(scene, at, line)
            || line == at && (signs_before_place(scene, at) || signs_alone(scene, at))
            || at > line && at < line + 12 && scene.is_punct(at - 1, &['/']) && signs_alone(scene, at);
        lead.listed = listed == Some(at) || at > 0 && scene.continues(at) && opener(scene, at);
        let brackets = Brackets { told: lead.told || lead.said, titled: lead.title > 0.0, offices: &offices };
        let name = parse_led(scene, at, lead.introduces(), lead.listed);
        // Most words stand by themselves: what they open is parsed once.
        let alone = || if lead.introduces() || lead.listed { parse(scene, at, false) } else { name };
        let found = name
            .and_then(|name| best(scene, at, *lead, name))
            .or_else(|| apposed(scene, at, &offices))
            .or_else(|| aged(scene, at))
            .or_else(|| behind_given(scene, at, alone(), was_listed))
            .or_else(|| speaker(scene, at))
            .map(
                |(name, score, rule)| if lead.introduces() { (stretched(scene, name, brackets), score, rule) } else { (name, score, rule) },
            )
            .or_else(|| {
                lead.introduces()
                    .then(|| between(scene, at, brackets))
                    .flatten()
                    .map(|name| (name, if name.words > 1 { 0.8 } else { 0.7 }, "person.bracketed"))
            });
        let Some((name, score, rule)) = found else {
            if let Some(last) = known_person(scene, at) {
                listed = next_listed(scene, last + 1);
            }
            continue;
        };
        listed = next_listed(scene, name.last + 1);
        let (first, reading) = reach_back(scene, at, &name, was_listed).unwrap_or((at, name.reading));
        out.extend(Candidate::spanning(scene, first, reading, name.last, EntityType::Person, score, rule));
    }
}

/// «وتوفيق عبدالحميد»: a single given name that is nothing else, with another before it. `name`: what opens at the token by itself.
fn behind_given(scene: &Scene<'_, '_>, at: usize, name: Option<Name>, listed: Option<usize>) -> Option<(Name, f32, &'static str)> {
    let name = name.filter(|name| name.opens == Opening::Given && name.reading.cut == 0)?;
    reach_back(scene, at, &name, listed)?;
    Some((name, 0.74, "person.given-name"))
}

/// Whether a verb of saying stands before a token, perhaps with a colon between («كتب: …»).
pub fn said(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| scene.continues(at)) else { return false };
    let verb =
        if scene.is_punct(before, &[':', '-', '–']) { before.checked_sub(1).filter(|_| scene.continues(before)) } else { Some(before) };
    verb.is_some_and(|verb| scene.inflected_classes(verb) & class::SPEECH != 0)
}

/// Where the name behind a position begins: over a dash or comma and over honorifics.
fn name_place(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    // «ممثل منظمة «اليونيسف» إدوار بيغبيدير».
    let at = if scene.is_punct(at, &['-', '–', '،', ',', ':', '"', '»', '”']) && scene.continues(at) { at + 1 } else { at };
    scene.continues(at).then_some(at)
}

/// «لو جيوي وزير المالية الصيني», «هو كوندابور كاماث»: two to four words that are no ordinary ones, directly before a position or behind «هو».
fn apposed(scene: &Scene<'_, '_>, at: usize, offices: &[bool]) -> Option<(Name, f32, &'static str)> {
    let copula =
        at > 0 && scene.continues(at) && ["هو", "هي", "وهو", "وهي", "يدعى", "تدعى", "اسمه", "اسمها", "المدعو"].contains(&scene.raw(at - 1));
    // What is cheap to know is asked first: this is asked of every word.
    let office_near = || offices.iter().skip(at + 2).take(MOST_APPOSED).any(|office| *office);
    if !copula && !office_near() || !scene.is_word(at) || blocked(scene, at) || scene.classes(at) & class::FUNCTION != 0 {
        return None;
    }
    let name = parse(scene, at, true).filter(|name| name.words >= 2 && name.reading.cut == 0)?;
    let next = if scene.is_punct(name.last + 1, &['،', ',']) { name.last + 2 } else { name.last + 1 };
    let position = scene.continues(next) && offices.get(next).copied().unwrap_or(false);
    // «أدى اليمين رئيسا» is a verb with its object.
    let verb = scene.inflected_classes(at) & (class::VERB | class::SPEECH) != 0 && phrase::definite(scene, name.last, 0);
    // «آدم رجال، المتحدث باسم المنسقية».
    let noun_last = |word: usize| word == name.last && name.opens == Opening::Given && scene.classes(word) & class::COMMON != 0;
    // «مختار الرصاع، مدير مهرجان قرطاج»: a first name and what no list has, with the article.
    let begun = matches!(name.opens, Opening::Given | Opening::AmbiguousGiven);
    let family_last = |word: usize| word == name.last && begun && phrase::definite(scene, word, 0) && scene.inflected_classes(word) == 0;
    let shaped = !verb && (at..=name.last).all(|word| name_shaped(scene, word) || noun_last(word) || family_last(word));
    let rule = if position { "person.before-position" } else { "person.copula" };
    ((copula && !scene.is_common(at) || position) && shaped).then_some((name, 0.66, rule))
}

/// «عادل بوحدو (41 سنة)», «مؤيد الجيطان (24 عاما)»: two to four words that open with a first name, before somebody's age in brackets.
fn aged(scene: &Scene<'_, '_>, at: usize) -> Option<(Name, f32, &'static str)> {
    const YEARS: [&str; 8] = ["عاما", "عاماً", "عام", "سنة", "سنه", "أعوام", "سنوات", "ربيعا"];
    let bracket = (at + 2..at + 5).find(|mark| scene.is_punct(*mark, &['(']))?;
    let age = scene.token(bracket + 1).is_some_and(|token| token.kind == TokenKind::Number && token.codes <= 3);
    if !age || !scene.continues(bracket + 2) || !YEARS.contains(&scene.raw(bracket + 2)) {
        return None;
    }
    let name = parse(scene, at, true).filter(|name| name.last + 1 == bracket && name.reading.cut == 0)?;
    matches!(name.opens, Opening::Given | Opening::AmbiguousGiven).then_some((name, 0.8, "person.aged"))
}

/// What a name that opens at a token is worth by what leads to it.
fn best(scene: &Scene<'_, '_>, at: usize, lead: Lead, name: Name) -> Option<(Name, f32, &'static str)> {
    if name.words == 2 && accusative(scene, at) && accusative(scene, name.last) || lead.title == 0.0 && phrase_of_words(scene, &name, at) {
        return None;
    }
    let share = name.known as f32 / name.words as f32;
    let certain = name.opens == Opening::Given || name.known > 0;
    if lead.title > 0.0 {
        // «رئيس بنين باتريس تالون»: before a name the country is the title's, though somebody is called so.
        let place = country(scene, at) || at > 0 && town(scene, at) && governs_place(scene, at - 1) && !phrase::definite(scene, at - 1, 0);
        if name.words > 1 && place && scene.classes(at + 1) & class::GIVEN != 0 {
            return None;
        }
        let ordinary = scene.is_common(at) && name.opens != Opening::Given;
        let honored = lead.honored && name.opens == Opening::AmbiguousGiven && !phrase::definite(scene, at, 0);
        let foreign = transliterated(scene, at) && !arabic_made(scene.raw(at));
        // «الفريق السلاوي»: in sports a team, whatever its rank.
        let team = phrase::definite(scene, at, 0) && at > 0 && is(scene.codes(at - 1), "الفريق") && scene.is_sports(at);
        // «ملك قشتالة بلنسية», «كاتب عرفه القراء»: hardly a foreign name ends like a nisba or with a pronoun.
        let raw = scene.raw(at);
        let nisba = name.words == 1 && (raw.ends_with("ية") || scene.dotted_ta() && raw.ends_with('ه') && !raw.ends_with("يه"));
        if name.words == 1 && (ordinary && !honored || !certain && (!foreign || nisba) || team) {
            return None;
        }
        let score = if certain { 0.85 + 0.05 * share } else { 0.55 + 0.2 * lead.title };
        return Some((name, score, "person.title-name"));
    }
    if name.words == 1 {
        return single(scene, &name, lead);
    }
    match name.opens {
        Opening::Given | Opening::AmbiguousGiven if name.patronym => Some((name, 0.86, "person.patronym")),
        Opening::AmbiguousGiven if lead.signed => Some((name, 0.84, "person.signed")),
        Opening::Given => Some((name, 0.72 + 0.15 * share, "person.given-name")),
        Opening::AmbiguousGiven
            if name.known >= 2 && !all_ordinary(scene, &name, at)
                || name.shaped
                || unlisted_end(scene, &name, at)
                || lead.listed
                || lead.said
                || lead.hailed
                || lead.related =>
        {
            Some((name, 0.6 + 0.1 * share, "person.given-name"))
        }
        Opening::Kunya => Some((name, 0.9, "person.kunya")),
        Opening::Other
            if lead.listed
                && name.reading.cut == 1
                && (at + 1..=name.last).all(|word| name_shaped(scene, word) || somebodys(scene, word)) =>
        {
            Some((name, 0.64, "person.listed"))
        }
        // «بيروت - رلى عيتاني», and the line ends.
        Opening::Other
            if name.reading.cut == 0
                && lead.signed
                && name.words <= 3
                && scene.token(name.last + 1).is_none_or(|next| next.gap == Gap::Line)
                && !scene.is_common(at)
                && (at..=name.last).all(|word| name_shaped(scene, word) || scene.classes(word) & (class::GIVEN | class::FAMILY) != 0) =>
        {
            Some((name, 0.8, "person.signed"))
        }
        Opening::Other
            if name.reading.cut == 0
                && (lead.said || lead.hailed || lead.related)
                && (!scene.is_common(at) || strange(scene, at))
                && (at..=name.last).all(|word| name_shaped(scene, word)) =>
        {
            Some((name, 0.66, "person.said"))
        }
        _ => None,
    }
}

/// «خالد أوطالب،»: whether an Arabic first name is followed by a word of no list, and the phrase by a mark.
fn unlisted_end(scene: &Scene<'_, '_>, name: &Name, first: usize) -> bool {
    name.words == 2
        && name.reading.cut == 0
        && scene.classes(first) & class::ARABIC_GIVEN != 0
        && scene.codes(name.last).len() >= 4
        && unknown(scene, name.last)
        && !accusative(scene, name.last)
        && scene.is_punct(name.last + 1, &['،', ',', '(', ')'])
}

/// Whether a name of two words is a noun with its complement or adjective: «حياة لوركا», «خليفة أبو مازن», «دورا أكبر».
fn phrase_of_words(scene: &Scene<'_, '_>, name: &Name, first: usize) -> bool {
    let noun = scene.classes(first) & class::COMMON != 0 && name.opens == Opening::AmbiguousGiven && name.reading.cut == 0;
    let second = first + 1;
    if noun && scene.whole_trigger(second, Trigger::Kunya).is_some() {
        return true;
    }
    if name.words != 2 || name.patronym {
        return false;
    }
    let foreign = scene.classes(second) & (class::GIVEN | class::ARABIC_GIVEN) == class::GIVEN
        || scene.classes(second) == 0 && transliterated(scene, second);
    let inflected = accusative(scene, first) && scene.is_common(second);
    noun && foreign && scene.classes(first) & class::ARABIC_GIVEN != 0 || inflected && name.reading.cut == 0
}

/// Whether a word is an ordinary one in the accusative: «دورا هاما».
pub fn accusative(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.codes(at).ends_with(&[arabic('ا')]) && lexicon::inflects(scene.gazetteer, scene.codes(at))
}

/// Whether somebody in the news is called by a word alone.
fn somebodys(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.whole_hits(at).any(|hit| {
        hit.len() == 1 && matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
    })
}

/// Whether every word of a name is an ordinary word too: «سلام عادل», «عيد مبارك».
fn all_ordinary(scene: &Scene<'_, '_>, name: &Name, first: usize) -> bool {
    (first..=name.last).all(|at| {
        let codes = scene.codes(at);
        // «عبد الحليم» is nothing but a name.
        if is(codes, "عبد") || at > first && is(scene.codes(at - 1), "عبد") {
            return false;
        }
        let bare = rest_behind(codes, "ال").map_or(0, |rest| scene.gazetteer.classes_of(rest));
        // «الربيعي», «المهنا» are families' names before they are adjectives.
        let family = scene.classes(at) & class::FAMILY != 0 && phrase::definite(scene, at, 0);
        if at > first && family && (codes.ends_with(&[arabic('ي')]) || scene.classes(at) & class::FAMILY_AMBIGUOUS == 0) {
            return false;
        }
        let inflected = scene.classes(at) & (class::GIVEN | class::FAMILY) == 0 && scene.is_common(at);
        (scene.classes(at) | bare) & class::COMMON != 0 || inflected
    })
}

/// One word alone: a given name that is nothing else, or a foreign-looking word that said something.
fn single(scene: &Scene<'_, '_>, name: &Name, lead: Lead) -> Option<(Name, f32, &'static str)> {
    let at = name.last;
    if name.opens == Opening::Given && name.reading.cut == 0 && scene.classes(at) & class::ARABIC_GIVEN != 0 && alone(scene, at) {
        return Some((*name, 0.56, "person.given-alone"));
    }
    let foreign = name.opens == Opening::Given && scene.classes(at) & class::ARABIC_GIVEN == 0 && name.reading.cut == 0;
    if foreign
        && scene.codes(at).len() >= 4
        && !titles_thing(scene, at)
        && !joined_word(scene, at)
        && !lexicon::inflects(scene.gazetteer, scene.codes(at))
    {
        return Some((*name, 0.58, "person.given-alone"));
    }
    // «وقال ابنه راشد إن», «إنه شقيقها الصادق،».
    let relative = lead.related
        && matches!(name.opens, Opening::Given | Opening::AmbiguousGiven)
        && name.reading.cut == 0
        && scene.classes(at) & class::ARABIC_GIVEN != 0
        && (speaks(scene, at + 1) || !scene.continues(at + 1) || scene.is_punct(at + 1, &['،', ',', '.', '(']));
    if relative {
        return Some((*name, 0.6, "person.related"));
    }
    let shaped = name.opens == Opening::Other && transliterated(scene, at) && scene.codes(at).len() >= 4
        || name.opens == Opening::Given && name.reading.cut == 0;
    (lead.said && !lead.hailed && speaks(scene, at + 1) && shaped).then_some((*name, 0.6, "person.said"))
}

/// Whether a noun of things, bodies or places stands directly before a word: «جائزة أوسكار», «الإعصار كاترينا», «جامعة ريكو».
pub fn titles_thing(scene: &Scene<'_, '_>, at: usize) -> bool {
    const NAMED: [Trigger; 8] = [
        Trigger::OrgHead,
        Trigger::OrgHeadWeak,
        Trigger::FacHead,
        Trigger::LocHead,
        Trigger::PlaceDesignator,
        Trigger::WarHead,
        Trigger::GatheringHead,
        Trigger::ThingNoun,
    ];
    let before = at.checked_sub(1).filter(|_| scene.continues(at));
    let before = before.map(|before| if before > 0 && scene.is_punct(before, &['"', '«', '“']) { before - 1 } else { before });
    before.is_some_and(|before| NAMED.iter().any(|trigger| scene.trigger(before, *trigger).is_some()))
}

/// Whether what somebody says begins here: «أن …», «: …», «"…».
pub fn speaks(scene: &Scene<'_, '_>, at: usize) -> bool {
    const THAT: [&str; 14] = ["أن", "إن", "ان", "انه", "أنه", "إنه", "أنها", "إنها", "انها", "بأن", "بان", "بأنه", "أنهم", "إنهم"];
    scene.continues(at) && (THAT.contains(&scene.raw(at)) || scene.is_punct(at, &[':', '"', '«', '“']))
}

/// «ورجّح فارس أن», «وقال رمضان إن», «وأضاف كينيون: …»: what stands alone between a verb and what is said is a name, though it be an ordinary
/// word too. Nouns of people («وقال شاهد إن») are not.
fn speaker(scene: &Scene<'_, '_>, at: usize) -> Option<(Name, f32, &'static str)> {
    let verb = at.checked_sub(1).filter(|_| scene.continues(at) && scene.is_word(at))?;
    let verbal = scene.inflected_classes(verb) & (class::SPEECH | class::VERB) != 0 && scene.classes(verb) & class::GIVEN == 0;
    if !verbal || !speaks(scene, at + 1) || phrase::definite(scene, at, 0) {
        return None;
    }
    let classes = scene.classes(at);
    let named = classes & (class::GIVEN | class::FAMILY) != 0 && classes & (class::FUNCTION | class::VERB) == 0;
    let position = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Position(_) | Meaning::Number(_) | Meaning::Trigger(_)));
    let plural = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { definite: false, shape: Shape::Plural, .. }))
        && transliterated(scene, at)
        && scene.classes(verb) & class::SPEECH != 0;
    if position || !named && !plural {
        return None;
    }
    let opens = if classes & class::COMMON == 0 { Opening::Given } else { Opening::AmbiguousGiven };
    let name = Name { reading: Reading { cut: 0, article: false }, last: at, known: 1, words: 1, patronym: false, shaped: false, opens };
    Some((name, 0.58, "person.said"))
}

/// Whether an Arabic given name that is nothing else may stand for a person by itself: «وقال إبراهيم», «رواه محمد».
fn alone(scene: &Scene<'_, '_>, at: usize) -> bool {
    let thing = |hit: &crate::recognize::Hit| {
        matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind != EntityType::Person)
            || matches!(hit.meaning, Meaning::Position(_) | Meaning::Nisba { .. } | Meaning::Trigger(_))
    };
    // «الحكم الرشيد», «قصر الحسين»: behind a noun a definite one is an adjective or part of a place's name.
    let described = phrase::definite(scene, at, 0)
        && at > 0
        && scene.continues(at)
        && scene.is_word(at - 1)
        && scene.inflected_classes(at - 1) & (class::VERB | class::SPEECH | class::FUNCTION) == 0;
    !described
        && scene.codes(at).len() >= 3
        && !scene.whole_hits(at).any(thing)
        && !joined_word(scene, at)
        && !lexicon::inflects(scene.gazetteer, scene.codes(at))
}
