//! Events: summits, meetings with their organiser, wars, elections, gatherings, operations.
//!
//! | rule | example | not |
//! |---|---|---|
//! | `event.summit` | «قمة منظمة شنغهاي للتعاون», «القمة العربية», «القمة الثلاثية السادسة» | «القمة», «قمة ثلاثية», «القمة الثلاثية», «قمة الجبل» |
//! | `event.meeting` | «اجتماع مجلس رؤساء دول المنظمة», «الاجتماع الـ24 لمجلس …» | «اجتماع طارئ», «الاجتماع الأول» |
//! | `event.war` | «حرب العراق», «الحرب الأهلية اللبنانية» | «حرب شوارع», «الحرب» |
//! | `event.election` | «الانتخابات الرئاسية الأميركية», «انتخابات الإعادة» | «انتخابات مبكرة» |
//! | `event.gathering` | «مؤتمر الفاتيكان», «مهرجان قرطاج الدولي» | «مؤتمر صحفي» |
//! | `event.operation` | «عملية "نسر بلا حدود"» | «عملية عسكرية» |

use jiff::civil::Date;

use super::candidate::{Candidate, Link};
use super::coordination;
use super::organizations::quoted;
use super::phrase;
use super::scene::{Hit, Scene};
use crate::entity_type::EntityType;
use crate::gazetteer::{Form, Meaning, OrdinalForm, Trigger};
use crate::resolve::key;
use crate::text::TokenKind;
use crate::text::fold::arabic;
use crate::text::fold::letters::{BA, LAM};

/// Proposes events. Organisations found so far are in `out`: a summit's organiser may be one of them.
pub fn propose(scene: &Scene<'_, '_>, published: Option<Date>, out: &mut Vec<Candidate>) {
    let bodies: Vec<(usize, usize)> =
        out.iter().filter(|candidate| candidate.kind == EntityType::Org).map(|candidate| (candidate.first, candidate.last)).collect();
    let events = Events { scene, published, bodies };
    for at in 0..scene.len() {
        out.extend(events.at(at));
    }
}

struct Events<'s, 'a, 'g> {
    scene: &'s Scene<'a, 'g>,
    published: Option<Date>,
    bodies: Vec<(usize, usize)>,
}

impl Events<'_, '_, '_> {
    fn at(&self, at: usize) -> Option<Candidate> {
        type Rule<'r> = (Trigger, &'static str, &'r dyn Fn(&Hit, bool) -> Option<usize>);
        let rules: [Rule<'_>; 6] = [
            (Trigger::SummitHead, "event.summit", &|head, definite| self.summit(head, definite)),
            (Trigger::MeetingHead, "event.meeting", &|head, definite| self.meeting(head, definite)),
            (Trigger::WarHead, "event.war", &|head, definite| self.war(head, definite)),
            (Trigger::ElectionHead, "event.election", &|head, definite| self.election(head, definite)),
            (Trigger::GatheringHead, "event.gathering", &|head, definite| self.gathering(head, definite)),
            (Trigger::OperationHead, "event.operation", &|head, _| quoted(self.scene, head.next())),
        ];
        for (class, rule, extent) in rules {
            let Some(head) = self.scene.trigger(at, class) else { continue };
            if head.reading.cut > 0 && self.scene.classes(at) != 0 && class != Trigger::SummitHead {
                continue;
            }
            let definite = head.reading.article || phrase::definite(self.scene, at, head.reading.cut as usize);
            if let Some(last) = extent(head, definite) {
                let candidate = Candidate::spanning(self.scene, at, head.reading, last, EntityType::Event, 0.86, rule)?;
                let link = self.link(&candidate, class);
                return Some(candidate.linked(link));
            }
        }
        None
    }

    /// Ordinals and adjectives that number or describe a definite head: «الرابعة والعشرين», «الـ24», «العادية».
    fn numbered(&self, at: usize) -> Option<usize> {
        let scene = self.scene;
        if !scene.continues(at) {
            return None;
        }
        if let Some(hit) = scene.whole_hits(at).find(|hit| {
            matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Definite | OrdinalForm::Compound | OrdinalForm::Tens, .. })
        }) {
            let tens = scene
                .continues(hit.next())
                .then(|| {
                    scene
                        .hits(hit.next())
                        .iter()
                        .find(|hit| hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Ordinal { form: OrdinalForm::Tens, .. }))
                })
                .flatten();
            return Some(tens.map_or(hit.last, |hit| hit.last));
        }
        let article = scene.is_word(at) && scene.codes(at) == [arabic('ا'), arabic('ل')];
        (article && scene.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number)).then_some(at + 1)
    }

    /// An organisation at a token read whole: known, or found by rule.
    fn body(&self, at: usize) -> Option<usize> {
        let at = phrase::skip_quotes(self.scene, at);
        if !self.scene.continues(at) {
            return None;
        }
        let known = self.scene.whole_hits(at).find(|hit| matches!(hit.meaning, Meaning::Entry { id, form, .. } if form != Form::Hint && self.scene.gazetteer.known(id).kind == EntityType::Org)).map(|hit| hit.last);
        let found = self.bodies.iter().filter(|(first, _)| *first == at).map(|(_, last)| *last).max();
        known.max(found)
    }

    /// «لمنظمة شنغهاي», «لدول بريكس», «للاتحاد الأفريقي»: the organiser behind «لـ».
    fn body_behind_lam(&self, at: usize) -> Option<usize> {
        let scene = self.scene;
        if !scene.continues(at) || !scene.is_word(at) || scene.codes(at)[0] != arabic('ل') {
            return None;
        }
        let known = scene.hits(at).iter().find(|hit| {
            hit.reading.cut == 1 && matches!(hit.meaning, Meaning::Entry { id, form, .. } if form != Form::Hint && scene.gazetteer.known(id).kind == EntityType::Org)
        });
        if let Some(hit) = known {
            return Some(hit.last);
        }
        let found = self.bodies.iter().filter(|(first, _)| *first == at).map(|(_, last)| *last).max();
        found.or_else(|| ["لدول", "لقادة", "لزعماء", "لرؤساء"].contains(&scene.raw(at)).then(|| self.organizer(at + 1)).flatten())
    }

    /// An organiser with its members' leaders before it: «قادة دول منظمة …», «رؤساء دول مجموعة العشرين».
    fn organizer(&self, at: usize) -> Option<usize> {
        let leaders = ["قادة", "زعماء", "رؤساء", "دول", "وزراء", "ملوك", "الدول", "مجموعة"];
        for next in at..at + 3 {
            if let Some(last) = self.body(next) {
                return Some(last);
            }
            if !self.scene.continues(next) || !leaders.contains(&self.scene.raw(next)) {
                return None;
            }
        }
        None
    }

    fn summit(&self, head: &Hit, definite: bool) -> Option<usize> {
        let scene = self.scene;
        let mut last = head.last;
        if definite {
            let mut proper = false;
            loop {
                let next = last + 1;
                if let Some(end) = self.numbered(next) {
                    last = end;
                    proper = true;
                } else if let Some(hit) = scene
                    .continues(next)
                    .then(|| scene.whole_hits(next).find(|hit| matches!(hit.meaning, Meaning::Nisba { definite: true, .. })))
                    .flatten()
                {
                    last = hit.last;
                    proper = true;
                } else if let Some(end) = self.joined_nisba(next).filter(|_| proper) {
                    last = end;
                } else if phrase::adjective(scene, next) && scene.whole_trigger(next, Trigger::Current).is_none() && !described(scene, next)
                {
                    last = next;
                } else {
                    break;
                }
            }
            if let Some(end) = self.body_behind_lam(last + 1) {
                return Some(end);
            }
            return proper.then_some(last);
        }
        let next = head.next();
        if let Some(end) = quoted(scene, next) {
            return Some(end);
        }
        self.organizer(next).or_else(|| self.body_behind_lam(next)).or_else(|| city(scene, next)).or_else(|| {
            let states = ["الدول", "دول", "الكوريتين"];
            let named = scene.continues(next)
                && (states.contains(&scene.raw(next)) && phrase::adjective(scene, next + 1) || scene.raw(next) == "الكوريتين");
            named.then(|| phrase::adjectives(scene, next))
        })
    }

    /// «القمة الروسية - الأميركية», «القمة الخليجية الأوروبية».
    fn joined_nisba(&self, at: usize) -> Option<usize> {
        let dash = self.scene.is_punct(at, &['-', '–', '/']) && self.scene.continues(at + 1);
        if !dash {
            return None;
        }
        self.scene.whole_hits(at + 1).find(|hit| matches!(hit.meaning, Meaning::Nisba { definite: true, .. })).map(|hit| hit.last)
    }

    fn meeting(&self, head: &Hit, definite: bool) -> Option<usize> {
        if !definite {
            let last = self.organizer(head.next())?;
            // «اجتماع منظمة …» is the summit by another word only with its leaders or its council.
            let leaders = ["قادة", "زعماء", "رؤساء", "مجلس"].contains(&self.scene.raw(head.next()));
            let plus = self.scene.raw(last) == "+";
            return (leaders || plus).then_some(last);
        }
        let last = self.numbered(head.next())?;
        self.body_behind_lam(last + 1)
    }

    /// The last adjective behind a definite head, and whether a nisba is among them: «الحرب الأهلية اللبنانية».
    fn described(&self, head: &Hit) -> (usize, bool) {
        let last = phrase::adjectives(self.scene, head.last);
        let nisba = |at| self.scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Nisba { .. }));
        (last, (head.next()..=last).any(nisba))
    }

    fn war(&self, head: &Hit, definite: bool) -> Option<usize> {
        let scene = self.scene;
        let next = head.next();
        if !scene.continues(next) {
            return None;
        }
        if definite {
            let (last, nisba) = self.described(head);
            return nisba.then_some(last);
        }
        phrase::place(scene, next)
    }

    fn election(&self, head: &Hit, definite: bool) -> Option<usize> {
        let scene = self.scene;
        let next = head.next();
        if !scene.continues(next) {
            return None;
        }
        if definite {
            let (last, nisba) = self.described(head);
            let kind =
                ["الرئاسية", "البرلمانية", "التشريعية", "النيابية", "البلدية", "المحلية", "العامة", "الجماعية", "الجهوية", "الإقليمية"]
                    .contains(&scene.raw(next));
            return (nisba || kind).then_some(last);
        }
        let named = ["الإعادة", "الرئاسة", "التجديد", "مجلس", "الكنيست", "الكونغرس", "الكونجرس", "البرلمان"].contains(&scene.raw(next));
        if named { phrase::noun_phrase(scene, next) } else { None }
    }

    fn gathering(&self, head: &Hit, definite: bool) -> Option<usize> {
        let scene = self.scene;
        let next = head.next();
        if let Some(end) = quoted(scene, next) {
            return Some(end);
        }
        if definite {
            let Some(numbered) = self.numbered(next) else { return self.festival(head) };
            let last = phrase::adjectives(scene, numbered);
            return self.body_behind_lam(last + 1).or_else(|| phrase::prepositional(scene, last + 1, arabic('ل'), 0));
        }
        if !scene.continues(next) {
            return None;
        }
        // «مؤتمر القمة الإسلامي الرابع».
        let summit = scene.whole_trigger(next, Trigger::SummitHead).filter(|_| phrase::definite(scene, next, 0));
        if let Some(summit) = summit {
            return self.summit(summit, true);
        }
        let place = phrase::place(scene, next).map(|last| phrase::adjectives(scene, last));
        place.or_else(|| self.organizer(next)).or_else(|| self.held_in(next)).or_else(|| {
            // «مؤتمر الحوار الوطني»: a definite noun with an adjective of institutions.
            let last = phrase::noun_phrase(scene, next).filter(|_| phrase::definite(scene, next, 0))?;
            scene.whole_trigger(last, Trigger::National).filter(|_| last > next).map(|_| last)
        })
    }

    /// «المهرجان اللبناني للكتاب», «المعرض الدولي للصناعات التقليدية»: whose it is, and what it is for.
    fn festival(&self, head: &Hit) -> Option<usize> {
        const WIDE: [&str; 8] = ["الدولي", "الدولية", "العالمي", "العالمية", "الوطني", "الوطنية", "القومي", "القومية"];
        let scene = self.scene;
        let (last, nisba) = self.described(head);
        let wide = (head.next()..=last).any(|at| WIDE.contains(&scene.raw(at)));
        let object = phrase::prepositional(scene, last + 1, LAM, 0).filter(|_| last > head.last && (nisba || wide))?;
        Some(coordination::works(scene, coordination::fields(scene, object)))
    }

    /// «مهرجان الجاز بقرطاج», «معرض الكتاب بالدار البيضاء»: what it is of, and the town behind «بـ».
    fn held_in(&self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let last = at + 1;
        let object = scene.is_word(at) && phrase::definite(scene, at, 0) && scene.is_common(at) && scene.continues(last);
        let town = scene.hits(last).iter().find(|hit| {
            hit.reading.cut == 1
                && scene.codes(last)[0] == BA
                && matches!(hit.meaning, Meaning::Entry { id, form: Form::Full, .. } if scene.gazetteer.known(id).kind == EntityType::Gpe)
        });
        town.filter(|_| object).map(|town| town.last)
    }

    /// Summits of one organiser or place in one year are one event, whatever the words: the key says so.
    fn link(&self, candidate: &Candidate, class: Trigger) -> Link {
        let scene = self.scene;
        if !matches!(class, Trigger::SummitHead | Trigger::MeetingHead) {
            return Link::Text;
        }
        let mut owner = None;
        for at in candidate.first..=candidate.last {
            for hit in scene.hits(at).iter().filter(|hit| hit.last <= candidate.last) {
                if let Meaning::Entry { id, form, .. } = hit.meaning {
                    let known = scene.gazetteer.known(id);
                    if known.kind == EntityType::Org && form != Form::Hint && owner.is_none() {
                        owner = Some(known.key.as_str());
                    }
                }
            }
        }
        let place = || {
            (candidate.first..=candidate.last).flat_map(|at| scene.whole_hits(at)).find_map(|hit| match hit.meaning {
                Meaning::Entry { id, .. } => Some(scene.gazetteer.known(id).key.as_str()),
                Meaning::Nisba { id, .. } => Some(scene.gazetteer.known(id).key.as_str()),
                _ => None,
            })
        };
        match owner.or_else(place) {
            Some(owner) => {
                let plus = if scene.raw(candidate.last) == "+" { "-plus" } else { "" };
                let year = self.year_behind(candidate.last).or_else(|| self.published.map(|date| i32::from(date.year())));
                let year = year.map_or(String::new(), |year| format!("-{year}"));
                Link::Local(format!("local:event-summit-{owner}{plus}{year}"))
            }
            None => Link::Local(key::local(EntityType::Event, &scene.text.raw[candidate.begin as usize..candidate.end as usize])),
        }
    }

    /// «في 2023», «عام 2023» directly behind the event.
    fn year_behind(&self, last: usize) -> Option<i32> {
        for at in last + 1..last + 4 {
            if !self.scene.continues(at) {
                return None;
            }
            let token = self.scene.token(at)?;
            if token.kind == TokenKind::Number && token.codes == 4 {
                return std::str::from_utf8(self.scene.codes(at)).ok()?.parse().ok().filter(|year| (1900..2100).contains(year));
            }
            let leads = matches!(self.scene.raw(at), "في" | "فى" | "عام" | "العام" | "سنة") || self.scene.is_punct(at, &['"', '»', '”']);
            if !leads {
                return None;
            }
        }
        None
    }
}

/// A city or country; mountains have summits of another kind.
fn city(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let last = phrase::place(scene, at).filter(|_| scene.continues(at))?;
    let mountain = scene.whole_hits(at).any(|hit| matches!(hit.meaning, Meaning::Entry { id, .. } if scene.gazetteer.known(id).kind == EntityType::Loc && matches!(scene.gazetteer.known(id).subtype.as_str(), "mountain" | "island")));
    (!mountain).then_some(last)
}

/// Adjectives that describe a summit without naming it: «القمة الحالية», «القمة السابقة», «القمة المقبلة».
fn described(scene: &Scene<'_, '_>, at: usize) -> bool {
    [Trigger::Past, Trigger::Next, Trigger::Current].iter().any(|class| scene.whole_trigger(at, *class).is_some())
}
