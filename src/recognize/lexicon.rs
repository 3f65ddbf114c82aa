//! Ordinary words under inflection: what the word lists know once proclitics, article and attached pronouns are taken off.

use crate::gazetteer::{Gazetteer, class};
use crate::text::clitics;
use crate::text::fold::letters::{ALEF, HA, KAF, LAM, MIM, NUN, TA, WAW, YA};

/// Classes of a word: its own where the lists have it, else those of what is left when article, proclitics or suffixes are taken off.
#[must_use]
pub fn classes(gazetteer: &Gazetteer, codes: &[u8]) -> u16 {
    let own = gazetteer.classes_of(codes);
    if own != 0 {
        // «الطلبة» is a family's name, and still the students.
        let bare = codes.strip_prefix(&[ALEF, LAM]).filter(|rest| rest.len() >= 2).map_or(0, |rest| gazetteer.classes_of(rest));
        return own | bare & (class::COMMON | class::ADJECTIVE);
    }
    let (readings, count) = clitics::readings(codes);
    let mut buffer = Vec::with_capacity(codes.len() + 1);
    for reading in &readings[..count] {
        let letters = clitics::letters(codes, *reading, &mut buffer);
        let found =
            without_affixes(gazetteer, letters) & !(class::GIVEN | class::FAMILY | class::GIVEN_AMBIGUOUS | class::FAMILY_AMBIGUOUS);
        if found & class::COMMON != 0 {
            return found;
        }
    }
    0
}

/// Whether a word is an ordinary one with an ending, whatever else the lists call it: «نوعا», «قوله».
#[must_use]
pub fn inflects(gazetteer: &Gazetteer, letters: &[u8]) -> bool {
    without_affixes(gazetteer, letters) & class::COMMON != 0
}

fn without_affixes(gazetteer: &Gazetteer, letters: &[u8]) -> u16 {
    let bare = letters.strip_prefix(&[ALEF, LAM]).filter(|rest| rest.len() >= 2);
    let stems = [Some(letters), bare];
    for stem in stems.into_iter().flatten() {
        let found = gazetteer.classes_of(stem);
        if found & class::COMMON != 0 {
            return found;
        }
    }
    // Suffixes go on words without an article, but the tanwin alef and the sound plural do not mind.
    for stem in stems.into_iter().flatten() {
        for ending in ENDINGS {
            let Some(rest) = stem.strip_suffix(ending.letters).filter(|rest| rest.len() >= 2) else { continue };
            for restored in ending.restored {
                let found = gazetteer.classes_of(&[rest, restored].concat());
                if found & class::COMMON != 0 {
                    return found;
                }
            }
        }
    }
    0
}

/// A suffix and what may have stood in its place.
struct Ending {
    letters: &'static [u8],
    restored: &'static [&'static [u8]],
}

const ENDINGS: [Ending; 17] = [
    // Attached pronouns: «خارجيته», «بلادهم».
    Ending { letters: &[TA, HA, ALEF], restored: &[&[HA]] },
    Ending { letters: &[TA, HA, MIM], restored: &[&[HA]] },
    Ending { letters: &[TA, HA], restored: &[&[HA]] },
    Ending { letters: &[TA, NUN, ALEF], restored: &[&[HA]] },
    Ending { letters: &[TA, YA], restored: &[&[HA]] },
    Ending { letters: &[HA, MIM, ALEF], restored: &[&[]] },
    Ending { letters: &[HA, ALEF], restored: &[&[], &[YA]] },
    Ending { letters: &[HA, MIM], restored: &[&[], &[ALEF]] },
    Ending { letters: &[HA], restored: &[&[]] },
    Ending { letters: &[NUN, ALEF], restored: &[&[]] },
    Ending { letters: &[KAF, MIM], restored: &[&[]] },
    Ending { letters: &[ALEF], restored: &[&[]] },
    // Plurals and duals: «المتظاهرين», «القرارات».
    Ending { letters: &[YA, NUN], restored: &[&[], &[HA]] },
    Ending { letters: &[WAW, NUN], restored: &[&[]] },
    Ending { letters: &[ALEF, TA], restored: &[&[], &[HA]] },
    Ending { letters: &[ALEF, NUN], restored: &[&[]] },
    Ending { letters: &[HA], restored: &[&[]] },
];
