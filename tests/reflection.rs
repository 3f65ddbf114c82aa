//! A client that knows no .proto file learns everything from the server.

#![allow(clippy::unwrap_used)]

mod common;

use common::Server;
use common::scripted::Scripted;
use prost::Message;
use prost_types::FileDescriptorProto;

/// The two versions differ in nothing but their names.
macro_rules! version {
    ($name:ident, $reflection:ident) => {
        mod $name {
            use super::*;
            use pb::server_reflection_client::ServerReflectionClient;
            use pb::server_reflection_request::MessageRequest;
            use pb::server_reflection_response::MessageResponse;
            use tonic_reflection::pb::$reflection as pb;

            async fn ask(question: MessageRequest) -> MessageResponse {
                let server = Server::start(Scripted::default(), &[]).await;
                let request = pb::ServerReflectionRequest { host: String::new(), message_request: Some(question) };
                let mut client = ServerReflectionClient::new(server.channel().await);
                let mut answers = client.server_reflection_info(tokio_stream::once(request)).await.unwrap().into_inner();
                answers.message().await.unwrap().unwrap().message_response.unwrap()
            }

            #[tokio::test]
            async fn lists_the_services() {
                let MessageResponse::ListServicesResponse(list) = ask(MessageRequest::ListServices(String::new())).await else {
                    panic!("a list");
                };
                let names: Vec<_> = list.service.iter().map(|service| service.name.as_str()).collect();
                assert!(names.contains(&"qimma.v1.ExtractionService") && names.contains(&"grpc.health.v1.Health"), "{names:?}");
            }

            #[tokio::test]
            async fn knows_every_file_the_service_needs() {
                let question = MessageRequest::FileContainingSymbol("qimma.v1.ExtractionService".to_owned());
                let MessageResponse::FileDescriptorResponse(found) = ask(question).await else {
                    panic!("a file");
                };
                let file = FileDescriptorProto::decode(&*found.file_descriptor_proto[0]).unwrap();
                let methods: Vec<_> = file.service[0].method.iter().map(|method| method.name()).collect();
                assert_eq!(methods, ["ExtractEntities", "StreamExtractEntities", "SummarizeSummit", "GetCapabilities"]);
                for needed in file.dependency {
                    let answer = ask(MessageRequest::FileByFilename(needed.clone())).await;
                    assert!(matches!(answer, MessageResponse::FileDescriptorResponse(_)), "{needed}");
                }
            }

            #[tokio::test]
            async fn knows_what_is_in_a_status() {
                for name in ["google.rpc.ErrorInfo", "google.rpc.BadRequest", "google.rpc.RetryInfo"] {
                    let answer = ask(MessageRequest::FileContainingSymbol(name.to_owned())).await;
                    assert!(matches!(answer, MessageResponse::FileDescriptorResponse(_)), "{name}");
                }
            }
        }
    };
}

version!(v1, v1);
version!(v1alpha, v1alpha);
