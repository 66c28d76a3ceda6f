//! Where "Leave quickly" leads: a calendar of this month, as anyone might have open. It says nothing of where one came from.

use leptos::prelude::*;

use crate::words::Words;

/// This month.
pub struct LeavePage {
    /// The interface's words.
    pub words: Words,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// Today's day, from 1.
    pub today: u8,
    /// How many days the month has.
    pub days: u8,
    /// The weekday of its first day: 0 is Monday.
    pub first: u8,
    /// The style sheet.
    pub style: &'static str,
}

impl LeavePage {
    /// Draws the whole document: no header, no name, no way back.
    #[must_use]
    pub fn document(self) -> String {
        let owner = Owner::new();
        let html = owner.with(|| self.view().to_html());
        owner.cleanup();
        format!("<!DOCTYPE html>{html}")
    }

    fn view(self) -> impl IntoView {
        let (month, year) = (self.month, self.year.to_string());
        let title = self.words.text_with("calendar-title", &[("month", month.into()), ("year", year.into())]);
        let head = (1..=7u8).map(|day| {
            let name = self.words.text_with("weekday", &[("day", day.into())]);
            view! { <th scope="col">{name}</th> }
        });
        let lang = self.words.tag().to_owned();
        view! {
            <html lang=lang dir=self.direction>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <title inner_html=title.clone()></title>
                    <style inner_html=self.style></style>
                </head>
                <body>
                    <main class="calendar">
                        <h1>{title}</h1>
                        <table>
                            <thead><tr>{head.collect_view()}</tr></thead>
                            <tbody>{weeks(self.first, self.days, self.today)}</tbody>
                        </table>
                    </main>
                </body>
            </html>
        }
    }
}

fn weeks(first: u8, days: u8, today: u8) -> impl IntoView {
    let cells = i16::from(first) + i16::from(days);
    let week = move |week: i16| {
        let day = move |weekday: i16| {
            let day = week * 7 + weekday - i16::from(first) + 1;
            let text = if (1..=i16::from(days)).contains(&day) { day.to_string() } else { String::new() };
            let current = (day == i16::from(today)).then_some("date");
            view! { <td aria-current=current>{text}</td> }
        };
        view! { <tr>{(0..7).map(day).collect_view()}</tr> }
    };
    (0..(cells + 6) / 7).map(week).collect_view()
}
