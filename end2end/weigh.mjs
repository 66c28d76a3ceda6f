// What a page weighs on the wire, compressed, as Chromium counts it on a first visit: by kind of what was loaded.

/**
 * @typedef {{ html: number, told: number, all: number, media: number, requests: number, again: number }} Weight
 * `html`: the document with its style. `told`: with scripts, without islands and media. `all`: with islands, without media.
 * `again`: all of it, to a browser that has been on such a page before.
 */

/**
 * Opens `address` in a fresh context of `browser` with nothing in its cache, weighs what came, and opens it once more.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {import('@playwright/test').BrowserContextOptions} [options] cookies of someone who is signed in, for instance
 * @returns {Promise<Weight>}
 */
export async function weigh(browser, address, options = {}) {
  const context = await browser.newContext(options);
  const first = await weighed(context, address);
  const again = await weighed(context, address);
  await context.close();
  return { ...summed(first), again: again.html + again.told + again.all + again.media };
}

/**
 * The same, but opens it once.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {import('@playwright/test').BrowserContextOptions} [options]
 * @returns {Promise<Omit<Weight, 'again'>>}
 */
export async function weighOnce(browser, address, options = {}) {
  const context = await browser.newContext(options);
  const first = await weighed(context, address);
  await context.close();
  return summed(first);
}

function summed(weight) {
  const told = weight.html + weight.told;
  return { ...weight, told, all: told + weight.all };
}

async function weighed(context, address) {
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const kinds = new Map();
  const weight = { html: 0, told: 0, all: 0, media: 0, requests: 0 };
  wire.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, kind(response)));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight[kinds.get(requestId) ?? 'told'] += encodedDataLength;
    weight.requests += 1;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  if (await page.locator('leptos-island').count()) await page.locator('html[data-islands="ready"]').waitFor();
  await page.close();
  return weight;
}

/** Which sum an answer belongs to. */
function kind({ url, mimeType }) {
  const { pathname } = new URL(url);
  if (['text/html', 'text/css'].includes(mimeType)) return 'html';
  if (pathname.startsWith('/media/')) return 'media';
  return pathname.startsWith('/assets/learn/') ? 'all' : 'told';
}

/** The budgets of a page that a visitor or learner opens, in bytes: html with style, all told, all with islands. */
export const budget = { html: 14_336, told: 40_000, all: 160_000 };
