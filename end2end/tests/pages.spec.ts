// Every page, in every state a person can bring it to: within its weight, without a fault that axe can find, without a report
// of the content security policy, without anything from elsewhere, and without WebAssembly where there is no island.

import { expect, test } from './haven';
import { look, watch, weight } from './looks';
import { answerAll, begin, course, enrol, signIn, signUp, submit, walk } from './trainee';

test.beforeEach(({ page, haven }) => watch(page, haven));

test('the pages of a visitor', { tag: '@phone' }, async ({ page }) => {
  const pages = ['/en/', course, `${course}/mapping-risk`, `${course}/search?q=risk`, '/en/sign-in', '/en/sign-up', '/en/help', '/verify', '/en/nowhere'];
  for (const address of pages) {
    await page.goto(address);
    await look(page);
    await weight(page);
  }
  await page.goto('/en/leave');
  await weight(page);
});

test('choosing a country, and the help there', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/en/country');
  await look(page);
  await weight(page);
  await page.getByLabel('Country').selectOption('mw');
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await expect(page.getByRole('heading', { name: 'In Malawi' })).toBeVisible();
  await look(page);
  await weight(page);
});

test('the pages of a trainee, from enrolling to the certificate', { tag: '@phone' }, async ({ page }) => {
  test.setTimeout(240_000);
  await signUp(page);
  await enrol(page);
  for (const address of [course, '/en/home', '/en/account', `${course}/mapping-risk`, `${course}/certificate`]) {
    await page.goto(address);
    await look(page);
    await weight(page);
  }
  await page.goto(course);
  await page.getByRole('link', { name: /^Begin:/ }).click();
  while (!page.url().includes('/tests/')) {
    await look(page);
    await weight(page);
    await page.getByRole('button', { name: /^Done, next:/ }).click();
  }
  await look(page);
  await weight(page);
  await begin(page);
  await look(page);
  await weight(page);
  await answerAll(page);
  await expect(page.locator('[data-question] [data-state="safe"]')).toHaveCount(6);
  await page.getByRole('button', { name: 'Review and submit' }).click();
  await look(page);
  await weight(page);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await look(page);
  await weight(page);
  await page.goto(`${course}/surveys/closing`);
  await look(page);
  await weight(page);
  await page.goto(`${course}/certificate`);
  await look(page);
  await weight(page);
  await page.getByLabel('Your name, as it will be printed').fill('Amina Phiri');
  await page.getByLabel('This is my name, spelt right.').check();
  await page.getByRole('button', { name: 'Make my certificate' }).click();
  await look(page);
  await page.getByRole('link', { name: 'The page where anyone can check it' }).click();
  await look(page);
  await weight(page);
});

test('the pages of a result that was not passed, and of each role', async ({ page }) => {
  await signUp(page);
  await enrol(page);
  await walk(page);
  await begin(page);
  await answerAll(page, false);
  await submit(page);
  await expect(page.locator('.verdict')).toContainText('Not passed yet');
  await look(page);
  for (const [who, room] of [['instructor', 'results'], ['author', 'checks'], ['coordinator', 'enrolments'], ['administrator', 'people']] as const) {
    await signIn(page, who);
    await look(page);
    await page.goto(`/en/${room}`);
    await look(page);
  }
  await signIn(page, 'instructor');
  for (const address of ['/en/results/surveys', '/en/results/surveys/small-course/closing']) {
    await page.goto(address);
    await look(page);
  }
});

test('WebAssembly comes only where there is an island', async ({ page }) => {
  const wasm: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) wasm.push(page.url());
  });
  await signUp(page);
  await enrol(page);
  await walk(page);
  await page.waitForLoadState('networkidle');
  expect(wasm.length).toBeGreaterThan(0);
  expect(wasm.every((address) => address.includes('/mapping-risk/'))).toBe(true);
});
