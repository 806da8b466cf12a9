//! What the server answers, request by request.

use super::*;
use http_body_util::BodyExt;
use std::io::Read;

fn site() -> Site {
    let text = "一行字 ".repeat(100);
    let files = [
        ("/index.html", text.clone()),
        ("/a.js", text.clone()),
        ("/m_bg.wasm", text.clone()),
        ("/en/index.html", "en".to_owned()),
        ("/data/table.csv", text),
        ("/strange.xyz", "x".to_owned()),
        ("/r/0123/a.js", "pinned".to_owned()),
        ("/r/0123/a.js.gz", "packed".to_owned()),
        ("/single/a.html", "one".to_owned()),
    ];
    Site::of(files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect())
}

fn ask(method: Method, path: &str, headers: &[(&'static str, &str)]) -> (StatusCode, HeaderMap, Vec<u8>) {
    let mut asked = HeaderMap::new();
    for (name, value) in headers {
        asked.append(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
    }
    let (parts, body) = site().answer(&method, path, &asked).into_parts();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let body = runtime.block_on(body.collect()).unwrap().to_bytes().to_vec();
    (parts.status, parts.headers, body)
}

fn get(path: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
    ask(Method::GET, path, &[])
}

#[test]
fn paths_lead_to_files() {
    assert_eq!(get("/").2, get("/index.html").2);
    assert_eq!(get("/en/").2, b"en");
    assert_eq!(get("/a.js").0, StatusCode::OK);
    for missing in ["/nothing", "/en", "/data/", "//", "", "a.js", "/A.js"] {
        assert_eq!(get(missing).0, StatusCode::NOT_FOUND, "{missing}");
    }
}

#[test]
fn no_path_leads_out() {
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/en/../../Cargo.toml",
        "/..%2fCargo.toml",
        "/en/..\\..\\Cargo.toml",
        "/./index.html",
    ] {
        assert_eq!(get(path).0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn files_say_what_they_are() {
    let types = [
        ("/", "text/html; charset=utf-8"),
        ("/a.js", "text/javascript; charset=utf-8"),
        ("/m_bg.wasm", "application/wasm"),
        ("/data/table.csv", "text/csv; charset=utf-8"),
        ("/strange.xyz", "application/octet-stream"),
    ];
    for (path, mime) in types {
        assert_eq!(get(path).1[CONTENT_TYPE], mime);
    }
}

#[test]
fn every_answer_has_the_headers() {
    let tag = get("/").1[ETAG].to_str().unwrap().to_owned();
    let answers = [
        get("/"),
        get("/nothing"),
        ask(Method::POST, "/", &[]),
        ask(Method::HEAD, "/", &[]),
        ask(Method::GET, "/", &[("if-none-match", &tag)]),
    ];
    let codes: Vec<u16> = answers.iter().map(|answer| answer.0.as_u16()).collect();
    assert_eq!(codes, [200, 404, 405, 200, 304]);
    for (status, headers, _) in answers {
        for (name, value) in crate::headers::HEADERS {
            assert_eq!(headers[name], value, "{status}");
        }
        assert_eq!(headers[CACHE_CONTROL], "no-cache");
        assert!(!headers.contains_key("x-frame-options"));
        assert!(!headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors"));
    }
}

#[test]
fn the_policy_is_the_promised_one() {
    assert_eq!(
        headers::CSP,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    );
}

#[test]
fn what_lies_there_compressed_is_sent() {
    let (_, headers, body) = ask(Method::GET, "/r/0123/a.js", &[("accept-encoding", "gzip")]);
    assert_eq!((&headers[CONTENT_ENCODING], &body[..]), (&HeaderValue::from_static("gzip"), &b"packed"[..]));
    assert_eq!(get("/r/0123/a.js").2, b"pinned");
    assert_eq!(get("/r/0123/a.js.gz").0, StatusCode::NOT_FOUND);
}

#[test]
fn what_is_pinned_is_kept_and_what_is_one_file_brings_its_policy() {
    assert_eq!(get("/r/0123/a.js").1[CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(get("/r/0123/b.js").1[CACHE_CONTROL], "no-cache", "a mistake is not kept for a year");
    assert!(!get("/single/a.html").1.contains_key(CONTENT_SECURITY_POLICY));
}

#[test]
fn the_smallest_coding_taken_is_sent() {
    let cases = [
        ("gzip, deflate, br, zstd", Some("br")),
        ("gzip", Some("gzip")),
        ("br;q=0, gzip;q=0.5", Some("gzip")),
        ("GZIP;Q=1", Some("gzip")),
        ("*", Some("br")),
        ("br;q=0, *", Some("gzip")),
        ("br;q=0.000, gzip; q=0", None),
        ("identity", None),
        ("brotli, gzipped", None),
        ("br;q=nonsense", None),
        ("", None),
    ];
    let plain = get("/").2;
    for (asked, sent) in cases {
        let (_, headers, body) = ask(Method::GET, "/", &[("accept-encoding", asked)]);
        assert_eq!(headers.get(CONTENT_ENCODING).map(|value| value.to_str().unwrap()), sent, "{asked}");
        assert_eq!(headers[VARY], "accept-encoding");
        assert_eq!(headers[CONTENT_LENGTH], body.len().to_string().as_str());
        let mut text = Vec::new();
        match sent {
            Some("br") => drop(brotli::Decompressor::new(&body[..], 4096).read_to_end(&mut text).unwrap()),
            Some(_) => drop(flate2::read::GzDecoder::new(&body[..]).read_to_end(&mut text).unwrap()),
            None => text = body,
        }
        assert_eq!(text, plain, "{asked}");
    }
    assert_eq!(ask(Method::GET, "/", &[]).1.get(CONTENT_ENCODING), None);
}

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let (_, headers, _) = ask(Method::GET, "/", &[("accept-encoding", "br")]);
    let tag = headers[ETAG].to_str().unwrap();
    for known in [tag.to_owned(), format!("\"other\", W/{tag}"), "*".to_owned()] {
        let (status, headers, body) = ask(Method::GET, "/", &[("accept-encoding", "br"), ("if-none-match", &known)]);
        assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0), "{known}");
        assert_eq!(headers[ETAG], tag);
    }
    // A tag stands for the bytes as sent: the same file in another coding has another.
    assert_eq!(ask(Method::GET, "/", &[("accept-encoding", "gzip"), ("if-none-match", tag)]).0, StatusCode::OK);
    assert_eq!(ask(Method::GET, "/", &[("if-none-match", "\"old\"")]).0, StatusCode::OK);
}

#[test]
fn head_is_get_without_the_body() {
    for coding in ["br", "gzip", "identity"] {
        let (status, headers, body) = ask(Method::HEAD, "/", &[("accept-encoding", coding)]);
        assert_eq!((status, body.len()), (StatusCode::OK, 0));
        assert_eq!(headers, ask(Method::GET, "/", &[("accept-encoding", coding)]).1);
    }
}

#[test]
fn other_methods_are_refused() {
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH] {
        let (status, headers, _) = ask(method, "/", &[]);
        assert_eq!((status, headers[ALLOW].to_str().unwrap()), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
    }
}
