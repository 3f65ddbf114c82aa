//! The threads that analyse: as many as cores, apart from those that serve connections, so that health checks and deadlines hold
//! whatever the load.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tracing::Span;

use super::budget::Held;
use crate::Interrupted;

/// Threads that analyse, and the places in front of them.
#[derive(Clone)]
pub struct Pool(Arc<Inner>);

struct Inner {
    threads: ThreadPool,
    /// Places for unary calls, those in work included.
    calls: Arc<Semaphore>,
    /// Places for documents of streams, counted apart so that streams cannot turn unary calls away.
    streams: Arc<Semaphore>,
    /// Places of both kinds, taken or not.
    places: usize,
    /// Work on a thread.
    running: AtomicUsize,
    /// Longest work on one document.
    document_timeout: Duration,
}

/// How busy a pool is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Work that has a place and waits for a thread.
    pub waiting: usize,
    /// Work on a thread.
    pub running: usize,
}

/// A place on the pool. It is free again when the work that took it has ended, not when the caller has given up.
pub struct Admission {
    _place: OwnedSemaphorePermit,
    _held: Option<Held>,
}

impl Admission {
    fn new(place: OwnedSemaphorePermit) -> Self {
        Self { _place: place, _held: None }
    }

    /// The same, holding the memory of its request for as long.
    #[must_use]
    pub fn holding(self, held: Option<Held>) -> Self {
        Self { _held: held, ..self }
    }
}

/// Why a piece of work has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PoolError {
    /// Time ran out.
    #[error("the deadline passed")]
    DeadlineExceeded,
    /// Nobody waits for the result any more.
    #[error("the caller went away")]
    Abandoned,
    /// The work panicked. The thread goes on.
    #[error("the work panicked")]
    Panicked,
}

impl Pool {
    /// A pool of `threads`, with `queue` places for calls that wait.
    ///
    /// # Errors
    /// Where the system gives no threads.
    pub fn new(threads: NonZeroUsize, queue: usize, document_timeout: Duration) -> Result<Self, ThreadPoolBuildError> {
        let name = |i| format!("analyze-{i}");
        let pool = ThreadPoolBuilder::new().num_threads(threads.get()).thread_name(name).build()?;
        let calls = threads.get().saturating_add(queue).min(Semaphore::MAX_PERMITS);
        // Twice the threads keep every thread busy while an answer is on its way out.
        let streams = 2 * threads.get();
        Ok(Self(Arc::new(Inner {
            threads: pool,
            calls: Arc::new(Semaphore::new(calls)),
            streams: Arc::new(Semaphore::new(streams)),
            places: calls + streams,
            running: AtomicUsize::new(0),
            document_timeout,
        })))
    }

    /// A place for a unary call, at once or not at all.
    #[must_use]
    pub fn admit(&self) -> Option<Admission> {
        Arc::clone(&self.0.calls).try_acquire_owned().ok().map(Admission::new)
    }

    /// A place for a document of a stream, when there is one.
    pub async fn wait(&self) -> Admission {
        Admission::new(Arc::clone(&self.0.streams).acquire_owned().await.expect("nothing ever closes the semaphore"))
    }

    /// How busy it is now. The two are read one after the other: between them work may begin or end.
    #[must_use]
    pub fn load(&self) -> Load {
        let running = self.0.running.load(Ordering::Relaxed);
        let free = self.0.calls.available_permits() + self.0.streams.available_permits();
        Load { waiting: (self.0.places - free).saturating_sub(running), running }
    }

    /// Runs `work` on the pool. It is handed a `stop` that says true once the deadline, or the limit on one document, has passed or
    /// this future was dropped; work that nobody waits for any more is not even begun.
    ///
    /// # Errors
    /// Where time ran out or the work panicked.
    pub async fn run<T: Send + 'static>(
        &self,
        admission: Admission,
        deadline: Option<Instant>,
        work: impl FnOnce(&dyn Fn() -> bool) -> Result<T, Interrupted> + Send + 'static,
    ) -> Result<T, PoolError> {
        let (answer, answered) = oneshot::channel();
        let (inner, span) = (Arc::clone(&self.0), Span::current());
        self.0.threads.spawn(move || {
            let _within = span.enter();
            let document_timeout = inner.document_timeout;
            inner.running.fetch_add(1, Ordering::Relaxed);
            let limit = Instant::now() + document_timeout;
            let limit = deadline.map_or(limit, |deadline| deadline.min(limit));
            let stop = || answer.is_closed() || Instant::now() >= limit;
            let outcome = if stop() { Ok(Err(Interrupted)) } else { catch_unwind(AssertUnwindSafe(|| work(&stop))) };
            let outcome = match outcome {
                Ok(Ok(result)) => Ok(result),
                Ok(Err(Interrupted)) if answer.is_closed() => Err(PoolError::Abandoned),
                Ok(Err(Interrupted)) => Err(PoolError::DeadlineExceeded),
                Err(_) => Err(PoolError::Panicked),
            };
            // Before the answer goes out: a caller that asks again at once must find its own place free.
            inner.running.fetch_sub(1, Ordering::Relaxed);
            drop(admission);
            // The caller may have gone in the meantime; then the result is for nobody.
            let _ = answer.send(outcome);
        });
        answered.await.unwrap_or(Err(PoolError::Panicked))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool(queue: usize) -> Pool {
        Pool::new(NonZeroUsize::MIN, queue, Duration::from_secs(60)).unwrap()
    }

    /// Works until it is stopped, and says so.
    fn until_stopped(stop: &dyn Fn() -> bool) -> Result<(), Interrupted> {
        while !stop() {
            std::thread::sleep(Duration::from_millis(1));
        }
        Err(Interrupted)
    }

    #[tokio::test]
    async fn a_full_pool_admits_no_one_until_work_has_ended() {
        let pool = pool(1);
        let (first, second) = (pool.admit().unwrap(), pool.admit().unwrap());
        assert!(pool.admit().is_none());
        drop(second);
        pool.run(first, None, |_| Ok(())).await.unwrap();
        assert!(pool.admit().is_some());
    }

    #[tokio::test]
    async fn a_caller_that_goes_away_ends_its_work() {
        let pool = pool(0);
        let work = pool.run(pool.admit().unwrap(), None, until_stopped);
        tokio::time::timeout(Duration::from_millis(20), work).await.unwrap_err();
        let ended = async {
            while pool.admit().is_none() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), ended).await.expect("the place is free again");
    }

    #[tokio::test]
    async fn a_deadline_ends_the_work() {
        let pool = pool(0);
        let soon = Instant::now() + Duration::from_millis(20);
        assert_eq!(pool.run(pool.admit().unwrap(), Some(soon), until_stopped).await, Err(PoolError::DeadlineExceeded));
    }

    #[tokio::test]
    async fn a_panic_costs_one_call() {
        let pool = pool(0);
        let broken: Result<(), _> = pool.run(pool.admit().unwrap(), None, |_| panic!("on purpose")).await;
        assert_eq!(broken, Err(PoolError::Panicked));
        assert_eq!(pool.run(pool.admit().unwrap(), None, |_| Ok(7)).await, Ok(7));
    }
}
