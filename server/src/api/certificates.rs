//! One's own certificate, and whether any certificate is what it claims to be.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use certificate::{Facts, Number, State as Worth};
use serde::{Deserialize, Serialize};
use store::certificates::{self, Claimed};
use store::names::Scope;
use utoipa::ToSchema;

use super::Problem;
use crate::claim::{Claim, What, hindrance, holder, printed_name};
use crate::printing;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::verified::verified;
use crate::walk::Walk;

/// What a certificate takes, and those that were issued.
#[derive(Serialize, ToSchema)]
pub(crate) struct CertificateState {
    needs: Vec<CertificateNeed>,
    /// Everything is met, none stands, and none was revoked for good.
    claimable: bool,
    issued: Vec<IssuedCertificate>,
}

/// Something a certificate takes.
#[derive(Serialize, ToSchema)]
pub(crate) struct CertificateNeed {
    /// `lessons`, or a test's slug.
    what: String,
    met: bool,
}

/// An issued certificate.
#[derive(Serialize, ToSchema)]
pub(crate) struct IssuedCertificate {
    number: String,
    /// RFC 3339.
    issued: String,
    /// Why it was revoked, if it was.
    revoked: Option<String>,
}

/// The name to be printed, which the holder has confirmed.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ClaimedName {
    name: String,
}

/// The certificate that stands now.
#[derive(Serialize, ToSchema)]
pub(crate) struct ClaimedNumber {
    number: String,
    /// The name on it.
    name: String,
}

/// What stands in the record of a certificate.
#[derive(Serialize, ToSchema)]
pub(crate) struct Verified {
    number: String,
    /// `valid`, `expired` or `revoked`.
    state: &'static str,
    /// Why it was revoked, if it was.
    why: Option<String>,
    /// Every certified fact.
    #[schema(value_type = Object)]
    facts: Facts,
}

/// What one's certificate of a course takes.
#[utoipa::path(get, path = "/api/v1/courses/{course}/certificate", operation_id = "showCertificate", tag = "certificates",
    params(("course" = String, Path)), security(("token" = ["read"]), ("session" = [])),
    responses((status = 200, body = CertificateState), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem)))]
pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Json<CertificateState>, Fault> {
    visit.within(Scope::Read)?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let claim = Claim::find(&haven, &visit, &walk).await?;
    let what = |what: &What| match what {
        What::Lessons { .. } => "lessons".to_owned(),
        What::Test(test) => test.to_string(),
    };
    let needs = claim.needs.iter().map(|need| CertificateNeed { what: what(&need.what), met: need.met }).collect();
    let enrolment = walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment.id;
    let all = certificates::of_enrolment(&haven.store, enrolment).await?;
    let claimable = claim.is_met() && hindrance(&all).is_none();
    let issued = all.into_iter().map(|one| IssuedCertificate {
        number: one.number,
        issued: one.at.rfc3339(),
        revoked: one.revoked.map(|revoked| revoked.why),
    });
    Ok(Json(CertificateState { needs, claimable, issued: issued.collect() }))
}

/// Issues one's certificate in the name that the holder has confirmed, or finds the one that stands, in whichever name.
#[utoipa::path(post, path = "/api/v1/courses/{course}/certificate", operation_id = "claimCertificate", tag = "certificates",
    params(("course" = String, Path)), request_body = ClaimedName, security(("token" = ["learn"]), ("session" = [])),
    responses((status = 201, body = ClaimedNumber, description = "A new certificate in this name"),
              (status = 200, body = ClaimedNumber, description = "One stands already, perhaps in another name: nothing was issued"),
              (status = 401, body = Problem), (status = 404, body = Problem),
              (status = 403, body = Problem, description = "Something it takes is not met, or one was revoked for good"),
              (status = 422, body = Problem, description = "The name cannot be printed")))]
pub(crate) async fn claim(
    State(haven): State<Haven>,
    visit: Visit,
    Path(slug): Path<String>,
    Json(claimed): Json<ClaimedName>,
) -> Result<Response, Fault> {
    let who = visit.within(Scope::Learn)?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let claim = Claim::find(&haven, &visit, &walk).await?;
    let may = walk.progress.as_ref().and_then(|progress| who.may_progress(&progress.enrolment));
    let needs = || Fault::NotNow(visit.words.text("api-certificate-needs"));
    let may = may.filter(|_| claim.is_met()).ok_or_else(needs)?;
    let name = match printed_name(&claimed.name) {
        Ok(name) => name,
        Err(fault) => {
            let detail = fault.message(&visit);
            return Ok(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, detail, visit.id).into_response());
        }
    };
    let (number, claimed) = claim.issue(&haven, &visit, &walk, may, name.clone()).await?;
    Ok(match claimed {
        Claimed::Issued => (StatusCode::CREATED, Json(ClaimedNumber { number, name })).into_response(),
        Claimed::Stands(one) => Json(ClaimedNumber { name: holder(&one), number: one.number }).into_response(),
        Claimed::Refused(one) => {
            let why = one.revoked.map(|revoked| revoked.why).unwrap_or_default();
            let revoked = [("number", one.number.into()), ("why", why.into())];
            let words =
                [visit.words.text_with("certificate-revoked", &revoked), visit.words.text("certificate-refused")];
            Problem::new(StatusCode::FORBIDDEN, words.join(" "), visit.id).into_response()
        }
    })
}

/// What stands in the record of a certificate. Open to anyone who has its number.
#[utoipa::path(get, path = "/api/v1/certificates/{number}", operation_id = "verifyCertificate", tag = "certificates",
    params(("number" = String, Path)),
    responses((status = 200, body = Verified), (status = 404, body = Problem)))]
pub(crate) async fn verify(State(haven): State<Haven>, Path(number): Path<String>) -> Result<Json<Verified>, Fault> {
    let number = Number::parse(&number).map_err(|_| Fault::NotFound)?;
    let found = verified(&haven, number).await?.ok_or(Fault::NotFound)?;
    let (state, why) = match found.state {
        Worth::Valid => ("valid", None),
        Worth::Expired { .. } => ("expired", None),
        Worth::Revoked { why, .. } => ("revoked", Some(why)),
    };
    Ok(Json(Verified { number: number.to_string(), state, why, facts: found.facts }))
}

/// The PDF of one's own certificate.
#[utoipa::path(get, path = "/api/v1/certificates/{number}/pdf", operation_id = "printCertificate", tag = "certificates",
    params(("number" = String, Path)), security(("token" = ["read"]), ("session" = [])),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn pdf(
    State(haven): State<Haven>,
    visit: Visit,
    Path(number): Path<String>,
) -> Result<Response, Fault> {
    let who = visit.within(Scope::Read)?;
    let number = Number::parse(&number).map_err(|_| Fault::NotFound)?;
    let bytes = printing::own(&haven, &visit, who, number).await?;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response())
}
