// A course in several languages: English, French and Arabic, while the interface is in English alone. What is not translated
// stands in English and says so; whoever changes the language, in a lesson or in a test, loses nothing.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Page } from '@playwright/test';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { signUp } from './trainee';

const cases = resolve(import.meta.dirname, '../../app/course/tests/cases');
const languages = (page: Page) => page.getByRole('navigation', { name: 'Read this course in' });

/** Two courses of the crate's own tests: one whole, one translated by half, with every question drawn in its order. */
function prepare(courses: string): void {
  for (const [name, slug] of [['translated', 'messages'], ['half-translated', 'half']] as const) {
    cpSync(join(cases, name, 'course'), join(courses, slug), { recursive: true });
    const settings = join(courses, slug, 'course.toml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('pick = 3', 'pick = 4').replace('pass = 70', 'pass = 70\nshuffle = false'));
  }
}

/** Enrols in a course at its address in this language. */
async function enrolIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Enrol in this course' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a lesson is read in each language, with its own direction inside an English interface', { tag: '@phone' }, async ({ browser }) => {
      await onOwnFolder(async (haven) => {
        const page = await browser.newPage({ baseURL: haven.url, javaScriptEnabled });
        await signUp(page);
        await enrolIn(page, '/fr/courses/messages');
        await page.goto('/fr/courses/messages/first-help/listen-first');
        await expect(page.locator('html')).toHaveAttribute('lang', 'en');
        await expect(page.locator('h1')).toHaveText('Écouter d’abord');
        await expect(page.locator('h1')).toHaveAttribute('lang', 'fr');
        await expect(page.locator('#text > div').first()).toHaveAttribute('lang', 'fr');
        await languages(page).getByRole('link', { name: 'العربية' }).click();
        await expect(page).toHaveURL(/\/ar\/courses\/messages\/first-help\/listen-first$/);
        await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
        await expect(page.locator('h1')).toHaveText('أصغ أولا');
        for (const place of ['h1', '#text > div >> nth=0', '.crumbs a >> nth=0 >> span']) {
          await expect(page.locator(place)).toHaveAttribute('lang', 'ar');
          await expect(page.locator(place)).toHaveAttribute('dir', 'rtl');
        }
        await languages(page).getByRole('link', { name: 'English' }).click();
        await expect(page.locator('h1')).toHaveText('Listen first');
        await expect(page.locator('h1')).not.toHaveAttribute('lang');
        await page.close();
      }, prepare);
    });

    test('what is not translated stands in English, and says so', async ({ browser }) => {
      await onOwnFolder(async (haven) => {
        const page = await browser.newPage({ baseURL: haven.url, javaScriptEnabled });
        await signUp(page);
        await enrolIn(page, '/fr/courses/half');
        await page.goto('/fr/courses/half/first-help/listen-first');
        const instead = page.locator('#text .untranslated').first();
        await expect(instead).toHaveAttribute('lang', 'en');
        await expect(instead).toHaveAttribute('dir', 'ltr');
        await expect(instead).toContainText('Not translated yet');
        await expect(instead.locator('img')).toHaveAttribute('alt', 'Four boxes in a row');
        await page.goto('/fr/courses/half/first-help/then-get-help');
        await expect(page.locator('h1')).toHaveText('Then get help');
        await expect(page.getByText('This page has not been translated yet.')).toBeVisible();
        // Its links lead on in the language of the reader.
        await page.getByRole('link', { name: 'the first lesson' }).click();
        await expect(page).toHaveURL(/\/fr\/courses\/half\/first-help\/listen-first$/);
        await page.goto('/ar/courses/half/first-help/listen-first');
        await expect(page.locator('h1')).toHaveText('Listen first');
        await expect(page.getByText('This page has not been translated yet.')).toBeVisible();
        await page.close();
      }, prepare);
    });

    test('who changes the language in the middle of a test keeps every answer, and it counts', async ({ browser }) => {
      await onOwnFolder(async (haven) => {
        const page = await browser.newPage({ baseURL: haven.url, javaScriptEnabled });
        await signUp(page);
        await enrolIn(page, '/fr/courses/messages');
        await page.goto('/fr/courses/messages/tests/final-test');
        await page.getByRole('button', { name: 'Begin the test' }).click();
        const question = (id: string) => page.locator(`[data-question="${id}"]`);
        await expect(question('sort')).toContainText('Classez les soucis');
        const rows = question('sort').locator('.pair select');
        for (const [at, target] of ['Contenu', 'Contact', 'Contenu'].entries()) await rows.nth(at).selectOption({ label: target });
        await question('hours').locator('input[type=text]').fill('1,5 heures');
        await question('kinds').locator('select').nth(0).selectOption('contact');
        await question('kinds').locator('select').nth(1).selectOption('contrat');
        await question('whom').locator('input[type=text]').fill('une ligne d’écoute');
        await languages(page).getByRole('button', { name: 'English' }).click();
        await expect(page).toHaveURL(/\/en\/courses\/messages\/tests\/final-test\//);
        await expect(question('sort')).toContainText('Sort the worries');
        const chosen = (at: number) => rows.nth(at).locator('option:checked');
        await expect(chosen(0)).toHaveText('Content');
        await expect(chosen(1)).toHaveText('Contact');
        await expect(question('hours').locator('input[type=text]')).toHaveValue('1.5');
        await expect(question('kinds').locator('select').nth(1).locator('option:checked')).toHaveText('contract');
        await expect(question('whom').locator('input[type=text]')).toHaveValue('une ligne d’écoute');
        await expect(page.locator('.count')).toHaveText('4 of 4 answered');
        await languages(page).getByRole('button', { name: 'العربية' }).click();
        await expect(question('sort').locator('h2 span, h2').first()).toContainText('صنف المخاوف');
        await expect(question('kinds').locator('select').nth(1).locator('option:checked')).toHaveText('تعاقد');
        await page.getByRole('button', { name: 'Review and submit' }).click();
        await page.getByRole('button', { name: /^Submit/ }).click();
        await expect(page.locator('.verdict')).toContainText('100 %');
        await languages(page).getByRole('link', { name: 'English' }).click();
        await expect(page.locator('.verdict')).toContainText('100 %');
        await page.close();
      }, prepare);
    });
  });
}

test('a language that neither Haven nor a course speaks is an address that is not there', async ({ browser }) => {
  await onOwnFolder(async (haven) => {
    const page = await browser.newPage({ baseURL: haven.url });
    for (const [address, status] of [
      ['/fr/', 200],
      ['/sw/', 200],
      ['/sw/courses/half', 200],
      ['/pt/', 404],
      ['/pt/courses/messages', 404],
      ['/sw/courses/messages', 200],
      ['/EN/', 404],
      ['/en-/courses/messages', 404],
    ] as const) {
      expect((await page.goto(address))!.status(), address).toBe(status);
    }
    await page.goto('/pt/');
    await page.locator('main').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/en\//);
    await page.close();
  }, prepare);
});
