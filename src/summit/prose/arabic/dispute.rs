//! What the sources disagree on.

use super::{arabic, who};
use crate::summit::prose::agreement::{Case, DOCUMENT, Gender, clauses, counted, ordinal};
use crate::summit::prose::conflicts::{Dispute, Topic, Value};
use crate::summit::prose::dates::When;
use crate::summit::prose::facts::Facts;

/// «وتختلف المصادر في عدد الوثائق بين 16 وثيقة و14 وثيقة»; empty where nothing is in dispute.
pub(super) fn sentence(disputes: &[Dispute<'_>], facts: &Facts<'_>) -> String {
    let parts: Vec<String> = disputes.iter().map(|dispute| clause(dispute, facts)).collect();
    if parts.is_empty() { String::new() } else { format!("وتختلف المصادر {}", clauses(&parts)) }
}

fn clause(dispute: &Dispute<'_>, facts: &Facts<'_>) -> String {
    let event = super::Event::of(&facts.summit.name);
    let it = event.definite;
    let topic = match &dispute.topic {
        Topic::Start => format!("موعد انطلاق {it}"),
        Topic::End => format!("موعد اختتام {it}"),
        Topic::Status => format!("مصير {it}"),
        Topic::Ordinal => format!("ترتيب {it}"),
        Topic::City => "المدينة المضيفة".to_owned(),
        Topic::Country => "البلد المضيف".to_owned(),
        Topic::Venue => format!("مقر انعقاد {it}"),
        Topic::Organizer => "الجهة المنظمة".to_owned(),
        Topic::Documents => "عدد الوثائق".to_owned(),
        Topic::Signing => "توقيع الوثائق".to_owned(),
        Topic::Attendance(p) => format!("مشاركة {}", who(p)),
        Topic::Deputy(p) => format!("من ناب عن {}", who(p)),
        Topic::Meeting(a, b) => format!("عقد لقاء بين {} و{}", arabic(a), arabic(b)),
        Topic::MeetingDate(a, b) => format!("موعد اللقاء بين {} و{}", arabic(a), arabic(b)),
        Topic::Change(country) => format!("وضع عضوية {}", arabic(country)),
        Topic::ChangeDate(country) => format!("تاريخ تغير وضع عضوية {}", arabic(country)),
        Topic::Accession(country) => format!("تاريخ انضمام {}", arabic(country)),
        Topic::Presidency => "انتقال الرئاسة".to_owned(),
        Topic::PresidencyDate => "موعد انتقال الرئاسة".to_owned(),
        Topic::Founding => "تاريخ التأسيس".to_owned(),
        Topic::FoundingPlace => "مكان التأسيس".to_owned(),
        Topic::PastDate => format!("تاريخ انعقاد {} {}", event.bare, event.gender.of("سابق", "سابقة")),
        Topic::PastPlace => format!("مكان انعقاد {} {}", event.bare, event.gender.of("سابق", "سابقة")),
    };
    let values: Vec<String> = dispute.values.iter().map(|value| worded(value, event.gender)).collect();
    if values.len() < 2 { format!("في {topic}") } else { format!("في {topic} بين {}", values.join(" و")) }
}

fn worded(value: &Value<'_>, gender: Gender) -> String {
    match value {
        Value::Date(date) => When::arabic_bare(date),
        Value::Count(count) => counted(*count, &DOCUMENT, Case::Oblique),
        Value::Ordinal(number) => ordinal(*number, gender, Case::Oblique),
        Value::Entity(entity) => arabic(entity),
        Value::Name(name) => (*name).to_owned(),
        Value::Word(word) => match *word {
            "ATTENDED" => "الحضور",
            "EXPECTED" => "توقع ذلك",
            "INVITED" => "توجيه الدعوة",
            "ABSENT" => "الغياب",
            "REPRESENTED" => "إيفاد ممثل",
            "HELD" => "الانعقاد",
            "PLANNED" => "التخطيط",
            "POSSIBLE" => "الاحتمال",
            "NOT_PLANNED" => "عدم التخطيط",
            "POSTPONED" => "الإرجاء",
            "CANCELLED" => "الإلغاء",
            "SIGNED" => "التوقيع",
            "APPLIED" => "طلب الانضمام",
            "JOINED" => "الانضمام",
            "SUSPENDED" => "التعليق",
            "LEFT" => "الانسحاب",
            _ => "صفة مراقب",
        }
        .to_owned(),
    }
}
