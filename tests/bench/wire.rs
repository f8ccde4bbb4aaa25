//! One keep-alive connection to a server, as cheap as possible: the driver shares the machine with what it measures.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

/// A connection.
pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer: its status, and where its body stands in the connection's buffer.
pub struct Answer<'w> {
    /// Status.
    pub status: u16,
    /// Body.
    pub body: &'w [u8],
}

/// A request as it goes over the wire.
pub fn request(method: &str, path: &str, token: Option<&str>, body: &str) -> Vec<u8> {
    let token = token.map(|token| format!("authorization: Bearer {token}\r\n")).unwrap_or_default();
    let length = body.len();
    format!(
        "{method} /api/v1{path} HTTP/1.1\r\nhost: bench\r\nx-evenhand: 1\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{token}\r\n{body}"
    )
    .into_bytes()
}

impl Wire {
    /// Connects.
    pub fn to(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        Self { stream, buffer: Vec::with_capacity(1 << 17) }
    }

    /// Sends a request and reads its answer.
    pub fn send(&mut self, request: &[u8]) -> Answer<'_> {
        self.stream.write_all(request).unwrap();
        self.buffer.clear();
        let (status, head, length) = loop {
            self.read_more();
            if let Some(found) = head(&self.buffer) {
                break found;
            }
        };
        while self.buffer.len() < head + length {
            self.read_more();
        }
        Answer { status, body: self.buffer.get(head..head + length).unwrap_or_default() }
    }

    fn read_more(&mut self) {
        let mut chunk = [0_u8; 1 << 16];
        let read = self.stream.read(&mut chunk).unwrap();
        assert!(read > 0, "the server closed the connection");
        self.buffer.extend_from_slice(chunk.get(..read).unwrap_or_default());
    }
}

/// Status, length of the head and length of the body, once the head is complete.
fn head(bytes: &[u8]) -> Option<(u16, usize, usize)> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut answer = httparse::Response::new(&mut headers);
    let head = match answer.parse(bytes).unwrap() {
        httparse::Status::Complete(head) => head,
        httparse::Status::Partial => return None,
    };
    let length = answer.headers.iter().find(|header| header.name.eq_ignore_ascii_case("content-length"));
    let length = length.and_then(|header| std::str::from_utf8(header.value).ok()?.parse().ok());
    Some((answer.code.unwrap_or(0), head, length.unwrap_or(0)))
}
