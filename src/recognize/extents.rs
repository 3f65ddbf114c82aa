//! How far a known name goes: without a title, a classifier or an adjective of origin, with an unlisted first name.

use super::candidate::Candidate;
use super::scene::{Hit, Scene};
use super::{phrase, shapes};
use crate::analysis::MentionKind;
use crate::entity_type::EntityType;
use crate::gazetteer::{Known, Meaning, class};
use crate::text::clitics::Reading;
use crate::text::fold::letters::{ALEF, WAW, YA};
use crate::text::fold::{ends, fold, is};

/// The token behind a classifier that does not belong to the name: «قبيلة العوازم», «حي الصحافة».
#[must_use]
pub fn behind(scene: &Scene<'_, '_>, hit: &Hit, classifiers: &[&str]) -> Option<usize> {
    let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
    (hit.len() > 1 && classifiers.iter().any(|word| is(letters, word))).then_some(hit.first + 1)
}

/// «صواريخ كاتيوشا», «طائرة «ميغ 23»»: of a weapon or product the name alone counts.
#[must_use]
pub fn behind_classifier(scene: &Scene<'_, '_>, hit: &Hit) -> Option<usize> {
    const CLASSIFIERS: [&str; 24] = [
        "طائرة",
        "طائرات",
        "صاروخ",
        "صواريخ",
        "هاتف",
        "هواتف",
        "لقاح",
        "لقاحات",
        "سيارة",
        "سيارات",
        "دبابة",
        "دبابات",
        "مروحية",
        "مروحيات",
        "مقاتلة",
        "مقاتلات",
        "قنبلة",
        "قنابل",
        "غواصة",
        "سفينة",
        "بندقية",
        "بنادق",
        "قذائف",
        "راجمات",
    ];
    let word = CLASSIFIERS.iter().any(|word| ends(scene.codes(hit.first), word));
    let next = phrase::skip_quotes(scene, hit.first + 1);
    (word && next <= hit.last && !phrase::definite(scene, next, 0)).then_some(next)
}

/// «مجلس الأمن التابع للأمم المتحدة»: whose a body is, is no part of its name.
#[must_use]
pub fn without_owner(scene: &Scene<'_, '_>, hit: &Hit, known: &Known) -> Option<usize> {
    let owner = || (hit.first + 1..hit.last).find(|at| matches!(scene.raw(*at), "التابع" | "التابعة" | "التابعين"));
    (known.kind == EntityType::Org && hit.len() > 2).then(owner).flatten().map(|at| at - 1)
}

/// «ريال مدريد الإسباني», «توتال الفرنسية», «حزب الله اللبناني»: the name of a club, medium, company or armed group is whole without the adjective that says
/// where it is from; a state body's is not («الجيش السوري»).
#[must_use]
pub fn without_nisba(scene: &Scene<'_, '_>, hit: &Hit, known: &Known) -> Option<usize> {
    const NAMED: [&str; 7] = ["club", "newspaper", "channel", "company", "armed-group", "university", "parliament"];
    // The word before the adjective, over a closing quotation mark: «شركة «إكسون موبيل» الأمريكية».
    let last = (hit.first..hit.last).rev().find(|at| !scene.is_punct(*at, &['"', '»', '”']))?;
    let home = scene.whole_hits(hit.last).any(|nisba| {
        matches!(nisba.meaning, Meaning::Nisba { id, definite: true, .. }
            if scene.gazetteer.known(id).subtype == "country" && scene.gazetteer.known(id).country == known.country)
    });
    // The adjective may be what the name is made of: «الأهلي السعودي» is known as «الأهلي», «الجامعة الأردنية» as nothing shorter.
    let whole = || {
        scene.hits(hit.first).iter().any(|short| {
            short.last == last
                && matches!((short.meaning, hit.meaning), (Meaning::Entry { id, .. }, Meaning::Entry { id: own, .. }) if id == own)
        })
    };
    // «أرامكو السعودية» is the company's own name.
    let own = || fold(&known.name) == (hit.first..=hit.last).map(|at| scene.codes(at)).collect::<Vec<_>>().join(&b' ');
    // «البرلمان السوري», «مجلس النواب الأردني» against «الكنيست الإسرائيلي».
    let kind = || known.subtype != "parliament" || !scene.is_common(hit.first);
    // «الأهلي المصري»: which club it is, the adjective says; its name is «الأهلي».
    let club = || known.subtype == "club" && scene.is_sports(hit.first) && last == hit.first;
    (known.kind == EntityType::Org && NAMED.contains(&known.subtype.as_str()) && home && kind() && (whole() && !own() || club()))
        .then_some(last)
}

/// «الملكة صوفيا», «الخليفة عثمان بن عفان»: the title that a form needs to be told apart is no part of the name.
pub fn untitled(scene: &Scene<'_, '_>, hit: &Hit, candidate: &mut Candidate) {
    let first = hit.first;
    let title =
        |hit: &Hit| hit.len() == 1 && matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].definite);
    let letters = &scene.codes(first)[hit.reading.cut as usize..];
    let stage_name = is(letters, "الشاب") || scene.gazetteer.classes_of(letters) & (class::GIVEN | class::FAMILY) != 0;
    if hit.len() > 1
        && scene.is_word(first + 1)
        && !stage_name
        && scene.hits(first).iter().any(|other| other.reading == hit.reading && title(other))
    {
        candidate.first = first + 1;
        candidate.begin = scene.text.tokens[first + 1].begin;
        candidate.article = false;
    }
}

/// «تارايان باسيسكو»: a known family name with an unlisted first name before it. It is the known person where the first name has the same consonants,
/// else somebody of that family.
#[must_use]
pub fn with_first_name(scene: &Scene<'_, '_>, hit: &Hit, known: &Known, short: &Candidate) -> Option<Candidate> {
    let before = hit.first.checked_sub(1).filter(|_| hit.len() == 1 && hit.reading.cut == 0 && scene.continues(hit.first))?;
    if short.form != MentionKind::Abbreviated || !shapes::unlisted(scene, before) {
        return None;
    }
    let consonants = |codes: &[u8]| codes.iter().copied().filter(|code| ![ALEF, WAW, YA].contains(code)).collect::<Vec<_>>();
    let first = fold(known.name.split(' ').next()?);
    let whole =
        Candidate::spanning(scene, before, Reading { cut: 0, article: false }, hit.last, EntityType::Person, 0.9, "person.before-known")?;
    let same = consonants(&first) == consonants(scene.codes(before)) && !consonants(&first).is_empty();
    Some(if same { whole.linked(short.link.clone()) } else { whole })
}

/// «على أمين الأمم المتحدة» is no «علي أمين»: the preposition and the name fold to the same letters.
#[must_use]
pub fn preposition(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let raw = scene.raw(hit.first);
    let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
    if !is(letters, "علي") || hit.len() < 2 {
        return false;
    }
    let doubtful = if raw.ends_with('ى') { !scene.dotless_adjectives() } else { scene.dotless_final_ya() };
    doubtful || raw.ends_with('ى') && scene.is_common(hit.first + 1)
}

/// «تركي بن عبدالله بن محمد» is not everybody called Turki bin Abdullah.
#[must_use]
pub fn goes_on(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let next = hit.next();
    // «محمود طه حسين»: nor does an Arabic first name stand before a whole name of such names.
    let first = |at: usize| {
        scene.is_word(at) && scene.classes(at) & class::ARABIC_GIVEN != 0 && scene.classes(at) & (class::COMMON | class::FUNCTION) == 0
    };
    let led = hit.reading.cut == 0 && hit.first > 0 && scene.continues(hit.first) && first(hit.first - 1) && first(hit.first);
    let whole = led
        && scene.hits(hit.first.saturating_sub(1)).iter().any(|longer| {
            longer.last >= hit.last
                && matches!(longer.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
        });
    let named = hit.first > 1
        && scene.continues(hit.first - 1)
        && scene.is_word(hit.first - 2)
        && scene.classes(hit.first - 2) & (class::GIVEN | class::FAMILY) != 0;
    // «علي سالم الدقباسي» is not the playwright Ali Salem: behind two first names comes the family's.
    let other_family = hit.len() == 2
        && (hit.first..=hit.last).all(|at| scene.classes(at) & class::ARABIC_GIVEN != 0)
        && scene.continues(next)
        && scene.is_word(next)
        && scene.classes(next) & class::FAMILY != 0
        && phrase::definite(scene, next, 0)
        && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Position(_)))
        && matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).offices.is_empty());
    if other_family {
        return true;
    }
    hit.len() > 1 && (led && !whole && !named || scene.continues(next) && scene.is_word(next) && matches!(scene.raw(next), "بن" | "بنت"))
}
