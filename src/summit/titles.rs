//! Offices that stand for who holds them: «الرئيس الروسي», «سمو أمير الكويت», «الملك», «سموه».

use std::collections::HashMap;

use super::article::{Article, Mention, fold};
use crate::EntityType;
use crate::proto as pb;
use crate::rpc::Analyzer;

/// An office by what it is for a state, whatever it is called there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Office {
    /// President, king, emir, sultan.
    Head,
    /// Prime minister, chancellor.
    Premier,
    /// Crown prince.
    Heir,
    /// Foreign minister.
    Foreign,
}

/// Words of honour before an office.
const HONOURS: [&str; 17] = [
    "سمو",
    "صاحب",
    "صاحبه",
    "السمو",
    "جلاله",
    "الجلاله",
    "حضره",
    "فخامه",
    "معالي",
    "دوله",
    "سعاده",
    "الملكي",
    "اصحاب",
    "اخاه",
    "اخيه",
    "اخوه",
    "السيد",
];

/// The office a title names; `None` for those that lead no state.
#[must_use]
pub fn office(title: &str) -> Option<Office> {
    let title = fold(title);
    let words: Vec<&str> = title.split_whitespace().skip_while(|word| HONOURS.contains(word)).collect();
    let first = *words.first()?;
    let bare = first.strip_prefix("ال").or_else(|| first.strip_prefix("لل")).unwrap_or(first);
    let next = words.get(1).copied().unwrap_or_default();
    let after = words.get(2).copied().unwrap_or_default();
    Some(match bare {
        "رييس" | "رييسه" => match next {
            "وزراء" | "الوزراء" | "حكومه" | "الحكومه" => Office::Premier,
            "مجلس" if after == "الوزراء" || after == "وزراء" => Office::Premier,
            "مجلس" if after == "الدوله" => Office::Premier,
            "جمهوريه" | "الجمهوريه" | "دوله" | "الدوله" | "الولايات" | "دولتي" => Office::Head,
            // «رئيس البرلمان», «رئيس المفوضية» lead no state; «رئيس روسيا», «الرئيس الروسي» do.
            _ if first.starts_with("ال") => Office::Head,
            _ if OTHER_CHAIRS.iter().any(|chair| next.trim_start_matches("ال") == *chair) => return None,
            _ => Office::Head,
        },
        "ملك" | "ملكه" | "عاهل" | "امير" | "سلطان" => Office::Head,
        "مستشار" | "مستشاره" if words.len() <= 2 && first.starts_with("ال") => Office::Premier,
        "ولي" if matches!(next, "العهد" | "عهد") => Office::Heir,
        "وزير" | "وزيره" if matches!(next, "خارجيه" | "الخارجيه") || next == "الشوون" && after == "الخارجيه" => {
            Office::Foreign
        }
        _ => return None,
    })
}

/// What a chairman may lead that is no state.
const OTHER_CHAIRS: [&str; 25] = [
    "برلمان",
    "مجلس",
    "لجنه",
    "نادي",
    "اتحاد",
    "مفوضيه",
    "بنك",
    "وفد",
    "اركان",
    "مكتب",
    "جمعيه",
    "هييه",
    "مركز",
    "حزب",
    "شركه",
    "موتمر",
    "قمه",
    "دوره",
    "فريق",
    "صندوق",
    "منظمه",
    "جامعه",
    "ديوان",
    "بعثه",
    "كتله",
];

/// People by their offices, over all articles of a summit. An office that several people hold stands for nobody.
pub struct Titles {
    exact: HashMap<String, Option<pb::EntityRef>>,
    told: HashMap<(Office, String), Option<pb::EntityRef>>,
    known: HashMap<(Office, String), Option<pb::EntityRef>>,
    /// Single names of foreigners: «شي», «ماي».
    names: HashMap<String, Option<pb::EntityRef>>,
    /// Last names of leaders, Arabic ones too.
    surnames: HashMap<String, Option<pb::EntityRef>>,
    /// All that the articles say somebody is: title, country, body.
    positions: HashMap<String, Vec<(String, String, String)>>,
}

fn note<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Option<pb::EntityRef>>, key: K, person: &pb::EntityRef) {
    let entry = map.entry(key).or_insert_with(|| Some(person.clone()));
    if entry.as_ref().is_some_and(|known| known.entity_id != person.entity_id) {
        *entry = None;
    }
}

impl Titles {
    /// Collects the offices of the articles' people: as told, and as known of them.
    pub fn new<'a>(engine: &dyn Analyzer, articles: impl Iterator<Item = &'a Article>) -> Self {
        let mut titles = Self {
            exact: HashMap::new(),
            told: HashMap::new(),
            known: HashMap::new(),
            names: HashMap::new(),
            surnames: HashMap::new(),
            positions: HashMap::new(),
        };
        for article in articles {
            for thing in article.things.iter().filter(|thing| thing.kind == EntityType::Person) {
                // «وزير خارجيته» is not the office of who it stands behind.
                // A title of another country was only written beside the name: «يلتقي ماكرون الرئيس التركي».
                let own = engine.about(&thing.reference.entity_id).map(|about| about.country_id).unwrap_or_default();
                let theirs = |country: &String| country.is_empty() || own.is_empty() || *country == own;
                let positions = thing.positions.iter().filter(|(title, country, _)| !is_owned(title) && theirs(country));
                for (title, country, _) in positions {
                    note(&mut titles.exact, fold(title), &thing.reference);
                    if let Some(office) = office(title).filter(|_| !country.is_empty()) {
                        note(&mut titles.told, (office, country.clone()), &thing.reference);
                    }
                }
                titles.positions.entry(thing.reference.entity_id.clone()).or_default().extend(thing.positions.iter().cloned());
                titles.note_name(thing);
                let leads = thing.positions.iter().any(|(title, _, _)| office(title).is_some());
                if let Some(last) = fold(&thing.reference.name).split(' ').skip(1).last().filter(|last| leads && last.chars().count() > 2) {
                    note(&mut titles.surnames, last.to_owned(), &thing.reference);
                }
                for (title, country) in engine.about(&thing.reference.entity_id).map(|about| about.offices).unwrap_or_default() {
                    let office = match title.as_str() {
                        "president" | "monarch" => Office::Head,
                        "prime-minister" | "chancellor" => Office::Premier,
                        "crown-prince" => Office::Heir,
                        "foreign-minister" => Office::Foreign,
                        _ => continue,
                    };
                    note(&mut titles.known, (office, country), &thing.reference);
                }
            }
        }
        titles
    }

    /// First and last name of somebody from where Arabic names are not borne: an Arabic word may be any of those.
    fn note_name(&mut self, thing: &super::article::Thing) {
        const ARABIC: [&str; 24] = [
            "AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN",
            "YE", "IR", "",
        ];
        let name = fold(&thing.reference.name);
        if ARABIC.contains(&thing.reference.country_code.as_str()) || !name.contains(' ') || thing.reference.entity_id.starts_with("local:")
        {
            return;
        }
        // Of Chinese and Korean names the first is the family's.
        let eastern = matches!(thing.reference.country_code.as_str(), "CN" | "KR" | "KP" | "TW");
        let part = if eastern { name.split(' ').next() } else { name.split(' ').next_back() };
        note(&mut self.names, part.unwrap_or_default().to_owned(), &thing.reference);
    }

    /// The one foreigner of a single name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&pb::EntityRef> {
        self.names.get(name)?.as_ref()
    }

    /// The one leader of a last name.
    #[must_use]
    pub fn surnamed(&self, name: &str) -> Option<&pb::EntityRef> {
        self.surnames.get(name)?.as_ref()
    }

    /// All that the articles of a summit say somebody is: title, country, body.
    #[must_use]
    pub fn positions(&self, person: &pb::EntityRef) -> Vec<(String, String, String)> {
        self.positions.get(&person.entity_id).cloned().unwrap_or_default()
    }

    fn of(&self, office: Office, country: &str) -> Option<&pb::EntityRef> {
        let key = (office, country.to_owned());
        match self.told.get(&key) {
            Some(person) => person.as_ref(),
            None => self.known.get(&key)?.as_ref(),
        }
    }

    /// The one who leads a country: «نظيره التركي». Of a head and a premier, who holds the office of whom they are a counterpart.
    #[must_use]
    pub fn leader_of(&self, country: &str, like: Option<Office>) -> Option<&pb::EntityRef> {
        if let Some(person) = like.and_then(|office| self.of(office, country)) {
            return Some(person);
        }
        let told = |office| self.told.get(&(office, country.to_owned())).and_then(Option::as_ref);
        match (told(Office::Head), told(Office::Premier)) {
            (Some(one), None) | (None, Some(one)) => Some(one),
            (Some(head), Some(_)) => Some(head),
            (None, None) => self.of(Office::Head, country).or_else(|| self.of(Office::Premier, country)),
        }
    }

    /// Who is known to hold the office a mention names, whatever the articles say.
    #[must_use]
    pub fn known_holder(&self, article: &Article, title: &Mention) -> Option<&pb::EntityRef> {
        let country = article.mentions.iter().find(|mention| {
            mention.kind == EntityType::Gpe && title.range.start <= mention.range.start && mention.range.end <= title.range.end
        })?;
        let office = office(&article.text[title.range.clone()])?;
        self.known.get(&(office, article.thing(country).reference.entity_id.clone()))?.as_ref()
    }

    /// Who holds the office a mention names.
    #[must_use]
    pub fn holder(&self, article: &Article, title: &Mention) -> Option<&pb::EntityRef> {
        let text = &article.text[title.range.clone()];
        let folded = fold(text);
        // A bare «الرئيس» may be anybody's.
        if folded.contains(' ')
            && let Some(person) = self.exact.get(&folded)
        {
            return person.as_ref();
        }
        let first = article.mentions.partition_point(|mention| mention.range.start < title.range.start);
        let mut inside = article.mentions[first..].iter().take_while(|mention| mention.range.start < title.range.end);
        let country =
            inside.find(|mention| matches!(mention.kind, EntityType::Gpe | EntityType::Norp) && mention.range.end <= title.range.end)?;
        self.of(office(text)?, &article.thing(country).reference.entity_id)
    }

    /// «وقال الملك», «سموه»: who carried such an office last before a place in the article.
    #[must_use]
    pub fn before(&self, article: &Article, wanted: Wanted, at: usize) -> Option<pb::EntityRef> {
        // A ruler without a country is the one the article begins with: «الملك», «سمو الأمير» are a paper's own.
        let own = matches!(wanted, Wanted::Head("ملك" | "امير" | "سلطان") | Wanted::King | Wanted::Prince);
        let here = article.mentions.partition_point(|mention| mention.range.start < at);
        let people = article.mentions[..here].iter().filter(|mention| mention.kind == EntityType::Person && mention.range.end <= at);
        let earlier: Vec<&Mention> = if own { people.take(BEGINNING).collect() } else { people.rev().take(16).collect() };
        earlier.into_iter().find_map(|mention| {
            let thing = article.thing(mention);
            let carries = thing.positions.iter().any(|(title, _, _)| match wanted {
                Wanted::Head(head) => {
                    let title = fold(title);
                    let first = title.split(' ').find(|word| !HONOURS.contains(word)).unwrap_or_default();
                    let first = first.strip_prefix("ال").unwrap_or(first);
                    office(&title).is_some() && (first == head || first == "عاهل" && head == "ملك")
                }
                Wanted::Office(wanted) => office(title) == Some(wanted),
                Wanted::Prince => {
                    office(title) == Some(Office::Heir) || office(title) == Some(Office::Head) && fold(title).contains("امير")
                }
                Wanted::King => {
                    office(title) == Some(Office::Head) && ["ملك", "عاهل", "سلطان"].iter().any(|word| fold(title).contains(word))
                }
            });
            // Who was crown prince once may be king now.
        let known = matches!(wanted, Wanted::Office(wanted) if self.holds(&thing.reference, wanted) && (wanted == Office::Head || !self.holds(&thing.reference, Office::Head)));
            (carries || known).then(|| thing.reference.clone())
        })
    }

    /// Whether somebody is told or known to hold an office of some state.
    fn holds(&self, person: &pb::EntityRef, wanted: Office) -> bool {
        let of = |map: &HashMap<(Office, String), Option<pb::EntityRef>>| {
            map.iter().any(|((office, _), holder)| {
                *office == wanted && holder.as_ref().is_some_and(|holder| holder.entity_id == person.entity_id)
            })
        };
        of(&self.told) || of(&self.known)
    }
}

/// How many mentions of people are an article's beginning.
const BEGINNING: usize = 64;

/// What is looked for before a place.
#[derive(Clone, Copy, Debug)]
pub enum Wanted {
    /// The same word: «الملك», «السلطان».
    Head(&'static str),
    /// The same office.
    Office(Office),
    /// Whoever is called Highness.
    Prince,
    /// Whoever is called Majesty.
    King,
}

/// What a title without a country asks for: «الملك», «سمو الأمير», «رئيس الوزراء».
#[must_use]
pub fn wanted(title: &str) -> Option<Wanted> {
    let folded = fold(title);
    let words: Vec<&str> = folded.split(' ').filter(|word| !HONOURS.contains(word)).collect();
    Some(match words[..] {
        ["الملك" | "العاهل"] | ["الملك", "المفدي"] => Wanted::Head("ملك"),
        ["الامير"] => Wanted::Head("امير"),
        ["السلطان"] => Wanted::Head("سلطان"),
        ["الرييس"] => Wanted::Head("رييس"),
        ["المستشار"] => Wanted::Head("مستشار"),
        ["المستشاره"] => Wanted::Head("مستشاره"),
        ["ولي", "العهد"] => Wanted::Office(Office::Heir),
        ["رييس" | "رييسه", "الوزراء" | "الحكومه"] => Wanted::Office(Office::Premier),
        ["رييس" | "رييسه", "الجمهوريه" | "الدوله"] => Wanted::Office(Office::Head),
        ["امير" | "ملك" | "عاهل", "البلاد"] => Wanted::Office(Office::Head),
        _ => return None,
    })
}

/// Whether a title ends with a pronoun: «وزير خارجيته», «رئيس وزرائها».
fn is_owned(title: &str) -> bool {
    ["ه", "ها", "هم", "هما"].iter().any(|pronoun| title.trim_end().ends_with(pronoun))
}
