//! Who was a member when: bodies that gained or lost members, for summits held under another membership than today's.

/// Body, country, first day of membership and first day without; empty where the other end is open.
const TERMS: [(&str, &str, &str, &str); 36] = [
    ("asean", "timor-leste", "2025-10-26", ""),
    ("african-union", "morocco", "2017-01-31", ""),
    ("african-union", "south-sudan", "2011-08-15", ""),
    ("brics", "south-africa", "2010-12-24", ""),
    ("brics", "egypt", "2024-01-01", ""),
    ("brics", "ethiopia", "2024-01-01", ""),
    ("brics", "iran", "2024-01-01", ""),
    ("brics", "saudi-arabia", "2024-01-01", ""),
    ("brics", "united-arab-emirates", "2024-01-01", ""),
    ("brics", "indonesia", "2025-01-06", ""),
    ("collective-security-treaty-organisation", "uzbekistan", "2006-08-16", "2012-12-19"),
    ("commonwealth-of-independent-states", "georgia", "1993-12-03", "2009-08-18"),
    ("ecowas", "mali", "", "2025-01-29"),
    ("ecowas", "burkina-faso", "", "2025-01-29"),
    ("ecowas", "niger", "", "2025-01-29"),
    ("eurasian-economic-union", "armenia", "2015-01-02", ""),
    ("eurasian-economic-union", "kyrgyzstan", "2015-08-12", ""),
    ("european-union", "united-kingdom", "1973-01-01", "2020-02-01"),
    ("european-union", "croatia", "2013-07-01", ""),
    ("european-union", "bulgaria", "2007-01-01", ""),
    ("european-union", "romania", "2007-01-01", ""),
    ("g8", "russia", "1997-06-20", "2014-03-24"),
    ("mercosur", "bolivia", "2024-07-08", ""),
    ("nato", "finland", "2023-04-04", ""),
    ("nato", "sweden", "2024-03-07", ""),
    ("nato", "north-macedonia", "2020-03-27", ""),
    ("nato", "montenegro", "2017-06-05", ""),
    ("nato", "croatia", "2009-04-01", ""),
    ("nato", "albania", "2009-04-01", ""),
    ("opec", "qatar", "1961-01-01", "2019-01-01"),
    ("opec", "ecuador", "2007-11-17", "2020-01-01"),
    ("opec", "angola", "2007-01-01", "2024-01-01"),
    ("shanghai-cooperation-organisation", "india", "2017-06-09", ""),
    ("shanghai-cooperation-organisation", "pakistan", "2017-06-09", ""),
    ("shanghai-cooperation-organisation", "iran", "2023-07-04", ""),
    ("shanghai-cooperation-organisation", "belarus", "2024-07-04", ""),
];

/// Whether a country was a member of a body on a day (`YYYY-MM-DD`), where its membership has an end that is known here; `None` where today's list holds.
#[must_use]
pub fn was_member(body: &str, country: &str, day: &str) -> Option<bool> {
    if day.is_empty() {
        return None;
    }
    let (_, _, from, until) = TERMS.iter().find(|(of, who, _, _)| *of == body && *who == country)?;
    Some((from.is_empty() || day >= *from) && (until.is_empty() || day < *until))
}

#[cfg(test)]
mod tests {
    use super::was_member;

    #[test]
    fn membership_has_its_time() {
        assert_eq!(was_member("nato", "sweden", "2023-07-11"), Some(false));
        assert_eq!(was_member("nato", "sweden", "2024-07-09"), Some(true));
        assert_eq!(was_member("european-union", "united-kingdom", "2013-06-27"), Some(true));
        assert_eq!(was_member("european-union", "united-kingdom", "2021-06-24"), Some(false));
        assert_eq!(was_member("nato", "france", "2023-07-11"), None);
    }
}
