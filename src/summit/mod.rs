//! Summits: what many articles say of them, fused.
//!
//! Each article is analysed by the engine and read as sentences with mentions (`article`). `group` finds which summit it is about and puts articles on one
//! summit together; `relink` reads single names by the other articles. `actors` and `titles` find who acts in a sentence, `affiliation` and `rank` for whom
//! and how high, `clause` where its clauses begin and who is the subject of a verb; `cues` are the words all of them look for. The rules for each kind of
//! fact look at one article (`frame`, `place`, `days`, `people`, `standins`, `meetings`, `programme`, `documents`, `presidency`, `members`, `story`,
//! `statements`); `fuse` makes one summit of what they found, with `terms` for who was a member when. `prose` renders the paragraphs from the facts alone.

mod actors;
mod affiliation;
mod article;
mod clause;
mod cues;
mod days;
mod documents;
mod evidence;
mod frame;
mod fuse;
mod group;
mod meetings;
mod members;
mod people;
mod place;
mod presidency;
mod programme;
pub mod prose;
mod quotations;
mod rank;
mod reference;
mod relink;
mod standins;
mod statements;
mod story;
mod terms;
#[cfg(test)]
mod testing;
mod titles;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jiff::civil::Date;

use crate::proto as pb;
use crate::rpc::Analyzer;
use crate::rpc::convert::Encoding;
use crate::{CustomEntity, Document, Interrupted, Options};
use article::Article;
use group::Subject;

/// An article of a call.
#[derive(Debug)]
pub struct Input {
    /// The caller's id.
    pub id: String,
    /// Raw text.
    pub text: String,
    /// When it was published.
    pub published: Option<Date>,
}

/// What a call asks for besides.
#[derive(Debug)]
pub struct Wish {
    /// The unit of spans.
    pub encoding: Encoding,
    /// At most so many sentences a summary; 0 leaves it open.
    pub most_sentences: usize,
    /// The caller's own names.
    pub custom_entities: Vec<CustomEntity>,
}

/// The most text of one call that is read, in bytes: a hundred articles twice as long as a long one.
pub const MOST_BYTES: usize = 4 << 20;

/// Every summit of the articles, by start date, and the ids of the articles that tell of none. The order of the articles does not matter.
///
/// # Errors
/// [`Interrupted`] where `stop` said so.
pub fn summarize(
    engine: &dyn Analyzer,
    inputs: Vec<Input>,
    wish: &Wish,
    stop: &dyn Fn() -> bool,
) -> Result<(Vec<pb::Summit>, Vec<String>), Interrupted> {
    let mut inputs = inputs;
    shorten(&mut inputs);
    // Undated articles last; the id decides between articles of one day.
    inputs.sort_by(|a, b| (a.published.is_none(), a.published, &a.id).cmp(&(b.published.is_none(), b.published, &b.id)));
    let mut articles: Vec<Article> = Vec::with_capacity(inputs.len());
    // An article that comes twice is one witness: its second id only stands beside the first.
    let mut first_of: HashMap<(String, Option<Date>), usize> = HashMap::new();
    let mut twins: HashMap<String, Vec<String>> = HashMap::new();
    for input in inputs {
        match first_of.entry((input.text.clone(), input.published)) {
            Entry::Occupied(known) => {
                twins.entry(articles[*known.get()].id.clone()).or_default().push(input.id);
                continue;
            }
            Entry::Vacant(new) => {
                new.insert(articles.len());
            }
        }
        let options = Options { custom_entities: &wish.custom_entities, ..Options::default() };
        let analysis = engine.analyze(Document { text: &input.text, publish_date: input.published }, &options, stop)?;
        articles.push(Article::new(input.id, input.text.clone(), input.published, analysis));
    }
    let mut unassigned = Vec::new();
    let mut groups: Vec<(Vec<Subject>, Vec<&Article>)> = Vec::new();
    for article in &articles {
        if stop() {
            return Err(Interrupted);
        }
        let Some(subject) = group::subject(engine, article) else {
            unassigned.push(article.id.clone());
            unassigned.extend(twins.get(&article.id).into_iter().flatten().cloned());
            continue;
        };
        let home = groups.iter_mut().find(|(subjects, members)| {
            subjects.iter().zip(members).any(|(known, member)| group::same(known, member.published, &subject, article.published))
        });
        match home {
            Some((subjects, members)) => {
                subjects.push(subject);
                members.push(article);
            }
            None => groups.push((vec![subject], vec![article])),
        }
    }
    let mut summits = Vec::with_capacity(groups.len());
    for (subjects, members) in &groups {
        if stop() {
            return Err(Interrupted);
        }
        let mut members: Vec<Article> = members.iter().map(|member| (*member).clone()).collect();
        relink::relink(engine, &mut members);
        let members: Vec<&Article> = members.iter().collect();
        let mut summit = fuse::summit(engine, &members, &subjects[0].organizer, stop)?;
        let prose = prose::render(&summit, wish.most_sentences);
        evidence::finish(&mut summit, prose, &members, &twins, wish.encoding);
        summits.push(summit);
    }
    summits.sort_by(|a, b| (a.start_date.is_empty(), &a.start_date, &a.id).cmp(&(b.start_date.is_empty(), &b.start_date, &b.id)));
    unassigned.sort();
    Ok((summits, unassigned))
}

/// Where the articles are longer than [`MOST_BYTES`] together, each is read up to its share, and there to the end of a sentence.
fn shorten(inputs: &mut [Input]) {
    if inputs.iter().map(|input| input.text.len()).sum::<usize>() <= MOST_BYTES {
        return;
    }
    let share = MOST_BYTES / inputs.len();
    for text in inputs.iter_mut().map(|input| &mut input.text) {
        if text.len() > share {
            let end = (0..=share).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
            let sentence = text[..end].rfind(['\n', '.', '؟', '!']).filter(|at| *at > end / 2);
            text.truncate(sentence.unwrap_or(end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_calls_are_read_up_to_their_share() {
        let input = |text: String| Input { id: String::new(), text, published: None };
        let mut inputs = [input("كلمة. ".repeat(MOST_BYTES / 11 / 2)), input("قصير".to_owned()), input("و".repeat(MOST_BYTES / 2))];
        shorten(&mut inputs);
        assert!(inputs.iter().map(|input| input.text.len()).sum::<usize>() <= MOST_BYTES);
        assert!(inputs[0].text.len() > MOST_BYTES / 4 && inputs[0].text.ends_with("كلمة"));
        assert_eq!(inputs[1].text, "قصير");
    }
}
