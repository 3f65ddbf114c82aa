//! When the system asks the process to end.

use std::io;

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
