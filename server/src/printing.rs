//! A certificate's words and its PDF, set off the async threads and a few at a time.

use app::words::Words;
use certificate::{Direction, Facts, Labels, Number};

use store::certificates;
use store::policy::Who;

use crate::serve::address;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;

/// The PDF of a certificate that stands and is this person's, set anew from its facts each time it is asked for.
pub(crate) async fn own(haven: &Haven, visit: &Visit, who: &Who, number: Number) -> Result<Vec<u8>, Fault> {
    let found = certificates::find(&haven.store, &number.to_string()).await?;
    let found = found.filter(|one| one.person == who.person() && one.revoked.is_none()).ok_or(Fault::NotFound)?;
    let facts = serde_json::from_value(found.facts).map_err(anyhow::Error::from)?;
    Ok(pdf(haven, &visit.words, facts, number).await?)
}

async fn pdf(haven: &Haven, words: &Words, facts: Facts, number: Number) -> anyhow::Result<Vec<u8>> {
    let address = format!("{}{}", haven.reached.url, address::verify(&number.to_string()));
    let words = words.clone();
    Ok(haven.pdfs.run(move || set(&words, &facts, &number, &address)).await??)
}

fn set(words: &Words, facts: &Facts, number: &Number, address: &str) -> Result<Vec<u8>, certificate::Error> {
    let text = |id: &str| words.text(id);
    let direction = if view::direction(words.tag()) == "rtl" { Direction::Rtl } else { Direction::Ltr };
    let labels = Labels {
        language: words.tag(),
        direction,
        heading: &text("paper-title"),
        certifies: &text("paper-certifies"),
        completed: &text("paper-completed"),
        code: &text("fact-code"),
        hours: &text("fact-hours"),
        result: &text("fact-result"),
        issued_on: &text("fact-issued"),
        expires_on: &text("fact-expires"),
        issued_by: &text("paper-issued-by"),
        number: &text("fact-number"),
        verify: &text("paper-verify"),
        qr: &text("paper-qr"),
        hours_in_words: &|hours| view::hours(words, hours),
        percent_in_words: &|percent| words.text_with("percent", &[("percent", percent.into())]),
        pass_mark_in_words: &|mark| words.text_with("score-pass-mark", &[("mark", mark.to_owned().into())]),
        day_in_words: &|day| view::date(words, day),
    };
    certificate::pdf(facts, number, address, &labels)
}
