// A hostile author and hostile names: what the checker lets pass is text on the page and nothing else, and what it does not
// let pass is not served.

import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onOwnFolder } from './folder';
import { expect, test } from './haven';
import { answerAll, course, signIn, submit, toTheQuestions } from './trainee';

const settings = `format = 1
code = "<script>alert('code')</script>"
source-language = "en"
languages = ["en"]
`;

/** Everything here passes `haven check`: it only looks like markup. */
const lesson = `# A \\<script>alert('title')\\</script> & "quotes"

Opening &lt;img src=x onerror=alert('opening')&gt;.

## \\<svg onload=alert('lesson')> {#five}

&lt;script&gt;alert('text')&lt;/script&gt; and \`<script>alert('code')</script>\` and javascript:alert('bare').

    </style></script><script>alert('block')</script>

[A good address](https://example.org/?a="><script>alert('link')</script>).

| \`<script>alert('head')</script>\` | two |
|---|---|
| &lt;script&gt;alert('cell')&lt;/script&gt; | &quot;&gt;&lt;b&gt; |

### Which &lt;b&gt;? {.choice #which}

- [x] &lt;img src=x onerror=alert('option')&gt;

  Feedback &lt;script&gt;alert('feedback')&lt;/script&gt;.

- [ ] \`"><script>alert('attribute')</script>\`

### Pair &lt;b&gt; {.match #pair}

| &lt;i&gt; | &lt;u&gt; |
|---|---|
| &lt;option&gt; | &lt;/option&gt;&lt;/select&gt;&lt;script&gt;alert('target')&lt;/script&gt; |
| two | &amp;lt;script&amp;gt; |
`;

function hostile(courses: string): void {
  const folder = join(courses, 'hostile');
  mkdirSync(join(folder, 'en'), { recursive: true });
  writeFileSync(join(folder, 'course.toml'), settings);
  writeFileSync(join(folder, 'en/course.md'), "# Hostile &lt;script&gt;alert('course')&lt;/script&gt;\n\nA \\<b>summary\\</b>.\n");
  writeFileSync(join(folder, 'en/01-one.md'), lesson);
}

test('what only looks like markup is text on every page', async ({ browser }) => {
  await onOwnFolder(async (haven) => {
    const context = await browser.newContext({ baseURL: haven.url });
    const page = await context.newPage();
    const bad: string[] = [];
    page.on('dialog', (dialog) => (bad.push(dialog.message()), dialog.dismiss()));
    page.on('console', (message) => message.type() === 'error' && bad.push(message.text()));
    page.on('request', (request) => request.url().startsWith(haven.url) || bad.push(request.url()));
    await signIn(page, 'trainee');
    await page.goto('/en/');
    await expect(page.getByRole('heading', { level: 2, name: /Hostile/ })).toHaveText("Hostile <script>alert('course')</script>");
    await page.goto('/en/courses/hostile');
    await page.getByRole('button', { name: 'Enrol in this course' }).click();
    for (const address of ['', '/one', '/one/five']) {
      await page.goto(`/en/courses/hostile${address}`);
      await expect(page.locator('main :is(script, img, svg, iframe, [onerror], [onload], a[href^="javascript:"])')).toHaveCount(0);
    }
    await expect(page.locator('html[data-islands="ready"]')).toBeVisible();
    await expect(page.locator('#which label.option')).toHaveCount(2);
    await expect(page.locator('#pair select').first().locator('option')).toHaveCount(3);
    await page.locator('#which input:not([type=hidden])').first().check();
    await page.locator('#which').getByRole('button').click();
    await expect(page.locator('#which [role=status]')).not.toBeEmpty();
    await signIn(page, 'author');
    await page.goto('/en/checks');
    await expect(page.getByRole('heading', { name: 'hostile' })).toBeVisible();
    expect(bad).toEqual([]);
    await context.close();
  }, hostile);
});

test('a symbolic link out of the folder is refused, and its file is nowhere', async ({ browser }) => {
  await onOwnFolder(
    async (haven) => {
      const context = await browser.newContext({ baseURL: haven.url });
      const page = await context.newPage();
      expect((await page.goto('/en/courses/linked'))?.status()).toBe(404);
      await signIn(page, 'author');
      await page.goto('/en/checks');
      await expect(page.locator('.findings').filter({ hasText: '02-passwd.md' })).toBeVisible();
      expect(await page.content()).not.toContain('root:');
      await context.close();
    },
    (courses) => {
      hostile(courses);
      const folder = join(courses, 'linked');
      mkdirSync(join(folder, 'en'), { recursive: true });
      writeFileSync(join(folder, 'course.toml'), settings);
      writeFileSync(join(folder, 'en/course.md'), '# Linked\n\nA summary.\n');
      symlinkSync('/etc/passwd', join(folder, 'en/02-passwd.md'));
      symlinkSync('..', join(folder, 'en/loop'));
    },
  );
});

test('a name that looks like commands of the typesetter is printed as it is', async ({ page }, testInfo) => {
  await toTheQuestions(page);
  await answerAll(page);
  await submit(page);
  await page.goto(`${course}/certificate`);
  const name = 'Zoë #read("/etc/passwd") *b* $x$ <l> @r O’Brien';
  await page.getByLabel('Your name, as it will be printed').fill(name);
  await page.getByLabel('This is my name, spelt right.').check();
  await page.getByRole('button', { name: 'Make my certificate' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /PDF/ }).click()]);
  const pdf = testInfo.outputPath('certificate.pdf');
  await download.saveAs(pdf);
  const printed = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  expect(printed.replace(/\s+/g, ' ')).toContain(name);
});
