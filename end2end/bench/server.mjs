// Processes that are measured: `haven serve` and the plain handler beside it. Each says where it is open.

import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const binary = process.env.HAVEN_BIN;
if (!binary) throw new Error('HAVEN_BIN is not set: run `make bench`');

/** A folder that is gone when `work` is done. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'haven-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Starts a program and waits for the line that says it is open. */
export function open(program, flags) {
  const began = performance.now();
  const child = spawn(program, flags);
  return new Promise((found, failed) => {
    let said = '';
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`${program} ended with ${code}: ${said}`)));
    child.stderr.on('data', (bytes) => (said = (said + bytes).slice(-4000)));
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const url = /is open at (\S+)/.exec(said)?.[1];
      if (url) found({ child, url, took: performance.now() - began });
    });
  });
}

/** Runs `work` beside `haven serve` on a database in this folder, with the courses of the tests if no others are named; it is stopped
 *  whatever comes of that. */
export async function beside(work, folder, flags = [], database = undefined) {
  const courses = flags.includes('--courses') ? [] : ['--courses', resolve(import.meta.dirname, '../courses')];
  const server = await serve(folder, [...courses, ...flags], database);
  try {
    return await work(server);
  } finally {
    await stop(server);
  }
}

/** `haven serve` on a database in this folder, with the courses inside it if no others are named. */
export const serve = (folder, flags = [], database = sqlite(folder)) =>
  open(binary, ['serve', '--addr', '127.0.0.1:0', '--database', database, '--log', 'warn', ...flags]);

/** The two databases: a file in this folder, and the PostgreSQL that `packaging/postgres.sh` started. */
export const databases = (folder) => ({ SQLite: sqlite(folder), PostgreSQL: process.env.HAVEN_TEST_POSTGRES.replace('{}', 'postgres') });

export const sqlite = (folder) => `sqlite:${join(folder, 'haven.db')}?mode=rwc`;

/** Asks it to end, and waits until it has. */
export function stop({ child }) {
  return new Promise((gone) => {
    child.removeAllListeners('exit');
    child.once('exit', gone);
    child.kill('SIGTERM');
  });
}

/** Memory in MB of 10^6 bytes: `VmRSS`, resident now, or `VmHWM`, the most there has been. */
export function memory({ child }, what = 'VmRSS') {
  const line = new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return (Number(line[1]) * 1024) / 1e6;
}

/** Runs wrk with two threads and returns requests a second, latencies in milliseconds, and bytes a request. */
export async function load({ connections, seconds, url, flags = [], argument = [] }) {
  const command = ['-t2', `-c${connections}`, `-d${seconds}s`, '--latency', ...flags, url, ...argument];
  const said = await new Promise((done, failed) =>
    execFile('wrk', command, (error, out, err) => (error ? failed(new Error(`wrk: ${err || error.message}`)) : done(out))),
  );
  const errors = /^.*(?:Non-2xx|Socket errors).*$/m.exec(said);
  if (errors) throw new Error(`${url}: ${errors[0].trim()}`);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)[1]);
  const [, requests, size, unit] = /(\d+) requests in [^,]+, ([\d.]+)([KMG]?)B read/.exec(said);
  const bytes = (Number(size) * { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }[unit]) / Number(requests);
  return { rate, p50: latency(said, 50), p99: latency(said, 99), bytes };
}

function latency(said, percent) {
  const [, figure, unit] = new RegExp(`^\\s+${percent}%\\s+([\\d.]+)(us|ms|s)$`, 'm').exec(said);
  return Number(figure) * { us: 0.001, ms: 1, s: 1000 }[unit];
}
