// How fast `haven check` reads and compiles a large course: as a whole process from cold, with how much memory that takes and how
// fast mdBook builds a book of the same text beside it; and again after a change while it watches; and how soon an open page shows
// what was saved.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { book, write } from './courses.mjs';
import { beside, binary, inFolder } from './server.mjs';
import { cells, number, spread, table } from './tell.mjs';

const RUNS = 11;
const LESSONS = 1000;
const WRITTEN = 300;

export const checking = () => inFolder(measure);

async function measure(folder) {
  const [large, small, same] = ['large', 'small', 'book'].map((name) => join(folder, name));
  mkdirSync(same);
  const bytes = write(large, LESSONS / 5);
  write(small, 1);
  book(same, large);
  const check = () => execFileSync(binary, ['check', large]);
  const build = () => execFileSync('mdbook', ['build', same], { stdio: 'ignore' });
  // In turns, so that a machine that is busy for a while is busy for both.
  const took = { check: [], build: [] };
  for (let run = 0; run < RUNS; run++) {
    took.check.push(timed(check));
    took.build.push(timed(build));
  }
  const most = (course) => spread(Array.from({ length: 3 }, () => memory(course))).median;
  const more = most(large) - most(small);
  const one = (took) => cells(spread(took));
  const ratios = took.build.map((build, run) => build / took.check[run]);
  const again = await watched(large);
  const shown = await live(folder);
  return `## Checking

\`haven check\` on a course of ${number(LESSONS)} lessons, ${number(bytes / 1e6, 1)} MB of Markdown: every mistake looked for and every lesson compiled, as a whole
process; ${RUNS} runs. Beside it, in turns, \`mdbook build\` (${version()}) makes a book of the same text, without its search index. Memory is
what is resident at most, less that for a course of one module.

${table(
  ['', 'least', 'median', 'most', 'budget'],
  [
    ['`haven check`, ms', ...one(took.check), 'below 400'],
    ['`mdbook build`, ms', ...one(took.build), ''],
    ['How many times as long mdBook takes', ...cells(spread(ratios), 1), 'above 1'],
    ['Memory, MB', '', number(more / 1e6, 1), '', `below ${number((10 * bytes) / 1e6)}`],
    ['Memory, in bytes for each byte of text', '', number(more / bytes, 1), '', 'below 10'],
  ],
)}

While someone writes. A lesson of ${number(LESSONS)} is changed under \`haven check --watch\`: how long it reads and checks, and from saving
to the report, of which 50 ms are waiting for the editor to be done. A lesson of ${number(WRITTEN)} is changed under \`haven serve --live\`: from
saving to the new words in Chromium. ${RUNS} changes of each.

${table(['', 'least', 'median', 'most', 'budget'], [
  [`Reading again, ${number(LESSONS)} lessons, ms`, ...cells(spread(again.read)), 'below 20'],
  [`Saved to told, ${number(LESSONS)} lessons, ms`, ...cells(spread(again.told)), ''],
  [`Saved to seen, ${number(WRITTEN)} lessons, ms`, ...cells(spread(shown)), 'below 200'],
])}
`;
}

function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The memory that was resident at most, in bytes: GNU time says so last, in units of 1,024. */
function memory(course) {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', binary, 'check', course], { encoding: 'utf8' });
  return Number(stderr.trim().split('\n').at(-1)) * 1024;
}

const version = () => execFileSync('mdbook', ['--version'], { encoding: 'utf8' }).trim();

/** Changes a lesson under `haven check --watch`, again and again. */
async function watched(course) {
  const child = spawn(binary, ['check', '--watch', '--format', 'json', course], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const reports = createInterface(child.stdout)[Symbol.asyncIterator]();
    await reports.next();
    const file = join(course, 'en/100-module-100.md');
    const text = readFileSync(file, 'utf8');
    const figures = { read: [], told: [] };
    for (let run = 0; run < RUNS; run++) {
      const began = performance.now();
      writeFileSync(file, text.replace('\n\n', `\n\nChange ${run}.\n\n`));
      const report = JSON.parse((await reports.next()).value);
      figures.told.push(performance.now() - began);
      figures.read.push(report.milliseconds);
    }
    return figures;
  } finally {
    child.kill();
  }
}

/** Changes a lesson whose module is open in Chromium, again and again. */
async function live(folder) {
  write(join(folder, 'courses/written'), WRITTEN / 5);
  const browser = await chromium.launch({ executablePath: process.env.HAVEN_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const flags = ['--courses', join(folder, 'courses'), '--live'];
    return await beside(async ({ url }) => {
      const page = await browser.newPage();
      await page.goto(`${url}/en/courses/written`);
      const file = join(folder, 'courses/written/en/course.md');
      const shown = [];
      for (let run = 0; run < RUNS; run++) {
        await page.waitForLoadState('load');
        const words = `Change number ${run} is here`;
        const began = performance.now();
        writeFileSync(file, `# A course to measure with\n\n${words}.\n`);
        await page.getByText(words).waitFor();
        shown.push(performance.now() - began);
      }
      return shown;
    }, folder, flags);
  } finally {
    await browser.close();
  }
}
