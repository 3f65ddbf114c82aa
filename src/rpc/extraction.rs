//! One document: checked, analysed, converted.

use std::sync::Arc;
use std::time::Instant;

use tonic::Status;

use super::analyzer::Analyzer;
use super::validate::{Limits, Order};
use super::{convert, status};
use crate::Interrupted;
use crate::proto as pb;
use crate::server::pool::{Admission, Pool, PoolError};

/// Answers a request on the thread that asks: what the service answers, without the service.
///
/// # Errors
/// The status that the service would refuse the request with.
pub fn extract(engine: &dyn Analyzer, request: pb::ExtractEntitiesRequest, limits: Limits) -> Result<pb::ExtractEntitiesResponse, Status> {
    let order = Order::new(request, limits)?;
    answer(engine, order, &|| false).map_err(|Interrupted| status::cancelled())
}

/// Works one order off on the pool. `admission` is the place it was given there; `deadline` is the caller's.
pub(super) async fn work_off(
    pool: &Pool,
    admission: Admission,
    engine: Arc<dyn Analyzer>,
    order: Order,
    deadline: Option<Instant>,
) -> Result<pb::ExtractEntitiesResponse, Status> {
    pool.run(admission, deadline, move |stop| answer(&*engine, order, stop)).await.map_err(|error| match error {
        PoolError::DeadlineExceeded => status::deadline_exceeded(),
        PoolError::Abandoned => status::cancelled(),
        PoolError::Panicked => status::internal(),
    })
}

/// Analyses and converts. Both belong on the pool: what they cost grows with the text.
fn answer(engine: &dyn Analyzer, mut order: Order, stop: &dyn Fn() -> bool) -> Result<pb::ExtractEntitiesResponse, Interrupted> {
    let document_id = std::mem::take(&mut order.document_id);
    let analysis = engine.analyze(order.document(), &order.options(), stop)?;
    let _within = tracing::info_span!(target: "qimma::trace", "convert").entered();
    Ok(convert::response(document_id, &order.text, order.encoding, analysis, engine.gazetteer_version()))
}
