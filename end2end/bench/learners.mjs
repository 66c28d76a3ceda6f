// Learners for a run, by the ways everyone goes: the form to sign up, then the JSON interface. The server must be told that it
// stands `--behind-proxy`, so that each of them comes from an address of their own.

let serial = 0;

/** Signs someone up; what comes back calls the server as them. */
export async function learner(url, course = 'small-course') {
  const at = serial++;
  const address = `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
  const form = new URLSearchParams({ login: `bench-${process.pid}-${at}`, password: 'a lamp at the harbour', adult: 'on' });
  const entered = await fetch(`${url}/en/sign-up`, { method: 'POST', body: form, redirect: 'manual', headers: { 'x-forwarded-for': address } });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0];
  if (entered.status !== 303 || !cookie) throw new Error(`signing up was answered with ${entered.status}`);
  const call = async (method, path, body) => {
    const init = { method, headers: { cookie, 'content-type': 'application/json' }, body: body && JSON.stringify(body) };
    const answer = await fetch(`${url}/api/v1${path}`, init);
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const enrolment = await call('PUT', `/courses/${course}/enrolment`);
  return { cookie, call, course, enrolment };
}

/** Completes every lesson. */
export async function walk({ call, course, enrolment }) {
  for (const step of enrolment.steps.filter((one) => one.kind === 'lesson')) {
    await call('PUT', `/courses/${course}/lessons/${step.id}/completion`);
  }
}

/** Begins the course's last test. */
export async function sit(learner) {
  await walk(learner);
  const test = learner.enrolment.steps.findLast((one) => one.kind === 'test').id;
  return learner.call('POST', `/courses/${learner.course}/tests/${test}/attempts`, {});
}
