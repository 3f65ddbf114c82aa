//! Connections, from the port to the protocol: how many there may be, and TLS where it is wanted.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::Sleep;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tonic::transport::server::{Connected, TcpConnectInfo};

use super::metrics::Metrics;
use super::tls::Certificates;

/// How long to wait when no connection can be accepted, which is when the system is out of file descriptors.
const BREATH: Duration = Duration::from_millis(50);

/// The connections that come in at a port.
pub(super) struct Connections {
    pub listener: TcpListener,
    /// Connections there may be at a time.
    pub places: usize,
    /// The certificates, where connections are encrypted.
    pub certificates: Option<Certificates>,
    /// Longest a caller may take to agree on the encryption, and again until it has begun to speak the protocol.
    pub handshake_timeout: Duration,
    pub metrics: Arc<Metrics>,
}

impl Connections {
    /// The connections one by one, ready for the protocol. One that is refused or fails is no error: it is not among them.
    pub fn incoming(self) -> impl Stream<Item = io::Result<Connection>> {
        let places = Arc::new(Semaphore::new(self.places.min(Semaphore::MAX_PERMITS)));
        unfold((self, places, JoinSet::new()), |(doors, places, mut handshakes)| async move {
            let connection = loop {
                tokio::select! {
                    tcp = doors.listener.accept() => match tcp {
                        Ok((tcp, caller)) => {
                            if let Some(connection) = doors.taken(tcp, caller, &places, &mut handshakes) {
                                break connection;
                            }
                        }
                        Err(error) => {
                            tracing::warn!(%error, "a connection could not be accepted");
                            tokio::time::sleep(BREATH).await;
                        }
                    },
                    Some(shaken) = handshakes.join_next() => {
                        if let Ok(Some(connection)) = shaken {
                            break connection;
                        }
                    }
                }
            };
            Some((Ok(connection), (doors, places, handshakes)))
        })
    }

    /// Gives a connection a place, or closes it where there is none left. An encrypted one goes on to its handshake.
    fn taken(
        &self,
        tcp: TcpStream,
        caller: SocketAddr,
        places: &Arc<Semaphore>,
        handshakes: &mut JoinSet<Option<Connection>>,
    ) -> Option<Connection> {
        let Ok(place) = Arc::clone(places).try_acquire_owned() else {
            self.metrics.connection_refused();
            return None;
        };
        let place = Place::new(place, Arc::clone(&self.metrics));
        // Small answers go out at once. Where it cannot be set, the connection is broken already.
        let _ = tcp.set_nodelay(true);
        let about = TcpConnectInfo { local_addr: tcp.local_addr().ok(), remote_addr: Some(caller) };
        let Some(certificates) = &self.certificates else {
            return Some(Connection::new(Io::Plain(tcp), about, place, self.handshake_timeout));
        };
        let timeout = self.handshake_timeout;
        let shaking = tokio::time::timeout(timeout, TlsAcceptor::from(certificates.current()).accept(tcp));
        handshakes.spawn(async move {
            match shaking.await {
                Ok(Ok(tls)) => Some(Connection::new(Io::Tls(Box::new(tls)), about, place, timeout)),
                Ok(Err(error)) => {
                    tracing::debug!(%caller, %error, "a TLS handshake failed");
                    None
                }
                Err(_elapsed) => {
                    tracing::debug!(%caller, "a TLS handshake took too long");
                    None
                }
            }
        });
        None
    }
}

/// A place among the connections; free again when it is dropped.
struct Place {
    _permit: OwnedSemaphorePermit,
    metrics: Arc<Metrics>,
}

impl Place {
    fn new(permit: OwnedSemaphorePermit, metrics: Arc<Metrics>) -> Self {
        metrics.connected();
        Self { _permit: permit, metrics }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.metrics.disconnected();
    }
}

/// A connection, encrypted or not.
pub(super) struct Connection {
    io: Io,
    about: TcpConnectInfo,
    /// Rings unless the caller begins to speak; none once it has. The protocol itself would wait for ever.
    silence: Option<Pin<Box<Sleep>>>,
    read: usize,
    _place: Place,
}

impl Connection {
    fn new(io: Io, about: TcpConnectInfo, place: Place, patience: Duration) -> Self {
        Self { io, about, silence: Some(Box::pin(tokio::time::sleep(patience))), read: 0, _place: place }
    }
}

enum Io {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

impl Connected for Connection {
    type ConnectInfo = TcpConnectInfo;

    fn connect_info(&self) -> TcpConnectInfo {
        self.about.clone()
    }
}

/// What every connection of HTTP/2 begins with, in bytes; a request of HTTP/1.1 is longer.
const PREFACE: usize = 24;

/// Hands a call on to whichever kind of connection it is.
macro_rules! either {
    ($connection:ident, $io:ident => $call:expr) => {
        match &mut $connection.io {
            Io::Plain($io) => {
                let $io = Pin::new($io);
                $call
            }
            Io::Tls($io) => {
                let $io = Pin::new($io.as_mut());
                $call
            }
        }
    };
}

impl AsyncRead for Connection {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = either!(self, io => io.poll_read(context, buffer));
        if let Some(silence) = &mut self.silence {
            if read.is_pending() && silence.as_mut().poll(context).is_ready() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            self.read += buffer.filled().len() - before;
            if self.read >= PREFACE {
                self.silence = None;
            }
        }
        read
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        either!(self, io => io.poll_write(context, bytes))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        either!(self, io => io.poll_flush(context))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        either!(self, io => io.poll_shutdown(context))
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, context: &mut Context<'_>, parts: &[io::IoSlice<'_>]) -> Poll<io::Result<usize>> {
        either!(self, io => io.poll_write_vectored(context, parts))
    }

    fn is_write_vectored(&self) -> bool {
        match &self.io {
            Io::Plain(io) => io.is_write_vectored(),
            Io::Tls(io) => io.is_write_vectored(),
        }
    }
}
