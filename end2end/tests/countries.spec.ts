// Whom to call where one is: a country is asked and never guessed, at sign-up, in the account, or in a visitor's cookie; a text
// names the help lines of that country, and the international routes where nothing is known.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { course, enrol, signIn, signUp } from './trainee';

const lesson = `${course}/mapping-risk/first-step`;
const select = (page: Page) => page.getByLabel('Country (optional)');

/** Chooses a country on the page that asks for it. */
async function choose(page: Page, country: string): Promise<void> {
  await select(page).selectOption({ label: country });
  await page.getByRole('button', { name: 'Save my choice' }).click();
}

/** Signs up with a country, and does every lesson before the one that says whom to call. */
async function toTheLesson(page: Page, country?: string): Promise<void> {
  await page.goto('/en/sign-up');
  await page.getByLabel('Login name').fill(`trainee-${process.pid}-${Date.now()}`);
  await page.getByLabel('Password').fill('a lamp at the harbour');
  if (country) await select(page).selectOption({ label: country });
  await page.getByLabel('I am 18 or older.').check();
  await page.getByRole('button', { name: 'Sign up' }).click();
  await enrol(page);
  await page.getByRole('link', { name: /^Begin:/ }).first().click();
  while (!page.url().endsWith(lesson)) await page.getByRole('button', { name: /^Done, next:/ }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a lesson names the helpline of the country said at sign-up, and of another once that is said', { tag: '@phone' }, async ({ page }) => {
      await toTheLesson(page, 'Malawi');
      const text = page.locator('#text');
      await expect(text).toContainText('A child can call Tithandizane 116.');
      await expect(text.getByRole('link', { name: '116', exact: true })).toHaveAttribute('href', 'tel:116');
      await expect(page.locator('.country-note')).toContainText('those of Malawi');
      await page.locator('.country-note').getByRole('link', { name: 'Change country' }).click();
      await expect(select(page)).toHaveValue('mw');
      await choose(page, 'Zambia');
      await expect(page).toHaveURL(new RegExp(`${lesson}$`));
      await expect(text).not.toContainText('Tithandizane');
      await expect(text).toContainText('the child helpline of your country');
      await expect(text.getByRole('link', { name: 'childhelplineinternational.org' })).toHaveAttribute('href', 'https://childhelplineinternational.org/');
      await expect(page.locator('.country-note')).toContainText('No help lines of Zambia are known here yet');
      await page.goto('/en/account');
      await expect(page.getByText('Zambia')).toBeVisible();
      await page.getByRole('link', { name: 'Change country' }).click();
      await choose(page, 'I would rather not say');
      await expect(page.getByText('You have not said in which country you are.')).toBeVisible();
    });

    test('whoever does not say a country signs up all the same', async ({ page }) => {
      await toTheLesson(page);
      await expect(page.locator('#text')).toContainText('the child helpline of your country');
      await expect(page.locator('.country-note').getByRole('link')).toHaveText('Choose your country');
    });

    test("a visitor's choice is a cookie of two letters, which the sign-up form begins with", async ({ page, context }) => {
      await page.goto('/en/help');
      expect(await context.cookies()).toEqual([]);
      await page.getByRole('link', { name: /^Choose your country/ }).click();
      await choose(page, 'Malawi');
      await expect(page).toHaveURL(/\/en\/help$/);
      await expect(page.getByRole('heading', { name: 'In Malawi' })).toBeVisible();
      const help = page.locator('section.country');
      await expect(help.getByRole('link', { name: '116', exact: true })).toHaveAttribute('href', 'tel:116');
      await expect(help).toContainText('As it was on 1 November 2023, by sematanzania.org');
      const [cookie] = await context.cookies();
      expect(cookie).toMatchObject({ name: 'country', value: 'mw', httpOnly: true, sameSite: 'Lax', path: '/' });
      expect(cookie!.expires).toBeGreaterThan(Date.now() / 1000 + 300 * 24 * 3600);
      await page.goto('/en/sign-up');
      await expect(select(page)).toHaveValue('mw');
      await page.goto('/en/country');
      await choose(page, 'I would rather not say');
      expect(await context.cookies()).toEqual([]);
    });
  });
}

test('what is no country in a cookie, a form or an address is nothing, and leads nowhere else', async ({ page, context, haven, request }) => {
  for (const value of ['MW', 'xx', '%3Cb%3E', '../mw', 'm'.repeat(4000), '"mw"', 'mw,zm']) {
    await context.clearCookies();
    await context.addCookies([{ name: 'country', value, url: haven.url }]);
    expect((await page.goto('/en/help'))?.status(), value).toBe(200);
    await expect(page.getByRole('link', { name: /^Choose your country/ })).toBeVisible();
  }
  const post = (form: Record<string, string>) =>
    request.post('/en/country', { form, maxRedirects: 0, headers: { origin: haven.url } });
  const wrong = await post({ country: '<script>alert(1)</script>' });
  expect(wrong.status()).toBe(422);
  expect(await wrong.text()).not.toContain('<script>alert');
  const away = await post({ country: 'mw', next: '//evil.example' });
  expect([away.status(), away.headers()['location']]).toEqual([303, '/en/help']);
  const elsewhere = await request.post('/en/country', { form: { country: 'mw' }, maxRedirects: 0, headers: { origin: 'https://evil.example' } });
  expect(elsewhere.status()).toBe(403);
});

test.describe('over https', () => {
  test.use({ flags: ['--demo', '--url', 'https://haven.example.org'] });

  test('the cookie is bound to the host and to https', async ({ request, haven }) => {
    const answer = await request.post('/en/country', { form: { country: 'mw' }, maxRedirects: 0, headers: { origin: haven.url } });
    expect(answer.headers()['set-cookie']).toMatch(/^__Host-country=mw; HttpOnly; SameSite=Lax; Secure; Path=\/; Max-Age=31536000$/);
  });
});

const pack = (name: string, rest = '') => `name = "${name}"\nchecked = 2026-01-01\nsource = "https://example.org/"\n${rest}`;
const line = (number: string) => `[[helpline]]\nname = { en = "Ligne", ar = "خط" }\nnumber = "${number}"\nhours = "24"\nlanguages = ["fr"]\n`;

/** Reads the page again until it says this. */
async function says(page: Page, address: string, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.locator('main')).toContainText(text, { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
}

test('a pack that is saved is read anew, one with a mistake changes nothing and its author is told, one that goes is gone', async ({ browser }) => {
  await onOwnFolder(async (haven, courses) => {
    const file = join(courses, 'countries/zm.toml');
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    await page.goto('/en/country');
    await choose(page, 'Zambia');
    await expect(page.locator('main')).toContainText('No help lines of Zambia are known here yet');
    writeFileSync(file, pack('Zambia', line('933')));
    await says(page, '/en/help', 'Ligne 933');
    writeFileSync(file, pack('<b>Zambia</b>', '[[helpline]]\nname = "x"\nurl = "javascript:alert(1)"\n'));
    await signIn(page, 'author');
    await says(page, '/en/checks', 'Readers see the last good state of these countries');
    await expect(page.locator('.findings').last()).toContainText('zm.toml:6:7');
    await page.getByRole('button', { name: 'Not you? Sign out' }).click();
    await says(page, '/en/help', 'Ligne 933');
    rmSync(file);
    await says(page, '/en/help', 'No help lines of Zambia are known here yet');
    await context.close();
  });
});

test.describe('with packs in a folder of their own', () => {
  test.use({
    flags: async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'haven-packs-'));
      await use(['--demo', '--countries', folder]);
      rmSync(folder, { recursive: true });
    },
  });

  test('they stand instead of those beside the courses, and are watched as well', async ({ page, flags }) => {
    await page.goto('/en/country');
    await choose(page, 'Malawi');
    await expect(page.locator('main')).toContainText('No help lines of Malawi are known here yet');
    writeFileSync(join(flags.at(-1)!, 'mw.toml'), pack('Malawi', line('117')));
    await says(page, '/en/help', 'Ligne 117');
    await expect(page.locator('main')).toContainText('Hours: 24');
    await expect(page.locator('main')).toContainText('Languages: French');
  });
});

test('slots are filled in options, in practice marked in the browser, on the pages of a course and a test', async ({ browser }) => {
  const prepare = (courses: string) => {
    const own = join(courses, 'own/en');
    mkdirSync(join(own, 'bank'), { recursive: true });
    writeFileSync(join(courses, 'countries/fr.toml'), pack('France', line('119') + '[[helpline]]\nname = "Deux"\nnumber = "+33 1 23"\n'));
    const settings = 'format = 1\ncode = "C"\nsource-language = "en"\nlanguages = ["en"]\n[tests.final-test]\ndraw = [{ bank = "b", pick = 1 }]\npass = 50\n';
    writeFileSync(join(courses, 'own/course.toml'), settings);
    writeFileSync(join(own, 'course.md'), '# Own\n\nIn {{country}}.\n');
    writeFileSync(join(own, 'final-test.md'), '# Final test\n\nHurt? Call {{helpline}}.\n');
    const question = (mark: string, id: string) =>
      `${mark} Whom? {.choice #${id} shuffle=no}\n\n- [x] {{helpline}}\n\n  Yes, {{helpline}}.\n\n- [ ] {{police}}\n\n> [!NOTE]\n> In {{country}} only.\n`;
    writeFileSync(join(own, '01-m.md'), `# M\n\nFor {{country}}.\n\n## L {#l}\n\n${question('###', 'practice')}\n### Pairs {.match #pairs}\n\n| Who | Whom |\n|---|---|\n| A child | {{helpline}} |\n| A picture | {{hotline}} |\n`);
    writeFileSync(join(own, 'bank/b.md'), `# B\n\n${question('##', 'q')}`);
  };
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto('/en/country');
    await choose(page, 'France');
    await page.goto('/en/courses/own');
    await expect(page.locator('main')).toContainText('In France.');
    await signUp(page);
    await page.goto('/en/country?next=/en/courses/own');
    await choose(page, 'France');
    await page.getByRole('button', { name: 'Enrol in this course' }).click();
    await page.getByRole('link', { name: /^Begin:/ }).click();
    const practice = page.locator('#practice');
    const option = practice.locator('label.option').first();
    await expect(option).toHaveText('Ligne 119 or Deux +33 1 23');
    await expect(option.getByRole('link')).toHaveCount(0);
    await expect(page.locator('#pairs option').filter({ hasText: 'Ligne 119 or Deux +33 1 23' }).first()).toHaveCount(1);
    await page.locator('html[data-islands="ready"]').waitFor();
    await option.locator('input').check();
    await practice.getByRole('button', { name: 'Check my answer' }).click();
    await expect(practice.locator('.feedback')).toHaveText('Yes, Ligne 119 or Deux +33 1 23.');
    await expect(practice.locator('.feedback').getByRole('link', { name: '+33 1 23' })).toHaveAttribute('href', 'tel:+33123');
    await expect(practice.locator('.explanation, .alert.note')).toContainText('In France only.');
    await page.getByRole('button', { name: /^Done, next:/ }).click();
    await expect(page.locator('main')).toContainText('Hurt? Call Ligne 119 or Deux +33 1 23.');
    await page.getByRole('button', { name: 'Begin the test' }).click();
    const asked = page.locator('[data-question]');
    await expect(asked.locator('label.option').first()).toHaveText('Ligne 119 or Deux +33 1 23');
    await asked.locator('input[type=radio]').first().check();
    await expect(asked.locator('[data-state="safe"]')).toHaveCount(1);
    await page.getByRole('button', { name: 'Review and submit' }).click();
    await page.getByRole('button', { name: /^Submit/ }).click();
    await expect(page.locator('.verdict')).toContainText('Passed');
    await expect(page.locator('.marked')).toContainText('Yes, Ligne 119 or Deux +33 1 23.');
    expect(errors).toEqual([]);
    await context.close();
  }, prepare);
});
