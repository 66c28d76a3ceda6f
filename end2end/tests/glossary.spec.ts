// The glossary: a lesson links a word where it first uses it, says what it means at its end, and the glossary's page says it to
// everyone. None of it needs a script.

import AxeBuilder from '@axe-core/playwright';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { budget, weigh } from '../weigh.mjs';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { signUp } from './trainee';

const settings = 'format = 1\ncode = "G"\nsource-language = "en"\nlanguages = ["en"]\n';
const terms = `# Words to know

Words that this course uses.

Grooming
Online grooming
: An adult building trust with a child in order to abuse.

  It can take months.

Self-harm
: Hurting oneself on purpose. Whoever is worried calls {{helpline}}.
`;
const module = `# A module

## Grooming {#first}

Online grooming begins with trust. Grooming is no accident, and self-harm no whim.

## Second {#second}

Of grooming once more. [What is it?](glossary.md#grooming)
`;

function prepare(courses: string): void {
  const own = join(courses, 'words/en');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(courses, 'words/course.toml'), settings);
  writeFileSync(join(own, 'course.md'), '# Words\n');
  writeFileSync(join(own, 'glossary.md'), terms);
  writeFileSync(join(own, '01-a-module.md'), module);
}

for (const javaScriptEnabled of [true, false]) {
  test(`a word leads to what it means, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ browser }) => {
    await onOwnFolder(async (haven) => {
      const context = await browser.newContext({ baseURL: haven.url, javaScriptEnabled });
      const page = await context.newPage();
      await signUp(page);
      await page.goto('/en/courses/words');
      await page.getByRole('button', { name: 'Enrol in this course' }).click();
      await page.goto('/en/courses/words/a-module/first');
      await expect(page.locator('a.term')).toHaveText(['Online grooming', 'self-harm']);
      await expect(page.locator('h1 a')).toHaveCount(0);
      const words = page.locator('.terms');
      await expect(words.getByText('in order to abuse')).toBeHidden();
      await words.getByText('Words in this lesson').click();
      await expect(words.locator('dd')).toHaveText(['An adult building trust with a child in order to abuse.', /^Hurting .* the child helpline of your country/]);
      await page.locator('a.term').first().click();
      await expect(page).toHaveURL(/\/en\/courses\/words\/glossary#term-grooming$/);
      await expect(page.locator('dt:target')).toHaveText('Grooming');
      await expect(page.locator('main')).toContainText('It can take months.');
      await page.goBack();
      await page.getByRole('button', { name: /^Done, next:/ }).click();
      await expect(page.locator('a.term')).toHaveText(['grooming']);
      await expect(page.getByRole('link', { name: 'What is it?' })).toHaveAttribute('href', '/en/courses/words/glossary#term-grooming');
      await context.close();
    }, prepare);
  });
}

test('the glossary is there for everyone who may see the course, and a course without one has no such page', async ({ browser }) => {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    await page.goto('/en/courses/words');
    await page.getByRole('link', { name: 'Words to know' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Words to know');
    await expect(page.locator('dt')).toHaveText(['Grooming', 'Online grooming', 'Self-harm']);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => one.id)).toEqual([]);
    const found = await weigh(browser, page.url());
    for (const sum of ['html', 'told', 'all'] as const) expect(found[sum], sum).toBeLessThanOrEqual(budget[sum]);
    expect((await page.goto('/en/courses/small-course/glossary'))?.status()).toBe(404);
    await context.close();
  }, prepare);
});
