//! Reading text files, and keeping their texts for showing where a fault is.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Fault, Faults};
use crate::encoding;
use crate::names::Hash;
use crate::source::Source;

/// More text than this in one file is not read.
pub(crate) const MOST_BYTES: u64 = 1024 * 1024;

/// The texts that were read, and the hashes of their files.
#[derive(Default)]
pub(crate) struct Texts {
    texts: BTreeMap<String, Arc<str>>,
    hashes: BTreeMap<String, Hash>,
    /// Those of an earlier reading: what is the same is not hashed again.
    earlier: BTreeMap<String, (Arc<str>, Hash)>,
}

impl Texts {
    /// Of a new reading, after an earlier one.
    pub(crate) fn after(earlier: Self) -> Self {
        let Self { mut texts, hashes, .. } = earlier;
        let read = |(path, hash): (String, Hash)| Some((path.clone(), (texts.remove(&path)?, hash)));
        Self { earlier: hashes.into_iter().filter_map(read).collect(), ..Self::default() }
    }

    /// Forgets the earlier reading.
    pub(crate) fn settled(self) -> Self {
        Self { earlier: BTreeMap::new(), ..self }
    }

    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(AsRef::as_ref)
    }

    pub(crate) fn hash(&self, path: &str) -> Option<&Hash> {
        self.hashes.get(path)
    }

    /// Keeps a text for showing.
    pub(crate) fn keep(&mut self, path: &str, text: &str) -> Arc<str> {
        let text: Arc<str> = without_mark(text).into();
        self.texts.insert(path.to_owned(), text.clone());
        text
    }

    /// Reads a text file. A byte order mark, as some editors write it, is not part of the text.
    pub(crate) fn read(&mut self, source: &dyn Source, path: &str, size: u64, faults: &mut Faults) -> Option<Arc<str>> {
        self.read_within(MOST_BYTES, source, path, size, faults)
    }

    /// The same for a file that may have so many bytes and no more.
    pub(crate) fn read_within(
        &mut self,
        most: u64,
        source: &dyn Source,
        path: &str,
        size: u64,
        faults: &mut Faults,
    ) -> Option<Arc<str>> {
        if size > most {
            faults.whole(too_big(size, most));
            return None;
        }
        let bytes = match source.read(path) {
            Ok(bytes) if bytes.len() as u64 > most => {
                faults.whole(too_big(bytes.len() as u64, most));
                return None;
            }
            Ok(bytes) => bytes,
            Err(error) => {
                faults.whole(Fault::Unreadable { why: error.to_string() });
                return None;
            }
        };
        self.decode(path, &bytes, faults)
    }

    /// Keeps the text that these bytes are.
    pub(crate) fn decode(&mut self, path: &str, bytes: &[u8], faults: &mut Faults) -> Option<Arc<str>> {
        if let Some(encoding) = encoding::other(bytes) {
            faults.whole(Fault::OtherEncoding { encoding: encoding.to_owned() });
            return None;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let same = self.earlier.remove(path).filter(|(earlier, _)| **earlier == *text);
                let (text, hash) = same.unwrap_or_else(|| (without_mark(text).into(), Hash::of(bytes)));
                self.hashes.insert(path.to_owned(), hash);
                self.texts.insert(path.to_owned(), text.clone());
                Some(text)
            }
            Err(error) => {
                let read = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                let read = self.keep(path, &read);
                faults.at(read.len()..read.len(), Fault::NotUtf8 {});
                None
            }
        }
    }
}

pub(crate) fn too_big(bytes: u64, most: u64) -> Fault {
    Fault::FileTooBig { bytes: bytes.to_string(), limit: most.to_string() }
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
