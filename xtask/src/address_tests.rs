//! What is written for an address, and that nothing of it is written without one.

use super::*;

const SITE: &str = "https://example.org/charts/";

fn chart(id: &str, png: bool) -> Chart<'static> {
    let view = stills::views().find(|view| view.id == id).unwrap();
    Chart { site: SITE, view, language: Language::En, png }
}

/// The data in a page.
fn data(html: &str) -> Value {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn an_address_is_one_that_a_browser_can_ask_for() {
    assert_eq!(parse("https://example.org").unwrap(), "https://example.org/");
    assert_eq!(parse("http://127.0.0.1:8080/a/").unwrap(), "http://127.0.0.1:8080/a/");
    for wrong in [
        "",
        "example.org",
        "ftp://example.org",
        "https://",
        "https:///a",
        "https://a/?b",
        "https://a/#b",
        "https://a/\"><b",
        "https://a b",
    ] {
        assert!(parse(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_shared_page_says_who_it_is_and_what_it_is_based_on() {
    let page = chart("pipelines", true).page().unwrap();
    for text in [
        "<link rel=\"canonical\" href=\"https://example.org/charts/share/pipelines.en.html\">",
        "type=\"application/json+oembed\" href=\"https://example.org/charts/oembed/pipelines.en.json\"",
        "<meta property=\"og:image\" content=\"https://example.org/charts/static/pipelines.en.light.720.png\">",
        "<meta property=\"og:image:width\" content=\"1440\">",
        "<script type=\"module\" src=\"https://example.org/charts/v1/article-chart.js\">",
        "<html lang=\"en\" data-page=\"share\">",
        "<link rel=\"stylesheet\" href=\"https://example.org/charts/article-chart.css\">",
        "<article-chart view=\"pipelines\" lang=\"en\">\n<figure lang=\"en\"",
    ] {
        assert!(page.contains(text), "{text}");
    }
    let data = data(&page);
    assert_eq!(data["@type"], "Dataset");
    assert_eq!(data["isBasedOn"].as_array().unwrap().len(), 1);
    assert_eq!(data["isBasedOn"][0]["headline"], chart("pipelines", true).view.source.unwrap().headline.zh);
    assert!(data["distribution"][0]["contentUrl"].as_str().unwrap().starts_with(SITE));
    assert!(!chart("pipelines", false).page().unwrap().contains("og:image"), "a picture that nobody can show");
}

#[test]
fn a_picture_of_the_whole_page_is_based_on_all_articles() {
    let page = chart("timeline", false).page().unwrap();
    assert_eq!(data(&page)["isBasedOn"].as_array().unwrap().len(), package().sources.len());
}

#[test]
fn the_answer_is_rich_and_frames_the_chart() {
    let answer = chart("pipelines", true).oembed().unwrap();
    assert_eq!((&answer["version"], &answer["type"], &answer["width"]), (&json!("1.0"), &json!("rich"), &json!(720)));
    let html = answer["html"].as_str().unwrap();
    assert!(
        html.starts_with("<iframe src=\"https://example.org/charts/embed.html?view=pipelines&amp;lang=en\"")
            && html.ends_with("</iframe>")
    );
    assert!(html.contains(&format!("height=\"{}\"", answer["height"])));
    assert_eq!(answer["height"], export::frame_height(chart("pipelines", true).view, Language::En).unwrap());
    assert_eq!(answer["thumbnail_width"], 1440);
    assert!(chart("pipelines", false).oembed().unwrap().get("thumbnail_url").is_none());
}

#[test]
fn the_front_pages_are_marked_and_every_view_has_its_files() {
    let dist = std::env::temp_dir().join(format!("article-charts-address-{}", std::process::id()));
    fs::create_dir_all(&dist).unwrap();
    for language in Language::ALL {
        fs::write(dist.join(export::page_file(language)), "<title>一</title>\n<p>").unwrap();
    }
    write(&dist, SITE, false).unwrap();
    let count = |folder: &str| fs::read_dir(dist.join(folder)).unwrap().count();
    assert_eq!((count(SHARE), count(OEMBED)), (stills::views().count() * 2, stills::views().count() * 2));
    let english = fs::read_to_string(dist.join("index.en.html")).unwrap();
    assert!(
        english.contains("<link rel=\"canonical\" href=\"https://example.org/charts/index.en.html\">")
            && english.ends_with("<p>")
    );
    assert_eq!(data(&english)["isBasedOn"].as_array().unwrap().len(), package().sources.len());
    fs::remove_dir_all(dist).unwrap();
}

#[test]
fn text_cannot_leave_its_place() {
    assert!(!script(&json!("</script><b>")).contains("<b>"));
    assert_eq!(escaped("\"<&>"), "&quot;&lt;&amp;&gt;");
}
