// A folder of courses of a test's own, which it may change while a server serves it.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Haven } from './haven';

const ours = resolve(import.meta.dirname, '../courses');

/** Copies the courses of the tests, lets `prepare` change them, and serves them with these flags while `use` runs. */
export async function onOwnFolder(
  use: (haven: Haven, courses: string) => Promise<void>,
  prepare: (courses: string) => void = () => undefined,
  flags: string[] = ['--demo'],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'haven-courses-'));
  const courses = join(folder, 'courses');
  cpSync(ours, courses, { recursive: true });
  prepare(courses);
  const haven = new Haven(join(folder, 'haven.db'), { courses, flags });
  try {
    await haven.start();
    await use(haven, courses);
  } finally {
    await haven.stop();
    rmSync(folder, { recursive: true });
  }
}
