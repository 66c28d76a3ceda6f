// How long the server takes to open, and what it needs at rest.

import { inFolder, memory, serve, stop } from './server.mjs';
import { cells, spread, table } from './tell.mjs';

const STARTS = 11;

export const start = () => inFolder(measure);

async function measure(folder) {
  await stop(await serve(folder, ['--demo']));
  const [starts, rests] = [[], []];
  for (let at = 0; at < STARTS; at++) {
    const server = await serve(folder, ['--demo']);
    starts.push(server.took);
    await fetch(`${server.url}/en/`);
    rests.push(memory(server));
    await stop(server);
  }
  return `## Start and memory

From starting the process to its being open, on an existing database with the courses inside; and resident memory after the first
page. ${STARTS} starts.

${table(['', 'least', 'median', 'most', 'budget'], [
  ['Start, ms', ...cells(spread(starts)), 'below 300'],
  ['Memory at rest, MB', ...cells(spread(rests)), 'below 80'],
])}
`;
}
