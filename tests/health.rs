//! Health tells the truth from the first moment.

#![allow(clippy::unwrap_used)]

mod common;

use std::sync::{Arc, Mutex, mpsc};

use common::scripted::Scripted;
use common::{Server, connect, extract, within};
use qimma::Engine;
use qimma::proto::SERVICE_NAME;
use qimma::rpc::Analyzer;
use qimma::server::ServeError;
use tonic::Code;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt;

#[tokio::test]
async fn not_serving_until_the_engine_is_loaded() {
    let (let_go, held) = mpsc::channel::<()>();
    let held = Mutex::new(held);
    let server = Server::start_loading(&[], move || {
        let _ = held.lock().unwrap().recv();
        Ok(Arc::new(Scripted::default()) as Arc<dyn Analyzer>)
    })
    .await;
    for service in ["", SERVICE_NAME] {
        assert_eq!(server.health(service).await, "NOT_SERVING", "{service:?}");
    }
    let early = extract(&mut server.client().await, "نص").await.unwrap_err();
    assert_eq!(early.code(), Code::Unavailable);
    assert_eq!(early.get_error_details().error_info().unwrap().reason, "NOT_READY");

    let_go.send(()).unwrap();
    server.wait_for("SERVING").await;
    assert_eq!(server.health(SERVICE_NAME).await, "SERVING");
    extract(&mut server.client().await, "نص").await.unwrap();
}

#[tokio::test]
async fn a_service_nobody_knows_is_not_found() {
    let server = Server::start(Scripted::default(), &[]).await;
    assert_eq!(server.health("no.such.Service").await, "NotFound");
}

#[tokio::test]
async fn a_broken_gazetteer_ends_the_server() {
    let server = Server::start_loading(&[], || {
        let engine = Engine::from_folder("no/such/folder".as_ref())?;
        Ok(Arc::new(engine) as Arc<dyn Analyzer>)
    });
    assert!(matches!(server.await.end().await, Err(ServeError::Load(_))));
}

#[tokio::test]
async fn loading_that_panics_ends_the_server() {
    let server = Server::start_loading(&[], || panic!("on purpose")).await;
    assert!(matches!(server.end().await, Err(ServeError::LoadBroke)));
}

#[tokio::test]
async fn a_watcher_sees_the_drain_begin() {
    let mut server = Server::start(Scripted::default(), &["--drain-delay=300ms"]).await;
    let request = HealthCheckRequest { service: SERVICE_NAME.to_owned() };
    let mut watch = HealthClient::new(connect(server.address).await).watch(request).await.unwrap().into_inner();
    assert_eq!(within(watch.message()).await.unwrap().unwrap().status(), ServingStatus::Serving);
    server.ask_to_stop();
    assert_eq!(within(watch.message()).await.unwrap().unwrap().status(), ServingStatus::NotServing);
    // The open watch does not hold the server up.
    server.end().await.unwrap();
}
