//! Spelling patterns: `سير[غج](ي)ي` stands for four spellings.

/// The most spellings one pattern may stand for.
pub const MOST: usize = 64;

/// Whether a pattern stands for nothing but itself, as most do.
#[must_use]
pub fn is_plain(pattern: &str) -> bool {
    !pattern.bytes().any(|byte| matches!(byte, b'[' | b'(' | b']' | b')'))
}

/// Every spelling a pattern stands for: `[غج]` is either letter, `(ي)` a letter that may be missing.
///
/// # Errors
/// A message where a bracket has no partner or the pattern stands for more than [`MOST`] spellings.
pub fn expand(pattern: &str) -> Result<Vec<String>, String> {
    let mut spellings = vec![String::with_capacity(pattern.len())];
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let close = match c {
            '[' => ']',
            '(' => ')',
            ']' | ')' => return Err(format!("«{c}» without its partner in {pattern}")),
            _ => {
                spellings.iter_mut().for_each(|spelling| spelling.push(c));
                continue;
            }
        };
        let end = rest.find(close).ok_or_else(|| format!("«{c}» without its partner in {pattern}"))?;
        let inside = &rest[..end];
        rest = &rest[end + 1..];
        let mut next = Vec::new();
        for spelling in &spellings {
            if c == '(' {
                next.push(spelling.clone());
                next.push(format!("{spelling}{inside}"));
            } else {
                next.extend(inside.chars().map(|choice| format!("{spelling}{choice}")));
            }
        }
        spellings = next;
        if spellings.len() > MOST {
            return Err(format!("{pattern} stands for more than {MOST} spellings"));
        }
    }
    Ok(spellings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_expand() {
        assert_eq!(expand("سير[غج](ي)ي").unwrap(), ["سيرغي", "سيرغيي", "سيرجي", "سيرجيي"]);
        assert_eq!(expand("بوتين").unwrap(), ["بوتين"]);
    }

    #[test]
    fn broken_and_boundless_patterns_are_refused() {
        for pattern in ["سير[غج", "سير]", "(ي", &"(ي)".repeat(7)] {
            assert!(expand(pattern).is_err(), "{pattern}");
        }
    }
}
