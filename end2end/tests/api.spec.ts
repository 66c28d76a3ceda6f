// The JSON interface, driven by a client that is generated from its own description: every call it describes, each answer
// held against its schema, and no call that it does not describe.

import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AxiosResponse, type Document, OpenAPIClientAxios, type OpenAPIClient } from 'openapi-client-axios';
import { expect, test } from './haven';
import { answerAll, enrol, signIn, signUp } from './trainee';
import type { Page } from '@playwright/test';

/** Makes a token on its page, where it is shown once. */
async function token(page: Page, scopes: string[]): Promise<string> {
  await page.goto('/en/account/tokens');
  await page.getByLabel('What it is for').fill('a test');
  for (const scope of scopes) await page.locator(`input[value=${scope}]`).check();
  await page.getByRole('button', { name: 'Make a token' }).click();
  const text = (await page.locator('code.token').textContent())!;
  await page.goto('/en/account/tokens');
  expect(await page.content()).not.toContain(text);
  return text;
}

/** A client of the server at this address, and what it has called so far. */
async function client(url: string, bearer?: string): Promise<{ call: OpenAPIClient; called: Set<string>; description: Document }> {
  const description = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Document;
  const called = new Set<string>();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ ...description, $id: 'haven' });
  const api = new OpenAPIClientAxios({
    definition: description,
    withServer: { url },
    axiosConfigDefaults: { validateStatus: () => true, headers: bearer ? { Authorization: `Bearer ${bearer}` } : {} },
  });
  const call = await api.init();
  const checked = (name: string) => async (...given: Parameters<OpenAPIClient[string]>): Promise<AxiosResponse> => {
    const answer = await call[name]!(...given);
    called.add(name);
    const answers = api.getOperation(name)!.responses as Record<string, { content?: Record<string, { schema: object }> }>;
    const content = answers[answer.status]?.content;
    expect(content, `${name} answered ${answer.status}, which is not described`).toBeDefined();
    const kind = String(answer.headers['content-type']).split(';')[0]!;
    expect(Object.keys(content!), name).toContain(kind);
    if (kind.endsWith('json')) {
      const schema = JSON.parse(JSON.stringify(content![kind]!.schema).replaceAll('"#/', '"haven#/')) as object;
      expect(ajv.validate(schema, answer.data), `${name}: ${ajv.errorsText()}`).toBe(true);
    }
    return answer;
  };
  const all = Object.fromEntries(api.getOperations().map(({ operationId }) => [operationId!, checked(operationId!)]));
  return { call: all as unknown as OpenAPIClient, called, description };
}

test('a program learns, sits the test and prints the certificate, by every call there is', async ({ page, haven, browser }) => {
  await signUp(page);
  const learner = await client(haven.url, await token(page, ['read', 'learn']));
  const { call } = learner;
  expect((await call.listCourses!()).data).toHaveLength(1);
  const course = { course: 'small-course' };
  expect((await call.showEnrolment!(course)).status).toBe(404);
  expect((await call.enrol!(course)).status).toBe(200);
  const { modules } = (await call.showCourse!(course)).data;
  const [best] = (await call.searchCourse!({ ...course, q: 'risk harm' })).data;
  expect(best).toMatchObject({ module: 'mapping-risk', lesson: 'risk-is-not-harm', title: 'Risk is not harm' });
  for (const lesson of modules.flatMap((module: { lessons: { id: string }[] }) => module.lessons)) {
    expect((await call.completeLesson!({ ...course, lesson: lesson.id })).status).toBe(200);
  }
  const { steps } = (await call.showEnrolment!(course)).data;
  expect(steps.filter((step: { done: boolean }) => !step.done)).toHaveLength(1);
  const early = { course: course.course, survey: 'closing' };
  expect((await call.showSurvey!(early)).data.state).toBe('later');
  const refused = await call.replyToSurvey!(early, { replies: [{ question: 'how-hard', given: ['0'] }] });
  expect([refused.status, refused.data.detail]).toEqual([403, expect.stringContaining('every step')]);
  const sitting = { ...course, test: 'final-test' };
  const id = randomUUID();
  expect((await call.beginAttempt!(sitting, { id })).data.id).toBe(id);
  expect((await call.beginAttempt!(sitting, { id })).data.id).toBe(id);

  // Not one with boxes: what the program ticks wrongly there, the page would not untick.
  const { questions } = (await call.showAttempt!({ attempt: id })).data;
  const one = questions.find((question: { class: string }) => question.class !== 'choices');
  const given = one.class === 'match' ? one.rows.map(() => '0') : ['0'];
  const sent = { answer: randomUUID(), tab: 'program', seq: 1, question: one.id, given };
  expect((await call.keepAnswer!({ attempt: id }, sent)).data).toEqual({ answer: sent.answer, state: 'safe' });
  expect((await call.keepAnswer!({ attempt: id }, { ...sent, answer: randomUUID(), question: 'none' })).status).toBe(400);
  const soon = await call.claimCertificate!(course, { name: 'Amina Phiri' });
  expect([soon.status, soon.data.detail]).toEqual([403, expect.stringContaining('"needs" lists it')]);
  // What the program began, the page goes on with.
  await page.goto(`/en/courses/small-course/tests/final-test/${id}`);
  await answerAll(page);
  await expect(page.locator('[data-state=safe]')).toHaveCount(6);
  const ended = (await call.submitAttempt!({ attempt: id })).data;
  expect(ended.result).toMatchObject({ percent: 100, passed: true });
  expect((await call.listAttempts!(sitting)).data).toHaveLength(1);

  const survey = { ...course, survey: 'closing' };
  const asked = (await call.showSurvey!(survey)).data;
  expect([asked.state, asked.part, asked.questions[0].class]).toEqual(['due', null, 'scale']);
  const replies = [{ question: asked.questions[0].id, given: ['4'] }];
  expect((await call.replyToSurvey!(survey, { replies: [] })).status).toBe(422);
  expect((await call.replyToSurvey!(survey, { replies: [...replies, ...replies] })).status).toBe(400);
  expect((await call.replyToSurvey!(survey, { replies: [{ question: 'none', given: ['0'] }] })).status).toBe(400);
  expect((await call.replyToSurvey!(survey, { replies: [{ ...replies[0], given: ['5'] }] })).status).toBe(422);
  expect((await call.replyToSurvey!(survey, { part: 'mapping-risk', replies })).status).toBe(403);
  expect((await call.replyToSurvey!(survey, { replies })).data).toEqual({ state: 'kept' });
  expect((await call.replyToSurvey!(survey, { replies })).data).toEqual({ state: 'before' });
  expect((await call.showSurvey!(survey)).data.state).toBe('answered');
  expect((await call.showSurveyResults!(survey)).status).toBe(403);

  expect((await call.claimCertificate!(course, { name: '' })).status).toBe(422);
  const claimed = await call.claimCertificate!(course, { name: 'Amina Phiri' });
  expect(claimed.status).toBe(201);
  const { number } = claimed.data;
  const again = await call.claimCertificate!(course, { name: 'Amina Banda' });
  expect([again.status, again.data]).toEqual([200, { number, name: 'Amina Phiri' }]);
  expect((await call.showCertificate!(course)).data.issued).toHaveLength(1);
  expect((await call.verifyCertificate!({ number })).data.state).toBe('valid');
  const pdf = await call.printCertificate!({ number }, null, { responseType: 'arraybuffer' });
  expect(Buffer.from(pdf.data).subarray(0, 5).toString()).toBe('%PDF-');
  for (const list of ['listResults', 'listEnrolments', 'listPeople']) expect((await call[list]!()).status, list).toBe(403);

  const reports = new Set(learner.called);
  for (const [who, lists] of [['instructor', ['listResults']], ['coordinator', ['listEnrolments']], ['administrator', ['listPeople']]] as const) {
    const other = await (await browser.newContext({ baseURL: haven.url })).newPage();
    await signIn(other, who);
    const reporter = await client(haven.url, await token(other, ['report']));
    for (const list of lists) expect((await reporter.call[list]!()).data.rows.length, list).toBeGreaterThan(0);
    const told = await reporter.call.showSurveyResults!({ ...course, survey: 'closing' });
    if (who === 'administrator') expect(told.status).toBe(403);
    else expect(told.data, 'one is too few').toEqual([{ part: null, people: null, questions: [] }]);
    expect((await reporter.call.enrol!(course)).status, `${who}'s token is for reports`).toBe(403);
    reporter.called.forEach((name) => reports.add(name));
    await other.context().close();
  }
  const described = Object.values(learner.description.paths!).flatMap((item) => Object.values(item!));
  expect([...reports].sort()).toEqual(described.map((one) => (one as { operationId: string }).operationId).sort());
});

test('a token that was revoked, or is none, opens nothing, and pages open to none', async ({ page, haven }) => {
  await signUp(page);
  const text = await token(page, ['read', 'learn']);
  await enrol(page);
  const { call } = await client(haven.url, text);
  const course = { course: 'small-course' };
  expect((await call.showEnrolment!(course)).status).toBe(200);
  const home = await fetch(`${haven.url}/en/home`, { headers: { authorization: `Bearer ${text}` }, redirect: 'manual' });
  expect(home.status).toBe(303);
  await page.goto('/en/account/tokens');
  await page.getByRole('button', { name: 'Revoke' }).click();
  expect((await call.showEnrolment!(course)).status).toBe(401);
  expect((await (await client(haven.url, 'nonsense')).call.showEnrolment!(course)).status).toBe(401);
  expect((await (await client(haven.url)).call.showEnrolment!(course)).status).toBe(401);
});

test('what refuses a call before it is reached is described and comes as a problem', async ({ page, haven }) => {
  await signUp(page);
  const { call } = await client(haven.url, await token(page, ['learn']));
  const attempt = { attempt: randomUUID() };
  const json = { headers: { 'content-type': 'application/json' } };
  expect((await call.keepAnswer!(attempt, Buffer.from('{'), json)).status, 'no JSON').toBe(400);
  expect((await call.keepAnswer!(attempt, { answer: 'x' })).status, 'another form').toBe(422);
  expect((await call.keepAnswer!(attempt, Buffer.from('{}'), { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  const large = { answer: randomUUID(), tab: 'x'.repeat(300_000), seq: 1, question: 'q', given: [] };
  expect((await call.keepAnswer!(attempt, large)).status, 'large').toBe(413);
});

test('a token without the scope is refused as such by every call, whatever is there', async ({ page, haven }) => {
  await signUp(page);
  const { call } = await client(haven.url, await token(page, ['report']));
  const [course, attempt] = [{ course: 'small-course' }, { attempt: randomUUID() }];
  const answer = { answer: randomUUID(), tab: 't', seq: 1, question: 'q', given: ['0'] };
  const answers = [
    call.enrol!(course), call.showEnrolment!(course), call.completeLesson!({ ...course, lesson: 'none' }),
    call.beginAttempt!({ ...course, test: 'none' }, {}), call.listAttempts!({ ...course, test: 'none' }), call.showAttempt!(attempt),
    call.submitAttempt!(attempt), call.keepAnswer!(attempt, answer), call.claimCertificate!(course, { name: 'A' }), call.showCertificate!(course),
    call.showSurvey!({ ...course, survey: 'none' }), call.replyToSurvey!({ ...course, survey: 'none' }, { replies: [] }),
  ];
  for (const one of answers) expect((await one).status).toBe(403);
});

test.describe('over https', () => {
  test.use({ flags: ['--demo', '--url', 'https://haven.example.org'] });

  test('the description names the cookie that is sent there', async ({ haven }) => {
    const { description } = await client(haven.url);
    expect(description.components!.securitySchemes!['session']).toMatchObject({ in: 'cookie', name: '__Host-session' });
  });
});

test('no call is answered that is not described', async ({ haven }) => {
  const source = readFileSync(resolve(import.meta.dirname, '../../server/src/api/mod.rs'), 'utf8');
  // Every route is declared together with its description; the description itself is the one exception.
  expect(source.match(/\.route\(/g)).toHaveLength(1);
  const { description } = await client(haven.url);
  for (const path of Object.keys(description.paths!)) {
    const address = haven.url + path.replaceAll(/\{\w+\}/g, randomUUID());
    const methods = Object.keys(description.paths![path]!).map((method) => method.toUpperCase());
    for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'].filter((one) => !methods.includes(one))) {
      expect((await fetch(address, { method })).status, `${method} ${path}`).toBe(405);
    }
  }
});
