//! The same request gives byte-identical answers, whatever runs beside it.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Server, request};
use prost::Message;

const ARTICLES: [&str; 3] = [common::ASTANA, include_str!("articles/cairo.txt"), include_str!("articles/mixed.txt")];

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_answers_are_those_given_alone() {
    let server = Server::start_real().await;
    let mut client = server.client().await;
    let mut alone = Vec::new();
    for text in ARTICLES {
        alone.push(client.extract_entities(request(text)).await.unwrap().into_inner().encode_to_vec());
    }
    let calls: Vec<_> = (0..90)
        .map(|i| {
            let mut client = client.clone();
            tokio::spawn(
                async move { (i % 3, client.extract_entities(request(ARTICLES[i % 3])).await.unwrap().into_inner().encode_to_vec()) },
            )
        })
        .collect();
    for call in calls {
        let (which, answer) = call.await.unwrap();
        assert_eq!(answer, alone[which], "article {which}");
    }
}

#[tokio::test]
async fn two_servers_give_the_same_answer() {
    let (one, other) = (Server::start_real().await, Server::start_real().await);
    for text in ARTICLES {
        let one = one.client().await.extract_entities(request(text)).await.unwrap().into_inner();
        let other = other.client().await.extract_entities(request(text)).await.unwrap().into_inner();
        assert_eq!(one.encode_to_vec(), other.encode_to_vec());
    }
}
