// A server for a test: the fixture `haven` is `haven serve` on a free port with a database of its own, which the test may stop,
// kill and start again; it is gone when the test ends. The page's addresses are relative to it: `page.goto('/en')`.
// `test` and `expect` come from here, not from Playwright.

import { test as base, expect } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export { expect };

/** What a file of tests may change with `test.use({ ... })`. */
export interface HavenOptions {
  /** The folder whose courses are served. */
  courses: string;
  /** What else `haven serve` is told. */
  flags: string[];
  /** What it logs: `sqlx=debug` shows every query. */
  logs?: string | undefined;
}

const checkout = resolve(import.meta.dirname, '../..');
const ready = /Haven is open at (http:\/\/127\.0\.0\.1:\d+)/;

/** How long a server may take until it is ready: generous, because a busy machine is no fault of Haven's. */
const patience = 60_000;

/** `haven serve`, as a process. */
export class Haven {
  /** Where the home page is, without a slash at the end: `http://127.0.0.1:40123`. */
  url = '';
  /** All that the server has said so far, over all its starts. */
  log = '';
  private process: ChildProcess | undefined;

  constructor(
    /** The SQLite file. */
    readonly database: string,
    private readonly options: HavenOptions,
  ) {}

  /** Starts the server, the second time on the port of the first, and waits until it is open. */
  async start(): Promise<void> {
    const address = this.url ? new URL(this.url).host : '127.0.0.1:0';
    const child = spawn(program(), this.commandLine(address), { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'], env: this.environment() });
    this.process = child;
    this.url = await this.announced(child);
  }

  /** Asks the server to end, as a service manager does, and waits until it has. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Ends the server as a power cut does. `start()` begins again on the same database. */
  async kill9(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops and starts on the same port and database. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private commandLine(address: string): string[] {
    const { courses, flags } = this.options;
    return ['serve', '--addr', address, '--database', `sqlite:${this.database}?mode=rwc`, '--courses', courses, ...flags];
  }

  private environment(): NodeJS.ProcessEnv {
    return this.options.logs ? { ...process.env, HAVEN_LOG: this.options.logs } : process.env;
  }

  /** The address the server says it is open at; fails with all it said if it ends or stays silent instead. */
  private announced(child: ChildProcess): Promise<string> {
    const before = this.log.length;
    return new Promise((found, failed) => {
      const giveUp = (why: string) => {
        clearTimeout(timer);
        failed(new Error(`haven ${why}. It said:\n${this.log.slice(before)}`));
      };
      const timer = setTimeout(() => giveUp(`was not open after ${patience / 1000} seconds`), patience);
      const listen = (bytes: Buffer) => {
        this.log += bytes.toString();
        const address = ready.exec(this.log.slice(before))?.[1];
        if (!address) return;
        clearTimeout(timer);
        found(address);
      };
      child.once('error', (error) => giveUp(`could not be started: ${error.message}`));
      child.once('exit', (code, signal) => giveUp(`ended at its start (${signal ?? code})`));
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
    });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}

function program(): string {
  const path = process.env['HAVEN_BIN'];
  if (!path) throw new Error('HAVEN_BIN is not set: run the tests with `make test` or `packaging/test.sh FILE`');
  return path;
}

interface Own {
  haven: Haven;
}

interface Shared {
  /** A folder with a database that has the demo people, made once a worker: a test begins on a copy of it. */
  seed: string;
}

export const test = base.extend<HavenOptions & Own, Shared>({
  courses: [join(checkout, 'end2end/courses'), { option: true }],
  flags: [['--demo'], { option: true }],
  logs: [undefined, { option: true }],

  seed: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'haven-seed-'));
      const haven = new Haven(join(folder, 'haven.db'), { courses: join(checkout, 'end2end/courses'), flags: ['--demo'] });
      try {
        await haven.start();
        await haven.stop();
        await use(folder);
      } finally {
        await haven.stop();
        rmSync(folder, { recursive: true });
      }
    },
    { scope: 'worker', timeout: patience },
  ],

  haven: async ({ courses, flags, logs, seed }, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'haven-test-'));
    // People are made by `--demo`; without it a test begins with an empty database.
    if (flags.includes('--demo')) cpSync(seed, folder, { recursive: true });
    const haven = new Haven(join(folder, 'haven.db'), { courses, flags, logs });
    try {
      await haven.start();
      await use(haven);
    } finally {
      await haven.stop();
      if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('haven.log', { body: haven.log });
      rmSync(folder, { recursive: true });
    }
  },

  baseURL: async ({ haven }, use) => use(haven.url),
});
