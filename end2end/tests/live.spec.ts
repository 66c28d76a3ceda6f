// The live page: while someone writes, an open page shows each change as it is saved, at the place that was read, and what is
// wrong above it. Without script the next loading of the page shows the same.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { enrol, signIn } from './trainee';

const lesson = '/en/courses/small-course/mapping-risk/risk-is-not-harm';
const file = (courses: string) => join(courses, 'small-course/en/01-mapping-risk.md');
const live = ['--demo', '--live'];

test('a lesson shows a change as it is saved and stays at its place, and findings come and go', async ({ browser }) => {
  await onOwnFolder(async (haven, courses) => {
    const context = await browser.newContext({ baseURL: haven.url, viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    await signIn(page, 'author');
    await enrol(page);
    await page.goto(lesson);
    const panel = page.getByRole('complementary', { name: 'While you write' });
    await expect(panel).toContainText('No errors, no warnings.');
    const good = readFileSync(file(courses), 'utf8');
    const place = page.locator('main p').last();
    await place.scrollIntoViewIfNeeded();
    const before = await place.boundingBox();

    const heading = /^## .*\{#risk-is-not-harm\}$/m;
    writeFileSync(file(courses), good.replace(heading, '## Risk, mended {#risk-is-not-harm}'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Risk, mended');
    await expect.poll(async () => Math.abs((await place.boundingBox())!.y - before!.y)).toBeLessThan(60);

    writeFileSync(file(courses), good.replace(heading, '$&\n\nSee [nothing](#no-such-id), on a line as long as those that nobody breaks for a phone.'));
    await expect(panel).toContainText('One error, no warnings.');
    await expect(panel).toContainText('small-course/en/01-mapping-risk.md:');
    await expect(panel.locator('pre')).toContainText('^^^');
    await expect(panel).toContainText('How to mend it:');
    await expect(panel).toContainText('the last one without errors');
    await expect(panel.locator('pre')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Risk, mended');

    // Advice is folded, until it is asked for.
    const advised = good.replace(heading, '$&\n\nIn 2023, 60 % of children were asked.');
    writeFileSync(file(courses), advised);
    await expect(panel).toContainText('No errors, one warning.');
    await expect(panel.locator('pre')).toBeHidden();
    await panel.getByText('What to mend').click();
    await expect(panel.locator('pre')).toBeVisible();
    writeFileSync(file(courses), advised.replace('asked', 'heard'));
    await expect(panel.locator('pre')).toContainText('heard');
    await expect(panel.locator('pre')).toBeVisible();

    // Another shape: whoever learns stays on the version they began with, whoever writes sees what they wrote.
    const added = good.replace(heading, '## One more {#one-more}\n\nWords.\n\n$&');
    writeFileSync(file(courses), added);
    await expect(panel).toContainText('No errors');
    await page.goto('/en/courses/small-course/mapping-risk/one-more');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more');

    // A server that was started anew is listened to again.
    await haven.restart();
    writeFileSync(file(courses), added.replace('One more', 'Once more'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Once more', { timeout: 20_000 });
    await context.close();
  }, undefined, live);
});

test('without script the next loading shows the change and what is wrong', async ({ browser }) => {
  await onOwnFolder(async (haven, courses) => {
    const context = await browser.newContext({ baseURL: haven.url, javaScriptEnabled: false });
    const page = await context.newPage();
    writeFileSync(file(courses), readFileSync(file(courses), 'utf8') + '\n\n<b>raw</b>\n');
    await expect(async () => {
      await page.goto('/en/courses/small-course');
      await expect(page.getByText('One error, no warnings.')).toBeVisible({ timeout: 500 });
    }).toPass();
    // What is wrong may say which answer is right: it is for authors.
    await expect(page.locator('.live pre')).toHaveCount(0);
    await page.getByRole('link', { name: 'Sign in as an author to see what to mend' }).click();
    await page.getByLabel('Login name').fill('author');
    await page.getByLabel('Password').fill('harbour-author');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.locator('.live pre')).toContainText('<b>raw</b>');
    await context.close();
  }, undefined, live);
});

test('a translation that is open shows what changes in it, and what its source says where it has nothing', async ({ browser }) => {
  const prepare = (courses: string): void =>
    cpSync(resolve(import.meta.dirname, '../../app/course/tests/cases/translated/course'), join(courses, 'messages'), { recursive: true });
  await onOwnFolder(async (haven, courses) => {
    const page = await browser.newPage({ baseURL: haven.url });
    await signIn(page, 'author');
    await page.goto('/fr/courses/messages');
    await page.getByRole('button', { name: 'Enrol in this course' }).click();
    await page.goto('/fr/courses/messages/first-help/listen-first');
    const panel = page.getByRole('complementary', { name: 'While you write' });
    const [source, own] = ['en', 'fr'].map((language) => join(courses, 'messages', language, '01-first-help.md'));
    const french = readFileSync(own, 'utf8');
    await expect(page.locator('h1')).toHaveText('Écouter d’abord');

    writeFileSync(own, french.replace('Écouter d’abord', 'Écouter, et puis ?'));
    await expect(page.locator('h1')).toHaveText('Écouter, et puis ?');

    writeFileSync(source, readFileSync(source, 'utf8').replace(/^## .*\{#listen-first.*$/m, '$&\n\nA child chooses whom to tell.'));
    await expect(panel).toContainText('messages/fr/01-first-help.md:');
    const untranslated = page.locator('#text .untranslated');
    await expect(untranslated).toContainText('A child chooses whom to tell.');
    await expect(untranslated).toHaveAttribute('lang', 'en');

    writeFileSync(own, french.replace(/^## .*\{#listen-first.*$/m, '$&\n\nUn enfant choisit à qui parler.'));
    await expect(page.locator('#text')).toContainText('Un enfant choisit à qui parler.');
    await expect(untranslated).toHaveCount(0);
    await page.close();
  }, prepare, live);
});
