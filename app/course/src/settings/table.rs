//! Reading a TOML table key by key. Each key that is asked for is a known one; a key that nobody asked for is named at the
//! end with the nearest known one. Nothing stops at the first fault.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::choice::Choice;
use crate::diagnostic::{Fault, Faults};
use crate::nearest::{listed, nearest};

/// A table, the keys that were asked of it, and where faults go.
pub(crate) struct Table<'t> {
    table: &'t DeTable<'t>,
    span: Range<usize>,
    name: String,
    asked: Vec<&'static str>,
}

/// A value with its place and the full name of its key.
pub(crate) struct Value<'t> {
    pub(crate) key: String,
    pub(crate) span: Range<usize>,
    pub(crate) value: &'t DeValue<'t>,
}

impl<'t> Table<'t> {
    pub(crate) fn root(table: &'t Spanned<DeTable<'t>>) -> Self {
        // A key that is missing from the file as a whole is missing at its beginning.
        Self { table: table.get_ref(), span: 0..0, name: String::new(), asked: Vec::new() }
    }

    /// The value of a key, if it is there.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<Value<'t>> {
        self.asked.push(key);
        let value = self.table.get(key)?;
        Some(Value { key: self.full(key), span: value.span(), value: value.get_ref() })
    }

    /// The value of a key that must be there.
    pub(crate) fn need(&mut self, key: &'static str, faults: &mut Faults) -> Option<Value<'t>> {
        let value = self.get(key);
        if value.is_none() {
            faults.at(self.span.clone(), Fault::MissingKey { key: self.full(key) });
        }
        value
    }

    /// The key under which a table stands: `slip` where that was written in its place, which is named once, and what is in it is read.
    pub(crate) fn meant(&mut self, key: &'static str, slip: &'static str, faults: &mut Faults) -> &'static str {
        let written = self.table.iter().find(|(written, _)| written.get_ref().as_ref() == slip);
        match written {
            Some((written, _)) if self.table.get(key).is_none() => {
                let fault = Fault::UnknownKey { key: self.full(slip), nearest: key.to_owned(), known: key.to_owned() };
                faults.at(written.span(), fault);
                slip
            }
            _ => key,
        }
    }

    /// The tables within a table that is keyed by names of the author's, such as `[tests.NAME]`, in the order of the file.
    pub(crate) fn named(&mut self, key: &'static str, faults: &mut Faults) -> Vec<(Range<usize>, &'t str, Table<'t>)> {
        let Some(outer) = self.get(key).and_then(|value| value.table(faults)) else { return Vec::new() };
        let mut entries: Vec<_> = outer.table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        let open = |(name, value): (&'t Spanned<_>, &'t Spanned<DeValue<'t>>)| {
            let text: &'t std::borrow::Cow<'t, str> = name.get_ref();
            let full = format!("{key}.{text}");
            let table = Value { key: full, span: name.span(), value: value.get_ref() }.table(faults)?;
            Some((name.span(), text.as_ref(), table))
        };
        entries.into_iter().filter_map(open).collect()
    }

    /// Every key with its value, in the order of the file, where the keys are not known beforehand.
    pub(crate) fn entries(&self) -> Vec<(Range<usize>, &'t str, Value<'t>)> {
        let mut entries: Vec<_> = self.table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        let entry = |(name, value): (&'t Spanned<std::borrow::Cow<'t, str>>, &'t Spanned<DeValue<'t>>)| {
            let text: &'t str = name.get_ref().as_ref();
            (name.span(), text, Value { key: self.full(text), span: value.span(), value: value.get_ref() })
        };
        entries.into_iter().map(entry).collect()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Where the table begins: for faults of what is not there.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Names the keys that nobody asked for. One that is a misspelt key that must be there is told once, and not as missing too.
    pub(crate) fn close(self, faults: &mut Faults) {
        let mut there: BTreeSet<&str> = self.table.keys().map(|key| key.get_ref().as_ref()).collect();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let nearest = Some(nearest(name, self.asked.iter().copied())).filter(|name| !there.contains(name.as_str()));
            let meant = nearest.as_deref().and_then(|near| self.asked.iter().copied().find(|asked| *asked == near));
            if let Some(meant) = meant {
                // Two that are misspelt alike cannot both be it.
                there.insert(meant);
                faults.take_back(&self.span, &Fault::MissingKey { key: self.full(meant) });
            }
            let (nearest, known) = (nearest.unwrap_or_else(|| "none".to_owned()), listed(self.asked.iter().copied()));
            faults.at(key.span(), Fault::UnknownKey { key: self.full(name), nearest, known });
        }
    }

    fn full(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }
}

impl<'t> Value<'t> {
    pub(crate) fn table(self, faults: &mut Faults) -> Option<Table<'t>> {
        match self.value {
            DeValue::Table(table) => Some(Table { table, span: self.span, name: self.key, asked: Vec::new() }),
            _ => self.wrong("table", faults),
        }
    }

    pub(crate) fn array(self, faults: &mut Faults) -> Option<Vec<Value<'t>>> {
        match self.value {
            DeValue::Array(array) => Some(array.iter().map(|value| self.within(value)).collect()),
            _ => self.wrong("list", faults),
        }
    }

    /// A text that is not empty.
    pub(crate) fn text(self, faults: &mut Faults) -> Option<(Range<usize>, &'t str)> {
        match self.value {
            DeValue::String(text) if text.trim().is_empty() => {
                faults.at(self.span, Fault::EmptyValue { key: self.key });
                None
            }
            DeValue::String(text) => Some((self.span, text.as_ref())),
            _ => self.wrong("text", faults),
        }
    }

    /// A list of texts, none of them twice.
    pub(crate) fn texts(self, faults: &mut Faults) -> Vec<(Range<usize>, &'t str)> {
        let values = self.array(faults).unwrap_or_default();
        let mut texts = Vec::new();
        let mut seen = BTreeSet::new();
        for value in values {
            let Some((span, text)) = value.text(faults) else { continue };
            if seen.insert(text) {
                texts.push((span, text));
            } else {
                faults.at(span, Fault::ListedTwice { value: text.to_owned() });
            }
        }
        texts
    }

    pub(crate) fn boolean(self, faults: &mut Faults) -> Option<bool> {
        match self.value {
            DeValue::Boolean(value) => Some(*value),
            _ => self.wrong("boolean", faults),
        }
    }

    /// A whole number in this range.
    pub(crate) fn number(self, range: std::ops::RangeInclusive<u32>, faults: &mut Faults) -> Option<u32> {
        let DeValue::Integer(integer) = self.value else { return self.wrong("number", faults) };
        let number =
            u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|number| range.contains(number));
        if number.is_none() {
            let (least, most) = (range.start().to_string(), range.end().to_string());
            faults.at(self.span, Fault::OutOfRange { key: self.key, value: integer.to_string(), least, most });
        }
        number
    }

    /// One word of a few.
    pub(super) fn choice<C: Choice>(self, faults: &mut Faults) -> Option<C> {
        self.word(C::WORDS, faults)
    }

    /// One word of these, and what it stands for.
    pub(super) fn word<W: Copy>(self, words: &[(&'static str, W)], faults: &mut Faults) -> Option<W> {
        let key = self.key.clone();
        let (span, text) = self.text(faults)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known = || words.iter().map(|(word, _)| *word);
            let (nearest, known) = (nearest(text, known()), listed(known()));
            faults.at(span, Fault::UnknownValue { key, value: text.to_owned(), nearest, known });
        }
        found
    }

    pub(crate) fn wrong<T>(self, wanted: &str, faults: &mut Faults) -> Option<T> {
        let found = kind(self.value).to_owned();
        faults.at(self.span, Fault::WrongKind { key: self.key, wanted: wanted.to_owned(), found });
        None
    }

    fn within(&self, value: &'t Spanned<DeValue<'t>>) -> Value<'t> {
        Value { key: self.key.clone(), span: value.span(), value: value.get_ref() }
    }
}

/// The kinds of values, as the words know them.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "number",
        DeValue::Float(_) => "decimal",
        DeValue::Boolean(_) => "boolean",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    }
}
