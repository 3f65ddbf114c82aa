//! Texts that were made to hurt: each a way to fill any number of bytes.

#![allow(dead_code)]

/// What it is, and the text of at least so many bytes, by a few at most more.
pub type Entry = (&'static str, fn(usize) -> String);

/// The catalogue.
pub const ENTRIES: &[Entry] = &[
    ("quotes opened and never closed", |bytes| fill("«", bytes)),
    ("quotes in quotes, all closed", |bytes| nested("«قال ", "»", bytes)),
    ("quotes in quotes behind verbs", |bytes| fill("«قال: «نعم» ", bytes)),
    ("brackets in brackets", |bytes| nested("(وزير ", ")", bytes)),
    ("one conjunction after the other", |bytes| fill("و", bytes)),
    ("conjunctions as words", |bytes| fill("و ", bytes)),
    ("one Arabic word", |bytes| fill("ا", bytes)),
    ("one word of ligatures that are eighteen letters each", |bytes| fill("ﷺ", bytes)),
    ("one Latin word", |bytes| fill("a", bytes)),
    ("one word of another script", |bytes| fill("жи", bytes)),
    ("one number", |bytes| fill("1", bytes)),
    ("one number of thousands and fractions", |bytes| fill("1,2.", bytes)),
    ("one word of proclitics", |bytes| fill("وبالل", bytes)),
    ("numbers", |bytes| fill("1 ", bytes)),
    ("numbers, all of them different", |bytes| each(bytes, |i| format!("{i} "))),
    ("numbers in words", |bytes| fill("مئة وخمس ", bytes)),
    ("thousands of thousands", |bytes| fill("ألف ", bytes)),
    ("lone marks", |bytes| fill("\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{670}", bytes)),
    ("marks on one letter", |bytes| format!("ب{}", fill("\u{651}\u{64E}", bytes))),
    ("marks as words", |bytes| fill("\u{651} ", bytes)),
    ("a word of tatweel", |bytes| format!("قم{}ة", fill("\u{640}", bytes))),
    ("all bidi controls", |bytes| {
        fill("\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}", bytes)
    }),
    ("words between bidi controls", |bytes| fill("\u{202E}قمة\u{202C} ", bytes)),
    ("U+0000", |bytes| fill("\0", bytes)),
    ("words between U+0000", |bytes| fill("قمة\0 ", bytes)),
    ("control characters", |bytes| fill("\u{1}\u{7}\u{1B}\u{7F}\u{9F}", bytes)),
    ("noncharacters and private use", |bytes| fill("\u{FFFF}\u{10FFFF}\u{E000}\u{FFFD}", bytes)),
    ("emoji of several code points", |bytes| fill("👨\u{200D}👩\u{200D}👧\u{FE0F}", bytes)),
    ("blanks", |bytes| fill(" ", bytes)),
    ("line breaks", |bytes| fill("\n", bytes)),
    ("lines of one word", |bytes| fill("قمة\n", bytes)),
    ("full stops", |bytes| fill(".", bytes)),
    ("initials", |bytes| fill("د. ", bytes)),
    ("commas", |bytes| fill("،", bytes)),
    ("web addresses", |bytes| fill("http://www.un.org/a?b=c ", bytes)),
    ("one web address", |bytes| format!("http://un.org/{}", fill("a/", bytes))),
    ("Latin text", |bytes| fill("the quick brown fox ", bytes)),
    ("heads of names", |bytes| fill("قمة ", bytes)),
    ("patronyms", |bytes| fill("بن ", bytes)),
    ("names that want another word", |bytes| fill("عبد ", bytes)),
    ("titles", |bytes| fill("رئيس ", bytes)),
    ("titles of titles", |bytes| fill("نائب مساعد وزير خارجية جمهورية ", bytes)),
    ("ministers of everything", |bytes| format!("وزراء الدفاع {}", fill("والخارجية ", bytes))),
    ("adjectives", |bytes| format!("الرئيس {}", fill("الروسي والصيني ", bytes))),
    ("bodies without a dotted ta", |bytes| fill("منظمه ", bytes)),
    ("lists of names", |bytes| fill("محمد علي وعلي، ", bytes)),
    ("lists of years", |bytes| fill("عام 2001، ", bytes)),
    ("dates", |bytes| fill("4/7/2024 الموافق 28 ذو الحجة 1445 هـ ", bytes)),
    ("summits of everywhere", |bytes| fill("قمة موسكو 2024، قمة باريس 2023، ", bytes)),
    ("people whom nobody knows", |bytes| each(bytes, |i| format!("وصل الرئيس {} {} إلى القمة. ", word(i), word(i + 7)))),
    ("bodies that nobody knows", |bytes| each(bytes, |i| format!("شركة {} في مدينة {}، ", word(i), word(i + 3)))),
    ("a name and its last part", |bytes| each(bytes, |i| format!("الرئيس جون {0} قال {0} ", word(i)))),
    ("statements of one person", |bytes| each(bytes, |i| format!("قال بوتين إن {} {} {}. ", word(i), word(i + 1), word(i + 2)))),
    ("statements of everybody", |bytes| {
        each(bytes, |i| format!("وقال الرئيس جون {}: «{} {} {}». ", word(i), word(i + 1), word(i + 2), word(i + 3)))
    }),
    ("meetings of everybody with everybody", |bytes| {
        each(bytes, |i| format!("التقى الرئيس جون {} الرئيس جون {}. ", word(i), word(i * 3 + 1)))
    }),
    ("stand-ins of everybody", |bytes| each(bytes, |i| format!("أوفد الرئيس جون {} وزير الخارجية جون {}. ", word(i), word(i + 5)))),
    ("documents of every name", |bytes| each(bytes, |i| format!("وقع القادة إعلان {} وميثاق {}. ", word(i), word(i + 1)))),
    ("themes and sessions", |bytes| {
        each(bytes, |i| format!("عقدت القمة جلسة {} موسعة تحت شعار «{} {}». ", word(i), word(i + 1), word(i + 2)))
    }),
    ("agendas", |bytes| each(bytes, |i| format!("يبحث القادة في القمة {} {}، {} {}. ", word(i), word(i + 1), word(i + 2), word(i + 3)))),
    ("summits of the past", |bytes| each(bytes, |i| format!("وكانت القمة العربية قد عقدت في القاهرة عام {}. ", 1900 + i % 120))),
    ("members that join", |bytes| {
        each(bytes, |i| format!("انضمت مصر إلى جامعة الدول العربية عام {}، وتضم الجامعة {i} دولة. ", 1900 + i % 120))
    }),
    ("counterparts", |bytes| each(bytes, |i| format!("الرئيس الـ{} جون {} التقى نظيره التركي. ", word(i), word(i + 1)))),
    ("an article again and again", |bytes| fill(include_str!("../articles/jeddah.txt"), bytes)),
];

/// The same again and again.
pub fn fill(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

fn nested(open: &str, close: &str, bytes: usize) -> String {
    let depth = bytes / (open.len() + close.len());
    open.repeat(depth) + &close.repeat(depth)
}

/// Something different again and again.
fn each(bytes: usize, unit: fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 256);
    let mut i = 0;
    while text.len() < bytes {
        text += &unit(i);
        i += 1;
    }
    text
}

/// A word of five letters that no list knows, another for each number.
fn word(mut number: usize) -> String {
    const LETTERS: [char; 12] = ['ر', 'س', 'ل', 'ن', 'ي', 'ا', 'و', 'ك', 'ت', 'د', 'م', 'ش'];
    number = number.wrapping_mul(7919) + 40_000;
    let mut word = String::new();
    for _ in 0..5 {
        word.push(LETTERS[number % 12]);
        number /= 12;
    }
    word
}

/// A text cut to so many bytes, at a character.
pub fn cut(mut text: String, bytes: usize) -> String {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.truncate(end.unwrap_or_default());
    text
}
