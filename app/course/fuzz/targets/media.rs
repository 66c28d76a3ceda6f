//! A file of `media/`: a drawing, a picture, a film, or nothing of the kind.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| course_fuzz::course_with("media/a.svg", bytes));
