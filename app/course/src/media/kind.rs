//! What a file is, by the bytes it begins with.

/// The types of media a course may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaKind {
    /// A drawing.
    Svg,
    /// A picture.
    Png,
    /// A picture.
    Jpeg,
    /// A picture.
    Webp,
    /// A picture.
    Avif,
    /// A film.
    Webm,
    /// A film.
    Mp4,
    /// Sound.
    Mp3,
    /// Sound.
    Ogg,
    /// Sound.
    Opus,
    /// Captions.
    Vtt,
    /// A document.
    Pdf,
}

impl MediaKind {
    /// What these bytes are.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |with: &[u8]| bytes.starts_with(with);
        let holds = |at: usize, what: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(what));
        let head = &bytes[..bytes.len().min(64)];
        match () {
            () if begins(b"\x89PNG\r\n\x1a\n") => Some(Self::Png),
            () if begins(b"\xff\xd8\xff") => Some(Self::Jpeg),
            () if begins(b"RIFF") && holds(8, b"WEBP") => Some(Self::Webp),
            () if holds(4, b"ftypavif") || holds(4, b"ftypavis") => Some(Self::Avif),
            () if holds(4, b"ftyp") => Some(Self::Mp4),
            () if begins(b"\x1a\x45\xdf\xa3") && head.windows(4).any(|four| four == b"webm") => Some(Self::Webm),
            () if begins(b"OggS") && head.windows(8).any(|eight| eight == b"OpusHead") => Some(Self::Opus),
            () if begins(b"OggS") => Some(Self::Ogg),
            () if begins(b"ID3") || is_mpeg_sound(bytes) => Some(Self::Mp3),
            () if begins(b"%PDF-") => Some(Self::Pdf),
            () => Self::of_text(bytes),
        }
    }

    fn of_text(bytes: &[u8]) -> Option<Self> {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if text.strip_prefix(b"WEBVTT").is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace)) {
            return Some(Self::Vtt);
        }
        super::svg::is_svg(bytes).then_some(Self::Svg)
    }

    /// Its media type, for the header `Content-Type`.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Avif => "image/avif",
            Self::Webm => "video/webm",
            Self::Mp4 => "video/mp4",
            Self::Mp3 => "audio/mpeg",
            Self::Ogg => "audio/ogg",
            Self::Opus => "audio/ogg; codecs=opus",
            Self::Vtt => "text/vtt; charset=utf-8",
            Self::Pdf => "application/pdf",
        }
    }

    /// The usual ending of its files.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.endings()[0]
    }

    /// Whether it is a picture.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Svg | Self::Png | Self::Jpeg | Self::Webp | Self::Avif)
    }

    /// Whether it is a film or a sound.
    #[must_use]
    pub fn is_played(self) -> bool {
        matches!(self, Self::Webm | Self::Mp4 | Self::Mp3 | Self::Ogg | Self::Opus)
    }

    /// Whether the file's name ends as such files do.
    pub(crate) fn fits(self, path: &str) -> bool {
        path.rsplit_once('.')
            .is_some_and(|(_, ending)| self.endings().iter().any(|own| own.eq_ignore_ascii_case(ending)))
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Svg => &["svg"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Webp => &["webp"],
            Self::Avif => &["avif"],
            Self::Webm => &["webm"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::Mp3 => &["mp3"],
            Self::Ogg => &["ogg", "oga"],
            Self::Opus => &["opus"],
            Self::Vtt => &["vtt"],
            Self::Pdf => &["pdf"],
        }
    }
}

/// A frame of MPEG audio, layer III: eleven set bits, then the version and the layer.
fn is_mpeg_sound(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, second, ..] if second & 0xe6 == 0xe2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\n...."[..], Some(MediaKind::Png)),
            (b"\xff\xd8\xff\xe0", Some(MediaKind::Jpeg)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(MediaKind::Webp)),
            (b"RIFF\0\0\0\0WAVEfmt ", None),
            (b"\0\0\0\x1cftypavif", Some(MediaKind::Avif)),
            (b"\0\0\0\x1cftypisom", Some(MediaKind::Mp4)),
            (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", Some(MediaKind::Webm)),
            (b"OggS\0\x02..........................OpusHead", Some(MediaKind::Opus)),
            (b"OggS\0\x02..........................\x01vorbis", Some(MediaKind::Ogg)),
            (b"ID3\x04", Some(MediaKind::Mp3)),
            (b"\xff\xfb\x90", Some(MediaKind::Mp3)),
            (b"WEBVTT\n\n00:00", Some(MediaKind::Vtt)),
            (b"WEBVTTx", None),
            (b"%PDF-1.7", Some(MediaKind::Pdf)),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Some(MediaKind::Svg)),
            (b"<html><svg/></html>", None),
            (b"MZ", None),
            (b"", None),
        ] {
            assert_eq!(MediaKind::of(bytes), kind, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_name_fits_its_kind_whatever_its_capitals() {
        assert!(MediaKind::Jpeg.fits("media/a.JPG"));
        assert!(!MediaKind::Jpeg.fits("media/a.png"));
        assert!(!MediaKind::Jpeg.fits("media/jpg"));
    }
}
