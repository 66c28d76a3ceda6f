//! A picture with its regions. Each region is a label of its own option, drawn over the picture in percent of it, so that
//! pointing at one picks it, by mouse or finger, with script or without; smaller ones lie above larger ones. The list below is
//! the way of the keyboard. It is made on the server, because
//! numbers with decimals would be dear in the browser's bundle.

/// x, y, width and height, in percent of the picture.
pub type Region = [f64; 4];

/// The picture as the question with this id asks for it, as HTML. `picture` and `caption` are HTML that `course` wrote; the
/// regions are in the order in which their options are shown.
#[must_use]
pub fn picture_to_point_at(id: &str, picture: &str, caption: Option<&str>, regions: &[Region]) -> String {
    // The list says what the region is; a screen reader is spared the empty label.
    figure(picture, caption, regions, |at, drawn| {
        format!("<label class=\"spot s{at}\" for=\"{id}-{at}\" aria-hidden=\"true\">{drawn}</label>")
    })
}

/// The picture with the marks of its regions, as HTML: `classes[n]` says of what kind region `n` is.
#[must_use]
pub fn marked_picture(picture: &str, caption: Option<&str>, regions: &[Region], classes: &[&str]) -> String {
    figure(picture, caption, regions, |at, drawn| {
        let class = classes.get(at).copied().unwrap_or_default();
        format!("<span class=\"spot {class}\" aria-hidden=\"true\">{drawn}</span>")
    })
}

fn figure(picture: &str, caption: Option<&str>, regions: &[Region], spot: impl Fn(usize, String) -> String) -> String {
    let size = |at: &usize| regions[*at][2] * regions[*at][3];
    let mut order: Vec<usize> = (0..regions.len()).collect();
    order.sort_by(|one, other| size(other).total_cmp(&size(one)));
    let spots: String = order.into_iter().map(|at| spot(at, drawn(regions[at]))).collect();
    let caption = caption.map(|caption| format!("<figcaption>{caption}</figcaption>")).unwrap_or_default();
    format!("<figure><div class=\"picture\">{picture}{spots}</div>{caption}</figure>")
}

/// The frame of a region: light within dark, so that it is seen on any picture.
fn drawn([x, y, width, height]: Region) -> String {
    let frame = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
    format!("<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\"><rect {frame}/><rect {frame}/></svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_within_another_lies_above_it_wherever_it_stands_in_the_list() {
        let html = marked_picture("<img>", None, &[[40.0, 40.0, 10.0, 10.0], [0.0, 0.0, 100.0, 100.0]], &["in", "out"]);
        assert!(html.find("spot out") < html.find("spot in"), "{html}");
    }
}
