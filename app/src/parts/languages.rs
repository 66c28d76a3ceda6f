//! The languages of a course: the same page in another one. Each name is in its own language, for whoever looks for theirs.

use leptos::prelude::*;

use crate::words::t;

/// A language in which a page is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageWay {
    /// Its tag.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its name in itself.
    pub name: String,
    /// The same page in it.
    pub href: String,
    /// It is the one shown.
    pub is_shown: bool,
}

/// The languages of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages {
    /// The languages; none where there is nothing to choose.
    pub ways: Vec<LanguageWay>,
    /// The id of the form that is sent first: what is in it must not be lost.
    pub form: Option<&'static str>,
}

impl Languages {
    /// Draws them, if there are several.
    #[must_use]
    pub fn view(self) -> Option<AnyView> {
        let form = self.form;
        let there = !self.ways.is_empty();
        let ways = self.ways.into_iter().map(|way| view! { <li>{one(way, form)}</li> }).collect_view();
        there.then(|| view! { <nav class="languages" aria-label=t("read-in")><ul>{ways}</ul></nav> }.into_any())
    }
}

fn one(way: LanguageWay, form: Option<&'static str>) -> AnyView {
    let LanguageWay { tag, dir, name, href, is_shown } = way;
    match form {
        _ if is_shown => view! { <span lang=tag dir=dir aria-current="true">{name}</span> }.into_any(),
        Some(form) => {
            let value = format!("language:{tag}");
            view! { <button class="link" form=form name="do" value=value lang=tag dir=dir>{name}</button> }.into_any()
        }
        None => view! { <a href=href hreflang=tag.clone() lang=tag dir=dir rel="alternate">{name}</a> }.into_any(),
    }
}
