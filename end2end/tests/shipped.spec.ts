// The course that Haven ships, as those who take it rely on it: every question marks by the key its author wrote and says why, every
// lesson fits a small phone on a slow line, and the way from enrolling to the certificate is open. Nothing here names a question.

import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from './haven';
import { look, watch, weight } from './looks';
import { bank, files, type Given, lessons, type Question, rights, said, slug, words, wrongs } from './source';
import { begin, enrol, fill, signIn, signUp, submit } from './trainee';

const shipped = resolve(import.meta.dirname, '../../courses');
const folder = join(shipped, 'safer-internet');
const course = '/en/courses/safer-internet';
const api = '/api/v1/courses/safer-internet';
const modules = files(folder, 'modules').map((file) => ({ name: slug(file), lessons: lessons(file) }));
const banks = files(folder, 'banks').map((file) => ({ name: slug(file), questions: bank(file) }));

// A failure names its question and what was answered: a trace of some thousand answers took a third of the time and told no more.
test.use({ courses: shipped, trace: 'off' });
test.describe.configure({ timeout: 180_000 });

test('the way leads from enrolling over every step to a certificate', { tag: '@no-script' }, async ({ page }) => {
  await signUp(page);
  await enrol(page, course);
  await page.getByRole('link', { name: /^Begin:/ }).click();
  await begin(page);
  await answerAll(page);
  await submit(page);
  await expect(page.locator('.verdict')).toContainText('100 %');
  await page.getByRole('link', { name: /^Continue:/ }).first().click();
  for (const { name, lessons } of modules) {
    for (const { id } of lessons) {
      await expect(page).toHaveURL(`${course}/${name}/${id}`);
      await page.getByRole('button', { name: /^Done, next:/ }).click();
    }
  }
  await begin(page);
  await answerAll(page);
  await submit(page);
  await expect(page.locator('.verdict')).toContainText('Passed');
  await expect(page.locator('.verdict')).toContainText('100 %');
  await page.getByRole('link', { name: 'Your certificate' }).click();
  await page.getByLabel('Your name, as it will be printed').fill('Amina Chikondi Phiri');
  await page.getByLabel('This is my name, spelt right.').check();
  await page.getByRole('button', { name: 'Make my certificate' }).click();
  await expect(page.locator('.issued code')).toBeVisible();
});

for (const { name, lessons } of modules) {
  test(`practice in ${name}: right is full marks and says why, wrong is less and says why`, { tag: '@no-script' }, async ({ page, javaScriptEnabled }) => {
    await openAll(page);
    const script = javaScriptEnabled !== false;
    // Without script each answer is a page: the lesson with the most to answer stands for its module.
    const most = Math.max(...lessons.map((one) => one.questions.length));
    const some = script ? lessons : lessons.filter((one) => one.questions.length === most).slice(0, 1);
    for (const { id, questions } of some) {
      await page.goto(`${course}/${name}/${id}`);
      await expect(page.locator('section.practice')).toHaveCount(questions.length);
      if (script && questions.length) await page.locator('html[data-islands="ready"]').waitFor();
      for (const question of questions) {
        for (const given of wrongs(question)) await check(page, question, given, script, /wrong|partly/);
        for (const given of rights(question)) await check(page, question, given, script, /right/);
      }
    }
  });

  test(`each lesson of ${name} fits a small phone, keeps its budget, and has no fault that axe finds, by day and by night`, async ({ page, haven }) => {
    watch(page, haven);
    await page.setViewportSize({ width: 360, height: 740 });
    await openAll(page);
    for (const { id } of lessons) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${course}/${name}/${id}`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `the width of ${id}`).toBeLessThanOrEqual(360);
      await look(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await look(page, 'cat.color');
      await weight(page);
    }
  });
}

test.describe('a test that draws a whole bank', () => {
  // The course with such a test for each bank, in place of its own, and with every step open.
  test.use({
    courses: async ({}, use) => {
      const copy = mkdtempSync(join(tmpdir(), 'haven-shipped-'));
      cpSync(shipped, copy, { recursive: true });
      const settings = join(copy, 'safer-internet/course.toml');
      writeFileSync(settings, readFileSync(settings, 'utf8').replace('order = "sequential"', 'order = "free"'));
      for (const { name, questions } of banks) {
        appendFileSync(settings, `\n[tests.all-${name}]\ndraw = [{ bank = "${name}", pick = ${questions.length} }]\npass = 100\n`);
        writeFileSync(join(copy, `safer-internet/en/all-${name}.md`), `# All of ${name}\n`);
      }
      await use(copy);
      rmSync(copy, { recursive: true });
    },
  });

  for (const { name, questions } of banks) {
    test(`every question of ${name}: right is full marks and says why, wrong is less and says why`, async ({ page }) => {
      await signIn(page, 'trainee');
      await page.request.put(`${api}/enrolment`);
      for (const [answers, rightly] of [[rights, true], [wrongs, false]] as const) {
        await page.goto(`${course}/tests/all-${name}`);
        await begin(page);
        await expect(page.locator('[data-question]')).toHaveCount(questions.length);
        for (const question of questions) await fill(asked(page, question), question, answers(question)[0]!);
        await submit(page);
        const attempt = new URL(page.url()).pathname.split('/').at(-1)!;
        const { result } = await (await page.request.get(`/api/v1/attempts/${attempt}`)).json();
        for (const [at, { id, earned, of }] of result.questions.entries()) {
          const question = questions.find((one) => one.id === id)!;
          expect(earned === String(of), `${id} earned ${earned} of ${of}`).toBe(rightly);
          await says(page.locator('.marked').nth(at), question, answers(question)[0]!);
        }
      }
    });
  }
});

/** Enrols a demo person and opens every lesson: the tests before them are handed in as they are, and each lesson is done. */
async function openAll(page: Page): Promise<void> {
  await signIn(page, 'trainee');
  const { steps } = await answered(page.request.put(`${api}/enrolment`));
  for (const { kind, id } of steps.slice(0, -1)) {
    if (kind === 'lesson') await answered(page.request.put(`${api}/lessons/${id}/completion`));
    else {
      const attempt = await answered(page.request.post(`${api}/tests/${id}/attempts`, { data: {} }));
      await answered(page.request.post(`/api/v1/attempts/${attempt.id}/submission`));
    }
  }
}

async function answered(request: ReturnType<APIRequestContext['get']>) {
  const response = await request;
  expect(response.ok(), `${response.url()} answers ${response.status()}`).toBe(true);
  return response.json();
}

/** Gives this answer in a lesson, and has it checked. */
async function check(page: Page, question: Question, given: Given, script: boolean, outcome: RegExp): Promise<void> {
  const section = page.locator(`#${question.id}`);
  await fill(section, question, given);
  const loaded = script ? undefined : page.waitForEvent('load');
  await section.getByRole('button', { name: 'Check my answer' }).click();
  await loaded;
  await expect(section.locator('.outcome'), `${question.id}: ${given.join(' | ')}`).toHaveClass(outcome);
  await says(section, question, given);
}

/** A marked question says what its author wrote to this answer, and the author wrote something. */
async function says(marked: Locator, question: Question, given: Given): Promise<void> {
  const reasons = said(question, given);
  expect(reasons, `nothing is said to ${question.id}: ${given.join(' | ')}`).not.toEqual([]);
  await expect(async () => {
    const text = words((await marked.textContent())!);
    for (const reason of reasons) expect(text, question.id).toContain(words(reason));
  }).toPass({ timeout: 5_000 });
}

/** Answers every question of an attempt rightly, whatever it drew. */
async function answerAll(page: Page): Promise<void> {
  const drawn = await page.locator('[data-question]').evaluateAll((all) => all.map((one) => one.getAttribute('data-question')));
  for (const question of banks.flatMap((one) => one.questions).filter((one) => drawn.includes(one.id))) {
    await fill(asked(page, question), question, rights(question)[0]!);
  }
}

function asked(page: Page, question: Question): Locator {
  return page.locator(`[data-question="${question.id}"]`);
}
