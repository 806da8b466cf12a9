use super::{Phrase, Sentence, date};
use crate::data::{Language, Source};

/// An article as what a chart is based on: who wrote it, its own headline, the newspaper, and from when on it can be. English adds the
/// headline in translation, which is ours.
pub fn reference(source: &Source, language: Language) -> String {
    let (byline, publisher) = (source.byline.get(language), source.publisher.get(language));
    let inferred = if source.publisher_inferred { Phrase::Inferred.get(language) } else { "" };
    let mut text = match language {
        Language::Zh => format!("{byline}：〈{}〉，《{publisher}》{inferred}", source.headline.zh),
        Language::En => format!("{byline}: “{}” [{}], {publisher}{inferred}", source.headline.zh, source.headline.en),
    };
    if let Some(earliest) = source.earliest_date {
        text.push_str(Sentence::Comma.get(language));
        text.push_str(Phrase::NotBefore.get(language));
        text.push_str(&date(earliest, language));
    }
    text
}

/// Names a version of the data: 数据1.0.0版, data version 1.0.0.
pub fn version(version: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("数据{version}版"),
        Language::En => format!("data version {version}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package;

    #[test]
    fn a_reference_is_honest_about_what_the_article_does_not_print() {
        let [first, second] = ["A1", "A2"].map(|id| package().source(id).unwrap());
        for source in [first, second] {
            let text = reference(source, Language::En);
            assert!(text.contains(source.headline.zh) && text.contains(source.headline.en), "{text}");
            assert!(text.ends_with("date not printed, not before 24 Feb 2026"), "{text}");
            assert_eq!(text.contains("name inferred"), source.publisher_inferred, "{text}");
        }
        let zh = reference(first, Language::Zh);
        assert_eq!(
            zh,
            "本报记者张明敏：〈培育国际科技组织在华提速 中国向全球科技治理发力〉，《公益时报》，发表日期原文未载，不早于2026年2月24日"
        );
    }
}
