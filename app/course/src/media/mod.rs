//! Pictures, sound and film: what each file is, by its content and not by its name, and whether it may be shown.

mod kind;
mod mp4;
mod style;
mod svg;

pub use kind::MediaKind;

use crate::diagnostic::{Fault, Faults};
use crate::names::Hash;

/// A media file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Its path within the course's folder.
    pub path: String,
    /// The hash of its bytes.
    pub hash: Hash,
    /// Its size.
    pub bytes: u64,
    /// What it is.
    pub kind: MediaKind,
    /// How wide a picture is, in pixels, where it says so.
    pub width: Option<u32>,
    /// How high a picture is, in pixels, where it says so.
    pub height: Option<u32>,
}

impl Media {
    /// The last part of its path.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Where it is served: by its hash, so that a changed file has another address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("/media/{}/{}", self.hash, crate::links::encode_segment(self.file_name()))
    }
}

/// Looks at a file of `media/`. None if it may not be shown, and the fault says why.
pub(crate) fn examine(path: &str, bytes: &[u8], faults: &mut Faults) -> Option<Media> {
    let Some(kind) = MediaKind::of(bytes) else {
        faults.whole(Fault::MediaType {});
        return None;
    };
    if !kind.fits(path) {
        let ending = path.rsplit_once('.').map_or("none", |(_, ending)| ending).to_owned();
        faults.whole(Fault::MediaEnding { kind: kind.name().to_owned(), ending });
    }
    if kind == MediaKind::Mp4 && !mp4::starts_fast(bytes) {
        faults.whole(Fault::Mp4SlowStart {});
    }
    let size = if kind == MediaKind::Svg { svg::check(bytes, faults) } else { pixels(kind, bytes, faults) };
    let (width, height) = size.unzip();
    let hash = Hash::of(bytes);
    Some(Media { path: path.to_owned(), hash, bytes: bytes.len() as u64, kind, width, height })
}

fn pixels(kind: MediaKind, bytes: &[u8], faults: &mut Faults) -> Option<(u32, u32)> {
    if !matches!(kind, MediaKind::Png | MediaKind::Jpeg | MediaKind::Webp) {
        return None;
    }
    let size = imagesize::blob_size(bytes).ok();
    let size = size.and_then(|size| Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)));
    let size = size.filter(|(width, height)| *width > 0 && *height > 0);
    if size.is_none() {
        faults.whole(Fault::MediaDamaged { kind: kind.name().to_owned() });
    }
    size
}
