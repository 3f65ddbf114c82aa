//! One article as the rules for summits read it: sentences of folded words, mentions in order, boilerplate set aside.

use std::ops::Range;

use jiff::civil::Date;

use crate::proto as pb;
use crate::{Analysis, EntityType, MentionKind, Value};

/// A word with its folded spelling.
#[derive(Clone, Debug)]
pub struct Word {
    /// Bytes of the article.
    pub range: Range<usize>,
    /// Letters without hamza seats, dots of final letters, marks: what cues are compared with.
    pub text: String,
}

/// A sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Bytes of the article.
    pub range: Range<usize>,
    /// Its words, marks left out.
    pub words: Vec<Word>,
    /// Indices of its mentions.
    pub mentions: Range<usize>,
    /// Headlines of other articles and buttons: it states no fact.
    pub boilerplate: bool,
}

/// An entity of the article.
#[derive(Clone, Debug)]
pub struct Thing {
    /// How the answer refers to it.
    pub reference: pb::EntityRef,
    /// Its type.
    pub kind: EntityType,
    /// EDTF of a date, digits of a number.
    pub value: String,
    /// For a person: title, country key, organisation key.
    pub positions: Vec<(String, String, String)>,
}

/// A mention.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Bytes of the article.
    pub range: Range<usize>,
    /// Index of its entity in the article.
    pub thing: usize,
    /// Its type.
    pub kind: EntityType,
    /// Whether a common noun stands for it.
    pub nominal: bool,
    /// Its sentence.
    pub sentence: usize,
}

/// An article.
#[derive(Clone, Debug)]
pub struct Article {
    /// The caller's id.
    pub id: String,
    /// Its raw text.
    pub text: String,
    /// When it was published.
    pub published: Option<Date>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Its entities.
    pub things: Vec<Thing>,
    /// Its mentions in text order, outer before inner.
    pub mentions: Vec<Mention>,
}

impl Article {
    /// Reads the engine's answer.
    #[must_use]
    pub fn new(id: String, text: String, published: Option<Date>, analysis: Analysis<'_>) -> Self {
        let mut mentions = Vec::new();
        let mut things = Vec::with_capacity(analysis.entities.len());
        for entity in analysis.entities {
            let value = match &entity.value {
                Some(Value::Date { edtf }) => edtf.clone(),
                Some(Value::Number { decimal } | Value::Quantity { decimal, .. } | Value::Money { decimal, .. }) => decimal.clone(),
                None => String::new(),
            };
            // «قادة», «زعماء دول» are nobody's name.
            let crowd = entity.kind == EntityType::Person
                && ["قاده", "زعماء", "روساء", "وزراء"].contains(&fold(&entity.name).split(' ').next().unwrap_or_default());
            let mut name = entity.name.into_owned();
            for mention in entity.mentions.iter().filter(|_| !crowd) {
                let whole = mention.span.clone();
                let range = if entity.kind == EntityType::Person {
                    whole.start..whole.start + own_name(&text[whole.clone()])
                } else {
                    whole.clone()
                };
                if range != whole && name == text[whole] {
                    name = text[range.clone()].to_owned();
                }
                mentions.push(Mention {
                    range,
                    thing: things.len(),
                    kind: entity.kind,
                    nominal: mention.kind == MentionKind::Nominal,
                    sentence: mention.sentence as usize,
                });
            }
            things.push(Thing {
                reference: pb::EntityRef {
                    entity_id: entity.id.into_owned(),
                    name,
                    name_en: entity.name_en.into_owned(),
                    wikidata_id: entity.wikidata_id.into_owned(),
                    country_code: entity.country_code.into_owned(),
                },
                kind: entity.kind,
                value,
                positions: entity.positions.into_iter().map(|held| (held.title, held.country_id, held.organization_id)).collect(),
            });
        }
        mentions.sort_by_key(|mention| (mention.range.start, std::cmp::Reverse(mention.range.end)));
        let (joined, number_of) = join(&text, analysis.sentences);
        for mention in &mut mentions {
            mention.sentence = number_of[mention.sentence];
        }
        let mut sentences = Vec::with_capacity(joined.len());
        let mut related = false;
        for (number, range) in joined.into_iter().enumerate() {
            let first = mentions.partition_point(|mention| mention.sentence < number);
            let last = mentions.partition_point(|mention| mention.sentence <= number);
            let words = words(&text[range.clone()], range.start);
            // Lists of other articles stand at the end and go on to it.
            related |= number > 2 && heads_related(&words);
            let boilerplate = related || is_button(&words);
            sentences.push(Sentence { range, words, mentions: first..last, boilerplate });
        }
        Self { id, text, published, sentences, things, mentions }
    }

    /// The entity of a mention.
    #[must_use]
    pub fn thing(&self, mention: &Mention) -> &Thing {
        &self.things[mention.thing]
    }

    /// The mentions of a sentence.
    #[must_use]
    pub fn of(&self, sentence: &Sentence) -> &[Mention] {
        &self.mentions[sentence.mentions.clone()]
    }

    /// A sentence as evidence, spans in bytes; `convert` turns them into the caller's unit.
    #[must_use]
    pub fn evidence(&self, sentence: &Sentence) -> pb::Evidence {
        self.quote(&sentence.range)
    }

    /// A stretch of the text as evidence.
    #[must_use]
    pub fn quote(&self, range: &Range<usize>) -> pb::Evidence {
        let text = self.text[range.clone()].to_owned();
        let bound = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = pb::Span { begin: bound(range.start), end: bound(range.end) };
        pb::Evidence { document_id: self.id.clone(), span: Some(span), text }
    }
}

/// How much of a name is the name: «شوكت ميرضيائيف نظيره التركي», «بيدرو سانشيز ضيف شرف» go on with who it is to somebody.
fn own_name(text: &str) -> usize {
    let words = words(text, 0);
    let end =
        words.iter().skip(1).find(|word| matches!(word.text.as_str(), "نظيره" | "نظيرها" | "نظيرته" | "نظيرتها" | "ضيف" | "ضيفا" | "ضيفه"));
    end.map_or(text.len(), |end| text[..end.range.start].trim_end().len())
}

/// Sentences with those made one that two points only part: «غدا.. وبوتين يوفد لافروف», «"المستقبل.. خليجيا"»; and of each old one the new.
fn join(text: &str, sentences: Vec<Range<usize>>) -> (Vec<Range<usize>>, Vec<usize>) {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(sentences.len());
    let mut number_of = Vec::with_capacity(sentences.len());
    for range in sentences {
        match joined.last_mut() {
            Some(last)
                if text[last.clone()].ends_with("..")
                    && !text[last.clone()].ends_with("...")
                    && !text[last.end..range.start].contains('\n') =>
            {
                last.end = range.end;
            }
            _ => joined.push(range),
        }
        number_of.push(joined.len() - 1);
    }
    (joined, number_of)
}

/// «اقرأ أيضا», «مواضيع ذات صلة»: what follows is of other articles.
fn heads_related(words: &[Word]) -> bool {
    let heads = [
        "اقرا ايضا",
        "اقرا المزيد",
        "مواضيع اضافيه",
        "مواضيع ذات صله",
        "اخبار ذات صله",
        "موضوعات متعلقه",
        "مقالات ذات صله",
        "قد يهمك",
        "اخبار متعلقه",
        "المزيد من الاخبار",
        "شاهد ايضا",
        "الاكثر قراءه",
        "روابط ذات صله",
        "ذات صله",
        "مواضيع قد تهمك",
        "اقرا كذلك",
        "طالع ايضا",
        "موضوعات ذات صله",
    ];
    words.len() <= 6 && heads.iter().any(|head| starts(words, head))
}

fn is_button(words: &[Word]) -> bool {
    words.len() <= 8
        && ["شارك هذا", "اشترك في", "تابعونا", "شارك المقال", "شارك الخبر", "حفظ المقال"].iter().any(|head| starts(words, head))
}

fn starts(words: &[Word], phrase: &str) -> bool {
    phrase.split(' ').enumerate().all(|(at, want)| words.get(at).is_some_and(|word| word.text == want))
}

/// The words of a stretch of text; `from` is where it begins.
#[must_use]
pub fn words(text: &str, from: usize) -> Vec<Word> {
    let mut words = Vec::new();
    let mut begin = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || is_mark(c);
        match (inside, begin) {
            (true, None) => begin = Some(at),
            (false, Some(first)) => {
                words.push(Word { range: from + first..from + at, text: fold(&text[first..at]) });
                begin = None;
            }
            _ => {}
        }
    }
    words
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{0652}' | '\u{0670}' | 'ـ')
}

/// One spelling for what is compared with cues.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c)).map(letter).flat_map(char::to_lowercase).collect()
}

fn letter(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}

/// Whether two texts are the same words in other spellings. Facts are compared with many others, so nothing is allocated.
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        let (mut begun, mut gap) = (false, false);
        text.chars().filter(|c| !is_mark(*c)).flat_map(move |c| {
            let inside = c.is_alphanumeric();
            let space = (inside && begun && gap).then_some(' ');
            (begun, gap) = (begun || inside, !inside);
            space.into_iter().chain(inside.then(|| letter(c).to_lowercase()).into_iter().flatten())
        })
    }
    letters(one).eq(letters(other))
}

/// Whether one name is the other or ends with it as words of its own: «الأسد» and «بشار الأسد».
#[must_use]
pub fn ends_alike(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().rev().filter(|c| !is_mark(*c)).map(letter).flat_map(char::to_lowercase)
    }
    let (mut one, mut other) = (letters(one), letters(other));
    loop {
        match (one.next(), other.next()) {
            (Some(a), Some(b)) if a == b => {}
            (None | Some(' '), None) | (None, Some(' ')) => return true,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ends_alike, same_words};

    #[test]
    fn words_are_compared_without_spelling_and_marks() {
        for (one, other) in [("إعلان المنامة", "اعلان  المنامه"), ("«السلام، معًا»", "السلام معا"), ("G20", "g20")]
        {
            assert!(same_words(one, other), "{one} {other}");
        }
        for (one, other) in [("إعلان المنامة", "إعلان"), ("ال سلام", "السلام"), ("", "نص")] {
            assert!(!same_words(one, other), "{one} {other}");
        }
    }

    #[test]
    fn names_end_alike_at_a_word() {
        assert!(ends_alike("بشار الأسد", "الاسد") && ends_alike("أردوغان", "رجب طيب اردوغان") && ends_alike("شي", "شي"));
        assert!(!ends_alike("بشار الأسد", "أسد") && !ends_alike("بشار الأسد", "ماهر الأسد"));
    }
}
