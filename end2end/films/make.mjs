// Films a page of this folder: `node make.mjs first-step.html FOLDER` writes FOLDER/first-step.webm and its poster, first-step.jpg.
// The page's clock is set to each frame in turn and what is seen goes to ffmpeg, so how fast this machine is does not show.
// Nothing in the file says when or by what it was made: the same page and the same versions make the same bytes.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const LINES = 640;
const POSTER_LINES = 480;
const FRAMES_A_SECOND = 20;

const [page, folder] = process.argv.slice(2);
if (!folder) throw new Error('node make.mjs FILM.html FOLDER');
const name = resolve(folder, basename(page, '.html'));

/** VP9 in constant quality; colours as Chromium shows them; what leads to a place in the film stands at its front. */
const encoder = (file) =>
  spawn(
    'ffmpeg',
    [
      '-loglevel error -y -f image2pipe -framerate', FRAMES_A_SECOND, '-c:v png -i - -an',
      '-vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p -colorspace bt709 -color_primaries bt709 -color_trc iec61966-2-1 -color_range tv',
      '-c:v libvpx-vp9 -crf 38 -b:v 0 -deadline good -cpu-used 1 -g 200 -threads 1 -row-mt 0',
      '-map_metadata -1 -fflags +bitexact -flags:v +bitexact -cues_to_front 1',
    ].join(' ').split(' ').concat(file),
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );

const browser = await chromium.launch({
  executablePath: process.env['HAVEN_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--no-sandbox', '--force-color-profile=srgb', '--disable-lcd-text'],
});
const stage = async (lines) => {
  const tab = await browser.newPage({ viewport: { width: 320, height: 320 }, deviceScaleFactor: lines / 320 });
  await tab.goto(pathToFileURL(resolve(import.meta.dirname, page)).href);
  await tab.evaluate(() => { window.stepped = true; });
  return tab;
};
const at = (tab, milliseconds) => tab.evaluate((time) => window.seek(time), milliseconds);

const tab = await stage(LINES);
const { seconds, poster } = await tab.evaluate(() => ({ seconds: window.seconds, poster: window.poster }));
const ffmpeg = encoder(`${name}.webm`);
const ended = once(ffmpeg, 'close');
for (let frame = 0; frame < seconds * FRAMES_A_SECOND; frame++) {
  await at(tab, (frame * 1000) / FRAMES_A_SECOND);
  const seen = await tab.screenshot({ type: 'png' });
  if (!ffmpeg.stdin.write(seen)) await once(ffmpeg.stdin, 'drain');
}
ffmpeg.stdin.end();
const [code] = await ended;

const still = await stage(POSTER_LINES);
await at(still, poster * 1000);
await still.screenshot({ type: 'jpeg', quality: 62, path: `${name}.jpg` });
await browser.close();
if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
