//! The grammar of names: how an Arabic or foreign name begins, how it goes on, and what ends it.

use super::bylines::related;
use super::closing_words::{arabic_before, bare_noun, goes_on_with};
use super::name_ends::{closes, complete, ends_phrase, formula, goes_on, governs, kin, leaves, starts_another};
use super::name_starts::{opening, quality};
use super::scene::{Scene, kind};
use super::shapes::unlisted as shapes_unlisted;
use super::shapes::{arabic_made, family_shaped, imperfect, joined_word, joins_name, proclitic, strange, surname_by_chance, unknown};
use super::{lexicon, phrase};
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, OrdinalForm, PositionUse, Trigger, class};
use crate::text::Gap;
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, is, starts};

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
        if !scene.continues(next) || complete(scene, at_first, at) && (starts_another(scene, next) || leaves(scene, next)) {
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
    if !scene.begins(at, kind::GIVEN) {
        return None;
    }
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

/// Whether a token cannot be an unknown part of a name: an ordinary word, a place, a nisba, a number, a month.
pub fn blocked(scene: &Scene<'_, '_>, at: usize) -> bool {
    // «الكعبي»: of a definite word with a nisba's ending only what the lists hold as it stands makes it an ordinary word.
    let codes = scene.codes(at);
    let family = phrase::definite(scene, at, 0) && codes.ends_with(&[arabic('ي')]) && codes.len() > 4;
    let classes = if family {
        let bare = scene.gazetteer.classes_of(&codes[2..]);
        // «المجلي»: of what is a first name without the article, the ordinary word is forgotten.
        scene.classes(at) | if bare & class::ARABIC_GIVEN != 0 { 0 } else { bare & !(class::GIVEN | class::FAMILY) }
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
        // «نايف بن خلف» is no preposition.
        let given = scene.whole(next).is_some_and(|word| scene.gazetteer.classes(Some(word)) & class::ARABIC_GIVEN != 0);
        let function = scene.classes(next) & class::FUNCTION != 0 && !(given && is(scene.codes(at), "بن"));
        let follows = scene.continues(next) && scene.is_word(next) && !function && !verb;
        if !follows || kin(scene, at) {
            return None;
        }
        if is(scene.codes(next), "عبد") && scene.continues(next + 1) {
            return Some((3, 2));
        }
        return Some((2, 2));
    }
    // «محمد أمين بنعبد الله».
    if is(scene.codes(at), "عبد") || is(scene.codes(at), "بنعبد") {
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
    // «هيثم الحاج علي»: pilgrims' names go on behind the title.
    let pilgrim = name.words == 1
        && scene.raw(at) == "الحاج"
        && scene.continues(at + 1)
        && scene.classes(at - 1) & class::ARABIC_GIVEN != 0
        && scene.classes(at + 1) & (class::GIVEN | class::FAMILY) != 0
        && scene.classes(at + 1) & class::FUNCTION == 0;
    if pilgrim {
        return Some((2, 2));
    }
    let classes = scene.classes(at);
    if classes & (class::GIVEN | class::FAMILY) == 0 && goes_on_with(scene, at, name, introduced) {
        return Some((1, 1));
    }
    let named = classes & (class::GIVEN | class::FAMILY) != 0;
    let title = |hit: &crate::recognize::Hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Role);
    // «إبراهيم بن محمد السلطان، وسفير»: a title that is a family's name closes a name behind which the phrase ends.
    let family =
        classes & class::FAMILY != 0 && phrase::definite(scene, at, 0) && name.opens != Opening::Other && ends_phrase(scene, at + 1);
    if scene.whole_hits(at).any(title) && !family {
        return None;
    }
    // «وجدي الألفي»: no number with the article stands behind a first name.
    let numeral = name.opens == Opening::Given && scene.codes(at).ends_with(&[arabic('ي')]);
    let family_number = family || (classes & class::FAMILY != 0 || numeral) && phrase::definite(scene, at, 0) && name.words == 1;
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
    // «رحلات الرئيس البشير الخارجية»: a field of work, unless a family is called so.
    if scene.whole_trigger(at, Trigger::Portfolio).is_some() && classes & (class::FAMILY | class::GIVEN) == 0 {
        return None;
    }
    if formula(scene, at) || scene.raw(at) == "لا" {
        return None;
    }
    // «نعسان آغا نظيره الأردني»: somebody's counterpart or brother is named behind the noun, with which no name goes on.
    if joins_name(scene, at) || related(scene, at + 1) && scene.dotted_ta() {
        return None;
    }
    // «رأي» is no Ray, whose name has no hamza.
    if classes & class::COMMON != 0 && classes & class::ARABIC_GIVEN == 0 && scene.raw(at).chars().skip(1).any(|c| "أؤئ".contains(c)) {
        return None;
    }
    // «ماركو الجديد»: behind a foreign first name a definite adjective is one.
    let father = starts(scene.codes(at - 1), "ابوال");
    if quality(scene, at) && scene.classes(at - 1) & class::ARABIC_GIVEN == 0 && classes & class::GIVEN == 0 && name.words == 1 && !father {
        return None;
    }
    // «بأول» is no Powell.
    if arabic_made(scene.raw(at)) && joined_word(scene, at) {
        return None;
    }
    // «فيليبو مانينو الحداد على رضيع»: behind a foreign first name and surname a noun with the article is one, though a family is called so.
    let foreign_whole = name.words >= 2 && (at - name.words..at).all(|word| scene.classes(word) & class::ARABIC_GIVEN == 0);
    if foreign_whole && !name.patronym && quality(scene, at) {
        return None;
    }
    if named {
        let ordinary = classes & (class::COMMON | class::GIVEN_AMBIGUOUS | class::FAMILY_AMBIGUOUS) != 0;
        let verb = classes & (class::VERB | class::FUNCTION) != 0;
        // «الشيخ جاد الرب مهران،»: a small town abroad is no hindrance where an Arabic name stands in the lists.
        let far = |id| introduced && arabic_before(scene, at) && classes & class::GIVEN_AMBIGUOUS == 0 && minor_place(scene, id);
        let place = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if matches!(scene.gazetteer.known(id).kind, EntityType::Gpe | EntityType::Org) && !far(id)));
        if (verb || place) && classes & class::FAMILY == 0 {
            return None;
        }
        // An ordinary word that is also a name goes on only where the name has just begun; «نجم», «قائد» behind a whole name are nouns.
        // «ريتشارد تشيمويندو باندا»: behind a foreign first name and another foreign word.
        let abroad = name.words == 2 && (at - 2..at).all(|word| scene.classes(word) & (class::ARABIC_GIVEN | class::COMMON) == 0);
        let room = if classes & class::GIVEN != 0 {
            4
        } else if abroad {
            3
        } else {
            2
        };
        let family = phrase::definite(scene, at, 0) && classes & class::FAMILY != 0;
        // «صالح موتلو شن،»: with a mark behind it, it can only be the name's end.
        let marked = introduced && classes & class::FAMILY != 0 && name.words <= 3 && scene.is_punct(at + 1, &['،', ',', '.', ':', '(']);
        if ordinary && !family && !marked && (name.words >= room || governs(scene, at)) {
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
    // «عبد العالي حملاوي.»: a first name of two words is one.
    let first_only = name.words == 1 || name.words == 2 && at >= 2 && is(scene.codes(at - 2), "عبد");
    // «السيد تيم أولد من الشركة», «المصارع التركي حمزة يرلكاب،»: behind a title and a first name what no list knows is the family name, whatever its
    // first letter looks like, where the phrase ends with it.
    if introduced && first_only && name.opens != Opening::Other && unknown(scene, at) && closes(scene, at + 1) {
        return Some((1, 0));
    }
    // «الدكتور محمد خضرين إن», «إدواردو سالهوانا أنه»: what no list has as it stands, whatever an ending taken off would leave.
    let foreign_first = scene.classes(at - 1) & class::ARABIC_GIVEN == 0;
    let opened = introduced && (name.opens == Opening::Given || foreign_first && shapes_unlisted(scene, at - 1))
        || name.opens == Opening::Given && foreign_first && scene.is_punct(at + 1, &['،', ',', '.', ':', '(']);
    // «مراد غدية إن»: an ending in «ة» is a noun's, where a first name that is nothing else does not speak for the family's.
    let feminine = scene.raw(at).ends_with('ة') && !(name.opens == Opening::Given && arabic_before(scene, at));
    let unlisted = opened
        && first_only
        && closes(scene, at + 1)
        && classes == 0
        && scene.hits(at).is_empty()
        && scene.codes(at).len() >= 4
        && !phrase::definite(scene, at, 0)
        && !imperfect(scene.codes(at))
        && (!joined_word(scene, at) || foreign_first && scene.codes(at)[0] == arabic('ك'))
        && !feminine
        && !scene.raw(at).ends_with(['ً', 'ه'])
        && !["بال", "وال", "فال", "كال", "لل", "لا"].iter().any(|start| scene.raw(at).starts_with(start))
        && !arabic_made(scene.raw(at))
        && !accusative(scene, at);
    if unlisted {
        return Some((1, 0));
    }
    // «مازن بن محمد بترجي والأمين العام»: behind the father's name a word of no list is the family's.
    let next_joined = scene.continues(at + 1) && scene.is_word(at + 1) && scene.codes(at + 1)[0] == arabic('و');
    if name.patronym && arabic_before(scene, at) && unknown(scene, at) && (closes(scene, at + 1) || next_joined) {
        return Some((1, 0));
    }
    // «النائب صائب خدر في حديث»: behind a title with the article and a first name a noun without one is the family's, where the phrase ends with it.
    if introduced && first_only && name.opens != Opening::Other && bare_noun(scene, at) && closes(scene, at + 1) {
        return Some((1, 0));
    }
    if name.patronym && family_shaped(scene, at) {
        return Some((1, 0));
    }
    // «الدمام - أحمد المسري»: where a reporter signs or a title stands, what ends like a nisba closes the name.
    let servant = name.words == 2 && at >= 2 && is(scene.codes(at - 2), "عبد");
    let sure =
        introduced && name.opens == Opening::Given && (name.words == 1 && scene.classes(at - 1) & class::ARABIC_GIVEN != 0 || servant);
    if sure && family_shaped(scene, at) && closes(scene, at + 1) {
        return Some((1, 0));
    }
    if blocked(scene, at) || imperfect(scene.codes(at)) {
        return None;
    }
    if phrase::definite(scene, at, 0) {
        // «الغامدي», «الشهراني»: an unknown word with the article and a nisba's ending closes an Arabic name.
        let ending = scene.codes(at).ends_with(&[arabic('ي')]);
        let begun = introduced || name.patronym || name.words == 1 && name.opens == Opening::Given;
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

/// Whether a word is an ordinary one with the accusative's «ا»: «موضحا», «هدفا».
fn accusative(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.codes(at).strip_suffix(&[arabic('ا')]).is_some_and(|stem| lexicon::classes(scene.gazetteer, stem) & class::COMMON != 0)
}

/// Whether an entity is a place, but no country or capital.
fn minor_place(scene: &Scene<'_, '_>, id: crate::gazetteer::EntryId) -> bool {
    let known = scene.gazetteer.known(id);
    known.kind == EntityType::Gpe && known.subtype != "country" && !known.capital
}
