//! A country pack.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| course_fuzz::pack(bytes));
