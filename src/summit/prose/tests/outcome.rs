//! Summits that are to come, put off, cancelled, or of a few.

use super::samples::{ad_hoc, evidence, rich};
use super::{has, sound};
use crate::proto as pb;
use pb::{Attendance, SigningStatus, SummitStatus};

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
