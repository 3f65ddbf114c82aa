//! New gazetteer files under a server that serves: sound ones take over without losing a call, broken ones are refused.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use common::binary::Binary;
use common::{Client, Server, client, extract, http, within};
use qimma::Engine;
use qimma::proto::GetCapabilitiesRequest;
use qimma::rpc::Analyzer;
use tempfile::TempDir;

const HEADER: &str = "key\ttype\tname\tshort\tvariants\tname_en\tcountry\twikidata\tattributes\n";
const PLACE: &str = "tayba-alpha\tGPE\tطيبستان\t-\t-\tTaybastan\t-\t-\tkind=city\n";
const NEW: &str = "tayba-beta\tGPE\tزهرستان\t-\t-\tZahrastan\t-\t-\tkind=city\n";
const TEXT: &str = "زار الوفد زهرستان أمس";

/// A gazetteer of a few lines.
fn folder(lines: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("places")).unwrap();
    write(folder.path(), lines);
    folder
}

fn write(folder: &Path, lines: &str) {
    fs::write(folder.join("places/all.tsv"), format!("{HEADER}{lines}")).unwrap();
}

async fn serve(folder: &Path, more: &[&str]) -> Server {
    let gazetteer = format!("--gazetteer={}", folder.display());
    let arguments: Vec<&str> = std::iter::once(gazetteer.as_str()).chain(more.iter().copied()).collect();
    let folder = folder.to_owned();
    let load = move || Engine::from_checked_folder(&folder).map(|engine| Arc::new(engine) as Arc<dyn Analyzer>);
    let server = Server::start_loading(&arguments, load).await;
    server.wait_for("SERVING").await;
    server
}

async fn version(client: &mut Client) -> String {
    client.get_capabilities(GetCapabilitiesRequest {}).await.unwrap().into_inner().gazetteer_version
}

async fn until_not(client: &mut Client, before: &str) -> String {
    within(async {
        loop {
            let now = version(client).await;
            if now != before {
                return now;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
}

async fn knows(client: &mut Client, id: &str) -> bool {
    extract(client, TEXT).await.unwrap().entities.iter().any(|entity| entity.id == id)
}

#[tokio::test]
async fn a_reload_takes_over_and_loses_no_call() {
    let folder = folder(PLACE);
    let server = serve(folder.path(), &["--threads=2"]).await;
    let mut client = server.client().await;
    assert!(!knows(&mut client, "tayba-beta").await);

    let over = Arc::new(AtomicBool::new(false));
    let mut callers = Vec::new();
    for _ in 0..4 {
        let (mut client, over) = (server.client().await, Arc::clone(&over));
        callers.push(tokio::spawn(async move {
            let mut answered = 0;
            while !over.load(Ordering::Relaxed) {
                extract(&mut client, TEXT).await.unwrap();
                answered += 1;
            }
            answered
        }));
    }
    let mut last = version(&mut client).await;
    for round in 0..10 {
        write(folder.path(), &format!("{PLACE}{NEW}# {round}\n"));
        server.ask_to_reload();
        last = until_not(&mut client, &last).await;
        assert_eq!(extract(&mut client, TEXT).await.unwrap().gazetteer_version, last);
        assert!(knows(&mut client, "tayba-beta").await);
        assert_eq!(server.health("").await, "SERVING");
    }
    over.store(true, Ordering::Relaxed);
    for caller in callers {
        assert!(within(caller).await.unwrap() > 0, "every call was answered");
    }
}

#[tokio::test]
async fn a_broken_gazetteer_is_refused() {
    let folder = folder(&format!("{PLACE}{NEW}"));
    let server = serve(folder.path(), &["--admin-listen=127.0.0.1:0"]).await;
    let mut client = server.client().await;
    let sound = version(&mut client).await;
    let counted = async |outcome: &str, count: usize| {
        let sample = format!(r#"qimma_reloads_total{{what="gazetteer",outcome="{outcome}"}} {count}"#);
        within(async { while !http::get(server.admin.unwrap(), "/metrics").await.text().contains(&sample) {} }).await;
    };
    let broken = [
        // Not sorted, which loading alone would not mind.
        format!("{HEADER}{NEW}{PLACE}"),
        // A copy that broke off within a line.
        format!("{HEADER}{PLACE}tayba-beta\tGPE\tزهر"),
        "key\ttype\n".to_owned() + "a\tNO_TYPE\n",
    ];
    for (before, text) in broken.into_iter().enumerate() {
        fs::write(folder.path().join("places/all.tsv"), &text).unwrap();
        server.ask_to_reload();
        counted("refused", before + 1).await;
        assert_eq!(version(&mut client).await, sound, "{text}");
        assert!(knows(&mut client, "tayba-beta").await);
    }
    fs::remove_dir_all(folder.path().join("places")).unwrap();
    server.ask_to_reload();
    counted("refused", 4).await;
    assert_eq!(version(&mut client).await, sound, "an empty folder");

    // What was refused is no hindrance to what comes after it.
    fs::create_dir(folder.path().join("places")).unwrap();
    write(folder.path(), PLACE);
    server.ask_to_reload();
    until_not(&mut client, &sound).await;
    assert!(!knows(&mut client, "tayba-beta").await);
    counted("ok", 1).await;
    let metrics = http::get(server.admin.unwrap(), "/metrics").await;
    let serving: Vec<_> = metrics.text().lines().filter(|line| line.starts_with("qimma_gazetteer_info{")).collect();
    assert_eq!(serving, [format!(r#"qimma_gazetteer_info{{version="{}"}} 1"#, version(&mut client).await)]);
}

#[tokio::test]
async fn a_watched_folder_is_loaded_when_it_has_changed() {
    let folder = folder(PLACE);
    let server = serve(folder.path(), &["--watch", "--watch-interval=50ms"]).await;
    let mut client = server.client().await;
    let before = version(&mut client).await;
    write(folder.path(), &format!("{PLACE}{NEW}"));
    until_not(&mut client, &before).await;
    assert!(knows(&mut client, "tayba-beta").await);
}

/// A cluster swaps all files of a ConfigMap at once: a link to a folder that is replaced.
#[cfg(unix)]
#[tokio::test]
async fn a_swapped_link_is_a_change() {
    use std::os::unix::fs::symlink;

    let (old, new) = (folder(PLACE), folder(&format!("{PLACE}{NEW}")));
    let mount = TempDir::new().unwrap();
    symlink(old.path(), mount.path().join("data")).unwrap();
    symlink("data/places", mount.path().join("places")).unwrap();
    let server = serve(mount.path(), &["--watch", "--watch-interval=50ms"]).await;
    let mut client = server.client().await;
    let before = version(&mut client).await;
    symlink(new.path(), mount.path().join("data.new")).unwrap();
    fs::rename(mount.path().join("data.new"), mount.path().join("data")).unwrap();
    until_not(&mut client, &before).await;
}

#[cfg(unix)]
#[tokio::test]
async fn the_binary_reloads_on_sighup() {
    let folder = folder(PLACE);
    let binary = Binary::start(&["--drain-delay=0s", &format!("--gazetteer={}", folder.path().display())]).await;
    let mut client = client(binary.address).await;
    let before = version(&mut client).await;
    write(folder.path(), &format!("{PLACE}{NEW}"));
    binary.signal("HUP").await;
    until_not(&mut client, &before).await;
    write(folder.path(), &format!("{NEW}{PLACE}"));
    binary.signal("HUP").await;
    binary.logs("gazetteer refused").await;
    drop(client);
    binary.signal("TERM").await;
    let (code, log) = binary.end().await;
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("gazetteer reloaded"), "{log}");
}

#[cfg(unix)]
#[tokio::test]
async fn the_gazetteer_built_in_is_not_reloaded() {
    let binary = Binary::start(&["--drain-delay=0s"]).await;
    binary.signal("HUP").await;
    binary.logs("nothing to reload").await;
    binary.signal("TERM").await;
    assert_eq!(binary.end().await.0, Some(0));
}
