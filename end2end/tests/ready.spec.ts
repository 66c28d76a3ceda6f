// The home page answers, to each kind of reader.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './haven';

test('the home page answers', { tag: ['@no-script', '@phone'] }, async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('axe finds nothing on the home page', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('a server that was killed opens again at the same address', async ({ haven, page }) => {
  await haven.kill9();
  await haven.start();
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
});
