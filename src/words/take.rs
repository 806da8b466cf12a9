use super::phrase::phrases;
use crate::data::Language;

phrases! {
    /// A phrase of what is taken away: the menu, the files and the citations. The page's first module has none of them.
    enum Take;

    /// Over the files of a chart.
    Download: "下载", "Download";
    /// Over the files of the whole package.
    Package: "整套数据（Data Package）", "All data (Data Package)";
    /// Before the choice of what is cited, linked or reported.
    About: "引用或报告的对象", "What to cite or report";
    /// That choice: everything.
    WholeChart: "整张图", "the whole chart";
    /// Over the styles of a citation.
    Cite: "复制引文", "Copy a citation";
    /// A style of citation.
    Plain: "普通文字", "Plain text";
    /// Copies the address of the picture.
    CopyLink: "复制链接", "Copy the link";
    /// Leads from a picture that was drawn ahead to the live chart.
    Live: "打开可操作的图", "Open the interactive chart";
    /// Opens the dialog with what is pasted elsewhere, and its name.
    Share: "分享与嵌入", "Share and embed";
    /// The same, where there is little room.
    ShareShort: "分享", "Share";
    /// Over the ways to show a picture elsewhere.
    Ways: "方式", "As";
    /// A way: the address.
    ShareLink: "链接", "Link";
    /// What it is for.
    ShareLinkNote: "打开的就是这张图现在的样子。", "Opens the chart as it is now.";
    /// A way: the address of a page that other sites show with its picture.
    ShareCard: "带标题和图的链接", "Link with a preview";
    /// What it is for.
    ShareCardNote: "贴在社交网站上，会显示标题和图。打开的是图的初始选项。", "Sites where it is posted show its title and picture. Opens the chart with its first options.";
    /// A way to embed: the element.
    ShareLiving: "网页组件", "Element";
    /// What it is for.
    ShareLivingNote: "一段脚本和一个元素。今后的更正会自动生效。", "A script and an element. Corrections arrive by themselves.";
    /// A way to embed: the element of one build.
    SharePinned: "网页组件（锁定版本）", "Element, pinned";
    /// What it is for.
    SharePinnedNote: "永远是这一版。文件与散列值不符就不运行，只显示里面的文字。", "This build for ever. What differs from its hash is not run, and the text inside is shown.";
    /// A way to embed: a frame.
    ShareFrame: "内嵌框架", "Frame";
    /// What it is for, before a height in pixels.
    ShareFrameNote: "图在自己的页面里运行。embed.js 让框架与内容等高；不用它，框架高度（像素）是", "The chart runs in a page of its own. embed.js gives the frame the height of its content; without it the frame is as high as this, in pixels: ";
    /// A way to embed: the figure drawn ahead.
    SharePicture: "静态图", "Picture";
    /// What it is for, before the sizes of the pictures.
    SharePictureNote: "标题、图、注释、出处和数据表，不需要脚本和样式。画的是初始选项。尺寸（像素）：", "Title, picture, notes, source and table, without script or style, drawn with the first options. Sizes in pixels: ";
    /// A way to pass on: the address of one file.
    ShareFile: "单个文件", "Single file";
    /// What it is for.
    ShareFileNote: "一个网页文件的地址。存下来，不联网也能打开，可以作附件。", "The address of a page that is one file: saved, it opens without a network, and can be attached.";
    /// Over the choice of a language.
    ShareLanguage: "语言", "Language";
    /// Over the choice of colours.
    ShareTheme: "颜色", "Colours";
    /// Over the choice of what is around the picture.
    ShareControls: "控件", "Controls";
    /// That choice: toggles, menu and list of keys.
    ControlsFull: "全部", "All";
    /// That choice: nothing but picture, notes, source and table.
    ControlsNone: "不要", "None";
    /// Copies what is shown.
    Copy: "复制", "Copy";
    /// Name of the picture in the dialog.
    Preview: "预览", "Preview";
    /// Before the hash of the program, after the version of the data.
    Build: " · 程序 ", " · build ";
    /// Compares the files with their hashes.
    Verify: "核对文件", "Verify the files";
    /// Outcome, before the hash of the program.
    Verified: "重新取来的文件与发布的一致：", "The files, fetched again, are those of build ";
    /// Outcome, before the names of files.
    Altered: "这些文件与发布的不同，图可能被改动过：", "These files are not those that were published, and the chart may have been altered: ";
    /// Outcome: there is nothing to compare with.
    Unverified: "没能核对：文件或发布清单取不到，或者已经换成另一版。重新打开页面后可以再试。",
        "Could not verify: a file or the list of hashes cannot be had, or another build has replaced this one. Reload the page and try again.";
    /// Tells of a mistake.
    Report: "报告问题", "Report a problem";
    /// Name of the field with a text that could not be copied.
    Text: "供手动复制的文字", "Text to copy by hand";
    /// Outcome, before the name of a file.
    Saved: "已交给浏览器保存：", "Handed to the browser to save: ";
    /// Outcome, before what was copied.
    Copied: "已复制：", "Copied: ";
    /// Outcome: the address was copied.
    LinkCopied: "链接已复制。", "The link is copied.";
    /// Outcome: the clipboard is closed.
    Refused: "浏览器不允许写入剪贴板。文字已经选中，请手动复制。",
        "The browser does not allow writing to the clipboard. The text is selected: please copy it by hand.";
    /// Outcome in a frame that may forbid downloads.
    Blocked: "嵌入本图的页面可能不允许下载。如果没有得到文件，请手动复制这里的文字，或者复制链接，在新窗口里打开。",
        "The page that embeds this chart may forbid downloads. If no file arrives, copy the text here by hand, or copy the link and open it in a new window.";
    /// Outcome: the picture has no datum.
    Empty: "所选条件下没有数字，没有可以下载的数据。", "No figure fits this choice: there is no data to download.";
    /// Outcome: the canvas failed.
    Unpainted: "浏览器没能画出PNG，可以改用SVG。", "The browser could not paint the PNG; the SVG is there instead.";
    /// Outcome: the module or the browser failed.
    Failed: "没有成功，图没有变。请再试一次。", "That did not work; nothing has changed. Please try again.";
    /// Outcome: the text of a report is there.
    Reported: "请把这段文字发给编者。", "Please send this text to the editors.";
    /// Line of a report: the chart.
    ReportChart: "图：", "Chart: ";
    /// Line of a report: the figure.
    ReportDatum: "数据：", "Datum: ";
    /// Line of a report: where to see it.
    ReportLink: "链接：", "Link: ";
    /// Line of a report: which data.
    ReportVersion: "数据版本：", "Data version: ";
    /// Last line of a report, for the reader to fill.
    ReportProblem: "问题：", "Problem: ";
    /// Who is cited.
    Authors: "article-charts 编者", "The article-charts authors";
    /// In a citation, before the articles.
    BasedOn: "所据报道：", "Based on: ";
    /// At the foot of a picture that leaves the site.
    Ours: "图和文字由本站编写，不是报社的说法", "Chart and wording are ours, not the paper's";

    /// Name of the panel that says where a figure comes from.
    Provenance: "来历", "Where it comes from";
    /// Closes the panel.
    Close: "关闭", "Close";
    /// Panel: what the paper prints.
    AsPrinted: "报载原样", "As printed";
    /// Panel: how we read it.
    AsRead: "作图所用", "As drawn";
    /// Panel: place in the article.
    Place: "出处", "Place";
    /// Panel: who says it.
    Speaker: "谁说的", "Who says it";
    /// Panel: how exact the figure is.
    Precision: "准到哪里", "How exact";
    /// Panel: the values that the figure leaves possible.
    Possible: "可能的值", "Possible values";
    /// Panel: what a derived figure is computed from.
    Computed: "算式（点选可看输入）", "Formula (its inputs are links)";
    /// Panel: over errata and doubts.
    Doubts: "勘误与存疑", "Errata and doubts";
    /// Panel: over other charts with the same figure.
    Views: "也见于", "Also drawn in";
    /// Panel: which data.
    Data: "数据", "Data";
    /// Panel: the figure is ours and not printed anywhere.
    NowhereInPrint: "报上没有这个数", "the paper does not print this figure";
    /// How exact: a count or a figure that is not rounded.
    Exact: "确数，照报载", "exact, as printed";
    /// How exact: computed from such figures.
    ExactComputed: "由确数算得", "computed from exact figures";
    /// Before the only possible value.
    Exactly: "恰为", "exactly ";
    /// How exact: rounded; before the step.
    RoundedTo: "四舍五入，最小一级为", "rounded to steps of ";
    /// How exact: more than.
    LowerOpen: "只有下限，不含这个数；上限原文未载", "a lower bound, itself left out; no upper end is printed";
    /// How exact: at least.
    LowerClosed: "至少这些；上限原文未载", "at least this; no upper end is printed";
    /// How exact: less than.
    UpperOpen: "只有上限，不含这个数；下限原文未载", "an upper bound, itself left out; no lower end is printed";
    /// How exact: at most.
    UpperClosed: "最多这些；下限原文未载", "at most this; no lower end is printed";
    /// How exact: about.
    Roughly: "约数；相差多少，原文未载", "approximate; how far off it may be is not printed";
    /// How exact: close to, from below.
    NearlyThere: "接近而未到；差多少，原文未载", "close to it and below; how far below is not printed";
    /// How exact: just over.
    JustOver: "略多；多多少，原文未载", "just over it; how far over is not printed";
    /// How exact: derived from inputs that leave a range.
    Between: "由输入的范围算得", "what its inputs leave possible";
    /// How exact: a date.
    ToTheDay: "精确到日", "to the day";
    /// How exact: a date.
    ToTheMonth: "精确到月", "to the month";
    /// How exact: a date.
    ToTheYear: "精确到年", "to the year";
    /// How exact: a period with two ends, or one that comes back.
    AsAPeriod: "一段时间，照报载", "a period, as printed";
    /// How exact: there is no figure.
    NoNumber: "有说法，没有数字", "a statement without a number";

    /// Over the button that plays a chart as sound.
    Listen: "聆听", "Listen";
    /// That button, and its key.
    Play: "播放", "Play";
    /// How to hear it.
    HowToListen: "从左到右，一个数一声：数越大音越高，各单位自成一阶。长停顿是没有披露的年份；向上或向下滑的是界限；音色粗的是改读或存疑；短促无音高的是没有数字的说法。再按一次或按 Esc 停止。",
        "A sound a figure, from left to right: the larger, the higher, each unit on a scale of its own. A long pause is years that are not disclosed; what glides up or down is a bound; a rough sound is our reading or a doubt; a short one without a pitch is a claim without a number. Press again, or Esc, to stop.";
    /// Outcome: the browser makes no sound.
    Silent: "浏览器不允许发声，或没有可用的音频设备。图和数据表没有变。",
        "The browser does not allow sound, or there is no device for it. Chart and table are as they were.";
    /// Outcome: the picture has no datum.
    NothingToHear: "所选条件下没有数字，没有可以聆听的。", "No figure fits this choice: there is nothing to hear.";
}
