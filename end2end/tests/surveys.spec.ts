// Surveys: asked when they are due, never in the way, answered once, kept without the person, told of five or more.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onOwnFolder } from './folder';
import { expect, test, type Haven } from './haven';
import { answerAll, begin, course as small, enrol, signIn, signUp, submit, walk } from './trainee';
import type { Browser, Page } from '@playwright/test';

const settings = `format = 1
code = "T-1"
source-language = "en"
languages = ["en"]
[surveys.closing]
[surveys.each-module]
when = "module"
[surveys.later]
when = "days-after"
days-after = 30
`;

const closing = `# How was it?

Say what you like.

## How sure do you feel? {.scale #sure}

1. Not at all
2. A little
3. Half
4. Quite
5. Very

## What helped? {.choices #helped}

- [ ] Texts
- [ ] Figures

## Again? {.choice #again}

- [ ] Yes
- [ ] No

## Where do you work? {.short #where}

## What should change? {.open #change words=5}
`;

const question = (title: string, id: string) => `# ${title}\n\n## Well? {.choice #${id}}\n\n- [ ] Yes\n- [ ] No\n`;
const module = (title: string, id: string) => `# ${title}\n\n## Lesson ${id} {#${id}}\n\nWords.\n`;
const course = '/en/courses/asked';
const survey = `${course}/surveys/closing`;
const few = 'Fewer than five so far';

function prepare(courses: string): void {
  const folder = join(courses, 'asked');
  mkdirSync(join(folder, 'en/surveys'), { recursive: true });
  writeFileSync(join(folder, 'course.toml'), settings);
  writeFileSync(join(folder, 'en/course.md'), '# Asked\n\nA summary.\n');
  writeFileSync(join(folder, 'en/01-first.md'), module('First', 'one'));
  writeFileSync(join(folder, 'en/02-second.md'), module('Second', 'two'));
  writeFileSync(join(folder, 'en/surveys/closing.md'), closing);
  writeFileSync(join(folder, 'en/surveys/each-module.md'), question('This module', 'module'));
  writeFileSync(join(folder, 'en/surveys/later.md'), question('A month later', 'month'));
}

async function visitor(browser: Browser, haven: Haven, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ baseURL: haven.url, javaScriptEnabled })).newPage();
}

/** Signs up someone new and enrols them; does both lessons, or one. */
async function learner(page: Page, lessons = 2): Promise<string> {
  const login = await signUp(page);
  await page.request.post(course);
  for (const lesson of ['first/one', 'second/two'].slice(0, lessons)) await page.request.post(`${course}/${lesson}`);
  return login;
}

/** Answers by a bare form, as a browser without script sends it. */
async function send(page: Page, form: Record<string, string>, to = survey): Promise<string> {
  const answer = await page.request.post(to, { form });
  return answer.text();
}

test('a survey is asked once everything is done, and answered once', { tag: ['@no-script', '@phone'] }, async ({ browser, javaScriptEnabled }) => {
  await onOwnFolder(async (haven) => {
    const page = await visitor(browser, haven, javaScriptEnabled ?? true);
    const login = await learner(page, 1);
    await page.goto(survey);
    await expect(page.getByText('asked when you have done every step of the course')).toBeVisible();
    await expect(page.locator('form.survey')).toHaveCount(0);
    expect(await send(page, { part: '', 'q-sure': '4' })).toContain('asked when you have done every step');

    await page.request.post(`${course}/second/two`);
    await page.goto(course);
    await page.getByRole('link', { name: 'Say how it was: How was it?' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How was it?');
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await expect(page.getByRole('alert')).toContainText('Answer at least one question');

    await page.getByRole('radio', { name: 'Very' }).check();
    await page.getByLabel('Figures').check();
    await page.locator('#again').getByLabel('Yes').check();
    await page.locator('#again').getByLabel('No answer').check();
    await page.locator('#where').getByLabel('Your answer').fill('A school <b>');
    await page.locator('#change').getByLabel('Your answer').fill('one two three four five six');
    for (const words of ['write no names', 'childhelplineinternational.org']) await expect(page.locator('#change')).toContainText(words);
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await expect(page.locator('#change')).toContainText('That is more than 5 words.');
    await expect(page.locator('#change').getByLabel('Your answer')).toHaveValue('one two three four five six');
    await expect(page.locator('#where').getByLabel('Your answer')).toHaveValue('A school <b>');
    await expect(page.getByRole('radio', { name: 'Very' })).toBeChecked();
    await expect(page.locator('#again').getByLabel('No answer')).toBeChecked();
    await page.locator('#change').getByLabel('Your answer').fill('Nothing at all');
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await expect(page.getByText('Thank you. Your answers are kept, without your name.')).toBeVisible();

    expect(await send(page, { part: '', 'q-sure': '0' })).toContain('Thank you');
    await page.goto(survey);
    await expect(page.getByText('Thank you.')).toBeVisible();
    await expect(page.locator('form.survey')).toHaveCount(0);
    await page.getByRole('link', { name: 'Back to Asked' }).click();
    await expect(page.getByRole('link', { name: /How was it/ })).toHaveCount(0);
    expect((await page.goto('/en/results/surveys/asked/closing'))?.status()).toBe(403);
    expect((await page.goto('/en/results/surveys'))?.status()).toBe(403);
    expect((await page.goto(`${course}/surveys/nothing`))?.status()).toBe(404);
    const reader = await visitor(browser, haven);
    await signIn(reader, 'instructor');
    await reader.goto('/en/results/surveys/asked/closing');
    await expect(reader.locator('main')).toContainText(few);
    for (const word of ['A school', login]) expect(await reader.content()).not.toContain(word);
    await reader.context().close();
    await page.context().close();
  }, prepare);
});

test('what five said is shown with its shares, its mean and its texts in no order, and nobody is named', { tag: '@no-script' }, async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(120_000);
  await onOwnFolder(async (haven) => {
    const reader = await visitor(browser, haven, javaScriptEnabled ?? true);
    await signIn(reader, 'instructor');
    const logins: string[] = [];
    for (let at = 0; at < 5; at++) {
      await reader.goto('/en/results/surveys/asked/closing');
      await expect(reader.getByText(few), `after ${at}`).toBeVisible();
      expect(await reader.content()).not.toContain('words of 0');
      const page = await visitor(browser, haven);
      logins.push(await learner(page));
      const form = { part: '', 'q-sure': String(at % 2 === 0 ? 4 : 3), 'q-helped': '1', 'q-where': `words of ${at}`, 'q-change': at < 4 ? `line ${at}\n<script>x</script>` : '' };
      const twice = await Promise.all([send(page, form), send(page, form)]);
      for (const text of twice) expect(text).toContain('Thank you');
      await page.context().close();
    }
    await reader.reload();
    await expect(reader.locator('main')).toContainText('5 people');
    await expect(reader.locator('main')).toContainText('The mean is 4.6, where 1 is the lowest of 5 steps.');
    const sure = reader.locator('.said-to', { hasText: 'How sure' });
    await expect(sure.getByRole('row', { name: /^Very/ })).toContainText('60 %');
    await expect(sure.getByRole('row', { name: /^Not at all/ })).toContainText('0 %');
    await expect(reader.locator('.said-to', { hasText: 'What helped' }).getByRole('row', { name: /^Figures/ })).toContainText('100 %');
    await expect(reader.locator('.said-to', { hasText: 'Again?' })).toContainText('Fewer than five have answered this question');
    await expect(reader.locator('.said-to', { hasText: 'What should change' })).toContainText('Fewer than five have answered this question');
    await expect(reader.locator('.written li')).toHaveCount(5);
    for (let at = 0; at < 5; at++) await expect(reader.getByText(`words of ${at}`)).toBeVisible();
    for (const login of logins) expect(await reader.content()).not.toContain(login);
    await reader.goto('/en/results');
    await reader.getByRole('link', { name: 'Surveys' }).click();
    await expect(reader.getByRole('row', { name: /How was it/ })).toContainText('5 people');
    await expect(reader.getByRole('row', { name: /This module/ })).toContainText(few);
    await reader.context().close();
  }, prepare);
});

test('a survey of the modules is asked once for each, and one of a later day waits', { tag: '@no-script' }, async ({ browser, javaScriptEnabled }) => {
  await onOwnFolder(async (haven) => {
    const page = await visitor(browser, haven, javaScriptEnabled ?? true);
    await learner(page, 1);
    const answer = async (about: string) => {
      await expect(page.locator('main')).toContainText(`About: ${about}`);
      await page.getByRole('radio', { name: 'Yes' }).check();
      await page.getByRole('button', { name: 'Send my answers' }).click();
      await expect(page.getByText('Thank you.')).toBeVisible();
    };
    await page.goto('/en/home');
    await page.getByRole('link', { name: 'Say how it was: This module' }).click();
    await answer('First');
    expect(await send(page, { part: 'second', 'q-module': '0' }, `${course}/surveys/each-module`)).not.toContain('About:');
    await page.goto(course);
    await expect(page.getByRole('link', { name: /This module/ })).toHaveCount(0);
    await page.request.post(`${course}/second/two`);
    await page.goto(course);
    await page.getByRole('link', { name: 'Say how it was: This module' }).click();
    await answer('Second');
    await page.goto(`${course}/surveys/later`);
    await expect(page.getByText('30 days after you have done every step')).toBeVisible();
    expect(await send(page, { part: '', 'q-month': '0' }, `${course}/surveys/later`)).toContain('30 days after');
    await page.goto(course);
    await expect(page.getByRole('link', { name: /A month later/ })).toHaveCount(0);
    await page.context().close();
  }, prepare);
});

test('whoever is not enrolled, not signed in or sends nonsense is answered in words', async ({ browser }) => {
  await onOwnFolder(async (haven) => {
    const page = await visitor(browser, haven);
    await page.goto(survey);
    await expect(page).toHaveURL(/sign-in\?next=/);
    await signUp(page);
    await page.goto(survey);
    await expect(page).toHaveURL(new RegExp(`${course}$`));
    expect((await page.request.post(survey, { form: { part: '', 'q-sure': '1' } })).status()).toBe(404);
    await page.request.post(course);
    for (const lesson of ['first/one', 'second/two']) await page.request.post(`${course}/${lesson}`);
    for (const [form, status] of [
      [{ part: '', 'q-sure': '9' }, 422],
      [{ part: '', 'q-where': 'x'.repeat(201) }, 422],
      [{ part: '', 'q-change': 'x'.repeat(5_001) }, 422],
      [{ part: '' }, 422],
      [{ part: 'first', 'q-sure': '1' }, 200],
    ] as const) {
      expect((await page.request.post(survey, { form })).status(), JSON.stringify(form).slice(0, 60)).toBe(status);
    }
    await page.goto(survey);
    await expect(page.locator('form.survey'), 'nothing of it was kept').toHaveCount(1);
    await page.context().close();
  }, prepare);
});

test('a course asks its survey beside the certificate, which depends on nothing of it', async ({ page }) => {
  await signUp(page);
  await enrol(page);
  await walk(page);
  await begin(page);
  await answerAll(page);
  await submit(page);
  await page.goto(small);
  await expect(page.locator('.actions a').first()).toHaveText('Your certificate');
  await page.getByRole('link', { name: /^Say how it was/ }).click();
  const source = readFileSync(join(import.meta.dirname, '../courses/small-course/en/surveys/closing.md'), 'utf8');
  await expect(page.locator('.question')).toHaveCount(source.match(/^## /gm)!.length);
  await page.goto(`${small}/certificate`);
  await expect(page.getByRole('button', { name: 'Make my certificate' })).toBeVisible();
});
