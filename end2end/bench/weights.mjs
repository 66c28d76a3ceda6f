// What each page of a visitor and of a learner weighs on a first visit, as Chromium counts it.

import { chromium } from '@playwright/test';
import { budget, weigh } from '../weigh.mjs';
import { beside, inFolder } from './server.mjs';
import { number, table } from './tell.mjs';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

export const weights = () => inFolder(measure);

const measure = (folder) => beside(visited, folder, ['--demo']);

async function visited(server) {
  const browser = await chromium.launch({ executablePath: process.env.HAVEN_CHROMIUM ?? '/usr/bin/chromium', args: quiet });
  try {
    const context = await browser.newContext({ baseURL: server.url });
    return told(await walk(await context.newPage(), (page) => weighed(browser, context, page)));
  } finally {
    await browser.close();
  }
}

const weighed = async (browser, context, page) => weigh(browser, page.url(), { storageState: await context.storageState() });

/** Walks the small course from the catalogue to a result, weighing each page. */
async function walk(page, weigh) {
  const rows = [];
  const row = async (name) => rows.push([name, await weigh(page)]);
  const press = (name) => page.getByRole('button', { name }).click();
  for (const [name, address] of [['Courses', '/en/'], ['A course, to a visitor', '/en/courses/small-course'], ['Sign in', '/en/sign-in'], ['Get help', '/en/help']]) {
    await page.goto(address);
    await row(name);
  }
  await page.goto('/en/sign-in');
  await page.getByLabel('Login name').fill('trainee');
  await page.getByLabel('Password').fill('harbour-trainee');
  await press('Sign in');
  await page.goto('/en/courses/small-course');
  await press('Enrol in this course');
  await page.getByRole('link', { name: /^Begin:/ }).click();
  for (let lesson = 1; !page.url().includes('/tests/'); lesson++) {
    await row(`Lesson ${lesson}`);
    await press(/^Done, next:/);
  }
  await row('A test, before it begins');
  await press('Begin the test');
  await row('A test, its questions');
  await press('Review and submit');
  await row('A test, before it is submitted');
  await press(/^Submit/);
  await row('A result');
  return rows;
}

function told(rows) {
  const row = ([name, one]) => [name, number(one.html), number(one.told), number(one.all), number(one.media), one.requests, number(one.again)];
  const limits = ['**Budget**', number(budget.html), number(budget.told), number(budget.all), '', '', ''];
  return `## What a page weighs

Bytes on the wire on a first visit with an empty cache, compressed, heads of answers included, as Chromium counts them. HTML has
its style with it. Media are apart: a lesson says how much they are. The last column is the whole page to a browser that has been
on such a page before. \`end2end/tests/pages.spec.ts\` keeps the budget.

${table(['Page', 'HTML', 'all told', 'with islands', 'media', 'requests', 'again'], [...rows.map(row), limits])}
`;
}
