// What a trainee does, in their own words: signing up, walking through the small course of these tests, sitting its test. The key of the
// test is read from the course's own source, so that the tests do not know it twice.

import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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

/** Enrols in the small course. */
export async function enrol(page: Page): Promise<void> {
  await page.goto(course);
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

/** Right answers, read from the bank: for a question's id the texts to pick, or the target of each row. */
type Key = Map<string, { picks: string[] } | { pairs: [string, string][] }>;

export function key(): Key {
  const key: Key = new Map();
  let current = '';
  for (const line of readFileSync(join(folder, 'en/bank/risks.md'), 'utf8').split('\n')) {
    const heading = /^#+ .*\{\.(choice|choices|match) .*?#([\w-]+).*\}|^#+ .*\{.*?#([\w-]+).*\.(match|choices|choice).*\}/.exec(line);
    if (heading) {
      current = heading[2] ?? heading[3] ?? '';
      key.set(current, (heading[1] ?? heading[4]) === 'match' ? { pairs: [] } : { picks: [] });
    }
    const entry = key.get(current);
    const pick = /^- \[x\] (.*)$/i.exec(line);
    if (pick && entry && 'picks' in entry) entry.picks.push(plain(pick[1]!));
    const row = /^\|(.*)\|(.*)\|$/.exec(line);
    if (row && entry && 'pairs' in entry) entry.pairs.push([plain(row[1]!), plain(row[2]!)]);
  }
  for (const entry of key.values()) if ('pairs' in entry) entry.pairs = entry.pairs.slice(2);
  return key;
}

function plain(markdown: string): string {
  return markdown.replace(/\[\^[^\]]+\]/g, '').replace(/[*_`]/g, '').trim();
}

const same = (text: string) => plain(text).replace(/\s+/g, ' ').replace(/[’']/g, "'").toLowerCase();

/** Answers the question of this number, from 0: rightly, or by the first thing at hand. */
export async function answer(page: Page, at: number, rightly = true): Promise<void> {
  const question = page.locator('[data-question]').nth(at);
  const entry = key().get((await question.getAttribute('data-question'))!);
  if (!entry) throw new Error('the bank has no such question');
  if ('pairs' in entry) {
    for (const [row, target] of entry.pairs) {
      const select = question.locator('.pair', { hasText: row }).locator('select');
      const options = await select.locator('option').allTextContents();
      await select.selectOption({ index: rightly ? options.findIndex((one) => same(one) === same(target)) : 1 });
    }
    return;
  }
  const labels = question.locator('label.option');
  const texts = await labels.allTextContents();
  const right = texts.map((text) => entry.picks.some((pick) => same(pick) === same(text)));
  if (right.filter(Boolean).length !== entry.picks.length) throw new Error(`the key and the page differ: ${texts.join(' | ')}`);
  for (let i = 0; i < texts.length; i++) {
    const input = labels.nth(i).locator('input');
    if (rightly ? right[i] : !right[i]) {
      await input.check();
      if (!rightly) return;
    } else if ((await input.getAttribute('type')) === 'checkbox') {
      // It may be ticked already, by what was answered before.
      await input.uncheck();
    }
  }
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
