//! An engine whose work is counted for the call that asked for it, and traced stage by stage.

use std::cell::RefCell;
use std::sync::Arc;

use tracing::span::EnteredSpan;

use super::analyzer::Analyzer;
use crate::server::metrics::Metrics;
use crate::server::record::Tally;
use crate::{About, Analysis, Document, EntityType, Interrupted, Options, Stage};

/// See the module.
pub(super) struct Observed {
    /// The engine that does the work.
    pub engine: Arc<dyn Analyzer>,
    /// What the server counts.
    pub metrics: Arc<Metrics>,
    /// What the call counts.
    pub tally: Arc<Tally>,
}

impl Analyzer for Observed {
    fn analyze<'g>(&'g self, document: Document<'_>, options: &Options<'_>, stop: &dyn Fn() -> bool) -> Result<Analysis<'g>, Interrupted> {
        let bytes = document.text.len();
        let stage = RefCell::new(None);
        let begin = |next: Stage| enter(&mut stage.borrow_mut(), next);
        let analysis = self.engine.analyze_in_stages(document, options, stop, &begin)?;
        drop(stage);
        self.metrics.analyzed(bytes, &analysis);
        self.tally.add(bytes, analysis.entities.iter().map(|entity| entity.mentions.len()).sum());
        Ok(analysis)
    }

    fn about(&self, id: &str) -> Option<About> {
        self.engine.about(id)
    }

    fn gazetteer_version(&self) -> &str {
        self.engine.gazetteer_version()
    }

    fn gazetteer_counts(&self) -> Vec<(EntityType, u32)> {
        self.engine.gazetteer_counts()
    }
}

/// One stage ends where the next begins.
fn enter(current: &mut Option<EnteredSpan>, next: Stage) {
    // The old one has to be left before the new one is made, else it would be its parent.
    current.take();
    *current = Some(tracing::info_span!(target: "qimma::trace", "stage", otel.name = next.as_str()).entered());
}
