//! `course.toml`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| course_fuzz::course_with("course.toml", bytes));
