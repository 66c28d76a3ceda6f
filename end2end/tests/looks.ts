// What is asked of every page, whoever wrote it: no fault that axe can find, no report of the content security policy, nothing from
// elsewhere, and its weight.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { budget, weighOnce } from '../weigh.mjs';
import { expect, type Haven } from './haven';

/** Fails when a page reports to the policy or asks another server, from now on. */
export function watch(page: Page, haven: Haven): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy/i.test(message.text())) throw new Error(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(haven.url)) throw new Error(`from elsewhere: ${request.url()}`);
  });
}

/** Looks at the page that is open, by all rules of axe or by those about this. */
export async function look(page: Page, about?: 'cat.color'): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (about ? axe.withTags(about) : axe).analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
  expect(found, page.url()).toEqual([]);
}

/** Weighs the page that is open as a first visit. */
export async function weight(page: Page): Promise<void> {
  const storageState = await page.context().storageState();
  const found = await weighOnce(page.context().browser()!, page.url(), { storageState });
  for (const sum of ['html', 'told', 'all'] as const) expect(found[sum], `${sum} of ${page.url()}`).toBeLessThanOrEqual(budget[sum]);
  expect(found.html, 'something was weighed').toBeGreaterThan(1000);
}
