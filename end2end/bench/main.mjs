// `make bench`: measures the binary in HAVEN_BIN and writes docs/performance.md. `packaging/bench.sh reading answering` measures
// those alone and prints them. A figure stands with its command, its machine and its spread.

import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { answering } from './answering.mjs';
import { certificates } from './certificates.mjs';
import { checking } from './checking.mjs';
import { reading } from './reading.mjs';
import { binary } from './server.mjs';
import { start } from './start.mjs';
import { number } from './tell.mjs';
import { weights } from './weights.mjs';

const all = { weights, start, reading, answering, certificates, checking };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in all));
if (unknown.length) throw new Error(`nothing is called ${unknown.join(' or ')}; there are ${Object.keys(all).join(', ')}`);

const parts = [];
for (const [name, measure] of Object.entries(all)) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.error(`==> Measuring: ${name}`);
  parts.push(await measure());
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const text = `# Performance

Written by \`make bench\` at commit ${commit}, on ${cpus().length} cores (${cpus()[0].model.trim()}), ${number(totalmem() / 1e9)} GB of memory,
${process.platform} ${process.arch}, with the binary as it is given away (${number(statSync(binary).size / 1e6)} MB) and what asks it on the same machine. Run it
again to fill these tables for another machine; \`packaging/bench.sh reading\` measures one of them. A figure is no promise; its budget is.

${parts.join('\n')}`;
if (!wanted.length) writeFileSync(resolve(import.meta.dirname, '../../docs/performance.md'), text);
console.log(text);
