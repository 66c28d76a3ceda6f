// How fast `haven check` reads and compiles a large course, as a whole process from cold, and how much memory that takes; and how fast
// mdBook builds a book of the same text beside it.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { book, write } from './courses.mjs';
import { binary, inFolder } from './server.mjs';
import { cells, number, spread, table } from './tell.mjs';

const RUNS = 11;
const LESSONS = 1000;

export const checking = () => inFolder(measure);

function measure(folder) {
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
