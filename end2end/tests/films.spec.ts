// Films and sounds: they cost nothing before someone plays them, say what they cost, show their captions, are served in parts, and
// have their words on the page. With script and without.

import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { budget, weigh } from '../weigh.mjs';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { signUp } from './trainee';

const media = resolve(import.meta.dirname, '../../app/course/tests/cases/films/course/media');
const settings = 'format = 1\ncode = "F"\nsource-language = "en"\nlanguages = ["en"]\n';
const lesson = '/en/courses/films/a-module/first';

/** A course with a film, a sound, and a film in a question. */
function prepare(courses: string): void {
  const own = join(courses, 'films');
  mkdirSync(join(own, 'en'), { recursive: true });
  cpSync(media, join(own, 'media'), { recursive: true });
  const beside = (name: string, text: string) => writeFileSync(join(own, 'media', name), text);
  beside('first-contact.en.md', '**Amina** reads: "Send me a photo."\n\nShe asks a friend, or calls {{helpline}}.\n');
  beside('first-contact.en.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.500\nA stranger writes.\n\n00:01.500 --> 00:03.000\nShe waits.\n');
  const lines = ['# A module', '', '## First {#first}', '', '![A girl reads a message](../media/first-contact.webm "Her first message")'];
  lines.push('', '![A tone](../media/a-talk.opus)', '', '[The film alone](../media/first-contact.webm)', '');
  lines.push('### What did she do? {.choice #what}', '', '![A box moves](../media/moving.mp4)', '', '- [x] She waited.', '- [ ] She sent it.', '');
  writeFileSync(join(own, 'course.toml'), settings);
  writeFileSync(join(own, 'en/course.md'), '# Films\n');
  writeFileSync(join(own, 'en/01-a-module.md'), lines.join('\n'));
}

/** Signs up, enrols, and opens the lesson. */
async function toTheLesson(page: Page): Promise<void> {
  await signUp(page);
  await page.goto('/en/courses/films');
  await page.getByRole('button', { name: 'Enrol in this course' }).click();
  await page.goto(lesson);
}

const time = (page: Page, player: string) => page.locator(player).first().evaluate((one: HTMLMediaElement) => one.currentTime);

for (const javaScriptEnabled of [true, false]) {
  test(`a film is loaded when it is played, with its captions, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ browser }) => {
    await onOwnFolder(async (haven) => {
      const context = await browser.newContext({ baseURL: haven.url, javaScriptEnabled });
      const page = await context.newPage();
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      page.on('console', (message) => said.push(message.text()));
      await toTheLesson(page);
      await page.waitForLoadState('networkidle');
      expect(asked.filter((path) => /\.(webm|opus|mp4|mp3)$/.test(path))).toEqual([]);
      const film = page.locator('figure.film').first();
      await expect(film.locator('.cost')).toHaveText('Film · 3 s · 4 KB. It is loaded when you play it. Save the file');
      await expect(film.locator('figcaption')).toHaveText('Her first message');
      await expect(film.locator('video')).toHaveAttribute('aria-label', 'A girl reads a message');
      await film.locator('video').scrollIntoViewIfNeeded();
      await film.locator('video').focus();
      await page.keyboard.press('Space');
      await expect.poll(() => time(page, 'video')).toBeGreaterThan(0.3);
      const shown = await film.locator('video').evaluate((video: HTMLVideoElement) =>
        [...video.textTracks].map(({ label, language, mode, cues }) => `${label} ${language} ${mode} ${cues?.length ?? 0}`));
      expect(shown).toEqual(['English en showing 2', 'Kiswahili sw disabled 0']);
      await page.locator('figure.sound audio').first().focus();
      await page.keyboard.press('Space');
      await expect.poll(() => time(page, 'audio')).toBeGreaterThan(0.3);
      expect(said.filter((text) => /policy/i.test(text))).toEqual([]);
      await context.close();
    }, prepare);
  });

  test(`the words of a film are on the page, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ browser }) => {
    await onOwnFolder(async (haven) => {
      const context = await browser.newContext({ baseURL: haven.url, javaScriptEnabled });
      const page = await context.newPage();
      await toTheLesson(page);
      const transcript = page.locator('figure.film .transcript').first();
      await expect(transcript.getByText('Amina')).toBeHidden();
      await transcript.getByText('Transcript').click();
      await expect(transcript).toContainText('Amina reads: "Send me a photo."');
      await expect(transcript).toContainText('the child helpline of your country');
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save the file' }).first().click()]);
      expect(file.suggestedFilename()).toBe('first-contact.webm');
      await context.close();
    }, prepare);
  });
}

test('a lesson with films is within its weight and has no fault that axe can find', async ({ browser }) => {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    await toTheLesson(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    const found = await weigh(browser, page.url(), { storageState: await context.storageState() });
    for (const sum of ['html', 'told', 'all'] as const) expect(found[sum], sum).toBeLessThanOrEqual(budget[sum]);
    await context.close();
  }, prepare);
});

test('media are served in parts, as what they are, and are nothing else', async ({ browser, request }) => {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    await toTheLesson(page);
    const address = async (selector: string, name: string) => haven.url + (await page.locator(selector).first().getAttribute(name));
    const film = await address('video', 'src');
    const whole = await request.get(film);
    const bytes = await whole.body();
    expect(whole.status()).toBe(200);
    expect(whole.headers()).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': 'video/webm', 'x-content-type-options': 'nosniff' });
    const part = await request.get(film, { headers: { range: 'bytes=100-199' } });
    expect([part.status(), part.headers()['content-range'], part.headers()['content-encoding']]).toEqual([206, `bytes 100-199/${bytes.length}`, undefined]);
    expect(await part.body()).toEqual(bytes.subarray(100, 200));
    const end = await request.get(film, { headers: { range: 'bytes=-10', 'if-range': whole.headers()['etag']! } });
    expect(await end.body()).toEqual(bytes.subarray(-10));
    const other = await request.get(film, { headers: { range: 'bytes=-10', 'if-range': '"another"' } });
    expect([other.status(), (await other.body()).length]).toEqual([200, bytes.length]);
    const behind = await request.get(film, { headers: { range: `bytes=${bytes.length}-` } });
    expect([behind.status(), behind.headers()['content-range']]).toEqual([416, `bytes */${bytes.length}`]);
    for (const [selector, kind] of [['audio', 'audio/ogg; codecs=opus'], ['track', 'text/vtt; charset=utf-8'], ['[id=text] .question video', 'video/mp4']] as const) {
      expect((await request.get(await address(selector, 'src'))).headers()).toMatchObject({ 'content-type': kind, 'x-content-type-options': 'nosniff' });
    }
    await page.getByRole('link', { name: 'The film alone' }).click();
    await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(0);
    await context.close();
  }, prepare);
});
