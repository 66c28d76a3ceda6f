//! Putting links into the trees of lessons: each term once a lesson, where running text first uses it. Not in headings, links,
//! code and questions, nor in content notices, which are shown before the lesson; and not where the lesson says itself what the
//! term means.

use std::ops::Range;
use std::sync::Arc;

use super::{Glossary, Linked, MOST_LISTED, Term};
use crate::markdown::tree::{Alert, Block, BlockKind, Definition, Inline, InlineKind, Link, Page, Target};
use crate::markdown::walk::plain;
use crate::outline::{PageKind, Role, section_length};

impl Glossary {
    /// Links the terms in the lessons of a module, where so many bytes of meanings are listed before.
    pub(crate) fn link(&mut self, module: &mut Page, listed: usize) -> Linked {
        (self.lesson, self.listed) = (0, listed);
        self.found.fill(0);
        self.lessons(module);
        let found = self.found.iter().enumerate().filter(|(_, lesson)| **lesson > 0).map(|(term, _)| term);
        Linked { found: found.collect(), listed: self.listed }
    }

    fn lessons(&mut self, module: &mut Page) {
        let (mut at, mut is_lesson, mut foreign) = (0, false, false);
        while at < module.blocks.len() {
            let heading = module.blocks[at].heading();
            foreign = heading.map_or(foreign, |heading| heading.foreign);
            match heading.map(|heading| (Role::of(PageKind::Module, heading), heading.level)) {
                Some((Role::Lesson, _)) => {
                    self.lesson += 1;
                    is_lesson = true;
                }
                Some((Role::Question(_) | Role::Work(_), level)) => {
                    at += section_length(&module.blocks[at + 1..], level);
                }
                Some(_) => {}
                None if is_lesson => self.part(&mut module.blocks[at], foreign),
                None => {}
            }
            at += 1;
        }
    }

    /// A block in a part that is the source's own, or not.
    fn part(&mut self, block: &mut Block, foreign: bool) {
        match &mut block.kind {
            BlockKind::Untranslated(inner) if self.foreign => self.blocks(inner),
            _ if self.foreign == foreign => self.block(block),
            _ => {}
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        blocks.iter_mut().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &mut Block) {
        match &mut block.kind {
            BlockKind::Paragraph(content) | BlockKind::Plain(content) => self.row(content),
            BlockKind::Alert(Alert::Caution, _) => {}
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => self.blocks(inner),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| self.blocks(&mut item.blocks)),
            BlockKind::Definitions(definitions) => definitions.iter_mut().for_each(|one| self.definition(one)),
            BlockKind::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|cell| self.row(&mut cell.content));
            }
            BlockKind::Heading(_) | BlockKind::Code(_) | BlockKind::Rule | BlockKind::Untranslated(_) => {}
        }
    }

    /// What a lesson defines itself needs no link any more.
    fn definition(&mut self, definition: &mut Definition) {
        let Self { trie, tokens, found, lesson, .. } = self;
        trie.find(tokens.of(&plain(&definition.term)), |_, term| found[term] = *lesson);
        definition.meanings.iter_mut().for_each(|meaning| self.blocks(meaning));
    }

    /// A row of inline elements. A term may run over a line's end, so text and line ends are looked at together.
    fn row(&mut self, content: &mut Vec<Inline>) {
        let mut text = Vec::new();
        for mut inline in std::mem::take(content) {
            match &mut inline.kind {
                InlineKind::Text(_) | InlineKind::SoftBreak => {
                    text.push(inline);
                    continue;
                }
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => self.row(inner),
                _ => {}
            }
            self.text(std::mem::take(&mut text), content);
            content.push(inline);
        }
        self.text(text, content);
    }

    fn text(&mut self, pieces: Vec<Inline>, content: &mut Vec<Inline>) {
        let words = |inline: &Inline| match &inline.kind {
            InlineKind::Text(words) => words.clone(),
            _ => "\n".to_owned(),
        };
        let text: String = pieces.iter().map(words).collect();
        let mut links = self.first_uses(&text).into_iter().peekable();
        let mut start = 0;
        for piece in pieces {
            let end = start + words(&piece).len();
            let mut at = start;
            while at < end {
                while links.next_if(|(span, _)| span.end <= at).is_some() {}
                let Some((span, term)) = links.peek().filter(|(span, _)| span.start < end).cloned() else { break };
                if at < span.start {
                    content.push(part(&piece, at - start..span.start - start));
                }
                let inside = span.start.max(at)..span.end.min(end);
                let inner = part(&piece, inside.start - start..inside.end - start);
                link(term, inner, span.start < start, content);
                at = inside.end;
            }
            if at == start && start < end {
                content.push(piece);
            } else if at < end {
                content.push(part(&piece, at - start..end - start));
            }
            start = end;
        }
    }

    /// The terms that this lesson uses here for the first time.
    fn first_uses(&mut self, text: &str) -> Vec<(Range<usize>, Arc<Term>)> {
        let Self { trie, tokens, found, lesson, terms, listed, .. } = self;
        let mut first = Vec::new();
        trie.find(tokens.of(text), |span, term| {
            if std::mem::replace(&mut found[term], *lesson) != *lesson && *listed < MOST_LISTED {
                *listed += terms[term].meaning.len();
                first.push((span, terms[term].clone()));
            }
        });
        first
    }
}

/// A part of a text or a line end.
fn part(piece: &Inline, of: Range<usize>) -> Inline {
    let InlineKind::Text(words) = &piece.kind else {
        return Inline { span: piece.span.clone(), kind: InlineKind::SoftBreak };
    };
    // Where an entity stands in it, the text is shorter than its source.
    let is_source = words.len() == piece.span.len();
    let span = if is_source { piece.span.start + of.start..piece.span.start + of.end } else { piece.span.clone() };
    Inline { span, kind: InlineKind::Text(words[of].to_owned()) }
}

/// Adds a link, or to the one that was begun before this piece.
fn link(term: Arc<Term>, inner: Inline, goes_on: bool, content: &mut Vec<Inline>) {
    if goes_on && let Some(Inline { span, kind: InlineKind::Link(_, before) }) = content.last_mut() {
        span.end = inner.span.end;
        before.push(inner);
        return;
    }
    let link = Link { written: String::new(), leads: Some(Target::Term(term)) };
    content.push(Inline { span: inner.span.clone(), kind: InlineKind::Link(Box::new(link), vec![inner]) });
}
