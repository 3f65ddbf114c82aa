//! What the paragraphs read like.

use super::agreement::{Case, DOCUMENT, Gender, OTHER, bi, counted, gender, join, li, ordinal};
use super::dates::When;
use super::{Prose, render};
use crate::proto as pb;
use pb::{Attendance, MeetingStatus, MembershipChangeKind, Role, SigningStatus, SummitStatus};

fn entity(id: &str, name: &str, name_en: &str) -> pb::EntityRef {
    pb::EntityRef { entity_id: id.into(), name: name.into(), name_en: name_en.into(), ..pb::EntityRef::default() }
}

fn evidence(text: &str) -> Vec<pb::Evidence> {
    vec![pb::Evidence { document_id: "1".into(), span: Some(pb::Span { begin: 0, end: 9 }), text: text.into() }]
}

fn kazakhstan() -> pb::EntityRef {
    entity("kazakhstan", "كازاخستان", "Kazakhstan")
}

fn russia() -> pb::EntityRef {
    entity("russia", "روسيا", "Russia")
}

fn organisation() -> pb::EntityRef {
    entity("sco", "منظمة شنغهاي للتعاون", "Shanghai Cooperation Organisation")
}

fn person(name: &str, name_en: &str) -> pb::EntityRef {
    entity(name_en, name, name_en)
}

fn participant(who: pb::EntityRef, of: pb::EntityRef, title: &str, role: Role, attendance: Attendance) -> pb::Participant {
    pb::Participant {
        evidence: evidence(&who.name),
        person: Some(who),
        represents: Some(of),
        title: title.into(),
        role: role.into(),
        attendance: attendance.into(),
        ..pb::Participant::default()
    }
}

fn putin() -> pb::EntityRef {
    person("فلاديمير بوتين", "Vladimir Putin")
}

fn tokayev() -> pb::EntityRef {
    person("قاسم جومارت توكاييف", "Kassym-Jomart Tokayev")
}

fn xi() -> pb::EntityRef {
    person("شي جين بينغ", "Xi Jinping")
}

fn meeting(first: pb::EntityRef, second: pb::EntityRef, status: MeetingStatus) -> pb::BilateralMeeting {
    pb::BilateralMeeting {
        first: Some(first),
        second: Some(second),
        status: status.into(),
        evidence: evidence("لقاء"),
        ..pb::BilateralMeeting::default()
    }
}

/// A summit of which little is left out.
fn rich() -> pb::Summit {
    let china = entity("china", "الصين", "China");
    let india = entity("india", "الهند", "India");
    let mut modi =
        participant(person("ناريندرا مودي", "Narendra Modi"), india.clone(), "رئيس الوزراء", Role::Member, Attendance::Represented);
    modi.represented_by_person = Some(person("سوبرامانيام جايشانكار", "S. Jaishankar"));
    modi.represented_by_title = "وزير الخارجية".into();
    pb::Summit {
        name: "القمة الرابعة والعشرون لمنظمة شنغهاي للتعاون".into(),
        organizer: Some(organisation()),
        ordinal: 24,
        host_city: Some(entity("astana", "أستانا", "Astana")),
        host_country: Some(kazakhstan()),
        venue: Some(entity("independence-palace", "قصر الاستقلال", "Independence Palace")),
        start_date: "2024-07-03".into(),
        end_date: "2024-07-04".into(),
        status: SummitStatus::Held.into(),
        themes: vec![pb::Theme {
            text: "«تعزيز الحوار متعدد الأطراف»".into(), evidence: evidence("شعار"), ..pb::Theme::default()
        }],
        participants: vec![
            participant(tokayev(), kazakhstan(), "رئيس كازاخستان", Role::Host, Attendance::Attended),
            participant(putin(), russia(), "الرئيس الروسي", Role::Member, Attendance::Attended),
            participant(xi(), china.clone(), "الرئيس", Role::Member, Attendance::Attended),
            modi,
            participant(
                person("تشانغ مينغ", "Zhang Ming"),
                organisation(),
                "الأمين العام",
                Role::OrganizationOfficial,
                Attendance::Attended,
            ),
        ],
        sessions: vec![
            pb::Session { title: "ضيقة النطاق".into(), format: pb::SessionFormat::Narrow.into(), ..pb::Session::default() },
            pb::Session { title: "شنغهاي بلس".into(), format: pb::SessionFormat::Plus.into(), ..pb::Session::default() },
        ],
        agenda: vec![
            pb::AgendaItem { text: "الوضع في أفغانستان".into(), ..pb::AgendaItem::default() },
            pb::AgendaItem { text: "مكافحة الإرهاب.".into(), ..pb::AgendaItem::default() },
        ],
        documents_signed: Some(pb::DocumentsSigned {
            count: 24,
            named: vec![pb::NamedDocument { name: "«إعلان أستانا»".into(), ..pb::NamedDocument::default() }],
            status: SigningStatus::Signed.into(),
            evidence: evidence("ووقع القادة 24 وثيقة"),
            ..pb::DocumentsSigned::default()
        }),
        membership_changes: vec![pb::MembershipChange {
            country: Some(entity("belarus", "بيلاروسيا", "Belarus")),
            kind: MembershipChangeKind::Joined.into(),
            date: "2024-07-04".into(),
            ..pb::MembershipChange::default()
        }],
        meetings: vec![
            meeting(putin(), xi(), MeetingStatus::Held),
            meeting(tokayev(), putin(), MeetingStatus::Held),
            meeting(xi(), person("ناريندرا مودي", "Narendra Modi"), MeetingStatus::NotPlanned),
        ],
        statements: vec![
            pb::Statement { speaker: Some(putin()), quote: "قال كلاما".into(), reported: true, ..pb::Statement::default() },
            pb::Statement {
                speaker: Some(tokayev()), quote: "\"المنظمة جسر بين الشرق والغرب.\"".into(), ..pb::Statement::default()
            },
        ],
        background: Some(pb::Background {
            founding: Some(pb::Founding {
                date: "2001-06-15".into(),
                place: Some(entity("shanghai", "شنغهاي", "Shanghai")),
                ..pb::Founding::default()
            }),
            founders: vec![kazakhstan(), russia(), china],
            accessions: vec![pb::Accession { country: Some(india), date: "2017".into(), ..pb::Accession::default() }],
            past_summits: vec![pb::PastSummit {
                date: "2022-09".into(),
                place: Some(entity("samarkand", "سمرقند", "Samarkand")),
                ordinal: 22,
                ..pb::PastSummit::default()
            }],
            counts: Vec::new(),
        }),
        presidency_transfer: Some(pb::PresidencyTransfer {
            from_country: Some(kazakhstan()),
            to_country: Some(entity("china", "الصين", "China")),
            date: "2024/2025".into(),
            ..pb::PresidencyTransfer::default()
        }),
        conflicts: vec![pb::Conflict {
            field: "documents_signed.count".into(),
            values: vec![
                pb::ConflictingValue { value: "2".into(), ..pb::ConflictingValue::default() },
                pb::ConflictingValue { value: "24".into(), kept: true, ..pb::ConflictingValue::default() },
            ],
            ..pb::Conflict::default()
        }],
        evidence: evidence("انعقاد"),
        ..pb::Summit::default()
    }
}

/// Three leaders in Asmara, no organiser.
fn ad_hoc(status: SummitStatus) -> pb::Summit {
    let egypt = entity("egypt", "مصر", "Egypt");
    let somalia = entity("somalia", "الصومال", "Somalia");
    let eritrea = entity("eritrea", "إريتريا", "Eritrea");
    let came = Attendance::Attended;
    pb::Summit {
        status: status.into(),
        host_city: Some(entity("asmara", "أسمرة", "Asmara")),
        host_country: Some(eritrea.clone()),
        start_date: "2024-10-10".into(),
        end_date: "2024-10-10".into(),
        participants: vec![
            participant(person("إسياس أفورقي", "Isaias Afwerki"), eritrea, "الرئيس", Role::Host, came),
            participant(person("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"), egypt, "الرئيس المصري", Role::Member, came),
            participant(person("حسن شيخ محمود", "Hassan Sheikh Mohamud"), somalia, "الرئيس الصومالي", Role::Member, came),
        ],
        ..pb::Summit::default()
    }
}

/// What holds of all prose.
fn sound(summit: &pb::Summit, most: usize) -> Prose {
    let prose = render(summit, most);
    for (language, paragraph) in [("ar", &prose.ar), ("en", &prose.en)] {
        let parts: Vec<&str> = prose.sentences.iter().filter(|s| s.language == language).map(|s| &paragraph[s.span.clone()]).collect();
        assert_eq!(parts.join(" "), *paragraph);
        assert!(
            !parts.is_empty() && parts.iter().all(|part| part.ends_with('.') && !part.ends_with("..") && part.trim() == *part),
            "{paragraph}"
        );
        for bad in ["  ", "،،", "، ،", " .", " ،", "()", "\"\"", ",,", " ,", "( ", ";."] {
            assert!(!paragraph.contains(bad), "{bad:?} in {paragraph}");
        }
        if most > 0 {
            assert!(parts.len() <= most, "{paragraph}");
        }
        assert!(parts.len() <= 12.max(most));
    }
    prose
}

fn has(paragraph: &str, part: &str) {
    assert!(paragraph.contains(part), "{part}\nnot in\n{paragraph}");
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
        assert_eq!(gender(&entity("", name, "")), Gender::Masculine, "{name}");
    }
    for name in ["مصر", "قطر", "روسيا", "السعودية", "منظمة شنغهاي للتعاون", "جامعة الدول العربية", "المملكة المتحدة", "الأمم المتحدة"]
    {
        assert_eq!(gender(&entity("", name, "")), Gender::Feminine, "{name}");
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

#[test]
fn arabic_dates() {
    let say = |text| When::parse(text).map(|when| when.arabic()).unwrap_or_default();
    assert_eq!(say("2024-11-28"), "في 28 نوفمبر/تشرين الثاني 2024");
    assert_eq!(say("2024-07-03/2024-07-04"), "يومي 3 و4 يوليو/تموز 2024");
    assert_eq!(say("2024-11-11/2024-11-22"), "من 11 إلى 22 نوفمبر/تشرين الثاني 2024");
    assert_eq!(say("2024-06-30/2024-07-01"), "يومي 30 يونيو/حزيران و1 يوليو/تموز 2024");
    assert_eq!(say("2024-06-28/2024-07-02"), "من 28 يونيو/حزيران إلى 2 يوليو/تموز 2024");
    assert_eq!(say("2024-12-30/2025-01-02"), "من 30 ديسمبر/كانون الأول 2024 إلى 2 يناير/كانون الثاني 2025");
    assert_eq!(say("2023-11"), "في نوفمبر/تشرين الثاني 2023");
    assert_eq!(say("2012"), "عام 2012");
    assert_eq!(say("{2005,2011,2017}"), "أعوام 2005 و2011 و2017");
    assert_eq!(say("{2005,2011}"), "عامي 2005 و2011");
    for odd in ["", "2024-W26", "2024-02-30", "2024-13", "أمس", "2024-07-04/..", "{}", "2024-07-04/2024-07-03"] {
        assert_eq!(When::parse(odd), None, "{odd}");
    }
    let term = |text| When::parse(text).map(|when| when.arabic_term()).unwrap_or_default();
    assert_eq!(term("2024/2025"), "لعامي 2024 و2025");
    assert_eq!(term("2024-07/2025-07"), "للفترة من يوليو/تموز 2024 إلى يوليو/تموز 2025");
}

#[test]
fn english_dates() {
    let say = |text| When::parse(text).map(|when| when.english()).unwrap_or_default();
    assert_eq!(say("2024-11-28"), "on 28 November 2024");
    assert_eq!(say("2024-07-03/2024-07-04"), "on 3–4 July 2024");
    assert_eq!(say("2024-11-11/2024-11-22"), "from 11 to 22 November 2024");
    assert_eq!(say("2024-06-30/2024-07-01"), "on 30 June and 1 July 2024");
    assert_eq!(say("2024-06-28/2024-07-02"), "from 28 June to 2 July 2024");
    assert_eq!(say("2024-12-31/2025-01-01"), "on 31 December 2024 and 1 January 2025");
    assert_eq!(say("2023-11"), "in November 2023");
    assert_eq!(say("{2005,2011,2017}"), "in 2005, 2011 and 2017");
}

#[test]
fn rich_summit_in_arabic() {
    let ar = sound(&rich(), 40).ar;
    for part in [
        "عُقدت القمة الرابعة والعشرون لمنظمة شنغهاي للتعاون في قصر الاستقلال في أستانا بكازاخستان يومي 3 و4 يوليو/تموز 2024 تحت شعار \"تعزيز الحوار متعدد الأطراف\".",
        "واستضاف القمة رئيس كازاخستان قاسم جومارت توكاييف، وحضرها الرئيس الروسي فلاديمير بوتين والرئيس شي جين بينغ (الصين).",
        "كما حضرها من مسؤولي المنظمات الأمين العام لمنظمة شنغهاي للتعاون تشانغ مينغ.",
        "وناب عن رئيس الوزراء ناريندرا مودي (الهند) وزير الخارجية سوبرامانيام جايشانكار.",
        "ووقّع المشاركون 24 وثيقة، بينها \"إعلان أستانا\".",
        "وانضمت بيلاروسيا إلى منظمة شنغهاي للتعاون في 4 يوليو/تموز 2024.",
        "وعقد فلاديمير بوتين على هامش القمة محادثات ثنائية مع شي جين بينغ وقاسم جومارت توكاييف.",
        "ولم يكن مقررا عقد لقاء بين شي جين بينغ وناريندرا مودي.",
        "وانتقلت رئاسة منظمة شنغهاي للتعاون من كازاخستان إلى الصين لعامي 2024 و2025.",
        "وقال قاسم جومارت توكاييف: \"المنظمة جسر بين الشرق والغرب\".",
        "وعُقدت خلال القمة جلسة ضيقة النطاق وجلسة \"شنغهاي بلس\"، وكان على جدول أعمالها الوضع في أفغانستان ومكافحة الإرهاب.",
        "وتأسست منظمة شنغهاي للتعاون في شنغهاي في 15 يونيو/حزيران 2001، ومن مؤسسيها كازاخستان، وروسيا، والصين، وانضمت إليها الهند عام 2017.",
        "وسبقتها القمة الثانية والعشرون في سمرقند في سبتمبر/أيلول 2022.",
        "وتختلف المصادر في عدد الوثائق بين 24 وثيقة ووثيقتين.",
    ] {
        has(&ar, part);
    }
    assert!(!ar.contains("قال كلاما"), "a reported statement is no quote");
}

#[test]
fn rich_summit_in_english() {
    let en = sound(&rich(), 40).en;
    for part in [
        "The 24th summit of the Shanghai Cooperation Organisation was held at the Independence Palace in Astana, Kazakhstan, on 3–4 July 2024 under the theme \"تعزيز الحوار متعدد الأطراف\".",
        "President Kassym-Jomart Tokayev of Kazakhstan hosted the summit, which was attended by President Vladimir Putin of Russia and President Xi Jinping of China.",
        "Prime Minister Narendra Modi of India was represented by Foreign Minister S. Jaishankar.",
        "The participants signed 24 documents, including the Astana Declaration.",
        "Belarus joined the Shanghai Cooperation Organisation on 4 July 2024.",
        "On the sidelines, Vladimir Putin held bilateral talks with Xi Jinping and Kassym-Jomart Tokayev.",
        "Xi Jinping was not due to meet Narendra Modi.",
        "The presidency of the Shanghai Cooperation Organisation passed from Kazakhstan to China for 2024–2025.",
        "The programme included a restricted session and a session in the \"plus\" format, with",
        "The Shanghai Cooperation Organisation was founded in Shanghai on 15 June 2001;",
        "The summit was preceded by the 22nd summit in Samarkand in September 2022.",
        "The sources differ on the number of documents (24 or 2).",
    ] {
        has(&en, part);
    }
}

#[test]
fn both_paragraphs_of_a_rich_summit_are_long_and_bounded() {
    let prose = sound(&rich(), 0);
    assert!(prose.ar.chars().count() > 200 && prose.en.chars().count() > 200);
    assert_eq!(prose.sentences.iter().filter(|sentence| sentence.language == "ar").count(), 12);
    assert!(prose.sentences.windows(2).all(|pair| pair[0].language <= pair[1].language), "Arabic first");
}

#[test]
fn the_most_important_sentences_are_kept_in_reading_order() {
    let all = sound(&rich(), 40);
    for most in 1..14 {
        let some = sound(&rich(), most);
        let kept: Vec<&str> = some.sentences.iter().filter(|s| s.language == "ar").map(|s| &some.ar[s.span.clone()]).collect();
        assert_eq!(kept.len(), most);
        let places: Vec<usize> = kept.iter().filter_map(|sentence| all.ar.find(sentence)).collect();
        assert!(places.len() == most && places.is_sorted());
        assert!(kept[0].starts_with("عُقدت القمة الرابعة والعشرون"));
    }
    let three = sound(&rich(), 3);
    has(&three.ar, "واستضاف القمة");
    has(&three.ar, "وناب عن");
    assert!(!three.ar.contains("وثيقة"));
}

#[test]
fn planned_summits_are_told_as_to_come() {
    let mut summit = rich();
    summit.status = SummitStatus::Planned.into();
    for participant in &mut summit.participants {
        if participant.attendance() == Attendance::Attended {
            participant.attendance = Attendance::Expected.into();
        }
    }
    if let Some(signed) = &mut summit.documents_signed {
        signed.status = SigningStatus::Expected.into();
        signed.count = 2;
        signed.named.clear();
    }
    let prose = sound(&summit, 0);
    has(&prose.ar, "من المقرر أن تُعقد القمة الرابعة والعشرون");
    has(&prose.ar, "ويستضيف القمة رئيس كازاخستان قاسم جومارت توكاييف، ومن المتوقع أن يحضرها الرئيس الروسي");
    has(&prose.ar, "ومن المنتظر أن يوقّع المشاركون وثيقتين.");
    has(&prose.ar, "وينوب عن رئيس الوزراء ناريندرا مودي");
    has(&prose.en, "is to be held at the Independence Palace");
    has(&prose.en, "The participants are to sign two documents.");
}

#[test]
fn postponed_summits_have_their_new_dates() {
    let mut summit = rich();
    summit.status = SummitStatus::Postponed.into();
    summit.evidence = evidence("أعلنت المنظمة تأجيل قمتها التي كانت مقررة في مايو إلى 3 و4 يوليو 2024");
    let prose = sound(&summit, 1);
    has(&prose.ar, "أُرجئت القمة الرابعة والعشرون لمنظمة شنغهاي للتعاون، ومن المقرر أن تُعقد في قصر الاستقلال");
    has(&prose.ar, "يومي 3 و4 يوليو/تموز 2024");
    has(&prose.en, "was postponed and is to be held at the Independence Palace");
}

#[test]
fn old_dates_of_postponed_summits_are_not_taken_for_new_ones() {
    let mut summit = rich();
    summit.status = SummitStatus::Postponed.into();
    summit.themes.clear();
    summit.evidence = evidence("أعلن تأجيل القمة التي كانت ستنعقد في أستانا يومي 3 و4 يوليو 2024، مشيرا إلى ظروف المنظمة");
    let prose = sound(&summit, 1);
    has(&prose.ar, "للتعاون التي كان مقررا عقدها في قصر الاستقلال في أستانا بكازاخستان يومي 3 و4 يوليو/تموز 2024.");
    has(&prose.en, "Kazakhstan, on 3–4 July 2024, was postponed.");
    // No sentence puts it off: the days may be either.
    summit.evidence = evidence("تعقد القمة في أستانا");
    let prose = sound(&summit, 1);
    has(&prose.ar, "في أستانا بكازاخستان، والموعد الوارد لها يوما 3 و4 يوليو/تموز 2024.");
    has(&prose.en, "was postponed; the date given for it is 3–4 July 2024.");
    summit.start_date.clear();
    summit.end_date.clear();
    let prose = sound(&summit, 1);
    assert_eq!(prose.ar, "أُرجئت القمة الرابعة والعشرون لمنظمة شنغهاي للتعاون التي كان مقررا عقدها في قصر الاستقلال في أستانا بكازاخستان.");
    assert_eq!(
        prose.en,
        "The 24th summit of the Shanghai Cooperation Organisation, planned at the Independence Palace in Astana, Kazakhstan, was postponed."
    );
}

#[test]
fn cancelled_summits_are_told_as_lost() {
    let prose = sound(&ad_hoc(SummitStatus::Cancelled), 0);
    has(
        &prose.ar,
        "أُلغيت قمة ثلاثية كان مقررا أن تجمع الرئيس المصري عبد الفتاح السيسي والرئيس الصومالي حسن شيخ محمود بمضيفهما الرئيس إسياس أفورقي (إريتريا) في أسمرة بإريتريا في 10 أكتوبر/تشرين الأول 2024.",
    );
    has(&prose.en, "was cancelled.");
    assert!(!prose.ar.contains("عُقدت") && !prose.en.contains("was held"));
}

#[test]
fn ad_hoc_summits_bring_their_parties_together() {
    let prose = sound(&ad_hoc(SummitStatus::Held), 0);
    assert_eq!(
        prose.ar,
        "عُقدت في أسمرة بإريتريا في 10 أكتوبر/تشرين الأول 2024 قمة ثلاثية جمعت الرئيس المصري عبد الفتاح السيسي والرئيس الصومالي حسن شيخ محمود بمضيفهما الرئيس إسياس أفورقي (إريتريا)."
    );
    has(
        &prose.en,
        "A trilateral summit of President Abdel Fattah el-Sisi of Egypt, President Hassan Sheikh Mohamud of Somalia and their host President Isaias Afwerki of Eritrea was held in Asmara, Eritrea, on 10 October 2024.",
    );
    let mut two = ad_hoc(SummitStatus::Planned);
    two.participants.pop();
    let prose = sound(&two, 0);
    has(&prose.ar, "قمة ثنائية تجمع الرئيس المصري عبد الفتاح السيسي بمضيفه الرئيس إسياس أفورقي");
    has(&prose.en, "A bilateral summit of ");
    let mut countries = ad_hoc(SummitStatus::Held);
    for participant in &mut countries.participants {
        participant.person = None;
    }
    has(&sound(&countries, 0).ar, "قمة ثلاثية جمعت إريتريا، ومصر، والصومال.");
}

#[test]
fn a_summit_of_which_nothing_is_known_has_one_clean_sentence() {
    let mut summit = pb::Summit::default();
    let prose = sound(&summit, 0);
    assert_eq!((prose.ar.as_str(), prose.en.as_str()), ("تتناول التقارير قمة.", "The reports tell of a summit."));
    summit.status = SummitStatus::Held.into();
    summit.organizer = Some(organisation());
    let prose = sound(&summit, 0);
    assert_eq!(prose.ar, "عُقدت قمة منظمة شنغهاي للتعاون.");
    assert_eq!(prose.en, "The Shanghai Cooperation Organisation summit was held.");
    summit.status = SummitStatus::Cancelled.into();
    assert_eq!(sound(&summit, 0).ar, "أُلغيت قمة منظمة شنغهاي للتعاون.");
}

#[test]
fn blank_facts_are_left_out() {
    let mut summit = pb::Summit { status: SummitStatus::Held.into(), organizer: Some(organisation()), ..pb::Summit::default() };
    summit.themes.push(pb::Theme { text: " «» ".into(), ..pb::Theme::default() });
    summit.participants.push(pb::Participant { title: "الرئيس".into(), ..pb::Participant::default() });
    summit.sessions.push(pb::Session::default());
    summit.agenda.push(pb::AgendaItem { text: "،".into(), ..pb::AgendaItem::default() });
    summit.documents_signed = Some(pb::DocumentsSigned::default());
    summit.membership_changes.push(pb::MembershipChange::default());
    summit.meetings.push(pb::BilateralMeeting { first: Some(putin()), ..pb::BilateralMeeting::default() });
    summit.statements.push(pb::Statement { quote: "كلام".into(), ..pb::Statement::default() });
    summit.background = Some(pb::Background {
        founding: Some(pb::Founding::default()),
        past_summits: vec![pb::PastSummit::default()],
        accessions: vec![pb::Accession::default()],
        ..pb::Background::default()
    });
    summit.presidency_transfer = Some(pb::PresidencyTransfer::default());
    summit.conflicts.push(pb::Conflict { field: "participants[7].attendance".into(), ..pb::Conflict::default() });
    summit.conflicts.push(pb::Conflict { field: "nonsense[".into(), ..pb::Conflict::default() });
    assert_eq!(sound(&summit, 0).ar, "عُقدت قمة منظمة شنغهاي للتعاون.");
}

#[test]
fn verbs_agree_with_countries() {
    let mut summit = pb::Summit { status: SummitStatus::Held.into(), organizer: Some(organisation()), ..pb::Summit::default() };
    let change = |name: &str, kind: MembershipChangeKind| pb::MembershipChange {
        country: Some(entity(name, name, name)),
        kind: kind.into(),
        ..pb::MembershipChange::default()
    };
    summit.membership_changes = vec![
        change("العراق", MembershipChangeKind::Joined),
        change("مصر", MembershipChangeKind::Applied),
        change("لبنان", MembershipChangeKind::Left),
    ];
    let prose = sound(&summit, 0);
    has(&prose.ar, "وانضم العراق إلى منظمة شنغهاي للتعاون، وتقدمت مصر بطلب للانضمام إليها، وانسحب لبنان منها.");
    summit.organizer = Some(entity("au", "الاتحاد الأفريقي", "African Union"));
    has(&sound(&summit, 0).ar, "وانضم العراق إلى الاتحاد الأفريقي، وتقدمت مصر بطلب للانضمام إليه، وانسحب لبنان منه.");
}

#[test]
fn many_names_are_cut_short() {
    let mut summit = pb::Summit { status: SummitStatus::Held.into(), organizer: Some(organisation()), ..pb::Summit::default() };
    for number in 0..20 {
        let name = format!("فلان{number}");
        let who = entity(&name, &name, &name);
        summit.participants.push(participant(who, russia(), "الرئيس الروسي", Role::Member, Attendance::Attended));
    }
    let prose = sound(&summit, 0);
    has(&prose.ar, "فلان7، و12 مشاركا آخر.");
    assert!(!prose.ar.contains("فلان8"));
    has(&prose.en, "and 12 others attended the summit.");
}

#[test]
fn evidence_is_that_of_the_facts_told() {
    let prose = sound(&rich(), 0);
    let find = |part: &str| prose.sentences.iter().find(|s| s.language == "ar" && prose.ar[s.span.clone()].contains(part)).unwrap();
    let texts = |part: &str| find(part).evidence.iter().map(|piece| piece.text.clone()).collect::<Vec<String>>();
    assert_eq!(texts("24 وثيقة، بينها"), ["ووقع القادة 24 وثيقة"]);
    assert_eq!(texts("تحت شعار"), ["انعقاد", "شعار"]);
    assert_eq!(texts("واستضاف"), ["قاسم جومارت توكاييف", "فلاديمير بوتين", "شي جين بينغ"]);
    assert_eq!(texts("وعقد فلاديمير"), ["لقاء"], "the same sentence is not cited twice");
    assert!(prose.sentences.iter().all(|sentence| sentence.evidence.len() <= 4));
}

#[test]
fn nothing_is_invented() {
    // Every Arabic name of the facts may appear, and every number of the paragraph stands in the facts.
    let numbers = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let prose = sound(&rich(), 40);
    let known = ["24", "3", "4", "2024", "2025", "15", "2001", "2017", "22", "2022", "2", "1", "24"];
    for paragraph in [&prose.ar, &prose.en] {
        for number in numbers(paragraph) {
            assert!(known.contains(&number.as_str()), "{number} in {paragraph}");
        }
        for absent in ["باكستان", "Pakistan", "سيرغي لافروف", "Lavrov"] {
            assert!(!paragraph.contains(absent));
        }
    }
}

#[test]
fn conflicts_are_worded() {
    let mut summit = rich();
    let value = |value: &str| pb::ConflictingValue { value: value.into(), ..pb::ConflictingValue::default() };
    let conflict = |field: &str, one: &str, other: &str| pb::Conflict {
        field: field.into(),
        values: vec![value(one), value(other)],
        ..pb::Conflict::default()
    };
    summit.conflicts = vec![
        conflict("end_date", "2024-11-22", "2024-11-24"),
        conflict("participants[1].attendance", "ATTENDED", "ATTENDANCE_ABSENT"),
        conflict("host_city", "astana", "سمرقند"),
    ];
    let prose = sound(&summit, 40);
    has(
        &prose.ar,
        "وتختلف المصادر في موعد اختتام القمة بين 22 نوفمبر/تشرين الثاني 2024 و24 نوفمبر/تشرين الثاني 2024، وفي مشاركة الرئيس الروسي فلاديمير بوتين بين الحضور والغياب، وفي المدينة المضيفة بين أستانا وسمرقند.",
    );
    has(&prose.en, "The sources differ on when the summit ended (22 November 2024 or 24 November 2024)");
}

#[test]
fn women_take_feminine_verbs() {
    let mut summit = rich();
    let italy = entity("italy", "إيطاليا", "Italy");
    let meloni = participant(person("جورجيا ميلوني", "Giorgia Meloni"), italy, "رئيسة الوزراء الإيطالية", Role::Host, Attendance::Attended);
    summit.participants[0] = meloni;
    summit.statements =
        vec![pb::Statement {
            speaker: Some(person("جورجيا ميلوني", "Giorgia Meloni")), quote: "نعم".into(), ..pb::Statement::default()
        }];
    let ar = sound(&summit, 40).ar;
    has(&ar, "واستضافت القمة رئيسة الوزراء الإيطالية جورجيا ميلوني، وحضرها");
    has(&ar, "وقالت جورجيا ميلوني: \"نعم\".");
}
