//! What `assessment` promises: tables of cases for every class and edge, laws that hold for whatever is thrown at them,
//! and the stream of chance held in place.

mod arrivals;
mod drawing;
mod forms;
mod grading;
mod made_up;
mod numbers;
mod passing;
mod spellings;
mod statistics;
mod stored;
mod stream;
mod surveys;
mod totals;
