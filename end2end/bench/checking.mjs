// How fast `haven check` reads and compiles a large course, as a whole process from cold.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { write } from './courses.mjs';
import { binary, inFolder } from './server.mjs';
import { cells, number, spread, table } from './tell.mjs';

const RUNS = 11;
const LESSONS = 1000;

export const checking = () => inFolder(measure);

function measure(folder) {
  const bytes = write(join(folder, 'large'), LESSONS / 5);
  const took = [];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    execFileSync(binary, ['check', join(folder, 'large')]);
    took.push(performance.now() - began);
  }
  return `## Checking

\`haven check\` on a course of ${number(LESSONS)} lessons, ${number(bytes / 1e6, 1)} MB of Markdown, as a whole process; ${RUNS} runs.

${table(['', 'least', 'median', 'most'], [['Time, ms', ...cells(spread(took))]])}
`;
}
