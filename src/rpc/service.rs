//! The service: which engine answers, within which limits, on which threads.

use std::sync::Arc;

use http::Extensions;
use prost::Message;
use tonic::{Request, Response, Status, Streaming};

use super::analyzer::{Analyzer, EngineSlot};
use super::observed::Observed;
use super::validate::{Limits, Order};
use super::{capabilities, extraction, status, stream, summit};
use crate::proto as pb;
use crate::proto::extraction_service_server::ExtractionService;
use crate::server::Metrics;
use crate::server::budget::Held;
use crate::server::deadline::Deadline;
use crate::server::pool::{Admission, Pool};
use crate::server::record::Tally;

/// `qimma.v1.ExtractionService`.
#[derive(Clone)]
pub struct Service {
    engine: EngineSlot,
    pool: Pool,
    limits: Limits,
    stream_in_flight: usize,
    metrics: Arc<Metrics>,
}

impl Service {
    /// A service that answers with the engine in `engine`, once there is one, and counts in `metrics`.
    #[must_use]
    pub fn new(engine: EngineSlot, pool: Pool, limits: Limits, stream_in_flight: usize, metrics: Arc<Metrics>) -> Self {
        Self { engine, pool, limits, stream_in_flight, metrics }
    }

    pub(super) fn pool(&self) -> &Pool {
        &self.pool
    }

    pub(super) fn limits(&self) -> Limits {
        self.limits
    }

    pub(super) fn stream_in_flight(&self) -> usize {
        self.stream_in_flight
    }

    fn engine(&self) -> Result<Arc<dyn Analyzer>, Status> {
        self.engine.get().ok_or_else(status::not_ready)
    }

    /// The engine, its work counted for the call with these extensions.
    fn engine_for(&self, call: &Extensions) -> Result<Arc<dyn Analyzer>, Status> {
        let tally = call.get::<Arc<Tally>>().cloned().unwrap_or_default();
        Ok(Arc::new(Observed { engine: self.engine()?, metrics: Arc::clone(&self.metrics), tally }))
    }

    /// A place for a call, and the memory for its message, at once or not at all.
    fn admit(&self, request: &Request<impl Message>) -> Result<Admission, Status> {
        let held = request.extensions().get::<Held>();
        // What was sent compressed is longer than what was counted as it came in.
        let fits = held.is_none_or(|held| held.reach(request.get_ref().encoded_len()));
        let admission = if fits { self.pool.admit() } else { None };
        admission.map(|admission| admission.holding(held.cloned())).ok_or_else(|| {
            self.metrics.shed();
            status::overloaded()
        })
    }
}

#[tonic::async_trait]
impl ExtractionService for Service {
    async fn extract_entities(
        &self,
        request: Request<pb::ExtractEntitiesRequest>,
    ) -> Result<Response<pb::ExtractEntitiesResponse>, Status> {
        let deadline = Deadline::of(request.extensions());
        let engine = self.engine_for(request.extensions())?;
        let admission = self.admit(&request)?;
        let order = Order::new(request.into_inner(), self.limits)?;
        extraction::work_off(&self.pool, admission, engine, order, deadline).await.map(Response::new)
    }

    type StreamExtractEntitiesStream = stream::Answers;

    async fn stream_extract_entities(
        &self,
        request: Request<Streaming<pb::StreamExtractEntitiesRequest>>,
    ) -> Result<Response<stream::Answers>, Status> {
        let deadline = Deadline::of(request.extensions());
        let engine = self.engine_for(request.extensions())?;
        Ok(Response::new(stream::answers(self.clone(), engine, request.into_inner(), deadline)))
    }

    async fn summarize_summit(
        &self,
        request: Request<pb::SummarizeSummitRequest>,
    ) -> Result<Response<pb::SummarizeSummitResponse>, Status> {
        let deadline = Deadline::of(request.extensions());
        let engine = self.engine_for(request.extensions())?;
        let admission = self.admit(&request)?;
        summit::work_off(&self.pool, admission, engine, request.into_inner(), self.limits, deadline).await.map(Response::new)
    }

    async fn get_capabilities(
        &self,
        _request: Request<pb::GetCapabilitiesRequest>,
    ) -> Result<Response<pb::GetCapabilitiesResponse>, Status> {
        Ok(Response::new(capabilities::answer(&*self.engine()?, self.limits)))
    }
}
