//! A region of a picture, in percent of its width and height: `{10,20,40,30}` is x, y, width and height. In steps of a
//! hundredth, so that two regions overlap or they do not, on every machine.

/// All of a side, in hundredths of a percent.
const WHOLE: u16 = 10_000;

/// What is more than a side has is read as so many percent: still too many, and in hundredths still a number of 16 bits.
const BEYOND: u16 = 300;

/// A region that lies within its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Region {
    /// Where it begins from the left, in hundredths of a percent; likewise the others.
    x: u16,
    y: u16,
    width: u16,
    height: u16,
}

/// Why four numbers are no region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoRegion {
    /// They are not four numbers.
    Unreadable,
    /// It has no width or no height.
    Empty,
    /// It reaches over the edge of the picture.
    Outside,
}

impl Region {
    /// Reads what stands between the braces.
    pub(crate) fn parse(written: &str) -> Result<Self, NoRegion> {
        let numbers: Vec<u16> =
            written.split(',').map(hundredths).collect::<Option<_>>().ok_or(NoRegion::Unreadable)?;
        let [x, y, width, height] = numbers[..] else { return Err(NoRegion::Unreadable) };
        if width == 0 || height == 0 {
            Err(NoRegion::Empty)
        } else if u32::from(x) + u32::from(width) > WHOLE.into() || u32::from(y) + u32::from(height) > WHOLE.into() {
            Err(NoRegion::Outside)
        } else {
            Ok(Self { x, y, width, height })
        }
    }

    /// x, y, width and height in percent.
    #[must_use]
    pub fn percent(self) -> [f64; 4] {
        [self.x, self.y, self.width, self.height].map(|number| f64::from(number) / 100.0)
    }

    /// Whether a point of one is a point of the other. Regions that touch do not overlap.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        let meet = |from: u16, long: u16, other: u16, other_long: u16| from < other + other_long && other < from + long;
        meet(self.x, self.width, other.x, other.width) && meet(self.y, self.height, other.y, other.height)
    }
}

impl std::fmt::Display for Region {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [x, y, width, height] = self.percent();
        write!(f, "{{{x},{y},{width},{height}}}")
    }
}

/// A number of percent with at most two decimals: `10`, `12.5`. What is more than a picture has is read as such.
fn hundredths(written: &str) -> Option<u16> {
    let written = written.trim();
    let (whole, part) = written.split_once('.').unwrap_or((written, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    let whole = whole.parse().unwrap_or(u16::MAX).min(BEYOND);
    let part: u16 = format!("{part:0<2}").parse().ok()?;
    Some(whole * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_lies_within_its_picture_or_is_none() {
        for (written, read) in [
            ("10,20,40,30", Ok([10.0, 20.0, 40.0, 30.0])),
            (" 0, 0 ,100 , 100", Ok([0.0, 0.0, 100.0, 100.0])),
            ("12.5,0.25,0.01,99.75", Ok([12.5, 0.25, 0.01, 99.75])),
            ("99,99,1,1", Ok([99.0, 99.0, 1.0, 1.0])),
            ("10,20,0,30", Err(NoRegion::Empty)),
            ("10,20,30,0.00", Err(NoRegion::Empty)),
            ("61,20,40,30", Err(NoRegion::Outside)),
            ("10,20,40,80.01", Err(NoRegion::Outside)),
            ("1,1,99999999999999999999,1", Err(NoRegion::Outside)),
            ("65535,65535,65535,65535", Err(NoRegion::Outside)),
            ("", Err(NoRegion::Unreadable)),
            ("10,20,40", Err(NoRegion::Unreadable)),
            ("10,20,40,30,", Err(NoRegion::Unreadable)),
            ("10;20;40;30", Err(NoRegion::Unreadable)),
            ("10,20,40,-30", Err(NoRegion::Unreadable)),
            ("10,20,40,30%", Err(NoRegion::Unreadable)),
            ("10.,20,40,30", Err(NoRegion::Unreadable)),
            ("10.123,20,40,30", Err(NoRegion::Unreadable)),
            ("١,2,3,4", Err(NoRegion::Unreadable)),
        ] {
            assert_eq!(Region::parse(written).map(Region::percent), read, "{written:?}");
        }
    }

    #[test]
    fn regions_overlap_if_they_share_more_than_an_edge() {
        for (one, other, overlap) in [
            ("0,0,50,50", "50,0,50,50", false),
            ("0,0,50,50", "0,50,50,50", false),
            ("0,0,50,50", "50,50,50,50", false),
            ("0,0,50.01,50", "50,0,50,50", true),
            ("0,0,100,100", "40,40,10,10", true),
            ("40,0,20,100", "0,40,100,20", true),
            ("0,0,10,10", "0,0,10,10", true),
        ] {
            let [one, other] = [one, other].map(|text| Region::parse(text).expect("a region"));
            assert_eq!((one.overlaps(other), other.overlaps(one)), (overlap, overlap), "{one} {other}");
        }
    }
}
