//! The grammar of names: how an Arabic or foreign name begins, how it goes on, and what ends it.

use super::name_ends::{closes, complete, ends_phrase, formula, goes_on, governs, kin, starts_another};
use super::scene::Scene;
use super::shapes::{arabic_made, imperfect, joined_word, joins_name, proclitic, strange, surname_by_chance, unknown};
use super::{lexicon, phrase};
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, OrdinalForm, PositionUse, Trigger, class};
use crate::text::Gap;
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, is, starts};

const WHOLE: Reading = Reading { cut: 0, article: false };

/// Letters that look no more foreign than this make an Arabic word: see [`crate::gazetteer::letters::Letters::foreign`].
const PLAINLY_ARABIC: f32 = -5.0;

/// The most words a name may have: «محمد بن راشد بن سعيد آل مكتوم».
const MOST_WORDS: usize = 9;

/// A name by its own grammar.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// How the first word is read.
    pub reading: Reading,
    /// Last token.
    pub last: usize,
    /// Words that the lists know as given or family names.
    pub known: usize,
    /// Words in all.
    pub words: usize,
    /// Whether a patronym stands in it: بن، ولد، آل.
    pub patronym: bool,
    /// Whether an unknown word in it has the shape of a family name: «الريسوني».
    pub shaped: bool,
    /// Whether the first word is a given name, and one that is nothing else.
    pub opens: Opening,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// A given name that is no ordinary word.
    Given,
    /// A given name that is also an ordinary word.
    AmbiguousGiven,
    /// A kunya: «أبو».
    Kunya,
    /// Not a given name.
    Other,
}

/// The name that begins at a token. `introduced`: something before it says that a name follows, so unknown words may open it.
pub fn parse(scene: &Scene<'_, '_>, at: usize, introduced: bool) -> Option<Name> {
    parse_led(scene, at, introduced, false)
}

/// Like [`parse`]; `listed`: a name ended just before, so that «و» may well join another.
pub fn parse_led(scene: &Scene<'_, '_>, at: usize, introduced: bool, listed: bool) -> Option<Name> {
    if !scene.is_word(at) {
        return None;
    }
    let (reading, opens) = opening(scene, at, introduced, listed)?;
    let mut name = Name { reading, last: at, known: usize::from(opens != Opening::Other), words: 1, shaped: false, patronym: false, opens };
    if opens == Opening::Other && scene.classes(at) & class::FAMILY != 0 {
        name.known = 1;
    }
    let mut last_real = at;
    let at_first = at;
    let mut at = at;
    if let Some(compound) = compound(scene, at).filter(|hit| hit.reading == reading) {
        at = compound.last;
        last_real = at;
        name.words = compound.len();
        name.known = compound.len();
        name.opens = Opening::Given;
    } else if wants_next(scene, at, reading) {
        at += 1;
        if !scene.continues(at)
            || !scene.is_word(at)
            || scene.classes(at) & class::FUNCTION != 0
            || scene.hits(at).iter().any(|hit| matches!(hit.meaning, Meaning::Number(_)))
        {
            return None;
        }
        if is(scene.codes(at), "عبد") && scene.continues(at + 1) && phrase::definite(scene, at + 1, 0) {
            at += 1;
        }
        last_real = at;
        name.words += 1;
        name.known += 1;
    }
    while name.words < MOST_WORDS {
        let next = at + 1;
        if !scene.continues(next) || complete(scene, at_first, at) && starts_another(scene, next) {
            break;
        }
        let Some((advance, known)) = further(scene, next, &name, introduced) else { break };
        name.patronym |= scene.whole_trigger(next, Trigger::Patronym).is_some();
        name.shaped |= known == 0 && advance == 1 && phrase::definite(scene, next, 0) && scene.codes(next).ends_with(&[arabic('ي')]);
        at = next + advance - 1;
        last_real = at;
        name.words += advance;
        name.known += known;
    }
    // Regnal numbers: «محمد السادس», «بنديكتوس السادس عشر».
    let ruler = name.known == name.words && scene.classes(last_real) & class::GIVEN != 0
        || name.words == 1
        || is(scene.codes(last_real - 1), "عبد");
    if name.opens == Opening::Given && name.words <= 3 && ruler && scene.continues(last_real + 1) {
        let number = scene.whole_hits(last_real + 1).find(|hit| {
            matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite, .. }) && !scene.codes(hit.first).ends_with(&[arabic('ه')])
        });
        last_real = number.map_or(last_real, |hit| hit.last);
    }
    name.last = last_real;
    Some(name)
}

/// A given name of several words («محمد علي», «نور الدين») that begins at a token; «حصل محمد على جائزة» is none.
pub fn compound<'s>(scene: &'s Scene<'_, '_>, at: usize) -> Option<&'s super::scene::Hit> {
    scene.hits(at).iter().find(|hit| {
        hit.meaning == Meaning::Given
            && !matches!(scene.raw(hit.first), "رحمه" | "حفظه" | "أعزه" | "نصره" | "سلمه")
            && !(hit.first..=hit.last).any(|word| {
                scene.raw(word) == "على" && (!scene.dotless_adjectives() || goes_on(scene, word + 1) || goes_on(scene, hit.next()))
            })
    })
}

fn wants_next(scene: &Scene<'_, '_>, at: usize, reading: Reading) -> bool {
    let letters = &scene.codes(at)[reading.cut as usize..];
    is(letters, "عبد") || ["أبو", "أبا", "أبي", "أم", "بو"].iter().any(|word| is(letters, word))
}

/// How a token may open a name.
fn opening(scene: &Scene<'_, '_>, at: usize, introduced: bool, listed: bool) -> Option<(Reading, Opening)> {
    // «وعلى» is «و» + «على», whatever else is spelled so; but «سعاد» is no «س» + «عاد».
    let future = |cut: u8| scene.codes(at)[usize::from(cut) - 1] == arabic('س');
    if scene
        .readings(at)
        .iter()
        .any(|(reading, word)| reading.cut > 0 && !future(reading.cut) && scene.gazetteer.classes(Some(*word)) & class::FUNCTION != 0)
    {
        return None;
    }
    if let Some(hit) = compound(scene, at).filter(|hit| hit.reading.cut == 0 || scene.classes(at) == 0) {
        return Some((hit.reading, Opening::Given));
    }
    // «ورد العبدالله على المحاور»: «و» and a verb of saying open a sentence, whoever is called so.
    let opens_sentence = at == 0 || !scene.continues(at) || scene.is_punct(at - 1, &['.', '،', ':']);
    let told = opens_sentence
        && scene.readings(at).iter().any(|(reading, word)| {
            reading.cut == 1 && scene.codes(at)[0] == arabic('و') && scene.gazetteer.classes(Some(*word)) & class::SPEECH != 0
        });
    if told && scene.continues(at + 1) && phrase::definite(scene, at + 1, 0) {
        return None;
    }
    // «بنها» is the town, «كفله» the verb with its object: what is something whole is not cut.
    let town = || {
        scene.whole_hits(at).any(
            |hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe),
        )
    };
    let cuttable =
        |cut: u8| cut == 0 || !town() && (scene.codes(at)[0] == arabic('و') || !lexicon::inflects(scene.gazetteer, scene.codes(at)));
    // Places, bodies, months and the like open no person's name unless they are given names too.
    let mut choice = None;
    for (reading, word) in scene.readings(at) {
        let classes = if reading.cut == 0 { scene.classes(at) } else { scene.gazetteer.classes(Some(*word)) };
        // «ستاد»: the future «س» stands before no name.
        let future = reading.cut > 0 && scene.codes(at)[reading.cut as usize - 1] == arabic('س');
        // Costly, so asked only of what could open a name.
        let opens = classes & class::GIVEN != 0 || scene.gazetteer.vocabulary.letters(*word).len() <= 3;
        if future
            || !opens
            || !cuttable(reading.cut)
            || reading.cut == 0 && joins_name(scene, at)
            || reading.cut > 0 && classes & class::FUNCTION != 0
        {
            continue;
        }
        if reading.article {
            continue;
        }
        // «الشاعر الكبير نزار قباني»: a definite adjective before a first name describes the title, though somebody is called so.
        if reading.cut == 0 && quality(scene, at) && scene.continues(at + 1) && scene.classes(at + 1) & class::GIVEN != 0 {
            continue;
        }
        let letters = scene.gazetteer.vocabulary.letters(*word);
        let kunya =
            !scene.raw(at).contains('آ') && ["أبو", "أم"].iter().any(|kunya| is(letters, kunya)) || is(letters, "ابي") && introduced;
        // «أمير أم وزير».
        if is(letters, "أم") && reading.cut == 0 && !scene.raw(at).contains('آ') && alternative(scene, at + 1) {
            return None;
        }
        if kunya && !(is(letters, "أم") && alternative(scene, at + 1)) {
            choice = Some((*reading, Opening::Kunya));
            break;
        }
        if is(letters, "عبد") {
            choice = Some((*reading, Opening::Given));
            break;
        }
        // «روائي هندي»: behind a noun a nisba is one, whoever is called so.
        let nisba = scene.hits(at).iter().any(|hit| hit.reading == *reading && matches!(hit.meaning, Meaning::Nisba { .. }));
        // «الرياض - تركي الغامدي»: with a family's name behind it and nothing before it.
        let family_behind = || {
            let next = at + 1;
            scene.continues(next)
                && phrase::definite(scene, next, 0)
                && scene.codes(next).ends_with(&[arabic('ي')])
                && (scene.classes(next) & class::FAMILY != 0 || scene.inflected_classes(next) & class::COMMON == 0)
                && !scene
                    .whole_hits(next)
                    .any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }) && scene.classes(next) & class::FAMILY == 0)
        };
        // «الأمير تركي بن عبدالله».
        let patronym = scene.continues(at + 1) && scene.whole_trigger(at + 1, Trigger::Patronym).is_some();
        let free = patronym || at == 0 || !scene.continues(at) || !scene.is_word(at - 1);
        if classes & class::GIVEN != 0 && (!nisba || free && (patronym || family_behind())) {
            let ambiguous = classes & (class::GIVEN_AMBIGUOUS | class::COMMON) != 0;
            // «في كربلاء وندى الربيعي»: a family's name behind it makes it a name.
            // «لنجوى النجار» too, where the lists know the family.
            let dative = || {
                let next = at + 1;
                scene.codes(at)[0] == arabic('ل')
                    && scene.continues(next)
                    && scene.classes(next) & class::FAMILY != 0
                    && phrase::definite(scene, next, 0)
                    && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }))
            };
            let joined = reading.cut == 1 && ((listed || family_behind()) && scene.codes(at)[0] == arabic('و') || dative());
            if reading.cut > 0 && !joined && (ambiguous || scene.classes(at) & (class::COMMON | class::GIVEN | class::FAMILY) != 0) {
                continue;
            }
            choice = Some((*reading, if ambiguous { Opening::AmbiguousGiven } else { Opening::Given }));
            break;
        }
    }
    let position = |hit: &crate::recognize::Hit| matches!(hit.meaning, Meaning::Position(_));
    // «سمو الشيخ أحمد»: before a name an honorific is one, though Mauritanians are called so.
    let honorific =
        phrase::definite(scene, at, 0) && scene.continues(at + 1) && scene.classes(at + 1) & (class::GIVEN | class::FAMILY) != 0;
    let titled = scene.whole_hits(at).any(position);
    // «محافظها سلطان القحطاني», «تقرير أمين أبو وردة»: with a family's name behind it what looks like a title is a first name.
    let named = || {
        let next = at + 1;
        introduced
            && scene.continues(next)
            && !phrase::definite(scene, at, 0)
            && (scene.classes(next) & class::FAMILY != 0 && phrase::definite(scene, next, 0) && scene.codes(next).ends_with(&[arabic('ي')])
                || scene.whole_trigger(next, Trigger::Kunya).is_some())
    };
    if let Some((reading, opening)) = choice.filter(|(_, opening)| !titled || *opening == Opening::Given && !honorific || named()) {
        return Some((reading, opening));
    }
    let patronym = scene.whole_trigger(at, Trigger::Patronym).is_some();
    let nisba = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }));
    // «… لورنس أوليفيه وإليك جينيس»: behind a name «و» joins another, foreign ones too.
    let joined = listed && scene.codes(at)[0] == arabic('و') && scene.codes(at).len() > 3 && scene.classes(at) == 0;
    if joined
        && !nisba
        && !lexicon::inflects(scene.gazetteer, &scene.codes(at)[1..])
        && scene.gazetteer.classes_of(&scene.codes(at)[1..]) == 0
    {
        return Some((Reading { cut: 1, article: false }, Opening::Other));
    }
    if !introduced || titled || patronym || nisba || blocked(scene, at) || quality(scene, at) {
        return None;
    }
    Some((WHOLE, Opening::Other))
}

/// Whether «أم» is «or»: what follows is an adjective, a nisba or an ordinary noun («أهو أعزب أم متزوج», «ام كويتية»).
fn alternative(scene: &Scene<'_, '_>, at: usize) -> bool {
    if !scene.continues(at) || !scene.is_word(at) {
        return true;
    }
    let classes = scene.inflected_classes(at);
    let named = classes & (class::GIVEN | class::FAMILY) != 0;
    // «أمير أم وزير».
    let office = |hit: &crate::recognize::Hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage == PositionUse::Head);
    if scene.whole_hits(at).any(office) {
        return true;
    }
    let nisba = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Position(_)));
    !named && (nisba || classes & class::COMMON != 0 || quality(scene, at))
}

/// Whether a definite word is an adjective or noun of its own, though families are called so: «الكاتب الكبير», «الفريق الضيف».
fn quality(scene: &Scene<'_, '_>, at: usize) -> bool {
    phrase::definite(scene, at, 0) && scene.gazetteer.classes_of(&scene.codes(at)[2..]) & class::COMMON != 0
}

/// Whether a token cannot be an unknown part of a name: an ordinary word, a place, a nisba, a number, a month.
pub fn blocked(scene: &Scene<'_, '_>, at: usize) -> bool {
    // «الكعبي»: of a definite word with a nisba's ending only what the lists hold as it stands makes it an ordinary word.
    let codes = scene.codes(at);
    let family = phrase::definite(scene, at, 0) && codes.ends_with(&[arabic('ي')]) && codes.len() > 4;
    let classes = if family {
        scene.classes(at) | scene.gazetteer.classes_of(&codes[2..]) & !(class::GIVEN | class::FAMILY)
    } else {
        scene.inflected_classes(at)
    };
    // «رايمون» is no plural of «رائم».
    let classes = if strange(scene, at) { 0 } else { classes };
    if classes & class::COMMON != 0 && classes & (class::FAMILY | class::GIVEN) == 0 || classes & class::FUNCTION != 0 {
        return true;
    }
    if scene.codes(at).len() < 2 {
        return true;
    }
    scene.hits(at).iter().any(|hit| match hit.meaning {
        Meaning::Entry { id, form, ambiguous } => {
            // «المدرب فيرغسون»: a town that is somebody's name too.
            let somebody = minor_place(scene, id) && (ambiguous || classes & class::FAMILY != 0);
            form == Form::Full
                && hit.reading.cut <= 1
                && scene.gazetteer.known(id).kind != EntityType::Person
                && hit.len() == 1
                && !somebody
                || form == Form::Short && !ambiguous && hit.reading.cut == 0 && scene.gazetteer.known(id).kind == EntityType::Org
                || hit.reading.cut == 0 && hit.len() > 1
        }
        Meaning::Nisba { .. } => classes & class::FAMILY == 0,
        Meaning::Month { .. } | Meaning::Weekday { .. } | Meaning::Number(_) | Meaning::Ordinal { .. } | Meaning::Position(_) => true,
        _ => false,
    })
}

/// Whether a token goes on with a name: how many tokens, and how many of them the lists know.
fn further(scene: &Scene<'_, '_>, at: usize, name: &Name, introduced: bool) -> Option<(usize, usize)> {
    // Initials: «جورج دبليو بوش», «د. ه. لورنس», and hyphens: «جان - ماري».
    if scene.is_punct(at, &['-']) && scene.token(at)?.gap == Gap::None && scene.token(at + 1)?.gap == Gap::None {
        let next = at + 1;
        return (scene.is_word(next) && !blocked(scene, next))
            .then_some((2, usize::from(scene.classes(next) & (class::GIVEN | class::FAMILY) != 0)));
    }
    if !scene.is_word(at) {
        return None;
    }
    let binds = scene.whole_trigger(at, Trigger::Patronym).is_some()
        || scene.whole_trigger(at, Trigger::Kunya).is_some() && !scene.raw(at).contains('آ');
    if binds {
        let next = at + 1;
        // «بن يونس» is no verb.
        let verb = imperfect(scene.codes(next.min(scene.len() - 1))) && scene.classes(next) & (class::GIVEN | class::FAMILY) == 0;
        let follows = scene.continues(next) && scene.is_word(next) && scene.classes(next) & class::FUNCTION == 0 && !verb;
        if !follows || kin(scene, at) {
            return None;
        }
        if is(scene.codes(next), "عبد") && scene.continues(next + 1) {
            return Some((3, 2));
        }
        return Some((2, 2));
    }
    if is(scene.codes(at), "عبد") {
        return (scene.continues(at + 1) && phrase::definite(scene, at + 1, 0)).then_some((2, 2));
    }
    if scene.whole_trigger(at, Trigger::NameParticle).is_some()
        && scene.continues(at + 1)
        && scene.is_word(at + 1)
        && !blocked(scene, at + 1)
        && !imperfect(scene.codes(at + 1))
        && !(scene.raw(at) == "لا" && scene.codes(at + 1)[0] == arabic('ي'))
    {
        return Some((2, 1));
    }
    // «الحسن وسوف يرافقه» is «و» + «سوف», whoever is called so.
    if scene.readings(at).iter().any(|(reading, word)| reading.cut > 0 && scene.gazetteer.classes(Some(*word)) & class::FUNCTION != 0) {
        return None;
    }
    let classes = scene.classes(at);
    let named = classes & (class::GIVEN | class::FAMILY) != 0;
    let title = |hit: &crate::recognize::Hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Role);
    // «إبراهيم بن محمد السلطان، وسفير»: a title that is a family's name closes a name behind which the phrase ends.
    let family =
        classes & class::FAMILY != 0 && phrase::definite(scene, at, 0) && name.opens != Opening::Other && ends_phrase(scene, at + 1);
    if scene.whole_hits(at).any(title) && !family {
        return None;
    }
    // «وجدي الألفي».
    let family_number = family || classes & class::FAMILY != 0 && phrase::definite(scene, at, 0) && name.words == 1;
    if !family_number && scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Weekday { .. } | Meaning::Number(_))) {
        return None;
    }
    // «كورت حديثه»: a noun with its pronoun, though a place or family is spelled so with «ة».
    if classes & class::COMMON != 0 && scene.raw(at).ends_with('ه') && classes & class::GIVEN == 0 {
        return None;
    }
    if scene.hits(at).iter().any(|hit| hit.reading.cut > 0 && matches!(hit.meaning, Meaning::Number(_) | Meaning::Ordinal { .. })) {
        return None;
    }
    if formula(scene, at) || scene.raw(at) == "لا" {
        return None;
    }
    if joins_name(scene, at) {
        return None;
    }
    // «رأي» is no Ray, whose name has no hamza.
    if classes & class::COMMON != 0 && classes & class::ARABIC_GIVEN == 0 && scene.raw(at).chars().skip(1).any(|c| "أؤئ".contains(c)) {
        return None;
    }
    // «ماركو الجديد»: behind a foreign first name a definite adjective is one.
    if quality(scene, at) && scene.classes(at - 1) & class::ARABIC_GIVEN == 0 && classes & class::GIVEN == 0 && name.words == 1 {
        return None;
    }
    // «بأول» is no Powell.
    if arabic_made(scene.raw(at)) && joined_word(scene, at) {
        return None;
    }
    if named {
        let ordinary = classes & (class::COMMON | class::GIVEN_AMBIGUOUS | class::FAMILY_AMBIGUOUS) != 0;
        let verb = classes & (class::VERB | class::FUNCTION) != 0;
        let place = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Org)));
        if (verb || place) && classes & class::FAMILY == 0 {
            return None;
        }
        // An ordinary word that is also a name goes on only where the name has just begun; «نجم», «قائد» behind a whole name are nouns.
        let room = if classes & class::GIVEN != 0 { 4 } else { 2 };
        let family = phrase::definite(scene, at, 0) && classes & class::FAMILY != 0;
        if ordinary && !family && (name.words >= room || governs(scene, at)) {
            return None;
        }
        if scene.raw(at) == "علي" && scene.dotless_final_ya() && name.opens != Opening::Other {
            return None;
        }
        // «حصل محمد على جائزة»: the preposition, wherever a noun follows it.
        if scene.raw(at) == "على" && goes_on(scene, at + 1) {
            return None;
        }
        return Some((1, 1));
    }
    // «فيصل السويدي»: behind an Arabic given name a nisba is a family name.
    let begun = name.opens == Opening::Given || introduced && name.opens == Opening::AmbiguousGiven;
    if name.words == 1 && begun && scene.classes(at - 1) & class::ARABIC_GIVEN != 0 {
        let nisba = scene
            .whole_hits(at)
            .any(|hit| hit.len() == 1 && matches!(hit.meaning, Meaning::Nisba { definite: true, shape: Shape::Masculine, .. }));
        if nisba && !scene.codes(at).ends_with(&[arabic('ا')]) {
            return Some((1, 1));
        }
    }
    // «جون باراديس», «كينجي موريوكا»: behind a foreign given name a town's name is a family's.
    let town = name.words == 1
        && (introduced || scene.classes(at - 1) & class::ARABIC_GIVEN == 0)
        && name.opens == Opening::Given
        && scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if hit.len() == 1 && minor_place(scene, id)));
    if town {
        return Some((1, 0));
    }
    // «محمد ب.»: a name cut short.
    if scene.codes(at).len() == 1 && name.opens == Opening::Given && scene.is_punct(at + 1, &['.']) && scene.token(at + 1)?.gap == Gap::None
    {
        return Some((1, 0));
    }
    let foreign = name.words == 1 && name.opens == Opening::Given && scene.classes(at - 1) & class::ARABIC_GIVEN == 0;
    if foreign && surname_by_chance(scene, at) {
        return Some((1, 0));
    }
    // «حسين الفردان»: behind an Arabic first name a dual of something is a family's name, unless the lists know the noun.
    let family_dual = name.words == 1
        && name.opens == Opening::Given
        && classes == 0
        && phrase::definite(scene, at, 0)
        && scene.codes(at).ends_with(&[arabic('ا'), arabic('ن')]);
    if family_dual {
        return Some((1, 0));
    }
    // «السيد تيم أولد من الشركة», «المصارع التركي حمزة يرلكاب،»: behind a title and a first name what no list knows is the family name, whatever its
    // first letter looks like, where the phrase ends with it.
    if introduced && name.words == 1 && name.opens != Opening::Other && unknown(scene, at) && closes(scene, at + 1) {
        return Some((1, 0));
    }
    // «النائب صائب خدر في حديث»: behind a title with the article and a first name a noun without one is the family's, where the phrase ends with it.
    if introduced && name.words == 1 && name.opens != Opening::Other && bare_noun(scene, at) && closes(scene, at + 1) {
        return Some((1, 0));
    }
    if blocked(scene, at) || imperfect(scene.codes(at)) {
        return None;
    }
    if phrase::definite(scene, at, 0) {
        // «الغامدي», «الشهراني»: an unknown word with the article and a nisba's ending closes an Arabic name.
        let ending = scene.codes(at).ends_with(&[arabic('ي')]);
        let begun = introduced || name.words == 1 && name.opens == Opening::Given;
        return ((ending || begun) && !scene.is_common(at)).then_some((1, 0));
    }
    let room = if introduced { 4 } else { 3 };
    // «هنري وينكلر»: behind a foreign first name «وي», «وا», «وو» may be a W, where nothing is known behind the «و».
    let double_u = foreign && scene.readings(at).is_empty() && ["وي", "وا", "وو"].iter().any(|start| starts(scene.codes(at), start));
    let conjunction = scene.codes(at)[0] == arabic('و') && !double_u;
    // «أنغلوس باتريغاس أهدر»: behind a foreign name no word whose letters are plainly Arabic ones goes on.
    if scene.classes(at - 1) & class::ARABIC_GIVEN == 0 && scene.foreignness(at) < PLAINLY_ARABIC {
        return None;
    }
    (name.words < room && !conjunction && !proclitic(scene, at, introduced || foreign)).then_some((1, 0))
}

/// Whether a token is an ordinary noun as it stands, without article, ending or any other use.
fn bare_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    const NO_NOUN: u16 = class::FUNCTION | class::VERB | class::SPEECH | class::ADJECTIVE;
    let titled = at >= 2
        && (at.saturating_sub(4)..at - 1).any(|first| {
            scene.hits(first).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_)) && phrase::definite(scene, hit.last, 0))
        });
    titled
        && scene.classes(at) & class::COMMON != 0
        && scene.classes(at) & NO_NOUN == 0
        && scene.hits(at).is_empty()
        && scene.codes(at).len() >= 3
        && !scene.codes(at).ends_with(&[arabic('ا')])
        && !scene.raw(at).ends_with(['ة', 'ه'])
}

/// Whether an entity is a place, but no country or capital.
fn minor_place(scene: &Scene<'_, '_>, id: crate::gazetteer::EntryId) -> bool {
    let known = scene.gazetteer.known(id);
    known.kind == EntityType::Gpe && known.subtype != "country" && !known.capital
}
