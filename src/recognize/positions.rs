//! Positions and titles with their complements: «الرئيس الروسي», «رئيس وزراء باكستان», «مساعد رئيس الدولة للشؤون الدولية».

use super::body_ends::without_holders_nisba;
use super::candidate::Candidate;
use super::coordination;
use super::name_starts::fathered;
use super::organizations;
use super::phrase;
use super::position_tails::{constituency, governed, portfolio, prepositional, short_quote, tails};
use super::possessed::possessed;
use super::scene::{Hit, Scene};
use super::service::{holder_follows, service};
use super::shapes::family_shaped;
use super::tribes;
use crate::entity_type::EntityType;
use crate::gazetteer::nisba::Shape;
use crate::gazetteer::{Form, Meaning, Position, PositionUse, Trigger, class};
use crate::text::TokenKind;
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, ends, is};

/// How deep positions may stand in each other: «نائب مساعد وزير …».
const DEPTH: usize = 4;

/// A position in the text.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// First token.
    pub first: usize,
    /// How it is read.
    pub reading: Reading,
    /// Last token, complement included.
    pub last: usize,
    /// Whether it is marked as OCC; honorifics and roles only introduce names.
    pub marked: bool,
    /// Whether it names several holders.
    pub plural: bool,
    /// How surely a name follows: honorifics and titles 1, roles less.
    pub strength: f32,
    /// Whether it is an honorific: «السيد», «الدكتور».
    pub honorific: bool,
}

/// Proposes every position; the answer lists them all, honorifics too, by first token.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < scene.len() {
        let Some((found, head)) = parse(scene, at, usize::from(inside(&all, at))) else {
            at += 1;
            continue;
        };
        if found.marked {
            let score = if found.last > head { 0.93 } else { 0.85 };
            out.extend(Candidate::spanning(scene, at, found.reading, found.last, EntityType::Occ, score, "occ.position"));
        }
        all.push(found);
        // Positions inside the complement are positions of their own: «مساعد {رئيس الدولة}»; a deputy's form holds one too.
        at = scene.trigger(at, Trigger::Deputy).map_or(head, |deputy| deputy.last.min(head)) + 1;
    }
    all
}

/// Whether a token lies in the complement of a position found before.
fn inside(all: &[Found], at: usize) -> bool {
    all.iter().rev().take(4).any(|found| found.marked && found.first < at && at <= found.last)
}

/// The position that begins at a token, and the last token of its own form. `depth`: in how many positions' complements it stands; of a nested one what
/// follows behind «لـ» belongs to the outer one («مساعد {الرئيس الروسي} للشؤون الدولية»).
fn parse(scene: &Scene<'_, '_>, at: usize, depth: usize) -> Option<(Found, usize)> {
    if depth > DEPTH {
        return None;
    }
    // «مساعده» is his assistant; an assistant who is a woman is written with «ة».
    if scene.is_word(at)
        && scene.raw(at).ends_with('ه')
        && scene.dotted_ta()
        && let Some(found) = possessed(scene, at)
    {
        return Some(found);
    }
    // «لمستشاره منصور»: nor is it the feminine of the office behind a proclitic.
    let owned = |hit: &Hit| hit.len() == 1 && scene.raw(at).ends_with('ه') && scene.dotted_ta() && !phrase::definite(scene, at, 0);
    let mut hits = scene.hits(at).iter().filter(|hit| matches!(hit.meaning, Meaning::Position(_)) && believable(scene, hit) && !owned(hit));
    let Some(hit) = hits.next() else { return possessed(scene, at) };
    let found = of_hit(scene, hit, depth);
    if hit.len() == 1 || phrase::definite(scene, hit.last, 0) {
        return found;
    }
    // «رئيس نادي الأسير الفلسطيني»: what the list has as a title of its own may be a head with the body it governs, which the shorter form sees whole.
    let reach = found.as_ref().map_or(0, |(found, _)| if found.marked { found.last } else { hit.last });
    let shorter = hits.next().filter(|shorter| shorter.len() < hit.len() && shorter.reading == hit.reading);
    let longer = shorter.and_then(|shorter| of_hit(scene, shorter, depth)).filter(|(found, _)| found.marked && found.last > reach);
    longer.or(found)
}

/// The position that one of the list's forms opens, and the last token of the form.
fn of_hit(scene: &Scene<'_, '_>, hit: &Hit, depth: usize) -> Option<(Found, usize)> {
    let Meaning::Position(id) = hit.meaning else { return None };
    let at = hit.first;
    if is_adjective(scene, hit) || surname(scene, at) || of_council(scene, hit) {
        return None;
    }
    let position = &scene.gazetteer.positions[id.0 as usize];
    let mut found = Found {
        first: at,
        reading: hit.reading,
        last: hit.last,
        marked: false,
        plural: position.plural,
        strength: 1.0,
        honorific: position.usage == PositionUse::Honorific,
    };
    match position.usage {
        PositionUse::Honorific => return Some((found, hit.last)),
        PositionUse::Role => {
            found.strength = 0.6;
            found.last = if position.definite {
                phrase::adjectives(scene, hit.last)
            } else {
                // «زعيم حزب المؤتمر لازاروس تشاكويرا»: the body stands between the role and the name.
                let body = scene.continues(hit.next())
                    && [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| scene.whole_trigger(hit.next(), *class).is_some());
                let governed = if body { organizations::begins(scene, hit.next()) } else { None };
                governed.filter(|last| holder_follows(scene, last + 1)).unwrap_or(hit.last)
            };
            return Some((found, hit.last));
        }
        PositionUse::Title | PositionUse::Head => {}
    }
    // «قائد اللواء 26»: a unit by its number, no officer.
    if position.class == "military" && hit.len() == 1 && organizations::military_unit(scene, at).is_some() {
        return None;
    }
    // «قائد الفرقة السادسة مشاة»: a title of the list whose last word is a unit's noun goes as far as the unit.
    if let Some(last) = (hit.len() > 1).then(|| organizations::military_unit(scene, hit.last)).flatten() {
        // «… التابعة للقوات المسلحة السودانية».
        let belongs = scene.continues(last + 1) && matches!(scene.raw(last + 1), "التابع" | "التابعة");
        let owner = if belongs { phrase::prepositional(scene, last + 2, arabic('ل'), 0) } else { None };
        found.marked = true;
        found.last = owner.unwrap_or(last);
        return Some((found, hit.last));
    }
    // «الفريق المغربي»: in sports a team, whatever follows.
    let team = is(scene.codes(at), "الفريق") && scene.is_sports(at);
    if position.class == "military" && hit.len() == 1 && position.definite && (team || !name_follows(scene, hit.next())) {
        return None;
    }
    // «وليا للعهد نائبا لرئيس مجلس الوزراء»: a title in the accusative is whole; the next office is another.
    let appointed =
        hit.len() > 1 && scene.raw(hit.first).ends_with(['ا', 'ً']) && position.class == "royal" && position.usage == PositionUse::Title;
    let complement = if appointed {
        None
    } else if position.definite && !governs(scene, hit) {
        definite_tail(scene, hit, position, depth)
    } else {
        construct(scene, hit, position, depth)
    };
    // «حاكم مصرف لبنان»: a title whose form ends in a place's name is whole.
    let whole = hit.len() > 1
        && position.usage == PositionUse::Title
        && scene.whole_hits(hit.last).any(
            |hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe),
        );
    // «نائب {رئيس مجلس الوزراء} للشؤون الاقتصادية»: the field is the outer holder's.
    let affairs = |last: usize| (hit.next() + 1..=last).find(|at| phrase::affairs(scene, *at));
    let complement = complement.map(|last| if depth > 0 { affairs(last).map_or(last, |at| at - 1) } else { last });
    found.marked =
        complement.is_some() || whole || (position.definite || appointed) && position.usage == PositionUse::Title && !governs(scene, hit);
    found.last = complement.unwrap_or(hit.last);
    // «وزير دولة أحمد الصايغ»: a title of several words without an article, before its holder's name.
    found.marked |= position.usage == PositionUse::Title && hit.len() > 1 && holder_follows(scene, hit.next());
    // «18 وزيرا», «19 نائبا»: so many holders of an office.
    found.marked |= counted(scene, hit) && !position.plural;
    if !found.marked && position.usage == PositionUse::Head {
        return None;
    }
    if found.marked && depth == 0 {
        found.last = service(scene, &found).unwrap_or(found.last);
    }
    Some((found, hit.last))
}

/// Whether a number of two digits or more counts an office, which then stands in the accusative singular.
fn counted(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    hit.len() == 1
        && hit.first > 0
        && scene.continues(hit.first)
        && of_state(scene, hit)
        && !scene.raw(hit.first).starts_with("عضو")
        && accusative(scene, hit)
        && (scene.token(hit.first - 1).is_some_and(|token| token.kind == TokenKind::Number && token.codes >= 2)
            || (hit.first.saturating_sub(3)..hit.first)
                .flat_map(|at| scene.hits(at))
                .any(|number| number.last + 1 == hit.first && matches!(number.meaning, Meaning::Number(_))))
}

/// Whether an office is a state's: a minister's, a deputy's, a diplomat's, a ruler's.
fn of_state(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    matches!(hit.meaning, Meaning::Position(id) if ["minister", "parliament", "state", "royal"].contains(&scene.gazetteer.positions[id.0 as usize].class.as_str()))
}

/// Whether an office stands in the accusative: «نائبا لرئيس …».
fn accusative(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    scene.raw(hit.last).ends_with(['ا', 'ً']) && scene.codes(hit.last).ends_with(&[arabic('ا')]) && !phrase::definite(scene, hit.first, 0)
}

/// «نائبا لرئيس مجلس الوزراء», «نائبا ثانيا لرئيس مجلس الوزراء»: an office in the accusative with whose it is.
fn appointed(scene: &Scene<'_, '_>, hit: &Hit, depth: usize) -> Option<usize> {
    if !accusative(scene, hit) {
        return None;
    }
    let ranked = scene.continues(hit.next())
        && matches!(scene.raw(hit.next()), "أول" | "أولا" | "ثانيا" | "ثانياً" | "ثالثا" | "ثالثاً" | "عاما" | "عاماً");
    let at = hit.next() + usize::from(ranked);
    let whose = scene.continues(at) && scene.is_word(at) && scene.codes(at)[0] == arabic('ل');
    let (inner, _) = parse(scene, at, depth + 1).filter(|(inner, _)| whose && inner.marked && inner.reading.cut == 1)?;
    Some(inner.last)
}

/// «مجلس الوزراء», «مجلس النواب الأمريكي»: in a council's name its members are no office.
fn of_council(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    const MEMBERS: [&str; 7] = ["الوزراء", "النواب", "الشيوخ", "الأعيان", "المستشارين", "السفراء", "اللوردات"];
    let at = hit.first;
    at > 0 && scene.continues(at) && scene.is_word(at - 1) && ends(scene.codes(at - 1), "مجلس") && MEMBERS.contains(&scene.raw(at))
}

/// «أبو طالب»: behind a kunya a position is part of the name; «جون ميجور رئيس الوزراء», «أمين الجميل للقناة»: neither the first nor the last word of a known name is a rank.
fn surname(scene: &Scene<'_, '_>, at: usize) -> bool {
    let person = |hit: &Hit| {
        (hit.last == at || hit.first == at)
            && hit.len() > 1
            && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
    };
    // «المهندس مساعد بن يحيى السليم».
    let fathered = scene.classes(at) & class::GIVEN != 0 && fathered(scene, at);
    // «سلطان العطوي», «مساعد الزويهري»: before a family's name a first name, whatever office is called so.
    let next = at + 1;
    let first_name = !phrase::definite(scene, at, 0)
        && scene.whole(at).is_some_and(|word| scene.gazetteer.classes(Some(word)) & class::ARABIC_GIVEN != 0)
        && scene.continues(next)
        && scene.is_word(next)
        && (scene.classes(next) & class::FAMILY != 0 && phrase::definite(scene, next, 0) && scene.codes(next).ends_with(&[arabic('ي')])
            || family_shaped(scene, next))
        && !scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }));
    let kunya = first_name || fathered || at > 0 && scene.continues(at) && scene.whole_trigger(at - 1, Trigger::Kunya).is_some();
    kunya || (at.saturating_sub(2)..=at).any(|first| scene.hits(first).iter().any(person))
}

/// «السبب الرئيس», «الحزب الحاكم», «صحيفة السفير»: a definite word behind a definite noun that is no title describes it; behind a medium's noun it names it.
fn is_adjective(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    if hit.len() > 1
        || hit.reading.cut > 0
        || hit.first == 0
        || !phrase::definite(scene, hit.first, 0)
        || !scene.continues(hit.first)
        || !scene.is_word(hit.first - 1)
    {
        return false;
    }
    // «حزب الإنصاف الحاكم محمد ماء العينين».
    let party = |at: usize| scene.triggered(at, Trigger::OrgHead);
    if scene.raw(hit.first) == "الحاكم" && (hit.first.saturating_sub(3)..hit.first).any(party) {
        return true;
    }
    let next = hit.next();
    let named = scene.continues(next)
        && (scene.is_punct(next, &['-', '–'])
            || scene.classes(next) & (class::GIVEN | class::FAMILY) != 0
            || scene.whole_hits(next).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. } | Meaning::Entry { .. })));
    if named {
        return false;
    }
    let before = hit.first - 1;
    let titled = scene.hits(before).iter().any(|hit| {
        matches!(hit.meaning, Meaning::Position(_) | Meaning::Entry { form: Form::Full | Form::Short, .. } | Meaning::Nisba { .. })
    });
    let definite = (0..=1).any(|cut| phrase::definite(scene, before, cut)) || scene.codes(before).starts_with(&[arabic('ل'), arabic('ل')]);
    let medium = ["صحيفة", "جريدة", "مجلة", "قناة"].contains(&scene.raw(before));
    medium || definite && !titled && scene.is_common(before) && scene.inflected_classes(before) & class::VERB == 0
}

/// Whether what follows may be a name: «الفريق» and «اللواء» are ranks only before one.
fn name_follows(scene: &Scene<'_, '_>, at: usize) -> bool {
    let rank = scene.whole_hits(at).find(|hit| {
        matches!(hit.meaning, Meaning::Position(_)) || ["ركن", "الركن", "أول", "متقاعد", "المتقاعد"].contains(&scene.raw(hit.first))
    });
    let at = rank.map_or(at, Hit::next);
    let nisba = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }));
    let named = scene.classes(at) & (class::GIVEN | class::FAMILY) != 0
        || scene.whole_trigger(at, Trigger::Kunya).is_some()
        || scene.is_word(at) && is(scene.codes(at), "عبد");
    scene.continues(at) && (named || scene.is_word(at) && !nisba && !scene.is_common(at))
}

/// Whether a form ends in a word that wants a complement although it looks definite or fixed: «المتحدث باسم», «القائم بأعمال».
fn governs(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    ["باسم", "بأعمال", "بإسم", "لدى", "عن"].iter().any(|word| is(scene.codes(hit.last), word))
}

/// A cut reading is believed where the whole word is not itself a word: «للرئيس», «ورئيس», but «والي» is a governor.
fn believable(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    // «وزيراً» alone is what somebody became; «وزيراً للدفاع», «18 وزيراً» are offices.
    let next = hit.next();
    let whose = || of_state(scene, hit) && scene.continues(next) && scene.is_word(next) && scene.codes(next)[0] == arabic('ل');
    let accusative = (scene.raw(hit.last).ends_with("اً") || scene.raw(hit.last).ends_with("ًا")) && !whose() && !counted(scene, hit);
    // «والي جيجل» is a governor, whatever else is spelled so.
    let governor = scene.raw(hit.first) == "والي" && scene.continues(hit.next()) && phrase::place(scene, hit.next()).is_some();
    let function = hit.len() == 1 && scene.classes(hit.first) & class::FUNCTION != 0 && !governor;
    // «أمر النائب العام بحبس» is the verb, «آمر» a commander.
    // «وإلى العربية», «والى القاهرة»: «و» and a preposition.
    let towards = hit.len() == 1 && is(scene.codes(hit.first), "والي") && scene.raw(hit.first) != "والي";
    let ordered = hit.len() == 1 && is(&scene.codes(hit.first)[hit.reading.cut as usize..], "آمر") && !scene.raw(hit.first).contains('آ');
    // «سامراء» is no «س» + «أمراء»: the future's letter stands before verbs alone.
    let future = hit.reading.cut > 0 && scene.codes(hit.first)[hit.reading.cut as usize - 1] == arabic('س');
    !accusative && !function && !towards && !ordered && !future && (hit.reading.cut == 0 || hit.len() > 1 || scene.classes(hit.first) == 0)
}

/// Adjectives and prepositional objects behind a definite title: «الرئيس الروسي», «الأمين العام للأمم المتحدة», «السفير الأميركي لدى العراق».
fn definite_tail(scene: &Scene<'_, '_>, hit: &Hit, position: &Position, depth: usize) -> Option<usize> {
    let mut last = hit.last;
    // «اللواء الطيار الركن», «المتحدث الصحفي باسم».
    while position.class == "military" && scene.continues(last + 1) && ARMS.contains(&scene.raw(last + 1)) {
        last += 1;
    }
    let press =
        scene.continues(last + 2) && ["الصحفي", "الصحافي", "الإعلامي"].contains(&scene.raw(last + 1)) && is(scene.codes(last + 2), "باسم");
    last += usize::from(press);
    loop {
        if let Some(next) = phrase::nisbas(scene, last + 1, position.plural).filter(|_| agrees(scene, hit.first, last)) {
            last = next;
        } else if scene.continues(last + 1)
            && (scene.whole_trigger(last + 1, Trigger::Former).is_some()
                || phrase::adjective(scene, last + 1)
                || phrase::plural_adjective(scene, last + 1))
        {
            last = scene.whole_trigger(last + 1, Trigger::Former).map_or(last + 1, |hit| hit.last);
        } else {
            break;
        }
    }
    if let Some(next) = governed(scene, last + 1, depth).or_else(|| constituency(scene, position, last + 1)) {
        last = next;
    }
    while let Some(next) = portfolio(scene, position, last + 1) {
        last = next;
    }
    last = tails(scene, last, hit, position, depth > 0);
    (last > hit.last).then_some(last)
}

/// Words that go with a rank: «العميد الركن», «اللواء الطيار».
const ARMS: [&str; 10] = ["الركن", "ركن", "الطيار", "طيار", "البحري", "المهندس", "مهندس", "المتقاعد", "متقاعد", "الدكتور"];

/// A feminine nisba wants a feminine word before it: «رئيس الحكومة المغربية», but «المدرب الإسبانية» are two things.
pub fn agrees(scene: &Scene<'_, '_>, first: usize, last: usize) -> bool {
    let feminine = |at: usize| scene.codes(at).ends_with(&[arabic('ه')]);
    let next = scene.whole_hits(last + 1).any(|hit| matches!(hit.meaning, Meaning::Nisba { shape: Shape::Feminine, .. }));
    !next || (first..=last).any(feminine)
}

/// What a construct governs: a name, a noun phrase, another position; for several holders several of them.
fn construct(scene: &Scene<'_, '_>, hit: &Hit, position: &Position, depth: usize) -> Option<usize> {
    // «المتحدث باسم حماس»: whom somebody speaks for is a body, whatever else its name is.
    let spoken_for = || {
        let speaks = ["باسم", "بإسم"].iter().any(|word| is(scene.codes(hit.last), word)) && scene.continues(hit.next());
        let body = |hit: &&Hit| matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Org);
        speaks.then(|| scene.whole_hits(hit.next()).find(body)).flatten().map(|body| body.last)
    };
    let mut last =
        complement(scene, hit.next(), depth).or_else(spoken_for).or_else(|| plural_noun(scene, hit, position)).or_else(|| {
            // A fixed form may go on with a preposition instead: «أمين عام لـ…», «سفير لدى …».
            prepositional(scene, hit.next()).or_else(|| appointed(scene, hit, depth))
        })?;
    let places = phrase::known(scene, hit.next()).is_some();
    if position.plural || position.class == "minister" {
        while let Some(next) = coordination::joined(scene, last + 1, places).or_else(|| portfolio(scene, position, last + 1)) {
            last = next;
        }
    }
    let behind = phrase::adjectives(scene, last);
    if behind > last && !person_follows(scene, last + 1) {
        last = behind;
    }
    // «رئيس لجنة العقوبات الألماني غونتر زاوتر».
    if [Trigger::OrgHead, Trigger::OrgHeadWeak].iter().any(|class| scene.whole_trigger(hit.next(), *class).is_some()) {
        last = without_holders_nisba(scene, hit.next(), last);
    }
    last = coordination::fields(scene, last);
    if let Some(former) = scene.continues(last + 1).then(|| scene.whole_trigger(last + 1, Trigger::Former)).flatten() {
        last = former.last;
    }
    Some(tails(scene, last, hit, position, depth > 0))
}

/// «رؤساء بلديات», «حكام مقاطعات»: several holders with an indefinite plural.
fn plural_noun(scene: &Scene<'_, '_>, hit: &Hit, position: &Position) -> Option<usize> {
    let next = hit.next();
    let plural = position.plural && scene.continues(next) && scene.is_word(next) && ends(scene.codes(next), "ات");
    (plural && scene.is_common(next) && scene.classes(next) & class::ADJECTIVE == 0).then_some(next)
}

pub fn complement(scene: &Scene<'_, '_>, at: usize, depth: usize) -> Option<usize> {
    if !scene.continues(at) {
        return None;
    }
    if let Some((inner, _)) = parse(scene, at, depth + 1).filter(|(inner, _)| inner.marked && inner.reading.cut == 0) {
        return Some(inner.last);
    }
    // «ممثل السيستاني في كربلاء», «مساعدي الصدر»: whose deputy somebody is.
    let principal = scene
        .whole_hits(at)
        .find(|hit| {
            at > 0
                && scene.trigger(at - 1, Trigger::Deputy).is_some()
                && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full | Form::Short, .. } if scene.gazetteer.known(id).kind == EntityType::Person)
        })
        .map(|hit| hit.last);
    if principal.is_some() {
        return principal;
    }
    // «شيخ قبيلة العوازم», «بطريرك الموارنة».
    let people = scene.whole_hits(at).find(
        |hit| matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Norp),
    );
    let tribe = || (at > 0 && tribes::is_head(scene, at - 1)).then(|| tribes::tribe(scene, at, 0)).flatten();
    // «مدرب «يانغا»», «رئيس «نوردهافن»».
    let quoted = || short_quote(scene, at);
    // «مدير مدرسة مابونجو الابتدائية», «قائد اللواء السابع مشاة»: a body may go further than its noun phrase.
    let body = || organizations::directed(scene, at).max(organizations::begins(scene, at)).max(phrase::noun_phrase(scene, at));
    people.map(|hit| hit.last).or_else(tribe).or_else(body).or_else(quoted)
}

/// Whether a known person's name begins here, so that the word is no adjective: «رئيس الوزراء المالكي».
fn person_follows(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Person))
        && !scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }))
}
