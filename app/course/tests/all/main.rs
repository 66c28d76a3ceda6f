//! Tests of the crate from the outside: folders that are courses, folders that must fail, and input nobody would write.
//!
//! `HAVEN_UPDATE=1 cargo test -p course` writes what came out over what was expected. Read the difference before you keep it.

mod advice;
mod again;
mod broken;
mod cases;
mod codes;
mod doubled;
mod failing;
mod hostile;
mod import;
mod laws;
mod linear;
mod manual;
mod mends;
mod packs;
mod sanitised;
mod search;
mod shipped;
mod told;
mod translations;
mod versions;
mod walk;
mod words;
