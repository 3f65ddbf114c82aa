//! One document: checked, analysed on the pool, converted.

use std::sync::Arc;
use std::time::Instant;

use tonic::Status;

use super::analyzer::Analyzer;
use super::validate::Order;
use super::{convert, status};
use crate::proto as pb;
use crate::server::pool::{Admission, Pool, PoolError};

/// Works one order off on the pool. `admission` is the place it was given there; `deadline` is the caller's.
pub(super) async fn work_off(
    pool: &Pool,
    admission: Admission,
    engine: Arc<dyn Analyzer>,
    order: Order,
    deadline: Option<Instant>,
) -> Result<pb::ExtractEntitiesResponse, Status> {
    // Conversion belongs on the pool as well: its cost grows with the text.
    let work = move |stop: &dyn Fn() -> bool| {
        let analysis = engine.analyze(order.document(), &order.options(), stop)?;
        Ok(convert::response(order.document_id.clone(), &order.text, order.encoding, analysis, engine.gazetteer_version()))
    };
    pool.run(admission, deadline, work).await.map_err(|error| match error {
        PoolError::DeadlineExceeded => status::deadline_exceeded(),
        PoolError::Abandoned => status::cancelled(),
        PoolError::Panicked => status::internal(),
    })
}
