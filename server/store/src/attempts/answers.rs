//! Answers as they arrive: each is kept, durably, before it is acknowledged.

use std::collections::BTreeMap;

use assessment::Answer;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, Order, QueryFilter};

use super::end::stands;
use crate::entity::answer;
use crate::policy::MayAnswer;
use crate::{AnswerId, AttemptId, Moment, Result, Store, Write, fresh, stamp};

/// As many answers as one sitting may send: a hundred questions, each changed a hundred times. More is not a person.
const MOST: u64 = 10_000;

/// An answer on its way in.
#[derive(Clone, Debug)]
pub struct NewAnswer {
    /// Minted in the page.
    pub id: AnswerId,
    /// The question's id.
    pub question: String,
    /// The tab it was given in.
    pub tab: String,
    /// Its number within the tab.
    pub seq: i64,
    /// What was given, by the options' places in the source.
    pub given: Answer,
}

/// An answer that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// The question's id.
    pub question: String,
    /// The tab it was given in.
    pub tab: String,
    /// Its number within the tab.
    pub seq: i64,
    /// It came after the end: kept, and not counted.
    pub late: bool,
    /// What was given.
    pub given: Answer,
    /// When it came.
    pub at: Moment,
}

/// What became of an answer. In every case it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// In time.
    Counted,
    /// After the end: kept, and not counted.
    Late,
}

/// So many answers came to one sitting that no more are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

/// Keeps answers, durably, and says of each whether it came in time. The same answer of the same tab sent twice, by a network
/// that lost the receipt, is one row, whatever was said elsewhere meanwhile. The same id with another answer or from another
/// tab is a new arrival: a form without script is a tab of its own each time that a browser's back button sends it.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept; the inner error if there are too many already.
pub async fn answer(
    store: &Store,
    may: MayAnswer,
    new: Vec<NewAnswer>,
) -> Result<std::result::Result<Vec<Receipt>, TooMany>> {
    store
        .write(move |write| {
            Box::pin(async move {
                let (late, so_far) = stands(write, may.of()).await?;
                if so_far + new.len() as u64 > MOST {
                    return Ok(Err(TooMany));
                }
                let mut receipts = Vec::with_capacity(new.len());
                for one in new {
                    receipts.push(keep(write, may.of(), late, one).await?);
                }
                Ok(Ok(receipts))
            })
        })
        .await
}

async fn keep(write: &Write, attempt: AttemptId, late: bool, new: NewAnswer) -> Result<Receipt> {
    let stamp = write.stamp().await?;
    let row = answer::Model {
        id: new.id,
        attempt,
        question: new.question,
        tab: new.tab,
        seq: new.seq,
        given: serde_json::to_value(&new.given)?,
        late,
        at: write.now,
        origin: stamp.origin,
        counter: stamp.counter,
    };
    if insert(write, &row).await? {
        return Ok(receipt(late));
    }
    // The id is taken: by this very answer, or by another that a browser's back button gave the same one.
    let there = answer::Entity::find_by_id(row.id).one(&write.db).await?;
    let told = |one: &answer::Model| (one.attempt, one.question.clone(), one.tab.clone(), one.seq, one.given.clone());
    if let Some(there) = there.filter(|there| told(there) == told(&row)) {
        return Ok(receipt(there.late));
    }
    insert(write, &answer::Model { id: AnswerId(fresh()), ..row }).await?;
    Ok(receipt(late))
}

fn receipt(late: bool) -> Receipt {
    if late { Receipt::Late } else { Receipt::Counted }
}

/// Whether it was kept: not where its id is taken.
async fn insert(write: &Write, row: &answer::Model) -> Result<bool> {
    let again = OnConflict::column("id").do_nothing().to_owned();
    let row = answer::ActiveModel::from(row.clone()).reset_all();
    Ok(answer::Entity::insert(row).on_conflict(again).exec_without_returning(&write.db).await? > 0)
}

/// Every answer of these attempts, in the order in which they arrived.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn arrived(store: &Store, attempts: &[AttemptId]) -> Result<BTreeMap<AttemptId, Vec<Arrived>>> {
    let answers = answer::Entity::find().filter(answer::COLUMN.attempt.is_in(attempts.iter().copied()));
    let order = [answer::Column::Counter, answer::Column::Origin];
    let rows = stamp::in_order(answers, order, Order::Asc).all(store.reader()).await?;
    let mut all: BTreeMap<AttemptId, Vec<Arrived>> = BTreeMap::new();
    for row in rows {
        let given = serde_json::from_value(row.given)?;
        let one = Arrived { question: row.question, tab: row.tab, seq: row.seq, late: row.late, given, at: row.at };
        all.entry(row.attempt).or_default().push(one);
    }
    Ok(all)
}
