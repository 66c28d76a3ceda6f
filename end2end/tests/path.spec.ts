// The whole path: from signing up to a certificate that a stranger can check.

import { execFileSync } from 'node:child_process';
import { expect, test } from './haven';
import { answerAll, begin, course, enrol, signUp, submit, test as finalTest, toTheQuestions, walk } from './trainee';

test('from signing up to a certificate anyone can check', { tag: ['@no-script', '@phone'] }, async ({ page, browser, haven }, testInfo) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
  });
  await signUp(page);
  await enrol(page);
  await walk(page);
  await begin(page);
  await answerAll(page);
  await submit(page);
  await expect(page.locator('.verdict')).toContainText('Passed');
  await expect(page.locator('.verdict')).toContainText('100 %');

  await page.getByRole('link', { name: 'Your certificate' }).click();
  await page.getByLabel('Your name, as it will be printed').fill('Amina Chikondi Phiri');
  await page.getByRole('button', { name: 'Make my certificate' }).click();
  await expect(page.getByRole('alert')).toContainText('Tick the box');
  await expect(page.getByLabel('Your name, as it will be printed')).toHaveValue('Amina Chikondi Phiri');
  await page.getByLabel('This is my name, spelt right.').check();
  await page.getByRole('button', { name: 'Make my certificate' }).click();

  const number = (await page.locator('.issued code').textContent())!;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the certificate (PDF)' }).click(),
  ]);
  const pdf = testInfo.outputPath('certificate.pdf');
  await download.saveAs(pdf);
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const fact of ['Amina Chikondi Phiri', 'COP-EDU-1', number]) expect(text).toContain(fact);

  const stranger = await browser.newContext({ baseURL: haven.url });
  const check = await stranger.newPage();
  await check.goto('/verify');
  await check.getByLabel('Number').fill(` ${number.toLowerCase().replaceAll('-', ' ')} `);
  await check.getByRole('button', { name: 'Check' }).click();
  await expect(check.getByRole('heading', { level: 1 })).toHaveText('Valid');
  for (const fact of ['Amina Chikondi Phiri', 'COP-EDU-1', '100 %']) await expect(check.locator('dl')).toContainText(fact);

  revoke(haven.database, number, 'The name was misspelt.');
  await check.reload();
  await expect(check.getByRole('heading', { level: 1 })).toHaveText('Revoked');
  await expect(check.locator('.verdict')).toContainText('The name was misspelt.');
  await expect(check.locator('dl')).toContainText('Amina Chikondi Phiri');
  await stranger.close();
  expect(violations).toEqual([]);
});

test('whoever is revoked claims no other, unless that was said', { tag: '@no-script' }, async ({ page, haven }) => {
  await toTheQuestions(page);
  await answerAll(page);
  await submit(page);
  const claim = async (name: string) => {
    await page.goto(`${course}/certificate`);
    await page.getByLabel('Your name, as it will be printed').fill(name);
    await page.getByLabel('This is my name, spelt right.').check();
    await page.getByRole('button', { name: 'Make my certificate' }).click();
    return (await page.locator('.issued code').textContent())!;
  };
  revoke(haven.database, await claim('Amina Piri'), 'The name was misspelt.', '--reissue');
  revoke(haven.database, await claim('Amina Phiri'), 'Somebody else sat the test.');
  await page.goto(`${course}/certificate`);
  await expect(page.getByText('Somebody else sat the test.')).toBeVisible();
  await expect(page.getByText('No other certificate is issued to you for this course.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make my certificate' })).toHaveCount(0);
  await page.request.post(`${course}/certificate`, { form: { name: 'Amina Phiri', confirm: 'on' } });
  await page.reload();
  await expect(page.locator('.issued')).toHaveCount(0);
  const api = await page.request.post('/api/v1/courses/small-course/certificate', { data: { name: 'Amina Phiri' } });
  expect(api.status()).toBe(403);
  expect((await api.json()).detail).toContain('Somebody else sat the test.');
});

function revoke(database: string, number: string, why: string, ...more: string[]): void {
  const flags = ['certificate', 'revoke', number, '--why', why, '--database', `sqlite:${database}`, ...more];
  execFileSync(process.env['HAVEN_BIN']!, flags);
}

test('one goes on where one stopped, on any device', { tag: '@no-script' }, async ({ page, browser, haven }) => {
  const login = await signUp(page);
  await enrol(page);
  await page.getByRole('link', { name: /^Begin:/ }).click();
  await page.getByRole('button', { name: /^Done, next:/ }).click();
  const second = page.url();
  const device = await browser.newContext({ baseURL: haven.url });
  const other = await device.newPage();
  await other.goto('/en/sign-in');
  await other.getByLabel('Login name').fill(login.toUpperCase());
  await other.getByLabel('Password').fill('a lamp at the harbour');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByRole('link', { name: /^Continue:/ }).click();
  expect(other.url()).toBe(second);
  await device.close();
});

test('in a course taken in order nobody is ahead of themselves', async ({ page }) => {
  await signUp(page);
  await enrol(page);
  await page.goto(`${course}/tests/final-test`);
  await expect(page.getByText('The course is taken in order')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin the test' })).toHaveCount(0);
  await page.goto(`${course}/mapping-risk/no-such-lesson`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
});

test('after a failed test everything leads to another try, and after a passed one to the certificate', { tag: '@no-script' }, async ({ page }) => {
  await toTheQuestions(page);
  await submit(page);
  await expect(page.locator('.verdict')).toContainText('Not passed yet');
  const first = () => page.locator('.actions a').first();
  await expect(first()).toHaveText('Try again (2 tries left)');
  for (const place of ['/en/home', course]) {
    await page.goto(place);
    await expect(first()).toHaveText(/^Try again: /);
    await expect(first()).toHaveAttribute('href', finalTest);
  }
  await first().click();
  await begin(page);
  await answerAll(page);
  await submit(page);
  for (const place of ['/en/home', course]) {
    await page.goto(place);
    await expect(first()).toHaveText('Your certificate');
  }
});

test.describe('far from Greenwich', () => {
  test.use({ timezoneId: 'Africa/Blantyre' });

  test("a moment is said in the reader's own time, or in UTC without script", { tag: '@no-script' }, async ({ page, javaScriptEnabled }) => {
    await toTheQuestions(page);
    await submit(page);
    const at = page.locator('time').first();
    const utc = new Date((await at.getAttribute('datetime'))!);
    const hour = String((utc.getUTCHours() + (javaScriptEnabled ? 2 : 0)) % 24).padStart(2, '0');
    await expect(at).toContainText(`${hour}:${String(utc.getUTCMinutes()).padStart(2, '0')}`);
    await expect(at).toContainText(javaScriptEnabled ? 'GMT+2' : 'UTC');
  });
});
