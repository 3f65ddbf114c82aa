//! Which folded forms a written name has: joined and split «عبد ال…», cases of «أبو», sound plurals.

use crate::text::fold::letters::{ALEF, BA, KAF, MIM, NUN, WAW, YA};
use crate::text::fold::{arabic, fold};

/// Every folded form of a written spelling, words separated by one space. The first is the spelling itself.
pub fn folded(spelling: &str) -> Vec<Vec<u8>> {
    let mut forms = vec![fold(spelling)];
    // Loading makes hundreds of thousands of forms: what cannot change is not tried, and the letters of a form tell most of that.
    let letters = letters_of(&forms[0]);
    let has = |some: &[u8]| letters_of(some) & !letters == 0;
    if has(&ABD) && holds(&forms[0], &ABD) {
        for change in [joined_abd, split_abd] {
            if let Some(form) = change(&forms[0]) {
                forms.push(form);
            }
        }
    }
    if has(b" ") {
        for (word, cases) in &CASES {
            if !has(word) || !forms[0].split(|code| *code == b' ').any(|one| one == *word) {
                continue;
            }
            for case in *cases {
                if let Some(form) = with_word(&forms[0], word, case).filter(|form| !forms.contains(form)) {
                    forms.push(form);
                }
            }
        }
    }
    if has(&AMRIK) {
        for (one, other) in [(&AMRIK, &AMIRK), (&AMIRK, &AMRIK)] {
            if let Some(form) = with_stem(&forms[0], one, other) {
                forms.push(form);
            }
        }
    }
    if has(&UN) && holds(&forms[0], &UN) {
        forms.extend(oblique_plural(&forms[0]));
    }
    forms
}

/// Which letters stand in a form, a bit each; different letters may share a bit.
const fn letters_of(form: &[u8]) -> u64 {
    let mut letters = 0;
    let mut at = 0;
    while at < form.len() {
        letters |= 1 << (form[at] & 63);
        at += 1;
    }
    letters
}

fn holds(form: &[u8], letters: &[u8]) -> bool {
    form.windows(letters.len()).any(|window| window == letters)
}

/// Words that change with the case, and how: «أبو مازن», «أبا مازن», «أبي مازن».
const CASES: [(&[u8], [&[u8]; 2]); 3] = [
    (&[ALEF, BA, WAW], [&[ALEF, BA, ALEF], &[ALEF, BA, YA]]),
    (&[arabic('ذ'), WAW], [&[arabic('ذ'), ALEF], &[arabic('ذ'), YA]]),
    (&[BA, NUN, WAW], [&[BA, NUN, YA], &[BA, NUN, YA]]),
];
const AMRIK: [u8; 5] = [ALEF, MIM, arabic('ر'), YA, KAF];
const AMIRK: [u8; 5] = [ALEF, MIM, YA, arabic('ر'), KAF];
const UN: [u8; 2] = [WAW, NUN];

/// A bank is called by either word: «بنك التنمية الجديد», «مصرف التنمية الجديد».
#[must_use]
pub fn other_bank(form: &[u8]) -> Option<Vec<u8>> {
    let words = [("بنك", "مصرف"), ("البنك", "المصرف"), ("مصرف", "بنك"), ("المصرف", "البنك")];
    // Only names of banks are worth folding the words for.
    if !holds(form.get(..6)?, &[BA, NUN, KAF]) && !holds(form.get(..6)?, &[MIM, arabic('ص'), arabic('ر')]) {
        return None;
    }
    words.iter().find_map(|(one, other)| {
        let rest = form.strip_prefix(&fold(one)[..]).filter(|rest| rest.first() == Some(&b' '))?;
        Some([&fold(other)[..], rest].concat())
    })
}

const ABD: [u8; 3] = [arabic('ع'), arabic('ب'), arabic('د')];
const ARTICLE: [u8; 2] = [arabic('ا'), arabic('ل')];

/// «عبد الله» → «عبدالله», at every place of the name.
fn joined_abd(form: &[u8]) -> Option<Vec<u8>> {
    let words: Vec<&[u8]> = form.split(|code| *code == b' ').collect();
    let mut out: Vec<u8> = Vec::with_capacity(form.len());
    let mut changed = false;
    for (at, word) in words.iter().enumerate() {
        let after_abd = at > 0 && words[at - 1] == ABD && word.starts_with(&ARTICLE);
        changed |= after_abd;
        if at > 0 && !after_abd {
            out.push(b' ');
        }
        out.extend_from_slice(word);
    }
    changed.then_some(out)
}

/// «عبدالله» → «عبد الله», at every place of the name.
fn split_abd(form: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(form.len() + 2);
    let mut changed = false;
    for (at, word) in form.split(|code| *code == b' ').enumerate() {
        if at > 0 {
            out.push(b' ');
        }
        match word.strip_prefix(&ABD) {
            Some(rest) if rest.len() > 3 && rest.starts_with(&ARTICLE) => {
                changed = true;
                out.extend_from_slice(&ABD);
                out.push(b' ');
                out.extend_from_slice(rest);
            }
            _ => out.extend_from_slice(word),
        }
    }
    changed.then_some(out)
}

/// «أمريكا» and «أميركا», wherever the stem stands.
fn with_stem(form: &[u8], from: &[u8], to: &[u8]) -> Option<Vec<u8>> {
    let at = form.windows(from.len()).position(|window| window == from)?;
    Some([&form[..at], to, &form[at + from.len()..]].concat())
}

fn with_word(form: &[u8], from: &[u8], to: &[u8]) -> Option<Vec<u8>> {
    let words: Vec<&[u8]> = form.split(|code| *code == b' ').collect();
    (words.len() > 1 && words.contains(&from))
        .then(|| words.iter().map(|word| if *word == from { to } else { word }).collect::<Vec<_>>().join(&b' '))
}

/// «الإخوان المسلمون» → «الإخوان المسلمين».
fn oblique_plural(form: &[u8]) -> Option<Vec<u8>> {
    let mut changed = false;
    let words: Vec<Vec<u8>> = form
        .split(|code| *code == b' ')
        .map(|word| match word.strip_suffix(&UN) {
            Some(stem) if stem.len() >= 4 && stem.starts_with(&ARTICLE) => {
                changed = true;
                [stem, &[arabic('ي'), arabic('ن')]].concat()
            }
            _ => word.to_vec(),
        })
        .collect();
    changed.then(|| words.join(&b' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::letter;

    fn forms(spelling: &str) -> Vec<String> {
        folded(spelling).iter().map(|form| form.iter().map(|code| letter(*code)).collect()).collect()
    }

    #[test]
    fn forms_follow_the_habits_of_spelling() {
        assert_eq!(forms("عبد الفتاح السيسي"), ["عبد الفتاح السيسي", "عبدالفتاح السيسي"]);
        assert_eq!(forms("عبدالله"), ["عبدالله", "عبد الله"]);
        assert_eq!(forms("أبو مازن"), ["ابو مازن", "ابا مازن", "ابي مازن"]);
        assert_eq!(forms("الإخوان المسلمون"), ["الاخوان المسلمون", "الاخوان المسلمين"]);
    }

    #[test]
    fn other_names_have_one_form() {
        for name in ["بوتين", "عبد", "هارون", "الأردن", "عبدال"] {
            assert_eq!(forms(name).len(), 1, "{name}");
        }
    }
}
