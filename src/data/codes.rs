//! The closed vocabularies of the data package.
//!
//! The build script and the decoder both include this file, so a code has one spelling and one byte. A code's byte is its place
//! in the list: reordering a list is safe, because blob and decoder are always built together.

/// Declares an enum together with the text codes that the CSV files use for it.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $name {
            $($(#[$about])* $variant,)+
        }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The code as the data package spells it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The value that `code` stands for; `None` for any other text.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }

            /// The value at this place of [`Self::ALL`]; `None` beyond its end.
            #[must_use]
            pub fn from_byte(byte: u8) -> Option<Self> {
                Self::ALL.get(usize::from(byte)).copied()
            }
        }
    };
}

codes! {
    /// How a printed figure bounds the true one.
    Comparator {
        /// Printed without a qualifier.
        Equal = "=",
        /// 超, 超过: more than.
        Greater = ">",
        /// At least, as in an open list.
        GreaterOrEqual = ">=",
        /// Less than.
        Less = "<",
        /// At most.
        LessOrEqual = "<=",
        /// About: on either side, no end known.
        About = "~",
        /// 近, 接近: close to and below; the lower end is not known.
        CloseBelow = "~<",
        /// 余: somewhat above; the upper end is known only where a resolution is.
        CloseAbove = "~>",
    }
}

codes! {
    /// What sort of statement a row of the register is.
    Kind {
        /// A count or an amount.
        Number = "number",
        /// A part of a whole, in percent.
        Share = "share",
        /// A date or a length of time.
        Date = "date",
        /// A place in an order, such as "first".
        Ordinal = "ordinal",
        /// Things named side by side.
        List = "list",
        /// A statement without a figure.
        Claim = "claim",
        /// Who a speaker or what a picture is.
        Identity = "identity",
    }
}

codes! {
    /// How the values of a series relate to time.
    SeriesQuantity {
        /// The level at one moment.
        Stock = "stock",
        /// What happened during a period.
        Flow = "flow",
        /// What has added up since a start.
        Cumulative = "cumulative",
        /// A part of a whole.
        Share = "share",
        /// One quantity per unit of another.
        Rate = "rate",
        /// A number of things without a time dimension.
        Count = "count",
    }
}

codes! {
    /// Observation status, the codes of SDMX `OBS_STATUS`.
    Status {
        /// Normal.
        Normal = "A",
        /// Low reliability: a serious erratum touches the row.
        Unreliable = "U",
        /// No value printed.
        Missing = "O",
    }
}

codes! {
    /// What an erratum does to a picture.
    Severity {
        /// It changes where or what a chart draws.
        Drawing = "S1",
        /// It changes a label or needs a visible note.
        Label = "S2",
        /// A language slip without effect on a chart.
        Language = "S3",
    }
}

codes! {
    /// How sure the reading of an erratum is.
    Confidence {
        /// No other reading is possible.
        Certain = "certain",
        /// Several independent reasons agree.
        VeryLikely = "very likely",
        /// More probable than not.
        Likely = "likely",
    }
}

codes! {
    /// Who stands behind the reading of an erratum.
    ErratumState {
        /// Ours, not the paper's.
        OurReading = "our reading",
        /// The paper has confirmed it.
        Confirmed = "confirmed by the paper",
    }
}

codes! {
    /// The part of an observation that an erratum is about.
    Field {
        /// The figure.
        Value = "value",
        /// The date or year.
        Period = "period",
        /// What the figure is said to count.
        Label = "label",
        /// The unit.
        Unit = "unit",
        /// The bound, such as "more than".
        Comparator = "comparator",
        /// What the figure includes.
        Definition = "definition",
        /// The words around it.
        Wording = "wording",
        /// Who says it.
        Source = "source",
    }
}

codes! {
    /// How a derived value is computed from its inputs `a`, `b`, … in their order.
    Formula {
        /// `a − b`.
        Difference = "difference",
        /// `a + b + …`.
        Sum = "sum",
        /// `a ÷ b`.
        Ratio = "ratio",
        /// `a ÷ b` in percent.
        Share = "share",
        /// `(b − a) ÷ a` in percent.
        Change = "change",
        /// `b ÷ a`.
        Fold = "fold",
        /// `a ÷ b × 100`.
        Index = "index",
        /// `a % × b`.
        PercentOf = "percent_of",
        /// `100 % − a %`.
        Complement = "complement",
        /// `a ÷ b %`: the whole of which `a` is the share `b`.
        Whole = "whole",
        /// `a ÷ b % − a`: that whole without `a`.
        Rest = "rest",
        /// `(b − a) ÷ b` in percent: the share of what is not the part `a` of the total `b`.
        RestShare = "rest_share",
        /// `a ÷ (b − a)`: the part `a` of the total `b` against what is left.
        PartToRest = "part_to_rest",
        /// `1 ÷ a %`: one in how many.
        OneIn = "one_in",
        /// Year of `b` − year of `a`.
        YearsBetween = "years_between",
        /// Year of `b` − year of `a` + 1.
        YearsInclusive = "years_inclusive",
        /// Years between the first and the last input that no input covers.
        YearsUndisclosed = "years_undisclosed",
        /// Year of `a` − `b`, in whole years.
        FoundingYear = "founding_year",
        /// `a − 1`.
        Previous = "previous",
        /// The last day of February in the year of `b`.
        LastDayOfFebruary = "last_day_of_february",
        /// Calendar months from the period of `a` to the period of `b`.
        MonthsBetween = "months_between",
    }
}

codes! {
    /// What a row is for in a view.
    Role {
        /// It is drawn.
        Mark = "mark",
        /// It explains what is drawn.
        Annotation = "annotation",
        /// It stands beside the picture.
        Context = "context",
    }
}

codes! {
    /// How the rows of a group are set.
    Form {
        /// In columns that read downwards.
        Flow = "flow",
        /// Beside each other, with what belongs to them below.
        Badge = "badge",
        /// Likewise, under marks of one size: none counts for more than another.
        Tile = "tile",
        /// Beside each other, each under who says it.
        Voice = "voice",
        /// One count with its members.
        Roll = "roll",
        /// Stages over one strip that none of them divides.
        Cycle = "cycle",
        /// Members, named once, with tags.
        Tag = "tag",
    }
}

codes! {
    /// A visual channel, in Vega-Lite's words.
    Channel {
        /// Position from left to right.
        X = "x",
        /// Position from bottom to top.
        Y = "y",
        /// Colour.
        Color = "color",
        /// Shape of a mark.
        Shape = "shape",
        /// A panel below another.
        Row = "row",
        /// A panel beside another.
        Column = "column",
        /// Size of a mark.
        Size = "size",
        /// Written text.
        Text = "text",
        /// Kept with the mark, not drawn.
        Detail = "detail",
    }
}

codes! {
    /// How the values of an encoded field compare, in Vega-Lite's words.
    FieldType {
        /// Amounts.
        Quantitative = "quantitative",
        /// Moments.
        Temporal = "temporal",
        /// Ranks.
        Ordinal = "ordinal",
        /// Names.
        Nominal = "nominal",
    }
}

codes! {
    /// What a self-audit check compares.
    CheckKind {
        /// Part ÷ total is the printed share.
        Share = "share",
        /// As many members are named as the total says.
        ListCount = "list_count",
        /// Two lists name the same things.
        SameItems = "same_items",
        /// The printed periods of a series run forward in printed order.
        YearOrder = "year_order",
        /// The first period does not come after the second.
        NotAfter = "not_after",
        /// A printed length of time fits its first and last year.
        Span = "span",
        /// The date is the last day of February.
        LastDayOfFebruary = "last_day_of_february",
        /// A part and its share can belong together.
        Whole = "whole",
        /// The second value is the largest.
        Peak = "peak",
    }
}

codes! {
    /// The answer to a check.
    Outcome {
        /// The figures agree.
        Pass = "pass",
        /// They cannot all be right.
        Fail = "fail",
        /// What is printed does not decide it.
        Undecided = "undecided",
    }
}

impl Formula {
    /// The fewest and the most inputs that the formula takes.
    #[must_use]
    pub const fn arity(self) -> (usize, usize) {
        match self {
            Self::Sum | Self::YearsUndisclosed => (2, 255),
            Self::Complement | Self::OneIn | Self::Previous => (1, 1),
            _ => (2, 2),
        }
    }
}

/// Where in its section a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paragraph {
    /// Running text, counted from 1 within the section.
    Number(u8),
    /// The caption of a picture.
    Caption,
    /// A heading.
    Heading,
    /// The line that names the author.
    Byline,
}

impl Paragraph {
    const CAPTION: u8 = 253;
    const HEADING: u8 = 254;
    const BYLINE: u8 = 255;

    /// Reads a number from 1 to 252, `caption`, `heading` or `byline`; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "caption" => Some(Self::Caption),
            "heading" => Some(Self::Heading),
            "byline" => Some(Self::Byline),
            _ => match text.parse() {
                Ok(number @ 1..Self::CAPTION) => Some(Self::Number(number)),
                _ => None,
            },
        }
    }

    /// The byte that stands for this place in the blob; never 0, which stands for "none".
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        match self {
            Self::Number(number) => number,
            Self::Caption => Self::CAPTION,
            Self::Heading => Self::HEADING,
            Self::Byline => Self::BYLINE,
        }
    }

    /// The place that `byte` stands for; `None` for 0.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            0 => None,
            Self::CAPTION => Some(Self::Caption),
            Self::HEADING => Some(Self::Heading),
            Self::BYLINE => Some(Self::Byline),
            number => Some(Self::Number(number)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_bytes_name_the_same_value() {
        for (place, &formula) in Formula::ALL.iter().enumerate() {
            assert_eq!(formula as usize, place);
            assert_eq!(Formula::from_byte(formula as u8), Some(formula));
            assert_eq!(Formula::parse(formula.code()), Some(formula));
        }
        assert_eq!(Formula::from_byte(Formula::ALL.len() as u8), None);
        assert_eq!(Comparator::parse("≥"), None);
    }

    #[test]
    fn every_paragraph_survives_its_byte() {
        for byte in 1..=255 {
            assert_eq!(Paragraph::from_byte(byte).map(Paragraph::to_byte), Some(byte));
        }
        assert_eq!(Paragraph::from_byte(0), None);
        assert_eq!(Paragraph::parse("252"), Some(Paragraph::Number(252)));
        for wrong in ["", "0", "253", "-1", "lead"] {
            assert_eq!(Paragraph::parse(wrong), None, "{wrong}");
        }
    }
}
