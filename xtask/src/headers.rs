//! The headers that the files want, for the server here and as settings for those elsewhere.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The policy that the element promises to run under, as a page that shows pictures needs it.
pub const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// On every answer, errors too. Other sites may load and frame the page: that is how a chart is embedded.
pub const HEADERS: [(&str, &str); 5] = [
    ("content-security-policy", CSP),
    ("access-control-allow-origin", "*"),
    ("cross-origin-resource-policy", "cross-origin"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
];

/// How long what lies in a folder may be kept: what never changes for a year, the living build for five minutes, everything else only as
/// long as the server says that it is still the same.
const CACHE: [(&str, &str); 3] =
    [("/r/", "public, max-age=31536000, immutable"), ("/v1/", "public, max-age=300"), ("/", "no-cache")];

/// The `cache-control` of a path.
#[must_use]
pub fn cache(path: &str) -> &'static str {
    CACHE.iter().find(|(folder, _)| path.starts_with(folder)).map_or("no-cache", |(_, cache)| cache)
}

/// A file that is one page has its own policy in it, which asks for more than the others' would allow.
#[must_use]
pub fn is_single(path: &str) -> bool {
    path.starts_with("/single/") || path == "/article-charts.html"
}

/// Writes the settings: for nginx, and as `_headers` for a static host.
///
/// # Errors
/// If they cannot be written.
pub fn write(dist: &Path) -> Result<()> {
    let folder = dist.join("deploy");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("nginx.conf"), nginx()).context("cannot write the settings for nginx")?;
    fs::write(dist.join("_headers"), host()).context("cannot write _headers")
}

/// A snippet for the `server` block. nginx forgets the headers of an outer block where an inner one has any, so each has them all.
fn nginx() -> String {
    let mut text = String::from(
        "# For the server block of nginx whose root is this folder. Needs ngx_http_gzip_static_module; the lines of brotli need ngx_brotli.\n\
         gzip_static on;\n# brotli_static on;\ncharset utf-8;\n\
         types {\n    text/html html;\n    text/javascript js;\n    text/css css;\n    application/json json;\n    text/csv csv;\n    \
         text/plain txt md;\n    image/svg+xml svg;\n    image/png png;\n    application/wasm wasm;\n}\n\
         charset_types text/html text/javascript text/css application/json text/csv text/plain image/svg+xml;\n",
    );
    for (folder, cache) in CACHE {
        text += &format!("\nlocation {folder} {{\n");
        for (name, value) in HEADERS {
            text += &format!("    add_header {name} \"{value}\" always;\n");
        }
        text += &format!("    add_header cache-control \"{cache}\";\n    add_header vary accept-encoding always;\n}}\n");
    }
    // What is one file brings its policy along.
    text += "\nlocation ~ ^/(single/|article-charts\\.html$) {\n";
    for (name, value) in HEADERS.iter().filter(|(name, _)| *name != "content-security-policy") {
        text += &format!("    add_header {name} \"{value}\" always;\n");
    }
    text + "    add_header cache-control no-cache;\n}\n"
}

/// `_headers`, as Netlify and Cloudflare Pages read it. Headers of all rules that fit are joined, so the policy of the pages stands at the
/// pages alone.
fn host() -> String {
    let mut text = String::from("/*\n");
    for (name, value) in HEADERS.iter().filter(|(name, _)| *name != "content-security-policy") {
        text += &format!("  {name}: {value}\n");
    }
    for page in ["/", "/index.html", "/index.en.html", "/embed.html"] {
        text += &format!("{page}\n  content-security-policy: {CSP}\n");
    }
    for (folder, cache) in CACHE.iter().filter(|(folder, _)| *folder != "/") {
        text += &format!("{folder}*\n  cache-control: {cache}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pinned_is_kept_for_ever_and_nothing_else() {
        assert!(cache("/r/0123/article-chart.js").contains("immutable"));
        assert_eq!(cache("/v1/article-chart.js"), "public, max-age=300");
        for path in ["/", "/article-chart.js", "/readme/x", "/static/r/x"] {
            assert_eq!(cache(path), "no-cache");
        }
    }

    #[test]
    fn the_settings_say_what_the_server_here_does() {
        for text in [nginx(), host()] {
            assert!(HEADERS.iter().all(|(name, value)| text.contains(name) && text.contains(value)), "{text}");
            assert!(
                CACHE
                    .iter()
                    .filter(|(folder, _)| *folder != "/")
                    .all(|(folder, cache)| text.contains(folder) && text.contains(cache))
            );
        }
        // Every block has every header, or nginx would drop those of the block around it.
        assert_eq!(nginx().matches("nosniff").count(), CACHE.len() + 1);
    }
}
