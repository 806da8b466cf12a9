use crate::data::Language;

/// Declares fixed phrases in both languages, so that a phrase without one of them does not compile.
macro_rules! phrases {
    ($(#[$meta:meta])* enum $phrases:ident; $($(#[$about:meta])* $name:ident: $zh:literal, $en:literal;)+) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $phrases {
            $($(#[$about])* $name,)+
        }

        impl $phrases {
            /// Every phrase.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The phrase in a language: the one at its place among all, each of which ends with a zero. Looking for it takes less of the
            /// module than a table of where they are.
            pub fn get(self, language: Language) -> &'static str {
                super::phrase::at(Self::texts(language), self as usize)
            }

            /// All phrases in a language, as they stand in the module.
            pub fn texts(language: Language) -> &'static str {
                match language {
                    Language::Zh => concat!($($zh, "\0"),+),
                    Language::En => concat!($($en, "\0"),+),
                }
            }
        }
    };
}

pub(super) use phrases;

/// The text at a place among texts that each end with a zero.
#[inline(never)]
pub(super) fn at(all: &'static str, place: usize) -> &'static str {
    let (mut left, mut start) = (place, 0);
    for (end, byte) in all.bytes().enumerate() {
        if byte == 0 && left == 0 {
            return all.get(start..end).unwrap_or_default();
        }
        if byte == 0 {
            left -= 1;
            start = end + 1;
        }
    }
    ""
}

phrases! {
    /// A phrase of the interface that is the same for every article.
    enum Phrase;

    /// In a band of years that nothing is said of.
    NotDisclosed: "未披露", "not disclosed";
    /// In a band of years that were not over when the paper appeared.
    NoDataYet: "尚无数据", "no data yet";
    /// After the members of an open list.
    AndOthers: "等", "and others";
    /// Name of the change up to the peak.
    Rise: "升", "Rise";
    /// Name of the change from the peak to the last value.
    Fall: "跌", "Fall";
    /// Name of the change from the first value to the last.
    Net: "净变", "Net";
    /// Before the base of a change in percent.
    OnTheFirst: "以首值为基数：", "on the first value: ";
    /// Before the base of a change in percent.
    OnThePeak: "以顶峰为基数：", "on the peak: ";
    /// Over claims that have no figure.
    InWords: "报上的说法", "What the paper says in words";
    /// Beside an arrow from a later year to an earlier one.
    Backwards: "倒流", "backwards";
    /// Before the name of a series that is there to compare with.
    SisterSeries: "另一组", "Sister series";
    /// Over the reasons for reading a misprint otherwise.
    WhyRead: "为什么改读", "Why we read them otherwise";
    /// Column and tooltip: what the datum is.
    Item: "项目", "Item";
    /// Column and tooltip: the figure as the picture draws it.
    Drawn: "作图数值", "Value as drawn";
    /// Column and tooltip: the period as the picture draws it.
    When: "作图时期", "Period as drawn";
    /// Column and tooltip: the figure and the doubted words of the paper.
    Printed: "报载", "As printed";
    /// Column and tooltip: place in the article.
    Where: "出处", "Where";
    /// Column and tooltip: who says it.
    Who: "据", "According to";
    /// Column and tooltip: errata, derivations, remarks.
    Remarks: "说明", "Remarks";
    /// Tooltip: the formula of a derived value.
    Formula: "算式", "Formula";
    /// Spoken for a statement without a number.
    NoFigure: "原文没有数字", "no figure is given";
    /// Severity of an erratum that changes where or what a chart draws.
    ChangesDrawing: "影响作图", "changes what is drawn";
    /// Severity of an erratum that changes a label or needs a note.
    ChangesLabel: "影响说明", "changes a label";
    /// Severity of an erratum that is a slip of language.
    ChangesNothing: "不影响作图", "changes no chart";
    /// Confidence in the reading of an erratum.
    Certain: "确定", "certain";
    /// Confidence in the reading of an erratum.
    VeryLikely: "很可能", "very likely";
    /// Confidence in the reading of an erratum.
    Likely: "较可能", "likely";
    /// Who stands behind an erratum.
    OurReading: "本站改读，不是报社的说法", "our reading, not the paper's";
    /// Who stands behind an erratum that knows no better reading.
    OurDoubt: "本站存疑，不是报社的说法", "our doubt, not the paper's";
    /// Who stands behind an erratum.
    ConfirmedByPaper: "报社已确认", "confirmed by the paper";
    /// Kind of erratum.
    Misprint: "误植", "Misprint";
    /// Kind of erratum.
    Miscount: "计数存疑", "Count in doubt";
    /// Kind of erratum.
    Wording: "用词存疑", "Wording in doubt";
    /// Kind of erratum.
    Contradiction: "前后不合", "Contradiction";
    /// Kind of erratum.
    NoDefinition: "口径未载", "Definition not given";
    /// Kind of erratum.
    Slip: "语言疏漏", "Slip of language";
    /// Kind of erratum.
    NoScope: "范围未载", "Scope not given";
    /// Kind of erratum.
    Dated: "时间存疑", "Date in doubt";
    /// Kind of erratum.
    BoundOnly: "只有下界", "Lower bound only";
    /// Kind of erratum.
    UnitDoubt: "单位易误", "Unit easily misread";
    /// Kind of erratum.
    Independence: "来源独立性", "Independence of the source";
    /// Outcome of a check.
    Agrees: "相符", "agrees";
    /// Outcome of a check.
    Disagrees: "不符", "disagrees";
    /// Outcome of a check.
    Undecided: "无法判定", "undecided";
    /// How sure a figure is: neither bounded, rounded nor doubted.
    Exact: "确数", "exact";
    /// How sure a figure is.
    LowerBound: "下限", "lower bound";
    /// How sure a figure is.
    UpperBound: "上限", "upper bound";
    /// How sure a figure is: 近.
    Nearly: "接近", "nearly";
    /// How sure a figure is: 余.
    JustOver: "稍多", "just over";
    /// How sure a figure is.
    Approximate: "约数", "approximate";
    /// How sure a figure is.
    Rounded: "四舍五入", "rounded";
    /// How sure a figure is.
    Doubted: "存疑", "doubted";
    /// Before the values that rounding leaves possible.
    RoundingRange: "四舍五入范围：", "rounding range: ";
    /// In place of a picture whose filters let nothing pass.
    NothingPasses: "没有符合所选条件的数字。", "No figure fits this choice.";
    /// What a matrix of statements counts.
    Statements: "条记录", "statements";
    /// Key of a matrix: a plain square.
    OneStatement: "一格一条记录", "one statement";
    /// Key of a matrix: a notched square.
    BoundOrNear: "界限或约数（> ≥ ≈）", "a bound, or near (> ≥ ≈)";
    /// Key of a matrix: a hollow square.
    NoFigureGiven: "没有数字（∅）", "no figure (∅)";
    /// Key of a matrix: a framed square.
    ReadOrDoubted: "本站改读（†）或存疑（‡）", "our reading (†) or doubted (‡)";
    /// Group of errata: those that change where or what a chart draws.
    AffectingDrawing: "影响作图", "affecting what is drawn";
    /// Group of errata: those that change a label or need a note.
    AffectingLabel: "影响说明", "affecting a label";
    /// Group of errata: slips of language.
    AffectingNothing: "不影响作图", "affecting no chart";
    /// Group of checks.
    InAgreement: "相符", "in agreement";
    /// Group of checks.
    InDisagreement: "不符", "in disagreement";
    /// Kind of statement: counts and amounts.
    KindNumber: "数字", "Numbers";
    /// Kind of statement: parts of a whole.
    KindShare: "占比", "Shares";
    /// Kind of statement: dates and lengths of time.
    KindDate: "时间", "Dates";
    /// Kind of statement: places in an order.
    KindOrdinal: "次序", "Ordinals";
    /// Kind of statement: things named side by side.
    KindList: "列举", "Lists";
    /// Kind of statement: without a figure.
    KindClaim: "说法", "Claims";
    /// Kind of statement: who someone is.
    KindIdentity: "身份", "Identity";
    /// In place of a printed figure that there is none of.
    NotPrinted: "原文未载", "not printed";
    /// Before the forms of marks on a timeline and what they say of the precision of a date.
    PrintedTo: "报载到", "Printed to the";
    /// Form of a mark on a timeline.
    ADay: "日", "day";
    /// Form of a mark on a timeline.
    AMonth: "月", "month";
    /// Form of a mark on a timeline.
    AYear: "年", "year";
    /// Form of a mark on a timeline.
    DerivedDate: "推算∂", "derived∂";
    /// Panel of a timeline.
    Overview: "概览", "Overview";
    /// Panel of a timeline.
    Detail: "细部", "Detail";
    /// What a step of a time axis is.
    AStepAYear: "一格一年", "one step a year";
    /// What a step of a time axis is.
    AStepAMonth: "一格一月", "one step a month";
    /// What a step of a time axis is, and that it is not the one of the axis above.
    AnotherScale: "一格一月，与上轴不同", "one step a month, not the scale above";
    /// Panel of a timeline.
    UndatedLane: "未注日期", "Undated";
    /// What that panel holds.
    NotOnTheAxis: "报上没有写明时间，不放上时间轴", "no date is printed, so none is put on the axis";
    /// In place of a period that is not printed.
    Undated: "时间未载", "undated";
    /// Remark on a derived value.
    Derived: "∂ 由我们推算，报上没有", "∂ derived by us, not in the paper";
    /// Name of the list of keys.
    Keys: "键盘", "Keyboard";
    /// Key: the datum after and before.
    KeyNext: "后一个、前一个数", "next and previous figure";
    /// Key: the same place in the panel below and above.
    KeyPanel: "另一组的同一位置", "same place in the other group";
    /// Key: a tenth of all datums further.
    KeyLeap: "跳过十分之一", "a tenth further";
    /// Key: the first and the last datum.
    KeyEnds: "第一个、最后一个数", "first and last figure";
    /// Key: the smallest and the largest value of a group.
    KeyExtremes: "组内最小、最大的数", "smallest and largest of the group";
    /// Key: selects and lets go.
    KeySelect: "选中；取消", "select; let go";
    /// Key: turns the order.
    KeyOrder: "改按文章或坐标的次序", "order of the article or of the axis";
    /// Key and button: where a figure comes from.
    KeyProvenance: "来历", "Where it comes from";
    /// Key: plays the chart as sound, and stops it.
    KeyPlay: "播放；停止", "play; stop";
    /// Key: to the table, and to this list.
    KeyTable: "到数据表；到本说明", "to the table; to this list";
    /// Said when the keys go along the axis.
    AxisOrder: "按坐标的次序", "in the order of the axis";
    /// Said when the keys go as the article does.
    ArticleOrder: "按文章的次序", "in the order of the article";
    /// Before the other pictures of a datum.
    More: "另见", "See also";
    /// Name of the table under a chart.
    Table: "数据表", "Data table";
    /// Opens the menu of what can be taken away from a chart.
    Take: "下载与引用", "Download and cite";
    /// In place of that menu where its files are not there.
    TakeLost: "没有载入，请稍后再试。", "It did not load. Please try again.";
    /// Before the sources of a chart.
    Source: "资料来源：", "Source: ";
    /// After a newspaper that the article does not name itself.
    Inferred: "（报名据同版推断）", " (name inferred from the page)";
    /// Before what was drawn instead of what was asked for.
    Instead: "以下显示默认图。", "Here is the default picture instead.";
    /// Name of the site.
    SiteTitle: "报上数字", "Figures in print";
    /// What the site is.
    SiteAbout: "一张报纸版面上的数字：印了什么、说到多准、哪里不可能对",
        "The figures on one newspaper page: what was printed, how exact it is, and where it cannot be right";
    /// Front page: over the errata that change what is drawn.
    FrontWrong: "报纸哪里不可能对", "Where the paper cannot be right";
    /// Front page: over the pictures of the whole newspaper page.
    FrontWhole: "整个版面", "The whole page";
    /// Front page: over the key to the marks.
    FrontMarks: "记号", "Marks";
    /// Front page and chart: leads to the list of all errata.
    AllErrata: "全部勘误与核对", "All errata and checks";
    /// Leads back to the front page.
    Front: "首页", "Front page";
    /// Leads to the picture before this one on the reading path.
    Previous: "上一张", "Previous";
    /// Leads to the picture after this one on the reading path.
    Next: "下一张", "Next";
    /// Over the map of the articles' paragraphs.
    PlaceMap: "在文章的哪一段", "Where the articles say it";
    /// Under that map.
    PlaceHint: "每格是一个段落：描边的用在这张图里，填满的是选中的数。", "Each cell is a paragraph: outlined where this chart uses it, filled where the selected figure stands.";
    /// Key to the mark of a lower bound.
    KeyGreater: "多于：只有下限", "more than: a lower bound";
    /// Key to the mark of an open list.
    KeyAtLeast: "至少：列举未尽", "at least: an open list";
    /// Key to the mark of an approximate figure.
    KeyClose: "约：只知大概", "about";
    /// Key to the marks of figures just below and just above.
    KeyNear: "接近而不到；略多", "nearly, and below; just over";
    /// Key to the mark of our reading.
    KeyRead: "本站改读，不是报社的说法", "our reading, not the paper's";
    /// Key to the mark of a doubt.
    KeyDoubted: "报载如此，但存疑", "as printed, but doubted";
    /// Key to the mark of a derived figure.
    KeyDerived: "由我们推算，列出算式", "derived by us, with its formula";
    /// Key to the mark of a claim.
    KeyClaim: "有说法，没有数字", "a claim without a number";
    /// Name of the list of charts.
    Views: "全部图表", "All charts";
    /// Language switch.
    Chinese: "中文", "中文";
    /// Language switch.
    English: "English", "English";
    /// Name of the theme switch.
    ThemeAuto: "跟随系统", "System";
    /// Theme switch.
    ThemeLight: "浅色", "Light";
    /// Theme switch.
    ThemeDark: "深色", "Dark";
    /// Shown where the module cannot run.
    Failed: "交互图无法运行：浏览器不支持 WebAssembly，或文件没有载入。下面的数据表同样完整。",
        "The interactive chart cannot run: this browser lacks WebAssembly, or a file did not load. The table below is just as complete.";
    /// Shown where scripts are switched off.
    NoScript: "脚本已停用，以下为数据表。", "Scripts are switched off; here is the data as a table.";
    /// Foot of the page.
    Footer: "图表和文字由本站编写，不是报社的说法。数据按 CC BY 4.0 共享。标记：> 多于 · ≥ 至少 · ≈ 约 · <≈ 接近 · >≈ 略多 · † 本站改读 · ‡ 存疑 · ∂ 推算",
        "Charts and wording are ours, not the paper's. Data shared under CC BY 4.0. Marks: > more than · ≥ at least · ≈ about · <≈ nearly · >≈ just over · † our reading · ‡ doubted · ∂ derived";
    /// On which day the paper appeared, as far as it is known; before the date.
    NotBefore: "发表日期原文未载，不早于", "date not printed, not before ";
}

#[cfg(test)]
mod tests {
    use super::super::Take;
    use super::*;

    /// Every phrase in Chinese and English.
    fn all() -> impl Iterator<Item = [&'static str; 2]> {
        let both = Phrase::ALL.iter().map(|phrase| Language::ALL.map(|language| phrase.get(language)));
        both.chain(Take::ALL.iter().map(|phrase| Language::ALL.map(|language| phrase.get(language))))
    }

    #[test]
    fn no_chinese_phrase_has_ascii_punctuation_beside_a_han_character() {
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for [zh, _] in all() {
            let text: Vec<char> = zh.chars().collect();
            for pair in text.windows(2) {
                let wrong = |a: char, b: char| han(a) && ",:;()?!\"".contains(b);
                assert!(!wrong(pair[0], pair[1]) && !wrong(pair[1], pair[0]), "{zh}");
            }
        }
    }

    #[test]
    fn every_phrase_has_both_languages() {
        for [zh, en] in all() {
            assert!(!zh.is_empty() && !en.is_empty(), "{zh}{en}");
        }
    }
}
