//! A client: `cargo run --example client` while `qimma serve` runs.

use qimma::proto::extraction_service_client::ExtractionServiceClient;
use qimma::proto::{Document, ExtractEntitiesRequest};
use tonic::transport::Endpoint;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let channel = Endpoint::from_static("http://127.0.0.1:50051").connect().await?;
    let text = "زار الرئيس الروسي فلاديمير بوتين العاصمة الكازاخستانية أستانا يوم الخميس 4 يوليو/تموز 2024";
    let document = Document { text: text.into(), ..Default::default() };
    let request = ExtractEntitiesRequest { document: Some(document), ..Default::default() };
    let answer = ExtractionServiceClient::new(channel).extract_entities(request).await?.into_inner();
    // Rust's strings are bytes, which is what spans count by default.
    for entity in answer.entities {
        if let Some(span) = entity.mentions[0].span {
            println!("{} {} {}", entity.r#type().as_str_name(), entity.id, &text[span.begin as usize..span.end as usize]);
        }
    }
    Ok(())
}
