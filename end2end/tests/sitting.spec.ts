// A test in bad weather: reloads, tabs, the back button, double clicks, a lost network, a killed server. Nothing is lost and
// nothing counts twice.

import { type Page } from '@playwright/test';
import { expect, test } from './haven';
import { answer, answerAll, enrol, signUp, submit, test as finalTest, toTheQuestions, walk } from './trainee';
import { turn } from './turns';

const states = (page: Page) => page.locator('[data-question] [data-state]');
const safe = (page: Page) => page.locator('[data-question] [data-state="safe"]');

test('an answer is on the server the moment it says so, and there after a reload', async ({ page }) => {
  await toTheQuestions(page);
  await answer(page, 0);
  await expect(states(page).first()).toHaveText('Answered, safe on the server');
  await page.reload();
  await expect(states(page).first()).toHaveText('Answered, safe on the server');
  await expect(page.locator('.count')).toHaveText('1 of 6 answered');
});

test('without script every button keeps every answer', { tag: ['@no-script', '@not-script'] }, async ({ page }) => {
  await toTheQuestions(page);
  await answer(page, 0);
  await answer(page, 1);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your answers are safe on the server.')).toBeVisible();
  await expect(safe(page)).toHaveCount(2);
  await answer(page, 2);
  await page.getByRole('button', { name: 'Review and submit' }).click();
  await expect(page.locator('.review [data-state="safe"]')).toHaveCount(3);
  await expect(page.getByText('3 questions are not answered.')).toBeVisible();
});

const killed = turn(
  'The server is killed in the middle of a test.',
  'Safe on the server for what had its receipt, kept on this device for the rest; one goes on answering.',
  'Every answer: what had its receipt on the server, the rest on the device, and sent when the server is back.',
);

test('a server killed after its receipt has lost nothing', killed, async ({ page, haven }) => {
  await toTheQuestions(page);
  await answer(page, 0);
  await expect(states(page).first()).toHaveText('Answered, safe on the server');
  await haven.kill9();
  await answer(page, 1);
  await expect(states(page).nth(1)).toHaveText('Kept on this device, not sent yet');
  await haven.start();
  await expect(states(page).nth(1)).toHaveText('Answered, safe on the server', { timeout: 40_000 });
  await page.reload();
  await expect(safe(page)).toHaveCount(2);
});

const offline = turn(
  'The network is lost in the middle of a test; the page is loaded again meanwhile.',
  'No connection; go on answering. The button to submit waits.',
  'Every answer, on the device, and sent when the network is back.',
);

test('a lost network loses no answer, not even over a reload of the page', offline, async ({ page, context }) => {
  await toTheQuestions(page);
  await context.setOffline(true);
  await answerAll(page);
  await expect(states(page).last()).toHaveText('Kept on this device, not sent yet');
  await expect(page.locator('.net')).toContainText('No connection');
  await page.getByRole('button', { name: 'Review and submit' }).click();
  await expect(page.locator('[data-question]').first()).toBeVisible();
  await page.reload().catch(() => undefined);
  await context.setOffline(false);
  await page.reload();
  await expect(safe(page)).toHaveCount(6, { timeout: 40_000 });
  await submit(page);
  await expect(page.locator('.verdict')).toContainText('100 %');
});

const tabs = turn('A test is open in two tabs.', 'In each what was given there; after a reload what counts.', 'Every answer; the later one counts.');

test('what was answered before the script came is kept as soon as it is there', async ({ page }) => {
  await toTheQuestions(page);
  let come = () => {};
  const held = new Promise<void>((done) => (come = done));
  await page.route('**/keep.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await answer(page, 0);
  await expect(states(page).first()).toHaveText('Not answered yet');
  come();
  await expect(states(page).first()).toHaveText('Answered, safe on the server');
});

const noRoom = turn(
  'The browser has no room left to keep answers.',
  'Where each answer is, as ever.',
  'The latest answer, on the page until it is on the server.',
);

test('an answer that finds no room on the device is sent all the same, and not the one before it', noRoom, async ({ page, context }) => {
  await toTheQuestions(page);
  await context.setOffline(true);
  await answer(page, 0, false);
  await expect(states(page).first()).toHaveText('Kept on this device, not sent yet');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await answer(page, 0);
  await context.setOffline(false);
  await expect(states(page).first()).toHaveText('Answered, safe on the server', { timeout: 40_000 });
  await answerAll(page);
  await expect(safe(page)).toHaveCount(6);
  await submit(page);
  await expect(page.locator('.verdict')).toContainText('100 %');
});

test('of two tabs the later answer counts, and an old form takes nothing back', tabs, async ({ page, context }) => {
  await toTheQuestions(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await answer(page, 0, false);
  await expect(states(page).first()).toHaveText('Answered, safe on the server');
  await answerAll(other);
  await expect(safe(other)).toHaveCount(6);
  await submit(page);
  await expect(page.locator('.verdict')).toContainText('100 %');
});

test('the back button and a double click submit once', { tag: '@no-script' }, async ({ page }) => {
  await toTheQuestions(page);
  const questions = page.url();
  await answerAll(page);
  await page.getByRole('button', { name: 'Review and submit' }).click();
  await page.getByRole('button', { name: /^Submit/ }).dblclick();
  await expect(page.getByText(/^Submitted by /)).toBeVisible();
  await page.goBack();
  await page.goto(questions);
  await expect(page.getByText(/^Submitted by /)).toBeVisible();
  await page.goto(finalTest);
  await expect(page.locator('tbody tr')).toHaveCount(1);
});

test('a double click begins one attempt, and one goes back to it', { tag: '@no-script' }, async ({ page }) => {
  await signUp(page);
  await enrol(page);
  await walk(page);
  await page.getByRole('button', { name: 'Begin the test' }).dblclick();
  await expect(page.locator('[data-question]').first()).toBeVisible();
  const first = page.url();
  await page.goto(finalTest);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.getByRole('link', { name: 'Go on with the test' }).click();
  expect(page.url()).toBe(first);
});

test('an old form that the back button brings again is a new answer', { tag: ['@no-script', '@not-script'] }, async ({ page }) => {
  await toTheQuestions(page);
  const url = page.url();


  const html = await (await page.request.get(url)).text();
  const hidden = Object.fromEntries([...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map((one) => [one[1]!, one[2]!]));
  const choice = /name="(q\d)" value="0"/.exec(html)![1]!;
  for (const value of ['0', '1', '0', '1']) {
    await page.request.post(url, { form: { ...hidden, [choice]: value, do: 'save' } });
  }
  await page.goto(url);
  await expect(page.locator(`input[name="${choice}"][value="1"]`)).toBeChecked();
});

const anothers = turn("Someone asks for, or sends to, another person's test under its id.", 'That there is no such page.', 'Nothing of what they sent; the test is untouched.');

test("another person's sitting is nowhere to be found", anothers, async ({ page, browser, haven }) => {
  await toTheQuestions(page);
  const stranger = await browser.newContext({ baseURL: haven.url });
  const other = await stranger.newPage();
  await toTheQuestions(other);
  const answer = await other.goto(page.url());
  expect(answer?.status()).toBe(404);
  const attempt = page.url().split('/').pop();
  const sent = { answer: crypto.randomUUID(), tab: 't', seq: 1, question: 'any', given: ['0'] };
  const post = await other.request.post(`/api/v1/attempts/${attempt}/answers`, { data: sent });
  expect(post.status()).toBe(404);
  await stranger.close();
});
