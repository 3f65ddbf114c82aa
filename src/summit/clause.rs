//! A sentence as clauses: where they begin, who is the subject of a verb, and who are its objects.
//!
//! Arabic news puts the verb first and lets the subject go on unsaid: «التقى أ ب أمس، كما أجرى محادثات مع ج». Whoever wants to know who does what needs the
//! clause, what stands between commas in the middle of it, and the subject of the clause before.

use std::ops::Range;

use super::actors::{Actor, actors};
use super::article::Sentence;
use super::cues::{self, Cues};
use super::people::View;
use crate::EntityType;

/// Conjunctions that begin a clause wherever they stand.
const CONJUNCTIONS: Cues =
    &["كما", "فيما", "بينما", "حيث", "اذ", "ثم", "لكن", "لكنه", "لكنها", "غير", "بيد", "علما", "مما", "بعدما", "قبلما"];
/// Pronouns that begin a relative clause.
pub const RELATIVE: Cues = &["الذي", "الذى", "التي", "التى", "الذين", "اللذين", "اللذان"];
/// Verbs of news beside those of the other lists: what may have a subject that the next verb shares.
const OTHERS: Cues = &[
    "شكر",
    "ابلغ",
    "ابلغت",
    "غادر",
    "غادرت",
    "عاد",
    "عادت",
    "توجه",
    "توجهت",
    "عقد",
    "عقدت",
    "اجري",
    "اجرت",
    "بحث",
    "بحثت",
    "بحثا",
    "ناقش",
    "ناقشت",
    "اتفق",
    "اتفقا",
    "اتفقت",
    "وافق",
    "وافقت",
    "زار",
    "زارت",
    "سيعقد",
    "ستعقد",
    "يعقد",
    "تعقد",
    "سيجري",
    "ستجري",
    "يجري",
    "تجري",
    "قرر",
    "قررت",
    "اقترح",
    "اقترحت",
    "انتقد",
    "انتقدت",
    "عارض",
    "عارضت",
    "اتهم",
    "اتهمت",
    "اصر",
    "اصرت",
    "رفض",
    "رفضت",
    "ناشد",
    "تلقي",
    "سلم",
    "سلمت",
    "تسلم",
    "تبادل",
    "واصل",
    "بدا",
    "راس",
    "يراس",
    "تراس",
    "يعتزم",
    "تعتزم",
    "يخطط",
    "اطلع",
    "استعرض",
    "تناول",
    "هنا",
    "نقل",
    "حصل",
    "حصلت",
    "استمع",
    "سيصل",
    "ستصل",
    "سيحل",
    "ستحل",
    "دخل",
    "سافر",
    "يتسلم",
    "استلم",
    "يستبعد",
    "استبعد",
    "نفي",
    "نفت",
    "شدد",
];
/// Words between a verb and its subject or object that are neither: adverbs, particles, honours.
const FILLERS: Cues = &[
    "قد",
    "سوف",
    "ايضا",
    "كذلك",
    "بدوره",
    "بدورها",
    "ايضاا",
    "كل",
    "كلا",
    "من",
    "صاحب",
    "صاحبه",
    "السمو",
    "سمو",
    "جلاله",
    "الجلاله",
    "حضره",
    "معالي",
    "فخامه",
    "الدكتور",
    "الدكتوره",
    "د",
    "الشيخ",
    "السيد",
    "السيده",
    "الامير",
    "العماد",
    "الملكي",
    "اخاه",
    "اخيه",
    "اخوه",
    "اخوانه",
    "الرييسان",
    "الرييسين",
    "الزعيمان",
    "الزعيمين",
    "الجلاله",
    "امس",
    "اليوم",
    "غدا",
    "غد",
    "الاول",
    "مساء",
    "صباح",
    "صباحا",
    "ظهر",
    "فجر",
    "ليل",
    "عصر",
    "يوم",
    "الاحد",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "السبت",
    "حاليا",
    "لاحقا",
    "سابقا",
    "هناك",
    "هنا",
    "رسميا",
    "مجددا",
    "هاتفيا",
    "كان",
    "كانت",
    "كما",
    "هو",
    "هي",
    "نفسه",
    "نفسها",
    "ذلك",
    "اول",
    "بعد",
    "اي",
    "الجاري",
    "المقبل",
    "الماضي",
    "الحالي",
    "مباشره",
    "اولا",
    "المحترم",
    "الموقر",
    "الحاكم",
    "المفدي",
    "الطرفان",
    "فقط",
    "وحده",
    "معا",
    "نظيره",
    "بنظيره",
    "نظيرته",
    "ضيفه",
    "مضيفه",
    "القايد",
    "عنها",
    "بها",
    "معه",
];
/// Prepositions whose phrase stands between: «على هامش القمة», «قبل الافتتاح», «في لقاء قصير».
const PREPOSITIONS: Cues = &[
    "في",
    "فى",
    "علي",
    "قبل",
    "قبيل",
    "بعد",
    "عقب",
    "خلال",
    "اثناء",
    "لدي",
    "عند",
    "عشيه",
    "منذ",
    "حتي",
    "اثر",
    "ضمن",
    "اليوم",
    "بعيد",
    "وسط",
    "الي",
    "عبر",
    "عن",
];

/// Who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// People, as numbers of the sentence's actors.
    People(Vec<usize>),
    /// Somebody who is no person of a name: «القادة», «مسؤول».
    Other,
    /// Nobody is named.
    Nobody,
}

/// Actors that stand together: «أ وب وج».
#[derive(Clone, Debug)]
pub struct Group {
    /// Numbers of the actors.
    pub people: Vec<usize>,
    /// The word behind the last.
    pub next: usize,
    /// Whether «مع», «ب», «إلى» leads it.
    pub led: bool,
}

/// A sentence read for its clauses.
pub struct Clauses<'v, 'a> {
    /// The article it stands in.
    pub view: &'v View<'a>,
    /// The sentence.
    pub sentence: &'v Sentence,
    /// Who acts in it.
    pub actors: Vec<Actor>,
    /// Of each word the actor it belongs to.
    owner: Vec<Option<usize>>,
    /// Of each word whether it stands in quotation marks.
    quoted: Vec<bool>,
    /// Of each word the text between the word before and it holds a comma or more.
    mark: Vec<bool>,
    /// Words that begin a clause.
    starts: Vec<usize>,
}

impl<'v, 'a> Clauses<'v, 'a> {
    /// Reads a sentence.
    #[must_use]
    pub fn new(view: &'v View<'a>, sentence: &'v Sentence) -> Self {
        let actors = actors(view.article, sentence, view.titles);
        let words = &sentence.words;
        let mut owner = vec![None; words.len() + 1];
        for (number, actor) in actors.iter().enumerate() {
            owner[actor.first..actor.next.min(words.len())].fill(Some(number));
        }
        let mut quoted = vec![false; words.len() + 1];
        for range in super::programme::quotations(view.article, sentence) {
            let long = view.article.text[range.clone()].split_whitespace().count() > 3;
            for (at, word) in words.iter().enumerate().filter(|_| long) {
                quoted[at] |= range.start <= word.range.start && word.range.end <= range.end;
            }
        }
        let mut mark = vec![false; words.len() + 1];
        for at in 1..words.len() {
            let gap = &view.article.text[words[at - 1].range.end..words[at].range.start];
            mark[at] = gap.contains(['،', ',', '؛', ':', '.', '…', '–', '-']) && !gap.trim().is_empty();
        }
        let mut clauses = Self { view, sentence, actors, owner, quoted, mark, starts: Vec::new() };
        clauses.starts = (0..words.len()).filter(|at| clauses.begins(*at)).collect();
        clauses
    }

    fn word(&self, at: usize) -> &str {
        self.sentence.words.get(at).map_or("", |word| word.text.as_str())
    }

    fn begins(&self, at: usize) -> bool {
        if at == 0 {
            return true;
        }
        if self.owner[at].is_some() || self.quoted[at] {
            return false;
        }
        let word = self.word(at);
        if matches!(word, "في" | "فى") && self.word(at + 1) == "حين" {
            return true;
        }
        if CONJUNCTIONS.contains(&word) {
            return word != "غير" || matches!(self.word(at + 1), "ان" | "انه" | "انها");
        }
        let led = word.starts_with(['و', 'ف'])
            && word.chars().count() > 3
            && !matches!(word, "وقع" | "وقعت" | "وصل" | "وصلت" | "وصف" | "وافق" | "وافقت");
        led && (self.is_verb(at)
            || self.mark[at] && matches!(word, "وقد" | "ولن" | "ولم" | "ولا" | "وليس" | "ومن" | "وكان" | "وكانت" | "وسوف" | "وكذلك" | "وان"))
            || led && cues::is_future(word)
            || matches!(word, "ولن" | "ولم" | "وقد" | "وان" | "وانه" | "وانها") && self.mark[at]
            || self.mark[at] && self.is_verb(at) && cues::is(word, &["التقي", "التقت", "قال", "قالت", "اجتمع"])
    }

    /// Whether a word is a finite verb or participle of news.
    #[must_use]
    pub fn is_verb(&self, at: usize) -> bool {
        let word = self.word(at);
        // «مع», «ضيفا», nouns of the lists are none.
        let noun = cues::is(
            word,
            &[
                "اجتماعا",
                "لقاءا",
                "لقاوه",
                "لقاءه",
                "اجتماعه",
                "المحادثات",
                "المباحثات",
                "اللقاء",
                "اجتماعين",
                "لقاءين",
                "بلقاء",
                "الثنايي",
                "الثناييه",
                "لقاوهما",
                "محادثه",
                "المشاركه",
                "للمشاركه",
                "لحضور",
                "حضورا",
                "المشاركين",
                "المشاركون",
                "تقديم",
                "تقارير",
                "التقارير",
                "حاضرا",
                "حاضره",
                "ضيفه",
                "دعا",
                "لقاء",
                "لقاءات",
                "اجتماع",
                "اجتماعات",
                "مباحثات",
                "محادثات",
                "مشاورات",
                "جانب",
                "الجانب",
                "ضيف",
                "ضيفا",
                "ضيوف",
                "ضيوفا",
                "كلمه",
                "كلمته",
                "كلمتها",
                "مشاركه",
                "بمشاركه",
                "حضور",
                "بحضور",
                "غياب",
                "بغياب",
                "دعوه",
                "عقد",
                "بحث",
                "بين",
                "جمع",
                "القي",
                "لقايه",
                "اعتذار",
                "مثل",
            ],
        ) && !cues::is(word, &["عقد", "القي", "دعا"]);
        !noun
            && self.owner[at].is_none()
            && ([cues::SAY, cues::ATTEND, cues::MEET, cues::ABSENT, cues::SEND, cues::STAND_IN, OTHERS]
                .iter()
                .any(|list| cues::is(word, list))
                || cues::is_future(word))
    }

    /// The words of the clause that holds a word.
    #[must_use]
    pub fn clause(&self, at: usize) -> Range<usize> {
        let begin = self.starts.iter().copied().rfind(|start| *start <= at).unwrap_or(0);
        let end = self.starts.iter().copied().find(|start| *start > at).unwrap_or(self.sentence.words.len());
        begin..end
    }

    /// Whether a word belongs to somebody's name or title.
    #[must_use]
    pub fn is_name(&self, at: usize) -> bool {
        self.owner[at].is_some()
    }

    /// Whether a word stands in a quotation.
    #[must_use]
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted[at]
    }

    /// Whether a word begins a clause.
    #[must_use]
    pub fn starts_at(&self, at: usize) -> bool {
        self.starts.contains(&at)
    }

    /// Who stands before a verb as its subject.
    #[must_use]
    pub fn before(&self, verb: usize) -> Subject {
        self.subject_before(verb).map_or(Subject::Nobody, Subject::People)
    }

    /// Behind a name, over what is said of it between commas.
    #[must_use]
    pub fn behind(&self, at: usize) -> usize {
        if at < self.sentence.words.len() { self.over_aside(at) } else { at }
    }

    /// Whether a comma, colon or full stop stands before a word.
    #[must_use]
    pub fn is_marked(&self, at: usize) -> bool {
        self.mark[at]
    }

    /// Behind somebody's name: the word at which what is said of them between commas ends («، المشارك في القمة، »).
    fn over_aside(&self, at: usize) -> usize {
        let word = self.word(at);
        let bare = word.trim_start_matches('و');
        let aside = RELATIVE.contains(&word)
            || self.mark[at]
                && (bare.starts_with("المشارك")
                    || bare.starts_with("المتوقع")
                    || bare.starts_with("المدعو")
                    || bare == "ضيف"
                    || bare == "ضيفه"
                    || bare == "رييس");
        if !aside {
            return at;
        }
        (at + 1..self.sentence.words.len()).find(|next| self.mark[*next]).unwrap_or(at)
    }

    /// The next group of actors from a word on, in the same clause; `None` where something else stands there first.
    #[must_use]
    pub fn group(&self, from: usize) -> Option<Group> {
        let end = self.sentence.words.len();
        let mut at = from;
        let mut led = false;
        let mut in_phrase = 0;
        loop {
            if at >= end || at > from + 18 {
                return None;
            }
            if let Some(number) = self.owner[at] {
                return Some(self.run(number, led || self.actors[number].joined));
            }
            let word = self.word(at);
            if at > from && self.starts.contains(&at) || self.quoted[at] && !self.quoted[from] {
                return None;
            }
            if matches!(word, "مع" | "ومع") {
                (led, in_phrase) = (true, 0);
            } else if in_phrase > 0 {
                in_phrase -= 1;
            } else if PREPOSITIONS.contains(&word) || self.is_time(at) {
                in_phrase = 3;
            } else if !FILLERS.contains(&word) {
                return None;
            }
            at += 1;
        }
    }

    fn is_time(&self, at: usize) -> bool {
        let start = self.sentence.words[at].range.start;
        self.view.article.of(self.sentence).iter().any(|mention| {
            matches!(mention.kind, EntityType::Date | EntityType::Time) && mention.range.start <= start && start < mention.range.end
        })
    }

    /// Everybody who stands with an actor: «أ وب وج».
    fn run(&self, first: usize, led: bool) -> Group {
        let mut people = vec![first];
        let mut next = self.actors[first].next;
        loop {
            let behind = self.over_aside(next);
            let Some(number) = self.owner.get(behind).copied().flatten() else {
                // «وكل من», «ونظيره»: honours between «و» and the name.
                let bridge = (behind..(behind + 5).min(self.sentence.words.len())).find_map(|at| self.owner[at]);
                let joined = bridge.filter(|number| {
                    let gap = behind..self.actors[*number].first;
                    self.word(behind).starts_with('و') && gap.clone().all(|at| FILLERS.contains(&self.word(at).trim_start_matches('و')))
                });
                let Some(number) = joined else { break };
                people.push(number);
                next = self.actors[number].next;
                continue;
            };
            let and = self.word(self.actors[number].first).starts_with('و') && self.carries(number, 'و');
            if number <= people[people.len() - 1] || !and {
                break;
            }
            people.push(number);
            next = self.actors[number].next;
        }
        Group { people, next, led }
    }

    /// Whether a letter is written on to the first word of somebody's name.
    fn carries(&self, number: usize, letter: char) -> bool {
        let actor = &self.actors[number];
        let word = &self.sentence.words[actor.first];
        let text = &self.view.article.text[word.range.clone()];
        text.starts_with(letter) && actor.starts_at > word.range.start
    }

    /// The leader with whom a sentence begins, alone: as the subject of its first verb, or behind «وكان».
    #[must_use]
    pub fn lead(&self) -> Option<crate::proto::EntityRef> {
        let verb = (0..self.sentence.words.len().min(4)).find(|at| self.is_verb(*at));
        let people = match verb.map(|verb| self.own_subject(verb)) {
            Some(Subject::People(people)) => people,
            None if matches!(self.word(0), "وكان" | "وكانت" | "كان" | "كانت" | "اما") => self.group(1)?.people,
            _ => return None,
        };
        let [person] = people[..] else { return None };
        let person = &self.actors[person].person;
        self.view.can_lead(person).then(|| person.clone())
    }

    /// The subject of the verb before, which goes on.
    #[must_use]
    pub fn carried(&self, verb: usize) -> Subject {
        // Behind «فيما», «بينما» somebody else acts, and must be named.
        let mut before = verb;
        while before > 0 {
            before -= 1;
            if matches!(self.word(before), "فيما" | "بينما" | "حين") {
                return Subject::Nobody;
            }
            // «… الذي شارك في القمة، كما التقى …»: the relative clause has a subject of its own.
            let relative = before > 0 && RELATIVE.contains(&self.word(before - 1));
            if self.is_verb(before) && !self.quoted[before] && !relative {
                // «وأبلغ العاهل أنه …»: whom it is told stands behind.
                let told = cues::is(self.word(before), &["ابلغ", "ابلغت", "اخبر"]) && before > 0;
                match self.own_subject(before) {
                    Subject::Nobody => {}
                    Subject::People(_) if told && self.word(before).starts_with('و') => {}
                    found => return found,
                }
            }
        }
        // «وكان أ أول المنسحبين، إذ …»
        if matches!(self.word(0), "وكان" | "وكانت" | "كان" | "كانت" | "اما")
            && verb > 1
            && let Some(group) = self.group(1)
        {
            return Subject::People(group.people);
        }
        Subject::Nobody
    }

    /// The subject that stands beside a verb: before it without «و», else behind.
    #[must_use]
    pub fn own_subject(&self, verb: usize) -> Subject {
        let word = self.word(verb);
        let joined = word.starts_with(['و', 'ف']) && !matches!(word, "وقع" | "وقعت" | "وصل" | "وصلت" | "وصف" | "وافق");
        // «، الذي قال البيت الأبيض إنه …», «لكن متحدثا باسم … ذكر أن …»: somebody else speaks.
        let relative = verb > 0 && RELATIVE.contains(&self.word(verb - 1));
        let begin = self.clause(verb).start;
        let anonymous =
            (begin..verb).take(3).any(|at| cues::is(self.word(at).trim_end_matches('ا'), ANONYMOUS) && self.owner[at].is_none());
        if anonymous && verb - begin <= 8 && !(begin..verb).any(|at| self.is_verb(at) || self.owner[at].is_some())
            || relative && self.names_a_body(verb + 1)
        {
            return Subject::Other;
        }
        if !joined && let Some(before) = self.subject_before(verb) {
            return Subject::People(before);
        }
        if let Some(group) = self.group(verb + 1).filter(|group| !group.led) {
            return Subject::People(group.people);
        }
        // «عقد القادة …», «قال مسؤول …»: somebody, but nobody of a name.
        let next = self.word(verb + 1);
        let body = self.names_a_body(verb + 1);
        let body = body && !cues::is(word, &["غادر", "غادرت", "زار", "زارت", "وصل", "وصلت", "دخل", "عاد", "سيصل", "سيزور"]);
        let other = body && !self.quoted[verb + 1]
            || !next.is_empty()
                && !self.starts.contains(&(verb + 1))
                && !self.mark[verb + 1]
                && !self.quoted[verb + 1]
                && !self.is_verb(verb + 1)
                && (next.starts_with("ال") && !FILLERS.contains(&next) || cues::is(next, ANONYMOUS));
        if other { Subject::Other } else { Subject::Nobody }
    }

    /// Somebody and who stands before with «و»: «أ وب».
    fn together(&self, last: usize) -> Vec<usize> {
        let mut people = vec![last];
        while let Some(first) = people.first().copied().filter(|first| *first > 0 && self.carries(*first, 'و')) {
            if self.actors[first].first.saturating_sub(self.actors[first - 1].next) > 2 {
                break;
            }
            people.insert(0, first - 1);
        }
        people
    }

    /// Whether a body, a state or a people stands at a word.
    fn names_a_body(&self, at: usize) -> bool {
        let Some(word) = self.sentence.words.get(at) else { return false };
        self.view.article.of(self.sentence).iter().any(|mention| {
            matches!(mention.kind, EntityType::Org | EntityType::Gpe | EntityType::Norp)
                && word.range.start <= mention.range.start
                && mention.range.start < word.range.end
        })
    }

    /// «إن أ يعتزم», «أ، الذي حضر القمة، التقى», «وكان أ قد التقى».
    fn subject_before(&self, verb: usize) -> Option<Vec<usize>> {
        let mut at = verb;
        while at > 0 {
            let before = at - 1;
            if let Some(number) = self.owner[before] {
                let people = self.together(number);
                let dual = self.word(verb).ends_with('ا') || self.word(verb).ends_with("ان");
                let (one, lone) = (people[people.len() - 1], vec![people[people.len() - 1]]);
                let lead = self.actors[people[0]].first;
                // «لقاء مع ب تناول …»: behind a preposition is no subject.
                let governed =
                    lead > 0 && matches!(self.word(lead - 1), "مع" | "بين" | "عن" | "الي" | "من" | "علي") || self.actors[people[0]].joined;
                let verbal = lead > 0 && self.is_verb(lead - 1) || governed;
                let relative = at < verb && (at..verb).any(|at| RELATIVE.contains(&self.word(at)));
                // Behind a verb the name is that verb's own subject or object, unless a relative pronoun or «قد» hands it on.
                if relative || !verbal || self.actors[one].next < verb {
                    return Some(if dual {
                        people
                    } else if relative {
                        lone
                    } else {
                        people
                    });
                }
                return None;
            }
            let word = self.word(before);
            let aside = self.mark[at] && !matches!(word, "قد");
            if matches!(word, "قد" | "لن" | "لم" | "لا" | "سوف" | "كان" | "ايضا" | "بدوره" | "اليوم" | "امس" | "ما")
                || RELATIVE.contains(&word)
            {
                at = before;
                continue;
            }
            // Over what stands between commas: «أ، المشارك في القمة، التقى».
            if aside {
                let open = (0..before).rev().find(|open| self.mark[open + 1] || self.owner[*open].is_some())?;
                let number = self.owner[open]?;
                let first = open + 1;
                if self.over_aside(first) == at {
                    return Some(self.together(number));
                }
            }
            return None;
        }
        None
    }
}

/// Who speaks without a name.
pub const ANONYMOUS: Cues = &[
    "مسوول",
    "مصدر",
    "دبلوماسي",
    "دبلوماسيه",
    "دبلوماسيون",
    "متحدث",
    "متحدثه",
    "ناطق",
    "مصادر",
    "مسوولون",
    "بيان",
    "تقرير",
    "خبير",
    "محللون",
    "مراقبون",
    "صحيفه",
    "دبلوماسيين",
    "مندوب",
    "مندوبان",
    "مسوولين",
    "مستشار",
    "وزراء",
    "مكتب",
    "وكاله",
    "زعماء",
    "قاده",
    "روساء",
    "مشاركون",
    "شهود",
    "وزاره",
];
