//! Where "Leave quickly" leads.

use app::pages::visit::LeavePage;
use axum::extract::State;
use axum::response::Html;

use crate::serve::assets;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit) -> Html<String> {
    let today = haven.store.now().date();
    let first = today.replace_day(1).unwrap_or(today);
    let page = LeavePage {
        direction: view::direction(visit.words.tag()),
        words: visit.words,
        year: today.year(),
        month: u8::from(today.month()),
        today: today.day(),
        days: today.month().length(today.year()),
        first: first.weekday().number_days_from_monday(),
        style: assets::style(),
    };
    Html(page.document())
}
