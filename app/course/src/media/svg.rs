//! Whether a drawing is only a drawing. An SVG file is a document that can carry scripts and fetch other files; one that
//! a course brings may do neither, not even when it is opened by itself.

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::style;
use crate::diagnostic::{Fault, Faults};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Languages whose elements do something in a browser wherever they stand.
const FOREIGN: &[&str] = &["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];
/// Elements that run, fetch or hold foreign content, in any language.
const REFUSED: &[&str] = &[
    "script",
    "foreignobject",
    "handler",
    "listener",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "html",
    "link",
];
/// Pictures that may stand inside a drawing, as part of it.
const INSIDE: &[&str] =
    &["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"];
/// No drawing needs more; looking for one that stands twice takes the square of their number.
const MOST_ATTRIBUTES: usize = 200;

/// Whether the first element is `svg`.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut reader = NsReader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => return element.local_name().into_inner() == "svg",
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// Names everything a drawing may not have, and returns its width and height where it says them.
pub(super) fn check(bytes: &[u8], faults: &mut Faults) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut check = Check { faults, style: None, depth: 0, size: None, seen: false };
    if let Err((span, why)) = check.read(text) {
        check.faults.at(span, Fault::SvgMalformed { why });
    }
    check.size
}

struct Check<'f> {
    faults: &'f mut Faults,
    /// The text of the `style` element that is open, however it is cut up.
    style: Option<(Range<usize>, String)>,
    depth: usize,
    size: Option<(u32, u32)>,
    seen: bool,
}

type Malformed = (Range<usize>, String);

impl Check<'_> {
    fn read(&mut self, text: &str) -> Result<(), Malformed> {
        let mut reader = NsReader::from_str(text);
        loop {
            let start = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
            let read = reader.read_resolved_event().map(|(namespace, event)| (own(&namespace), event));
            let end = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
            let span = start.min(text.len())..end.clamp(start.min(text.len()), text.len());
            let (namespace, event) = read.map_err(|error| (span.clone(), error.to_string()))?;
            if matches!(event, Event::Eof) {
                let whole = self.seen && self.depth == 0;
                return if whole { Ok(()) } else { Err((span, "the drawing is not closed".to_owned())) };
            }
            self.event(&namespace, &event, span)?;
        }
    }

    fn event(&mut self, namespace: &str, event: &Event<'_>, span: Range<usize>) -> Result<(), Malformed> {
        match event {
            Event::Start(element) => self.element(namespace, element, true, span)?,
            Event::Empty(element) => self.element(namespace, element, false, span)?,
            Event::End(_) => self.end(),
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let written = format!("&{};", entity.borrow().into_inner());
                let text = quick_xml::escape::unescape(&written).map_err(|error| (span, error.to_string()))?;
                self.text(&text);
            }
            Event::DocType(_) => self.faults.at(span, Fault::SvgDoctype {}),
            Event::PI(_) => self.faults.at(span, Fault::SvgElement { element: "?".to_owned() }),
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().and_then(Result::ok).unwrap_or_else(|| "UTF-8".into());
                if !encoding.eq_ignore_ascii_case("UTF-8") {
                    return Err((span, format!("encoding {encoding}")));
                }
            }
            Event::Comment(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn element(
        &mut self,
        namespace: &str,
        element: &BytesStart<'_>,
        open: bool,
        span: Range<usize>,
    ) -> Result<(), Malformed> {
        if self.style.is_some() {
            return Err((span, "an element within a style".to_owned()));
        }
        let root = self.depth == 0;
        let name = element.local_name().into_inner();
        if root && (self.seen || namespace != SVG) {
            return Err((span, format!("the outermost element is not one svg element of {SVG}")));
        }
        if FOREIGN.contains(&namespace) || REFUSED.contains(&name.to_ascii_lowercase().as_str()) {
            self.faults.at(span.clone(), Fault::SvgElement { element: name.to_owned() });
        }
        let attributes = attributes(element).map_err(|why| (span.clone(), why))?;
        for (attribute, value) in &attributes {
            self.attribute(attribute, value, &attributes, &span);
        }
        if root {
            self.size = size(&attributes);
        }
        self.seen = true;
        self.depth += usize::from(open);
        if open && name.eq_ignore_ascii_case("style") {
            self.style = Some((span.end..span.end, String::new()));
        }
        Ok(())
    }

    fn attribute(&mut self, name: &str, value: &str, all: &[(String, String)], span: &Range<usize>) {
        let local = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
        if local.starts_with("on") {
            self.faults.at(span.clone(), Fault::SvgHandler { attribute: name.to_owned() });
        } else if refers_outside(name, &local, value, all) {
            let reference: String = value.chars().take(100).collect();
            self.faults.at(span.clone(), Fault::SvgOutside { reference });
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, style)) = &mut self.style {
            style.push_str(text);
        }
    }

    fn end(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if let Some((span, style)) = self.style.take()
            && let Some(reference) = style::outside(&style)
        {
            self.faults.at(span, Fault::SvgOutside { reference });
        }
    }
}

/// A namespace as the browser will understand it.
fn own(namespace: &ResolveResult<'_>) -> String {
    match namespace {
        ResolveResult::Bound(Namespace(name)) => {
            quick_xml::escape::unescape(name).map_or_else(|_| String::new(), |name| name.trim().to_owned())
        }
        _ => String::new(),
    }
}

/// The attributes with their values as the browser will understand them.
fn attributes(element: &BytesStart<'_>) -> Result<Vec<(String, String)>, String> {
    if element.attributes().with_checks(false).take(MOST_ATTRIBUTES + 1).count() > MOST_ATTRIBUTES {
        return Err(format!("more than {MOST_ATTRIBUTES} attributes"));
    }
    let read = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
        let attribute = attribute.map_err(|error: quick_xml::events::attributes::AttrError| error.to_string())?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?;
        Ok((attribute.key.into_inner().to_owned(), value.into_owned()))
    };
    element.attributes().map(read).collect()
}

fn refers_outside(name: &str, local: &str, value: &str, all: &[(String, String)]) -> bool {
    let bare: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let bare = bare.to_ascii_lowercase();
    let moves_a_reference = |(name, value): &(String, String)| {
        let target = value.trim().to_ascii_lowercase();
        name == "attributeName" && (target.ends_with("href") || target == "src" || target.starts_with("on"))
    };
    match local {
        _ if name.starts_with("xmlns") => false,
        _ if name.eq_ignore_ascii_case("xml:base") || bare.starts_with("javascript:") => true,
        "href" | "src" | "data" | "action" | "formaction" => {
            !bare.starts_with('#') && !INSIDE.iter().any(|inside| bare.starts_with(inside))
        }
        "to" | "from" | "by" | "values" if all.iter().any(moves_a_reference) => true,
        "style" => style::outside(value).is_some(),
        _ => bare.contains("url(") && style::outside(value).is_some(),
    }
}

/// The size that `width` and `height` say, or else that of the `viewBox`.
fn size(attributes: &[(String, String)]) -> Option<(u32, u32)> {
    let value = |name: &str| attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.trim());
    let pixels = |text: &str| whole(text.strip_suffix("px").unwrap_or(text));
    let said = || Some((pixels(value("width")?)?, pixels(value("height")?)?));
    let boxed = || {
        let numbers: Vec<&str> = value("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).collect();
        let [_, _, width, height] = numbers[..] else { return None };
        Some((whole(width)?, whole(height)?))
    };
    said().or_else(boxed)
}

/// A number of pixels, rounded down, above 0.
fn whole(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let number = whole.parse().ok()?;
    (number > 0 && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}
