//! A static server for `dist/`, on this machine only, with the headers that the README promises. The tests start it too.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, bail};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::runtime::{Builder, Runtime};

use crate::site::Site;

/// How many ports are tried after one that is taken.
const TRIES: u16 = 100;

/// A running server. It stops when this is dropped.
pub struct Server {
    address: SocketAddr,
    _runtime: Runtime,
}

impl Server {
    /// Serves the files that a folder has now.
    ///
    /// # Errors
    /// If the folder cannot be read, or no port is free.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        let site = Arc::new(Site::load(folder)?);
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        listener.set_nonblocking(true)?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        runtime.spawn(accept(listener, site));
        Ok(Self { address, _runtime: runtime })
    }

    /// The address of the page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

/// The port asked for, or the next that is free.
fn listen(port: u16) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    for port in port..=port.saturating_add(TRIES) {
        match bind(port) {
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
                println!("Port {port} is taken.")
            }
            listener => return listener.with_context(|| format!("cannot listen on port {port}")),
        }
    }
    bail!("ports {port} to {} are taken: choose another with --port", port.saturating_add(TRIES));
}

async fn accept(listener: tokio::net::TcpListener, site: Arc<Site>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(|request: Request<Incoming>| {
                let answer = site.answer(request.method(), request.uri().path(), request.headers());
                async { Ok::<_, Infallible>(answer) }
            });
            // A browser that hangs up early is no concern of the server's.
            let _ = http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// Serves a folder until the program is stopped.
///
/// # Errors
/// If the server cannot start.
pub fn serve(folder: &Path, port: u16) -> Result<()> {
    let server = Server::start(folder, port)?;
    println!("Serving {} at {}  (Ctrl-C stops)", folder.display(), server.url());
    loop {
        thread::park();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("article-charts-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("en")).unwrap();
        std::fs::write(folder.join("index.html"), "<!doctype html>").unwrap();
        std::fs::write(folder.join("en/a.js"), "1").unwrap();
        folder
    }

    fn raw(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn answers_on_the_wire() {
        let folder = folder("wire");
        let server = Server::start(&folder, 0).unwrap();
        let ask = |first: &str| raw(&server, &format!("{first} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"));
        assert!(ask("GET /").ends_with("\r\n\r\n<!doctype html>"));
        assert!(ask("GET /?v=1&view=x").ends_with("<!doctype html>"));
        assert!(ask("GET /en/a.js").ends_with("\r\n\r\n1"));
        let head = ask("HEAD /");
        assert!(head.contains("content-length: 15\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask("GET /../../etc/hostname").starts_with("HTTP/1.1 404 "));
        assert!(ask("PUT /").starts_with("HTTP/1.1 405 "));
        assert!(raw(&server, "nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_taken_port_is_not_the_end() {
        let folder = folder("port");
        let first = Server::start(&folder, 0).unwrap();
        let second = Server::start(&folder, first.address.port()).unwrap();
        assert_ne!(first.address, second.address);
        assert!(second.address.ip().is_loopback());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
