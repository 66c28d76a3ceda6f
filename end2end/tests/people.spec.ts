// Signing up, in and out; what a form says of a mistake; what each role sees.

import { expect, test } from './haven';
import { course, signIn, signUp } from './trainee';
import { turn } from './turns';

test('a form names every mistake, in place, and keeps what was typed', { tag: '@no-script' }, async ({ page }) => {
  await page.goto('/en/sign-up');
  await page.getByLabel('Login name').fill('a b');
  await page.getByLabel('Password').fill('short');
  await page.getByLabel('E-mail address').fill('nobody');
  await page.getByRole('button', { name: 'Sign up' }).click();
  const summary = page.getByRole('alert');
  for (const text of ['has no blanks. Write a.b, for example', 'too short', 'does not look like an e-mail', 'Tick the box if you are 18']) {
    await expect(summary).toContainText(text);
  }
  await expect(page.getByLabel('Login name')).toHaveValue('a b');
  await expect(page.getByLabel('E-mail address')).toHaveValue('nobody');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await expect(page.getByLabel('Login name')).toHaveAccessibleDescription(/has no blanks/);
});

test('one is led back to where one was going', { tag: '@no-script' }, async ({ page }) => {
  await page.goto(`${course}/mapping-risk/nowhere?a=b`);
  await page.goto('/en/account');
  await expect(page).toHaveURL(/sign-in\?next=/);
  await page.getByLabel('Login name').fill('trainee');
  await page.getByLabel('Password').fill('harbour-trainee');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/en\/account$/);
});

const wrongPasswords = turn('A password is mistyped, or guessed, again and again.', 'Too many tries, and how long to wait (429, `Retry-After`).', 'Everything.');

test('after five wrong passwords one waits, and is told how long', wrongPasswords, async ({ page }) => {
  const attempt = (password: string) => page.request.post('/en/sign-in', { form: { login: 'trainee', password } });
  for (let i = 0; i < 5; i++) expect((await attempt('wrong password')).status()).toBe(422);
  const slow = await attempt('harbour-trainee');
  expect(slow.status()).toBe(429);
  expect(Number(slow.headers()['retry-after'])).toBeGreaterThan(0);
  expect(await slow.text()).toContain('Too many tries');
});

test('a password is changed, and the old one opens nothing', { tag: '@no-script' }, async ({ page }) => {
  const login = await signUp(page);
  await page.goto('/en/account');
  await page.getByLabel('Current password').fill('a lamp at the harbour');
  await page.getByLabel('New password').fill('another lamp there');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Not you? Sign out' }).click();
  await page.goto('/en/home');
  await expect(page).toHaveURL(/sign-in/);
  const post = (password: string) => page.request.post('/en/sign-in', { form: { login, password }, maxRedirects: 0 });
  expect((await post('a lamp at the harbour')).status()).toBe(422);
  expect((await post('another lamp there')).status()).toBe(303);
});

for (const [who, room, title] of [
  ['instructor', 'Results', 'Results'],
  ['author', 'Course check', 'Course check'],
  ['coordinator', 'Enrolments', 'Enrolments'],
  ['administrator', 'People', 'People'],
] as const) {
  test(`the ${who}'s home leads to what they may do`, { tag: '@no-script' }, async ({ page }) => {
    await signIn(page, who);
    await page.getByRole('link', { name: room, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
}

test('a trainee opens no room of another role', async ({ page }) => {
  await signIn(page, 'trainee');
  for (const room of ['results', 'checks', 'enrolments', 'people']) {
    expect((await page.goto(`/en/${room}`))?.status()).toBe(403);
  }
});

const anotherSite = turn('Another site sends a form in the name of someone who is signed in.', 'That it came from another site (403).', 'Nothing of it; everything before.');

test('a form of another site is refused, in words', anotherSite, async ({ page }) => {
  const answer = await page.request.post('/en/sign-in', {
    form: { login: 'trainee', password: 'harbour-trainee' },
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('This form came from another site');
});

test.describe('behind a web server that asks under another name', () => {
  test.use({ flags: ['--demo', '--url', 'https://haven.example.org/'] });

  test('forms of the public address are taken, and those of others are not', async ({ page }) => {
    for (const [origin, status] of [['https://haven.example.org', 303], ['https://evil.example', 403], ['null', 403]] as const) {
      const form = { login: 'trainee', password: 'harbour-trainee' };
      const answer = await page.request.post('/en/sign-in', { form, headers: { origin }, maxRedirects: 0 });
      expect(answer.status(), origin).toBe(status);
    }
  });
});

test('leaving quickly leads to a calendar that says nothing of Haven, and back does not return', async ({ page }) => {
  await page.goto('/en/');
  await page.goto('/en/help');
  await page.getByRole('link', { name: 'Leave quickly' }).click();
  await expect(page).toHaveURL(/\/en\/leave$/);
  expect(await page.content()).not.toContain('Haven');
  await page.goBack();
  await expect(page).not.toHaveURL(/help/);
});
