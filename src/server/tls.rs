//! Certificates, for servers that no mesh encrypts for. They can be changed while the server serves.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwap;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{VerifierBuilderError, WebPkiClientVerifier};
use tokio_rustls::rustls::{self, RootCertStore, ServerConfig};

/// Where the certificates are, as PEM.
#[derive(Clone, Debug)]
pub(super) struct Files {
    /// The server's own certificate, and those between it and its authority.
    pub certificate: PathBuf,
    /// The key to it.
    pub key: PathBuf,
    /// Authorities whose certificates callers must have; where there are none, any caller may come.
    pub client_ca: Option<PathBuf>,
    /// The protocols spoken inside, the dearest first.
    pub protocols: &'static [&'static [u8]],
}

/// Why certificates cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read, or holds no PEM of its kind.
    #[error("{file}: {error}")]
    File {
        /// The file.
        file: String,
        /// What is wrong with it.
        error: pem::Error,
    },
    /// A file that should hold certificates holds none.
    #[error("{0}: no certificate in it")]
    Empty(String),
    /// The key is not the certificate's, or is of a kind nobody knows.
    #[error("the certificate and its key cannot be used together: {0}")]
    Pair(#[source] rustls::Error),
    /// One of the callers' authorities cannot be used.
    #[error("the authority for callers cannot be used: {0}")]
    Authority(#[source] rustls::Error),
    /// The authorities cannot be used together.
    #[error("the authorities for callers cannot be used: {0}")]
    Verifier(#[source] VerifierBuilderError),
}

/// The certificates that serve.
#[derive(Clone)]
pub(super) struct Certificates {
    files: Files,
    current: Arc<ArcSwap<ServerConfig>>,
}

impl Certificates {
    /// Loads them.
    ///
    /// # Errors
    /// Where they cannot be used.
    pub fn load(files: Files) -> Result<Self, TlsError> {
        let current = Arc::new(ArcSwap::from_pointee(read(&files)?));
        Ok(Self { files, current })
    }

    /// Loads them again, for all connections from now on. Where they cannot be used, the old ones go on serving.
    ///
    /// # Errors
    /// Where they cannot be used.
    pub fn reload(&self) -> Result<(), TlsError> {
        self.current.store(Arc::new(read(&self.files)?));
        Ok(())
    }

    /// What a connection that comes now is encrypted with.
    pub fn current(&self) -> Arc<ServerConfig> {
        self.current.load_full()
    }
}

fn read(files: &Files) -> Result<ServerConfig, TlsError> {
    let provider = Arc::new(ring::default_provider());
    let chain = certificates(&files.certificate)?;
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|error| of(&files.key, error))?;
    let config =
        ServerConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions().map_err(TlsError::Pair)?;
    let config = match &files.client_ca {
        Some(authorities) => config.with_client_cert_verifier(verifier(authorities, provider)?),
        None => config.with_no_client_auth(),
    };
    let mut config = config.with_single_cert(chain, key).map_err(TlsError::Pair)?;
    config.alpn_protocols = files.protocols.iter().map(|protocol| protocol.to_vec()).collect();
    Ok(config)
}

fn verifier(authorities: &Path, provider: Arc<CryptoProvider>) -> Result<Arc<dyn rustls::server::danger::ClientCertVerifier>, TlsError> {
    let mut roots = RootCertStore::empty();
    for authority in certificates(authorities)? {
        roots.add(authority).map_err(TlsError::Authority)?;
    }
    WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build().map_err(TlsError::Verifier)
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let read = CertificateDer::pem_file_iter(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let read = read.map_err(|error| of(file, error))?;
    if read.is_empty() { Err(TlsError::Empty(file.display().to_string())) } else { Ok(read) }
}

fn of(file: &Path, error: pem::Error) -> TlsError {
    TlsError::File { file: file.display().to_string(), error }
}
