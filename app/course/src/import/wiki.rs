//! Links between double brackets, as Obsidian and wikis write them. Where it is sure which page or file is meant, they become links;
//! all others stay words.

use std::collections::HashMap;

use super::left::{Done, Told, Uncarried};
use super::read::Folder;
use super::scan::scan;
use super::words::{address, anchor, escaped};
use super::woven::Change;

/// Writes the links of all pages as links.
pub(super) fn read(folder: &mut Folder, told: &mut Told) {
    let names = names(folder);
    for page in &mut folder.pages {
        let mut changes = Vec::new();
        for piece in &page.facts.texts {
            let words = &page.page.text[piece.clone()];
            let mut from = 0;
            while let Some(open) = words[from..].find("[[").map(|at| from + at) {
                from = open + 2;
                let Some(end) = words[from..].find("]]").map(|at| from + at) else { break };
                let inside = &words[from..end];
                if inside.contains(['[', ']', '\n']) || inside.trim().is_empty() {
                    continue;
                }
                let shown = words[..open].ends_with('!');
                let start = piece.start + open - usize::from(shown);
                from = end + 2;
                if let Some(link) = link(inside, shown, &names) {
                    changes.push(Change::new(start..piece.start + from, link));
                } else {
                    let link = format!("[[{}]]", inside.chars().take(60).collect::<String>());
                    told.tell(
                        &page.path,
                        page.page.origin(start).map(|(_, line)| line),
                        Uncarried::WikiLink { link },
                        Done::AsText,
                    );
                }
            }
        }
        if !changes.is_empty() {
            page.page = page.page.changed(0..page.page.text.len(), &changes);
            page.facts = scan(&page.page.text);
        }
    }
}

/// The paths of pages and files by how one may name them, in small letters. None for names that more than one has.
fn names(folder: &Folder) -> HashMap<String, Option<String>> {
    let mut names = HashMap::new();
    let pages = folder.pages.iter().map(|page| (&page.path, true));
    for (path, is_page) in pages.chain(folder.others.keys().map(|path| (path, false))) {
        let small = path.to_lowercase();
        let bare =
            if is_page { small.rsplit_once('.').map_or(small.as_str(), |(bare, _)| bare) } else { small.as_str() };
        let last = bare.rsplit('/').next().unwrap_or(bare);
        let own = if last == bare { vec![bare] } else { vec![bare, last] };
        for name in own {
            names.entry(name.to_owned()).and_modify(|known| *known = None).or_insert_with(|| Some(path.clone()));
        }
    }
    names
}

/// `page#heading|words` as a link. None if no page or file is surely meant.
fn link(inside: &str, shown: bool, names: &HashMap<String, Option<String>>) -> Option<String> {
    let (aim, words) = inside.split_once('|').map_or((inside, None), |(aim, words)| (aim, Some(words.trim())));
    let (name, heading) = aim.split_once('#').map_or((aim, ""), |(name, heading)| (name, heading));
    let small = name.trim().trim_start_matches('/').to_lowercase();
    let path = match small.strip_suffix(".md").unwrap_or(&small) {
        "" => String::new(),
        small => {
            format!("/{}", names.get(small)?.as_ref()?.replace('%', "%25").replace('#', "%23").replace('?', "%3F"))
        }
    };
    // A mark of a block has no heading to lead to.
    let heading = heading.rsplit('#').next().filter(|heading| !heading.starts_with('^') && !heading.is_empty());
    let heading = heading.map(|heading| format!("#{}", anchor(heading))).unwrap_or_default();
    if path.is_empty() && heading.is_empty() {
        return None;
    }
    let is_page = path.is_empty() || path.to_lowercase().ends_with(".md");
    // Of a picture, digits are its width.
    let is_size = |words: &str| shown && words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x');
    let words = words.filter(|words| !is_size(words) && !words.is_empty());
    let mark = if shown && !is_page { "!" } else { "" };
    let said = words.unwrap_or(if mark.is_empty() { aim.trim().trim_start_matches('#') } else { "" });
    Some(format!("{mark}[{}]({})", escaped(said), address(&format!("{path}{heading}"))))
}
