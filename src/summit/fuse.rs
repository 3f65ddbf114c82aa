//! Many articles' facts on one summit made one: spellings united, later and fuller statements kept, disagreements shown.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::actors::reference;
use super::article::{Article, ends_alike, fold, same_words};
use super::members::{self, Step};
use super::people::{self, Seen, View};
use super::titles::Titles;
use super::{days, documents, frame, group, meetings, place, presidency, programme, statements, story, terms};
use crate::proto as pb;
use crate::rpc::Analyzer;
use crate::{EntityType, Interrupted};
use pb::{Attendance, MeetingStatus, MembershipChangeKind as Kind, Role, SummitStatus};

/// The most facts of a kind that one summit has, the most participants and meetings, whom the paragraphs compare with each other, and the most pieces
/// of evidence that one fact has: more than a hundred articles state, and as many as can be compared and still be answered in time.
const MOST_FACTS: usize = 1000;
const MOST_PEOPLE: usize = 400;
const MOST_EVIDENCE: usize = 250;

/// One summit from the articles that tell of it, ordered by publication.
///
/// # Errors
/// [`Interrupted`] where `stop` said so; it is asked between the kinds of fact.
pub fn summit(engine: &dyn Analyzer, articles: &[&Article], organizer: &str, stop: &dyn Fn() -> bool) -> Result<pb::Summit, Interrupted> {
    let go_on = || if stop() { Err(Interrupted) } else { Ok(()) };
    let titles = Titles::new(engine, articles.iter().copied());
    let mut summit =
        pb::Summit { document_ids: articles.iter().map(|article| article.id.clone()).collect(), confidence: 0.9, ..Default::default() };
    let days = frame_of(engine, articles, organizer, &mut summit);
    let start = days.map(|(start, _)| start);
    let views: Vec<View<'_>> = articles
        .iter()
        .map(|article| View {
            engine,
            article,
            organizer,
            titles: &titles,
            start,
            topic: topic(engine, article),
            ministerial: ministerial(articles),
        })
        .collect();
    go_on()?;
    participants(engine, &views, organizer, &mut summit);
    go_on()?;
    programme_of(&views, &mut summit);
    go_on()?;
    let steps: Vec<Step> = views.iter().flat_map(members::steps).collect();
    background(&views, &mut summit);
    membership(steps, start, &mut summit);
    go_on()?;
    summit.meetings = merge_meetings(views.iter().flat_map(meetings::meetings).collect());
    go_on()?;
    for statement in views.iter().flat_map(statements::statements) {
        match summit
            .statements
            .iter_mut()
            .find(|known| same_person(&known.speaker, &statement.speaker) && same_words(&known.quote, &statement.quote))
        {
            Some(known) => add_evidence(&mut known.evidence, statement.evidence),
            None => keep(&mut summit.statements, statement),
        }
    }
    go_on()?;
    for view in &views {
        if let Some(transfer) = presidency::transfer(view) {
            match &mut summit.presidency_transfer {
                Some(known) if known.to_country == transfer.to_country => {
                    if transfer.date.len() > known.date.len() {
                        known.date = transfer.date;
                    }
                    add_evidence(&mut known.evidence, transfer.evidence);
                }
                known => *known = Some(transfer),
            }
        }
    }
    came(&mut summit);
    name(&mut summit, start);
    Ok(summit)
}

/// At a summit that was held, who hosts it and who met somebody there has come, whatever was only expected before.
fn came(summit: &mut pb::Summit) {
    // Nobody came to what was not held.
    if summit.status == SummitStatus::Cancelled as i32 || summit.status == SummitStatus::Postponed as i32 {
        for participant in summit.participants.iter_mut().filter(|participant| participant.attendance == Attendance::Attended as i32) {
            participant.attendance = Attendance::Expected.into();
        }
    }
    if summit.status != SummitStatus::Held as i32 {
        return;
    }
    let (start, end) = (summit.start_date.as_str(), summit.end_date.as_str());
    // Leaders meet on the eve too.
    let eve = start.parse::<Date>().ok().and_then(|start| start.yesterday().ok()).map(|eve| eve.to_string()).unwrap_or_default();
    let there = |meeting: &&pb::BilateralMeeting| {
        meeting.status == MeetingStatus::Held as i32
            && meeting.date.as_str() >= eve.as_str()
            && meeting.date.as_str() <= end
            && !start.is_empty()
    };
    let met: HashSet<String> = summit
        .meetings
        .iter()
        .filter(there)
        .flat_map(|meeting| [&meeting.first, &meeting.second])
        .filter_map(|person| Some(person.as_ref()?.entity_id.clone()))
        .collect();
    for participant in &mut summit.participants {
        let expected = participant.attendance == Attendance::Expected as i32 || participant.attendance == Attendance::Invited as i32;
        let sure =
            participant.role == Role::Host as i32 || participant.person.as_ref().is_some_and(|person| met.contains(&person.entity_id));
        if expected && sure {
            participant.attendance = Attendance::Attended.into();
        }
    }
}

/// Whether it is ministers who sit: «قمتهم الوزارية», «الاجتماع الوزاري», «وزراء تحالف …»; not where leaders are told of as often.
fn ministerial(articles: &[&Article]) -> bool {
    let (mut ministers, mut leaders) = (0, 0);
    for sentence in articles.iter().flat_map(|article| article.sentences.iter().take(6)).filter(|sentence| !sentence.boilerplate) {
        let words = &sentence.words;
        let sits = super::cues::any(words, super::cues::SUMMIT) || super::cues::any(words, super::cues::SITTING);
        ministers += usize::from(
            sits && super::cues::any(words, &["الوزاريه", "الوزاري", "وزاريه", "وزراء", "الوزراء"])
                && super::cues::phrase(words, "رييس الوزراء").is_none(),
        );
        leaders +=
            usize::from(super::cues::any(words, &["قاده", "القاده", "زعماء", "الزعماء", "الرييس", "روساء", "الروساء", "الملك", "العاهل"]));
    }
    ministers > leaders && ministers > 0
}

/// The person an article is mostly about: of those who lead a state the one it names most often.
fn topic(engine: &dyn Analyzer, article: &Article) -> Option<pb::EntityRef> {
    let leaders = group::leaders(engine, article);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (order, mention) in article.mentions.iter().enumerate().filter(|(_, mention)| mention.kind == EntityType::Person) {
        let id = article.thing(mention).reference.entity_id.as_str();
        if leaders.contains(id) && !article.sentences[mention.sentence].boilerplate {
            let entry = counts.entry(id).or_insert((0, order));
            entry.0 += 1;
        }
    }
    let (id, _) = counts.into_iter().max_by_key(|(_, (count, order))| (*count, std::cmp::Reverse(*order)))?;
    article.things.iter().find(|thing| thing.reference.entity_id == id).map(|thing| thing.reference.clone())
}

/// Organiser, number, place, days, status; gives the days.
fn frame_of(engine: &dyn Analyzer, articles: &[&Article], organizer: &str, summit: &mut pb::Summit) -> Option<(Date, Date)> {
    if !organizer.is_empty() {
        summit.organizer = Some(reference(engine, organizer));
    }
    let mut ordinals: BTreeMap<u32, Vec<pb::Evidence>> = BTreeMap::new();
    let mut places: BTreeMap<String, (f32, pb::EntityRef)> = BTreeMap::new();
    let mut spans: Vec<(usize, days::Days<'_>)> = Vec::new();
    for (number, article) in articles.iter().enumerate() {
        if let Some((ordinal, sentence)) = frame::ordinal(engine, article, organizer) {
            ordinals.entry(ordinal).or_default().push(article.evidence(sentence));
        }
        for (place, weight) in place::places(engine, article, organizer) {
            places.entry(place.entity_id.clone()).or_insert((0.0, place)).0 += weight;
        }
        spans.extend(days::days(engine, article, organizer).into_iter().map(|days| (number, days)));
        // The later article knows where it came to be held.
        // A hall is told more closely than a resort.
        let closer = |venue: &pb::EntityRef| summit.venue.is_none() || !fold(&venue.name).contains("منتجع");
        if let Some((venue, sentence)) = place::venue(engine, article, organizer).filter(|(venue, _)| closer(venue)) {
            summit.venue = Some(venue);
            add_evidence(&mut summit.evidence, vec![article.evidence(sentence)]);
        }
        // The first sentence that speaks of the summit names it.
        if let Some((_, sentence)) =
            frame::telling(engine, article, organizer).find(|(_, sentence)| super::cues::any(&sentence.words, super::cues::SUMMIT))
        {
            add_evidence(&mut summit.evidence, vec![article.evidence(sentence)]);
        }
    }
    if let Some((ordinal, evidence)) = ordinals.iter().max_by_key(|(ordinal, evidence)| (evidence.len(), **ordinal)) {
        summit.ordinal = *ordinal;
        add_evidence(&mut summit.evidence, evidence.clone());
    }
    if ordinals.len() > 1 {
        let kept = summit.ordinal;
        let values = ordinals.into_iter().map(|(ordinal, evidence)| (ordinal.to_string(), ordinal == kept, evidence)).collect();
        summit.conflicts.push(conflict("ordinal", values));
    }
    host(engine, places, summit);
    let days = fuse_days(articles, &spans, summit);
    let latest = articles.iter().filter_map(|article| article.published).max();
    let off = articles.iter().rev().find_map(|article| frame::called_off(engine, article, organizer).map(|found| (*article, found)));
    // Put off, it is held on the later days.
    let days = match &off {
        Some((_, (SummitStatus::Postponed, _))) => spans.iter().map(|(_, days)| (days.start, days.end)).max().or(days),
        _ => days,
    };
    // The days it was put off from are no other word on the days it was put off to.
    if let Some((_, (SummitStatus::Postponed, _))) = &off {
        let far = |value: &str| days.zip(value.parse::<Date>().ok()).is_some_and(|((start, _), day)| group::days_between(start, day) > 45);
        summit.conflicts.retain(|conflict| !conflict.field.ends_with("_date") || !conflict.values.iter().any(|value| far(&value.value)));
    }
    if let Some((start, end)) = days {
        summit.start_date = start.to_string();
        summit.end_date = end.to_string();
    }
    let status = match (&off, days, latest) {
        (Some((_, (status, _))), _, _) => *status,
        (None, Some((start, _)), Some(latest)) if latest < start => SummitStatus::Planned,
        (None, Some(_), _) => SummitStatus::Held,
        _ => SummitStatus::Unspecified,
    };
    if let Some((article, (_, sentence))) = off {
        add_evidence(&mut summit.evidence, vec![article.evidence(sentence)]);
    }
    summit.status = status.into();
    days
}

/// The city or country most is said for; of a country the city told of, where one is.
fn host(engine: &dyn Analyzer, places: BTreeMap<String, (f32, pb::EntityRef)>, summit: &mut pb::Summit) {
    let best = |places: &mut dyn Iterator<Item = &(f32, pb::EntityRef)>| {
        places
            .max_by(|a, b| {
                let city = || is_city(engine, &a.1).cmp(&is_city(engine, &b.1));
                a.0.total_cmp(&b.0).then_with(city).then_with(|| b.1.entity_id.cmp(&a.1.entity_id))
            })
            .map(|(_, place)| place.clone())
    };
    let Some(mut place) = best(&mut places.values()) else { return };
    if !is_city(engine, &place) {
        let country = place.entity_id.clone();
        let inside = |of: &&(f32, pb::EntityRef)| {
            is_city(engine, &of.1) && engine.about(&of.1.entity_id).is_some_and(|about| about.country_id == country)
        };
        // Capitals that share their country's name.
        let namesake = [("kuwait", "kuwait-city"), ("tunisia", "tunis"), ("algeria", "algiers"), ("djibouti", "djibouti-city")];
        let namesake = || namesake.iter().find(|(of, _)| *of == country).map(|(_, city)| reference(engine, city));
        match best(&mut places.values().filter(inside)).or_else(namesake) {
            Some(city) => place = city,
            None => {
                summit.host_country = Some(place);
                return;
            }
        }
    }
    let about = engine.about(&place.entity_id).unwrap_or_default();
    summit.host_country = (!about.country_id.is_empty()).then(|| reference(engine, &about.country_id));
    summit.host_city = Some(place);
}

fn is_city(engine: &dyn Analyzer, place: &pb::EntityRef) -> bool {
    engine.about(&place.entity_id).is_some_and(|about| about.subtype != "country")
}

/// The days most is said for: both ends together before single days; what is said of other ends is a conflict.
fn fuse_days(articles: &[&Article], spans: &[(usize, days::Days<'_>)], summit: &mut pb::Summit) -> Option<(Date, Date)> {
    let mut whole: BTreeMap<(Date, Date), (f32, Vec<pb::Evidence>)> = BTreeMap::new();
    let evidence = |number: &usize, days: &days::Days<'_>| articles[*number].evidence(days.sentence);
    for (number, days) in spans.iter().filter(|(_, days)| days.whole) {
        let entry = whole.entry((days.start, days.end)).or_default();
        entry.0 += days.weight + 0.1 * *number as f32;
        add_evidence(&mut entry.1, vec![evidence(number, days)]);
    }
    let best = whole.iter().max_by(|a, b| a.1.0.total_cmp(&b.1.0)).map(|(days, _)| *days);
    if let Some(best) = best {
        for (field, end) in [("start_date", false), ("end_date", true)] {
            let mut values: BTreeMap<Date, Vec<pb::Evidence>> = BTreeMap::new();
            for ((first, last), (_, evidence)) in &whole {
                values.entry(if end { *last } else { *first }).or_default().extend(evidence.iter().cloned());
            }
            let kept = if end { best.1 } else { best.0 };
            if values.len() > 1 {
                summit
                    .conflicts
                    .push(conflict(field, values.into_iter().map(|(day, evidence)| (day.to_string(), day == kept, evidence)).collect()));
            }
        }
        for (number, days) in spans.iter().filter(|(_, days)| days.whole && (days.start, days.end) == best) {
            add_evidence(&mut summit.evidence, vec![evidence(number, days)]);
        }
        // It went on longer than was planned: who tells of its end on the day or after knows.
        let late = spans.iter().filter(|(number, days)| {
            days.ends
                && days.weight >= 1.4
                && days.end > best.1
                && group::days_between(days.end, best.1) <= 14
                && articles[*number].published >= Some(days.end)
        });
        if let Some((number, last)) = late.max_by_key(|(_, days)| days.end)
            && !summit.conflicts.iter().any(|conflict| conflict.field == "end_date")
        {
            let said = whole.iter().filter(|((_, end), _)| *end == best.1).flat_map(|(_, (_, evidence))| evidence.clone()).collect();
            let values = vec![(best.1.to_string(), false, said), (last.end.to_string(), true, vec![evidence(number, last)])];
            summit.conflicts.push(conflict("end_date", values));
            return Some((best.0, last.end));
        }
        return Some(best);
    }
    let mut single: BTreeMap<Date, f32> = BTreeMap::new();
    for (_, days) in spans {
        *single.entry(days.start).or_default() += days.weight;
    }
    let best = single.iter().max_by(|a, b| a.1.total_cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(day, _)| *day)?;
    let near: Vec<Date> = spans
        .iter()
        .filter(|(_, days)| days.weight >= 1.4 && group::days_between(days.start, best) <= 3)
        .map(|(_, days)| days.start)
        .collect();
    for (number, days) in spans.iter().filter(|(_, days)| days.start == best) {
        add_evidence(&mut summit.evidence, vec![evidence(number, days)]);
    }
    let start = near.iter().copied().min().unwrap_or(best).min(best);
    let end = near.iter().copied().max().unwrap_or(best).max(best);
    Some((start, end))
}

/// One sentence's word on somebody's coming: the number of its article, what it says, and itself.
type Said = (usize, Attendance, pb::Evidence);

fn participants(engine: &dyn Analyzer, views: &[View<'_>], organizer: &str, summit: &mut pb::Summit) {
    let members = engine.about(organizer).map(|about| about.members).unwrap_or_default();
    let host = summit.host_country.as_ref().map(|country| country.entity_id.clone()).unwrap_or_default();
    let mut all: Vec<(pb::Participant, Vec<Said>)> = Vec::new();
    for (number, view) in views.iter().enumerate() {
        for seen in people::participants(view) {
            let at = all.iter().position(|(known, _)| match (&known.person, &seen.person) {
                (Some(_), Some(_)) => same_person(&known.person, &seen.person),
                (None, None) => known.represents == seen.represents,
                _ => false,
            });
            if at.is_none() && all.len() == MOST_PEOPLE {
                continue;
            }
            let at = at.unwrap_or_else(|| {
                all.push((
                    pb::Participant { person: seen.person.clone(), represents: seen.represents.clone(), ..Default::default() },
                    Vec::new(),
                ));
                all.len() - 1
            });
            let (known, said) = &mut all[at];
            tell(known, &seen);
            said.push((number, seen.attendance, seen.evidence));
        }
    }
    let deputies: HashSet<String> =
        all.iter().filter_map(|(known, _)| Some(known.represented_by_person.as_ref()?.entity_id.clone())).collect();
    // A country whose leader is told of by name needs no line of its own.
    let led: HashSet<String> = all
        .iter()
        .filter(|(known, _)| known.person.is_some())
        .filter_map(|(known, _)| Some(known.represents.as_ref()?.entity_id.clone()))
        .collect();
    let mut hosted = false;
    for (mut known, said) in all {
        let id = known.person.as_ref().map(|person| person.entity_id.clone()).unwrap_or_default();
        let country = known.represents.as_ref().map(|of| of.entity_id.clone()).unwrap_or_default();
        if deputies.contains(&id) || known.person.is_none() && led.contains(&country) {
            continue;
        }
        let attendance = attendance(&said);
        if attendance == Attendance::Unspecified {
            continue;
        }
        let field = format!("participants[{}].attendance", summit.participants.len());
        let kinds: HashSet<Attendance> = said.iter().map(|(_, attendance, _)| *attendance).collect();
        if kinds.contains(&Attendance::Absent) && kinds.contains(&Attendance::Attended) {
            let value = |kind: Attendance| {
                (
                    kind.as_str_name().trim_start_matches("ATTENDANCE_").to_owned(),
                    kind == attendance,
                    said.iter().filter(|(_, said, _)| *said == kind).map(|(_, _, evidence)| evidence.clone()).collect(),
                )
            };
            summit.conflicts.push(conflict(&field, vec![value(Attendance::Attended), value(Attendance::Absent)]));
        }
        known.attendance = attendance.into();
        let flagged = Role::try_from(known.role).unwrap_or_default();
        let official = flagged == Role::OrganizationOfficial && engine.about(&country).is_none_or(|about| about.subtype != "country");
        let there = !matches!(attendance, Attendance::Absent | Attendance::Represented);
        let role = if official {
            Role::OrganizationOfficial
        } else if !host.is_empty() && country == host && !hosted && there && known.person.is_some() {
            hosted = true;
            Role::Host
        } else if flagged == Role::Observer {
            Role::Observer
        } else if terms::was_member(organizer, &country, &summit.start_date).unwrap_or(organizer.is_empty() || members.contains(&country))
            || members.is_empty() && flagged != Role::Guest
        {
            Role::Member
        } else {
            Role::Guest
        };
        known.role = role.into();
        for (_, _, evidence) in said {
            add_evidence(&mut known.evidence, vec![evidence]);
        }
        known.confidence = 0.85;
        summit.participants.push(known);
    }
}

/// What one sentence adds to a participant.
fn tell(known: &mut pb::Participant, seen: &Seen) {
    if known.represents.is_none() {
        known.represents.clone_from(&seen.represents);
    }
    if seen.title.chars().count() > known.title.chars().count() {
        known.title.clone_from(&seen.title);
    }
    if seen.role != Role::Unspecified {
        known.role = seen.role.into();
    }
    if known.represented_by_person.is_none() {
        known.represented_by_person.clone_from(&seen.by_person);
    }
    if known.represented_by_title.is_empty() {
        known.represented_by_title.clone_from(&seen.by_title);
    }
}

/// Who sent somebody was represented; else the later article decides between there and not there, and «was there» beats «is to come».
fn attendance(said: &[Said]) -> Attendance {
    let has = |kind| said.iter().filter(|(_, said, _)| *said == kind).map(|(number, _, _)| *number).max();
    if has(Attendance::Represented).is_some() {
        return Attendance::Represented;
    }
    match (has(Attendance::Absent), has(Attendance::Attended)) {
        (Some(absent), Some(attended)) if attended > absent => Attendance::Attended,
        (Some(_), _) => Attendance::Absent,
        (None, Some(_)) => Attendance::Attended,
        (None, None) if has(Attendance::Expected).is_some() => Attendance::Expected,
        (None, None) if has(Attendance::Invited).is_some() => Attendance::Invited,
        (None, None) => Attendance::Unspecified,
    }
}

fn programme_of(views: &[View<'_>], summit: &mut pb::Summit) {
    for view in views {
        for theme in programme::themes(view) {
            match summit.themes.iter_mut().find(|known| same_words(&known.text, &theme.text)) {
                Some(known) => add_evidence(&mut known.evidence, theme.evidence),
                None => keep(&mut summit.themes, theme),
            }
        }
        for session in programme::sessions(view) {
            let plain = |format: i32| format == pb::SessionFormat::Narrow as i32 || format == pb::SessionFormat::Expanded as i32;
            match summit
                .sessions
                .iter_mut()
                .find(|known| known.format == session.format && (plain(session.format) || same_words(&known.title, &session.title)))
            {
                Some(known) => add_evidence(&mut known.evidence, session.evidence),
                None => keep(&mut summit.sessions, session),
            }
        }
        for item in programme::agenda(view) {
            let full = summit.agenda.len() >= 20;
            match summit.agenda.iter_mut().find(|known| same_words(&known.text, &item.text)) {
                Some(known) => add_evidence(&mut known.evidence, item.evidence),
                None if !full => summit.agenda.push(item),
                None => {}
            }
        }
    }
    if summit.themes.len() > 1 {
        let last = summit.themes.len() - 1;
        let values = summit.themes.iter().enumerate().map(|(at, theme)| (theme.text.clone(), at == last, theme.evidence.clone())).collect();
        summit.conflicts.push(conflict("themes", values));
    }
    let documents: Vec<(usize, pb::DocumentsSigned)> = views
        .iter()
        .enumerate()
        .flat_map(|(number, view)| documents::documents(view).into_iter().map(move |found| (number, found)))
        .collect();
    if documents.is_empty() {
        return;
    }
    let mut fused = pb::DocumentsSigned { confidence: 0.85, ..Default::default() };
    let mut counts: BTreeMap<u32, (usize, Vec<pb::Evidence>)> = BTreeMap::new();
    let mut names = Vec::new();
    for (number, found) in documents {
        if found.count > 0 {
            let entry = counts.entry(found.count).or_default();
            entry.0 = entry.0.max(number + 1);
            add_evidence(&mut entry.1, found.evidence.clone());
        }
        for document in found.named {
            let own = programme::folded(&document.name);
            let known = names.iter().position(|known: &String| known.contains(&own) || own.contains(known));
            match known {
                Some(known) => add_evidence(&mut fused.named[known].evidence, document.evidence),
                None if names.len() < MOST_FACTS => {
                    fused.named.push(document);
                    names.push(own);
                }
                None => {}
            }
        }
        // Signed once said, it is signed.
        if fused.status != pb::SigningStatus::Signed as i32 {
            fused.status = found.status;
        }
        add_evidence(&mut fused.evidence, found.evidence);
    }
    // The later article knows better; of one article's counts the larger.
    if let Some((count, _)) = counts.iter().max_by_key(|(count, (number, _))| (*number, **count)) {
        fused.count = *count;
    }
    if counts.len() > 1 {
        let kept = fused.count;
        summit.conflicts.push(conflict(
            "documents_signed.count",
            counts.into_iter().map(|(count, (_, evidence))| (count.to_string(), count == kept, evidence)).collect(),
        ));
    }
    summit.documents_signed = Some(fused);
}

fn background(views: &[View<'_>], summit: &mut pb::Summit) {
    let mut background = pb::Background::default();
    for view in views {
        if view.organizer.is_empty() {
            background.past_summits.extend(story::past_summits(view));
            continue;
        }
        if let Some((founding, founders)) = story::founding(view) {
            match &mut background.founding {
                Some(known) => {
                    if founding.date.len() > known.date.len() {
                        known.date = founding.date;
                    }
                    known.place = known.place.take().or(founding.place);
                    add_evidence(&mut known.evidence, founding.evidence);
                }
                known => *known = Some(founding),
            }
            if founders.len() > background.founders.len() {
                background.founders = founders;
            }
        }
        for past in story::past_summits(view) {
            let same = |known: &&mut pb::PastSummit| {
                known.date.get(..4) == past.date.get(..4)
                    && (known.ordinal == past.ordinal || known.ordinal == 0 || past.ordinal == 0)
                    && (known.place == past.place || known.place.is_none() || past.place.is_none())
            };
            match background.past_summits.iter_mut().find(same) {
                Some(known) => {
                    if past.date.len() > known.date.len() {
                        known.date = past.date;
                    }
                    known.place = known.place.take().or(past.place);
                    known.ordinal = known.ordinal.max(past.ordinal);
                    add_evidence(&mut known.evidence, past.evidence);
                }
                None => keep(&mut background.past_summits, past),
            }
        }
        for count in story::counts(view) {
            match background.counts.iter_mut().find(|known| known.value == count.value && same_words(&known.label, &count.label)) {
                Some(known) => add_evidence(&mut known.evidence, count.evidence),
                None => keep(&mut background.counts, count),
            }
        }
    }
    summit.background = Some(background);
}

/// Steps of the past are the organiser's story, steps of now are the summit's.
fn membership(steps: Vec<Step>, start: Option<Date>, summit: &mut pb::Summit) {
    let founders: HashSet<String> =
        summit.background.iter().flat_map(|background| background.founders.iter().map(|founder| founder.entity_id.clone())).collect();
    let year = start.map(|start| start.year().to_string()).unwrap_or_default();
    let mut accessions: Vec<pb::Accession> = Vec::new();
    let mut changes: Vec<pb::MembershipChange> = Vec::new();
    let dated: HashSet<String> = steps
        .iter()
        .filter(|step| step.kind == Kind::Joined && step.date.len() == 10 && step.date.starts_with(&year) && !year.is_empty())
        .map(|step| step.country.entity_id.clone())
        .collect();
    for step in steps {
        let past = !step.date.is_empty() && !year.is_empty() && !step.date.starts_with(&year) && step.date < year;
        let told = step.date.is_empty() && !dated.contains(&step.country.entity_id);
        if step.kind == Kind::Joined && (past || told) {
            if founders.contains(&step.country.entity_id) {
                continue;
            }
            match accessions.iter_mut().find(|known| known.country.as_ref() == Some(&step.country)) {
                Some(known) => {
                    if step.date.len() > known.date.len() {
                        known.date = step.date;
                    }
                    add_evidence(&mut known.evidence, vec![step.evidence]);
                }
                None => accessions.push(pb::Accession {
                    country: Some(step.country),
                    date: step.date,
                    evidence: vec![step.evidence],
                    confidence: 0.85,
                }),
            }
            continue;
        }
        match changes.iter_mut().find(|known| known.country.as_ref() == Some(&step.country) && known.kind == step.kind as i32) {
            Some(known) => {
                if step.date.len() > known.date.len() {
                    known.date = step.date;
                }
                add_evidence(&mut known.evidence, vec![step.evidence]);
            }
            None => changes.push(pb::MembershipChange {
                country: Some(step.country),
                kind: step.kind.into(),
                date: step.date,
                evidence: vec![step.evidence],
                confidence: 0.85,
            }),
        }
    }
    // Who is to join is not a member yet, whatever today's lists say.
    let to_join = |id: &str| {
        changes.iter().any(|change| {
            change.country.as_ref().is_some_and(|country| country.entity_id == id)
                && (change.kind == Kind::Expected as i32 || change.kind == Kind::Applied as i32)
        }) && !changes
            .iter()
            .any(|change| change.country.as_ref().is_some_and(|country| country.entity_id == id) && change.kind == Kind::Joined as i32)
    };
    for participant in &mut summit.participants {
        let country = participant.represents.as_ref().map(|of| of.entity_id.as_str()).unwrap_or_default();
        if participant.role == Role::Member as i32 && summit.organizer.is_some() && to_join(country) {
            participant.role = Role::Guest.into();
        }
    }
    changes.sort_by(|a, b| a.date.cmp(&b.date).then(a.kind.cmp(&b.kind)));
    summit.membership_changes = changes;
    let background = summit.background.get_or_insert_default();
    background.accessions = accessions;
    if *background == pb::Background::default() {
        summit.background = None;
    }
}

/// One meeting of two a day; what came about beats what was planned for the same day or for none.
fn merge_meetings(all: Vec<pb::BilateralMeeting>) -> Vec<pb::BilateralMeeting> {
    let mut merged: Vec<pb::BilateralMeeting> = Vec::new();
    for meeting in all {
        let pair = |known: &pb::BilateralMeeting| {
            same_person(&known.first, &meeting.first) && same_person(&known.second, &meeting.second)
                || same_person(&known.first, &meeting.second) && same_person(&known.second, &meeting.first)
        };
        let same =
            merged.iter_mut().find(|known| pair(known) && (known.date == meeting.date || known.date.is_empty() || meeting.date.is_empty()));
        let Some(known) = same else {
            if merged.len() < MOST_PEOPLE {
                merged.push(meeting);
            }
            continue;
        };
        let rank = |status: i32| match MeetingStatus::try_from(status).unwrap_or_default() {
            MeetingStatus::Held => 4,
            MeetingStatus::NotPlanned => 3,
            MeetingStatus::Planned => 2,
            MeetingStatus::Possible => 1,
            MeetingStatus::Unspecified => 0,
        };
        if rank(meeting.status) > rank(known.status) {
            known.status = meeting.status;
            if !meeting.date.is_empty() {
                known.date.clone_from(&meeting.date);
            }
        }
        if known.date.is_empty() {
            known.date = meeting.date;
        }
        add_evidence(&mut known.evidence, meeting.evidence);
    }
    merged
}

/// Whether two references are one person: by key, or by a name that ends the other.
fn same_person(one: &Option<pb::EntityRef>, other: &Option<pb::EntityRef>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    if one.entity_id == other.entity_id {
        return true;
    }
    let local = one.entity_id.starts_with("local:") || other.entity_id.starts_with("local:");
    local && ends_alike(&one.name, &other.name)
}

fn keep<F>(known: &mut Vec<F>, fact: F) {
    if known.len() < MOST_FACTS {
        known.push(fact);
    }
}

fn add_evidence(known: &mut Vec<pb::Evidence>, more: Vec<pb::Evidence>) {
    for evidence in more {
        if known.len() < MOST_EVIDENCE && !known.iter().any(|one| one.span == evidence.span && one.document_id == evidence.document_id) {
            known.push(evidence);
        }
    }
}

fn conflict(field: &str, values: Vec<(String, bool, Vec<pb::Evidence>)>) -> pb::Conflict {
    let evidence = values.iter().flat_map(|(_, _, evidence)| evidence.iter().cloned()).collect();
    let values =
        values.into_iter().map(|(value, kept, evidence)| pb::ConflictingValue { value, kept, evidence, confidence: 0.8 }).collect();
    pb::Conflict { field: field.to_owned(), values, evidence, confidence: 0.8 }
}

fn name(summit: &mut pb::Summit, start: Option<Date>) {
    let year = start.map(|start| start.year().to_string()).unwrap_or_default();
    let place = summit.host_city.as_ref().or(summit.host_country.as_ref());
    let key = summit.organizer.as_ref().or(place).map(|of| of.entity_id.clone()).unwrap_or_default();
    let date = if summit.organizer.is_some() { year } else { summit.start_date.clone() };
    summit.id = ["summit", &key, &date].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let of = summit.organizer.as_ref().or(place);
    summit.name = of.map_or_else(|| "قمة".to_owned(), |of| format!("قمة {}", of.name));
    summit.name_en = of.filter(|of| !of.name_en.is_empty()).map(|of| format!("{} summit", of.name_en)).unwrap_or_default();
}
