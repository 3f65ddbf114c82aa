//! What every call goes through, whichever service answers it: its deadline, a net for panics, statuses in the contract's shape, and
//! one line of log.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;

use futures_util::FutureExt;
use http::{HeaderMap, Request, Response};
use tonic::body::Body;
use tonic::{Code, Status};
use tower::{Layer, Service};

use super::deadline::Deadline;
use crate::rpc::status;

const GRPC_STATUS: &str = "grpc-status";

/// Wraps a server's services; see the module.
#[derive(Clone, Copy, Debug)]
pub(super) struct CallLayer;

impl<S> Layer<S> for CallLayer {
    type Service = Call<S>;

    fn layer(&self, inner: S) -> Call<S> {
        Call { inner }
    }
}

/// The service that [`CallLayer`] makes.
#[derive(Clone, Debug)]
pub(super) struct Call<S> {
    inner: S,
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
        let began = Instant::now();
        let path = request.uri().path().to_owned();
        let deadline = Deadline::from_headers(request.headers());
        if let Some(deadline) = deadline {
            request.extensions_mut().insert(deadline);
        }
        let answer = AssertUnwindSafe(self.inner.call(request)).catch_unwind();
        Box::pin(async move {
            let answer = match deadline {
                Some(deadline) => tokio::time::timeout_at(deadline.0.into(), answer).await,
                None => Ok(answer.await),
            };
            let response = match answer {
                Ok(Ok(answer)) => complete(answer?, &path),
                Ok(Err(_panic)) => status::internal().into_http(),
                Err(_elapsed) => status::deadline_exceeded().into_http(),
            };
            // A stream is logged when it opens; how it ends stands in its trailers.
            tracing::debug!(rpc = path, code = ?code(response.headers()), elapsed = ?began.elapsed(), "answered");
            Ok(response)
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

fn code(headers: &HeaderMap) -> Code {
    headers.get(GRPC_STATUS).map_or(Code::Ok, |value| Code::from_bytes(value.as_bytes()))
}
