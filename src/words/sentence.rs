use super::phrase::phrases;
use crate::data::Language;

phrases! {
    /// How the words of the package and its figures become sentences. Each `□` is a gap that they are put into.
    enum Sentence;

    /// Between parts of a sentence.
    Comma: "，", ", ";
    /// Between the members of a list that have commas of their own.
    Semicolon: "、", "; ";
    /// Between the members of a list.
    ListComma: "、", ", ";
    /// Behind what a text is about.
    Colon: "：", ": ";
    /// At the end of a sentence.
    FullStop: "。", ".";
    /// Comparator in words, before the figure.
    SaidGreater: "超过", "more than ";
    /// Comparator in words, before the figure.
    SaidGreaterOrEqual: "至少", "at least ";
    /// Comparator in words, before the figure.
    SaidLess: "不到", "less than ";
    /// Comparator in words, before the figure.
    SaidLessOrEqual: "不超过", "at most ";
    /// Comparator in words, before the figure.
    SaidAbout: "约", "about ";
    /// Comparator in words, before the figure.
    SaidCloseBelow: "接近", "nearly ";
    /// Comparator in words, before the figure.
    SaidCloseAbove: "略多于", "just over ";
    /// What the paper prints of a figure: quoted in Chinese, as a figure in English.
    PrintedFigure: "报载“□”‡", "printed: □‡";
    /// The period that the paper prints.
    PrintedPeriod: "报载□", "printed □";
    /// Our reading of printed words, spoken.
    ReadAs: "读作", "read as ";
    /// Our reading of printed words, as a remark; the reason follows.
    OursIs: "本站读作“□”，不是报社的说法。", "our reading, not the paper's: □; ";
    /// Our reading of printed words, before the reason.
    WeRead: "本站读作“□”：", "Our reading: □; ";
    /// The values that rounding leaves possible, as a remark.
    RoundedWithin: "因四舍五入，真值在□之间", "□, because the inputs are rounded";
    /// Something with an addition in brackets.
    Bracketed: "□（□）", "□ (□)";
    /// Article and place in it.
    Whence: "□ □", "□, □";
    /// The printed period of what we read otherwise, spoken.
    WeReadPeriod: "本站改读，□", "our reading, □";
    /// The printed words of a doubted statement, spoken.
    DoubtedWords: "存疑，报载“□”", "the printed wording is doubted";
    /// The formula of a derived value, spoken.
    DerivedBy: "由我们推算：□", "derived by us: □";
    /// The place of a datum among all, spoken.
    PlaceOf: "第□项，共□项", "□ of □";
    /// Places in an article and who says it, behind the article.
    SaidAtBy: "；□；据□", "; □; according to □";
    /// Newspaper and article.
    NewspaperArticle: "《□》□〈□〉", "□□, “□”";
    /// Another article of the same newspaper.
    AnotherArticle: "〈□〉□", "“□”□";
    /// Newspaper and author.
    NewspaperAuthor: "《□》□ · □", "□□ · □";
    /// What the page is made of.
    Kicker: "一张报纸版面 · □篇文章 · □条记录", "One newspaper page · □ articles · □ statements";
    /// A period whose start is not printed.
    UpTo: "截至□（起点未载）", "up to □ (start not printed)";
    /// A month of every year.
    Every: "每年□", "every □";
    /// The part of an article before its first heading.
    Lead: "导语", "lead";
    /// A section of an article.
    Section: "第□节", "section □";
    /// A paragraph, behind its section.
    Paragraph: "第□段", ", paragraph □";
    /// A caption, behind its section.
    Caption: "图注", ", caption";
    /// A heading, behind its section.
    Heading: "小标题", ", heading";
    /// The line that names the author.
    Byline: "署名", "byline";
    /// A place in an order.
    Ordinal: "第□", "□";
    /// What a check of a share compares.
    PrintedComputed: "报载□，算得□", "printed □, computed □";
    /// What a check of a part and its share compares.
    ShareOf: "占比□，不超过100%", "a share of □, not above 100%";
    /// What a check of a peak compares.
    PeakOthers: "顶峰□，其余□", "peak □, others □";
    /// What a check of two lists compares.
    HereAndThere: "一处□个，另一处□个", "□ in one place, □ in the other";
    /// What a check of a list compares.
    PrintedNamed: "报载□，点名□", "printed □, named □";
    /// Printed words and our reading of them.
    PrintedRead: "“□”→□", "“□” → □";
    /// A problem: the link.
    BadVersion: "链接的版本“□”无法识别，已按现行版本打开。",
        "The link is of version “□”, which is unknown here; it was read as the current one.";
    /// A problem: the package.
    BadPackage: "没有名为“□”的数据包，已改用现有的一份。", "There is no data package “□”; the one at hand is used.";
    /// A problem: the view.
    BadView: "没有名为“□”的图，以下是默认的图。请从图表目录里选。",
        "There is no chart “□”; here is the default one. Choose from the list of charts.";
    /// A problem: the language.
    BadLanguage: "没有“□”这种语言，可用 zh（中文）或 en（英文）。", "There is no language “□”; use zh or en.";
    /// A problem: the theme.
    BadTheme: "没有“□”这种配色，可用 light（浅色）、dark（深色）或 auto（跟随系统）。",
        "There is no theme “□”; use light, dark or auto.";
    /// A problem: an option.
    BadOption: "这张图没有选项“□=□”，已用默认选项。", "This chart has no option “□=□”; the default is shown.";
    /// A problem: a datum.
    BadDatum: "这张图里没有数据“□”，所以没有选中任何一项。", "This chart has no datum “□”, so none is selected.";
    /// A problem: a piece of the link.
    Unreadable: "链接里的“□”无法读取，已略过。", "“□” in the link cannot be read and was skipped.";
}

impl Sentence {
    /// The sentence with its gaps filled in their order.
    pub fn with(self, gaps: &[&str], language: Language) -> String {
        let mut text = String::new();
        let mut gaps = gaps.iter();
        for character in self.get(language).chars() {
            match character {
                '□' => text.push_str(gaps.next().unwrap_or(&"")),
                _ => text.push(character),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_in_their_order() {
        assert_eq!(Sentence::SaidAtBy.with(&["第1节", "民政局"], Language::Zh), "；第1节；据民政局");
        assert_eq!(Sentence::Lead.with(&["unused"], Language::En), "lead");
    }

    #[test]
    fn no_language_has_more_gaps_than_the_other() {
        for sentence in Sentence::ALL {
            let [zh, en] = Language::ALL.map(|language| sentence.get(language).matches('□').count());
            // English says no more than that the words are doubted.
            assert!(zh == en || matches!(sentence, Sentence::DoubtedWords), "{sentence:?}");
        }
    }
}
