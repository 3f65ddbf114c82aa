//! What the service asks of an engine, and the place where it finds the one that is loaded.

use std::sync::Arc;

use arc_swap::ArcSwapOption;

use crate::{About, Analysis, Document, Engine, EntityType, Interrupted, Options, Stage};

/// What the service needs of an engine. [`Engine`] is the one in production; tests bring ones that stall or break.
pub trait Analyzer: Send + Sync + 'static {
    /// Finds the entities of a document; see [`Engine::analyze`].
    ///
    /// # Errors
    /// [`Interrupted`] where `stop` said so.
    fn analyze<'g>(&'g self, document: Document<'_>, options: &Options<'_>, stop: &dyn Fn() -> bool) -> Result<Analysis<'g>, Interrupted>;

    /// The same, telling `begin` of each stage; see [`Engine::analyze_in_stages`]. An engine may have none to tell of.
    ///
    /// # Errors
    /// [`Interrupted`] where `stop` said so.
    fn analyze_in_stages<'g>(
        &'g self,
        document: Document<'_>,
        options: &Options<'_>,
        stop: &dyn Fn() -> bool,
        _begin: &dyn Fn(Stage),
    ) -> Result<Analysis<'g>, Interrupted> {
        self.analyze(document, options, stop)
    }

    /// What the gazetteer says about an entity.
    fn about(&self, _id: &str) -> Option<About> {
        None
    }

    /// Version of the loaded gazetteer.
    fn gazetteer_version(&self) -> &str;

    /// How many gazetteer entries of each type are loaded.
    fn gazetteer_counts(&self) -> Vec<(EntityType, u32)>;
}

impl Analyzer for Engine {
    fn analyze<'g>(&'g self, document: Document<'_>, options: &Options<'_>, stop: &dyn Fn() -> bool) -> Result<Analysis<'g>, Interrupted> {
        Self::analyze(self, document, options, stop)
    }

    fn analyze_in_stages<'g>(
        &'g self,
        document: Document<'_>,
        options: &Options<'_>,
        stop: &dyn Fn() -> bool,
        begin: &dyn Fn(Stage),
    ) -> Result<Analysis<'g>, Interrupted> {
        Self::analyze_in_stages(self, document, options, stop, begin)
    }

    fn about(&self, id: &str) -> Option<About> {
        Self::about(self, id)
    }

    fn gazetteer_version(&self) -> &str {
        Self::gazetteer_version(self)
    }

    fn gazetteer_counts(&self) -> Vec<(EntityType, u32)> {
        Self::gazetteer_counts(self)
    }
}

/// Where calls find the loaded engine: empty until there is one. A call keeps the engine it began with.
#[derive(Clone, Default)]
pub struct EngineSlot(Arc<ArcSwapOption<Arc<dyn Analyzer>>>);

impl EngineSlot {
    /// Puts an engine in place for all calls that begin from now on.
    pub fn set(&self, engine: Arc<dyn Analyzer>) {
        self.0.store(Some(Arc::new(engine)));
    }

    /// The engine, once one is loaded.
    #[must_use]
    pub fn get(&self) -> Option<Arc<dyn Analyzer>> {
        self.0.load().as_deref().cloned()
    }
}
