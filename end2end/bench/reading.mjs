// A signed-in learner's lesson page beside a plain handler that makes the same two queries and compresses the same bytes
// (server/examples/plain.rs), in turns, so that a busy moment of the machine meets both.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { learner } from './learners.mjs';
import { beside, databases, inFolder, load, memory, open, stop } from './server.mjs';
import { cells, number, spread, table } from './tell.mjs';

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 16;

export const reading = () => inFolder(measure);

async function measure(folder) {
  const parts = [];
  for (const [name, database] of Object.entries(databases(folder))) parts.push(await on(name, database, folder));
  return told(parts.flatMap(({ rows }) => rows), parts.map(({ most, name }) => `${number(most)} MB on ${name}`).join(', '));
}

const on = (name, database, folder) => beside((haven) => read(haven, name, database, folder), folder, ['--behind-proxy'], database);

async function read(haven, name, database, folder) {
  const { cookie, enrolment } = await learner(haven.url);
  const { module, id } = enrolment.steps.find((one) => one.kind === 'lesson');
  const lesson = `${haven.url}/en/courses/small-course/${module}/${id}`;
  const page = join(folder, 'page.html');
  writeFileSync(page, await (await fetch(lesson, { headers: { cookie } })).text());
  const plain = await open(process.env.HAVEN_PLAIN, [database, 'small-course', page]);
  const head = ['-H', `Cookie: ${cookie}`, '-H', 'Accept-Encoding: gzip, deflate, br'];
  const ask = (url) => load({ connections: CONNECTIONS, seconds: SECONDS, url, flags: head });
  try {
    const [ours, theirs] = [[], []];
    await ask(lesson);
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await ask(lesson));
      theirs.push(await ask(plain.url));
    }
    return { name, rows: compared(name, ours, theirs), most: memory(haven, 'VmHWM') };
  } finally {
    await stop(plain);
  }
}

function compared(name, ours, theirs) {
  const row = (what, runs) => {
    const of = (key) => spread(runs.map((one) => one[key]));
    return [`${what}, ${name}`, ...cells(of('rate')), number(of('p50').median, 1), number(of('p99').median, 1), number(runs[0].bytes)];
  };
  const ratio = spread(ours.map((one, at) => one.rate / theirs[at].rate));
  return [row('Lesson page', ours), row('Plain handler', theirs), [`The one to the other, ${name}`, ...cells(ratio, 2), '', '', '']];
}

const told = (rows, most) => `## A lesson, to a signed-in learner

\`wrk -t2 -c${CONNECTIONS} -d${SECONDS}s\` on the same machine, ${ROUNDS} rounds of each in turns. The plain handler makes the same two queries through the same
store, and compresses the very bytes of the lesson's page at the same level. Budget: 0.7 of the plain handler, and 3,000 a second.
Memory of the server at most, all this while: ${most}.

${table(['', 'least a second', 'median', 'most', 'median latency, ms', '99 %, ms', 'bytes an answer'], rows)}
`;
