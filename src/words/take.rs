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
    /// Outcome: the clipboard is closed.
    Refused: "浏览器不允许写入剪贴板。文字已经选中，请手动复制。",
        "The browser does not allow writing to the clipboard. The text is selected: please copy it by hand.";
    /// Outcome in a frame that may forbid downloads.
    Blocked: "嵌入本图的页面可能不允许下载。如果没有得到文件，请手动复制这里的文字，或者复制链接，在新窗口里打开。",
        "The page that embeds this chart may forbid downloads. If no file arrives, copy the text here by hand, or copy the link and open it in a new window.";
    /// Outcome: the picture has no datum.
    Empty: "所选条件下没有数字，没有可以下载的数据。", "No figure fits this choice: there is no data to download.";
    /// Outcome: the canvas failed.
    Unpainted: "浏览器没能画出 PNG，可以改用 SVG。", "The browser could not paint the PNG; the SVG is there instead.";
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
}
