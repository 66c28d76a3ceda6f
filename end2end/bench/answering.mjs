// Answers to a test's questions, each durable before it is acknowledged, from so many learners at once.

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { learner, sit } from './learners.mjs';
import { beside, databases, inFolder, load, memory } from './server.mjs';
import { cells, number, spread, table } from './tell.mjs';

const ROUNDS = 3;
const SECONDS = 5;
const script = resolve(import.meta.dirname, 'answers.lua');

export const answering = () => inFolder(measure);

async function measure(folder) {
  const parts = [];
  for (const [name, database] of Object.entries(databases(folder))) parts.push(await on(name, database, folder));
  return told(parts.flatMap(({ rows }) => rows), parts.map(({ most }) => `${number(most.memory)} MB on ${most.name}`).join(', '));
}

const on = (name, database, folder) => beside((server) => answered(server, name, folder), folder, ['--behind-proxy'], database);

async function answered(server, name, folder) {
  const rows = [];
  const sitters = [];
  for (const many of [50, 200]) {
    while (sitters.length < many) sitters.push(await seated(server.url));
    const runs = await rounds(folder, server.url, sitters);
    const of = (what) => spread(runs.map((one) => one[what]));
    rows.push([`${many} learners, ${name}`, ...cells(of('rate')), number(of('p50').median, 1), number(of('p99').median, 1), number(of('p99').most, 1)]);
  }
  return { rows, most: { name, memory: memory(server, 'VmHWM') } };
}

/** A learner in a sitting: where their answers go, and one answer to each question. */
async function seated(url) {
  const one = await learner(url);
  const sitting = await sit(one);
  const first = ({ rows, text, options, targets }) => (targets.length ? rows.map(() => '0') : options.length ? ['0'] : text.length ? text.slice(1).map(() => 'x') : ['1']);
  const bodies = sitting.questions.map((question) => JSON.stringify({ question: question.id, given: first(question) }).slice(1));
  return { path: `/api/v1/attempts/${sitting.id}/answers`, cookie: one.cookie, bodies };
}

async function rounds(folder, url, sitters) {
  const file = join(folder, 'sitters.lua');
  const text = JSON.stringify;
  const one = ({ path, cookie, bodies }) => `{path=${text(path)},cookie=${text(cookie)},bodies={${bodies.map(text).join(',')}}}`;
  writeFileSync(file, `return {${sitters.map(one).join(',\n')}}`);
  const run = () => load({ connections: sitters.length, seconds: SECONDS, url, flags: ['-s', script], argument: ['--', file] });
  const runs = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await run());
  return runs;
}

const told = (rows, most) => `## Answers

Answers to a test's questions by \`POST /api/v1/attempts/{id}/answers\`, acknowledged when they are on the disk: SQLite with \`synchronous=FULL\`,
PostgreSQL with \`fsync\` and \`synchronous_commit\` on. A connection a learner, each sends the next answer when the last is acknowledged; \`wrk -t2 -d${SECONDS}s\`, ${ROUNDS} rounds. Budget: 1,000 a second and
99 % under 200 ms from 50 and from 200 learners, memory below 200 MB. Memory of the server at most: ${most}.

${table(['', 'least a second', 'median', 'most', 'median latency, ms', '99 %, ms', '99 %, the worst round'], rows)}
`;
