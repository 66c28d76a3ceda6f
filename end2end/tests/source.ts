// The questions of a course, read from its Markdown: what is right, what is wrong, and what has to be said to either. So a test
// knows the key as its author wrote it, and needs none of its own. It reads sound courses only: `haven check` finds mistakes.

import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const classes = ['choice', 'choices', 'hotspot', 'match', 'order', 'blanks', 'number', 'short'] as const;

/** An option, or an answer that is foreseen, with its feedback. */
interface Option {
  text: string;
  right: boolean;
  feedback: string;
}

/** A question, and what is written below its heading. */
export interface Question {
  id: string;
  class: (typeof classes)[number];
  options: Option[];
  /** Row and target. */
  pairs: [string, string][];
  /** In the right order. */
  steps: string[];
  /** What is right in each gap. */
  gaps: string[][];
  /** One right number and a wrong one. */
  numbers: [string, string];
  explanation: string;
}

/** An answer: the words of what is picked; of each row's target; the place of each step; what each field holds. */
export type Given = string[];

/** The files of a course's modules, or those of its banks, in their order. */
export function files(course: string, room: 'modules' | 'banks'): string[] {
  const folder = join(course, room === 'banks' ? 'en/bank' : 'en');
  const names = readdirSync(folder).filter((name) => (room === 'banks' ? /\.md$/ : /^\d+-.*\.md$/).test(name));
  return names.sort().map((name) => join(folder, name));
}

/** What a file is called in addresses and settings: `en/02-mapping-risk.md` is `mapping-risk`. */
export function slug(file: string): string {
  return basename(file, '.md').replace(/^\d+-/, '');
}

/** The lessons of a module's file, each with its questions. */
export function lessons(file: string): { id: string; questions: Question[] }[] {
  const parts = readFileSync(file, 'utf8').split(/^(?=## )/m).slice(1);
  return parts.map((text) => ({ id: /^## .*\{.*#([\w-]+)/.exec(text)![1]!, questions: questions(text, '### ') }));
}

/** The questions of a bank's file. */
export function bank(file: string): Question[] {
  return questions(readFileSync(file, 'utf8'), '## ');
}

function questions(text: string, mark: string): Question[] {
  const parts = text.replace(/<!--.*?-->/gs, '').split(new RegExp(`^(?=#{2,${mark.length - 1}} )`, 'm'));
  return parts.filter((part) => part.startsWith(mark)).flatMap(question);
}

function question(text: string): Question[] {
  const [heading, ...lines] = text.split('\n');
  const attributes = /\{([^}]*)\}\s*$/.exec(heading!)?.[1] ?? '';
  const kind = classes.find((one) => attributes.split(' ').includes(`.${one}`));
  if (!kind) return [];
  const attribute = (name: string) => new RegExp(`\\b${name}=(\\S+)`).exec(attributes)?.[1];
  const below = lines.join('\n');
  const own = lines.filter((line) => !line.startsWith('>'));
  const rows = own.map((line) => /^\|(.*)\|(.*)\|$/.exec(line)).filter((row) => row !== null);
  const right = Number(attribute('answer') ?? attribute('min') ?? 0);
  const wrong = Number(attribute('max') ?? right) + Number(attribute('tolerance') ?? 0) + 1;
  return [{
    id: /#([\w-]+)/.exec(attributes)![1]!,
    class: kind,
    options: options(own),
    // Below the heads and the line under them.
    pairs: rows.slice(2).map(([, row, target]) => [row!.trim(), target!.trim()]),
    steps: own.flatMap((line) => /^\d+\. (.*)$/.exec(line)?.[1] ?? []),
    gaps: [...own.join(' ').matchAll(/(?<!\\)\[\[(.*?)\]\]/g)].map((gap) => gap[1]!.split('|')),
    numbers: [String(right), String(wrong)],
    explanation: /^> \[!NOTE\]\n((?:>.*\n?)*)/m.exec(below)?.[1]?.replace(/^> ?/gm, '') ?? '',
  }];
}

/** An option is one line, and what stands below it with two blanks before it is its feedback. */
function options(lines: string[]): Option[] {
  const options: Option[] = [];
  for (const line of lines) {
    const option = /^- \[([ x])\] (.*?)(?: \{[\d.,]+\})?$/i.exec(line);
    if (option) options.push({ text: option[2]!, right: option[1] !== ' ', feedback: '' });
    else if (line.startsWith('  ') && options.length) options.at(-1)!.feedback += `${line.trim()} `;
  }
  return options;
}

/** Text as one hears it, to find it on a page: no marks, no notes, no signs; only words. */
export function words(text: string): string {
  const plain = text.replace(/\[\^[^\]]+\]|\]\([^)]*\)|\{\{.*?\}\}/g, ' ');
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();
}

/** Answers that are right: one, and of words that are typed each that is foreseen. */
export function rights(one: Question): Given[] {
  const right = one.options.filter((option) => option.right).map((option) => option.text);
  switch (one.class) {
    case 'choice': case 'choices': return [right];
    case 'hotspot': case 'short': return right.map((text) => [typed(text)]);
    case 'match': return [one.pairs.map(([, target]) => target)];
    case 'order': return [one.steps.map((_, at) => String(at + 1))];
    case 'blanks': return alternatives(one.gaps);
    case 'number': return [[one.numbers[0]]];
  }
}

/** Answers that are wrong in all they hold: each option that is wrong, alone where one is picked. */
export function wrongs(one: Question): Given[] {
  const wrong = one.options.filter((option) => !option.right).map((option) => option.text);
  switch (one.class) {
    case 'choices': return [wrong];
    case 'choice': case 'hotspot': case 'short': return wrong.map((text) => [typed(text)]);
    case 'match': return [one.pairs.map(([, target]) => after(one.pairs.map((pair) => pair[1]), target))];
    case 'order': return [one.steps.map((_, at) => String(one.steps.length - at))];
    case 'blanks': return [one.gaps.map(([gap]) => after(one.gaps.map((other) => other[0]!), gap!))];
    case 'number': return [[one.numbers[1]]];
  }
}

/** What has to be said to an answer, in the author's words: the feedback of what was picked, and the explanation. */
export function said(one: Question, given: Given): string[] {
  const picked = one.options.filter((option) => given.includes(typed(option.text)) || given.includes(option.text));
  return [...picked.map((option) => option.feedback), one.explanation].filter((text) => text.trim());
}

/** Words that a pattern foresees: its stars stand for none, and where a blank is beside them for one. */
function typed(pattern: string): string {
  const words = /^`(.*)`$/.exec(pattern)?.[1];
  return words?.replace(/\*(?= )|(?<= )\*/g, 'so').replaceAll('*', '') ?? pattern;
}

/** The next of these that is another one. */
function after(all: string[], one: string): string {
  const different = [...new Set(all)];
  return different[(different.indexOf(one) + 1) % different.length]!;
}

/** The first answers of all gaps, the second ones, and so on. */
function alternatives(gaps: string[][]): Given[] {
  const most = Math.max(...gaps.map((gap) => gap.length));
  return Array.from({ length: most }, (_, at) => gaps.map((gap) => gap[at] ?? gap[0]!));
}
