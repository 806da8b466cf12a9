//! What needs the address at which the files will be served: a page for each chart to share, oEmbed, Open Graph, JSON-LD. Without an address
//! none of it is written.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use article_charts::data::{About, Language, Source, View, package};
use article_charts::export::{self, Look, STILL_WIDTHS, Surroundings};
use article_charts::words::{self, Phrase, Take};
use serde_json::{Value, json};

use crate::scripts::{ELEMENT, LIVING};
use crate::stills;

/// The folders of the pages to share and of the oEmbed answers.
const SHARE: &str = "share";
const OEMBED: &str = "oembed";

/// The address of a site, which ends with a slash.
///
/// # Errors
/// If it is none that a browser could ask for, or has a query or a fragment.
pub fn parse(url: &str) -> Result<String> {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~/:%[]".contains(c);
    if host.is_empty() || host.starts_with('/') || !host.chars().all(allowed) {
        bail!("{url:?} is no address of a site: https://example.org/charts/");
    }
    Ok(if url.ends_with('/') { url.to_owned() } else { format!("{url}/") })
}

/// Writes it all. `png` says whether there are pictures that other sites can show.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write(dist: &Path, site: &str, png: bool) -> Result<()> {
    for folder in [SHARE, OEMBED] {
        fs::create_dir_all(dist.join(folder))?;
    }
    for language in Language::ALL {
        for view in stills::views() {
            let chart = Chart { site, view, language, png };
            let name = export::figure_name(view, language);
            fs::write(dist.join(SHARE).join(format!("{name}.html")), chart.page()?)?;
            fs::write(dist.join(OEMBED).join(format!("{name}.json")), format!("{:#}\n", chart.oembed()?))?;
        }
        let page = dist.join(export::page_file(language));
        let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
        let (before, after) = html.split_once("</title>\n").context("the page has no title")?;
        fs::write(&page, format!("{before}</title>\n{}{after}", front(site, language)))?;
    }
    Ok(())
}

/// A chart at its address.
struct Chart<'a> {
    site: &'a str,
    view: &'static View,
    language: Language,
    png: bool,
}

impl Chart<'_> {
    fn title(&self) -> &'static str {
        self.view.title.get(self.language)
    }

    fn name(&self) -> String {
        export::figure_name(self.view, self.language)
    }

    /// The page that is shared.
    fn url(&self) -> String {
        format!("{}{SHARE}/{}.html", self.site, self.name())
    }

    /// The picture, and its width and height in pixels.
    fn picture(&self) -> Option<(String, u32, u32)> {
        let [_, wide] = STILL_WIDTHS;
        let look = Look { language: self.language, width: wide.into(), ..Look::default() };
        let name = export::still_name(self.view, self.language, look.theme, wide);
        let height = (look.picture(self.view).draw()?.height * 2.0).ceil() as u32;
        Some((format!("{}{}/{name}.png", self.site, stills::FOLDER), u32::from(wide) * 2, height))
    }

    /// The page: what other sites read of it, and the chart with its figure until the script is there.
    fn page(&self) -> Result<String> {
        let Self { site, view, language, png } = *self;
        let (tag, title, script) = (language.tag(), escaped(self.title()), ELEMENT.0);
        let stills = format!("{site}{}/", stills::FOLDER);
        let around = Surroundings { stills: &stills, pages: Some(site), png };
        let figure = export::figure(package(), view, language, around).context("a view has no picture")?;
        Ok(format!(
            "<!doctype html>\n<html lang=\"{tag}\" data-page=\"share\">\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n{}\
             <link rel=\"icon\" href=\"{site}icon.svg\">\n<link rel=\"stylesheet\" href=\"{site}article-chart.css\">\n\
             <link rel=\"stylesheet\" href=\"{site}embed.css\">\n\
             <script type=\"module\" src=\"{site}{LIVING}/{script}\"></script>\n\
             <main>\n<article-chart view=\"{}\" lang=\"{tag}\">\n{figure}</article-chart>\n</main>\n</html>\n",
            self.head()?,
            view.id,
        ))
    }

    /// What other sites read: the address, Open Graph, the oEmbed answer, and what the data is based on.
    fn head(&self) -> Result<String> {
        let (url, title, about) = (self.url(), escaped(self.title()), escaped(self.view.takeaway.get(self.language)));
        let mut head = format!(
            "<meta name=\"description\" content=\"{about}\">\n<link rel=\"canonical\" href=\"{url}\">\n\
             <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}{OEMBED}/{}.json\" title=\"{title}\">\n",
            self.site,
            self.name()
        );
        let locale = if self.language == Language::Zh { "zh_CN" } else { "en_GB" };
        let mut properties = vec![("type", "article".to_owned()), ("title", title), ("description", about), ("url", url)];
        properties.push(("locale", locale.to_owned()));
        if self.png {
            let (picture, width, height) = self.picture().context("a view has no picture")?;
            let alt = escaped(self.view.takeaway.get(self.language));
            properties.extend([("image", picture), ("image:width", width.to_string()), ("image:height", height.to_string())]);
            properties.push(("image:alt", alt));
            head += "<meta name=\"twitter:card\" content=\"summary_large_image\">\n";
        }
        for (name, value) in properties {
            head += &format!("<meta property=\"og:{name}\" content=\"{value}\">\n");
        }
        let sources: Vec<&Source> = self.view.source.map_or_else(|| package().sources.iter().collect(), |source| vec![source]);
        let data = dataset(self.site, self.title(), self.view.takeaway.get(self.language), &self.url(), &sources, self.language);
        Ok(head + &script(&data))
    }

    /// The answer to who asks how the page is to be embedded. A file cannot follow a `maxwidth`: the frame is as wide as its column.
    fn oembed(&self) -> Result<Value> {
        let Self { site, view, language, .. } = *self;
        let (picture, width, height) = self.picture().context("a view has no picture")?;
        let (title, lang) = (escaped(self.title()), language.subtag());
        let room = export::frame_height(view, language).context("a view has no picture")?;
        let [_, wide] = STILL_WIDTHS;
        let html = format!(
            "<iframe src=\"{site}embed.html?view={}&amp;lang={lang}\" title=\"{title}\" width=\"100%\" height=\"{room}\" loading=\"lazy\" \
             frameborder=\"0\" sandbox=\"allow-scripts allow-popups allow-downloads\"></iframe>",
            view.id
        );
        let mut answer = json!({
            "version": "1.0",
            "type": "rich",
            "title": self.title(),
            "author_name": Take::Authors.get(language),
            "provider_name": Phrase::SiteTitle.get(language),
            "provider_url": site,
            "cache_age": 86_400,
            "html": html,
            "width": wide,
            "height": room,
        });
        if let (true, Some(fields)) = (self.png, answer.as_object_mut()) {
            fields.extend(
                [("thumbnail_url", json!(picture)), ("thumbnail_width", json!(width)), ("thumbnail_height", json!(height))]
                    .map(|(name, value)| (name.to_owned(), value)),
            );
        }
        Ok(answer)
    }
}

/// What other sites read of the front page.
fn front(site: &str, language: Language) -> String {
    let (title, about) = (Phrase::SiteTitle.get(language), Phrase::SiteAbout.get(language));
    let url = format!("{site}{}", if language == Language::default() { "" } else { export::page_file(language) });
    let sources: Vec<&Source> = package().sources.iter().collect();
    let data = dataset(site, package().about().title, about, &url, &sources, language);
    format!(
        "<link rel=\"canonical\" href=\"{url}\">\n<meta property=\"og:type\" content=\"website\">\n<meta property=\"og:title\" content=\"{}\">\n\
         <meta property=\"og:description\" content=\"{}\">\n<meta property=\"og:url\" content=\"{url}\">\n{}",
        escaped(title),
        escaped(about),
        script(&data)
    )
}

/// The data as search engines know it: schema.org's `Dataset`, based on the articles.
fn dataset(site: &str, name: &str, about: &str, url: &str, sources: &[&Source], language: Language) -> Value {
    let (id, About { version, created, license_path, .. }) = (package().name, package().about());
    let article = |source: &&Source| {
        json!({
            "@type": "NewsArticle",
            "headline": source.headline.zh,
            "description": words::reference(source, language),
            "author": { "@type": "Person", "name": source.byline.zh },
            "publisher": { "@type": "Organization", "name": source.publisher.zh },
            "inLanguage": Language::Zh.tag(),
        })
    };
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": name,
        "description": about,
        "url": url,
        "identifier": format!("{id}@{version}"),
        "version": version,
        "dateModified": created,
        "license": license_path,
        "inLanguage": language.tag(),
        "creator": { "@type": "Organization", "name": Take::Authors.get(language) },
        "isBasedOn": sources.iter().map(article).collect::<Vec<_>>(),
        "distribution": [{
            "@type": "DataDownload",
            "name": "Data Package",
            "contentUrl": format!("{site}data/{id}/datapackage.json"),
            "encodingFormat": "application/json",
        }],
    })
}

/// Data in a page. Nothing in it can end the element.
fn script(data: &Value) -> String {
    format!("<script type=\"application/ld+json\">{}</script>\n", data.to_string().replace('<', "\\u003c"))
}

/// Text for an attribute or an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
