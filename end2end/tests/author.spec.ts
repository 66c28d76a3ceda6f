// An author at work: a course with errors leaves the last good version standing, after a restart too, and everyone who should
// know is told why. Hostile Markdown never reaches a page.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, Haven, test } from './haven';
import { signIn } from './trainee';

const shipped = resolve(import.meta.dirname, '../../courses');

/** A folder of courses of the test's own, and a server on it. */
async function onOwnFolder(use: (haven: Haven, file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'haven-author-'));
  cpSync(shipped, join(folder, 'courses'), { recursive: true });
  const haven = new Haven(join(folder, 'haven.db'), { courses: join(folder, 'courses'), flags: ['--demo'] });
  try {
    await haven.start();
    await use(haven, join(folder, 'courses/safer-internet/en/01-mapping-risk.md'));
  } finally {
    await haven.stop();
    rmSync(folder, { recursive: true });
  }
}

test('a broken course leaves its last good version standing, after a restart too', async ({ browser }) => {
  await onOwnFolder(async (haven, file) => {
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}\n\n<script>alert(1)</script>\n\n[out](javascript:alert(1))\n`);
    await signIn(page, 'author');
    await expect(async () => {
      await page.goto('/en/checks');
      await expect(page.getByText('Learners see the last good version')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await expect(page.locator('.findings')).toContainText('01-mapping-risk.md');
    await haven.restart();
    const course = await page.goto('/en/courses/safer-internet');
    expect(course?.status()).toBe(200);
    expect(await page.content()).not.toContain('alert(1)');
    expect(haven.log).toContain('the course has errors');
    writeFileSync(file, good);
    await expect(async () => {
      await page.goto('/en/checks');
      await expect(page.getByText('This is what learners see.')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await context.close();
  });
});

test('a course that was never sound is left out, and its author is told', async ({ browser }) => {
  await onOwnFolder(async (haven, file) => {
    await haven.stop();
    rmSync(haven.database);
    writeFileSync(file, readFileSync(file, 'utf8') + '\n\n<b>raw</b>\n');
    await haven.start();
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    expect((await page.goto('/en/courses/safer-internet'))?.status()).toBe(404);
    await page.goto('/en/');
    await expect(page.getByText('No course is open at the moment.')).toBeVisible();
    await signIn(page, 'author');
    await page.goto('/en/checks');
    await expect(page.getByText('no earlier version to show')).toBeVisible();
    await context.close();
  });
});
