//! Places whose names are ordinary words or people's names too: where a sentence treats one as a place («في حلب», «محافظ جدة»).

use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Known, Meaning, Trigger, class};
use crate::text::fold::{arabic, ends, starts};
use crate::text::{Gap, Token, TokenKind};

/// Whether a place is named so often that its name is believed without help. A region whose name is a word too is not («الساحل», «الشريعة»), but for the
/// West and the East.
#[must_use]
pub fn prominent(known: &Known) -> bool {
    let region = known.subtype == "region" && (!known.ambiguous || matches!(known.key.as_str(), "western-world" | "eastern-world"));
    matches!(known.subtype.as_str(), "country" | "continent") || region || known.capital
}

/// Nouns of what a place has: behind one a place's name is believed in a text about its country.
const SITES: [&str; 26] = [
    "محكمة",
    "محاكم",
    "جزائية",
    "مسجد",
    "جامع",
    "كنيسة",
    "بورصة",
    "متحف",
    "مهرجان",
    "أوقاف",
    "خليج",
    "شاطئ",
    "محطة",
    "تعليم",
    "غرفة",
    "مرور",
    "قلعة",
    "مدرج",
    "ملعب",
    "استاد",
    "بلدات",
    "صحة",
    "مشاجرة",
    "معركة",
    "مفاوضات",
    "كورنيش",
];

/// Whether a place opens a dateline: «تعز: عرفات القباطي», «جازان - واس».
#[must_use]
pub fn opens_dateline(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let opens = hit.first == 0 || scene.text.tokens[hit.first].gap == Gap::Line;
    let marked = |mark: usize| scene.continues(mark) && scene.is_punct(mark, &[':', '-', '–']);
    hit.reading.cut == 0 && (opens && marked(hit.next()) || among_datelines(scene, hit))
}

/// «عدن، مأرب، نيويورك - «الحياة»»: one of several places with commas between them that open a line before a dash or colon.
fn among_datelines(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    /// How many tokens such a row may have.
    const MOST: usize = 12;
    let place = |at: usize| {
        scene.whole_hits(at).find(
            |hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe),
        )
    };
    let comma = |at: usize| scene.continues(at) && scene.is_punct(at, &['،', ',', '/']);
    if !(comma(hit.next()) || hit.first > 0 && comma(hit.first - 1)) {
        return false;
    }
    let Some(line) = (hit.first.saturating_sub(MOST)..=hit.first).rev().find(|at| *at == 0 || scene.text.tokens[*at].gap == Gap::Line)
    else {
        return false;
    };
    let (mut at, mut places, mut sure, mut seen) = (line, 0, false, false);
    while at < line + MOST {
        let Some(found) = place(at) else { return false };
        let Meaning::Entry { ambiguous, .. } = found.meaning else { return false };
        places += 1;
        sure |= !ambiguous;
        seen |= found.first == hit.first;
        at = found.next();
        if !comma(at) {
            break;
        }
        at += 1;
    }
    places > 1 && sure && seen && scene.continues(at) && scene.is_punct(at, &[':', '-', '–'])
}

/// Whether a place's name that is an ordinary word or somebody's name too stands where only a place does: «في حلب», «ريف درعا», «محافظ جدة». A noun wants
/// the text to speak of the place's country besides («في صور» are pictures anywhere but in Lebanon).
#[must_use]
pub fn located(scene: &Scene<'_, '_>, hit: &Hit, known: &Known, own: u16) -> bool {
    let mark = hit.first > 0 && scene.is_punct(hit.first - 1, &['(']);
    let Some(before) = hit.first.checked_sub(1).filter(|before| scene.continues(hit.first) && (scene.is_word(*before) || mark)) else {
        return false;
    };
    let cut = hit.reading.cut as usize;
    let last_cut = cut.checked_sub(1).map(|at| scene.codes(hit.first)[at]);
    let within = last_cut == Some(arabic('ب'))
        || cut == 0
            && (matches!(scene.raw(before), "في" | "فى" | "وفي" | "وفى" | "قرب")
                || scene.trigger(before, Trigger::Direction).is_some()
                || scene.trigger(before, Trigger::PlaceContext).is_some()
                || !known.country.is_empty()
                    && scene.speaks_of(&known.country)
                    && SITES.iter().any(|word| ends(scene.codes(before), word)));
    // «وجدي السليماني (جدة)», «إلى الرياض أو جدة».
    let bracketed = cut == 0 && scene.is_punct(hit.first - 1, &['(']) && scene.is_punct(hit.next(), &[')']);
    let either = cut == 0
        && matches!(scene.raw(before), "أو" | "او")
        && before > 0
        && (before.saturating_sub(3)..before).any(|first| {
            scene.hits(first).iter().any(|other| {
            other.last + 1 == before
                && matches!(other.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe)
        })
        });
    if (bracketed || either) && !known.country.is_empty() && scene.speaks_of(&known.country) && own & class::FUNCTION == 0 {
        return true;
    }
    let towards = cut == 0 && matches!(scene.raw(before), "من" | "إلى" | "الى" | "ومن" | "وإلى" | "نحو" | "باتجاه" | "بين");
    // «دمشق وحلب»: a list of places of one country.
    let listed = last_cut == Some(arabic('و'))
        && {
            scene.hits(before).iter().any(|other| {
            matches!(other.meaning, Meaning::Entry { id, form: Form::Full, .. }
                if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc) && scene.gazetteer.known(id).country == known.country)
        })
        };
    // «جولة تشمل مسقط والدوحة»: before a place that is nothing else, too.
    let paired = cut == 0
        && scene.continues(hit.next())
        && scene.hits(hit.next()).iter().any(|other| {
            other.reading.cut == 1
                && scene.codes(other.first)[0] == arabic('و')
                && matches!(other.meaning, Meaning::Entry { id, form: Form::Full, ambiguous: false } if scene.gazetteer.known(id).kind == EntityType::Gpe && (scene.gazetteer.known(id).country == known.country || known.capital && scene.gazetteer.known(id).capital))
        });
    // «في الباب الأول», «في صور تذكارية», «في صور نشرتها».
    let next = hit.next();
    let definite = starts(&scene.codes(hit.first)[cut..], "ال");
    let described = scene.continues(next)
        && scene.is_word(next)
        && (definite && phrase::definite(scene, next, 0) && scene.is_common(next)
            || !definite && scene.inflected_classes(next) & class::COMMON != 0 && scene.raw(next).ends_with(['ة', 'ا'])
            || scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Ordinal { .. })));
    let home = !known.country.is_empty() && scene.speaks_of(&known.country);
    let noun = own & class::COMMON != 0 && own & (class::VERB | class::SPEECH) == 0;
    let somebody = own & (class::GIVEN | class::FAMILY) != 0;
    // «درعا» is no accusative and «صعدة» no verb behind a preposition; «قصره» is a noun there too.
    // «قنا» is too short for a noun with a pronoun.
    let letters = scene.codes(hit.last).len();
    let owned = own == 0 && (scene.raw(hit.last).ends_with(['ه', 'ي']) || letters >= 4 && scene.raw(hit.last).ends_with("نا"));
    // «في الدور الأول», «في العمارة»: a noun with its article is believed behind «محافظ», «ريف» alone.
    let with_article = definite && (noun || scene.gazetteer.classes_of(&scene.codes(hit.first)[cut + 2..]) & class::COMMON != 0);
    let site = SITES.iter().any(|word| scene.codes(before).len() <= 8 && ends(scene.codes(before), word));
    let governed = cut == 0 && (scene.trigger(before, Trigger::PlaceContext).is_some() || site && home);
    if paired && own & (class::FUNCTION | class::VERB) == 0 && !described {
        return true;
    }
    if own & class::FUNCTION != 0 || owned || (noun || with_article) && (described || !home && !governed) {
        return false;
    }
    // «حصار تعز»: behind a noun without article what is else a verb is a place, if the text speaks of its country.
    let verb = own & (class::VERB | class::SPEECH) != 0 && !definite && cut == 0;
    let classes = scene.inflected_classes(before);
    let construct = classes & class::COMMON != 0
        && classes & (class::FUNCTION | class::VERB | class::SPEECH | class::ADJECTIVE) == 0
        && !phrase::definite(scene, before, 0);
    if verb && home && construct {
        return true;
    }
    // «وفي المحرق البحرينية»: its own country's adjective.
    let own_nisba = scene.continues(next)
        && scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { id, .. } if !known.country.is_empty() && scene.gazetteer.known(id).country == known.country));
    // «وفي العقبة، استمعت المحكمة»: nothing describes it.
    let bare = !scene.continues(next) || matches!(scene.token(next), Some(Token { kind: TokenKind::Punct(_), .. }));
    let inside = matches!(scene.raw(before), "في" | "فى" | "وفي" | "وفى");
    if with_article { home && (governed || inside && (own_nisba || bare)) } else { within || (towards || listed) && (home || !somebody) }
}

/// Whether the neighbours of an ambiguous place let it be one: «عجز مالي», «مدرسة بنين» are nouns with an adjective or complement; «قطر الأنبوب» governs a noun.
#[must_use]
pub fn plausible(scene: &Scene<'_, '_>, hit: &Hit, known: &Known) -> bool {
    let word = |at: Option<usize>, words: &[&str]| at.is_some_and(|at| scene.is_word(at) && words.contains(&scene.raw(at)));
    let earlier = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first));
    // «صلاة المغرب», «وهو مصر على رأيه»: the data say behind which words a name is another word.
    if earlier.is_some_and(|before| known.not_behind.iter().any(|word| scene.raw(before) == word)) {
        return false;
    }
    let next = hit.next();
    // «قطر الأنبوب», but «قطر التي تطرح البرنامج».
    let governs = scene.continues(next)
        && phrase::definite(scene, next, 0)
        && scene.is_common(next)
        && scene.classes(next) & class::FUNCTION == 0
        && !phrase::adjective(scene, next)
        // «بمنطقة عسير الدكتور محمد بن علي».
        && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Position(_)));
    let word_too = known.ambiguous || known.noun || scene.classes(hit.first) & class::COMMON != 0;
    if governs && word_too && !known.capital {
        return false;
    }
    // «الطريق الأقصر», «الصحابي الجليل», «العاصفة الاستوائية»: an adjective behind a definite noun.
    let noun_before = earlier.is_some_and(|before| {
        scene.is_word(before)
            && (0..=2).any(|cut| phrase::definite(scene, before, cut))
            && !scene.hits(before).iter().any(|hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Loc)))
    });
    let adjective = noun_before
        && hit.reading.cut == 0
        && hit.len() == 1
        && phrase::definite(scene, hit.first, 0)
        && known.subtype != "country"
        && scene.gazetteer.classes_of(&scene.codes(hit.first)[2..]) & class::ADJECTIVE != 0;
    if adjective {
        return false;
    }
    // «من الشرق إلى الغرب»: points of the compass come in pairs, winds come from one.
    if matches!(known.key.as_str(), "western-world" | "eastern-world") && word(earlier, &["من"]) {
        return false;
    }
    if matches!(known.key.as_str(), "western-world" | "eastern-world")
        && word(earlier, &["إلى", "الى"])
        && hit.first >= 2
        && matches!(scene.raw(hit.first - 2), "الشرق" | "الغرب" | "الشمال" | "الجنوب")
    {
        return false;
    }
    if !known.ambiguous {
        return true;
    }
    // «مقابل مالي»: an indefinite adjective behind a noun.
    let own = scene.classes(hit.first);
    let behind_noun = earlier.is_some_and(|before| {
        scene.is_word(before)
            && scene.classes(before) & class::COMMON != 0
            && scene.codes(before).len() > 3
            && !phrase::definite(scene, before, 0)
    });
    let leads = |at: usize| scene.hits(at).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_) | Meaning::Trigger(_)));
    if hit.reading.cut == 0 && own & class::ADJECTIVE != 0 && behind_noun && !earlier.is_some_and(leads) {
        return false;
    }
    // «في مسقط مشاورات», but «في مسقط رأسه»; «واردات سيول» where the text speaks of Korea.
    if known.capital {
        let within = hit.reading.cut == 0 && word(earlier, &["في", "فى", "إلى", "الى"]);
        let owned = scene.continues(next)
            && scene.is_word(next)
            && (scene.raw(next) == "رأس" || scene.raw(next).ends_with(['ه', 'ي']) && scene.is_common(next));
        // «مسقط والدوحة».
        let paired = hit.reading.cut == 0 && scene.continues(next) && scene.hits(next).iter().any(|other| {
            other.reading.cut == 1
                && scene.codes(next)[0] == arabic('و')
                && matches!(other.meaning, Meaning::Entry { id, form: Form::Full, ambiguous: false } if scene.gazetteer.known(id).capital)
        });
        return scene.mentions_country(&known.country) || within && !owned && !governs || paired;
    }
    let Some(before) = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first) && scene.is_word(hit.first - 1)) else { return true };
    let classes = scene.inflected_classes(before);
    let noun = classes & class::COMMON != 0 && classes & (class::FUNCTION | class::VERB | class::SPEECH) == 0;
    let leads = scene.hits(before).iter().any(|hit| {
        matches!(hit.meaning, Meaning::Position(_) | Meaning::Entry { form: Form::Full | Form::Short, .. } | Meaning::Trigger(_))
    });
    !noun || leads
}

/// «حي الزعفرانية», «حيي الجحملية والروضة»: quarters of a town are no towns.
#[must_use]
pub fn quarter(scene: &Scene<'_, '_>, hit: &Hit, known: &Known) -> bool {
    known.kind == EntityType::Gpe
        && known.subtype != "country"
        && !known.capital
        && hit.first > 0
        && scene.continues(hit.first)
        && matches!(scene.raw(hit.first - 1).trim_start_matches(['و', 'ب', 'ل', 'ف']), "حي" | "حيي" | "أحياء" | "حارة")
}
