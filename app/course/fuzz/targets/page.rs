//! A module: any bytes at all, from the first line on.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| course_fuzz::course_with("en/01-m.md", bytes));
