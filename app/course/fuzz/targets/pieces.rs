//! Pieces of the format in any order, in a module, a bank and the course's page at once.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| course_fuzz::pieces(bytes));
