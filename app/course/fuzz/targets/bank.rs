//! A bank: questions of every class.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| course_fuzz::course_with("en/bank/b.md", bytes));
