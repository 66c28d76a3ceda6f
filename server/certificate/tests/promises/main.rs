//! What `certificate` promises: numbers that notice a slip, states by the day, facts whose stored form stays, a QR code that a
//! strict page may show, and a PDF of one page.

mod made_up;
mod numbers;
mod printing;
mod qr_codes;
mod states;
mod stored;
