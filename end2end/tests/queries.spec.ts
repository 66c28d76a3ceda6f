// How often the database is asked: a plain read of a lesson at most twice, whatever is in it.

import { expect, test } from './haven';
import { enrol, signUp } from './trainee';

test.use({ logs: 'sqlx=debug' });

test('a lesson is read with two queries, and a GET never writes', async ({ page, haven }) => {
  await signUp(page);
  await enrol(page);
  await page.getByRole('link', { name: /^Begin:/ }).click();
  const lesson = page.url();
  // The page is left, so that nothing of it, such as a picture, is still on its way.
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
  // The jobs look for overdue sittings now and then: those are not the reader's.
  const queries = () => haven.log.split('\n').filter((line) => line.includes('db.statement') && !line.includes('deadline'));
  const before = queries().length;
  expect(before, 'queries are seen').toBeGreaterThan(0);
  await page.request.get(lesson);
  const asked = queries().slice(before);
  expect(asked.filter((line) => /BEGIN|INSERT|UPDATE|DELETE/.test(line))).toEqual([]);
  expect(asked.length, asked.join('\n')).toBeGreaterThan(0);
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(2);
});
