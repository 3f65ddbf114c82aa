//! Numbers that count or measure: percentages, money, quantities with units, bare counts, ordinals.

use super::candidate::{Candidate, Source};
use super::durations;
use super::numbers::{self, Number};
use super::phrase;
use super::scene::{Hit, Scene, kind};
use crate::analysis::Value;
use crate::entity_type::EntityType;
use crate::gazetteer::names::Node;
use crate::gazetteer::{Meaning, OrdinalForm, Trigger, class, nisba};
use crate::text::clitics::Reading;
use crate::text::fold::{arabic, ends, is};
use crate::text::{Gap, TokenKind};

const WHOLE: Reading = Reading { cut: 0, article: false };

/// Proposes every amount.
pub fn propose(scene: &Scene<'_, '_>, out: &mut Vec<Candidate>) {
    // «صفر - 2»: what is no goal is spelled like a month.
    const AMOUNTS: u128 = kind::NUMBER | kind::ORDINAL | kind::UNIT | kind::CURRENCY | kind::MONTH;
    let mut at = 0;
    while at < scene.len() {
        let digits = scene.text.tokens[at].kind == TokenKind::Number;
        if !digits && !scene.begins(at, AMOUNTS) {
            at = rank(scene, at, out).unwrap_or(at) + 1;
            continue;
        }
        currency_alone(scene, at, out);
        dual(scene, at, out);
        if let Some(last) = ordinal(scene, at, out).or_else(|| rank(scene, at, out)) {
            at = last + 1;
            continue;
        }
        if let Some(last) = result(scene, at, out).or_else(|| durations::duration(scene, at, out)) {
            at = last + 1;
            continue;
        }
        let Some(number) = numbers::parse(scene, at) else {
            at += 1;
            continue;
        };
        at = amount(scene, &number, out).unwrap_or(number.last) + 1;
    }
}

/// What a number is by what follows it; gives the last token used.
fn amount(scene: &Scene<'_, '_>, number: &Number, out: &mut Vec<Candidate>) -> Option<usize> {
    if let Some(last) = between(scene, number, out) {
        return Some(last);
    }
    let next = number.last + 1;
    let here = |last, kind, score, rule| Candidate::spanning(scene, number.first, number.reading, last, kind, score, rule);
    if let Some(last) = percent(scene, next) {
        out.extend(
            here(last, EntityType::Percent, 0.97, "percent.sign")
                .map(|found| found.valued(Value::Number { decimal: number.decimal.clone() })),
        );
        return Some(last);
    }
    if let Some(sign) =
        number.first.checked_sub(1).filter(|before| scene.is_punct(*before, &['$', '€', '£', '¥']) && scene.continues(number.first))
    {
        let code = sign_code(scene.raw(sign));
        out.extend(
            Candidate::spanning(scene, sign, WHOLE, number.last, EntityType::Money, 0.95, "money.sign")
                .map(|found| found.valued(money(number, code))),
        );
        return None;
    }
    if scene.is_punct(next, &['$', '€', '£', '¥']) && scene.continues(next) {
        out.extend(here(next, EntityType::Money, 0.95, "money.sign").map(|found| found.valued(money(number, sign_code(scene.raw(next))))));
        return Some(next);
    }
    if let Some(currency) = currency(scene, next) {
        let Meaning::Currency(id) = currency.meaning else { return None };
        let code = &scene.gazetteer.currencies[id as usize].code;
        out.extend(here(currency.last, EntityType::Money, 0.96, "money.currency").map(|found| found.valued(money(number, code))));
        out.push(Candidate::over(currency, EntityType::Curr, 0.9, Source::Rule("currency.in-money")));
        return Some(currency.last);
    }
    // «سباق 100 م», «9,72 ث»: metres and seconds by their letter.
    let short = scene.continues(next)
        && scene.is_sports(next)
        && scene.is_word(next)
        && !(1900..2100).contains(&number.decimal.parse().unwrap_or(0));
    let letter = || match scene.raw(next) {
        "م" => Some("متر"),
        "ث" => Some("ثانية"),
        _ => None,
    };
    if let Some(name) = short.then(letter).flatten() {
        let value = Value::Quantity { decimal: number.decimal.clone(), unit: name.to_owned() };
        out.extend(here(next, EntityType::Quantity, 0.93, "quantity.unit").map(|found| found.valued(value)));
        out.extend(Candidate::spanning(scene, next, WHOLE, next, EntityType::Unit, 0.9, "unit.in-quantity"));
        return Some(next);
    }
    if let Some(unit) = unit(scene, next).filter(|_| !contracts(scene, number, next)) {
        let Meaning::Unit(id) = unit.meaning else { return None };
        let name = scene.gazetteer.units[id as usize].name.clone();
        let value = Value::Quantity { decimal: number.decimal.clone(), unit: name };
        out.extend(here(unit.last, EntityType::Quantity, 0.93, "quantity.unit").map(|found| found.valued(value)));
        out.push(Candidate::over(unit, EntityType::Unit, 0.9, Source::Rule("unit.in-quantity")));
        return Some(unit.last);
    }
    cardinal(scene, number, out);
    None
}

/// «4-1», «2/1», «5-صفر», «6 - 3» in a text about sport: the result of a match or a set, one count.
fn result(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) -> Option<usize> {
    let goals = |at: usize| {
        scene.token(at).is_some_and(|token| token.kind == TokenKind::Number && token.codes <= 3)
            || scene.is_word(at) && matches!(scene.raw(at), "صفر")
    };
    let mark = at + 1;
    let last = at + 2;
    let played = goals(at) && scene.is_punct(mark, &['-', '–', '/']) && goals(last) && scene.continues(mark) && scene.continues(last);
    // Not a longer chain: a date, a telephone number.
    let chained = scene.is_punct(last + 1, &['-', '–', '/']) && scene.token(last + 2).is_some_and(|token| token.kind == TokenKind::Number)
        || at > 0 && scene.continues(at) && scene.is_punct(at - 1, &['-', '–', '/']);
    // «2-3 أسابيع» measures.
    // «6-4 و6-3»: several in a row are sets, whatever the text is about.
    let counts = |at: usize| scene.token(at).is_some_and(|token| token.kind == TokenKind::Number && token.codes == 1);
    let pair = |at: usize| counts(at) && scene.is_punct(at + 1, &['-', '–']) && counts(at + 2) && scene.continues(at + 1);
    let sets = pair(at)
        && (scene.continues(last + 1) && scene.raw(last + 1) == "و" && pair(last + 2)
            || at >= 4 && scene.continues(at) && scene.raw(at - 1) == "و" && pair(at - 4));
    if !played || chained || !(scene.is_sports(at) || sets) || unit(scene, last + 1).is_some() {
        return None;
    }
    out.extend(Candidate::spanning(scene, at, WHOLE, last, EntityType::Cardinal, 0.85, "cardinal.result"));
    Some(last)
}

/// «بين 100 و400 مليمتر», «بين 3 و3.25 في المائة»: two bounds of one amount.
fn between(scene: &Scene<'_, '_>, number: &Number, out: &mut Vec<Candidate>) -> Option<usize> {
    let led = number.first > 0 && scene.continues(number.first) && scene.raw(number.first - 1) == "بين";
    let and = number.last + 1;
    if !led || !scene.continues(and) || !scene.is_word(and) || scene.codes(and)[0] != arabic('و') {
        return None;
    }
    let at = if scene.codes(and).len() == 1 { and + 1 } else { and };
    let second = numbers::parse(scene, at).filter(|second| second.last + 1 < scene.len() && scene.continues(second.last + 1))?;
    let next = second.last + 1;
    let whole = |last, kind, rule| Candidate::spanning(scene, number.first, number.reading, last, kind, 0.93, rule);
    if let Some(last) = percent(scene, next) {
        out.extend(whole(last, EntityType::Percent, "percent.between"));
        return Some(last);
    }
    if let Some(unit) = unit(scene, next) {
        out.extend(whole(unit.last, EntityType::Quantity, "quantity.between"));
        out.push(Candidate::over(unit, EntityType::Unit, 0.9, Source::Rule("unit.in-quantity")));
        return Some(unit.last);
    }
    let currency = currency(scene, next)?;
    out.extend(whole(currency.last, EntityType::Money, "money.between"));
    out.push(Candidate::over(currency, EntityType::Curr, 0.9, Source::Rule("currency.in-money")));
    Some(currency.last)
}

fn percent(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    if !scene.continues(at) {
        return None;
    }
    if scene.is_punct(at, &['%', '٪']) {
        return Some(at);
    }
    scene.whole_trigger(at, Trigger::Percent).map(|hit| hit.last)
}

fn currency<'s>(scene: &'s Scene<'_, '_>, at: usize) -> Option<&'s Hit> {
    scene.continues(at).then(|| scene.whole_hits(at).find(|hit| matches!(hit.meaning, Meaning::Currency(_)))).flatten()
}

/// «وقعت خمسة عقود لتطوير المصفاة»: decades are not signed.
fn contracts(scene: &Scene<'_, '_>, number: &Number, at: usize) -> bool {
    const SIGNED: [&str; 11] = ["وقع", "توقيع", "أبرم", "ابرم", "إبرام", "أرس", "ترس", "إرساء", "طرح", "منح", "تنفيذ"];
    let word = matches!(scene.raw(at), "عقد" | "عقود" | "عقدا" | "عقدين");
    let from = number.first.saturating_sub(5);
    let signed = || (from..number.first).any(|before| SIGNED.iter().any(|stem| scene.raw(before).contains(stem)));
    let next = at + 1;
    let object = || {
        scene.continues(next) && scene.is_word(next) && scene.codes(next)[0] == arabic('ل') && scene.classes(next) & class::FUNCTION == 0
    };
    word && (signed() || object())
}

/// The unit that stands at a token.
pub fn unit<'s>(scene: &'s Scene<'_, '_>, at: usize) -> Option<&'s Hit> {
    scene.continues(at).then(|| scene.whole_hits(at).find(|hit| matches!(hit.meaning, Meaning::Unit(_)))).flatten()
}

fn money(number: &Number, code: &str) -> Value {
    Value::Money { decimal: number.decimal.clone(), currency_code: code.to_owned() }
}

fn sign_code(sign: &str) -> &'static str {
    match sign {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        _ => "",
    }
}

fn cardinal(scene: &Scene<'_, '_>, number: &Number, out: &mut Vec<Candidate>) {
    let token = &scene.text.tokens[number.first];
    let digits = token.kind == TokenKind::Number;
    // «F-16», «إس 300», «1/2»: part of a name or a fraction, not a count.
    let glued = |at: usize| {
        scene.token(at).is_some_and(|next| {
            next.gap == Gap::None && !matches!(next.kind, TokenKind::Punct('،' | '.' | ')' | '»' | '"' | ':' | '؛' | ',' | '!' | '؟' | '('))
        })
    };
    let before = number.first.checked_sub(1).map(|before| &scene.text.tokens[before]);
    let led = token.gap == Gap::None
        && before.is_some_and(|before| matches!(before.kind, TokenKind::Latin | TokenKind::Punct('-' | '/' | '\\' | '+' | '#')));
    if digits && (led || glued(number.last + 1)) {
        return;
    }
    let (mut first, mut reading) = (number.first, number.reading);
    if digits
        && token.gap <= Gap::Space
        && let Some(article) = article_before(scene, number.first)
    {
        (first, reading) = article;
        if !plural(scene, first) {
            let ordinal = Candidate::spanning(scene, first, reading, number.last, EntityType::Ordinal, 0.9, "ordinal.digits");
            out.extend(ordinal.map(|found| found.valued(Value::Number { decimal: number.decimal.clone() })));
            return;
        }
    }
    // «واحدة من أكثر …» picks one out and counts nothing.
    if !digits && number.decimal == "1" {
        return;
    }
    if !digits && vague(scene, number) {
        return;
    }
    // «الدقيقة الثمانين», «عيد ميلاده السبعين»: tens with the article behind one thing order it.
    if !digits && number.definite && orders(scene, number) {
        let ordinal = Candidate::spanning(scene, first, reading, number.last, EntityType::Ordinal, 0.84, "ordinal.tens");
        out.extend(ordinal.map(|found| found.valued(Value::Number { decimal: number.decimal.clone() })));
        return;
    }
    let score = if digits { 0.8 } else { 0.78 };
    out.extend(
        Candidate::spanning(scene, first, reading, number.last, EntityType::Cardinal, score, "cardinal.count")
            .map(|found| found.valued(Value::Number { decimal: number.decimal.clone() })),
    );
}

/// Whether tens with the article stand behind a single thing.
fn orders(scene: &Scene<'_, '_>, number: &Number) -> bool {
    let tens = number.decimal.len() == 2 && number.decimal.ends_with('0') && number.decimal != "10";
    let Some(before) = number.first.checked_sub(1).filter(|before| scene.continues(number.first) && scene.is_word(*before)) else {
        return false;
    };
    let owned = scene.raw(before).ends_with('ه') || scene.raw(before).ends_with("ها");
    let single = (0..=2).any(|cut| super::phrase::definite(scene, before, cut)) || owned;
    tens && number.last == number.first && number.reading.cut == 0 && single && !plural(scene, number.first)
}

/// «آلاف», «الملايين» count nothing; «ألف الكاتب», «تسع السفينة» are verbs: a number word alone wants an indefinite noun behind it, or the article.
fn vague(scene: &Scene<'_, '_>, number: &Number) -> bool {
    if number.last > number.first {
        return false;
    }
    let codes = scene.codes(number.first);
    let scale = ["آلاف", "ملايين", "مليارات", "الآلاف", "الملايين", "المليارات", "بلايين"]
        .iter()
        .any(|word| is(&codes[number.reading.cut as usize..], word));
    let verb = ["ألف", "تسع", "سبع", "عشر", "ست"].iter().any(|word| is(codes, word));
    let next = number.last + 1;
    scale || verb && (!scene.continues(next) || !scene.is_word(next) || super::phrase::definite(scene, next, 0))
}

/// «الـ24»: the article as a token of its own before digits.
fn article_before(scene: &Scene<'_, '_>, at: usize) -> Option<(usize, Reading)> {
    let before = at.checked_sub(1).filter(|before| scene.is_word(*before) && scene.continues(at))?;
    let codes = scene.codes(before);
    let cut = codes.len().checked_sub(2)?;
    let tatweel = scene.raw(before).contains('ـ') || scene.text.tokens[at].gap == Gap::None;
    (tatweel && cut <= 2 && codes[cut..] == [arabic('ا'), arabic('ل')]).then_some((before, Reading { cut: cut as u8, article: false }))
}

/// Whether the noun before «الـ13» is a plural, so that the number counts («سنوات إدارته الـ13») and does not order («الاجتماع الـ24»).
fn plural(scene: &Scene<'_, '_>, at: usize) -> bool {
    (1..=2).filter_map(|back| at.checked_sub(back)).any(|before| {
        let codes = scene.codes(before);
        let ends = |suffix: &str| ends(codes, suffix);
        let trigger = [Trigger::YearPlural, Trigger::MonthPlural, Trigger::DayPlural, Trigger::WeekPlural]
            .iter()
            .any(|class| scene.trigger(before, *class).is_some());
        trigger
            || codes.len() > 4 && (ends("ات") || ends("ين") || ends("ون"))
            || ["الدول", "دول", "سنوات", "الأعضاء", "أشهر", "أيام"].iter().any(|word| is(codes, word))
    })
}

/// Two of a unit in one word: «يومين», «أسبوعين», «درجتين مئويتين».
fn dual(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    for hit in scene.hits(at) {
        let Meaning::Unit(id) = hit.meaning else { continue };
        let codes = scene.codes(hit.first);
        let letters = &codes[hit.reading.cut as usize..];
        let is_dual = letters.len() > 4 && letters.ends_with(&[arabic('ي'), arabic('ن')])
            || letters.len() > 5 && letters.ends_with(&[arabic('ا'), arabic('ن')]);
        let definite = letters.starts_with(&[arabic('ا'), arabic('ل')]);
        if !is_dual || definite || hit.reading.cut > 0 && scene.whole(at).is_some() {
            continue;
        }
        let value = Value::Quantity { decimal: "2".to_owned(), unit: scene.gazetteer.units[id as usize].name.clone() };
        out.push(Candidate::over(hit, EntityType::Quantity, 0.88, Source::Rule("quantity.dual")).valued(value));
        return;
    }
    // «عام واحد»: the unit before its number.
    let one = ["واحد", "واحدة"];
    if let Some(hit) = scene.whole_hits(at).find(|hit| matches!(hit.meaning, Meaning::Unit(_)))
        && scene.continues(hit.next())
        && scene.is_word(hit.next())
        && one.iter().any(|word| is(scene.codes(hit.next()), word))
    {
        let Meaning::Unit(id) = hit.meaning else { return };
        let value = Value::Quantity { decimal: "1".to_owned(), unit: scene.gazetteer.units[id as usize].name.clone() };
        out.extend(
            Candidate::spanning(scene, at, WHOLE, hit.next(), EntityType::Quantity, 0.88, "quantity.one").map(|found| found.valued(value)),
        );
        out.push(Candidate::over(hit, EntityType::Unit, 0.85, Source::Rule("unit.in-quantity")));
    }
}

fn currency_alone(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) {
    for hit in scene.hits(at) {
        let Meaning::Currency(id) = hit.meaning else { continue };
        let currency = &scene.gazetteer.currencies[id as usize];
        let letters = &scene.codes(at)[hit.reading.cut as usize..];
        // «إلينا» is no yen: the article has no hamza.
        let article = letters.starts_with(&[arabic('ا'), arabic('ل')]);
        if article && !phrase::definite(scene, at, hit.reading.cut as usize) && letters.len() > 3 {
            return;
        }
        let definite = hit.reading.article || article;
        let known = !currency.ambiguous || definite;
        if known && !(hit.reading.cut > 0 && scene.whole(at).is_some()) {
            out.push(Candidate::over(hit, EntityType::Curr, 0.8, Source::Rule("currency.name")));
        }
        return;
    }
}

/// «الثالثة», «ثالث زيارة», «الرابع والعشرين», «الحادي عشر»; gives the last token used.
fn ordinal(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) -> Option<usize> {
    let hit = scene.hits(at).iter().find(|hit| matches!(hit.meaning, Meaning::Ordinal { .. }))?;
    let Meaning::Ordinal { mut value, form } = hit.meaning else { return None };
    // «الفريق أول عبد الفتاح»: part of a rank.
    let rank = at > 0
        && scene.continues(at)
        && ["الفريق", "فريق", "الملازم", "ملازم", "العريف", "عريف"].iter().any(|rank| ends(scene.codes(at - 1), rank));
    if rank && form == OrdinalForm::Indefinite {
        return None;
    }
    let mut last = hit.last;
    let tens = |at: usize| {
        scene.hits(at).iter().find_map(|hit| match hit.meaning {
            Meaning::Ordinal { value, form: OrdinalForm::Tens } if hit.reading.cut == 1 => Some((value, hit.last)),
            _ => None,
        })
    };
    if matches!(form, OrdinalForm::Definite | OrdinalForm::Compound) && scene.continues(last + 1) {
        if let Some((more, end)) = tens(last + 1) {
            value += more;
            last = end;
        } else if form == OrdinalForm::Compound {
            return None;
        }
    }
    let counted = match form {
        // «أول لقاء» but not «أولى خطواته نحو», «في أول الأمر».
        OrdinalForm::Indefinite
            if at > 0 && scene.continues(at) && hit.reading.cut == 0 && behind_noun(scene, at) && !before_yesterday(scene, at) =>
        {
            true
        }
        OrdinalForm::Indefinite => {
            scene.continues(last + 1)
                && scene.is_word(last + 1)
                && (scene.raw(last + 1) == "مرة" || scene.inflected_classes(last + 1) & (class::FUNCTION | class::VERB) == 0)
        }
        OrdinalForm::Tens => !scene.hits(at).iter().any(|hit| matches!(hit.meaning, Meaning::Number(_))),
        _ => true,
    };
    // «لأول مرة» is nothing else, though a word of its own in the lists.
    let first_time = matches!(scene.raw(at), "لأول" | "لاول" | "كأول" | "كاول" | "وأول" | "بأول");
    if !counted || hit.reading.cut > 0 && scene.whole(at).is_some() && !first_time {
        return None;
    }
    let nominal = nisba_follows(scene, last + 1);
    let candidate = Candidate::spanning(scene, at, hit.reading, last, EntityType::Ordinal, if nominal { 0.7 } else { 0.8 }, "ordinal.word");
    out.extend(candidate.map(|found| found.valued(Value::Number { decimal: value.to_string() })));
    Some(last)
}

/// «حلت موريتانيا ثالثة», «جاء العداء سابعا»: a place in a ranking, behind a verb that gives one. «ثانيا: …» in an enumeration is none.
fn rank(scene: &Scene<'_, '_>, at: usize, out: &mut Vec<Candidate>) -> Option<usize> {
    const PLACED: [&str; 9] = ["حل", "حلت", "حلّ", "حلّت", "جاء", "جاءت", "صنف", "أنهى", "أنهت"];
    let codes = scene.codes(at);
    if !scene.is_word(at) || !(4..=6).contains(&codes.len()) || scene.is_punct(at + 1, &[':']) {
        return None;
    }
    let stem = codes.strip_suffix(&[arabic('ا')]).or_else(|| codes.strip_suffix(&[arabic('ه')]))?;
    let node = scene.gazetteer.names.step(Node::ROOT, scene.gazetteer.vocabulary.get(stem)?)?;
    let value = scene.gazetteer.names.meanings(node).find_map(|meaning| match meaning {
        Meaning::Ordinal { value, form: OrdinalForm::Indefinite } => Some(*value),
        _ => None,
    })?;
    let from = at.saturating_sub(6);
    let placed = (from..at)
        .any(|before| scene.sentence(before) == scene.sentence(at) && PLACED.contains(&scene.raw(before).trim_start_matches(['و', 'ف'])));
    if !placed {
        return None;
    }
    out.extend(
        Candidate::spanning(scene, at, WHOLE, at, EntityType::Ordinal, 0.78, "ordinal.rank")
            .map(|found| found.valued(Value::Number { decimal: value.to_string() })),
    );
    Some(at)
}

/// «ولاية ثالثة»: an indefinite feminine ordinal behind an indefinite feminine noun.
fn behind_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    let feminine = |at: usize| scene.codes(at).ends_with(&[arabic('ه')]);
    let before = scene.inflected_classes(at - 1);
    before & class::COMMON != 0
        && before & (class::FUNCTION | class::VERB) == 0
        && feminine(at) == feminine(at - 1)
        && !super::phrase::definite(scene, at - 1, 0)
}

/// «مساء أول أمس», «أول من أمس».
fn before_yesterday(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.continues(at + 1) && matches!(scene.raw(at + 1), "أمس" | "امس" | "من")
}

fn nisba_follows(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hits(at).iter().any(|hit| matches!(hit.meaning, Meaning::Nisba { shape: nisba::Shape::Masculine, .. }))
}
