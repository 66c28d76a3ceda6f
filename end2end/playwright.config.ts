// How the tests are run: Debian's own Chromium (Playwright's cannot be fetched everywhere), and three kinds of reader.
//
// A test runs with script. Tagged `@no-script` it runs without script too, tagged `@phone` on a small touch screen too;
// tagged `@not-script` it does not run with script.

import { defineConfig } from '@playwright/test';
import type { HavenOptions } from './tests/haven';

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
];

export default defineConfig<HavenOptions>({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    launchOptions: { executablePath: process.env['HAVEN_CHROMIUM'] ?? '/usr/bin/chromium', args: quiet },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'script', grepInvert: /@not-script/ },
    { name: 'no-script', grep: /@no-script/, use: { javaScriptEnabled: false } },
    { name: 'phone', grep: /@phone/, use: phone },
  ],
});
