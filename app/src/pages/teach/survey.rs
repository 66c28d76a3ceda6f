//! What people said in a survey: how many picked what, and what they wrote, in no order and without anybody's name.

use leptos::prelude::*;

use crate::parts::{Table, content, phrase};
use crate::tongue::Tongue;
use crate::words::{t, tw};

/// The answers to a survey.
pub struct SurveyAnswers {
    /// Where all surveys are.
    pub surveys: String,
    /// Its title.
    pub title: String,
    /// The course's title.
    pub course: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// The address of this page, without a query.
    pub here: String,
    /// Which page of what was written this is, from 0.
    pub page: u64,
    /// What was said, by part of the course.
    pub parts: Vec<SurveyPart>,
}

/// What was said about a part of the course.
pub struct SurveyPart {
    /// Its title; none of the whole course.
    pub title: Option<String>,
    /// How many have answered, and what they said to each question, whose title is HTML. None as long as they are too few.
    pub told: Option<(u64, Vec<(String, SaidTo)>)>,
}

/// What was said to a question.
pub enum SaidTo {
    /// Too few have answered this one.
    Few,
    /// What was picked.
    Picked {
        /// How many have answered this one.
        people: u64,
        /// Options or steps as HTML, each with how many picked it, and how many of a hundred these are.
        rows: Vec<(String, u64, u64)>,
        /// The mean of a scale, in words.
        mean: Option<String>,
    },
    /// What was written.
    Written {
        /// How many wrote something.
        people: u64,
        /// A page of what they wrote.
        texts: Vec<String>,
        /// There is more.
        more: bool,
    },
}

impl SurveyAnswers {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let Tongue { lang, dir } = self.tongue.clone();
        let pages = Pages { here: self.here, page: self.page };
        let parts = self.parts.into_iter().map(|part| one_part(part, &self.tongue, &pages)).collect_view();
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=self.surveys>{t("surveys-title")}</a></nav>
            <h1 lang=lang dir=dir>{self.title}</h1>
            <p class="lead">{self.course}</p>
            <p class="source">{t("survey-apart")}</p>
            {parts}
        }
        .into_any()
    }
}

/// Where the other pages of what was written are.
struct Pages {
    here: String,
    page: u64,
}

fn one_part(part: SurveyPart, tongue: &Tongue, pages: &Pages) -> AnyView {
    let title = part.title.map(|title| {
        let Tongue { lang, dir } = tongue.clone();
        view! { <h2 lang=lang dir=dir>{title}</h2> }
    });
    let Some((people, questions)) = part.told else {
        return view! { <section>{title}<p>{t("survey-few")}</p></section> }.into_any();
    };
    let questions = questions.into_iter().map(|(title, said)| question(title, said, tongue, pages)).collect_view();
    view! {
        <section>
            {title}
            <p>{tw("survey-people", &[("people", people.into())])}</p>
            {questions}
        </section>
    }
    .into_any()
}

fn question(title: String, said: SaidTo, tongue: &Tongue, pages: &Pages) -> AnyView {
    let said = match said {
        SaidTo::Few => view! { <p>{t("survey-few-here")}</p> }.into_any(),
        SaidTo::Picked { people, rows, mean } => picked(people, rows, mean, tongue),
        SaidTo::Written { people, texts, more } => written(people, texts, more, pages),
    };
    view! { <section class="said-to"><h3>{phrase(tongue, title)}</h3>{said}</section> }.into_any()
}

fn picked(people: u64, rows: Vec<(String, u64, u64)>, mean: Option<String>, tongue: &Tongue) -> AnyView {
    let row = |(option, count, percent): (String, u64, u64)| {
        let share = tw("percent", &[("percent", percent.into())]);
        vec![
            content(tongue, None, option),
            count.to_string().into_any(),
            view! { <meter min="0" max="100" value=percent.to_string()>{share.clone()}</meter>" "{share} }.into_any(),
        ]
    };
    let rows = rows.into_iter().map(row).collect();
    view! {
        <Table label=t("survey-counts") heads=vec!["survey-option", "survey-count", "survey-share"] rows=rows />
        {mean.map(|mean| view! { <p>{mean}</p> })}
        <p class="source">{tw("survey-people-here", &[("people", people.into())])}</p>
    }
    .into_any()
}

fn written(people: u64, texts: Vec<String>, more: bool, pages: &Pages) -> AnyView {
    let texts = texts.into_iter().map(|text| view! { <li dir="auto">{text}</li> }).collect_view();
    let to = |page: u64| format!("{}?page={page}", pages.here);
    let back = (pages.page > 0).then(|| view! { <a rel="prev" href=to(pages.page - 1)>{t("survey-texts-before")}</a> });
    let on = more.then(|| view! { <a rel="next" href=to(pages.page + 1)>{t("survey-texts-more")}</a> });
    let others = (more || pages.page > 0).then(|| view! { <p class="actions">{back}{on}</p> });
    view! {
        <p class="source">{tw("survey-texts", &[("people", people.into())])}</p>
        <ul class="written">{texts}</ul>
        {others}
    }
    .into_any()
}
