//! A test before one begins: what it asks, what it allows, the tries so far.

use leptos::prelude::*;

use crate::parts::{CountryNote, Notice, Table, When, content, said_with};
use crate::tongue::{Titled, Tongue};
use crate::words::{t, tw};

/// A test.
pub struct TestPage {
    /// The course: title and address.
    pub course: (Titled, String),
    /// Its title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// Its page stands in the source language because nobody has translated it yet.
    pub untranslated: bool,
    /// Its instructions, as HTML.
    pub instructions: String,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
    /// Its rules: the id of the term's message, and the value.
    pub rules: Vec<(&'static str, String)>,
    /// The tries so far.
    pub tries: Vec<Try>,
    /// What one may do now.
    pub start: Start,
    /// The step after the test, once it is submitted: title and address.
    pub next: Option<(String, String)>,
}

/// One try so far.
pub struct Try {
    /// Its page.
    pub href: String,
    /// When it was submitted.
    pub at: When,
    /// What came of it, as text.
    pub outcome: String,
}

/// What one may do now.
pub enum Start {
    /// Begin: where the form is sent, and the id minted with it.
    Begin(String, String),
    /// Go on with the sitting that is open.
    GoOn(String),
    /// Every try is used.
    NoneLeft,
    /// Not before this moment.
    Wait(When),
    /// Something before it is not done yet: title and address.
    Locked(String, String),
}

impl TestPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (course, href) = self.course;
        let Tongue { lang, dir } = self.tongue.clone();
        let rules = self.rules.into_iter().map(|(term, value)| view! { <div><dt>{t(term)}</dt><dd>{value}</dd></div> });
        let next = self
            .next
            .map(|(title, href)| view! { <p><a href=href>{tw("continue-with", &[("title", title.into())])}</a></p> });
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=href>{course.view()}</a></nav>
            <article>
                <h1 lang=lang dir=dir>{self.title}</h1>
                {self.untranslated.then(|| view! { <Notice kind="info" text=t("untranslated-page") /> })}
                {content(&self.tongue, Some("reading"), self.instructions)}
                {self.country.map(CountryNote::view)}
            </article>
            <dl class="facts">{rules.collect_view()}</dl>
            <p>{t("test-safe")}</p>
            {start(self.start)}
            {tries(self.tries)}
            {next}
        }
        .into_any()
    }
}

fn start(start: Start) -> AnyView {
    match start {
        Start::Begin(action, id) => view! {
            <form method="post" action=action class="actions">
                <input type="hidden" name="attempt" value=id autocomplete="off" />
                <button class="primary">{t("test-begin")}</button>
            </form>
        }
        .into_any(),
        Start::GoOn(href) => {
            view! { <p class="actions"><a class="button" href=href>{t("test-go-on")}</a></p> }.into_any()
        }
        Start::NoneLeft => view! { <Notice kind="info" text=t("test-none-left") /> }.into_any(),
        Start::Wait(until) => {
            let text = said_with("test-wait", "until", until, &[]);
            view! { <Notice kind="info" text=text /> }.into_any()
        }
        Start::Locked(title, href) => view! {
            <Notice kind="info" text=t("step-locked") />
            <p><a href=href>{tw("continue-with", &[("title", title.into())])}</a></p>
        }
        .into_any(),
    }
}

fn tries(tries: Vec<Try>) -> impl IntoView {
    let there = !tries.is_empty();
    let row = |one: Try| vec![view! { <a href=one.href>{one.at.view()}</a> }.into_any(), one.outcome.into_any()];
    let rows = tries.into_iter().map(row).collect();
    there.then(|| {
        view! {
            <section>
                <h2>{t("tries")}</h2>
                <Table label=t("tries") heads=vec!["submitted", "outcome"] rows=rows />
            </section>
        }
    })
}
