//! What every call goes through, whichever service answers it: its deadline, a net for panics, statuses in the contract's shape, and a
//! record of how it ended.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use futures_util::FutureExt;
use http::{HeaderMap, Request, Response};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tonic::body::Body;
use tonic::{Code, Status};
use tower::{Layer, Service};
use tracing::Instrument;

use super::budget::{Budget, Counted};
use super::deadline::Deadline;
use super::metrics::Metrics;
use super::origin;
use super::record::Record;
use crate::rpc::status;

const GRPC_STATUS: &str = "grpc-status";

/// Wraps a server's services; see the module.
#[derive(Clone, Debug)]
pub(super) struct CallLayer {
    metrics: Arc<Metrics>,
    budget: Budget,
}

impl CallLayer {
    /// A layer that counts in `metrics`, and lets calls together hold as much of requests as `budget` says.
    pub fn new(metrics: Arc<Metrics>, budget: Budget) -> Self {
        Self { metrics, budget }
    }
}

impl<S> Layer<S> for CallLayer {
    type Service = Call<S>;

    fn layer(&self, inner: S) -> Call<S> {
        Call { inner, metrics: Arc::clone(&self.metrics), budget: self.budget.clone() }
    }
}

/// The service that [`CallLayer`] makes.
#[derive(Clone, Debug)]
pub(super) struct Call<S> {
    inner: S,
    metrics: Arc<Metrics>,
    budget: Budget,
}

impl<S> Service<Request<Body>> for Call<S>
where
    S: Service<Request<Body>, Response = Response<Body>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let path = request.uri().path().to_owned();
        let mut record = Record::begin(&path, request.headers(), Arc::clone(&self.metrics));
        request.extensions_mut().insert(Arc::clone(&record.tally));
        let deadline = Deadline::from_headers(request.headers());
        if let Some(deadline) = deadline {
            request.extensions_mut().insert(deadline);
        }
        // A stream is held back instead: it is read no faster than it is worked off.
        let held = (record.method.is_ours() && record.method.is_unary()).then(|| self.budget.open());
        if let Some(held) = &held {
            request.extensions_mut().insert(held.clone());
            let metrics = Arc::clone(&self.metrics);
            request = request.map(|inner| Body::new(Counted { inner, held: held.clone(), metrics }));
        }
        let answer = AssertUnwindSafe(self.inner.call(request).instrument(record.span.clone())).catch_unwind();
        Box::pin(async move {
            let answer = match deadline {
                Some(deadline) => tokio::time::timeout_at(deadline.0.into(), answer).await,
                None => Ok(answer.await),
            };
            let mut response = match answer {
                Ok(Ok(answer)) => complete(answer?, &path),
                Ok(Err(_panic)) => status::internal().into_http(),
                Err(_elapsed) => status::deadline_exceeded().into_http(),
            };
            drop(held);
            if let Some(id) = origin::header(&record.request_id) {
                response.headers_mut().insert(origin::REQUEST_ID, id);
            }
            if let Some(code) = code(response.headers()) {
                record.ended(code);
            }
            Ok(response.map(|inner| Body::new(Recorded { inner, record })))
        })
    }
}

/// Statuses that tonic made by itself (unknown method, undecodable message) lack what the contract promises; adds it.
fn complete(response: Response<Body>, path: &str) -> Response<Body> {
    match Status::from_header_map(response.headers()) {
        Some(bare) if bare.code() != Code::Ok && bare.details().is_empty() => status::complete(bare, path).into_http(),
        _ => response,
    }
}

fn code(headers: &HeaderMap) -> Option<Code> {
    headers.get(GRPC_STATUS).map(|value| Code::from_bytes(value.as_bytes()))
}

/// The body of an answer, which knows when the call is over: its status stands behind the last message.
struct Recorded {
    inner: Body,
    record: Record,
}

impl HttpBody for Recorded {
    type Data = <Body as HttpBody>::Data;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Self::Data>, Status>>> {
        // The messages of a stream are worked for here.
        let span = self.record.span.clone();
        let frame = span.in_scope(|| Pin::new(&mut self.inner).poll_frame(context));
        let frame = ready!(frame);
        if let Some(Ok(frame)) = &frame
            && let Some(code) = frame.trailers_ref().and_then(code)
        {
            self.record.ended(code);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
