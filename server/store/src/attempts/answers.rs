//! Answers as they arrive: each is kept, durably, before it is acknowledged.

use std::collections::BTreeMap;

use assessment::Answer;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, Order, PaginatorTrait, QueryFilter};

use super::end::has_ended;
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
                let so_far = answer::Entity::find().filter(answer::COLUMN.attempt.eq(may.of())).count(&write.db);
                if so_far.await? + new.len() as u64 > MOST {
                    return Ok(Err(TooMany));
                }
                let ended = has_ended(write, may.of()).await?;
                let mut receipts = Vec::with_capacity(new.len());
                for one in new {
                    receipts.push(keep(write, may.of(), ended, one).await?);
                }
                Ok(Ok(receipts))
            })
        })
        .await
}

async fn keep(write: &Write, attempt: AttemptId, late: bool, new: NewAnswer) -> Result<Receipt> {
    let given = serde_json::to_value(&new.given)?;
    let same_id = answer::Entity::find_by_id(new.id).one(&write.db).await?;
    let mut id = new.id;
    if let Some(row) = same_id {
        let place = (row.attempt, row.question, row.tab, row.seq);
        if place == (attempt, new.question.clone(), new.tab.clone(), new.seq) && row.given == given {
            return Ok(if row.late { Receipt::Late } else { Receipt::Counted });
        }
        id = AnswerId(fresh());
    }
    let stamp = write.stamp().await?;
    let row = answer::ActiveModel {
        id: Set(id),
        attempt: Set(attempt),
        question: Set(new.question),
        tab: Set(new.tab),
        seq: Set(new.seq),
        given: Set(given),
        late: Set(late),
        at: Set(write.now),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    answer::Entity::insert(row).exec_without_returning(&write.db).await?;
    Ok(if late { Receipt::Late } else { Receipt::Counted })
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
