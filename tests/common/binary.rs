//! The released command as a process: what a signal does to it, what it logs.

use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;

use super::{health, within};

/// The real binary, on a port of its own choice.
pub struct Binary {
    pub process: Child,
    /// Read all the time: a process whose log nobody reads stands still sooner or later.
    log: JoinHandle<()>,
    so_far: Arc<Mutex<String>>,
    pub address: SocketAddr,
}

impl Binary {
    pub async fn start(arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_qimma"))
            .args(["serve", "--listen=127.0.0.1:0", "--log-format=json"])
            .args(arguments)
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let listening = within(lines.next_line()).await.unwrap().unwrap();
        let (_, rest) = listening.split_once(r#""address":""#).unwrap();
        let address: SocketAddr = rest.split('"').next().unwrap().parse().unwrap();
        let so_far = Arc::new(Mutex::new(String::new()));
        let shared = Arc::clone(&so_far);
        let log = tokio::spawn(async move {
            while let Some(line) = lines.next_line().await.unwrap() {
                let mut log = shared.lock().unwrap();
                *log += &line;
                log.push('\n');
            }
        });
        wait_for(address, "SERVING").await;
        Self { process, log, so_far, address }
    }

    pub async fn signal(&self, name: &str) {
        let kill = Command::new("kill").args([format!("-{name}"), self.process.id().unwrap().to_string()]).status();
        assert!(kill.await.unwrap().success());
    }

    /// Waits until the log holds `words`.
    pub async fn logs(&self, words: &str) {
        within(async {
            while !self.so_far.lock().unwrap().contains(words) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        })
        .await;
    }

    /// The exit code, and what was logged since the start.
    pub async fn end(mut self) -> (Option<i32>, String) {
        let code = within(self.process.wait()).await.unwrap().code();
        within(self.log).await.unwrap();
        let log = self.so_far.lock().unwrap().clone();
        (code, log)
    }
}

pub async fn wait_for(address: SocketAddr, status: &str) {
    within(async {
        while health(address, "").await != status {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
}
