//! The catalogue over the wire, against the real binary: every text is answered, health answers meanwhile, and memory stays bounded.

#![allow(clippy::unwrap_used)]

mod catalogue;
mod common;

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use common::binary::Binary;
use common::{client, connect, document, extract, request};
use qimma::proto as pb;
use tokio::task::JoinHandle;
use tonic::{Code, Request};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt;

/// The greatest text the service takes by default.
const LARGEST: usize = 1 << 20;
/// The most a call may take in a build without optimisation beside other tests, before the server's own limit ends it.
const PATIENCE: Duration = Duration::from_secs(29);
/// Most resident memory of the server, in MiB: two texts in work, their answers on the way out, and what the allocator keeps.
const MOST_MEMORY: u64 = 1500;

/// Asks for the server's health all the time, on a connection of its own; gives the longest it took.
fn watch_health(address: SocketAddr) -> JoinHandle<Duration> {
    tokio::spawn(async move {
        let mut client = HealthClient::new(connect(address).await);
        let mut longest = Duration::ZERO;
        loop {
            let began = Instant::now();
            match client.check(HealthCheckRequest::default()).await {
                Ok(answer) if answer.get_ref().status().as_str_name() == "SERVING" => {}
                // The server was told to end; whoever told it looks before that whether this is still watching.
                _ => return longest,
            }
            longest = longest.max(began.elapsed());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
}

/// The most resident memory the server ever had, in MiB.
#[cfg(target_os = "linux")]
fn most_memory(binary: &Binary) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", binary.process.id().unwrap())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

#[tokio::test(flavor = "multi_thread")]
async fn every_text_is_answered() {
    let binary = Binary::start(&["--drain-delay=0s", "--threads=1"]).await;
    let health = watch_health(binary.address);
    let mut client = client(binary.address).await;
    for (name, text) in catalogue::ENTRIES {
        let text = catalogue::cut(text(LARGEST), LARGEST);
        let began = Instant::now();
        let mut asked = Request::new(request(&text));
        asked.set_timeout(PATIENCE);
        let answer = client.extract_entities(asked).await.unwrap_or_else(|status| panic!("{name}: {status:?}")).into_inner();
        let extracted = began.elapsed();
        // Half of the length leaves room for the words that make it a summit's.
        let text = catalogue::cut(text, LARGEST / 2);
        let text = format!("انطلقت في المنامة القمة العربية الثالثة والثلاثون بمشاركة الرئيس المصري عبد الفتاح السيسي. {text}");
        let mut asked = Request::new(pb::SummarizeSummitRequest { documents: vec![document("one", &text)], ..Default::default() });
        asked.set_timeout(PATIENCE);
        let summits = client.summarize_summit(asked).await.unwrap_or_else(|status| panic!("{name}: {status:?}")).into_inner();
        println!(
            "{name:55} {extracted:8.2?} {:7} entities {:8.2?} {} summits",
            answer.entities.len(),
            began.elapsed() - extracted,
            summits.summits.len()
        );
    }
    #[cfg(target_os = "linux")]
    {
        let memory = most_memory(&binary);
        println!("at most {memory} MiB of resident memory");
        assert!(memory < MOST_MEMORY, "{memory} MiB");
    }
    drop(client);
    assert!(!health.is_finished(), "the server was not in good health all the time");
    binary.signal("TERM").await;
    let longest = health.await.unwrap();
    println!("health took {longest:?} at the longest");
    assert!(longest < Duration::from_secs(2), "{longest:?}");
}

/// Ten thousand faults are an answer, not headers that no client takes.
#[tokio::test]
async fn faults_are_told_in_bounds() {
    let binary = Binary::start(&["--drain-delay=0s"]).await;
    let mut client = client(binary.address).await;
    let asked = pb::ExtractEntitiesRequest { document: Some(document("one", "نص")), types: vec![999; 10_000], ..Default::default() };
    let status = client.extract_entities(asked).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    let details = status.get_error_details();
    let violations = &details.bad_request().unwrap().field_violations;
    assert_eq!((violations.len(), violations[0].field.as_str()), (50, "types[0]"));
    assert!(status.message().ends_with("(and 9999 more)"), "{}", status.message());
    extract(&mut client, "نص").await.unwrap();
}

/// A hundred documents of the greatest length end in an answer or at their deadline, and the server goes on.
#[tokio::test(flavor = "multi_thread")]
async fn the_greatest_call_ends() {
    let binary = Binary::start(&["--drain-delay=0s", "--threads=1"]).await;
    let health = watch_health(binary.address);
    let mut client = client(binary.address).await.max_encoding_message_size(usize::MAX);
    let (_, text) = catalogue::ENTRIES.iter().find(|(name, _)| *name == "meetings of everybody with everybody").unwrap();
    let text = catalogue::cut(text(LARGEST - 200), LARGEST - 200);
    let documents = (0..100).map(|at| {
        document(
            &at.to_string(),
            &format!("انطلقت القمة العربية بمشاركة الرئيس المصري عبد الفتاح السيسي والملك عبد الله الثاني. {at} {text}"),
        )
    });
    let documents: Vec<_> = documents
        .map(|mut document| {
            document.text = catalogue::cut(document.text, LARGEST);
            document
        })
        .collect();
    let began = Instant::now();
    let mut asked = Request::new(pb::SummarizeSummitRequest { documents, ..Default::default() });
    asked.set_timeout(Duration::from_secs(120));
    let answer = client.summarize_summit(asked).await;
    let code = answer.as_ref().map_or_else(|status| status.code(), |_| Code::Ok);
    println!("{code:?} after {:?}", began.elapsed());
    assert!(matches!(code, Code::Ok | Code::DeadlineExceeded), "{code:?}");
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    #[cfg(target_os = "linux")]
    {
        let memory = most_memory(&binary);
        println!("at most {memory} MiB of resident memory");
        assert!(memory < 2 * MOST_MEMORY, "{memory} MiB");
    }
    extract(&mut client, "نص").await.unwrap();
    drop(client);
    assert!(!health.is_finished(), "the server was not in good health all the time");
    binary.signal("TERM").await;
    let longest = health.await.unwrap();
    println!("health took {longest:?} at the longest");
    assert!(longest < Duration::from_secs(2), "{longest:?}");
}
