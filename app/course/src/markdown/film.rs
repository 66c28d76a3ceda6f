//! Writing films and sounds: what they cost first, then a player that loads nothing before it is asked to, then the transcript.
//! None of it needs a script.

use std::time::Duration;

use super::notes::by_label;
use super::tree::Picture;
use super::write::Writer;
use crate::html::escape;
use crate::media::{Film, Transcript};
use crate::names::Language;

impl Writer<'_> {
    pub(super) fn film(&mut self, film: &Film, picture: &Picture) {
        let class = if film.media.is_film { "film" } else { "sound" };
        self.out.push_str(&format!("<figure class=\"{class}\">\n"));
        self.cost(film);
        self.player(film, picture);
        if !picture.caption.is_empty() {
            self.open("figcaption");
            escape(&picture.caption, &mut self.out);
            self.close("figcaption");
        }
        if let Some(transcript) = &film.transcript {
            self.transcript(transcript);
        }
        self.close("figure");
    }

    /// What it is, how long and how large, and the file for those whose browser cannot play it.
    fn cost(&mut self, film: &Film) {
        let labels = self.words.labels;
        let kind = if film.media.is_film { &labels.film } else { &labels.sound };
        let length = film.media.length.map(|length| self.length(length));
        let said: Vec<String> =
            [Some(kind.clone()), length, Some(self.size(film.media.bytes))].into_iter().flatten().collect();
        self.out.push_str("<p class=\"cost\">");
        escape(&format!("{}. {} ", said.join(" · "), labels.when_played), &mut self.out);
        self.out.push_str("<a");
        self.attribute("href", &film.media.address());
        self.attribute("download", film.media.file_name());
        self.out.push('>');
        escape(&labels.save, &mut self.out);
        self.out.push_str("</a></p>\n");
    }

    fn player(&mut self, film: &Film, picture: &Picture) {
        let name = if film.media.is_film { "video" } else { "audio" };
        self.out.push_str(&format!("<{name} controls preload=\"none\""));
        self.attribute("src", &film.media.address());
        self.attribute("aria-label", &picture.alt);
        if let (Some(width), Some(height)) = (film.media.width, film.media.height) {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
        if let Some(poster) = &film.poster {
            self.media.insert(poster.path.clone(), poster.bytes);
            self.attribute("poster", &poster.address());
        }
        if film.media.is_film {
            self.out.push_str(" playsinline");
        }
        self.out.push('>');
        for (number, (language, captions)) in film.captions.iter().enumerate() {
            self.out.push_str("<track kind=\"captions\"");
            self.attribute("src", &captions.address());
            self.attribute("srclang", language.as_ref());
            self.attribute("label", language.own_name().unwrap_or(language.as_ref()));
            self.out.push_str(if number == 0 { " default>" } else { ">" });
        }
        self.close(name);
    }

    fn transcript(&mut self, transcript: &Transcript) {
        self.out.push_str("<details class=\"transcript\"><summary>");
        escape(&self.words.labels.transcript.clone(), &mut self.out);
        self.out.push_str("</summary>\n<div");
        let language = &transcript.language;
        if language != self.words.language {
            self.attribute("lang", language.as_ref());
            self.attribute("dir", language.direction().as_str());
        }
        self.out.push_str(">\n");
        self.parts += 1;
        let notes = by_label(&transcript.page.notes);
        let prefix = format!("{}t{}-", self.prefix, self.parts);
        let mut own = Writer::new(self.words.noted(&notes), &prefix, &self.words.labels.transcript);
        own.blocks(&transcript.page.blocks);
        own.footnotes();
        self.media.append(&mut own.media);
        self.out.push_str(&own.out);
        self.out.push_str("</div></details>\n");
    }

    /// `2 min 5 s`, to the nearest second.
    fn length(&self, length: Duration) -> String {
        let seconds = ((length.as_millis() + 500) / 1000).max(1);
        let (minutes, rest) = (seconds / 60, seconds % 60);
        let labels = self.words.labels;
        let in_seconds = labels.seconds.replace("{first}", &rest.to_string());
        let in_minutes = labels.minutes.replace("{first}", &minutes.to_string());
        match (minutes, rest) {
            (0, _) => in_seconds,
            (_, 0) => in_minutes,
            _ => format!("{in_minutes} {in_seconds}"),
        }
    }

    /// `1.2 MB`, or kilobytes where that is less than one. It is never less than what will travel.
    fn size(&self, bytes: u64) -> String {
        let labels = self.words.labels;
        if bytes <= 999_000 {
            return labels.kilobytes.replace("{first}", &bytes.div_ceil(1000).to_string());
        }
        let tenths = bytes.div_ceil(100_000);
        let point = if self.words.comma { ',' } else { '.' };
        labels.megabytes.replace("{first}", &format!("{}{point}{}", tenths / 10, tenths % 10))
    }
}

impl Language {
    /// What those who speak it call it: so it is written in the menu of captions, whoever reads it (Unicode CLDR 46). None for a
    /// language that is not listed here.
    fn own_name(&self) -> Option<&'static str> {
        OWN_NAMES.iter().find(|(tag, _)| *tag == self.primary()).map(|(_, name)| *name)
    }
}

const OWN_NAMES: &[(&str, &str)] = &[
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("ha", "Hausa"),
    ("hi", "हिन्दी"),
    ("id", "Bahasa Indonesia"),
    ("ja", "日本語"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("lo", "ລາວ"),
    ("my", "မြန်မာ"),
    ("ne", "नेपाली"),
    ("ny", "Chichewa"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("rw", "Kinyarwanda"),
    ("so", "Soomaali"),
    ("sw", "Kiswahili"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];
