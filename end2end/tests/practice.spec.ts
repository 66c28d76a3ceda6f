// Practice questions: feedback on the page, with script on the device, without script from the server, and the same.

import { expect, test } from './haven';
import { enrol, signUp } from './trainee';

test('practice gives feedback at once', { tag: ['@no-script', '@phone'] }, async ({ page, javaScriptEnabled }) => {
  await signUp(page);
  await enrol(page);
  await page.getByRole('link', { name: /^Begin:/ }).click();
  while ((await page.locator('section.practice').count()) === 0) {
    await page.getByRole('button', { name: /^Done, next:/ }).click();
  }
  if (javaScriptEnabled !== false) await page.locator('html[data-islands="ready"]').waitFor();
  const question = page.locator('section.practice').first();
  await question.getByRole('button', { name: 'Check my answer' }).click();
  await expect(question.getByRole('status')).toContainText('Choose an answer first');
  const selects = question.locator('select');
  for (let i = 0; i < (await selects.count()); i++) await selects.nth(i).selectOption({ index: 1 });
  if ((await selects.count()) === 0) await question.locator('input:not([type=hidden])').first().check();
  await question.getByRole('button', { name: 'Check my answer' }).click();
  await expect(question.getByRole('status')).toContainText('You can try again');
  await expect(question.locator('.mark').first()).toBeVisible();
});
