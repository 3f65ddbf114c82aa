//! Many articles' facts on one summit made one: spellings united, later and fuller statements kept, disagreements shown.

mod attendance;
mod background;
mod days;
mod documents;
mod frame;
mod host;
mod meetings;
mod membership;
mod merge;
mod participants;
mod presidency;
mod programme;
mod statements;
mod views;

use super::article::Article;
use super::titles::Titles;
use crate::Interrupted;
use crate::proto as pb;
use crate::rpc::Analyzer;
use attendance::came;
use background::background;
use documents::documents;
use frame::{frame, name};
use meetings::meetings;
use membership::membership;
use participants::participants;
use presidency::presidency;
use programme::programme;
use statements::statements;
use views::views;

/// One summit from the articles that tell of it, ordered by publication.
///
/// # Errors
/// [`Interrupted`] where `stop` said so; it is asked between the kinds of fact.
pub fn summit(engine: &dyn Analyzer, articles: &[&Article], organizer: &str, stop: &dyn Fn() -> bool) -> Result<pb::Summit, Interrupted> {
    let go_on = || if stop() { Err(Interrupted) } else { Ok(()) };
    let titles = Titles::new(engine, articles.iter().copied());
    let mut summit =
        pb::Summit { document_ids: articles.iter().map(|article| article.id.clone()).collect(), confidence: 0.9, ..Default::default() };
    let days = frame(engine, articles, organizer, &mut summit);
    let start = days.map(|(start, _)| start);
    let views = views(engine, articles, organizer, &titles, start);
    go_on()?;
    participants(engine, &views, organizer, &mut summit);
    go_on()?;
    programme(&views, &mut summit);
    documents(&views, &mut summit);
    go_on()?;
    background(&views, &mut summit);
    membership(&views, start, &mut summit);
    go_on()?;
    summit.meetings = meetings(&views);
    go_on()?;
    statements(&views, &mut summit);
    go_on()?;
    presidency(&views, &mut summit);
    came(&mut summit);
    name(&mut summit, start);
    Ok(summit)
}
