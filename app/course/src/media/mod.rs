//! Pictures, sound and film: what each file is, by its content and not by its name, and whether it may be shown.

mod captions;
pub(crate) mod films;
mod kind;
mod mp4;
mod ogg;
mod style;
mod svg;
mod webm;

use std::time::Duration;

pub(crate) use captions::{MOST_BYTES as MOST_CAPTION_BYTES, check as check_captions, is_captions};
pub(crate) use films::{Film, Films, Transcript, alone, refuse};
pub use kind::MediaKind;

use crate::diagnostic::{Fault, Faults};
use crate::names::Hash;

/// A larger file costs many learners more than a day's data, and is hardly watched to its end on a slow line.
const HEAVY: u64 = 8_000_000;

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
    /// How wide a picture or a film is, in pixels, where it says so.
    pub width: Option<u32>,
    /// How high a picture or a film is, in pixels, where it says so.
    pub height: Option<u32>,
    /// How long a film or a sound is, where it says so.
    pub length: Option<Duration>,
    /// It is a film: there is something to see.
    pub is_film: bool,
}

/// What a file of film or sound says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Played {
    /// How long it is.
    length: Option<Duration>,
    /// How wide and high.
    size: Option<(u32, u32)>,
    /// It has sound and nothing to see.
    only_sound: bool,
}

impl Played {
    fn read(kind: MediaKind, bytes: &[u8]) -> Self {
        match kind {
            MediaKind::Webm => webm::read(bytes),
            MediaKind::Mp4 => mp4::read(bytes),
            MediaKind::Ogg | MediaKind::Opus => Self { length: ogg::length(bytes), only_sound: true, size: None },
            // How long an mp3 is cannot be said without going through all of it.
            _ => Self { only_sound: true, ..Self::default() },
        }
    }
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
    let kind = if is_captions(path) { Some(MediaKind::Vtt) } else { MediaKind::of(bytes) };
    let Some(kind) = kind else {
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
    if bytes.len() as u64 > HEAVY {
        let megabytes = (bytes.len() as u64).div_ceil(1_000_000).to_string();
        faults.whole(Fault::MediaHeavy { megabytes, limit: (HEAVY / 1_000_000).to_string() });
    }
    let played = Played::read(kind, bytes);
    let size = match kind {
        MediaKind::Svg => svg::check(bytes, faults),
        _ if kind.is_played() => played.size,
        _ => pixels(kind, bytes, faults),
    };
    let (width, height) = size.unzip();
    let (path, hash, bytes) = (path.to_owned(), Hash::of(bytes), bytes.len() as u64);
    let is_film = kind.is_played() && !played.only_sound;
    Some(Media { path, hash, bytes, kind, width, height, length: played.length, is_film })
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
