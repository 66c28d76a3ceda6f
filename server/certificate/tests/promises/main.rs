//! What `certificate` promises: numbers that notice a slip, states by the day, facts whose stored form stays, and a PDF of one
//! page.

mod made_up;
mod numbers;
mod printing;
mod states;
mod stored;
