//! The caller's deadline, as gRPC sends it.

use std::time::{Duration, Instant};

use http::{Extensions, HeaderMap};

const HEADER: &str = "grpc-timeout";

/// How much earlier than the caller we give up. tonic has a timer of its own for the same header, and answers CANCELLED, which meshes
/// retry: ours has to be the first to ring.
const MARGIN: Duration = Duration::from_millis(1);

/// When the caller stops waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline(pub Instant);

impl Deadline {
    /// The deadline in a request's headers, counted from now. A header that says nothing sensible is no deadline.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Option<Self> {
        let timeout = parse(headers.get(HEADER)?.to_str().ok()?)?;
        Instant::now().checked_add(timeout.saturating_sub(MARGIN)).map(Self)
    }

    /// The deadline that was put into a request's extensions.
    #[must_use]
    pub fn of(extensions: &Extensions) -> Option<Instant> {
        extensions.get::<Self>().map(|deadline| deadline.0)
    }
}

/// One to eight digits and a unit.
fn parse(header: &str) -> Option<Duration> {
    let (digits, unit) = header.split_at_checked(header.len().checked_sub(1)?)?;
    if !(1..=8).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let count = digits.parse().ok()?;
    match unit {
        "H" => Some(Duration::from_secs(count * 3600)),
        "M" => Some(Duration::from_secs(count * 60)),
        "S" => Some(Duration::from_secs(count)),
        "m" => Some(Duration::from_millis(count)),
        "u" => Some(Duration::from_micros(count)),
        "n" => Some(Duration::from_nanos(count)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        assert_eq!(parse("2H"), Some(Duration::from_secs(7200)));
        assert_eq!(parse("3M"), Some(Duration::from_secs(180)));
        assert_eq!(parse("99999999S"), Some(Duration::from_secs(99_999_999)));
        assert_eq!(parse("100m"), Some(Duration::from_millis(100)));
        assert_eq!(parse("5u"), Some(Duration::from_micros(5)));
        assert_eq!(parse("7n"), Some(Duration::from_nanos(7)));
        for bad in ["", "S", "5", "5s", "+5S", "-5S", "123456789S", "5 S", "٥S"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
