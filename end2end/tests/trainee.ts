// What a trainee does, in their own words: signing up, walking through the small course of these tests, sitting its test. The key of the
// test is read from the course's own source, so that the tests do not know it twice.

import { expect, type Locator, type Page } from '@playwright/test';
import { join, resolve } from 'node:path';
import { bank, type Given, type Question, rights, words, wrongs } from './source';

export const course = '/en/courses/small-course';
export const test = `${course}/tests/final-test`;
const folder = resolve(import.meta.dirname, '../courses/small-course');

let serial = 0;

/** Signs up someone new, and returns the login name. */
export async function signUp(page: Page): Promise<string> {
  const login = `trainee-${process.pid}-${Date.now()}-${serial++}`;
  await page.goto('/en/sign-up');
  await page.getByLabel('Login name').fill(login);
  await page.getByLabel('Password').fill('a lamp at the harbour');
  await page.getByLabel('I am 18 or older.').check();
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(login);
  return login;
}

/** Signs in as one of the demo people. */
export async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/en/sign-in');
  await page.getByLabel('Login name').fill(who);
  await page.getByLabel('Password').fill(`harbour-${who}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(who);
}

/** Enrols in the small course, or in another. */
export async function enrol(page: Page, address = course): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Enrol in this course' }).click();
  await expect(page.getByRole('link', { name: /^Begin:/ })).toBeVisible();
}

/** Does every lesson, by its button, up to the test. */
export async function walk(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(Begin|Continue):/ }).first().click();
  while (!page.url().includes('/tests/')) {
    await page.getByRole('button', { name: /^Done, next:/ }).click();
  }
}

/** Begins the test and waits for its questions. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin the test' }).click();
  await expect(page.locator('[data-question]').first()).toBeVisible();
}

/** From nobody to someone who sees the questions. */
export async function toTheQuestions(page: Page): Promise<void> {
  await signUp(page);
  await enrol(page);
  await walk(page);
  await begin(page);
}

/** Answers a question of the small course, by its number on the page from 0: rightly, or wrongly. */
export async function answer(page: Page, at: number, rightly = true): Promise<void> {
  const asked = page.locator('[data-question]').nth(at);
  const id = await asked.getAttribute('data-question');
  const question = bank(join(folder, 'en/bank/risks.md')).find((one) => one.id === id);
  if (!question) throw new Error('the bank has no such question');
  await fill(asked, question, (rightly ? rights(question) : wrongs(question))[0]!);
}

/** Gives this answer to a question, in practice or in a test. */
export async function fill(asked: Locator, question: Question, given: Given): Promise<void> {
  switch (question.class) {
    case 'match': return chooseEach(asked.locator('.pair'), question.pairs.map(([row]) => row), given);
    case 'order': return chooseEach(asked.locator('.step'), question.steps, given);
    case 'blanks': return fillEach(asked.locator('.gap'), given);
    case 'number': case 'short': return asked.getByLabel('Your answer').fill(given[0]!);
    default: return pick(asked.locator('label.option'), given);
  }
}

/** Picks the options of these words, and no other. */
async function pick(options: Locator, given: Given): Promise<void> {
  const texts = await options.allTextContents();
  const picks = texts.map((text) => given.some((one) => words(one) === words(text)));
  expect(picks.filter(Boolean), `the page offers ${texts.join(' | ')}`).toHaveLength(given.length);
  for (const [at, pick] of picks.entries()) {
    const input = options.nth(at).locator('input');
    // A box may be ticked already, by what was answered before.
    if (pick || (await input.getAttribute('type')) === 'checkbox') await input.setChecked(pick);
  }
}

/** Chooses in the row of each of these texts what is given for it. */
async function chooseEach(rows: Locator, texts: string[], given: Given): Promise<void> {
  const labels = (await rows.locator('label').allTextContents()).map(words);
  expect([...labels].sort()).toEqual(texts.map(words).sort());
  for (const [at, text] of texts.entries()) {
    await choose(rows.nth(labels.indexOf(words(text))).locator('select'), given[at]!);
  }
}

async function fillEach(gaps: Locator, given: Given): Promise<void> {
  await expect(gaps).toHaveCount(given.length);
  for (const [at, text] of given.entries()) {
    const chooses = (await gaps.nth(at).evaluate((gap) => gap.tagName)) === 'SELECT';
    await (chooses ? choose(gaps.nth(at), text) : gaps.nth(at).fill(text));
  }
}

async function choose(select: Locator, text: string): Promise<void> {
  const offered = await select.locator('option').allTextContents();
  await select.selectOption({ index: offered.findIndex((one) => words(one) === words(text)) });
}

/** Answers every question. */
export async function answerAll(page: Page, rightly = true): Promise<void> {
  const count = await page.locator('[data-question]').count();
  for (let at = 0; at < count; at++) await answer(page, at, rightly);
}

/** Submits by way of the review. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review and submit' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you submit');
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.getByText(/^Submitted by /)).toBeVisible();
}
