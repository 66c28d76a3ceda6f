//! The figures as an author reads them: the test, a table of the items, and what to look at, in words.

use app::words::{FluentValue, Words};
use assessment::statistics::{
    Interval, ItemRemark, ItemStatistics, MarkTable, Statistics, TestRemark, TestStatistics, facility_by_thirds,
    of_alpha, of_correlation, of_facility,
};

use crate::shown::{visible, width};

/// The longest name of an item in the table, in columns of a terminal.
const LONGEST_NAME: usize = 24;

/// The whole report.
pub(super) fn report(words: &Words, table: &MarkTable, statistics: &Statistics) -> String {
    let mut text = aligned(&of_test(words, &statistics.test));
    for remark in TestRemark::all(statistics) {
        text.push_str(&format!("\n{}\n", of_remark(words, remark, statistics)));
    }
    let head = ["item", "people", "facility", "sd", "intended", "effective", "index", "efficiency"];
    let head = head.map(|id| words.text(&format!("analyse-col-{id}"))).to_vec();
    let rows = statistics.items.iter().map(|item| of_item(words, item));
    let rows: Vec<Vec<String>> = [head].into_iter().chain(rows).collect();
    text.push_str(&format!("\n{}", aligned(&rows)));
    let told = (0..).zip(&statistics.items).filter_map(|(place, item)| looked_at(words, table, place, item));
    let told: Vec<String> = told.collect();
    let nothing = || vec![words.text("analyse-nothing-to-say")];
    let told = if told.is_empty() && statistics.test.n > 1 { nothing() } else { told };
    told.into_iter().fold(text, |text, line| text + "\n" + &line + "\n")
}

/// A figure of the test in a row.
fn of_test(words: &Words, test: &TestStatistics) -> Vec<Vec<String>> {
    let row = |id: &str, figure: String| vec![words.text(&format!("analyse-test-{id}")), figure];
    vec![
        row("n", test.n.to_string()),
        row("mean", percent(test.mean)),
        row("median", percent(test.median)),
        row("sd", percent(test.sd)),
        row("skewness", number(test.skewness)),
        row("kurtosis", number(test.kurtosis)),
        row("alpha", number(test.alpha)),
        row("error-ratio", number(test.error_ratio)),
        row("standard-error", percent(test.standard_error)),
    ]
}

/// What is said of a test, by the id of its words.
fn test_id(remark: TestRemark) -> &'static str {
    match remark {
        TestRemark::FewPeople => "alpha-few",
        TestRemark::Unsatisfactory => "alpha-unsatisfactory",
        TestRemark::BelowSatisfactory => "alpha-below-satisfactory",
        TestRemark::Satisfactory => "alpha-satisfactory",
        TestRemark::Unsure => "alpha-unsure",
    }
}

fn of_remark(words: &Words, remark: TestRemark, statistics: &Statistics) -> String {
    let test = &statistics.test;
    let interval = test.alpha.and_then(|alpha| of_alpha(alpha, statistics.items.len(), test.n));
    let about = [
        ("n", test.n.into()),
        ("alpha", fine(test.alpha).into()),
        ("from", number(interval.map(|one| one.from)).into()),
        ("to", number(interval.map(|one| one.to)).into()),
        ("error", percent(test.standard_error).into()),
    ];
    words.text_with(&format!("analyse-{}", test_id(remark)), &about)
}

fn of_item(words: &Words, item: &ItemStatistics) -> Vec<String> {
    let of_mean = item.facility.and_then(|facility| of_facility(facility, item.n));
    let of_mean = of_mean.map(|one| [one.from, one.to].map(|end| rounded(end * 100.0, 0)));
    let of_index = index_interval(item).map(|one| [one.from, one.to].map(|end| rounded(end, 2)));
    vec![
        short(&visible(&item.name)),
        item.n.to_string(),
        with_interval(words, percent(item.facility), of_mean),
        percent(item.sd),
        percent(item.intended_weight),
        percent(item.effective_weight),
        with_interval(words, number(item.discrimination_index), of_index),
        number(item.discrimination_efficiency),
    ]
}

fn with_interval(words: &Words, figure: String, interval: Option<[String; 2]>) -> String {
    let Some([from, to]) = interval else { return figure };
    words.text_with("analyse-interval", &[("figure", figure.into()), ("from", from.into()), ("to", to.into())])
}

fn index_interval(item: &ItemStatistics) -> Option<Interval> {
    of_correlation(item.discrimination_index?, item.n)
}

/// What is said of an item, by the id of its words; nothing of a sound one.
fn item_id(remark: ItemRemark) -> Option<&'static str> {
    match remark {
        ItemRemark::Sound => None,
        ItemRemark::Backwards => Some("item-backwards"),
        ItemRemark::SameForAll => Some("item-same"),
        ItemRemark::HardlyAnyone => Some("item-hardly-anyone"),
        ItemRemark::Hard => Some("item-hard"),
        ItemRemark::NearlyEveryone => Some("item-nearly-everyone"),
        ItemRemark::VeryWeak => Some("item-very-weak"),
        ItemRemark::Weak => Some("item-weak"),
    }
}

/// What to look at in an item; nothing if there is nothing to say.
fn looked_at(words: &Words, table: &MarkTable, place: usize, item: &ItemStatistics) -> Option<String> {
    let remark = ItemRemark::of(item);
    let id = item_id(remark)?;
    let is_told = !matches!(remark, ItemRemark::NearlyEveryone | ItemRemark::SameForAll);
    let thirds = facility_by_thirds(table, place).filter(|[worst, best]| is_told && worst != best);
    let about: [(&str, FluentValue<'_>); 6] = [
        ("item", visible(&item.name).into()),
        ("n", item.n.into()),
        ("facility", percent(item.facility).into()),
        ("index", fine(item.discrimination_index).into()),
        ("worst", percent(thirds.map(|thirds| thirds[0])).into()),
        ("best", percent(thirds.map(|thirds| thirds[1])).into()),
    ];
    let say = |id: &str| words.text_with(&format!("analyse-{id}"), &about);
    let thirds = thirds.map(|_| say("thirds")).unwrap_or_default();
    let can_be_chance = remark == ItemRemark::Backwards && index_interval(item).is_none_or(|one| one.to >= 0.0);
    let chance = if can_be_chance { say("chance") } else { String::new() };
    Some(say(id) + &thirds + &chance)
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(none, |share| format!("{} %", rounded(share * 100.0, 1)))
}

fn number(figure: Option<f64>) -> String {
    figure.map_or_else(none, |figure| rounded(figure, 2))
}

/// Where a step is named beside it, which two decimals might round it to.
fn fine(figure: Option<f64>) -> String {
    figure.map_or_else(none, |figure| rounded(figure, 3))
}

/// Never `-0`.
fn rounded(figure: f64, places: usize) -> String {
    let text = format!("{figure:.places$}");
    let is_nought = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    if is_nought { text.trim_start_matches('-').to_owned() } else { text }
}

fn none() -> String {
    "–".to_owned()
}

fn short(name: &str) -> String {
    if width(name) <= LONGEST_NAME {
        return name.to_owned();
    }
    let ends = name.char_indices().map(|(at, _)| at).take_while(|&at| width(&name[..at]) < LONGEST_NAME);
    format!("{}…", &name[..ends.last().unwrap_or_default()])
}

/// Rows under each other: the first cell at the left, figures at the right.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let cell = |(column, text): (usize, &String)| {
        let gap = " ".repeat(widths[column] - width(text));
        if column == 0 { format!("{text}{gap}") } else { format!("  {gap}{text}") }
    };
    let line = |row: &Vec<String>| row.iter().enumerate().map(cell).collect::<String>();
    rows.iter().map(|row| line(row).trim_end().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_and_nothing_has_a_sign() {
        for (figure, shown) in [(0.0, "0.00"), (-0.001, "0.00"), (-0.126, "-0.13"), (1.0, "1.00")] {
            assert_eq!(number(Some(figure)), shown);
        }
        assert_eq!((percent(Some(0.5625)).as_str(), percent(None).as_str()), ("56.2 %", "–"));
    }

    #[test]
    fn everything_that_can_be_said_has_its_words() {
        use ItemRemark::{Backwards, Hard, HardlyAnyone, NearlyEveryone, SameForAll, VeryWeak, Weak};
        use TestRemark::{BelowSatisfactory, FewPeople, Satisfactory, Unsatisfactory, Unsure};
        let of_items = [Backwards, SameForAll, HardlyAnyone, Hard, NearlyEveryone, VeryWeak, Weak].map(item_id);
        let of_test = [FewPeople, Unsatisfactory, BelowSatisfactory, Satisfactory, Unsure].map(test_id);
        for id in of_items.into_iter().flatten().chain(of_test) {
            assert!(Words::english().has(&format!("analyse-{id}")), "{id}");
        }
    }

    #[test]
    fn a_long_name_is_cut_and_columns_stand_under_each_other() {
        assert_eq!(short(&"x".repeat(30)), format!("{}…", "x".repeat(23)));
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(aligned(&[row(["名", "1"]), row(["abc", "10"])]), "名    1\nabc  10\n");
    }
}
