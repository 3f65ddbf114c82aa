//! Names of the gazetteer where they stand in the text.

use std::collections::HashSet;

use super::candidate::{Candidate, Link, Source};
use super::scene::{Hit, Scene};
use super::{lexicon, names, phrase};
use crate::analysis::MentionKind;
use crate::entity_type::EntityType;
use crate::gazetteer::vocabulary::WordId;
use crate::gazetteer::{EntryId, Form, Known, Meaning, PositionUse, Trigger, class};
use crate::text::Gap;
use crate::text::clitics::Reading;
use crate::text::fold::letters::{ALEF, WAW, YA};
use crate::text::fold::{arabic, ends, fold, is, starts};

/// Proposes every name of the gazetteer that stands in the text and that its surroundings do not rule out.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    let clubs = playing(scene);
    for at in 0..scene.len() {
        for hit in scene.hits(at) {
            let Meaning::Entry { id, form, ambiguous } = hit.meaning else { continue };
            let known = scene.gazetteer.known(id);
            // A series of summits is no summit; the rule for events knows which one is meant.
            if known.kind == EntityType::Event && known.subtype == "summit" {
                continue;
            }
            let Some(score) = score(scene, hit, known.kind, form, ambiguous, &clubs) else { continue };
            // «الاتحاد» is the club of the country that the text is about.
            let here = known.subtype == "club" && !known.country.is_empty() && scene.mentions_country(&known.country);
            let score = if here { score + 0.01 } else { score };
            // «شبه جزيرة القرم» is land, «القرم» a territory.
            let peninsula = known.kind == EntityType::Gpe
                && hit.len() > 2
                && scene.raw(hit.first + 1) == "جزيرة"
                && scene.raw(hit.first).ends_with("شبه");
            let kind = if peninsula || quarter(scene, hit, known) { EntityType::Loc } else { known.kind };
            let mut candidate = Candidate::over(hit, kind, score, Source::Known(id)).linked(Link::Known(id));
            let inner = match known.kind {
                EntityType::Product => behind_classifier(scene, hit),
                EntityType::Norp => behind(scene, hit, &["قبيلة", "قبائل", "عشيرة", "عشائر"]),
                EntityType::Gpe => behind(scene, hit, &["حي", "حيي", "أحياء"]),
                _ => None,
            };
            if let Some(first) = inner {
                if known.kind == EntityType::Gpe {
                    candidate.kind = EntityType::Loc;
                }
                candidate.first = first;
                candidate.begin = scene.text.tokens[first].begin;
                candidate.end = scene.text.tokens[candidate.last].end;
                candidate.article = false;
            }
            if let Some(last) = without_nisba(scene, hit, known) {
                candidate.last = last;
                candidate.end = scene.closed(hit.first, last);
            }
            if known.kind == EntityType::Person {
                if form != Form::Full {
                    candidate = candidate.referring(MentionKind::Abbreviated);
                }
                untitled(scene, hit, &mut candidate);
                if let Some(whole) = with_first_name(scene, hit, known, &candidate) {
                    candidate = whole;
                }
            }
            out.push(candidate);
        }
    }
}

/// «حي الزعفرانية», «حيي الجحملية والروضة»: quarters of a town are no towns.
fn quarter(scene: &Scene<'_, '_>, hit: &Hit, known: &Known) -> bool {
    known.kind == EntityType::Gpe
        && known.subtype != "country"
        && !known.capital
        && hit.first > 0
        && scene.continues(hit.first)
        && matches!(scene.raw(hit.first - 1).trim_start_matches(['و', 'ب', 'ل', 'ف']), "حي" | "حيي" | "أحياء" | "حارة")
}

/// The token behind a classifier that does not belong to the name: «قبيلة العوازم», «حي الصحافة».
fn behind(scene: &Scene<'_, '_>, hit: &Hit, classifiers: &[&str]) -> Option<usize> {
    let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
    (hit.len() > 1 && classifiers.iter().any(|word| is(letters, word))).then_some(hit.first + 1)
}

/// «صواريخ كاتيوشا», «طائرة «ميغ 23»»: of a weapon or product the name alone counts.
fn behind_classifier(scene: &Scene<'_, '_>, hit: &Hit) -> Option<usize> {
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

/// «ريال مدريد الإسباني», «توتال الفرنسية», «حزب الله اللبناني»: the name of a club, medium, company or armed group is whole without the adjective that says
/// where it is from; a state body's is not («الجيش السوري»).
fn without_nisba(scene: &Scene<'_, '_>, hit: &Hit, known: &Known) -> Option<usize> {
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
fn untitled(scene: &Scene<'_, '_>, hit: &Hit, candidate: &mut Candidate) {
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
fn with_first_name(scene: &Scene<'_, '_>, hit: &Hit, known: &Known, short: &Candidate) -> Option<Candidate> {
    let before = hit.first.checked_sub(1).filter(|_| hit.len() == 1 && hit.reading.cut == 0 && scene.continues(hit.first))?;
    if short.form != MentionKind::Abbreviated || !names::unlisted(scene, before) {
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
fn preposition(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let raw = scene.raw(hit.first);
    let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
    if !is(letters, "علي") || hit.len() < 2 {
        return false;
    }
    let doubtful = if raw.ends_with('ى') { !scene.dotless_adjectives() } else { scene.dotless_final_ya() };
    doubtful || raw.ends_with('ى') && scene.is_common(hit.first + 1)
}

/// «تركي بن عبدالله بن محمد» is not everybody called Turki bin Abdullah.
fn goes_on(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
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
    hit.len() > 1 && (led && !whole && !named || scene.continues(next) && scene.is_word(next) && matches!(scene.raw(next), "بن" | "بنت"))
}

/// How likely a hit is the entity it names; `None` where it is not worth proposing.
fn score(scene: &Scene<'_, '_>, hit: &Hit, kind: EntityType, form: Form, ambiguous: bool, clubs: &HashSet<EntryId>) -> Option<f32> {
    // «(واس)» is the agency, not «و» and a paper of two letters.
    if kind == EntityType::Org && hit.reading.cut > 0 && hit.len() == 1 && scene.codes(hit.first).len() < hit.reading.cut as usize + 3 {
        return None;
    }
    if form == Form::Hint {
        // Media go by a bare adjective or noun in quotation marks: «وبحسب "الفرنسية"», «لـ«اليوم»».
        let club = kind == EntityType::Org
            && scene.is_sports(hit.first)
            && scene.gazetteer.known(entry(hit)).subtype == "club"
            && (plays(scene, hit) || clubs.contains(&entry(hit)) && may_play(scene, hit));
        let body = kind == EntityType::Org && (quoted(scene, hit) || dateline(scene, hit) || supported(scene, hit));
        return (body || club).then_some(if club { 0.97 } else { 0.95 });
    }
    if kind == EntityType::Person && (preposition(scene, hit) || goes_on(scene, hit)) {
        return None;
    }
    // «صادرات النفط العراقي» are no club.
    let club = || kind == EntityType::Org && scene.gazetteer.known(entry(hit)).subtype == "club";
    if ambiguous && hit.len() > 1 && club() && !scene.is_sports(hit.first) {
        return None;
    }
    if kind == EntityType::Org && super::organizations::under_minister(scene, hit.first) {
        return None;
    }
    // «هذا المصرف الدولي» points at something of the kind, it does not name it.
    let pointed =
        kind == EntityType::Org && hit.reading.cut == 0 && starts(scene.codes(hit.first), "ال") && phrase::pointed(scene, hit.first);
    if pointed {
        return None;
    }
    let mut score: f32 = match (kind, form) {
        (EntityType::Person, Form::Full) => 0.97,
        (EntityType::Person, _) => 0.9,
        (EntityType::Gpe, _) => 0.95,
        (_, Form::Full) => 0.95,
        _ => 0.88,
    };
    if hit.len() == 1 {
        // Behind somebody's first name a family name is that other person's.
        let behind_given =
            hit.first > 0 && scene.continues(hit.first) && hit.reading.cut == 0 && scene.classes(hit.first - 1) & class::GIVEN != 0;
        if kind == EntityType::Person && form == Form::Short && behind_given {
            return None;
        }
        // «إلتون جوزيه» is no Altun: a family's name does not come first.
        let ahead = scene.continues(hit.next())
            && scene.is_word(hit.next())
            && scene.classes(hit.next()) & (class::GIVEN | class::FAMILY) != 0
            && scene.classes(hit.next()) & (class::COMMON | class::FUNCTION) == 0
            && !scene
                .whole_hits(hit.next())
                .any(|next| matches!(next.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Person));
        // «مجموعات سنية» are Sunni, whoever is called Sneh.
        let nisba = scene.whole_hits(hit.first).any(|whole| matches!(whole.meaning, Meaning::Nisba { .. }));
        if kind == EntityType::Person && form == Form::Short && (ahead || nisba) {
            return None;
        }
        // «وسوف» is «و» + «سوف», whoever else is called so.
        let function = |(reading, word): &(Reading, WordId)| reading.cut > 0 && scene.gazetteer.classes(Some(*word)) & class::FUNCTION != 0;
        if kind == EntityType::Person && scene.readings(hit.first).iter().any(function) {
            return None;
        }
        let whole = scene.classes(hit.first);
        if hit.reading.cut > 0 {
            // A cut is believed only where the whole word is nothing else.
            if scene
                .whole_hits(hit.first)
                .any(|whole| matches!(whole.meaning, Meaning::Entry { .. } | Meaning::Nisba { .. } | Meaning::Month { .. }))
            {
                return None;
            }
            let earlier = 0..hit.reading.cut as usize;
            // «وآسيا» looks like a verb with an ending; a continent is nothing else behind «و».
            let sure = matches!(scene.gazetteer.known(entry(hit)).subtype.as_str(), "country" | "continent" | "region")
                && scene.codes(hit.first)[0] == arabic('و')
                && !ambiguous;
            if whole & (class::COMMON | class::GIVEN | class::FAMILY) != 0
                || whole == 0 && !sure && earlier.clone().any(|cut| lexicon::inflects(scene.gazetteer, &scene.codes(hit.first)[cut..]))
            {
                return None;
            }
            score -= 0.02;
        }
        let own = scene
            .readings(hit.first)
            .iter()
            .find(|(reading, _)| *reading == hit.reading)
            .map_or(0, |(_, word)| scene.gazetteer.classes(Some(*word)));
        let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
        let minor = matches!(kind, EntityType::Gpe | EntityType::Loc) && !prominent(scene.gazetteer.known(entry(hit)));
        let inflected = minor && own == 0 && !starts(letters, "ال") && lexicon::inflects(scene.gazetteer, letters);
        if matches!(kind, EntityType::Gpe | EntityType::Loc) && !plausible(scene, hit, scene.gazetteer.known(entry(hit))) {
            return None;
        }
        if swallowed_article(scene, hit) {
            return None;
        }
        if ambiguous || own & class::COMMON != 0 || inflected {
            score = ordinary(scene, hit, kind, own, clubs)?;
        }
    }
    // «بشمال شرق أفريقيا» is not East Africa.
    let direction = |at: usize| scene.hits(at).iter().any(|hit| hit.meaning == Meaning::Trigger(Trigger::Direction));
    if hit.len() > 1 && hit.first > 0 && scene.continues(hit.first) && direction(hit.first) && direction(hit.first - 1) {
        return None;
    }
    // «بيان إن …» is no «بـ» + «يان إن».
    if kind != EntityType::Person
        && hit.len() > 1
        && hit.reading.cut > 0
        && scene.classes(hit.first) & class::COMMON != 0
        && !starts(&scene.codes(hit.first)[1..], "ال")
    {
        return None;
    }
    // «نصر الله» is a town too.
    let somebody = hit.len() > 1 && ambiguous && matches!(kind, EntityType::Gpe | EntityType::Loc) && hit.reading.cut == 0;
    if somebody && scene.classes(hit.first) & (class::GIVEN | class::FAMILY) != 0 {
        score = ordinary(scene, hit, kind, 0, clubs)?;
    }
    (score >= 0.5).then_some(score)
}

/// Whether a place is named so often that its name is believed without help. A region whose name is a word too is not («الساحل», «الشريعة»), but for the
/// West and the East.
#[must_use]
pub fn prominent(known: &Known) -> bool {
    let region = known.subtype == "region" && (!known.ambiguous || matches!(known.key.as_str(), "western-world" | "eastern-world"));
    matches!(known.subtype.as_str(), "country" | "continent") || region || known.capital
}

/// The entity of a hit that has one.
fn entry(hit: &Hit) -> EntryId {
    match hit.meaning {
        Meaning::Entry { id, .. } => id,
        _ => unreachable!("only hits of entities are scored"),
    }
}

/// «للحج» is ل + «الحج», not «لحج»: where the reading with the article is a word, the name's own lam is not believed.
fn swallowed_article(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let own_lam = hit.reading.cut > 0 && !hit.reading.article;
    own_lam
        && scene
            .readings(hit.first)
            .iter()
            .any(|(reading, word)| reading.article && reading.cut == hit.reading.cut && scene.gazetteer.classes(Some(*word)) != 0)
        || own_lam && hit.reading.cut > 0 && {
            let codes = scene.codes(hit.first);
            let cut = hit.reading.cut as usize;
            codes[cut - 1] == arabic('ل') && codes[cut] == arabic('ل') && scene.gazetteer.classes_of(&codes[cut + 1..]) & class::COMMON != 0
        }
}

/// The score of a name that is also an ordinary word or somebody's name: its neighbours must speak for it.
fn ordinary(scene: &Scene<'_, '_>, hit: &Hit, kind: EntityType, own: u16, clubs: &HashSet<EntryId>) -> Option<f32> {
    let Meaning::Entry { id, .. } = hit.meaning else { return None };
    let known = scene.gazetteer.known(id);
    let before = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first));
    let led = |class| before.is_some_and(|before| scene.trigger(before, class).is_some());
    match kind {
        EntityType::Gpe | EntityType::Loc => {
            if led(Trigger::PlaceDesignator) || led(Trigger::PlaceDesignatorWeak) || opens_dateline(scene, hit) {
                return Some(0.85);
            }
            let prominent = prominent(known);
            if !prominent && located(scene, hit, known, own) {
                return Some(0.8);
            }
            let function = own & (class::FUNCTION | class::VERB) != 0;
            (prominent && !function).then_some(if known.ambiguous { 0.72 } else { 0.94 })
        }
        EntityType::Org => {
            let club =
                scene.is_sports(hit.first) && known.subtype == "club" && (plays(scene, hit) || clubs.contains(&id) && may_play(scene, hit));
            (quoted(scene, hit) || dateline(scene, hit) || club || supported(scene, hit)).then_some(0.97)
        }
        _ => None,
    }
}

/// Whether a body's short name that is an ordinary word too is believed: its whole name stands elsewhere («قناة الجزيرة … الجزيرة»), it is spoken to or
/// for («قال للجزيرة», «مراسل الجزيرة»), somebody is of it («مقاتلي طالبان»), or it acts as only a name can («إن حماس ستقبل»).
fn supported(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let Meaning::Entry { id, .. } = hit.meaning else { return false };
    let known = scene.gazetteer.known(id);
    let letters = &scene.codes(hit.first)[hit.reading.cut as usize..];
    let definite = hit.reading.article || starts(letters, "ال");
    let before = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first) && scene.is_word(hit.first - 1));
    let next = hit.next();
    let adjective = scene.continues(next)
        && scene.is_word(next)
        && (phrase::definite(scene, next, 0) && definite && phrase::adjective(scene, next)
            || !definite && scene.classes(next) & class::ADJECTIVE != 0);
    // «بحماس», «في حماس», «شبه الجزيرة», «هذه القاعدة».
    let placed = hit.reading.cut > 0 && scene.codes(hit.first)[hit.reading.cut as usize - 1] == arabic('ب')
        || before.is_some_and(|before| {
            matches!(scene.raw(before), "في" | "فى" | "شبه" | "هذه" | "هذا" | "تلك")
                || scene.trigger(before, Trigger::PlaceDesignator).is_some()
        });
    if adjective || placed || hit.len() > 1 {
        return false;
    }
    let governed = before.is_some_and(|before| scene.trigger(before, Trigger::MemberNoun).is_some());
    match known.subtype.as_str() {
        "channel" | "newspaper" | "agency" => {
            let spoken = hit.reading.cut > 0
                && before.is_some_and(|before| {
                    scene.inflected_classes(before) & class::SPEECH != 0 || scene.trigger(before, Trigger::PersonNoun).is_some()
                });
            let reporter = before.is_some_and(|before| scene.trigger(before, Trigger::MediaNoun).is_some());
            scene.names_whole(id) || spoken || reporter
        }
        "armed-group" | "party" => scene.names_whole(id) || governed || !definite && hit.reading.cut == 0 && phrase::acts(scene, hit.first),
        _ => false,
    }
}

/// Whether a place opens a dateline: «تعز: عرفات القباطي», «جازان - واس».
fn opens_dateline(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let opens = hit.first == 0 || scene.text.tokens[hit.first].gap == Gap::Line;
    opens && hit.reading.cut == 0 && scene.continues(hit.next()) && scene.is_punct(hit.next(), &[':', '-', '–'])
}

/// Whether a place's name that is an ordinary word or somebody's name too stands where only a place does: «في حلب», «ريف درعا», «محافظ جدة». A noun wants
/// the text to speak of the place's country besides («في صور» are pictures anywhere but in Lebanon).
fn located(scene: &Scene<'_, '_>, hit: &Hit, known: &Known, own: u16) -> bool {
    let Some(before) = hit.first.checked_sub(1).filter(|before| scene.continues(hit.first) && scene.is_word(*before)) else { return false };
    let cut = hit.reading.cut as usize;
    let last_cut = cut.checked_sub(1).map(|at| scene.codes(hit.first)[at]);
    let within = last_cut == Some(arabic('ب'))
        || cut == 0
            && (matches!(scene.raw(before), "في" | "فى" | "وفي" | "وفى" | "قرب")
                || scene.trigger(before, Trigger::Direction).is_some()
                || scene.trigger(before, Trigger::PlaceContext).is_some());
    let towards = cut == 0 && matches!(scene.raw(before), "من" | "إلى" | "الى" | "ومن" | "وإلى" | "نحو" | "باتجاه" | "بين");
    // «دمشق وحلب»: a list of places of one country.
    let listed = last_cut == Some(arabic('و')) && {
        scene.hits(before).iter().any(|other| {
            matches!(other.meaning, Meaning::Entry { id, form: Form::Full, .. }
                if scene.gazetteer.known(id).kind == EntityType::Gpe && scene.gazetteer.known(id).country == known.country)
        })
    };
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
    let owned = own == 0 && (scene.raw(hit.last).ends_with(['ه', 'ي']) || scene.raw(hit.last).ends_with("نا"));
    // «في الدور الأول», «في العمارة»: a noun with its article is believed behind «محافظ», «ريف» alone.
    let with_article = definite && (noun || scene.gazetteer.classes_of(&scene.codes(hit.first)[cut + 2..]) & class::COMMON != 0);
    let governed = cut == 0 && scene.trigger(before, Trigger::PlaceContext).is_some();
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
    if with_article { governed && home } else { within || (towards || listed) && (home || !somebody) }
}

/// An agency or paper in a dateline: «عمان - بترا», «(وات)», «/العمانية/», «أديس أبابا / الأناضول».
fn dateline(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let medium = matches!(scene.gazetteer.known(entry(hit)).subtype.as_str(), "agency" | "newspaper" | "channel");
    let from = hit.first.saturating_sub(8);
    let near_line_start = (from..=hit.first).any(|at| scene.text.tokens[at].gap == Gap::Line);
    let led = hit.first > 0 && scene.continues(hit.first) && scene.is_punct(hit.first - 1, &['-', '–', '/', '(', ':', '+']);
    let next = hit.next();
    let closed = !scene.continues(next) || scene.is_punct(next, &['-', '–', '/', ')', ':', '،', '+']);
    medium && near_line_start && led && closed
}

/// Clubs that play somewhere in the text, whatever else their names mean.
fn playing(scene: &Scene<'_, '_>) -> HashSet<EntryId> {
    let club = |hit: &&Hit| {
        matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).subtype == "club")
            && scene.is_sports(hit.first)
            && (hit.len() > 1 || plays(scene, hit))
    };
    (0..scene.len()).flat_map(|at| scene.hits(at)).filter(club).map(entry).collect()
}

/// Whether a club that plays elsewhere in the text may do so here.
fn may_play(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let cut = hit.reading.cut as usize;
    let glued = hit.reading.article || cut > 0 && scene.codes(hit.first)[cut - 1] == arabic('ب');
    !glued && !placed(scene, hit.first) && !described(scene, hit)
}

/// Whether a club's name that is an ordinary word too stands where a club does in a sentence about sport: behind «فريق», «مدرب», «على», a verb or another
/// club, not behind a noun that it completes («إنتاج النفط», «أسواق المدينة»).
fn plays(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    if placed(scene, hit.first) || described(scene, hit) {
        return false;
    }
    let word = hit.len() == 1 && scene.is_common(hit.first);
    if !word {
        return true;
    }
    let sentence = scene.sentence(hit.first);
    let range = &scene.text.sentences[sentence as usize];
    let other = |at: usize| {
        scene.hits(at).iter().any(|other| {
            matches!(other.meaning, Meaning::Entry { id, form, .. }
                if scene.gazetteer.known(id).subtype == "club" && (form != Form::Hint || at != hit.first) && id != entry(hit))
        })
    };
    let sport =
        (range.start as usize..range.end as usize).any(|at| at != hit.first && (scene.trigger(at, Trigger::Sport).is_some() || other(at)));
    let Some(before) = hit.first.checked_sub(1).filter(|before| scene.continues(hit.first) && scene.is_word(*before)) else { return sport };
    let leads = scene.trigger(before, Trigger::Sport).is_some()
        || scene.trigger(before, Trigger::SportsHead).is_some()
        || scene.hits(before).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_)))
        || other(before);
    // «للنفط», «بالوحدة»: behind a glued preposition it is the word.
    let with = hit.reading.cut > 0 && scene.codes(hit.first)[hit.reading.cut as usize - 1] == arabic('ب');
    let goals = scene.raw(before) == "أهداف";
    if leads && !with && !goals {
        return true;
    }
    let glued = hit.reading.article || hit.reading.cut > 0 && scene.codes(hit.first)[hit.reading.cut as usize - 1] != arabic('و');
    let classes = scene.inflected_classes(before);
    let player = verb_of_sport(scene, before) || OPPONENTS.contains(&scene.raw(before));
    let noun = classes & class::COMMON != 0 && classes & (class::FUNCTION | class::VERB | class::SPEECH) == 0 && !player;
    sport && !glued && !noun
}

/// Who a club plays against, before its name: «ضيفه الاتفاق».
const OPPONENTS: [&str; 9] = ["ضيفه", "مضيفه", "منافسه", "غريمه", "خصمه", "نظيره", "جاره", "ضيفته", "التقليدي"];

/// Whether a token is what clubs do: «تغلب», «فاز», «يواجه».
fn verb_of_sport(scene: &Scene<'_, '_>, at: usize) -> bool {
    const VERBS: [&str; 26] = [
        "تغلب",
        "سجل",
        "تأهل",
        "لعب",
        "فاز",
        "خسر",
        "تعادل",
        "واجه",
        "يواجه",
        "استضاف",
        "يستضيف",
        "حقق",
        "أحرز",
        "هزم",
        "انتزع",
        "يلتقي",
        "التقى",
        "تصدر",
        "كسب",
        "سقط",
        "تعثر",
        "توج",
        "يلعب",
        "يخوض",
        "خطف",
        "عمق",
    ];
    let raw = scene.raw(at);
    scene.is_word(at) && (VERBS.contains(&raw) || raw.strip_prefix(['و', 'ف']).is_some_and(|rest| VERBS.contains(&rest)))
}

/// Whether a club's name is the noun of something done together: «التعاون», «الاتفاق», «الوحدة», «الاتحاد».
fn ends_like_masdar(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    ["التعاون", "الاتفاق", "الوحدة", "الاتحاد", "التضامن"].iter().any(|word| ends(scene.codes(hit.first), word))
}

/// «التعاون الاقتصادي», «الاتفاق الذي»: an ordinary word that is described is no club's name; a nisba may follow one («الاتحاد السعودي»).
fn described(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    let next = hit.next();
    let own = scene.classes(hit.first) | scene.inflected_classes(hit.first);
    // «المركب الرياضي», «وزير الشباب»: behind a definite noun it is an adjective, behind an office its complement.
    if let Some(before) =
        hit.first.checked_sub(1).filter(|_| hit.reading.cut == 0 && scene.continues(hit.first) && scene.is_word(hit.first - 1))
    {
        let office =
            scene.hits(before).iter().any(
                |hit| matches!(hit.meaning, Meaning::Position(id) if scene.gazetteer.positions[id.0 as usize].usage != PositionUse::Role),
            ) && !["مدرب", "رئيس", "قائد", "مدير", "نجم"].iter().any(|office| ends(scene.codes(before), office));
        let opponent = OPPONENTS.contains(&scene.raw(before));
        let noun = (0..=1).any(|cut| phrase::definite(scene, before, cut))
            && scene.is_common(before)
            && !opponent
            && scene.trigger(before, Trigger::Sport).is_none();
        if office || noun && phrase::definite(scene, hit.first, 0) {
            return true;
        }
    }
    let nisba = |at: usize| scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }));
    // «النجم البرازيلي» is no Tunisian club.
    let country = &scene.gazetteer.known(entry(hit)).country;
    let abroad = scene.continues(next)
        && scene
            .whole_hits(next)
            .find_map(|hit| match hit.meaning {
                Meaning::Nisba { id, definite: true, .. } => Some(scene.gazetteer.known(id)),
                _ => None,
            })
            .is_some_and(|of| of.subtype == "country" && !of.country.is_empty() && of.country != *country);
    // «التعاون مع الحكم», «الاتفاق على موعد»: unless a verb of sport stands before it («تعادل التعاون مع ضيفه»).
    let played = hit.first > 0 && scene.continues(hit.first) && verb_of_sport(scene, hit.first - 1);
    let between =
        !played && scene.continues(next) && ["بين", "مع", "على", "بشأن", "حول"].contains(&scene.raw(next)) && ends_like_masdar(scene, hit);
    if abroad || between {
        return true;
    }
    hit.len() == 1
        && own & class::COMMON != 0
        && scene.continues(next)
        && scene.is_word(next)
        && (["الذي", "التي", "الذى", "التى"].contains(&scene.raw(next))
            || phrase::definite(scene, next, 0) && phrase::adjective(scene, next) && !nisba(next))
}

/// Whether a token stands where a place stands: behind «في», «مدينة».
fn placed(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > 0
        && scene.continues(at)
        && (matches!(scene.raw(at - 1), "في" | "فى" | "إلى" | "الى") || scene.trigger(at - 1, Trigger::PlaceDesignator).is_some())
}

/// Whether the neighbours of an ambiguous place let it be one: «عجز مالي», «مدرسة بنين» are nouns with an adjective or complement; «قطر الأنبوب» governs a noun.
fn plausible(scene: &Scene<'_, '_>, hit: &Hit, known: &Known) -> bool {
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
        && !phrase::adjective(scene, next);
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
        return scene.mentions_country(&known.country) || within && !owned && !governs;
    }
    let Some(before) = hit.first.checked_sub(1).filter(|_| scene.continues(hit.first) && scene.is_word(hit.first - 1)) else { return true };
    let classes = scene.inflected_classes(before);
    let noun = classes & class::COMMON != 0 && classes & (class::FUNCTION | class::VERB | class::SPEECH) == 0;
    let leads =
        scene.hits(before).iter().any(|hit| matches!(hit.meaning, Meaning::Position(_) | Meaning::Entry { .. } | Meaning::Trigger(_)));
    !noun || leads
}

/// Whether a hit fills a pair of quotation marks.
fn quoted(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    hit.first > 0
        && scene.continues(hit.first)
        && scene.is_punct(hit.first - 1, &['"', '«', '“'])
        && scene.is_punct(hit.next(), &['"', '»', '”'])
}
