// docs/reliability.md is what the tests themselves say of wrong turns: Playwright's annotations (turns.ts), and in Rust three
// lines above a test. `HAVEN_UPDATE=1 packaging/test.sh tests/reliability.spec.ts` writes it anew.

import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const top = resolve(import.meta.dirname, '../..');
const table = join(top, 'docs/reliability.md');

interface Turn {
  file: string;
  test: string;
  wrong: string;
  sees: string;
  kept: string;
}

const preface = `# When something goes wrong

What goes wrong, what the person sees, what is kept, and the test that shows it. This page is made of what those tests say of
themselves, and a test fails when the two part: after a change of either,
\`HAVEN_UPDATE=1 packaging/test.sh tests/reliability.spec.ts\` writes it anew.

Three promises stand behind every row. What was acknowledged is on the disk. What could not be kept is refused in words, with
what is safe and what to do, and with \`Retry-After\` where trying again helps; whoever sends it twice has sent it once. Everything
has a deadline: 30 seconds a request, 20 a group of writes, 10 a question to the database, 20 a head that does not end, 30 an
answer that is not taken, 10 for those who are being served when the server stops, and 25 for the last writes.
`;

function rustFiles(): string[] {
  const all = readdirSync(join(top, 'server'), { recursive: true, encoding: 'utf8' });
  return all.filter((path) => path.endsWith('.rs')).map((path) => `server/${path}`).sort();
}

/** Three doc lines, each of which may run on, then attributes, then the test. */
function ofRust(file: string): Turn[] {
  const text = readFileSync(join(top, file), 'utf8');
  const shape = /^ *\/\/\/ Wrong turn: (.*(?:\n *\/\/\/ .*)*)\n(?: *#\[.*\]\n)*( *#\[(?:tokio::)?test.*\]\n)(?: *#\[.*\]\n)* *(?:async )?fn (\w+)/gm;
  const turns = [...text.matchAll(shape)].map(([, said, , name]) => {
    const lines = said!.replace(/\n *\/\/\/ /g, '\n');
    const [wrong, sees, kept] = lines.split(/\n(?:Sees|Kept): /).map((part) => part.replaceAll('\n', ' '));
    return { file, test: name!.replaceAll('_', ' '), wrong: wrong!, sees: sees ?? '', kept: kept ?? '' };
  });
  expect(turns.length, `${file}: a wrong turn has no test under it`).toBe(text.split('/// Wrong turn: ').length - 1);
  return turns;
}

interface Spec {
  title: string;
  file: string;
  tests: { annotations: { type: string; description?: string }[] }[];
}

interface Suite {
  specs: Spec[];
  suites?: Suite[];
}

/** What Playwright itself lists. */
function ofBrowser(): Turn[] {
  const list = execFileSync('npx', ['playwright', 'test', '--list', '--reporter=json'], {
    cwd: join(top, 'end2end'),
    encoding: 'utf8',
    env: { ...process.env, HAVEN_BIN: process.env['HAVEN_BIN'] ?? 'none' },
    maxBuffer: 1 << 26,
  });
  const specs = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
  const all = (JSON.parse(list) as { suites: Suite[] }).suites.flatMap(specs);
  const turns = all.flatMap((spec) => {
    const say = (type: string) => spec.tests[0]?.annotations.find((one) => one.type === type)?.description ?? '';
    const wrong = say('wrong turn');
    return wrong ? [{ file: `end2end/tests/${spec.file}`, test: spec.title, wrong, sees: say('sees'), kept: say('kept') }] : [];
  });
  const once = new Map(turns.map((turn) => [`${turn.file} ${turn.test}`, turn]));
  return [...once.values()];
}

/** The first sentence of a file is the heading over its rows. */
function heading(file: string): string {
  const opening = readFileSync(join(top, file), 'utf8').match(/^(?:\/\/[!]? ?.*\n)+/)![0];
  const text = opening.replace(/^\/\/!? ?/gm, '').replaceAll('\n', ' ');
  return /^(.*?)[.:](?: |$)/.exec(text)![1]!;
}

function page(turns: Turn[]): string {
  const cell = (text: string) => (text.charAt(0).toUpperCase() + text.slice(1)).replaceAll('|', '\\|');
  const section = (file: string) => {
    const rows = turns.filter((turn) => turn.file === file);
    const lines = rows.map((turn) => `| ${[turn.wrong, turn.sees, turn.kept, turn.test].map(cell).join(' | ')} |`);
    return [`## ${heading(file)}`, '', `[${file}](../${file})`, '', '| What goes wrong | What the person sees | What is kept | The test |', '|---|---|---|---|', ...lines, ''].join('\n');
  };
  return `${preface}\n${[...new Set(turns.map((turn) => turn.file))].map(section).join('\n')}`;
}

test('the page on what goes wrong says what the tests show', () => {
  const turns = [...ofBrowser(), ...rustFiles().flatMap(ofRust)];
  for (const turn of turns) expect(turn.sees && turn.kept, `${turn.test} says not all of it`).toBeTruthy();
  const made = page(turns);
  if (process.env['HAVEN_UPDATE']) writeFileSync(table, made);
  expect(readFileSync(table, 'utf8'), 'write it anew: HAVEN_UPDATE=1 packaging/test.sh tests/reliability.spec.ts').toBe(made);
});
