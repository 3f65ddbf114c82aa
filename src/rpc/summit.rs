//! `SummarizeSummit`: checked like every request, not answered yet.

use tonic::Status;

use super::status;
use super::validate::{self, Limits};
use crate::proto as pb;

pub(super) fn answer(request: pb::SummarizeSummitRequest, limits: Limits) -> Result<pb::SummarizeSummitResponse, Status> {
    validate::summit(request, limits)?;
    Err(status::summit_not_available())
}
