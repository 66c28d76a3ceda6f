//! The scanner of attributes: the bytes stand in the braces of a heading, or after its words.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let module = [b"# M\n\n## L {#l}\n\n### A {", bytes, b"}\n\n- [x] a\n- [ ] b\n\n### B ", bytes, b"\n\nWords.\n"].concat();
    course_fuzz::course_with("en/01-m.md", &module);
});
