use super::has;

/// What no line may begin with: it belongs to what comes before.
const CLOSING: &str = "，。、；：！？）”’》〉」』】…—～％%†‡∂,.;:!?)]}";
/// What no line may end with: it belongs to what comes after.
const OPENING: &str = "（“‘《〈「『【([{";

/// Breaks a text into lines no wider than `room`, as `width` measures them.
///
/// Chinese breaks between any two characters but not before closing or after opening punctuation, and never between a figure and the
/// character behind it (its unit); other text breaks at spaces. What is wider than the room alone stays whole on a line of its own.
pub fn wrap(text: &str, room: f64, width: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let end = line.len();
        line.push_str(piece);
        if end > 0 && width(line.trim_ascii_end()) > room {
            line.truncate(end);
            lines.push(line.trim_ascii_end().to_owned());
            line.clear();
            line.push_str(piece);
        }
    }
    if !line.trim_ascii_end().is_empty() {
        lines.push(line.trim_ascii_end().to_owned());
    }
    lines
}

/// Cuts a text into pieces that stay whole; a space stays with the piece before it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, next) in text.char_indices() {
        if last.is_some_and(|last| !holds(last, next)) {
            pieces.extend(text.get(start..at));
            start = at;
        }
        last = Some(next);
    }
    pieces.extend(text.get(start..));
    pieces
}

/// Whether no line may end between two characters.
fn holds(last: char, next: char) -> bool {
    if next == ' ' || has(CLOSING, next) || has(OPENING, last) {
        return true;
    }
    if last == ' ' {
        return false;
    }
    let figure_and_unit = last.is_ascii_digit() && is_wide(next);
    figure_and_unit || !(is_wide(last) || is_wide(next))
}

/// Whether a character is set as a full square: Han characters and full-width punctuation.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One unit a narrow character, two a wide one.
    fn columns(text: &str) -> f64 {
        text.chars().map(|c| if is_wide(c) { 2.0 } else { 1.0 }).sum()
    }

    #[test]
    fn a_figure_keeps_its_unit_and_a_line_does_not_begin_with_a_comma() {
        assert_eq!(wrap("登记的62家，过半", 7.0, &columns), ["登记的", "62家，", "过半"]);
    }

    #[test]
    fn english_breaks_at_spaces() {
        assert_eq!(wrap("more than half of them", 10.0, &columns), ["more than", "half of", "them"]);
    }

    #[test]
    fn what_does_not_fit_stays_whole() {
        assert_eq!(wrap("unbreakable", 3.0, &columns), ["unbreakable"]);
        assert!(wrap("", 3.0, &columns).is_empty());
    }

    proptest! {
        #[test]
        fn no_text_is_lost_and_no_rule_broken(text in "[登记的社会组织，。（）“”0-9a-z ]{0,60}", room in 2.0..30.0f64) {
            let lines = wrap(&text, room, &columns);
            let squeezed = |t: &str| t.replace(' ', "");
            prop_assert_eq!(squeezed(&lines.concat()), squeezed(&text));
            for line in lines.iter().skip(1) {
                prop_assert!(!line.starts_with(|c| CLOSING.contains(c)), "{:?}", line);
            }
        }
    }
}
