// Pictures to point at, stories with choices, and what is written in one's own words: with a mouse, with the keyboard, without
// script, in practice and in a test.

import AxeBuilder from '@axe-core/playwright';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { budget, weigh } from '../weigh.mjs';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { signIn } from './trainee';
import type { Haven } from './haven';
import type { Locator, Page } from '@playwright/test';

const settings = `format = 1
code = "T-1"
source-language = "en"
languages = ["en"]
[tests.quiz]
draw = [{ bank = "all", pick = 2 }]
pass = 50
`;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#ccc"/>
<rect x="8" y="9" width="24" height="24" fill="#360"/><rect x="160" y="135" width="80" height="60" fill="#fff"/></svg>`;

/** The page, and within it the lock and a drawing of one. */
const hotspot = (mark: string, id: string, media: string) => `
${mark} Find it {.hotspot #${id} points=2}

Which one says that nobody reads along?

![A window with a lock](${media}/window.svg)

- [ ] The whole page {0,12,100,88}

  It says nothing.

- [x] The lock {2,3,6,8}

  Yes.

- [ ] A drawing of a lock {40,45,20,20}

  Anyone can draw one.
`;

const lesson = `# One

## A lesson {#a-lesson}
${hotspot('###', 'p-find', '../media')}
### A story {.scenario #a-story}

It is Friday.[^1]

#### The message {#the-message}

- [Promise](#a-promise)
- [Thank her](#thank-her)

#### You promise {#a-promise}

It goes wrong. [Go back](#the-message)

#### You thank her {#thank-her}

It goes well.[^1]

### Write back {.open #write-back words=50}

What do you write?

| What counts | 0 | 1 |
|---|---|---|
| She is believed | no | yes |

> [!NOTE]
> Thank you for telling me.

### Ask {.task #ask}

| What counts | 1 | 0 |
|---|---|---|
| The person | a name | none |

[^1]: Any Friday.
`;

function prepare(courses: string): void {
  const folder = join(courses, 'places');
  mkdirSync(join(folder, 'en/bank'), { recursive: true });
  mkdirSync(join(folder, 'media'), { recursive: true });
  writeFileSync(join(folder, 'course.toml'), settings);
  writeFileSync(join(folder, 'media/window.svg'), drawing);
  writeFileSync(join(folder, 'en/course.md'), '# Places\n\nA summary.\n');
  writeFileSync(join(folder, 'en/quiz.md'), '# Quiz\n');
  writeFileSync(join(folder, 'en/01-one.md'), lesson);
  writeFileSync(join(folder, 'en/bank/all.md'), `# All\n${hotspot('##', 'b-find', '../../media')}${hotspot('##', 'b-again', '../../media')}`);
}

async function onLesson(use: (page: Page, haven: Haven) => Promise<void>, browser: import('@playwright/test').Browser, options = {}): Promise<void> {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url, ...options });
    const page = await context.newPage();
    await signIn(page, 'trainee');
    await page.goto('/en/courses/places');
    await page.getByRole('button', { name: 'Enrol in this course' }).click();
    await page.goto('/en/courses/places/one/a-lesson');
    await use(page, haven);
    await context.close();
  }, prepare);
}

/** Points at a place of the picture, in percent of it. */
async function point(question: Locator, x: number, y: number): Promise<void> {
  const picture = question.locator('.picture');
  await picture.scrollIntoViewIfNeeded();
  const box = (await picture.boundingBox())!;
  await picture.page().mouse.click(box.x + (box.width * x) / 100, box.y + (box.height * y) / 100);
}

test('pointing at a picture picks the smallest region there, and a place without one picks nothing', { tag: ['@no-script', '@phone'] }, async ({ browser, javaScriptEnabled }) => {
  await onLesson(async (page) => {
    const question = page.locator('#p-find');
    const check = async (outcome: string) => {
      if (javaScriptEnabled !== false) await page.locator('html[data-islands="ready"]').waitFor();
      await question.getByRole('button', { name: 'Check my answer' }).click();
      await expect(question.getByRole('status')).toContainText(outcome);
    };
    await point(question, 60, 6);
    await expect(question.locator(':checked')).toHaveCount(0);
    await point(question, 50, 55);
    await expect(question.getByLabel('A drawing of a lock')).toBeChecked();
    // With script the picture stays where it is, so that one sees what one picked.
    if (javaScriptEnabled !== false) await expect(question.locator('.picture')).toBeInViewport();
    await check('not right');
    await expect(question).toContainText('Anyone can draw one.');
    await point(question, 10, 90);
    await expect(question.getByLabel('The whole page')).toBeChecked();
    await point(question, 5, 7);
    await check('That is right');
    // A label of its own: the picture's labels add nothing to what a screen reader says.
    await expect(question.getByRole('radio', { name: 'The lock', exact: true })).toBeChecked();
  }, browser, { javaScriptEnabled: javaScriptEnabled ?? true });
});

test('the keyboard picks a region from the list, and the picture shows which', async ({ browser }) => {
  await onLesson(async (page) => {
    await page.locator('html[data-islands="ready"]').waitFor();
    const question = page.locator('#p-find');
    const radios = question.getByRole('radio');
    const line = (at: number) => question.locator(`.s${at} rect`).last().evaluate((rect) => getComputedStyle(rect).strokeDasharray);
    await radios.first().focus();
    await page.keyboard.press('Space');
    await expect(radios.first()).toBeChecked();
    await expect.poll(() => line(0)).toBe('none');
    await page.keyboard.press('ArrowDown');
    await expect(radios.nth(1)).toBeChecked();
    await expect.poll(() => line(1)).toBe('none');
    expect(await line(0)).not.toBe('none');
    await question.getByLabel('The lock', { exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(question.getByRole('status')).toContainText('That is right');
  }, browser);
});

test('a test keeps what was pointed at, never has the key, and shows it on the picture when it is over', { tag: ['@no-script', '@phone'] }, async ({ browser, javaScriptEnabled }) => {
  await onLesson(async (page) => {
    await page.goto('/en/courses/places/tests/quiz');
    await page.getByRole('button', { name: 'Begin the test' }).click();
    const [find, again] = [page.locator('#b-find'), page.locator('#b-again')];
    const spots = (await find.locator('.spots').innerHTML()) + (await find.locator('.options').innerHTML());
    expect(spots).not.toMatch(/right|wrong|plain|Anyone can draw/);
    await point(find, 5, 7);
    await point(again, 50, 55);
    if (javaScriptEnabled === false) await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.locator('[data-state=safe]')).toHaveCount(2);
    await page.goto(page.url().split('?')[0]!);
    await expect(find.getByLabel('The lock', { exact: true })).toBeChecked();
    await expect(again.getByLabel('A drawing of a lock')).toBeChecked();
    await page.getByRole('button', { name: 'Review and submit' }).click();
    await page.getByRole('button', { name: /^Submit/ }).click();
    await expect(page.locator('main')).toContainText('2 of 4');
    const wrong = page.locator('.marked', { hasText: '✗ Not right' });
    await expect(wrong).toContainText('Anyone can draw one.');
    await expect(wrong.locator('.spot.right')).toHaveCount(1);
    await expect(wrong.locator('.spot.wrong')).toHaveCount(1);
  }, browser, { javaScriptEnabled: javaScriptEnabled ?? true });
});

test('a program is given the picture and where its regions are', async ({ browser }) => {
  await onLesson(async (page) => {
    await page.goto('/en/courses/places/tests/quiz');
    await page.getByRole('button', { name: 'Begin the test' }).click();
    const id = page.url().split('/').pop()!;
    const { questions } = await (await page.request.get(`/api/v1/attempts/${id}`)).json();
    const lock = questions[0].options.findIndex((option: string) => option === 'The lock');
    expect(questions[0]).toMatchObject({ class: 'hotspot', given: [] });
    expect(questions[0].picture).toContain('<img');
    expect(questions[0].regions[lock]).toEqual([2, 3, 6, 8]);
    expect(JSON.stringify(questions)).not.toMatch(/Anyone can draw|right/);
  }, browser);
});

test('a story shows one step at a time, the first until a choice is made, and the way back too', { tag: ['@no-script', '@phone'] }, async ({ browser, javaScriptEnabled }) => {
  await onLesson(async (page) => {
    const story = page.locator('#a-story');
    const scenes = async () => (await story.locator('.scene > h3').all()).map((one) => one.textContent());
    const seen = () => story.locator('.scene:visible > h3').allTextContents();
    expect(await scenes()).toHaveLength(3);
    expect(await seen()).toEqual(['The message']);
    await story.getByRole('link', { name: 'Promise' }).click();
    await expect.poll(seen).toEqual(['You promise']);
    await expect(story).toContainText('It is Friday.');
    await story.getByRole('link', { name: 'Go back' }).click();
    await expect.poll(seen).toEqual(['The message']);
    await story.getByRole('link', { name: 'Thank her' }).click();
    await expect.poll(seen).toEqual(['You thank her']);
    await expect(story).toContainText('This is where the story ends.');
    // A footnote leads out of the step, and back into it.
    await story.locator('.scene:visible .footnote-ref a').click();
    await page.getByRole('link', { name: 'Back to the text 1' }).last().click();
    await page.goBack();
    await page.goBack();
    await expect.poll(seen).toEqual(['You thank her']);
    await story.getByRole('link', { name: 'Start again' }).click();
    await expect.poll(seen).toEqual(['The message']);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(seen).toEqual(['The message', 'You promise', 'You thank her']);
  }, browser, { javaScriptEnabled: javaScriptEnabled ?? true });
});

test('what one writes stays on the device, and can be compared with the rubric without script', { tag: ['@no-script', '@phone'] }, async ({ browser, javaScriptEnabled }) => {
  await onLesson(async (page) => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    const open = page.locator('#write-back');
    await open.getByLabel('Your answer').fill('I believe you, a secret');
    await expect(open).toContainText('it is not sent');
    await expect(open.getByRole('link').first()).toBeVisible();
    await expect(open.getByRole('table')).toBeHidden();
    await open.getByText('Compare with the rubric').click();
    await expect(open.getByRole('table')).toBeVisible();
    await expect(open).toContainText('Thank you for telling me.');
    await expect(page.locator('#ask').getByRole('table')).toBeVisible();
    // What stands in `noscript` is seen where scripts do not run.
    if (javaScriptEnabled === false) await expect(open.locator('noscript p')).toBeVisible();
    else await expect(open.locator('.state')).toHaveText('5 words. Kept on this device.');
    await page.reload();
    await expect(open.getByLabel('Your answer')).toHaveValue(javaScriptEnabled === false ? '' : 'I believe you, a secret');
    await page.getByRole('button', { name: /^Done, next/ }).click();
    await expect(page).not.toHaveURL(/a-lesson/);
    expect(sent.join()).not.toContain('secret');
  }, browser, { javaScriptEnabled: javaScriptEnabled ?? true });
});

test('what one wrote is gone once it is deleted, and once one signs out', async ({ browser }) => {
  await onLesson(async (page) => {
    const answer = page.locator('#write-back').getByLabel('Your answer');
    const notes = page.locator('#ask').getByLabel('Your notes on what you did');
    const kept = () => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('haven:note:')).map(([, text]) => text));
    await answer.fill('One');
    await notes.fill('Two');
    expect((await kept()).sort()).toEqual(['One', 'Two']);
    await page.locator('#write-back').getByRole('button', { name: 'Delete it from this device' }).click();
    await expect(answer).toHaveValue('');
    expect(await kept()).toEqual(['Two']);
    await page.getByRole('button', { name: 'Not you' }).click();
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
    expect(await kept()).toEqual([]);
  }, browser);
});

test('what one wrote is not shown to whoever signs in next', async ({ browser }) => {
  await onLesson(async (page) => {
    await page.locator('#write-back').getByLabel('Your answer').fill('Mine');
    // The session ends by itself, without signing out.
    await page.context().clearCookies();
    await signIn(page, 'author');
    await page.goto('/en/courses/places');
    await page.getByRole('button', { name: 'Enrol in this course' }).click();
    await page.goto('/en/courses/places/one/a-lesson');
    await expect(page.locator('#write-back').getByLabel('Your answer')).toHaveValue('');
  }, browser);
});

test('a lesson with a picture, a story, an answer and a task has no fault that axe finds, and keeps the budget of a page', async ({ browser }) => {
  await onLesson(async (page) => {
    await page.getByText('Compare with the rubric').click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    const storageState = await page.context().storageState();
    const weight = await weigh(browser, page.url(), { storageState });
    expect(weight.html).toBeLessThan(budget.html);
    expect(weight.told).toBeLessThan(budget.told);
    expect(weight.all).toBeLessThan(budget.all);
  }, browser);
});
