//! Words for two people meeting.

use crate::summit::cues::{self, Cues};

/// Verbs whose subject and object meet.
pub const VERBS: Cues = &[
    "التقي",
    "التقت",
    "التقيا",
    "التقوا",
    "يلتقي",
    "تلتقي",
    "يلتقيان",
    "سيلتقي",
    "ستلتقي",
    "سيلتقيان",
    "يلتقيا",
    "التقاه",
    "اجتمع",
    "اجتمعت",
    "اجتمعا",
    "يجتمع",
    "تجتمع",
    "سيجتمع",
    "ستجتمع",
    "يجتمعان",
    "سيجتمعان",
    "استقبل",
    "استقبلت",
    "يستقبل",
    "تستقبل",
    "سيستقبل",
    "ستستقبل",
    "تباحث",
    "تباحثت",
    "يتباحث",
    "سيتباحث",
    "تباحثا",
    "قابل",
    "قابلت",
    "يقابل",
    "سيقابل",
    "يلتق",
    "تلتق",
];
/// Nouns of meeting without a pronoun; see [`OWNED`].
const NOUNS: Cues = &[
    "لقاء",
    "لقاءا",
    "لقاءات",
    "لقاءين",
    "اللقاء",
    "للقاء",
    "بلقاء",
    "لقاوهما",
    "اجتماعا",
    "اجتماع",
    "الاجتماع",
    "اجتماعين",
    "اجتماعات",
    "لاجتماع",
    "باجتماع",
    "مباحثات",
    "المباحثات",
    "محادثات",
    "المحادثات",
    "محادثه",
    "مشاورات",
    "موعد",
    "خلوه",
];
/// What stands between a noun of meeting and those who meet.
pub const ADJECTIVES: Cues = &[
    "ثنايي",
    "ثناييا",
    "ثناييه",
    "الثنايي",
    "الثناييه",
    "منفصل",
    "منفصلا",
    "منفصله",
    "اخر",
    "اخري",
    "قصير",
    "قصيرا",
    "مطول",
    "مطولا",
    "مغلق",
    "مغلقا",
    "مغلقه",
    "رسمي",
    "رسميا",
    "رسميه",
    "جانبي",
    "جانبيا",
    "جانبيه",
    "ودي",
    "وديا",
    "عمل",
    "خاص",
    "خاصا",
    "مهم",
    "مهما",
    "محتمل",
    "المحتمل",
    "المرتقب",
    "مرتقب",
    "موسعه",
    "موسعا",
    "سياسيه",
    "مصغر",
    "مماثل",
    "مماثلا",
];

/// Nouns of meeting with the pronoun of who meets: «لقائه», «اجتماعها».
const OWNED: Cues = &[
    "لقاوه",
    "لقايه",
    "لقاءه",
    "لقاوها",
    "لقايها",
    "لقاءها",
    "اجتماعه",
    "اجتماعها",
    "اجتماعاته",
    "مباحثاته",
    "محادثاته",
    "محادثاتها",
    "مباحثاتها",
    "لقاءاته",
    "لقاءاتها",
];
/// Who gathers others.
const GATHERING: Cues = &["يجمع", "جمع", "سيجمع", "تجمع", "جمعت", "ستجمع", "يضم", "ضم", "سيضم"];

/// Whether a word is a noun of meeting, with a pronoun or without.
#[must_use]
pub fn is_meeting(word: &str) -> bool {
    cues::is(word, NOUNS) || is_owned(word)
}

/// Whether a noun has a pronoun that says who meets.
#[must_use]
pub fn is_owned(noun: &str) -> bool {
    cues::is(noun, OWNED)
}

/// Whether a verb gathers those who meet: «يجمع لقاء أ وب», «اجتماع يضم أ وب».
#[must_use]
pub fn gathers(verb: &str) -> bool {
    cues::is(verb, GATHERING)
}
