use crate::chart::Picture;

/// The name of a file with a picture or its datums, such as `scitech-share-form-bar-en.csv`: view, options and language.
pub fn file_name(picture: &Picture<'_>, ending: &str) -> String {
    let language = picture.frame.language.tag().split('-').next().unwrap_or_default();
    let options = picture.options.iter().flat_map(|(toggle, option)| [*toggle, *option]);
    let parts: Vec<&str> = [picture.view.id].into_iter().chain(options).chain([language]).collect();
    format!("{}.{ending}", parts.join("-"))
}
