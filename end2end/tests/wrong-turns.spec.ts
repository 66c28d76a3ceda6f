// A person and the forms: sent twice, too large, signed out in the middle, a receipt that is lost on its way.

import type { BrowserContext, Page } from '@playwright/test';
import { renameSync } from 'node:fs';
import { expect, test } from './haven';
import { answer, answerAll, course, enrol, signIn, signUp, submit, test as finalTest, toTheQuestions, walk } from './trainee';
import { turn } from './turns';

const safe = (page: Page) => page.locator('[data-question] [data-state="safe"]');
const device = (page: Page) => page.locator('[data-question] [data-state="device"]');
const said = (page: Page) => page.locator('.net');

/** Ends the session of a browser on the server, as twelve hours do: the browser keeps its cookie. */
async function endSession(context: BrowserContext): Promise<void> {
  const other = await context.browser()!.newContext();
  const [cookie] = await context.cookies();
  await other.addCookies([cookie!]);
  const origin = new URL(context.pages()[0]!.url()).origin;
  await other.request.post(`${origin}/en/sign-out`);
  await other.close();
}

/** What a browser says when its window is looked at again: nobody waits for the next try, which may be half a minute away. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('focus')));
}

async function fillIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Login name').fill(login);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const password = 'a lamp at the harbour';

test(
  'a session that ends in mid-test loses no answer',
  turn(
    'The session ends in the middle of a test, with script.',
    'Under the questions’ clock: you are signed out, your answers are kept on this device, and a link to sign in that leads back.',
    'Every answer: on the device, and on the server as soon as the same person has signed in.',
  ),
  async ({ page, context }) => {
    const login = await signUp(page);
    await enrol(page);
    await walk(page);
    await page.getByRole('button', { name: 'Begin the test' }).click();
    const sitting = page.url();
    await answer(page, 0);
    await expect(safe(page)).toHaveCount(1);
    await endSession(context);
    await answer(page, 1);
    await answer(page, 2);
    await expect(said(page)).toContainText('You are signed out. Your answers are kept on this device');
    await expect(device(page)).toHaveCount(2);
    await said(page).getByRole('link', { name: 'Sign in' }).click();
    await fillIn(page, login, password);
    await expect(page).toHaveURL(sitting);
    await expect(safe(page)).toHaveCount(3, { timeout: 40_000 });
    await page.reload();
    await expect(safe(page)).toHaveCount(3);
  },
);

test(
  'answers on a device go to the person who gave them, and to nobody else',
  turn(
    'On a shared computer someone else signs in while answers wait on the device.',
    'Under the clock: someone else is signed in now; sign in as yourself and come back.',
    'Every answer, on the device, until the one who gave it is back; none under another’s name.',
  ),
  async ({ page, context }) => {
    const login = await signUp(page);
    await enrol(page);
    await walk(page);
    await page.getByRole('button', { name: 'Begin the test' }).click();
    const sitting = page.url();
    const other = await context.newPage();
    await signIn(other, 'trainee');
    await answerAll(page);
    await expect(said(page)).toContainText('Someone else is signed in now');
    await expect(device(page)).toHaveCount(6);
    expect((await other.goto(sitting))?.status()).toBe(404);
    await other.goto('/en/sign-in');
    await fillIn(other, login, password);
    await expect(other.getByRole('heading', { level: 1 })).toContainText(login);
    await comeBack(page);
    await expect(safe(page)).toHaveCount(6, { timeout: 40_000 });
    await submit(page);
    await expect(page.locator('.verdict')).toContainText('100 %');
  },
);

test(
  'a form of answers sent by someone who was signed out is sent again once they are back',
  turn(
    'The session ends in the middle of a test, without script; or a button of the test is pressed after it has ended.',
    'The form to sign in, which says that what was sent is kept on the page; then the page the button leads to.',
    'Every answer that was sent, once the same person has signed in, also after a wrong password; under nobody else’s name.',
    ['@no-script'],
  ),
  async ({ page, context }) => {
    const login = await signUp(page);
    await enrol(page);
    await walk(page);
    await page.getByRole('button', { name: 'Begin the test' }).click();
    await expect(page.locator('[data-question]').first()).toBeVisible();
    const sitting = page.url();
    await endSession(context);
    await answerAll(page);
    await page.getByRole('button', { name: 'Review and submit' }).click();
    await expect(page.getByText('What you sent is kept on this page')).toBeVisible();
    await fillIn(page, login, 'not the password');
    await expect(page.getByRole('alert')).toContainText('not right');
    await fillIn(page, login, password);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you submit');
    await expect(page.locator('.review [data-state="safe"]')).toHaveCount(6);
    await page.getByRole('button', { name: /^Submit/ }).click();
    await expect(page.locator('.verdict')).toContainText('100 %');
    await page.goto(sitting);
    await expect(page.locator('.verdict')).toContainText('100 %');
  },
);

test(
  'a kept form gets someone else nowhere',
  turn(
    'Someone else signs in where another’s form of answers waits on the page.',
    'That there is no such page: the test is another’s.',
    'Nothing of it, under either name; whose test it is sees it as it was.',
    ['@no-script', '@not-script'],
  ),
  async ({ page, context }) => {
    const login = await signUp(page);
    await enrol(page);
    await walk(page);
    await page.getByRole('button', { name: 'Begin the test' }).click();
    const sitting = page.url();
    await endSession(context);
    await answer(page, 0);
    await page.getByRole('button', { name: 'Save' }).click();
    await fillIn(page, 'trainee', 'harbour-trainee');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
    await page.getByRole('button', { name: 'Not you? Sign out' }).click();
    await page.goto(sitting);
    await fillIn(page, login, password);
    await expect(page).toHaveURL(sitting);
    await expect(safe(page)).toHaveCount(0);
  },
);

test(
  'a receipt that is lost on its way makes no second answer',
  turn(
    'The line breaks, or the server is killed, between keeping an answer and its receipt.',
    'Kept on this device, until the receipt of the second sending says that it is safe.',
    'The answer, once.',
  ),
  async ({ page }) => {
    await toTheQuestions(page);
    let lost = 0;
    await page.route('**/answers', async (route) => {
      const reply = await route.fetch();
      if (lost++ === 0) await route.abort();
      else await route.fulfill({ response: reply });
    });
    await answer(page, 0);
    await expect(safe(page)).toHaveCount(1, { timeout: 40_000 });
    expect(lost).toBeGreaterThan(1);
    await expect(page.locator('.count')).toHaveText('1 of 6 answered');
  },
);

test(
  'a server that can keep nothing just now says so, and is sent the answers when it can',
  turn(
    'The server’s database cannot be used in the middle of a test.',
    'Under the clock: the server cannot keep answers just now; go on answering.',
    'Every answer: on the device, and on the server as soon as it can.',
  ),
  async ({ page, haven }) => {
    await toTheQuestions(page);
    renameSync(haven.database, `${haven.database}.away`);
    await answerAll(page);
    await expect(said(page)).toContainText('The server cannot keep answers just now');
    await expect(device(page)).toHaveCount(6);
    renameSync(`${haven.database}.away`, haven.database);
    await comeBack(page);
    await expect(safe(page)).toHaveCount(6, { timeout: 60_000 });
  },
);

test(
  'a deep link leads through the sign-in to where it points',
  turn(
    'Someone opens a link to a lesson or a test and is signed out, or signs up first.',
    'The form to sign in, then the page the link points to, with its query.',
    'Everything.',
    ['@no-script'],
  ),
  async ({ page }) => {
    const login = await signUp(page);
    await enrol(page);
    await page.getByRole('link', { name: /^Begin:/ }).click();
    const lesson = `${page.url()}?from=a%20letter&page=2`;
    await page.getByRole('button', { name: 'Not you? Sign out' }).click();
    await page.goto(lesson);
    await fillIn(page, login, password);
    await expect(page).toHaveURL(lesson);
  },
);

/** Sends the form of this button twice at the same time, as a double click or an impatient reload does. */
async function twice(page: Page, button: string | RegExp): Promise<number[]> {
  const sent = await page.getByRole('button', { name: button }).evaluate((pressed: HTMLButtonElement) => {
    const form = new URLSearchParams(new FormData(pressed.form!, pressed) as unknown as Record<string, string>);
    return { action: pressed.form!.action, body: form.toString() };
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const send = () => page.request.post(sent.action, { data: sent.body, headers, maxRedirects: 0 });
  return (await Promise.all([send(), send()])).map((answer) => answer.status());
}

test(
  'every form that is sent twice does once what it says',
  turn(
    'A form is sent twice: a double click, a reload, a line that broke before the answer.',
    'What one sees who sent it once. A token is shown once: the second sending says so.',
    'One account, enrolment, completion, sitting, submission, certificate and token; the new password.',
  ),
  async ({ page }) => {
    const login = `twice-${process.pid}-${Date.now()}`;
    await page.goto('/en/sign-up');
    await page.getByLabel('Login name').fill(login);
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('I am 18 or older.').check();
    expect(await twice(page, 'Sign up')).toEqual([303, 303]);
    await page.goto('/en/sign-in');
    await page.getByLabel('Login name').fill(login);
    await page.getByLabel('Password').fill(password);
    expect(await twice(page, 'Sign in')).toEqual([303, 303]);
    await page.goto(course);
    expect(await twice(page, 'Enrol in this course')).toEqual([303, 303]);
    await page.goto(course);
    await page.getByRole('link', { name: /^Begin:/ }).click();
    expect(await twice(page, /^Done, next:/)).toEqual([303, 303]);
    await page.goto(course);
    await walk(page);
    expect(await twice(page, 'Begin the test')).toEqual([303, 303]);
    await page.goto(finalTest);
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await page.getByRole('link', { name: 'Go on with the test' }).click();
    await answerAll(page);
    await expect(safe(page)).toHaveCount(6);
    await page.getByRole('button', { name: 'Review and submit' }).click();
    expect(await twice(page, /^Submit/)).toEqual([303, 303]);
    await page.goto(`${course}/certificate`);
    await page.getByLabel('Your name, as it will be printed').fill('Amina Phiri');
    await page.getByLabel('This is my name, spelt right.').check();
    expect(await twice(page, 'Make my certificate')).toEqual([303, 303]);
    await page.goto('/en/account/tokens');
    await page.getByLabel('What it is for').fill('once');
    await page.locator('input[value=read]').check();
    expect((await twice(page, 'Make a token')).sort()).toEqual([200, 422]);
    await page.goto('/en/account/tokens');
    await expect(page.getByRole('button', { name: 'Revoke' })).toHaveCount(1);
    await page.goto('/en/account');
    await page.getByLabel('Current password').fill(password);
    await page.getByLabel('New password').fill('another lamp there');
    expect(await twice(page, 'Change password')).toEqual([303, 303]);
    await page.goto('/en/account');
    await expect(page.getByRole('link', { name: /HV-|safer internet/i })).toHaveCount(1);
    expect(await twice(page, 'Not you? Sign out')).toEqual([303, 303]);
  },
);

test(
  'an impatient double click signs up once',
  turn('The button to sign up is pressed twice.', 'Their home page.', 'One account.', ['@no-script']),
  async ({ page }) => {
    const login = `double-${process.pid}-${Date.now()}`;
    await page.goto('/en/sign-up');
    await page.getByLabel('Login name').fill(login);
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('I am 18 or older.').check();
    await page.getByRole('button', { name: 'Sign up' }).dblclick();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(login);
  },
);

test(
  'a form that is too large says so in the browser',
  turn('A browser sends a form of 300 KB.', 'A page that says it is too much at once, and to send less.', 'Nothing of it; everything before.', [
    '@no-script',
  ]),
  async ({ page }) => {
    await page.goto('/en/sign-up');
    await page.getByLabel('Login name').fill('x'.repeat(300 * 1024));
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('That is too much at once');
  },
);
