// An author at work: a course with errors leaves the last good version standing, after a restart too, and everyone who should
// know is told why. Hostile Markdown never reaches a page.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { signIn } from './trainee';

const module = (courses: string) => join(courses, 'small-course/en/01-mapping-risk.md');

test('a broken course leaves its last good version standing, after a restart too', async ({ browser }) => {
  await onOwnFolder(async (haven, courses) => {
    const file = module(courses);
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}\n\n<script>alert(1)</script>\n\n[out](javascript:alert(1))\n`);
    await signIn(page, 'author');
    await expect(async () => {
      await page.goto('/en/checks');
      await expect(page.getByText('Learners see the last good version')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await expect(page.locator('.findings').first()).toContainText('01-mapping-risk.md');
    await haven.restart();
    const course = await page.goto('/en/courses/small-course');
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
  await onOwnFolder(async (haven, courses) => {
    const file = module(courses);
    await haven.stop();
    rmSync(haven.database);
    writeFileSync(file, readFileSync(file, 'utf8') + '\n\n<b>raw</b>\n');
    await haven.start();
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    expect((await page.goto('/en/courses/small-course'))?.status()).toBe(404);
    await page.goto('/en/');
    await expect(page.getByText('No course is open at the moment.')).toBeVisible();
    await signIn(page, 'author');
    await page.goto('/en/checks');
    await expect(page.getByText('no earlier version to show')).toBeVisible();
    await context.close();
  });
});

test('a warning that an author lets stand is none any more, and is listed with its reason', async ({ browser }) => {
  const lesson = '\n## A figure {#a-figure}\n\nOf all pupils, 37 % were bullied.\n';
  await onOwnFolder(async (haven, courses) => {
    const file = module(courses);
    const page = await browser.newPage({ baseURL: haven.url });
    await signIn(page, 'author');
    await page.goto('/en/checks');
    await expect(page.locator('.findings').first()).toContainText('This figure has no source: 37 %.');
    await expect(page.locator('.findings').first()).toContainText('figure-without-source');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('\nOf all pupils', '\n<!-- haven: allow figure-without-source because it is invented -->\nOf all pupils'));
    await expect(async () => {
      await page.goto('/en/checks');
      await expect(page.getByText('Nothing to mend.')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await page.getByText('One warning is silenced with a reason.').click();
    await expect(page.getByText('It may stand because: it is invented')).toBeVisible();
    await page.close();
  }, (courses) => writeFileSync(module(courses), readFileSync(module(courses), 'utf8') + lesson));
});
