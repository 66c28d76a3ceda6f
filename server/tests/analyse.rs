//! `haven analyse` as an author meets it: the figures, the words, and what is said of a table that cannot be analysed.

use std::process::{Command, Output};

use serde_json::{Value, json};

/// Runs the command on a file of these bytes, called `marks.csv`, and where it lies.
fn analyse(table: impl AsRef<[u8]>, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("marks.csv"), table).expect("written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_haven"));
    command.args(["analyse", "marks.csv", "--language", "en"]).args(arguments).current_dir(folder.path());
    command.output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn figures(table: impl AsRef<[u8]>) -> Value {
    let output = analyse(table, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The example that `docs/statistics.md` works by hand.
const EXAMPLE: &str = "name,Q1,Q2,Q3\nmax,2,1,1\nAmina,2,1,0\nBilal,2,1,1\nChen,1,0,0\nDaria,0,0,1\n";

#[test]
fn the_figures_are_printed_as_json_under_the_names_of_the_report() {
    let got = figures(EXAMPLE);
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&got), ["items", "test"]);
    let mut of_test =
        ["n", "mean", "median", "sd", "skewness", "kurtosis", "alpha", "error_ratio", "standard_error"].to_vec();
    of_test.sort_unstable();
    assert_eq!(keys(&got["test"]), of_test);
    let mut of_item = [
        "name",
        "n",
        "facility",
        "sd",
        "intended_weight",
        "effective_weight",
        "discrimination_index",
        "discrimination_efficiency",
    ]
    .to_vec();
    of_item.sort_unstable();
    assert_eq!(keys(&got["items"][2]), of_item);
    let near = |value: &Value, wanted: f64| (value.as_f64().expect("a number") - wanted).abs() < 1e-12;
    for (place, wanted) in [
        ("/test/mean", 0.5625),
        ("/test/median", 0.5),
        ("/test/sd", 0.375),
        ("/test/skewness", 10.0 / 27.0),
        ("/test/kurtosis", -316.0 / 81.0),
        ("/test/alpha", 4.0 / 9.0),
        ("/test/error_ratio", (5.0_f64 / 9.0).sqrt()),
        ("/test/standard_error", (5.0_f64 / 9.0).sqrt() * 0.375),
        ("/items/0/facility", 0.625),
        ("/items/0/intended_weight", 0.5),
        ("/items/1/discrimination_efficiency", 1.0),
        ("/items/2/discrimination_efficiency", -0.2),
    ] {
        let value = got.pointer(place).expect(place);
        assert!(near(value, wanted), "{place}: {value}");
    }
    assert_eq!(
        (&got["test"]["n"], &got["items"][1]["name"], &got["items"][1]["n"]),
        (&json!(4), &json!("Q2"), &json!(4))
    );
}

#[test]
fn the_manual_works_the_same_example() {
    assert!(include_str!("../../docs/statistics.md").contains(EXAMPLE));
}

#[test]
fn the_figures_stand_in_the_order_in_which_they_are_documented() {
    let printed = text(&analyse(EXAMPLE, &[]).stdout);
    let start = r#"{"test":{"n":4,"mean":0.5625,"median":0.5,"sd":0.375,"skewness":0.37"#;
    assert!(printed.starts_with(start), "{printed}");
}

#[test]
fn a_table_is_read_from_whatever_program_it_comes() {
    let wanted = figures(EXAMPLE);
    for table in [
        EXAMPLE.replace('\n', "\r\n"),
        EXAMPLE.replace('\n', "\r"),
        format!("\u{feff}{EXAMPLE}"),
        EXAMPLE.replace(',', ";"),
        EXAMPLE.replace(',', "\t"),
        format!("sep=;\n{}", EXAMPLE.replace(',', ";")),
        EXAMPLE.replace('\n', "\n\n"),
        EXAMPLE.replace('\n', ",,\n"),
        EXAMPLE.replace("Amina", "\"Amina, the first\"").replace("Bilal", "\"Bilal \"\"B\"\"\""),
        EXAMPLE.replace(",0", ","),
        EXAMPLE.replace(",0", ",-"),
        EXAMPLE.replace(",1,0\n", ", 1.0 ,0.00\n"),
        EXAMPLE.replace(",2,1", ",\"2,0\",\"1,0\""),
        format!("{EXAMPLE},,,\n\n"),
        EXAMPLE.trim_end().to_owned(),
        "name;Q1;Q2;Q3\nmax;1;0,5;0,5\nA;1;0,5;0\nB;1;0,5;0,5\nC;0,5;0;0\nD;0;0;0,5\n".to_owned(),
    ] {
        assert_eq!(figures(&table), wanted, "{table}");
    }
}

#[test]
fn without_a_row_max_the_highest_mark_counts_and_that_is_said() {
    let output = analyse("name,Q1,Q2\nMax,1,2\nBilal,3,0\nChen,0,0\n", &[]);
    let got: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&got["test"]["n"], &got["items"][0]["intended_weight"]), (&json!(3), &json!(0.6)), "Max is a person");
    for words in ["there is no row max", "taken for a person called Max"] {
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
    }
}

#[test]
fn what_is_not_defined_is_null() {
    let one = figures("name,Q1,Q2\nAmina,1,2\n");
    assert_eq!(
        one["test"],
        json!({
            "n": 1, "mean": 1.0, "median": 1.0, "sd": null, "skewness": null, "kurtosis": null, "alpha": null,
            "error_ratio": null, "standard_error": null,
        })
    );
    let same = figures("name,Q1\nmax,2\nAmina,1\nBilal,1\nChen,1\nDaria,1\n");
    assert_eq!(
        same["items"][0],
        json!({
            "name": "Q1", "n": 4, "facility": 0.5, "sd": 0.0, "intended_weight": 1.0, "effective_weight": null,
            "discrimination_index": null, "discrimination_efficiency": null,
        })
    );
    assert_eq!((&same["test"]["sd"], &same["test"]["alpha"]), (&json!(0.0), &Value::Null));
}

#[test]
fn what_the_figures_do_not_say_is_said_beside_them() {
    let table = "name,Q1,Q2,Total\nmax,1,1,2\nAmina,1,0,1\nBilal,,1,1\nChen,,,\n";
    let output = analyse(table, &[]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stderr);
    for words in ["4 blank cells count as 0", "Chen has no mark at all", "Total is the sum of all the other items"] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn the_figures_are_printed_for_a_reader_with_words() {
    let output = analyse(EXAMPLE, &["--format", "human"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn a_longer_table_is_told_with_what_its_author_should_look_at() {
    // Of thirty people each is a little better than the one before; the key of Q4 is wrong, and nobody misses Q5.
    let mark = |holds: bool| u8::from(holds);
    let rows = (0..30).map(|person| {
        let marks =
            [person > 5, person > 12, person > 19, person < 15, true, person % 2 == 0, person > 25, person > 15];
        format!("P{person},{}\n", marks.map(|holds| mark(holds).to_string()).join(","))
    });
    let table = format!("name,Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8\n{}", rows.collect::<String>());
    let output = analyse(table, &["--format", "human"]);
    insta::assert_snapshot!(text(&output.stdout));
}

/// What is wrong, where, and what to do: one table for each, and none without its words.
#[test]
fn every_mistake_has_its_place_and_its_mend() {
    let utf16: Vec<u8> = EXAMPLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let unclosed = EXAMPLE.replace("Bilal", "\"Bilal");
    let cases: Vec<(&[u8], &str)> = vec![
        (b"", "marks.csv: error[empty]"),
        (b"\n ,\n", "marks.csv: error[empty]"),
        (&utf16, "marks.csv: error[other-encoding]: The file is in UTF-16"),
        (b"name,Q1\nZo\xeb,1\n", "marks.csv:2: error[not-utf-8]"),
        (b"name\nAmina\n", "marks.csv:1: error[no-items]"),
        (b"name,Q1\n", "marks.csv: error[no-people]"),
        (b"name,Q1\nmax,1\n", "marks.csv: error[no-people]"),
        (b"name,Q1,Q1\nAmina,1,1\n", "marks.csv:1:C: error[item-twice]: Two items are called Q1: here and in 1:B"),
        (b"name,Q1,,Q2\nAmina,1,7,1\n", "marks.csv:2:C: error[item-unnamed]"),
        (b"name,Q1,Q2\nAmina,1\n", "marks.csv:2: error[row-length]: Row 2 has 2 cells, the first row 3"),
        (b"name,Q1\nAmina,1\n\nBilal,0,5\n", "marks.csv:4: error[row-length]: Row 4 has 3 cells, the first row 2"),
        (unclosed.as_bytes(), "marks.csv:4: error[quote]"),
        (b"name,Q1\n,1\n", "marks.csv:2:A: error[person-unnamed]"),
        (b"name,Q1\nA,1\nB,1\nA,0\n", "marks.csv:4:A: error[person-twice]: A is there twice: here and in row 2"),
        (b"name,Q1\nA,yes\n", "marks.csv:2:B: error[not-a-number]: yes is no mark for Q1"),
        (b"name,Q1\nA,80%\n", "marks.csv:2:B: error[not-a-number]: 80% is no mark for Q1"),
        (b"name,Q1\nA,20261125\n", "marks.csv:2:B: error[too-large]"),
        (b"name,Q1\nmax,1\nA,1.5\n", "marks.csv:3:B: error[above-max]: 1.5 is more than Q1 gives: 1"),
        (b"name,Q1\nmax,1\nA,-1.5\n", "marks.csv:3:B: error[below-min]"),
        (b"name,Q1\nA,1\nB,-99\n", "marks.csv:3:B: error[below-highest]"),
        (b"name,Q1\nA,-1\nB,-2\n", "marks.csv:3:B: error[below-highest]"),
        (b"name,Q1,Q2\nmax,1,\nA,1,1\n", "marks.csv:2:C: error[max-blank]"),
        (b"name,Q1\nmax,-1\nA,-1\n", "marks.csv:2:B: error[max-below-nothing]"),
        (b"name,Q1\nA,1\nmax,1\n", "marks.csv:3: error[max-elsewhere]"),
    ];
    for (table, wanted) in cases {
        let output = analyse(table, &[]);
        let said = text(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{wanted}: {said}");
        assert!(said.contains(wanted), "{wanted}: {said}");
        assert!(said.contains("    = ") && !said.contains("analyse-") && !said.contains("{$"), "{said}");
        assert!(said.contains("No figures were made."), "{said}");
    }
}

#[test]
fn all_mistakes_are_told_at_once_and_no_more_than_one_reads() {
    let said = text(&analyse("name,Q1,Q1\n,x,1\nA,1\n", &[]).stderr);
    for code in ["item-twice", "person-unnamed", "not-a-number", "row-length"] {
        assert!(said.contains(code), "{said}");
    }
    assert!(said.contains("4 errors. No figures"), "{said}");
    let many = (0..50).map(|person| format!("P{person},x\n")).collect::<String>();
    let said = text(&analyse(format!("name,Q1\n{many}"), &[]).stderr);
    assert_eq!(said.matches("error[").count(), 20);
    assert!(said.contains("50 errors, 30 more than are shown."), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_wrong_usage() {
    for arguments in [&["analyse", "no/such.csv"][..], &["analyse", "."], &["analyse"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_haven")).args(arguments).output().expect("it runs");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

/// What a table holds is its author's: it moves no cursor and writes no line of ours.
#[test]
fn nothing_in_a_table_is_obeyed_by_the_terminal() {
    let table = "name,Q\u{1b}[2J1\u{202e},Q2\nA,1,0\nB,0,0\nC,1,0\nD,\u{1b}[31m,0\n";
    let said = text(&analyse(table, &[]).stderr);
    assert!(said.contains("not-a-number") && !said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
    let output = analyse(table.replace("\u{1b}[31m", "1"), &["--format", "human"]);
    let told = text(&output.stdout);
    assert!(!told.is_empty() && !told.contains('\u{1b}') && !told.contains('\u{202e}'), "{told:?}");
}
