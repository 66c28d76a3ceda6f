// Certificates as PDF: each is typeset when it is asked for.

import { join } from 'node:path';
import { write } from './courses.mjs';
import { learner, walk } from './learners.mjs';
import { beside, inFolder, load, memory } from './server.mjs';
import { cells, number, spread, table } from './tell.mjs';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 4;

export const certificates = () => inFolder(measure);

async function measure(folder) {
  write(join(folder, 'courses/large'), 1);
  return beside(printed, folder, ['--behind-proxy', '--courses', join(folder, 'courses')]);
}

async function printed(server) {
  const holder = await learner(server.url, 'large');
  await walk(holder);
  const { number: issued } = await holder.call('POST', '/courses/large/certificate', { name: 'Amina Chikondi Phiri' });
  const url = `${server.url}/en/courses/large/certificate/${issued}`;
  const runs = [];
  for (let round = 0; round < ROUNDS; round++) {
    runs.push(await load({ connections: CONNECTIONS, seconds: SECONDS, url, flags: ['-H', `Cookie: ${holder.cookie}`] }));
  }
  const most = memory(server, 'VmHWM');
  const of = (what) => spread(runs.map((one) => one[what]));
  return `## Certificates

The PDF of a certificate, typeset for each request; \`wrk -t2 -c${CONNECTIONS} -d${SECONDS}s\`, ${ROUNDS} rounds. Memory of the server at most: ${number(most)} MB.

${table(['', 'least a second', 'median', 'most', 'median latency, ms', '99 %, ms', 'bytes'], [
  ['Certificate', ...cells(of('rate')), number(of('p50').median, 1), number(of('p99').median, 1), number(runs[0].bytes)],
])}
`;
}
