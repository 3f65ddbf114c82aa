//! Whole paragraphs: what they hold, how long they are, what they rest on.

use super::samples::rich;
use super::{has, sound};

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
