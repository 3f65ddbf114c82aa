//! TLS for servers that no mesh encrypts for: certificates of one's own, callers' certificates, and both changed while the server serves.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::scripted::Scripted;
use common::{Client, Server, extract, http, within};
use rcgen::{BasicConstraints, Certificate, CertificateParams, CertifiedIssuer, ExtendedKeyUsagePurpose, IsCa, KeyPair};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tonic::transport::{Certificate as Pem, ClientTlsConfig, Endpoint, Identity};

const NAME: &str = "qimma.example";

/// An authority that signs certificates.
fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn signed(authority: &CertifiedIssuer<'static, KeyPair>, use_: ExtendedKeyUsagePurpose) -> (Certificate, KeyPair) {
    let mut params = CertificateParams::new(vec![NAME.to_owned()]).unwrap();
    params.extended_key_usages = vec![use_];
    let key = KeyPair::generate().unwrap();
    (params.signed_by(&key, authority).unwrap(), key)
}

/// A certificate and its key in a folder, and the arguments that name them.
struct Files {
    folder: TempDir,
}

impl Files {
    fn new(authority: &CertifiedIssuer<'static, KeyPair>) -> Self {
        let files = Self { folder: TempDir::new().unwrap() };
        files.write(authority);
        files
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, authority: &CertifiedIssuer<'static, KeyPair>) {
        let (certificate, key) = signed(authority, ExtendedKeyUsagePurpose::ServerAuth);
        fs::write(self.path("tls.crt"), certificate.pem()).unwrap();
        fs::write(self.path("tls.key"), key.serialize_pem()).unwrap();
    }

    fn arguments(&self) -> [String; 2] {
        [argument("--tls-cert", &self.path("tls.crt")), argument("--tls-key", &self.path("tls.key"))]
    }
}

fn argument(flag: &str, path: &Path) -> String {
    format!("{flag}={}", path.display())
}

async fn serve(arguments: &[String], more: &[&str]) -> Server {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
    let server = Server::start_loading(&arguments, || Ok(std::sync::Arc::new(Scripted::default()) as _)).await;
    // Health asks without TLS here; the port for probes does not mind.
    let admin = server.admin.unwrap();
    within(async { while http::get(admin, "/readyz").await.status != 200 {} }).await;
    server
}

async fn connect(
    server: &Server,
    trusted: &CertifiedIssuer<'static, KeyPair>,
    own: Option<&(Certificate, KeyPair)>,
) -> Result<Client, String> {
    let mut tls = ClientTlsConfig::new().ca_certificate(Pem::from_pem(trusted.pem())).domain_name(NAME);
    if let Some((certificate, key)) = own {
        tls = tls.identity(Identity::from_pem(certificate.pem(), key.serialize_pem()));
    }
    let endpoint = Endpoint::from_shared(format!("https://{}", server.address)).unwrap().tls_config(tls).unwrap();
    endpoint.connect().await.map(Client::new).map_err(|error| format!("{error:?}"))
}

async fn answers(server: &Server, trusted: &CertifiedIssuer<'static, KeyPair>, own: Option<&(Certificate, KeyPair)>) -> bool {
    match connect(server, trusted, own).await {
        Ok(mut client) => extract(&mut client, "نص").await.is_ok(),
        Err(_) => false,
    }
}

const ADMIN: &str = "--admin-listen=127.0.0.1:0";

#[tokio::test]
async fn callers_that_trust_the_authority_are_answered_and_no_one_else() {
    let (ours, other) = (authority(), authority());
    let files = Files::new(&ours);
    let server = serve(&files.arguments(), &[ADMIN]).await;
    assert!(answers(&server, &ours, None).await);
    assert!(!answers(&server, &other, None).await, "a caller that does not know the authority");
    let plain = async {
        let channel = Endpoint::from_shared(format!("http://{}", server.address)).unwrap().connect().await.ok()?;
        extract(&mut Client::new(channel), "نص").await.ok()
    };
    assert!(within(plain).await.is_none(), "without TLS there is no answer");
}

#[tokio::test]
async fn mutual_tls_takes_callers_of_its_authority_alone() {
    let (ours, callers, strangers) = (authority(), authority(), authority());
    let files = Files::new(&ours);
    fs::write(files.path("ca.crt"), callers.pem()).unwrap();
    let mut arguments = files.arguments().to_vec();
    arguments.push(argument("--tls-client-ca", &files.path("ca.crt")));
    let server = serve(&arguments, &[ADMIN]).await;
    let known = signed(&callers, ExtendedKeyUsagePurpose::ClientAuth);
    let stranger = signed(&strangers, ExtendedKeyUsagePurpose::ClientAuth);
    assert!(answers(&server, &ours, Some(&known)).await);
    assert!(!answers(&server, &ours, Some(&stranger)).await, "of another authority");
    assert!(!answers(&server, &ours, None).await, "without a certificate");

    // Another authority for callers, while the server serves.
    fs::write(files.path("ca.crt"), strangers.pem()).unwrap();
    server.ask_to_reload();
    within(async { while !answers(&server, &ours, Some(&stranger)).await {} }).await;
    assert!(!answers(&server, &ours, Some(&known)).await);
}

#[tokio::test]
async fn certificates_are_changed_under_open_connections() {
    let (old, new) = (authority(), authority());
    let files = Files::new(&old);
    let server = serve(&files.arguments(), &[ADMIN]).await;
    let mut open = connect(&server, &old, None).await.unwrap();
    extract(&mut open, "نص").await.unwrap();
    files.write(&new);
    server.ask_to_reload();
    within(async { while !answers(&server, &new, None).await {} }).await;
    extract(&mut open, "نص").await.unwrap();
    assert!(!answers(&server, &old, None).await);
}

#[tokio::test]
async fn a_broken_pair_is_refused_and_the_old_one_serves() {
    let ours = authority();
    let files = Files::new(&ours);
    let server = serve(&files.arguments(), &[ADMIN]).await;
    let refused = async |count: u32| {
        let sample = format!(r#"qimma_reloads_total{{what="certificates",outcome="refused"}} {count}"#);
        within(async { while !http::get(server.admin.unwrap(), "/metrics").await.text().contains(&sample) {} }).await;
    };
    let key = fs::read_to_string(files.path("tls.key")).unwrap();
    // Somebody else's key, no key, half a key, none at all.
    for (round, broken) in [KeyPair::generate().unwrap().serialize_pem(), String::new(), key[..key.len() / 2].to_owned()].iter().enumerate()
    {
        fs::write(files.path("tls.key"), broken).unwrap();
        server.ask_to_reload();
        refused(round as u32 + 1).await;
        assert!(answers(&server, &ours, None).await, "{round}");
    }
    fs::remove_file(files.path("tls.key")).unwrap();
    server.ask_to_reload();
    refused(4).await;
    assert!(answers(&server, &ours, None).await);
}

#[tokio::test]
async fn watched_certificates_are_changed_without_a_signal() {
    let (old, new) = (authority(), authority());
    let files = Files::new(&old);
    let server = serve(&files.arguments(), &[ADMIN, "--watch", "--watch-interval=50ms"]).await;
    assert!(answers(&server, &old, None).await);
    files.write(&new);
    within(async { while !answers(&server, &new, None).await {} }).await;
}

#[tokio::test]
async fn a_server_without_its_certificate_does_not_begin() {
    let files = Files::new(&authority());
    fs::remove_file(files.path("tls.crt")).unwrap();
    let arguments = files.arguments();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let server = Server::start_loading(&arguments, || Ok(std::sync::Arc::new(Scripted::default()) as _)).await;
    let error = server.end().await.unwrap_err();
    assert!(format!("{:?}", error).contains("tls.crt"), "{error:?}");
}

#[tokio::test]
async fn a_silent_handshake_is_ended_and_holds_no_one_up() {
    let ours = authority();
    let files = Files::new(&ours);
    let server = serve(&files.arguments(), &[ADMIN, "--handshake-timeout=200ms"]).await;
    let silent = TcpStream::connect(server.address).await.unwrap();
    assert!(answers(&server, &ours, None).await);
    within(silent.readable()).await.unwrap();
    assert_eq!(silent.try_read(&mut [0; 8]).unwrap(), 0, "closed");
}
