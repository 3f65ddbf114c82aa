//! What the system asks of the process: to end, or to load its files again.

use std::io;
use std::sync::Arc;

use tokio::sync::Notify;

/// Completes on the first SIGTERM or SIGINT. A second one ends the process at once, for whoever will not wait for the drain.
///
/// # Errors
/// Where the signals cannot be listened to.
#[cfg(unix)]
pub fn stop_requested() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    /// What a shell reports for a process that was interrupted.
    const INTERRUPTED: i32 = 130;

    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let mut next = async move || {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    };
    Ok(async move {
        next().await;
        tokio::spawn(async move {
            next().await;
            std::process::exit(INTERRUPTED);
        });
    })
}

/// Completes on the first Ctrl-C.
///
/// # Errors
/// None here.
#[cfg(not(unix))]
pub fn stop_requested() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without the signal there is nothing to wait for but the end of the process itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// Notifies `asked` on every SIGHUP, as long as the runtime lives.
///
/// # Errors
/// Where the signal cannot be listened to.
#[cfg(unix)]
pub fn reload_requested(asked: Arc<Notify>) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut hangup = signal(SignalKind::hangup())?;
    tokio::spawn(async move {
        while hangup.recv().await.is_some() {
            asked.notify_one();
        }
    });
    Ok(())
}

/// There is no such signal here; `--watch` does the same.
///
/// # Errors
/// None here.
#[cfg(not(unix))]
pub fn reload_requested(_asked: Arc<Notify>) -> io::Result<()> {
    Ok(())
}
