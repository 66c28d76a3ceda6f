//! Wrong turns, taken with the binary itself: what a person sees, what is kept, what the log says. Each test says the three
//! above its name, and docs/reliability.md is made of that (end2end/tests/reliability.spec.ts).

mod clients;
mod courses;
mod crowds;
mod database;
mod disk;
mod house;
mod logged;
mod postgres;
mod sending;
mod starting;
mod stopping;
mod tables;
