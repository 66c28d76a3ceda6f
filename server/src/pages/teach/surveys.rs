//! What people say in surveys: which there are, and the answers to one, without anybody's name.

use app::pages::teach::{SaidTo, SurveyAnswers, SurveyLine, SurveyPart, SurveysPage};
use assessment::Tally;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use course::{Course, Fillings, SurveySlug};
use store::policy::MaySeeResults;
use store::surveys::{self, Asked};

use crate::paging::{PageQuery, cut};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::survey::part_title;
use crate::tally::{Answers, Part, Told, told};
use crate::view::{self, Page};
use crate::walk;

pub(crate) async fn list(State(haven): State<Haven>, visit: Visit) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_see_results().ok_or(Fault::Forbidden)?;
    let language = walk::language(&visit);
    let mut surveys = Vec::new();
    for course in haven.courses.all_open() {
        for (slug, _) in course.surveys() {
            let parts = told(&haven, may, &course, slug).await?;
            surveys.push(SurveyLine {
                title: course.survey(&language, slug).map(|page| page.title.clone()).unwrap_or_default(),
                href: visit.to().survey_results(&course.slug, slug),
                course: course.edition(&language).title.clone(),
                people: parts.iter().filter_map(|part| part.told.as_ref()).map(|(people, _)| people).sum(),
            });
        }
    }
    let page = SurveysPage { results: visit.to().page("results"), surveys };
    Ok(Page::new(visit.words.text("surveys-title")).draw(&visit, || page.view()))
}

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, survey)): Path<(String, String, String)>,
    Query(query): Query<PageQuery>,
) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_see_results().ok_or(Fault::Forbidden)?;
    let course = haven.courses.open(&slug).ok_or(Fault::NotFound)?;
    let survey = SurveySlug::parse(&survey).map_err(|_| Fault::NotFound)?;
    let language = walk::language(&visit);
    let mut parts = Vec::new();
    for part in told(&haven, may, &course, &survey).await? {
        parts.push(one_part(&haven, &visit, may, (&course, &survey), part, query.page).await?);
    }
    let page = SurveyAnswers {
        surveys: visit.to().surveys(),
        title: course.survey(&language, &survey).map(|page| page.title.clone()).unwrap_or_default(),
        course: course.edition(&language).title.clone(),
        tongue: walk::tongue(&visit, &course),
        here: visit.to().survey_results(&course.slug, &survey),
        page: query.page,
        parts,
    };
    Ok(Page::new(page.title.clone()).draw(&visit, || page.view()))
}

async fn one_part(
    haven: &Haven,
    visit: &Visit,
    may: MaySeeResults,
    (course, survey): (&Course, &SurveySlug),
    Part { part, told }: Part<'_>,
    page: u64,
) -> Result<SurveyPart, Fault> {
    let title = part_title(course, &walk::language(visit), &part);
    let Some((people, told)) = told else { return Ok(SurveyPart { title, told: None }) };
    let asked = Asked { survey: survey.clone(), part };
    let fillings = haven.countries.fillings(visit, course);
    let mut questions = Vec::new();
    for one in told {
        let said = match one.said {
            Answers::Few => SaidTo::Few,
            Answers::Picked(ref tally) => picked(visit, &one, tally, &fillings),
            Answers::Written(people) => {
                let id = &one.question.id;
                let texts = surveys::written(&haven.store, may, course.slug.as_ref(), &asked, id, page).await?;
                let (texts, more) = cut(texts);
                SaidTo::Written { people, texts, more }
            }
        };
        questions.push((one.question.title.fill(&fillings), said));
    }
    Ok(SurveyPart { title, told: Some((people, questions)) })
}

fn picked(visit: &Visit, one: &Told<'_>, tally: &Tally, fillings: &Fillings) -> SaidTo {
    let row = |(place, option): (usize, &course::Html)| {
        (option.fill(fillings), tally.counts.get(place).copied().unwrap_or_default(), tally.percent(place))
    };
    let mean = tally.mean.map(|mean| view::mean(&visit.words, mean, tally.counts.len()));
    SaidTo::Picked { people: tally.people, rows: one.question.options.iter().enumerate().map(row).collect(), mean }
}
