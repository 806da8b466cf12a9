//! What the server answers. The files lie in memory under their paths, so no request can reach another file.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::OnceLock;

use anyhow::{Context, Result};
use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    HeaderMap, HeaderName, HeaderValue, IF_NONE_MATCH, VARY,
};
use hyper::{Method, Response, StatusCode};

use crate::{headers, sizes, squeeze};

/// The ways a body is sent, the smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    Brotli,
    Gzip,
    Identity,
}

impl Coding {
    const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }
}

struct File {
    mime: &'static str,
    cache: &'static str,
    /// It has a policy of its own in it.
    single: bool,
    hash: u64,
    raw: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

impl File {
    /// The body in a coding, compressed when first asked for.
    fn body(&self, coding: Coding) -> Bytes {
        let make =
            |compress: fn(&[u8]) -> std::io::Result<Vec<u8>>| compress(&self.raw).map_or_else(|_| self.raw.clone(), Bytes::from);
        match coding {
            Coding::Brotli => self.brotli.get_or_init(|| make(sizes::brotli)).clone(),
            Coding::Gzip => self.gzip.get_or_init(|| make(sizes::gzip)).clone(),
            Coding::Identity => self.raw.clone(),
        }
    }
}

/// A folder of files, ready to be served.
pub struct Site {
    files: BTreeMap<String, File>,
}

impl Site {
    /// Reads the files of a folder.
    ///
    /// # Errors
    /// If the folder or a file in it cannot be read.
    pub fn load(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        for path in sizes::files(folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let name = path.strip_prefix(folder)?.components().map(|part| part.as_os_str().to_string_lossy());
            let name = name.fold(String::new(), |name, part| name + "/" + &part);
            let raw = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(name, raw);
        }
        Ok(Self::of(files))
    }

    /// Serves files by their paths. What lies there compressed is sent in place of what it is of.
    fn of(raw: BTreeMap<String, Vec<u8>>) -> Self {
        let mut files = BTreeMap::new();
        for (name, bytes) in &raw {
            let whole = squeeze::ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)?.strip_suffix('.'));
            if whole.is_some_and(|whole| raw.contains_key(whole)) {
                continue;
            }
            let file = file(name, bytes.clone());
            for (ending, body) in squeeze::ENDINGS.into_iter().zip([&file.brotli, &file.gzip]) {
                if let Some(ready) = raw.get(&format!("{name}.{ending}")) {
                    let _ = body.set(ready.clone().into());
                }
            }
            files.insert(name.clone(), file);
        }
        Self { files }
    }

    /// The answer to a request.
    #[must_use]
    pub fn answer(&self, method: &Method, path: &str, asked: &HeaderMap) -> Response<Full<Bytes>> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            let mut refused = plain(StatusCode::METHOD_NOT_ALLOWED, "This server only shows files: GET or HEAD.\n");
            refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return refused;
        }
        let index = path.ends_with('/').then(|| format!("{path}index.html"));
        let Some(file) = self.files.get(index.as_deref().unwrap_or(path)) else {
            return plain(StatusCode::NOT_FOUND, "There is no such file.\n");
        };
        let coding = negotiate(asked);
        let tag = format!("\"{:016x}-{}\"", file.hash, coding.name());
        let fresh = asked.get_all(IF_NONE_MATCH).iter().any(|known| matches(known, &tag));
        let mut answer = if fresh {
            with_headers(StatusCode::NOT_MODIFIED, Bytes::new())
        } else {
            let body = file.body(coding);
            let length = body.len();
            let mut answer = with_headers(StatusCode::OK, if *method == Method::HEAD { Bytes::new() } else { body });
            if file.single {
                answer.headers_mut().remove(CONTENT_SECURITY_POLICY);
            }
            answer.headers_mut().insert(CONTENT_LENGTH, length.into());
            answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(file.mime));
            if coding != Coding::Identity {
                answer.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
            }
            answer
        };
        answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(file.cache));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            answer.headers_mut().insert(ETAG, tag);
        }
        answer.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
        answer
    }
}

fn file(name: &str, raw: Vec<u8>) -> File {
    let mut hasher = DefaultHasher::new();
    raw.hash(&mut hasher);
    let (mime, cache, single) = (mime(Path::new(name)), headers::cache(name), headers::is_single(name));
    File { mime, cache, single, hash: hasher.finish(), raw: raw.into(), gzip: OnceLock::new(), brotli: OnceLock::new() }
}

fn with_headers(status: StatusCode, body: Bytes) -> Response<Full<Bytes>> {
    let mut answer = Response::new(Full::new(body));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    for (name, value) in headers::HEADERS {
        answer.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    answer
}

fn plain(status: StatusCode, text: &'static str) -> Response<Full<Bytes>> {
    let mut answer = with_headers(status, Bytes::from_static(text.as_bytes()));
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    answer
}

/// What a file is. Nothing is guessed from its content, and browsers are told not to either.
fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "ico" => "image/x-icon",
        _ => "application/octet-stream",
    }
}

/// The smallest coding that the client takes. Identity is always taken: no client refuses it in earnest.
fn negotiate(asked: &HeaderMap) -> Coding {
    let takes = |coding: Coding| {
        let weight = |name: &str| {
            let items =
                asked.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).flat_map(|text| text.split(','));
            items.map(|item| item.split(';').map(str::trim)).find_map(|mut parts| {
                let named = parts.next().is_some_and(|part| part.eq_ignore_ascii_case(name));
                let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
                named.then(|| weight.map_or(Some(1.0), |weight| weight.parse::<f32>().ok()).unwrap_or(0.0))
            })
        };
        weight(coding.name()).or_else(|| weight("*")).unwrap_or(0.0) > 0.0
    };
    [Coding::Brotli, Coding::Gzip].into_iter().find(|coding| takes(*coding)).unwrap_or(Coding::Identity)
}

/// Whether an `If-None-Match` header holds the tag.
fn matches(known: &HeaderValue, tag: &str) -> bool {
    let Ok(known) = known.to_str() else {
        return false;
    };
    known.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

#[cfg(test)]
#[path = "site_tests.rs"]
mod tests;
