//! `SummarizeSummit`: checked like every request, worked off on the pool, answered from the facts.

use std::sync::Arc;
use std::time::Instant;

use tonic::Status;

use super::analyzer::Analyzer;
use super::status;
use super::validate::{self, Limits};
use crate::Interrupted;
use crate::proto as pb;
use crate::server::pool::{Admission, Pool, PoolError};
use crate::summit::{self, Input, Wish};

/// Answers a request on the thread that asks: what the service answers, without the service.
///
/// # Errors
/// The status that the service would refuse the request with.
pub fn summarize(
    engine: &dyn Analyzer,
    request: pb::SummarizeSummitRequest,
    limits: Limits,
) -> Result<pb::SummarizeSummitResponse, Status> {
    let (inputs, wish) = validate::summit(request, limits)?;
    answer(engine, inputs, &wish, &|| false).map_err(|Interrupted| status::cancelled())
}

/// Works a request off on the pool. `admission` is the place it was given there; `deadline` is the caller's.
pub(super) async fn work_off(
    pool: &Pool,
    admission: Admission,
    engine: Arc<dyn Analyzer>,
    request: pb::SummarizeSummitRequest,
    limits: Limits,
    deadline: Option<Instant>,
) -> Result<pb::SummarizeSummitResponse, Status> {
    let (inputs, wish) = validate::summit(request, limits)?;
    pool.run(admission, deadline, move |stop| answer(&*engine, inputs, &wish, stop)).await.map_err(|error| match error {
        PoolError::DeadlineExceeded => status::deadline_exceeded(),
        PoolError::Abandoned => status::cancelled(),
        PoolError::Panicked => status::internal(),
    })
}

fn answer(
    engine: &dyn Analyzer,
    inputs: Vec<Input>,
    wish: &Wish,
    stop: &dyn Fn() -> bool,
) -> Result<pb::SummarizeSummitResponse, Interrupted> {
    let _within = tracing::info_span!(target: "qimma::trace", "summarize").entered();
    let (summits, unassigned_document_ids) = summit::summarize(engine, inputs, wish, stop)?;
    Ok(pb::SummarizeSummitResponse { summits, unassigned_document_ids, gazetteer_version: engine.gazetteer_version().to_owned() })
}
