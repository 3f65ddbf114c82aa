//! Classes of trigger words, as `words/triggers.tsv` names them.

macro_rules! triggers {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// What a trigger word does for the rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Trigger { $($(#[doc = $doc])+ $variant,)+ }

        impl Trigger {
            /// The class of that name in the data.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

triggers! {
    /// Joins a name to a father's or a house's: بن، آل.
    Patronym = "patronym",
    /// Stands inside foreign names: دي، فان.
    NameParticle = "name-particle",
    /// Begins a kunya: أبو، أم.
    Kunya = "kunya",
    /// Opens a list of names: «كل من».
    ListOpener = "list-opener",
    /// Points a date word to the past: الماضي.
    Past = "past",
    /// Points a date word to the future: المقبل.
    Next = "next",
    /// Points a date word to the present: الجاري.
    Current = "current",
    /// يوم.
    DayNoun = "day-noun",
    /// أسبوع.
    WeekNoun = "week-noun",
    /// شهر.
    MonthNoun = "month-noun",
    /// عام، سنة.
    YearNoun = "year-noun",
    /// عقد.
    DecadeNoun = "decade-noun",
    /// قرن.
    CenturyNoun = "century-noun",
    /// الربع، الفصل، النصف: a part of a year behind an ordinal.
    QuarterNoun = "quarter-noun",
    /// الأيام.
    DayPlural = "day-plural",
    /// الأسابيع.
    WeekPlural = "week-plural",
    /// الأشهر.
    MonthPlural = "month-plural",
    /// السنوات.
    YearPlural = "year-plural",
    /// اليوم.
    Today = "today",
    /// أمس.
    Yesterday = "yesterday",
    /// غدا.
    Tomorrow = "tomorrow",
    /// أول من أمس.
    BeforeYesterday = "before-yesterday",
    /// بعد غد.
    AfterTomorrow = "after-tomorrow",
    /// هذا، هذه.
    This = "this",
    /// منتصف، أواخر: a part of the month or year that follows.
    MonthPart = "month-part",
    /// Marks a Hijri year: هـ.
    HijriMark = "hijri-mark",
    /// Marks a Gregorian year: م.
    GregorianMark = "gregorian-mark",
    /// الموافق: the same day in the other calendar.
    Corresponding = "corresponding",
    /// قبل الميلاد.
    EraBefore = "era-before",
    /// الستينيات.
    Decade = "decade",
    /// صباح، مساء.
    Daypart = "daypart",
    /// الساعة.
    Hour = "hour",
    /// بتوقيت، غرينتش.
    Timezone = "timezone",
    /// الصيف.
    Season = "season",
    /// في المئة.
    Percent = "percent",
    /// نحو، حوالي.
    Approx = "approx",
    /// Belongs to the place it stands before: مدينة، محافظة.
    PlaceDesignator = "place-designator",
    /// Announces a place but stays outside its name: منطقة، العاصمة.
    PlaceDesignatorWeak = "place-designator-weak",
    /// شمال، جنوب.
    Direction = "direction",
    /// A noun whose «غربي» is a direction, not the West.
    CompassContext = "compass-context",
    /// تحقيق، وقف: masdars that tell what somebody does it for, never what a body is for.
    Purpose = "purpose",
    /// Heads a name of nature: بحر، جبل.
    LocHead = "loc-head",
    /// Heads a building's name: مطار، قصر.
    FacHead = "fac-head",
    /// Heads an organisation's name: وزارة، حزب.
    OrgHead = "org-head",
    /// Heads an organisation's name only with a proper name behind it: مركز، شركة.
    OrgHeadWeak = "org-head-weak",
    /// Stands for an organisation named before: المنظمة.
    OrgNominal = "org-nominal",
    /// قمة.
    SummitHead = "summit-head",
    /// اجتماع: an event only with its organiser.
    MeetingHead = "meeting-head",
    /// حرب، معركة، ثورة.
    WarHead = "war-head",
    /// مؤتمر، مهرجان، بطولة.
    GatheringHead = "gathering-head",
    /// انتخابات.
    ElectionHead = "election-head",
    /// عملية: an event only with a name in quotes.
    OperationHead = "operation-head",
    /// Heads a law's or treaty's name: اتفاقية، ميثاق.
    LawHead = "law-head",
    /// Heads a law's name only with a proper name behind it: اتفاق، إعلان.
    LawHeadWeak = "law-head-weak",
    /// A preposition: ends a name.
    Preposition = "preposition",
    /// A conjunction, pronoun or particle: ends a name.
    Conjunction = "conjunction",
    /// منتخب، فريق.
    SportsHead = "sports-head",
    /// Says how a position is held: السابق، المنتخب، بالنيابة.
    Former = "former",
    /// Speaks of languages: يتحدث، ترجم.
    LanguageVerb = "language-verb",
    /// A word of sports news: مباراة، هدف.
    Sport = "sport",
    /// A state body that needs no antecedent: الحكومة، البرلمان.
    StateNominal = "state-nominal",
    /// A state body by a name that every country has: الدفاع المدني، رئاسة الجمهورية.
    StateBody = "state-body",
    /// A building by a name that many places have: القصر الجمهوري، الملعب الأولمبي.
    FacName = "fac-name",
    /// Several bodies, whose names follow: أحزاب، شركتا.
    OrgPlural = "org-plural",
    /// Heads a position under another: مساعد، نائب.
    Deputy = "deputy",
    /// An adjective that names of bodies are made of: الوطني، المركزي.
    National = "national",
    /// A noun behind which somebody's name stands: اغتيال، تصريحات، نجل.
    PersonNoun = "person-noun",
    /// Belongs to a party or armed group: مقاتلي، قيادي، وفد.
    MemberNoun = "member-noun",
    /// Works for a medium: مراسل، شاشة.
    MediaNoun = "media-noun",
    /// Governs a place: ريف، محافظ، سكان.
    PlaceContext = "place-context",
    /// An office that is nothing else, so that with a pronoun it is one: مدربه، نائبتها.
    OfficeNoun = "office-noun",
    /// A ministry's field: المالية، الري، الشباب.
    Portfolio = "portfolio",
    /// A noun of things that bear people's names: جائزة، إعصار، طراز.
    ThingNoun = "thing-noun",
    /// One tribe or clan, whose name follows: قبيلة، عشيرة.
    TribeNoun = "tribe-noun",
    /// Several tribes or clans: قبائل، عشيرتي.
    TribesNoun = "tribes-noun",
}
