//! How much of requests is in memory at a time. A call's bytes are counted as they come in, before there is a message to look at, and until its
//! work has ended.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tonic::Status;
use tonic::body::Body;

use super::metrics::Metrics;
use crate::rpc::status;

/// The bytes that all calls together may hold.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    free: Arc<Semaphore>,
    bytes: usize,
}

impl Budget {
    /// A budget of so many bytes.
    pub fn new(bytes: usize) -> Self {
        let bytes = bytes.min(Semaphore::MAX_PERMITS);
        Self { free: Arc::new(Semaphore::new(bytes)), bytes }
    }

    /// Bytes held now.
    pub fn held(&self) -> usize {
        self.bytes - self.free.available_permits()
    }

    /// For a call that begins: nothing is held yet.
    pub fn open(&self) -> Held {
        Held { free: Arc::clone(&self.free), permit: Arc::default() }
    }
}

/// What one call holds, until the last clone of this is gone.
#[derive(Clone, Debug)]
pub struct Held {
    free: Arc<Semaphore>,
    permit: Arc<Mutex<Option<OwnedSemaphorePermit>>>,
}

impl Held {
    /// Holds so many bytes more. False where there are not as many.
    pub fn add(&self, bytes: usize) -> bool {
        self.grow(|_| bytes)
    }

    /// Holds so many bytes in all, where it was less: a message may be longer than what it was sent as. False where there are not as many.
    pub fn reach(&self, bytes: usize) -> bool {
        self.grow(|held| bytes.saturating_sub(held))
    }

    fn grow(&self, by: impl FnOnce(usize) -> usize) -> bool {
        let mut held = self.permit.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(more) = u32::try_from(by(held.as_ref().map_or(0, OwnedSemaphorePermit::num_permits))) else { return false };
        let Ok(more) = Arc::clone(&self.free).try_acquire_many_owned(more) else { return false };
        match held.as_mut() {
            Some(held) => held.merge(more),
            None => *held = Some(more),
        }
        true
    }
}

/// The body of a request, counted as it comes in; it breaks off where the budget is spent.
pub(super) struct Counted {
    pub inner: Body,
    pub held: Held,
    pub metrics: Arc<Metrics>,
}

impl HttpBody for Counted {
    type Data = <Body as HttpBody>::Data;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Self::Data>, Status>>> {
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(context));
        let bytes = frame.as_ref().and_then(|frame| frame.as_ref().ok()?.data_ref()).map_or(0, |data| data.len());
        if !self.held.add(bytes) {
            self.metrics.shed();
            return Poll::Ready(Some(Err(status::overloaded())));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_free_again_when_the_last_holder_is_gone() {
        let budget = Budget::new(100);
        let (first, second) = (budget.open(), budget.open());
        assert!(first.add(40) && first.add(20) && second.add(40));
        assert!(!second.add(1) && !first.reach(61), "spent");
        assert!(first.reach(60) && first.reach(10), "held already");
        let at_work = first.clone();
        drop(first);
        assert_eq!(budget.held(), 100);
        drop(at_work);
        assert_eq!(budget.held(), 40);
        assert!(second.reach(100));
        assert!(!second.reach(usize::MAX));
    }
}
