//! Arabic agreement: gender, counted nouns, ordinals, prefixes, coordination.

use super::clean::arabic;
use crate::proto as pb;

/// Grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Masculine,
    Feminine,
}

/// Case, where the letters show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Nominative,
    Oblique,
}

impl Gender {
    /// One of two words.
    pub fn of<'a>(self, masculine: &'a str, feminine: &'a str) -> &'a str {
        if self == Self::Masculine { masculine } else { feminine }
    }
}

/// A noun in the forms that counting asks for, with what may stand behind it.
#[derive(Debug)]
pub struct Noun {
    one: &'static str,
    two: [&'static str; 2],
    few: &'static str,
    many: &'static str,
    hundred: &'static str,
}

/// «وثيقة».
pub const DOCUMENT: Noun = Noun {
    one: "وثيقة واحدة", two: ["وثيقتان", "وثيقتين"], few: "وثائق", many: "وثيقة", hundred: "وثيقة"
};
/// «مشارك آخر».
pub const OTHER: Noun =
    Noun {
        one: "مشارك آخر", two: ["مشاركان آخران", "مشاركين آخرين"], few: "مشاركين آخرين", many: "مشاركا آخر", hundred: "مشارك آخر"
    };

/// A noun with its number: «وثيقتان», «3 وثائق», «24 وثيقة».
pub fn counted(count: usize, noun: &Noun, case: Case) -> String {
    match (count, count % 100) {
        (1, _) => noun.one.to_owned(),
        (2, _) => noun.two[usize::from(case == Case::Oblique)].to_owned(),
        (_, 3..=10) => format!("{count} {}", noun.few),
        (_, 11..=99) => format!("{count} {}", noun.many),
        _ => format!("{count} {}", noun.hundred),
    }
}

const UNITS: [[&str; 2]; 10] = [
    ["الأول", "الأولى"],
    ["الثاني", "الثانية"],
    ["الثالث", "الثالثة"],
    ["الرابع", "الرابعة"],
    ["الخامس", "الخامسة"],
    ["السادس", "السادسة"],
    ["السابع", "السابعة"],
    ["الثامن", "الثامنة"],
    ["التاسع", "التاسعة"],
    ["العاشر", "العاشرة"],
];
const TENS: [&str; 8] = ["العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع"];

/// A definite ordinal: «الرابعة والعشرون», «الخامس عشر». From 100 on in digits: «الـ100».
pub fn ordinal(number: u32, gender: Gender, case: Case) -> String {
    let at = usize::from(gender == Gender::Feminine);
    let unit = |unit: u32| match unit {
        1 if number > 10 => ["الحادي", "الحادية"][at],
        unit => usize::try_from(unit).ok().and_then(|unit| UNITS.get(unit.checked_sub(1)?)).map_or("", |forms| forms[at]),
    };
    match number {
        1..=10 => unit(number).to_owned(),
        11..=19 => format!("{} {}", unit(number % 10), gender.of("عشر", "عشرة")),
        20..=99 => {
            let stem = usize::try_from(number / 10 - 2).ok().and_then(|ten| TENS.get(ten)).copied().unwrap_or_default();
            let ten = format!("{stem}{}", if case == Case::Nominative { "ون" } else { "ين" });
            if number.is_multiple_of(10) { ten } else { format!("{} و{ten}", unit(number % 10)) }
        }
        _ => format!("الـ{number}"),
    }
}

/// Countries that news treats as masculine; all others are feminine.
const MASCULINE: [&str; 9] = ["JO", "IQ", "LB", "MA", "SD", "YE", "SO", "SS", "VA"];
const MASCULINE_NAMES: [&str; 9] = ["الأردن", "العراق", "لبنان", "المغرب", "السودان", "اليمن", "الصومال", "جنوب السودان", "الفاتيكان"];
const MASCULINE_HEADS: [&str; 20] = [
    "اتحاد",
    "مجلس",
    "حلف",
    "تحالف",
    "بنك",
    "صندوق",
    "برنامج",
    "منتدى",
    "مؤتمر",
    "مركز",
    "معهد",
    "حزب",
    "برلمان",
    "مكتب",
    "تجمع",
    "ناتو",
    "تكتل",
    "كومنولث",
    "جهاز",
    "مصرف",
];
const FEMININE_HEADS: [&str; 24] = [
    "منظمة",
    "جامعة",
    "رابطة",
    "مجموعة",
    "أمم",
    "مفوضية",
    "هيئة",
    "لجنة",
    "وكالة",
    "حركة",
    "دول",
    "محكمة",
    "جماعة",
    "جمهورية",
    "مملكة",
    "دولة",
    "سلطنة",
    "إمارة",
    "ولايات",
    "إمارات",
    "أمانة",
    "مؤسسة",
    "حكومة",
    "سلطة",
];

/// Gender of an organisation by its first word; nothing where the word tells nothing.
fn head_gender(name: &str) -> Option<Gender> {
    let head = name.split(' ').next()?;
    let head = head.strip_prefix("ال").unwrap_or(head);
    if MASCULINE_HEADS.contains(&head) { Some(Gender::Masculine) } else { FEMININE_HEADS.contains(&head).then_some(Gender::Feminine) }
}

/// Whether the name begins as organisations' names do.
pub fn is_body(entity: &pb::EntityRef) -> bool {
    head_gender(&arabic(entity)).is_some()
}

/// Gender of a country or an organisation.
pub fn gender(entity: &pb::EntityRef) -> Gender {
    let name = arabic(entity);
    head_gender(&name).unwrap_or_else(|| {
        let masculine = MASCULINE_NAMES.contains(&name.as_str()) || MASCULINE.contains(&entity.country_code.as_str());
        if masculine { Gender::Masculine } else { Gender::Feminine }
    })
}

/// `ل` before a word: «لمنظمة», «للاتحاد», «للجنة».
pub fn li(word: &str) -> String {
    if let Some(rest) = word.strip_prefix("ال") {
        return if rest.starts_with('ل') { format!("ل{rest}") } else { format!("لل{rest}") };
    }
    prefixed("ل", word)
}

/// `ب` before a word: «بكازاخستان».
pub fn bi(word: &str) -> String {
    prefixed("ب", word)
}

fn prefixed(prefix: &str, word: &str) -> String {
    let letter = word.chars().next().is_some_and(|c| ('\u{621}'..='\u{64a}').contains(&c));
    if letter { format!("{prefix}{word}") } else { format!("{prefix}ـ{word}") }
}

/// «أ», «أ وب», «أ، وب، وج».
pub fn join<T: AsRef<str>>(items: &[T]) -> String {
    let between = if items.len() > 2 { "، و" } else { " و" };
    items.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between)
}

/// Clauses one behind the other; each but the first gets its «و».
pub fn clauses(items: &[String]) -> String {
    items.join("، و")
}

#[cfg(test)]
mod tests {
    use super::{Case, DOCUMENT, Gender, OTHER, bi, counted, gender, join, li, ordinal};
    use crate::proto as pb;

    fn named(name: &str) -> pb::EntityRef {
        pb::EntityRef { name: name.into(), ..pb::EntityRef::default() }
    }

    #[test]
    fn nouns_agree_with_their_numbers() {
        let say = |count| counted(count, &DOCUMENT, Case::Oblique);
        let said = [1, 2, 3, 10, 11, 24, 99, 100, 101, 103, 111, 200].map(say);
        let right = [
            "وثيقة واحدة",
            "وثيقتين",
            "3 وثائق",
            "10 وثائق",
            "11 وثيقة",
            "24 وثيقة",
            "99 وثيقة",
            "100 وثيقة",
            "101 وثيقة",
            "103 وثائق",
            "111 وثيقة",
            "200 وثيقة",
        ];
        assert_eq!(said, right);
        assert_eq!(counted(2, &DOCUMENT, Case::Nominative), "وثيقتان");
        assert_eq!(counted(12, &OTHER, Case::Nominative), "12 مشاركا آخر");
        assert_eq!(counted(3, &OTHER, Case::Nominative), "3 مشاركين آخرين");
    }

    #[test]
    fn ordinals_have_gender_and_case() {
        let feminine = |number| ordinal(number, Gender::Feminine, Case::Nominative);
        let said = [1, 2, 10, 11, 12, 18, 20, 21, 24, 99].map(feminine);
        let right = [
            "الأولى",
            "الثانية",
            "العاشرة",
            "الحادية عشرة",
            "الثانية عشرة",
            "الثامنة عشرة",
            "العشرون",
            "الحادية والعشرون",
            "الرابعة والعشرون",
            "التاسعة والتسعون",
        ];
        assert_eq!(said, right);
        assert_eq!(ordinal(24, Gender::Feminine, Case::Oblique), "الرابعة والعشرين");
        assert_eq!(ordinal(21, Gender::Masculine, Case::Nominative), "الحادي والعشرون");
        assert_eq!(ordinal(15, Gender::Masculine, Case::Oblique), "الخامس عشر");
        assert_eq!(ordinal(80, Gender::Masculine, Case::Oblique), "الثمانين");
        assert_eq!(ordinal(100, Gender::Feminine, Case::Nominative), "الـ100");
    }

    #[test]
    fn countries_and_organisations_have_gender() {
        for name in ["الأردن", "العراق", "لبنان", "المغرب", "السودان", "اليمن", "الصومال", "الاتحاد الأفريقي", "مجلس التعاون"]
        {
            assert_eq!(gender(&named(name)), Gender::Masculine, "{name}");
        }
        for name in ["مصر", "قطر", "روسيا", "السعودية", "منظمة شنغهاي للتعاون", "جامعة الدول العربية", "المملكة المتحدة", "الأمم المتحدة"]
        {
            assert_eq!(gender(&named(name)), Gender::Feminine, "{name}");
        }
    }

    #[test]
    fn prefixes_and_lists_are_spelt_right() {
        assert_eq!(["منظمة", "الاتحاد", "اللجنة", "BRICS", "«بريكس»"].map(li), ["لمنظمة", "للاتحاد", "للجنة", "لـBRICS", "لـ«بريكس»"]);
        assert_eq!(["كازاخستان", "الأردن"].map(bi), ["بكازاخستان", "بالأردن"]);
        assert_eq!(join(&["أ"]), "أ");
        assert_eq!(join(&["أ", "ب"]), "أ وب");
        assert_eq!(join(&["أ", "ب", "ج"]), "أ، وب، وج");
    }
}
