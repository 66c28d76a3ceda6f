//! Whether a style in a drawing refers to something outside the drawing.

/// Ways of writing a reference that are refused whatever stands in them. An escape (`\75rl`) could write any of them.
const REFUSED: &[&str] =
    &["@import", "@namespace", "image-set(", "image(", "expression(", "javascript:", "-moz-binding", "\\"];

/// What in this style refers to the outside. References within the drawing, `url(#id)`, do not.
pub(super) fn outside(css: &str) -> Option<String> {
    let css = without_comments(&css.to_ascii_lowercase());
    if let Some(refused) = REFUSED.iter().find(|refused| css.contains(**refused)) {
        return Some((*refused).to_owned());
    }
    let references = css.split("url(").skip(1).map(|rest| rest.split_once(')').map_or(rest, |(inside, _)| inside));
    let mut targets = references.map(|inside| inside.trim().trim_matches(['"', '\'']).trim());
    targets.find(|target| !target.starts_with('#')).map(str::to_owned)
}

/// In CSS a comment parts words: `ur/**/l(` is no reference, but `url(/**/` is one, so comments go before looking.
fn without_comments(css: &str) -> String {
    let mut left = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        left.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    left + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_may_refer_to_the_drawing_itself_only() {
        for inside in ["", ".a { fill: #fff }", "fill: url(#g)", "fill: URL( '#g' )", ".a { fill: red } /* @import */"]
        {
            assert_eq!(outside(inside), None, "{inside}");
        }
        for out in [
            "fill: url(http://evil.example/x)",
            "fill: url(/**/'http://evil.example/x')",
            "src: url(a.woff)",
            "fill: url(#a), url( x )",
            "@IMPORT 'x'",
            "fill: \\75rl(x)",
            "background: image-set('x' 1x)",
            "background: url(",
        ] {
            assert!(outside(out).is_some(), "{out}");
        }
    }
}
