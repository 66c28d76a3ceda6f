// Search in a course, as a visitor and as a trainee, with and without script.

import { expect, test } from './haven';
import { course, enrol, signUp } from './trainee';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('words typed on the course page find its lessons, and lead to those that are open', { tag: '@phone' }, async ({ page }) => {
      await page.goto(course);
      await page.getByRole('searchbox', { name: 'Words to look for' }).fill('helplines');
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(page).toHaveURL(`${course}/search?q=helplines`);
      await expect(page.getByRole('searchbox')).toHaveValue('helplines');
      const found = page.locator('.found > li');
      await expect(found.filter({ has: page.locator('mark', { hasText: /^helpline/i }) }).first()).toBeVisible();
      await expect(found.getByRole('link')).toHaveCount(0);

      await signUp(page);
      await enrol(page);
      await page.goto(`${course}/search?q=risk+harm`);
      await expect(found.first().getByRole('heading')).toHaveText('Risk is not harm');
      await expect(found.getByText('Not open yet').first()).toBeVisible();
      await found.first().getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Risk is not harm');
    });

    test('what is nowhere, and what is no word, is said kindly', async ({ page }) => {
      for (const typed of ['zebra', '!?', '<b>', '%', '字'.repeat(300)]) {
        await page.goto(`${course}/search?q=${encodeURIComponent(typed)}`);
        await expect(page.getByRole('status')).toContainText('Nothing in this course has these words');
      }
      for (const query of ['', '?q=', '?q=%20', '?other=1']) {
        await page.goto(`${course}/search${query}`);
        await expect(page.getByRole('status')).toHaveCount(0);
      }
      expect((await page.goto('/en/courses/nowhere/search?q=a'))!.status()).toBe(404);
    });
  });
}
