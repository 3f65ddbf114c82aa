//! A call made frame by frame. tonic's own client keeps deadlines itself and repairs what it sends, so it cannot show what the server
//! does with a late or a broken call.

use std::net::SocketAddr;

use bytes::{BufMut, Bytes, BytesMut};
use h2::SendStream;
use h2::client::{Builder, ResponseFuture, SendRequest};
use http::{HeaderMap, Request};
use prost::Message;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tonic::Status;

/// Makes one call of the service's `method` with further `headers`; the status it ended with.
pub async fn call(address: SocketAddr, method: &str, headers: &[(&'static str, &str)], message: Bytes) -> Status {
    call_path(address, &format!("/qimma.v1.ExtractionService/{method}"), headers, message).await
}

/// The same for any path.
pub async fn call_path(address: SocketAddr, path: &str, headers: &[(&'static str, &str)], message: Bytes) -> Status {
    call_with(address, path, headers, frame(&message)).await
}

/// The same with a body that need not be a message in its frame.
pub async fn call_with(address: SocketAddr, path: &str, headers: &[(&'static str, &str)], body_sent: Bytes) -> Status {
    let mut sender = connect(address).await;
    let mut request = Request::post(format!("http://{address}{path}")).header("content-type", "application/grpc").header("te", "trailers");
    for &(name, value) in headers {
        request = request.header(name, value);
    }
    let (response, mut body) = sender.send_request(request.body(()).unwrap(), false).unwrap();
    body.send_data(body_sent, true).unwrap();
    let (head, mut body) = response.await.unwrap().into_parts();
    if let Some(status) = Status::from_header_map(&head.headers) {
        return status;
    }
    while let Some(data) = body.data().await {
        let length = data.unwrap().len();
        body.flow_control().release_capacity(length).unwrap();
    }
    let trailers: HeaderMap = body.trailers().await.unwrap().expect("trailers");
    Status::from_header_map(&trailers).expect("a status")
}

/// A call that has sent the first `bytes` of its message and no more; it is broken off when this is dropped.
pub async fn begin(address: SocketAddr, method: &str, message: &Bytes, bytes: usize) -> (SendStream<Bytes>, ResponseFuture, Dropped) {
    let tcp = TcpStream::connect(address).await.unwrap();
    let (sender, connection) = Builder::new().handshake(tcp).await.unwrap();
    let connection = Dropped(tokio::spawn(connection));
    let mut sender = sender.ready().await.unwrap();
    let path = format!("http://{address}/qimma.v1.ExtractionService/{method}");
    let request = Request::post(path).header("content-type", "application/grpc").header("te", "trailers").body(()).unwrap();
    let (response, mut body) = sender.send_request(request, false).unwrap();
    body.send_data(frame(message).slice(..bytes), false).unwrap();
    (body, response, connection)
}

/// A connection that ends when this is dropped.
pub struct Dropped(JoinHandle<Result<(), h2::Error>>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn connect(address: SocketAddr) -> SendRequest<Bytes> {
    let tcp = TcpStream::connect(address).await.unwrap();
    let (sender, connection) = Builder::new().handshake(tcp).await.unwrap();
    tokio::spawn(connection);
    sender.ready().await.unwrap()
}

/// gRPC's frame round a message: not compressed, its length, itself.
pub fn frame(message: &Bytes) -> Bytes {
    let mut frame = BytesMut::with_capacity(5 + message.len());
    frame.put_u8(0);
    frame.put_u32(u32::try_from(message.len()).unwrap());
    frame.put_slice(message);
    frame.freeze()
}

pub fn encode(message: &impl Message) -> Bytes {
    message.encode_to_vec().into()
}
