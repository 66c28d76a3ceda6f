// The questions that are put in order, filled in and typed: in practice and in a test, with script and without.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { signIn } from './trainee';
import type { Locator, Page } from '@playwright/test';

const settings = `format = 1
code = "T-1"
source-language = "en"
languages = ["en"]
[tests.quiz]
draw = [{ bank = "all", pick = 5 }]
pass = 50
`;

/** Each class once; `mark` is the level of their headings. */
const questions = (mark: string, id: string) => `
${mark} In order {.order #${id}order points=2}

1. Listen
2. Note
3. Report

${mark} Gaps {.blanks #${id}blanks points=2}

A risk is [[contact]] & *a [[contract|bargain]]*.

${mark} Choose {.blanks #${id}choose choose=yes points=2}

The [[helpline]] listens, the [[hotline]] removes.

${mark} A number {.number #${id}number answer=1250.5 unit=calls points=2}

How many?

${mark} Words {.short #${id}short points=2}

Whom?

- [x] \`*helpline*\`

  It listens.

- [ ] police

  Only in an emergency.
`;

function prepare(courses: string): void {
  const folder = join(courses, 'typed');
  mkdirSync(join(folder, 'en/bank'), { recursive: true });
  writeFileSync(join(folder, 'course.toml'), settings);
  writeFileSync(join(folder, 'en/course.md'), '# Typed\n\nA summary.\n');
  writeFileSync(join(folder, 'en/quiz.md'), '# Quiz\n');
  writeFileSync(join(folder, 'en/01-one.md'), `# One\n\n## A lesson {#a-lesson}\n${questions('###', 'p-')}`);
  writeFileSync(join(folder, 'en/bank/all.md'), `# All\n${questions('##', 'b-')}`);
}

/** Gives the steps these places, each by its words. */
async function place(question: Locator, places: Record<string, string>): Promise<void> {
  for (const [step, at] of Object.entries(places)) await question.getByLabel(step, { exact: true }).selectOption(at);
}

/** Fills in every class, by the ids that begin so, rightly but for one gap. */
async function fill(page: Page, id: string, number: string): Promise<void> {
  await place(page.locator(`#${id}order`), { Listen: '1', Note: '2', Report: '3' });
  await page.locator(`#${id}blanks`).getByLabel('Gap 1').fill(' CONTACT "<b>');
  await page.locator(`#${id}blanks`).getByLabel('Gap 2').fill('Bargain');
  await page.locator(`#${id}choose`).getByLabel('Gap 1').selectOption('helpline');
  await page.locator(`#${id}choose`).getByLabel('Gap 2').selectOption('hotline');
  await page.locator(`#${id}number`).getByLabel('Your answer').fill(number);
  await page.locator(`#${id}short`).getByLabel('Your answer').fill('the HELPLINE, of course');
}

async function enter(page: Page): Promise<void> {
  await signIn(page, 'trainee');
  await page.goto('/en/courses/typed');
  await page.getByRole('button', { name: 'Enrol in this course' }).click();
  await page.goto('/en/courses/typed/one/a-lesson');
}

test('practice of every class is marked, and what is no number is asked back', { tag: ['@no-script', '@phone'] }, async ({ browser, javaScriptEnabled }) => {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url, javaScriptEnabled: javaScriptEnabled ?? true });
    const page = await context.newPage();
    await enter(page);
    const check = async (id: string, outcome: string | RegExp) => {
      if (javaScriptEnabled !== false) await page.locator('html[data-islands="ready"]').waitFor();
      await page.locator(`#p-${id}`).getByRole('button', { name: 'Check my answer' }).click();
      await expect(page.locator(`#p-${id}`).getByRole('status')).toContainText(outcome);
    };
    const number = page.locator('#p-number').getByLabel('Your answer');
    const order = page.locator('#p-order');
    await check('order', 'Choose an answer first');
    await place(order, { Listen: '1', Note: '2', Report: '3' });
    await check('order', 'That is right');
    await place(order, { Listen: '3', Note: '1', Report: '2' });
    await check('order', 'partly right');
    for (const [typed, outcome] of [['1,250', /1250 .*1,2500/], ['a lot', 'not a number'], ['1 250,5 calls', 'That is right'], ['12', 'not right']] as const) {
      await number.fill(typed);
      await check('number', outcome);
    }
    await page.locator('#p-short').getByLabel('Your answer').fill('Police');
    await check('short', 'not right');
    await expect(page.locator('#p-short')).toContainText('Only in an emergency.');
    await page.locator('#p-blanks').getByLabel('Gap 2').fill('"><script>alert(1)</script>');
    await check('blanks', 'not right');
    await expect(page.locator('#p-blanks').getByLabel('Gap 2')).toHaveValue('"><script>alert(1)</script>');
    await page.locator('#p-choose').getByLabel('Gap 1').selectOption('helpline');
    await check('choose', 'partly right');
    await context.close();
  }, prepare);
});

test('a test with every class keeps, shows and grades what was typed', { tag: ['@no-script', '@phone'] }, async ({ browser, javaScriptEnabled }) => {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url, javaScriptEnabled: javaScriptEnabled ?? true });
    const page = await context.newPage();
    await enter(page);
    await page.goto('/en/courses/typed/tests/quiz');
    await page.getByRole('button', { name: 'Begin the test' }).click();
    await fill(page, 'b-', '1,250');
    await page.getByRole('button', { name: 'Review and submit' }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toContainText('Write 1250 for the thousands, or 1,2500 for the decimals.');
    await expect(page.locator('#b-number').getByLabel('Your answer')).toHaveValue('1,250');
    await expect(page.locator('[data-state=safe]')).toHaveCount(4);
    await page.locator('#b-number').getByLabel('Your answer').fill('١٢٥٠٫٥');
    if (javaScriptEnabled !== false) await expect(page.locator('[data-state=safe]')).toHaveCount(5);
    else await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.goto(page.url().split('?')[0]!);
    await expect(page.locator('#b-number').getByLabel('Your answer')).toHaveValue('1250.5');
    await expect(page.locator('#b-blanks').getByLabel('Gap 1')).toHaveValue('CONTACT "<b>');
    await expect(page.locator('#b-order').getByLabel('Note', { exact: true })).toHaveValue('1');
    await page.getByRole('button', { name: 'Review and submit' }).click();
    await page.getByRole('button', { name: /^Submit/ }).click();
    await expect(page.getByText(/^Submitted by /)).toBeVisible();
    await expect(page.locator('main')).toContainText('9 of 10');
    await expect(page.locator('.marked', { hasText: 'Gaps' })).toContainText('→ CONTACT "<b>');
    await expect(page.locator('.marked', { hasText: 'Gaps' })).toContainText('Right: contact');
    await expect(page.locator('.marked', { hasText: 'Words' })).toContainText('It listens.');
    await context.close();
  }, prepare);
});

test('of two steps with one place, the other takes the place that is left', async ({ browser }) => {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    await enter(page);
    const order = page.locator('#p-order');
    await place(order, { Listen: '1', Note: '2', Report: '3' });
    await order.getByLabel('Report', { exact: true }).focus();
    await place(order, { Report: '1' });
    await expect(order.getByLabel('Listen', { exact: true })).toHaveValue('2');
    await context.close();
  }, prepare);
});

test('a question with a gap left is answered in part, and says so', { tag: '@no-script' }, async ({ browser, javaScriptEnabled }) => {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url, javaScriptEnabled: javaScriptEnabled ?? true });
    const page = await context.newPage();
    await enter(page);
    await page.goto('/en/courses/typed/tests/quiz');
    await page.getByRole('button', { name: 'Begin the test' }).click();
    await page.locator('#b-blanks').getByLabel('Gap 1').fill('contact');
    if (javaScriptEnabled === false) await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.locator('#b-blanks [data-state]')).toHaveText('Answered, safe on the server 1 of 2 filled in.');
    await page.getByRole('button', { name: 'Review and submit' }).click();
    await expect(page.locator('.review li', { hasText: 'Gaps' })).toContainText('1 of 2 filled in.');
    await context.close();
  }, prepare);
});
