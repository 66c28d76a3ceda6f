// Keeps a test's answers: first on this device, then on the server, and says of each where it is. What is still on the device
// when a sitting has ended is sent all the same: the server keeps it as late.

const form = document.getElementById("sitting");
if (form) sit(form);
const ended = document.getElementById("ended");
if (ended) hand(ended.dataset);

// What keeps an answer on this device: no network, a server that cannot keep it now, a session that has ended or is another's.
const STAYS = ["offline", "busy", "signedout", "other"];

// Sends one answer, and says what became of it: `safe`, `late` or `refused` by the server, or one of those above.
async function deliver(address, body) {
  try {
    const signal = AbortSignal.timeout?.(20000);
    const reply = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body, signal });
    if (reply.status === 401) return { state: "signedout" };
    if ([403, 404].includes(reply.status)) return { state: "other" };
    if (reply.ok) return await reply.json();
    if (reply.status === 422) return { state: "refused", why: (await reply.json()).detail };
    return { state: [400, 422, 429].includes(reply.status) ? "refused" : "busy" };
  } catch {
    return { state: "offline" };
  }
}

async function hand({ attempt, answers }) {
  let late = false;
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(`haven:${attempt}:`))) {
    const { state } = await deliver(answers, localStorage.getItem(key));
    if (STAYS.includes(state)) continue;
    localStorage.removeItem(key);
    late ||= state === "late";
  }
  if (late) location.reload();
}

function sit(form) {
  const words = JSON.parse(form.dataset.words);
  const shelf = `haven:${form.dataset.attempt}:`;
  const tab = crypto.randomUUID?.() ?? form.elements.tab.value;
  const questions = [...form.querySelectorAll("[data-question]")].map((section, at) => ({ section, n: at + 1 }));
  let seq = 0;
  let sending = false;
  let wait = 1000;
  let retry;

  form.elements.tab.value = tab;
  form.querySelector("button.save").hidden = true;
  questions.forEach(restore);
  // On a slow line one answers before this script is there: what differs from what the server has is kept now.
  questions.filter(untold).forEach(keep);
  form.addEventListener("change", (event) => keepOf(event.target));
  // What is typed is kept when one stops typing, not only when one leaves the field.
  let typing;
  form.addEventListener("input", (event) => {
    clearTimeout(typing);
    if (event.target.type === "text") typing = setTimeout(() => keepOf(event.target), 700);
  });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    net(words.offline);
  });
  addEventListener("online", send);
  // Whoever comes back from signing in elsewhere does not wait for the next try.
  addEventListener("focus", send);
  // The browser may bring the page back as it was left: what is true now, the server knows.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  clock();
  send();

  function untold(question) {
    const was = form.elements[`w${question.n}`].value;
    const refused = question.section.querySelector('[data-state="refused"]');
    return !refused && !waiting(question) && JSON.stringify(given(question)) !== was;
  }

  // What is chosen or typed, as the form would send it.
  function given({ n }) {
    return new FormData(form).getAll(`q${n}`);
  }

  function choose({ section, n }, values) {
    section.querySelectorAll(`[name="q${n}"]`).forEach((field, at) => {
      if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
      else field.value = values[at] ?? "";
    });
  }

  // Nothing is sent of what the server has already.
  function keepOf(field) {
    clearTimeout(typing);
    const question = questions.find(({ section }) => section.contains(field));
    if (!question || question.said === JSON.stringify(given(question))) return;
    question.said = JSON.stringify(given(question));
    keep(question);
  }

  // An answer that did not reach the server before the page was left or loaded again is shown and sent again.
  function restore(question) {
    const kept = read(question);
    if (!kept) return;
    choose(question, kept.given);
    form.elements[`a${question.n}`].value = kept.answer;
    show(question, "device");
  }

  // What is still to be sent: what found no room on this device is newer than what stands there.
  function waiting(question) {
    return question.unkept ?? read(question);
  }

  function read({ section }) {
    try {
      return JSON.parse(localStorage.getItem(shelf + section.dataset.question));
    } catch {
      return null;
    }
  }

  function keep(question) {
    const id = uuid();
    form.elements.seq.value = ++seq;
    const answer = { answer: id, tab, seq, question: question.section.dataset.question, given: given(question) };
    form.elements[`a${question.n}`].value = id;
    try {
      forget(question);
      localStorage.setItem(shelf + answer.question, JSON.stringify(answer));
    } catch {
      question.unkept = answer;
    }
    show(question, "device");
    send();
  }

  // One at a time and in order, until nothing waits; after a failure again, ever more slowly, up to half a minute.
  async function send() {
    if (sending) return;
    sending = true;
    for (let next; (next = questions.map((one) => [one, waiting(one)]).find(([, kept]) => kept)); ) {
      if (!(await post(...next))) break;
      wait = 1000;
    }
    sending = false;
  }

  async function post(question, answer) {
    const { state, why } = await deliver(form.dataset.answers, JSON.stringify(answer));
    if (STAYS.includes(state)) return later(words[state], state === "signedout" || state === "other");
    const newer = waiting(question);
    if (newer && newer.answer !== answer.answer) return true;
    forget(question);
    net("");
    show(question, state, why);
    if (state === "safe") form.elements[`w${question.n}`].value = JSON.stringify(answer.given);
    return true;
  }

  function forget(question) {
    question.unkept = undefined;
    try {
      localStorage.removeItem(shelf + question.section.dataset.question);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  function later(message, signIn) {
    net(message, signIn);
    clearTimeout(retry);
    retry = setTimeout(send, wait);
    wait = Math.min(wait * 2, 30000);
    return false;
  }

  // A message that is there already is not said again: a screen reader would read it out at every try.
  function net(message, signIn) {
    const line = form.querySelector(".net");
    if (line.dataset.says === message) return;
    line.dataset.says = message;
    line.textContent = message;
    if (!signIn) return;
    const link = document.createElement("a");
    link.href = form.dataset.signIn;
    link.textContent = words.signin;
    line.append(" ", link);
  }

  function show(question, state, why) {
    const line = question.section.querySelector("[data-state]");
    const [parts, of] = [given(question).filter(Boolean).length, given(question).length];
    const open = state === "safe" && !parts;
    line.dataset.state = open ? "open" : state;
    line.textContent = why ?? words[open ? "open" : state];
    if (state === "safe" && parts && parts < of) line.append(" ", words.partly.replace("{n}", parts).replace("{of}", of));
    const answered = form.querySelectorAll('[data-state="safe"], [data-state="device"]').length;
    form.querySelector(".count").textContent = words.answered.replace("{n}", answered);
  }

  // The server's clock rules: this one only shows it, from how much was left when the page came.
  function clock() {
    if (!form.dataset.left) return;
    const line = form.querySelector(".clock");
    const end = performance.now() + Number(form.dataset.left);
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      line.textContent = left ? words.left.replace("{n}", time) : words.over;
      // The clock itself is silent to a screen reader, which would read it out every second.
      if (left === 120) net(words.soon);
      if (!left) net(words.over);
      line.classList.toggle("soon", left < 120);
      if (left) setTimeout(tick, 1000);
      else setTimeout(() => navigator.onLine && location.reload(), 3000);
    };
    tick();
  }

  // Over plain http there is no `crypto.randomUUID`; `getRandomValues` is always there.
  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }
}
