//! Text with gaps. The gaps stand within paragraphs and lists that the course has written, so that they are put into the HTML
//! as text; what an answer holds is escaped.

use leptos::prelude::*;

use super::question::{AskLabels, Asked, content, field_id};

/// The text with a field in each gap, and below it what `note` says of each.
pub(super) fn gaps(
    asked: &Asked,
    labels: &AskLabels,
    text: &[String],
    choices: &[String],
    note: impl Fn(usize) -> AnyView,
) -> AnyView {
    let mut html = String::new();
    for (at, part) in text.iter().enumerate() {
        if at > 0 {
            html.push_str(&field(asked, labels, at - 1, choices));
        }
        html.push_str(part);
    }
    let notes = (1..text.len()).map(|number| view! { <li>{note(number - 1)}</li> }).collect_view();
    view! {
        <fieldset class="gaps">
            <legend>{labels.fill_gaps.clone()}</legend>
            {content(&asked.tongue, Some("reading"), html)}
            <ol class="gap-notes">{notes}</ol>
        </fieldset>
    }
    .into_any()
}

/// The field of the gap at this place.
fn field(asked: &Asked, labels: &AskLabels, at: usize, choices: &[String]) -> String {
    let given = asked.given.get(at).map_or("", String::as_str);
    let label = escaped(&labels.gap.replace("{n}", &(at + 1).to_string()));
    let (id, name) = (escaped(&field_id(asked, at)), escaped(&asked.name));
    let about = format!("id=\"{id}\" name=\"{name}\" aria-label=\"{label}\"");
    if choices.is_empty() {
        let (given, most) = (escaped(given), assessment::LONGEST);
        let manners = "autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\"";
        return format!("<input type=\"text\" class=\"gap\" {about} value=\"{given}\" maxlength=\"{most}\" {manners}>");
    }
    let option = |choice: &String| {
        let selected = if choice == given { " selected" } else { "" };
        format!("<option{selected}>{}</option>", escaped(choice))
    };
    let options: String = choices.iter().map(option).collect();
    format!("<select class=\"gap\" {about}><option value=\"\">{}</option>{options}</select>", escaped(&labels.choose))
}

/// Text as it may stand in an element or in an attribute between double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
