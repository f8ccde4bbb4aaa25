//! The first yardstick: an actix handler, in a process of its own, that returns the same bytes from memory.

use crate::{
    load,
    report::Figures,
    wire::{Wire, request},
};
use actix_web::{App, HttpResponse, HttpServer, web};
use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    time::Duration,
};

/// Serves the file's bytes; prints where.
pub fn serve(file: &str) {
    let bytes = web::Bytes::from(std::fs::read(file).unwrap());
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || {
            let bytes = bytes.clone();
            App::new().default_service(web::route().to(move || {
                let bytes = bytes.clone();
                async move { HttpResponse::Ok().content_type("application/json").body(bytes) }
            }))
        })
        .workers(2)
        .bind("127.0.0.1:0")
        .unwrap();
        println!("{}", server.addrs().first().unwrap());
        std::io::stdout().flush().unwrap();
        server.run().await.unwrap();
    });
}

/// Requests a second that the bare handler answers with these bytes.
pub fn measure(body: &[u8], connections: usize, time: Duration) -> f64 {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(body).unwrap();
    let mut server = Command::new(std::env::current_exe().unwrap())
        .args(["bare", &file.path().to_string_lossy()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut address = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let drive = |_: usize| -> load::Step {
        let (mut wire, request) = (Wire::to(address.trim()), request("GET", "/", None, ""));
        Box::new(move || wire.send(&request).status == 200)
    };
    let figures: Figures = load::run(connections, time, &drive);
    server.kill().unwrap();
    server.wait().unwrap();
    figures.per_second
}
