//! Where to get help.

use app::pages::visit::HelpPage;
use axum::response::Response;

use crate::serve::visit::Visit;
use crate::view::Page;

pub(crate) async fn show(visit: Visit) -> Response {
    Page::new(visit.words.text("help-title")).draw(&visit, || HelpPage.view())
}
