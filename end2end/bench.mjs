// `make bench`: weighs the pages, times the start and reads the memory at rest of the binary in HAVEN_BIN, and writes
// docs/performance.md. A figure stands with its command, its machine and its spread.

import { chromium } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { budget, weigh } from './weigh.mjs';

const binary = process.env.HAVEN_BIN;
if (!binary) throw new Error('HAVEN_BIN is not set: run `make bench`');
const folder = mkdtempSync(join(tmpdir(), 'haven-bench-'));
const STARTS = 11;

/** Starts the server and waits for the line that says it is open. */
function start(flags = []) {
  const began = performance.now();
  const child = spawn(binary, ['serve', '--addr', '127.0.0.1:0', '--database', `sqlite:${join(folder, 'haven.db')}?mode=rwc`, ...flags]);
  return new Promise((found, failed) => {
    let said = '';
    child.once('exit', (code) => failed(new Error(`haven ended with ${code}: ${said}`)));
    child.stderr.on('data', (bytes) => (said += bytes));
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const url = /Haven is open at (\S+)/.exec(said)?.[1];
      if (url) found({ child, url, took: performance.now() - began });
    });
  });
}

function stop({ child }) {
  return new Promise((gone) => {
    child.removeAllListeners('exit');
    child.once('exit', gone);
    child.kill('SIGTERM');
  });
}

/** Resident memory, in MB of 10^6 bytes. */
function resident({ child }) {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return (Number(line[1]) * 1024) / 1e6;
}

const spread = (figures) => {
  const sorted = figures.toSorted?.((a, b) => a - b) ?? [...figures].sort((a, b) => a - b);
  return { least: sorted[0], median: sorted[sorted.length >> 1], most: sorted.at(-1) };
};

async function times() {
  await stop(await start(['--demo']));
  const starts = [];
  const memory = [];
  for (let i = 0; i < STARTS; i++) {
    const server = await start(['--demo']);
    starts.push(server.took);
    await fetch(`${server.url}/en/`);
    memory.push(resident(server));
    await stop(server);
  }
  return { starts: spread(starts), memory: spread(memory) };
}

/** The pages of a visitor and of a learner, each with what it weighs on a first visit. */
async function weights() {
  const server = await start(['--demo']);
  const browser = await chromium.launch({ executablePath: process.env.HAVEN_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const rows = [];
  const row = async (name) => rows.push([name, await weigh(browser, page.url(), { storageState: await context.storageState() })]);
  const visit = async (name, address) => {
    await page.goto(address);
    await row(name);
  };
  await visit('Courses', '/en/');
  await visit('A course, to a visitor', '/en/courses/safer-internet');
  await visit('Sign in', '/en/sign-in');
  await visit('Get help', '/en/help');
  await page.goto('/en/sign-in');
  await page.getByLabel('Login name').fill('trainee');
  await page.getByLabel('Password').fill('harbour-trainee');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.goto('/en/courses/safer-internet');
  await page.getByRole('button', { name: 'Enrol in this course' }).click();
  await page.getByRole('link', { name: /^Begin:/ }).click();
  for (let lesson = 1; !page.url().includes('/tests/'); lesson++) {
    await row(`Lesson ${lesson}`);
    await page.getByRole('button', { name: /^Done, next:/ }).click();
  }
  await row('A test, before it begins');
  await page.getByRole('button', { name: 'Begin the test' }).click();
  await row('A test, its questions');
  await page.getByRole('button', { name: 'Review and submit' }).click();
  await row('A test, before it is submitted');
  await page.getByRole('button', { name: /^Submit/ }).click();
  await row('A result');
  await browser.close();
  await stop(server);
  return rows;
}

const number = (figure) => Math.round(figure).toLocaleString('en-GB');

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, at) => (at ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

const { starts, memory } = await times();
const rows = await weights();
const cpu = cpus()[0].model.trim();
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const text = `# Performance

Written by \`make bench\` at commit ${commit}, on ${cpus().length} cores (${cpu}), ${number(totalmem() / 1e9)} GB of memory,
${process.platform} ${process.arch}, with the binary as it is given away (${number(statSync(binary).size / 1e6)} MB). Run it again to fill these tables for
another machine; a figure is no promise, its budget is, and \`end2end/tests/pages.spec.ts\` keeps it.

## What a page weighs

Bytes on the wire on a first visit with an empty cache, compressed, heads of answers included, as Chromium counts them. HTML has
the style sheet inside. Media are apart: a lesson says how much they are.

${table(
  ['Page', 'HTML', 'all told', 'with islands', 'media', 'requests'],
  [
    ...rows.map(([name, one]) => [name, number(one.html), number(one.told), number(one.all), number(one.media), one.requests]),
    ['**Budget**', number(budget.html), number(budget.told), number(budget.all), '', ''],
  ],
)}

## Start and memory

From starting the process to its being open, on an existing database with the shipped course; and resident memory after the first
page. ${STARTS} starts.

${table(
  ['', 'least', 'median', 'most', 'budget'],
  [
    ['Start, ms', number(starts.least), number(starts.median), number(starts.most), '300'],
    ['Memory, MB', number(memory.least), number(memory.median), number(memory.most), '80'],
  ],
)}
`;
writeFileSync(resolve(import.meta.dirname, '../docs/performance.md'), text);
rmSync(folder, { recursive: true });
console.log(text);
