//! `haven`: the command line. Each command is a file in `command/`; what serving needs is in `serve/`.

#![deny(clippy::print_stdout, clippy::print_stderr)]

mod api;
mod aside;
mod asked;
mod claim;
mod command;
mod countries;
mod drawing;
mod grading;
mod jobs;
mod library;
mod live;
mod on_disk;
mod pages;
mod paging;
mod password;
mod printing;
mod said;
mod searched;
mod serve;
mod shown;
mod state;
mod survey;
mod tally;
mod terminal;
mod verified;
mod view;
mod walk;
mod watching;

use std::process::ExitCode;

use clap::Parser;

#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    let command = command::Haven::parse();
    match command.run() {
        Ok(code) => code,
        Err(error) => {
            terminal::remark(format!("haven: {error:#}"));
            ExitCode::from(1)
        }
    }
}
