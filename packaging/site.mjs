// Puts the built files of one bundle where the server finds them: `site.mjs BUNDLE FROM SITE`. They go into
// SITE/BUNDLE/<hash>/, where the hash is of their bytes, so that a browser may keep them for ever; beside each stands what is
// sent instead to a browser that takes brotli or gzip. SITE/manifest.json says where the newest are.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [bundle, from, site] = process.argv.slice(2);
const files = { js: `${bundle}.js`, wasm: `${bundle}_bg.wasm` };
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

function hashOf(folder, names) {
  const hash = createHash('sha256');
  for (const name of names) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

function place(name, folder) {
  const bytes = readFileSync(join(from, name));
  const small = brotli(bytes);
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, `${name}.br`), small);
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  console.error(`    ${name}: ${kilobytes(bytes.length)}, ${kilobytes(small.length)} with brotli`);
}

const hash = hashOf(from, Object.values(files));
const folder = join(site, bundle, hash);
rmSync(join(site, bundle), { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of Object.values(files)) place(name, folder);

const addresses = Object.entries(files).map(([kind, name]) => [kind, `${bundle}/${hash}/${name}`]);
const manifest = { [bundle]: Object.fromEntries(addresses) };
writeFileSync(join(site, 'manifest.json.new'), `${JSON.stringify(manifest, null, 2)}\n`);
renameSync(join(site, 'manifest.json.new'), join(site, 'manifest.json'));
